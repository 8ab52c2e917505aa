//! What is odd about values that are each possible.

use super::*;

impl Data<'_> {
    /// Suspicions that need more than one cell.
    pub(super) fn look_over(&mut self) {
        let catalogue = self.catalogue;
        let mut found = Vec::new();
        let of_targets = catalogue.targets().map(|target| &*target.unit_kind);
        let of_gaps = catalogue.indicators().filter_map(|card| card.gap.as_ref()).map(|gap| &*gap.unit_kind);
        let kinds: BTreeSet<&str> = of_targets.chain(of_gaps).filter(|kind| !kind.is_empty()).collect();
        let mut unknown: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
        for (place, series) in &self.series {
            for (year, cell) in &series.cells {
                let Cell::Value(point) = cell else { continue };
                if catalogue.plans().all(|plan| *year < plan.first.plus(-11) || *year > plan.last.plus(1)) {
                    found.push(place.finding(point, FindingKind::OutsidePlan));
                }
            }
            if let Some(unit) = &place.unit {
                let value = series.cells.values().find_map(|cell| match cell {
                    Cell::Value(point) if !kinds.contains(&*unit.kind) => Some(point),
                    _ => None,
                });
                // Once for all units of the kind.
                let new = |_: &&Point| unknown.insert((&place.area, &place.indicator, &unit.kind));
                if let Some(point) = value.filter(new) {
                    let known = kinds.iter().copied().collect::<Vec<_>>().join(", ");
                    let kind = FindingKind::UnknownUnitKind { given: unit.kind.to_string(), known };
                    found.push(place.finding(point, kind));
                }
                for (year, cell) in &series.cells {
                    let roster = self.roster(&place.area, &unit.kind, *year);
                    match (roster, cell) {
                        (Some(roster), Cell::Value(point)) if !roster.has(&unit.id) => {
                            found.push(
                                place.finding(point, FindingKind::Stranger { unit: unit.id.to_string() }),
                            );
                        }
                        _ => {}
                    }
                }
            }
        }
        self.findings.extend(found);
    }
}
