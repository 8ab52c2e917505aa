//! Indicators that stand in both plans, or belong with those that do: one observation, two verdicts.

use crate::plan::hangjin::card::*;

indicators! {
    /// 九年义务教育巩固率: pupils who finish nine years over those who entered; may pass 100％ where pupils move in.
    COMPULSORY_EDUCATION_RETENTION: Percent = amount("compulsory-education-retention-rate", "九年义务教育巩固率", "nine-year compulsory education retention rate").every_school_year();
    /// 高中阶段教育毛入学率: enrolled of any age over the population of that age; may pass 100％.
    SENIOR_SECONDARY_ENROLMENT: Percent = amount("senior-secondary-gross-enrolment-rate", "高中阶段教育毛入学率", "gross enrolment ratio, upper secondary education").every_school_year();
    /// 化学需氧量排放总量: chemical oxygen demand discharged in the year.
    COD_EMISSIONS: Tonnes = amount("chemical-oxygen-demand-emissions", "化学需氧量排放总量", "total emissions of chemical oxygen demand");
    /// 氨氮排放总量: ammonia nitrogen discharged in the year.
    AMMONIA_NITROGEN_EMISSIONS: Tonnes = amount("ammonia-nitrogen-emissions", "氨氮排放总量", "total emissions of ammonia nitrogen");
    /// 氮氧化物排放总量: nitrogen oxides emitted in the year.
    NITROGEN_OXIDE_EMISSIONS: Tonnes = amount("nitrogen-oxide-emissions", "氮氧化物排放总量", "total emissions of nitrogen oxides");
    /// 挥发性有机物排放总量: volatile organic compounds emitted in the year.
    VOC_EMISSIONS: Tonnes = amount("voc-emissions", "挥发性有机物排放总量", "total emissions of volatile organic compounds");
    /// 农村牧区自来水普及率.
    RURAL_TAP_WATER_COVERAGE: Percent = stock("rural-tap-water-coverage", "农村牧区自来水普及率", "rural tap water coverage").of_rural_areas();
    /// 农村牧区集中供水率: rural people supplied by central works over rural people.
    RURAL_CENTRALISED_WATER: Percent = stock("rural-centralised-water-supply-coverage", "农村牧区集中供水率", "rural coverage of centralised water supply").of_rural_areas();
    /// 农村牧区供水水质达标率: samples of rural water up to standard over samples tested.
    RURAL_WATER_QUALITY: Percent = share("rural-water-quality-compliance-rate", "农村牧区供水水质达标率", "quality compliance rate of rural water supply").of_rural_areas();
    /// 农村牧区供水保证率: time or places with the water due over all; the plan does not define it.
    RURAL_WATER_RELIABILITY: Percent = stock("rural-water-supply-reliability-rate", "农村牧区供水保证率", "reliability rate of rural water supply").of_rural_areas();
    /// 农村牧区卫生厕所普及率.
    RURAL_SANITARY_TOILET_COVERAGE: Percent = stock("rural-sanitary-toilet-coverage", "农村牧区卫生厕所普及率", "rural sanitary toilet coverage").of_rural_areas();
    /// 农村牧区卫生厕所实际利用率: sanitary toilets in use over sanitary toilets.
    RURAL_SANITARY_TOILETS_IN_USE: Percent = stock("rural-sanitary-toilets-in-use-rate", "农村牧区卫生厕所实际利用率", "share of rural sanitary toilets in use").of_rural_areas();
}
