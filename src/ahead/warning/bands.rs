use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::ahead::Outlook;
use crate::error::{Error, InvalidError, Message, message, name};
use crate::values::{End, Ratio, Text};

/// What the bands of a threshold table measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum BandMeasure {
    /// The distance to the path in the indicator's unit or its points; positive is ahead.
    Points,
    /// The pace: the way done over the way that the path has done; 1 is on the path.
    Pace,
}

/// One band of a threshold table: all values from one end to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Band {
    /// The lower end; open where there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub from: Option<End>,
    /// The upper end; open where there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub to: Option<End>,
    /// The word for it.
    pub word: Text,
}

/// A host's threshold table, without holes and overlaps.
///
/// ```
/// use dabiao::{ahead::{Band, BandMeasure, Bands}, values::End, Number};
/// let end = |number: &str, included| Some(End { number: number.parse().unwrap(), included });
/// let band = |from, to, word: &'static str| Band { from, to, word: word.into() };
/// // 10 to 30 points behind is yellow, more is red, not behind is green: nothing is said of 0 to 10 points behind.
/// let error = Bands::new(
///     BandMeasure::Points,
///     vec![band(None, end("-30", false), "红"), band(end("-30", true), end("-10", true), "黄"), band(end("0", true), None, "绿")],
/// )
/// .unwrap_err();
/// assert_eq!(error.to_string(), "threshold table `黄, 绿` cannot be used: nothing is said from -10 (excluded) to 0 (excluded)");
/// ```
///
/// ```
/// use dabiao::{ahead::{Band, BandMeasure, Bands}, values::{End, Ratio}, Number};
/// let one = |included| Some(End { number: Number::literal("1"), included });
/// let behind = Band { from: None, to: one(false), word: "落后".into() };
/// let pace = Bands::new(BandMeasure::Pace, vec![behind, Band { from: one(true), to: None, word: "正常".into() }])?;
/// assert_eq!(pace.word_for(&Ratio::whole(1)), Some("正常"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(try_from = "BandsParts", into = "BandsParts"))]
pub struct Bands {
    measure: BandMeasure,
    /// INVARIANT: in order, and every value lies in exactly one.
    bands: Vec<Band>,
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct BandsParts {
    measure: BandMeasure,
    bands: Vec<Band>,
}

#[cfg(feature = "serde")]
impl TryFrom<BandsParts> for Bands {
    type Error = Error;

    fn try_from(parts: BandsParts) -> Result<Self, Error> {
        Self::new(parts.measure, parts.bands)
    }
}

#[cfg(feature = "serde")]
impl From<Bands> for BandsParts {
    fn from(bands: Bands) -> Self {
        Self { measure: bands.measure, bands: bands.bands }
    }
}

impl Bands {
    /// A table of bands, in any order.
    ///
    /// # Errors
    /// If a value lies in no band or in two; the error names the hole or the overlap.
    pub fn new(measure: BandMeasure, mut bands: Vec<Band>) -> Result<Self, Error> {
        let what = name("threshold table", "分级表");
        let wrong = |words: String, remedy: Message| Err(InvalidError::new(what, words, remedy).into());
        bands.sort_by(|a, b| match (&a.from, &b.from) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => a.number.cmp(&b.number).then_with(|| b.included.cmp(&a.included)),
        });
        let (Some(first), Some(last)) = (bands.first(), bands.last()) else {
            return wrong(String::new(), message("give at least one band", "请至少给一级"));
        };
        if let Some(from) = first.from {
            let from = from.number;
            let remedy =
                message(alloc::format!("nothing is said below {from}"), alloc::format!("{from}以下没有规定"));
            return wrong(first.word.to_string(), remedy);
        }
        if let Some(to) = last.to {
            let to = to.number;
            let remedy =
                message(alloc::format!("nothing is said above {to}"), alloc::format!("{to}以上没有规定"));
            return wrong(last.word.to_string(), remedy);
        }
        for (lower, upper) in bands.iter().zip(bands.iter().skip(1)) {
            let words = alloc::format!("{}, {}", lower.word, upper.word);
            let (Some(end), Some(start)) = (lower.to, upper.from) else {
                return wrong(words, message("two bands are open on the same side", "两级在同一侧都不封口"));
            };
            if lower.from.is_some_and(|from| {
                from.number > end.number || (from.number == end.number && !(from.included && end.included))
            }) {
                return wrong(lower.word.to_string(), message("the band is empty", "这一级没有数值"));
            }
            let ends = (end.number, start.number);
            let open = |included: bool| if included { ("included", "含") } else { ("excluded", "不含") };
            match (end.number.cmp(&start.number), end.included, start.included) {
                (Ordering::Equal, true, false) | (Ordering::Equal, false, true) => {}
                (Ordering::Equal, false, false) => {
                    let remedy = message(
                        alloc::format!("nothing is said at {}", ends.0),
                        alloc::format!("{}没有规定", ends.0),
                    );
                    return wrong(words, remedy);
                }
                (Ordering::Less, ..) => {
                    let hole = (open(!end.included), open(!start.included));
                    let remedy = message(
                        alloc::format!(
                            "nothing is said from {} ({}) to {} ({})",
                            ends.0,
                            hole.0.0,
                            ends.1,
                            hole.1.0
                        ),
                        alloc::format!("{}（{}）至{}（{}）没有规定", ends.0, hole.0.1, ends.1, hole.1.1),
                    );
                    return wrong(words, remedy);
                }
                (Ordering::Equal, true, true) => {
                    let remedy = message(
                        alloc::format!("both speak of {}", ends.0),
                        alloc::format!("两级都含{}", ends.0),
                    );
                    return wrong(words, remedy);
                }
                (Ordering::Greater, ..) => {
                    let remedy = message(
                        alloc::format!("both speak of {} to {}", ends.1, ends.0),
                        alloc::format!("两级都含{}至{}", ends.1, ends.0),
                    );
                    return wrong(words, remedy);
                }
            }
        }
        Ok(Self { measure, bands })
    }

    /// The word for where a series is; none where the outlook has no pace.
    #[must_use]
    pub fn word(&self, outlook: &Outlook) -> Option<&str> {
        let value = match self.measure {
            BandMeasure::Points => outlook.distance.clone(),
            BandMeasure::Pace => outlook.pace.clone(),
        }?;
        self.word_for(&value)
    }

    /// The word for a value.
    #[must_use]
    pub fn word_for(&self, value: &Ratio) -> Option<&str> {
        let inside = |band: &&Band| {
            let above = band.from.is_none_or(|end| match value.cmp(&end.number.to_ratio()) {
                Ordering::Equal => end.included,
                order => order == Ordering::Greater,
            });
            let below = band.to.is_none_or(|end| match value.cmp(&end.number.to_ratio()) {
                Ordering::Equal => end.included,
                order => order == Ordering::Less,
            });
            above && below
        };
        self.bands.iter().find(inside).map(|band| &*band.word)
    }
}
