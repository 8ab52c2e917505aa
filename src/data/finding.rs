//! What is odd about the numbers that came in. Findings stand apart from verdicts and never stop a run.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

use crate::data::{BrokenRelation, Missing, Observation};
use crate::values::{Counts, Number, Period, Ratio, Text, Unit};

/// What became of the cell.
///
/// Shown at [`Finding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Effect {
    /// The row was not taken in.
    Refused,
    /// The cell is impossible, or says two things: what rests on it is undetermined.
    Unusable,
    /// The cell is suspicious, and is judged as it stands.
    Judged,
}

/// What was found.
///
/// Every kind with its sentence and remedy stands in [findings](crate::docs::findings).
///
/// ```
/// use dabiao::data::{Effect, FindingKind};
/// let kind = FindingKind::Stranger { unit: "东胜区".into() };
/// assert_eq!(kind.effect(), Effect::Judged);
/// assert_eq!(kind.zh(), "“东胜区”不在当年名录内；未计入");
/// assert_eq!(kind.to_string(), "`东胜区` is not on the roster of the year; left out");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum FindingKind {
    /// A row that cannot be read.
    Unreadable {
        /// The column.
        column: Text,
        /// What is wrong, and what would be right, in English.
        message: String,
        /// The same in Chinese.
        #[cfg_attr(feature = "serde", serde(default))]
        message_zh: String,
    },
    /// More rows that cannot be read, beyond those that are named one by one.
    MoreUnreadable {
        /// How many.
        rows: usize,
    },
    /// Rows of another area than the one that is judged.
    OtherArea {
        /// How many.
        rows: usize,
    },
    /// No indicator has this id or name.
    UnknownIndicator {
        /// The message, with the nearest name, in English.
        message: String,
        /// The same in Chinese.
        #[cfg_attr(feature = "serde", serde(default))]
        message_zh: String,
    },
    /// A number in a unit that does not convert.
    WrongUnit {
        /// The unit of the number.
        given: Unit,
        /// The indicator's.
        expected: Unit,
    },
    /// Counts for an indicator that is no quotient.
    NoQuotient {
        /// The indicator's unit.
        expected: Unit,
    },
    /// Something counted over nothing.
    OverZero {
        /// The counts.
        counts: Counts,
    },
    /// More cases than there are.
    NumeratorAboveDenominator {
        /// The counts.
        counts: Counts,
    },
    /// Below the least or above the greatest value there can be.
    OutsideLimits {
        /// The value in the indicator's unit.
        value: Ratio,
        /// The least.
        floor: Number,
        /// The greatest.
        ceiling: Option<Number>,
    },
    /// A part of a thing that comes whole.
    NotWhole {
        /// The value.
        value: Ratio,
    },
    /// Two different values of the same status.
    Conflict {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
    /// A relation between figures that does not hold; found by [`AreaData::audit`](crate::data::AreaData::audit).
    RelationBroken(Box<BrokenRelation>),
    /// A year in which the plan does not look.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    OutsidePlan,
    /// A unit that is not on the year's roster.
    Stranger {
        /// The unit.
        unit: String,
    },
    /// A value of a unit of a kind that no target and no gap is over.
    UnknownUnitKind {
        /// The kind as given.
        given: String,
        /// The kinds that targets are over.
        known: String,
    },
    /// A plain year for an indicator that is measured at elections; rules from term to term do not use it.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    NotAnElection,
    /// A day for an indicator that no event measures, or a day before the plan was issued.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    NotAnEvent,
}

/// One finding, and where.
///
/// ```
/// use dabiao::{data::Effect, values::{Unit, Value}, Catalogue, Data, Observation, Year};
/// let catalogue = Catalogue::hangjin();
/// let value = Value::Number("12".parse()?);
/// let odd = Observation::new("maternal-mortality-ratio", Year::literal(2023), value, Unit::Years).from_source("line 7");
/// let data = catalogue.data([odd]);
/// let finding = &data.findings()[0];
/// assert_eq!(finding.kind.effect(), Effect::Refused);
/// assert_eq!(finding.to_string(), "line 7: maternal-mortality-ratio 2023: measured in `/10万`, not in `岁`; convert the value or correct the unit");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Finding {
    /// What.
    #[cfg_attr(feature = "serde", serde(rename = "finding"))]
    pub kind: FindingKind,
    /// The area.
    pub area: Text,
    /// The indicator as given.
    pub indicator: Text,
    /// The time, where it could be read.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub period: Option<Period>,
    /// The cell: indicator, period, unit and stratum.
    pub cell: String,
    /// The source of the row, where it has one.
    pub source: Text,
}

impl FindingKind {
    /// What became of the cell.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        match self {
            Self::Unreadable { .. }
            | Self::MoreUnreadable { .. }
            | Self::OtherArea { .. }
            | Self::UnknownIndicator { .. }
            | Self::WrongUnit { .. }
            | Self::NoQuotient { .. }
            | Self::NotAnEvent => Effect::Refused,
            Self::OverZero { .. }
            | Self::NumeratorAboveDenominator { .. }
            | Self::OutsideLimits { .. }
            | Self::NotWhole { .. }
            | Self::Conflict { .. } => Effect::Unusable,
            _ => Effect::Judged,
        }
    }

    /// The finding in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Unreadable { column, message, message_zh } => {
                alloc::format!("“{column}”列：{}", either(message_zh, message))
            }
            Self::MoreUnreadable { rows } => alloc::format!("另有{rows}行无法读取，未逐一列出"),
            Self::OtherArea { rows } => {
                alloc::format!("{rows}行属于其他地区，未参与本次评价；请核对地区代码")
            }
            Self::UnknownIndicator { message, message_zh } => String::from(either(message_zh, message)),
            Self::WrongUnit { given, expected } => {
                alloc::format!("计量单位应为“{expected}”，填的是“{given}”；请换算数值或改正单位")
            }
            Self::NoQuotient { expected } => {
                alloc::format!("以“{expected}”计量，不是比率；请填数值，不填分子分母")
            }
            Self::OverZero { counts } => alloc::format!("分母为零而分子不为零（{counts}）；请核对分母"),
            Self::NumeratorAboveDenominator { counts } => {
                alloc::format!("分子大于分母（{counts}）；请核对两个数")
            }
            Self::OutsideLimits { value, floor, ceiling: Some(ceiling) } => {
                alloc::format!("数值{value}超出{floor}至{ceiling}的范围；请核对数值和单位")
            }
            Self::OutsideLimits { value, floor, ceiling: None } => {
                alloc::format!("数值{value}小于{floor}；请核对数值")
            }
            Self::NotWhole { value } => alloc::format!("应为整数，填的是{value}"),
            Self::Conflict { first, second } => {
                let (first, second) = (stated(first), stated(second));
                alloc::format!("同一单元格有两个不同的数（{first}与{second}）；请保留一个，或注明快报、最终")
            }
            Self::RelationBroken(broken) => broken.zh(),
            Self::OutsidePlan => String::from("年份晚于规划期，或早于规划期十年以上；请核对"),
            Self::Stranger { unit } => alloc::format!("“{unit}”不在当年名录内；未计入"),
            Self::UnknownUnitKind { given, known } => {
                alloc::format!("没有按“{given}”这类单位评价的目标，未使用；单位类别有：{known}")
            }
            Self::NotAnElection => String::from("该指标按届计量；逐届比较不用此数，请写作如 2026届"),
            Self::NotAnEvent => String::from("日期不适用于该指标，或早于规划印发日；未采用"),
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { column, message, .. } => write!(f, "column `{column}`: {message}"),
            Self::MoreUnreadable { rows } => {
                write!(f, "{rows} more rows cannot be read; they are not listed one by one")
            }
            Self::OtherArea { rows } => {
                write!(f, "{rows} rows are of another area and were not judged; check the area")
            }
            Self::UnknownIndicator { message, .. } => f.write_str(message),
            Self::WrongUnit { given, expected } => {
                write!(f, "measured in `{expected}`, not in `{given}`; convert the value or correct the unit")
            }
            Self::NoQuotient { expected } => {
                write!(f, "measured in `{expected}`, which is no quotient; give a value, not counts")
            }
            Self::OverZero { counts } => write!(f, "a numerator over zero ({counts}); check the denominator"),
            Self::NumeratorAboveDenominator { counts } => {
                write!(f, "the numerator is above the denominator ({counts}); check both")
            }
            Self::OutsideLimits { value, floor, ceiling: Some(ceiling) } => {
                write!(f, "{value} lies outside {floor} to {ceiling}; check value and unit")
            }
            Self::OutsideLimits { value, floor, ceiling: None } => {
                write!(f, "{value} lies below {floor}; check the value")
            }
            Self::NotWhole { value } => write!(f, "{value} should be a whole number"),
            Self::Conflict { first, second } => {
                write!(
                    f,
                    "two values for one cell ({first} and {second}); keep one, or mark which is provisional"
                )
            }
            Self::RelationBroken(broken) => fmt::Display::fmt(broken, f),
            Self::OutsidePlan => {
                f.write_str("the year lies after the plan or more than ten years before it; check it")
            }
            Self::Stranger { unit } => write!(f, "`{unit}` is not on the roster of the year; left out"),
            Self::UnknownUnitKind { given, known } => {
                write!(
                    f,
                    "no target is over units of the kind `{given}`, so this counts nowhere; the kinds are {known}"
                )
            }
            Self::NotAnElection => f.write_str(
                "measured at elections; comparisons from term to term leave this out, write `term:2026`",
            ),
            Self::NotAnEvent => {
                f.write_str("a day does not fit the indicator, or lies before the plan; not taken in")
            }
        }
    }
}

/// A report of an earlier version has no Chinese message.
const fn either<'m>(zh: &'m str, en: &'m str) -> &'m str {
    if zh.is_empty() { en } else { zh }
}

/// What a cell states, in Chinese: a number, or in words why there is none.
fn stated(text: &str) -> &str {
    Missing::ALL.iter().find(|why| why.en() == text).map_or(text, |why| why.zh())
}

impl Finding {
    pub(crate) fn about(observation: &Observation, kind: FindingKind) -> Self {
        Self {
            kind,
            area: observation.area.clone(),
            indicator: observation.indicator.clone(),
            period: Some(observation.period),
            cell: observation.to_string(),
            source: observation.source.clone(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A broken relation names its cells and their sources itself.
        if matches!(self.kind, FindingKind::RelationBroken(_)) {
            return fmt::Display::fmt(&self.kind, f);
        }
        if !self.source.is_empty() {
            write!(f, "{}: ", self.source)?;
        }
        write!(f, "{}: {}", self.cell, self.kind)
    }
}
