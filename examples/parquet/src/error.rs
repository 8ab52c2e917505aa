//! What stops a run.

use std::path::Path;

use arrow_schema::DataType;

/// What stops a run: the file, what is there, and what would be right.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be opened.
    #[error("{file}: it cannot be opened: {source}")]
    Open {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// It is no Parquet file, or its end is damaged.
    #[error(
        "{file}: it cannot be read as Parquet ({what}): it is another kind of file, damaged, or cut short; a whole one begins and \
         ends with PAR1"
    )]
    NotParquet {
        /// The file.
        file: String,
        /// What the reader says.
        what: String,
    },
    /// Rows cannot be read.
    #[error(
        "{file}: the rows from {row} on cannot be read ({what}): the file is damaged, or written in a way that is not read here; write \
         it again"
    )]
    Damaged {
        /// The file.
        file: String,
        /// The first row that is not there.
        row: u64,
        /// What the reader says.
        what: String,
    },
    /// A column is not there.
    #[error("{file}: there is no column `{column}`, only {found}: {remedy}")]
    NoColumn {
        /// The file.
        file: String,
        /// The column.
        column: &'static str,
        /// The columns that are there.
        found: String,
        /// What would be right.
        remedy: &'static str,
    },
    /// A column has a type that is not read.
    #[error("{file}: column `{column}` is {found}: {remedy}")]
    WrongType {
        /// The file.
        file: String,
        /// The column.
        column: &'static str,
        /// Its type.
        found: DataType,
        /// What would be right.
        remedy: String,
    },
    /// An area comes again.
    #[error(
        "{file}: row {row}: area `{area}` comes again after others: sort the rows by area, so that those of each stand together"
    )]
    Unsorted {
        /// The file.
        file: String,
        /// The row, counted from 1.
        row: u64,
        /// The area.
        area: String,
    },
    /// A part that there is not.
    #[error("part {number} of {of}: parts are counted from 1, as in 1/2 and 2/2")]
    NoPart {
        /// Which.
        number: usize,
        /// Of how many.
        of: usize,
    },
    /// Tallies that are no parts of one whole.
    #[error("the tallies cannot be merged: {0}")]
    Merge(String),
    /// Verdicts that make no batch.
    #[error("the verdicts cannot be written as columns: {0}")]
    Columns(#[from] arrow_schema::ArrowError),
    /// The library refuses what was asked.
    #[error(transparent)]
    Judge(#[from] dabiao::Error),
    /// Something cannot be written.
    #[error("{file}: it cannot be written: {what}")]
    Write {
        /// The file.
        file: String,
        /// Why.
        what: String,
    },
}

impl Error {
    pub(crate) fn write(file: &Path, why: impl ToString) -> Self {
        Self::Write { file: file.display().to_string(), what: why.to_string() }
    }
}
