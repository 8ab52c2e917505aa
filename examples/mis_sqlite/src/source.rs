//! The tables of the existing system, read as they are.

use std::collections::BTreeMap;
use std::fmt;

use dabiao::{Catalogue, Number, Observation, Record, Roster, values::names};
use dabiao_tables::header::Column;
use dabiao_tables::rosters::{Builder, Texts};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// The rows to judge, each with its own key. A host with other tables changes this and the two below.
const VALUES: &str = "\
    SELECT v.rowid, coalesce(v.area, ''), v.code, m.dabiao_id, o.kind, v.org_id, o.name, v.residence, v.sex, v.age,
           v.period,
           v.value, coalesce(v.unit, i.unit), v.numerator, v.denominator, v.status, v.reason, v.changed_definition
      FROM zb_value v
      LEFT JOIN zb_indicator i ON i.code = v.code
      LEFT JOIN zb_map m ON m.code = v.code
      LEFT JOIN org o ON o.id = v.org_id
     ORDER BY v.rowid";
const MEMBERS: &str = "\
    SELECT y.rowid, coalesce(o.area, ''), o.kind, o.name, y.year, y.size, y.org_id, o.id IS NOT NULL
      FROM org_year y LEFT JOIN org o ON o.id = y.org_id
     ORDER BY y.rowid";

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

/// A stored value as text.
///
/// A REAL is binary and is taken to 15 significant digits, as SQLite itself shows it: 89.99999999999999 is 90.
pub(crate) fn exact(stored: ValueRef<'_>) -> Result<String, String> {
    match stored {
        ValueRef::Null => Ok(String::new()),
        ValueRef::Integer(number) => Ok(number.to_string()),
        ValueRef::Real(number) => {
            let exact = Number::from_f64(number, MAX_PLACES).map_err(|error| error.zh())?;
            Ok(exact.to_string())
        }
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => Err("文本不是UTF-8编码；请转换".to_owned()),
        },
        ValueRef::Blob(_) => Err("此处应为数或文本，存的是BLOB；请直接存数值".to_owned()),
    }
}

pub(crate) fn read(connection: &Connection, catalogue: &Catalogue) -> rusqlite::Result<Table> {
    let mut table = Table::default();
    values(connection, catalogue, &mut table)?;
    members(connection, catalogue, &mut table)?;
    Ok(table)
}

fn values(connection: &Connection, catalogue: &Catalogue, table: &mut Table) -> rusqlite::Result<()> {
    const COLUMNS: [&str; 18] = [
        "rowid",
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
        "unit",
        "numerator",
        "denominator",
        "status",
        "reason",
        "changed_definition",
    ];
    let mut statement = connection.prepare(VALUES)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let place = Place { table: "zb_value".to_owned(), row: row.get(0)? };
        let mut refusals: Vec<(String, String)> = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for (index, column) in COLUMNS.iter().enumerate() {
            texts.push(exact(row.get_ref(index)?).unwrap_or_else(|message| {
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
            value,
            unit,
            numerator,
            denominator,
            status,
            reason,
            changed,
        ] = texts.as_slice()
        else {
            continue;
        };
        table.count(area).values += 1;
        if id.is_empty() && refusals.is_empty() {
            let message = format!("本地代码“{code}”没有对应的指标；请加入zb_map");
            refusals.push(("code".to_owned(), message));
        }
        if !org.is_empty() && kind.is_empty() && name.is_empty() {
            refusals.push(("org_id".to_owned(), no_such_unit(org)));
        }
        let source = place.to_string();
        let changed = if changed == "1" { "yes" } else { changed };
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
            status: if reason.is_empty() { status } else { reason },
            break_before: if changed == "0" { "" } else { changed },
            source: &source,
        };
        if !refusals.is_empty() {
            table.unread.extend(record.cell(catalogue));
        } else {
            match record.read(catalogue) {
                Ok(observation) => table.observations.push(observation),
                Err(errors) => {
                    table.unread.extend(record.cell(catalogue));
                    refusals.extend(errors.iter().map(|wrong| {
                        let column = match wrong.column() {
                            "indicator" => "code",
                            "status" if !reason.is_empty() => "reason",
                            "break" => "changed_definition",
                            other => other,
                        };
                        (column.to_owned(), wrong.error().zh())
                    }));
                }
            }
        }
        table.refusals.extend(refusals.into_iter().map(|(column, message)| Refusal {
            area: area.clone(),
            place: place.clone(),
            column,
            message,
        }));
    }
    Ok(())
}

fn no_such_unit(org: &str) -> String {
    format!("org表中没有“{org}”；请改正该行，或补上该单位")
}

fn members(connection: &Connection, catalogue: &Catalogue, table: &mut Table) -> rusqlite::Result<()> {
    let mut builder = Builder::new(catalogue);
    // Rows of units that `org` does not have: whose they are is not known.
    let mut strays: Vec<(Place, String)> = Vec::new();
    let mut statement = connection.prepare(MEMBERS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let place = Place { table: "org_year".to_owned(), row: row.get(0)? };
        let mut unreadable: Vec<(&str, String)> = Vec::new();
        let mut text = |index: usize, column: &'static str| -> rusqlite::Result<String> {
            Ok(exact(row.get_ref(index)?).unwrap_or_else(|message| {
                unreadable.push((column, message));
                String::new()
            }))
        };
        let (area, kind, id) = (text(1, "area")?, text(2, "kind")?, text(3, "name")?);
        let (year, size, org) = (text(4, "year")?, text(5, "size")?, text(6, "org_id")?);
        if !row.get::<_, bool>(7)? {
            builder.tear_all();
            strays.push((place, org));
            continue;
        }
        table.count(&area).rosters += 1;
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
        table.refusals.extend(refusals.map(|(column, message)| Refusal {
            area: area.clone(),
            place: place.clone(),
            column: column.to_owned(),
            message,
        }));
    }
    let (rosters, incomplete) = builder.finish();
    table.rosters = rosters;
    // Which row tore it stands among the refusals.
    table.refusals.extend(incomplete.into_iter().map(|lost| Refusal {
        place: Place { table: "org_year".to_owned(), row: 0 },
        column: "year".to_owned(),
        message: lost.wrong().zh,
        area: lost.area,
    }));
    // They may be of any area, and are told in each.
    let areas: Vec<String> = table.read.values().map(|read| read.area.clone()).collect();
    for (area, (place, org)) in areas.iter().flat_map(|area| strays.iter().map(move |stray| (area, stray))) {
        table.count(area).rosters += 1;
        table.refusals.push(Refusal {
            area: area.clone(),
            place: place.clone(),
            column: "org_id".to_owned(),
            message: no_such_unit(org),
        });
    }
    Ok(())
}
