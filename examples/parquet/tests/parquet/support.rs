//! Files of a test, and what is read back from them.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int32Type};
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{Field, Schema};
use dabiao::data::Effect;
use dabiao::values::Ratio;
use dabiao::{Catalogue, Evaluator, Observation, Record, Report, Year};
use dabiao_parquet::{Judge, Part, Refused, Table, Tallies, Writer};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::properties::WriterProperties;

/// The years that are judged in tests: on the way, and the last.
pub(crate) const YEARS: [Year; 2] = [Year::literal(2024), Year::literal(2030)];

/// Writes columns as a file, with so many rows in a row group.
pub(crate) fn write(path: &Path, columns: Vec<(&str, ArrayRef)>, group: usize) {
    let field = |(name, array): &(&str, ArrayRef)| Field::new(*name, array.data_type().clone(), true);
    let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<Field>>()));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).unwrap();
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(group)).build();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), schema, Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

/// A column of texts; an empty one is NULL.
pub(crate) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> ArrayRef {
    Arc::new(
        texts.into_iter().map(|text| Some(text).filter(|text| !text.is_empty())).collect::<StringArray>(),
    )
}

/// What a run gives.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) tallies: Tallies,
    pub(crate) refused: Vec<Refused>,
    /// The verdicts, read back from the file they were written to.
    pub(crate) verdicts: Vec<Line>,
}

/// One verdict.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) area: String,
    pub(crate) year: i32,
    pub(crate) target: String,
    /// Outcome, standing, side of the bound, signal and severity.
    pub(crate) words: [Option<String>; 5],
    /// Value, bound and margin.
    pub(crate) numbers: [Option<Ratio>; 3],
}

/// Judges a part of a file.
pub(crate) fn judge(path: &Path, part: Part, threads: usize) -> Result<Run, dabiao_parquet::Error> {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let out: PathBuf = path.with_extension("verdicts");
    let table = Table::open(path)?;
    let counties = table.counties(part)?;
    let mut writer = Writer::create(&out, &evaluator)?;
    let (mut tallies, mut refused) = (Tallies::default(), vec![]);
    Judge::new(&evaluator, YEARS).with_batches().run(counties, threads, |county| {
        writer.write(county.verdicts.as_ref().unwrap())?;
        refused.extend(county.refused);
        tallies.merge(county.tallies)
    })?;
    writer.close()?;
    Ok(Run { tallies, refused, verdicts: read(&out) })
}

pub(crate) fn judge_whole(path: &Path) -> Run {
    judge(path, Part::WHOLE, 1).unwrap()
}

/// The verdicts of a file.
pub(crate) fn read(path: &Path) -> Vec<Line> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let mut lines = vec![];
    for batch in reader.build().unwrap() {
        let batch = batch.unwrap();
        let column = |name: &str| batch.column_by_name(name).unwrap_or_else(|| panic!("no column `{name}`"));
        let word = |name: &str, row: usize| {
            let column = column(name).as_any_dictionary();
            column
                .is_valid(row)
                .then(|| column.values().as_string::<i32>().value(column.normalized_keys()[row]).to_owned())
        };
        let number = |name: &str, row: usize| {
            let (decimals, exact) =
                (column(name).as_primitive::<Decimal128Type>(), column(&format!("{name}_exact")));
            let exact = exact.as_string::<i32>();
            let decimal = decimals.is_valid(row).then(|| {
                Ratio::new(decimals.value(row), 10_i128.pow(decimals.scale().unsigned_abs().into())).unwrap()
            });
            if exact.is_null(row) {
                return decimal;
            }
            let (top, bottom) = exact.value(row).split_once('/').unwrap_or((exact.value(row), "1"));
            let fraction = Ratio::new(top.parse().unwrap(), bottom.parse().unwrap()).unwrap();
            assert_ne!(decimal.as_ref(), Some(&fraction), "told twice");
            assert!(decimal.is_none_or(|decimal| decimal == fraction.round(12)), "rounded in another way");
            Some(fraction)
        };
        for row in 0..batch.num_rows() {
            lines.push(Line {
                area: word("area", row).unwrap(),
                year: column("year").as_primitive::<Int32Type>().value(row),
                target: word("target", row).unwrap(),
                words: ["outcome", "standing", "side", "signal", "severity"].map(|name| word(name, row)),
                numbers: ["value", "bound", "margin"].map(|name| number(name, row)),
            });
        }
    }
    lines
}

/// The same verdicts of a report.
fn lines(report: &Report) -> Vec<Line> {
    let word = |word: serde_json::Value| word.as_str().map(str::to_owned);
    let line = |row: &dabiao::report::Row| {
        let (assessment, judgement) = (row.assessment(), &row.judgement);
        let headline = judgement.warnings.iter().find(|warning| warning.headline);
        let side = assessment.bound.as_ref().map(|bound| {
            let at_bound = bound.is_met_by(&bound.limit);
            let above = bound.is_met_by(&(&bound.limit + &Ratio::whole(1)));
            match (above, at_bound) {
                (true, true) => ">=",
                (true, false) => ">",
                (false, true) => "<=",
                (false, false) => "<",
            }
        });
        Line {
            area: report.area.as_deref().unwrap_or_default().to_owned(),
            year: report.year.number(),
            target: row.target.id.to_string(),
            words: [
                word(serde_json::to_value(assessment.outcome).unwrap()),
                word(serde_json::to_value(judgement.standing).unwrap()),
                side.map(str::to_owned),
                headline.and_then(|headline| word(serde_json::to_value(headline.signal.kind()).unwrap())),
                headline.and_then(|headline| word(serde_json::to_value(headline.severity?).unwrap())),
            ],
            numbers: [
                assessment.value.clone(),
                assessment.bound.as_ref().map(|bound| bound.limit.clone()),
                assessment.margin.clone(),
            ],
        }
    };
    report.rows.iter().map(line).collect()
}

/// A row of text, in the order of `dabiao_parquet::COLUMNS`.
pub(crate) type Texts = [String; 15];

/// Rows judged by the long way, without a file and area by area: verdicts, and how many rows were refused and left unused.
pub(crate) fn long_way(rows: &[Texts]) -> (Vec<Line>, [usize; 2]) {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let mut all = vec![];
    let [mut refused, mut unused] = [0; 2];
    for group in rows.chunk_by(|one, other| one[0] == other[0]) {
        let (mut observations, mut unread): (Vec<Observation>, Vec<Observation>) = (vec![], vec![]);
        for (place, row) in group.iter().enumerate() {
            let source = place.to_string();
            let record = Record {
                area: &row[0],
                indicator: &row[1],
                period: &row[2],
                value: &row[3],
                numerator: &row[4],
                denominator: &row[5],
                unit_kind: &row[6],
                unit_id: &row[7],
                residence: &row[8],
                sex: &row[9],
                age: &row[10],
                unit: &row[11],
                status: &row[12],
                break_before: &row[13],
                source: &source,
            };
            match record.read(&catalogue) {
                Ok(observation) => observations.push(observation),
                Err(_) => {
                    refused += 1;
                    unread.extend(record.cell(&catalogue));
                }
            }
        }
        let data = catalogue.data(observations.clone());
        refused += data.refused();
        unused += data.unused();
        observations.extend(unread);
        let data = catalogue.data(observations);
        for area in data.areas() {
            for year in YEARS {
                let report = evaluator.report(area, year).unwrap();
                let refusals =
                    report.findings.iter().filter(|finding| finding.kind.effect() == Effect::Refused);
                assert!(refusals.count() <= group.len());
                all.extend(lines(&report));
            }
        }
    }
    (all, [refused, unused])
}

/// Holds a run against the long way.
pub(crate) fn assert_same(run: &Run, rows: &[Texts]) {
    let (lines, [refused, unused]) = long_way(rows);
    assert_eq!(run.verdicts.len(), lines.len());
    for (one, other) in run.verdicts.iter().zip(&lines) {
        assert_eq!(one, other);
    }
    let counts = run.tallies.rows;
    assert_eq!(counts.read, rows.len() as u64);
    assert_eq!(counts.read, counts.judged + counts.unused + counts.refused);
    assert_eq!(counts.refused, refused as u64, "{:#?}", run.refused);
    assert_eq!(counts.unused, unused as u64);
    let mut named: Vec<u64> = run.refused.iter().map(|refused| refused.row).collect();
    named.dedup();
    assert_eq!(named.len() as u64, counts.refused, "each is named by its row: {:#?}", run.refused);
    assert_eq!(run.tallies.verdicts(), lines.len());
}
