//! What makes a question unanswerable.

use core::fmt;

/// Input for which no statistic exists.
///
/// Thin data (no events, too few years, no spread) is not an error where a decision is asked for; it has a named
/// answer there.
///
/// ```
/// use dabiao::statistics::{rate_interval, Sample, StatisticsError};
///
/// let error = rate_interval(Sample::new(1, 0), 0.95).unwrap_err();
/// assert_eq!(error, StatisticsError::ZeroExposure);
/// assert_eq!(error.to_string(), "the exposure or total is zero");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatisticsError {
    /// The exposure of a rate or the total of a share is zero (or, as a real number, not above zero).
    ZeroExposure,
    /// A share has more cases than the total holds.
    CountAboveTotal {
        /// The cases counted.
        count: u64,
        /// The total they were counted in.
        total: u64,
    },
    /// A real-valued number of cases is negative or above its total.
    CountOutOfRange,
    /// A count, an exposure or a sum of them is above 2⁵³, where not every whole number has an `f64`.
    CountTooLarge,
    /// A probability or level that has to lie strictly between 0 and 1 does not.
    NotAProbability {
        /// Which argument.
        name: &'static str,
    },
    /// An argument is negative, not finite, or beyond the supported size.
    OutOfRange {
        /// Which argument.
        name: &'static str,
    },
    /// A bound is negative or not finite, or the bound of a share is above 1.
    BoundOutOfRange,
    /// The years do not strictly increase.
    YearsNotIncreasing {
        /// The first year that is not after the one before it.
        year: i32,
    },
    /// Fewer data than the function needs to mean anything.
    TooFew {
        /// How many it needs.
        needed: usize,
        /// How many were given.
        given: usize,
    },
}

impl fmt::Display for StatisticsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            StatisticsError::ZeroExposure => f.write_str("the exposure or total is zero"),
            StatisticsError::CountAboveTotal { count, total } => {
                write!(f, "the count `{count}` is above the total `{total}`")
            }
            StatisticsError::CountOutOfRange => f.write_str("the count is negative or above the total"),
            StatisticsError::CountTooLarge => f.write_str("a count or exposure is above 2^53"),
            StatisticsError::NotAProbability { name } => {
                write!(f, "`{name}` must lie strictly between 0 and 1")
            }
            StatisticsError::OutOfRange { name } => {
                write!(f, "`{name}` is negative, not finite or too large")
            }
            StatisticsError::BoundOutOfRange => {
                f.write_str("the bound is negative, not finite, or above 1 for a share")
            }
            StatisticsError::YearsNotIncreasing { year } => {
                write!(f, "year `{year}` is not after the year before it")
            }
            StatisticsError::TooFew { needed, given } => {
                write!(f, "needs at least `{needed}` data, got `{given}`")
            }
        }
    }
}

impl core::error::Error for StatisticsError {}
