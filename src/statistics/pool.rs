//! Several years put together as one sample. A mean of annual rates would give small years too much say.

use alloc::vec::Vec;

use super::data::{check_bound, check_years, expected_at_bound, is_enough, real, real_len, total, whole};
use super::{
    ConfidenceInterval, CountKind, ENOUGH_EXPECTED, Sample, StatisticsError, YearSample, rate_interval,
    wilson_interval,
};

/// Years put together. The caller sees to it that the definition was the same throughout.
///
/// ```
/// use dabiao::statistics::{CountKind, YearSample, pool_window};
///
/// let years: Vec<_> = (2020..).zip([5, 3, 6, 2, 4]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let pool = pool_window(CountKind::Rate, &years, &[], 2024, 0.005)?.expect("three years in a row").pool;
/// assert_eq!((pool.first_year, pool.count, pool.exposure), (2022, 12, 2400));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pool {
    /// The earliest year with a value.
    pub first_year: i32,
    /// The latest year with a value.
    pub last_year: i32,
    /// How many years have values.
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

/// Adds up years; `None` for none at all.
fn add_up(kind: CountKind, years: &[YearSample]) -> Result<Option<Pool>, StatisticsError> {
    let sum = total(kind, years)?;
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Ok(None);
    };
    Ok(Some(Pool {
        first_year: first.year,
        last_year: last.year,
        years: years.len(),
        count: sum.count,
        exposure: sum.exposure,
    }))
}

/// The one window of [`pool_window`], and how much it can say about the bound.
///
/// ```
/// use dabiao::statistics::{CountKind, YearSample, pool_window};
///
/// let years: Vec<_> = (2020..2025).map(|year| YearSample::new(year, 0, 700)).collect();
/// let window = pool_window(CountKind::Rate, &years, &[], 2024, 0.00012)?.expect("five years");
/// // Five years are far from enough; 36 would do.
/// assert_eq!((window.pool.years, window.enough, window.years_needed), (5, false, Some(36)));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PoolWindow {
    /// The years put together.
    pub pool: Pool,
    /// Events expected at the bound in it; for a share n·p·(1 − p).
    pub expected: f64,
    /// Whether these are at least [`ENOUGH_EXPECTED`].
    pub enough: bool,
    /// Years like these that bring [`ENOUGH_EXPECTED`] events. `None` if no number would.
    pub years_needed: Option<u64>,
}

/// The window of years by which a bound is judged where one year says too little: one for every purpose.
///
/// It is the last three calendar years up to `last_year`, if they hold three values and [`ENOUGH_EXPECTED`] events are
/// expected at the bound in them; else the last five. At least three values have to lie in it, and every value in it has
/// to have counts: a year of `without_counts` (years whose value came bare) gives no window. Years outside it do not
/// matter.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::BoundOutOfRange`].
///
/// ```
/// use dabiao::statistics::{CountKind, YearSample, pool_window};
///
/// let years: Vec<_> = [2020, 2021, 2023, 2024].map(|year| YearSample::new(year, 1, 700)).into();
/// let window = |bare: &[i32]| pool_window(CountKind::Rate, &years, bare, 2024, 0.005);
/// // 2022 is missing: the last three years hold two values, the last five hold four.
/// assert!(window(&[])?.is_some_and(|w| (w.pool.first_year, w.pool.years) == (2020, 4)));
/// assert_eq!(window(&[2022])?, None);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn pool_window(
    kind: CountKind,
    years: &[YearSample],
    without_counts: &[i32],
    last_year: i32,
    bound: f64,
) -> Result<Option<PoolWindow>, StatisticsError> {
    check_bound(kind, bound)?;
    check_years(years.iter().map(|y| y.year))?;
    for span in [3, 5] {
        let first_year = last_year.saturating_sub(span).saturating_add(1);
        let inside = |year: i32| (first_year..=last_year).contains(&year);
        let values = {
            let from = years.partition_point(|y| y.year < first_year);
            let to = years.partition_point(|y| y.year <= last_year);
            years.get(from..to).unwrap_or(&[])
        };
        if values.len() < 3 || without_counts.iter().any(|year| inside(*year)) {
            continue;
        }
        let Some(pool) = add_up(kind, values)? else { continue };
        let expected = expected_at_bound(kind, pool.exposure, bound)?;
        let enough = is_enough(expected);
        if enough || span == 5 {
            let years_needed = years_to_enough(expected / real_len(pool.years));
            return Ok(Some(PoolWindow { pool, expected, enough, years_needed }));
        }
    }
    Ok(None)
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
        let Some(pool) = add_up(kind, run)?.filter(is_without_gap) else { continue };
        let interval = match kind {
            CountKind::Rate => rate_interval(pool.sample(), confidence)?,
            CountKind::Share => wilson_interval(pool.sample(), confidence)?,
        };
        let annual: f64 = run.iter().map(|y| real(y.count) / real(y.exposure)).sum();
        pools.push(RollingPool { pool, interval, mean_of_annual: annual / real_len(run.len()) });
    }
    Ok(pools)
}

fn is_without_gap(pool: &Pool) -> bool {
    let steps = i64::from(pool.last_year).saturating_sub(i64::from(pool.first_year));
    usize::try_from(steps).is_ok_and(|steps| steps.checked_add(1) == Some(pool.years))
}
