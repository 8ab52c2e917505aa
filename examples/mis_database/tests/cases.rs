//! The cases of `tests/edges` as rows of a database.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "../../../tests/edges/mod.rs"]
#[expect(dead_code, reason = "other doors are asked by a request")]
mod edges;

use std::path::PathBuf;
use std::process::Command;

use dabiao::values::Ratio;
use rusqlite::{Connection, params};

use edges::{Case, Told, ask, cases};

fn told(case: &Case) -> Told {
    let name = case.name.replace(' ', "-");
    let path: PathBuf = std::env::temp_dir().join(format!("dabiao-edges-{}-{name}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let file = path.to_str().unwrap();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_dabiao-mis-database")).args(arguments).output().unwrap()
    };
    assert!(run(&["--demo", file]).status.success());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("DELETE FROM zb_value; DELETE FROM zb_indicator; DELETE FROM zb_map; DELETE FROM org; DELETE FROM org_year;")
        .unwrap();
    let org = |area: &str, kind: &str, name: &str| -> Option<i64> {
        if kind.is_empty() && name.is_empty() {
            return None;
        }
        connection
            .execute("INSERT INTO org (area, kind, name) VALUES (?1, ?2, ?3)", [area, kind, name])
            .unwrap();
        Some(connection.last_insert_rowid())
    };
    for [indicator, area, kind, unit, residence, sex, period, value, measure, status] in case.rows() {
        // The local code is the name itself.
        connection.execute("INSERT OR IGNORE INTO zb_map VALUES (?1, ?1)", [&indicator]).unwrap();
        connection
            .execute(
                "INSERT INTO zb_value (area, code, org_id, residence, sex, period, value, unit, status)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    area,
                    indicator,
                    org(&area, &kind, &unit),
                    residence,
                    sex,
                    period,
                    value,
                    measure,
                    status
                ],
            )
            .unwrap();
    }
    for [area, kind, unit, year] in case.rosters() {
        let unit = org(&area, &kind, &unit);
        connection
            .execute("INSERT INTO org_year (org_id, year) VALUES (?1, ?2)", params![unit, year])
            .unwrap();
    }
    let output = run(&[file, "--year", "2024"]);
    assert!(output.status.success(), "{}: {}", case.name, String::from_utf8_lossy(&output.stderr));

    let mut told = Told { printed: String::from_utf8(output.stdout).unwrap(), ..Told::default() };
    let area = case.area();
    let mut verdicts = connection
        .prepare(
            "SELECT target, outcome, value, sentence FROM dabiao_verdict WHERE area = ?1 AND year = 2024",
        )
        .unwrap();
    let verdict = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)));
    told.verdicts = verdicts.query_map([&area], verdict).unwrap().map(Result::unwrap).collect();
    // The column holds the number alone, in the unit of the indicator, and nothing for an interval.
    for (target, (_, value, _)) in &mut told.verdicts {
        let Some(shown) = case.shown(target) else { continue };
        let number: String =
            shown.chars().take_while(|found| found.is_ascii_digit() || *found == '.').collect();
        let same = match value.as_deref() {
            None => shown.starts_with('>'),
            Some(value) => value.parse::<Ratio>().ok() == number.parse::<Ratio>().ok(),
        };
        if same {
            *value = Some(shown);
        }
    }
    // A row that the reader refused has no cell; what the engine found has one, or is about the whole.
    let mut found = connection
        .prepare(
            "SELECT DISTINCT source_table, source_row, source_column, message, effect = '拒收' AND cell = ''
               FROM dabiao_finding WHERE effect NOT IN ('核实', '差错')",
        )
        .unwrap();
    let mut rows = found.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (table, place, column, message): (String, i64, String, String) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap());
        let refused: bool = row.get(4).unwrap();
        match (refused, table.as_str()) {
            (true, "zb_value") => {
                let column = if column == "code" { "indicator".to_owned() } else { column };
                told.refused.push((usize::try_from(place).unwrap() - 1, column, message));
            }
            (true, _) => told.findings.push(format!("名录：{message}")),
            (false, _) => told.findings.push(message),
        }
    }
    let counts = "SELECT rows_used, rows_unused FROM dabiao_run WHERE area = ?1";
    let counts = connection.query_row(counts, [&area], |row| Ok((row.get(0)?, row.get(1)?)));
    (told.used, told.unused) = counts.unwrap();
    let _ = std::fs::remove_file(&path);
    told
}

#[test]
fn by_a_database() {
    let cases = cases();
    // The program judges by the full value alone.
    ask(cases.iter().filter(|case| !case.is_rounded()), |case| vec![told(case)]);
}
