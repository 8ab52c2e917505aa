//! A county's workbook, read cell by cell, and judged.
//!
//! Nothing is guessed: what the book does not say is asked for, with the cell and the line that settles it.

mod answers;
mod book;
mod format;
mod layout;
mod read;

use std::collections::BTreeSet;
use std::process::ExitCode;

use dabiao::{Catalogue, Language, Observation, Outcome, Report, Year, data::Effect, text};

use dabiao::values::names::key;
use dabiao_tables::print::{self, out};
use dabiao_tables::{finding, visible};

use answers::{Answers, Questions};
use layout::Entry;
use read::{Context, Fate};

const HELP: &str = "\
usage: dabiao-workbook FILE.xlsx|xls|xlsb|ods|csv [options]
  --answers FILE    answers to the questions, TOML or JSON
  --profile NAME    what the marks of the source mean: chengdu-1991, china-1992, county, or a file of your own
  --year YEAR       the assessed year (default: the latest year in the book, at most 2030)
  --area AREA       one area, where the book holds several
  --json            the report as JSON; questions, where there are any, too
  --strict          exit with 1 if a cell was refused, a finding made, or a target not met
  --help
What the book does not say is asked for: the questions are printed and the exit code is 2. Answer them in a file and
name it with --answers. exit codes: 0; with --strict 1; 2 for questions, wrong usage or a file that cannot be read
";

#[derive(Default)]
struct Arguments {
    file: String,
    answers: Option<String>,
    profile: Option<String>,
    year: Option<Year>,
    area: Option<String>,
    json: bool,
    strict: bool,
}

fn main() -> ExitCode {
    match arguments().and_then(|arguments| match arguments {
        Some(arguments) => run(&arguments),
        None => {
            out(HELP);
            Ok(ExitCode::SUCCESS)
        }
    }) {
        Ok(code) => code,
        Err(message) => {
            message.lines().for_each(print::complain);
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Result<Option<Arguments>, String> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let mut found = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{HELP}");
    let value = |parser: &mut lexopt::Parser| parser.value().and_then(|value| value.string()).map_err(usage);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("answers") => found.answers = Some(value(&mut parser)?),
            Long("profile") => found.profile = Some(value(&mut parser)?),
            Long("year") => {
                found.year = Some(value(&mut parser)?.parse().map_err(|error| format!("--year: {error}"))?);
            }
            Long("area") => found.area = Some(value(&mut parser)?),
            Long("json") => found.json = true,
            Long("strict") => found.strict = true,
            Long("help") | Short('h') => return Ok(None),
            Value(file) if found.file.is_empty() => found.file = file.string().map_err(usage)?,
            other => return Err(usage(other.unexpected())),
        }
    }
    if found.file.is_empty() {
        return Err(format!("name a workbook\n{HELP}"));
    }
    Ok(Some(found))
}

/// How many cells there were, and what became of them.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    read: usize,
    used: usize,
    missing: usize,
    refused: usize,
    asked: usize,
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let catalogue = Catalogue::hangjin();
    let answers = Answers::read(arguments.answers.as_deref(), arguments.profile.as_deref())?;
    let sheets = book::open(&arguments.file)?;
    let mut questions = Questions::default();
    let (mut count, mut messages, mut heard) = (Count::default(), Vec::new(), Vec::new());
    let (mut observations, mut used): (Vec<Observation>, Vec<(String, usize)>) = (Vec::new(), Vec::new());
    // What was reported and could not be read is not silent.
    let mut unread: Vec<Observation> = Vec::new();
    let mut layouts = Vec::new();
    let mut rosters = Vec::new();
    let context = Context { catalogue: &catalogue, sheets: &sheets, answers: &answers };
    for (number, sheet) in sheets.iter().enumerate() {
        if let Some(found) =
            layout::roster(&catalogue, sheet).filter(|_| !answers.sheets.contains_key(&sheet.name))
        {
            let units = found.rosters.iter().map(|roster| roster.members.len()).sum::<usize>();
            heard.push(format!("{}: {units} units on rosters", sheet.name));
            (count.read, count.refused) =
                (count.read + found.refused.len(), count.refused + found.refused.len());
            let said = found.refused.iter();
            messages.extend(said.map(|(at, why)| format!("{}!{}: {why}", sheet.name, book::address(*at))));
            messages.extend(found.unused.iter().map(|why| format!("{}: {why}", sheet.name)));
            rosters.extend(found.rosters);
            continue;
        }
        let Some(layout) = layout::read(number, sheet, &catalogue, &answers, &mut questions) else {
            if answers.sheets.contains_key(&sheet.name) {
                heard.push(format!("{}: skipped, as answered", sheet.name));
            }
            continue;
        };
        for (at, why) in &layout.refused {
            (count.read, count.refused) = (count.read + 1, count.refused + 1);
            messages.push(format!("{}!{}: {why}", sheet.name, book::address(*at)));
        }
        for entry in &layout.entries {
            let cells = entry.cells().len();
            count.read += cells;
            match context.read(entry, &mut questions) {
                Fate::Used(observation) => {
                    count.used += cells;
                    used.push((observation.source.to_string(), cells));
                    observations.push(observation);
                }
                Fate::Missing(observation) => {
                    count.missing += cells;
                    observations.push(observation);
                }
                Fate::Refused(why, cell) => {
                    unread.extend(cell.map(|cell| *cell));
                    count.refused += cells;
                    messages.push(refusal(&sheet.name, entry, &why));
                }
                Fate::Asked => count.asked += cells,
            }
        }
        layouts.push((sheet.name.clone(), layout));
    }
    if !questions.all().is_empty() {
        match arguments.json {
            true => {
                let json = serde_json::json!({ "questions": questions.all() });
                out(&format!("{json:#}\n"));
            }
            false => out(&questions.print()),
        }
        return Ok(ExitCode::from(2));
    }
    let data = catalogue.data(observations.iter().chain(&unread).cloned()).with_rosters(rosters);
    // What the engine refuses was not used.
    let refused: BTreeSet<&str> = data
        .findings()
        .iter()
        .filter(|finding| finding.kind.effect() == Effect::Refused)
        .map(|finding| &*finding.source)
        .collect();
    for (_, cells) in used.iter().filter(|(source, _)| refused.contains(source.as_str())) {
        (count.used, count.refused) = (count.used - cells, count.refused + cells);
    }
    let area = match (&arguments.area, data.areas().collect::<Vec<_>>().as_slice()) {
        (Some(area), areas) if areas.iter().any(|known| key(known) == key(area)) => area.clone(),
        (Some(area), areas) => {
            return Err(format!("there is no area `{area}` in the book; there are {}", areas.join(", ")));
        }
        (None, []) => String::new(),
        (None, [one]) => (*one).to_owned(),
        (None, areas) => {
            return Err(format!("the book holds several areas ({}); choose with --area", areas.join(", ")));
        }
    };
    let last = Year::literal(2030);
    let years = observations.iter().map(|observation| observation.period.year()).filter(|year| *year <= last);
    let year = match arguments.year.or_else(|| years.max()) {
        Some(year) => year,
        None => {
            return Err(format!(
                "{}: no figure was found; the year is not known\n{}",
                arguments.file,
                messages.join("\n")
            ));
        }
    };
    let report =
        data.area(&area).and_then(|area| area.report(year)).map_err(|error| format!("--year: {error}"))?;
    let counted = format!(
        "{} cells read = {} used + {} missing with a reason + {} refused",
        count.read, count.used, count.missing, count.refused
    );
    if arguments.json {
        let json = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?;
        out(&format!("{json}\n"));
        eprintln!("{counted}");
        messages.iter().for_each(|message| print::complain(&format!("  {message}")));
    } else {
        show(&catalogue, &report, &counted, &messages, &heard, &layouts);
    }
    let tally = &report.rollup;
    let clean = count.refused == 0
        && report.findings.is_empty()
        && tally.total.not_met + tally.aspirations.not_met == 0;
    Ok(if arguments.strict && !clean { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn refusal(sheet: &str, entry: &Entry, why: &str) -> String {
    format!("{sheet}!{} {}: {why}", book::address(entry.at), entry.name)
}

fn show(
    catalogue: &Catalogue,
    report: &Report,
    counted: &str,
    messages: &[String],
    heard: &[String],
    layouts: &[(String, layout::Layout)],
) {
    out(&format!("{counted}\n"));
    for (name, layout) in layouts {
        print::line(&format!("  {name}: {}, {} figures", layout.kind, layout.entries.len()));
    }
    let list = |title: &str, lines: Vec<&String>| {
        if !lines.is_empty() {
            out(&format!("{title}\n"));
            lines.iter().for_each(|line| print::line(&format!("  {line}")));
        }
    };
    list("other sheets:", heard.iter().collect());
    list("columns left out:", layouts.iter().flat_map(|(_, layout)| &layout.left_out).collect());
    list("rows without figures:", layouts.iter().flat_map(|(_, layout)| &layout.headings).collect());
    list("refused:", messages.iter().collect());
    let findings: Vec<String> =
        report.findings.iter().map(|finding| finding::zh(catalogue, finding)).collect();
    list("findings:", findings.iter().collect());

    // Only targets on which the book says something.
    let spoken = report.rows.iter().filter(|row| {
        let assessment = row.assessment();
        !assessment.evidence.is_empty()
            || matches!(assessment.outcome, Outcome::Met | Outcome::NotMet | Outcome::NotApplicable)
            || assessment.reasons.iter().any(|reason| {
                reason.cause != dabiao::judge::Cause::Silent
                    && reason.cause != dabiao::judge::Cause::NoRoster
                    && reason.cause != dabiao::judge::Cause::PartMissing
            })
    });
    let rows = spoken.map(|row| {
        let assessment = row.assessment();
        let reasons: Vec<String> = assessment.reasons.iter().map(dabiao::judge::Reason::zh).collect();
        [
            row.clause.clone(),
            row.indicator.zh.to_string(),
            text::value(row, Language::Chinese).unwrap_or_else(|| "—".to_owned()),
            text::asks(row, Language::Chinese),
            match reasons.is_empty() {
                true => assessment.outcome.zh().to_owned(),
                false => format!("{}（{}）", assessment.outcome.zh(), reasons.join("；")),
            },
            row.judgement.standing.zh().to_owned(),
        ]
    });
    let table = print::table(["条款", "指标", "本年", "目标", "结果", "状态"], rows);
    let tally = &report.rollup.total;
    out(&format!(
        "{} {}年：目标{}项，达标{}，未达标{}，无法判断{}，其他{}\n{table}",
        visible(&report.area),
        report.year,
        tally.total,
        tally.met,
        tally.not_met,
        tally.undetermined,
        tally.not_applicable + tally.not_due + tally.not_judged
    ));
}
