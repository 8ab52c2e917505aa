//! What a year or a unit says on its way to the verdict, and the verdict with what it rests on.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Assessment, Case, Evidence, GapEnds, Note, UnitTally, YearOutcome};
use crate::data::{
    Status,
    series::{Known, Point, Sides},
};
use crate::judge::{Cause, Outcome, Reason, Role};
use crate::plan::Bound;
use crate::values::{Counts, Ratio, Text, Year};

/// The verdict of one year or unit, and what it rests on.
pub(super) struct Judged {
    pub outcome: Outcome,
    pub known: Option<Known>,
    pub counts: Option<Counts>,
    pub bound: Option<Bound>,
    /// The printed digits of the bound, where values are rounded to them.
    pub places: Option<u32>,
    pub irrecoverable: bool,
    /// The earlier year that the value is of, where it stands.
    pub stands: Option<Year>,
    /// Whether a value that the verdict hangs on may still change.
    pub unsettled: bool,
    /// None where the verdict alone is wanted.
    pub told: Option<Box<Told>>,
}

/// What a verdict rests on.
#[derive(Default)]
pub(super) struct Told {
    pub reasons: Vec<Reason>,
    pub notes: Vec<Note>,
    pub units: Option<UnitTally>,
    pub evidence: Vec<Evidence>,
}

impl Case<'_> {
    pub(super) fn plain(&self, outcome: Outcome) -> Judged {
        Judged {
            outcome,
            known: None,
            counts: None,
            bound: None,
            places: None,
            irrecoverable: false,
            stands: None,
            unsettled: false,
            told: (!self.brief).then(Box::default),
        }
    }

    pub(super) fn undetermined(&self, reason: Reason) -> Judged {
        let mut judged = self.plain(Outcome::Undetermined);
        judged.because(reason);
        judged
    }
}

impl Judged {
    pub(super) fn because(&mut self, reason: Reason) {
        if let Some(told) = &mut self.told {
            told.reasons.push(reason);
        }
    }

    /// These are the reasons, and no others.
    pub(super) fn explain(&mut self, reasons: Vec<Reason>) {
        if let Some(told) = &mut self.told {
            told.reasons = reasons;
        }
    }

    pub(super) fn is_unexplained(&self) -> bool {
        self.told.as_ref().is_none_or(|told| told.reasons.is_empty())
    }

    pub(super) fn tally(&mut self, units: UnitTally) {
        if let Some(told) = &mut self.told {
            told.units = Some(units);
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        if let Some(told) = &mut self.told {
            told.notes.push(note);
        }
    }

    pub(super) fn has_noted(&self, note: &Note) -> bool {
        self.told.as_ref().is_some_and(|told| told.notes.contains(note))
    }

    /// The value is that of an earlier year.
    pub(super) fn stands_from(&mut self, year: Year) {
        self.stands = self.stands.or(Some(year));
        self.note(Note::Standing(year));
    }

    pub(super) fn rests_on(&mut self, role: Role, point: &Point, unit: Option<&str>) {
        self.unsettled |= role == Role::Value && point.status != Status::Final;
        let Some(told) = &mut self.told else { return };
        if point.status != Status::Final && !told.notes.contains(&Note::Unsettled(point.status)) {
            told.notes.push(Note::Unsettled(point.status));
        }
        told.evidence.push(Evidence {
            role,
            period: point.period,
            area_unit: unit.map(Text::from),
            value: point.value,
            unit: point.unit,
            gap: point.sides.as_ref().map(|Sides { unit, largest, smallest }| GapEnds {
                difference: &largest.0 - &smallest.0,
                ratio: largest.0.over(&smallest.0),
                largest: largest.0.clone(),
                smallest: smallest.0.clone(),
                unit: *unit,
                largest_of: largest.1.clone(),
                smallest_of: smallest.1.clone(),
            }),
            status: point.status,
            source: point.source.clone(),
        });
    }
}

/// The verdict for an assessed year: what standing and warnings are worked out from.
pub(crate) struct Decision {
    /// The year that was asked for.
    pub year: Year,
    pub outcome: Outcome,
    pub value: Option<Ratio>,
    pub counts: Option<Counts>,
    pub bound: Option<Bound>,
    pub margin: Option<Ratio>,
    pub irrecoverable: bool,
    /// The earlier year that the value is of, where it stands.
    pub stands: Option<Year>,
    /// Whether a value that the verdict hangs on may still change.
    pub unsettled: bool,
    pub history: Vec<YearOutcome>,
    told: Option<Box<Told>>,
}

impl Decision {
    pub(super) fn new(judged: Judged, history: Vec<YearOutcome>, year: Year) -> Self {
        let value = match judged.known {
            Some(Known::Exactly(value)) => Some(value),
            _ => None,
        };
        let margin = match (&value, &judged.bound) {
            (Some(value), Some(bound)) if judged.outcome != Outcome::NotJudged => Some(bound.margin(value)),
            _ => None,
        };
        Self {
            year,
            outcome: judged.outcome,
            value,
            counts: judged.counts,
            bound: judged.bound,
            margin,
            irrecoverable: judged.irrecoverable,
            stands: judged.stands,
            unsettled: judged.unsettled,
            history,
            told: judged.told,
        }
    }

    /// Empty where verdicts alone are wanted.
    pub(crate) fn evidence(&self) -> &[Evidence] {
        self.told.as_ref().map_or(&[], |told| &told.evidence)
    }

    /// The years so far in which it did not hold.
    pub(crate) fn broken_years(&self) -> impl Iterator<Item = Year> + '_ {
        self.history.iter().filter(|year| year.outcome == Outcome::NotMet).map(|year| year.year)
    }

    /// Whether it is a verdict: met or not met.
    pub(crate) const fn is_judged(&self) -> bool {
        matches!(self.outcome, Outcome::Met | Outcome::NotMet)
    }
}

impl Case<'_> {
    /// A verdict in its public form.
    pub(crate) fn assessment(&self, decision: Decision) -> Assessment {
        let Decision { year, outcome, .. } = decision;
        let Told { mut reasons, notes, units, evidence } =
            decision.told.map_or_else(Told::default, |told| *told);
        reasons.sort();
        reasons.dedup();
        match outcome {
            Outcome::Undetermined if reasons.is_empty() => {
                let year = year.min(self.target.timing.due());
                reasons.push(Reason::new(Role::Value, year, Cause::EarlierYears));
            }
            Outcome::Undetermined => {}
            _ => reasons.clear(),
        }
        Assessment {
            target: self.target.id.clone(),
            year,
            outcome,
            reasons,
            value: decision.value,
            counts: decision.counts,
            bound: decision.bound,
            margin: decision.margin,
            margin_unit: self.card.unit.of_difference(),
            tolerance: self.tolerance(),
            irrecoverable: decision.irrecoverable,
            notes,
            units,
            history: decision.history,
            evidence,
        }
    }
}
