//! Figures of another part of the population than their indicator speaks of.

use super::*;

impl Data<'_> {
    /// Refuses a figure of another part of the population than the indicator speaks of.
    pub(super) fn refuse_part(&mut self, card: &IndicatorCard, observation: &Observation) {
        let (given, expected) = (observation.disaggregation, card.disaggregation);
        self.refuse(observation, FindingKind::OtherPopulation { given, expected });
    }

    /// Refuses figures of another part of the population that no figure of the indicator's own stands beside.
    pub(super) fn refuse_lone_parts(&mut self, cells: &mut Vec<Observation>) {
        let catalogue = self.catalogue;
        let is_lone = |row: &Observation| {
            let card = catalogue.card(&row.indicator)?;
            let (place, year) = cell_of(row);
            let own = (PlaceRef { disaggregation: Disaggregation::TOTAL, ..place }, year);
            let lone = row.disaggregation.within(card.disaggregation).is_none()
                && cells.binary_search_by(|row| cell_of(row).cmp(&own)).is_err();
            lone.then_some(card)
        };
        let lone: Vec<Option<&IndicatorCard>> = cells.iter().map(is_lone).collect();
        let mut lone = lone.into_iter();
        cells.retain(|row| match lone.next().flatten() {
            Some(card) => {
                self.refuse_part(card, row);
                false
            }
            None => true,
        });
    }
}
