//! The series of all places side by side, in the order of areas, indicators, parts of the population and units.

use super::*;

/// Sorted once; whoever asks goes to the area first, and compares no name of an area after that.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    all: Vec<(Place, Series)>,
    /// Where the places of each area begin, in the order of their names.
    begins: Vec<usize>,
}

impl Places {
    /// Of places that are each there once.
    pub(super) fn of(mut all: Vec<(Place, Series)>) -> Self {
        if !all.is_sorted_by(|(one, _), (other, _)| one < other) {
            all.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        let mut begins = Vec::new();
        let mut last: Option<&Text> = None;
        for (at, (place, _)) in all.iter().enumerate() {
            if last.replace(&place.area) != Some(&place.area) {
                begins.push(at);
            }
        }
        Self { all, begins }
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

    /// Everything about one area.
    pub(super) fn of_area(&self, area: &str) -> &[(Place, Series)] {
        let found = self.begins.binary_search_by(|begin| self.name(*begin).cmp(area));
        let Ok(at) = found else { return &[] };
        let end = self.begins.get(at + 1).copied().unwrap_or(self.all.len());
        self.begins.get(at).and_then(|begin| self.all.get(*begin..end)).unwrap_or(&[])
    }

    /// Everything about one indicator in one area.
    pub(super) fn of_indicator(&self, area: &str, indicator: &str) -> &[(Place, Series)] {
        let places = self.of_area(area);
        let begin = places.partition_point(|(place, _)| *place.indicator < *indicator);
        let rest = places.get(begin..).unwrap_or(&[]);
        let count = rest.iter().take_while(|(place, _)| place.indicator == indicator).count();
        rest.get(..count).unwrap_or(&[])
    }

    pub(super) fn get(&self, wanted: PlaceRef<'_>) -> Option<&Series> {
        let places = self.of_area(wanted.area);
        let PlaceRef { indicator, disaggregation, unit, .. } = wanted;
        let by = |(place, _): &(Place, Series)| {
            let own = place.parts();
            (own.indicator, own.disaggregation, own.unit).cmp(&(indicator, disaggregation, unit))
        };
        let at = places.binary_search_by(by).ok()?;
        places.get(at).map(|(_, series)| series)
    }
}
