//! Files: workbooks by `calamine`, text tables by `dabiao_tables`, both as sheets of cells with their addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use calamine::{Data, DataRef, Dimensions, Range, Reader as _, Sheets, StyleRange};
use dabiao::Language;
use dabiao_tables::header::{Column, without_unit};
use dabiao_tables::rows::{self, Row, Rows};
use dabiao_tables::{Wrong, encoding};

use crate::File;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stored {
    Blank,
    Text(String),
    /// A text of which a part is raised or lowered: `97.3¹` reads `97.31`.
    Raised(String),
    /// The digits that are stored, and the number format where it can be read.
    Number {
        digits: String,
        format: Option<String>,
        formula: bool,
    },
    /// A date, as text.
    Date(String),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A formula without a stored value.
    Uncalculated,
    Logical(bool),
}

/// A cell's row and column, from 0.
pub(crate) type At = (u32, u32);

/// One sheet. A CSV file is one sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    cells: BTreeMap<At, Stored>,
    merges: Vec<(At, At)>,
    pub(crate) rows: u32,
    pub(crate) columns: u32,
}

static BLANK: Stored = Stored::Blank;

impl Sheet {
    pub(crate) fn cell(&self, at: At) -> &Stored {
        self.cells.get(&at).unwrap_or(&BLANK)
    }

    /// The merged region that a cell lies in.
    pub(crate) fn merge(&self, (row, column): At) -> Option<(At, At)> {
        let inside = |(first, last): &&(At, At)| {
            (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
        };
        self.merges.iter().find(inside).copied()
    }

    /// The cell, or where it is blank the first cell of the merged region it lies in; never a neighbour outside.
    pub(crate) fn filled(&self, at: At) -> &Stored {
        match self.cell(at) {
            Stored::Blank => self.merge(at).map_or(&BLANK, |(first, _)| self.cell(first)),
            cell => cell,
        }
    }

    fn put(&mut self, at: At, cell: Stored) {
        self.rows = self.rows.max(at.0 + 1);
        self.columns = self.columns.max(at.1 + 1);
        self.cells.insert(at, cell);
    }
}

/// `B7`.
pub(crate) fn address((row, column): At) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

/// A file with figures, rosters, answers or a plan in sheets of cells.
#[derive(Debug, Clone)]
pub struct Book {
    pub(crate) name: String,
    pub(crate) sheets: Vec<Sheet>,
}

impl Book {
    /// Reads the file at a path.
    ///
    /// # Errors
    /// A file that cannot be read, or is no workbook or table.
    pub fn open(path: &str, language: Language) -> Result<Self, String> {
        Self::read(File::open(path, language)?, language)
    }

    /// Reads what a file holds; its name says what kind of file it is.
    ///
    /// # Errors
    /// A file that is no workbook or table.
    pub fn read(file: File, language: Language) -> Result<Self, String> {
        let ending = file.ending();
        let File { name: path, bytes } = file;
        if bytes.is_empty() {
            return Err(empty(&path, language));
        }
        let sheets = match ending.as_deref() {
            Some("csv" | "tsv" | "txt") => vec![csv_sheet(&path, &bytes, language)?],
            Some("xlsx" | "xlsm" | "xls" | "xlsb" | "ods") => workbook(&path, bytes, language)?,
            _ => {
                return Err(match language {
                    Language::Chinese => format!("{path}：只读 .xlsx、.xls、.xlsb、.ods 和 .csv 文件"),
                    Language::English => {
                        format!("{path}: name a file ending in .xlsx, .xls, .xlsb, .ods or .csv")
                    }
                });
            }
        };
        Ok(Self { name: path, sheets })
    }

    /// The names of its sheets.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }
}

fn empty(path: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("{path}：文件是空的"),
        Language::English => format!("{path}: the file is empty"),
    }
}

fn csv_sheet(path: &str, bytes: &[u8], language: Language) -> Result<Sheet, String> {
    let said = |wrong: Wrong| wrong.message(path, language);
    let text = encoding::decode(bytes).map_err(said)?;
    let name = std::path::Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or("CSV");
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    // The header of figures names the indicator, the year or the place, that of a roster the kind of unit.
    let is_header = |row: &Row<'_>| {
        let named = |cell: &rows::Cell<'_>| Column::named(&without_unit(&cell.text).0);
        row.cells.len() > 1
            && row.cells.iter().any(|cell| {
                matches!(
                    named(cell),
                    Some(
                        Column::Indicator | Column::UnitKind | Column::UnitId | Column::Area | Column::Period
                    )
                )
            })
    };
    for row in Rows::detect(&text, is_header) {
        let row = row.map_err(said)?;
        for (column, cell) in (0_u32..).zip(row.cells) {
            if !cell.text.trim().is_empty() {
                sheet.put((row.number - 1, column), Stored::Text(cell.text.into_owned()));
            }
        }
    }
    if sheet.rows == 0 {
        return Err(empty(path, language));
    }
    Ok(sheet)
}

/// The longest book that is read, unpacked, in bytes, and the largest used range of a sheet, in cells.
const MAX_UNPACKED: u64 = 512 << 20;
const MAX_CELLS: u64 = 5_000_000;

/// A packed book that unpacks to more than is read is an error before it is unpacked.
fn fits(path: &str, bytes: &[u8], language: Language) -> Result<(), String> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let mut size = 0_u64;
    for place in 0..archive.len() {
        size = size.saturating_add(archive.by_index_raw(place).map_or(0, |file| file.size()));
    }
    let most = MAX_UNPACKED >> 20;
    match (size > MAX_UNPACKED, language) {
        (false, _) => Ok(()),
        (true, Language::Chinese) => Err(format!("{path}：展开后超过{most} MiB；请分成几个文件")),
        (true, Language::English) => Err(format!("{path}: it unpacks to more than {most} MiB; split it")),
    }
}

/// A cell far away from the others makes a used range that no program holds in memory.
fn is_compact(
    book: &mut calamine::Xlsx<Cursor<Vec<u8>>>,
    path: &str,
    name: &str,
    language: Language,
) -> Result<(), String> {
    let said = |error: calamine::XlsxError| format!("{path}: {error}");
    let mut ends: Option<(At, At)> = None;
    let mut take = |(row, column): At| {
        let (first, last) = ends.unwrap_or(((row, column), (row, column)));
        ends = Some(((first.0.min(row), first.1.min(column)), (last.0.max(row), last.1.max(column))));
    };
    let mut cells = book.worksheet_cells_reader(name).map_err(said)?;
    while let Some(cell) = cells.next_cell().map_err(said)? {
        if *cell.get_value() != DataRef::Empty {
            take(cell.get_position());
        }
    }
    drop(cells);
    let mut cells = book.worksheet_cells_reader(name).map_err(said)?;
    while let Some(cell) = cells.next_formula().map_err(said)? {
        take(cell.get_position());
    }
    let Some((first, last)) = ends else { return Ok(()) };
    let (rows, columns) = (u64::from(last.0 - first.0) + 1, u64::from(last.1 - first.1) + 1);
    let end = address(last);
    match (rows * columns > MAX_CELLS, language) {
        (false, _) => Ok(()),
        (true, Language::Chinese) => Err(format!(
            "{path}：表“{name}”用到了{end}，范围过大（{rows}行×{columns}列）；请删去远处多余的单元格后保存"
        )),
        (true, Language::English) => Err(format!(
            "{path}: the sheet {name} is used as far as {end}, {rows} rows by {columns} columns; delete the cells far away and save it"
        )),
    }
}

fn workbook(path: &str, bytes: Vec<u8>, language: Language) -> Result<Vec<Sheet>, String> {
    let said = |error: calamine::Error| format!("{path}: {error}");
    fits(path, &bytes, language)?;
    let raised = raised_texts(&bytes);
    let mut book: Sheets<Cursor<Vec<u8>>> =
        calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(said)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        if let Sheets::Xlsx(xlsx) = &mut book {
            is_compact(xlsx, path, &name, language)?;
        }
        let range = book.worksheet_range(&name).map_err(said)?;
        let formulas = book.worksheet_formula(&name).map_err(said)?;
        let (styles, merges) = match &mut book {
            Sheets::Xlsx(xlsx) => {
                let wrong = |error| said(calamine::Error::Xlsx(error));
                (
                    Some(xlsx.worksheet_style(&name).map_err(wrong)?),
                    xlsx.merge_cells_by_sheet_name(&name).map_err(wrong)?,
                )
            }
            Sheets::Xls(xls) => (
                None,
                xls.merge_cells_by_sheet_name(&name).map_err(|error| said(calamine::Error::Xls(error)))?,
            ),
            Sheets::Xlsb(_) | Sheets::Ods(_) => (None, Vec::new()),
        };
        sheets.push(sheet(name, &range, &formulas, styles.as_ref(), &merges, &raised));
    }
    Ok(sheets)
}

fn sheet(
    name: String,
    range: &Range<Data>,
    formulas: &Range<String>,
    styles: Option<&StyleRange>,
    merges: &[Dimensions],
    raised: &BTreeSet<String>,
) -> Sheet {
    let mut sheet = Sheet { name, ..Sheet::default() };
    sheet.merges = merges.iter().map(|merge| (merge.start, merge.end)).collect();
    let place = |start: Option<At>, row: usize, column: usize| {
        let start = start.unwrap_or((0, 0));
        Some((start.0 + u32::try_from(row).ok()?, start.1 + u32::try_from(column).ok()?))
    };
    let mut computed = BTreeSet::new();
    for (row, column, formula) in formulas.used_cells() {
        if let Some(at) = place(formulas.start(), row, column).filter(|_| !formula.is_empty()) {
            computed.insert(at);
            sheet.put(at, Stored::Uncalculated);
        }
    }
    for (row, column, data) in range.used_cells() {
        let Some(at) = place(range.start(), row, column) else { continue };
        let format = || {
            let style = styles?.get(at);
            let code =
                style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.clone());
            Some(code.unwrap_or_else(|| "General".to_owned()))
        };
        let formula = computed.contains(&at);
        let cell = match data {
            Data::Empty => continue,
            Data::String(text) if text.trim().is_empty() => {
                if formula {
                    sheet.cells.remove(&at);
                }
                continue;
            }
            Data::String(text) if raised.contains(text) => Stored::Raised(text.clone()),
            Data::String(text) => Stored::Text(text.clone()),
            Data::Int(number) => Stored::Number { digits: number.to_string(), format: format(), formula },
            // Spreadsheet programs keep and show 15 digits: what lies behind them is the residue of binary arithmetic.
            Data::Float(number) if number.is_finite() => {
                let shown = format!("{number:.14e}").parse().unwrap_or(*number);
                Stored::Number { digits: shown.to_string(), format: format(), formula }
            }
            Data::Float(number) => Stored::Error(number.to_string()),
            Data::Bool(truth) => Stored::Logical(*truth),
            Data::DateTime(date) if date.is_datetime() => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                Stored::Date(format!("{year}-{month:02}-{day:02}"))
            }
            Data::DateTime(time) => Stored::Date(time.to_string()),
            Data::DateTimeIso(text) => Stored::Date(text.split('T').next().unwrap_or(text).to_owned()),
            Data::DurationIso(text) => Stored::Date(text.clone()),
            Data::Error(error) => Stored::Error(error.to_string()),
        };
        sheet.put(at, cell);
    }
    sheet
}

/// The shared texts of an xlsx file of which a part is raised or lowered; `calamine` gives them without that.
fn raised_texts(bytes: &[u8]) -> BTreeSet<String> {
    let mut xml = String::new();
    let read = zip::ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| archive.by_name("xl/sharedStrings.xml").ok()?.read_to_string(&mut xml).ok());
    if read.is_none() {
        return BTreeSet::new();
    }
    let text = |item: &str| {
        let runs = item.split("<t").skip(1).filter_map(|run| run.split_once('>'));
        let texts = runs.filter_map(|(_, rest)| rest.split_once("</t>")).map(|(text, _)| text);
        let joined: String = texts.collect();
        joined.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    xml.split("<si>").skip(1).filter(|item| item.contains("vertAlign")).map(text).collect()
}
