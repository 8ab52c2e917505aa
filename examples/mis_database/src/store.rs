//! The tables of verdicts: what is there is compared with what should be, and only the difference is written.

use std::collections::{BTreeMap, BTreeSet};

use crate::database::{Cell, Result, Transaction};

/// The tables as they are made where they are not there.
const TABLES: &str = include_str!("../sql/tables.sql");

pub(crate) fn count(number: usize) -> Cell {
    i64::try_from(number).ok().into()
}

/// A row: its key and what stands beside it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    key: Vec<Cell>,
    rest: Vec<Cell>,
}

impl Row {
    pub(crate) fn new<const K: usize, const R: usize>(key: [Cell; K], rest: [Cell; R]) -> Self {
        Self { key: key.into(), rest: rest.into() }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) run: Vec<Row>,
    pub(crate) verdict: Vec<Row>,
    pub(crate) warning: Vec<Row>,
    pub(crate) finding: Vec<Row>,
    pub(crate) audit: Vec<Row>,
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
    key: &["area", "year"],
    rest: &[
        "schema_version",
        "crate_version",
        "rows_read",
        "rows_used",
        "rows_unused",
        "rows_refused",
        "roster_rows",
        "roster_rows_refused",
        "targets",
        "met",
        "not_met",
        "undetermined",
        "not_applicable",
        "not_due",
        "not_judged",
    ],
};
const VERDICT: Table = Table {
    name: "dabiao_verdict",
    key: &["area", "year", "target"],
    rest: &[
        "clause",
        "indicator",
        "name",
        "outcome",
        "standing",
        "asks",
        "value",
        "unit",
        "numerator",
        "denominator",
        "margin",
        "margin_unit",
        "sentence",
        "sources",
    ],
};
const WARNING: Table = Table {
    name: "dabiao_warning",
    key: &["area", "year", "target", "signal"],
    rest: &["severity", "sentence"],
};
const FINDING: Table = Table {
    name: "dabiao_finding",
    key: &["area", "year", "source_table", "source_row", "source_column", "message"],
    rest: &["effect", "cell"],
};
const AUDIT: Table = Table {
    name: "dabiao_audit",
    key: &["area", "year", "relation", "sources"],
    rest: &["level", "message", "remedy"],
};

/// A key as text that sorts: cells have no order of their own.
fn key_text(key: &[Cell]) -> String {
    format!("{key:?}")
}

/// Brings the tables to what they should say. The caller holds the transaction.
pub(crate) fn write(transaction: &mut Transaction<'_>, scope: &Scope, rows: &Rows) -> Result<Changed> {
    transaction.batch(TABLES)?;
    let mut changed = Changed::default();
    for (table, rows) in [
        (RUN, &rows.run),
        (VERDICT, &rows.verdict),
        (WARNING, &rows.warning),
        (FINDING, &rows.finding),
        (AUDIT, &rows.audit),
    ] {
        sync(transaction, &table, scope, rows, &mut changed)?;
    }
    Ok(changed)
}

fn sync(
    transaction: &mut Transaction<'_>,
    table: &Table,
    scope: &Scope,
    wanted: &[Row],
    changed: &mut Changed,
) -> Result<()> {
    let Table { name, key, rest } = table;
    let all = [*key, *rest].concat().join(", ");
    let matching = |from: usize| {
        let terms = key.iter().enumerate().map(|(place, column)| format!("{column} = ?{}", place + from));
        terms.collect::<Vec<_>>().join(" AND ")
    };
    let places = |from: usize, many: usize| {
        (from..from + many).map(|place| format!("?{place}")).collect::<Vec<_>>().join(", ")
    };

    let mut there: BTreeMap<String, (Vec<Cell>, Vec<Cell>)> = BTreeMap::new();
    for row in transaction.query(&format!("SELECT {all} FROM {name} WHERE year = {}", scope.year))? {
        let (key, rest) = row.split_at_checked(key.len()).unwrap_or((&row, &[]));
        let ours = match (&scope.area, key) {
            (Some(area), [Cell::Text(found), ..]) => area == found,
            _ => true,
        };
        if ours {
            there.insert(key_text(key), (key.to_vec(), rest.to_vec()));
        }
    }

    let (mut inserted, mut updated) = (Vec::new(), Vec::new());
    let mut done: BTreeSet<String> = BTreeSet::new();
    for row in wanted {
        let text = key_text(&row.key);
        if !done.insert(text.clone()) {
            continue;
        }
        let cells = || [row.key.as_slice(), &row.rest].concat();
        match there.remove(&text) {
            None => inserted.push(cells()),
            Some((_, rest)) if rest != row.rest => updated.push(cells()),
            Some(_) => {}
        }
    }
    let removed: Vec<Vec<Cell>> = there.into_values().map(|(key, _)| key).collect();

    changed.removed += transaction.execute(&format!("DELETE FROM {name} WHERE {}", matching(1)), &removed)?;
    let update = format!(
        "UPDATE {name} SET ({}) = ({}) WHERE {}",
        rest.join(", "),
        places(key.len() + 1, rest.len()),
        matching(1)
    );
    changed.updated += transaction.execute(&update, &updated)?;
    let insert = format!("INSERT INTO {name} ({all}) VALUES ({})", places(1, key.len() + rest.len()));
    changed.inserted += transaction.execute(&insert, &inserted)?;
    Ok(())
}
