//! Indicators that stand in both plans, or belong with those that do: one observation, two verdicts.

use crate::plan::SourceKind;
use crate::plan::hangjin::card::*;

indicators! {
    /// 九年义务教育巩固率: pupils who finish nine years over those who entered; may pass 100％ where pupils move in.
    COMPULSORY_EDUCATION_RETENTION: Percent = amount("compulsory-education-retention-rate", "九年义务教育巩固率", "nine-year compulsory education retention rate").every_school_year()
        .counts("九年级毕业班学生人数", "pupils in the final grade of compulsory education")
        .over("九年前入学人数", "pupils who entered nine years before")
        .among("义务教育阶段学生", "pupils in compulsory education")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 高中阶段教育毛入学率: enrolled of any age over the population of that age; may pass 100％.
    SENIOR_SECONDARY_ENROLMENT: Percent = amount("senior-secondary-gross-enrolment-rate", "高中阶段教育毛入学率", "gross enrolment ratio, upper secondary education").every_school_year().aged(15, 17)
        .counts("高中阶段在校生人数，不论年龄", "students of upper secondary education, of any age")
        .over("15—17岁人口数", "population aged 15-17")
        .among("15—17岁", "aged 15-17")
        .word("人", "students")
        .from(SourceKind::Records).usual();
    /// 化学需氧量排放总量: chemical oxygen demand discharged in the year.
    COD_EMISSIONS: Tonnes = amount("chemical-oxygen-demand-emissions", "化学需氧量排放总量", "total emissions of chemical oxygen demand")
        .counts("当年排放量", "amount discharged in the year")
        .among("工业、农业、生活和集中式治理设施", "industry, farming, households and central treatment")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);
    /// 氨氮排放总量: ammonia nitrogen discharged in the year.
    AMMONIA_NITROGEN_EMISSIONS: Tonnes = amount("ammonia-nitrogen-emissions", "氨氮排放总量", "total emissions of ammonia nitrogen")
        .counts("当年排放量", "amount discharged in the year")
        .among("工业、农业、生活和集中式治理设施", "industry, farming, households and central treatment")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);
    /// 氮氧化物排放总量: nitrogen oxides emitted in the year.
    NITROGEN_OXIDE_EMISSIONS: Tonnes = amount("nitrogen-oxide-emissions", "氮氧化物排放总量", "total emissions of nitrogen oxides")
        .counts("当年排放量", "amount emitted in the year")
        .among("工业、生活、移动源和集中式治理设施", "industry, households, vehicles and central treatment")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);
    /// 挥发性有机物排放总量: volatile organic compounds emitted in the year.
    VOC_EMISSIONS: Tonnes = amount("voc-emissions", "挥发性有机物排放总量", "total emissions of volatile organic compounds")
        .counts("当年排放量", "amount emitted in the year")
        .among("工业、生活和移动源", "industry, households and vehicles")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);
    /// 农村牧区自来水普及率.
    RURAL_TAP_WATER_COVERAGE: Percent = stock("rural-tap-water-coverage", "农村牧区自来水普及率", "rural tap water coverage").of_rural_areas()
        .counts("用上自来水的农村牧区人口数", "rural people with tap water")
        .over("农村牧区人口数", "rural population")
        .among("农村牧区常住人口", "rural residents")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 农村牧区集中供水率: rural people supplied by central works over rural people.
    RURAL_CENTRALISED_WATER: Percent = stock("rural-centralised-water-supply-coverage", "农村牧区集中供水率", "rural coverage of centralised water supply").of_rural_areas()
        .counts("集中供水工程供水的农村牧区人口数", "rural people supplied by central works")
        .over("农村牧区人口数", "rural population")
        .among("农村牧区常住人口", "rural residents")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 农村牧区供水水质达标率: samples of rural water up to standard over samples tested.
    RURAL_WATER_QUALITY: Percent = share("rural-water-quality-compliance-rate", "农村牧区供水水质达标率", "quality compliance rate of rural water supply").of_rural_areas()
        .counts("水质达标的水样数", "samples up to the standard")
        .over("监测的水样数", "samples tested")
        .among("农村牧区供水工程的出厂水和末梢水", "treated and tap water of rural works")
        .word("个", "samples")
        .from(SourceKind::Surveillance);
    /// 农村牧区供水保证率: time or places with the water due over all; the plan does not define it.
    RURAL_WATER_RELIABILITY: Percent = stock("rural-water-supply-reliability-rate", "农村牧区供水保证率", "reliability rate of rural water supply").of_rural_areas()
        .counts("供水达到设计保证程度的农村牧区人口数", "rural people whose supply keeps the designed reliability")
        .over("农村牧区供水人口数", "rural people supplied")
        .among("农村牧区常住人口", "rural residents")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 农村牧区卫生厕所普及率.
    RURAL_SANITARY_TOILET_COVERAGE: Percent = stock("rural-sanitary-toilet-coverage", "农村牧区卫生厕所普及率", "rural sanitary toilet coverage").of_rural_areas()
        .counts("有卫生厕所的农村牧区户数", "rural households with a sanitary toilet")
        .over("农村牧区户数", "rural households")
        .among("农村牧区常住户", "rural resident households")
        .word("户", "households")
        .from(SourceKind::Records);
    /// 农村牧区卫生厕所实际利用率: sanitary toilets in use over sanitary toilets.
    RURAL_SANITARY_TOILETS_IN_USE: Percent = stock("rural-sanitary-toilets-in-use-rate", "农村牧区卫生厕所实际利用率", "share of rural sanitary toilets in use").of_rural_areas()
        .counts("正在使用的卫生厕所座数", "sanitary toilets in use")
        .over("卫生厕所座数", "sanitary toilets")
        .among("农村牧区卫生厕所", "sanitary toilets in rural areas")
        .word("座", "toilets")
        .from(SourceKind::Records);
}
