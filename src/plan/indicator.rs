//! What is measured. What a plan asks of it is a [`Target`](crate::plan::Target); one indicator may carry several.

use crate::error::{Error, UnitError};
use crate::plan::{Definition, Validity};
use crate::values::Text;
use alloc::borrow::Cow;
use alloc::string::ToString as _;
use core::fmt;
use core::marker::PhantomData;

use crate::values::{
    Disaggregation, Number, Period, Sex,
    unit::{Unit, UnitType},
};

/// What stands behind a value, which decides what chance can do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum IndicatorKind {
    /// Events over an exposure: deaths over live births.
    Events,
    /// So many of so many persons or events at risk: people tested out of people.
    Share,
    /// So many of so many places, posts, members or bodies, which are counted and not drawn by chance: women among delegates,
    /// schools with a football ground. No small-number label, no interval, no pool.
    Stock,
    /// A value without counts of its own, or a quotient that may pass 100％ (gross enrolment).
    ValueOnly,
}

/// When a value falls due.
///
/// ```
/// use dabiao::plan::Calendar;
/// assert_eq!(Calendar::Every(4).interval(), Some(4));
/// assert_eq!(Calendar::Term.interval(), None);
/// assert_eq!((Calendar::Term.zh(), Calendar::Term.en()), ("届", "term of office"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Calendar {
    /// Every calendar year.
    #[default]
    Year,
    /// Every school year, counted in the year in which it ends.
    SchoolYear,
    /// At every election; the value stands until the next.
    Term,
    /// Every so many years (a survey); the value stands until the next is due.
    Every(u8),
    /// In the years of a survey, which the host names by its rows; the value stands until the next.
    Survey,
    /// At a census, every ten years; the value stands until the next.
    Census,
    /// When something happens: a meeting, a report.
    Event,
}

impl Calendar {
    /// For how many years after a measurement none is due; `None` where that is not a matter of years.
    #[must_use]
    pub const fn interval(self) -> Option<i32> {
        match self {
            Self::Year | Self::SchoolYear | Self::Event => Some(1),
            Self::Every(years) => Some(years as i32),
            Self::Census => Some(10),
            Self::Term | Self::Survey => None,
        }
    }
}

impl Calendar {
    /// By what an indicator with this calendar is measured, in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Year => "年度",
            Self::SchoolYear => "学年",
            Self::Term => "届",
            Self::Every(_) | Self::Survey => "调查年份",
            Self::Census => "普查年份",
            Self::Event => "事项",
        }
    }

    /// The same in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Year => "calendar year",
            Self::SchoolYear => "school year",
            Self::Term => "term of office",
            Self::Every(_) | Self::Survey => "year of the survey",
            Self::Census => "year of the census",
            Self::Event => "event",
        }
    }

    /// Whether an indicator with this calendar has values of such a period: a school year or a term is no calendar year, and
    /// what has come together since the start of the plan is the figure of no year.
    pub(crate) const fn takes(self, period: Period) -> bool {
        match period {
            Period::Year(_) | Period::Day(_) => true,
            Period::SchoolYear(_) => {
                matches!(self, Self::SchoolYear | Self::Every(_) | Self::Survey | Self::Event)
            }
            Period::Term(_) => matches!(self, Self::Term),
            Period::PlanToDate(_) => matches!(self, Self::Event),
        }
    }
}

/// How the distance between strata is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum GapMeasure {
    /// The absolute difference, for rates and shares.
    Difference,
    /// The larger over the smaller, for money and other amounts without an upper limit: while incomes grow, the
    /// difference in yuan widens although equality improves.
    Ratio,
}

/// Between what a gap is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Between {
    /// Urban and rural areas.
    UrbanRural,
    /// Women and men.
    Sexes,
    /// The units of the area of one kind: the largest minus the smallest over the roster.
    Units,
}

/// An indicator computed from another: the gap between its strata.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Gap {
    /// The indicator whose strata are compared.
    pub of: Text,
    /// Which strata.
    pub between: Between,
    /// The kind of unit, for a gap between units.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit_kind: Option<Text>,
    /// Difference or ratio.
    pub measure: GapMeasure,
}

/// The facts about an indicator.
///
/// ```
/// use dabiao::{plan::{Between, Calendar, Gap, GapMeasure, IndicatorCard, IndicatorKind}, values::{Disaggregation, Unit}, Catalogue, Number};
/// use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
/// let card: &IndicatorCard = MATERNAL_MORTALITY_RATIO.card();
/// assert_eq!(MATERNAL_MORTALITY_RATIO.id(), "maternal-mortality-ratio");
/// assert_eq!((&*card.zh, card.unit, card.kind, card.calendar), ("孕产妇死亡率", Unit::Per100k, IndicatorKind::Events, Calendar::Year));
/// let gap = IndicatorCard {
///     id: "our-gap".into(),
///     zh: "城乡差距".into(),
///     en: "our gap".into(),
///     kind: IndicatorKind::ValueOnly,
///     ceiling: None,
///     disaggregation: Disaggregation::TOTAL,
///     gap: Some(Gap { of: card.id.clone(), between: Between::UrbanRural, unit_kind: None, measure: GapMeasure::Difference }),
///     ..card.clone()
/// };
/// assert_eq!((gap.floor, card.disaggregation), (Number::ZERO, Disaggregation::FEMALE));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct IndicatorCard {
    /// Key, never reused: `maternal-mortality-ratio`.
    pub id: Text,
    /// Name in Chinese.
    pub zh: Text,
    /// Name in English.
    pub en: Text,
    /// Other names under which it is published; a row that gives one is read, and the report says so.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_empty"))]
    pub aliases: Cow<'static, [Text]>,
    /// Unit of measure.
    pub unit: Unit,
    /// What stands behind a value.
    pub kind: IndicatorKind,
    /// The least value there can be.
    #[cfg_attr(feature = "serde", serde(default))]
    pub floor: Number,
    /// The greatest value there can be; none where numerator and denominator count different things.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub ceiling: Option<Number>,
    /// When a value falls due.
    #[cfg_attr(feature = "serde", serde(default))]
    pub calendar: Calendar,
    /// The stratum that the name itself speaks of (农村牧区…); a row marked with it counts as the whole.
    #[cfg_attr(feature = "serde", serde(default))]
    pub disaggregation: Disaggregation,
    /// Whether nobody but women can be counted (孕产妇, 宫颈癌): a row for both sexes is then its figure too. Where the name picks the
    /// women out of all (妇女人均预期寿命), the figure for both sexes is another one.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub women_only: bool,
    /// Whether a cell `1：3` names the denominator first (产床与助产士的比例, measured in midwives for each bed).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "core::ops::Not::not"))]
    pub colon_inverted: bool,
    /// Set where the indicator is a gap computed from another one; it may also be reported directly.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub gap: Option<Gap>,
    /// Set where it is the figure for women of an indicator of both sexes: that one's id. Rows of that one for women are this
    /// one's, and a report shows the figures of men and of both beside it (分性别统计).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub women_of: Option<Text>,
    /// What it counts, over what, of whom, and where its figures come from (指标解释).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub definition: Option<Definition>,
    /// From which year until which it is in use.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Validity::is_always"))]
    pub valid: Validity,
}

#[cfg(feature = "serde")]
fn is_empty(names: &[Text]) -> bool {
    names.is_empty()
}

impl IndicatorCard {
    /// An indicator with its names, its unit and what stands behind a value: measured every year, of the whole population, from 0
    /// on, and a share at most the whole. The methods say what is otherwise.
    ///
    /// ```
    /// use dabiao::{plan::{Calendar, IndicatorCard, IndicatorKind}, values::Unit, Number};
    /// let women = IndicatorCard::new("women-councillors", "女性代表比例", "women among councillors", Unit::Percent, IndicatorKind::Stock)
    ///     .calendar(Calendar::Term)
    ///     .alias("女代表占比");
    /// assert_eq!((women.floor, women.ceiling), (Number::ZERO, Some(Number::literal("100"))));
    /// assert_eq!(women.clone().women_of("councillors").women_of.as_deref(), Some("councillors"));
    /// assert!(!women.women_only && women.clone().women_only().women_only);
    /// let balance = women.clone().limits(Number::literal("-100"), None);
    /// assert_eq!(balance.ceiling, None);
    /// ```
    #[must_use]
    pub fn new(
        id: impl Into<Text>,
        zh: impl Into<Text>,
        en: impl Into<Text>,
        unit: Unit,
        kind: IndicatorKind,
    ) -> Self {
        let is_part = matches!(kind, IndicatorKind::Share | IndicatorKind::Stock);
        Self {
            id: id.into(),
            zh: zh.into(),
            en: en.into(),
            aliases: Cow::Borrowed(&[]),
            unit,
            kind,
            floor: Number::ZERO,
            ceiling: unit.per().filter(|_| is_part).map(Number::from),
            calendar: Calendar::Year,
            disaggregation: Disaggregation::TOTAL,
            women_only: false,
            colon_inverted: false,
            gap: None,
            women_of: None,
            definition: None,
            valid: Validity::ALWAYS,
        }
    }

    /// One more name under which it is published.
    #[must_use]
    pub fn alias(mut self, name: impl Into<Text>) -> Self {
        self.aliases.to_mut().push(name.into());
        self
    }

    /// When a value falls due.
    #[must_use]
    pub fn calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// The part of the population that its name speaks of.
    #[must_use]
    pub fn disaggregation(self, disaggregation: Disaggregation) -> Self {
        Self { disaggregation, ..self }
    }

    /// Nobody but women can be counted, so that the figure for both sexes is theirs.
    #[must_use]
    pub fn women_only(self) -> Self {
        let disaggregation = Disaggregation { sex: Sex::Female, ..self.disaggregation };
        Self { women_only: true, disaggregation, ..self }
    }

    /// The least and the greatest value there can be.
    #[must_use]
    pub fn limits(self, floor: Number, ceiling: Option<Number>) -> Self {
        Self { floor, ceiling, ..self }
    }

    /// It is a gap that is computed from another indicator.
    #[must_use]
    pub fn gap(self, gap: Gap) -> Self {
        Self { gap: Some(gap), ..self }
    }

    /// It is the figure for women of this indicator of both sexes.
    #[must_use]
    pub fn women_of(self, both: impl Into<Text>) -> Self {
        Self { women_of: Some(both.into()), disaggregation: Disaggregation::FEMALE, ..self }
    }

    /// What it means.
    #[must_use]
    pub fn definition(self, definition: Definition) -> Self {
        Self { definition: Some(definition), ..self }
    }

    /// Its id, its names and its aliases, each with whether it is an alias.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        let own = [&*self.id, &*self.zh, &*self.en].into_iter().map(|name| (name, false));
        own.chain(self.aliases.iter().map(|alias| (&**alias, true)))
    }

    /// Whether the value of a whole lies between those of its parts: so it is with rates, and not with amounts.
    pub(crate) fn has_total_between_parts(&self) -> bool {
        self.kind != IndicatorKind::ValueOnly && self.unit.per().is_some() && self.gap.is_none()
    }
}

/// A typed key of an indicator: the compiler holds its unit.
///
/// ```
/// use dabiao::{values::{cases, per_100k, unit::Per100k}, Indicator};
/// use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
/// let year = dabiao::Year::literal(2023);
/// let printed = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("15.1"));
/// let counted = MATERNAL_MORTALITY_RATIO.observe(year, cases(1).of(823));
/// assert_eq!(printed.indicator, counted.indicator);
/// ```
/// A percentage is refused where a rate per 100,000 is meant:
/// ```compile_fail,E0277
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::percent, Year};
/// MATERNAL_MORTALITY_RATIO.observe(Year::literal(2023), percent("15.1"));
/// ```
/// and counts where the unit is no quotient:
/// ```compile_fail,E0277
/// use dabiao::{indicators::FEMALE_LIFE_EXPECTANCY, values::cases, Year};
/// FEMALE_LIFE_EXPECTANCY.observe(Year::literal(2023), cases(1).of(823));
/// ```
pub struct Indicator<U> {
    card: &'static IndicatorCard,
    unit: PhantomData<fn() -> U>,
}

impl Gap {
    /// The kind of unit; empty for a gap that is not between units.
    pub(crate) fn kind(&self) -> &str {
        self.unit_kind.as_deref().unwrap_or_default()
    }
}

impl<U: UnitType> Indicator<U> {
    /// The key of a card.
    ///
    /// # Errors
    /// If the card is in another unit.
    pub fn new(card: &'static IndicatorCard) -> Result<Self, Error> {
        match card.unit == U::UNIT {
            true => Ok(Self { card, unit: PhantomData }),
            false => Err(UnitError {
                indicator: card.id.to_string(),
                expected: card.unit.symbol(),
                given: U::UNIT.symbol(),
            }
            .into()),
        }
    }

    /// The key of a card in a constant.
    ///
    /// # Panics
    /// If the card is in another unit; in a `const` that fails the build.
    #[must_use]
    pub const fn literal(card: &'static IndicatorCard) -> Self {
        assert!(card.unit as u8 == U::UNIT as u8, "the key's unit is not the card's");
        Self { card, unit: PhantomData }
    }

    /// The facts.
    #[must_use]
    pub const fn card(self) -> &'static IndicatorCard {
        self.card
    }

    /// The key as text.
    #[must_use]
    pub fn id(self) -> &'static str {
        &self.card.id
    }
}

impl<U: UnitType> From<Indicator<U>> for Text {
    /// The id.
    fn from(key: Indicator<U>) -> Self {
        key.card.id.clone()
    }
}

impl From<&IndicatorCard> for Text {
    /// The id.
    fn from(card: &IndicatorCard) -> Self {
        card.id.clone()
    }
}

impl<U> Clone for Indicator<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Indicator<U> {}

impl<U> fmt::Debug for Indicator<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Indicator({})", self.card.id)
    }
}
