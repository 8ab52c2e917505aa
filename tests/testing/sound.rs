//! The JSON API keeps every law, by itself and with a host's records in the middle.

use dabiao::{Observation, json, testing};

/// The JSON API as it is.
pub(crate) fn json_api(request: &str) -> Result<String, String> {
    json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json())
}

#[test]
fn the_json_api_keeps_every_law() {
    for law in testing::LAWS {
        law.check(&json_api, 128).unwrap_or_else(|broken| panic!("{broken}"));
    }
}

/// Rows that were stored as their wire form and read again are the same rows.
#[test]
fn rows_that_were_stored_keep_every_law_but_the_last() {
    let judge = testing::through(|rows: Vec<Observation>| {
        let stored: Vec<String> = rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
        // A table gives its rows in any order.
        stored.iter().rev().map(|row| serde_json::from_str(row).unwrap()).collect()
    });
    // In another order the same things are found in another order.
    for law in testing::LAWS.iter().filter(|law| law.name != "byte_for_byte") {
        law.check(&judge, 32).unwrap_or_else(|broken| panic!("{broken}"));
    }
    let untouched = testing::through(|rows| rows);
    testing::law("the_library_says_the_same").unwrap().check(&untouched, 64).unwrap();
}

#[test]
fn every_law_has_a_name_of_its_own() {
    let mut names: Vec<&str> = testing::LAWS.iter().map(|law| law.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), testing::LAWS.len());
    assert!(testing::law("no such law").is_none());
}
