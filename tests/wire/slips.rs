//! What is taken in a request beside its rows, at the edge of what is refused, and the words and place of what is.

use dabiao::json::{self, PlanDocument, Problem, Refusal, Request};
use dabiao::{Catalogue, Rule};
use serde_json::{Value, json};

fn refused(request: &Value) -> Vec<Problem> {
    json::evaluate(request.to_string().as_bytes()).unwrap_err().errors
}

/// A plan with a share and a rate, and one target.
fn plan(target: &Value) -> Value {
    json!({
        "plan": { "id": "city", "letter": "X", "zh": "某市规划", "en": "A city's plan", "document": "某政发〔2021〕1号",
                  "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康"] },
        "indicators": [
            { "id": "a", "zh": "筛查率", "en": "screening rate", "unit": "percent", "kind": "share" },
            { "id": "b", "zh": "死亡率", "en": "death rate", "unit": "per_100k", "kind": "events" },
            { "id": "c", "zh": "增长率", "en": "growth rate", "unit": "percent", "kind": "value_only", "floor": -10 }
        ],
        "targets": [target]
    })
}

fn target(indicator: &str, rule: &Value) -> Value {
    json!({ "id": "t", "clause": { "section": "goal", "domain": 1, "item": "1", "words": "见文本" },
            "indicator": indicator, "rule": rule, "timing": { "kind": "by_year", "due": 2030 } })
}

fn problems(document: &Value) -> Vec<Problem> {
    match PlanDocument::add(&mut Catalogue::new(), document) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.into_iter().collect(),
    }
}

#[test]
fn what_a_request_lacks_is_said_in_both_languages() {
    for (request, path, en, zh) in [
        (json!({}), "year", "the field is missing; name the assessed year", "缺少此字段；请写明评价年度"),
        (
            json!({ "year": 2024, "catalogue": "none" }),
            "plans",
            "there is no plan to judge by; name the catalogue `hangjin` or give plans",
            "没有可据以评价的规划；请将catalogue写作hangjin，或在plans中给出规划",
        ),
        (json!({ "year": 2024, "plans": {} }), "plans", "an array is needed here", "此处应为数组"),
        (json!({ "year": 2024, "rosters": 5 }), "rosters", "an array is needed here", "此处应为数组"),
    ] {
        let found = refused(&request);
        let [problem] = &found[..] else { panic!("{request}: {found:?}") };
        assert_eq!((&*problem.path, &*problem.message), (path, en));
        assert_eq!(problem.message_zh.as_deref(), Some(zh));
        assert_eq!((problem.line, problem.column), (None, None), "nothing is wrong with the text");
    }
}

/// What comes near an unknown name is looked up for the first hundred of a list.
#[test]
fn a_hundred_unknown_names_to_be_judged_are_helped() {
    let found =
        refused(&json!({ "year": 2024, "judge": vec!["women.health.g2.maternal-mortality-rati"; 102] }));
    let helped: Vec<bool> =
        found.iter().map(|problem| problem.message.contains("maternal-mortality-ratio")).collect();
    assert_eq!(helped, [vec![true; 100], vec![false; 2]].concat());
}

/// An area that no row is of is a slip of its name, unless something may be of it after all or nothing need be.
#[test]
fn an_area_is_refused_where_every_row_is_of_another() {
    let row =
        |area: Value| json!({ "indicator": "孕产妇死亡率", "area": area, "period": 2024, "value": "12" });
    let roster = |area: Value| json!({ "area": area, "kind": "township", "year": 2024, "members": [] });
    let (other, none) = (json!("150622"), Value::Null);
    let unread = json!({ "indicator": "孕产妇死亡率", "period": "2O24", "area": "150622", "value": "12" });
    for (rows, rosters, allow_empty, taken) in [
        (vec![row(other.clone())], vec![], json!(false), false),
        (vec![], vec![roster(other.clone())], none.clone(), false),
        (vec![row(other.clone())], vec![], json!(true), true),
        (vec![row(other.clone()), row(none.clone())], vec![], none.clone(), true),
        (vec![row(other.clone())], vec![roster(none.clone())], none.clone(), true),
        (vec![row(other.clone()), unread], vec![], none.clone(), true),
        (vec![row(other), row(json!("150625"))], vec![], none.clone(), true),
        (vec![], vec![], none, true),
    ] {
        let request = json!({ "year": 2024, "area": "150625", "observations": rows, "rosters": rosters,
                              "allow_empty": allow_empty });
        let read = Request::read(&request.to_string());
        let refused = read.as_ref().err().and_then(|refusal| refusal.errors.first());
        assert_eq!(refused.map(|problem| &*problem.path), (!taken).then_some("area"), "{request}");
        assert!(read.is_err() || read.is_ok_and(|read| read.area.as_deref() == Some("150625")));
    }
}

/// Whole numbers are exact however long they are, also below zero: codes, floors and bounds may be written so.
#[test]
fn whole_numbers_are_taken_as_they_are_written() {
    for (code, id) in
        [(json!(u64::MAX), "18446744073709551615"), (json!(-7), "-7"), (json!(150_625), "150625")]
    {
        let roster = json!({ "kind": "township", "year": 2024, "members": [{ "id": code }] });
        let request = json!({ "year": 2024, "area": "150625", "rosters": [roster] });
        let read = Request::read(&request.to_string()).unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
        assert_eq!(&*read.rosters[0].members[0].id, id);
    }
    let mut catalogue = Catalogue::new();
    let below = plan(&target("c", &json!({ "kind": "at_least", "value": -5 })));
    PlanDocument::add(&mut catalogue, &below).unwrap();
    let card = catalogue.indicator("c").unwrap();
    assert_eq!(card.floor.to_string(), "-10");
    assert_eq!(catalogue.target("t").unwrap().rule, Rule::at_least("-5"));
}

/// A rule in words is read in the unit of its own indicator, by whichever name that is called.
#[test]
fn a_rule_in_words_is_read_for_its_own_indicator() {
    for (indicator, words, rule) in [
        ("a", "≥92%", Rule::at_least("92")),
        ("筛查率", "≥92%", Rule::at_least("92")),
        ("b", "≤12/10万", Rule::at_most("12")),
        ("死亡率", "≤12/10万", Rule::at_most("12")),
        ("b", "≤1‰", Rule::at_most("100")),
    ] {
        let mut catalogue = Catalogue::new();
        let document = plan(&target(indicator, &json!(words)));
        PlanDocument::add(&mut catalogue, &document).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(catalogue.target("t").unwrap().rule, rule, "{indicator} {words}");
    }
}

/// The field of a rule that is wrong is named, whatever others it has; what its form should have been stands in Chinese too.
#[test]
fn the_wrong_field_of_a_rule_is_named_among_several() {
    type Change = fn(&mut Value);
    let cases: &[(&str, &str, Change)] = &[
        ("targets[0].rule.value", "类型不对：给的是真假值true，应为文字", |plan| {
            plan["targets"][0]["rule"]["value"] = true.into();
        }),
        ("targets[0].rule.tolerance", "类型不对：给的是真假值true，应为文字", |plan| {
            plan["targets"][0]["rule"]["tolerance"] = true.into();
        }),
        ("targets[0].clause", "类型不对：给的是文字\"第一条\"，应为对象", |plan| {
            plan["targets"][0]["clause"] = "第一条".into();
        }),
        ("targets[0].clause", "此处应为带字段名的对象", |plan| {
            plan["targets"][0]["clause"] = json!([])
        }),
        ("targets[0].scope", "此处应有一个字段，以形式的名称为名", |plan| {
            plan["targets"][0]["scope"] = json!({});
        }),
        ("plan.domains", "类型不对：给的是对象，应为数组", |plan| {
            plan["plan"]["domains"] = json!({})
        }),
        ("indicators[0].women_only", "类型不对：给的是整数1，应为true或false", |plan| {
            plan["indicators"][0]["women_only"] = 1.into();
        }),
    ];
    for (path, zh, change) in cases {
        let rule = json!({ "kind": "around", "value": "45", "better": "higher", "tolerance": "1" });
        let mut document = plan(&target("a", &rule));
        assert_eq!(problems(&document), []);
        change(&mut document);
        let found = problems(&document);
        let [problem] = &found[..] else { panic!("{path}: {found:?}") };
        assert_eq!((&*problem.path, problem.message_zh.as_deref()), (*path, Some(*zh)));
    }
}

/// Many wrong fields of one card are all named, once each.
#[test]
fn every_wrong_field_of_a_card_is_named_once() {
    let mut document = plan(&target("a", &json!({ "kind": "all" })));
    document["targets"] = json!([]);
    let card = document["indicators"][0].as_object_mut().unwrap();
    let names: Vec<String> = card.keys().cloned().collect();
    card.values_mut().for_each(|value| *value = json!(5));
    card.insert("first-strange".into(), json!(5));
    card.insert("second-strange".into(), json!(5));
    let mut told: Vec<String> = problems(&document).into_iter().map(|problem| problem.path).collect();
    told.sort_unstable();
    let mut right: Vec<String> = names.iter().map(|name| format!("indicators[0].{name}")).collect();
    right.extend(["first", "second"].map(|which| format!("indicators[0].{which}-strange")));
    right.sort_unstable();
    assert_eq!(told, right);
}

/// Thirty-two steps down the path of what cannot be held is named; what stands deeper is a slip of the text at its line.
#[test]
fn what_cannot_be_held_is_looked_for_thirty_two_steps_down() {
    for (open, close, step) in [("[", "]", "[0]"), ("{\"a\":", "}", ".a")] {
        for steps in [1, 32, 33, 40] {
            let inside = steps - 1;
            let text = format!(
                "{{\"year\":2024,\"settings\":{}1e400{}}}",
                open.repeat(inside),
                close.repeat(inside)
            );
            let Refusal { errors, .. } = json::evaluate(text.as_bytes()).unwrap_err();
            let [problem] = &errors[..] else { panic!("{errors:?}") };
            let (path, line) = match steps {
                ..=32 => (format!("settings{}", step.repeat(inside)), None),
                _ => (String::new(), Some(1)),
            };
            assert_eq!((&*problem.path, problem.line), (&*path, line), "{steps} of {open}: {problem}");
        }
    }
}
