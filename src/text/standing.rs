//! The sentence on a standing: the word, and the numbers that make it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::figure::{percent, telling, trimmed};
use super::{TextStyle, Words, plural, with_unit};
use crate::ahead::{Outlook, Position, Standing};
use crate::judge::Outcome;
use crate::plan::{Better, Calendar, Scope, Timing};
use crate::report::Row;
use crate::values::{Ratio, Year};

pub(super) fn standing(row: &Row, style: TextStyle) -> String {
    let outlook = row.judgement.outlook.as_ref();
    let mut more: Vec<&Ratio> = row.judgement.previous.iter().map(|previous| &previous.value).collect();
    if let Some(outlook) = outlook {
        more.push(&outlook.latest.value);
        more.extend(&outlook.path_value);
        more.extend(&outlook.projection);
    }
    Words::beside(row, style, &more).standing()
}

impl Words<'_> {
    fn standing(&self) -> String {
        let standing = self.row.judgement.standing;
        let outlook = self.row.judgement.outlook.as_ref();
        let mut parts: Vec<String> = Vec::new();
        match standing {
            Standing::Attained
            | Standing::MetEarly
            | Standing::Holding
            | Standing::Recovered
            | Standing::Missed => {
                parts.push(self.found());
                parts.extend(self.because());
            }
            Standing::AtRisk => {
                parts.push(self.found());
                parts.extend(outlook.map(|outlook| self.breach(outlook)));
            }
            // A whole number has no way to tell of.
            Standing::Expected | Standing::Slowing | Standing::Difficult | Standing::Lagging => match outlook
            {
                Some(outlook) => parts.push(self.way(outlook)),
                None => {
                    parts.push(self.found());
                    parts.extend(self.because());
                }
            },
            Standing::Pending => parts.push(self.pending()),
            Standing::NoData | Standing::Undetermined => parts.extend(self.open()),
            Standing::NotApplicable => {
                parts.push(self.say("所指对象本地不存在", "what it speaks of does not exist here"))
            }
            Standing::NotJudged => {
                parts.push(self.say(
                    "规划没有给出可以评价的标准，只作监测",
                    "the plan gives no standard to judge by, so it is only watched",
                ));
                parts.extend(self.value().map(|value| {
                    let year = self.value_year();
                    self.pick(alloc::format!("{year}年{value}"), alloc::format!("{value} in {year}"))
                }));
            }
        }
        let (semicolon, colon, stop) =
            if self.is_chinese() { ("；", "：", "。") } else { ("; ", ": ", ".") };
        let word =
            if self.is_chinese() { standing.zh().to_string() } else { alloc::format!(" {}", standing.en()) };
        alloc::format!("{}{word}{colon}{}{stop}", self.name(), parts.join(semicolon))
    }

    fn value_year(&self) -> Year {
        let assessment = self.row.assessment();
        assessment.value_year(assessment.year.min(self.row.target.timing.due()))
    }

    /// The value, what was asked, and the distance between them.
    fn found(&self) -> String {
        let year = self.value_year();
        let by_unit = self.row.target.scope == Scope::EveryUnit;
        let value = match (self.units().filter(|_| by_unit), self.no_event(), self.value()) {
            (Some(units), ..) => Some(units),
            (None, Some(none), _) => Some(none),
            (None, None, value) => value,
        };
        let asked = self.asks();
        let mut parts: Vec<String> = Vec::new();
        if let Some(value) = value {
            let en = if by_unit {
                alloc::format!("in {year} {value}")
            } else {
                alloc::format!("{value} in {year}")
            };
            parts.push(self.pick(alloc::format!("{year}年{value}"), en));
        }
        parts.push(self.pick(alloc::format!("目标{asked}"), alloc::format!("asked: {asked}")));
        parts.extend(self.distance());
        parts.extend(self.since_baseline());
        parts.extend(self.units().filter(|_| !by_unit));
        parts.join(self.comma())
    }

    /// What else made the word: years to spare, earlier years, setbacks.
    fn because(&self) -> Vec<String> {
        let (row, assessment) = (self.row, self.row.assessment());
        let standing = row.judgement.standing;
        let mut parts: Vec<String> = self.in_spite().into_iter().collect();
        let due = row.target.timing.due();
        if standing == Standing::MetEarly {
            let left = due.number().saturating_sub(assessment.year.number());
            parts.push(self.pick(
                alloc::format!("比{due}年的期限早{left}年"),
                alloc::format!("{left} {} before it is due in {due}", plural(&left.to_string(), "years")),
            ));
        }
        if standing == Standing::Missed && assessment.year < due && parts.is_empty() {
            parts.push(match row.target.timing {
                Timing::Kept { .. } | Timing::EveryYear { .. } => {
                    self.say("本年必须达到", "it has to hold in every year")
                }
                Timing::EveryTerm { .. } => self.say("每次换届必须达到", "it has to hold at every election"),
                Timing::EachWindow { .. } => self.say("本期内应当完成", "it was due within its years"),
                _ if assessment.irrecoverable => self.say("文字不容许反复", "its word forgives no setback"),
                Timing::ReachedAndKept { .. } => {
                    self.say("达到之后必须保持", "once reached it has to be kept")
                }
                _ => self.say("当年的界限当年必须达到", "the bound of a year has to hold in that year"),
            });
        }
        if standing == Standing::Lagging {
            parts.push(self.say("尚未朝要求的方向变化", "it has not yet gone the way that is asked"));
        }
        // Earlier years are listed beside the word and do not change it.
        let own = assessment.year.min(due);
        let by_unit = row.target.scope == Scope::EveryUnit;
        let told = (self.value().is_some() || (by_unit && self.units().is_some())).then(|| self.value_year());
        let broken: Vec<Year> =
            assessment.broken_years().filter(|year| *year < own && Some(*year) != told).collect();
        if !broken.is_empty() && assessment.outcome == assessment.year_outcome() {
            let years = self.years(&broken);
            parts
                .push(self.pick(alloc::format!("此前{years}年未达到"), alloc::format!("not met in {years}")));
        }
        parts
    }

    /// A yearly change that is signed so that positive is good: the way it goes and its size.
    pub(super) fn yearly(&self, change: &Ratio, beside: &[&Ratio]) -> String {
        let better = self.better().unwrap_or(Better::Higher);
        let size = change.abs();
        let zero = Ratio::zero();
        let mut numbers = alloc::vec![&size, &zero];
        numbers.extend(beside);
        let digits = telling(numbers, 4);
        let unit = self.row.assessment().margin_unit;
        let size = with_unit(&trimmed(&size, digits), unit, self.style.language);
        match (better.signed(change).signum(), self.is_chinese()) {
            (0, true) => "持平".into(),
            (0, false) => "no change".into(),
            (sign, true) => alloc::format!("{}{size}", self.verb(sign > 0)),
            (1, false) => alloc::format!("a rise of {size}"),
            (_, false) => alloc::format!("a fall of {size}"),
        }
    }

    /// On the way: path and distance, shares, what is needed and what was seen, where it leads.
    fn way(&self, outlook: &Outlook) -> String {
        let mut parts: Vec<String> = Vec::new();
        let (year, due) = (outlook.latest.year, outlook.due);
        let at = match self.value().filter(|_| year == self.value_year()) {
            Some(value) => value,
            None => self.amount(&outlook.latest.value),
        };
        let zero = Ratio::zero();
        let distance = outlook.distance.as_ref().unwrap_or(&zero);
        let path = self.amount(outlook.path_value.as_ref().unwrap_or(&outlook.latest.value));
        let off = self.size(distance);
        let off = match (outlook.position.unwrap_or(Position::On), self.is_chinese()) {
            (Position::Ahead, true) => alloc::format!("领先{off}"),
            (Position::Ahead, false) => alloc::format!("{off} ahead"),
            (Position::On, true) => "正在序时进度上".into(),
            (Position::On, false) => "exactly on it".into(),
            (Position::Behind, true) => alloc::format!("落后{off}"),
            (Position::Behind, false) => alloc::format!("{off} behind"),
        };
        parts.push(self.pick(
            alloc::format!("{year}年{at}，应达{path}，{off}"),
            alloc::format!("{at} in {year} where the path has {path}, {off}"),
        ));
        if let (Some(done), Some(time)) = (&outlook.share_done, &outlook.share_of_time) {
            let (done, time) = (percent(done, &[time]), percent(time, &[done]));
            parts.push(self.pick(
                alloc::format!("已完成{done}，时间过去{time}"),
                alloc::format!("{done} of the way in {time} of the time"),
            ));
        }
        parts.push(self.pace(outlook));
        let asked = self.asks();
        let ends = outlook.projection.as_ref().map(|value| self.amount(value));
        let mut heading: Vec<String> = Vec::new();
        heading.extend(ends.map(|value| {
            self.pick(
                alloc::format!("照此到{due}年为{value}"),
                alloc::format!("on course for {value} in {due}"),
            )
        }));
        heading.push(match (outlook.expected_year, self.is_chinese()) {
            (Some(year), true) => alloc::format!("{year}年可达标（{asked}）"),
            (Some(year), false) => alloc::format!("reaching it in {year} ({asked})"),
            (None, true) => alloc::format!("目标{asked}"),
            (None, false) => alloc::format!("asked: {asked}"),
        });
        let (semicolon, comma) = (if self.is_chinese() { "；" } else { "; " }, self.comma());
        // Pace and heading are one thought.
        let last = parts.pop().unwrap_or_default();
        parts.push(
            [Some(last).filter(|last| !last.is_empty()), Some(heading.join(comma))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(comma),
        );
        parts.join(semicolon)
    }

    /// What is needed for a year, and what was seen.
    fn pace(&self, outlook: &Outlook) -> String {
        let seen = outlook.slope.as_ref().or(outlook.best_change.as_ref());
        let mut parts: Vec<String> = Vec::new();
        parts.extend(outlook.required.as_ref().map(|required| self.needed(required, seen)));
        parts.extend(seen.map(|seen| self.seen(seen, outlook.required.as_ref())));
        parts.join(self.comma())
    }

    pub(super) fn needed(&self, required: &Ratio, seen: Option<&Ratio>) -> String {
        let change = self.yearly(required, &seen.map(Ratio::abs).iter().collect::<Vec<_>>());
        self.pick(alloc::format!("此后每年需{change}"), alloc::format!("needing {change} a year"))
    }

    pub(super) fn seen(&self, seen: &Ratio, required: Option<&Ratio>) -> String {
        let change = self.yearly(seen, &required.map(Ratio::abs).iter().collect::<Vec<_>>());
        let trend = self.row.judgement.outlook.as_ref().is_some_and(|outlook| outlook.slope.is_some());
        match (trend, self.is_chinese()) {
            (true, true) => alloc::format!("近年每年{change}"),
            (true, false) => alloc::format!("against {change} a year of late"),
            (false, true) => alloc::format!("最好的一年{change}"),
            (false, false) => alloc::format!("against {change} in the best year"),
        }
    }

    /// Met, and heading for a breach.
    fn breach(&self, outlook: &Outlook) -> String {
        let mut parts: Vec<String> = Vec::new();
        if let Some(slope) = &outlook.slope {
            let change = self.yearly(slope, &[]);
            parts.push(
                self.pick(alloc::format!("近年每年{change}"), alloc::format!("{change} a year of late")),
            );
        }
        parts.push(match (outlook.years_to_breach, outlook.few_cases) {
            (Some(years), false) => {
                let year = outlook.latest.year.plus(years);
                self.pick(
                    alloc::format!("照此{years}年后（{year}年）将不再达到"),
                    alloc::format!(
                        "which would break it in {years} {} ({year})",
                        plural(&years.to_string(), "years")
                    ),
                )
            }
            _ => self.say("多年合并已证实未达到", "the years pooled confirm that it is missed"),
        });
        parts.join(self.comma())
    }

    /// Nothing to say yet, and why.
    fn pending(&self) -> String {
        let (row, assessment) = (self.row, self.row.assessment());
        let due = row.target.timing.due();
        let year = assessment.year;
        if assessment.outcome != Outcome::NotDue {
            let found = self.found();
            return self.pick(
                alloc::format!("{found}，{due}年到期，在此之前不作结论"),
                alloc::format!("{found}, due in {due} and not concluded before"),
            );
        }
        match row.target.timing {
            Timing::Kept { from, .. } | Timing::EveryYear { from, .. } | Timing::EveryTerm { from, .. }
                if year < from =>
            {
                self.pick(alloc::format!("从{from}年起评价"), alloc::format!("judged from {from} on"))
            }
            Timing::EachWindow { from, years, .. } if year >= from => {
                let length = i32::from(years.max(1));
                let since = year.number().saturating_sub(from.number());
                let end = from.plus((since.div_euclid(length)) * length + (length - 1)).min(due);
                self.pick(
                    alloc::format!("本期到{end}年底，尚可完成"),
                    alloc::format!("its years end with {end}, so it may still be done"),
                )
            }
            Timing::Within { after, months } => {
                let last = after.months_later(months);
                self.pick(alloc::format!("期限到{last}"), alloc::format!("due by {last}"))
            }
            _ if row.indicator.calendar == Calendar::Term => {
                self.say("规划期内尚未换届，换届后评价", "no election in the plan so far, judged at the next")
            }
            _ => self.pick(
                alloc::format!("{due}年到期，尚不到评价的时候"),
                alloc::format!("due in {due}, too early to judge"),
            ),
        }
    }

    /// Undetermined: the reasons, and the last value that there is.
    fn open(&self) -> Vec<String> {
        let assessment = self.row.assessment();
        let reasons: Vec<String> = assessment.reasons.iter().map(|reason| self.reason(reason)).collect();
        let mut parts: Vec<String> = Vec::new();
        if !reasons.is_empty() {
            parts.push(reasons.join(self.comma()));
        }
        parts.extend(self.units());
        parts.extend(self.in_spite());
        let asked = self.asks();
        parts.push(self.pick(alloc::format!("目标{asked}"), alloc::format!("asked: {asked}")));
        let value = self.value();
        let year = self.value_year();
        let last = self.row.judgement.previous.as_ref().filter(|_| value.is_none());
        if let Some(value) = value {
            parts.push(self.pick(alloc::format!("{year}年{value}"), alloc::format!("{value} in {year}")));
        }
        if let Some(last) = last {
            let (year, value) = (last.year, self.amount(&last.value));
            parts.push(self.pick(
                alloc::format!("最近一次是{year}年的{value}"),
                alloc::format!("last known: {value} in {year}"),
            ));
        }
        parts
    }
}
