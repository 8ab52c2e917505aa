//! The sentence on a standing: the word, and the numbers that make it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::figure::{percent, telling, trimmed, two_figures};
use super::{TextStyle, Words, plural};
use crate::ahead::{Outlook, Position, Standing};
use crate::judge::Outcome;
use crate::plan::{Better, Calendar, Rule, Timing};
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

/// 首次达到: a kept bound that is met for the first time, after years in which it was not.
pub(super) fn first_met(row: &Row) -> bool {
    row.judgement.first_met && row.assessment().broken_years().next().is_some()
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
                parts.push(self.say("本地没有所指的对象", "what it refers to does not exist here"))
            }
            Standing::NotJudged => {
                parts.push(self.say(
                    "规划没有给出可以评价的标准，只作监测",
                    "the plan sets no standard to judge by, so it is monitored only",
                ));
                parts.extend(self.value().map(|value| {
                    let year = self.value_year();
                    self.pick(alloc::format!("{year}年{value}"), alloc::format!("{value} in {year}"))
                }));
            }
        }
        let told = parts.join(self.semicolon());
        let name = self.subject_name();
        match self.is_chinese() {
            true => alloc::format!("{name}{}：{told}。", standing.zh()),
            false => alloc::format!("{name}: {} — {told}.", standing.en()),
        }
    }

    fn value_year(&self) -> Year {
        let assessment = self.row.assessment();
        assessment.value_year(assessment.year.min(self.row.target.timing.due()))
    }

    /// The value, what was asked, and the distance between them.
    fn found(&self) -> String {
        let year = self.value_year();
        let by_unit = self.row.target.scope.is_every_unit();
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
        parts.push(self.pick(alloc::format!("目标{asked}"), alloc::format!("target: {asked}")));
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
        parts.extend(first_met(row).then(|| self.say("首次达到", "met for the first time")));
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
                    self.say("各年均须达到", "it has to be met every year")
                }
                Timing::EveryTerm { .. } => {
                    self.say("每次换届均须达到", "it has to be met at every election")
                }
                Timing::EachWindow { .. } => self.say("本期内应当完成", "it was due within its years"),
                _ if assessment.irrecoverable => self
                    .say("期间有过反复，已不能实现", "there was a setback that can no longer be made good"),
                Timing::ReachedAndKept { .. } => self.say("达到之后须保持", "once reached it has to be kept"),
                _ => self.say("当年须达到当年的界限", "the bound of a year has to be met in that year"),
            });
        }
        // Of earlier years in which it was met only a direction that is not met now speaks; it has said where it stands.
        if standing == Standing::Lagging {
            let met: Vec<Year> = assessment
                .history
                .iter()
                .filter(|year| year.outcome == Outcome::Met && year.year < assessment.year)
                .map(|year| year.year)
                .collect();
            if !met.is_empty() {
                let years = self.years(&met);
                parts.push(
                    self.pick(alloc::format!("{years}年曾符合要求"), alloc::format!("on track in {years}")),
                );
            }
        }
        let broken = self.earlier_misses();
        // Lost windows have been named with their years.
        let windows = matches!(row.target.timing, Timing::EachWindow { .. });
        if !windows && !broken.is_empty() && assessment.outcome == assessment.year_outcome() {
            let years = self.years(&broken);
            parts
                .push(self.pick(alloc::format!("此前{years}年未达到"), alloc::format!("not met in {years}")));
        }
        parts
    }

    /// The earlier years that count against it: where a bound had to hold, all in which it did not; on the way to a bound,
    /// only those after it was met for the first time. The base of a change is no year of it.
    fn earlier_misses(&self) -> Vec<Year> {
        let (row, assessment) = (self.row, self.row.assessment());
        let due = row.target.timing.due();
        let own = assessment.year.min(due);
        let by_unit = row.target.scope.is_every_unit();
        let told = (self.value().is_some() || (by_unit && self.units().is_some())).then(|| self.value_year());
        let first_met =
            assessment.history.iter().find(|year| year.outcome == Outcome::Met).map(|year| year.year);
        let base = match row.target.rule {
            Rule::ChangedBy { since, .. } => Some(since),
            _ => None,
        };
        let counts = |year: Year| match row.target.timing {
            Timing::ByYear { .. } | Timing::ReachedAndKept { .. } => {
                first_met.is_some_and(|first| year > first)
            }
            _ => true,
        };
        assessment
            .broken_years()
            .filter(|year| *year < own && Some(*year) != told && Some(*year) != base && counts(*year))
            .collect()
    }

    /// A yearly change that is signed so that positive is good: the way it goes and its size.
    pub(super) fn yearly(&self, change: &Ratio, beside: &[&Ratio]) -> String {
        self.yearly_as(change, beside, ["", ""])
    }

    /// The same with a word in front of its size.
    fn yearly_as(&self, change: &Ratio, beside: &[&Ratio], [of_zh, of_en]: [&str; 2]) -> String {
        let better = self.better().unwrap_or(Better::Higher);
        let size = change.abs();
        let zero = Ratio::zero();
        let mut numbers = alloc::vec![&size, &zero];
        numbers.extend(beside);
        let least = numbers.iter().map(|size| two_figures(size, self.digits)).max().unwrap_or(self.digits);
        let digits = telling(numbers, least);
        let unit = self.row.assessment().margin_unit;
        let size = self.worded(&trimmed(&size, digits), unit);
        match (better.signed(change).signum(), self.is_chinese()) {
            (0, true) => "持平".into(),
            (0, false) => "no change".into(),
            (sign, true) => alloc::format!("{}{of_zh}{size}", self.verb(sign > 0)),
            (1, false) => alloc::format!("a rise of {of_en}{size}"),
            (_, false) => alloc::format!("a fall of {of_en}{size}"),
        }
    }

    /// On the way: path and distance, shares, what is needed and what was seen, where it leads.
    fn way(&self, outlook: &Outlook) -> String {
        let mut parts: Vec<String> = Vec::new();
        let year = outlook.latest.year;
        let at = match self.value().filter(|_| year == self.value_year()) {
            Some(value) => value,
            None => self.amount(&outlook.latest.value),
        };
        // A value known only between two ends is no point of the way.
        if year < self.value_year() {
            parts.extend(self.value().map(|value| {
                let own = self.value_year();
                self.pick(
                    alloc::format!("{own}年{value}，未达到"),
                    alloc::format!("{value} in {own}, which does not meet it"),
                )
            }));
        }
        let (zero, latest) = (Ratio::zero(), &outlook.latest.value);
        let path_value = outlook.path_value.as_ref().unwrap_or(latest);
        let path = self.amount(path_value);
        let sides = [self.shown(latest), self.shown(path_value)];
        let off = self.sized(outlook.distance.as_ref().unwrap_or(&zero), self.digits, &sides);
        let off = match (outlook.position.unwrap_or(Position::On), self.is_chinese()) {
            (Position::Ahead, true) => alloc::format!("领先{off}"),
            (Position::Ahead, false) => alloc::format!("{off} ahead"),
            (Position::On, true) => "与序时进度持平".into(),
            (Position::On, false) => "exactly on the path".into(),
            (Position::Behind, true) => alloc::format!("落后{off}"),
            (Position::Behind, false) => alloc::format!("{off} behind"),
        };
        parts.push(self.pick(
            alloc::format!("{year}年{at}，序时进度为{path}，{off}"),
            alloc::format!("{at} in {year} against a path of {path}, {off}"),
        ));
        if let (Some(done), Some(time)) = (&outlook.share_done, &outlook.share_of_time) {
            // Less than nothing is no share.
            let (way, gone) = (percent(done, &[time]), percent(time, &[done]));
            parts.push(match (done.signum() < 0, self.is_chinese()) {
                (true, true) => alloc::format!("距目标比基期更远，时间过去{gone}"),
                (true, false) => {
                    alloc::format!("further from the target than at the baseline, {gone} of the time gone")
                }
                (false, true) => alloc::format!("已完成{way}，时间过去{gone}"),
                (false, false) => alloc::format!("{way} of the way in {gone} of the time"),
            });
        }
        parts.push(self.pace(outlook));
        let asked = self.asks();
        let mut heading: Vec<String> = Vec::new();
        heading.extend(outlook.projection.as_ref().map(|value| self.projected(outlook, value)));
        heading.push(match (outlook.expected_year, self.is_chinese()) {
            (Some(year), true) => alloc::format!("{year}年可达标（{asked}）"),
            (Some(year), false) => alloc::format!("target reached in {year} ({asked})"),
            (None, true) => alloc::format!("目标{asked}"),
            (None, false) => alloc::format!("target: {asked}"),
        });
        let (semicolon, comma) = (self.semicolon(), self.comma());
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
        parts.extend(outlook.required.as_ref().and_then(|required| self.needed(required, seen)));
        parts.extend(seen.map(|seen| self.seen(seen, outlook.required.as_ref())));
        parts.join(self.comma())
    }

    /// What is needed for a year; nothing where the latest value is better than was asked. A bound that is excluded takes more than
    /// the change that leads to it.
    pub(super) fn needed(&self, required: &Ratio, seen: Option<&Ratio>) -> Option<String> {
        let bound = self.row.assessment().bound.as_ref();
        let excluded = bound.is_some_and(|bound| !bound.included);
        let rises = self.better() != Some(Better::Lower);
        if required.signum() < 0 {
            return None;
        }
        if required.is_zero() && excluded {
            let verb = self.verb(rises);
            let way = if rises { "rise" } else { "fall" };
            return Some(self.pick(
                alloc::format!("正好等于目标值还不算达到，此后仍需{verb}"),
                alloc::format!("still needing a {way}, for the target value itself is not enough"),
            ));
        }
        let more = if excluded { ["超过", "more than "] } else { ["", ""] };
        let change = self.yearly_as(required, &seen.map(Ratio::abs).iter().collect::<Vec<_>>(), more);
        Some(self.pick(alloc::format!("此后每年需{change}"), alloc::format!("needing {change} a year")))
    }

    /// What was seen; where no year was better than the one before it, there is no best one.
    pub(super) fn seen(&self, seen: &Ratio, required: Option<&Ratio>) -> String {
        let change = self.yearly(seen, &required.map(Ratio::abs).iter().collect::<Vec<_>>());
        let trend = self.row.judgement.outlook.as_ref().is_some_and(|outlook| outlook.slope.is_some());
        match (trend, self.is_chinese()) {
            (true, true) if seen.signum() == 0 => "近年持平".into(),
            (true, false) if seen.signum() == 0 => "against no change in recent years".into(),
            (true, true) => alloc::format!("近年每年{change}"),
            (true, false) => alloc::format!("against {change} a year recently"),
            (false, true) if seen.signum() <= 0 => "尚无改善的年份".into(),
            (false, false) if seen.signum() <= 0 => "with no year of improvement so far".into(),
            (false, true) => alloc::format!("最好的一年{change}"),
            (false, false) => alloc::format!("against {change} in the best year"),
        }
    }

    /// Where it is heading: with a trend that weakens from year to year, unless the numbers say that it goes on unchanged.
    pub(super) fn projected(&self, outlook: &Outlook, value: &Ratio) -> String {
        let (due, left) = (outlook.due, outlook.due.number().saturating_sub(outlook.latest.year.number()));
        let straight = outlook.slope.as_ref().is_some_and(|slope| {
            let better = self.better().unwrap_or(Better::Higher);
            &outlook.latest.value + better.signed(&(slope * &Ratio::whole(left.into()))) == *value
        });
        let value = self.amount(value);
        match (straight, self.is_chinese()) {
            (true, true) => alloc::format!("照此推算{due}年为{value}"),
            (true, false) => alloc::format!("on course for {value} in {due}"),
            (false, true) => alloc::format!("按逐年减弱的趋势推算{due}年为{value}"),
            (false, false) => {
                alloc::format!("with the trend weakening year by year, projected at {value} in {due}")
            }
        }
    }

    /// Met, and heading for a breach.
    fn breach(&self, outlook: &Outlook) -> String {
        let mut parts: Vec<String> = Vec::new();
        if let Some(slope) = &outlook.slope {
            let change = self.yearly(slope, &[]);
            parts.push(
                self.pick(alloc::format!("近年每年{change}"), alloc::format!("{change} a year recently")),
            );
        }
        parts.push(match (outlook.years_to_breach, outlook.few_cases) {
            (Some(years), false) => {
                let year = outlook.latest.year.plus(years);
                self.pick(
                    alloc::format!("照此推算{years}年后（{year}年）将不再达到"),
                    alloc::format!(
                        "which would miss the target in {years} {} ({year})",
                        plural(&years.to_string(), "years")
                    ),
                )
            }
            _ => self.say("多年合并已证实未达到", "several years together confirm that it is missed"),
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
                alloc::format!("{found}, due in {due}, with no conclusion before then"),
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
                    alloc::format!("its period runs to the end of {end}, so it can still be done"),
                )
            }
            Timing::Within { after, months } => {
                let last = self.day(after.months_later(months));
                self.pick(alloc::format!("期限到{last}"), alloc::format!("due by {last}"))
            }
            _ if row.indicator.calendar == Calendar::Term => self
                .say("规划期内尚未换届，换届后评价", "no election since the plan began; judged at the next"),
            _ => self.pick(
                alloc::format!("{due}年到期，尚不到评价的时候"),
                alloc::format!("due in {due}, too early to judge"),
            ),
        }
    }

    /// Undetermined: the reasons, and the last value that there is.
    fn open(&self) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        let reasons = self.reasons();
        if !reasons.is_empty() {
            parts.push(reasons);
        }
        parts.extend(self.units());
        parts.extend(self.in_spite());
        let asked = self.asks();
        parts.push(self.pick(alloc::format!("目标{asked}"), alloc::format!("target: {asked}")));
        let value = self.value();
        let year = self.value_year();
        let last = self.row.judgement.previous.as_ref().filter(|_| value.is_none());
        if let Some(value) = value {
            parts.push(self.pick(alloc::format!("{year}年{value}"), alloc::format!("{value} in {year}")));
        }
        if let Some(last) = last {
            let (year, value) = (last.year, self.amount(&last.value));
            parts.push(self.pick(
                alloc::format!("最近一次为{year}年的{value}"),
                alloc::format!("latest known: {value} in {year}"),
            ));
        }
        parts
    }
}
