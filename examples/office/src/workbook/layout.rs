//! Where in a sheet the figures stand: long (one row for a figure) or wide (years as columns).

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use dabiao::{
    Catalogue, Language, Roster,
    plan::IndicatorCard,
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
    /// Whether a question is open about whose figure it is.
    pub(crate) open: bool,
    /// Whether it is one of a grid of years or indicators, where a blank need not mean that something should stand there.
    pub(crate) of_grid: bool,
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
    /// What stands above the tables.
    pub(crate) titles: Vec<String>,
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
        Stored::Text(text) | Stored::Date(text) | Stored::Error(text) => text.clone(),
        // What is raised beside a label is a note mark.
        Stored::Raised { text, base } => if base.trim().is_empty() { text } else { base }.clone(),
        Stored::Number { digits, .. } => digits.to_string(),
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

impl Part {
    /// What a header and the one below it say together; `None` where both say something of the same thing.
    fn with(self, below: Self) -> Option<Self> {
        let text = |one: String, other: String| match (one.is_empty(), other.is_empty()) {
            (true, _) => Some(other),
            (_, true) => Some(one),
            _ => None,
        };
        Some(Self {
            residence: text(self.residence, below.residence)?,
            sex: text(self.sex, below.sex)?,
            age: text(self.age, below.age)?,
            unit: match (self.unit, below.unit) {
                (Some(_), Some(_)) => return None,
                (one, other) => one.or(other),
            },
            role: match (self.role, below.role) {
                (Some(_), Some(_)) => return None,
                (one, other) => one.or(other),
            },
        })
    }
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

/// The name of a township, without blanks, if it is one.
pub(super) fn township_named(text: &str) -> Option<String> {
    township(text).and_then(|part| part.unit).map(|(_, name)| name)
}

/// A township by the word that its name ends with.
fn township(text: &str) -> Option<Part> {
    let name: String = cell::folded(text).split_whitespace().collect();
    let is_one = ["镇", "乡", "苏木", "街道", "街道办事处"].iter().any(|end| {
        name.strip_suffix(end).is_some_and(|rest| {
            (1..=12).contains(&rest.chars().count())
                && !rest.chars().any(|sign| sign.is_ascii_digit())
                && !rest.starts_with(['各', '每', '全', '本', '该'])
                && !["城", "乡", "村", "镇", "乡镇", "苏木", "苏木乡", "苏木镇", "建制", "农村", "嘎查"]
                    .contains(&rest)
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

/// Words beside a year, longer ones first, and what they say of the figures.
const BESIDE_YEAR: [(&str, Figures); 37] = [
    ("实际完成值", Figures::Final),
    ("实际完成", Figures::Final),
    ("初步统计数", Figures::Stated("provisional")),
    ("初步统计", Figures::Stated("provisional")),
    ("预计完成", Figures::Planned),
    ("计划完成", Figures::Planned),
    ("实际值", Figures::Final),
    ("完成值", Figures::Final),
    ("实际数", Figures::Final),
    ("年报数", Figures::Final),
    ("统计数", Figures::Final),
    ("监测值", Figures::Final),
    ("现状值", Figures::Final),
    ("基期值", Figures::Final),
    ("快报数", Figures::Stated("provisional")),
    ("初步数", Figures::Stated("provisional")),
    ("估计数", Figures::Stated("estimated")),
    ("预计数", Figures::Planned),
    ("预计值", Figures::Planned),
    ("预测数", Figures::Planned),
    ("预测值", Figures::Planned),
    ("计划数", Figures::Planned),
    ("目标值", Figures::Planned),
    ("实际", Figures::Final),
    ("完成", Figures::Final),
    ("数值", Figures::Final),
    ("全年", Figures::Final),
    ("年报", Figures::Final),
    ("基期", Figures::Final),
    ("快报", Figures::Stated("provisional")),
    ("初步", Figures::Stated("provisional")),
    ("估计", Figures::Stated("estimated")),
    ("预计", Figures::Planned),
    ("预测", Figures::Planned),
    ("计划", Figures::Planned),
    ("目标", Figures::Planned),
    ("值", Figures::Final),
];

/// What the words beside a year say of the figures below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figures {
    Final,
    /// The status that they have.
    Stated(&'static str),
    /// They are no observations.
    Planned,
}

/// What stands beside the year in a header, and the header without it: `2024（快报）`, `基期值（2020）`.
fn beside_year(text: &str) -> (String, Figures) {
    let folded = cell::folded(text);
    let mut bare: String = folded.chars().filter(|sign| !"()[]".contains(*sign)).collect();
    let mut says = Figures::Final;
    loop {
        bare = bare.trim().to_owned();
        let found = BESIDE_YEAR.iter().find_map(|(word, figures)| {
            let rest = bare.strip_suffix(word).or_else(|| bare.strip_prefix(word))?;
            Some((rest.to_owned(), *figures))
        });
        let Some((rest, figures)) = found else { return (bare, says) };
        if figures != Figures::Final && says != Figures::Planned {
            says = figures;
        }
        bare = rest;
    }
}

fn period(text: &str) -> Option<String> {
    match beside_year(text).0.parse::<Period>() {
        Ok(Period::Day(_)) | Err(_) => None,
        Ok(period) => Some(period.to_string()),
    }
}

/// The year of a date that stands for a year: a spreadsheet program may keep `2024年` as a day.
fn year_of_date(text: &str) -> Option<String> {
    match cell::folded(text.trim()).parse::<Period>() {
        Ok(Period::Day(_)) => text.trim().get(..4).map(str::to_owned),
        _ => None,
    }
}

/// Whether a header names figures that are no observations, with or without a year.
fn is_planned(text: &str) -> bool {
    let (bare, says) = beside_year(text);
    says == Figures::Planned && (bare.is_empty() || period(text).is_some())
}

/// How settled the figures below a header are, by the words beside its year.
fn status_of(text: &str) -> &'static str {
    match beside_year(text) {
        (bare, Figures::Stated(status)) if bare.is_empty() || period(text).is_some() => status,
        _ => "",
    }
}

/// How many years before the year of a report 本年 and 上年 are.
fn relative(text: &str) -> Option<i16> {
    match beside_year(text).0.as_str() {
        "本年" | "本年度" | "今年" | "当年" | "本期" | "报告期" => Some(0),
        "上年" | "上年度" | "去年" | "上年同期" | "上期" => Some(-1),
        _ => None,
    }
}

/// Whether a header names what is beside the figures: changes, ranks, judgements.
fn is_beside(text: &str) -> bool {
    let word: String = cell::folded(text).split_whitespace().collect();
    // 2024年完成情况 may be the figures of the year.
    if word.strip_suffix("完成情况").is_some_and(|year| period(year).is_some()) {
        return false;
    }
    let words = [
        "增减",
        "增幅",
        "增长",
        "比上年",
        "较上年",
        "同比",
        "环比",
        "排名",
        "位次",
        "差距",
        "是否达标",
        "达标情况",
        "完成情况",
        "评价",
        "趋势",
    ];
    words.iter().any(|beside| word.contains(beside))
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
        Stored::Raised { .. } => said(
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
    let rows = sheet.rows_with_text().into_iter().take(dabiao_tables::rows::MAX_TITLES);
    let (header, columns) = rows.map(|row| (row, columns(row))).find(|(row, columns)| {
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
    known: &Known<'_>,
    language: Language,
    questions: &mut Questions,
) -> Option<Layout> {
    let (catalogue, answers) = (known.catalogue, known.answers);
    if answers.skips(&sheet.name) || sheet.rows == 0 {
        return None;
    }
    // Every table of the sheet: a row of headers, and the rows down to the next one.
    let mut tables: Vec<Table> = Vec::new();
    let mut below = Below { sheet, years: BTreeMap::new(), numbers: BTreeMap::new() };
    for row in sheet.rows_with_text() {
        // A row of headers names the indicator, the year or the place; most rows do not.
        let names_one = (0..sheet.columns).any(|column| match sheet.filled((row, column)) {
            cell @ (Stored::Text(_) | Stored::Raised { .. }) => {
                let text = label(cell);
                let few = text.chars().count() <= MOST_OF_A_HEADER;
                few && (is_township_header(&text)
                    || matches!(
                        Column::named(&without_unit(&text).0),
                        Some(Column::Indicator | Column::Period | Column::Area | Column::UnitId)
                    ))
            }
            _ => false,
        });
        if !names_one {
            continue;
        }
        let headers: Headers = (0..sheet.columns)
            .map(|column| {
                let text = label(sheet.filled((row, column)));
                (column, Column::named(&without_unit(&text).0), text)
            })
            .collect();
        if let Some(kind) = kind(&headers, known, row, &mut below) {
            let parts = side_by_side(headers, kind);
            tables.extend(parts.into_iter().map(|headers| Table { row, kind, headers, above: Vec::new() }));
        } else if let Some(table) = two_rows(sheet, row, &headers) {
            tables.push(table);
        }
    }
    more_years(sheet, &mut tables);
    if !tables.is_empty() {
        let starts: Vec<u32> = tables.iter().map(|table| titles_from(sheet, known, table.first())).collect();
        let mut whole = Layout::default();
        for (table, start) in tables.iter().zip(&starts) {
            let end = starts.iter().copied().filter(|other| *other > table.row).min().unwrap_or(sheet.rows);
            let first = tables.iter().all(|other| other.first() >= table.first());
            let start = if first { 0 } else { *start };
            let Table { row, kind, headers, above } = table;
            let area = headers.iter().find(|(_, column, _)| *column == Some(Column::Area));
            let townships_in_area = area.is_some_and(|(place, ..)| {
                (row + 1..end).any(|row| township_named(&label(sheet.filled((row, *place)))).is_some())
            });
            let reader = Reader {
                number,
                sheet,
                catalogue,
                answers,
                known,
                questions,
                language,
                start,
                row: *row,
                end,
                above,
                townships_in_area,
                columns: (
                    headers.first().map_or(0, |(place, ..)| *place),
                    headers.last().map_or(0, |(place, ..)| *place),
                ),
                layout: Layout::default(),
            };
            whole.append(match kind {
                Kind::Long => reader.long(headers),
                Kind::Wide => reader.wide(headers),
                Kind::Down => reader.down(headers),
                Kind::Places => reader.places(headers),
                Kind::PlacesByYear => reader.places_by_year(headers),
            });
        }
        // Tables side by side have their titles in common.
        whole.headings.dedup();
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
        matter: 0,
    });
    None
}

/// A row of headers: place, column where the word is known, and the text.
type Headers = Vec<(u32, Option<Column>, String)>;

/// A table of a sheet.
struct Table {
    /// The row of headers; of two, the lower one.
    row: u32,
    kind: Kind,
    headers: Headers,
    /// What stands above the years, where these stand in the second row of headers.
    above: Vec<(u32, String)>,
}

impl Table {
    fn first(&self) -> u32 {
        if self.above.is_empty() { self.row } else { self.row.saturating_sub(1) }
    }
}

/// Headers over two rows, with the years in the second: `指标 | 城镇 | 农村` above `| 2023 | 2024`.
fn two_rows(sheet: &Sheet, row: u32, headers: &Headers) -> Option<Table> {
    let below = row + 1;
    let (names, ..) = headers.iter().find(|(_, column, _)| *column == Some(Column::Indicator))?;
    let text = |place: u32| label(sheet.cell((below, place))).trim().to_owned();
    if below >= sheet.rows || *sheet.cell((below, *names)) != Stored::Blank {
        return None;
    }
    let free = || headers.iter().filter(|(_, column, _)| column.is_none());
    let dated = |place: u32| period(&text(place)).is_some();
    let all = free().all(|(place, ..)| text(*place).is_empty() || dated(*place));
    if !all || !free().any(|(place, ..)| dated(*place)) {
        return None;
    }
    let above = free().map(|(place, _, text)| (*place, text.trim().to_owned())).collect();
    let headers = headers.iter().map(|(place, column, over)| match column {
        None => (*place, None, if dated(*place) { text(*place) } else { over.clone() }),
        Some(_) => (*place, *column, over.clone()),
    });
    Some(Table { row: below, kind: Kind::Wide, headers: headers.collect(), above })
}

/// Further rows of years below a wide table (续表) without headers of their own for the other columns.
fn more_years(sheet: &Sheet, tables: &mut Vec<Table>) {
    let mut found: Vec<Table> = Vec::new();
    let heads: Vec<u32> = tables.iter().map(Table::first).collect();
    for table in tables.iter().filter(|table| table.kind == Kind::Wide) {
        let end = heads.iter().copied().filter(|row| *row > table.row).min().unwrap_or(sheet.rows);
        let places: Vec<u32> = table
            .headers
            .iter()
            .filter(|(_, column, _)| column.is_none())
            .map(|(place, ..)| *place)
            .collect();
        let Some(first) = places.first().copied() else { continue };
        for row in table.row + 1..end {
            // A row of figures holds a number that is no year.
            let is_figure = |place: &u32| match sheet.cell((row, *place)) {
                Stored::Number { digits, .. } => digits.len() != 4,
                _ => false,
            };
            if places.iter().any(is_figure) {
                continue;
            }
            let text = |place: u32| label(sheet.cell((row, place))).trim().to_owned();
            if !places.iter().any(|place| period(&text(*place)).is_some())
                || !(0..first).all(|place| text(place).is_empty())
            {
                continue;
            }
            let dated = places.iter().filter(|place| period(&text(**place)).is_some()).count();
            let stray = places.iter().filter(|place| !text(**place).is_empty()).count();
            let others = table.headers.iter().filter(|(_, column, _)| column.is_some());
            if stray != dated || others.into_iter().any(|(place, ..)| !text(*place).is_empty()) {
                continue;
            }
            let headers = table.headers.iter().map(|(place, column, over)| match column {
                None => (*place, None, text(*place)),
                Some(_) => (*place, *column, over.clone()),
            });
            found.push(Table { row, kind: Kind::Wide, headers: headers.collect(), above: Vec::new() });
        }
    }
    tables.extend(found);
    tables.sort_by_key(|table| table.row);
}

/// Tables that stand side by side under one row of headers: each begins with the column that names its rows.
fn side_by_side(headers: Headers, kind: Kind) -> Vec<Headers> {
    let is_key = |(_, column, text): &(u32, Option<Column>, String)| match kind {
        Kind::Long | Kind::Wide => *column == Some(Column::Indicator),
        Kind::Down => *column == Some(Column::Period),
        Kind::Places | Kind::PlacesByYear => {
            matches!(column, Some(Column::Area | Column::UnitId))
                || (column.is_none() && is_township_header(text))
        }
    };
    let holds = |(_, column, text): &(u32, Option<Column>, String)| match kind {
        Kind::Long => matches!(column, Some(Column::Value | Column::Numerator)),
        Kind::Wide | Kind::PlacesByYear => column.is_none() && period(text).is_some(),
        Kind::Down | Kind::Places => column.is_none() && !text.trim().is_empty() && !is_township_header(text),
    };
    let mut groups: Vec<Headers> = vec![Vec::new()];
    for header in headers {
        let done = groups.last().is_some_and(|group| group.iter().any(is_key) && group.iter().any(holds));
        match groups.last_mut() {
            Some(group) if !(done && is_key(&header)) => group.push(header),
            _ => groups.push(vec![header]),
        }
    }
    // What comes last without figures belongs to the table before it.
    if groups.len() > 1
        && let Some(last) = groups.pop_if(|last| !last.iter().any(holds))
        && let Some(before) = groups.last_mut()
    {
        before.extend(last);
    }
    groups
}

/// Where the titles of a table begin: the rows above its headers with one text each that is no name of an indicator.
fn titles_from(sheet: &Sheet, known: &Known<'_>, row: u32) -> u32 {
    const MOST: u32 = 6;
    let is_title = |row: u32| {
        let mut filled =
            (0..sheet.columns).map(|column| sheet.cell((row, column))).filter(|cell| **cell != Stored::Blank);
        let texts: Vec<&Stored> = filled.by_ref().take(3).collect();
        let is_unit = |cell: &Stored| cell::folded(&label(cell)).contains("单位");
        match texts.as_slice() {
            [] => true,
            [Stored::Text(text)] => !known.is(text),
            [Stored::Text(text), unit] => !known.is(text) && is_unit(unit),
            _ => false,
        }
    };
    let above = (row.saturating_sub(MOST)..row).rev().take_while(|row| is_title(*row));
    above.last().unwrap_or(row)
}

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

/// How long a header may be that names what its column holds.
const MOST_OF_A_HEADER: usize = 40;

/// The last row of a column with a year, and the last with a number that is none, looked for once.
struct Below<'s> {
    sheet: &'s Sheet,
    years: BTreeMap<u32, Option<u32>>,
    numbers: BTreeMap<u32, Option<u32>>,
}

impl Below<'_> {
    fn years(&mut self, column: u32, row: u32) -> bool {
        let sheet = self.sheet;
        let last = self.years.entry(column).or_insert_with(|| {
            (0..sheet.rows).rev().find(|row| period(&label(sheet.filled((*row, column)))).is_some())
        });
        last.is_some_and(|last| last > row)
    }

    fn numbers(&mut self, column: u32, row: u32) -> bool {
        let sheet = self.sheet;
        let last = self.numbers.entry(column).or_insert_with(|| {
            (0..sheet.rows).rev().find(|row| {
                let text = label(sheet.cell((*row, column)));
                let number = matches!(sheet.cell((*row, column)), Stored::Number { .. })
                    || cell::folded(text.trim()).parse::<cell::Cell>().is_ok();
                number && period(&text).is_none()
            })
        });
        last.is_some_and(|last| last > row)
    }
}

/// Whether a row is one of headers, and of which layout.
fn kind(
    headers: &[(u32, Option<Column>, String)],
    known: &Known<'_>,
    row: u32,
    below: &mut Below<'_>,
) -> Option<Kind> {
    let has = |wanted: Column| headers.iter().any(|(_, found, _)| *found == Some(wanted));
    let is_known = |text: &str| known.is(text);
    let years = || {
        headers.iter().any(|(_, column, text)| {
            column.is_none() && (period(text).is_some() || year_of_date(text).is_some())
        })
    };
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
    let mut figures =
        |(at, column, _): &(u32, Option<Column>, String)| column.is_none() && below.numbers(*at, row);
    let places = place.is_some() && headers.iter().all(is_free) && headers.iter().any(&mut figures);
    let known_figures = places && headers.iter().any(|header| figures(header) && is_known(&header.2));
    match (has(Column::Indicator), has(Column::Period)) {
        (true, true) => Some(Kind::Long),
        (true, false) if years() => Some(Kind::Wide),
        // 本年 and 上年, or townships across: of the year that the title names.
        (true, false)
            if headers.iter().any(|(_, column, text)| {
                column.is_none() && (relative(text).is_some() || township(text).is_some())
            }) =>
        {
            Some(Kind::Wide)
        }
        (true, false) if has(Column::Value) => Some(Kind::Long),
        // 指标名称 above the years, and the indicators beside it: a table of years down that was turned.
        (true, false) => {
            let first = headers.iter().find(|(_, column, _)| *column == Some(Column::Indicator));
            (names() && first.is_some_and(|(place, ..)| below.years(*place, row))).then_some(Kind::Down)
        }
        (false, true) => names().then_some(Kind::Down),
        (false, false) if known_figures => Some(Kind::Places),
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

/// The years that a title names; the end of a span (2021—2030年) and the day of a report (2025年3月10日) are none of its figures.
fn year_in(text: &str) -> impl Iterator<Item = String> + '_ {
    let folded = cell::folded(text);
    let signs: Vec<char> = folded.chars().collect();
    let at = move |place: usize| signs.get(place).copied().unwrap_or(' ');
    let count = folded.chars().count();
    let years: Vec<String> = (0..count)
        .filter(|start| {
            let digits = (*start..start + 4).all(|place| at(place).is_ascii_digit());
            let before = start.checked_sub(1).map_or(' ', &at);
            let bare = !before.is_ascii_digit() && !"-–—~～至到".contains(before);
            let day = at(start + 5).is_ascii_digit();
            digits && bare && at(start + 4) == '年' && !day
        })
        .map(|start| (start..start + 4).map(&at).collect())
        .collect();
    years.into_iter()
}

/// The unit that `单位：％` says.
fn unit_said(folded: &str) -> Option<String> {
    let bare = folded.trim();
    let bare = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(bare);
    let unit = bare.strip_prefix("计量单位:").or_else(|| bare.strip_prefix("单位:"))?.trim();
    Unit::read(unit).ok().map(|_| unit.to_owned())
}

impl Layout {
    /// What a further table of the sheet holds.
    fn append(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.headings.extend(other.headings);
        self.titles.extend(other.titles);
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

struct Reader<'a, 'k> {
    number: usize,
    sheet: &'a Sheet,
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    known: &'a Known<'k>,
    questions: &'a mut Questions,
    language: Language,
    /// The first row above the headers that belongs to the table.
    start: u32,
    /// The row of headers.
    row: u32,
    /// The row behind its last.
    end: u32,
    /// What stands above the years, where these stand in the second row of headers.
    above: &'a [(u32, String)],
    /// Whether the column of areas holds townships.
    townships_in_area: bool,
    /// The first and the last column.
    columns: (u32, u32),
    layout: Layout,
}

impl Reader<'_, '_> {
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
            matter: 0,
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
            unit_said(&text)
        });
        units.next().unwrap_or_default()
    }

    /// 单位：‰ in a row between the figures holds for those below it.
    fn unit_of_row(&self, row: u32) -> Option<String> {
        (0..self.sheet.columns).find_map(|column| unit_said(&cell::folded(&self.text((row, column)))))
    }

    fn titles(&mut self) {
        self.layout.titles = self.titles_above();
        let first = if self.above.is_empty() { self.row } else { self.row.saturating_sub(1) };
        for row in self.start..first {
            self.heading(row);
        }
    }

    /// Names a row without figures, as far as the table reaches.
    fn heading(&mut self, row: u32) {
        let columns = if row < self.row { 0..self.sheet.columns } else { self.columns.0..self.columns.1 + 1 };
        let texts = columns.map(|column| self.text((row, column)));
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
            matter: 0,
        });
    }

    fn titles_above(&self) -> Vec<String> {
        let cells =
            (self.start..self.row).flat_map(|row| (0..self.sheet.columns).map(move |column| (row, column)));
        cells.map(|at| self.text(at)).filter(|text| !text.is_empty()).collect()
    }

    /// Areas or townships down, indicators across: the year stands in the titles, or is asked for.
    fn places(mut self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        // The years may stand above the indicators, each over several.
        let over = |place: u32| self.row.checked_sub(1).map(|row| label(self.sheet.filled((row, place))));
        let free = headers.iter().filter(|(_, column, text)| column.is_none() && !text.trim().is_empty());
        let free: Vec<u32> =
            free.filter(|(.., text)| !is_township_header(text)).map(|(place, ..)| *place).collect();
        let mut across: BTreeMap<u32, String> =
            free.iter().filter_map(|place| Some((*place, period(&over(*place)?)?))).collect();
        if across.len() > 1 || across.len() == free.len() {
            for (place, _, text) in headers.iter().filter(|(place, ..)| free.contains(place)) {
                if across.contains_key(place) {
                    continue;
                }
                match self.answer(*place).map(|answer| (answer == "skip", period(answer))) {
                    Some((_, Some(year))) => drop(across.insert(*place, year)),
                    Some((true, None)) => {}
                    _ => self.ask_column(
                        (self.row, *place),
                        text,
                        pick(
                            self.language,
                            "上方没有年份，也没有与年份合并；这是哪一年？",
                            "no year stands above, and the cells are not merged with one; which year is it?",
                        ),
                        &["2024", "2023", "skip"],
                    ),
                }
            }
            return self.down_of(headers, None, &across);
        }
        let question = pick(
            self.language,
            "地区或苏木镇为行、指标为列，表头里没有年份；这是哪一年的数？",
            "areas or townships down, indicators across, and no year in the headers; of which year are the figures?",
        );
        match self.year_of_sheet(question) {
            Some(year) => self.down_of(headers, Some(year), &BTreeMap::new()),
            None => self.layout,
        }
    }

    /// The year of figures whose headers name none: as answered, or the one that the titles name; else it is asked for.
    fn year_of_sheet(&mut self, question: &str) -> Option<String> {
        if let Some(year) = self.answers.sheets.get(&self.sheet.name).and_then(|answer| period(answer)) {
            return Some(year);
        }
        let mut years: Vec<String> = self.titles_above().iter().flat_map(|title| year_in(title)).collect();
        years.sort();
        years.dedup();
        if let [year] = years.as_slice() {
            let said = match self.language {
                Language::Chinese => format!("{}：年份取自标题，{year}年", self.sheet.name),
                Language::English => format!("{}: the year is that of the title, {year}", self.sheet.name),
            };
            self.layout.headings.push(said);
            return Some(year.clone());
        }
        let mut answers: Vec<&str> = years.iter().map(String::as_str).collect();
        if answers.is_empty() {
            answers.push("2024");
        }
        answers.push("skip");
        self.ask_sheet(question, &answers);
        None
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
            .filter(|answer| self.catalogue.read_name(answer).is_ok());
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

    /// The area, and the kind and the name of the unit, that a row is of; 合计 and 全旗 among townships are the area itself.
    fn whose(&self, row: u32, headers: &[(u32, Option<Column>, String)]) -> (String, String, String) {
        let filled = |wanted: Column| {
            let place =
                headers.iter().find(|(_, column, _)| *column == Some(wanted)).map(|(place, ..)| *place);
            place.map(|place| label(self.sheet.filled((row, place))).trim().to_owned()).unwrap_or_default()
        };
        let (area, kind, id) = (filled(Column::Area), filled(Column::UnitKind), filled(Column::UnitId));
        let whole = (String::new(), String::new());
        let (kind, id) = match township_column(headers) {
            Some(place) => {
                let name = label(self.sheet.filled((row, place))).trim().to_owned();
                if part(&name).is_some() { whole } else { ("township".to_owned(), name) }
            }
            // Townships in the column of areas are units of the area.
            None if kind.is_empty() && id.is_empty() && self.townships_in_area => match township_named(&area)
            {
                Some(name) => return (String::new(), "township".to_owned(), name),
                None if part(&area).is_some() => return Default::default(),
                None => whole,
            },
            None => (kind, id),
        };
        (area, kind, id)
    }

    /// Years down, indicators across: a row for a year, a column for an indicator.
    fn down(self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        self.down_of(headers, None, &BTreeMap::new())
    }

    /// Where no column holds the year it is the same for all, or that which stands above each column.
    fn down_of(
        mut self,
        headers: &[(u32, Option<Column>, String)],
        fixed: Option<String>,
        across: &BTreeMap<u32, String>,
    ) -> Layout {
        let of_places = fixed.is_some() || !across.is_empty();
        self.layout.kind = if of_places { "places" } else { "down" };
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
        let is_figure = |cell: &Stored| {
            matches!(cell, Stored::Number { .. })
                || cell::folded(label(cell).trim()).parse::<dabiao::Number>().is_ok()
        };
        let is_unit = |text: &str| dabiao::values::Unit::read(text).is_ok();
        let below = |place: u32| cell::folded(&self.text((self.row + 1, place)));
        let bare = |text: &str| text.trim_matches(['(', ')']).to_owned();
        let beside_units = self.text((self.row + 1, years));
        let units = self.row + 1 < self.end
            && (beside_units.is_empty() || Column::named(&beside_units) == Some(Column::Unit))
            && headers.iter().any(|(place, ..)| is_unit(&bare(&below(*place))))
            // A figure among them is none of a unit, and its row has no year.
            && !headers.iter().any(|(place, ..)| is_figure(self.sheet.cell((self.row + 1, *place))));
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
                // Its year is asked for.
                None if !across.is_empty() && !across.contains_key(place) => {}
                None => {
                    let (name, unit) = without_unit(&self.known.plain(text));
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
            if !of_places && is_planned(&written) {
                self.leave_out((row, years), &written);
                continue;
            }
            let year = match &fixed {
                Some(year) => (!written.is_empty()).then(|| year.clone()),
                None if of_places => (!written.is_empty()).then(String::new),
                None => period(&written),
            };
            let Some(year) = year else {
                if Column::named(&written)
                    .is_some_and(|column| matches!(column, Column::Ignored | Column::Remark))
                {
                    self.leave_out((row, years), &written);
                } else if some {
                    let why = match of_places {
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
            let (area, unit_kind, unit_id) = self.whose(row, headers);
            let stated = if of_places { "" } else { status_of(&written) };
            for (column, name, unit) in &columns {
                let at = (row, *column);
                let year = across.get(column).unwrap_or(&year);
                self.layout.entries.push(Entry {
                    sheet: self.number,
                    at,
                    name: name.clone(),
                    texts: Texts {
                        area: area.clone(),
                        unit_kind: unit_kind.clone(),
                        unit_id: unit_id.clone(),
                        residence: or(filled(Column::Residence), &beside.residence),
                        sex: or(filled(Column::Sex), &beside.sex),
                        age: or(filled(Column::Age), &beside.age),
                        period: year.clone(),
                        unit: unit.clone(),
                        status: or(filled(Column::Status), stated),
                        break_before: filled(Column::Break),
                        source: filled(Column::Source),
                    },
                    value: (*self.sheet.cell(at) != Stored::Blank).then_some(at),
                    of_grid: true,
                    ..Entry::default()
                });
            }
        }
        self.layout
    }

    fn long(mut self, headers: &[(u32, Option<Column>, String)]) -> Layout {
        self.layout.kind = "long";
        self.titles();
        let mut sheet_unit = self.unit_of_sheet();
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
        let has_period = columns.iter().any(|(_, column)| *column == Column::Period);
        let of_sheet = match has_period {
            true => None,
            false => {
                let year = self.year_of_sheet(pick(
                    self.language,
                    "表里没有年份；这是哪一年的数？",
                    "the table names no year; of which year are the figures?",
                ));
                if year.is_none() {
                    return self.layout;
                }
                year
            }
        };
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
                sheet_unit = self.unit_of_row(row).unwrap_or(sheet_unit);
                self.heading(row);
                continue;
            }
            let (name, unit) = without_unit(&self.known.plain(&filled(Column::Indicator)));
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
            let (area, unit_kind, unit_id) = self.whose(row, headers);
            self.layout.entries.push(Entry {
                sheet: self.number,
                at,
                name,
                texts: Texts {
                    area,
                    unit_kind,
                    unit_id,
                    residence: or(text(Column::Residence), disaggregation.residence),
                    sex: or(text(Column::Sex), disaggregation.sex),
                    age: or(text(Column::Age), disaggregation.age),
                    period: of_sheet.clone().unwrap_or_else(|| filled(Column::Period)),
                    unit: or(given, first.unwrap_or_default()),
                    status: text(Column::Status),
                    break_before: text(Column::Break),
                    source: text(Column::Source),
                },
                value,
                numerator,
                denominator,
                open: false,
                of_grid: false,
            });
        }
        self.layout
    }

    /// The columns of figures: place, period, and what the header below says.
    fn figures(
        &mut self,
        headers: &[(u32, Option<Column>, String)],
        second: bool,
    ) -> Vec<(u32, String, Part, &'static str)> {
        let from = self.row + 1 + u32::from(second);
        let mut figures = Vec::new();
        let of_sheet = |(_, column, text): &(u32, Option<Column>, String)| {
            column.is_none() && (relative(text).is_some() || township(text).is_some())
        };
        let undated = headers.iter().any(of_sheet);
        let year_of_sheet = undated
            .then(|| {
                self.year_of_sheet(pick(
                    self.language,
                    "表头写的是本年、上年或苏木镇，没有年份；这是哪一年的数？",
                    "the headers say 本年, 上年 or name townships, and no year; of which year are the figures?",
                ))
            })
            .flatten();
        let parted = self.above.iter().any(|(_, text)| {
            is_planned(text)
                || part(&beside_year(text).0).is_some_and(|part| part != Part::default())
                || township(text).is_some()
        });
        for (place, column, text) in headers {
            let (place, at) = (*place, (self.row, *place));
            let over = self.above.iter().find(|(column, _)| *column == place).map(|(_, text)| text.as_str());
            let below = match over {
                Some(text) => text.to_owned(),
                None if second => self.text((self.row + 1, place)),
                None => String::new(),
            };
            match (column, period(text), self.answer(place).map(str::to_owned)) {
                (_, _, Some(answer)) if answer == "skip" => self.leave_out(at, &format!("{text} {below}")),
                (_, _, Some(answer)) => match answered(&answer) {
                    Some((year, part, status)) => figures.push((place, year, part, status)),
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
                },
                _ if is_owner(text) => {}
                (None, None, None) if is_township_header(text) => {}
                (Some(Column::Ignored | Column::Remark), ..) => self.leave_out(at, text),
                (Some(_), ..) => {}
                // Targets and forecasts are no figures, and changes and ranks are none either.
                _ if is_planned(text)
                    || is_planned(&below)
                    || (period(text).is_none() && is_beside(text)) =>
                {
                    self.leave_out(at, &format!("{text} {below}"));
                }
                // Nothing stands above this year where other years have a part of the population above them.
                (None, Some(year), None) if below.is_empty() && parted => {
                    let example = format!("{year} 城镇");
                    let question = pick(
                        self.language,
                        "别的年份上方写着城镇、农村之类，这一列上方是空的，也没有合并；这是哪一部分？",
                        "above other years stands a part of the population; nothing stands above this one, and nothing is merged; which part is it?",
                    );
                    self.ask_column(at, text, question, &[&example, &year, "skip"]);
                }
                (None, Some(year), None) => match part(&beside_year(&below).0).or_else(|| township(&below)) {
                    Some(part) => {
                        let status = [status_of(text), status_of(&below)];
                        let status = status.into_iter().find(|status| !status.is_empty()).unwrap_or_default();
                        figures.push((place, year, part, status));
                    }
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
                (None, None, None)
                    if undated
                        && !text.trim().is_empty()
                        && (relative(text).is_some() || township(text).is_some() || part(text).is_some()) =>
                {
                    // Where the year is not known it is asked for once.
                    let Some(year) = &year_of_sheet else { continue };
                    let year = match (relative(text).unwrap_or(0), year.parse::<i16>()) {
                        (0, _) => Some(year.clone()),
                        (back, Ok(year)) => Some((year + back).to_string()),
                        _ => None,
                    };
                    let over = match relative(text) {
                        Some(_) => Some(Part::default()),
                        None => township(text).or_else(|| part(text)),
                    };
                    let below_it = part(&beside_year(&below).0).or_else(|| township(&below));
                    let of = over.zip(below_it).and_then(|(over, below)| over.with(below));
                    match (year, of) {
                        (Some(year), Some(of)) => figures.push((place, year, of, status_of(text))),
                        _ => self.ask_column(
                            at,
                            &format!("{text} {below}"),
                            pick(
                                self.language,
                                "这一列是哪一年、哪一部分的数？",
                                "of which year and which part of the population is this column?",
                            ),
                            &["skip", "2023", "2023 城镇"],
                        ),
                    }
                }
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
                    let year = year_of_date(text);
                    let answers: Vec<&str> = match &year {
                        Some(year) => vec![year, "skip"],
                        None => vec!["skip", "2023", "2023 城镇", "2023 快报"],
                    };
                    self.ask_column(
                        at,
                        text,
                        pick(self.language, "这一列是某一年的数吗？", "is this column a year's figures?"),
                        &answers,
                    );
                }
            }
        }
        figures
    }

    /// The column that names the indicators: of several, that with most names that are known.
    fn names_column(&self, headers: &[(u32, Option<Column>, String)]) -> Option<u32> {
        let all = headers.iter().filter(|(_, column, _)| *column == Some(Column::Indicator));
        let all: Vec<u32> = all.map(|(place, ..)| *place).collect();
        let known = |place: u32| {
            let names = (self.row + 1..self.end).take(200).map(|row| label(self.sheet.filled((row, place))));
            names.filter(|name| self.known.is(name)).count()
        };
        match all.as_slice() {
            [] | [_] => all.first().copied(),
            // Of equals the first.
            several => several.iter().copied().rev().max_by_key(|place| known(*place)),
        }
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
        let mut sheet_unit = self.unit_of_sheet();
        let place = |wanted: Column| {
            headers.iter().find(|(_, column, _)| *column == Some(wanted)).map(|(place, ..)| *place)
        };
        let beside = [Column::Indicator, Column::Area, Column::UnitId];
        let names = self.names_column(headers);
        let names = names.or_else(|| beside.into_iter().find_map(place)).or_else(|| township_column(headers));
        let Some(names) = names else {
            return self.layout;
        };
        // 指标（单位：％） in the corner holds for the table.
        if sheet_unit.is_empty()
            && let Some((.., text)) = headers.iter().find(|(place, ..)| *place == names)
        {
            sheet_unit = without_unit(text).1;
        }
        let owner = owner_column(headers);
        let spans =
            |place: u32| self.sheet.merge((self.row, place)).is_some_and(|(first, last)| last.1 > first.1);
        let second = self.above.is_empty()
            && *self.sheet.cell((self.row + 1, names)) == Stored::Blank
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
            // 其中：农村孕产妇死亡率 names its indicator itself.
            let sub = sub.filter(|sub| sub.as_ref().err().is_none_or(|word| !self.known.is(word)));
            let (name, name_unit) = match &sub {
                Some(_) => (main.clone(), main_unit.clone()),
                None => match fixed.as_ref().filter(|(name, _)| *name == written) {
                    Some(fixed) => fixed.clone(),
                    None => without_unit(&self.known.plain(&written)),
                },
            };
            let is_known = self.known.is(&name);
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
                sheet_unit = self.unit_of_row(row).unwrap_or(sheet_unit);
                self.heading(row);
                continue;
            }
            if written.trim().is_empty() && fixed.is_none() {
                let is_known = self.known.is(&main);
                let why = match (self.language, if is_known { main.as_str() } else { "" }) {
                    (Language::Chinese, "") => "这一行没有指标名称；请补写".to_owned(),
                    (Language::Chinese, main) => format!(
                        "这一行没有指标名称（合并单元格另存后也会空着）；如属于上面的“{main}”，请补写名称"
                    ),
                    (Language::English, "") => "the row names no indicator; write the name".to_owned(),
                    (Language::English, main) => format!(
                        "the row names no indicator; if it belongs to `{main}` above it, write the name"
                    ),
                };
                let cells = figures.iter().map(|(column, ..)| (row, *column));
                let cells = cells.filter(|at| *self.sheet.cell(*at) != Stored::Blank);
                self.layout.refused.extend(cells.map(|at| (at, why.clone())));
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
            let (area, row_kind, row_id) = self.whose(row, headers);
            let [own_residence, own_sex, own_age, own_status] =
                [Column::Residence, Column::Sex, Column::Age, Column::Status].map(&filled);
            for (column, year, over, stated) in &figures {
                let at = (row, *column);
                let one = |texts: [&String; 4]| {
                    texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
                };
                let residence = one([&over.residence, &sub.residence, &beside.residence, &own_residence]);
                let sex = one([&over.sex, &sub.sex, &beside.sex, &own_sex]);
                let age = one([&over.age, &sub.age, &beside.age, &own_age]);
                let (unit_kind, unit_id) = match over.unit.as_ref().or(sub.unit.as_ref()) {
                    Some((kind, id)) => ((*kind).to_owned(), id.clone()),
                    None => (row_kind.clone(), row_id.clone()),
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
                                area: area.clone(),
                                unit_kind: unit_kind.clone(),
                                unit_id: unit_id.clone(),
                                residence,
                                sex,
                                age,
                                period: year.clone(),
                                unit: unit.clone(),
                                status: if own_status.is_empty() {
                                    (*stated).to_owned()
                                } else {
                                    own_status.clone()
                                },
                                break_before: filled(Column::Break),
                                source: filled(Column::Source),
                            },
                            of_grid: true,
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

/// What an answer says of a column: `2023`, `2023 城镇`, `2024 快报`.
fn answered(answer: &str) -> Option<(String, Part, &'static str)> {
    let (year, words) = answer.split_once(' ').unwrap_or((answer, ""));
    let (mut of, mut status) = (Part::default(), "");
    for word in words.split_whitespace() {
        match (status_of(word), part(word).or_else(|| township(word))) {
            ("", Some(part)) => of = part,
            ("", None) => return None,
            (stated, _) => status = stated,
        }
    }
    Some((period(year)?, of, status))
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

/// Names as the catalogue and the answers know them; each is looked up once, for what is not known takes long to be told.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) answers: &'a Answers,
    cards: RefCell<HashMap<String, Option<&'a IndicatorCard>>>,
    plain: RefCell<HashMap<String, String>>,
    counts: RefCell<HashMap<String, Rc<Rates<'a>>>>,
}

/// Rates, and which side of them a count is.
pub(crate) type Rates<'a> = Vec<(&'a IndicatorCard, counts::Side)>;

impl<'a> Known<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue, answers: &'a Answers) -> Self {
        Self {
            catalogue,
            answers,
            cards: RefCell::default(),
            plain: RefCell::default(),
            counts: RefCell::default(),
        }
    }

    /// The indicator of a name, with or without a part of the population before it.
    pub(crate) fn card(&self, name: &str) -> Option<&'a IndicatorCard> {
        if let Some(found) = self.cards.borrow().get(name) {
            return *found;
        }
        let found = self.catalogue.read_name(name).ok().map(|named| named.card);
        self.cards.borrow_mut().insert(name.to_owned(), found);
        found
    }

    /// The rates that a count of this name is a side of.
    pub(crate) fn counts(&self, name: &str) -> Rc<Rates<'a>> {
        if let Some(found) = self.counts.borrow().get(name) {
            return Rc::clone(found);
        }
        let found = Rc::new(counts::of(self.catalogue, name));
        self.counts.borrow_mut().insert(name.to_owned(), Rc::clone(&found));
        found
    }

    /// Whether a text is the name of an indicator, of the catalogue or of an answer.
    pub(crate) fn is(&self, text: &str) -> bool {
        let name = without_unit(&self.plain(text)).0;
        !name.is_empty() && (self.answers.indicators.contains_key(&name) || self.card(&name).is_some())
    }

    /// The name without the number that stands before it (`1.`, `（三）`), where only that makes it one that is known.
    pub(crate) fn plain(&self, written: &str) -> String {
        let written = written.trim();
        // No number is a name.
        if written.is_empty()
            || written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
        {
            return written.to_owned();
        }
        if let Some(found) = self.plain.borrow().get(written) {
            return found.clone();
        }
        let found = self.without_number(written);
        self.plain.borrow_mut().insert(written.to_owned(), found.clone());
        found
    }

    fn without_number(&self, plain: &str) -> String {
        let is_known = |name: &str| {
            let bare = without_unit(name).0;
            self.answers.indicators.contains_key(name)
                || self.card(&bare).is_some()
                || !self.counts(&bare).is_empty()
        };
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
