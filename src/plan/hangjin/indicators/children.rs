//! Indicators of the children's plan, in printed order.

use crate::plan::Between;
use crate::plan::hangjin::card::*;

indicators! {
    /// 3岁以下儿童系统管理率: children younger than 3 who had the check-ups due at their age over all children younger than 3.
    UNDER_3_SYSTEMATIC_MANAGEMENT: Percent = share("under-3-systematic-management-rate", "3岁以下儿童系统管理率", "systematic health management rate, children under 3");
    /// 7岁以下儿童健康管理率: children younger than 7 with at least one check-up in the year over all children younger than 7.
    UNDER_7_HEALTH_MANAGEMENT: Percent = share("under-7-health-management-rate", "7岁以下儿童健康管理率", "health management rate, children under 7");
    /// 儿童健康素养水平: children who reach the score of health literacy for their age over children surveyed.
    CHILD_HEALTH_LITERACY: Percent = share("child-health-literacy-rate", "儿童健康素养水平", "children with health literacy");
    /// 儿童照护人健康素养水平: persons caring for children who reach the score of health literacy over those surveyed.
    CAREGIVER_HEALTH_LITERACY: Percent = share("caregiver-health-literacy-rate", "儿童照护人健康素养水平", "caregivers of children with health literacy");
    /// 新生儿死亡率: deaths in the first 28 days of life over live births of the year.
    NEONATAL_MORTALITY_RATE: PerMille = events("neonatal-mortality-rate", "新生儿死亡率", "neonatal mortality rate");
    /// 新生儿死亡率城乡差距: the absolute difference between town and country.
    NEONATAL_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("neonatal-mortality-rate.urban-rural-gap", "新生儿死亡率城乡差距", "urban-rural gap in the neonatal mortality rate", NEONATAL_MORTALITY_RATE, Between::UrbanRural);
    /// 新生儿死亡率区域差距: the largest minus the smallest among the townships.
    NEONATAL_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("neonatal-mortality-rate.regional-gap", "新生儿死亡率区域差距", "gap between townships in the neonatal mortality rate", NEONATAL_MORTALITY_RATE, Between::Units).between_units("township");
    /// 婴儿死亡率: deaths before the first birthday over live births of the year.
    INFANT_MORTALITY_RATE: PerMille = events("infant-mortality-rate", "婴儿死亡率", "infant mortality rate");
    /// 婴儿死亡率城乡差距: the absolute difference between town and country.
    INFANT_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("infant-mortality-rate.urban-rural-gap", "婴儿死亡率城乡差距", "urban-rural gap in the infant mortality rate", INFANT_MORTALITY_RATE, Between::UrbanRural);
    /// 婴儿死亡率区域差距: the largest minus the smallest among the townships.
    INFANT_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("infant-mortality-rate.regional-gap", "婴儿死亡率区域差距", "gap between townships in the infant mortality rate", INFANT_MORTALITY_RATE, Between::Units).between_units("township");
    /// 5岁以下儿童死亡率: deaths before the fifth birthday over live births of the year.
    UNDER_5_MORTALITY_RATE: PerMille = events("under-5-mortality-rate", "5岁以下儿童死亡率", "under-5 mortality rate");
    /// 5岁以下儿童死亡率城乡差距: the absolute difference between town and country.
    UNDER_5_MORTALITY_URBAN_RURAL_GAP: PerMillePoints = difference("under-5-mortality-rate.urban-rural-gap", "5岁以下儿童死亡率城乡差距", "urban-rural gap in the under-5 mortality rate", UNDER_5_MORTALITY_RATE, Between::UrbanRural);
    /// 5岁以下儿童死亡率区域差距: the largest minus the smallest among the townships.
    UNDER_5_MORTALITY_REGIONAL_GAP: PerMillePoints = difference("under-5-mortality-rate.regional-gap", "5岁以下儿童死亡率区域差距", "gap between townships in the under-5 mortality rate", UNDER_5_MORTALITY_RATE, Between::Units).between_units("township");
    /// 适龄儿童免疫规划疫苗接种率, by township.
    IMMUNISATION_COVERAGE: Percent = share("immunisation-coverage", "适龄儿童免疫规划疫苗接种率", "coverage of the immunisation programme");
    /// 6个月内婴儿纯母乳喂养率: infants younger than 6 months fed on breast milk alone over the infants of that age surveyed.
    EXCLUSIVE_BREASTFEEDING: Percent = share("exclusive-breastfeeding-rate", "6个月内婴儿纯母乳喂养率", "exclusive breastfeeding rate, infants under 6 months");
    /// 5岁以下儿童贫血率: children younger than 5 found anaemic over those examined.
    UNDER_5_ANAEMIA: Percent = share("under-5-anaemia-rate", "5岁以下儿童贫血率", "anaemia rate, children under 5");
    /// 5岁以下儿童生长迟缓率: children younger than 5 too short for their age over those measured.
    UNDER_5_STUNTING: Percent = share("under-5-stunting-rate", "5岁以下儿童生长迟缓率", "stunting rate, children under 5");
    /// 儿童超重率: overweight children over those measured.
    CHILD_OVERWEIGHT: Percent = share("child-overweight-rate", "儿童超重率", "overweight rate among children");
    /// 儿童肥胖率: obese children over those measured.
    CHILD_OBESITY: Percent = share("child-obesity-rate", "儿童肥胖率", "obesity rate among children");
    /// 12岁以下儿童龋齿率: children younger than 12 with decayed teeth over those examined.
    UNDER_12_DENTAL_CARIES: Percent = share("under-12-dental-caries-rate", "12岁以下儿童龋齿率", "dental caries rate, children under 12");
    /// 儿童窝沟封闭服务覆盖率: children who received fissure sealing over those of the age for it.
    FISSURE_SEALANT_COVERAGE: Percent = share("fissure-sealant-coverage", "儿童窝沟封闭服务覆盖率", "coverage of dental fissure sealing for children");
    /// 儿童新发近视率: pupils found myopic for the first time over those without myopia a year before.
    NEW_MYOPIA: Percent = share("new-myopia-rate", "儿童新发近视率", "incidence of myopia among children").every_school_year();
    /// 小学生近视率: myopic primary pupils over those examined.
    PRIMARY_PUPIL_MYOPIA: Percent = share("primary-pupil-myopia-rate", "小学生近视率", "myopia rate, primary pupils").every_school_year();
    /// 初中生近视率: myopic junior secondary students over those examined.
    JUNIOR_SECONDARY_MYOPIA: Percent = share("junior-secondary-myopia-rate", "初中生近视率", "myopia rate, junior secondary students").every_school_year();
    /// 高中阶段学生近视率: myopic senior secondary students over those examined.
    SENIOR_SECONDARY_MYOPIA: Percent = share("senior-secondary-myopia-rate", "高中阶段学生近视率", "myopia rate, senior secondary students").every_school_year();
    /// 0—6岁儿童眼保健和视力检查覆盖率: children aged 0 to 6 whose eyes were examined in the year over all of that age.
    EYE_EXAMINATION_COVERAGE: Percent = share("eye-examination-coverage-0-6", "0—6岁儿童眼保健和视力检查覆盖率", "coverage of eye care and vision checks, children aged 0-6");
    /// 中小学生国家学生体质健康标准达标合格率: pupils who pass the national fitness standard over those tested.
    PUPIL_FITNESS_PASS: Percent = share("pupil-fitness-pass-rate", "中小学生国家学生体质健康标准达标合格率", "pass rate of the national student fitness standard").every_school_year();
    /// 中小学生国家学生体质健康标准达标优良率: pupils graded good or excellent by that standard over those tested.
    PUPIL_FITNESS_GOOD: Percent = share("pupil-fitness-good-rate", "中小学生国家学生体质健康标准达标优良率", "share graded good or excellent by the national student fitness standard").every_school_year();
    /// 学校体育场地设施与器材配置达标率: schools whose sports grounds, facilities and equipment are up to standard over all schools.
    SCHOOL_SPORTS_FACILITIES: Percent = share("school-sports-facility-compliance-rate", "学校体育场地设施与器材配置达标率", "schools with sports facilities and equipment up to standard");
    /// 适龄儿童接受性教育的比例: children of the age for it who are given sexuality education over all of that age.
    SEXUALITY_EDUCATION_COVERAGE: Percent = share("sexuality-education-coverage", "适龄儿童接受性教育的比例", "coverage of sexuality education");

    /// 每千名儿童拥有儿科执业（助理）医生数: licensed (assistant) paediatricians for each thousand children.
    PAEDIATRICIANS_PER_1000_CHILDREN: Per1000 = amount("paediatricians-per-1000-children", "每千名儿童拥有儿科执业（助理）医生数", "licensed (assistant) paediatricians per 1,000 children");
    /// 每千名儿童拥有儿科床位数: paediatric beds for each thousand children.
    PAEDIATRIC_BEDS_PER_1000_CHILDREN: Per1000 = amount("paediatric-beds-per-1000-children", "每千名儿童拥有儿科床位数", "paediatric beds per 1,000 children");
    /// 每所卫生院、社区卫生服务中心提供规范儿童基本医疗服务的全科医生数: counted in each health centre.
    CHILD_GENERAL_PRACTITIONERS: Persons = amount("health-centre-child-general-practitioners", "卫生院、社区卫生服务中心提供儿童基本医疗服务的全科医生数", "general practitioners for basic child care in a health centre");
    /// 每所卫生院、社区卫生服务中心专业从事儿童保健的医生数: counted in each health centre.
    CHILD_HEALTH_DOCTORS: Persons = amount("health-centre-child-health-doctors", "卫生院、社区卫生服务中心专业从事儿童保健的医生数", "doctors dedicated to child health in a health centre");
    /// 新生儿访视率: newborns visited at least once over live births of the year.
    NEWBORN_VISITS: Percent = share("newborn-visit-rate", "新生儿访视率", "newborn visit rate");
    /// 新生儿救治中心数: centres in the banner that treat newborns in danger.
    NEWBORN_RESCUE_CENTRES: Count = amount("newborn-rescue-centres", "新生儿救治中心数", "newborn rescue centres");
    /// 儿童早期发展基地数: bases for early childhood development in the banner.
    EARLY_DEVELOPMENT_BASES: Count = amount("early-childhood-development-bases", "儿童早期发展基地数", "bases for early childhood development");
    /// 儿童每天阳光体育运动时间（平均值）: the mean of hours of outdoor sport a day.
    DAILY_OUTDOOR_SPORT: HoursPerDay = amount("daily-outdoor-sport-hours", "儿童每天阳光体育运动时间（平均值）", "mean hours of outdoor sport a day, children");
    /// 每天阳光体育运动1小时以上的儿童比例: children with at least an hour a day over those surveyed.
    DAILY_OUTDOOR_SPORT_SHARE: Percent = share("daily-outdoor-sport-share", "每天阳光体育运动1小时以上的儿童比例", "children with at least one hour of outdoor sport a day");
    /// 足球场地覆盖率: schools with a football ground over all schools.
    FOOTBALL_GROUND_COVERAGE: Percent = share("football-ground-coverage", "学校足球场地覆盖率", "schools with a football ground");
    /// 小学生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    PRIMARY_PUPIL_SLEEP: HoursPerDay = amount("primary-pupil-sleep-hours", "小学生每天睡眠时间（平均值）", "mean hours of sleep a day, primary pupils");
    /// 每天睡眠10小时以上的小学生比例: primary pupils who sleep at least ten hours over those surveyed.
    PRIMARY_PUPIL_SLEEP_SHARE: Percent = share("primary-pupil-sleep-share", "每天睡眠10小时以上的小学生比例", "primary pupils who sleep at least 10 hours a day");
    /// 初中生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    JUNIOR_SECONDARY_SLEEP: HoursPerDay = amount("junior-secondary-sleep-hours", "初中生每天睡眠时间（平均值）", "mean hours of sleep a day, junior secondary students");
    /// 每天睡眠9小时以上的初中生比例: junior secondary students who sleep at least nine hours over those surveyed.
    JUNIOR_SECONDARY_SLEEP_SHARE: Percent = share("junior-secondary-sleep-share", "每天睡眠9小时以上的初中生比例", "junior secondary students who sleep at least 9 hours a day");
    /// 高中生每天睡眠时间（平均值）: the mean of hours of sleep a day.
    SENIOR_SECONDARY_SLEEP: HoursPerDay = amount("senior-secondary-sleep-hours", "高中生每天睡眠时间（平均值）", "mean hours of sleep a day, senior secondary students");
    /// 每天睡眠8小时以上的高中生比例: senior secondary students who sleep at least eight hours over those surveyed.
    SENIOR_SECONDARY_SLEEP_SHARE: Percent = share("senior-secondary-sleep-share", "每天睡眠8小时以上的高中生比例", "senior secondary students who sleep at least 8 hours a day");

    /// 儿童伤害死亡率: deaths of children by injury over the children of the year.
    CHILD_INJURY_MORTALITY_RATE: Per100k = events("child-injury-mortality-rate", "儿童伤害死亡率", "child injury mortality rate");
    /// 儿童伤害致残率: children disabled by injury in the year over the children of the year.
    CHILD_INJURY_DISABILITY_RATE: Per100k = events("child-injury-disability-rate", "儿童伤害致残率", "child injury disability rate");
    /// 儿童溺水死亡率: deaths of children by drowning over the children of the year.
    CHILD_DROWNING_MORTALITY_RATE: Per100k = events("child-drowning-mortality-rate", "儿童溺水死亡率", "child drowning mortality rate");
    /// 儿童道路交通事故伤害死亡率: deaths of children in road accidents over the children of the year.
    CHILD_ROAD_TRAFFIC_MORTALITY_RATE: Per100k = events("child-road-traffic-mortality-rate", "儿童道路交通事故伤害死亡率", "child road traffic mortality rate");
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害发生率: such injuries of children over the children of the year.
    CHILD_FALL_BURN_POISONING_INCIDENCE: Per100k = events("child-fall-burn-poisoning-incidence-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害发生率", "incidence of falls, burns, poisoning and like injuries among children");
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害致残率: children disabled by such injuries over the children of the year.
    CHILD_FALL_BURN_POISONING_DISABILITY: Per100k = events("child-fall-burn-poisoning-disability-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害致残率", "disability by falls, burns, poisoning and like injuries among children");
    /// 儿童跌倒、跌落、烧烫伤和中毒等伤害死亡率: deaths of children by such injuries over the children of the year.
    CHILD_FALL_BURN_POISONING_MORTALITY: Per100k = events("child-fall-burn-poisoning-mortality-rate", "儿童跌倒、跌落、烧烫伤和中毒等伤害死亡率", "mortality by falls, burns, poisoning and like injuries among children");

    /// 开展儿童用品安全主题教育活动的学校、幼儿园、社区比例: those with such an activity in the year over all of the three kinds.
    PRODUCT_SAFETY_EDUCATION: Percent = share("product-safety-education-coverage", "开展儿童用品安全主题教育活动的学校、幼儿园、社区比例", "schools, kindergartens and communities that teach the safe use of products");
    /// 为未满十六周岁儿童注册的网络直播发布者账号数: live-streaming accounts registered for children younger than 16.
    UNDER_16_STREAMING_ACCOUNTS: Count = amount("under-16-streaming-accounts", "为未满十六周岁儿童注册的网络直播发布者账号数", "live-streaming publisher accounts registered for children under 16");

    /// 学前教育毛入园率: children of any age in preschool over the population of preschool age; may pass 100％.
    PRESCHOOL_ENROLMENT: Percent = amount("preschool-gross-enrolment-rate", "学前教育毛入园率", "gross enrolment rate, preschool education").every_school_year();
    /// 义务教育阶段学生每天作业时长: the mean of minutes that a pupil spends on homework a day.
    HOMEWORK_MINUTES: Minutes = amount("compulsory-education-homework-time", "义务教育阶段学生每天作业时长", "homework time a day in compulsory education");
    /// 残疾儿童义务教育巩固率: disabled pupils who finish nine years over those who entered; may pass 100％ where pupils move in.
    DISABLED_CHILDREN_RETENTION: Percent = amount("disabled-children-compulsory-education-retention-rate", "残疾儿童义务教育巩固率", "compulsory education retention rate of disabled children").every_school_year();

    /// 学前教育公共服务体系覆盖率: children of preschool age within reach of the public service over all of that age; the plan does not define it.
    PRESCHOOL_SERVICE_COVERAGE: Percent = share("preschool-public-service-coverage", "学前教育公共服务体系覆盖率", "coverage of the public service of preschool education");
    /// 实行免试就近入学的义务教育学校比例: schools of compulsory education that admit by residence and without tests over all of them.
    NEARBY_ADMISSION: Percent = share("test-free-nearby-admission-coverage", "实行免试就近入学的义务教育学校比例", "compulsory education schools with test-free admission by residence").every_school_year();
    /// 义务教育阶段随迁子女在公办学校就读比例: migrant workers' children in public schools over all of them in compulsory education.
    MIGRANT_CHILDREN_IN_PUBLIC_SCHOOLS: Percent = share("migrant-children-in-public-schools", "义务教育阶段随迁子女在公办学校就读比例", "migrant workers' children in public schools of compulsory education").every_school_year();
    /// 课后服务结束时间不早于当地正常下班时间的学校比例: schools whose care lasts until the end of the working day over schools of compulsory education.
    AFTER_SCHOOL_SERVICE_END: Percent = share("after-school-service-until-end-of-work", "课后服务结束时间不早于当地正常下班时间的义务教育学校比例", "schools whose after-school service lasts until the end of the working day");
    /// 适龄残疾儿童义务教育覆盖率: disabled children of school age in compulsory education over all of them.
    DISABLED_CHILDREN_ENROLMENT: Percent = share("disabled-children-compulsory-education-coverage", "适龄残疾儿童义务教育覆盖率", "coverage of compulsory education among disabled children of school age").every_school_year();

    /// 托育机构数量: institutions that look after children younger than 3.
    CHILDCARE_INSTITUTIONS: Count = amount("childcare-institutions", "托育机构数量", "childcare institutions");
    /// 托位数量: places in childcare.
    CHILDCARE_PLACES: Count = amount("childcare-places", "托位数量", "childcare places");
    /// 城乡社区儿童之家覆盖率: communities and villages with a children's home over all of them.
    CHILDRENS_HOME_COVERAGE: Percent = share("community-childrens-home-coverage", "城乡社区儿童之家覆盖率", "communities and villages with a children's home");
    /// 为儿童服务的社会组织数量: registered social organisations that serve children.
    CHILD_SERVICE_ORGANISATIONS: Count = amount("child-service-organisations", "为儿童服务的社会组织数量", "social organisations that serve children");
    /// 儿童社会工作专业队伍人数: professional social workers for children.
    CHILD_SOCIAL_WORK_STAFF: Persons = amount("child-social-work-staff", "儿童社会工作专业队伍人数", "professional social workers for children");

    /// 旗级妇女儿童活动中心数: activity centres of the banner for women and children.
    ACTIVITY_CENTRES: Count = amount("women-and-children-activity-centres", "旗级妇女儿童活动中心数", "activity centres of the banner for women and children");
    /// 苏木镇专职儿童社会工作者人数: full-time social workers for children, counted in each township.
    TOWNSHIP_CHILD_SOCIAL_WORKERS: Persons = amount("township-child-social-workers", "苏木镇专职儿童社会工作者人数", "full-time child social workers in a township");

    /// 建立家长学校或家庭教育指导服务站点的城市社区比例: urban communities with a parents' school or a guidance station over all of them.
    URBAN_FAMILY_EDUCATION_STATIONS: Percent = share("urban-family-education-station-coverage", "建立家长学校或家庭教育指导服务站点的城市社区比例", "urban communities with a parents' school or family education station").of_towns();
    /// 建立家长学校或家庭教育指导服务站点的农村社区（村）比例: villages with a parents' school or a guidance station over all of them.
    RURAL_FAMILY_EDUCATION_STATIONS: Percent = share("rural-family-education-station-coverage", "建立家长学校或家庭教育指导服务站点的农村社区（村）比例", "villages with a parents' school or family education station").of_the_country();

    /// 公益性儿童校外活动场所数量: non-profit places for children's activities out of school.
    OUT_OF_SCHOOL_VENUES: Count = amount("out-of-school-venues", "公益性儿童校外活动场所数量", "non-profit out-of-school venues for children");
    /// 公益性儿童校外活动场所利用率: use over capacity; the plan does not define it, and it may pass 100％.
    OUT_OF_SCHOOL_VENUE_USE: Percent = amount("out-of-school-venue-utilisation-rate", "公益性儿童校外活动场所利用率", "utilisation rate of non-profit out-of-school venues for children");
    /// 饮用水水质达标率: samples of drinking water up to standard over samples tested, in town and country.
    DRINKING_WATER_COMPLIANCE: Percent = share("drinking-water-quality-compliance-rate", "饮用水水质达标率", "drinking water quality compliance rate");

    /// 校外活动场所少先队组织建立比例: venues fit for it that have a Young Pioneers organisation over all venues fit for it.
    YOUNG_PIONEERS_IN_VENUES: Percent = share("young-pioneers-in-venues-coverage", "具备条件的校外活动场所少先队组织建立比例", "out-of-school venues fit for it with a Young Pioneers organisation");
    /// 针对儿童的大众传播媒介上发布的不得发布的广告数: advertisements of the named kinds found in mass media for children.
    BARRED_ADVERTISEMENTS: Count = amount("barred-advertisements-in-childrens-media", "针对儿童的大众传播媒介上违规发布的广告数", "barred advertisements in mass media for children");

    /// 未成年人犯罪人数占未成年人人口数量的比重: offenders younger than 18 over the population younger than 18.
    JUVENILE_OFFENDERS: Per100k = events("juvenile-offender-rate", "未成年人犯罪人数占未成年人人口数量的比重", "juvenile offenders in the population under 18");

    /// 安排未成年工从事危害身心健康的劳动或者危险作业的件数: cases found in the year.
    HARMFUL_WORK_OF_MINORS: Count = amount("harmful-work-of-young-workers", "安排未成年工从事危害身心健康的劳动或者危险作业的件数", "cases of young workers put to harmful or dangerous work");
    /// 针对儿童的家庭暴力和严重忽视件数: cases found in the year.
    DOMESTIC_VIOLENCE_AGAINST_CHILDREN: Count = amount("domestic-violence-and-neglect-of-children", "针对儿童的家庭暴力以及严重忽视件数", "cases of domestic violence against children and of serious neglect");
}
