//! Random plans and series: what is read again is what was decided.

use dabiao::{
    Number, Observation, Outcome, Rule,
    judge::Method,
    plan::{Better, Calendar, Fraction, IndicatorKind},
    values::{Counts, Unit, Value},
};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;

use crate::county::asking;
use crate::scene::{Scene, number, year};
use crate::strategies::scene;
use crate::{check, ways};

/// Bounds, and values that lie on them, a hair beside them and far off.
fn close(bound: &'static str, unit: Unit) -> impl Strategy<Value = Value> {
    let hair = select(vec![
        "0",
        "0",
        "0.00000000001",
        "0.0000004",
        "0.00003",
        "0.00005",
        "0.04",
        "0.05",
        "0.1",
        "0.5",
        "2.3",
        "11.7",
    ]);
    let printed = (hair, any::<bool>()).prop_map(move |(hair, up)| {
        let (bound, hair) = (number(bound).to_ratio(), number(hair).to_ratio());
        let value = if up { bound + hair } else { bound - hair };
        Value::Number(if value.signum() < 0 { number("0") } else { value.to_number().unwrap() })
    });
    let counted = (0_u64..=3, select(vec![1_u64, 3, 7, 823, 10_000, 9_999_999]), any::<bool>()).prop_map(
        move |(k, n, rest)| {
            let k = k.min(n);
            Value::Counts(Counts { numerator: if rest { n - k } else { k }, denominator: n })
        },
    );
    let quotients = u32::from(unit.per().is_some());
    prop_oneof![3 => printed, quotients => counted]
}

fn rule(bound: Number, unit: Unit) -> impl Strategy<Value = Rule> {
    let both = || select(vec![Better::Higher, Better::Lower]);
    let fixed = select(vec![
        Rule::AtLeast { value: bound },
        Rule::AtMost { value: bound },
        Rule::MoreThan { value: bound },
        Rule::LessThan { value: bound },
        if unit.per().is_some() {
            Rule::AtLeastRatio { value: Fraction::literal(1, 3) }
        } else {
            Rule::Monitored
        },
        if unit == Unit::Percent { Rule::All } else { Rule::RisesSlower },
        Rule::RisesSlower,
        Rule::Monitored,
    ]);
    prop_oneof![
        4 => fixed,
        1 => both().prop_map(move |better| {
            // Only a percentage has a usual tolerance.
            let tolerance = (unit != Unit::Percent).then(|| number("1"));
            Rule::Around { value: bound, better, tolerance }
        }),
        1 => both().prop_map(|better| Rule::ChangedBy { value: "20".parse().unwrap(), better, since: year(2020) }),
        1 => (both(), dabiao::testing::words()).prop_map(|(better, word)| Rule::Improves { better, qualifier: word }),
        1 => both().prop_map(|better| Rule::NotWorse { better }),
    ]
}

/// An indicator of any unit with values close to its bound, and the years from which another definition holds.
fn nearly() -> impl Strategy<Value = Scene> {
    let shape = select(vec![
        (Unit::Percent, Some("100"), "95"),
        (Unit::Percent, Some("100"), "100"),
        (Unit::PerMille, Some("1000"), "3.0"),
        (Unit::Per100k, None, "12"),
        (Unit::Per10k, None, "10.40"),
        (Unit::Per1000, None, "1.12"),
        (Unit::Quotient, None, "3"),
        (Unit::Count, None, "12"),
        (Unit::Persons, None, "300"),
        (Unit::Years, None, "80.88"),
        (Unit::SchoolYears, None, "9.5"),
        (Unit::HoursPerDay, None, "9"),
        (Unit::Minutes, None, "10"),
        (Unit::Yuan, None, "21500"),
        (Unit::PercentagePoints, None, "4.3"),
    ]);
    let kind = select(vec![IndicatorKind::Events, IndicatorKind::Share, IndicatorKind::ValueOnly]);
    let yearly =
        prop_oneof![4 => Just(Calendar::Year), 1 => Just(Calendar::Term), 1 => Just(Calendar::Every(3))];
    (shape, kind, yearly, select(vec![Method::FullValue, Method::Rounded])).prop_flat_map(
        |((unit, ceiling, bound), kind, calendar, method)| {
            let cells = btree_map(2017_i32..=2026, (close(bound, unit), prop::bool::weighted(0.1)), 1..9);
            (rule(number(bound), unit), cells).prop_map(move |(rule, cells)| {
                let mut scene = asking(unit, kind, ceiling, rule);
                scene.cards[0].calendar = calendar;
                scene.settings.method = method;
                for (at, (value, redefined)) in cells {
                    let at = if calendar == Calendar::Term {
                        dabiao::values::Period::Term(year(at))
                    } else {
                        dabiao::values::Period::Year(year(at))
                    };
                    let row =
                        Observation { break_before: redefined, ..Observation::new("main", at, value, unit) };
                    scene.observations.push(row);
                }
                scene
            })
        },
    )
}

/// The value before the judged one by the rows themselves: usable, earlier, with no break from the one to the other.
fn before(scene: &Scene, measured: i32, exact: impl Fn(i32) -> bool) -> Option<i32> {
    let breaks = |from: i32| {
        let rows = scene.observations.iter().filter(|row| row.break_before);
        rows.map(|row| row.period.year().number()).any(|at| at > from && at <= measured)
    };
    (2017..measured).rev().find(|at| exact(*at)).filter(|at| !breaks(*at))
}

proptest! {
    /// Every rule, duty, scope and calendar on rows that tie with bounds and limits.
    #[test]
    fn sentences_say_what_was_decided(scene in scene(), at in 2020_i32..=2032) {
        let row = scene.row(at);
        check::check(&row).map_err(TestCaseError::fail)?;
        ways::check(&row).map_err(TestCaseError::fail)?;
    }

    /// Values a hair beside their bounds, in every unit.
    #[test]
    fn digits_never_contradict(scene in nearly(), at in 2020_i32..=2031) {
        let row = scene.row(at);
        check::check(&row).map_err(TestCaseError::fail)?;
        ways::check(&row).map_err(TestCaseError::fail)?;
    }

    /// The value before is found by looking at the rows, too.
    #[test]
    fn the_value_before_is_the_last_of_the_same_definition(scene in nearly(), at in 2021_i32..=2029) {
        let row = scene.row(at);
        let assessment = row.assessment();
        let measured = assessment.notes.iter().find_map(|note| match note {
            dabiao::judge::Note::Standing(year) => Some(year.number()),
            _ => None,
        });
        let measured = measured.unwrap_or(at);
        // A cell is settled as in a report on its own year.
        let usable = |at: i32| {
            let mut alone = scene.clone();
            alone.observations.retain(|row| row.period.year().number() == at);
            alone.cards[0].calendar = Calendar::Year;
            for row in &mut alone.observations {
                row.period = dabiao::values::Period::Year(year(2022));
            }
            alone.target.rule = Rule::Monitored;
            alone.row(2022).judgement.assessment.value.is_some()
        };
        let found = row.judgement.previous.as_ref().map(|previous| previous.year.number());
        prop_assert_eq!(found, before(&scene, measured, usable));
        // A value that stands from before the plan is met in no year of it.
        let inside = measured >= 2021;
        prop_assert!(!inside || assessment.outcome != Outcome::Met || !assessment.history.is_empty());
    }
}
