//! The tables of verdicts: what is there is compared with what should be, and only the difference is written.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A value for a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stored(Value);

impl From<&str> for Stored {
    fn from(text: &str) -> Self {
        Self(Value::Text(text.to_owned()))
    }
}

impl From<String> for Stored {
    fn from(text: String) -> Self {
        Self(Value::Text(text))
    }
}

impl From<i64> for Stored {
    fn from(number: i64) -> Self {
        Self(Value::Integer(number))
    }
}

impl<T: Into<Self>> From<Option<T>> for Stored {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self(Value::Null), Into::into)
    }
}

pub(crate) fn count(number: usize) -> Stored {
    i64::try_from(number).ok().into()
}

/// A row: its key and what stands beside it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    key: Vec<Value>,
    rest: Vec<Value>,
}

impl Row {
    pub(crate) fn new<const K: usize, const R: usize>(key: [Stored; K], rest: [Stored; R]) -> Self {
        let plain = |stored: Stored| stored.0;
        Self { key: key.into_iter().map(plain).collect(), rest: rest.into_iter().map(plain).collect() }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) run: Vec<Row>,
    pub(crate) verdict: Vec<Row>,
    pub(crate) warning: Vec<Row>,
    pub(crate) finding: Vec<Row>,
}

/// Which rows a run answers for: those of its year, and of its area where it was asked for one.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) year: i32,
    pub(crate) area: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Changed {
    pub(crate) inserted: usize,
    pub(crate) updated: usize,
    pub(crate) removed: usize,
}

impl Changed {
    pub(crate) fn total(&self) -> usize {
        self.inserted + self.updated + self.removed
    }
}

struct Table {
    name: &'static str,
    key: &'static [&'static str],
    rest: &'static [&'static str],
}

const RUN: Table = Table {
    name: "dabiao_run",
    key: &["area TEXT", "year INTEGER"],
    rest: &[
        "schema_version INTEGER",
        "crate_version TEXT",
        "catalogue_version TEXT",
        "settings TEXT",
        "rows_read INTEGER",
        "rows_used INTEGER",
        "rows_unused INTEGER",
        "rows_refused INTEGER",
        "roster_rows INTEGER",
        "roster_rows_refused INTEGER",
        "targets INTEGER",
        "met INTEGER",
        "not_met INTEGER",
        "undetermined INTEGER",
        "not_applicable INTEGER",
        "not_due INTEGER",
        "not_judged INTEGER",
    ],
};
const VERDICT: Table = Table {
    name: "dabiao_verdict",
    key: &["area TEXT", "year INTEGER", "target TEXT"],
    rest: &[
        "clause TEXT",
        "indicator TEXT",
        "name TEXT",
        "outcome TEXT",
        "standing TEXT",
        "asks TEXT",
        "value TEXT",
        "margin TEXT",
        "margin_unit TEXT",
        "reasons TEXT",
        "notes TEXT",
        "sentence TEXT",
        "sources TEXT",
    ],
};
const WARNING: Table = Table {
    name: "dabiao_warning",
    key: &["area TEXT", "year INTEGER", "target TEXT", "signal TEXT"],
    rest: &["clause TEXT", "severity TEXT", "sentence TEXT"],
};
const FINDING: Table = Table {
    name: "dabiao_finding",
    key: &[
        "area TEXT",
        "year INTEGER",
        "source_table TEXT",
        "source_row INTEGER",
        "source_column TEXT",
        "message TEXT",
    ],
    rest: &["effect TEXT", "cell TEXT", "beside TEXT", "remedy TEXT"],
};

fn bare(columns: &[&'static str]) -> Vec<&'static str> {
    columns.iter().map(|column| column.split(' ').next().unwrap_or(column)).collect()
}

/// A key as text that sorts: values have no order of their own.
fn key_text(key: &[Value]) -> String {
    format!("{key:?}")
}

/// Brings the tables to what they should say. The caller holds the transaction.
pub(crate) fn write(connection: &Connection, scope: &Scope, rows: &Rows) -> rusqlite::Result<Changed> {
    let mut changed = Changed::default();
    for (table, rows) in
        [(RUN, &rows.run), (VERDICT, &rows.verdict), (WARNING, &rows.warning), (FINDING, &rows.finding)]
    {
        sync(connection, &table, scope, rows, &mut changed)?;
    }
    Ok(changed)
}

fn sync(
    connection: &Connection,
    table: &Table,
    scope: &Scope,
    wanted: &[Row],
    changed: &mut Changed,
) -> rusqlite::Result<()> {
    let (name, key, rest) = (table.name, bare(table.key), bare(table.rest));
    let key_columns = key.join(", ");
    connection.execute(
        &format!(
            "CREATE TABLE IF NOT EXISTS {name} ({} NOT NULL, {}, PRIMARY KEY ({key_columns})) WITHOUT ROWID",
            table.key.join(" NOT NULL, "),
            table.rest.join(", "),
        ),
        [],
    )?;
    let all = [key.clone(), rest.clone()].concat().join(", ");
    let matching = |from: usize| {
        let terms = key.iter().enumerate().map(|(place, column)| format!("{column} = ?{}", place + from));
        terms.collect::<Vec<_>>().join(" AND ")
    };

    let mut there: BTreeMap<String, (Vec<Value>, Vec<Value>)> = BTreeMap::new();
    let mut statement = connection
        .prepare(&format!("SELECT {all} FROM {name} WHERE year = ?1 AND (?2 IS NULL OR area = ?2)"))?;
    let mut found = statement.query((scope.year, &scope.area))?;
    while let Some(row) = found.next()? {
        let value = |place: usize| row.get::<_, Value>(place);
        let values: Vec<Value> = (0..key.len() + rest.len()).map(value).collect::<Result<_, _>>()?;
        let (key, rest) = values.split_at(key.len());
        there.insert(key_text(key), (key.to_vec(), rest.to_vec()));
    }
    drop(found);
    drop(statement);

    let places = |from: usize, many: usize| {
        (from..from + many).map(|place| format!("?{place}")).collect::<Vec<_>>().join(", ")
    };
    let mut insert = connection
        .prepare(&format!("INSERT INTO {name} ({all}) VALUES ({})", places(1, key.len() + rest.len())))?;
    let mut update = connection.prepare(&format!(
        "UPDATE {name} SET ({}) = ({}) WHERE {}",
        rest.join(", "),
        places(key.len() + 1, rest.len()),
        matching(1)
    ))?;
    let mut remove = connection.prepare(&format!("DELETE FROM {name} WHERE {}", matching(1)))?;
    let mut done: BTreeMap<String, ()> = BTreeMap::new();
    for row in wanted {
        let text = key_text(&row.key);
        if done.insert(text.clone(), ()).is_some() {
            continue;
        }
        let values = || params_from_iter(row.key.iter().chain(&row.rest));
        match there.remove(&text) {
            None => changed.inserted += insert.execute(values())?,
            Some((_, rest)) if rest != row.rest => changed.updated += update.execute(values())?,
            Some(_) => {}
        }
    }
    for (key, _) in there.into_values() {
        changed.removed += remove.execute(params_from_iter(key))?;
    }
    Ok(())
}
