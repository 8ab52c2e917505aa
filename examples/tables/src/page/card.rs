//! One target: as a card with its drawing, as one line with a small one, or, where there is nothing to show, in a closed list.

use dabiao::statistics::{self, Sample};
use dabiao::{
    Language, Number, Rule, Year,
    ahead::{Dated, Signal, Warning},
    data::YearlyValue,
    plan::{IndicatorKind, Timing},
    report::Row,
    text,
    values::{Counts, Ratio, Unit},
};
use maud::{Markup, html};

use super::Page;
use super::chart::{Chart, Line, Point};
use super::words;
use crate::overview;

/// One target with its yearly values up to the judged year.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its number in the annex, and its anchor.
    pub number: usize,
    /// The judged target.
    pub row: &'a Row,
    /// What was told of its indicator.
    pub values: Vec<YearlyValue>,
}

/// So many years before the baseline are drawn at most.
const YEARS_BEFORE: i32 = 10;

impl<'a> Page<'a> {
    /// Every target of the report with its values; later ones than the judged year are not looked at.
    ///
    /// # Errors
    /// On an indicator that the catalogue does not have; a report of the same catalogue has none.
    pub fn entries(&self) -> Result<Vec<Entry<'a>>, dabiao::Error> {
        let entry = |(place, row): (usize, &'a Row)| {
            let values = self
                .run
                .data
                .area_or_empty(self.report.area.as_deref().unwrap_or_default())
                .values(&row.indicator.id)?;
            let year = self.judged_year(row);
            let values = values.into_iter().filter(|value| value.year <= year).collect();
            Ok(Entry { number: place + 1, row, values })
        };
        self.report.rows.iter().enumerate().map(entry).collect()
    }

    /// A year after a target's own due year is treated as that due year.
    pub(crate) fn judged_year(&self, row: &Row) -> Year {
        self.report.year.min(row.target.timing.due())
    }

    /// The year that directions are measured from.
    pub(crate) fn baseline(&self, row: &Row) -> Year {
        let first = self.catalogue.plan(&row.target.plan).map(|plan| plan.first.plus(-1));
        self.report.settings.baseline.or(first.ok()).unwrap_or(self.report.year)
    }

    /// A full card: what is not met, at risk or warned of. Each thing is said once.
    pub(crate) fn card(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        let heading = format!("t{}", entry.number);
        let warnings = loud(row);
        html! {
            article.card id=(heading) aria-labelledby=(format!("{heading}-name")) {
                header {
                    p.clause { span.number { (entry.number) } " " (row.clause) }
                    h3 id=(format!("{heading}-name")) { (words.indicator(row)) }
                    p { (words::standing_of(row, words)) }
                }
                div.columns {
                    div.said {
                        p.sentence { (text::sentence(row, words.0)) }
                        p.asked { (words.of("原文：", "Plan: ")) (words.zh(&format!("“{}”", row.target.clause.words))) " " (self.when(row.target.timing)) }
                        @if let Some(reading) = self.reading(row) { p.asked { (reading) } }
                        @if !warnings.is_empty() {
                            ul.warnings aria-label=(words.of("预警", "Warnings")) {
                                @for warning in warnings {
                                    li { (words::severity(warning.severity, words)) " " (self.warned(row, warning)) }
                                }
                            }
                        }
                    }
                    @if let Some(chart) = self.chart(entry) {
                        div.drawing { p.finding { (chart.title) } (chart.draw()) }
                    }
                }
            }
        }
    }

    /// The sentence on a warning without the severity and the name that stand beside it.
    fn warned(&self, row: &Row, warning: &Warning) -> String {
        let sentence = text::warning(row, warning, self.words.0);
        let rest = sentence.split_once(self.words.of("】", "] ")).map_or(&*sentence, |(_, rest)| rest);
        let name = self.words.indicator(row);
        let after = rest
            .char_indices()
            .nth(name.chars().count())
            .map_or(rest, |(at, _)| rest.get(at..).unwrap_or(rest));
        after.trim_start_matches(['：', ':', ' ']).to_owned()
    }

    /// A target that is met or on its way: one line, with its values as a small line.
    pub(crate) fn brief(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        html! {
            li id=(format!("t{}", entry.number)) {
                span.clause { (row.clause) } " " (words::standing_of(row, words)) " "
                span.told { (text::sentence(row, words.0)) } " "
                @if let Some(chart) = self.chart(entry) { (chart.spark()) }
            }
        }
    }

    /// How a clause was read that can be read in more than one way.
    pub(crate) fn reading(&self, row: &Row) -> Option<String> {
        row.target.note.as_ref().map(|note| self.words.of(&note.zh, &note.en).to_owned())
    }

    /// When it has to hold, in a few words.
    fn when(&self, timing: Timing) -> String {
        let (due, chinese) = (timing.due(), self.words.0 == Language::Chinese);
        match (timing, chinese) {
            (Timing::Kept { from, .. }, true) => format!("{from}—{due}年保持"),
            (Timing::Kept { from, .. }, false) => format!("kept {from}-{due}"),
            (Timing::EveryYear { from, .. }, true) => format!("{from}—{due}年每年"),
            (Timing::EveryYear { from, .. }, false) => format!("every year {from}–{due}"),
            (Timing::ReachedAndKept { .. }, true) => format!("达到后保持，至{due}年"),
            (Timing::ReachedAndKept { .. }, false) => format!("reached and kept, until {due}"),
            (Timing::EveryTerm { from, .. }, true) => format!("{from}—{due}年每届"),
            (Timing::EveryTerm { from, .. }, false) => format!("at every election {from}–{due}"),
            (_, true) => format!("{due}年到期"),
            (_, false) => format!("due {due}"),
        }
    }

    /// What a drawing shows: where it stands, in the first clause of the sentence on that.
    fn finding(&self, row: &Row) -> String {
        let sentence = text::standing(row, self.words.0);
        let told = sentence.split_once(self.words.of("：", " — ")).map_or(&*sentence, |(_, rest)| rest);
        let first = told.split(self.words.of("；", "; ")).next().unwrap_or(told);
        first.trim_end_matches(['。', '.']).to_owned()
    }

    /// The yearly values in words, without their unit.
    fn listed(&self, entry: &Entry<'_>) -> Vec<String> {
        let words = self.words;
        let listed = self.drawn(entry).map(|value| {
            let broken =
                if value.break_before { words.of("（口径变化）", " (new definition)") } else { "" };
            // A plain quotient is printed without a unit.
            let number = text::amount(&value.value, Unit::Quotient, words.0);
            match (value.counts, words.0) {
                (Some(counts), Language::Chinese) => format!("{}年{number}（{counts}）{broken}", value.year),
                (None, Language::Chinese) => format!("{}年{number}{broken}", value.year),
                (Some(counts), Language::English) => format!("{}: {number} ({counts}){broken}", value.year),
                (None, Language::English) => format!("{}: {number}{broken}", value.year),
            }
        });
        listed.collect()
    }

    /// The values that are drawn and listed.
    fn drawn<'e>(&self, entry: &'e Entry<'_>) -> impl Iterator<Item = &'e YearlyValue> {
        let from = self.baseline(entry.row).plus(-YEARS_BEFORE);
        entry.values.iter().filter(move |value| value.year >= from)
    }

    /// The drawing; none without a value.
    #[must_use]
    pub fn chart(&self, entry: &Entry<'_>) -> Option<Chart> {
        let (row, words) = (entry.row, self.words);
        let values: Vec<&YearlyValue> = self.drawn(entry).collect();
        let (oldest, latest) = (values.first()?, values.last()?);
        // The judged value as the sentence has it, without its unit.
        let said =
            text::value(row, words.0).filter(|_| row.assessment().value.as_ref() == Some(&latest.value));
        let number = said.map(|said| {
            let of_number = |sign: &char| sign.is_ascii_digit() || matches!(sign, '.' | '-');
            said.chars().take_while(of_number).collect::<String>()
        });
        let shown = number
            .filter(|number| !number.is_empty())
            .unwrap_or_else(|| text::amount(&latest.value.round(2), Unit::Quotient, words.0));
        let (path, projection) = (self.path(row), self.projection(row));
        let mut description =
            vec![words.unit(row.indicator.unit).to_owned(), self.listed(entry).join(words.of("，", ", "))];
        let missing: Vec<Year> = oldest
            .year
            .to(latest.year)
            .filter(|year| values.iter().all(|value| value.year != *year))
            .collect();
        if !missing.is_empty() {
            let years = words.years(&missing);
            description.push(match words.0 {
                Language::Chinese => format!("缺{years}年"),
                Language::English => format!("no value for {years}"),
            });
        }
        let bound = self.bound(row);
        description.extend(bound.as_ref().map(|bound| bound.label.clone()));
        description.extend(row.judgement.outlook.as_ref().map(|_| self.finding(row)));
        let intervals = values.iter().any(|value| self.interval(row, value.counts).is_some());
        if intervals {
            let confidence = self.report.settings.statistics.confidence.to_ratio() * Ratio::whole(100);
            description.push(match words.0 {
                Language::Chinese => format!("竖线为{confidence}%区间"),
                Language::English => format!("bars are {confidence}% intervals"),
            });
        }
        let joined = |place: usize, value: &YearlyValue| {
            let before = place.checked_sub(1).and_then(|place| values.get(place));
            before.is_some_and(|before| before.year.plus(1) == value.year && !value.break_before)
        };
        let points = values.iter().enumerate().map(|(place, value)| Point {
            at: Dated::new(value.year, value.value.clone()),
            interval: self.interval(row, value.counts),
            joined: joined(place, value),
        });
        Some(Chart {
            id: format!("c{}", entry.number),
            title: self.finding(row),
            description: words.join(&description),
            unit: words.unit(row.indicator.unit).to_owned(),
            first: self.baseline(row).min(oldest.year),
            last: row.target.timing.due().max(latest.year),
            points: points.collect(),
            latest: shown,
            bound,
            path,
            projection,
        })
    }

    /// The bound as a line: fixed ones all along, a moving one in its year, the baseline for a direction.
    fn bound(&self, row: &Row) -> Option<Line> {
        let (bound, words) = (row.assessment().bound.as_ref()?, self.words);
        let amount = text::amount(&bound.limit, Unit::Quotient, words.0);
        let sign = match (bound.better, bound.included) {
            (dabiao::plan::Better::Higher, true) => "≥",
            (dabiao::plan::Better::Higher, false) => ">",
            (dabiao::plan::Better::Lower, true) => "≤",
            (dabiao::plan::Better::Lower, false) => "<",
        };
        let here = Some(self.judged_year(row));
        let (only, label) = match row.target.rule {
            Rule::Improves { .. } | Rule::NotWorse { .. } => {
                (None, format!("{}{amount}", words.of("基期", "baseline ")))
            }
            Rule::NotBelow | Rule::InProportion { .. } => {
                (here, format!("{}{amount}", words.of("参照", "reference ")))
            }
            Rule::HostBound { .. } | Rule::RisesSlower => (here, format!("{sign}{amount}")),
            _ => (None, format!("{}{sign}{amount}", words.of("目标", "target "))),
        };
        Some(Line { value: bound.limit.clone(), only, label })
    }

    /// The path from the baseline to the bound, by way of the milestones; none where the start already met it.
    fn path(&self, row: &Row) -> Vec<Dated> {
        let fixed = !matches!(row.target.rule, Rule::HostBound { .. });
        let outlook = row.judgement.outlook.as_ref();
        let outlook =
            outlook.filter(|outlook| fixed && !outlook.met_at_start && outlook.path_value.is_some());
        let Some((outlook, bound)) = outlook.zip(row.assessment().bound.as_ref()) else { return Vec::new() };
        let milestones = self.report.settings.outlook.milestones.iter();
        let own = milestones.filter(|stone| stone.target == row.target.id);
        let mut path: Vec<Dated> = own.map(|stone| Dated::new(stone.year, stone.value.to_ratio())).collect();
        path.retain(|stone| stone.year > outlook.baseline.year && stone.year < outlook.due);
        path.sort_by_key(|stone| stone.year);
        path.insert(0, outlook.baseline.clone());
        path.push(Dated::new(outlook.due, bound.limit.clone()));
        path
    }

    /// Where it is heading, year by year, as the outlook's own end is found: damped steps within the natural limits.
    #[must_use]
    pub fn projection(&self, row: &Row) -> Vec<Dated> {
        let Some(outlook) = &row.judgement.outlook else { return Vec::new() };
        let Some((slope, _)) = outlook.slope.as_ref().zip(outlook.projection.as_ref()) else {
            return Vec::new();
        };
        let slope = row.target.rule.better().signed(slope);
        let damping = self.report.settings.outlook.damping.to_ratio();
        let (floor, ceiling) = (row.indicator.floor.to_ratio(), row.indicator.ceiling.map(Number::to_ratio));
        let (mut step, mut sum) = (Ratio::whole(1), Ratio::zero());
        let mut years = vec![outlook.latest.clone()];
        for year in outlook.latest.year.plus(1).to(outlook.due) {
            step = step * &damping;
            sum = sum + &step;
            let value = (&outlook.latest.value + &slope * &sum).max(floor.clone());
            let value = ceiling.as_ref().map_or(value.clone(), |ceiling| value.min(ceiling.clone()));
            years.push(Dated::new(year, value));
        }
        years
    }

    /// The interval of a value that comes as counts: exact for events, Wilson's for shares.
    fn interval(&self, row: &Row, counts: Option<Counts>) -> Option<(Ratio, Ratio)> {
        let (counts, per) = (counts?, row.indicator.unit.per()?);
        let sample = Sample::new(counts.numerator, counts.denominator);
        let confidence = self.report.settings.statistics.confidence.to_ratio().to_f64();
        let interval = match row.indicator.kind {
            IndicatorKind::Events => statistics::rate_interval(sample, confidence),
            IndicatorKind::Share => statistics::wilson_interval(sample, confidence),
            _ => return None,
        };
        let interval = interval.ok()?;
        let end = |end: f64| {
            let number: Number = format!("{end:.9}").parse().ok()?;
            Some(number.to_ratio() * Ratio::whole(per.into()))
        };
        Some((end(interval.lower)?, end(interval.upper)?))
    }

    /// Whether a target has nothing to show but a reason.
    pub(crate) fn is_bare(&self, entry: &Entry<'_>) -> bool {
        !overview::has_value(entry.row) && !self.report.is_at_risk(&entry.row.target.id)
    }

    /// Whether it takes a full card: it is not met or at risk, or something is warned of.
    pub(crate) fn is_full(&self, entry: &Entry<'_>) -> bool {
        self.report.is_at_risk(&entry.row.target.id)
            || loud(entry.row).iter().any(|warning| warning.severity.is_some())
    }

    /// A target without data as an item of a closed list.
    pub(crate) fn bare(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        html! {
            li id=(format!("t{}", entry.number)) {
                span.clause { (row.clause) } " " b { (words.indicator(row)) }
                span.asks { " " (text::asks(row, words.0)) } " " span.reason { (words.standing(row.judgement.standing)) }
            }
        }
    }
}

/// Warnings that are not silence, most severe first.
pub(crate) fn loud(row: &Row) -> Vec<&Warning> {
    let mut found: Vec<&Warning> = row
        .judgement
        .warnings
        .iter()
        .filter(|warning| !matches!(warning.signal, Signal::NotReported { .. }))
        .collect();
    found.sort_by_key(|warning| std::cmp::Reverse(warning.severity));
    found
}
