//! Clean random counties give nothing; one planted error is found, and every finding names it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use dabiao::data::{AuditCell, AuditUnit, FindingKind};
use dabiao::values::{Counts, Disaggregation, ReportingUnit, Value};
use dabiao::{Catalogue, Data, Observation, Roster, Year};

const YEARS: std::ops::RangeInclusive<i16> = 2021..=2024;
const TOWNSHIPS: [&str; 4] = ["A", "B", "C", "D"];

/// A place of the county: the whole, town, country, girls, boys, or a township.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Whole,
    Part(Disaggregation),
    Township(&'static str),
}

/// Counts by indicator, place and year.
type County = BTreeMap<(&'static str, Place, i16), (u64, u64)>;

/// What a draw decides of one township in one year: births, deaths of infants, of mothers, women tested.
type Draw = (u64, [u64; 3], u64, u64);

fn draw() -> impl Strategy<Value = Draw> {
    // Deaths so few that chance explains any rate.
    (180..220_u64, [0..2_u64, 0..2, 0..2], 0..2_u64, 1..10_u64)
}

fn add(county: &mut County, key: (&'static str, Place, i16), (numerator, denominator): (u64, u64)) {
    let cell = county.entry(key).or_default();
    *cell = (cell.0 + numerator, cell.1 + denominator);
}

/// A county whose figures all agree: townships add up to town and country, to girls and boys, and to the whole.
fn county(draws: &[Draw]) -> County {
    let mut county = County::new();
    let mut draws = draws.iter();
    for year in YEARS {
        for (place, township) in TOWNSHIPS.into_iter().enumerate() {
            let (births, [neonates, infants, older], mothers, untested) = *draws.next().expect("a draw");
            let infants = neonates + infants;
            let under_5 = infants + older;
            let tested = births - untested;
            let under_3 = births * 3;
            let under_7 = births * 7;
            let cells = [
                ("neonatal-mortality-rate", (neonates, births)),
                ("infant-mortality-rate", (infants, births)),
                ("under-5-mortality-rate", (under_5, births)),
                ("maternal-mortality-ratio", (mothers, births)),
                ("newborn-visit-rate", (tested, births)),
                ("maternal-systematic-management-rate", (tested, births)),
                ("maternal-hiv-testing-rate", (tested, births)),
                ("maternal-syphilis-testing-rate", (tested, births)),
                ("maternal-hepatitis-b-testing-rate", (tested, births)),
                ("under-3-systematic-management-rate", (under_3 - untested, under_3)),
                ("under-7-health-management-rate", (under_7 - untested, under_7)),
                ("eye-examination-coverage-0-6", (under_7 - untested, under_7)),
            ];
            for (indicator, counts) in cells {
                let residence = if place == 0 { Disaggregation::URBAN } else { Disaggregation::RURAL };
                // The girls are those of the first two townships: any share will do, if the boys are the rest.
                let sex = if place < 2 { Disaggregation::FEMALE } else { Disaggregation::MALE };
                for place in
                    [Place::Whole, Place::Part(residence), Place::Part(sex), Place::Township(township)]
                {
                    // Of mothers there are neither girls nor boys.
                    if indicator.starts_with("maternal-") && place == Place::Part(sex) {
                        continue;
                    }
                    add(&mut county, (indicator, place, year), counts);
                }
            }
        }
    }
    county
}

fn data<'c>(catalogue: &'c Catalogue, county: &County) -> Data<'c> {
    let rows = county.iter().map(|((indicator, place, year), (numerator, denominator))| {
        let card = catalogue.indicator(indicator).expect("a known indicator");
        let value = Value::Counts(Counts { numerator: *numerator, denominator: *denominator });
        let row = Observation::new(*indicator, Year::literal(*year), value, card.unit);
        match place {
            Place::Whole => row,
            Place::Part(part) => row.among(*part),
            Place::Township(id) => row.in_unit(ReportingUnit::new("township", *id)),
        }
    });
    let rosters = YEARS.map(|year| Roster::new("township", Year::literal(year), TOWNSHIPS));
    catalogue.data(rows).with_rosters(rosters)
}

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    proptest::collection::vec(draw(), YEARS.count() * TOWNSHIPS.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn clean_data_give_nothing(draws in draws()) {
        let catalogue = Catalogue::hangjin();
        let audit = data(&catalogue, &county(&draws)).area_or_empty("").audit();
        prop_assert_eq!(audit.findings(), []);
        prop_assert!(audit.checked() > 500);
    }

    // Every cell is tied to others by sums, so any other count shows. What is said of it names it.
    #[test]
    fn one_planted_error_is_found_and_only_it(
        draws in draws(),
        which in any::<prop::sample::Index>(),
        more in 1..50_u64,
        numerator in any::<bool>(),
    ) {
        let catalogue = Catalogue::hangjin();
        let mut county = county(&draws);
        let place = which.index(county.len());
        let (key, cell) = county.iter_mut().nth(place).expect("a cell");
        if numerator { cell.0 += more } else { cell.1 += more }
        // More than all are refused where they are read.
        let key = *key;
        let (indicator, at, year) = key;
        let refused = cell.0 > cell.1;
        let data = data(&catalogue, &county);
        let audit = data.area_or_empty("").audit();
        if refused {
            prop_assert!(!data.findings().is_empty() || !audit.findings().is_empty());
            return Ok(());
        }
        prop_assert!(!audit.findings().is_empty(), "{key:?} is not found");
        for finding in audit.findings() {
            let FindingKind::RelationBroken(broken) = &finding.kind else { panic!("{finding:?}") };
            let whole = |cell: &AuditCell| cell.area_unit.is_none();
            let named = broken.cells.iter().any(|cell| {
                let here = match at {
                    Place::Whole => whole(cell) && cell.disaggregation == Disaggregation::TOTAL,
                    Place::Part(part) => whole(cell) && cell.disaggregation == part,
                    Place::Township(id) => {
                        cell.area_unit.as_ref().is_some_and(|unit| match unit {
                            AuditUnit::All { .. } => true,
                            AuditUnit::One(unit) => unit.id == id,
                        })
                    }
                };
                here && cell.indicator == indicator && cell.period.year().number() == i32::from(year)
            });
            prop_assert!(named, "{} does not name {key:?}", finding.kind);
        }
    }
}
