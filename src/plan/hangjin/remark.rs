//! What the ledger says of a clause beside its targets.

use crate::plan::Why;

/// A clause of the ledger, as it is written down; its own targets are found by their clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Remark {
    pub(super) domain: u8,
    pub(super) item: u8,
    pub(super) why: Option<Why>,
    pub(super) repeats: &'static [&'static str],
    pub(super) serves: &'static [u8],
    pub(super) note_zh: &'static str,
    pub(super) note: &'static str,
}

/// A main goal.
pub(super) const fn goal(domain: u8, item: u8) -> Remark {
    Remark { domain, item, why: None, repeats: &[], serves: &[], note_zh: "", note: "" }
}

/// A strategy measure.
pub(super) const fn measure(domain: u8, item: u8) -> Remark {
    goal(domain, item)
}

impl Remark {
    /// Why it has no target.
    pub(super) const fn why(self, why: Why) -> Self {
        Self { why: Some(why), ..self }
    }

    /// The goals' targets whose indicator the measure repeats.
    pub(super) const fn repeats(self, repeats: &'static [&'static str]) -> Self {
        Self { repeats, ..self }
    }

    /// The goals of its domain that the measure serves.
    pub(super) const fn serves(self, serves: &'static [u8]) -> Self {
        Self { serves, ..self }
    }

    /// What else there is to say, in Chinese and English.
    pub(super) const fn note(self, note_zh: &'static str, note: &'static str) -> Self {
        Self { note_zh, note, ..self }
    }
}
