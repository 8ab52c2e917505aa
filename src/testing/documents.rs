//! Own plans as documents: sound ones, and such with one slip.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use super::plans::target_with_indicators;
use super::requests::{Case, tree};
use crate::json::PlanDocument;

/// Own plans of one to four targets, each with its indicators: what [`Catalogue::add`](crate::plan::Catalogue::add) and the JSON API
/// take.
///
/// ```
/// use dabiao::{testing, Catalogue};
/// use proptest::proptest;
/// proptest!(|(document in testing::plans())| {
///     Catalogue::new().add(document.plan, document.indicators, document.targets).unwrap();
/// });
/// ```
pub fn plans() -> impl Strategy<Value = PlanDocument> {
    vec(target_with_indicators(), 1..5).prop_map(|asked| {
        let bare = |(indicators, target)| Case::asking(indicators, target);
        Case::joined(asked.into_iter().map(bare).collect()).plan
    })
}

/// A plan as a document that cannot be used.
///
/// ```
/// use dabiao::{json::PlanDocument, testing, Catalogue};
/// use proptest::prelude::*;
/// proptest!(|(awkward in testing::awkward_plans())| {
///     let problems = PlanDocument::add(&mut Catalogue::new(), &awkward.plan).unwrap_err();
///     prop_assert!(problems.iter().any(|problem| problem.path.starts_with(&awkward.path)), "{problems:?}");
/// });
/// ```
#[derive(Debug, Clone)]
pub struct AwkwardPlan {
    /// The document.
    pub plan: Json,
    /// Where the slip is: `targets[0].rule`. A refusal names this place, or one inside.
    pub path: String,
}

/// Plans with one slip: an unknown rule, unit, indicator or field, a missing or empty name, a number where text is meant, an id
/// twice, years that run backwards, a bound that no value reaches.
pub fn awkward_plans() -> impl Strategy<Value = AwkwardPlan> {
    plans().prop_flat_map(|plan| select(slips(&plan)))
}

fn slips(plan: &PlanDocument) -> Vec<AwkwardPlan> {
    let sound = tree(plan);
    // The place as a pointer, what stands there then, and what the refusal calls it.
    let set = [
        ("/targets/0/rule", json!({ "kind": "at_mots", "value": "1" }), "targets[0].rule"),
        ("/targets/0/rule", json!({ "kind": "at_least", "value": 12.5 }), "targets[0].rule"),
        ("/targets/0/rule", json!({ "kind": "at_least", "value": "1e3" }), "targets[0].rule"),
        ("/targets/0/rule", json!({ "kind": "at_least", "value": "-1000" }), "targets[0].rule"),
        ("/targets/0/rule", json!({ "kind": "at_least" }), "targets[0].rule"),
        (
            "/targets/0/timing",
            json!({ "kind": "every_year", "from": 2030, "due": 2021 }),
            "targets[0].timing",
        ),
        ("/targets/0/indicator", json!("no-such-indicator"), "targets[0].indicator"),
        ("/targets/0/id", json!(""), "targets[0].id"),
        ("/targets/0/id", json!(7), "targets[0].id"),
        ("/targets/0/clause/domain", json!(9), "targets[0].clause.domain"),
        ("/targets/0/plan", json!("another"), "targets[0].plan"),
        ("/indicators/0/unit", json!("percnet"), "indicators[0].unit"),
        ("/indicators/0/en", json!(""), "indicators[0].en"),
        ("/indicators/0/zh", json!(null), "indicators[0].zh"),
        ("/indicators/0/floor", json!("a little"), "indicators[0].floor"),
        ("/plan/first", json!(12), "plan.first"),
        ("/plan/last", json!(2019), "plan.last"),
        ("/plan/issued", json!("2021-02-29"), "plan.issued"),
        ("/plan", json!([]), "plan"),
    ];
    let mut slips: Vec<AwkwardPlan> = Vec::new();
    for (place, what, path) in set {
        let mut plan = sound.clone();
        if let Some(field) = plan.pointer_mut(place) {
            *field = what;
            slips.push(AwkwardPlan { plan, path: path.into() });
        }
    }
    for (place, path) in [
        ("", "strange"),
        ("/plan", "plan.strange"),
        ("/targets/0", "targets[0].strange"),
        ("/indicators/0", "indicators[0].strange"),
    ] {
        let mut plan = sound.clone();
        if let Some(fields) = plan.pointer_mut(place).and_then(Json::as_object_mut) {
            fields.insert("strange".into(), json!(1));
            slips.push(AwkwardPlan { plan, path: path.into() });
        }
    }
    for (list, name) in [("/targets", "targets"), ("/indicators", "indicators")] {
        let mut plan = sound.clone();
        if let Some(cards) = plan.pointer_mut(list).and_then(Json::as_array_mut) {
            let path = alloc::format!("{name}[{}].id", cards.len());
            cards.extend(cards.first().cloned());
            slips.push(AwkwardPlan { plan, path });
        }
    }
    slips
}
