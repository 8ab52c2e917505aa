//! Own plans: rules in short form, and targets that ask other than their words.

use dabiao::json::{PlanDocument, Request};
use dabiao::plan::Timing;
use dabiao::{Catalogue, Rule, Year};
use serde_json::{Value, json};

fn plan(targets: &Value) -> Value {
    json!({
        "plan": { "id": "city", "letter": "Y", "zh": "某市规划", "en": "A plan", "document": "1号", "issued": "2021-06-01",
                  "first": 2021, "last": 2030, "domains": ["健康"] },
        "targets": targets
    })
}

fn target(id: &str, words: &str, indicator: &str, rule: &Value) -> Value {
    json!({ "id": id, "clause": { "section": "goal", "domain": 1, "item": "1", "words": words }, "indicator": indicator,
            "rule": rule, "timing": { "kind": "by_year", "due": 2030 } })
}

/// What the JSON API says of each target: the place, and the remark in Chinese.
fn remarks(targets: &Value) -> Vec<(String, String)> {
    let request = json!({ "year": 2024, "plans": [plan(targets)], "judge": ["city"] }).to_string();
    let findings = Request::read(&request).expect("a request").findings;
    findings
        .iter()
        .map(|finding| (finding.source.as_deref().unwrap_or_default().to_owned(), finding.kind.zh()))
        .collect()
}

#[test]
fn slips_beside_the_words_are_found() {
    let care = "maternal-systematic-management-rate";
    let cases = [
        (
            "达到90%以上",
            care,
            json!({ "kind": "at_least", "value": "0.9" }),
            "rule.value",
            "这里写的是0.9，而原文要求≥90%：90",
        ),
        (
            "达到90%以上",
            care,
            json!({ "kind": "at_most", "value": "90" }),
            "rule.kind",
            "这里写的是at_most，而原文要求≥90%：at_least",
        ),
        (
            "超过90%",
            care,
            json!({ "kind": "at_least", "value": "90" }),
            "rule.kind",
            "这里写的是at_least，而原文要求>90%：more_than",
        ),
        (
            "降到500/10万以下",
            "infant-mortality-rate",
            json!({ "kind": "at_most", "value": "500" }),
            "rule.value",
            "这里写的是500，而原文要求≤500/10万：5",
        ),
        (
            "下降20％",
            "under-5-mortality-rate",
            json!({ "kind": "changed_by", "value": "0.2", "better": "lower", "since": 2020 }),
            "rule.value",
            "这里写的是0.2，而原文要求-20%：20",
        ),
        (
            "逐步提高",
            care,
            json!({ "kind": "improves", "better": "lower", "qualifier": "gradually" }),
            "rule.better",
            "这里写的是lower，而原文要求higher gradually：higher",
        ),
        (
            "保持在90%以上",
            care,
            json!({ "kind": "at_least", "value": "90" }),
            "timing",
            "这里写的是by_year，而原文要求kept",
        ),
        (
            "到2025年达到90%",
            care,
            json!({ "kind": "at_least", "value": "90" }),
            "timing.due",
            "这里写的是2030，而原文要求2025",
        ),
        (
            "争取达到90%",
            care,
            json!({ "kind": "at_least", "value": "90" }),
            "commitment",
            "这里写的是firm，而原文要求aspiration",
        ),
        (
            "每所医院达到90%",
            care,
            json!({ "kind": "at_least", "value": "90" }),
            "scope",
            "这里写的是area，而原文要求医院",
        ),
    ];
    for (words, indicator, rule, field, said) in cases {
        let found = remarks(&json!([target("city.1", words, indicator, &rule)]));
        assert_eq!(found, [(format!("plans[0].targets[0].{field}"), said.to_owned())], "{words}");
    }
}

/// What the words ask, words that say nothing, and both readings of two leave nothing to be said.
#[test]
fn sound_targets_are_not_remarked_on() {
    let care = "maternal-systematic-management-rate";
    let cases = [
        ("达到90%以上", care, json!({ "kind": "at_least", "value": "90" })),
        ("降到500/10万以下", "infant-mortality-rate", json!({ "kind": "at_most", "value": "5" })),
        ("健全服务体系", care, json!({ "kind": "at_least", "value": "90" })),
        ("低于5%以下", "under-5-anaemia-rate", json!({ "kind": "at_most", "value": "5" })),
        ("低于5%以下", "under-5-anaemia-rate", json!({ "kind": "less_than", "value": "5" })),
    ];
    for (words, indicator, rule) in cases {
        assert_eq!(remarks(&json!([target("city.1", words, indicator, &rule)])), [], "{words}");
    }
}

fn short(indicator: &str, words: &str, rule: &str) -> Result<(Rule, Timing), String> {
    let mut target = target("city.1", words, indicator, &json!(rule));
    target.as_object_mut().expect("fields").remove("timing");
    let mut catalogue = Catalogue::hangjin();
    match PlanDocument::add(&mut catalogue, &plan(&json!([target]))) {
        Ok(()) => {
            let read = catalogue.target("city.1").expect("the target");
            Ok((read.rule, read.timing))
        }
        Err(problems) => Err(problems.iter().map(dabiao::json::Problem::zh).collect::<Vec<_>>().join("\n")),
    }
}

#[test]
fn a_rule_may_be_written_as_text() {
    let due = |year| Timing::ByYear { due: Year::literal(year) };
    let rule = |text: Value| -> Rule { serde_json::from_value(text).expect("a rule") };
    let care = "maternal-systematic-management-rate";
    let cases = [
        (care, "≥92%", rule(json!({ "kind": "at_least", "value": "92" })), due(2030)),
        (care, "达到92％以上", rule(json!({ "kind": "at_least", "value": "92" })), due(2030)),
        (care, "到2025年达到百分之九十二", rule(json!({ "kind": "at_least", "value": "92" })), due(2025)),
        (care, ">92.50%", rule(json!({ "kind": "more_than", "value": "92.50" })), due(2030)),
        (
            care,
            "逐步提高",
            rule(json!({ "kind": "improves", "better": "higher", "qualifier": "gradually" })),
            due(2030),
        ),
        (care, "全覆盖", rule(json!({ "kind": "all" })), due(2030)),
        (
            "maternal-mortality-ratio",
            "≤12/10万",
            rule(json!({ "kind": "at_most", "value": "12" })),
            due(2030),
        ),
        ("infant-mortality-rate", "≤500/10万", rule(json!({ "kind": "at_most", "value": "5" })), due(2030)),
    ];
    for (indicator, text, expected, timing) in cases {
        let (read, when) = short(indicator, "原文", text).expect(text);
        assert_eq!((read, when), (expected, timing), "{text}");
    }
    // A sign says nothing of time, and the words beside it do.
    let (_, when) = short(care, "到2025年达到92％以上", "≥92%").expect("a rule");
    assert_eq!(when, due(2025));
}

#[test]
fn what_is_no_rule_is_refused_with_the_reason() {
    let care = "maternal-systematic-management-rate";
    let cases = [
        (
            care,
            "好",
            "targets[0].rule：从“好”读不出规则；可写作“≥92%”“≤12/10万”“逐步提高”“全覆盖”，或写明各字段",
        ),
        (care, "80%—90%", "targets[0].rule：从“80%—90%”读不出界限：两个数之间的范围，没有单一界限"),
        (care, "≥90分钟", "targets[0].rule：该指标以“%”计量，“≥90分钟”不能用作它的规则"),
        (care, "低于5%以下", "targets[0].rule：“低于5%以下”有两种读法；请写明规则的各字段"),
        (
            care,
            "甲率达到90%，乙率达到80%",
            "targets[0].rule：“甲率达到90%，乙率达到80%”提出了2项要求；请分别写成目标",
        ),
    ];
    for (indicator, text, said) in cases {
        assert_eq!(short(indicator, "原文", text).expect_err(text), said);
    }
}

/// Whole numbers are exact in JSON and are taken; a number with a point is not.
#[test]
fn whole_numbers_are_taken_as_bounds() {
    let of = |value: Value| {
        let rule = json!({ "kind": "at_least", "value": value });
        let document = plan(&json!([target("city.1", "90%", "maternal-systematic-management-rate", &rule)]));
        PlanDocument::add(&mut Catalogue::hangjin(), &document)
    };
    assert_eq!(of(json!(90)), Ok(()));
    assert_eq!(of(json!(90.5)).expect_err("a binary number")[0].path, "targets[0].rule.value");
}
