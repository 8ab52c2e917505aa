//! The cells of one series, by year.

use alloc::vec::Vec;
use core::iter::Map;
use core::ops::{Bound, RangeBounds};
use core::slice::Iter;

use super::Cell;
use crate::values::Year;

/// Cells in the order of their years: a few of them, side by side.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells(
    /// INVARIANT: each year once, in order.
    Vec<(Year, Cell)>,
);

/// The cells of some years, in order.
pub(crate) type CellsOf<'a> = Map<Iter<'a, (Year, Cell)>, fn(&'a (Year, Cell)) -> (&'a Year, &'a Cell)>;

impl Cells {
    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, years: usize) {
        self.0.reserve_exact(years);
    }

    /// Where a year stands, or would stand.
    fn place(&self, year: Year) -> Result<usize, usize> {
        // Most series have every year from their first to their last.
        let Some((first, _)) = self.0.first() else { return Err(0) };
        let Ok(ahead) = usize::try_from(year.number() - first.number()) else { return Err(0) };
        match self.0.get(ahead) {
            Some((found, _)) if *found == year => Ok(ahead),
            _ => self.0.binary_search_by_key(&year, |(year, _)| *year),
        }
    }

    #[inline]
    pub(crate) fn get(&self, year: &Year) -> Option<&Cell> {
        self.0.get(self.place(*year).ok()?).map(|(_, cell)| cell)
    }

    pub(crate) fn contains_key(&self, year: &Year) -> bool {
        self.place(*year).is_ok()
    }

    #[inline]
    pub(crate) fn insert(&mut self, year: Year, cell: Cell) {
        match self.0.last() {
            Some((last, _)) if *last >= year => self.insert_between(year, cell),
            _ => self.0.push((year, cell)),
        }
    }

    fn insert_between(&mut self, year: Year, cell: Cell) {
        match self.place(year) {
            Ok(place) => {
                if let Some(known) = self.0.get_mut(place) {
                    known.1 = cell;
                }
            }
            Err(place) => self.0.insert(place, (year, cell)),
        }
    }

    #[inline]
    pub(crate) fn iter(&self) -> CellsOf<'_> {
        self.0.iter().map(|(year, cell)| (year, cell))
    }

    /// The cells of a range of years; none of a range that ends before it starts.
    pub(crate) fn range(&self, years: impl RangeBounds<Year>) -> CellsOf<'_> {
        let from = match years.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(first) => self.place(*first).unwrap_or_else(|place| place),
            Bound::Excluded(before) => self.place(*before).map_or_else(|place| place, |place| place + 1),
        };
        let to = match years.end_bound() {
            Bound::Unbounded => self.0.len(),
            Bound::Included(last) => self.place(*last).map_or_else(|place| place, |place| place + 1),
            Bound::Excluded(end) => self.place(*end).unwrap_or_else(|place| place),
        };
        self.0.get(from..to).unwrap_or_default().iter().map(|(year, cell)| (year, cell))
    }

    pub(crate) fn keys(&self) -> impl DoubleEndedIterator<Item = &Year> + Clone {
        self.0.iter().map(|(year, _)| year)
    }

    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = &Cell> + Clone {
        self.0.iter().map(|(_, cell)| cell)
    }
}

impl<'a> IntoIterator for &'a Cells {
    type Item = (&'a Year, &'a Cell);
    type IntoIter = CellsOf<'a>;

    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<(Year, Cell)> for Cells {
    fn extend<T: IntoIterator<Item = (Year, Cell)>>(&mut self, cells: T) {
        cells.into_iter().for_each(|(year, cell)| self.insert(year, cell));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Missing;

    /// The reason tells the cells apart.
    fn cells(years: &[(i16, Missing)]) -> Cells {
        let mut cells = Cells::default();
        cells.extend(years.iter().map(|(year, why)| (Year::literal(*year), Cell::Missing(*why))));
        cells
    }

    fn years_of(cells: CellsOf<'_>) -> Vec<i32> {
        cells.map(|(year, _)| year.number()).collect()
    }

    #[test]
    fn years_stand_in_order_once_each_and_are_found_where_some_are_left_out() {
        let of = |year| Year::literal(year);
        let cells = cells(&[
            (2024, Missing::NotReported),
            (2020, Missing::NotReported),
            (2021, Missing::NotReported),
            (2028, Missing::NotReported),
            (2021, Missing::NotApplicable),
        ]);
        assert_eq!(years_of(cells.iter()), [2020, 2021, 2024, 2028]);
        assert!(matches!(cells.get(&of(2021)), Some(Cell::Missing(Missing::NotApplicable))));
        for year in [2020, 2021, 2024, 2028] {
            assert!(cells.contains_key(&of(year)), "{year}");
        }
        for year in [2019, 2022, 2023, 2025, 2027, 2029] {
            assert!(cells.get(&of(year)).is_none(), "{year}");
        }
        assert_eq!(years_of(cells.range(..=of(2024))), [2020, 2021, 2024]);
        assert_eq!(years_of(cells.range(..of(2024))), [2020, 2021]);
        assert_eq!(years_of(cells.range(of(2021)..=of(2027))), [2021, 2024]);
        assert_eq!(years_of(cells.range(of(2022)..of(2024))), [0; 0]);
        assert_eq!(years_of(cells.range(of(2025)..)), [2028]);
        assert_eq!(years_of(cells.range((Bound::Excluded(of(2021)), Bound::Unbounded))), [2024, 2028]);
        assert_eq!(years_of(cells.range(of(2028)..=of(2020))), [0; 0]);
        assert_eq!(years_of(Cells::default().range(..=of(2020))), [0; 0]);
        assert_eq!((cells.keys().next_back(), cells.values().count()), (Some(&of(2028)), 4));
    }
}
