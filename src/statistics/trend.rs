//! The Theil–Sen line: a slope that one odd year cannot turn.

use super::data::{check_probability, check_values, check_years};
use super::kendall::{MOST_EXACT, orders_by_falling_pairs, share_of_first};
use super::{StatisticsError, YearValue};

/// A Theil–Sen line and, where there are enough years, an interval for its slope.
///
/// ```
/// use dabiao::statistics::{theil_sen, YearValue};
///
/// let years: Vec<_> = (2020..).zip([85.0, 86.1, 87.3, 88.0, 89.4]).map(|(y, v)| YearValue::new(y, v)).collect();
/// let line = theil_sen(&years, 0.05)?;
/// assert!((line.value(2024) - 89.35).abs() < 0.2);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TheilSen {
    /// Median of all pairwise slopes, per year.
    pub slope: f64,
    /// Median of value − slope · year: where the line stands in year 0. Far outside the data; use
    /// [`value`](Self::value) for years.
    pub intercept: f64,
    /// The interval of the slope. `None` where so few years allow none at this level (or more than 34 are given).
    pub interval: Option<SlopeInterval>,
    origin: f64,
    at_origin: f64,
}

impl TheilSen {
    /// The line in `year`, worked out from the first year of the data, so that few digits are lost.
    ///
    /// ```
    /// use dabiao::statistics::{theil_sen, YearValue};
    ///
    /// let line = theil_sen(&[YearValue::new(2020, 1.0), YearValue::new(2022, 2.0)], 0.05)?;
    /// assert_eq!(line.value(2021), 1.5);
    /// # Ok::<(), dabiao::statistics::StatisticsError>(())
    /// ```
    #[must_use]
    pub fn value(&self, year: i32) -> f64 {
        self.at_origin + self.slope * (f64::from(year) - self.origin)
    }
}

/// A distribution-free interval for a Theil–Sen slope.
///
/// ```
/// use dabiao::statistics::{theil_sen, YearValue};
///
/// // Four years allow no interval at 95 %.
/// let years: Vec<_> = (2020..).zip([1.0, 2.0, 3.0, 4.0]).map(|(y, v)| YearValue::new(y, v)).collect();
/// assert_eq!(theil_sen(&years, 0.05)?.interval, None);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopeInterval {
    /// Lower limit, one of the pairwise slopes.
    pub lower: f64,
    /// Upper limit, one of the pairwise slopes.
    pub upper: f64,
    /// The confidence it really has: at least 1 − α, as steps allow.
    pub coverage: f64,
}

/// The median of all pairwise slopes with real years, with an interval of confidence 1 − `alpha`.
///
/// Time and memory grow with the square of the number of values.
///
/// Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968; limits by the order
/// statistics of the slopes and the exact distribution of Kendall's S (M. Hollander and D. A. Wolfe).
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two values, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::OutOfRange`] for values that are not
/// finite or beyond 10¹⁰⁰, [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{theil_sen, YearValue};
///
/// let years: Vec<_> =
///     (2019..).zip([91.2, 92.5, 93.1, 92.8, 94.0, 94.6]).map(|(y, v)| YearValue::new(y, v)).collect();
/// let line = theil_sen(&years, 0.05)?;
/// assert!((line.slope - 0.6).abs() < 1e-9);
/// assert!(line.interval.is_some_and(|i| (i.lower - 0.15).abs() < 1e-9 && (i.upper - 1.2).abs() < 1e-9));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn theil_sen(points: &[YearValue], alpha: f64) -> Result<TheilSen, StatisticsError> {
    check_probability("alpha", alpha)?;
    check_years(points.iter().map(|p| p.year))?;
    check_values(points.iter().map(|p| p.value))?;
    let too_few = StatisticsError::TooFew { needed: 2, given: points.len() };
    let origin = f64::from(points.first().ok_or(too_few)?.year);
    let pairs = points.len().saturating_mul(points.len().saturating_sub(1)) / 2;
    with_numbers(pairs, |numbers| {
        let all = points.iter().enumerate().flat_map(|(i, a)| {
            let later = points.iter().skip(i.saturating_add(1));
            later.map(move |b| (b.value - a.value) / (f64::from(b.year) - f64::from(a.year)))
        });
        for (place, slope) in numbers.iter_mut().zip(all) {
            *place = slope;
        }
        let slope = median(numbers).ok_or(too_few)?;
        let interval = slope_interval(numbers, points.len(), alpha);
        let level_from = |origin: f64| {
            let level = |p: &YearValue| p.value - slope * (f64::from(p.year) - origin);
            with_numbers(points.len(), |levels| {
                for (place, point) in levels.iter_mut().zip(points) {
                    *place = level(point);
                }
                median(levels).ok_or(too_few)
            })
        };
        Ok(TheilSen { slope, intercept: level_from(0.0)?, interval, origin, at_origin: level_from(origin)? })
    })
}

/// Room for so many numbers: on the stack for the years of a plan.
fn with_numbers<T>(count: usize, work: impl FnOnce(&mut [f64]) -> T) -> T {
    const PAIRS_OF_ELEVEN_YEARS: usize = 55;
    let mut few = [0.0; PAIRS_OF_ELEVEN_YEARS];
    match few.get_mut(..count) {
        Some(numbers) => work(numbers),
        None => work(&mut alloc::vec![0.0; count]),
    }
}

/// Sorts the values and takes the middle one, or the mean of the two in the middle.
fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get((values.len() / 2).checked_sub(1)?)?;
    Some(lower + 0.5 * (upper - lower))
}

/// Limits from sorted slopes: as many are cut off at either end as Kendall's S allows for.
fn slope_interval(sorted: &[f64], n: usize, alpha: f64) -> Option<SlopeInterval> {
    if n > MOST_EXACT {
        return None;
    }
    // With c slopes cut off at either end, what is left outside on one side is the chance of at most c falling pairs.
    let orders = orders_by_falling_pairs(&[], n);
    let outside = |cut: usize| share_of_first(&orders, cut.saturating_add(1));
    let (cut, tail) = (0..sorted.len() / 2)
        .map(|cut| (cut, outside(cut)))
        .take_while(|(_, tail)| *tail <= 0.5 * alpha)
        .last()?;
    let last = sorted.len().checked_sub(1)?.checked_sub(cut)?;
    Some(SlopeInterval { lower: *sorted.get(cut)?, upper: *sorted.get(last)?, coverage: 1.0 - 2.0 * tail })
}
