//! The tables of the existing system, read as they are.

use std::collections::BTreeMap;
use std::fmt;

use crate::database::{Cell, Result, Transaction};
use dabiao::{Catalogue, Number, Observation, Record, Roster, values::names};
use dabiao_tables::header::Column;
use dabiao_tables::rosters::{Builder, Texts};

/// The rows to judge, each with its own key.
const VALUES: &str = include_str!("../sql/values.sql");
const MEMBERS: &str = include_str!("../sql/members.sql");

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) table: String,
    pub(crate) row: i64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.table, self.row)
    }
}

/// A row, or a part of one, that could not be read.
#[derive(Debug, Clone)]
pub(crate) struct Refusal {
    pub(crate) area: String,
    pub(crate) place: Place,
    pub(crate) column: String,
    /// In Chinese, as the findings beside it.
    pub(crate) message: String,
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) observations: Vec<Observation>,
    /// The cells of rows that could not be read.
    pub(crate) unread: Vec<Observation>,
    pub(crate) rosters: Vec<Roster>,
    pub(crate) refusals: Vec<Refusal>,
    /// How many rows there are for each area, by its folded name.
    pub(crate) read: BTreeMap<String, Read>,
}

/// The rows of an area.
#[derive(Debug, Clone, Default)]
pub(crate) struct Read {
    /// The area as first written.
    pub(crate) area: String,
    /// Rows of values.
    pub(crate) values: usize,
    /// Rows of rosters.
    pub(crate) rosters: usize,
}

impl Table {
    fn count(&mut self, area: &str) -> &mut Read {
        let read = || Read { area: area.to_owned(), ..Read::default() };
        self.read.entry(names::key(area).into_owned()).or_insert_with(read)
    }
}

/// The most decimal places of a REAL: more are a quotient that a program computed, and no figure that was published.
const MAX_PLACES: u32 = 10;

/// A cell as text.
///
/// A double is binary and is taken to 15 significant digits, as SQLite itself shows it: 89.99999999999999 is 90. A `real` is the shortest
/// decimal that is that number: 14.3 and not 14.3000001907349.
fn exact(cell: &Cell) -> std::result::Result<String, String> {
    let binary = |number: f64| match Number::from_f64(number, MAX_PLACES) {
        Ok(exact) => Ok(exact.to_string()),
        Err(error) => Err(error.zh()),
    };
    match cell {
        Cell::Null => Ok(String::new()),
        Cell::Whole(number) => Ok(number.to_string()),
        Cell::Double(number) => binary(*number),
        Cell::Single(number) => binary(number.to_string().parse().unwrap_or(f64::NAN)),
        Cell::Decimal(text) | Cell::Text(text) => Ok(text.clone()),
        Cell::Flag(_) => Err("此处应为数或文本，存的是boolean；请直接存数值".to_owned()),
        Cell::Other(of) => Err(format!("此处应为数或文本，存的是{of}；请直接存数值")),
    }
}

/// A year, a code or a count, which `numeric` may hold as 2024.0.
fn whole(cell: &Cell) -> Cell {
    match cell {
        Cell::Decimal(text) => match text.split_once('.') {
            Some((whole, places)) if places.bytes().all(|digit| digit == b'0') => whole.into(),
            _ => text.as_str().into(),
        },
        other => other.clone(),
    }
}

pub(crate) fn read(transaction: &mut Transaction<'_>, catalogue: &Catalogue) -> Result<Table> {
    let mut table = Table::default();
    for row in transaction.query(VALUES)? {
        table.value(&row, catalogue);
    }
    table.members(&transaction.query(MEMBERS)?, catalogue);
    Ok(table)
}

/// The key of a row of the system.
fn key(cell: Option<&Cell>) -> i64 {
    match cell {
        Some(Cell::Whole(key)) => *key,
        Some(other) => exact(&whole(other)).ok().and_then(|text| text.parse().ok()).unwrap_or_default(),
        None => 0,
    }
}

impl Table {
    fn value(&mut self, row: &[Cell], catalogue: &Catalogue) {
        const COLUMNS: [&str; 19] = [
            "id",
            "area",
            "code",
            "code",
            "unit_kind",
            "unit_id",
            "unit_id",
            "residence",
            "sex",
            "age",
            "period",
            "value",
            "value_text",
            "unit",
            "numerator",
            "denominator",
            "status",
            "reason",
            "changed_definition",
        ];
        let place = Place { table: "zb_value".to_owned(), row: key(row.first()) };
        let mut refusals: Vec<(String, String)> = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for (column, cell) in COLUMNS.iter().zip(row) {
            let text = match (*column, cell) {
                ("changed_definition", Cell::Flag(changed)) => Ok(i64::from(*changed).to_string()),
                ("value", _) => exact(cell),
                _ => exact(&whole(cell)),
            };
            texts.push(text.unwrap_or_else(|message| {
                refusals.push(((*column).to_owned(), message));
                String::new()
            }));
        }
        let [
            _,
            area,
            code,
            id,
            kind,
            org,
            name,
            residence,
            sex,
            age,
            period,
            number,
            written,
            unit,
            numerator,
            denominator,
            status,
            reason,
            changed,
        ] = texts.as_slice()
        else {
            return;
        };
        self.count(area).values += 1;
        if id.is_empty() && refusals.is_empty() {
            let message = format!("本地代码“{code}”没有对应的指标；请加入zb_map");
            refusals.push(("code".to_owned(), message));
        }
        if !org.is_empty() && kind.is_empty() && name.is_empty() {
            refusals.push(("org_id".to_owned(), no_such_unit(org)));
        }
        let value = match (number.trim().is_empty(), written.trim().is_empty()) {
            (false, false) => {
                let message = format!("value写的是“{number}”，value_text写的是“{written}”；请只留一个");
                refusals.push(("value_text".to_owned(), message));
                number
            }
            (false, true) => number,
            (true, _) => written,
        };
        let source = place.to_string();
        let changed = if changed == "1" { "yes" } else { changed };
        let reason_given = !reason.trim().is_empty();
        let record = Record {
            indicator: id,
            area,
            unit_kind: kind,
            unit_id: name,
            residence,
            sex,
            age,
            period,
            value,
            unit,
            numerator,
            denominator,
            status: if reason_given { reason } else { status },
            break_before: if changed == "0" { "" } else { changed },
            source: &source,
        };
        if !refusals.is_empty() {
            self.unread.extend(record.cell(catalogue));
        } else {
            match record.read(catalogue) {
                Ok(observation) => self.observations.push(observation),
                Err(errors) => {
                    self.unread.extend(record.cell(catalogue));
                    refusals.extend(errors.iter().map(|wrong| {
                        let column = match wrong.column() {
                            "indicator" => "code",
                            "status" if reason_given => "reason",
                            "break" => "changed_definition",
                            "value" if number.trim().is_empty() && !written.trim().is_empty() => "value_text",
                            other => other,
                        };
                        (column.to_owned(), wrong.error().zh())
                    }));
                }
            }
        }
        self.refusals.extend(refusals.into_iter().map(|(column, message)| Refusal {
            area: area.clone(),
            place: place.clone(),
            column,
            message,
        }));
    }

    fn members(&mut self, rows: &[Vec<Cell>], catalogue: &Catalogue) {
        let mut builder = Builder::new(catalogue);
        // Rows of units that `org` does not have: whose they are is not known.
        let mut strays: Vec<(Place, String)> = Vec::new();
        for row in rows {
            let place = Place { table: "org_year".to_owned(), row: key(row.first()) };
            let mut unreadable: Vec<(&str, String)> = Vec::new();
            let mut text = |index: usize, column: &'static str| {
                row.get(index).map_or_else(|| Ok(String::new()), |cell| exact(&whole(cell))).unwrap_or_else(
                    |message| {
                        unreadable.push((column, message));
                        String::new()
                    },
                )
            };
            let (area, kind, id) = (text(1, "area"), text(2, "kind"), text(3, "name"));
            let (year, size, org) = (text(4, "year"), text(5, "size"), text(6, "org_id"));
            if matches!(row.get(7), None | Some(Cell::Null)) {
                builder.tear_all();
                strays.push((place, org));
                continue;
            }
            self.count(&area).rosters += 1;
            let texts = Texts { area: &area, kind: &kind, id: &id, year: &year, size: &size };
            let slips = match unreadable.is_empty() {
                true => builder.add(texts).err().unwrap_or_default(),
                false => {
                    match unreadable.iter().any(|(column, _)| *column == "area") {
                        true => builder.tear_all(),
                        false => builder.tear(&area, &kind),
                    }
                    Vec::new()
                }
            };
            let slips = slips.into_iter().map(|(column, message, _)| {
                let column = match column {
                    Column::UnitKind => "kind",
                    Column::UnitId => "name",
                    Column::Period => "year",
                    _ => "size",
                };
                (column, message)
            });
            let refusals = unreadable.into_iter().chain(slips);
            self.refusals.extend(refusals.map(|(column, message)| Refusal {
                area: area.clone(),
                place: place.clone(),
                column: column.to_owned(),
                message,
            }));
        }
        let (rosters, incomplete) = builder.finish();
        self.rosters = rosters;
        // Which row tore it stands among the refusals.
        self.refusals.extend(incomplete.into_iter().map(|lost| Refusal {
            place: Place { table: "org_year".to_owned(), row: 0 },
            column: "year".to_owned(),
            message: lost.wrong().zh,
            area: lost.area,
        }));
        // They may be of any area, and are told in each.
        let areas: Vec<String> = self.read.values().map(|read| read.area.clone()).collect();
        for (area, (place, org)) in
            areas.iter().flat_map(|area| strays.iter().map(move |stray| (area, stray)))
        {
            self.count(area).rosters += 1;
            self.refusals.push(Refusal {
                area: area.clone(),
                place: place.clone(),
                column: "org_id".to_owned(),
                message: no_such_unit(org),
            });
        }
    }
}

fn no_such_unit(org: &str) -> String {
    format!("org表中没有“{org}”；请改正该行，或补上该单位")
}
