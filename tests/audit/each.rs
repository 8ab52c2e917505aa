//! Every built-in relation, broken on purpose: each can be, by rows as an office writes them, and is then found.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::plan::{Calendar, Figure, FigureOf, Relation, RelationKind};
use dabiao::values::{Counts, Disaggregation, Number, Period, ReportingUnit, Value};
use dabiao::{Catalogue, Observation, Roster, Year};

use super::broken;

/// Indicator, part of the population, unit and year.
type Key = (String, Disaggregation, Option<(String, String)>, i16);

/// What is wanted of a cell.
#[derive(Default)]
struct Wanted {
    value: Option<u64>,
    numerator: Option<u64>,
    denominator: Option<u64>,
}

struct Planted<'c> {
    catalogue: &'c Catalogue,
    cells: BTreeMap<Key, Wanted>,
    rosters: BTreeSet<String>,
    /// Whether cases are told as counts.
    counted: bool,
}

const UNITS: [&str; 2] = ["A", "B"];

impl<'c> Planted<'c> {
    fn new(catalogue: &'c Catalogue, counted: bool) -> Self {
        Self { catalogue, cells: BTreeMap::new(), rosters: BTreeSet::new(), counted }
    }

    fn set(&mut self, figure: &Figure, number: u64, year: i16) {
        let mut units = vec![None];
        if let Some(kind) = &figure.unit_kind {
            self.rosters.insert(kind.to_string());
            units = UNITS.map(|unit| Some((kind.to_string(), unit.to_owned()))).to_vec();
        }
        for unit in units {
            let part = figure.disaggregation.unwrap_or(Disaggregation::TOTAL);
            let key = (figure.indicator.as_deref().unwrap_or_default().to_owned(), part, unit, year);
            match figure.of {
                FigureOf::Value => self.cells.entry(key).or_default().value = Some(number),
                FigureOf::Cases if !self.counted => self.cells.entry(key).or_default().value = Some(number),
                FigureOf::Numerator | FigureOf::Cases => {
                    self.cells.entry(key).or_default().numerator = Some(number);
                }
                FigureOf::Denominator => self.cells.entry(key).or_default().denominator = Some(number),
                _ => {}
            }
        }
    }

    fn set_all(&mut self, figures: &[Figure], number: u64) {
        figures.iter().for_each(|figure| self.set(figure, number, 2024));
    }

    /// The relations that do not hold.
    fn found(&self) -> BTreeSet<String> {
        let rows = self.cells.iter().map(|((indicator, part, unit, year), wanted)| {
            let card = self.catalogue.indicator(indicator).expect("a known indicator");
            let year = Year::literal(*year);
            // As its own calendar has it.
            let period = match card.calendar {
                Calendar::SchoolYear => Period::SchoolYear(year),
                Calendar::Term => Period::Term(year),
                _ => Period::Year(year),
            };
            let value = match wanted.value {
                Some(value) => Value::Number(Number::new(value.into(), 0).expect("a number")),
                None => {
                    let denominator = wanted.denominator.unwrap_or(10_000);
                    Value::Counts(Counts {
                        numerator: wanted.numerator.unwrap_or(denominator / 2),
                        denominator,
                    })
                }
            };
            let row = Observation::new(card.id.clone(), period, value, card.unit).among(*part);
            match unit {
                Some((kind, id)) => row.in_unit(ReportingUnit::new(kind.clone(), id.clone())),
                None => row,
            }
        });
        let rosters = self.rosters.iter().map(|kind| Roster::new(kind.clone(), Year::literal(2024), UNITS));
        let data = self.catalogue.data(rows).with_rosters(rosters);
        assert_eq!(data.refused(), 0, "{:?}", data.findings());
        let audit = data.area_or_empty("").audit();
        broken(&audit).map(|broken| broken.relation.to_string()).collect()
    }
}

fn look(relation: &Relation, planted: &Planted<'_>, silent: &mut Vec<String>) {
    if !planted.found().contains(&*relation.id) {
        silent.push(relation.id.to_string());
    }
}

#[test]
fn every_built_in_relation_can_be_broken_and_is_found() {
    let catalogue = Catalogue::hangjin();
    let new = |counted| Planted::new(&catalogue, counted);
    let (mut endless, mut tried, mut silent) = (0, 0, Vec::new());
    for relation in catalogue.relations() {
        tried += 1;
        match &relation.says {
            RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                let cases = left.iter().any(|figure| figure.of == FigureOf::Cases);
                for counted in [false, true].into_iter().filter(|counted| cases || !counted) {
                    let mut planted = new(counted);
                    let days = right.iter().any(|figure| figure.of == FigureOf::DaysOfTheYear);
                    for figure in left {
                        let things = |id: &str| catalogue.indicator(id).expect("known").unit.is_whole();
                        let rate = matches!(figure.of, FigureOf::Value | FigureOf::Cases)
                            && !things(figure.indicator.as_deref().unwrap());
                        planted.set(
                            figure,
                            if days {
                                367
                            } else if rate {
                                80
                            } else {
                                5_000
                            },
                            2024,
                        );
                    }
                    let hours = left.iter().filter(|figure| figure.of == FigureOf::Value && left.len() > 2);
                    hours.for_each(|figure| planted.set(figure, 20, 2024));
                    planted.set_all(right, 3);
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::Same { figures } => {
                let mut planted = new(true);
                figures.iter().zip(100..).for_each(|(figure, number)| planted.set(figure, number, 2024));
                look(relation, &planted, &mut silent);
            }
            RelationKind::Sum { parts, whole } => {
                let mut planted = new(true);
                planted.set_all(parts, 10);
                planted.set(whole, 500, 2024);
                look(relation, &planted, &mut silent);
            }
            RelationKind::Within { left, right, .. } => {
                for (one, other) in [(1_000, 10), (1, 1_000)] {
                    let mut planted = new(true);
                    planted.set(left, one, 2024);
                    planted.set(right, other, 2024);
                    // Two units on the roster are more than one.
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::Between { total, parts } => {
                for (one, other) in [(99, 10), (10, 99)] {
                    let mut planted = new(true);
                    planted.set(total, one, 2024);
                    planted.set_all(parts, other);
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::Change { figures, .. } => {
                for figure in figures {
                    let mut planted = new(true);
                    planted.set(figure, 1_000, 2023);
                    planted.set(figure, 2_000, 2024);
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::Range { indicator, low, high, .. } => {
                let card = catalogue.indicator(indicator).expect("a known indicator");
                let figure = Figure { indicator: Some(indicator.clone()), ..Figure::value("") };
                let whole = |number: Number| {
                    u64::try_from(number.to_ratio().floor().expect("a number")).expect("not negative")
                };
                let above = high.filter(|high| card.ceiling.is_none_or(|ceiling| *high < ceiling));
                let below = *low >= Number::from(1_u32) && *low > card.floor;
                endless += usize::from(above.is_none() && !below);
                for number in above.map(|high| whole(high) + 2).into_iter().chain(below.then_some(0)) {
                    let mut planted = new(true);
                    planted.set(&figure, number, 2024);
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::ShareAndMean { share, mean, bound } => {
                let bound = u64::try_from(bound.to_ratio().floor().expect("a number")).expect("not negative");
                for (one, other) in [(100, bound - 1), (0, bound + 1)] {
                    let mut planted = new(true);
                    planted.set(share, one, 2024);
                    planted.set(mean, other, 2024);
                    look(relation, &planted, &mut silent);
                }
            }
            RelationKind::Consequence { cause, effect, .. } => {
                let mut planted = new(true);
                planted.set(cause, 1, 2024);
                planted.set(effect, 101, 2024);
                look(relation, &planted, &mut silent);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(silent, Vec::<String>::new());
    assert!(tried > 300, "{tried}");
    // Gaps between townships have no greatest value, and a share of hundred per cent no greater one.
    assert!(endless <= 12, "{endless}");
}
