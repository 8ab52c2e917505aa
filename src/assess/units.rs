//! Targets over the units of an area: each of them, or all taken together.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Case, Judged, UnitTally};
use crate::area::Stratum;
use crate::exact::Ratio;
use crate::indicator::Calendar;
use crate::observation::{Missing, Roster};
use crate::outcome::{Cause, Outcome, Reason, Role};
use crate::period::Year;
use crate::quantity::Counts;
use crate::series::{Cell, Known, Point, Series};

impl Case<'_> {
    /// The roster of the year; bodies that are elected keep theirs for the term.
    fn roster(&self, year: Year) -> Option<&Roster> {
        let lasting = self.card.calendar == Calendar::Term;
        self.data.roster(self.area, &self.target.unit_kind, year, lasting)
    }

    /// Each unit judged by itself. One failure decides; otherwise the roster of the year must be known and all must pass.
    pub(super) fn every_unit(&self, year: Year) -> Judged {
        let told: BTreeMap<&str, &Series> =
            self.data.units(self.area, &self.card.id, &self.target.unit_kind).collect();
        let roster = self.roster(year);
        let names: Vec<&str> = match roster {
            Some(roster) => roster.members.iter().map(|member| &*member.id).collect(),
            None => told.keys().copied().collect(),
        };
        let nothing = Series::default();
        let mut tally = UnitTally::default();
        let mut whole = Judged::plain(Outcome::NotApplicable);
        let mut outcomes = Vec::with_capacity(names.len());
        for name in names {
            let series = told.get(name).copied().unwrap_or(&nothing);
            let judged = self.single(series, Some(name), year);
            let own = |name: &str| Cow::Owned(name.into());
            match judged.outcome {
                Outcome::Met => tally.passed += 1,
                Outcome::NotMet => {
                    tally.failed.push(own(name));
                    whole.evidence.extend(judged.evidence);
                    whole.bound = whole.bound.or(judged.bound);
                }
                Outcome::NotApplicable => tally.not_applicable += 1,
                Outcome::Undetermined | Outcome::NotDue | Outcome::NotJudged => {
                    tally.silent.push(own(name));
                    let reasons = judged.reasons.into_iter().filter(|reason| reason.cause != Cause::Silent);
                    whole.reasons.extend(reasons.map(|reason| Reason { unit: Some(own(name)), ..reason }));
                }
            }
            for note in judged.notes {
                if !whole.notes.contains(&note) {
                    whole.notes.push(note);
                }
            }
            outcomes.push(judged.outcome);
        }
        let all = Outcome::all(outcomes.iter().copied());
        // Among units that have had their election, one without any is silent; where none has, nothing is due.
        let some_due = outcomes.iter().any(|outcome| matches!(outcome, Outcome::Met | Outcome::NotMet));
        let mixed = all == Outcome::Met && outcomes.contains(&Outcome::NotDue) && some_due;
        whole.outcome = match (all, roster) {
            (Outcome::NotMet, _) => Outcome::NotMet,
            (Outcome::NotDue | Outcome::NotJudged, _) => all,
            (_, None) if self.never_judged() => Outcome::NotJudged,
            (_, None) => {
                whole.reasons.push(Reason::new(Role::Value, year, Cause::NoRoster));
                Outcome::Undetermined
            }
            (Outcome::Met, Some(_)) if mixed => Outcome::Undetermined,
            (outcome, Some(_)) => outcome,
        };
        match whole.outcome {
            Outcome::Undetermined if !tally.silent.is_empty() => {
                let count = tally.silent.len();
                whole.reasons.push(Reason::new(Role::Value, year, Cause::SilentUnits(count)));
            }
            Outcome::Undetermined => {}
            _ => whole.reasons.clear(),
        }
        whole.units = Some(tally);
        whole
    }

    fn never_judged(&self) -> bool {
        self.target.rule == crate::rule::Rule::Monitored
    }

    /// The units taken together, where the area itself reports nothing: sum of numerators over sum of denominators.
    pub(super) fn pooled(&self, area: &Series, year: Year) -> Judged {
        let told: BTreeMap<&str, &Series> =
            self.data.units(self.area, &self.card.id, &self.target.unit_kind).collect();
        let reported = matches!(area.cells.get(&year), Some(Cell::Value(_)));
        if reported || told.is_empty() {
            return self.single(area, None, year);
        }
        let Some(roster) = self.roster(year) else {
            return Judged::undetermined(Reason::new(Role::Value, year, Cause::NoRoster));
        };
        let mut tally = UnitTally::default();
        let (mut numerator, mut denominator, mut open) = (0_u64, 0_u64, Some(0_u64));
        let mut last: Option<&Point> = None;
        let mut latest = year;
        for member in &roster.members {
            let series = told.get(&*member.id).copied();
            let standing = series.map(|series| self.standing(series, self.card, year));
            match standing {
                Some(super::threshold::Standing::Value(measured, point)) => match point.counts {
                    Some(counts) => {
                        numerator = numerator.saturating_add(counts.numerator);
                        denominator = denominator.saturating_add(counts.denominator);
                        tally.passed += 1;
                        latest = if last.is_some() { latest.max(measured) } else { measured };
                        last = Some(point);
                    }
                    None => {
                        tally.silent.push(member.id.clone());
                        open = None;
                    }
                },
                Some(super::threshold::Standing::None(Outcome::NotApplicable, _)) => tally.not_applicable += 1,
                _ => {
                    tally.silent.push(member.id.clone());
                    open = open.and_then(|open| open.checked_add(member.size?));
                }
            }
        }
        let Some(point) = last else {
            let mut judged = match tally.silent.len() {
                0 => Judged::plain(Outcome::NotApplicable),
                count => Judged::undetermined(Reason::new(Role::Value, year, Cause::SilentUnits(count))),
            };
            let elections = self.card.calendar == Calendar::Term;
            if elections && told.values().all(|series| series.points(self.first, year).next().is_none()) {
                judged = Judged::plain(Outcome::NotDue);
            }
            judged.units = Some(tally);
            return judged;
        };
        let (known, counts) = pooled_known(numerator, denominator, open, self.card.unit.per().unwrap_or(1).into());
        let counts = counts.filter(|_| tally.silent.is_empty());
        let cell = match known {
            Some(known) => Cell::Value(Point {
                known,
                counts,
                value: crate::quantity::Value::Counts(Counts { numerator, denominator }),
                ..point.clone()
            }),
            // A silent unit of unknown size can turn any share.
            None if !tally.silent.is_empty() => Cell::Missing(Missing::NotReported),
            None => Cell::Missing(Missing::NotApplicable),
        };
        let mut series = area.clone();
        series.cells.insert(latest.min(year), cell);
        let mut judged = self.single(&series, None, year);
        if judged.outcome == Outcome::Undetermined && !tally.silent.is_empty() {
            let count = tally.silent.len();
            judged.reasons = alloc::vec![Reason::new(Role::Value, year, Cause::SilentUnits(count))];
        }
        judged.units = Some(tally);
        judged
    }

    /// The series of the reference indicator: of the same unit, or of the area.
    pub(super) fn reference_series(&self, unit: Option<&str>) -> Option<Cow<'_, Series>> {
        let card = self.reference?;
        match unit {
            None => Some(self.data.series(self.evaluator.catalogue, self.area, card)),
            Some(unit) => {
                let unit = crate::area::AreaUnit {
                    kind: self.target.unit_kind.clone(),
                    id: Cow::Owned(unit.into()),
                };
                self.data.find(self.area, &card.id, Stratum::TOTAL, Some(&unit)).map(Cow::Borrowed)
            }
        }
    }
}

/// The pooled share: exact where nobody is silent, between two ends where the sizes of the silent units are known.
fn pooled_known(numerator: u64, denominator: u64, open: Option<u64>, per: i128) -> (Option<Known>, Option<Counts>) {
    let ratio = |numerator: u64, denominator: u64| {
        Some(Ratio::new(numerator.into(), denominator.into())? * Ratio::whole(per))
    };
    match open {
        Some(0) => (ratio(numerator, denominator).map(Known::Exactly), Some(Counts { numerator, denominator })),
        Some(open) => {
            let all = denominator.saturating_add(open);
            let low = ratio(numerator, all).map(|end| (end, true));
            let high = ratio(numerator.saturating_add(open), all).map(|end| (end, true));
            (low.is_some().then_some(Known::Between(low, high)), None)
        }
        None => (None, None),
    }
}
