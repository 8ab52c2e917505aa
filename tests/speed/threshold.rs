//! One verdict.

use dabiao::{
    Catalogue, Evaluator, Number, Outcome, Rule, Settings, Target,
    data::Missing,
    judge::Method,
    values::{Counts, Ratio, Unit, Value},
};
use proptest::prelude::*;

use crate::row::{self, CATALOGUE, TARGETS, YEAR, assess, outcome, threshold};

fn other(method: Method) -> Method {
    match method {
        Method::FullValue => Method::Rounded,
        Method::Rounded => Method::FullValue,
    }
}

fn unit(target: &Target) -> Unit {
    CATALOGUE.indicator(&target.indicator).unwrap().unit
}

#[test]
fn every_rule_with_a_fixed_bound_has_a_threshold_and_no_other() {
    let evaluator = Evaluator::new(&CATALOGUE);
    for target in CATALOGUE.targets() {
        let fixed = target.rule.number().is_some() && !matches!(target.rule, Rule::ChangedBy { .. })
            || matches!(target.rule, Rule::AtLeastRatio { .. } | Rule::All);
        let over_years = matches!(target.timing.code(), "each_window" | "once" | "within");
        match evaluator.threshold(target, YEAR) {
            Ok(_) => assert!(fixed && !over_years, "{}", target.id),
            Err(error) => {
                assert!(!fixed || over_years, "{}: {error}", target.id);
                let message = error.to_string();
                assert!(
                    message.contains("Evaluator::assess") || message.contains("host_bounds"),
                    "{message}"
                );
            }
        }
    }
    let kinds: std::collections::BTreeSet<&str> = TARGETS.iter().map(|target| target.rule.code()).collect();
    for code in ["at_least", "at_most", "around", "at_least_ratio", "all", "host_bound", "monitored"] {
        assert!(kinds.contains(code), "no target of the catalogue shows `{code}`");
    }
}

#[test]
fn a_mark_is_judged_as_the_row_is() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let twelve = threshold(target, Method::FullValue);
    let marks = [
        Missing::NotReported,
        Missing::NotCollected,
        Missing::NotApplicable,
        Missing::Suppressed,
        Missing::ErrorCell,
    ];
    for why in marks {
        let row = dabiao::Observation::missing(target.indicator.clone(), YEAR, why);
        let data = CATALOGUE.data([row]);
        let long = Evaluator::new(&CATALOGUE).assess(target, data.area_or_empty(""), YEAR).unwrap();
        assert_eq!(twelve.missing(why).outcome, long.outcome, "{why:?}");
        assert_eq!(twelve.missing(why).margin(), None);
    }
    assert_eq!(twelve.judge_or_missing(None).outcome, Outcome::Undetermined);
}

/// A plan of one target, for bounds that the built-in plans do not have.
fn plan_of(rule: Rule, unit: Unit, floor: Number, ceiling: Option<Number>) -> Catalogue {
    let mut target = (*CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap()).clone();
    let mut card = (*CATALOGUE.indicator(&target.indicator).unwrap()).clone();
    let mut plan = (*CATALOGUE.plan("women").unwrap()).clone();
    (plan.id, target.plan) = ("p".into(), "p".into());
    (target.id, target.indicator, target.rule) = ("t".into(), "i".into(), rule);
    (card.id, card.zh, card.unit, card.floor, card.ceiling) = ("i".into(), "i".into(), unit, floor, ceiling);
    let mut catalogue = Catalogue::new();
    catalogue.add(plan, vec![card], vec![target]).unwrap();
    catalogue
}

/// Bounds with up to eight places, of both directions, including and excluding.
fn own_rules() -> impl Strategy<Value = (Rule, Number)> {
    let number = (0_i128..100_000_000, 0_u32..=8)
        .prop_map(|(mantissa, places)| Number::new(mantissa, places).unwrap());
    (number, 0..4).prop_map(|(value, kind)| {
        let rule = match kind {
            0 => Rule::AtLeast { value },
            1 => Rule::AtMost { value },
            2 => Rule::MoreThan { value },
            _ => Rule::LessThan { value },
        };
        (rule, value)
    })
}

proptest! {
    #[test]
    fn a_number_is_judged_as_the_row_is(
        (target, method, value) in (row::targets(), row::methods(), 0_i8..=9).prop_flat_map(|(target, method, places)| {
            let value = row::mantissa(target, places);
            (Just(target), Just(method), value.prop_map(move |value| Number::new(value, places.unsigned_abs().into()).unwrap()))
        }),
    ) {
        let short = threshold(target, method).judge(value);
        let long = assess(target, method, Value::Number(value), unit(target));
        prop_assert_eq!(short.outcome, long.year_outcome(), "{} {}", target.id, value);
        prop_assert_eq!(short.other, outcome(target, other(method), Value::Number(value), unit(target)));
        prop_assert_eq!(threshold(target, method).by(other(method)).judge(value).outcome, short.other);
        if !target.scope.is_every_unit() {
            prop_assert_eq!(short.margin(), long.margin.clone(), "{} {}", target.id, value);
        }
        if let (Some(short), Some(long)) = (short.margin_number(), short.margin()) {
            prop_assert_eq!(short.to_ratio(), long);
        } else if short.margin().is_some() {
            prop_assert!(matches!(target.rule, Rule::AtLeastRatio { .. }), "{} {}", target.id, value);
        }
    }

    #[test]
    fn counts_are_judged_as_the_row_is(
        (target, method, counts) in (row::targets(), row::methods()).prop_flat_map(|(target, method)| {
            (Just(target), Just(method), row::counts(target))
        }),
    ) {
        let short = threshold(target, method).judge_counts(counts);
        let long = assess(target, method, Value::Counts(counts), unit(target));
        prop_assert_eq!(short.outcome, long.year_outcome(), "{} {}", target.id, counts);
        prop_assert_eq!(short.other, outcome(target, other(method), Value::Counts(counts), unit(target)));
        if !target.scope.is_every_unit() {
            prop_assert_eq!(short.margin(), long.margin.clone(), "{} {}", target.id, counts);
        }
    }

    #[test]
    fn another_unit_converts_as_in_the_row(
        (target, given, value) in (row::targets(), 0..4_usize, -3_i8..=6).prop_flat_map(|(target, given, places)| {
            let given = [Unit::Percent, Unit::PerMille, Unit::Per10k, Unit::Per100k][given];
            let factor = given.factor(unit(target)).map_or(0, |(times, over)| (times / over).checked_ilog10().unwrap_or(0));
            let places = (places + i8::try_from(factor).unwrap()).max(0);
            let value = row::mantissa(target, places);
            (Just(target), Just(given), value.prop_map(move |value| Number::new(value, places.unsigned_abs().into()).unwrap()))
        }),
    ) {
        let short = threshold(target, Method::FullValue).judge_in(value, given);
        let long = outcome(target, Method::FullValue, Value::Number(value), given);
        match short {
            Ok(short) => prop_assert_eq!(short.outcome, long, "{} {}{}", target.id, value, given),
            Err(_) => prop_assert!(given.factor(unit(target)).is_none() && long == Outcome::Undetermined),
        }
    }

    #[test]
    fn own_bounds_and_long_numbers_are_judged_exactly(
        (rule, bound) in own_rules(),
        share in any::<bool>(),
        beside in -3_i128..=3,
        places in 0_u32..=28,
        rounded in any::<bool>(),
    ) {
        let (unit, ceiling) = if share { (Unit::Percent, Number::literal("100")) } else { (Unit::Yuan, Number::literal("100000000")) };
        let catalogue = plan_of(rule, unit, Number::ZERO, Some(ceiling).filter(|most| bound <= *most));
        let method = if rounded { Method::Rounded } else { Method::FullValue };
        let settings = Settings { method, ..Settings::default() };
        let evaluator = Evaluator::with(&catalogue, settings).unwrap();
        let target = catalogue.target("t").unwrap();
        let at = (bound.to_ratio() * Ratio::whole(10_i128.pow(places))).floor().unwrap() + beside;
        let Ok(value) = Number::new(at, places) else { return Ok(()) };
        let row = dabiao::Observation::new("i", YEAR, Value::Number(value), unit);
        let long = evaluator.assess(target, catalogue.data([row]).area_or_empty(""), YEAR).unwrap();
        let short = evaluator.threshold(target, YEAR).unwrap().judge(value);
        prop_assert_eq!(short.outcome, long.outcome, "{:?} {}", rule, value);
        // A distance of more than 28 digits may be left out; it is never wrong.
        if short.margin().is_some() || places <= 12 {
            prop_assert_eq!(short.margin(), long.margin);
        }
    }
}

#[test]
fn limits_other_than_those_of_a_share_hold_for_counts_too() {
    let (floor, ceiling) = (Number::literal("10"), Some(Number::literal("60")));
    let catalogue = plan_of(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, floor, ceiling);
    let evaluator = Evaluator::new(&catalogue);
    let target = catalogue.target("t").unwrap();
    let threshold = evaluator.threshold(target, YEAR).unwrap();
    for (numerator, met) in
        [(9, None), (10, Some(false)), (49, Some(false)), (50, Some(true)), (60, Some(true)), (61, None)]
    {
        let counts = Counts { numerator, denominator: 100 };
        let row = dabiao::Observation::new("i", YEAR, Value::Counts(counts), Unit::Percent);
        let long = evaluator.assess(target, catalogue.data([row]).area_or_empty(""), YEAR).unwrap();
        let outcome = threshold.judge_counts(counts).outcome;
        assert_eq!(outcome, long.outcome, "{counts}");
        let expected =
            met.map_or(Outcome::Undetermined, |met| if met { Outcome::Met } else { Outcome::NotMet });
        assert_eq!(outcome, expected, "{counts}");
    }
}

/// The prepared bound of a made-up target.
pub(crate) fn judge(rule: Rule, unit: Unit, floor: &str, ceiling: Option<&str>) -> dabiao::judge::Threshold {
    let catalogue = plan_of(rule, unit, floor.parse().unwrap(), ceiling.map(|most| most.parse().unwrap()));
    Evaluator::new(&catalogue).threshold(catalogue.target("t").unwrap(), YEAR).unwrap()
}

const FIFTY: Number = Number::literal("50");

#[test]
fn an_excluded_bound_is_not_met_by_itself() {
    let of_100 = |numerator| Counts { numerator, denominator: 100 };
    let above = judge(Rule::MoreThan { value: FIFTY }, Unit::Percent, "0", Some("100"));
    let below = judge(Rule::LessThan { value: FIFTY }, Unit::Percent, "0", Some("100"));
    for (value, count, expected_above, expected_below) in [
        ("49", 49, Outcome::NotMet, Outcome::Met),
        ("50", 50, Outcome::NotMet, Outcome::NotMet),
        ("51", 51, Outcome::Met, Outcome::NotMet),
    ] {
        let number = value.parse().unwrap();
        assert_eq!(
            (above.judge(number).outcome, below.judge(number).outcome),
            (expected_above, expected_below),
            "{value}"
        );
        let counts = of_100(count);
        let outcomes = (above.judge_counts(counts).outcome, below.judge_counts(counts).outcome);
        assert_eq!(outcomes, (expected_above, expected_below), "{counts}");
    }
    assert_eq!(above.judge(Number::literal("50.0001")).outcome, Outcome::Met);
    assert_eq!(below.judge(Number::literal("49.9999")).outcome, Outcome::Met);
}

#[test]
fn one_odd_limit_is_enough() {
    let of_100 = |numerator| Counts { numerator, denominator: 100 };
    let rule = Rule::AtLeast { value: FIFTY };
    let floor = judge(rule, Unit::Percent, "10", Some("100"));
    assert_eq!(floor.judge_counts(of_100(9)).outcome, Outcome::Undetermined);
    assert_eq!(floor.judge_counts(of_100(10)).outcome, Outcome::NotMet);
    let ceiling = judge(rule, Unit::Percent, "0", Some("60"));
    assert_eq!(ceiling.judge_counts(of_100(60)).outcome, Outcome::Met);
    assert_eq!(ceiling.judge_counts(of_100(61)).outcome, Outcome::Undetermined);
}

#[test]
fn a_margin_is_written_without_trailing_zeros() {
    let fifty = judge(Rule::AtLeast { value: FIFTY }, Unit::Percent, "0", Some("100"));
    for (value, margin) in [("50.50", "0.5"), ("60", "10"), ("49.75", "-0.25"), ("50", "0")] {
        let found = fifty.judge(value.parse().unwrap()).margin_number().unwrap();
        assert_eq!(found.to_string(), margin, "{value}");
    }
}

#[test]
fn numbers_beyond_the_prepared_steps_are_judged_by_their_size() {
    let most = judge(Rule::AtMost { value: Number::literal("1000.12345678901") }, Unit::Yuan, "0", None);
    let huge = most.judge(Number::literal("9999999999999999999999999999"));
    assert_eq!((huge.outcome, huge.margin()), (Outcome::NotMet, None));
    let far = Rule::AtMost { value: Number::literal("4000000000000000000") };
    let small = judge(far, Unit::Yuan, "0", None).judge(Number::literal("1.000000000000000000000000001"));
    assert_eq!((small.outcome, small.margin()), (Outcome::Met, None));
}

#[test]
fn a_rule_without_a_bound_of_its_own_says_what_to_use() {
    let evaluator = Evaluator::new(&CATALOGUE);
    for target in CATALOGUE.targets() {
        let expected = match target.rule {
            Rule::ChangedBy { .. } => "the value of a year",
            Rule::NotBelow | Rule::InProportion { .. } => "another indicator's value",
            rule if rule.is_direction() => "the values of other years",
            _ => continue,
        };
        let message = evaluator.threshold(target, YEAR).unwrap_err().to_string();
        assert!(message.contains(expected), "{}: {message}", target.id);
    }
}

#[test]
fn a_typed_threshold_takes_its_own_unit_alone() {
    use dabiao::indicators::{CERVICAL_CANCER_SCREENING, MATERNAL_MORTALITY_RATIO};
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let twelve = threshold(target, Method::FullValue);
    let typed = twelve.typed(MATERNAL_MORTALITY_RATIO).unwrap();
    assert_eq!(typed.judge(dabiao::values::per_100k("12.1")), twelve.judge(Number::literal("12.1")));
    assert_eq!(typed.judge(dabiao::values::per_100k("12.1")).outcome, Outcome::NotMet);
    assert_eq!(typed.judge_or_missing(None).outcome, Outcome::Undetermined);
    assert_eq!(typed.judge_or_missing(Some(dabiao::values::per_100k("12"))).outcome, Outcome::Met);
    assert!(twelve.typed(CERVICAL_CANCER_SCREENING).is_err());
    assert!(format!("{typed:?}").starts_with("TypedThreshold(Threshold"), "{typed:?}");
}
