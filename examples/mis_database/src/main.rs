//! An existing database of indicators, judged where it stands.
//!
//! The tables `zb_*` and `org*` are the system's own and are only read. The verdicts go into tables of their own, in one
//! transaction; a second run over the same figures changes nothing.

mod database;
mod demo;
mod source;
mod store;

use std::process::ExitCode;

use dabiao::{
    Catalogue, Evaluator, Language, Observation, Outcome, Report, Year,
    ahead::Signal,
    data::{AreaData, Effect, Finding, FindingKind},
    text,
    values::{Counts, Ratio, names},
};
use dabiao_tables::print::{self, out};
use dabiao_tables::{alike, visible};
use database::{Cell, Database};
use source::{Place, Read, Refusal};
use store::Row;

const HELP: &str = "\
usage: dabiao-mis-database DATABASE --year YEAR [options]
       dabiao-mis-database --demo DATABASE
  DATABASE      an SQLite file, or postgres://USER@HOST:PORT/NAME
  --year YEAR   the assessed year
  --area CODE   one area (default: every area in the data)
  --demo        makes the tables of a database as offices keep it, awkward rows and all, and stops; never over one that is there
  --strict      exit with 1 if a row was refused, a finding made, or a target not met
  --help
Reads zb_value, zb_indicator, zb_map, org and org_year. Writes dabiao_run, dabiao_verdict, dabiao_warning, dabiao_finding and
dabiao_audit in one transaction, or nothing.
exit codes: 0; with --strict 1; 2 for wrong usage or a database that cannot be read or written
";

struct Arguments {
    database: String,
    year: Year,
    area: Option<String>,
    strict: bool,
}

enum Task {
    Help,
    Demo(String),
    Judge(Arguments),
}

fn main() -> ExitCode {
    match arguments().and_then(run) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Result<Task, String> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let (mut database, mut year, mut area, mut demo, mut strict) = (None, None, None, None, false);
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{HELP}");
    let value = |parser: &mut lexopt::Parser| parser.value().and_then(|value| value.string()).map_err(usage);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("year") => {
                year = Some(value(&mut parser)?.parse().map_err(|error| format!("--year: {error}"))?)
            }
            Long("area") => area = Some(value(&mut parser)?),
            Long("demo") => demo = Some(value(&mut parser)?),
            Long("strict") => strict = true,
            Long("help") | Short('h') => return Ok(Task::Help),
            Value(given) if database.is_none() => database = Some(given.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    match (demo, database, year) {
        (Some(demo), None, None) => Ok(Task::Demo(demo)),
        (Some(_), ..) => Err(format!("--demo stands alone\n{HELP}")),
        (None, Some(database), Some(year)) => Ok(Task::Judge(Arguments { database, year, area, strict })),
        (None, None, _) => Err(format!("name a database\n{HELP}")),
        (None, Some(_), None) => Err(format!("give the assessed year: --year 2024\n{HELP}")),
    }
}

fn run(task: Task) -> Result<ExitCode, String> {
    match task {
        Task::Help => {
            out(HELP);
            Ok(ExitCode::SUCCESS)
        }
        Task::Demo(name) => {
            let made = Database::open(&name, true).and_then(|mut database| demo::create(&mut database));
            made.map_err(|error| format!("{}: {error}; nothing was made", shown(&name)))?;
            out(&format!(
                "{}: a demo database; 全国 are published national figures, 示例旗 is made up. Judge it with --year 2024\n",
                shown(&name)
            ));
            Ok(ExitCode::SUCCESS)
        }
        Task::Judge(arguments) => judge(&arguments),
    }
}

/// The name of a database without the password that its address may have.
fn shown(name: &str) -> &str {
    name.rsplit_once('@').map_or(name, |(_, place)| place)
}

/// Everything that one area brings in one run.
struct Judged {
    report: Report,
    read: Read,
    /// Rows refused by the reader and, behind it, by the engine.
    refusals: Vec<Refusal>,
}

fn judge(arguments: &Arguments) -> Result<ExitCode, String> {
    let name = shown(&arguments.database);
    let said = |error: database::Error| format!("{name}: {error}; nothing was changed");
    let mut database = Database::open(&arguments.database, false).map_err(said)?;
    // One transaction from the first read to the last write: the verdicts are those of the figures beside them.
    let mut transaction = database.transaction().map_err(said)?;
    let catalogue = Catalogue::hangjin();
    let table = source::read(&mut transaction, &catalogue).map_err(said)?;
    let evaluator = Evaluator::new(&catalogue);
    let observations: Vec<Observation> = table.observations;
    let notices = alike::notices(&observations, Language::Chinese);
    let told = observations.into_iter().chain(table.unread);
    let data = catalogue.data(told).with_rosters(table.rosters);
    let mut areas = table.read;
    if let Some(wanted) = &arguments.area {
        areas.retain(|key, _| **key == *names::key(wanted));
        if areas.is_empty() {
            let known: Vec<&str> = data.areas().filter_map(AreaData::name).collect();
            return Err(format!(
                "{name}: there is no row for the area `{wanted}`; there are {}",
                known.join(", ")
            ));
        }
    }
    let mut judged = Vec::new();
    for (key, read) in areas {
        let report = evaluator
            .report_on(data.area_or_empty(&read.area), arguments.year, |_| true)
            .map_err(|error| format!("--year: {error}"))?;
        let refusals = table.refusals.iter().filter(|refusal| *names::key(&refusal.area) == *key).cloned();
        judged.push(Judged { refusals: refusals.collect(), read, report });
    }
    let scope = store::Scope { year: arguments.year.number(), area: arguments.area.clone() };
    let changed = store::write(&mut transaction, &scope, &rows(&judged)).map_err(said)?;
    transaction.commit().map_err(said)?;

    for notice in &notices {
        print::line(notice);
    }
    let mut clean = notices.is_empty();
    for one in &judged {
        clean &= one.refusals.is_empty()
            && one.report.findings.is_empty()
            && one.report.rollup.total.not_met + one.report.rollup.aspirations.not_met == 0;
        print(one);
    }
    out(&format!("{} rows changed\n", changed.total()));
    if changed.total() > 0 {
        out(&format!(
            "  {} inserted, {} updated, {} removed\n",
            changed.inserted, changed.updated, changed.removed
        ));
    }
    Ok(if arguments.strict && !clean { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What became of the rows of values.
struct Count {
    used: usize,
    /// Rows that nothing reads; the findings name them.
    unused: usize,
    refused: usize,
    rosters_refused: usize,
}

/// Refused are rows that could not be read and those that the engine refused; one row may have several findings.
fn count(one: &Judged) -> Count {
    let engine = one.report.findings.iter().filter(|finding| finding.kind.effect() == Effect::Refused);
    let places = one.refusals.iter().map(|refusal| refusal.place.clone()).chain(engine.map(place));
    let places: std::collections::BTreeSet<Place> = places.filter(|place| place.row != 0).collect();
    let refused = places.iter().filter(|place| place.table == "zb_value").count();
    let unused = one.report.findings.iter().map(|finding| match &finding.kind {
        FindingKind::UnknownUnitKind { rows, .. }
        | FindingKind::PartUnused { rows, .. }
        | FindingKind::UnitsUnused { rows, .. }
        | FindingKind::IndicatorUnused { rows, .. } => *rows,
        _ => 0,
    });
    let unused = unused.sum();
    let used = one.read.values.saturating_sub(refused + unused);
    Count { used, unused, refused, rosters_refused: places.len() - refused }
}

fn print(one: &Judged) {
    let report = &one.report;
    let tally = &report.rollup.total;
    let Count { used, unused, refused, rosters_refused } = count(one);
    out(&format!(
        "{} {}: {} rows read = {used} used + {unused} unused + {refused} refused; {} rows of rosters read, {rosters_refused} refused; \
         {} met, {} not met, {} undetermined of {}; {} findings, {} warnings\n",
        visible(report.area.as_deref().unwrap_or_default()),
        report.year,
        one.read.values,
        one.read.rosters,
        tally.met,
        tally.not_met,
        tally.undetermined,
        tally.total,
        report.findings.len() + one.refusals.len(),
        report.rows.iter().map(|row| row.judgement.warnings.len()).sum::<usize>(),
    ));
    for refusal in &one.refusals {
        print::line(&format!("  {}: {}: {}", refusal.place, refusal.column, refusal.message));
    }
    for finding in &report.findings {
        print::line(&format!("  {}", finding.zh()));
    }
    for row in report.rows.iter().filter(|row| row.assessment().outcome == Outcome::NotMet) {
        print::line(&format!("  {} {}", row.clause, text::sentence(row, Language::Chinese)));
    }
}

/// The row that a finding is about; findings on several rows name none.
fn place(finding: &Finding) -> Place {
    let mut parts =
        finding.source.as_deref().unwrap_or_default().split_whitespace().next().unwrap_or("").rsplitn(2, ':');
    match (parts.next().and_then(|row| row.parse().ok()), parts.next()) {
        (Some(row), Some(table)) => Place { table: table.to_owned(), row },
        _ => Place { table: String::new(), row: 0 },
    }
}

fn rows(judged: &[Judged]) -> store::Rows {
    let mut rows = store::Rows::default();
    for one in judged {
        let report = &one.report;
        let (area, year) =
            (report.area.as_deref().unwrap_or_default().to_owned(), i64::from(report.year.number()));
        let tally = &report.rollup.total;
        let Count { used, unused, refused, rosters_refused } = count(one);
        rows.run.push(Row::new(
            [area.clone().into(), year.into()],
            [
                i64::from(report.schema_version).into(),
                (*report.crate_version).into(),
                store::count(one.read.values),
                store::count(used),
                store::count(unused),
                store::count(refused),
                store::count(one.read.rosters),
                store::count(rosters_refused),
                store::count(tally.total),
                store::count(tally.met),
                store::count(tally.not_met),
                store::count(tally.undetermined),
                store::count(tally.not_applicable),
                store::count(tally.not_due),
                store::count(tally.not_judged),
            ],
        ));
        for row in &report.rows {
            let assessment = row.assessment();
            let sources: Vec<&str> = assessment
                .evidence
                .iter()
                .filter_map(|evidence| evidence.source.as_deref())
                .filter(|text| !text.is_empty())
                .collect();
            let counted = |of: fn(&Counts) -> u64| -> Cell {
                assessment.counts.as_ref().and_then(|counts| i64::try_from(of(counts)).ok()).into()
            };
            rows.verdict.push(Row::new(
                [area.clone().into(), year.into(), (&*row.target.id).into()],
                [
                    row.clause.as_str().into(),
                    (&*row.indicator.id).into(),
                    (&*row.indicator.zh).into(),
                    assessment.outcome.zh().into(),
                    row.judgement.standing.zh().into(),
                    text::asks(row, Language::Chinese).into(),
                    assessment.value.as_ref().map(Ratio::decimal).into(),
                    row.indicator.unit.code().into(),
                    counted(|counts| counts.numerator),
                    counted(|counts| counts.denominator),
                    assessment.margin.as_ref().map(Ratio::decimal).into(),
                    assessment.margin_unit.code().into(),
                    text::sentence(row, Language::Chinese).into(),
                    sources.join("；").into(),
                ],
            ));
            for warning in &row.judgement.warnings {
                rows.warning.push(Row::new(
                    [
                        area.clone().into(),
                        year.into(),
                        (&*row.target.id).into(),
                        code(&warning.signal).into(),
                    ],
                    [
                        warning.severity.map_or("说明", dabiao::ahead::Severity::zh).into(),
                        text::warning(row, warning, Language::Chinese).into(),
                    ],
                ));
            }
        }
        for refusal in &one.refusals {
            rows.finding.push(Row::new(
                [
                    area.clone().into(),
                    year.into(),
                    refusal.place.table.as_str().into(),
                    refusal.place.row.into(),
                    refusal.column.as_str().into(),
                    refusal.message.as_str().into(),
                ],
                ["拒收".into(), "".into()],
            ));
        }
        for finding in &report.findings {
            if let FindingKind::RelationBroken(broken) = &finding.kind {
                let sources: Vec<&str> =
                    broken.cells.iter().filter_map(|cell| cell.source.as_deref()).collect();
                rows.audit.push(Row::new(
                    [area.clone().into(), year.into(), (&*broken.relation).into(), sources.join("；").into()],
                    [broken.level.zh().into(), broken.zh().into(), broken.remedy_zh.as_str().into()],
                ));
                continue;
            }
            let place = place(finding);
            let effect = match finding.kind.effect() {
                Effect::Refused => "拒收",
                Effect::Unusable => "不可用",
                Effect::Judged => "照常评价",
                Effect::Unused => "未采用",
            };
            let cell = finding.cell.as_ref().map_or("", |cell| &*cell.zh);
            rows.finding.push(Row::new(
                [
                    area.clone().into(),
                    year.into(),
                    place.table.into(),
                    place.row.into(),
                    "".into(),
                    finding.kind.zh().into(),
                ],
                [effect.into(), cell.into()],
            ));
        }
    }
    rows
}

/// The code of a signal, as the JSON API has it.
fn code(signal: &Signal) -> String {
    let wire = serde_json::to_value(signal).unwrap_or_default();
    wire.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
