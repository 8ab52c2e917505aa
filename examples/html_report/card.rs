//! One target: as a card with its drawing, or, where there is nothing to show, as one line of a list.

use dabiao::statistics::{self, Sample};
use dabiao::{
    Language, Number, Outcome, Rule, Year,
    ahead::{Dated, Outlook, Position, label_en, label_zh},
    data::YearlyValue,
    judge::Role,
    plan::{IndicatorKind, Timing},
    report::Row,
    text,
    values::{Counts, Ratio, Unit},
};
use maud::{Markup, html};

use super::Page;
use super::chart::{Chart, Line, Point};
use super::words;

/// One target with its yearly values up to the judged year.
pub(crate) struct Entry<'a> {
    /// Its number in the annex, and its anchor.
    pub(crate) number: usize,
    pub(crate) row: &'a Row,
    pub(crate) values: Vec<YearlyValue>,
}

/// So many years before the baseline are drawn at most.
const YEARS_BEFORE: i32 = 10;

impl<'a> Page<'a> {
    /// Every target of the report with its values; later ones than the judged year are not looked at.
    pub(crate) fn entries(&self) -> Result<Vec<Entry<'a>>, dabiao::Error> {
        let entry = |(place, row): (usize, &'a Row)| {
            let values = self.run.data.area_or_empty(&self.report.area).values(&row.indicator.id)?;
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

    pub(crate) fn card(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        let chart = self.chart(entry);
        let heading = format!("t{}", entry.number);
        html! {
            article.card id=(heading) aria-labelledby=(format!("{heading}-name")) {
                header {
                    p.clause { span.number { (entry.number) } " " (row.clause) }
                    h3 id=(format!("{heading}-name")) { (words.indicator(row)) }
                    p { (words::standing(row.judgement.standing, words)) }
                }
                div.columns {
                    div.said {
                        p.sentence { (text::sentence(row, words.0)) (self.earlier(row)) }
                        dl.facts {
                            @for (name, fact) in self.facts(entry) { div { dt { (name) } dd { (fact) } } }
                        }
                        @if !row.judgement.warnings.is_empty() {
                            ul.warnings aria-label=(words.of("预警", "Warnings")) {
                                @for warning in &row.judgement.warnings {
                                    li { (words::severity(warning.severity, words)) " " (text::warning(row, warning, words.0)) }
                                }
                            }
                        }
                    }
                    @if let Some(chart) = chart { div.drawing { (chart.draw()) } }
                }
            }
        }
    }

    /// The earlier years in which it did not hold.
    fn earlier(&self, row: &Row) -> String {
        let broken: Vec<Year> =
            row.assessment().broken_years().filter(|year| *year < self.report.year).collect();
        match (broken.is_empty() || row.target.timing.code() == "by_year", self.words.0) {
            (true, _) => String::new(),
            (false, Language::Chinese) => format!("此前{}年也未达标。", self.words.years(&broken)),
            (false, Language::English) => format!(" Not met in {} either.", self.words.years(&broken)),
        }
    }

    fn facts(&self, entry: &Entry<'_>) -> Vec<(&'static str, Markup)> {
        let (row, words) = (entry.row, self.words);
        let mut facts = vec![
            (words.of("原文", "Printed"), words.zh(&format!("“{}”", row.target.clause.words))),
            (
                words.of("要求", "Asks"),
                html! { (text::asks(row, words.0)) " · " (self.when(row.target.timing)) },
            ),
        ];
        if !entry.values.is_empty() {
            let listed = self.listed(entry);
            let values = html! {
                @for (place, value) in listed.iter().enumerate() {
                    span.whole { (value) @if place + 1 < listed.len() { (words.of("，", ",")) } } " "
                }
                (words.of("（", "(")) (words.unit(row.indicator.unit)) (words.of("）", ")"))
            };
            facts.push((words.of("历年", "Values"), values));
        }
        if let Some(outlook) = &row.judgement.outlook {
            facts.push((words.of("展望", "Outlook"), html! { (self.outlook(row, outlook)) }));
        }
        let notes = text::notes(row, words.0);
        if !notes.is_empty() {
            facts.push((words.of("备注", "Notes"), html! { (words.join(&notes)) }));
        }
        let reading = words.of(&row.target.note_zh, &row.target.note);
        if !reading.is_empty() {
            facts.push((words.of("取义", "Reading"), html! { (reading) }));
        }
        if let Some(remark) = self.small(row) {
            facts.push((words.of("小样本", "Few cases"), html! { (remark) }));
        }
        let own = row.assessment().evidence.iter().filter(|evidence| evidence.role == Role::Value);
        let mut sources: Vec<&str> =
            own.map(|evidence| &*evidence.source).filter(|source| !source.is_empty()).collect();
        sources.dedup();
        if !sources.is_empty() {
            facts.push((words.of("依据", "Source"), words.zh(&sources.join("；"))));
        }
        facts
    }

    /// When it has to hold, in a few words.
    fn when(&self, timing: Timing) -> String {
        let (due, chinese) = (timing.due(), self.words.0 == Language::Chinese);
        match (timing, chinese) {
            (Timing::EveryYear { from, .. }, true) => format!("{from}—{due}年每年"),
            (Timing::EveryYear { from, .. }, false) => format!("every year {from}-{due}"),
            (Timing::OnceReached { .. }, true) => format!("达到后保持，至{due}年"),
            (Timing::OnceReached { .. }, false) => format!("kept once reached, until {due}"),
            (Timing::EveryTerm { from, .. }, true) => format!("{from}—{due}年每届"),
            (Timing::EveryTerm { from, .. }, false) => format!("at every election {from}-{due}"),
            (_, true) => format!("{due}年到期"),
            (_, false) => format!("due {due}"),
        }
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

    fn outlook(&self, row: &Row, outlook: &Outlook) -> String {
        let (unit, words) = (row.indicator.unit, self.words);
        let amount = |value: &Ratio| text::amount(&value.round(2), unit, words.0);
        let away = text::amount(&outlook.distance.abs().round(2), unit.of_difference(), words.0);
        let (path, due) = (amount(&outlook.path_value), outlook.due);
        let mut parts = Vec::new();
        let position = match outlook.position {
            Position::Ahead => words.of("领先", "ahead by "),
            Position::Behind => words.of("落后", "behind by "),
            Position::On => words.of("恰在应达值", "exactly on it"),
        };
        let away = if outlook.position == Position::On { String::new() } else { away };
        if outlook.met_at_start {
            parts.push(words.of("起点已达标", "met from the start").to_owned());
        } else {
            let year = outlook.latest.year;
            parts.push(match words.0 {
                Language::Chinese => format!("{year}年应达{path}，{position}{away}"),
                Language::English => format!("path in {year}: {path}, {position}{away}"),
            });
        }
        if let Some(projection) = &outlook.projection {
            let end = amount(projection);
            parts.push(match words.0 {
                Language::Chinese => format!("照此到{due}年预计{end}"),
                Language::English => format!("heading for {end} in {due}"),
            });
        }
        words.join(&parts)
    }

    /// What the verdict is worth on few cases; the figures stand in the sentence.
    pub(crate) fn small(&self, row: &Row) -> Option<String> {
        let small = row.judgement.small_numbers.as_ref()?;
        let chinese = self.words.0 == Language::Chinese;
        let mut parts = Vec::new();
        parts.extend(
            small.label.map(|label| if chinese { label_zh(label).to_owned() } else { label_en(label) }),
        );
        parts.extend(small.gap.map(|gap| if chinese { gap.zh() } else { gap.en() }));
        Some(self.words.join(&parts)).filter(|remark| !remark.is_empty())
    }

    /// The values that are drawn and listed.
    fn drawn<'e>(&self, entry: &'e Entry<'_>) -> impl Iterator<Item = &'e YearlyValue> {
        let from = self.baseline(entry.row).plus(-YEARS_BEFORE);
        entry.values.iter().filter(move |value| value.year >= from)
    }

    /// The drawing; none without a value.
    pub(crate) fn chart(&self, entry: &Entry<'_>) -> Option<Chart> {
        let (row, words) = (entry.row, self.words);
        let values: Vec<&YearlyValue> = self.drawn(entry).collect();
        let (oldest, latest) = (values.first()?, values.last()?);
        let shown = text::amount(&latest.value.round(2), Unit::Quotient, words.0);
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
        description.extend(row.judgement.outlook.as_ref().map(|outlook| self.outlook(row, outlook)));
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
            title: match words.0 {
                Language::Chinese => format!("{}：历年值与目标", row.indicator.zh),
                Language::English => format!("{}: values and target", row.indicator.en),
            },
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
        let outlook = row.judgement.outlook.as_ref().filter(|outlook| fixed && !outlook.met_at_start);
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
    pub(crate) fn projection(&self, row: &Row) -> Vec<Dated> {
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
    pub(crate) fn is_bare(entry: &Entry<'_>) -> bool {
        let assessment = entry.row.assessment();
        let judged = matches!(assessment.outcome, Outcome::Met | Outcome::NotMet);
        let units = assessment.units.as_ref().is_some_and(|units| {
            units.passed + units.failed.len() + units.undetermined.len() + units.not_applicable > 0
        });
        !judged
            && assessment.evidence.is_empty()
            && assessment.value.is_none()
            && entry.values.is_empty()
            && !units
    }

    /// Such a target as one line.
    pub(crate) fn bare(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        let reasons = row.assessment().reasons.iter().map(|reason| match words.0 {
            Language::Chinese => reason.zh(),
            Language::English => reason.to_string(),
        });
        let mut said: Vec<String> = reasons.collect();
        said.extend(text::notes(row, words.0));
        html! {
            li id=(format!("t{}", entry.number)) {
                span.number { (entry.number) } " " span.clause { (row.clause) } " " b { (words.indicator(row)) }
                span.asks { " " (text::asks(row, words.0)) }
                @if !said.is_empty() { span.reason { " — " (words.join(&said)) } }
                @for warning in &row.judgement.warnings {
                    " " (words::severity(warning.severity, words)) " " span.reason { (self.signal(warning)) }
                }
            }
        }
    }

    /// A signal by name alone.
    fn signal(&self, warning: &dabiao::ahead::Warning) -> &'static str {
        self.words.of(warning.signal.zh(), warning.signal.en())
    }
}
