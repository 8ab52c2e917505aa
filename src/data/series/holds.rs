//! What most data have none of: then nobody has to look for it.

use super::*;

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Holds {
    /// Whether any row is of a unit.
    pub units: bool,
    /// Whether any value comes as counts.
    pub counts: bool,
}

impl Holds {
    pub(super) fn of(series: &Places) -> Self {
        let counted =
            |(_, cell): (&Year, &Cell)| matches!(cell, Cell::Value(point) if point.counts.is_some());
        Self {
            units: series.keys().any(|place| place.unit.is_some()),
            counts: series.values().any(|series| series.cells.iter().any(counted)),
        }
    }
}

impl Data<'_> {
    /// Whether any row is of a unit.
    pub(crate) const fn has_units(&self) -> bool {
        self.holds.units
    }

    /// Whether any value comes as counts.
    pub(crate) const fn has_counts(&self) -> bool {
        self.holds.counts
    }
}
