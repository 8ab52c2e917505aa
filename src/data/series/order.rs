//! Rows of one cell side by side: names of areas and units are compared once to number them, and rows by the numbers.

use alloc::vec::Vec;
use core::ops::Range;

use super::cell_of;
use crate::data::Observation;
use crate::values::{Disaggregation, Year};

/// Names in order; the number of a name is its place.
struct Numbers<T>(Vec<T>);

impl<T: Ord + Copy> Numbers<T> {
    fn of(names: impl Iterator<Item = T>) -> Self {
        let mut all: Vec<T> = Vec::new();
        for name in names {
            // Rows that follow on each other mostly have the same name.
            if all.last() != Some(&name) {
                all.push(name);
            }
        }
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The number of a name, which mostly is that of the row before or the next one.
    fn number(&self, name: T, last: usize) -> usize {
        let near = |place: usize| self.0.get(place) == Some(&name);
        match () {
            () if near(last) => last,
            () if near(last + 1) => last + 1,
            () => self.0.binary_search(&name).unwrap_or_else(|place| place),
        }
    }
}

/// Rows that follow on each other: of one place, in the order of their years.
#[derive(Clone)]
struct Run {
    rows: Range<usize>,
    first: Year,
    last: Year,
}

/// Area, indicator, part of the population and unit, in the order of their names.
type Key = (u32, u32, Disaggregation, u32);

/// The rows of each place, in the order of the places, and those of one place in the order of their years. Rows are moved only if
/// those of some place do not stand together. Those of one cell stay in the order in which they came.
pub(super) fn places(rows: &mut Vec<Observation>, rank: impl Fn(&str) -> u32) -> Vec<Range<usize>> {
    let order = in_order(rows, rank);
    if order.is_sorted_by(|(one, _), (other, _)| one < other) {
        return order.into_iter().map(|(_, run)| run.rows).collect();
    }
    arrange(rows, order);
    runs_of(rows).into_iter().map(|run| run.rows).collect()
}

/// Sorts rows by the cell that they speak of. Those of one cell stay in the order in which they came.
pub(super) fn sort(rows: &mut Vec<Observation>, rank: impl Fn(&str) -> u32) {
    let order = in_order(rows, rank);
    arrange(rows, order);
}

/// Puts the runs one behind the other.
fn arrange(rows: &mut Vec<Observation>, order: Vec<(Key, Run)>) {
    let mut taken: Vec<Option<Observation>> = core::mem::take(rows).into_iter().map(Some).collect();
    rows.reserve_exact(taken.len());
    for (_, run) in order {
        rows.extend(taken.get_mut(run.rows).into_iter().flatten().filter_map(Option::take));
    }
}

/// All rows as runs, by place, year, and where they stand.
fn in_order(rows: &[Observation], rank: impl Fn(&str) -> u32) -> Vec<(Key, Run)> {
    let order = keyed(rows, runs_of(rows), &rank);
    let is_apart = |(key, run): &(Key, Run), (other, next): &(Key, Run)| {
        key != other || (run.last, run.rows.start) < (next.first, next.rows.start)
    };
    if order.is_sorted_by(is_apart) {
        return order;
    }
    // Two runs of one place have years in between each other; single rows have none.
    keyed(rows, rows.iter().zip(0..).map(|(row, at)| Run::of(row, at)).collect(), &rank)
}

impl Run {
    fn of(row: &Observation, at: usize) -> Self {
        let year = row.period.year();
        Self { rows: at..at + 1, first: year, last: year }
    }
}

/// Tables mostly have the years of an indicator side by side: then there are far fewer runs to sort than rows.
fn runs_of(rows: &[Observation]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&Observation> = None;
    for (row, at) in rows.iter().zip(0..) {
        let year = row.period.year();
        let same_place = before.is_some_and(|before| cell_of(before).0 == cell_of(row).0);
        match runs.last_mut() {
            Some(run) if same_place && run.last <= year => {
                run.rows.end = at + 1;
                run.last = year;
            }
            _ => runs.push(Run::of(row, at)),
        }
        before = Some(row);
    }
    runs
}

fn keyed(rows: &[Observation], runs: Vec<Run>, rank: impl Fn(&str) -> u32) -> Vec<(Key, Run)> {
    fn area(row: &Observation) -> &str {
        row.area.as_deref().unwrap_or_default()
    }
    fn unit(row: &Observation) -> Option<(&str, &str)> {
        row.area_unit.as_ref().map(|unit| (&*unit.kind, &*unit.id))
    }
    let firsts = || runs.iter().filter_map(|run| rows.get(run.rows.start));
    let areas = Numbers::of(firsts().map(area));
    let units = Numbers::of(firsts().filter_map(unit));
    let word = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let mut last = (0, 0);
    let key = |row: &Observation| {
        last.0 = areas.number(area(row), last.0);
        let own = unit(row).map_or(0, |unit| {
            last.1 = units.number(unit, last.1);
            word(last.1).saturating_add(1)
        });
        (word(last.0), rank(&row.indicator), row.disaggregation, own)
    };
    let keys: Vec<Key> = firsts().map(key).collect();
    let mut keyed: Vec<(Key, Run)> = keys.into_iter().zip(runs).collect();
    keyed.sort_unstable_by_key(|(key, run)| (*key, run.first, run.rows.start));
    keyed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Missing;
    use crate::values::{Period, ReportingUnit};

    fn rank(indicator: &str) -> u32 {
        ["a", "aa", "b"].into_iter().zip(0..).find(|(id, _)| *id == indicator).unwrap().1
    }

    #[test]
    fn rows_stand_in_the_order_of_their_names_whatever_order_they_come_in() {
        let mut rows = Vec::new();
        for step in 0..720_usize {
            // A walk through all of them that skips about.
            let at = step * 113 % 720;
            let mut row = Observation::missing(
                ["b", "a", "aa"][at % 3],
                Period::Year(Year::literal([2021, 2020][at / 3 % 2])),
                Missing::NotReported,
            );
            row.area = [None, Some("x".into()), Some("w".into())][at / 6 % 3].clone();
            row.area_unit = [None, Some(("k", "2")), Some(("k", "10")), Some(("j", "3"))][at / 18 % 4]
                .map(|(kind, id)| ReportingUnit::new(kind, id));
            row.disaggregation = [Disaggregation::TOTAL, Disaggregation::FEMALE][at / 72 % 2];
            row.source = Some(alloc::format!("{at}").into());
            rows.push(row);
        }
        let mut slow = rows.clone();
        slow.sort_by(|a, b| super::super::cell_of(a).cmp(&super::super::cell_of(b)));
        sort(&mut rows, rank);
        assert_eq!(rows, slow);
        sort(&mut rows, rank);
        assert_eq!(rows, slow);
    }

    #[test]
    fn rows_of_one_cell_stay_in_the_order_in_which_they_came_wherever_they_stand() {
        let row = |(at, (indicator, year)): (usize, (&str, i16))| {
            let period = Period::Year(Year::literal(year));
            let mut row = Observation::missing(indicator, period, Missing::NotReported);
            row.source = Some(alloc::format!("{at}").into());
            row
        };
        let cases: [&[(&str, i16)]; 7] = [
            // Years side by side, indicators in another order; one indicator twice, its years apart.
            &[("b", 2020), ("b", 2021), ("b", 2021), ("a", 2020), ("a", 2023), ("b", 2022)],
            // Its years in between each other.
            &[("b", 2020), ("b", 2023), ("a", 2020), ("b", 2021), ("b", 2022)],
            // The last year of the one is the first of the other, the earlier rows of it in front and behind.
            &[("b", 2020), ("b", 2021), ("a", 2020), ("b", 2021), ("b", 2022)],
            &[("b", 2021), ("b", 2022), ("a", 2020), ("b", 2020), ("b", 2021)],
            &[("b", 2021), ("a", 2020), ("b", 2020), ("b", 2021)],
            // Each indicator once.
            &[("b", 2020), ("b", 2022), ("b", 2022), ("a", 2021), ("a", 2023), ("aa", 2020)],
            // Backwards.
            &[("b", 2022), ("b", 2021), ("b", 2020), ("a", 2021), ("a", 2020)],
        ];
        for case in cases {
            let mut rows: Vec<Observation> = case.iter().copied().enumerate().map(row).collect();
            let mut slow = rows.clone();
            slow.sort_by(|a, b| super::super::cell_of(a).cmp(&super::super::cell_of(b)));
            let mut placed = rows.clone();
            let places = places(&mut placed, rank);
            sort(&mut rows, rank);
            assert_eq!(rows, slow, "{case:?}");
            let placed = places.into_iter().flat_map(|place| placed.get(place).unwrap_or_default());
            assert!(placed.eq(&slow), "{case:?}");
        }
    }
}
