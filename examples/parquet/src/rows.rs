//! From rows to observations.

use std::collections::BTreeMap;
use std::fmt;

use arrow_array::RecordBatch;
use dabiao::data::Datum;
use dabiao::values::{Counts, Period, Value};
use dabiao::{Catalogue, Number, Observation, Record, Year};

use crate::columns::{Cells, Column, Layout};

/// A row that was not taken in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// The row, counted from 1.
    pub row: u64,
    /// The column, where it is one.
    pub column: Option<&'static str>,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: ", self.row)?;
        if let Some(column) = self.column {
            write!(f, "column `{column}`: ")?;
        }
        f.write_str(&self.message)
    }
}

/// What rows say.
#[derive(Debug, Default)]
pub(crate) struct Observed {
    pub(crate) observations: Vec<Observation>,
    /// The cells of rows that were refused: something was reported there.
    pub(crate) unread: Vec<Observation>,
    /// One for each column that is wrong.
    pub(crate) refused: Vec<Refused>,
}

/// What a name of an indicator says by itself: the observation that a plain row with it becomes, but for area, time and value.
#[derive(Debug)]
pub(crate) struct Rows<'c> {
    catalogue: &'c Catalogue,
    plain: BTreeMap<&'c str, Observation>,
}

/// Columns that most rows leave empty.
const RARE: [Column; 8] = [
    Column::UnitKind,
    Column::UnitId,
    Column::Residence,
    Column::Sex,
    Column::Age,
    Column::Unit,
    Column::Status,
    Column::Break,
];

impl<'c> Rows<'c> {
    pub(crate) fn new(catalogue: &'c Catalogue) -> Self {
        let one = Datum::Value(Value::Number(Number::from(1_u32)));
        let mut plain = BTreeMap::new();
        for card in catalogue.indicators() {
            for name in [card.id.as_str(), card.zh.as_str()] {
                let row = Record { indicator: name, period: "2020", value: "1", ..Record::default() };
                // A name that brings a unit or a part with it, or is that of another card, is read row by row.
                let is_plain =
                    |row: &Observation| row.indicator == card.id && row.unit == card.unit && row.datum == one;
                plain.extend(row.read(catalogue).ok().filter(is_plain).map(|row| (name, row)));
            }
        }
        Self { catalogue, plain }
    }

    pub(crate) fn read(&self, layout: &Layout, runs: &[(u64, RecordBatch)]) -> Observed {
        let mut observed = Observed::default();
        for (first, rows) in runs {
            let table = Rectangle {
                columns: Column::ALL.map(|column| match layout.place(column) {
                    Some(place) => Cells::of(rows.column(place)),
                    None => Cells::Empty,
                }),
            };
            let rare = RARE.iter().any(|column| !matches!(table.cells(*column), Cells::Empty));
            observed.observations.reserve(rows.num_rows());
            let mut last: Option<(&str, &Observation)> = None;
            for place in 0..rows.num_rows() {
                let row = first + place as u64;
                let is_plain = !rare || RARE.iter().all(|column| table.cells(*column).is_blank(place));
                if is_plain {
                    let name = table.cells(Column::Indicator).text(place).unwrap_or_default();
                    // Rows that follow on each other mostly are of one indicator.
                    let known = last.filter(|(other, _)| *other == name).map(|(_, known)| known);
                    if let Some(known) = known.or_else(|| self.plain.get(name)) {
                        last = Some((name, known));
                        if let Some(observation) = plain(known, &table, place, row) {
                            observed.observations.push(observation);
                            continue;
                        }
                    }
                }
                self.by_text(&table, place, row, &mut observed);
            }
        }
        observed
    }

    /// Any row, by the one way in which rows of text are read.
    fn by_text(&self, table: &Rectangle<'_>, place: usize, row: u64, observed: &mut Observed) {
        let mut texts: [String; Column::ALL.len()] = Default::default();
        for (text, cells) in texts.iter_mut().zip(&table.columns) {
            cells.write(place, text);
        }
        let [
            area,
            indicator,
            period,
            value,
            numerator,
            denominator,
            unit_kind,
            unit_id,
            residence,
            sex,
            age,
            unit,
            status,
            break_before,
            source,
        ] = &texts;
        let source = source_of(row, source);
        let record = Record {
            indicator,
            area,
            unit_kind,
            unit_id,
            residence,
            sex,
            age,
            period,
            value,
            unit,
            numerator,
            denominator,
            status,
            break_before,
            source: &source,
        };
        let mut refused = vec![];
        if area.trim().is_empty() {
            let message = "it is empty: name the area of the row".to_owned();
            refused.push(Refused { row, column: Some(Column::Area.name()), message });
        }
        match record.read(self.catalogue) {
            Ok(observation) if refused.is_empty() => observed.observations.push(observation),
            Ok(_) => {}
            Err(errors) => {
                refused.extend(errors.iter().map(|error| Refused {
                    row,
                    column: Some(error.column()),
                    message: error.error().to_string(),
                }));
                if !area.trim().is_empty() {
                    observed.unread.extend(record.cell(self.catalogue));
                }
            }
        }
        observed.refused.extend(refused);
    }
}

/// Where a row comes from, as findings say it.
fn source_of(row: u64, given: &str) -> String {
    match given.trim() {
        "" => format!("row {row}"),
        given => format!("row {row} {given}"),
    }
}

/// The number of the row that a finding names.
pub(crate) fn row_of(source: &str) -> Option<u64> {
    source.strip_prefix("row ")?.split(' ').next()?.parse().ok()
}

/// Rows of one batch, column by column.
struct Rectangle<'a> {
    columns: [Cells<'a>; Column::ALL.len()],
}

impl<'a> Rectangle<'a> {
    fn cells(&self, column: Column) -> &Cells<'a> {
        self.columns.get(column as usize).unwrap_or(&Cells::Empty)
    }
}

/// A row of area, indicator, time and numbers that stand in columns of numbers; `None` where it says more, or is wrong: what
/// becomes of it then is settled in one place, by `Record`.
fn plain(known: &Observation, table: &Rectangle<'_>, place: usize, row: u64) -> Option<Observation> {
    let number = |column| match table.cells(column) {
        cells if cells.is_blank(place) => Some(None),
        cells => cells.number(place).map(Some),
    };
    let count = |column| match number(column)? {
        None => Some(None),
        Some((digits, 0)) => u64::try_from(digits).ok().map(Some),
        Some(_) => None,
    };
    let counts = match (count(Column::Numerator)?, count(Column::Denominator)?) {
        (Some(numerator), Some(denominator)) => Some(Counts { numerator, denominator }),
        (None, None) => None,
        _ => return None,
    };
    let value = match number(Column::Value)? {
        Some((digits, places)) => Some(Number::new(digits, places).ok()?),
        None => None,
    };
    let value = match (value, counts) {
        (None, None) => return None,
        (Some(number), None) => Value::Number(number),
        (None, Some(counts)) => Value::Counts(counts),
        (Some(number), Some(counts)) => Value::Both { counts, number },
    };
    let period = match table.cells(Column::Period) {
        Cells::Digits(..) => match number(Column::Period)?? {
            (year, 0) => Period::from(Year::new(i32::try_from(year).ok()?).ok()?),
            _ => return None,
        },
        cells => cells.text(place)?.parse().ok()?,
    };
    let mut area = String::new();
    table.cells(Column::Area).write(place, &mut area);
    let source = table.cells(Column::Source).text(place).unwrap_or_default();
    // Nothing to trim, and far from the length at which a text is refused.
    if area.trim() != area || !(1..=500).contains(&area.len()) || source.len() > 10_000 {
        return None;
    }
    Some(Observation {
        period,
        datum: Datum::Value(value),
        ..known.clone().in_area(area).from_source(source_of(row, source))
    })
}
