//! Hangjin Banner's plans for women and for children, 2021-2030 (杭政发〔2022〕139号).
//!
//! ```
//! use dabiao::Catalogue;
//! use dabiao::plan::hangjin::{children, indicators, women, CHILDREN, VERSION, WOMEN};
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

use crate::values::Text;
use alloc::borrow::Cow;
use alloc::vec::Vec;

use card::Unquantified;

use crate::plan::{Catalogue, ClauseEntry, IndicatorCard, Section, Target};

mod card;
pub mod children;
mod frame;
pub mod indicators;
mod relations;
pub mod women;

pub use frame::{CHILDREN, WOMEN};

/// The version of the catalogue: counted up whenever a fact changes. Shown in the [module](self).
pub const VERSION: &str = "2021-2030/1";

/// The goals without a target, by plan.
fn unquantified() -> [(&'static str, &'static [Unquantified]); 2] {
    [("women", women::goals::UNQUANTIFIED), ("children", children::goals::UNQUANTIFIED)]
}

/// The cards of all indicators.
fn indicator_cards() -> impl Iterator<Item = &'static IndicatorCard> + Clone {
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
fn targets() -> impl Iterator<Item = &'static Target> {
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

const _: () = {
    use indicators::{children, duties, shared, women};
    card::disjoint_indicators(shared::CARDS, women::CARDS);
    card::disjoint_indicators(shared::CARDS, children::CARDS);
    card::disjoint_indicators(shared::CARDS, duties::CARDS);
    card::disjoint_indicators(women::CARDS, children::CARDS);
    card::disjoint_indicators(women::CARDS, duties::CARDS);
    card::disjoint_indicators(children::CARDS, duties::CARDS);
};

impl Catalogue {
    /// The two plans of Hangjin Banner, 2021-2030.
    #[cfg(feature = "hangjin")]
    #[must_use]
    pub fn hangjin() -> Self {
        let mut catalogue = Self::new();
        catalogue.plans.extend([Cow::Borrowed(&WOMEN), Cow::Borrowed(&CHILDREN)]);
        for card in indicator_cards() {
            catalogue.push_indicator(Cow::Borrowed(card));
        }
        for target in targets() {
            catalogue.push_target(Cow::Borrowed(target));
        }
        catalogue.relations = relations::relations(indicator_cards());
        catalogue
    }

    /// Every main goal of the built-in plans, with its targets or the reason why it has none.
    ///
    /// ```
    /// use dabiao::{plan::{ClauseEntry, Why}, Catalogue};
    /// let ledger: Vec<ClauseEntry> = Catalogue::hangjin().ledger();
    /// assert_eq!(ledger.len(), 152);
    /// let asks_nothing: Vec<Why> = ledger.iter().filter_map(|goal| goal.reason).collect();
    /// assert!(asks_nothing.contains(&Why::Qualitative));
    /// assert!(!Why::Qualitative.zh().is_empty() && !Why::Qualitative.en().is_empty());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[cfg(feature = "hangjin")]
    #[must_use]
    pub fn ledger(&self) -> Vec<ClauseEntry> {
        ledger(self.targets().filter(|target| target.clause.section == Section::Goal))
    }
}

/// The ledger of the built-in plans, in printed order.
fn ledger<'a>(goals: impl Iterator<Item = &'a Target>) -> Vec<ClauseEntry> {
    let goals: Vec<_> = goals.collect();
    let mut entries = Vec::new();
    for (plan, unquantified) in unquantified() {
        for (domain, goal_count) in frame::goal_counts(plan) {
            for number in 1..=goal_count {
                let item = alloc::format!("{number}");
                let here = |target: &&&Target| {
                    target.plan == plan && target.clause.domain == domain && target.clause.item == item
                };
                let targets: Vec<_> = goals.iter().filter(here).map(|target| target.id.clone()).collect();
                let reason = unquantified
                    .iter()
                    .find(|goal| goal.domain == domain && goal.item == item)
                    .filter(|_| targets.is_empty())
                    .map(|goal| goal.why);
                entries.push(ClauseEntry {
                    plan: Text::from_static(plan),
                    domain,
                    item: Text::from(item),
                    targets,
                    reason,
                });
            }
        }
    }
    entries
}
