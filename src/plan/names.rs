//! Indicators by the names that tables give them, and what a name that nothing has was meant to be.

use alloc::string::{String, ToString};

use crate::error::{Error, UnknownError, name};
use crate::plan::alike::{suggestions, without_number};
use crate::plan::{Catalogue, IndicatorCard};
use crate::values::{AgeGroup, Disaggregation, Residence, Sex, Unit, cell, names};

/// What a name in a table says: the indicator, and what stands around its name.
///
/// ```
/// use dabiao::{plan::IndicatorName, values::{Disaggregation, Unit}, Catalogue};
/// let catalogue = Catalogue::hangjin();
/// let read: IndicatorName = catalogue.read_name("1.其中：农村孕产妇死亡率（1/10万）")?;
/// assert_eq!(read.card.id, "maternal-mortality-ratio");
/// assert_eq!((read.disaggregation, read.unit), (Disaggregation::RURAL, Some((Unit::Per100k, 0))));
/// // Where the whole is an indicator, nothing is taken from its name.
/// let read = catalogue.read_name("农村牧区自来水普及率")?;
/// assert_eq!((read.disaggregation, read.is_alias), (Disaggregation::TOTAL, false));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct IndicatorName<'c> {
    /// The indicator.
    pub card: &'c IndicatorCard,
    /// The part of the population that stands before the name (农村, 女, 3—5岁) or in brackets behind it.
    pub disaggregation: Disaggregation,
    /// The unit in brackets behind the name, with its power of ten.
    pub unit: Option<(Unit, u8)>,
    /// Whether it is none of the catalogue's own names but an alias.
    pub is_alias: bool,
}

/// Words before a name that are a part of the population; longer ones first.
const PARTS: &[(&str, Disaggregation)] = &[
    ("农村牧区", Disaggregation::RURAL),
    ("农村地区", Disaggregation::RURAL),
    ("城市地区", Disaggregation::URBAN),
    ("农牧区", Disaggregation::RURAL),
    ("农村", Disaggregation::RURAL),
    ("牧区", Disaggregation::RURAL),
    ("乡村", Disaggregation::RURAL),
    ("城镇", Disaggregation::URBAN),
    ("城市", Disaggregation::URBAN),
    ("女性", Disaggregation::FEMALE),
    ("女童", Disaggregation::FEMALE),
    ("妇女", Disaggregation::FEMALE),
    ("男性", Disaggregation::MALE),
    ("男童", Disaggregation::MALE),
    ("女", Disaggregation::FEMALE),
    ("男", Disaggregation::MALE),
    ("rural", Disaggregation::RURAL),
    ("urban", Disaggregation::URBAN),
    ("female", Disaggregation::FEMALE),
    ("male", Disaggregation::MALE),
    ("全体", Disaggregation::TOTAL),
    ("合计", Disaggregation::TOTAL),
    ("全部", Disaggregation::TOTAL),
];

impl Catalogue {
    /// The indicator that a name in a table means: its id, its name in Chinese or English, or one of its aliases, folded as
    /// [`names::key`] says; without an item number, 其中, a unit in brackets, or a part of the
    /// population before it. Where the whole is a name, it is that name.
    ///
    /// # Errors
    /// If there is none; the error names up to three that it may have been meant to be.
    ///
    /// ```
    /// use dabiao::Catalogue;
    /// let catalogue = Catalogue::hangjin();
    /// assert_eq!(catalogue.read_name("3、婴儿死亡率(‰)")?.card.id, "infant-mortality-rate");
    /// assert!(catalogue.read_name("女性人均预期寿命")?.is_alias);
    /// let unknown = catalogue.read_name("孕产妇贫血率").unwrap_err();
    /// assert!(unknown.to_string().ends_with("(the nearest is `孕产妇贫血患病率`)"), "{unknown}");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn read_name(&self, text: &str) -> Result<IndicatorName<'_>, Error> {
        self.named(text).ok_or_else(|| self.unknown_indicator(text.trim()))
    }

    /// The same without the error, which takes long to make.
    pub(crate) fn named(&self, text: &str) -> Option<IndicatorName<'_>> {
        let text = names::stripped(text);
        if let Some(card) = self.card(text) {
            return Some(IndicatorName {
                card,
                disaggregation: Disaggregation::TOTAL,
                unit: None,
                is_alias: false,
            });
        }
        let whole = names::key(text);
        let numbered = without_number(&whole);
        for name in [&*whole, numbered] {
            if let Some(found) = self.with_part(name) {
                return Some(found);
            }
        }
        let (before, unit) = without_unit(text)?;
        let whole = names::key(&before);
        let numbered = without_number(&whole);
        let found = [&*whole, numbered].into_iter().find_map(|name| self.with_part(name))?;
        Some(IndicatorName { unit: Some(unit), ..found })
    }

    /// A folded name, with or without a part of the population around it.
    fn with_part(&self, name: &str) -> Option<IndicatorName<'_>> {
        if let Some((card, is_alias)) = self.folded(name) {
            return Some(IndicatorName { card, disaggregation: Disaggregation::TOTAL, unit: None, is_alias });
        }
        let beside = |rest: &str, part: Disaggregation| {
            let rest = rest.strip_prefix('的').unwrap_or(rest);
            if rest.is_empty() {
                return None;
            }
            let found = self.with_part(rest)?;
            let disaggregation = both(found.disaggregation, part)?;
            Some(IndicatorName { disaggregation, ..found })
        };
        let of_words = PARTS.iter().find_map(|(word, part)| {
            let inside = || name.strip_suffix(')')?.strip_suffix(word)?.strip_suffix('(');
            beside(name.strip_prefix(word).or_else(inside)?, *part)
        });
        of_words.or_else(|| {
            let inside = || {
                let (rest, word) = name.strip_suffix(')')?.rsplit_once('(')?;
                let (age, behind) = AgeGroup::before(word)?;
                behind.is_empty().then_some((age, rest))
            };
            let (age, rest) = AgeGroup::before(name).or_else(inside)?;
            beside(rest, Disaggregation::TOTAL.of_age(age))
        })
    }

    /// What is said of a name that no indicator has.
    pub(crate) fn unknown_indicator(&self, given: &str) -> Error {
        let near = suggestions(
            given,
            self.keys().map(|(key, card)| (key, if *key == *card.id { key } else { &*card.zh })),
        );
        UnknownError::new(name("indicator", "指标"), given, near).into()
    }
}

/// Two parts of the population as one; `None` where they exclude each other.
pub(crate) fn both(one: Disaggregation, other: Disaggregation) -> Option<Disaggregation> {
    let residence = match (one.residence, other.residence) {
        (Residence::Total, residence) | (residence, Residence::Total) => residence,
        (one, other) if one == other => one,
        _ => return None,
    };
    let sex = match (one.sex, other.sex) {
        (Sex::Total, sex) | (sex, Sex::Total) => sex,
        (one, other) if one == other => one,
        _ => return None,
    };
    let age = match (one.age, other.age) {
        (one, other) if one == other || other.is_total() => one,
        (one, other) if one.is_total() => other,
        _ => return None,
    };
    Some(Disaggregation { residence, sex, age })
}

/// A name before a unit in brackets, and that unit.
fn without_unit(text: &str) -> Option<(String, (Unit, u8))> {
    let folded = cell::folded(text);
    let folded = names::without_marks(folded.trim_end());
    let (before, inside) = folded.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let inside = inside.trim();
    let inside = ["计量单位:", "单位:"].iter().find_map(|word| inside.strip_prefix(word)).unwrap_or(inside);
    let unit = Unit::read(inside).ok()?;
    Some((before.to_string(), unit))
}
