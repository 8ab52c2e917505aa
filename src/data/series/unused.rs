//! Rows that nothing reads: told by kind of slip, with their number and the first places.

use crate::values::Text;
use alloc::string::String;

use super::rosters::of_area;
use super::*;

/// How many places a finding names.
const NAMED: usize = 3;

/// What is asked of whom.
struct Asked<'c> {
    /// Indicators of the whole area.
    whole: BTreeSet<&'c str>,
    /// Indicators and the parts between which a gap is taken.
    parts: BTreeSet<(&'c str, Disaggregation)>,
    /// Indicators over units of a kind.
    units: BTreeSet<(&'c str, &'c str)>,
}

/// Why nothing reads a row.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Slip<'d> {
    Kind(&'d str),
    Part,
    Units(&'d str),
    Indicator,
}

/// The rows of one slip.
#[derive(Default)]
struct Told {
    rows: usize,
    first: Vec<String>,
}

impl<'c> Asked<'c> {
    fn by(catalogue: &'c Catalogue) -> Self {
        let mut asked = Self { whole: BTreeSet::new(), parts: BTreeSet::new(), units: BTreeSet::new() };
        for target in catalogue.targets() {
            asked.whole.extend([&*target.indicator, &*target.reference]);
            if !target.unit_kind.is_empty() {
                asked.units.extend([
                    (&*target.indicator, &*target.unit_kind),
                    (&*target.reference, &*target.unit_kind),
                ]);
            }
        }
        // The figures of men and of both sexes stand beside those of women.
        for card in catalogue.indicators().filter(|card| !card.women_of.is_empty()) {
            if asked.whole.contains(&*card.id) {
                asked.whole.insert(&card.women_of);
                asked.parts.insert((&card.women_of, Disaggregation::MALE));
            }
        }
        for (card, gap) in catalogue.indicators().filter_map(|card| Some((card, card.gap.as_ref()?))) {
            asked.whole.insert(&card.id);
            asked.whole.insert(&gap.of);
            match gap.between {
                Between::UrbanRural => {
                    asked
                        .parts
                        .extend([(&*gap.of, Disaggregation::URBAN), (&*gap.of, Disaggregation::RURAL)]);
                }
                Between::Sexes => {
                    asked
                        .parts
                        .extend([(&*gap.of, Disaggregation::FEMALE), (&*gap.of, Disaggregation::MALE)]);
                    asked.whole.extend(catalogue.women_of(&gap.of).map(|women| &*women.id));
                }
                Between::Units => {
                    asked.units.insert((&gap.of, &gap.unit_kind));
                }
            }
        }
        asked
    }
}

impl Data<'_> {
    /// Names the rows and rosters that nothing reads.
    pub(super) fn name_unused(&mut self) {
        let catalogue = self.catalogue;
        let asked = Asked::by(catalogue);
        let kinds: BTreeSet<&str> = catalogue.unit_kinds().map(|kind| &**kind).collect();
        let mut slips: BTreeMap<(&str, Slip<'_>), Told> = BTreeMap::new();
        for (place, series) in &self.series {
            let Some(slip) = self.slip(&asked, &kinds, place, series) else { continue };
            let told = slips.entry((&place.area, slip)).or_default();
            told.rows += series.rows;
            // What could not be read was refused, and is named there.
            let read =
                series.cells.iter().filter(|(_, cell)| !matches!(cell, Cell::Unusable(Unusable::Unreadable)));
            for (year, cell) in read {
                if told.first.len() == NAMED {
                    break;
                }
                told.first.push(place.shown(*year, cell));
            }
        }
        let known = kinds.iter().copied().collect::<Vec<_>>().join(", ");
        let mut found: Vec<(Text, FindingKind)> = Vec::new();
        let mut unused = 0;
        for ((area, slip), Told { rows, first }) in slips {
            unused += rows;
            if rows == 0 {
                continue;
            }
            let kind = match slip {
                Slip::Kind(given) => FindingKind::UnknownUnitKind {
                    given: given.to_string(),
                    known: known.clone(),
                    rows,
                    first,
                },
                Slip::Part => FindingKind::PartNotAsked { rows, first },
                Slip::Units(kind) => FindingKind::UnitsNotAsked { unit_kind: kind.to_string(), rows, first },
                Slip::Indicator => FindingKind::NotAsked { rows, first },
            };
            found.push((Text::from(area.to_string()), kind));
        }
        self.unused = unused;
        for (area, kind) in found {
            self.findings.push(of_area(&area, kind));
        }
        self.name_unused_rosters(&kinds);
    }

    /// Why nothing reads a series.
    fn slip<'d>(
        &self,
        asked: &Asked<'_>,
        kinds: &BTreeSet<&str>,
        place: &'d Place,
        series: &Series,
    ) -> Option<Slip<'d>> {
        let part = place.disaggregation != Disaggregation::TOTAL;
        match &place.unit {
            Some(unit) if !kinds.contains(&*unit.kind) => Some(Slip::Kind(&unit.kind)),
            Some(_) if part => Some(Slip::Part),
            Some(unit) => {
                let read = asked.units.contains(&(&*place.indicator, &*unit.kind))
                    || self.sums(place, series, |year| self.roster(&place.area, &unit.kind, year).is_some());
                (!read).then_some(Slip::Units(&unit.kind))
            }
            None if part => {
                let read = asked.parts.contains(&(&*place.indicator, place.disaggregation))
                    || self.sums(place, series, |year| self.has_other_part(place, year));
                (!read).then_some(Slip::Part)
            }
            None => (!asked.whole.contains(&*place.indicator)).then_some(Slip::Indicator),
        }
    }

    /// Whether counts of a part are held against those of the whole in some year.
    fn sums(&self, place: &Place, series: &Series, complete: impl Fn(Year) -> bool) -> bool {
        let Some(whole) = self.find(&place.area, &place.indicator, Disaggregation::TOTAL, None) else {
            return false;
        };
        let counted = |series: &Series, year| series.point(year).is_some_and(|point| point.counts.is_some());
        series.cells.keys().any(|year| counted(series, *year) && counted(whole, *year) && complete(*year))
    }

    /// Whether the other part of the population has counts too.
    fn has_other_part(&self, place: &Place, year: Year) -> bool {
        let other = match place.disaggregation {
            Disaggregation::URBAN => Disaggregation::RURAL,
            Disaggregation::RURAL => Disaggregation::URBAN,
            Disaggregation::FEMALE => Disaggregation::MALE,
            Disaggregation::MALE => Disaggregation::FEMALE,
            _ => return false,
        };
        let series = self.find(&place.area, &place.indicator, other, None);
        series.and_then(|series| series.point(year)).is_some_and(|point| point.counts.is_some())
    }
}

impl Place {
    /// A cell by its source, or else in words.
    fn shown(&self, year: Year, cell: &Cell) -> String {
        let (period, source) = match cell {
            Cell::Value(point) => (point.period, point.source.clone()),
            _ => (Period::Year(year), Text::from_static("")),
        };
        let observation = Observation {
            area_unit: self.unit.clone(),
            disaggregation: self.disaggregation,
            ..Observation::missing(self.indicator.clone(), period, Missing::NotReported)
        };
        match source.is_empty() {
            true => observation.to_string(),
            false => alloc::format!("{source}: {observation}"),
        }
    }
}
