//! Rows that nothing reads: told by kind of slip, with their number and the first places.

use crate::values::Text;

use super::rosters::of_area;
use super::*;
use crate::data::broken::called;
use crate::plan::{Bilingual, Figure, IndicatorKind, RelationKind};
use crate::values::{AgeGroup, Residence, Sex};

/// How many places a finding names.
const NAMED: usize = 3;

/// What is asked of whom.
struct Required<'c> {
    /// Indicators of the whole area.
    whole: BTreeSet<&'c str>,
    /// Indicators and the parts between which a gap is taken.
    parts: BTreeSet<(&'c str, Disaggregation)>,
    /// Indicators over units of a kind.
    units: BTreeSet<(&'c str, &'c str)>,
    /// The relations that have a figure of an indicator in the place in which they are checked.
    relations: BTreeMap<&'c str, Vec<&'c RelationKind>>,
    /// The relations that have a figure of an indicator of one part of the population, beside figures of the whole.
    fixed: BTreeMap<(&'c str, Disaggregation), Vec<&'c RelationKind>>,
}

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

impl<'c> Required<'c> {
    fn by(catalogue: &'c Catalogue) -> Self {
        let mut required = Self {
            whole: BTreeSet::new(),
            parts: BTreeSet::new(),
            units: BTreeSet::new(),
            relations: BTreeMap::new(),
            fixed: BTreeMap::new(),
        };
        for target in catalogue.targets() {
            let indicators = || core::iter::once(&*target.indicator).chain(target.reference.as_deref());
            required.whole.extend(indicators());
            if let Some(kind) = target.scope.unit_kind() {
                required.units.extend(indicators().map(|indicator| (indicator, kind)));
            }
        }
        // The figures of men and of both sexes stand beside those of women.
        for (card, both) in catalogue.indicators().filter_map(|card| Some((card, card.women_of.as_ref()?))) {
            if required.whole.contains(&*card.id) {
                required.whole.insert(both);
                required.parts.insert((both, Disaggregation::MALE));
            }
        }
        for (card, gap) in catalogue.indicators().filter_map(|card| Some((card, card.gap.as_ref()?))) {
            required.whole.insert(&card.id);
            required.whole.insert(&gap.of);
            match gap.between {
                Between::UrbanRural => {
                    required
                        .parts
                        .extend([(&*gap.of, Disaggregation::URBAN), (&*gap.of, Disaggregation::RURAL)]);
                }
                Between::Sexes => {
                    required
                        .parts
                        .extend([(&*gap.of, Disaggregation::FEMALE), (&*gap.of, Disaggregation::MALE)]);
                    required.whole.extend(catalogue.women_of(&gap.of).map(|women| &*women.id));
                }
                Between::Units => {
                    required.units.insert((&gap.of, gap.kind()));
                }
            }
        }
        for relation in catalogue.relations() {
            required.by_relation(&relation.says);
        }
        required
    }

    fn by_relation(&mut self, says: &'c RelationKind) {
        if let RelationKind::Range { indicator, .. } = says {
            self.whole.insert(indicator);
        }
        for (_, figure) in says.figures().filter(|(_, figure)| figure.is_of_a_cell()) {
            let Some(indicator) = &figure.indicator else { continue };
            match (&figure.unit_kind, figure.disaggregation) {
                (Some(kind), _) => {
                    self.units.insert((indicator, kind));
                }
                (None, Some(part)) if part != Disaggregation::TOTAL => {
                    self.fixed.entry((indicator, part)).or_default().push(says);
                }
                _ => {
                    self.whole.insert(indicator);
                    self.relations.entry(indicator).or_default().push(says);
                }
            }
        }
    }
}

impl Data<'_> {
    /// Names the rows and rosters that nothing reads.
    pub(super) fn name_unused(&mut self) {
        let catalogue = self.catalogue;
        let required = Required::by(catalogue);
        let kinds: BTreeSet<&str> = catalogue.unit_kinds().map(|kind| &**kind).collect();
        let mut slips: BTreeMap<(&str, Slip<'_>), Reported> = BTreeMap::new();
        let ages = self.by_age();
        for (place, series) in self.series.iter() {
            let Some(slip) = self.slip(&required, &kinds, &ages, place, series) else { continue };
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
        self.name_unused_rosters(&kinds, &audited);
        self.name_rosters_of_other_years(&kinds);
    }

    /// Why nothing reads a series.
    fn slip<'d>(
        &self,
        required: &Required<'_>,
        kinds: &BTreeSet<&str>,
        ages: &Ages<'_>,
        place: &'d Place,
        series: &Series,
    ) -> Option<Slip<'d>> {
        let part = place.disaggregation != Disaggregation::TOTAL;
        match &place.unit {
            Some(unit) if !kinds.contains(&*unit.kind) => {
                let audited = self.is_related(required, ages, place, series)
                    || (!part && self.is_of_the_area(place, series, &unit.kind));
                Some(if audited { Slip::AuditedOnly(&unit.kind) } else { Slip::Kind(&unit.kind) })
            }
            Some(_) if part => (!self.is_related(required, ages, place, series)).then_some(Slip::Part),
            Some(unit) => {
                let read = required.units.contains(&(&*place.indicator, &*unit.kind))
                    || self.is_related(required, ages, place, series)
                    || self.is_of_the_area(place, series, &unit.kind);
                (!read).then_some(Slip::Units(&unit.kind))
            }
            None if part => {
                let read = required.parts.contains(&(&*place.indicator, place.disaggregation))
                    || self.is_related(required, ages, place, series);
                (!read).then_some(Slip::Part)
            }
            None => (!required.whole.contains(&*place.indicator)).then_some(Slip::Indicator),
        }
    }

    /// Whether a relation holds a part of the population, or a unit, against other figures of its place.
    fn is_related(&self, required: &Required<'_>, ages: &Ages<'_>, place: &Place, series: &Series) -> bool {
        let unit = place.unit.as_ref().map(|unit| (&*unit.kind, &*unit.id));
        let adds_up = partitions(place.disaggregation).into_iter().any(|others| {
            let others = others.map(|part| self.find(&place.area, &place.indicator, part, unit));
            let [Some(one), Some(other)] = others else { return false };
            self.is_held(place, &[series, one, other], |_| true)
        });
        let by_fixed = required.fixed.get(&(&*place.indicator, place.disaggregation));
        let beside_whole = |says: &&RelationKind| {
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
            || by_fixed.is_some_and(|relations| relations.iter().any(beside_whole))
            || required.relations.get(&*place.indicator).is_some_and(|relations| {
                let checked = |says| series.cells.keys().any(|year| self.is_checked(says, place, *year));
                relations.iter().any(|says| checked(says))
            })
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
