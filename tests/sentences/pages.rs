//! One page for each language, to be read by somebody who reads no code: every standing, every warning, the words for
//! changes, and every kind of sentence.

use dabiao::{Language, text};

use crate::changes::examples;
use crate::county::{standings, warned};
use crate::kinds::kinds;

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
    lines.extend(examples().iter().map(|row| text::sentence(row, language)));
    lines.push(format!("\n{fourth}"));
    for (_, row) in kinds() {
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
