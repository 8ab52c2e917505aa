//! Any text as a table of observations: every row is used or refused, and none is lost.

#![no_main]

#[path = "../../../examples/support/input.rs"]
#[expect(dead_code, reason = "the table of observations is what is tried")]
mod input;

use std::collections::BTreeMap;

use dabiao::{Catalogue, Evaluator, Language, Year};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::hangjin();
    let Ok(table) = input::observations(&catalogue, "table.csv", text, &BTreeMap::new(), Language::Chinese)
    else {
        return;
    };
    assert_eq!(table.read, table.observations.len() + table.refused.len());
    let areas: Vec<String> = table.observations.iter().map(|row| row.area.to_string()).collect();
    let data = catalogue.data(table.observations);
    for area in areas.iter().take(2) {
        let report = Evaluator::new(&catalogue).report(data.area_or_empty(area), Year::literal(2024));
        assert!(report.is_ok());
    }
});
