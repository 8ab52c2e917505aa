//! Rows of one cell side by side: names are compared once to number them, and rows by the numbers.

use alloc::vec::Vec;

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

/// Area, indicator, part of the population, unit and year, in the order of their names.
type Key = (u32, u32, Disaggregation, u32, Year);

/// Sorts rows by the cell that they speak of. Those of one cell stay in the order in which they came.
pub(super) fn sort(rows: &mut [Observation]) {
    fn area(row: &Observation) -> &str {
        row.area.as_deref().unwrap_or_default()
    }
    fn unit(row: &Observation) -> Option<(&str, &str)> {
        row.area_unit.as_ref().map(|unit| (&*unit.kind, &*unit.id))
    }
    let mut keys: Vec<(Key, usize)> = {
        let areas = Numbers::of(rows.iter().map(area));
        let indicators = Numbers::of(rows.iter().map(|row| &*row.indicator));
        let units = Numbers::of(rows.iter().filter_map(unit));
        let word = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut last = (0, 0, 0);
        let key = |row: &Observation| {
            last.0 = areas.number(area(row), last.0);
            last.1 = indicators.number(&row.indicator, last.1);
            let own = unit(row).map_or(0, |unit| {
                last.2 = units.number(unit, last.2);
                word(last.2).saturating_add(1)
            });
            (word(last.0), word(last.1), row.disaggregation, own, row.period.year())
        };
        rows.iter().map(key).zip(0..).collect()
    };
    if keys.is_sorted() {
        return;
    }
    keys.sort_unstable();
    // The row that belongs in a place may have been put further back by an earlier exchange.
    for place in 0..keys.len() {
        let row_for = |keys: &[(Key, usize)], place: usize| keys.get(place).map_or(place, |(_, row)| *row);
        let mut row = row_for(&keys, place);
        while row < place {
            row = row_for(&keys, row);
        }
        if let Some((_, known)) = keys.get_mut(place) {
            *known = row;
        }
        rows.swap(place, row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Missing;
    use crate::values::{Period, ReportingUnit};

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
        sort(&mut rows);
        assert_eq!(rows, slow);
        sort(&mut rows);
        assert_eq!(rows, slow);
    }
}
