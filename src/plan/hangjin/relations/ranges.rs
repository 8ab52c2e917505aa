//! A plausible range for every indicator: wide, and this crate's own. All published national values of 2020-2024 lie inside.

use alloc::vec::Vec;

use crate::plan::{AuditLevel, IndicatorCard, Relation, RelationKind};
use crate::values::{Number, Text, Unit};

/// The id of an indicator, the least plausible value, the least above zero where zero is plausible, and the greatest, in the unit of
/// the indicator; an empty text where there is none. Gaps between townships have no greatest value: townships are small.
type Range = (&'static str, &'static str, &'static str, &'static str);

/// Above zero: one infant death of 25,000 births would be the lowest rate of the world; a value below was given in another unit.
const RANGES: &[Range] = &[
    ("female-life-expectancy", "60", "", "95"),
    ("female-healthy-life-expectancy", "45", "", "90"),
    ("maternal-systematic-management-rate", "30", "", "110"),
    ("maternal-mortality-ratio", "0", "0.5", "500"),
    ("maternal-mortality-ratio.urban-rural-gap", "0", "", "500"),
    ("maternal-mortality-ratio.regional-gap", "0", "", ""),
    ("caesarean-section-rate", "5", "", "80"),
    ("midwives-per-delivery-bed", "0.2", "", "10"),
    ("induced-abortion-rate", "0", "", "100"),
    ("maternal-hiv-testing-rate", "30", "", "100"),
    ("maternal-syphilis-testing-rate", "30", "", "100"),
    ("maternal-hepatitis-b-testing-rate", "30", "", "100"),
    ("hiv-mother-to-child-transmission-rate", "0", "", "50"),
    ("syphilis-mother-to-child-transmission-rate", "0", "", "50"),
    ("hepatitis-b-mother-to-child-transmission-rate", "0", "", "30"),
    ("female-mental-health-literacy-rate", "1", "", "60"),
    ("female-anxiety-disorder-prevalence", "0", "", "30"),
    ("female-depression-prevalence", "0", "", "30"),
    ("female-health-literacy-rate", "1", "", "60"),
    ("female-nutrition-literacy-rate", "1", "", "60"),
    ("maternal-anaemia-prevalence", "0", "", "60"),
    ("women-exercising-regularly-share", "5", "", "90"),
    ("women-fitness-standard-pass-rate", "40", "", "100"),
    ("urban-fitness-circle-minutes", "1", "", "60"),
    ("scientific-literacy-rate", "0", "", "60"),
    ("scientific-literacy-rate.sex-gap", "0", "", "20"),
    ("young-female-illiteracy-rate", "0", "", "30"),
    ("female-mean-years-of-schooling", "4", "", "16"),
    ("school-based-sex-education-hours-share", "0", "", "50"),
    ("women-share-of-employed", "25", "", "60"),
    ("women-share-of-urban-unit-employed", "25", "", "60"),
    ("women-share-of-senior-professionals", "15", "", "75"),
    ("mean-earnings", "5000", "", "300000"),
    ("mean-earnings.sex-gap", "1", "", "4"),
    ("female-occupational-disease-incidence", "0", "", "500"),
    ("rural-low-income-women-mean-income", "1000", "", "100000"),
    ("women-share-of-party-members", "10", "", "50"),
    ("women-share-of-party-congress-delegates", "5", "", "70"),
    ("women-share-of-peoples-congress-deputies", "5", "", "70"),
    ("women-share-of-peoples-congress-committee", "0", "", "70"),
    ("women-share-of-cppcc-members", "5", "", "70"),
    ("women-share-of-cppcc-committee", "0", "", "70"),
    ("women-share-of-banner-chief-posts", "0", "", "70"),
    ("women-share-of-department-leadership", "0", "", "70"),
    ("women-share-of-department-chief-posts", "0", "", "70"),
    ("women-share-of-village-party-organisation", "0", "", "70"),
    ("women-share-of-village-party-secretaries", "0", "", "70"),
    ("women-share-of-village-assembly", "5", "", "80"),
    ("women-share-of-village-committee", "5", "", "80"),
    ("women-share-of-village-committee-heads", "0", "", "70"),
    ("women-share-of-community-party-organisation", "10", "", "95"),
    ("women-share-of-community-party-secretaries", "0", "", "95"),
    ("women-share-of-residents-committee", "10", "", "95"),
    ("women-share-of-residents-committee-heads", "0", "", "95"),
    ("women-share-of-public-institution-leadership", "0", "", "70"),
    ("women-share-of-state-enterprise-boards", "0", "", "70"),
    ("women-share-of-state-enterprise-supervisory-boards", "0", "", "70"),
    ("women-share-of-state-enterprise-management", "0", "", "70"),
    ("women-share-of-workers-congress", "5", "", "85"),
    ("women-share-of-staff", "5", "", "85"),
    ("women-share-of-cppcc-nominees", "5", "", "70"),
    ("women-share-of-young-cadres", "5", "", "85"),
    ("women-share-of-public-institution-decision-makers", "5", "", "85"),
    ("women-share-of-public-institution-staff", "5", "", "85"),
    ("maternity-insurance-participation-rate", "10", "", "130"),
    ("female-basic-medical-insurance-participation-rate", "50", "", "120"),
    ("female-basic-pension-participation-rate", "50", "", "120"),
    ("female-mean-basic-pension", "50", "", "15000"),
    ("urban-drinking-water-quality-compliance-rate", "50", "", "100"),
    ("urban-toilet-places-women-per-man", "0.5", "", "5"),
    ("air-pollutant-reduction", "0", "", "1000000"),
    ("good-air-quality-rate", "20", "", "100"),
    ("under-3-systematic-management-rate", "30", "", "100"),
    ("under-7-health-management-rate", "30", "", "100"),
    ("child-health-literacy-rate", "1", "", "60"),
    ("caregiver-health-literacy-rate", "1", "", "60"),
    ("neonatal-mortality-rate", "0", "0.1", "30"),
    ("neonatal-mortality-rate.urban-rural-gap", "0", "", "30"),
    ("neonatal-mortality-rate.regional-gap", "0", "", ""),
    ("infant-mortality-rate", "0", "0.2", "50"),
    ("infant-mortality-rate.urban-rural-gap", "0", "", "50"),
    ("infant-mortality-rate.regional-gap", "0", "", ""),
    ("under-5-mortality-rate", "0", "0.3", "60"),
    ("under-5-mortality-rate.urban-rural-gap", "0", "", "60"),
    ("under-5-mortality-rate.regional-gap", "0", "", ""),
    ("immunisation-coverage", "30", "", "100"),
    ("exclusive-breastfeeding-rate", "5", "", "100"),
    ("under-5-anaemia-rate", "0", "", "50"),
    ("under-5-stunting-rate", "0", "", "40"),
    ("child-overweight-rate", "0", "", "50"),
    ("child-obesity-rate", "0", "", "40"),
    ("under-12-dental-caries-rate", "5", "", "90"),
    ("fissure-sealant-coverage", "0", "", "100"),
    ("new-myopia-rate", "0", "", "50"),
    ("primary-pupil-myopia-rate", "5", "", "80"),
    ("junior-secondary-myopia-rate", "20", "", "95"),
    ("senior-secondary-myopia-rate", "30", "", "98"),
    ("eye-examination-coverage-0-6", "30", "", "100"),
    ("pupil-fitness-pass-rate", "40", "", "100"),
    ("pupil-fitness-good-rate", "5", "", "95"),
    ("paediatricians-per-1000-children", "0.05", "", "10"),
    ("paediatric-beds-per-1000-children", "0.2", "", "20"),
    ("newborn-visit-rate", "30", "", "100"),
    ("daily-outdoor-sport-hours", "0.2", "", "5"),
    ("primary-pupil-sleep-hours", "6", "", "12"),
    ("junior-secondary-sleep-hours", "5", "", "11"),
    ("senior-secondary-sleep-hours", "4", "", "10"),
    ("child-injury-mortality-rate", "0", "", "100"),
    ("child-injury-disability-rate", "0", "", "100"),
    ("child-drowning-mortality-rate", "0", "", "50"),
    ("child-road-traffic-mortality-rate", "0", "", "50"),
    ("child-fall-burn-poisoning-incidence-rate", "0", "", "30000"),
    ("child-fall-burn-poisoning-disability-rate", "0", "", "100"),
    ("child-fall-burn-poisoning-mortality-rate", "0", "", "50"),
    ("preschool-gross-enrolment-rate", "30", "", "150"),
    ("compulsory-education-homework-time", "5", "", "300"),
    ("disabled-children-compulsory-education-retention-rate", "50", "", "130"),
    ("out-of-school-venue-utilisation-rate", "0", "", "200"),
    ("drinking-water-quality-compliance-rate", "50", "", "100"),
    ("juvenile-offender-rate", "0", "", "500"),
    ("compulsory-education-retention-rate", "50", "", "130"),
    ("senior-secondary-gross-enrolment-rate", "50", "", "130"),
    ("major-pollutant-emissions", "0", "", "1000000"),
];

/// Things and persons of one banner are never more.
const MOST_THINGS: &str = "1000000";
const MOST_PERSONS: &str = "10000000";
/// Of one subject in a school year.
const MOST_CLASS_HOURS: &str = "400";

pub(super) fn ranges(cards: impl Iterator<Item = &'static IndicatorCard>) -> Vec<Relation> {
    let number = |text: &'static str| (!text.is_empty()).then(|| Number::literal(text));
    let range = |card: &'static IndicatorCard| {
        let told = RANGES.iter().find(|(id, ..)| *id == card.id);
        let (low, above_zero, high) = match (told, card.unit) {
            (Some((_, low, above_zero, high)), _) => (*low, *above_zero, *high),
            (None, Unit::Count) => ("0", "", MOST_THINGS),
            (None, Unit::Persons) => ("0", "", MOST_PERSONS),
            (None, Unit::ClassHours) => ("0", "", MOST_CLASS_HOURS),
            // A bounded share has its limits, and what lies outside them is refused.
            _ => return None,
        };
        Some(Relation {
            id: alloc::format!("range.{}", card.id).into(),
            says: RelationKind::Range {
                indicator: card.id.clone(),
                low: number(low).unwrap_or(Number::ZERO),
                above_zero: number(above_zero),
                high: number(high),
            },
            level: AuditLevel::Should,
            zh: Text::from_static("数值在合理范围内"),
            en: Text::from_static("the value lies in a plausible range"),
            source: Text::from_static(""),
        })
    };
    cards.filter_map(range).collect()
}
