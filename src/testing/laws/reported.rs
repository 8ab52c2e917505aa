//! Laws of all rows: rows that are wrong, their order, and what lies beside and after.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};

use super::{BY, Found, YEAR, difference, hold, report, same, verdicts};
use crate::data::Finding;
use crate::plan::{Calendar, IndicatorCard, IndicatorKind, Rule, Scope, Target};
use crate::testing::{
    Awkward, Case, Judge,
    plans::{card, indicators, target},
    requests::{several, token},
    rows::{awkward_rows, grid, with},
};
use crate::values::{Number, Unit};

/// An indicator with its target for each awkward row, and `main` beside them.
fn beside_awkward(others: &[(IndicatorCard, Awkward)]) -> Case {
    let main = card("main", Unit::Percent, IndicatorKind::ValueOnly, "0", Some("100"), Calendar::Year);
    let rule = Rule::AtLeast { value: Number::literal("50") };
    let asked = |card: &IndicatorCard| -> Target {
        let id = if card.id == "main" { "t".into() } else { format!("t-{}", card.id).into() };
        Target { id, ..target(card.id.clone(), Rule::Monitored, BY, Scope::Area) }
    };
    let mut case = Case::asking(alloc::vec![main.clone()], Target { rule, ..asked(&main) });
    case.plan.indicators.extend(others.iter().map(|(card, _)| card.clone()));
    case.plan.targets.extend(others.iter().map(|(card, _)| asked(card)));
    case
}

pub(super) fn what_is_wrong_is_named(judge: &dyn Judge, cases: u32) -> Found {
    let one = |place: usize| {
        indicators().prop_flat_map(move |card| {
            let id = format!("odd-{place}");
            let card = IndicatorCard {
                zh: format!("名{id}").into(),
                id: id.into(),
                calendar: Calendar::Year,
                ..card
            };
            let rows = awkward_rows(&card, YEAR);
            (Just(card), rows)
        })
    };
    let others = (1_usize..4).prop_flat_map(move |many| (0..many).map(one).collect::<Vec<_>>());
    hold(cases, (others, grid(), any::<bool>()), |(others, value, first)| {
        let case = beside_awkward(&others);
        let good = json!({
            "indicator": "main", "period": YEAR, "value": value.to_string(), "unit": "percent", "source": token(0),
        });
        let mut rows: Vec<Json> = Vec::new();
        let mut expected = Vec::new();
        for (_, awkward) in &others {
            let mut names = Vec::new();
            for row in &awkward.rows {
                let name = token(rows.len() + 1);
                rows.push(with(row, &json!({ "source": name })));
                names.push(name);
            }
            expected.push((names, awkward.effect));
        }
        let place = if first { 0 } else { rows.len() };
        rows.insert(place, good.clone());
        let request = case.form(rows).to_string();
        let all = report(judge, &request)?;
        for (names, effect) in expected {
            let named = |finding: &Finding| {
                finding.kind.effect() == effect
                    && names.iter().any(|name| {
                        finding.source.as_deref().is_some_and(|source| source.contains(name.as_str()))
                    })
            };
            if !all.findings.iter().any(named) {
                let names = names.join(" or ");
                return Err(format!("no finding says that {names} is {effect:?}\n  request: {request}"));
            }
        }
        let alone = case.form(alloc::vec![good]).to_string();
        let (with_others, verdicts_alone) = (verdicts(&all, true), verdicts(&report(judge, &alone)?, true));
        let main = |verdicts: &Json| verdicts.pointer("/rows/0/assessment").cloned().unwrap_or_default();
        match difference("assessment", &main(&with_others), &main(&verdicts_alone)) {
            Some(what) => Err(format!("{what}\n  here: {request}\n  there: {alone}")),
            None => Ok(()),
        }
    })
}

pub(super) fn order_and_repetition_change_nothing(judge: &dyn Judge, cases: u32) -> Found {
    let shuffled = several().prop_flat_map(|case| {
        let rows = Just(case.rows()).prop_shuffle();
        (Just(case), rows, vec(any::<Index>(), 0..4))
    });
    hold(cases, shuffled, |(case, mut rows, again)| {
        if !rows.is_empty() {
            let repeated: Vec<Json> = again.iter().map(|place| place.get(&rows).clone()).collect();
            rows.extend(repeated);
        }
        same(judge, &case.request(), &case.form(rows).to_string(), false)
    })
}

pub(super) fn what_lies_beside_changes_nothing(judge: &dyn Judge, cases: u32) -> Found {
    const HERE: &str = "150625";
    let beside = vec((any::<Index>(), 0_u8..3, any::<bool>(), grid()), 1..12);
    hold(cases, (several(), beside), |(mut case, beside)| {
        let other = card("beside", Unit::Percent, IndicatorKind::ValueOnly, "0", Some("100"), Calendar::Year);
        case.plan.indicators.push(other);
        let rows: Vec<Json> = case.rows().iter().map(|row| with(row, &json!({ "area": HERE }))).collect();
        let mut all = rows.clone();
        for (place, (index, way, now, value)) in beside.into_iter().enumerate() {
            // Another value in the cell of a row, but elsewhere, of something else or for a part of the people.
            let card = index.get(&case.plan.indicators);
            let model = rows.iter().filter(|row| row.get("indicator").is_some_and(|id| *id == *card.id));
            let model: Vec<&Json> = model.collect();
            let model = if model.is_empty() { Json::Null } else { (*index.get(&model)).clone() };
            let period = if now { json!(case.year) } else { json!(YEAR) };
            let row = json!({
                "indicator": card.id, "value": value.to_string(), "unit": card.unit.code(), "source": token(1_000 + place),
                "period": model.get("period").filter(|_| !now).unwrap_or(&period), "area": HERE,
                "unit_kind": model.get("unit_kind"), "unit_id": model.get("unit_id"),
            });
            // A gap is made from strata, and a meeting counts whoever it is told for.
            let of_gap =
                case.plan.indicators.iter().any(|gap| gap.gap.as_ref().is_some_and(|gap| gap.of == card.id));
            let asked = case.plan.targets.iter().any(|target| target.indicator.starts_with("gap"));
            let strata_count = card.calendar == Calendar::Event || (of_gap && asked);
            all.push(match way {
                0 => with(&row, &json!({ "indicator": "beside", "unit": "percent" })),
                1 if !strata_count => with(&row, &json!({ "residence": "urban", "sex": "female" })),
                _ => with(&row, &json!({ "area": "150622" })),
            });
        }
        let [one, other] = [rows, all]
            .map(|rows| with(&case.form(rows), &json!({ "area": HERE, "allow_empty": true })).to_string());
        same(judge, &one, &other, true)
    })
}

pub(super) fn later_years_change_nothing(judge: &dyn Judge, cases: u32) -> Found {
    let asked = several().prop_map(|mut case| {
        // A town that first reports later has not reported before.
        case.plan.targets.retain(|target| target.scope.is_area());
        case
    });
    hold(cases, asked, |case| {
        let early =
            |target: &Target| matches!(target.rule, Rule::ChangedBy { since, .. } if since > case.year);
        if case.plan.targets.is_empty() || case.plan.targets.iter().any(early) {
            return Ok(());
        }
        let mut case = case;
        let fits = |target: &str| case.plan.targets.iter().any(|known| known.id == target);
        case.settings.host_bounds.retain(|bound| fits(&bound.target));
        let mut before = case.clone();
        before.observations.retain(|row| row.period.year() <= case.year);
        before.rosters.retain(|roster| roster.year <= case.year);
        same(judge, &before.request(), &case.request(), true)
    })
}
