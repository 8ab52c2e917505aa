//! Agreement with `statrs` where that is accurate, and with numbers worked out to 40 digits where it is not.

use dabiao::statistics::*;
use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal, Poisson, StudentsT};
use statrs::function::{beta::beta_reg, gamma::gamma_ur};

#[track_caller]
fn close(found: f64, expected: f64, relative: f64, what: &str) {
    let error = (found - expected).abs() / expected.abs().max(1e-300);
    assert!(error <= relative, "{what}: {found:e} is not {expected:e}, off by {error:e}");
}

#[test]
fn tails_agree_with_statrs() {
    for k in [1_u64, 2, 3, 9, 30, 100] {
        for mean in [0.1, 0.9, 4.0, 20.0, 33.3, 90.0] {
            let reference = Poisson::new(mean).unwrap();
            let found = poisson_tails(k, mean).unwrap();
            let what = format!("{k} at {mean}");
            // Tiny tails of `statrs` are differences from 1.
            if reference.sf(k - 1) > 1e-3 {
                close(found.at_least, reference.sf(k - 1), 1e-9, &what);
            }
            close(found.at_most, reference.cdf(k), 1e-9, &what);
        }
    }
    for n in [1_u64, 5, 30, 200, 800] {
        for x in [0, 1, n / 2, n * 9 / 10, n] {
            for p in [0.01, 0.2, 0.5, 0.9, 0.99] {
                let reference = Binomial::new(p, n).unwrap().cdf(x.min(n));
                let found = binomial_tails(Sample::new(x.min(n), n), p).unwrap().at_most;
                if reference > 1e-6 {
                    close(found, reference, 1e-8, &format!("{x} of {n} at {p}"));
                }
            }
        }
    }
}

#[test]
fn special_functions_agree_with_statrs() {
    for df in 1..60_u32 {
        for x in [0.2, 1.0, 5.0, 20.0, 60.0] {
            let a = f64::from(df) / 2.0;
            close(regularised_gamma_upper(a, x / 2.0).unwrap(), gamma_ur(a, x / 2.0), 1e-8, "gamma");
            close(regularised_beta(0.3, a, 3.5).unwrap(), beta_reg(a, 3.5, 0.3), 1e-8, "beta");
        }
        let t = StudentsT::new(0.0, 1.0, f64::from(df)).unwrap();
        close(student_t_two_sided(1.7, df.into()).unwrap(), 2.0 * (1.0 - t.cdf(1.7)), 1e-8, "t");
    }
    let normal = Normal::new(0.0, 1.0).unwrap();
    for confidence in [0.01, 0.3, 0.5, 0.8, 0.95, 0.999] {
        let z = normal.inverse_cdf(0.5 + confidence / 2.0);
        close(normal_quantile_two_sided(confidence).unwrap(), z, 1e-9, "normal");
    }
}

/// Numbers of mpmath at 60 digits, across the point where the method changes and out to 10^10.
#[test]
fn large_parameters_keep_ten_digits() {
    let mut worst = (0.0, String::new());
    let mut check = |found: f64, expected: f64, what: String| {
        let error = ((found - expected) / expected).abs();
        if error > worst.0 {
            worst = (error, what);
        }
    };
    for &(a, x, lower, upper) in GAMMA {
        check(regularised_gamma_lower(a, x).unwrap(), lower, format!("P({a}, {x})"));
        check(regularised_gamma_upper(a, x).unwrap(), upper, format!("Q({a}, {x})"));
    }
    for &(p, a, b, value) in BETA {
        check(regularised_beta(p, a, b).unwrap(), value, format!("I({p}, {a}, {b})"));
    }
    println!("gamma and beta: {worst:?}");
    assert!(worst.0 < 1e-10, "{worst:?}");
}

/// Fits worked out by an independent two-parameter Newton iteration at 40 digits.
#[test]
fn trends_are_fitted_to_ten_digits() {
    for &(kind, years, counts, totals, [chi_square, slope, p_value, excess]) in FITS {
        let rows = years.iter().zip(counts.iter().zip(totals));
        let rows: Vec<_> = rows.map(|(&year, (&k, &n))| YearSample::new(year, k, n)).collect();
        let found = dispersion(kind, &rows, Baseline::Trend).unwrap().measured().unwrap();
        let what = format!("{counts:?}");
        close(found.chi_square, chi_square, 1e-10, &what);
        close(found.slope.unwrap(), slope, 1e-10, &what);
        close(found.p_value, p_value, 1e-10, &what);
        close(found.excess, excess, 1e-10, &what);
    }
}

/// The same bits in every build: change the number only when a method or the version of `libm` changes.
#[test]
fn results_have_the_same_bits_everywhere() {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |x: f64| {
        for byte in x.to_bits().to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for &(a, x, _, _) in GAMMA {
        take(regularised_gamma_lower(a, x).unwrap());
        take(regularised_gamma_upper(a, x).unwrap());
    }
    for &(p, a, b, _) in BETA {
        take(regularised_beta(p, a, b).unwrap());
    }
    for k in [0, 1, 2, 9, 120, 5000, 1_000_000_000] {
        let sample = Sample::new(k, 10_000_000_000);
        for interval in [rate_interval, wilson_interval, clopper_pearson_interval] {
            let found = interval(sample, 0.95).unwrap();
            take(found.lower);
            take(found.upper);
        }
    }
    for &(kind, years, counts, totals, _) in FITS {
        let rows = years.iter().zip(counts.iter().zip(totals));
        let rows: Vec<_> = rows.map(|(&year, (&k, &n))| YearSample::new(year, k, n)).collect();
        for baseline in [Baseline::Flat, Baseline::Trend] {
            let found = dispersion(kind, &rows, baseline).unwrap().measured().unwrap();
            take(found.chi_square);
            take(found.p_value);
            take(found.excess);
        }
    }
    assert_eq!(hash, 0x5f31_f82c_609a_f9d0, "{hash:#x}");
}

include!("numbers.rs");
