//! The ends of what is taken: the least number of years, the largest counts, thresholds that are none, and ties.

use dabiao::statistics::{
    BareReason, BareResult, BareRule, Baseline, Certainty, CountKind, Direction, FluctuationReason,
    FluctuationResult, FluctuationRule, GapChangeLabel, GapLabel, LatestReason, LatestRule, LatestSignal,
    Literal, Sample, Side, Standard, StatisticsError, ValueKind, YearSample, YearValue, bare_fluctuation,
    certainty, describe, dispersion, exact_dispersion, fluctuation, gap_test, latest_year, mann_kendall,
    mann_kendall_upper_tail, rate_interval, regularised_gamma_lower, reliability, rolling_pools,
    smallest_count_reaching, student_t_quantile, theil_sen, years_needed,
};

use crate::series;

const LARGEST: u64 = 1 << 53;

fn values(values: &[f64]) -> Vec<YearValue> {
    (2020..).zip(values).map(|(year, &value)| YearValue::new(year, value)).collect()
}

#[test]
fn one_year_fewer_than_needed() {
    assert_eq!(exact_dispersion(&series(&[3], 800)), Err(StatisticsError::TooFew { needed: 2, given: 1 }));
    assert!(exact_dispersion(&series(&[3, 4], 800)).unwrap().is_some());
    assert!(exact_dispersion(&[]).is_err());
    assert_eq!(mann_kendall(&[1.0]).err(), Some(StatisticsError::TooFew { needed: 2, given: 1 }));
    assert!(mann_kendall(&[1.0, 2.0]).is_ok() && mann_kendall(&[]).is_err());
    assert!(mann_kendall_upper_tail(1, 0).is_err() && mann_kendall_upper_tail(0, 0).is_err());
    assert_eq!(mann_kendall_upper_tail(2, 1), Ok(Some(0.5)));
    for (baseline, least) in [(Baseline::Flat, 2), (Baseline::Trend, 3)] {
        let counts = [5, 9, 6];
        for years in 0..=3 {
            let fits =
                dispersion(CountKind::Rate, &series(&counts[..years], 800), baseline).unwrap().measured();
            assert_eq!(fits.is_some(), years >= least, "{baseline:?}, {years} years");
        }
    }
    assert!(describe(&[]).is_err());
}

#[test]
fn counts_of_more_than_53_bits() {
    let too_large = Err(StatisticsError::CountTooLarge);
    assert!(rate_interval(Sample::new(LARGEST, LARGEST), 0.95).is_ok());
    assert_eq!(rate_interval(Sample::new(LARGEST + 1, 5), 0.95), too_large);
    assert_eq!(rate_interval(Sample::new(1, LARGEST + 1), 0.95), too_large);
    assert_eq!(rate_interval(Sample::new(1, u64::MAX), 0.95), too_large);
    let half = LARGEST / 2;
    let summed = |counts: [u64; 2], exposures: [u64; 2]| {
        let years: Vec<YearSample> = (2020..)
            .zip(counts.into_iter().zip(exposures))
            .map(|(year, (count, exposure))| YearSample::new(year, count, exposure))
            .collect();
        latest_year(CountKind::Rate, &years, &LatestRule::default()).map(|_| true)
    };
    assert_eq!(summed([half, half], [800, 800]), Ok(true));
    assert_eq!(summed([half, half + 1], [800, 800]), Err(StatisticsError::CountTooLarge));
    assert_eq!(summed([1, 1], [half, half]), Ok(true));
    assert_eq!(summed([1, 1], [half, half + 1]), Err(StatisticsError::CountTooLarge));
    assert!(regularised_gamma_lower(1e16, 1e16).is_ok());
    assert!(regularised_gamma_lower(1e17, 1e17).is_err() && regularised_gamma_lower(0.0, 1.0).is_err());
    assert!(student_t_quantile(0.9, 1_000_000_000_000_000).is_ok());
    assert!(student_t_quantile(0.9, 1_000_000_000_000_001).is_err() && student_t_quantile(0.9, 0).is_err());
}

#[test]
fn thresholds_and_values_that_are_none() {
    let five = values(&[80.0, 80.1, 79.9, 80.0, 85.0]);
    let fluctuates = |rule: BareRule| bare_fluctuation(ValueKind::Other, &five, &rule).map(|_| ());
    for wrong in [-0.1, f64::NAN, f64::INFINITY] {
        let relative = BareRule { relative: wrong, ..BareRule::default() };
        let points = BareRule { points: wrong, ..BareRule::default() };
        assert_eq!(fluctuates(relative), Err(StatisticsError::OutOfRange { name: "relative" }));
        assert_eq!(fluctuates(points), Err(StatisticsError::OutOfRange { name: "points" }));
    }
    assert_eq!(fluctuates(BareRule { relative: 0.0, points: 0.0, ..BareRule::default() }), Ok(()));
    for wrong in [f64::NAN, f64::NEG_INFINITY, 1e101, -1e101] {
        assert_eq!(
            theil_sen(&values(&[1.0, wrong, 3.0]), 0.05).err(),
            Some(StatisticsError::OutOfRange { name: "value" })
        );
    }
    assert!(theil_sen(&values(&[1.0, 1e100, 3.0]), 0.05).is_ok());
}

#[test]
fn why_nothing_is_said_of_bare_values() {
    let found =
        |given: &[f64]| bare_fluctuation(ValueKind::Other, &values(given), &BareRule::default()).unwrap();
    for (given, result) in [
        (&[5.0, 5.0, 9.0][..], BareResult::NotAssessable(BareReason::TooFewYears)),
        (&[1.0, 2.0, 3.0, 90.0], BareResult::NotAssessable(BareReason::TooFewYears)),
        // Equal values have no interval but their mean; what is far enough from it stands out.
        (&[5.0, 5.0, 5.0, 5.0, 6.0], BareResult::Large),
        (&[5.0, 5.0, 5.0, 5.0, 5.4], BareResult::NotAssessable(BareReason::NoSpread)),
        (&[5.0, 5.1, 4.9, 5.0, 9.0], BareResult::Large),
        (&[5.0, 5.1, 4.9, 5.0, 1.0], BareResult::Large),
        (&[5.0, 5.1, 4.9, 5.0, 5.0], BareResult::NotLarge),
        // A tenth of the mean away, and next to it.
        (&[5.0, 5.1, 4.9, 5.0, 5.5], BareResult::Large),
        (&[5.0, 5.1, 4.9, 5.0, 5.49], BareResult::TooSmallToMatter),
        (&[5.0, 5.1, 4.9, 5.0, 4.5], BareResult::Large),
        (&[5.0, 5.1, 4.9, 5.0, 4.51], BareResult::TooSmallToMatter),
    ] {
        assert_eq!(found(given).result, result, "{given:?}");
    }
}

#[test]
fn a_percentage_has_to_be_two_points_from_its_mean() {
    let found = |latest: f64| {
        let given = values(&[90.0, 90.2, 89.8, 90.0, latest]);
        let found = bare_fluctuation(ValueKind::Percentage, &given, &BareRule::default()).unwrap();
        (found.result, found.direction)
    };
    let (up, down) = (Some(Direction::Rising), Some(Direction::Falling));
    assert_eq!(found(92.0), (BareResult::Large, up));
    assert_eq!(found(91.9), (BareResult::TooSmallToMatter, up));
    assert_eq!(found(88.0), (BareResult::Large, down));
    assert_eq!(found(88.1), (BareResult::TooSmallToMatter, down));
    assert_eq!(found(90.3), (BareResult::NotLarge, up));
    assert_eq!(found(90.0).0, BareResult::NotLarge);
}

#[test]
fn a_rising_share_rises() {
    let found =
        latest_year(CountKind::Share, &series(&[900, 905, 895, 980], 1000), &LatestRule::default()).unwrap();
    let comparison = found.comparison.unwrap();
    assert!(comparison.increase < 1e-6 && comparison.mid_increase < 1e-6, "{comparison:?}");
    assert!(comparison.decrease > 0.999 && comparison.mid_decrease > 0.999, "{comparison:?}");
}

#[test]
fn as_many_earlier_years_as_the_rule_asks_for() {
    let signal = |earlier_years| {
        let rule = LatestRule { earlier_years, ..LatestRule::default() };
        latest_year(CountKind::Rate, &series(&[3, 4, 3, 40], 800), &rule).unwrap().signal
    };
    assert_eq!((signal(2), signal(3)), (LatestSignal::Alarm, LatestSignal::Alarm));
    assert!(matches!(signal(4), LatestSignal::NotAssessable(_)));
}

#[test]
fn the_least_counts_that_reach_a_share() {
    for (exposure, numerator, denominator, expected) in
        [(28, 90, 100, 26), (30, 90, 100, 27), (10, 1, 3, 4), (9, 1, 3, 3), (5, 0, 1, 0), (1, 1, 3, 1)]
    {
        assert_eq!(smallest_count_reaching(exposure, numerator, denominator), Ok(expected));
    }
    assert!(smallest_count_reaching(0, 1, 3).is_err() && smallest_count_reaching(3, 1, 0).is_err());
}

#[test]
fn years_until_three_cases_are_expected() {
    for (bound, years) in [(0.003, 1), (0.0015, 2), (0.001, 3), (0.0029, 2), (0.0031, 1)] {
        assert_eq!(years_needed(CountKind::Rate, 1000, bound), Ok(Some(years)), "{bound}");
    }
    assert_eq!(years_needed(CountKind::Rate, 1000, 0.0), Ok(None));
}

// The variation is that of the rates, whatever they are counted against.
#[test]
fn variation_is_of_rates_and_not_of_counts() {
    let years: Vec<YearSample> = (2020..)
        .zip([(8, 800), (16, 1600), (4, 400), (8, 800)])
        .map(|(year, (count, exposure))| YearSample::new(year, count, exposure))
        .collect();
    let found = fluctuation(CountKind::Rate, &years, &FluctuationRule::default()).unwrap();
    assert!(found.coefficient_of_variation.unwrap() < 1e-12, "{found:?}");
}

#[test]
fn few_events_are_indicative_or_not_assessed() {
    let found = |counts: &[u64]| {
        fluctuation(CountKind::Rate, &series(counts, 800), &FluctuationRule::default()).unwrap()
    };
    for (counts, assessed, indicative) in [
        (&[0, 2, 0, 0][..], false, false),
        (&[0, 3, 0, 0], true, true),
        (&[1, 6, 1, 1], true, true),
        (&[1, 7, 1, 1], true, false),
    ] {
        let found = found(counts);
        assert_eq!((found.dispersion.is_some(), found.indicative), (assessed, indicative), "{counts:?}");
    }
    // Of a single year without any event too few are told, whatever else there is too little of.
    let rule = FluctuationRule { years: 1, ..FluctuationRule::default() };
    let found = fluctuation(CountKind::Rate, &series(&[0], 800), &rule).unwrap();
    assert_eq!(found.result, FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents));
}

// One case against a rate that has to be reached proves nothing; more than one may.
#[test]
fn two_cases_are_asked_for_before_a_miss_is_confirmed() {
    let label = |count, bound| {
        certainty(CountKind::Rate, Sample::new(count, 1000), bound, Side::AtLeast, Literal::NotMet, 0.99)
            .unwrap()
            .label
    };
    assert_eq!(label(4, 0.005), Certainty::MissedWithinChance, "one short of five");
    assert_eq!(label(3, 0.005), Certainty::MissedConfirmed, "two short of five");
    assert_eq!(label(4, 0.0051), Certainty::MissedConfirmed, "1.1 short");
}

#[test]
fn nothing_is_relative_to_no_events() {
    let none = reliability(0, Standard::AtLeast10Events).unwrap();
    assert_eq!((none.relative_standard_error, none.relative_interval_width), (None, None));
    assert_eq!(reliability(4, Standard::AtLeast10Events).unwrap().relative_standard_error, Some(0.5));
}

#[test]
fn errors_and_labels_have_words() {
    assert_eq!(
        StatisticsError::TooFew { needed: 3, given: 2 }.to_string(),
        "needs at least `3` data, got `2`"
    );
    assert!(StatisticsError::OutOfRange { name: "points" }.to_string().contains("`points`"));
    for label in [Certainty::MetConfirmed, Certainty::MissedWithinChance] {
        assert!(!label.as_str().is_empty());
        assert_eq!(label.to_string(), label.as_str());
    }
}

#[test]
fn labels_of_gaps_are_written_as_they_are_printed() {
    fn same<T: serde::Serialize + std::fmt::Display>(label: T, word: &str) {
        assert_eq!(label.to_string(), word);
        assert_eq!(serde_json::to_value(label).unwrap(), word);
    }
    same(GapLabel::Real, GapLabel::Real.as_str());
    same(GapLabel::WithinChance, "within_chance");
    same(GapLabel::TooSmall, "too_small");
    same(GapLabel::NotTestable, "not_testable");
    same(GapChangeLabel::Wider, GapChangeLabel::Wider.as_str());
    same(GapChangeLabel::Narrower, "narrower");
    same(GapChangeLabel::WithinChance, "within_chance");
    same(GapChangeLabel::NotTestable, "not_testable");
}

// A line goes on before and behind its points.
#[test]
fn a_line_in_any_year() {
    let line = theil_sen(&[YearValue::new(2020, 10.0), YearValue::new(2024, 4.0)], 0.05).unwrap();
    assert_eq!([2018, 2020, 2022, 2026].map(|year| line.value(year)), [13.0, 10.0, 7.0, 1.0]);
}

// Points on one line lie no distance from it, wherever the line goes.
#[test]
fn points_on_a_line_leave_no_residue() {
    let points: Vec<YearValue> =
        (2020..2026).map(|year| YearValue::new(year, f64::from(3 * (year - 2019)))).collect();
    let found = describe(&points).unwrap();
    assert_eq!((found.slope, found.residual_deviation), (3.0, 0.0));
}

// A gap is the largest share less the smallest, whichever part has it.
#[test]
fn a_gap_is_the_largest_less_the_smallest() {
    let parts = [Sample::new(30, 100), Sample::new(75, 100), Sample::new(50, 100)];
    for turned in 0..3 {
        let mut parts = parts;
        parts.rotate_left(turned);
        assert_eq!(gap_test(CountKind::Share, &parts, 0.05).unwrap().gap, 0.45);
    }
}

// Years that do not follow on each other are not pooled.
#[test]
fn a_pool_has_no_hole() {
    let years = [2020, 2021, 2023, 2024, 2025].map(|year| YearSample::new(year, 4, 1000));
    let pools = rolling_pools(CountKind::Rate, &years, 2, 0.95).unwrap();
    let of: Vec<_> = pools.iter().map(|found| (found.pool.first_year, found.pool.last_year)).collect();
    assert_eq!(of, [(2020, 2021), (2023, 2024), (2024, 2025)]);
}

// A share that is always full, or always none, says nothing about its last year; a rate may have as many events as persons.
#[test]
fn nothing_is_said_where_every_year_is_the_same_by_nature() {
    let years = |count| [2020, 2021, 2022, 2023, 2024].map(|year| YearSample::new(year, count, 40));
    let signal = |kind, count| latest_year(kind, &years(count), &LatestRule::default()).unwrap().signal;
    let nothing = LatestSignal::NotAssessable(LatestReason::NoEvents);
    assert_eq!(signal(CountKind::Share, 40), nothing);
    assert_eq!(signal(CountKind::Share, 0), nothing);
    assert_eq!(signal(CountKind::Rate, 0), nothing);
    assert_eq!(signal(CountKind::Rate, 40), LatestSignal::Quiet);
    assert_eq!(signal(CountKind::Share, 39), LatestSignal::Quiet);
    assert_eq!(signal(CountKind::Share, 1), LatestSignal::Quiet);
}
