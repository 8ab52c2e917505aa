//! One page for each language, to be read by somebody who reads no code: every standing, every warning, and the words for
//! changes.

use dabiao::{Language, text};

use crate::changes::examples;
use crate::county::{standings, warned};

fn page(language: Language) -> String {
    let (first, second, third) = match language {
        Language::Chinese => ("状态", "预警", "变化"),
        Language::English => ("Standings", "Warnings", "Changes"),
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
