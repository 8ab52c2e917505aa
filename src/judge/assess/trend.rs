//! Directions: a series against its own past, by the word that the plan puts before the verb.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::single::Standing;
use super::{Case, Judged, Note};
use crate::data::{
    Missing,
    series::{Cell, Known, Point, Series},
};
use crate::judge::{Cause, Outcome, Reason, Role};
use crate::plan::{Better, Bound, Calendar, GapMeasure, Qualifier, Rule};
use crate::values::{Number, Period, Ratio, Year};

/// How far back the rise before the baseline is looked for.
const LOOK_BACK: i32 = 10;

/// A value, exact or between two ends, and its year.
type Dated<'s> = (Year, &'s Known);

/// A term whose value is not known.
static UNKNOWN: Known = Known::Between(None, None);

impl Case<'_> {
    /// One series in one year against its own past.
    pub(super) fn trend(&self, series: &Series, unit: Option<&str>, year: Year) -> Judged {
        let standing = self.standing(series, self.card, year);
        let (measured, point) = match standing {
            Standing::Value(measured, point) => (measured, point),
            Standing::None(outcome, cause) => {
                let start = self.first_period(series, year);
                let mut judged = self.plain(outcome);
                if let Some(cause) = cause {
                    judged.because(Reason::new(Role::Value, year, cause));
                }
                if outcome != Outcome::NotDue {
                    match start {
                        // A setback that cannot be mended decides, whatever came after it.
                        Some(from) if self.steps(self.periods(series, from, year)) == Some(false) => {
                            judged.outcome = Outcome::NotMet;
                            judged.irrecoverable = true;
                            judged.explain(Vec::new());
                        }
                        // A term that does not exist here is left out of the row of terms.
                        Some(from)
                            if outcome == Outcome::NotApplicable
                                && self.qualifier() == Some(Qualifier::EachTerm) =>
                        {
                            let periods = self.periods(series, from, year);
                            judged.outcome = match self.steps(periods.clone()) {
                                Some(true) if periods.count() < 2 => Outcome::NotApplicable,
                                steps => Outcome::of(steps),
                            };
                            if judged.outcome == Outcome::Undetermined {
                                judged.because(Reason::new(Role::Value, year, Cause::EarlierYears));
                            }
                        }
                        _ if outcome == Outcome::Undetermined && self.start(series, year).is_none() => {
                            judged.because(Reason::new(Role::Baseline, self.baseline, Cause::NoData));
                        }
                        _ => {}
                    }
                }
                return judged;
            }
        };
        // What stands is of the definition of its own year: a mark on a later row without a value marks none.
        let start = self.start(series, measured);
        let steps = || {
            let periods = self.periods(series, self.first_period(series, measured)?, measured);
            (periods.clone().count() > 1).then(|| self.steps(periods)).flatten()
        };
        let mut judged = match start {
            // No survey inside the plan yet: there is nothing to compare.
            _ if self.card.calendar == Calendar::Survey && measured < self.first => {
                self.plain(Outcome::NotDue)
            }
            Some((from, base)) if from < measured => {
                self.compare(series, (from, base), (measured, point), measured)
            }
            // From term to term the one in office before the plan is compared, also where only two ends of it are known.
            _ if self.is_by_term() && steps() == Some(true) => self.plain(Outcome::Met),
            // A setback before a new definition is not mended by it.
            _ if steps() == Some(false) => Judged { irrecoverable: true, ..self.plain(Outcome::NotMet) },
            Some(_) => self.undetermined(Reason::new(Role::Baseline, measured, Cause::FirstValue)),
            None => self.undetermined(match series.points(Year::literal(1900), self.baseline).next_back() {
                // The term in office is known, between two ends.
                Some((elected, _)) if self.is_by_term() => Reason::new(Role::Baseline, elected, Cause::Spans),
                _ => Reason::new(Role::Baseline, self.baseline, Cause::NoData),
            }),
        };
        judged.known = Some(point.known.clone());
        judged.counts = point.counts;
        judged.rests_on(Role::Value, point, unit);
        if let Some((from, base)) = start.filter(|(from, _)| *from < measured) {
            judged.rests_on(Role::Baseline, base, unit);
            if from > self.baseline {
                judged.note(Note::BaselineMoved(from));
            }
        }
        if measured != year {
            judged.stands_from(measured);
        }
        judged
    }

    /// The baseline: the value of the baseline year, or the first later one; of the definition that holds in `year`.
    ///
    /// A body elected before the baseline year is still in office in it.
    pub(super) fn start<'s>(&self, series: &'s Series, year: Year) -> Option<(Year, &'s Point)> {
        let same = series.definition_since(year).unwrap_or(Year::literal(1900));
        if self.card.calendar == Calendar::Term {
            // From term to term, one that does not exist here is left out.
            let here = |(_, cell): &(&Year, &Cell)| {
                !self.is_by_term() || !matches!(cell, Cell::Missing(Missing::NotApplicable))
            };
            let in_office = series.cells.range(same..=self.baseline.max(same)).rev().find(here);
            match in_office {
                Some((elected, Cell::Value(point)))
                    if *elected <= self.baseline && point.exact().is_some() =>
                {
                    return Some((*elected, point));
                }
                _ => {}
            }
        }
        series.points(same.max(self.baseline), year).find(|(_, point)| point.exact().is_some())
    }

    /// The year from which on periods are compared: that of the baseline; from term to term the term in office in it, also where
    /// no term is known exactly.
    pub(super) fn first_period(&self, series: &Series, year: Year) -> Option<Year> {
        let start = self.start(series, year).map(|(from, _)| from);
        start.or_else(|| self.is_by_term().then_some(self.baseline))
    }

    /// The observed periods: the baseline and every later usable value up to the year. From term to term every election
    /// counts, also one whose value is not known, and the term in office before the plan; between two definitions lies one that
    /// is not known.
    pub(super) fn periods<'s>(
        &self,
        series: &'s Series,
        from: Year,
        year: Year,
    ) -> impl DoubleEndedIterator<Item = Dated<'s>> + Clone + use<'s> {
        let terms = self.qualifier() == Some(Qualifier::EachTerm) && self.card.calendar == Calendar::Term;
        let here = |(_, cell): &(&Year, &Cell)| !matches!(cell, Cell::Missing(Missing::NotApplicable));
        let in_office = || series.cells.range(..self.first).rev().find(here).map(|(at, _)| *at);
        let in_office = terms.then(in_office).flatten();
        let begin = if terms { in_office.unwrap_or(from.min(self.first)) } else { from };
        let nobody = (terms && in_office.is_none()).then_some((self.baseline, &UNKNOWN));
        let cells = series.cells.range(begin..=year.max(begin));
        let periods = cells.flat_map(move |(at, cell)| {
            let known = match cell {
                Cell::Value(point)
                    if !terms || *at <= begin.max(from) || matches!(point.period, Period::Term(_)) =>
                {
                    Some(&point.known)
                }
                Cell::Value(_) | Cell::Missing(Missing::NotApplicable) => None,
                Cell::Missing(_) | Cell::Unusable(_) => terms.then_some(&UNKNOWN),
            };
            let redefined = terms && *at > begin && series.breaks.contains(at);
            let between = redefined.then_some((*at, &UNKNOWN));
            [between, known.map(|known| (*at, known))].into_iter().flatten()
        });
        nobody.into_iter().chain(periods)
    }

    const fn qualifier(&self) -> Option<Qualifier> {
        match self.target.rule {
            Rule::Improves { qualifier, .. } => Some(qualifier),
            _ => None,
        }
    }

    /// The best value there can be, where there is one: no gap is a difference of 0 or a ratio of 1.
    fn best_limit(&self) -> Option<Ratio> {
        match (self.target.rule.better(), self.card.gap.as_ref().map(|gap| gap.measure)) {
            (Better::Lower, Some(GapMeasure::Ratio)) => Some(Ratio::whole(1)),
            (Better::Lower, _) => Some(self.card.floor.to_ratio()),
            (Better::Higher, _) => self.card.ceiling.map(Number::to_ratio),
        }
    }

    /// Whether every step between periods is as the word wants it, for a word that forgives no setback; `None` where what is
    /// known of the values does not say.
    pub(super) fn steps<'s>(&self, periods: impl Iterator<Item = Dated<'s>>) -> Option<bool> {
        let Some(qualifier) = self.qualifier().filter(|qualifier| qualifier.is_unforgiving()) else {
            return Some(true);
        };
        let better = self.target.rule.better();
        let limit = self.best_limit();
        let step = |earlier: &Known, later: &Known| match qualifier {
            Qualifier::Steadily => not_worse(better, earlier, later),
            // What comes whole cannot grow in every year.
            Qualifier::Sustained if self.card.unit.is_whole() => not_worse(better, earlier, later),
            Qualifier::Sustained | Qualifier::EachTerm => {
                // Unchanged at the best there can be counts as better: otherwise 0 → 0 deaths could never be fewer.
                let (worst, best) = ends(better, later);
                let is_best =
                    |end: End<'_>| end.is_none_or(|(end, belongs)| belongs && limit.as_ref() == Some(end));
                match not_worse(better, later, earlier) {
                    _ if worst.is_some() && is_best(worst) => Some(true),
                    Some(true) if is_best(best) => None,
                    backwards => backwards.map(|backwards| !backwards),
                }
            }
            _ => Some(true),
        };
        let mut before: Option<&Known> = None;
        let steps = periods.filter_map(|(_, known)| {
            let earlier = before.replace(known)?;
            Some(step(earlier, known))
        });
        all_hold(steps)
    }

    fn compare(
        &self,
        series: &Series,
        (from, base): (Year, &Point),
        (measured, point): (Year, &Point),
        year: Year,
    ) -> Judged {
        let Some(base) = base.exact() else {
            return self.undetermined(Reason::new(Role::Baseline, from, Cause::Spans));
        };
        let better = self.target.rule.better();
        let at_limit = self.best_limit().is_some_and(|limit| limit == *base);
        let included = at_limit || matches!(self.target.rule, Rule::NotWorse { .. });
        let bound = Bound { limit: base.clone(), better, included };
        if self.target.rule == Rule::RisesSlower {
            return self.slower(series, (from, base), (measured, &point.known), year);
        }
        let periods = self.periods(series, from, year);
        let forgives = !self.target.rule.is_unforgiving();
        let steps = if forgives { Some(true) } else { self.steps(periods.clone()) };
        let heading = match self.qualifier() {
            Some(Qualifier::Gradually | Qualifier::Continually) => {
                let past = exact(periods.clone()).filter(|(at, _)| *at < measured);
                heading(&past.collect::<Vec<_>>(), (measured, &point.known), better)
            }
            _ => Some(true),
        };
        // From period to period better, it is better than the baseline too. Not better than the baseline, some step was not,
        // also where only two ends are known of the values in between.
        let against_baseline = match (self.qualifier(), bound.decides(&point.known)) {
            (Some(Qualifier::Sustained), decided) if self.card.unit.is_whole() => decided,
            (Some(Qualifier::Sustained), Some(false)) => Some(false),
            (Some(Qualifier::Sustained | Qualifier::EachTerm), _) => Some(true),
            (_, decided) => decided,
        };
        let holds = all_hold([against_baseline, steps, heading]);
        let mut judged = Judged { irrecoverable: steps == Some(false), ..self.plain(Outcome::of(holds)) };
        if holds.is_none() {
            for (at, _) in periods.clone().filter(|(_, known)| **known == UNKNOWN) {
                let (role, cause) = match series.cells.get(&at) {
                    Some(Cell::Missing(why)) => (Role::Value, Cause::Missing(*why)),
                    Some(Cell::Unusable(unusable)) => (Role::Value, unusable.cause()),
                    Some(Cell::Value(_)) if series.breaks.contains(&at) => (Role::Value, Cause::BeforeBreak),
                    Some(Cell::Value(_)) => (Role::Value, Cause::Spans),
                    None => (Role::Baseline, Cause::NoData),
                };
                judged.because(Reason::new(role, at, cause));
            }
            if judged.is_unexplained() {
                judged.because(Reason::new(Role::Value, measured, Cause::Spans));
            }
        }
        // A plain year is no term: what it says of the last election is not known.
        if holds == Some(true) && periods.clone().next_back().is_none_or(|(last, _)| last != measured) {
            judged.outcome = Outcome::Undetermined;
            judged.because(Reason::new(Role::Value, measured, Cause::EarlierYears));
        }
        let before = match self.qualifier() {
            Some(Qualifier::Sustained | Qualifier::EachTerm) => periods.rev().nth(1).map(|(_, known)| known),
            _ => None,
        };
        let unchanged = point.exact() == Some(base) || before == Some(&point.known);
        if holds == Some(true) && unchanged && point.exact() == self.best_limit().as_ref() {
            judged.note(Note::AtLimit);
        }
        judged.bound = Some(bound);
        judged
    }

    /// 上升趋势减缓: the mean yearly rise since the baseline against the one before it. As a bound: below what the old rise
    /// would have brought, or, after a fall, not above the baseline.
    fn slower(
        &self,
        series: &Series,
        (from, base): (Year, &Ratio),
        (measured, known): Dated<'_>,
        year: Year,
    ) -> Judged {
        let unchanged = Bound { limit: base.clone(), better: Better::Lower, included: true };
        let same = series.definition_since(year).unwrap_or(Year::literal(1900));
        let earliest = series
            .points(same.max(from.plus(-LOOK_BACK)), from.plus(-1))
            .find_map(|(at, point)| Some((at, point.exact()?)));
        let bound = match earliest.map(|earliest| yearly(earliest, (from, base))) {
            Some(rise) if rise.signum() > 0 => {
                let years = Ratio::whole((measured.number() - from.number()).into());
                Bound { limit: base + rise * years, better: Better::Lower, included: false }
            }
            Some(_) => unchanged,
            None if unchanged.decides(known) == Some(true) => unchanged,
            None => return self.undetermined(Reason::new(Role::Baseline, from, Cause::NoEarlierValue)),
        };
        let mut judged = self.plain(Outcome::of(bound.decides(known)));
        if judged.outcome == Outcome::Undetermined {
            judged.because(Reason::new(Role::Value, measured, Cause::Spans));
        }
        judged.bound = Some(bound);
        judged
    }
}

/// Whether the later value is not worse than the earlier one; `None` where their ends do not say.
fn not_worse(better: Better, earlier: &Known, later: &Known) -> Option<bool> {
    let (worst_later, best_later) = ends(better, later);
    let (worst_earlier, best_earlier) = ends(better, earlier);
    let gain = |from: &Ratio, to: &Ratio| match better {
        Better::Higher => to.cmp(from),
        Better::Lower => from.cmp(to),
    };
    let surely =
        worst_later.zip(best_earlier).is_some_and(|((later, _), (earlier, _))| gain(earlier, later).is_ge());
    if surely {
        return Some(true);
    }
    if let (Some((later, reached)), Some((earlier, from))) = (best_later, worst_earlier) {
        let gain = gain(earlier, later);
        // Two ends that only come near each other never meet.
        if gain.is_lt() || (gain.is_eq() && !(reached && from)) {
            return Some(false);
        }
    }
    None
}

/// An end, and whether it belongs.
type End<'k> = Option<(&'k Ratio, bool)>;

/// The worst and the best that a value may be.
fn ends(better: Better, known: &Known) -> (End<'_>, End<'_>) {
    let (low, high) = match known {
        Known::Exactly(value) => return (Some((value, true)), Some((value, true))),
        Known::Between(low, high) => (low, high),
    };
    let [low, high] = [low, high].map(|end| end.as_ref().map(|(value, belongs)| (value, *belongs)));
    match better {
        Better::Higher => (low, high),
        Better::Lower => (high, low),
    }
}

/// The change between two values, divided by the years between them.
fn yearly((from, earlier): (Year, &Ratio), (to, later): (Year, &Ratio)) -> Ratio {
    let years = Ratio::whole((to.number() - from.number()).into());
    (later - earlier).over(&years).unwrap_or_else(Ratio::zero)
}

/// The exact ones among values.
fn exact<'k>(
    periods: impl Iterator<Item = Dated<'k>> + Clone,
) -> impl Iterator<Item = (Year, &'k Ratio)> + Clone {
    periods.filter_map(|(at, known)| match known {
        Known::Exactly(value) => Some((at, value)),
        Known::Between(..) => None,
    })
}

/// Whether the median of all pairwise yearly changes between values, oldest first, is no loss; `None` of none.
///
/// Only its sign is wanted: that of the changes in the middle, or where one is a loss and the other is not, of their sum.
fn median_is_no_loss<'k>(
    values: impl Iterator<Item = (Year, &'k Ratio)> + Clone,
    better: Better,
) -> Option<bool> {
    let pairs = values
        .clone()
        .enumerate()
        .flat_map(|(place, later)| values.clone().take(place).map(move |earlier| (earlier, later)));
    let is_loss = |((_, earlier), (_, later)): &((Year, &Ratio), (Year, &Ratio))| match better {
        Better::Higher => later < earlier,
        Better::Lower => later > earlier,
    };
    let (mut losses, mut gains) = (0_usize, 0_usize);
    for pair in pairs.clone() {
        *(if is_loss(&pair) { &mut losses } else { &mut gains }) += 1;
    }
    match losses.cmp(&gains) {
        _ if losses + gains == 0 => None,
        Ordering::Less => Some(true),
        Ordering::Greater => Some(false),
        Ordering::Equal => {
            let (losses, gains): (Vec<_>, Vec<_>) = pairs.partition(is_loss);
            let change = |(earlier, later)| better.signed(&yearly(earlier, later));
            let loss = losses.into_iter().map(change).max()?;
            let gain = gains.into_iter().map(change).min()?;
            Some((loss + gain).signum() >= 0)
        }
    }
}

/// Whether the median of all yearly changes is no loss with the latest value, which may be known only between two ends: the
/// median grows with it.
fn heading(past: &[(Year, &Ratio)], (at, known): Dated<'_>, better: Better) -> Option<bool> {
    let with =
        |value: &Ratio| median_is_no_loss(past.iter().copied().chain(core::iter::once((at, value))), better);
    if let Known::Exactly(value) = known {
        return with(value);
    }
    let (worst, best) = ends(better, known);
    // An end that does not belong only comes near; an end that is not there is farther than any value.
    let tiny = better.signed(&Ratio::quotient(1, 10_i128.pow(15)).unwrap_or_else(Ratio::zero));
    let near = |end: End<'_>, inwards: &Ratio| {
        end.map(|(end, belongs)| if belongs { end.clone() } else { end + inwards })
    };
    let far = better.signed(&Ratio::whole(10_i128.pow(12)));
    match near(worst, &tiny).and_then(|worst| with(&worst)) {
        Some(true) => Some(true),
        _ => with(&near(best, &-&tiny).unwrap_or(far)).filter(|no_loss| !no_loss),
    }
}

/// Whether all of it holds; `None` where that is not known.
fn all_hold(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut whole = Some(true);
    for part in parts {
        match part {
            Some(true) => {}
            Some(false) => return Some(false),
            None => whole = None,
        }
    }
    whole
}
