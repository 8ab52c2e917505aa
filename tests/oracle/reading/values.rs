//! Reading cells, points, baselines, pooled shares; comparing a reading with a half line.

use super::*;
use std::collections::BTreeSet;

/// A set of possible values without holes. `None` = no end on this side.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    pub low: Option<(Q, bool)>,
    pub high: Option<(Q, bool)>,
}

impl Range {
    pub fn only(q: &Q) -> Range {
        Range { low: Some((q.clone(), true)), high: Some((q.clone(), true)) }
    }

    pub fn is_empty(&self) -> bool {
        match (&self.low, &self.high) {
            (Some((l, l_in)), Some((h, h_in))) => l > h || (l == h && !(*l_in && *h_in)),
            _ => false,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Exact(Q),
    Between(Range),
    Missing,
    NotApplicable,
    Unusable,
}

/// The good side of a bound.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    AtLeast(Q),
    MoreThan(Q),
    AtMost(Q),
    LessThan(Q),
}

/// Met if every possible value is on the good side, not met if none is (section 5, intervals).
pub fn test(range: &Range, side: &Side) -> Outcome {
    let (all, none) = match side {
        Side::AtLeast(t) => (
            range.low.as_ref().is_some_and(|(l, _)| l >= t),
            range.high.as_ref().is_some_and(|(h, incl)| h < t || (h == t && !incl)),
        ),
        Side::MoreThan(t) => (
            range.low.as_ref().is_some_and(|(l, incl)| l > t || (l == t && !incl)),
            range.high.as_ref().is_some_and(|(h, _)| h <= t),
        ),
        Side::AtMost(t) => (
            range.high.as_ref().is_some_and(|(h, _)| h <= t),
            range.low.as_ref().is_some_and(|(l, incl)| l > t || (l == t && !incl)),
        ),
        Side::LessThan(t) => (
            range.high.as_ref().is_some_and(|(h, incl)| h < t || (h == t && !incl)),
            range.low.as_ref().is_some_and(|(l, _)| l >= t),
        ),
    };
    if all {
        Outcome::Met
    } else if none {
        Outcome::NotMet
    } else {
        Outcome::Undetermined
    }
}

/// A share or rate is numerator ÷ denominator × this.
pub fn factor(unit: UnitOf) -> Q {
    match unit {
        UnitOf::PartPer(n) => whole(i64::from(n)),
        UnitOf::PerThousand => whole(1000),
        _ => whole(1),
    }
}

/// Sections 5 (zero denominator, findings) and 1 (limits).
pub fn read(case: &Case, cell: &Cell) -> Reading {
    match &cell.value {
        Value::Missing => Reading::Missing,
        Value::NotApplicable => Reading::NotApplicable,
        Value::Unusable => Reading::Unusable,
        Value::Point(q) => inside_limits(case, q.clone()),
        Value::Counts(0, 0) => Reading::NotApplicable,
        Value::Counts(_, 0) => Reading::Unusable,
        Value::Counts(k, n) => {
            let q = Q::new(BigInt::from(*k), BigInt::from(*n)) * factor(case.unit);
            inside_limits(case, q)
        }
        // AMBIGUOUS A02 (5): open ends and ends beyond the limits. Taken: cut to the natural
        // limits; nothing left = impossible. Left aside: no end at all where none is given.
        Value::Interval { low, high } => {
            let floor = (case.floor.clone(), true);
            let low = match low {
                Some(end) if end.0 >= case.floor => end.clone(),
                _ => floor,
            };
            let high = match (high, &case.ceiling) {
                (Some(end), Some(ceiling)) if end.0 > *ceiling => Some((ceiling.clone(), true)),
                (Some(end), _) => Some(end.clone()),
                (None, ceiling) => ceiling.clone().map(|c| (c, true)),
            };
            let range = Range { low: Some(low), high };
            if range.is_empty() { Reading::Unusable } else { Reading::Between(range) }
        }
    }
}

fn inside_limits(case: &Case, q: Q) -> Reading {
    if q < case.floor || case.ceiling.as_ref().is_some_and(|c| q > *c) {
        Reading::Unusable
    } else {
        Reading::Exact(q)
    }
}

/// The years in which something is written down for this target.
pub fn entry_years(case: &Case) -> BTreeSet<i32> {
    match case.scope {
        Scope::Area => case.series.keys().copied().collect(),
        Scope::EveryUnit | Scope::Pooled => {
            let mut years = BTreeSet::new();
            for series in case.units.values() {
                years.extend(series.keys().copied());
            }
            years
        }
    }
}

/// Was a measurement due (or made) in this year?
///
/// AMBIGUOUS A03 (4): a survey value in a year off its calendar. Taken: a measurement like any
/// other. Left aside: refused, or ignored.
pub fn measured_in(case: &Case, year: i32) -> bool {
    match case.calendar {
        Calendar::EveryYear => true,
        Calendar::Survey { years, anchor } => {
            (year - anchor).rem_euclid(years) == 0 || entry_years(case).contains(&year)
        }
        Calendar::Term => entry_years(case).contains(&year),
    }
}

/// Section 4: where no measurement is due the last one stands, with its year.
///
/// AMBIGUOUS A04 (4): a due survey, or an election, that gave no value. Taken: that gap stands
/// until the next one (a missing value never decides). Left aside: the older value stands on.
/// AMBIGUOUS A27 (4): a survey from before the plan that still stands. Taken: judged in the years
/// of the plan like any standing value (not so for elections: there the row says not due).
pub fn standing_year(case: &Case, year: i32) -> Option<i32> {
    let earliest = match case.calendar {
        Calendar::EveryYear => year,
        Calendar::Survey { years, .. } => year - years,
        Calendar::Term => *entry_years(case).first()?,
    };
    (earliest..=year).rev().find(|y| measured_in(case, *y))
}

/// What is known of exactly this year (scope `Area` or `Pooled`).
pub fn reading_of(case: &Case, year: i32) -> Reading {
    match case.scope {
        Scope::Pooled => pooled(case, year),
        _ => match case.series.get(&year) {
            None => Reading::Missing,
            Some(cell) => read(case, cell),
        },
    }
}

/// Section 5: sum of numerators ÷ sum of denominators over the full roster.
///
/// AMBIGUOUS A05 (5): no roster for the year. Taken: nothing can be said.
/// AMBIGUOUS A06 (5): a unit that gives a rate without counts, or a cell that is a finding. Taken:
/// like a silent unit, its size from the roster. Left aside: rate × size.
/// AMBIGUOUS A07 (5): a silent unit without known size. Taken: any size is possible, so only what
/// holds for every size decides (one miss already is not 全覆盖).
pub fn pooled(case: &Case, year: i32) -> Reading {
    let Some(roster) = case.rosters.get(&year) else {
        return Reading::Missing;
    };
    let mut numerator = 0u64;
    let mut denominator = 0u64;
    let mut silent_size = 0u64;
    let mut silent_unknown = false;
    for (name, size) in roster {
        let cell = case.units.get(name).and_then(|series| series.get(&year));
        let counts = match cell {
            None => None,
            Some(cell) => match (&cell.value, read(case, cell)) {
                (_, Reading::NotApplicable) => Some((0, 0)),
                (Value::Counts(k, n), Reading::Exact(_)) => Some((*k, *n)),
                _ => None,
            },
        };
        match (counts, size) {
            (Some((k, n)), _) => {
                numerator += k;
                denominator += n;
            }
            (None, Some(size)) => silent_size += size,
            (None, None) => silent_unknown = true,
        }
    }
    let share = |k: u64, n: u64| Q::new(BigInt::from(k), BigInt::from(n)) * factor(case.unit);
    // Where not one unit has said anything, nothing is known.
    if denominator == 0 && (silent_unknown || silent_size > 0) {
        return Reading::Missing;
    }
    if silent_unknown {
        // A very large silent unit pulls the share as near to 0 or to the ceiling as it likes,
        // but reaches the end only if the others stand there already.
        return Reading::Between(Range {
            low: Some((case.floor.clone(), numerator == 0)),
            high: case.ceiling.clone().map(|c| (c, numerator == denominator)),
        });
    }
    let total = denominator + silent_size;
    if total == 0 {
        return Reading::NotApplicable;
    }
    if silent_size == 0 {
        return Reading::Exact(share(numerator, denominator));
    }
    Reading::Between(Range {
        low: Some((share(numerator, total), true)),
        // Without a ceiling the silent numerator has no end either.
        high: case.ceiling.as_ref().map(|_| (share(numerator + silent_size, total), true)),
    })
}

/// AMBIGUOUS A28 (5): a mark on a cell without a value. Taken: a mark all the same.
///
/// The last 口径变化 up to `year`: only values from there on are of one definition (section 5).
pub fn definition_start(case: &Case, year: i32) -> i32 {
    let mut start = i32::MIN;
    let mut look = |series: &BTreeMap<i32, Cell>| {
        for (y, cell) in series {
            if cell.break_before && *y <= year {
                start = start.max(*y);
            }
        }
    };
    match case.scope {
        Scope::Area => look(&case.series),
        // AMBIGUOUS A08 (5): a break in one unit. Taken: it breaks the pooled series.
        _ => case.units.values().for_each(look),
    }
    start
}

/// Section 6, points: usable annual values of one definition up to `year`. Intervals are none.
pub fn points(case: &Case, year: i32) -> Vec<(i32, Q)> {
    let start = definition_start(case, year);
    let mut points = Vec::new();
    for y in entry_years(case) {
        if y >= start
            && y <= year
            && let Reading::Exact(q) = reading_of(case, y)
        {
            points.push((y, q));
        }
    }
    points
}

/// Section 3: the value of 2020, else the first later one. Never an earlier one silently.
///
/// AMBIGUOUS A09 (3, 4): which value is the baseline of terms. Taken: the term in office in 2020
/// for every word and bound, not only for 逐届. AMBIGUOUS A10 (3, 4): surveys not held in 2020.
/// Taken: the first later survey, not the older survey that still stands in 2020.
/// AMBIGUOUS A11 (6): whether paths, too, fall back on a later baseline. Taken: yes.
pub fn baseline(case: &Case, year: i32) -> Option<(i32, Q)> {
    let points = points(case, year);
    let exact = if case.calendar == Calendar::Term {
        standing_year(case, case.baseline_year).unwrap_or(case.baseline_year)
    } else {
        case.baseline_year
    };
    if let Some(found) = points.iter().find(|(y, _)| *y == exact) {
        return Some(found.clone());
    }
    points.into_iter().find(|(y, _)| *y > case.baseline_year)
}
