//! The numbers of both plans, typed a second time from the printed text.

use dabiao::{
    Catalogue, Rule, Target,
    plan::{Better, Section},
};

/// id, bound as printed, unit, timing, scope. `~` is 左右; `-20` is a fall by 20％.
type Fact = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Every number of the main goals of the women's plan.
#[rustfmt::skip]
const WOMEN_GOALS: &[Fact] = &[
    ("women.health.g2.maternal-systematic-management-rate", ">=90", "percent", "by_year", "area"),
    ("women.health.g2.maternal-mortality-ratio", "<=12", "per_100k", "by_year", "area"),
    ("women.health.g3.midwives-per-delivery-bed", ">=3/1", "ratio", "by_year", "every_unit"),
    ("women.health.g4.cervical-and-breast-cancer-awareness-rate", ">=90", "percent", "by_year", "area"),
    ("women.health.g4.cervical-cancer-screening-rate", ">=70", "percent", "by_year", "area"),
    ("women.health.g4.cervical-cancer-treatment-rate", ">=90", "percent", "by_year", "area"),
    ("women.health.g6.maternal-hiv-testing-rate", ">=98", "percent", "by_year", "area"),
    ("women.health.g6.maternal-syphilis-testing-rate", ">=98", "percent", "by_year", "area"),
    ("women.health.g6.maternal-hepatitis-b-testing-rate", ">=98", "percent", "by_year", "area"),
    ("women.health.g6.maternal-hiv-treatment-rate", ">=95", "percent", "by_year", "area"),
    ("women.health.g6.maternal-syphilis-treatment-rate", ">=95", "percent", "by_year", "area"),
    ("women.health.g6.hiv-mother-to-child-transmission-rate", "<=2", "percent", "by_year", "area"),
    ("women.health.g11.standard-maternal-child-health-institutions", ">=1", "count", "by_year", "area"),
    ("women.education.g4.compulsory-education-retention-rate", ">=96", "percent", "by_year", "area"),
    ("women.education.g5.senior-secondary-gross-enrolment-rate", ">=95", "percent", "by_year", "area"),
    ("women.economy.g2.women-share-of-employed", "~45", "percent", "kept", "area"),
    ("women.economy.g5.women-share-of-urban-unit-employed", "~40", "percent", "by_year", "area"),
    ("women.economy.g6.women-share-of-senior-professionals", ">=50", "percent", "kept", "area"),
    ("women.decision.g7.women-share-of-village-committee", ">=30", "percent", "kept", "pooled"),
    ("women.decision.g7.women-share-of-village-committee-heads", ">=10", "percent", "by_year", "pooled"),
    ("women.decision.g8.women-share-of-residents-committee-heads", ">=40", "percent", "by_year", "pooled"),
    ("women.security.g3.female-basic-medical-insurance-participation-rate", ">=95", "percent", "kept", "area"),
    ("women.security.g4.female-basic-pension-participation-rate", ">=95", "percent", "by_year", "area"),
    ("women.environment.g7.rural-tap-water-coverage", ">=80", "percent", "by_year", "area"),
];

/// What the women's plan says without a digit.
#[rustfmt::skip]
const WOMEN_WITHOUT_DIGITS: &[Fact] = &[
    ("women.health.g4.rural-cancer-screening-programme-coverage", "all", "percent", "by_year", "area"),
    ("women.education.g9.young-female-illiteracy-rate", "<=5", "percent", "by_year", "area"),
    ("women.decision.g2.women-share-of-party-congress-delegates", ">=women-share-of-party-members", "percent", "every_term", "every_unit"),
    ("women.decision.g4.women-in-banner-government-leadership", ">=1", "persons", "kept", "area"),
    ("women.decision.g6.women-in-township-leadership", ">=1", "persons", "kept", "every_unit"),
    ("women.decision.g6.women-in-township-chief-posts", ">=1", "persons", "kept", "area"),
    ("women.decision.g7.women-share-of-village-assembly", ">=1/3", "percent", "every_term", "every_unit"),
    ("women.decision.g10.women-share-of-workers-congress", "~women-share-of-staff", "percent", "every_term", "every_unit"),
];

/// Every number of the main goals of the children's plan.
#[rustfmt::skip]
const CHILDREN_GOALS: &[Fact] = &[
    ("children.health.g1.under-3-systematic-management-rate", ">=90", "percent", "by_year", "area"),
    ("children.health.g1.under-7-health-management-rate", ">=90", "percent", "by_year", "area"),
    ("children.health.g3.neonatal-mortality-rate", "<=3.0", "per_mille", "by_year", "area"),
    ("children.health.g3.infant-mortality-rate", "<=5.0", "per_mille", "by_year", "area"),
    ("children.health.g3.under-5-mortality-rate", "<=6.0", "per_mille", "by_year", "area"),
    ("children.health.g6.immunisation-coverage", ">=90", "percent", "kept", "every_unit"),
    ("children.health.g8.exclusive-breastfeeding-rate", ">=50", "percent", "by_year", "area"),
    ("children.health.g8.under-5-anaemia-rate", "<=10", "percent", "kept", "area"),
    ("children.health.g8.under-5-stunting-rate", "<=5", "percent", "kept", "area"),
    ("children.health.g9.under-12-dental-caries-rate", "<=25", "percent", "kept", "area"),
    ("children.health.g10.primary-pupil-myopia-rate", "<=38", "percent", "by_year", "area"),
    ("children.health.g10.junior-secondary-myopia-rate", "<=60", "percent", "by_year", "area"),
    ("children.health.g10.senior-secondary-myopia-rate", "<=70", "percent", "by_year", "area"),
    ("children.health.g10.eye-examination-coverage-0-6", ">=90", "percent", "by_year", "area"),
    ("children.health.g11.pupil-fitness-pass-rate", ">=85", "percent", "kept", "area"),
    ("children.health.g11.pupil-fitness-good-rate", ">=60", "percent", "by_year", "area"),
    ("children.health.g11.school-sports-facility-compliance-rate", ">=100", "percent", "by_year", "area"),
    ("children.safety.g1.child-injury-mortality-rate", "-20", "per_100k", "by_year", "area"),
    ("children.education.g2.preschool-gross-enrolment-rate", ">=90", "percent", "reached_and_kept", "area"),
    ("children.education.g3.compulsory-education-retention-rate", ">=96", "percent", "by_year", "area"),
    ("children.education.g5.senior-secondary-gross-enrolment-rate", ">=95", "percent", "by_year", "area"),
    ("children.family.g6.urban-family-education-station-coverage", ">=95", "percent", "by_year", "pooled"),
    ("children.family.g6.rural-family-education-station-coverage", ">=85", "percent", "by_year", "pooled"),
    ("children.environment.g8.rural-tap-water-coverage", ">=80", "percent", "by_year", "area"),
];

/// Numbers and full coverage in the strategy measures of both plans.
#[rustfmt::skip]
const STRATEGIES: &[Fact] = &[
    ("women.health.s2.critical-maternal-rescue-centres", ">=1", "count", "by_year", "area"),
    ("women.health.s7.school-health-education-rate", ">=100", "percent", "by_year", "area"),
    ("women.health.s12.township-fitness-hall-coverage", "all", "percent", "by_year", "pooled"),
    ("women.health.s12.village-fitness-station-coverage", "all", "percent", "by_year", "pooled"),
    ("women.health.s12.community-fitness-centre-coverage", "all", "percent", "by_year", "pooled"),
    ("women.health.s12.urban-fitness-circle-minutes", "<=10", "minutes", "by_year", "every_unit"),
    ("women.education.s10.girls-dropping-out", "<=0", "persons", "every_year", "area"),
    ("women.education.s10.new-young-female-illiterates", "<=0", "persons", "every_year", "area"),
    ("women.education.s11.primary-mental-health-class-hours", ">=12", "class_hours", "every_year", "every_unit"),
    ("women.education.s11.secondary-mental-health-class-hours", ">=15", "class_hours", "every_year", "every_unit"),
    ("women.economy.s10.workplace-mother-infant-facility-coverage", "all", "percent", "by_year", "area"),
    ("women.security.s7.female-minimum-living-allowance-coverage", "all", "percent", "kept", "area"),
    ("women.family.s4.urban-community-service-facility-coverage", "all", "percent", "by_year", "pooled"),
    ("children.health.s2.paediatricians-per-1000-children", ">=1.12", "per_1000", "by_year", "area"),
    ("children.health.s2.paediatric-beds-per-1000-children", ">=3.17", "per_1000", "by_year", "area"),
    ("children.health.s2.health-centre-child-general-practitioners", ">=1", "persons", "by_year", "every_unit"),
    ("children.health.s2.health-centre-child-health-doctors", ">=2", "persons", "by_year", "every_unit"),
    ("children.health.s4.newborn-visit-rate", ">=90", "percent", "kept", "area"),
    ("children.health.s4.newborn-rescue-centres", ">=1", "count", "by_year", "area"),
    ("children.health.s9.early-childhood-development-bases", ">=1", "count", "by_year", "area"),
    ("children.health.s12.daily-outdoor-sport-hours", ">=1", "hours_per_day", "kept", "area"),
    ("children.health.s12.primary-pupil-sleep-hours", ">=10", "hours_per_day", "kept", "area"),
    ("children.health.s12.junior-secondary-sleep-hours", ">=9", "hours_per_day", "kept", "area"),
    ("children.health.s12.senior-secondary-sleep-hours", ">=8", "hours_per_day", "kept", "area"),
    ("children.safety.s10.under-16-streaming-accounts", "<=0", "count", "every_year", "area"),
    ("children.education.s6.migrant-children-in-public-schools", "all", "percent", "by_year", "area"),
    ("children.education.s9.disabled-children-compulsory-education-coverage", "all", "percent", "by_year", "area"),
    ("children.welfare.s11.women-and-children-activity-centres", ">=1", "count", "by_year", "area"),
    ("children.welfare.s14.child-service-organisations", ">=1", "count", "by_year", "area"),
    ("children.welfare.s14.township-child-social-workers", ">=1", "persons", "by_year", "every_unit"),
];

/// Meetings, reports and dates of chapters three and four.
#[rustfmt::skip]
const DUTIES: &[Fact] = &[
    ("women.organisation.o1-3.plan-filings.women", ">=1", "count", "within", "area"),
    ("women.organisation.o2-1.responsible-body-reports.women", ">=1", "count", "every_year", "every_unit"),
    ("women.organisation.o2-2.banner-conferences", ">=1", "count", "each_window", "area"),
    ("women.organisation.o2-2.committee-plenary-meetings", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m1.mid-term-evaluations.women", ">=1", "count", "once", "area"),
    ("children.organisation.o1-3.plan-filings.children", ">=1", "count", "within", "area"),
    ("children.organisation.o2-1.reports-to-city.children", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-2.committee-liaison-meetings", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-2.monitoring-and-evaluation-meetings", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m1.final-evaluations.children", ">=1", "count", "once", "area"),
];

fn bound(target: &Target) -> String {
    match target.rule {
        Rule::AtLeast { value } => format!(">={value}"),
        Rule::AtMost { value } => format!("<={value}"),
        Rule::Around { value, better: Better::Higher, tolerance: None } => format!("~{value}"),
        Rule::AtLeastRatio { value } => format!(">={value}"),
        Rule::All => "all".into(),
        Rule::ChangedBy { value, better: Better::Lower, since } if since.number() == 2020 => {
            format!("-{value}")
        }
        Rule::NotBelow => format!(">={}", target.reference),
        Rule::InProportion { tolerance: None } => format!("~{}", target.reference),
        ref other => other.code().into(),
    }
}

#[test]
fn the_cards_say_what_the_plan_prints() {
    let catalogue = Catalogue::hangjin();
    let facts = [WOMEN_GOALS, WOMEN_WITHOUT_DIGITS, CHILDREN_GOALS, STRATEGIES, DUTIES].concat();
    assert!(facts.len() >= 60);
    for fact in facts {
        let target = catalogue.target(fact.0).unwrap();
        let unit = catalogue.indicator(&target.indicator).unwrap().unit;
        let found = (fact.0, &*bound(target), unit.code(), target.timing.code(), target.scope.code());
        assert_eq!(found, fact);
    }
}

/// The tables above leave out no number of a main goal.
#[test]
fn every_number_of_a_goal_is_typed_twice() {
    let catalogue = Catalogue::hangjin();
    let typed = [WOMEN_GOALS, WOMEN_WITHOUT_DIGITS, CHILDREN_GOALS].concat();
    let watched = |rule: &Rule| rule.is_direction() || *rule == Rule::Monitored;
    let goals = catalogue.targets().filter(|target| target.clause.section == Section::Goal);
    let with_bound: Vec<&str> =
        goals.filter(|target| !watched(&target.rule)).map(|target| &*target.id).collect();
    assert_eq!(typed.iter().map(|fact| fact.0).filter(|id| !with_bound.contains(id)).count(), 0);
    assert_eq!(with_bound.len(), typed.len());
}
