//! How often the decision fires although nothing has changed, against a fixed 30 % rule.

use dabiao::statistics::*;

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Multiplies uniform numbers until the product falls below e^-mean.
    fn poisson(&mut self, mean: f64) -> u64 {
        let floor = libm::exp(-mean);
        let (mut product, mut count) = (self.next(), 0);
        while product > floor {
            product *= self.next();
            count += 1;
        }
        count
    }
}

#[test]
fn a_constant_risk_seldom_fires_and_a_fixed_rule_mostly_does() {
    const SERIES: u32 = 20_000;
    let mut random = Random(20_260_101);
    // Expected events a year, and about how many per cent of the series a fixed 30 % rule calls unstable.
    for (mean, fixed_expected) in [(1.0, 98.0), (4.0, 85.0), (20.0, 13.0), (100.0, 0.0)] {
        let (mut fired, mut fixed, mut latest) = (0_u32, 0_u32, 0_u32);
        for _ in 0..SERIES {
            let years: Vec<_> =
                (2020..2025).map(|year| YearSample::new(year, random.poisson(mean), 1000)).collect();
            let found = fluctuation(CountKind::Rate, &years, &FluctuationRule::default()).unwrap();
            fired += u32::from(found.result == FluctuationResult::Large);
            fixed += u32::from(found.coefficient_of_variation.is_some_and(|cv| cv > 0.30));
            let year = latest_year(CountKind::Rate, &years, &LatestRule::default()).unwrap();
            latest += u32::from(matches!(year.signal, LatestSignal::Attention | LatestSignal::Alarm));
        }
        let per_cent = |n: u32| 100.0 * f64::from(n) / f64::from(SERIES);
        println!(
            "{mean:>5} expected a year: decision {:5.2} %, fixed 30 % rule {:5.2} %, latest year {:5.2} %",
            per_cent(fired),
            per_cent(fixed),
            per_cent(latest)
        );
        assert!(per_cent(fired) <= 7.0);
        assert!((per_cent(fixed) - fixed_expected).abs() <= 1.5);
        assert!(per_cent(latest) <= 5.0);
    }
}
