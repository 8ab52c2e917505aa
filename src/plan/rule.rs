//! The comparison that a clause states, as data; and the one place where a value meets a bound.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::error::{Error, InvalidError, ParseError, message, name};
use crate::values::{Number, Ratio, Unit, Year};

/// Which way is better.
///
/// ```
/// use dabiao::{plan::Better, values::Ratio};
/// assert_eq!(Better::Higher.opposite(), Better::Lower);
/// assert_eq!(Better::Lower.signed(&Ratio::whole(-2)), Ratio::whole(2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Better {
    /// More is better: coverage, enrolment.
    Higher,
    /// Less is better: deaths, gaps.
    Lower,
}

impl Better {
    /// The other way.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Higher => Self::Lower,
            Self::Lower => Self::Higher,
        }
    }

    /// A change, signed so that positive is good.
    #[must_use]
    pub fn signed(self, change: &Ratio) -> Ratio {
        match self {
            Self::Higher => change.clone(),
            Self::Lower => -change,
        }
    }
}

/// The word that a plan puts before a direction. It decides the test, and is carried into the report.
///
/// | word | the latest value is | and |
/// |---|---|---|
/// | `Plain`, `Further`, `Markedly` | strictly better than the baseline | |
/// | `Gradually`, `Continually` | strictly better than the baseline | the median yearly slope since then does not point the wrong way |
/// | `Steadily` | strictly better than the baseline | no observed period is worse than the one before |
/// | `Sustained` | | every observed period is strictly better than the one before; of what comes whole none is worse, and the latest is better than the baseline |
/// | `EachTerm` | | every election is strictly better than the term before |
///
/// ```
/// use dabiao::plan::Qualifier;
/// assert_eq!((Qualifier::Steadily.zh(), Qualifier::Steadily.en()), ("稳步", "steadily"));
/// assert!(Qualifier::Steadily.is_unforgiving() && !Qualifier::Gradually.is_unforgiving());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Qualifier {
    /// 提高, 降低, 延长, 增加, 减少 alone.
    Plain,
    /// 进一步.
    Further,
    /// 明显, 显著: the plan gives no number for it.
    Markedly,
    /// 逐步.
    Gradually,
    /// 不断.
    Continually,
    /// 稳步.
    Steadily,
    /// 持续.
    Sustained,
    /// 逐届.
    EachTerm,
}

impl Qualifier {
    /// The Chinese word; empty where the verb stands alone.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Further => "进一步",
            Self::Markedly => "明显",
            Self::Gradually => "逐步",
            Self::Continually => "不断",
            Self::Steadily => "稳步",
            Self::Sustained => "持续",
            Self::EachTerm => "逐届",
        }
    }

    /// The English word; empty where the verb stands alone.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Further => "further",
            Self::Markedly => "markedly",
            Self::Gradually => "gradually",
            Self::Continually => "continually",
            Self::Steadily => "steadily",
            Self::Sustained => "in every period",
            Self::EachTerm => "from term to term",
        }
    }

    /// Whether a setback can never be mended.
    #[must_use]
    pub const fn is_unforgiving(self) -> bool {
        matches!(self, Self::Steadily | Self::Sustained | Self::EachTerm)
    }
}

/// A fraction of two whole numbers as printed: one third, three to one.
///
/// ```
/// use dabiao::{plan::Fraction, values::Ratio};
/// let third = Fraction::literal(1, 3);
/// assert_eq!(third.to_ratio(), Ratio::new(33, 99).unwrap());
/// assert!(third.to_ratio() > Ratio::new(33, 100).unwrap());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fraction {
    part: u32,
    whole: u32,
}

impl Fraction {
    /// `part` of `whole`.
    ///
    /// # Errors
    /// If `whole` is zero.
    pub fn new(part: u32, whole: u32) -> Result<Self, Error> {
        match whole {
            0 => {
                let remedy = message("a fraction of nothing has no value", "分母不能为零");
                let given = alloc::format!("{part}/0");
                Err(InvalidError::new(name("fraction", "分数"), given, remedy).into())
            }
            _ => Ok(Self { part, whole }),
        }
    }

    /// `part` of `whole` in a constant.
    ///
    /// # Panics
    /// If `whole` is zero; in a `const` that fails the build.
    #[must_use]
    #[track_caller]
    pub const fn literal(part: u32, whole: u32) -> Self {
        assert!(whole != 0, "a fraction of nothing");
        Self { part, whole }
    }

    /// As an exact number.
    #[must_use]
    pub fn to_ratio(self) -> Ratio {
        Ratio::quotient(self.part.into(), self.whole.into()).unwrap_or_else(Ratio::zero)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

impl FromStr for Fraction {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let remedy = || message("write it as 1/3", "请写作1/3");
        let wrong = || Error::from(ParseError::new(text, name("a fraction", "分数"), remedy()));
        let (part, whole) = text.split_once('/').ok_or_else(wrong)?;
        match (part.parse(), whole.parse()) {
            (Ok(part), Ok(whole @ 1..)) => Ok(Self { part, whole }),
            _ => Err(wrong()),
        }
    }
}

/// By how much something is to change: a percentage or an exact fraction of what it was.
///
/// ```
/// use dabiao::{plan::{Change, Fraction}, values::Ratio};
/// assert_eq!("20".parse::<Change>()?.part(), Ratio::new(1, 5).unwrap());
/// assert_eq!("1/6".parse::<Change>()?, Change::Fraction(Fraction::literal(1, 6)));
/// assert_eq!((Change::Percent("20".parse()?).amount(), "1/6".parse::<Change>()?.amount()), ("20%".into(), "1/6".into()));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// So many per cent, with the printed digits: `20` on the wire.
    Percent(Number),
    /// An exact part (下降1/6): `1/6` on the wire.
    Fraction(Fraction),
}

impl Change {
    /// The part of the earlier value, as an exact number.
    #[must_use]
    pub fn part(self) -> Ratio {
        match self {
            Self::Percent(percent) => percent.to_ratio().over(&Ratio::whole(100)).unwrap_or_else(Ratio::zero),
            Self::Fraction(fraction) => fraction.to_ratio(),
        }
    }

    /// As a report prints it: `20%` or `1/6`.
    #[must_use]
    pub fn amount(self) -> String {
        match self {
            Self::Percent(percent) => alloc::format!("{percent}%"),
            Self::Fraction(fraction) => alloc::format!("{fraction}"),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Fraction(fraction) => fraction.fmt(f),
        }
    }
}

impl FromStr for Change {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.contains('/') {
            true => text.parse().map(Self::Fraction),
            false => text.parse().map(Self::Percent),
        }
    }
}

/// Types that are text on the wire.
#[cfg(feature = "serde")]
macro_rules! as_text {
    ($($name:ty),+) => { $(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+ };
}

#[cfg(feature = "serde")]
as_text!(Fraction, Change);

/// What a clause asks of an indicator. Numbers are in the indicator's unit, with the printed digits.
///
/// | rule | met when | printed as |
/// |---|---|---|
/// | `AtLeast` | value ≥ bound | 达到90％以上, 不低于, 至少, bare numbers |
/// | `AtMost` | value ≤ bound | 12／10万以下, 控制在…以内 |
/// | `MoreThan`, `LessThan` | value > bound, value < bound | 超过, 低于 |
/// | `Around` | not worse than the bound by more than the tolerance | 45％左右 |
/// | `AtLeastRatio` | numerator × whole ≥ part × denominator | 三分之一以上, 1：3 |
/// | `All` | value = 100％, never after rounding | 全覆盖, 应建尽建 |
/// | `ChangedBy` | value ≤ (1 − part) × the value of the named year (or ≥ (1 + part) ×) | 以2020年数据为基数下降20％, 下降1/6 |
/// | `ChangedEachYear` | value ≤ the value of the named year − n × the years since (or ≥ + n ×), within the natural limits | 每年降低0.5个百分点 |
/// | `Improves` | see [`Qualifier`] | 逐步提高, 明显降低 |
/// | `NotWorse` | not worse than the baseline | 合理控制 |
/// | `RisesSlower` | the mean yearly rise since the baseline is below that before it | 上升趋势减缓 |
/// | `NotBelow` | value ≥ the reference indicator's | 不低于…比例 |
/// | `InProportion` | value ≥ the reference's minus the tolerance | 与…相适应 |
/// | `HostBound` | by the bound that the host gives for the year | 达到国家考核指标 |
/// | `Monitored` | never judged, unless the host gives a bound | 合理比例, 普遍 |
///
/// ```
/// use dabiao::{plan::{Better, Qualifier}, Number, Rule};
/// let twelve = Rule::AtMost { value: Number::literal("12") };
/// assert_eq!((twelve.code(), twelve.better(), twelve.number()), ("at_most", Better::Lower, Some(Number::literal("12"))));
/// let rising = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Gradually };
/// assert!(rising.is_direction() && !rising.has_reference());
/// assert!(Rule::NotBelow.has_reference());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Rule {
    /// At least so much.
    AtLeast {
        /// The bound, included.
        value: Number,
    },
    /// At most so much.
    AtMost {
        /// The bound, included.
        value: Number,
    },
    /// More than so much.
    MoreThan {
        /// The bound, excluded.
        value: Number,
    },
    /// Less than so much.
    LessThan {
        /// The bound, excluded.
        value: Number,
    },
    /// About so much (左右).
    Around {
        /// The printed number.
        value: Number,
        /// Which way is better: the bound is the edge on the worse side.
        better: Better,
        /// Half the width of the band, in the indicator's unit. Only a percentage may leave it to the setting.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        tolerance: Option<Number>,
    },
    /// At least this exact ratio.
    AtLeastRatio {
        /// The ratio.
        value: Fraction,
    },
    /// Every one of the named units (全覆盖, 全部, 应建尽建): 100％, and no rounding makes 249 of 250 all of them.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    All,
    /// Changed by a part of the value of one named year.
    ChangedBy {
        /// The part: per cent, or an exact fraction.
        value: Change,
        /// Whether it is to rise or to fall.
        better: Better,
        /// The year; no other year is taken instead.
        since: Year,
    },
    /// Changed by so much in every year since one named year, taken together: a year that did more makes up for one that did
    /// less.
    ChangedEachYear {
        /// The yearly change, in the indicator's unit.
        value: Number,
        /// Whether it is to rise or to fall.
        better: Better,
        /// The year from which it is counted; no other year is taken instead.
        since: Year,
    },
    /// Better than the baseline, by the test of a word.
    Improves {
        /// Which way.
        better: Better,
        /// The word.
        qualifier: Qualifier,
    },
    /// Not worse than the baseline (合理控制).
    NotWorse {
        /// Which way is better.
        better: Better,
    },
    /// A rise that slows down; less is better.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    RisesSlower,
    /// Not below the reference indicator of the same period and area.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    NotBelow,
    /// Not below the reference indicator by more than a tolerance, included.
    InProportion {
        /// In the indicator's unit. Only a percentage may leave it to the setting.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        tolerance: Option<Number>,
    },
    /// A bound that the host gives for each year.
    HostBound {
        /// Which way is better.
        better: Better,
    },
    /// Watched, not judged.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Monitored,
}

impl Rule {
    /// At least this number (以上): the first of the short forms for rules whose number is written in the program. A number that
    /// comes at run time is parsed first: `Rule::AtLeast { value: text.parse()? }`.
    ///
    /// ```
    /// use dabiao::{plan::{Better, Fraction, Qualifier}, Number, Rule};
    /// const TWELVE: Rule = Rule::at_most("12");
    /// assert_eq!(TWELVE, Rule::AtMost { value: Number::literal("12") });
    /// assert_eq!(Rule::at_least_ratio(1, 3), Rule::AtLeastRatio { value: Fraction::literal(1, 3) });
    /// assert_eq!(Rule::rises(Qualifier::Steadily), Rule::Improves { better: Better::Higher, qualifier: Qualifier::Steadily });
    /// assert_eq!(Rule::falls_by("20", 2020).better(), Rule::falls(Qualifier::Plain).better());
    /// assert_eq!(Rule::rises_by("10", 2020).better(), Rule::around("45", Better::Higher).better());
    /// assert!(Rule::more_than("90") != Rule::less_than("90"));
    /// ```
    /// What is no number does not compile in a constant:
    /// ```compile_fail,E0080
    /// const SLIP: dabiao::Rule = dabiao::Rule::at_most("12%");
    /// ```
    ///
    /// # Panics
    /// On a text that is no number, as all of these; in a `const` that fails the build.
    #[must_use]
    #[track_caller]
    pub const fn at_least(number: &str) -> Self {
        Self::AtLeast { value: Number::literal(number) }
    }

    /// At most this number (以下, 以内).
    #[must_use]
    #[track_caller]
    pub const fn at_most(number: &str) -> Self {
        Self::AtMost { value: Number::literal(number) }
    }

    /// More than this number (超过).
    #[must_use]
    #[track_caller]
    pub const fn more_than(number: &str) -> Self {
        Self::MoreThan { value: Number::literal(number) }
    }

    /// Less than this number (低于).
    #[must_use]
    #[track_caller]
    pub const fn less_than(number: &str) -> Self {
        Self::LessThan { value: Number::literal(number) }
    }

    /// About this number (左右), with the tolerance of the settings.
    #[must_use]
    #[track_caller]
    pub const fn around(number: &str, better: Better) -> Self {
        Self::Around { value: Number::literal(number), better, tolerance: None }
    }

    /// At least so many of so many (三分之一以上).
    #[must_use]
    #[track_caller]
    pub const fn at_least_ratio(part: u32, whole: u32) -> Self {
        Self::AtLeastRatio { value: Fraction::literal(part, whole) }
    }

    /// Higher by so many per cent than in a year (以2020年为基数提高10％).
    #[must_use]
    #[track_caller]
    pub const fn rises_by(percent: &str, since: i16) -> Self {
        let value = Change::Percent(Number::literal(percent));
        Self::ChangedBy { value, better: Better::Higher, since: Year::literal(since) }
    }

    /// Lower by so many per cent than in a year (以2020年为基数下降20％).
    #[must_use]
    #[track_caller]
    pub const fn falls_by(percent: &str, since: i16) -> Self {
        let value = Change::Percent(Number::literal(percent));
        Self::ChangedBy { value, better: Better::Lower, since: Year::literal(since) }
    }

    /// Upwards, with the plan's word (逐步提高).
    #[must_use]
    pub const fn rises(qualifier: Qualifier) -> Self {
        Self::Improves { better: Better::Higher, qualifier }
    }

    /// Downwards, with the plan's word (持续下降).
    #[must_use]
    pub const fn falls(qualifier: Qualifier) -> Self {
        Self::Improves { better: Better::Lower, qualifier }
    }
}

impl Rule {
    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AtLeast { .. } => "at_least",
            Self::AtMost { .. } => "at_most",
            Self::MoreThan { .. } => "more_than",
            Self::LessThan { .. } => "less_than",
            Self::Around { .. } => "around",
            Self::AtLeastRatio { .. } => "at_least_ratio",
            Self::All => "all",
            Self::ChangedBy { .. } => "changed_by",
            Self::ChangedEachYear { .. } => "changed_each_year",
            Self::Improves { .. } => "improves",
            Self::NotWorse { .. } => "not_worse",
            Self::RisesSlower => "rises_slower",
            Self::NotBelow => "not_below",
            Self::InProportion { .. } => "in_proportion",
            Self::HostBound { .. } => "host_bound",
            Self::Monitored => "monitored",
        }
    }

    /// Which way is better.
    #[must_use]
    pub const fn better(&self) -> Better {
        match self {
            Self::AtMost { .. } | Self::LessThan { .. } | Self::RisesSlower => Better::Lower,
            Self::Around { better, .. }
            | Self::ChangedBy { better, .. }
            | Self::ChangedEachYear { better, .. }
            | Self::Improves { better, .. }
            | Self::NotWorse { better }
            | Self::HostBound { better } => *better,
            _ => Better::Higher,
        }
    }

    /// The printed number that values are compared with, where the rule has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        match self {
            Self::AtLeast { value }
            | Self::AtMost { value }
            | Self::MoreThan { value }
            | Self::LessThan { value }
            | Self::Around { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// The one bound that a value is compared with in every year, and the digits to which 修约值比较法 rounds before
    /// comparing; `None` for rules that look at other values. `around` is half the width of 左右 where the rule gives none,
    /// which only a percentage may do.
    ///
    /// ```
    /// use dabiao::{plan::Better, values::Unit, Number, Rule};
    /// let about = Rule::Around { value: "45".parse()?, better: Better::Higher, tolerance: None };
    /// let (bound, places) = about.fixed_bound(Unit::Percent, "1".parse()?).unwrap();
    /// assert_eq!((bound.limit.to_string(), places), ("44".to_string(), Some(0)));
    /// assert_eq!(Rule::RisesSlower.fixed_bound(Unit::Percent, Number::ZERO), None);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn fixed_bound(&self, unit: Unit, around: Number) -> Option<(Bound, Option<u32>)> {
        let whole = || Ratio::whole(unit.per().unwrap_or(1).into());
        let (limit, better, included, places) = match *self {
            Self::AtLeast { value } => (value.to_ratio(), Better::Higher, true, Some(value.places())),
            Self::AtMost { value } => (value.to_ratio(), Better::Lower, true, Some(value.places())),
            Self::MoreThan { value } => (value.to_ratio(), Better::Higher, false, Some(value.places())),
            Self::LessThan { value } => (value.to_ratio(), Better::Lower, false, Some(value.places())),
            Self::Around { value, better, tolerance } => {
                let half = unit.tolerance(tolerance, around)?;
                let edge = value.to_ratio() - better.signed(&half.to_ratio());
                (edge, better, true, Some(value.places().max(half.places())))
            }
            Self::AtLeastRatio { value } => (value.to_ratio() * whole(), Better::Higher, true, None),
            Self::All => (whole(), Better::Higher, true, None),
            _ => return None,
        };
        Some((Bound { limit, better, included }, places.filter(|_| unit.is_rounded_to())))
    }

    /// Whether it compares with the indicator's own past and has no bound of its own.
    #[must_use]
    pub const fn is_direction(&self) -> bool {
        matches!(self, Self::Improves { .. } | Self::NotWorse { .. } | Self::RisesSlower)
    }

    /// Whether its bound is taken from an earlier value of the indicator itself.
    #[must_use]
    pub(crate) const fn is_change(&self) -> bool {
        matches!(self, Self::ChangedBy { .. } | Self::ChangedEachYear { .. })
    }

    /// Whether its bound moves from year to year: with another indicator, by a yearly change, or as the host gives it.
    #[must_use]
    pub(crate) const fn has_moving_bound(&self) -> bool {
        self.has_reference()
            || matches!(self, Self::ChangedEachYear { .. } | Self::HostBound { .. } | Self::Monitored)
    }

    /// Whether it is a direction that forgives no setback.
    #[must_use]
    pub const fn is_unforgiving(&self) -> bool {
        matches!(self, Self::Improves { qualifier, .. } if qualifier.is_unforgiving())
    }

    /// Whether it compares with another indicator.
    #[must_use]
    pub const fn has_reference(&self) -> bool {
        matches!(self, Self::NotBelow | Self::InProportion { .. })
    }
}

/// A rule's bound worked out for one year: what a value is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Bound {
    /// The number, in the indicator's unit.
    pub limit: Ratio,
    /// Which way is better.
    pub better: Better,
    /// Whether the number itself still meets.
    pub included: bool,
}

impl Bound {
    /// Whether a value meets the bound.
    ///
    /// ```
    /// use dabiao::{plan::{Better, Bound}, values::Ratio};
    /// let twelve = Bound { limit: Ratio::whole(12), better: Better::Lower, included: true };
    /// assert!(twelve.is_met_by(&Ratio::whole(12)));
    /// assert!(!twelve.is_met_by(&Ratio::new(143, 10).unwrap()));
    /// assert_eq!(twelve.margin(&Ratio::new(143, 10).unwrap()).to_string(), "-2.3");
    /// ```
    #[must_use]
    pub fn is_met_by(&self, value: &Ratio) -> bool {
        match (self.better, self.included) {
            (Better::Higher, true) => *value >= self.limit,
            (Better::Higher, false) => *value > self.limit,
            (Better::Lower, true) => *value <= self.limit,
            (Better::Lower, false) => *value < self.limit,
        }
    }

    /// How far the value lies on the good side of the bound; negative on the wrong one.
    #[must_use]
    pub fn margin(&self, value: &Ratio) -> Ratio {
        self.better.signed(&(value - &self.limit))
    }
}
