//! What a clause of a plan asks of an indicator.

use crate::plan::{Clause, Rule, Validity};
use crate::values::{Date, Text, Year};

/// When a target has to hold.
///
/// ```
/// use dabiao::{plan::Timing, Year};
/// let timing = Timing::ByYear { due: Year::literal(2030) };
/// assert_eq!((timing.due(), timing.code()), (Year::literal(2030), "by_year"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Timing {
    /// In the due year; earlier years show the way (达到, 提高到, 降至).
    ByYear {
        /// The due year.
        due: Year,
    },
    /// A bound of each year (保持在, 稳定在, 控制在); the final verdict is that of the due year, and broken years are listed
    /// beside it. [`Settings::broken_years`](crate::judge::Settings::broken_years) may let them decide.
    Kept {
        /// The first year in which it has to hold.
        from: Year,
        /// The due year.
        due: Year,
    },
    /// In every year in which a measurement is due; one year that fails decides the end (不得, 杜绝, 每年召开).
    EveryYear {
        /// The first year in which it has to hold.
        from: Year,
        /// The last.
        due: Year,
    },
    /// By the due year until it is first met, kept from then on (达到并保持在); the final verdict is that of the due year.
    ReachedAndKept {
        /// The due year.
        due: Year,
    },
    /// At every election (逐届, 一般不低于); the verdict stands until the next.
    EveryTerm {
        /// The first year whose elections count.
        from: Year,
        /// The last.
        due: Year,
    },
    /// Once in each window of so many years (每5年召开一次).
    EachWindow {
        /// The first year of the first window.
        from: Year,
        /// The length of a window.
        years: u8,
        /// The last year.
        due: Year,
    },
    /// Once, by the end of a year (中期评估, 终期评估).
    Once {
        /// The first year that counts.
        from: Year,
        /// The year by whose end it is due.
        due: Year,
    },
    /// Within so many months after a date, that day included (颁布后1个月内).
    Within {
        /// The date.
        after: Date,
        /// The months.
        months: u8,
    },
}

impl Timing {
    /// The year in which the final verdict falls.
    #[must_use]
    pub fn due(&self) -> Year {
        match self {
            Self::ByYear { due }
            | Self::Kept { due, .. }
            | Self::EveryYear { due, .. }
            | Self::ReachedAndKept { due }
            | Self::EveryTerm { due, .. }
            | Self::EachWindow { due, .. }
            | Self::Once { due, .. } => *due,
            Self::Within { after, months } => after.months_later(*months).year(),
        }
    }

    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ByYear { .. } => "by_year",
            Self::Kept { .. } => "kept",
            Self::EveryYear { .. } => "every_year",
            Self::ReachedAndKept { .. } => "reached_and_kept",
            Self::EveryTerm { .. } => "every_term",
            Self::EachWindow { .. } => "each_window",
            Self::Once { .. } => "once",
            Self::Within { .. } => "within",
        }
    }
}

/// Over what a target is judged.
///
/// ```
/// assert_eq!(dabiao::plan::Scope::EveryUnit.code(), "every_unit");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Scope {
    /// The area as a whole.
    #[default]
    Area,
    /// Every unit of one kind: fails as soon as one fails, met only if all on the roster pass.
    EveryUnit,
    /// The units of one kind taken together: sum of numerators over sum of denominators.
    Pooled,
}

impl Scope {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::EveryUnit => "every_unit",
            Self::Pooled => "pooled",
        }
    }
}

/// How firmly a clause asks. Softened targets are judged alike and reported with their word.
///
/// ```
/// use dabiao::plan::Commitment;
/// assert_eq!((Commitment::Aspiration.code(), Commitment::Aspiration.zh()), ("aspiration", "争取"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Commitment {
    /// Without a softening word.
    #[default]
    Firm,
    /// 争取: stands outside the roll-up unless the setting says otherwise.
    Aspiration,
    /// 原则上: exceptions are allowed.
    InPrinciple,
    /// 一般: exceptions are allowed.
    Generally,
    /// 基本.
    Nearly,
    /// 推进.
    Promote,
    /// 推动.
    Advance,
    /// 促进.
    Foster,
    /// 支持.
    Support,
    /// 重视.
    Emphasise,
}

impl Commitment {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Aspiration => "aspiration",
            Self::InPrinciple => "in_principle",
            Self::Generally => "generally",
            Self::Nearly => "nearly",
            Self::Promote => "promote",
            Self::Advance => "advance",
            Self::Foster => "foster",
            Self::Support => "support",
            Self::Emphasise => "emphasise",
        }
    }

    /// The plan's word; empty for a firm target.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Firm => "",
            Self::Aspiration => "争取",
            Self::InPrinciple => "原则上",
            Self::Generally => "一般",
            Self::Nearly => "基本",
            Self::Promote => "推进",
            Self::Advance => "推动",
            Self::Foster => "促进",
            Self::Support => "支持",
            Self::Emphasise => "重视",
        }
    }
}

/// One target of one plan.
///
/// ```
/// use dabiao::{Catalogue, Number, Rule, Target};
/// let catalogue = Catalogue::hangjin();
/// let target: &Target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// assert_eq!(target.indicator, "maternal-mortality-ratio");
/// assert_eq!(target.rule, Rule::AtMost { value: Number::literal("12") });
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Target {
    /// Key, never reused or renamed: `women.health.g2.maternal-mortality-ratio`.
    pub id: Text,
    /// The plan's key; a document may leave it out.
    #[cfg_attr(feature = "serde", serde(default))]
    pub plan: Text,
    /// Where it stands, and the characters it rests on.
    pub clause: Clause,
    /// What is measured.
    pub indicator: Text,
    /// What is asked.
    pub rule: Rule,
    /// The indicator held against, for a rule that compares two; empty otherwise.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "str::is_empty"))]
    pub reference: Text,
    /// When it has to hold.
    pub timing: Timing,
    /// Over what it is judged.
    #[cfg_attr(feature = "serde", serde(default))]
    pub scope: Scope,
    /// The kind of unit, for a target over units; empty otherwise.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "str::is_empty"))]
    pub unit_kind: Text,
    /// How firmly it is asked.
    #[cfg_attr(feature = "serde", serde(default))]
    pub commitment: Commitment,
    /// The reading chosen where the wording allows several, in English; empty where it is plain.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "str::is_empty"))]
    pub note: Text,
    /// The same in Chinese.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "str::is_empty"))]
    pub note_zh: Text,
    /// From which year until which it is in force; a target amended midway stands beside the one that takes its place.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Validity::is_always"))]
    pub valid: Validity,
}
