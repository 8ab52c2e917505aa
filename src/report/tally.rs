//! Outcomes counted.

use core::ops::AddAssign;

use crate::judge::Outcome;
use crate::values::Ratio;

/// How many targets have which outcome. The six numbers always add up to `total`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Tally {
    /// All.
    pub total: usize,
    /// Met.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Undetermined.
    pub undetermined: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Not due.
    pub not_due: usize,
    /// Not judged.
    pub not_judged: usize,
}

impl Tally {
    pub(super) fn of(outcome: Outcome) -> Self {
        let mut tally = Self::default();
        tally.count(outcome);
        tally
    }

    /// Counts one more.
    pub fn count(&mut self, outcome: Outcome) {
        self.total += 1;
        *match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Undetermined => &mut self.undetermined,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::NotDue => &mut self.not_due,
            Outcome::NotJudged => &mut self.not_judged,
        } += 1;
    }

    /// 达标率: met over met and not met; none of none.
    ///
    /// ```
    /// use dabiao::{report::Tally, Outcome};
    /// let mut tally = Tally::default();
    /// for outcome in [Outcome::Met, Outcome::Met, Outcome::NotMet, Outcome::Undetermined] { tally.count(outcome) }
    /// assert_eq!(tally.rate().unwrap().rounded(4), "0.6667");
    /// let (low, high) = tally.rate_interval().unwrap();
    /// assert_eq!((low.rounded(2), high.rounded(2)), ("0.50".into(), "0.75".into()));
    /// ```
    #[must_use]
    pub fn rate(&self) -> Option<Ratio> {
        ratio(self.met, self.met + self.not_met)
    }

    /// Between what the rate lies, whatever the undetermined ones turn out to be.
    #[must_use]
    pub fn rate_interval(&self) -> Option<(Ratio, Ratio)> {
        let all = self.met + self.not_met + self.undetermined;
        Some((ratio(self.met, all)?, ratio(self.met + self.undetermined, all)?))
    }
}

/// The targets of both: tallies of parts of a nation, or of other years, add up in any order.
///
/// ```
/// use dabiao::{report::Tally, Outcome};
/// let (mut north, mut south) = (Tally::default(), Tally::default());
/// north.count(Outcome::Met);
/// south.count(Outcome::NotMet);
/// north += south;
/// assert_eq!((north.total, north.met, north.not_met), (2, 1, 1));
/// ```
impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.met += other.met;
        self.not_met += other.not_met;
        self.undetermined += other.undetermined;
        self.not_applicable += other.not_applicable;
        self.not_due += other.not_due;
        self.not_judged += other.not_judged;
    }
}

pub(super) fn ratio(part: usize, whole: usize) -> Option<Ratio> {
    Ratio::quotient(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
}
