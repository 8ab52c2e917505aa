//! Indicators of the women's plan, in printed order.

use crate::plan::Between;
use crate::plan::hangjin::card::*;

indicators! {
    /// 妇女人均预期寿命: years a girl born now may expect to live; a life table by sex needs the census.
    FEMALE_LIFE_EXPECTANCY: Years = amount("female-life-expectancy", "妇女人均预期寿命", "female life expectancy at birth").at_census().of_women();
    /// 妇女人均健康预期寿命: years of life expected in good health; taken with the health services survey, every five years.
    FEMALE_HEALTHY_LIFE_EXPECTANCY: Years = amount("female-healthy-life-expectancy", "妇女人均健康预期寿命", "female healthy life expectancy").every(5).of_women();
    /// 孕产妇系统管理率: mothers under systematic care over live births; may pass 100％.
    MATERNAL_SYSTEMATIC_MANAGEMENT: Percent = amount("maternal-systematic-management-rate", "孕产妇系统管理率", "systematic maternal care rate");
    /// 孕产妇死亡率: maternal deaths in the year over live births of the year.
    MATERNAL_MORTALITY_RATIO: Per100k = events("maternal-mortality-ratio", "孕产妇死亡率", "maternal mortality ratio");
    /// 孕产妇死亡率城乡差距: the absolute difference between town and country.
    MATERNAL_MORTALITY_URBAN_RURAL_GAP: Per100k = difference("maternal-mortality-ratio.urban-rural-gap", "孕产妇死亡率城乡差距", "urban-rural gap in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::UrbanRural);
    /// 孕产妇死亡率区域差距: the highest less the lowest of the townships.
    MATERNAL_MORTALITY_REGIONAL_GAP: Per100k = difference("maternal-mortality-ratio.regional-gap", "孕产妇死亡率区域差距", "gap between townships in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::Units).between_units("township");
    /// 剖宫产率: live births by caesarean section over all live births.
    CAESAREAN_SECTION_RATE: Percent = share("caesarean-section-rate", "剖宫产率", "caesarean section rate");
    /// 助产机构产床与助产士的比例: midwives for each delivery bed; a cell `1：3` names the beds first.
    MIDWIVES_PER_DELIVERY_BED: Quotient = amount("midwives-per-delivery-bed", "助产机构产床与助产士的比例", "midwives per delivery bed").colon_inverted();
    /// 妇女宫颈癌和乳腺癌防治知识知晓率: women who know how both cancers are prevented and treated over women asked.
    CANCER_PREVENTION_AWARENESS: Percent = share("cervical-and-breast-cancer-awareness-rate", "妇女宫颈癌和乳腺癌防治知识知晓率", "awareness of cervical and breast cancer prevention").of_women();
    /// 适龄妇女宫颈癌人群筛查率: women screened for cervical cancer over women of the age group.
    CERVICAL_CANCER_SCREENING: Percent = share("cervical-cancer-screening-rate", "适龄妇女宫颈癌人群筛查率", "cervical cancer screening rate").of_women();
    /// 适龄妇女乳腺癌人群筛查率: women screened for breast cancer over women of the age group.
    BREAST_CANCER_SCREENING: Percent = share("breast-cancer-screening-rate", "适龄妇女乳腺癌人群筛查率", "breast cancer screening rate").of_women();
    /// 农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率: women the programme offers screening to over its target population; not those screened.
    RURAL_CANCER_SCREENING_COVERAGE: Percent = share("rural-cancer-screening-programme-coverage", "农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率", "rural coverage of the cervical and breast cancer screening programme").of_the_country();
    /// 宫颈癌患者治疗率: patients treated over patients diagnosed.
    CERVICAL_CANCER_TREATMENT: Percent = share("cervical-cancer-treatment-rate", "宫颈癌患者治疗率", "cervical cancer treatment rate").of_women();
    /// 非意愿妊娠例数: pregnancies that were not wanted.
    UNINTENDED_PREGNANCIES: Count = amount("unintended-pregnancies", "非意愿妊娠例数", "unintended pregnancies");
    /// 人工流产率: induced abortions over women aged 15 to 49.
    INDUCED_ABORTION_RATE: PerMille = events("induced-abortion-rate", "人工流产率", "induced abortion rate");
    /// 孕产妇艾滋病检测率: women in childbirth tested for HIV over women in childbirth.
    MATERNAL_HIV_TESTING: Percent = share("maternal-hiv-testing-rate", "孕产妇艾滋病检测率", "maternal HIV testing rate");
    /// 孕产妇梅毒检测率: women in childbirth tested for syphilis over women in childbirth.
    MATERNAL_SYPHILIS_TESTING: Percent = share("maternal-syphilis-testing-rate", "孕产妇梅毒检测率", "maternal syphilis testing rate");
    /// 孕产妇乙肝检测率: women in childbirth tested for hepatitis B over women in childbirth.
    MATERNAL_HEPATITIS_B_TESTING: Percent = share("maternal-hepatitis-b-testing-rate", "孕产妇乙肝检测率", "maternal hepatitis B testing rate");
    /// 艾滋病孕产妇感染者治疗率: infected women treated over women in childbirth with HIV.
    MATERNAL_HIV_TREATMENT: Percent = share("maternal-hiv-treatment-rate", "艾滋病孕产妇感染者治疗率", "treatment rate of mothers with HIV");
    /// 梅毒孕产妇感染者治疗率: infected women treated over women in childbirth with syphilis.
    MATERNAL_SYPHILIS_TREATMENT: Percent = share("maternal-syphilis-treatment-rate", "梅毒孕产妇感染者治疗率", "treatment rate of mothers with syphilis");
    /// 艾滋病母婴传播率: children infected with HIV over children of mothers with HIV.
    HIV_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hiv-mother-to-child-transmission-rate", "艾滋病母婴传播率", "mother-to-child transmission rate of HIV");
    /// 梅毒母婴传播率: children infected with syphilis over children of mothers with syphilis.
    SYPHILIS_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("syphilis-mother-to-child-transmission-rate", "梅毒母婴传播率", "mother-to-child transmission rate of syphilis");
    /// 乙肝母婴传播率: children infected with hepatitis B over children of mothers with hepatitis B.
    HEPATITIS_B_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hepatitis-b-mother-to-child-transmission-rate", "乙肝母婴传播率", "mother-to-child transmission rate of hepatitis B");
    /// 妇女心理健康素养水平: women who reach the score of mental health literacy over women surveyed, every five years.
    FEMALE_MENTAL_HEALTH_LITERACY: Percent = share("female-mental-health-literacy-rate", "妇女心理健康素养水平", "women with mental health literacy").every(5).of_women();
    /// 妇女焦虑障碍患病率: women with an anxiety disorder over women surveyed, every five years.
    FEMALE_ANXIETY_DISORDERS: Percent = share("female-anxiety-disorder-prevalence", "妇女焦虑障碍患病率", "prevalence of anxiety disorders among women").every(5).of_women();
    /// 妇女抑郁症患病率: women with depression over women surveyed, every five years.
    FEMALE_DEPRESSION: Percent = share("female-depression-prevalence", "妇女抑郁症患病率", "prevalence of depression among women").every(5).of_women();
    /// 妇女健康素养水平: women who reach the score of health literacy over women surveyed.
    FEMALE_HEALTH_LITERACY: Percent = share("female-health-literacy-rate", "妇女健康素养水平", "women with health literacy").of_women();
    /// 妇女营养知识素养水平: women who reach the score of nutrition literacy over women surveyed, every five years.
    FEMALE_NUTRITION_LITERACY: Percent = share("female-nutrition-literacy-rate", "妇女营养知识素养水平", "women with nutrition literacy").every(5).of_women();
    /// 孕产妇贫血患病率: women with anaemia over pregnant women and new mothers examined.
    MATERNAL_ANAEMIA: Percent = share("maternal-anaemia-prevalence", "孕产妇贫血患病率", "prevalence of anaemia in pregnancy and after birth");
    /// 妇女经常参加体育锻炼的人数比例: women who exercise regularly over women surveyed, every five years.
    WOMEN_EXERCISING_REGULARLY: Percent = share("women-exercising-regularly-share", "妇女经常参加体育锻炼的人数比例", "women who exercise regularly").every(5).of_women();
    /// 妇女体质测定标准合格比例: women who pass the national fitness standard over women tested, every five years.
    WOMEN_PASSING_FITNESS_STANDARD: Percent = share("women-fitness-standard-pass-rate", "妇女体质测定标准合格比例", "women who pass the national fitness standard").every(5).of_women();
    /// 标准化妇幼保健机构数: maternal and child health institutions built to the standard.
    STANDARD_MATERNAL_CHILD_HEALTH_INSTITUTIONS: Count = amount("standard-maternal-child-health-institutions", "标准化妇幼保健机构数", "maternal and child health institutions up to standard");
    /// 危重孕产妇救治中心数: centres that rescue mothers in critical condition.
    CRITICAL_MATERNAL_RESCUE_CENTRES: Count = amount("critical-maternal-rescue-centres", "危重孕产妇救治中心数", "rescue centres for critically ill mothers");
    /// 学校健康教育开课率: schools that teach health over all schools.
    SCHOOL_HEALTH_EDUCATION: Percent = share("school-health-education-rate", "学校健康教育开课率", "schools that teach health education").every_school_year();
    /// 旗级全民健身中心数: fitness centres of the banner.
    BANNER_FITNESS_CENTRES: Count = amount("banner-fitness-centres", "旗级全民健身中心数", "public fitness centres of the banner");
    /// 苏木镇多功能健身馆覆盖率: townships with a fitness hall over all townships.
    TOWNSHIP_FITNESS_HALL_COVERAGE: Percent = share("township-fitness-hall-coverage", "苏木镇多功能健身馆覆盖率", "townships with a multi-purpose fitness hall");
    /// 嘎查村全民健身运动站覆盖率: villages with a fitness station over all villages.
    VILLAGE_FITNESS_STATION_COVERAGE: Percent = share("village-fitness-station-coverage", "嘎查村全民健身运动站覆盖率", "villages with a public fitness station");
    /// 社区健身中心覆盖率: communities with a fitness centre over all communities.
    COMMUNITY_FITNESS_CENTRE_COVERAGE: Percent = share("community-fitness-centre-coverage", "社区健身中心覆盖率", "communities with a fitness centre");
    /// 城市社区健身圈时长: minutes from home to a place for exercise.
    FITNESS_CIRCLE_MINUTES: Minutes = amount("urban-fitness-circle-minutes", "城市社区健身圈到达时间", "minutes to a fitness facility in urban communities").of_towns();
    /// 体育公园数: sports parks.
    SPORTS_PARKS: Count = amount("sports-parks", "体育公园数", "sports parks");

    /// 公民科学素质水平: adults who reach the score of scientific literacy over adults surveyed, every five years.
    SCIENTIFIC_LITERACY: Percent = share("scientific-literacy-rate", "公民具备科学素质的比例", "adults with scientific literacy").every(5);
    /// 男女两性科学素质水平差距: the absolute difference between men and women.
    SCIENTIFIC_LITERACY_SEX_GAP: PercentagePoints = difference("scientific-literacy-rate.sex-gap", "男女两性科学素质水平差距", "sex gap in scientific literacy", SCIENTIFIC_LITERACY, Between::Sexes).every(5);
    /// 女性青壮年文盲率: women who cannot read over women of the young and middle-aged group; only the census asks everybody.
    YOUNG_FEMALE_ILLITERACY: Percent = share("young-female-illiteracy-rate", "女性青壮年文盲率", "illiteracy among young and middle-aged women").at_census().of_women();
    /// 女性平均受教育年限: mean years of schooling of women; only the census asks everybody.
    FEMALE_YEARS_OF_SCHOOLING: SchoolYears = amount("female-mean-years-of-schooling", "女性平均受教育年限", "women's mean years of schooling").at_census().of_women();
    /// 辍学女童人数: girls who left compulsory education in the school year.
    GIRLS_DROPPING_OUT: Persons = amount("girls-dropping-out", "义务教育阶段辍学女童人数", "girls who drop out of compulsory education").every_school_year().of_women();
    /// 新增女性青壮年文盲人数: women newly counted as illiterate in the year.
    NEW_YOUNG_FEMALE_ILLITERATES: Persons = amount("new-young-female-illiterates", "新增女性青壮年文盲人数", "women newly illiterate in young and middle age").of_women();
    /// 校本性教育课程课时比例: class hours kept free for a school's own sex education over the hours of the courses that carry it.
    SEX_EDUCATION_HOURS_SHARE: Percent = share("school-based-sex-education-hours-share", "中小学性教育校本课程课时比例", "class hours set aside for school-based sex education").every_school_year();
    /// 小学三至六年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    PRIMARY_MENTAL_HEALTH_HOURS: ClassHours = amount("primary-mental-health-class-hours", "小学三至六年级心理健康教育课时", "mental health class hours, primary grades 3 to 6").every_school_year();
    /// 中学各年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    SECONDARY_MENTAL_HEALTH_HOURS: ClassHours = amount("secondary-mental-health-class-hours", "中学各年级心理健康教育课时", "mental health class hours, every secondary grade").every_school_year();

    /// 就业人员中的女性比例: women over all employed persons.
    WOMEN_AMONG_EMPLOYED: Percent = share("women-share-of-employed", "就业人员中的女性比例", "women among employed persons").of_women();
    /// 城镇单位就业人员中的女性比例: women over persons employed by urban units.
    WOMEN_AMONG_URBAN_UNIT_EMPLOYED: Percent = share("women-share-of-urban-unit-employed", "城镇单位就业人员中的女性比例", "women among persons employed in urban units").of_women();
    /// 高级专业技术人员中的女性比例: women over senior professional and technical staff.
    WOMEN_AMONG_SENIOR_PROFESSIONALS: Percent = share("women-share-of-senior-professionals", "高级专业技术人员中的女性比例", "women among senior professionals").of_women();
    /// 人均劳动收入: mean earnings in the year, for women and for men.
    MEAN_EARNINGS: Yuan = amount("mean-earnings", "人均劳动收入", "mean earnings");
    /// 男女收入差距: the larger mean over the smaller.
    EARNINGS_SEX_GAP: Quotient = larger_over_smaller("mean-earnings.sex-gap", "男女收入差距", "sex gap in earnings", MEAN_EARNINGS, Between::Sexes);
    /// 女职工职业病发病率: new cases of occupational disease among women over women employed.
    FEMALE_OCCUPATIONAL_DISEASE: Per100k = events("female-occupational-disease-incidence", "女职工职业病发病率", "incidence of occupational disease among women workers").of_women();
    /// 农村牧区低收入妇女人均收入: mean yearly income of the women on the list of low-income households.
    RURAL_LOW_INCOME_WOMEN_INCOME: Yuan = amount("rural-low-income-women-mean-income", "农村牧区低收入妇女人均收入", "mean income of low-income women in the country").of_the_country();
    /// 用人单位母婴设施建成率: employers with a room for mothers and infants over employers that have to have one.
    WORKPLACE_MOTHER_INFANT_FACILITIES: Percent = share("workplace-mother-infant-facility-coverage", "用人单位母婴设施建成率", "employers with facilities for mothers and infants");

    /// 中国共产党党员总数中的女性比例: women over party members.
    WOMEN_AMONG_PARTY_MEMBERS: Percent = share("women-share-of-party-members", "中国共产党党员总数中的女性比例", "women among party members").of_women();
    /// 党员代表大会中女党员代表比例: women over delegates of a party congress.
    WOMEN_AMONG_PARTY_CONGRESS_DELEGATES: Percent = share("women-share-of-party-congress-delegates", "党员代表大会中女党员代表比例", "women among delegates to party congresses").every_term().of_women();
    /// 人大代表中的女性比例: women over deputies of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_DEPUTIES: Percent = share("women-share-of-peoples-congress-deputies", "人大代表中的女性比例", "women among people's congress deputies").every_term().of_women();
    /// 人大常委会组成人员中的女性比例: women over members of the standing committee of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_COMMITTEE: Percent = share("women-share-of-peoples-congress-committee", "人大常委会组成人员中的女性比例", "women on people's congress standing committees").every_term().of_women();
    /// 政协委员中的女性比例: women over members of a political consultative conference.
    WOMEN_AMONG_CPPCC_MEMBERS: Percent = share("women-share-of-cppcc-members", "政协委员中的女性比例", "women among CPPCC members").every_term().of_women();
    /// 政协常委中的女性比例: women over members of the standing committee of a political consultative conference.
    WOMEN_AMONG_CPPCC_COMMITTEE: Percent = share("women-share-of-cppcc-committee", "政协常委中的女性比例", "women on CPPCC standing committees").every_term().of_women();
    /// 旗政府领导班子女干部人数: women in the leading group of the banner's government.
    WOMEN_IN_BANNER_LEADERSHIP: Persons = amount("women-in-banner-government-leadership", "旗政府领导班子女干部人数", "women in the banner government's leadership").of_women();
    /// 旗级正职干部中的女性比例: women over holders of chief posts at the banner's level.
    WOMEN_AMONG_BANNER_CHIEFS: Percent = share("women-share-of-banner-chief-posts", "旗级正职干部中的女性比例", "women among chief posts at banner level").of_women();
    /// 旗政府工作部门领导班子中女干部比例: women over members of the leading groups of the government's departments.
    WOMEN_AMONG_DEPARTMENT_LEADERSHIP: Percent = share("women-share-of-department-leadership", "旗政府工作部门领导班子中女干部比例", "women in the leadership of government departments").of_women();
    /// 旗政府工作部门正职干部中的女性比例: women over heads of the government's departments.
    WOMEN_AMONG_DEPARTMENT_CHIEFS: Percent = share("women-share-of-department-chief-posts", "旗政府工作部门正职干部中的女性比例", "women among heads of government departments").of_women();
    /// 苏木镇领导班子女干部人数: women in the leading group of a township.
    WOMEN_IN_TOWNSHIP_LEADERSHIP: Persons = amount("women-in-township-leadership", "苏木镇领导班子女干部人数", "women in township leadership").of_women();
    /// 苏木镇领导班子女性正职人数: women who hold a chief post in a township.
    WOMEN_IN_TOWNSHIP_CHIEF_POSTS: Persons = amount("women-in-township-chief-posts", "苏木镇领导班子女性正职人数", "women in chief posts of townships").of_women();
    /// 嘎查村党组织成员中女性比例: women over members of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_ORGANISATION: Percent = share("women-share-of-village-party-organisation", "嘎查村党组织成员中女性比例", "women among members of village party organisations").every_term().of_women();
    /// 嘎查村党组织书记中女性比例: women over secretaries of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_SECRETARIES: Percent = share("women-share-of-village-party-secretaries", "嘎查村党组织书记中女性比例", "women among village party secretaries").every_term().of_women();
    /// 村民代表会议组成人员中妇女村民代表比例: women over members of a village assembly.
    WOMEN_IN_VILLAGE_ASSEMBLY: Percent = share("women-share-of-village-assembly", "村民代表会议组成人员中妇女村民代表比例", "women in village assemblies").every_term().of_women();
    /// 嘎查村委会成员中女性比例: women over members of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE: Percent = share("women-share-of-village-committee", "嘎查村委会成员中女性比例", "women among village committee members").every_term().of_women();
    /// 嘎查村委会主任中女性比例: women over heads of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE_HEADS: Percent = share("women-share-of-village-committee-heads", "嘎查村委会主任中女性比例", "women among village committee heads").every_term().of_women();
    /// 社区党组织成员中女性比例: women over members of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_ORGANISATION: Percent = share("women-share-of-community-party-organisation", "社区党组织成员中女性比例", "women among members of community party organisations").every_term().of_women();
    /// 社区党组织书记中女性比例: women over secretaries of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_SECRETARIES: Percent = share("women-share-of-community-party-secretaries", "社区党组织书记中女性比例", "women among community party secretaries").every_term().of_women();
    /// 社区居委会成员中女性比例: women over members of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE: Percent = share("women-share-of-residents-committee", "社区居委会成员中女性比例", "women among residents' committee members").every_term().of_women();
    /// 社区居委会主任中女性比例: women over heads of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE_HEADS: Percent = share("women-share-of-residents-committee-heads", "社区居委会主任中女性比例", "women among residents' committee heads").every_term().of_women();
    /// 事业单位领导班子成员中的女性比例: women over members of the leading groups of public institutions.
    WOMEN_AMONG_INSTITUTION_LEADERSHIP: Percent = share("women-share-of-public-institution-leadership", "事业单位领导班子成员中的女性比例", "women in the leadership of public institutions").of_women();
    /// 国有企业董事会成员中的女性比例: women over members of the boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_BOARDS: Percent = share("women-share-of-state-enterprise-boards", "国有企业董事会成员中的女性比例", "women on boards of state-owned enterprises").of_women();
    /// 国有企业监事会成员中的女性比例: women over members of the supervisory boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_SUPERVISORY_BOARDS: Percent = share("women-share-of-state-enterprise-supervisory-boards", "国有企业监事会成员中的女性比例", "women on supervisory boards of state-owned enterprises").of_women();
    /// 国有企业管理层中的女性比例: women over managers of state-owned enterprises.
    WOMEN_IN_STATE_ENTERPRISE_MANAGEMENT: Percent = share("women-share-of-state-enterprise-management", "国有企业管理层中的女性比例", "women in the management of state-owned enterprises").of_women();
    /// 企事业单位职工代表大会中女性比例: women over delegates of a workers' congress.
    WOMEN_AMONG_WORKERS_CONGRESS_DELEGATES: Percent = share("women-share-of-workers-congress", "企事业单位职工代表大会中女性比例", "women among delegates to workers' congresses").every_term().of_women();
    /// 企事业单位女职工比例: women over the staff for whom a workers' congress speaks.
    WOMEN_AMONG_STAFF: Percent = share("women-share-of-staff", "企事业单位女职工比例", "women among staff of enterprises and institutions").of_women();
    /// 城乡社区妇女议事会覆盖率: villages and communities with a women's council over all villages and communities.
    WOMENS_COUNCIL_COVERAGE: Percent = share("womens-council-coverage", "城乡社区妇女议事会覆盖率", "villages and communities with a women's council");
    /// 人大代表候选人中的女性人数: women put up as candidates for a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_CANDIDATES: Persons = amount("women-among-peoples-congress-candidates", "人大代表候选人中的女性人数", "women among candidates for people's congresses").every_term().of_women();
    /// 政协委员建议名单中的女性比例: women over persons proposed for a political consultative conference.
    WOMEN_AMONG_CPPCC_NOMINEES: Percent = share("women-share-of-cppcc-nominees", "政协委员建议名单中的女性比例", "women among nominees for the CPPCC").every_term().of_women();
    /// 优秀年轻干部队伍中女干部比例: women over outstanding young cadres.
    WOMEN_AMONG_YOUNG_CADRES: Percent = share("women-share-of-young-cadres", "优秀年轻干部队伍中女干部比例", "women among outstanding young cadres").of_women();
    /// 女干部选拔配备到位率: posts held by women over posts that the rules on women cadres reserve for them.
    WOMEN_CADRE_POSTS_FILLED: Percent = share("women-cadre-posts-filled-rate", "女干部选拔配备到位率", "posts due to women cadres that are filled").of_women();
    /// 事业单位决策管理人员中的女性比例: women over those who take part in decisions and management in public institutions.
    WOMEN_AMONG_INSTITUTION_DECISION_MAKERS: Percent = share("women-share-of-public-institution-decision-makers", "事业单位决策管理人员中的女性比例", "women in the decision-making of public institutions").of_women();
    /// 事业单位女职工比例: women over the staff of public institutions.
    WOMEN_AMONG_INSTITUTION_STAFF: Percent = share("women-share-of-public-institution-staff", "事业单位女职工比例", "women among staff of public institutions").of_women();

    /// 生育保险参保率: insured persons over persons to be insured, as counted by the insurance office; may pass 100％.
    MATERNITY_INSURANCE: Percent = amount("maternity-insurance-participation-rate", "生育保险参保率", "maternity insurance participation rate");
    /// 妇女基本医疗保险参保率: insured women over resident women; may pass 100％.
    FEMALE_MEDICAL_INSURANCE: Percent = amount("female-basic-medical-insurance-participation-rate", "妇女基本医疗保险参保率", "women's participation in basic medical insurance").of_women();
    /// 妇女基本养老保险参保率: insured women over women to be insured; may pass 100％.
    FEMALE_PENSION_INSURANCE: Percent = amount("female-basic-pension-participation-rate", "妇女基本养老保险参保率", "women's participation in basic pension insurance").of_women();
    /// 妇女人均基本养老金: mean basic pension a month of the women who draw one.
    FEMALE_MEAN_BASIC_PENSION: Yuan = amount("female-mean-basic-pension", "妇女人均月基本养老金", "women's mean basic pension a month").of_women();
    /// 妇女失业保险参保人数: women insured against unemployment.
    FEMALE_UNEMPLOYMENT_INSURED: Persons = amount("female-unemployment-insurance-participants", "妇女失业保险参保人数", "women with unemployment insurance").of_women();
    /// 妇女工伤保险参保人数: women insured against work injury.
    FEMALE_WORK_INJURY_INSURED: Persons = amount("female-work-injury-insurance-participants", "妇女工伤保险参保人数", "women with work injury insurance").of_women();
    /// 灵活就业和新业态就业女性参保率: women so employed who hold the insurance due to them over women so employed.
    FLEXIBLY_EMPLOYED_WOMEN_INSURED: Percent = share("flexibly-employed-women-insurance-coverage", "灵活就业、新业态就业女性应保尽保率", "social insurance coverage of women in flexible and new forms of work").of_women();
    /// 符合条件妇女最低生活保障覆盖率: women on the minimum living allowance over women entitled to it.
    FEMALE_LIVING_ALLOWANCE_COVERAGE: Percent = share("female-minimum-living-allowance-coverage", "符合条件妇女最低生活保障覆盖率", "entitled women who receive the minimum living allowance").of_women();
    /// 符合条件妇女特困人员救助供养覆盖率: women kept as persons in extreme hardship over women entitled to it.
    FEMALE_HARDSHIP_SUPPORT_COVERAGE: Percent = share("female-extreme-hardship-support-coverage", "符合条件妇女特困人员救助供养覆盖率", "entitled women who receive extreme-hardship support").of_women();
    /// 符合条件妇女临时救助覆盖率: women given temporary relief over women entitled to it.
    FEMALE_TEMPORARY_RELIEF_COVERAGE: Percent = share("female-temporary-relief-coverage", "符合条件妇女临时救助覆盖率", "entitled women who receive temporary relief").of_women();
    /// 农村牧区留守妇女信息台账数: registers of left-behind women that a township keeps.
    LEFT_BEHIND_WOMEN_REGISTERS: Count = amount("left-behind-women-registers", "农村牧区留守妇女信息台账数", "registers of left-behind women").of_the_country();

    /// 城市社区综合服务设施覆盖率: urban communities with a general service facility over all urban communities.
    URBAN_COMMUNITY_SERVICE_FACILITIES: Percent = share("urban-community-service-facility-coverage", "城市社区综合服务设施覆盖率", "urban communities with a general service facility").of_towns();

    /// 城市集中式饮用水水质达标率: samples of the towns' centrally supplied drinking water up to standard over samples tested.
    URBAN_DRINKING_WATER_COMPLIANCE: Percent = share("urban-drinking-water-quality-compliance-rate", "城市集中式饮用水水质达标率", "quality compliance rate of the towns' central drinking water").of_towns();
    /// 城镇公共厕所男女厕位比例: places for women for each place for men; a cell `2：3` names the men's first.
    TOILET_PLACES_WOMEN_PER_MAN: Quotient = amount("urban-toilet-places-women-per-man", "城镇公共厕所男女厕位比例", "public toilet places for women per place for men").of_towns().colon_inverted();
    /// 大气污染物总量减排量: tonnes of air pollutants less than the assessment counts from.
    AIR_POLLUTANT_REDUCTION: Tonnes = amount("air-pollutant-reduction", "大气污染物总量减排量", "reduction of total air pollutant emissions");
    /// 空气优良率: days with good or fair air over days measured.
    GOOD_AIR_DAYS: Percent = share("good-air-quality-rate", "空气优良率", "days with good or fair air quality");
}
