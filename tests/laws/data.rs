//! Laws of what is told: order, repetition, what lies beside and after, and what is missing.

use std::collections::BTreeSet;

use dabiao::testing::{grid, hostile_observations as hostile, marks as mark};
use dabiao::{
    Number, Observation, Outcome, Roster, Rule, Settings, Target,
    data::{Datum, Missing},
    plan::{Calendar, IndicatorCard, Plan, Scope, Timing},
    values::{Counts, Disaggregation, ReportingUnit, Unit, Value},
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::scene::{Scene, number, plan, size, target, year};
use crate::strategies::scene;

const DECIDED: [Outcome; 2] = [Outcome::Met, Outcome::NotMet];

/// The cell that a row speaks of.
fn cell(row: &Observation) -> String {
    format!(
        "{} {:?} {:?} {:?} {}",
        row.indicator,
        row.area,
        row.area_unit,
        row.disaggregation,
        row.period.year()
    )
}

/// Without a row of its own reference a body takes the area's: another question, not less of an answer.
fn is_own_reference(row: &Observation) -> bool {
    row.indicator == "ref" && row.area_unit.is_some()
}

proptest! {
    /// The order of rows and rosters changes nothing, and neither does saying a row again.
    #[test]
    fn order_and_repetition(scene in scene(), again in vec(any::<Index>(), 0..6), seed in vec(any::<u64>(), 40)) {
        let mut scene = scene;
        // Rows that say the same in another form, from one source, are in the corners.
        for (place, row) in scene.observations.iter_mut().enumerate() {
            row.source = Some(format!("row {place}").into());
        }
        let mut other = scene.clone();
        let mut keys = seed.iter().cycle();
        other.observations.sort_by_cached_key(|_| keys.next());
        other.rosters.sort_by_cached_key(|_| keys.next());
        prop_assert_eq!(scene.json(), other.json());
        if !scene.observations.is_empty() {
            other.observations.extend(again.iter().map(|place| place.get(&scene.observations).clone()));
            other.rosters.extend(scene.rosters.iter().take(1).cloned());
        }
        prop_assert_eq!(scene.json(), other.json());
    }

    /// Other indicators, other areas, refused rows and strata that nobody asked for change nothing.
    #[test]
    fn what_lies_beside(scene in scene(), rows in vec((hostile(), 0_u8..4), 0..20), values in vec(0_usize..40, 0..10)) {
        let mut other = scene.clone();
        for (mut row, way) in rows {
            match way {
                0 => row.area = Some("elsewhere".into()),
                1 => row.indicator = "no such thing".into(),
                2 if !scene.target.rule.has_reference() => row.indicator = "ref".into(),
                _ => row.area_unit = Some(ReportingUnit::new("village", "a")),
            }
            other.observations.push(row);
        }
        // The same rows once more, told of somebody else.
        for place in values {
            let Some(row) = scene.observations.get(place) else { continue };
            let row = row.clone();
            other.observations.push(if scene.is_gap() || scene.is_event() {
                row.in_area("elsewhere")
            } else {
                row.among(Disaggregation { sex: dabiao::values::Sex::Female, ..Disaggregation::URBAN })
            });
        }
        let roster = Roster::new("town", year(2025), ["z"]).in_area("elsewhere");
        other.rosters.extend([roster, Roster::new("village", year(2025), ["a"])]);
        prop_assert_eq!(scene.json(), other.json());
    }

    /// Nothing told of a later year is looked at.
    #[test]
    fn later_years(scene in scene(), at in 2020_i32..=2031) {
        let early = matches!(scene.target.rule, Rule::ChangedBy { since, .. } | Rule::ChangedEachYear { since, .. } if since > year(at));
        // A unit first heard of later is in the corners.
        let heard = |row: &&Observation| row.area_unit.is_some() && row.indicator == "main" && row.disaggregation == Disaggregation::TOTAL;
        let units = |last: i32| {
            let rows = scene.observations.iter().filter(heard).filter(|row| row.period.year().number() <= last);
            rows.map(|row| row.area_unit.clone()).collect::<BTreeSet<_>>()
        };
        if !(!early && (scene.target.scope.is_area() || (2020..=at).all(|at| units(at) == units(2200)))) {
            return Ok(());
        }
        let mut other = scene.clone();
        other.observations.retain(|row| row.period.year() <= year(at));
        other.rosters.retain(|roster| roster.year <= year(at));
        for at in 2020..=at {
            let json = |scene: &Scene| serde_json::to_string(&scene.assess(at)).unwrap();
            prop_assert_eq!(json(&scene), json(&other), "in {}", at);
        }
    }

    /// Nothing that is only missing is ever met or not met.
    #[test]
    fn missing_is_never_zero(scene in scene()) {
        let mut other = scene;
        other.observations.retain(|row| matches!(row.datum, Datum::Missing(_)));
        for outcome in other.outcomes() {
            prop_assert!(!DECIDED.contains(&outcome), "{:?}", outcome);
        }
    }

    /// Why a value is missing, or whether anybody says so, decides nothing.
    #[test]
    fn reasons_decide_nothing(
        scene in scene(),
        marks in vec(mark(), 40),
        not_reported in any::<bool>(),
    ) {
        // A mark for an election says that there was one.
        // Whether the units are pooled at all, and marks between surveys, are in the corners.
        let yearly = !matches!(scene.card().calendar, Calendar::Term | Calendar::Every(_) | Calendar::Census);
        let not_reported = not_reported && yearly && !scene.target.scope.is_pooled();
        // 不适用 is no gap in what is known.
        let mut scene = scene;
        scene.observations.retain(|row| row.datum != Datum::Missing(Missing::NotApplicable));
        let mut other = scene.clone();
        for (row, why) in other.observations.iter_mut().zip(marks) {
            let Datum::Missing(was) = row.datum else { continue };
            // Between surveys and elections an error in the cell says that something was measured there.
            let alike = yearly || (was == Missing::ErrorCell) == (why == Missing::ErrorCell);
            if alike && why != Missing::NotApplicable {
                row.datum = Datum::Missing(why);
            }
        }
        if not_reported {
            // A mark of a new definition counts, also on a cell without a value.
            other.observations.retain(|row| {
                is_own_reference(row) || row.break_before || !matches!(row.datum, Datum::Missing(was) if was != Missing::NotApplicable)
            });
        }
        prop_assert_eq!(scene.outcomes(), other.outcomes());
    }

    /// Adding what was missing, at a fixed baseline and roster, never undoes a verdict.
    #[test]
    fn kleene_monotone(
        scene in scene(),
        full in option::weighted(0.8, vec(grid(), 30)),
        dropped in vec(prop::bool::weighted(0.3), 60),
    ) {
        let Some(scene) = fixed(scene, full) else { return Ok(()) };
        let since = match scene.target.rule {
            Rule::ChangedBy { since, .. } | Rule::ChangedEachYear { since, .. } => since,
            _ => year(2020),
        };
        let pooled = scene.target.scope.is_pooled();
        // Units that are complete come before what the area itself says: then more data is another answer.
        if pooled && scene.observations.iter().any(|row| row.area_unit.is_none() && !matches!(row.datum, Datum::Missing(_))) {
            return Ok(());
        }
        let cells: BTreeSet<String> = scene.observations.iter().map(cell).collect();
        let gone = cells.into_iter().zip(dropped).filter(|(_, drop)| *drop);
        let gone: BTreeSet<String> = gone.map(|(cell, _)| cell).collect();
        let mut less = scene.clone();
        less.observations.retain(|row| {
            let fixed = row.period.year() <= year(2020) || row.period.year() == since || (pooled && row.area_unit.is_none());
            fixed || is_own_reference(row) || !gone.contains(&cell(row))
        });
        for (at, (before, after)) in (2020..).zip(less.outcomes().into_iter().zip(scene.outcomes())) {
            prop_assert!(!DECIDED.contains(&before) || before == after, "in {}: {:?} became {:?}", at, before, after);
        }
    }

    /// A cell that cannot be, or that says two things, decides nothing; and it is found.
    #[test]
    fn impossible_cells(scene in scene(), at in 2021_i32..=2030, which in 0_usize..5) {
        let mut scene = scene;
        // Between surveys the last value stands.
        let surveyed = matches!(scene.card().calendar, Calendar::Every(_) | Calendar::Census);
        if surveyed || scene.is_event() || scene.target.rule.is_direction() {
            return Ok(());
        }
        let kept = target(scene.target.rule, Timing::ByYear { due: year(2030) }, Scope::Area);
        let timing = if scene.card().calendar == Calendar::Term { scene.target.timing } else { kept.timing };
        scene.target = Target { timing, ..kept };
        let unit = scene.card().unit;
        let period = match scene.card().calendar {
            Calendar::Term => dabiao::values::Period::Term(year(at)),
            _ => dabiao::values::Period::Year(year(at)),
        };
        let told = |value| Observation::new("main", period, value, unit);
        let rows = match which {
            0 => vec![told(Value::Number(number("-101")))],
            1 if scene.card().ceiling.is_some() => vec![told(Value::Number(number("1000.1")))],
            2 if unit.per().is_some() => vec![told(Value::Counts(Counts { numerator: 3, denominator: 0 }))],
            3 if unit.per().is_some() && scene.card().ceiling.is_some() => {
                vec![told(Value::Counts(Counts { numerator: 3, denominator: 2 }))]
            }
            _ => vec![told(Value::Number(number("1"))), told(Value::Number(number("2")))],
        };
        scene.observations.retain(|row| row.period.year() != year(at));
        scene.observations.extend(rows);
        scene.target.timing = match scene.target.timing {
            Timing::EveryTerm { from, .. } => Timing::EveryTerm { from, due: year(2030) },
            timing => timing,
        };
        let outcome = scene.assess(at).outcome;
        prop_assert!(!DECIDED.contains(&outcome), "{:?}", outcome);
        let here = |row: &&dabiao::data::Finding| row.period.map(dabiao::values::Period::year) == Some(year(at)) && row.kind.effect() == dabiao::data::Effect::Unusable;
        prop_assert_eq!(scene.data().findings().iter().filter(here).count(), 1);
    }

    /// Final replaces provisional replaces estimated, whatever they say.
    #[test]
    fn status_replaces(scene in scene(), extra in vec((grid(), any::<bool>(), any::<Index>()), 0..8)) {
        if scene.is_event() {
            return Ok(());
        }
        let mut scene = scene;
        scene.observations.retain(|row| row.status == dabiao::data::Status::Final && matches!(row.datum, Datum::Value(_)));
        if scene.observations.is_empty() {
            return Ok(());
        }
        let mut other = scene.clone();
        for (value, estimated, place) in extra {
            let row = place.get(&scene.observations).clone();
            let status = if estimated { dabiao::data::Status::Estimated } else { dabiao::data::Status::Provisional };
            let unit = scene.cards.iter().find(|card| card.id == row.indicator).map_or(row.unit, |card| card.unit);
            let datum = Datum::Value(Value::Number(value));
            other.observations.push(Observation { datum, unit, status, break_before: false, ..row });
        }
        prop_assert_eq!(scene.json(), other.json());
    }

    /// What is written can be read again, and says the same in the same digits.
    #[test]
    fn wire_round_trip(scene in scene(), rows in vec(hostile(), 0..10), why in mark()) {
        fn same<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(thing: &T) {
            let text = serde_json::to_string(thing).unwrap();
            let read: T = serde_json::from_str(&text).unwrap();
            assert_eq!(&read, thing);
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
            // By way of a tree of values, too.
            let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), thing);
        }
        for row in scene.observations.iter().chain(&rows) {
            same::<Observation>(row);
        }
        scene.rosters.iter().for_each(same::<Roster>);
        scene.cards.iter().for_each(same::<IndicatorCard>);
        same::<Target>(&scene.target);
        same::<Settings>(&scene.settings);
        same::<Plan>(&plan("p"));
        same(&Observation::missing("main", year(2024), why));
    }
}

/// A threshold of yearly values in one definition, the heads of each town as its roster says, or none.
fn fixed(mut scene: Scene, full: Option<Vec<Number>>) -> Option<Scene> {
    let yearly = matches!(scene.card().calendar, Calendar::Year | Calendar::SchoolYear);
    if !yearly || scene.target.rule.is_direction() || scene.is_gap() {
        return None;
    }
    if let Some(values) = full {
        scene.observations.retain(|row| row.indicator != "main" || row.period.year() <= year(2020));
        let towns: &[&'static str] = if scene.target.scope.is_area() { &[] } else { &["a", "b", "c"] };
        let places = (2021..=2030).flat_map(|at| [0, 1, 2].map(|town| (at, towns.get(town).copied())));
        for ((at, town), value) in places.zip(values) {
            let row = Observation::new("main", year(at), Value::Number(value), scene.card().unit);
            let unit = town.map(|id| ReportingUnit::new("town", id));
            scene
                .observations
                .retain(|told| cell(told) != cell(&Observation { area_unit: unit.clone(), ..row.clone() }));
            scene.observations.push(Observation { area_unit: unit, ..row });
        }
        scene.rosters =
            (2020..=2030).map(|at| Roster::new("town", year(at), towns.iter().copied())).collect();
        for member in scene.rosters.iter_mut().flat_map(|roster| &mut roster.members) {
            member.size = size(&member.id);
        }
    }
    for row in &mut scene.observations {
        row.break_before = false;
        let Some(unit) = &row.area_unit else { continue };
        if let (Scope::Pooled(_), Datum::Value(_)) = (&scene.target.scope, &row.datum) {
            let denominator = size(&unit.id).unwrap_or(1);
            let numerator = u64::try_from(row.period.year().number()).unwrap() % (denominator + 1);
            row.datum = Datum::Value(Value::Counts(Counts { numerator, denominator }));
        }
    }
    Some(scene)
}

/// Tens of thousands of rows, half of them wrong, are settled and judged.
#[test]
fn many_hostile_rows() {
    let scene = Scene {
        cards: vec![crate::scene::card("main", Unit::Percent, "0", Some("100"), Calendar::Year)],
        target: target(
            Rule::AtLeast { value: number("90") },
            Timing::ByYear { due: year(2030) },
            Scope::EveryUnit("town".into()),
        ),
        observations: (0..20_000_u64)
            .map(|n| {
                let counts = Counts { numerator: u64::MAX - n, denominator: n % 3 };
                let row = Observation::new(
                    if n % 5 == 0 { "mian" } else { "main" },
                    year(2024),
                    Value::Counts(counts),
                    Unit::Percent,
                );
                if n % 2 == 0 { row } else { row.in_unit(ReportingUnit::new("town", format!("{}", n % 500))) }
            })
            .collect(),
        rosters: vec![Roster::new("town", year(2024), (0..500).map(|n| n.to_string()))],
        settings: Settings::default(),
    };
    assert_eq!(scene.assess(2024).outcome, Outcome::Undetermined);
}
