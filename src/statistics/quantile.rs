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

/// The bits of [`student_t_quantile`] of 0.975 for 1, 2, … degrees of freedom, as it finds them: what is asked for with every bare
/// value of every series depends on nothing but the number of its years.
#[rustfmt::skip]
const WITHIN_95: [u64; 40] = [
    0x4029_6993_aacc_4d1e, 0x4011_35ea_98e1_46b8, 0x4009_75a6_6893_c1a9, 0x4006_3628_d9ef_b5e0,
    0x4004_908d_359d_ff39, 0x4003_9346_8546_e654, 0x4002_eac0_1e9f_5b1c, 0x4002_72b2_4bc9_2427,
    0x4002_18e5_dac5_0b26, 0x4001_d33a_7661_d301, 0x4001_9b9e_1b8c_996e, 0x4001_6e35_6bbc_352e,
    0x4001_486f_5cb6_7d3a, 0x4001_2885_ec4c_0667, 0x4001_0d35_6b5a_06c4, 0x4000_f590_e8d6_2dd2,
    0x4000_e0e6_fd5b_1561, 0x4000_ceb0_36f2_3f2e, 0x4000_be83_653b_6670, 0x4000_b00d_9a95_4436,
    0x4000_a30c_955b_504c, 0x4000_974a_c355_9fb3, 0x4000_8c9c_5c7a_f877, 0x4000_82dd_3fc3_a167,
    0x4000_79ef_5947_69a4, 0x4000_71b9_6b17_7db3, 0x4000_6a26_1e29_bdad, 0x4000_6323_4897_3a2f,
    0x4000_5ca1_5bce_2871, 0x4000_5692_f10a_aee9, 0x4000_50ec_6d00_32d6, 0x4000_4ba3_b572_5836,
    0x4000_46af_f4ce_0d8e, 0x4000_4209_68c7_f61b, 0x4000_3da9_39b9_7bfa, 0x4000_3989_58fb_660c,
    0x4000_35a4_64e0_e4cb, 0x4000_31f5_9141_b8ac, 0x4000_2e78_93bb_cad5, 0x4000_2b29_9300_ed52,
];

/// The distance from 0 within which Student's t lies with a confidence.
pub(super) fn student_t_within(confidence: f64, df: u64) -> Result<f64, StatisticsError> {
    let known = usize::try_from(df).ok().and_then(|df| WITHIN_95.get(df.checked_sub(1)?));
    match known {
        Some(bits) if confidence.to_bits() == 0.95_f64.to_bits() => Ok(f64::from_bits(*bits)),
        // The upper half's level in a form that keeps confidences near 1 below 1.
        _ => Ok(-student_t_quantile(0.5 * (1.0 - confidence), df)?),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_the_search_finds() {
        for (bits, df) in WITHIN_95.iter().zip(1..) {
            let found = -student_t_quantile(0.5 * (1.0 - 0.95_f64), df).unwrap_or(0.0);
            assert_eq!(*bits, found.to_bits(), "{df}");
            assert_eq!(student_t_within(0.95, df), Ok(found));
        }
        // Beyond the table, and at another confidence.
        assert!(student_t_within(0.95, 41).is_ok_and(|found| found > 2.0 && found < 2.0211));
        assert!(student_t_within(0.9, 3).is_ok_and(|found| (found - 2.3534).abs() < 0.0001));
        assert!(student_t_within(0.95, 0).is_err());
    }
}
