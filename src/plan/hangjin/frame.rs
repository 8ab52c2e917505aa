//! The two plans as documents: titles, domains, number of goals, day of issue.

use alloc::borrow::Cow;

use crate::plan::{Level, Plan, UnitKind};
use crate::values::{Date, Text, Year};

/// The day on which both plans were issued.
pub(super) const ISSUED: Date = Date::literal(2022, 8, 9);

pub(super) const WOMEN_DOMAINS: &[&str] =
    &["health", "education", "economy", "decision", "security", "family", "environment", "law"];
pub(super) const CHILDREN_DOMAINS: &[&str] =
    &["health", "safety", "education", "welfare", "family", "environment", "law"];

/// How many main goals each domain has, as printed.
const WOMEN_GOALS: &[u8] = &[11, 9, 11, 11, 9, 9, 11, 9];
const CHILDREN_GOALS: &[u8] = &[13, 10, 10, 11, 8, 10, 10];

/// How many strategy measures each domain has, as printed.
const WOMEN_MEASURES: &[u8] = &[13, 11, 13, 10, 11, 12, 13, 12];
const CHILDREN_MEASURES: &[u8] = &[15, 12, 14, 14, 9, 12, 15];

/// The domains of a plan, each with its number of goals and of measures.
pub(super) fn clause_counts(plan: &str) -> impl Iterator<Item = (u8, u8, u8)> {
    let (goals, measures) = match plan {
        "women" => (WOMEN_GOALS, WOMEN_MEASURES),
        _ => (CHILDREN_GOALS, CHILDREN_MEASURES),
    };
    (1..).zip(goals.iter().zip(measures)).map(|(domain, (goals, measures))| (domain, *goals, *measures))
}

/// The women's plan; the English titles are our translation.
pub static WOMEN: Plan = plan(
    "women",
    "W",
    "杭锦旗妇女发展规划（2021—2030年）",
    "Hangjin Banner Women's Development Plan 2021-2030",
    &WOMEN_TITLES,
    &WOMEN_TITLES_EN,
);

/// The children's plan; the English titles are our translation.
pub static CHILDREN: Plan = plan(
    "children",
    "C",
    "杭锦旗儿童发展规划（2021—2030年）",
    "Hangjin Banner Children's Development Plan 2021-2030",
    &CHILDREN_TITLES,
    &CHILDREN_TITLES_EN,
);

static WOMEN_TITLES: [Text; 8] = [
    Text::from_static("妇女与健康"),
    Text::from_static("妇女与教育"),
    Text::from_static("妇女与经济"),
    Text::from_static("妇女参与决策和管理"),
    Text::from_static("妇女与社会保障"),
    Text::from_static("妇女与家庭建设"),
    Text::from_static("妇女与环境"),
    Text::from_static("妇女与法律"),
];

static WOMEN_TITLES_EN: [Text; 8] = [
    Text::from_static("Women and health"),
    Text::from_static("Women and education"),
    Text::from_static("Women and the economy"),
    Text::from_static("Women in decision-making and management"),
    Text::from_static("Women and social security"),
    Text::from_static("Women and family development"),
    Text::from_static("Women and the environment"),
    Text::from_static("Women and the law"),
];

static CHILDREN_TITLES: [Text; 7] = [
    Text::from_static("儿童与健康"),
    Text::from_static("儿童与安全"),
    Text::from_static("儿童与教育"),
    Text::from_static("儿童与福利"),
    Text::from_static("儿童与家庭"),
    Text::from_static("儿童与环境"),
    Text::from_static("儿童与法律保护"),
];

static CHILDREN_TITLES_EN: [Text; 7] = [
    Text::from_static("Children and health"),
    Text::from_static("Children and safety"),
    Text::from_static("Children and education"),
    Text::from_static("Children and welfare"),
    Text::from_static("Children and the family"),
    Text::from_static("Children and the environment"),
    Text::from_static("Children and legal protection"),
];

/// The kinds of unit of both plans.
const UNIT_KINDS: &[UnitKind] = &[
    unit_kind("midwifery_institution", "助产机构", "midwifery institution", "midwifery institutions"),
    unit_kind("health_centre", "卫生院和社区卫生服务中心", "health centre", "health centres"),
    unit_kind("township", "苏木镇", "township", "townships"),
    unit_kind("village", "嘎查村", "village", "villages"),
    unit_kind("community", "社区", "community", "communities"),
    unit_kind("primary_school", "小学", "primary school", "primary schools"),
    unit_kind("secondary_school", "中学", "secondary school", "secondary schools"),
    unit_kind("party_congress", "党员代表大会", "party congress", "party congresses"),
    unit_kind("people_congress", "人民代表大会", "people's congress", "people's congresses"),
    unit_kind(
        "people_congress_committee",
        "人大常委会",
        "standing committee of a people's congress",
        "standing committees of people's congresses",
    ),
    unit_kind("cppcc", "政协", "political consultative conference", "political consultative conferences"),
    unit_kind(
        "cppcc_committee",
        "政协常委会",
        "standing committee of a political consultative conference",
        "standing committees of political consultative conferences",
    ),
    unit_kind(
        "government_department",
        "旗政府工作部门",
        "department of the banner's government",
        "departments of the banner's government",
    ),
    unit_kind("village_assembly", "村民代表会议", "village assembly", "village assemblies"),
    unit_kind("public_institution", "事业单位", "public institution", "public institutions"),
    unit_kind("state_enterprise", "国有企业", "state-owned enterprise", "state-owned enterprises"),
    unit_kind("workers_congress", "职工代表大会", "workers' congress", "workers' congresses"),
    unit_kind("responsible_body", "责任单位", "responsible body", "responsible bodies"),
    unit_kind(
        "case_handling_body",
        "公安机关、人民检察院、人民法院、司法行政部门",
        "body that handles juvenile cases",
        "bodies that handle juvenile cases",
    ),
];

const fn unit_kind(id: &'static str, zh: &'static str, en: &'static str, plural: &'static str) -> UnitKind {
    UnitKind {
        id: Text::from_static(id),
        zh: Text::from_static(zh),
        en: Text::from_static(en),
        en_plural: Text::from_static(plural),
    }
}

const fn plan(
    id: &'static str,
    letter: &'static str,
    zh: &'static str,
    en: &'static str,
    domains: &'static [Text],
    domains_en: &'static [Text],
) -> Plan {
    Plan {
        id: Text::from_static(id),
        level: Some(Level::County),
        letter: Text::from_static(letter),
        zh: Text::from_static(zh),
        en: Text::from_static(en),
        document: Text::from_static("杭政发〔2022〕139号"),
        issued: ISSUED,
        first: Year::literal(2021),
        last: Year::literal(2030),
        domains: Cow::Borrowed(domains),
        domains_en: Cow::Borrowed(domains_en),
        unit_kinds: Cow::Borrowed(UNIT_KINDS),
    }
}
