//! Indicators of the women's plan on education and the economy, in printed order.

use crate::plan::hangjin::card::*;
use crate::plan::{Between, SourceKind};

indicators! {
    /// 公民具备科学素质的比例: adults who reach the score of scientific literacy over adults surveyed, in the years of the survey.
    SCIENTIFIC_LITERACY: Percent = share("scientific-literacy-rate", "公民具备科学素质的比例", "share of adults with scientific literacy").at_surveys().aged(18, 69)
        .counts("具备科学素质的公民人数", "adults with scientific literacy")
        .over("被调查公民人数", "adults surveyed")
        .among("18—69岁公民", "adults aged 18-69")
        .word("人", "adults")
        .from(SourceKind::Survey).usual();
    /// 男女两性科学素质水平差距: the absolute difference between men and women.
    SCIENTIFIC_LITERACY_SEX_GAP: PercentagePoints = difference("scientific-literacy-rate.sex-gap", "男女两性科学素质水平差距", "sex gap in scientific literacy", SCIENTIFIC_LITERACY, Between::Sexes).at_surveys().aged(18, 69)
        .counts("男女具备科学素质的比例之差的绝对值", "absolute difference between the shares of women and men")
        .from(SourceKind::Computed).usual();
    /// 女性青壮年文盲率: women who cannot read over women of the young and middle-aged group; only the census asks everybody.
    YOUNG_FEMALE_ILLITERACY: Percent = share("young-female-illiteracy-rate", "女性青壮年文盲率", "illiteracy rate among women aged 15-50").at_census().women_of(super::YOUNG_ILLITERACY).aged(15, 50)
        .counts("不识字或识字很少的女性人数", "women who cannot read or read very little")
        .over("同龄女性人数", "women of that age")
        .among("15—50岁女性", "women aged 15-50")
        .word("人", "women")
        .from(SourceKind::Census);
    /// 女童九年义务教育巩固率: girls who finish nine years over girls who entered; may pass 100％ where pupils move in.
    GIRLS_RETENTION: Percent = amount("girls-compulsory-education-retention-rate", "女童九年义务教育巩固率", "girls' nine-year compulsory education retention rate").every_school_year().women_of(super::COMPULSORY_EDUCATION_RETENTION)
        .counts("九年级毕业班女生人数", "girls in the final grade of compulsory education")
        .over("九年前入学女生人数", "girls who entered nine years before")
        .among("义务教育阶段女生", "girls in compulsory education")
        .word("人", "girls")
        .from(SourceKind::Records);
    /// 普通高中在校生中的女生比例: girls over students of general upper secondary schools.
    GIRLS_IN_GENERAL_UPPER_SECONDARY: Percent = stock("girls-share-of-general-upper-secondary-students", "普通高中在校生中的女生比例", "girls among students of general upper secondary schools").every_school_year().of_women()
        .counts("普通高中在校女生人数", "girls in general upper secondary schools")
        .over("普通高中在校生人数", "students of general upper secondary schools")
        .among("普通高中在校生", "students of general upper secondary schools")
        .word("人", "girls")
        .from(SourceKind::Records).usual();
    /// 中等职业教育在校生中的女生比例: girls over students of secondary vocational education.
    GIRLS_IN_VOCATIONAL_EDUCATION: Percent = stock("girls-share-of-vocational-students", "中等职业教育在校生中的女生比例", "girls among students of secondary vocational education").every_school_year().of_women()
        .counts("中等职业教育在校女生人数", "girls in secondary vocational education")
        .over("中等职业教育在校生人数", "students of secondary vocational education")
        .among("中等职业教育在校生", "students of secondary vocational education")
        .word("人", "girls")
        .from(SourceKind::Records).usual();
    /// 女性平均受教育年限: mean years of schooling of women; only the census asks everybody.
    FEMALE_YEARS_OF_SCHOOLING: SchoolYears = amount("female-mean-years-of-schooling", "女性平均受教育年限", "women's mean years of schooling").at_census().women_of(super::MEAN_YEARS_OF_SCHOOLING).aged_from(15)
        .counts("接受学历教育年数的平均值", "mean years of formal schooling")
        .among("15岁及以上女性", "women aged 15 and over")
        .word("年", "years")
        .from(SourceKind::Census);
    /// 辍学女童人数: girls who left compulsory education in the school year.
    GIRLS_DROPPING_OUT: Persons = amount("girls-dropping-out", "义务教育阶段辍学女童人数", "girls who drop out of compulsory education").every_school_year().of_women()
        .counts("学年内义务教育阶段辍学的女生人数", "girls who dropped out of compulsory education in the school year")
        .among("义务教育阶段女生", "girls in compulsory education")
        .word("人", "girls")
        .from(SourceKind::Records);
    /// 新增女性青壮年文盲人数: women newly counted as illiterate in the year.
    NEW_YOUNG_FEMALE_ILLITERATES: Persons = amount("new-young-female-illiterates", "新增女性青壮年文盲人数", "women newly illiterate in young and middle age").of_women().aged(15, 50)
        .counts("当年新增的不识字或识字很少的女性人数", "women newly counted as illiterate in the year")
        .among("15—50岁女性", "women aged 15-50")
        .word("人", "women")
        .from(SourceKind::Register);
    /// 校本性教育课程课时比例: class hours kept free for a school's own sex education over the hours of the courses that carry it.
    SEX_EDUCATION_HOURS_SHARE: Percent = stock("school-based-sex-education-hours-share", "中小学性教育校本课程课时比例", "class hours set aside for school-based sex education").every_school_year()
        .counts("留给性教育校本课程的课时", "class hours left for school-based sex education")
        .over("相关必修课程总课时", "class hours of the compulsory subjects that carry it")
        .among("中小学必修课程", "compulsory subjects of primary and secondary schools")
        .word("课时", "class hours")
        .from(SourceKind::Records);
    /// 小学三至六年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    PRIMARY_MENTAL_HEALTH_HOURS: ClassHours = amount("primary-mental-health-class-hours", "小学三至六年级心理健康教育课时", "mental health class hours, primary grades 3 to 6").every_school_year()
        .counts("学年内心理健康教育课时，以课时最少的年级计", "class hours of mental health in the school year, in the grade with the fewest")
        .among("小学三至六年级", "primary grades 3 to 6")
        .word("课时", "class hours")
        .from(SourceKind::Records);
    /// 中学各年级心理健康教育课时: class hours of mental health in the school year, in the grade that has fewest.
    SECONDARY_MENTAL_HEALTH_HOURS: ClassHours = amount("secondary-mental-health-class-hours", "中学各年级心理健康教育课时", "mental health class hours, every secondary grade").every_school_year()
        .counts("学年内心理健康教育课时，以课时最少的年级计", "class hours of mental health in the school year, in the grade with the fewest")
        .among("中学各年级", "every secondary grade")
        .word("课时", "class hours")
        .from(SourceKind::Records);
    /// 教体系统心理咨询服务热线平台数: counselling hotlines of the schools of the banner.
    COUNSELLING_HOTLINES: Count = amount("school-counselling-hotlines", "教体系统心理咨询服务热线平台数", "counselling hotlines of the schools")
        .counts("设立的教体系统心理咨询服务热线平台数", "counselling hotlines set up for the schools")
        .word("个", "hotlines")
        .from(SourceKind::Records);

    /// 就业人员中的女性比例: women over all employed persons.
    WOMEN_AMONG_EMPLOYED: Percent = stock("women-share-of-employed", "就业人员中的女性比例", "women among employed persons").of_women().aged_from(16)
        .counts("女性就业人员数", "employed women")
        .over("就业人员数", "employed persons")
        .among("16岁及以上就业人员", "employed persons aged 16 and over")
        .word("人", "women")
        .from(SourceKind::Survey).usual();
    /// 城镇单位就业人员中的女性比例: women over persons employed by urban units.
    WOMEN_AMONG_URBAN_UNIT_EMPLOYED: Percent = stock("women-share-of-urban-unit-employed", "城镇单位就业人员中的女性比例", "women among persons employed in urban units").of_women()
        .counts("城镇单位女性就业人员数", "women employed in urban units")
        .over("城镇单位就业人员数", "persons employed in urban units")
        .among("年末城镇单位就业人员", "persons employed at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records).usual();
    /// 高级专业技术人员中的女性比例: women over senior professional and technical staff.
    WOMEN_AMONG_SENIOR_PROFESSIONALS: Percent = stock("women-share-of-senior-professionals", "高级专业技术人员中的女性比例", "women among senior professionals").of_women()
        .counts("女性高级专业技术人员数", "women among senior professional and technical staff")
        .over("高级专业技术人员数", "senior professional and technical staff")
        .among("公有制企事业单位专业技术人员", "staff of public enterprises and institutions")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 高新技术产业从业人员中的女性比例: women over persons employed in high-tech industries.
    WOMEN_IN_HIGH_TECH: Percent = stock("women-share-of-high-tech-employed", "高新技术产业从业人员中的女性比例", "women among persons employed in high-tech industries").of_women()
        .counts("高新技术产业女性从业人员数", "women employed in high-tech industries")
        .over("高新技术产业从业人员数", "persons employed in high-tech industries")
        .among("年末从业人员", "persons employed at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 战略新兴产业从业人员中的女性比例: women over persons employed in strategic emerging industries.
    WOMEN_IN_EMERGING_INDUSTRIES: Percent = stock("women-share-of-emerging-industry-employed", "战略新兴产业从业人员中的女性比例", "women among persons employed in strategic emerging industries").of_women()
        .counts("战略新兴产业女性从业人员数", "women employed in strategic emerging industries")
        .over("战略新兴产业从业人员数", "persons employed in strategic emerging industries")
        .among("年末从业人员", "persons employed at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 现代服务业从业人员中的女性比例: women over persons employed in modern services.
    WOMEN_IN_MODERN_SERVICES: Percent = stock("women-share-of-modern-service-employed", "现代服务业从业人员中的女性比例", "women among persons employed in modern services").of_women()
        .counts("现代服务业女性从业人员数", "women employed in modern services")
        .over("现代服务业从业人员数", "persons employed in modern services")
        .among("年末从业人员", "persons employed at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 农村牧区劳动力转移就业率: rural workers employed away from the farm over rural workers.
    RURAL_TRANSFER_EMPLOYMENT: Percent = share("rural-transfer-employment-rate", "农村牧区劳动力转移就业率", "transfer employment rate of rural labour").of_rural_areas().aged(16, 59)
        .counts("转移就业的农村牧区劳动力人数", "rural workers who found work away from farming and herding")
        .over("农村牧区劳动力人数", "rural workers")
        .among("16—59岁农村牧区劳动力", "rural workers aged 16-59")
        .word("人", "workers")
        .from(SourceKind::Records);
    /// 农村牧区劳动力转移就业率男女差距: the absolute difference between women and men.
    TRANSFER_EMPLOYMENT_SEX_GAP: PercentagePoints = difference("rural-transfer-employment-rate.sex-gap", "农村牧区劳动力转移就业率男女差距", "sex gap in the transfer employment rate of rural labour", RURAL_TRANSFER_EMPLOYMENT, Between::Sexes).of_rural_areas().aged(16, 59)
        .counts("男女转移就业率之差的绝对值", "absolute difference between the rates of women and men")
        .from(SourceKind::Computed);
    /// 农牧民妇女人均工资性收入: mean wage income in the year of women in farming and herding households.
    RURAL_WOMEN_WAGE_INCOME: Yuan = amount("rural-women-mean-wage-income", "农牧民妇女人均工资性收入", "rural women's mean wage income").of_rural_areas().women_of(super::RURAL_WAGE_INCOME)
        .counts("工资性收入的人均值", "mean income from wages in the year")
        .among("农牧民家庭中的成年妇女", "adult women of farming and herding households")
        .word("元", "yuan")
        .from(SourceKind::Survey);
    /// 劳务市场或零工市场数: labour markets set up for women of the rural areas.
    RURAL_WOMEN_LABOUR_MARKETS: Count = amount("rural-women-labour-markets", "农村牧区妇女劳务市场或零工市场数", "labour markets for rural women")
        .counts("面向农村牧区妇女的劳务市场或零工市场数", "labour markets set up for rural women")
        .word("个", "markets")
        .from(SourceKind::Records);
    /// 创业孵化载体数: incubators built.
    STARTUP_INCUBATORS: Count = amount("startup-incubators", "创业孵化载体数", "start-up incubators")
        .counts("建成的创业孵化载体数", "start-up incubators built")
        .word("个", "incubators")
        .from(SourceKind::Records);
    /// 创业园区数: parks built.
    STARTUP_PARKS: Count = amount("startup-parks", "创业园区数", "start-up parks")
        .counts("建成的创业园区数", "start-up parks built")
        .word("个", "parks")
        .from(SourceKind::Records);
    /// 人均劳动收入: mean earnings in the year, for women and for men.
    MEAN_EARNINGS: Yuan = amount("mean-earnings", "人均劳动收入", "mean earnings")
        .counts("年劳动收入的人均值", "mean earnings from work in the year")
        .among("有劳动收入的男女", "women and men who earn from work")
        .word("元", "yuan")
        .from(SourceKind::Survey);
    /// 男女收入差距: the larger mean over the smaller.
    EARNINGS_SEX_GAP: Quotient = larger_over_smaller("mean-earnings.sex-gap", "男女收入差距", "sex gap in earnings", MEAN_EARNINGS, Between::Sexes)
        .counts("男女人均劳动收入中较大者与较小者之比", "larger over smaller of the mean earnings of women and men")
        .from(SourceKind::Computed);
    /// 女职工职业病发病率: new cases of occupational disease among women over women employed.
    FEMALE_OCCUPATIONAL_DISEASE: Per100k = events("female-occupational-disease-incidence", "女职工职业病发病率", "incidence of occupational disease among women workers").women_of(super::OCCUPATIONAL_DISEASE)
        .counts("新发职业病的女职工人数", "women workers with a newly found occupational disease")
        .over("女职工人数", "women workers")
        .among("女职工", "women workers")
        .word("例", "cases")
        .from(SourceKind::Surveillance);
    /// 农村牧区低收入妇女人均收入: mean yearly income of the women on the list of low-income households.
    RURAL_LOW_INCOME_WOMEN_INCOME: Yuan = amount("rural-low-income-women-mean-income", "农村牧区低收入妇女人均收入", "mean income of low-income women in rural areas").of_rural_areas().women_of(super::RURAL_LOW_INCOME)
        .counts("年人均收入", "mean income in the year")
        .among("低收入人口名册内的农村牧区妇女", "rural women on the register of low-income persons")
        .word("元", "yuan")
        .from(SourceKind::Register);
    /// 脱贫妇女人均收入: mean yearly income of the women lifted out of poverty.
    FORMERLY_POOR_WOMEN_INCOME: Yuan = amount("formerly-poor-women-mean-income", "脱贫妇女人均收入", "mean income of women lifted out of poverty").women_of(super::FORMERLY_POOR_INCOME)
        .counts("年人均收入", "mean income in the year")
        .among("建档立卡脱贫人口中的妇女", "women on the register of persons lifted out of poverty")
        .word("元", "yuan")
        .from(SourceKind::Register);
    /// 用人单位将生育状况作为对女性考查条件的查实件数: cases of employers found to ask women about childbearing.
    CHILDBEARING_CONDITION_CASES: Count = amount("childbearing-condition-cases", "用人单位将生育状况作为对女性考查条件的查实件数", "confirmed cases of employers making childbearing a condition for women")
        .counts("劳动保障监察和仲裁查实的件数", "cases confirmed by labour inspection and arbitration")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 因怀孕、生育、哺乳降低工资、调岗、辞退女职工的查实件数: cases of women found to be cut in pay, moved or dismissed for it.
    PREGNANCY_PENALTY_CASES: Count = amount("pregnancy-penalty-cases", "因怀孕、生育、哺乳降低工资、恶意调岗、辞退女职工的查实件数", "confirmed cases of women workers penalised for pregnancy, childbirth or nursing")
        .counts("劳动保障监察和仲裁查实的件数", "cases confirmed by labour inspection and arbitration")
        .word("件", "cases")
        .from(SourceKind::Records);
    /// 人员密集场所标准化母婴设施数: facilities built.
    PUBLIC_MOTHER_INFANT_FACILITIES: Count = amount("public-mother-infant-facilities", "人员密集场所标准化母婴设施数", "standard mother-and-infant facilities in crowded places")
        .counts("人员密集场所建成的标准化母婴设施数", "standard mother-and-infant facilities built in crowded places")
        .word("个", "facilities")
        .from(SourceKind::Records);
    /// 乡村振兴巾帼示范基地数: bases built.
    WOMEN_DEMONSTRATION_BASES: Count = amount("women-demonstration-bases", "乡村振兴巾帼示范基地数", "women's demonstration bases for rural revitalisation")
        .counts("建成的乡村振兴巾帼示范基地数", "women's demonstration bases for rural revitalisation built")
        .word("个", "bases")
        .from(SourceKind::Records);
    /// 用人单位母婴设施建成率: employers with a room for mothers and infants over employers that have to have one.
    WORKPLACE_MOTHER_INFANT_FACILITIES: Percent = stock("workplace-mother-infant-facility-coverage", "用人单位母婴设施建成率", "employers with facilities for mothers and infants")
        .counts("建成母婴设施的用人单位数", "employers with facilities for mothers and infants")
        .over("应建母婴设施的用人单位数", "employers that have to have them")
        .word("个", "employers")
        .from(SourceKind::Records);
}
