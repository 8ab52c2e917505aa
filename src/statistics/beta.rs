//! The regularised incomplete beta function, which is the tail of the binomial distribution.

use super::StatisticsError;
use super::special::{LARGE, binomial_density, continued_fraction, log1p_minus, tail_integral};

/// I_p(a, b), the regularised incomplete beta function.
///
/// The chance that at least `a` of a + b − 1 trials succeed, each with probability `p`.
///
/// Source: NIST Digital Library of Mathematical Functions 8.17.2; the even part of continued fraction 8.17.22
/// (A. R. DiDonato and A. H. Morris, 1992), and quadrature of the density where both parameters exceed 1500.
///
/// # Errors
///
/// [`StatisticsError::OutOfRange`] unless 10⁻¹⁰ ≤ `a`, `b` ≤ 10¹⁶ and 0 ≤ `p` ≤ 1.
///
/// ```
/// use dabiao::statistics::regularised_beta;
///
/// // 29 of 29 where 90 % are expected: 0.9²⁹.
/// assert!((regularised_beta(0.9, 29.0, 1.0)? - 0.0471).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn regularised_beta(p: f64, a: f64, b: f64) -> Result<f64, StatisticsError> {
    for (name, shape) in [("a", a), ("b", b)] {
        if !(1e-10..=1e16).contains(&shape) {
            return Err(StatisticsError::OutOfRange { name });
        }
    }
    if !(0.0..=1.0).contains(&p) {
        return Err(StatisticsError::OutOfRange { name: "p" });
    }
    Ok(beta_tails(p, 1.0 - p, a, b).0)
}

/// (I_p(a, b), I_q(b, a)), which add up to 1; the smaller one is computed, so that it keeps its digits.
///
/// `q` is 1 − p, given apart because callers may know it more exactly than the difference.
pub(super) fn beta_tails(p: f64, q: f64, a: f64, b: f64) -> (f64, f64) {
    if p <= 0.0 {
        return (0.0, 1.0);
    }
    if q <= 0.0 {
        return (1.0, 0.0);
    }
    if a * q >= b * p {
        let tail = below_mean(p, q, a, b).min(1.0);
        (tail, 1.0 - tail)
    } else {
        let tail = below_mean(q, p, b, a).min(1.0);
        (1.0 - tail, tail)
    }
}

/// I_p(a, b) for `p` at or below the mean a / (a + b).
fn below_mean(p: f64, q: f64, a: f64, b: f64) -> f64 {
    // pᵃ qᵇ / B(a, b)
    let height = binomial_density(a, b, p, q) * (a / (a + b)) * b;
    if height <= 0.0 {
        return 0.0;
    }
    if a.min(b) >= LARGE {
        let odds = p / q;
        let (rise, fall) = (a - 1.0, b - 1.0);
        let slope = (rise * q - fall * p) / q;
        let area = tail_integral(slope, rise + fall * odds * odds, 1.0, |v| {
            rise * log1p_minus(-v) + fall * log1p_minus(odds * v) - slope * v
        });
        return height / q * area;
    }
    let excess = a * q - b * p + 1.0;
    let denominator = |m: f64| {
        let twice = a + 2.0 * m;
        let left = if m > 0.0 { m * (b - m) * p / (twice - 1.0) } else { 0.0 };
        m + left + (a + m) / (twice + 1.0) * (excess + m * (1.0 + q))
    };
    let numerator = |m: f64| {
        let step = a + 2.0 * m - 1.0;
        (a + m - 1.0) / step * ((a + b + m - 1.0) / step) * (m * p) * ((b - m) * p)
    };
    height * continued_fraction(denominator(0.0), |m| (numerator(m), denominator(m)))
}
