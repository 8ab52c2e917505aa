//! The chance that the rate or share behind a count keeps the bound.

use super::beta::beta_tails;
use super::data::{check_bound, expectation, few_cases};
use super::gamma::gamma_tails;
use super::{CountKind, Sample, Side, StatisticsError};

/// A probability, or the statement that there is too little to base one on.
///
/// ```
/// use dabiao::statistics::{chance_of_keeping, Chance, CountKind, Sample, Side};
///
/// let chance = chance_of_keeping(CountKind::Rate, Sample::new(0, 800), 0.00012, Side::AtMost)?;
/// assert_eq!(chance, Chance::NotAssessable);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Chance {
    /// The probability that the underlying value keeps the bound.
    Probability(f64),
    /// Fewer than three events are expected at the bound: the answer would mostly be the prior.
    NotAssessable,
}

/// The probability that the underlying rate or share keeps the bound, where enough is expected at it.
///
/// Enough is L ≥ 3, or n·p·(1 − p) ≥ 3 for a share: see [`few_cases`].
///
/// # Errors
///
/// As [`posterior_of_keeping`].
///
/// ```
/// use dabiao::statistics::{chance_of_keeping, Chance, CountKind, Sample, Side};
///
/// let Chance::Probability(p) = chance_of_keeping(CountKind::Rate, Sample::new(3, 800), 0.005, Side::AtMost)? else {
///     unreachable!()
/// };
/// assert!((p - 0.667).abs() < 0.001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn chance_of_keeping(
    kind: CountKind,
    sample: Sample,
    bound: f64,
    side: Side,
) -> Result<Chance, StatisticsError> {
    let probability = posterior_of_keeping(kind, sample, bound, side)?;
    if few_cases(kind, sample.exposure, bound)? {
        Ok(Chance::NotAssessable)
    } else {
        Ok(Chance::Probability(probability))
    }
}

/// The same probability without the gate; for study, not for reports.
///
/// Source: H. Jeffreys' prior; the posterior of a rate is gamma with shape k + ½, of a share beta with shapes x + ½
/// and n − x + ½.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountAboveTotal`], [`StatisticsError::CountTooLarge`], [`StatisticsError::BoundOutOfRange`].
///
/// ```
/// use dabiao::statistics::{posterior_of_keeping, CountKind, Sample, Side};
///
/// let p = posterior_of_keeping(CountKind::Share, Sample::new(27, 30), 0.9, Side::AtLeast)?;
/// assert!((p - 0.466).abs() < 0.001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn posterior_of_keeping(
    kind: CountKind,
    sample: Sample,
    bound: f64,
    side: Side,
) -> Result<f64, StatisticsError> {
    let (k, n) = sample.check(kind)?;
    check_bound(kind, bound)?;
    let (below, above) = match kind {
        CountKind::Rate => gamma_tails(k + 0.5, expectation(n, bound)?),
        CountKind::Share => beta_tails(bound, 1.0 - bound, k + 0.5, n - k + 0.5),
    };
    Ok(match side {
        Side::AtMost => below,
        Side::AtLeast => above,
    })
}
