//! The program on PostgreSQL. `check.sh` starts a server for these tests; `DABIAO_POSTGRES` names it as `postgres://USER@HOST:PORT`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use postgres::{Client, NoTls, SimpleQueryMessage};

const PRESCHOOL: &str = "children.education.g2.preschool-gross-enrolment-rate";
const RETENTION: &str = "women.education.g4.compulsory-education-retention-rate";
const IMMUNISATION: &str = "children.health.g6.immunisation-coverage";
const WRITTEN: [&str; 5] =
    ["dabiao_run", "dabiao_verdict", "dabiao_warning", "dabiao_finding", "dabiao_audit"];
const KEPT: [&str; 5] = ["zb_value", "zb_indicator", "zb_map", "org", "org_year"];

/// A database of a test's own.
struct Database {
    server: String,
    name: String,
}

impl Database {
    fn demo(name: &str) -> Self {
        // Without a server there is nothing to test: ./check.sh starts one.
        let server = std::env::var("DABIAO_POSTGRES").unwrap();
        let made = Self { server, name: format!("mis_{name}") };
        let mut server = made.server();
        server.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", made.name)).unwrap();
        server.batch_execute(&format!("CREATE DATABASE {}", made.name)).unwrap();
        let told = run(&["--demo", &made.address()]);
        assert_eq!(told.status.code(), Some(0), "{}", stderr(&told));
        made
    }

    fn server(&self) -> Client {
        Client::connect(&format!("{}/postgres", self.server), NoTls).unwrap()
    }

    fn address(&self) -> String {
        format!("{}/{}", self.server, self.name)
    }

    fn open(&self) -> Client {
        Client::connect(&self.address(), NoTls).unwrap()
    }

    fn batch(&self, sql: &str) {
        self.open().batch_execute(sql).unwrap();
    }

    fn judge(&self) -> Output {
        run(&[&self.address(), "--year", "2024"])
    }

    fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for message in self.open().simple_query(sql).unwrap() {
            if let SimpleQueryMessage::Row(row) = message {
                rows.push((0..row.len()).map(|place| row.get(place).unwrap_or("NULL").to_owned()).collect());
            }
        }
        rows
    }

    fn one(&self, sql: &str) -> String {
        self.rows(sql).concat().concat()
    }

    /// Every row of tables, and of which transaction each is, so that a row written again is another one.
    fn dump(&self, tables: &[&str]) -> Vec<Vec<String>> {
        let dump = |table: &&str| {
            self.rows(&format!("SELECT '{table}', t.xmin, t.* FROM {table} t ORDER BY t::text"))
        };
        tables.iter().flat_map(dump).collect()
    }

    fn outcome(&self, target: &str) -> String {
        self.one(&format!(
            "SELECT outcome FROM dabiao_verdict WHERE area = '示例旗' AND year = 2024 AND target = '{target}'"
        ))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let _ = Client::connect(&format!("{}/postgres", self.server), NoTls)
            .and_then(|mut it| it.batch_execute(&drop));
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao-mis-database"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Waits for what another process brings about; fails where it does not within a minute.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn a_second_run_changes_nothing() {
    let database = Database::demo("twice");
    let kept = database.dump(&KEPT);
    let first = database.judge();
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    let written = database.dump(&WRITTEN);
    assert!(written.len() > 900, "{}", written.len());
    let second = database.judge();
    assert!(stdout(&second).ends_with("\n0 rows changed\n"), "{}", stdout(&second));
    assert_eq!(database.dump(&WRITTEN), written);
    assert_eq!(database.dump(&KEPT), kept);
    assert_eq!((database.outcome(PRESCHOOL), database.outcome(RETENTION)), ("达标".into(), "达标".into()));
    // A demo is made only where its tables are not there.
    let again = run(&["--demo", &database.address()]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("already exists; nothing was made"), "{}", stderr(&again));
}

/// The same system kept in the two databases: whatever is written and printed is the same.
#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn both_databases_get_the_same_rows() {
    let database = Database::demo("both");
    let file = std::env::temp_dir().join(format!("dabiao-mis-{}-both.db", std::process::id()));
    let _ = std::fs::remove_file(&file);
    let name = file.to_str().unwrap();
    assert_eq!(run(&["--demo", name]).status.code(), Some(0));
    assert_eq!(stdout(&run(&[name, "--year", "2024"])), stdout(&database.judge()));
    let sqlite = rusqlite::Connection::open(&file).unwrap();
    for table in WRITTEN.iter().chain(&KEPT) {
        let mut select = sqlite.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = select.column_names().into_iter().map(str::to_owned).collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut found = select.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cell = |place| match row.get_ref(place).unwrap() {
                rusqlite::types::ValueRef::Null => "NULL".to_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Real(number) => number.to_string(),
                rusqlite::types::ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                rusqlite::types::ValueRef::Blob(_) => panic!("a BLOB in {table}"),
            };
            rows.push((0..columns.len()).map(cell).collect());
        }
        let mut others = database.rows(&format!("SELECT {} FROM {table}", columns.join(", ")));
        rows.sort();
        others.sort();
        assert!(!rows.is_empty(), "{table}");
        assert_eq!(rows, others, "{table}");
    }
    let _ = std::fs::remove_file(&file);
}

/// The process is killed after the verdicts were written and before the warnings were: nothing of it is there, and the next run does
/// all of it.
#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn killed_in_the_middle_nothing_is_half_there() {
    for before in [false, true] {
        let database = Database::demo(if before { "killed_later" } else { "killed_first" });
        if before {
            assert_eq!(database.judge().status.code(), Some(0));
            // So that verdicts and warnings change.
            database.batch("DELETE FROM zb_value WHERE area = '全国' AND period = '2024'");
        } else {
            database.batch(include_str!("../sql/tables.sql"));
        }
        let old = database.dump(&WRITTEN);
        let mut other = database.open();
        let mut hold = other.transaction().unwrap();
        hold.batch_execute("LOCK TABLE dabiao_warning IN ACCESS EXCLUSIVE MODE").unwrap();
        let mut child = command(&[&database.address(), "--year", "2024"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Its verdicts are written, though nobody else sees them, and it waits for the warnings.
        let waiting = format!(
            "SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l USING (pid) WHERE a.datname = '{}' AND a.wait_event_type = 'Lock'
              AND l.relation = 'dabiao_verdict'::regclass AND l.mode = 'RowExclusiveLock' AND l.granted",
            database.name
        );
        until("the program does not come to the warnings", || {
            assert_eq!(child.try_wait().unwrap(), None, "the program has ended");
            database.one(&waiting) == "1"
        });
        child.kill().unwrap();
        child.wait().unwrap();
        hold.rollback().unwrap();
        let others = format!(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = '{}')",
            database.name
        );
        until("the killed program holds its lock", || database.one(&others) == "0");
        assert_eq!(database.dump(&WRITTEN), old);
        let next = database.judge();
        assert_eq!(next.status.code(), Some(0), "{}", stderr(&next));
        assert_ne!(database.dump(&WRITTEN), old);
        assert!(stdout(&database.judge()).ends_with("\n0 rows changed\n"));
    }
}

#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn a_failure_in_the_middle_leaves_everything_as_it_was() {
    let database = Database::demo("failure");
    database.judge();
    database.batch(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is full'; END $$;
         CREATE TRIGGER stop BEFORE INSERT ON dabiao_warning FOR EACH ROW EXECUTE FUNCTION full_disk();
         DELETE FROM zb_value WHERE area = '全国' AND period = '2024'",
    );
    let old = database.dump(&WRITTEN);
    let told = database.judge();
    assert_eq!(told.status.code(), Some(2));
    assert!(stderr(&told).contains("the disk is full; nothing was changed"), "{}", stderr(&told));
    assert_eq!(database.dump(&WRITTEN), old);
    database.batch("DROP TRIGGER stop ON dabiao_warning");
    assert_eq!(database.judge().status.code(), Some(0));
    assert_ne!(database.dump(&WRITTEN), old);
}

/// Two at once: the second waits, and finds everything written.
#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn two_programs_at_once() {
    let database = Database::demo("at_once");
    let start = || command(&[&database.address(), "--year", "2024"]).stdout(Stdio::piped()).spawn().unwrap();
    let children: [Child; 3] = [start(), start(), start()];
    let told = children.map(|child| child.wait_with_output().unwrap());
    assert!(told.iter().all(|one| one.status.code() == Some(0)));
    let idle = told.iter().filter(|one| stdout(one).ends_with("\n0 rows changed\n")).count();
    assert_eq!(idle, 2);
}

/// The columns of another system: fixed-width text with blanks, numeric, single precision, dates, true and false.
#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn columns_of_other_types_say_the_same() {
    let verdicts = |database: &Database| {
        assert_eq!(database.judge().status.code(), Some(0));
        database.rows("SELECT area, target, outcome, value, numerator, denominator, sentence FROM dabiao_verdict ORDER BY 1, 2")
    };
    let plain = Database::demo("plain");
    plain.batch("DELETE FROM zb_value WHERE period !~ '^[0-9]{4}$' OR remark LIKE 'REAL，差%'");
    let wanted = verdicts(&plain);
    let other = Database::demo("types");
    other.batch(
        "DELETE FROM zb_value WHERE period !~ '^[0-9]{4}$' OR remark LIKE 'REAL，差%';
         ALTER TABLE zb_value ALTER area TYPE char(12), ALTER code TYPE char(8), ALTER residence TYPE char(10), ALTER sex TYPE varchar(10),
             ALTER period TYPE numeric(8, 2) USING period::numeric, ALTER value TYPE real, ALTER value_text TYPE char(20),
             ALTER numerator TYPE numeric(10, 1), ALTER denominator TYPE bigint, ALTER org_id TYPE double precision,
             ALTER unit TYPE char(30), ALTER status TYPE char(30), ALTER changed_definition TYPE boolean USING changed_definition = 1;
         ALTER TABLE org_year ALTER year TYPE double precision, ALTER size TYPE numeric",
    );
    let found = verdicts(&other);
    assert_eq!(wanted.len(), found.len());
    for (wanted, found) in wanted.iter().zip(&found) {
        assert_eq!(wanted, found);
    }
}

#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn a_double_is_taken_to_fifteen_digits_and_what_is_no_number_is_told() {
    let database = Database::demo("double");
    let set = |of: &str, value: &str| {
        database.batch(&format!(
            "ALTER TABLE zb_value ALTER value TYPE {of} USING NULL::{of};
             UPDATE zb_value SET value = {value} WHERE remark LIKE 'REAL，差%'"
        ));
        assert_eq!(database.judge().status.code(), Some(0));
        let told = database.one(
            "SELECT string_agg(f.message, ' ') FROM dabiao_finding f JOIN zb_value v ON v.id = f.source_row
              WHERE f.source_table = 'zb_value' AND v.remark LIKE 'REAL，差%'",
        );
        (database.outcome(PRESCHOOL), told)
    };
    let (met, missed, open) = ("达标", "未达标", "无法判断");
    let double = "double precision";
    for (of, value, outcome, message) in [
        (double, "89.99999999999999", met, ""),
        (double, "89.9 + 0.1::float8", met, ""),
        (double, "89.9999999999", missed, ""),
        (double, "100 / 3::float8 * 2.8", open, "小数超过10位"),
        (double, "'NaN'", open, "“NaN”"),
        (double, "'-Infinity'", open, "“-inf”"),
        (double, "1e300", open, "超过28位数字"),
        ("real", "90.1", met, ""),
        ("real", "89.9", missed, ""),
        ("numeric", "89.99999999999999", missed, "像是二进制计算留下的尾数"),
        ("numeric", "90.000", met, ""),
        ("numeric", "'NaN'", open, "“NaN”"),
    ] {
        let (found, told) = set(of, value);
        assert_eq!(found, outcome, "{of} {value}: {told}");
        assert!(told.contains(message), "{of} {value}: {told}");
    }
    database.batch("ALTER TABLE zb_value DROP value; ALTER TABLE zb_value ADD value bytea; UPDATE zb_value SET value = '44' WHERE remark LIKE 'REAL，差%'");
    assert_eq!(database.judge().status.code(), Some(0));
    let told = database.one("SELECT DISTINCT message FROM dabiao_finding WHERE message LIKE '%bytea%'");
    assert_eq!(told, "此处应为数或文本，存的是bytea；请直接存数值");
}

/// The tables of the system are only read: a user who may do nothing else to them is enough.
#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn a_user_who_may_only_read_the_system() {
    let database = Database::demo("reader");
    database.batch(
        "DROP ROLE IF EXISTS mis_reader;
         CREATE ROLE mis_reader LOGIN;
         CREATE SCHEMA dabiao AUTHORIZATION mis_reader;
         ALTER ROLE mis_reader SET search_path = dabiao, public;
         GRANT SELECT ON zb_value, zb_indicator, zb_map, org, org_year TO mis_reader",
    );
    let (_, place) = database.server.split_once('@').unwrap();
    let told = run(&[&format!("postgres://mis_reader@{place}/{}", database.name), "--year", "2024"]);
    assert_eq!(told.status.code(), Some(0), "{}", stderr(&told));
    assert_eq!(database.one("SELECT count(*) FROM dabiao.dabiao_run"), "2");
    database.batch("DROP OWNED BY mis_reader; DROP ROLE mis_reader");
}

#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn units_that_were_renamed_count_under_their_name_of_today() {
    let database = Database::demo("renamed");
    let judged = || {
        assert_eq!(database.judge().status.code(), Some(0));
        database.outcome(IMMUNISATION)
    };
    // The third township told a figure below the bound, under its old name.
    assert_eq!(judged(), "未达标");
    database
        .batch("UPDATE zb_value SET value = 90.1 WHERE org_id = 5; DELETE FROM org_year WHERE org_id = 4");
    assert_eq!(judged(), "达标");
    // Renamed twice, and on the roster under its oldest name.
    database.batch(
        "INSERT INTO org VALUES (6, '示例旗', 'township', '丙公社', 5); UPDATE zb_value SET org_id = 6 WHERE org_id = 5;
         UPDATE org_year SET org_id = 6 WHERE org_id = 3",
    );
    assert_eq!(judged(), "达标");
    // Each the new name of the other: neither has a name of today.
    database.batch("UPDATE org SET renamed_to = 6 WHERE id = 3");
    assert_eq!(judged(), "无法判断");
    let told = database.one("SELECT string_agg(DISTINCT message, ' ') FROM dabiao_finding WHERE source_column = 'org_id' AND message LIKE '%6%'");
    assert!(told.contains("org表中没有“6”"), "{told}");
}

#[test]
#[ignore = "needs PostgreSQL: ./check.sh"]
fn a_server_or_database_that_is_not_there() {
    let database = Database::demo("absent");
    for address in [format!("{}/mis_nobody", database.server), "postgres://nobody@127.0.0.1:1/x".to_owned()] {
        let told = run(&[&address, "--year", "2024"]);
        assert_eq!(told.status.code(), Some(2));
        assert!(
            stderr(&told).contains("nothing was changed") && !stderr(&told).contains("nobody@"),
            "{}",
            stderr(&told)
        );
    }
}
