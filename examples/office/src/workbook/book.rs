//! Files: workbooks by `calamine`, text tables by `dabiao_tables`, both as sheets of cells with their addresses.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Cursor;
use std::panic::catch_unwind;
use std::sync::Arc;

use calamine::{Data, Reader as _, SheetType, SheetVisible, Sheets};
use dabiao::Language;
use dabiao_tables::header::{Column, without_unit};
use dabiao_tables::rows::{self, Row, Rows};
use dabiao_tables::{Wrong, encoding};

use super::beside::{self, Beside};
use super::binary;
use crate::File;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stored {
    Blank,
    Text(String),
    /// A text of which a part is raised or lowered: `97.3¹` reads `97.31`; and what stands there without that part.
    Raised {
        text: String,
        base: String,
    },
    /// The digits that are stored, and the number format where it can be read.
    Number {
        digits: Box<str>,
        format: Option<Arc<str>>,
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
    /// Merged regions by each of their rows, and those of very many rows.
    merges: HashMap<u32, Vec<(At, At)>>,
    tall_merges: Vec<(At, At)>,
    /// Formulas that show nothing.
    blank_formulas: BTreeSet<At>,
    pub(crate) rows: u32,
    pub(crate) columns: u32,
    pub(crate) hidden: Hidden,
    /// First and last cell of each pivot table.
    pub(crate) pivots: Vec<(At, At)>,
}

/// What of a sheet a spreadsheet program does not show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hidden {
    pub(crate) sheet: bool,
    /// First and last of the rows, and of the columns.
    pub(crate) rows: Vec<(u32, u32)>,
    pub(crate) columns: Vec<(u32, u32)>,
    /// Cells whose letters are struck out; seen in xlsx.
    pub(crate) struck: BTreeSet<At>,
}

impl Hidden {
    /// Whether a cell is not shown.
    pub(crate) fn holds(&self, (row, column): At) -> bool {
        let inside = |spans: &[(u32, u32)], place: u32| {
            spans.iter().any(|(first, last)| (*first..=*last).contains(&place))
        };
        self.sheet || inside(&self.rows, row) || inside(&self.columns, column)
    }
}

impl Sheet {
    /// Whether a cell lies in a pivot table.
    pub(crate) fn in_pivot(&self, (row, column): At) -> bool {
        let inside = |(first, last): &(At, At)| {
            (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
        };
        self.pivots.iter().any(inside)
    }
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
        let of_row = self.merges.get(&row).into_iter().flatten();
        of_row.chain(&self.tall_merges).find(inside).copied()
    }

    /// The cell, or where it is blank the first cell of the merged region it lies in; never a neighbour outside.
    pub(crate) fn filled(&self, at: At) -> &Stored {
        match self.cell(at) {
            Stored::Blank => self.merge(at).map_or(&BLANK, |(first, _)| self.cell(first)),
            cell => cell,
        }
    }

    /// The rows in which something stands, in their order.
    pub(crate) fn rows_with_text(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
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
            // `calamine` panics on some damaged files.
            Some("xlsx" | "xlsm" | "xls" | "xlsb" | "ods") => {
                catch_unwind(|| workbook(&path, bytes, language))
                    .unwrap_or_else(|_| Err(damaged(&path, language)))?
            }
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

fn damaged(path: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("{path}：文件内部损坏，不能读；请用表格软件打开后另存为 .xlsx"),
        Language::English => {
            format!(
                "{path}: the file is damaged inside; open it in a spreadsheet program and save it as .xlsx"
            )
        }
    }
}

/// A book that is no text.
fn workbook(path: &str, bytes: Vec<u8>, language: Language) -> Result<Vec<Sheet>, String> {
    let wrong = |wrong: Wrong| wrong.message(path, language);
    let said = |error: calamine::Error| match language {
        Language::Chinese => format!("{path}：不能读（{error}）；请用表格软件打开后另存为 .xlsx"),
        Language::English => format!(
            "{path}: it cannot be read ({error}); open it in a spreadsheet program and save it as .xlsx"
        ),
    };
    // What is too large is told before it is held.
    let mut seen = match bytes.starts_with(b"PK") {
        true => beside::look(&bytes).map_err(wrong)?,
        false => binary::look(&bytes).map_err(wrong)?,
    };
    let rich =
        if path.to_lowercase().ends_with(".xlsb") { binary::rich_texts(&bytes) } else { BTreeSet::new() };
    let mut book: Sheets<Cursor<Vec<u8>>> =
        calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(said)?;
    let mut sheets = Vec::new();
    for meta in book.sheets_metadata().to_vec() {
        if !matches!(meta.typ, SheetType::WorkSheet) {
            continue;
        }
        let name = meta.name;
        let mut beside = seen.remove(&name).unwrap_or_default();
        let mut sheet = Sheet {
            hidden: Hidden {
                sheet: meta.visible != SheetVisible::Visible,
                rows: std::mem::take(&mut beside.hidden_rows),
                columns: std::mem::take(&mut beside.hidden_columns),
                struck: BTreeSet::new(),
            },
            pivots: std::mem::take(&mut beside.pivots),
            ..Sheet::default()
        };
        match &mut book {
            Sheets::Xlsx(xlsx) => {
                let wrong = |error| said(calamine::Error::Xlsx(error));
                let mut cells = xlsx.worksheet_cells_reader(&name).map_err(wrong)?;
                let code = |style: &calamine::Style| {
                    let format = style.number_format.as_ref();
                    Arc::from(format.map_or("General", |format| format.format_code.as_str()))
                };
                let formats: Vec<Arc<str>> = cells.styles().iter().map(code).collect();
                let is_struck =
                    |style: &calamine::Style| style.font.as_ref().is_some_and(|font| font.strikethrough);
                let struck: Vec<bool> = cells.styles().iter().map(is_struck).collect();
                let general: Arc<str> = Arc::from("General");
                while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(wrong)? {
                    let format = formats.get(style).unwrap_or(&general);
                    let at = cell.get_position();
                    if struck.get(style) == Some(&true) {
                        sheet.hidden.struck.insert(at);
                    }
                    sheet.take(at, cell.get_value().clone().into(), Some(Arc::clone(format)), &beside);
                }
            }
            Sheets::Xlsb(xlsb) => {
                let wrong = |error| said(calamine::Error::Xlsb(error));
                let mut reach = beside::Reach::default();
                let mut cells = xlsb.worksheet_cells_reader(&name).map_err(wrong)?;
                while let Some(cell) = cells.next_formula().map_err(wrong)? {
                    if !cell.get_value().is_empty() {
                        reach.take(cell.get_position(), 1, 1);
                        beside.formulas.push(cell.get_position());
                    }
                }
                drop(cells);
                let mut cells = xlsb.worksheet_cells_reader(&name).map_err(wrong)?;
                while let Some(cell) = cells.next_cell().map_err(wrong)? {
                    let (at, value) = (cell.get_position(), Data::from(cell.get_value().clone()));
                    if value != Data::Empty {
                        reach.take(at, 1, 1);
                    }
                    if let Data::String(text) = &value
                        && rich.contains(text)
                    {
                        beside.raised.insert(at, String::new());
                    }
                    sheet.take(at, value, None, &beside);
                }
                reach.check(&name).map_err(|found| found.message(path, language))?;
            }
            Sheets::Xls(_) | Sheets::Ods(_) => {
                if let Sheets::Xls(xls) = &book {
                    let wrong = |error| said(calamine::Error::Xls(error));
                    let merges = xls.merge_cells_by_sheet_name(&name).map_err(wrong)?;
                    beside.merges.extend(merges.iter().map(|merge| (merge.start, merge.end)));
                    let formulas = book.worksheet_formula(&name).map_err(said)?;
                    let from = formulas.start().unwrap_or((0, 0));
                    let cells = formulas.used_cells().filter(|(.., formula)| !formula.is_empty());
                    beside.formulas =
                        cells.filter_map(|(row, column, _)| behind(from, row, column)).collect();
                }
                let range = book.worksheet_range(&name).map_err(said)?;
                let from = range.start().unwrap_or((0, 0));
                for (row, column, value) in range.used_cells() {
                    let Some(at) = behind(from, row, column) else { continue };
                    let percent = beside.percents.binary_search(&at).is_ok();
                    let format = percent.then(|| Arc::from("0%"));
                    sheet.take(at, value.clone(), format, &beside);
                }
            }
        }
        for at in &beside.formulas {
            if !sheet.cells.contains_key(at) && !sheet.blank_formulas.contains(at) {
                sheet.put(*at, Stored::Uncalculated);
            }
        }
        sheet.name = name;
        sheet.merge_all(&beside.merges);
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A place in a range as a cell.
fn behind(start: At, row: usize, column: usize) -> Option<At> {
    Some((start.0 + u32::try_from(row).ok()?, start.1 + u32::try_from(column).ok()?))
}

/// Spreadsheet programs keep and show 15 digits: what lies behind them is the residue of binary arithmetic.
fn digits(number: f64) -> Box<str> {
    let exact = number.to_string();
    let kept = exact.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if kept <= 15 {
        return exact.into();
    }
    format!("{number:.14e}").parse::<f64>().map_or(exact, |shown| shown.to_string()).into()
}

impl Sheet {
    /// Takes a cell as it is read.
    fn take(&mut self, at: At, data: Data, format: Option<Arc<str>>, beside: &Beside) {
        let formula = beside.formulas.binary_search(&at).is_ok();
        let cell = match data {
            Data::Empty => return,
            Data::String(text) if text.trim().is_empty() => {
                // A formula that shows nothing has a value.
                if formula {
                    self.blank_formulas.insert(at);
                }
                return;
            }
            Data::String(text) => match beside.raised.get(&at) {
                Some(base) => Stored::Raised { text, base: base.clone() },
                None => Stored::Text(text),
            },
            Data::Int(number) => Stored::Number { digits: number.to_string().into(), format, formula },
            Data::Float(number) if number.is_finite() => {
                Stored::Number { digits: digits(number), format, formula }
            }
            Data::Float(number) => Stored::Error(number.to_string()),
            Data::Bool(truth) => Stored::Logical(truth),
            Data::DateTime(date) if date.is_datetime() => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                Stored::Date(format!("{year}-{month:02}-{day:02}"))
            }
            Data::DateTime(time) => Stored::Date(time.to_string()),
            Data::DateTimeIso(text) => Stored::Date(text.split('T').next().unwrap_or(&text).to_owned()),
            Data::DurationIso(text) => Stored::Date(text),
            Data::Error(error) => Stored::Error(error.to_string()),
        };
        self.put(at, cell);
    }

    /// Takes the merged regions; those of few rows are kept by row, so that they are found at once.
    fn merge_all(&mut self, merges: &[(At, At)]) {
        const FEW: u32 = 64;
        for (first, last) in merges {
            match last.0.saturating_sub(first.0) < FEW {
                true => (first.0..=last.0).for_each(|row| {
                    self.merges.entry(row).or_default().push((*first, *last));
                }),
                false => self.tall_merges.push((*first, *last)),
            }
        }
    }
}
