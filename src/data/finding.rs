//! What is odd about the numbers that came in. Findings stand apart from verdicts and never stop a run.

mod words;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::data::broken::called;
use crate::data::{BrokenRelation, Missing, Observation};
use crate::plan::{Bilingual, Calendar, Catalogue};
use crate::values::{Counts, Disaggregation, Number, Period, Ratio, Text, Unit};

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
        first: Vec<Bilingual>,
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
        first: Vec<Bilingual>,
    },
    /// Values of parts of the population that no target, no gap and no sum of parts reads.
    PartUnused {
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<Bilingual>,
    },
    /// Values by unit of indicators that no target and no gap judges over units of that kind.
    UnitsUnused {
        /// The kind: its name in Chinese, its code in English.
        unit_kind: Bilingual,
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<Bilingual>,
    },
    /// Values of indicators that no target asks for.
    IndicatorUnused {
        /// How many rows.
        rows: usize,
        /// The first cells.
        first: Vec<Bilingual>,
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
    /// A roster with two names that are one without the marks behind them: whether they are one unit or two is not known.
    RosterNamesAlike {
        /// The kind, by its name in Chinese and its code in English, and the year.
        roster: Bilingual,
        /// One of the names as given.
        one: String,
        /// The other.
        other: String,
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
/// assert_eq!(finding.to_string(), "line 7: maternal mortality ratio 2023: measured in `/10万`, not in `岁`; convert the value or correct the unit");
/// assert!(finding.zh().starts_with("line 7：孕产妇死亡率2023年："));
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
    /// The cell, where the finding is about one: indicator, period, part of the population and unit, in words.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub cell: Option<Bilingual>,
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
            | Self::RosterNamesAlike { .. }
            | Self::RosterOfAnotherYear { .. } => Effect::Unused,
            _ => Effect::Judged,
        }
    }
}
impl Finding {
    /// The finding in Chinese, with its source and its cell in front.
    #[must_use]
    pub fn zh(&self) -> String {
        // A broken relation names its cells and their sources itself.
        if matches!(self.kind, FindingKind::RelationBroken(_)) {
            return self.kind.zh();
        }
        let source = self.source.as_deref().map(str::to_owned);
        let cell = self.cell.as_ref().map(|cell| cell.zh.to_string());
        [source, cell, Some(self.kind.zh())].into_iter().flatten().collect::<Vec<_>>().join("：")
    }

    pub(crate) fn about(catalogue: &Catalogue, observation: &Observation, kind: FindingKind) -> Self {
        Self {
            kind,
            area: observation.area.clone(),
            indicator: Some(observation.indicator.clone()),
            period: Some(observation.period),
            cell: Some(called(catalogue, observation)),
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
            write!(f, "{}: ", cell.en)?;
        }
        fmt::Display::fmt(&self.kind, f)
    }
}
