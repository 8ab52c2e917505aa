//! Tallies of units: merged in any order, and against the row.

use dabiao::{
    Evaluator, Number, Observation, Outcome, Roster,
    data::Missing,
    judge::{Method, UnitsTally},
    values::{ReportingUnit, Unit, Value},
};
use proptest::prelude::*;

use crate::row::{CATALOGUE, YEAR, settings, threshold};

type Small = UnitsTally<3>;

fn tallied(units: &[(u32, Outcome)]) -> Small {
    let mut tally = Small::new();
    for (unit, outcome) in units {
        tally.count(&unit.to_string(), *outcome);
    }
    tally
}

fn merged(mut a: Small, b: Small) -> Small {
    a.merge(b);
    a
}

/// Units with their own names.
fn units() -> impl Strategy<Value = Vec<(u32, Outcome)>> {
    prop::collection::btree_map(any::<u32>(), prop::sample::select(Outcome::ALL.to_vec()), 0..30)
        .prop_map(|units| units.into_iter().collect())
}

proptest! {
    #[test]
    fn merging_is_associative_commutative_and_has_an_identity(
        units in units(), first in 0_usize..30, second in 0_usize..30,
    ) {
        let (low, high) = (first.min(second).min(units.len()), first.max(second).min(units.len()));
        let [a, b, c] = [&units[..low], &units[low..high], &units[high..]].map(tallied);
        let whole = tallied(&units);
        prop_assert_eq!(merged(merged(a.clone(), b.clone()), c.clone()), whole.clone());
        prop_assert_eq!(merged(a.clone(), merged(b.clone(), c.clone())), whole.clone());
        prop_assert_eq!(merged(merged(c, a.clone()), b), whole.clone());
        prop_assert_eq!(merged(Small::new(), a.clone()), a.clone());
        prop_assert_eq!(merged(a.clone(), Small::new()), a);
        let turned: Vec<(u32, Outcome)> = units.iter().rev().copied().collect();
        prop_assert_eq!(tallied(&turned), whole.clone());
        let mut failing: Vec<String> =
            units.iter().filter(|(_, outcome)| *outcome == Outcome::NotMet).map(|(unit, _)| unit.to_string()).collect();
        failing.sort();
        let beyond = failing.len().saturating_sub(3);
        failing.truncate(3);
        prop_assert_eq!(whole.failing().collect::<Vec<_>>(), failing);
        prop_assert_eq!(whole.failing_beyond(), u64::try_from(beyond).unwrap());
        let read: Small = serde_json::from_str(&serde_json::to_string(&whole).unwrap()).unwrap();
        prop_assert_eq!(read, whole);
    }

    /// 每个苏木镇 ≥ 90％: values at, below and above, marks, impossible cells, silence; with and without a roster.
    #[test]
    fn a_target_over_units_is_judged_as_the_row_is(
        told in prop::collection::vec(0_usize..6, 0..8), not_reported in 0_usize..3, known in any::<bool>(),
    ) {
        let over_units = |target: &&dabiao::Target| {
            let card = CATALOGUE.indicator(&target.indicator).unwrap();
            target.scope.is_every_unit() && card.unit == Unit::Percent && target.rule.number().is_some()
        };
        let target = CATALOGUE.targets().find(over_units).unwrap();
        let evaluator = Evaluator::with(&CATALOGUE, settings(Method::FullValue)).unwrap();
        let threshold = threshold(target, Method::FullValue);
        let bound = target.rule.number().unwrap();
        let below = (bound.to_ratio() - dabiao::values::Ratio::new(1, 100).unwrap()).to_number().unwrap();
        let impossible = Number::literal("100.5");
        let mut tally = Small::new();
        let mut rows = Vec::new();
        let mut names = Vec::new();
        for (place, kind) in told.iter().enumerate() {
            let name = format!("unit {place}");
            let (datum, outcome) = match kind {
                0 => (None, threshold.missing(Missing::NotApplicable).outcome),
                1 => (Some(below), threshold.judge(below).outcome),
                2 => (Some(impossible), threshold.judge(impossible).outcome),
                _ => (Some(bound), threshold.judge(bound).outcome),
            };
            tally.count(&name, outcome);
            let row = match datum {
                Some(value) => Observation::new(target.indicator.clone(), YEAR, Value::Number(value), Unit::Percent),
                None => Observation::missing(target.indicator.clone(), YEAR, Missing::NotApplicable),
            };
            rows.push(row.in_unit(ReportingUnit::new(target.scope.unit_kind().unwrap(), name.clone())));
            names.push(name);
        }
        names.extend((0..not_reported).map(|place| format!("silent {place}")));
        let expected = known.then_some(u64::try_from(names.len()).unwrap());
        let roster = known.then(|| Roster::new(target.scope.unit_kind().unwrap(), YEAR, names));
        let data = CATALOGUE.data(rows).with_rosters(roster);
        let long = evaluator.assess(target, data.area_or_empty(""), YEAR).unwrap();
        prop_assert_eq!(tally.outcome(expected).unwrap(), long.year_outcome(), "{} {:?}", target.id, told);
        let counted = long.units.unwrap();
        prop_assert_eq!(tally.passed(), u64::try_from(counted.passed).unwrap());
        prop_assert_eq!(tally.failed(), u64::try_from(counted.failed.len()).unwrap());
        prop_assert_eq!(tally.not_applicable(), u64::try_from(counted.not_applicable).unwrap());
        if not_reported > 0 && known {
            (0..not_reported).for_each(|_| tally.count_not_reported());
            prop_assert_eq!(tally.outcome(expected).unwrap(), long.outcome);
            prop_assert_eq!(tally.not_reported(), u64::try_from(counted.not_reported.len()).unwrap());
        }
        if let Some(expected) = expected.filter(|expected| *expected > 0 && not_reported == 0) {
            prop_assert!(tally.outcome(Some(expected - 1)).is_err());
        }
    }
}

#[test]
fn a_wire_form_that_cannot_be_is_refused() {
    let good = r#"{"passed":0,"failed":1,"not_reported":0,"undetermined":0,"not_applicable":0,"not_due":0,"not_judged":0,"failing":["a"]}"#;
    assert!(serde_json::from_str::<Small>(good).is_ok());
    for (from, to) in
        [("\"failed\":1", "\"failed\":0"), ("[\"a\"]", "[\"a\",\"b\",\"c\",\"d\"]"), ("passed", "past")]
    {
        assert!(serde_json::from_str::<Small>(&good.replace(from, to)).is_err(), "{to}");
    }
    assert!(Small::new().count_column(["a"], &[]).is_err());
}
