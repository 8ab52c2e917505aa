//! Nothing unknown is taken: a field with another name anywhere in a wire form, or a JSON number where a decimal is text.

use dabiao::json::{self, PlanDocument, Request};
use dabiao::{Catalogue, Observation, Report, Settings, Target, plan::IndicatorCard, report::Row};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::conformance::pack;

/// Every value that differs from `value` in one place, by `change`.
fn changed(value: &Value, change: &dyn Fn(&Value) -> Vec<Value>) -> Vec<Value> {
    let mut all = change(value);
    match value {
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                all.extend(changed(part, change).into_iter().map(|part| {
                    let mut parts = parts.clone();
                    parts[place] = part;
                    Value::Array(parts)
                }));
            }
        }
        Value::Object(fields) => {
            for (name, part) in fields {
                all.extend(changed(part, change).into_iter().map(|part| {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), part);
                    Value::Object(fields)
                }));
            }
        }
        _ => {}
    }
    all
}

fn with_a_strange_field(value: &Value) -> Vec<Value> {
    let Value::Object(fields) = value else { return Vec::new() };
    let mut fields = fields.clone();
    fields.insert("strange".into(), Value::Bool(true));
    vec![Value::Object(fields)]
}

fn with_a_json_number(value: &Value) -> Vec<Value> {
    let Some(text) = value.as_str().filter(|text| text.contains('.')) else { return Vec::new() };
    text.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number).into_iter().collect()
}

fn refuses<T: DeserializeOwned>(value: &Value) -> usize {
    assert!(serde_json::from_value::<T>(value.clone()).is_ok(), "the value itself is read");
    let mut tried = 0;
    for change in [with_a_strange_field as fn(&Value) -> Vec<Value>, with_a_json_number] {
        for odd in changed(value, &change) {
            tried += 1;
            assert!(serde_json::from_value::<T>(odd.clone()).is_err(), "taken: {odd:#}");
        }
    }
    tried
}

#[test]
fn a_report_with_anything_unknown_is_refused() {
    let mut tried = 0;
    for (name, _, file, text) in pack() {
        if *file != "report.json" || name.starts_with("national") {
            continue;
        }
        // Row by row, and then what stands around the rows: every place is tried, and none through a text of megabytes.
        let mut report: Value = serde_json::from_str(text).unwrap();
        let rows = std::mem::take(report["rows"].as_array_mut().unwrap());
        let judged = |row: &&Value| name != "awkward-rows" || row["standing"] != "no_data";
        tried += rows.iter().filter(judged).map(refuses::<Row>).sum::<usize>();
        tried += refuses::<Report>(&report);
    }
    assert!(tried > 3_000, "only {tried} places were tried");
}

#[test]
fn findings_of_every_kind_refuse_what_is_unknown() {
    let (_, _, _, text) = pack().iter().find(|(name, ..)| name == "awkward-rows").unwrap();
    let mut report: Value = serde_json::from_str(text).unwrap();
    report["rows"] = Vec::<Value>::new().into();
    assert!(report["findings"].as_array().unwrap().len() > 8);
    assert!(refuses::<Report>(&report) > 30);
}

#[test]
fn cards_and_settings_with_anything_unknown_are_refused() {
    let catalogue = Catalogue::hangjin();
    for target in catalogue.targets() {
        refuses::<Target>(&serde_json::to_value(target).unwrap());
    }
    for card in catalogue.indicators() {
        refuses::<IndicatorCard>(&serde_json::to_value(card).unwrap());
    }
    refuses::<Settings>(&serde_json::to_value(Settings::default()).unwrap());
    let (_, request, ..) = pack().iter().find(|(name, ..)| name == "every-rule").unwrap();
    let request: Value = serde_json::from_str(request).unwrap();
    let mut plan = request["plans"][0].clone();
    for target in plan["targets"].as_array_mut().unwrap() {
        target["plan"] = "made-up".into();
    }
    assert!(refuses::<PlanDocument>(&plan) > 100);
}

#[test]
fn a_request_with_anything_unknown_is_refused_or_a_row_of_it() {
    for name in ["every-rule", "units-2024", "levels"] {
        let (_, request, ..) = pack().iter().find(|(known, ..)| known == name).unwrap();
        let mut request: Value = serde_json::from_str(request).unwrap();
        request["observations"].as_array_mut().unwrap().truncate(3);
        for odd in changed(&request, &with_a_strange_field) {
            assert!(Request::read(&odd.to_string()).is_err(), "taken: {odd}");
        }
        for odd in changed(&request, &with_a_json_number) {
            match Request::read(&odd.to_string()) {
                Err(_) => {}
                Ok(read) => assert!(!read.findings.is_empty(), "taken: {odd}"),
            }
        }
    }
}

#[test]
fn an_observation_is_a_value_or_a_reason_and_not_both() {
    let row = |rest: &str| {
        serde_json::from_str::<Observation>(&format!(r#"{{ "indicator": "x", "period": "2024", {rest} }}"#))
    };
    assert!(row(r#""value": "12.0", "unit": "percent""#).is_ok());
    assert!(row(r#""numerator": 1, "denominator": 8"#).is_ok());
    assert!(row(r#""status": "not_reported""#).is_ok());
    for (wrong, says) in [
        (r#""value": "12.0""#, "no unit"),
        (r#""value": 12.0, "unit": "percent""#, "expected a string"),
        (r#""value": "1e2", "unit": "percent""#, "unexpected `e`"),
        (r#""value": "NaN", "unit": "percent""#, "unexpected `N`"),
        (r#""status": "final""#, "there is no value"),
        (r#""numerator": 1"#, "go together"),
        (r#""numerator": -1, "denominator": 8"#, "invalid value"),
        (r#""unit_kind": "township", "value": "1", "unit": "percent""#, "go together"),
        (r#""status": "not_reported", "value": "0", "unit": "percent""#, "leave out one of the two"),
        (r#""status": "forecast", "value": "0", "unit": "percent""#, "unknown variant"),
        (r#""interval": {}, "unit": "percent""#, "interval"),
        (
            r#""interval": { "low": { "number": "5", "included": true }, "high": { "number": "4", "included": true } }, "unit": "percent""#,
            "interval",
        ),
        (r#""value": "12.0", "unit": "percent", "value": "12.1""#, "duplicate field"),
        (r#""value": "12.0", "unit": "percent", "strange": 1"#, "unknown field"),
    ] {
        let error = row(wrong).unwrap_err().to_string();
        assert!(error.contains(says), "{wrong}: {error}");
    }
}

/// The two readings of a row agree on what is final, provisional or missing.
#[test]
fn a_written_observation_is_a_row_of_a_request() {
    let catalogue = Catalogue::hangjin();
    let request = |row: &Observation| {
        let row = serde_json::to_value(row).unwrap();
        let request = serde_json::json!({ "year": 2024, "observations": [row] });
        Request::read(&request.to_string()).unwrap()
    };
    for text in [
        r#"{ "indicator": "infant-mortality-rate", "period": "2024", "value": "4.0", "unit": "per_mille" }"#,
        r#"{ "indicator": "infant-mortality-rate", "period": "2024", "numerator": 3, "denominator": 700, "unit": "per_mille", "residence": "rural" }"#,
        r#"{ "indicator": "infant-mortality-rate", "period": "2024", "value": "4.3", "numerator": 3, "denominator": 700, "unit": "per_mille", "status": "provisional", "break": true }"#,
        r#"{ "indicator": "infant-mortality-rate", "area": "150625", "period": "2024", "status": "suppressed" }"#,
        r#"{ "indicator": "immunisation-coverage", "period": "2024", "unit_kind": "township", "unit_id": "锡尼镇", "unit": "percent", "interval": { "low": { "number": "90", "included": true }, "high": { "number": "95", "included": false } } }"#,
    ] {
        let row: Observation = serde_json::from_str(text).unwrap();
        catalogue.indicator(&row.indicator).unwrap_or_else(|error| panic!("{error}"));
        let read = request(&row);
        assert_eq!(read.findings, []);
        let mut read = read.observations[0].clone();
        read.source = row.source.clone();
        if matches!(row.datum, dabiao::data::Datum::Missing(_)) {
            // A cell without a value has no unit of its own.
            read.unit = row.unit;
        }
        assert_eq!(read, row);
    }
}

#[test]
fn an_answer_names_its_form() {
    let answer: Value = serde_json::from_str(&json::evaluate(br#"{ "year": 2024 }"#).unwrap()).unwrap();
    assert_eq!(answer["schema_version"], json::SCHEMA_VERSION);
    assert_eq!(answer["crate_version"], env!("CARGO_PKG_VERSION"));
    let refused = json::evaluate(br#"{ "year": 2024, "schema_version": 2 }"#).unwrap_err();
    assert_eq!(refused.errors[0].path, "schema_version");
}
