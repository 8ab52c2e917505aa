//! How much a literal verdict on counts is worth.

use core::fmt;

use super::data::{check_probability, expected_at_bound};
use super::tails::{perfect_tail, tails_at_bound};
use super::{CountKind, Sample, Side, StatisticsError};

/// The verdict by the letter of the plan, reached elsewhere in exact arithmetic.
///
/// ```
/// use dabiao::statistics::Literal;
///
/// assert_ne!(Literal::Met, Literal::NotMet);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Literal {
    /// The value meets the bound.
    Met,
    /// It does not.
    NotMet,
}

/// The five labels of a verdict on counts. No other case exists, and none will be added.
///
/// ```
/// use dabiao::statistics::Certainty;
///
/// assert_eq!(Certainty::MetUnconfirmable.as_str(), "met_unconfirmable");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Certainty {
    /// Met, and a true value at the bound would hardly have given so good a count.
    MetConfirmed,
    /// Met, but chance may have helped; another count of the same size could have confirmed it.
    MetUnconfirmed,
    /// Met, and with so few cases no count could have confirmed it.
    MetUnconfirmable,
    /// Not met, and a true value at the bound would hardly have given so bad a count.
    MissedConfirmed,
    /// Not met, but a true value at the bound could well have given this count.
    MissedWithinChance,
}

impl Certainty {
    /// The label as it is written in data: `met_confirmed` and so on.
    ///
    /// ```
    /// use dabiao::statistics::Certainty;
    ///
    /// assert_eq!(Certainty::MissedWithinChance.as_str(), "missed_within_chance");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Certainty::MetConfirmed => "met_confirmed",
            Certainty::MetUnconfirmed => "met_unconfirmed",
            Certainty::MetUnconfirmable => "met_unconfirmable",
            Certainty::MissedConfirmed => "missed_confirmed",
            Certainty::MissedWithinChance => "missed_within_chance",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A label and the numbers behind it.
///
/// ```
/// use dabiao::statistics::{certainty, Certainty, CountKind, Literal, Sample, Side};
///
/// let sure = certainty(CountKind::Rate, Sample::new(0, 800), 0.00012, Side::AtMost, Literal::Met, 0.05)?;
/// assert_eq!(sure.label, Certainty::MetUnconfirmable);
/// assert!((sure.expected - 0.096).abs() < 1e-12);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sureness {
    /// The label.
    pub label: Certainty,
    /// The chance, at the bound, of a count as good as this one or better.
    pub good_tail: f64,
    /// The chance, at the bound, of a count as bad as this one or worse.
    pub bad_tail: f64,
    /// Events expected at the bound; for a share n·p·(1 − p).
    pub expected: f64,
}

/// Labels a literal verdict by the exact one-sided tails at the bound.
///
/// | literal verdict | tail | label |
/// |---|---|---|
/// | met | good tail ≤ `alpha` | [`Certainty::MetConfirmed`] |
/// | met | good tail above `alpha`, but a better count would bring it down there | [`Certainty::MetUnconfirmed`] |
/// | met | good tail above `alpha` even for a perfect count | [`Certainty::MetUnconfirmable`] |
/// | not met | bad tail ≤ `alpha`, and two cases against it | [`Certainty::MissedConfirmed`] |
/// | not met | any other | [`Certainty::MissedWithinChance`] |
///
/// The two cases are events for "at most", missing successes for a share "at least", and for a rate "at least"
/// events lacking to the number expected. One death alone never confirms a miss, however small the county.
///
/// A bound of nothing at all, or of a full share, follows the same rule: one case against it has a tail of 0, and is
/// still labelled within chance.
///
/// Source: one-sided exact tests against the bound; the labels and the minimum of two are this library's.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountAboveTotal`], [`StatisticsError::CountTooLarge`], [`StatisticsError::BoundOutOfRange`],
/// [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{certainty, Certainty, CountKind, Literal, Sample, Side};
///
/// let label = |count, total, verdict| {
///     certainty(CountKind::Share, Sample::new(count, total), 0.9, Side::AtLeast, verdict, 0.05).map(|s| s.label)
/// };
/// assert_eq!(label(29, 29, Literal::Met)?, Certainty::MetConfirmed);
/// assert_eq!(label(28, 28, Literal::Met)?, Certainty::MetUnconfirmable);
/// assert_eq!(label(23, 30, Literal::NotMet)?, Certainty::MissedConfirmed);
/// assert_eq!(label(24, 30, Literal::NotMet)?, Certainty::MissedWithinChance);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn certainty(
    kind: CountKind,
    sample: Sample,
    bound: f64,
    side: Side,
    literal: Literal,
    alpha: f64,
) -> Result<Sureness, StatisticsError> {
    check_probability("alpha", alpha)?;
    let tails = tails_at_bound(kind, sample, bound)?;
    let (k, n) = sample.check(kind)?;
    let (good_tail, bad_tail) = (tails.good(side), tails.bad(side));
    let label = match literal {
        Literal::Met if good_tail <= alpha => Certainty::MetConfirmed,
        // Without a best count (a rate at least) some larger one could always have confirmed it.
        Literal::Met if perfect_tail(kind, side, n, bound).is_none_or(|tail| tail <= alpha) => {
            Certainty::MetUnconfirmed
        }
        Literal::Met => Certainty::MetUnconfirmable,
        Literal::NotMet => {
            let two_against = match (side, kind) {
                (Side::AtMost, _) => sample.count >= 2,
                (Side::AtLeast, CountKind::Share) => sample.missing() >= 2,
                (Side::AtLeast, CountKind::Rate) => n * bound - k > 1.0,
            };
            if bad_tail <= alpha && two_against {
                Certainty::MissedConfirmed
            } else {
                Certainty::MissedWithinChance
            }
        }
    };
    Ok(Sureness { label, good_tail, bad_tail, expected: expected_at_bound(kind, sample.exposure, bound)? })
}
