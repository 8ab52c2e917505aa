//! The words of a verdict, and the three-valued logic that joins verdicts.

use alloc::borrow::Cow;
use core::fmt;

use crate::data::Missing;
use crate::values::{Period, Text, Year};

/// The verdict on one target in one year.
///
/// Exhaustive on purpose: a dashboard that does not know a new outcome should stop compiling.
///
/// ```
/// use dabiao::Outcome;
/// assert_eq!((Outcome::Undetermined.zh(), Outcome::Undetermined.en()), ("无法判断", "undetermined"));
/// assert_eq!(Outcome::NotMet.to_string(), "not met");
/// assert_eq!(Outcome::ALL.len(), 6);
/// ```
/// There are more answers than two, so it is no `bool`:
/// ```compile_fail,E0308
/// fn is_met(outcome: dabiao::Outcome) -> bool {
///     outcome
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// It holds.
    Met,
    /// It does not hold.
    NotMet,
    /// What is known decides neither way; the reasons say what is missing.
    Undetermined,
    /// What it speaks of does not exist here (不适用).
    NotApplicable,
    /// Nothing has fallen due yet (未到期): no election, an open window.
    NotDue,
    /// It is watched, not judged (不评价).
    NotJudged,
}

impl fmt::Display for Outcome {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.en())
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 6] =
        [Self::Met, Self::NotMet, Self::Undetermined, Self::NotApplicable, Self::NotDue, Self::NotJudged];

    /// The word in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Met => "达标",
            Self::NotMet => "未达标",
            Self::Undetermined => "无法判断",
            Self::NotApplicable => "不适用",
            Self::NotDue => "未到期",
            Self::NotJudged => "不评价",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not applicable",
            Self::NotDue => "not due",
            Self::NotJudged => "not judged",
        }
    }

    /// The conjunction of three-valued verdicts: one failure decides whatever is missing; 不适用, 未到期 and 不评价 drop out,
    /// and where everything drops out the whole is what dropped out.
    ///
    /// ```
    /// use dabiao::Outcome::{self, *};
    /// assert_eq!(Outcome::all([Met, Undetermined, NotMet]), NotMet);
    /// assert_eq!(Outcome::all([Met, NotApplicable]), Met);
    /// assert_eq!(Outcome::all([NotApplicable, NotApplicable]), NotApplicable);
    /// assert_eq!(Outcome::all([]), NotApplicable);
    /// ```
    #[must_use]
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let mut whole: Option<Self> = None;
        for outcome in outcomes {
            whole = Some(match (whole, outcome) {
                (None, only) => only,
                (Some(Self::NotMet), _) | (_, Self::NotMet) => Self::NotMet,
                (Some(Self::Undetermined), _) | (_, Self::Undetermined) => Self::Undetermined,
                (Some(Self::Met), _) | (_, Self::Met) => Self::Met,
                (Some(Self::NotDue), _) | (_, Self::NotDue) => Self::NotDue,
                (Some(Self::NotJudged), _) | (_, Self::NotJudged) => Self::NotJudged,
                (Some(Self::NotApplicable), Self::NotApplicable) => Self::NotApplicable,
            });
        }
        whole.unwrap_or(Self::NotApplicable)
    }

    pub(crate) const fn of(met: Option<bool>) -> Self {
        match met {
            Some(true) => Self::Met,
            Some(false) => Self::NotMet,
            None => Self::Undetermined,
        }
    }
}

/// What a reason or a piece of evidence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Role {
    /// The value that is judged.
    Value,
    /// The value it is compared with from the past.
    Baseline,
    /// The other indicator's value it is compared with.
    Reference,
}

/// Why a verdict is undetermined.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Cause {
    /// There is a mark instead of a value.
    Missing(Missing),
    /// There is nothing at all.
    NoData,
    /// There are two different values.
    Conflict,
    /// The value cannot be.
    Impossible,
    /// A stratum or unit that a gap needs is missing.
    PartMissing,
    /// The value is known only between two ends, and they do not agree.
    Spans,
    /// The value is zero where something is measured in its terms.
    Zero,
    /// Another definition held then (口径变化).
    BeforeBreak,
    /// The first value there is is the one to be judged.
    FirstValue,
    /// There is no earlier value to compare the rise with.
    NoEarlierValue,
    /// Who should report in the year is not known.
    NoRoster,
    /// Units that should report did not.
    UnitsNotReported(usize),
    /// It happened, but on which day is not known.
    Undated,
    /// Years in between are not settled.
    EarlierYears,
    /// The figure is of another kind of period than the indicator is measured by.
    OtherCalendar {
        /// The period of the figure.
        given: Period,
    },
}

impl Cause {
    /// Whether nothing was reported; an error in the cell is something.
    pub(crate) const fn is_no_data(&self) -> bool {
        match self {
            Self::Missing(why) => !matches!(why, Missing::ErrorCell),
            cause => matches!(cause, Self::NoData),
        }
    }
}

/// Why a verdict is undetermined, and in which cell.
///
/// ```
/// use dabiao::{judge::{Cause, Reason, Role}, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let verdict = Evaluator::new(&catalogue).assess(target, catalogue.data([]).area_or_empty(""), Year::literal(2024))?;
/// let [reason] = verdict.reasons.as_slice() else { panic!("one reason") };
/// assert_eq!(*reason, Reason { role: Role::Value, year: Year::literal(2024), unit: None, cause: Cause::NoData });
/// assert!(reason.zh().contains("2024年") && reason.to_string().contains("2024"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Reason {
    /// What the cell is to the verdict.
    pub role: Role,
    /// Its year.
    pub year: Year,
    /// Its unit inside the area, for values by unit.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit: Option<Text>,
    /// What is the matter.
    pub cause: Cause,
}

impl Reason {
    pub(crate) fn new(role: Role, year: Year, cause: Cause) -> Self {
        Self { role, year, unit: None, cause }
    }

    /// The reason in Chinese.
    #[must_use]
    pub fn zh(&self) -> alloc::string::String {
        let who = match self.role {
            Role::Value => "",
            Role::Baseline => "基期",
            Role::Reference => "参照指标",
        };
        let what: Cow<'_, str> = match &self.cause {
            Cause::Missing(why) => why.zh().into(),
            Cause::NoData => "无数据".into(),
            Cause::Conflict => "同一单元格有不同的数".into(),
            Cause::Impossible => "数值不可能".into(),
            Cause::PartMissing => "分组数据不全".into(),
            Cause::Spans => "只知区间，两端结论不同".into(),
            Cause::Zero => "为零或负数，无法作基数".into(),
            Cause::BeforeBreak => "口径变化，不可比".into(),
            Cause::FirstValue => "首个数值，尚无可比".into(),
            Cause::NoEarlierValue => "没有更早的数值可比".into(),
            Cause::NoRoster => "当年名录未知".into(),
            Cause::UnitsNotReported(count) => alloc::format!("{count}个单位未报").into(),
            Cause::Undated => "未注明日期".into(),
            Cause::EarlierYears => "其间年份未定".into(),
            Cause::OtherCalendar { given } => {
                alloc::format!("填的是{}数，不能当作当年数", given.sort_zh()).into()
            }
        };
        let unit = self.unit.as_deref().unwrap_or("");
        alloc::format!("{}年{unit}{who}{what}", self.year)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = match self.role {
            Role::Value => "value",
            Role::Baseline => "baseline",
            Role::Reference => "reference",
        };
        write!(f, "{who} {}", self.year)?;
        if let Some(unit) = &self.unit {
            write!(f, " of {unit}")?;
        }
        f.write_str(": ")?;
        match &self.cause {
            Cause::Missing(why) => f.write_str(why.en()),
            Cause::NoData => f.write_str("no data"),
            Cause::Conflict => f.write_str("two different values"),
            Cause::Impossible => f.write_str("an impossible value"),
            Cause::PartMissing => f.write_str("a stratum or unit is missing"),
            Cause::Spans => f.write_str("known only between two ends that disagree"),
            Cause::Zero => f.write_str("zero or negative, nothing can be measured in its terms"),
            Cause::BeforeBreak => f.write_str("another definition held then"),
            Cause::FirstValue => f.write_str("the first value, with nothing to compare"),
            Cause::NoEarlierValue => f.write_str("no earlier value to compare the rise with"),
            Cause::NoRoster => f.write_str("the roster of the year is not known"),
            Cause::UnitsNotReported(count) => write!(f, "{count} units did not report"),
            Cause::Undated => f.write_str("the day is not known"),
            Cause::EarlierYears => f.write_str("years in between are not settled"),
            Cause::OtherCalendar { given } => {
                write!(f, "a figure of {}, which is none of the year", given.sort_en())
            }
        }
    }
}
