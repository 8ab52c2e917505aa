//! Indicators of the women's plan, in printed order.

use crate::plan::Between;
use crate::plan::hangjin::card::*;

indicators! {
    /// 妇女人均预期寿命: years a girl born now may expect to live; a life table by sex needs the census.
    FEMALE_LIFE_EXPECTANCY: Years = amount("female-life-expectancy", "妇女人均预期寿命", "female life expectancy at birth").at_census().of_women();
    /// 妇女人均健康预期寿命: years of life expected in good health; taken with the health services survey, every five years.
    FEMALE_HEALTHY_LIFE_EXPECTANCY: Years = amount("female-healthy-life-expectancy", "妇女人均健康预期寿命", "female healthy life expectancy").every(5).of_women();
    /// 孕产妇系统管理率: mothers under systematic care over live births; may pass 100％.
    MATERNAL_SYSTEMATIC_MANAGEMENT: Percent = amount("maternal-systematic-management-rate", "孕产妇系统管理率", "systematic maternal management rate");
    /// 孕产妇死亡率: maternal deaths in the year over live births of the year.
    MATERNAL_MORTALITY_RATIO: Per100k = events("maternal-mortality-ratio", "孕产妇死亡率", "maternal mortality ratio");
    /// 孕产妇死亡率城乡差距: the absolute difference between urban and rural areas.
    MATERNAL_MORTALITY_URBAN_RURAL_GAP: Per100k = difference("maternal-mortality-ratio.urban-rural-gap", "孕产妇死亡率城乡差距", "urban-rural gap in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::UrbanRural);
    /// 孕产妇死亡率区域差距: the highest less the lowest of the townships.
    MATERNAL_MORTALITY_REGIONAL_GAP: Per100k = difference("maternal-mortality-ratio.regional-gap", "孕产妇死亡率区域差距", "gap between townships in the maternal mortality ratio", MATERNAL_MORTALITY_RATIO, Between::Units).between_units("township");
    /// 剖宫产率: live births by caesarean section over all live births.
    CAESAREAN_SECTION_RATE: Percent = share("caesarean-section-rate", "剖宫产率", "caesarean section rate");
    /// 助产机构产床与助产士的比例: midwives for each delivery bed; a cell `1：3` names the beds first.
    MIDWIVES_PER_DELIVERY_BED: Quotient = amount("midwives-per-delivery-bed", "助产机构产床与助产士的比例", "midwives per delivery bed").colon_inverted();
    /// 妇女宫颈癌和乳腺癌防治知识知晓率: women who know how both cancers are prevented and treated over women asked.
    CANCER_PREVENTION_AWARENESS: Percent = share("cervical-and-breast-cancer-awareness-rate", "妇女宫颈癌和乳腺癌防治知识知晓率", "awareness of cervical and breast cancer prevention and treatment among women").of_women();
    /// 适龄妇女宫颈癌人群筛查率: women screened for cervical cancer over women of the age group.
    CERVICAL_CANCER_SCREENING: Percent = share("cervical-cancer-screening-rate", "适龄妇女宫颈癌人群筛查率", "cervical cancer screening rate").of_women();
    /// 适龄妇女乳腺癌人群筛查率: women screened for breast cancer over women of the age group.
    BREAST_CANCER_SCREENING: Percent = share("breast-cancer-screening-rate", "适龄妇女乳腺癌人群筛查率", "breast cancer screening rate").of_women();
    /// 农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率: women the programme offers screening to over its target population; not those screened.
    RURAL_CANCER_SCREENING_COVERAGE: Percent = share("rural-cancer-screening-programme-coverage", "农村牧区适龄妇女宫颈癌和乳腺癌筛查目标人群覆盖率", "rural coverage of the cervical and breast cancer screening programme").of_rural_areas();
    /// 宫颈癌患者治疗率: patients treated over patients diagnosed.
    CERVICAL_CANCER_TREATMENT: Percent = share("cervical-cancer-treatment-rate", "宫颈癌患者治疗率", "cervical cancer treatment rate").of_women();
    /// 宫颈癌早诊早治率: cervical cancers and their forerunners found and treated early over those found.
    CERVICAL_CANCER_EARLY_CARE: Percent = share("cervical-cancer-early-diagnosis-and-treatment-rate", "宫颈癌早诊早治率", "cervical cancer early diagnosis and treatment rate").of_women();
    /// 乳腺癌早诊早治率: breast cancers found and treated early over those found.
    BREAST_CANCER_EARLY_CARE: Percent = share("breast-cancer-early-diagnosis-and-treatment-rate", "乳腺癌早诊早治率", "breast cancer early diagnosis and treatment rate").of_women();
    /// 宫颈癌死亡率: deaths from cervical cancer over women.
    CERVICAL_CANCER_MORTALITY: Per100k = events("cervical-cancer-mortality-rate", "宫颈癌死亡率", "cervical cancer mortality rate").of_women();
    /// 乳腺癌死亡率: deaths of women from breast cancer over women.
    BREAST_CANCER_MORTALITY: Per100k = events("breast-cancer-mortality-rate", "妇女乳腺癌死亡率", "breast cancer mortality rate among women").of_women();
    /// 13—18周岁女性宫颈癌疫苗接种率: girls of 13 to 18 vaccinated against HPV over girls of that age.
    HPV_VACCINATION: Percent = share("hpv-vaccination-coverage-13-18", "13—18周岁女性宫颈癌疫苗接种率", "HPV vaccination coverage among girls aged 13-18").of_women();
    /// 非意愿妊娠率: pregnancies that were not wanted over women aged 15 to 49.
    UNINTENDED_PREGNANCY_RATE: PerMille = events("unintended-pregnancy-rate", "非意愿妊娠率", "unintended pregnancy rate");
    /// 人工流产率: induced abortions over women aged 15 to 49.
    INDUCED_ABORTION_RATE: PerMille = events("induced-abortion-rate", "人工流产率", "induced abortion rate");
    /// 孕产妇艾滋病检测率: women in childbirth tested for HIV over women in childbirth.
    MATERNAL_HIV_TESTING: Percent = share("maternal-hiv-testing-rate", "孕产妇艾滋病检测率", "maternal HIV testing rate");
    /// 孕产妇梅毒检测率: women in childbirth tested for syphilis over women in childbirth.
    MATERNAL_SYPHILIS_TESTING: Percent = share("maternal-syphilis-testing-rate", "孕产妇梅毒检测率", "maternal syphilis testing rate");
    /// 孕产妇乙肝检测率: women in childbirth tested for hepatitis B over women in childbirth.
    MATERNAL_HEPATITIS_B_TESTING: Percent = share("maternal-hepatitis-b-testing-rate", "孕产妇乙肝检测率", "maternal hepatitis B testing rate");
    /// 孕早期艾滋病检测率: women in childbirth tested for HIV in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_HIV_TESTING: Percent = share("early-pregnancy-hiv-testing-rate", "孕早期艾滋病检测率", "early-pregnancy HIV testing rate");
    /// 孕早期梅毒检测率: women in childbirth tested for syphilis in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_SYPHILIS_TESTING: Percent = share("early-pregnancy-syphilis-testing-rate", "孕早期梅毒检测率", "early-pregnancy syphilis testing rate");
    /// 孕早期乙肝检测率: women in childbirth tested for hepatitis B in early pregnancy over women in childbirth.
    EARLY_PREGNANCY_HEPATITIS_B_TESTING: Percent = share("early-pregnancy-hepatitis-b-testing-rate", "孕早期乙肝检测率", "early-pregnancy hepatitis B testing rate");
    /// 妇女艾滋病感染者随访率: infected women followed up over infected women due for it.
    WOMEN_WITH_HIV_FOLLOW_UP: Percent = share("women-with-hiv-follow-up-rate", "妇女艾滋病感染者随访率", "follow-up rate of women with HIV").of_women();
    /// 艾滋病孕产妇感染者治疗率: infected women treated over women in childbirth with HIV.
    MATERNAL_HIV_TREATMENT: Percent = share("maternal-hiv-treatment-rate", "艾滋病孕产妇感染者治疗率", "treatment rate of pregnant women and mothers with HIV");
    /// 梅毒孕产妇感染者治疗率: infected women treated over women in childbirth with syphilis.
    MATERNAL_SYPHILIS_TREATMENT: Percent = share("maternal-syphilis-treatment-rate", "梅毒孕产妇感染者治疗率", "treatment rate of pregnant women and mothers with syphilis");
    /// 艾滋病母婴传播率: children infected with HIV over children of mothers with HIV.
    HIV_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hiv-mother-to-child-transmission-rate", "艾滋病母婴传播率", "mother-to-child transmission rate of HIV");
    /// 先天梅毒报告发病率: reported cases of congenital syphilis over live births.
    CONGENITAL_SYPHILIS_CASE_RATE: Per100k = events("congenital-syphilis-case-rate", "先天梅毒报告发病率", "congenital syphilis case rate");
    /// 乙肝母婴传播率: children infected with hepatitis B over children of mothers with hepatitis B.
    HEPATITIS_B_MOTHER_TO_CHILD_TRANSMISSION: Percent = share("hepatitis-b-mother-to-child-transmission-rate", "乙肝母婴传播率", "mother-to-child transmission rate of hepatitis B");
    /// 妇女心理健康素养水平: women who reach the score of mental health literacy over women surveyed, every five years.
    FEMALE_MENTAL_HEALTH_LITERACY: Percent = share("female-mental-health-literacy-rate", "妇女心理健康素养水平", "share of women with mental health literacy").every(5).of_women();
    /// 妇女焦虑障碍患病率: women with an anxiety disorder over women surveyed, every five years.
    FEMALE_ANXIETY_DISORDERS: Percent = share("female-anxiety-disorder-prevalence", "妇女焦虑障碍患病率", "prevalence of anxiety disorders among women").every(5).of_women();
    /// 妇女抑郁症患病率: women with depression over women surveyed, every five years.
    FEMALE_DEPRESSION: Percent = share("female-depression-prevalence", "妇女抑郁症患病率", "prevalence of depression among women").every(5).of_women();
    /// 妇女健康素养水平: women who reach the score of health literacy over women surveyed.
    FEMALE_HEALTH_LITERACY: Percent = share("female-health-literacy-rate", "妇女健康素养水平", "share of women with health literacy").of_women();
    /// 妇女营养知识素养水平: women who reach the score of nutrition literacy over women surveyed, every five years.
    FEMALE_NUTRITION_LITERACY: Percent = share("female-nutrition-literacy-rate", "妇女营养知识素养水平", "share of women with nutrition literacy").every(5).of_women();
    /// 妇女营养标签知晓率: women who know the nutrition label over women surveyed.
    NUTRITION_LABEL_AWARENESS: Percent = share("female-nutrition-label-awareness-rate", "妇女营养标签知晓率", "awareness of the nutrition label among women").at_surveys().of_women();
    /// 妇女卫生费标准: what an employer pays a woman for hygiene, by the rule in force.
    HYGIENE_ALLOWANCE: Yuan = amount("female-hygiene-allowance", "妇女卫生费标准", "women's hygiene allowance").of_women();
    /// 孕产妇贫血患病率: women with anaemia over pregnant women and new mothers examined.
    MATERNAL_ANAEMIA: Percent = share("maternal-anaemia-prevalence", "孕产妇贫血患病率", "prevalence of anaemia in pregnant and postpartum women");
    /// 妇女经常参加体育锻炼的人数比例: women who exercise regularly over women surveyed, every five years.
    WOMEN_EXERCISING_REGULARLY: Percent = share("women-exercising-regularly-share", "妇女经常参加体育锻炼的人数比例", "share of women who exercise regularly").every(5).of_women();
    /// 妇女体质测定标准合格比例: women who pass the national fitness standard over women tested, every five years.
    WOMEN_PASSING_FITNESS_STANDARD: Percent = share("women-fitness-standard-pass-rate", "妇女体质测定标准合格比例", "share of women who pass the national fitness standard").every(5).of_women();
    /// 标准化妇幼保健机构数: maternal and child health institutions built to the standard.
    STANDARD_MATERNAL_CHILD_HEALTH_INSTITUTIONS: Count = amount("standard-maternal-child-health-institutions", "标准化妇幼保健机构数", "maternal and child health institutions up to standard");
    /// 危重孕产妇救治中心数: centres that rescue mothers in critical condition.
    CRITICAL_MATERNAL_RESCUE_CENTRES: Count = amount("critical-maternal-rescue-centres", "危重孕产妇救治中心数", "rescue centres for critically ill mothers");
    /// 学校健康教育开课率: schools that teach health over all schools.
    SCHOOL_HEALTH_EDUCATION: Percent = stock("school-health-education-rate", "学校健康教育开课率", "schools that teach health education").every_school_year();
    /// 旗级全民健身中心数: fitness centres of the banner.
    BANNER_FITNESS_CENTRES: Count = amount("banner-fitness-centres", "旗级全民健身中心数", "public fitness centres of the banner");
    /// 苏木镇多功能健身馆覆盖率: townships with a fitness hall over all townships.
    TOWNSHIP_FITNESS_HALL_COVERAGE: Percent = stock("township-fitness-hall-coverage", "苏木镇多功能健身馆覆盖率", "townships with a multi-purpose fitness hall");
    /// 嘎查村全民健身运动站覆盖率: villages with a fitness station over all villages.
    VILLAGE_FITNESS_STATION_COVERAGE: Percent = stock("village-fitness-station-coverage", "嘎查村全民健身运动站覆盖率", "villages with a public fitness station");
    /// 社区健身中心覆盖率: communities with a fitness centre over all communities.
    COMMUNITY_FITNESS_CENTRE_COVERAGE: Percent = stock("community-fitness-centre-coverage", "社区健身中心覆盖率", "communities with a fitness centre");
    /// 城市社区健身圈时长: minutes from home to a place for exercise.
    FITNESS_CIRCLE_MINUTES: Minutes = amount("urban-fitness-circle-minutes", "城市社区健身圈到达时间", "minutes to a fitness facility in urban communities").of_towns();
    /// 体育公园数: sports parks.
    SPORTS_PARKS: Count = amount("sports-parks", "体育公园数", "sports parks");

    /// 公民具备科学素质的比例: adults who reach the score of scientific literacy over adults surveyed, in the years of the survey.
    SCIENTIFIC_LITERACY: Percent = share("scientific-literacy-rate", "公民具备科学素质的比例", "share of adults with scientific literacy").at_surveys();
    /// 男女两性科学素质水平差距: the absolute difference between men and women.
    SCIENTIFIC_LITERACY_SEX_GAP: PercentagePoints = difference("scientific-literacy-rate.sex-gap", "男女两性科学素质水平差距", "sex gap in scientific literacy", SCIENTIFIC_LITERACY, Between::Sexes).at_surveys();
    /// 女性青壮年文盲率: women who cannot read over women of the young and middle-aged group; only the census asks everybody.
    YOUNG_FEMALE_ILLITERACY: Percent = share("young-female-illiteracy-rate", "女性青壮年文盲率", "illiteracy rate among women aged 15-50").at_census().of_women();
    /// 女童九年义务教育巩固率: girls who finish nine years over girls who entered; may pass 100％ where pupils move in.
    GIRLS_RETENTION: Percent = amount("girls-compulsory-education-retention-rate", "女童九年义务教育巩固率", "girls' nine-year compulsory education retention rate").every_school_year().of_women();
    /// 普通高中在校生中的女生比例: girls over students of general upper secondary schools.
    GIRLS_IN_GENERAL_UPPER_SECONDARY: Percent = stock("girls-share-of-general-upper-secondary-students", "普通高中在校生中的女生比例", "girls among students of general upper secondary schools").every_school_year().of_women();
    /// 中等职业教育在校生中的女生比例: girls over students of secondary vocational education.
    GIRLS_IN_VOCATIONAL_EDUCATION: Percent = stock("girls-share-of-vocational-students", "中等职业教育在校生中的女生比例", "girls among students of secondary vocational education").every_school_year().of_women();
    /// 女性平均受教育年限: mean years of schooling of women; only the census asks everybody.
    FEMALE_YEARS_OF_SCHOOLING: SchoolYears = amount("female-mean-years-of-schooling", "女性平均受教育年限", "women's mean years of schooling").at_census().of_women();
    /// 辍学女童人数: girls who left compulsory education in the school year.
    GIRLS_DROPPING_OUT: Persons = amount("girls-dropping-out", "义务教育阶段辍学女童人数", "girls who drop out of compulsory education").every_school_year().of_women();
    /// 新增女性青壮年文盲人数: women newly counted as illiterate in the year.
    NEW_YOUNG_FEMALE_ILLITERATES: Persons = amount("new-young-female-illiterates", "新增女性青壮年文盲人数", "women newly illiterate in young and middle age").of_women();
    /// 校本性教育课程课时比例: class hours kept free for a school's own sex education over the hours of the courses that carry it.
    SEX_EDUCATION_HOURS_SHARE: Percent = stock("school-based-sex-education-hours-share", "中小学性教育校本课程课时比例", "class hours set aside for school-based sex education").every_school_year();
    /// 小学三至六年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    PRIMARY_MENTAL_HEALTH_HOURS: ClassHours = amount("primary-mental-health-class-hours", "小学三至六年级心理健康教育课时", "mental health class hours, primary grades 3 to 6").every_school_year();
    /// 中学各年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    SECONDARY_MENTAL_HEALTH_HOURS: ClassHours = amount("secondary-mental-health-class-hours", "中学各年级心理健康教育课时", "mental health class hours, every secondary grade").every_school_year();
    /// 教体系统心理咨询服务热线平台数: counselling hotlines of the schools of the banner.
    COUNSELLING_HOTLINES: Count = amount("school-counselling-hotlines", "教体系统心理咨询服务热线平台数", "counselling hotlines of the schools");

    /// 就业人员中的女性比例: women over all employed persons.
    WOMEN_AMONG_EMPLOYED: Percent = stock("women-share-of-employed", "就业人员中的女性比例", "women among employed persons").of_women();
    /// 城镇单位就业人员中的女性比例: women over persons employed by urban units.
    WOMEN_AMONG_URBAN_UNIT_EMPLOYED: Percent = stock("women-share-of-urban-unit-employed", "城镇单位就业人员中的女性比例", "women among persons employed in urban units").of_women();
    /// 高级专业技术人员中的女性比例: women over senior professional and technical staff.
    WOMEN_AMONG_SENIOR_PROFESSIONALS: Percent = stock("women-share-of-senior-professionals", "高级专业技术人员中的女性比例", "women among senior professionals").of_women();
    /// 高新技术产业从业人员中的女性比例: women over persons employed in high-tech industries.
    WOMEN_IN_HIGH_TECH: Percent = stock("women-share-of-high-tech-employed", "高新技术产业从业人员中的女性比例", "women among persons employed in high-tech industries").of_women();
    /// 战略新兴产业从业人员中的女性比例: women over persons employed in strategic emerging industries.
    WOMEN_IN_EMERGING_INDUSTRIES: Percent = stock("women-share-of-emerging-industry-employed", "战略新兴产业从业人员中的女性比例", "women among persons employed in strategic emerging industries").of_women();
    /// 现代服务业从业人员中的女性比例: women over persons employed in modern services.
    WOMEN_IN_MODERN_SERVICES: Percent = stock("women-share-of-modern-service-employed", "现代服务业从业人员中的女性比例", "women among persons employed in modern services").of_women();
    /// 农村牧区劳动力转移就业率: rural workers employed away from the farm over rural workers.
    RURAL_TRANSFER_EMPLOYMENT: Percent = share("rural-transfer-employment-rate", "农村牧区劳动力转移就业率", "transfer employment rate of rural labour").of_rural_areas();
    /// 农村牧区劳动力转移就业率男女差距: the absolute difference between women and men.
    TRANSFER_EMPLOYMENT_SEX_GAP: PercentagePoints = difference("rural-transfer-employment-rate.sex-gap", "农村牧区劳动力转移就业率男女差距", "sex gap in the transfer employment rate of rural labour", RURAL_TRANSFER_EMPLOYMENT, Between::Sexes).of_rural_areas();
    /// 农牧民妇女人均工资性收入: mean wage income in the year of women in farming and herding households.
    RURAL_WOMEN_WAGE_INCOME: Yuan = amount("rural-women-mean-wage-income", "农牧民妇女人均工资性收入", "rural women's mean wage income").of_rural_areas();
    /// 劳务市场或零工市场数: labour markets set up for women of the rural areas.
    RURAL_WOMEN_LABOUR_MARKETS: Count = amount("rural-women-labour-markets", "农村牧区妇女劳务市场或零工市场数", "labour markets for rural women");
    /// 人均劳动收入: mean earnings in the year, for women and for men.
    MEAN_EARNINGS: Yuan = amount("mean-earnings", "人均劳动收入", "mean earnings");
    /// 男女收入差距: the larger mean over the smaller.
    EARNINGS_SEX_GAP: Quotient = larger_over_smaller("mean-earnings.sex-gap", "男女收入差距", "sex gap in earnings", MEAN_EARNINGS, Between::Sexes);
    /// 女职工职业病发病率: new cases of occupational disease among women over women employed.
    FEMALE_OCCUPATIONAL_DISEASE: Per100k = events("female-occupational-disease-incidence", "女职工职业病发病率", "incidence of occupational disease among women workers").of_women();
    /// 农村牧区低收入妇女人均收入: mean yearly income of the women on the list of low-income households.
    RURAL_LOW_INCOME_WOMEN_INCOME: Yuan = amount("rural-low-income-women-mean-income", "农村牧区低收入妇女人均收入", "mean income of low-income women in rural areas").of_rural_areas();
    /// 脱贫妇女人均收入: mean yearly income of the women lifted out of poverty.
    FORMERLY_POOR_WOMEN_INCOME: Yuan = amount("formerly-poor-women-mean-income", "脱贫妇女人均收入", "mean income of women lifted out of poverty").of_women();
    /// 用人单位将生育状况作为对女性考查条件的查实件数: cases of employers found to ask women about childbearing.
    CHILDBEARING_CONDITION_CASES: Count = amount("childbearing-condition-cases", "用人单位将生育状况作为对女性考查条件的查实件数", "confirmed cases of employers making childbearing a condition for women");
    /// 因怀孕、生育、哺乳降低工资、调岗、辞退女职工的查实件数: cases of women found to be cut in pay, moved or dismissed for it.
    PREGNANCY_PENALTY_CASES: Count = amount("pregnancy-penalty-cases", "因怀孕、生育、哺乳降低工资、恶意调岗、辞退女职工的查实件数", "confirmed cases of women workers penalised for pregnancy, childbirth or nursing");
    /// 用人单位母婴设施建成率: employers with a room for mothers and infants over employers that have to have one.
    WORKPLACE_MOTHER_INFANT_FACILITIES: Percent = stock("workplace-mother-infant-facility-coverage", "用人单位母婴设施建成率", "employers with facilities for mothers and infants");

    /// 中国共产党党员总数中的女性比例: women over party members.
    WOMEN_AMONG_PARTY_MEMBERS: Percent = stock("women-share-of-party-members", "中国共产党党员总数中的女性比例", "women among party members").of_women();
    /// 党员代表大会中女党员代表比例: women over delegates of a party congress.
    WOMEN_AMONG_PARTY_CONGRESS_DELEGATES: Percent = stock("women-share-of-party-congress-delegates", "党员代表大会中女党员代表比例", "women among delegates to party congresses").every_term().of_women();
    /// 人大代表中的女性比例: women over deputies of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_DEPUTIES: Percent = stock("women-share-of-peoples-congress-deputies", "人大代表中的女性比例", "women among people's congress deputies").every_term().of_women();
    /// 人大常委会组成人员中的女性比例: women over members of the standing committee of a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_COMMITTEE: Percent = stock("women-share-of-peoples-congress-committee", "人大常委会组成人员中的女性比例", "women on people's congress standing committees").every_term().of_women();
    /// 政协委员中的女性比例: women over members of a political consultative conference.
    WOMEN_AMONG_CPPCC_MEMBERS: Percent = stock("women-share-of-cppcc-members", "政协委员中的女性比例", "women among CPPCC members").every_term().of_women();
    /// 政协常委中的女性比例: women over members of the standing committee of a political consultative conference.
    WOMEN_AMONG_CPPCC_COMMITTEE: Percent = stock("women-share-of-cppcc-committee", "政协常委中的女性比例", "women on CPPCC standing committees").every_term().of_women();
    /// 党委委员中的女性比例: women over members of party committees.
    WOMEN_ON_PARTY_COMMITTEES: Percent = stock("women-share-of-party-committees", "党委委员中的女性比例", "women on party committees").every_term().of_women();
    /// 旗政府领导班子女干部人数: women in the leading group of the banner's government.
    WOMEN_IN_BANNER_LEADERSHIP: Persons = amount("women-in-banner-government-leadership", "旗政府领导班子女干部人数", "women in the banner government's leadership").of_women();
    /// 旗级正职干部中的女性比例: women over holders of chief posts at the banner's level.
    WOMEN_AMONG_BANNER_CHIEFS: Percent = stock("women-share-of-banner-chief-posts", "旗级正职干部中的女性比例", "women among chief posts at banner level").of_women();
    /// 旗政府工作部门领导班子中女干部比例: women over members of the leading groups of the government's departments.
    WOMEN_AMONG_DEPARTMENT_LEADERSHIP: Percent = stock("women-share-of-department-leadership", "旗政府工作部门领导班子中女干部比例", "women in the leadership of government departments").of_women();
    /// 旗政府工作部门正职干部中的女性比例: women over heads of the government's departments.
    WOMEN_AMONG_DEPARTMENT_CHIEFS: Percent = stock("women-share-of-department-chief-posts", "旗政府工作部门正职干部中的女性比例", "women among heads of government departments").of_women();
    /// 苏木镇领导班子女干部人数: women in the leading group of a township.
    WOMEN_IN_TOWNSHIP_LEADERSHIP: Persons = amount("women-in-township-leadership", "苏木镇领导班子女干部人数", "women in township leadership").of_women();
    /// 苏木镇领导班子女性正职人数: women who hold a chief post in a township.
    WOMEN_IN_TOWNSHIP_CHIEF_POSTS: Persons = amount("women-in-township-chief-posts", "苏木镇领导班子女性正职人数", "women in chief posts of townships").of_women();
    /// 嘎查村党组织成员中女性比例: women over members of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_ORGANISATION: Percent = stock("women-share-of-village-party-organisation", "嘎查村党组织成员中女性比例", "women among members of village party organisations").every_term().of_women();
    /// 嘎查村党组织书记中女性比例: women over secretaries of the villages' party organisations.
    WOMEN_AMONG_VILLAGE_PARTY_SECRETARIES: Percent = stock("women-share-of-village-party-secretaries", "嘎查村党组织书记中女性比例", "women among village party secretaries").every_term().of_women();
    /// 村民代表会议组成人员中妇女村民代表比例: women over members of a village assembly.
    WOMEN_IN_VILLAGE_ASSEMBLY: Percent = stock("women-share-of-village-assembly", "村民代表会议组成人员中妇女村民代表比例", "women in village assemblies").every_term().of_women();
    /// 嘎查村委会成员中女性比例: women over members of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE: Percent = stock("women-share-of-village-committee", "嘎查村委会成员中女性比例", "women among village committee members").every_term().of_women();
    /// 嘎查村委会主任中女性比例: women over heads of the village committees.
    WOMEN_AMONG_VILLAGE_COMMITTEE_HEADS: Percent = stock("women-share-of-village-committee-heads", "嘎查村委会主任中女性比例", "women among village committee heads").every_term().of_women();
    /// 社区党组织成员中女性比例: women over members of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_ORGANISATION: Percent = stock("women-share-of-community-party-organisation", "社区党组织成员中女性比例", "women among members of community party organisations").every_term().of_women();
    /// 社区党组织书记中女性比例: women over secretaries of the communities' party organisations.
    WOMEN_AMONG_COMMUNITY_PARTY_SECRETARIES: Percent = stock("women-share-of-community-party-secretaries", "社区党组织书记中女性比例", "women among community party secretaries").every_term().of_women();
    /// 社区居委会成员中女性比例: women over members of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE: Percent = stock("women-share-of-residents-committee", "社区居委会成员中女性比例", "women among residents' committee members").every_term().of_women();
    /// 社区居委会主任中女性比例: women over heads of the residents' committees.
    WOMEN_AMONG_RESIDENTS_COMMITTEE_HEADS: Percent = stock("women-share-of-residents-committee-heads", "社区居委会主任中女性比例", "women among residents' committee heads").every_term().of_women();
    /// 事业单位领导班子成员中的女性比例: women over members of the leading groups of public institutions.
    WOMEN_AMONG_INSTITUTION_LEADERSHIP: Percent = stock("women-share-of-public-institution-leadership", "事业单位领导班子成员中的女性比例", "women in the leadership of public institutions").of_women();
    /// 国有企业董事会成员中的女性比例: women over members of the boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_BOARDS: Percent = stock("women-share-of-state-enterprise-boards", "国有企业董事会成员中的女性比例", "women on boards of state-owned enterprises").of_women();
    /// 国有企业监事会成员中的女性比例: women over members of the supervisory boards of state-owned enterprises.
    WOMEN_ON_STATE_ENTERPRISE_SUPERVISORY_BOARDS: Percent = stock("women-share-of-state-enterprise-supervisory-boards", "国有企业监事会成员中的女性比例", "women on supervisory boards of state-owned enterprises").of_women();
    /// 国有企业管理层中的女性比例: women over managers of state-owned enterprises.
    WOMEN_IN_STATE_ENTERPRISE_MANAGEMENT: Percent = stock("women-share-of-state-enterprise-management", "国有企业管理层中的女性比例", "women in the management of state-owned enterprises").of_women();
    /// 企事业单位职工代表大会中女性比例: women over delegates to the workers' congresses of enterprises and institutions.
    WOMEN_AMONG_WORKERS_CONGRESS_DELEGATES: Percent = stock("women-share-of-workers-congress", "企事业单位职工代表大会中女性比例", "women among delegates to workers' congresses").of_women();
    /// 事业单位职工代表大会中女代表比例: women over delegates to the workers' congresses of public institutions.
    WOMEN_AMONG_INSTITUTION_CONGRESS_DELEGATES: Percent = stock("women-share-of-public-institution-workers-congress", "事业单位职工代表大会中女代表比例", "women among delegates to workers' congresses of public institutions").of_women();
    /// 企业职工代表大会中女职工代表比例: women over delegates to the workers' congresses of enterprises.
    WOMEN_AMONG_ENTERPRISE_CONGRESS_DELEGATES: Percent = stock("women-share-of-enterprise-workers-congress", "企业职工代表大会中女职工代表比例", "women among delegates to workers' congresses of enterprises").of_women();
    /// 企业女职工比例: women over the staff of enterprises that have a workers' congress.
    WOMEN_AMONG_ENTERPRISE_STAFF: Percent = stock("women-share-of-enterprise-staff", "企业女职工比例", "women among staff of enterprises").of_women();
    /// 卫生、教育、文化行业决策管理层中的女性比例: women over those who decide and manage in the three trades.
    WOMEN_IN_SOCIAL_SECTOR_DECISIONS: Percent = stock("women-share-of-health-education-culture-decision-makers", "卫生、教育、文化行业决策管理层中的女性比例", "women in decision-making in health, education and culture").of_women();
    /// 领导班子女干部比例: women over members of the leading groups of party and government bodies.
    WOMEN_IN_LEADING_BODIES: Percent = stock("women-share-of-leading-bodies", "领导班子女干部比例", "women in leading bodies").of_women();
    /// 社会组织负责人中的女性比例: women over heads of social organisations.
    WOMEN_HEADING_SOCIAL_ORGANISATIONS: Percent = stock("women-share-of-social-organisation-heads", "社会组织负责人中的女性比例", "women among heads of social organisations").of_women();
    /// 企事业单位女职工比例: women over the staff for whom the workers' congresses speak.
    WOMEN_AMONG_STAFF: Percent = stock("women-share-of-staff", "企事业单位女职工比例", "women among staff of enterprises and institutions").of_women();
    /// 城乡社区妇女议事会覆盖率: villages and communities with a women's council over all villages and communities.
    WOMENS_COUNCIL_COVERAGE: Percent = stock("womens-council-coverage", "城乡社区妇女议事会覆盖率", "villages and communities with a women's council");
    /// 人大代表候选人中的女性人数: women put up as candidates for a people's congress.
    WOMEN_AMONG_PEOPLES_CONGRESS_CANDIDATES: Persons = amount("women-among-peoples-congress-candidates", "人大代表候选人中的女性人数", "women among candidates for people's congresses").every_term().of_women();
    /// 政协委员建议名单中的女性比例: women over persons proposed for a political consultative conference.
    WOMEN_AMONG_CPPCC_NOMINEES: Percent = stock("women-share-of-cppcc-nominees", "政协委员建议名单中的女性比例", "women among nominees for the CPPCC").every_term().of_women();
    /// 优秀年轻干部队伍中女干部比例: women over outstanding young cadres.
    WOMEN_AMONG_YOUNG_CADRES: Percent = stock("women-share-of-young-cadres", "优秀年轻干部队伍中女干部比例", "women among outstanding young cadres").of_women();
    /// 女干部选拔配备到位率: posts held by women over posts that the rules on women cadres reserve for them.
    WOMEN_CADRE_POSTS_FILLED: Percent = stock("women-cadre-posts-filled-rate", "女干部选拔配备到位率", "posts due to women cadres that are filled").of_women();
    /// 事业单位决策管理人员中的女性比例: women over those who take part in decisions and management in public institutions.
    WOMEN_AMONG_INSTITUTION_DECISION_MAKERS: Percent = stock("women-share-of-public-institution-decision-makers", "事业单位决策管理人员中的女性比例", "women in the decision-making of public institutions").of_women();
    /// 事业单位女职工比例: women over the staff of public institutions.
    WOMEN_AMONG_INSTITUTION_STAFF: Percent = stock("women-share-of-public-institution-staff", "事业单位女职工比例", "women among staff of public institutions").of_women();

    /// 生育保险参保率: insured persons over persons to be insured, as counted by the insurance office; may pass 100％.
    MATERNITY_INSURANCE: Percent = amount("maternity-insurance-participation-rate", "生育保险参保率", "participation rate in maternity insurance");
    /// 妇女基本医疗保险参保率: insured women over resident women; may pass 100％.
    FEMALE_MEDICAL_INSURANCE: Percent = amount("female-basic-medical-insurance-participation-rate", "妇女基本医疗保险参保率", "women's participation rate in basic medical insurance").of_women();
    /// 妇女基本养老保险参保率: insured women over women to be insured; may pass 100％.
    FEMALE_PENSION_INSURANCE: Percent = amount("female-basic-pension-participation-rate", "妇女基本养老保险参保率", "women's participation rate in basic pension insurance").of_women();
    /// 妇女职工基本养老保险人均月养老金: mean monthly pension of the women who draw one as former employees.
    FEMALE_MEAN_EMPLOYEE_PENSION: Yuan = amount("female-mean-employee-pension", "妇女职工基本养老保险人均月养老金", "women's mean monthly pension, employees' basic scheme").of_women();
    /// 妇女城乡居民基本养老保险人均月养老金: mean monthly pension of the women who draw one as residents.
    FEMALE_MEAN_RESIDENT_PENSION: Yuan = amount("female-mean-resident-pension", "妇女城乡居民基本养老保险人均月养老金", "women's mean monthly pension, residents' basic scheme").of_women();
    /// 基本养老保险参保率: insured persons over persons to be insured, of both sexes; may pass 100％.
    PENSION_INSURANCE: Percent = amount("basic-pension-participation-rate", "基本养老保险参保率", "participation rate in basic pension insurance");
    /// 基本养老保险参保率男女差距: the absolute difference between women and men.
    PENSION_INSURANCE_SEX_GAP: PercentagePoints = difference("basic-pension-participation-rate.sex-gap", "基本养老保险参保率男女差距", "sex gap in participation in basic pension insurance", PENSION_INSURANCE, Between::Sexes);
    /// 基本医疗保险参保率: insured persons over residents, of both sexes; may pass 100％.
    MEDICAL_INSURANCE: Percent = amount("basic-medical-insurance-participation-rate", "基本医疗保险参保率", "participation rate in basic medical insurance");
    /// 基本医疗保险参保率男女差距: the absolute difference between women and men.
    MEDICAL_INSURANCE_SEX_GAP: PercentagePoints = difference("basic-medical-insurance-participation-rate.sex-gap", "基本医疗保险参保率男女差距", "sex gap in participation in basic medical insurance", MEDICAL_INSURANCE, Between::Sexes);
    /// 妇女失业保险参保人数: women insured against unemployment.
    FEMALE_UNEMPLOYMENT_INSURED: Persons = amount("female-unemployment-insurance-participants", "妇女失业保险参保人数", "women with unemployment insurance").of_women();
    /// 女职工失业保险参保率: women employees insured against unemployment over women employees to be insured; may pass 100％.
    FEMALE_UNEMPLOYMENT_PARTICIPATION: Percent = amount("female-unemployment-insurance-participation-rate", "女职工失业保险参保率", "women employees' participation rate in unemployment insurance").of_women();
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
    /// 养老机构护理型床位数: beds for nursing care in homes for the aged.
    NURSING_BEDS: Count = amount("elderly-home-nursing-beds", "养老机构护理型床位数", "nursing beds in homes for older persons");
    /// 农村牧区留守妇女信息台账数: registers of left-behind women that a township keeps.
    LEFT_BEHIND_WOMEN_REGISTERS: Count = amount("left-behind-women-registers", "农村牧区留守妇女信息台账数", "registers of women left behind in rural areas").of_rural_areas();

    /// 城市社区综合服务设施覆盖率: urban communities with a general service facility over all urban communities.
    URBAN_COMMUNITY_SERVICE_FACILITIES: Percent = stock("urban-community-service-facility-coverage", "城市社区综合服务设施覆盖率", "urban communities with a general service facility").of_towns();
    /// 婚姻家庭纠纷人民调解委员会数: people's mediation committees for disputes of marriage and family.
    FAMILY_MEDIATION_COMMITTEES: Count = amount("family-dispute-mediation-committees", "婚姻家庭纠纷人民调解委员会数", "people's mediation committees for marriage and family disputes");
    /// 每天家务劳动时间: mean minutes a day spent on housework, for women and for men.
    HOUSEWORK_TIME: Minutes = amount("daily-housework-time", "每天家务劳动时间", "daily time spent on housework").at_surveys();
    /// 两性家务劳动时间差距: the absolute difference between women and men in minutes a day.
    HOUSEWORK_TIME_SEX_GAP: Minutes = difference("daily-housework-time.sex-gap", "两性家务劳动时间差距", "sex gap in time spent on housework", HOUSEWORK_TIME, Between::Sexes).at_surveys();
    /// 城市集中式饮用水水源水质达标率: samples of the towns' central drinking water sources up to standard over samples tested.
    URBAN_WATER_SOURCE_COMPLIANCE: Percent = share("urban-drinking-water-source-quality-compliance-rate", "城市集中式饮用水水源水质达标率", "quality compliance rate of urban centralised drinking water sources").of_towns();
    /// 城镇公共厕所男女厕位比例达标率: public toilets of the towns with the places for women and men that the design standard asks over all of them.
    TOILET_PLACES_COMPLIANCE: Percent = stock("urban-toilet-places-compliance-rate", "城镇公共厕所男女厕位比例达标率", "urban public toilets up to the standard for women's and men's places").of_towns();
    /// 氮氧化物减排量: tonnes of nitrogen oxides less than the assessment counts from.
    NITROGEN_OXIDE_REDUCTION: Tonnes = amount("nitrogen-oxide-reduction", "氮氧化物减排量", "reduction of nitrogen oxide emissions");
    /// 挥发性有机物减排量: tonnes of volatile organic compounds less than the assessment counts from.
    VOC_REDUCTION: Tonnes = amount("voc-reduction", "挥发性有机物减排量", "reduction of volatile organic compound emissions");

    /// 空气优良率: days with good or fair air over days measured.
    GOOD_AIR_DAYS: Percent = share("good-air-quality-rate", "空气优良率", "share of days with good or fair air quality");
    /// 女性友好型城市（旗）建设数: whether the banner is a city friendly to women, 1 or 0.
    WOMEN_FRIENDLY_CITIES: Count = amount("women-friendly-cities", "女性友好型城市（旗）建设数", "women-friendly city status of the banner");

    /// 人身安全保护令审核签发率: protection orders issued over those applied for.
    PROTECTION_ORDERS_ISSUED: Percent = share("protection-order-issuance-rate", "人身安全保护令审核签发率", "share of applied-for protection orders that are issued");
    /// 家庭暴力警情数: calls to the police about domestic violence.
    DOMESTIC_VIOLENCE_CALLS: Count = amount("domestic-violence-police-calls", "家庭暴力警情数", "domestic violence calls to the police");
    /// 家庭暴力告诫书出具数: warning letters the police issue in cases of domestic violence.
    WARNING_LETTERS: Count = amount("domestic-violence-warning-letters", "家庭暴力告诫书出具数", "domestic violence warning letters issued");
}
