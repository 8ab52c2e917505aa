//! What is odd about values that are each possible.

use super::*;

impl Data<'_> {
    /// Suspicions that need more than one cell.
    pub(super) fn look_over(&mut self) {
        let catalogue = self.catalogue;
        let mut found = Vec::new();
        for (place, series) in self.series.iter() {
            for (year, cell) in &series.cells {
                let Cell::Value(point) = cell else { continue };
                if catalogue.plans().all(|plan| *year < plan.first.plus(-11) || *year > plan.last.plus(1)) {
                    found.push(place.finding(catalogue, point, FindingKind::OutsidePlan));
                }
            }
            if let Some(unit) = &place.unit {
                for (year, cell) in &series.cells {
                    let roster = self.roster(&place.area, &unit.kind, *year);
                    match (roster, cell) {
                        (Some(roster), Cell::Value(point)) if !roster.has(&unit.id) => {
                            let kind = FindingKind::NotOnRoster { unit: unit.id.to_string() };
                            found.push(place.finding(catalogue, point, kind));
                        }
                        _ => {}
                    }
                }
            }
        }
        self.findings.extend(found);
    }
}
