//! Judges a Parquet file of observations, and adds up the tallies of its parts.

use std::error::Error;
use std::path::PathBuf;

use dabiao::{Catalogue, Evaluator, Year};
use dabiao_parquet::{Judge, Part, PartTallies, Table, Tallies, Writer};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const HELP: &str = "\
dabiao-parquet judge FILE.parquet --year YEAR... [--out VERDICTS.parquet] [--part K/N] [--tally TALLY.json] [--threads N] [--strict]
dabiao-parquet merge TALLY.json...

  --year YEAR     2024, or 2021-2024; may come several times
  --out FILE      writes the verdicts as Parquet
  --part K/N      judges the counties that begin in part K of N of the row groups: 1/2, 2/2
  --tally FILE    writes the tallies of the part as JSON, for merge
  --threads N     threads; one by default
  --strict        exit with 1 if a row was refused";

struct Options {
    file: PathBuf,
    years: Vec<Year>,
    out: Option<PathBuf>,
    part: Part,
    tally: Option<PathBuf>,
    threads: usize,
    strict: bool,
}

/// `2024`, or `2021-2024`.
fn years(text: &str) -> Result<impl Iterator<Item = Result<Year>>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (Year, Year) = (first.parse()?, last.parse()?);
    if first > last {
        return Err(format!("the years {text} end before they begin").into());
    }
    Ok((first.number()..=last.number()).map(|year| Ok(Year::new(year)?)))
}

/// `1/2`.
fn part(text: &str) -> Result<Part> {
    let (number, of) = text.split_once('/').ok_or("a part is written 1/2")?;
    Ok(Part::new(number.parse()?, of.parse()?)?)
}

fn judge_options(arguments: &mut lexopt::Parser) -> Result<Options> {
    use lexopt::prelude::*;
    let (mut file, mut judged) = (None, vec![]);
    let (mut out, mut tally, mut threads, mut strict) = (None, None, 1, false);
    let mut chosen = Part::WHOLE;
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(path) if file.is_none() => file = Some(path.into()),
            Long("year") => {
                for year in years(&arguments.value()?.string()?)? {
                    judged.push(year?);
                }
            }
            Long("out") => out = Some(arguments.value()?.into()),
            Long("part") => chosen = part(&arguments.value()?.string()?)?,
            Long("tally") => tally = Some(arguments.value()?.into()),
            Long("threads") => threads = arguments.value()?.parse::<usize>()?.max(1),
            Long("strict") => strict = true,
            other => return Err(other.unexpected().to_string().into()),
        }
    }
    let file = file.ok_or("name the Parquet file")?;
    if judged.is_empty() {
        return Err("name a year: --year 2024".into());
    }
    Ok(Options { file, years: judged, out, part: chosen, tally, threads, strict })
}

fn judge(options: &Options) -> Result<Tallies> {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let table = Table::open(&options.file)?;
    if !table.ignored().is_empty() {
        eprintln!("{}: columns that are not read: {}", table.name(), table.ignored().join(", "));
    }
    let mut judge = Judge::new(&evaluator, options.years.iter().copied());
    let mut writer = None;
    if let Some(out) = &options.out {
        judge = judge.with_batches();
        writer = Some(Writer::create(out, &evaluator)?);
    }
    let mut whole = Tallies::default();
    judge.run(table.counties(options.part)?, options.threads, |county| {
        county.refused.iter().for_each(|refused| eprintln!("{}: {refused}", table.name()));
        if let (Some(writer), Some(verdicts)) = (&mut writer, &county.verdicts) {
            writer.write(verdicts)?;
        }
        whole.merge(county.tallies)
    })?;
    if let Some(writer) = writer {
        writer.close()?;
    }
    if let Some(tally) = &options.tally {
        PartTallies::new(options.part, &table, &evaluator, whole.clone()).write(tally)?;
    }
    Ok(whole)
}

fn run() -> Result<bool> {
    use lexopt::prelude::*;
    let mut arguments = lexopt::Parser::from_env();
    let (whole, strict) = match arguments.next()? {
        Some(Value(word)) if word == "judge" => {
            let options = judge_options(&mut arguments)?;
            (judge(&options)?, options.strict)
        }
        Some(Value(word)) if word == "merge" => {
            let mut parts = vec![];
            while let Some(argument) = arguments.next()? {
                match argument {
                    Value(path) => parts.push(PartTallies::read(&PathBuf::from(path))?),
                    other => return Err(other.unexpected().to_string().into()),
                }
            }
            (PartTallies::whole(parts)?, false)
        }
        Some(Long("help")) => {
            println!("{HELP}");
            return Ok(true);
        }
        _ => return Err(HELP.into()),
    };
    print!("{whole}");
    Ok(!strict || whole.rows.refused == 0)
}

fn main() -> std::process::ExitCode {
    dabiao_parquet::quiet_reader();
    match run() {
        Ok(true) => 0.into(),
        Ok(false) => 1.into(),
        Err(error) => {
            eprintln!("{error}");
            2.into()
        }
    }
}
