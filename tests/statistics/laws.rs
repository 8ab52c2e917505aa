//! What holds for any input.

use dabiao::statistics::*;
use proptest::prelude::*;
use std::fmt::Debug;

/// Counts of every size, the impossible ones included.
fn counts() -> impl Strategy<Value = u64> {
    prop_oneof![
        4 => 0..30_u64,
        2 => 0..5000_u64,
        2 => 0..10_000_000_000_u64,
        1 => any::<u64>(),
        1 => prop::sample::select(vec![0, 1, 2, (1 << 53) - 1, 1 << 53, (1 << 53) + 1, u64::MAX]),
    ]
}

/// Real numbers of every kind, NaN and infinities included.
fn reals() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..1.0_f64,
        2 => -100.0..100.0_f64,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![
            0.0, -0.0, 1.0, 0.00012, 5e-324, 1e-308, 1e-17, 1.0 - f64::EPSILON / 2.0, 1.0 + f64::EPSILON,
            1e99, -1e100, 1e300, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, f64::NAN,
        ]),
    ]
}

fn levels() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.001..0.999_f64,
        1 => prop::sample::select(vec![0.05, 0.95, 5e-324, 1e-300, 1e-17, 1.0 - f64::EPSILON / 2.0]),
        1 => reals(),
    ]
}

fn years() -> impl Strategy<Value = Vec<YearSample>> {
    let year = prop_oneof![4 => 1..3_i64, 1 => 1..2_000_000_000_i64];
    prop::collection::vec((year, counts(), counts()), 0..9).prop_map(|rows| {
        let mut now = i64::from(i32::MIN);
        rows.into_iter()
            .map(|(step, k, n)| {
                now += step;
                // Now and then a year that runs backwards: beyond the last one it starts again.
                YearSample::new(i32::try_from(now).unwrap_or(0), k, n)
            })
            .collect()
    })
}

/// Mostly possible series: cases within totals of one size.
fn sound_years() -> impl Strategy<Value = Vec<YearSample>> {
    (1..6_u32).prop_flat_map(|size| {
        let most = 10_u64.pow(size * 2);
        prop::collection::vec((1..=most, 0.0..=1.0_f64), 1..9).prop_map(move |rows| {
            (2016..)
                .zip(rows)
                .map(|(year, (n, p))| YearSample::new(year, (n as f64 * p * p * p) as u64, n))
                .collect()
        })
    })
}

fn kinds() -> impl Strategy<Value = CountKind> {
    prop::sample::select(vec![CountKind::Rate, CountKind::Share])
}

fn sides() -> impl Strategy<Value = Side> {
    prop::sample::select(vec![Side::AtMost, Side::AtLeast])
}

fn real(count: u64) -> f64 {
    count as f64
}

/// No number anywhere in the answer is NaN or infinite: both would show in its debug form.
#[track_caller]
fn sound<T: Debug, E: Debug>(answer: Result<T, E>) -> Result<T, E> {
    let text = format!("{answer:?}");
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    answer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_tally_gives_nan(
        kind in kinds(), side in sides(), k in counts(), n in counts(), k2 in counts(), n2 in counts(),
        bound in reals(), level in levels(), x in reals(), y in reals(),
    ) {
        let sample = Sample::new(k, n);
        let _ = sound(count_interval(k, level));
        let _ = sound(rate_interval(sample, level));
        let _ = sound(wilson_interval(sample, level));
        let _ = sound(wilson_interval_weighted(x, y, level));
        let _ = sound(clopper_pearson_interval(sample, level));
        let _ = sound(poisson_tails(k, x));
        let _ = sound(binomial_tails(sample, x));
        let _ = sound(critical_counts(kind, n, bound, level));
        let _ = sound(smallest_confirmable(kind, side, bound, level));
        for literal in [Literal::Met, Literal::NotMet] {
            let _ = sound(certainty(kind, sample, bound, side, literal, level));
        }
        let _ = sound(posterior_of_keeping(kind, sample, bound, side));
        let _ = sound(chance_of_keeping(kind, sample, bound, side));
        let _ = sound(expected_at_bound(kind, n, bound));
        let _ = sound(years_needed(kind, n, bound));
        let _ = sound(compare_samples(kind, sample, Sample::new(k2, n2)));
        let _ = sound(reliability(k, Standard::RelativeErrorAtMost30));
        let _ = sound(normal_quantile_two_sided(level));
        let _ = sound(student_t_quantile(level, k));
        let _ = sound(student_t_two_sided(x, k));
        let _ = sound(regularised_gamma_lower(x, y));
        let _ = sound(regularised_gamma_upper(x, y));
        let _ = sound(regularised_beta(level, x, y));
        let _ = largest_count_within(k, n, k2);
        let _ = smallest_count_reaching(k, n, k2);
    }

    // Limits and quantiles are where their own tails have the level, to the digits that the tails have.
    #[test]
    fn limits_lie_where_the_tail_has_the_level(
        k in 0..5000_u64, more in 0..100_000_u64, df in prop_oneof![1..30_u64, 1..1_000_000_u64],
        far in 0.0..14.0_f64,
    ) {
        let outside = 0.9 * 10.0_f64.powf(-far);
        // What is left of the level, in the digits that it has.
        let (level, two_sided) = (1.0 - outside, |tail: f64| 2.0 * tail);
        let left = 1.0 - level;
        let close = |what: &str, found: f64, expected: f64| {
            prop_assert!((found / expected - 1.0).abs() < 1e-9, "{what}: {found} instead of {expected}");
            Ok(())
        };
        let t = student_t_quantile(0.5 * outside, df).unwrap();
        close("t", student_t_two_sided(t, df).unwrap(), outside)?;
        let z = normal_quantile_two_sided(level).unwrap();
        close("z", libm::erfc(z / core::f64::consts::SQRT_2), left)?;
        let events = count_interval(k, level).unwrap();
        let share = clopper_pearson_interval(Sample::new(k, k + more + 1), level).unwrap();
        let (x, missing) = (real(k), real(more + 1));
        close("upper count", two_sided(regularised_gamma_upper(x + 1.0, events.upper).unwrap()), left)?;
        close("upper share", two_sided(regularised_beta(1.0 - share.upper, missing, x + 1.0).unwrap()), left)?;
        if k > 0 {
            close("lower count", two_sided(regularised_gamma_lower(x, events.lower).unwrap()), left)?;
            close("lower share", two_sided(regularised_beta(share.lower, x, missing + 1.0).unwrap()), left)?;
        }
    }

    #[test]
    fn no_series_gives_nan(
        kind in kinds(), years in prop_oneof![years(), sound_years()], bound in reals(), level in levels(),
        window in 0..7_usize,
    ) {
        for baseline in [Baseline::Flat, Baseline::Trend] {
            let _ = sound(dispersion(kind, &years, baseline));
        }
        let _ = sound(fluctuation(kind, &years, &FluctuationRule::default()));
        let _ = sound(fluctuation(kind, &years, &FluctuationRule { alpha: level, events: 0, years: 0, trend_years: 0,
            rate_excess: bound, ..FluctuationRule::default() }));
        let _ = sound(latest_year(kind, &years, &LatestRule::default()));
        let _ = sound(exact_dispersion(&years));
        let _ = sound(pool_window(kind, &years, &[], years.last().map_or(2024, |y| y.year), bound));
        let parts: Vec<_> = years.iter().map(|y| y.sample()).collect();
        let _ = sound(gap_test(kind, &parts, level));
        let _ = sound(expected_gap(kind, &parts));
        if let [a, b, c, d, ..] = parts[..] {
            let _ = sound(gap_change(kind, [a, b], [c, d], level));
        }
        let _ = sound(rolling_pools(kind, &years, window, level));
    }

    #[test]
    fn no_values_give_nan(
        years in years(), values in prop::collection::vec(prop_oneof![reals(), (0..5_u8).prop_map(f64::from)], 0..40),
        latest in reals(), level in levels(),
    ) {
        let points: Vec<_> = years.iter().zip(&values).map(|(y, v)| YearValue::new(y.year, *v)).collect();
        let _ = sound(describe(&points));
        let _ = sound(theil_sen(&points, level));
        let _ = sound(predict_latest(&values, latest, level));
        let _ = sound(mann_kendall(&values));
        for kind in [ValueKind::Percentage, ValueKind::Other] {
            let _ = sound(bare_fluctuation(kind, &points, &BareRule::default()));
            let _ = sound(bare_fluctuation(kind, &points, &BareRule { earlier_years: 0,
                confidence: level, ..BareRule::default() }));
        }
    }

    #[test]
    fn intervals_contain_the_estimate_and_widen_with_confidence(
        k in 0..10_000_000_u64, more in 0..10_000_000_u64, level in 0.01..0.98_f64,
    ) {
        let n = k + more.max(1);
        let sample = Sample::new(k, n);
        for interval in [rate_interval, wilson_interval, clopper_pearson_interval] {
            let narrow = interval(sample, level).unwrap();
            let wide = interval(sample, level + 0.01).unwrap();
            prop_assert!(wide.lower <= narrow.lower && narrow.lower <= narrow.estimate);
            prop_assert!(narrow.estimate <= narrow.upper && narrow.upper <= wide.upper);
        }
        prop_assert_eq!(wilson_interval(Sample::new(n, n), level).unwrap().upper, 1.0);
        prop_assert_eq!(wilson_interval(Sample::new(0, n), level).unwrap().lower, 0.0);
        prop_assert_eq!(clopper_pearson_interval(Sample::new(n, n), level).unwrap().upper, 1.0);
    }

    #[test]
    fn more_events_look_worse(kind in kinds(), k in 0..3000_u64, n in 1..4000_u64, bound in 0.0001..0.9999_f64) {
        let k = if kind == CountKind::Share { k % n } else { k };
        let at = |k| certainty(kind, Sample::new(k, n), bound, Side::AtMost, Literal::NotMet, 0.05).unwrap();
        let (fewer, more) = (at(k), at(k + 1));
        prop_assert!(fewer.bad_tail >= more.bad_tail);
        prop_assert!(fewer.good_tail <= more.good_tail);
        let keeping = |k| posterior_of_keeping(kind, Sample::new(k, n), bound, Side::AtMost).unwrap();
        prop_assert!(keeping(k) >= keeping(k + 1));
        if kind == CountKind::Rate {
            let (fewer, more) = (count_interval(k, 0.95).unwrap(), count_interval(k + 1, 0.95).unwrap());
            prop_assert!(fewer.lower < more.lower && fewer.upper < more.upper);
        }
    }

    #[test]
    fn critical_counts_are_where_the_tails_cross(
        kind in kinds(), n in 1..1_000_000_u64, bound in 0.0..1.0_f64, alpha in prop_oneof![0.001..0.2_f64, 0.2..1.0_f64],
    ) {
        let counts = critical_counts(kind, n, bound, alpha).unwrap();
        let at = |k| certainty(kind, Sample::new(k, n), bound, Side::AtMost, Literal::Met, alpha).unwrap();
        if let Some(high) = counts.high {
            prop_assert!(at(high).bad_tail <= alpha);
            prop_assert!(high == 0 || at(high - 1).bad_tail > alpha);
        }
        match counts.low {
            Some(low) => {
                prop_assert!(at(low).good_tail <= alpha);
                prop_assert!(low == n && kind == CountKind::Share || at(low + 1).good_tail > alpha);
            }
            None => prop_assert!(at(0).good_tail > alpha),
        }
    }

    #[test]
    fn every_verdict_has_the_label_of_its_row(
        kind in kinds(), side in sides(), k in counts(), n in counts(), bound in 0.0..1.0_f64, alpha in 0.001..0.5_f64,
        met in any::<bool>(),
    ) {
        let literal = if met { Literal::Met } else { Literal::NotMet };
        if let Ok(found) = certainty(kind, Sample::new(k, n), bound, side, literal, alpha) {
            // Exhaustive on purpose: a sixth label would not compile here.
            let of_met = match found.label {
                Certainty::MetConfirmed => { prop_assert!(found.good_tail <= alpha); true }
                Certainty::MetUnconfirmed | Certainty::MetUnconfirmable => { prop_assert!(found.good_tail > alpha); true }
                Certainty::MissedConfirmed => { prop_assert!(found.bad_tail <= alpha); false }
                Certainty::MissedWithinChance => false,
            };
            prop_assert_eq!(of_met, met);
        }
    }

    #[test]
    fn turning_a_share_round_changes_nothing(n in 1..5000_u64, k in 0..5000_u64, bound in 0.0..1.0_f64) {
        let k = k % (n + 1);
        // A bound whose complement is exact.
        let bound = (bound * 1024.0).round() / 1024.0;
        let at_least = certainty(CountKind::Share, Sample::new(k, n), bound, Side::AtLeast, Literal::NotMet, 0.05).unwrap();
        let at_most =
            certainty(CountKind::Share, Sample::new(n - k, n), 1.0 - bound, Side::AtMost, Literal::NotMet, 0.05).unwrap();
        prop_assert_eq!(at_least, at_most);
    }

    #[test]
    fn fits_keep_the_total_and_leave_no_trend(kind in kinds(), years in sound_years()) {
        for baseline in [Baseline::Flat, Baseline::Trend] {
            let Ok(DispersionAnswer::Measured(found)) = dispersion(kind, &years, baseline) else { continue };
            let sum: f64 = found.expected.iter().sum();
            let count: f64 = years.iter().map(|y| y.count as f64).sum();
            prop_assert!((sum - count).abs() <= 1e-9 * count);
            if baseline == Baseline::Trend {
                let moment: f64 = years.iter().zip(&found.expected)
                    .map(|(y, e)| (y.count as f64 - e) * f64::from(y.year - 2016)).sum();
                prop_assert!(moment.abs() <= 1e-8 * count.max(1.0), "{} of {}", moment, count);
            }
            prop_assert!((0.0..=1.0).contains(&found.p_value));
        }
    }

    #[test]
    fn sound_series_are_fitted_or_told_why(years in sound_years(), kind in kinds()) {
        let found = dispersion(kind, &years, Baseline::Trend).unwrap();
        prop_assert_ne!(found, DispersionAnswer::NoFit(NoFit::NotConverged));
    }
}

/// The largest counts are answered like small ones. What that takes is in `benches/ratios`.
#[test]
fn large_counts_are_answered() {
    let sample = Sample::new(1_000_000_000, 10_000_000_000);
    let years: Vec<_> = (2016..2026)
        .map(|y| YearSample::new(y, 1_000_000_000 + y as u64 * 977 % 99_991, 10_000_000_000))
        .collect();
    assert!(count_interval(1_000_000_000, 0.95).is_ok());
    assert!(clopper_pearson_interval(sample, 0.95).is_ok());
    assert!(clopper_pearson_interval(Sample::new(1400, 10_000_000_000), 0.95).is_ok());
    assert!(wilson_interval(sample, 0.95).is_ok());
    assert!(critical_counts(CountKind::Rate, 10_000_000_000, 0.1, 0.05).is_ok());
    assert!(critical_counts(CountKind::Share, 10_000_000_000, 0.9, 0.05).is_ok());
    assert!(certainty(CountKind::Share, sample, 0.1, Side::AtLeast, Literal::Met, 0.05).is_ok());
    assert!(compare_samples(CountKind::Rate, sample, sample).is_ok());
    assert!(compare_samples(CountKind::Share, sample, sample).is_ok());
    assert!(gap_test(CountKind::Share, &[sample; 16], 0.05).is_ok());
    assert!(expected_gap(CountKind::Rate, &[sample; 16]).is_ok());
    assert!(fluctuation(CountKind::Rate, &years, &FluctuationRule::default()).is_ok());
    assert!(fluctuation(CountKind::Share, &years, &FluctuationRule::default()).is_ok());
    assert!(latest_year(CountKind::Share, &years, &LatestRule::default()).is_ok());
    assert!(rolling_pools(CountKind::Rate, &years, 3, 0.95).is_ok());
    assert!(exact_dispersion(&crate::series(&[5, 3, 6, 2, 4], 800)).unwrap().is_some());
    let two = [YearSample::new(2020, 49_000, 800), YearSample::new(2021, 50_000, 800)];
    assert!(exact_dispersion(&two).unwrap().is_some());
    let values: Vec<f64> = (0..34).map(|i| f64::from(i * 7 % 5)).collect();
    assert!(mann_kendall(&values).is_ok());
    let points: Vec<_> = (1990..).zip(&values).map(|(y, v)| YearValue::new(y, *v)).collect();
    assert!(theil_sen(&points, 0.05).is_ok());
    assert!(student_t_quantile(0.975, 3).is_ok());
}
