//! Standings and warnings, read again; every standing, signal and clearing is reached.

use std::collections::BTreeSet;

use dabiao::{
    Language, Outcome, Roster, Rule, Standing, Year,
    ahead::{Clearing, Outlook, Position, Severity, Signal, SignalKind, Warning, Way},
    data::Missing,
    judge::Cause,
    plan::{Better, Qualifier, Scope, Timing},
    report::Row,
    text,
    values::{Ratio, ReportingUnit},
};

use crate::check::{LANGUAGES, near, usual};
use crate::county::{at_least, at_most, coverage, every_year, kept, share, standings, warned};
use crate::read::{Asked, Figure, bound, capital, clauses, figure, leading, years};
use crate::scene::{Scene, year};

const SIGNALS: [SignalKind; 14] = [
    SignalKind::Missed,
    SignalKind::Difficult,
    SignalKind::Slowing,
    SignalKind::Lagging,
    SignalKind::Relapse,
    SignalKind::RelapseRisk,
    SignalKind::Reversal,
    SignalKind::SuddenChange,
    SignalKind::Stagnation,
    SignalKind::Fluctuation,
    SignalKind::LatestYear,
    SignalKind::NotReported,
    SignalKind::Inherited,
    SignalKind::WithinChance,
];

/// Both sentences on the standing, and those on every warning, say what the row holds.
pub(crate) fn check(row: &Row) -> Result<(), String> {
    for language in LANGUAGES {
        let sentence = text::standing(row, language);
        let mut wrong = Vec::new();
        standing(row, language, &sentence, &mut wrong);
        if !wrong.is_empty() {
            let facts = &row.judgement;
            return Err(format!(
                "{sentence}\n  wrong: {wrong:?}\n  facts: {:?} {:?}",
                facts.standing, facts.outlook
            ));
        }
        for warning in &row.judgement.warnings {
            let sentence = text::warning(row, warning, language);
            let mut wrong = Vec::new();
            warned_of(row, warning, language, &sentence, &mut wrong);
            if !wrong.is_empty() {
                return Err(format!("{sentence}\n  wrong: {wrong:?}\n  facts: {warning:?}"));
            }
        }
    }
    Ok(())
}

/// A sentence cut into its clauses, and what is looked for in them.
struct Parts<'t> {
    language: Language,
    parts: Vec<&'t str>,
}

impl<'t> Parts<'t> {
    fn of(language: Language, text: &'t str) -> Self {
        let marks = if language == Language::Chinese { ("；", "，") } else { ("; ", ", ") };
        let parts = clauses(text, marks.0).into_iter().flat_map(|part| clauses(part, marks.1)).collect();
        Self { language, parts }
    }

    fn words<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        if self.language == Language::Chinese { zh } else { en }
    }

    /// What stands between two words in one clause.
    fn between(&self, zh: (&str, &str), en: (&str, &str)) -> Option<&'t str> {
        let (before, after) = if self.language == Language::Chinese { zh } else { en };
        self.parts.iter().find_map(|part| {
            let (_, rest) = part.split_once(before)?;
            if after.is_empty() { Some(rest) } else { rest.rsplit_once(after).map(|(inner, _)| inner) }
        })
    }

    fn says(&self, zh: &str, en: &str) -> bool {
        let word = self.words(zh, en);
        self.parts.iter().any(|part| part.contains(word))
    }

    /// A yearly change: 1 up, −1 down, and the size.
    fn change(&self, text: &str) -> (i8, Ratio) {
        let zero = Ratio::zero();
        if text == self.words("持平", "no change") {
            return (0, zero);
        }
        let up = ["提高", "上升", "增加", "扩大"].iter().find_map(|verb| text.strip_prefix(verb));
        let down = ["下降", "减少", "缩小"].iter().find_map(|verb| text.strip_prefix(verb));
        let (sign, size) = match self.language {
            Language::Chinese => up.map(|size| (1, size)).or(down.map(|size| (-1, size))).expect("a verb"),
            Language::English => match text.strip_prefix("a rise of ") {
                Some(size) => (1, size),
                None => (-1, text.strip_prefix("a fall of ").expect("a rise or a fall")),
            },
        };
        // What the target value itself does not meet needs more than that.
        let size = size.trim_start_matches("超过").trim_start_matches("more than ");
        (sign, leading(size).expect("a size").0)
    }
}

fn standing(row: &Row, language: Language, sentence: &str, wrong: &mut Vec<&'static str>) {
    let mut expect = |holds: bool, what: &'static str| {
        if !holds {
            wrong.push(what);
        }
    };
    let stop = if language == Language::Chinese { "。" } else { "." };
    let text = sentence.strip_suffix(stop).expect("a full stop");
    let word = |standing: Standing| if language == Language::Chinese { standing.zh() } else { standing.en() };
    let (said, text) = match language {
        Language::Chinese => text.strip_prefix(&*row.indicator.zh).expect("the name").split_once('：'),
        Language::English => text
            .strip_prefix(&format!("{}: ", capital(&row.indicator.en)))
            .expect("the name")
            .split_once(" — "),
    }
    .expect("a word and why");
    let read = Standing::ALL.into_iter().find(|standing| word(*standing) == said);
    expect(read == Some(row.judgement.standing), "standing");
    expect(!text.is_empty() && text.find(stop).is_none_or(|_| language == Language::English), "one sentence");
    let parts = Parts::of(language, text);
    let assessment = row.assessment();
    match read {
        Some(Standing::Expected | Standing::Slowing | Standing::Difficult) => {
            way(row, &parts, row.judgement.outlook.as_ref().unwrap(), &mut expect);
        }
        Some(Standing::Lagging) if row.judgement.outlook.is_some() => {
            way(row, &parts, row.judgement.outlook.as_ref().unwrap(), &mut expect);
        }
        Some(Standing::AtRisk) => {
            let outlook = row.judgement.outlook.as_ref().unwrap();
            let years = parts.between(("照此推算", "年后"), ("which would miss the target in ", " year"));
            let years = years.map(|years| years.trim_end_matches('s').trim().parse::<i32>().unwrap());
            expect(years == outlook.years_to_breach || outlook.few_cases, "years to the breach");
        }
        Some(Standing::NoData | Standing::Undetermined) => {
            for reason in &assessment.reasons {
                // A unit that did not report this year is among those that are counted or named as such.
                let not_reported = assessment.units.as_ref().map(|units| &units.not_reported);
                let listed = reason.year == assessment.year
                    && matches!(reason.cause, Cause::Missing(Missing::NotReported))
                    && reason
                        .unit
                        .as_ref()
                        .is_some_and(|unit| not_reported.is_some_and(|units| units.contains(unit)));
                if listed {
                    expect(
                        text.contains(if language == Language::Chinese { "未报送" } else { "report" }),
                        "reason",
                    );
                    continue;
                }
                let by_name =
                    matches!(reason.cause, Cause::UnitsNotReported(_)) && assessment.units.is_some();
                expect(by_name || years(text).contains(&reason.year.number()), "year of a reason");
                expect(reason.unit.as_ref().is_none_or(|unit| text.contains(&**unit)), "unit of a reason");
                let (zh, en) = match &reason.cause {
                    Cause::NoData | Cause::PartMissing | Cause::NoEarlierValue => ("缺", "no "),
                    Cause::NoRoster => ("名录", "list of reporting units"),
                    Cause::Missing(why) => (why.zh(), why.en()),
                    Cause::Conflict => ("两个不同", "differs"),
                    Cause::Impossible => ("不可能", "impossible"),
                    Cause::Spans => ("区间", "range"),
                    Cause::Zero => ("为零", "zero"),
                    Cause::BeforeBreak => ("口径", "definition"),
                    Cause::FirstValue => ("首个数值", "first value"),
                    Cause::UnitsNotReported(_) => ("未报送", "report"),
                    Cause::Undated => ("日期", "date"),
                    Cause::OtherCalendar { .. } => ("填的是", " is of "),
                    _ => ("尚无结论", "not settled"),
                };
                expect(text.contains(if language == Language::Chinese { zh } else { en }), "reason");
            }
            if let Some(last) =
                row.judgement.previous.as_ref().filter(|_| text::value(row, language).is_none())
            {
                let told = parts.between(("最近一次为", ""), ("latest known: ", "")).unwrap_or("");
                expect(told.contains(&last.year.to_string()), "year of the last value");
                let value = told.split_once("年的").map_or(told, |(_, value)| value);
                expect(
                    figure(value).is_some_and(|found| near(&found.number, &last.value, usual(row))),
                    "last value",
                );
            }
        }
        Some(Standing::MetEarly) => {
            let due = row.target.timing.due().number() - assessment.year.number();
            expect(parts.says(&format!("早{due}年"), &format!("{due} year")), "years to spare");
        }
        Some(Standing::Attained | Standing::Holding | Standing::Recovered | Standing::Missed) => {
            let own = assessment.year.min(row.target.timing.due());
            let met = assessment.history.iter().find(|year| year.outcome == Outcome::Met);
            let base = match row.target.rule {
                Rule::ChangedBy { since, .. } => Some(since),
                _ => None,
            };
            // On the way to a bound only the years after it was first met count against it.
            let counts = |year: Year| match row.target.timing {
                Timing::ByYear { .. } | Timing::ReachedAndKept { .. } => {
                    met.is_some_and(|first| year > first.year)
                }
                _ => true,
            };
            let broken = assessment.broken_years().filter(|year| *year < own && Some(*year) != base);
            for broken in broken.filter(|year| counts(*year)) {
                expect(years(text).contains(&broken.number()), "a broken year");
            }
        }
        _ => {}
    }
}

fn way(row: &Row, parts: &Parts<'_>, outlook: &Outlook, expect: &mut impl FnMut(bool, &'static str)) {
    let figure_of = |text: Option<&str>| text.and_then(figure);
    let close = |found: &Option<Figure>, exact: &Ratio, places| {
        found.as_ref().is_some_and(|found| near(&found.number, exact, places))
    };
    let digits = usual(row);
    // The value that is told in front, and the path beside it.
    let leads = |part: &&str| part.contains(parts.words("序时进度为", "against a path of "));
    let front = parts.parts.iter().position(leads).expect("a path");
    // In front of it may stand a year that is known only between two ends.
    let first = parts.parts[if parts.language == Language::Chinese { front - 1 } else { front }];
    let value = match parts.language {
        Language::Chinese => first.split_once('年').and_then(|(_, value)| figure(value)),
        Language::English => figure(first),
    };
    let path = figure_of(parts.between(("序时进度为", ""), ("against a path of ", "")));
    expect(close(&value, &outlook.latest.value, digits), "latest value");
    let path_value = outlook.path_value.as_ref().expect("a path");
    expect(close(&path, path_value, digits), "path");
    if let (Some(value), Some(path)) = (&value, &path) {
        let same = value.number.cmp(&path.number) == outlook.latest.value.cmp(path_value);
        expect(same, "value and path the wrong way round");
    }
    let position = outlook.position.expect("a position");
    let off = match position {
        Position::Ahead => figure_of(parts.between(("领先", ""), ("", " ahead"))),
        Position::Behind => figure_of(parts.between(("落后", ""), ("", " behind"))),
        Position::On => {
            expect(parts.says("与序时进度持平", "exactly on the path"), "on the path");
            None
        }
    };
    if position != Position::On {
        let distance = outlook.distance.as_ref().expect("a distance").abs();
        expect(close(&off, &distance, digits), "distance to the path");
        expect(off.is_some_and(|off| !off.number.is_zero()), "a distance of nothing");
    }
    let hundred = Ratio::whole(100);
    if let (Some(done), Some(time)) = (&outlook.share_done, &outlook.share_of_time) {
        let further = parts.says("距目标比基期更远", "further from the target than at the baseline");
        expect(further == (done.signum() < 0), "less than nothing done");
        let (of_way, of_time) = match parts.language {
            Language::Chinese => {
                (parts.between(("已完成", ""), ("", "")), parts.between(("时间过去", ""), ("", "")))
            }
            Language::English => {
                let both = parts.parts.iter().find_map(|part| part.split_once(" of the way in "));
                let time = parts.between(("", ""), ("", " of the time gone"));
                (both.map(|both| both.0), both.map(|both| both.1).or(time))
            }
        };
        let (of_way, of_time) = (figure_of(of_way), figure_of(of_time));
        expect(further || close(&of_way, &(done * &hundred), 1), "share done");
        expect(close(&of_time, &(time * &hundred), 1), "share of time");
        if let (Some(way), Some(gone)) = (of_way, of_time) {
            expect(way.number.cmp(&gone.number) == done.cmp(time), "done and time the wrong way round");
        }
    }
    let needed = parts.between(("此后每年需", ""), ("needing ", " a year"));
    let trend = parts
        .between(("近年每年", ""), ("against ", " a year recently"))
        .or_else(|| parts.between(("近年", ""), ("against ", " in recent years")));
    let best = parts.between(("最好的一年", ""), ("against ", " in the best year"));
    let better = row.assessment().bound.as_ref().map_or(row.target.rule.better(), |bound| bound.better);
    let mut yearly = |said: Option<&str>, exact: &Option<Ratio>, what| {
        expect(said.is_some() == exact.is_some(), what);
        if let (Some(said), Some(exact)) = (said, exact) {
            let (sign, size) = parts.change(said);
            expect(sign == better.signed(exact).signum(), what);
            expect(telling(&size, exact, digits), what);
        }
    };
    // At a bound that is excluded stands no number a year; beyond it, nothing is needed.
    let there = parts.says("此后仍需", "still needing a");
    let takes = |required: &Ratio| required.signum() >= 0 && !(there && required.is_zero());
    yearly(needed, &outlook.required.clone().filter(takes), "required change");
    yearly(trend, &outlook.slope, "slope");
    let worse = parts.says("尚无改善的年份", "no year of improvement");
    if outlook.slope.is_none() {
        let improved = outlook.best_change.clone().filter(|best| best.signum() > 0);
        yearly(best, &improved, "best change");
    }
    let none = outlook.slope.is_none() && outlook.best_change.as_ref().is_some_and(|best| best.signum() <= 0);
    expect(worse == none, "no year of improvement");
    let seen = outlook.slope.as_ref().or(outlook.best_change.as_ref());
    if let (Some(needed), Some(said), Some(required), Some(seen)) =
        (needed, trend.or(best), &outlook.required, seen)
    {
        let printed = parts.change(needed).1.cmp(&parts.change(said).1);
        expect(printed == required.abs().cmp(&seen.abs()), "needed and seen the wrong way round");
    }
    let due = outlook.due;
    let projected = figure_of(projection(parts, due));
    expect(projected.is_some() == outlook.projection.is_some(), "projection or none");
    if let (Some(printed), Some(exact)) = (&projected, &outlook.projection) {
        expect(near(&printed.number, exact, digits), "projection");
        let limit = row.assessment().bound.as_ref().map(|bound| &bound.limit);
        let asked = parts.parts.iter().rev().find_map(|part| bound(part));
        if let (Some(Asked::Bound { limit: shown, .. }), Some(limit)) = (asked, limit) {
            expect(
                printed.number.cmp(&shown.number) == exact.cmp(limit),
                "projection and bound the wrong way round",
            );
        }
        // That the trend weakens is said where the line does not go on as it was.
        let left = Ratio::whole(i128::from(due.number() - outlook.latest.year.number()));
        let line =
            outlook.slope.as_ref().map(|slope| &outlook.latest.value + better.signed(&(slope * &left)));
        expect(parts.says("逐年减弱", "weakening") == (line.as_ref() != Some(exact)), "weakening or not");
    }
    let expected = parts.parts.iter().find_map(|part| match parts.language {
        Language::Chinese => part.split_once("年可达标").and_then(|(year, _)| year.parse::<i32>().ok()),
        Language::English => leading(part.split_once("target reached in ")?.1)?.0.to_string().parse().ok(),
    });
    expect(expected == outlook.expected_year.map(|year| year.number()), "expected year");
}

fn projection<'t>(parts: &Parts<'t>, due: Year) -> Option<&'t str> {
    let (zh, en) = (format!("推算{due}年为"), format!(" in {due}"));
    let straight = parts.between((&zh, ""), ("on course for ", &en));
    straight.or_else(|| parts.between((&zh, ""), ("projected at ", &en)))
}

/// A yearly change within half a digit and within a twentieth of itself.
fn telling(printed: &Ratio, exact: &Ratio, digits: u32) -> bool {
    let exact = exact.abs();
    let off = (printed - &exact).abs() * Ratio::whole(20);
    near(printed, &exact, digits) && off <= exact && printed.is_zero() == exact.is_zero()
}

fn warned_of(
    row: &Row,
    warning: &Warning,
    language: Language,
    sentence: &str,
    wrong: &mut Vec<&'static str>,
) {
    let mut expect = |holds: bool, what: &'static str| {
        if !holds {
            wrong.push(what);
        }
    };
    let chinese = language == Language::Chinese;
    let (open, close, colon, stop) =
        if chinese { ('【', '】', "：", "。") } else { ('[', ']', ": ", ".") };
    let name = if chinese { row.indicator.zh.to_string() } else { capital(&row.indicator.en) };
    let text = sentence.strip_suffix(stop).expect("a full stop");
    let (severity, text) =
        text.strip_prefix(open).and_then(|text| text.split_once(close)).expect("a severity");
    let word = |severity: Severity| if chinese { severity.zh() } else { severity.en() };
    let read = Severity::ALL.into_iter().find(|found| word(*found) == severity);
    expect(read == warning.severity, "severity");
    let remark = if chinese { "说明" } else { "note" };
    expect(read.is_some() || severity == remark, "a remark");
    let text =
        text.trim_start().strip_prefix(&*name).and_then(|text| text.strip_prefix(colon)).expect("the name");
    let signal = [warning.signal.zh(), warning.signal.en()][usize::from(!chinese)];
    expect(text.starts_with(signal), "signal");
    let text = text.strip_prefix(signal).unwrap_or(text);
    let parts = Parts::of(language, text);
    let better = row.assessment().bound.as_ref().map_or(row.target.rule.better(), |bound| bound.better);
    let mut yearly = |said: Option<&str>, exact: &Ratio, what| {
        let Some(said) = said else { return expect(false, what) };
        let (sign, size) = parts.change(said);
        expect(sign == better.signed(exact).signum() && telling(&size, exact, usual(row)), what);
    };
    match &warning.signal {
        Signal::Difficult { way: Some(way), .. }
        | Signal::Slowing { way: Some(way) }
        | Signal::Lagging { way: Some(way) } => {
            let Way { path_value, required, seen, projection } = way;
            let needed = parts.between(("此后每年需", ""), ("needing ", " a year"));
            let trend = parts
                .between(("近年每年", ""), ("against ", " a year recently"))
                .or_else(|| parts.between(("近年", ""), ("against ", " in recent years")));
            let best = parts.between(("最好的一年", ""), ("against ", " in the best year"));
            if let Some(required) = required {
                let there = parts.says("此后仍需", "still needing a");
                if required.signum() >= 0 && !(there && required.is_zero()) {
                    yearly(needed, required, "required");
                }
            }
            match seen {
                Some(seen) if !parts.says("尚无改善的年份", "no year of improvement") => {
                    yearly(trend.or(best), seen, "seen");
                }
                Some(seen) => expect(seen.signum() <= 0, "no year of improvement"),
                None => {}
            }
            let path = parts.between(("序时进度为", ""), ("the path is at ", "")).and_then(figure);
            expect(path.is_some_and(|path| near(&path.number, path_value, usual(row))), "path");
            let found = self::projection(&parts, row.target.timing.due()).and_then(figure);
            expect(found.is_some() == projection.is_some(), "projection or none");
            if let (Some(found), Some(exact)) = (found, projection) {
                expect(near(&found.number, exact, usual(row)), "projection");
            }
            let out = matches!(warning.signal, Signal::Difficult { out_of_reach: true, .. });
            expect(parts.says("按历年最好进度也达不到", "out of reach") == out, "out of reach");
        }
        Signal::Reversal { before, last, since } => {
            let (zh, en) = (format!("{since}年以来先"), format!(" since {since}"));
            yearly(parts.between((&zh, ""), ("", &en)), before, "before");
            yearly(parts.between(("又", ""), ("then ", "")), last, "last");
        }
        Signal::SuddenChange { change, before } => {
            let year = before.year;
            yearly(parts.between(("一次", ""), ("", " at once")), change, "the change");
            expect(parts.says(&format!("比{year}年的"), &format!(" in {year}")), "the year before");
        }
        Signal::Relapse { since, .. } => {
            expect(
                parts.says(&format!("{since}年曾达到"), &format!("met in {since}")),
                "the year that still met",
            );
        }
        Signal::RelapseRisk { years_to_breach: Some(years), pooled: false } => {
            expect(parts.says(&format!("{years}年后"), &format!("in {years} year")), "years to the breach");
        }
        Signal::Inherited { year, headline } => {
            expect(
                parts.says(&format!("{year}年{}", headline.zh()), &format!(" in {year}")),
                "inherited from",
            );
        }
        Signal::Stagnation { since, years } => {
            expect(
                parts.says(&format!("{since}年以来{years}年"), &format!("for {years} years"))
                    && parts.says("", &format!("since {since}")),
                "years without a better one",
            );
        }
        Signal::NotReported { times } if *times > 1 => {
            expect(parts.says(&format!("连续{times}个"), &format!("for {times} due years")), "silent years");
        }
        Signal::Missed { year: Some(year), .. } => {
            expect(parts.says(&format!("{year}年"), &format!("in {year}")), "the year that settled it");
        }
        Signal::Missed { .. } => {
            let off = text::distance(row, language);
            expect(off.is_none_or(|off| text.contains(&off)), "how far off");
        }
        Signal::LatestYear { rising, .. } => {
            expect(parts.says("偏高", "higher") == *rising, "which way");
            expect(parts.says("偏低", "lower") != *rising, "which way");
        }
        _ => {}
    }
    let last = if chinese { text.rsplit('；').next() } else { text.rsplit("; ").next() }.unwrap();
    expect(warning.headline == warning.clearing.is_some(), "the headline alone says what clears it");
    let Some(clearing) = &warning.clearing else { return };
    match clearing {
        Clearing::NextValue { value, better, included, cases } => {
            if let Some(cases) = cases {
                let zh = format!("{}{cases}例", if *better == Better::Lower { "至多" } else { "至少" });
                let en =
                    format!("{} {cases} of", if *better == Better::Lower { "at most" } else { "at least" });
                expect(last.contains(if chinese { &zh } else { &en }), "cases");
            }
            let last = without_cases(last);
            let Some(Asked::Bound { better: way, included: belongs, limit }) =
                bound(&last.replace("可解除", "").replace(" in every ", ", ").replace(" in 2", ", 2"))
            else {
                return expect(false, "what clears it");
            };
            expect((way, belongs) == (*better, *included), "which side clears it");
            let over = better.signed(&(&limit.number - value));
            expect(over.signum() >= 0, "what is printed does not clear it");
            // Rounded to the better side it may be a whole digit off.
            let digit = Ratio::new(1, 10_i128.pow(usual(row))).unwrap();
            expect(over <= digit, "what clears it is far off");
            let next = row.assessment().year.min(row.target.timing.due()).plus(1);
            expect(last.contains(&next.to_string()), "the year that can clear it");
        }
        // What was reported gives no verdict: a report is not enough.
        Clearing::Report { .. }
            if row.judgement.standing == Standing::Undetermined
                && matches!(warning.signal, Signal::Inherited { .. }) =>
        {
            expect(last.contains(if chinese { "作出结论" } else { "gives a verdict" }), "a verdict to come")
        }
        Clearing::Report { year } => expect(last.contains(&year.to_string()), "the year to report"),
        Clearing::Met { year } => expect(last.contains(&year.to_string()), "the year to meet it in"),
        Clearing::Steadier => expect(last.contains(if chinese { "平稳" } else { "steadier" }), "steadier"),
        Clearing::Never => {
            expect(last.contains(if chinese { "不能解除" } else { "cannot be cleared" }), "never")
        }
    }
}

/// What is said of cases stands in brackets.
fn without_cases(text: &str) -> String {
    match (text.find(['（', '(']), text.rfind(['）', ')'])) {
        (Some(open), Some(close)) if text[open..].contains('例') || text[open..].contains(" of ") => {
            let after = text[close..].chars().next().map_or(0, char::len_utf8);
            format!("{}{}", text[..open].trim_end(), &text[close + after..])
        }
        _ => text.to_owned(),
    }
}

#[test]
fn every_standing_is_told() {
    let mut reached = BTreeSet::new();
    for (standing, row) in standings() {
        assert_eq!(row.judgement.standing, standing, "{}", text::standing(&row, Language::Chinese));
        check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
        crate::check::check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
        reached.insert(standing);
    }
    assert_eq!(reached, BTreeSet::from(Standing::ALL));
}

#[test]
fn every_signal_and_every_way_to_clear_one_is_told() {
    let (mut reached, mut cleared) = (BTreeSet::new(), BTreeSet::new());
    for row in warned() {
        check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
        crate::check::check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
        for warning in &row.judgement.warnings {
            reached.insert(warning.signal.kind());
            let Some(clearing) = &warning.clearing else { continue };
            cleared.insert(match clearing {
                Clearing::NextValue { better: Better::Higher, .. } => "a higher value",
                Clearing::NextValue { better: Better::Lower, .. } => "a lower value",
                Clearing::Report { .. } => "a report",
                Clearing::Met { .. } => "meeting it",
                Clearing::Steadier => "steadier years",
                Clearing::Never => "nothing",
            });
        }
    }
    assert_eq!(reached, BTreeSet::from(SIGNALS));
    assert_eq!(cleared.len(), 6, "{cleared:?}");
}

fn standing_of(scene: &Scene, at: i32) -> [String; 2] {
    let row = scene.row(at);
    check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
    LANGUAGES.map(|language| text::standing(&row, language))
}

fn warning_of(scene: &Scene, at: i32, name: &str) -> [String; 2] {
    let row = scene.row(at);
    check(&row).unwrap_or_else(|wrong| panic!("{wrong}"));
    let found = row.judgement.warnings.iter().find(|warning| warning.signal.zh() == name);
    let warning = found.unwrap_or_else(|| panic!("{name}: {:?}", row.judgement.warnings));
    LANGUAGES.map(|language| text::warning(&row, warning, language))
}

// Two shares that differ do not look the same; the value is as it was given.
#[test]
fn what_is_done_and_the_time_gone_by_are_told_apart() {
    let [zh, en] = standing_of(&coverage(at_least("60")).series(2020, "50 51 52 53 54.004"), 2024);
    assert!(zh.contains("已完成40.04%，时间过去40%"), "{zh}");
    assert!(en.contains("40.04% of the way in 40% of the time"), "{en}");
    let [zh, en] = standing_of(&coverage(at_least("60")).series(2020, "50 51 52 53 54.50"), 2024);
    assert!(zh.contains("2024年54.50%，序时进度为54%"), "{zh}");
    assert!(en.contains("54.50% in 2024 against a path of 54%"), "{en}");
}

// What made a target missed before its due year: a word that forgives no setback, or a start that met it.
#[test]
fn why_a_target_is_missed_before_it_is_due() {
    let steadily = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Steadily };
    let [zh, en] = standing_of(&coverage(steadily).series(2020, "50 49 48"), 2022);
    assert!(
        zh.contains("期间有过反复，已不能实现") && en.contains("can no longer be made good"),
        "{zh} {en}"
    );
    // A start that met makes nothing due earlier.
    let [zh, en] = standing_of(&coverage(at_least("60")).series(2020, "61 60 59"), 2022);
    assert!(zh.contains("进度滞后") && en.contains("lagging"), "{zh} {en}");
}

// Numbers of a warning that differ do not look the same, however near they are.
#[test]
fn near_numbers_of_a_warning_are_told_apart() {
    let behind = coverage(at_least("60")).series(2020, "49.9998667 53.9 53.99 53.999 53.9999");
    let [zh, en] = warning_of(&behind, 2024, "预计达标困难");
    assert!(zh.contains("序时进度为53.99992%，实际53.9999%"), "{zh}");
    assert!(en.contains("the path is at 53.99992%") && en.contains("the value at 53.9999%"), "{en}");
    let more = Rule::MoreThan { value: "90".parse().unwrap() };
    let fell = coverage(more).within(every_year()).series(2021, "90.00001 89.9");
    let [zh, en] = warning_of(&fell, 2022, "回落");
    assert!(zh.contains("2021年曾达到（90.00001%）") && en.contains("met in 2021 (90.00001%)"), "{zh} {en}");
}

// What is said to clear a warning is rounded to the better side and is a value that there can be.
#[test]
fn what_clears_a_warning_is_enough_and_possible() {
    for (better, bound, floor, ceiling, cell, clears) in [
        (Better::Higher, "95.123456", "0", "100", "90", "≥95.123456%"),
        (Better::Lower, "5.123456", "0", "100", "9", "≤5.123456%"),
        (Better::Higher, "99.99997", "0", "99.99999", "90", "≥99.99997%"),
        (Better::Lower, "1.00003", "1.00001", "100", "9", "≤1.00003%"),
    ] {
        let rule = if better == Better::Higher { at_least(bound) } else { at_most(bound) };
        let mut scene = coverage(rule).within(kept()).told(2024, cell);
        (scene.cards[0].floor, scene.cards[0].ceiling) =
            (floor.parse().unwrap(), Some(ceiling.parse().unwrap()));
        let row = scene.row(2024);
        let warning = row.judgement.warnings.iter().find(|warning| warning.signal.zh() == "未达标").unwrap();
        let zh = text::warning(&row, warning, Language::Chinese);
        assert!(zh.contains(&format!("2025年{clears}可解除")), "{zh}");
    }
}

// Earlier years are those before the judged one, also where no single value is known of it: whatever the silent village
// would report, it is too little.
#[test]
fn a_year_does_not_lie_before_itself() {
    let mut scene = share(at_least("30")).within(every_year());
    scene.target.scope = Scope::Pooled("village".into());
    let mut told = |at: i32| {
        scene = scene.clone().told(at, "10/100");
        scene.observations.last_mut().unwrap().area_unit = Some(ReportingUnit::new("village", "甲村"));
        scene.rosters.push(Roster::new("village", year(at), ["甲村", "乙村"]).each_of_size(100));
        for member in &mut scene.rosters.last_mut().unwrap().members {
            member.size = Some(if member.id == "乙村" { 10 } else { 100 });
        }
    };
    told(2023);
    told(2024);
    let row = scene.row(2024);
    assert_eq!((row.assessment().outcome, &row.assessment().value), (Outcome::NotMet, &None));
    let [zh, en] = standing_of(&scene, 2024);
    assert!(zh.contains("此前2023年未达到") && en.contains("not met in 2023"), "{zh} {en}");
}
