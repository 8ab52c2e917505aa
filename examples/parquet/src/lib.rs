//! A nation's figures out of a Parquet file, judged county by county, and the verdicts as Arrow batches and as Parquet.
//!
//! ```no_run
//! use std::path::Path;
//! use dabiao::{Catalogue, Evaluator, Year};
//! use dabiao_parquet::{Judge, Part, Table, Tallies, Writer};
//!
//! let catalogue = Catalogue::hangjin();
//! let evaluator = Evaluator::new(&catalogue);
//! let table = Table::open(Path::new("nation.parquet"))?;
//! let mut verdicts = Writer::create(Path::new("verdicts.parquet"), &evaluator)?;
//! let mut whole = Tallies::default();
//! let judge = Judge::new(&evaluator, [Year::literal(2024)]).with_batches();
//! judge.run(table.counties(Part::WHOLE)?, 2, |county| {
//!     county.refused.iter().for_each(|refused| eprintln!("nation.parquet: {refused}"));
//!     if let Some(batch) = &county.verdicts { verdicts.write(batch)?; }
//!     whole.merge(county.tallies)
//! })?;
//! verdicts.close()?;
//! assert_eq!(whole.rows.read, whole.rows.judged + whole.rows.unused + whole.rows.refused);
//! # Ok::<(), dabiao_parquet::Error>(())
//! ```
//!
//! Rows that an engine has read and grouped are judged by [`Judge::batch`], without a file.

mod columns;
mod error;
mod judge;
pub mod nation;
mod read;
mod rows;
mod tally;
pub mod verdicts;

pub use columns::{COLUMNS, unread_columns};
pub use error::Error;
pub use judge::{Judge, Judged};
pub use read::{Counties, County, Part, Table, quiet_reader};
pub use rows::Refused;
pub use tally::{PartTallies, RowCounts, Tallies, TargetTally, YearTally};
pub use verdicts::Writer;
