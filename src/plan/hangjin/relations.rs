//! The built-in relations between figures and the plausible ranges: one plain table, by the ids of the indicators.
//!
//! A source is named where a form or its explanation asks for the relation; all else, and every range, is this crate's own.

mod ranges;

use alloc::vec::Vec;

use crate::plan::AuditLevel::{self, Must, Should};
use crate::plan::{Figure, FigureOf, Fraction, IndicatorCard, Relation, RelationKind};
use crate::values::{Disaggregation, Number, Text};

/// The audit of the annual report on maternal and child health.
const MCH_AUDIT: &str = "妇幼卫生年报审核关系";
/// The explanation of its indicators.
const MCH_DEFINITIONS: &str = "妇幼卫生年报指标解释";
const OURS: &str = "";

/// A figure as the table has it.
#[derive(Clone, Copy)]
struct Fig {
    of: FigureOf,
    indicator: &'static str,
    unit_kind: &'static str,
    among: Option<Disaggregation>,
    times: Option<Fraction>,
}

const fn fig(of: FigureOf, indicator: &'static str, unit_kind: &'static str) -> Fig {
    Fig { of, indicator, unit_kind, among: None, times: None }
}

/// The value.
const fn v(indicator: &'static str) -> Fig {
    fig(FigureOf::Value, indicator, "")
}

/// The numerator.
const fn n(indicator: &'static str) -> Fig {
    fig(FigureOf::Numerator, indicator, "")
}

/// The denominator.
const fn d(indicator: &'static str) -> Fig {
    fig(FigureOf::Denominator, indicator, "")
}

/// The numerators where both sides have counts, else the values.
const fn c(indicator: &'static str) -> Fig {
    fig(FigureOf::Cases, indicator, "")
}

/// The sum of the values over all units of a kind.
const fn over(indicator: &'static str, unit_kind: &'static str) -> Fig {
    fig(FigureOf::Value, indicator, unit_kind)
}

/// How many units of a kind there are.
const fn roster(unit_kind: &'static str) -> Fig {
    fig(FigureOf::RosterSize, "", unit_kind)
}

const fn number(text: &'static str) -> Fig {
    fig(FigureOf::Number(Number::literal(text)), "", "")
}

impl Fig {
    /// The figure of men and boys.
    const fn men(self) -> Self {
        Self { among: Some(Disaggregation::MALE), ..self }
    }

    const fn times(self, part: u32, whole: u32) -> Self {
        Self { times: Some(Fraction::new(part, whole)), ..self }
    }

    fn figure(self) -> Figure {
        Figure {
            of: self.of,
            indicator: Text::from_static(self.indicator),
            unit_kind: Text::from_static(self.unit_kind),
            disaggregation: self.among,
            times: self.times,
        }
    }
}

/// What a line of the table says.
#[derive(Clone, Copy)]
enum Says {
    Order(&'static [Fig], &'static [Fig]),
    PartOf(&'static [Fig], &'static [Fig]),
    /// Part of, for the numerators and for the denominators of two indicators.
    BothPartOf(&'static str, &'static str),
    Same(&'static [Fig]),
    Sum(&'static [Fig], Fig),
    Within(Fig, Fig, &'static str),
    Between(Fig, &'static [Fig]),
    Change(&'static [Fig], &'static str),
    /// Where the first is more than zero, the second is below a number.
    Consequence(Fig, Fig, &'static str),
    /// Share, mean, and the bound of the share in the unit of the mean.
    ShareAndMean(&'static str, &'static str, &'static str),
}

use Says::*;

/// Id, what it says, how binding it is, the words in Chinese and English, the source.
type Line = (&'static str, Says, AuditLevel, &'static str, &'static str, &'static str);

const DEATHS: &[Line] = &[
    (
        "neonatal-within-infant-deaths",
        Order(&[c("neonatal-mortality-rate")], &[c("infant-mortality-rate")]),
        Must,
        "新生儿死亡数（率）不高于婴儿死亡数（率）",
        "neonatal deaths are infant deaths",
        MCH_AUDIT,
    ),
    (
        "infant-within-under-5-deaths",
        Order(&[c("infant-mortality-rate")], &[c("under-5-mortality-rate")]),
        Must,
        "婴儿死亡数（率）不高于5岁以下儿童死亡数（率）",
        "infant deaths are deaths of children under 5",
        MCH_AUDIT,
    ),
    (
        "live-births",
        Same(&[
            d("infant-mortality-rate"),
            d("neonatal-mortality-rate"),
            d("under-5-mortality-rate"),
            d("maternal-mortality-ratio"),
            d("newborn-visit-rate"),
            d("maternal-systematic-management-rate"),
            d("congenital-syphilis-case-rate"),
            d("newborn-metabolic-screening-rate"),
            d("newborn-hearing-screening-rate"),
        ]),
        Must,
        "以活产数为分母的各项，活产数一致",
        "the live births are one number in every rate that is taken over them",
        MCH_DEFINITIONS,
    ),
    (
        "caesarean-over-live-births",
        Same(&[d("caesarean-section-rate"), d("maternal-mortality-ratio")]),
        Should,
        "剖宫产率以活产数为分母（有的地方用产妇数）",
        "the caesarean section rate is taken over live births (some places take women in childbirth)",
        OURS,
    ),
    (
        "live-births-change",
        Change(
            &[
                d("infant-mortality-rate"),
                d("maternal-mortality-ratio"),
                d("under-5-mortality-rate"),
                d("neonatal-mortality-rate"),
                d("newborn-visit-rate"),
            ],
            "30",
        ),
        Should,
        "活产数与上年相差不超过30％",
        "live births change by at most 30 per cent in a year",
        OURS,
    ),
    (
        "child-injuries-one-population",
        Same(&[
            d("child-injury-mortality-rate"),
            d("child-injury-disability-rate"),
            d("child-drowning-mortality-rate"),
            d("child-road-traffic-mortality-rate"),
            d("child-fall-burn-poisoning-mortality-rate"),
            d("child-fall-burn-poisoning-incidence-rate"),
            d("child-fall-burn-poisoning-disability-rate"),
        ]),
        Must,
        "儿童伤害各率的儿童数一致",
        "the rates of child injuries are taken over one number of children",
        OURS,
    ),
    (
        "injury-deaths-by-cause",
        PartOf(
            &[
                n("child-drowning-mortality-rate"),
                n("child-road-traffic-mortality-rate"),
                n("child-fall-burn-poisoning-mortality-rate"),
            ],
            &[n("child-injury-mortality-rate")],
        ),
        Must,
        "各类伤害死亡之和不大于伤害死亡总数",
        "the deaths by single causes are together at most all deaths by injury",
        OURS,
    ),
    (
        "drowning-within-injury-deaths",
        PartOf(&[c("child-drowning-mortality-rate")], &[c("child-injury-mortality-rate")]),
        Must,
        "溺水死亡不大于伤害死亡",
        "deaths by drowning are deaths by injury",
        OURS,
    ),
    (
        "traffic-within-injury-deaths",
        PartOf(&[c("child-road-traffic-mortality-rate")], &[c("child-injury-mortality-rate")]),
        Must,
        "道路交通事故死亡不大于伤害死亡",
        "deaths in road traffic are deaths by injury",
        OURS,
    ),
    (
        "falls-within-injury-deaths",
        PartOf(&[c("child-fall-burn-poisoning-mortality-rate")], &[c("child-injury-mortality-rate")]),
        Must,
        "跌倒、跌落、烧烫伤和中毒等死亡不大于伤害死亡",
        "deaths by falls, burns and poisoning are deaths by injury",
        OURS,
    ),
    (
        "falls-outcomes-within-cases",
        PartOf(
            &[n("child-fall-burn-poisoning-mortality-rate"), n("child-fall-burn-poisoning-disability-rate")],
            &[n("child-fall-burn-poisoning-incidence-rate")],
        ),
        Must,
        "跌倒、跌落、烧烫伤和中毒等致死、致残之和不大于发生数",
        "those who die or stay disabled are among those who were hurt",
        OURS,
    ),
    (
        "falls-within-injury-disability",
        PartOf(&[c("child-fall-burn-poisoning-disability-rate")], &[c("child-injury-disability-rate")]),
        Must,
        "跌倒、跌落、烧烫伤和中毒等致残不大于伤害致残",
        "disability by falls, burns and poisoning is disability by injury",
        OURS,
    ),
    (
        "under-18-population",
        Same(&[d("juvenile-offender-rate"), d("child-injury-mortality-rate")]),
        Should,
        "未成年人数一致（来源不同的请核对）",
        "the number of persons under 18 is one, whoever tells it",
        OURS,
    ),
    (
        "healthy-within-life-expectancy",
        Order(&[v("female-healthy-life-expectancy")], &[v("female-life-expectancy")]),
        Must,
        "健康预期寿命不高于预期寿命",
        "years in health are at most the years of life",
        OURS,
    ),
];

const MOTHERS: &[Line] = &[
    (
        "women-in-childbirth",
        Same(&[
            d("maternal-hiv-testing-rate"),
            d("maternal-syphilis-testing-rate"),
            d("maternal-hepatitis-b-testing-rate"),
            d("antenatal-screening-rate"),
            d("early-pregnancy-hiv-testing-rate"),
            d("early-pregnancy-syphilis-testing-rate"),
            d("early-pregnancy-hepatitis-b-testing-rate"),
        ]),
        Must,
        "以产妇数为分母的各项，产妇数一致",
        "the women in childbirth are one number in every rate that is taken over them",
        MCH_DEFINITIONS,
    ),
    (
        "women-in-childbirth-and-live-births",
        Within(d("maternal-hiv-testing-rate"), d("maternal-mortality-ratio"), "5"),
        Should,
        "产妇数与活产数相差不超过5％",
        "women in childbirth and live births differ by at most 5 per cent (twins, stillbirths)",
        OURS,
    ),
    (
        "women-in-childbirth-change",
        Change(
            &[
                d("maternal-hiv-testing-rate"),
                d("maternal-syphilis-testing-rate"),
                d("maternal-hepatitis-b-testing-rate"),
            ],
            "30",
        ),
        Should,
        "产妇数与上年相差不超过30％",
        "women in childbirth change by at most 30 per cent in a year",
        OURS,
    ),
    (
        "hiv-infected-within-tested",
        PartOf(&[d("maternal-hiv-treatment-rate")], &[n("maternal-hiv-testing-rate")]),
        Should,
        "艾滋病感染产妇数不大于检测人数（孕前已知者可例外）",
        "mothers with HIV are among those tested, unless known before",
        OURS,
    ),
    (
        "syphilis-infected-within-tested",
        PartOf(&[d("maternal-syphilis-treatment-rate")], &[n("maternal-syphilis-testing-rate")]),
        Must,
        "梅毒感染产妇数不大于检测人数",
        "mothers with syphilis are among those tested",
        OURS,
    ),
    (
        "anaemia-examined",
        Order(&[d("maternal-anaemia-prevalence")], &[d("maternal-hiv-testing-rate").times(11, 10)]),
        Should,
        "检查血红蛋白的孕产妇数不超过产妇数的1.1倍",
        "mothers examined for anaemia are at most 1.1 times the women in childbirth",
        OURS,
    ),
    (
        "cancer-screening-population",
        Same(&[d("cervical-cancer-screening-rate"), d("breast-cancer-screening-rate")]),
        Should,
        "两癌筛查的适龄妇女数一致",
        "both cancers are screened in one age group",
        OURS,
    ),
    (
        "early-hiv-testing",
        PartOf(&[c("early-pregnancy-hiv-testing-rate")], &[c("maternal-hiv-testing-rate")]),
        Must,
        "孕早期艾滋病检测不多于孕产妇艾滋病检测",
        "women tested for HIV early in pregnancy are among those tested",
        OURS,
    ),
    (
        "early-syphilis-testing",
        PartOf(&[c("early-pregnancy-syphilis-testing-rate")], &[c("maternal-syphilis-testing-rate")]),
        Must,
        "孕早期梅毒检测不多于孕产妇梅毒检测",
        "women tested for syphilis early in pregnancy are among those tested",
        OURS,
    ),
    (
        "early-hepatitis-b-testing",
        PartOf(&[c("early-pregnancy-hepatitis-b-testing-rate")], &[c("maternal-hepatitis-b-testing-rate")]),
        Must,
        "孕早期乙肝检测不多于孕产妇乙肝检测",
        "women tested for hepatitis B early in pregnancy are among those tested",
        OURS,
    ),
    (
        "congenital-syphilis-within-infected",
        Order(&[n("congenital-syphilis-case-rate")], &[d("maternal-syphilis-treatment-rate")]),
        Should,
        "先天梅毒例数不大于梅毒感染产妇数（母亲未被发现者可例外）",
        "cases of congenital syphilis are at most the mothers with syphilis, unless a mother was not found",
        OURS,
    ),
    (
        "confirmed-within-screened",
        PartOf(
            &[d("newborn-screening-confirmed-case-treatment-rate")],
            &[n("newborn-metabolic-screening-rate"), n("newborn-hearing-screening-rate")],
        ),
        Must,
        "新生儿疾病确诊病例数不大于筛查人数",
        "confirmed cases are among the newborns screened",
        OURS,
    ),
    (
        "cervical-cancer-diagnosed",
        Same(&[d("cervical-cancer-early-diagnosis-and-treatment-rate"), d("cervical-cancer-treatment-rate")]),
        Should,
        "宫颈癌早诊早治率与治疗率的确诊人数一致",
        "early and all treatment of cervical cancer are taken over one number of patients",
        OURS,
    ),
];

const CHILDREN: &[Line] = &[
    (
        "births-within-under-3",
        Order(&[d("infant-mortality-rate")], &[d("under-3-systematic-management-rate")]),
        Should,
        "当年活产数不大于3岁以下儿童数",
        "the live births of the year are at most the children under 3",
        OURS,
    ),
    (
        "under-3-within-under-7",
        Order(&[d("under-3-systematic-management-rate")], &[d("under-7-health-management-rate")]),
        Must,
        "3岁以下儿童数不大于7岁以下儿童数",
        "children under 3 are children under 7",
        MCH_AUDIT,
    ),
    (
        "managed-under-3-within-under-7",
        Order(&[n("under-3-systematic-management-rate")], &[n("under-7-health-management-rate")]),
        Must,
        "3岁以下系统管理数不大于7岁以下健康管理数",
        "children under 3 in systematic care are children under 7 in care",
        MCH_AUDIT,
    ),
    (
        "children-under-7",
        Same(&[d("eye-examination-coverage-0-6"), d("under-7-health-management-rate")]),
        Must,
        "0—6岁即7岁以下，儿童数一致",
        "aged 0 to 6 is younger than 7: one number of children",
        OURS,
    ),
    (
        "eyes-examined-within-managed",
        Order(&[n("eye-examination-coverage-0-6")], &[n("under-7-health-management-rate")]),
        Should,
        "眼保健检查人数不大于健康管理人数",
        "children whose eyes were examined are in health care",
        OURS,
    ),
    (
        "anaemia-examined-within-under-7",
        Order(&[d("under-5-anaemia-rate")], &[d("under-7-health-management-rate")]),
        Must,
        "5岁以下检查血红蛋白人数不大于7岁以下儿童数",
        "children under 5 examined for anaemia are children under 7",
        OURS,
    ),
    (
        "haemoglobin-within-measured",
        Order(&[d("under-5-anaemia-rate")], &[d("under-5-stunting-rate")]),
        Should,
        "检查血红蛋白人数不大于测量身高人数",
        "children examined for anaemia were also measured",
        MCH_AUDIT,
    ),
    (
        "breastfed-surveyed-within-births",
        Order(&[d("exclusive-breastfeeding-rate")], &[d("infant-mortality-rate")]),
        Should,
        "纯母乳喂养调查人数不大于活产数",
        "infants surveyed on breastfeeding are at most the live births",
        OURS,
    ),
    (
        "children-under-7-change",
        Change(&[d("under-7-health-management-rate"), d("eye-examination-coverage-0-6")], "30"),
        Should,
        "7岁以下儿童数与上年相差不超过30％",
        "children under 7 change by at most 30 per cent in a year",
        OURS,
    ),
    (
        "children-under-3-change",
        Change(&[d("under-3-systematic-management-rate")], "30"),
        Should,
        "3岁以下儿童数与上年相差不超过30％",
        "children under 3 change by at most 30 per cent in a year",
        OURS,
    ),
    (
        "obesity-within-overweight",
        Order(&[v("child-obesity-rate")], &[v("child-overweight-rate")]),
        Should,
        "肥胖率一般不高于超重率",
        "fewer children are obese than overweight",
        OURS,
    ),
    (
        "overweight-and-obesity",
        Order(&[v("child-overweight-rate"), v("child-obesity-rate")], &[number("100")]),
        Must,
        "超重率与肥胖率之和不超过100％",
        "overweight and obesity exclude one another: together at most 100 per cent",
        OURS,
    ),
    (
        "weight-measured",
        Same(&[d("child-overweight-rate"), d("child-obesity-rate")]),
        Must,
        "超重率与肥胖率以同一测量人数为分母",
        "overweight and obesity are taken over one number of children measured",
        OURS,
    ),
    (
        "myopia-primary-junior",
        Order(&[v("primary-pupil-myopia-rate")], &[v("junior-secondary-myopia-rate")]),
        Should,
        "小学生近视率一般不高于初中生",
        "pupils of primary schools are less short-sighted than those of junior secondary schools",
        OURS,
    ),
    (
        "myopia-junior-senior",
        Order(&[v("junior-secondary-myopia-rate")], &[v("senior-secondary-myopia-rate")]),
        Should,
        "初中生近视率一般不高于高中阶段学生",
        "pupils of junior secondary schools are less short-sighted than those of senior secondary schools",
        OURS,
    ),
    (
        "fitness-good-within-pass",
        Order(&[c("pupil-fitness-good-rate")], &[c("pupil-fitness-pass-rate")]),
        Must,
        "优良人数（率）不高于合格人数（率）",
        "pupils with a good result have passed",
        OURS,
    ),
    (
        "fitness-tested",
        Same(&[d("pupil-fitness-good-rate"), d("pupil-fitness-pass-rate")]),
        Must,
        "优良率与合格率以同一测试人数为分母",
        "good and pass rates are taken over one number of pupils tested",
        OURS,
    ),
    (
        "hours-of-a-day-primary",
        Order(
            &[
                v("primary-pupil-sleep-hours"),
                v("daily-outdoor-sport-hours"),
                v("compulsory-education-homework-time").times(1, 60),
            ],
            &[number("24")],
        ),
        Must,
        "小学生睡眠、运动、作业时间之和不超过24小时",
        "sleep, sport and homework of primary pupils fit into 24 hours",
        OURS,
    ),
    (
        "hours-of-a-day-junior",
        Order(
            &[
                v("junior-secondary-sleep-hours"),
                v("daily-outdoor-sport-hours"),
                v("compulsory-education-homework-time").times(1, 60),
            ],
            &[number("24")],
        ),
        Must,
        "初中生睡眠、运动、作业时间之和不超过24小时",
        "sleep, sport and homework of junior secondary pupils fit into 24 hours",
        OURS,
    ),
    (
        "hours-of-a-day-senior",
        Order(&[v("senior-secondary-sleep-hours"), v("daily-outdoor-sport-hours")], &[number("24")]),
        Must,
        "高中生睡眠、运动时间之和不超过24小时",
        "sleep and sport of senior secondary pupils fit into 24 hours",
        OURS,
    ),
    (
        "sleep-senior-junior",
        Order(&[v("senior-secondary-sleep-hours")], &[v("junior-secondary-sleep-hours")]),
        Should,
        "高中生睡眠时间一般不多于初中生",
        "senior secondary pupils sleep no longer than junior ones",
        OURS,
    ),
    (
        "sleep-junior-primary",
        Order(&[v("junior-secondary-sleep-hours")], &[v("primary-pupil-sleep-hours")]),
        Should,
        "初中生睡眠时间一般不多于小学生",
        "junior secondary pupils sleep no longer than primary ones",
        OURS,
    ),
    (
        "sport-share-and-mean",
        ShareAndMean("daily-outdoor-sport-share", "daily-outdoor-sport-hours", "1"),
        Must,
        "每天运动1小时以上的比例与平均时间相符",
        "the share who have an hour of sport and the mean agree",
        OURS,
    ),
    (
        "primary-sleep-share-and-mean",
        ShareAndMean("primary-pupil-sleep-share", "primary-pupil-sleep-hours", "10"),
        Must,
        "小学生睡眠10小时以上的比例与平均时间相符",
        "the share of primary pupils who sleep 10 hours and the mean agree",
        OURS,
    ),
    (
        "junior-sleep-share-and-mean",
        ShareAndMean("junior-secondary-sleep-share", "junior-secondary-sleep-hours", "9"),
        Must,
        "初中生睡眠9小时以上的比例与平均时间相符",
        "the share of junior secondary pupils who sleep 9 hours and the mean agree",
        OURS,
    ),
    (
        "senior-sleep-share-and-mean",
        ShareAndMean("senior-secondary-sleep-share", "senior-secondary-sleep-hours", "8"),
        Must,
        "高中生睡眠8小时以上的比例与平均时间相符",
        "the share of senior secondary pupils who sleep 8 hours and the mean agree",
        OURS,
    ),
    (
        "compulsory-schools",
        Same(&[d("test-free-nearby-admission-coverage"), d("after-school-service-until-end-of-work")]),
        Should,
        "义务教育学校数一致",
        "the schools of compulsory education are one number",
        OURS,
    ),
    (
        "primary-and-secondary-schools",
        Same(&[d("school-health-education-rate"), d("school-sports-facility-compliance-rate")]),
        Should,
        "中小学校数一致",
        "the primary and secondary schools are one number",
        OURS,
    ),
    (
        "childcare-places-per-institution",
        Order(&[v("childcare-institutions")], &[v("childcare-places")]),
        Must,
        "每个托育机构至少有一个托位",
        "every childcare institution has a place at least",
        OURS,
    ),
    (
        "childcare-places-few",
        Order(&[v("childcare-institutions").times(5, 1)], &[v("childcare-places")]),
        Should,
        "每个托育机构平均不少于5个托位",
        "a childcare institution has 5 places or more on average",
        OURS,
    ),
    (
        "childcare-places-many",
        Order(&[v("childcare-places")], &[v("childcare-institutions").times(500, 1)]),
        Should,
        "每个托育机构平均不多于500个托位",
        "a childcare institution has 500 places or fewer on average",
        OURS,
    ),
    (
        "venues-with-young-pioneers",
        PartOf(&[d("young-pioneers-in-venues-coverage")], &[v("out-of-school-venues")]),
        Should,
        "具备条件的校外活动场所不多于全部场所",
        "the venues that qualify are among all venues",
        OURS,
    ),
    (
        "township-social-workers",
        PartOf(&[over("township-child-social-workers", "township")], &[v("child-social-work-staff")]),
        Must,
        "苏木镇专职儿童社工不多于儿童社工队伍",
        "the child social workers of the townships belong to the staff",
        OURS,
    ),
    (
        "retention-between-girls-and-boys",
        Between(
            v("compulsory-education-retention-rate"),
            &[v("girls-compulsory-education-retention-rate"), v("compulsory-education-retention-rate").men()],
        ),
        Must,
        "九年义务教育巩固率介于女童与男童之间",
        "retention lies between that of girls and that of boys",
        OURS,
    ),
    (
        "drop-outs-and-retention",
        Consequence(v("girls-dropping-out"), v("girls-compulsory-education-retention-rate"), "100"),
        Should,
        "有女童辍学时，女童巩固率一般低于100％（有转入者可例外）",
        "where girls drop out, their retention is below 100 per cent, unless pupils moved in",
        OURS,
    ),
];

const POSTS: &[Line] = &[
    (
        "urban-units-within-employed",
        BothPartOf("women-share-of-urban-unit-employed", "women-share-of-employed"),
        Must,
        "城镇单位就业人员不多于全部就业人员",
        "employed in urban units are among all employed",
        OURS,
    ),
    (
        "professionals-within-employed",
        BothPartOf("women-share-of-senior-professionals", "women-share-of-employed"),
        Must,
        "高级专业技术人员不多于就业人员",
        "senior professionals are among the employed",
        OURS,
    ),
    (
        "women-workers-within-employed",
        PartOf(&[d("female-occupational-disease-incidence")], &[n("women-share-of-employed")]),
        Should,
        "女职工数不大于女性就业人数",
        "women workers are among the women employed",
        OURS,
    ),
    (
        "unemployment-insured-within-employed",
        PartOf(&[v("female-unemployment-insurance-participants")], &[n("women-share-of-employed")]),
        Should,
        "失业保险女性参保人数不大于女性就业人数",
        "women with unemployment insurance are among the women employed",
        OURS,
    ),
    (
        "injury-insured-within-employed",
        PartOf(&[v("female-work-injury-insurance-participants")], &[n("women-share-of-employed")]),
        Should,
        "工伤保险女性参保人数不大于女性就业人数",
        "women with work injury insurance are among the women employed",
        OURS,
    ),
    (
        "township-chiefs-within-leadership",
        PartOf(&[v("women-in-township-chief-posts")], &[over("women-in-township-leadership", "township")]),
        Must,
        "苏木镇女性正职不多于班子女干部",
        "women in chief posts of townships are in their leadership",
        OURS,
    ),
    (
        "department-chiefs-within-leadership",
        BothPartOf("women-share-of-department-chief-posts", "women-share-of-department-leadership"),
        Must,
        "工作部门正职不多于班子成员",
        "chiefs of departments are in their leadership",
        OURS,
    ),
    (
        "village-heads-within-committee",
        BothPartOf("women-share-of-village-committee-heads", "women-share-of-village-committee"),
        Must,
        "嘎查村委会主任是委员会成员",
        "heads of village committees are members",
        OURS,
    ),
    (
        "residents-heads-within-committee",
        BothPartOf("women-share-of-residents-committee-heads", "women-share-of-residents-committee"),
        Must,
        "居委会主任是委员会成员",
        "heads of residents' committees are members",
        OURS,
    ),
    (
        "village-secretaries-within-organisation",
        BothPartOf("women-share-of-village-party-secretaries", "women-share-of-village-party-organisation"),
        Must,
        "嘎查村党组织书记是党组织成员",
        "party secretaries of villages are members of the organisation",
        OURS,
    ),
    (
        "community-secretaries-within-organisation",
        BothPartOf(
            "women-share-of-community-party-secretaries",
            "women-share-of-community-party-organisation",
        ),
        Must,
        "社区党组织书记是党组织成员",
        "party secretaries of communities are members of the organisation",
        OURS,
    ),
    (
        "village-heads-and-villages",
        PartOf(&[d("women-share-of-village-committee-heads")], &[roster("village")]),
        Must,
        "嘎查村委会主任数不多于嘎查村数",
        "there are at most as many heads of village committees as villages",
        OURS,
    ),
    (
        "residents-heads-and-communities",
        PartOf(&[d("women-share-of-residents-committee-heads")], &[roster("community")]),
        Must,
        "居委会主任数不多于社区数",
        "there are at most as many heads of residents' committees as communities",
        OURS,
    ),
    (
        "village-heads-change",
        Change(&[d("women-share-of-village-committee-heads")], "30"),
        Should,
        "嘎查村数与上年相差不超过30％",
        "villages change by at most 30 per cent in a year",
        OURS,
    ),
    (
        "congress-committee-within-deputies",
        BothPartOf("women-share-of-peoples-congress-committee", "women-share-of-peoples-congress-deputies"),
        Must,
        "人大常委会组成人员都是人大代表",
        "members of the standing committee are deputies",
        OURS,
    ),
    (
        "cppcc-committee-within-members",
        BothPartOf("women-share-of-cppcc-committee", "women-share-of-cppcc-members"),
        Must,
        "政协常委都是政协委员",
        "members of the CPPCC standing committee are CPPCC members",
        OURS,
    ),
    (
        "delegates-within-party-members",
        BothPartOf("women-share-of-party-congress-delegates", "women-share-of-party-members"),
        Must,
        "党代表都是党员",
        "delegates to the party congress are party members",
        OURS,
    ),
    (
        "deputies-within-candidates",
        PartOf(
            &[n("women-share-of-peoples-congress-deputies")],
            &[v("women-among-peoples-congress-candidates")],
        ),
        Must,
        "当选女代表不多于女候选人",
        "women elected were candidates",
        OURS,
    ),
    (
        "institutions-within-staff",
        BothPartOf("women-share-of-public-institution-staff", "women-share-of-staff"),
        Must,
        "事业单位职工不多于企事业单位职工",
        "staff of public institutions are among all staff",
        OURS,
    ),
    (
        "institution-leadership-within-staff",
        BothPartOf("women-share-of-public-institution-leadership", "women-share-of-public-institution-staff"),
        Must,
        "事业单位班子成员不多于职工",
        "leaders of public institutions are among their staff",
        OURS,
    ),
    (
        "institution-decisions-within-staff",
        BothPartOf(
            "women-share-of-public-institution-decision-makers",
            "women-share-of-public-institution-staff",
        ),
        Must,
        "事业单位决策管理人员不多于职工",
        "decision makers of public institutions are among their staff",
        OURS,
    ),
    (
        "workers-congress-within-staff",
        BothPartOf("women-share-of-workers-congress", "women-share-of-staff"),
        Must,
        "职工代表大会代表不多于职工",
        "delegates of workers' congresses are among the staff",
        OURS,
    ),
    (
        "resident-pension-within-employee",
        Order(&[v("female-mean-resident-pension")], &[v("female-mean-employee-pension")]),
        Should,
        "城乡居民养老金一般不高于职工养老金",
        "pensions of residents are lower than those of employees",
        OURS,
    ),
    (
        "warning-letters-within-calls",
        Order(&[v("domestic-violence-warning-letters")], &[v("domestic-violence-police-calls")]),
        Should,
        "家庭暴力告诫书一般不多于警情",
        "warning letters are at most the calls to the police",
        OURS,
    ),
];

const PLACES: &[Line] = &[
    (
        "childrens-homes-and-communities",
        Sum(&[roster("village"), roster("community")], d("community-childrens-home-coverage")),
        Should,
        "儿童之家覆盖率的分母等于嘎查村与社区数",
        "children's homes are counted over all villages and communities",
        OURS,
    ),
    (
        "womens-councils-and-communities",
        Sum(&[roster("village"), roster("community")], d("womens-council-coverage")),
        Should,
        "妇女议事会覆盖率的分母等于嘎查村与社区数",
        "women's councils are counted over all villages and communities",
        OURS,
    ),
    (
        "urban-stations-and-communities",
        Within(d("urban-family-education-station-coverage"), roster("community"), "0"),
        Should,
        "分母等于名录内的社区数",
        "the denominator is the number of communities on the roster",
        OURS,
    ),
    (
        "rural-stations-and-villages",
        Within(d("rural-family-education-station-coverage"), roster("village"), "0"),
        Should,
        "分母等于名录内的嘎查村数",
        "the denominator is the number of villages on the roster",
        OURS,
    ),
    (
        "air-days-of-the-year",
        Order(&[d("good-air-quality-rate")], &[fig(FigureOf::DaysOfTheYear, "", "")]),
        Must,
        "监测天数不超过全年天数",
        "the days measured are at most the days of the year",
        OURS,
    ),
    (
        "tap-water-within-centralised-supply",
        Order(&[v("rural-tap-water-coverage")], &[v("rural-centralised-water-supply-coverage")]),
        Should,
        "农村牧区自来水普及率一般不高于集中供水率",
        "rural tap water comes from a centralised supply",
        OURS,
    ),
    (
        "sanitary-toilets",
        Same(&[d("rural-sanitary-toilets-in-use-rate"), n("rural-sanitary-toilet-coverage")]),
        Must,
        "卫生厕所实际利用率以卫生厕所户数为分母",
        "toilets in use are taken over the households that have one",
        OURS,
    ),
];

/// All of them.
pub(super) fn relations(cards: impl Iterator<Item = &'static IndicatorCard> + Clone) -> Vec<Relation> {
    let mut relations = Vec::new();
    for line in [DEATHS, MOTHERS, CHILDREN, POSTS, PLACES].into_iter().flatten() {
        read(*line, &mut relations);
    }
    // A share of women and the same share of men make the whole.
    for card in cards.clone().filter(|card| card.id.contains("women-share-of-")) {
        let figure = |among| Figure {
            of: FigureOf::Value,
            indicator: card.id.clone(),
            unit_kind: Text::from_static(""),
            disaggregation: among,
            times: None,
        };
        relations.push(Relation {
            id: alloc::format!("women-and-men.{}", card.id).into(),
            says: RelationKind::Sum {
                parts: alloc::vec![figure(None), figure(Some(Disaggregation::MALE))],
                whole: number("100").figure(),
            },
            level: Must,
            zh: Text::from_static("女性比例与男性比例之和为100％"),
            en: Text::from_static("the shares of women and of men make 100 per cent"),
            source: Text::from_static(OURS),
        });
    }
    relations.extend(ranges::ranges(cards));
    relations
}

fn read((id, says, level, zh, en, source): Line, relations: &mut Vec<Relation>) {
    let mut push = |id: Text, says| {
        let (zh, en, source) = (Text::from_static(zh), Text::from_static(en), Text::from_static(source));
        relations.push(Relation { id, says, level, zh, en, source });
    };
    let all = |figures: &[Fig]| figures.iter().map(|figure| figure.figure()).collect::<Vec<_>>();
    let percent = Number::literal;
    let kind = match says {
        Order(left, right) => RelationKind::Order { left: all(left), right: all(right) },
        PartOf(left, right) => RelationKind::PartOf { left: all(left), right: all(right) },
        BothPartOf(part, whole) => {
            for (suffix, of) in [("numerator", n as fn(&'static str) -> Fig), ("denominator", d)] {
                let kind = RelationKind::PartOf { left: all(&[of(part)]), right: all(&[of(whole)]) };
                push(alloc::format!("{id}.{suffix}").into(), kind);
            }
            return;
        }
        Same(figures) => RelationKind::Same { figures: all(figures) },
        Sum(parts, whole) => RelationKind::Sum { parts: all(parts), whole: whole.figure() },
        Within(left, right, most) => {
            RelationKind::Within { left: left.figure(), right: right.figure(), percent: percent(most) }
        }
        Between(total, parts) => RelationKind::Between { total: total.figure(), parts: all(parts) },
        Consequence(cause, effect, below) => RelationKind::Consequence {
            cause: cause.figure(),
            effect: effect.figure(),
            below: Number::literal(below),
        },
        Change(figures, most) => RelationKind::Change { figures: all(figures), percent: percent(most) },
        ShareAndMean(share, mean, bound) => RelationKind::ShareAndMean {
            share: v(share).figure(),
            mean: v(mean).figure(),
            bound: Number::literal(bound),
        },
    };
    push(Text::from_static(id), kind);
}
