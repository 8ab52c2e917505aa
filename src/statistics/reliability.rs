//! Whether a rate rests on enough events to be printed without a warning.

use super::data::real;
use super::{StatisticsError, count_interval};

/// A named standard of reliability; the host chooses, the first is the default.
///
/// ```
/// use dabiao::statistics::Standard;
///
/// assert!(Standard::default().accepts(10));
/// assert!(!Standard::RelativeErrorAtMost30.accepts(11));
/// assert!(Standard::RelativeErrorAtMost30.accepts(12));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Standard {
    /// At least 10 events.
    #[default]
    #[cfg_attr(feature = "serde", serde(rename = "at_least_10_events"))]
    AtLeast10Events,
    /// At least 20 events.
    #[cfg_attr(feature = "serde", serde(rename = "at_least_20_events"))]
    AtLeast20Events,
    /// A relative standard error of at most 30 %: at least 12 events.
    #[cfg_attr(feature = "serde", serde(rename = "relative_error_at_most_30_percent"))]
    RelativeErrorAtMost30,
}

impl Standard {
    /// Whether a rate on `events` events satisfies the standard. Decided in whole numbers.
    ///
    /// ```
    /// use dabiao::statistics::Standard;
    ///
    /// assert!(!Standard::AtLeast20Events.accepts(19));
    /// ```
    #[must_use]
    pub const fn accepts(self, events: u64) -> bool {
        match self {
            Standard::AtLeast10Events => events >= 10,
            Standard::AtLeast20Events => events >= 20,
            // 1/√k ≤ 3/10 is 9 k ≥ 100.
            Standard::RelativeErrorAtMost30 => events.saturating_mul(9) >= 100,
        }
    }
}

/// How reliable a rate is, whatever its exposure.
///
/// ```
/// use dabiao::statistics::{reliability, Standard};
///
/// assert_eq!(reliability(4, Standard::default())?.relative_standard_error, Some(0.5));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Whether the chosen standard is satisfied.
    pub reliable: bool,
    /// 1/√k, the standard error of a Poisson rate relative to it. `None` without events.
    pub relative_standard_error: Option<f64>,
    /// Width of the exact 95 % interval relative to the rate. `None` without events.
    pub relative_interval_width: Option<f64>,
}

/// Judges `events` by a named standard.
///
/// Source: 1/√k is the relative standard error of a Poisson count; the width is that of [`count_interval`].
///
/// # Errors
///
/// [`StatisticsError::CountTooLarge`].
///
/// ```
/// use dabiao::statistics::{reliability, Standard};
///
/// let rate = reliability(0, Standard::AtLeast10Events)?;
/// assert!(!rate.reliable && rate.relative_standard_error.is_none());
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn reliability(events: u64, standard: Standard) -> Result<Reliability, StatisticsError> {
    let interval = count_interval(events, 0.95)?;
    let k = real(events);
    let some = events > 0;
    Ok(Reliability {
        reliable: standard.accepts(events),
        relative_standard_error: some.then(|| 1.0 / libm::sqrt(k)),
        relative_interval_width: some.then(|| (interval.upper - interval.lower) / k),
    })
}
