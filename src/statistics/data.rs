//! What the functions are given: counts, kinds, sides, and the checks that all of them share.

use super::Error;

/// The least number of events expected at the bound for statements about an underlying rate: 3.
///
/// For a share the number compared with it is n·p·(1 − p).
///
/// ```
/// use dabiao::statistics::{expected_at_bound, ENOUGH_EXPECTED, Kind};
/// assert!(expected_at_bound(Kind::Rate, 700, 0.00012)? < ENOUGH_EXPECTED);
/// # Ok::<(), dabiao::statistics::Error>(())
/// ```
pub const ENOUGH_EXPECTED: f64 = 3.0;

/// The largest count or exposure taken: up to here every whole number has an `f64` of its own.
const LARGEST: u64 = 1 << 53;

/// Values without counts stay below this size, so that squares and sums of them stay finite.
const LARGEST_VALUE: f64 = 1e100;

/// How the cases come about.
///
/// ```
/// use dabiao::statistics::{expected_at_bound, Kind};
///
/// // 25 of 100 children expected: 25 events as a rate, but only 18.75 = n·p·(1 − p) as a share.
/// assert_eq!(expected_at_bound(Kind::Rate, 100, 0.25)?, 25.0);
/// assert_eq!(expected_at_bound(Kind::Share, 100, 0.25)?, 18.75);
/// # Ok::<(), dabiao::statistics::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
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
/// use dabiao::statistics::Tally;
///
/// let deaths = Tally::new(1, 800);
/// assert_eq!((deaths.count, deaths.exposure), (1, 800));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tally {
    /// Events of a rate, or cases of a share.
    pub count: u64,
    /// Exposure of a rate (live births, residents), or total of a share.
    pub exposure: u64,
}

impl Tally {
    /// Cases and what they were counted in. Any pair can be written down; the functions refuse impossible ones.
    ///
    /// ```
    /// use dabiao::statistics::Tally;
    ///
    /// assert_eq!(Tally::new(27, 30), Tally { count: 27, exposure: 30 });
    /// ```
    #[must_use]
    pub const fn new(count: u64, exposure: u64) -> Self {
        Self { count, exposure }
    }

    /// Both numbers as reals, after checking that they can occur.
    pub(super) fn check(self, kind: Kind) -> Result<(f64, f64), Error> {
        if self.exposure == 0 {
            return Err(Error::ZeroExposure);
        }
        if self.count > LARGEST || self.exposure > LARGEST {
            return Err(Error::CountTooLarge);
        }
        if kind == Kind::Share && self.count > self.exposure {
            return Err(Error::CountAboveTotal { count: self.count, total: self.exposure });
        }
        Ok((real(self.count), real(self.exposure)))
    }

    /// The cases of a share turned round: those missing.
    pub(super) const fn missing(self) -> u64 {
        self.exposure.saturating_sub(self.count)
    }
}

/// The counts of one year.
///
/// ```
/// use dabiao::statistics::{Tally, YearTally};
///
/// assert_eq!(YearTally::new(2024, 1, 800).tally(), Tally::new(1, 800));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct YearTally {
    /// Calendar year.
    pub year: i32,
    /// Events of a rate, or cases of a share.
    pub count: u64,
    /// Exposure of a rate, or total of a share.
    pub exposure: u64,
}

impl YearTally {
    /// The counts of `year`.
    ///
    /// ```
    /// use dabiao::statistics::YearTally;
    ///
    /// assert_eq!(YearTally::new(2024, 1, 800).exposure, 800);
    /// ```
    #[must_use]
    pub const fn new(year: i32, count: u64, exposure: u64) -> Self {
        Self { year, count, exposure }
    }

    /// The same without the year.
    ///
    /// ```
    /// use dabiao::statistics::YearTally;
    ///
    /// assert_eq!(YearTally::new(2024, 1, 800).tally().count, 1);
    /// ```
    #[must_use]
    pub const fn tally(self) -> Tally {
        Tally::new(self.count, self.exposure)
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
/// [`Error::ZeroExposure`], [`Error::CountTooLarge`], [`Error::BoundOutOfRange`].
///
/// ```
/// use dabiao::statistics::{expected_at_bound, Kind};
///
/// let births = expected_at_bound(Kind::Rate, 700, 0.00012)?;
/// assert!((births - 0.084).abs() < 1e-12);
/// # Ok::<(), dabiao::statistics::Error>(())
/// ```
pub fn expected_at_bound(kind: Kind, exposure: u64, bound: f64) -> Result<f64, Error> {
    let (_, n) = Tally::new(0, exposure).check(kind)?;
    check_bound(kind, bound)?;
    match kind {
        Kind::Rate => expectation(n, bound),
        Kind::Share => Ok(n * bound * (1.0 - bound)),
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
/// use dabiao::statistics::{few_cases, Kind};
///
/// assert!(few_cases(Kind::Rate, 700, 0.00012)?);
/// assert!(!few_cases(Kind::Rate, 25_000, 0.00012)?);
/// # Ok::<(), dabiao::statistics::Error>(())
/// ```
pub fn few_cases(kind: Kind, exposure: u64, bound: f64) -> Result<bool, Error> {
    Ok(!is_enough(expected_at_bound(kind, exposure, bound)?))
}

/// Compares with [`ENOUGH_EXPECTED`], forgiving the rounding of a decimal bound and one product.
pub(super) fn is_enough(expected: f64) -> bool {
    expected >= ENOUGH_EXPECTED * (1.0 - 1e-12)
}

/// A whole number as a real one; exact for all numbers that passed [`Tally::check`].
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
pub(super) fn check_probability(name: &'static str, p: f64) -> Result<(), Error> {
    if p > 0.0 && p < 1.0 { Ok(()) } else { Err(Error::NotAProbability { name }) }
}

/// Refuses a threshold that is negative or not finite.
pub(super) fn check_threshold(name: &'static str, threshold: f64) -> Result<(), Error> {
    if (0.0..=f64::MAX).contains(&threshold) { Ok(()) } else { Err(Error::OutOfRange { name }) }
}

/// Refuses a bound that no value of this kind can have.
pub(super) fn check_bound(kind: Kind, bound: f64) -> Result<(), Error> {
    let largest = match kind {
        Kind::Rate => f64::MAX,
        Kind::Share => 1.0,
    };
    if (0.0..=largest).contains(&bound) { Ok(()) } else { Err(Error::BoundOutOfRange) }
}

/// L = n·T, kept within the range in which counts are exact.
pub(super) fn expectation(n: f64, bound: f64) -> Result<f64, Error> {
    let expected = n * bound;
    if expected <= real(LARGEST) { Ok(expected) } else { Err(Error::CountTooLarge) }
}

/// Refuses values that are not finite or so large that their squares overflow.
pub(super) fn check_values(values: impl Iterator<Item = f64>) -> Result<(), Error> {
    for value in values {
        if !(-LARGEST_VALUE..=LARGEST_VALUE).contains(&value) {
            return Err(Error::OutOfRange { name: "value" });
        }
    }
    Ok(())
}

/// Refuses years that repeat or run backwards.
pub(super) fn check_years(years: impl Iterator<Item = i32>) -> Result<(), Error> {
    let mut before = None;
    for year in years {
        if before.is_some_and(|b| year <= b) {
            return Err(Error::YearsNotIncreasing { year });
        }
        before = Some(year);
    }
    Ok(())
}

/// Adds up the years, after checking each, their order and the size of the sums.
pub(super) fn total(kind: Kind, years: &[YearTally]) -> Result<Tally, Error> {
    check_years(years.iter().map(|y| y.year))?;
    let mut sum = Tally::new(0, 0);
    for year in years {
        year.tally().check(kind)?;
        sum.count = sum.count.saturating_add(year.count);
        sum.exposure = sum.exposure.saturating_add(year.exposure);
        if sum.count > LARGEST || sum.exposure > LARGEST {
            return Err(Error::CountTooLarge);
        }
    }
    Ok(sum)
}
