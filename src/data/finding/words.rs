//! What a finding says, in Chinese and English, and what would be right.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::FindingKind;
use crate::data::Missing;
use crate::plan::Bilingual;
use crate::values::{Disaggregation, Residence, Sex};

impl FindingKind {
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
                let first = cells_zh(first);
                alloc::format!(
                    "{rows}行属于“{given}”这类单位，没有按这类单位评价的目标，未采用（{first}）；单位类别有：{known}"
                )
            }
            Self::UnitsAuditedOnly { given, known: Bilingual { zh: known, .. }, rows, first } => {
                let first = cells_zh(first);
                alloc::format!(
                    "{rows}行属于“{given}”这类单位，没有按这类单位评价的目标，只用于数据审核（{first}）；评价所用的单位类别有：{known}"
                )
            }
            Self::PartUnused { rows, first } => {
                let first = cells_zh(first);
                alloc::format!(
                    "{rows}行是部分人群（城乡、性别或年龄）的数，没有目标或差距要用，未采用（{first}）；全体的数请不写城乡、性别和年龄"
                )
            }
            Self::UnitsUnused { unit_kind: Bilingual { zh: unit_kind, .. }, rows, first } => {
                let first = cells_zh(first);
                alloc::format!(
                    "{rows}行是“{unit_kind}”各单位的数，这些指标不按这类单位评价，未采用（{first}）；全地区的数请不写单位"
                )
            }
            Self::IndicatorUnused { rows, first } => {
                let first = cells_zh(first);
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
            Self::RosterNamesAlike { roster: Bilingual { zh: roster, .. }, one, other } => {
                alloc::format!(
                    "名录（{roster}）未采用：“{one}”与“{other}”去掉末尾的标记后同名，无法知道是一个单位还是两个；请写成能区分的名称，或只留一个"
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
            Self::NotAnElection => {
                String::from("该指标按届计量，逐届比较不用此数；请写明是哪一届，如“2026届”")
            }
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
                let s = if *rows == 1 { "" } else { "s" };
                write!(f, "{rows} more row{s} cannot be read, not listed one by one")
            }
            Self::OtherArea { rows } => {
                write!(f, "not judged: {} of another area; check the area", Rows(*rows))
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
                let first = cells_en(first);
                write!(
                    f,
                    "not used: {} of units of the kind `{given}`, which no target is over ({first}); the kinds are {known}",
                    Rows(*rows)
                )
            }
            Self::UnitsAuditedOnly { given, known: Bilingual { en: known, .. }, rows, first } => {
                let first = cells_en(first);
                write!(
                    f,
                    "used for the audit alone: {} of units of the kind `{given}`, which no target is over ({first}); the kinds \
                     that targets are over are {known}",
                    Rows(*rows)
                )
            }
            Self::PartUnused { rows, first } => {
                let first = cells_en(first);
                write!(
                    f,
                    "not used: {} of a part of the population that no target and no gap reads ({first}); leave residence, sex \
                     and age empty for the whole",
                    Rows(*rows)
                )
            }
            Self::UnitsUnused { unit_kind: Bilingual { en: unit_kind, .. }, rows, first } => {
                let first = cells_en(first);
                write!(
                    f,
                    "not used: {} of units of the kind `{unit_kind}`, over which these indicators are not judged ({first}); \
                     leave the unit empty for the whole area",
                    Rows(*rows)
                )
            }
            Self::IndicatorUnused { rows, first } => {
                let first = cells_en(first);
                write!(f, "not used: {} of indicators that no target asks for ({first})", Rows(*rows))
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
            Self::RosterNamesAlike { roster: Bilingual { en: roster, .. }, one, other } => write!(
                f,
                "the roster {roster} is not used: without the marks behind them `{one}` and `{other}` are one name, so they may be \
                 one unit or two; write names that differ, or keep one of them"
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
                "measured at elections: write the term, such as `term:2026`; not compared from term to term",
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

/// The first cells of a list.
fn cells_zh(cells: &[Bilingual]) -> String {
    cells.iter().map(|cell| &*cell.zh).collect::<Vec<_>>().join("、")
}

fn cells_en(cells: &[Bilingual]) -> String {
    cells.iter().map(|cell| &*cell.en).collect::<Vec<_>>().join("; ")
}

/// A count of rows.
struct Rows(usize);

impl fmt::Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}
