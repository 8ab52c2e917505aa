//! One series in one year against a bound.

use super::bound::NoBound;
use super::{Case, Judged, Note};
use crate::data::{
    Missing,
    series::{Cell, Known, Point, Series, Unusable},
};
use crate::judge::{Cause, Method, Outcome, Reason, Role};
use crate::plan::{Better, Calendar, IndicatorCard, Rule};
use crate::values::{Value, Year};

/// The value that speaks for a year: its own, or the last one where none has been due since.
pub(super) enum Standing<'s> {
    Value(Year, &'s Point),
    /// None, with the outcome and the cause that follow.
    None(Outcome, Option<Cause>),
}

impl Unusable {
    pub(super) const fn cause(self) -> Cause {
        match self {
            Self::Conflict => Cause::Conflict,
            Self::Impossible => Cause::Impossible,
            Self::PartMissing => Cause::PartMissing,
            Self::Unreadable => Cause::Missing(Missing::ErrorCell),
            Self::OtherCalendar(given) => Cause::OtherCalendar { given },
        }
    }
}

impl<'s> Standing<'s> {
    fn of(cell: Option<(Year, &'s Cell)>) -> Self {
        match cell {
            Some((year, Cell::Value(point))) => Self::Value(year, point),
            Some((_, Cell::Missing(Missing::NotApplicable))) => Self::None(Outcome::NotApplicable, None),
            Some((_, Cell::Missing(why))) => Self::None(Outcome::Undetermined, Some(Cause::Missing(*why))),
            Some((_, Cell::Unusable(unusable))) => Self::None(Outcome::Undetermined, Some(unusable.cause())),
            None => Self::None(Outcome::Undetermined, Some(Cause::NoData)),
        }
    }
}

impl Case<'_> {
    /// The value of an indicator that speaks for a year, by its calendar.
    pub(super) fn standing<'s>(&self, series: &'s Series, card: &IndicatorCard, year: Year) -> Standing<'s> {
        let own = series.cells.get(&year).map(|cell| (year, cell));
        let last = || series.cells.range(..=year).next_back().map(|(year, cell)| (*year, cell));
        match (card.calendar, card.calendar.interval()) {
            _ if self.own_years => Standing::of(own),
            (Calendar::Term, _) => match last() {
                None => Standing::None(Outcome::NotDue, None),
                Some((elected, _)) if elected < self.first => Standing::None(Outcome::NotDue, None),
                found => Standing::of(found),
            },
            // A survey is known by its row. By the due year there has to be one inside the plan.
            (Calendar::Survey, _) => match last() {
                Some((surveyed, _)) if surveyed >= self.first => Standing::of(last()),
                _ if year >= self.target.timing.due() => Standing::of(None),
                Some((surveyed, Cell::Value(point))) => Standing::Value(surveyed, point),
                _ => Standing::None(Outcome::NotDue, None),
            },
            (_, Some(years)) if years > 1 => match own {
                Some((_, Cell::Value(_))) => Standing::of(own),
                _ => {
                    let reports =
                        |cell: &Cell| !matches!(cell, Cell::Missing(why) if *why != Missing::NotApplicable);
                    let mut cells = series.cells.range(..=year).rev().filter(|(_, cell)| reports(cell));
                    let last = cells.next().map(|(year, cell)| (*year, cell));
                    match last.filter(|(measured, _)| year.number() - measured.number() < years) {
                        Some(found) => Standing::of(Some(found)),
                        None => Standing::of(own),
                    }
                }
            },
            _ => Standing::of(own),
        }
    }

    /// One series in one year against what the rule asks.
    pub(super) fn threshold(
        &self,
        series: &Series,
        reference: Option<&Series>,
        unit: Option<&str>,
        year: Year,
    ) -> Judged {
        let (measured, point) = match self.standing(series, self.card, year) {
            Standing::Value(measured, point) => (measured, point),
            Standing::None(outcome, cause) => {
                // Without a verdict by nature it stays so whatever is missing.
                if let Err(NoBound::NotJudged) =
                    self.required(series, reference, self.bound_of.unwrap_or(year))
                {
                    return self.plain(Outcome::NotJudged);
                }
                let mut judged = self.plain(outcome);
                if let Some(cause) = cause {
                    judged.because(Reason::new(Role::Value, year, cause));
                }
                if let (Outcome::Undetermined, Err(NoBound::Because(reason))) =
                    (outcome, self.required(series, reference, year))
                {
                    judged.because(reason);
                }
                return judged;
            }
        };
        // Of the year that a yearly change is counted from nothing is asked, as long as its value stands.
        if self.counted_from().is_some_and(|since| measured <= since) {
            let mut judged = self.plain(Outcome::NotDue);
            judged.known = Some(point.known.clone());
            judged.counts = point.counts;
            judged.rests_on(Role::Value, point, unit);
            if measured != year {
                judged.stands_from(measured);
            }
            return judged;
        }
        // A host's bound is given for the year that is judged, everything else belongs to the year of the value.
        let year_of_bound = if matches!(self.target.rule, Rule::HostBound { .. } | Rule::Monitored) {
            self.bound_of.unwrap_or(year)
        } else {
            measured
        };
        let required = match self.required(series, reference, year_of_bound) {
            Ok(required) => required,
            Err(no_bound) => {
                let mut judged = match no_bound {
                    NoBound::Because(reason) => self.undetermined(reason),
                    NoBound::NotJudged => self.plain(Outcome::NotJudged),
                };
                judged.known = Some(point.known.clone());
                judged.counts = point.counts;
                judged.rests_on(Role::Value, point, unit);
                return judged;
            }
        };
        let full = required.bound.decides(&point.known);
        // Between two ends the reference decides only where both say the same.
        let full = full.filter(|met| {
            required.mildest.as_ref().is_none_or(|mild| mild.decides(&point.known) == Some(*met))
        });
        // The other method is told in a note.
        let method = self.evaluator.settings.method;
        let places = required.places.filter(|_| !self.brief || method == Method::Rounded);
        let rounded = places.map(|places| required.bound.before_rounding(places).decides(&point.known));
        let (decided, other) = match (method, rounded) {
            (Method::FullValue, Some(rounded)) => (full, Some(rounded)),
            (Method::Rounded, Some(rounded)) => (rounded, Some(full)),
            (_, None) => (full, None),
        };
        let mut judged = self.plain(Outcome::of(decided));
        judged.rests_on(Role::Value, point, unit);
        if let Some((role, from)) = required.from {
            let of_area =
                role == Role::Reference && unit.is_some_and(|unit| !self.has_reference_of(unit, measured));
            judged.rests_on(role, from, unit.filter(|_| !of_area));
            if of_area {
                judged.note(Note::ReferenceOfArea);
            }
        }
        if decided.is_none() {
            let role = if required.mildest.is_some() { Role::Reference } else { Role::Value };
            judged.because(Reason::new(role, measured, Cause::Spans));
        }
        if let Some(other) = other.filter(|other| *other != decided) {
            judged.note(Note::OtherMethod(Outcome::of(other)));
        }
        if measured != year {
            judged.stands_from(measured);
        }
        if let Some(remark) = self.remark(point) {
            judged.note(remark);
        }
        judged.known = Some(point.known.clone());
        judged.counts = point.counts;
        judged.places = required.places;
        judged.bound = Some(required.bound).filter(|_| required.mildest.is_none());
        judged
    }

    fn remark(&self, point: &Point) -> Option<Note> {
        match (self.target.rule, &point.known) {
            (Rule::Around { value, better, .. }, Known::Exactly(found)) => {
                let outer = value.to_ratio() + better.signed(&self.tolerance()?.to_ratio());
                let beyond = match better {
                    Better::Higher => *found > outer,
                    Better::Lower => *found < outer,
                };
                beyond.then_some(Note::BeyondBand)
            }
            (Rule::AtLeastRatio { .. }, _) if matches!(point.value, Value::Number(_)) => {
                Some(Note::PrintedAgainstRatio)
            }
            _ => None,
        }
    }
}
