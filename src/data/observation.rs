//! What was measured, or why it was not: the facts that a host brings.

#[cfg(feature = "serde")]
mod wire;

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::data::Remark;
use crate::error::{Error, Name, ParseError, message, name};
use crate::plan::{Indicator, IndicatorCard};
use crate::values::unit::UnitType;
use crate::values::{
    Date, Disaggregation, IntoValue, Measured, Period, ReportingUnit, Text, Unit, Value, Year, names,
};

/// How settled a value is. A later kind replaces an earlier one without a finding.
///
/// Forecasts are no observations and are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Status {
    /// Estimated (估计).
    Estimated,
    /// Provisional (快报, 初步).
    Provisional,
    /// Final.
    #[default]
    Final,
}

/// Why there is no value. Missing is never zero.
///
/// ```
/// use dabiao::data::Missing;
/// assert_eq!((Missing::NotCollected.zh(), Missing::NotCollected.en()), ("未统计", "not collected"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Missing {
    /// Not reported (未填报): it should have been.
    NotReported,
    /// Not collected (未统计).
    NotCollected,
    /// Does not exist here (不适用): drops out of every conjunction.
    NotApplicable,
    /// Suppressed (保密).
    Suppressed,
    /// The cell holds an error (`#DIV/0!`).
    ErrorCell,
}

impl Missing {
    pub(crate) const ALL: [Self; 5] =
        [Self::NotReported, Self::NotCollected, Self::NotApplicable, Self::Suppressed, Self::ErrorCell];

    /// The word in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NotReported => "未填报",
            Self::NotCollected => "未统计",
            Self::NotApplicable => "不适用",
            Self::Suppressed => "保密",
            Self::ErrorCell => "单元格错误",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::NotReported => "not reported",
            Self::NotCollected => "not collected",
            Self::NotApplicable => "not applicable",
            Self::Suppressed => "suppressed",
            Self::ErrorCell => "error in the cell",
        }
    }
}

/// A status column: how settled the value is, or why there is none.
///
/// ```
/// use dabiao::data::{Mark, Missing, Status};
/// assert_eq!("快报".parse::<Mark>()?, Mark::Status(Status::Provisional));
/// assert_eq!("未统计".parse::<Mark>()?, Mark::Missing(Missing::NotCollected));
/// assert!("forecast".parse::<Mark>().is_err());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// There is a value, this settled.
    Status(Status),
    /// There is none, for this reason.
    Missing(Missing),
}

impl FromStr for Mark {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: Name = name("a status", "状态");
        Ok(match &*names::key(text) {
            "" | "final" | "最终" | "最终数" | "年报" | "年报数" | "正式" => {
                Self::Status(Status::Final)
            }
            "provisional" | "preliminary" | "快报" | "快报数" | "初步" | "初步数" | "初步核算" | "暂定" => {
                Self::Status(Status::Provisional)
            }
            "estimated" | "estimate" | "估计" | "估计数" | "估算" | "估算数" => {
                Self::Status(Status::Estimated)
            }
            "not_reported" | "notreported" | "未填报" | "未报" | "未报送" | "未上报" => {
                Self::Missing(Missing::NotReported)
            }
            "not_collected" | "notcollected" | "未统计" => Self::Missing(Missing::NotCollected),
            "not_applicable" | "notapplicable" | "不适用" => Self::Missing(Missing::NotApplicable),
            "suppressed" | "保密" => Self::Missing(Missing::Suppressed),
            "error" | "error_cell" | "错误" => Self::Missing(Missing::ErrorCell),
            "forecast" | "预测" | "预测数" | "预计" | "预计数" => {
                let remedy = message("a forecast is no observation", "预测数不是实际数，不能填报");
                return Err(ParseError::new(text, WHAT, remedy).into());
            }
            _ => {
                let remedy = message(
                    "write final, provisional or estimated, or not_reported, not_collected, not_applicable, \
                     suppressed or error",
                    "可写final（最终）、provisional（快报）、estimated（估计），或not_reported（未填报）、\
                     not_collected（未统计）、not_applicable（不适用）、suppressed（保密）、error（错误）",
                );
                return Err(ParseError::new(text, WHAT, remedy).into());
            }
        })
    }
}

/// A value, or the reason why there is none.
///
/// ```
/// use dabiao::{data::{Datum, Missing}, Catalogue, Record};
/// let row = Record { indicator: "孕产妇死亡率", period: "2024", value: "未统计", ..Record::default() };
/// assert_eq!(row.read(&Catalogue::hangjin()).unwrap().datum, Datum::Missing(Missing::NotCollected));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Datum {
    /// A value.
    Value(Value),
    /// None, and why.
    Missing(Missing),
}

/// One value of one indicator for one area, stratum or unit, and one period.
///
/// On the wire it is one flat row: `indicator`, `period`, and `value` with `unit`, or `numerator` and `denominator`, or
/// `interval`, or a `status` that says why there is none; and `area`, `unit_kind`, `unit_id`, `residence`, `sex`, `age`, `break` and
/// `source` where they are needed.
///
/// ```
/// use dabiao::{data::Missing, values::{percent, ReportingUnit, Disaggregation}, Observation, Year};
/// use dabiao::indicators::IMMUNISATION_COVERAGE;
/// let year = Year::literal(2024);
/// let told = IMMUNISATION_COVERAGE.observe(year, percent("93.5")).in_unit(ReportingUnit::new("township", "锡尼镇"));
/// let missing = Observation::missing(IMMUNISATION_COVERAGE.id(), year, Missing::NotReported)
///     .in_unit(ReportingUnit::new("township", "巴拉贡镇"));
/// assert_ne!(told.datum, missing.datum);
/// assert_eq!(told.disaggregation, Disaggregation::TOTAL);
/// ```
///
/// ```
/// use dabiao::{data::Status, indicators::MATERNAL_MORTALITY_RATIO, values::{per_100k, Date, Disaggregation}, Observation, Year};
/// let quick = MATERNAL_MORTALITY_RATIO
///     .observe(Year::literal(2024), per_100k("14.3"))
///     .in_area("150625")
///     .among(Disaggregation::RURAL)
///     .status(Status::Provisional)
///     .after_break()
///     .from_source("快报");
/// assert!(quick.break_before && quick.source.as_deref() == Some("快报"));
/// let met = Observation::event("committee-meetings", Date::literal(2024, 3, 1));
/// assert_eq!(met.period.year(), Year::literal(2024));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The indicator's id.
    pub indicator: Text,
    /// The area's code or name, where the row names one; one run judges one area.
    pub area: Option<Text>,
    /// The unit inside the area, for values by unit.
    pub area_unit: Option<ReportingUnit>,
    /// The part of the population.
    pub disaggregation: Disaggregation,
    /// The time.
    pub period: Period,
    /// The value, or the reason why there is none.
    pub datum: Datum,
    /// The unit of a number or of an interval's ends; counts take the indicator's.
    pub unit: Unit,
    /// How settled it is.
    pub status: Status,
    /// 口径变化: from this value on another definition holds, so nothing is compared across it.
    pub break_before: bool,
    /// Where it comes from, if that is known: named in findings and evidence.
    pub source: Option<Text>,
    /// What was odd about the way the row was written: each becomes a finding, and changes no verdict.
    pub remarks: Vec<Remark>,
}

impl<U: UnitType> Indicator<U> {
    /// A final value for the whole area; the methods of [`Observation`] say more about it.
    ///
    /// ```
    /// use dabiao::{Year, indicators::MATERNAL_MORTALITY_RATIO, values::{cases, per_100k}};
    /// let printed = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2023), per_100k("15.1"));
    /// let counted = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), cases(1).of(823));
    /// assert_eq!(printed.indicator, counted.indicator);
    /// ```
    #[must_use]
    pub fn observe(self, period: impl Into<Period>, value: impl IntoValue<U>) -> Observation {
        Observation::new(self.card().id.clone(), period, value.into_value(), U::UNIT)
    }

    /// No value, and why.
    ///
    /// ```
    /// use dabiao::{Year, data::Missing, indicators::MATERNAL_MORTALITY_RATIO};
    /// let nothing = MATERNAL_MORTALITY_RATIO.missing(Year::literal(2024), Missing::NotCollected);
    /// assert_eq!(nothing, MATERNAL_MORTALITY_RATIO.card().missing(Year::literal(2024), Missing::NotCollected));
    /// ```
    #[must_use]
    pub fn missing(self, period: impl Into<Period>, why: Missing) -> Observation {
        self.card().missing(period, why)
    }
}

impl IndicatorCard {
    /// A final value for the whole area: the way for an indicator of your own, or one looked up by name. A number is in the unit
    /// of the card; a quantity in its own, and one that does not convert becomes a finding.
    ///
    /// ```
    /// use dabiao::{Catalogue, Number, Year, values::{cases, per_mille}};
    /// let catalogue = Catalogue::hangjin();
    /// let year = Year::literal(2024);
    /// let card = catalogue.indicator("婴儿死亡率")?;
    /// assert_eq!(card.observe(year, Number::literal("4.2")), card.observe(year, per_mille("4.2")));
    /// assert_eq!(card.observe(year, cases(3).of(700)).unit, card.unit);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn observe(&self, period: impl Into<Period>, value: impl Measured) -> Observation {
        let (value, unit) = value.measured();
        Observation::new(self.id.clone(), period, value, unit.unwrap_or(self.unit))
    }

    /// No value, and why.
    #[must_use]
    pub fn missing(&self, period: impl Into<Period>, why: Missing) -> Observation {
        Observation::missing(self.id.clone(), period, why)
    }
}

impl Observation {
    /// A final value for the whole area. In code that knows the indicator use [`Indicator::observe`](crate::plan::Indicator::observe).
    #[must_use]
    pub fn new(
        indicator: impl Into<Text>,
        period: impl Into<Period>,
        value: impl Into<Value>,
        unit: Unit,
    ) -> Self {
        Self {
            indicator: indicator.into(),
            area: None,
            area_unit: None,
            disaggregation: Disaggregation::TOTAL,
            period: period.into(),
            datum: Datum::Value(value.into()),
            unit,
            status: Status::Final,
            break_before: false,
            source: None,
            remarks: Vec::new(),
        }
    }

    /// No value, and why.
    #[must_use]
    pub fn missing(indicator: impl Into<Text>, period: impl Into<Period>, why: Missing) -> Self {
        let nothing = Value::Number(crate::values::Number::ZERO);
        Self { datum: Datum::Missing(why), ..Self::new(indicator, period, nothing, Unit::Count) }
    }

    /// Something that happened on a day: a meeting, a report. Each counts once.
    #[must_use]
    pub fn event(indicator: impl Into<Text>, date: Date) -> Self {
        let once = Value::Number(crate::values::Number::from(1_u32));
        Self::new(indicator, Period::Day(date), once, Unit::Count)
    }

    /// For this area; a blank name is none.
    #[must_use]
    pub fn in_area(self, area: impl Into<Text>) -> Self {
        Self { area: Text::given(area), ..self }
    }

    /// For one unit inside the area.
    #[must_use]
    pub fn in_unit(self, unit: ReportingUnit) -> Self {
        Self { area_unit: Some(unit), ..self }
    }

    /// For a part of the population.
    #[must_use]
    pub fn among(self, disaggregation: Disaggregation) -> Self {
        Self { disaggregation, ..self }
    }

    /// This settled.
    #[must_use]
    pub fn status(self, status: Status) -> Self {
        Self { status, ..self }
    }

    /// From here on another definition holds (口径变化).
    #[must_use]
    pub fn after_break(self) -> Self {
        Self { break_before: true, ..self }
    }

    /// From this source; a blank one is none.
    #[must_use]
    pub fn from_source(self, source: impl Into<Text>) -> Self {
        Self { source: Text::given(source), ..self }
    }
}

impl fmt::Display for Observation {
    /// Names the cell, not its value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.indicator, self.period)?;
        if let Some(unit) = &self.area_unit {
            write!(f, " {unit}")?;
        }
        if self.disaggregation != Disaggregation::TOTAL {
            let Disaggregation { residence, sex, age } = self.disaggregation;
            write!(f, " {residence}/{sex}")?;
            if !age.is_total() {
                write!(f, "/{age}")?;
            }
        }
        Ok(())
    }
}

/// Who should report in one year: all units of one kind.
///
/// ```
/// use dabiao::{Roster, Year};
/// let townships = Roster::new("township", Year::literal(2024), ["锡尼镇", "巴拉贡镇"]);
/// assert_eq!(townships.members.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Roster {
    /// The area's code or name; without one it is of the area whose rows name none.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub area: Option<Text>,
    /// The kind of unit.
    pub kind: Text,
    /// The year, or the year of the election for a roster of assemblies.
    pub year: Year,
    /// The units. An empty list says that there is none, which is not the same as no roster.
    pub members: Vec<Member>,
}

/// A unit on a [`Roster`].
///
/// ```
/// use dabiao::{data::Member, Roster, Year};
/// let heads = Roster::new("village", Year::literal(2024), ["甲村", "乙村"]).in_area("150625").each_of_size(1);
/// assert_eq!(heads.members[1], Member { id: "乙村".into(), size: Some(1) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Member {
    /// The unit's code or name.
    pub id: Text,
    /// The denominator that it would report (posts, members, or 1), where it is known: it bounds what a unit that did not report can
    /// change in a pooled share.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub size: Option<u64>,
}

impl Roster {
    /// A roster of units of unknown size.
    #[must_use]
    pub fn new<I: Into<Text>>(
        kind: impl Into<Text>,
        year: Year,
        members: impl IntoIterator<Item = I>,
    ) -> Self {
        let members = members.into_iter().map(|id| Member { id: id.into(), size: None }).collect();
        Self { area: None, kind: kind.into(), year, members }
    }

    /// For this area; a blank name is none.
    #[must_use]
    pub fn in_area(self, area: impl Into<Text>) -> Self {
        Self { area: Text::given(area), ..self }
    }

    /// Whether a unit stands on it; for rosters whose members are in order of their ids.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.members.binary_search_by(|member| (*member.id).cmp(id)).is_ok()
    }

    /// Every unit reports a denominator of this size (one head for each village: 1).
    #[must_use]
    pub fn each_of_size(mut self, size: u64) -> Self {
        for member in &mut self.members {
            member.size = Some(size);
        }
        self
    }
}
