//! What cannot be known from the book: asked for, and answered in a file or by a profile of its source.

use std::collections::BTreeMap;

use dabiao::data::{Mark, Missing};
use serde::{Deserialize, Serialize};

/// What a mark means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(crate) enum Meaning {
    /// A reason why there is no value, or `below_unit`.
    Qualifier(String),
    /// More than nothing and less than this number.
    Below { below: String },
}

/// The answers to the questions; every table may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Answers {
    /// A profile's name or file.
    pub(crate) profile: Option<String>,
    /// `calculated`: a spreadsheet program has calculated and saved the book, so a 0 of a formula is a 0.
    pub(crate) formulas: Option<String>,
    /// Marks, in the whole book.
    pub(crate) marks: BTreeMap<String, Meaning>,
    /// Units, by the indicator's name in the book or by sheet.
    pub(crate) units: BTreeMap<String, String>,
    /// `fraction` (0.973 is 97.3％) or `as_shown`, by sheet or by column (`sheet!C`).
    pub(crate) scales: BTreeMap<String, String>,
    /// Indicators, by their name in the book.
    pub(crate) indicators: BTreeMap<String, String>,
    /// Single cells (`sheet!B7`): a value, or a reason why there is none.
    pub(crate) cells: BTreeMap<String, String>,
    /// `skip`, by sheet.
    pub(crate) sheets: BTreeMap<String, String>,
    /// What a column is (`sheet!D`): `skip`, or a year with a disaggregation: `2023 城镇`.
    pub(crate) columns: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    marks: BTreeMap<String, Meaning>,
}

const PROFILES: &[(&str, &str)] = &[
    ("chengdu-1991", include_str!("../profiles/chengdu-1991.toml")),
    ("china-1992", include_str!("../profiles/china-1992.toml")),
    ("county", include_str!("../profiles/county.toml")),
];

pub(crate) fn profile_names() -> String {
    PROFILES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn parsed<T: for<'de> Deserialize<'de>>(path: &str, text: &str) -> Result<T, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match path.ends_with(".json") {
        true => serde_json::from_str(text).map_err(|error| format!("{path}: {error}")),
        false => toml::from_str(text).map_err(|error| format!("{path}: {error}")),
    }
}

fn file<T: for<'de> Deserialize<'de>>(path: &str) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    parsed(path, &text)
}

impl Answers {
    pub(crate) fn read(path: Option<&str>, profile: Option<&str>) -> Result<Self, String> {
        let mut answers: Self = path.map(file).transpose()?.unwrap_or_default();
        let profile = profile.map(str::to_owned).or_else(|| answers.profile.clone());
        if let Some(name) = profile {
            let built_in = PROFILES.iter().find(|(known, _)| *known == name);
            let profile: Profile = match built_in {
                Some((name, text)) => parsed(name, text)?,
                None if name.contains('.') => file(&name)?,
                None => {
                    return Err(format!(
                        "there is no profile `{name}`; there are {}, or name a file",
                        profile_names()
                    ));
                }
            };
            for (mark, meaning) in profile.marks {
                answers.marks.entry(mark).or_insert(meaning);
            }
        }
        answers.check()?;
        Ok(answers)
    }

    fn check(&self) -> Result<(), String> {
        for (mark, meaning) in &self.marks {
            match meaning {
                Meaning::Qualifier(word) if word == "below_unit" || reason(word).is_some() => {}
                Meaning::Qualifier(word) => {
                    return Err(format!("marks: `{mark}` = `{word}`: write one of {REASONS}"));
                }
                Meaning::Below { below } if below.parse::<dabiao::Number>().is_ok() => {}
                Meaning::Below { below } => return Err(format!("marks: `{mark}`: `{below}` is no number")),
            }
        }
        for (place, scale) in &self.scales {
            if !matches!(scale.as_str(), "fraction" | "as_shown") {
                return Err(format!("scales: `{place}` = `{scale}`: write fraction or as_shown"));
            }
        }
        for (sheet, what) in &self.sheets {
            if what != "skip" {
                return Err(format!("sheets: `{sheet}` = `{what}`: write skip"));
            }
        }
        match self.formulas.as_deref() {
            None | Some("calculated") => Ok(()),
            Some(other) => Err(format!("formulas = `{other}`: write calculated, or leave it out")),
        }
    }
}

pub(crate) const REASONS: &str = "not_applicable, not_collected, not_reported, suppressed, error";

/// The reason that a word stands for.
pub(crate) fn reason(word: &str) -> Option<Missing> {
    match word.parse() {
        Ok(Mark::Missing(why)) => Some(why),
        _ => None,
    }
}

/// Something that the book does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Question {
    pub(crate) sheet: String,
    /// Every cell that it is about.
    pub(crate) cells: Vec<String>,
    pub(crate) found: String,
    pub(crate) question: String,
    pub(crate) answers: Vec<String>,
    /// A line of the answers file, or an option, that settles it.
    pub(crate) settle: String,
}

/// Questions in the order in which they came up, one for each matter.
#[derive(Debug, Default)]
pub(crate) struct Questions(Vec<Question>);

impl Questions {
    /// Asks, or adds the cell to the same question asked before.
    pub(crate) fn ask(&mut self, question: Question) {
        // The line that settles it says what it is about.
        let same =
            |earlier: &&mut Question| earlier.sheet == question.sheet && earlier.settle == question.settle;
        match self.0.iter_mut().find(same) {
            Some(earlier) => earlier.cells.extend(question.cells),
            None => self.0.push(question),
        }
    }

    pub(crate) fn all(&self) -> &[Question] {
        &self.0
    }

    pub(crate) fn print(&self) -> String {
        let many = if self.0.len() == 1 { "" } else { "s" };
        let mut text =
            format!("{} question{many}; answer in a file and name it with --answers\n", self.0.len());
        for (number, question) in (1..).zip(&self.0) {
            let shown: Vec<&str> = question.cells.iter().take(8).map(String::as_str).collect();
            let more = match question.cells.len().saturating_sub(shown.len()) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            text += &format!(
                "{number}. {}!{}{more}: `{}`: {}\n   answers: {}\n   settle:  {}\n",
                question.sheet,
                shown.join(" "),
                question.found,
                question.question,
                question.answers.join(" | "),
                question.settle
            );
        }
        text
    }
}
