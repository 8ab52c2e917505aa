//! Main goals of the women's plan that name a measurable quantity, in printed order.

use crate::plan::hangjin::{card::*, frame::WOMEN_DOMAINS, indicators::*};
use crate::plan::{Commitment, Qualifier};
use crate::values::quantity::*;

targets! {
    plan "women", domains WOMEN_DOMAINS;

    /// Women live longer than in 2020 (W1-1).
    LIFE_EXPECTANCY = goal(1, "1", "women.health.g1.female-life-expectancy")
        .asks(FEMALE_LIFE_EXPECTANCY, rises(Qualifier::Plain))
        .words("妇女人均预期寿命延长");
    /// Women live longer in good health than in 2020 (W1-1).
    HEALTHY_LIFE_EXPECTANCY = goal(1, "1", "women.health.g1.female-healthy-life-expectancy")
        .asks(FEMALE_HEALTHY_LIFE_EXPECTANCY, rises(Qualifier::Plain))
        .words("人均健康预期寿命提高");
    /// Systematic maternal care: at least 90 per cent by 2030 (W1-2).
    MATERNAL_CARE = goal(1, "2", "women.health.g2.maternal-systematic-management-rate")
        .asks(MATERNAL_SYSTEMATIC_MANAGEMENT, at_least(percent("90")))
        .words("孕产妇系统管理率达到90％以上");
    /// Maternal deaths: at most 12 for 100,000 live births by 2030 (W1-2).
    MATERNAL_MORTALITY = goal(1, "2", "women.health.g2.maternal-mortality-ratio")
        .asks(MATERNAL_MORTALITY_RATIO, at_most(per_100k("12")))
        .words("孕产妇死亡率下降到12／10万以下");
    /// The urban-rural gap in maternal mortality narrows (W1-2).
    MATERNAL_MORTALITY_GAP = goal(1, "2", "women.health.g2.maternal-mortality-ratio.urban-rural-gap")
        .asks(MATERNAL_MORTALITY_URBAN_RURAL_GAP, falls(Qualifier::Plain))
        .words("孕产妇死亡率下降到12／10万以下，城乡、区域差距缩小");
    /// The gap between townships in maternal mortality narrows (W1-2).
    MATERNAL_REGIONAL_GAP = goal(1, "2", "women.health.g2.maternal-mortality-ratio.regional-gap")
        .asks(MATERNAL_MORTALITY_REGIONAL_GAP, falls(Qualifier::Plain))
        .words("孕产妇死亡率下降到12／10万以下，城乡、区域差距缩小")
        .note("旗内的区域即各苏木镇", "the regions inside the banner are its townships");
    /// Caesarean sections do not become more frequent than in 2020 (W1-3).
    CAESAREAN_SECTIONS = goal(1, "3", "women.health.g3.caesarean-section-rate")
        .asks(CAESAREAN_SECTION_RATE, does_not_rise())
        .words("合理控制剖宫产率")
        .note("“合理控制”按不高于基期计", "reasonable control is read as not above the baseline");
    /// At least three midwives for each delivery bed in every institution that delivers, by 2030 (W1-3).
    MIDWIVES = goal(1, "3", "women.health.g3.midwives-per-delivery-bed")
        .asks(MIDWIVES_PER_DELIVERY_BED, at_least_ratio(3, 1))
        .words("各助产机构产床与助产士的比例不低于1：3")
        .for_every("midwifery_institution")
        .note(
            "1：3中产床在前；若按产床比助产士计，就成了要求减少助产士",
            "beds come first in 1:3; read as beds over midwives it would ask for fewer midwives",
        );
    /// Knowledge about cervical and breast cancer: at least 90 per cent of women by 2030 (W1-4).
    CANCER_AWARENESS = goal(1, "4", "women.health.g4.cervical-and-breast-cancer-awareness-rate")
        .asks(CANCER_PREVENTION_AWARENESS, at_least(percent("90")))
        .words("妇女的宫颈癌和乳腺癌防治意识明显提高，防治知识知晓率达到90％以上");
    /// Screening for cervical cancer: at least 70 per cent of women of the age by 2030 (W1-4).
    CERVICAL_SCREENING = goal(1, "4", "women.health.g4.cervical-cancer-screening-rate")
        .asks(CERVICAL_CANCER_SCREENING, at_least(percent("70")))
        .words("适龄妇女宫颈癌人群筛查率达到70％以上");
    /// Screening for breast cancer rises gradually (W1-4).
    BREAST_SCREENING = goal(1, "4", "women.health.g4.breast-cancer-screening-rate")
        .asks(BREAST_CANCER_SCREENING, rises(Qualifier::Gradually))
        .words("适龄妇女宫颈癌人群筛查率达到70％以上，乳腺癌人群筛查率逐步提高");
    /// The screening programme covers its whole target population in rural areas by 2030 (W1-4).
    RURAL_SCREENING_COVERAGE = goal(1, "4", "women.health.g4.rural-cancer-screening-programme-coverage")
        .asks(RURAL_CANCER_SCREENING_COVERAGE, all())
        .words("农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群全覆盖")
        .note(
            "指“两癌”筛查项目的覆盖，不是筛查率达到100％：同一目标对筛查率要求70％",
            "coverage of the joint programme for both cancers, not a screening rate of 100%: the same goal asks for 70% there",
        );
    /// Treatment of cervical cancer: at least 90 per cent of patients by 2030 (W1-4).
    CERVICAL_TREATMENT = goal(1, "4", "women.health.g4.cervical-cancer-treatment-rate")
        .asks(CERVICAL_CANCER_TREATMENT, at_least(percent("90")))
        .words("宫颈癌患者治疗率达到90％以上");
    /// Fewer unintended pregnancies than in 2020 (W1-5).
    FEWER_UNINTENDED_PREGNANCIES = goal(1, "5", "women.health.g5.unintended-pregnancy-rate")
        .asks(UNINTENDED_PREGNANCY_RATE, falls(Qualifier::Plain))
        .words("减少非意愿妊娠")
        .note(
            "按15—49岁妇女的发生率计，规划未写率",
            "read as a rate among women aged 15-49; the plan names none",
        );
    /// Induced abortion becomes rarer than in 2020 (W1-5).
    ABORTIONS = goal(1, "5", "women.health.g5.induced-abortion-rate")
        .asks(INDUCED_ABORTION_RATE, falls(Qualifier::Plain))
        .words("降低人工流产率");
    /// HIV tests of mothers: at least 98 per cent by 2030 (W1-6).
    HIV_TESTS = goal(1, "6", "women.health.g6.maternal-hiv-testing-rate")
        .asks(MATERNAL_HIV_TESTING, at_least(percent("98")))
        .words("孕产妇艾滋病、梅毒和乙肝检测率达到98％以上");
    /// Syphilis tests of mothers: at least 98 per cent by 2030 (W1-6).
    SYPHILIS_TESTS = goal(1, "6", "women.health.g6.maternal-syphilis-testing-rate")
        .asks(MATERNAL_SYPHILIS_TESTING, at_least(percent("98")))
        .words("孕产妇艾滋病、梅毒和乙肝检测率达到98％以上");
    /// Hepatitis B tests of mothers: at least 98 per cent by 2030 (W1-6).
    HEPATITIS_B_TESTS = goal(1, "6", "women.health.g6.maternal-hepatitis-b-testing-rate")
        .asks(MATERNAL_HEPATITIS_B_TESTING, at_least(percent("98")))
        .words("孕产妇艾滋病、梅毒和乙肝检测率达到98％以上");
    /// Treatment of mothers with HIV: at least 95 per cent by 2030 (W1-6).
    HIV_TREATMENT = goal(1, "6", "women.health.g6.maternal-hiv-treatment-rate")
        .asks(MATERNAL_HIV_TREATMENT, at_least(percent("95")))
        .words("艾滋病、梅毒孕产妇感染者治疗率达到95％以上");
    /// Treatment of mothers with syphilis: at least 95 per cent by 2030 (W1-6).
    SYPHILIS_TREATMENT = goal(1, "6", "women.health.g6.maternal-syphilis-treatment-rate")
        .asks(MATERNAL_SYPHILIS_TREATMENT, at_least(percent("95")))
        .words("艾滋病、梅毒孕产妇感染者治疗率达到95％以上");
    /// Syphilis passes from mother to child more rarely than in 2020 (W1-6).
    SYPHILIS_TRANSMISSION = goal(1, "6", "women.health.g6.congenital-syphilis-case-rate")
        .asks(CONGENITAL_SYPHILIS_CASE_RATE, falls(Qualifier::Plain))
        .words("减少艾滋病、梅毒和乙肝母婴传播")
        .note(
            "梅毒母婴传播按上报统计的先天梅毒报告发病率计",
            "transmission of syphilis is read as the congenital syphilis case rate, the statistic that is reported",
        );
    /// Hepatitis B passes from mother to child more rarely than in 2020 (W1-6).
    HEPATITIS_B_TRANSMISSION = goal(1, "6", "women.health.g6.hepatitis-b-mother-to-child-transmission-rate")
        .asks(HEPATITIS_B_MOTHER_TO_CHILD_TRANSMISSION, falls(Qualifier::Plain))
        .words("减少艾滋病、梅毒和乙肝母婴传播");
    /// HIV passes from mother to child in at most 2 per cent by 2030 (W1-6).
    HIV_TRANSMISSION = goal(1, "6", "women.health.g6.hiv-mother-to-child-transmission-rate")
        .asks(HIV_MOTHER_TO_CHILD_TRANSMISSION, at_most(percent("2")))
        .words("艾滋病母婴传播率下降到2％以下")
        .note(
            "该目标先提出的下降，按这一界限评价",
            "the fall that the goal first asks for is judged by this bound",
        );
    /// Mental health literacy of women rises (W1-7).
    MENTAL_HEALTH_LITERACY = goal(1, "7", "women.health.g7.female-mental-health-literacy-rate")
        .asks(FEMALE_MENTAL_HEALTH_LITERACY, rises(Qualifier::Plain))
        .words("提升妇女心理健康素养水平")
        .note(
            "素养水平按同名统计指标计：达到规定得分的人所占比例",
            "the level of literacy is the statistic of that name: the share of persons who reach a score",
        );
    /// Anxiety disorders among women rise more slowly than before 2020 (W1-7).
    ANXIETY = goal(1, "7", "women.health.g7.female-anxiety-disorder-prevalence")
        .asks(FEMALE_ANXIETY_DISORDERS, rises_slower())
        .words("妇女焦虑障碍、抑郁症患病率上升趋势减缓");
    /// Depression among women rises more slowly than before 2020 (W1-7).
    DEPRESSION = goal(1, "7", "women.health.g7.female-depression-prevalence")
        .asks(FEMALE_DEPRESSION, rises_slower())
        .words("妇女焦虑障碍、抑郁症患病率上升趋势减缓");
    /// Health literacy of women rises (W1-8).
    HEALTH_LITERACY = goal(1, "8", "women.health.g8.female-health-literacy-rate")
        .asks(FEMALE_HEALTH_LITERACY, rises(Qualifier::Plain))
        .words("提高妇女健康素养水平")
        .note(
            "素养水平按同名统计指标计：达到规定得分的人所占比例",
            "the level of literacy is the statistic of that name: the share of persons who reach a score",
        );
    /// Nutrition literacy of women rises markedly (W1-9).
    NUTRITION_LITERACY = goal(1, "9", "women.health.g9.female-nutrition-literacy-rate")
        .asks(FEMALE_NUTRITION_LITERACY, rises(Qualifier::Markedly))
        .words("妇女营养知识素养明显提高")
        .note(
            "与健康素养同样，按达到规定得分的人所占比例计",
            "read like health literacy, as the share of persons who reach a score",
        );
    /// Anaemia in pregnancy and after birth becomes rarer than in 2020 (W1-9).
    ANAEMIA = goal(1, "9", "women.health.g9.maternal-anaemia-prevalence")
        .asks(MATERNAL_ANAEMIA, falls(Qualifier::Plain))
        .words("预防和减少孕产妇贫血")
        .note("按患病率计", "read as its prevalence");
    /// More women exercise regularly than in 2020 (W1-10).
    REGULAR_EXERCISE = goal(1, "10", "women.health.g10.women-exercising-regularly-share")
        .asks(WOMEN_EXERCISING_REGULARLY, rises(Qualifier::Plain))
        .words("提高妇女经常参加体育锻炼的人数比例");
    /// More women pass the fitness standard than in 2020 (W1-10).
    FITNESS_STANDARD = goal(1, "10", "women.health.g10.women-fitness-standard-pass-rate")
        .asks(WOMEN_PASSING_FITNESS_STANDARD, rises(Qualifier::Plain))
        .words("提高妇女体质测定标准合格比例");
    /// At least one maternal and child health institution up to standard by 2030 (W1-11).
    MATERNAL_CHILD_INSTITUTION = goal(1, "11", "women.health.g11.standard-maternal-child-health-institutions")
        .asks(STANDARD_MATERNAL_CHILD_HEALTH_INSTITUTIONS, at_least(count("1")))
        .words("建设1所标准化妇幼保健机构");

    /// Pupils finish nine years of school: at least 96 per cent by 2030 (W2-4).
    COMPULSORY_RETENTION = goal(2, "4", "women.education.g4.compulsory-education-retention-rate")
        .asks(COMPULSORY_EDUCATION_RETENTION, at_least(percent("96")))
        .words("九年义务教育巩固率提高到96％以上");
    /// Gross enrolment in senior secondary education: at least 95 per cent by 2030 (W2-5).
    SENIOR_SECONDARY = goal(2, "5", "women.education.g5.senior-secondary-gross-enrolment-rate")
        .asks(SENIOR_SECONDARY_ENROLMENT, at_least(percent("95")))
        .words("高中阶段教育毛入学率达到95％以上");
    /// Among students of secondary vocational education, the share of girls rises gradually (W2-6).
    VOCATIONAL_EDUCATION = goal(2, "6", "women.education.g6.girls-share-of-vocational-students")
        .asks(GIRLS_IN_VOCATIONAL_EDUCATION, rises(Qualifier::Gradually))
        .words("女性接受职业教育的水平逐步提高")
        .note(
            "“水平”按中等职业教育在校生中的女生比例计，公布的报告如此；没有这类学校的旗县为不适用",
            "the level is read as the share of girls among students of secondary vocational education, as published reports do; an area without such a school is not concerned",
        );
    /// The sex gap in scientific literacy narrows continually (W2-7).
    SCIENTIFIC_LITERACY_GAP = goal(2, "7", "women.education.g7.scientific-literacy-rate.sex-gap")
        .asks(SCIENTIFIC_LITERACY_SEX_GAP, falls(Qualifier::Continually))
        .words("男女两性科学素质水平差距不断缩小");
    /// Illiteracy among young and middle-aged women is almost gone by 2030: at most 2 per cent (W2-9).
    ILLITERACY = goal(2, "9", "women.education.g9.young-female-illiteracy-rate")
        .asks(YOUNG_FEMALE_ILLITERACY, at_most(percent("2")))
        .words("基本消除女性青壮年文盲")
        .commitment(Commitment::Nearly)
        .note(
            "未写数值；2％是本目录取的：上一轮规划已要求2％，国家扫盲条例对城镇的要求与此相同",
            "no number is printed; 2% is ours: the plan before this one asked for it, and so does the national literacy regulation in towns",
        );
    /// Women's years of schooling rise continually (W2-9).
    YEARS_OF_SCHOOLING = goal(2, "9", "women.education.g9.female-mean-years-of-schooling")
        .asks(FEMALE_YEARS_OF_SCHOOLING, rises(Qualifier::Continually))
        .words("女性平均受教育年限不断提高");

    /// Women among the employed: about 45 per cent in every year (W3-2).
    EMPLOYED = goal(3, "2", "women.economy.g2.women-share-of-employed")
        .asks(WOMEN_AMONG_EMPLOYED, around(percent("45")))
        .words("就业人员中的女性比例保持在45％左右")
        .kept()
        .note(
            "“左右”的容差是一项设置，规划未写",
            "the tolerance of `about` is a setting; the plan prints none",
        );
    /// Women among the employed of urban units: about 40 per cent by 2030 (W3-5).
    URBAN_UNIT_EMPLOYED = goal(3, "5", "women.economy.g5.women-share-of-urban-unit-employed")
        .asks(WOMEN_AMONG_URBAN_UNIT_EMPLOYED, around(percent("40")))
        .words("城镇单位就业人员中的女性比例达到40％左右")
        .note(
            "“左右”的容差是一项设置，规划未写",
            "the tolerance of `about` is a setting; the plan prints none",
        );
    /// Women among senior professionals: at least 50 per cent in every year (W3-6).
    SENIOR_PROFESSIONALS = goal(3, "6", "women.economy.g6.women-share-of-senior-professionals")
        .asks(WOMEN_AMONG_SENIOR_PROFESSIONALS, at_least(percent("50")))
        .words("高级专业技术人员中的女性比例保持在50％以上")
        .kept();
    /// The sex gap in earnings narrows markedly (W3-7).
    EARNINGS_GAP = goal(3, "7", "women.economy.g7.mean-earnings.sex-gap")
        .asks(EARNINGS_SEX_GAP, falls(Qualifier::Markedly))
        .words("男女收入差距明显缩小")
        .note(
            "收入按该目标所说的劳动收入计；差距为较大均值与较小均值之比",
            "income is read as earnings, of which the goal speaks; the gap is the larger mean over the smaller",
        );
    /// Occupational disease among women workers becomes markedly rarer (W3-8).
    OCCUPATIONAL_DISEASE = goal(3, "8", "women.economy.g8.female-occupational-disease-incidence")
        .asks(FEMALE_OCCUPATIONAL_DISEASE, falls(Qualifier::Markedly))
        .words("女职工职业病发病率明显降低");
    /// Low-income women in rural areas earn more than in 2020 (W3-10).
    LOW_INCOME_WOMEN = goal(3, "10", "women.economy.g10.rural-low-income-women-mean-income")
        .asks(RURAL_LOW_INCOME_WOMEN_INCOME, rises(Qualifier::Plain))
        .words("帮助农村牧区低收入妇女增收致富")
        .note(
            "“增收”按这些妇女平均收入上升计",
            "more income is read as a rise of the mean income of these women",
        );

    /// The share of women among party members is watched: a reasonable share has no number (W4-2).
    PARTY_MEMBERS = goal(4, "2", "women.decision.g2.women-share-of-party-members")
        .asks(WOMEN_AMONG_PARTY_MEMBERS, monitored())
        .words("中国共产党女党员保持合理比例")
        .kept();
    /// At every party congress, as large a share of women as among the area's party members (W4-2).
    PARTY_CONGRESS = goal(4, "2", "women.decision.g2.women-share-of-party-congress-delegates")
        .asks(WOMEN_AMONG_PARTY_CONGRESS_DELEGATES, not_below(WOMEN_AMONG_PARTY_MEMBERS))
        .words("中国共产党各级党员代表大会中女党员代表比例一般不低于本地区党员总数中女性比例")
        .every_term()
        .for_every("party_congress")
        .commitment(Commitment::Generally);
    /// In each people's congress, more women from term to term (W4-3).
    PEOPLES_CONGRESS_DEPUTIES = goal(4, "3", "women.decision.g3.women-share-of-peoples-congress-deputies")
        .asks(WOMEN_AMONG_PEOPLES_CONGRESS_DEPUTIES, rises(Qualifier::EachTerm))
        .words("人大代表和人大常委会组成人员中的女性比例逐届提高")
        .every_term()
        .for_every("people_congress");
    /// On each standing committee of a people's congress, more women from term to term (W4-3).
    PEOPLES_CONGRESS_COMMITTEE = goal(4, "3", "women.decision.g3.women-share-of-peoples-congress-committee")
        .asks(WOMEN_AMONG_PEOPLES_CONGRESS_COMMITTEE, rises(Qualifier::EachTerm))
        .words("人大代表和人大常委会组成人员中的女性比例逐届提高")
        .every_term()
        .for_every("people_congress_committee");
    /// In each political consultative conference, more women from term to term (W4-3).
    CPPCC_MEMBERS = goal(4, "3", "women.decision.g3.women-share-of-cppcc-members")
        .asks(WOMEN_AMONG_CPPCC_MEMBERS, rises(Qualifier::EachTerm))
        .words("政协委员和常委中的女性比例逐届提高")
        .every_term()
        .for_every("cppcc");
    /// On each standing committee of a political consultative conference, more women from term to term (W4-3).
    CPPCC_COMMITTEE = goal(4, "3", "women.decision.g3.women-share-of-cppcc-committee")
        .asks(WOMEN_AMONG_CPPCC_COMMITTEE, rises(Qualifier::EachTerm))
        .words("政协委员和常委中的女性比例逐届提高")
        .every_term()
        .for_every("cppcc_committee");
    /// At least one woman in the leadership of the banner's government, in every year (W4-4).
    BANNER_LEADERSHIP = goal(4, "4", "women.decision.g4.women-in-banner-government-leadership")
        .asks(WOMEN_IN_BANNER_LEADERSHIP, at_least(persons("1")))
        .words("旗政府领导班子至少配备一名女干部")
        .kept();
    /// Among chief posts at the banner's level, the share of women rises gradually (W4-4).
    BANNER_CHIEFS = goal(4, "4", "women.decision.g4.women-share-of-banner-chief-posts")
        .asks(WOMEN_AMONG_BANNER_CHIEFS, rises(Qualifier::Gradually))
        .words("旗政府领导班子至少配备一名女干部，担任正职的女干部占同级正职干部的比例逐步提高");
    /// In the leadership of government departments, the share of women rises gradually (W4-5).
    DEPARTMENT_LEADERSHIP = goal(4, "5", "women.decision.g5.women-share-of-department-leadership")
        .asks(WOMEN_AMONG_DEPARTMENT_LEADERSHIP, rises(Qualifier::Gradually))
        .words("旗政府工作部门领导班子中女干部比例逐步提高")
        .pooled_over("government_department");
    /// Among heads of government departments, the share of women rises gradually (W4-5).
    DEPARTMENT_CHIEFS = goal(4, "5", "women.decision.g5.women-share-of-department-chief-posts")
        .asks(WOMEN_AMONG_DEPARTMENT_CHIEFS, rises(Qualifier::Gradually))
        .words("旗政府工作部门领导班子中女干部比例逐步提高，担任正职的女干部占同级正职干部的比例逐步提高")
        .pooled_over("government_department");
    /// At least one woman in the leadership of each township, in every year (W4-6).
    TOWNSHIP_LEADERSHIP = goal(4, "6", "women.decision.g6.women-in-township-leadership")
        .asks(WOMEN_IN_TOWNSHIP_LEADERSHIP, at_least(persons("1")))
        .words("苏木镇领导班子中应至少配备一名女干部")
        .kept()
        .for_every("township");
    /// At least one woman in a chief post of a township, in every year (W4-6).
    TOWNSHIP_CHIEFS = goal(4, "6", "women.decision.g6.women-in-township-chief-posts")
        .asks(WOMEN_IN_TOWNSHIP_CHIEF_POSTS, at_least(persons("1")))
        .words("苏木镇领导班子中应至少配备一名女干部，其中有一定数量的正职")
        .kept()
        .note(
            "“一定数量”按全部苏木镇合计至少一名计",
            "a certain number is read as at least one in the townships together",
        );
    /// Among members of village party organisations, the share of women rises gradually (W4-7).
    VILLAGE_PARTY_ORGANISATION = goal(4, "7", "women.decision.g7.women-share-of-village-party-organisation")
        .asks(WOMEN_AMONG_VILLAGE_PARTY_ORGANISATION, rises(Qualifier::Gradually))
        .words("嘎查村党组织成员、嘎查村党组织书记中女性比例逐步提高")
        .pooled_over("village");
    /// Among village party secretaries, the share of women rises gradually (W4-7).
    VILLAGE_PARTY_SECRETARIES = goal(4, "7", "women.decision.g7.women-share-of-village-party-secretaries")
        .asks(WOMEN_AMONG_VILLAGE_PARTY_SECRETARIES, rises(Qualifier::Gradually))
        .words("嘎查村党组织书记中女性比例逐步提高")
        .pooled_over("village");
    /// At least a third of each village assembly are women, at every election (W4-7).
    VILLAGE_ASSEMBLY = goal(4, "7", "women.decision.g7.women-share-of-village-assembly")
        .asks(WOMEN_IN_VILLAGE_ASSEMBLY, at_least_ratio(1, 3))
        .words("妇女村民代表应占村民代表会议组成人员的三分之一以上")
        .every_term()
        .for_every("village_assembly")
        .note(
            "恰为三分之一，逐个会议计：3×女性人数≥总人数",
            "exactly one third, for each assembly: 3 x women >= members",
        );
    /// Women on village committees: at least 30 per cent in every year, over all villages (W4-7).
    VILLAGE_COMMITTEE = goal(4, "7", "women.decision.g7.women-share-of-village-committee")
        .asks(WOMEN_AMONG_VILLAGE_COMMITTEE, at_least(percent("30")))
        .words("嘎查村委会成员中女性比例保持在30％以上")
        .kept()
        .pooled_over("village");
    /// Women who head a village committee: at least 10 per cent by 2030, over all villages (W4-7).
    VILLAGE_COMMITTEE_HEADS = goal(4, "7", "women.decision.g7.women-share-of-village-committee-heads")
        .asks(WOMEN_AMONG_VILLAGE_COMMITTEE_HEADS, at_least(percent("10")))
        .words("嘎查村委会主任中女性比例达到10%以上")
        .pooled_over("village");
    /// Among members of community party organisations, the share of women rises gradually (W4-8).
    COMMUNITY_PARTY_ORGANISATION = goal(4, "8", "women.decision.g8.women-share-of-community-party-organisation")
        .asks(WOMEN_AMONG_COMMUNITY_PARTY_ORGANISATION, rises(Qualifier::Gradually))
        .words("社区党组织成员、社区党组织书记中女性比例逐步提高")
        .pooled_over("community");
    /// Among community party secretaries, the share of women rises gradually (W4-8).
    COMMUNITY_PARTY_SECRETARIES = goal(4, "8", "women.decision.g8.women-share-of-community-party-secretaries")
        .asks(WOMEN_AMONG_COMMUNITY_PARTY_SECRETARIES, rises(Qualifier::Gradually))
        .words("社区党组织书记中女性比例逐步提高")
        .pooled_over("community");
    /// The share of women on residents' committees is watched: a reasonable structure has no number (W4-8).
    RESIDENTS_COMMITTEE = goal(4, "8", "women.decision.g8.women-share-of-residents-committee")
        .asks(WOMEN_AMONG_RESIDENTS_COMMITTEE, monitored())
        .words("社区居委会成员中女性比例保持合理结构")
        .kept()
        .pooled_over("community");
    /// Women who head a residents' committee: at least 40 per cent by 2030, over all communities (W4-8).
    RESIDENTS_COMMITTEE_HEADS = goal(4, "8", "women.decision.g8.women-share-of-residents-committee-heads")
        .asks(WOMEN_AMONG_RESIDENTS_COMMITTEE_HEADS, at_least(percent("40")))
        .words("社区居委会主任中女性比例达到40％以上")
        .pooled_over("community");
    /// In the leadership of public institutions, the share of women rises gradually (W4-9).
    INSTITUTION_LEADERSHIP = goal(4, "9", "women.decision.g9.women-share-of-public-institution-leadership")
        .asks(WOMEN_AMONG_INSTITUTION_LEADERSHIP, rises(Qualifier::Gradually))
        .words("各级各类事业单位领导班子成员中的女性比例逐步提高")
        .pooled_over("public_institution")
        .note(
            "各级各类单位合计；同句的结构合理没有数值",
            "institutions of every level and kind together; the reasonable structure beside it has no number",
        );
    /// On boards of state-owned enterprises, the share of women rises gradually (W4-10).
    STATE_ENTERPRISE_BOARDS = goal(4, "10", "women.decision.g10.women-share-of-state-enterprise-boards")
        .asks(WOMEN_ON_STATE_ENTERPRISE_BOARDS, rises(Qualifier::Gradually))
        .words("国有企业董事会、监事会成员及管理层中的女性比例逐步提高")
        .pooled_over("state_enterprise");
    /// On supervisory boards of state-owned enterprises, the share of women rises gradually (W4-10).
    STATE_ENTERPRISE_SUPERVISORY_BOARDS = goal(4, "10", "women.decision.g10.women-share-of-state-enterprise-supervisory-boards")
        .asks(WOMEN_ON_STATE_ENTERPRISE_SUPERVISORY_BOARDS, rises(Qualifier::Gradually))
        .words("国有企业董事会、监事会成员及管理层中的女性比例逐步提高")
        .pooled_over("state_enterprise");
    /// In the management of state-owned enterprises, the share of women rises gradually (W4-10).
    STATE_ENTERPRISE_MANAGEMENT = goal(4, "10", "women.decision.g10.women-share-of-state-enterprise-management")
        .asks(WOMEN_IN_STATE_ENTERPRISE_MANAGEMENT, rises(Qualifier::Gradually))
        .words("国有企业董事会、监事会成员及管理层中的女性比例逐步提高")
        .pooled_over("state_enterprise");
    /// In the workers' congresses, a share of women in proportion to that of the staff (W4-10).
    WORKERS_CONGRESS = goal(4, "10", "women.decision.g10.women-share-of-workers-congress")
        .asks(WOMEN_AMONG_WORKERS_CONGRESS_DELEGATES, in_proportion_to(WOMEN_AMONG_STAFF))
        .words("企事业单位职工代表大会中女性比例与女职工比例相适应")
        .kept()
        .pooled_over("workers_congress")
        .note(
            "企业与事业单位全部合计，按年度汇总数；容差是一项设置",
            "enterprises and institutions all together, by the yearly aggregate; the tolerance is a setting",
        );

    /// Participation in maternity insurance rises gradually (W5-2).
    MATERNITY_INSURED = goal(5, "2", "women.security.g2.maternity-insurance-participation-rate")
        .asks(MATERNITY_INSURANCE, rises(Qualifier::Gradually))
        .words("逐步提高生育保险参保率");
    /// Women in basic medical insurance: at least 95 per cent in every year (W5-3).
    MEDICAL_INSURED = goal(5, "3", "women.security.g3.female-basic-medical-insurance-participation-rate")
        .asks(FEMALE_MEDICAL_INSURANCE, at_least(percent("95")))
        .words("妇女基本医疗保险参保率稳定在95％以上")
        .kept();
    /// Women in basic pension insurance: at least 95 per cent by 2030 (W5-4).
    PENSION_INSURED = goal(5, "4", "women.security.g4.female-basic-pension-participation-rate")
        .asks(FEMALE_PENSION_INSURANCE, at_least(percent("95")))
        .words("妇女基本养老保险参保率提高到95％以上");
    /// Women's basic pensions as former employees rise steadily (W5-4).
    EMPLOYEE_PENSIONS = goal(5, "4", "women.security.g4.female-mean-employee-pension")
        .asks(FEMALE_MEAN_EMPLOYEE_PENSION, rises(Qualifier::Steadily))
        .words("妇女基本养老保险参保率提高到95％以上，待遇水平稳步提高")
        .note(
            "待遇水平按月人均养老金计；两项制度分别评价，合在一起的均值会随构成变动",
            "the level of benefits is read as the mean pension a month; the two schemes are judged apart, for a mixed mean moves with their weights",
        );
    /// Women's basic pensions as residents rise steadily (W5-4).
    RESIDENT_PENSIONS = goal(5, "4", "women.security.g4.female-mean-resident-pension")
        .asks(FEMALE_MEAN_RESIDENT_PENSION, rises(Qualifier::Steadily))
        .words("妇女基本养老保险参保率提高到95％以上，待遇水平稳步提高")
        .note(
            "待遇水平按月人均养老金计；两项制度分别评价，合在一起的均值会随构成变动",
            "the level of benefits is read as the mean pension a month; the two schemes are judged apart, for a mixed mean moves with their weights",
        );
    /// More women with unemployment insurance than in 2020 (W5-5).
    UNEMPLOYMENT_INSURED = goal(5, "5", "women.security.g5.female-unemployment-insurance-participants")
        .asks(FEMALE_UNEMPLOYMENT_INSURED, rises(Qualifier::Plain))
        .words("提高妇女失业保险和工伤保险参保人数");
    /// More women with work injury insurance than in 2020 (W5-5).
    WORK_INJURY_INSURED = goal(5, "5", "women.security.g5.female-work-injury-insurance-participants")
        .asks(FEMALE_WORK_INJURY_INSURED, rises(Qualifier::Plain))
        .words("提高妇女失业保险和工伤保险参保人数");

    /// Emissions of chemical oxygen demand fall in every period (W7-6).
    COD = goal(7, "6", "women.environment.g6.chemical-oxygen-demand-emissions")
        .asks(COD_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of ammonia nitrogen fall in every period (W7-6).
    AMMONIA = goal(7, "6", "women.environment.g6.ammonia-nitrogen-emissions")
        .asks(AMMONIA_NITROGEN_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of nitrogen oxides fall in every period (W7-6).
    NITROGEN_OXIDES = goal(7, "6", "women.environment.g6.nitrogen-oxide-emissions")
        .asks(NITROGEN_OXIDE_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Emissions of volatile organic compounds fall in every period (W7-6).
    VOCS = goal(7, "6", "women.environment.g6.voc-emissions")
        .asks(VOC_EMISSIONS, falls(Qualifier::Sustained))
        .words("主要污染物排放总量持续减少")
        .note(
            "规划未列污染物；取国家2021—2025年考核的四种，分别评价，四种都减少才算减少",
            "the plan names no pollutant; the four of the national assessment of 2021-2025 are judged one by one, and the goal is met when all fall",
        );
    /// Tap water in rural areas: at least 80 per cent by 2030 (W7-7).
    RURAL_TAP_WATER = goal(7, "7", "women.environment.g7.rural-tap-water-coverage")
        .asks(RURAL_TAP_WATER_COVERAGE, at_least(percent("80")))
        .words("农村牧区自来水普及率达到80％");
    /// More of the towns' drinking water sources are up to standard (W7-7).
    URBAN_DRINKING_WATER = goal(7, "7", "women.environment.g7.urban-drinking-water-source-quality-compliance-rate")
        .asks(URBAN_WATER_SOURCE_COMPLIANCE, rises(Qualifier::Plain))
        .words("提升城市集中式饮用水水质")
        .note(
            "“水质”按通行统计的集中式饮用水水源水质达标率计",
            "water quality is read as the usual statistic, the compliance rate of centralised drinking water sources",
        );
    /// Sanitary toilets in rural areas spread steadily (W7-8).
    RURAL_SANITARY_TOILETS = goal(7, "8", "women.environment.g8.rural-sanitary-toilet-coverage")
        .asks(RURAL_SANITARY_TOILET_COVERAGE, rises(Qualifier::Steadily))
        .words("稳步提高农村牧区卫生厕所普及率");
    /// Public toilets with places for women and men up to the standard are watched: what is needed has no number (W7-8).
    TOILET_PLACES = goal(7, "8", "women.environment.g8.urban-toilet-places-compliance-rate")
        .asks(TOILET_PLACES_COMPLIANCE, monitored())
        .words("城镇公共厕所男女厕位比例标准化建设与实际需求相适应")
        .note(
            "按本领域策略措施9所称的达标率监测；“相适应”没有方向，不评价",
            "watched as the rate of compliance that strategy measure 9 of the domain names; 相适应 gives no direction, so there is no verdict",
        );
}
