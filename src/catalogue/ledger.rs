/// Why a main goal has no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Why {
    /// It speaks of a level of awareness, ability or quality, and names no indicator.
    NoNamedIndicator,
    /// It asks for something that is done or not, without any measurable quantity.
    Qualitative,
}

/// A main goal without a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unquantified {
    /// The domain.
    pub domain: u8,
    /// The goal's number.
    pub item: &'static str,
    /// Why.
    pub why: Why,
}
