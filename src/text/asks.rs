//! What is asked, what was found, and how far it is between them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Words, with_unit};
use crate::judge::Role;
use crate::plan::{Better, Bound, Qualifier, Rule, Scope, Timing};
use crate::values::{End, Number, Value};

impl Words<'_> {
    pub(super) fn asks(&self) -> String {
        let row = self.row;
        let tolerance = row.assessment().tolerance.map_or_else(String::new, |half| self.tolerance(half));
        let bound = row.assessment().bound.as_ref();
        // The bound of the year, where the clause prints none.
        let worked_out = || {
            let limit = bound.map(|bound| self.limit(bound));
            limit.map_or_else(String::new, |limit| {
                self.pick(alloc::format!("，即{limit}"), alloc::format!(", {limit}"))
            })
        };
        let printed = |number: Number| self.worded(&number.to_string(), row.indicator.unit);
        let phrase = match row.target.rule {
            Rule::AtMost { value } if value == Number::ZERO && row.indicator.unit.is_whole() => {
                self.pick(alloc::format!("应为{}", printed(value)), "none".into())
            }
            Rule::AtLeast { value } => alloc::format!("≥{}", printed(value)),
            Rule::AtMost { value } => alloc::format!("≤{}", printed(value)),
            Rule::MoreThan { value } => alloc::format!(">{}", printed(value)),
            Rule::LessThan { value } => alloc::format!("<{}", printed(value)),
            Rule::Around { value, .. } => self.pick(
                alloc::format!("{}左右，容差{tolerance}", printed(value)),
                alloc::format!("about {}, within {tolerance}", printed(value)),
            ),
            Rule::All => "100%".into(),
            Rule::AtLeastRatio { value } => alloc::format!("≥{value}"),
            Rule::ChangedBy { value, better, since } => {
                let size = value.amount();
                let (zh, en) = match better {
                    Better::Lower => ("下降", "below"),
                    Better::Higher => ("提高", "above"),
                };
                self.pick(alloc::format!("比{since}年{zh}{size}"), alloc::format!("{size} {en} {since}"))
                    + &worked_out()
            }
            Rule::ChangedEachYear { value, better, since } => {
                let (zh, en) = match better {
                    Better::Lower => ("降低", "less"),
                    Better::Higher => ("提高", "more"),
                };
                let size = self.tolerance(value);
                self.pick(
                    alloc::format!("自{since}年起每年{zh}{size}"),
                    alloc::format!("{size} {en} every year since {since}"),
                ) + &worked_out()
            }
            Rule::Improves { better, qualifier } => self.direction(better, qualifier),
            Rule::NotWorse { better } => match better {
                Better::Higher => self.say("不低于基期", "not below the baseline"),
                Better::Lower => self.say("不高于基期", "not above the baseline"),
            },
            Rule::RisesSlower => self.say("上升减缓", "to rise more slowly") + &worked_out(),
            Rule::NotBelow => self.say("不低于参照指标", "not below the reference") + &worked_out(),
            Rule::InProportion { .. } => {
                self.pick(
                    alloc::format!("与参照指标相适应，容差{tolerance}"),
                    alloc::format!("in proportion to the reference, within {tolerance}"),
                ) + &worked_out()
            }
            Rule::HostBound { .. } => {
                self.say("达到当年考核值", "the target value given for the year") + &worked_out()
            }
            Rule::Monitored => self.say("只监测", "monitored") + &worked_out(),
        };
        let scope = match &row.target.scope {
            Scope::EveryUnit(_) => {
                let (zh, en) = self.unit_names();
                self.pick(alloc::format!("每个{zh}"), alloc::format!("each {en}: "))
            }
            _ => String::new(),
        };
        // Chinese says the time first: 每年均≥90%.
        let (first, last) = match (row.target.timing, self.is_chinese()) {
            _ if row.target.rule == Rule::Monitored => (String::new(), String::new()),
            (Timing::Kept { .. }, true) => ("保持".into(), String::new()),
            (Timing::Kept { .. }, false) => (String::new(), ", kept".into()),
            (Timing::EveryYear { .. }, true) => ("每年均".into(), String::new()),
            (Timing::EveryYear { .. }, false) => (String::new(), ", every year".into()),
            (Timing::EachWindow { years, .. }, true) => (alloc::format!("每{years}年"), String::new()),
            (Timing::EachWindow { years, .. }, false) => {
                (String::new(), alloc::format!(", every {years} years"))
            }
            (Timing::Once { due, .. }, true) => (alloc::format!("{due}年底前"), String::new()),
            (Timing::Once { due, .. }, false) => (String::new(), alloc::format!(", by the end of {due}")),
            (Timing::Within { after, months }, true) => {
                (alloc::format!("{}前", self.day(after.months_later(months))), String::new())
            }
            (Timing::Within { after, months }, false) => {
                (String::new(), alloc::format!(", by {}", after.months_later(months)))
            }
            _ => (String::new(), String::new()),
        };
        alloc::format!("{scope}{first}{phrase}{last}")
    }

    /// A width in the words of the unit: percentages have points, and years have years.
    fn tolerance(&self, half: Number) -> String {
        with_unit(&half.to_string(), self.row.indicator.unit.of_difference(), self.style.language)
    }

    /// The bound with its sign: `≤12/10万`.
    pub(super) fn limit(&self, bound: &Bound) -> String {
        let sign = match (bound.better, bound.included) {
            (Better::Higher, true) => "≥",
            (Better::Higher, false) => ">",
            (Better::Lower, true) => "≤",
            (Better::Lower, false) => "<",
        };
        sign.to_string() + &self.amount(&bound.limit)
    }

    /// The direction in the verb of the clause; where it has none of the usual ones, in that of the unit.
    fn direction(&self, better: Better, word: Qualifier) -> String {
        if !self.is_chinese() {
            let verb = match (better, self.row.indicator.gap.is_some()) {
                (Better::Lower, true) => "to narrow",
                (Better::Higher, _) => "to rise",
                (Better::Lower, false) => "to fall",
            };
            return [verb, word.en()].join(" ").trim().to_string();
        }
        let (up, down) = (["提高", "提升", "增加", "增长", "延长"], ["降低", "下降", "减少", "缩小", "减缓"]);
        let usual = match (better, self.row.indicator.unit.is_whole()) {
            (Better::Lower, _) if self.row.indicator.gap.is_some() => "缩小",
            (Better::Higher, false) => "提高",
            (Better::Lower, false) => "降低",
            (Better::Higher, true) => "增加",
            (Better::Lower, true) => "减少",
        };
        let verbs = if better == Better::Higher { up } else { down };
        let words = &self.row.target.clause.words;
        let said = |verb: &&&str| words.contains(&alloc::format!("{}{verb}", word.zh()));
        let verb = verbs.iter().find(said).copied().unwrap_or(usual);
        alloc::format!("{}{verb}", word.zh())
    }

    pub(super) fn value(&self) -> Option<String> {
        let assessment = self.row.assessment();
        let own = assessment.evidence.iter().find(|evidence| evidence.role == Role::Value);
        let given = own.filter(|_| assessment.units.is_none());
        match (given.map(|evidence| (evidence.value, evidence.unit)), &assessment.value) {
            // As printed, if that is what was judged: days may have raised a count of events.
            (Some((Value::Number(number), given)), Some(value))
                if given == self.row.indicator.unit && number.to_ratio() == *value =>
            {
                Some(self.worded(&number.to_string(), given))
            }
            (_, Some(value)) => {
                let counts = assessment.counts.map_or_else(String::new, |counts| {
                    self.pick(alloc::format!("（{counts}）"), alloc::format!(" ({counts})"))
                });
                Some(self.amount(value) + &counts)
            }
            (Some((Value::Interval(interval), given)), None) => {
                let end = |more: bool, end: Option<End>| {
                    end.map(|end| {
                        let sign = match (more, end.included) {
                            (true, true) => "≥",
                            (true, false) => ">",
                            (false, true) => "≤",
                            (false, false) => "<",
                        };
                        sign.to_string() + &with_unit(&end.number.to_string(), given, self.style.language)
                    })
                };
                let ends = [end(true, interval.low()), end(false, interval.high())];
                Some(ends.into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
            _ => None,
        }
    }

    pub(super) fn distance(&self) -> Option<String> {
        let assessment = self.row.assessment();
        let (margin, bound) = (assessment.margin.as_ref()?, assessment.bound.as_ref()?);
        let rule = self.row.target.rule;
        if matches!(rule, Rule::Improves { .. } | Rule::NotWorse { .. }) {
            return None;
        }
        // 左右 is compared with the edge of its band on the worse side.
        let (zh, en) = match (rule, bound.better) {
            (Rule::Around { .. }, Better::Higher) => ("下限", "the lower edge"),
            (Rule::Around { .. }, Better::Lower) => ("上限", "the upper edge"),
            _ => ("目标值", "the target value"),
        };
        let edge = match rule {
            Rule::Around { .. } => {
                let limit = self.amount(&bound.limit);
                self.pick(alloc::format!("（{limit}）"), alloc::format!(" ({limit})"))
            }
            _ => String::new(),
        };
        let value = assessment.value.as_ref().unwrap_or(&bound.limit);
        let size = self.size(margin, [value, &bound.limit]);
        Some(match (bound.better.signed(margin).signum(), self.is_chinese()) {
            (0, true) if bound.included => alloc::format!("正好达到{zh}{edge}"),
            (0, true) => alloc::format!("正好等于{zh}{edge}"),
            (0, false) => alloc::format!("exactly at {en}{edge}"),
            (1, true) => alloc::format!("比{zh}{edge}高{size}"),
            (_, true) => alloc::format!("比{zh}{edge}低{size}"),
            (1, false) => alloc::format!("{size} above {en}{edge}"),
            (_, false) => alloc::format!("{size} below {en}{edge}"),
        })
    }
}
