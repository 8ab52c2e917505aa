//! What standing and warnings ask of a target, its verdicts and its values.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::ahead::line::Line;
use crate::ahead::small_numbers::Model;
use crate::ahead::{Found, Outlook, Position};
use crate::data::series::Series;
use crate::judge::Outcome;
use crate::judge::assess::{Case, Decision, Owed};
use crate::plan::{Better, Calendar, IndicatorKind, Rule, Timing};
use crate::statistics::{CountKind, Sample};
use crate::values::{Ratio, Year};

/// A whole number with so many years left or fewer is stuck if it has gained nothing in so many.
const YEARS_LEFT: i32 = 2;
const YEARS_WITHOUT_GAIN: i32 = 3;
/// So many met years after a failure are called recovered.
const YEARS_RECOVERED: usize = 2;

impl Case<'_> {
    /// Which way is better; none for what is only watched.
    pub(crate) fn better(&self) -> Option<Better> {
        match self.target.rule {
            Rule::Monitored => self.evaluator.host_direction(&self.target.id),
            rule => Some(rule.better()),
        }
    }

    /// Whether a change between two values is for the better (greater), for the worse (less), or neither.
    pub(crate) fn turn_between(&self, from: &Ratio, to: &Ratio) -> Ordering {
        match self.better() {
            Some(Better::Higher) => to.cmp(from),
            Some(Better::Lower) => from.cmp(to),
            None => Ordering::Equal,
        }
    }

    /// A change between two values, signed so that positive is good.
    pub(crate) fn gain_between(&self, from: &Ratio, to: &Ratio) -> Ratio {
        let change = to - from;
        self.better().map_or_else(Ratio::zero, |better| better.signed(&change))
    }

    /// What stands behind the values: for a gap, behind those of its parts.
    pub(crate) fn kind(&self) -> IndicatorKind {
        self.parts.unwrap_or(self.card).kind
    }

    /// How chance comes into the parts of a gap.
    pub(crate) fn gap_kind(&self) -> Option<CountKind> {
        self.card.gap.as_ref().and_then(|_| Model::kind_of(self.kind()))
    }

    /// From a quotient to the unit of a gap's parts.
    pub(crate) fn parts_per(&self) -> Option<u32> {
        self.parts?.unit.per()
    }

    /// The counts of every part of a gap in a year, in which chance has a part; `None` where one of them has none.
    pub(crate) fn gap_samples(&self, year: Year) -> Option<Vec<Sample>> {
        self.gap_kind()?;
        let catalogue = self.evaluator.catalogue();
        let counts = self.data.gap_counts(catalogue, self.area, self.card, year)?;
        Some(counts.into_iter().map(|counts| Sample::new(counts.numerator, counts.denominator)).collect())
    }

    /// Whether any value of a gap rests on counts.
    pub(crate) fn is_gap_of_counts(&self, series: &Series) -> bool {
        self.gap_kind().is_some() && series.cells.keys().any(|at| self.gap_samples(*at).is_some())
    }

    /// The year in which a failure that cannot be mended settled the final verdict.
    pub(crate) fn settled(&self, series: &Series, decision: &Decision, year: Year) -> Option<Year> {
        let inside = |at: &Year| *at >= self.first && *at <= year;
        let mut failed = decision.broken_years().filter(inside);
        if decision.irrecoverable {
            return failed.find(|at| self.view(series, *at).irrecoverable).or(Some(year));
        }
        match self.target.timing {
            Timing::EveryYear { .. } | Timing::EachWindow { .. } => failed.next(),
            Timing::Once { .. } | Timing::Within { .. } => {
                (decision.outcome == Outcome::NotMet).then_some(year)
            }
            Timing::Kept { .. } | Timing::ReachedAndKept { .. } => {
                let history = &decision.history;
                let lost = |at: &Year| {
                    let so_far = history.partition_point(|year| year.year <= *at);
                    history.get(..so_far).is_some_and(|history| self.is_lost(history))
                };
                failed.find(lost)
            }
            Timing::ByYear { .. } | Timing::EveryTerm { .. } => None,
        }
    }

    /// What decides the standing.
    pub(crate) fn found(
        &self,
        whole: &Line<'_>,
        decision: &Decision,
        owed: Option<&Owed>,
        outlook: Option<&Outlook>,
        (year, of): (Year, Year),
    ) -> Found {
        let (timing, rule) = (self.target.timing, self.target.rule);
        let moves = rule.has_moving_bound();
        // A path to a bound that moves is shown and never decides.
        let outlook = outlook.filter(|_| !moves);
        let is_due = year >= timing.due();
        let would_break = outlook.is_some_and(|outlook| outlook.would_break);
        // A word for what is met is looked for only where none stands before it.
        let met = decision.outcome == Outcome::Met && !is_due && !would_break;
        let has_recovered = met && self.has_recovered(whole, of);
        let holds = match timing {
            Timing::Kept { .. } | Timing::EveryYear { .. } => true,
            Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. } => true,
            Timing::EveryTerm { .. } => !rule.is_direction(),
            // What meets now need not have met before: then nothing hangs on it.
            Timing::ReachedAndKept { .. } => decision.history.iter().any(|at| at.outcome == Outcome::Met),
            Timing::ByYear { .. } => false,
        };
        let way = outlook.filter(|outlook| outlook.values_since_start > 1);
        Found {
            before_plan: decision.year < self.first,
            is_due,
            is_broken_for_good: decision.irrecoverable,
            lacks_value: self.lacks_value(owed),
            would_break,
            has_recovered,
            is_kept: met && !has_recovered && self.is_kept(whole, moves, outlook, (year, of)),
            has_to_hold: holds || (moves && !rule.is_direction()),
            is_direction: rule.is_direction(),
            way: way.and_then(|outlook| {
                // Where the start met, the bound is the path: what misses it is behind, also where the value is no point.
                let behind = outlook.met_at_start && decision.outcome == Outcome::NotMet;
                let position = if behind { Position::Behind } else { outlook.position? };
                Some((position, outlook.reaches)).filter(|_| outlook.position.is_some())
            }),
            is_stuck: self.is_stuck(whole, year),
            ..Found::of(decision.outcome)
        }
    }

    /// Whether it is the year's own value that is missing: of events the report, of others what was due.
    fn lacks_value(&self, owed: Option<&Owed>) -> bool {
        self.counts_events() || owed.is_some_and(|owed| owed.all)
    }

    fn is_kept(
        &self,
        whole: &Line<'_>,
        moves: bool,
        outlook: Option<&Outlook>,
        (year, of): (Year, Year),
    ) -> bool {
        let each_time = matches!(
            self.target.timing,
            Timing::Kept { .. }
                | Timing::EveryYear { .. }
                | Timing::EveryTerm { .. }
                | Timing::EachWindow { .. }
                | Timing::ReachedAndKept { .. }
        );
        let by_nature = each_time || moves || self.target.rule.is_direction() || self.card.gap.is_some();
        by_nature || (!self.counts_events() && self.met_at_start(whole, outlook, (year, of)))
    }

    /// Whether the value of the start met the bound.
    fn met_at_start(&self, whole: &Line<'_>, outlook: Option<&Outlook>, (year, of): (Year, Year)) -> bool {
        match outlook {
            Some(outlook) => outlook.met_at_start,
            None if self.target.scope.is_every_unit() => whole.view(self.baseline).outcome == Outcome::Met,
            None => {
                let view = whole.view(year);
                let start = whole.baseline(of);
                start
                    .zip(view.held.as_ref())
                    .is_some_and(|(start, held)| held.judged_by.is_met_by(&start.value))
            }
        }
    }

    /// Whether it met in an earlier observed year, failed later, and meets now, in the first two met years after the failure.
    fn has_recovered(&self, whole: &Line<'_>, of: Year) -> bool {
        if self.counts_events() {
            return false;
        }
        let outcomes = whole.observed(of).iter().rev().map(|at| whole.view(*at).outcome);
        let mut judged = outcomes.filter(|outcome| matches!(outcome, Outcome::Met | Outcome::NotMet));
        let met = judged.by_ref().take_while(|outcome| *outcome == Outcome::Met).count();
        // The failure itself is taken; before it there may be more of them.
        met <= YEARS_RECOVERED && judged.any(|outcome| outcome == Outcome::Met)
    }

    /// Whether a kept bound is met for the first time.
    pub(crate) fn is_first_met(&self, whole: &Line<'_>, of: Year) -> bool {
        matches!(self.target.timing, Timing::Kept { .. })
            && whole
                .observed(of)
                .iter()
                .filter(|at| **at < of)
                .all(|at| whole.view(*at).outcome != Outcome::Met)
    }

    /// Whether a whole number has gained nothing in three years and has two left or fewer.
    fn is_stuck(&self, whole: &Line<'_>, year: Year) -> bool {
        let yearly = matches!(self.card.calendar, Calendar::Year | Calendar::SchoolYear);
        let whole_number = self.card.unit.is_whole() && !self.target.scope.is_every_unit();
        let late = self.target.timing.due().number() - year.number() <= YEARS_LEFT;
        if !(yearly && whole_number && late) {
            return false;
        }
        let points = whole.points(year);
        let value = |at: Year| points.iter().find(|point| point.year == at).map(|point| &point.value);
        let both = value(year.plus(-YEARS_WITHOUT_GAIN)).zip(value(year));
        both.is_some_and(|(before, now)| self.turn_between(before, now).is_le())
    }
}
