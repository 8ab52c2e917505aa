//! Indicators that stand in both plans: one observation, two verdicts.

use crate::plan::hangjin::card::*;

indicators! {
    /// 九年义务教育巩固率: pupils who finish nine years over those who entered; may pass 100％ where pupils move in.
    COMPULSORY_EDUCATION_RETENTION: Percent = amount("compulsory-education-retention-rate", "九年义务教育巩固率", "nine-year compulsory education retention rate").every_school_year();
    /// 高中阶段教育毛入学率: enrolled of any age over the population of that age; may pass 100％.
    SENIOR_SECONDARY_ENROLMENT: Percent = amount("senior-secondary-gross-enrolment-rate", "高中阶段教育毛入学率", "gross enrolment rate, senior secondary education").every_school_year();
    /// 主要污染物排放总量.
    MAJOR_POLLUTANT_EMISSIONS: Tonnes = amount("major-pollutant-emissions", "主要污染物排放总量", "total emissions of major pollutants");
    /// 农村牧区自来水普及率.
    RURAL_TAP_WATER_COVERAGE: Percent = share("rural-tap-water-coverage", "农村牧区自来水普及率", "rural tap water coverage").of_the_country();
    /// 农村牧区卫生厕所普及率.
    RURAL_SANITARY_TOILET_COVERAGE: Percent = share("rural-sanitary-toilet-coverage", "农村牧区卫生厕所普及率", "rural sanitary toilet coverage").of_the_country();
}
