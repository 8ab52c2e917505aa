//! What the laws ask: as many questions as they are told to, the same ones in every run, small ones when an answer is wrong, and
//! questions in which the fault that they are there for can show.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use dabiao::{Number, plan::Calendar, testing};
use serde_json::Value;

use crate::sound::json_api;

/// Every request of a law.
fn requests(law: &str, cases: u32) -> Vec<Value> {
    let asked: RefCell<Vec<Value>> = RefCell::default();
    let judge = |request: &str| {
        asked.borrow_mut().push(serde_json::from_str(request).unwrap());
        json_api(request)
    };
    testing::law(law).unwrap().check(&judge, cases).unwrap();
    asked.into_inner()
}

fn list<'v>(of: &'v Value, name: &str) -> &'v [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'v>(of: &'v Value, name: &str) -> &'v str {
    of[name].as_str().unwrap_or_default()
}

fn is_event(card: &Value) -> bool {
    card["calendar"] == tree(Calendar::Event)
}

fn is_by_year(card: &Value) -> bool {
    card["calendar"].is_null() || card["calendar"] == tree(Calendar::Year)
}

fn tree(calendar: Calendar) -> Value {
    serde_json::to_value(calendar).unwrap()
}

/// In millionths.
fn number(of: &Value) -> i128 {
    let number: Number = of.as_str().unwrap().parse().unwrap();
    number.mantissa() * 10_i128.pow(6 - number.places())
}

#[test]
fn as_many_cases_as_wanted_and_the_same_in_every_run() {
    for cases in [1, 7, 300] {
        assert_eq!(requests("every_value_arrives", cases).len(), usize::try_from(cases).unwrap());
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        assert_eq!(requests("every_value_arrives", 7), requests("every_value_arrives", 7));
    }
}

/// An adapter that keeps ten rows is shown eleven, and is not asked for ever.
#[test]
fn a_wrong_answer_is_shown_with_a_small_question() {
    let asked = Cell::new(0_usize);
    let judge = |request: &str| {
        asked.set(asked.get() + 1);
        let mut form: Value = serde_json::from_str(request).unwrap();
        form["observations"].as_array_mut().unwrap().truncate(10);
        json_api(&form.to_string())
    };
    let broken = testing::law("every_value_arrives").unwrap().check(&judge, 64).unwrap_err();
    assert!(broken.what().contains("`t10` is judged by no value"), "{broken}");
    assert!(!broken.what().contains("row-0011"), "{broken}");
    assert!(asked.get() <= 64 + 301, "{}", asked.get());
}

#[test]
fn every_rule_of_a_bound_is_asked_for() {
    let rules = |law: &str| -> BTreeSet<String> {
        let kinds = requests(law, 64).into_iter();
        kinds.map(|form| text(&form["plans"][0]["targets"][0]["rule"], "kind").to_owned()).collect()
    };
    let four = ["at_least", "at_most", "less_than", "more_than"];
    assert!(rules("the_bound_itself_decides").iter().eq(four), "{:?}", rules("the_bound_itself_decides"));
    let five = ["around", "at_least", "at_most", "less_than", "more_than"];
    assert!(rules("a_better_value_is_never_worse").iter().eq(five));
}

/// Beside the bound on both sides, and not only multiples of it.
#[test]
fn better_values_lie_close_to_the_bound() {
    let mut places = BTreeSet::new();
    for form in requests("a_better_value_is_never_worse", 64) {
        let bound = number(&form["plans"][0]["targets"][0]["rule"]["value"]);
        let value = number(&form["observations"][0]["value"]);
        // Less than a fifth off.
        if 4 * bound < 5 * value && value < bound {
            places.insert("below");
        } else if bound < value && 5 * value < 6 * bound {
            places.insert("above");
        }
    }
    assert_eq!(places.len(), 2, "{places:?}");
}

/// Printed rows are compared with plain ones that are judged.
#[test]
fn printed_rows_are_of_an_indicator_by_the_year() {
    let mut decided = 0;
    for form in requests("print_changes_nothing", 64) {
        let report: Value = serde_json::from_str(&json_api(&form.to_string()).unwrap()).unwrap();
        let outcome = text(&report["rows"][0]["assessment"], "outcome").to_owned();
        decided += usize::from(outcome == "met" || outcome == "not_met");
        assert!(list(&form["plans"][0], "indicators").iter().all(is_by_year), "{form}");
    }
    assert!(decided >= 64, "{decided} of 128");
}

/// Each row has a name of its own, and what the others are told beside is decided.
#[test]
fn beside_what_is_wrong_stands_a_row_that_is_judged() {
    for form in requests("what_is_wrong_is_named", 64) {
        let rows = list(&form, "observations");
        let names: BTreeSet<&str> = rows.iter().map(|row| text(row, "source")).collect();
        assert_eq!(names.len(), rows.len(), "{form}");
        assert!(list(&form["plans"][0], "indicators").iter().all(is_by_year), "{form}");
        let target = &form["plans"][0]["targets"][0];
        assert_eq!((text(target, "id"), text(&target["rule"], "kind")), ("t", "at_least"));
        let report: Value = serde_json::from_str(&json_api(&form.to_string()).unwrap()).unwrap();
        let outcome = text(&report["rows"][0]["assessment"], "outcome");
        assert!(outcome == "met" || outcome == "not_met", "{form}");
    }
}

/// Rows of elsewhere, of another indicator and of a stratum; those of elsewhere at times that its indicator has here. Strata only
/// where they may not matter: a meeting counts for whomever it is told, and a gap is made of them.
#[test]
fn beside_a_series_stand_rows_of_every_kind() {
    let (mut kinds, mut strata_of_gaps) = (BTreeSet::new(), BTreeSet::new());
    for form in requests("what_lies_beside_changes_nothing", 256) {
        let plan = &form["plans"][0];
        let cards = list(plan, "indicators");
        let rows = list(&form, "observations");
        let place =
            |row: &Value| text(row, "source").trim_start_matches("row-").parse::<usize>().unwrap_or(0);
        for row in rows.iter().filter(|row| place(row) >= 1_000) {
            if text(row, "area") != "150625" {
                kinds.insert("area");
            } else if !row["residence"].is_null() {
                kinds.insert("disaggregation");
                let card = cards.iter().find(|card| card["id"] == row["indicator"]).unwrap();
                assert!(!is_event(card), "{card}");
                let of_gap = cards.iter().any(|gap| gap["gap"]["of"] == row["indicator"]);
                let asked =
                    list(plan, "targets").iter().any(|target| text(target, "indicator").starts_with("gap"));
                assert!(!(of_gap && asked), "{row}: {form}");
                strata_of_gaps.insert(of_gap);
            } else {
                assert_eq!(row["indicator"], "beside");
                kinds.insert("indicator");
            }
            // In a cell of a row, or of the assessed year.
            let here =
                rows.iter().filter(|other| place(other) < 1_000 && other["indicator"] == row["indicator"]);
            let mut times: Vec<&Value> = here.map(|row| &row["period"]).collect();
            times.push(&form["year"]);
            let fits = times.contains(&&row["period"]) || row["period"] == 2024;
            assert!(fits || row["indicator"] == "beside", "{row}: {form}");
        }
    }
    assert!(kinds.iter().eq(&["area", "disaggregation", "indicator"]), "{kinds:?}");
    assert_eq!(strata_of_gaps.len(), 2, "{strata_of_gaps:?}");
}

/// Late rows and late rosters are there to be looked at by mistake, and targets whose bounds a host sets.
#[test]
fn later_years_are_told_of() {
    let (mut rows, mut rosters, mut bounds) = (0, 0, 0);
    for pair in requests("later_years_change_nothing", 64).chunks_exact(2) {
        let [before, all] = pair else { panic!("two requests each") };
        rows += list(all, "observations").len() - list(before, "observations").len();
        rosters += list(all, "rosters").len() - list(before, "rosters").len();
        bounds += list(&all["settings"], "host_bounds").len();
        let targets = list(&all["plans"][0], "targets");
        assert!(!targets.is_empty());
        for target in targets {
            assert!(target["scope"].is_null() || target["scope"] == "area", "{target}");
            // A change since a year that is still to come has nothing to start from.
            assert!(target["rule"]["since"].as_i64() <= all["year"].as_i64(), "{target}");
        }
        let late = |roster: &Value| roster["year"].as_i64() > all["year"].as_i64();
        assert!(!list(before, "rosters").iter().any(late));
    }
    assert!(rows >= 20 && rosters >= 20 && bounds >= 1, "{rows} rows, {rosters} rosters, {bounds} bounds");
}
