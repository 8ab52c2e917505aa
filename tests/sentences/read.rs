//! What is read from a sentence, in either language.

use std::collections::BTreeSet;

use dabiao::{Number, Outcome, plan::Better, values::Ratio};

/// A number and what stands behind it: `14.3` and `/10万`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    pub(crate) number: Ratio,
    pub(crate) unit: String,
}

/// A movement: 1 up, −1 down, 0 none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moved {
    pub(crate) sign: i8,
    /// By how much, in the unit of differences.
    pub(crate) size: Option<Figure>,
    /// By how many per cent.
    pub(crate) percent: Option<Ratio>,
    /// Since which year.
    pub(crate) since: i32,
    /// Whether it is called better (1), worse (−1) or neither.
    pub(crate) called: i8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Above,
    At,
    Below,
}

/// The side of the bound and how far from it, and the edge of 左右.
pub(crate) type Distance = ((Side, Option<Figure>), Option<Figure>);

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Asked {
    Bound {
        better: Better,
        included: bool,
        limit: Figure,
    },
    Fraction {
        better: Better,
        part: Ratio,
        whole: Ratio,
    },
    Around {
        value: Figure,
        points: Ratio,
    },
    All,
    /// None at all.
    Nothing,
    /// A direction, or no bound of its own.
    Words,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    pub(crate) outcome: Outcome,
    pub(crate) value: Option<Figure>,
    pub(crate) counts: Option<(u64, u64)>,
    /// Nothing happened: no rate is named.
    pub(crate) no_event: bool,
    pub(crate) asked: Asked,
    pub(crate) distance: Option<(Side, Option<Figure>)>,
    /// The edge of 左右.
    pub(crate) edge: Option<Figure>,
    pub(crate) change: Option<Moved>,
    /// Since which year another definition holds.
    pub(crate) redefined: Option<i32>,
    /// The baseline and the movement since.
    pub(crate) baseline: Option<(Figure, Moved)>,
    pub(crate) but: bool,
    /// Why the verdict is not what value and bound alone would say.
    pub(crate) explained: bool,
}

pub(crate) fn ratio(text: &str) -> Ratio {
    text.parse::<Number>().unwrap_or_else(|_| panic!("no number: {text:?}")).to_ratio()
}

/// The number that a text starts with, and the rest.
pub(crate) fn leading(text: &str) -> Option<(Ratio, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).unwrap_or(text.len());
    text[..end].parse::<Number>().ok().map(|number| (number.to_ratio(), &text[end..]))
}

pub(crate) fn figure(text: &str) -> Option<Figure> {
    let (number, unit) = leading(text.trim())?;
    Some(Figure { number, unit: unit.trim().into() })
}

/// Every year in a text; 2011—2019 is all from the one to the other.
pub(crate) fn years(text: &str) -> BTreeSet<i32> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<(usize, i32)> = Vec::new();
    for at in 0..letters.len().saturating_sub(3) {
        let outside = |place: Option<usize>| {
            place.and_then(|place| letters.get(place)).is_none_or(|letter| !letter.is_ascii_digit())
        };
        let digits: String = letters[at..at + 4].iter().collect();
        if outside(at.checked_sub(1)) && outside(Some(at + 4)) && digits.starts_with("20") {
            found.extend(digits.parse().ok().map(|year| (at, year)));
        }
    }
    let mut years: BTreeSet<i32> = found.iter().map(|(_, year)| *year).collect();
    for pair in found.windows(2) {
        if pair[1].0 == pair[0].0 + 5 && matches!(letters[pair[0].0 + 4], '—' | '–') {
            years.extend(pair[0].1..=pair[1].1);
        }
    }
    years
}

/// A name as an English sentence begins.
pub(crate) fn capital(name: &str) -> String {
    let first = name.chars().next().expect("a name");
    name.replacen(first, &first.to_uppercase().to_string(), 1)
}

/// Splits where no bracket or quotation is open.
pub(crate) fn clauses<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '“' => depth += 1,
            '）' | ')' | '”' => depth -= 1,
            _ => {}
        }
        if depth == 0 && at >= start && text[at..].starts_with(separator) {
            parts.push(&text[start..at]);
            start = at + separator.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

/// What stands inside the bracket that a text starts with, and what follows it.
pub(crate) fn bracketed(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(open)?;
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth == 0 {
            return Some((&inner[..at], &inner[at + close.len_utf8()..]));
        }
    }
    None
}

/// `1/700`.
pub(crate) fn counts(text: &str) -> Option<(u64, u64)> {
    let (part, whole) = text.split_once('/')?;
    Some((part.parse().ok()?, whole.parse().ok()?))
}

/// The first bound with a sign in a text: `≥95%`, `≤12/10万`, `≥1/3`.
pub(crate) fn bound(text: &str) -> Option<Asked> {
    let at = text.find(['≥', '≤', '>', '<'])?;
    let (sign, rest) = text[at..].split_at(text[at..].chars().next()?.len_utf8());
    let better = if matches!(sign, "≥" | ">") { Better::Higher } else { Better::Lower };
    let included = matches!(sign, "≥" | "≤");
    let end = rest.find(['，', '）', ')']).unwrap_or(rest.len());
    let phrase = rest[..end].split(", ").next()?;
    let (number, unit) = leading(phrase)?;
    match unit.strip_prefix('/').and_then(leading) {
        Some((whole, "")) => Some(Asked::Fraction { better, part: number, whole }),
        _ => Some(Asked::Bound { better, included, limit: Figure { number, unit: unit.trim().into() } }),
    }
}
