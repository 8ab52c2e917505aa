//! One page for each language, to be read by somebody who reads no code: every standing, every warning, the words for
//! changes, and every kind of sentence.

use dabiao::{Language, Number, Rule, plan::Better, report::Row, text};

use crate::changes::examples;
use crate::county::{standings, warned};
use crate::kinds::kinds;

/// The row with a clause as a plan would print it.
fn quoting(row: &Row) -> Row {
    let mut row = row.clone();
    if row.target.clause.words != "达到" {
        return row;
    }
    let (name, sign) = (&row.indicator.zh, row.indicator.unit.symbol());
    let words = match row.target.rule {
        Rule::AtLeast { value } => format!("{name}达到{value}{sign}以上"),
        Rule::MoreThan { value } => format!("{name}超过{value}{sign}"),
        Rule::AtMost { value } if value == Number::ZERO => format!("{name}为零"),
        Rule::AtMost { value } => format!("{name}降到{value}{sign}以下"),
        Rule::LessThan { value } => format!("{name}低于{value}{sign}"),
        Rule::Improves { better: Better::Higher, qualifier } => format!("{name}{}提高", qualifier.zh()),
        Rule::Improves { better: Better::Lower, qualifier } => format!("{name}{}下降", qualifier.zh()),
        Rule::NotWorse { .. } => format!("{name}不高于2020年"),
        Rule::RisesSlower => format!("{name}上升幅度减缓"),
        _ => format!("{name}达到规划要求"),
    };
    row.target.clause.words = words.into();
    row
}

fn page(language: Language) -> String {
    let (first, second, third, fourth) = match language {
        Language::Chinese => ("状态", "预警", "变化", "各种句子"),
        Language::English => ("Standings", "Warnings", "Changes", "Every kind of sentence"),
    };
    let mut lines = vec![first.to_owned()];
    lines.extend(standings().iter().map(|(_, row)| text::standing(row, language)));
    lines.push(format!("\n{second}"));
    let warned = warned();
    let warnings =
        warned.iter().flat_map(|row| row.judgement.warnings.iter().map(move |warning| (row, warning)));
    lines.extend(warnings.map(|(row, warning)| text::warning(row, warning, language)));
    lines.push(format!("\n{third}"));
    lines.extend(examples().iter().map(|row| text::sentence(&quoting(row), language)));
    lines.push(format!("\n{fourth}"));
    for (_, row) in kinds() {
        let row = quoting(&row);
        lines.push(text::sentence(&row, language));
        lines.push(format!("    {}", text::standing(&row, language)));
    }
    lines.join("\n")
}

#[test]
fn the_chinese_page() {
    insta::assert_snapshot!("chinese", page(Language::Chinese));
}

#[test]
fn the_english_page() {
    insta::assert_snapshot!("english", page(Language::English));
}
