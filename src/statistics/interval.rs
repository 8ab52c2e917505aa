//! Confidence intervals for one sample.

use super::beta::beta_tails;
use super::data::{check_probability, real};
use super::gamma::gamma_tails;
use super::quantile::normal_quantile_two_sided;
use super::special::{crossing, root_below};
use super::{CountKind, Sample, StatisticsError};

/// A two-sided confidence interval, with the value it surrounds.
///
/// ```
/// use dabiao::statistics::{wilson_interval, Sample};
///
/// let share = wilson_interval(Sample::new(27, 30), 0.95)?;
/// assert!(share.lower <= share.estimate && share.estimate <= share.upper);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConfidenceInterval {
    /// The observed count, rate per 1, or share.
    pub estimate: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

/// The exact interval for the expected number of events behind a count.
///
/// Source: F. Garwood, "Fiducial limits for the Poisson distribution", 1936: P(k, lower) = α/2,
/// Q(k + 1, upper) = α/2. The lower limit at 0 events is 0.
///
/// # Errors
///
/// [`StatisticsError::NotAProbability`] for `confidence`; [`StatisticsError::CountTooLarge`].
///
/// ```
/// use dabiao::statistics::count_interval;
///
/// let events = count_interval(1, 0.95)?;
/// assert!((events.lower - 0.0253).abs() < 0.0001 && (events.upper - 5.5716).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn count_interval(count: u64, confidence: f64) -> Result<ConfidenceInterval, StatisticsError> {
    check_probability("confidence", confidence)?;
    let (k, _) = Sample::new(count, 1).check(CountKind::Rate)?;
    let half = 0.5 * (1.0 - confidence);
    let lower = if k > 0.0 { root_below(k, half, |l| gamma_tails(k, l).0) } else { 0.0 };
    // Step out from the count until the tail is small. A tail of 1e-17 lies within 60 of a small count and within
    // 10 standard deviations of a large one.
    let mut step = 1.0 + libm::sqrt(k);
    for _ in 0..60 {
        if gamma_tails(k + 1.0, k + step).1 <= half {
            break;
        }
        step *= 2.0;
    }
    let upper = crossing(k, k + step, |u| half - gamma_tails(k + 1.0, u).1);
    Ok(ConfidenceInterval { estimate: k, lower, upper })
}

/// The exact interval for a rate per 1: [`count_interval`] divided by the exposure, taken as known.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountTooLarge`], [`StatisticsError::NotAProbability`] for `confidence`.
///
/// ```
/// use dabiao::statistics::{rate_interval, Sample};
///
/// // No maternal death in 800 births still allows for 461 per 100,000.
/// let rate = rate_interval(Sample::new(0, 800), 0.95)?;
/// assert_eq!(rate.lower, 0.0);
/// assert!((rate.upper * 100_000.0 - 461.1).abs() < 0.1);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn rate_interval(sample: Sample, confidence: f64) -> Result<ConfidenceInterval, StatisticsError> {
    let (_, n) = sample.check(CountKind::Rate)?;
    let events = count_interval(sample.count, confidence)?;
    Ok(ConfidenceInterval { estimate: events.estimate / n, lower: events.lower / n, upper: events.upper / n })
}

/// Wilson's interval for a share, within 0 to 1.
///
/// At no case the lower limit is exactly 0, at a full share the upper limit exactly 1. Not for rare deaths: at 1 of
/// 800 its lower limit is too high; use [`rate_interval`].
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountAboveTotal`], [`StatisticsError::CountTooLarge`], [`StatisticsError::NotAProbability`] for
/// `confidence`.
///
/// ```
/// use dabiao::statistics::{wilson_interval, Sample};
///
/// let share = wilson_interval(Sample::new(30, 30), 0.95)?;
/// assert_eq!(share.upper, 1.0);
/// assert!((share.lower - 0.8865).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn wilson_interval(sample: Sample, confidence: f64) -> Result<ConfidenceInterval, StatisticsError> {
    let (x, n) = sample.check(CountKind::Share)?;
    wilson(x, n, confidence)
}

/// [`wilson_interval`] for a number of cases that need not be whole, such as a weighted survey count.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`] if `total` is not above 0, [`StatisticsError::OutOfRange`] if it is not finite or above 2⁵³,
/// [`StatisticsError::CountOutOfRange`] unless 0 ≤ `cases` ≤ `total`, [`StatisticsError::NotAProbability`] for `confidence`.
///
/// ```
/// use dabiao::statistics::wilson_interval_weighted;
///
/// let share = wilson_interval_weighted(0.445, 1.0, 0.95)?;
/// assert!((share.upper - 0.9335).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn wilson_interval_weighted(
    cases: f64,
    total: f64,
    confidence: f64,
) -> Result<ConfidenceInterval, StatisticsError> {
    if total <= 0.0 {
        return Err(StatisticsError::ZeroExposure);
    }
    // Below 1e-100 the quotients could overflow; NaN is in no range.
    if !(1e-100..=real(1 << 53)).contains(&total) {
        return Err(StatisticsError::OutOfRange { name: "total" });
    }
    if !(0.0..=total).contains(&cases) {
        return Err(StatisticsError::CountOutOfRange);
    }
    wilson(cases, total, confidence)
}

fn wilson(x: f64, n: f64, confidence: f64) -> Result<ConfidenceInterval, StatisticsError> {
    let z = normal_quantile_two_sided(confidence)?;
    let share = x / n;
    let square = z * z;
    let root = z * libm::sqrt(x * (1.0 - share) + 0.25 * square);
    let sum = x + 0.5 * square + root;
    // The product of the two limits is x² / (n (n + z²)): the lower one follows without a difference. Rounding may
    // still push a limit past the estimate by a bit.
    let lower = if x > 0.0 { x / sum * share } else { 0.0 };
    let upper = if x >= n { 1.0 } else { sum / (n + square) };
    Ok(ConfidenceInterval { estimate: share, lower: lower.clamp(0.0, share), upper: upper.clamp(share, 1.0) })
}

/// The exact interval for a share, wider than Wilson's.
///
/// Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits", 1934: the values at which
/// the count lies in a tail of α/2.
///
/// # Errors
///
/// As [`wilson_interval`].
///
/// ```
/// use dabiao::statistics::{clopper_pearson_interval, Sample};
///
/// let share = clopper_pearson_interval(Sample::new(0, 10), 0.95)?;
/// assert_eq!(share.lower, 0.0);
/// assert!((share.upper - 0.3085).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn clopper_pearson_interval(
    sample: Sample,
    confidence: f64,
) -> Result<ConfidenceInterval, StatisticsError> {
    check_probability("confidence", confidence)?;
    let (x, n) = sample.check(CountKind::Share)?;
    let half = 0.5 * (1.0 - confidence);
    let share = x / n;
    let lower = lower_limit(x, n, half);
    // The upper limit is the lower one of the missing cases, turned round. Where the share is small that would
    // cancel, so there it is sought directly.
    let upper = if share > 0.5 {
        1.0 - lower_limit(n - x, n, half)
    } else {
        crossing(share, 1.0, |p| half - beta_tails(p, 1.0 - p, x + 1.0, n - x).1)
    };
    Ok(ConfidenceInterval { estimate: share, lower: lower.min(share), upper: upper.max(share) })
}

/// The share at which `x` or more of `n` have probability `half`.
fn lower_limit(x: f64, n: f64, half: f64) -> f64 {
    if x > 0.0 { root_below(x / n, half, |p| beta_tails(p, 1.0 - p, x, n - x + 1.0).0) } else { 0.0 }
}
