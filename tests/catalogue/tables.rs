//! The catalogue as tables that need no code to be read.

use dabiao::{
    Catalogue, Evaluator, Language, Rule, Target, Year,
    plan::{Better, Between, Bilingual, Calendar, Commitment, GapMeasure, IndicatorKind, Scope, Timing, Why},
    report::Row,
    text,
    values::{Disaggregation, Text},
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
            of_whom(&catalogue, target),
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
    let head = ["indicator", "unit", "counts", "from", "to", "measured", "of whom", "beside", "id"];
    let mut rows = vec![head.map(String::from).to_vec()];
    rows.extend(catalogue.indicators().map(|card| {
        let counts = match card.kind {
            IndicatorKind::Events => "events",
            IndicatorKind::Share => "so many of so many",
            IndicatorKind::Stock => "so many of so many, counted",
            IndicatorKind::ValueOnly => "none",
            other => panic!("{other:?} has no words here"),
        };
        let measured = match card.calendar {
            Calendar::Year => "every year".into(),
            Calendar::SchoolYear => "every school year".into(),
            Calendar::Term => "at every election".into(),
            Calendar::Every(years) => format!("every {years} years"),
            Calendar::Survey => "in survey years".into(),
            Calendar::Census => "at a census".into(),
            Calendar::Event => "when it happens".into(),
            other => panic!("{other:?} has no words here"),
        };
        let Disaggregation { residence, sex, age } = card.disaggregation;
        let parts = [residence.to_string(), sex.to_string(), age.to_string()];
        let parts: Vec<String> = parts.into_iter().filter(|part| part != "total").collect();
        let people = if parts.is_empty() { "all".into() } else { parts.join(", ") };
        let inverted = if card.colon_inverted { ", 1:n" } else { "" };
        let gap = card.gap.as_ref().map_or_else(String::new, |gap| {
            let between = match gap.between {
                Between::UrbanRural => "town and country".into(),
                Between::Sexes => "women and men".into(),
                Between::Units => format!("all of kind {}", gap.unit_kind.as_ref().unwrap()),
            };
            let measure = match gap.measure {
                GapMeasure::Difference => "difference",
                GapMeasure::Ratio => "larger over smaller",
            };
            format!("{measure} of {}, {between}", gap.of)
        });
        let beside = card.women_of.as_ref().map_or(gap, |both| format!("women of {both}"));
        vec![
            card.zh.to_string(),
            format!("{}{inverted}", card.unit.symbol()),
            counts.to_string(),
            card.floor.to_string(),
            card.ceiling.map_or_else(|| "any".into(), |most| most.to_string()),
            measured,
            people,
            beside,
            card.id.to_string(),
        ]
    }));
    insta::assert_snapshot!("indicators", aligned(&rows));
}

/// One line for each goal and each measure: its targets, or why it has none; what a measure repeats and serves.
#[test]
fn every_clause_in_the_ledger() {
    let catalogue = Catalogue::hangjin();
    let mut rows = vec![
        ["clause", "serves", "targets, or why there is none", "repeats", "remark"].map(String::from).to_vec(),
    ];
    for entry in catalogue.ledger() {
        let letter = &catalogue.plan(&entry.plan).unwrap().letter;
        let content = match entry.reason {
            Some(reason) => format!("({reason})"),
            None => entry.targets.join(", "),
        };
        let serves: Vec<String> = entry.serves.iter().map(u8::to_string).collect();
        rows.push(vec![
            entry.label(letter),
            serves.join(" "),
            content,
            entry.repeats.join(", "),
            entry.note.as_ref().map_or("", |note| &note.en).to_string(),
        ]);
    }
    insta::assert_snapshot!("ledger", aligned(&rows));
}

/// What each indicator means, in Chinese.
#[test]
fn every_definition_in_chinese() {
    let head = ["指标", "计数（分子）", "分母", "对象", "量词", "来源", "年度", "依据"];
    insta::assert_snapshot!("definitions_zh", aligned(&definitions(head, true)));
}

/// What each indicator means, in English.
#[test]
fn every_definition_in_english() {
    let head = ["indicator", "counted", "over", "of whom", "noun", "source", "year", "basis"];
    insta::assert_snapshot!("definitions_en", aligned(&definitions(head, false)));
}

fn definitions(head: [&str; 8], zh: bool) -> Vec<Vec<String>> {
    let mut rows = vec![head.map(String::from).to_vec()];
    rows.extend(Catalogue::hangjin().indicators().map(|card| {
        let definition = card.definition.as_ref().unwrap();
        let pick = |text: &Bilingual| if zh { text.zh.to_string() } else { text.en.to_string() };
        let optional = |text: &Option<Bilingual>| text.as_ref().map_or_else(|| "—".into(), pick);
        let basis = match (definition.ours, zh) {
            (true, true) => "本目录",
            (true, false) => "ours",
            (false, true) => "通行口径",
            (false, false) => "usual",
        };
        let (source, year) = match zh {
            true => (definition.source.zh(), definition.year.zh()),
            false => (definition.source.en(), definition.year.en()),
        };
        vec![
            if zh { card.zh.to_string() } else { card.en.to_string() },
            pick(&definition.counted),
            optional(&definition.denominator),
            optional(&definition.population),
            optional(&definition.measure_word),
            source.to_string(),
            year.to_string(),
            basis.to_string(),
        ]
    }));
    rows
}

/// The page of the documentation that an officer holds against the printed plans. `BLESS=1` writes it anew.
#[test]
fn the_page_of_the_documentation_is_that_of_the_cards() {
    let catalogue = Catalogue::hangjin();
    let report =
        Evaluator::new(&catalogue).report(catalogue.data([]).area_or_empty(""), Year::literal(2024)).unwrap();
    let mut page = String::from(
        "全部目标、指标解释与条款台账。The whole catalogue, by plan, domain and clause, and what every indicator means, and the ledger of the 152 main goals and 186 strategy measures.\n\n\
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
                    named(&catalogue, row),
                    when_zh(&row.target),
                    of_whom_zh(&catalogue, &row.target),
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
    let mut table = |title: &str, rows: &[Vec<String>]| {
        let line = |row: &[String]| {
            let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let (head, rest) = rows.split_first().unwrap();
        page += &format!("\n# {title}\n\n{}|{}\n", line(head), "---|".repeat(head.len()));
        rest.iter().for_each(|row| page += &line(row));
    };
    table(
        "指标解释",
        &definitions(["指标", "计数（分子）", "分母", "对象", "量词", "来源", "年度", "依据"], true),
    );
    table(
        "Definitions of the indicators",
        &definitions(["indicator", "counted", "over", "of whom", "noun", "source", "year", "basis"], false),
    );
    let mut rows = vec![
        ["条款", "服务的目标", "对应的目标，或不量化的原因", "与之相同的目标", "说明"]
            .map(String::from)
            .to_vec(),
    ];
    for entry in catalogue.ledger() {
        let letter = &catalogue.plan(&entry.plan).unwrap().letter;
        let ids = |ids: &[Text]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
        let content = match entry.reason {
            Some(reason) => format!("{}（{reason}）", reason.zh()),
            None => ids(&entry.targets),
        };
        let serves: Vec<String> = entry.serves.iter().map(u8::to_string).collect();
        rows.push(vec![
            entry.label(letter),
            serves.join("、"),
            content,
            ids(&entry.repeats),
            entry.note.as_ref().map_or("", |note| &note.zh).to_string(),
        ]);
    }
    table("条款台账", &rows);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/docs/catalogue.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    let known = std::fs::read_to_string(path).unwrap_or_default();
    assert!(known == page, "src/docs/catalogue.md is stale; BLESS=1 writes it anew");
}

/// What is asked, with the reference by its name.
fn named(catalogue: &Catalogue, row: &Row) -> String {
    let asks = text::asks(row, Language::Chinese);
    match &row.target.reference {
        Some(id) => asks.replace("参照指标", &format!("“{}”", catalogue.indicator(id).unwrap().zh)),
        None => asks,
    }
}

/// The reasons as the ledger words them.
#[test]
fn reasons_have_words() {
    let words = [Why::NoNamedIndicator, Why::Qualitative, Why::SameAsGoal].map(|why| (why.zh(), why.en()));
    assert_eq!(
        words,
        [
            ("未点名指标", "no named indicator"),
            ("定性要求", "qualitative"),
            ("与主要目标相同", "same as goal"),
        ]
    );
}

fn asked(catalogue: &Catalogue, target: &Target) -> String {
    let reference = || catalogue.indicator(target.reference.as_deref().unwrap()).unwrap().zh.to_string();
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
            format!("{} {way} {since}", value.amount())
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
        Timing::Kept { from, due } => format!("kept {from}-{due}"),
        Timing::EveryYear { from, due } => format!("every year {from}-{due}"),
        Timing::ReachedAndKept { due } => format!("reached and kept, by {due}"),
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
        Timing::Kept { from, due } => format!("{from}—{due}年保持"),
        Timing::EveryYear { from, due } => format!("{from}—{due}年每年"),
        Timing::ReachedAndKept { due } => format!("达到后保持，至{due}年"),
        Timing::EveryTerm { from, due } => format!("{from}—{due}年每届"),
        Timing::EachWindow { from, years, due } => format!("{from}—{due}年每{years}年"),
        Timing::Once { from, due } => format!("{from}—{due}年一次"),
        Timing::Within { after, months } => format!("{after}后{months}个月内"),
        ref other => panic!("no words for {}", other.code()),
    }
}

fn of_whom_zh(catalogue: &Catalogue, target: &Target) -> String {
    let kind = target.scope.unit_kind().and_then(|kind| catalogue.unit_kind(&target.plan, kind));
    let kind = kind.map_or("", |kind| &kind.zh);
    match &target.scope {
        Scope::Area => "全旗".into(),
        Scope::EveryUnit(id) => format!("每个{kind}（`{id}`）"),
        Scope::Pooled(id) => format!("{kind}合计（`{id}`）"),
    }
}

fn of_whom(catalogue: &Catalogue, target: &Target) -> String {
    let kind = target.scope.unit_kind().and_then(|kind| catalogue.unit_kind(&target.plan, kind));
    match &target.scope {
        Scope::Area => "the banner".into(),
        Scope::EveryUnit(_) => format!("each {}", kind.unwrap().en),
        Scope::Pooled(_) => format!("together: {}", kind.unwrap().en_plural),
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
