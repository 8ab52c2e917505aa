//! What single years say, for those who look at several of them.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cell::{Cell, OnceCell, RefCell};

use super::{Case, Judged, YearOutcome};
use crate::data::{
    Missing,
    series::{self, Known, Series, Unusable},
};
use crate::judge::{Method, Outcome};
use crate::plan::{Bound, Calendar, Qualifier, Rule, Scope};
use crate::values::{Counts, Year};

/// A bound as it is asked, and what the value itself has to meet so that it is met by the chosen method.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub bound: Bound,
    pub judged_by: Bound,
}

impl Held {
    fn of(case: &Case<'_>, bound: Bound, places: Option<u32>) -> Self {
        let judged_by = match (case.evaluator.settings.method, places) {
            (Method::Rounded, Some(places)) => bound.before_rounding(places),
            _ => bound.clone(),
        };
        Self { bound, judged_by }
    }
}

/// What one year says of one place.
#[derive(Clone)]
pub(crate) struct View {
    pub outcome: Outcome,
    pub known: Option<Known>,
    pub counts: Option<Counts>,
    /// What was asked in it; for a direction the value it is measured from.
    pub held: Option<Held>,
    pub irrecoverable: bool,
}

impl View {
    fn of(case: &Case<'_>, judged: &Judged) -> Self {
        Self {
            outcome: judged.outcome,
            held: judged.bound.clone().map(|bound| Held::of(case, bound, judged.places)),
            known: judged.known.clone(),
            counts: judged.counts,
            irrecoverable: judged.irrecoverable,
        }
    }
}

/// What the years of a target's whole say, each worked out once however often it is asked for.
#[derive(Default)]
pub(crate) struct Views {
    /// The year of the first slot.
    first: i32,
    slots: Vec<OnceCell<View>>,
    /// Room for a history that is not wanted for long.
    history: Cell<Vec<YearOutcome>>,
}

impl Views {
    /// Makes room for the years of another target.
    pub(crate) fn begin(&mut self, first: Year, last: Year) {
        self.first = first.number();
        self.slots.clear();
        let years = usize::try_from(last.number() - first.number() + 1).unwrap_or(0);
        self.slots.resize_with(years, OnceCell::new);
    }

    fn slot(&self, year: Year) -> Option<&OnceCell<View>> {
        self.slots.get(usize::try_from(year.number() - self.first).ok()?)
    }
}

/// What is due and did not come.
pub(crate) struct Owed {
    /// How many due measurements in a row brought nothing; 0 where only some units did not report.
    pub times: i32,
    /// Whether nothing at all was reported.
    pub all: bool,
}

impl Case<'_> {
    /// The verdict of a year by itself, over the area or its units.
    pub(crate) fn view(&self, series: &Series, year: Year) -> Cow<'_, View> {
        let view = || self.view_from(&self.briefly().year(series, year), year);
        match self.views.and_then(|views| views.slot(year)) {
            Some(slot) => Cow::Borrowed(slot.get_or_init(view)),
            None => Cow::Owned(view()),
        }
    }

    /// Room for the outcomes of so many years.
    pub(super) fn room_for_history(&self, years: i32) -> Vec<YearOutcome> {
        let mut room = self.views.map(|views| views.history.take()).unwrap_or_default();
        room.clear();
        room.reserve_exact(usize::try_from(years).unwrap_or(0));
        room
    }

    /// Gives back a history that is not wanted any more.
    pub(crate) fn give_back(&self, history: Vec<YearOutcome>) {
        if let Some(views) = self.views {
            views.history.set(history);
        }
    }

    /// The outcome alone.
    pub(super) fn outcome_in(&self, series: &Series, year: Year) -> Outcome {
        match self.views {
            Some(_) => self.view(series, year).outcome,
            None => self.briefly().year(series, year).outcome,
        }
    }

    fn view_from(&self, judged: &Judged, year: Year) -> View {
        let mut view = View::of(self, judged);
        // Units each by itself have no bound in common.
        view.held = view.held.filter(|_| !self.target.scope.is_every_unit());
        // Nothing is asked of the year that a yearly change is counted from.
        if self.counted_from().is_some_and(|since| year <= since) {
            view.outcome = Outcome::NotDue;
        }
        view
    }

    /// Keeps what a year says, where it was judged already.
    pub(super) fn keep_view(&self, judged: &Judged, year: Year) {
        if let Some(slot) = self.views.and_then(|views| views.slot(year)) {
            slot.get_or_init(|| self.view_from(judged, year));
        }
    }

    /// The same of one unit; its value of that year may stand in a later one, whose bound of the host holds.
    pub(crate) fn view_of(&self, series: &Series, unit: &str, year: Year, stands_in: Year) -> View {
        let own = Case { own_years: true, bound_of: Some(stands_in), ..self.briefly() };
        View::of(self, &own.single(series, Some(unit), year))
    }

    /// The same of the whole, for any year: a body elected before the plan had a value then, and where the host gives no bound
    /// for it the units still have theirs.
    pub(crate) fn early_view(&self, series: &Series, year: Year) -> View {
        let early = Case { first: Year::literal(1900), ..self.briefly() };
        let judged = match self.target.scope {
            Scope::Pooled(_) => early.pooled(series, year),
            _ => early.year(series, year),
        };
        View::of(self, &judged)
    }

    /// What the rule asks in a year that is still to come, where that is known.
    pub(crate) fn held_in(&self, series: &Series, year: Year) -> Option<Held> {
        // A bound taken from an earlier value of units is taken from all of them together.
        let pooled = self.target.scope.is_pooled() && self.target.rule.is_change();
        let past = pooled.then(|| self.with_past(series, year));
        let required = self.required(past.as_ref().unwrap_or(series), None, year).ok()?;
        Some(Held::of(self, required.bound, required.places))
    }

    /// The units whose verdict of a year is not met, each with the year of its own value, and how many are asked.
    pub(crate) fn failing(&self, year: Year) -> (usize, Vec<(&str, Year)>) {
        let failing = RefCell::new((0, Vec::new()));
        let reporting = self.reporting(year);
        self.briefly().every_unit(year, |case, series, name, own| {
            let judged = case.single(series, Some(name), own);
            if let Ok(mut failing) = failing.try_borrow_mut() {
                failing.0 += 1;
                let name = reporting.get_key_value(name).filter(|_| judged.outcome == Outcome::NotMet);
                failing.1.extend(name.map(|(name, _)| (*name, own)));
            }
            judged
        });
        failing.into_inner()
    }

    /// The two values of a reference and of the judged one come as counts: those of the reference.
    pub(crate) fn reference_counts(&self, unit: Option<&str>, year: Year) -> Option<Counts> {
        let (series, card) = (self.reference_series(unit)?, self.reference?);
        match self.standing(&series, card, year) {
            super::single::Standing::Value(_, point) if point.exact().is_some() => point.counts,
            _ => None,
        }
    }

    /// The steps between observed periods that break a word which forgives none.
    pub(crate) fn broken_steps(&self, series: &Series, year: Year) -> Vec<(Year, Year)> {
        let unforgiving =
            matches!(self.target.rule, Rule::Improves { qualifier, .. } if qualifier.is_unforgiving());
        if !unforgiving {
            return Vec::new();
        }
        let together = self.target.scope.is_pooled().then(|| self.taken_together(series, year));
        let series = together.as_ref().unwrap_or(series);
        let Some(from) = self.first_period(series, year) else { return Vec::new() };
        let periods: Vec<_> = self.periods(series, from, year).collect();
        let pairs = periods.iter().zip(periods.iter().skip(1));
        pairs
            .filter(|(before, after)| self.steps([**before, **after].into_iter()) == Some(false))
            .map(|(before, after)| (before.0, after.0))
            .collect()
    }

    /// The baseline's year: of the plan's start, or the first later one with a value.
    pub(crate) fn start_year(&self, series: &Series, year: Year) -> Option<Year> {
        self.start(series, year).map(|(at, _)| at)
    }

    /// Whether the word between term and term decides.
    pub(crate) fn is_by_term(&self) -> bool {
        matches!(self.target.rule, Rule::Improves { qualifier: Qualifier::EachTerm, .. })
    }

    /// The series of the units that an area's target is judged over.
    pub(crate) fn unit_series(&self, unit: &str) -> Option<&Series> {
        let kind = (self.target.scope.kind(), unit);
        self.data.find(self.area, &self.card.id, crate::values::Disaggregation::TOTAL, Some(kind))
    }

    /// What should have been reported in a year and was not; `None` where nothing is owed.
    pub(crate) fn owed(&self, series: &Series, year: Year) -> Option<Owed> {
        if self.target.scope.is_area() {
            let times = self.owed_by(series, year)?;
            return Some(Owed { times, all: true });
        }
        let reporting = self.reporting(year);
        let measured = self.measured(&reporting, year).unwrap_or(year);
        let elections = self.elections(&reporting);
        let roster = match self.target.scope.is_every_unit() {
            true => self.roster_of_each(&reporting, measured, year),
            false => self.roster(&reporting, measured),
        };
        let names: Vec<&str> = match roster {
            // Where there is nobody, nobody owes anything.
            Some(roster) if roster.members.is_empty() => return None,
            Some(roster) => roster.members.iter().map(|member| &*member.id).collect(),
            None => reporting.keys().copied().collect(),
        };
        let nothing = Series::default();
        let owed = |name: &&str| {
            let series = reporting.get(name).copied().unwrap_or(&nothing);
            let of = self.own_year(reporting.get(name).copied(), elections, name, measured, year);
            let missed = self.card.calendar == Calendar::Term && !series.cells.contains_key(&of);
            if missed { Some(1) } else { self.owed_by(series, year) }
        };
        let not_reported: Vec<i32> = names.iter().filter_map(owed).collect();
        match (not_reported.len(), names.len()) {
            (0, 0) => Some(Owed { times: self.owed_by(&nothing, year)?, all: true }),
            (0, _) => None,
            (some, all) if some < all => Some(Owed { times: 0, all: false }),
            _ => Some(Owed { times: not_reported.into_iter().min()?, all: true }),
        }
    }

    /// The due measurements up to a year that brought nothing, in an unbroken row to the last; `None` where the last one did.
    fn owed_by(&self, series: &Series, year: Year) -> Option<i32> {
        // Of a gap a part is missing: that is nothing to judge either.
        let reports = |cell: &series::Cell| match cell {
            series::Cell::Missing(why) => *why == Missing::NotApplicable,
            series::Cell::Unusable(unusable) => *unusable != Unusable::PartMissing,
            series::Cell::Value(_) => true,
        };
        let last = || series.cells.range(..=year).rev().find(|(_, cell)| reports(cell)).map(|(at, _)| *at);
        let since = |at: Option<Year>| at.map_or(i32::MIN, |at| at.number()).max(self.first.number() - 1);
        match self.card.calendar.interval() {
            // A mark says that a survey was held. By the due year there has to be one inside the plan.
            None if self.card.calendar == Calendar::Survey => {
                let mut inside = series.cells.range(self.first..=year.max(self.first)).rev();
                let not_reported = inside.clone().take_while(|(_, cell)| !reports(cell)).count();
                match inside.next() {
                    Some((_, cell)) if reports(cell) => None,
                    Some(_) => i32::try_from(not_reported).ok(),
                    None => (year >= self.target.timing.due()).then_some(1),
                }
            }
            // A mark says that an election was held.
            None => {
                let inside = series.cells.range(..=year).rev().take_while(|(at, _)| **at >= self.first);
                let not_reported = inside.take_while(|(_, cell)| !reports(cell)).count();
                match series.cells.range(..=year).next_back() {
                    Some((_, cell)) if reports(cell) => None,
                    _ => i32::try_from(not_reported).ok(),
                }
            }
            Some(1) => {
                let days = series.days.iter().map(|day| day.year()).filter(|at| *at <= year);
                let last = last().max(days.max());
                (last != Some(year)).then(|| year.number() - since(last))
            }
            Some(years) => match last() {
                Some(last) if year.number() - last.number() < years => None,
                Some(last) => Some((year.number() - last.number()) / years),
                None => Some((year.number() - self.first.number()) / years + 1),
            },
        }
    }
}
