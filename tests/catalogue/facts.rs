//! The numbers of both plans, typed a second time from the printed text.

use dabiao::{
    Catalogue, Rule, Target,
    plan::{Better, Section, Timing},
};

/// id, bound as printed, unit, timing, scope. `~` is 左右; `-20` is a fall by 20％. Years stand beside a timing where they are not
/// those of the plan: due in 2030, kept and per term from 2021 on, forbidden and yearly from 2022 on.
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
    ("women.education.g9.young-female-illiteracy-rate", "<=2", "percent", "by_year", "area"),
    ("women.decision.g2.women-share-of-party-congress-delegates", ">=women-share-of-party-members", "percent", "every_term", "every_unit"),
    ("women.decision.g4.women-in-banner-government-leadership", ">=1", "persons", "kept", "area"),
    ("women.decision.g6.women-in-township-leadership", ">=1", "persons", "kept", "every_unit"),
    ("women.decision.g6.women-in-township-chief-posts", ">=1", "persons", "kept", "area"),
    ("women.decision.g7.women-share-of-village-assembly", ">=1/3", "percent", "every_term", "every_unit"),
    ("women.decision.g10.women-share-of-workers-congress", "~women-share-of-staff", "percent", "kept", "pooled"),
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
    ("women.education.s10.girls-dropping-out", "<=0", "persons", "every_year 2023-2030", "area"),
    ("women.education.s10.new-young-female-illiterates", "<=0", "persons", "every_year", "area"),
    ("women.education.s11.primary-mental-health-class-hours", ">=12", "class_hours", "every_year 2023-2030", "every_unit"),
    ("women.education.s11.secondary-mental-health-class-hours", ">=15", "class_hours", "every_year 2023-2030", "every_unit"),
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
    ("women.health.s2.mobile-health-stations", ">=1", "count", "by_year", "area"),
    ("women.economy.s3.startup-incubators", ">=1", "count", "by_year", "area"),
    ("women.economy.s3.startup-parks", ">=1", "count", "by_year", "area"),
    ("women.economy.s10.public-mother-infant-facilities", ">=1", "count", "by_year", "area"),
    ("women.economy.s13.women-demonstration-bases", ">=1", "count", "by_year", "area"),
    ("women.environment.s9.third-toilets", ">=1", "count", "by_year", "area"),
    ("children.health.s13.community-child-counselling-centres", ">=1", "count", "by_year", "area"),
    ("children.health.s15.banner-drug-regulators", ">=1", "count", "by_year", "area"),
    ("children.health.s15.township-drug-regulators", ">=1", "count", "by_year", "every_unit"),
    ("children.environment.s9.environmental-science-bases", ">=1", "count", "by_year", "area"),
    ("children.environment.s9.school-environment-practice-bases", ">=1", "count", "by_year", "area"),
    ("children.environment.s9.nature-education-bases", ">=1", "count", "by_year", "area"),
    ("children.law.s7.youth-legal-education-bases", ">=1", "count", "by_year", "area"),
    ("women.education.s11.school-counselling-hotlines", ">=1", "count", "by_year", "area"),
    ("women.economy.s3.rural-women-labour-markets", ">=1", "count", "by_year", "area"),
    ("women.family.s7.family-dispute-mediation-committees", ">=1", "count", "by_year", "area"),
    ("women.environment.s13.women-friendly-cities", ">=1", "count", "by_year", "area"),
    ("children.health.s6.schools-with-required-health-staff", "all", "percent", "by_year", "area"),
    ("children.health.s12.football-speciality-schools", ">=1", "count", "by_year", "area"),
    ("children.health.s13.schools-with-mental-health-teacher", "all", "percent", "by_year", "area"),
    ("children.welfare.s11.childrens-homes-with-staff", "all", "percent", "by_year", "area"),
    ("children.family.s6.family-education-guidance-centres", ">=1", "count", "by_year", "area"),
    ("children.law.s3.juvenile-case-units", ">=1", "count", "by_year", "every_unit"),
    ("children.welfare.s14.township-child-social-workers", ">=1", "persons", "by_year", "every_unit"),
    ("women.health.s12.banner-fitness-centres", ">=1", "count", "by_year", "area"),
    ("women.health.s12.sports-parks", ">=1", "count", "by_year", "area"),
    ("women.decision.s2.womens-council-coverage", "all", "percent", "by_year", "area"),
    ("women.decision.s5.women-cadre-posts-filled-rate", "all", "percent", "by_year", "area"),
    ("women.security.s1.flexibly-employed-women-insurance-coverage", "all", "percent", "by_year", "area"),
    ("women.security.s7.female-extreme-hardship-support-coverage", "all", "percent", "kept", "area"),
    ("women.security.s7.female-temporary-relief-coverage", "all", "percent", "kept", "area"),
    ("women.security.s11.left-behind-women-registers", ">=1", "count", "by_year", "every_unit"),
    ("children.health.s12.football-ground-coverage", "all", "percent", "by_year", "area"),
    ("children.education.s6.test-free-nearby-admission-coverage", "all", "percent", "by_year", "area"),
    ("children.education.s7.after-school-service-until-end-of-work", "all", "percent", "kept", "area"),
];

/// What the children's plan says without a digit.
#[rustfmt::skip]
const CHILDREN_WITHOUT_DIGITS: &[Fact] = &[
    ("children.welfare.g9.child-protection-hotlines", ">=1", "count", "by_year", "area"),
    ("children.environment.g2.child-friendly-cities", ">=1", "count", "by_year", "area"),
    ("children.environment.g2.child-friendly-communities", ">=1", "count", "by_year", "area"),
    ("children.law.g7.child-labour-cases", "<=0", "count", "every_year", "area"),
];

/// What is forbidden in the strategy measures: nothing of it in any year.
#[rustfmt::skip]
const PROHIBITIONS: &[Fact] = &[
    ("women.economy.s10.childbearing-condition-cases", "<=0", "count", "every_year", "area"),
    ("women.economy.s10.pregnancy-penalty-cases", "<=0", "count", "every_year", "area"),
    ("children.education.s7.tutoring-ahead-of-curriculum-cases", "<=0", "count", "every_year", "area"),
    ("children.education.s7.subject-tutoring-by-other-institutions-cases", "<=0", "count", "every_year", "area"),
    ("children.family.s3.violence-against-children-cases", "<=0", "count", "every_year", "area"),
    ("children.environment.s6.barred-advertisements-in-childrens-media", "<=0", "count", "every_year", "area"),
    ("children.environment.s6.breast-milk-substitute-advertisements", "<=0", "count", "every_year", "area"),
    ("children.law.s9.child-marriages-and-births", "<=0", "persons", "every_year", "area"),
    ("children.law.s9.drop-outs-to-marry", "<=0", "persons", "every_year 2023-2030", "area"),
    ("children.law.s10.harmful-work-of-young-workers", "<=0", "count", "every_year", "area"),
    ("children.law.s12.domestic-violence-and-neglect-of-children", "<=0", "count", "every_year", "area"),
    ("children.law.s13.unlawful-dna-data-collection-cases", "<=0", "count", "every_year", "area"),
    ("children.law.s14.child-sexual-abuse-material-cases", "<=0", "count", "every_year", "area"),
    ("children.law.s14.online-bullying-of-children-cases", "<=0", "count", "every_year", "area"),
];

/// Directions, and what is only watched, where a clause names no number.
#[rustfmt::skip]
const DIRECTIONS: &[Fact] = &[
    ("women.health.g5.unintended-pregnancy-rate", "falls", "per_mille", "by_year", "area"),
    ("women.health.g6.congenital-syphilis-case-rate", "falls", "per_100k", "by_year", "area"),
    ("women.education.g6.girls-share-of-vocational-students", "rises 逐步", "percent", "by_year", "area"),
    ("women.security.g4.female-mean-employee-pension", "rises 稳步", "yuan", "by_year", "area"),
    ("women.security.g4.female-mean-resident-pension", "rises 稳步", "yuan", "by_year", "area"),
    ("women.environment.g6.chemical-oxygen-demand-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("women.environment.g6.ammonia-nitrogen-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("women.environment.g6.nitrogen-oxide-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("women.environment.g6.voc-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("women.environment.g7.urban-drinking-water-source-quality-compliance-rate", "rises", "percent", "by_year", "area"),
    ("women.environment.g8.urban-toilet-places-compliance-rate", "monitored", "percent", "by_year", "area"),
    ("women.health.s1.female-hygiene-allowance", "rises", "yuan", "by_year", "area"),
    ("women.health.s6.cervical-cancer-early-diagnosis-and-treatment-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s6.breast-cancer-early-diagnosis-and-treatment-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s6.cervical-cancer-mortality-rate", "falls", "per_100k", "by_year", "area"),
    ("women.health.s6.breast-cancer-mortality-rate", "falls", "per_100k", "by_year", "area"),
    ("women.health.s6.hpv-vaccination-coverage-13-18", "monitored", "percent", "kept", "area"),
    ("women.health.s8.early-pregnancy-hiv-testing-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s8.early-pregnancy-syphilis-testing-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s8.early-pregnancy-hepatitis-b-testing-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s8.women-with-hiv-follow-up-rate", "rises", "percent", "by_year", "area"),
    ("women.health.s11.female-nutrition-label-awareness-rate", "rises", "percent", "by_year", "area"),
    ("women.education.s4.girls-compulsory-education-retention-rate", "rises", "percent", "by_year", "area"),
    ("women.education.s5.girls-share-of-general-upper-secondary-students", "rises", "percent", "by_year", "area"),
    ("women.economy.s5.women-share-of-high-tech-employed", "rises 不断", "percent", "by_year", "area"),
    ("women.economy.s5.women-share-of-emerging-industry-employed", "rises 不断", "percent", "by_year", "area"),
    ("women.economy.s5.women-share-of-modern-service-employed", "rises 不断", "percent", "by_year", "area"),
    ("women.economy.s5.rural-transfer-employment-rate.sex-gap", "falls", "percentage_points", "by_year", "area"),
    ("women.economy.s5.rural-women-mean-wage-income", "rises", "yuan", "by_year", "area"),
    ("women.economy.s12.formerly-poor-women-mean-income", "rises", "yuan", "by_year", "area"),
    ("women.decision.s1.women-share-of-party-committees", "rises", "percent", "every_term", "area"),
    ("women.decision.s1.women-share-of-social-organisation-heads", "rises", "percent", "by_year", "area"),
    ("women.decision.s5.women-share-of-leading-bodies", "does not fall", "percent", "by_year", "area"),
    ("women.decision.s6.women-share-of-village-committee", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s6.women-share-of-village-committee-heads", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s6.women-share-of-residents-committee", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s6.women-share-of-residents-committee-heads", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s7.women-share-of-public-institution-workers-congress", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s7.women-share-of-health-education-culture-decision-makers", "rises", "percent", "by_year", "pooled"),
    ("women.decision.s8.women-share-of-enterprise-workers-congress", "~women-share-of-enterprise-staff", "percent", "kept", "pooled"),
    ("women.security.s1.basic-pension-participation-rate.sex-gap", "falls", "percentage_points", "by_year", "area"),
    ("women.security.s1.basic-medical-insurance-participation-rate.sex-gap", "falls", "percentage_points", "by_year", "area"),
    ("women.security.s5.female-unemployment-insurance-participation-rate", "rises", "percent", "by_year", "area"),
    ("women.security.s10.elderly-home-nursing-beds", "rises", "count", "by_year", "area"),
    ("women.family.s12.daily-housework-time.sex-gap", "falls", "minutes", "by_year", "area"),
    ("women.environment.s7.nitrogen-oxide-reduction", "host_bound", "tonnes", "kept", "area"),
    ("women.environment.s7.voc-reduction", "host_bound", "tonnes", "kept", "area"),
    ("women.environment.s8.rural-centralised-water-supply-coverage", "rises", "percent", "by_year", "area"),
    ("women.environment.s8.rural-water-quality-compliance-rate", "rises", "percent", "by_year", "area"),
    ("women.environment.s8.rural-water-supply-reliability-rate", "rises", "percent", "by_year", "area"),
    ("women.environment.s9.rural-sanitary-toilets-in-use-rate", "rises", "percent", "by_year", "area"),
    ("women.law.s4.protection-order-issuance-rate", "rises", "percent", "by_year", "area"),
    ("women.law.s4.domestic-violence-police-calls", "monitored", "count", "kept", "area"),
    ("women.law.s4.domestic-violence-warning-letters", "monitored", "count", "kept", "area"),
    ("children.health.g4.severely-disabling-birth-defect-prevalence", "monitored", "per_10k", "by_year", "area"),
    ("children.welfare.g3.children-resident-medical-insurance-coverage", "rises", "percent", "by_year", "area"),
    ("children.environment.g8.chemical-oxygen-demand-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("children.health.s5.antenatal-screening-rate", "rises", "percent", "by_year", "area"),
    ("children.health.s5.newborn-metabolic-screening-rate", "rises", "percent", "by_year", "area"),
    ("children.health.s5.newborn-hearing-screening-rate", "rises", "percent", "by_year", "area"),
    ("children.health.s5.newborn-screening-confirmed-case-treatment-rate", "rises", "percent", "by_year", "area"),
    ("children.education.s6.urban-oversize-class-share", "falls", "percent", "by_year", "area"),
    ("children.education.s6.private-compulsory-education-pupil-share", "does not rise", "percent", "by_year", "area"),
    ("children.welfare.s6.institutional-orphan-allowance", "rises", "yuan", "by_year", "area"),
    ("children.welfare.s6.community-orphan-allowance", "rises", "yuan", "by_year", "area"),
    ("children.welfare.s7.disabled-children-rehabilitation-coverage", "rises", "percent", "by_year", "area"),
    ("children.environment.s3.public-spending-on-childrens-venues", "rises", "yuan", "by_year", "area"),
    ("children.environment.s10.rural-centralised-water-supply-coverage", "rises", "percent", "by_year", "area"),
    ("children.environment.s10.rural-water-quality-compliance-rate", "rises", "percent", "by_year", "area"),
    ("children.environment.s10.rural-water-supply-reliability-rate", "rises", "percent", "by_year", "area"),
    ("children.law.s10.young-workers-health-check-coverage", "monitored", "percent", "kept", "area"),
    ("women.health.g1.female-life-expectancy", "rises", "years", "by_year", "area"),
    ("women.health.g1.female-healthy-life-expectancy", "rises", "years", "by_year", "area"),
    ("women.health.g2.maternal-mortality-ratio.urban-rural-gap", "falls", "per_100k", "by_year", "area"),
    ("women.health.g2.maternal-mortality-ratio.regional-gap", "falls", "per_100k", "by_year", "area"),
    ("women.health.g3.caesarean-section-rate", "does not rise", "percent", "by_year", "area"),
    ("women.health.g4.breast-cancer-screening-rate", "rises 逐步", "percent", "by_year", "area"),
    ("women.health.g5.induced-abortion-rate", "falls", "per_mille", "by_year", "area"),
    ("women.health.g6.hepatitis-b-mother-to-child-transmission-rate", "falls", "percent", "by_year", "area"),
    ("women.health.g7.female-mental-health-literacy-rate", "rises", "percent", "by_year", "area"),
    ("women.health.g7.female-anxiety-disorder-prevalence", "rises_slower", "percent", "by_year", "area"),
    ("women.health.g7.female-depression-prevalence", "rises_slower", "percent", "by_year", "area"),
    ("women.health.g8.female-health-literacy-rate", "rises", "percent", "by_year", "area"),
    ("women.health.g9.female-nutrition-literacy-rate", "rises 明显", "percent", "by_year", "area"),
    ("women.health.g9.maternal-anaemia-prevalence", "falls", "percent", "by_year", "area"),
    ("women.health.g10.women-exercising-regularly-share", "rises", "percent", "by_year", "area"),
    ("women.health.g10.women-fitness-standard-pass-rate", "rises", "percent", "by_year", "area"),
    ("women.education.g7.scientific-literacy-rate.sex-gap", "falls 不断", "percentage_points", "by_year", "area"),
    ("women.education.g9.female-mean-years-of-schooling", "rises 不断", "school_years", "by_year", "area"),
    ("women.education.s11.school-based-sex-education-hours-share", "monitored", "percent", "by_year", "area"),
    ("women.economy.g7.mean-earnings.sex-gap", "falls 明显", "ratio", "by_year", "area"),
    ("women.economy.g8.female-occupational-disease-incidence", "falls 明显", "per_100k", "by_year", "area"),
    ("women.economy.g10.rural-low-income-women-mean-income", "rises", "yuan", "by_year", "area"),
    ("women.decision.g2.women-share-of-party-members", "monitored", "percent", "kept", "area"),
    ("women.decision.g3.women-share-of-peoples-congress-deputies", "rises 逐届", "percent", "every_term", "every_unit"),
    ("women.decision.g3.women-share-of-peoples-congress-committee", "rises 逐届", "percent", "every_term", "every_unit"),
    ("women.decision.g3.women-share-of-cppcc-members", "rises 逐届", "percent", "every_term", "every_unit"),
    ("women.decision.g3.women-share-of-cppcc-committee", "rises 逐届", "percent", "every_term", "every_unit"),
    ("women.decision.g4.women-share-of-banner-chief-posts", "rises 逐步", "percent", "by_year", "area"),
    ("women.decision.g5.women-share-of-department-leadership", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g5.women-share-of-department-chief-posts", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g7.women-share-of-village-party-organisation", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g7.women-share-of-village-party-secretaries", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g8.women-share-of-community-party-organisation", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g8.women-share-of-community-party-secretaries", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g8.women-share-of-residents-committee", "monitored", "percent", "kept", "pooled"),
    ("women.decision.g9.women-share-of-public-institution-leadership", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g10.women-share-of-state-enterprise-boards", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g10.women-share-of-state-enterprise-supervisory-boards", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.g10.women-share-of-state-enterprise-management", "rises 逐步", "percent", "by_year", "pooled"),
    ("women.decision.s3.women-share-of-party-congress-delegates", "monitored", "percent", "every_term", "every_unit"),
    ("women.decision.s4.women-among-peoples-congress-candidates", "monitored", "persons", "every_term", "area"),
    ("women.decision.s4.women-share-of-cppcc-nominees", "monitored", "percent", "every_term", "area"),
    ("women.decision.s5.women-share-of-young-cadres", "monitored", "percent", "kept", "area"),
    ("women.decision.s7.women-share-of-public-institution-decision-makers", "~women-share-of-public-institution-staff", "percent", "kept", "pooled"),
    ("women.security.g2.maternity-insurance-participation-rate", "rises 逐步", "percent", "by_year", "area"),
    ("women.security.g5.female-unemployment-insurance-participants", "rises", "persons", "by_year", "area"),
    ("women.security.g5.female-work-injury-insurance-participants", "rises", "persons", "by_year", "area"),
    ("women.environment.g8.rural-sanitary-toilet-coverage", "rises 稳步", "percent", "by_year", "area"),
    ("women.environment.s7.good-air-quality-rate", "host_bound", "percent", "kept", "area"),
    ("children.health.g2.child-health-literacy-rate", "rises", "percent", "by_year", "area"),
    ("children.health.g2.caregiver-health-literacy-rate", "rises", "percent", "by_year", "area"),
    ("children.health.g3.neonatal-mortality-rate.urban-rural-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g3.neonatal-mortality-rate.regional-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g3.infant-mortality-rate.urban-rural-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g3.infant-mortality-rate.regional-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g3.under-5-mortality-rate.urban-rural-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g3.under-5-mortality-rate.regional-gap", "falls 逐步", "per_mille_points", "by_year", "area"),
    ("children.health.g8.child-overweight-rate", "rises_slower", "percent", "by_year", "area"),
    ("children.health.g8.child-obesity-rate", "rises_slower", "percent", "by_year", "area"),
    ("children.health.g9.fissure-sealant-coverage", "rises", "percent", "by_year", "area"),
    ("children.health.g10.new-myopia-rate", "falls 明显", "percent", "by_year", "area"),
    ("children.health.g13.sexuality-education-coverage", "monitored", "percent", "by_year", "area"),
    ("children.health.s12.daily-outdoor-sport-share", "monitored", "percent", "kept", "area"),
    ("children.health.s12.primary-pupil-sleep-share", "monitored", "percent", "kept", "area"),
    ("children.health.s12.junior-secondary-sleep-share", "monitored", "percent", "kept", "area"),
    ("children.health.s12.senior-secondary-sleep-share", "monitored", "percent", "kept", "area"),
    ("children.safety.g1.child-injury-disability-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.g2.child-drowning-mortality-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.g3.child-road-traffic-mortality-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.g4.child-fall-burn-poisoning-incidence-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.g4.child-fall-burn-poisoning-disability-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.g4.child-fall-burn-poisoning-mortality-rate", "falls", "per_100k", "by_year", "area"),
    ("children.safety.s7.product-safety-education-coverage", "monitored", "percent", "kept", "area"),
    ("children.education.g4.compulsory-education-homework-time", "falls", "minutes", "by_year", "area"),
    ("children.education.g6.disabled-children-compulsory-education-retention-rate", "rises 进一步", "percent", "by_year", "area"),
    ("children.education.s5.preschool-public-service-coverage", "monitored", "percent", "by_year", "area"),
    ("children.welfare.g5.childcare-institutions", "rises 持续", "count", "by_year", "area"),
    ("children.welfare.g5.childcare-places", "rises 持续", "count", "by_year", "area"),
    ("children.welfare.g8.community-childrens-home-coverage", "rises 进一步", "percent", "by_year", "area"),
    ("children.welfare.g11.child-service-organisations", "rises 明显", "count", "by_year", "area"),
    ("children.welfare.g11.child-social-work-staff", "rises 明显", "persons", "by_year", "area"),
    ("children.environment.g3.out-of-school-venues", "rises", "count", "by_year", "area"),
    ("children.environment.g3.out-of-school-venue-utilisation-rate", "rises", "percent", "by_year", "area"),
    ("children.environment.g8.ammonia-nitrogen-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("children.environment.g8.nitrogen-oxide-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("children.environment.g8.voc-emissions", "falls 持续", "tonnes", "by_year", "area"),
    ("children.environment.g8.drinking-water-quality-compliance-rate", "rises", "percent", "by_year", "area"),
    ("children.environment.g8.rural-sanitary-toilet-coverage", "rises 稳步", "percent", "by_year", "area"),
    ("children.environment.s3.young-pioneers-in-venues-coverage", "monitored", "percent", "by_year", "area"),
    ("children.law.g10.juvenile-offender-rate", "falls", "per_100k", "by_year", "area"),
];

/// Meetings, reports and dates of chapters three and four.
#[rustfmt::skip]
const DUTIES: &[Fact] = &[
    ("women.organisation.o1-3.plan-filings.women", ">=1", "count", "within 2022-09-09", "area"),
    ("women.organisation.o1-4.implementation-schemes.women", ">=1", "count", "once 2022-2023", "every_unit"),
    ("women.organisation.o2-1.plan-targets-assigned.women", ">=1", "count", "once 2022-2023", "area"),
    ("women.organisation.o2-1.responsible-body-reports.women", ">=1", "count", "every_year", "every_unit"),
    ("women.organisation.o2-1.reports-to-city.women", ">=1", "count", "every_year", "area"),
    ("women.organisation.o2-1.plan-inspections", "monitored", "count", "every_year", "area"),
    ("women.organisation.o2-2.banner-conferences", ">=1", "count", "each_window 5 2021-2030", "area"),
    ("women.organisation.o2-2.committee-plenary-meetings", ">=1", "count", "every_year", "area"),
    ("women.organisation.o2-2.committee-chair-meetings", "monitored", "count", "every_year", "area"),
    ("women.organisation.o2-2.committee-liaison-meetings", ">=1", "count", "every_year", "area"),
    ("women.organisation.o2-2.monitoring-and-evaluation-meetings", ">=1", "count", "every_year", "area"),
    ("women.organisation.o2-3.practical-projects.women", ">=1", "count", "every_year", "area"),
    ("women.organisation.o3-1.plan-funds-in-budget.women", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m1.annual-monitoring.women", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m1.monitoring-data-submissions.women", ">=1", "count", "every_year", "every_unit"),
    ("women.monitoring.m1.mid-term-evaluations.women", ">=1", "count", "once 2025-2026", "area"),
    ("women.monitoring.m1.final-evaluations.women", ">=1", "count", "once 2030-2031", "area"),
    ("women.monitoring.m1.responsible-body-mid-term-reports.women", ">=1", "count", "once 2025-2026", "every_unit"),
    ("women.monitoring.m1.responsible-body-final-reports.women", ">=1", "count", "once 2030-2031", "every_unit"),
    ("women.monitoring.m1.evaluation-funds-in-budget.women", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m2.evaluation-leading-groups", ">=1", "count", "once 2022-2023", "area"),
    ("women.monitoring.m2.monitoring-groups", ">=1", "count", "once 2022-2023", "area"),
    ("women.monitoring.m2.evaluation-groups", ">=1", "count", "once 2022-2023", "area"),
    ("women.monitoring.m2-monitoring-group.monitoring-schemes.women", ">=1", "count", "once 2022-2023", "area"),
    ("women.monitoring.m2-monitoring-group.monitoring-indicator-systems.women", ">=1", "count", "once 2022-2023", "area"),
    ("women.monitoring.m2-monitoring-group.annual-monitoring-reports.women", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m2-monitoring-group.mid-term-monitoring-reports.women", ">=1", "count", "once 2025-2026", "area"),
    ("women.monitoring.m2-monitoring-group.final-monitoring-reports.women", ">=1", "count", "once 2030-2031", "area"),
    ("women.monitoring.m2-monitoring-group.statistical-yearbooks.women", ">=1", "count", "every_year", "area"),
    ("women.monitoring.m2-evaluation-group.evaluation-schemes.women", ">=1", "count", "once 2022-2026", "area"),
    ("women.monitoring.m2-evaluation-group.mid-term-evaluation-reports.women", ">=1", "count", "once 2025-2026", "area"),
    ("women.monitoring.m2-evaluation-group.final-evaluation-reports.women", ">=1", "count", "once 2030-2031", "area"),
    ("women.monitoring.m3.reports-to-government.women", "monitored", "count", "every_year", "area"),
    ("children.organisation.o1-3.plan-filings.children", ">=1", "count", "within 2022-09-09", "area"),
    ("children.organisation.o1-4.implementation-schemes.children", ">=1", "count", "once 2022-2023", "every_unit"),
    ("children.organisation.o2-1.plan-targets-assigned.children", ">=1", "count", "once 2022-2023", "area"),
    ("children.organisation.o2-1.responsible-body-reports.children", ">=1", "count", "every_year", "every_unit"),
    ("children.organisation.o2-1.reports-to-city.children", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-1.plan-inspections", "monitored", "count", "every_year", "area"),
    ("children.organisation.o2-2.banner-conferences", ">=1", "count", "each_window 5 2021-2030", "area"),
    ("children.organisation.o2-2.committee-plenary-meetings", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-2.committee-chair-meetings", "monitored", "count", "every_year", "area"),
    ("children.organisation.o2-2.committee-liaison-meetings", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-2.monitoring-and-evaluation-meetings", ">=1", "count", "every_year", "area"),
    ("children.organisation.o2-3.practical-projects.children", ">=1", "count", "every_year", "area"),
    ("children.organisation.o3-1.plan-funds-in-budget.children", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m1.annual-monitoring.children", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m1.monitoring-data-submissions.children", ">=1", "count", "every_year", "every_unit"),
    ("children.monitoring.m1.mid-term-evaluations.children", ">=1", "count", "once 2025-2026", "area"),
    ("children.monitoring.m1.final-evaluations.children", ">=1", "count", "once 2030-2031", "area"),
    ("children.monitoring.m1.responsible-body-mid-term-reports.children", ">=1", "count", "once 2025-2026", "every_unit"),
    ("children.monitoring.m1.responsible-body-final-reports.children", ">=1", "count", "once 2030-2031", "every_unit"),
    ("children.monitoring.m1.evaluation-funds-in-budget.children", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m2.evaluation-leading-groups", ">=1", "count", "once 2022-2023", "area"),
    ("children.monitoring.m2.monitoring-groups", ">=1", "count", "once 2022-2023", "area"),
    ("children.monitoring.m2.evaluation-groups", ">=1", "count", "once 2022-2023", "area"),
    ("children.monitoring.m2-monitoring-group.monitoring-schemes.children", ">=1", "count", "once 2022-2023", "area"),
    ("children.monitoring.m2-monitoring-group.monitoring-indicator-systems.children", ">=1", "count", "once 2022-2023", "area"),
    ("children.monitoring.m2-monitoring-group.annual-monitoring-reports.children", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m2-monitoring-group.mid-term-monitoring-reports.children", ">=1", "count", "once 2025-2026", "area"),
    ("children.monitoring.m2-monitoring-group.final-monitoring-reports.children", ">=1", "count", "once 2030-2031", "area"),
    ("children.monitoring.m2-monitoring-group.statistical-yearbooks.children", ">=1", "count", "every_year", "area"),
    ("children.monitoring.m2-evaluation-group.evaluation-schemes.children", ">=1", "count", "once 2022-2026", "area"),
    ("children.monitoring.m2-evaluation-group.mid-term-evaluation-reports.children", ">=1", "count", "once 2025-2026", "area"),
    ("children.monitoring.m2-evaluation-group.final-evaluation-reports.children", ">=1", "count", "once 2030-2031", "area"),
    ("children.monitoring.m3.reports-to-government.children", "monitored", "count", "every_year", "area"),
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
        Rule::NotBelow => format!(">={}", target.reference.as_ref().unwrap()),
        Rule::Improves { better, qualifier } => {
            let way = if better == Better::Higher { "rises" } else { "falls" };
            format!("{way} {}", qualifier.zh()).trim_end().into()
        }
        Rule::NotWorse { better: Better::Higher } => "does not fall".into(),
        Rule::NotWorse { better: Better::Lower } => "does not rise".into(),
        Rule::InProportion { tolerance: None } => format!("~{}", target.reference.as_ref().unwrap()),
        ref other => other.code().into(),
    }
}

/// The timing with its years.
fn timing(target: &Target) -> String {
    let code = target.timing.code();
    let (from, usual) = match target.timing {
        Timing::ByYear { .. } | Timing::ReachedAndKept { .. } => (None, 0),
        Timing::Kept { from, .. } | Timing::EveryTerm { from, .. } => (Some(from), 2021),
        Timing::EveryYear { from, .. } => (Some(from), 2022),
        Timing::EachWindow { from, years, due } => return format!("{code} {years} {from}-{due}"),
        Timing::Once { from, due } => return format!("{code} {from}-{due}"),
        Timing::Within { after, months } => return format!("{code} {}", after.months_later(months)),
        other => panic!("{other:?} has no words here"),
    };
    let due = target.timing.due();
    match from {
        _ if due.number() != 2030 => format!("{code} until {due}"),
        Some(from) if from.number() != usual => format!("{code} {from}-{due}"),
        _ => code.into(),
    }
}

fn typed() -> Vec<Fact> {
    [
        WOMEN_GOALS,
        WOMEN_WITHOUT_DIGITS,
        CHILDREN_GOALS,
        CHILDREN_WITHOUT_DIGITS,
        STRATEGIES,
        PROHIBITIONS,
        DIRECTIONS,
        DUTIES,
    ]
    .concat()
}

#[test]
fn the_cards_say_what_the_plan_prints() {
    let catalogue = Catalogue::hangjin();
    let mut wrong = Vec::new();
    for fact in typed() {
        let target = catalogue.target(fact.0).unwrap();
        let unit = catalogue.indicator(&target.indicator).unwrap().unit;
        let found = (fact.0, &*bound(target), unit.code(), &*timing(target), target.scope.code());
        if found != fact {
            wrong.push(format!("typed {fact:?}, on the card {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The tables above leave out no target, and have each once.
#[test]
fn every_target_is_typed_twice() {
    let catalogue = Catalogue::hangjin();
    let mut typed: Vec<&str> = typed().iter().map(|fact| fact.0).collect();
    typed.sort_unstable();
    let mut targets: Vec<&str> = catalogue.targets().map(|target| &*target.id).collect();
    targets.sort_unstable();
    assert_eq!(typed, targets);
}

/// The tables above leave out no number of a main goal.
#[test]
fn every_number_of_a_goal_is_typed_twice() {
    let catalogue = Catalogue::hangjin();
    let typed = [WOMEN_GOALS, WOMEN_WITHOUT_DIGITS, CHILDREN_GOALS, CHILDREN_WITHOUT_DIGITS].concat();
    let watched = |rule: &Rule| rule.is_direction() || *rule == Rule::Monitored;
    let goals = catalogue.targets().filter(|target| target.clause.section == Section::Goal);
    let with_bound: Vec<&str> =
        goals.filter(|target| !watched(&target.rule)).map(|target| &*target.id).collect();
    assert_eq!(typed.iter().map(|fact| fact.0).filter(|id| !with_bound.contains(id)).count(), 0);
    assert_eq!(with_bound.len(), typed.len());
}
