//! Which document says so, and in which clause.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write as _};

use crate::error::{Error, InvalidError, message, name};
use crate::values::{Date, Text, Year};

/// Whose plan it is, the highest level first.
///
/// ```
/// use dabiao::{Catalogue, plan::Level};
/// assert_eq!(Catalogue::hangjin().plan("women")?.level, Some(Level::County));
/// assert!(Level::Nation < Level::County);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Level {
    /// 国家.
    Nation,
    /// 省、自治区、直辖市.
    Region,
    /// 市、盟.
    City,
    /// 县、旗、区.
    County,
}

/// A plan: the document that sets the targets, and the years it counts by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Plan {
    /// Key, unique among the plans judged together: `women`.
    pub id: Text,
    /// Whose plan it is; needed only where plans are held side by side.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub level: Option<Level>,
    /// Letter of its clauses: `W` in `W1-2`.
    pub letter: Text,
    /// Title in Chinese.
    pub zh: Text,
    /// Title in English.
    pub en: Text,
    /// The document's number.
    pub document: Text,
    /// The day on which it was issued.
    pub issued: Date,
    /// The first year of the plan.
    pub first: Year,
    /// The last year of the plan, in which its goals fall due.
    pub last: Year,
    /// Titles of its domains in Chinese, the first being domain 1.
    pub domains: Cow<'static, [Text]>,
    /// The same titles in English, one for each of `domains`; none where nobody translated them. Those of the built-in plans
    /// are this crate's own translation.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "<[_]>::is_empty"))]
    pub domains_en: Cow<'static, [Text]>,
    /// What the kinds of unit are called over which its targets and gaps are judged.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "<[_]>::is_empty"))]
    pub unit_kinds: Cow<'static, [UnitKind]>,
}

impl Plan {
    /// A plan without domains. Its clauses carry the first letter of the id.
    ///
    /// ```
    /// use dabiao::{plan::{Level, Plan, UnitKind}, values::Date, Year};
    /// let plan = Plan::new("own", "某县妇女发展规划", "A county's plan", Year::literal(2021), Year::literal(2030))
    ///     .issued("某政发〔2021〕1号", Date::literal(2021, 6, 1))
    ///     .level(Level::County)
    ///     .letter("A")
    ///     .domains(["妇女与健康", "妇女与教育"])
    ///     .domains_en(["Women and health", "Women and education"])
    ///     .unit_kind(UnitKind::new("township", "乡镇", "township", "townships"));
    /// assert_eq!((&*plan.letter, plan.domains.len()), ("A", 2));
    /// ```
    #[must_use]
    pub fn new(
        id: impl Into<Text>,
        zh: impl Into<Text>,
        en: impl Into<Text>,
        first: Year,
        last: Year,
    ) -> Self {
        let id = id.into();
        let letter: String = id.chars().take(1).flat_map(char::to_uppercase).collect();
        Self {
            id,
            level: None,
            letter: letter.into(),
            zh: zh.into(),
            en: en.into(),
            document: Text::default(),
            issued: Date::first_of(first),
            first,
            last,
            domains: Cow::Borrowed(&[]),
            domains_en: Cow::Borrowed(&[]),
            unit_kinds: Cow::Borrowed(&[]),
        }
    }

    /// The document's number, and the day on which it was issued.
    #[must_use]
    pub fn issued(self, document: impl Into<Text>, day: Date) -> Self {
        Self { document: document.into(), issued: day, ..self }
    }

    /// Whose plan it is.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level: Some(level), ..self }
    }

    /// The letter of its clauses.
    #[must_use]
    pub fn letter(self, letter: impl Into<Text>) -> Self {
        Self { letter: letter.into(), ..self }
    }

    /// The titles of its domains in Chinese.
    #[must_use]
    pub fn domains<T: Into<Text>>(self, titles: impl IntoIterator<Item = T>) -> Self {
        Self { domains: titles.into_iter().map(Into::into).collect(), ..self }
    }

    /// The same titles in English.
    #[must_use]
    pub fn domains_en<T: Into<Text>>(self, titles: impl IntoIterator<Item = T>) -> Self {
        Self { domains_en: titles.into_iter().map(Into::into).collect(), ..self }
    }

    /// One more kind of unit over which targets are judged.
    #[must_use]
    pub fn unit_kind(mut self, kind: UnitKind) -> Self {
        self.unit_kinds.to_mut().push(kind);
        self
    }
}

/// What one kind of reporting unit is called: 苏木镇, townships.
///
/// ```
/// use dabiao::{Catalogue, plan::UnitKind};
/// let catalogue = Catalogue::hangjin();
/// let kind: &UnitKind = catalogue.unit_kind("women", "township").unwrap();
/// assert_eq!((&*kind.zh, &*kind.en, &*kind.en_plural), ("苏木镇", "township", "townships"));
/// assert_eq!(catalogue.unit_kind("women", "county"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct UnitKind {
    /// The key by which rows, rosters and targets name it: `township`.
    pub id: Text,
    /// The name in Chinese.
    pub zh: Text,
    /// The name of one of them in English.
    pub en: Text,
    /// The name of several.
    pub en_plural: Text,
}

impl UnitKind {
    /// A kind of unit, with its names.
    #[must_use]
    pub fn new(
        id: impl Into<Text>,
        zh: impl Into<Text>,
        en: impl Into<Text>,
        en_plural: impl Into<Text>,
    ) -> Self {
        Self { id: id.into(), zh: zh.into(), en: en.into(), en_plural: en_plural.into() }
    }
}

/// Which part of a plan a clause stands in.
///
/// ```
/// use dabiao::plan::Section;
/// assert_eq!(Section::Strategy.code(), "strategy");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Section {
    /// A main goal (主要目标).
    Goal,
    /// A strategy measure (策略措施).
    Strategy,
    /// Chapter three, organisation (组织实施).
    Organisation,
    /// Chapter four, monitoring and evaluation (监测评估).
    Monitoring,
}

impl Section {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Strategy => "strategy",
            Self::Organisation => "organisation",
            Self::Monitoring => "monitoring",
        }
    }

    /// The letter in a built-in target's id.
    #[cfg(feature = "hangjin")]
    pub(crate) const fn letter(self) -> u8 {
        match self {
            Self::Goal => b'g',
            Self::Strategy => b's',
            Self::Organisation => b'o',
            Self::Monitoring => b'm',
        }
    }
}

/// A clause of a plan, and the few characters on which a target rests.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Clause {
    /// The part of the plan.
    pub section: Section,
    /// The domain, counted from 1; 0 for the chapters on organisation and monitoring.
    pub domain: u8,
    /// The item inside it: `2` for goals and strategies, `二.二` for the chapters.
    pub item: Text,
    /// The operative characters as printed.
    pub words: Text,
}

impl Clause {
    /// The short name of the clause in a plan with this letter.
    ///
    /// ```
    /// use dabiao::plan::{Clause, Section};
    /// let clause = Clause { section: Section::Strategy, domain: 1, item: "2".into(), words: "至少建设1个".into() };
    /// assert_eq!(clause.label("W").to_string(), "W1-S2");
    /// ```
    pub fn label(&self, letter: &str) -> impl fmt::Display {
        self.named(letter)
    }

    pub(crate) fn named(&self, letter: &str) -> String {
        named(letter, self.section, self.domain, &self.item)
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        let chapter = matches!(self.section, Section::Organisation | Section::Monitoring);
        if chapter != (self.domain == 0) {
            let remedy = message(
                "goals and strategies have a domain from 1, the chapters have 0",
                "目标和策略措施的领域从1起，组织实施、监测评估为0",
            );
            return Err(InvalidError::new(name("domain", "领域"), self.domain, remedy).into());
        }
        if self.item.trim().is_empty() || self.words.trim().is_empty() {
            let remedy = message("name the item and the operative characters", "请写明条目和原文用语");
            return Err(InvalidError::new(name("clause", "条款"), &self.item, remedy).into());
        }
        Ok(())
    }
}

/// The short name of a clause: `W1-2`, `W1-S2`, `W三（二.二）`.
pub(crate) fn named(letter: &str, section: Section, domain: u8, item: &str) -> String {
    let mut name = String::with_capacity(letter.len() + item.len() + "三（）".len());
    name.push_str(letter);
    let (before, after) = match section {
        Section::Goal => ("-", ""),
        Section::Strategy => ("-S", ""),
        Section::Organisation => ("三（", "）"),
        Section::Monitoring => ("四（", "）"),
    };
    if matches!(section, Section::Goal | Section::Strategy) {
        // Writing into a string cannot fail.
        let _ = write!(name, "{domain}");
    }
    [before, item, after].into_iter().for_each(|part| name.push_str(part));
    name
}
