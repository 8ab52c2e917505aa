//! Observations of counties, each county in every file, and their verdicts without SQL.

use std::fs::{self, File};
use std::path::Path;

use dabiao::{Catalogue, Evaluator, Year};
use dabiao_datafusion::nation::VERDICTS;
use dabiao_datafusion::session;
use dabiao_parquet::{Judge, Part, Table, nation};
use datafusion::arrow::array::{RecordBatch, UInt64Array};
use datafusion::arrow::compute::{concat_batches, take_record_batch};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::ParquetReadOptions;

use crate::{Result, ask};

/// Some 1,800 rows and as many verdicts each.
const COUNTIES: u32 = 12;

/// The columns of the query, plain text for dictionaries: what one machine sends to another has none left, and a plan that expects
/// them fails.
const COLUMNS: &str = "arrow_cast(area, 'Utf8') AS area, year, arrow_cast(target, 'Utf8') AS target, \
     arrow_cast(outcome, 'Utf8') AS outcome, arrow_cast(standing, 'Utf8') AS standing, value, value_exact, \
     arrow_cast(side, 'Utf8') AS side, bound, bound_exact, margin, margin_exact, arrow_cast(signal, 'Utf8') AS signal, \
     arrow_cast(severity, 'Utf8') AS severity";

/// The query for every verdict, in these columns.
pub(crate) fn verdicts() -> String {
    VERDICTS.replacen("SELECT *", &format!("SELECT {COLUMNS}"), 1)
}

/// The years of the query.
const YEARS: [Year; 2] = [Year::literal(2024), Year::literal(2030)];

/// Writes the counties to one file, and deals its rows out to so many in a folder: no executor reads all of a county. Gives the
/// verdicts of the one file, in the order of the query.
pub(crate) async fn write(file: &Path, folder: &Path, files: u64) -> Result<RecordBatch> {
    let catalogue = Catalogue::hangjin();
    nation::write(file, &catalogue, COUNTIES)?;
    let session = session(1);
    let name = file.to_str().ok_or("the name of the file is no text")?;
    session.register_parquet("figures", name, ParquetReadOptions::default()).await?;
    let rows = ask(&session, "SELECT * FROM figures").await?;
    fs::create_dir_all(folder)?;
    for part in 0..files {
        let count = u64::try_from(rows.num_rows())?;
        let places: UInt64Array = (0..count).filter(|row| row % files == part).map(Some).collect();
        let part_rows = take_record_batch(&rows, &places)?;
        let target = File::create(folder.join(format!("part-{part}.parquet")))?;
        let mut writer = ArrowWriter::try_new(target, rows.schema(), None)?;
        writer.write(&part_rows)?;
        writer.close()?;
    }
    let evaluator = Evaluator::new(&catalogue);
    let judge = Judge::new(&evaluator, YEARS).with_batches();
    let mut verdicts = vec![];
    judge.run(Table::open(file)?.counties(Part::WHOLE)?, 2, |county| {
        verdicts.extend(county.verdicts);
        Ok(())
    })?;
    session.register_batch("verdicts", concat_batches(&judge.schema(), &verdicts)?)?;
    ask(&session, &format!("SELECT {COLUMNS} FROM verdicts ORDER BY area, year, target")).await
}
