//! Tables of observations: one row for a figure, judged row by row.

use std::collections::BTreeMap;

use dabiao::data::Mark;
use dabiao::values::{Unit, names};
use dabiao::{Catalogue, Observation, Record};

use crate::header::{Body, Column, Form, Header};
use crate::rows::Row;
use crate::wrong::{Refusal, Wrong};

/// In the order in which messages name them and a row is taken apart.
const COLUMNS: [Column; 15] = [
    Column::Indicator,
    Column::Area,
    Column::UnitKind,
    Column::UnitId,
    Column::Residence,
    Column::Sex,
    Column::Age,
    Column::Period,
    Column::Value,
    Column::Unit,
    Column::Numerator,
    Column::Denominator,
    Column::Status,
    Column::Break,
    Column::Source,
];

/// The columns of a table of observations; only the indicator and the period have to be there.
pub const FORM: Form =
    Form { known: &COLUMNS, needed: &[Column::Indicator, Column::Period], period: "period" };

/// The indicator that another name in a table stands for.
pub type Names = BTreeMap<String, String>;

/// A table as it was read: `read` is the number of observations and refusals together.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What could be read.
    pub observations: Vec<Observation>,
    /// The cells of rows that were refused: what stands in them was reported, and could not be read.
    pub unread: Vec<Observation>,
    /// The rows below the header that are not blank.
    pub read: usize,
    /// The rows that were refused.
    pub refused: Vec<Refusal>,
    /// The rows above the header: file, line, and what stands there.
    pub titles: Vec<(String, u32, String)>,
    /// What lay beside the tables in a folder and was not read.
    pub beside: Vec<String>,
}

impl Table {
    /// The rows of another file behind these.
    pub fn append(&mut self, other: Self) {
        self.observations.extend(other.observations);
        self.unread.extend(other.unread);
        self.read += other.read;
        self.refused.extend(other.refused);
        self.titles.extend(other.titles);
        self.beside.extend(other.beside);
    }
}

/// Reads a table of observations.
///
/// ```
/// use dabiao::Catalogue;
/// use dabiao_tables::observations::{Names, read};
/// let text = "indicator,period,value\r\n孕产妇死亡率,2024,14.3\r\n婴儿死亡率,2024,9O\r\n";
/// let table = read(&Catalogue::hangjin(), "rows.csv", text, &Names::new())?;
/// assert_eq!((table.read, table.observations.len(), table.refused.len()), (2, 1, 1));
/// assert_eq!(
///     table.refused[0].message(dabiao::Language::English),
///     "rows.csv:3:3: column `value`: cannot read `9O` as a value: unexpected `O` at character 2"
/// );
/// # Ok::<(), dabiao_tables::Wrong>(())
/// ```
///
/// # Errors
/// What makes the whole file unreadable; then no row counts as read.
pub fn read(catalogue: &Catalogue, file: &str, text: &str, names: &Names) -> Result<Table, Wrong> {
    let Body { header, titles, mut rows } = FORM.find(text)?;
    let above = titles.iter().rev().find_map(|(_, text)| unit_in(text)).unwrap_or_default().to_owned();
    let mut table = Table {
        titles: titles.into_iter().map(|(line, text)| (file.to_owned(), line, text)).collect(),
        ..Table::default()
    };
    let mut reader = Reader {
        catalogue,
        file,
        header: &header,
        unit: if header.unit().is_empty() { &above } else { header.unit() },
        places: COLUMNS.map(|column| header.place(column)),
        remark: header.place(Column::Remark),
        separator: rows.separator(),
        names,
        source: format!("{file}:"),
    };
    while let Some(row) = rows.next().transpose()? {
        table.read += 1;
        match reader.observation(&row) {
            Ok(observation) => table.observations.push(observation),
            Err((wrongs, cell)) => {
                table.unread.extend(cell.map(|cell| *cell));
                table.refused.push(Refusal { file: file.to_owned(), line: row.line, wrongs });
            }
        }
        rows.done(row);
    }
    Ok(table)
}

/// The unit in a line above the header, 单位：％; 填报单位：… names an office, and so may 单位：….
fn unit_in(title: &str) -> Option<&str> {
    let (before, behind) = title.split_once("单位：").or_else(|| title.split_once("单位:"))?;
    let before = before.trim_end().trim_end_matches("计量");
    let alone = !before.ends_with(|last: char| last.is_alphanumeric());
    let parts = [' ', '\u{3000}', '\t', ',', '，', '；', ';', ')', '）'];
    let unit = behind.split(parts).find(|part| !part.is_empty())?;
    (alone && Unit::read(unit).is_ok()).then_some(unit)
}

/// A remark that is nothing but a status, a reason why there is no value, or a word for a forecast; empty for any other.
fn in_remark(remark: &str) -> &str {
    const FORECASTS: [&str; 3] = ["预计", "预测", "forecast"];
    if remark.is_empty() {
        return "";
    }
    let key = names::key(remark);
    let forecast = FORECASTS.iter().any(|word| key.starts_with(word)) && key.chars().count() <= 8;
    if forecast || remark.parse::<Mark>().is_ok() { remark } else { "" }
}

/// What all rows of a table have in common.
struct Reader<'t> {
    catalogue: &'t Catalogue,
    file: &'t str,
    header: &'t Header,
    /// Of rows that name none: that of the header, or of a line above it.
    unit: &'t str,
    /// Where the columns of [`COLUMNS`] stand, looked up once.
    places: [Option<usize>; 15],
    remark: Option<usize>,
    separator: char,
    names: &'t Names,
    /// Where the row comes from: the file, and what is written anew for each row.
    source: String,
}

impl Reader<'_> {
    fn observation(&mut self, row: &Row<'_>) -> Result<Observation, (Vec<Wrong>, Option<Box<Observation>>)> {
        if let Some(wrong) = self.header.unfit(row, self.separator) {
            // The cells may have moved, so that not even the place is sure.
            return Err((vec![wrong], None));
        }
        let text = |place: Option<usize>| place.map_or("", |place| row.text(place));
        let texts = self.places.map(text);
        let [given, area, unit_kind, unit_id, residence, sex, age, period, value, unit, ..] = texts;
        let [.., numerator, denominator, status, break_before, source] = texts;
        let remark = text(self.remark);
        self.source.truncate(self.file.len() + 1);
        push_number(&mut self.source, row.line);
        if !source.is_empty() {
            self.source.push(' ');
            self.source.push_str(source);
        }
        let record = Record {
            indicator: self.names.get(given).map_or(given, String::as_str),
            area,
            unit_kind,
            unit_id,
            residence,
            sex,
            age,
            period,
            value,
            unit: if unit.is_empty() { self.unit } else { unit },
            numerator,
            denominator,
            status: if status.is_empty() { in_remark(remark) } else { status },
            break_before,
            source: &self.source,
        };
        record.read(self.catalogue).map_err(|errors| {
            let wrong = |error: &dabiao::data::RecordError| {
                let column = match Column::named(error.column()).unwrap_or(Column::Ignored) {
                    // It stands in brackets behind the header of the values.
                    Column::Unit if self.header.place(Column::Unit).is_none() => Column::Value,
                    Column::Status if status.is_empty() && !remark.is_empty() => Column::Remark,
                    column => column,
                };
                self.header.wrong(row, column, &error.error().zh(), &error.error().to_string())
            };
            (errors.iter().map(wrong).collect(), record.cell(self.catalogue).map(Box::new))
        })
    }
}

/// The digits of a number behind a text.
fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from_digit(number % 10, 10).unwrap_or('0'));
}

/// Reads a table that says which indicator each published name stands for: `name,indicator,remark`.
///
/// # Errors
/// What makes the file unreadable, and a row without a name or an indicator.
pub fn names(text: &str) -> Result<Vec<(String, String, String)>, Wrong> {
    let rows = crate::rows::Rows::new(text, ',').skip(1);
    let name = |row: Row<'_>| match (row.text(0), row.text(1)) {
        ("", _) | (_, "") => {
            Err(Wrong::new("应写明名称和指标", "a name and an indicator are needed").at(row.line, 0))
        }
        (name, indicator) => Ok((name.to_owned(), indicator.to_owned(), row.text(2).to_owned())),
    };
    rows.map(|row| row.and_then(name)).collect()
}
