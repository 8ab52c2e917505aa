//! The program as a user runs it, on SQLite databases of its own.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _};

struct Database(PathBuf);

impl Database {
    fn demo(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dabiao-mis-{}-{name}.db", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let made = Self(path);
        assert_eq!(run(&["--demo", made.path()]).status.code(), Some(0));
        made
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn open(&self) -> Connection {
        Connection::open(&self.0).unwrap()
    }

    fn judge(&self, more: &[&str]) -> Output {
        run(&[&[self.path(), "--year", "2024"], more].concat())
    }

    /// Everything in it: the words of every table and every row.
    fn dump(&self) -> String {
        let connection = self.open();
        let mut schema =
            connection.prepare("SELECT name, sql FROM sqlite_master ORDER BY type, name").unwrap();
        let tables: Vec<(String, Option<String>)> =
            schema.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
        let mut dump = String::new();
        for (name, sql) in tables {
            let Some(sql) = sql else { continue };
            dump += &format!("{sql};\n");
            if !sql.starts_with("CREATE TABLE") {
                continue;
            }
            let mut select = connection.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns = select.column_count();
            let mut rows = select.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values: Vec<Value> = (0..columns).map(|column| row.get(column).unwrap()).collect();
                dump += &format!("{name} {values:?}\n");
            }
        }
        dump
    }

    fn one(&self, sql: &str) -> Option<String> {
        self.open().query_row(sql, [], |row| row.get(0)).optional().unwrap()
    }

    fn outcome(&self, area: &str, target: &str) -> String {
        let sql = format!(
            "SELECT outcome FROM dabiao_verdict WHERE area = '{area}' AND year = 2024 AND target = '{target}'"
        );
        self.one(&sql).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dabiao-mis-database")).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const PRESCHOOL: &str = "children.education.g2.preschool-gross-enrolment-rate";
const RETENTION: &str = "women.education.g4.compulsory-education-retention-rate";

#[test]
fn a_second_run_changes_nothing() {
    let database = Database::demo("twice");
    let first = database.judge(&[]);
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    assert!(!stdout(&first).contains("\n0 rows changed"));
    let after_first = database.dump();
    let second = database.judge(&[]);
    assert!(stdout(&second).ends_with("\n0 rows changed\n"), "{}", stdout(&second));
    assert_eq!(database.dump(), after_first);
}

#[test]
fn nothing_is_lost_and_each_row_is_named() {
    let database = Database::demo("rows");
    database.judge(&[]);
    let connection = database.open();
    let all: i64 = connection.query_row("SELECT count(*) FROM zb_value", [], |row| row.get(0)).unwrap();
    let sum = |column: &str| -> i64 {
        let sql = format!("SELECT sum({column}) FROM dabiao_run");
        connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    let (read, used, refused) = (sum("rows_read"), sum("rows_used"), sum("rows_refused"));
    assert_eq!(read, all);
    assert_eq!(read, used + sum("rows_unused") + refused);
    assert_eq!((sum("roster_rows"), sum("roster_rows_refused")), (4, 0));
    // The refused rows, by what the demo says of them.
    let mut select = connection
        .prepare(
            "SELECT DISTINCT v.remark FROM dabiao_finding f JOIN zb_value v ON v.id = f.source_row
              WHERE f.source_table = 'zb_value' AND f.effect = '拒收' ORDER BY v.id",
        )
        .unwrap();
    let remarks: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(
        remarks,
        [
            "单位错",
            "横线，没有原因",
            "NULL，没有原因",
            "字母O",
            "年份里的字母O",
            "没有对照的本地代码",
            "没有这个单位",
            "两列都有值"
        ]
    );
    assert_eq!(usize::try_from(refused).unwrap(), remarks.len());
    // An impossible value and a contradiction are not refused: they are named, and nothing is judged on them.
    let unusable = "SELECT group_concat(source_row, ' ') FROM dabiao_finding WHERE effect = '不可用'";
    assert_eq!(database.one(unusable).unwrap().split(' ').count(), 2);
}

#[test]
fn areas_that_may_be_one_and_rows_without_one_are_named_first() {
    let database = Database::demo("alike");
    assert!(!stdout(&database.judge(&[])).contains("只差一个字"));
    database
        .open()
        .execute_batch(
            "UPDATE zb_value SET area = '示例棋' WHERE id = (SELECT min(id) FROM zb_value WHERE area = '示例旗');
             UPDATE zb_value SET area = NULL WHERE id = (SELECT min(id) FROM zb_value WHERE area = '示例旗');",
        )
        .unwrap();
    let said = stdout(&database.judge(&[]));
    let mut lines = said.lines();
    assert!(lines.next().unwrap().starts_with("有1行没有写地区，单独成一份报告"), "{said}");
    assert!(lines.next().unwrap().starts_with("地区“示例旗”（"), "{said}");
}

#[test]
fn a_real_is_taken_to_fifteen_digits() {
    let database = Database::demo("real");
    let set = |value: &str| {
        database
            .open()
            .execute(&format!("UPDATE zb_value SET value = {value} WHERE remark LIKE 'REAL，差%'"), [])
            .unwrap();
        database.judge(&[]);
        (
            database.outcome("示例旗", PRESCHOOL),
            database
                .one(&format!(
                    "SELECT value FROM dabiao_verdict WHERE area = '示例旗' AND target = '{PRESCHOOL}'"
                ))
                .unwrap(),
        )
    };
    // As SQLite itself shows it.
    assert_eq!(set("89.99999999999999"), ("达标".into(), "90".into()));
    assert_eq!(set("0.1 + 89.9"), ("达标".into(), "90".into()));
    assert_eq!(set("90.0"), ("达标".into(), "90".into()));
    assert_eq!(set("89.9999999999"), ("未达标".into(), "89.9999999999".into()));
    // A column of numbers in SQLite holds a text where it is none.
    assert_eq!(set("'９０．０％'"), ("达标".into(), "90".into()));
    // As text it is judged as written, with a finding.
    assert_eq!(set("NULL, value_text = '89.99999999999999'"), ("未达标".into(), "89.99999999999999".into()));
    let told = database.one("SELECT message FROM dabiao_finding WHERE message LIKE '89.99999999999999%'");
    assert!(told.unwrap().contains("二进制"));
    // A quotient that a program computed is no published figure.
    let quotient =
        "UPDATE zb_value SET value = 100.0 / 3 * 2, value_text = NULL WHERE remark LIKE 'REAL，差%'";
    database.open().execute(quotient, []).unwrap();
    database.judge(&[]);
    let told = database.one("SELECT message FROM dabiao_finding WHERE message LIKE '%小数超过10位'");
    assert!(told.is_some());
    database.open().execute("UPDATE zb_value SET value = x'3434' WHERE remark LIKE 'REAL，差%'", []).unwrap();
    database.judge(&[]);
    let told = database.one("SELECT message FROM dabiao_finding WHERE message LIKE '%BLOB%'");
    assert_eq!(told.unwrap(), "此处应为数或文本，存的是BLOB；请直接存数值");
}

/// Every column that holds numbers as REAL, as a system has it that knows one kind of number: years, codes and counts too.
#[test]
fn columns_of_real_numbers_say_the_same() {
    const VERDICTS: &str =
        "SELECT group_concat(area || target || outcome || sentence, '; ') FROM dabiao_verdict";
    let plain = Database::demo("plain");
    plain.judge(&[]);
    let real = Database::demo("all-real");
    real.open()
        .execute_batch(
            "ALTER TABLE zb_value RENAME TO old;
             CREATE TABLE zb_value (
                id INTEGER PRIMARY KEY, area REAL, code TEXT, org_id REAL, residence TEXT, sex TEXT, age, period REAL, value REAL,
                value_text TEXT, unit TEXT, numerator REAL, denominator REAL, status TEXT, reason TEXT, changed_definition REAL, remark TEXT);
             INSERT INTO zb_value SELECT * FROM old;
             DROP TABLE old;
             ALTER TABLE org_year RENAME TO old_year;
             CREATE TABLE org_year (id REAL, org_id REAL, year REAL, size REAL);
             INSERT INTO org_year SELECT * FROM old_year;
             DROP TABLE old_year;",
        )
        .unwrap();
    real.judge(&[]);
    assert_eq!(real.one("SELECT DISTINCT typeof(period) FROM zb_value WHERE period = 2024").unwrap(), "real");
    let (expected, found) = (plain.one(VERDICTS).unwrap(), real.one(VERDICTS).unwrap());
    assert!(expected.contains("达标"));
    assert_eq!(found, expected);
    // What no number can hold is told; NaN is stored as NULL, and NULL is never zero.
    let set = |value: &str| {
        real.open()
            .execute(&format!("UPDATE zb_value SET value = {value} WHERE remark LIKE 'REAL，差%'"), [])
            .unwrap();
        real.judge(&[]);
        let message =
            "SELECT group_concat(f.message) FROM dabiao_finding f JOIN zb_value v ON v.id = f.source_row
                       WHERE f.source_table = 'zb_value' AND v.remark LIKE 'REAL，差%'";
        (real.outcome("示例旗", PRESCHOOL), real.one(message).unwrap_or_default())
    };
    for (value, message) in [("9e999", "“inf”"), ("9e999 - 9e999", "单元格为空"), ("1e300", "超过28位数字")]
    {
        let (outcome, told) = set(value);
        assert_eq!(outcome, "无法判断", "{value}");
        assert!(told.contains(message), "{value}: {told}");
    }
}

/// A row of a roster whose unit is nowhere leaves all rosters open: whose it is is not known.
#[test]
fn a_member_of_a_roster_that_is_nowhere() {
    let database = Database::demo("stray");
    database
        .open()
        .execute_batch(
            "DELETE FROM zb_value WHERE remark LIKE '苏木镇，不足90%';
             DELETE FROM org_year WHERE org_id NOT IN (1, 2);",
        )
        .unwrap();
    const IMMUNISATION: &str = "children.health.g6.immunisation-coverage";
    database.judge(&[]);
    assert_eq!(database.outcome("示例旗", IMMUNISATION), "达标");
    database.open().execute("INSERT INTO org_year (org_id, year) VALUES (99, 2024)", []).unwrap();
    let told = stdout(&database.judge(&[]));
    assert_eq!(database.outcome("示例旗", IMMUNISATION), "无法判断");
    assert!(told.contains("org_year:3: org_id: org表中没有“99”"), "{told}");
    assert!(told.contains("名录（示例旗 苏木镇 2024）有行被拒收，不完整，未采用"), "{told}");
    assert_eq!(
        database
            .one("SELECT roster_rows || ' ' || roster_rows_refused FROM dabiao_run WHERE area = '示例旗'")
            .unwrap(),
        "3 1"
    );
}

/// Cells, names and periods as tables write them are read here as everywhere else.
#[test]
fn cells_and_names_as_tables_write_them() {
    let database = Database::demo("written");
    let connection = database.open();
    connection
        .execute_batch("DELETE FROM zb_value; DELETE FROM zb_map; DELETE FROM org; DELETE FROM org_year")
        .unwrap();
    let cases = [
        // Name, sex, period, value, status, and the value or what is wrong.
        ("孕产妇死亡率（1/10万）", "", "2024 年", "14.3①", "", "14.3/10万"),
        ("1.婴儿死亡率", "", "２０２４", "4.0‰", "A", "4.0‰"),
        ("5岁以下儿童死亡率(‰)", "_T", "2024年", "5.6", "Normal value", "5.6‰"),
        ("新生儿死亡率 (‰)", "", "2024", "2.5（快报）", "", "2.5‰"),
        ("孕产妇系统管理率", "女", "2024", "94.5(+)", "", ">94.5% <94.55%"),
        ("适龄妇女宫颈癌人群筛查率", "合计", "2024", "973①‰", "", "第5个字符“‰”不应出现"),
        ("剖宫产率", "", "2024", "45,3", "", "“,”是千分位，不是小数点"),
        ("7岁以下儿童健康管理率", "", "2024", "95（预计）", "", "括号里的“预计”可能改变数值的含义"),
        ("学前教育毛入园率", "", "2023～2024学年度", "97.3%", "", "97.3%"),
        ("九年义务教育巩固率", "", "2023-2024", "97.3%\u{200b}", "", "第6个字符“U+200B”不应出现"),
    ];
    for (name, sex, period, value, status, _) in cases {
        connection.execute("INSERT INTO zb_map VALUES (?1, ?1)", [name]).unwrap();
        connection
            .execute(
                "INSERT INTO zb_value (area, code, sex, period, value_text, status) VALUES ('A', ?1, ?2, ?3, ?4, ?5)",
                [name, sex, period, value, status],
            )
            .unwrap();
    }
    let told = stdout(&database.judge(&[]));
    assert!(told.starts_with("A 2024: 10 rows read = 6 used + 0 unused + 4 refused;"), "{told}");
    for (name, .., said) in cases {
        let wrong = "SELECT count(*) FROM dabiao_finding WHERE message LIKE '%' || ?1 || '%'";
        let value = "SELECT count(*) FROM dabiao_verdict WHERE sentence LIKE '%' || ?1 || '%'";
        let count = |sql: &str| -> i64 { connection.query_row(sql, [said], |row| row.get(0)).unwrap() };
        assert!(count(wrong) + count(value) > 0, "{name}: {said}\n{told}");
    }
    // Both spellings of an area are one, shown as it was first written.
    connection
        .execute("INSERT INTO zb_value (area, code, period, value) VALUES (150625.0, '1.婴儿死亡率', 2024, 4), ('１５０６２５', '1.婴儿死亡率', 2023, 5)", [])
        .unwrap();
    let told = stdout(&database.judge(&[]));
    assert!(told.contains("150625.0 2024: 2 rows read = 2 used"), "{told}");
}

#[test]
fn a_final_value_replaces_a_provisional_one_and_the_missing_are_not_zero() {
    let database = Database::demo("settle");
    database.judge(&[]);
    assert_eq!(database.outcome("示例旗", RETENTION), "达标");
    assert_eq!(database.outcome("示例旗", "children.health.g3.under-5-mortality-rate"), "无法判断");
    let sentence = "SELECT sentence FROM dabiao_verdict WHERE area = '示例旗' AND target = 'children.health.g3.under-5-mortality-rate'";
    assert!(database.one(sentence).unwrap().contains("2024年数未填报"));
    // One township of four fails; the one that did not report cannot mend it.
    assert_eq!(database.outcome("示例旗", "children.health.g6.immunisation-coverage"), "未达标");
    database.open().execute("DELETE FROM zb_value WHERE remark LIKE '苏木镇，不足90%'", []).unwrap();
    database.judge(&[]);
    assert_eq!(database.outcome("示例旗", "children.health.g6.immunisation-coverage"), "无法判断");
}

#[test]
fn the_national_figures_are_judged_as_published() {
    let database = Database::demo("national");
    database.judge(&["--area", "全国"]);
    assert_eq!(database.outcome("全国", "women.health.g2.maternal-mortality-ratio"), "未达标");
    assert_eq!(database.outcome("全国", RETENTION), "未达标");
    assert_eq!(database.outcome("全国", "children.health.g3.under-5-mortality-rate"), "达标");
    assert_eq!(database.one("SELECT count(DISTINCT area) || '' FROM dabiao_verdict").unwrap(), "1");
}

#[test]
fn what_vanishes_is_removed_and_other_years_stay() {
    let database = Database::demo("vanish");
    database.judge(&[]);
    run(&[database.path(), "--year", "2023"]);
    let other = "SELECT group_concat(target || outcome || coalesce(value, '')) FROM dabiao_verdict WHERE year = 2023 AND area = '全国'";
    let before = database.one(other);
    let letter = "SELECT message FROM dabiao_finding WHERE year = 2024 AND message LIKE '%9O.5%'";
    assert!(database.one(letter).is_some());
    database.open().execute("UPDATE zb_value SET value_text = '90.5' WHERE value_text = '9O.5'", []).unwrap();
    database.judge(&[]);
    assert_eq!(database.one(letter), None);
    assert_eq!(database.one(other), before);
    // A whole area that is gone takes its verdicts with it.
    database.open().execute_batch("DELETE FROM zb_value WHERE area = '示例旗'; DELETE FROM org").unwrap();
    let output = database.judge(&[]);
    assert!(stdout(&output).contains(" removed"), "{}", stdout(&output));
    assert_eq!(database.one("SELECT DISTINCT area FROM dabiao_verdict WHERE year = 2024").unwrap(), "全国");
    assert_eq!(
        database
            .one("SELECT count(*) || '' FROM dabiao_finding WHERE year = 2024 AND area = '示例旗'")
            .unwrap(),
        "0"
    );
}

#[test]
fn a_failure_in_the_middle_leaves_everything_as_it_was() {
    let database = Database::demo("failure");
    // Before there is any table of verdicts: the last of them cannot be made.
    database.open().execute_batch("CREATE VIEW dabiao_finding AS SELECT 1 AS year, 2 AS area").unwrap();
    let before = database.dump();
    let output = database.judge(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("nothing was changed"), "{}", stderr(&output));
    assert_eq!(database.dump(), before);
    // With verdicts in place, while warnings are being written, after the verdicts.
    database.open().execute_batch("DROP VIEW dabiao_finding").unwrap();
    database.judge(&[]);
    database
        .open()
        .execute_batch(
            "CREATE TRIGGER stop BEFORE INSERT ON dabiao_warning BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;
             DELETE FROM zb_value WHERE area = '全国' AND period = '2024';",
        )
        .unwrap();
    let before = database.dump();
    let output = database.judge(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("the disk is full"), "{}", stderr(&output));
    assert_eq!(database.dump(), before);
    // Without the trigger the same run does change it, verdicts included.
    database.open().execute_batch("DROP TRIGGER stop").unwrap();
    assert_eq!(database.judge(&[]).status.code(), Some(0));
    assert_eq!(database.outcome("全国", RETENTION), "无法判断");
}

#[test]
fn usage_and_exit_codes() {
    let database = Database::demo("usage");
    assert_eq!(run(&["--help"]).status.code(), Some(0));
    assert_eq!(database.judge(&["--strict"]).status.code(), Some(1));
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&[]), Some(2));
    assert_eq!(code(&[database.path()]), Some(2));
    assert_eq!(code(&[database.path(), "--year", "2O24"]), Some(2));
    assert_eq!(code(&[database.path(), "--year", "2019"]), Some(2));
    assert_eq!(code(&[database.path(), "--year", "2024", "--area", "月球"]), Some(2));
    assert_eq!(code(&["--demo", database.path()]), Some(2), "an existing file is never overwritten");
    let missing = std::env::temp_dir().join("dabiao-mis-nothing-here.db");
    assert_eq!(code(&[missing.to_str().unwrap(), "--year", "2024"]), Some(2));
    assert!(!missing.exists(), "a missing database is not created");
}

/// The table that goes through every way in (`tests/conformance/one-table`), as rows of a database.
#[test]
fn a_database_gives_the_report_of_every_other_way_in() {
    const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance/one-table");
    let file = |name: &str| std::fs::read_to_string(format!("{PACK}/{name}")).unwrap();
    let cells = |text: &str| -> Vec<Vec<String>> {
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    };
    let database = Database::demo("ways-in");
    let connection = database.open();
    connection
        .execute_batch("DELETE FROM zb_value; DELETE FROM zb_indicator; DELETE FROM zb_map; DELETE FROM org; DELETE FROM org_year;")
        .unwrap();
    let org = |area: &str, kind: &str, name: &str| -> Option<i64> {
        if name.is_empty() {
            return None;
        }
        connection
            .execute("INSERT INTO org (area, kind, name) VALUES (?1, ?2, ?3)", [area, kind, name])
            .unwrap();
        Some(connection.last_insert_rowid())
    };
    for row in cells(&file("table.csv")) {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        let [
            name,
            area,
            kind,
            unit,
            residence,
            sex,
            period,
            value,
            measure,
            numerator,
            denominator,
            status,
            changed,
        ] = row.try_into().unwrap();
        // The local code is the name itself.
        connection.execute("INSERT OR IGNORE INTO zb_map VALUES (?1, ?1)", [name]).unwrap();
        connection
            .execute(
                "INSERT INTO zb_value (area, code, org_id, residence, sex, period, value_text, unit, numerator, denominator, status,
                 changed_definition) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, ''), ?9, ?10, ?11, ?12)",
                rusqlite::params![
                    area, name, org(area, kind, unit), residence, sex, period, value, measure, numerator, denominator, status,
                    i64::from(!changed.is_empty())
                ],
            )
            .unwrap();
    }
    for row in cells(&file("rosters.csv")) {
        let unit = org(&row[0], &row[1], &row[2]);
        connection
            .execute("INSERT INTO org_year (org_id, year) VALUES (?1, ?2)", rusqlite::params![unit, row[3]])
            .unwrap();
    }
    let told = stdout(&database.judge(&[]));
    assert!(
        told.starts_with(
            "A 2024: 17 rows read = 13 used + 1 unused + 3 refused; 4 rows of rosters read, 0 refused;"
        ),
        "{told}"
    );

    let report: dabiao::Report = {
        let mut report: serde_json::Value = serde_json::from_str(&file("report.json")).unwrap();
        for row in report["rows"].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("texts");
        }
        serde_json::from_value(report).unwrap()
    };
    assert_eq!(report.rows.len(), 10);
    for row in &report.rows {
        let assessment = row.assessment();
        let expected = [
            Some(assessment.outcome.zh().to_owned()),
            Some(row.judgement.standing.zh().to_owned()),
            assessment.value.as_ref().map(dabiao::values::Ratio::decimal),
            assessment.margin.as_ref().map(dabiao::values::Ratio::decimal),
            Some(dabiao::text::sentence(row, dabiao::Language::Chinese)),
        ];
        let stored = ["outcome", "standing", "value", "margin", "sentence"].map(|column| {
            let sql = format!(
                "SELECT {column} FROM dabiao_verdict WHERE area = 'A' AND year = 2024 AND target = ?1"
            );
            connection.query_row(&sql, [&*row.target.id], |row| row.get::<_, Option<String>>(0)).unwrap()
        });
        assert_eq!(stored, expected, "{}", row.target.id);
    }
    // What is told of rows that were not refused, but for the places: each way in has its own.
    let kinds = |finding: &dabiao::data::Finding| match &finding.kind {
        dabiao::data::FindingKind::PartUnused { rows, .. } => format!("{rows}行是部分人群"),
        kind => kind.zh(),
    };
    let refused = |finding: &&dabiao::data::Finding| finding.kind.effect() == dabiao::data::Effect::Refused;
    for finding in report.findings.iter().filter(|finding| !refused(finding)) {
        let sql = "SELECT count(*) FROM dabiao_finding WHERE area = 'A' AND message LIKE ?1 || '%'";
        let count: i64 = connection.query_row(sql, [kinds(finding)], |row| row.get(0)).unwrap();
        assert_eq!(count, 1, "{}", finding.kind.zh());
    }
}

// A relation that does not hold is between cells: both stand there with their rows and columns, and what would be right.
#[test]
fn a_broken_relation_names_both_cells() {
    let database = Database::demo("relation");
    assert_eq!(database.judge(&[]).status.code(), Some(0));
    let told = database.one("SELECT relation || '|' || sources || '|' || level || '|' || message || '|' || remedy FROM dabiao_audit");
    assert_eq!(
        told.as_deref(),
        Some(
            "jump|zb_value:1004；zb_value:1005|核实|核实：与上一个数相差不到十倍；学前教育毛入园率2024年90%（zb_value:1004，“数值”列），\
             学前教育毛入园率2023年0.3%（zb_value:1005，“数值”列）；相差十倍以上，请核对两处的小数点和单位|\
             相差十倍以上，请核对两处的小数点和单位"
        )
    );
}

/// The process is killed while the warnings are written, after the verdicts: nothing of it is there.
#[test]
fn killed_in_the_middle_nothing_is_half_there() {
    let database = Database::demo("killed");
    database.judge(&[]);
    // A warning that would be written for ever.
    database
        .open()
        .execute_batch(
            "CREATE TRIGGER stop BEFORE INSERT ON dabiao_warning BEGIN
                 SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n);
             END;
             DELETE FROM zb_value WHERE area = '全国' AND period = '2024';",
        )
        .unwrap();
    let before = database.dump();
    let mut child = Command::new(env!("CARGO_BIN_EXE_dabiao-mis-database"))
        .args([database.path(), "--year", "2024"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    // What is being changed is first put aside.
    let journal = PathBuf::from(format!("{}-journal", database.path()));
    let start = std::time::Instant::now();
    while !journal.exists() {
        assert_eq!(child.try_wait().unwrap(), None, "the program has ended");
        assert!(start.elapsed().as_secs() < 60, "nothing is written");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert_eq!(child.try_wait().unwrap(), None, "the program has ended");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(database.dump(), before);
    database.open().execute_batch("DROP TRIGGER stop").unwrap();
    assert_eq!(database.judge(&[]).status.code(), Some(0));
    assert_eq!(database.outcome("全国", RETENTION), "无法判断");
}
