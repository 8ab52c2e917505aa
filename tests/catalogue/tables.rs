//! The catalogue as tables that need no code to be read.

use dabiao::{
    Catalogue, Evaluator, Language, Rule, Target, Year,
    plan::{Better, Between, Calendar, Commitment, GapMeasure, IndicatorKind, Scope, Timing, Why},
    text,
    values::{Residence, Sex},
};

/// One line for each target, in printed order.
#[test]
fn every_target_in_plain_words() {
    let catalogue = Catalogue::hangjin();
    let mut rows = vec![
        ["clause", "indicator", "unit", "asked", "when", "of whom", "commitment", "printed words"]
            .map(String::from)
            .to_vec(),
    ];
    rows.extend(catalogue.targets().map(|target| {
        let card = catalogue.indicator(&target.indicator).unwrap();
        vec![
            catalogue.label(target),
            card.zh.to_string(),
            card.unit.symbol().to_string(),
            asked(&catalogue, target),
            when(target),
            of_whom(target),
            commitment(target.commitment).to_string(),
            target.clause.words.to_string(),
        ]
    }));
    insta::assert_snapshot!("targets", aligned(&rows));
}

/// One line for each indicator: what its numbers are, and when and of whom they are asked.
#[test]
fn every_indicator_in_plain_words() {
    let catalogue = Catalogue::hangjin();
    let head = ["indicator", "unit", "counts", "from", "to", "measured", "of whom", "a gap", "id"];
    let mut rows = vec![head.map(String::from).to_vec()];
    rows.extend(catalogue.indicators().map(|card| {
        let counts = match card.kind {
            IndicatorKind::Events => "events",
            IndicatorKind::Share => "so many of so many",
            IndicatorKind::ValueOnly => "none",
            other => panic!("{other:?} has no words here"),
        };
        let measured = match card.calendar {
            Calendar::Year => "every year".into(),
            Calendar::SchoolYear => "every school year".into(),
            Calendar::Term => "at every election".into(),
            Calendar::Every(years) => format!("every {years} years"),
            Calendar::Census => "at a census".into(),
            Calendar::Event => "when it happens".into(),
            other => panic!("{other:?} has no words here"),
        };
        let people = match (card.disaggregation.sex, card.disaggregation.residence) {
            (Sex::Total, Residence::Total) => "all".into(),
            (sex, Residence::Total) => format!("{sex:?}").to_lowercase(),
            (Sex::Total, residence) => format!("{residence:?}").to_lowercase(),
            both => format!("{both:?}").to_lowercase(),
        };
        let inverted = if card.colon_inverted { ", 1:n" } else { "" };
        let gap = card.gap.as_ref().map_or_else(String::new, |gap| {
            let between = match gap.between {
                Between::UrbanRural => "town and country".into(),
                Between::Sexes => "women and men".into(),
                Between::Units => format!("all of kind {}", gap.unit_kind),
            };
            let measure = match gap.measure {
                GapMeasure::Difference => "difference",
                GapMeasure::Ratio => "larger over smaller",
            };
            format!("{measure} of {}, {between}", gap.of)
        });
        vec![
            card.zh.to_string(),
            format!("{}{inverted}", card.unit.symbol()),
            counts.to_string(),
            card.floor.to_string(),
            card.ceiling.map_or_else(|| "any".into(), |most| most.to_string()),
            measured,
            people,
            gap,
            card.id.to_string(),
        ]
    }));
    insta::assert_snapshot!("indicators", aligned(&rows));
}

/// One line for each of the 152 main goals: its targets, or why it has none.
#[test]
fn every_goal_in_the_ledger() {
    let catalogue = Catalogue::hangjin();
    let mut rows = vec![["goal", "targets, or why there is none"].map(String::from).to_vec()];
    for entry in catalogue.ledger() {
        let letter = &catalogue.plan(&entry.plan).unwrap().letter;
        let content = match entry.reason {
            Some(reason) => format!("({reason})"),
            None => entry.targets.join(", "),
        };
        rows.push(vec![format!("{letter}{}-{}", entry.domain, entry.item), content]);
    }
    insta::assert_snapshot!("goals", aligned(&rows));
}

/// The page of the documentation that an officer holds against the printed plans. `BLESS=1` writes it anew.
#[test]
fn the_page_of_the_documentation_is_that_of_the_cards() {
    let catalogue = Catalogue::hangjin();
    let report =
        Evaluator::new(&catalogue).report(catalogue.data([]).area_or_empty(""), Year::literal(2024)).unwrap();
    let mut page = String::from(
        "全部目标与条款台账。The whole catalogue, by plan, domain and clause, and the ledger of the 152 main goals.\n\n\
         由目标卡片生成，可与印发的规划逐条对照。This page is made from the cards by a test; a stale page fails. \
         Where a card's reading had a choice, [`interpretation`](crate::docs::interpretation) says so.\n",
    );
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    for plan in catalogue.plans() {
        page += &format!("\n# {}\n\n{}. {}, {}.\n", plan.zh, plan.en, plan.document, plan.issued);
        let titles =
            plan.domains.iter().map(|title| title.to_string()).chain(["组织实施、监测评估".to_string()]);
        for (place, title) in titles.enumerate() {
            let domain = if place < plan.domains.len() { u8::try_from(place + 1).unwrap() } else { 0 };
            page += &format!(
                "\n## {title}\n\n| 条款 | 指标 | 要求 | 时间 | 对象 | 力度 | 原文用语 | 代码 |\n|---|---|---|---|---|---|---|---|\n"
            );
            for row in report
                .rows
                .iter()
                .filter(|row| row.target.plan == plan.id && row.target.clause.domain == domain)
            {
                let cells = [
                    row.clause.clone(),
                    row.indicator.zh.to_string(),
                    text::asks(row, Language::Chinese),
                    when_zh(&row.target),
                    of_whom_zh(&row.target),
                    if row.target.commitment == Commitment::Firm {
                        "—".into()
                    } else {
                        row.target.commitment.zh().into()
                    },
                    row.target.clause.words.to_string(),
                    format!("`{}`", row.target.id),
                ];
                page += &format!("| {} |\n", cells.map(|text| cell(&text)).join(" | "));
            }
        }
    }
    page += "\n# 主要目标台账\n\nEvery main goal, with its targets or the reason why it has none.\n\n| 目标 | 对应的目标，或不量化的原因 |\n|---|---|\n";
    for entry in catalogue.ledger() {
        let letter = &catalogue.plan(&entry.plan).unwrap().letter;
        let content = match entry.reason {
            Some(reason) => format!("{}（{reason}）", reason.zh()),
            None => entry.targets.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
        };
        page += &format!("| {letter}{}-{} | {content} |\n", entry.domain, entry.item);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/docs/catalogue.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    let known = std::fs::read_to_string(path).unwrap_or_default();
    assert!(known == page, "src/docs/catalogue.md is stale; BLESS=1 writes it anew");
}

/// The two reasons as the ledger words them.
#[test]
fn reasons_have_words() {
    let words = [Why::NoNamedIndicator, Why::Qualitative].map(|why| (why.zh(), why.en()));
    assert_eq!(words, [("未点名指标", "no named indicator"), ("定性要求", "qualitative")]);
}

fn asked(catalogue: &Catalogue, target: &Target) -> String {
    let reference = || catalogue.indicator(&target.reference).unwrap().zh.to_string();
    let way = |better| if better == Better::Higher { "rises" } else { "falls" };
    match target.rule {
        Rule::AtLeast { value } => format!("at least {value}"),
        Rule::AtMost { value } => format!("at most {value}"),
        Rule::MoreThan { value } => format!("more than {value}"),
        Rule::LessThan { value } => format!("less than {value}"),
        Rule::Around { value, .. } => format!("about {value}"),
        Rule::AtLeastRatio { value } => format!("at least {value}"),
        Rule::All => "all of them".into(),
        Rule::ChangedBy { value, better, since } => {
            let way = if better == Better::Higher { "above" } else { "below" };
            format!("{value}% {way} {since}")
        }
        Rule::Improves { better, qualifier: word } if word.en().is_empty() => way(better).into(),
        Rule::Improves { better, qualifier: word } => {
            format!("{} {} ({})", way(better), word.en(), word.zh())
        }
        Rule::NotWorse { better } => format!("not worse than before ({} is worse)", rising(better)),
        Rule::RisesSlower => "rises more slowly".into(),
        Rule::NotBelow => format!("not below {}", reference()),
        Rule::InProportion { .. } => format!("in proportion to {}", reference()),
        Rule::HostBound { better } => {
            format!("the national figure of the year ({} is worse)", rising(better))
        }
        Rule::Monitored => "watched, not judged".into(),
        ref other => panic!("no words for {}", other.code()),
    }
}

fn rising(better: Better) -> &'static str {
    if better == Better::Higher { "less" } else { "more" }
}

fn when(target: &Target) -> String {
    match target.timing {
        Timing::ByYear { due } => format!("by {due}"),
        Timing::EveryYear { from, due } => format!("every year {from}-{due}"),
        Timing::OnceReached { due } => format!("once reached, by {due}"),
        Timing::EveryTerm { from, due } => format!("every term {from}-{due}"),
        Timing::EachWindow { from, years, due } => format!("every {years} years {from}-{due}"),
        Timing::Once { from, due } => format!("once {from}-{due}"),
        Timing::Within { after, months } => format!("within {months} month after {after}"),
        ref other => panic!("no words for {}", other.code()),
    }
}

fn when_zh(target: &Target) -> String {
    match target.timing {
        Timing::ByYear { due } => format!("{due}年"),
        Timing::EveryYear { from, due } => format!("{from}—{due}年每年"),
        Timing::OnceReached { due } => format!("达到后保持，至{due}年"),
        Timing::EveryTerm { from, due } => format!("{from}—{due}年每届"),
        Timing::EachWindow { from, years, due } => format!("{from}—{due}年每{years}年"),
        Timing::Once { from, due } => format!("{from}—{due}年一次"),
        Timing::Within { after, months } => format!("{after}后{months}个月内"),
        ref other => panic!("no words for {}", other.code()),
    }
}

fn of_whom_zh(target: &Target) -> String {
    let kind = &target.unit_kind;
    match target.scope {
        Scope::Area => "全旗".into(),
        Scope::EveryUnit => format!("每个（`{kind}`）"),
        Scope::Pooled => format!("合计（`{kind}`）"),
    }
}

fn of_whom(target: &Target) -> String {
    let kind = target.unit_kind.replace('_', " ");
    match target.scope {
        Scope::Area => "the banner".into(),
        Scope::EveryUnit => format!("each {kind}"),
        Scope::Pooled => format!("together: {kind}"),
    }
}

fn commitment(commitment: Commitment) -> &'static str {
    if commitment == Commitment::Firm { "firm" } else { commitment.zh() }
}

/// Columns padded to their widest cell; the last is left as it is.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows[0].len();
    let widths: Vec<usize> =
        (0..columns).map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        let (last, padded) = row.split_last().unwrap();
        for (cell, widest) in padded.iter().zip(&widths) {
            out.push_str(cell);
            out.push_str(&" ".repeat(widest.saturating_sub(width(cell))));
            out.push_str(" | ");
        }
        out.push_str(last);
        out.push('\n');
    }
    out
}

/// Chinese characters and full-width signs take two places.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character >= '\u{2e80}' { 2 } else { 1 }).sum()
}
