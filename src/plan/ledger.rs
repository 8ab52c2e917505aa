//! The ledger: what became of each clause.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::plan::{Bilingual, Section, citation::named};
use crate::values::Text;

/// Why a clause has no target of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Why {
    /// It speaks of a level of awareness, ability or quality that no statistic measures.
    #[cfg_attr(feature = "serde", serde(rename = "no named indicator"))]
    NoNamedIndicator,
    /// It asks for something that is done or not, with nothing to count.
    #[cfg_attr(feature = "serde", serde(rename = "qualitative"))]
    Qualitative,
    /// A measure that asks again for what a goal of its domain asks; its entry names the goal's targets.
    #[cfg_attr(feature = "serde", serde(rename = "same as goal"))]
    SameAsGoal,
}

impl Why {
    /// The reason in the words of the ledger.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::NoNamedIndicator => "no named indicator",
            Self::Qualitative => "qualitative",
            Self::SameAsGoal => "same as goal",
        }
    }

    /// The reason in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NoNamedIndicator => "未点名指标",
            Self::Qualitative => "定性要求",
            Self::SameAsGoal => "与主要目标相同",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.en())
    }
}

/// One line of the clause ledger: a main goal or strategy measure, and its targets or why it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ClauseEntry {
    /// The plan's key.
    pub plan: Text,
    /// Goal or strategy measure.
    pub section: Section,
    /// The domain.
    pub domain: u8,
    /// The number of the goal or measure in its domain.
    pub item: Text,
    /// The ids of its own targets.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub targets: Vec<Text>,
    /// The ids of the goals' targets whose indicator a measure repeats; no second target is made of them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub repeats: Vec<Text>,
    /// Why it has no target of its own.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reason: Option<Why>,
    /// The goals of its domain that a measure serves, where the clause makes it plain.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub serves: Vec<u8>,
    /// What else there is to say.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Bilingual>,
}

impl ClauseEntry {
    /// The short name of the clause in a plan with this letter: `W1-S5`.
    #[must_use]
    pub fn label(&self, letter: &str) -> String {
        named(letter, self.section, self.domain, &self.item)
    }
}
