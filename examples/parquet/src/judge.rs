//! From a county's rows to its verdicts.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use dabiao::data::Effect;
use dabiao::{Evaluator, Year};

use crate::Error;
use crate::columns::Layout;
use crate::read::{Counties, County};
use crate::rows::{Observed, Refused, Rows, row_of};
use crate::tally::{RowCounts, Tallies};
use crate::verdicts::Form;

/// Counties that are in hand at once, for each thread.
const IN_HAND: usize = 3;

/// What counties are judged by, and what is made of their verdicts.
#[derive(Debug)]
pub struct Judge<'e> {
    evaluator: &'e Evaluator<'e>,
    years: Vec<Year>,
    rows: Rows<'e>,
    form: Form,
    batches: bool,
}

/// What became of a county.
#[derive(Debug)]
#[non_exhaustive]
pub struct Judged {
    /// Its rows and verdicts, counted.
    pub tallies: Tallies,
    /// The rows that were refused, one for each column that is wrong.
    pub refused: Vec<Refused>,
    /// The verdicts in the columns of [`schema`](crate::verdicts::schema), where they were asked for.
    pub verdicts: Option<RecordBatch>,
}

impl<'e> Judge<'e> {
    /// Judges every target of the evaluator's catalogue in each of the years, and counts the verdicts.
    #[must_use]
    pub fn new(evaluator: &'e Evaluator<'e>, years: impl IntoIterator<Item = Year>) -> Self {
        let mut years: Vec<Year> = years.into_iter().collect();
        years.sort_unstable();
        years.dedup();
        Self {
            evaluator,
            years,
            rows: Rows::new(evaluator.catalogue()),
            form: Form::new(evaluator),
            batches: false,
        }
    }

    /// Gives the verdicts themselves too.
    #[must_use]
    pub fn with_batches(self) -> Self {
        Self { batches: true, ..self }
    }

    /// The columns of the verdicts.
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.form.schema)
    }

    /// Judges rows that were read elsewhere, counted from 1. They are all rows of their areas, in any order: an area whose
    /// rows are divided between two batches is judged twice, each time on what is there. `table` is their name in messages.
    ///
    /// # Errors
    /// If a column is not there or of a type that is not read, or the library refuses a year.
    pub fn batch(&self, table: &str, rows: &RecordBatch) -> Result<Judged, Error> {
        self.judge(&Layout::of(table, rows.schema_ref())?, &[(1, rows.clone())])
    }

    /// Judges all rows of some areas, each run with the number of its first row.
    fn judge(&self, layout: &Layout, runs: &[(u64, RecordBatch)]) -> Result<Judged, Error> {
        let Observed { mut observations, unread, mut refused } = self.rows.read(layout, runs);
        let catalogue = self.evaluator.catalogue();
        // Cells of rows that were refused are no rows that something could leave unused.
        let unused = (!unread.is_empty()).then(|| catalogue.data(observations.clone()).unused());
        observations.extend(unread);
        let data = catalogue.data(observations);
        let unused = unused.unwrap_or(data.unused()) as u64;
        let mut tallies = Tallies::default();
        for finding in data.findings() {
            if finding.kind.effect() == Effect::Refused {
                let row = finding.source.as_deref().and_then(row_of).unwrap_or_default();
                refused.push(Refused { row, column: None, message: finding.kind.to_string() });
            } else {
                tallies.findings += 1;
            }
        }
        refused.sort_by_key(|refused| refused.row);
        let refused_rows = refused.chunk_by(|one, other| one.row == other.row).count() as u64;
        let read = runs.iter().map(|(_, rows)| rows.num_rows() as u64).sum::<u64>();
        let judged_rows = read.saturating_sub(unused).saturating_sub(refused_rows);
        tallies.rows = RowCounts { read, judged: judged_rows, unused, refused: refused_rows };
        let mut judged = vec![];
        for area in data.areas() {
            let name = area.name().unwrap_or_default();
            // What a year says by itself is worked out once for all of them.
            let mut later = self.evaluator.brief_years(area, self.years.iter().copied(), |_| true)?;
            later.sort_by_key(|brief| brief.year);
            for year in &self.years {
                let behind = later.split_off(later.partition_point(|brief| brief.year <= *year));
                let briefs = std::mem::replace(&mut later, behind);
                tallies.count(name, *year, &briefs);
                if self.batches {
                    judged.push((name, *year, briefs));
                }
            }
        }
        let verdicts = self.batches.then(|| self.form.batch(&judged)).transpose()?;
        Ok(Judged { tallies, refused, verdicts })
    }

    /// Judges counties on so many threads, and hands them on in the order of the file.
    ///
    /// # Errors
    /// The first thing that stops the run, whether in the file, in judging or in what takes the counties.
    pub fn run(
        &self,
        counties: Counties,
        threads: usize,
        mut each: impl FnMut(Judged) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let layout = counties.layout.clone();
        if threads <= 1 {
            for county in counties {
                each(self.judge(&layout, &county?.runs)?)?;
            }
            return Ok(());
        }
        std::thread::scope(|scope| {
            let (give, take) = mpsc::channel::<(usize, County)>();
            let (tell, told) = mpsc::channel::<(usize, Result<Judged, Error>)>();
            let take = Arc::new(Mutex::new(take));
            for _ in 0..threads {
                let (take, tell, layout) = (Arc::clone(&take), tell.clone(), &layout);
                scope.spawn(move || {
                    loop {
                        let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok((place, county)) = next else { break };
                        if tell.send((place, self.judge(layout, &county.runs))).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(tell);
            let (mut given, mut handed_on, mut waiting) = (0, 0, BTreeMap::new());
            let mut counties = counties.fuse();
            let mut more = true;
            loop {
                while more && given - handed_on < threads * IN_HAND {
                    match counties.next().transpose()? {
                        Some(county) => {
                            // A thread that is gone has told why, or has panicked, which the scope passes on.
                            let _ = give.send((given, county));
                            given += 1;
                        }
                        None => more = false,
                    }
                }
                if given == handed_on {
                    return Ok(());
                }
                let Ok((place, judged)) = told.recv() else { return Ok(()) };
                waiting.insert(place, judged);
                while let Some(judged) = waiting.remove(&handed_on) {
                    each(judged?)?;
                    handed_on += 1;
                }
            }
        })
    }
}
