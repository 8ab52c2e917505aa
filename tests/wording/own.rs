//! Own plans: rules in short form, and targets that ask other than their words.

use dabiao::json::{PlanDocument, Request};
use dabiao::plan::{Timing, wording};
use dabiao::values::Unit;
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

fn rule(fields: Value) -> Rule {
    serde_json::from_value(fields).expect("a rule")
}

/// What stands in a target due in 2030 and its words do not say, in English.
fn doubts(words: &str, indicator: &str, fields: Value) -> Vec<String> {
    let catalogue = Catalogue::hangjin();
    let mut target =
        catalogue.target("women.health.g2.maternal-systematic-management-rate").expect("a target").clone();
    target.clause.words = words.to_owned().into();
    target.rule = rule(fields);
    let due = Year::literal(2030);
    target.timing = match words.contains("考核指标") {
        true => Timing::Kept { from: Year::literal(2021), due },
        false => Timing::ByYear { due },
    };
    let card = catalogue.indicator(indicator).expect("an indicator");
    wording::doubts(&target, card).iter().map(|doubt| format!("{}: {doubt}", doubt.field)).collect()
}

#[test]
fn each_field_that_differs_is_named_with_what_is_right() {
    let care = "maternal-systematic-management-rate";
    let each_year = |value: &str| json!({ "kind": "changed_each_year", "value": value, "better": "lower", "since": 2020 });
    let around = |value: &str, better: &str| json!({ "kind": "around", "value": value, "better": better });
    let cases = [
        ("每年下降0.5个百分点", each_year("5"), "rule.value: 5", "-0.5个百分点 a year: 0.5"),
        (
            "在2018年的基础上每年下降0.5个百分点",
            each_year("0.5"),
            "rule.since: 2020",
            "-0.5个百分点 a year since 2018: 2018",
        ),
        (
            "比2020年下降20%",
            json!({ "kind": "changed_by", "value": "20", "better": "lower", "since": 2021 }),
            "rule.since: 2021",
            "-20% since 2020: 2020",
        ),
        (
            "占三分之一以上",
            json!({ "kind": "at_least_ratio", "value": "1/4" }),
            "rule.value: 1/4",
            "≥1/3: 1/3",
        ),
        // Digits as printed count: values are rounded to them.
        ("达到90%以上", json!({ "kind": "at_least", "value": "90.0" }), "rule.value: 90.0", "≥90%: 90"),
        ("达到45%左右", around("40", "higher"), "rule.value: 40", "≈45%: 45"),
        ("达到45%左右", around("45", "lower"), "rule.better: lower", "≈45%: higher"),
        (
            "逐步提高",
            json!({ "kind": "improves", "better": "higher", "qualifier": "steadily" }),
            "rule.qualifier: steadily",
            "higher gradually: gradually",
        ),
    ];
    for (words, fields, given, said) in cases {
        assert_eq!(
            doubts(words, care, fields),
            [format!("{given} stands here, and the words ask {said}")],
            "{words}"
        );
    }
    assert_eq!(
        doubts("达到80%—90%", care, json!({ "kind": "at_least", "value": "80" })),
        ["clause.words: no bound can be read from `80%—90%`: a range of two numbers is no single bound"]
    );
}

/// The width of 左右 and 相适应, which way is better under an assessment, the base where the words name none, digits of a number
/// that was converted, which side of 1：3 is which, and words that leave out 差距.
#[test]
fn what_only_the_maker_of_a_plan_can_choose_is_left_to_him() {
    let care = "maternal-systematic-management-rate";
    let ratio = |value: &str| json!({ "kind": "at_least_ratio", "value": value });
    let cases = [
        (
            "达到45%左右",
            care,
            json!({ "kind": "around", "value": "45", "better": "higher", "tolerance": "2" }),
        ),
        ("与女职工比例相适应", care, json!({ "kind": "in_proportion", "tolerance": "5" })),
        ("达到国家考核指标", care, json!({ "kind": "host_bound", "better": "lower" })),
        ("下降20%", care, json!({ "kind": "changed_by", "value": "20", "better": "lower", "since": 2019 })),
        ("降到500/10万以下", "infant-mortality-rate", json!({ "kind": "at_most", "value": "5.0" })),
        ("不低于1：3", care, ratio("1/3")),
        ("不低于1：3", care, ratio("3/1")),
        (
            "逐步缩小",
            "maternal-mortality-ratio.urban-rural-gap",
            json!({ "kind": "improves", "better": "lower", "qualifier": "gradually" }),
        ),
    ];
    for (words, indicator, fields) in cases {
        assert_eq!(doubts(words, indicator, fields), Vec::<String>::new(), "{words}");
    }
}

/// A number becomes that of the indicator's unit where it does so exactly; else no rule says it.
#[test]
fn numbers_become_those_of_the_indicators_unit() {
    let at = |kind: &str, value: &str| vec![rule(json!({ "kind": kind, "value": value }))];
    let around =
        |value: &str, better: &str| vec![rule(json!({ "kind": "around", "value": value, "better": better }))];
    let sixth = json!({ "kind": "changed_by", "value": "1/6", "better": "lower", "since": 2020 });
    let cases = [
        ("超过四分之一", Unit::Percent, at("more_than", "25")),
        ("超过三分之一", Unit::Percent, Vec::new()),
        ("控制在2.5：1以内", Unit::Quotient, at("at_most", "2.5")),
        ("控制在5：2以内", Unit::Quotient, at("at_most", "2.5")),
        ("控制在5：2以内", Unit::Percent, Vec::new()),
        ("下降六分之一", Unit::Percent, vec![rule(sixth)]),
        ("降到0.5%以下", Unit::PerMille, at("at_most", "5")),
        ("配备100名", Unit::Percent, Vec::new()),
        ("每千名儿童床位达到3.17张", Unit::Per1000, at("at_least", "3.17")),
        ("增加到五亿元", Unit::Yuan, at("at_least", "500000000")),
        // Which way is better where a number is about so much: the verb says it, else the name.
        ("班额控制在45人左右", Unit::Persons, around("45", "lower")),
        ("巩固率提高到95%左右", Unit::Percent, around("95", "higher")),
        ("婴儿死亡率保持在5‰左右", Unit::PerMille, around("5", "lower")),
        ("户外活动时长提高到2小时左右", Unit::HoursPerDay, around("2", "higher")),
    ];
    for (words, unit, expected) in cases {
        let rules = wording::read(words).asks[0].rules(unit, Year::literal(2020));
        assert_eq!(rules, expected, "{words} in {unit:?}");
    }
}
