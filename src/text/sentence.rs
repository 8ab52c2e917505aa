//! The sentence on a verdict: value, change, verdict with what was asked, distance, reasons, remarks.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::change::Change;
use super::{Words, capital};
use crate::ahead::Standing;
use crate::data::Missing;
use crate::judge::{Cause, Outcome, Reason, Role};
use crate::plan::{Rule, Timing};
use crate::values::{Number, Year};

impl Words<'_> {
    pub(super) fn sentence(&self) -> String {
        let assessment = self.row.assessment();
        let outcome = assessment.outcome;
        let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
        let direction = self.row.target.rule.is_direction();
        let since_baseline = self.since_baseline().filter(|_| judged);
        // One base in a sentence: a direction is told from the one that it is judged by, and from the value before only where
        // that one says the opposite.
        let change = self.change().filter(|_| judged || !direction);
        let against = change.as_ref().is_some_and(|change| disagrees(outcome, change));
        let (head, after) = match (since_baseline, change) {
            (Some(since), change) => {
                let other = change.filter(|_| against && !self.starts_from_previous());
                (Some(since), other.map(|change| change.words))
            }
            (None, change) => (change.map(|change| change.words), None),
        };
        let mut tail: Vec<String> = Vec::new();
        if judged {
            tail.extend(self.distance());
        }
        tail.extend(self.in_spite());
        tail.extend(self.notes());
        let by_unit = self.row.target.scope.is_every_unit();
        tail.extend(self.units().filter(|_| !by_unit));
        let comma = self.comma();
        let tail = tail.iter().fold(String::new(), |text, part| text + comma + part);
        let but = if self.is_chinese() { "，但" } else { ", but " };
        let joined = match (against && after.is_none(), self.is_chinese()) {
            (true, _) => but,
            // Without a value the name runs on: 孕产妇死亡率缺2024年数.
            (false, true) if head.is_none() && !self.has_value() => match outcome {
                Outcome::Undetermined if !self.reasons().starts_with('缺') && !self.reasons().is_empty() => {
                    "："
                }
                _ => "",
            },
            (false, true) => "，",
            (false, false) if head.is_none() && !self.has_value() => ": ",
            (false, false) => "; ",
        };
        let head = head.map_or_else(String::new, |head| comma.to_string() + &head);
        let after = after.map_or_else(String::new, |after| but.to_string() + &after);
        let few = self.few().map_or_else(String::new, |few| self.semicolon().to_string() + &few);
        let stop = if self.is_chinese() { "。" } else { "." };
        alloc::format!("{}{head}{joined}{}{after}{tail}{few}{stop}", self.subject(), self.verdict())
    }

    /// The indicator and its value, in the words that fit it.
    fn subject(&self) -> String {
        let name = self.subject_name();
        if let Some(none) = self.no_event() {
            return if self.is_chinese() { none } else { capital(&none) };
        }
        let by_unit = self.row.target.scope.is_every_unit();
        match (self.units().filter(|_| by_unit), self.value(), self.is_chinese()) {
            (Some(units), _, true) => alloc::format!("{name}：{units}"),
            (None, Some(value), true) => alloc::format!("{name}{value}"),
            (Some(told), ..) | (None, Some(told), false) => alloc::format!("{name}: {told}"),
            (None, None, _) => name,
        }
    }

    fn has_value(&self) -> bool {
        let by_unit = self.row.target.scope.is_every_unit();
        self.value().is_some() || (by_unit && self.units().is_some())
    }

    /// The verdict with what was asked. A target that has years to go is not yet met; a direction is kept to until it is due.
    fn verdict(&self) -> String {
        let row = self.row;
        let (asked, words) = (self.asks(), self.clause());
        let direction = row.target.rule.is_direction();
        let standing = row.judgement.standing;
        match (row.assessment().outcome, self.is_chinese()) {
            (Outcome::Met, true) if direction && standing != Standing::Attained => {
                alloc::format!("符合“{words}”的要求（{asked}）")
            }
            (Outcome::Met, false) if direction && standing != Standing::Attained => {
                alloc::format!("on track ({asked})")
            }
            (Outcome::Met, true) => alloc::format!("实现了“{words}”的目标（{asked}）"),
            (Outcome::Met, false) => alloc::format!("target met ({asked})"),
            (Outcome::NotMet, true) => {
                let not = if standing == Standing::Missed { "未" } else { "尚未" };
                alloc::format!("{not}实现“{words}”的目标（{asked}）")
            }
            (Outcome::NotMet, false) => match (standing == Standing::Missed, direction) {
                (true, _) => alloc::format!("target not met ({asked})"),
                (false, true) => alloc::format!("not on track ({asked})"),
                (false, false) => alloc::format!("target not yet met ({asked})"),
            },
            (Outcome::Undetermined, true) => match self.reasons() {
                reasons if reasons.is_empty() => alloc::format!("暂无法评价（目标：{asked}）"),
                reasons => alloc::format!("{reasons}，暂无法评价（目标：{asked}）"),
            },
            (Outcome::Undetermined, false) => match self.reasons() {
                reasons if reasons.is_empty() => alloc::format!("cannot be judged ({asked})"),
                reasons => alloc::format!("cannot be judged ({asked}): {reasons}"),
            },
            (Outcome::NotApplicable, true) => alloc::format!("不适用（目标：{asked}）"),
            (Outcome::NotApplicable, false) => alloc::format!("not applicable ({asked})"),
            (Outcome::NotDue, true) => alloc::format!("尚未到期（目标：{asked}）"),
            (Outcome::NotDue, false) => alloc::format!("not yet due ({asked})"),
            (Outcome::NotJudged, true) => "只作监测，不评价".into(),
            (Outcome::NotJudged, false) => "monitored, not judged".into(),
        }
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
                (false, _) => self.say(
                    "修约到目标值的位数后判定",
                    "judged after rounding to the digits of the target value",
                ),
                (true, true) => self.say(
                    "期间有过反复，已不能实现",
                    "with a setback on the way that can no longer be made good",
                ),
                (true, false) => {
                    self.say("但多年走势没有向好", "but the trend since the baseline does not point that way")
                }
            });
        }
        if let Some(lost) = self.lost_windows() {
            parts.push(lost);
            return Some(parts.join(self.comma()));
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

    /// The windows before the present one in which what was due was not done: they settle the final verdict.
    fn lost_windows(&self) -> Option<String> {
        let assessment = self.row.assessment();
        let Timing::EachWindow { from, years, due } = self.row.target.timing else { return None };
        let length = i32::from(years.max(1));
        let now = assessment.year.min(due);
        let lost: Vec<String> = assessment
            .broken_years()
            .filter(|end| *end < now)
            .map(|end| {
                let start = from.plus((end.number() - from.number()).div_euclid(length) * length);
                if start == end { end.to_string() } else { alloc::format!("{start}{}{end}", self.dash()) }
            })
            .collect();
        if lost.is_empty() {
            return None;
        }
        let windows = lost.join(if self.is_chinese() { "年、" } else { ", " });
        let once = matches!(self.row.target.rule, Rule::AtLeast { value } if value == Number::literal("1"));
        let settles = assessment.year < due;
        Some(match (once, settles) {
            (true, true) => self.pick(
                alloc::format!("{windows}年一次未完成，终期结论已定"),
                alloc::format!("not done once in {windows}, which settles the final verdict"),
            ),
            (true, false) => self
                .pick(alloc::format!("{windows}年一次未完成"), alloc::format!("not done once in {windows}")),
            (false, true) => self.pick(
                alloc::format!("{windows}年未完成，终期结论已定"),
                alloc::format!("not done in {windows}, which settles the final verdict"),
            ),
            (false, false) => {
                self.pick(alloc::format!("{windows}年未完成"), alloc::format!("not done in {windows}"))
            }
        })
    }

    fn dash(&self) -> &'static str {
        if self.is_chinese() { "—" } else { "–" }
    }

    /// Whether the value before is the one that a direction is measured from.
    fn starts_from_previous(&self) -> bool {
        let previous = self.row.judgement.previous.as_ref();
        previous.is_some_and(|previous| self.baseline().is_some_and(|base| base.year == previous.year))
    }

    /// Why nothing can be said: what is missing first, like with like, then what else is the matter.
    pub(super) fn reasons(&self) -> String {
        let assessment = self.row.assessment();
        let not_reported = assessment.units.as_ref().map(|units| &units.not_reported);
        // The units that did not report are named; neither their number nor each of them is repeated.
        let named = |reason: &&Reason| match reason.cause {
            _ if reason.year != assessment.year => true,
            Cause::UnitsNotReported(count) => not_reported.map(Vec::len) != Some(count),
            Cause::Missing(Missing::NotReported) => {
                let unit = reason.unit.as_ref();
                !unit.is_some_and(|unit| not_reported.is_some_and(|units| units.contains(unit)))
            }
            _ => true,
        };
        let reasons: Vec<&Reason> = assessment.reasons.iter().filter(named).collect();
        let mut lacking: Vec<String> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        let mut told: Vec<&Reason> = Vec::new();
        for reason in &reasons {
            let alike = |other: &Reason| {
                (other.role, &other.unit, &other.cause) == (reason.role, &reason.unit, &reason.cause)
            };
            if told.iter().any(|other| alike(other)) {
                continue;
            }
            told.push(reason);
            let years: Vec<Year> =
                reasons.iter().filter(|other| alike(other)).map(|other| other.year).collect();
            let (list, phrase) = self.reason(reason, &self.years(&years));
            if list { lacking.push(phrase) } else { others.push(phrase) }
        }
        if !lacking.is_empty() {
            let list = match (lacking.as_slice(), self.is_chinese()) {
                ([first, last], true) => alloc::format!("缺{first}和{last}"),
                (_, true) => alloc::format!("缺{}", lacking.join("、")),
                (_, false) => alloc::format!("no {}", lacking.join(" and no ")),
            };
            others.insert(0, list);
        }
        others.join(self.comma())
    }

    /// One kind of reason in some years; whether it is something missing, to be listed with others.
    fn reason(&self, reason: &Reason, years: &str) -> (bool, String) {
        let unit = reason.unit.as_deref().unwrap_or("");
        let of = if unit.is_empty() { String::new() } else { alloc::format!(" of {unit}") };
        let (who, who_en) = match reason.role {
            Role::Value => ("", ""),
            Role::Baseline => ("基期", "baseline "),
            Role::Reference => ("参照指标", "reference "),
        };
        let missing = |zh: &str, en: &str| {
            self.pick(
                alloc::format!("{years}年{unit}{who}数{zh}"),
                alloc::format!("{who_en}value{of} for {years} {en}"),
            )
        };
        match &reason.cause {
            Cause::NoData => (
                true,
                self.pick(
                    alloc::format!("{years}年{unit}{who}数"),
                    alloc::format!("{who_en}value{of} for {years}"),
                ),
            ),
            Cause::NoRoster => (
                true,
                self.pick(
                    alloc::format!("{years}年应报单位名录"),
                    alloc::format!("list of reporting units for {years}"),
                ),
            ),
            Cause::PartMissing => (
                true,
                self.pick(
                    alloc::format!("{years}年{unit}{who}分组数"),
                    alloc::format!("{who_en}value for each group{of} in {years}"),
                ),
            ),
            Cause::NoEarlierValue => (
                true,
                self.pick(
                    alloc::format!("{unit}{years}年以前的数"),
                    alloc::format!("value{of} from before {years}"),
                ),
            ),
            Cause::Missing(why) => (false, missing(why.zh(), why.en())),
            Cause::Conflict => (false, missing("有两个不同的值", "is given twice and differs")),
            Cause::Impossible => (false, missing("不可能", "is impossible")),
            Cause::Zero => {
                (false, missing("为零或负数，不能作基数", "is zero or negative and cannot serve as a base"))
            }
            Cause::BeforeBreak => {
                (false, missing("口径不同，不可比", "has another definition and cannot be compared"))
            }
            Cause::Spans => (
                false,
                missing(
                    "只知所在区间，两端结论不同",
                    "is known only as a range whose ends lead to different verdicts",
                ),
            ),
            Cause::Undated => (false, missing("未注明日期", "bears no date")),
            Cause::OtherCalendar { given } => {
                let (sort, sort_en) = (given.sort_zh(), given.sort_en());
                let calendar = self.row.indicator.calendar;
                let (needed, needed_en) = match calendar.takes(*given) {
                    true => (String::from("不能当作当年数"), String::from("which is none of the year")),
                    false => (
                        alloc::format!("该指标按{}计量", calendar.zh()),
                        alloc::format!("while the indicator is measured by {}", calendar.en()),
                    ),
                };
                let said = self.pick(
                    alloc::format!("{years}年{unit}{who}填的是{sort}数，{needed}"),
                    alloc::format!("{who_en}value{of} for {years} is of {sort_en}, {needed_en}"),
                );
                (false, said)
            }
            Cause::FirstValue => {
                let (by, by_en) = match self.row.judgement.redefined {
                    Some(_) => ("新口径的", " in the present definition"),
                    None => ("", ""),
                };
                let first = self.pick(
                    alloc::format!("{unit}{years}年为{by}首个数值"),
                    alloc::format!("{years} is the first value{by_en}{of}"),
                );
                (false, first)
            }
            Cause::UnitsNotReported(count) => (
                false,
                self.pick(
                    alloc::format!("{years}年有{count}个单位未报送"),
                    alloc::format!(
                        "{count} {} did not report for {years}",
                        if *count == 1 { "unit" } else { "units" }
                    ),
                ),
            ),
            Cause::EarlierYears => (
                false,
                self.pick(
                    alloc::format!("{unit}{years}年尚无结论"),
                    alloc::format!("{years}{of} not settled"),
                ),
            ),
        }
    }

    /// Years as a list in which runs are closed up: 2011—2019、2021.
    pub(super) fn years(&self, years: &[Year]) -> String {
        let (comma, dash) = (if self.is_chinese() { "、" } else { ", " }, self.dash());
        let mut runs: Vec<(Year, Year)> = Vec::new();
        for year in years {
            match runs.last_mut() {
                Some((_, to)) if to.plus(1) == *year => *to = *year,
                _ => runs.push((*year, *year)),
            }
        }
        let mut parts: Vec<String> = Vec::new();
        for (from, to) in runs {
            match to.number().saturating_sub(from.number()) {
                0 => parts.push(from.to_string()),
                1 => parts.extend([from.to_string(), to.to_string()]),
                _ => parts.push(alloc::format!("{from}{dash}{to}")),
            }
        }
        parts.join(comma)
    }
}

/// Whether a change points the other way than the verdict.
const fn disagrees(outcome: Outcome, change: &Change) -> bool {
    matches!((outcome, change.gain), (Outcome::Met, -1) | (Outcome::NotMet, 1))
}
