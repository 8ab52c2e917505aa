//! The long way, and values that lie where verdicts turn.

use std::sync::LazyLock;

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Roster, Rule, Settings, Target, Year,
    judge::{Assessment, HostBound, Method, Threshold},
    plan::{Calendar, Scope},
    values::{Counts, Period, Ratio, ReportingUnit, Unit, Value},
};
use proptest::prelude::*;

pub(crate) const YEAR: Year = Year::literal(2024);

pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::hangjin);

/// Settings by which every rule that the host may bound has a bound.
pub(crate) fn settings(method: Method) -> Settings {
    let open =
        CATALOGUE.targets().filter(|target| matches!(target.rule, Rule::HostBound { .. } | Rule::Monitored));
    let bound = |target: &Target| HostBound {
        target: target.id.clone(),
        year: None,
        value: Number::literal("7.5"),
        better: target.rule.better(),
    };
    Settings { method, host_bounds: open.map(bound).collect(), ..Settings::default() }
}

/// The targets that have a threshold.
pub(crate) static TARGETS: LazyLock<Vec<&'static Target>> = LazyLock::new(|| {
    let evaluator = Evaluator::with(&CATALOGUE, settings(Method::FullValue)).unwrap();
    CATALOGUE.targets().filter(|target| evaluator.threshold(target, YEAR).is_ok()).collect()
});

pub(crate) fn threshold(target: &Target, method: Method) -> Threshold {
    Evaluator::with(&CATALOGUE, settings(method)).unwrap().threshold(target, YEAR).unwrap()
}

/// One value through data and evaluator.
pub(crate) fn assess(target: &Target, method: Method, value: Value, unit: Unit) -> Assessment {
    let evaluator = Evaluator::with(&CATALOGUE, settings(method)).unwrap();
    let card = CATALOGUE.indicator(&target.indicator).unwrap();
    let period = if card.calendar == Calendar::Term { Period::Term(YEAR) } else { Period::Year(YEAR) };
    let observation = Observation::new(target.indicator.clone(), period, value, unit);
    let (observation, rosters) = match &target.scope {
        Scope::EveryUnit(kind) => {
            let unit = ReportingUnit::new(kind.clone(), "one");
            (observation.in_unit(unit), vec![Roster::new(kind.clone(), YEAR, ["one"])])
        }
        _ => (observation, vec![]),
    };
    let data = CATALOGUE.data([observation]).with_rosters(rosters);
    evaluator.assess(target, data.area_or_empty(""), YEAR).unwrap()
}

/// The verdict of the year, by the long way.
pub(crate) fn outcome(target: &Target, method: Method, value: Value, unit: Unit) -> Outcome {
    assess(target, method, value, unit).year_outcome()
}

pub(crate) fn targets() -> impl Strategy<Value = &'static Target> {
    prop::sample::select(TARGETS.clone())
}

/// Those whose indicator is a quotient of counts.
#[cfg(feature = "arrow")]
pub(crate) fn quotients() -> impl Strategy<Value = &'static Target> {
    let per =
        |target: &Target| CATALOGUE.indicator(&target.indicator).is_ok_and(|card| card.unit.per().is_some());
    prop::sample::select(TARGETS.iter().copied().filter(|target| per(target)).collect::<Vec<_>>())
}

pub(crate) fn methods() -> impl Strategy<Value = Method> {
    prop::sample::select(vec![Method::FullValue, Method::Rounded])
}

/// The bound, the edges of rounding, and the limits of the indicator.
fn turning_points(target: &Target) -> Vec<Ratio> {
    let card = CATALOGUE.indicator(&target.indicator).unwrap();
    let bound = assess(target, Method::FullValue, Value::Number(Number::from(1_u32)), card.unit).bound;
    let bound =
        bound.map_or_else(|| Ratio::whole(i128::from(card.unit.per().unwrap_or(1))), |bound| bound.limit);
    let half = Ratio::new(1, 20).unwrap();
    let mut points = vec![&bound + &half, &bound - &half, &bound + Ratio::new(1, 2).unwrap(), bound];
    points.push(card.floor.to_ratio());
    points.extend(card.ceiling.map(Number::to_ratio));
    points
}

/// A mantissa at or beside a point where the verdict turns, with so many places; or any.
pub(crate) fn mantissa(target: &Target, places: i8) -> impl Strategy<Value = i128> + use<> {
    let power = Ratio::whole(10_i128.pow(places.unsigned_abs().into()));
    let scale = if places < 0 { Ratio::whole(1).over(&power).unwrap() } else { power };
    let at: Vec<i128> =
        turning_points(target).iter().map(|point| (point * &scale).floor().unwrap()).collect();
    prop_oneof![
        6 => (prop::sample::select(at), -2_i128..=2).prop_map(|(at, beside)| at + beside),
        2 => -1_000_000_i128..1_000_000,
        1 => any::<i64>().prop_map(i128::from),
    ]
}

/// Counts at or beside the bound, at the edges, and any.
pub(crate) fn counts(target: &Target) -> impl Strategy<Value = Counts> + use<> {
    let card = CATALOGUE.indicator(&target.indicator).unwrap();
    let per = Ratio::whole(card.unit.per().unwrap_or(1).into());
    let shares: Vec<Ratio> = turning_points(target).iter().map(|point| point.over(&per).unwrap()).collect();
    let denominator = prop_oneof![Just(0), 1_u64..3_000, Just(100_000), 1_u64..10_000_000, any::<u64>()];
    let beside =
        (denominator, prop::sample::select(shares), -1_i128..=1).prop_map(|(denominator, share, beside)| {
            let at = (share * Ratio::whole(denominator.into())).floor().unwrap() + beside;
            Counts { numerator: u64::try_from(at.max(0)).unwrap_or(u64::MAX), denominator }
        });
    prop_oneof![8 => beside, 1 => (any::<u64>(), any::<u64>()).prop_map(|(numerator, denominator)| Counts { numerator, denominator })]
}
