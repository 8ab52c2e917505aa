//! Quantified strategy measures of the children's plan, in printed order.

use crate::plan::hangjin::{card::*, frame::CHILDREN_DOMAINS, indicators::*};
use crate::plan::{Commitment, Qualifier};
use crate::values::quantity::*;

targets! {
    plan "children", domains CHILDREN_DOMAINS;

    /// Licensed (assistant) paediatricians: at least 1.12 for each thousand children by 2030 (C1-S2).
    PAEDIATRICIANS = strategy(1, "2", "children.health.s2.paediatricians-per-1000-children")
        .asks(PAEDIATRICIANS_PER_1000_CHILDREN, at_least(per_1000("1.12")))
        .words("每千名儿童拥有儿科执业（助理）医生达到1．12名");
    /// Paediatric beds: at least 3.17 for each thousand children by 2030 (C1-S2).
    PAEDIATRIC_BEDS = strategy(1, "2", "children.health.s2.paediatric-beds-per-1000-children")
        .asks(PAEDIATRIC_BEDS_PER_1000_CHILDREN, at_least(per_1000("3.17")))
        .words("每千名儿童拥有儿科执业（助理）医生达到1．12名、床位增至3．17张");
    /// General practitioners for basic child care: at least one in every health centre in every year (C1-S2).
    GENERAL_PRACTITIONERS = strategy(1, "2", "children.health.s2.health-centre-child-general-practitioners")
        .asks(CHILD_GENERAL_PRACTITIONERS, at_least(persons("1")))
        .words("每所卫生院、卫生服务中心至少配备1名提供规范儿童基本医疗服务的全科医生")
        .for_every("health_centre");
    /// Doctors dedicated to child health: at least two in every health centre in every year (C1-S2).
    CHILD_DOCTORS = strategy(1, "2", "children.health.s2.health-centre-child-health-doctors")
        .asks(CHILD_HEALTH_DOCTORS, at_least(persons("2")))
        .words("每所卫生院、卫生服务中心至少配备1名提供规范儿童基本医疗服务的全科医生，至少配备2名专业从事儿童保健的医生")
        .for_every("health_centre");
    /// Newborns visited at home: at least 90％ in every year (C1-S4).
    NEWBORNS_VISITED = strategy(1, "4", "children.health.s4.newborn-visit-rate")
        .asks(NEWBORN_VISITS, at_least(percent("90")))
        .words("新生儿访视率保持在90％以上")
        .kept();
    /// Newborn rescue centres: at least one by 2030 (C1-S4).
    RESCUE_CENTRES = strategy(1, "4", "children.health.s4.newborn-rescue-centres")
        .asks(NEWBORN_RESCUE_CENTRES, at_least(count("1")))
        .words("全旗至少设有1个新生儿救治中心");
    /// More women are screened before birth (C1-S5).
    SCREENED_BEFORE_BIRTH = strategy(1, "5", "children.health.s5.antenatal-screening-rate")
        .asks(ANTENATAL_SCREENING, rises(Qualifier::Plain))
        .words("提高产前筛查检查率");
    /// More newborns are screened for metabolic disorders (C1-S5).
    METABOLIC_SCREENING = strategy(1, "5", "children.health.s5.newborn-metabolic-screening-rate")
        .asks(NEWBORN_METABOLIC_SCREENING, rises(Qualifier::Plain))
        .words("建立健全新生儿遗传代谢性疾病和新生儿听力筛查网络，提高新生儿疾病筛查率");
    /// The hearing of more newborns is screened (C1-S5).
    HEARING_SCREENING = strategy(1, "5", "children.health.s5.newborn-hearing-screening-rate")
        .asks(NEWBORN_HEARING_SCREENING, rises(Qualifier::Plain))
        .words("建立健全新生儿遗传代谢性疾病和新生儿听力筛查网络，提高新生儿疾病筛查率");
    /// More of the cases confirmed by newborn screening are treated (C1-S5).
    CONFIRMED_CASES_TREATED = strategy(1, "5", "children.health.s5.newborn-screening-confirmed-case-treatment-rate")
        .asks(CONFIRMED_NEWBORN_CASES_TREATED, rises(Qualifier::Plain))
        .words("加强对确诊病例治疗和干预，提高确诊病例治疗率");
    /// Schools, kindergartens and nurseries with the health staff required: all of them by 2030 (C1-S6).
    HEALTH_STAFF = strategy(1, "6", "children.health.s6.schools-with-required-health-staff")
        .asks(SCHOOLS_WITH_HEALTH_STAFF, all())
        .words("按标准配备校医、幼儿园及托育机构卫生保健人员和必要保健设备")
        .note(
            "“按标准配备”按全部机构计",
            "what is to be provided by the standard is read as all of the institutions",
        );
    /// Bases for early childhood development: at least one by 2030 (C1-S9).
    DEVELOPMENT_BASES = strategy(1, "9", "children.health.s9.early-childhood-development-bases")
        .asks(EARLY_DEVELOPMENT_BASES, at_least(count("1")))
        .words("至少建设1所儿童早期发展基地");
    /// Outdoor sport: at least one hour a day on average in every year (C1-S12).
    OUTDOOR_SPORT = strategy(1, "12", "children.health.s12.daily-outdoor-sport-hours")
        .asks(DAILY_OUTDOOR_SPORT, at_least(hours_per_day("1")))
        .words("保障儿童每天至少1小时阳光体育运动")
        .kept()
        .note(
            "按平均时间评价；达到1小时的儿童比例只作监测",
            "judged on the mean; the share of children with the hour is watched beside it",
        );
    /// Children with the hour of outdoor sport: watched (C1-S12).
    OUTDOOR_SPORT_SHARE = strategy(1, "12", "children.health.s12.daily-outdoor-sport-share")
        .asks(DAILY_OUTDOOR_SPORT_SHARE, monitored())
        .words("保障儿童每天至少1小时阳光体育运动")
        .kept()
        .note(
            "与平均时间并列监测，1小时按平均时间评价",
            "stands beside the mean, by which the hour is judged",
        );
    /// Schools with a football ground: all of them by 2030 (C1-S12).
    FOOTBALL_GROUNDS = strategy(1, "12", "children.health.s12.football-ground-coverage")
        .asks(FOOTBALL_GROUND_COVERAGE, all())
        .words("实现足球特色学校，全旗足球场地全覆盖")
        .note(
            "规划未写明覆盖什么，按同一句所说的学校计",
            "the plan does not say what is covered; read as the schools, of which the same sentence speaks",
        );
    /// At least one school that specialises in football by 2030 (C1-S12).
    FOOTBALL_SCHOOL = strategy(1, "12", "children.health.s12.football-speciality-schools")
        .asks(FOOTBALL_SCHOOLS, at_least(count("1")))
        .words("实现足球特色学校，全旗足球场地全覆盖")
        .note(
            "“全覆盖”只及足球场地，足球特色学校按一所计",
            "full coverage is read as of the grounds alone; of the schools that specialise one is asked",
        );
    /// Sleep of primary pupils: at least ten hours a day on average in every year (C1-S12).
    PRIMARY_SLEEP = strategy(1, "12", "children.health.s12.primary-pupil-sleep-hours")
        .asks(PRIMARY_PUPIL_SLEEP, at_least(hours_per_day("10")))
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of pupils with the hours is watched beside it",
        );
    /// Primary pupils with ten hours of sleep: watched (C1-S12).
    PRIMARY_SLEEP_SHARE = strategy(1, "12", "children.health.s12.primary-pupil-sleep-share")
        .asks(PRIMARY_PUPIL_SLEEP_SHARE, monitored())
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );
    /// Sleep of junior secondary students: at least nine hours a day on average in every year (C1-S12).
    JUNIOR_SLEEP = strategy(1, "12", "children.health.s12.junior-secondary-sleep-hours")
        .asks(JUNIOR_SECONDARY_SLEEP, at_least(hours_per_day("9")))
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of students with the hours is watched beside it",
        );
    /// Junior secondary students with nine hours of sleep: watched (C1-S12).
    JUNIOR_SLEEP_SHARE = strategy(1, "12", "children.health.s12.junior-secondary-sleep-share")
        .asks(JUNIOR_SECONDARY_SLEEP_SHARE, monitored())
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );
    /// Sleep of senior secondary students: at least eight hours a day on average in every year (C1-S12).
    SENIOR_SLEEP = strategy(1, "12", "children.health.s12.senior-secondary-sleep-hours")
        .asks(SENIOR_SECONDARY_SLEEP, at_least(hours_per_day("8")))
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of students with the hours is watched beside it",
        );
    /// Senior secondary students with eight hours of sleep: watched (C1-S12).
    SENIOR_SLEEP_SHARE = strategy(1, "12", "children.health.s12.senior-secondary-sleep-share")
        .asks(SENIOR_SECONDARY_SLEEP_SHARE, monitored())
        .words("保证每天小学生10小时、初中生9小时、高中生8小时睡眠时间")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );

    /// Primary and secondary schools with a mental health teacher: all of them by 2030 (C1-S13).
    MENTAL_HEALTH_TEACHERS = strategy(1, "13", "children.health.s13.schools-with-mental-health-teacher")
        .asks(SCHOOLS_WITH_MENTAL_HEALTH_TEACHER, all())
        .words("中小学校配备心理健康教育教师")
        .note(
            "“配备”按全部中小学校计",
            "read as all primary and secondary schools",
        );
    /// At least one community counselling centre for minors by 2030 (C1-S13).
    COUNSELLING_CENTRES = strategy(1, "13", "children.health.s13.community-child-counselling-centres")
        .asks(COMMUNITY_COUNSELLING_CENTRES, at_least(count("1")))
        .words("推进社区未成年人心理健康辅导中心（站）建设")
        .commitment(Commitment::Promote)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// The banner has a drug regulatory body by 2030 (C1-S15).
    BANNER_REGULATOR = strategy(1, "15", "children.health.s15.banner-drug-regulators")
        .asks(BANNER_DRUG_REGULATORS, at_least(count("1")))
        .words("建立完善旗、苏木镇药品监管机构")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// Each township has a drug regulatory body by 2030 (C1-S15).
    TOWNSHIP_REGULATORS = strategy(1, "15", "children.health.s15.township-drug-regulators")
        .asks(TOWNSHIP_DRUG_REGULATORS, at_least(count("1")))
        .words("建立完善旗、苏木镇药品监管机构")
        .for_every("township")
        .note(
            "每个苏木镇一个",
            "one in each township",
        );
    /// Schools, kindergartens and communities widely teach product safety; watched, since no share is named (C2-S7).
    PRODUCT_SAFETY = strategy(2, "7", "children.safety.s7.product-safety-education-coverage")
        .asks(PRODUCT_SAFETY_EDUCATION, monitored())
        .words("学校、幼儿园、社区普遍开展儿童用品安全、产品安全使用等主题教育活动")
        .kept()
        .note(
            "“普遍”没有写明比例，使用方不另给界限就不评价",
            "普遍 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Live-streaming accounts for children under 16: none in any year (C2-S10).
    STREAMING_ACCOUNTS = strategy(2, "10", "children.safety.s10.under-16-streaming-accounts")
        .asks(UNDER_16_STREAMING_ACCOUNTS, at_most(count("0")))
        .words("不得为未满十六周岁儿童提供网络直播发布者账号注册服务")
        .every_year_from(2022)
        .note(
            "“不得”按上报次数为零计；未报不等于零",
            "不得 is read as a reported count of zero; a missing report is no zero",
        );

    /// The public service of preschool education reaches nearly everywhere; watched, since 基本 names no share (C3-S5).
    PRESCHOOL_SERVICE = strategy(3, "5", "children.education.s5.preschool-public-service-coverage")
        .asks(PRESCHOOL_SERVICE_COVERAGE, monitored())
        .words("基本实现学前教育公共服务体系全覆盖")
        .commitment(Commitment::Nearly)
        .note(
            "“基本”没有写明比例，使用方不另给界限就不评价",
            "基本 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Compulsory schools that admit by residence and without tests: all of them by 2030 (C3-S6).
    ADMISSION = strategy(3, "6", "children.education.s6.test-free-nearby-admission-coverage")
        .asks(NEARBY_ADMISSION, all())
        .words("推进义务教育学校免试就近入学全覆盖")
        .commitment(Commitment::Promote);
    /// Migrant workers' children in public schools: all of them by 2030 (C3-S6).
    MIGRANT_CHILDREN = strategy(3, "6", "children.education.s6.migrant-children-in-public-schools")
        .asks(MIGRANT_CHILDREN_IN_PUBLIC_SCHOOLS, all())
        .words("实现义务教育阶段随迁子女全部进入公办学校就读");
    /// Fewer oversize classes in the towns (C3-S6).
    OVERSIZE_CLASSES = strategy(3, "6", "children.education.s6.urban-oversize-class-share")
        .asks(URBAN_OVERSIZE_CLASSES, falls(Qualifier::Plain))
        .words("解决城镇大班额问题")
        .note(
            "“解决”按减少计；大班额为56人及以上",
            "解决 is read as fewer; a class of 56 pupils and more is oversize",
        );
    /// Private compulsory education does not grow beyond its share of 2020 (C3-S6).
    PRIVATE_SCHOOLS = strategy(3, "6", "children.education.s6.private-compulsory-education-pupil-share")
        .asks(PRIVATE_COMPULSORY_EDUCATION, does_not_rise())
        .words("合理控制民办义务教育办学规模")
        .note(
            "“合理控制”按不高于基期计；规模按在校生所占比例计",
            "reasonable control is read as not above the baseline, and the size as the share of pupils",
        );
    /// Schools whose after-school service lasts until the end of the working day: as a rule all, in every year (C3-S7).
    AFTER_SCHOOL_SERVICE = strategy(3, "7", "children.education.s7.after-school-service-until-end-of-work")
        .asks(AFTER_SCHOOL_SERVICE_END, all())
        .words("课后服务结束时间原则上不早于当地正常下班时间")
        .kept()
        .commitment(Commitment::InPrinciple)
        .note(
            "“不早于”比较的是钟点，按做到的学校所占比例计，应为全部学校",
            "不早于 compares two times of day; read as the share of schools that keep it, which is to be all",
        );
    /// Subject tutoring beyond or ahead of the curriculum: no case in any year (C3-S7).
    TUTORING_AHEAD = strategy(3, "7", "children.education.s7.tutoring-ahead-of-curriculum-cases")
        .asks(TUTORING_AHEAD_CASES, at_most(count("0")))
        .words("严禁学科类培训机构超标超前培训")
        .every_year_from(2022)
        .note(
            "“严禁”按上报件数为零计；未报不等于零",
            "严禁 is read as a reported count of zero; a missing report is no zero",
        );
    /// Subject tutoring by institutions of another kind: no case in any year (C3-S7).
    TUTORING_OUT_OF_LICENCE = strategy(3, "7", "children.education.s7.subject-tutoring-by-other-institutions-cases")
        .asks(TUTORING_OUT_OF_LICENCE_CASES, at_most(count("0")))
        .words("严禁非学科类培训机构从事学科类培训")
        .every_year_from(2022)
        .note(
            "“严禁”按上报件数为零计；未报不等于零",
            "严禁 is read as a reported count of zero; a missing report is no zero",
        );
    /// Disabled children of school age in compulsory education: all of them by 2030 (C3-S9).
    DISABLED_ENROLMENT = strategy(3, "9", "children.education.s9.disabled-children-compulsory-education-coverage")
        .asks(DISABLED_CHILDREN_ENROLMENT, all())
        .words("推进适龄残疾儿童义务教育全覆盖")
        .commitment(Commitment::Promote);

    /// The allowance of orphans in institutions rises (C4-S6).
    INSTITUTIONAL_ORPHANS = strategy(4, "6", "children.welfare.s6.institutional-orphan-allowance")
        .asks(INSTITUTIONAL_ORPHAN_ALLOWANCE, rises(Qualifier::Plain))
        .words("合理提高保障标准")
        .note(
            "保障标准按公布的孤儿基本生活保障标准计，集中养育、社会散居各一项",
            "the standard is read as the published living allowance of orphans, in institutions and in the community",
        );
    /// The allowance of orphans in the community rises (C4-S6).
    COMMUNITY_ORPHANS = strategy(4, "6", "children.welfare.s6.community-orphan-allowance")
        .asks(COMMUNITY_ORPHAN_ALLOWANCE, rises(Qualifier::Plain))
        .words("合理提高保障标准")
        .note(
            "保障标准按公布的孤儿基本生活保障标准计，集中养育、社会散居各一项",
            "the standard is read as the published living allowance of orphans, in institutions and in the community",
        );
    /// More children with disabilities are given rehabilitation (C4-S7).
    REHABILITATION = strategy(4, "7", "children.welfare.s7.disabled-children-rehabilitation-coverage")
        .asks(DISABLED_CHILDREN_REHABILITATION, rises(Qualifier::Plain))
        .words("提高残疾儿童康复服务覆盖率");
    /// Activity centres of the banner for women and children: one by 2030, as an aspiration (C4-S11).
    ACTIVITY_CENTRE = strategy(4, "11", "children.welfare.s11.women-and-children-activity-centres")
        .asks(ACTIVITY_CENTRES, at_least(count("1")))
        .words("争取建设旗级妇女儿童活动中心一处")
        .commitment(Commitment::Aspiration);
    /// Children's homes with staff: all of them by 2030 (C4-S11).
    HOME_STAFF = strategy(4, "11", "children.welfare.s11.childrens-homes-with-staff")
        .asks(CHILDRENS_HOMES_WITH_STAFF, all())
        .words("完善儿童之家建设标准、工作制度和管理规范，配备专兼职工作人员")
        .note(
            "“配备”按全部儿童之家计",
            "read as all children's homes",
        );
    /// Social organisations that serve children: at least one by 2030 (C4-S14).
    SERVICE_ORGANISATIONS = strategy(4, "14", "children.welfare.s14.child-service-organisations")
        .asks(CHILD_SERVICE_ORGANISATIONS, at_least(count("1")))
        .words("全旗至少有1家儿童服务类社会组织");
    /// Full-time social workers for children: at least one in every township in every year (C4-S14).
    TOWNSHIP_SOCIAL_WORKERS = strategy(4, "14", "children.welfare.s14.township-child-social-workers")
        .asks(TOWNSHIP_CHILD_SOCIAL_WORKERS, at_least(persons("1")))
        .words("每个苏木镇至少配备1名专职儿童社会工作者")
        .for_every("township");
    /// Violence against children: no case in any year (C5-S3).
    VIOLENCE = strategy(5, "3", "children.family.s3.violence-against-children-cases")
        .asks(VIOLENCE_AGAINST_CHILDREN, at_most(count("0")))
        .words("禁止对儿童实施殴打、虐待等一切形式的暴力")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// The banner has a centre that guides family education by 2030 (C5-S6).
    GUIDANCE_CENTRE = strategy(5, "6", "children.family.s6.family-education-guidance-centres")
        .asks(FAMILY_EDUCATION_CENTRES, at_least(count("1")))
        .words("依托现有机构设立家庭教育指导服务中心")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );

    /// More public money is spent on venues for children (C6-S3).
    VENUE_SPENDING = strategy(6, "3", "children.environment.s3.public-spending-on-childrens-venues")
        .asks(SPENDING_ON_VENUES, rises(Qualifier::Plain))
        .words("增加对儿童活动场所的投入")
        .note(
            "“投入”按财政资金计",
            "read as public money",
        );
    /// Out-of-school venues fit for it widely have Young Pioneers; watched, since no share is named (C6-S3).
    YOUNG_PIONEERS = strategy(6, "3", "children.environment.s3.young-pioneers-in-venues-coverage")
        .asks(YOUNG_PIONEERS_IN_VENUES, monitored())
        .words("在具备条件的校外活动场所普遍建立少先队组织")
        .note(
            "“普遍”没有写明比例，使用方不另给界限就不评价",
            "普遍 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Barred advertisements in mass media for children: none in any year (C6-S6).
    ADVERTISEMENTS = strategy(6, "6", "children.environment.s6.barred-advertisements-in-childrens-media")
        .asks(BARRED_ADVERTISEMENTS, at_most(count("0")))
        .words("在针对儿童的大众传播媒介上不得发布医疗、药品、保健食品、医疗器械、化妆品、酒类、美容广告，以及不利于儿童身心健康的网络游戏广告")
        .every_year_from(2022)
        .note(
            "“不得”按上报次数为零计；未报不等于零",
            "不得 is read as a reported count of zero; a missing report is no zero",
        );
    /// Advertisements of breast-milk substitutes: none in any year (C6-S6).
    BREAST_MILK_SUBSTITUTES = strategy(6, "6", "children.environment.s6.breast-milk-substitute-advertisements")
        .asks(BREAST_MILK_SUBSTITUTE_ADVERTISEMENTS, at_most(count("0")))
        .words("禁止在大众传播媒介、公共场所发布声称全部或部分替代母乳的婴儿乳制品、饮料和其他食品广告")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// At least one base for environmental science education by 2030 (C6-S9).
    SCIENCE_BASES = strategy(6, "9", "children.environment.s9.environmental-science-bases")
        .asks(ENVIRONMENTAL_SCIENCE_BASES, at_least(count("1")))
        .words("推进生态环境科普基地和中小学环境教育社会实践基地建设")
        .commitment(Commitment::Promote)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// At least one base for pupils' environmental practice by 2030 (C6-S9).
    PRACTICE_BASES = strategy(6, "9", "children.environment.s9.school-environment-practice-bases")
        .asks(SCHOOL_ENVIRONMENT_BASES, at_least(count("1")))
        .words("推进生态环境科普基地和中小学环境教育社会实践基地建设")
        .commitment(Commitment::Promote)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// At least one base for children's nature education by 2030 (C6-S9).
    NATURE_BASES = strategy(6, "9", "children.environment.s9.nature-education-bases")
        .asks(NATURE_EDUCATION_BASES, at_least(count("1")))
        .words("依托自然保护地等建设儿童自然教育保护基地")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// More rural people have centrally supplied water (C6-S10).
    CENTRALISED_WATER = strategy(6, "10", "children.environment.s10.rural-centralised-water-supply-coverage")
        .asks(RURAL_CENTRALISED_WATER, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");
    /// More of the rural water is up to standard (C6-S10).
    WATER_QUALITY = strategy(6, "10", "children.environment.s10.rural-water-quality-compliance-rate")
        .asks(RURAL_WATER_QUALITY, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");
    /// The rural water supply becomes more reliable (C6-S10).
    WATER_RELIABILITY = strategy(6, "10", "children.environment.s10.rural-water-supply-reliability-rate")
        .asks(RURAL_WATER_RELIABILITY, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");

    /// Police, prosecution, courts and justice offices each have a unit or person for cases of minors by 2030 (C7-S3).
    CASE_UNITS = strategy(7, "3", "children.law.s3.juvenile-case-units")
        .asks(JUVENILE_CASE_UNITS, at_least(count("1")))
        .words("公安机关、人民检察院、人民法院和司法行政部门应当确定专门机构或者指定专门人员负责办理涉及未成年人案件")
        .for_every("case_handling_body")
        .note(
            "四个机关逐个计，每个至少一个机构或一名人员",
            "each of the four bodies counts: at least one unit or one person in each",
        );
    /// At least one base for legal education of young people by 2030 (C7-S7).
    LEGAL_EDUCATION_BASES = strategy(7, "7", "children.law.s7.youth-legal-education-bases")
        .asks(YOUTH_LEGAL_EDUCATION_BASES, at_least(count("1")))
        .words("扎实推进青少年法治教育实践基地建设")
        .commitment(Commitment::Promote)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// Marriage and parenthood under age: no case in any year (C7-S9).
    UNDERAGE_MARRIAGE = strategy(7, "9", "children.law.s9.child-marriages-and-births")
        .asks(CHILD_MARRIAGES, at_most(persons("0")))
        .words("禁止早婚早育和早婚辍学行为")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Pupils who leave school to marry: none in any school year (C7-S9).
    DROPPING_OUT_TO_MARRY = strategy(7, "9", "children.law.s9.drop-outs-to-marry")
        .asks(DROP_OUTS_TO_MARRY, at_most(persons("0")))
        .words("禁止早婚早育和早婚辍学行为")
        .every_year_from(2023)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Young workers given regular health checks are watched (C7-S10).
    YOUNG_WORKERS_CHECKED = strategy(7, "10", "children.law.s10.young-workers-health-check-coverage")
        .asks(YOUNG_WORKERS_EXAMINED, monitored())
        .words("用人单位定期对未成年工进行健康检查")
        .kept()
        .note(
            "“定期”没有写明次数，使用方不另给界限就不评价",
            "定期 names no number, so there is no verdict unless the host gives a bound",
        );
    /// Young workers put to harmful or dangerous work: no case in any year (C7-S10).
    HARMFUL_WORK = strategy(7, "10", "children.law.s10.harmful-work-of-young-workers")
        .asks(HARMFUL_WORK_OF_MINORS, at_most(count("0")))
        .words("用人单位定期对未成年工进行健康检查，不得安排其从事过重、有毒、有害等危害儿童身心健康的劳动或者危险作业")
        .every_year_from(2022)
        .note(
            "“不得”按上报次数为零计；未报不等于零",
            "不得 is read as a reported count of zero; a missing report is no zero",
        );
    /// Domestic violence against children and serious neglect: no case in any year (C7-S12).
    DOMESTIC_VIOLENCE = strategy(7, "12", "children.law.s12.domestic-violence-and-neglect-of-children")
        .asks(DOMESTIC_VIOLENCE_AGAINST_CHILDREN, at_most(count("0")))
        .words("杜绝针对儿童的家庭暴力以及严重忽视")
        .every_year_from(2022)
        .note(
            "“杜绝”按上报次数为零计；未报不等于零",
            "杜绝 is read as a reported count of zero; a missing report is no zero",
        );
    /// Unlawful collection of DNA and other data: no case in any year (C7-S13).
    DNA_COLLECTION = strategy(7, "13", "children.law.s13.unlawful-dna-data-collection-cases")
        .asks(DNA_COLLECTION_CASES, at_most(count("0")))
        .words("禁止除公安机关以外的任何组织或者个人收集被拐卖儿童、父母和疑似被拐卖人员DNA数据等信息")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Sexual abuse material of children: no case in any year (C7-S14).
    ABUSE_MATERIAL = strategy(7, "14", "children.law.s14.child-sexual-abuse-material-cases")
        .asks(CHILD_ABUSE_MATERIAL_CASES, at_most(count("0")))
        .words("禁止制作、复制、发布、传播或者持有有关未成年人的淫秽色情物品和网络信息")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Online bullying of children: no case in any year (C7-S14).
    ONLINE_BULLYING = strategy(7, "14", "children.law.s14.online-bullying-of-children-cases")
        .asks(ONLINE_BULLYING_CASES, at_most(count("0")))
        .words("禁止对儿童实施侮辱、诽谤、威胁或者恶意损害形象等网络欺凌行为")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
}
