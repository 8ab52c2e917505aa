//! Verdicts as Arrow batches and Parquet, one row a verdict.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, Decimal128Array, DictionaryArray, Int8Array, Int32Array, RecordBatch, StringArray,
    builder::StringBuilder,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use dabiao::ahead::{Severity, SignalKind};
use dabiao::plan::{Better, Bound};
use dabiao::report::Brief;
use dabiao::values::Ratio;
use dabiao::{Evaluator, Outcome, Standing, Year};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::Serialize;

use crate::Error;

/// Decimals of `value`, `bound` and `margin`: those that `Ratio::decimal` prints.
pub const PLACES: i8 = 12;

/// All digits that `Decimal128` has.
const DIGITS: u8 = 38;

/// Verdicts of a row group.
const ROW_GROUP: usize = 131_072;

/// What one side of a bound is called in a column: `<=` includes the number itself.
const SIDES: [&str; 4] = ["<=", "<", ">=", ">"];

/// The columns of verdicts.
///
/// | column | type | holds |
/// |---|---|---|
/// | `area` | dictionary of text | the area, as its rows write it |
/// | `year` | `Int32` | the assessed year |
/// | `target` | dictionary of text | the target's id |
/// | `outcome`, `standing` | dictionary of text | the words of the wire form |
/// | `value`, `margin` | `Decimal128(38, 12)` | in the unit of the indicator (a margin of percentages in points); NULL where there is none |
/// | `side` | dictionary of text | `<=`, `<`, `>=` or `>`: which side of the bound meets |
/// | `bound` | `Decimal128(38, 12)` | the bound of the year |
/// | `value_exact`, `bound_exact`, `margin_exact` | text | the fraction in lowest terms (`100000/823`), on exactly those rows whose decimal is not the number itself: rounded half to even, or NULL because it is too large |
/// | `signal`, `severity` | dictionary of text | the headline among the warnings; NULL where there is none |
#[must_use]
pub fn schema(evaluator: &Evaluator<'_>) -> SchemaRef {
    let words = |name: &str, nullable| {
        let kind = DataType::Dictionary(DataType::Int8.into(), DataType::Utf8.into());
        Field::new(name, kind, nullable)
    };
    let texts = |name: &str| {
        let kind = DataType::Dictionary(DataType::Int32.into(), DataType::Utf8.into());
        Field::new(name, kind, false)
    };
    let decimal = |name: &str| Field::new(name, decimals(), true);
    let exact = |name: &str| Field::new(name, DataType::Utf8, true);
    let fields = vec![
        texts("area"),
        Field::new("year", DataType::Int32, false),
        texts("target"),
        words("outcome", false),
        words("standing", false),
        decimal("value"),
        exact("value_exact"),
        words("side", true),
        decimal("bound"),
        exact("bound_exact"),
        decimal("margin"),
        exact("margin_exact"),
        words("signal", true),
        words("severity", true),
    ];
    // What the verdicts were made with goes where they go.
    let settings = serde_json::to_string(evaluator.settings()).unwrap_or_default();
    let metadata = [("dabiao.settings".to_owned(), settings)];
    Arc::new(Schema::new_with_metadata(fields, metadata.into()))
}

const fn decimals() -> DataType {
    DataType::Decimal128(DIGITS, PLACES)
}

/// The word of the wire form.
pub(crate) fn word(of: &impl Serialize) -> String {
    match serde_json::to_value(of) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Words of one kind and the place of each.
#[derive(Debug)]
struct Words<T> {
    places: BTreeMap<T, i8>,
    words: Arc<StringArray>,
}

impl<T: Serialize + Ord + Copy> Words<T> {
    fn of(all: &[T]) -> Self {
        let words: StringArray = all.iter().map(|of| Some(word(of))).collect();
        Self { places: all.iter().copied().zip(0..).collect(), words: Arc::new(words) }
    }

    fn column(&self, of: impl Iterator<Item = Option<T>>) -> Result<ArrayRef, ArrowError> {
        let keys: Int8Array = of.map(|of| of.and_then(|of| self.places.get(&of).copied())).collect();
        let words: ArrayRef = self.words.clone();
        Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(keys, words)?))
    }
}

/// What the columns of every batch have in common.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) schema: SchemaRef,
    targets: BTreeMap<String, i32>,
    target_ids: Arc<StringArray>,
    outcomes: Words<Outcome>,
    standings: Words<Standing>,
    signals: Words<SignalKind>,
    severities: Words<Severity>,
    sides: Arc<StringArray>,
}

impl Form {
    pub(crate) fn new(evaluator: &Evaluator<'_>) -> Self {
        let ids = || evaluator.catalogue().targets().map(|target| target.id.as_str());
        Self {
            schema: schema(evaluator),
            targets: ids().map(str::to_owned).zip(0..).collect(),
            target_ids: Arc::new(ids().map(Some).collect()),
            outcomes: Words::of(&Outcome::ALL),
            standings: Words::of(&Standing::ALL),
            signals: Words::of(&SignalKind::ALL),
            severities: Words::of(&Severity::ALL),
            sides: Arc::new(SIDES.iter().copied().map(Some).collect()),
        }
    }

    /// The verdicts of some areas and years.
    pub(crate) fn batch(&self, judged: &[(&str, Year, Vec<Brief<'_>>)]) -> Result<RecordBatch, ArrowError> {
        let briefs = || judged.iter().flat_map(|(.., briefs)| briefs);
        let areas: StringArray = judged.iter().map(|(area, ..)| Some(*area)).collect();
        let area_keys = (0_i32..).zip(judged).flat_map(|(key, (.., briefs))| briefs.iter().map(move |_| key));
        let years = judged.iter().flat_map(|(_, year, briefs)| briefs.iter().map(|_| year.number()));
        let targets: Int32Array =
            briefs().map(|brief| self.targets.get(brief.target.id.as_str()).copied()).collect();
        let target_ids: ArrayRef = self.target_ids.clone();
        let side = |brief: &Brief<'_>| brief.bound.as_ref().map(side);
        let sides: ArrayRef = self.sides.clone();
        let headlines = || briefs().map(|brief| brief.headline.as_ref());
        let [value, value_exact] = numbers(briefs().map(|brief| brief.value.as_ref()))?;
        let [bound, bound_exact] =
            numbers(briefs().map(|brief| brief.bound.as_ref().map(|bound| &bound.limit)))?;
        let [margin, margin_exact] = numbers(briefs().map(|brief| brief.margin.as_ref()))?;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(DictionaryArray::<Int32Type>::try_new(area_keys.collect(), Arc::new(areas))?),
            Arc::new(years.collect::<Int32Array>()),
            Arc::new(DictionaryArray::<Int32Type>::try_new(targets, target_ids)?),
            self.outcomes.column(briefs().map(|brief| Some(brief.outcome)))?,
            self.standings.column(briefs().map(|brief| Some(brief.standing)))?,
            value,
            value_exact,
            Arc::new(DictionaryArray::<Int8Type>::try_new(briefs().map(side).collect(), sides)?),
            bound,
            bound_exact,
            margin,
            margin_exact,
            self.signals.column(headlines().map(|headline| headline.map(|headline| headline.signal)))?,
            self.severities.column(headlines().map(|headline| headline.map(|headline| headline.severity)))?,
        ];
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
    }
}

/// The place among [`SIDES`].
const fn side(bound: &Bound) -> i8 {
    match (bound.better, bound.included) {
        (Better::Lower, true) => 0,
        (Better::Lower, false) => 1,
        (Better::Higher, true) => 2,
        (Better::Higher, false) => 3,
    }
}

/// A column of decimals, and beside it the fractions of those that no decimal of so many places is.
fn numbers<'r>(ratios: impl Iterator<Item = Option<&'r Ratio>>) -> Result<[ArrayRef; 2], ArrowError> {
    let mut digits: Vec<Option<i128>> = Vec::with_capacity(ratios.size_hint().0);
    let mut exact = StringBuilder::new();
    for ratio in ratios {
        let scaled = ratio.and_then(|ratio| ratio.scaled(PLACES.unsigned_abs().into()));
        let held = scaled.filter(|(digits, _)| digits.unsigned_abs() < 10_u128.pow(DIGITS.into()));
        digits.push(held.map(|(digits, _)| digits));
        match (ratio, held) {
            (None, _) | (_, Some((_, true))) => exact.append_null(),
            (Some(ratio), _) => exact.append_value(ratio.fraction()),
        }
    }
    let digits: Decimal128Array = digits.into_iter().collect();
    let digits = digits.with_precision_and_scale(DIGITS, PLACES)?;
    Ok([Arc::new(digits), Arc::new(exact.finish())])
}

/// A file of verdicts that is being written.
#[derive(Debug)]
pub struct Writer {
    path: PathBuf,
    writer: ArrowWriter<File>,
}

impl Writer {
    /// Begins a file.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn create(path: &Path, evaluator: &Evaluator<'_>) -> Result<Self, Error> {
        let failed = |why: &dyn ToString| Error::write(path, why.to_string());
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .build();
        let file = File::create(path).map_err(|why| failed(&why))?;
        let writer =
            ArrowWriter::try_new(file, schema(evaluator), Some(properties)).map_err(|why| failed(&why))?;
        Ok(Self { path: path.to_owned(), writer })
    }

    /// Adds a batch.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&mut self, verdicts: &RecordBatch) -> Result<(), Error> {
        self.writer.write(verdicts).map_err(|why| Error::write(&self.path, why))
    }

    /// Ends the file; without it the file cannot be read.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn close(self) -> Result<(), Error> {
        let Self { path, writer } = self;
        writer.close().map(drop).map_err(|why| Error::write(&path, why))
    }
}
