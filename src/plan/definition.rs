//! What an indicator means (指标解释), and how long a card holds.

use crate::values::{Text, Year};

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Bilingual {
    /// In Chinese.
    pub zh: Text,
    /// In English.
    pub en: Text,
}

#[cfg(feature = "json")]
impl Bilingual {
    /// What is written alike in both.
    pub(crate) fn alike(text: impl Into<Text>) -> Self {
        let zh = text.into();
        Self { en: zh.clone(), zh }
    }
}

#[cfg(feature = "hangjin")]
impl Bilingual {
    pub(crate) const fn of(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Text::from_static(zh), en: Text::from_static(en) }
    }

    /// None of nothing.
    pub(crate) const fn known(zh: &'static str, en: &'static str) -> Option<Self> {
        if zh.is_empty() { None } else { Some(Self::of(zh, en)) }
    }
}

/// Where the figures of an indicator come from.
///
/// ```
/// use dabiao::plan::SourceKind;
/// assert_eq!((SourceKind::Survey.zh(), SourceKind::Survey.en()), ("抽样调查", "sample survey"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SourceKind {
    /// Administrative records of a department.
    Records,
    /// The annual report on maternal and child health.
    HealthReport,
    /// A sample survey.
    Survey,
    /// A census.
    Census,
    /// A surveillance or monitoring network: causes of death, air, water.
    Surveillance,
    /// A register of persons or bodies.
    Register,
    /// Files and minutes.
    Files,
    /// Computed from the strata of another indicator.
    Computed,
}

impl SourceKind {
    /// The kind in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Records => "部门统计",
            Self::HealthReport => "妇幼健康统计年报",
            Self::Survey => "抽样调查",
            Self::Census => "人口普查",
            Self::Surveillance => "监测系统",
            Self::Register => "名册台账",
            Self::Files => "文件和会议记录",
            Self::Computed => "由分组数据计算",
        }
    }

    /// The kind in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Records => "administrative records",
            Self::HealthReport => "annual maternal and child health report",
            Self::Survey => "sample survey",
            Self::Census => "population census",
            Self::Surveillance => "surveillance or monitoring network",
            Self::Register => "register",
            Self::Files => "files and minutes",
            Self::Computed => "computed from strata",
        }
    }
}

/// Which twelve months a year of figures covers.
///
/// ```
/// use dabiao::plan::StatisticalYear;
/// assert_eq!(StatisticalYear::MaternalChildHealth.zh(), "妇幼统计年度（上年10月1日至当年9月30日）");
/// assert_eq!(StatisticalYear::default().en(), "calendar year");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StatisticalYear {
    /// January to December.
    #[default]
    Calendar,
    /// 学年: a school year, named by the year in which it ends.
    School,
    /// 妇幼统计年度: from 1 October of the year before to 30 September, named by the later year.
    MaternalChildHealth,
}

impl StatisticalYear {
    /// The year in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Calendar => "日历年度",
            Self::School => "学年",
            Self::MaternalChildHealth => "妇幼统计年度（上年10月1日至当年9月30日）",
        }
    }

    /// The year in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Calendar => "calendar year",
            Self::School => "school year",
            Self::MaternalChildHealth => "maternal and child health year (1 October to 30 September)",
        }
    }
}

/// What an indicator counts, over what, of whom, and where its figures come from.
///
/// The unit, the kind of count and how often it is measured stand on the [`IndicatorCard`](crate::plan::IndicatorCard) itself.
///
/// ```
/// use dabiao::plan::{Bilingual, Definition, SourceKind, StatisticalYear};
/// use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
/// let definition: &Definition = MATERNAL_MORTALITY_RATIO.card().definition.as_ref().unwrap();
/// let Bilingual { zh, en } = definition.denominator.as_ref().unwrap();
/// assert_eq!((&**zh, &**en), ("活产数", "live births"));
/// assert_eq!((definition.source, definition.year), (SourceKind::HealthReport, StatisticalYear::MaternalChildHealth));
/// assert!(!definition.ours);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Definition {
    /// What is counted: the numerator of a quotient, or the amount itself.
    pub counted: Bilingual,
    /// The denominator of a quotient; none for amounts, counts and gaps.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub denominator: Option<Bilingual>,
    /// Whom or what it is about, with the age where there is one.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub population: Option<Bilingual>,
    /// The measure word of what is counted (名, 张, 例) and the English noun in the plural.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub measure_word: Option<Bilingual>,
    /// Where the figures come from.
    pub source: SourceKind,
    /// Which twelve months a year covers.
    #[cfg_attr(feature = "serde", serde(default))]
    pub year: StatisticalYear,
    /// Whether it is the choice of whoever wrote the card, not checked against a published definition.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub ours: bool,
}

/// From which year until which a target or an indicator holds; a plan amended midway has both the old card and the new one.
///
/// ```
/// use dabiao::{plan::Validity, Year};
/// let old = Validity { from: None, until: Some(Year::literal(2025)) };
/// assert!(old.holds(Year::literal(2025)) && !old.holds(Year::literal(2026)));
/// assert!(Validity::ALWAYS.holds(Year::literal(2026)) && Validity::ALWAYS.is_always());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct Validity {
    /// The first year; none where it holds from the start.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub from: Option<Year>,
    /// The last year; none where it holds to the end.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub until: Option<Year>,
}

impl Validity {
    /// Without a limit.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// Whether it holds in a year.
    #[must_use]
    pub fn holds(&self, year: Year) -> bool {
        self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }

    /// Whether it has no limit.
    #[must_use]
    pub const fn is_always(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}
