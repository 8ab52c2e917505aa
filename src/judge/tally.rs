//! A target over units, counted piece by piece: by processes, files or threads, and merged in any order.

use alloc::collections::BTreeSet;
use alloc::string::String;

use crate::error::{Error, InvalidError, message, name};
use crate::judge::Outcome;

/// How the units of a target over units did, so far (每个苏木镇≥90％). Two tallies of different units merge into the tally of
/// all of them; the order changes nothing. Of the units that fail the first `KEPT` by their ids are named, however they came in;
/// the others are counted.
///
/// Each unit is counted once, and only units that should report.
///
/// ```
/// use dabiao::{judge::UnitsTally, Outcome};
/// let mut north: UnitsTally = UnitsTally::new();
/// north.count("锡尼镇", Outcome::Met);
/// north.count_not_reported();
/// let mut south: UnitsTally = UnitsTally::new();
/// south.count("巴拉贡镇", Outcome::NotMet);
/// north.merge(south);
/// assert_eq!(north.outcome(Some(3))?, Outcome::NotMet);
/// assert_eq!(north.failing().collect::<Vec<_>>(), ["巴拉贡镇"]);
/// assert_eq!((north.passed(), north.failed(), north.not_reported(), north.failing_beyond()), (1, 1, 1, 0));
/// # Ok::<(), dabiao::Error>(())
/// ```
///
/// ```
/// use dabiao::{judge::UnitsTally, Outcome};
/// let mut tally: UnitsTally = UnitsTally::new();
/// tally.count("锡尼镇", Outcome::Undetermined);
/// tally.count("巴拉贡镇", Outcome::NotApplicable);
/// assert_eq!((tally.total(), tally.undetermined(), tally.not_applicable()), (2, 1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, try_from = "Parts"))]
pub struct UnitsTally<const KEPT: usize = 20> {
    passed: u64,
    failed: u64,
    not_reported: u64,
    undetermined: u64,
    not_applicable: u64,
    not_due: u64,
    not_judged: u64,
    /// INVARIANT: at most `KEPT` ids, and no more than have failed.
    failing: BTreeSet<String>,
}

/// What is on the wire, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Parts {
    passed: u64,
    failed: u64,
    not_reported: u64,
    undetermined: u64,
    not_applicable: u64,
    not_due: u64,
    not_judged: u64,
    failing: BTreeSet<String>,
}

#[cfg(feature = "serde")]
impl<const KEPT: usize> TryFrom<Parts> for UnitsTally<KEPT> {
    type Error = Error;

    fn try_from(parts: Parts) -> Result<Self, Error> {
        let named = parts.failing.len();
        if named > KEPT || u64::try_from(named).is_ok_and(|named| named > parts.failed) {
            let remedy = message(
                alloc::format!("name at most {KEPT} units, and none that has not failed"),
                alloc::format!("最多列出{KEPT}个单位，且都应未达标"),
            );
            return Err(InvalidError::new(name("failing units", "未达标单位数"), named, remedy).into());
        }
        let Parts {
            passed,
            failed,
            not_reported,
            undetermined,
            not_applicable,
            not_due,
            not_judged,
            failing,
        } = parts;
        Ok(Self { passed, failed, not_reported, undetermined, not_applicable, not_due, not_judged, failing })
    }
}

impl<const KEPT: usize> UnitsTally<KEPT> {
    /// Nothing yet; merging it changes nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a unit that reported. Nothing is allocated unless it fails and its name is kept.
    pub fn count(&mut self, unit: &str, outcome: Outcome) {
        let counter = match outcome {
            Outcome::Met => &mut self.passed,
            Outcome::NotMet => &mut self.failed,
            Outcome::Undetermined => &mut self.undetermined,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::NotDue => &mut self.not_due,
            Outcome::NotJudged => &mut self.not_judged,
        };
        *counter = counter.saturating_add(1);
        if outcome == Outcome::NotMet {
            let room =
                self.failing.len() < KEPT || self.failing.last().is_some_and(|last| unit < last.as_str());
            if room && !self.failing.contains(unit) {
                self.failing.insert(unit.into());
                self.keep();
            }
        }
    }

    /// Counts a unit that should have reported and has not.
    pub fn count_not_reported(&mut self) {
        self.not_reported = self.not_reported.saturating_add(1);
    }

    /// Counts a column of verdicts, each with the unit of its row.
    ///
    /// ```
    /// use dabiao::{judge::UnitsTally, Outcome};
    /// let townships = ["锡尼镇", "巴拉贡镇"];
    /// let mut tally: UnitsTally = UnitsTally::new();
    /// tally.count_column(townships, &[Outcome::Met, Outcome::Met])?;
    /// assert_eq!(tally.outcome(Some(2))?, Outcome::Met);
    /// assert_eq!(tally.outcome(None)?, Outcome::Undetermined);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    ///
    /// # Errors
    /// If there are not as many units as verdicts; then nothing is counted.
    pub fn count_column<'a, I>(&mut self, units: I, outcomes: &[Outcome]) -> Result<(), Error>
    where
        I: IntoIterator<Item = &'a str, IntoIter: ExactSizeIterator>,
    {
        let units = units.into_iter();
        if units.len() != outcomes.len() {
            let remedy = message(
                alloc::format!("give one for each of the {} verdicts", outcomes.len()),
                alloc::format!("共{}个结果，应逐一对应单位", outcomes.len()),
            );
            return Err(InvalidError::new(name("units", "单位数"), units.len(), remedy).into());
        }
        for (unit, outcome) in units.zip(outcomes) {
            self.count(unit, *outcome);
        }
        Ok(())
    }

    fn keep(&mut self) {
        while self.failing.len() > KEPT {
            self.failing.pop_last();
        }
    }

    /// Takes in the tally of other units.
    pub fn merge(&mut self, other: Self) {
        let counters = [
            (&mut self.passed, other.passed),
            (&mut self.failed, other.failed),
            (&mut self.not_reported, other.not_reported),
            (&mut self.undetermined, other.undetermined),
            (&mut self.not_applicable, other.not_applicable),
            (&mut self.not_due, other.not_due),
            (&mut self.not_judged, other.not_judged),
        ];
        for (counter, more) in counters {
            *counter = counter.saturating_add(more);
        }
        self.failing.extend(other.failing);
        self.keep();
    }

    /// The verdict on all units: not met as soon as one fails, whatever is missing; met only if so many should report as are
    /// counted and all pass. `expected` is the size of the roster; without one only a failure decides. Units of the roster that
    /// are not counted did not report.
    ///
    /// # Errors
    /// If more units are counted than the roster has: one of them is no unit of it, or counted twice, and may be the one that
    /// fails.
    ///
    /// ```
    /// use dabiao::{judge::UnitsTally, Outcome};
    /// let mut tally: UnitsTally = UnitsTally::new();
    /// tally.count("锡尼镇", Outcome::Met);
    /// assert_eq!(tally.outcome(Some(1))?, Outcome::Met);
    /// assert_eq!(tally.outcome(Some(2))?, Outcome::Undetermined);
    /// assert!(tally.outcome(Some(0)).is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn outcome(&self, expected: Option<u64>) -> Result<Outcome, Error> {
        let uncounted = match expected.map(|expected| expected.checked_sub(self.total())) {
            Some(None) => {
                let remedy = message(
                    alloc::format!("{} units are counted: count each of the roster once", self.total()),
                    alloc::format!("已计入{}个单位：名录内每个单位只计一次", self.total()),
                );
                return Err(InvalidError::new(
                    name("roster of", "名录单位数"),
                    expected.unwrap_or(0),
                    remedy,
                )
                .into());
            }
            Some(Some(uncounted)) => uncounted,
            None => 0,
        };
        let outcomes = [
            (self.passed, Outcome::Met),
            (self.failed, Outcome::NotMet),
            (self.not_reported, Outcome::Undetermined),
            (uncounted, Outcome::Undetermined),
            (self.undetermined, Outcome::Undetermined),
            (self.not_applicable, Outcome::NotApplicable),
            (self.not_due, Outcome::NotDue),
            (self.not_judged, Outcome::NotJudged),
        ];
        let outcomes = outcomes.into_iter().filter(|(count, _)| *count > 0).map(|(_, outcome)| outcome);
        Ok(match (Outcome::all(outcomes), expected) {
            // Without the roster only a failure is known to be one of the whole.
            (Outcome::Met | Outcome::NotApplicable, None) => Outcome::Undetermined,
            (outcome, _) => outcome,
        })
    }

    /// How many units are counted.
    #[must_use]
    pub fn total(&self) -> u64 {
        let outcomes = [
            self.failed,
            self.not_reported,
            self.undetermined,
            self.not_applicable,
            self.not_due,
            self.not_judged,
        ];
        outcomes.into_iter().fold(self.passed, u64::saturating_add)
    }

    /// How many pass.
    #[must_use]
    pub const fn passed(&self) -> u64 {
        self.passed
    }

    /// How many fail.
    #[must_use]
    pub const fn failed(&self) -> u64 {
        self.failed
    }

    /// How many are known not to have reported.
    #[must_use]
    pub const fn not_reported(&self) -> u64 {
        self.not_reported
    }

    /// Of how many the values do not decide.
    #[must_use]
    pub const fn undetermined(&self) -> u64 {
        self.undetermined
    }

    /// To how many it does not apply.
    #[must_use]
    pub const fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// The first units that fail, in order of their ids.
    pub fn failing(&self) -> impl ExactSizeIterator<Item = &str> {
        self.failing.iter().map(String::as_str)
    }

    /// How many fail beyond those that are named.
    #[must_use]
    pub fn failing_beyond(&self) -> u64 {
        self.failed.saturating_sub(u64::try_from(self.failing.len()).unwrap_or(u64::MAX))
    }
}
