//! Quantiles of the normal and of Student's t distribution, where accurate tails pass the level.

use core::f64::consts::SQRT_2;

use super::StatisticsError;
use super::beta::beta_tails;
use super::data::{check_probability, real};
use super::special::crossing;

/// z such that a standard normal value lies within ±z with the given confidence: 1.96 for 0.95.
///
/// Source: the root of erfc(z / √2) = 1 − confidence.
///
/// # Errors
///
/// [`StatisticsError::NotAProbability`] unless 0 < `confidence` < 1.
///
/// ```
/// use dabiao::statistics::normal_quantile_two_sided;
///
/// assert!((normal_quantile_two_sided(0.95)? - 1.959964).abs() < 1e-6);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn normal_quantile_two_sided(confidence: f64) -> Result<f64, StatisticsError> {
    check_probability("confidence", confidence)?;
    // erf for the middle, erfc for the tails: each where it is the smaller number.
    if confidence < 0.5 {
        Ok(SQRT_2 * crossing(0.0, 1.0, |x| libm::erf(x) - confidence))
    } else {
        let outside = 1.0 - confidence;
        Ok(SQRT_2 * crossing(0.0, 30.0, |x| outside - libm::erfc(x)))
    }
}

/// The chance that Student's t with `df` degrees of freedom lies at least as far from 0 as `t`, on either side.
///
/// Source: NIST Digital Library of Mathematical Functions 8.17; I_x(df/2, 1/2) with x = df / (df + t²).
///
/// # Errors
///
/// [`StatisticsError::OutOfRange`] if `df` is 0 or above 10¹⁵, or `t` is not finite.
///
/// ```
/// use dabiao::statistics::student_t_two_sided;
///
/// assert!((student_t_two_sided(4.303, 2)? - 0.05).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn student_t_two_sided(t: f64, df: u64) -> Result<f64, StatisticsError> {
    let df = check_df(df)?;
    if !t.is_finite() {
        return Err(StatisticsError::OutOfRange { name: "t" });
    }
    Ok(two_sided(t, df))
}

/// The value that Student's t with `df` degrees of freedom stays below with probability `p`.
///
/// Source: the root of [`student_t_two_sided`].
///
/// # Errors
///
/// [`StatisticsError::NotAProbability`] unless 0 < `p` < 1; [`StatisticsError::OutOfRange`] if `df` is 0 or above 10¹⁵.
///
/// ```
/// use dabiao::statistics::student_t_quantile;
///
/// assert!((student_t_quantile(0.975, 3)? - 3.1824).abs() < 0.0001);
/// assert_eq!(student_t_quantile(0.5, 3)?, 0.0);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn student_t_quantile(p: f64, df: u64) -> Result<f64, StatisticsError> {
    check_probability("p", p)?;
    let df = check_df(df)?;
    // Symmetric about 0: work with the tail, and give it the sign of its side.
    let (outside, sign) = if p < 0.5 { (2.0 * p, -1.0) } else { (2.0 * (1.0 - p), 1.0) };
    if outside >= 1.0 {
        return Ok(0.0);
    }
    let mut high = 1.0;
    // With one degree of freedom and the smallest p this stops near 1e300; the bound is for the reader.
    for _ in 0..1022 {
        if two_sided(high, df) <= outside {
            break;
        }
        high *= 2.0;
    }
    let low = if high > 1.0 { 0.5 * high } else { 0.0 };
    Ok(sign * crossing(low, high, |t| outside - two_sided(t, df)))
}

fn check_df(df: u64) -> Result<f64, StatisticsError> {
    if df == 0 || df > 1_000_000_000_000_000 {
        Err(StatisticsError::OutOfRange { name: "df" })
    } else {
        Ok(real(df))
    }
}

fn two_sided(t: f64, df: f64) -> f64 {
    // A square that overflows gives x = 0, which is the right limit.
    let ratio = t * t / df;
    if ratio <= 0.0 {
        return 1.0;
    }
    beta_tails(1.0 / (1.0 + ratio), 1.0 / (1.0 + 1.0 / ratio), 0.5 * df, 0.5).0
}
