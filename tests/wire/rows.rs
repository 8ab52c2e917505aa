//! What the columns of a row may hold, at their bounds, and what is said of what they may not.

use dabiao::data::{Datum, Observation};
use dabiao::json::Request;
use dabiao::values::Value;

/// A request with one row of the maternal mortality of 2024 that has these cells besides.
fn row(cells: &str) -> Request {
    let row = format!(r#"{{"indicator":"孕产妇死亡率","period":2024,{cells}}}"#);
    Request::read(&format!(r#"{{"year":2024,"observations":[{row}]}}"#)).unwrap()
}

/// Where the row's findings are, and what they say.
fn told(cells: &str) -> Vec<(String, String, String)> {
    let read = row(cells);
    assert_eq!(read.observations.is_empty(), !read.findings.is_empty(), "{cells}");
    let words = |finding: &dabiao::data::Finding| {
        let source = finding.source.clone().unwrap_or_default();
        (
            source.trim_start_matches("observations[0].").to_owned(),
            finding.kind.to_string(),
            finding.kind.zh(),
        )
    };
    read.findings.iter().map(words).collect()
}

fn only(cells: &str) -> Observation {
    let read = row(cells);
    assert_eq!(read.findings, [], "{cells}");
    let [row] = &read.observations[..] else { panic!("{cells}: {:?}", read.observations) };
    row.clone()
}

/// A float prints fifteen digits for sure: a longer one may be another number than was written.
#[test]
fn a_whole_number_with_a_point_has_at_most_fifteen_digits() {
    for digits in ["702", "99999999999999", "999999999999998", "999999999999999"] {
        let read = only(&format!(r#""numerator":1,"denominator":{digits}.0"#));
        let Datum::Value(Value::Counts(counts)) = read.datum else { panic!("{digits}: {:?}", read.datum) };
        assert_eq!(counts.denominator.to_string(), digits);
    }
    for digits in ["1000000000000000", "8999999999999999", "9000000000000000", "9007199254740993"] {
        let found = told(&format!(r#""numerator":1,"denominator":{digits}.0"#));
        let [(at, en, _)] = &found[..] else { panic!("{digits}: {found:?}") };
        assert_eq!((at.as_str(), en.contains("a JSON number")), ("denominator", true), "{digits}: {en}");
    }
}

#[test]
fn a_cell_that_its_column_does_not_take_is_named() {
    for (cells, column, says) in [
        // A count below zero is no count, and not one that was left out.
        (r#""numerator":-5,"denominator":800"#, "numerator", "-5"),
        (r#""value":"12","age":true"#, "age", "true or false"),
        (r#""value":"12","unit":true"#, "unit", "true or false"),
        (r#""value":"12","area":false"#, "area", "true or false"),
    ] {
        let found = told(cells);
        let [(at, en, _)] = &found[..] else { panic!("{cells}: {found:?}") };
        assert_eq!((at.as_str(), en.contains(says)), (column, true), "{cells}: {en}");
    }
}

/// An interval given twice is refused with its row, and so is one with what it cannot have; the Chinese words say what.
#[test]
fn an_interval_that_is_none_is_told_in_chinese() {
    let end = r#"{"number":"5","included":true}"#;
    for (interval, zh) in [
        (format!(r#"{{"low":{end}}},"interval":{{"low":{end}}}"#), "请只留一个"),
        (r#"{"low":{"number":5,"included":true}}"#.into(), "“low”的“number”应写成文本"),
        (r#"{"high":{"number":"5","included":"yes"}}"#.into(), "“high”的“included”应为true或false"),
        (r#"{"high":{"number":"5","closed":true}}"#.into(), "“high”没有“closed”这一项"),
        (r#"{"high":{"number":"5"}}"#.into(), "“high”缺少“included”"),
        (r#"{"high":{"included":true}}"#.into(), "“high”缺少“number”"),
        (r#"{"high":"5"}"#.into(), "“high”应写成对象"),
        (format!(r#"{{"middle":{end}}}"#), "没有“middle”这一项"),
        (r#""5 to 7""#.into(), "应写成对象"),
        ("{}".into(), "请给出下限或上限"),
    ] {
        let found = told(&format!(r#""interval":{interval}"#));
        let [(at, _, told)] = &found[..] else { panic!("{interval}: {found:?}") };
        assert_eq!((at.as_str(), told.contains(zh)), ("interval", true), "{interval}: {told}");
    }
    // Beside an interval every other column may stand.
    let read = only(&format!(r#""source":"年鉴","unit":"/10万","interval":{{"low":{end}}}"#));
    assert!(matches!(read.datum, Datum::Value(Value::Interval(_))), "{read:?}");
}

#[test]
fn what_is_no_period_is_told_what_one_is() {
    for other in ["true", "[]", "2024.5"] {
        let error = serde_json::from_str::<dabiao::values::Period>(other).unwrap_err().to_string();
        assert!(error.contains("expected a period as text, or a year"), "{error}");
    }
}
