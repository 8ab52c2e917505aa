//! Where in a sheet the figures stand: long (one row for a figure) or wide (years as columns).

use dabiao::{
    Catalogue, Language, Roster,
    values::{AgeGroup, Period, Residence, Sex, Unit, cell},
};
use dabiao_tables::header::{Column, without_unit};
use dabiao_tables::rosters::{self, Builder};

use super::answers::{Answers, Question, Questions};
use super::book::{At, Sheet, Stored, address};
use super::counts;
use super::read::quoted;

/// A figure as it stands in the book: the texts around it, and the cells that hold it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    pub(crate) sheet: usize,
    /// The cell that is named in messages.
    pub(crate) at: At,
    /// The indicator's name as the book has it.
    pub(crate) name: String,
    pub(crate) texts: Texts,
    pub(crate) value: Option<At>,
    pub(crate) numerator: Option<At>,
    pub(crate) denominator: Option<At>,
}

/// The columns of a [`dabiao::Record`] that are plain text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    pub(crate) area: String,
    pub(crate) unit_kind: String,
    pub(crate) unit_id: String,
    pub(crate) residence: String,
    pub(crate) sex: String,
    pub(crate) age: String,
    pub(crate) period: String,
    pub(crate) unit: String,
    pub(crate) status: String,
    pub(crate) break_before: String,
    pub(crate) source: String,
}

/// What was found in a sheet besides figures; all of it is printed.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) entries: Vec<Entry>,
    /// Rows without figures: titles, headings, notes.
    pub(crate) headings: Vec<String>,
    /// Columns left out by their header or by an answer.
    pub(crate) left_out: Vec<String>,
    /// Cells that belong to no figure, with the reason.
    pub(crate) refused: Vec<(At, String)>,
    /// How the sheet was taken.
    pub(crate) kind: &'static str,
    /// Which bodies answer for an indicator, by its name in the book.
    pub(crate) owners: Vec<(String, Vec<String>)>,
}

/// A cell as a label: text, or a whole number such as a year.
pub(crate) fn label(cell: &Stored) -> String {
    match cell {
        Stored::Text(text) | Stored::Raised(text) | Stored::Date(text) | Stored::Error(text) => text.clone(),
        Stored::Number { digits, .. } => digits.clone(),
        Stored::Blank | Stored::Uncalculated | Stored::Logical(_) => String::new(),
    }
}

/// What a sub-header or a sub-item says: a part of the population, or one side of a quotient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Part {
    residence: String,
    sex: String,
    age: String,
    /// The kind and the name of a unit inside the area.
    unit: Option<(&'static str, String)>,
    role: Option<Column>,
}

fn part(text: &str) -> Option<Part> {
    let word: String = cell::folded(text).split_whitespace().collect();
    let role = match word.as_str() {
        "" | "合计" | "总计" | "全部" | "小计" | "全旗" | "数值" | "比率" | "率" | "值" | "total" => {
            Some(Part::default())
        }
        "分子" | "numerator" => Some(Part { role: Some(Column::Numerator), ..Part::default() }),
        "分母" | "denominator" => Some(Part { role: Some(Column::Denominator), ..Part::default() }),
        _ => None,
    };
    let residence =
        || word.parse::<Residence>().ok().map(|_| Part { residence: word.clone(), ..Part::default() });
    let sex = || word.parse::<Sex>().ok().map(|_| Part { sex: word.clone(), ..Part::default() });
    // A number alone may be anything, and 1-6月 is half a year.
    let aged = ["岁", "月龄", "个月内"].iter().any(|unit| word.contains(unit));
    let age = || {
        let read = word.parse::<AgeGroup>().ok().filter(|_| aged);
        read.map(|_| Part { age: word.clone(), ..Part::default() })
    };
    role.or_else(residence).or_else(sex).or_else(age)
}

/// A township by the word that its name ends with.
fn township(text: &str) -> Option<Part> {
    let name: String = cell::folded(text).split_whitespace().collect();
    let is_one = ["镇", "乡", "苏木", "街道", "街道办事处"].iter().any(|end| {
        name.strip_suffix(end).is_some_and(|rest| {
            (1..=12).contains(&rest.chars().count())
                && !rest.chars().any(|sign| sign.is_ascii_digit())
                && !["城", "乡", "村", "各", "每", "建制"].contains(&rest)
        })
    });
    is_one.then(|| Part { unit: Some(("township", name)), ..Part::default() })
}

/// One of two texts.
pub(super) const fn pick<'t>(language: Language, zh: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// Words beside a year that add nothing: `2024年实际值`.
const BESIDE_YEAR: [&str; 9] =
    ["实际完成值", "实际值", "完成值", "实际数", "实际", "完成", "数值", "全年", "值"];

fn period(text: &str) -> Option<String> {
    let text: String = cell::folded(text).trim().to_owned();
    let bare = BESIDE_YEAR.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(&text);
    match bare.trim().trim_end_matches(['(', '（']).parse::<Period>() {
        Ok(Period::Day(_)) | Err(_) => None,
        Ok(period) => Some(period.to_string()),
    }
}

/// What a sheet of rosters holds.
#[derive(Debug, Default)]
pub(crate) struct RosterSheet {
    pub(crate) rosters: Vec<Roster>,
    /// Cells that could not be read, with the reason.
    pub(crate) refused: Vec<(At, String)>,
    /// Rosters that are not used, for a row that was refused is missing from them.
    pub(crate) unused: Vec<String>,
}

/// A cell of a roster as text, or why it is none.
fn plain(cell: &Stored, language: Language) -> Result<String, &'static str> {
    let said = |zh, en| Err(pick(language, zh, en));
    match cell {
        Stored::Raised(_) => said(
            "文字中有上标或下标，请写成普通文字",
            "a part of the text is raised or lowered; write it plainly",
        ),
        Stored::Error(_) => said("单元格是错误值", "the cell is an error"),
        Stored::Uncalculated => said(
            "公式没有计算结果，请用表格软件重算并保存",
            "the formula has no value; calculate and save the book",
        ),
        Stored::Logical(_) => said("这里是逻辑值，应为文字", "a truth value stands for a text"),
        cell => Ok(label(cell)),
    }
}

/// Who should report, from a sheet with the columns 单位类别, 单位名称, 年份 and no indicator; `None` for any other sheet.
pub(crate) fn roster(catalogue: &Catalogue, sheet: &Sheet, language: Language) -> Option<RosterSheet> {
    let heading = |at: At| label(sheet.filled(at)).trim().to_owned();
    let columns = |row: u32| -> Vec<(Option<Column>, u32)> {
        (0..sheet.columns).map(|column| (Column::named(&heading((row, column))), column)).collect()
    };
    let (header, columns) = (0..sheet.rows).map(|row| (row, columns(row))).find(|(row, columns)| {
        let has = |wanted| columns.iter().any(|(column, _)| *column == Some(wanted));
        // Townships in rows, with indicators beside them, are figures.
        let figures = || {
            columns.iter().any(|(column, place)| {
                column.is_none() && catalogue.indicator(&without_unit(&heading((*row, *place))).0).is_ok()
            })
        };
        rosters::FORM.needed.iter().all(|column| has(*column)) && !has(Column::Indicator) && !figures()
    })?;
    let mut found = RosterSheet::default();
    let mut builder = Builder::new(catalogue);
    let known = |column: &Column| {
        matches!(column, Column::Ignored | Column::Remark) || rosters::FORM.known.contains(column)
    };
    for (place, (column, _)) in (0..).zip(&columns) {
        let written = heading((header, place));
        if !written.is_empty() && !column.as_ref().is_some_and(known) {
            builder.tear_all();
            let why = match language {
                Language::Chinese => format!("名录没有“{written}”这一列；请去掉，或改名为备注"),
                Language::English => {
                    format!("a roster has no column `{written}`; take it out, or call it 备注")
                }
            };
            found.refused.push(((header, place), why));
        }
    }
    for row in header + 1..sheet.rows {
        if (0..sheet.columns).all(|column| *sheet.cell((row, column)) == Stored::Blank) {
            continue;
        }
        let at = |wanted: Column| {
            let place = columns.iter().find(|(column, _)| *column == Some(wanted));
            place.map_or((row, 0), |(_, place)| (row, *place))
        };
        let stray = columns.iter().find(|(column, place)| {
            column.is_none()
                && heading((header, *place)).is_empty()
                && *sheet.cell((row, *place)) != Stored::Blank
        });
        if let Some((_, place)) = stray {
            builder.tear_all();
            let why = pick(language, "单元格上方没有表头", "the cell stands under no header");
            found.refused.push(((row, *place), why.to_owned()));
            continue;
        }
        let mut unreadable = Vec::new();
        let mut text = |wanted: Column| {
            if !columns.iter().any(|(column, _)| *column == Some(wanted)) {
                return String::new();
            }
            plain(sheet.filled(at(wanted)), language).unwrap_or_else(|why| {
                unreadable.push((at(wanted), why.to_owned()));
                String::new()
            })
        };
        let [area, kind, id, year, size] =
            [Column::Area, Column::UnitKind, Column::UnitId, Column::Period, Column::Size].map(&mut text);
        if !unreadable.is_empty() {
            builder.tear_all();
            found.refused.extend(unreadable);
            continue;
        }
        let texts = rosters::Texts { area: &area, kind: &kind, id: &id, year: &year, size: &size };
        if let Err(slips) = builder.add(texts) {
            let said = |(column, zh, en): rosters::Slip| {
                (at(column), if language == Language::Chinese { zh } else { en })
            };
            found.refused.extend(slips.into_iter().map(said));
        }
    }
    let (whole, incomplete) = builder.finish();
    found.rosters = whole;
    found.unused = (incomplete.iter().map(rosters::Incomplete::wrong))
        .map(|told| if language == Language::Chinese { told.zh } else { told.en })
        .collect();
    Some(found)
}

/// Reads the layout of a sheet; `None` where it is to be skipped or has to be asked for.
pub(crate) fn read(
    number: usize,
    sheet: &Sheet,
    catalogue: &Catalogue,
    answers: &Answers,
    language: Language,
    questions: &mut Questions,
) -> Option<Layout> {
    if answers.skips(&sheet.name) || sheet.rows == 0 {
        return None;
    }
    // Every table of the sheet: a row of headers, and the rows down to the next one.
    let mut tables: Vec<(u32, Kind, Headers)> = Vec::new();
    for row in 0..sheet.rows {
        let headers: Headers = (0..sheet.columns)
            .map(|column| {
                let text = label(sheet.filled((row, column)));
                (column, Column::named(&without_unit(&text).0), text)
            })
            .collect();
        let years_below =
            |column| (row + 1..sheet.rows).any(|row| period(&label(sheet.filled((row, column)))).is_some());
        let numbers_below = |column| {
            (row + 1..sheet.rows).any(|row| {
                let text = label(sheet.cell((row, column)));
                let number = matches!(sheet.cell((row, column)), Stored::Number { .. })
                    || cell::folded(text.trim()).parse::<cell::Cell>().is_ok();
                number && period(&text).is_none()
            })
        };
        if let Some(kind) = kind(&headers, catalogue, answers, years_below, numbers_below) {
            tables.push((row, kind, headers));
        }
    }
    if !tables.is_empty() {
        let ends: Vec<u32> = tables.iter().skip(1).map(|(row, ..)| *row).chain([sheet.rows]).collect();
        let mut whole = Layout::default();
        let mut start = 0;
        for ((row, kind, headers), end) in tables.into_iter().zip(ends) {
            let layout = Layout::default();
            let reader =
                Reader { number, sheet, catalogue, answers, questions, language, start, row, end, layout };
            start = end;
            whole.append(match kind {
                Kind::Long => reader.long(&headers),
                Kind::Wide => reader.wide(&headers),
                Kind::Down => reader.down(&headers),
                Kind::Places => reader.places(&headers),
                Kind::PlacesByYear => reader.places_by_year(&headers),
            });
        }
        return Some(whole);
    }
    let first = (0..sheet.rows)
        .flat_map(|row| (0..sheet.columns).map(move |column| (row, column)))
        .find(|at| *sheet.cell(*at) != Stored::Blank);
    questions.ask(Question {
        sheet: sheet.name.clone(),
        cells: first.map(address).into_iter().collect(),
        found: first.map(|at| label(sheet.cell(at))).unwrap_or_default(),
        question: pick(
            language,
            "没有找到表头（“指标”和“年份”两列，或“指标”一列、各年各一列，或“年份”一列、各指标各一列）；这张表要读吗？",
            "no row of headers was found (指标 with 年份, or 指标 with years as columns); is there anything to read?",
        )
        .into(),
        answers: vec![
            pick(language, "skip（不读）", "skip").into(),
            pick(language, "在表中补正表头", "correct the headers in the book").into(),
        ],
        settle: format!("[sheets] \"{}\" = \"skip\"", sheet.name),
    });
    None
}

/// A row of headers: place, column where the word is known, and the text.
type Headers = Vec<(u32, Option<Column>, String)>;

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A row for a figure.
    Long,
    /// Indicators down, years across.
    Wide,
    /// Years down, indicators across.
    Down,
    /// Areas or townships down, indicators across, all of one year.
    Places,
    /// Areas or townships down, years across, all of one indicator.
    PlacesByYear,
}

/// Whether a row is one of headers, and of which layout.
fn kind(
    headers: &[(u32, Option<Column>, String)],
    catalogue: &Catalogue,
    answers: &Answers,
    years_below: impl Fn(u32) -> bool,
    numbers_below: impl Fn(u32) -> bool,
) -> Option<Kind> {
    let has = |wanted: Column| headers.iter().any(|(_, found, _)| *found == Some(wanted));
    let is_known = |text: &str| {
        let name = without_unit(&known(catalogue, answers, text)).0;
        !name.is_empty() && (answers.indicators.contains_key(&name) || catalogue.indicator(&name).is_ok())
    };
    let years = || headers.iter().any(|(_, _, text)| period(text).is_some());
    let names = || headers.iter().any(|(_, column, text)| column.is_none() && is_known(text));
    // A row of figures of townships (甲指标, 苏木镇, 锡尼镇, 2024, 1) is no row of headers: the place comes first, and no number stands there.
    let place = headers
        .iter()
        .find(|(_, column, _)| matches!(column, Some(Column::Area | Column::UnitId)))
        .map(|(place, ..)| *place)
        .or_else(|| township_column(headers));
    let is_free = |(at, column, text): &(u32, Option<Column>, String)| {
        let number = cell::folded(text.trim()).parse::<dabiao::Number>().is_ok() && period(text).is_none();
        let name_before = column.is_none() && place.is_some_and(|place| *at < place) && is_known(text);
        !number && !name_before
    };
    let figures = |(at, column, _): &(u32, Option<Column>, String)| column.is_none() && numbers_below(*at);
    let places = place.is_some() && headers.iter().all(is_free) && headers.iter().any(figures);
    match (has(Column::Indicator), has(Column::Period)) {
        (true, true) => Some(Kind::Long),
        (true, false) if years() => Some(Kind::Wide),
        // 指标名称 above the years, and the indicators beside it: a table of years down that was turned.
        (true, false) => {
            let first = headers.iter().find(|(_, column, _)| *column == Some(Column::Indicator));
            (names() && first.is_some_and(|(place, ..)| years_below(*place))).then_some(Kind::Down)
        }
        (false, true) => names().then_some(Kind::Down),
        (false, false) if places && headers.iter().any(|header| figures(header) && is_known(&header.2)) => {
            Some(Kind::Places)
        }
        (false, false) if places && years() && !names() => Some(Kind::PlacesByYear),
        (false, false) => None,
    }
}

/// The column of townships, where its header says so and not 单位名称 with a kind beside it.
fn township_column(headers: &[(u32, Option<Column>, String)]) -> Option<u32> {
    headers
        .iter()
        .find(|(_, column, text)| column.is_none() && is_township_header(text))
        .map(|(place, ..)| *place)
}

fn is_township_header(text: &str) -> bool {
    let word: String = cell::folded(text).split_whitespace().collect();
    let word = word.strip_suffix("名称").unwrap_or(&word);
    matches!(
        word,
        "苏木镇" | "苏木乡镇" | "乡镇" | "镇" | "乡镇街道" | "镇街" | "街道乡镇" | "乡镇(街道)" | "镇(街道)"
    )
}

/// The one year that the titles above a table name.
fn year_in(text: &str) -> impl Iterator<Item = String> + '_ {
    let folded = cell::folded(text);
    let signs: Vec<char> = folded.chars().collect();
    let at = move |place: usize| signs.get(place).copied().unwrap_or(' ');
    let count = folded.chars().count();
    let years: Vec<String> = (0..count)
        .filter(|start| {
            let digits = (*start..start + 4).all(|place| at(place).is_ascii_digit());
            let bare = *start == 0 || !at(start - 1).is_ascii_digit();
            digits && bare && at(start + 4) == '年'
        })
        .map(|start| (start..start + 4).map(&at).collect())
        .collect();
    years.into_iter()
}

impl Layout {
    /// What a further table of the sheet holds.
    fn append(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.headings.extend(other.headings);
        self.left_out.extend(other.left_out);
        self.refused.extend(other.refused);
        self.owners.extend(other.owners);
        self.kind = match (self.kind, other.kind) {
            ("", kind) => kind,
            (kind, other) if kind == other => kind,
            _ => "mixed",
        };
    }
}

struct Reader<'a> {
    number: usize,
    sheet: &'a Sheet,
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    questions: &'a mut Questions,
    language: Language,
    /// The first row above the headers that belongs to the table.
    start: u32,
    /// The row of headers.
    row: u32,
    /// The row behind its last.
    end: u32,
    layout: Layout,
}

impl Reader<'_> {
    fn text(&self, at: At) -> String {
        label(self.sheet.cell(at)).trim().to_owned()
    }

    /// Whether anything stands in a column below the headers.
    fn holds(&self, column: u32, from: u32) -> bool {
        (from..self.end).any(|row| *self.sheet.cell((row, column)) != Stored::Blank)
    }

    /// The answer to what a column is.
    fn answer(&self, column: u32) -> Option<&str> {
        let letters: String = address((0, column)).trim_end_matches('1').to_owned();
        self.answers.columns.get(&format!("{}!{letters}", self.sheet.name)).map(String::as_str)
    }

    fn ask_column(&mut self, at: At, found: &str, question: &str, answers: &[&str]) {
        let letters: String = address((0, at.1)).trim_end_matches('1').to_owned();
        self.questions.ask(Question {
            sheet: self.sheet.name.clone(),
            cells: vec![address(at)],
            found: found.to_owned(),
            question: question.to_owned(),
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
            settle: format!(
                "[columns] \"{}!{letters}\" = \"{}\"",
                self.sheet.name,
                answers.first().copied().unwrap_or("skip")
            ),
        });
    }

    fn leave_out(&mut self, at: At, text: &str) {
        self.layout.left_out.push(format!("{}!{} `{}`", self.sheet.name, address(at), text.trim()));
    }

    /// 单位：％ above the headers holds for the sheet.
    fn unit_of_sheet(&self) -> String {
        let above =
            (self.start..self.row).flat_map(|row| (0..self.sheet.columns).map(move |column| (row, column)));
        let mut units = above.filter_map(|at| {
            let text = cell::folded(&self.text(at));
            let unit =
                text.strip_prefix("单位:").or_else(|| text.strip_prefix("(单位:")?.strip_suffix(')'))?;
            Unit::read(unit).ok().map(|_| unit.trim().to_owned())
        });
        units.next().unwrap_or_default()
    }

    fn titles(&mut self) {
        // Below an earlier table its reader has named them.
        for row in if self.start == 0 { 0..self.row } else { 0..0 } {
            self.heading(row);
        }
    }

    /// Names a row without figures.
    fn heading(&mut self, row: u32) {
        let texts = (0..self.sheet.columns).map(|column| self.text((row, column)));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if !texts.is_empty() {
            self.layout.headings.push(format!("{}!{} `{}`", self.sheet.name, row + 1, texts.join(" ")));
        }
    }

    /// Takes down which bodies answer for the indicator of a row.
    fn own(&mut self, name: &str, row: u32, column: u32) {
        let written = label(self.sheet.filled((row, column)));
        let bodies = written.split(['、', '，', ',', '；', ';', '\n']).map(str::trim);
        let bodies: Vec<String> = bodies.filter(|body| !body.is_empty()).map(str::to_owned).collect();
        if !bodies.is_empty()
            && !name.is_empty()
            && !self.layout.owners.iter().any(|(known, _)| known == name)
        {
            self.layout.owners.push((name.to_owned(), bodies));
        }
    }

    /// Asks what the titles of a sheet leave open about all its figures.
    fn ask_sheet(&mut self, question: &str, answers: &[&str]) {
        let first = answers.first().copied().unwrap_or("skip");
        self.questions.ask(Question {
            sheet: self.sheet.name.clone(),
            cells: vec![address((self.row, 0))],
            found: (self.start..self.row)
                .map(|row| self.text((row, 0)))
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
            question: question.to_owned(),
            answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
            settle: format!("[sheets] {} = {}", quoted(&self.sheet.name), quoted(first)),
        });
    }

    fn titles_above(&self) -> Vec<String> {
        let cells =
            (self.start..self.row).flat_map(|row| (0..self.sheet.columns).map(move |column| (row, column)));
        cells.map(|at| self.text(at)).filter(|text| !text.is_empty()).collect()
    }

    /// Areas or townships down, indicators across: the year stands in the titles, or is asked for.
    fn places(mut self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        let answer = self.answers.sheets.get(&self.sheet.name).and_then(|answer| period(answer));
        let mut years: Vec<String> = self.titles_above().iter().flat_map(|title| year_in(title)).collect();
        years.sort();
        years.dedup();
        match (answer, years.as_slice()) {
            (Some(year), _) => self.down_of(headers, Some(year)),
            (None, [year]) => {
                let year = year.clone();
                let said = match self.language {
                    Language::Chinese => format!("{}：年份取自标题，{year}年", self.sheet.name),
                    Language::English => {
                        format!("{}: the year is that of the title, {year}", self.sheet.name)
                    }
                };
                self.layout.headings.push(said);
                self.down_of(headers, Some(year))
            }
            (None, years) => {
                let mut answers: Vec<&str> = years.iter().map(String::as_str).collect();
                if answers.is_empty() {
                    answers.push("2024");
                }
                answers.push("skip");
                let question = pick(
                    self.language,
                    "地区或苏木镇为行、指标为列，表头里没有年份；这是哪一年的数？",
                    "areas or townships down, indicators across, and no year in the headers; of which year are the figures?",
                );
                self.ask_sheet(question, &answers);
                self.layout
            }
        }
    }

    /// Areas or townships down, years across: the indicator stands in the titles, or is asked for.
    fn places_by_year(mut self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        let titles: Vec<String> = self.titles_above().iter().map(|title| cell::folded(title)).collect();
        let mut found: Vec<(String, usize)> = Vec::new();
        for card in self.catalogue.indicators() {
            let name = cell::folded(&card.zh);
            if titles.iter().any(|title| title.contains(&name)) {
                found.push((card.zh.to_string(), name.chars().count()));
            }
        }
        // 孕产妇死亡率 inside a longer name is not meant.
        let names: Vec<String> = found
            .iter()
            .filter(|(name, _)| {
                !found.iter().any(|(other, _)| other != name && other.contains(name.as_str()))
            })
            .map(|(name, _)| name.clone())
            .collect();
        let answer = self
            .answers
            .sheets
            .get(&self.sheet.name)
            .filter(|answer| self.catalogue.indicator(answer).is_ok());
        let name = match (answer, names.as_slice()) {
            (Some(answer), _) => answer.clone(),
            (None, [name]) => name.clone(),
            (None, names) => {
                let mut answers: Vec<&str> = names.iter().map(String::as_str).collect();
                answers.push("skip");
                let question = pick(
                    self.language,
                    "地区或苏木镇为行、年份为列，标题里没有唯一的指标名称；这是哪个指标的数？",
                    "areas or townships down, years across, and not one indicator in the titles; of which are the figures?",
                );
                self.ask_sheet(question, &answers);
                return self.layout;
            }
        };
        // （%） at the end of the title is the unit.
        let unit =
            self.titles_above().iter().map(|title| without_unit(title).1).find(|unit| !unit.is_empty());
        let said = match self.language {
            Language::Chinese => format!("{}：指标取自标题，{name}", self.sheet.name),
            Language::English => format!("{}: the indicator is that of the title, {name}", self.sheet.name),
        };
        self.layout.headings.push(said);
        self.wide_of(headers, Some((name, unit.unwrap_or_default())))
    }

    /// The kind and the name of the unit that a row is of; 合计 and 全旗 among townships are the area itself.
    fn unit_of(&self, row: u32, headers: &[(u32, Option<Column>, String)]) -> (String, String) {
        let filled = |wanted: Column| {
            let place = headers.iter().find(|(_, column, _)| *column == Some(wanted))?.0;
            Some(label(self.sheet.filled((row, place))).trim().to_owned())
        };
        match township_column(headers) {
            Some(place) => {
                let name = label(self.sheet.filled((row, place))).trim().to_owned();
                match part(&name) {
                    Some(_) => (String::new(), String::new()),
                    None => ("township".to_owned(), name),
                }
            }
            None => {
                (filled(Column::UnitKind).unwrap_or_default(), filled(Column::UnitId).unwrap_or_default())
            }
        }
    }

    /// Years down, indicators across: a row for a year, a column for an indicator.
    fn down(self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        self.down_of(headers, None)
    }

    fn down_of(mut self, headers: &[(u32, Option<Column>, String)], fixed: Option<String>) -> Layout {
        self.layout.kind = if fixed.is_some() { "places" } else { "down" };
        self.titles();
        let sheet_unit = self.unit_of_sheet();
        let place = |wanted: Column| {
            headers.iter().find(|(_, column, _)| *column == Some(wanted)).map(|(place, ..)| *place)
        };
        let beside = [Column::Period, Column::Indicator, Column::Area, Column::UnitId];
        let Some(years) = beside.into_iter().find_map(place).or_else(|| township_column(headers)) else {
            return self.layout;
        };
        // A row of units may stand between the headers and the first year.
        let is_unit = |text: &str| dabiao::values::Unit::read(text).is_ok();
        let below = |place: u32| cell::folded(&self.text((self.row + 1, place)));
        let bare = |text: &str| text.trim_matches(['(', ')']).to_owned();
        let beside_units = self.text((self.row + 1, years));
        let units = self.row + 1 < self.end
            && (beside_units.is_empty() || Column::named(&beside_units) == Some(Column::Unit))
            && headers.iter().any(|(place, ..)| is_unit(&bare(&below(*place))));
        let mut columns: Vec<(u32, String, String)> = Vec::new();
        let mut left_out: Vec<(At, String)> = Vec::new();
        for (place, column, text) in headers {
            let skipped = self.answer(*place) == Some("skip");
            match column {
                _ if text.trim().is_empty() && !self.holds(*place, self.row + 1) => {}
                None if is_township_header(text) => {}
                Some(Column::Ignored | Column::Remark) => left_out.push(((self.row, *place), text.clone())),
                Some(_) => {}
                None if skipped => left_out.push(((self.row, *place), text.clone())),
                None => {
                    let (name, unit) = without_unit(&known(self.catalogue, self.answers, text));
                    let under = if units { bare(&below(*place)) } else { String::new() };
                    let unit = [unit, under, sheet_unit.clone()].into_iter().find(|unit| !unit.is_empty());
                    columns.push((*place, name, unit.unwrap_or_default()));
                }
            }
        }
        left_out.iter().for_each(|(at, text)| self.leave_out(*at, text));
        for row in self.row + 1 + u32::from(units)..self.end {
            let filled = |wanted: Column| {
                place(wanted)
                    .map(|column| label(self.sheet.filled((row, column))).trim().to_owned())
                    .unwrap_or_default()
            };
            let some = columns.iter().any(|(column, ..)| *self.sheet.cell((row, *column)) != Stored::Blank);
            let written = label(self.sheet.filled((row, years))).trim().to_owned();
            if is_owner(&written) {
                columns.iter().for_each(|(column, name, _)| self.own(name, row, *column));
                continue;
            }
            let year = match &fixed {
                Some(year) => (!written.is_empty()).then(|| year.clone()),
                None => period(&written),
            };
            let Some(year) = year else {
                if Column::named(&written)
                    .is_some_and(|column| matches!(column, Column::Ignored | Column::Remark))
                {
                    self.leave_out((row, years), &written);
                } else if some {
                    let why = match fixed.is_some() {
                        true => {
                            pick(self.language, "这一行没有地区或单位的名称", "the row names no area or unit")
                        }
                        false => pick(self.language, "这一行没有年份", "the row has no year"),
                    };
                    let cells = columns.iter().map(|(column, ..)| (row, *column));
                    let cells = cells.filter(|at| *self.sheet.cell(*at) != Stored::Blank);
                    self.layout.refused.extend(cells.map(|at| (at, why.to_owned())));
                } else {
                    self.heading(row);
                }
                continue;
            };
            let beside = part(&filled(Column::Disaggregation)).unwrap_or_default();
            let or = |own: String, other: &str| if own.is_empty() { other.to_owned() } else { own };
            let (unit_kind, unit_id) = self.unit_of(row, headers);
            for (column, name, unit) in &columns {
                let at = (row, *column);
                self.layout.entries.push(Entry {
                    sheet: self.number,
                    at,
                    name: name.clone(),
                    texts: Texts {
                        area: filled(Column::Area),
                        unit_kind: unit_kind.clone(),
                        unit_id: unit_id.clone(),
                        residence: or(filled(Column::Residence), &beside.residence),
                        sex: or(filled(Column::Sex), &beside.sex),
                        age: or(filled(Column::Age), &beside.age),
                        period: year.clone(),
                        unit: unit.clone(),
                        status: filled(Column::Status),
                        break_before: filled(Column::Break),
                        source: filled(Column::Source),
                    },
                    value: (*self.sheet.cell(at) != Stored::Blank).then_some(at),
                    ..Entry::default()
                });
            }
        }
        self.layout
    }

    fn long(mut self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        self.layout.kind = "long";
        self.titles();
        let sheet_unit = self.unit_of_sheet();
        let mut columns: Vec<(u32, Column)> = Vec::new();
        let mut header_unit = String::new();
        let owner = owner_column(headers);
        for (place, column, text) in headers {
            match (column, self.answer(*place)) {
                (_, None) if is_owner(text) => {}
                (None, None) if is_township_header(text) => {}
                (_, Some("skip")) | (Some(Column::Ignored | Column::Remark), _) => {
                    self.leave_out((self.row, *place), text)
                }
                (Some(column), _) if columns.iter().any(|(_, earlier)| earlier == column) => {
                    self.ask_column(
                        (self.row, *place),
                        text,
                        pick(
                            self.language,
                            "同类的列有两个；这一列是什么？",
                            "a second column of this kind; which is it?",
                        ),
                        &["skip"],
                    );
                }
                (Some(column), _) => {
                    if *column == Column::Value {
                        header_unit = without_unit(text).1;
                    }
                    columns.push((*place, *column));
                }
                (None, _) if !self.holds(*place, self.row + 1) => {}
                (None, _) => self.ask_column(
                    (self.row, *place),
                    text,
                    pick(
                        self.language,
                        "这一列是什么？请在表中改用通用的表头，或答 skip 不读",
                        "what does this column hold? Rename its header to one that is known, or leave it out",
                    ),
                    &["skip"],
                ),
            }
        }
        let place =
            |wanted: Column| columns.iter().find(|(_, column)| *column == wanted).map(|(place, _)| *place);
        for row in self.row + 1..self.end {
            if let Some((column, names)) = owner.zip(place(Column::Indicator)) {
                let name = without_unit(label(self.sheet.filled((row, names))).trim()).0;
                self.own(&name, row, column);
            }
            let text =
                |wanted: Column| place(wanted).map(|column| self.text((row, column))).unwrap_or_default();
            let filled = |wanted: Column| {
                place(wanted)
                    .map(|column| label(self.sheet.filled((row, column))).trim().to_owned())
                    .unwrap_or_default()
            };
            let standing = |wanted: Column| {
                let at = (row, place(wanted)?);
                (*self.sheet.cell(at) != Stored::Blank).then_some(at)
            };
            let (value, numerator, denominator) =
                (standing(Column::Value), standing(Column::Numerator), standing(Column::Denominator));
            let anything =
                columns.iter().any(|(column, _)| *self.sheet.cell((row, *column)) != Stored::Blank);
            if !anything {
                // Only in columns that are left out, if anywhere.
                continue;
            }
            let nothing = value.is_none() && numerator.is_none() && denominator.is_none();
            if nothing && text(Column::Period).is_empty() && text(Column::Status).is_empty() {
                self.heading(row);
                continue;
            }
            let (name, unit) = without_unit(&known(self.catalogue, self.answers, &filled(Column::Indicator)));
            let disaggregation = part(&text(Column::Disaggregation));
            let first =
                [unit, header_unit.clone(), sheet_unit.clone()].into_iter().find(|unit| !unit.is_empty());
            let given = text(Column::Unit);
            let main = value.or(numerator).or(place(Column::Value).map(|column| (row, column)));
            let at = main.unwrap_or((row, 0));
            let Some(disaggregation) = disaggregation else {
                let word = text(Column::Disaggregation);
                let why = match self.language {
                    Language::Chinese => {
                        format!("“{word}”不是分组；请写城镇、农村、女、男、年龄组（0—6岁）或合计")
                    }
                    Language::English => {
                        format!(
                            "`{word}` names no part of the population; write 城镇, 农村, 女, 男, an age group (0—6岁) or 合计"
                        )
                    }
                };
                self.layout.refused.push((at, why));
                continue;
            };
            let or = |own: String, other: String| if own.is_empty() { other } else { own };
            let (unit_kind, unit_id) = self.unit_of(row, headers);
            self.layout.entries.push(Entry {
                sheet: self.number,
                at,
                name,
                texts: Texts {
                    area: filled(Column::Area),
                    unit_kind,
                    unit_id,
                    residence: or(text(Column::Residence), disaggregation.residence),
                    sex: or(text(Column::Sex), disaggregation.sex),
                    age: or(text(Column::Age), disaggregation.age),
                    period: filled(Column::Period),
                    unit: or(given, first.unwrap_or_default()),
                    status: text(Column::Status),
                    break_before: text(Column::Break),
                    source: text(Column::Source),
                },
                value,
                numerator,
                denominator,
            });
        }
        self.layout
    }

    /// The columns of figures: place, period, and what the header below says.
    fn figures(
        &mut self,
        headers: &[(u32, Option<Column>, String)],
        second: bool,
    ) -> Vec<(u32, String, Part)> {
        let from = self.row + 1 + u32::from(second);
        let mut figures = Vec::new();
        for (place, column, text) in headers {
            let (place, at) = (*place, (self.row, *place));
            let below = if second { self.text((self.row + 1, place)) } else { String::new() };
            match (column, period(text), self.answer(place).map(str::to_owned)) {
                (_, _, Some(answer)) if answer == "skip" => self.leave_out(at, &format!("{text} {below}")),
                (_, _, Some(answer)) => {
                    let (year, word) = answer.split_once(' ').unwrap_or((&answer, ""));
                    match (period(year), part(word)) {
                        (Some(year), Some(part)) => figures.push((place, year, part)),
                        _ => self.ask_column(
                            at,
                            text,
                            &match self.language {
                                Language::Chinese => format!("答案“{answer}”不是年份加城镇、农村、男、女"),
                                Language::English => {
                                    format!("the answer `{answer}` is no year with a part of the population")
                                }
                            },
                            &["2023 城镇", "2023", "skip"],
                        ),
                    }
                }
                _ if is_owner(text) => {}
                (None, None, None) if is_township_header(text) => {}
                (Some(Column::Ignored | Column::Remark), ..) => self.leave_out(at, text),
                (Some(_), ..) => {}
                (None, Some(year), None) => match part(&below) {
                    Some(part) => figures.push((place, year, part)),
                    None => {
                        let example = format!("{year} 城镇");
                        let question = pick(
                            self.language,
                            "年份下面的这个表头是什么意思？",
                            "what does the header below the year mean?",
                        );
                        self.ask_column((self.row + 1, place), &below, question, &[&example, &year, "skip"]);
                    }
                },
                (None, None, None)
                    if text.trim().is_empty() && below.is_empty() && !self.holds(place, from) => {}
                (None, None, None) if text.trim().is_empty() => self.ask_column(
                    at,
                    &below,
                    pick(
                        self.language,
                        "上方没有年份，也没有与年份合并；这是哪一年？",
                        "no year stands above, and the cells are not merged with one; which year is it?",
                    ),
                    &["2023 城镇", "2023", "skip"],
                ),
                (None, None, None) => {
                    self.ask_column(
                        at,
                        text,
                        pick(self.language, "这一列是某一年的数吗？", "is this column a year's figures?"),
                        &["skip", "2023", "2023 城镇"],
                    );
                }
            }
        }
        figures
    }

    fn wide(self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        self.wide_of(headers, None)
    }

    /// Indicators down, years across; where the indicator is fixed, the rows are areas or units.
    fn wide_of(
        mut self,
        headers: &[(u32, Option<Column>, String)],
        fixed: Option<(String, String)>,
    ) -> Layout {
        self.layout.kind = if fixed.is_some() { "places" } else { "wide" };
        self.titles();
        let sheet_unit = self.unit_of_sheet();
        let place = |wanted: Column| {
            headers.iter().find(|(_, column, _)| *column == Some(wanted)).map(|(place, ..)| *place)
        };
        let beside = [Column::Indicator, Column::Area, Column::UnitId];
        let Some(names) = beside.into_iter().find_map(place).or_else(|| township_column(headers)) else {
            return self.layout;
        };
        let owner = owner_column(headers);
        let spans =
            |place: u32| self.sheet.merge((self.row, place)).is_some_and(|(first, last)| last.1 > first.1);
        let second = *self.sheet.cell((self.row + 1, names)) == Stored::Blank
            && headers.iter().any(|(place, column, text)| {
                let below = self.text((self.row + 1, *place));
                let over = period(text).is_some() && spans(*place);
                column.is_none() && !below.is_empty() && (over || part(&below).is_some())
            });
        let figures = self.figures(headers, second);
        let (mut main, mut main_unit) = (String::new(), String::new());
        // Whether the last sub-item was none that is known: what is indented below it may belong to it.
        let mut stray = false;
        for row in self.row + 1 + u32::from(second)..self.end {
            let filled = |wanted: Column| {
                place(wanted)
                    .map(|column| label(self.sheet.filled((row, column))).trim().to_owned())
                    .unwrap_or_default()
            };
            let first = label(self.sheet.filled((row, names)));
            let written = match &fixed {
                Some((name, _)) if !first.trim().is_empty() => name.clone(),
                _ => first,
            };
            let some = figures.iter().any(|(column, ..)| *self.sheet.cell((row, *column)) != Stored::Blank);
            let sub = sub_item(&written, !main.is_empty());
            let (name, name_unit) = match &sub {
                Some(_) => (main.clone(), main_unit.clone()),
                None => match fixed.as_ref().filter(|(name, _)| *name == written) {
                    Some(fixed) => fixed.clone(),
                    None => without_unit(&known(self.catalogue, self.answers, &written)),
                },
            };
            let is_known =
                self.answers.indicators.contains_key(&name) || self.catalogue.indicator(&name).is_ok();
            let sub = sub.map(|sub| match sub {
                Ok(_) if stray && !names_itself(&written) => Err(written.trim().to_owned()),
                sub => sub,
            });
            match &sub {
                Some(sub) => stray = sub.is_err(),
                None if written.trim().is_empty() => {}
                None => (main, main_unit, stray) = (name.clone(), name_unit.clone(), false),
            }
            if !some && !is_known {
                self.heading(row);
                continue;
            }
            let beside = part(&filled(Column::Disaggregation));
            let (sub, beside) = match (sub.unwrap_or_else(|| Ok(Part::default())), beside) {
                (Ok(sub), Some(beside)) => (sub, beside),
                (sub, _) => {
                    let word = sub.err().unwrap_or_else(|| filled(Column::Disaggregation));
                    let why = match self.language {
                        Language::Chinese => format!(
                            "“{word}”不是分组；请写女、男、城镇、农村、年龄组（0—6岁）或苏木乡镇的名称，或另起一行写指标"
                        ),
                        Language::English => format!(
                            "`{word}` names no part of the population; write 女, 男, 城镇, 农村 or an age group (0—6岁), or give it a row of its own"
                        ),
                    };
                    let cells = figures.iter().map(|(column, ..)| (row, *column));
                    let cells = cells.filter(|at| *self.sheet.cell(*at) != Stored::Blank);
                    self.layout.refused.extend(cells.map(|at| (at, why.clone())));
                    continue;
                }
            };
            if let Some(column) = owner {
                self.own(&name, row, column);
            }
            let unit = [filled(Column::Unit), name_unit, sheet_unit.clone()];
            let unit = unit.into_iter().find(|unit| !unit.is_empty()).unwrap_or_default();
            let start = self.layout.entries.len();
            for (column, year, over) in &figures {
                let at = (row, *column);
                let one = |texts: [&String; 3]| {
                    texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
                };
                let residence = one([&over.residence, &sub.residence, &beside.residence]);
                let sex = one([&over.sex, &sub.sex, &beside.sex]);
                let age = one([&over.age, &sub.age, &beside.age]);
                let (unit_kind, unit_id) = match &sub.unit {
                    Some((kind, id)) => ((*kind).to_owned(), id.clone()),
                    None => self.unit_of(row, headers),
                };
                let same = |entry: &&mut Entry| {
                    entry.texts.period == *year
                        && entry.texts.unit_id == unit_id
                        && entry.texts.residence == residence
                        && entry.texts.sex == sex
                        && entry.texts.age == age
                };
                let entries = self.layout.entries.get_mut(start..).unwrap_or_default();
                let filled_at = (*self.sheet.cell(at) != Stored::Blank).then_some(at);
                let slot = |entry: &mut Entry| match over.role {
                    Some(Column::Numerator) => entry.numerator = filled_at,
                    Some(Column::Denominator) => entry.denominator = filled_at,
                    _ => entry.value = filled_at,
                };
                let taken = |entry: &Entry| match over.role {
                    Some(Column::Numerator) => entry.numerator.is_some(),
                    Some(Column::Denominator) => entry.denominator.is_some(),
                    _ => entry.value.is_some(),
                };
                match entries.iter_mut().find(same).filter(|entry| !taken(entry)) {
                    Some(entry) => slot(entry),
                    None => {
                        let mut entry = Entry {
                            sheet: self.number,
                            at,
                            name: name.clone(),
                            texts: Texts {
                                area: filled(Column::Area),
                                unit_kind: unit_kind.clone(),
                                unit_id: unit_id.clone(),
                                residence,
                                sex,
                                age,
                                period: year.clone(),
                                unit: unit.clone(),
                                status: filled(Column::Status),
                                break_before: filled(Column::Break),
                                source: filled(Column::Source),
                            },
                            ..Entry::default()
                        };
                        slot(&mut entry);
                        self.layout.entries.push(entry);
                    }
                }
            }
        }
        self.layout
    }
}

/// A sub-item of the row above: `其中：女`, `#女`, or an indented 女. What it says, or the word that says nothing known.
fn sub_item(written: &str, below: bool) -> Option<Result<Part, String>> {
    let folded = cell::folded(written);
    let trimmed = folded.trim();
    if let Some(word) = trimmed.strip_prefix("其中").or_else(|| trimmed.strip_prefix('#')) {
        let word = word.trim_start_matches(':').trim();
        let part = part(word).filter(|_| !word.is_empty()).or_else(|| township(word));
        return Some(part.ok_or_else(|| word.to_owned()));
    }
    let indented = folded.starts_with(char::is_whitespace);
    match part(trimmed) {
        Some(part) if indented && !trimmed.is_empty() => Some(Ok(part)),
        // The name of a township is no indicator's, indented or not.
        None if below => township(trimmed).map(Ok),
        _ => None,
    }
}

/// Whether a sub-item says 其中 itself, and is not only indented.
fn names_itself(written: &str) -> bool {
    written.trim().starts_with(['其', '#', '＃'])
}

/// The name without the number that stands before it (`1.`, `（三）`), where only that makes it one that is known.
fn known(catalogue: &Catalogue, answers: &Answers, written: &str) -> String {
    let is_known = |name: &str| {
        answers.indicators.contains_key(name)
            || catalogue.indicator(&without_unit(name).0).is_ok()
            || !counts::of(catalogue, &without_unit(name).0).is_empty()
    };
    let plain = written.trim();
    if is_known(plain) {
        return plain.to_owned();
    }
    // A line may be broken inside a name.
    let tight: String = plain.split_whitespace().collect();
    if is_known(&tight) {
        return tight;
    }
    let is_number = |found: char| found.is_ascii_digit() || "一二三四五六七八九十(（".contains(found);
    let is_end = |found: char| ".、．)） ".contains(found);
    // The number ends with a sign: 15岁以下 is not number 1 of 5岁以下.
    let mut behind = plain.char_indices().filter_map(|(place, found)| {
        let (before, rest) = plain.split_at_checked(place + found.len_utf8())?;
        let number =
            before.chars().all(|found| is_number(found) || is_end(found)) && before.ends_with(is_end);
        (number && is_known(rest.trim())).then(|| rest.trim().to_owned())
    });
    behind.next_back().unwrap_or_else(|| plain.to_owned())
}

/// Whether a header is that of the bodies that answer for an indicator.
fn is_owner(text: &str) -> bool {
    let word: String = cell::folded(text).split_whitespace().collect();
    matches!(word.as_str(), "责任单位" | "牵头单位" | "责任部门" | "牵头部门")
}

/// The column of the bodies that answer for an indicator.
fn owner_column(headers: &[(u32, Option<Column>, String)]) -> Option<u32> {
    headers.iter().find(|(_, _, text)| is_owner(text)).map(|(place, ..)| *place)
}
