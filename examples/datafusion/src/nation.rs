//! A made-up nation in a Parquet file, one row for a county and year. The numbers say nothing about any county.

use std::fs::File;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, Decimal128Builder, Int32Builder, Int64Builder, RecordBatch, StringBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::common::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;

/// The years of the file; each county has a row for each.
pub const YEARS: std::ops::RangeInclusive<i32> = 2015..=2024;
/// Provinces of the mainland.
pub const PROVINCES: u64 = 31;
/// Rows of a batch and of a row group, which is what a thread takes at once.
const BATCH: u64 = 65_536;

/// SplitMix64: the same rows in every run.
#[derive(Debug)]
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ z >> 31) % end
    }

    /// One in so many is missing.
    fn told<T>(&mut self, missing: u64, value: T) -> Option<T> {
        (self.below(missing) != 0).then_some(value)
    }
}

/// The columns.
#[must_use]
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("province", DataType::Utf8, false),
        Field::new("county", DataType::Utf8, false),
        Field::new("year", DataType::Int32, false),
        // Deaths of mothers for 100,000 live births, as printed.
        Field::new("mortality", DataType::Decimal128(9, 2), true),
        // Mothers under systematic care, ％.
        Field::new("managed", DataType::Decimal128(7, 2), true),
        Field::new("tested", DataType::Int64, true),
        Field::new("mothers", DataType::Int64, true),
    ]))
}

/// The rows from one to another.
fn batch(schema: &SchemaRef, rows: Range<u64>) -> Result<RecordBatch> {
    let (mut province, mut county) = (StringBuilder::new(), StringBuilder::new());
    let (mut year, mut tested, mut mothers) = (Int32Builder::new(), Int64Builder::new(), Int64Builder::new());
    let mut mortality = Decimal128Builder::new().with_precision_and_scale(9, 2)?;
    let mut managed = Decimal128Builder::new().with_precision_and_scale(7, 2)?;
    for row in rows {
        let mut random = SplitMix(row);
        let (number, place) = (row / 10, row % 10);
        province.append_value(format!("P{:02}", number % PROVINCES));
        county.append_value(format!("{number:07}"));
        year.append_value(YEARS.start() + i32::try_from(place).unwrap_or(0));
        // Around the bounds of 12 and of 90, and at them too.
        let around = 1_150 + i128::from(random.below(101));
        mortality.append_option(random.told(50, around));
        let around = 8_900 + i128::from(random.below(1_110));
        managed.append_option(random.told(50, around));
        // One county in forty has no mothers; 98％ is the bound for tests.
        let all =
            if random.below(40) == 0 { 0 } else { 100 * (1 + i64::try_from(random.below(30)).unwrap_or(0)) };
        let missed = i64::try_from(random.below(4)).unwrap_or(0) * all / 100;
        mothers.append_option(random.told(100, all));
        tested.append_option(random.told(100, all - missed));
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(province.finish()),
        Arc::new(county.finish()),
        Arc::new(year.finish()),
        Arc::new(mortality.finish()),
        Arc::new(managed.finish()),
        Arc::new(tested.finish()),
        Arc::new(mothers.finish()),
    ];
    Ok(RecordBatch::try_new(Arc::clone(schema), columns)?)
}

/// Writes so many rows, one batch in memory at a time; gives the bytes.
///
/// # Errors
/// If the file cannot be written.
pub fn write(path: &Path, rows: u64) -> Result<u64> {
    write_rows(path, 0..rows)
}

/// Writes the rows from one to another: a nation may lie in several files.
///
/// # Errors
/// If the file cannot be written.
pub fn write_rows(path: &Path, rows: Range<u64>) -> Result<u64> {
    let schema = schema();
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(usize::try_from(BATCH).unwrap_or(usize::MAX)))
        .build();
    let mut writer = ArrowWriter::try_new(File::create(path)?, Arc::clone(&schema), Some(properties))?;
    let mut start = rows.start;
    while start < rows.end {
        let end = rows.end.min(start + BATCH);
        writer.write(&batch(&schema, start..end)?)?;
        start = end;
    }
    writer.close()?;
    Ok(std::fs::metadata(path)?.len())
}

/// Verdicts by province: every row of the file is judged.
pub const BY_PROVINCE: &str = "
SELECT province, outcome, count(*) AS county_years
FROM (SELECT province, dabiao_outcome('women.health.g2.maternal-mortality-ratio', 2024, mortality) AS outcome FROM nation)
GROUP BY province, outcome ORDER BY province, outcome";

/// 达标率 by year: of the counties with a verdict, those that meet; what is undetermined is counted beside them.
pub const RATE: &str = "
SELECT year,
       count(*) FILTER (WHERE outcome = 'met') AS met,
       count(*) FILTER (WHERE outcome = 'not_met') AS not_met,
       count(*) FILTER (WHERE outcome = 'undetermined') AS undetermined,
       count(*) FILTER (WHERE outcome = 'not_applicable') AS not_applicable
FROM (SELECT year, dabiao_outcome_counts('women.health.g6.maternal-hiv-testing-rate', 2024, tested, mothers) AS outcome FROM nation)
GROUP BY year ORDER BY year";

/// The counties that lie farthest below the bound.
pub const FARTHEST: &str = "
SELECT province, county, year, managed,
       dabiao_margin('women.health.g2.maternal-systematic-management-rate', 2024, managed) AS margin
FROM nation
WHERE dabiao_outcome('women.health.g2.maternal-systematic-management-rate', 2024, managed) = 'not_met'
ORDER BY margin, county, year LIMIT 5";

/// Whether every county of a province meets, compared with a roster.
pub const EVERY_COUNTY: &str = "
SELECT province, dabiao_every_unit(county, outcome, roster) AS every_county
FROM (SELECT province, county, count(*) OVER (PARTITION BY province) AS roster,
             dabiao_outcome('women.health.g2.maternal-systematic-management-rate', 2024, managed) AS outcome
      FROM nation WHERE year = 2024)
GROUP BY province ORDER BY province";

/// Every verdict on a table `figures` of observations, as [`dabiao_parquet::nation`] makes one up, in the columns of
/// [`dabiao_parquet::verdicts::schema`].
pub const VERDICTS: &str = "
SELECT * FROM (
  SELECT unnest(verdict) FROM (
    SELECT unnest(dabiao_verdicts(named_struct('area', area, 'indicator', indicator, 'period', period, 'value', value,
                                               'numerator', numerator, 'denominator', denominator), 2024, 2030)) AS verdict
    FROM figures GROUP BY dabiao_area(area)))
  AS verdicts(area, year, target, outcome, standing, value, value_exact, side, bound, bound_exact, margin, margin_exact, signal, severity)
ORDER BY area, year, target";

/// What became of the rows of each area.
pub const ROWS: &str = "
SELECT * FROM (
  SELECT area, unnest(counted) FROM (
    SELECT dabiao_area(area) AS area,
           dabiao_rows(named_struct('area', area, 'indicator', indicator, 'period', period, 'value', value,
                                    'numerator', numerator, 'denominator', denominator)) AS counted
    FROM figures GROUP BY dabiao_area(area)))
  AS counted(area, read, judged, unused, refused, refusals)
ORDER BY area";

/// The queries and what they ask.
pub const QUERIES: [(&str, &str); 4] = [
    ("maternal mortality, verdicts by province", BY_PROVINCE),
    ("HIV tests of mothers, verdicts by year", RATE),
    ("systematic care, farthest below the bound", FARTHEST),
    ("systematic care, every county of a province in 2024", EVERY_COUNTY),
];
