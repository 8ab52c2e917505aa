//! Quantified strategy measures of the children's plan, in printed order.
//!
//! Shown at [`hangjin`](crate::plan::hangjin).

use crate::plan::Commitment;
use crate::plan::hangjin::{card::*, frame::CHILDREN_DOMAINS, indicators::*};
use crate::values::quantity::*;

targets! {
    plan "children", domains CHILDREN_DOMAINS;

    /// Licensed (assistant) paediatricians: at least 1.12 for each thousand children by 2030 (C1-S2).
    PAEDIATRICIANS = strategy(1, "2", "children.health.s2.paediatricians-per-1000-children")
        .asks(PAEDIATRICIANS_PER_1000_CHILDREN, at_least(per_1000("1.12")))
        .words("儿科执业（助理）医生达到1．12名");
    /// Paediatric beds: at least 3.17 for each thousand children by 2030 (C1-S2).
    PAEDIATRIC_BEDS = strategy(1, "2", "children.health.s2.paediatric-beds-per-1000-children")
        .asks(PAEDIATRIC_BEDS_PER_1000_CHILDREN, at_least(per_1000("3.17")))
        .words("床位增至3．17张");
    /// General practitioners for basic child care: at least one in every health centre in every year (C1-S2).
    GENERAL_PRACTITIONERS = strategy(1, "2", "children.health.s2.health-centre-child-general-practitioners")
        .asks(CHILD_GENERAL_PRACTITIONERS, at_least(persons("1")))
        .words("至少配备1名提供规范儿童基本医疗服务的全科医生")
        .for_every("health_centre");
    /// Doctors dedicated to child health: at least two in every health centre in every year (C1-S2).
    CHILD_DOCTORS = strategy(1, "2", "children.health.s2.health-centre-child-health-doctors")
        .asks(CHILD_HEALTH_DOCTORS, at_least(persons("2")))
        .words("至少配备2名专业从事儿童保健的医生")
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
    /// Bases for early childhood development: at least one by 2030 (C1-S9).
    DEVELOPMENT_BASES = strategy(1, "9", "children.health.s9.early-childhood-development-bases")
        .asks(EARLY_DEVELOPMENT_BASES, at_least(count("1")))
        .words("至少建设1所儿童早期发展基地");
    /// Outdoor sport: at least one hour a day on average in every year (C1-S12).
    OUTDOOR_SPORT = strategy(1, "12", "children.health.s12.daily-outdoor-sport-hours")
        .asks(DAILY_OUTDOOR_SPORT, at_least(hours_per_day("1")))
        .words("每天至少1小时阳光体育运动")
        .kept()
        .note(
            "按平均时间评价；达到1小时的儿童比例只作监测",
            "judged on the mean; the share of children with the hour is watched beside it",
        );
    /// Children with the hour of outdoor sport: watched (C1-S12).
    OUTDOOR_SPORT_SHARE = strategy(1, "12", "children.health.s12.daily-outdoor-sport-share")
        .asks(DAILY_OUTDOOR_SPORT_SHARE, monitored())
        .words("每天至少1小时阳光体育运动")
        .kept()
        .note(
            "与平均时间并列监测，1小时按平均时间评价",
            "stands beside the mean, by which the hour is judged",
        );
    /// Schools with a football ground: all of them by 2030 (C1-S12).
    FOOTBALL_GROUNDS = strategy(1, "12", "children.health.s12.football-ground-coverage")
        .asks(FOOTBALL_GROUND_COVERAGE, all())
        .words("全旗足球场地全覆盖")
        .note(
            "规划未写明覆盖什么，按同一句所说的学校计",
            "the plan does not say what is covered; read as the schools, of which the same sentence speaks",
        );
    /// Sleep of primary pupils: at least ten hours a day on average in every year (C1-S12).
    PRIMARY_SLEEP = strategy(1, "12", "children.health.s12.primary-pupil-sleep-hours")
        .asks(PRIMARY_PUPIL_SLEEP, at_least(hours_per_day("10")))
        .words("小学生10小时")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of pupils with the hours is watched beside it",
        );
    /// Primary pupils with ten hours of sleep: watched (C1-S12).
    PRIMARY_SLEEP_SHARE = strategy(1, "12", "children.health.s12.primary-pupil-sleep-share")
        .asks(PRIMARY_PUPIL_SLEEP_SHARE, monitored())
        .words("小学生10小时")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );
    /// Sleep of junior secondary students: at least nine hours a day on average in every year (C1-S12).
    JUNIOR_SLEEP = strategy(1, "12", "children.health.s12.junior-secondary-sleep-hours")
        .asks(JUNIOR_SECONDARY_SLEEP, at_least(hours_per_day("9")))
        .words("初中生9小时")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of students with the hours is watched beside it",
        );
    /// Junior secondary students with nine hours of sleep: watched (C1-S12).
    JUNIOR_SLEEP_SHARE = strategy(1, "12", "children.health.s12.junior-secondary-sleep-share")
        .asks(JUNIOR_SECONDARY_SLEEP_SHARE, monitored())
        .words("初中生9小时")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );
    /// Sleep of senior secondary students: at least eight hours a day on average in every year (C1-S12).
    SENIOR_SLEEP = strategy(1, "12", "children.health.s12.senior-secondary-sleep-hours")
        .asks(SENIOR_SECONDARY_SLEEP, at_least(hours_per_day("8")))
        .words("高中生8小时睡眠时间")
        .kept()
        .note(
            "按平均时间评价；睡眠达标的学生比例只作监测",
            "judged on the mean; the share of students with the hours is watched beside it",
        );
    /// Senior secondary students with eight hours of sleep: watched (C1-S12).
    SENIOR_SLEEP_SHARE = strategy(1, "12", "children.health.s12.senior-secondary-sleep-share")
        .asks(SENIOR_SECONDARY_SLEEP_SHARE, monitored())
        .words("高中生8小时睡眠时间")
        .kept()
        .note(
            "与平均时间并列监测，睡眠时间按平均时间评价",
            "stands beside the mean, by which the hours are judged",
        );

    /// Schools, kindergartens and communities widely teach product safety; watched, since no share is named (C2-S7).
    PRODUCT_SAFETY = strategy(2, "7", "children.safety.s7.product-safety-education-coverage")
        .asks(PRODUCT_SAFETY_EDUCATION, monitored())
        .words("学校、幼儿园、社区普遍开展")
        .kept()
        .note(
            "“普遍”没有写明比例，使用方不另给界限就不评价",
            "普遍 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Live-streaming accounts for children under 16: none in any year (C2-S10).
    STREAMING_ACCOUNTS = strategy(2, "10", "children.safety.s10.under-16-streaming-accounts")
        .asks(UNDER_16_STREAMING_ACCOUNTS, at_most(count("0")))
        .words("不得为未满十六周岁儿童提供")
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
        .words("随迁子女全部进入公办学校就读");
    /// Schools whose after-school service lasts until the end of the working day: as a rule all, in every year (C3-S7).
    AFTER_SCHOOL_SERVICE = strategy(3, "7", "children.education.s7.after-school-service-until-end-of-work")
        .asks(AFTER_SCHOOL_SERVICE_END, all())
        .words("原则上不早于当地正常下班时间")
        .kept()
        .commitment(Commitment::InPrinciple)
        .note(
            "“不早于”比较的是钟点，按做到的学校所占比例计，应为全部学校",
            "不早于 compares two times of day; read as the share of schools that keep it, which is to be all",
        );
    /// Disabled children of school age in compulsory education: all of them by 2030 (C3-S9).
    DISABLED_ENROLMENT = strategy(3, "9", "children.education.s9.disabled-children-compulsory-education-coverage")
        .asks(DISABLED_CHILDREN_ENROLMENT, all())
        .words("推进适龄残疾儿童义务教育全覆盖")
        .commitment(Commitment::Promote);

    /// Activity centres of the banner for women and children: one by 2030, as an aspiration (C4-S11).
    ACTIVITY_CENTRE = strategy(4, "11", "children.welfare.s11.women-and-children-activity-centres")
        .asks(ACTIVITY_CENTRES, at_least(count("1")))
        .words("争取建设旗级妇女儿童活动中心一处")
        .commitment(Commitment::Aspiration);
    /// Social organisations that serve children: at least one by 2030 (C4-S14).
    SERVICE_ORGANISATIONS = strategy(4, "14", "children.welfare.s14.child-service-organisations")
        .asks(CHILD_SERVICE_ORGANISATIONS, at_least(count("1")))
        .words("全旗至少有1家儿童服务类社会组织");
    /// Full-time social workers for children: at least one in every township in every year (C4-S14).
    TOWNSHIP_SOCIAL_WORKERS = strategy(4, "14", "children.welfare.s14.township-child-social-workers")
        .asks(TOWNSHIP_CHILD_SOCIAL_WORKERS, at_least(persons("1")))
        .words("每个苏木镇至少配备1名专职儿童社会工作者")
        .for_every("township");

    /// Out-of-school venues fit for it widely have Young Pioneers; watched, since no share is named (C6-S3).
    YOUNG_PIONEERS = strategy(6, "3", "children.environment.s3.young-pioneers-in-venues-coverage")
        .asks(YOUNG_PIONEERS_IN_VENUES, monitored())
        .words("普遍建立少先队组织")
        .note(
            "“普遍”没有写明比例，使用方不另给界限就不评价",
            "普遍 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Barred advertisements in mass media for children: none in any year (C6-S6).
    ADVERTISEMENTS = strategy(6, "6", "children.environment.s6.barred-advertisements-in-childrens-media")
        .asks(BARRED_ADVERTISEMENTS, at_most(count("0")))
        .words("大众传播媒介上不得发布")
        .every_year_from(2022)
        .note(
            "“不得”按上报次数为零计；未报不等于零",
            "不得 is read as a reported count of zero; a missing report is no zero",
        );

    /// Young workers put to harmful or dangerous work: no case in any year (C7-S10).
    HARMFUL_WORK = strategy(7, "10", "children.law.s10.harmful-work-of-young-workers")
        .asks(HARMFUL_WORK_OF_MINORS, at_most(count("0")))
        .words("不得安排其从事过重、有毒、有害")
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
}
