//! The series of all places side by side, in the order of areas, indicators, parts of the population and units.

use core::ops::Range;

use super::*;

/// Sorted once; whoever asks goes to the area first, and from there by the rank of the indicator, which compares no names.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    all: Vec<(Place, Series)>,
    /// The rank of the indicator of each.
    ranks: Vec<u32>,
    /// Where the places of each area begin, in the order of their names.
    begins: Vec<usize>,
}

impl Places {
    /// Of places that are each there once. Ranks are in the order of the indicators' ids.
    pub(super) fn of(mut all: Vec<(Place, Series)>, rank: impl Fn(&str) -> u32) -> Self {
        // Mostly they are in order, which is seen at once.
        all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut begins = Vec::new();
        let mut last: Option<&Text> = None;
        for (at, (place, _)) in all.iter().enumerate() {
            if last.replace(&place.area) != Some(&place.area) {
                begins.push(at);
            }
        }
        let ranks = all.iter().map(|(place, _)| rank(&place.indicator)).collect();
        Self { all, ranks, begins }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Place, &Series)> {
        self.all.iter().map(|(place, series)| (place, series))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Place> {
        self.all.iter().map(|(place, _)| place)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Series> {
        self.all.iter().map(|(_, series)| series)
    }

    fn name(&self, begin: usize) -> &str {
        self.all.get(begin).map_or("", |(place, _)| &*place.area)
    }

    /// The areas, in order.
    pub(super) fn areas(&self) -> impl Iterator<Item = &str> {
        self.begins.iter().map(|begin| self.name(*begin))
    }

    /// Where the places of an area stand.
    fn range(&self, area: &str) -> Range<usize> {
        let found = self.begins.binary_search_by(|begin| self.name(*begin).cmp(area));
        let Ok(at) = found else { return 0..0 };
        let end = self.begins.get(at + 1).copied().unwrap_or(self.all.len());
        self.begins.get(at).map_or(0..0, |begin| *begin..end)
    }

    /// Everything about one area.
    pub(super) fn of_area(&self, area: &str) -> &[(Place, Series)] {
        self.all.get(self.range(area)).unwrap_or(&[])
    }

    /// Everything about the indicator of a rank in one area.
    pub(super) fn of_indicator(&self, area: &str, rank: u32) -> &[(Place, Series)] {
        let places = self.range(area);
        let Some(ranks) = self.ranks.get(places.clone()) else { return &[] };
        let begin = places.start + ranks.partition_point(|known| *known < rank);
        let rest = self.ranks.get(begin..places.end).unwrap_or(&[]);
        let count = rest.partition_point(|known| *known == rank);
        self.all.get(begin..begin + count).unwrap_or(&[])
    }

    /// The series of one part of the population, of the whole area or of one unit.
    pub(super) fn get(
        &self,
        area: &str,
        rank: u32,
        part: Disaggregation,
        unit: Option<(&str, &str)>,
    ) -> Option<&Series> {
        let places = self.of_indicator(area, rank);
        let by = |(place, _): &(Place, Series)| {
            let own = place.parts();
            (own.disaggregation, own.unit).cmp(&(part, unit))
        };
        let at = places.binary_search_by(by).ok()?;
        places.get(at).map(|(_, series)| series)
    }
}
