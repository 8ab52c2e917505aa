//! Sentences and short phrases, Chinese and English, from the same facts as the wire form.
//!
//! A text decides nothing: it reads outcome, value, bound and changes from a [`Row`], and prints as many digits as it takes
//! to look like what was decided. The habits and the words for changes are in the chapter
//! [`sentences`](crate::docs::sentences).

mod asks;
mod bodies;
mod change;
mod event;
mod figure;
mod notes;
mod sentence;
mod small;
mod standing;
mod units;
mod warning;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::ahead::Warning;
use crate::judge::Role;
use crate::plan::{Better, Rule};
use crate::report::{Report, Row, RowText};
use crate::values::{Date, Number, Ratio, Unit, Value};

use figure::{decimals, padded, telling, trimmed};

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
    /// assert!(sentence.starts_with("孕产妇死亡率121.5/10万（1/823），尚未实现"), "{sentence}");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        sentence(self, language)
    }
}

pub use bodies::bodies;
pub use small::small_numbers;

/// The language of a text.
///
/// ```
/// use dabiao::Language;
/// assert_eq!(Language::default(), Language::Chinese);
/// ```
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
/// let data = catalogue.data(rows);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, Year::literal(2024))?;
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

/// The decimals of what was worked out: those of the printed bound and one more; where none is printed, those of the unit.
fn usual_digits(row: &Row) -> u32 {
    let printed = match row.target.rule {
        // Its number is a part of the base and no value.
        Rule::ChangedBy { .. } => None,
        rule => rule.number(),
    };
    match (printed, row.indicator.unit) {
        (Some(bound), _) => bound.places().saturating_add(1),
        (None, Unit::PerMille | Unit::Per1000 | Unit::Quotient | Unit::Years | Unit::SchoolYears) => 2,
        (None, _) => 1,
    }
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
        Self { row, style, digits: telling(numbers, usual_digits(row)) }
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

    /// The name as a sentence begins.
    fn subject_name(&self) -> String {
        if self.is_chinese() { self.name().into() } else { capital(self.name()) }
    }

    /// A value beside the bound: as it was given where it was, so that one number has one form.
    fn amount(&self, value: &Ratio) -> String {
        self.worded(&self.shown(value), self.row.indicator.unit)
    }

    fn shown(&self, value: &Ratio) -> String {
        self.given(value).map_or_else(|| trimmed(value, self.digits), |number| number.to_string())
    }

    /// A number of the indicator with its measure word where it has one (6所, 2.20张), else with its unit.
    fn worded(&self, number: &str, unit: Unit) -> String {
        let card = &self.row.indicator;
        let definition = card.definition.as_ref().filter(|_| unit == card.unit && card.gap.is_none());
        let word = definition.and_then(|definition| definition.measure_word.as_ref());
        let over = definition.and_then(|definition| definition.denominator.as_ref());
        match (word, unit, self.style.language) {
            (Some(word), Unit::Count | Unit::Persons | Unit::Per1000, Language::Chinese) => {
                alloc::format!("{number}{}", word.zh)
            }
            // Of one thing there are no names in the singular.
            (Some(word), Unit::Per1000, Language::English) if number != "1" && over.is_some() => {
                let over = over.map_or("", |over| &*over.en);
                alloc::format!("{number} {} per 1,000 {over}", word.en)
            }
            _ => with_unit(number, unit, self.style.language),
        }
    }

    /// The number that was given in the indicator's unit and is this value.
    fn given(&self, value: &Ratio) -> Option<Number> {
        let unit = self.row.indicator.unit;
        let bound = self.row.target.rule.number().filter(|bound| bound.to_ratio() == *value);
        let told =
            self.row.assessment().evidence.iter().filter(|told| told.unit == unit && told.gap.is_none());
        told.filter_map(|told| match told.value {
            Value::Number(number) => Some(number),
            _ => None,
        })
        .find(|number| number.to_ratio() == *value)
        .or(bound)
        .or_else(|| self.converted(value))
    }

    /// The judged value where it was given as a number in another unit: exact, if that takes few digits.
    fn converted(&self, value: &Ratio) -> Option<Number> {
        let assessment = self.row.assessment();
        let own = assessment.evidence.iter().find(|told| told.role == Role::Value && told.gap.is_none());
        let number = own.is_some_and(|told| matches!(told.value, Value::Number(_)));
        let judged = number && assessment.value.as_ref() == Some(value) && assessment.units.is_none();
        value.to_number().filter(|exact| judged && exact.places() <= 4)
    }

    /// How far it is from the value to the bound: exact where the value was given as a number.
    fn size(&self, difference: &Ratio, sides: [&Ratio; 2]) -> String {
        let given = self.row.assessment().value.as_ref().and_then(|value| self.given(value));
        let exact =
            difference.to_number().map(Number::places).filter(|places| given.is_some() && *places <= 4);
        self.sized(difference, exact.unwrap_or(0).max(self.digits), &sides.map(|side| self.shown(side)))
    }

    /// A difference in the unit of the margin.
    fn sized(&self, difference: &Ratio, least: u32, sides: &[String]) -> String {
        self.worded(&measured(difference, least, sides), self.row.assessment().margin_unit)
    }

    /// A day: 2022年8月9日, 2022-08-09.
    fn day(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        self.pick(alloc::format!("{year}年{month}月{day}日"), date.to_string())
    }

    /// The printed words of the clause, as they stand in a sentence.
    fn clause(&self) -> String {
        printed(&self.row.target.clause.words)
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

    fn semicolon(&self) -> &'static str {
        if self.is_chinese() { "；" } else { "; " }
    }
}

/// Printed words inside a sentence: full-width signs of print as they stand in running text, and inner quotation marks single.
fn printed(words: &str) -> String {
    words
        .chars()
        .map(|sign| match sign {
            '％' => '%',
            '／' => '/',
            '．' => '.',
            '“' => '‘',
            '”' => '’',
            other => other,
        })
        .collect()
}

/// The first letter as a capital.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
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

/// A difference with at least so many decimals; never zero where there is one. It has the decimals of the two numbers
/// printed beside it: 3.4 and 4.4 are 1.0 apart.
fn measured(difference: &Ratio, least: u32, sides: &[String]) -> String {
    let size = difference.abs();
    let digits = telling([&size, &Ratio::zero()].into(), least);
    let text = trimmed(&size, digits);
    let places = sides.iter().map(|side| decimals(side)).max().unwrap_or(0);
    // Zeros behind a rounded number would claim digits that it does not have.
    let exact = text.parse::<Number>().is_ok_and(|number| number.to_ratio() == size);
    padded(text, if exact { places } else { places.min(digits as usize) })
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

/// What a target asks, in a few signs: `≤12/10万`, `45%左右，容差1个百分点`, `逐步提高`; with the bound of the year where the
/// clause prints none.
#[must_use]
pub fn asks(row: &Row, language: Language) -> String {
    Words::of(row, language).asks()
}

/// The judged value as it was given, with its unit and, for counts, the counts.
#[must_use]
pub fn value(row: &Row, language: Language) -> Option<String> {
    Words::of(row, language).value()
}

/// A value of the row's indicator with the digits that its sentences give it, without the unit: for a column that names the
/// unit.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, text, values::per_100k, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.0"))]);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, year)?;
/// let row = &report.rows[3];
/// let value = row.assessment().value.as_ref().unwrap();
/// assert_eq!(text::number(row, value), "14.0");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn number(row: &Row, value: &Ratio) -> String {
    Words::of(row, Language::Chinese).shown(value)
}

/// How far the value is from the bound, in words: `比目标值高2.3/10万`, `比下限（44%）低0.6个百分点`.
///
/// ```
/// use dabiao::{data::Status, indicators::MATERNAL_MORTALITY_RATIO, text, values::per_100k, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let row = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3")).status(Status::Provisional);
/// let data = catalogue.data([row]);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, year)?;
/// let row = &report.rows[3];
/// assert_eq!(text::value(row, Language::Chinese).unwrap(), "14.3/10万");
/// assert_eq!(text::asks(row, Language::Chinese), "≤12/10万");
/// assert_eq!(text::distance(row, Language::Chinese).unwrap(), "比目标值高2.3/10万");
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
///     "Maternal mortality ratio: 14.3 per 100,000; target not yet met (≤12 per 100,000), 2.3 per 100,000 above the target value."
/// );
/// assert_eq!(
///     text::sentence(row, Language::Chinese),
///     "孕产妇死亡率14.3/10万，尚未实现“孕产妇死亡率下降到12/10万以下”的目标（≤12/10万），比目标值高2.3/10万。"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn sentence(row: &Row, language: Language) -> String {
    sentence_with(row, TextStyle::new(language))
}

/// The same in another style.
#[must_use]
pub fn sentence_with(row: &Row, style: TextStyle) -> String {
    Words::of(row, style).sentence()
}

/// The word of the standing; with 首次达到 in the year in which a kept bound is met for the first time after years in which it was
/// not.
///
/// ```
/// use dabiao::{indicators::WOMEN_AMONG_EMPLOYED, text, values::percent, Catalogue, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let rows = [(2021, "43.8"), (2022, "45.2"), (2023, "45.4")];
/// let data = catalogue.data(rows.map(|(year, value)| WOMEN_AMONG_EMPLOYED.observe(Year::literal(year), percent(value))));
/// let said = |year| {
///     let report = data.only_area()?.report(Year::literal(year))?;
///     let row = report.rows_of("W3-2").next().map(|row| text::standing_word(row, Language::Chinese));
///     Ok::<_, dabiao::Error>(row.unwrap_or_default())
/// };
/// assert_eq!([said(2021)?, said(2022)?, said(2023)?], ["未达标", "保持达标，首次达到", "保持达标"]);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn standing_word(row: &Row, language: Language) -> String {
    let standing = row.judgement.standing;
    let (word, first) = match language {
        Language::Chinese => (standing.zh(), "，首次达到"),
        Language::English => (standing.en(), ", met for the first time"),
    };
    let first = if standing::first_met(row) { first } else { "" };
    alloc::format!("{word}{first}")
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
///     "孕产妇死亡率预期可达标：2024年14.3/10万，序时进度为14.9/10万，领先0.6/10万；已完成53.1%，时间过去40%；此后每年需下降\
///      0.38/10万，近年每年下降0.6/10万，按逐年减弱的趋势推算2030年为11.8/10万，2030年可达标（≤12/10万）。"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn standing(row: &Row, language: Language) -> String {
    standing_with(row, TextStyle::new(language))
}

/// The same in another style.
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

/// The request for counts in a warning, where a miss that was reported without them may be chance; none where nothing is to be
/// asked for.
///
/// ```
/// use dabiao::{indicators::INFANT_MORTALITY_RATE, text, values::per_mille, Catalogue, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let rows = [(2020, "4"), (2021, "6")].map(|(year, value)| INFANT_MORTALITY_RATE.observe(Year::literal(year), per_mille(value)));
/// let data = catalogue.data(rows);
/// let report = data.only_area()?.report(Year::literal(2021))?;
/// let row = report.row("children.health.g3.infant-mortality-rate")?;
/// let asked = text::request_for_counts(row, &row.judgement.warnings[0], Language::Chinese);
/// assert_eq!(asked.as_deref(), Some("未报分子、分母，尚不能排除偶然，请补报"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn request_for_counts(row: &Row, warning: &Warning, language: Language) -> Option<String> {
    warning::asks_for_counts(row, warning, TextStyle::new(language))
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
