//! What a broken relation says: the cells, their values and sources, and what would be right.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::data::Observation;
use crate::plan::{AuditLevel, Bilingual, Catalogue, UnitKind};
use crate::values::{Disaggregation, Period, ReportingUnit, Residence, Sex, Text, Unit};

/// The column of a row in which the number of an [`AuditCell`] stands.
///
/// ```
/// use dabiao::data::AuditColumn;
/// assert_eq!((AuditColumn::Numerator.code(), AuditColumn::Numerator.zh()), ("numerator", "分子"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AuditColumn {
    /// The value.
    Value,
    /// The numerator.
    Numerator,
    /// The denominator.
    Denominator,
    /// Numerator and denominator together.
    Counts,
}

impl AuditColumn {
    /// The name of the column; `counts` where the number stands in two.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Counts => "counts",
        }
    }

    /// The columns of a row, as a sentence names them.
    const fn text_en(self) -> &'static str {
        match self {
            Self::Value => "column `value`",
            Self::Numerator => "column `numerator`",
            Self::Denominator => "column `denominator`",
            Self::Counts => "columns `numerator` and `denominator`",
        }
    }

    /// The same in Chinese.
    const fn text_zh(self) -> &'static str {
        match self {
            Self::Value => "“数值”列",
            Self::Numerator => "“分子”列",
            Self::Denominator => "“分母”列",
            Self::Counts => "“分子”“分母”列",
        }
    }

    const fn is_one_count(self) -> bool {
        matches!(self, Self::Numerator | Self::Denominator)
    }

    /// The column in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Value => "数值",
            Self::Numerator => "分子",
            Self::Denominator => "分母",
            Self::Counts => "分子、分母",
        }
    }
}

/// Which units of an area an [`AuditCell`] is of.
///
/// ```
/// use dabiao::data::AuditUnit;
/// let all = AuditUnit::All { kind: "township".into(), count: 12 };
/// assert_eq!((all.kind(), serde_json::to_string(&all)?), ("township", r#"{"kind":"township","count":12}"#.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(untagged))]
pub enum AuditUnit {
    /// One unit, which reported it.
    One(ReportingUnit),
    /// All units of a kind together: a sum, or a comparison between them.
    All {
        /// Their kind.
        kind: Text,
        /// How many were added up or compared.
        count: usize,
    },
}

impl AuditUnit {
    /// The code of the kind.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::One(unit) => &unit.kind,
            Self::All { kind, .. } => kind,
        }
    }
}

/// One cell of a [`BrokenRelation`], with its value and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AuditCell {
    /// The id of the indicator.
    pub indicator: Text,
    /// Its name in Chinese.
    pub zh: Text,
    /// Its name in English.
    pub en: Text,
    /// The time.
    pub period: Period,
    /// The part of the population.
    #[cfg_attr(feature = "serde", serde(default))]
    pub disaggregation: Disaggregation,
    /// The unit that reported it, or all units that were added up or compared; none of a figure of the whole area.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub area_unit: Option<AuditUnit>,
    /// What a unit of its kind is called, where a plan of the catalogue says so.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit_kind: Option<UnitKind>,
    /// The column of the row.
    pub column: AuditColumn,
    /// The number as told.
    pub value: String,
    /// Its unit of measure; none of a count.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit: Option<Unit>,
    /// File and row, where the row has a source.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub source: Option<Text>,
}

impl AuditCell {
    /// The cell with its value and source, in Chinese.
    #[must_use]
    pub fn text_zh(&self) -> String {
        let column = if self.column.is_one_count() { self.column.zh() } else { "" };
        let unit = self.unit.map_or("", Unit::symbol);
        let source = match &self.source {
            None => String::new(),
            Some(source) => alloc::format!("（{source}，{}）", self.column.text_zh()),
        };
        alloc::format!("{}{column}{}{unit}{source}", self.named().zh, self.value)
    }

    /// Which cell it is, without its value.
    pub(in crate::data) fn named(&self) -> Bilingual {
        let unit = self.area_unit.as_ref().map(|unit| (unit, self.unit_kind.as_ref()));
        named(&self.zh, &self.en, self.period, self.disaggregation, unit)
    }

    /// The cell with its value and source, in English.
    #[must_use]
    pub fn text_en(&self) -> String {
        let mut text = String::from(self.named().en);
        if self.column.is_one_count() {
            text.push_str(", ");
            text.push_str(self.column.code());
        }
        text.push_str(" = ");
        text.push_str(&self.value);
        text.push_str(&after_number(self.unit));
        if let Some(source) = &self.source {
            text.push_str(&alloc::format!(" ({source}, {})", self.column.text_en()));
        }
        text
    }
}

/// A unit or all of a kind, and the kind as a plan calls it.
type Who<'a> = (&'a AuditUnit, Option<&'a UnitKind>);

/// A cell in words: its indicator, time, part of the population and unit.
fn named(zh: &str, en: &str, period: Period, part: Disaggregation, who: Option<Who<'_>>) -> Bilingual {
    Bilingual {
        zh: [zh, &place_zh(period, part, who)].concat().into(),
        en: [en, " ", &place_en(period, part, who)].concat().into(),
    }
}

/// The cell of a row in words; an indicator that the catalogue does not have by the name that was given.
pub(in crate::data) fn called(catalogue: &Catalogue, row: &Observation) -> Bilingual {
    let (zh, en) = match catalogue.card(&row.indicator) {
        Some(card) => (&*card.zh, &*card.en),
        None => (&*row.indicator, &*row.indicator),
    };
    let unit = row.area_unit.clone().map(AuditUnit::One);
    let who = unit.as_ref().map(|unit| (unit, catalogue.unit_kind("", unit.kind())));
    named(zh, en, row.period, row.disaggregation, who)
}

fn place_zh(period: Period, part: Disaggregation, who: Option<Who<'_>>) -> String {
    let mut place = period.zh();
    place.push_str(match part.residence {
        Residence::Total => "",
        Residence::Urban => "城镇",
        Residence::Rural => "农村牧区",
    });
    if !part.age.is_total() {
        place.push_str(&part.age.zh());
    }
    place.push_str(match part.sex {
        Sex::Total => "",
        Sex::Female => "女",
        Sex::Male => "男",
    });
    let Some((who, called)) = who else { return place };
    let kind = || called.map_or_else(|| who.kind(), |kind| &kind.zh);
    place.push_str(&match who {
        AuditUnit::All { count, .. } => alloc::format!("（{count}个{}）", kind()),
        // A number or a letter alone says little.
        AuditUnit::One(unit) if unit.id.is_ascii() => alloc::format!("（{}{}）", kind(), unit.id),
        AuditUnit::One(unit) => alloc::format!("（{}）", unit.id),
    });
    place
}

fn place_en(period: Period, part: Disaggregation, who: Option<Who<'_>>) -> String {
    let mut place = period.to_string();
    let mut add = |part: &str| {
        place.push_str(", ");
        place.push_str(part);
    };
    if part.residence != Residence::Total {
        add(&part.residence.to_string());
    }
    if part.sex != Sex::Total {
        add(&part.sex.to_string());
    }
    if !part.age.is_total() {
        add(&part.age.en());
    }
    let Some((who, called)) = who else { return place };
    match who {
        AuditUnit::All { count, .. } => {
            let name = |kind: &UnitKind| if *count == 1 { kind.en.clone() } else { kind.en_plural.clone() };
            let kind = called.map_or_else(|| Text::from(who.kind()), name);
            add(&alloc::format!("{count} {kind}"));
        }
        AuditUnit::One(unit) => {
            let kind = called.map_or_else(|| who.kind(), |kind| &kind.en);
            add(&alloc::format!("{kind} {}", unit.id));
        }
    }
    place
}

/// A unit of measure as it stands behind a number in English.
pub(in crate::data) fn after_number(unit: Option<Unit>) -> String {
    match unit.map_or("", Unit::symbol_en) {
        "" => String::new(),
        unit if unit.starts_with(['%', '‰']) => unit.into(),
        unit => alloc::format!(" {unit}"),
    }
}

/// A relation between figures that does not hold: which, where, and what would be right.
///
/// ```
/// use dabiao::{data::{AuditCell, BrokenRelation, FindingKind}, indicators::{INFANT_MORTALITY_RATE, NEONATAL_MORTALITY_RATE}, values::per_mille};
/// use dabiao::{Catalogue, Year};
/// let year = Year::literal(2024);
/// let catalogue = Catalogue::hangjin();
/// let rows = [
///     NEONATAL_MORTALITY_RATE.observe(year, per_mille("3.1")).from_source("births.csv:2"),
///     INFANT_MORTALITY_RATE.observe(year, per_mille("2.9")).from_source("births.csv:3"),
/// ];
/// let data = catalogue.data(rows);
/// let audit = data.only_area()?.audit();
/// let FindingKind::RelationBroken(broken) = &audit.findings()[0].kind else { panic!("no relation") };
/// let broken: &BrokenRelation = broken;
/// assert_eq!((&*broken.relation, broken.cells.len()), ("neonatal-within-infant-deaths", 2));
/// let first: &AuditCell = &broken.cells[0];
/// assert_eq!(first.text_zh(), "新生儿死亡率2024年3.1‰（births.csv:2，“数值”列）");
/// assert_eq!(broken.cells[1].text_en(), "infant mortality rate 2024 = 2.9‰ (births.csv:3, column `value`)");
/// assert_eq!(broken.remedy, "check both figures; the first should be at most 2.9");
/// assert!(broken.zh().starts_with("差错：新生儿死亡数（率）不高于婴儿死亡数（率）；"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct BrokenRelation {
    /// The id of the relation.
    pub relation: Text,
    /// How binding it is.
    pub level: AuditLevel,
    /// The relation in words, in Chinese.
    pub zh: Text,
    /// The relation in words, in English.
    pub en: Text,
    /// The cells that do not agree, the one to look at first in front.
    pub cells: Vec<AuditCell>,
    /// What would be right, in English.
    pub remedy: String,
    /// What would be right, in Chinese.
    pub remedy_zh: String,
}

impl BrokenRelation {
    /// The finding in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let cells: Vec<String> = self.cells.iter().map(AuditCell::text_zh).collect();
        alloc::format!("{}：{}；{}；{}", self.level.zh(), self.zh, cells.join("，"), self.remedy_zh)
    }
}

impl fmt::Display for BrokenRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cells: Vec<String> = self.cells.iter().map(AuditCell::text_en).collect();
        write!(f, "{}: {}; found {}; {}", self.level.en(), self.en, cells.join("; "), self.remedy)
    }
}
