//! Indicators of the women's plan on health, in printed order.

use crate::plan::hangjin::card::*;
use crate::plan::{Between, SourceKind};

indicators! {
    /// 妇女人均预期寿命: years a girl born now may expect to live; a life table by sex needs the census.
    FEMALE_LIFE_EXPECTANCY: Years = amount("female-life-expectancy", "妇女人均预期寿命", "female life expectancy at birth").at_census().women_of(super::LIFE_EXPECTANCY)
        .counts("同一时期出生的女性预期平均可存活的年数", "years a girl born now may expect to live at present death rates")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("岁", "years")
        .from(SourceKind::Census);
    /// 妇女人均健康预期寿命: years of life expected in good health; taken with the health services survey, every five years.
    FEMALE_HEALTHY_LIFE_EXPECTANCY: Years = amount("female-healthy-life-expectancy", "妇女人均健康预期寿命", "female healthy life expectancy").every(5).women_of(super::HEALTHY_LIFE_EXPECTANCY)
        .counts("预期平均可健康存活的年数", "years expected in good health at present death rates and present health")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("岁", "years")
        .from(SourceKind::Survey);
    /// 孕产妇系统管理率: mothers under systematic care over live births; may pass 100％.
    MATERNAL_SYSTEMATIC_MANAGEMENT: Percent = amount("maternal-systematic-management-rate", "孕产妇系统管理率", "systematic maternal management rate").of_women_only()
        .counts("妊娠至产后28天内接受孕早期检查、至少5次产前检查、住院分娩和产后访视的产妇数", "women who had an early check, at least five antenatal checks, a delivery in hospital and a postnatal visit")
        .over("活产数", "live births")
        .among("统计年度内的孕产妇", "women pregnant or in childbirth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport).usual();
    /// 孕产妇死亡率: maternal deaths in the year over live births of the year.
    MATERNAL_MORTALITY_RATIO: Per100k = events("maternal-mortality-ratio", "孕产妇死亡率", "maternal mortality ratio").of_women_only()
        .counts("孕产妇死亡人数（妊娠期至妊娠结束后42天内，不含意外）", "maternal deaths (from pregnancy to 42 days after its end, not by accident)")
        .over("活产数", "live births")
        .among("统计年度内的孕产妇", "women pregnant or in childbirth in the statistical year")
        .word("人", "deaths")
        .from(SourceKind::HealthReport).usual();
    /// 孕产妇死亡率城乡差距: the absolute difference between urban and rural areas.
    MATERNAL_MORTALITY_URBAN_RURAL_GAP: Per100k = difference("maternal-mortality-ratio.urban-rural-gap", "孕产妇死亡率城乡差距", "urban-rural gap in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::UrbanRural)
        .counts("城镇与农村牧区孕产妇死亡率之差的绝对值", "absolute difference between the ratios of urban and rural areas")
        .from(SourceKind::Computed).usual();
    /// 孕产妇死亡率区域差距: the highest less the lowest of the townships.
    MATERNAL_MORTALITY_REGIONAL_GAP: Per100k = difference("maternal-mortality-ratio.regional-gap", "孕产妇死亡率区域差距", "gap between townships in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::Units).between_units("township")
        .counts("各苏木镇孕产妇死亡率最高与最低之差", "highest less lowest ratio among the townships")
        .from(SourceKind::Computed).usual();
    /// 剖宫产率: live births by caesarean section over all live births.
    CAESAREAN_SECTION_RATE: Percent = share("caesarean-section-rate", "剖宫产率", "caesarean section rate")
        .counts("剖宫产活产数", "live births by caesarean section")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("例", "births")
        .from(SourceKind::Records);
    /// 助产机构产床与助产士的比例: midwives for each delivery bed; a cell `1：3` names the beds first.
    MIDWIVES_PER_DELIVERY_BED: Quotient = amount("midwives-per-delivery-bed", "助产机构产床与助产士的比例", "midwives per delivery bed").colon_inverted()
        .counts("助产士人数", "midwives")
        .over("产床张数", "delivery beds")
        .among("助产机构年末在岗助产士和在用产床", "midwives at work and beds in use at the end of the year, by institution")
        .word("名", "midwives")
        .from(SourceKind::Records);
    /// 妇女宫颈癌和乳腺癌防治知识知晓率: women who know how both cancers are prevented and treated over women asked.
    CANCER_PREVENTION_AWARENESS: Percent = share("cervical-and-breast-cancer-awareness-rate", "妇女宫颈癌和乳腺癌防治知识知晓率", "awareness of cervical and breast cancer prevention and treatment among women").of_women().aged_from(15)
        .counts("知晓宫颈癌、乳腺癌防治知识的妇女人数", "women who know how both cancers are prevented and treated")
        .over("被调查妇女人数", "women surveyed")
        .among("15岁及以上妇女", "women aged 15 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 适龄妇女宫颈癌人群筛查率: women screened for cervical cancer over women of the age group.
    CERVICAL_CANCER_SCREENING: Percent = share("cervical-cancer-screening-rate", "适龄妇女宫颈癌人群筛查率", "cervical cancer screening rate").of_women_only().aged(35, 64)
        .counts("在推荐的筛查周期内接受过宫颈癌筛查的妇女人数", "women screened for cervical cancer within the recommended interval")
        .over("适龄妇女人数", "women of the age for screening")
        .among("35—64岁妇女；筛查周期为三至五年，不是当年筛查的人数", "women aged 35-64; the interval is three to five years, so not only those screened in the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 适龄妇女乳腺癌人群筛查率: women screened for breast cancer over women of the age group.
    BREAST_CANCER_SCREENING: Percent = share("breast-cancer-screening-rate", "适龄妇女乳腺癌人群筛查率", "breast cancer screening rate").of_women().aged(35, 64)
        .counts("在推荐的筛查周期内接受过乳腺癌筛查的妇女人数", "women screened for breast cancer within the recommended interval")
        .over("适龄妇女人数", "women of the age for screening")
        .among("35—64岁妇女；筛查周期为二至三年，不是当年筛查的人数", "women aged 35-64; the interval is two to three years, so not only those screened in the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率: women the programme offers screening to over its target population; not those screened.
    RURAL_CANCER_SCREENING_COVERAGE: Percent = share("rural-cancer-screening-programme-coverage", "农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率", "rural coverage of the cervical and breast cancer screening programme").of_rural_areas().of_women_only().aged(35, 64)
        .counts("“两癌”检查项目覆盖（可以参加检查）的适龄妇女人数", "women to whom the programme for both cancers offers screening")
        .over("农村牧区适龄妇女人数", "women of the age in rural areas")
        .among("35—64岁农村牧区妇女", "women aged 35-64 in rural areas")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 宫颈癌患者治疗率: patients treated over patients diagnosed.
    CERVICAL_CANCER_TREATMENT: Percent = share("cervical-cancer-treatment-rate", "宫颈癌患者治疗率", "cervical cancer treatment rate").of_women_only()
        .counts("接受治疗的宫颈癌患者人数", "patients with cervical cancer who are treated")
        .over("确诊的宫颈癌患者人数", "patients diagnosed")
        .among("妇女，全部年龄", "women, all ages")
        .word("人", "patients")
        .from(SourceKind::Records);
    /// 宫颈癌早诊早治率: cervical cancers and their forerunners found and treated early over those found.
    CERVICAL_CANCER_EARLY_CARE: Percent = share("cervical-cancer-early-diagnosis-and-treatment-rate", "宫颈癌早诊早治率", "cervical cancer early diagnosis and treatment rate").of_women_only()
        .counts("早期诊断并治疗的宫颈癌及癌前病变例数", "cervical cancers and precancers diagnosed and treated early")
        .over("筛查发现的宫颈癌及癌前病变例数", "cervical cancers and precancers found")
        .among("筛查的妇女", "women screened")
        .word("例", "cases")
        .from(SourceKind::Records);
    /// 乳腺癌早诊早治率: breast cancers found and treated early over those found.
    BREAST_CANCER_EARLY_CARE: Percent = share("breast-cancer-early-diagnosis-and-treatment-rate", "乳腺癌早诊早治率", "breast cancer early diagnosis and treatment rate").of_women()
        .counts("早期诊断并治疗的乳腺癌例数", "breast cancers diagnosed and treated early")
        .over("筛查发现的乳腺癌例数", "breast cancers found")
        .among("筛查的妇女", "women screened")
        .word("例", "cases")
        .from(SourceKind::Records);
    /// 宫颈癌死亡率: deaths from cervical cancer over women.
    CERVICAL_CANCER_MORTALITY: Per100k = events("cervical-cancer-mortality-rate", "宫颈癌死亡率", "cervical cancer mortality rate").of_women()
        .counts("死于宫颈癌的人数", "deaths from cervical cancer")
        .over("年平均女性人口", "mean female population of the year")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);
    /// 乳腺癌死亡率: deaths of women from breast cancer over women.
    BREAST_CANCER_MORTALITY: Per100k = events("breast-cancer-mortality-rate", "妇女乳腺癌死亡率", "breast cancer mortality rate among women").of_women()
        .counts("死于乳腺癌的女性人数", "women who died of breast cancer")
        .over("年平均女性人口", "mean female population of the year")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("人", "deaths")
        .from(SourceKind::Surveillance);
    /// 13—18周岁女性宫颈癌疫苗接种率: girls of 13 to 18 vaccinated against HPV over girls of that age.
    HPV_VACCINATION: Percent = share("hpv-vaccination-coverage-13-18", "13—18周岁女性宫颈癌疫苗接种率", "HPV vaccination coverage among girls aged 13-18").of_women().aged(13, 18)
        .counts("完成宫颈癌疫苗接种的女性人数", "girls fully vaccinated against HPV")
        .over("13—18周岁女性人数", "girls aged 13-18")
        .among("13—18周岁女性（含13、18周岁）", "girls aged 13 to 18, both ages included")
        .word("人", "girls")
        .from(SourceKind::Records);
    /// 非意愿妊娠率: pregnancies that were not wanted over women aged 15 to 49.
    UNINTENDED_PREGNANCY_RATE: PerMille = events("unintended-pregnancy-rate", "非意愿妊娠率", "unintended pregnancy rate").of_women_only().aged(15, 49)
        .counts("非意愿妊娠例数", "unintended pregnancies")
        .over("15—49岁妇女人数", "women aged 15-49")
        .among("15—49岁妇女", "women aged 15-49")
        .word("例", "pregnancies")
        .from(SourceKind::Survey);
    /// 人工流产率: induced abortions over women aged 15 to 49.
    INDUCED_ABORTION_RATE: PerMille = events("induced-abortion-rate", "人工流产率", "induced abortion rate").of_women_only().aged(15, 49)
        .counts("人工流产例数（含负压吸引术、钳刮术、药物流产）", "induced abortions, surgical and medical")
        .over("15—49岁妇女人数", "women aged 15-49")
        .among("15—49岁妇女", "women aged 15-49")
        .word("例", "abortions")
        .from(SourceKind::Records);
    /// 孕产妇艾滋病检测率: women in childbirth tested for HIV over women in childbirth.
    MATERNAL_HIV_TESTING: Percent = share("maternal-hiv-testing-rate", "孕产妇艾滋病检测率", "maternal HIV testing rate").of_women_only()
        .counts("孕期或产时接受艾滋病检测的产妇人数", "women tested for HIV in pregnancy or at delivery")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport).usual();
    /// 孕产妇梅毒检测率: women in childbirth tested for syphilis over women in childbirth.
    MATERNAL_SYPHILIS_TESTING: Percent = share("maternal-syphilis-testing-rate", "孕产妇梅毒检测率", "maternal syphilis testing rate").of_women_only()
        .counts("孕期或产时接受梅毒检测的产妇人数", "women tested for syphilis in pregnancy or at delivery")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport).usual();
    /// 孕产妇乙肝检测率: women in childbirth tested for hepatitis B over women in childbirth.
    MATERNAL_HEPATITIS_B_TESTING: Percent = share("maternal-hepatitis-b-testing-rate", "孕产妇乙肝检测率", "maternal hepatitis B testing rate").of_women_only()
        .counts("孕期或产时接受乙肝检测的产妇人数", "women tested for hepatitis B in pregnancy or at delivery")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 孕早期艾滋病检测率: women in childbirth tested for HIV in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_HIV_TESTING: Percent = share("early-pregnancy-hiv-testing-rate", "孕早期艾滋病检测率", "early-pregnancy HIV testing rate").of_women_only()
        .counts("孕早期（13周前）接受艾滋病检测的产妇人数", "women tested for HIV before week 13 of pregnancy")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 孕早期梅毒检测率: women in childbirth tested for syphilis in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_SYPHILIS_TESTING: Percent = share("early-pregnancy-syphilis-testing-rate", "孕早期梅毒检测率", "early-pregnancy syphilis testing rate").of_women_only()
        .counts("孕早期（13周前）接受梅毒检测的产妇人数", "women tested for syphilis before week 13 of pregnancy")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 孕早期乙肝检测率: women in childbirth tested for hepatitis B in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_HEPATITIS_B_TESTING: Percent = share("early-pregnancy-hepatitis-b-testing-rate", "孕早期乙肝检测率", "early-pregnancy hepatitis B testing rate").of_women_only()
        .counts("孕早期（13周前）接受乙肝检测的产妇人数", "women tested for hepatitis B before week 13 of pregnancy")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 妇女艾滋病感染者随访率: infected women followed up over infected women due for it.
    WOMEN_WITH_HIV_FOLLOW_UP: Percent = share("women-with-hiv-follow-up-rate", "妇女艾滋病感染者随访率", "follow-up rate of women with HIV").of_women()
        .counts("按要求接受随访的艾滋病感染妇女人数", "women with HIV followed up as required")
        .over("应随访的艾滋病感染妇女人数", "women with HIV due for follow-up")
        .among("妇女，全部年龄", "women, all ages")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 艾滋病孕产妇感染者治疗率: infected women treated over women in childbirth with HIV.
    MATERNAL_HIV_TREATMENT: Percent = share("maternal-hiv-treatment-rate", "艾滋病孕产妇感染者治疗率", "treatment rate of pregnant women and mothers with HIV").of_women_only()
        .counts("接受抗病毒治疗的感染产妇人数", "women with HIV who were given antiviral treatment")
        .over("艾滋病感染产妇人数", "women in childbirth with HIV")
        .among("统计年度内分娩的感染妇女", "infected women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 梅毒孕产妇感染者治疗率: infected women treated over women in childbirth with syphilis.
    MATERNAL_SYPHILIS_TREATMENT: Percent = share("maternal-syphilis-treatment-rate", "梅毒孕产妇感染者治疗率", "treatment rate of pregnant women and mothers with syphilis").of_women_only()
        .counts("接受治疗的感染产妇人数", "women with syphilis who were treated")
        .over("梅毒感染产妇人数", "women in childbirth with syphilis")
        .among("统计年度内分娩的感染妇女", "infected women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 艾滋病母婴传播率: children infected with HIV over children of mothers with HIV.
    HIV_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hiv-mother-to-child-transmission-rate", "艾滋病母婴传播率", "mother-to-child transmission rate of HIV")
        .counts("经母婴传播感染艾滋病的儿童人数", "children infected with HIV by their mothers")
        .over("应检测的艾滋病感染产妇所生儿童人数", "children of mothers with HIV who were due for a test")
        .among("达到检测月龄的儿童", "children of the age for the test")
        .word("人", "children")
        .from(SourceKind::HealthReport);
    /// 先天梅毒报告发病率: reported cases of congenital syphilis over live births.
    CONGENITAL_SYPHILIS_CASE_RATE: Per100k = events("congenital-syphilis-case-rate", "先天梅毒报告发病率", "congenital syphilis case rate")
        .counts("先天梅毒报告病例数", "reported cases of congenital syphilis")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("例", "cases")
        .from(SourceKind::HealthReport).usual();
    /// 乙肝母婴传播率: children infected with hepatitis B over children of mothers with hepatitis B.
    HEPATITIS_B_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hepatitis-b-mother-to-child-transmission-rate", "乙肝母婴传播率", "mother-to-child transmission rate of hepatitis B")
        .counts("经母婴传播感染乙肝的儿童人数", "children infected with hepatitis B by their mothers")
        .over("接受检测的乙肝感染产妇所生儿童人数", "children of mothers with hepatitis B who were tested")
        .among("达到检测月龄的儿童", "children of the age for the test")
        .word("人", "children")
        .from(SourceKind::HealthReport);
    /// 妇女心理健康素养水平: women who reach the score of mental health literacy over women surveyed, every five years.
    FEMALE_MENTAL_HEALTH_LITERACY: Percent = share("female-mental-health-literacy-rate", "妇女心理健康素养水平", "share of women with mental health literacy").every(5).women_of(super::MENTAL_HEALTH_LITERACY).aged_from(18)
        .counts("心理健康素养达到规定得分的妇女人数", "women who reach the score of mental health literacy")
        .over("被调查妇女人数", "women surveyed")
        .among("18岁及以上妇女", "women aged 18 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女焦虑障碍患病率: women with an anxiety disorder over women surveyed, every five years.
    FEMALE_ANXIETY_DISORDERS: Percent = share("female-anxiety-disorder-prevalence", "妇女焦虑障碍患病率", "prevalence of anxiety disorders among women").every(5).women_of(super::ANXIETY_DISORDERS).aged_from(18)
        .counts("患焦虑障碍的妇女人数", "women with an anxiety disorder")
        .over("被调查妇女人数", "women surveyed")
        .among("18岁及以上妇女", "women aged 18 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女抑郁症患病率: women with depression over women surveyed, every five years.
    FEMALE_DEPRESSION: Percent = share("female-depression-prevalence", "妇女抑郁症患病率", "prevalence of depression among women").every(5).women_of(super::DEPRESSION_PREVALENCE).aged_from(18)
        .counts("患抑郁症的妇女人数", "women with depression")
        .over("被调查妇女人数", "women surveyed")
        .among("18岁及以上妇女", "women aged 18 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女健康素养水平: women who reach the score of health literacy over women surveyed.
    FEMALE_HEALTH_LITERACY: Percent = share("female-health-literacy-rate", "妇女健康素养水平", "share of women with health literacy").women_of(super::HEALTH_LITERACY_RATE).aged(15, 69)
        .counts("健康素养达到规定得分的妇女人数", "women who reach the score of health literacy")
        .over("被调查妇女人数", "women surveyed")
        .among("15—69岁妇女", "women aged 15-69")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女营养知识素养水平: women who reach the score of nutrition literacy over women surveyed, every five years.
    FEMALE_NUTRITION_LITERACY: Percent = share("female-nutrition-literacy-rate", "妇女营养知识素养水平", "share of women with nutrition literacy").every(5).women_of(super::NUTRITION_LITERACY).aged_from(18)
        .counts("营养知识素养达到规定得分的妇女人数", "women who reach the score of nutrition literacy")
        .over("被调查妇女人数", "women surveyed")
        .among("18岁及以上妇女", "women aged 18 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女营养标签知晓率: women who know the nutrition label over women surveyed.
    NUTRITION_LABEL_AWARENESS: Percent = share("female-nutrition-label-awareness-rate", "妇女营养标签知晓率", "awareness of the nutrition label among women").at_surveys().women_of(super::NUTRITION_LABEL_KNOWLEDGE).aged_from(18)
        .counts("知晓营养标签的妇女人数", "women who know the nutrition label")
        .over("被调查妇女人数", "women surveyed")
        .among("18岁及以上妇女", "women aged 18 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女卫生费标准: what an employer pays a woman for hygiene, by the rule in force.
    HYGIENE_ALLOWANCE: Yuan = amount("female-hygiene-allowance", "妇女卫生费标准", "women's hygiene allowance").of_women()
        .counts("用人单位按规定每月发给女职工的卫生费", "the monthly allowance for hygiene that employers owe a woman")
        .among("女职工", "women employees")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 孕产妇贫血患病率: women with anaemia over pregnant women and new mothers examined.
    MATERNAL_ANAEMIA: Percent = share("maternal-anaemia-prevalence", "孕产妇贫血患病率", "prevalence of anaemia in pregnant and postpartum women").of_women_only()
        .counts("贫血的孕产妇人数（血红蛋白低于110克／升）", "pregnant and postpartum women with anaemia (haemoglobin below 110 g/l)")
        .over("检查血红蛋白的孕产妇人数", "women whose haemoglobin was examined")
        .among("统计年度内的孕产妇", "women pregnant or in childbirth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport);
    /// 妇女经常参加体育锻炼的人数比例: women who exercise regularly over women surveyed, every five years.
    WOMEN_EXERCISING_REGULARLY: Percent = share("women-exercising-regularly-share", "妇女经常参加体育锻炼的人数比例", "share of women who exercise regularly").every(5).women_of(super::EXERCISING_REGULARLY).aged_from(20)
        .counts("每周锻炼3次及以上、每次30分钟及以上、中等及以上强度的妇女人数", "women who exercise at least three times a week for at least 30 minutes at moderate intensity or more")
        .over("被调查妇女人数", "women surveyed")
        .among("20岁及以上妇女", "women aged 20 and over")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 妇女体质测定标准合格比例: women who pass the national fitness standard over women tested, every five years.
    WOMEN_PASSING_FITNESS_STANDARD: Percent = share("women-fitness-standard-pass-rate", "妇女体质测定标准合格比例", "share of women who pass the national fitness standard").every(5).women_of(super::PASSING_FITNESS_STANDARD).aged(20, 59)
        .counts("达到国民体质测定标准合格及以上等级的妇女人数", "women who pass the national fitness standard")
        .over("被测定妇女人数", "women tested")
        .among("20—59岁妇女", "women aged 20-59")
        .word("人", "women")
        .from(SourceKind::Survey);
    /// 标准化妇幼保健机构数: maternal and child health institutions built to the standard.
    STANDARD_MATERNAL_CHILD_HEALTH_INSTITUTIONS: Count = amount("standard-maternal-child-health-institutions", "标准化妇幼保健机构数", "maternal and child health institutions up to standard")
        .counts("按标准建成的妇幼保健机构数", "maternal and child health institutions built to the standard")
        .word("所", "institutions")
        .from(SourceKind::Records);
    /// 危重孕产妇救治中心数: centres that rescue mothers in critical condition.
    CRITICAL_MATERNAL_RESCUE_CENTRES: Count = amount("critical-maternal-rescue-centres", "危重孕产妇救治中心数", "rescue centres for critically ill mothers")
        .counts("经认定的危重孕产妇救治中心数", "recognised rescue centres for critically ill mothers")
        .word("个", "centres")
        .from(SourceKind::Records);
    /// 流动卫生服务站数: stations set up with the township health centres.
    MOBILE_HEALTH_STATIONS: Count = amount("mobile-health-stations", "流动卫生服务站数", "mobile health service stations")
        .counts("设立的流动卫生服务站数", "mobile health service stations set up")
        .word("个", "stations")
        .from(SourceKind::Records);
    /// 学校健康教育开课率: schools that teach health over all schools.
    SCHOOL_HEALTH_EDUCATION: Percent = stock("school-health-education-rate", "学校健康教育开课率", "schools that teach health education").every_school_year()
        .counts("开设健康教育课的中小学校数", "schools that teach health education")
        .over("中小学校数", "primary and secondary schools")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 旗级全民健身中心数: fitness centres of the banner.
    BANNER_FITNESS_CENTRES: Count = amount("banner-fitness-centres", "旗级全民健身中心数", "public fitness centres of the banner")
        .counts("建成的旗级全民健身中心数", "public fitness centres of the banner")
        .word("个", "centres")
        .from(SourceKind::Records);
    /// 苏木镇多功能健身馆覆盖率: townships with a fitness hall over all townships.
    TOWNSHIP_FITNESS_HALL_COVERAGE: Percent = stock("township-fitness-hall-coverage", "苏木镇多功能健身馆覆盖率", "townships with a multi-purpose fitness hall")
        .counts("有多功能健身馆的苏木镇数", "townships with a multi-purpose fitness hall")
        .over("苏木镇数", "townships")
        .word("个", "townships")
        .from(SourceKind::Records);
    /// 嘎查村全民健身运动站覆盖率: villages with a fitness station over all villages.
    VILLAGE_FITNESS_STATION_COVERAGE: Percent = stock("village-fitness-station-coverage", "嘎查村全民健身运动站覆盖率", "villages with a public fitness station")
        .counts("有全民健身运动站的嘎查村数", "villages with a public fitness station")
        .over("嘎查村数", "villages")
        .word("个", "villages")
        .from(SourceKind::Records);
    /// 社区健身中心覆盖率: communities with a fitness centre over all communities.
    COMMUNITY_FITNESS_CENTRE_COVERAGE: Percent = stock("community-fitness-centre-coverage", "社区健身中心覆盖率", "communities with a fitness centre")
        .counts("有健身中心的社区数", "communities with a fitness centre")
        .over("社区数", "communities")
        .word("个", "communities")
        .from(SourceKind::Records);
    /// 城市社区健身圈时长: minutes from home to a place for exercise.
    FITNESS_CIRCLE_MINUTES: Minutes = amount("urban-fitness-circle-minutes", "城市社区健身圈到达时间", "minutes to a fitness facility in urban communities").of_towns()
        .counts("居民从住处步行到最近健身设施所需的时间", "time residents need to walk to the nearest fitness facility")
        .among("城市社区的居民，以较远者计", "residents of urban communities, by those who live farthest")
        .word("分钟", "minutes")
        .from(SourceKind::Records);
    /// 体育公园数: sports parks.
    SPORTS_PARKS: Count = amount("sports-parks", "体育公园数", "sports parks")
        .counts("建成的体育公园数", "sports parks built")
        .word("个", "parks")
        .from(SourceKind::Records);
}
