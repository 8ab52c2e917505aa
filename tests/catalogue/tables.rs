//! The catalogue as tables that need no code to be read.

use dabiao::{Better, Catalogue, Duty, Rule, Scope, Strength, Target, Why};

/// One line for each target, in printed order.
#[test]
fn every_target_in_plain_words() {
    let catalogue = Catalogue::hangjin();
    let mut rows = vec![
        ["clause", "indicator", "unit", "asked", "when", "of whom", "strength", "printed words"]
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
            strength(target.strength).to_string(),
            target.clause.words.to_string(),
        ]
    }));
    insta::assert_snapshot!("targets", aligned(&rows));
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
        Rule::Improves { better, word } if word.en().is_empty() => way(better).into(),
        Rule::Improves { better, word } => format!("{} {} ({})", way(better), word.en(), word.zh()),
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
    match target.duty {
        Duty::ByYear { due } => format!("by {due}"),
        Duty::EveryYear { from, due } => format!("every year {from}-{due}"),
        Duty::OnceReached { due } => format!("once reached, by {due}"),
        Duty::EveryTerm { from, due } => format!("every term {from}-{due}"),
        Duty::EachWindow { from, years, due } => format!("every {years} years {from}-{due}"),
        Duty::Once { from, due } => format!("once {from}-{due}"),
        Duty::Within { after, months } => format!("within {months} month after {after}"),
        ref other => panic!("no words for {}", other.code()),
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

fn strength(strength: Strength) -> &'static str {
    if strength == Strength::Firm { "firm" } else { strength.zh() }
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
