//! The cases of this folder: small tables with what is right of them, asked at every door that rows can enter by.
//!
//! Each door hands in what it told ([`Told`]); what has to be told stands in the case and is the same for all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use dabiao::{
    Language, Report,
    data::{Effect, Finding, FindingKind},
    text,
};
use serde_json::{Value, json};

/// The columns of a row, in the order of [`Case::rows`].
pub(crate) const COLUMNS: [&str; 10] =
    ["indicator", "area", "unit_kind", "unit_id", "residence", "sex", "period", "value", "unit", "status"];

/// One table of a case.
pub(crate) struct Case {
    /// The file and the place of the table in it.
    pub(crate) name: String,
    table: Value,
}

/// What a door told of a table.
#[derive(Default)]
pub(crate) struct Told {
    /// Outcome, value and sentence in Chinese, by target.
    pub(crate) verdicts: BTreeMap<String, (String, Option<String>, String)>,
    /// The rows that could not be read: place from 0, column, message.
    pub(crate) refused: Vec<(usize, String, String)>,
    /// Every other finding, in Chinese.
    pub(crate) findings: Vec<String>,
    pub(crate) used: usize,
    pub(crate) unused: usize,
    /// What a person reads, where the door writes for persons.
    pub(crate) printed: String,
}

pub(crate) fn cases() -> Vec<Case> {
    // The packages beside the library ask too.
    let roots = ["tests/edges", "../../tests/edges"].map(PathBuf::from);
    let folder = roots.iter().find(|root| root.is_dir()).expect("the folder of the cases");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files: BTreeSet<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
    let mut cases = Vec::new();
    for file in files {
        let read: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        for (place, table) in read["tables"].as_array().unwrap().iter().enumerate() {
            let name = format!("{} {place}", file.file_stem().unwrap().to_string_lossy());
            cases.push(Case { name, table: table.clone() });
        }
    }
    assert!(cases.len() >= 20);
    cases
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

impl Case {
    pub(crate) fn area(&self) -> String {
        self.table.get("area").map_or("A".to_owned(), text_of)
    }

    /// Judged by the rounded method.
    pub(crate) fn is_rounded(&self) -> bool {
        self.table.get("method").is_some_and(|method| method == "rounded")
    }

    fn list(&self, name: &str) -> &[Value] {
        self.table.get(name).map_or(&[], |list| list.as_array().unwrap())
    }

    /// The cells of each row, in the order of [`COLUMNS`].
    pub(crate) fn rows(&self) -> Vec<[String; COLUMNS.len()]> {
        let rows = self.list("rows").iter().map(|row| {
            let row = row.as_object().unwrap();
            assert!(row.keys().all(|column| COLUMNS.contains(&column.as_str())), "{}", self.name);
            COLUMNS.map(|column| match (column, row.get(column)) {
                ("area", None) => self.area(),
                (_, cell) => cell.map(text_of).unwrap_or_default(),
            })
        });
        rows.collect()
    }

    /// Area, kind, unit and year of each row of the rosters.
    pub(crate) fn rosters(&self) -> Vec<[String; 4]> {
        let rows = self.list("rosters").iter().map(|row| [0, 1, 2, 3].map(|place| text_of(&row[place])));
        rows.collect()
    }

    /// Whether each roster names its area. In a request one that names none is of the area that is asked for.
    pub(crate) fn names_areas(&self) -> bool {
        self.rosters().iter().all(|[area, ..]| !area.is_empty())
    }

    /// The value of a target as it has to be shown, with its unit.
    pub(crate) fn shown(&self, target: &str) -> Option<String> {
        self.table["verdicts"].get(target)?[1].as_str().map(str::to_owned)
    }

    /// The table as a request to the JSON API.
    pub(crate) fn request(&self) -> String {
        let rows = self.rows().into_iter().map(|row| {
            let cells = COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            cells.map(|(column, cell)| ((*column).to_owned(), json!(cell))).collect::<serde_json::Map<_, _>>()
        });
        let mut members: BTreeMap<(String, String, String), Vec<Value>> = BTreeMap::new();
        for [area, kind, id, year] in self.rosters() {
            members.entry((area, kind, year)).or_default().push(json!({ "id": id }));
        }
        let rosters = members.into_iter().map(|((area, kind, year), members)| {
            let year: i32 = year.parse().unwrap();
            let mut roster = json!({ "kind": kind, "year": year, "members": members });
            if !area.is_empty() {
                roster["area"] = area.into();
            }
            roster
        });
        let method = if self.is_rounded() { "rounded" } else { "full_value" };
        json!({
            "year": 2024, "area": self.area(), "settings": { "method": method },
            "observations": rows.collect::<Vec<_>>(), "rosters": rosters.collect::<Vec<_>>(),
        })
        .to_string()
    }

    /// What of the things that have to be told was not told, and what was told besides.
    #[must_use]
    pub(crate) fn check(&self, told: &Told) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut hold = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{}: {what}", self.name));
            }
        };
        let count = |field: &str| usize::try_from(self.table[field].as_u64().unwrap()).unwrap();
        let counted = (told.used, told.unused);
        hold(counted == (count("used"), count("unused")), &format!("used and unused are {counted:?}"));

        let refused = self.list("refused");
        hold(told.refused.len() == refused.len(), &format!("refused are {:#?}", told.refused));
        for wanted in refused {
            let (row, column) = (usize::try_from(wanted[0].as_u64().unwrap()).unwrap(), text_of(&wanted[1]));
            let words = text_of(&wanted[2]);
            let mut told = told.refused.iter();
            let found = told.any(|(at, of, said)| (*at, of) == (row, &column) && said.contains(&words));
            hold(found, &format!("{row} {column} {words} is not told"));
        }

        let (rosters, findings): (Vec<&String>, Vec<&String>) =
            told.findings.iter().partition(|finding| finding.contains("名录"));
        let wanted = self.list("told");
        hold(findings.len() == wanted.len(), &format!("found is {findings:#?}"));
        for words in wanted.iter().map(text_of) {
            hold(findings.iter().any(|found| found.contains(&words)), &format!("{words} is not found"));
        }
        // A door that reads rosters row by row has other words for one that lacks a row.
        let wanted = self.list("roster_told");
        let fits = |words: &String| rosters.iter().any(|finding| finding.contains(words));
        let told_of_rosters = rosters.is_empty() == wanted.is_empty()
            && (wanted.is_empty() || wanted.iter().map(text_of).any(|words| fits(&words)));
        hold(told_of_rosters, &format!("of rosters is told {rosters:#?}"));

        for (target, wanted) in self.table["verdicts"].as_object().unwrap() {
            let Some((outcome, value, sentence)) = told.verdicts.get(target) else {
                hold(false, &format!("{target} is not judged"));
                continue;
            };
            let judged = (outcome, value);
            let right = (&text_of(&wanted[0]), &self.shown(target));
            hold(judged == right, &format!("{target} is {judged:?}: {sentence}"));
            let words = wanted.get(2).map(text_of).unwrap_or_default();
            hold(sentence.contains(&words), &format!("{words} is not in {sentence}"));
        }
        for words in self.list("never").iter().map(text_of) {
            hold(!told.printed.contains(&words), &format!("{words:?} is printed"));
        }
        wrong
    }
}

/// Asks every case at a door, and lists everything that is not right.
pub(crate) fn ask<'c>(cases: impl IntoIterator<Item = &'c Case>, door: impl Fn(&Case) -> Vec<Told>) {
    let asked = cases.into_iter().flat_map(|case| {
        let told = door(case);
        assert!(!told.is_empty(), "{}", case.name);
        told.iter().flat_map(|told| case.check(told)).collect::<Vec<_>>()
    });
    let wrong: Vec<String> = asked.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Told {
    /// The verdicts and findings of a report.
    pub(crate) fn of(report: &Report) -> Self {
        let mut told = Self::default();
        for row in &report.rows {
            let judged = (
                row.assessment().outcome.zh().to_owned(),
                text::value(row, Language::Chinese),
                row.sentence(Language::Chinese),
            );
            told.verdicts.insert(row.target.id.to_string(), judged);
        }
        for finding in &report.findings {
            match &finding.kind {
                // What a relation says of a figure has tests of its own.
                FindingKind::Unreadable { .. }
                | FindingKind::UnknownIndicator { .. }
                | FindingKind::RelationBroken(_) => {}
                // A roster of another area than the one that is asked for.
                kind if finding.source.as_deref() == Some("rosters") => {
                    told.findings.push(format!("名录：{}", kind.zh()));
                }
                kind => told.findings.push(kind.zh()),
            }
        }
        told
    }

    /// What the JSON API answered, by whatever door it was asked.
    pub(crate) fn of_answer(case: &Case, answer: &str) -> Self {
        let report: Report = serde_json::from_str(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
        let mut told = Self::of(&report);
        let place = |finding: &Finding| -> Option<(usize, String)> {
            let (row, column) = finding.source.as_deref()?.strip_prefix("observations[")?.split_once(']')?;
            Some((row.parse().ok()?, column.trim_start_matches('.').to_owned()))
        };
        let mut lost = BTreeSet::new();
        for finding in &report.findings {
            let of_roster = finding.source.as_deref() == Some("rosters");
            if finding.kind.effect() == Effect::Refused && !of_roster {
                let (row, column) = place(finding).unwrap_or_else(|| panic!("{finding}: no place"));
                lost.insert(row);
                if let FindingKind::Unreadable { message_zh, .. } = &finding.kind {
                    told.refused.push((row, column, message_zh.clone()));
                }
            }
        }
        let unused = report.findings.iter().map(|finding| match &finding.kind {
            FindingKind::UnknownUnitKind { rows, .. }
            | FindingKind::PartUnused { rows, .. }
            | FindingKind::UnitsUnused { rows, .. }
            | FindingKind::IndicatorUnused { rows, .. } => *rows,
            _ => 0,
        });
        told.unused = unused.sum();
        told.used = case.rows().len() - lost.len() - told.unused;
        told
    }
}
