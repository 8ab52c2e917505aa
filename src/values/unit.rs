//! Units of measure: one table, from which come the value-level [`Unit`] and a type for each unit.
//!
//! Percent, per mille, per 10,000 and per 100,000 of one population are one quantity in different units and convert
//! exactly. 每千名 (per 1,000 persons) counts another thing over those persons and converts into none of them; a
//! percentage point is a difference of two percentages and is no percentage; a ratio (1：3) is neither. Years of age (岁)
//! and years at school (年) are one quantity with two words.

use alloc::string::String;
use core::fmt;
use core::hash::Hash;

use crate::error::{Error, Name, ParseError, message, name};
use crate::values::Number;
use crate::values::names::{fold, is_hidden};

/// What a unit measures: decides what converts into what, and what a numerator over a denominator can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// A part of one population, times the number.
    Part(u32),
    /// One thing for so many persons of another population.
    Each(u32),
    /// A plain quotient.
    Quotient,
    /// A difference of two parts, times the number.
    Points(u32),
    /// Things that are counted: whole numbers.
    Things,
    /// A time in years, whether of a life or at school.
    Span,
    /// An amount on a scale.
    Amount,
}

macro_rules! units {
    ($( $(#[doc = $doc:literal])+ $name:ident $code:literal $zh:literal $en:literal $family:expr, [$($word:literal)*]; )+) => {
        /// A unit of measure, as a value.
        ///
        /// ```
        /// use dabiao::values::Unit;
        /// assert_eq!("/10万".parse::<Unit>()?, Unit::Per100k);
        /// assert_eq!("１／１０万".parse::<Unit>()?, "1/100,000".parse()?);
        /// assert_eq!(Unit::PerMille.symbol(), "‰");
        /// # Ok::<(), dabiao::Error>(())
        /// ```
        ///
        /// ```
        /// use dabiao::values::Unit;
        /// let rate = Unit::Per100k;
        /// assert_eq!((rate.code(), rate.symbol_en(), rate.per()), ("per_100k", "per 100,000", Some(100_000)));
        /// assert!(rate.is_rounded_to() && !rate.is_whole() && Unit::ALL.contains(&rate));
        /// assert_eq!(Unit::Percent.of_difference(), Unit::PercentagePoints);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Unit { $(
            $(#[doc = $doc])+
            #[cfg_attr(feature = "serde", serde(rename = $code))]
            $name,
        )+ }

        impl Unit {
            /// Every unit, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The sign or word that follows a number in Chinese print.
            #[must_use]
            pub const fn symbol(self) -> &'static str {
                match self { $(Self::$name => $zh),+ }
            }

            /// The sign or word that follows a number in English print.
            #[must_use]
            pub const fn symbol_en(self) -> &'static str {
                match self { $(Self::$name => $en),+ }
            }

            pub(crate) const fn family(self) -> Family {
                match self { $(Self::$name => $family),+ }
            }

            const fn words(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$code, $zh, $en $(, $word)*]),+ }
            }
        }

        $( $(#[doc = $doc])+
        ///
        /// As a type it is shown at [`UnitType`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {}

        impl sealed::Sealed for $name {}
        impl UnitType for $name { const UNIT: Unit = Unit::$name; } )+
    };
}

units! {
    /// Per cent (％).
    Percent "percent" "%" "%" Family::Part(100), ["百分之" "百分比" "百分数" "percentage" "per cent" "pct" "pt"];
    /// Per mille (‰), of the same population.
    PerMille "per_mille" "‰" "‰" Family::Part(1_000), ["千分之" "千分比" "1/1000" "/1000" "1/1,000" "每千活产" "每千例活产" "每千名活产" "每千名活产儿" "/千活产" "per 1000 live births" "deaths per 1000 live births"];
    /// Per ten thousand (/万), of the same population.
    Per10k "per_10k" "/万" "per 10,000" Family::Part(10_000), ["1/万" "/1万" "1/1万" "每万" "万分之" "/10000" "1/10000"];
    /// Per hundred thousand (/10万), of the same population.
    Per100k "per_100k" "/10万" "per 100,000" Family::Part(100_000),
        ["1/10万" "每10万" "每十万" "十万分之" "/十万" "1/十万" "/100000" "1/100000" "每10万活产" "每10万例活产" "每10万名活产" "每十万活产" "每10万人" "每十万人" "per 100000 live births" "per 100000 population" "deaths per 100000 live births"];
    /// For each thousand persons of another population (每千名): doctors, beds, places. Not ‰.
    Per1000 "per_1000" "/千人" "per 1,000 persons" Family::Each(1_000),
        ["每千名" "每千人" "名/千人" "人/千人" "张/千人" "个/千人" "每千名儿童" "名/千名儿童" "张/千名儿童" "/千名儿童" "per 1000" "per 1000 children" "per 1000 population"];
    /// A plain quotient (1：3 is 3 written the other way round); not a percentage.
    Quotient "ratio" "比值" "ratio" Family::Quotient, ["比" "倍"];
    /// Things counted: institutions, rooms, beds, meetings.
    Count "count" "个" "" Family::Things, ["所" "家" "处" "张" "次" "项" "件" "间" "条" "批" "例" "份" "meetings"];
    /// Persons counted.
    Persons "persons" "人" "persons" Family::Things, ["名" "人次" "位"];
    /// Hours a day.
    HoursPerDay "hours_per_day" "小时" "hours a day" Family::Amount, ["小时/天" "小时/日" "h/d"];
    /// Class hours a school year.
    ClassHours "class_hours" "课时" "class hours" Family::Amount, ["课时/学年" "学时"];
    /// Minutes.
    Minutes "minutes" "分钟" "minutes" Family::Amount, ["min"];
    /// Months.
    Months "months" "个月" "months" Family::Amount, ["月"];
    /// Years of age or of life (岁).
    Years "years" "岁" "years" Family::Span, [];
    /// Years spent, as at school (年). The same quantity as [`Years`], printed with another word.
    SchoolYears "school_years" "年" "school years" Family::Span, ["年限"];
    /// Yuan.
    Yuan "yuan" "元" "yuan" Family::Amount, [];
    /// Tonnes.
    Tonnes "tonnes" "吨" "t" Family::Amount, [];
    /// The difference of two percentages (个百分点).
    PercentagePoints "percentage_points" "个百分点" "percentage points" Family::Points(100), ["百分点" "pp"];
    /// The difference of two rates in ‰ (个千分点).
    PerMillePoints "per_mille_points" "个千分点" "per mille points" Family::Points(1_000), ["千分点"];
}

mod sealed {
    pub trait Sealed {}
}

/// A unit as a type, so that the compiler can refuse a wrong one. Sealed: the units are those of the table.
///
/// ```
/// use dabiao::values::unit::{FromCounts, Per100k, UnitType};
/// use dabiao::values::{cases, Unit};
/// fn rate<U: FromCounts>(deaths: u64, births: u64) -> String {
///     cases(deaths).of(births).in_unit(U::UNIT).map_or_else(|| "none".into(), |value| value.to_string())
/// }
/// assert_eq!((rate::<Per100k>(1, 800), Per100k::UNIT), ("125".into(), Unit::Per100k));
/// ```
pub trait UnitType: sealed::Sealed + 'static {
    /// The unit as a value.
    const UNIT: Unit;
}

/// Units that a numerator over a denominator has: of a part, for each thousand, or a plain quotient.
pub trait FromCounts: UnitType {}

impl FromCounts for Percent {}
impl FromCounts for PerMille {}
impl FromCounts for Per10k {}
impl FromCounts for Per100k {}
impl FromCounts for Per1000 {}
impl FromCounts for Quotient {}

const WHAT: Name = name("a unit", "单位");

impl Unit {
    /// By how much a number in this unit is multiplied to become one in `to`: a numerator and a denominator. `None`
    /// where the two measure different things.
    ///
    /// ```
    /// use dabiao::values::Unit;
    /// assert_eq!(Unit::Percent.factor(Unit::Per100k), Some((100_000, 100)));
    /// assert_eq!(Unit::PerMille.factor(Unit::Per1000), None);
    /// ```
    #[must_use]
    pub const fn factor(self, to: Self) -> Option<(u32, u32)> {
        match (self.family(), to.family()) {
            (Family::Part(from), Family::Part(to)) | (Family::Points(from), Family::Points(to)) => {
                Some((to, from))
            }
            (Family::Span, Family::Span) => Some((1, 1)),
            _ if self as u8 == to as u8 => Some((1, 1)),
            _ => None,
        }
    }

    /// By how much numerator ÷ denominator is multiplied to be in this unit; `None` where no quotient is meant.
    #[must_use]
    pub const fn per(self) -> Option<u32> {
        match self.family() {
            Family::Part(per) | Family::Each(per) => Some(per),
            Family::Quotient => Some(1),
            _ => None,
        }
    }

    /// The unit of a difference of two values: 个百分点 for ％, 个千分点 for ‰, else the unit itself.
    #[must_use]
    pub const fn of_difference(self) -> Self {
        match self {
            Self::Percent => Self::PercentagePoints,
            Self::PerMille => Self::PerMillePoints,
            other => other,
        }
    }

    /// The tolerance of a rule in this unit: its own, or the usual one, which is in percentage points.
    pub(crate) fn tolerance(self, own: Option<Number>, points: Number) -> Option<Number> {
        own.or_else(|| (self == Self::Percent).then_some(points))
    }

    /// Whether values are whole numbers.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self.family(), Family::Things)
    }

    /// Whether 修约值比较法 rounds to a bound printed in this unit: ％, ‰, /万, /10万 and per 1000.
    #[must_use]
    pub const fn is_rounded_to(self) -> bool {
        matches!(self.family(), Family::Part(_) | Family::Each(_))
    }

    /// A unit as offices write it, and the power of ten that stands before it: `万人` is ten thousand persons.
    ///
    /// # Errors
    /// On a word that no unit has.
    ///
    /// ```
    /// use dabiao::values::Unit;
    /// assert_eq!(Unit::read("亿元")?, (Unit::Yuan, 8));
    /// assert!(Unit::read("斤").is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn read(text: &str) -> Result<(Self, u8), Error> {
        let word = text.trim();
        let named = |word: &str| {
            Self::ALL.iter().copied().find(|unit| !word.is_empty() && unit.words().contains(&word))
        };
        if let Some(unit) = named(word) {
            return Ok((unit, 0));
        }
        let folded = plain(word);
        if let Some(unit) = Self::ALL.iter().copied().find(|unit| {
            !folded.is_empty() && unit.words().iter().any(|known| *known == folded || plain(known) == folded)
        }) {
            return Ok((unit, 0));
        }
        let word = &*folded;
        for (prefix, power) in [("万", 4), ("亿", 8), ("10000 ", 4), ("100 million ", 8)] {
            if let Some(rest) = word.strip_prefix(prefix) {
                match named(rest) {
                    Some(unit) if unit.per().is_none() => return Ok((unit, power)),
                    _ => {}
                }
            }
        }
        let remedy = message(
            "write one of %, ‰, /10万, /千人, 个, 人, 小时, 课时, 岁, 个百分点 …",
            "可写%、‰、/10万、/千人、个、人、小时、课时、岁、个百分点等",
        );
        Err(ParseError::new(text, WHAT, remedy).into())
    }
}

/// A unit's word without what makes no other unit of it: width, case, blanks more than one or beside a stroke, and the commas
/// between digits.
fn plain(word: &str) -> String {
    let mut kept = String::with_capacity(word.len());
    let mut blank = false;
    let mut letters = word.chars().map(fold).filter(|found| !is_hidden(*found)).peekable();
    while let Some(found) = letters.next() {
        if found.is_whitespace() {
            blank = true;
            continue;
        }
        let digit = |found: char| found.is_ascii_digit();
        if found == ',' && kept.ends_with(digit) && letters.peek().copied().is_some_and(digit) {
            continue;
        }
        if core::mem::take(&mut blank) && !kept.is_empty() && !kept.ends_with('/') && found != '/' {
            kept.push(' ');
        }
        kept.extend(found.to_lowercase());
    }
    kept
}

impl core::str::FromStr for Unit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match Self::read(text)? {
            (unit, 0) => Ok(unit),
            _ => {
                let reason = message("a power of ten stands before it", "前面带有万或亿");
                Err(ParseError::new(text, WHAT, reason).into())
            }
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}
