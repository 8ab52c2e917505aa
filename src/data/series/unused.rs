//! Rows that nothing reads: told by kind of slip, with their number and the first places.

use crate::values::Text;

use super::rosters::of_area;
use super::*;
use crate::data::broken::called;
use crate::plan::catalogue::Readers;
use crate::plan::{Bilingual, Figure, IndicatorKind, RelationKind};
use crate::values::{AgeGroup, Residence, Sex};

/// How many places a finding names.
const NAMED: usize = 3;

/// Why nothing reads a row.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Slip<'d> {
    Kind(&'d str),
    /// No slip: the audit alone reads it.
    AuditedOnly(&'d str),
    Part,
    Units(&'d str),
    Indicator,
}

/// The figures of a place by age; the whole among them.
type Ages<'d> = BTreeMap<PlaceRef<'d>, Vec<(AgeGroup, &'d Series)>>;

/// The rows of one slip.
#[derive(Default)]
struct Reported {
    rows: usize,
    first: Vec<Bilingual>,
}

impl Data<'_> {
    /// Names the rows and rosters that nothing reads.
    pub(super) fn name_unused(&mut self) {
        let catalogue = self.catalogue;
        // Only units and rosters are asked for their kind.
        let asked = self.holds.units || !self.rosters.is_empty();
        let kinds = asked.then(|| catalogue.unit_kinds()).into_iter().flatten();
        let kinds: BTreeSet<&str> = kinds.map(|kind| &**kind).collect();
        let mut slips: BTreeMap<(&str, Slip<'_>), Reported> = BTreeMap::new();
        let ages = self.by_age();
        for (place, series) in self.series.iter() {
            let Some(slip) = self.slip(&kinds, &ages, place, series) else { continue };
            let reported = slips.entry((&place.area, slip)).or_default();
            reported.rows += series.rows;
            // What could not be read was refused, and is named there.
            let read =
                series.cells.iter().filter(|(_, cell)| !matches!(cell, Cell::Unusable(Unusable::Unreadable)));
            for (year, cell) in read {
                if reported.first.len() == NAMED {
                    break;
                }
                reported.first.push(place.shown(catalogue, *year, cell));
            }
        }
        let known = catalogue.kinds_called(kinds.iter().copied());
        let mut found: Vec<(Text, FindingKind)> = Vec::new();
        let mut audited: BTreeSet<(Text, Text)> = BTreeSet::new();
        let mut unused = 0;
        for ((area, slip), Reported { rows, first }) in slips {
            if let Slip::AuditedOnly(kind) = slip {
                audited.insert((area.to_string().into(), kind.to_string().into()));
            } else {
                unused += rows;
            }
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
                Slip::AuditedOnly(given) => FindingKind::UnitsAuditedOnly {
                    given: given.to_string(),
                    known: known.clone(),
                    rows,
                    first,
                },
                Slip::Part => FindingKind::PartUnused { rows, first },
                Slip::Units(kind) => {
                    FindingKind::UnitsUnused { unit_kind: catalogue.kind_called(kind), rows, first }
                }
                Slip::Indicator => FindingKind::IndicatorUnused { rows, first },
            };
            found.push((Text::from(area.to_string()), kind));
        }
        self.unused = unused;
        for (area, kind) in found {
            self.findings.push(of_area(&area, kind));
        }
        if !self.rosters.is_empty() {
            self.name_unused_rosters(&kinds, &audited);
            self.name_rosters_of_other_years(&kinds);
        }
    }

    /// Why nothing reads a series.
    fn slip<'d>(
        &self,
        kinds: &BTreeSet<&str>,
        ages: &Ages<'_>,
        place: &'d Place,
        series: &Series,
    ) -> Option<Slip<'d>> {
        let part = place.disaggregation != Disaggregation::TOTAL;
        let readers = self.catalogue.readers(&place.indicator)?;
        match &place.unit {
            Some(unit) if !kinds.contains(&*unit.kind) => {
                let audited = self.is_related(readers, ages, place, series)
                    || (!part && self.is_of_the_area(place, series, &unit.kind));
                Some(if audited { Slip::AuditedOnly(&unit.kind) } else { Slip::Kind(&unit.kind) })
            }
            Some(_) if part => (!self.is_related(readers, ages, place, series)).then_some(Slip::Part),
            Some(unit) => {
                let read = readers.is_over(&unit.kind)
                    || self.is_related(readers, ages, place, series)
                    || self.is_of_the_area(place, series, &unit.kind);
                (!read).then_some(Slip::Units(&unit.kind))
            }
            None if part => {
                let read = readers.parts.contains(&place.disaggregation)
                    || self.is_related(readers, ages, place, series);
                (!read).then_some(Slip::Part)
            }
            None => (!readers.whole).then_some(Slip::Indicator),
        }
    }

    /// Whether a relation holds a part of the population, or a unit, against other figures of its place.
    fn is_related(&self, readers: &Readers, ages: &Ages<'_>, place: &Place, series: &Series) -> bool {
        let unit = place.unit.as_ref().map(|unit| (&*unit.kind, &*unit.id));
        let adds_up = partitions(place.disaggregation).into_iter().any(|others| {
            let others = others.map(|part| self.find(&place.area, &place.indicator, part, unit));
            let [Some(one), Some(other)] = others else { return false };
            self.is_held(place, &[series, one, other], |_| true)
        });
        let mut by_fixed = self.catalogue.relations_of_part(readers, place.disaggregation);
        let beside_whole = |says: &RelationKind| {
            let reported = |figure: &Figure, year| {
                let part = figure.disaggregation.unwrap_or(Disaggregation::TOTAL);
                let other = self.find(&place.area, figure.indicator(), part, unit);
                other.is_some_and(|other| other.point(year).is_some())
            };
            let mut years = series.cells.keys();
            years.any(|year| says.figures().all(|(_, figure)| figure.is_fixed() || reported(figure, *year)))
        };
        adds_up
            || self.is_of_ages(ages, place, series)
            || by_fixed.any(beside_whole)
            || self
                .catalogue
                .relations_of(readers)
                .any(|says| series.cells.keys().any(|year| self.is_checked(says, place, *year)))
    }

    /// The figures of each place that has age groups, by age, found once.
    fn by_age(&self) -> Ages<'_> {
        let mut ages = Ages::new();
        for place in self.series.keys().filter(|place| !place.disaggregation.age.is_total()) {
            ages.entry(place.without_age()).or_default();
        }
        if !ages.is_empty() {
            for (place, series) in self.series.iter() {
                if let Some(beside) = ages.get_mut(&place.without_age()) {
                    beside.push((place.disaggregation.age, series));
                }
            }
        }
        ages
    }

    /// Whether an age group is held against a whole, beside the others that make it up.
    fn is_of_ages(&self, ages: &Ages<'_>, place: &Place, series: &Series) -> bool {
        let own = place.disaggregation;
        let Some(card) = self.catalogue.card(&place.indicator).filter(|_| !own.age.is_total()) else {
            return false;
        };
        let Some(beside) = ages.get(&place.without_age()) else { return false };
        // A group among them may be a whole itself.
        beside.iter().any(|(age, whole)| {
            let span = if age.is_total() { card.disaggregation.age } else { *age };
            series.cells.keys().any(|year| {
                let reported = beside.iter().filter(|(_, series)| series.point(*year).is_some());
                let chain = AgeGroup::chain(span, reported.map(|(age, _)| *age));
                let Some(chain) = chain.filter(|chain| *age == own.age || chain.contains(&own.age)) else {
                    return false;
                };
                let mut all: Vec<&Series> = alloc::vec![*whole];
                all.extend(beside.iter().filter(|(age, _)| chain.contains(age)).map(|(_, series)| *series));
                // Rates of events at single ages may all be over one exposure, and say nothing of the whole without counts.
                let counted =
                    |series: &&Series| series.point(*year).is_some_and(|point| point.counts.is_some());
                let enough = card.kind != IndicatorKind::Events || all.iter().all(counted);
                enough && self.is_held(place, &all, |at| at == *year)
            })
        })
    }

    /// Whether a unit is held against the whole area, beside the others of its roster.
    fn is_of_the_area(&self, place: &Place, series: &Series, kind: &str) -> bool {
        let whole = self.find(&place.area, &place.indicator, Disaggregation::TOTAL, None);
        let on_roster = |year| self.roster(&place.area, kind, year).is_some();
        whole.is_some_and(|whole| self.is_held(place, &[series, whole], on_roster))
    }

    /// Whether the values of some year can be compared with one another as a whole and its parts.
    fn is_held(&self, place: &Place, all: &[&Series], complete: impl Fn(Year) -> bool) -> bool {
        let Some(card) = self.catalogue.card(&place.indicator) else { return false };
        let of_itself = card.unit.is_whole() || card.has_total_between_parts();
        let comparable = |series: &&Series, year| {
            series.point(year).is_some_and(|point| of_itself || point.counts.is_some())
        };
        let years = all.first().into_iter().flat_map(|series| series.cells.keys());
        years.into_iter().any(|year| all.iter().all(|series| comparable(series, *year)) && complete(*year))
    }

    /// Whether a relation has all its sides in a place and year.
    fn is_checked(&self, says: &RelationKind, place: &Place, year: Year) -> bool {
        let unit = place.unit.as_ref().map(|unit| (&*unit.kind, &*unit.id));
        let reported = |figure: &Figure| {
            let series = self.find(&place.area, figure.indicator(), place.disaggregation, unit);
            figure.is_of_its_place() && series.is_some_and(|series| series.point(year).is_some())
        };
        match says {
            RelationKind::Change { .. } | RelationKind::Range { .. } => false,
            RelationKind::Same { figures } => {
                figures.iter().any(|figure| *figure.indicator() != *place.indicator && reported(figure))
            }
            _ => says.figures().all(|(_, figure)| figure.is_fixed() || reported(figure)),
        }
    }
}

/// The two other figures of each whole that a part of the population belongs to, or is.
fn partitions(of: Disaggregation) -> [[Disaggregation; 2]; 2] {
    let residences = match of.residence {
        Residence::Total => [Residence::Urban, Residence::Rural],
        Residence::Urban => [Residence::Total, Residence::Rural],
        Residence::Rural => [Residence::Total, Residence::Urban],
    };
    let sexes = match of.sex {
        Sex::Total => [Sex::Female, Sex::Male],
        Sex::Female => [Sex::Total, Sex::Male],
        Sex::Male => [Sex::Total, Sex::Female],
    };
    [
        residences.map(|residence| Disaggregation { residence, ..of }),
        sexes.map(|sex| Disaggregation { sex, ..of }),
    ]
}

impl Place {
    /// The same place, of every age.
    fn without_age(&self) -> PlaceRef<'_> {
        let PlaceRef { disaggregation, .. } = self.parts();
        PlaceRef { disaggregation: disaggregation.of_age(AgeGroup::TOTAL), ..self.parts() }
    }

    /// A cell by its source, or else in words.
    fn shown(&self, catalogue: &Catalogue, year: Year, cell: &Cell) -> Bilingual {
        let (period, source) = match cell {
            Cell::Value(point) => (point.period, point.source.clone()),
            _ => (Period::Year(year), None),
        };
        let observation = Observation {
            area_unit: self.unit.clone(),
            disaggregation: self.disaggregation,
            ..Observation::missing(self.indicator.clone(), period, Missing::NotReported)
        };
        let cell = called(catalogue, &observation);
        match source {
            None => cell,
            Some(source) => Bilingual {
                zh: alloc::format!("{source}：{}", cell.zh).into(),
                en: alloc::format!("{source}: {}", cell.en).into(),
            },
        }
    }
}
