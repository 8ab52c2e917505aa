//! Indicators of the children's plan on health, in printed order.

use crate::plan::hangjin::card::*;
use crate::plan::{Between, SourceKind};

indicators! {
    /// 3岁以下儿童系统管理率: children younger than 3 who had the check-ups due at their age over all children younger than 3.
    UNDER_3_SYSTEMATIC_MANAGEMENT: Percent = share("under-3-systematic-management-rate", "3岁以下儿童系统管理率", "systematic health management rate, children under 3").aged(0, 2)
        .counts("按年龄要求接受生长监测的儿童人数", "children who had the check-ups due at their age")
        .over("3岁以下儿童人数", "children under 3")
        .among("不满3岁的儿童", "children younger than 3")
        .word("人", "children")
        .from(SourceKind::HealthReport).usual();
    /// 7岁以下儿童健康管理率: children younger than 7 with at least one check-up in the year over all children younger than 7.
    UNDER_7_HEALTH_MANAGEMENT: Percent = share("under-7-health-management-rate", "7岁以下儿童健康管理率", "health management rate, children under 7").aged(0, 6)
        .counts("接受过1次及以上体格检查的儿童人数", "children with at least one check-up in the year")
        .over("7岁以下儿童人数", "children under 7")
        .among("不满7岁的儿童", "children younger than 7")
        .word("人", "children")
        .from(SourceKind::HealthReport).usual();
    /// 儿童健康素养水平: children who reach the score of health literacy for their age over children surveyed.
    CHILD_HEALTH_LITERACY: Percent = share("child-health-literacy-rate", "儿童健康素养水平", "share of children with health literacy")
        .counts("健康素养达到规定得分的儿童人数", "children who reach the score of health literacy for their age")
        .over("被调查儿童人数", "children surveyed")
        .among("小学四年级及以上的中小学生", "pupils from grade 4")
        .word("人", "children")
        .from(SourceKind::Survey);
    /// 儿童照护人健康素养水平: persons caring for children who reach the score of health literacy over those surveyed.
    CAREGIVER_HEALTH_LITERACY: Percent = share("caregiver-health-literacy-rate", "儿童照护人健康素养水平", "share of caregivers of children with health literacy")
        .counts("健康素养达到规定得分的照护人人数", "caregivers who reach the score of health literacy")
        .over("被调查照护人人数", "caregivers surveyed")
        .among("儿童的父母及其他照护人", "parents and other caregivers of children")
        .word("人", "caregivers")
        .from(SourceKind::Survey);
    /// 新生儿死亡率: deaths in the first 28 days of life over live births of the year.
    NEONATAL_MORTALITY_RATE: PerMille = events("neonatal-mortality-rate", "新生儿死亡率", "neonatal mortality rate")
        .counts("出生至28天内（不含第28天）死亡的新生儿人数", "deaths in the first 28 days of life")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "deaths")
        .from(SourceKind::HealthReport).usual();
    /// 新生儿死亡率城乡差距: the absolute difference between urban and rural areas.
    NEONATAL_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("neonatal-mortality-rate.urban-rural-gap", "新生儿死亡率城乡差距", "urban-rural gap in the neonatal mortality rate", NEONATAL_MORTALITY_RATE, Between::UrbanRural)
        .counts("城镇与农村牧区新生儿死亡率之差的绝对值", "absolute difference between the rates of urban and rural areas")
        .from(SourceKind::Computed).usual();
    /// 新生儿死亡率区域差距: the largest minus the smallest among the townships.
    NEONATAL_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("neonatal-mortality-rate.regional-gap", "新生儿死亡率区域差距", "gap between townships in the neonatal mortality rate", NEONATAL_MORTALITY_RATE, Between::Units).between_units("township")
        .counts("各苏木镇新生儿死亡率最高与最低之差", "highest less lowest rate among the townships")
        .from(SourceKind::Computed).usual();
    /// 婴儿死亡率: deaths before the first birthday over live births of the year.
    INFANT_MORTALITY_RATE: PerMille = events("infant-mortality-rate", "婴儿死亡率", "infant mortality rate").aged(0, 0)
        .counts("不满1岁死亡的人数", "deaths before the first birthday")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "deaths")
        .from(SourceKind::HealthReport).usual();
    /// 婴儿死亡率城乡差距: the absolute difference between urban and rural areas.
    INFANT_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("infant-mortality-rate.urban-rural-gap", "婴儿死亡率城乡差距", "urban-rural gap in the infant mortality rate", INFANT_MORTALITY_RATE, Between::UrbanRural).aged(0, 0)
        .counts("城镇与农村牧区婴儿死亡率之差的绝对值", "absolute difference between the rates of urban and rural areas")
        .from(SourceKind::Computed).usual();
    /// 婴儿死亡率区域差距: the largest minus the smallest among the townships.
    INFANT_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("infant-mortality-rate.regional-gap", "婴儿死亡率区域差距", "gap between townships in the infant mortality rate", INFANT_MORTALITY_RATE, Between::Units).between_units("township").aged(0, 0)
        .counts("各苏木镇婴儿死亡率最高与最低之差", "highest less lowest rate among the townships")
        .from(SourceKind::Computed).usual();
    /// 5岁以下儿童死亡率: deaths before the fifth birthday over live births of the year.
    UNDER_5_MORTALITY_RATE: PerMille = events("under-5-mortality-rate", "5岁以下儿童死亡率", "under-5 mortality rate").aged(0, 4)
        .counts("不满5岁死亡的人数", "deaths before the fifth birthday")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "deaths")
        .from(SourceKind::HealthReport).usual();
    /// 5岁以下儿童死亡率城乡差距: the absolute difference between urban and rural areas.
    UNDER_5_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("under-5-mortality-rate.urban-rural-gap", "5岁以下儿童死亡率城乡差距", "urban-rural gap in the under-5 mortality rate", UNDER_5_MORTALITY_RATE, Between::UrbanRural).aged(0, 4)
        .counts("城镇与农村牧区5岁以下儿童死亡率之差的绝对值", "absolute difference between the rates of urban and rural areas")
        .from(SourceKind::Computed).usual();
    /// 5岁以下儿童死亡率区域差距: the largest minus the smallest among the townships.
    UNDER_5_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("under-5-mortality-rate.regional-gap", "5岁以下儿童死亡率区域差距", "gap between townships in the under-5 mortality rate", UNDER_5_MORTALITY_RATE, Between::Units).between_units("township").aged(0, 4)
        .counts("各苏木镇5岁以下儿童死亡率最高与最低之差", "highest less lowest rate among the townships")
        .from(SourceKind::Computed).usual();
    /// 严重致残的出生缺陷发生率: perinatal births with a severely disabling defect over perinatal births.
    SEVERE_BIRTH_DEFECTS: Per10k = events("severely-disabling-birth-defect-prevalence", "严重致残的出生缺陷发生率", "prevalence of severely disabling birth defects")
        .counts("有严重致残出生缺陷的围产儿数", "perinatal births with a severely disabling defect")
        .over("围产儿数", "perinatal births")
        .among("孕满28周至出生后7天的围产儿", "births from 28 weeks of pregnancy to 7 days of life")
        .word("例", "cases")
        .from(SourceKind::Surveillance).usual();
    /// 适龄儿童免疫规划疫苗接种率, by township.
    IMMUNISATION_COVERAGE: Percent = share("immunisation-coverage", "适龄儿童免疫规划疫苗接种率", "national immunisation programme vaccination coverage")
        .counts("完成全程接种的儿童人数，以各种免疫规划疫苗中接种率最低者计", "children fully vaccinated, by the vaccine of the programme with the lowest coverage")
        .over("应接种儿童人数", "children due for the vaccine")
        .among("适龄儿童", "children of the age for the vaccine")
        .word("人", "children")
        .from(SourceKind::Records).usual();
    /// 6个月内婴儿纯母乳喂养率: infants younger than 6 months fed on breast milk alone over the infants of that age surveyed.
    EXCLUSIVE_BREASTFEEDING: Percent = share("exclusive-breastfeeding-rate", "6个月内婴儿纯母乳喂养率", "exclusive breastfeeding rate, infants under 6 months").aged_months(0, 5)
        .counts("调查前24小时内纯母乳喂养的婴儿人数", "infants fed on breast milk alone in the 24 hours before")
        .over("被调查婴儿人数", "infants surveyed")
        .among("不满6个月的婴儿", "infants younger than 6 months")
        .word("人", "infants")
        .from(SourceKind::HealthReport);
    /// 5岁以下儿童贫血率: children younger than 5 found anaemic over those examined.
    UNDER_5_ANAEMIA: Percent = share("under-5-anaemia-rate", "5岁以下儿童贫血率", "prevalence of anaemia, children under 5").aged(0, 4)
        .counts("血红蛋白低于110克／升的儿童人数", "children with haemoglobin below 110 g/l")
        .over("检查血红蛋白的儿童人数", "children whose haemoglobin was examined")
        .among("6个月至不满5岁的儿童", "children from 6 months to younger than 5 years")
        .word("人", "children")
        .from(SourceKind::HealthReport);
    /// 5岁以下儿童生长迟缓率: children younger than 5 too short for their age over those measured.
    UNDER_5_STUNTING: Percent = share("under-5-stunting-rate", "5岁以下儿童生长迟缓率", "prevalence of stunting, children under 5").aged(0, 4)
        .counts("年龄别身高低于标准中位数减2个标准差的儿童人数", "children whose height for age is below the median minus 2 standard deviations")
        .over("测量身高的儿童人数", "children measured")
        .among("不满5岁的儿童", "children younger than 5")
        .word("人", "children")
        .from(SourceKind::HealthReport);
    /// 儿童超重率: overweight children over those measured.
    CHILD_OVERWEIGHT: Percent = share("child-overweight-rate", "儿童超重率", "prevalence of overweight, children").aged(6, 17)
        .counts("超重（不含肥胖）的儿童人数", "overweight children, obese ones not counted")
        .over("测量的儿童人数", "children measured")
        .among("6—17岁儿童", "children aged 6-17")
        .word("人", "children")
        .from(SourceKind::Survey);
    /// 儿童肥胖率: obese children over those measured.
    CHILD_OBESITY: Percent = share("child-obesity-rate", "儿童肥胖率", "prevalence of obesity, children").aged(6, 17)
        .counts("肥胖的儿童人数", "obese children")
        .over("测量的儿童人数", "children measured")
        .among("6—17岁儿童", "children aged 6-17")
        .word("人", "children")
        .from(SourceKind::Survey);
    /// 12岁以下儿童龋齿率: children younger than 12 with decayed teeth over those examined.
    UNDER_12_DENTAL_CARIES: Percent = share("under-12-dental-caries-rate", "12岁以下儿童龋齿率", "prevalence of dental caries, children under 12").aged(0, 11)
        .counts("患龋齿的儿童人数", "children with decayed teeth")
        .over("口腔检查的儿童人数", "children examined")
        .among("不满12岁的儿童；全国调查公布的是12岁组，不可比", "children younger than 12; national surveys publish those of 12, which is another figure")
        .word("人", "children")
        .from(SourceKind::Survey);
    /// 儿童窝沟封闭服务覆盖率: children who received fissure sealing over those of the age for it.
    FISSURE_SEALANT_COVERAGE: Percent = share("fissure-sealant-coverage", "儿童窝沟封闭服务覆盖率", "coverage of dental fissure sealing for children").aged(7, 9)
        .counts("接受窝沟封闭的儿童人数", "children who had their fissures sealed")
        .over("适龄儿童人数", "children of the age for it")
        .among("7—9岁儿童", "children aged 7-9")
        .word("人", "children")
        .from(SourceKind::Records);
    /// 儿童新发近视率: pupils found myopic for the first time over those without myopia a year before.
    NEW_MYOPIA: Percent = share("new-myopia-rate", "儿童新发近视率", "incidence of myopia among children").every_school_year()
        .counts("学年内新发近视的学生人数", "pupils found myopic for the first time in the school year")
        .over("上学年不近视的学生人数", "pupils without myopia a school year before")
        .among("中小学生", "primary and secondary pupils")
        .word("人", "pupils")
        .from(SourceKind::Survey);
    /// 小学生近视率: myopic primary pupils over those examined.
    PRIMARY_PUPIL_MYOPIA: Percent = share("primary-pupil-myopia-rate", "小学生近视率", "prevalence of myopia, primary pupils").every_school_year()
        .counts("筛查为近视的小学生人数", "primary pupils found myopic")
        .over("参加筛查的小学生人数", "primary pupils examined")
        .among("小学生", "primary pupils")
        .word("人", "pupils")
        .from(SourceKind::Survey);
    /// 初中生近视率: myopic junior secondary students over those examined.
    JUNIOR_SECONDARY_MYOPIA: Percent = share("junior-secondary-myopia-rate", "初中生近视率", "prevalence of myopia, lower secondary students").every_school_year()
        .counts("筛查为近视的初中生人数", "lower secondary students found myopic")
        .over("参加筛查的初中生人数", "lower secondary students examined")
        .among("初中生", "lower secondary students")
        .word("人", "students")
        .from(SourceKind::Survey);
    /// 高中阶段学生近视率: myopic senior secondary students over those examined.
    SENIOR_SECONDARY_MYOPIA: Percent = share("senior-secondary-myopia-rate", "高中阶段学生近视率", "prevalence of myopia, upper secondary students").every_school_year()
        .counts("筛查为近视的高中阶段学生人数", "upper secondary students found myopic")
        .over("参加筛查的高中阶段学生人数", "upper secondary students examined")
        .among("高中阶段学生", "upper secondary students")
        .word("人", "students")
        .from(SourceKind::Survey);
    /// 0—6岁儿童眼保健和视力检查覆盖率: children aged 0 to 6 whose eyes were examined in the year over all of that age.
    EYE_EXAMINATION_COVERAGE: Percent = share("eye-examination-coverage-0-6", "0—6岁儿童眼保健和视力检查覆盖率", "coverage of eye care and vision checks, children aged 0-6").aged(0, 6)
        .counts("当年接受眼保健和视力检查的儿童人数", "children whose eyes were examined in the year")
        .over("0—6岁儿童人数", "children aged 0-6")
        .among("0—6岁儿童，即不满7岁", "children aged 0-6, that is younger than 7")
        .word("人", "children")
        .from(SourceKind::Records);
    /// 中小学生国家学生体质健康标准达标合格率: pupils who pass the national fitness standard over those tested.
    PUPIL_FITNESS_PASS: Percent = share("pupil-fitness-pass-rate", "中小学生国家学生体质健康标准达标合格率", "pass rate by the national student fitness standard").every_school_year()
        .counts("达到合格及以上等级的学生人数", "pupils who pass")
        .over("参加测试的学生人数", "pupils tested")
        .among("中小学生", "primary and secondary pupils")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 中小学生国家学生体质健康标准达标优良率: pupils graded good or excellent by that standard over those tested.
    PUPIL_FITNESS_GOOD: Percent = share("pupil-fitness-good-rate", "中小学生国家学生体质健康标准达标优良率", "share graded good or excellent by the national student fitness standard").every_school_year()
        .counts("达到良好、优秀等级的学生人数", "pupils graded good or excellent")
        .over("参加测试的学生人数", "pupils tested")
        .among("中小学生", "primary and secondary pupils")
        .word("人", "pupils")
        .from(SourceKind::Records);
    /// 学校体育场地设施与器材配置达标率: schools whose sports grounds, facilities and equipment are up to standard over all schools.
    SCHOOL_SPORTS_FACILITIES: Percent = stock("school-sports-facility-compliance-rate", "学校体育场地设施与器材配置达标率", "schools with sports facilities and equipment up to standard").every_school_year()
        .counts("体育场地设施与器材配置达标的学校数", "schools with sports grounds, facilities and equipment up to standard")
        .over("中小学校数", "primary and secondary schools")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 适龄儿童接受性教育的比例: children of the age for it who are given sexuality education over all of that age.
    SEXUALITY_EDUCATION_COVERAGE: Percent = share("sexuality-education-coverage", "适龄儿童接受性教育的比例", "coverage of sexuality education").every_school_year()
        .counts("接受性教育的儿童人数", "children given sexuality education")
        .over("适龄儿童人数", "children of the age for it")
        .among("中小学生", "primary and secondary pupils")
        .word("人", "children")
        .from(SourceKind::Records);

    /// 每千名儿童拥有儿科执业（助理）医生数: licensed (assistant) paediatricians for each thousand children.
    PAEDIATRICIANS_PER_1000_CHILDREN: Per1000 = amount("paediatricians-per-1000-children", "每千名儿童拥有儿科执业（助理）医生数", "licensed (assistant) paediatricians per 1,000 children").aged(0, 14)
        .counts("儿科执业（助理）医师人数", "licensed (assistant) paediatricians")
        .over("0—14岁儿童人数", "children aged 0-14")
        .among("0—14岁儿童：公布的每千名儿童床位数与这一年龄相合，不是不满18岁", "children aged 0-14: the published number of beds fits this age and not all under 18")
        .word("名", "doctors")
        .from(SourceKind::Records);
    /// 每千名儿童拥有儿科床位数: paediatric beds for each thousand children.
    PAEDIATRIC_BEDS_PER_1000_CHILDREN: Per1000 = amount("paediatric-beds-per-1000-children", "每千名儿童拥有儿科床位数", "paediatric beds per 1,000 children").aged(0, 14)
        .counts("儿科床位张数", "paediatric beds")
        .over("0—14岁儿童人数", "children aged 0-14")
        .among("0—14岁儿童：公布的每千名儿童床位数与这一年龄相合，不是不满18岁", "children aged 0-14: the published number of beds fits this age and not all under 18")
        .word("张", "beds")
        .from(SourceKind::Records);
    /// 每所卫生院、社区卫生服务中心提供规范儿童基本医疗服务的全科医生数: counted in each health centre.
    CHILD_GENERAL_PRACTITIONERS: Persons = amount("health-centre-child-general-practitioners", "卫生院、社区卫生服务中心提供儿童基本医疗服务的全科医生数", "general practitioners for basic child care in a health centre")
        .counts("提供规范儿童基本医疗服务的全科医生人数", "general practitioners for basic child care")
        .among("每所卫生院、社区卫生服务中心", "each township or community health centre")
        .word("名", "doctors")
        .from(SourceKind::Records);
    /// 每所卫生院、社区卫生服务中心专业从事儿童保健的医生数: counted in each health centre.
    CHILD_HEALTH_DOCTORS: Persons = amount("health-centre-child-health-doctors", "卫生院、社区卫生服务中心专业从事儿童保健的医生数", "doctors dedicated to child health in a health centre")
        .counts("专业从事儿童保健的医生人数", "doctors dedicated to child health")
        .among("每所卫生院、社区卫生服务中心", "each township or community health centre")
        .word("名", "doctors")
        .from(SourceKind::Records);
    /// 新生儿访视率: newborns visited at least once over live births of the year.
    NEWBORN_VISITS: Percent = share("newborn-visit-rate", "新生儿访视率", "postnatal visit rate of newborns")
        .counts("接受1次及以上访视的新生儿人数", "newborns visited at least once")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "newborns")
        .from(SourceKind::HealthReport).usual();
    /// 新生儿救治中心数: centres in the banner that treat newborns in danger.
    NEWBORN_RESCUE_CENTRES: Count = amount("newborn-rescue-centres", "新生儿救治中心数", "newborn rescue centres")
        .counts("设有的新生儿救治中心数", "rescue centres for newborns")
        .word("个", "centres")
        .from(SourceKind::Records);
    /// 产前筛查率: women in childbirth screened before birth over women in childbirth.
    ANTENATAL_SCREENING: Percent = share("antenatal-screening-rate", "产前筛查率", "antenatal screening rate").of_women_only()
        .counts("接受产前筛查的产妇人数", "women screened before birth")
        .over("产妇数", "women in childbirth")
        .among("统计年度内分娩的妇女", "women who gave birth in the statistical year")
        .word("人", "women")
        .from(SourceKind::HealthReport).usual();
    /// 新生儿遗传代谢病筛查率: newborns screened for metabolic disease over live births.
    NEWBORN_METABOLIC_SCREENING: Percent = share("newborn-metabolic-screening-rate", "新生儿遗传代谢病筛查率", "newborn screening rate for metabolic disorders")
        .counts("接受遗传代谢病筛查的新生儿人数", "newborns screened for metabolic disorders")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "newborns")
        .from(SourceKind::HealthReport);
    /// 新生儿听力筛查率: newborns whose hearing was screened over live births.
    NEWBORN_HEARING_SCREENING: Percent = share("newborn-hearing-screening-rate", "新生儿听力筛查率", "newborn hearing screening rate")
        .counts("接受听力筛查的新生儿人数", "newborns whose hearing was screened")
        .over("活产数", "live births")
        .among("统计年度内的活产", "live births of the statistical year")
        .word("人", "newborns")
        .from(SourceKind::HealthReport);
    /// 新生儿疾病筛查确诊病例治疗率: cases confirmed by newborn screening that are treated over cases confirmed.
    CONFIRMED_NEWBORN_CASES_TREATED: Percent = share("newborn-screening-confirmed-case-treatment-rate", "新生儿疾病筛查确诊病例治疗率", "treatment rate of cases confirmed by newborn screening")
        .counts("接受治疗的确诊病例数", "confirmed cases treated")
        .over("筛查确诊病例数", "cases confirmed by screening")
        .among("统计年度内确诊的新生儿", "newborns with a confirmed case in the statistical year")
        .word("例", "cases")
        .from(SourceKind::HealthReport);
    /// 按标准配备校医或卫生保健人员的学校、幼儿园、托育机构比例: those with the health staff required over all of the three kinds.
    SCHOOLS_WITH_HEALTH_STAFF: Percent = stock("schools-with-required-health-staff", "按标准配备校医或卫生保健人员的学校、幼儿园、托育机构比例", "schools, kindergartens and nurseries with the health staff required").every_school_year()
        .counts("按标准配备校医或卫生保健人员的机构数", "institutions with the health staff required")
        .over("机构数", "institutions")
        .among("学校、幼儿园、托育机构", "schools, kindergartens and nurseries")
        .word("所", "institutions")
        .from(SourceKind::Records);
    /// 儿童早期发展基地数: bases for early childhood development in the banner.
    EARLY_DEVELOPMENT_BASES: Count = amount("early-childhood-development-bases", "儿童早期发展基地数", "bases for early childhood development")
        .counts("建设的儿童早期发展基地数", "bases for early childhood development")
        .word("所", "bases")
        .from(SourceKind::Records);
    /// 儿童每天阳光体育运动时间（平均值）: the mean of hours of outdoor sport a day.
    DAILY_OUTDOOR_SPORT: HoursPerDay = amount("daily-outdoor-sport-hours", "儿童每天阳光体育运动时间（平均值）", "mean hours of outdoor sport a day, children").every_school_year()
        .counts("每天阳光体育运动时间平均值", "mean hours of outdoor sport a day")
        .among("中小学生", "primary and secondary pupils")
        .word("小时", "hours")
        .from(SourceKind::Survey);
    /// 每天阳光体育运动1小时以上的儿童比例: children with at least an hour a day over those surveyed.
    DAILY_OUTDOOR_SPORT_SHARE: Percent = share("daily-outdoor-sport-share", "每天阳光体育运动1小时以上的儿童比例", "share of children with at least one hour of outdoor sport a day").every_school_year()
        .counts("每天阳光体育运动1小时及以上的学生人数", "pupils with at least one hour a day")
        .over("被调查学生人数", "pupils surveyed")
        .among("中小学生", "primary and secondary pupils")
        .word("人", "pupils")
        .from(SourceKind::Survey);
    /// 足球场地覆盖率: schools with a football ground over all schools.
    FOOTBALL_GROUND_COVERAGE: Percent = stock("football-ground-coverage", "学校足球场地覆盖率", "schools with a football ground").every_school_year()
        .counts("有足球场地的学校数", "schools with a football ground")
        .over("中小学校数", "primary and secondary schools")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 足球特色学校数: schools that specialise in football.
    FOOTBALL_SCHOOLS: Count = amount("football-speciality-schools", "足球特色学校数", "schools specialising in football").every_school_year()
        .counts("经认定的足球特色学校数", "recognised schools that specialise in football")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 小学生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    PRIMARY_PUPIL_SLEEP: HoursPerDay = amount("primary-pupil-sleep-hours", "小学生每天睡眠时间（平均值）", "mean hours of sleep a day, primary pupils").every_school_year()
        .counts("每天睡眠时间平均值", "mean hours of sleep a day")
        .among("小学生", "primary pupils")
        .word("小时", "hours")
        .from(SourceKind::Survey);
    /// 每天睡眠10小时以上的小学生比例: primary pupils who sleep at least ten hours over those surveyed.
    PRIMARY_PUPIL_SLEEP_SHARE: Percent = share("primary-pupil-sleep-share", "每天睡眠10小时以上的小学生比例", "share of primary pupils who sleep at least 10 hours a day").every_school_year()
        .counts("每天睡眠10小时及以上的学生人数", "pupils who sleep at least 10 hours a day")
        .over("被调查学生人数", "pupils surveyed")
        .among("小学生", "primary pupils")
        .word("人", "pupils")
        .from(SourceKind::Survey);
    /// 初中生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    JUNIOR_SECONDARY_SLEEP: HoursPerDay = amount("junior-secondary-sleep-hours", "初中生每天睡眠时间（平均值）", "mean hours of sleep a day, lower secondary students").every_school_year()
        .counts("每天睡眠时间平均值", "mean hours of sleep a day")
        .among("初中生", "lower secondary students")
        .word("小时", "hours")
        .from(SourceKind::Survey);
    /// 每天睡眠9小时以上的初中生比例: junior secondary students who sleep at least nine hours over those surveyed.
    JUNIOR_SECONDARY_SLEEP_SHARE: Percent = share("junior-secondary-sleep-share", "每天睡眠9小时以上的初中生比例", "share of lower secondary students who sleep at least 9 hours a day").every_school_year()
        .counts("每天睡眠9小时及以上的学生人数", "students who sleep at least 9 hours a day")
        .over("被调查学生人数", "students surveyed")
        .among("初中生", "lower secondary students")
        .word("人", "students")
        .from(SourceKind::Survey);
    /// 高中生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    SENIOR_SECONDARY_SLEEP: HoursPerDay = amount("senior-secondary-sleep-hours", "高中生每天睡眠时间（平均值）", "mean hours of sleep a day, upper secondary students").every_school_year()
        .counts("每天睡眠时间平均值", "mean hours of sleep a day")
        .among("高中生", "upper secondary students")
        .word("小时", "hours")
        .from(SourceKind::Survey);
    /// 每天睡眠8小时以上的高中生比例: senior secondary students who sleep at least eight hours over those surveyed.
    SENIOR_SECONDARY_SLEEP_SHARE: Percent = share("senior-secondary-sleep-share", "每天睡眠8小时以上的高中生比例", "share of upper secondary students who sleep at least 8 hours a day").every_school_year()
        .counts("每天睡眠8小时及以上的学生人数", "students who sleep at least 8 hours a day")
        .over("被调查学生人数", "students surveyed")
        .among("高中生", "upper secondary students")
        .word("人", "students")
        .from(SourceKind::Survey);
    /// 配备心理健康教育教师的中小学校比例: primary and secondary schools with a mental health teacher over all of them.
    SCHOOLS_WITH_MENTAL_HEALTH_TEACHER: Percent = stock("schools-with-mental-health-teacher", "配备心理健康教育教师的中小学校比例", "schools with a mental health teacher").every_school_year()
        .counts("配备心理健康教育教师的学校数", "schools with a mental health teacher")
        .over("中小学校数", "primary and secondary schools")
        .word("所", "schools")
        .from(SourceKind::Records);
    /// 社区未成年人心理健康辅导中心（站）数: centres built.
    COMMUNITY_COUNSELLING_CENTRES: Count = amount("community-child-counselling-centres", "社区未成年人心理健康辅导中心（站）数", "community counselling centres for minors")
        .counts("建成的社区未成年人心理健康辅导中心（站）数", "community counselling centres for minors built")
        .word("个", "centres")
        .from(SourceKind::Records);
    /// 旗级药品监管机构数: bodies of the banner.
    BANNER_DRUG_REGULATORS: Count = amount("banner-drug-regulators", "旗级药品监管机构数", "drug regulatory bodies of the banner")
        .counts("旗级药品监管机构数", "drug regulatory bodies of the banner")
        .word("个", "bodies")
        .from(SourceKind::Records);
    /// 苏木镇药品监管机构数: bodies of a township.
    TOWNSHIP_DRUG_REGULATORS: Count = amount("township-drug-regulators", "苏木镇药品监管机构数", "drug regulatory bodies of a township")
        .counts("苏木镇药品监管机构数", "drug regulatory bodies of a township")
        .among("每个苏木镇", "each township")
        .word("个", "bodies")
        .from(SourceKind::Records);
}
