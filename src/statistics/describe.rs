//! Plain descriptions of a series of values.

use alloc::vec::Vec;

use super::data::{check_values, check_years, real_len};
use super::{StatisticsError, YearValue};

/// Mean and standard deviation (n − 1) of at least two finite values; equal values give exactly 0.
pub(super) fn mean_and_deviation(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let first = values.clone().next()?;
    let n = real_len(values.clone().count());
    if n < 2.0 {
        return None;
    }
    // From the first value, so that equal values have no rounding in their mean.
    let mean = first + values.clone().map(|v| v - first).sum::<f64>() / n;
    Some((mean, root_sum_of_squares(values.map(|v| v - mean)) / libm::sqrt(n - 1.0)))
}

/// √Σx², scaled by the largest part, so that no square leaves the range.
pub(super) fn root_sum_of_squares(parts: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = parts.clone().fold(0.0_f64, |m, x| m.max(x.abs()));
    if largest > 0.0 { largest * libm::sqrt(parts.map(|x| (x / largest) * (x / largest)).sum()) } else { 0.0 }
}

/// a / b, unless the quotient does not exist or leaves the range.
pub(super) fn quotient(a: f64, b: f64) -> Option<f64> {
    Some(a / b).filter(|x| x.is_finite())
}

/// Plain descriptions of a series; none of them is a test.
///
/// ```
/// use dabiao::statistics::{describe, YearValue};
///
/// let years: Vec<_> = (2020..).zip([6.25, 1.25, 7.5, 2.5, 5.0]).map(|(y, v)| YearValue::new(y, v)).collect();
/// assert_eq!(describe(&years)?.largest_change, Some(5.0));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    /// Mean of the values.
    pub mean: f64,
    /// Standard deviation (n − 1).
    pub deviation: f64,
    /// Standard deviation over the mean without its sign. `None` if the mean is 0 or next to it.
    pub coefficient_of_variation: Option<f64>,
    /// Change from each value to the next, relative to the former (0.2 is 20 %). `None` where that is 0 or next to it.
    pub changes: Vec<Option<f64>>,
    /// The largest of the changes that exist, without its sign.
    pub largest_change: Option<f64>,
    /// Mean distance between neighbouring values.
    pub mean_moving_range: f64,
    /// The same as an estimate of a standard deviation: divided by 1.128.
    pub moving_range_deviation: f64,
    /// Least-squares slope per year.
    pub slope: f64,
    /// Standard deviation of the values around the least-squares line (n − 2).
    pub residual_deviation: f64,
    /// The same over the mean without its sign. `None` if that is 0 or next to it.
    pub relative_residual_deviation: Option<f64>,
}

/// Describes the ups and downs of a series.
///
/// Source: least squares; 1.128 is the mean range of two normal values (W. A. Shewhart's d₂).
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below three values, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::OutOfRange`] for values that are not
/// finite or beyond 10¹⁰⁰.
///
/// ```
/// use dabiao::statistics::{describe, YearValue};
///
/// let years: Vec<_> = (2020..).zip([6.25, 1.25, 7.5, 2.5, 5.0]).map(|(y, v)| YearValue::new(y, v)).collect();
/// let found = describe(&years)?;
/// assert_eq!((found.mean, found.slope), (4.5, -0.125));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn describe(points: &[YearValue]) -> Result<Description, StatisticsError> {
    check_years(points.iter().map(|p| p.year))?;
    let values = points.iter().map(|p| p.value);
    check_values(values.clone())?;
    let n = real_len(points.len());
    let (Some((mean, deviation)), true) = (mean_and_deviation(values.clone()), points.len() >= 3) else {
        return Err(StatisticsError::TooFew { needed: 3, given: points.len() });
    };
    let neighbours = points.iter().zip(points.iter().skip(1));
    let changes: Vec<_> = neighbours.clone().map(|(a, b)| quotient(b.value - a.value, a.value)).collect();
    let mean_moving_range = neighbours.map(|(a, b)| (b.value - a.value).abs()).sum::<f64>() / (n - 1.0);
    let centre = points.iter().map(|p| f64::from(p.year)).sum::<f64>() / n;
    let time = |p: &YearValue| f64::from(p.year) - centre;
    let slope = points.iter().map(|p| time(p) * (p.value - mean)).sum::<f64>()
        / points.iter().map(|p| time(p) * time(p)).sum::<f64>();
    let residuals = points.iter().map(|p| p.value - mean - slope * time(p));
    let residual_deviation = root_sum_of_squares(residuals) / libm::sqrt(n - 2.0);
    Ok(Description {
        mean,
        deviation,
        coefficient_of_variation: quotient(deviation, mean.abs()),
        largest_change: changes.iter().flatten().map(|c| c.abs()).reduce(f64::max),
        changes,
        mean_moving_range,
        moving_range_deviation: mean_moving_range / 1.128,
        slope,
        residual_deviation,
        relative_residual_deviation: quotient(residual_deviation, mean.abs()),
    })
}
