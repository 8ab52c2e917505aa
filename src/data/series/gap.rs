//! Gaps between strata and units, computed from them.

use super::*;
use crate::values::Text;

impl Data<'_> {
    /// The series of an indicator for a whole area; for a gap, computed from the strata where they are there.
    pub(crate) fn series(&self, area: &str, card: &IndicatorCard) -> Cow<'_, Series> {
        let reported = self.find(area, &card.id, Disaggregation::TOTAL, None);
        let Some(gap) = &card.gap else {
            return reported.map_or_else(Cow::default, Cow::Borrowed);
        };
        let mut series = reported.cloned().unwrap_or_default();
        let mut years: BTreeSet<Year> = BTreeSet::new();
        let mut take = |part: &Series| {
            years.extend(part.cells.keys().copied());
            series.breaks.extend(part.breaks.iter().copied());
        };
        let strata = match gap.between {
            Between::UrbanRural => Some([Disaggregation::URBAN, Disaggregation::RURAL]),
            Between::Sexes => Some([Disaggregation::FEMALE, Disaggregation::MALE]),
            Between::Units => None,
        };
        match strata {
            Some(strata) => {
                strata
                    .into_iter()
                    .filter_map(|part| self.find(area, &gap.of, part, None))
                    .for_each(&mut take);
            }
            None => {
                let of_kind =
                    |place: &Place| place.unit.as_ref().is_some_and(|unit| unit.kind == *gap.kind());
                self.of(area, &gap.of).filter(|(place, _)| of_kind(place)).for_each(|(_, part)| take(part));
            }
        }
        if gap.between == Between::Units {
            // That there is nobody to compare is known without a row; a roster of another kind says nothing of the year.
            let nobody = |roster: &&Roster| roster.members.is_empty();
            years.extend(self.rosters_of(area).filter(nobody).map(|roster| roster.year));
        }
        for year in years {
            match (self.gap_cell(area, card, gap, year), series.cells.get(&year)) {
                (Some(cell @ Cell::Value(_)), _) | (Some(cell), None) => {
                    series.cells.insert(year, cell);
                }
                _ => {}
            }
        }
        Cow::Owned(series)
    }

    /// One year of a gap; `None` where no disaggregation says anything.
    pub(super) fn gap_cell(&self, area: &str, card: &IndicatorCard, gap: &Gap, year: Year) -> Option<Cell> {
        let of = self.catalogue.indicator(&gap.of).ok()?;
        let (strata, names) = match gap.between {
            Between::UrbanRural => ([Disaggregation::URBAN, Disaggregation::RURAL], ["urban", "rural"]),
            Between::Sexes => ([Disaggregation::FEMALE, Disaggregation::MALE], ["female", "male"]),
            Between::Units => return self.gap_between_units(area, card, gap, of, year),
        };
        let cells =
            strata.map(|disaggregation| self.find(area, &of.id, disaggregation, None)?.cells.get(&year));
        if cells.iter().all(Option::is_none) {
            return None;
        }
        if cells.iter().any(|cell| matches!(cell, Some(Cell::Missing(Missing::NotApplicable)))) {
            return Some(Cell::Missing(Missing::NotApplicable));
        }
        let [Some(Cell::Value(first)), Some(Cell::Value(second))] = cells else {
            // What is wrong with a part is wrong with the gap; else a part is missing.
            let wrong = cells.iter().find_map(|cell| match cell {
                Some(Cell::Unusable(unusable)) => Some(*unusable),
                _ => None,
            });
            return Some(Cell::Unusable(wrong.unwrap_or(Unusable::PartMissing)));
        };
        let [one, other] = names.map(Text::from_static);
        Some(gap_of(card, of.unit, gap.measure, &[(first, one), (second, other)]))
    }

    /// The counts of every part of a gap in a year; `None` where one of them is missing or came without.
    pub(crate) fn gap_counts(
        &self,
        catalogue: &Catalogue,
        area: &str,
        card: &IndicatorCard,
        year: Year,
    ) -> Option<Vec<Counts>> {
        let gap = card.gap.as_ref()?;
        let of = catalogue.indicator(&gap.of).ok()?;
        let counts = |series: Option<&Series>| {
            let point = series?.point(year)?;
            point.exact().and(point.counts)
        };
        let strata = match gap.between {
            Between::UrbanRural => [Disaggregation::URBAN, Disaggregation::RURAL],
            Between::Sexes => [Disaggregation::FEMALE, Disaggregation::MALE],
            Between::Units => {
                let members = self.roster(area, gap.kind(), year)?.members.iter();
                let series = members.map(|member| {
                    self.find(area, &of.id, Disaggregation::TOTAL, Some((gap.kind(), &*member.id)))
                });
                let exists = series.filter(|series| {
                    let cell = series.and_then(|series| series.cells.get(&year));
                    !matches!(cell, Some(Cell::Missing(Missing::NotApplicable)))
                });
                return exists.map(counts).collect();
            }
        };
        strata.into_iter().map(|part| counts(self.find(area, &of.id, part, None))).collect()
    }

    pub(super) fn gap_between_units(
        &self,
        area: &str,
        card: &IndicatorCard,
        gap: &Gap,
        of: &IndicatorCard,
        year: Year,
    ) -> Option<Cell> {
        let roster = self.roster(area, gap.kind(), year);
        let nobody = roster.is_some_and(|roster| roster.members.is_empty());
        let reported =
            || self.units(area, &of.id, gap.kind()).any(|(_, series)| series.cells.contains_key(&year));
        if !nobody && !reported() {
            return None;
        }
        let Some(roster) = roster else {
            return Some(Cell::Unusable(Unusable::PartMissing));
        };
        let mut points = Vec::new();
        for member in &roster.members {
            let unit = (gap.kind(), &*member.id);
            let series = self.find(area, &of.id, Disaggregation::TOTAL, Some(unit));
            match series.and_then(|series| series.cells.get(&year)) {
                Some(Cell::Value(point)) => points.push((point, member.id.clone())),
                Some(Cell::Missing(Missing::NotApplicable)) => {}
                _ => return Some(Cell::Unusable(Unusable::PartMissing)),
            }
        }
        match points.len() {
            0 | 1 => Some(Cell::Missing(Missing::NotApplicable)),
            _ => Some(gap_of(card, of.unit, gap.measure, &points)),
        }
    }
}

/// The gap between the largest and the smallest of the points, which are in `unit`.
fn gap_of(card: &IndicatorCard, unit: Unit, measure: GapMeasure, points: &[(&Point, Text)]) -> Cell {
    let values: Option<Vec<(&Ratio, &Text)>> =
        points.iter().map(|(point, whose)| Some((point.exact()?, whose))).collect();
    // Of equal ones the first that was named.
    let Some(((largest, largest_of), (smallest, smallest_of))) = values.and_then(|values| {
        let most = values.iter().rev().max_by(|one, other| one.0.cmp(other.0))?;
        let least = values.iter().min_by(|one, other| one.0.cmp(other.0))?;
        Some(((most.0.clone(), most.1.clone()), (least.0.clone(), least.1.clone())))
    }) else {
        return Cell::Unusable(Unusable::PartMissing);
    };
    let value = match measure {
        GapMeasure::Difference => Some(&largest - &smallest),
        // Nothing on either side is no gap.
        GapMeasure::Ratio if largest.is_zero() => Some(Ratio::whole(1)),
        GapMeasure::Ratio => largest.over(&smallest),
    };
    let Some(value) = value else { return Cell::Unusable(Unusable::Impossible) };
    let Some((first, _)) = points.first() else { return Cell::Unusable(Unusable::PartMissing) };
    let shown = value.to_number().or_else(|| value.rounded(6).parse().ok()).unwrap_or(Number::ZERO);
    Cell::Value(Point {
        known: Known::Exactly(value),
        counts: None,
        value: Value::Number(shown),
        unit: card.unit,
        status: points.iter().map(|(point, _)| point.status).min().unwrap_or_default(),
        period: first.period,
        source: first.source.clone(),
        sides: Some(Sides { unit, largest: (largest, largest_of), smallest: (smallest, smallest_of) }),
    })
}
