//! What the functions are given: counts, kinds, sides, and the checks that all of them share.

use super::StatisticsError;

/// The least number of events expected at the bound for statements about an underlying rate: 3.
///
/// For a share the number compared with it is n·p·(1 − p).
///
/// ```
/// use dabiao::statistics::{expected_at_bound, CountKind, ENOUGH_EXPECTED};
/// assert!(expected_at_bound(CountKind::Rate, 700, 0.00012)? < ENOUGH_EXPECTED);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub const ENOUGH_EXPECTED: f64 = 3.0;

/// The largest count or exposure taken: up to here every whole number has an `f64` of its own.
const LARGEST: u64 = 1 << 53;

/// Values without counts stay below this size, so that squares and sums of them stay finite.
const LARGEST_VALUE: f64 = 1e100;

/// How the cases come about.
///
/// ```
/// use dabiao::statistics::{expected_at_bound, CountKind};
///
/// // 25 of 100 children expected: 25 events as a rate, but only 18.75 = n·p·(1 − p) as a share.
/// assert_eq!(expected_at_bound(CountKind::Rate, 100, 0.25)?, 25.0);
/// assert_eq!(expected_at_bound(CountKind::Share, 100, 0.25)?, 18.75);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountKind {
    /// Events over an exposure, such as deaths over live births: Poisson. There may be more events than exposure.
    Rate,
    /// So many of a total, such as children vaccinated of all children: binomial.
    Share,
}

/// On which side of its bound a value is good.
///
/// ```
/// use dabiao::statistics::Side;
///
/// assert_ne!(Side::AtMost, Side::AtLeast);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The value shall not exceed the bound: mortality.
    AtMost,
    /// The value shall not fall below the bound: coverage.
    AtLeast,
}

/// Cases counted, and what they were counted in.
///
/// ```
/// use dabiao::statistics::Sample;
///
/// let deaths = Sample::new(1, 800);
/// assert_eq!((deaths.count, deaths.exposure), (1, 800));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sample {
    /// Events of a rate, or cases of a share.
    pub count: u64,
    /// Exposure of a rate (live births, residents), or total of a share.
    pub exposure: u64,
}

impl Sample {
    /// Cases and what they were counted in. Any pair can be written down; the functions refuse impossible ones.
    ///
    /// ```
    /// use dabiao::statistics::Sample;
    ///
    /// assert_eq!(Sample::new(27, 30), Sample { count: 27, exposure: 30 });
    /// ```
    #[must_use]
    pub const fn new(count: u64, exposure: u64) -> Self {
        Self { count, exposure }
    }

    /// Both numbers as reals, after checking that they can occur.
    pub(super) fn check(self, kind: CountKind) -> Result<(f64, f64), StatisticsError> {
        if self.exposure == 0 {
            return Err(StatisticsError::ZeroExposure);
        }
        if self.count > LARGEST || self.exposure > LARGEST {
            return Err(StatisticsError::CountTooLarge);
        }
        if kind == CountKind::Share && self.count > self.exposure {
            return Err(StatisticsError::CountAboveTotal { count: self.count, total: self.exposure });
        }
        Ok((real(self.count), real(self.exposure)))
    }

    /// Both together. Sums too large are refused by [`check`](Self::check).
    pub(super) const fn plus(self, other: Self) -> Self {
        Self::new(self.count.saturating_add(other.count), self.exposure.saturating_add(other.exposure))
    }

    /// The cases of a share turned round: those missing.
    pub(super) const fn missing(self) -> u64 {
        self.exposure.saturating_sub(self.count)
    }
}

/// The counts of one year.
///
/// ```
/// use dabiao::statistics::{Sample, YearSample};
///
/// assert_eq!(YearSample::new(2024, 1, 800).sample(), Sample::new(1, 800));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearSample {
    /// Calendar year.
    pub year: i32,
    /// Events of a rate, or cases of a share.
    pub count: u64,
    /// Exposure of a rate, or total of a share.
    pub exposure: u64,
}

impl YearSample {
    /// The counts of `year`.
    ///
    /// ```
    /// use dabiao::statistics::YearSample;
    ///
    /// assert_eq!(YearSample::new(2024, 1, 800).exposure, 800);
    /// ```
    #[must_use]
    pub const fn new(year: i32, count: u64, exposure: u64) -> Self {
        Self { year, count, exposure }
    }

    /// The same without the year.
    ///
    /// ```
    /// use dabiao::statistics::YearSample;
    ///
    /// assert_eq!(YearSample::new(2024, 1, 800).sample().count, 1);
    /// ```
    #[must_use]
    pub const fn sample(self) -> Sample {
        Sample::new(self.count, self.exposure)
    }
}

/// A value of one year that came without counts.
///
/// ```
/// use dabiao::statistics::YearValue;
///
/// assert_eq!(YearValue::new(2024, 94.6).year, 2024);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearValue {
    /// Calendar year.
    pub year: i32,
    /// The value, in the unit of the indicator.
    pub value: f64,
}

impl YearValue {
    /// The value of `year`.
    ///
    /// ```
    /// use dabiao::statistics::YearValue;
    ///
    /// assert!(YearValue::new(2024, 94.6).value > 94.0);
    /// ```
    #[must_use]
    pub const fn new(year: i32, value: f64) -> Self {
        Self { year, value }
    }
}

/// How much the data can say about a bound: the events expected exactly at it, L = n·T, or n·p·(1 − p) for a share.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountTooLarge`], [`StatisticsError::BoundOutOfRange`].
///
/// ```
/// use dabiao::statistics::{expected_at_bound, CountKind};
///
/// let births = expected_at_bound(CountKind::Rate, 700, 0.00012)?;
/// assert!((births - 0.084).abs() < 1e-12);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn expected_at_bound(kind: CountKind, exposure: u64, bound: f64) -> Result<f64, StatisticsError> {
    let (_, n) = Sample::new(0, exposure).check(kind)?;
    check_bound(kind, bound)?;
    match kind {
        CountKind::Rate => expectation(n, bound),
        CountKind::Share => Ok(n * bound * (1.0 - bound)),
    }
}

/// Whether fewer than [`ENOUGH_EXPECTED`] events are expected at the bound, so that annual values carry no trend.
///
/// Exactly three is enough; the last bits of a bound such as 0.00012 do not count against it.
///
/// # Errors
///
/// As [`expected_at_bound`].
///
/// ```
/// use dabiao::statistics::{few_cases, CountKind};
///
/// assert!(few_cases(CountKind::Rate, 700, 0.00012)?);
/// assert!(!few_cases(CountKind::Rate, 25_000, 0.00012)?);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn few_cases(kind: CountKind, exposure: u64, bound: f64) -> Result<bool, StatisticsError> {
    Ok(!is_enough(expected_at_bound(kind, exposure, bound)?))
}

/// Compares with [`ENOUGH_EXPECTED`], forgiving the rounding of a decimal bound and one product.
pub(super) fn is_enough(expected: f64) -> bool {
    expected >= ENOUGH_EXPECTED * (1.0 - 1e-12)
}

/// A whole number as a real one; exact for all numbers that passed [`Sample::check`].
pub(super) const fn real(n: u64) -> f64 {
    n as f64
}

/// The length of a slice as a real number.
pub(super) const fn real_len(n: usize) -> f64 {
    n as f64
}

/// The whole part of a non-negative real number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and callers pass numbers up to 2^53"
)]
pub(super) const fn whole(x: f64) -> u64 {
    x as u64
}

/// Refuses a level or probability at or beyond 0 and 1; NaN fails both comparisons.
pub(super) fn check_probability(name: &'static str, p: f64) -> Result<(), StatisticsError> {
    if p > 0.0 && p < 1.0 { Ok(()) } else { Err(StatisticsError::NotAProbability { name }) }
}

/// Refuses a threshold that is negative or not finite.
pub(super) fn check_threshold(name: &'static str, threshold: f64) -> Result<(), StatisticsError> {
    if (0.0..=f64::MAX).contains(&threshold) { Ok(()) } else { Err(StatisticsError::OutOfRange { name }) }
}

/// Refuses a bound that no value of this kind can have.
pub(super) fn check_bound(kind: CountKind, bound: f64) -> Result<(), StatisticsError> {
    let largest = match kind {
        CountKind::Rate => f64::MAX,
        CountKind::Share => 1.0,
    };
    if (0.0..=largest).contains(&bound) { Ok(()) } else { Err(StatisticsError::BoundOutOfRange) }
}

/// L = n·T, kept within the range in which counts are exact.
pub(super) fn expectation(n: f64, bound: f64) -> Result<f64, StatisticsError> {
    let expected = n * bound;
    if expected <= real(LARGEST) { Ok(expected) } else { Err(StatisticsError::CountTooLarge) }
}

/// Refuses values that are not finite or so large that their squares overflow.
pub(super) fn check_values(values: impl Iterator<Item = f64>) -> Result<(), StatisticsError> {
    for value in values {
        if !(-LARGEST_VALUE..=LARGEST_VALUE).contains(&value) {
            return Err(StatisticsError::OutOfRange { name: "value" });
        }
    }
    Ok(())
}

/// Refuses years that repeat or run backwards.
pub(super) fn check_years(years: impl Iterator<Item = i32>) -> Result<(), StatisticsError> {
    let mut before = None;
    for year in years {
        if before.is_some_and(|b| year <= b) {
            return Err(StatisticsError::YearsNotIncreasing { year });
        }
        before = Some(year);
    }
    Ok(())
}

/// Adds up the years, after checking each, their order and the size of the sums.
pub(super) fn total(kind: CountKind, years: &[YearSample]) -> Result<Sample, StatisticsError> {
    check_years(years.iter().map(|y| y.year))?;
    add_up(kind, years.iter().map(|year| year.sample()))
}

/// Adds up samples, after checking each and the size of the sums.
pub(super) fn sum_of(kind: CountKind, samples: &[Sample]) -> Result<Sample, StatisticsError> {
    add_up(kind, samples.iter().copied())
}

fn add_up(kind: CountKind, samples: impl Iterator<Item = Sample>) -> Result<Sample, StatisticsError> {
    let mut sum = Sample::new(0, 0);
    for sample in samples {
        sample.check(kind)?;
        sum = sum.plus(sample);
        if sum.count > LARGEST || sum.exposure > LARGEST {
            return Err(StatisticsError::CountTooLarge);
        }
    }
    Ok(sum)
}
