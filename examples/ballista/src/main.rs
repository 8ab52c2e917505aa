//! Verdicts in SQL on several machines: the functions of `dabiao-datafusion` in the processes of Ballista.
//!
//! `check.sh` starts a scheduler and two executors, and asks them by `client`.

mod cluster;
mod figures;
mod library;

use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use dabiao_datafusion::nation;
use datafusion::arrow::array::{Array, RecordBatch};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{ParquetReadOptions, SessionContext};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

const HELP: &str = "\
usage: dabiao-ballista scheduler [--port PORT] [--executors N] [--without-functions]
       dabiao-ballista executor --scheduler PORT --name NAME --work FOLDER [--without-functions]
       dabiao-ballista client --scheduler PORT --nation FOLDER [--rows N] [--files N]
  --port       where the scheduler listens on the loopback (default: a free one, which it prints)
  --executors  how many there must be before /readyz says so (default 1)
  --work       where an executor keeps what it hands on
  --nation     a folder that every process sees; the client writes a made-up nation there, and counties in `figures` beside it
  --without-functions  as the binaries of Ballista are: to see what a cluster says that does not have them
  --rows       county-years of it (default 20000), in so many --files (default 8)
";
/// Deep plans need it where nothing is optimised; the binaries of Ballista ask for the same.
const STACK: usize = 32 << 20;
/// No query of this example takes so long.
const PATIENCE: Duration = Duration::from_secs(120);

enum Task {
    Help,
    Scheduler { port: u16, executors: usize, functions: bool },
    Executor { name: String, scheduler: u16, work: String, functions: bool },
    Client { scheduler: u16, folder: PathBuf, rows: u64, files: u64 },
}

fn main() -> ExitCode {
    match task().and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn task() -> Result<Task> {
    use lexopt::prelude::*;
    let (mut word, mut port, mut executors, mut scheduler, mut name) = (None, 0, 1, None, None);
    let (mut work, mut functions, mut folder, mut rows, mut files) = (None, true, None, 20_000, 8);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(given) if word.is_none() => word = Some(given.string()?),
            Long("port") => port = arguments.value()?.parse()?,
            Long("executors") => executors = arguments.value()?.parse()?,
            Long("scheduler") => scheduler = Some(arguments.value()?.parse()?),
            Long("name") => name = Some(arguments.value()?.string()?),
            Long("work") => work = Some(arguments.value()?.string()?),
            Long("without-functions") => functions = false,
            Long("nation") => folder = Some(PathBuf::from(arguments.value()?)),
            Long("rows") => rows = arguments.value()?.parse()?,
            Long("files") => files = arguments.value()?.parse::<u64>()?.max(1),
            Long("help") => return Ok(Task::Help),
            other => return Err(format!("{}\n{HELP}", other.unexpected()).into()),
        }
    }
    let missing = |option| format!("{option} is missing\n{HELP}");
    let scheduler = scheduler.ok_or_else(|| missing("--scheduler"));
    Ok(match word.as_deref() {
        Some("scheduler") => Task::Scheduler { port, executors, functions },
        Some("executor") => Task::Executor {
            name: name.ok_or_else(|| missing("--name"))?,
            scheduler: scheduler?,
            work: work.ok_or_else(|| missing("--work"))?,
            functions,
        },
        Some("client") => Task::Client {
            scheduler: scheduler?,
            folder: folder.ok_or_else(|| missing("--nation"))?,
            rows,
            files,
        },
        _ => return Err(HELP.into()),
    })
}

fn run(task: Task) -> Result<()> {
    env_logger::init();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build()?;
    // On a thread of the runtime, for the stack of the main thread is smaller.
    runtime.block_on(runtime.spawn(async move {
        match task {
            Task::Help => print!("{HELP}"),
            Task::Scheduler { port, executors, functions } => {
                cluster::scheduler(port, executors, functions).await?;
            }
            Task::Executor { name, scheduler, work, functions } => {
                cluster::executor(name, scheduler, work, functions).await?;
            }
            Task::Client { scheduler, folder, rows, files } => {
                client(scheduler, &folder, rows, files).await?
            }
        }
        Ok(())
    }))?
}

/// Asks the cluster, one machine and the library, and says whether they agree.
async fn client(scheduler: u16, folder: &Path, rows: u64, files: u64) -> Result<()> {
    write(folder, rows, files)?;
    let partitions = usize::try_from(files)?;
    let cluster = cluster::client(scheduler, partitions).await?;
    let alone = dabiao_datafusion::session(partitions);
    // As Ballista sets it, so that the columns of both are of one type.
    alone.sql("SET datafusion.execution.parquet.schema_force_view_types = false").await?.collect().await?;
    let name = folder.to_str().ok_or("the name of the folder is no text")?;
    for session in [&cluster, &alone] {
        session.register_parquet("nation", name, ParquetReadOptions::default()).await?;
    }
    let mut judged = None;
    for (asked, query) in nation::QUERIES.into_iter().chain([("every row", library::EVERY_ROW)]) {
        let (far, near) = (in_time(ask(&cluster, query)).await?, in_time(ask(&alone, query)).await?);
        same(asked, &far, &near)?;
        println!("{asked}: {} lines, the same in the cluster and on one machine", far.num_rows());
        judged = Some(far);
    }
    let judged = judged.ok_or("nothing was asked")?;
    if u64::try_from(judged.num_rows())? != rows {
        return Err(format!("{rows} rows were written and {} came back", judged.num_rows()).into());
    }
    for ((column, outcome), rows) in library::agrees(&judged)? {
        println!("{column}: {rows} {outcome}");
    }
    println!("{rows} rows, the same verdicts as the library");
    all_verdicts(&cluster, &alone, folder, files).await
}

/// Asks both for every verdict on some counties, whose rows lie in all files, and holds them against those of a file without SQL.
async fn all_verdicts(
    cluster: &SessionContext,
    alone: &SessionContext,
    folder: &Path,
    files: u64,
) -> Result<()> {
    let (whole, parts) = (folder.with_file_name("figures.parquet"), folder.with_file_name("figures"));
    let right = figures::write(&whole, &parts, files).await?;
    let name = parts.to_str().ok_or("the name of the folder is no text")?;
    for session in [cluster, alone] {
        session.register_parquet("figures", name, ParquetReadOptions::default()).await?;
    }
    let mut answers = vec![];
    for (asked, query) in
        [("every verdict", &*figures::verdicts()), ("what became of the rows", nation::ROWS)]
    {
        let (far, near) = (in_time(ask(cluster, query)).await?, in_time(ask(alone, query)).await?);
        same(asked, &far, &near)?;
        println!("{asked}: {} lines, the same in the cluster and on one machine", far.num_rows());
        answers.push(far);
    }
    let verdicts = answers.first().ok_or("nothing was asked")?;
    same("every verdict without SQL", verdicts, &right)?;
    println!("every verdict: the same without SQL");
    Ok(())
}

/// Splits the nation into files, as tables of this size lie in folders.
fn write(folder: &Path, rows: u64, files: u64) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in 0..files {
        let (start, end) = (rows * file / files, rows * (file + 1) / files);
        nation::write_rows(&folder.join(format!("part-{file}.parquet")), start..end)?;
    }
    Ok(())
}

async fn ask(session: &SessionContext, query: &str) -> Result<RecordBatch> {
    let batches = session.sql(query).await?.collect().await?;
    let first = batches.first().ok_or("a query came back with nothing")?;
    Ok(concat_batches(&first.schema(), &batches)?)
}

async fn in_time<T>(asked: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(PATIENCE, asked).await.map_err(|_| format!("no answer in {PATIENCE:?}"))?
}

/// Cell for cell, types included.
fn same(asked: &str, far: &RecordBatch, near: &RecordBatch) -> Result<()> {
    if far.columns() == near.columns() {
        return Ok(());
    }
    if far.num_rows() != near.num_rows() {
        let (far, near) = (far.num_rows(), near.num_rows());
        return Err(format!("{asked}: {far} lines from the cluster, {near} from one machine").into());
    }
    let types =
        |batch: &RecordBatch| batch.columns().iter().map(|column| column.data_type().clone()).collect();
    let (far_types, near_types): (Vec<DataType>, Vec<DataType>) = (types(far), types(near));
    if far_types != near_types {
        let text =
            format!("{asked}: columns of {far_types:?} from the cluster, of {near_types:?} from one machine");
        return Err(text.into());
    }
    let row = (0..far.num_rows()).find(|row| far.slice(*row, 1).columns() != near.slice(*row, 1).columns());
    let shown = |batch: &RecordBatch| pretty_format_batches(&[batch.slice(row.unwrap_or(0), 1)]);
    Err(format!("{asked}: the cluster says\n{}\nand one machine\n{}", shown(far)?, shown(near)?).into())
}
