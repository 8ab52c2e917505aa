use alloc::vec::Vec;

use super::Severity;
use crate::error::{Error, InvalidError, message, name};
use crate::values::Text;

/// How one severity looks: never by colour alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Shade {
    /// The severity; none for a target without a warning.
    #[cfg_attr(feature = "serde", serde(default))]
    pub severity: Option<Severity>,
    /// The colour, as `#rrggbb`.
    pub colour: Text,
    /// A letter that stands in for the colour.
    pub letter: char,
    /// The word in Chinese.
    pub zh: Text,
    /// The word in English.
    pub en: Text,
}

/// Colours for severities, as data. Governments use blue for the mildest alarm and also for praise, so a severity has no
/// colour of its own.
///
/// ```
/// use dabiao::ahead::{Palette, Severity};
/// let alarm = Palette::red_orange_yellow_blue();
/// assert_eq!(alarm.shade(Some(Severity::Critical)).zh, "红");
/// assert_eq!(alarm.shade(Some(Severity::Notice)).zh, "蓝");
/// let praise = Palette::red_yellow_blue();
/// assert_eq!(praise.shade(None).zh, "蓝");
/// ```
///
/// ```
/// use dabiao::ahead::{Palette, Severity, Shade};
/// let ours: Vec<Shade> = [None].into_iter().chain(Severity::ALL.map(Some))
///     .map(|severity| Palette::red_yellow_green().shade(severity).clone())
///     .collect();
/// assert_eq!(Palette::new(ours.clone())?, Palette::red_yellow_green());
/// assert!(Palette::new(ours[1..].to_vec()).is_err());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<Shade>", into = "Vec<Shade>"))]
pub struct Palette {
    /// INVARIANT: the shade without a warning, then one for each severity, mildest first.
    shades: [Shade; 5],
}

const RED: (&str, char, &str, &str) = ("#c62828", 'R', "红", "red");
const ORANGE: (&str, char, &str, &str) = ("#ef6c00", 'O', "橙", "orange");
const YELLOW: (&str, char, &str, &str) = ("#f9a825", 'Y', "黄", "yellow");
const BLUE: (&str, char, &str, &str) = ("#1565c0", 'B', "蓝", "blue");
const GREEN: (&str, char, &str, &str) = ("#2e7d32", 'G', "绿", "green");
const WHITE: (&str, char, &str, &str) = ("#ffffff", 'N', "无", "none");

impl Palette {
    /// Four levels of alarm (突发事件四级): red, orange, yellow, blue the mildest; none without a warning.
    #[must_use]
    pub fn red_orange_yellow_blue() -> Self {
        Self::of([WHITE, BLUE, YELLOW, ORANGE, RED])
    }

    /// A traffic light: green without a warning, yellow to be watched, red to be acted on.
    #[must_use]
    pub fn red_yellow_green() -> Self {
        Self::of([GREEN, GREEN, YELLOW, RED, RED])
    }

    /// Blue as praise: blue without a warning, yellow to be watched, red to be acted on.
    #[must_use]
    pub fn red_yellow_blue() -> Self {
        Self::of([BLUE, BLUE, YELLOW, RED, RED])
    }

    fn of(looks: [(&'static str, char, &'static str, &'static str); 5]) -> Self {
        let mut severities = [None].into_iter().chain(Severity::ALL.map(Some));
        let shades = looks.map(|(colour, letter, zh, en)| Shade {
            severity: severities.next().flatten(),
            colour: colour.into(),
            letter,
            zh: zh.into(),
            en: en.into(),
        });
        Self { shades }
    }

    /// A host's own: one shade for each severity, and one without a warning.
    ///
    /// # Errors
    /// If one is missing or given twice.
    pub fn new(shades: Vec<Shade>) -> Result<Self, Error> {
        let mut sorted = shades;
        sorted.sort_by_key(|shade| shade.severity);
        let complete =
            sorted.iter().map(|shade| shade.severity).eq([None].into_iter().chain(Severity::ALL.map(Some)));
        let remedy = message(
            "give one shade for each severity and one without a warning",
            "请给每一级预警和无预警各一种颜色",
        );
        match <[Shade; 5]>::try_from(sorted) {
            Ok(shades) if complete => Ok(Self { shades }),
            Ok(_) => Err(InvalidError::of_kind("palette", name("5 shades", "5种颜色"), remedy).into()),
            Err(shades) => Err(InvalidError::new("palette", shades.len(), remedy).into()),
        }
    }

    /// The shade of a severity, or of no warning.
    #[must_use]
    pub const fn shade(&self, severity: Option<Severity>) -> &Shade {
        let [none, notice, attention, serious, severe] = &self.shades;
        match severity {
            None => none,
            Some(Severity::Notice) => notice,
            Some(Severity::Watch) => attention,
            Some(Severity::Warning) => serious,
            Some(Severity::Critical) => severe,
        }
    }
}

impl TryFrom<Vec<Shade>> for Palette {
    type Error = Error;

    fn try_from(shades: Vec<Shade>) -> Result<Self, Error> {
        Self::new(shades)
    }
}

impl From<Palette> for Vec<Shade> {
    fn from(palette: Palette) -> Self {
        palette.shades.into()
    }
}
