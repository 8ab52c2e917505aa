//! What cannot be known from the book: asked for, and answered in a file or by a profile of its source.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dabiao::Language;
use dabiao::data::{Mark, Missing};
use dabiao_tables::{encoding, visible};
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook};
use serde::{Deserialize, Serialize};

use crate::File;

use super::book::{At, Book, address};
use super::format::times_hundred;
use super::layout::{label, pick};
use super::read::{AS_IN_CATALOGUE, quoted};

/// The key of an answer that holds for all sheets.
pub(super) const EVERYWHERE: &str = "*";

/// What is read although it is hidden, what is left out, and the figures of all of the area.
pub(super) const READ: &str = "read";
pub(super) const SKIP: &str = "skip";
pub(super) const WHOLE: &str = "whole";

/// What a mark means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Meaning {
    /// A reason why there is no value, or `below_unit`.
    Qualifier(String),
    /// More than nothing and less than this number.
    Below { below: String },
}

/// The answers to the questions; every table may be left out.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// A profile's name or file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) profile: Option<String>,
    /// `calculated`: a spreadsheet program has calculated and saved the book, so a 0 of a formula is a 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) formulas: Option<String>,
    /// Marks, in the whole book.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) marks: BTreeMap<String, Meaning>,
    /// Units, by the indicator's name in the book, by sheet or for all (`*`); `catalogue` for those of the catalogue.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) units: BTreeMap<String, String>,
    /// `fraction` (0.973 is 97.3％) or `as_shown`, by the indicator's name in the book, by column (`sheet!C`), by sheet or
    /// for all (`*`).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) scales: BTreeMap<String, String>,
    /// Indicators, by their name in the book: a name of the catalogue, or `skip`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) indicators: BTreeMap<String, String>,
    /// Single cells (`sheet!B7`): a value, or a reason why there is none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) cells: BTreeMap<String, String>,
    /// By sheet: `skip`, the year of its figures, or the indicator of its figures.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) sheets: BTreeMap<String, String>,
    /// What a column is (`sheet!D`): `skip`, or a year with a disaggregation: `2023 城镇`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) columns: BTreeMap<String, String>,
    /// Whose figures a sheet holds that names no area: an area, a township, or `whole`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) areas: BTreeMap<String, String>,
    /// Whether what a sheet hides is read or left out: `read` or `skip`, by sheet or for all (`*`).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) hidden: BTreeMap<String, String>,
    /// The same for what stands in pivot tables.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) pivots: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    marks: BTreeMap<String, Meaning>,
}

const PROFILES: &[(&str, &str)] = &[
    ("chengdu-1991", include_str!("../../profiles/chengdu-1991.toml")),
    ("china-1992", include_str!("../../profiles/china-1992.toml")),
    ("county", include_str!("../../profiles/county.toml")),
];

pub(crate) fn profile_names() -> String {
    PROFILES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn parsed<T: for<'de> Deserialize<'de>>(path: &str, text: &str) -> Result<T, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match path.ends_with(".json") {
        true => serde_json::from_str(text).map_err(|error| format!("{path}: {error}")),
        false => toml::from_str(text).map_err(|error| format!("{path}: {error}")),
    }
}

fn data<T: for<'de> Deserialize<'de>>(file: &File, language: Language) -> Result<T, String> {
    let text = encoding::decode_as(encoding::Kind::Text, &file.bytes)
        .map_err(|wrong| wrong.message(&file.name, language))?;
    parsed(&file.name, &text)
}

impl Answers {
    /// Answers from files, each adding to those before, and from a profile.
    ///
    /// # Errors
    /// A file that cannot be read, or an answer that is none.
    pub fn read(files: &[File], profile: Option<&str>, language: Language) -> Result<Self, String> {
        let mut answers = Self::default();
        for file in files {
            answers.add(match file.ending().as_deref() {
                Some("xlsx") => Self::of_form(file, language)?,
                _ => data(file, language)?,
            });
        }
        let profile = profile.map(str::to_owned).or_else(|| answers.profile.clone());
        if let Some(name) = profile {
            let built_in = PROFILES.iter().find(|(known, _)| *known == name);
            let profile: Profile = match built_in {
                Some((name, text)) => parsed(name, text)?,
                None if name.contains('.') => data(&File::open(&name, language)?, language)?,
                None => {
                    let known = profile_names();
                    return Err(match language {
                        Language::Chinese => {
                            format!("没有名为“{name}”的来源说明；现有 {known}，也可以给一个文件")
                        }
                        Language::English => {
                            format!("there is no profile `{name}`; there are {known}, or name a file")
                        }
                    });
                }
            };
            for (mark, meaning) in profile.marks {
                answers.marks.entry(mark).or_insert(meaning);
            }
        }
        answers.check()?;
        Ok(answers)
    }

    /// Whether a book is a workbook of questions, filled in or not.
    #[must_use]
    pub fn are_in(book: &Book) -> bool {
        let titles = [["问题", "答案"], ["Question", "Answer"]];
        book.sheets.first().is_some_and(|sheet| {
            let found = [ANSWER - 1, ANSWER].map(|column| label(sheet.cell((0, column))).trim().to_owned());
            titles.iter().any(|title| *title == found)
        })
    }

    /// The answers of a workbook of questions; questions without an answer stay open.
    fn of_form(file: &File, language: Language) -> Result<Self, String> {
        let mut all = serde_json::Map::new();
        for sheet in Book::read(file.clone(), language)?.sheets {
            let text = |row: u32, column: u32| label(sheet.cell((row, column))).trim().to_owned();
            for row in 1..sheet.rows {
                let [answer, title, key] = [ANSWER, TITLE, KEY].map(|column| text(row, column));
                let Some(answer) = spoken(&answer).filter(|_| !title.is_empty()) else { continue };
                let slot = match title.as_str() {
                    TOP => &mut all,
                    title => {
                        let table = all.entry(title).or_insert_with(|| serde_json::json!({}));
                        let Some(table) = table.as_object_mut() else { continue };
                        table
                    }
                };
                // A blank cell is asked about under no key.
                slot.insert(if key == NOTHING { String::new() } else { key }, answer);
            }
        }
        serde_json::from_value(all.into()).map_err(|error| format!("{}: {error}", file.name))
    }

    /// Takes what a further file answers; the later answer holds.
    fn add(&mut self, other: Self) {
        let Self { profile, formulas, marks, units, scales, indicators, cells, .. } = other;
        let Self { sheets, columns, areas, hidden, pivots, .. } = other;
        self.profile = profile.or(self.profile.take());
        self.formulas = formulas.or(self.formulas.take());
        self.marks.extend(marks);
        for (mine, theirs) in [
            (&mut self.units, units),
            (&mut self.scales, scales),
            (&mut self.indicators, indicators),
            (&mut self.cells, cells),
            (&mut self.sheets, sheets),
            (&mut self.columns, columns),
            (&mut self.areas, areas),
            (&mut self.hidden, hidden),
            (&mut self.pivots, pivots),
        ] {
            mine.extend(theirs);
        }
    }

    /// The answers as a file, to be kept and given again.
    ///
    /// # Errors
    /// Answers that cannot be written.
    pub fn to_toml(&self) -> Result<String, String> {
        toml::to_string(self).map_err(|error| error.to_string())
    }

    /// Whether a sheet is left out.
    pub(crate) fn skips(&self, sheet: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|answer| answer == "skip")
    }

    /// The answers in words, a line each, as the report shows them.
    pub(crate) fn told(&self, language: Language) -> Vec<String> {
        let mut lines = Vec::new();
        let mut say = |key: &str, answer: &str| {
            let key = if key.is_empty() { pick(language, "空格", "blank") } else { key };
            let shown = match (answer, language) {
                (SKIP, Language::Chinese) => "不用".to_owned(),
                (READ, Language::Chinese) => "照读".to_owned(),
                (WHOLE, Language::Chinese) => "全地区的数".to_owned(),
                ("fraction", Language::Chinese) => "小数，乘以100后为百分数".to_owned(),
                ("as_shown", Language::Chinese) => "就是百分数".to_owned(),
                (AS_IN_CATALOGUE, Language::Chinese) => "按目录的单位".to_owned(),
                (word, Language::Chinese) => {
                    reason(word).map_or_else(|| word.to_owned(), |why| why.zh().to_owned())
                }
                (word, Language::English) => word.to_owned(),
            };
            lines.push(match language {
                Language::Chinese => format!("“{key}”：{shown}"),
                Language::English => format!("`{key}`: {shown}"),
            });
        };
        for (mark, meaning) in &self.marks {
            match meaning {
                Meaning::Qualifier(word) => say(mark, word),
                Meaning::Below { below } => say(mark, &format!("0 < x < {below}")),
            }
        }
        let tables = [
            &self.indicators,
            &self.units,
            &self.scales,
            &self.cells,
            &self.sheets,
            &self.columns,
            &self.areas,
            &self.hidden,
            &self.pivots,
        ];
        tables.into_iter().flatten().for_each(|(key, answer)| say(key, answer));
        if self.formulas.is_some() {
            lines.push(
                pick(
                    language,
                    "公式得0的，就是0（表格软件计算过）",
                    "a 0 of a formula is 0: a program has calculated the book",
                )
                .to_owned(),
            );
        }
        lines
    }

    fn check(&self) -> Result<(), String> {
        for (mark, meaning) in &self.marks {
            match meaning {
                Meaning::Qualifier(word) if word == "below_unit" || reason(word).is_some() => {}
                Meaning::Qualifier(word) => {
                    return Err(format!("marks: `{mark}` = `{word}`: write one of {REASONS}"));
                }
                Meaning::Below { below } if below.parse::<dabiao::Number>().is_ok() => {}
                Meaning::Below { below } => return Err(format!("marks: `{mark}`: `{below}` is no number")),
            }
        }
        for (place, scale) in &self.scales {
            if !matches!(scale.as_str(), "fraction" | "as_shown") {
                return Err(format!("scales: `{place}` = `{scale}`: write fraction or as_shown"));
            }
        }
        for (title, table) in [("hidden", &self.hidden), ("pivots", &self.pivots)] {
            for (sheet, answer) in table {
                if !matches!(answer.as_str(), READ | SKIP) {
                    return Err(format!("{title}: `{sheet}` = `{answer}`: write {READ} or {SKIP}"));
                }
            }
        }
        match self.formulas.as_deref() {
            None | Some("calculated") => Ok(()),
            Some(other) => Err(format!("formulas = `{other}`: write calculated, or leave it out")),
        }
    }
}

pub(crate) const REASONS: &str = "not_applicable, not_collected, not_reported, suppressed, error";

/// The reason that a word stands for.
pub(crate) fn reason(word: &str) -> Option<Missing> {
    match word.parse() {
        Ok(Mark::Missing(why)) => Some(why),
        _ => None,
    }
}

/// The columns of a workbook of questions: the answer, and, hidden, where it belongs.
const ANSWER: u32 = 4;
const TITLE: u32 = 6;
const KEY: u32 = 7;
/// What stands for no title and for an empty key: a cell with nothing in it says neither.
pub(super) const TOP: &str = "-";
const NOTHING: &str = "(blank)";

/// An answer without the explanation behind it: `not_reported（未填报）`, `fraction (95.7%)`.
pub(super) fn spoken(answer: &str) -> Option<serde_json::Value> {
    if let Some(below) = answer.strip_prefix('{').and_then(|rest| rest.split('"').nth(1)) {
        return Some(serde_json::json!({ "below": below }));
    }
    let code = answer.split(['（', '(']).next().unwrap_or_default().trim();
    let is_code = !code.is_empty() && code.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
    let answer = if is_code { code } else { answer };
    (!answer.is_empty()).then(|| answer.into())
}

/// Something that the book does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The sheet.
    pub sheet: String,
    /// Every cell that it is about.
    pub cells: Vec<String>,
    /// What stands there.
    pub found: String,
    /// What has to be known.
    pub question: String,
    /// What may be answered.
    pub answers: Vec<String>,
    /// A line of the answers file, or an option, that settles it.
    pub settle: String,
    /// The number of the matter, from 1: several names or marks are one, and each has a row.
    pub matter: usize,
}

/// Figures of one indicator on one sheet that lack the same thing.
#[derive(Debug)]
struct Lacking {
    sheet: String,
    name: String,
    /// The unit of the catalogue.
    unit: String,
    cells: Vec<String>,
    least: String,
    greatest: String,
    /// Whether the file's kind hides the number formats.
    hidden: bool,
}

impl Lacking {
    fn add(&mut self, at: At, text: &str) {
        self.cells.push(address(at));
        let read = |text: &str| text.parse::<dabiao::Number>().ok();
        match (read(text), read(&self.least), read(&self.greatest)) {
            (Some(new), Some(least), _) if new < least => text.clone_into(&mut self.least),
            (Some(new), _, Some(greatest)) if new > greatest => text.clone_into(&mut self.greatest),
            _ => {}
        }
    }

    /// `最小0.931，最大0.953`, as it helps to tell a fraction from a percentage.
    fn range(&self, language: Language) -> String {
        match language {
            _ if self.least == self.greatest => self.least.clone(),
            Language::Chinese => format!("最小{}，最大{}", self.least, self.greatest),
            Language::English => format!("{} to {}", self.least, self.greatest),
        }
    }
}

/// Questions in the order in which they came up, one for each matter.
#[derive(Debug, Default)]
pub struct Questions {
    asked: Vec<Question>,
    /// Where a question stands, by the line that settles it, and a name by itself.
    known: HashMap<String, usize>,
    names: HashMap<String, usize>,
    /// The number of each matter.
    matters: HashMap<String, usize>,
    units: Vec<Lacking>,
    scales: Vec<Lacking>,
    /// Where a name of a sheet stands among those that lack a unit or a scale.
    lacking: [HashMap<(String, String), usize>; 2],
    /// Sheets on which percentages without a sign stand that can be no fractions.
    percent: BTreeSet<String>,
}

impl Questions {
    /// Asks, or adds the cell to the same question asked before.
    pub(crate) fn ask(&mut self, mut question: Question) {
        // The line that settles it says what it is about; a mark or a name is the same on every sheet.
        let title = question.title().to_owned();
        let everywhere = ["[marks]", "[indicators]"].contains(&title.as_str());
        let key = match everywhere {
            true => question.settle.clone(),
            false => format!("{}\n{}", question.sheet, question.settle),
        };
        if let Some(earlier) = self.known.get(&key).copied() {
            self.add(earlier, &question.sheet, question.cells);
            return;
        }
        // What is asked in the same way is one matter, answered row by row.
        let matter = match title.as_str() {
            "[marks]" | "[indicators]" | "[hidden]" | "[pivots]" | "[areas]" => title,
            "" => key.clone(),
            title => format!("{title}{}", question.question),
        };
        let next = self.matters.len() + 1;
        question.matter = *self.matters.entry(matter).or_insert(next);
        self.known.insert(key, self.asked.len());
        self.asked.push(question);
    }

    fn add(&mut self, place: usize, sheet: &str, cells: Vec<String>) {
        match self.asked.get_mut(place) {
            Some(earlier) if earlier.sheet == sheet => earlier.cells.extend(cells),
            Some(earlier) => earlier.cells.extend(cells.iter().map(|cell| format!("{sheet}!{cell}"))),
            None => {}
        }
    }

    /// Adds a cell to the question about a name that was asked about before; whether it was.
    pub(crate) fn name_again(&mut self, name: &str, sheet: &str, cells: &[String]) -> bool {
        let Some(place) = self.names.get(name).copied() else { return false };
        self.add(place, sheet, cells.to_vec());
        true
    }

    /// Asks about a name for the first time.
    pub(crate) fn ask_name(&mut self, name: &str, question: Question) {
        self.ask(question);
        self.names.insert(name.to_owned(), self.asked.len() - 1);
    }

    /// A figure without a unit; asked for with the others of its sheet.
    pub(crate) fn lacks_unit(&mut self, sheet: &str, name: &str, unit: &str, at: At, text: &str) {
        let [known, _] = &mut self.lacking;
        Self::lacks(&mut self.units, known, sheet, name, unit, at, text, false);
    }

    /// A percentage that may be stored as a fraction; asked for with the others of its sheet.
    pub(crate) fn lacks_scale(&mut self, sheet: &str, name: &str, at: At, text: &str, hidden: bool) {
        let [_, known] = &mut self.lacking;
        Self::lacks(&mut self.scales, known, sheet, name, "%", at, text, hidden);
    }

    /// A percentage without a sign that can be no fraction.
    pub(crate) fn shows_percent(&mut self, sheet: &str) {
        self.percent.insert(sheet.to_owned());
    }

    #[expect(clippy::too_many_arguments, reason = "two calls; a struct for it would be longer")]
    fn lacks(
        list: &mut Vec<Lacking>,
        known: &mut HashMap<(String, String), usize>,
        sheet: &str,
        name: &str,
        unit: &str,
        at: At,
        text: &str,
        hidden: bool,
    ) {
        let place = *known.entry((sheet.to_owned(), name.to_owned())).or_insert(list.len());
        match list.get_mut(place) {
            Some(earlier) => earlier.add(at, text),
            None => list.push(Lacking {
                sheet: sheet.to_owned(),
                name: name.to_owned(),
                unit: unit.to_owned(),
                cells: vec![address(at)],
                least: text.to_owned(),
                greatest: text.to_owned(),
                hidden,
            }),
        }
    }

    /// Asks what was put together: of a sheet once where its figures are alike, else of each indicator.
    pub(crate) fn close(&mut self, language: Language) {
        let (units, scales) = (std::mem::take(&mut self.units), std::mem::take(&mut self.scales));
        self.ask_units(&units, language);
        // Beside percentages that can be no fractions each is asked about by itself.
        let (mixed, alike): (Vec<Lacking>, Vec<Lacking>) =
            scales.into_iter().partition(|one| self.percent.contains(&one.sheet));
        self.ask_scales(&alike, language);
        mixed.chunks(1).for_each(|one| self.ask_scales(one, language));
        self.asked.sort_by_key(|question| question.matter);
    }

    /// How many matters are open: several names, or several marks, are one.
    #[must_use]
    pub fn many(&self) -> usize {
        self.matters.len()
    }

    /// The rows of each matter.
    fn rows(&self) -> impl Iterator<Item = &[Question]> {
        self.asked.chunk_by(|left, right| left.matter == right.matter)
    }

    /// What a matter of several rows is about, where they ask in several ways.
    fn heading(rows: &[Question], language: Language) -> String {
        let many = rows.len();
        let title = rows.first().map(Question::title).unwrap_or_default();
        match (title, language) {
            ("[indicators]", Language::Chinese) => format!("目录里没有这{many}个名称；各是哪个指标？"),
            ("[indicators]", Language::English) => {
                format!("the catalogue has no indicators of these {many} names; which are they?")
            }
            ("[marks]", Language::Chinese) => format!("这{many}种符号（或空格）各表示什么？"),
            ("[marks]", Language::English) => format!("what do these {many} marks (or blanks) mean?"),
            _ => rows.first().map(|row| row.question.clone()).unwrap_or_default(),
        }
    }

    /// The cells of a group, those of another sheet than the first with its name.
    fn cells(group: &[Lacking]) -> Vec<String> {
        let first = group.first().map(|one| one.sheet.as_str());
        let named = |one: &Lacking| {
            let prefix = if first == Some(&one.sheet) { String::new() } else { format!("{}!", one.sheet) };
            one.cells.iter().map(|cell| format!("{prefix}{cell}")).collect::<Vec<_>>()
        };
        group.iter().flat_map(named).collect()
    }

    /// The key under which a group is answered: the name of one, the sheet, or all sheets.
    fn key_of(group: &[Lacking]) -> &str {
        match group {
            [one] => &one.name,
            [first, rest @ ..] if rest.iter().all(|one| one.sheet == first.sheet) => &first.sheet,
            _ => EVERYWHERE,
        }
    }

    fn ask_units(&mut self, group: &[Lacking], language: Language) {
        let Some(first) = group.first() else { return };
        let said = |one: &Lacking| match language {
            Language::Chinese => format!("{}（{}）{}", one.name, one.unit, one.range(language)),
            Language::English => format!("{} ({}) {}", one.name, one.unit, one.range(language)),
        };
        let one_name = group.len() == 1;
        self.ask(Question {
            sheet: first.sheet.clone(),
            cells: Self::cells(group),
            found: group.iter().map(said).collect::<Vec<_>>().join(pick(language, "；", "; ")),
            question: match (language, one_name) {
                (Language::Chinese, true) => {
                    "这些数没有写单位，单元格和单位列都没有；是什么单位？括号里是目录的单位".to_owned()
                }
                (Language::Chinese, false) => format!(
                    "有{}项指标没有写单位；是不是都按目录的单位（括号里）？不是的，另在 [units] 下按指标名称写明",
                    group.len()
                ),
                (Language::English, true) => {
                    "in which unit are these numbers? Neither the cells nor a column say; in brackets stands that of the catalogue".to_owned()
                }
                (Language::English, false) => format!(
                    "{} indicators have no unit; are all in the unit of the catalogue, in brackets? Name those that are \
                     not under [units]",
                    group.len()
                ),
            },
            answers: match one_name {
                true => vec![first.unit.clone(), pick(language, "别的单位", "another unit").to_owned()],
                false => vec![
                    match language {
                        Language::Chinese => format!("{AS_IN_CATALOGUE}（都按目录的单位）"),
                        Language::English => AS_IN_CATALOGUE.to_owned(),
                    },
                    pick(language, "一个单位，如 %（都是这个单位）", "one unit for all, such as %").to_owned(),
                ],
            },
            settle: match one_name {
                true => format!("[units] {} = {}", quoted(&first.name), quoted(&first.unit)),
                false => format!("[units] {} = \"{AS_IN_CATALOGUE}\"", quoted(Self::key_of(group))),
            },
            matter: 0,
        });
    }

    fn ask_scales(&mut self, group: &[Lacking], language: Language) {
        let Some(first) = group.first() else { return };
        let said = |one: &Lacking| match language {
            Language::Chinese => format!("{}：{}", one.name, one.range(language)),
            Language::English => format!("{}: {}", one.name, one.range(language)),
        };
        let why = match (language, first.hidden) {
            (Language::Chinese, true) => "单位是%，这种文件读不出数字格式",
            (Language::Chinese, false) => "单位是%，数上没有百分号",
            (Language::English, true) => {
                "the unit is % and the number format cannot be read from this kind of file"
            }
            (Language::English, false) => "the unit is % and the numbers are shown without a sign",
        };
        let asked = pick(language, "这是小数还是百分数？", "fractions, or the percentages themselves?");
        let hundred = times_hundred(&first.greatest, 1);
        self.ask(Question {
            sheet: first.sheet.clone(),
            cells: Self::cells(group),
            found: group.iter().map(said).collect::<Vec<_>>().join(pick(language, "；", "; ")),
            question: match language {
                Language::Chinese => format!("{why}：{asked}"),
                Language::English => format!("{why}: {asked}"),
            },
            answers: match language {
                Language::Chinese => vec![
                    format!("fraction（小数：{}即{hundred}%）", first.greatest),
                    format!("as_shown（百分数：{}即{}%）", first.greatest, first.greatest),
                ],
                Language::English => vec![
                    format!("fraction ({} is {hundred}%)", first.greatest),
                    format!("as_shown ({} is {}%)", first.greatest, first.greatest),
                ],
            },
            settle: format!("[scales] {} = \"fraction\"", quoted(Self::key_of(group))),
            matter: 0,
        });
    }

    /// Every question.
    #[must_use]
    pub fn all(&self) -> &[Question] {
        &self.asked
    }

    /// The questions as they are read on a screen.
    #[must_use]
    pub fn print(&self, language: Language) -> String {
        let mut text = match language {
            Language::Chinese => {
                format!("有{}个问题待答；把答案写入一个文件，再用 --answers 指明\n", self.many())
            }
            Language::English => {
                let many = if self.many() == 1 { "" } else { "s" };
                format!("{} question{many}; answer in a file and name it with --answers\n", self.many())
            }
        };
        for rows in self.rows() {
            let alone = rows.len() == 1;
            let heading = Self::heading(rows, language);
            if let Some(first) = rows.first().filter(|_| !alone) {
                text += &format!("{}. {heading}\n", first.matter);
            }
            for (row, question) in (1..).zip(rows) {
                let Question { sheet, found, question: asked, settle, matter, .. } = question;
                let (cells, answers) = (question.places(language), question.answers.join(" | "));
                let number = if alone { format!("{matter}.") } else { format!("   {matter}-{row}") };
                let gap = if alone { "   " } else { "       " };
                let asked = match (alone || *asked != heading, language) {
                    (false, _) => String::new(),
                    (true, Language::Chinese) => format!("：{asked}"),
                    (true, Language::English) => format!(": {asked}"),
                };
                text += &match language {
                    Language::Chinese => format!(
                        "{number} {sheet}!{cells}：“{found}”{asked}\n{gap}可答：{answers}\n{gap}写法：{settle}\n"
                    ),
                    Language::English => format!(
                        "{number} {sheet}!{cells}: `{found}`{asked}\n{gap}answers: {answers}\n{gap}settle:  {settle}\n"
                    ),
                };
            }
        }
        text
    }

    /// The questions as a workbook to be answered in the column 答案, with the possible answers as a list to choose from.
    ///
    /// # Errors
    /// A workbook that cannot be made.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, String> {
        let said = |error: rust_xlsxwriter::XlsxError| error.to_string();
        let titles = match language {
            Language::Chinese => ["序号", "表和单元格", "表中内容", "问题", "答案", "可答"],
            Language::English => {
                ["No.", "Sheet and cells", "What stands there", "Question", "Answer", "Possible answers"]
            }
        };
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let base =
            || Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
        let (plain, head) = (base(), base().set_bold());
        let open = base().set_background_color(Color::RGB(0x00FF_F6E8));
        let widths = [6, 24, 24, 44, 30, 44];
        for ((column, title), width) in (0_u16..).zip(titles).zip(widths) {
            page.set_column_width(column, width).map_err(said)?;
            page.write_string_with_format(0, column, title, &head).map_err(said)?;
        }
        let numbered = self.rows().flat_map(|rows| {
            let alone = rows.len() == 1;
            (1..).zip(rows).map(move |(row, question)| match alone {
                true => (question.matter.to_string(), question),
                false => (format!("{}-{row}", question.matter), question),
            })
        });
        for (row, (number, question)) in (1_u32..).zip(numbered) {
            let places = format!("{}!{}", question.sheet, question.places(language));
            let texts = [number, places, question.found.clone(), question.question.clone()];
            for (column, text) in (0_u16..).zip(&texts) {
                page.write_string_with_format(row, column, visible(text).as_ref(), &plain).map_err(said)?;
            }
            page.write_blank(row, 4, &open).map_err(said)?;
            page.write_string_with_format(row, 5, question.answers.join("\n"), &plain).map_err(said)?;
            let Some((title, key)) = question.slot() else { continue };
            page.write_string(row, 6, title).map_err(said)?;
            page.write_string(row, 7, if key.is_empty() { NOTHING.to_owned() } else { key }).map_err(said)?;
            // Others may be written too; a list that Excel does not hold is left out, and stands beside.
            let list = DataValidation::new().allow_list_strings(&question.answers);
            if let Ok(list) = list {
                page.add_data_validation(row, 4, row, 4, &list.show_error_message(false)).map_err(said)?;
            }
        }
        page.set_column_hidden(6).map_err(said)?;
        page.set_column_hidden(7).map_err(said)?;
        page.set_freeze_panes(1, 0).map_err(said)?;
        book.save_to_buffer().map_err(said)
    }

    /// The questions as a file to be answered: every line that settles one stands ready behind a `#`.
    #[must_use]
    pub fn form(&self, language: Language) -> String {
        let mut text = String::from(match language {
            Language::Chinese => {
                "# 待答问题。逐条核对：去掉“写法”一行前的 # ，改成正确的答案，存盘，再运行一次，加上 --answers 和这个文件名。\n\
                 # 同一类的答案（如 [indicators]）写在同一个标题之下。\n"
            }
            Language::English => {
                "# Open questions. Take the # off the line that settles a question, correct it, save, and run again with --answers and\n\
                 # the name of this file. Answers of one kind (such as [indicators]) stand under one title.\n"
            }
        });
        let mut titles: Vec<&str> = Vec::new();
        for question in &self.asked {
            let title = question.title();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        // What stands under no title comes first, as the notation wants it.
        titles.sort_by_key(|title| !title.is_empty());
        for title in titles {
            if !title.is_empty() {
                text += &format!("\n{title}\n");
            }
            for question in self.asked.iter().filter(|question| question.title() == title) {
                let Question { sheet, found, question: asked, settle, .. } = question;
                let (cells, answers) = (question.places(language), question.answers.join(" | "));
                let line = settle.strip_prefix(title).unwrap_or(settle).trim();
                let one_line = |text: &str| text.replace(['\n', '\r'], " ");
                text += &one_line(&format!("# {sheet}!{cells} “{found}” {asked}"));
                text += "\n";
                text += &match language {
                    Language::Chinese => one_line(&format!("# 可答：{answers}")),
                    Language::English => one_line(&format!("# answers: {answers}")),
                };
                text += &format!("\n#{}\n", one_line(line));
            }
        }
        text
    }
}

impl Question {
    /// The title of the answers file under which the answer stands; empty where it stands under none.
    fn title(&self) -> &str {
        match self.settle.split_once(']') {
            Some((title, _)) if title.starts_with('[') => self.settle.get(..=title.len()).unwrap_or_default(),
            _ => "",
        }
    }

    /// The title and the key under which the answer stands.
    pub(super) fn slot(&self) -> Option<(String, String)> {
        let title = self.title();
        let line = self.settle.strip_prefix(title).unwrap_or(&self.settle);
        let table: toml::Table = toml::from_str(line.trim()).ok()?;
        let key = table.keys().next()?.clone();
        let title = title.trim_matches(['[', ']']);
        Some((if title.is_empty() { TOP.to_owned() } else { title.to_owned() }, key))
    }

    /// The cells that it is about, the first eight of them.
    #[must_use]
    pub fn places(&self, language: Language) -> String {
        let shown: Vec<&str> = self.cells.iter().take(8).map(String::as_str).collect();
        let more = match (self.cells.len().saturating_sub(shown.len()), language) {
            (0, _) => String::new(),
            (more, Language::Chinese) => format!(" 等{}处", more + shown.len()),
            (more, Language::English) => format!(" and {more} more"),
        };
        shown.join(" ") + &more
    }
}
