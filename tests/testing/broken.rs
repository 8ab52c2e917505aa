//! Adapters with one fault each, as hosts have them: every one is caught by the law that is there for it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use dabiao::testing::{self, Judge};
use serde_json::{Map, Value, json};

use crate::sound::json_api;

type Row = Map<String, Value>;

/// An adapter breaks the law of a name.
#[track_caller]
fn caught(judge: &dyn Judge, by: &str) {
    let law = testing::law(by).unwrap();
    let broken = law.check(judge, 256).expect_err("the fault was not seen");
    assert_eq!(broken.law(), by);
    // With the question, so that it can be asked again.
    assert!(broken.what().contains("request: {") || broken.what().contains("here: {"), "{broken}");
}

/// The JSON API with something done to the form of each request.
fn changed(change: impl Fn(&mut Map<String, Value>)) -> impl Judge {
    move |request: &str| match serde_json::from_str::<Map<String, Value>>(request) {
        Ok(mut form) => {
            change(&mut form);
            json_api(&Value::Object(form).to_string())
        }
        Err(_) => json_api(request),
    }
}

/// The JSON API with something done to the list of rows.
fn with_rows(change: impl Fn(&mut Vec<Value>)) -> impl Judge {
    changed(move |form| {
        if let Some(rows) = form.get_mut("observations").and_then(Value::as_array_mut) {
            change(rows);
        }
    })
}

/// The JSON API with something done to each row.
fn each_row(change: impl Fn(&mut Row)) -> impl Judge {
    with_rows(move |rows| rows.iter_mut().filter_map(Value::as_object_mut).for_each(&change))
}

/// The JSON API with something done to the text of each value.
fn each_value(change: impl Fn(&str) -> Option<String>) -> impl Judge {
    each_row(move |row| {
        if let Some(value) = row.get("value").and_then(Value::as_str).and_then(&change) {
            row.insert("value".into(), value.into());
        }
    })
}

/// The JSON API with something done to the outcome of each row of the report.
fn each_outcome(change: impl Fn(&Value) -> Option<&'static str>) -> impl Judge {
    move |request: &str| {
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        for row in report["rows"].as_array_mut().into_iter().flatten() {
            if let Some(outcome) = change(row) {
                row["assessment"]["outcome"] = outcome.into();
            }
        }
        Ok(report.to_string())
    }
}

#[test]
fn a_missing_value_taken_for_zero() {
    let judge = each_row(|row| {
        let not_reported =
            row.get("status").and_then(Value::as_str).is_some_and(|status| status.starts_with("not_"));
        if not_reported {
            row.insert("value".into(), "0".into());
            row.remove("status");
        }
    });
    caught(&judge, "missing_is_never_zero");
}

#[test]
fn only_an_unclear_mark_taken_for_zero() {
    let judge = each_row(|row| {
        if row.get("value").is_some_and(|value| value == "—") && row.remove("status").is_some() {
            row.insert("value".into(), "0".into());
        }
    });
    caught(&judge, "missing_is_never_zero");
}

#[test]
fn last_years_value_carried_over() {
    let judge = changed(|form| {
        let year = form.get("year").cloned();
        let rows = form.get_mut("observations").and_then(Value::as_array_mut);
        let (Some(year), Some(rows)) = (year.and_then(|year| year.as_i64()), rows) else { return };
        let of = |row: &Value| row["period"].to_string().trim_matches('"').parse::<i64>().ok();
        if !rows.iter().any(|row| of(row) == Some(year)) {
            if let Some(last) = rows.iter().find(|row| of(row) == Some(year - 1)).cloned() {
                let mut last = last;
                last["period"] = year.into();
                rows.push(last);
            }
        }
    });
    caught(&judge, "missing_is_never_zero");
}

#[test]
fn a_value_rounded_before_it_is_judged() {
    let round = |value: &str| Some(format!("{:.1}", value.parse::<f64>().ok()?));
    caught(&each_value(round), "the_bound_itself_decides");
    caught(&each_value(round), "every_value_arrives");
}

#[test]
fn a_value_through_binary_floating_point() {
    let float = |value: &str| Some(value.parse::<f64>().ok()?.to_string());
    caught(&each_value(float), "the_bound_itself_decides");
    caught(&each_value(float), "every_value_arrives");
}

#[test]
fn a_value_cut_to_the_width_of_its_field() {
    let cut = |value: &str| Some(value.chars().take(3).collect::<String>().trim_end_matches('.').to_owned());
    caught(&each_value(cut), "a_better_value_is_never_worse");
}

#[test]
fn met_only_beyond_the_bound() {
    let judge = each_outcome(|row| {
        let on_it = row["assessment"]["margin"] == "0" && row["assessment"]["outcome"] == "met";
        on_it.then_some("not_met")
    });
    caught(&judge, "the_bound_itself_decides");
}

#[test]
fn met_at_a_bound_that_excludes_itself() {
    let judge = each_outcome(|row| {
        let on_it = row["assessment"]["margin"] == "0" && row["assessment"]["outcome"] == "not_met";
        on_it.then_some("met")
    });
    caught(&judge, "the_bound_itself_decides");
}

#[test]
fn counts_stored_as_a_printed_rate() {
    let judge = each_row(|row| {
        let count = |row: &Row, name: &str| row.get(name).and_then(Value::as_f64);
        if let (Some(n), Some(d)) = (count(row, "numerator"), count(row, "denominator")) {
            if d > 0.0 && !row.contains_key("value") {
                row.retain(|name, _| name != "numerator" && name != "denominator");
                row.insert("value".into(), format!("{:.2}", 100.0 * n / d).into());
                row.insert("unit".into(), "percent".into());
            }
        }
    });
    caught(&judge, "counts_stay_counts");
}

#[test]
fn the_column_of_units_left_out() {
    let judge = each_row(|row| {
        row.remove("unit");
    });
    caught(&judge, "print_changes_nothing");
    caught(&judge, "the_bound_itself_decides");
}

#[test]
fn only_names_in_ascii_known() {
    let judge = with_rows(|rows| rows.retain(|row| row["indicator"].as_str().is_none_or(str::is_ascii)));
    caught(&judge, "print_changes_nothing");
}

#[test]
fn rows_that_cannot_be_read_dropped_without_notice() {
    let judge = with_rows(|rows| {
        rows.retain(|row| {
            row.get("value").and_then(Value::as_str).is_none_or(|value| value.parse::<f64>().is_ok())
        });
    });
    caught(&judge, "what_is_wrong_is_named");
}

#[test]
fn rows_of_unknown_indicators_dropped_without_notice() {
    let judge = with_rows(|rows| rows.retain(|row| row["indicator"] != "no-such-indicator"));
    caught(&judge, "what_is_wrong_is_named");
}

#[test]
fn a_source_that_is_lost() {
    let judge = each_row(|row| {
        row.remove("source");
    });
    caught(&judge, "what_is_wrong_is_named");
}

#[test]
fn no_row_after_the_tenth() {
    caught(&with_rows(|rows| rows.truncate(10)), "every_value_arrives");
}

#[test]
fn every_value_called_final() {
    let judge = each_row(|row| {
        if row.get("status").is_some_and(|status| status == "provisional") {
            row.remove("status");
        }
    });
    caught(&judge, "every_value_arrives");
}

/// INSERT OR REPLACE: of two rows in one cell the later one wins.
#[test]
fn a_cell_overwritten_by_the_last_row() {
    let judge = with_rows(|rows| {
        let mut table: BTreeMap<String, Value> = BTreeMap::new();
        for row in rows.drain(..) {
            let key = ["indicator", "period", "unit_kind", "unit_id", "residence", "sex", "age", "area"];
            table.insert(key.map(|name| row[name].to_string()).join("|"), row);
        }
        rows.extend(table.into_values());
    });
    caught(&judge, "order_and_repetition_change_nothing");
}

#[test]
fn every_row_taken_as_one_of_the_area() {
    let judge = each_row(|row| {
        row.remove("area");
    });
    caught(&judge, "what_lies_beside_changes_nothing");
}

#[test]
fn a_stratum_taken_for_the_whole() {
    let judge = each_row(|row| {
        row.remove("residence");
        row.remove("sex");
        row.remove("age");
    });
    caught(&judge, "what_lies_beside_changes_nothing");
}

#[test]
fn the_latest_value_whatever_its_year() {
    let judge = changed(|form| {
        let year = form.get("year").cloned().unwrap_or_default();
        let rows = form.get_mut("observations").and_then(Value::as_array_mut);
        let of = |row: &Value| row["period"].as_str().and_then(|period| period.parse::<i64>().ok());
        let latest = rows.and_then(|rows| rows.iter_mut().max_by_key(|row| of(row)));
        if let Some(latest) = latest.filter(|row| of(row) > year.as_i64()) {
            latest["period"] = year;
        }
    });
    caught(&judge, "later_years_change_nothing");
}

#[test]
fn rows_kept_from_one_request_to_the_next() {
    let kept: RefCell<Vec<Value>> = RefCell::default();
    let judge = with_rows(move |rows| {
        rows.extend(kept.borrow().iter().cloned());
        *kept.borrow_mut() = rows.iter().take(20).cloned().collect();
    });
    caught(&judge, "the_same_question_has_the_same_answer");
}

#[test]
fn settings_that_are_not_passed_on() {
    let judge = changed(|form| {
        form.insert("settings".into(), json!({}));
    });
    caught(&judge, "the_library_says_the_same");
}

#[test]
fn rosters_that_are_not_passed_on() {
    let judge = changed(|form| {
        form.remove("rosters");
    });
    caught(&judge, "the_library_says_the_same");
}

#[test]
fn findings_that_are_not_passed_on() {
    let judge = |request: &str| {
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        report["findings"] = json!([]);
        Ok(report.to_string())
    };
    caught(&judge, "what_is_wrong_is_named");
    caught(&judge, "the_library_says_the_same");
    // Whoever tries everything hears of it too.
    assert!(testing::check(&judge, 64).is_err());
}

#[test]
fn a_plan_mended_without_notice() {
    let judge = changed(|form| {
        for plan in form.get_mut("plans").and_then(Value::as_array_mut).into_iter().flatten() {
            for target in
                plan["targets"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
            {
                target.remove("strange");
            }
        }
    });
    caught(&judge, "a_wrong_plan_is_refused");
}

#[test]
fn a_plan_left_out_without_notice() {
    let judge = |request: &str| {
        json_api(request).or_else(|refusal| match refusal.contains("plans[0]") {
            true => json_api(r#"{ "year": 2024 }"#),
            false => Err(refusal),
        })
    };
    caught(&judge, "a_wrong_plan_is_refused");
}

#[test]
fn an_answer_written_in_another_way() {
    let judge = |request: &str| json_api(request).map(|answer| answer.replace(",\"", ", \""));
    caught(&judge, "byte_for_byte");
    testing::law("the_library_says_the_same").unwrap().check(&judge, 64).unwrap();
}

#[test]
fn a_refusal_that_says_nothing() {
    let judge = |request: &str| json_api(request).map_err(|_| "internal error".to_owned());
    caught(&judge, "every_request_is_answered");
}

#[test]
fn a_refusal_given_as_an_empty_report() {
    let calls = Cell::new(0_u32);
    let judge = |request: &str| {
        calls.set(calls.get() + 1);
        json_api(request).or(Ok("{}".to_owned()))
    };
    caught(&judge, "every_request_is_answered");
    assert!(calls.get() > 0);
}

#[test]
fn a_panic_in_the_adapter() {
    let judge = |request: &str| match json_api(request) {
        Ok(answer) => Ok(answer),
        Err(_) => panic!("as hosts do"),
    };
    let broken = testing::law("every_request_is_answered").unwrap().check(&judge, 512).unwrap_err();
    assert!(broken.what().starts_with("the adapter panicked"), "{broken}");
}

/// A refusal of the JSON API, as it may be given for anything.
fn refusal() -> Value {
    serde_json::from_str(&json_api("{").unwrap_err()).unwrap()
}

#[test]
fn a_sound_request_refused() {
    let judge = |request: &str| match serde_json::from_str::<Value>(request) {
        Ok(form) if form["observations"].as_array().is_some_and(|rows| rows.len() > 5) => {
            Err(refusal().to_string())
        }
        _ => json_api(request),
    };
    caught(&judge, "every_request_is_answered");
    let broken = testing::law("every_request_is_answered").unwrap().check(&judge, 256).unwrap_err();
    assert!(broken.what().starts_with("a sound request was refused: {"), "{broken}");
}

#[test]
fn a_refusal_with_an_empty_list() {
    let judge = |request: &str| {
        json_api(request).map_err(|_| {
            let mut refusal = refusal();
            refusal["errors"] = json!([]);
            refusal.to_string()
        })
    };
    caught(&judge, "every_request_is_answered");
}

/// The JSON API with something done to the assessment of each row of the report.
fn each_assessment(change: impl Fn(&mut Row)) -> impl Judge {
    move |request: &str| {
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        for row in report["rows"].as_array_mut().into_iter().flatten() {
            change(row["assessment"].as_object_mut().unwrap());
        }
        Ok(report.to_string())
    }
}

/// The least place at which the answers part, by its name.
#[test]
fn another_outcome_is_named_by_its_place() {
    let judge = each_outcome(|row| (row["assessment"]["outcome"] == "met").then_some("not_met"));
    let broken = testing::law("the_library_says_the_same").unwrap().check(&judge, 256).unwrap_err();
    let what = broken.what();
    assert!(
        what.starts_with("rows[") && what.contains("].assessment.outcome: \"not_met\" here, \"met\" there"),
        "{what}"
    );
}

#[test]
fn a_field_left_out_is_shown_by_what_remains() {
    // Of two requests that are compared with each other the second one.
    let second = Cell::new(true);
    let judge = |request: &str| {
        second.set(!second.get());
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        if second.get() {
            for row in report["rows"].as_array_mut().into_iter().flatten() {
                row["assessment"].as_object_mut().unwrap().remove("reasons");
            }
        }
        Ok(report.to_string())
    };
    let broken = testing::law("print_changes_nothing").unwrap().check(&judge, 256).unwrap_err();
    let what = broken.what();
    assert!(what.starts_with("rows[0].assessment: {") && what.contains("\"reasons\":["), "{what}");
}

#[test]
fn a_row_left_out_of_the_answer() {
    let judge = |request: &str| {
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        report["rows"].as_array_mut().unwrap().truncate(1);
        Ok(report.to_string())
    };
    let broken = testing::law("the_library_says_the_same").unwrap().check(&judge, 256).unwrap_err();
    assert!(broken.what().starts_with("rows: [{"), "{broken}");
}

/// A host may call its sources what it likes.
#[test]
fn other_sources_are_no_fault() {
    let judge = |request: &str| {
        let mut report: Value = serde_json::from_str(&json_api(request)?).unwrap();
        for finding in report["findings"].as_array_mut().into_iter().flatten() {
            finding["source"] = "elsewhere".into();
        }
        for row in report["rows"].as_array_mut().into_iter().flatten() {
            for told in row["assessment"]["evidence"].as_array_mut().into_iter().flatten() {
                told["source"] = "elsewhere".into();
            }
        }
        Ok(report.to_string())
    };
    testing::law("the_library_says_the_same").unwrap().check(&judge, 64).unwrap();
}

#[test]
fn the_first_byte_that_differs_is_shown() {
    let judge = |request: &str| json_api(request).map(|answer| answer.replacen("\"rows\"", "\"Rows\"", 1));
    let broken = testing::law("byte_for_byte").unwrap().check(&judge, 64).unwrap_err();
    let what = broken.what();
    assert!(what.starts_with("from byte ") && what.contains(" on the answer is `Rows\":["), "{what}");
    assert!(what.contains(", the library's `rows\":["), "{what}");
}

#[test]
fn a_third_called_less_than_a_third() {
    let judge = each_outcome(|row| {
        let of_counts = !row["assessment"]["counts"].is_null();
        (of_counts && row["assessment"]["outcome"] == "met").then_some("not_met")
    });
    caught(&judge, "counts_stay_counts");
}

#[test]
fn counts_that_are_not_given_back() {
    let judge = each_assessment(|assessment| {
        assessment.insert("counts".into(), Value::Null);
    });
    caught(&judge, "counts_stay_counts");
}

/// What stands there twice is taken for a mistake.
#[test]
fn a_row_told_twice_left_out() {
    let judge = with_rows(|rows| {
        let all = rows.clone();
        rows.retain(|row| all.iter().filter(|other| *other == row).count() == 1);
    });
    caught(&judge, "order_and_repetition_change_nothing");
}

#[test]
fn a_law_and_what_breaks_it_can_be_printed() {
    let law = testing::law("byte_for_byte").unwrap();
    assert_eq!(format!("{law:?}"), "Law(byte_for_byte)");
    let broken = law.check(&|_: &str| Ok(String::new()), 1).unwrap_err();
    assert_eq!(broken.to_string(), format!("byte_for_byte ({}): {}", law.says, broken.what()));
}

/// All laws together stop at one that is broken, and say which and how.
#[test]
fn one_broken_law_is_told_of_all() {
    let silent = |_: &str| Err::<String, _>("nobody is there".into());
    let broken = testing::check(&silent, 1).unwrap_err();
    assert!(testing::law(broken.law()).is_some(), "{}", broken.law());
    assert!(broken.what().contains("nobody is there"), "{broken}");
    assert_eq!(format!("{broken:?}"), broken.to_string());
    assert!(broken.to_string().starts_with(broken.law()), "{broken}");
}
