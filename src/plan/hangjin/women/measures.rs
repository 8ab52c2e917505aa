//! Quantified strategy measures of the women's plan, in printed order.
//!
//! Shown at [`hangjin`](crate::plan::hangjin).

use crate::plan::hangjin::{card::*, frame::WOMEN_DOMAINS, indicators::*};
use crate::plan::{Better, Commitment};
use crate::values::quantity::*;

targets! {
    plan "women", domains WOMEN_DOMAINS;

    /// At least one rescue centre for critically ill mothers by 2030 (W1-S2).
    RESCUE_CENTRES = strategy(1, "2", "women.health.s2.critical-maternal-rescue-centres")
        .asks(CRITICAL_MATERNAL_RESCUE_CENTRES, at_least(count("1")))
        .words("至少建设1个危重孕产妇救治中心");
    /// Every school teaches health by 2030 (W1-S7).
    HEALTH_EDUCATION = strategy(1, "7", "women.health.s7.school-health-education-rate")
        .asks(SCHOOL_HEALTH_EDUCATION, at_least(percent("100")))
        .words("健康教育开课率达到100％");
    /// The banner has a public fitness centre by 2030 (W1-S12).
    BANNER_FITNESS_CENTRE = strategy(1, "12", "women.health.s12.banner-fitness-centres")
        .asks(BANNER_FITNESS_CENTRES, at_least(count("1")))
        .words("推进实现旗级全民健身中心、苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
        .commitment(Commitment::Promote)
        .note("旗级全覆盖即至少一个中心", "full coverage of the banner's own level is at least one centre");
    /// Every township has a fitness hall by 2030 (W1-S12).
    TOWNSHIP_FITNESS_HALLS = strategy(1, "12", "women.health.s12.township-fitness-hall-coverage")
        .asks(TOWNSHIP_FITNESS_HALL_COVERAGE, all())
        .words("苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
        .pooled_over("township")
        .commitment(Commitment::Promote);
    /// Every village has a fitness station by 2030 (W1-S12).
    VILLAGE_FITNESS_STATIONS = strategy(1, "12", "women.health.s12.village-fitness-station-coverage")
        .asks(VILLAGE_FITNESS_STATION_COVERAGE, all())
        .words("嘎查村全民健身运动站、社区健身中心全覆盖")
        .pooled_over("village")
        .commitment(Commitment::Promote);
    /// Every community has a fitness centre by 2030 (W1-S12).
    COMMUNITY_FITNESS_CENTRES = strategy(1, "12", "women.health.s12.community-fitness-centre-coverage")
        .asks(COMMUNITY_FITNESS_CENTRE_COVERAGE, all())
        .words("社区健身中心全覆盖")
        .pooled_over("community")
        .commitment(Commitment::Promote);
    /// In each urban community, exercise is at most 10 minutes from home by 2030 (W1-S12).
    FITNESS_CIRCLE = strategy(1, "12", "women.health.s12.urban-fitness-circle-minutes")
        .asks(FITNESS_CIRCLE_MINUTES, at_most(minutes("10")))
        .words("城市社区形成“10分钟健身圈”")
        .for_every("community");
    /// At least one sports park, if it can be had, by 2030 (W1-S12).
    SPORTS_PARK = strategy(1, "12", "women.health.s12.sports-parks")
        .asks(SPORTS_PARKS, at_least(count("1")))
        .words("争取建立体育公园")
        .commitment(Commitment::Aspiration)
        .note("未写数量，按一个计", "no number is printed; read as one");

    /// No girl drops out of compulsory education, in any year (W2-S10).
    NO_GIRL_DROPS_OUT = strategy(2, "10", "women.education.s10.girls-dropping-out")
        .asks(GIRLS_DROPPING_OUT, at_most(persons("0")))
        .words("消除女童辍学现象")
        .every_year_from(2023);
    /// No young or middle-aged woman becomes newly illiterate, in any year (W2-S10).
    NO_NEW_ILLITERATES = strategy(2, "10", "women.education.s10.new-young-female-illiterates")
        .asks(NEW_YOUNG_FEMALE_ILLITERATES, at_most(persons("0")))
        .words("杜绝产生女性青壮年新文盲")
        .every_year_from(2022);
    /// The hours left for a school's own sex education are watched: a certain share has no number (W2-S11).
    SEX_EDUCATION_HOURS = strategy(2, "11", "women.education.s11.school-based-sex-education-hours-share")
        .asks(SEX_EDUCATION_HOURS_SHARE, monitored())
        .words("预留出一定比例的课时");
    /// Mental health in primary grades 3 to 6: at least 12 class hours in every school year (W2-S11).
    PRIMARY_MENTAL_HEALTH = strategy(2, "11", "women.education.s11.primary-mental-health-class-hours")
        .asks(PRIMARY_MENTAL_HEALTH_HOURS, at_least(class_hours("12")))
        .words("小学三至六年级每学年不少于12课时")
        .every_year_from(2023)
        .for_every("primary_school")
        .note(
            "各年级都计：课时最少的年级决定该校是否达标",
            "each grade counts: the one with the fewest hours decides for its school",
        );
    /// Mental health in every secondary grade: at least 15 class hours in every school year (W2-S11).
    SECONDARY_MENTAL_HEALTH = strategy(2, "11", "women.education.s11.secondary-mental-health-class-hours")
        .asks(SECONDARY_MENTAL_HEALTH_HOURS, at_least(class_hours("15")))
        .words("中学各年级每学年不少于15课时")
        .every_year_from(2023)
        .for_every("secondary_school")
        .note(
            "各年级都计：课时最少的年级决定该校是否达标",
            "each grade counts: the one with the fewest hours decides for its school",
        );

    /// Every employer that has to has a room for mothers and infants by 2030 (W3-S10).
    MOTHER_INFANT_FACILITIES = strategy(3, "10", "women.economy.s10.workplace-mother-infant-facility-coverage")
        .asks(WORKPLACE_MOTHER_INFANT_FACILITIES, all())
        .words("推动用人单位母婴设施应建尽建")
        .commitment(Commitment::Promote);

    /// Every village and community has a women's council by 2030 (W4-S2).
    WOMENS_COUNCILS = strategy(4, "2", "women.decision.s2.womens-council-coverage")
        .asks(WOMENS_COUNCIL_COVERAGE, all())
        .words("推进城乡社区妇女议事会实现全覆盖")
        .commitment(Commitment::Promote);
    /// The share of women among delegates to party congresses is watched: a reasonable share has no number (W4-S3).
    PARTY_CONGRESS = strategy(4, "3", "women.decision.s3.women-share-of-party-congress-delegates")
        .asks(WOMEN_AMONG_PARTY_CONGRESS_DELEGATES, monitored())
        .words("确保党员代表大会中女党员代表保持合理比例")
        .every_term()
        .for_every("party_congress")
        .note(
            "该比例按本领域目标2的界限评价",
            "goal 2 of the domain gives the bound by which the share is judged",
        );
    /// Women among candidates for people's congresses are watched: a fitting number is not given (W4-S4).
    PEOPLES_CONGRESS_CANDIDATES = strategy(4, "4", "women.decision.s4.women-among-peoples-congress-candidates")
        .asks(WOMEN_AMONG_PEOPLES_CONGRESS_CANDIDATES, monitored())
        .words("候选人中应当有适当数量的女性")
        .every_term();
    /// Women among nominees for the consultative conference are watched: a certain share has no number (W4-S4).
    CPPCC_NOMINEES = strategy(4, "4", "women.decision.s4.women-share-of-cppcc-nominees")
        .asks(WOMEN_AMONG_CPPCC_NOMINEES, monitored())
        .words("保障提名一定比例的妇女")
        .every_term();
    /// Women among outstanding young cadres are watched: a reasonable share has no number (W4-S5).
    YOUNG_CADRES = strategy(4, "5", "women.decision.s5.women-share-of-young-cadres")
        .asks(WOMEN_AMONG_YOUNG_CADRES, monitored())
        .words("女干部的合理比例")
        .kept();
    /// Every post due to a woman cadre is filled by 2030 (W4-S5).
    CADRE_POSTS = strategy(4, "5", "women.decision.s5.women-cadre-posts-filled-rate")
        .asks(WOMEN_CADRE_POSTS_FILLED, all())
        .words("实现应配尽配");
    /// In the decisions of public institutions, in every year a share of women in proportion to that of the staff (W4-S7).
    INSTITUTION_DECISIONS = strategy(4, "7", "women.decision.s7.women-share-of-public-institution-decision-makers")
        .asks(WOMEN_AMONG_INSTITUTION_DECISION_MAKERS, in_proportion_to(WOMEN_AMONG_INSTITUTION_STAFF))
        .words("参与决策管理的比例与女职工比例相适应")
        .kept()
        .pooled_over("public_institution")
        .note("全部单位合计；容差是一项设置", "all institutions together; the tolerance is a setting");
    /// In each workers' congress of an enterprise, a share of women in proportion to that of the staff (W4-S8).
    ENTERPRISE_WORKERS_CONGRESS = strategy(4, "8", "women.decision.s8.women-share-of-workers-congress")
        .asks(WOMEN_AMONG_WORKERS_CONGRESS_DELEGATES, in_proportion_to(WOMEN_AMONG_STAFF))
        .words("促进企业职工代表大会中女职工代表比例与女职工比例相适应")
        .every_term()
        .for_every("enterprise_workers_congress")
        .commitment(Commitment::Promote)
        .note(
            "每个职工代表大会与其所代表的职工相比；容差是一项设置",
            "each congress against the staff it speaks for; the tolerance is a setting",
        );

    /// All women in flexible and new forms of work hold the insurance due to them by 2030 (W5-S1).
    FLEXIBLE_WORK_INSURED = strategy(5, "1", "women.security.s1.flexibly-employed-women-insurance-coverage")
        .asks(FLEXIBLY_EMPLOYED_WOMEN_INSURED, all())
        .words("实现应保尽保")
        .commitment(Commitment::Promote);
    /// All entitled women receive the minimum living allowance, in every year (W5-S7).
    LIVING_ALLOWANCE = strategy(5, "7", "women.security.s7.female-minimum-living-allowance-coverage")
        .asks(FEMALE_LIVING_ALLOWANCE_COVERAGE, all())
        .words("确保应保尽保")
        .kept();
    /// All entitled women in extreme hardship are supported, in every year (W5-S7).
    HARDSHIP_SUPPORT = strategy(5, "7", "women.security.s7.female-extreme-hardship-support-coverage")
        .asks(FEMALE_HARDSHIP_SUPPORT_COVERAGE, all())
        .words("应养尽养")
        .kept();
    /// All entitled women receive temporary relief, in every year (W5-S7).
    TEMPORARY_RELIEF = strategy(5, "7", "women.security.s7.female-temporary-relief-coverage")
        .asks(FEMALE_TEMPORARY_RELIEF_COVERAGE, all())
        .words("应救尽救")
        .kept();
    /// Each township keeps a register of left-behind women by 2030 (W5-S11).
    LEFT_BEHIND_REGISTERS = strategy(5, "11", "women.security.s11.left-behind-women-registers")
        .asks(LEFT_BEHIND_WOMEN_REGISTERS, at_least(count("1")))
        .words("建立完善以苏木镇为单位")
        .for_every("township")
        .note("每个苏木镇一本台账", "one register for each township");

    /// Every urban community has a general service facility by 2030 (W6-S4).
    COMMUNITY_SERVICES = strategy(6, "4", "women.family.s4.urban-community-service-facility-coverage")
        .asks(URBAN_COMMUNITY_SERVICE_FACILITIES, all())
        .words("城市社区综合服务设施实现全覆盖")
        .pooled_over("community");

    /// Air pollutants are cut by what the national assessment asks for the year (W7-S7).
    AIR_POLLUTANTS = strategy(7, "7", "women.environment.s7.air-pollutant-reduction")
        .asks(AIR_POLLUTANT_REDUCTION, host_bound(Better::Higher))
        .words("大气污染总量减排")
        .kept()
        .note("国家考核的界限逐年给出", "the bound of the national assessment is given for each year");
    /// Good air on as many days as the national assessment asks for the year (W7-S7).
    GOOD_AIR = strategy(7, "7", "women.environment.s7.good-air-quality-rate")
        .asks(GOOD_AIR_DAYS, host_bound(Better::Higher))
        .words("空气优良率达到国家考核指标")
        .kept()
        .note("国家考核的界限逐年给出", "the bound of the national assessment is given for each year");
}
