//! The pack in `tests/conformance`: every request is answered as it says there, byte for byte.
//!
//! `BLESS=1` writes the answers anew; they are then to be read before they are committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use dabiao::Report;
use dabiao::json::{self, Answer, Refusal};
use serde_json::{Value, json};

fn folders() -> Vec<PathBuf> {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let entries = fs::read_dir(pack).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The name of a request, its text, the file of the answer that is expected, and its text.
type Entry = (String, String, &'static str, String);

/// The pack, read once.
pub(crate) fn pack() -> &'static [Entry] {
    static PACK: OnceLock<Vec<Entry>> = OnceLock::new();
    PACK.get_or_init(read)
}

fn read() -> Vec<Entry> {
    if std::env::var_os("BLESS").is_some() {
        for folder in folders() {
            let request = fs::read(folder.join("request.json")).unwrap();
            let (file, answer) = match json::evaluate(&request) {
                Ok(answer) if answer.starts_with('[') => ("answers.json", answer),
                Ok(answer) => ("report.json", answer),
                Err(refusal) => ("errors.json", refusal.to_json()),
            };
            fs::write(folder.join(file), pretty(&answer)).unwrap();
        }
    }
    let read = |folder: PathBuf| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let request = fs::read_to_string(folder.join("request.json")).unwrap();
        let file = ["report.json", "errors.json", "answers.json"]
            .into_iter()
            .find(|file| folder.join(file).exists());
        let file = file.unwrap_or_else(|| panic!("{name} has no answer"));
        let answer = fs::read_to_string(folder.join(file)).unwrap();
        (name, request, file, answer)
    };
    folders().into_iter().map(read).collect()
}

fn pretty(text: &str) -> String {
    format!("{:#}\n", serde_json::from_str::<Value>(text).unwrap())
}

#[test]
fn every_request_has_its_answer() {
    let pack = pack();
    assert!(pack.len() >= 13, "the pack has {} requests", pack.len());
    for (name, request, file, expected) in pack {
        let found = match (*file, json::evaluate(request.as_bytes())) {
            ("errors.json", Err(refusal)) => refusal.to_json(),
            ("report.json" | "answers.json", Ok(answer)) => answer,
            (_, found) => panic!("{name} should give {file}, not {found:?}"),
        };
        assert!(pretty(&found) == *expected, "{name} is answered in another way than {file} says");
    }
}

#[test]
fn every_answer_is_read_and_written_again_unchanged() {
    for (name, _, file, text) in pack() {
        let again = match *file {
            "report.json" => serde_json::to_string(&serde_json::from_str::<Report>(text).unwrap()),
            "errors.json" => serde_json::to_string(&serde_json::from_str::<Refusal>(text).unwrap()),
            _ => serde_json::to_string(&serde_json::from_str::<Vec<Answer>>(text).unwrap()),
        };
        assert!(pretty(&again.unwrap()) == *text, "{name}/{file} changes on the way");
    }
}

/// What the pack is there for: every rule, outcome and standing occurs in it.
#[test]
fn the_pack_has_every_rule_and_outcome() {
    let mut all = String::new();
    for (_, _, file, text) in pack() {
        if *file != "errors.json" {
            all.push_str(text);
        }
    }
    let rules = [
        "at_least",
        "at_most",
        "more_than",
        "less_than",
        "around",
        "at_least_ratio",
        "all",
        "changed_by",
        "changed_each_year",
        "improves",
        "not_worse",
        "rises_slower",
        "not_below",
        "in_proportion",
        "host_bound",
        "monitored",
    ];
    for rule in rules {
        assert!(all.contains(&format!("\"kind\": \"{rule}\"")), "no request has the rule {rule}");
    }
    for outcome in dabiao::Outcome::ALL {
        let code = serde_json::to_string(&outcome).unwrap();
        assert!(all.contains(&format!("\"outcome\": {code}")), "no answer has the outcome {code}");
    }
    for standing in dabiao::Standing::ALL {
        let code = serde_json::to_string(&standing).unwrap();
        assert!(all.contains(&format!("\"standing\": {code}")), "no answer has the standing {code}");
    }
}

/// What is absent is left out: no finding holds an empty text.
#[test]
fn no_finding_holds_an_empty_text() {
    fn empty(at: &str, value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) if text.trim().is_empty() => found.push(at.to_owned()),
            Value::Array(parts) => parts.iter().for_each(|part| empty(at, part, found)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| empty(&format!("{at}.{name}"), value, found));
            }
            _ => {}
        }
    }
    let broken = |kind: &str| json!({ "indicator": "适龄儿童免疫规划疫苗接种率", "period": 2024, "unit": "%", "value": kind });
    let unit = |id: &str, part: u32, of: u32| {
        json!({ "indicator": "适龄儿童免疫规划疫苗接种率", "period": 2024, "unit_kind": "township", "unit_id": id,
                "numerator": part, "denominator": of })
    };
    // The units do not add up to the area, a rate is not that of its counts, a row cannot be read, another names nothing.
    let request = json!({ "year": 2024, "observations": [
            { "indicator": "适龄儿童免疫规划疫苗接种率", "period": 2024, "numerator": 96, "denominator": 100, "value": "95", "unit": "%" },
            unit("甲镇", 40, 50), unit("乙镇", 20, 50), broken("9O"), {}, { "indicator": "  ", "period": 2024, "value": "1" }],
        "rosters": [{ "kind": "township", "year": 2024, "members": [{ "id": "甲镇" }, { "id": "乙镇" }] },
                    { "kind": "街道", "year": 2024, "members": [{ "id": "" }] }] });
    let answer = json::evaluate(request.to_string().as_bytes()).unwrap();
    let answers = pack()
        .iter()
        .filter(|(_, _, file, _)| *file != "errors.json")
        .map(|(name, _, _, answer)| (&**name, answer));
    let mut cells = 0;
    for (name, answer) in answers.chain([("sums over units", &answer)]) {
        let answer: Value = serde_json::from_str(answer).unwrap();
        let reports = match &answer {
            Value::Array(answers) => answers.iter().filter_map(|answer| answer.get("report")).collect(),
            report => vec![report],
        };
        for report in reports {
            let findings = report["findings"].to_string();
            cells += findings.matches("\"area_unit\"").count();
            let mut found = Vec::new();
            empty("findings", &report["findings"], &mut found);
            assert_eq!(found, [""; 0], "{name}: {findings}");
        }
    }
    assert!(cells > 0, "a cell of units is among them");
}
