//! A table of observations in Parquet, county by county.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use arrow_array::RecordBatch;
use dabiao::values::names;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use crate::Error;
use crate::columns::{Cells, Column, Layout};

/// Rows that are decoded at once.
const BATCH: usize = 8_192;

/// Which part of a file is judged: the first of two, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(into = "(usize, usize)", try_from = "(usize, usize)")]
pub struct Part {
    number: usize,
    of: usize,
}

impl From<Part> for (usize, usize) {
    fn from(part: Part) -> Self {
        (part.number, part.of)
    }
}

impl TryFrom<(usize, usize)> for Part {
    type Error = Error;

    fn try_from((number, of): (usize, usize)) -> Result<Self, Error> {
        Self::new(number, of)
    }
}

impl Part {
    /// All of it.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// One of several parts, counted from 1.
    ///
    /// # Errors
    /// Outside 1 to `of`.
    pub fn new(number: usize, of: usize) -> Result<Self, Error> {
        if (1..=of).contains(&number) { Ok(Self { number, of }) } else { Err(Error::NoPart { number, of }) }
    }

    /// Which.
    #[must_use]
    pub const fn number(self) -> usize {
        self.number
    }

    /// Of how many.
    #[must_use]
    pub const fn of(self) -> usize {
        self.of
    }
}

/// A file whose columns are known to be right.
#[derive(Debug)]
pub struct Table {
    name: String,
    file: File,
    bytes: u64,
    metadata: ArrowReaderMetadata,
    layout: Layout,
}

impl Table {
    /// Opens a file and looks at its columns; no row is read yet.
    ///
    /// # Errors
    /// If it is no Parquet file, or a column is not there or of a type that is not read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let opened = File::open(path).and_then(|file| file.metadata().map(|facts| (facts.len(), file)));
        let (bytes, file) = opened.map_err(|source| Error::Open { file: name.clone(), source })?;
        let loaded = unbroken(|| ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()));
        let metadata = loaded.map_err(|what| Error::NotParquet { file: name.clone(), what })?;
        let layout = Layout::of(&name, metadata.schema())?;
        Ok(Self { name, file, bytes, metadata, layout })
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many rows the file has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.sizes().iter().sum()
    }

    /// How long the file is.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Columns that nothing here reads.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.layout.ignored
    }

    /// The rows of each row group.
    fn sizes(&self) -> Vec<u64> {
        let groups = self.metadata.metadata().row_groups();
        groups.iter().map(|group| u64::try_from(group.num_rows()).unwrap_or(0)).collect()
    }

    fn reader(
        &self,
        columns: &[usize],
        configure: impl FnOnce(ParquetRecordBatchReaderBuilder<File>) -> ParquetRecordBatchReaderBuilder<File>,
    ) -> Result<ParquetRecordBatchReader, String> {
        unbroken(|| {
            let file = self.file.try_clone()?;
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone());
            let mask = ProjectionMask::roots(builder.parquet_schema(), columns.iter().copied());
            configure(builder.with_batch_size(BATCH).with_projection(mask)).build()
        })
    }

    /// The counties of a part, one after the other.
    ///
    /// A part has the counties that begin in its row groups, so that each county is in one part, whole.
    ///
    /// # Errors
    /// If the file is damaged.
    pub fn counties(&self, part: Part) -> Result<Counties, Error> {
        let sizes = self.sizes();
        // 128 bits hold the product of any two counts.
        let cut = |number: usize| {
            let place = sizes.len() as u128 * number as u128 / part.of as u128;
            usize::try_from(place).unwrap_or(sizes.len())
        };
        let (first, end) = (cut(part.number - 1), cut(part.number));
        let rows_before = |group: usize| sizes.iter().take(group).sum::<u64>();
        let damaged = |what| Error::Damaged { file: self.name.clone(), row: rows_before(first) + 1, what };
        let (columns, layout) = self.layout.projected();
        let groups = (first..sizes.len()).collect();
        let reader = self.reader(&columns, |reader| reader.with_row_groups(groups)).map_err(damaged)?;
        let mut counties = Counties {
            file: self.name.clone(),
            layout,
            reader,
            row: rows_before(first),
            rest: None,
            ahead: None,
            end: rows_before(end),
            seen: BTreeSet::new(),
        };
        if rows_before(first) > 0 {
            counties.pass_over(&self.area_of_row(rows_before(first) - 1)?)?;
        }
        Ok(counties)
    }

    /// The area of one row, counted from 0.
    fn area_of_row(&self, row: u64) -> Result<String, Error> {
        let damaged = |what| Error::Damaged { file: self.name.clone(), row: row + 1, what };
        let column = self.layout.place(Column::Area).unwrap_or_default();
        let offset = usize::try_from(row).map_err(|error| damaged(error.to_string()))?;
        let mut reader =
            self.reader(&[column], |reader| reader.with_offset(offset).with_limit(1)).map_err(damaged)?;
        let batch = unbroken(|| reader.next().transpose()).map_err(damaged)?;
        let batch = batch.ok_or_else(|| damaged("the row is not there".to_owned()))?;
        let mut area = String::new();
        Cells::of(batch.column(0)).write(0, &mut area);
        Ok(area)
    }
}

thread_local! {
    /// Whether this thread is inside the reader.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// What a reader gives, or why it does not. On some damaged files it panics; that is an error as any other.
fn unbroken<T, E: ToString>(read: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    READING.set(true);
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    READING.set(false);
    match read {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(why) => {
            let said = why.downcast_ref::<String>().map(String::as_str);
            Err(said.or_else(|| why.downcast_ref().copied()).unwrap_or("the reader broke off").to_owned())
        }
    }
}

/// Keeps a panic of the reader, which comes back as an error, from being printed as well. For a program; all other panics are
/// printed as before.
pub fn quiet_reader() {
    let printed = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !READING.get() {
            printed(panic);
        }
    }));
}

/// One county's rows.
#[derive(Debug)]
pub struct County {
    pub(crate) area: String,
    /// Its rows, each run with the number of the first.
    pub(crate) runs: Vec<(u64, RecordBatch)>,
}

impl County {
    /// The area, as its first row writes it.
    #[must_use]
    pub fn area(&self) -> &str {
        &self.area
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.runs.iter().map(|(_, rows)| rows.num_rows() as u64).sum()
    }
}

/// The rows at the head of a batch that are of one area.
#[derive(Debug)]
struct Run {
    /// The number of the first, counted from 1.
    first: u64,
    area: String,
    rows: RecordBatch,
}

/// The counties of a file whose rows are sorted by area. Only one county's rows and a batch are in memory.
#[derive(Debug)]
pub struct Counties {
    file: String,
    pub(crate) layout: Layout,
    reader: ParquetRecordBatchReader,
    /// How many rows have been read.
    row: u64,
    /// What is left of the last batch, with the number of its first row.
    rest: Option<(u64, RecordBatch)>,
    /// A run that was read and belongs to the next county.
    ahead: Option<Run>,
    /// The last row that a county may begin with.
    end: u64,
    /// Every area so far, folded.
    seen: BTreeSet<String>,
}

impl Counties {
    /// The rows that come next, with the number of the first.
    fn batch(&mut self) -> Result<Option<(u64, RecordBatch)>, Error> {
        if let Some(rest) = self.rest.take() {
            return Ok(Some(rest));
        }
        let row = self.row + 1;
        let read = unbroken(|| self.reader.next().transpose());
        let batch = read.map_err(|what| Error::Damaged { file: self.file.clone(), row, what })?;
        self.row += batch.as_ref().map_or(0, |batch| batch.num_rows() as u64);
        Ok(batch.filter(|batch| batch.num_rows() > 0).map(|batch| (row, batch)))
    }

    /// The next rows of one area, as far as they lie in one batch.
    fn run(&mut self) -> Result<Option<Run>, Error> {
        if let Some(run) = self.ahead.take() {
            return Ok(Some(run));
        }
        let Some((first, batch)) = self.batch()? else { return Ok(None) };
        let cells = Cells::of(batch.column(self.layout.place(Column::Area).unwrap_or_default()));
        let (mut area, mut other) = (String::new(), String::new());
        cells.write(0, &mut area);
        let mut length = 1;
        while length < batch.num_rows() {
            other.clear();
            cells.write(length, &mut other);
            if !is_same(&area, &other) {
                break;
            }
            length += 1;
        }
        if length < batch.num_rows() {
            let rest = batch.slice(length, batch.num_rows() - length);
            self.rest = Some((first + length as u64, rest));
        }
        Ok(Some(Run { first, area: area.trim().to_owned(), rows: batch.slice(0, length) }))
    }

    /// Passes over the rows of a county that began in an earlier part.
    fn pass_over(&mut self, area: &str) -> Result<(), Error> {
        self.seen.insert(names::key(area).into_owned());
        while let Some(run) = self.run()? {
            if !is_same(area, &run.area) {
                self.ahead = Some(run);
                break;
            }
        }
        Ok(())
    }

    fn county(&mut self) -> Result<Option<County>, Error> {
        let Some(run) = self.run()? else { return Ok(None) };
        if run.first > self.end {
            return Ok(None);
        }
        // Rows without an area are refused one by one; they may stand anywhere.
        if !run.area.is_empty() && !self.seen.insert(names::key(&run.area).into_owned()) {
            return Err(Error::Unsorted { file: self.file.clone(), row: run.first, area: run.area });
        }
        let mut county = County { area: run.area, runs: vec![(run.first, run.rows)] };
        while let Some(run) = self.run()? {
            if !is_same(&county.area, &run.area) {
                self.ahead = Some(run);
                break;
            }
            county.runs.push((run.first, run.rows));
        }
        Ok(Some(county))
    }
}

impl Iterator for Counties {
    type Item = Result<County, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let county = self.county().transpose();
        if !matches!(county, Some(Ok(_))) {
            // Behind an error, as behind the last county of a part, nothing is read on.
            (self.end, self.ahead, self.rest) = (0, None, None);
        }
        county
    }
}

/// Whether two rows name one area, in whatever width or case.
fn is_same(one: &str, other: &str) -> bool {
    one == other || names::key(one) == names::key(other)
}
