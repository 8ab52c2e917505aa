//! Sentences and short phrases, Chinese and English, from the same facts as the wire form.
//!
//! A text decides nothing: it reads outcome, value, bound and changes from a [`Row`], and prints as many digits as it takes
//! to look like what was decided. The habits and the words for changes are in the chapter
//! [`sentences`](crate::docs::sentences).

mod asks;
mod change;
mod event;
mod figure;
mod notes;
mod sentence;
mod small;
mod standing;
mod units;
mod warning;

use alloc::string::String;
use alloc::vec::Vec;

use crate::ahead::Warning;
use crate::judge::Role;
use crate::plan::Better;
use crate::report::{Report, Row, RowText};
use crate::values::{Number, Ratio, Unit, Value};

use figure::{telling, trimmed};

impl Row {
    /// The row in one sentence.
    ///
    /// ```
    /// use dabiao::{Catalogue, Evaluator, Language, Year, indicators::MATERNAL_MORTALITY_RATIO, values::cases};
    /// let catalogue = Catalogue::hangjin();
    /// let year = Year::literal(2024);
    /// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, cases(1).of(823)).in_area("150625")]);
    /// let report = Evaluator::new(&catalogue).report(data.area("150625")?, year)?;
    /// let sentence = report.row("women.health.g2.maternal-mortality-ratio")?.sentence(Language::Chinese);
    /// assert!(sentence.starts_with("孕产妇死亡率121.5067/10万（1/823），未达到"), "{sentence}");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        sentence(self, language)
    }
}

pub use small::small_numbers;

/// The language of a text.
///
/// Shown at [`sentence`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Language {
    /// Chinese.
    #[default]
    #[cfg_attr(feature = "serde", serde(rename = "zh"))]
    Chinese,
    /// English.
    #[cfg_attr(feature = "serde", serde(rename = "en"))]
    English,
}

/// How a change of a rate in /10万 is said.
///
/// Shown at [`TextStyle`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RateChange {
    /// In per cent of the earlier value, as national reports do: 14.3/10万，比2023年下降5.3%. From zero or to zero in the unit
    /// itself, for there is no per cent of nothing.
    #[default]
    Relative,
    /// In the unit itself, as counties do: 下降0.8/10万.
    Points,
}

/// How a text is written.
///
/// ```
/// use dabiao::{text::{RateChange, TextStyle}, Language};
/// let style = TextStyle::new(Language::English).rate_change(RateChange::Points).names(3);
/// assert_eq!(TextStyle::from(Language::Chinese), TextStyle::default());
/// # let _ = style;
/// ```
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Language, Year};
/// use dabiao::text::{self, RateChange, TextStyle};
/// let catalogue = Catalogue::hangjin();
/// let rows = [(2023, "15.1"), (2024, "14.3")]
///     .map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let report = Evaluator::new(&catalogue).report(&catalogue.data(rows), "", Year::literal(2024))?;
/// let style = TextStyle::new(Language::Chinese).rate_change(RateChange::Points);
/// assert!(text::sentence_with(&report.rows[3], style).contains("下降0.8/10万"));
/// assert!(text::standing_with(&report.rows[3], style).starts_with("孕产妇死亡率"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    language: Language,
    rate_change: RateChange,
    names: usize,
}

impl TextStyle {
    /// The habits of published reports in one language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, rate_change: RateChange::Relative, names: 5 }
    }

    /// How a change of a rate in /10万 is said.
    #[must_use]
    pub const fn rate_change(self, rate_change: RateChange) -> Self {
        Self { rate_change, ..self }
    }

    /// How many units are named before a list is cut, with the count of all of them; at least one.
    #[must_use]
    pub const fn names(self, names: usize) -> Self {
        Self { names, ..self }
    }
}

impl Default for TextStyle {
    fn default() -> Self {
        Self::new(Language::Chinese)
    }
}

impl From<Language> for TextStyle {
    fn from(language: Language) -> Self {
        Self::new(language)
    }
}

/// One row being told, with the digits that keep its numbers apart.
struct Words<'a> {
    row: &'a Row,
    style: TextStyle,
    digits: u32,
}

impl<'a> Words<'a> {
    /// The numbers of the verdict, and `more` that are printed beside them.
    fn beside(row: &'a Row, style: TextStyle, more: &[&Ratio]) -> Self {
        let assessment = row.assessment();
        let limits =
            [Some(row.indicator.floor), row.indicator.ceiling].map(|limit| limit.map(|end| end.to_ratio()));
        let mut numbers: Vec<&Ratio> = more.to_vec();
        numbers.extend(limits.iter().flatten());
        numbers.extend(&assessment.value);
        numbers.extend(assessment.bound.as_ref().map(|bound| &bound.limit));
        numbers.extend(row.judgement.baseline.as_ref().map(|baseline| &baseline.value));
        // What is printed as given has its own digits, and what equals it needs as many.
        let given = assessment.evidence.iter().map(|evidence| match evidence.value {
            Value::Number(number) if evidence.role == Role::Value => number.places(),
            _ => 0,
        });
        let least = given.chain(row.target.rule.number().map(Number::places)).fold(4, u32::max);
        Self { row, style, digits: telling(numbers, least) }
    }

    fn of(row: &'a Row, style: impl Into<TextStyle>) -> Self {
        Self::beside(row, style.into(), &[])
    }

    fn is_chinese(&self) -> bool {
        self.style.language == Language::Chinese
    }

    fn pick(&self, zh: String, en: String) -> String {
        if self.is_chinese() { zh } else { en }
    }

    fn say(&self, zh: &str, en: &str) -> String {
        if self.is_chinese() { zh.into() } else { en.into() }
    }

    fn name(&self) -> &'a str {
        if self.is_chinese() { &self.row.indicator.zh } else { &self.row.indicator.en }
    }

    /// A value beside the bound.
    fn amount(&self, value: &Ratio) -> String {
        with_unit(&trimmed(value, self.digits), self.row.indicator.unit, self.style.language)
    }

    /// How far it is between two values; never zero where they differ.
    fn size(&self, difference: &Ratio) -> String {
        let size = difference.abs();
        let digits = telling([&size, &Ratio::zero()].into(), self.digits);
        with_unit(&trimmed(&size, digits), self.row.assessment().margin_unit, self.style.language)
    }

    /// Which way is better; none for what is only watched.
    fn better(&self) -> Option<Better> {
        let bound = self.row.assessment().bound.as_ref().map(|bound| bound.better);
        let judged = self.row.target.rule != crate::plan::Rule::Monitored;
        bound.or_else(|| judged.then(|| self.row.target.rule.better()))
    }

    fn comma(&self) -> &'static str {
        if self.is_chinese() { "，" } else { ", " }
    }
}

/// A number with its unit: `14.3/10万`, `95.9%`.
///
/// ```
/// use dabiao::{text, values::{Ratio, Unit}, Language};
/// let third = Ratio::new(100, 3).unwrap();
/// assert_eq!(text::amount(&third, Unit::Percent, Language::Chinese), "33.3333%");
/// // A value is never printed as the zero that it is not.
/// let tiny = Ratio::new(1, 1_000_000).unwrap();
/// assert_eq!(text::amount(&tiny, Unit::Percent, Language::Chinese), "0.000001%");
/// ```
#[must_use]
pub fn amount(value: &Ratio, unit: Unit, language: Language) -> String {
    let digits = telling([value, &Ratio::zero()].into(), 4);
    with_unit(&trimmed(value, digits), unit, language)
}

fn with_unit(number: &str, unit: Unit, language: Language) -> String {
    match (language, unit) {
        (_, Unit::Quotient) => number.into(),
        (Language::Chinese, _) => alloc::format!("{number}{}", unit.symbol()),
        (Language::English, Unit::Percent | Unit::PerMille) => alloc::format!("{number}{}", unit.symbol_en()),
        (Language::English, Unit::Count) => number.into(),
        // The name of the indicator says of what.
        (Language::English, Unit::SchoolYears) => alloc::format!("{number} {}", plural(number, "years")),
        (Language::English, _) => alloc::format!("{number} {}", plural(number, unit.symbol_en())),
    }
}

/// A noun beside a number: one percentage point, two percentage points.
fn plural(number: &str, nouns: &'static str) -> &'static str {
    let one = match nouns {
        "percentage points" => "percentage point",
        "per mille points" => "per mille point",
        "points" => "point",
        "persons" => "person",
        "years" => "year",
        "months" => "month",
        "minutes" => "minute",
        "hours a day" => "hour a day",
        "class hours" => "class hour",
        other => other,
    };
    if number == "1" { one } else { nouns }
}

/// What a target asks, in a few signs: `≤12/10万`, `45%左右（容差1个百分点）`, `逐步提高`; with the bound of the year where the
/// clause prints none.
///
/// Shown at [`distance`].
#[must_use]
pub fn asks(row: &Row, language: Language) -> String {
    Words::of(row, language).asks()
}

/// The judged value as it was given, with its unit and, for counts, the counts.
///
/// Shown at [`distance`].
#[must_use]
pub fn value(row: &Row, language: Language) -> Option<String> {
    Words::of(row, language).value()
}

/// How far the value is from the bound, in words: `高于目标值2.3/10万`, `低于下限（44%）0.6个百分点`.
///
/// ```
/// use dabiao::{data::Status, indicators::MATERNAL_MORTALITY_RATIO, text, values::per_100k, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let row = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3")).status(Status::Provisional);
/// let report = Evaluator::new(&catalogue).report(&catalogue.data([row]), "", year)?;
/// let row = &report.rows[3];
/// assert_eq!(text::value(row, Language::Chinese).unwrap(), "14.3/10万");
/// assert_eq!(text::asks(row, Language::Chinese), "≤12/10万");
/// assert_eq!(text::distance(row, Language::Chinese).unwrap(), "高于目标值2.3/10万");
/// assert_eq!(text::notes(row, Language::English).len(), 1);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn distance(row: &Row, language: Language) -> Option<String> {
    Words::of(row, language).distance()
}

/// The change on the value before, in words: `比2023年提高0.2个百分点（好转）`. None where there is no earlier value; that
/// another definition held before is said.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Language, Year};
/// use dabiao::text::{self, RateChange, TextStyle};
/// let catalogue = Catalogue::hangjin();
/// let rows = [(2023, "15.1"), (2024, "14.3")]
///     .map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let data = catalogue.data(rows);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, Year::literal(2024))?;
/// let row = &report.rows[3];
/// assert_eq!(text::change(row, Language::Chinese).unwrap(), "比2023年下降5.3%（好转）");
/// let points = TextStyle::new(Language::Chinese).rate_change(RateChange::Points);
/// assert_eq!(text::change(row, points).unwrap(), "比2023年下降0.8/10万（好转）");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn change(row: &Row, style: impl Into<TextStyle>) -> Option<String> {
    Words::of(row, style).change().map(|change| change.words)
}

/// The remarks beside a verdict.
///
/// Shown at [`distance`].
#[must_use]
pub fn notes(row: &Row, language: Language) -> Vec<String> {
    let words = Words::of(row, language);
    let mut notes = words.notes();
    notes.extend(words.units());
    notes
}

/// One sentence on the verdict: value, change, what was asked and whether it is met, and by how much.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, text, values::per_100k, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))]);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, year)?;
/// let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!(
///     text::sentence(row, Language::English),
///     "maternal mortality ratio 14.3 per 100,000: not met (≤12 per 100,000), 2.3 per 100,000 above the bound."
/// );
/// assert_eq!(
///     text::sentence(row, Language::Chinese),
///     "孕产妇死亡率14.3/10万，未达到“下降到12／10万以下”的目标（≤12/10万），高于目标值2.3/10万。"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn sentence(row: &Row, language: Language) -> String {
    sentence_with(row, TextStyle::new(language))
}

/// The same in another style.
///
/// Shown at [`TextStyle`].
#[must_use]
pub fn sentence_with(row: &Row, style: TextStyle) -> String {
    Words::of(row, style).sentence()
}

/// One sentence on where a target stands, with the numbers that make it.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, text, values::per_100k, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let values = [(2020, "16.9"), (2021, "16.1"), (2022, "15.7"), (2023, "15.1"), (2024, "14.3")];
/// let rows = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let data = catalogue.data(rows);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, Year::literal(2024))?;
/// let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!(
///     text::standing(row, Language::Chinese),
///     "孕产妇死亡率预期可达标：2024年14.3/10万，应达14.94/10万，领先0.64/10万；已完成53.1%，时间过去40%；此后每年需下降\
///      0.3833/10万，近年每年下降0.6/10万，照此到2030年为11.7698/10万，2030年可达标（≤12/10万）。"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn standing(row: &Row, language: Language) -> String {
    standing_with(row, TextStyle::new(language))
}

/// The same in another style.
///
/// Shown at [`TextStyle`].
#[must_use]
pub fn standing_with(row: &Row, style: TextStyle) -> String {
    standing::standing(row, style)
}

/// One sentence on a warning: severity, signal, its numbers, and what would clear it.
///
/// Shown among the [recipes](crate::docs::cookbook).
#[must_use]
pub fn warning(row: &Row, warning: &Warning, language: Language) -> String {
    warning::warning(row, warning, TextStyle::new(language))
}

/// Adds the sentences of one language to every row of a report, so that its wire form carries them.
///
/// ```
/// use dabiao::{text, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let mut report = Evaluator::new(&catalogue).report(catalogue.data([]).area_or_empty(""), Year::literal(2024))?;
/// text::add(&mut report, Language::Chinese);
/// assert!(report.rows[3].texts.zh.as_ref().unwrap().verdict.starts_with("孕产妇死亡率"));
/// # Ok::<(), dabiao::Error>(())
/// ```
pub fn add(report: &mut Report, language: Language) {
    for row in &mut report.rows {
        let text = RowText {
            asks: asks(row, language),
            verdict: sentence(row, language),
            standing: standing(row, language),
            warnings: row.judgement.warnings.iter().map(|found| warning(row, found, language)).collect(),
        };
        match language {
            Language::Chinese => row.texts.zh = Some(text),
            Language::English => row.texts.en = Some(text),
        }
    }
}
