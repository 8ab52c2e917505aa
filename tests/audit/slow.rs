//! An independent reading of the relations: every place, every year, every relation, written out with big fractions and without
//! regard to time. It knows the facts of the catalogue and the rows, and nothing of the engine.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational as Q;
use num_traits::{Signed as _, Zero as _};
use proptest::prelude::*;
use statrs::distribution::{Binomial, DiscreteCDF as _, Poisson};

use dabiao::data::{AuditUnit, Datum, FindingKind};
use dabiao::plan::{
    Between, Catalogue, Figure, FigureOf, GapMeasure, IndicatorCard, IndicatorKind, Relation, RelationKind,
};
use dabiao::values::{Disaggregation, Number, Residence, Sex, Unit, Value};
use dabiao::{Observation, Roster};

/// Part of the population and unit, as text.
type Place = (Disaggregation, String);

struct Cell {
    counts: Option<(u64, u64)>,
    /// The value, and half its last digit where it was printed.
    value: Q,
    half: Q,
}

fn whole(number: impl Into<BigInt>) -> Q {
    Q::from_integer(number.into())
}

fn exact(number: Number) -> Q {
    Q::new(number.mantissa().into(), BigInt::from(10).pow(number.places()))
}

/// What one unit converts to in another of its family.
fn factor(from: Unit, to: Unit) -> Q {
    let per = |unit| match unit {
        Unit::Percent | Unit::PercentagePoints => 100,
        Unit::PerMille | Unit::PerMillePoints => 1_000,
        Unit::Per10k => 10_000,
        Unit::Per100k => 100_000,
        _ => 1,
    };
    Q::new(per(to).into(), per(from).into())
}

fn counts_things(unit: Unit) -> bool {
    matches!(unit, Unit::Count | Unit::Persons)
}

struct Reading<'a> {
    catalogue: &'a Catalogue,
    cells: BTreeMap<(String, Place, i32), Cell>,
    rosters: BTreeMap<(String, i32), Vec<String>>,
    found: BTreeSet<(String, i32, String)>,
}

impl<'a> Reading<'a> {
    fn new(catalogue: &'a Catalogue, rows: &[Observation], rosters: &[Roster]) -> Self {
        let mut cells = BTreeMap::new();
        for row in rows {
            let card = catalogue.indicator(&row.indicator).expect("a known indicator");
            let unit =
                row.area_unit.as_ref().map_or_else(String::new, |unit| format!("{} {}", unit.kind, unit.id));
            let Datum::Value(value) = row.datum else { continue };
            let cell = match value {
                Value::Number(number) => {
                    let scale = factor(row.unit, card.unit);
                    let digit = Q::new(BigInt::from(1), BigInt::from(10).pow(number.places()) * 2) * &scale;
                    let half = if counts_things(card.unit) { whole(0) } else { digit };
                    Cell { counts: None, value: exact(number) * scale, half }
                }
                Value::Counts(counts) => {
                    let per = card.unit.per().expect("a quotient");
                    let value = Q::new(
                        (u128::from(counts.numerator) * u128::from(per)).into(),
                        counts.denominator.into(),
                    );
                    Cell { counts: Some((counts.numerator, counts.denominator)), value, half: whole(0) }
                }
                other => panic!("{other:?}"),
            };
            let limited = card.ceiling.is_some_and(|ceiling| cell.value > exact(ceiling));
            if limited {
                continue;
            }
            let key = (card.id.to_string(), (row.disaggregation, unit), row.period.year().number());
            cells.insert(key, cell);
        }
        let rosters = rosters.iter().map(|roster| {
            let ids = roster.members.iter().map(|member| member.id.to_string()).collect();
            ((roster.kind.to_string(), roster.year.number()), ids)
        });
        Self { catalogue, cells, rosters: rosters.collect(), found: BTreeSet::new() }
    }

    fn cell(&self, indicator: &str, place: &Place, year: i32) -> Option<&Cell> {
        self.cells.get(&(indicator.to_owned(), place.clone(), year))
    }

    /// The least and the most that a figure can be.
    fn ends(&self, figure: &Figure, place: &Place, year: i32, counted: bool) -> Option<(Q, Q)> {
        let times = figure.times.map_or(whole(1), |times| {
            let text = times.to_string();
            let (part, of) = text.split_once('/').expect("a fraction");
            Q::new(part.parse().expect("a number"), of.parse().expect("a number"))
        });
        let place = &(figure.disaggregation.unwrap_or(place.0), place.1.clone());
        let (low, high) = match figure.of {
            FigureOf::Number(number) => (exact(number), exact(number)),
            FigureOf::DaysOfTheYear => {
                let days = if year % 4 == 0 { 366 } else { 365 };
                (whole(days), whole(days))
            }
            FigureOf::RosterSize => {
                if *place != (Disaggregation::TOTAL, String::new()) {
                    return None;
                }
                let size = self.rosters.get(&(figure.unit_kind.as_ref()?.to_string(), year))?.len();
                (whole(size), whole(size))
            }
            of => {
                let places = match figure.unit_kind.as_deref().unwrap_or_default() {
                    "" => vec![place.clone()],
                    kind if place.1.is_empty() => {
                        let ids = self.rosters.get(&(kind.to_owned(), year))?;
                        ids.iter().map(|id| (place.0, format!("{kind} {id}"))).collect()
                    }
                    _ => return None,
                };
                let mut sum = (whole(0), whole(0));
                for place in &places {
                    let cell = self.cell(figure.indicator.as_deref().unwrap_or_default(), place, year)?;
                    let (low, high) = match (of, counted) {
                        (FigureOf::Value, _) | (FigureOf::Cases, false) => {
                            (&cell.value - &cell.half, &cell.value + &cell.half)
                        }
                        (FigureOf::Denominator, _) => (whole(cell.counts?.1), whole(cell.counts?.1)),
                        _ => (whole(cell.counts?.0), whole(cell.counts?.0)),
                    };
                    sum = (sum.0 + low, sum.1 + high);
                }
                sum
            }
        };
        Some((low * &times, high * times))
    }

    fn places(&self) -> BTreeSet<(Place, i32)> {
        self.cells.keys().map(|(_, place, year)| (place.clone(), *year)).collect()
    }

    fn say(&mut self, id: &str, year: i32, (part, unit): &Place) {
        self.found.insert((id.to_owned(), year, format!("{}/{} {unit}", part.residence, part.sex)));
    }

    fn read(mut self) -> BTreeSet<(String, i32, String)> {
        let catalogue = self.catalogue;
        for relation in catalogue.relations() {
            for (place, year) in self.places() {
                if self.is_broken(relation, &place, year) == Some(true) {
                    self.say(&relation.id, year, &place);
                }
            }
        }
        for card in catalogue.indicators() {
            for (place, year) in self.places() {
                self.general(card, &place, year);
            }
        }
        self.found
    }

    /// `None` where a side is missing.
    fn is_broken(&self, relation: &Relation, place: &Place, year: i32) -> Option<bool> {
        let total = *place == (Disaggregation::TOTAL, String::new());
        let figures = |figures: &[Figure]| -> Option<(Q, Q)> {
            let mut sum = (whole(0), whole(0));
            let all = match &relation.says {
                RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                    left.iter().chain(right).collect::<Vec<_>>()
                }
                _ => Vec::new(),
            };
            let counted = all.iter().filter(|figure| figure.of == FigureOf::Cases).all(|figure| {
                self.cell(figure.indicator.as_deref().unwrap_or_default(), place, year)
                    .is_some_and(|cell| cell.counts.is_some())
            });
            for figure in figures {
                let (low, high) = self.ends(figure, place, year, counted)?;
                sum = (sum.0 + low, sum.1 + high);
            }
            Some(sum)
        };
        let one = |figure: &Figure| self.ends(figure, place, year, false);
        match &relation.says {
            RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                let (left, right) = (figures(left)?, figures(right)?);
                Some(left.0 > right.1)
            }
            RelationKind::Same { figures } => {
                let told: Vec<_> = figures.iter().filter_map(one).collect();
                Some(told.windows(2).any(|pair| pair[0] != pair[1]))
            }
            RelationKind::Sum { parts, whole } => {
                let placed = parts.iter().chain([whole]).any(|figure| figure.disaggregation.is_some());
                if placed && place.0 != Disaggregation::TOTAL {
                    return None;
                }
                let (parts, whole) = (figures(parts)?, one(whole)?);
                Some(parts.0 > whole.1 || whole.0 > parts.1)
            }
            RelationKind::Within { left, right, percent } => {
                let (left, right, percent) = (one(left)?, one(right)?, exact(*percent));
                let most = right.1 * (whole(100) + &percent) / whole(100);
                let least = right.0 * (whole(100) - percent) / whole(100);
                Some(left.0 > most || left.1 < least)
            }
            RelationKind::Change { figures, percent } => {
                if !total {
                    return None;
                }
                for figure in figures {
                    let (Some(now), Some(before)) = (one(figure), self.ends(figure, place, year - 1, false))
                    else {
                        continue;
                    };
                    let (now, before) = (now.0, before.0);
                    if now < whole(100) && before < whole(100) {
                        return Some(false);
                    }
                    return Some((now - &before).abs() * whole(100) > before * exact(*percent));
                }
                None
            }
            RelationKind::Range { indicator, low, above_zero, high } => {
                let cell = self.cell(indicator, place, year).filter(|_| total)?;
                let card = self.catalogue.indicator(indicator).expect("a known indicator");
                let least = match above_zero {
                    Some(least) if !cell.value.is_zero() => exact(*least),
                    _ => exact(*low),
                };
                let over = high.map(exact).filter(|high| &cell.value - &cell.half > *high);
                let under = (&cell.value + &cell.half < least).then_some(least);
                let Some((numerator, denominator)) = cell.counts else {
                    return Some(over.is_some() || under.is_some());
                };
                let rare = |end: &Q, above: bool| {
                    let part: f64 = ratio(&(end / whole(card.unit.per().expect("a quotient"))));
                    let tail = if card.ceiling.is_some() {
                        let law = Binomial::new(part, denominator).expect("a share");
                        if !above {
                            law.cdf(numerator)
                        } else if numerator == 0 {
                            1.0
                        } else {
                            law.sf(numerator - 1)
                        }
                    } else if part == 0.0 {
                        f64::from(numerator == 0 || !above)
                    } else {
                        let law = Poisson::new(part * denominator as f64).expect("a rate");
                        if !above {
                            law.cdf(numerator)
                        } else if numerator == 0 {
                            1.0
                        } else {
                            law.sf(numerator - 1)
                        }
                    };
                    tail < 0.001
                };
                Some(
                    over.is_some_and(|high| rare(&high, true))
                        || under.is_some_and(|least| rare(&least, false)),
                )
            }
            RelationKind::ShareAndMean { share, mean, bound } => {
                let (mean, bound) = (one(mean)?, exact(*bound));
                let share = &self.cell(share.indicator.as_ref()?, place, year)?.value;
                Some((*share == whole(100) && mean.1 < bound) || (share.is_zero() && mean.0 >= bound))
            }
            RelationKind::Between { total, parts } => {
                let placed = parts.iter().any(|figure| figure.disaggregation.is_some());
                if placed && place.0 != Disaggregation::TOTAL {
                    return None;
                }
                let total = one(total)?;
                let parts = parts.iter().map(one).collect::<Option<Vec<_>>>()?;
                Some(parts.iter().all(|part| total.0 > part.1) || parts.iter().all(|part| total.1 < part.0))
            }
            RelationKind::Consequence { cause, effect, below } => {
                let (cause, effect) = (one(cause)?, one(effect)?);
                Some(cause.0.is_positive() && effect.0 >= exact(*below))
            }
            other => panic!("{other:?}"),
        }
    }

    fn general(&mut self, card: &IndicatorCard, place: &Place, year: i32) {
        let id = &*card.id;
        let Some(cell) = self.cell(id, place, year) else { return };
        let (counts, value, half) = (cell.counts, cell.value.clone(), cell.half.clone());
        let mut said: Vec<&str> = Vec::new();
        if card.kind == IndicatorKind::Events && counts.is_some_and(|(cases, of)| cases > of) {
            said.push("events-within-exposure");
        }
        let before = (2000..year).rev().find_map(|at| self.cell(id, place, at));
        if let Some(before) = before.filter(|_| card.gap.is_none()) {
            let few = |cell: &Cell| match cell.counts {
                Some((cases, _)) => cases < 5,
                None => counts_things(card.unit) && cell.value < whole(5),
            };
            let positive = value.is_positive() && before.value.is_positive();
            let ten = whole(10);
            let apart = value >= &before.value * &ten || before.value >= &value * &ten;
            let below_a_tenth =
                |cell: &Cell| card.unit.per().is_some_and(|per| &cell.value * whole(10) < whole(per));
            let bare = counts.is_none() || before.counts.is_none();
            let small = !place.1.is_empty() && bare && below_a_tenth(cell) && below_a_tenth(before);
            if positive && apart && !small && !few(cell) && !few(before) {
                said.push("jump");
            }
        }
        let rate = card.kind != IndicatorKind::ValueOnly && card.unit.per().is_some() && card.gap.is_none();
        let amount = |cell: &Cell| match cell.counts {
            Some(counts) => Some(counts),
            None if counts_things(card.unit) => {
                Some((u64::try_from(cell.value.to_integer()).expect("a count"), 0))
            }
            None => None,
        };
        let own = amount(cell);
        let outside = |parts: &[&Cell]| {
            let above = parts.iter().all(|part| &value - &half > &part.value + &part.half);
            let below = parts.iter().all(|part| &value + &half < &part.value - &part.half);
            above || below
        };
        let Disaggregation { residence, sex, .. } = place.0;
        let mut partitions = Vec::new();
        if residence == Residence::Total {
            partitions.push(
                [Residence::Urban, Residence::Rural].map(|residence| Disaggregation { residence, ..place.0 }),
            );
        }
        if sex == Sex::Total {
            partitions.push([Sex::Female, Sex::Male].map(|sex| Disaggregation { sex, ..place.0 }));
        }
        for parts in partitions {
            let cells: Option<Vec<&Cell>> =
                parts.iter().map(|part| self.cell(id, &(*part, place.1.clone()), year)).collect();
            let Some(cells) = cells else { continue };
            let amounts: Option<Vec<(u64, u64)>> = cells.iter().map(|cell| amount(cell)).collect();
            match (own, amounts) {
                (Some(own), Some(parts)) if (parts[0].0 + parts[1].0, parts[0].1 + parts[1].1) == own => {}
                (Some(_), Some(_)) => said.push("sum-of-parts"),
                _ if rate && outside(&cells) => said.push("between-parts"),
                _ => {}
            }
        }
        if *place == (Disaggregation::TOTAL, String::new()) {
            for ((kind, at), ids) in &self.rosters {
                let units = ids.iter().map(|unit| self.cell(id, &(place.0, format!("{kind} {unit}")), year));
                let Some(units) = units.collect::<Option<Vec<_>>>().filter(|_| *at == year) else { continue };
                let amounts: Option<Vec<(u64, u64)>> = units.iter().map(|cell| amount(cell)).collect();
                match (own, amounts) {
                    (Some(own), Some(parts)) => {
                        let sum = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
                        if sum != own {
                            said.push("sum-of-units");
                        }
                    }
                    _ if rate && outside(&units) => said.push("between-units"),
                    _ => {}
                }
            }
            if let Some(gap) = &card.gap {
                let part = |part| self.cell(&gap.of, &(part, String::new()), year);
                let parts: Option<Vec<&Cell>> = match gap.between {
                    Between::UrbanRural => {
                        [Disaggregation::URBAN, Disaggregation::RURAL].map(part).into_iter().collect()
                    }
                    Between::Sexes => {
                        [Disaggregation::FEMALE, Disaggregation::MALE].map(part).into_iter().collect()
                    }
                    Between::Units => {
                        let roster = self
                            .rosters
                            .get(&(gap.unit_kind.as_deref().unwrap_or_default().to_string(), year));
                        roster.and_then(|ids| {
                            let of = |id| {
                                self.cell(
                                    &gap.of,
                                    &(
                                        place.0,
                                        format!("{} {id}", gap.unit_kind.as_deref().unwrap_or_default()),
                                    ),
                                    year,
                                )
                            };
                            ids.iter().map(of).collect()
                        })
                    }
                };
                if let Some(parts) = parts.filter(|_| gap.measure == GapMeasure::Difference) {
                    let lows: Vec<Q> = parts.iter().map(|part| &part.value - &part.half).collect();
                    let highs: Vec<Q> = parts.iter().map(|part| &part.value + &part.half).collect();
                    let most = (lows.iter().max().expect("one"), highs.iter().max().expect("one"));
                    let least = (lows.iter().min().expect("one"), highs.iter().min().expect("one"));
                    let narrow = (most.0 - least.1).max(whole(0));
                    let wide = most.1 - least.0;
                    if &value - &half > wide || &value + &half < narrow {
                        said.push("gap-and-parts");
                    }
                }
            }
        }
        for id in said {
            self.say(id, year, place);
        }
    }
}

fn ratio(value: &Q) -> f64 {
    use num_traits::ToPrimitive as _;
    value.to_f64().expect("a number")
}

/// Indicators between which many relations hold.
const WATCHED: &[&str] = &[
    "neonatal-mortality-rate",
    "infant-mortality-rate",
    "infant-mortality-rate.urban-rural-gap",
    "infant-mortality-rate.regional-gap",
    "under-5-mortality-rate",
    "maternal-mortality-ratio",
    "newborn-visit-rate",
    "maternal-hiv-testing-rate",
    "maternal-anaemia-prevalence",
    "under-3-systematic-management-rate",
    "under-7-health-management-rate",
    "child-overweight-rate",
    "child-obesity-rate",
    "pupil-fitness-good-rate",
    "pupil-fitness-pass-rate",
    "primary-pupil-sleep-hours",
    "primary-pupil-sleep-share",
    "daily-outdoor-sport-hours",
    "child-injury-mortality-rate",
    "child-drowning-mortality-rate",
    "women-share-of-employed",
    "women-share-of-village-committee",
    "women-share-of-village-committee-heads",
    "community-childrens-home-coverage",
    "childcare-institutions",
    "childcare-places",
    "township-child-social-workers",
    "child-social-work-staff",
    "good-air-quality-rate",
    "maternal-systematic-management-rate",
    "paediatricians-per-1000-children",
    "paediatric-beds-per-1000-children",
    "preschool-gross-enrolment-rate",
    "school-health-education-rate",
    "football-ground-coverage",
    "football-speciality-schools",
    "childrens-homes-with-staff",
    "rural-family-education-station-coverage",
    "urban-family-education-station-coverage",
    "community-fitness-centre-coverage",
    "village-fitness-station-coverage",
    "child-friendly-communities",
];

/// One cell: which indicator, where, when, and what.
fn cell() -> impl Strategy<Value = (usize, usize, i16, bool, u64, u64, u32)> {
    (0..WATCHED.len(), 0..7_usize, 2022..=2024_i16, any::<bool>(), 0..40_u64, 0..40_u64, 0..3_u32)
}

fn rows(catalogue: &Catalogue, cells: &[(usize, usize, i16, bool, u64, u64, u32)]) -> Vec<Observation> {
    let mut told = BTreeSet::new();
    let mut rows = Vec::new();
    for (indicator, place, year, counted, a, b, places) in cells {
        let (indicator, place) = (WATCHED[*indicator], *place);
        if !told.insert((indicator, place, *year)) {
            continue;
        }
        let card = catalogue.indicator(indicator).expect("a known indicator");
        let value = match card.unit.per().filter(|_| *counted) {
            Some(_) => Value::Counts(dabiao::values::Counts { numerator: *a, denominator: *b * 20 + 1 }),
            None if counts_things(card.unit) => {
                Value::Number(Number::from(u32::try_from(*a).expect("small")))
            }
            None => Value::Number(Number::new(i128::from(a * b), *places).expect("a number")),
        };
        let row = Observation::new(indicator, dabiao::Year::literal(*year), value, card.unit);
        // A row of the part that the name speaks of is the whole, and that of both sexes for women stands under their own.
        if (place == 3
            && (card.disaggregation.sex == Sex::Female
                || catalogue.indicators().any(|women| women.women_of.as_deref() == Some(indicator))))
            || ((place == 1 || place == 2) && card.disaggregation.residence != Residence::Total)
        {
            continue;
        }
        let row = match place {
            0 => row,
            1 => row.among(Disaggregation::URBAN),
            2 => row.among(Disaggregation::RURAL),
            3 => row.among(Disaggregation::FEMALE),
            4 => row.among(Disaggregation::MALE),
            unit => {
                let id = if unit == 5 { "A" } else { "B" };
                row.in_unit(dabiao::values::ReportingUnit::new("township", id))
            }
        };
        // Of a share of women the share of men stands only beside it, and of what women alone can be counted in not even there.
        let read = !indicator.starts_with("maternal-");
        let beside = read
            && cells.iter().any(|(other, at, when, ..)| (WATCHED[*other], *at, when) == (indicator, 0, year));
        if place != 4 || card.disaggregation.sex != Sex::Female || beside {
            rows.push(row);
        }
    }
    rows
}

fn rosters() -> Vec<Roster> {
    (2022..=2024)
        .flat_map(|year| {
            let year = dabiao::Year::literal(year);
            [
                Roster::new("township", year, ["A", "B"]),
                Roster::new("village", year, ["v1", "v2", "v3"]),
                Roster::new("community", year, ["c1"]),
            ]
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_engine_finds_what_the_slow_reading_finds(cells in proptest::collection::vec(cell(), 0..300)) {
        let catalogue = Catalogue::hangjin();
        let (rows, rosters) = (rows(&catalogue, &cells), rosters());
        let audit = catalogue.data(rows.clone()).with_rosters(rosters.clone()).area_or_empty("").audit();
        let mut engine = BTreeSet::new();
        for finding in audit.findings() {
            let FindingKind::RelationBroken(broken) = &finding.kind else { panic!("{finding:?}") };
            let first = &broken.cells[0];
            // A fixed part of the population stands beside its whole.
            let unit = match &first.area_unit {
                Some(AuditUnit::One(unit)) => format!("{} {}", unit.kind, unit.id),
                Some(AuditUnit::All { .. }) | None => String::new(),
            };
            let part = first.disaggregation;
            engine.insert((
                broken.relation.to_string(),
                first.period.year().number(),
                format!("{}/{} {unit}", part.residence, part.sex),
            ));
        }
        let slow = Reading::new(&catalogue, &rows, &rosters).read();
        prop_assert_eq!(engine, slow);
    }
}
