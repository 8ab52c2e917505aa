//! The strategies bring out what they promise.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::{Catalogue, Data, Effect, Evaluator, Outcome, Year, json, kit};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// So many values, the same ones in every run.
fn some<S: Strategy>(strategy: &S, many: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..many).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn every_rule_duty_scope_and_outcome_comes_out() {
    let (mut rules, mut duties, mut scopes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut outcomes: BTreeMap<Outcome, u32> = BTreeMap::new();
    for case in some(&kit::cases(), 4_000) {
        let target = case.plan.targets[0].clone();
        rules.insert(target.rule.code());
        duties.insert(target.duty.code());
        scopes.insert(target.scope);
        let mut catalogue = Catalogue::new();
        catalogue.add(case.plan.plan, case.plan.indicators, case.plan.targets).unwrap();
        assert_eq!(catalogue.check(), []);
        let data = Data::new(&catalogue, case.observations, case.rosters);
        let evaluator = Evaluator::with(&catalogue, case.settings).unwrap();
        *outcomes.entry(evaluator.assess(&target, &data, "", case.year).unwrap().outcome).or_default() += 1;
    }
    assert_eq!((rules.len(), duties.len(), scopes.len()), (15, 7, 3), "{rules:?} {duties:?}");
    for outcome in Outcome::ALL {
        assert!(outcomes.get(&outcome).is_some_and(|many| *many >= 20), "{outcome:?} of {outcomes:?}");
    }
}

proptest! {
    /// Plans are taken by the catalogue and, as documents, by the door.
    #[test]
    fn plans_are_sound(plan in kit::plans()) {
        let mut catalogue = Catalogue::new();
        json::PlanDocument::add(&mut catalogue, &serde_json::to_value(&plan).unwrap()).unwrap();
        prop_assert_eq!(catalogue.targets().len(), plan.targets.len());
        prop_assert_eq!(catalogue.check(), []);
    }

    #[test]
    fn requests_are_sound(request in kit::requests()) {
        let answer = json::evaluate(request.as_bytes());
        prop_assert!(answer.is_ok(), "{:?}", answer.err());
    }

    /// What is said to be missing is read as missing.
    #[test]
    fn missing_rows_are_read_as_missing(row in kit::indicators().prop_flat_map(|card| kit::missing_rows(&card, Year::literal(2024)))) {
        let plan = r#"{ "plan": { "id": "p", "letter": "P", "zh": "一", "en": "p", "document": "1", "issued": "2021-01-01", "first": 2021, "last": 2030, "domains": ["一"] },
            "indicators": [{ "id": "main", "zh": "名main", "en": "main", "unit": "percent", "kind": "bare" }] }"#;
        let plan: Value = serde_json::from_str(plan).unwrap();
        let request = serde_json::json!({ "year": 2024, "catalogue": "none", "plans": [plan], "observations": [row] });
        let read = json::Request::read(&request.to_string()).unwrap();
        prop_assert_eq!(&read.findings, &[]);
        prop_assert!(matches!(read.observations[0].datum, dabiao::Datum::Missing(_)));
    }
}

#[test]
fn damaged_requests_are_answered_and_refused() {
    let all = some(&kit::damaged_requests(), 200);
    let refused = all.iter().filter(|request| json::evaluate(request.as_bytes()).is_err()).count();
    assert!((50..200).contains(&refused), "{refused} of {}", all.len());
}

/// Each way to be awkward comes out, and becomes what is said of it.
#[test]
fn awkward_rows_have_the_effect_that_is_said() {
    let mut effects: BTreeMap<Effect, BTreeSet<String>> = BTreeMap::new();
    let awkward = kit::indicators().prop_flat_map(|card| {
        let card = dabiao::IndicatorCard { calendar: dabiao::Calendar::Year, ..card };
        (Just(card.clone()), kit::awkward_rows(&card, Year::literal(2024)))
    });
    for (card, awkward) in some(&awkward, 2_000) {
        let plan = serde_json::json!({
            "plan": { "id": "p", "letter": "P", "zh": "一", "en": "p", "document": "1", "issued": "2021-01-01", "first": 2021, "last": 2030, "domains": ["一"] },
            "indicators": [card],
        });
        let request = serde_json::json!({ "year": 2024, "catalogue": "none", "plans": [plan], "observations": awkward.rows });
        let report = json::Request::read(&request.to_string()).unwrap().report().unwrap();
        let kinds = report.findings.iter().filter(|finding| finding.kind.effect() == awkward.effect);
        let kinds: BTreeSet<String> =
            kinds.map(|finding| serde_json::to_value(&finding.kind).unwrap()["kind"].to_string()).collect();
        assert!(!kinds.is_empty(), "{:?}: {request} {:?}", awkward.effect, report.findings);
        effects.entry(awkward.effect).or_default().extend(kinds);
    }
    let kinds: BTreeSet<&str> = effects.values().flatten().map(|kind| kind.trim_matches('"')).collect();
    for kind in [
        "unreadable",
        "wrong_unit",
        "over_zero",
        "numerator_above_denominator",
        "outside_limits",
        "conflict",
        "outside_plan",
    ] {
        assert!(kinds.contains(kind), "{kind} of {kinds:?}");
    }
}
