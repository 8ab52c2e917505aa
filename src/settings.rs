//! What a host may choose. Every default that the plans do not give is documented as ours.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::exact::Number;
use crate::period::Year;
use crate::rule::Better;

/// The two judging methods of GB/T 8170.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Method {
    /// 全数值比较法: the value as given.
    #[default]
    FullValue,
    /// 修约值比较法: the value rounded once, half to even, to the printed digits of the bound.
    Rounded,
}

impl Method {
    /// The name in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::FullValue => "全数值比较法",
            Self::Rounded => "修约值比较法",
        }
    }
}

/// A bound that the host gives, for a target whose clause leaves it open (国家考核指标, 合理比例).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct HostBound {
    /// The target's id.
    pub target: Cow<'static, str>,
    /// The year for which it holds; every year where none is named.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub year: Option<Year>,
    /// The number, in the indicator's unit; it is itself included.
    pub value: Number,
    /// Which way is better.
    pub better: Better,
}

/// How to judge. The report carries a copy.
///
/// ```
/// use dabiao::{Method, Settings};
/// let settings = Settings { method: Method::Rounded, ..Settings::default() };
/// assert_eq!(settings.around_tolerance.to_string(), "1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct Settings {
    /// Which method decides; the report says where the other differs.
    pub method: Method,
    /// Half the width of 左右, in percentage points. Ours: 1.
    pub around_tolerance: Number,
    /// By how many percentage points 相适应 may fall short. Ours: 5.
    pub proportion_tolerance: Number,
    /// The year that directions are measured from; the year before the plan where none is named. Ours.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub baseline: Option<Year>,
    /// The year of the mid-term evaluation.
    pub mid_term: Year,
    /// Whether 争取 targets count in the roll-up. Ours: no.
    pub count_aspirations: bool,
    /// Bounds that the clauses leave open.
    pub host_bounds: Vec<HostBound>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            method: Method::FullValue,
            around_tolerance: Number::literal("1"),
            proportion_tolerance: Number::literal("5"),
            baseline: None,
            mid_term: Year::literal(2025),
            count_aspirations: false,
            host_bounds: Vec::new(),
        }
    }
}

impl Settings {
    /// The host's bound for a target in a year: the one for that year before the one for every year.
    pub(crate) fn host_bound(&self, target: &str, year: Year) -> Option<&HostBound> {
        let here = || self.host_bounds.iter().filter(|bound| bound.target == target);
        here().find(|bound| bound.year == Some(year)).or_else(|| here().find(|bound| bound.year.is_none()))
    }
}
