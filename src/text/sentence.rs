//! The sentence on a verdict: value, change, verdict with what was asked, distance, reasons, remarks.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::Change;
use super::{Words, small_numbers};
use crate::judge::{Outcome, Reason};
use crate::plan::Rule;
use crate::values::Year;

impl Words<'_> {
    pub(super) fn sentence(&self) -> String {
        let assessment = self.row.assessment();
        let outcome = assessment.outcome;
        let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
        let since_baseline = Some(()).filter(|()| judged).and_then(|()| self.since_baseline());
        // From the value that a direction is measured from nothing is told twice.
        let (change, since_baseline) = match (self.change(), since_baseline) {
            (change, Some(_)) if self.starts_from_previous() && self.row.target.rule == Rule::RisesSlower => {
                (change, None)
            }
            (_, since) if since.is_some() && self.starts_from_previous() => (None, since),
            both => both,
        };
        let mut tail: Vec<String> = Vec::new();
        if outcome == Outcome::Undetermined {
            tail.extend(assessment.reasons.iter().map(|reason| self.reason(reason)));
        }
        if judged {
            tail.extend(self.distance());
            tail.extend(since_baseline);
        }
        tail.extend(self.in_spite());
        tail.extend(self.notes());
        let by_unit = self.row.target.scope == crate::plan::Scope::EveryUnit;
        tail.extend(self.units().filter(|_| !by_unit));
        tail.extend(Some(small_numbers(self.row, self.style.language)).filter(|text| !text.is_empty()));
        let comma = self.comma();
        let tail = tail.iter().fold(String::new(), |text, part| text + comma + part);
        let verdict = self.verdict(change.as_ref());
        let change = change.map_or_else(String::new, |change| comma.to_string() + &change.words);
        let stop = if self.is_chinese() { "。" } else { "." };
        alloc::format!("{}{change}{verdict}{tail}{stop}", self.subject())
    }

    /// The indicator and its value, in the words that fit it.
    fn subject(&self) -> String {
        let name = self.name();
        if let Some(none) = self.no_event() {
            return none;
        }
        let by_unit = self.row.target.scope == crate::plan::Scope::EveryUnit;
        match (self.units().filter(|_| by_unit), self.value(), self.is_chinese()) {
            (Some(units), _, true) => alloc::format!("{name}：{units}"),
            (Some(units), _, false) => alloc::format!("{name}: {units}"),
            (None, Some(value), true) => alloc::format!("{name}{value}"),
            (None, Some(value), false) => alloc::format!("{name} {value}"),
            (None, None, _) => name.into(),
        }
    }

    /// The verdict; a change that points the other way is joined with 但.
    fn verdict(&self, change: Option<&Change>) -> String {
        let outcome = self.row.assessment().outcome;
        let gain = change.map_or(0, |change| change.gain);
        let disagrees = matches!((outcome, gain), (Outcome::Met, -1) | (Outcome::NotMet, 1));
        let (asked, words) = (self.asks(), &self.row.target.clause.words);
        if !self.is_chinese() {
            let joined = if disagrees { ", but " } else { ": " };
            return alloc::format!("{joined}{} ({asked})", outcome.en());
        }
        let joined = if disagrees { "，但" } else { "，" };
        let verdict = match outcome {
            Outcome::Met => alloc::format!("达到“{words}”的目标（{asked}）"),
            Outcome::NotMet => alloc::format!("未达到“{words}”的目标（{asked}）"),
            Outcome::Undetermined => alloc::format!("是否达到“{words}”无法判断（{asked}）"),
            Outcome::NotApplicable => alloc::format!("“{words}”不适用（{asked}）"),
            Outcome::NotDue => alloc::format!("“{words}”未到期（{asked}）"),
            Outcome::NotJudged => alloc::format!("“{words}”只监测，不评价"),
        };
        alloc::format!("{joined}{verdict}")
    }

    /// What decided, where value and bound alone would have said something else.
    pub(super) fn in_spite(&self) -> Option<String> {
        let assessment = self.row.assessment();
        let (outcome, own) = (assessment.outcome, assessment.year_outcome());
        let decided = |outcome| matches!(outcome, Outcome::Met | Outcome::NotMet);
        let mut parts: Vec<String> = Vec::new();
        let bound = assessment.bound.as_ref().zip(assessment.value.as_ref());
        let literal = bound.map(|(bound, value)| bound.is_met_by(value));
        if decided(own) && literal.is_some_and(|met| met != (own == Outcome::Met)) {
            parts.push(match (self.row.target.rule.is_direction(), assessment.irrecoverable) {
                (false, _) => {
                    self.say("修约到目标值的位数后判定", "judged after rounding to the digits of the bound")
                }
                (true, true) => self.say(
                    "期间有过反复，按文字不能再达到",
                    "with a setback on the way that the word does not forgive",
                ),
                (true, false) => {
                    self.say("但多年走势没有向好", "but the years together do not point that way")
                }
            });
        }
        // The verdict of all years together is not that of the year itself.
        if decided(outcome) && own != outcome || outcome == Outcome::Undetermined && decided(own) {
            let earlier: Vec<Year> =
                assessment.broken_years().filter(|year| *year < assessment.year).collect();
            let own = match (own, self.is_chinese()) {
                (Outcome::Met, true) => "本年达到".into(),
                (Outcome::NotMet, true) => "本年未达到".into(),
                (_, true) => alloc::format!("本年{}", own.zh()),
                (_, false) => alloc::format!("{} in the year itself", own.en()),
            };
            let years = self.years(&earlier);
            parts.push(match (earlier.is_empty(), self.is_chinese()) {
                (true, _) => own,
                (false, true) => alloc::format!("{own}，{years}年未达到"),
                (false, false) => alloc::format!("{own} and not met in {years}"),
            });
        }
        (!parts.is_empty()).then(|| parts.join(self.comma()))
    }

    /// Whether the value before is the one that a direction is measured from.
    fn starts_from_previous(&self) -> bool {
        let previous = self.row.judgement.previous.as_ref();
        previous.is_some_and(|previous| self.baseline().is_some_and(|base| base.year == previous.year))
    }

    pub(super) fn reason(&self, reason: &Reason) -> String {
        if self.is_chinese() { reason.zh() } else { reason.to_string() }
    }

    pub(super) fn years(&self, years: &[Year]) -> String {
        let names: Vec<String> = years.iter().map(ToString::to_string).collect();
        names.join(if self.is_chinese() { "、" } else { ", " })
    }
}
