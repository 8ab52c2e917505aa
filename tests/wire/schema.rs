//! The JSON Schemas in `tests/wire/schema` are those of the types. `BLESS=1` writes them anew.
//!
//! `tests/wire/validate.py` holds the conformance pack against them with another library's validator.

use std::fs;
use std::path::Path;

use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
use dabiao::json::{Answer, PlanDocument, Refusal, Request};
use dabiao::{Observation, Report, Year, values::cases};
use schemars::{Schema, schema_for};
use serde_json::Value;

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let schemas: [(&str, Schema); 5] = [
        ("request", schema_for!(Request)),
        ("report", schema_for!(Report)),
        ("answers", schema_for!(Vec<Answer>)),
        ("errors", schema_for!(Refusal)),
        ("plan", schema_for!(PlanDocument)),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/schema");
    for (name, schema) in schemas {
        let path = folder.join(format!("{name}.json"));
        let mut schema = serde_json::to_value(&schema).unwrap();
        plain(&mut schema);
        let text = format!("{schema:#}\n");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        assert!(known == text, "{name}.json is not the schema of its type; BLESS=1 writes it anew");
    }
}

/// Descriptions without the examples in Rust, and without the links to them: other languages read the committed schemas.
fn plain(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(said)) = fields.get_mut("description") {
                let (mut kept, mut code) = (Vec::new(), false);
                for line in said.lines() {
                    let fence = line.starts_with("```");
                    code ^= fence;
                    let of_rust = fence
                        || code
                        || ["Shown ", "Compared in ", "Worked through "]
                            .iter()
                            .any(|word| line.starts_with(word));
                    kept.extend((!of_rust).then_some(line));
                }
                *said = kept.join("\n").trim_end().to_owned();
            }
            fields.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}

/// A host that sends rows alone finds their form by the name it has in a request.
#[test]
fn the_schema_of_a_row_stands_by_itself() {
    let alone = serde_json::to_value(schema_for!(Observation)).unwrap();
    assert_eq!(alone["title"], "Observation");
    let fields = alone["properties"].as_object().unwrap();
    let written = serde_json::to_value(
        MATERNAL_MORTALITY_RATIO
            .observe(Year::literal(2024), cases(1).of(823))
            .after_break()
            .from_source("a book"),
    )
    .unwrap();
    for field in written.as_object().unwrap().keys() {
        assert!(fields.contains_key(field), "{field}");
    }
    let many = serde_json::to_value(schema_for!(Vec<Observation>)).unwrap();
    assert_eq!(many["items"]["$ref"], "#/$defs/Observation");
    assert_eq!(many["$defs"]["Observation"]["properties"], alone["properties"]);
}

/// Every word of the form (kinds of rules and timings, units, softening words) that a plan document may hold.
fn words(schema: &Value, into: &mut std::collections::BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            into.extend(fields.get("const").and_then(Value::as_str).map(str::to_owned));
            let listed = fields.get("enum").and_then(Value::as_array).into_iter().flatten();
            into.extend(listed.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| words(value, into));
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, into)),
        _ => {}
    }
}

#[test]
fn the_chapter_names_every_word_of_a_plan_document() {
    let chapter = include_str!("../../src/docs/wire.md");
    let schema = serde_json::to_value(schema_for!(PlanDocument)).unwrap();
    let mut all = std::collections::BTreeSet::new();
    let types = [
        "Between",
        "Calendar",
        "Commitment",
        "GapMeasure",
        "IndicatorKind",
        "Level",
        "Qualifier",
        "Rule",
        "Section",
    ];
    for name in types.into_iter().chain(["Timing", "Unit"]) {
        let before = all.len();
        words(&schema["$defs"][name], &mut all);
        assert!(all.len() > before, "the schema has no words of {name}");
    }
    let missing: Vec<&String> = all
        .iter()
        .filter(|word| ["`", "\""].iter().all(|mark| !chapter.contains(&format!("{mark}{word}{mark}"))))
        .collect();
    assert!(missing.is_empty(), "not in the chapter: {missing:?}");
}
