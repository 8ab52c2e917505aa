//! Indicators of both sexes of which a plan asks the figure for women: no target asks for them, and they stand beside it.

use crate::plan::SourceKind;
use crate::plan::hangjin::card::*;

indicators! {
    /// 人均预期寿命: years a child born now may expect to live.
    LIFE_EXPECTANCY: Years = amount("life-expectancy", "人均预期寿命", "life expectancy at birth").at_census()
        .counts("同一时期出生的人预期平均可存活的年数", "years a child born now may expect to live at present death rates")
        .among("男女合计，全部年龄", "both sexes, all ages")
        .word("岁", "years")
        .from(SourceKind::Census);
    /// 人均健康预期寿命: years of life expected in good health.
    HEALTHY_LIFE_EXPECTANCY: Years = amount("healthy-life-expectancy", "人均健康预期寿命", "healthy life expectancy").every(5)
        .counts("预期平均可健康存活的年数", "years expected in good health at present death rates and present health")
        .among("男女合计，全部年龄", "both sexes, all ages")
        .word("岁", "years")
        .from(SourceKind::Survey);
    /// 居民心理健康素养水平: adults who reach the score of mental health literacy over adults surveyed.
    MENTAL_HEALTH_LITERACY: Percent = share("mental-health-literacy-rate", "居民心理健康素养水平", "share of adults with mental health literacy").every(5).aged_from(18)
        .counts("心理健康素养达到规定得分的人数", "adults who reach the score of mental health literacy")
        .over("被调查人数", "persons surveyed")
        .among("18岁及以上居民", "residents aged 18 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 焦虑障碍患病率: adults with an anxiety disorder over adults surveyed.
    ANXIETY_DISORDERS: Percent = share("anxiety-disorder-prevalence", "焦虑障碍患病率", "prevalence of anxiety disorders").every(5).aged_from(18)
        .counts("患焦虑障碍的人数", "adults with an anxiety disorder")
        .over("被调查人数", "persons surveyed")
        .among("18岁及以上居民", "residents aged 18 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 抑郁症患病率: adults with depression over adults surveyed.
    DEPRESSION_PREVALENCE: Percent = share("depression-prevalence", "抑郁症患病率", "prevalence of depression").every(5).aged_from(18)
        .counts("患抑郁症的人数", "adults with depression")
        .over("被调查人数", "persons surveyed")
        .among("18岁及以上居民", "residents aged 18 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 居民健康素养水平: residents who reach the score of health literacy over residents surveyed.
    HEALTH_LITERACY_RATE: Percent = share("health-literacy-rate", "居民健康素养水平", "share of residents with health literacy").aged(15, 69)
        .counts("健康素养达到规定得分的人数", "residents who reach the score of health literacy")
        .over("被调查人数", "persons surveyed")
        .among("15—69岁居民", "residents aged 15-69")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 居民营养知识素养水平: adults who reach the score of nutrition literacy over adults surveyed.
    NUTRITION_LITERACY: Percent = share("nutrition-literacy-rate", "居民营养知识素养水平", "share of adults with nutrition literacy").every(5).aged_from(18)
        .counts("营养知识素养达到规定得分的人数", "adults who reach the score of nutrition literacy")
        .over("被调查人数", "persons surveyed")
        .among("18岁及以上居民", "residents aged 18 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 居民营养标签知晓率: adults who know the nutrition label over adults surveyed.
    NUTRITION_LABEL_KNOWLEDGE: Percent = share("nutrition-label-awareness-rate", "居民营养标签知晓率", "awareness of the nutrition label among adults").at_surveys().aged_from(18)
        .counts("知晓营养标签的人数", "adults who know the nutrition label")
        .over("被调查人数", "persons surveyed")
        .among("18岁及以上居民", "residents aged 18 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 居民经常参加体育锻炼的人数比例: adults who exercise regularly over adults surveyed.
    EXERCISING_REGULARLY: Percent = share("exercising-regularly-share", "居民经常参加体育锻炼的人数比例", "share of adults who exercise regularly").every(5).aged_from(20)
        .counts("每周锻炼3次及以上、每次30分钟及以上、中等及以上强度的人数", "adults who exercise at least three times a week for at least 30 minutes at moderate intensity or more")
        .over("被调查人数", "persons surveyed")
        .among("20岁及以上居民", "residents aged 20 and over")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 国民体质测定标准合格比例: adults who pass the national fitness standard over adults tested.
    PASSING_FITNESS_STANDARD: Percent = share("fitness-standard-pass-rate", "国民体质测定标准合格比例", "share of adults who pass the national fitness standard").every(5).aged(20, 59)
        .counts("达到国民体质测定标准合格及以上等级的人数", "adults who pass the national fitness standard")
        .over("被测定人数", "persons tested")
        .among("20—59岁居民", "residents aged 20-59")
        .word("人", "persons")
        .from(SourceKind::Survey);
    /// 青壮年文盲率: illiterate persons over persons of the young and middle-aged group.
    YOUNG_ILLITERACY: Percent = share("young-illiteracy-rate", "青壮年文盲率", "illiteracy rate among persons aged 15-50").at_census().aged(15, 50)
        .counts("不识字或识字很少的人数", "persons who cannot read or read very little")
        .over("同龄人数", "persons of that age")
        .among("15—50岁人口", "persons aged 15-50")
        .word("人", "persons")
        .from(SourceKind::Census);
    /// 平均受教育年限: mean years of schooling of both sexes.
    MEAN_YEARS_OF_SCHOOLING: SchoolYears = amount("mean-years-of-schooling", "平均受教育年限", "mean years of schooling").at_census().aged_from(15)
        .counts("接受学历教育年数的平均值", "mean years of formal schooling")
        .among("15岁及以上人口", "population aged 15 and over")
        .word("年", "years")
        .from(SourceKind::Census);
    /// 职工职业病发病率: new cases of occupational disease over workers.
    OCCUPATIONAL_DISEASE: Per100k = events("occupational-disease-incidence", "职工职业病发病率", "incidence of occupational disease among workers")
        .counts("新发职业病的职工人数", "workers with a newly found occupational disease")
        .over("职工人数", "workers")
        .among("职工", "workers")
        .word("例", "cases")
        .from(SourceKind::Surveillance);
    /// 农牧民人均工资性收入: mean income from wages in farming and herding households.
    RURAL_WAGE_INCOME: Yuan = amount("rural-mean-wage-income", "农牧民人均工资性收入", "rural mean wage income").of_rural_areas()
        .counts("工资性收入的人均值", "mean income from wages in the year")
        .among("农牧民家庭中的成年人", "adults of farming and herding households")
        .word("元", "yuan")
        .from(SourceKind::Survey);
    /// 农村牧区低收入人口人均收入: mean yearly income of those on the list of low-income households.
    RURAL_LOW_INCOME: Yuan = amount("rural-low-income-mean-income", "农村牧区低收入人口人均收入", "mean income of low-income persons in rural areas").of_rural_areas()
        .counts("年人均收入", "mean income in the year")
        .among("低收入人口名册内的农村牧区人口", "rural persons on the register of low-income persons")
        .word("元", "yuan")
        .from(SourceKind::Register);
    /// 脱贫人口人均收入: mean yearly income of those lifted out of poverty.
    FORMERLY_POOR_INCOME: Yuan = amount("formerly-poor-mean-income", "脱贫人口人均收入", "mean income of persons lifted out of poverty")
        .counts("年人均收入", "mean income in the year")
        .among("建档立卡脱贫人口", "persons on the register of those lifted out of poverty")
        .word("元", "yuan")
        .from(SourceKind::Register);
    /// 职工基本养老保险人均月养老金: mean monthly pension of former employees.
    MEAN_EMPLOYEE_PENSION: Yuan = amount("mean-employee-pension", "职工基本养老保险人均月养老金", "mean monthly pension, employees' basic scheme")
        .counts("月养老金的人均值", "mean pension a month")
        .among("领取职工基本养老保险待遇的人", "persons who draw a pension of the employees' scheme")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 城乡居民基本养老保险人均月养老金: mean monthly pension of residents.
    MEAN_RESIDENT_PENSION: Yuan = amount("mean-resident-pension", "城乡居民基本养老保险人均月养老金", "mean monthly pension, residents' basic scheme")
        .counts("月养老金的人均值", "mean pension a month")
        .among("领取城乡居民基本养老保险待遇的人", "persons who draw a pension of the residents' scheme")
        .word("元", "yuan")
        .from(SourceKind::Records);
    /// 职工失业保险参保率: employees insured against unemployment over employees to be insured; may pass 100％.
    UNEMPLOYMENT_PARTICIPATION: Percent = amount("unemployment-insurance-participation-rate", "职工失业保险参保率", "employees' participation rate in unemployment insurance")
        .counts("参加失业保险的职工人数", "employees insured against unemployment")
        .over("应参保职工人数", "employees to be insured")
        .among("职工", "employees")
        .word("人", "persons")
        .from(SourceKind::Records);
}
