//! Comparisons of samples and gaps, against slow direct sums and `statrs`.

use dabiao::statistics::*;
use proptest::prelude::*;
use statrs::distribution::{ChiSquared, ContinuousCDF};

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance * expected.abs(), "{found} instead of {expected}");
}

/// The log of n over k, as a sum of logs.
fn choose(n: u64, k: u64) -> f64 {
    (0..k).map(|i| ((n - i) as f64 / (i + 1) as f64).ln()).sum()
}

/// The hypergeometric tails by adding up every outcome, each from its neighbour, over the sum of all: at least and at most
/// `second.count`.
fn slow_tails(first: Sample, second: Sample) -> (f64, f64) {
    let cases = first.count + second.count;
    let (low, high) = (cases.saturating_sub(first.exposure), cases.min(second.exposure));
    let rise = |x: u64| {
        let (a, b) = ((cases - x) as f64, (second.exposure - x) as f64);
        a * b / ((x + 1) as f64 * (first.exposure + x + 1 - cases) as f64)
    };
    // From the observed outcome upwards and downwards, relative to it.
    let (mut above, mut below, mut weight) = (1.0, 1.0, 1.0);
    for x in second.count..high {
        weight *= rise(x);
        above += weight;
    }
    weight = 1.0;
    for x in (low..second.count).rev() {
        weight /= rise(x);
        below += weight;
    }
    let all = above + below - 1.0;
    (above / all, below / all)
}

fn share(first: (u64, u64), second: (u64, u64)) -> Comparison {
    compare_samples(CountKind::Share, Sample::new(first.0, first.1), Sample::new(second.0, second.1)).unwrap()
}

#[test]
fn fishers_tea() {
    // The lady tasting tea: three of four right. 17/70, doubled 34/70; by likelihood the same.
    let tea = share((1, 4), (3, 4));
    near(tea.increase, 17.0 / 70.0, 1e-13);
    near(tea.decrease, 69.0 / 70.0, 1e-13);
    near(tea.two_sided, 34.0 / 70.0, 1e-13);
    near(tea.two_sided_by_likelihood, 34.0 / 70.0, 1e-13);
    near(share((0, 4), (4, 4)).increase, 1.0 / 70.0, 1e-13);
    near(share((4, 4), (0, 4)).decrease, 1.0 / 70.0, 1e-13);
    // 2 of 7 and 8 of 10: outcomes 2, 1, 0 and none of the other side are as unlikely, 0.0583 as R's fisher.test says.
    near(share((2, 7), (8, 10)).two_sided_by_likelihood, 0.058_412_176_1, 1e-9);
    // No case at all, or none missing: nothing to compare.
    for (first, second) in [((0, 5), (0, 9)), ((5, 5), (9, 9))] {
        let test = share(first, second);
        assert_eq!(
            (test.increase, test.decrease, test.two_sided, test.two_sided_by_likelihood),
            (1.0, 1.0, 1.0, 1.0)
        );
    }
}

#[test]
fn only_the_worse_counts() {
    let fell = share((190, 200), (172, 200));
    assert_eq!((fell.worse(Side::AtLeast), fell.worse(Side::AtMost)), (2.0 * fell.decrease, 1.0));
    let rose = compare_samples(CountKind::Rate, Sample::new(3, 800), Sample::new(15, 800)).unwrap();
    assert_eq!((rose.worse(Side::AtMost), rose.worse(Side::AtLeast)), (2.0 * rose.increase, 1.0));
}

/// Just below and above the standard deviation of 300 at which the sum becomes an integral, and far above it; near the mean, and
/// where next to nothing is left of the tail.
#[test]
fn large_shares_keep_their_digits() {
    let halves =
        [330_000, 719_000, 721_000, 800_000].map(|half| (Sample::new(half / 2, half), half / 2, half + 7));
    // One in twenty of samples of different sizes, and nearly all of them.
    let uneven = [
        (Sample::new(100_000, 2_000_000), 300_000, 6_000_000),
        (Sample::new(320_000, 6_000_000), 110_000, 2_000_000),
        (Sample::new(3_800_000, 4_000_000), 3_799_000, 4_000_000),
    ];
    for (first, middle, exposure) in halves.into_iter().chain(uneven) {
        for moved in [0, 1, 100, 400, 1500, 3000, 9000] {
            for count in [middle + moved, middle - moved] {
                let second = Sample::new(count, exposure);
                let (above, below) = slow_tails(first, second);
                let found = compare_samples(CountKind::Share, first, second).unwrap();
                near(found.increase, above, 1e-9);
                near(found.decrease, below, 1e-9);
                let turned = compare_samples(CountKind::Share, second, first).unwrap();
                near(turned.decrease, above, 1e-9);
            }
        }
    }
    // Few of very many are next to Poisson counts.
    let (rare, poisson) = (
        compare_samples(CountKind::Share, Sample::new(16, 3 << 50), Sample::new(9, 1 << 50)).unwrap(),
        compare_samples(CountKind::Rate, Sample::new(16, 3 << 50), Sample::new(9, 1 << 50)).unwrap(),
    );
    near(rare.increase, poisson.increase, 1e-12);
    near(rare.decrease, poisson.decrease, 1e-12);
    // At 10¹⁵ the distribution is normal: one and three standard deviations, half a case back.
    let n = 1_000_000_000_000_000_u64;
    let deviation = (n as f64 / 8.0).sqrt();
    for times in [0.5, 1.0, 3.0, 6.0] {
        // Moving d cases from one to the other half moves the second count by d.
        let d = (times * deviation) as u64;
        let test = share((n / 2 - d, n), (n / 2 + d, n));
        let normal = 0.5 * libm::erfc((d as f64 - 0.5) / deviation / std::f64::consts::SQRT_2);
        near(test.increase, normal, 1e-6);
    }
    assert!(share((0, 1 << 52), (1 << 52, 1 << 52)).increase == 0.0);
    assert_eq!(
        compare_samples(CountKind::Share, Sample::new(1, 1 << 53), Sample::new(0, 1)),
        Err(StatisticsError::CountTooLarge)
    );
}

/// Adds up every way in which the cases fall over the units, by its own recursion.
fn slow_homogeneity(kind: CountKind, units: &[Sample]) -> f64 {
    fn walk(
        kind: CountKind,
        units: &[Sample],
        left: u64,
        weight: f64,
        square: f64,
        found: &mut Vec<(f64, f64)>,
    ) {
        let Some((unit, rest)) = units.split_first() else {
            if left == 0 {
                found.push((weight, square));
            }
            return;
        };
        for k in 0..=left {
            let log = match kind {
                CountKind::Share if k > unit.exposure => break,
                CountKind::Share => choose(unit.exposure, k),
                CountKind::Rate => k as f64 * (unit.exposure as f64).ln() - libm::lgamma(k as f64 + 1.0),
            };
            let square = square + (k * k) as f64 / unit.exposure as f64;
            walk(kind, rest, left - k, weight + log, square, found);
        }
    }
    let mut ways = Vec::new();
    walk(kind, units, units.iter().map(|u| u.count).sum(), 0.0, 0.0, &mut ways);
    let observed: f64 = units.iter().map(|u| (u.count * u.count) as f64 / u.exposure as f64).sum();
    let most = ways.iter().map(|(weight, _)| *weight).fold(f64::MIN, f64::max);
    let sum = |least: f64| -> f64 {
        ways.iter().filter(|(_, s)| *s >= least).map(|(weight, _)| (weight - most).exp()).sum()
    };
    sum(observed * (1.0 - 1e-9)) / sum(0.0)
}

#[test]
fn many_units_at_one_rate() {
    let units = |pairs: &[(u64, u64)]| pairs.iter().map(|(k, n)| Sample::new(*k, *n)).collect::<Vec<_>>();
    // Sixteen townships, three deaths, two of them in one: 1 − 15·14/16² = 0.1797 have some two together.
    let mut small = vec![Sample::new(0, 40); 16];
    (small[3].count, small[9].count) = (2, 1);
    let test = gap_test(CountKind::Rate, &small, 0.05).unwrap();
    assert_eq!((test.label, test.method), (GapLabel::TooSmall, Some(GapMethod::Exact)));
    near(test.p_value.unwrap(), 1.0 - 15.0 * 14.0 / 256.0, 1e-12);
    near(test.gap, 0.05, 1e-12);
    near(test.smallest_expected, 0.1875, 1e-12);
    // Four units, exact: just enough expected in each, and just not.
    let four = |n| units(&[(1, n), (2, 1000), (0, 1000), (9, 1000)]);
    assert_eq!(gap_test(CountKind::Rate, &four(1000), 0.05).unwrap().label, GapLabel::Real);
    assert_eq!(gap_test(CountKind::Rate, &four(999), 0.05).unwrap().label, GapLabel::TooSmall);
    // Level with chance.
    let level = units(&[(4, 1000), (5, 1000), (3, 1000)]);
    let test = gap_test(CountKind::Rate, &level, 0.05).unwrap();
    assert_eq!((test.label, test.method), (GapLabel::WithinChance, Some(GapMethod::Exact)));
    // More ways than are listed: χ² from five expected in each, nothing below.
    let many = |n: u64| {
        let mut many = vec![Sample::new(20, 1000); 7];
        many.push(Sample::new(20, n));
        gap_test(CountKind::Rate, &many, 0.05).unwrap()
    };
    // 160 events in 7,000 + n: five are expected of 226 or more.
    assert_eq!((many(226).label, many(226).method), (GapLabel::Real, Some(GapMethod::ChiSquare)));
    assert_eq!((many(225).label, many(225).method), (GapLabel::NotTestable, None));
    // Shares: X² against a known table. 178, 181, 170, 190, 176 of 200: 11.48 with four degrees of freedom.
    let shares = units(&[(178, 200), (181, 200), (170, 200), (190, 200), (176, 200)]);
    let test = gap_test(CountKind::Share, &shares, 0.05).unwrap();
    assert_eq!((test.label, test.method), (GapLabel::Real, Some(GapMethod::ChiSquare)));
    let p = 895.0_f64 / 1000.0;
    let square: f64 =
        [178.0, 181.0, 170.0, 190.0, 176.0].iter().map(|x| (x - 179.0_f64).powi(2)).sum::<f64>()
            / (200.0 * p * (1.0 - p));
    near(test.p_value.unwrap(), 1.0 - ChiSquared::new(4.0).unwrap().cdf(square), 1e-9);
    assert!(gap_test(CountKind::Rate, &[Sample::new(1, 5)], 0.05).is_err());
    assert!(gap_test(CountKind::Share, &[Sample::new(1, 5), Sample::new(6, 5)], 0.05).is_err());
}

#[test]
fn two_strata_of_the_banner() {
    // Infant deaths: none of 300 in town, one of 310 in the country.
    let small = gap_test(CountKind::Rate, &[Sample::new(0, 300), Sample::new(1, 310)], 0.05).unwrap();
    assert_eq!((small.label, small.method), (GapLabel::TooSmall, Some(GapMethod::TwoSamples)));
    assert_eq!(small.p_value, Some(1.0));
    // Three expected in each part, exactly and just not.
    let label =
        |k| gap_test(CountKind::Rate, &[Sample::new(0, 1000), Sample::new(k, 1000)], 0.05).unwrap().label;
    // Two-sided by doubling: 2/2⁶ is 0.031.
    assert_eq!((label(5), label(6)), (GapLabel::TooSmall, GapLabel::Real));
    let label =
        |a, b| gap_test(CountKind::Rate, &[Sample::new(a, 1000), Sample::new(b, 1000)], 0.05).unwrap().label;
    // 2·Pr(X ≤ 3 of 14) = 0.0574, 2·Pr(X ≤ 3 of 15) = 0.0352.
    assert_eq!((label(3, 11), label(3, 12)), (GapLabel::WithinChance, GapLabel::Real));
}

#[test]
fn changes_of_a_gap() {
    let rate = |a: [u64; 2], b: [u64; 2]| {
        let parts = |k: [u64; 2]| k.map(|k| Sample::new(k, 10_000));
        gap_change(CountKind::Rate, parts(a), parts(b), 0.05).unwrap()
    };
    let found = rate([30, 36], [20, 60]);
    let z = (3.0_f64.ln() - 1.2_f64.ln()) / (1.0 / 30.0 + 1.0 / 36.0 + 1.0 / 20.0 + 1.0 / 60.0_f64).sqrt();
    near(found.z.unwrap(), z, 1e-12);
    near(found.p_value.unwrap(), libm::erfc(z / std::f64::consts::SQRT_2), 1e-12);
    assert_eq!(found.label, GapChangeLabel::Wider);
    assert_eq!(rate([20, 60], [30, 36]).label, GapChangeLabel::Narrower);
    assert_eq!(rate([30, 36], [30, 36]).z, Some(0.0));
    // The other part may be the worse one later: the ratio is as wide as it was.
    assert_eq!(rate([20, 60], [60, 20]).z, Some(0.0));
    for few in [([9, 60], [30, 36]), ([30, 36], [60, 9])] {
        assert_eq!(rate(few.0, few.1).label, GapChangeLabel::NotTestable);
        assert_ne!(rate(few.0.map(|k| k + 1), few.1.map(|k| k + 1)).label, GapChangeLabel::NotTestable);
    }
    // Shares by their ratio: ten cases in every part.
    let share = |a: [u64; 2], b: [u64; 2]| {
        let parts = |k: [u64; 2]| k.map(|k| Sample::new(k, 1000));
        gap_change(CountKind::Share, parts(a), parts(b), 0.05).unwrap()
    };
    let found = share([800, 880], [500, 750]);
    let variance: f64 = [800.0, 880.0, 500.0, 750.0].map(|k: f64| 1.0 / k - 1.0 / 1000.0).iter().sum();
    near(found.z.unwrap(), (1.5_f64.ln() - 1.1_f64.ln()) / variance.sqrt(), 1e-12);
    assert_eq!(found.label, GapChangeLabel::Wider);
    assert_eq!(share([9, 880], [500, 750]).label, GapChangeLabel::NotTestable);
    assert_eq!(share([1000, 1000], [1000, 1000]).label, GapChangeLabel::NotTestable);
    // Near 100 per cent the gap of 8 points is one of 8.5, although the odds are 3.6 times as far apart.
    let near_all = |a: [u64; 2], b: [u64; 2]| {
        let parts = |[town, country]: [u64; 2]| [Sample::new(town, 6000), Sample::new(country, 4000)];
        gap_change(CountKind::Share, parts(a), parts(b), 0.05).unwrap().label
    };
    assert_eq!(near_all([5880, 3600], [5970, 3640]), GapChangeLabel::WithinChance);
}

/// The mean of the range over every pair or triple of counts.
fn slow_gap(kind: CountKind, units: &[Sample]) -> f64 {
    let (count, all) = units.iter().fold((0, 0), |(k, n), unit| (k + unit.count, n + unit.exposure));
    let p = count as f64 / all as f64;
    let point = |unit: &Sample, k: u64| match kind {
        CountKind::Share if k > unit.exposure => 0.0,
        CountKind::Share => {
            (choose(unit.exposure, k) + k as f64 * p.ln() + (unit.exposure - k) as f64 * (1.0 - p).ln()).exp()
        }
        CountKind::Rate => {
            let mean = p * unit.exposure as f64;
            (k as f64 * mean.ln() - mean - libm::lgamma(k as f64 + 1.0)).exp()
        }
    };
    let mut ways = vec![(1.0, f64::INFINITY, 0.0_f64)];
    for unit in units {
        ways = ways
            .into_iter()
            .flat_map(|(chance, low, high)| {
                (0..=60).map(move |k| {
                    let value = k as f64 / unit.exposure as f64;
                    (chance * point(unit, k), low.min(value), high.max(value))
                })
            })
            .collect();
    }
    ways.iter().map(|(chance, low, high)| chance * (high - low)).sum()
}

#[test]
fn the_gap_that_chance_alone_brings() {
    let units = |pairs: &[(u64, u64)]| pairs.iter().map(|(k, n)| Sample::new(*k, *n)).collect::<Vec<_>>();
    for pairs in
        [&[(3, 400), (5, 700)][..], &[(0, 40), (1, 40), (4, 310)], &[(20, 60), (12, 40)], &[(1, 3), (50, 60)]]
    {
        let units = units(pairs);
        for kind in [CountKind::Rate, CountKind::Share] {
            if kind == CountKind::Share || units.iter().map(|u| u.count).sum::<u64>() < 35 {
                near(expected_gap(kind, &units).unwrap(), slow_gap(kind, &units), 1e-9);
            }
        }
    }
    // Many events are next to normal, and the range of two normal values is 2/√π standard deviations, that of sixteen 3.532.
    let large = |count, n: u64, units| {
        let gap = expected_gap(CountKind::Rate, &vec![Sample::new(count, n); units]).unwrap();
        gap * n as f64 / (count as f64).sqrt()
    };
    near(large(1_000_000, 1_000_000_000, 2), 2.0 / std::f64::consts::PI.sqrt(), 1e-3);
    near(large(1_000_000, 1_000_000_000, 16), 3.532, 1e-3);
    near(large(1 << 48, 1 << 48, 16), 3.532, 1e-3);
    // The larger the number of units, the wider the gap, at the same rate.
    let gaps: Vec<f64> = [2, 4, 8, 16, 64].map(|units| large(1, 400, units)).into();
    assert!(gaps.is_sorted() && gaps[0] < gaps[4] / 2.0, "{gaps:?}");
    // Without events, and with every share full, there is no gap.
    assert_eq!(expected_gap(CountKind::Rate, &[Sample::new(0, 40); 3]), Ok(0.0));
    assert_eq!(expected_gap(CountKind::Share, &[Sample::new(40, 40); 3]), Ok(0.0));
    assert!(expected_gap(CountKind::Rate, &[Sample::new(0, 40)]).is_err());
}

proptest! {
    #[test]
    fn shares_are_compared_as_by_a_direct_sum(
        (first, second) in (1..300_u64, 1..300_u64).prop_flat_map(|(n, m)| {
            ((0..=n).prop_map(move |k| Sample::new(k, n)), (0..=m).prop_map(move |k| Sample::new(k, m)))
        })
    ) {
        let (above, below) = slow_tails(first, second);
        let found = compare_samples(CountKind::Share, first, second).unwrap();
        prop_assert!((found.increase / above - 1.0).abs() < 1e-10, "{found:?} {above}");
        prop_assert!((found.decrease / below - 1.0).abs() < 1e-10, "{found:?} {below}");
        let turned = |s: Sample| Sample::new(s.exposure - s.count, s.exposure);
        let missing = compare_samples(CountKind::Share, turned(first), turned(second)).unwrap();
        prop_assert!((missing.decrease / above - 1.0).abs() < 1e-10);
        prop_assert!((missing.two_sided - found.two_sided).abs() < 1e-10);
        prop_assert!(found.two_sided_by_likelihood >= found.increase.min(found.decrease) * (1.0 - 1e-9));
    }

    #[test]
    fn units_are_compared_as_by_going_through_every_way(
        kind in prop_oneof![Just(CountKind::Rate), Just(CountKind::Share)],
        parts in prop::collection::vec((0..6_u64, 6..60_u64), 3..5),
    ) {
        let units: Vec<Sample> = parts.into_iter().map(|(k, n)| Sample::new(k, n)).collect();
        let found = gap_test(kind, &units, 0.05).unwrap();
        let slow = slow_homogeneity(kind, &units);
        prop_assert_eq!(found.method, Some(GapMethod::Exact));
        prop_assert!((found.p_value.unwrap() / slow - 1.0).abs() < 1e-9, "{:?} {}", found, slow);
    }
}
