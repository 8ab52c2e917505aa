//! When a miss is sure, and when chance could explain it: how loud a warning may be hangs on it.
//!
//! | value | a miss is sure if |
//! |---|---|
//! | counts | the year's own count confirms it, or the window of several years |
//! | a rate without counts | its exposure is that of another rate of the same denominator, then as counts; else as bare values |
//! | stock, whole numbers, events of a duty | always |
//! | bare values | it lasts (three observed years; events four, surveys two), or is large beside the changes before it |
//! | over units | that of one failing unit is, at the chance divided by the number of units |
//! | against another indicator | the exact comparison of both counts says so; else as bare values |
//! | gaps with counts | the gap is real, and wider than at the start by more than chance |
//! | directions with counts | the exact comparison of the two years says so |

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::line::{Line, Reported, unit_series};
use crate::judge::assess::{Case, Decision, View};
use crate::judge::{Outcome, Role};
use crate::plan::{Calendar, IndicatorKind, Timing};
use crate::statistics::{self, Certainty, GapChangeLabel, GapLabel, Sample};
use crate::values::{Ratio, Value, Year};

impl Case<'_> {
    /// Whether events are counted, and no series is judged.
    pub(crate) const fn counts_events(&self) -> bool {
        matches!(self.target.timing, Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. })
    }

    /// Whether chance has no part in the value.
    fn is_never_chance(&self) -> bool {
        self.kind() == IndicatorKind::Stock || self.card.unit.is_whole() || self.counts_events()
    }

    /// How many observed years in a row have to miss without counts.
    fn years_of_bare_misses(&self) -> usize {
        let settings = &self.evaluator.settings().warnings;
        let years = match (self.card.calendar, self.kind()) {
            (Calendar::Term | Calendar::Survey | Calendar::Every(3..) | Calendar::Census, _) => {
                settings.missed_survey_years
            }
            (_, IndicatorKind::Events) => settings.missed_event_years,
            _ => settings.missed_years,
        };
        years.into()
    }
}

impl Case<'_> {
    /// Whether what a year is judged by has counts and came without them: its value, that of a unit that fails, or a part of a gap.
    pub(crate) fn lacks_counts(&self, whole: &Line<'_>, decision: &Decision, of: Year) -> bool {
        if self.card.gap.is_some() {
            let countable = self.gap_kind().is_some() && self.parts_per().is_some();
            return countable && decision.value.is_some() && self.gap_samples(of).is_none();
        }
        let countable = whole.kind().is_some() && self.card.unit.per().is_some();
        let bare = || match self.target.scope.is_every_unit() {
            true => {
                let mut told = decision.evidence().iter().filter(|told| told.role == Role::Value);
                told.any(|told| matches!(told.value, Value::Number(_)))
            }
            false => decision.value.is_some() && whole.counts(of).is_none(),
        };
        countable && bare()
    }
}

/// So many changes are needed before a miss without counts is called large beside them.
const CHANGES_NEEDED: usize = 3;

/// A miss of a target in a year.
#[derive(Clone, Copy)]
pub(crate) struct Miss<'p> {
    /// The area, or its units taken together; over units each by itself it has no values of its own.
    pub whole: Line<'p>,
    pub year: Year,
    /// The year that the value of `year` is of.
    pub of: Year,
}

impl Miss<'_> {
    /// Whether it is more than chance could explain.
    pub(crate) fn is_sure(&self) -> bool {
        let case = self.whole.case;
        if case.is_never_chance() {
            return true;
        }
        if !case.target.scope.is_every_unit() {
            return self.is_sure_in(&self.whole, self.whole.alpha());
        }
        let (units, failing) = case.failing(self.year);
        let alpha = self.whole.alpha_over(units);
        let mut reported = Reported::default();
        failing.into_iter().any(|(name, of)| {
            let series = unit_series(case, name);
            reported.read(&series, self.year);
            let line = Line { series: &series, unit: Some(name), reported: &reported, ..self.whole };
            Miss { of, ..*self }.is_sure_in(&line, alpha)
        })
    }

    /// The same for one place.
    fn is_sure_in(&self, line: &Line<'_>, alpha: f64) -> bool {
        let case = line.case;
        if case.target.rule.is_direction() {
            return match case.gap_samples(self.of) {
                Some(parts) => self.is_wider(line, &parts, alpha),
                None => self.is_worse_by_counts(line, alpha).unwrap_or_else(|| self.lasts_or_is_large(line)),
            };
        }
        if case.target.rule.has_reference() {
            let reference = case.reference_counts(line.unit, self.of);
            let both = line.sample(self.of).zip(reference);
            return match both {
                Some((own, reference)) => {
                    let reference = Sample::new(reference.numerator, reference.denominator);
                    line.compare(reference, own).is_some_and(|chance| chance <= alpha)
                }
                None => self.lasts_or_is_large(line),
            };
        }
        let view = self.view(line);
        let Some(held) = view.held.as_ref().filter(|_| line.sample(self.of).is_some()) else {
            return self.lasts_or_is_large(line);
        };
        line.label(self.of, held, alpha) == Some(Certainty::MissedConfirmed)
            || line.window_confirms(self.of, held, alpha)
    }

    /// The verdict of the assessed year. A unit is judged by the value of its own year; a bound of the host is that of the
    /// assessed one.
    fn view<'v>(&self, line: &Line<'v>) -> Cow<'v, View> {
        match line.unit {
            Some(unit) => Cow::Owned(line.case.view_of(line.series, unit, self.of, self.year)),
            None => line.view(self.year),
        }
    }

    /// Whether one of the comparisons that the direction fails by is beyond chance; `None` where none rests on counts.
    fn is_worse_by_counts(&self, line: &Line<'_>, alpha: f64) -> Option<bool> {
        let broken = line.case.broken_steps(line.series, self.of);
        let pairs = match broken.is_empty() {
            true => line.baseline(self.of).map(|start| (start.year, self.of)).into_iter().collect(),
            false => broken,
        };
        let mut tested = None;
        for (early, late) in pairs {
            let Some(chance) = line.chance_of_worse(early, late) else { continue };
            tested = Some(tested == Some(true) || chance <= alpha);
        }
        tested
    }

    /// Without counts: it lasts, or it is large beside the changes before it.
    fn lasts_or_is_large(&self, line: &Line<'_>) -> bool {
        let case = line.case;
        let needed = case.years_of_bare_misses();
        // A bound of the host belongs to its year: the value that stands is judged in the assessed one.
        let missed = |at: &&Year| match **at == self.of {
            true => self.view(line).outcome == Outcome::NotMet,
            false => line.misses(**at),
        };
        let observed = line.observed(self.of);
        if observed.len() >= needed && observed.iter().rev().take(needed).all(|at| missed(&at)) {
            return true;
        }
        if case.kind() == IndicatorKind::Events {
            return false;
        }
        let Some(size) = self.size(line) else { return false };
        let points = line.points(self.of);
        let before = points.get(..points.len().saturating_sub(1)).unwrap_or(&[]);
        let mut changes: Vec<Ratio> = yearly_changes(before).collect();
        let factor = case.evaluator.settings().warnings.unusual_factor.to_ratio();
        changes.len() >= CHANGES_NEEDED
            && Ratio::median(&mut changes).is_some_and(|median| size > median * factor)
    }

    /// By how much an exact value of this very year misses.
    fn size(&self, line: &Line<'_>) -> Option<Ratio> {
        let case = line.case;
        let value = line.value(self.of)?;
        let better = line.better()?;
        let broken = case.broken_steps(line.series, self.of);
        let from = match broken.iter().find(|(_, late)| *late == self.of) {
            Some((early, _)) => line.value(*early)?.clone(),
            None if case.is_by_term() => return None,
            None => self.view(line).held.as_ref()?.bound.limit.clone(),
        };
        Some(better.signed(&(from - value)))
    }

    /// Whether a gap of counts is real, and wider than at the start by more than chance.
    fn is_wider(&self, line: &Line<'_>, parts: &[Sample], alpha: f64) -> bool {
        let Some(kind) = line.case.gap_kind() else { return true };
        let real = statistics::gap_test(kind, parts, alpha).is_ok_and(|test| test.label == GapLabel::Real);
        let before = line.baseline(self.of).and_then(|start| line.case.gap_samples(start.year));
        let (Some(before), true) = (before, real) else { return false };
        match (before.as_slice(), parts) {
            ([a, b], [c, d]) => statistics::gap_change(kind, [*a, *b], [*c, *d], alpha)
                .is_ok_and(|change| change.label == GapChangeLabel::Wider),
            // Of many units no test says whether their gap has changed.
            _ => false,
        }
    }
}

/// The size of each change between neighbouring points, for each year between them.
pub(crate) fn yearly_changes(points: &[super::Dated]) -> impl Iterator<Item = Ratio> {
    points.iter().zip(points.iter().skip(1)).filter_map(|(a, b)| {
        let years = Ratio::whole((b.year.number() - a.year.number()).into());
        (&b.value - &a.value).abs().over(&years)
    })
}

/// Whether a kept bound was missed surely in each of the last observed years, so many of them, from a year on.
pub(crate) fn misses_surely(whole: Line<'_>, from: Year, year: Year, times: usize) -> bool {
    let observed = whole.observed(year);
    let since = observed.partition_point(|at| *at < from);
    let observed = observed.get(since..).unwrap_or(&[]);
    observed.len() >= times
        && observed.iter().rev().take(times).all(|at| {
            let miss = Miss { whole, year: *at, of: *at };
            whole.misses(*at) && miss.is_sure()
        })
}
