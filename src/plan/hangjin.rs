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
//! // Strategy measures and the chapters on implementation have modules of their own.
//! let measure = &children::measures::PAEDIATRICIANS;
//! assert_eq!(catalogue.target(&measure.id)?, measure);
//! assert_eq!(catalogue.target(&women::implementation::PLAN_FILING.id)?.plan, "women");
//! # Ok::<(), dabiao::Error>(())
//! ```

use crate::values::Text;
use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::plan::{Bilingual, Catalogue, ClauseEntry, IndicatorCard, Section, Target, Why};

mod aliases;
mod card;
pub mod children;
mod frame;
pub mod indicators;
mod relations;
mod remark;
pub mod women;

pub use frame::{CHILDREN, WOMEN};
use remark::Remark;

/// The version of the catalogue: counted up whenever a fact changes.
pub const VERSION: &str = "2021-2030/1";

/// What is said of the clauses, by plan.
fn remarks() -> [(&'static str, [&'static [Remark]; 2]); 2] {
    [
        ("women", [women::ledger::GOALS, women::ledger::MEASURES]),
        ("children", [children::ledger::GOALS, children::ledger::MEASURES]),
    ]
}

/// The cards of all indicators.
fn indicator_cards() -> impl Iterator<Item = &'static IndicatorCard> + Clone {
    indicators::FILES.into_iter().flatten().copied()
}

/// The targets of both plans, in printed order.
fn targets() -> impl Iterator<Item = &'static Target> {
    [
        women::goals::CARDS,
        women::measures::CARDS,
        women::implementation::CARDS,
        children::goals::CARDS,
        children::measures::CARDS,
        children::implementation::CARDS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

const _: () = card::disjoint_files(&indicators::FILES);

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
        catalogue.prepare();
        catalogue
    }

    /// Every main goal and strategy measure of the built-in plans, in printed order, with its targets or the reason why it
    /// has none.
    ///
    /// ```
    /// use dabiao::{plan::{ClauseEntry, Section, Why}, Catalogue};
    /// let ledger: Vec<ClauseEntry> = Catalogue::hangjin().ledger();
    /// let goals = ledger.iter().filter(|clause| clause.section == Section::Goal).count();
    /// assert_eq!((goals, ledger.len() - goals), (152, 186));
    /// // Strategy measure 5 of the first domain asks again for what goal 3 asks.
    /// let measure = ledger.iter().find(|clause| clause.label("W") == "W1-S5").unwrap();
    /// assert_eq!((measure.reason, &*measure.serves), (Some(Why::SameAsGoal), &[3][..]));
    /// assert_eq!(measure.repeats, ["women.health.g3.caesarean-section-rate"]);
    /// assert_eq!((Why::Qualitative.zh(), Why::Qualitative.en()), ("定性要求", "qualitative"));
    /// ```
    #[cfg(feature = "hangjin")]
    #[must_use]
    pub fn ledger(&self) -> Vec<ClauseEntry> {
        let targets: Vec<_> = self.targets().collect();
        let mut entries = Vec::new();
        for (plan, [goals, measures]) in remarks() {
            for (domain, goal_count, measure_count) in frame::clause_counts(plan) {
                let goals = (1..=goal_count).map(|item| (Section::Goal, item, goals));
                let measures = (1..=measure_count).map(|item| (Section::Strategy, item, measures));
                entries.extend(goals.chain(measures).map(|(section, item, remarks)| {
                    let remark = remarks.iter().find(|remark| (remark.domain, remark.item) == (domain, item));
                    entry(plan, section, domain, item, remark, &targets)
                }));
            }
        }
        entries
    }
}

/// One line of the ledger.
fn entry(
    plan: &'static str,
    section: Section,
    domain: u8,
    item: u8,
    remark: Option<&Remark>,
    targets: &[&Target],
) -> ClauseEntry {
    let number = alloc::format!("{item}");
    let here = |target: &&&Target| {
        let clause = &target.clause;
        target.plan == plan && (clause.section, clause.domain) == (section, domain) && *clause.item == *number
    };
    let targets: Vec<_> = targets.iter().filter(here).map(|target| target.id.clone()).collect();
    let repeats: Vec<Text> =
        remark.iter().flat_map(|remark| remark.repeats).map(|id| Text::from_static(id)).collect();
    let reason = match (targets.is_empty(), repeats.is_empty()) {
        (false, _) => None,
        (true, false) => Some(Why::SameAsGoal),
        (true, true) => remark.and_then(|remark| remark.why),
    };
    ClauseEntry {
        plan: Text::from_static(plan),
        section,
        domain,
        item: Text::from(number),
        targets,
        repeats,
        reason,
        serves: remark.map(|remark| remark.serves.to_vec()).unwrap_or_default(),
        note: remark.and_then(|remark| Bilingual::known(remark.note_zh, remark.note)),
    }
}
