//! Verdict, outlook, standing, small numbers and warnings of one target: the whole chain in one call.

mod earlier;
mod next;

use alloc::vec::Vec;

use crate::ahead::{
    Course, Dated, Outlook, SmallNumbers, Standing, Warning,
    outlook::Reaches,
    small_numbers::{Model, counts_of},
    warning::{Next, Watch},
};
use crate::data::{
    AreaData,
    series::{Known, Series},
};
use crate::error::Error;
use crate::judge::{Assessment, Evaluator, Method, Outcome, assess::Case};
use crate::plan::{Bound, Calendar, Rule, Scope, Target, Timing};
use crate::statistics::{Certainty, YearSample, YearValue};
use crate::values::{Number, Ratio, Unit, Year};

/// Everything about one target in one year.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, report::Judgement, values::per_100k, Catalogue, Evaluator, Standing, Year};
/// let catalogue = Catalogue::hangjin();
/// let values = [(2020, "16.9"), (2021, "16.1"), (2022, "15.7"), (2023, "15.1"), (2024, "14.3")];
/// let rows = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let judged: Judgement = Evaluator::new(&catalogue).judge(target, catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// assert_eq!(judged.standing, Standing::Expected);
/// assert_eq!(judged.baseline.unwrap().value.to_string(), "16.9");
/// assert_eq!(judged.previous.unwrap().value.to_string(), "15.1");
/// assert!(judged.small_numbers.is_none() && judged.warnings.is_empty());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Judgement {
    /// The verdict, by the letter of the plan.
    pub assessment: Assessment,
    /// The word of the report.
    pub standing: Standing,
    /// Path and heading, for a target that has a path.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub outlook: Option<Outlook>,
    /// The first usable value of the definition that is judged, from the plan's baseline year on (基期); it may be the
    /// judged value itself. None over units each by itself, and for events.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub baseline: Option<Dated>,
    /// The last usable value of the same definition before the judged one (上年, or the term or survey before); where no
    /// value could be judged, before the assessed year.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub previous: Option<Dated>,
    /// Set where the only values before the judged one are of another definition (口径变化): the year from which the present
    /// one holds.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub redefined: Option<Year>,
    /// What the verdict is worth, for a value that comes as counts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub small_numbers: Option<SmallNumbers>,
    /// The warnings, most severe first.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub warnings: Vec<Warning>,
}

impl Evaluator<'_> {
    /// Judges one target, and looks ahead.
    ///
    /// # Errors
    /// As [`assess`](Self::assess).
    ///
    /// ```
    /// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Standing, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let values = [(2020, "16.9"), (2021, "16.1"), (2022, "15.7"), (2023, "15.1"), (2024, "14.3")];
    /// let series = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
    /// let data = catalogue.data(series);
    /// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    /// let judgement = Evaluator::new(&catalogue).judge(target, data.only_area()?, Year::literal(2024))?;
    /// assert_eq!(judgement.standing, Standing::Expected);
    /// assert_eq!(judgement.outlook.unwrap().path_value.to_string(), "14.94");
    /// assert!(judgement.warnings.is_empty());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn judge(&self, target: &Target, area: AreaData<'_>, year: Year) -> Result<Judgement, Error> {
        self.judge_at(&mut self.desk(), target, area, year)
    }

    /// The same with the lists of the target before.
    pub(crate) fn judge_at(
        &self,
        desk: &mut Desk,
        target: &Target,
        area: AreaData<'_>,
        year: Year,
    ) -> Result<Judgement, Error> {
        let case = self.case(target, area, year)?;
        let series = case.series();
        let assessment = case.assess(&series, year);
        Ok(case.judgement(desk, &series, assessment))
    }

    pub(crate) fn desk(&self) -> Desk {
        Desk {
            points: Vec::new(),
            counts: Vec::new(),
            values: Vec::new(),
            reaches: Reaches::new(&self.settings().outlook),
        }
    }
}

/// Lists that every target fills anew: kept from one to the next, a report asks for their memory once.
pub(crate) struct Desk {
    /// The usable values of one definition up to the judged year.
    points: Vec<Dated>,
    /// The counts of those that have them.
    counts: Vec<YearSample>,
    /// The values as statistics take them.
    values: Vec<YearValue>,
    reaches: Reaches,
}

impl Case<'_> {
    /// For a year before the plan: there is nothing to look at yet.
    pub(crate) fn not_begun(&self, year: Year) -> Judgement {
        let (outcome, standing) = match self.target.rule {
            Rule::Monitored => (Outcome::NotJudged, Standing::NotJudged),
            _ => (Outcome::NotDue, Standing::Pending),
        };
        Judgement {
            assessment: self.nothing(outcome, year),
            standing,
            outlook: None,
            baseline: None,
            previous: None,
            redefined: None,
            small_numbers: None,
            warnings: Vec::new(),
        }
    }

    fn judgement(&self, desk: &mut Desk, series: &Series, assessment: Assessment) -> Judgement {
        let year = assessment.year.min(self.target.timing.due());
        let settings = self.evaluator.settings();
        self.track(desk, series, year);
        let Desk { points, counts, values, reaches } = desk;
        let (points, counts) = (points.as_slice(), counts.as_slice());
        let fixed = assessment.bound.as_ref().filter(|_| !self.target.rule.is_direction());
        let model = Model::of(self.card.kind, self.card.unit.per(), fixed, &settings.statistics);
        let judged_value = assessment.counts.is_some();
        let current = counts.last().is_some_and(|last| Some(counts_of(last)) == assessment.counts);
        let small_numbers = model
            .as_ref()
            .filter(|_| judged_value && current && assessment.units.is_none())
            .and_then(|model| model.small_numbers(assessment.year_outcome(), counts));
        let course = self.course(points, counts, model.as_ref(), series, &assessment);
        let outlook = course.as_ref().and_then(|course| Outlook::with(course, &settings.outlook, reaches));
        let met_at_start = match &outlook {
            Some(outlook) => outlook.met_at_start && !matches!(self.target.rule, Rule::HostBound { .. }),
            None => self.met_at_start(series, fixed, year),
        };
        let standing = Standing::of(self.target, self.first, &assessment, outlook.as_ref(), met_at_start);
        let watch = Watch {
            assessment: &assessment,
            year,
            own_value_silent: self.own_value_silent(series, &assessment, year),
            next: &|| self.next(series, &assessment, year),
            steadying: &|enough| {
                let found = course.as_ref()?.steadying(enough, &settings.outlook);
                Some(found.map_or(Next::Never, Next::Meets))
            },
            over: year == self.target.timing.due(),
            limits: (self.card.floor.to_ratio(), self.card.ceiling.map(Number::to_ratio)),
            standing,
            outlook: outlook.as_ref(),
            points,
            counts,
            kind: model.as_ref().map(|model| model.kind),
            unit: self.card.unit,
            bound: fixed,
            // A host's bound says itself which way is better.
            better: (self.target.rule != Rule::Monitored)
                .then(|| fixed.map_or(self.target.rule.better(), |bound| bound.better)),
            plan_first: self.first,
            start: self.baseline,
            silent_years: self.silent_years(series, &assessment, year),
            settings: &settings.warnings,
        };
        let signals = watch.signals(values).into_iter().flatten();
        let warnings = signals.map(|(signal, severity, clearing)| Warning {
            target: self.target.id.clone(),
            clause: self.evaluator.catalogue().label(self.target),
            signal,
            severity,
            clearing,
        });
        let warnings = warnings.collect();
        let earlier = self.earlier(series, assessment.value_year(year));
        Judgement {
            standing,
            small_numbers,
            outlook,
            warnings,
            assessment,
            baseline: earlier.baseline,
            previous: earlier.previous,
            redefined: earlier.redefined,
        }
    }

    /// Lays out the usable values of one definition up to a year, and the counts of those that have them.
    fn track(&self, desk: &mut Desk, series: &Series, year: Year) {
        let Desk { points, counts, .. } = desk;
        points.clear();
        counts.clear();
        // Elections and events are no yearly values, and units have no series of their own here.
        if matches!(self.card.calendar, Calendar::Term | Calendar::Event)
            || self.target.scope == Scope::EveryUnit
        {
            return;
        }
        let mut add = |at: Year, value: Option<Ratio>, of: Option<crate::values::Counts>| {
            if let Some(value) = value {
                points.push(Dated::new(at, value));
                counts.extend(of.map(|of| YearSample::new(at.number(), of.numerator, of.denominator)));
            }
        };
        if self.target.scope == Scope::Pooled {
            let first = self.data.units(self.area, &self.card.id, &self.target.unit_kind);
            let first =
                first.filter_map(|(_, series)| series.cells.keys().next()).chain(series.cells.keys()).min();
            let first = self.definition_since(series, year).max(first.copied());
            let years = first.unwrap_or(self.baseline).to(year);
            for at in years.filter(|at| self.is_measured(series, *at)) {
                if let (Some(Known::Exactly(value)), of) = self.value_of(series, at) {
                    add(at, Some(value), of);
                }
            }
        } else {
            let same = series.definition_since(year).unwrap_or(Year::literal(1900));
            for (at, point) in series.points(same, year) {
                add(at, point.exact().cloned(), point.counts);
            }
        }
    }

    /// The outlook of a target that has a path.
    fn course<'p>(
        &self,
        points: &'p [Dated],
        counts: &[YearSample],
        model: Option<&Model<'_>>,
        series: &Series,
        assessment: &Assessment,
    ) -> Option<Course<'p>> {
        let settings = self.evaluator.settings();
        if !self.has_path() || !matches!(assessment.outcome, Outcome::Met | Outcome::NotMet) {
            return None;
        }
        let due = self.target.timing.due();
        // A host's bound may change from year to year; the path leads to that of the due year.
        let leads_to =
            if matches!(self.target.rule, Rule::HostBound { .. }) { due } else { assessment.year.min(due) };
        let asked = self.asked(series, None, leads_to).ok()?;
        let bound: Bound = asked.bound;
        let judged_by = match (settings.method, asked.places) {
            (Method::Rounded, Some(places)) => bound.before_rounding(places),
            _ => bound.clone(),
        };
        let few_cases = match (model, counts.last(), points.last()) {
            (Some(model), Some(last), Some(point))
                if last.year == point.year.number() && model.expects_few(counts_of(last)) =>
            {
                let pooled = model.pooled(counts);
                Some(pooled.is_some_and(|pooled| pooled.label == Certainty::MissedConfirmed))
            }
            _ => None,
        };
        let milestones = settings.outlook.milestones.iter().filter(|stone| stone.target == self.target.id);
        let course = Course {
            start: self.baseline,
            due,
            points,
            meets: match self.target.rule {
                Rule::HostBound { .. } => points.last().is_some_and(|point| bound.is_met_by(&point.value)),
                // The judged value is the latest point, unless only two ends are known of it.
                _ if assessment.value.is_some() => assessment.year_outcome() == Outcome::Met,
                _ => points.last().is_some_and(|point| judged_by.is_met_by(&point.value)),
            },
            floor: self.card.floor.to_ratio(),
            ceiling: self.card.ceiling.map(Number::to_ratio),
            milestones: milestones.map(|stone| Dated::new(stone.year, stone.value.to_ratio())).collect(),
            few_cases,
            bound,
        };
        Some(course)
    }

    /// Whether there is a straight way to a fixed bound: not for whole things, units, terms, moving bounds and directions.
    fn has_path(&self) -> bool {
        let fixed = matches!(
            self.target.rule,
            Rule::AtLeast { .. }
                | Rule::AtMost { .. }
                | Rule::MoreThan { .. }
                | Rule::LessThan { .. }
                | Rule::Around { .. }
                | Rule::AtLeastRatio { .. }
                | Rule::All
                | Rule::ChangedBy { .. }
                | Rule::HostBound { .. }
        );
        let measured = matches!(
            self.card.unit,
            Unit::Percent
                | Unit::PerMille
                | Unit::Per10k
                | Unit::Per100k
                | Unit::Per1000
                | Unit::Years
                | Unit::SchoolYears
                | Unit::HoursPerDay
                | Unit::Minutes
        );
        let yearly = matches!(
            self.target.timing,
            Timing::ByYear { .. } | Timing::EveryYear { .. } | Timing::OnceReached { .. }
        );
        let whole = self.target.scope != Scope::EveryUnit && self.card.gap.is_none();
        fixed
            && measured
            && yearly
            && whole
            && !matches!(self.card.calendar, Calendar::Term | Calendar::Event)
    }
}
