//! The sentence on a warning: severity, signal, the numbers that made it fire, and what would clear it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::figure::{significant, telling, trimmed};
use super::small::chance as chance_of;
use super::{TextStyle, Words, plural, with_unit};
use crate::ahead::{Clearing, Severity, Signal, Standing, Warning, Way, warning::rounded_for};
use crate::plan::{Better, IndicatorKind};
use crate::report::Row;
use crate::values::{Ratio, Unit, Year};

pub(super) fn warning(row: &Row, warning: &Warning, style: TextStyle) -> String {
    let mut more: Vec<&Ratio> = Vec::new();
    match &warning.signal {
        Signal::Difficult { way: Some(way), .. }
        | Signal::Slowing { way: Some(way) }
        | Signal::Lagging { way: Some(way) } => {
            more.push(&way.path_value);
            more.extend(&way.projection);
        }
        Signal::Relapse { value: Some(value), .. } => more.push(value),
        Signal::SuddenChange { before, .. } => more.push(&before.value),
        _ => {}
    }
    Words::beside(row, style, &more).warning(warning)
}

pub(super) fn asks_for_counts(row: &Row, warning: &Warning, style: TextStyle) -> Option<String> {
    Words::of(row, style).asks_for_counts(warning)
}

impl Words<'_> {
    fn warning(&self, warning: &Warning) -> String {
        let mut parts = self.numbers(&warning.signal);
        parts.retain(|part| !part.is_empty());
        parts.extend(self.asks_for_counts(warning));
        let comma = self.comma();
        let numbers = parts.iter().fold(String::new(), |text, part| text + comma + part);
        // Where something was reported that gives no verdict (two ends, a conflict, another definition), a report is not enough.
        let open = matches!(warning.signal, Signal::Inherited { .. })
            && self.row.judgement.standing == Standing::Undetermined;
        let clearing = warning.clearing.as_ref().map(|clearing| match open {
            true => self.say("有可以作出结论的数即可解除", "cleared by a value that gives a verdict"),
            false => self.clearing(clearing),
        });
        // What has no severity is a remark.
        let severity = match self.is_chinese() {
            true => warning.severity.map_or("说明", Severity::zh),
            false => warning.severity.map_or("note", Severity::en),
        };
        let signal = self.signal(&warning.signal);
        let name = self.subject_name();
        let (semicolon, stop) = if self.is_chinese() { ("；", "。") } else { ("; ", ".") };
        let clearing = clearing.map_or_else(String::new, |clearing| alloc::format!("{semicolon}{clearing}"));
        self.pick(
            alloc::format!("【{severity}】{name}：{signal}{numbers}{clearing}{stop}"),
            alloc::format!("[{severity}] {name}: {signal}{numbers}{clearing}{stop}"),
        )
    }

    /// What was reported without the counts that it has cannot be told from chance until it lasts: the headline asks for them.
    fn asks_for_counts(&self, warning: &Warning) -> Option<String> {
        let gap = self.row.indicator.gap.is_some();
        warning.counts_wanted.then(|| match gap {
            true => self.say(
                "差距各方的分子、分母未报全，尚不能排除偶然，请补报",
                "the parts of the gap came without all their counts; report them to rule out chance",
            ),
            false => self.say(
                "未报分子、分母，尚不能排除偶然，请补报",
                "reported without its counts; report them to rule out chance",
            ),
        })
    }

    /// The name of a signal.
    fn signal(&self, signal: &Signal) -> &'static str {
        match (signal, self.is_chinese()) {
            (signal, true) => signal.zh(),
            (signal, false) => signal.en(),
        }
    }

    fn numbers(&self, signal: &Signal) -> Vec<String> {
        match signal {
            Signal::Missed { year: None, .. } => self.missed(),
            Signal::Missed { year: Some(year), .. } => alloc::vec![self.pick(
                alloc::format!("{year}年未达到，终期结论已定"),
                alloc::format!("not met in {year}, which settled the final verdict"),
            )],
            Signal::Difficult { way: Some(way), out_of_reach } => {
                let mut parts = self.on_the_way(way);
                if *out_of_reach {
                    parts.push(
                        self.say("按历年最好进度也达不到", "out of reach even at the best pace so far"),
                    );
                }
                parts
            }
            Signal::Difficult { way: None, .. } => {
                let mut parts = self.missed();
                parts.push(self.say("近三年没有增加", "nothing gained in three years"));
                parts
            }
            Signal::Slowing { way: Some(way) } | Signal::Lagging { way: Some(way) } => self.on_the_way(way),
            Signal::Slowing { way: None } | Signal::Lagging { way: None } => self.missed(),
            Signal::Relapse { since, value, .. } => {
                let mut parts = match value {
                    Some(value) => {
                        let value = self.amount(value);
                        alloc::vec![self.pick(
                            alloc::format!("{since}年曾达到（{value}）"),
                            alloc::format!("met in {since} ({value})")
                        )]
                    }
                    None => alloc::vec![
                        self.pick(alloc::format!("{since}年曾达到"), alloc::format!("it was met in {since}"))
                    ],
                };
                parts.extend(self.missed());
                parts
            }
            Signal::RelapseRisk { pooled: true, .. } | Signal::RelapseRisk { years_to_breach: None, .. } => {
                alloc::vec![
                    self.say("多年合并已证实未达到", "several years together confirm that it is missed")
                ]
            }
            Signal::RelapseRisk { years_to_breach: Some(years), .. } => alloc::vec![self.pick(
                alloc::format!("照近年走势{years}年后不再达到"),
                alloc::format!(
                    "on its present course it will miss the target in {years} {}",
                    plural(&years.to_string(), "years")
                ),
            )],
            Signal::Reversal { before, last, since } => {
                let (before, last) = (self.yearly(before, &[]), self.yearly(last, &[]));
                alloc::vec![self.pick(
                    alloc::format!("{since}年以来先{before}，又{last}"),
                    alloc::format!("{before} since {since}, then {last}"),
                )]
            }
            Signal::SuddenChange { change, before } => {
                let change = self.yearly(change, &[]);
                let (year, value) = (before.year, self.amount(&before.value));
                alloc::vec![self.pick(
                    alloc::format!("比{year}年的{value}一次{change}"),
                    alloc::format!("{change} at once, from {value} in {year}"),
                )]
            }
            Signal::Stagnation { since, years } => alloc::vec![self.pick(
                alloc::format!("{since}年以来{years}年没有好转"),
                alloc::format!("no better for {years} years, since {since}"),
            )],
            Signal::NotReported { times: 0 } => {
                alloc::vec![self.say("部分单位未报", "no value from some of the units")]
            }
            Signal::NotReported { times: 1 } => {
                alloc::vec![self.say("应报未报", "no value for a year in which one was due")]
            }
            Signal::NotReported { times } => alloc::vec![self.pick(
                alloc::format!("连续{times}个应报年度没有数"),
                alloc::format!("no value for {times} due years in a row"),
            )],
            Signal::Inherited { year, headline } => alloc::vec![self.pick(
                alloc::format!("{year}年{}，此后没有可以解除的数", headline.zh()),
                alloc::format!("{} in {year}, and no value since that could clear it", headline.en()),
            )],
            Signal::Fluctuation { chance, excess, indicative, without_model, .. } => {
                let mut parts: Vec<String> = Vec::new();
                parts.extend(chance.as_ref().map(|chance| {
                    let chance = chance_of(*chance);
                    self.pick(
                        alloc::format!("仅凭偶然出现如此起伏的概率{chance}"),
                        alloc::format!("probability by chance alone: {chance}"),
                    )
                }));
                let share = match without_model {
                    true => matches!(self.row.indicator.unit, Unit::Percent | Unit::PercentagePoints),
                    false => matches!(self.row.indicator.kind, IndicatorKind::Share | IndicatorKind::Stock),
                };
                let points = if share { Unit::PercentagePoints } else { Unit::Quotient };
                let excess = excess
                    .as_ref()
                    .map(|excess| with_unit(&significant(*excess), points, self.style.language));
                parts.extend(excess.map(|excess| match without_model {
                    true => self.pick(
                        alloc::format!("此前各年的标准差{excess}"),
                        alloc::format!("standard deviation of the years before: {excess}"),
                    ),
                    false => self.pick(
                        alloc::format!("超出偶然的年际标准差{excess}"),
                        alloc::format!("variation beyond chance: {excess}"),
                    ),
                }));
                if *indicative {
                    parts.push(self.say("例数少，仅供参考", "few events, indicative only"));
                }
                if *without_model {
                    parts.push(self.say("没有抽样误差模型", "no sampling-error model"));
                }
                parts
            }
            // The coefficient of variation stands among the figures of the report.
            Signal::WithinChance { .. } => Vec::new(),
            Signal::LatestYear { chance, rising, .. } => alloc::vec![self.pick(
                alloc::format!(
                    "比此前各年{}，仅凭偶然出现的概率{}",
                    if *rising { "偏高" } else { "偏低" },
                    chance_of(*chance)
                ),
                alloc::format!(
                    "{} than the years before, probability by chance alone: {}",
                    if *rising { "higher" } else { "lower" },
                    chance_of(*chance)
                ),
            )],
        }
    }

    /// Where it is on its way, what that needs, and where it leads.
    fn on_the_way(&self, way: &Way) -> Vec<String> {
        let path = self.amount(&way.path_value);
        let outlook = self.row.judgement.outlook.as_ref();
        let latest = outlook.map(|outlook| self.amount(&outlook.latest.value));
        let mut parts = alloc::vec![
            self.pick(alloc::format!("序时进度为{path}"), alloc::format!("the path is at {path}"))
        ];
        parts.extend(latest.map(|latest| {
            self.pick(alloc::format!("实际{latest}"), alloc::format!("the value at {latest}"))
        }));
        let (required, seen) = (way.required.as_ref(), way.seen.as_ref());
        parts.extend(required.and_then(|required| self.needed(required, seen)));
        parts.extend(seen.map(|seen| self.seen(seen, required)));
        let projection = way.projection.as_ref().zip(outlook);
        parts.extend(projection.map(|(value, outlook)| self.projected(outlook, value)));
        parts
    }

    /// The value and how far off it is, or which units fail.
    fn missed(&self) -> Vec<String> {
        let by_unit = self.row.target.scope.is_every_unit();
        if let Some(units) = self.units().filter(|_| by_unit) {
            return alloc::vec![units];
        }
        [self.value(), self.distance(), self.since_baseline(), self.in_spite()]
            .into_iter()
            .flatten()
            .collect()
    }

    fn next_year(&self) -> Year {
        self.row.assessment().year.min(self.row.target.timing.due()).plus(1)
    }

    fn clearing(&self, clearing: &Clearing) -> String {
        match clearing {
            Clearing::NextValue { value, better, included, cases } => {
                let sign = match (better, included) {
                    (Better::Higher, true) => "≥",
                    (Better::Higher, false) => ">",
                    (Better::Lower, true) => "≤",
                    (Better::Lower, false) => "<",
                };
                let next = self.enough(value, *better);
                let year = self.next_year();
                let target = &self.row.target;
                let (units, same) = (target.scope.is_every_unit(), target.rule.has_reference());
                let (zh, en) = self.unit_names();
                let (whose, whose_en) = match units {
                    true => (alloc::format!("每个{zh}"), alloc::format!(" in every {en}")),
                    false => (String::new(), String::new()),
                };
                let (with, with_en) =
                    if same { ("参照指标不变时", ", with the reference as it is") } else { ("", "") };
                let (cases, cases_en) = self.in_cases(*better, *cases);
                self.pick(
                    alloc::format!("{with}{year}年{whose}{sign}{next}{cases}可解除"),
                    alloc::format!("cleared by {sign}{next}{cases_en}{whose_en} in {year}{with_en}"),
                )
            }
            Clearing::Report { year } => self
                .pick(alloc::format!("填报{year}年数可解除"), alloc::format!("cleared by reporting {year}")),
            Clearing::Met { year } => self.pick(
                alloc::format!("{year}年达到目标可解除"),
                alloc::format!("cleared by meeting the target in {year}"),
            ),
            Clearing::Never => self.never(),
            Clearing::Steadier => self.say("今后各年趋于平稳可解除", "cleared by steadier years"),
        }
    }

    /// The same in cases, at this year's denominator.
    fn in_cases(&self, better: Better, cases: Option<u64>) -> (String, String) {
        let counts = self.row.assessment().counts.map(|counts| counts.denominator);
        let Some((cases, of)) = cases.zip(counts) else { return (String::new(), String::new()) };
        let (most, most_en) = match better {
            Better::Lower => ("至多", "at most"),
            Better::Higher => ("至少", "at least"),
        };
        (alloc::format!("（按{of}计{most}{cases}例）"), alloc::format!(" ({most_en} {cases} of {of})"))
    }

    fn never(&self) -> String {
        let (assessment, due) = (self.row.assessment(), self.row.target.timing.due());
        if assessment.year >= due {
            return self.pick(
                alloc::format!("{due}年已到期，以后的数不再计，不能解除"),
                alloc::format!("cannot be cleared: it was due in {due} and later values do not count"),
            );
        }
        if assessment.irrecoverable {
            return self.say(
                "规划文字不容许反复，不能解除",
                "cannot be cleared: the wording of the plan allows no setback",
            );
        }
        if self.next_year() == due && assessment.broken_years().next().is_some() {
            return self.say(
                "已有年度未达到，最终结论不会改变，不能解除",
                "cannot be cleared: a year that broke it has settled the final verdict",
            );
        }
        let year = self.next_year();
        self.pick(
            alloc::format!("{year}年的数无论多少都不能解除"),
            alloc::format!("cannot be cleared by any value for {year}"),
        )
    }

    /// A value rounded to the better side, so that what is printed is enough too, and within the limits there are.
    fn enough(&self, value: &Ratio, better: Better) -> String {
        let mut digits = telling([value, &Ratio::zero()].into(), self.digits);
        let ceiling = self.row.indicator.ceiling.map(crate::values::Number::to_ratio);
        let floor = self.row.indicator.floor.to_ratio();
        let possible = |value: &Ratio| *value >= floor && ceiling.as_ref().is_none_or(|most| value <= most);
        loop {
            let shown = rounded_for(better, value, digits);
            if !possible(value) || possible(&shown) || digits >= 30 {
                let unit = self.row.indicator.unit;
                return self.worded(&trimmed(&shown, digits), unit);
            }
            digits = digits.saturating_add(1);
        }
    }
}
