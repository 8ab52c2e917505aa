//! Several years put together as one sample. A mean of annual rates would give small years too much say.

use alloc::vec::Vec;

use super::data::{check_bound, expected_at_bound, is_enough, real, real_len, total, whole};
use super::{
    ConfidenceInterval, CountKind, ENOUGH_EXPECTED, Sample, StatisticsError, YearSample, rate_interval,
    wilson_interval,
};

/// Neighbouring years put together. The caller sees to it that the definition was the same throughout.
///
/// ```
/// use dabiao::statistics::{pool_last, CountKind, YearSample};
///
/// let years: Vec<_> = (2020..).zip([0, 1, 0, 0, 1]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let pool = pool_last(CountKind::Rate, &years, 3)?.expect("three years in a row");
/// assert_eq!((pool.first_year, pool.count, pool.exposure), (2022, 1, 2400));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pool {
    /// The earliest year.
    pub first_year: i32,
    /// The latest year.
    pub last_year: i32,
    /// How many years.
    pub years: usize,
    /// Sum of the events or cases.
    pub count: u64,
    /// Sum of the exposures or totals.
    pub exposure: u64,
}

impl Pool {
    /// The sums as a sample, for intervals and labels.
    ///
    /// ```
    /// use dabiao::statistics::{Pool, Sample};
    ///
    /// let pool = Pool { first_year: 2020, last_year: 2024, years: 5, count: 3, exposure: 3500 };
    /// assert_eq!(pool.sample(), Sample::new(3, 3500));
    /// ```
    #[must_use]
    pub const fn sample(self) -> Sample {
        Sample::new(self.count, self.exposure)
    }
}

/// Adds up years that follow one another without a gap; `None` for others and for none at all.
fn add_up(kind: CountKind, years: &[YearSample]) -> Result<Option<Pool>, StatisticsError> {
    let sum = total(kind, years)?;
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Ok(None);
    };
    let steps = i64::from(last.year).saturating_sub(i64::from(first.year));
    let without_gap = usize::try_from(steps).is_ok_and(|steps| steps.checked_add(1) == Some(years.len()));
    Ok(without_gap.then_some(Pool {
        first_year: first.year,
        last_year: last.year,
        years: years.len(),
        count: sum.count,
        exposure: sum.exposure,
    }))
}

/// The last `window` years together. `None` if there are fewer, or if one in between is missing.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`]; [`StatisticsError::TooFew`] for a window of 0.
///
/// ```
/// use dabiao::statistics::{pool_last, CountKind, YearSample};
///
/// let gap = [YearSample::new(2021, 1, 800), YearSample::new(2023, 0, 800), YearSample::new(2024, 0, 800)];
/// assert_eq!(pool_last(CountKind::Rate, &gap, 3)?, None);
/// assert!(pool_last(CountKind::Rate, &gap, 2)?.is_some());
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn pool_last(
    kind: CountKind,
    years: &[YearSample],
    window: usize,
) -> Result<Option<Pool>, StatisticsError> {
    if window == 0 {
        return Err(StatisticsError::TooFew { needed: 1, given: 0 });
    }
    total(kind, years)?;
    match years.len().checked_sub(window).and_then(|from| years.get(from..)) {
        Some(last) => add_up(kind, last),
        None => Ok(None),
    }
}

/// The longest pool of the last five, four or three years; `None` if the last three are not all there.
///
/// This is the pool by which an outlook is judged where annual values carry no trend.
///
/// # Errors
///
/// Those of a sample for every year, and [`StatisticsError::YearsNotIncreasing`].
///
/// ```
/// use dabiao::statistics::{pool_up_to_five, CountKind, YearSample};
///
/// let years: Vec<_> = (2021..2025).map(|year| YearSample::new(year, 0, 700)).collect();
/// assert!(pool_up_to_five(CountKind::Rate, &years)?.is_some_and(|pool| pool.years == 4));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn pool_up_to_five(kind: CountKind, years: &[YearSample]) -> Result<Option<Pool>, StatisticsError> {
    for window in [5, 4, 3] {
        if let Some(pool) = pool_last(kind, years, window)? {
            return Ok(Some(pool));
        }
    }
    Ok(None)
}

/// The pool that brings enough expected events, or how far the data fall short.
///
/// ```
/// use dabiao::statistics::{pool_for_bound, CountKind, PoolForBound, YearSample};
///
/// let years: Vec<_> = (2020..2025).map(|year| YearSample::new(year, 0, 700)).collect();
/// let PoolForBound::NotEnough { years_needed, .. } = pool_for_bound(CountKind::Rate, &years, 0.00012)? else {
///     unreachable!()
/// };
/// assert_eq!(years_needed, Some(36));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PoolForBound {
    /// The smaller of the last 3 and the last 5 years that is enough.
    Enough {
        /// The pool.
        pool: Pool,
        /// Events expected at the bound in it; for a share n·p·(1 − p).
        expected: f64,
    },
    /// Not even five years (or those at hand) are enough.
    NotEnough {
        /// The widest pool there is.
        pool: Pool,
        /// Events expected at the bound in it; for a share n·p·(1 − p).
        expected: f64,
        /// Years like these that would be enough. `None` if no number would.
        years_needed: Option<u64>,
    },
    /// The last three years are not all there.
    NoPool,
}

/// The smallest pool of the last 3 or 5 years in which [`ENOUGH_EXPECTED`] events are expected at the bound.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::BoundOutOfRange`].
///
/// ```
/// use dabiao::statistics::{pool_for_bound, CountKind, PoolForBound, YearSample};
///
/// let years: Vec<_> = (2020..2025).map(|year| YearSample::new(year, 1, 400)).collect();
/// let found = pool_for_bound(CountKind::Rate, &years, 0.005)?;
/// assert!(matches!(found, PoolForBound::Enough { pool, .. } if pool.years == 3));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn pool_for_bound(
    kind: CountKind,
    years: &[YearSample],
    bound: f64,
) -> Result<PoolForBound, StatisticsError> {
    check_bound(kind, bound)?;
    let mut widest = None;
    for window in [3, 5] {
        if let Some(pool) = pool_last(kind, years, window)? {
            let expected = expected_at_bound(kind, pool.exposure, bound)?;
            if is_enough(expected) {
                return Ok(PoolForBound::Enough { pool, expected });
            }
            widest = Some((pool, expected));
        }
    }
    Ok(match widest {
        Some((pool, expected)) => {
            let years_needed = years_to_enough(expected / real_len(pool.years));
            PoolForBound::NotEnough { pool, expected, years_needed }
        }
        None => PoolForBound::NoPool,
    })
}

/// How many years like one with this exposure bring [`ENOUGH_EXPECTED`] events at the bound.
///
/// `None` if no number does: a bound of 0, a share bound of 1, or a number beyond 2⁵³.
///
/// # Errors
///
/// As [`expected_at_bound`].
///
/// ```
/// use dabiao::statistics::{years_needed, CountKind};
///
/// assert_eq!(years_needed(CountKind::Rate, 700, 0.00012)?, Some(36));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn years_needed(kind: CountKind, exposure: u64, bound: f64) -> Result<Option<u64>, StatisticsError> {
    Ok(years_to_enough(expected_at_bound(kind, exposure, bound)?))
}

fn years_to_enough(expected_a_year: f64) -> Option<u64> {
    // The same allowance for rounding as in `is_enough`.
    let years = libm::ceil(ENOUGH_EXPECTED * (1.0 - 1e-12) / expected_a_year);
    (years <= real(1 << 53)).then(|| whole(years))
}

/// One window of [`rolling_pools`].
///
/// ```
/// use dabiao::statistics::{rolling_pools, CountKind, YearSample};
///
/// let years: Vec<_> = (2020..).zip([0, 1, 0, 0, 1]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// assert_eq!(rolling_pools(CountKind::Rate, &years, 3, 0.95)?.len(), 3);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RollingPool {
    /// The years put together.
    pub pool: Pool,
    /// Pooled rate per 1 with its exact interval, or pooled share with Wilson's.
    pub interval: ConfidenceInterval,
    /// The mean of the annual values, only to show how it differs from the pooled one.
    pub mean_of_annual: f64,
}

/// Every run of `window` neighbouring years, pooled. Runs with a gap are left out.
///
/// For display: overlapping windows depend on each other, and no trend may be tested on them.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::NotAProbability`] for `confidence`,
/// [`StatisticsError::TooFew`] for a window of 0.
///
/// ```
/// use dabiao::statistics::{rolling_pools, CountKind, YearSample};
///
/// let years: Vec<_> = (2020..).zip([5, 3, 6, 2, 4]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let whole = rolling_pools(CountKind::Rate, &years, 5, 0.95)?;
/// assert!(whole.iter().all(|w| w.interval.estimate == 0.005));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn rolling_pools(
    kind: CountKind,
    years: &[YearSample],
    window: usize,
    confidence: f64,
) -> Result<Vec<RollingPool>, StatisticsError> {
    if window == 0 {
        return Err(StatisticsError::TooFew { needed: 1, given: 0 });
    }
    super::data::check_probability("confidence", confidence)?;
    total(kind, years)?;
    let mut pools = Vec::new();
    for run in years.windows(window) {
        let Some(pool) = add_up(kind, run)? else { continue };
        let interval = match kind {
            CountKind::Rate => rate_interval(pool.sample(), confidence)?,
            CountKind::Share => wilson_interval(pool.sample(), confidence)?,
        };
        let annual: f64 = run.iter().map(|y| real(y.count) / real(y.exposure)).sum();
        pools.push(RollingPool { pool, interval, mean_of_annual: annual / real_len(run.len()) });
    }
    Ok(pools)
}
