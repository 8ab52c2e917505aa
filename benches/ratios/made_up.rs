//! Figures that are made up, the same in every run.

use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Roster, Year,
    indicators::MATERNAL_MORTALITY_RATIO,
    judge::TypedThreshold,
    plan::{Calendar, IndicatorCard, IndicatorKind},
    values::{AgeGroup, Counts, Disaggregation, ReportingUnit, Text, Value, unit::Per100k},
};

pub(crate) const YEAR: Year = Year::literal(2024);

/// A small generator, so that every run judges the same.
pub(crate) struct SplitMix(pub(crate) u64);

impl SplitMix {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ z >> 31) % end
    }
}

pub(crate) fn maternal(catalogue: &Catalogue) -> TypedThreshold<Per100k> {
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let threshold = Evaluator::new(catalogue).threshold(target, YEAR).unwrap();
    threshold.typed(MATERNAL_MORTALITY_RATIO).unwrap()
}

/// A value for every indicator and year from 2020 to 2024; whole, so that things counted take it too.
pub(crate) fn rows(catalogue: &Catalogue, counties: u32) -> Vec<Observation> {
    let mut rows = Vec::new();
    for county in 0..counties {
        for card in catalogue.indicators() {
            for year in 2020..=2024_i16 {
                let value = Value::Number(Number::from(u32::from(year.unsigned_abs()) - 1970 + county % 3));
                let row = Observation::new(card.id.clone(), Year::literal(year), value, card.unit);
                rows.push(if counties == 1 { row } else { row.in_area(format!("{county:06}")) });
            }
        }
    }
    rows
}

/// Rows that contradict each other, of counts that cannot be, for a name that is unknown, or of a later year.
pub(crate) fn odd_rows(wanted: usize) -> Vec<Observation> {
    let mut random = SplitMix(4);
    (0..wanted)
        .map(|_| {
            let counts = Counts { numerator: u64::MAX - random.below(3), denominator: random.below(3) };
            let name =
                if random.below(2) == 0 { "maternal-mortality-ratio" } else { "materal-mortality-ratio" };
            let year = Year::literal(2020 + i16::try_from(random.below(20)).unwrap());
            Observation::new(name, year, Value::Counts(counts), dabiao::values::Unit::Per100k)
        })
        .collect()
}

/// What a unit of so many persons tells of an indicator: counts where it takes them.
pub(crate) fn told(card: &IndicatorCard, times: u64) -> Value {
    match (card.unit.per(), card.kind) {
        (Some(_), IndicatorKind::Events) => Value::Counts(Counts { numerator: 0, denominator: 200 * times }),
        (Some(_), _) => Value::Counts(Counts { numerator: 110 * times, denominator: 200 * times }),
        (None, _) if card.unit.is_whole() => Value::Number(Number::new(i128::from(times), 0).unwrap()),
        (None, _) => Value::Number(Number::literal("12.0")),
    }
}

/// A banner with so many townships: every indicator in every year, the whole the sum of the townships.
pub(crate) fn banner<'c>(catalogue: &'c Catalogue, townships: u64, odd: &[Text]) -> (Data<'c>, usize) {
    let years = || (2020..=2024).map(Year::literal);
    let cards: Vec<_> = catalogue
        .indicators()
        .filter(|card| card.calendar != Calendar::Event && !odd.contains(&card.id))
        .collect();
    let ids: Vec<String> = (0..townships).map(|place| format!("{place:03}")).collect();
    let mut rows = Vec::new();
    for card in cards {
        for year in years() {
            rows.push(Observation::new(card.id.clone(), year, told(card, townships), card.unit));
            rows.extend(ids.iter().map(|id| {
                let unit = ReportingUnit::new("township", id.as_str());
                Observation::new(card.id.clone(), year, told(card, 1), card.unit).in_unit(unit)
            }));
        }
    }
    let cells = rows.len();
    let rosters = years().map(|year| Roster::new("township", year, ids.iter().map(String::as_str)));
    (catalogue.data(rows).with_rosters(rosters), cells)
}

/// The indicators whose made-up figures contradict others: findings take their own time.
pub(crate) fn contradictory(catalogue: &Catalogue) -> Vec<Text> {
    let mut odd: Vec<Text> = Vec::new();
    loop {
        let (data, _) = banner(catalogue, 9, &odd);
        let audit = data.area_or_empty("").audit();
        if audit.findings().is_empty() {
            return odd;
        }
        odd.extend(audit.findings().iter().map(|finding| finding.indicator.clone().unwrap()));
    }
}

/// Townships that tell every part of the population beside the whole: town and country, girls and boys, two age groups.
pub(crate) fn townships_in_parts(catalogue: &Catalogue, townships: u64) -> (Data<'_>, usize) {
    let parts = [
        (Disaggregation::TOTAL, 4),
        (Disaggregation::URBAN, 2),
        (Disaggregation::RURAL, 2),
        (Disaggregation::FEMALE, 2),
        (Disaggregation::MALE, 2),
        (Disaggregation::TOTAL.of_age(AgeGroup::years(0, 2)), 2),
        (Disaggregation::TOTAL.of_age(AgeGroup::years(3, 6)), 2),
    ];
    let mut rows = Vec::new();
    for year in (2020..=2024).map(Year::literal) {
        for place in 0..townships {
            for (part, times) in parts {
                for indicator in ["under-7-health-management-rate", "eye-examination-coverage-0-6"] {
                    let value = Value::Counts(Counts { numerator: 95 * times, denominator: 100 * times });
                    let row = Observation::new(indicator, year, value, dabiao::values::Unit::Percent);
                    let unit = ReportingUnit::new("township", format!("{place:03}"));
                    rows.push(row.among(part).in_unit(unit));
                }
            }
        }
    }
    let cells = rows.len();
    (catalogue.data(rows), cells)
}
