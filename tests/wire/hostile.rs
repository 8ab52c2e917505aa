//! Texts that are meant to break the JSON API: each is refused with a reason, or served; none panics, none grows without bound.

use dabiao::data::{Finding, FindingKind};
use dabiao::{Outcome, Report};

use dabiao::json::{self, MAX_BYTES, MAX_PLANS, MAX_REQUESTS, MAX_ROWS, MAX_UNREADABLE, Request};
use proptest::prelude::*;

use super::conformance::pack;

fn refused(text: &[u8]) -> String {
    let Err(refusal) = json::evaluate(text) else {
        panic!("taken: {}", String::from_utf8_lossy(text.get(..200).unwrap_or(text)))
    };
    assert!(!refusal.errors.is_empty());
    refusal.to_string()
}

#[test]
fn broken_texts_are_refused_with_line_and_column() {
    assert!(refused(b"").contains("line 1, column 0: EOF"));
    assert!(refused(b"{ \"year\": 2024,\n  \"area\": }").contains("expected value"));
    assert!(refused(b"\xff\xfe{").contains("not UTF-8"));
    assert!(refused("{ \"year\": 2024,\n \"area\": \"\u{0}\" }".as_bytes()).contains("control character"));
    let refusal = json::evaluate(b"{ \"year\": 2024,\n  \"area\": \"\xb1\xed\" }").unwrap_err();
    assert_eq!((refusal.errors[0].line, refusal.errors[0].column), (Some(2), Some(12)));
    for text in [
        "null",
        "1",
        "\"year\"",
        "true",
        "{} {}",
        "{\"year\":2024}]",
        "{\"year\":2024,}",
        "[,]",
        "[{\"year\":2024}",
    ] {
        refused(text.as_bytes());
    }
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 1_000, 1_000_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for place in ["plans", "settings", "rosters", "area"] {
                refused(format!("{{\"year\":2024,\"{place}\":{deep}}}").as_bytes());
            }
            let row = format!("{{\"year\":2024,\"observations\":[{{\"value\":{deep}}}]}}");
            // A cell that is no text, or that is too deep for the reader, is refused with its row; so is a row that is no object.
            let rows = format!("{{\"year\":2024,\"observations\":[{deep}]}}");
            for text in [row, rows] {
                match Request::read(&text) {
                    Ok(read) => assert_eq!((read.observations.len(), read.findings.is_empty()), (0, false)),
                    // An object with a column that there is not is a slip of the form.
                    Err(refusal) => assert!(refusal.to_string().contains("no such column"), "{refusal}"),
                }
            }
        }
    }
}

#[test]
fn huge_numbers_are_refused_and_never_rounded() {
    let long = "9".repeat(1_000);
    for year in ["1e400", "2024.0", "99999999999999999999", "-1", &long] {
        let said = refused(format!("{{\"year\":{year}}}").as_bytes());
        assert!(said.starts_with("year: ") || said.contains("number out of range"), "{year}: {said}");
    }
    let digits = "9".repeat(29);
    for value in [&*digits, &*long, "1e50", "0x10", "１e", "--1", "1.2.3", "+1", "١٢"] {
        let text = format!(
            "{{\"year\":2024,\"observations\":[{{\"indicator\":\"孕产妇死亡率\",\"period\":2024,\"value\":\"{value}\"}}]}}"
        );
        let read = Request::read(&text).unwrap();
        assert_eq!((read.observations.len(), read.findings.len()), (0, 1), "{value}");
        assert!(read.findings[0].to_string().len() < 400);
    }
    let counts = "{\"year\":2024,\"observations\":[{\"indicator\":\"孕产妇死亡率\",\"period\":2024,\"numerator\":18446744073709551616,\"denominator\":1}]}";
    assert_eq!(
        Request::read(counts).unwrap().findings[0].source.as_deref(),
        Some("observations[0].numerator")
    );
    let largest = format!(
        "{{\"year\":2024,\"observations\":[{{\"indicator\":\"孕产妇死亡率\",\"period\":2024,\"numerator\":{0},\"denominator\":{0}}}]}}",
        u64::MAX
    );
    assert!(json::evaluate(largest.as_bytes()).unwrap().contains("\"value\":\"100000\""));
}

#[test]
fn fields_given_twice_are_refused() {
    for text in [
        r#"{"year":2024,"year":2024}"#,
        r#"{"year":2024,"observations":[],"observations":[]}"#,
        r#"{"year":2024,"settings":{"method":"rounded","method":"full_value"}}"#,
        r#"{"year":2024,"plans":[{"plan":{},"plan":{}}]}"#,
        r#"{"year":2024,"plans":[{"plan":{"id":"a","id":"b"}}]}"#,
        r#"{"year":2024,"plans":[{"plan":{},"targets":[{"rule":{"kind":"all","kind":"monitored"}}]}]}"#,
    ] {
        let said = refused(text.as_bytes());
        assert!(said.contains("twice") || said.contains("duplicate"), "{text}: {said}");
    }
}

#[test]
fn more_rows_than_are_read_are_refused() {
    let text = format!("{{\"year\":2024,\"observations\":[{}{{}}]}}", "{},".repeat(MAX_ROWS));
    assert!(refused(text.as_bytes()).contains("send fewer at a time"));
}

#[test]
fn what_grows_with_its_square_is_kept_small() {
    let many = format!("[{}{{}}]", "{},".repeat(MAX_REQUESTS));
    assert!(refused(many.as_bytes()).contains("send fewer at a time"));
    let many = format!("[{}{{}}]", "{},".repeat(MAX_PLANS));
    assert!(
        refused(format!("{{\"year\":2024,\"plans\":{many}}}").as_bytes()).contains("bring fewer at a time")
    );
}

#[test]
fn unreadable_rows_are_counted_where_they_are_too_many_to_name() {
    let rows = MAX_UNREADABLE + 17;
    let row = "{\"indicator\":\"孕产妇死亡率\",\"period\":\"2O24\",\"value\":\"12\"},";
    let good = "{\"indicator\":\"孕产妇死亡率\",\"period\":\"2024\",\"value\":\"12\"}";
    let text = format!("{{\"year\":2024,\"observations\":[{}{good}]}}", row.repeat(rows));
    let read = Request::read(&text).unwrap();
    assert_eq!((read.observations.len(), read.findings.len()), (1, MAX_UNREADABLE + 1));
    assert!(read.findings.last().unwrap().to_string().contains("17 more rows"));
}

#[test]
fn rows_that_are_none_are_counted_where_they_are_too_many_to_name() {
    let text = format!("{{\"year\":2024,\"observations\":[{}8]}}", "7,".repeat(MAX_UNREADABLE));
    let read = Request::read(&text).unwrap();
    assert_eq!(read.findings.len(), MAX_UNREADABLE + 1);
    assert!(
        read.findings[0].to_string().contains("expected an object with named fields"),
        "{}",
        read.findings[0]
    );
    assert!(read.findings.last().unwrap().to_string().contains("1 more row"));
    let text = format!("{{\"year\":2024,\"observations\":[{}7]}}", "7,".repeat(MAX_UNREADABLE - 1));
    assert_eq!(Request::read(&text).unwrap().findings.len(), MAX_UNREADABLE);
}

#[test]
fn a_text_of_megabytes_makes_no_message_of_megabytes() {
    let long = "率".repeat(1_000_000);
    let text = format!(
        "{{\"year\":2024,\"observations\":[{{\"indicator\":\"{long}\",\"area\":\"\",\"period\":\"{long}\",\"value\":\"{long}\",\"unit\":\"{long}\",\"source\":\"{long}\"}}]}}"
    );
    let read = Request::read(&text).unwrap();
    assert_eq!(read.findings.len(), 5);
    let told: usize = read.findings.iter().map(|finding| finding.to_string().len()).sum();
    assert!(told < 8_000, "{told} bytes");
    assert!(
        json::evaluate(format!("{{\"year\":2024,\"judge\":[\"{long}\"]}}").as_bytes())
            .unwrap_err()
            .to_string()
            .len()
            < 1_000
    );
}

/// Names that are not there, by the thousand, and one language a thousand times: told or done once, and soon.
#[test]
fn many_slips_cost_no_more_than_each_alone() {
    let judge: Vec<String> = (0..5_000)
        .map(|place| format!("a-name-that-is-much-longer-than-that-of-any-target-of-the-plans-{place}"))
        .collect();
    let request = serde_json::json!({ "year": 2024, "judge": judge });
    let refusal = json::evaluate(request.to_string().as_bytes()).unwrap_err();
    assert_eq!(refusal.errors.len(), 5_000);
    let one = serde_json::json!({ "year": 2024, "languages": ["zh"] });
    let many = serde_json::json!({ "year": 2024, "languages": vec!["zh"; 10_000] });
    let answers = [one, many].map(|request| json::evaluate(request.to_string().as_bytes()).unwrap());
    assert!(answers[0] == answers[1]);
}

proptest! {
    /// Whatever is done to a sound request, the JSON API answers or refuses.
    #[test]
    fn a_damaged_request_is_answered_or_refused(
        which in 0usize..64, at in 0usize..100_000, with in prop::collection::vec(any::<u8>(), 0..4), take in 0usize..4,
    ) {
        let pack: Vec<_> = pack().iter().filter(|(name, ..)| !name.starts_with("national")).collect();
        let mut text = pack[which % pack.len()].1.clone().into_bytes();
        let at = at % text.len();
        let end = (at + take).min(text.len());
        text.splice(at..end, with);
        match json::evaluate(&text) {
            Ok(answer) => prop_assert!(serde_json::from_str::<serde_json::Value>(&answer).is_ok()),
            Err(refusal) => prop_assert!(!refusal.errors.is_empty()),
        }
    }

    #[test]
    fn any_bytes_are_answered_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = json::evaluate(&bytes);
    }

    /// Any text in any cell: the row is read, or each wrong column is named.
    #[test]
    fn any_cell_is_read_or_named(value in "\\PC{0,12}", unit in "\\PC{0,4}", period in "\\PC{0,8}", status in "\\PC{0,4}") {
        let row = serde_json::json!({ "indicator": "孕产妇死亡率", "period": period, "value": value, "unit": unit, "status": status });
        let read = Request::read(&serde_json::json!({ "year": 2024, "observations": [row] }).to_string()).unwrap();
        prop_assert_eq!(read.observations.is_empty(), !read.findings.is_empty());
    }
}

// As many bytes as are read, and one more; what is no text at all is not read on.
#[test]
fn exactly_as_many_bytes_as_are_read() {
    let mut bytes = vec![0; MAX_BYTES];
    bytes[0] = 0xff;
    assert!(refused(&bytes).contains("not UTF-8"));
    bytes.push(0);
    assert!(refused(&bytes).contains(&format!("{} bytes are more than", MAX_BYTES + 1)));
}

#[test]
fn exactly_as_many_rows_as_are_read() {
    let rows = "{},".repeat(MAX_ROWS - 1);
    let read = Request::read(&format!("{{\"year\":2024,\"observations\":[{rows}{{}}]}}")).unwrap();
    let more = MAX_ROWS - MAX_UNREADABLE;
    assert!(read.findings.last().unwrap().to_string().contains(&format!("{more} more rows")));
}

#[test]
fn exactly_as_many_parts_as_are_taken() {
    for (parts, taken) in [(MAX_REQUESTS, true), (MAX_REQUESTS + 1, false)] {
        let answers = json::evaluate(format!("[{}1]", "1,".repeat(parts - 1)).as_bytes());
        assert_eq!(answers.is_ok(), taken, "each of {parts} is refused by itself, or all are");
        if let Ok(answers) = answers {
            assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&answers).unwrap().len(), parts);
        }
    }
    for (parts, taken) in [(MAX_PLANS, true), (MAX_PLANS + 1, false)] {
        let plans =
            format!("{{\"year\":2024,\"catalogue\":\"none\",\"plans\":[{}1]}}", "1,".repeat(parts - 1));
        let refusal = json::evaluate(plans.as_bytes()).unwrap_err();
        assert_eq!(
            refusal.errors.iter().all(|problem| problem.path != "plans"),
            taken,
            "{}",
            refusal.errors[0]
        );
    }
}

// So many rows are named; from one more on the rest is counted, whatever is wrong with them.
#[test]
fn the_rows_beyond_those_named_are_counted() {
    let unknown = "{\"indicator\":\"no such thing\",\"period\":2024,\"value\":\"1\"}";
    let unread = "{\"indicator\":\"孕产妇死亡率\",\"period\":\"2O24\",\"value\":\"12\"}";
    for (more, last) in [
        (vec![], 0),
        (vec![unknown], 1),
        (vec![unread], 1),
        (vec![unknown, unread, unknown, unknown, unread], 5),
    ] {
        let mut rows = vec![unread; MAX_UNREADABLE];
        rows.extend(more);
        let text = format!("{{\"year\":2024,\"observations\":[{}]}}", rows.join(","));
        let read = Request::read(&text).unwrap();
        let counted: Vec<String> =
            read.findings.iter().skip(MAX_UNREADABLE).map(ToString::to_string).collect();
        assert_eq!(counted.len(), usize::from(last > 0), "{counted:?}");
        assert!(counted.iter().all(|words| words.contains(&format!("{last} more row"))), "{counted:?}");
    }
}

// A refusal in words is a line for each problem: the problem's place, where it has one, and what is wrong.
#[test]
fn a_refusal_is_a_line_for_each_problem() {
    let words = |text: &str| json::evaluate(text.as_bytes()).unwrap_err().to_string();
    let many = format!("[{}1]", "1,".repeat(MAX_REQUESTS));
    assert_eq!(words(&many), format!("a batch of more than {MAX_REQUESTS} requests; send fewer at a time"));
    let two = words("{\"yaer\":2024,\"area\":5}");
    let lines: Vec<&str> = two.lines().collect();
    let refusal = json::evaluate(b"{\"yaer\":2024,\"area\":5}").unwrap_err();
    assert!(refusal.errors.len() > 1);
    assert_eq!(lines, refusal.errors.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert!(
        refusal.errors.iter().all(|problem| problem.to_string().starts_with(&format!("{}: ", problem.path)))
    );
}

// What JSON can write and nobody can hold is a finding of its row, and the others are judged.
#[test]
fn a_row_that_cannot_be_held_is_refused_alone() {
    let good = r#"{"indicator":"孕产妇死亡率","period":2024,"value":"12"}"#;
    for odd in [
        "5",
        "null",
        "[1]",
        r#"{"indicator":"孕产妇死亡率","period":2024,"numerator":1e400,"denominator":800}"#,
        r#"{"indicator":"孕产妇\ud800","period":2024,"value":"12"}"#,
    ] {
        let read = Request::read(&format!("{{\"year\":2024,\"observations\":[{odd},{good}]}}")).unwrap();
        assert_eq!((read.observations.len(), read.findings.len()), (1, 1), "{odd}");
        assert!(
            read.findings[0].source.as_deref().unwrap().starts_with("observations[0]"),
            "{odd}: {}",
            read.findings[0]
        );
        assert_eq!(read.observations[0].source.as_deref(), Some("observations[1]"), "{odd}");
    }
    // A whole number with a point is one.
    let row =
        r#"{"indicator":"孕产妇死亡率","period":2024.0,"numerator":1.0,"denominator":702.0,"value":null}"#;
    let read = Request::read(&format!("{{\"year\":2024,\"observations\":[{row}]}}")).unwrap();
    assert_eq!(read.findings, []);
}

/// What one column cannot hold keeps no other from being read: the row is refused alone, and its unit did report.
#[test]
fn a_number_without_a_value_is_refused_with_its_row() {
    for (odd, column, words) in [
        (r#""value":NaN"#, "value", "NaN"),
        (r#""value": -Infinity"#, "value", "NaN"),
        (r#""value":1e400"#, "value", "1e400"),
        (r#""value":"9\ud800""#, "value", "half a character"),
        (r#""value":"96","unit":"%","value":"96""#, "value", "keep one of the two"),
        (r#""numerator":NaN,"denominator":800"#, "numerator", "NaN"),
        (r#""value":"96","unit":NaN"#, "unit", "NaN"),
        (r#""interval":{"low":{"number":NaN,"included":true}},"unit":"%""#, "interval", "NaN"),
        (r#""interval":{"low":null,"low":null},"unit":"%""#, "interval", "keep one of the two"),
    ] {
        let row = |unit: &str, cells: &str| {
            format!(
                r#"{{"indicator":"适龄儿童免疫规划疫苗接种率","period":2024,"unit_kind":"苏木镇","unit_id":"{unit}",{cells}}}"#
            )
        };
        let text = format!(
            r#"{{"year":2024,"judge":["children.health.g6.immunisation-coverage"],"observations":[{},{}],
                "rosters":[{{"kind":"township","year":2024,"members":[{{"id":"甲镇"}},{{"id":"NaN镇"}}]}}]}}"#,
            row("NaN镇", odd),
            row("甲镇", r#""value":"96","unit":"%""#),
        );
        let report: Report = serde_json::from_str(&json::evaluate(text.as_bytes()).unwrap()).unwrap();
        let unreadable: Vec<&Finding> = (report.findings.iter())
            .filter(|finding| matches!(finding.kind, FindingKind::Unreadable { .. }))
            .collect();
        let [finding] = unreadable.as_slice() else { panic!("{odd}: {:?}", report.findings) };
        let place = format!("observations[0].{column}");
        assert_eq!(finding.source.as_deref(), Some(&*place), "{odd}");
        assert!(finding.kind.to_string().contains(words), "{odd}: {finding}");
        assert!(finding.kind.zh().ends_with(|sign: char| !sign.is_ascii()), "{}", finding.kind.zh());
        let tally = report.rows[0].assessment().units.as_ref().unwrap();
        assert_eq!(tally.not_reported, [""; 0], "{odd}: the unit did report");
        assert_eq!(report.rows[0].assessment().outcome, Outcome::Undetermined, "{odd}");
    }
}

/// A column that says whose row it is: nobody knows which cell was filled, and no unit is called by what is no name.
#[test]
fn a_row_that_names_nobody_is_no_row_of_the_area() {
    for odd in [r#""unit_id":NaN"#, r#""unit_id":"甲镇","unit_id":"乙镇""#, r#""area":NaN"#] {
        let row = format!(
            r#"{{"indicator":"适龄儿童免疫规划疫苗接种率","period":2024,"value":"96","unit":"%",{odd}}}"#
        );
        let read = Request::read(&format!(r#"{{"year":2024,"observations":[{row}]}}"#)).unwrap();
        assert_eq!((read.observations.len(), read.unread.len()), (0, 0), "{odd}");
        assert!(!read.findings.is_empty(), "{odd}");
    }
}

/// A roster that cannot be held lacks a unit: what it says of its area, kind and year is not used, and the other rows are judged.
#[test]
fn a_roster_that_cannot_be_held_is_not_used() {
    let good = r#"{"kind":"township","year":2024,"members":[{"id":"甲镇"}]}"#;
    let outcome = |rosters: &str| {
        let text = format!(
            r#"{{"year":2024,"judge":["children.health.g6.immunisation-coverage"],"observations":[
                {{"indicator":"适龄儿童免疫规划疫苗接种率","period":2024,"unit_kind":"苏木镇","unit_id":"甲镇","value":"96","unit":"%"}}],
                "rosters":[{rosters}]}}"#
        );
        let report: Report = serde_json::from_str(&json::evaluate(text.as_bytes()).unwrap()).unwrap();
        let found = report.findings.iter().filter_map(|finding| finding.source.as_deref());
        (report.rows[0].assessment().outcome, found.map(String::from).collect::<Vec<_>>())
    };
    assert_eq!(outcome(good), (Outcome::Met, vec![]));
    for (odd, place) in [
        (
            r#"{"kind":"township","year":2024,"members":[{"id":"甲镇"},{"id":"乙镇","size":NaN}]}"#,
            "members[1].size",
        ),
        (r#"{"kind":"township","year":2024,"members":[{"id":"乙\ud800"}]}"#, "members[0].id"),
        (r#"{"kind":"township","year":2024,"members":[{"id":"乙镇"}],"members":[]}"#, "members"),
    ] {
        let place = format!("rosters[0].{place}");
        assert_eq!(outcome(&format!("{odd},{good}")), (Outcome::Undetermined, vec![place]), "{odd}");
    }
    // Without a kind or a year nobody knows which rosters lack a unit.
    for (odd, place) in [
        (r#"{"kind":"township","year":NaN,"members":[]}"#, "rosters[0].year: "),
        (r#"{"kind":"township","kind":"village","year":2024,"members":[]}"#, "rosters[0].kind: "),
        (r#"{"area":NaN,"kind":"village","year":2024,"members":[]}"#, "rosters[0].area: "),
    ] {
        let said = refused(format!(r#"{{"year":2024,"rosters":[{odd}]}}"#).as_bytes());
        assert!(said.starts_with(place), "{odd}: {said}");
    }
}

/// Elsewhere such a number ends the request, and its path is named; a slip of the text is named where it stands in the text as given.
#[test]
fn a_number_without_a_value_elsewhere_is_named_by_its_path() {
    for (text, start) in [
        (r#"{"year":NaN}"#, "year: "),
        (
            r#"{"year":2024,"observations":[{"value":NaN}],"settings":{"around_tolerance":NaN}}"#,
            "settings.around_tolerance: ",
        ),
        (
            r#"{"year":2024,"plans":[{"targets":[{"rule":{"value":Infinity}}]}]}"#,
            "plans[0].targets[0].rule.value: ",
        ),
        (r#"{"year":2024,"plans":[{"plan":{"id":"a","id":"b"}}]}"#, "plans[0].plan.id: "),
        (r#"{"year":2024,"observations":[{"value":NaN}],}"#, "line 1, column 39: "),
        (r#"[{"year":2024,"observations":[{"value":NaN}]},]"#, "line 1, column 40: "),
    ] {
        let said = refused(text.as_bytes());
        assert!(said.starts_with(start), "{text}: {said}");
    }
    let batch = json::evaluate(r#"[{"year":2024,"observations":[{"value":NaN}]},{"year":2024}]"#.as_bytes());
    assert!(batch.unwrap().starts_with(r#"[{"report""#));
}

// What was needed is said in words, wherever something else stands.
#[test]
fn what_stands_for_a_request_or_a_row_is_told_what_is_needed() {
    for (text, needed) in [
        ("5", "expected a request, an object with named fields"),
        ("{\"year\":2024,\"observations\":5}", "expected an array of rows"),
        ("{\"year\":2024,\"observations\":{}}", "expected an array of rows"),
        ("{\"year\":-5}", "-5"),
        ("{\"year\":null}", "year: "),
        ("{\"year\":2024,\"settings\":{\"around_tolerance\":null}}", "null"),
        ("{\"year\":2024,\"settings\":{\"warnings\":{\"not_reported_years\":-3}}}", "-3"),
    ] {
        let said = refused(text.as_bytes());
        assert!(said.contains(needed), "{text}: {said}");
    }
}
