//! Changes: the word follows the movement, the unit follows the habit, and good or bad is said apart.

use alloc::string::String;

use super::figure::{percent, two_figures};
use super::{RateChange, Words};
use crate::ahead::Dated;
use crate::judge::Role;
use crate::plan::{Better, Calendar, Rule};
use crate::values::{Number, Ratio, Unit};

/// A change in words, and whether it is for the better (1), for the worse (−1) or neither.
pub(super) struct Change {
    pub words: String,
    pub gain: i8,
}

impl Words<'_> {
    /// The change on the value before.
    pub(super) fn change(&self) -> Option<Change> {
        let judgement = &self.row.judgement;
        let value = judgement.assessment.value.as_ref()?;
        if let Some(year) = judgement.redefined {
            let words = self.pick(
                alloc::format!("{year}年起口径变化，与此前不可比"),
                alloc::format!("definition changed in {year}, not comparable with earlier values"),
            );
            return Some(Change { words, gain: 0 });
        }
        let before = judgement.previous.as_ref()?;
        // A rise that shall slow is not called bad for being one.
        let judged = self.better().filter(|_| self.row.target.rule != Rule::RisesSlower);
        let gain = judged.map_or(0, |better| better.signed(&(value - &before.value)).signum());
        let year = before.year;
        let term = self.row.indicator.calendar == Calendar::Term;
        let since = match (self.is_chinese(), term) {
            (true, true) => alloc::format!("上届（{year}年）"),
            (true, false) => alloc::format!("{year}年"),
            (false, true) => alloc::format!("the previous term ({year})"),
            (false, false) => alloc::format!("{year}"),
        };
        let moved = self.moved(value, &before.value);
        let judged = match gain {
            1 => self.say("（好转）", " (better)"),
            -1 => self.say("（变差）", " (worse)"),
            _ => String::new(),
        };
        let words = match (moved, self.is_chinese()) {
            (None, true) => alloc::format!("与{since}持平"),
            (None, false) => alloc::format!("unchanged from {since}"),
            (Some(moved), true) => alloc::format!("比{since}{moved}{judged}"),
            (Some(moved), false) => alloc::format!("{moved} from {since}{judged}"),
        };
        Some(Change { words, gain })
    }

    /// The change since the baseline, for a direction: 比2020年（91.2%）提高0.8个百分点.
    pub(super) fn since_baseline(&self) -> Option<String> {
        let value = self.row.assessment().value.as_ref()?;
        let Dated { year, value: from } = self.baseline()?;
        let base = self.amount(&from);
        Some(match (self.moved(value, &from), self.is_chinese()) {
            (None, true) => alloc::format!("与{year}年（{base}）持平"),
            (None, false) => alloc::format!("unchanged from {year} ({base})"),
            (Some(moved), true) => alloc::format!("比{year}年（{base}）{moved}"),
            (Some(moved), false) => alloc::format!("{moved} from {year} ({base})"),
        })
    }

    /// The value that a direction is measured from, with its year.
    pub(super) fn baseline(&self) -> Option<Dated> {
        let assessment = self.row.assessment();
        let year = assessment.evidence.iter().find(|evidence| evidence.role == Role::Baseline)?.period.year();
        match self.row.target.rule {
            Rule::Improves { .. } | Rule::NotWorse { .. } => {
                Some(Dated::new(year, assessment.bound.as_ref()?.limit.clone()))
            }
            // Its bound is what the rise before would have brought.
            Rule::RisesSlower => self.row.judgement.baseline.clone().filter(|baseline| baseline.year == year),
            _ => None,
        }
    }

    /// How a value moved from another: the verb and the size. None where it did not.
    fn moved(&self, value: &Ratio, from: &Ratio) -> Option<String> {
        let card = &self.row.indicator;
        let difference = value - from;
        let rises = match difference.signum() {
            0 => return None,
            sign => sign > 0,
        };
        let positive = value.signum() > 0 && from.signum() > 0;
        let relative = card.unit == Unit::Per100k
            && card.gap.is_none()
            && self.style.rate_change == RateChange::Relative
            && positive;
        let part = || difference.abs().over(from).filter(|_| from.signum() > 0);
        let verb = self.verb(rises);
        if relative {
            let size = percent(&part()?, &[]);
            return Some(self.pick(alloc::format!("{verb}{size}"), alloc::format!("{verb} {size}")));
        }
        let size = self.step(&difference, &[self.shown(value), self.shown(from)]);
        let amounts = matches!(card.unit, Unit::Count | Unit::Persons | Unit::Yuan | Unit::Tonnes);
        let share = part().filter(|_| amounts && card.gap.is_none()).map(|part| percent(&part, &[]));
        Some(match (share, self.is_chinese()) {
            (None, true) => alloc::format!("{verb}{size}"),
            (None, false) => alloc::format!("{verb} {size}"),
            (Some(share), true) => {
                alloc::format!("{verb}{size}，{}{share}", if rises { "增长" } else { "下降" })
            }
            (Some(share), false) => alloc::format!("{verb} {size} ({share})"),
        })
    }

    /// The verb of a movement; it says nothing of good or bad.
    pub(super) fn verb(&self, rises: bool) -> &'static str {
        let card = &self.row.indicator;
        if !self.is_chinese() {
            return if rises { "up" } else { "down" };
        }
        let counted = card.unit.is_whole() || matches!(card.unit.of_difference(), Unit::Per1000);
        let spent = matches!(
            card.unit,
            Unit::Yuan | Unit::Tonnes | Unit::HoursPerDay | Unit::ClassHours | Unit::Minutes | Unit::Months
        );
        match (card.gap.is_some(), counted || spent, rises) {
            (true, _, true) => "扩大",
            (true, _, false) => "缩小",
            (_, true, true) => "增加",
            (_, true, false) => "减少",
            (_, _, true) if self.better() == Some(Better::Higher) => "提高",
            (_, _, true) => "上升",
            (_, _, false) => "下降",
        }
    }

    /// The size of a change with its unit: exact between numbers of few decimals, else as the values beside it.
    pub(super) fn step(&self, change: &Ratio, sides: &[String]) -> String {
        let counted = self.row.assessment().counts.is_some();
        let exact = change.to_number().map(Number::places).filter(|places| !counted && *places <= 4);
        self.sized(change, exact.unwrap_or_else(|| two_figures(change, self.digits)), sides)
    }
}
