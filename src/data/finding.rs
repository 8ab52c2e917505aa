//! What is odd about the numbers that came in. Findings stand apart from verdicts and never stop a run.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::data::{BrokenRelation, Missing, Observation};
use crate::plan::{Bilingual, Calendar};
use crate::values::{Counts, Disaggregation, Number, Period, Ratio, Residence, Sex, Text, Unit};

/// What became of the cell.
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
    /// Nothing is wrong with what was given, and nothing uses it.
    Unused,
}

/// What was found.
///
/// Every kind with its sentence and remedy stands in [findings](crate::docs::findings).
///
/// ```
/// use dabiao::data::{Effect, FindingKind};
/// let kind = FindingKind::NotOnRoster { unit: "东胜区".into() };
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
        /// The column; none where the row as a whole cannot be read.
        #[cfg_attr(
            feature = "serde",
            serde(
                default,
                deserialize_with = "crate::values::given",
                skip_serializing_if = "Option::is_none"
            )
        )]
        column: Option<Text>,
        /// What is wrong, and what would be right, in English.
        message: String,
        /// The same in Chinese.
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
    /// A value that another row of the cell knows only between two ends.
    LessExact {
        /// The value that is judged.
        exact: Ratio,
        /// What the other row says.
        given: String,
    },
    /// A period of another kind than the indicator is measured by: up to date, a term or a school year for calendar years.
    OtherCalendar {
        /// The period.
        given: Period,
        /// By what the indicator is measured.
        expected: Calendar,
    },
    /// The figure of the whole or of another part of the population than the indicator speaks of.
    OtherPopulation {
        /// The part that the row speaks of.
        given: Disaggregation,
        /// The part that the indicator speaks of.
        expected: Disaggregation,
    },
    /// A year in which the plan does not look.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    OutsidePlan,
    /// A unit that is not on the year's roster.
    NotOnRoster {
        /// The unit.
        unit: String,
    },
    /// Values of units of a kind that no target and no gap is over.
    UnknownUnitKind {
        /// The kind as given.
        given: String,
        /// The kinds that targets are over: their names in Chinese, their codes in English.
        known: Bilingual,
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<String>,
    },
    /// Values of units of a kind that no target is over, which the audit holds against the whole area or against each other.
    UnitsAuditedOnly {
        /// The kind as given.
        given: String,
        /// The kinds that targets are over: their names in Chinese, their codes in English.
        known: Bilingual,
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<String>,
    },
    /// Values of parts of the population that no target, no gap and no sum of parts reads.
    PartUnused {
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<String>,
    },
    /// Values by unit of indicators that no target and no gap judges over units of that kind.
    UnitsUnused {
        /// The kind: its name in Chinese, its code in English.
        unit_kind: Bilingual,
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<String>,
    },
    /// Values of indicators that no target asks for.
    IndicatorUnused {
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<String>,
    },
    /// A roster of a kind of units that no target and no gap is over.
    RosterUnused {
        /// The kind as given.
        given: String,
        /// The kinds that targets are over: their names in Chinese, their codes in English.
        known: Bilingual,
    },
    /// A roster of an area, or of a year, without a single row for its units.
    RosterWithoutRows {
        /// The kind, by its name in Chinese and its code in English, and the year.
        roster: Bilingual,
        /// The areas that have rows.
        areas: String,
    },
    /// A roster with a unit that has no name or cannot be read: which units should report is not known.
    RosterIncomplete {
        /// The kind, by its name in Chinese and its code in English, and the year.
        roster: Bilingual,
    },
    /// A roster beside which stands another of a kind that no target is over and that is a slip for its own: it may lack units.
    RosterKindUnclear {
        /// The other's kind as given.
        given: String,
        /// The kind, by its name in Chinese and its code in English, and the year.
        roster: Bilingual,
    },
    /// A roster of a year without values of its units, while another year has values and no roster.
    RosterOfAnotherYear {
        /// The kind, by its name in Chinese and its code in English, and the year.
        roster: Bilingual,
        /// The years that have values of such units and no roster.
        years: String,
    },
    /// A unit that stands on a roster with two sizes: its size is not known.
    RosterTwoSizes {
        /// The unit.
        unit: String,
    },
    /// A name that is not the catalogue's but an alias; reported once.
    OtherName {
        /// As given.
        given: String,
        /// The catalogue's.
        name: String,
    },
    /// Words in brackets behind a value that nobody here understands.
    Remark {
        /// The words.
        words: String,
    },
    /// A name with characters that cannot be seen: control characters, line breaks, direction marks; reported once.
    HiddenCharacters {
        /// The name, with signs in their place.
        shown: String,
    },
    /// A number that looks like the residue of binary arithmetic.
    BinaryResidue {
        /// As given.
        value: Number,
        /// What it was probably meant to be.
        near: Number,
    },
    /// One row says that there is no value, and another has it.
    MissingBeside {
        /// Why there should be none.
        why: Missing,
    },
    /// A plain year for an indicator that is measured at elections; rules from term to term do not use it.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    NotAnElection,
    /// A target of an own plan that asks other than the words beside it.
    OtherThanWords {
        /// What stands there and what the words ask, in English.
        message: String,
        /// The same in Chinese.
        message_zh: String,
    },
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
#[non_exhaustive]
pub struct Finding {
    /// What.
    #[cfg_attr(feature = "serde", serde(rename = "finding"))]
    pub kind: FindingKind,
    /// The area, if the rows name one.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub area: Option<Text>,
    /// The indicator as given, where the finding is about one.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub indicator: Option<Text>,
    /// The time, where it could be read.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub period: Option<Period>,
    /// The cell, where the finding is about one: indicator, period, unit and stratum.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub cell: Option<String>,
    /// The source of the row, where it has one.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub source: Option<Text>,
    /// The bodies that answer for its indicator, in a report whose [settings](crate::judge::Settings::owners) name them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub owners: Vec<Text>,
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
            | Self::OtherCalendar { .. }
            | Self::OtherPopulation { .. }
            | Self::NotAnEvent => Effect::Refused,
            Self::OverZero { .. }
            | Self::NumeratorAboveDenominator { .. }
            | Self::OutsideLimits { .. }
            | Self::NotWhole { .. }
            | Self::Conflict { .. } => Effect::Unusable,
            Self::UnknownUnitKind { .. }
            | Self::PartUnused { .. }
            | Self::UnitsUnused { .. }
            | Self::IndicatorUnused { .. }
            | Self::RosterUnused { .. }
            | Self::RosterWithoutRows { .. }
            | Self::RosterIncomplete { .. }
            | Self::RosterKindUnclear { .. }
            | Self::RosterOfAnotherYear { .. } => Effect::Unused,
            _ => Effect::Judged,
        }
    }

    /// The finding in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Unreadable { column: None, message_zh, .. } => message_zh.clone(),
            Self::Unreadable { column: Some(column), message_zh, .. } => {
                alloc::format!("“{column}”列：{message_zh}")
            }
            Self::MoreUnreadable { rows } => alloc::format!("另有{rows}行无法读取，未逐一列出"),
            Self::OtherArea { rows } => {
                alloc::format!("{rows}行属于其他地区，未参与本次评价；请核对地区代码")
            }
            Self::UnknownIndicator { message_zh, .. } | Self::OtherThanWords { message_zh, .. } => {
                message_zh.clone()
            }
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
            Self::LessExact { exact, given } => {
                alloc::format!("同一单元格另有一行只写区间（{given}）；按{exact}评价，请核对两个来源")
            }
            Self::OtherCalendar { given, expected } => {
                let (period, sort, needed) = (given.zh(), given.sort_zh(), expected.zh());
                alloc::format!("“{period}”是{sort}数，该指标按{needed}计量，不能当作当年数；请填{needed}的数")
            }
            Self::OtherPopulation { given, expected } => {
                alloc::format!(
                    "该指标指{}，此行是{}的数，属于另一指标；未使用",
                    part_zh(*expected),
                    part_zh(*given)
                )
            }
            Self::OutsidePlan => String::from("年份晚于规划期，或早于规划期十年以上；请核对"),
            Self::NotOnRoster { unit } => alloc::format!("“{unit}”不在当年名录内；未计入"),
            Self::UnknownUnitKind { given, known: Bilingual { zh: known, .. }, rows, first } => {
                let first = first.join("、");
                alloc::format!(
                    "{rows}行属于“{given}”这类单位，没有按这类单位评价的目标，未采用（{first}）；单位类别有：{known}"
                )
            }
            Self::UnitsAuditedOnly { given, known: Bilingual { zh: known, .. }, rows, first } => {
                let first = first.join("、");
                alloc::format!(
                    "{rows}行属于“{given}”这类单位，没有按这类单位评价的目标，只用于数据审核（{first}）；评价所用的单位类别有：{known}"
                )
            }
            Self::PartUnused { rows, first } => {
                let first = first.join("、");
                alloc::format!(
                    "{rows}行是部分人群（城乡、性别或年龄）的数，没有目标或差距要用，未采用（{first}）；全体的数请不写城乡、性别和年龄"
                )
            }
            Self::UnitsUnused { unit_kind: Bilingual { zh: unit_kind, .. }, rows, first } => {
                let first = first.join("、");
                alloc::format!(
                    "{rows}行是“{unit_kind}”各单位的数，这些指标不按这类单位评价，未采用（{first}）；全地区的数请不写单位"
                )
            }
            Self::IndicatorUnused { rows, first } => {
                let first = first.join("、");
                alloc::format!("{rows}行的指标没有目标要用，未采用（{first}）")
            }
            Self::RosterUnused { given, known: Bilingual { zh: known, .. } } => {
                alloc::format!("名录未采用：没有按“{given}”这类单位评价的目标；单位类别有：{known}")
            }
            Self::RosterWithoutRows { roster: Bilingual { zh: roster, .. }, areas } => {
                alloc::format!("名录（{roster}）未采用：该地区没有数据；有数据的地区是{areas}")
            }
            Self::RosterIncomplete { roster: Bilingual { zh: roster, .. } } => {
                alloc::format!("名录（{roster}）有单位没有名称或无法读取，不完整，未采用；请补正")
            }
            Self::RosterKindUnclear { given, roster: Bilingual { zh: roster, .. } } => {
                alloc::format!(
                    "名录（{roster}）未采用：旁边另有“{given}”的名录，没有这类单位，可能是笔误，缺的单位就在其中；请改正类别"
                )
            }
            Self::RosterOfAnotherYear { roster: Bilingual { zh: roster, .. }, years } => {
                alloc::format!(
                    "名录（{roster}）没有用到：当年没有这类单位的数；有数而没有名录的年份是{years}"
                )
            }
            Self::RosterTwoSizes { unit } => {
                alloc::format!("名录里“{unit}”写了两个规模，规模按未知处理；请只留一个")
            }
            Self::OtherName { given, name } => alloc::format!("“{given}”按“{name}”读取"),
            Self::Remark { words } => {
                alloc::format!("数值后括号里的“{words}”未作解释，数值照用；请核对，说明请写在来源一栏")
            }
            Self::HiddenCharacters { shown } => {
                alloc::format!("名称“{shown}”含看不见的字符（控制符、换行或方向符）；请删除")
            }
            Self::BinaryResidue { value, near } => {
                alloc::format!("{value}像是二进制计算留下的尾数，按所写评价；如应为{near}，请改正")
            }
            Self::MissingBeside { why } => {
                alloc::format!("同一单元格另有一行写“{}”；按数值评价，请只留一行", why.zh())
            }
            Self::NotAnElection => String::from("该指标按届计量；逐届比较不用此数，请写作如 2026届"),
            Self::NotAnEvent => String::from("日期不适用于该指标，或早于规划印发日；未采用"),
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { column: None, message, .. } => f.write_str(message),
            Self::Unreadable { column: Some(column), message, .. } => {
                write!(f, "column `{column}`: {message}")
            }
            Self::MoreUnreadable { rows } => {
                write!(f, "{rows} more rows cannot be read; they are not listed one by one")
            }
            Self::OtherArea { rows } => {
                write!(f, "{rows} rows are of another area and were not judged; check the area")
            }
            Self::UnknownIndicator { message, .. } | Self::OtherThanWords { message, .. } => {
                f.write_str(message)
            }
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
            Self::LessExact { exact, given } => {
                write!(
                    f,
                    "another row knows this cell only as {given}; judged by {exact}, check both sources"
                )
            }
            Self::OtherCalendar { given, expected } => {
                let (sort, needed) = (given.sort_en(), expected.en());
                write!(
                    f,
                    "`{given}` is {sort}, and the indicator is measured by {needed}: no figure of the year; give that of the {needed}"
                )
            }
            Self::OtherPopulation { given, expected } => {
                write!(
                    f,
                    "the indicator speaks of {}, and this is a figure of {}, which is another one; not used",
                    part_en(*expected),
                    part_en(*given)
                )
            }
            Self::OutsidePlan => {
                f.write_str("the year lies after the plan or more than ten years before it; check it")
            }
            Self::NotOnRoster { unit } => write!(f, "`{unit}` is not on the roster of the year; left out"),
            Self::UnknownUnitKind { given, known: Bilingual { en: known, .. }, rows, first } => {
                let first = first.join(", ");
                write!(
                    f,
                    "{rows} rows are of units of the kind `{given}`, which no target is over, and are not used ({first}); \
                     the kinds are {known}"
                )
            }
            Self::UnitsAuditedOnly { given, known: Bilingual { en: known, .. }, rows, first } => {
                let first = first.join(", ");
                write!(
                    f,
                    "{rows} rows are of units of the kind `{given}`, which no target is over, and are used for the audit alone \
                     ({first}); the kinds that targets are over are {known}"
                )
            }
            Self::PartUnused { rows, first } => {
                let first = first.join(", ");
                write!(
                    f,
                    "{rows} rows are of a part of the population that no target and no gap reads, and are not used ({first}); \
                     leave residence, sex and age empty for the whole"
                )
            }
            Self::UnitsUnused { unit_kind: Bilingual { en: unit_kind, .. }, rows, first } => {
                let first = first.join(", ");
                write!(
                    f,
                    "{rows} rows are of units of the kind `{unit_kind}` whose indicators are not judged over them, and are not used \
                     ({first}); leave the unit empty for the whole area"
                )
            }
            Self::IndicatorUnused { rows, first } => {
                let first = first.join(", ");
                write!(f, "{rows} rows are of indicators that no target asks for, and are not used ({first})")
            }
            Self::RosterUnused { given, known: Bilingual { en: known, .. } } => {
                write!(
                    f,
                    "the roster is not used: no target is over units of the kind `{given}`; the kinds are {known}"
                )
            }
            Self::RosterWithoutRows { roster: Bilingual { en: roster, .. }, areas } => {
                write!(
                    f,
                    "the roster {roster} is not used: its area has no rows; the areas with rows are {areas}"
                )
            }
            Self::RosterIncomplete { roster: Bilingual { en: roster, .. } } => {
                write!(
                    f,
                    "the roster {roster} has a unit without a name, or one that cannot be read, and is not used; correct it"
                )
            }
            Self::RosterKindUnclear { given, roster: Bilingual { en: roster, .. } } => write!(
                f,
                "the roster {roster} is not used: beside it stands one of the kind `{given}`, which there is not; it may be a slip \
                 and hold the units that are missing; correct the kind"
            ),
            Self::RosterOfAnotherYear { roster: Bilingual { en: roster, .. }, years } => write!(
                f,
                "the roster {roster} is not used: no unit of the kind has a value for that year; years with values and without a \
                 roster: {years}"
            ),
            Self::RosterTwoSizes { unit } => {
                write!(f, "`{unit}` stands on the roster with two sizes, so its size is not known; keep one")
            }
            Self::OtherName { given, name } => write!(f, "`{given}` is read as `{name}`"),
            Self::Remark { words } => {
                write!(
                    f,
                    "the words in brackets behind the value, `{words}`, were not understood and the value stands; check it, and \
                     write a note in `source`"
                )
            }
            Self::HiddenCharacters { shown } => {
                write!(
                    f,
                    "the name `{shown}` has characters that cannot be seen (control characters, line breaks or direction \
                     marks); delete them"
                )
            }
            Self::BinaryResidue { value, near } => {
                write!(
                    f,
                    "{value} looks like the residue of binary arithmetic and is judged as written; if {near} is meant, write that"
                )
            }
            Self::MissingBeside { why } => {
                write!(
                    f,
                    "another row says `{}` of the same cell; judged by the value, keep one row",
                    why.en()
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

/// A part of the population, in words.
fn part_zh(part: Disaggregation) -> String {
    let residence = match part.residence {
        Residence::Total => "",
        Residence::Urban => "城镇",
        Residence::Rural => "农村牧区",
    };
    let sex = match part.sex {
        Sex::Total => "",
        Sex::Female => "女性",
        Sex::Male => "男性",
    };
    let age = if part.age.is_total() { String::new() } else { part.age.zh() };
    match alloc::format!("{residence}{age}{sex}") {
        whole if whole.is_empty() => "全部人口".into(),
        part => part,
    }
}

/// The same in English.
fn part_en(part: Disaggregation) -> String {
    let who = match part.sex {
        Sex::Total if !part.age.is_total() => "persons",
        Sex::Total => "everybody",
        Sex::Female => "women",
        Sex::Male => "men",
    };
    let who = if part.age.is_total() { who.into() } else { alloc::format!("{who} {}", part.age.en()) };
    match part.residence {
        Residence::Total => who,
        Residence::Urban => alloc::format!("{who} in urban areas"),
        Residence::Rural => alloc::format!("{who} in rural areas"),
    }
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
            indicator: Some(observation.indicator.clone()),
            period: Some(observation.period),
            cell: Some(observation.to_string()),
            source: observation.source.clone(),
            owners: Vec::new(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A broken relation names its cells and their sources itself.
        if matches!(self.kind, FindingKind::RelationBroken(_)) {
            return fmt::Display::fmt(&self.kind, f);
        }
        if let Some(source) = &self.source {
            write!(f, "{source}: ")?;
        }
        if let Some(cell) = &self.cell {
            write!(f, "{cell}: ")?;
        }
        fmt::Display::fmt(&self.kind, f)
    }
}
