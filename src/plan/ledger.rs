//! The ledger: what became of each clause.

use crate::values::Text;
use alloc::vec::Vec;
use core::fmt;

/// Why a main goal has no target.
///
/// Shown at [`Catalogue::ledger`](crate::plan::Catalogue::ledger).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Why {
    /// It speaks of a level of awareness, ability or quality, and names no indicator.
    #[cfg_attr(feature = "serde", serde(rename = "no named indicator"))]
    NoNamedIndicator,
    /// It asks for something that is done or not, without any measurable quantity.
    #[cfg_attr(feature = "serde", serde(rename = "qualitative"))]
    Qualitative,
}

impl Why {
    /// The reason in the words of the ledger.
    ///
    /// Shown at [`Catalogue::ledger`](crate::plan::Catalogue::ledger).
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::NoNamedIndicator => "no named indicator",
            Self::Qualitative => "qualitative",
        }
    }

    /// The reason in Chinese.
    ///
    /// Shown at [`Catalogue::ledger`](crate::plan::Catalogue::ledger).
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NoNamedIndicator => "未点名指标",
            Self::Qualitative => "定性要求",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.en())
    }
}

/// One line of the clause ledger: a main goal, and its targets or why it has none.
///
/// Shown at [`Catalogue::ledger`](crate::plan::Catalogue::ledger).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ClauseEntry {
    /// The plan's key.
    pub plan: Text,
    /// The domain.
    pub domain: u8,
    /// The goal's number.
    pub item: Text,
    /// The ids of its targets.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub targets: Vec<Text>,
    /// Why it has none.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reason: Option<Why>,
}
