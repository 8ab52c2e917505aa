//! Targets over the units of an area: each of them, or all taken together.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::single::Standing;
use super::{Case, Decision, Judged, Note, Told, UnitTally};
use crate::data::{
    Missing, Roster, Status,
    series::{Cell, Known, Point, Series},
};
use crate::judge::{Cause, Outcome, Reason, Role};
use crate::plan::Calendar;
use crate::values::{Counts, Disaggregation, Ratio, Text, Value, Year, period::YearSet};

impl Case<'_> {
    /// The year whose values speak for the units: the year itself, or the last one in which any of them was measured, where
    /// values stand for several years. `None` before the first election in the plan.
    pub(super) fn measured(&self, reporting: &BTreeMap<&str, &Series>, year: Year) -> Option<Year> {
        let last = reporting.values().filter_map(|series| self.last_reported(series, year)).max();
        match self.card.calendar.interval() {
            // Each unit has its own years: what was due of one of them and did not come is no value of the others.
            Some(years) if years > 1 && self.target.scope.is_every_unit() => {
                let due = |series: &&Series| {
                    let last = self.last_reported(series, year)?;
                    Some(last.plus((year.number() - last.number()) / years * years))
                };
                reporting.values().filter_map(due).max().or(Some(year))
            }
            None => last.filter(|elected| *elected >= self.first).or({
                let over = year >= self.target.timing.due();
                (self.card.calendar == Calendar::Survey && over).then_some(year)
            }),
            Some(1) => Some(year),
            Some(years) => last.filter(|last| year.number() - last.number() < years).or(Some(year)),
        }
    }

    /// The year of the last value, where it still stands for one of the units; else that of which they are judged.
    fn last_standing(&self, reporting: &BTreeMap<&str, &Series>, measured: Year, year: Year) -> Year {
        let last = reporting.values().filter_map(|series| self.last_reported(series, year)).max();
        match self.card.calendar.interval() {
            Some(years) if years > 1 => {
                last.filter(|last| year.number() - last.number() < years).unwrap_or(year)
            }
            _ => measured,
        }
    }

    /// The year by which one is judged: of units each by itself the last in which anything was due of any of them.
    pub(crate) fn judged_by(&self, decision: &Decision, year: Year) -> Year {
        let apart = self.card.calendar.interval().is_some_and(|years| years > 1);
        match apart && self.target.scope.is_every_unit() {
            true => self.measured(&self.reporting(year), year).unwrap_or(year),
            false => decision.stands.unwrap_or(year),
        }
    }

    /// Who is asked in a year, each by itself: whoever is on the roster of that year, also where values of earlier surveys stand;
    /// of bodies, those of the last election.
    pub(super) fn roster_of_each(
        &self,
        reporting: &BTreeMap<&str, &Series>,
        measured: Year,
        year: Year,
    ) -> Option<&Roster> {
        self.roster(reporting, if self.card.calendar == Calendar::Term { measured } else { year })
    }

    /// The roster of the year from which the values are. Not all bodies are elected in one year: the roster of an election
    /// stands until a body on it is elected again.
    pub(super) fn roster(&self, reporting: &BTreeMap<&str, &Series>, measured: Year) -> Option<&Roster> {
        let of = |year| self.data.roster(self.area, self.target.scope.kind(), year);
        let own = of(measured);
        if own.is_some() || self.card.calendar != Calendar::Term {
            return own;
        }
        let elected = |year: &Year| reporting.values().any(|series| series.cells.contains_key(year));
        let years: Vec<Year> = self.first.to(measured).filter(elected).collect();
        let (from, roster) = years.into_iter().rev().find_map(|year| Some((year, of(year)?)))?;
        let again = |name: &str| {
            reporting
                .get(name)
                .is_some_and(|series| series.cells.range(from..=measured.max(from)).count() > 1)
        };
        (!roster.members.iter().any(|member| again(&member.id))).then_some(roster)
    }

    /// The years in which any of the units was elected.
    pub(super) fn elections(&self, reporting: &BTreeMap<&str, &Series>) -> YearSet {
        match self.card.calendar {
            Calendar::Term => reporting.values().flat_map(|series| series.cells.keys().copied()).collect(),
            _ => YearSet::default(),
        }
    }

    /// The year that speaks for one unit in `year`: of elections its own last one, unless a later one had it on its roster; of
    /// surveys its own last one whose value still stands.
    pub(super) fn own_year(
        &self,
        series: Option<&Series>,
        elections: YearSet,
        name: &str,
        measured: Year,
        year: Year,
    ) -> Year {
        if self.card.calendar != Calendar::Term {
            let Some(years) = self.card.calendar.interval().filter(|years| *years > 1) else {
                return measured;
            };
            let last = series.and_then(|series| self.last_reported(series, measured));
            return last.filter(|last| year.number() - last.number() < years).unwrap_or(measured);
        }
        let last = series.and_then(|series| last_year(series, measured));
        // A body elected before the plan has not had its election yet.
        let Some(last) = last.filter(|last| *last >= self.first) else { return measured };
        let missed = |year: &Year| {
            let roster = || self.data.roster(self.area, self.target.scope.kind(), *year);
            elections.contains(*year) && roster().is_some_and(|roster| roster.has(name))
        };
        last.plus(1).to(measured).rfind(missed).unwrap_or(last)
    }

    /// Whether a cell says something of its year: between surveys of known years a mark says nothing.
    pub(crate) fn tells(&self, cell: &Cell) -> bool {
        let marked = matches!(cell, Cell::Missing(why) if *why != Missing::NotApplicable);
        !(marked && self.card.calendar.interval().is_some_and(|years| years > 1))
    }

    /// The last year up to one of which a unit told something.
    fn last_reported(&self, series: &Series, year: Year) -> Option<Year> {
        series.cells.range(..=year).rev().find(|(_, cell)| self.tells(cell)).map(|(at, _)| *at)
    }

    /// The units that have reported up to a year.
    pub(super) fn reporting(&self, year: Year) -> BTreeMap<&str, &Series> {
        let spoke = |series: &Series| {
            series.cells.keys().next().is_some_and(|first| *first <= year)
                || series.days.first().is_some_and(|first| first.year() <= year)
        };
        let units = self.data.units(self.area, &self.card.id, self.target.scope.kind());
        units.filter(|(_, series)| spoke(series)).collect()
    }

    /// Each unit judged by itself. One failure decides; otherwise the roster of the year must be known and all must pass.
    pub(super) fn every_unit(
        &self,
        year: Year,
        judge: impl Fn(&Self, &Series, &str, Year) -> Judged,
    ) -> Judged {
        let reporting = self.reporting(year);
        let Some(measured) = self.measured(&reporting, year) else {
            let mut judged = self.plain(Outcome::NotDue);
            judged.tally(UnitTally::default());
            return judged;
        };
        let own = Case { own_years: true, bound_of: Some(year), ..*self };
        let roster = self.roster_of_each(&reporting, measured, year);
        let names: Vec<&str> = match roster {
            Some(roster) => roster.members.iter().map(|member| &*member.id).collect(),
            None => reporting.keys().copied().collect(),
        };
        let nothing = Series::default();
        let mut tally = UnitTally::default();
        let mut whole = self.plain(Outcome::NotApplicable);
        let stands = self.last_standing(&reporting, measured, year);
        if stands != year {
            whole.stands_from(stands);
        }
        let elections = self.elections(&reporting);
        let (mut outcomes, mut others) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
        for name in names {
            let series = reporting.get(name).copied();
            let own_year = self.own_year(series, elections, name, measured, year);
            let judged = judge(&own, series.unwrap_or(&nothing), name, own_year);
            whole.irrecoverable |= judged.irrecoverable;
            whole.stands = whole.stands.or(judged.stands);
            if judged.outcome == Outcome::NotMet {
                whole.unsettled |= judged.unsettled;
                whole.bound = whole.bound.or(judged.bound);
            }
            let told = judged.told.map_or_else(Told::default, |told| *told);
            match judged.outcome {
                Outcome::Met => tally.passed += 1,
                // Only the verdict is wanted.
                _ if self.brief => {}
                Outcome::NotDue if self.counted_from().is_some() && judged.known.is_some() => {
                    // It has told the value that its change is counted from.
                    tally.not_due += 1;
                }
                Outcome::NotMet => {
                    tally.failed.push(name_of(name));
                    if let Some(whole) = &mut whole.told {
                        whole.evidence.extend(told.evidence);
                    }
                }
                Outcome::NotApplicable => tally.not_applicable += 1,
                Outcome::Undetermined | Outcome::NotDue | Outcome::NotJudged => {
                    // A unit that has a value and lacks its reference did report.
                    let own = |reason: &Reason| reason.role == Role::Value;
                    let unsaid = |reason: &Reason| reason.cause.is_no_data();
                    let mut reasons = told.reasons.iter();
                    let not_reported = told.reasons.is_empty()
                        || reasons.any(|reason| own(reason) && unsaid(reason) && reason.year == own_year);
                    let reporting =
                        !not_reported || told.reasons.iter().any(|reason| own(reason) && !unsaid(reason));
                    let list = if reporting { &mut tally.undetermined } else { &mut tally.not_reported };
                    list.push(name_of(name));
                    let tells = |reason: &Reason| {
                        reason.cause != Cause::NoData || reporting && reason.role != Role::Value
                    };
                    for reason in told.reasons.into_iter().filter(tells) {
                        whole.because(Reason { unit: Some(name_of(name)), ..reason });
                    }
                }
            }
            let mut other = judged.outcome;
            for note in told.notes {
                match note {
                    Note::OtherMethod(outcome) => other = outcome,
                    note if whole.has_noted(&note) => {}
                    note => whole.note(note),
                }
            }
            outcomes.push(judged.outcome);
            others.push(other);
        }
        // Without the roster only a failure is known to be one of the whole.
        let joined = |outcomes: Vec<Outcome>| match Outcome::all(outcomes) {
            Outcome::Met | Outcome::NotApplicable if roster.is_none() => Outcome::Undetermined,
            outcome => outcome,
        };
        whole.outcome = joined(outcomes);
        let other = joined(others);
        if other != whole.outcome {
            whole.note(Note::OtherMethod(other));
        }
        if roster.is_none() && whole.outcome == Outcome::Undetermined {
            whole.because(Reason::new(Role::Value, year, Cause::NoRoster));
        }
        match whole.outcome {
            Outcome::Undetermined if !tally.not_reported.is_empty() => {
                let count = tally.not_reported.len();
                whole.because(Reason::new(Role::Value, year, Cause::UnitsNotReported(count)));
            }
            Outcome::Undetermined => {}
            _ => whole.explain(Vec::new()),
        }
        whole.tally(tally);
        whole
    }

    /// The units taken together: sum of numerators over sum of denominators over the full roster. The area's own figure speaks
    /// where the units leave it open.
    pub(super) fn pooled(&self, area: &Series, year: Year) -> Judged {
        let judged = self.pooled_in(area, year);
        let settles = || self.single(&self.with_past(area, year), None, year);
        match judged.outcome {
            // A setback that cannot be mended decides, whatever this year left open, and where it does not apply.
            Outcome::Undetermined | Outcome::NotApplicable if self.target.rule.is_direction() => {
                let mut settled = settles();
                if !(settled.irrecoverable && settled.outcome == Outcome::NotMet) {
                    return judged;
                }
                if let (Some(settled), Some(told)) = (&mut settled.told, judged.told) {
                    settled.units = told.units;
                }
                settled
            }
            _ => judged,
        }
    }

    /// The area's series with what its units taken together were before a year.
    pub(crate) fn with_past(&self, area: &Series, year: Year) -> Series {
        let reporting = self.reporting(year);
        let mut series = area.clone();
        self.add_past(&mut series, &reporting, self.elections(&reporting), year, year);
        series
    }

    /// The area's series with what its units taken together were up to a year, itself included.
    pub(crate) fn taken_together(&self, area: &Series, year: Year) -> Series {
        let reporting = self.reporting(year);
        let mut series = area.clone();
        self.add_past(&mut series, &reporting, self.elections(&reporting), year.plus(1), year);
        series
    }

    fn pooled_in(&self, area: &Series, year: Year) -> Judged {
        let reporting = self.reporting(year);
        let reported = !matches!(
            self.standing(area, self.card, year),
            Standing::None(Outcome::Undetermined | Outcome::NotDue, Some(Cause::NoData) | None)
        );
        let whole = || self.single(area, None, year);
        let Some(at) = self.measured(&reporting, year) else { return whole() };
        let Some(roster) = self.roster(&reporting, at) else {
            return match reported || reporting.is_empty() {
                true => whole(),
                false => self.undetermined(Reason::new(Role::Value, year, Cause::NoRoster)),
            };
        };
        let judged = self.pooled_over(area, &reporting, roster, at, year);
        if reported && !matches!(judged.outcome, Outcome::Met | Outcome::NotMet) { whole() } else { judged }
    }

    fn pooled_over(
        &self,
        area: &Series,
        reporting: &BTreeMap<&str, &Series>,
        roster: &Roster,
        at: Year,
        year: Year,
    ) -> Judged {
        let elections = self.elections(reporting);
        let (cell, tally) = self.pooled_cell(reporting, elections, roster, at, year);
        let not_reported = Reason::new(Role::Value, year, Cause::UnitsNotReported(tally.not_reported.len()));
        let Some(cell) = cell else {
            let mut judged = match tally.not_reported.len() {
                0 => self.plain(Outcome::NotApplicable),
                _ => self.undetermined(not_reported),
            };
            judged.tally(tally);
            return judged;
        };
        let mut series = area.clone();
        if self.target.rule.is_direction() || self.target.rule.is_change() {
            self.add_past(&mut series, reporting, elections, at, at);
        }
        series.cells.insert(at, cell);
        let mut judged = self.single(&series, None, year);
        if judged.outcome == Outcome::Undetermined && !tally.not_reported.is_empty() {
            judged.explain(Vec::new());
            judged.because(not_reported);
        }
        judged.tally(tally);
        judged
    }

    /// What the units taken together were before, for a rule that looks back: wherever the roster is known and all its units
    /// reported, and otherwise where the area itself has no value. A definition that changed in one unit by `at` changed in the whole.
    fn add_past(
        &self,
        series: &mut Series,
        reporting: &BTreeMap<&str, &Series>,
        elections: YearSet,
        before: Year,
        at: Year,
    ) {
        // A body elected before the plan had a value then.
        let early = Case { first: Year::literal(1900), ..*self };
        let cells = reporting.values().flat_map(|unit| unit.cells.range(..before));
        let years: YearSet = cells.filter(|(_, cell)| self.tells(cell)).map(|(year, _)| *year).collect();
        for past in years.iter() {
            let Some(roster) = self.data.roster(self.area, self.target.scope.kind(), past) else { continue };
            match early.pooled_cell(reporting, elections, roster, past, past).0 {
                Some(Cell::Value(point)) if point.exact().is_some() || !series.cells.contains_key(&past) => {
                    series.cells.insert(past, Cell::Value(point));
                }
                _ => {}
            }
        }
        series.breaks.extend(reporting.values().flat_map(|unit| unit.breaks.range(..=at).copied()));
    }

    /// The cell of the units taken together in a year, none where none of them reported anything, and who reported.
    fn pooled_cell(
        &self,
        reporting: &BTreeMap<&str, &Series>,
        elections: YearSet,
        roster: &Roster,
        at: Year,
        year: Year,
    ) -> (Option<Cell>, UnitTally) {
        let own = Case { own_years: true, ..*self };
        let mut tally = UnitTally::default();
        let (mut numerator, mut denominator, mut open) = (0_u128, 0_u128, Some(0_u128));
        let (mut last, mut status): (Option<&Point>, _) = (None, Status::Final);
        for member in &roster.members {
            let series = reporting.get(&*member.id).copied();
            let own_year = self.own_year(series, elections, &member.id, at, year);
            match series.map(|series| own.standing(series, self.card, own_year)) {
                Some(Standing::Value(_, point)) if point.counts.is_some() => {
                    let counts = point.counts.unwrap_or(Counts { numerator: 0, denominator: 0 });
                    numerator += u128::from(counts.numerator);
                    denominator += u128::from(counts.denominator);
                    tally.passed += 1;
                    status = status.min(point.status);
                    last = Some(point);
                }
                Some(Standing::None(Outcome::NotApplicable, _)) => tally.not_applicable += 1,
                _ => {
                    tally.not_reported.push(member.id.clone());
                    open = open.and_then(|open| Some(open + u128::from(member.size?)));
                }
            }
        }
        let Some(last) = last else { return (None, tally) };
        let per = self.card.unit.per().unwrap_or(1).into();
        let known = pooled_known(numerator, denominator, open, per, self.card.ceiling.is_some());
        let counts = match (u64::try_from(numerator), u64::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => Some(Counts { numerator, denominator }),
            _ => None,
        };
        let cell = match known {
            Some(known) => Cell::Value(Point {
                known,
                counts: counts.filter(|_| tally.not_reported.is_empty()),
                value: counts.map_or(last.value, Value::Counts),
                unit: self.card.unit,
                status,
                source: None,
                ..last.clone()
            }),
            None => Cell::Missing(Missing::NotApplicable),
        };
        (Some(cell), tally)
    }

    /// The series of the reference indicator: of the area, or for a unit its own and, in periods without a row of it, the
    /// area's.
    pub(super) fn reference_series(&self, unit: Option<&str>) -> Option<Cow<'_, Series>> {
        let card = self.reference?;
        let area = self.data.series(self.area, card);
        let Some(own) = unit.and_then(|unit| self.reference_of(unit)) else { return Some(area) };
        let mut series = area.into_owned();
        series.cells.extend(own.cells.iter().map(|(year, cell)| (*year, cell.clone())));
        Some(Cow::Owned(series))
    }

    fn reference_of(&self, unit: &str) -> Option<&Series> {
        let unit = (self.target.scope.kind(), unit);
        self.data.find(self.area, &self.reference?.id, Disaggregation::TOTAL, Some(unit))
    }

    /// Whether a unit has a reference of its own in a period.
    pub(super) fn has_reference_of(&self, unit: &str, year: Year) -> bool {
        self.reference_of(unit).is_some_and(|series| series.cells.contains_key(&year))
    }
}

/// The pooled value: exact where every unit reported, else between two ends. Where values have no upper limit, neither have the
/// cases of a unit that did not report.
fn pooled_known(
    numerator: u128,
    denominator: u128,
    open: Option<u128>,
    per: i128,
    bounded: bool,
) -> Option<Known> {
    let ratio = |numerator: u128, denominator: u128| {
        let parts = (i128::try_from(numerator).ok()?, i128::try_from(denominator).ok()?);
        Some(Ratio::quotient(parts.0, parts.1)? * Ratio::whole(per))
    };
    match open {
        Some(0) => ratio(numerator, denominator).map(Known::Exactly),
        Some(open) => {
            let low = ratio(numerator, denominator + open).map(|end| (end, true));
            let high = ratio(numerator + open, denominator + open).map(|end| (end, true)).filter(|_| bounded);
            low.is_some().then_some(Known::Between(low, high))
        }
        // A unit of unknown size that did not report can bring the share anywhere but to an end that the others have left.
        None => {
            let high = bounded.then(|| (Ratio::whole(per), numerator == denominator));
            Some(Known::Between(Some((Ratio::zero(), numerator == 0)), high))
        }
    }
}

fn name_of(name: &str) -> Text {
    name.into()
}

/// The last year up to one in which a unit reported.
fn last_year(series: &Series, year: Year) -> Option<Year> {
    series.cells.range(..=year).next_back().map(|(year, _)| *year)
}
