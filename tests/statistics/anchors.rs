//! The cases that the rules were written around.

use dabiao::statistics::*;

use super::series;

const MATERNAL: f64 = 0.00012;
const INFANT: f64 = 0.005;

/// Labels a rate "at most", with the verdict worked out in whole numbers.
fn rate(count: u64, births: u64, (a, b): (u64, u64)) -> Sureness {
    let literal = if u128::from(count) * u128::from(b) <= u128::from(births) * u128::from(a) {
        Literal::Met
    } else {
        Literal::NotMet
    };
    certainty(CountKind::Rate, Sample::new(count, births), a as f64 / b as f64, Side::AtMost, literal, 0.05)
        .unwrap()
}

fn maternal(count: u64, births: u64) -> Sureness {
    rate(count, births, (12, 100_000))
}

fn infant(count: u64, births: u64) -> Sureness {
    rate(count, births, (5, 1000))
}

/// Labels a share of at least 90 %.
fn ninety(count: u64, total: u64) -> Certainty {
    let literal = if count * 10 >= total * 9 { Literal::Met } else { Literal::NotMet };
    certainty(CountKind::Share, Sample::new(count, total), 0.9, Side::AtLeast, literal, 0.05).unwrap().label
}

#[track_caller]
fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

#[test]
fn one_maternal_death_in_800_births_is_within_chance_and_two_are_not() {
    let one = maternal(1, 800);
    assert_eq!(one.label, Certainty::MissedWithinChance);
    near(one.bad_tail, 0.0915, 5e-5);
    let two = maternal(2, 800);
    assert_eq!(two.label, Certainty::MissedConfirmed);
    near(two.bad_tail, 0.0043, 5e-5);
    assert_eq!(maternal(0, 800).label, Certainty::MetUnconfirmable);
}

#[test]
fn no_death_confirms_only_from_24_965_births() {
    assert_eq!(maternal(0, 24_964).label, Certainty::MetUnconfirmable);
    assert_eq!(maternal(0, 24_965).label, Certainty::MetConfirmed);
    assert_eq!(smallest_confirmable(CountKind::Rate, Side::AtMost, MATERNAL, 0.05), Ok(Some(24_965)));
}

#[test]
fn a_single_death_never_confirms_a_miss() {
    let single = maternal(1, 427);
    assert!(single.bad_tail <= 0.05);
    assert_eq!(single.label, Certainty::MissedWithinChance);
    assert!(maternal(1, 428).bad_tail > 0.05);
    for births in [1, 10, 100, 427] {
        assert_eq!(maternal(1, births).label, Certainty::MissedWithinChance);
    }
}

#[test]
fn infant_deaths_in_800_births_at_five_per_thousand() {
    assert_eq!(infant(0, 800).label, Certainty::MetConfirmed);
    for deaths in 1..=4 {
        assert_eq!(infant(deaths, 800).label, Certainty::MetUnconfirmed);
    }
    for deaths in 5..=8 {
        assert_eq!(infant(deaths, 800).label, Certainty::MissedWithinChance);
    }
    assert_eq!(infant(9, 800).label, Certainty::MissedConfirmed);
    assert_eq!(largest_count_within(800, 5, 1000), Ok(4));
    let counts = critical_counts(CountKind::Rate, 800, INFANT, 0.05).unwrap();
    assert_eq!(counts, CriticalCounts { high: Some(9), low: Some(0) });
}

#[test]
fn a_share_of_ninety_per_cent() {
    assert_eq!(ninety(29, 29), Certainty::MetConfirmed);
    assert_eq!(ninety(28, 28), Certainty::MetUnconfirmable);
    assert_eq!(smallest_confirmable(CountKind::Share, Side::AtLeast, 0.9, 0.05), Ok(Some(29)));
    for (most, total) in [(23, 30), (172, 200), (705, 800)] {
        assert_eq!(ninety(most, total), Certainty::MissedConfirmed);
        assert_eq!(ninety(most + 1, total), Certainty::MissedWithinChance);
        assert_eq!(critical_counts(CountKind::Share, total, 0.9, 0.05).unwrap().low, Some(most));
    }
}

#[test]
fn wilson_would_raise_a_false_alarm_on_a_single_death() {
    let wilson = wilson_interval(Sample::new(1, 800), 0.95).unwrap();
    near(wilson.lower * 100_000.0, 22.0, 0.5);
    assert!(rate_interval(Sample::new(1, 800), 0.95).unwrap().lower < MATERNAL);
}

#[test]
fn mirrored_sides() {
    let at_most = |x, verdict| {
        certainty(CountKind::Share, Sample::new(x, 29), 0.1, Side::AtMost, verdict, 0.05).unwrap().label
    };
    assert_eq!(at_most(0, Literal::Met), Certainty::MetConfirmed);
    assert_eq!(at_most(1, Literal::Met), Certainty::MetUnconfirmed);
    assert_eq!(at_most(9, Literal::NotMet), Certainty::MissedConfirmed);
    let at_least = |k, verdict| {
        certainty(CountKind::Rate, Sample::new(k, 1000), 0.004, Side::AtLeast, verdict, 0.05).unwrap().label
    };
    assert_eq!(at_least(9, Literal::Met), Certainty::MetConfirmed);
    assert_eq!(at_least(4, Literal::Met), Certainty::MetUnconfirmed);
    assert_eq!(at_least(0, Literal::NotMet), Certainty::MissedConfirmed);
    assert_eq!(at_least(1, Literal::NotMet), Certainty::MissedWithinChance);
}

#[test]
fn chance_is_not_stated_below_three_expected() {
    let chance =
        |k, n, bound| chance_of_keeping(CountKind::Rate, Sample::new(k, n), bound, Side::AtMost).unwrap();
    assert_eq!(chance(0, 24_999, MATERNAL), Chance::NotAssessable);
    assert!(matches!(chance(0, 25_000, MATERNAL), Chance::Probability(p) if p > 0.95));
    let share = |n| chance_of_keeping(CountKind::Share, Sample::new(n, n), 0.9, Side::AtLeast).unwrap();
    assert_eq!(share(33), Chance::NotAssessable);
    assert!(matches!(share(34), Chance::Probability(_)));
}

#[test]
fn pooled_maternal_deaths_of_five_years() {
    let births = 5 * 700;
    let one = maternal(1, births);
    assert_eq!(one.label, Certainty::MissedWithinChance);
    near(one.bad_tail, 0.343, 5e-4);
    let three = maternal(3, births);
    assert_eq!(three.label, Certainty::MissedConfirmed);
    near(three.bad_tail, 0.009, 5e-4);
    assert_eq!(years_needed(CountKind::Rate, 700, MATERNAL), Ok(Some(36)));
}

fn decide(counts: &[u64]) -> Fluctuation {
    fluctuation(CountKind::Rate, &series(counts, 800), &FluctuationRule::default()).unwrap()
}

fn latest(counts: &[u64]) -> LatestYear {
    latest_year(CountKind::Rate, &series(counts, 800), &LatestRule::default()).unwrap()
}

#[test]
fn a_single_death_in_five_years_is_no_alarm_and_says_why() {
    let found = decide(&[0, 0, 0, 0, 1]);
    assert_eq!(found.result, FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents));
    assert_eq!(found.events, 1);
    assert!(found.chance_explains(0.3));
    let year = latest(&[0, 0, 0, 0, 1]);
    assert_eq!(year.signal, LatestSignal::Quiet);
    near(year.comparison.unwrap().two_sided, 0.4, 1e-12);
    assert_eq!(latest(&[0, 0, 0, 0, 0]).signal, LatestSignal::NotAssessable(LatestReason::NoEvents));
}

#[test]
fn a_peak_is_fluctuation_and_a_jump_at_the_end_is_the_latest_year() {
    let peak = decide(&[3, 4, 16, 4, 3]);
    println!("3,4,16,4,3: {peak:?}");
    assert_eq!(peak.result, FluctuationResult::Large);
    assert!(!peak.indicative);
    let jump = latest(&[3, 4, 3, 4, 16]);
    println!("3,4,3,4,16: {jump:?}\n  {:?}", decide(&[3, 4, 3, 4, 16]));
    assert_eq!(jump.signal, LatestSignal::Alarm);
    assert_eq!(jump.direction, Some(Direction::Rising));
}

#[test]
fn a_trend_is_no_fluctuation() {
    assert_eq!(decide(&[16, 12, 9, 7, 5]).result, FluctuationResult::WithinChance);
    assert_eq!(latest(&[16, 12, 9, 7, 5]).signal, LatestSignal::Quiet);
    assert_eq!(decide(&[20, 16, 12, 8, 4]).result, FluctuationResult::WithinChance);
    let falling = latest(&[20, 16, 12, 8, 4]);
    println!("20,16,12,8,4: {falling:?}");
    assert_eq!(falling.signal, LatestSignal::Attention);
    assert_eq!(falling.direction, Some(Direction::Falling));
}

#[test]
fn thin_series_have_named_answers() {
    let no_fit = |reason| FluctuationResult::NotAssessable(FluctuationReason::NoFit(reason));
    assert_eq!(decide(&[0; 5]).result, no_fit(NoFit::AllZero));
    assert_eq!(decide(&[0, 0, 0, 0, 5]).result, no_fit(NoFit::OneEndYear));
    assert_eq!(decide(&[5, 0, 0, 0, 0]).result, no_fit(NoFit::OneEndYear));
    assert_eq!(decide(&[9, 9, 9]).result, FluctuationResult::NotAssessable(FluctuationReason::TooFewYears));
    // Four years have no trend, so the end year is as good as any.
    assert_eq!(decide(&[0, 0, 0, 12]).result, FluctuationResult::Large);
    assert!(decide(&[2, 1, 2, 1, 2]).indicative);
    assert_eq!(decide(&[]).result, FluctuationResult::NotAssessable(FluctuationReason::TooFewYears));
    let share = |counts: &[u64]| {
        fluctuation(CountKind::Share, &series(counts, 30), &FluctuationRule::default()).unwrap().result
    };
    assert_eq!(share(&[30; 5]), no_fit(NoFit::AllFull));
    assert_eq!(share(&[0, 0, 7, 30, 30]), no_fit(NoFit::Separated));
    assert_eq!(share(&[30, 30, 7, 0, 0]), no_fit(NoFit::Separated));
    assert_eq!(share(&[30, 30, 30, 30, 20]), no_fit(NoFit::OneEndYear));
    assert_eq!(
        share(&[30, 29, 30, 30, 29]),
        FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents)
    );
    assert_eq!(share(&[20, 28, 12, 29, 20]), FluctuationResult::Large);
}

#[test]
fn large_numbers_can_be_too_small_to_matter() {
    let found = fluctuation(
        CountKind::Rate,
        &series(&[100_000, 101_000, 99_500, 101_000, 100_000], 20_000_000),
        &FluctuationRule::default(),
    );
    assert_eq!(found.unwrap().result, FluctuationResult::TooSmallToMatter);
    let counts = [950_000, 952_000, 949_000, 953_000, 950_000];
    let found = fluctuation(CountKind::Share, &series(&counts, 1_000_000), &FluctuationRule::default());
    assert_eq!(found.unwrap().result, FluctuationResult::TooSmallToMatter);
}

#[test]
fn one_window_of_three_years_or_five() {
    let years = series(&[1, 0, 2, 0, 1], 400);
    let window = |years: &[YearSample], bare: &[i32], last, bound| {
        pool_window(CountKind::Rate, years, bare, last, bound)
            .unwrap()
            .map(|w| (w.pool.first_year, w.pool.last_year, w.pool.years, w.pool.count, w.enough))
    };
    // 1,200 births at 2.5‰ are just three expected deaths, at 2.49‰ just fewer.
    assert_eq!(window(&years, &[], 2024, 0.0025), Some((2022, 2024, 3, 3, true)));
    assert_eq!(window(&years, &[], 2024, 0.00249), Some((2020, 2024, 5, 4, true)));
    assert_eq!(window(&years, &[], 2024, 0.0014), Some((2020, 2024, 5, 4, false)));
    // Four years of values, and three.
    assert_eq!(window(&years[1..], &[], 2024, 0.002), Some((2021, 2024, 4, 3, true)));
    assert_eq!(window(&years[2..], &[], 2024, 0.002), Some((2022, 2024, 3, 3, false)));
    assert_eq!(window(&years[3..], &[], 2024, 0.02), None);
    // A year without a value is no year of the window, and the calendar goes on without values.
    let gap = [years[0], years[1], years[3], years[4]];
    assert_eq!(window(&gap, &[], 2024, INFANT), Some((2020, 2024, 4, 2, true)));
    assert_eq!(window(&years, &[], 2025, INFANT), Some((2021, 2024, 4, 3, true)));
    assert_eq!(window(&years, &[], 2026, INFANT), Some((2022, 2024, 3, 3, true)));
    assert_eq!(window(&years, &[], 2027, INFANT), None);
    // Later values are not looked at, and neither are bare ones outside.
    assert_eq!(window(&years, &[2024], 2023, INFANT), Some((2021, 2023, 3, 2, true)));
    assert_eq!(window(&years[2..], &[2020, 2021], 2024, 0.0025), Some((2022, 2024, 3, 3, true)));
    assert_eq!(window(&years[2..], &[2020, 2021], 2024, 0.002), None);
    assert_eq!(window(&gap, &[2022], 2024, INFANT), None);
    // A share at its bound: 100 × 0.9 × 0.1 = 9 a year, and 11 a year are 0.99.
    let shares = |n| pool_window(CountKind::Share, &series(&[9; 5], n), &[], 2024, 0.9).unwrap().unwrap();
    assert_eq!((shares(100).pool.years, shares(11).pool.years, shares(11).years_needed), (3, 5, Some(4)));
    let never = pool_window(CountKind::Rate, &years, &[], 2024, 0.0).unwrap().unwrap();
    assert_eq!((never.enough, never.years_needed, never.expected), (false, None, 0.0));
    assert!(pool_window(CountKind::Share, &years, &[], 2024, 1.1).is_err());
    assert!(pool_window(CountKind::Rate, &[], &[], i32::MIN, 0.1).unwrap().is_none());
}

#[test]
fn errors_name_what_is_wrong() {
    assert_eq!(rate_interval(Sample::new(0, 0), 0.95), Err(StatisticsError::ZeroExposure));
    let above = StatisticsError::CountAboveTotal { count: 3, total: 2 };
    assert_eq!(wilson_interval(Sample::new(3, 2), 0.95), Err(above));
    assert_eq!(wilson_interval_weighted(0.5, -1.0, 0.95), Err(StatisticsError::ZeroExposure));
    assert_eq!(
        wilson_interval_weighted(0.5, f64::NAN, 0.95),
        Err(StatisticsError::OutOfRange { name: "total" })
    );
    for alpha in [0.0, 1.0, -0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(
            critical_counts(CountKind::Rate, 1, 0.1, alpha),
            Err(StatisticsError::NotAProbability { name: "alpha" })
        );
    }
    for bound in [-0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(expected_at_bound(CountKind::Rate, 1, bound), Err(StatisticsError::BoundOutOfRange));
    }
    assert_eq!(expected_at_bound(CountKind::Share, 1, 1.1), Err(StatisticsError::BoundOutOfRange));
    let back = [YearSample::new(2021, 1, 9), YearSample::new(2020, 1, 9)];
    assert_eq!(
        dispersion(CountKind::Rate, &back, Baseline::Flat),
        Err(StatisticsError::YearsNotIncreasing { year: 2020 })
    );
}
