//! That no field of a row is lost: a request in which each of them decides something.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value as Json, json};

use super::answers::as_the_library;
use super::{BY, Found, hold};
use crate::json;
use crate::plan::{Better, Calendar, IndicatorCard, IndicatorKind, Qualifier, Rule, Scope, Target};
use crate::testing::{
    Case, Judge,
    plans::{card, target},
    requests::token,
    rows::with,
};
use crate::values::{Number, Unit};

const HERE: &str = "150625";

/// One target for each field, judged in 2024.
const IDS: [&str; 9] = [
    "of-area",
    "of-unit",
    "of-part",
    "of-period",
    "of-break",
    "of-status",
    "of-reason",
    "of-ends",
    "of-counts",
];

fn asked(id: &'static str) -> (IndicatorCard, Target) {
    let card = card(id, Unit::Percent, IndicatorKind::Share, "0", Some("100"), Calendar::Year);
    let half = Rule::AtLeast { value: Number::literal("50") };
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let (rule, scope) = match id {
        "of-unit" => (half, Scope::EveryUnit("town".into())),
        "of-break" => (rises, Scope::Area),
        _ => (half, Scope::Area),
    };
    (card, Target { id: id.into(), ..target(id, rule, BY, scope) })
}

/// Rows of which each field is needed, with values on both sides of the bound.
fn rows(low: u32, high: u32) -> Vec<Json> {
    let (low, high) = (low.to_string(), high.to_string());
    let of = |id: &str, year: u16, value: &str| json!({ "indicator": id, "period": year, "value": value, "unit": "percent" });
    let town = |name: &str| json!({ "unit_kind": "town", "unit_id": name });
    let rows = alloc::vec![
        of("of-area", 2024, &high),
        with(&of("of-area", 2024, &low), &json!({ "area": "150622" })),
        with(&of("of-unit", 2024, &high), &town("甲")),
        with(&of("of-unit", 2024, &low), &town("乙")),
        of("of-part", 2024, &high),
        with(&of("of-part", 2024, &low), &json!({ "residence": "rural" })),
        with(&of("of-part", 2024, &low), &json!({ "sex": "female" })),
        with(&of("of-part", 2024, &low), &json!({ "age": "0-6y" })),
        of("of-period", 2024, &high),
        of("of-period", 2023, &low),
        of("of-break", 2020, &low),
        with(&of("of-break", 2024, &high), &json!({ "break": true })),
        with(&of("of-status", 2024, &high), &json!({ "status": "provisional" })),
        json!({ "indicator": "of-reason", "period": 2024, "status": "suppressed" }),
        json!({ "indicator": "of-ends", "period": 2024, "value": alloc::format!("≥{high}%") }),
        // The printed rate is not that of the counts, which are judged: a finding says so.
        json!({ "indicator": "of-counts", "period": 2024, "numerator": 1, "denominator": 3, "value": high, "unit": "percent" }),
    ];
    let named = |(place, row): (usize, Json)| {
        let row = with(&row, &json!({ "source": token(place) }));
        if row.get("area").is_some() { row } else { with(&row, &json!({ "area": HERE })) }
    };
    rows.into_iter().enumerate().map(named).collect()
}

pub(super) fn every_field_arrives(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, (1_u32..50, 51_u32..99), |(low, high)| {
        let mut all = IDS.into_iter().map(asked);
        let Some((first, target)) = all.next() else { return Ok(()) };
        let mut case = Case::asking(alloc::vec![first], target);
        for (card, target) in all {
            case.plan.indicators.push(card);
            case.plan.targets.push(target);
        }
        let roster = json!([{ "area": HERE, "kind": "town", "year": 2024, "members": [{ "id": "甲" }, { "id": "乙" }] }]);
        let request =
            with(&case.form(rows(low, high)), &json!({ "area": HERE, "rosters": roster })).to_string();
        let own = json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_string())?;
        as_the_library(judge, &request, &own)
    })
}
