//! Sentences and short phrases, Chinese and English, from the same facts as the wire form.
//!
//! A sentence decides nothing: it reads outcome, value, bound and margin from the assessment.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::Note;
use crate::exact::{Number, Ratio};
use crate::observation::Status;
use crate::outcome::{Outcome, Role};
use crate::quantity::Value;
use crate::report::Row;
use crate::rule::{Better, Rule};
use crate::small_numbers::{label_en, label_zh};
use crate::statistics::Standard;
use crate::target::{Duty, Scope};
use crate::unit::Unit;
use crate::warning::{Clearing, Signal, Warning};

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

/// A number with its unit: `14.3/10万`, `95.9%`.
///
/// ```
/// use dabiao::{Language, Ratio, Unit, text};
/// let third = Ratio::new(100, 3).unwrap();
/// assert_eq!(text::amount(&third, Unit::Percent, Language::Chinese), "33.3333%");
/// ```
#[must_use]
pub fn amount(value: &Ratio, unit: Unit, language: Language) -> String {
    let number = match value.to_number() {
        Some(number) if number.places() <= 4 => number.to_string(),
        _ => value.rounded(4).trim_end_matches('0').trim_end_matches('.').to_string(),
    };
    with_unit(&number, unit, language)
}

fn with_unit(number: &str, unit: Unit, language: Language) -> String {
    match (language, unit) {
        (_, Unit::Quotient) => number.into(),
        (Language::Chinese, _) => alloc::format!("{number}{}", unit.symbol()),
        (Language::English, Unit::Percent | Unit::PerMille) => alloc::format!("{number}{}", unit.symbol_en()),
        (Language::English, Unit::Count) => number.into(),
        (Language::English, _) => alloc::format!("{number} {}", unit.symbol_en()),
    }
}

/// What a target asks, in a few signs: `≤12/10万`, `≥44%（45%左右，容差1个百分点）`, `逐步提高`.
#[must_use]
pub fn asks(row: &Row, language: Language) -> String {
    let unit = row.indicator.unit;
    let chinese = language == Language::Chinese;
    let printed = |number: Number| with_unit(&number.to_string(), unit, language);
    let limit = || row.assessment().bound.as_ref().map(|bound| amount(&bound.limit, unit, language));
    let tolerance = row.assessment().tolerance.map_or_else(String::new, |number| number.to_string());
    let phrase = match (row.target.rule, language) {
        (Rule::AtLeast { value }, _) => alloc::format!("≥{}", printed(value)),
        (Rule::AtMost { value }, _) => alloc::format!("≤{}", printed(value)),
        (Rule::MoreThan { value }, _) => alloc::format!(">{}", printed(value)),
        (Rule::LessThan { value }, _) => alloc::format!("<{}", printed(value)),
        (Rule::Around { value, .. }, Language::Chinese) => {
            alloc::format!("{}左右（容差{tolerance}个百分点）", printed(value))
        }
        (Rule::Around { value, .. }, Language::English) => {
            alloc::format!("about {} (within {tolerance} points)", printed(value))
        }
        (Rule::All, Language::Chinese) => "全部（100%）".into(),
        (Rule::All, Language::English) => "all (100%)".into(),
        (Rule::AtLeastRatio { value }, _) => alloc::format!("≥{value}"),
        (Rule::ChangedBy { value, better, since }, _) => {
            let limit = limit().map_or_else(String::new, |limit| match better {
                Better::Lower => alloc::format!(" (≤{limit})"),
                Better::Higher => alloc::format!(" (≥{limit})"),
            });
            match (better, chinese) {
                (Better::Lower, true) => alloc::format!("比{since}年下降{value}%{limit}"),
                (Better::Higher, true) => alloc::format!("比{since}年提高{value}%{limit}"),
                (Better::Lower, false) => alloc::format!("{value}% below {since}{limit}"),
                (Better::Higher, false) => alloc::format!("{value}% above {since}{limit}"),
            }
        }
        (Rule::Improves { better, word }, Language::Chinese) => {
            alloc::format!("{}{}", word.zh(), verb(better, row))
        }
        (Rule::Improves { better, word }, Language::English) => {
            let verb = if better == Better::Higher { "rise" } else { "fall" };
            [verb, word.en()].join(" ").trim().to_string()
        }
        (Rule::NotWorse { .. }, Language::Chinese) => "不劣于基期".into(),
        (Rule::NotWorse { .. }, Language::English) => "not worse than the baseline".into(),
        (Rule::RisesSlower, Language::Chinese) => "上升减缓".into(),
        (Rule::RisesSlower, Language::English) => "rise more slowly".into(),
        (Rule::NotBelow, Language::Chinese) => "不低于参照指标".into(),
        (Rule::NotBelow, Language::English) => "not below the reference".into(),
        (Rule::InProportion { .. }, Language::Chinese) => {
            alloc::format!("与参照指标相适应（容差{tolerance}个百分点）")
        }
        (Rule::InProportion { .. }, Language::English) => {
            alloc::format!("in proportion to the reference (within {tolerance} points)")
        }
        (Rule::HostBound { .. }, Language::Chinese) => "达到当年考核值".into(),
        (Rule::HostBound { .. }, Language::English) => "the bound given for the year".into(),
        (Rule::Monitored, Language::Chinese) => "监测".into(),
        (Rule::Monitored, Language::English) => "watched".into(),
    };
    let scope = match (row.target.scope, chinese) {
        (Scope::EveryUnit, true) => "每个单位",
        (Scope::EveryUnit, false) => "every unit ",
        _ => "",
    };
    let duty = match (row.target.duty, chinese) {
        (Duty::EveryYear { .. }, true) => "，每年",
        (Duty::EveryYear { .. }, false) => ", every year",
        (Duty::EachWindow { .. }, true) => "，每5年",
        (Duty::EachWindow { .. }, false) => ", every five years",
        _ => "",
    };
    alloc::format!("{scope}{phrase}{duty}")
}

/// The verb of a wanted direction.
const fn verb(better: Better, row: &Row) -> &'static str {
    match (better, row.indicator.unit.is_whole()) {
        (Better::Lower, _) if row.indicator.gap.is_some() => "缩小",
        (Better::Higher, false) => "提高",
        (Better::Lower, false) => "降低",
        (Better::Higher, true) => "增加",
        (Better::Lower, true) => "减少",
    }
}

/// The judged value as it was given, with its unit and, for counts, the counts.
#[must_use]
pub fn value(row: &Row, language: Language) -> Option<String> {
    let unit = row.indicator.unit;
    let own = row.assessment().evidence.iter().find(|evidence| evidence.role == Role::Value);
    let given =
        own.filter(|_| row.assessment().units.is_none()).map(|evidence| (evidence.value, evidence.unit));
    match (given, &row.assessment().value) {
        (Some((Value::Number(number), given)), _) if given == unit => {
            Some(with_unit(&number.to_string(), unit, language))
        }
        (_, Some(value)) => {
            let shown = amount(value, unit, language);
            Some(match (row.assessment().counts, language) {
                (Some(counts), Language::Chinese) => alloc::format!("{shown}（{counts}）"),
                (Some(counts), Language::English) => alloc::format!("{shown} ({counts})"),
                (None, _) => shown,
            })
        }
        (Some((Value::Interval(interval), given)), None) => {
            let end = |sign: &str, end: Option<crate::quantity::End>| {
                end.map(|end| {
                    let sign = if end.included { alloc::format!("{sign}=") } else { sign.into() };
                    alloc::format!(
                        "{}{}",
                        sign.replace(">=", "≥").replace("<=", "≤"),
                        with_unit(&end.number.to_string(), given, language)
                    )
                })
            };
            let ends = [end(">", interval.low()), end("<", interval.high())];
            Some(ends.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        _ => None,
    }
}

/// How far the value is from the bound, in words: `高2.3/10万`, `差0.1个百分点`.
#[must_use]
pub fn distance(row: &Row, language: Language) -> Option<String> {
    let assessment = row.assessment();
    let (margin, bound) = (assessment.margin.as_ref()?, assessment.bound.as_ref()?);
    if row.target.rule.is_direction() {
        return None;
    }
    let size = amount(&margin.abs(), assessment.margin_unit, language);
    let above = (margin.signum() > 0) == (bound.better == Better::Higher);
    // 左右 is held against the edge of its band on the worse side.
    let (zh, en) = match (row.target.rule, bound.better) {
        (Rule::Around { .. }, Better::Higher) => ("下限", "the lower edge"),
        (Rule::Around { .. }, Better::Lower) => ("上限", "the upper edge"),
        _ => ("目标值", "the bound"),
    };
    let edge = match (row.target.rule, language) {
        (Rule::Around { .. }, Language::Chinese) => {
            alloc::format!("（{}）", amount(&bound.limit, row.indicator.unit, language))
        }
        (Rule::Around { .. }, Language::English) => {
            alloc::format!(" ({})", amount(&bound.limit, row.indicator.unit, language))
        }
        _ => String::new(),
    };
    Some(match (margin.signum(), above, language) {
        (0, _, Language::Chinese) => alloc::format!("恰在{zh}{edge}"),
        (0, _, Language::English) => alloc::format!("exactly at {en}{edge}"),
        (_, true, Language::Chinese) => alloc::format!("高于{zh}{edge}{size}"),
        (_, false, Language::Chinese) => alloc::format!("低于{zh}{edge}{size}"),
        (_, true, Language::English) => alloc::format!("{size} above {en}{edge}"),
        (_, false, Language::English) => alloc::format!("{size} below {en}{edge}"),
    })
}

/// The change since the baseline, for a direction.
fn change(row: &Row, language: Language) -> Option<String> {
    let assessment = row.assessment();
    let (value, bound) = (assessment.value.as_ref()?, assessment.bound.as_ref()?);
    let base = assessment.evidence.iter().find(|evidence| evidence.role == Role::Baseline)?;
    let from = base.period.year();
    let baseline = amount(&bound.limit, row.indicator.unit, language);
    let difference = value - &bound.limit;
    let size = amount(&difference.abs(), assessment.margin_unit, language);
    Some(match (difference.signum(), language) {
        (0, Language::Chinese) => alloc::format!("与{from}年（{baseline}）持平"),
        (0, Language::English) => alloc::format!("unchanged since {from} ({baseline})"),
        (1, Language::Chinese) => alloc::format!("比{from}年（{baseline}）上升{size}"),
        (1, Language::English) => alloc::format!("{size} up on {from} ({baseline})"),
        (_, Language::Chinese) => alloc::format!("比{from}年（{baseline}）下降{size}"),
        (_, Language::English) => alloc::format!("{size} down on {from} ({baseline})"),
    })
}

/// The remarks beside a verdict.
#[must_use]
pub fn notes(row: &Row, language: Language) -> Vec<String> {
    let chinese = language == Language::Chinese;
    let mut notes: Vec<String> = Vec::new();
    let strength = row.target.strength;
    if chinese && !strength.zh().is_empty() {
        notes.push(alloc::format!("“{}”", strength.zh()));
    } else if !chinese && strength != crate::target::Strength::Firm {
        notes.push(strength.code().replace('_', " "));
    }
    for note in &row.assessment().notes {
        notes.push(match (note, chinese) {
            (Note::OtherMethod(outcome), true) => {
                alloc::format!("按另一判定法（GB/T 8170）为{}", outcome.zh())
            }
            (Note::OtherMethod(outcome), false) => {
                alloc::format!("{} by the other method of GB/T 8170", outcome.en())
            }
            (Note::BeyondBand, true) => "高于区间".into(),
            (Note::BeyondBand, false) => "above the band".into(),
            (Note::Unsettled(Status::Provisional), true) => "快报数".into(),
            (Note::Unsettled(Status::Provisional), false) => "provisional".into(),
            (Note::Unsettled(_), true) => "估计数".into(),
            (Note::Unsettled(_), false) => "estimated".into(),
            (Note::Standing(year), true) => alloc::format!("沿用{year}年数"),
            (Note::Standing(year), false) => alloc::format!("value of {year} stands"),
            (Note::BaselineMoved(year), true) => alloc::format!("无基期数，以{year}年为基期"),
            (Note::BaselineMoved(year), false) => {
                alloc::format!("no value for the baseline year; {year} instead")
            }
            (Note::AtLimit, true) => "已达极值".into(),
            (Note::AtLimit, false) => "at the best there can be".into(),
            (Note::PrintedAgainstRatio, true) => "按所填百分数与分数比较".into(),
            (Note::PrintedAgainstRatio, false) => "a printed percentage held against an exact ratio".into(),
        });
    }
    let own = row.assessment().evidence.iter().find(|evidence| evidence.role == Role::Value);
    if let Some(gap) = own.and_then(|evidence| evidence.gap.as_ref()) {
        let value =
            |value: &Ratio| value.to_number().map_or_else(|| value.rounded(4), |number| number.to_string());
        let ratio = gap.ratio.as_ref().map_or_else(|| "—".into(), |ratio| ratio.rounded(2));
        let (largest, smallest) = (value(&gap.largest), value(&gap.smallest));
        let difference = value(&gap.difference);
        notes.push(match chinese {
            true => alloc::format!("{largest}与{smallest}，差{difference}，比{ratio}"),
            false => alloc::format!("{largest} and {smallest}: difference {difference}, ratio {ratio}"),
        });
    }
    if let Some(units) = &row.assessment().units {
        if !units.failed.is_empty() {
            let names = units.failed.join("、");
            notes.push(if chinese {
                alloc::format!("未达标：{names}")
            } else {
                alloc::format!("failing: {names}")
            });
        }
        if !units.undetermined.is_empty() {
            let names = units.undetermined.join("、");
            notes.push(if chinese {
                alloc::format!("无法判断：{names}")
            } else {
                alloc::format!("undetermined: {names}")
            });
        }
        if !units.silent.is_empty() {
            let names = units.silent.join("、");
            notes.push(if chinese {
                alloc::format!("未报：{names}")
            } else {
                alloc::format!("silent: {names}")
            });
        }
    }
    notes
}

/// One sentence on the verdict.
///
/// ```
/// use dabiao::{Catalogue, Data, Evaluator, Language, Year, per_100k, text, indicators::MATERNAL_MORTALITY_RATIO};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = Data::new(&catalogue, [MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))], []);
/// let report = Evaluator::new(&catalogue).report(&data, "", year)?;
/// let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!(
///     text::sentence(row, Language::English),
///     "maternal mortality ratio 14.3 per 100,000: not met (≤12 per 100,000), 2.3 per 100,000 above the bound."
/// );
/// assert_eq!(
///     text::sentence(row, Language::Chinese),
///     "孕产妇死亡率14.3/10万，未达到“下降到12／10万以下”的目标（≤12/10万），高于目标值2.3/10万。"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn sentence(row: &Row, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let assessment = row.assessment();
    let value = value(row, language).unwrap_or_default();
    let asked = asks(row, language);
    let words = &row.target.clause.words;
    let mut tail: Vec<String> = Vec::new();
    match assessment.outcome {
        Outcome::Undetermined => {
            let say =
                |reason: &crate::outcome::Reason| if chinese { reason.zh() } else { reason.to_string() };
            tail.extend(assessment.reasons.iter().map(say));
        }
        Outcome::Met | Outcome::NotMet => {
            tail.extend(distance(row, language));
            tail.extend(row.target.rule.is_direction().then(|| change(row, language)).flatten());
        }
        Outcome::NotApplicable | Outcome::NotDue | Outcome::NotJudged => {}
    }
    tail.extend(notes(row, language));
    tail.extend(Some(small_numbers(row, language)).filter(|text| !text.is_empty()));
    let (stop, comma) = if chinese { ("。", "，") } else { (".", ", ") };
    let tail = tail.iter().fold(String::new(), |text, part| text + comma + part);
    let verdict = match (assessment.outcome, chinese) {
        (Outcome::Met, true) => alloc::format!("，达到“{words}”的目标（{asked}）"),
        (Outcome::NotMet, true) => alloc::format!("，未达到“{words}”的目标（{asked}）"),
        (Outcome::Undetermined, true) => alloc::format!("，是否达到“{words}”无法判断（{asked}）"),
        (Outcome::NotApplicable, true) => alloc::format!("，“{words}”不适用"),
        (Outcome::NotDue, true) => alloc::format!("，“{words}”未到期"),
        (Outcome::NotJudged, true) => alloc::format!("，“{words}”只监测，不评价"),
        (outcome, false) => alloc::format!(": {} ({asked})", outcome.en()),
    };
    match chinese {
        true => alloc::format!("{}{value}{verdict}{tail}{stop}", row.indicator.zh),
        false if value.is_empty() => alloc::format!("{}{verdict}{tail}{stop}", row.indicator.en),
        false => alloc::format!("{} {value}{verdict}{tail}{stop}", row.indicator.en),
    }
}

/// What a verdict on counts is worth: interval, label, gap in cases, pooled years. Empty for values without counts.
///
/// ```
/// use dabiao::{Catalogue, Data, Evaluator, Language, Year, cases, text, indicators::MATERNAL_MORTALITY_RATIO};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = Data::new(&catalogue, [MATERNAL_MORTALITY_RATIO.observe(year, cases(1).of(800))], []);
/// let report = Evaluator::new(&catalogue).report(&data, "", year)?;
/// let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!(
///     text::small_numbers(row, Language::English),
///     "missed within chance (0.0915360), 95% interval 3.2–696.5, one case fewer flips the verdict, fewer than \
///      10 events: not reliable"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn small_numbers(row: &Row, language: Language) -> String {
    let Some(small) = &row.judgement.small_numbers else { return String::new() };
    let chinese = language == Language::Chinese;
    let mut parts: Vec<String> = Vec::new();
    if let (Some(label), Some(tail)) = (small.label, small.tail) {
        parts.push(match chinese {
            true => alloc::format!("{}（概率{tail}）", label_zh(label)),
            false => alloc::format!("{} ({tail})", label_en(label)),
        });
    }
    let (low, high) = small.interval;
    let interval = alloc::format!("{:.1}–{:.1}", low.value(), high.value());
    let confidence = small.confidence.to_ratio() * Ratio::whole(100);
    parts.push(match chinese {
        true => alloc::format!("{confidence}%区间{interval}"),
        false => alloc::format!("{confidence}% interval {interval}"),
    });
    if let Some(gap) = small.gap {
        parts.push(if chinese { gap.zh() } else { gap.en() });
    }
    if !small.reliable {
        parts.push(match (small.standard, chinese) {
            (Standard::AtLeast20Events, true) => "不足20例，不可靠".into(),
            (Standard::AtLeast20Events, false) => "fewer than 20 events: not reliable".into(),
            (Standard::RelativeErrorAtMost30, true) => "相对标准误超过30%，不可靠".into(),
            (Standard::RelativeErrorAtMost30, false) => {
                "relative standard error above 30%: not reliable".into()
            }
            (_, true) => "不足10例，不可靠".into(),
            (_, false) => "fewer than 10 events: not reliable".into(),
        });
    }
    if let Some(pooled) = &small.pooled {
        let value = amount(&pooled.value.round(2), row.indicator.unit, language);
        let (from, to, counts) = (pooled.from, pooled.to, pooled.counts);
        parts.push(match chinese {
            true => alloc::format!("{from}—{to}年合并{value}（{counts}）：{}", label_zh(pooled.label)),
            false => alloc::format!("{from}-{to} pooled {value} ({counts}): {}", label_en(pooled.label)),
        });
        if let Some(years) = pooled.years_needed {
            parts.push(match chinese {
                true => alloc::format!("要有3例预期数需合并约{years}年"),
                false => alloc::format!("some {years} years would be needed to expect three events"),
            });
        }
    }
    parts.join(if chinese { "，" } else { ", " })
}

/// A warning in one line: severity, signal, its numbers, and what would clear it.
#[must_use]
pub fn warning(row: &Row, warning: &Warning, language: Language) -> String {
    let unit = row.indicator.unit;
    let step = unit.of_difference();
    let chinese = language == Language::Chinese;
    let value = |value: &Ratio| amount(&value.round(4), unit, language);
    let change = |change: &Ratio| amount(&change.round(4), step, language);
    let either = |zh: String, en: String| if chinese { zh } else { en };
    let mut parts: Vec<String> = Vec::new();
    match &warning.signal {
        Signal::Missed { margin: Some(margin) } => {
            let off = change(&margin.abs());
            parts.push(either(alloc::format!("差{off}"), alloc::format!("{off} off")));
        }
        Signal::Difficult { path_value, required, seen, projection } => {
            parts.push(either(
                alloc::format!("应达{}", value(path_value)),
                alloc::format!("path {}", value(path_value)),
            ));
            if let Some(required) = required {
                parts.push(either(
                    alloc::format!("每年需{}", change(required)),
                    alloc::format!("needs {} a year", change(required)),
                ));
            }
            if let Some(seen) = seen {
                parts.push(either(
                    alloc::format!("近年每年{}", change(seen)),
                    alloc::format!("has {} a year", change(seen)),
                ));
            }
            if let Some(projection) = projection {
                parts.push(either(
                    alloc::format!("预计到期{}", value(projection)),
                    alloc::format!("heads for {}", value(projection)),
                ));
            }
        }
        Signal::OutOfReach { required, best } => parts.push(either(
            alloc::format!("每年需{}，最好的一年为{}", change(required), change(best)),
            alloc::format!("needs {} a year, the best year brought {}", change(required), change(best)),
        )),
        Signal::Relapse { before: Some(before), .. } => parts.push(either(
            alloc::format!("{}年{}曾达标", before.year, value(&before.value)),
            alloc::format!("{} met in {}", value(&before.value), before.year),
        )),
        Signal::Relapse { before: None, years_to_breach: Some(years) } => parts.push(either(
            alloc::format!("照此{years}年后跌破"),
            alloc::format!("heading for a breach in {years} years"),
        )),
        Signal::Reversal { before, last } => parts.push(either(
            alloc::format!("连续两次变差（{}、{}）", change(&before.abs()), change(&last.abs())),
            alloc::format!("worse twice ({}, {})", change(&before.abs()), change(&last.abs())),
        )),
        Signal::Stagnation { since, years } => parts.push(either(
            alloc::format!("{since}年以来{years}年未好转"),
            alloc::format!("no better for {years} years, since {since}"),
        )),
        Signal::Silent { years } => {
            parts.push(either(
                alloc::format!("连续{years}个应报年度无数"),
                alloc::format!("{years} due years without a value"),
            ));
        }
        Signal::Fluctuation { chance, excess, indicative, without_model } => {
            if let Some(chance) = chance {
                parts.push(either(alloc::format!("偶然的概率{chance}"), alloc::format!("chance {chance}")));
            }
            if let Some(excess) = excess {
                parts.push(either(
                    alloc::format!("超出随机的离散{excess}"),
                    alloc::format!("scatter beyond chance {excess}"),
                ));
            }
            if *indicative {
                parts.push(either("例数少，仅供参考".into(), "few events, indicative only".into()));
            }
            if *without_model {
                parts.push(either("无抽样误差模型".into(), "no sampling-error model".into()));
            }
        }
        Signal::WithinChance { variation } => {
            parts.push(either(
                alloc::format!("变异系数{variation}"),
                alloc::format!("coefficient of variation {variation}"),
            ));
        }
        Signal::LatestYear { chance, rising, .. } => {
            let (zh, en) = if *rising { ("上升", "up") } else { ("下降", "down") };
            parts.push(either(
                alloc::format!("{zh}，偶然的概率{chance}"),
                alloc::format!("{en}, chance {chance}"),
            ));
        }
        Signal::Missed { margin: None } | Signal::Relapse { .. } => {}
    }
    match &warning.clearing {
        Clearing::NextValue { value: next, better, included } => {
            let sign = match (better, included) {
                (Better::Higher, true) => "≥",
                (Better::Higher, false) => ">",
                (Better::Lower, true) => "≤",
                (Better::Lower, false) => "<",
            };
            let mut shown = next.round(4);
            if better.signed(&(&shown - next)).signum() < 0 {
                // What is printed has to clear the warning too.
                let digit = Ratio::new(1, 10_000).unwrap_or_else(Ratio::zero);
                shown = shown + better.signed(&digit);
            }
            let next = amount(&shown, unit, language);
            parts.push(either(
                alloc::format!("下年{sign}{next}可解除"),
                alloc::format!("cleared next year by {sign}{next}"),
            ));
        }
        Clearing::Report { year } => {
            parts.push(either(
                alloc::format!("填报{year}年数可解除"),
                alloc::format!("cleared by reporting {year}"),
            ));
        }
        Clearing::Never => {
            parts.push(either(
                "文字不容许反复，不能解除".into(),
                "not to be cleared: no setback is allowed".into(),
            ));
        }
        Clearing::Steadier => {}
    }
    let parts = parts.join(if chinese { "，" } else { ", " });
    match chinese {
        true => alloc::format!(
            "【{}】{}：{}{}{parts}",
            warning.severity.zh(),
            row.indicator.zh,
            warning.signal.zh(),
            if parts.is_empty() { "" } else { "，" }
        ),
        false => alloc::format!(
            "[{}] {}: {}{}{parts}",
            warning.severity.en(),
            row.indicator.en,
            warning.signal.en(),
            if parts.is_empty() { "" } else { ", " }
        ),
    }
}
