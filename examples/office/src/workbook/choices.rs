//! A question as a form: the answers to choose from, and whether another may be written.

use dabiao::{Language, Number};
use serde::Serialize;
use serde_json::{Value, json};

use super::answers::{Question, REASONS, TOP, reason, spoken};
use super::layout::pick;

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// How it is shown.
    pub label: String,
    /// What stands in the answers file.
    pub value: Value,
}

/// What may be written where no answer to choose is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Other {
    /// The name of an indicator.
    Indicator,
    /// A number; the answer is that the value lies below it.
    Below,
    /// A value with its unit.
    Value,
    /// A unit.
    Unit,
    /// A year, with a disaggregation or an indicator where it is one of a column or sheet.
    Place,
}

/// A question as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Form {
    /// The table of the answers file; empty for what stands in none.
    pub table: String,
    /// The key in it.
    pub key: String,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
    /// What may be written instead.
    pub other: Option<Other>,
}

impl Question {
    /// The question as a form; none where no answer settles it and the book has to be corrected.
    #[must_use]
    pub fn form(&self, language: Language) -> Option<Form> {
        let (table, key) = self.slot()?;
        let own = || self.answers.iter().filter_map(|answer| choice(answer, language));
        let reasons = || REASONS.split(", ").filter_map(|code| missing(code, language));
        let (choices, other): (Vec<Choice>, _) = match table.as_str() {
            "marks" => (reasons().collect(), Some(Other::Below)),
            "cells" => {
                let numbers = own().filter(|choice| {
                    choice.value.as_str().is_some_and(|value| value.parse::<Number>().is_ok())
                });
                (numbers.chain(reasons()).collect(), Some(Other::Value))
            }
            "units" => (own().filter(is_unit).collect(), Some(Other::Unit)),
            "scales" => (own().collect(), None),
            "indicators" => (own().collect(), Some(Other::Indicator)),
            "sheets" | "columns" => {
                // A remark on the book itself is no answer.
                let settles = |choice: &Choice| {
                    choice.value == json!("skip")
                        || !self.settle.ends_with("\"skip\"")
                        || choice
                            .value
                            .as_str()
                            .is_some_and(|value| value.starts_with(|sign: char| sign.is_ascii_digit()))
                };
                (own().filter(settles).collect(), Some(Other::Place))
            }
            TOP => {
                let label = pick(
                    language,
                    "是：这个工作簿用表格软件打开并保存过，公式的结果可信",
                    "yes: a spreadsheet program has opened and saved the book, so its results count",
                );
                (vec![Choice { label: label.to_owned(), value: json!("calculated") }], None)
            }
            "hidden" | "pivots" => (own().collect(), None),
            _ => (own().collect(), Some(Other::Place)),
        };
        let table = if table == TOP { String::new() } else { table };
        Some(Form { table, key, choices, other })
    }
}

/// An answer, shown by the explanation behind its code.
fn choice(answer: &str, language: Language) -> Option<Choice> {
    let value = spoken(answer)?;
    let explained = answer.split_once(['（', '(']).map(|(_, rest)| rest.trim_end_matches(['）', ')']));
    let code = value.as_str().is_some_and(|code| code != answer);
    let label = match explained.filter(|_| code) {
        Some(explained) => explained.to_owned(),
        None if answer == "skip" => pick(language, "不用", "leave it out").to_owned(),
        None if answer == "catalogue" => {
            pick(language, "都按目录的单位", "all in the catalogue’s units").to_owned()
        }
        None => answer.to_owned(),
    };
    Some(Choice { label, value })
}

fn missing(code: &str, language: Language) -> Option<Choice> {
    let why = reason(code)?;
    let label = match language {
        Language::Chinese => format!("没有数：{}", why.zh()),
        Language::English => format!("no value: {}", why.en()),
    };
    Some(Choice { label, value: json!(code) })
}

fn is_unit(choice: &Choice) -> bool {
    let value = choice.value.as_str().unwrap_or_default();
    value == super::read::AS_IN_CATALOGUE || dabiao::values::Unit::read(value).is_ok()
}
