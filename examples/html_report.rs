//! A year's report as one page of HTML: self-contained, without scripts, to be read on a screen or printed.
//!
//! ```text
//! cargo run --example html_report [-- FILE.csv] [--year 2024] [--area AREA] [--plan women|children|all] [--lang zh|en] [--out FILE]
//! ```
//! Without a file it runs on published national figures of 2020-2024, compared with the banner's bounds.

use std::process::ExitCode;

use dabiao_tables::{compare::Comparison, page, print, run, visible};

const HELP: &str = "\
usage: html_report [FILE.csv] [options]
  FILE.csv             observations with a header (UTF-8 or GB18030); without it, published national figures
  --rosters FILE.csv   who should report: area,unit_kind,unit_id,year,size
  --year YEAR          the assessed year (default: the latest year in the data, at most 2030)
  --area AREA          the area (needed where the data speak of more than one, unless they are compared)
  --compare            the areas side by side: who meets what, who lies behind
  --expect AREA,AREA   the same, and names those of these areas that have not reported
  --own-plan FILE      a plan of your own beside the built-in ones, TOML or JSON
  --plan women|children|ID|all
  --method full|rounded  the judging method of GB/T 8170 (default: full)
  --lang zh|en
  --out FILE           where the page is written (default: standard output)
  --strict             exit with 1 if a row was refused, a roster not used, a finding made, or a target not met
exit: 0, with --strict 1 as said there, 2 for wrong usage or a file that cannot be read as a whole
";

struct Arguments {
    choices: run::Choices,
    out: Option<String>,
    strict: bool,
}

fn main() -> ExitCode {
    match arguments()
        .and_then(|arguments| arguments.map_or(Ok(ExitCode::SUCCESS), |arguments| write(&arguments)))
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
    let mut found = Arguments { choices: run::Choices::default(), out: None, strict: false };
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{HELP}");
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("out") => found.out = Some(run::value(&mut parser, HELP)?),
            Long("strict") => found.strict = true,
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
    Ok(Some(found))
}

fn write(arguments: &Arguments) -> Result<ExitCode, String> {
    let catalogue = arguments.choices.catalogue()?;
    let run = arguments.choices.run(&catalogue)?;
    for message in run.messages() {
        print::complain(&message);
    }
    if let Some(facts) = run.comparison(&arguments.choices)? {
        let language = arguments.choices.language;
        let comparison = Comparison { facts: &facts, reports: &run.reports, language };
        return finish(arguments, &run, &page::compare::write(&catalogue, &comparison));
    }
    let [report] = run.reports.as_slice() else {
        let areas: Vec<&str> = run.reports.iter().filter_map(|report| report.area.as_deref()).collect();
        return Err(format!(
            "the data speak of {} areas ({}); choose one with --area, or put them side by side with --compare",
            areas.len(),
            visible(&areas.join(", "))
        ));
    };
    let page = page::Page::new(&catalogue, &arguments.choices, &run, report);
    finish(arguments, &run, &page.write().map_err(|error| error.to_string())?)
}

fn finish(arguments: &Arguments, run: &run::Run<'_>, page: &str) -> Result<ExitCode, String> {
    match &arguments.out {
        Some(path) => std::fs::write(path, page).map_err(|error| format!("{path}: {error}"))?,
        None => print::out(page),
    }
    Ok(if arguments.strict && run.is_faulty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
