//! Years, dates, and the period that an observation describes. Nothing here reads a clock.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::error::{Error, InvalidError, Name, ParseError, message, name};
use crate::values::cell;

/// A calendar year, 1900 to 2200.
///
/// ```
/// use dabiao::Year;
/// let year: Year = "2024".parse()?;
/// assert_eq!(year.number() - Year::literal(2020).number(), 4);
/// assert!("2O24".parse::<Year>().unwrap_err().to_string().contains("unexpected `O` at character 2"));
/// # Ok::<(), dabiao::Error>(())
/// ```
///
/// ```
/// use dabiao::Year;
/// let year = Year::new(2024)?;
/// assert_eq!(year.plus(6).to_string(), "2030");
/// assert_eq!(year.to(year.plus(6)).count(), 7);
/// // Any whole number that a database has.
/// assert_eq!(Year::try_from(2024_i64)?, year);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

impl Year {
    /// A year.
    ///
    /// # Errors
    /// Outside 1900 to 2200.
    pub fn new(year: i32) -> Result<Self, Error> {
        match i16::try_from(year) {
            Ok(year @ 1900..=2200) => Ok(Self(year)),
            _ => {
                let remedy = message("write a year from 1900 to 2200", "请写1900至2200之间的年份");
                Err(InvalidError::new(name("year", "年份"), year, remedy).into())
            }
        }
    }

    /// A year in a constant.
    ///
    /// ```compile_fail,E0080
    /// const SLIP: dabiao::Year = dabiao::Year::literal(24);
    /// ```
    ///
    /// # Panics
    /// Outside 1900 to 2200; in a `const` that fails the build.
    #[must_use]
    #[track_caller]
    #[expect(clippy::panic, reason = "a wrong literal must fail the build")]
    pub const fn literal(year: i16) -> Self {
        match year {
            1900..=2200 => Self(year),
            _ => panic!("a year from 1900 to 2200"),
        }
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0 as i32
    }

    /// So many years later (or earlier, for a negative number), kept inside 1900 to 2200.
    #[must_use]
    pub fn plus(self, years: i32) -> Self {
        let year = self.number().saturating_add(years).clamp(1900, 2200);
        Self(i16::try_from(year).unwrap_or(self.0))
    }

    /// Every year from this one to the other, both included.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

macro_rules! from_whole {
    ($($whole:ty),+) => { $(
        impl TryFrom<$whole> for Year {
            type Error = Error;

            fn try_from(year: $whole) -> Result<Self, Error> {
                // What does not fit lies beyond every year, and the message says so of the largest number that does.
                Self::new(i32::try_from(year).unwrap_or(i32::MAX))
            }
        }
    )+ };
}

from_whole!(i16, i32, i64, u16, u32);

/// Years, on the stack.
#[derive(Clone, Copy, Default)]
pub(crate) struct YearSet([u64; 5]);

impl YearSet {
    const FIRST: i32 = 1900;

    fn place(year: Year) -> (usize, u64) {
        let place = usize::try_from(year.number() - Self::FIRST).unwrap_or(0);
        (place / 64, 1 << (place % 64))
    }

    pub(crate) fn insert(&mut self, year: Year) {
        let (word, bit) = Self::place(year);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    pub(crate) fn contains(&self, year: Year) -> bool {
        let (word, bit) = Self::place(year);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The years, earliest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Year> {
        self.0.iter().zip((Self::FIRST..).step_by(64)).flat_map(|(word, first)| {
            let mut left = *word;
            core::iter::from_fn(move || {
                let place = i32::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
                left &= left - 1;
                Year::new(first + place).ok()
            })
        })
    }

    pub(crate) fn last_before(&self, year: Year) -> Option<Year> {
        self.iter().take_while(|at| *at < year).last()
    }
}

impl FromIterator<Year> for YearSet {
    fn from_iter<I: IntoIterator<Item = Year>>(years: I) -> Self {
        let mut set = Self::default();
        years.into_iter().for_each(|year| set.insert(year));
        set
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

const YEAR: Name = name("a year", "年份");

impl FromStr for Year {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some((place, found)) = text.chars().enumerate().find(|(_, found)| !found.is_ascii_digit()) {
            return Err(ParseError::at(text, YEAR, found, place + 1).into());
        }
        match text.parse() {
            Ok(year) if text.len() == 4 => Self::new(year),
            _ => Err(ParseError::new(text, YEAR, message("write four digits", "请写四位数字")).into()),
        }
    }
}

/// A day of the calendar.
///
/// ```
/// use dabiao::values::Date;
/// let issued: Date = "2022-08-09".parse()?;
/// assert_eq!(issued.months_later(1), "2022-09-09".parse()?);
/// assert_eq!(Date::literal(2023, 1, 31).months_later(1), Date::literal(2023, 2, 28));
/// assert!("2022-02-30".parse::<Date>().is_err());
/// # Ok::<(), dabiao::Error>(())
/// ```
///
/// ```
/// use dabiao::{values::{Date, Period}, Year};
/// let held = Date::new(2024, 3, 1)?;
/// assert_eq!((held.year(), Period::Day(held).year()), (Year::literal(2024), Year::literal(2024)));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// A date.
    ///
    /// # Errors
    /// On a day that the calendar does not have, and on a year outside 1900 to 2200.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, Error> {
        let year = Year::new(year)?;
        if day >= 1 && day <= days(year.0, month) {
            return Ok(Self { year, month, day });
        }
        let given = alloc::format!("{year}-{month:02}-{day:02}");
        let remedy = message("the calendar has no such day", "没有这一天");
        Err(InvalidError::new(name("date", "日期"), given, remedy).into())
    }

    /// A date in a constant.
    ///
    /// # Panics
    /// On a day that the calendar does not have; in a `const` that fails the build.
    #[must_use]
    #[track_caller]
    pub const fn literal(year: i16, month: u8, day: u8) -> Self {
        assert!(day >= 1 && day <= days(year, month), "no such day");
        Self { year: Year::literal(year), month, day }
    }

    /// The first day of a year.
    pub(crate) const fn first_of(year: Year) -> Self {
        Self { year, month: 1, day: 1 }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// The month, 1 to 12.
    ///
    /// ```
    /// use dabiao::values::Date;
    /// let issued = Date::literal(2022, 8, 9);
    /// assert_eq!((issued.month(), issued.day()), (8, 9));
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, as in [`month`](Self::month).
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The corresponding day so many months later, or the last day of that month where it has no such day.
    #[must_use]
    pub fn months_later(self, months: u8) -> Self {
        let total = i32::from(self.month) - 1 + i32::from(months);
        if self.year.number() + total / 12 > 2200 {
            return Self { year: Year::literal(2200), month: 12, day: 31 };
        }
        let year = self.year.plus(total / 12);
        let month = u8::try_from(total % 12 + 1).unwrap_or(12);
        Self { year, month, day: self.day.min(days(year.0, month)) }
    }
}

const fn days(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = Error;

    /// `2022-08-09`, `2022/8/9`, `2022年8月9日`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let remedy = || message("write it as 2022-08-09", "请写作2022-08-09");
        let wrong = || Error::from(ParseError::new(text, name("a date", "日期"), remedy()));
        let mut parts = text.trim_end_matches('日').split(['-', '/', '年', '月']);
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(wrong());
        };
        let number = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
            true => part.parse().map_err(|_| wrong()),
            false => Err(wrong()),
        };
        Self::new(year.parse::<Year>()?.number(), number(month)?, number(day)?)
    }
}

/// What stretch of time an observation describes.
///
/// ```
/// use dabiao::{values::Period, Year};
/// assert_eq!("2023-2024学年".parse::<Period>()?, Period::SchoolYear(Year::literal(2024)));
/// assert_eq!("2023～2024 学年度".parse::<Period>()?, Period::SchoolYear(Year::literal(2024)));
/// assert_eq!("截至2024年底".parse::<Period>()?, Period::Year(Year::literal(2024)));
/// assert_eq!("2024 年".parse::<Period>()?, Period::Year(Year::literal(2024)));
/// assert_eq!("2026年换届".parse::<Period>()?.to_string(), "term:2026");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Period {
    /// A calendar year, or its end.
    Year(Year),
    /// A school year, named and counted by the year in which it ends.
    SchoolYear(Year),
    /// A term of office (届), named by the year of its election; it stands until the next.
    Term(Year),
    /// From the start of the plan to the end of a year: a level, never added up.
    PlanToDate(Year),
    /// A day on which something happened.
    Day(Date),
}

impl Period {
    /// The year in which it is counted.
    #[must_use]
    pub const fn year(self) -> Year {
        match self {
            Self::Year(year) | Self::SchoolYear(year) | Self::Term(year) | Self::PlanToDate(year) => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The period as a Chinese text writes it.
    pub(crate) fn zh(self) -> alloc::string::String {
        match self {
            Self::Year(year) => alloc::format!("{year}年"),
            Self::SchoolYear(year) => alloc::format!("{}-{year}学年", year.number() - 1),
            Self::Term(year) => alloc::format!("{year}届"),
            Self::PlanToDate(year) => alloc::format!("累计至{year}年"),
            Self::Day(day) => alloc::format!("{day}"),
        }
    }

    /// Which kind of period it is, in Chinese.
    pub(crate) const fn sort_zh(self) -> &'static str {
        match self {
            Self::Year(_) => "年度",
            Self::SchoolYear(_) => "学年",
            Self::Term(_) => "届",
            Self::PlanToDate(_) => "累计",
            Self::Day(_) => "日期",
        }
    }

    /// The same in English.
    pub(crate) const fn sort_en(self) -> &'static str {
        match self {
            Self::Year(_) => "a calendar year",
            Self::SchoolYear(_) => "a school year",
            Self::Term(_) => "a term of office",
            Self::PlanToDate(_) => "all years up to date",
            Self::Day(_) => "a day",
        }
    }
}

impl From<Year> for Period {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::SchoolYear(year) => write!(f, "{}/{year}", year.number() - 1),
            Self::Term(year) => write!(f, "term:{year}"),
            Self::PlanToDate(year) => write!(f, "to:{year}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// A year with or without 年. What stands behind 年 is what is wrong, and not 年.
fn year_in(text: &str) -> Result<Year, Error> {
    let text = text.trim_end_matches('年');
    match text.split_once('年') {
        Some((year, behind)) if year.parse::<Year>().is_ok() => {
            let found = behind.chars().next().unwrap_or('年');
            Err(ParseError::at(text, YEAR, found, year.len() + 2).into())
        }
        _ => text.parse(),
    }
}

impl FromStr for Period {
    type Err = Error;

    /// The forms of `Display` and those that offices write, blanks left out: `2024年`, `2024年度`, `截至2024年底`, `2024.12`,
    /// `2023-2024学年`, `2023～2024学年度`, `2026届`, `累计至2024`.
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: Name = name("a period", "时间");
        // Most periods are a year and nothing else.
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let year = text.bytes().fold(0, |year, digit| year * 10 + i32::from(digit - b'0'));
            return Ok(Self::Year(Year::new(year)?));
        }
        if text.trim().is_empty() {
            let remedy = message("write a year, 2024", "请写年份，如2024");
            return Err(ParseError::new(text, WHAT, remedy).into());
        }
        let mut whole = String::with_capacity(text.len());
        for found in cell::folded(text).chars().filter(|found| !found.is_whitespace()) {
            match found {
                // The Chinese dash is two of them.
                '—' | '―' if whole.ends_with('-') => {}
                '~' | '\u{301c}' | '‐'..='―' | '−' => whole.push('-'),
                _ => whole.push(found),
            }
        }
        // 2024年度 is the year; in 学年度 it belongs to the school year.
        let full = ["年1-12月", "年全年", "全年", "年度"].iter().find_map(|word| whole.strip_suffix(word));
        let bare = full.filter(|_| !whole.ends_with("学年度")).unwrap_or(&whole);
        let bare = bare.trim_end_matches("年底").trim_end_matches("年末").trim_end_matches('年');
        let year = year_in;
        if let Some(term) = whole.strip_prefix("term:") {
            return Ok(Self::Term(year(term)?));
        }
        for suffix in ["换届", "届"] {
            if let Some(term) = whole.strip_suffix(suffix) {
                return Ok(Self::Term(year(term)?));
            }
        }
        for prefix in ["to:", "累计至", "累计"] {
            if let Some(end) = bare.strip_prefix(prefix) {
                return Ok(Self::PlanToDate(year(end)?));
            }
        }
        if let Some(year_end) = bare.strip_prefix("截至") {
            return Ok(Self::Year(year(year_end)?));
        }
        if let Some(year_end) = bare.strip_suffix(".12") {
            return Ok(Self::Year(year(year_end)?));
        }
        let school = whole.strip_suffix("学年度").or_else(|| whole.strip_suffix("学年"));
        let span = school.unwrap_or(bare);
        if let Some((first, last)) =
            span.split_once(['-', '/', '至', '到']).filter(|(_, last)| !last.contains(['-', '/', '月']))
        {
            let begun = first.trim_end_matches('年');
            let four = begun.len() == 4 && begun.bytes().all(|byte| byte.is_ascii_digit());
            // The year before 1900 begins the school year that ends in it.
            let first: i32 = if four { begun.parse().unwrap_or_default() } else { year(first)?.number() };
            // 2023-24 is written too.
            let last = match last.trim_end_matches('年') {
                short if short.len() == 2 && short > "12" => {
                    Year::new(first / 100 * 100 + short.parse::<i32>().unwrap_or(-100))?
                }
                // 2011-12 may be December.
                short if short.len() <= 2 => {
                    let remedy = message(
                        "it may be a month or a school year; write 2024, or 2023-2024学年",
                        "可能是月份，也可能是学年；请写作2024，或2023-2024学年",
                    );
                    return Err(ParseError::new(text, WHAT, remedy).into());
                }
                whole => year_in(whole)?,
            };
            if last.number() == first + 1 {
                return Ok(Self::SchoolYear(last));
            }
            let remedy = message("a school year ends in the year after it begins", "学年应在开始的次年结束");
            return Err(ParseError::new(text, WHAT, remedy).into());
        }
        if school.is_some() {
            let remedy =
                message("name both years of a school year, 2023-2024", "学年应写明起止两年，如2023-2024学年");
            return Err(ParseError::new(text, WHAT, remedy).into());
        }
        if bare.contains(['-', '/', '月']) {
            return Ok(Self::Day(whole.parse()?));
        }
        // Where nothing was taken away, the message names the place in what was written.
        if bare.len() == text.len() {
            return Ok(Self::Year(year_in(text)?));
        }
        let wrong = |_| {
            let remedy = message(
                "write a year, 2024; a part of a year is none",
                "请写年份，如2024；半年、季度不是全年",
            );
            ParseError::new(text, WHAT, remedy)
        };
        Ok(Self::Year(bare.parse().map_err(wrong)?))
    }
}

/// As text on the wire, through `Display` and `FromStr`.
#[cfg(feature = "serde")]
mod wire {
    use super::{Date, Period, Year};
    use alloc::borrow::Cow;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    impl Serialize for Year {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_i16(self.0)
        }
    }

    impl<'de> Deserialize<'de> for Year {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Self::new(i32::deserialize(deserializer)?).map_err(serde::de::Error::custom)
        }
    }

    impl Serialize for Date {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Date {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            <Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
        }
    }

    impl Serialize for Period {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Period {
        /// As text, or a year as a whole number.
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(PeriodVisitor)
        }
    }

    struct PeriodVisitor;

    impl serde::de::Visitor<'_> for PeriodVisitor {
        type Value = Period;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("a period as text, or a year")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Period, E> {
            text.parse().map_err(E::custom)
        }

        fn visit_u64<E: serde::de::Error>(self, year: u64) -> Result<Period, E> {
            let year = i32::try_from(year).unwrap_or(i32::MAX);
            Year::new(year).map(Period::Year).map_err(E::custom)
        }

        fn visit_i64<E: serde::de::Error>(self, year: i64) -> Result<Period, E> {
            let year = i32::try_from(year).unwrap_or(i32::MIN);
            Year::new(year).map(Period::Year).map_err(E::custom)
        }
    }
}
