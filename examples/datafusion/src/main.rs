//! Writes a made-up nation as Parquet, and judges it in SQL.
//!
//! ```text
//! dabiao-datafusion [--rows N] [--threads N] [--file FILE] [--times N] [--counties N]
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use dabiao::Catalogue;
use dabiao_datafusion::{nation, session};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::ParquetReadOptions;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Lines of a table that are printed.
const SHOWN: usize = 9;

struct Options {
    rows: u64,
    threads: usize,
    file: Option<PathBuf>,
    /// Then the same with so many times the rows.
    times: Option<u64>,
    /// Counties whose observations are judged by every target.
    counties: u32,
}

fn options() -> Result<Options> {
    use lexopt::prelude::*;
    let threads = std::thread::available_parallelism()?.get();
    let mut options = Options { rows: 300_000, threads, file: None, times: None, counties: 10 };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("rows") => options.rows = arguments.value()?.parse()?,
            Long("threads") => options.threads = arguments.value()?.parse::<usize>()?.max(1),
            Long("file") => options.file = Some(arguments.value()?.into()),
            Long("times") => options.times = Some(arguments.value()?.parse()?),
            Long("counties") => options.counties = arguments.value()?.parse()?,
            Long("help") => {
                println!(
                    "dabiao-datafusion [--rows N] [--threads N] [--file FILE] [--times N] [--counties N]"
                );
                std::process::exit(0);
            }
            other => return Err(other.unexpected().to_string().into()),
        }
    }
    Ok(options)
}

/// Runs the queries; gives the seconds of each.
async fn run(path: &Path, rows: u64, threads: usize, shown: bool) -> Result<Vec<f64>> {
    let start = Instant::now();
    let bytes = nation::write(path, rows)?;
    println!("{rows} county-years, {bytes} bytes, written in {:.2} s", start.elapsed().as_secs_f64());
    let session = session(threads);
    let name = path.to_str().ok_or("the name of the file is no text")?;
    session.register_parquet("nation", name, ParquetReadOptions::default()).await?;
    let mut seconds = vec![];
    for (asked, query) in nation::QUERIES {
        let start = Instant::now();
        let answer: Vec<RecordBatch> = session.sql(query).await?.collect().await?;
        let took = start.elapsed().as_secs_f64();
        println!("{asked}: {rows} rows in {took:.3} s, {:.0} rows a second", rows as f64 / took);
        if shown {
            show(&answer)?;
        }
        seconds.push(took);
    }
    Ok(seconds)
}

fn show(answer: &[RecordBatch]) -> Result<()> {
    let table = pretty_format_batches(answer)?.to_string();
    table.lines().take(SHOWN).for_each(|line| println!("{line}"));
    if let Some(more @ 1..) = table.lines().count().checked_sub(SHOWN) {
        println!("… and {more} lines more");
    }
    Ok(())
}

/// Judges every target on the observations of some counties.
async fn every_target(path: &Path, counties: u32, threads: usize) -> Result<()> {
    let rows = dabiao_parquet::nation::write(path, &Catalogue::hangjin(), counties)?;
    let session = session(threads);
    let name = path.to_str().ok_or("the name of the file is no text")?;
    session.register_parquet("figures", name, ParquetReadOptions::default()).await?;
    session.sql(&format!("CREATE VIEW verdicts AS {}", nation::VERDICTS)).await?;
    let query = "SELECT year, outcome, count(*) AS verdicts FROM verdicts GROUP BY year, outcome ORDER BY year, outcome";
    let start = Instant::now();
    let answer = session.sql(query).await?.collect().await?;
    println!("every target, {counties} counties: {rows} rows in {:.2} s", start.elapsed().as_secs_f64());
    show(&answer)
}

fn main() -> Result<()> {
    let options = options()?;
    let name = format!("nation-{}.parquet", std::process::id());
    let path = options.file.clone().unwrap_or_else(|| std::env::temp_dir().join(name));
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(options.threads).enable_all().build()?;
    let once = runtime.block_on(run(&path, options.rows, options.threads, true))?;
    if let Some(times) = options.times {
        let rows = options.rows.checked_mul(times).ok_or("so many rows cannot be counted")?;
        let more = runtime.block_on(run(&path, rows, options.threads, false))?;
        for ((asked, _), (once, more)) in nation::QUERIES.iter().zip(once.iter().zip(more)) {
            println!("{asked}: {times} times the rows took {:.1} times as long", more / once);
        }
    }
    let figures = path.with_extension("figures.parquet");
    runtime.block_on(every_target(&figures, options.counties, options.threads))?;
    if options.file.is_none() {
        std::fs::remove_file(&figures)?;
        std::fs::remove_file(&path)?;
    }
    if let Some(peak) = peak_memory() {
        println!("peak memory {} MiB", peak / 1024);
    }
    Ok(())
}

/// The most memory that the process has had, in KiB, where the system says.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
