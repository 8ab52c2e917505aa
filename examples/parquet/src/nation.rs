//! A made-up nation in a Parquet file: every indicator of a catalogue for every county and year. The numbers say nothing about any
//! county.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, Int32Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use dabiao::Catalogue;
use dabiao::plan::IndicatorKind;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::Error;

/// The years of the file.
pub const YEARS: std::ops::RangeInclusive<i32> = 2020..=2024;

/// As many counties as a nation has.
pub const COUNTIES: u32 = 2_843;

/// Rows of a row group: some eighteen counties.
const ROW_GROUP: usize = 32_768;

/// Counties of a batch.
const BATCH: u32 = 16;

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

    fn count(&mut self, end: u64) -> i64 {
        i64::try_from(self.below(end)).unwrap_or(0)
    }
}

/// The columns of the file.
#[must_use]
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("area", DataType::Utf8, false),
        Field::new("indicator", DataType::Utf8, false),
        Field::new("period", DataType::Int32, false),
        Field::new("value", DataType::Decimal128(9, 1), true),
        Field::new("numerator", DataType::Int64, true),
        Field::new("denominator", DataType::Int64, true),
    ]))
}

#[derive(Default)]
struct Columns {
    area: StringBuilder,
    indicator: StringBuilder,
    period: Int32Builder,
    value: Decimal128Builder,
    numerator: Int64Builder,
    denominator: Int64Builder,
}

impl Columns {
    fn county(&mut self, catalogue: &Catalogue, county: u32) {
        let mut random = SplitMix(county.into());
        let name = format!("{county:06}");
        for card in catalogue.indicators() {
            let most = card.unit.per().map_or(60, i64::from).max(2);
            for year in YEARS {
                // One cell in fifty is missing.
                if random.below(50) == 0 {
                    continue;
                }
                self.area.append_value(&name);
                self.indicator.append_value(&card.id);
                self.period.append_value(year);
                let (value, counts) = match (card.kind, card.unit.is_whole()) {
                    (IndicatorKind::Events, false) => {
                        let births = 300 + random.count(3_000);
                        (None, Some((births * random.count(20) / most, births)))
                    }
                    (IndicatorKind::Share, false) => {
                        let all = 500 + random.count(5_000);
                        (None, Some((all * (70 + random.count(30)) / 100, all)))
                    }
                    (_, true) => (Some(10 * random.count(20)), None),
                    _ => {
                        let half = u64::try_from(most / 2).unwrap_or(1);
                        (Some(10 * (most / 2 + random.count(half)) + random.count(10)), None)
                    }
                };
                self.value.append_option(value.map(i128::from));
                self.numerator.append_option(counts.map(|(numerator, _)| numerator));
                self.denominator.append_option(counts.map(|(_, denominator)| denominator));
            }
        }
    }

    fn batch(&mut self, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
        let value = self.value.finish().with_precision_and_scale(9, 1)?;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.area.finish()),
            Arc::new(self.indicator.finish()),
            Arc::new(self.period.finish()),
            Arc::new(value),
            Arc::new(self.numerator.finish()),
            Arc::new(self.denominator.finish()),
        ];
        RecordBatch::try_new(Arc::clone(schema), columns)
    }
}

/// Writes so many counties, a few in memory at a time; gives the rows.
///
/// # Errors
/// If the file cannot be written.
pub fn write(path: &Path, catalogue: &Catalogue, counties: u32) -> Result<u64, Error> {
    let failed = |why: &dyn ToString| Error::write(path, why.to_string());
    let schema = schema();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .build();
    let file = File::create(path).map_err(|why| failed(&why))?;
    let mut writer =
        ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties)).map_err(|why| failed(&why))?;
    let (mut columns, mut rows) = (Columns::default(), 0);
    let mut first = 0;
    while first < counties {
        let end = counties.min(first + BATCH);
        (first..end).for_each(|county| columns.county(catalogue, county));
        let batch = columns.batch(&schema).map_err(|why| failed(&why))?;
        rows += batch.num_rows() as u64;
        writer.write(&batch).map_err(|why| failed(&why))?;
        first = end;
    }
    writer.close().map_err(|why| failed(&why))?;
    Ok(rows)
}
