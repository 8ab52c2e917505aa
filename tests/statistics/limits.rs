//! The ends of what is taken, limits met exactly, and cases small enough for fractions.

use dabiao::statistics::*;

use super::series;

#[track_caller]
fn near(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} is not {expected:e}");
}

fn values(values: &[f64]) -> Vec<YearValue> {
    (2020..).zip(values).map(|(year, value)| YearValue::new(year, *value)).collect()
}

fn measured(kind: CountKind, years: &[YearSample], baseline: Baseline) -> Dispersion {
    dispersion(kind, years, baseline).unwrap().measured().unwrap()
}

fn next_down(x: f64) -> f64 {
    f64::from_bits(x.to_bits() - 1)
}

const LARGEST: u64 = 1 << 53;

#[test]
fn counts_and_sums_are_taken_up_to_two_to_the_53() {
    assert_eq!(expected_at_bound(CountKind::Rate, LARGEST, 0.0), Ok(0.0));
    assert_eq!(poisson_tails(LARGEST, 1.0).map(|tails| tails.at_most), Ok(1.0));
    for more in [1, 2] {
        assert_eq!(
            expected_at_bound(CountKind::Rate, LARGEST + more, 0.0),
            Err(StatisticsError::CountTooLarge)
        );
        assert_eq!(count_interval(LARGEST + more, 0.95), Err(StatisticsError::CountTooLarge));
        assert_eq!(rate_interval(Sample::new(LARGEST + more, 1), 0.95), Err(StatisticsError::CountTooLarge));
    }
    let half = LARGEST / 2;
    let flat = |rows: [(u64, u64); 3]| {
        let years: Vec<_> = (2020..).zip(rows).map(|(year, (k, n))| YearSample::new(year, k, n)).collect();
        dispersion(CountKind::Rate, &years, Baseline::Flat)
    };
    assert!(flat([(half, 1), (half, 1), (0, 1)]).is_ok());
    assert!(flat([(1, half), (1, half - 1), (1, 1)]).is_ok());
    for more in [1, 2] {
        assert_eq!(flat([(half, 1), (half, 1), (more, 1)]), Err(StatisticsError::CountTooLarge));
        assert_eq!(flat([(1, half), (1, half), (1, more)]), Err(StatisticsError::CountTooLarge));
    }
}

#[test]
fn values_thresholds_and_parameters_are_taken_up_to_their_ends() {
    let out = |name| StatisticsError::OutOfRange { name };
    for fits in [1e100, -1e100, 0.0] {
        assert!(mann_kendall(&[0.0, fits]).is_ok());
    }
    for odd in [1.000_001e100, -1.000_001e100, f64::INFINITY, f64::NAN] {
        assert_eq!(mann_kendall(&[0.0, odd]).unwrap_err(), out("value"));
        assert_eq!(describe(&values(&[0.0, 1.0, odd])).unwrap_err(), out("value"));
        assert_eq!(predict_latest(&[0.0, 1.0], odd, 0.95).unwrap_err(), out("value"));
        assert_eq!(theil_sen(&values(&[0.0, odd]), 0.05).unwrap_err(), out("value"));
    }
    let years = series(&[3, 4, 3, 4], 800);
    for odd in [-0.1, f64::INFINITY, f64::NAN] {
        let rule = FluctuationRule { rate_excess: odd, ..FluctuationRule::default() };
        assert_eq!(fluctuation(CountKind::Rate, &years, &rule).unwrap_err(), out("rate_excess"));
        let rule = FluctuationRule { share_excess: odd, ..FluctuationRule::default() };
        assert_eq!(fluctuation(CountKind::Rate, &years, &rule).unwrap_err(), out("share_excess"));
        let rule = BareRule { relative: odd, ..BareRule::default() };
        assert_eq!(bare_fluctuation(ValueKind::Other, &[], &rule).unwrap_err(), out("relative"));
        let rule = BareRule { points: odd, ..BareRule::default() };
        assert_eq!(bare_fluctuation(ValueKind::Other, &[], &rule).unwrap_err(), out("points"));
    }
    let rule = FluctuationRule { rate_excess: 0.0, share_excess: f64::MAX, ..FluctuationRule::default() };
    assert!(fluctuation(CountKind::Rate, &years, &rule).is_ok());

    let most = 1_000_000_000_000_000;
    assert!(student_t_quantile(0.9, 1).is_ok() && student_t_quantile(0.9, most).is_ok());
    for odd in [0, most + 1, most + 2] {
        assert_eq!(student_t_quantile(0.9, odd), Err(out("df")));
        assert_eq!(student_t_two_sided(1.0, odd), Err(out("df")));
    }
    for gamma in [regularised_gamma_lower, regularised_gamma_upper] {
        for (a, x) in [(1e-10, 0.0), (1e16, 1e16), (1.0, 1e300)] {
            assert!(gamma(a, x).is_ok());
        }
        for a in [0.0, -1.0, 0.99e-10, 1.01e16, f64::NAN] {
            assert_eq!(gamma(a, 1.0), Err(out("a")));
        }
        for x in [-0.1, 1.01e300, f64::INFINITY, f64::NAN] {
            assert_eq!(gamma(1.0, x), Err(out("x")));
        }
    }
}

/// One datum fewer has a named answer, and the least number of data the right one.
#[test]
fn the_least_number_of_data_is_enough() {
    let too_few = |needed, given| StatisticsError::TooFew { needed, given };
    let none = DispersionAnswer::NoFit(NoFit::TooFewYears);
    for counts in [&[][..], &[3]] {
        assert_eq!(dispersion(CountKind::Rate, &series(counts, 800), Baseline::Flat).as_ref(), Ok(&none));
        assert_eq!(exact_dispersion(&series(counts, 800)), Err(too_few(2, counts.len())));
    }
    for counts in [&[][..], &[3], &[3, 5]] {
        assert_eq!(dispersion(CountKind::Rate, &series(counts, 800), Baseline::Trend).as_ref(), Ok(&none));
    }
    // 1 and 3 around 2: X² = 1/2 + 1/2.
    let flat = measured(CountKind::Rate, &series(&[1, 3], 800), Baseline::Flat);
    assert_eq!((flat.chi_square, flat.degrees_of_freedom), (1.0, 1));
    assert_eq!(measured(CountKind::Rate, &series(&[1, 5, 3], 800), Baseline::Trend).degrees_of_freedom, 1);

    for few in [&[][..], &[7.0]] {
        assert_eq!(mann_kendall(few).unwrap_err(), too_few(2, few.len()));
        assert_eq!(predict_latest(few, 1.0, 0.95).unwrap_err(), too_few(2, few.len()));
    }
    let two = mann_kendall(&[1.0, 2.0]).unwrap();
    assert_eq!(
        (two.s, two.variance, two.z, two.p_upper, two.p_two_sided),
        (1, 1.0, 0.0, Some(0.5), Some(1.0))
    );
    assert_eq!(mann_kendall_upper_tail(1, 0), Err(too_few(2, 1)));
    assert_eq!(mann_kendall_upper_tail(0, 0), Err(too_few(2, 0)));
    assert_eq!(mann_kendall_upper_tail(2, 1), Ok(Some(0.5)));
    let two = predict_latest(&[1.0, 3.0], 2.0, 0.95).unwrap();
    assert_eq!((two.mean, two.deviation), (2.0, 2.0_f64.sqrt()));

    for few in [&[][..], &[7.0], &[7.0, 8.0]] {
        assert_eq!(describe(&values(few)).unwrap_err(), too_few(3, few.len()));
    }
    // Around 3 + 5/2·t the residuals are 1/2, −1 and 1/2.
    let three = describe(&values(&[1.0, 2.0, 6.0])).unwrap();
    assert_eq!((three.mean, three.slope, three.mean_moving_range), (3.0, 2.5, 2.5));
    near(three.deviation, 7.0_f64.sqrt(), 1e-15);
    near(three.residual_deviation, 1.5_f64.sqrt(), 1e-15);
}

#[test]
fn exact_orders_go_up_to_34_values() {
    let line = |n: i32| (0..n).map(f64::from).collect::<Vec<_>>();
    for (n, exact) in [(34, true), (35, false), (36, false)] {
        assert_eq!(mann_kendall(&line(n)).unwrap().p_upper.is_some(), exact, "{n}");
        assert_eq!(theil_sen(&values(&line(n)), 0.05).unwrap().interval.is_some(), exact, "{n}");
        assert_eq!(mann_kendall_upper_tail(usize::try_from(n).unwrap(), 1).unwrap().is_some(), exact, "{n}");
    }
    // No minus before a zero.
    assert_eq!(mann_kendall(&[1.0, 2.0, 1.0]).unwrap().z.to_bits(), 0);
}

#[test]
fn exact_dispersion_lists_up_to_30_years_and_100_000_ways() {
    // Three events in two years: all in one of them with probability 2/8, and never nearer than 1 and 2.
    near(exact_dispersion(&series(&[3, 0], 800)).unwrap().unwrap(), 0.25, 1e-14);
    near(exact_dispersion(&series(&[1, 2], 800)).unwrap().unwrap(), 1.0, 1e-14);
    // In three years: (3, 0, 0) 3/27, (2, 1, 0) 18/27, (1, 1, 1) 6/27.
    near(exact_dispersion(&series(&[0, 3, 0], 800)).unwrap().unwrap(), 3.0 / 27.0, 1e-14);
    near(exact_dispersion(&series(&[2, 0, 1], 800)).unwrap().unwrap(), 21.0 / 27.0, 1e-14);
    let mut one = vec![0; 33];
    one[0] = 1;
    near(exact_dispersion(&series(&one[..30], 800)).unwrap().unwrap(), 1.0, 1e-12);
    for more in 31..=33 {
        assert_eq!(exact_dispersion(&series(&one[..more], 800)), Ok(None));
    }
    assert!(exact_dispersion(&series(&[50_000, 49_999], 800)).unwrap().is_some());
    assert_eq!(exact_dispersion(&series(&[50_000, 50_000], 800)), Ok(None));
    assert_eq!(exact_dispersion(&series(&[50_000, 50_001], 800)), Ok(None));
}

/// Ten and twenty of twenty: p = 3/4, so that X² = 2·25 / (15/4) = 40/3 and each year weighs 320/3.
#[test]
fn the_excess_of_two_shares_in_fractions() {
    let found = measured(CountKind::Share, &series(&[10, 20], 20), Baseline::Flat);
    near(found.chi_square, 40.0 / 3.0, 1e-14);
    near(found.excess, (37.0_f64 / 320.0).sqrt(), 1e-14);
    assert_eq!(found.expected, [15.0, 15.0]);
}

/// Far from the calendar's years, and with years that lie far apart.
#[test]
fn a_trend_does_not_depend_on_where_the_years_begin() {
    for (kind, counts) in [(CountKind::Rate, [3, 4, 3, 4, 16]), (CountKind::Share, [178, 181, 170, 190, 176])]
    {
        let usual = measured(kind, &series(&counts, 200), Baseline::Trend);
        for first in [-4, -1, 0, 1, 1_000_000] {
            let years: Vec<_> = (first..).zip(counts).map(|(y, k)| YearSample::new(y, k, 200)).collect();
            let found = measured(kind, &years, Baseline::Trend);
            near(found.chi_square, usual.chi_square, 1e-12);
            near(found.slope.unwrap(), usual.slope.unwrap(), 1e-12);
        }
    }
}

/// The slope is that of the two years with events, ln 10⁻⁶ a year. What it leaves for the third has no room in an `f64`.
#[test]
fn a_year_a_thousand_years_off_does_not_end_the_fit() {
    for (years, slope) in [([2000, 2001, 3000], 1e-6_f64.ln()), ([3000, 2999, 2000], 1e6_f64.ln())] {
        let rows = years.into_iter().zip([1_000_000, 1, 0]);
        let mut rows: Vec<_> = rows.map(|(year, k)| YearSample::new(year, k, 10_000_000)).collect();
        rows.sort_by_key(|row| row.year);
        let found = measured(CountKind::Rate, &rows, Baseline::Trend);
        near(found.slope.unwrap(), slope, 1e-9);
        assert!(found.chi_square < 1e-9, "{found:?}");
    }
}

/// At a logit of about −1000 a share is 0 in an `f64`, and what it would weigh has no end: no number is made up for it.
#[test]
fn shares_too_far_apart_are_said_to_be() {
    let counts = [900, 300, 500, 0];
    let rows =
        [2000, 2001, 2002, 3000].into_iter().zip(counts).map(|(year, k)| YearSample::new(year, k, 1000));
    let found = dispersion(CountKind::Share, &rows.collect::<Vec<_>>(), Baseline::Trend).unwrap();
    assert_eq!(found, DispersionAnswer::NoFit(NoFit::NotConverged));
}

/// Rare cases among very many are as good as a rate, and the cases missing are the same question.
#[test]
fn few_of_very_many_keep_their_digits() {
    let (counts, n) = ([3, 5, 9, 4, 8], 1_u64 << 40);
    let rate = measured(CountKind::Rate, &series(&counts, n), Baseline::Trend);
    let share = measured(CountKind::Share, &series(&counts, n), Baseline::Trend);
    let turned = measured(CountKind::Share, &series(&counts.map(|k| n - k), n), Baseline::Trend);
    for found in [&share, &turned] {
        near(found.chi_square, rate.chi_square, 1e-9);
        near(found.slope.unwrap().abs(), rate.slope.unwrap().abs(), 1e-9);
    }
    near(share.slope.unwrap(), -turned.slope.unwrap(), 1e-12);

    let n = 10_000_000_000;
    for k in [1, 2, 20] {
        let (share, events) =
            (clopper_pearson_interval(Sample::new(k, n), 0.95).unwrap(), count_interval(k, 0.95).unwrap());
        near(share.lower * 1e10, events.lower, 1e-7);
        near(share.upper * 1e10, events.upper, 1e-7);
    }
    let full = clopper_pearson_interval(Sample::new(10, 10), 0.95).unwrap();
    near(full.lower, 0.025_f64.powf(0.1), 1e-14);
    assert_eq!(full.upper, 1.0);
}

/// The limit is where the tail is as small as asked, however far out that lies.
#[test]
fn limits_of_counts_lie_where_the_tail_does() {
    for k in [0, 1, 30, 1_000_000_000] {
        for confidence in [0.5, 0.95, 0.999_999_9] {
            let found = count_interval(k, confidence).unwrap();
            let half = 0.5 * (1.0 - confidence);
            near(regularised_gamma_upper(k as f64 + 1.0, found.upper).unwrap(), half, 1e-5);
            if k > 0 {
                near(regularised_gamma_lower(k as f64, found.lower).unwrap(), half, 1e-5);
            } else {
                assert_eq!(found.lower, 0.0);
                near(found.upper, -half.ln(), 1e-12);
            }
        }
    }
}

/// kᵏ e⁻ᵏ / k!, worked out to 40 digits; and (10⁻¹⁷)³ / 6, where 1 − L/k has no digit of L left.
#[test]
fn single_probabilities_keep_fourteen_digits() {
    for (k, exactly) in [
        (10, 0.1251100357211333),
        (11, 0.1193780602280255),
        (12, 0.11436791550944653),
        (15, 0.10243586666453419),
    ] {
        near(poisson_tails(k, k as f64).unwrap().exactly, exactly, 3e-15);
    }
    near(poisson_tails(3, 1e-17).unwrap().exactly, 1e-51 / 6.0, 1e-12);
    near(poisson_tails(0, 2.0).unwrap().exactly, (-2.0_f64).exp(), 1e-15);
    // √(π/2) · 10⁻¹²: nothing is left of it in 1 − 10⁻¹².
    near(normal_quantile_two_sided(1e-12).unwrap(), 1.2533141373155e-12, 1e-12);
}

/// Five of ten after three of thirty, as shares: eight events, each with probability 1/4 in the last year.
#[test]
fn the_latest_share_in_fractions() {
    let rule = LatestRule::default();
    let latest = |kind, counts: &[u64], n| latest_year(kind, &series(counts, n), &rule).unwrap();
    let rare = latest(CountKind::Share, &[1, 1, 1, 5], 10).comparison.unwrap();
    // Five of eight in the last ten of forty: 1,118,115 of the 76,904,685 ways of choosing eight have five or more there.
    let ways = 76_904_685.0;
    near(rare.increase, 1_118_115.0 / ways, 1e-13);
    near(rare.decrease, 1.0 - 94_995.0 / ways, 1e-13);
    near(rare.mid_increase, 606_555.0 / ways, 1e-13);
    near(rare.mid_decrease, 1.0 - 606_555.0 / ways, 1e-13);
    near(rare.two_sided, 2_236_230.0 / ways, 1e-13);
    // The same cases missing: what rose has fallen.
    let turned = latest(CountKind::Share, &[9, 9, 9, 5], 10).comparison.unwrap();
    near(turned.decrease, rare.increase, 1e-13);
    near(turned.increase, rare.decrease, 1e-13);
    near(turned.two_sided, rare.two_sided, 1e-13);
    for (kind, counts, n) in [
        (CountKind::Share, [5, 6, 6, 3], 10),
        (CountKind::Rate, [9, 9, 9, 5], 10),
        (CountKind::Rate, [4, 4, 4, 20], 2),
    ] {
        let (earlier, last) = (counts[..3].iter().sum(), counts[3]);
        let found = latest(kind, &counts, n).comparison.unwrap();
        assert_eq!(found, compare_samples(kind, Sample::new(earlier, 3 * n), Sample::new(last, n)).unwrap());
    }
    // Three earlier years are asked for.
    assert_eq!(latest(CountKind::Rate, &[4, 4, 4, 4], 800).signal, LatestSignal::Quiet);
    let two = latest(CountKind::Rate, &[4, 4, 4], 800);
    assert_eq!(two.signal, LatestSignal::NotAssessable(LatestReason::TooFewYears));
}

#[test]
fn outcomes_no_more_likely_than_the_observed_one() {
    let by_likelihood = |earlier: (u64, u64), later: (u64, u64)| {
        let test = compare_samples(
            CountKind::Rate,
            Sample::new(earlier.0, earlier.1),
            Sample::new(later.0, later.1),
        )
        .unwrap();
        test.two_sided_by_likelihood
    };
    // Two of ten at one half are as likely as eight: twice 56 / 1024.
    near(by_likelihood((8, 700), (2, 700)), 112.0 / 1024.0, 1e-13);
    near(by_likelihood((2, 700), (8, 700)), 112.0 / 1024.0, 1e-13);
    // None of two at nine tenths: neither one nor two is less likely.
    near(by_likelihood((2, 100), (0, 900)), 0.01, 1e-13);
    near(by_likelihood((0, 900), (2, 100)), 0.01, 1e-13);
    // Of two shares: two of ten and eight of ten, 2 × (2025 + 100 + 1) of 184,756 ways.
    let shares = |one, other| {
        let of_ten = |count| Sample::new(count, 10);
        compare_samples(CountKind::Share, of_ten(one), of_ten(other)).unwrap().two_sided_by_likelihood
    };
    near(shares(8, 2), 4252.0 / 184_756.0, 1e-13);
    near(shares(2, 8), 4252.0 / 184_756.0, 1e-13);
    // Right at the mean everything is.
    assert_eq!(by_likelihood((5, 700), (5, 700)), 1.0);
}

#[test]
fn gates_of_fluctuation_met_exactly() {
    let usual = FluctuationRule::default();
    let years = series(&[2, 9, 3, 12], 800);
    let decide = |rule: &FluctuationRule| fluctuation(CountKind::Rate, &years, rule).unwrap();
    let test = decide(&usual).dispersion.unwrap();
    assert!(test.p_value < usual.alpha && test.excess > usual.rate_excess);
    let at = FluctuationRule {
        alpha: test.p_value,
        rate_excess: test.excess,
        events: 26,
        firm_events: 26,
        ..usual
    };
    assert_eq!(decide(&at).result, FluctuationResult::Large);
    assert!(!decide(&at).indicative);
    assert!(decide(&FluctuationRule { firm_events: 27, ..at }).indicative);
    let below = FluctuationRule { alpha: next_down(test.p_value), ..at };
    assert_eq!(decide(&below).result, FluctuationResult::WithinChance);
    let above = FluctuationRule { rate_excess: test.excess + 1e-9, ..at };
    assert_eq!(decide(&above).result, FluctuationResult::TooSmallToMatter);
    let few = decide(&FluctuationRule { events: 27, ..at });
    assert_eq!(few.result, FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents));
    assert!(!few.indicative);

    let quiet = decide(&below);
    let cv = quiet.coefficient_of_variation.unwrap();
    assert!(!quiet.chance_explains(cv) && quiet.chance_explains(next_down(cv)));
    // 2 of 10 and 6 of 20: 0.2 and 0.3, with the standard deviation 0.1 / √2.
    let two = [YearSample::new(2020, 2, 10), YearSample::new(2021, 6, 20)];
    let found = fluctuation(CountKind::Rate, &two, &usual).unwrap();
    near(found.coefficient_of_variation.unwrap(), 2.0_f64.sqrt() / 5.0, 1e-14);
    let none = fluctuation(CountKind::Rate, &series(&[0, 0, 0, 0], 800), &usual).unwrap();
    assert_eq!(none.coefficient_of_variation, None);
}

#[test]
fn bare_values_at_their_limits() {
    let earlier = [-1.0, 1.0, -2.0, 2.0];
    let outside = |latest: f64| match predict_latest(&earlier, latest, 0.95).unwrap().range {
        PredictionRange::Interval { lower, upper, outside, .. } => (lower, upper, outside),
        PredictionRange::NoSpread => panic!("four different values"),
    };
    let (lower, upper, inside) = outside(0.0);
    assert!(lower == -upper && !inside);
    for (latest, expected) in [(lower, false), (upper, false), (lower - 1e-9, true), (upper + 1e-9, true)] {
        assert_eq!(outside(latest).2, expected, "{latest}");
    }
    assert!(outside(-100.0).2 && outside(100.0).2);

    let decide = |kind, given: &[f64]| bare_fluctuation(kind, &values(given), &BareRule::default()).unwrap();
    let few = BareResult::NotAssessable(BareReason::TooFewYears);
    for given in [&[][..], &[5.0], &[5.0, 6.0], &[5.0, 6.0, 7.0, 6.0]] {
        let found = decide(ValueKind::Percentage, given);
        assert_eq!((found.result, found.latest, found.direction), (few, None, None), "{given:?}");
    }
    // Four earlier values that are all the same.
    let same = decide(ValueKind::Percentage, &[5.0; 5]);
    assert_eq!(same.result, BareResult::NotAssessable(BareReason::NoSpread));
    assert!(same.latest.is_some() && same.direction == Some(Direction::Level));
    // A tenth of a mean of nothing is nothing: any value outside is far enough.
    assert_eq!(decide(ValueKind::Other, &[-1.0, 1.0, -1.0, 1.0, 9.0]).result, BareResult::Large);
}

/// α taken from a tail: the count itself is still in it, and with the next smaller α no longer.
#[test]
fn critical_counts_at_their_own_tail() {
    let (share, rate) =
        (|k| binomial_tails(Sample::new(k, 20), 0.3).unwrap(), |k| poisson_tails(k, 4.0).unwrap());
    let of_share = |alpha| critical_counts(CountKind::Share, 20, 0.3, alpha).unwrap();
    let of_rate = |alpha| critical_counts(CountKind::Rate, 1000, 0.004, alpha).unwrap();
    for (low, alpha, counts) in
        [(3, share(3).at_most, &of_share as &dyn Fn(f64) -> CriticalCounts), (1, rate(1).at_most, &of_rate)]
    {
        assert_eq!(counts(alpha).low, Some(low));
        assert_eq!(counts(next_down(alpha)).low, Some(low - 1));
    }
    for (high, alpha, counts) in
        [(9, share(9).at_least, &of_share as &dyn Fn(f64) -> CriticalCounts), (9, rate(9).at_least, &of_rate)]
    {
        assert_eq!(counts(alpha).high, Some(high));
        assert_eq!(counts(next_down(alpha)).high, Some(high + 1));
    }
    // A full share of five is not rare at 0.9 (0.59), two of five are (0.0086), three are not (0.0815).
    let five = critical_counts(CountKind::Share, 5, 0.9, 0.05).unwrap();
    assert_eq!(five, CriticalCounts { high: None, low: Some(2) });
    // 0.9²⁹ is below 0.05, 0.9²⁸ is not, whichever side is counted.
    assert_eq!(smallest_confirmable(CountKind::Share, Side::AtMost, 0.1, 0.05), Ok(Some(29)));
}

#[test]
fn counts_at_a_bound_in_whole_numbers() {
    // 0.9 · 28 = 25.2, 0.9 · 30 = 27, 0.9 · 29 = 26.1.
    for (total, most, least) in [(28, 25, 26), (30, 27, 27), (29, 26, 27), (1, 0, 1)] {
        assert_eq!(largest_count_within(total, 9, 10), Ok(most));
        assert_eq!(smallest_count_reaching(total, 9, 10), Ok(least));
    }
    assert_eq!(smallest_count_reaching(30, 0, 10), Ok(0));
    for (exposure, denominator) in [(0, 10), (10, 0)] {
        assert_eq!(smallest_count_reaching(exposure, 1, denominator), Err(StatisticsError::ZeroExposure));
        assert_eq!(largest_count_within(exposure, 1, denominator), Err(StatisticsError::ZeroExposure));
    }
    assert_eq!(smallest_count_reaching(u64::MAX, 2, 1), Err(StatisticsError::CountTooLarge));
    // One event expected a year: three years bring three.
    assert_eq!(years_needed(CountKind::Rate, 1000, 0.001), Ok(Some(3)));
    assert_eq!(years_needed(CountKind::Rate, 1000, 0.003), Ok(Some(1)));
    assert_eq!(years_needed(CountKind::Rate, 1000, 0.0), Ok(None));
}

/// A rate of at least 2 in 1000: one event lacking is within chance at any α, two are not.
#[test]
fn two_events_have_to_be_lacking() {
    let label = |k| {
        certainty(CountKind::Rate, Sample::new(k, 1000), 0.002, Side::AtLeast, Literal::NotMet, 0.9)
            .unwrap()
            .label
    };
    assert_eq!((label(0), label(1)), (Certainty::MissedConfirmed, Certainty::MissedWithinChance));
}

#[test]
fn a_rate_without_events_has_no_relative_error() {
    let none = reliability(0, Standard::AtLeast10Events).unwrap();
    assert_eq!((none.relative_standard_error, none.relative_interval_width), (None, None));
    let four = reliability(4, Standard::AtLeast10Events).unwrap();
    assert_eq!(four.relative_standard_error, Some(0.5));
}

#[test]
fn labels_and_errors_have_words() {
    for label in [
        Certainty::MetConfirmed,
        Certainty::MetUnconfirmed,
        Certainty::MetUnconfirmable,
        Certainty::MissedConfirmed,
        Certainty::MissedWithinChance,
    ] {
        assert_eq!(label.to_string(), label.as_str());
    }
    for (error, words) in [
        (StatisticsError::CountAboveTotal { count: 3, total: 2 }, "the count `3` is above the total `2`"),
        (StatisticsError::NotAProbability { name: "alpha" }, "`alpha` must lie strictly between 0 and 1"),
        (StatisticsError::YearsNotIncreasing { year: 2020 }, "year `2020` is not after the year before it"),
        (StatisticsError::TooFew { needed: 3, given: 2 }, "needs at least `3` data, got `2`"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}

/// Both tails at `x` of a table with its margins fixed: the sum of all terms, each from the one before it.
fn summed(first: u64, second: u64, cases: u64, x: u64) -> (f64, f64) {
    let real = |x: u64| x as f64;
    let next = |x: u64| real(cases - x) * real(second - x) / (real(x + 1) * real(first + x + 1 - cases));
    let (low, high) = (cases.saturating_sub(first), cases.min(second));
    let mode = (cases + 1) * (second + 1) / (first + second + 2);
    let (mut at_most, mut at_least, mut all) = (0.0, 0.0, 0.0);
    let mut add = |at: u64, term: f64| {
        all += term;
        at_most += if at <= x { term } else { 0.0 };
        at_least += if at >= x { term } else { 0.0 };
    };
    let (mut term, mut at) = (1.0, mode);
    while at <= high && term > 0.0 {
        add(at, term);
        term *= next(at);
        at += 1;
    }
    let (mut term, mut at) = (1.0, mode);
    while at > low && term > 0.0 {
        at -= 1;
        term /= next(at);
        add(at, term);
    }
    (at_least / all, at_most / all)
}

// From a standard deviation of 300 on tails are integrated: they are the sums to twelve digits, near the mean and far out, whichever
// of the four cells is the smallest.
#[test]
fn integrated_tails_are_the_sums() {
    const FEW: u64 = 600_000;
    const MANY: u64 = 10_000_000;
    let quarter = (FEW + MANY) / 4;
    let tables = [
        (MANY, FEW, quarter),
        (MANY, FEW, 3 * quarter),
        (FEW, MANY, quarter),
        (FEW, MANY, 3 * quarter),
        (2 * FEW, 2 * FEW, 2 * FEW),
    ];
    for (first, second, cases) in tables {
        let (n, k) = ((first + second) as f64, cases as f64);
        let mean = k * second as f64 / n;
        let deviation = (mean * (1.0 - k / n) * first as f64 / n).sqrt();
        assert!(deviation > 300.0, "{deviation}");
        for far in [-15.0, -10.0, -6.0, -3.0, -0.5, 0.5, 3.0, 6.0, 10.0, 15.0] {
            let x = (mean + far * deviation) as u64;
            let (at_least, at_most) = summed(first, second, cases, x);
            let test =
                compare_samples(CountKind::Share, Sample::new(cases - x, first), Sample::new(x, second))
                    .unwrap();
            near(test.increase, at_least, 1e-12);
            near(test.decrease, at_most, 1e-12);
        }
    }
}
