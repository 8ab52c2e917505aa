//! What a judged value is compared with in a report: the baseline and the value before it, of the same definition.

use crate::ahead::Dated;
use crate::data::series::{Known, Series};
use crate::judge::assess::Case;
use crate::plan::{Calendar, Scope};
use crate::values::{Ratio, Year};

#[derive(Default)]
pub(super) struct Earlier {
    pub baseline: Option<Dated>,
    pub previous: Option<Dated>,
    pub redefined: Option<Year>,
}

impl Case<'_> {
    /// The values beside the one of the year `measured`.
    pub(super) fn earlier(&self, series: &Series, measured: Year) -> Earlier {
        // Events have days and no values, and units have no series of their own.
        if self.card.calendar == Calendar::Event || self.target.scope.is_every_unit() {
            return Earlier::default();
        }
        let since = self.definition_since(series, measured);
        let by_unit = || self.data.units(self.area, &self.card.id, self.target.scope.kind());
        let first = match self.target.scope {
            Scope::Pooled(_) => {
                let years = by_unit().filter_map(|(_, unit)| unit.cells.keys().next());
                years.chain(series.cells.keys().next()).min().copied()
            }
            _ => series.cells.keys().next().copied(),
        };
        let Some(first) = first else { return Earlier::default() };
        let usable = |at: Year| self.usable(series, at).map(|value| Dated::new(at, value));
        let same = since.map_or(first, |since| since.max(first));
        let before = measured.plus(-1);
        let previous = same.to(before).rev().find_map(usable);
        // A body elected before the baseline year is still in office in it.
        let in_office = (self.card.calendar == Calendar::Term)
            .then(|| same.to(self.baseline.min(measured)).rev().find_map(usable))
            .flatten();
        let baseline = in_office.or_else(|| same.max(self.baseline).to(measured).find_map(usable));
        let redefined = since.filter(|since| {
            previous.is_none()
                && usable(measured).is_some()
                && first.to(since.plus(-1)).rev().find_map(usable).is_some()
        });
        Earlier { baseline, previous, redefined }
    }

    /// The exact value measured in a year, over the area or its units taken together.
    fn usable(&self, series: &Series, at: Year) -> Option<Ratio> {
        if self.target.scope.is_area() {
            return series.point(at)?.exact().cloned();
        }
        // A body elected before the plan had a value then.
        let mut early = *self;
        early.first = Year::literal(1900);
        match early.value_of(series, at).0.filter(|_| self.is_measured(series, at)) {
            Some(Known::Exactly(value)) => Some(value),
            _ => None,
        }
    }
}
