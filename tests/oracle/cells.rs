//! Section 5: what a cell, a year, a roster say.

use crate::case::{BASE, Calendar, Case, Cell, FIRST, Gap, Q, Scope, Table, Value, whole};
use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use std::collections::{BTreeMap, BTreeSet};

/// An end of an interval that is not possible itself stands this far inside; an end that is not there, this far away.
fn hair() -> Q {
    Q::new(BigInt::from(1), BigInt::from(10).pow(15))
}
fn far() -> Q {
    Q::from_integer(BigInt::from(10).pow(12))
}

#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Exact {
        value: Q,
        counts: Option<(u64, u64)>,
    },
    /// Every value between both ends is possible. `silent`: because units of a pool have not reported.
    Between {
        low: Q,
        high: Q,
        not_reported: bool,
    },
    Missing,
    NotApplicable,
    /// One part of a gap is there and the other is not.
    PartMissing,
    /// A conflict, or an impossible cell.
    Unusable,
}

impl Reading {
    pub fn exact(&self) -> Option<&Q> {
        match self {
            Reading::Exact { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The extreme values that are possible.
    pub fn ends(&self) -> Option<(Q, Q)> {
        match self {
            Reading::Exact { value, .. } => Some((value.clone(), value.clone())),
            Reading::Between { low, high, .. } => Some((low.clone(), high.clone())),
            _ => None,
        }
    }
}

/// One place (the area, a unit, the pool of all units) through the years.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub readings: BTreeMap<i32, Reading>,
    pub references: BTreeMap<i32, Reading>,
    pub breaks: BTreeSet<i32>,
    pub provisional: BTreeSet<i32>,
    /// Both parts of a gap where both have counts.
    pub parts: BTreeMap<i32, [(u64, u64); 2]>,
    /// What a pool of surveys says in a later year, in which the value of a unit may be due again: by both years.
    pub later: BTreeMap<(i32, i32), Reading>,
    /// Part of the gap's values have counts: their statistics are of another kind.
    pub gap_on_counts: bool,
}

/// What a cell says, by itself.
pub fn read(case: &Case, value: &Value) -> Reading {
    let within = |q: &Q| *q >= case.floor && case.ceiling.as_ref().is_none_or(|c| q <= c);
    match value {
        Value::Missing => Reading::Missing,
        Value::NotApplicable | Value::Counts(0, 0) => Reading::NotApplicable,
        Value::Conflict | Value::Counts(_, 0) => Reading::Unusable,
        Value::Point(q) if within(q) => Reading::Exact { value: q.clone(), counts: None },
        Value::Counts(k, n) => {
            let q = Q::new(BigInt::from(*k), BigInt::from(*n)) * case.unit.factor();
            if within(&q) { Reading::Exact { value: q, counts: Some((*k, *n)) } } else { Reading::Unusable }
        }
        Value::Point(_) => Reading::Unusable,
        Value::Interval { low, high } => {
            let low = match low {
                Some((q, possible)) if *q >= case.floor => {
                    if *possible {
                        q.clone()
                    } else {
                        q + hair()
                    }
                }
                _ => case.floor.clone(),
            };
            let high =
                match (high, &case.ceiling) {
                    (Some((q, possible)), ceiling) if ceiling.as_ref().is_none_or(|c| q <= c) => {
                        if *possible { q.clone() } else { q - hair() }
                    }
                    (_, Some(ceiling)) => ceiling.clone(),
                    (_, None) => far(),
                };
            if low > high { Reading::Unusable } else { Reading::Between { low, high, not_reported: false } }
        }
    }
}

fn table(case: &Case, rows: &Table, references: &[&Table]) -> Line {
    let mut line = Line::default();
    for (year, cell) in rows {
        line.readings.insert(*year, read(case, &cell.value));
        if cell.new_definition {
            line.breaks.insert(*year);
        }
        if cell.provisional {
            line.provisional.insert(*year);
        }
    }
    // The first table that has a row for the period: the unit's own, else the area's.
    for rows in references.iter().rev() {
        for (year, cell) in *rows {
            line.references.insert(*year, read(case, &cell.value));
        }
    }
    line
}

pub fn area(case: &Case) -> Line {
    if case.gap == Gap::None {
        return table(case, &case.area, &[&case.reference]);
    }
    if case.gap_over_units {
        return gap_of_units(case);
    }
    let (one, two) = (table(case, &case.area, &[]), table(case, &case.other, &[]));
    let mut line = Line {
        breaks: &one.breaks | &two.breaks,
        provisional: &one.provisional | &two.provisional,
        ..Line::default()
    };
    let years: BTreeSet<i32> = one.readings.keys().chain(two.readings.keys()).copied().collect();
    for year in years {
        let both = (one.readings.get(&year), two.readings.get(&year));
        let reading = match both {
            (
                Some(Reading::Exact { value: a, counts: ka }),
                Some(Reading::Exact { value: b, counts: kb }),
            ) => {
                if let (Some(ka), Some(kb)) = (ka, kb) {
                    line.parts.insert(year, [*ka, *kb]);
                    line.gap_on_counts = case.is_noisy();
                }
                let (large, small) = if a > b { (a, b) } else { (b, a) };
                match case.gap {
                    Gap::Difference => Reading::Exact { value: large - small, counts: None },
                    // None in both: no gap. None in one alone: no ratio.
                    _ if large.is_zero() => Reading::Exact { value: whole(1), counts: None },
                    _ if small.is_zero() => Reading::Unusable,
                    _ => Reading::Exact { value: large / small, counts: None },
                }
            }
            _ if both.0 == Some(&Reading::NotApplicable) || both.1 == Some(&Reading::NotApplicable) => {
                Reading::Missing
            }
            (Some(Reading::Unusable), _) | (_, Some(Reading::Unusable)) => Reading::Unusable,
            (Some(Reading::Missing) | None, Some(Reading::Missing) | None) => Reading::Missing,
            _ => Reading::PartMissing,
        };
        line.readings.insert(year, reading);
    }
    line
}

/// The largest less the smallest over the roster of a year: every unit on it has to have a value.
fn gap_of_units(case: &Case) -> Line {
    let mut line = Line::default();
    let tables: Vec<Line> = case.units.values().map(|rows| table(case, rows, &[])).collect();
    for one in &tables {
        line.breaks.extend(&one.breaks);
        line.provisional.extend(&one.provisional);
    }
    let years: BTreeSet<i32> = case.units.values().flat_map(BTreeMap::keys).copied().collect();
    for year in years {
        let cell = |name: &String| case.units.get(name)?.get(&year).map(|cell| read(case, &cell.value));
        let Some(roster) = case.rosters.get(&year) else {
            line.readings.insert(year, Reading::PartMissing);
            continue;
        };
        let values: Option<Vec<Q>> =
            roster.iter().map(|(name, _)| cell(name).and_then(|reading| reading.exact().cloned())).collect();
        let said =
            roster.iter().any(|(name, _)| cell(name).is_some_and(|reading| reading != Reading::Missing));
        let ends =
            values.and_then(|values| Some((values.iter().max()?.clone(), values.iter().min()?.clone())));
        let reading = match ends {
            Some((large, small)) if case.gap == Gap::Difference => {
                Reading::Exact { value: large - small, counts: None }
            }
            Some((large, _)) if large.is_zero() => Reading::Exact { value: whole(1), counts: None },
            Some((_, small)) if small.is_zero() => Reading::Unusable,
            Some((large, small)) => Reading::Exact { value: large / small, counts: None },
            None if said => Reading::PartMissing,
            None => Reading::Missing,
        };
        line.readings.insert(year, reading);
    }
    line
}

pub fn unit(case: &Case, name: &str) -> Line {
    let empty = Table::new();
    let own = case.unit_references.get(name).unwrap_or(&empty);
    table(case, case.units.get(name).unwrap_or(&empty), &[own, &case.reference])
}

/// Sum of numerators over sum of denominators, over the full roster.
pub fn pooled(case: &Case) -> Line {
    let mut line = table(case, &Table::new(), &[&case.reference]);
    for (name, rows) in &case.units {
        line.breaks.extend(rows.iter().filter(|(_, cell)| cell.new_definition).map(|(year, _)| *year));
        // Whoever is not on the roster of the year is not in the pool.
        let listed =
            |year: &i32| case.rosters.get(year).is_none_or(|list| list.iter().any(|(one, _)| one == name));
        let provisional = rows.iter().filter(|(year, cell)| cell.provisional && listed(year));
        line.provisional.extend(provisional.map(|(year, _)| *year));
    }
    let every = if let Calendar::Every(n) = case.calendar { n } else { 1 };
    // Between surveys a mark says nothing.
    let tells = |cell: &Cell| every == 1 || read(case, &cell.value) != Reading::Missing;
    let cells = case.units.values().flatten();
    let mut years: BTreeSet<i32> = cells.filter(|(_, cell)| tells(cell)).map(|(year, _)| *year).collect();
    years.extend(case.rosters.iter().filter(|(_, members)| members.is_empty()).map(|(year, _)| *year));
    for year in years {
        line.readings.insert(year, pool(case, year, year));
        line.later.extend((year + 1..year + every).map(|later| ((year, later), pool(case, year, later))));
    }
    line
}

/// What speaks for a unit of a pool: its row of the year, or of a survey its last value where none is due since.
pub fn speaks<'c>(case: &'c Case, name: &str, at: i32, year: i32) -> Option<&'c Value> {
    let rows = case.units.get(name)?;
    let own = rows.get(&at).map(|cell| &cell.value);
    let Calendar::Every(every) = case.calendar else { return own };
    let said = |cell: &&Cell| read(case, &cell.value) != Reading::Missing;
    let last = rows.range(..=at).rfind(|(_, cell)| said(cell)).filter(|(last, _)| year - **last < every);
    last.map(|(_, cell)| &cell.value).or(own)
}

/// The units together by what they told up to `at`, in `year`.
fn pool(case: &Case, at: i32, year: i32) -> Reading {
    let Some(roster) = case.rosters.get(&at) else {
        let said = |name: &String| {
            speaks(case, name, at, year).is_some_and(|value| read(case, value) != Reading::Missing)
        };
        return if case.units.keys().any(said) { Reading::Unusable } else { Reading::Missing };
    };
    let (mut k, mut n, mut silent_size, mut silent_unsized, mut said) = (0, 0, 0, false, 0);
    // Whether a unit has no row, and whether one has a value that is of no use.
    let (mut silent_unit, mut unusable) = (false, false);
    for (name, size) in roster {
        let reading = speaks(case, name, at, year).map(|value| read(case, value));
        silent_unit |= matches!(reading, None | Some(Reading::Missing));
        unusable |= reading == Some(Reading::Unusable);
        match (reading, size) {
            (Some(Reading::Exact { counts: Some((uk, un)), .. }), _) => {
                k += uk;
                n += un;
                said += 1;
            }
            (Some(Reading::NotApplicable), _) => said += 1,
            (_, Some(size)) => silent_size += size,
            (_, None) => silent_unsized = true,
        }
    }
    let share = |k: u64, n: u64| Q::new(BigInt::from(k), BigInt::from(n)) * case.unit.factor();
    let not_reported = said < roster.len();
    if not_reported && n == 0 {
        return if unusable { Reading::Unusable } else { Reading::Missing };
    }
    if silent_unsized {
        // However large the silent unit is: near 0 or the ceiling, and at it only if the others stand there.
        let low = if k == 0 { case.floor.clone() } else { &case.floor + hair() };
        let high = case.ceiling.clone().map_or_else(far, |c| if k == n { c } else { c - hair() });
        return Reading::Between { low, high, not_reported: silent_unit };
    }
    match n + silent_size {
        0 => Reading::NotApplicable,
        all if silent_size == 0 => Reading::Exact { value: share(k, all), counts: Some((k, all)) },
        all => Reading::Between {
            low: share(k, all),
            high: share(k + silent_size, all),
            not_reported: silent_unit,
        },
    }
}

/// What stands in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The year of the measurement; of a silence, the year in which it began to be due.
    pub of: i32,
    pub reading: Reading,
    /// A measurement was due in the very year: its own, or one that is still owed.
    pub due: bool,
    /// How many due measurements in a row were not reported, up to this year.
    pub owed: i32,
}

impl Line {
    /// The years in which something stands there that a year can be judged by.
    fn held(&self, case: &Case) -> Vec<i32> {
        let named = matches!(case.calendar, Calendar::Term | Calendar::Named);
        let said = |year: &&i32| named || self.readings[year] != Reading::Missing;
        self.readings.keys().filter(said).copied().collect()
    }

    /// Section 4: where no measurement is due, the last one stands.
    pub fn stands(&self, case: &Case, year: i32) -> Standing {
        let missing = |of, owed| Standing { of, reading: Reading::Missing, due: true, owed };
        let at = |of: i32| Standing { of, reading: self.readings[&of].clone(), due: of == year, owed: 0 };
        let last = self.held(case).into_iter().rfind(|held| *held <= year);
        match case.calendar {
            Calendar::Year | Calendar::Event => match last {
                Some(last) if last == year => at(year),
                _ => missing(year, year - last.unwrap_or(0).max(FIRST - 1)),
            },
            Calendar::Every(n) => match last {
                Some(last) if year < last + n => {
                    let now = self.later.get(&(last, year)).cloned();
                    Standing { reading: now.unwrap_or_else(|| self.readings[&last].clone()), ..at(last) }
                }
                Some(last) => missing(last + (year - last) / n * n, (year - last) / n),
                // Counted back from the first that has been told; before it, from the plan's first year on.
                None => match self.held(case).into_iter().find(|first| *first <= case.at()) {
                    Some(first) => {
                        let due = FIRST + (first - FIRST).rem_euclid(n);
                        if due > year {
                            Standing { due: false, ..missing(year, 0) }
                        } else {
                            missing(due + (year - due) / n * n, (year - due) / n + 1)
                        }
                    }
                    None => missing(FIRST, (year - FIRST) / n + 1),
                },
            },
            Calendar::Named => match last {
                Some(last) if last >= FIRST && self.readings[&last] == Reading::Missing => {
                    let inside = self.readings.range(FIRST..=year).rev();
                    let run = inside.take_while(|(_, reading)| **reading == Reading::Missing);
                    missing(last, i32::try_from(run.count()).unwrap())
                }
                Some(last) if last >= FIRST => at(last),
                // By the due year there has to be one inside the plan.
                _ if year >= case.due => missing(year, 1),
                Some(last) if self.readings[&last].ends().is_some() => at(last),
                _ => Standing { due: false, ..missing(year, 0) },
            },
            Calendar::Term => match last {
                Some(last) if self.readings[&last] == Reading::Missing => {
                    let owed = self.held(case).into_iter().filter(|held| *held <= year && *held >= FIRST);
                    let owed: Vec<i32> = owed.collect();
                    let run = owed.iter().rev().take_while(|held| self.readings[held] == Reading::Missing);
                    missing(last, i32::try_from(run.count()).unwrap())
                }
                Some(last) => at(last),
                None => missing(year, 0),
            },
        }
    }

    /// The years that count as measured from `from` to `to`: held, or due and silent.
    pub fn measured(&self, case: &Case, from: i32, to: i32) -> Vec<i32> {
        (from..=to)
            .filter(|year| match case.calendar {
                Calendar::Year | Calendar::Event => true,
                Calendar::Term | Calendar::Named => self.readings.contains_key(year),
                Calendar::Every(_) => {
                    let stands = self.stands(case, *year);
                    stands.due && stands.of == *year
                }
            })
            .collect()
    }

    /// Where the definition that holds in `year` begins.
    pub fn definition_from(&self, year: i32) -> i32 {
        self.breaks.range(..=year).next_back().copied().unwrap_or(i32::MIN)
    }

    /// Section 6: usable values of one definition up to a year; no intervals.
    pub fn points(&self, year: i32) -> Vec<(i32, Q)> {
        let from = self.definition_from(year);
        let exact = |(year, reading): (&i32, &Reading)| reading.exact().map(|q| (*year, q.clone()));
        self.readings.range(..=year).filter(|(y, _)| **y >= from).filter_map(exact).collect()
    }

    pub fn counts(&self, year: i32) -> Option<(u64, u64)> {
        match self.readings.get(&year) {
            Some(Reading::Exact { counts, .. }) => *counts,
            _ => None,
        }
    }

    /// Counts in which chance has a part.
    pub fn noisy(&self, case: &Case, year: i32) -> Option<(u64, u64)> {
        if case.is_noisy() { self.counts(year) } else { None }
    }

    /// Section 3: 2020, else the first later value; never an earlier one. Of terms, the one in office in 2020.
    pub fn baseline(&self, case: &Case, year: i32) -> Option<(i32, Q)> {
        let points = self.points(year);
        let base = match case.calendar {
            Calendar::Term => self.readings.range(..=BASE).next_back().map_or(BASE, |(year, _)| *year),
            _ => BASE,
        };
        let at_base = points.iter().find(|(year, _)| *year == base).cloned();
        at_base.or_else(|| points.into_iter().find(|(year, _)| *year > BASE))
    }

    /// The observed periods with a value or an interval: the baseline and every later one, up to `year`.
    pub fn observed(&self, case: &Case, year: i32) -> Vec<(i32, (Q, Q))> {
        let Some((base, _)) = self.baseline(case, year) else { return Vec::new() };
        let from = self.definition_from(year).max(base);
        let ends = |(year, reading): (&i32, &Reading)| reading.ends().map(|ends| (*year, ends));
        self.readings.range(from..=year.max(from)).filter(|(y, _)| **y <= year).filter_map(ends).collect()
    }

    /// Absolute changes between neighbouring points, as they are and by the year.
    pub fn changes(points: &[(i32, Q)]) -> (Vec<Q>, Vec<Q>) {
        points
            .windows(2)
            .map(|pair| {
                let raw = (&pair[1].1 - &pair[0].1).abs();
                let yearly = &raw / whole(i64::from(pair[1].0 - pair[0].0));
                (raw, yearly)
            })
            .unzip()
    }
}

/// All lines of a case: the area's or the pool's one, or one for each unit.
pub fn lines(case: &Case) -> BTreeMap<String, Line> {
    match case.scope {
        Scope::Area => BTreeMap::from([(String::new(), area(case))]),
        Scope::Pooled => BTreeMap::from([(String::new(), pooled(case))]),
        Scope::EveryUnit => {
            let mut names: BTreeSet<&String> = case.known_units(i32::MAX).collect();
            names.extend(case.rosters.values().flatten().map(|(name, _)| name));
            names.into_iter().map(|name| (name.clone(), unit(case, name))).collect()
        }
    }
}
