//! Hangjin Banner's plans for women and for children, 2021-2030 (杭政发〔2022〕139号).
//!
//! ```
//! use dabiao::Catalogue;
//! use dabiao::catalogue::hangjin::{CHILDREN, VERSION, WOMEN, children, indicators, women};
//! let catalogue = Catalogue::hangjin();
//! let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
//! assert_eq!(*target, women::goals::MATERNAL_MORTALITY);
//! assert_eq!(target.indicator, indicators::MATERNAL_MORTALITY_RATIO.id());
//! assert_eq!((WOMEN.domains.len(), CHILDREN.domains.len(), VERSION), (8, 7, "2021-2030/1"));
//! assert_eq!((&*WOMEN.domains[2], &*WOMEN.domains_en[2]), ("妇女与经济", "Women and the economy"));
//! // Strategy measures and duties have modules of their own.
//! let measure = &children::measures::PAEDIATRICIANS;
//! assert_eq!(catalogue.target(&measure.id)?, measure);
//! assert_eq!(catalogue.target(&women::duties::PLAN_FILING.id)?.plan, "women");
//! # Ok::<(), dabiao::Error>(())
//! ```

use alloc::borrow::Cow;

use super::card;
use super::ledger::Unquantified;
use crate::citation::{Level, Plan};
use crate::indicator::IndicatorCard;
use crate::period::{Date, Year};
use crate::target::Target;

pub mod children;
pub mod indicators;
pub mod women;

/// The version of the catalogue: counted up whenever a fact changes. Shown in the [module](self).
pub const VERSION: &str = "2021-2030/1";

/// The day on which both plans were issued.
pub(super) const ISSUED: Date = Date::literal(2022, 8, 9);

pub(super) const WOMEN_DOMAINS: &[&str] =
    &["health", "education", "economy", "decision", "security", "family", "environment", "law"];
pub(super) const CHILDREN_DOMAINS: &[&str] =
    &["health", "safety", "education", "welfare", "family", "environment", "law"];

/// How many main goals each domain has, as printed.
const WOMEN_GOALS: &[u8] = &[11, 9, 11, 11, 9, 9, 11, 9];
const CHILDREN_GOALS: &[u8] = &[13, 10, 10, 11, 8, 10, 10];

/// The goals without a target, by plan.
pub(super) fn unquantified() -> [(&'static str, &'static [Unquantified]); 2] {
    [("women", women::goals::UNQUANTIFIED), ("children", children::goals::UNQUANTIFIED)]
}

/// The domains of a plan, each with its number of goals.
pub(super) fn goal_counts(plan: &str) -> impl Iterator<Item = (u8, u8)> {
    let counts = if plan == "women" { WOMEN_GOALS } else { CHILDREN_GOALS };
    (1..).zip(counts.iter().copied())
}

/// The cards of all indicators.
pub(super) fn indicator_cards() -> impl Iterator<Item = &'static IndicatorCard> {
    [
        indicators::shared::CARDS,
        indicators::women::CARDS,
        indicators::children::CARDS,
        indicators::duties::CARDS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The targets of both plans, in printed order.
pub(super) fn targets() -> impl Iterator<Item = &'static Target> {
    [
        women::goals::CARDS,
        women::measures::CARDS,
        women::duties::CARDS,
        children::goals::CARDS,
        children::measures::CARDS,
        children::duties::CARDS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The women's plan; the English titles are our translation. Shown in the [module](self).
pub static WOMEN: Plan = plan(
    "women",
    "W",
    "杭锦旗妇女发展规划（2021—2030年）",
    "Hangjin Banner Women's Development Plan 2021-2030",
    &[
        Cow::Borrowed("妇女与健康"),
        Cow::Borrowed("妇女与教育"),
        Cow::Borrowed("妇女与经济"),
        Cow::Borrowed("妇女参与决策和管理"),
        Cow::Borrowed("妇女与社会保障"),
        Cow::Borrowed("妇女与家庭建设"),
        Cow::Borrowed("妇女与环境"),
        Cow::Borrowed("妇女与法律"),
    ],
    &[
        Cow::Borrowed("Women and health"),
        Cow::Borrowed("Women and education"),
        Cow::Borrowed("Women and the economy"),
        Cow::Borrowed("Women in decision-making and management"),
        Cow::Borrowed("Women and social security"),
        Cow::Borrowed("Women and family development"),
        Cow::Borrowed("Women and the environment"),
        Cow::Borrowed("Women and the law"),
    ],
);

/// The children's plan; the English titles are our translation. Shown in the [module](self).
pub static CHILDREN: Plan = plan(
    "children",
    "C",
    "杭锦旗儿童发展规划（2021—2030年）",
    "Hangjin Banner Children's Development Plan 2021-2030",
    &[
        Cow::Borrowed("儿童与健康"),
        Cow::Borrowed("儿童与安全"),
        Cow::Borrowed("儿童与教育"),
        Cow::Borrowed("儿童与福利"),
        Cow::Borrowed("儿童与家庭"),
        Cow::Borrowed("儿童与环境"),
        Cow::Borrowed("儿童与法律保护"),
    ],
    &[
        Cow::Borrowed("Children and health"),
        Cow::Borrowed("Children and safety"),
        Cow::Borrowed("Children and education"),
        Cow::Borrowed("Children and welfare"),
        Cow::Borrowed("Children and the family"),
        Cow::Borrowed("Children and the environment"),
        Cow::Borrowed("Children and legal protection"),
    ],
);

const fn plan(
    id: &'static str,
    letter: &'static str,
    zh: &'static str,
    en: &'static str,
    domains: &'static [Cow<'static, str>],
    domains_en: &'static [Cow<'static, str>],
) -> Plan {
    Plan {
        id: Cow::Borrowed(id),
        level: Some(Level::County),
        letter: Cow::Borrowed(letter),
        zh: Cow::Borrowed(zh),
        en: Cow::Borrowed(en),
        document: Cow::Borrowed("杭政发〔2022〕139号"),
        issued: ISSUED,
        first: Year::literal(2021),
        last: Year::literal(2030),
        domains: Cow::Borrowed(domains),
        domains_en: Cow::Borrowed(domains_en),
    }
}

const _: () = {
    use indicators::{children, duties, shared, women};
    card::disjoint_indicators(shared::CARDS, women::CARDS);
    card::disjoint_indicators(shared::CARDS, children::CARDS);
    card::disjoint_indicators(shared::CARDS, duties::CARDS);
    card::disjoint_indicators(women::CARDS, children::CARDS);
    card::disjoint_indicators(women::CARDS, duties::CARDS);
    card::disjoint_indicators(children::CARDS, duties::CARDS);
};
