//! Main goals of the children's plan that name a measurable quantity, in printed order.

use crate::plan::Qualifier;
use crate::plan::hangjin::{card::*, frame::CHILDREN_DOMAINS, indicators::*};
use crate::values::quantity::*;

targets! {
    plan "children", domains CHILDREN_DOMAINS;

    /// Children under 3 under systematic health management: at least 90％ by 2030 (C1-1).
    UNDER_3_MANAGED = goal(1, "1", "children.health.g1.under-3-systematic-management-rate")
        .asks(UNDER_3_SYSTEMATIC_MANAGEMENT, at_least(percent("90")))
        .words("3岁以下儿童系统管理率和7岁以下儿童健康管理率均达到90％以上");
    /// Children under 7 under health management: at least 90％ by 2030 (C1-1).
    UNDER_7_MANAGED = goal(1, "1", "children.health.g1.under-7-health-management-rate")
        .asks(UNDER_7_HEALTH_MANAGEMENT, at_least(percent("90")))
        .words("7岁以下儿童健康管理率均达到90％以上");
    /// Health literacy of children rises (C1-2).
    CHILD_LITERACY = goal(1, "2", "children.health.g2.child-health-literacy-rate")
        .asks(CHILD_HEALTH_LITERACY, rises(Qualifier::Plain))
        .words("提高儿童及其照护人健康素养")
        .note(
            "健康素养按同名统计指标计：达到规定得分的人所占比例",
            "health literacy is the statistic of that name: the share of persons who reach a score",
        );
    /// Health literacy of those who care for children rises (C1-2).
    CAREGIVER_LITERACY = goal(1, "2", "children.health.g2.caregiver-health-literacy-rate")
        .asks(CAREGIVER_HEALTH_LITERACY, rises(Qualifier::Plain))
        .words("提高儿童及其照护人健康素养")
        .note(
            "健康素养按同名统计指标计：达到规定得分的人所占比例",
            "health literacy is the statistic of that name: the share of persons who reach a score",
        );
    /// Deaths of newborns: at most 3.0 for 1,000 live births by 2030 (C1-3).
    NEONATAL_MORTALITY = goal(1, "3", "children.health.g3.neonatal-mortality-rate")
        .asks(NEONATAL_MORTALITY_RATE, at_most(per_mille("3.0")))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下")
        .note(
            "三个界限按所印次序分别对应三个率，“以下”对三者都适用",
            "the three bounds belong to the three rates in the printed order, and 以下 to each of them",
        );
    /// Deaths of infants: at most 5.0 for 1,000 live births by 2030 (C1-3).
    INFANT_MORTALITY = goal(1, "3", "children.health.g3.infant-mortality-rate")
        .asks(INFANT_MORTALITY_RATE, at_most(per_mille("5.0")))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下")
        .note(
            "三个界限按所印次序分别对应三个率，“以下”对三者都适用",
            "the three bounds belong to the three rates in the printed order, and 以下 to each of them",
        );
    /// Deaths of children under 5: at most 6.0 for 1,000 live births by 2030 (C1-3).
    UNDER_5_MORTALITY = goal(1, "3", "children.health.g3.under-5-mortality-rate")
        .asks(UNDER_5_MORTALITY_RATE, at_most(per_mille("6.0")))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下")
        .note(
            "三个界限按所印次序分别对应三个率，“以下”对三者都适用",
            "the three bounds belong to the three rates in the printed order, and 以下 to each of them",
        );
    /// The urban-rural gap in neonatal mortality narrows step by step (C1-3).
    NEONATAL_URBAN_RURAL_GAP = goal(1, "3", "children.health.g3.neonatal-mortality-rate.urban-rural-gap")
        .asks(NEONATAL_MORTALITY_URBAN_RURAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小");
    /// The gap between townships in neonatal mortality narrows step by step (C1-3).
    NEONATAL_REGIONAL_GAP = goal(1, "3", "children.health.g3.neonatal-mortality-rate.regional-gap")
        .asks(NEONATAL_MORTALITY_REGIONAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小")
        .note("“区域”按旗内各苏木镇之间计", "区域 is read as between the townships of the banner");
    /// The urban-rural gap in infant mortality narrows step by step (C1-3).
    INFANT_URBAN_RURAL_GAP = goal(1, "3", "children.health.g3.infant-mortality-rate.urban-rural-gap")
        .asks(INFANT_MORTALITY_URBAN_RURAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小");
    /// The gap between townships in infant mortality narrows step by step (C1-3).
    INFANT_REGIONAL_GAP = goal(1, "3", "children.health.g3.infant-mortality-rate.regional-gap")
        .asks(INFANT_MORTALITY_REGIONAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小")
        .note("“区域”按旗内各苏木镇之间计", "区域 is read as between the townships of the banner");
    /// The urban-rural gap in under-5 mortality narrows step by step (C1-3).
    UNDER_5_URBAN_RURAL_GAP = goal(1, "3", "children.health.g3.under-5-mortality-rate.urban-rural-gap")
        .asks(UNDER_5_MORTALITY_URBAN_RURAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小");
    /// The gap between townships in under-5 mortality narrows step by step (C1-3).
    UNDER_5_REGIONAL_GAP = goal(1, "3", "children.health.g3.under-5-mortality-rate.regional-gap")
        .asks(UNDER_5_MORTALITY_REGIONAL_GAP, falls(Qualifier::Gradually))
        .words("新生儿、婴儿和5岁以下儿童死亡率分别降至3.0‰、5.0‰和6.0‰以下，城乡、区域差距逐步缩小")
        .note("“区域”按旗内各苏木镇之间计", "区域 is read as between the townships of the banner");
    /// Severely disabling birth defects are watched: control has no number (C1-4).
    BIRTH_DEFECTS = goal(1, "4", "children.health.g4.severely-disabling-birth-defect-prevalence")
        .asks(SEVERE_BIRTH_DEFECTS, monitored())
        .words("预防和控制出生缺陷")
        .note(
            "“控制”没有写明数值或方向，使用方不另给界限就不评价",
            "控制 has neither number nor direction here, so there is no verdict unless the host gives a bound",
        );
    /// Children vaccinated as the programme provides: at least 90％ in every township in every year (C1-6).
    IMMUNISATION = goal(1, "6", "children.health.g6.immunisation-coverage")
        .asks(IMMUNISATION_COVERAGE, at_least(percent("90")))
        .words("适龄儿童免疫规划疫苗接种率以苏木镇为单位保持在90％以上")
        .kept()
        .for_every("township")
        .note("各种疫苗中接种率最低的一种决定", "the vaccine of the programme with the lowest coverage decides");
    /// Infants under 6 months fed on breast milk alone: at least 50％ by 2030 (C1-8).
    BREASTFEEDING = goal(1, "8", "children.health.g8.exclusive-breastfeeding-rate")
        .asks(EXCLUSIVE_BREASTFEEDING, at_least(percent("50")))
        .words("6个月内婴儿纯母乳喂养率达到50％以上");
    /// Anaemic children under 5: held to at most 10％ (C1-8).
    ANAEMIA = goal(1, "8", "children.health.g8.under-5-anaemia-rate")
        .asks(UNDER_5_ANAEMIA, at_most(percent("10")))
        .words("5岁以下儿童贫血率和生长迟缓率分别控制在10％和5％以下")
        .kept()
        .note(
            "两个界限按所印次序分别对应两个率，“以下”对两者都适用",
            "the two bounds belong to the two rates in the printed order, and 以下 to both of them",
        );
    /// Stunted children under 5: held to at most 5％ (C1-8).
    STUNTING = goal(1, "8", "children.health.g8.under-5-stunting-rate")
        .asks(UNDER_5_STUNTING, at_most(percent("5")))
        .words("5岁以下儿童贫血率和生长迟缓率分别控制在10％和5％以下")
        .kept()
        .note(
            "两个界限按所印次序分别对应两个率，“以下”对两者都适用",
            "the two bounds belong to the two rates in the printed order, and 以下 to both of them",
        );
    /// Overweight among children rises more slowly than before (C1-8).
    OVERWEIGHT = goal(1, "8", "children.health.g8.child-overweight-rate")
        .asks(CHILD_OVERWEIGHT, rises_slower())
        .words("儿童超重、肥胖上升趋势得到有效控制")
        .note(
            "上升趋势的“有效控制”按升幅小于2020年以前计；规划未给数值",
            "有效控制 of a rise is read as a slower rise than before 2020; the plan gives no number",
        );
    /// Obesity among children rises more slowly than before (C1-8).
    OBESITY = goal(1, "8", "children.health.g8.child-obesity-rate")
        .asks(CHILD_OBESITY, rises_slower())
        .words("儿童超重、肥胖上升趋势得到有效控制")
        .note(
            "上升趋势的“有效控制”按升幅小于2020年以前计；规划未给数值",
            "有效控制 of a rise is read as a slower rise than before 2020; the plan gives no number",
        );
    /// Children under 12 with decayed teeth: held to at most 25％ (C1-9).
    DENTAL_CARIES = goal(1, "9", "children.health.g9.under-12-dental-caries-rate")
        .asks(UNDER_12_DENTAL_CARIES, at_most(percent("25")))
        .words("12岁以下儿童龋齿率控制在25％以内")
        .kept()
        .note(
            "按所印的12岁以下儿童计；全国口腔调查公布的是12岁儿童龋患率，两者不可比",
            "read as printed, children under 12; national surveys publish the prevalence at 12 years of age, which is another figure",
        );
    /// More children have their fissures sealed (C1-9).
    FISSURE_SEALANTS = goal(1, "9", "children.health.g9.fissure-sealant-coverage")
        .asks(FISSURE_SEALANT_COVERAGE, rises(Qualifier::Plain))
        .words("提高儿童窝沟封闭服务覆盖率");
    /// Fewer children become myopic, markedly so (C1-10).
    NEWLY_MYOPIC = goal(1, "10", "children.health.g10.new-myopia-rate")
        .asks(NEW_MYOPIA, falls(Qualifier::Markedly))
        .words("儿童新发近视率明显下降");
    /// Myopic primary pupils: at most 38％ by 2030 (C1-10).
    PRIMARY_MYOPIA = goal(1, "10", "children.health.g10.primary-pupil-myopia-rate")
        .asks(PRIMARY_PUPIL_MYOPIA, at_most(percent("38")))
        .words("小学生近视率降至38％以下");
    /// Myopic junior secondary students: at most 60％ by 2030 (C1-10).
    JUNIOR_MYOPIA = goal(1, "10", "children.health.g10.junior-secondary-myopia-rate")
        .asks(JUNIOR_SECONDARY_MYOPIA, at_most(percent("60")))
        .words("初中生近视率降至60％以下");
    /// Myopic senior secondary students: at most 70％ by 2030 (C1-10).
    SENIOR_MYOPIA = goal(1, "10", "children.health.g10.senior-secondary-myopia-rate")
        .asks(SENIOR_SECONDARY_MYOPIA, at_most(percent("70")))
        .words("高中阶段学生近视率降至70％以下");
    /// Children aged 0 to 6 whose eyes are examined: at least 90％ by 2030 (C1-10).
    EYE_EXAMINATIONS = goal(1, "10", "children.health.g10.eye-examination-coverage-0-6")
        .asks(EYE_EXAMINATION_COVERAGE, at_least(percent("90")))
        .words("0—6岁儿童眼保健和视力检查覆盖率达到90％以上");
    /// Pupils who pass the fitness standard: at least 85％ in every year (C1-11).
    FITNESS_PASS = goal(1, "11", "children.health.g11.pupil-fitness-pass-rate")
        .asks(PUPIL_FITNESS_PASS, at_least(percent("85")))
        .words("中小学生国家学生体质健康标准达标合格率稳定在85％以上")
        .kept();
    /// Pupils graded good or excellent by the fitness standard: at least 60％ by 2030 (C1-11).
    FITNESS_GOOD = goal(1, "11", "children.health.g11.pupil-fitness-good-rate")
        .asks(PUPIL_FITNESS_GOOD, at_least(percent("60")))
        .words("中小学生国家学生体质健康标准达标合格率稳定在85％以上，优良率达到60％以上");
    /// Schools with sports facilities and equipment up to standard: all of them by 2030 (C1-11).
    SPORTS_FACILITIES = goal(1, "11", "children.health.g11.school-sports-facility-compliance-rate")
        .asks(SCHOOL_SPORTS_FACILITIES, at_least(percent("100")))
        .words("学校体育场地设施与器材配置达标率达到100％");
    /// Children are widely given sexuality education; watched, since no share is named (C1-13).
    SEXUALITY_EDUCATION = goal(1, "13", "children.health.g13.sexuality-education-coverage")
        .asks(SEXUALITY_EDUCATION_COVERAGE, monitored())
        .words("适龄儿童普遍接受性教育")
        .note(
            "“普遍”没有写明比例，使用方不另给界限就不评价",
            "普遍 names no share, so there is no verdict unless the host gives a bound",
        );

    /// Child deaths by injury: a fifth less than in 2020 by 2030 (C2-1).
    INJURY_MORTALITY = goal(2, "1", "children.safety.g1.child-injury-mortality-rate")
        .asks(CHILD_INJURY_MORTALITY_RATE, falls_by("20", 2020))
        .words("儿童伤害死亡率以2020年数据为基数下降20％")
        .note(
            "该目标先提出的减少死亡，按这一界限评价",
            "the fall in deaths that the goal first asks for is judged by this bound",
        );
    /// Fewer children are disabled by an injury (C2-1).
    INJURY_DISABILITY = goal(2, "1", "children.safety.g1.child-injury-disability-rate")
        .asks(CHILD_INJURY_DISABILITY_RATE, falls(Qualifier::Plain))
        .words("减少儿童伤害所致死亡和残疾")
        .note(
            "按当年儿童数算率，与该目标对死亡的算法相同",
            "read as a rate over the children of the year, as the goal itself does for deaths",
        );
    /// Fewer children drown (C2-2).
    DROWNING = goal(2, "2", "children.safety.g2.child-drowning-mortality-rate")
        .asks(CHILD_DROWNING_MORTALITY_RATE, falls(Qualifier::Plain))
        .words("降低儿童溺水死亡率");
    /// Fewer children die in road accidents (C2-3).
    ROAD_TRAFFIC = goal(2, "3", "children.safety.g3.child-road-traffic-mortality-rate")
        .asks(CHILD_ROAD_TRAFFIC_MORTALITY_RATE, falls(Qualifier::Plain))
        .words("减少儿童道路交通事故伤害死亡")
        .note(
            "按当年儿童数算率，与本领域目标1、2相同",
            "read as a rate over the children of the year, as goals 1 and 2 of the domain do",
        );
    /// Fewer children are hurt by falls, burns, poisoning and the like (C2-4).
    FALLS_BURNS_POISONING = goal(2, "4", "children.safety.g4.child-fall-burn-poisoning-incidence-rate")
        .asks(CHILD_FALL_BURN_POISONING_INCIDENCE, falls(Qualifier::Plain))
        .words("减少儿童跌倒、跌落、烧烫伤和中毒等伤害的发生、致残和死亡")
        .note(
            "各种原因合计，按当年儿童数算率",
            "the causes are taken together, and read as a rate over the children of the year",
        );
    /// Fewer children are disabled by falls, burns, poisoning and the like (C2-4).
    FALLS_BURNS_POISONING_DISABILITY = goal(2, "4", "children.safety.g4.child-fall-burn-poisoning-disability-rate")
        .asks(CHILD_FALL_BURN_POISONING_DISABILITY, falls(Qualifier::Plain))
        .words("减少儿童跌倒、跌落、烧烫伤和中毒等伤害的发生、致残和死亡")
        .note(
            "各种原因合计，按当年儿童数算率",
            "the causes are taken together, and read as a rate over the children of the year",
        );
    /// Fewer children die of falls, burns, poisoning and the like (C2-4).
    FALLS_BURNS_POISONING_MORTALITY = goal(2, "4", "children.safety.g4.child-fall-burn-poisoning-mortality-rate")
        .asks(CHILD_FALL_BURN_POISONING_MORTALITY, falls(Qualifier::Plain))
        .words("减少儿童跌倒、跌落、烧烫伤和中毒等伤害的发生、致残和死亡")
        .note(
            "各种原因合计，按当年儿童数算率",
            "the causes are taken together, and read as a rate over the children of the year",
        );

    /// Gross enrolment in preschool: at least 90％, and kept there once reached (C3-2).
    PRESCHOOL = goal(3, "2", "children.education.g2.preschool-gross-enrolment-rate")
        .asks(PRESCHOOL_ENROLMENT, at_least(percent("90")))
        .words("学前教育毛入园率达到并保持在90％以上")
        .reached_and_kept();
    /// Pupils who finish nine years of school: at least 96％ by 2030 (C3-3).
    COMPULSORY_EDUCATION = goal(3, "3", "children.education.g3.compulsory-education-retention-rate")
        .asks(COMPULSORY_EDUCATION_RETENTION, at_least(percent("96")))
        .words("九年义务教育巩固率提高到96％以上");
    /// Pupils of compulsory education spend less time on homework (C3-4).
    HOMEWORK = goal(3, "4", "children.education.g4.compulsory-education-homework-time")
        .asks(HOMEWORK_MINUTES, falls(Qualifier::Plain))
        .words("全面压减义务教育阶段作业总量和时长")
        .note(
            "作业总量没有自己的计量单位，按所用时间计",
            "the amount of homework has no unit of its own and is measured by the time it takes",
        );
    /// Gross enrolment in senior secondary education: at least 95％ by 2030 (C3-5).
    SENIOR_SECONDARY = goal(3, "5", "children.education.g5.senior-secondary-gross-enrolment-rate")
        .asks(SENIOR_SECONDARY_ENROLMENT, at_least(percent("95")))
        .words("高中阶段教育毛入学率达到95％以上");
    /// More disabled children finish nine years of school (C3-6).
    DISABLED_RETENTION = goal(3, "6", "children.education.g6.disabled-children-compulsory-education-retention-rate")
        .asks(DISABLED_CHILDREN_RETENTION, rises(Qualifier::Further))
        .words("残疾儿童义务教育巩固水平进一步提高")
        .note("“巩固水平”按巩固率计", "巩固水平 is read as the retention rate (巩固率)");

    /// More children are covered by basic medical insurance (C4-3).
    MEDICAL_INSURED = goal(4, "3", "children.welfare.g3.children-resident-medical-insurance-coverage")
        .asks(CHILDREN_MEDICAL_INSURANCE, rises(Qualifier::Plain))
        .words("巩固提高基本医疗保障水平")
        .note(
            "指标取自本领域策略措施3；“巩固提高”按提高计，与目标8相同",
            "the indicator is that of strategy measure 3 of the domain; 巩固提高 is read as a rise, as in goal 8",
        );
    /// The number of childcare institutions grows from year to year (C4-5).
    CHILDCARE_PROVIDERS = goal(4, "5", "children.welfare.g5.childcare-institutions")
        .asks(CHILDCARE_INSTITUTIONS, rises(Qualifier::Sustained))
        .words("托育机构和托位数量持续增加");
    /// The number of childcare places grows from year to year (C4-5).
    CHILDCARE_CAPACITY = goal(4, "5", "children.welfare.g5.childcare-places")
        .asks(CHILDCARE_PLACES, rises(Qualifier::Sustained))
        .words("托育机构和托位数量持续增加");
    /// More communities and villages have a children's home (C4-8).
    CHILDRENS_HOMES = goal(4, "8", "children.welfare.g8.community-childrens-home-coverage")
        .asks(CHILDRENS_HOME_COVERAGE, rises(Qualifier::Further))
        .words("城乡社区儿童之家覆盖率进一步巩固提高");
    /// A unified hotline for the protection of children by 2030 (C4-9).
    HOTLINE = goal(4, "9", "children.welfare.g9.child-protection-hotlines")
        .asks(CHILD_PROTECTION_HOTLINES, at_least(count("1")))
        .words("旗人民政府开通并有效运行统一的未成年人保护热线")
        .note(
            "未写数量，按一条计；是否有效运行不计数",
            "no number is printed; read as one. Whether it runs effectively is not counted",
        );
    /// There are markedly more social organisations that serve children (C4-11).
    ORGANISATIONS = goal(4, "11", "children.welfare.g11.child-service-organisations")
        .asks(CHILD_SERVICE_ORGANISATIONS, rises(Qualifier::Markedly))
        .words("为儿童服务的社会组织和儿童社会工作专业队伍明显壮大")
        .note("“壮大”按数量增加计", "壮大 is read as a growing number");
    /// There are markedly more professional social workers for children (C4-11).
    SOCIAL_WORK_STAFF = goal(4, "11", "children.welfare.g11.child-social-work-staff")
        .asks(CHILD_SOCIAL_WORK_STAFF, rises(Qualifier::Markedly))
        .words("为儿童服务的社会组织和儿童社会工作专业队伍明显壮大")
        .note("“壮大”按数量增加计", "壮大 is read as a growing number");

    /// Urban communities with a parents' school or a guidance station: at least 95％ by 2030 (C5-6).
    URBAN_STATIONS = goal(5, "6", "children.family.g6.urban-family-education-station-coverage")
        .asks(URBAN_FAMILY_EDUCATION_STATIONS, at_least(percent("95")))
        .words("95％的城市社区和85％的农村社区（村）建立家长学校或家庭教育指导服务站点")
        .pooled_over("community");
    /// Villages with a parents' school or a guidance station: at least 85％ by 2030 (C5-6).
    RURAL_STATIONS = goal(5, "6", "children.family.g6.rural-family-education-station-coverage")
        .asks(RURAL_FAMILY_EDUCATION_STATIONS, at_least(percent("85")))
        .words("95％的城市社区和85％的农村社区（村）建立家长学校或家庭教育指导服务站点")
        .pooled_over("village");

    /// The banner is a city friendly to children by 2030 (C6-2).
    FRIENDLY_CITY = goal(6, "2", "children.environment.g2.child-friendly-cities")
        .asks(CHILD_FRIENDLY_CITIES, at_least(count("1")))
        .words("建设儿童友好城市和儿童友好社区")
        .note(
            "城市和社区两件事各为一个目标；一个旗县即一座城市",
            "city and community are two things and two targets; the area is one city",
        );
    /// At least one community friendly to children by 2030 (C6-2).
    FRIENDLY_COMMUNITIES = goal(6, "2", "children.environment.g2.child-friendly-communities")
        .asks(CHILD_FRIENDLY_COMMUNITIES, at_least(count("1")))
        .words("建设儿童友好城市和儿童友好社区")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// There are more non-profit out-of-school venues for children (C6-3).
    VENUES = goal(6, "3", "children.environment.g3.out-of-school-venues")
        .asks(OUT_OF_SCHOOL_VENUES, rises(Qualifier::Plain))
        .words("增加公益性儿童教育、科技、文化、体育、娱乐等校外活动场所")
        .note("五类场所合计", "the five kinds of venue are counted together");
    /// Out-of-school venues are used more (C6-3).
    VENUE_USE = goal(6, "3", "children.environment.g3.out-of-school-venue-utilisation-rate")
        .asks(OUT_OF_SCHOOL_VENUE_USE, rises(Qualifier::Plain))
        .words("增加公益性儿童教育、科技、文化、体育、娱乐等校外活动场所，提高利用率和服务质量");
    /// Emissions of chemical oxygen demand fall in every period (C6-8).
    COD = goal(6, "8", "children.environment.g8.chemical-oxygen-demand-emissions")
        .asks(COD_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of ammonia nitrogen fall in every period (C6-8).
    AMMONIA = goal(6, "8", "children.environment.g8.ammonia-nitrogen-emissions")
        .asks(AMMONIA_NITROGEN_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of nitrogen oxides fall in every period (C6-8).
    NITROGEN_OXIDES = goal(6, "8", "children.environment.g8.nitrogen-oxide-emissions")
        .asks(NITROGEN_OXIDE_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of volatile organic compounds fall in every period (C6-8).
    VOCS = goal(6, "8", "children.environment.g8.voc-emissions")
        .asks(VOC_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// More of the drinking water is up to standard (C6-8).
    DRINKING_WATER = goal(6, "8", "children.environment.g8.drinking-water-quality-compliance-rate")
        .asks(DRINKING_WATER_COMPLIANCE, rises(Qualifier::Plain))
        .words("提升饮用水水质")
        .note(
            "“水质”按饮用水水质达标率计，城乡合计；策略措施10所称的达标率只指农村牧区",
            "water quality is read as the compliance rate of drinking water, urban and rural together; the rate that strategy measure 10 names is the rural one",
        );
    /// Rural people with tap water: at least 80％ by 2030 (C6-8).
    RURAL_TAP_WATER = goal(6, "8", "children.environment.g8.rural-tap-water-coverage")
        .asks(RURAL_TAP_WATER_COVERAGE, at_least(percent("80")))
        .words("农村牧区自来水普及率达到80％");
    /// More rural households have a sanitary toilet, without a setback (C6-8).
    RURAL_TOILETS = goal(6, "8", "children.environment.g8.rural-sanitary-toilet-coverage")
        .asks(RURAL_SANITARY_TOILET_COVERAGE, rises(Qualifier::Steadily))
        .words("稳步提高农村牧区卫生厕所普及率");

    /// Child labour: no case in any year (C7-7).
    CHILD_LABOUR = goal(7, "7", "children.law.g7.child-labour-cases")
        .asks(CHILD_LABOUR_CASES, at_most(count("0")))
        .words("禁止使用童工")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Fewer of those under 18 become offenders (C7-10).
    JUVENILE_CRIME = goal(7, "10", "children.law.g10.juvenile-offender-rate")
        .asks(JUVENILE_OFFENDERS, falls(Qualifier::Plain))
        .words("降低未成年人犯罪人数占未成年人人口数量的比重");
}
