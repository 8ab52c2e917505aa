//! Verdict, outlook, standing, small numbers and warnings of one target: the whole chain in one call.

mod earlier;

use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::ahead::{
    Course, Dated, GapNumbers, Odds, Outlook, Severity, SignalKind, SmallNumbers, Standing, Warning,
    line::{Line, Reported},
    outlook::{POINTS_NEEDED, Reach},
    sure::Miss,
    warning::{Fired, Rules, Watch, headline},
};
use crate::data::{AreaData, series::Series};
use crate::error::Error;
use crate::judge::assess::{Case, Decision, Held, Views};
use crate::judge::{Assessment, Evaluator, Outcome};
use crate::plan::{Calendar, IndicatorKind, Rule, Target, Timing};
use crate::statistics::YearValue;
use crate::values::{Number, Unit, Year};

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
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
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
    /// What a gap is worth, where it rests on counts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub gap_numbers: Option<GapNumbers>,
    /// 首次达到: whether a kept bound is met for the first time.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "crate::wire::is_unset"))]
    pub first_met: bool,
    /// The warnings: the headline first, then by severity; remarks last.
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
    /// assert_eq!(judgement.outlook.unwrap().path_value.unwrap().to_string(), "14.94");
    /// assert!(judgement.warnings.is_empty());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn judge(&self, target: &Target, area: AreaData<'_>, year: Year) -> Result<Judgement, Error> {
        self.desk().judge(self.case(target, area, year)?, year)
    }

    pub(crate) fn desk(&self) -> Desk {
        Desk {
            views: Views::default(),
            reported: Reported::default(),
            values: Vec::new(),
            fired: Vec::new(),
            alarms: Vec::new(),
            silent: Vec::new(),
            reach: Reach::new(&self.settings().outlook),
            rules: Rules::of(&self.settings().warnings),
            gap_of_counts: OnceCell::new(),
        }
    }
}

/// Lists that every target fills anew: kept from one to the next, a report asks for their memory once.
pub(crate) struct Desk {
    /// What single years say.
    views: Views,
    /// What was reported up to the last year that is judged.
    reported: Reported,
    /// The values as statistics take them.
    values: Vec<YearValue>,
    /// The signals that fire.
    fired: Vec<Fired>,
    /// The alarms of the years that gave a verdict, for later years without one.
    alarms: Vec<(Year, Option<(SignalKind, Severity)>)>,
    /// The years that are known to have given none.
    silent: Vec<Year>,
    reach: Reach,
    rules: Rules,
    /// Whether any value of a gap rests on counts.
    gap_of_counts: OnceCell<bool>,
}

impl Desk {
    /// Judges a target, and looks ahead.
    pub(super) fn judge(&mut self, case: Case<'_>, year: Year) -> Result<Judgement, Error> {
        case.judges(year)?;
        Ok(self.with(case, year, |desk, case, series| {
            let decision = case.decide(series, year);
            case.judgement(desk, series, decision)
        }))
    }

    /// Looks at one target, with room for what its single years say.
    pub(super) fn with<T>(
        &mut self,
        case: Case<'_>,
        year: Year,
        look: impl FnOnce(&mut Self, &Case<'_>, &Series) -> T,
    ) -> T {
        // Apart from the other lists, which are filled while these are read.
        self.alarms.clear();
        self.silent.clear();
        self.gap_of_counts = OnceCell::new();
        let mut views = core::mem::take(&mut self.views);
        let last = year.min(case.target.timing.due());
        views.begin(case.baseline.min(case.first), last);
        let found = {
            let case = case.keeping(&views);
            let series = case.series();
            self.reported.read_whole(&case, &series, last);
            look(self, &case, &series)
        };
        self.views = views;
        found
    }
}

impl Case<'_> {
    /// For a year before the plan: there is nothing to look at yet.
    pub(crate) fn not_begun(&self, year: Year) -> (Decision, Standing) {
        let (outcome, standing) = match self.target.rule {
            Rule::Monitored | Rule::HostBound { .. } => (Outcome::NotJudged, Standing::NotJudged),
            _ => (Outcome::NotDue, Standing::Pending),
        };
        (self.nothing(outcome, year), standing)
    }

    /// The same as a judgement.
    pub(super) fn not_begun_judged(&self, year: Year) -> Judgement {
        let (decision, standing) = self.not_begun(year);
        Judgement {
            assessment: self.assessment(decision),
            standing,
            outlook: None,
            baseline: None,
            previous: None,
            redefined: None,
            small_numbers: None,
            gap_numbers: None,
            first_met: false,
            warnings: Vec::new(),
        }
    }

    fn judgement(&self, desk: &mut Desk, series: &Series, decision: Decision) -> Judgement {
        let (outlook, (standing, of, small_numbers, gap_numbers, first_met, warnings)) =
            self.look_ahead(desk, series, &decision, |watch, fired| {
                let mut clearing = headline(fired).map(|(kind, _)| watch.clearing(kind));
                let wanted = self.lacks_counts(&watch.whole, &decision, watch.of);
                let warnings = fired.drain(..).map(|fired| {
                    let clearing = clearing.take();
                    Warning {
                        target: self.target.id.clone(),
                        clause: self.evaluator.catalogue().label(self.target),
                        signal: fired.signal,
                        severity: fired.severity,
                        sure: fired.sure,
                        headline: clearing.is_some(),
                        counts_wanted: wanted && clearing.is_some() && fired.sure == Some(false),
                        clearing,
                    }
                });
                let warnings = warnings.collect();
                let whole = &watch.whole;
                let small_numbers = self.small_numbers(whole, watch.held, &decision, (watch.own, watch.of));
                let gap_numbers = if decision.is_judged() { whole.gap_numbers(watch.of) } else { None };
                let first_met = watch.standing == Standing::Holding && self.is_first_met(whole, watch.of);
                (watch.standing, watch.of, small_numbers, gap_numbers, first_met, warnings)
            });
        let earlier = self.earlier(series, of);
        Judgement {
            standing,
            small_numbers,
            gap_numbers,
            outlook,
            first_met,
            warnings,
            assessment: self.assessment(decision),
            baseline: earlier.baseline,
            previous: earlier.previous,
            redefined: earlier.redefined,
        }
    }

    /// Works out standing, outlook and the signals that fire.
    pub(super) fn look_ahead<T>(
        &self,
        desk: &mut Desk,
        series: &Series,
        decision: &Decision,
        then: impl FnOnce(&Watch<'_>, &mut Vec<Fired>) -> T,
    ) -> (Option<Outlook>, T) {
        let year = decision.year.min(self.target.timing.due());
        let of = self.judged_by(decision, year);
        let settings = self.evaluator.settings();
        // Read before the lists are filled for this year: it fills them too.
        let inherited = self.last_alarm(desk, series, decision, year);
        let Desk { reported, values, fired, alarms, silent, reach, rules, gap_of_counts, .. } = desk;
        reported.look_no_further_than(year);
        let whole = Line { case: self, series, unit: None, reported };
        let view = whole.view(year);
        let own = if self.counts_events() { decision.outcome } else { view.outcome };
        let held = match self.target.rule.is_direction() {
            true => None,
            false => view.held.clone().or_else(|| self.held_in(series, of)),
        };
        let owed = self.owed(series, year);

        let begun = decision.year >= self.first;
        let is_sure = begun && own == Outcome::NotMet && Miss { whole, year, of }.is_sure();
        let course = held
            .as_ref()
            .filter(|_| decision.is_judged())
            .and_then(|held| self.course(&whole, held, (year, of), (own, is_sure)));
        let outlook = course.and_then(|course| Outlook::with(&course, &settings.outlook, reach, !self.brief));
        let found = self.found(&whole, decision, owed.as_ref(), outlook.as_ref(), (year, of));
        let watch = Watch {
            case: self,
            series,
            whole,
            decision,
            year,
            of,
            own,
            standing: Standing::of(&found),
            outlook: outlook.as_ref(),
            held: held.as_ref(),
            owed: owed.as_ref(),
            is_sure,
            inherited,
            settings: &settings.warnings,
            rules,
            gap_of_counts,
        };
        watch.signals(values, fired);
        if decision.is_judged() {
            let mut loud = fired.iter().filter(|fired| fired.signal.kind() != SignalKind::NotReported);
            alarms.push((decision.year, loud.find_map(|fired| Some((fired.signal.kind(), fired.severity?)))));
        } else {
            silent.push(decision.year);
        }
        let looked = then(&watch, fired);
        (outlook, looked)
    }

    /// Where this year gives no verdict: the headline of the last one that did.
    fn last_alarm(
        &self,
        desk: &mut Desk,
        series: &Series,
        decision: &Decision,
        year: Year,
    ) -> Option<(Year, SignalKind, Severity)> {
        let owed = || self.owed(series, year).is_some_and(|owed| owed.all);
        // Between terms a step may be open although the body has reported: nothing was due that could clear.
        if decision.outcome != Outcome::Undetermined || (self.is_by_term() && !owed()) {
            return None;
        }
        let briefly = self.briefly();
        // Before the due year the verdict is that of the year by itself, unless days and windows are counted.
        let by_year = !matches!(
            self.target.timing,
            Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. }
        );
        let is_silent =
            |at: Year| by_year && !matches!(self.view(series, at).outcome, Outcome::Met | Outcome::NotMet);
        for at in self.first.to(year.plus(-1)).rev() {
            if desk.silent.contains(&at) || is_silent(at) {
                continue;
            }
            if desk.alarms.iter().all(|(known, _)| *known != at) {
                let earlier = briefly.decide(series, at);
                if !earlier.is_judged() {
                    desk.silent.push(at);
                    continue;
                }
                briefly.look_ahead(desk, series, &earlier, |_, _| ());
            }
            let (year, alarm) = desk.alarms.iter().find(|(known, _)| *known == at)?;
            return alarm.map(|(kind, severity)| (*year, kind, severity));
        }
        None
    }

    /// What the verdict is worth, where the judged value comes as counts.
    fn small_numbers(
        &self,
        whole: &Line<'_>,
        held: Option<&Held>,
        decision: &Decision,
        (own, of): (Outcome, Year),
    ) -> Option<SmallNumbers> {
        let counts = decision.counts?;
        if self.target.scope.is_every_unit() || whole.counts(of) != Some(counts) {
            return None;
        }
        let settings = &self.evaluator.settings().statistics;
        let model =
            crate::ahead::small_numbers::Model::of(self.card.kind, self.card.unit.per(), held, settings)?;
        let (samples, bare) = whole.samples(of);
        model.small_numbers(own, &samples, &bare)
    }

    /// The way to a fixed bound, or the heading of a series that has to keep it.
    fn course<'p>(
        &self,
        whole: &Line<'p>,
        held: &Held,
        (year, of): (Year, Year),
        (own, misses_surely): (Outcome, bool),
    ) -> Option<Course<'p>> {
        if !self.has_outlook() {
            return None;
        }
        let due = self.target.timing.due();
        // A host's bound may change from year to year; the path leads to that of the due year.
        let leads_to = match self.target.rule {
            Rule::HostBound { .. } | Rule::Monitored => self.held_in(whole.series, due)?,
            _ => held.clone(),
        };
        let points = whole.points(of);
        let latest = points.last()?;
        let holds = own != Outcome::NotMet && leads_to.judged_by.is_met_by(&latest.value);
        let milestones = self.evaluator.milestones_of(&self.target.id);
        Some(Course {
            has_path: self.has_path(held),
            start: self.baseline,
            year,
            due,
            points,
            yearly: self.card.calendar.interval() == Some(1),
            floor: self.card.floor.to_ratio(),
            ceiling: self.card.ceiling.map(Number::to_ratio),
            milestones: milestones.map(|stone| Dated::new(stone.year, stone.value.to_ratio())).collect(),
            misses: own == Outcome::NotMet,
            misses_surely,
            odds: whole.sample(latest.year).map(|_| odds(whole, held, points, holds)),
            bound: leads_to.bound,
            judged_by: leads_to.judged_by,
        })
    }

    /// Whether a heading says something about a bound: not for whole things, units, terms, events, directions, gaps and bounds
    /// that move with another indicator or by a yearly change.
    fn has_outlook(&self) -> bool {
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
        let rule = self.target.rule;
        let moves = rule.has_reference() || matches!(rule, Rule::ChangedEachYear { .. });
        let terms = self.card.calendar == Calendar::Term || self.counts_events();
        measured
            && !moves
            && !terms
            && !rule.is_direction()
            && !self.target.scope.is_every_unit()
            && self.card.gap.is_none()
            && self.card.calendar != Calendar::Event
    }

    /// Whether there is a straight way to the bound: it is due at the end, and does not ask for all of a stock.
    fn has_path(&self, held: &Held) -> bool {
        let by_the_end = matches!(self.target.timing, Timing::ByYear { .. } | Timing::ReachedAndKept { .. });
        let stock = self.card.kind == IndicatorKind::Stock;
        let all = self.card.ceiling.is_some_and(|ceiling| ceiling.to_ratio() == held.bound.limit)
            && held.bound.better == crate::plan::Better::Higher;
        by_the_end && self.target.rule != Rule::All && !(stock && all)
    }
}

/// What chance has to do with a series whose latest value comes as counts. Tests that the outlook would not look at are left out.
fn odds(whole: &Line<'_>, held: &Held, points: &[Dated], holds: bool) -> Odds {
    use crate::statistics::Certainty::MissedConfirmed;
    let Some(latest) = points.last().map(|point| point.year) else { return Odds::default() };
    let alpha = whole.alpha();
    let few_cases = whole.expects_few(latest, held);
    // What holds can break, which takes a slope; what does not may get there.
    let has_slope = points.len() >= POINTS_NEEDED;
    let may_break = holds && has_slope;
    let window_confirms = (may_break || (few_cases && !holds)) && whole.window_confirms(latest, held, alpha);
    let better = |(a, b): &(&Dated, &Dated)| whole.case.turn_between(&a.value, &b.value).is_gt();
    let lucky = |(a, b): &(&Dated, &Dated)| {
        // The other way round it would be a change for the worse.
        whole.chance_of_worse(b.year, a.year).is_some_and(|chance| chance > alpha)
    };
    Odds {
        few_cases,
        year_confirms: few_cases
            && !holds
            && !window_confirms
            && whole.label(latest, held, alpha) == Some(MissedConfirmed),
        window_confirms,
        has_fallen: may_break && !few_cases && !window_confirms && whole.has_fallen(latest),
        // With a slope that is asked, and not the best change.
        lucky: match few_cases || holds || has_slope {
            true => Vec::new(),
            false => {
                let pairs = points.iter().zip(points.iter().skip(1));
                pairs.filter(better).filter(lucky).map(|(_, b)| b.year).collect()
            }
        },
    }
}
