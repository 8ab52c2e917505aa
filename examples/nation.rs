//! A nation judged county by county: writes a file of counties, then reads it again one county at a time.
//!
//! ```text
//! cargo run --release --example nation -- [--counties N] [--threads N] [--file FILE]
//! ```
//!
//! The file is CSV in order of counties: `area,indicator,period,value,numerator,denominator`. The numbers are drawn by a
//! small generator and say nothing about any county. However many counties there are, only a few are in memory.
#![expect(
    clippy::float_arithmetic,
    clippy::unwrap_used,
    reason = "times are divided; its own numbers are right"
)]

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dabiao::{Catalogue, Evaluator, Language, Year, plan::IndicatorKind, report::Tally};
use dabiao_tables::observations::{self, Names};
use dabiao_tables::progress;
use rayon::prelude::*;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const YEARS: std::ops::RangeInclusive<i16> = 2020..=2024;
const HEADER: &str = "area,indicator,period,value,numerator,denominator\n";
/// The years that are assessed: each that has figures, and the last of the plans.
const JUDGED: [Year; 5] =
    [Year::literal(2021), Year::literal(2022), Year::literal(2023), Year::literal(2024), Year::literal(2030)];
/// Counties that a thread has in hand at once.
const IN_HAND: usize = 4;

struct Options {
    counties: u32,
    threads: usize,
    file: Option<PathBuf>,
}

fn options() -> Result<Options> {
    use lexopt::prelude::*;
    let mut options =
        Options { counties: 100, threads: std::thread::available_parallelism()?.get(), file: None };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("counties") => options.counties = arguments.value()?.parse()?,
            Long("threads") => options.threads = arguments.value()?.parse::<usize>()?.max(1),
            Long("file") => options.file = Some(arguments.value()?.into()),
            Long("help") => {
                println!("nation [--counties N] [--threads N] [--file FILE]");
                std::process::exit(0);
            }
            other => return Err(other.unexpected().to_string().into()),
        }
    }
    Ok(options)
}

/// SplitMix64: the same counties in every run.
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ z >> 31) % end
    }
}

/// Writes the counties; gives rows and bytes.
fn write(path: &Path, catalogue: &Catalogue, counties: u32) -> Result<(u64, u64)> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(HEADER.as_bytes())?;
    let mut rows = 0;
    for county in 0..counties {
        let mut random = SplitMix(county.into());
        for card in catalogue.indicators() {
            let most = card.unit.per().map_or(60, u64::from).max(2);
            for year in YEARS {
                // One cell in fifty is missing.
                if random.below(50) == 0 {
                    continue;
                }
                rows += 1;
                write!(file, "{county:06},{},{year},", card.id)?;
                match (card.kind, card.unit.is_whole()) {
                    (IndicatorKind::Events, false) => {
                        let births = 300 + random.below(3_000);
                        writeln!(file, ",{},{births}", births * random.below(20) / most)?;
                    }
                    (IndicatorKind::Share, false) => {
                        let all = 500 + random.below(5_000);
                        writeln!(file, ",{},{all}", all * (70 + random.below(30)) / 100)?;
                    }
                    (_, true) => writeln!(file, "{},,", random.below(20))?,
                    _ => writeln!(file, "{}.{},,", most / 2 + random.below(most / 2), random.below(10))?,
                }
            }
        }
    }
    file.flush()?;
    Ok((rows, file.get_ref().metadata()?.len()))
}

/// One county's part of the file, below the header of the whole.
struct County {
    name: String,
    text: String,
}

/// Counties out of a file that is sorted by them; one line is read ahead.
struct Counties<R> {
    lines: R,
    next: String,
}

impl<R: BufRead> Counties<R> {
    fn new(mut lines: R) -> Result<Self> {
        let mut next = String::new();
        lines.read_line(&mut next)?;
        if next != HEADER {
            return Err(format!("the file begins with `{}`, not with the header", next.trim_end()).into());
        }
        next.clear();
        lines.read_line(&mut next)?;
        Ok(Self { lines, next })
    }

    fn county(&mut self) -> Result<Option<County>> {
        let name = match self.next.split_once(',') {
            Some((name, _)) => name.to_owned(),
            None => return Ok(None),
        };
        let mut text = HEADER.to_owned();
        while self.next.split_once(',').is_some_and(|(county, _)| county == name) {
            text.push_str(&self.next);
            self.next.clear();
            self.lines.read_line(&mut self.next)?;
        }
        Ok(Some(County { name, text }))
    }

    /// Some counties, at most so many.
    fn batch(&mut self, most: usize) -> Result<Vec<County>> {
        let mut batch = Vec::with_capacity(most);
        while batch.len() < most {
            match self.county()? {
                Some(county) => batch.push(county),
                None => break,
            }
        }
        Ok(batch)
    }
}

/// What is left of a county when it has been judged.
struct Judged {
    rows: usize,
    findings: usize,
    tallies: [Tally; JUDGED.len()],
}

fn judge(evaluator: &Evaluator<'_>, county: &County) -> Result<Judged> {
    let catalogue = evaluator.catalogue();
    let table = observations::read(catalogue, &county.name, &county.text, &Names::new())
        .map_err(|wrong| wrong.message(&county.name, Language::English))?;
    if let Some(refusal) = table.refused.first() {
        return Err(refusal.message(Language::English).into());
    }
    let data = catalogue.data(table.observations);
    let area = data.area(&county.name)?;
    let mut tallies = [Tally::default(); JUDGED.len()];
    for brief in evaluator.brief_years(area, JUDGED, |_| true)? {
        for (_, tally) in JUDGED.iter().zip(&mut tallies).filter(|(year, _)| **year == brief.year) {
            tally.count(brief.outcome);
        }
    }
    Ok(Judged { rows: table.read, findings: area.findings().count(), tallies })
}

/// The most memory that the process has had, in KiB, where the system says.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn main() -> Result<()> {
    let options = options()?;
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let own_file = options.file.is_none();
    let name = format!("nation-{}.csv", std::process::id());
    let path = options.file.unwrap_or_else(|| std::env::temp_dir().join(name));
    let (written, bytes) = write(&path, &catalogue, options.counties)?;
    println!("{} counties, {written} rows, {bytes} bytes in {}", options.counties, path.display());

    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    let mut counties = Counties::new(BufReader::new(File::open(&path)?))?;
    let (mut rows, mut findings, mut tallies) = (0, 0, [Tally::default(); JUDGED.len()]);
    let bar = progress::bar(options.counties as usize, "counties");
    let (begin, mut reading) = (Instant::now(), Duration::ZERO);
    loop {
        let start = Instant::now();
        let batch = counties.batch(options.threads * IN_HAND)?;
        reading += start.elapsed();
        if batch.is_empty() {
            break;
        }
        let judge = |county: &County| judge(&evaluator, county);
        let judged: Result<Vec<Judged>> = pool.install(|| batch.par_iter().map(judge).collect());
        for county in judged? {
            rows += county.rows;
            findings += county.findings;
            for (all, tally) in tallies.iter_mut().zip(county.tallies) {
                *all += tally;
            }
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    let seconds = begin.elapsed().as_secs_f64();
    if own_file {
        std::fs::remove_file(&path)?;
    }
    assert_eq!(u64::try_from(rows).unwrap(), written, "every row was read");
    for (year, tally) in JUDGED.iter().zip(tallies) {
        let Tally { total, met, not_met, undetermined, .. } = tally;
        println!("{year}: {total} verdicts, {met} met, {not_met} not met, {undetermined} undetermined");
    }
    println!(
        "{} thread(s): {rows} rows judged for {} years in {seconds:.2} s ({:.2} s of it reading), {:.0} rows a second; {findings} findings",
        options.threads,
        JUDGED.len(),
        reading.as_secs_f64(),
        rows as f64 / seconds
    );
    if let Some(peak) = peak_memory() {
        println!("peak memory {:.1} MiB", peak as f64 / 1024.0);
    }
    Ok(())
}
