//! Indicators of the women's plan on social security, the family, the environment and the law, in printed order.

use crate::plan::hangjin::card::*;
use crate::plan::{Between, SourceKind};

indicators! {
    /// 生育保险参保率: insured persons over persons to be insured, as counted by the insurance office; may pass 100％.
    MATERNITY_INSURANCE: Percent = amount("maternity-insurance-participation-rate", "生育保险参保率", "participation rate in maternity insurance")
        .counts("参加生育保险的人数", "persons insured")
        .over("应参保人数", "persons to be insured")
        .among("用人单位职工", "employees")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 妇女基本医疗保险参保率: insured women over resident women; may pass 100％.
    FEMALE_MEDICAL_INSURANCE: Percent = amount("female-basic-medical-insurance-participation-rate", "妇女基本医疗保险参保率", "women's participation rate in basic medical insurance").women_of(MEDICAL_INSURANCE)
        .counts("参加基本医疗保险的妇女人数", "insured women")
        .over("妇女人数", "women")
        .among("户籍或常住妇女，以医保部门口径为准", "registered or resident women, as the insurance office counts")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 妇女基本养老保险参保率: insured women over women to be insured; may pass 100％.
    FEMALE_PENSION_INSURANCE: Percent = amount("female-basic-pension-participation-rate", "妇女基本养老保险参保率", "women's participation rate in basic pension insurance").women_of(PENSION_INSURANCE).aged_from(16)
        .counts("参加基本养老保险的妇女人数", "insured women")
        .over("应参保妇女人数", "women to be insured")
        .among("16岁及以上妇女，不含在校学生", "women aged 16 and over, students not counted")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 妇女职工基本养老保险人均月养老金: mean monthly pension of the women who draw one as former employees.
    FEMALE_MEAN_EMPLOYEE_PENSION: Yuan = amount("female-mean-employee-pension", "妇女职工基本养老保险人均月养老金", "women's mean monthly pension, employees' basic scheme").women_of(super::MEAN_EMPLOYEE_PENSION)
        .counts("月养老金的人均值", "mean pension a month")
        .among("领取职工基本养老保险待遇的妇女", "women who draw a pension of the employees' scheme")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 妇女城乡居民基本养老保险人均月养老金: mean monthly pension of the women who draw one as residents.
    FEMALE_MEAN_RESIDENT_PENSION: Yuan = amount("female-mean-resident-pension", "妇女城乡居民基本养老保险人均月养老金", "women's mean monthly pension, residents' basic scheme").women_of(super::MEAN_RESIDENT_PENSION)
        .counts("月养老金的人均值", "mean pension a month")
        .among("领取城乡居民基本养老保险待遇的妇女", "women who draw a pension of the residents' scheme")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 基本养老保险参保率: insured persons over persons to be insured, of both sexes; may pass 100％.
    PENSION_INSURANCE: Percent = amount("basic-pension-participation-rate", "基本养老保险参保率", "participation rate in basic pension insurance").aged_from(16)
        .counts("参加基本养老保险的人数", "persons insured")
        .over("应参保人数", "persons to be insured")
        .among("16岁及以上人口，不含在校学生；可分男女", "persons aged 16 and over, students not counted; also by sex")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 基本养老保险参保率男女差距: the absolute difference between women and men.
    PENSION_INSURANCE_SEX_GAP: PercentagePoints = difference("basic-pension-participation-rate.sex-gap", "基本养老保险参保率男女差距", "sex gap in participation in basic pension insurance", PENSION_INSURANCE, Between::Sexes).aged_from(16)
        .counts("男女参保率之差的绝对值", "absolute difference between the rates of women and men")
        .from(SourceKind::Computed);
    /// 基本医疗保险参保率: insured persons over residents, of both sexes; may pass 100％.
    MEDICAL_INSURANCE: Percent = amount("basic-medical-insurance-participation-rate", "基本医疗保险参保率", "participation rate in basic medical insurance")
        .counts("参加基本医疗保险的人数", "persons insured")
        .over("人口数", "population")
        .among("户籍或常住人口，以医保部门口径为准；可分男女", "registered or resident population, as the insurance office counts; also by sex")
        .word("人", "persons")
        .from(SourceKind::Records);
    /// 基本医疗保险参保率男女差距: the absolute difference between women and men.
    MEDICAL_INSURANCE_SEX_GAP: PercentagePoints = difference("basic-medical-insurance-participation-rate.sex-gap", "基本医疗保险参保率男女差距", "sex gap in participation in basic medical insurance", MEDICAL_INSURANCE, Between::Sexes)
        .counts("男女参保率之差的绝对值", "absolute difference between the rates of women and men")
        .from(SourceKind::Computed);
    /// 妇女失业保险参保人数: women insured against unemployment.
    FEMALE_UNEMPLOYMENT_INSURED: Persons = amount("female-unemployment-insurance-participants", "妇女失业保险参保人数", "women with unemployment insurance").of_women()
        .counts("参加失业保险的妇女人数", "women insured against unemployment")
        .among("年末参保者", "those insured at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 女职工失业保险参保率: women employees insured against unemployment over women employees to be insured; may pass 100％.
    FEMALE_UNEMPLOYMENT_PARTICIPATION: Percent = amount("female-unemployment-insurance-participation-rate", "女职工失业保险参保率", "women employees' participation rate in unemployment insurance").women_of(super::UNEMPLOYMENT_PARTICIPATION)
        .counts("参加失业保险的女职工人数", "women employees insured against unemployment")
        .over("应参保女职工人数", "women employees to be insured")
        .among("女职工", "women employees")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 妇女工伤保险参保人数: women insured against work injury.
    FEMALE_WORK_INJURY_INSURED: Persons = amount("female-work-injury-insurance-participants", "妇女工伤保险参保人数", "women with work injury insurance").of_women()
        .counts("参加工伤保险的妇女人数", "women insured against work injury")
        .among("年末参保者", "those insured at the end of the year")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 灵活就业和新业态就业女性参保率: women so employed who hold the insurance due to them over women so employed.
    FLEXIBLY_EMPLOYED_WOMEN_INSURED: Percent = share("flexibly-employed-women-insurance-coverage", "灵活就业、新业态就业女性应保尽保率", "social insurance coverage of women in flexible and new forms of work").of_women()
        .counts("参加相应社会保险的人数", "women who hold the insurance due to them")
        .over("灵活就业、新业态就业女性人数", "women in flexible and new forms of work")
        .among("灵活就业、新业态就业女性", "women in flexible and new forms of work")
        .word("人", "women")
        .from(SourceKind::Records);
    /// 符合条件妇女最低生活保障覆盖率: women on the minimum living allowance over women entitled to it.
    FEMALE_LIVING_ALLOWANCE_COVERAGE: Percent = share("female-minimum-living-allowance-coverage", "符合条件妇女最低生活保障覆盖率", "entitled women who receive the minimum living allowance").of_women()
        .counts("纳入最低生活保障的妇女人数", "women who receive the allowance")
        .over("符合条件的妇女人数", "women entitled to it")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("人", "women")
        .from(SourceKind::Register);
    /// 符合条件妇女特困人员救助供养覆盖率: women kept as persons in extreme hardship over women entitled to it.
    FEMALE_HARDSHIP_SUPPORT_COVERAGE: Percent = share("female-extreme-hardship-support-coverage", "符合条件妇女特困人员救助供养覆盖率", "entitled women who receive extreme-hardship support").of_women()
        .counts("纳入特困人员救助供养的妇女人数", "women supported")
        .over("符合条件的妇女人数", "women entitled to it")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("人", "women")
        .from(SourceKind::Register);
    /// 符合条件妇女临时救助覆盖率: women given temporary relief over women entitled to it.
    FEMALE_TEMPORARY_RELIEF_COVERAGE: Percent = share("female-temporary-relief-coverage", "符合条件妇女临时救助覆盖率", "entitled women who receive temporary relief").of_women()
        .counts("获得临时救助的妇女人数", "women given relief")
        .over("符合条件的妇女人数", "women entitled to it")
        .among("女性，全部年龄", "women and girls, all ages")
        .word("人", "women")
        .from(SourceKind::Register);
    /// 养老机构护理型床位数: beds for nursing care in homes for the aged.
    NURSING_BEDS: Count = amount("elderly-home-nursing-beds", "养老机构护理型床位数", "nursing beds in homes for older persons")
        .counts("养老机构中的护理型床位张数", "beds for nursing care")
        .among("养老机构，年末", "homes for older persons, at the end of the year")
        .word("张", "beds")
        .from(SourceKind::Records);
    /// 农村牧区留守妇女信息台账数: registers of left-behind women that a township keeps.
    LEFT_BEHIND_WOMEN_REGISTERS: Count = amount("left-behind-women-registers", "农村牧区留守妇女信息台账数", "registers of women left behind in rural areas").of_rural_areas()
        .counts("建立的留守妇女信息台账册数", "registers of left-behind women kept")
        .among("每个苏木镇", "each township")
        .word("本", "registers")
        .from(SourceKind::Register);

    /// 城市社区综合服务设施覆盖率: urban communities with a general service facility over all urban communities.
    URBAN_COMMUNITY_SERVICE_FACILITIES: Percent = stock("urban-community-service-facility-coverage", "城市社区综合服务设施覆盖率", "urban communities with a general service facility").of_towns()
        .counts("有综合服务设施的城市社区数", "urban communities with a general service facility")
        .over("城市社区数", "urban communities")
        .word("个", "communities")
        .from(SourceKind::Records);
    /// 婚姻家庭纠纷人民调解委员会数: people's mediation committees for disputes of marriage and family.
    FAMILY_MEDIATION_COMMITTEES: Count = amount("family-dispute-mediation-committees", "婚姻家庭纠纷人民调解委员会数", "people's mediation committees for marriage and family disputes")
        .counts("建立的婚姻家庭纠纷人民调解委员会数", "mediation committees set up")
        .word("个", "committees")
        .from(SourceKind::Records);
    /// 每天家务劳动时间: mean minutes a day spent on housework, for women and for men.
    HOUSEWORK_TIME: Minutes = amount("daily-housework-time", "每天家务劳动时间", "daily time spent on housework").at_surveys().aged_from(15)
        .counts("每天用于家务劳动的时间平均值", "mean time spent on housework a day")
        .among("15岁及以上男女", "women and men aged 15 and over")
        .word("分钟", "minutes")
        .from(SourceKind::Survey);
    /// 两性家务劳动时间差距: the absolute difference between women and men in minutes a day.
    HOUSEWORK_TIME_SEX_GAP: Minutes = difference("daily-housework-time.sex-gap", "两性家务劳动时间差距", "sex gap in time spent on housework", HOUSEWORK_TIME, Between::Sexes).at_surveys().aged_from(15)
        .counts("男女每天家务劳动时间之差的绝对值", "absolute difference between the times of women and men")
        .from(SourceKind::Computed);
    /// 城市集中式饮用水水源水质达标率: samples of the towns' central drinking water sources up to standard over samples tested.
    URBAN_WATER_SOURCE_COMPLIANCE: Percent = share("urban-drinking-water-source-quality-compliance-rate", "城市集中式饮用水水源水质达标率", "quality compliance rate of urban centralised drinking water sources").of_towns()
        .counts("水质达标的水样数（或水量）", "samples (or volume) up to the standard")
        .over("监测的水样数（或水量）", "samples (or volume) tested")
        .among("城市集中式饮用水水源", "urban centralised drinking water sources")
        .word("个", "samples")
        .from(SourceKind::Surveillance);
    /// 城镇公共厕所男女厕位比例达标率: public toilets of the towns with the places for women and men that the design standard asks over all of them.
    TOILET_PLACES_COMPLIANCE: Percent = stock("urban-toilet-places-compliance-rate", "城镇公共厕所男女厕位比例达标率", "urban public toilets up to the standard for women's and men's places").of_towns()
        .counts("男女厕位比例达到设计标准的公共厕所数", "public toilets with the ratio of places that the design standard asks")
        .over("公共厕所数", "public toilets")
        .among("城镇公共厕所", "urban public toilets")
        .word("座", "toilets")
        .from(SourceKind::Records);
    /// 公共场所第三卫生间数: toilets built.
    THIRD_TOILETS: Count = amount("third-toilets", "公共场所第三卫生间数", "family toilets in public places")
        .counts("公共场所建成的第三卫生间数", "family toilets built in public places")
        .word("个", "toilets")
        .from(SourceKind::Records);
    /// 氮氧化物减排量: tonnes of nitrogen oxides less than the assessment counts from.
    NITROGEN_OXIDE_REDUCTION: Tonnes = amount("nitrogen-oxide-reduction", "氮氧化物减排量", "reduction of nitrogen oxide emissions")
        .counts("当年氮氧化物减排量", "nitrogen oxides cut in the year")
        .among("按国家考核口径核定", "as accounted in the national assessment")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);
    /// 挥发性有机物减排量: tonnes of volatile organic compounds less than the assessment counts from.
    VOC_REDUCTION: Tonnes = amount("voc-reduction", "挥发性有机物减排量", "reduction of volatile organic compound emissions")
        .counts("当年挥发性有机物减排量", "volatile organic compounds cut in the year")
        .among("按国家考核口径核定", "as accounted in the national assessment")
        .word("吨", "tonnes")
        .from(SourceKind::Surveillance);

    /// 空气优良率: days with good or fair air over days measured.
    GOOD_AIR_DAYS: Percent = share("good-air-quality-rate", "空气优良率", "share of days with good or fair air quality")
        .counts("空气质量为优、良的天数", "days with good or fair air")
        .over("有效监测天数", "days measured")
        .among("旗所在地监测点", "monitoring station of the banner seat")
        .word("天", "days")
        .from(SourceKind::Surveillance);
    /// 女性友好型城市（旗）建设数: whether the banner is a city friendly to women, 1 or 0.
    WOMEN_FRIENDLY_CITIES: Count = amount("women-friendly-cities", "女性友好型城市（旗）建设数", "women-friendly city status of the banner")
        .counts("建成的女性友好型城市数，建成为1，否则为0", "1 if the banner is a women-friendly city, 0 if not")
        .word("个", "cities")
        .from(SourceKind::Files);

    /// 人身安全保护令审核签发率: protection orders issued over those applied for.
    PROTECTION_ORDERS_ISSUED: Percent = share("protection-order-issuance-rate", "人身安全保护令审核签发率", "share of applied-for protection orders that are issued")
        .counts("签发的人身安全保护令件数", "protection orders issued")
        .over("申请人身安全保护令的件数", "applications for one")
        .among("当年法院收到的申请", "applications received by the court in the year")
        .word("件", "orders")
        .from(SourceKind::Records);
    /// 家庭暴力警情数: calls to the police about domestic violence.
    DOMESTIC_VIOLENCE_CALLS: Count = amount("domestic-violence-police-calls", "家庭暴力警情数", "domestic violence calls to the police")
        .counts("公安机关接到的家庭暴力警情起数", "calls about domestic violence received by the police")
        .word("起", "calls")
        .from(SourceKind::Records);
    /// 家庭暴力告诫书出具数: warning letters the police issue in cases of domestic violence.
    WARNING_LETTERS: Count = amount("domestic-violence-warning-letters", "家庭暴力告诫书出具数", "domestic violence warning letters issued")
        .counts("公安机关出具的家庭暴力告诫书份数", "warning letters issued by the police")
        .word("份", "letters")
        .from(SourceKind::Records);
}
