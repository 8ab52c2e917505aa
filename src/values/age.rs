//! Age groups as tables write them: 0—6岁, 5岁以下, 60岁及以上, 6个月内.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::error::{Error, ParseError, message, name};
use crate::values::names;

/// An age group in completed years or months, or everybody.
///
/// Age words follow statistics and not the rule for bounds: 5岁以下 is younger than 5, 60岁以上 is 60 and over, a span includes
/// both its ends.
///
/// ```
/// use dabiao::values::AgeGroup;
/// assert_eq!("0—6岁".parse::<AgeGroup>()?, AgeGroup::years(0, 6));
/// assert_eq!("5岁以下".parse::<AgeGroup>()?, "under 5".parse()?);
/// assert_eq!("60岁及以上".parse::<AgeGroup>()?, AgeGroup::years_from(60));
/// assert_eq!("6个月内".parse::<AgeGroup>()?.to_string(), "0-5m");
/// assert_eq!("合计".parse::<AgeGroup>()?, AgeGroup::TOTAL);
/// assert!(AgeGroup::years(0, 17).contains(AgeGroup::months(6, 23)) && "合计".parse::<AgeGroup>()?.is_total());
/// assert_eq!((AgeGroup::years(0, 6).zh(), AgeGroup::years(0, 6).en()), ("0—6岁".into(), "aged 0-6".into()));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AgeGroup(Option<Span>);

/// Ages in months, from one on and below the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Span {
    from: u16,
    below: u16,
}

const YEAR: u16 = 12;
/// No last age.
const OPEN: u16 = u16::MAX;
/// The highest age that is read, in years: a larger number is something else.
const OLDEST: u16 = 150;

impl AgeGroup {
    /// Everybody.
    pub const TOTAL: Self = Self(None);

    const fn of(from: u16, below: u16) -> Self {
        match (from, below) {
            (0, OPEN) => Self::TOTAL,
            _ => Self(Some(Span { from, below })),
        }
    }

    /// From one age to another in completed years, both included, in either order.
    #[must_use]
    pub const fn years(one: u8, other: u8) -> Self {
        let (first, last) = if one <= other { (one, other) } else { (other, one) };
        Self::of(first as u16 * YEAR, (last as u16 + 1) * YEAR)
    }

    /// From an age in completed years on.
    #[must_use]
    pub const fn years_from(first: u8) -> Self {
        Self::of(first as u16 * YEAR, OPEN)
    }

    /// From one age to another in completed months, both included, in either order.
    #[must_use]
    pub const fn months(one: u8, other: u8) -> Self {
        let (first, last) = if one <= other { (one, other) } else { (other, one) };
        Self::of(first as u16, last as u16 + 1)
    }

    /// Whether it is everybody.
    #[must_use]
    pub const fn is_total(self) -> bool {
        self.0.is_none()
    }

    /// Whether the whole of another group belongs to this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let (from, below) = self.ends();
        let (other_from, other_below) = other.ends();
        from <= other_from && other_below <= below
    }

    /// The first age in months, and the one below which it ends.
    pub(crate) const fn ends(self) -> (u16, u16) {
        match self.0 {
            None => (0, OPEN),
            Some(Span { from, below }) => (from, below),
        }
    }

    /// The groups that make up a whole without hole or overlap, youngest first: the finest there are. None where no such row of
    /// them is there, or where it would be the whole itself.
    pub(crate) fn chain(whole: Self, groups: impl IntoIterator<Item = Self>) -> Option<Vec<Self>> {
        let (start, end) = whole.ends();
        let inside = |group: &Self| *group != whole && !group.is_total() && whole.contains(*group);
        let mut groups: Vec<Self> = groups.into_iter().filter(inside).collect();
        // The oldest first, so that what follows a group is known; of those of one first age the shortest that leads to the end.
        groups.sort_unstable_by_key(|group| (core::cmp::Reverse(group.ends().0), group.ends().1));
        let mut steps: BTreeMap<u16, Self> = BTreeMap::new();
        for group in groups {
            let (from, below) = group.ends();
            if below == end || steps.contains_key(&below) {
                steps.entry(from).or_insert(group);
            }
        }
        let (mut chain, mut at) = (Vec::new(), start);
        while at != end {
            let step = *steps.get(&at)?;
            chain.push(step);
            at = step.ends().1;
        }
        Some(chain)
    }

    /// The first and the last age, the latter where there is one, and whether they are years.
    const fn shown(span: Span) -> (u16, Option<u16>, bool) {
        let years = span.from % YEAR == 0 && (span.below == OPEN || span.below % YEAR == 0);
        let unit = if years { YEAR } else { 1 };
        let last = if span.below == OPEN { None } else { Some((span.below / unit).saturating_sub(1)) };
        (span.from / unit, last, years)
    }

    /// The group in Chinese.
    #[must_use]
    pub fn zh(self) -> String {
        let Some(span) = self.0 else { return "全部年龄".into() };
        let (first, last, years) = Self::shown(span);
        let unit = if years { "岁" } else { "个月" };
        match last {
            None => alloc::format!("{first}{unit}及以上"),
            Some(last) if last == first => alloc::format!("{first}{unit}"),
            Some(last) => alloc::format!("{first}—{last}{unit}"),
        }
    }

    /// The group in English.
    #[must_use]
    pub fn en(self) -> String {
        let Some(span) = self.0 else { return "of all ages".into() };
        let (first, last, years) = Self::shown(span);
        let unit = if years { "" } else { " months" };
        match last {
            None => alloc::format!("aged {first}{unit} and over"),
            Some(last) if last == first => alloc::format!("aged {first}{unit}"),
            Some(last) => alloc::format!("aged {first}-{last}{unit}"),
        }
    }

    /// The age group that a folded text begins with, and what follows it: 3岁以下儿童死亡率.
    pub(crate) fn before(text: &str) -> Option<(Self, &str)> {
        // A month of the year (6月) is no age.
        let aged = |text: &str| ["岁", "月龄", "个月"].iter().any(|word| text.contains(word));
        if !aged(text) {
            return None;
        }
        let places = text.char_indices().map(|(place, _)| place).chain([text.len()]).take(24).skip(2);
        let ends = places.filter_map(|place| text.split_at_checked(place));
        let ends = ends.filter(|(word, _)| aged(word));
        // The longest that is one: 5岁以下 and not 5岁.
        ends.filter_map(|(word, rest)| Some((read(word)?, rest))).filter(|(age, _)| !age.is_total()).last()
    }
}

/// Words for a bound, longer ones before those that they begin with.
const BEFORE: &[(&str, Bound)] = &[
    ("小于等于", Bound::UpTo),
    ("大于等于", Bound::From),
    ("youngerthan", Bound::Below),
    ("lessthan", Bound::Below),
    ("y_lt", Bound::Below),
    ("y_le", Bound::UpTo),
    ("y_ge", Bound::From),
    ("m_lt", Bound::Below),
    ("m_le", Bound::UpTo),
    ("m_ge", Bound::From),
    ("under", Bound::Below),
    ("below", Bound::Below),
    ("未满", Bound::Below),
    ("不满", Bound::Below),
    ("小于", Bound::Below),
    ("低于", Bound::Below),
    ("<=", Bound::UpTo),
    (">=", Bound::From),
    ("≤", Bound::UpTo),
    ("≥", Bound::From),
    ("<", Bound::Below),
];

/// Words for a bound behind the ages.
const BEHIND: &[(&str, Bound)] = &[
    ("及以上", Bound::From),
    ("以上", Bound::From),
    ("及以下", Bound::UpTo),
    ("以下", Bound::Below),
    ("以内", Bound::Below),
    ("内", Bound::Below),
    ("andover", Bound::From),
    ("andabove", Bound::From),
    ("andolder", Bound::From),
    ("orolder", Bound::From),
    ("ormore", Bound::From),
    ("+", Bound::From),
];

/// Words for a year or a month of age, longer ones first, with its months.
const UNITS: &[(&str, u16)] = &[
    ("yearsofage", YEAR),
    ("yearsold", YEAR),
    ("years", YEAR),
    ("year", YEAR),
    ("yrs", YEAR),
    ("yr", YEAR),
    ("周岁", YEAR),
    ("岁", YEAR),
    ("y", YEAR),
    ("monthsofage", 1),
    ("monthsold", 1),
    ("months", 1),
    ("month", 1),
    ("个月龄", 1),
    ("个月", 1),
    ("月龄", 1),
    ("月", 1),
    ("m", 1),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// Younger than.
    Below,
    /// That age and younger.
    UpTo,
    /// That age and older.
    From,
}

/// The word of a list that a text begins with, and what follows it.
fn word<'t, T: Copy>(text: &'t str, words: &[(&str, T)]) -> Option<(T, &'t str)> {
    words.iter().find_map(|(word, meaning)| Some((*meaning, text.strip_prefix(word)?)))
}

/// A digit as Chinese writes it, at the start of a text.
fn digit(text: &str) -> Option<(u16, &str)> {
    let first = text.chars().next()?;
    let place = "一二三四五六七八九".chars().position(|digit| digit == first)?;
    Some((u16::try_from(place).ok()? + 1, text.strip_prefix(first)?))
}

/// A number at the start of a text, in digits or as Chinese writes it below a hundred.
fn number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 {
        let (digits, rest) = text.split_at_checked(end)?;
        return Some((digits.parse().ok()?, rest));
    }
    let (tens, rest) = digit(text).unwrap_or((1, text));
    match rest.strip_prefix('十') {
        Some(rest) => Some(match digit(rest) {
            Some((ones, rest)) => (tens * 10 + ones, rest),
            None => (tens * 10, rest),
        }),
        None => digit(text),
    }
}

/// An age group as a folded text writes it.
fn read(text: &str) -> Option<AgeGroup> {
    const ALL: &[&str] = &[
        "",
        "total",
        "合计",
        "全部",
        "总计",
        "总数",
        "全体",
        "全部年龄",
        "各年龄",
        "所有年龄",
        "all",
        "allages",
        "ofallages",
        "t",
        "_t",
    ];
    if ALL.contains(&text) {
        return Some(AgeGroup::TOTAL);
    }
    let text = ["aged", "ages", "age"].iter().find_map(|aged| text.strip_prefix(aged)).unwrap_or(text);
    let text = text.strip_suffix('组').unwrap_or(text);
    let (before, rest) = match word(text, BEFORE) {
        Some((bound, rest)) => (Some(bound), rest),
        None => (None, text),
    };
    // The codes of statistical exchange name the unit first: Y0T4, M0T5.
    let (first_unit, rest) = match rest.strip_prefix(['y', 'm']) {
        Some(rest) if before.is_none() => (Some(if text.starts_with('m') { 1 } else { YEAR }), rest),
        _ => ((before.is_some() && text.starts_with("m_")).then_some(1), rest),
    };
    let (first, rest) = number(rest)?;
    let (unit, rest) = match word(rest, UNITS) {
        Some((unit, rest)) if first_unit.is_none() => (Some(unit), rest),
        _ => (first_unit, rest),
    };
    let between = ["-", "至", "到", "to", "t"].iter().find_map(|sign| rest.strip_prefix(sign));
    let (last, last_unit, rest) = match between {
        Some(rest) => {
            let (last, rest) = number(rest)?;
            match word(rest, UNITS) {
                Some((unit, rest)) if first_unit.is_none() => (Some(last), Some(unit), rest),
                _ => (Some(last), first_unit, rest),
            }
        }
        None => (None, None, rest),
    };
    let (behind, rest) = match word(rest, BEHIND) {
        Some((bound, rest)) => (Some(bound), rest),
        None => (None, rest),
    };
    if !rest.is_empty() {
        return None;
    }
    // A unit behind the second number is that of both; a number without one is of years.
    let unit = unit.or(last_unit).unwrap_or(YEAR);
    let months = |age: u16, unit: u16| age.checked_mul(unit).filter(|months| *months <= OLDEST * YEAR);
    let from = months(first, unit)?;
    let one_more = from.checked_add(unit)?;
    let (from, below) = match (before, last, behind) {
        (None, None, None) => (from, one_more),
        (None, Some(last), None) => {
            let unit = last_unit.unwrap_or(unit);
            (from, months(last, unit)?.checked_add(unit)?)
        }
        (Some(bound), None, None) | (None, None, Some(bound)) => match bound {
            Bound::Below => (0, from),
            Bound::UpTo => (0, one_more),
            Bound::From => (from, OPEN),
        },
        _ => return None,
    };
    (from < below).then(|| AgeGroup::of(from, below))
}

impl FromStr for AgeGroup {
    type Err = Error;

    /// In Chinese or English words, as 0-6y or 60y+, or as a code of statistical exchange (`Y0T4`, `Y_GE60`); a number
    /// without a unit is of years.
    fn from_str(text: &str) -> Result<Self, Error> {
        read(&names::key(text)).ok_or_else(|| {
            let remedy = message(
                "write total, or an age group such as 0-6 years, under 5, 60 and over, 0-5 months",
                "可写total（合计），或如0—6岁、5岁以下、60岁及以上、6个月内",
            );
            ParseError::new(text, name("an age group", "年龄组"), remedy).into()
        })
    }
}

impl fmt::Display for AgeGroup {
    /// The wire form, in completed years or months with both ends: `total`, `0-4y`, `60y+`, `0-5m`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(span) = self.0 else { return f.write_str("total") };
        let (first, last, years) = Self::shown(span);
        let unit = if years { 'y' } else { 'm' };
        match last {
            None => write!(f, "{first}{unit}+"),
            Some(last) if last == first => write!(f, "{first}{unit}"),
            Some(last) => write!(f, "{first}-{last}{unit}"),
        }
    }
}

/// As text on the wire, through `Display` and `FromStr`.
#[cfg(feature = "serde")]
mod wire {
    use super::AgeGroup;
    use alloc::borrow::Cow;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    impl Serialize for AgeGroup {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for AgeGroup {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            <Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
        }
    }
}
