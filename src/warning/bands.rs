use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::error::{Error, InvalidError};
use crate::exact::Ratio;
use crate::outlook::Outlook;
use crate::quantity::End;

/// What the bands of a threshold table measure.
///
/// Shown at [`Bands`].
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
///
/// Shown at [`Bands`].
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
    pub word: Cow<'static, str>,
}

/// A host's threshold table, without holes and overlaps.
///
/// ```
/// use dabiao::{Band, BandMeasure, Bands, End, Number};
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
/// use dabiao::{Band, BandMeasure, Bands, End, Number, Ratio};
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
        const WHAT: &str = "threshold table";
        let wrong = |words: String, remedy: String| Err(InvalidError::new(WHAT, words, remedy).into());
        bands.sort_by(|a, b| match (&a.from, &b.from) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => a.number.cmp(&b.number).then_with(|| b.included.cmp(&a.included)),
        });
        let (Some(first), Some(last)) = (bands.first(), bands.last()) else {
            return wrong(String::new(), "give at least one band".to_string());
        };
        if let Some(from) = first.from {
            return wrong(first.word.to_string(), alloc::format!("nothing is said below {}", from.number));
        }
        if let Some(to) = last.to {
            return wrong(last.word.to_string(), alloc::format!("nothing is said above {}", to.number));
        }
        for (lower, upper) in bands.iter().zip(bands.iter().skip(1)) {
            let words = alloc::format!("{}, {}", lower.word, upper.word);
            let (Some(end), Some(start)) = (lower.to, upper.from) else {
                return wrong(words, "two bands are open on the same side".to_string());
            };
            if lower.from.is_some_and(|from| {
                from.number > end.number || (from.number == end.number && !(from.included && end.included))
            }) {
                return wrong(lower.word.to_string(), "the band is empty".to_string());
            }
            let said = |included: bool| if included { "included" } else { "excluded" };
            match (end.number.cmp(&start.number), end.included, start.included) {
                (Ordering::Equal, true, false) | (Ordering::Equal, false, true) => {}
                (Ordering::Equal, false, false) => {
                    return wrong(words, alloc::format!("nothing is said at {}", end.number));
                }
                (Ordering::Less, ..) => {
                    let hole = (said(!end.included), said(!start.included));
                    let text = alloc::format!(
                        "nothing is said from {} ({}) to {} ({})",
                        end.number,
                        hole.0,
                        start.number,
                        hole.1
                    );
                    return wrong(words, text);
                }
                (Ordering::Equal, true, true) => {
                    return wrong(words, alloc::format!("both speak of {}", end.number));
                }
                (Ordering::Greater, ..) => {
                    let text = alloc::format!("both speak of {} to {}", start.number, end.number);
                    return wrong(words, text);
                }
            }
        }
        Ok(Self { measure, bands })
    }

    /// The word for where a series is; none where the outlook has no pace.
    #[must_use]
    pub fn word(&self, outlook: &Outlook) -> Option<&str> {
        let value = match self.measure {
            BandMeasure::Points => Some(outlook.distance.clone()),
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
