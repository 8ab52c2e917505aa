//! Tables of observations: one row for a figure, judged row by row.

use std::collections::BTreeMap;

use dabiao::data::Mark;
use dabiao::values::names;
use dabiao::{Catalogue, Observation, Record};

use crate::header::{Body, Column, Form, Header};
use crate::rows::Row;
use crate::wrong::{Refusal, Wrong};

/// The columns of a table of observations; only the indicator and the period have to be there.
pub const FORM: Form = Form {
    known: &[
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
    ],
    needed: &[Column::Indicator, Column::Period],
    period: "period",
};

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
    let mut table = Table {
        titles: titles.into_iter().map(|(line, text)| (file.to_owned(), line, text)).collect(),
        ..Table::default()
    };
    while let Some(row) = rows.next().transpose()? {
        table.read += 1;
        match observation(catalogue, file, &header, &row, rows.separator(), names) {
            Ok(observation) => table.observations.push(observation),
            Err((wrongs, cell)) => {
                table.unread.extend(cell.map(|cell| *cell));
                table.refused.push(Refusal { file: file.to_owned(), line: row.line, wrongs });
            }
        }
    }
    Ok(table)
}

/// A remark that is nothing but a status, a reason why there is no value, or a word for a forecast; empty for any other.
fn in_remark(remark: &str) -> &str {
    const FORECASTS: [&str; 3] = ["预计", "预测", "forecast"];
    let key = names::key(remark);
    let forecast = FORECASTS.iter().any(|word| key.starts_with(word)) && key.chars().count() <= 8;
    if forecast || remark.parse::<Mark>().is_ok() { remark } else { "" }
}

fn observation(
    catalogue: &Catalogue,
    file: &str,
    header: &Header,
    row: &Row<'_>,
    separator: char,
    names: &Names,
) -> Result<Observation, (Vec<Wrong>, Option<Box<Observation>>)> {
    if let Some(wrong) = header.unfit(row, separator) {
        // The cells may have moved, so that not even the place is sure.
        return Err((vec![wrong], None));
    }
    let text = |column| header.text(row, column);
    let source = match text(Column::Source) {
        "" => format!("{file}:{}", row.line),
        source => format!("{file}:{} {source}", row.line),
    };
    let given = text(Column::Indicator);
    let record = Record {
        indicator: names.get(given).map_or(given, String::as_str),
        area: text(Column::Area),
        unit_kind: text(Column::UnitKind),
        unit_id: text(Column::UnitId),
        residence: text(Column::Residence),
        sex: text(Column::Sex),
        age: text(Column::Age),
        period: text(Column::Period),
        value: text(Column::Value),
        unit: match text(Column::Unit) {
            "" => header.unit(),
            unit => unit,
        },
        numerator: text(Column::Numerator),
        denominator: text(Column::Denominator),
        status: match text(Column::Status) {
            "" => in_remark(text(Column::Remark)),
            status => status,
        },
        break_before: text(Column::Break),
        source: &source,
    };
    record.read(catalogue).map_err(|errors| {
        let wrong = |error: &dabiao::data::RecordError| {
            let column = match Column::named(error.column()).unwrap_or(Column::Ignored) {
                // It stands in brackets behind the header of the values.
                Column::Unit if header.place(Column::Unit).is_none() => Column::Value,
                Column::Status if text(Column::Status).is_empty() && !text(Column::Remark).is_empty() => {
                    Column::Remark
                }
                column => column,
            };
            header.wrong(row, column, &error.error().zh(), &error.error().to_string())
        };
        (errors.iter().map(wrong).collect(), record.cell(catalogue).map(Box::new))
    })
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
