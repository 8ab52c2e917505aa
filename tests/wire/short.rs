//! Targets whose rule is a text, remarks on own plans, and how what is wrong is told.

use dabiao::json::{self, PlanDocument, Problem};
use dabiao::{Catalogue, Rule, plan::Timing, values::Year};
use serde_json::{Value, json};

fn plan(id: &str, targets: Value) -> Value {
    json!({
        "plan": { "id": id, "letter": "X", "zh": format!("{id}规划"), "en": format!("plan of {id}"), "document": "某政发〔2021〕1号",
                  "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康"] },
        "targets": targets
    })
}

const CARE: &str = "maternal-systematic-management-rate";

fn target(id: &str, indicator: &str, rule: &Value, words: &str) -> Value {
    json!({ "id": id, "clause": { "section": "goal", "domain": 1, "item": "1", "words": words }, "indicator": indicator, "rule": rule })
}

/// What the only target of a plan asks, and by when; or what is wrong.
fn read(indicator: &str, rule: &str, words: &str) -> Result<(Rule, Timing), Vec<String>> {
    let mut catalogue = Catalogue::hangjin();
    let document = plan("city", json!([target("city.1", indicator, &json!(rule), words)]));
    PlanDocument::add(&mut catalogue, &document)
        .map_err(|problems| problems.iter().map(Problem::zh).collect::<Vec<_>>())?;
    let target = catalogue.target("city.1").expect("it was added");
    Ok((target.rule, target.timing))
}

#[test]
fn a_rule_in_short() {
    let number = |text: &str| text.parse().unwrap();
    let by = |due| Timing::ByYear { due: Year::literal(due) };
    let kept = Timing::Kept { from: Year::literal(2021), due: Year::literal(2030) };
    let at_least = Rule::AtLeast { value: number("92") };
    for (rule, words, expected) in [
        ("≥92%", "达到92％以上", (at_least, by(2030))),
        // The text says nothing of time, and the words beside it do.
        ("≥92%", "到2025年达到92％以上", (at_least, by(2025))),
        ("≥92%", "保持在92％以上", (at_least, kept)),
        // The text says when, and then the words need not.
        ("保持在92%以上", "92％以上", (at_least, kept)),
        ("到2027年达到92%", "92％以上", (at_least, by(2027))),
        // A change without a year is one since the year before the plan.
        ("下降20%", "下降20％", (Rule::falls_by("20", 2020), by(2030))),
    ] {
        assert_eq!(read(CARE, rule, words), Ok(expected), "{rule} {words}");
    }
    // Without an own rule for the unit there is none.
    let years = read("female-life-expectancy", "≥92%", "达到92％以上").unwrap_err();
    assert_eq!(years, ["targets[0].rule：该指标以“岁”计量，“≥92%”不能用作它的规则"]);
}

// 0.9 beside 90％ is remarked on in the plan that has it, and not beside any other.
#[test]
fn remarks_are_of_one_plan() {
    let mut catalogue = Catalogue::hangjin();
    let rule = |value: &str| json!({ "kind": "at_least", "value": value });
    let at = |id: &str, value: &str| {
        let mut target = target(id, CARE, &rule(value), "达到90％以上");
        target["timing"] = json!({ "kind": "by_year", "due": 2030 });
        target
    };
    let city = plan("city", json!([at("city.1", "90"), at("city.2", "0.9")]));
    let county = plan("county", json!([at("county.1", "0.8"), at("county.2", "90"), at("county.3", "90")]));
    for document in [&city, &county] {
        PlanDocument::add(&mut catalogue, document).unwrap();
    }
    let remarks = |plan| {
        PlanDocument::remarks(&catalogue, plan)
            .into_iter()
            .map(|finding| (finding.source.unwrap().to_string(), finding.kind.zh()))
            .collect::<Vec<_>>()
    };
    let of = |place: usize, value: &str| {
        vec![(format!("targets[{place}].rule.value"), format!("这里写的是{value}，而原文要求≥90%：90"))]
    };
    assert_eq!(remarks("city"), of(1, "0.9"));
    assert_eq!(remarks("county"), of(0, "0.8"));
    assert_eq!(remarks("nowhere"), []);
}

// A problem is told at its place, in Chinese where it is known in Chinese.
#[test]
fn a_problem_in_chinese() {
    let said = |problem: Value| serde_json::from_value::<Problem>(problem).unwrap().zh();
    assert_eq!(
        said(json!({ "path": "plan.zh", "message": "in English", "message_zh": "中文" })),
        "plan.zh：中文"
    );
    assert_eq!(said(json!({ "path": "", "message": "in English", "message_zh": "中文" })), "中文");
    assert_eq!(said(json!({ "path": "plan.zh", "message": "in English" })), "plan.zh: in English");
    let problems = PlanDocument::add(&mut Catalogue::hangjin(), &json!({ "plan": {} })).unwrap_err();
    assert_eq!(problems[0].zh(), "plan.document：缺少此字段");
}

// A program that stops at a refusal prints what is wrong, and not how it is held.
#[test]
fn a_refusal_is_printed_in_words() {
    let refusal = json::evaluate(br#"{ "year": 2024, "area": 7 }"#).unwrap_err();
    assert!(refusal.to_string().starts_with("area: "), "{refusal}");
    assert_eq!(format!("{refusal:?}"), refusal.to_string());
}

// A slip in one field hides neither years that are turned round nor anything else that does not follow from it.
#[test]
fn turned_years_are_told_beside_another_slip() {
    let mut target = target("city.1", CARE, &json!({ "kind": "every" }), "达到92％以上");
    target["timing"] = json!({ "kind": "by_year", "due": 2030 });
    target["valid"] = json!({ "from": 2025, "until": 2024 });
    let problems = PlanDocument::add(&mut Catalogue::hangjin(), &plan("city", json!([target]))).unwrap_err();
    let mut paths: Vec<&str> = problems.iter().map(|problem| &*problem.path).collect();
    paths.sort_unstable();
    assert_eq!(paths.len(), 2, "{problems:?}");
    assert!(paths[0].starts_with("targets[0].rule") && paths[1] == "targets[0].valid", "{paths:?}");
}

// What is asked of an indicator is not held against a unit or a calendar that could not be read.
#[test]
fn nothing_follows_from_a_card_that_could_not_be_read() {
    let written = |unit: &str, calendar: &str, rule: Value, timing: Value| {
        let mut all = target("city.1", "meetings", &rule, "每年");
        all["timing"] = timing;
        let mut document = plan("city", json!([all]));
        document["indicators"] = json!([{ "id": "meetings", "zh": "会议次数", "en": "meetings", "unit": unit,
                                          "kind": "value_only", "calendar": calendar }]);
        let problems = PlanDocument::add(&mut Catalogue::hangjin(), &document);
        let mut paths: Vec<String> =
            problems.err().iter().flat_map(|all| all.iter()).map(|problem| problem.path.clone()).collect();
        paths.sort_unstable();
        paths
    };
    let all = || json!({ "kind": "all" });
    let by = || json!({ "kind": "by_year", "due": 2030 });
    // All of what is no quotient, and all events of a kind, are wrong whatever was meant beside them.
    assert_eq!(written("count", "year", all(), by()), ["targets[0].rule"]);
    assert_eq!(written("count", "daily", all(), by()), ["indicators[0].calendar", "targets[0].rule"]);
    assert_eq!(written("pieces", "event", all(), by()), ["indicators[0].unit", "targets[0].rule"]);
    assert_eq!(written("pieces", "year", all(), by()), ["indicators[0].unit"]);
    // Once by a year is asked of events alone, unless it is unknown whether they are.
    let once = || json!({ "kind": "once", "from": 2022, "due": 2026 });
    let one = || json!({ "kind": "at_least", "value": "1" });
    assert_eq!(written("count", "year", one(), once()), ["targets[0].timing"]);
    assert_eq!(written("count", "event", one(), once()), Vec::<String>::new());
    assert_eq!(written("count", "daily", one(), once()), ["indicators[0].calendar"]);
}

// A reference in another unit is a slip of its own, unless the unit of the indicator could not be read.
#[test]
fn a_reference_is_held_against_a_unit_that_could_be_read() {
    let written = |unit: &str| {
        let mut all = target("city.1", "meetings", &json!({ "kind": "not_below" }), "不低于经费");
        all["reference"] = json!("funds");
        all["timing"] = json!({ "kind": "by_year", "due": 2030 });
        let mut document = plan("city", json!([all]));
        let own = |id: &str, unit: &str| json!({ "id": id, "zh": id, "en": id, "unit": unit, "kind": "value_only" });
        document["indicators"] = json!([own("meetings", unit), own("funds", "yuan")]);
        let problems = PlanDocument::add(&mut Catalogue::hangjin(), &document);
        let paths =
            problems.err().map(|all| all.iter().map(|problem| problem.path.clone()).collect::<Vec<_>>());
        paths.unwrap_or_default()
    };
    assert_eq!(written("yuan"), Vec::<String>::new());
    assert_eq!(written("count"), ["targets[0].reference"]);
    assert_eq!(written("pieces"), ["indicators[0].unit"]);
}

// The interval of a row stands beside each of its columns.
#[test]
fn an_interval_beside_its_source() {
    let end = |number: &str| json!({ "number": number, "included": true });
    for order in [["source", "interval"], ["interval", "source"]] {
        let mut row = serde_json::Map::new();
        row.insert("indicator".into(), json!("孕产妇死亡率"));
        row.insert("period".into(), json!(2024));
        for name in order {
            let value = if name == "source" {
                json!("年报")
            } else {
                json!({ "low": end("13"), "high": end("14") })
            };
            row.insert(name.into(), value);
        }
        let request = json!({ "year": 2024, "observations": [row] }).to_string();
        let report: Value = serde_json::from_str(&json::evaluate(request.as_bytes()).unwrap()).unwrap();
        assert_eq!(report["findings"], json!([]), "{order:?}");
        let rows = report["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["target"]["indicator"] == "maternal-mortality-ratio").unwrap();
        // More than 12 whatever it is.
        assert_eq!(row["assessment"]["outcome"], "not_met");
    }
}
