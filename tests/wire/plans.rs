//! Own plans: everything wrong with one is said at once, each thing with its place.

use dabiao::json::{PlanDocument, Problem};
use dabiao::{
    Catalogue, Rule, Target,
    plan::{Calendar, Plan},
};
use serde_json::{Value, json};

fn sound() -> Value {
    json!({
        "plan": { "id": "made-up", "level": "county", "letter": "M", "zh": "虚构规划", "en": "Made-up plan",
                  "document": "虚构〔2021〕1号", "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康", "教育"] },
        "indicators": [
            { "id": "screening", "zh": "筛查率", "en": "screening rate", "unit": "percent", "kind": "share" },
            { "id": "enrolment", "zh": "毛入学率", "en": "gross enrolment", "unit": "percent", "kind": "value_only" }
        ],
        "targets": [
            { "id": "m.1", "clause": { "section": "goal", "domain": 1, "item": "1", "words": "达到70%以上" },
              "indicator": "screening", "rule": { "kind": "at_least", "value": "70" }, "timing": { "kind": "by_year", "due": 2030 } },
            { "id": "m.2", "clause": { "section": "goal", "domain": 2, "item": "1", "words": "达到105%" },
              "indicator": "enrolment", "rule": { "kind": "at_least", "value": "105" }, "timing": { "kind": "by_year", "due": 2030 } },
            { "id": "m.3", "clause": { "section": "strategy", "domain": 1, "item": "2", "words": "全覆盖" },
              "indicator": "screening", "rule": { "kind": "all" }, "timing": { "kind": "by_year", "due": 2030 },
              "scope": { "every_unit": "township" } }
        ]
    })
}

fn problems(plan: &Value) -> Vec<Problem> {
    match PlanDocument::add(&mut Catalogue::new(), plan) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.into_iter().collect(),
    }
}

#[test]
fn a_sound_plan_is_taken_with_what_it_leaves_out() {
    let mut catalogue = Catalogue::new();
    PlanDocument::add(&mut catalogue, &sound()).unwrap();
    assert_eq!(catalogue.targets().len(), 3);
    let share = catalogue.indicator("筛查率").unwrap();
    assert_eq!(share.ceiling.unwrap().to_string(), "100", "a share is at most the whole");
    assert_eq!(catalogue.indicator("enrolment").unwrap().ceiling, None);
    assert_eq!(catalogue.target("m.1").unwrap().plan, "made-up");
    // English titles are left out, or as many as there are domains; what was left out is not written.
    let plan = |document: &Value| {
        let mut catalogue = Catalogue::new();
        PlanDocument::add(&mut catalogue, document).unwrap();
        serde_json::to_value(catalogue.plan("made-up").unwrap()).unwrap()
    };
    assert_eq!(plan(&sound()), sound()["plan"]);
    let mut titled = sound();
    titled["plan"]["domains_en"] = json!(["Health", "Education"]);
    assert_eq!(plan(&titled), titled["plan"]);
    // A second time every id is taken.
    let again = PlanDocument::add(&mut catalogue, &sound()).unwrap_err();
    assert_eq!(again.len(), 1 + 2 * 2 + 3, "{again:?}");
}

/// The four slips of one document: a misspelt unit, an id twice, 120 of 100, a rule that there is not.
#[test]
fn four_slips_are_named_in_one_go() {
    let mut plan = sound();
    plan["indicators"].as_array_mut().unwrap().push(
        json!({ "id": "beds", "zh": "床位", "en": "beds", "unit": "per_thousand", "kind": "value_only" }),
    );
    plan["targets"][0]["rule"]["value"] = "120".into();
    plan["targets"][1]["id"] = "m.1".into();
    plan["targets"][2]["rule"] = json!({ "kind": "every" });
    let found = problems(&plan);
    let told: Vec<(&str, &str)> = found.iter().map(|problem| (&*problem.path, &*problem.message)).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    let says = |path: &str, words: &str| {
        assert!(
            told.iter().any(|(at, message)| *at == path && message.contains(words)),
            "{path}: {words}: {told:?}"
        );
    };
    says("indicators[2].unit", "unknown variant `per_thousand`, expected one of `percent`");
    says(
        "targets[0].rule.value",
        "bound `120` cannot be used: the values of its indicator lie from 0 to 100",
    );
    says("targets[1].id", "`m.1` cannot be used: the id or name is taken");
    says("targets[2].rule.kind", "unknown variant `every`, expected one of `at_least`");
}

#[test]
fn each_slip_is_named_where_it_is() {
    type Change = fn(&mut Value);
    let cases: &[(&str, &str, Change)] = &[
        ("plan.issued", "no such day", |plan| plan["plan"]["issued"] = "2021-02-30".into()),
        ("plan.first", "1900 to 2200", |plan| plan["plan"]["first"] = 21.into()),
        ("plan.last", "ends before", |plan| plan["plan"]["last"] = 2019.into()),
        ("plan.domains", "missing", |plan| drop(plan["plan"].as_object_mut().unwrap().remove("domains"))),
        ("plan.domains", "invalid type", |plan| plan["plan"]["domains"] = "健康".into()),
        ("plan.domains_en", "`1` cannot be used: give one title for each of the 2 domains", |plan| {
            plan["plan"]["domains_en"] = json!(["Health"]);
        }),
        ("plan.domains_en", "`3` cannot be used", |plan| {
            plan["plan"]["domains_en"] = json!(["Health", "Education", "Law"]);
        }),
        ("plan.domains_en", "invalid type", |plan| plan["plan"]["domains_en"] = "Health".into()),
        // As many as the domains that could not be read, perhaps.
        ("plan.domains", "invalid type", |plan| {
            plan["plan"]["domains"] = "健康".into();
            plan["plan"]["domains_en"] = json!(["Health"]);
        }),
        ("plan.lvl", "unknown field", |plan| plan["plan"]["lvl"] = "county".into()),
        ("plan", "missing", |plan| drop(plan.as_object_mut().unwrap().remove("plan"))),
        ("goals", "no such field", |plan| plan["goals"] = json!([])),
        ("targets", "an array", |plan| plan["targets"] = json!({})),
        ("targets[1]", "an object", |plan| plan["targets"][1] = json!(7)),
        ("indicators[0].ceiling", "a share is at most the whole", |plan| {
            plan["indicators"][0]["ceiling"] = "120".into();
        }),
        ("indicators[0].unit", "a share is measured in", |plan| {
            plan["indicators"][0]["unit"] = "years".into();
            plan["targets"] = json!([]);
        }),
        ("indicators[0].women_only", "only where the sex", |plan| {
            plan["indicators"][0]["women_only"] = true.into();
        }),
        ("indicators[1].zh", "taken", |plan| plan["indicators"][1]["zh"] = "筛查率".into()),
        ("indicators[0].floor", "as a number", |plan| plan["indicators"][0]["floor"] = "1e1".into()),
        ("indicators[0].floor", "expected a string", |plan| plan["indicators"][0]["floor"] = 0.5.into()),
        ("targets[0].rule.value", "as a number", |plan| plan["targets"][0]["rule"]["value"] = "7O".into()),
        ("targets[0].rule.bound", "unknown field", |plan| plan["targets"][0]["rule"]["bound"] = "70".into()),
        ("targets[2].rule.value", "unknown field", |plan| plan["targets"][2]["rule"]["value"] = "70".into()),
        ("targets[0].timing", "missing", |plan| {
            drop(plan["targets"][0].as_object_mut().unwrap().remove("timing"));
        }),
        ("targets[0].timing.kind", "unknown variant", |plan| {
            plan["targets"][0]["timing"]["kind"] = "by".into()
        }),
        ("targets[0].timing", "ends before", |plan| {
            plan["targets"][0]["timing"] = json!({ "kind": "every_year", "from": 2030, "due": 2021 });
        }),
        ("targets[0].indicator", "the nearest is `screening`", |plan| {
            plan["targets"][0]["indicator"] = "screenign".into();
        }),
        ("targets[0].clause.domain", "no such domain", |plan| {
            plan["targets"][0]["clause"]["domain"] = 3.into()
        }),
        ("targets[0].clause", "operative characters", |plan| {
            plan["targets"][0]["clause"]["words"] = " ".into()
        }),
        ("targets[0].reference", "compares two", |plan| plan["targets"][0]["reference"] = "enrolment".into()),
        ("targets[2].scope", "kind of unit", |plan| {
            plan["targets"][2]["scope"] = json!({ "every_unit": "" })
        }),
        ("targets[0].plan", "that is being added", |plan| plan["targets"][0]["plan"] = "women".into()),
        ("targets[0].commitment", "unknown variant", |plan| plan["targets"][0]["commitment"] = "hard".into()),
        ("targets[0].scope", "unknown variant", |plan| plan["targets"][0]["scope"] = "all".into()),
    ];
    for (path, words, change) in cases {
        let mut plan = sound();
        change(&mut plan);
        let found = problems(&plan);
        assert_eq!(found.len(), 1, "{path}: {found:?}");
        assert_eq!(found[0].path, *path, "{found:?}");
        assert!(found[0].message.contains(words), "{path}: {found:?}");
    }
}

/// Two slips in one card are two problems, whatever else is wrong.
#[test]
fn slips_do_not_hide_one_another() {
    let mut plan = sound();
    plan["targets"][0]["commitment"] = "hard".into();
    plan["targets"][0]["scope"] = "all".into();
    plan["targets"][0]["indicator"] = "nowhere".into();
    plan["targets"][0]["odd"] = 1.into();
    let paths: Vec<String> = problems(&plan).into_iter().map(|problem| problem.path).collect();
    for path in ["targets[0].commitment", "targets[0].scope", "targets[0].indicator", "targets[0].odd"] {
        assert!(paths.iter().any(|found| found == path), "{path} is not in {paths:?}");
    }
    assert_eq!(paths.len(), 4, "{paths:?}");
}

#[test]
fn nothing_is_added_from_a_plan_with_a_slip() {
    let mut catalogue = Catalogue::hangjin();
    let before = catalogue.targets().len();
    let mut plan = sound();
    plan["targets"][0]["rule"]["value"] = "101".into();
    PlanDocument::add(&mut catalogue, &plan).unwrap_err();
    assert_eq!(catalogue.targets().len(), before);
    assert!(catalogue.plan("made-up").is_err());
}

/// A plan read from JSON is checked as one built in code is.
#[test]
fn the_built_in_plans_pass_as_documents() {
    let hangjin = Catalogue::hangjin();
    let mut again = Catalogue::new();
    let mut indicators: Vec<Value> =
        hangjin.indicators().map(|card| serde_json::to_value(card).unwrap()).collect();
    for plan in hangjin.plans() {
        let targets = hangjin.targets().filter(|target| target.plan == plan.id);
        let document = json!({
            "plan": plan,
            "indicators": std::mem::take(&mut indicators),
            "targets": targets.collect::<Vec<_>>(),
        });
        PlanDocument::add(&mut again, &document).unwrap();
    }
    assert!(again.targets().eq(hangjin.targets()));
    assert!(again.indicators().eq(hangjin.indicators()));
}

/// A slip in one field does not hide one in another that has nothing to do with it.
#[test]
fn an_unknown_field_hides_no_bound() {
    let mut plan = sound();
    plan["targets"][0]["remark"] = "a field that there is not".into();
    plan["targets"][0]["rule"]["value"] = "120".into();
    plan["targets"][1]["note"] = 5.into();
    plan["targets"][1]["scope"] = "every_unit".into();
    let found = problems(&plan);
    let paths: Vec<&str> = found.iter().map(|problem| &*problem.path).collect();
    let told = ["targets[0].remark", "targets[1].scope", "targets[1].note", "targets[0].rule.value"];
    assert_eq!(paths, told, "{found:?}");
}

/// What stands in for a slip is not compared with the plan.
#[test]
fn nothing_is_said_of_what_stands_in_for_a_slip() {
    let mut plan = sound();
    plan["plan"]["first"] = 2035.into();
    plan["plan"]["last"] = "2o40".into();
    let found = problems(&plan);
    assert_eq!(found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), ["plan.last"], "{found:?}");
    let refusal = dabiao::json::evaluate(br#"{ "year": 2024, "plans": [{}, {}] }"#).unwrap_err();
    let paths: Vec<&str> = refusal.errors.iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["plans[0].plan", "plans[1].plan"]);
    // An indicator that is called by its Chinese name is as little known as one that is called by its id.
    let mut plan = sound();
    plan["indicators"][0]["unit"] = "percnt".into();
    plan["targets"][0]["indicator"] = "筛查率".into();
    plan["targets"][0]["rule"]["value"] = "800".into();
    plan["indicators"][0]["ceiling"] = "1000".into();
    let found = problems(&plan);
    assert_eq!(
        found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(),
        ["indicators[0].unit"],
        "{found:?}"
    );
}

/// Parts in their order are no object, in no place of a plan.
#[test]
fn lists_stand_for_no_object() {
    let mut plan = sound();
    plan["targets"][0]["rule"] = json!(["at_least", "70"]);
    plan["targets"][0]["timing"] = json!(["by_year", 2030]);
    plan["targets"][1]["clause"] = json!(["goal", 1, "1", "w"]);
    plan["indicators"][0]["disaggregation"] = json!(["rural", "female"]);
    plan["indicators"][1]["gap"] = json!(["screening", "sexes", "", "difference"]);
    let found = problems(&plan);
    let mut paths: Vec<&str> = found.iter().map(|problem| &*problem.path).collect();
    paths.sort_unstable();
    let told = [
        "indicators[0].disaggregation",
        "indicators[1].gap",
        "targets[0].rule",
        "targets[0].timing",
        "targets[1].clause",
    ];
    assert_eq!(paths, told, "{found:?}");
}

/// Rules that cannot mean what they say: each is named, and its neighbour that can be meant is taken.
#[test]
fn rules_that_cannot_be_meant_are_named() {
    let cut = |value: &str, better: &str, since: i32| json!({ "kind": "changed_by", "value": value, "better": better, "since": since });
    let about = |value: &str, better: &str, tolerance: &str| json!({ "kind": "around", "value": value, "better": better, "tolerance": tolerance });
    let cases = [
        (cut("100.1", "lower", 2020), Some("targets[0].rule.value")),
        (cut("100", "lower", 2020), None),
        (cut("120", "higher", 2020), None),
        (cut("0", "higher", 2020), None),
        (cut("-20", "lower", 2020), Some("targets[0].rule.value")),
        (cut("20", "lower", 2030), Some("targets[0].rule.since")),
        (cut("20", "lower", 2029), None),
        (about("45", "higher", "-0.1"), Some("targets[0].rule.tolerance")),
        (about("45", "higher", "0"), None),
        (about("45", "higher", "44.9"), None),
        (about("45", "higher", "45"), None),
        (about("45", "lower", "55"), None),
        (about("45", "lower", "54.9"), None),
        (json!({ "kind": "more_than", "value": "100" }), Some("targets[0].rule.value")),
        (json!({ "kind": "more_than", "value": "99.9" }), None),
        (json!({ "kind": "less_than", "value": "0" }), Some("targets[0].rule.value")),
        (json!({ "kind": "less_than", "value": "0.1" }), None),
        (json!({ "kind": "at_least", "value": "100" }), None),
        (json!({ "kind": "at_most", "value": "0" }), None),
        (
            json!({ "kind": "improves", "better": "higher", "qualifier": "each_term" }),
            Some("targets[0].rule.qualifier"),
        ),
        (json!({ "kind": "improves", "better": "higher", "qualifier": "steadily" }), None),
    ];
    for (rule, path) in cases {
        let mut plan = sound();
        plan["targets"][0]["rule"] = rule.clone();
        let found = problems(&plan);
        let paths: Vec<&str> = found.iter().map(|problem| &*problem.path).collect();
        assert_eq!(paths, path.into_iter().collect::<Vec<_>>(), "{rule}: {found:?}");
    }
    let mut plan = sound();
    plan["targets"][0]["rule"] = json!({ "kind": "not_below" });
    plan["targets"][0]["reference"] = "筛查率".into();
    let found = problems(&plan);
    assert_eq!(
        found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(),
        ["targets[0].reference"],
        "{found:?}"
    );
}

// Persons have no denominators to be summed over.
#[test]
fn only_quotients_are_pooled() {
    for (unit, scope, paths) in [
        ("percent", "pooled", &[][..]),
        ("per_1000", "pooled", &[]),
        ("persons", "pooled", &["targets[0].scope"]),
        ("persons", "every_unit", &[]),
    ] {
        let mut plan = sound();
        plan["indicators"][0] = json!({ "id": "screening", "zh": "筛查数", "en": "screened", "unit": unit, "kind": "value_only" });
        plan["targets"].as_array_mut().unwrap().truncate(1);
        plan["targets"][0]["scope"] = json!({ (scope): "village" });
        let found = problems(&plan);
        assert_eq!(found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), paths, "{unit} {found:?}");
    }
}

#[test]
fn a_target_is_due_within_its_plan() {
    for (due, paths) in [
        (2020, &["targets[0].timing.due"][..]),
        (2021, &[]),
        (2030, &[]),
        (2031, &["targets[0].timing.due"]),
        (2035, &["targets[0].timing.due"]),
    ] {
        let mut plan = sound();
        plan["targets"][0]["timing"] = json!({ "kind": "by_year", "due": due });
        let found = problems(&plan);
        assert_eq!(found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), paths, "{found:?}");
    }
    let mut plan = sound();
    plan["targets"][0]["timing"] = json!({ "kind": "kept", "from": 2021, "due": 2035 });
    let [problem] = problems(&plan).try_into().unwrap();
    let problem: Problem = problem;
    assert!(
        problem.message.ends_with("the plan ends in 2030; name that year or an earlier one"),
        "{problem}"
    );
    assert_eq!(
        problem.message_zh.as_deref(),
        Some("due“2035”不能使用：规划到2030年为止；请写该年或更早的年份")
    );
}

/// The same in Rust, and what has to be done may be due later: a final evaluation, once the data are there.
#[test]
fn every_target_is_due_within_its_plan() {
    let catalogue = Catalogue::hangjin();
    for target in catalogue.targets() {
        let plan = catalogue.plan(&target.plan).unwrap();
        let due = target.timing.due();
        let is_event = catalogue.indicator(&target.indicator).unwrap().calendar == Calendar::Event;
        assert!(due >= plan.first && (due <= plan.last || is_event), "{}: {due}", target.id);
    }
    let first = catalogue.plan("women").unwrap();
    let plan = Plan { id: "own".into(), letter: "Y".into(), ..first.clone() };
    let on = catalogue.indicator("female-life-expectancy").unwrap();
    let due = |due: i16| {
        let target = Target::new(&plan, "own.1", on, Rule::at_least("80")).by(due).goal(1, "1", "达到80岁");
        let added = Catalogue::hangjin().add(plan.clone(), vec![], vec![target]);
        added.map(|_| ()).map_err(|errors| errors.to_string())
    };
    assert_eq!(due(2030), Ok(()));
    let said = due(2035).unwrap_err();
    assert!(said.contains("due `2035` cannot be used: the plan ends in 2030"), "{said}");
    assert!(due(2020).unwrap_err().contains("the plan begins in 2021"));
}

/// Two slips of one target are named together, whatever their kinds.
#[test]
fn a_bound_out_of_range_is_named_beside_a_slip_of_form() {
    let mut plan = sound();
    plan["targets"][0]["rule"] = json!({ "kind": "at_least", "value": "900" });
    plan["targets"][0]["timing"] = json!({ "kind": "by_year", "due": "2o30" });
    let mut paths: Vec<String> = problems(&plan).into_iter().map(|problem| problem.path).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["targets[0].rule.value", "targets[0].timing.due"]);
}

#[test]
fn a_plan_in_json_text_names_no_field_twice() {
    let text = sound().to_string();
    PlanDocument::add_text(&mut Catalogue::new(), &text).unwrap();
    let twice = text.replacen("{", "{\"plan\":{},", 1);
    let problems = PlanDocument::add_text(&mut Catalogue::new(), &twice).unwrap_err();
    assert!(problems[0].message.contains("`plan` stands there twice"), "{problems:?}");
    let cut = PlanDocument::add_text(&mut Catalogue::new(), text.split_at(40).0).unwrap_err();
    assert!(cut[0].line.is_some(), "{cut:?}");
}

// A slip in one field does not hide what is wrong with another that has nothing to do with it.
#[test]
fn one_slip_does_not_hide_another() {
    type Change = fn(&mut Value);
    let unit: Change = |plan| plan["indicators"][1]["unit"] = "per_thousand".into();
    let rule: Change = |plan| plan["targets"][1]["rule"] = json!({ "kind": "every" });
    let timing: Change = |plan| plan["targets"][1]["timing"] = json!({ "kind": "by" });
    let cases: &[(Change, &str, Change)] = &[
        (unit, "indicators[1].zh", |plan| plan["indicators"][1]["zh"] = " ".into()),
        (unit, "indicators[1].en", |plan| plan["indicators"][1]["en"] = " ".into()),
        (unit, "indicators[1].calendar", |plan| {
            plan["indicators"][1]["calendar"] = json!({ "every": 0 });
        }),
        (rule, "targets[1].plan", |plan| plan["targets"][1]["plan"] = "other".into()),
        (rule, "targets[1].clause", |plan| plan["targets"][1]["clause"]["words"] = " ".into()),
        (rule, "targets[1].scope", |plan| plan["targets"][1]["scope"] = json!({ "every_unit": " " })),
        (rule, "targets[1].timing", |plan| {
            plan["targets"][1]["timing"] = json!({ "kind": "every_year", "from": 2030, "due": 2021 });
        }),
        (timing, "targets[1].reference", |plan| plan["targets"][1]["reference"] = "screening".into()),
    ];
    for (first, path, second) in cases {
        let mut alone = sound();
        second(&mut alone);
        let mut both = alone.clone();
        first(&mut both);
        let told = |plan: &Value| problems(plan).into_iter().map(|problem| problem.path).collect::<Vec<_>>();
        assert!(told(&alone).iter().any(|at| at.starts_with(path)), "{path}: {:?}", told(&alone));
        assert!(told(&both).iter().any(|at| at.starts_with(path)), "{path}: {:?}", told(&both));
        assert_eq!(told(&both).len(), told(&alone).len() + 1, "{path}: {:?}", told(&both));
    }
}

// A rule is held against what is known of its target and its indicator, whatever else is wrong with either.
#[test]
fn rules_are_told_in_the_first_round() {
    type Change = fn(&mut Value);
    let unknown: Change = |plan| plan["targets"][0]["indicator"] = "nowhere".into();
    let calendar: Change = |plan| plan["indicators"][0]["calendar"] = "sometimes".into();
    let other_plan: Change = |plan| plan["targets"][0]["plan"] = "other".into();
    let no_first: Change = |plan| drop(plan["plan"].as_object_mut().unwrap().remove("first"));
    let cases: &[(Change, &str, Change)] = &[
        (unknown, "targets[0].rule", |plan| plan["targets"][0]["rule"] = "随便".into()),
        (unknown, "targets[0].rule.kind", |plan| plan["targets"][0]["rule"] = json!({ "kind": "every" })),
        (unknown, "targets[0].rule.value", |plan| {
            plan["targets"][0]["rule"] =
                json!({ "kind": "changed_each_year", "value": "-0.5", "better": "lower", "since": 2020 });
        }),
        (unknown, "targets[0].rule.since", |plan| {
            plan["targets"][0]["rule"] =
                json!({ "kind": "changed_each_year", "value": "0.5", "better": "lower", "since": 2030 });
        }),
        (unknown, "targets[0].reference", |plan| plan["targets"][0]["reference"] = "enrolment".into()),
        (unknown, "targets[0].scope", |plan| plan["targets"][0]["scope"] = json!({ "every_unit": " " })),
        (unknown, "targets[0].timing", |plan| {
            plan["targets"][0]["timing"] = json!({ "kind": "every_year", "from": 2030, "due": 2021 });
        }),
        (calendar, "targets[0].rule.value", |plan| plan["targets"][0]["rule"]["value"] = "120".into()),
        (calendar, "targets[0].reference", |plan| plan["targets"][0]["reference"] = "nowhere".into()),
        (calendar, "indicators[0].ceiling", |plan| plan["indicators"][0]["ceiling"] = "-4".into()),
        (other_plan, "targets[0].clause.domain", |plan| plan["targets"][0]["clause"]["domain"] = 9.into()),
        (other_plan, "targets[0].timing.due", |plan| plan["targets"][0]["timing"]["due"] = 2050.into()),
        (no_first, "targets[0].timing.due", |plan| plan["targets"][0]["timing"]["due"] = 2050.into()),
    ];
    for (first, path, second) in cases {
        let mut alone = sound();
        second(&mut alone);
        let mut both = alone.clone();
        first(&mut both);
        assert!(paths(&alone).iter().any(|at| at == path), "{path}: {:?}", paths(&alone));
        assert!(paths(&both).iter().any(|at| at == path), "{path}: {:?}", paths(&both));
        assert!(paths(&both).len() > 1, "{path}: {:?}", paths(&both));
    }
}

fn paths(plan: &Value) -> Vec<String> {
    problems(plan).into_iter().map(|problem| problem.path).collect()
}

/// The sound plan with the gap of one of its indicators.
fn with_a_gap(of: &str, unit: &str) -> Value {
    let mut plan = sound();
    plan["indicators"].as_array_mut().unwrap().push(json!({
        "id": "gap", "zh": "差距", "en": "gap", "unit": unit, "kind": "value_only",
        "gap": { "of": of, "between": "urban_rural", "unit_kind": "", "measure": "difference" }
    }));
    plan
}

/// The unit of a gap is compared with that of its indicator, unless that one could not be read.
#[test]
fn a_gap_is_held_against_an_indicator_that_could_be_read() {
    assert_eq!(paths(&with_a_gap("enrolment", "percentage_points")), [""; 0]);
    assert_eq!(paths(&with_a_gap("enrolment", "years")), ["indicators[2].unit"]);
    // What is wrong with another indicator changes nothing in that.
    let mut other = with_a_gap("enrolment", "years");
    other["indicators"][0]["unit"] = "percnt".into();
    assert_eq!(paths(&other), ["indicators[0].unit", "indicators[2].unit"]);
    for name in ["enrolment", "毛入学率"] {
        let mut unread = with_a_gap(name, "per_mille_points");
        unread["indicators"][1]["unit"] = "per_thousand".into();
        assert_eq!(paths(&unread), ["indicators[1].unit"], "perhaps it was to be per mille");
        // Nor does it hide what has nothing to do with it.
        unread["indicators"][2]["en"] = " ".into();
        assert_eq!(paths(&unread), ["indicators[1].unit", "indicators[2].en"]);
    }
    // A slip in the card of the gap does not hide that there is no such indicator.
    let mut nowhere = with_a_gap("nowhere", "percentage_points");
    nowhere["indicators"][2]["kind"] = "rate".into();
    assert_eq!(paths(&nowhere), ["indicators[2].kind", "indicators[2].gap.of"]);
}

/// A target on an indicator that could not be read is compared with what it says itself, and not against that.
#[test]
fn a_target_on_what_could_not_be_read() {
    let unread = |change: fn(&mut Value)| {
        let mut plan = sound();
        plan["indicators"][1]["unit"] = "per_thousand".into();
        change(&mut plan["targets"][1]);
        let mut paths = paths(&plan);
        assert_eq!(paths.remove(0), "indicators[1].unit");
        paths
    };
    assert_eq!(unread(|target| target["rule"]["value"] = "-5".into()), [""; 0]);
    assert_eq!(unread(|target| target["id"] = "m.1".into()), ["targets[1].id"]);
    assert_eq!(unread(|target| target["plan"] = "women".into()), ["targets[1].plan"]);
    // It compares an indicator that there is not with the one that could not be read.
    let compares = |target: &mut Value| {
        target["indicator"] = "nowhere".into();
        target["reference"] = "enrolment".into();
        target["rule"] = json!({ "kind": "not_below" });
    };
    assert_eq!(unread(compares), ["targets[1].indicator"]);
}

/// Targets name the plan by the id that could not be read: that is one slip. Another slip of the plan hides no wrong name.
#[test]
fn the_name_of_a_plan_is_held_against_an_id_that_could_be_read() {
    let named = |name: &str| {
        let mut plan = sound();
        plan["targets"][0]["plan"] = name.into();
        plan
    };
    assert_eq!(paths(&named("made-up")), [""; 0]);
    assert_eq!(paths(&named("women")), ["targets[0].plan"]);
    let mut unread = named("made-up");
    unread["plan"]["id"] = 5.into();
    assert_eq!(paths(&unread), ["plan.id"]);
    let mut other = named("women");
    other["plan"]["letter"] = 5.into();
    assert_eq!(paths(&other), ["plan.letter", "targets[0].plan"]);
}

/// A ceiling is compared with the floor that was written, not against the one that stands in for it.
#[test]
fn a_ceiling_is_held_against_a_floor_that_could_be_read() {
    let limits = |floor: &str, ceiling: &str| {
        let mut plan = sound();
        plan["indicators"][1]["floor"] = floor.into();
        plan["indicators"][1]["ceiling"] = ceiling.into();
        plan["targets"].as_array_mut().unwrap().remove(1);
        paths(&plan)
    };
    assert_eq!(limits("-10", "-5"), [""; 0]);
    assert_eq!(limits("-5", "-10"), ["indicators[1].ceiling"]);
    assert_eq!(limits("-1O", "-5"), ["indicators[1].floor"]);
}

/// What is no card at all keeps its place: the cards behind it are named by the places they were written in.
#[test]
fn places_are_those_that_were_written() {
    let mut plan = sound();
    plan["targets"].as_array_mut().unwrap().insert(0, json!("m.0"));
    plan["targets"][2]["id"] = "m.1".into();
    plan["indicators"].as_array_mut().unwrap().insert(0, json!(7));
    plan["indicators"][2]["zh"] = "筛查率".into();
    let mut found = paths(&plan);
    found.sort_unstable();
    assert_eq!(found, ["indicators[0]", "indicators[2].zh", "targets[0]", "targets[2].id"]);
}

/// A field that says null is one that is left out, where it may be; elsewhere null is named as what it is.
#[test]
fn null_is_nothing() {
    let mut plan = sound();
    plan["plan"]["level"] = Value::Null;
    plan["indicators"][1]["ceiling"] = Value::Null;
    plan["targets"][0]["rule"] =
        json!({ "kind": "around", "value": "70", "better": "higher", "tolerance": null });
    let mut catalogue = Catalogue::new();
    PlanDocument::add(&mut catalogue, &plan).unwrap();
    assert_eq!(catalogue.plan("made-up").unwrap().level, None);
    assert_eq!(catalogue.indicator("enrolment").unwrap().ceiling, None);
    assert!(matches!(catalogue.target("m.1").unwrap().rule, Rule::Around { tolerance: None, .. }));
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 4] = [
        ("plan.issued", |plan| plan["plan"]["issued"] = Value::Null),
        ("plan.domains", |plan| plan["plan"]["domains"] = Value::Null),
        ("indicators[0].unit", |plan| plan["indicators"][0]["unit"] = Value::Null),
        ("targets[0].clause", |plan| plan["targets"][0]["clause"] = Value::Null),
    ];
    for (path, change) in cases {
        let mut plan = sound();
        change(&mut plan);
        let found = problems(&plan);
        assert_eq!((found.len(), &*found[0].path), (1, path), "{found:?}");
        assert!(found[0].message.contains("null"), "{found:?}");
    }
}

/// A form with its own words where another was needed: what would be right is said.
#[test]
fn other_forms_are_refused_in_words() {
    type Change = fn(&mut Value);
    let cases: [(&str, &str, Change); 5] = [
        ("targets[0].timing", "an object with named fields is needed here", |plan| {
            plan["targets"][0]["timing"] = json!(["by_year", 2030]);
        }),
        ("targets[0].clause", "an object with named fields is needed here", |plan| {
            plan["targets"][0]["clause"] = json!(["goal", 1, "1", "w"]);
        }),
        ("targets[0].rule", "an object with named fields is needed here", |plan| {
            plan["targets"][0]["rule"] = json!(["at_least", "70"]);
        }),
        ("indicators[0].kind", "`share` has nothing more to say", |plan| {
            plan["indicators"][0]["kind"] = json!({ "share": 1 });
        }),
        ("indicators[0].unit", "`percent` has nothing more to say", |plan| {
            plan["indicators"][0]["unit"] = json!({ "percent": {} });
        }),
    ];
    for (path, words, change) in cases {
        let mut plan = sound();
        change(&mut plan);
        let found = problems(&plan);
        assert_eq!((found.len(), &*found[0].path), (1, path), "{found:?}");
        assert!(found[0].message.contains(words), "{found:?}");
    }
}

// Whatever refuses a field, its message has Chinese words that name what is right.
#[test]
fn what_a_type_refuses_is_told_in_chinese_too() {
    let cases = [
        ("/targets/0/timing/due", json!(1800), "年份“1800”不能使用：请写1900至2200之间的年份"),
        ("/targets/0/timing/due", json!("2030"), "类型不对：给的是文字\"2030\"，应为整数"),
        ("/targets/0/rule/value", json!("9O"), "无法将“9O”读作数：第2个字符“O”不应出现"),
        ("/plan/issued", json!("2021-02-30"), "日期“2021-02-30”不能使用：没有这一天"),
        ("/targets/0/clause", json!(null), "类型不对"),
        ("/indicators/0/unit", json!(5), "类型不对：给的是整数5，应为规定的代码之一"),
        ("/targets", json!({}), "此处应为数组"),
    ];
    for (pointer, value, zh) in cases {
        let mut plan = sound();
        *plan.pointer_mut(pointer).unwrap() = value;
        let problems = problems(&plan);
        assert!(
            problems
                .iter()
                .any(|problem| problem.message_zh.as_deref().is_some_and(|words| words.contains(zh))),
            "{pointer}: {problems:#?}"
        );
        assert!(problems.iter().all(|problem| problem.message_zh.is_some()), "{pointer}: {problems:#?}");
    }
}

/// A due year outside a plan is not told again where the end of the plan that it lies beyond could not be read.
#[test]
fn a_due_year_is_held_against_the_years_that_could_be_read() {
    let told = |field: &str, due: i32| {
        let mut plan = sound();
        plan["plan"][field] = "soon".into();
        plan["targets"][0]["timing"]["due"] = due.into();
        paths(&plan)
    };
    assert_eq!(told("first", 2000), ["plan.first"]);
    assert_eq!(told("first", 2050), ["plan.first", "targets[0].timing.due"]);
    assert_eq!(told("last", 2050), ["plan.last"]);
    assert_eq!(told("last", 2000), ["plan.last", "targets[0].timing.due"]);
}

/// What a check looks at decides which slips it follows from.
#[test]
fn a_check_follows_from_what_it_looks_at() {
    // From when a change counts is held against the due year, which could not be read.
    let mut since = sound();
    since["targets"][0]["rule"] =
        json!({ "kind": "changed_each_year", "value": "0.5", "better": "lower", "since": 2030 });
    assert_eq!(paths(&since), ["targets[0].rule.since"]);
    since["targets"][0]["timing"]["due"] = "soon".into();
    assert_eq!(paths(&since), ["targets[0].timing.due"]);
    // The unit of a gap has nothing to do with its kind.
    let mut gap = with_a_gap("enrolment", "years");
    gap["indicators"][2]["kind"] = "rate".into();
    assert_eq!(paths(&gap), ["indicators[2].kind", "indicators[2].unit"]);
    // Whether 左右 needs a tolerance of its own hangs on a unit that could not be read.
    let mut about = sound();
    about["targets"][1]["rule"] = json!({ "kind": "around", "value": "45", "better": "higher" });
    assert_eq!(paths(&about), [""; 0]);
    about["indicators"][1]["unit"] = "years".into();
    assert_eq!(paths(&about), ["targets[1].rule.tolerance"]);
    about["indicators"][1]["unit"] = "yaers".into();
    assert_eq!(paths(&about), ["indicators[1].unit"]);
}
