//! A county made up to the last figure: townships, town and country, girls and boys, counts and printed rates. Everything agrees, so
//! that nothing may be said of it.

use std::collections::BTreeMap;

use dabiao::plan::Calendar;
use dabiao::values::{Counts, Disaggregation, Number, Period, ReportingUnit, Value};
use dabiao::{Catalogue, Observation, Roster, Year};

/// A small generator, so that every run makes the same counties.
struct Draw(u64);

impl Draw {
    /// From one number to another, both included.
    fn from(&mut self, least: u64, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        least + (z ^ (z >> 31)) % (most - least + 1)
    }

    /// So many per cent of a number, or a few less.
    fn most_of(&mut self, of: u64, least: u64) -> u64 {
        of * self.from(least, 100) / 100
    }
}

const TOWNSHIPS: [&str; 6] =
    ["锡尼镇", "巴拉贡镇", "吉日嘎朗图镇", "独贵塔拉镇", "呼和木独镇", "伊和乌素苏木"];
const TOWN: usize = 0;
const YEARS: std::ops::RangeInclusive<i16> = 2020..=2024;

type Cells = BTreeMap<&'static str, (u64, u64)>;

/// What a township counts of the children of one sex in one year.
fn of_children(draw: &mut Draw, births: u64) -> Cells {
    let mut cells = Cells::new();
    let dead = draw.from(0, 1);
    let infants = dead + draw.from(0, 1);
    for (id, numerator) in [
        ("neonatal-mortality-rate", dead),
        ("infant-mortality-rate", infants),
        ("under-5-mortality-rate", infants + draw.from(0, 1)),
        ("newborn-visit-rate", draw.most_of(births, 92)),
        ("newborn-metabolic-screening-rate", draw.most_of(births, 95)),
        ("newborn-hearing-screening-rate", draw.most_of(births, 93)),
        ("congenital-syphilis-case-rate", 0),
    ] {
        cells.insert(id, (numerator, births));
    }
    let under_3 = births * 3 + draw.from(0, 9);
    let under_7 = births * 7 + draw.from(10, 40);
    let managed_7 = draw.most_of(under_7, 96);
    let managed_3 = draw.most_of(under_3, 92).min(managed_7);
    let eyes = draw.most_of(managed_7, 93);
    cells.insert("under-3-systematic-management-rate", (managed_3, under_3));
    cells.insert("under-7-health-management-rate", (managed_7, under_7));
    cells.insert("eye-examination-coverage-0-6", (eyes, under_7));
    let measured = draw.most_of(births * 5, 80);
    let haemoglobin = draw.most_of(measured, 85);
    cells.insert("under-5-stunting-rate", (measured * draw.from(0, 2) / 100, measured));
    cells.insert("under-5-anaemia-rate", (haemoglobin * draw.from(1, 6) / 100, haemoglobin));
    let surveyed = draw.most_of(births, 40);
    cells.insert("exclusive-breastfeeding-rate", (surveyed * draw.from(45, 80) / 100, surveyed));
    let pupils = births * 9;
    let weighed = draw.most_of(pupils, 90);
    let overweight = weighed * draw.from(12, 18) / 100;
    cells.insert("child-overweight-rate", (overweight, weighed));
    cells.insert("child-obesity-rate", (overweight * draw.from(40, 90) / 100, weighed));
    let passed = draw.most_of(pupils, 86);
    cells.insert("pupil-fitness-pass-rate", (passed, pupils));
    cells.insert("pupil-fitness-good-rate", (passed * draw.from(45, 70) / 100, pupils));
    let children = births * 18 + draw.from(200, 300);
    let mut rarely = || u64::from(draw.from(0, 9) == 0);
    let (drowned, traffic, falls, other, lamed) = (rarely(), rarely(), rarely(), rarely(), rarely());
    let hurt = falls + draw.from(20, 60);
    for (id, numerator) in [
        ("child-drowning-mortality-rate", drowned),
        ("child-road-traffic-mortality-rate", traffic),
        ("child-fall-burn-poisoning-mortality-rate", falls),
        ("child-injury-mortality-rate", drowned + traffic + falls + other),
        ("child-fall-burn-poisoning-incidence-rate", hurt + lamed),
        ("child-fall-burn-poisoning-disability-rate", lamed),
        ("child-injury-disability-rate", lamed + draw.from(0, 1)),
    ] {
        cells.insert(id, (numerator, children));
    }
    cells
}

/// What a township counts of the mothers of so many children.
fn of_mothers(draw: &mut Draw, born: u64) -> Cells {
    let mut cells = Cells::new();
    let mothers = born - draw.from(0, born / 60);
    for (id, numerator) in [
        ("maternal-hiv-testing-rate", draw.most_of(mothers, 98)),
        ("maternal-syphilis-testing-rate", draw.most_of(mothers, 98)),
        ("maternal-hepatitis-b-testing-rate", draw.most_of(mothers, 98)),
        ("antenatal-screening-rate", draw.most_of(mothers, 80)),
        ("early-pregnancy-hiv-testing-rate", mothers * draw.from(70, 97) / 100),
        ("early-pregnancy-syphilis-testing-rate", mothers * draw.from(70, 97) / 100),
        ("early-pregnancy-hepatitis-b-testing-rate", mothers * draw.from(70, 97) / 100),
    ] {
        cells.insert(id, (numerator, mothers));
    }
    cells.insert("maternal-systematic-management-rate", (draw.most_of(mothers, 92), born));
    cells.insert("maternal-mortality-ratio", (u64::from(draw.from(0, 40) == 0), born));
    cells.insert("caesarean-section-rate", (born * draw.from(35, 45) / 100, born));
    let examined = draw.most_of(mothers, 92);
    cells.insert("maternal-anaemia-prevalence", (examined * draw.from(5, 15) / 100, examined));
    let infected = draw.from(0, 2);
    cells.insert("maternal-syphilis-treatment-rate", (infected, infected));
    cells.insert("maternal-hiv-treatment-rate", (0, 0));
    let aged = born * 11;
    cells.insert("cervical-cancer-screening-rate", (aged * draw.from(70, 85) / 100, aged));
    cells.insert("breast-cancer-screening-rate", (aged * draw.from(60, 75) / 100, aged));
    let fertile = born * 14;
    let unintended = fertile * draw.from(10, 20) / 1_000;
    cells.insert("unintended-pregnancy-rate", (unintended, fertile));
    cells.insert("induced-abortion-rate", (unintended / 2, fertile));
    let female = born * 40 + draw.from(0, 99);
    cells.insert("cervical-cancer-mortality-rate", (draw.from(0, 1), female));
    cells.insert("breast-cancer-mortality-rate", (draw.from(0, 1), female));
    cells
}

/// Figures of the whole county that no township tells.
fn of_the_county(draw: &mut Draw, turn: u64, children: u64) -> Vec<(&'static str, (u64, u64))> {
    let employed = (25_000 + turn * 50, 56_000 + turn * 90);
    let urban = (employed.0 * 2 / 5, employed.1 * 2 / 5);
    let staff = (4_200 + turn, 7_900 + turn);
    let enterprise = (1_500, 3_300);
    let institution = (2_600, 4_500);
    let schools = 24;
    let compulsory = 19;
    let (villages, communities) = (76, 10);
    let homes = villages + communities - draw.from(0, 6);
    let days = 340 + draw.from(0, 5);
    let patients = 6 + draw.from(0, 3);
    let rural_people = 61_000 - turn * 400;
    let households = rural_people / 3;
    let toilets = households * 8 / 10;
    let piped = draw.most_of(rural_people, 90);
    vec![
        ("women-share-of-employed", employed),
        ("women-share-of-urban-unit-employed", urban),
        ("women-share-of-senior-professionals", (660 + turn, 1_250 + turn)),
        ("women-share-of-high-tech-employed", (90, 260)),
        ("women-share-of-emerging-industry-employed", (210, 700)),
        ("women-share-of-modern-service-employed", (3_100, 5_800)),
        ("women-share-of-staff", staff),
        ("women-share-of-enterprise-staff", enterprise),
        ("women-share-of-public-institution-staff", institution),
        ("women-share-of-public-institution-leadership", (160, 520)),
        ("women-share-of-public-institution-decision-makers", (310, 700)),
        ("women-share-of-health-education-culture-decision-makers", (180, 360)),
        ("women-share-of-enterprise-workers-congress", (130, 300)),
        ("women-share-of-public-institution-workers-congress", (350, 620)),
        ("women-share-of-workers-congress", (480, 920)),
        ("women-share-of-party-members", (4_100 + turn * 40, 13_900 + turn * 30)),
        ("women-share-of-department-leadership", (31, 130)),
        ("women-share-of-department-chief-posts", (5, 27)),
        ("women-share-of-leading-bodies", (38, 170)),
        ("women-share-of-young-cadres", (120, 260)),
        ("women-cadre-posts-filled-rate", (40, 42)),
        ("female-occupational-disease-incidence", (0, 9_000)),
        ("female-unemployment-insurance-participation-rate", (6_700, 7_300)),
        ("children-resident-medical-insurance-coverage", (21_000, 21_600)),
        ("maternity-insurance-participation-rate", (14_000, 14_900)),
        ("school-health-education-rate", (schools, schools)),
        ("school-sports-facility-compliance-rate", (schools - 1, schools)),
        ("football-ground-coverage", (schools - 2, schools)),
        ("schools-with-mental-health-teacher", (schools - 3, schools)),
        ("schools-with-required-health-staff", (60, 72)),
        ("product-safety-education-coverage", (70, 80)),
        ("test-free-nearby-admission-coverage", (compulsory, compulsory)),
        ("after-school-service-until-end-of-work", (compulsory, compulsory)),
        ("community-childrens-home-coverage", (homes, villages + communities)),
        ("childrens-homes-with-staff", (homes - 5, homes + 1)),
        ("womens-council-coverage", (homes, villages + communities)),
        ("urban-family-education-station-coverage", (communities - 1, communities)),
        ("rural-family-education-station-coverage", (villages - 9, villages)),
        ("village-fitness-station-coverage", (villages - 3, villages)),
        ("community-fitness-centre-coverage", (communities - 2, communities)),
        ("urban-community-service-facility-coverage", (communities, communities)),
        ("township-fitness-hall-coverage", (5, 6)),
        ("good-air-quality-rate", (days, days + 20)),
        ("newborn-screening-confirmed-case-treatment-rate", (3, 3)),
        ("cervical-cancer-treatment-rate", (patients, patients)),
        ("cervical-cancer-early-diagnosis-and-treatment-rate", (24, 26)),
        ("rural-tap-water-coverage", (piped, rural_people)),
        (
            "rural-centralised-water-supply-coverage",
            (rural_people - (rural_people - piped) / 2, rural_people),
        ),
        ("rural-sanitary-toilet-coverage", (toilets, households)),
        ("rural-sanitary-toilets-in-use-rate", (draw.most_of(toilets, 85), toilets)),
        ("paediatricians-per-1000-children", (14 + turn, children * 8 / 10)),
        ("paediatric-beds-per-1000-children", (46 + turn, children * 8 / 10)),
        ("preschool-gross-enrolment-rate", (3_100, 3_150)),
        ("preschool-public-service-coverage", (2_900, 3_150)),
        ("fissure-sealant-coverage", (2_300, 3_600)),
        ("compulsory-education-retention-rate", (1_990, 2_010)),
        ("girls-compulsory-education-retention-rate", (960, 969)),
        ("protection-order-issuance-rate", (7, 8)),
        ("women-share-of-village-committee", (130, 330)),
        ("women-share-of-village-committee-heads", (9, 76)),
        ("women-share-of-residents-committee", (52, 61)),
        ("women-share-of-residents-committee-heads", (8, 10)),
        ("women-share-of-village-party-organisation", (110, 380)),
        ("women-share-of-village-party-secretaries", (8, 76)),
        ("women-share-of-community-party-organisation", (40, 58)),
        ("women-share-of-community-party-secretaries", (8, 10)),
        ("women-share-of-peoples-congress-deputies", (70, 220)),
        ("women-share-of-peoples-congress-committee", (9, 33)),
        ("women-share-of-cppcc-members", (60, 170)),
        ("women-share-of-cppcc-nominees", (60, 170)),
        ("women-share-of-cppcc-committee", (12, 36)),
        ("women-share-of-party-congress-delegates", (90, 240)),
        ("women-share-of-party-committees", (12, 80)),
    ]
}

/// Bare figures of the county, as they are printed.
const BARE: &[(&str, &str)] = &[
    ("female-life-expectancy", "81.6"),
    ("life-expectancy", "79.03"),
    ("female-healthy-life-expectancy", "70.4"),
    ("healthy-life-expectancy", "69.8"),
    ("primary-pupil-sleep-hours", "9.6"),
    ("junior-secondary-sleep-hours", "8.7"),
    ("senior-secondary-sleep-hours", "7.4"),
    ("primary-pupil-sleep-share", "61.2"),
    ("junior-secondary-sleep-share", "52.9"),
    ("senior-secondary-sleep-share", "38.6"),
    ("daily-outdoor-sport-hours", "1.3"),
    ("daily-outdoor-sport-share", "93.5"),
    ("compulsory-education-homework-time", "55"),
    ("primary-pupil-myopia-rate", "36.2"),
    ("junior-secondary-myopia-rate", "61.04"),
    ("senior-secondary-myopia-rate", "78.9"),
    ("childcare-institutions", "16"),
    ("childcare-places", "820"),
    ("child-social-work-staff", "31"),
    ("women-in-banner-government-leadership", "1"),
    ("women-in-township-chief-posts", "3"),
    ("female-unemployment-insurance-participants", "6700"),
    ("female-work-injury-insurance-participants", "9100"),
    ("female-mean-employee-pension", "3105.5"),
    ("female-mean-resident-pension", "262"),
    ("mean-employee-pension", "3380"),
    ("mean-resident-pension", "266.4"),
    ("domestic-violence-police-calls", "61"),
    ("domestic-violence-warning-letters", "17"),
    ("out-of-school-venues", "12"),
    ("football-speciality-schools", "7"),
    ("child-friendly-communities", "4"),
    ("girls-dropping-out", "0"),
    ("rural-low-income-women-mean-income", "14210"),
    ("scientific-literacy-rate", "9.6"),
    ("female-health-literacy-rate", "28.3"),
    ("women-in-township-leadership", "6"),
    ("township-child-social-workers", "6"),
];

/// How the figures of a county are told.
#[derive(Debug, Clone, Copy)]
enum Told {
    Counts,
    /// Rates with so many decimals.
    Printed(u32),
    Both(u32),
}

fn rows(seed: u64, told: Told) -> (Vec<Observation>, Vec<Roster>) {
    let catalogue = Catalogue::hangjin();
    let mut draw = Draw(seed);
    let mut rows = Vec::new();
    let mut tell = |id: &str, year: i16, part: Disaggregation, township: Option<&str>, counts: (u64, u64)| {
        let card = catalogue.indicator(id).expect("a known indicator");
        let counted = Counts { numerator: counts.0, denominator: counts.1 };
        let printed = |places: u32| {
            // As an office rounds: half a last digit up.
            let per = u128::from(card.unit.per().expect("a quotient")) * 10_u128.pow(places);
            let (top, bottom) =
                (u128::from(counts.0) * per * 2 + u128::from(counts.1), u128::from(counts.1) * 2);
            Number::new(i128::try_from(top / bottom).expect("a number"), places).expect("a number")
        };
        let value = match told {
            // Nothing of nothing has no rate.
            _ if counts.1 == 0 => return,
            Told::Counts => Value::Counts(counted),
            Told::Printed(places) => Value::Number(printed(places)),
            Told::Both(places) => Value::Both { number: printed(places), counts: counted },
        };
        let year = Year::literal(year);
        let period = match card.calendar {
            Calendar::SchoolYear => Period::SchoolYear(year),
            Calendar::Term => Period::Term(year),
            _ => Period::Year(year),
        };
        let row = Observation::new(card.id.clone(), period, value, card.unit).among(part);
        rows.push(match township {
            Some(id) => row.in_unit(ReportingUnit::new("township", id)),
            None => row,
        });
    };
    let births: Vec<u64> = TOWNSHIPS
        .iter()
        .enumerate()
        .map(|(at, _)| draw.from(40, 60) * if at == TOWN { 4 } else { 1 })
        .collect();
    for (turn, year) in (0..).zip(YEARS) {
        let mut sums: BTreeMap<(&str, Disaggregation, Option<&str>), (u64, u64)> = BTreeMap::new();
        for (at, township) in TOWNSHIPS.into_iter().enumerate() {
            let born = births[at] * (100 - 3 * turn) / 100;
            let residence = if at == TOWN { Disaggregation::URBAN } else { Disaggregation::RURAL };
            let whole = Disaggregation::TOTAL;
            let mut told = vec![(of_mothers(&mut draw, born * 2), None)];
            for sex in [Disaggregation::FEMALE, Disaggregation::MALE] {
                told.push((of_children(&mut draw, born), Some(sex)));
            }
            for (cells, sex) in told {
                let mut places = vec![(whole, None), (residence, None), (whole, Some(township))];
                if let Some(sex) = sex {
                    let both = Disaggregation { sex: sex.sex, ..residence };
                    places.extend([(sex, None), (both, None), (sex, Some(township))]);
                }
                for (id, (numerator, denominator)) in cells {
                    for (part, unit) in &places {
                        let sum = sums.entry((id, *part, *unit)).or_default();
                        *sum = (sum.0 + numerator, sum.1 + denominator);
                    }
                }
            }
        }
        let children = sums[&("child-injury-mortality-rate", Disaggregation::TOTAL, None)].1;
        for ((id, part, unit), counts) in sums {
            tell(id, year, part, unit, counts);
        }
        for (id, counts) in of_the_county(&mut draw, turn, children) {
            tell(id, year, Disaggregation::TOTAL, None, counts);
        }
    }
    for year in YEARS.map(Year::literal) {
        for id in ["women-in-township-leadership", "township-child-social-workers"] {
            let card = catalogue.indicator(id).expect("a known indicator");
            rows.extend(TOWNSHIPS.map(|township| {
                let one = Value::Number(Number::from(1_u32));
                Observation::new(card.id.clone(), year, one, card.unit)
                    .in_unit(ReportingUnit::new("township", township))
            }));
        }
        for (id, value) in BARE {
            let card = catalogue.indicator(id).expect("a known indicator");
            let value = Value::Number(value.parse().expect("a number"));
            let period = match card.calendar {
                Calendar::SchoolYear => Period::SchoolYear(year),
                _ => Period::Year(year),
            };
            rows.push(Observation::new(card.id.clone(), period, value, card.unit));
        }
    }
    let rosters = YEARS.flat_map(|year| {
        let year = Year::literal(year);
        let ids =
            |letter: &str, count: u32| (0..count).map(|at| format!("{letter}{at:02}")).collect::<Vec<_>>();
        [
            Roster::new("township", year, TOWNSHIPS),
            Roster::new("village", year, ids("嘎查", 76)),
            Roster::new("community", year, ids("社区", 10)),
        ]
    });
    (rows, rosters.collect())
}

#[test]
fn a_county_in_which_everything_agrees() {
    let catalogue = Catalogue::hangjin();
    for seed in 0..3 {
        for told in [Told::Counts, Told::Printed(1), Told::Printed(2), Told::Both(1), Told::Both(2)] {
            let (rows, rosters) = rows(seed, told);
            let cells = rows.len();
            let data = catalogue.data(rows).with_rosters(rosters);
            assert_eq!(data.refused(), 0, "{:?}", data.findings());
            let audit = data.area_or_empty("").audit();
            let said: Vec<String> = audit.findings().iter().map(|finding| finding.kind.zh()).collect();
            assert_eq!(said, Vec::<String>::new(), "seed {seed}, {told:?}");
            assert!(audit.checked() > cells / 2, "{} checks of {cells} cells", audit.checked());
        }
    }
}
