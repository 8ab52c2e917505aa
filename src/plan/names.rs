//! Indicators by the names that tables give them, and what a name that nothing has was meant to be.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::error::{Error, UnknownError, name};
use crate::plan::{Catalogue, IndicatorCard};
use crate::values::{Disaggregation, Residence, Sex, Unit, cell, names};

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
    /// The part of the population that stands before the name (农村, 女) or in brackets behind it.
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
        let text = text.trim();
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
        PARTS.iter().find_map(|(word, part)| {
            let inside = || name.strip_suffix(')')?.strip_suffix(word)?.strip_suffix('(');
            let rest = name.strip_prefix(word).or_else(inside)?;
            let rest = rest.strip_prefix('的').unwrap_or(rest);
            if rest.is_empty() {
                return None;
            }
            let found = self.with_part(rest)?;
            let disaggregation = both(found.disaggregation, *part)?;
            Some(IndicatorName { disaggregation, ..found })
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
    Some(Disaggregation { residence, sex })
}

/// A folded name without the number of its item and without 其中.
fn without_number(name: &str) -> &str {
    let numbered = |rest: &'_ str| {
        let digits = |found: char| found.is_ascii_digit() || "一二三四五六七八九十".contains(found);
        let length = rest.chars().take_while(|found| digits(*found)).map(char::len_utf8).sum::<usize>();
        (length > 0 && length <= 9)
            .then(|| rest.split_at_checked(length))
            .flatten()
            .map(|(_, behind)| behind.len())
    };
    let mut rest = name;
    loop {
        let open = rest.strip_prefix('(');
        let behind = numbered(open.unwrap_or(rest)).and_then(|kept| rest.get(rest.len() - kept..));
        let item = behind.and_then(|behind| match open {
            Some(_) => behind.strip_prefix(')'),
            // `1.5岁…` is no item 1.
            None => behind.strip_prefix(['、', ')', ':']).or_else(|| {
                behind
                    .strip_prefix('.')
                    .filter(|rest| !rest.starts_with(|found: char| found.is_ascii_digit()))
            }),
        });
        let circled =
            rest.strip_prefix(|found: char| matches!(found, '\u{2460}'..='\u{2473}' | '#' | '·' | '-'));
        let among = rest.strip_prefix("其中").map(|rest| rest.trim_start_matches([':', ',', '、']));
        match item.or(circled).or(among) {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return rest,
        }
    }
}

/// A name before a unit in brackets, and that unit.
fn without_unit(text: &str) -> Option<(String, (Unit, u8))> {
    let folded = cell::folded(text);
    let (before, inside) = folded.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let inside = inside.trim();
    let inside = ["计量单位:", "单位:"].iter().find_map(|word| inside.strip_prefix(word)).unwrap_or(inside);
    let unit = Unit::read(inside).ok()?;
    Some((before.to_string(), unit))
}

/// Longer names than this are compared by their first characters, and among more names than that none is looked for: a plan
/// of thousands of slips is told as fast as it is read.
const MOST_ALIKE: usize = 60;
const MOST_KNOWN: usize = 2_000;

/// Words that make one indicator another: those in one line are one word.
const WORDS: &[&[&str]] = &[
    &["妇女", "女性", "女职工", "女干部", "女童", "女"],
    &["男性", "男童", "男"],
    &["农村", "牧区", "乡村"],
    &["城镇", "城市"],
    &["城乡"],
    &["区域"],
    &["孕产妇", "产妇", "孕妇"],
    &["新生儿"],
    &["婴儿"],
    &["儿童"],
    &["学前"],
    &["小学"],
    &["初中"],
    &["高中"],
    &["残疾"],
    &["死亡"],
    &["贫血"],
    &["感染"],
    &["检测"],
    &["治疗"],
    &["筛查"],
    &["传播"],
    &["发病"],
    &["致残"],
    &["发生"],
    &["超重"],
    &["肥胖"],
    &["近视"],
    &["艾滋病"],
    &["梅毒"],
    &["乙肝"],
    &["宫颈癌"],
    &["乳腺癌"],
    &["养老"],
    &["医疗"],
    &["失业"],
    &["工伤"],
    &["生育"],
    &["优良"],
    &["合格"],
    &["正职"],
    &["候选"],
    &["差距"],
];

/// Single characters that make the difference where they stand for one another.
const SIGNS: &str = "发患男女城乡村镇市县旗初高中小大上下0123456789一二三四五六七八九十";

/// The up to three known names that one may have been meant to be, the likeliest first: by characters in common and in
/// order, and never across a word that makes another indicator of it. Each known name is given folded and as it is shown.
pub(crate) fn suggestions<'a>(given: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let key = names::key(given);
    let wanted: Vec<char> = without_number(&key).chars().take(MOST_ALIKE).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut candidate: Vec<char> = Vec::new();
    for (folded, shown) in known.take(MOST_KNOWN) {
        candidate.clear();
        candidate.extend(folded.chars().take(MOST_ALIKE));
        let longer = wanted.len().max(candidate.len());
        // A name differs from another in at least as many characters as it is longer, and in those that it alone has.
        if wanted.len().abs_diff(candidate.len()) * 3 > longer {
            continue;
        }
        let shared = wanted.iter().filter(|letter| candidate.contains(*letter)).count();
        if shared * 2 < wanted.len() {
            continue;
        }
        let distance = distance(&wanted, &candidate);
        if distance * 3 <= longer && !differs(&wanted, &candidate) {
            found.push((distance, shown));
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    let nearest = found.first().map_or(0, |(distance, _)| *distance);
    let mut names: Vec<&str> = Vec::new();
    for (distance, name) in found {
        if distance <= nearest * 2 && names.len() < 3 && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a word that makes the difference stands in one name and not in the other.
fn differs(one: &[char], other: &[char]) -> bool {
    let ahead = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let behind = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |name: &[char]| -> Vec<char> {
        let end = name.len() - behind.min(name.len().saturating_sub(ahead));
        name.get(ahead..end.max(ahead)).unwrap_or_default().to_vec()
    };
    let (mine, theirs) = (middle(one), middle(other));
    let ascii = one.iter().chain(other).all(char::is_ascii);
    if let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) {
        // A slip of one character, as 忘 for 亡.
        return !ascii && (SIGNS.contains(*a) || SIGNS.contains(*b));
    }
    let sorted = |letters: &[char]| {
        let mut sorted = letters.to_vec();
        sorted.sort_unstable();
        sorted
    };
    if sorted(&mine) == sorted(&theirs) {
        return false;
    }
    let digits = |name: &[char]| name.iter().filter(|found| found.is_ascii_digit()).collect::<String>();
    let (one_text, other_text): (String, String) = (one.iter().collect(), other.iter().collect());
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let another_word = mine.len() > 1 && theirs.len() > 1 && !mine.iter().any(|found| theirs.contains(found));
    if ascii {
        return false;
    }
    digits(one) != digits(other)
        || another_word
        || WORDS.iter().any(|words| has(&one_text, words) != has(&other_text, words))
}

/// How many characters have to be changed, put in or left out.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (line, found) in other.iter().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, wanted) in row.iter_mut().skip(1).zip(one) {
            let changed = diagonal + usize::from(wanted != found);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}
