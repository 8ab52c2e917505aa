//! The main job: a year's report on every target of both plans.
//!
//! ```text
//! cargo run --example annual_report [-- FILE.csv] [--year 2024] [--plan women|children|all] [--lang zh|en] [--compare] [--json]
//! ```
//! Without a file it runs on published national figures of 2020-2024, compared with the banner's bounds.

use std::process::ExitCode;

use dabiao::Report;
use dabiao::report::AreaComparison;
use dabiao_tables::compare::{self, Comparison};
use dabiao_tables::document::{Block, Document};
use dabiao_tables::{audit, print, run};
use serde::ser::{SerializeMap as _, Serializer as _};

const HELP: &str = "\
usage: annual_report [FILE.csv|FOLDER] [options]
  FILE.csv             observations with a header (UTF-8 or GB18030); without it, published national figures
  FOLDER               every .csv file in it
  --rosters FILE.csv   who should report: area,unit_kind,unit_id,year,size
  --year YEAR          the assessed year (default: the latest year in the data, at most 2030)
  --area AREA          one area (default: every area in the data)
  --own-plan FILE      a plan of your own beside the built-in ones, TOML or JSON (more than once for several)
  --plan women|children|ID|all
  --method full|rounded  the judging method of GB/T 8170 (default: full)
  --lang zh|en
  --audit FILE.csv     write the audit (数据审核) as a sheet: one line for each finding
  --since FILE.json    what changed since an earlier report, as --json wrote it
  --compare            the areas side by side instead of a report for each: who meets what, who lies behind
  --expect AREA,AREA   the same, and names those of these areas that have not reported
  --width COLUMNS      how wide the report is (default: 100; at least 40)
  --json
  --strict             exit with 1 if a row was refused, a roster not used, a finding made, or a target not met
exit: 0, with --strict 1 as said there, 2 for wrong usage or a file that cannot be read as a whole
";

struct Arguments {
    choices: run::Choices,
    json: bool,
    strict: bool,
    width: usize,
    since: Option<String>,
    audit: Option<String>,
}

fn main() -> ExitCode {
    match arguments()
        .and_then(|arguments| arguments.map_or(Ok(ExitCode::SUCCESS), |arguments| report(&arguments)))
    {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Result<Option<Arguments>, String> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let mut found = Arguments {
        choices: run::Choices::default(),
        json: false,
        strict: false,
        width: 100,
        since: None,
        audit: None,
    };
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{HELP}");
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("json") => found.json = true,
            Long("strict") => found.strict = true,
            Long("audit") => found.audit = Some(run::value(&mut parser, HELP)?),
            Long("since") => found.since = Some(run::value(&mut parser, HELP)?),
            Long("width") => {
                let width = run::value(&mut parser, HELP)?;
                found.width = match width.parse() {
                    Ok(columns @ 40..) => columns,
                    _ => {
                        return Err(format!(
                            "--width takes a number of columns from 40 on, not `{width}`\n{HELP}"
                        ));
                    }
                };
            }
            Long("help") | Short('h') => {
                print::out(HELP);
                return Ok(None);
            }
            Long(option) => {
                let option = option.to_owned();
                if !found.choices.take(&option, &mut parser, HELP)? {
                    return Err(usage(Long(&option).unexpected()));
                }
            }
            Value(file) if found.choices.file.is_none() => {
                found.choices.file = Some(file.string().map_err(usage)?)
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    if found.choices.compare && found.since.is_some() {
        return Err(format!("--since compares the reports of one area; leave out --compare\n{HELP}"));
    }
    Ok(Some(found))
}

fn report(arguments: &Arguments) -> Result<ExitCode, String> {
    let catalogue = arguments.choices.catalogue()?;
    let run = arguments.choices.run(&catalogue)?;
    for message in run.messages() {
        print::complain(&message);
    }
    if let Some(file) = &arguments.audit {
        let sheet = audit::sheet(&run.reports, arguments.choices.language);
        std::fs::write(file, sheet).map_err(|error| format!("{file}: {error}"))?;
    }
    let comparison = run.comparison(&arguments.choices)?;
    if arguments.json {
        let stdout = std::io::BufWriter::new(std::io::stdout().lock());
        match write_json(stdout, &run, comparison.as_ref()) {
            // A reader that has gone away is no error.
            Err(error) if error.io_error_kind() != Some(std::io::ErrorKind::BrokenPipe) => {
                return Err(error.to_string());
            }
            _ => {}
        }
    } else {
        let document = Document { catalogue: &catalogue, run: &run, language: arguments.choices.language };
        let earlier = arguments.since.as_deref().map(earlier).transpose()?;
        let show = |blocks: &[Block]| print::out(&print::document(blocks, arguments.width));
        let before = document.before();
        show(&before);
        if !before.is_empty() {
            print::out("\n");
        }
        if let Some(facts) = &comparison {
            let language = arguments.choices.language;
            let title = compare::title(&catalogue, facts, language);
            print::out(&Comparison { facts, reports: &run.reports, language }.text(&title, arguments.width));
        }
        for report in run.reports.iter().filter(|_| comparison.is_none()) {
            show(&document.of(report, earlier.as_deref()));
        }
        show(&document.data());
    }
    Ok(if arguments.strict && run.is_faulty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Writes the reports one after another, none of them held as text.
fn write_json(
    mut out: impl std::io::Write,
    run: &run::Run<'_>,
    comparison: Option<&AreaComparison>,
) -> serde_json::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut out);
    let mut document = serializer.serialize_map(None)?;
    document.serialize_entry("embedded_national_figures", &run.embedded)?;
    document.serialize_entry("names", &run.embedded.then(|| mapping_json(&run.names)))?;
    document.serialize_entry(
        "rows",
        &serde_json::json!({ "read": run.table.read, "used": run.used, "unused": run.unused_rows, "refused": run.refused }),
    )?;
    let rosters = serde_json::json!({ "read": run.rosters.read, "refused": run.rosters.refused.len() });
    document.serialize_entry("roster_rows", &rosters)?;
    document.serialize_entry("refused", &run.messages())?;
    document.serialize_entry("above_header", &run.titles())?;
    document.serialize_entry("notices", &run.notices)?;
    document.serialize_entry("reports", &run.reports)?;
    if let Some(comparison) = comparison {
        document.serialize_entry("comparison", comparison)?;
    }
    document.end()?;
    out.write_all(b"\n").and_then(|()| out.flush()).map_err(serde_json::Error::io)
}

fn mapping_json(names: &[(String, String, String)]) -> serde_json::Value {
    names
        .iter()
        .map(|(name, indicator, remark)| serde_json::json!({ "name": name, "indicator": indicator, "remark": remark }))
        .collect()
}

/// The reports that an earlier run wrote with `--json`.
fn earlier(path: &str) -> Result<Vec<Report>, String> {
    let wrong = |error: String| format!("--since {path}: {error}");
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let mut document: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let reports = document.get_mut("reports").map(serde_json::Value::take).unwrap_or_default();
    serde_json::from_value(reports).map_err(|error| wrong(error.to_string()))
}
