//! Quantified strategy measures of the women's plan, in printed order.

use crate::plan::hangjin::{card::*, frame::WOMEN_DOMAINS, indicators::*};
use crate::plan::{Better, Commitment, Qualifier};
use crate::values::quantity::*;

targets! {
    plan "women", domains WOMEN_DOMAINS;

    /// The women's hygiene allowance is higher than in 2020 (W1-S1).
    HYGIENE = strategy(1, "1", "women.health.s1.female-hygiene-allowance")
        .asks(HYGIENE_ALLOWANCE, rises(Qualifier::Plain))
        .words("推动提高妇女卫生费标准")
        .commitment(Commitment::Advance);
    /// At least one rescue centre for critically ill mothers by 2030 (W1-S2).
    RESCUE_CENTRES = strategy(1, "2", "women.health.s2.critical-maternal-rescue-centres")
        .asks(CRITICAL_MATERNAL_RESCUE_CENTRES, at_least(count("1")))
        .words("至少建设1个危重孕产妇救治中心");
    /// At least one mobile health service station by 2030 (W1-S2).
    MOBILE_STATIONS = strategy(1, "2", "women.health.s2.mobile-health-stations")
        .asks(MOBILE_HEALTH_STATIONS, at_least(count("1")))
        .words("依托苏木镇卫生院，建设流动卫生服务站")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// More cervical cancers are found and treated early (W1-S6).
    CERVICAL_EARLY_CARE = strategy(1, "6", "women.health.s6.cervical-cancer-early-diagnosis-and-treatment-rate")
        .asks(CERVICAL_CANCER_EARLY_CARE, rises(Qualifier::Plain))
        .words("提高早诊早治率和诊治质量");
    /// More breast cancers are found and treated early (W1-S6).
    BREAST_EARLY_CARE = strategy(1, "6", "women.health.s6.breast-cancer-early-diagnosis-and-treatment-rate")
        .asks(BREAST_CANCER_EARLY_CARE, rises(Qualifier::Plain))
        .words("提高早诊早治率和诊治质量");
    /// Fewer women die of cervical cancer (W1-S6).
    CERVICAL_MORTALITY = strategy(1, "6", "women.health.s6.cervical-cancer-mortality-rate")
        .asks(CERVICAL_CANCER_MORTALITY, falls(Qualifier::Plain))
        .words("提高早诊早治率和诊治质量，降低死亡率");
    /// Fewer women die of breast cancer (W1-S6).
    BREAST_MORTALITY = strategy(1, "6", "women.health.s6.breast-cancer-mortality-rate")
        .asks(BREAST_CANCER_MORTALITY, falls(Qualifier::Plain))
        .words("提高早诊早治率和诊治质量，降低死亡率");
    /// Vaccination of girls of 13 to 18 is watched: no share is named (W1-S6).
    HPV = strategy(1, "6", "women.health.s6.hpv-vaccination-coverage-13-18")
        .asks(HPV_VACCINATION, monitored())
        .words("全面开展13—18周岁适龄女性免费接种宫颈癌疫苗项目")
        .kept()
        .note(
            "“全面开展”没有写明比例，使用方不另给界限就不评价",
            "全面开展 names no share, so there is no verdict unless the host gives a bound",
        );
    /// Every school teaches health by 2030 (W1-S7).
    HEALTH_EDUCATION = strategy(1, "7", "women.health.s7.school-health-education-rate")
        .asks(SCHOOL_HEALTH_EDUCATION, at_least(percent("100")))
        .words("在学校教育不同阶段以多种形式开展科学、实用的健康教育，健康教育开课率达到100％");
    /// More women are tested for HIV in early pregnancy (W1-S8).
    EARLY_HIV_TESTS = strategy(1, "8", "women.health.s8.early-pregnancy-hiv-testing-rate")
        .asks(EARLY_PREGNANCY_HIV_TESTING, rises(Qualifier::Plain))
        .words("全面落实预防艾滋病、梅毒和乙肝母婴传播综合防控措施，提高孕早期检测率");
    /// More women are tested for syphilis in early pregnancy (W1-S8).
    EARLY_SYPHILIS_TESTS = strategy(1, "8", "women.health.s8.early-pregnancy-syphilis-testing-rate")
        .asks(EARLY_PREGNANCY_SYPHILIS_TESTING, rises(Qualifier::Plain))
        .words("全面落实预防艾滋病、梅毒和乙肝母婴传播综合防控措施，提高孕早期检测率");
    /// More women are tested for hepatitis B in early pregnancy (W1-S8).
    EARLY_HEPATITIS_B_TESTS = strategy(1, "8", "women.health.s8.early-pregnancy-hepatitis-b-testing-rate")
        .asks(EARLY_PREGNANCY_HEPATITIS_B_TESTING, rises(Qualifier::Plain))
        .words("全面落实预防艾滋病、梅毒和乙肝母婴传播综合防控措施，提高孕早期检测率");
    /// More women with HIV are followed up (W1-S8).
    HIV_FOLLOW_UP = strategy(1, "8", "women.health.s8.women-with-hiv-follow-up-rate")
        .asks(WOMEN_WITH_HIV_FOLLOW_UP, rises(Qualifier::Plain))
        .words("加强对妇女感染者特别是流动和偏远地区妇女感染者的管理和医疗服务，提高随访率")
        .note(
            "感染者按前一句所说的艾滋病计",
            "infected women are read as those with HIV, of which the sentence before speaks",
        );
    /// More women know the nutrition label (W1-S11).
    NUTRITION_LABEL = strategy(1, "11", "women.health.s11.female-nutrition-label-awareness-rate")
        .asks(NUTRITION_LABEL_AWARENESS, rises(Qualifier::Plain))
        .words("提高妇女对营养标签的知晓率");
    /// The banner has a public fitness centre by 2030 (W1-S12).
    BANNER_FITNESS_CENTRE = strategy(1, "12", "women.health.s12.banner-fitness-centres")
        .asks(BANNER_FITNESS_CENTRES, at_least(count("1")))
        .words("推进实现旗级全民健身中心、苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
        .commitment(Commitment::Promote)
        .note("旗级全覆盖即至少一个中心", "full coverage of the banner's own level is at least one centre");
    /// Every township has a fitness hall by 2030 (W1-S12).
    TOWNSHIP_FITNESS_HALLS = strategy(1, "12", "women.health.s12.township-fitness-hall-coverage")
        .asks(TOWNSHIP_FITNESS_HALL_COVERAGE, all())
        .words("推进实现旗级全民健身中心、苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
        .pooled_over("township")
        .commitment(Commitment::Promote);
    /// Every village has a fitness station by 2030 (W1-S12).
    VILLAGE_FITNESS_STATIONS = strategy(1, "12", "women.health.s12.village-fitness-station-coverage")
        .asks(VILLAGE_FITNESS_STATION_COVERAGE, all())
        .words("推进实现旗级全民健身中心、苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
        .pooled_over("village")
        .commitment(Commitment::Promote);
    /// Every community has a fitness centre by 2030 (W1-S12).
    COMMUNITY_FITNESS_CENTRES = strategy(1, "12", "women.health.s12.community-fitness-centre-coverage")
        .asks(COMMUNITY_FITNESS_CENTRE_COVERAGE, all())
        .words("推进实现旗级全民健身中心、苏木镇多功能健身馆、嘎查村全民健身运动站、社区健身中心全覆盖")
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

    /// More girls finish nine years of school (W2-S4).
    GIRLS_COMPULSORY_RETENTION = strategy(2, "4", "women.education.s4.girls-compulsory-education-retention-rate")
        .asks(GIRLS_RETENTION, rises(Qualifier::Plain))
        .words("提高女童义务教育巩固率");
    /// In general upper secondary schools, the share of girls rises (W2-S5).
    GENERAL_UPPER_SECONDARY = strategy(2, "5", "women.education.s5.girls-share-of-general-upper-secondary-students")
        .asks(GIRLS_IN_GENERAL_UPPER_SECONDARY, rises(Qualifier::Plain))
        .words("提高女性接受普通高中教育的比例")
        .note(
            "按普通高中在校生中的女生比例计，公布的报告如此；也可读作同龄女性中就读普通高中者所占比例",
            "read as the share of girls among its students, as published reports do; it could also be the share of girls of that age who attend",
        );
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
        .words("预留出一定比例的课时供学校结合需要开发符合学生性教育需要的校本课程");
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
    /// The schools of the banner have a counselling hotline by 2030 (W2-S11).
    COUNSELLING_HOTLINE = strategy(2, "11", "women.education.s11.school-counselling-hotlines")
        .asks(COUNSELLING_HOTLINES, at_least(count("1")))
        .words("设立全旗教体系统心理咨询服务热线平台")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );

    /// The banner has a labour market for rural women by 2030 (W3-S3).
    LABOUR_MARKET = strategy(3, "3", "women.economy.s3.rural-women-labour-markets")
        .asks(RURAL_WOMEN_LABOUR_MARKETS, at_least(count("1")))
        .words("针对农村牧区妇女劳动力设立劳务市场或零工市场")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// At least one start-up incubator by 2030 (W3-S3).
    INCUBATORS = strategy(3, "3", "women.economy.s3.startup-incubators")
        .asks(STARTUP_INCUBATORS, at_least(count("1")))
        .words("建设高质量创业孵化载体和创业园区")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// At least one start-up park by 2030 (W3-S3).
    PARKS = strategy(3, "3", "women.economy.s3.startup-parks")
        .asks(STARTUP_PARKS, at_least(count("1")))
        .words("建设高质量创业孵化载体和创业园区")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// In high-tech industries, the share of women rises continually (W3-S5).
    HIGH_TECH = strategy(3, "5", "women.economy.s5.women-share-of-high-tech-employed")
        .asks(WOMEN_IN_HIGH_TECH, rises(Qualifier::Continually))
        .words("不断提高女性在高新技术产业、战略新兴产业和现代服务业中从业的比例")
        .note(
            "三类产业互有交叉，不能相加，分别评价",
            "the three overlap and cannot be added; each is judged by itself",
        );
    /// In strategic emerging industries, the share of women rises continually (W3-S5).
    EMERGING_INDUSTRIES = strategy(3, "5", "women.economy.s5.women-share-of-emerging-industry-employed")
        .asks(WOMEN_IN_EMERGING_INDUSTRIES, rises(Qualifier::Continually))
        .words("不断提高女性在高新技术产业、战略新兴产业和现代服务业中从业的比例")
        .note(
            "三类产业互有交叉，不能相加，分别评价",
            "the three overlap and cannot be added; each is judged by itself",
        );
    /// In modern services, the share of women rises continually (W3-S5).
    MODERN_SERVICES = strategy(3, "5", "women.economy.s5.women-share-of-modern-service-employed")
        .asks(WOMEN_IN_MODERN_SERVICES, rises(Qualifier::Continually))
        .words("不断提高女性在高新技术产业、战略新兴产业和现代服务业中从业的比例")
        .note(
            "三类产业互有交叉，不能相加，分别评价",
            "the three overlap and cannot be added; each is judged by itself",
        );
    /// The sex gap in transfer employment narrows (W3-S5).
    TRANSFER_EMPLOYMENT_GAP = strategy(3, "5", "women.economy.s5.rural-transfer-employment-rate.sex-gap")
        .asks(TRANSFER_EMPLOYMENT_SEX_GAP, falls(Qualifier::Plain))
        .words("缩小男女转移就业差距")
        .note(
            "按转移就业率的男女差距计",
            "read as the difference between the rates of women and men",
        );
    /// The wage income of women in farming and herding rises (W3-S5).
    RURAL_WAGES = strategy(3, "5", "women.economy.s5.rural-women-mean-wage-income")
        .asks(RURAL_WOMEN_WAGE_INCOME, rises(Qualifier::Plain))
        .words("提高农牧民妇女工资性收入");
    /// Employers make childbearing a condition for women: no case in any year (W3-S10).
    CHILDBEARING_CONDITIONS = strategy(3, "10", "women.economy.s10.childbearing-condition-cases")
        .asks(CHILDBEARING_CONDITION_CASES, at_most(count("0")))
        .words("禁止用人单位将生育状况作为对女性招聘录用、培训定级、评聘晋升等方面考查的条件")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Women workers penalised for pregnancy, childbirth or nursing: no case in any year (W3-S10).
    PREGNANCY_PENALTIES = strategy(3, "10", "women.economy.s10.pregnancy-penalty-cases")
        .asks(PREGNANCY_PENALTY_CASES, at_most(count("0")))
        .words("禁止用人单位因女职工怀孕、生育、哺乳而降低工资、恶意调岗、予以辞退、解除劳动（聘用）合同")
        .every_year_from(2022)
        .note(
            "“禁止”按上报件数为零计；未报不等于零",
            "禁止 is read as a reported count of zero; a missing report is no zero",
        );
    /// Every employer that has to has a room for mothers and infants by 2030 (W3-S10).
    MOTHER_INFANT_FACILITIES = strategy(3, "10", "women.economy.s10.workplace-mother-infant-facility-coverage")
        .asks(WORKPLACE_MOTHER_INFANT_FACILITIES, all())
        .words("推动用人单位母婴设施应建尽建")
        .commitment(Commitment::Advance);
    /// At least one standard mother-and-infant facility in a crowded place by 2030 (W3-S10).
    PUBLIC_FACILITIES = strategy(3, "10", "women.economy.s10.public-mother-infant-facilities")
        .asks(PUBLIC_MOTHER_INFANT_FACILITIES, at_least(count("1")))
        .words("推动用人单位母婴设施应建尽建和人员密集场所建设标准化母婴设施")
        .commitment(Commitment::Advance)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// Women lifted out of poverty earn more than in 2020 (W3-S12).
    FORMERLY_POOR_WOMEN = strategy(3, "12", "women.economy.s12.formerly-poor-women-mean-income")
        .asks(FORMERLY_POOR_WOMEN_INCOME, rises(Qualifier::Plain))
        .words("支持脱贫妇女稳定增加收入")
        .commitment(Commitment::Support)
        .note(
            "“稳定增加”按收入上升计",
            "a stable increase is read as a rise",
        );
    /// At least one women's demonstration base for rural revitalisation by 2030 (W3-S13).
    DEMONSTRATION_BASES = strategy(3, "13", "women.economy.s13.women-demonstration-bases")
        .asks(WOMEN_DEMONSTRATION_BASES, at_least(count("1")))
        .words("大力开展乡村振兴巾帼示范基地建设")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );

    /// On party committees, the share of women rises (W4-S1).
    PARTY_COMMITTEES = strategy(4, "1", "women.decision.s1.women-share-of-party-committees")
        .asks(WOMEN_ON_PARTY_COMMITTEES, rises(Qualifier::Plain))
        .words("提升各级党委、人大、政府、政协、党政工作部门以及企事业单位、基层群众自治组织和社会组织中的女性比例")
        .every_term()
        .note(
            "其余机构由主要目标3至10评价",
            "the other bodies are judged by goals 3 to 10",
        );
    /// Among heads of social organisations, the share of women rises (W4-S1).
    SOCIAL_ORGANISATION_HEADS = strategy(4, "1", "women.decision.s1.women-share-of-social-organisation-heads")
        .asks(WOMEN_HEADING_SOCIAL_ORGANISATIONS, rises(Qualifier::Plain))
        .words("提升各级党委、人大、政府、政协、党政工作部门以及企事业单位、基层群众自治组织和社会组织中的女性比例")
        .note(
            "其余机构由主要目标3至10评价",
            "the other bodies are judged by goals 3 to 10",
        );
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
        .words("人大代表候选人中应当有适当数量的女性")
        .every_term();
    /// Women among nominees for the consultative conference are watched: a certain share has no number (W4-S4).
    CPPCC_NOMINEES = strategy(4, "4", "women.decision.s4.women-share-of-cppcc-nominees")
        .asks(WOMEN_AMONG_CPPCC_NOMINEES, monitored())
        .words("提名推荐、协商确定政协委员建议名单时，保障提名一定比例的妇女")
        .every_term();
    /// Women among outstanding young cadres are watched: a reasonable share has no number (W4-S5).
    YOUNG_CADRES = strategy(4, "5", "women.decision.s5.women-share-of-young-cadres")
        .asks(WOMEN_AMONG_YOUNG_CADRES, monitored())
        .words("注重保持优秀年轻干部队伍中女干部的合理比例")
        .kept();
    /// Every post due to a woman cadre is filled by 2030 (W4-S5).
    CADRE_POSTS = strategy(4, "5", "women.decision.s5.women-cadre-posts-filled-rate")
        .asks(WOMEN_CADRE_POSTS_FILLED, all())
        .words("落实女干部选拔配备的目标任务，实现应配尽配");
    /// In leading bodies, the share of women does not fall (W4-S5).
    LEADING_BODIES = strategy(4, "5", "women.decision.s5.women-share-of-leading-bodies")
        .asks(WOMEN_IN_LEADING_BODIES, does_not_fall())
        .words("届中调整确保女干部比例不降低")
        .note(
            "规划与届初相比；这里与2020年相比",
            "the plan compares with the start of the term; here with 2020",
        );
    /// Among village committee members, the share of women rises (W4-S6).
    VILLAGE_COMMITTEE = strategy(4, "6", "women.decision.s6.women-share-of-village-committee")
        .asks(WOMEN_AMONG_VILLAGE_COMMITTEE, rises(Qualifier::Plain))
        .words("提高嘎查村（居）委会成员、嘎查村（居）委会主任中的女性比例")
        .pooled_over("village");
    /// Among heads of village committees, the share of women rises (W4-S6).
    VILLAGE_COMMITTEE_HEADS = strategy(4, "6", "women.decision.s6.women-share-of-village-committee-heads")
        .asks(WOMEN_AMONG_VILLAGE_COMMITTEE_HEADS, rises(Qualifier::Plain))
        .words("提高嘎查村（居）委会成员、嘎查村（居）委会主任中的女性比例")
        .pooled_over("village");
    /// Among residents' committee members, the share of women rises (W4-S6).
    RESIDENTS_COMMITTEE = strategy(4, "6", "women.decision.s6.women-share-of-residents-committee")
        .asks(WOMEN_AMONG_RESIDENTS_COMMITTEE, rises(Qualifier::Plain))
        .words("提高嘎查村（居）委会成员、嘎查村（居）委会主任中的女性比例")
        .pooled_over("community");
    /// Among heads of residents' committees, the share of women rises (W4-S6).
    RESIDENTS_COMMITTEE_HEADS = strategy(4, "6", "women.decision.s6.women-share-of-residents-committee-heads")
        .asks(WOMEN_AMONG_RESIDENTS_COMMITTEE_HEADS, rises(Qualifier::Plain))
        .words("提高嘎查村（居）委会成员、嘎查村（居）委会主任中的女性比例")
        .pooled_over("community");
    /// In the workers' congresses of public institutions, the share of women rises (W4-S7).
    INSTITUTION_CONGRESS = strategy(4, "7", "women.decision.s7.women-share-of-public-institution-workers-congress")
        .asks(WOMEN_AMONG_INSTITUTION_CONGRESS_DELEGATES, rises(Qualifier::Plain))
        .words("提高事业单位职工代表大会中的女代表比例")
        .pooled_over("workers_congress");
    /// In the decisions of health, education and culture, the share of women rises (W4-S7).
    SOCIAL_SECTOR_DECISIONS = strategy(4, "7", "women.decision.s7.women-share-of-health-education-culture-decision-makers")
        .asks(WOMEN_IN_SOCIAL_SECTOR_DECISIONS, rises(Qualifier::Plain))
        .words("重视在卫生、教育、文化等女性集中的行业提高决策管理层中的女性比例")
        .pooled_over("public_institution")
        .commitment(Commitment::Emphasise);
    /// In the decisions of public institutions, in every year a share of women in proportion to that of the staff (W4-S7).
    INSTITUTION_DECISIONS = strategy(4, "7", "women.decision.s7.women-share-of-public-institution-decision-makers")
        .asks(WOMEN_AMONG_INSTITUTION_DECISION_MAKERS, in_proportion_to(WOMEN_AMONG_INSTITUTION_STAFF))
        .words("确保事业单位中女性参与决策管理的比例与女职工比例相适应")
        .kept()
        .pooled_over("public_institution")
        .note("全部单位合计；容差是一项设置", "all institutions together; the tolerance is a setting");
    /// In the workers' congresses of enterprises, a share of women in proportion to that of the staff (W4-S8).
    ENTERPRISE_WORKERS_CONGRESS = strategy(4, "8", "women.decision.s8.women-share-of-enterprise-workers-congress")
        .asks(WOMEN_AMONG_ENTERPRISE_CONGRESS_DELEGATES, in_proportion_to(WOMEN_AMONG_ENTERPRISE_STAFF))
        .words("促进企业职工代表大会中女职工代表比例与女职工比例相适应")
        .kept()
        .pooled_over("workers_congress")
        .commitment(Commitment::Foster)
        .note(
            "全部企业合计，按年度汇总数；容差是一项设置",
            "all enterprises together, by the yearly aggregate; the tolerance is a setting",
        );

    /// All women in flexible and new forms of work hold the insurance due to them by 2030 (W5-S1).
    FLEXIBLE_WORK_INSURED = strategy(5, "1", "women.security.s1.flexibly-employed-women-insurance-coverage")
        .asks(FLEXIBLY_EMPLOYED_WOMEN_INSURED, all())
        .words("促进灵活就业、新业态就业女性参加相应社会保险，实现应保尽保")
        .commitment(Commitment::Foster);
    /// The sex gap in pension insurance narrows (W5-S1).
    PENSION_GAP = strategy(5, "1", "women.security.s1.basic-pension-participation-rate.sex-gap")
        .asks(PENSION_INSURANCE_SEX_GAP, falls(Qualifier::Plain))
        .words("缩小社会保障的性别差距")
        .note(
            "规划未写哪种保险，取基本养老、基本医疗两种",
            "the plan names no insurance; the basic pension and basic medical schemes are taken",
        );
    /// The sex gap in medical insurance narrows (W5-S1).
    MEDICAL_GAP = strategy(5, "1", "women.security.s1.basic-medical-insurance-participation-rate.sex-gap")
        .asks(MEDICAL_INSURANCE_SEX_GAP, falls(Qualifier::Plain))
        .words("缩小社会保障的性别差距")
        .note(
            "规划未写哪种保险，取基本养老、基本医疗两种",
            "the plan names no insurance; the basic pension and basic medical schemes are taken",
        );
    /// More women employees are insured against unemployment (W5-S5).
    UNEMPLOYMENT_PARTICIPATION = strategy(5, "5", "women.security.s5.female-unemployment-insurance-participation-rate")
        .asks(FEMALE_UNEMPLOYMENT_PARTICIPATION, rises(Qualifier::Plain))
        .words("督促用人单位依法为女职工办理失业保险，提高参保率");
    /// All entitled women receive the minimum living allowance, in every year (W5-S7).
    LIVING_ALLOWANCE = strategy(5, "7", "women.security.s7.female-minimum-living-allowance-coverage")
        .asks(FEMALE_LIVING_ALLOWANCE_COVERAGE, all())
        .words("将符合条件的纳入最低生活保障、特困人员救助供养和临时救助范围，确保应保尽保、应养尽养、应救尽救")
        .kept();
    /// All entitled women in extreme hardship are supported, in every year (W5-S7).
    HARDSHIP_SUPPORT = strategy(5, "7", "women.security.s7.female-extreme-hardship-support-coverage")
        .asks(FEMALE_HARDSHIP_SUPPORT_COVERAGE, all())
        .words("将符合条件的纳入最低生活保障、特困人员救助供养和临时救助范围，确保应保尽保、应养尽养、应救尽救")
        .kept();
    /// All entitled women receive temporary relief, in every year (W5-S7).
    TEMPORARY_RELIEF = strategy(5, "7", "women.security.s7.female-temporary-relief-coverage")
        .asks(FEMALE_TEMPORARY_RELIEF_COVERAGE, all())
        .words("将符合条件的纳入最低生活保障、特困人员救助供养和临时救助范围，确保应保尽保、应养尽养、应救尽救")
        .kept();
    /// Homes for the aged have more nursing beds (W5-S10).
    CARE_BEDS = strategy(5, "10", "women.security.s10.elderly-home-nursing-beds")
        .asks(NURSING_BEDS, rises(Qualifier::Plain))
        .words("扩大养老机构护理型床位供给");
    /// Each township keeps a register of left-behind women by 2030 (W5-S11).
    LEFT_BEHIND_REGISTERS = strategy(5, "11", "women.security.s11.left-behind-women-registers")
        .asks(LEFT_BEHIND_WOMEN_REGISTERS, at_least(count("1")))
        .words("建立完善以苏木镇为单位的农村牧区留守妇女信息台账")
        .for_every("township")
        .note("每个苏木镇一本台账", "one register for each township");

    /// Every urban community has a general service facility by 2030 (W6-S4).
    COMMUNITY_SERVICES = strategy(6, "4", "women.family.s4.urban-community-service-facility-coverage")
        .asks(URBAN_COMMUNITY_SERVICE_FACILITIES, all())
        .words("城市社区综合服务设施实现全覆盖")
        .pooled_over("community");
    /// The banner has a mediation committee for family disputes by 2030 (W6-S7).
    MEDIATION_COMMITTEE = strategy(6, "7", "women.family.s7.family-dispute-mediation-committees")
        .asks(FAMILY_MEDIATION_COMMITTEES, at_least(count("1")))
        .words("建立健全婚姻家庭纠纷人民调解委员会")
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// The sex gap in time spent on housework narrows (W6-S12).
    HOUSEWORK_GAP = strategy(6, "12", "women.family.s12.daily-housework-time.sex-gap")
        .asks(HOUSEWORK_TIME_SEX_GAP, falls(Qualifier::Plain))
        .words("缩小两性家务劳动时间差距")
        .note(
            "一天的时间有上限，差距按分钟之差计",
            "a day has an upper limit, so the gap is a difference in minutes",
        );

    /// Nitrogen oxides are cut by what the national assessment asks for the year (W7-S7).
    NITROGEN_OXIDES_CUT = strategy(7, "7", "women.environment.s7.nitrogen-oxide-reduction")
        .asks(NITROGEN_OXIDE_REDUCTION, host_bound(Better::Higher))
        .words("实现大气污染总量减排、空气优良率达到国家考核指标")
        .kept()
        .note(
            "规划未列污染物；大气污染物取国家考核的两种，界限逐年给出",
            "the plan names no pollutant; the two air pollutants of the national assessment are taken, and its bound is given for each year",
        );
    /// Volatile organic compounds are cut by what the national assessment asks for the year (W7-S7).
    VOCS_CUT = strategy(7, "7", "women.environment.s7.voc-reduction")
        .asks(VOC_REDUCTION, host_bound(Better::Higher))
        .words("实现大气污染总量减排、空气优良率达到国家考核指标")
        .kept()
        .note(
            "规划未列污染物；大气污染物取国家考核的两种，界限逐年给出",
            "the plan names no pollutant; the two air pollutants of the national assessment are taken, and its bound is given for each year",
        );
    /// Good air on as many days as the national assessment asks for the year (W7-S7).
    GOOD_AIR = strategy(7, "7", "women.environment.s7.good-air-quality-rate")
        .asks(GOOD_AIR_DAYS, host_bound(Better::Higher))
        .words("实现大气污染总量减排、空气优良率达到国家考核指标")
        .kept()
        .note("国家考核的界限逐年给出", "the bound of the national assessment is given for each year");
    /// More rural people have centrally supplied water (W7-S8).
    CENTRALISED_WATER = strategy(7, "8", "women.environment.s8.rural-centralised-water-supply-coverage")
        .asks(RURAL_CENTRALISED_WATER, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");
    /// More of the rural water is up to standard (W7-S8).
    WATER_QUALITY = strategy(7, "8", "women.environment.s8.rural-water-quality-compliance-rate")
        .asks(RURAL_WATER_QUALITY, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");
    /// The rural water supply becomes more reliable (W7-S8).
    WATER_RELIABILITY = strategy(7, "8", "women.environment.s8.rural-water-supply-reliability-rate")
        .asks(RURAL_WATER_RELIABILITY, rises(Qualifier::Plain))
        .words("提高农村牧区集中供水率、自来水普及率、水质达标率和供水保证率");
    /// More of the rural sanitary toilets are in use (W7-S9).
    TOILETS_IN_USE = strategy(7, "9", "women.environment.s9.rural-sanitary-toilets-in-use-rate")
        .asks(RURAL_SANITARY_TOILETS_IN_USE, rises(Qualifier::Plain))
        .words("提高农村牧区卫生厕所普及率和实际利用率");
    /// At least one family toilet in a public place by 2030 (W7-S9).
    FAMILY_TOILETS = strategy(7, "9", "women.environment.s9.third-toilets")
        .asks(THIRD_TOILETS, at_least(count("1")))
        .words("推动旅游景区、商场、客运枢纽和服务区等公共场所建设第三卫生间")
        .commitment(Commitment::Advance)
        .note(
            "未写数量，按一个计",
            "no number is printed; read as one",
        );
    /// The banner is a city friendly to women by 2030 (W7-S13).
    WOMEN_FRIENDLY_CITY = strategy(7, "13", "women.environment.s13.women-friendly-cities")
        .asks(WOMEN_FRIENDLY_CITIES, at_least(count("1")))
        .words("建设女性友好型城市")
        .note(
            "一个旗县即一座城市，建成为一，未建成为零",
            "the area is one city: one if it has become so, nought if not",
        );

    /// More of the protection orders applied for are issued (W8-S4).
    PROTECTION_ORDERS = strategy(8, "4", "women.law.s4.protection-order-issuance-rate")
        .asks(PROTECTION_ORDERS_ISSUED, rises(Qualifier::Plain))
        .words("及时签发人身保护令，提高审核签发率");
    /// Calls to the police about domestic violence are watched: more of them may be better or worse (W8-S4).
    VIOLENCE_CALLS = strategy(8, "4", "women.law.s4.domestic-violence-police-calls")
        .asks(DOMESTIC_VIOLENCE_CALLS, monitored())
        .words("开展家庭暴力警情、出具告诫书情况统计")
        .kept()
        .note(
            "要求统计，没有好坏方向：报警多可以是暴力多，也可以是求助多",
            "counting is asked for, and neither way is better: more calls may mean more violence or more trust",
        );
    /// Warning letters in cases of domestic violence are watched (W8-S4).
    VIOLENCE_WARNING_LETTERS = strategy(8, "4", "women.law.s4.domestic-violence-warning-letters")
        .asks(WARNING_LETTERS, monitored())
        .words("开展家庭暴力警情、出具告诫书情况统计")
        .kept()
        .note(
            "要求统计，没有好坏方向",
            "counting is asked for, and neither way is better",
        );
}
