//! What a year or a unit says on its way to the verdict, and the verdict with what it rests on.

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
    pub brief: bool,
    pub outcome: Outcome,
    pub reasons: Vec<Reason>,
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
    pub notes: Vec<Note>,
    pub units: Option<UnitTally>,
    pub evidence: Vec<Evidence>,
}

impl Case<'_> {
    pub(super) fn plain(&self, outcome: Outcome) -> Judged {
        Judged {
            brief: self.brief,
            outcome,
            reasons: Vec::new(),
            known: None,
            counts: None,
            bound: None,
            places: None,
            irrecoverable: false,
            stands: None,
            unsettled: false,
            notes: Vec::new(),
            units: None,
            evidence: Vec::new(),
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
        if !self.brief {
            self.reasons.push(reason);
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        if !self.brief {
            self.notes.push(note);
        }
    }

    /// The value is that of an earlier year.
    pub(super) fn stands_from(&mut self, year: Year) {
        self.stands = self.stands.or(Some(year));
        self.note(Note::Standing(year));
    }

    pub(super) fn rests_on(&mut self, role: Role, point: &Point, unit: Option<&str>) {
        self.unsettled |= role == Role::Value && point.status != Status::Final;
        if self.brief {
            return;
        }
        if point.status != Status::Final && !self.notes.contains(&Note::Unsettled(point.status)) {
            self.notes.push(Note::Unsettled(point.status));
        }
        self.evidence.push(Evidence {
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
    /// Empty where verdicts alone are wanted.
    pub evidence: Vec<Evidence>,
    reasons: Vec<Reason>,
    notes: Vec<Note>,
    units: Option<UnitTally>,
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
            evidence: judged.evidence,
            reasons: judged.reasons,
            notes: judged.notes,
            units: judged.units,
        }
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
        let Decision { year, outcome, mut reasons, .. } = decision;
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
            notes: decision.notes,
            units: decision.units,
            history: decision.history,
            evidence: decision.evidence,
        }
    }
}
