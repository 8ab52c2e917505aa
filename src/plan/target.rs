//! What a clause of a plan asks of an indicator.

use crate::plan::{Bilingual, Clause, Plan, Rule, Section, Validity};
use crate::values::{Date, Text, Year};

/// When a target has to hold.
///
/// ```
/// use dabiao::{plan::Timing, Year};
/// let timing = Timing::ByYear { due: Year::literal(2030) };
/// assert_eq!((timing.due(), timing.code()), (Year::literal(2030), "by_year"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Timing {
    /// In the due year; earlier years show the way (达到, 提高到, 降至).
    ByYear {
        /// The due year.
        due: Year,
    },
    /// A bound of each year (保持在, 稳定在, 控制在); the final verdict is that of the due year, and broken years are listed
    /// beside it. [`Settings::broken_years`](crate::judge::Settings::broken_years) may let them decide.
    Kept {
        /// The first year in which it has to hold.
        from: Year,
        /// The due year.
        due: Year,
    },
    /// In every year in which a measurement is due; one year that fails decides the end (不得, 杜绝, 每年召开).
    EveryYear {
        /// The first year in which it has to hold.
        from: Year,
        /// The last.
        due: Year,
    },
    /// By the due year until it is first met, kept from then on (达到并保持在); the final verdict is that of the due year.
    ReachedAndKept {
        /// The due year.
        due: Year,
    },
    /// At every election (逐届, 一般不低于); the verdict stands until the next.
    EveryTerm {
        /// The first year whose elections count.
        from: Year,
        /// The last.
        due: Year,
    },
    /// Once in each window of so many years (每5年召开一次).
    EachWindow {
        /// The first year of the first window.
        from: Year,
        /// The length of a window.
        years: u8,
        /// The last year.
        due: Year,
    },
    /// Once, by the end of a year (中期评估, 终期评估).
    Once {
        /// The first year that counts.
        from: Year,
        /// The year by whose end it is due.
        due: Year,
    },
    /// Within so many months after a date, that day included (颁布后1个月内).
    Within {
        /// The date.
        after: Date,
        /// The months.
        months: u8,
    },
}

impl Timing {
    /// The year in which the final verdict falls.
    #[must_use]
    pub fn due(&self) -> Year {
        match self {
            Self::ByYear { due }
            | Self::Kept { due, .. }
            | Self::EveryYear { due, .. }
            | Self::ReachedAndKept { due }
            | Self::EveryTerm { due, .. }
            | Self::EachWindow { due, .. }
            | Self::Once { due, .. } => *due,
            Self::Within { after, months } => after.months_later(*months).year(),
        }
    }

    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ByYear { .. } => "by_year",
            Self::Kept { .. } => "kept",
            Self::EveryYear { .. } => "every_year",
            Self::ReachedAndKept { .. } => "reached_and_kept",
            Self::EveryTerm { .. } => "every_term",
            Self::EachWindow { .. } => "each_window",
            Self::Once { .. } => "once",
            Self::Within { .. } => "within",
        }
    }
}

/// Over what a target is judged: the area, or reporting units of one kind.
///
/// ```
/// use dabiao::plan::Scope;
/// let each = Scope::EveryUnit("township".into());
/// assert_eq!((each.code(), each.unit_kind()), ("every_unit", Some("township")));
/// assert_eq!(Scope::Area.unit_kind(), None);
/// assert!(Scope::Area.is_area() && each.is_every_unit() && !each.is_pooled());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Scope {
    /// The area as a whole.
    #[default]
    Area,
    /// Every unit of this kind: fails as soon as one fails, met only if all on the roster pass.
    EveryUnit(Text),
    /// The units of this kind taken together: sum of numerators over sum of denominators.
    Pooled(Text),
}

impl Scope {
    /// The code on the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::EveryUnit(_) => "every_unit",
            Self::Pooled(_) => "pooled",
        }
    }

    /// The kind of unit, for a target over units.
    #[must_use]
    pub fn unit_kind(&self) -> Option<&str> {
        match self {
            Self::Area => None,
            Self::EveryUnit(kind) | Self::Pooled(kind) => Some(kind),
        }
    }

    /// The kind of unit; empty for the area, which no unit is of.
    pub(crate) fn kind(&self) -> &str {
        self.unit_kind().unwrap_or_default()
    }

    /// Whether the area is judged as a whole.
    #[must_use]
    pub const fn is_area(&self) -> bool {
        matches!(self, Self::Area)
    }

    /// Whether every unit is judged by itself.
    #[must_use]
    pub const fn is_every_unit(&self) -> bool {
        matches!(self, Self::EveryUnit(_))
    }

    /// Whether units are judged together.
    #[must_use]
    pub const fn is_pooled(&self) -> bool {
        matches!(self, Self::Pooled(_))
    }
}

/// How firmly a clause asks. Softened targets are judged alike and reported with their word.
///
/// ```
/// use dabiao::plan::Commitment;
/// assert_eq!((Commitment::Aspiration.code(), Commitment::Aspiration.zh()), ("aspiration", "争取"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Commitment {
    /// Without a softening word.
    #[default]
    Firm,
    /// 争取: stands outside the roll-up unless the setting says otherwise.
    Aspiration,
    /// 原则上: exceptions are allowed.
    InPrinciple,
    /// 一般: exceptions are allowed.
    Generally,
    /// 基本.
    Nearly,
    /// 推进.
    Promote,
    /// 推动.
    Advance,
    /// 促进.
    Foster,
    /// 支持.
    Support,
    /// 重视.
    Emphasise,
}

impl Commitment {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Aspiration => "aspiration",
            Self::InPrinciple => "in_principle",
            Self::Generally => "generally",
            Self::Nearly => "nearly",
            Self::Promote => "promote",
            Self::Advance => "advance",
            Self::Foster => "foster",
            Self::Support => "support",
            Self::Emphasise => "emphasise",
        }
    }

    /// The plan's word; empty for a firm target.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Firm => "",
            Self::Aspiration => "争取",
            Self::InPrinciple => "原则上",
            Self::Generally => "一般",
            Self::Nearly => "基本",
            Self::Promote => "推进",
            Self::Advance => "推动",
            Self::Foster => "促进",
            Self::Support => "支持",
            Self::Emphasise => "重视",
        }
    }
}

/// One target of one plan.
///
/// ```
/// use dabiao::{Catalogue, Number, Rule, Target};
/// let catalogue = Catalogue::hangjin();
/// let target: &Target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// assert_eq!(target.indicator, "maternal-mortality-ratio");
/// assert_eq!(target.rule, Rule::AtMost { value: Number::literal("12") });
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Target {
    /// Key, never reused or renamed: `women.health.g2.maternal-mortality-ratio`.
    pub id: Text,
    /// The plan's key; a document may leave it out.
    #[cfg_attr(feature = "serde", serde(default))]
    pub plan: Text,
    /// Where it stands, and the characters it rests on.
    pub clause: Clause,
    /// What is measured.
    pub indicator: Text,
    /// What is asked.
    pub rule: Rule,
    /// The reference indicator, for a rule that compares two.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reference: Option<Text>,
    /// When it has to hold.
    pub timing: Timing,
    /// Over what it is judged.
    #[cfg_attr(feature = "serde", serde(default))]
    pub scope: Scope,
    /// How firmly it is asked.
    #[cfg_attr(feature = "serde", serde(default))]
    pub commitment: Commitment,
    /// The reading chosen where the wording allows several.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Bilingual>,
    /// From which year until which it is in force; a target amended midway stands beside the one that takes its place.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Validity::is_always"))]
    pub valid: Validity,
}

impl Target {
    /// A firm target for the whole area, due in the last year of the plan; the methods say what is otherwise, and where it stands.
    ///
    /// The indicator is an id or a Chinese name, a card or a typed key. Years are literals in the short forms; a timing that is known
    /// only at run time goes through [`timing`](Self::timing).
    ///
    /// ```
    /// use dabiao::{plan::{Commitment, Plan, Scope, Timing, Validity}, values::Date, Catalogue, Rule, Target, Year};
    /// let plan = Plan::new("own", "某县儿童发展规划", "A county's plan", Year::literal(2021), Year::literal(2030))
    ///     .issued("某政发〔2021〕1号", Date::literal(2021, 6, 1))
    ///     .domains(["健康"]);
    /// let vaccination = Target::new(&plan, "own.vaccination", "immunisation-coverage", Rule::at_least("90"))
    ///     .each("township")
    ///     .every_year(2022, 2030)
    ///     .goal(1, "4", "以苏木镇为单位适龄儿童免疫规划疫苗接种率保持在90％以上");
    /// assert_eq!(vaccination.scope, Scope::EveryUnit("township".into()));
    /// assert_eq!(vaccination.timing, Timing::EveryYear { from: Year::literal(2022), due: Year::literal(2030) });
    /// let deputies = Target::new(&plan, "own.deputies", "人大女代表比例", Rule::NotBelow)
    ///     .compared_with("政协女委员比例")
    ///     .commitment(Commitment::Aspiration)
    ///     .note("按届计", "by term")
    ///     .valid(Validity { from: Some(Year::literal(2023)), until: None });
    /// assert_eq!(deputies.reference.as_deref(), Some("政协女委员比例"));
    /// let mut catalogue = Catalogue::hangjin();
    /// catalogue.add(plan, [], [vaccination])?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(plan: &Plan, id: impl Into<Text>, indicator: impl Into<Text>, rule: Rule) -> Self {
        Self {
            id: id.into(),
            plan: plan.id.clone(),
            clause: Clause {
                section: Section::Goal,
                domain: 1,
                item: Text::default(),
                words: Text::default(),
            },
            indicator: indicator.into(),
            rule,
            reference: None,
            timing: Timing::ByYear { due: plan.last },
            scope: Scope::Area,
            commitment: Commitment::Firm,
            note: None,
            valid: Validity::ALWAYS,
        }
    }

    /// The main goal that it rests on: the domain from 1, the number of the goal, and the words as printed.
    #[must_use]
    pub fn goal(self, domain: u8, item: impl Into<Text>, words: impl Into<Text>) -> Self {
        self.clause(Clause { section: Section::Goal, domain, item: item.into(), words: words.into() })
    }

    /// The strategy measure that it rests on.
    #[must_use]
    pub fn measure(self, domain: u8, item: impl Into<Text>, words: impl Into<Text>) -> Self {
        self.clause(Clause { section: Section::Strategy, domain, item: item.into(), words: words.into() })
    }

    /// The clause that it rests on.
    #[must_use]
    pub fn clause(self, clause: Clause) -> Self {
        Self { clause, ..self }
    }

    /// Every unit of a kind has to meet it.
    #[must_use]
    pub fn each(self, unit_kind: impl Into<Text>) -> Self {
        Self { scope: Scope::EveryUnit(unit_kind.into()), ..self }
    }

    /// The units of a kind have to meet it together.
    #[must_use]
    pub fn pooled(self, unit_kind: impl Into<Text>) -> Self {
        Self { scope: Scope::Pooled(unit_kind.into()), ..self }
    }

    /// The reference indicator, for [`Rule::NotBelow`] and [`Rule::InProportion`].
    #[must_use]
    pub fn compared_with(self, reference: impl Into<Text>) -> Self {
        Self { reference: Some(reference.into()), ..self }
    }

    /// When it has to hold.
    #[must_use]
    pub fn timing(self, timing: Timing) -> Self {
        Self { timing, ..self }
    }

    /// By the end of a year (到2025年).
    ///
    /// # Panics
    /// Outside 1900 to 2200, as the methods below.
    #[must_use]
    #[track_caller]
    pub fn by(self, due: i16) -> Self {
        self.timing(Timing::ByYear { due: Year::literal(due) })
    }

    /// Kept through the years (保持在), decided in the last.
    #[must_use]
    #[track_caller]
    pub fn kept(self, from: i16, due: i16) -> Self {
        self.timing(Timing::Kept { from: Year::literal(from), due: Year::literal(due) })
    }

    /// In every year (每年, 不得).
    #[must_use]
    #[track_caller]
    pub fn every_year(self, from: i16, due: i16) -> Self {
        self.timing(Timing::EveryYear { from: Year::literal(from), due: Year::literal(due) })
    }

    /// At every election (逐届).
    #[must_use]
    #[track_caller]
    pub fn every_term(self, from: i16, due: i16) -> Self {
        self.timing(Timing::EveryTerm { from: Year::literal(from), due: Year::literal(due) })
    }

    /// Once, between the start of one year and the end of another.
    #[must_use]
    #[track_caller]
    pub fn once(self, from: i16, due: i16) -> Self {
        self.timing(Timing::Once { from: Year::literal(from), due: Year::literal(due) })
    }

    /// How firmly it is asked.
    #[must_use]
    pub fn commitment(self, commitment: Commitment) -> Self {
        Self { commitment, ..self }
    }

    /// The reading chosen where the wording allows several.
    #[must_use]
    pub fn note(self, zh: impl Into<Text>, en: impl Into<Text>) -> Self {
        Self { note: Some(Bilingual { zh: zh.into(), en: en.into() }), ..self }
    }

    /// From which year until which it is in force.
    #[must_use]
    pub fn valid(self, valid: Validity) -> Self {
        Self { valid, ..self }
    }
}
