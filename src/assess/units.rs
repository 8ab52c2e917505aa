//! Targets over the units of an area: each of them, or all taken together.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::threshold::Standing;
use super::{Case, Judged, Note, UnitTally};
use crate::area::Stratum;
use crate::exact::Ratio;
use crate::observation::Missing;
use crate::outcome::{Cause, Outcome, Reason, Role};
use crate::period::Year;
use crate::quantity::{Counts, Value};
use crate::series::{Cell, Known, Point, Series};

impl Case<'_> {
    /// The year whose values speak for the units: the year itself, or the last one in which any of them was measured, where
    /// values stand for several years.
    /// `None` before the first election in the plan.
    fn measured(&self, told: &BTreeMap<&str, &Series>, year: Year) -> Option<Year> {
        let last = |series: &&Series| series.cells.range(..=year).next_back().map(|(year, _)| *year);
        let last = told.values().filter_map(last).max();
        match self.card.calendar.interval() {
            None => last.filter(|elected| *elected >= self.first),
            Some(1) => Some(year),
            Some(years) => last.filter(|last| year.number() - last.number() < years).or(Some(year)),
        }
    }

    /// Each unit judged by itself. One failure decides; otherwise the roster of the year must be known and all must pass.
    pub(super) fn every_unit(&self, year: Year) -> Judged {
        let told: BTreeMap<&str, &Series> =
            self.data.units(self.area, &self.card.id, &self.target.unit_kind).collect();
        let Some(measured) = self.measured(&told, year) else {
            return Judged { units: Some(UnitTally::default()), ..Judged::plain(Outcome::NotDue) };
        };
        let own = Case { own_years: true, ..*self };
        let roster = self.data.roster(self.area, &self.target.unit_kind, measured);
        let names: Vec<&str> = match roster {
            Some(roster) => roster.members.iter().map(|member| &*member.id).collect(),
            None => told.keys().copied().collect(),
        };
        let nothing = Series::default();
        let mut tally = UnitTally::default();
        let mut whole = Judged::plain(Outcome::NotApplicable);
        if measured != year {
            whole = whole.note(Note::Standing(measured));
        }
        let mut outcomes = Vec::with_capacity(names.len());
        for name in names {
            let series = told.get(name).copied().unwrap_or(&nothing);
            let judged = own.single(series, Some(name), measured);
            match judged.outcome {
                Outcome::Met => tally.passed += 1,
                Outcome::NotMet => {
                    tally.failed.push(name_of(name));
                    whole.evidence.extend(judged.evidence);
                    whole.bound = whole.bound.or(judged.bound);
                }
                Outcome::NotApplicable => tally.not_applicable += 1,
                Outcome::Undetermined | Outcome::NotDue | Outcome::NotJudged => {
                    let said = |reason: &Reason| !matches!(reason.cause, Cause::Silent | Cause::Missing(_));
                    let list = match judged.reasons.iter().any(said) {
                        true => &mut tally.undetermined,
                        false => &mut tally.silent,
                    };
                    list.push(name_of(name));
                    let reasons = judged.reasons.into_iter().filter(|reason| reason.cause != Cause::Silent);
                    whole.reasons.extend(reasons.map(|reason| Reason { unit: Some(name_of(name)), ..reason }));
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
        whole.outcome = match (all, roster) {
            (Outcome::NotMet, _) => Outcome::NotMet,
            (Outcome::NotDue | Outcome::NotJudged, _) => all,
            (_, None) if self.never_judged() => Outcome::NotJudged,
            (_, None) => {
                whole.reasons.push(Reason::new(Role::Value, year, Cause::NoRoster));
                Outcome::Undetermined
            }
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
        let Some(at) = self.measured(&told, year) else { return Judged::plain(Outcome::NotDue) };
        let own = Case { own_years: true, ..*self };
        let Some(roster) = self.data.roster(self.area, &self.target.unit_kind, at) else {
            return Judged::undetermined(Reason::new(Role::Value, year, Cause::NoRoster));
        };
        let mut tally = UnitTally::default();
        let (mut numerator, mut denominator, mut open) = (0_u64, 0_u64, Some(0_u64));
        let mut last: Option<&Point> = None;
        for member in &roster.members {
            let series = told.get(&*member.id).copied();
            let standing = series.map(|series| own.standing(series, self.card, at));
            match standing {
                Some(Standing::Value(_, point)) => match point.counts {
                    Some(counts) => {
                        numerator = numerator.saturating_add(counts.numerator);
                        denominator = denominator.saturating_add(counts.denominator);
                        tally.passed += 1;
                        last = Some(point);
                    }
                    None => {
                        tally.silent.push(member.id.clone());
                        open = None;
                    }
                },
                Some(Standing::None(Outcome::NotApplicable, _)) => {
                    tally.not_applicable += 1
                }
                _ => {
                    tally.silent.push(member.id.clone());
                    open = open.and_then(|open| open.checked_add(member.size?));
                }
            }
        }
        let Some(last) = last else {
            let judged = match tally.silent.len() {
                0 => Judged::plain(Outcome::NotApplicable),
                count => Judged::undetermined(Reason::new(Role::Value, year, Cause::SilentUnits(count))),
            };
            return Judged { units: Some(tally), ..judged };
        };
        let per = self.card.unit.per().unwrap_or(1).into();
        let (known, counts) = pooled_known(numerator, denominator, open, per, self.card.ceiling.is_some());
        let cell = match known {
            Some(known) => Cell::Value(Point {
                known,
                counts: counts.filter(|_| tally.silent.is_empty()),
                value: Value::Counts(Counts { numerator, denominator }),
                unit: self.card.unit,
                source: Cow::Borrowed(""),
                ..last.clone()
            }),
            None => Cell::Missing(Missing::NotApplicable),
        };
        let mut series = area.clone();
        series.cells.insert(at, cell);
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

/// The pooled value: exact where nobody is silent, else between two ends. Without an upper limit a silent unit's cases have
/// none either.
fn pooled_known(
    numerator: u64,
    denominator: u64,
    open: Option<u64>,
    per: i128,
    bounded: bool,
) -> (Option<Known>, Option<Counts>) {
    let ratio = |numerator: u64, denominator: u64| {
        Some(Ratio::new(numerator.into(), denominator.into())? * Ratio::whole(per))
    };
    match open {
        Some(0) => (ratio(numerator, denominator).map(Known::Exactly), Some(Counts { numerator, denominator })),
        Some(open) => {
            let all = denominator.saturating_add(open);
            let low = ratio(numerator, all).map(|end| (end, true));
            let high = ratio(numerator.saturating_add(open), all).map(|end| (end, true)).filter(|_| bounded);
            (low.is_some().then_some(Known::Between(low, high)), None)
        }
        // A silent unit of unknown size can bring the share anywhere but to an end that the others have left.
        None => {
            let low = Some((Ratio::zero(), numerator == 0));
            let high = bounded.then(|| (Ratio::whole(per), numerator == denominator));
            (Some(Known::Between(low, high)), None)
        }
    }
}

fn name_of(name: &str) -> Cow<'static, str> {
    Cow::Owned(name.into())
}
