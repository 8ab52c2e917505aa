//! The two plans as documents: titles, domains, number of goals, day of issue.

use alloc::borrow::Cow;

use crate::plan::{Level, Plan};
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

/// The domains of a plan, each with its number of goals.
pub(super) fn goal_counts(plan: &str) -> impl Iterator<Item = (u8, u8)> {
    let counts = if plan == "women" { WOMEN_GOALS } else { CHILDREN_GOALS };
    (1..).zip(counts.iter().copied())
}

/// The women's plan; the English titles are our translation. Used as in [`hangjin`](crate::plan::hangjin).
pub static WOMEN: Plan = plan(
    "women",
    "W",
    "杭锦旗妇女发展规划（2021—2030年）",
    "Hangjin Banner Women's Development Plan 2021-2030",
    &WOMEN_TITLES,
    &WOMEN_TITLES_EN,
);

/// The children's plan; the English titles are our translation. Used as in [`hangjin`](crate::plan::hangjin).
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
    }
}
