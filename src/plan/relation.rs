//! Relations between figures (逻辑审核): what has to hold between the cells of an area and year before anything is judged.

use alloc::vec::Vec;

use crate::plan::Fraction;
use crate::values::{Disaggregation, Number, Text};

/// How binding a relation is.
///
/// ```
/// use dabiao::plan::AuditLevel;
/// assert_eq!((AuditLevel::Must.zh(), AuditLevel::Should.zh()), ("差错", "核实"));
/// assert_eq!((AuditLevel::Must.en(), AuditLevel::Should.en()), ("error", "to check"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AuditLevel {
    /// It holds for every right figure: where it does not, a figure is wrong (差错).
    Must,
    /// It nearly always holds: where it does not, somebody looks again (核实).
    Should,
}

impl AuditLevel {
    /// The level in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Must => "差错",
            Self::Should => "核实",
        }
    }

    /// The level in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Must => "error",
            Self::Should => "to check",
        }
    }
}

/// Which number a [`Figure`] takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FigureOf {
    /// The value of an indicator, in its unit.
    Value,
    /// The numerator of an indicator, where it comes with counts.
    Numerator,
    /// The denominator of an indicator, where it comes with counts.
    Denominator,
    /// The numerators where both sides of the relation come with counts, and the values otherwise.
    Cases,
    /// How many units of a kind are on the roster of the year.
    RosterSize,
    /// The days of the year, 365 or 366.
    DaysOfTheYear,
    /// A fixed number.
    Number(Number),
}

/// One figure of a relation: a number of one cell, of the roster or of the calendar.
///
/// A figure is looked up in the place (area, unit, part of the population) and year in which the relation is checked.
///
/// ```
/// use dabiao::plan::{Figure, FigureOf};
/// let births = Figure::denominator("infant-mortality-rate");
/// assert_eq!((births.of, births.indicator.as_deref()), (FigureOf::Denominator, Some("infant-mortality-rate")));
/// let deputies = Figure::value("women-in-township-leadership").over_units("township");
/// assert_eq!(deputies.unit_kind.as_deref(), Some("township"));
/// let deaths = [Figure::numerator("infant-mortality-rate"), Figure::cases("infant-mortality-rate")];
/// assert_eq!(deaths.map(|figure| figure.of), [FigureOf::Numerator, FigureOf::Cases]);
/// let men = Figure::value("women-share-of-employed").among(dabiao::values::Disaggregation::MALE);
/// assert!(men.disaggregation.is_some());
/// let hours = Figure::value("compulsory-education-homework-time").times(1, 60);
/// assert_eq!(hours.times.unwrap().to_string(), "1/60");
/// let fixed = [Figure::roster("village").of, Figure::days().of, Figure::number(24_u32.into()).of];
/// assert_eq!(fixed[..2], [FigureOf::RosterSize, FigureOf::DaysOfTheYear]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Figure {
    /// Which number.
    pub of: FigureOf,
    /// The indicator; none for a roster, the calendar or a fixed number.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub indicator: Option<Text>,
    /// The kind of unit, for the sum over all units on the roster and for the size of a roster.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub unit_kind: Option<Text>,
    /// The part of the population, where it is another than that in which the relation is checked.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub disaggregation: Option<Disaggregation>,
    /// What the number is multiplied by: `1/60` makes minutes hours.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<alloc::string::String>"))]
    pub times: Option<Fraction>,
}

impl Figure {
    const fn of(of: FigureOf) -> Self {
        Self { of, indicator: None, unit_kind: None, disaggregation: None, times: None }
    }

    const fn of_indicator(of: FigureOf, indicator: &'static str) -> Self {
        let indicator = Some(Text::from_static(indicator));
        Self { of, indicator, unit_kind: None, disaggregation: None, times: None }
    }

    /// The value of an indicator.
    #[must_use]
    pub const fn value(indicator: &'static str) -> Self {
        Self::of_indicator(FigureOf::Value, indicator)
    }

    /// The numerator of an indicator.
    #[must_use]
    pub const fn numerator(indicator: &'static str) -> Self {
        Self::of_indicator(FigureOf::Numerator, indicator)
    }

    /// The denominator of an indicator.
    #[must_use]
    pub const fn denominator(indicator: &'static str) -> Self {
        Self::of_indicator(FigureOf::Denominator, indicator)
    }

    /// The numerators where both sides come with counts, and the values otherwise.
    #[must_use]
    pub const fn cases(indicator: &'static str) -> Self {
        Self::of_indicator(FigureOf::Cases, indicator)
    }

    /// How many units of a kind are on the roster of the year.
    #[must_use]
    pub const fn roster(unit_kind: &'static str) -> Self {
        Self {
            of: FigureOf::RosterSize,
            indicator: None,
            unit_kind: Some(Text::from_static(unit_kind)),
            disaggregation: None,
            times: None,
        }
    }

    /// The days of the year.
    #[must_use]
    pub const fn days() -> Self {
        Self::of(FigureOf::DaysOfTheYear)
    }

    /// A fixed number.
    #[must_use]
    pub const fn number(number: Number) -> Self {
        Self::of(FigureOf::Number(number))
    }

    /// The sum over all units of a kind on the roster.
    #[must_use]
    pub fn over_units(self, unit_kind: &'static str) -> Self {
        Self { unit_kind: Some(Text::from_static(unit_kind)), ..self }
    }

    /// The figure of one part of the population.
    #[must_use]
    pub fn among(self, disaggregation: Disaggregation) -> Self {
        Self { disaggregation: Some(disaggregation), ..self }
    }

    /// The figure times a fraction.
    ///
    /// # Panics
    /// If `whole` is zero.
    #[must_use]
    #[track_caller]
    pub fn times(self, part: u32, whole: u32) -> Self {
        Self { times: Some(Fraction::literal(part, whole)), ..self }
    }

    /// Whether it is the number of a cell in the very place in which the relation is checked.
    pub(crate) fn is_of_its_place(&self) -> bool {
        self.is_of_a_cell() && self.unit_kind.is_none() && self.disaggregation.is_none()
    }

    /// The indicator's id; no indicator has the empty one.
    pub(crate) fn indicator(&self) -> &str {
        self.indicator.as_deref().unwrap_or_default()
    }

    /// Whether it is a fixed number, or the days of the year.
    pub(crate) const fn is_fixed(&self) -> bool {
        matches!(self.of, FigureOf::Number(_) | FigureOf::DaysOfTheYear)
    }

    /// Whether it is a number of some indicator's cell.
    pub(crate) const fn is_of_a_cell(&self) -> bool {
        matches!(self.of, FigureOf::Value | FigureOf::Numerator | FigureOf::Denominator | FigureOf::Cases)
    }

    /// Whether it is such a number as it stands, in the place in which the relation is checked.
    pub(crate) const fn is_plain(&self) -> bool {
        self.is_of_a_cell()
            && self.unit_kind.is_none()
            && self.disaggregation.is_none()
            && self.times.is_none()
    }
}

/// What a [`Relation`] says. A side that is missing says nothing; printed values may be off by half their last digit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum RelationKind {
    /// The sum of the left is at most that of the right.
    Order {
        /// What is at most the other.
        left: Vec<Figure>,
        /// What is at least the other.
        right: Vec<Figure>,
    },
    /// The left counts a part of what the right counts, so it is at most as many.
    PartOf {
        /// The part, or several that do not overlap.
        left: Vec<Figure>,
        /// The whole.
        right: Vec<Figure>,
    },
    /// All figures are one number: the live births of one area and year in every rate that rests on them. Counts, or values of
    /// what comes whole; other values are held against each other by [`Within`](Self::Within).
    Same {
        /// Two figures or more.
        figures: Vec<Figure>,
    },
    /// The parts add up to the whole. A complement is a sum to a fixed number: women and men make 100％.
    Sum {
        /// The parts.
        parts: Vec<Figure>,
        /// The whole.
        whole: Figure,
    },
    /// Two figures differ by at most so many per cent of the second.
    Within {
        /// The one.
        left: Figure,
        /// The other, of which the percentage is taken.
        right: Figure,
        /// How many per cent.
        percent: Number,
    },
    /// The total lies between its lowest and its highest part.
    Between {
        /// The rate of the whole.
        total: Figure,
        /// The rates of all its parts.
        parts: Vec<Figure>,
    },
    /// The first of the figures that both years have differs from the value before it by at most so many per cent. It is checked
    /// for the area as a whole, where one of the two is at least 100.
    Change {
        /// Figures that count the same.
        figures: Vec<Figure>,
        /// How many per cent.
        percent: Number,
    },
    /// The value of the area lies in a plausible range. Counts are compared with it only where chance would give so many, or so
    /// few, at its end in less than one case of a thousand.
    Range {
        /// The indicator.
        indicator: Text,
        /// The least plausible value.
        low: Number,
        /// The least plausible value that is not 0, where 0 itself is plausible.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        above_zero: Option<Number>,
        /// The greatest plausible value; none where small units have no such value.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        high: Option<Number>,
    },
    /// Where all reach a bound, so does their mean; where nobody does, the mean is below it.
    ShareAndMean {
        /// The share of those who reach the bound.
        share: Figure,
        /// The mean over all.
        mean: Figure,
        /// The bound, in the unit of the mean.
        bound: Number,
    },
    /// Where the first figure is more than zero, the second is less than a number.
    Consequence {
        /// What is more than zero.
        cause: Figure,
        /// What is then less than the number.
        effect: Figure,
        /// The number, in the unit of the second.
        below: Number,
    },
}

impl RelationKind {
    /// The short name of the kind on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Order { .. } => "order",
            Self::PartOf { .. } => "part_of",
            Self::Same { .. } => "same",
            Self::Sum { .. } => "sum",
            Self::Within { .. } => "within",
            Self::Between { .. } => "between",
            Self::Change { .. } => "change",
            Self::Range { .. } => "range",
            Self::ShareAndMean { .. } => "share_and_mean",
            Self::Consequence { .. } => "consequence",
        }
    }

    /// The figures of the relation, by the field in which they stand.
    fn groups(&self) -> [(&'static str, &[Figure]); 2] {
        use core::slice::from_ref;
        match self {
            Self::Order { left, right } | Self::PartOf { left, right } => [("left", left), ("right", right)],
            Self::Same { figures } | Self::Change { figures, .. } => [("figures", figures), ("figures", &[])],
            Self::Sum { parts, whole } => [("parts", parts), ("whole", from_ref(whole))],
            Self::Within { left, right, .. } => [("left", from_ref(left)), ("right", from_ref(right))],
            Self::Between { total, parts } => [("total", from_ref(total)), ("parts", parts)],
            Self::ShareAndMean { share, mean, .. } => [("share", from_ref(share)), ("mean", from_ref(mean))],
            Self::Consequence { cause, effect, .. } => {
                [("cause", from_ref(cause)), ("effect", from_ref(effect))]
            }
            Self::Range { .. } => [("indicator", &[]), ("indicator", &[])],
        }
    }

    /// Every figure of the relation, with the field in which it stands.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (&'static str, &Figure)> + Clone {
        self.groups()
            .into_iter()
            .flat_map(|(field, figures)| figures.iter().map(move |figure| (field, figure)))
    }

    /// The same, to be changed.
    fn figures_mut(&mut self) -> Vec<&mut Figure> {
        match self {
            Self::Order { left, right } | Self::PartOf { left, right } => {
                left.iter_mut().chain(right).collect()
            }
            Self::Same { figures } | Self::Change { figures, .. } => figures.iter_mut().collect(),
            Self::Sum { parts, whole } => parts.iter_mut().chain([whole]).collect(),
            Self::Within { left, right, .. } => alloc::vec![left, right],
            Self::Between { total, parts } => parts.iter_mut().chain([total]).collect(),
            Self::ShareAndMean { share, mean, .. } => alloc::vec![share, mean],
            Self::Consequence { cause, effect, .. } => alloc::vec![cause, effect],
            Self::Range { .. } => Vec::new(),
        }
    }
}

/// A relation between figures, as a fact of the catalogue.
///
/// ```
/// use dabiao::{plan::{AuditLevel, Relation, RelationKind}, Catalogue};
/// let catalogue = Catalogue::hangjin();
/// let relation: &Relation = catalogue.relations().find(|relation| relation.id == "neonatal-within-infant-deaths").unwrap();
/// assert_eq!(relation.level, AuditLevel::Must);
/// assert_eq!(relation.zh, "新生儿死亡数（率）不高于婴儿死亡数（率）");
/// assert!(matches!(relation.says, RelationKind::Order { .. }));
/// assert_eq!(relation.says.code(), "order");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Relation {
    /// Key, never reused.
    pub id: Text,
    /// What it says.
    pub says: RelationKind,
    /// How binding it is.
    pub level: AuditLevel,
    /// The relation in words, in Chinese.
    pub zh: Text,
    /// The relation in words, in English.
    pub en: Text,
    /// The form, rule or page that asks for it; none where nobody but its author does.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub source: Option<Text>,
}

impl Relation {
    /// Calls every indicator by its id and every kind of unit by its code, whatever name was given.
    pub(crate) fn rename(&mut self, id_of: impl Fn(&str) -> Text, kind_of: impl Fn(&str) -> Option<Text>) {
        if let RelationKind::Range { indicator, .. } = &mut self.says {
            *indicator = id_of(indicator);
        }
        for figure in self.says.figures_mut() {
            for text in [&mut figure.indicator, &mut figure.unit_kind] {
                *text = text.take().and_then(Text::given);
            }
            if let Some(indicator) = &mut figure.indicator {
                *indicator = id_of(indicator);
            }
            if let Some(kind) = &mut figure.unit_kind {
                *kind = kind_of(kind).unwrap_or_else(|| kind.clone());
            }
        }
    }
}

macro_rules! general {
    ($( $(#[doc = $doc:literal])+ $name:ident $code:literal $level:ident $zh:literal $en:literal; )+) => {
        /// Relations that hold for every indicator that allows them.
        ///
        /// ```
        /// use dabiao::plan::{AuditLevel, GeneralRelation};
        /// let rule = GeneralRelation::SumOfUnits;
        /// assert_eq!((rule.code(), rule.level()), ("sum-of-units", AuditLevel::Must));
        /// assert_eq!((rule.zh(), GeneralRelation::ALL.len() > 5), ("合计等于名录内全部单位之和", true));
        /// assert!(!rule.en().is_empty());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum GeneralRelation { $( $(#[doc = $doc])+ $name, )+ }

        impl GeneralRelation {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The key that stands in a finding.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// How binding it is, unless the finding says otherwise.
            #[must_use]
            pub const fn level(self) -> AuditLevel {
                match self { $(Self::$name => AuditLevel::$level),+ }
            }

            /// The relation in words, in Chinese.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$name => $zh),+ }
            }

            /// The relation in words, in English.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en),+ }
            }
        }
    };
}

general! {
    /// The numerator of a rate of events is at most its denominator; a year's deaths need not be of its births.
    EventsWithinExposure "events-within-exposure" Should "发生数一般不大于分母" "events do not usually outnumber what they are counted over";
    /// A printed rate is what its counts give, within half its last digit.
    RateAndCounts "rate-and-counts" Must "所填比率与分子分母算得的一致" "the printed rate agrees with its counts";
    /// A whole is the sum of urban and rural areas, of women and men, and of age groups that follow on each other; women and
    /// men may lack persons of unknown sex.
    SumOfParts "sum-of-parts" Must "合计等于各部分之和" "the total is the sum of its parts";
    /// A whole is the sum of all units on the roster.
    SumOfUnits "sum-of-units" Must "合计等于名录内全部单位之和" "the total is the sum of all units on the roster";
    /// The rate of a whole lies between those of urban and rural areas, of women and men, and of age groups.
    BetweenParts "between-parts" Must "合计介于各部分的最低与最高之间" "the total lies between its lowest and highest part";
    /// The rate of a whole lies between the lowest and the highest of all units on the roster.
    BetweenUnits "between-units" Must "合计介于各单位的最低与最高之间" "the total lies between its lowest and highest unit";
    /// A value is not ten times the one before it by the same definition, nor a tenth of it.
    Jump "jump" Should "与上一个数相差不到十倍" "a value changes less than tenfold from the one before";
    /// A gap as reported is what its strata or units give.
    GapAndParts "gap-and-parts" Must "所报差距与分组数算得的一致" "the reported gap agrees with its parts";
}
