//! Writes a made-up nation as Parquet, and judges it.
//!
//! ```text
//! nation_parquet [--counties N] [--threads N] [--file FILE] [--out VERDICTS.parquet]
//! ```
//!
//! Every indicator of 2020-2024 for each county; all targets in each year from 2021, and as the last year of the plans leaves them.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use dabiao::{Catalogue, Evaluator, Year};
use dabiao_parquet::{Judge, Part, Table, Tallies, Writer, nation};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

struct Options {
    counties: u32,
    threads: usize,
    file: Option<PathBuf>,
    out: Option<PathBuf>,
}

fn options() -> Result<Options> {
    use lexopt::prelude::*;
    let mut options = Options { counties: nation::COUNTIES, threads: 1, file: None, out: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("counties") => options.counties = arguments.value()?.parse()?,
            Long("threads") => options.threads = arguments.value()?.parse::<usize>()?.max(1),
            Long("file") => options.file = Some(arguments.value()?.into()),
            Long("out") => options.out = Some(arguments.value()?.into()),
            Long("help") => {
                println!(
                    "nation_parquet [--counties N] [--threads N] [--file FILE] [--out VERDICTS.parquet]"
                );
                std::process::exit(0);
            }
            other => return Err(other.unexpected().to_string().into()),
        }
    }
    Ok(options)
}

/// The years that are judged: those with figures, and the last of the plans.
fn years(catalogue: &Catalogue) -> Result<Vec<Year>> {
    let figures = (nation::YEARS.start() + 1)..=*nation::YEARS.end();
    let mut years = figures.map(Year::new).collect::<std::result::Result<Vec<Year>, _>>()?;
    years.extend(catalogue.plans().map(|plan| plan.last).max());
    Ok(years)
}

fn main() -> Result<()> {
    let options = options()?;
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let own = std::env::temp_dir().join(format!("nation-{}.parquet", std::process::id()));
    let path = options.file.clone().unwrap_or_else(|| own.clone());
    let rows = nation::write(&path, &catalogue, options.counties)?;
    println!("{} counties, {rows} rows, {} bytes", options.counties, std::fs::metadata(&path)?.len());

    let years = years(&catalogue)?;
    let start = Instant::now();
    let table = Table::open(&path)?;
    let mut judge = Judge::new(&evaluator, years.iter().copied());
    let mut writer = None;
    if let Some(out) = &options.out {
        judge = judge.with_batches();
        writer = Some(Writer::create(out, &evaluator)?);
    }
    let mut whole = Tallies::default();
    judge.run(table.counties(Part::WHOLE)?, options.threads, |county| {
        if let (Some(writer), Some(verdicts)) = (&mut writer, &county.verdicts) {
            writer.write(verdicts)?;
        }
        whole.merge(county.tallies)
    })?;
    if let Some(writer) = writer {
        writer.close()?;
    }
    let seconds = start.elapsed().as_secs_f64();
    if options.file.is_none() {
        std::fs::remove_file(&own)?;
    }
    print!("{whole}");
    let (verdicts, threads) = (whole.verdicts(), options.threads);
    println!(
        "{threads} thread(s): {rows} rows, {verdicts} verdicts in {seconds:.2} s, {:.0} verdicts a second",
        verdicts as f64 / seconds
    );
    if let Some(peak) = peak_memory() {
        println!("peak memory {:.1} MiB", peak as f64 / 1024.0);
    }
    if rows != whole.rows.read {
        return Err(format!("{} rows were read of {rows}", whole.rows.read).into());
    }
    Ok(())
}

/// The most memory that the process has had, in KiB, where the system says.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
