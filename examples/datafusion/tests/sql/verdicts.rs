//! All verdicts on rows of observations in SQL, against `dabiao_parquet` on the same rows in a file.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use dabiao::{Catalogue, Evaluator, Year};
use dabiao_datafusion::{nation, session};
use dabiao_parquet::{Judge, Part, Refused, RowCounts, Table, Tallies};
use datafusion::arrow::array::{ArrayRef, AsArray, Int32Array, RecordBatch, StringArray, UInt64Array};
use datafusion::arrow::compute::{concat_batches, take_record_batch};
use datafusion::arrow::datatypes::{DataType, Int64Type, Schema};
use datafusion::datasource::MemTable;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{ParquetReadOptions, SessionContext};

use crate::{ask, refusal_of, texts, wait};

const YEARS: [Year; 2] = [Year::literal(2024), Year::literal(2030)];

/// What the file says without SQL.
struct Alone {
    verdicts: RecordBatch,
    refused: Vec<Refused>,
    tallies: Tallies,
}

fn alone(path: &Path) -> Alone {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let table = Table::open(path).unwrap();
    let judge = Judge::new(&evaluator, YEARS).with_batches();
    let (mut verdicts, mut refused, mut tallies) = (vec![], vec![], Tallies::default());
    judge
        .run(table.counties(Part::WHOLE).unwrap(), 1, |county| {
            verdicts.extend(county.verdicts);
            refused.extend(county.refused);
            tallies.merge(county.tallies)
        })
        .unwrap();
    Alone { verdicts: concat_batches(&judge.schema(), &verdicts).unwrap(), refused, tallies }
}

/// The rows of a file as a table in so many partitions: dealt out one by one, the last first, so that the rows of no county stay
/// together.
fn dealt(path: &Path, partitions: u64) -> MemTable {
    let rows = wait(async {
        let session = session(1);
        session.register_parquet("figures", path.to_str().unwrap(), ParquetReadOptions::default()).await?;
        ask(&session, "SELECT * FROM figures").await
    })
    .unwrap();
    let count = u64::try_from(rows.num_rows()).unwrap();
    let part = |part: u64| {
        let places: UInt64Array = (0..count).rev().filter(|row| row % partitions == part).map(Some).collect();
        let part = take_record_batch(&rows, &places).unwrap();
        // Batches of odd sizes.
        (0..part.num_rows())
            .step_by(97)
            .map(|from| part.slice(from, 97.min(part.num_rows() - from)))
            .collect::<Vec<_>>()
    };
    MemTable::try_new(rows.schema(), (0..partitions).map(part).collect()).unwrap()
}

/// The same rows in the same order as a query gives them.
fn in_order(verdicts: &RecordBatch) -> RecordBatch {
    let session = session(1);
    session.register_batch("verdicts", verdicts.clone()).unwrap();
    wait(ask(&session, "SELECT * FROM verdicts ORDER BY area, year, target")).unwrap()
}

fn names_and_types(schema: &Schema) -> Vec<(&str, &DataType)> {
    schema.fields().iter().map(|field| (field.name().as_str(), field.data_type())).collect()
}

fn assert_same(sql: &RecordBatch, alone: &RecordBatch) {
    assert_eq!(names_and_types(sql.schema_ref()), names_and_types(alone.schema_ref()));
    assert_eq!(sql.num_rows(), alone.num_rows());
    let alone = in_order(alone);
    for (one, other) in sql.columns().iter().zip(alone.columns()) {
        assert_eq!(one, other);
    }
}

fn counted(batch: &RecordBatch) -> [i64; 4] {
    ["read", "judged", "unused", "refused"].map(|name| {
        let column = batch.column_by_name(name).unwrap().as_primitive::<Int64Type>();
        column.iter().flatten().sum()
    })
}

fn counts(rows: RowCounts) -> [i64; 4] {
    [rows.read, rows.judged, rows.unused, rows.refused].map(|rows| i64::try_from(rows).unwrap())
}

#[test]
fn the_verdicts_are_those_of_the_file_however_its_rows_are_divided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nation.parquet");
    dabiao_parquet::nation::write(&path, &Catalogue::hangjin(), 5).unwrap();
    let alone = alone(&path);
    assert!(alone.verdicts.num_rows() > 2_000, "{}", alone.verdicts.num_rows());
    // Out of the file, on one thread and on several.
    for threads in [1, 3] {
        let session = session(threads);
        let answer = wait(async {
            session
                .register_parquet("figures", path.to_str().unwrap(), ParquetReadOptions::default())
                .await?;
            ask(&session, nation::VERDICTS).await
        });
        assert_same(&answer.unwrap(), &alone.verdicts);
    }
    // Each county in all partitions, from the last row to the first; batches so small that states are handed on early.
    for partitions in [1, 4] {
        let session = session(4);
        session.register_table("figures", Arc::new(dealt(&path, partitions))).unwrap();
        let (verdicts, rows) = wait(async {
            session.sql("SET datafusion.execution.batch_size = 100").await?.collect().await?;
            Ok::<_, datafusion::error::DataFusionError>((
                ask(&session, nation::VERDICTS).await?,
                ask(&session, nation::ROWS).await?,
            ))
        })
        .unwrap();
        assert_same(&verdicts, &alone.verdicts);
        // All counties in one group.
        let together = nation::VERDICTS.replace("GROUP BY dabiao_area(area)", "");
        assert_same(&wait(ask(&session, &together)).unwrap(), &alone.verdicts);
        assert_eq!((rows.num_rows(), counted(&rows)), (5, counts(alone.tallies.rows)));
    }
}

/// Rows as texts: area, indicator, period, value, numerator, denominator.
type Row = [Option<&'static str>; 6];

const MMR: Option<&str> = Some("maternal-mortality-ratio");

/// Sorted by area, as the file has to be. Wrong are a period, an indicator, an area that is none, a row without an area and one of
/// blanks; two counts that cannot be are taken in and said to be odd.
const HOSTILE: [Row; 13] = [
    [None, MMR, Some("2024"), Some("9"), None, None],
    [Some(" "), MMR, Some("2024"), Some("9"), None, None],
    [Some("150625"), MMR, Some("2O24"), Some("14.3"), None, None],
    [Some("150625"), MMR, Some("2023"), None, Some("1"), Some("823")],
    [Some("１５０６２５"), MMR, Some("2024"), None, Some("5"), Some("3")],
    [Some("150625"), Some("maternal-mortality-rato"), Some("2024"), Some("1"), None, None],
    [Some("150625"), Some("孕产妇系统管理率"), Some("2024"), Some("９７．３％"), None, None],
    [Some("150625"), Some("孕产妇系统管理率"), Some("2024"), Some("97.3"), None, None],
    [Some("150625"), Some("孕产妇系统管理率"), Some("2022"), None, Some("5"), Some("3")],
    [Some("合计"), MMR, Some("2024"), Some("12"), None, None],
    [Some("甲县"), MMR, Some("2024"), Some("≥12"), None, None],
    [Some("甲县"), MMR, Some("2022"), Some("12"), None, None],
    [Some("甲县"), MMR, Some("2022"), Some("12.5"), None, None],
];

fn write(path: &Path, rows: &[Row]) {
    let columns = ["area", "indicator", "period", "value", "numerator", "denominator"];
    let columns = columns.into_iter().enumerate().map(|(place, name)| {
        let cells: StringArray = rows.iter().map(|row| row.get(place).copied().flatten()).collect();
        (name, Arc::new(cells) as ArrayRef, true)
    });
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

#[test]
fn rows_that_are_wrong_are_counted_and_come_back_with_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    write(&path, &HOSTILE);
    let alone = alone(&path);
    for partitions in [1, 3] {
        let session = session(3);
        session.register_table("figures", Arc::new(dealt(&path, partitions))).unwrap();
        let (verdicts, rows, refusals) = wait(async {
            let refusals = format!(
                "SELECT r.cells.area AS area, r.cells.indicator AS indicator, r.cells.period AS period,
                        r.cells.numerator AS numerator, r.column_name AS column_name, r.message AS message
                 FROM (SELECT unnest(refusals) AS r FROM ({}) AS counted) AS refused",
                nation::ROWS
            );
            Ok::<_, datafusion::error::DataFusionError>((
                ask(&session, nation::VERDICTS).await?,
                ask(&session, nation::ROWS).await?,
                ask(&session, &refusals).await?,
            ))
        })
        .unwrap();
        // Another writing of an area does not make it another one.
        assert_same(&verdicts, &alone.verdicts);
        assert_eq!(counted(&rows), counts(alone.tallies.rows));
        assert_eq!(counted(&rows)[0], 13);
        let columns = ["area", "indicator", "period", "numerator", "column_name", "message"];
        let columns = columns.map(|name| texts(&refusals, name));
        let mut told: Vec<[&str; 6]> = (0..refusals.num_rows())
            .map(|row| columns.each_ref().map(|column| column[row].as_str()))
            .collect();
        told.sort_unstable();
        // The rows of the file by their numbers.
        let mut right: Vec<[&str; 6]> = vec![];
        for refused in &alone.refused {
            let row = HOSTILE[usize::try_from(refused.row).unwrap() - 1].map(|cell| cell.unwrap_or("NULL"));
            let [area, indicator, period, _, numerator, _] = row;
            right.push([
                area,
                indicator,
                period,
                numerator,
                refused.column.unwrap_or("NULL"),
                &refused.message,
            ]);
        }
        right.sort_unstable();
        assert_eq!(told, right);
        assert_eq!(told.len(), 5);
    }
}

/// A session with a table `figures` of one good row, and one of floats.
fn one_row() -> SessionContext {
    let session = session(1);
    wait(async {
        let figures = "CREATE TABLE figures AS SELECT '150625' AS area, 'maternal-mortality-ratio' AS indicator, 2024 AS period,
                       12.5 AS value, CAST(12.5 AS DOUBLE) AS float, CAST(1 AS BIGINT) AS numerator";
        session.sql(figures).await?.collect().await
    })
    .unwrap();
    session
}

#[test]
fn what_cannot_be_read_is_refused_when_it_is_planned() {
    let session = one_row();
    let said = |call: &str| refusal_of(&session, &format!("SELECT {call} FROM figures GROUP BY area"));
    let of = |columns: &str, years: &str| {
        said(&format!(
            "dabiao_verdicts(named_struct('area', area, 'indicator', indicator, {columns}){years})"
        ))
    };
    let good = "'period', period, 'value', value";
    let float = of("'period', period, 'value', float", ", 2024");
    assert!(float.contains("column `value` is Float64") && float.contains("Decimal128"), "{float}");
    let missing = of("'value', value", ", 2024");
    assert!(missing.contains("no column `period`"), "{missing}");
    let half = of("'period', period, 'numerator', numerator", ", 2024");
    assert!(half.contains("no column `denominator`"), "{half}");
    let unknown = of("'period', period, 'value', value, 'numeratr', numerator", ", 2024");
    assert!(unknown.contains("nothing reads `numeratr`; it is one of area, indicator, period"), "{unknown}");
    let twice = of("'period', period, 'value', value, 'value', value", ", 2024");
    assert!(twice.contains("stands there twice"), "{twice}");
    let none = of(good, "");
    assert!(none.contains("it is dabiao_verdicts(rows, year, …)"), "{none}");
    let column = of(good, ", 2024, period");
    assert!(column.contains("years are constants"), "{column}");
    let short = of(good, ", 24");
    assert!(short.contains("from 1900 to 2200"), "{short}");
    let early = of(good, ", 1999");
    assert!(early.contains("assess a year from 2020 on"), "{early}");
    let text = of(good, ", '2024'");
    assert!(text.contains("a year is a whole number, not Utf8"), "{text}");
    let null = of(good, ", CAST(NULL AS BIGINT)");
    assert!(null.contains("a whole number such as 2024"), "{null}");
    let bare = said("dabiao_verdicts(area, 2024)");
    assert!(bare.contains("named_struct('area', area, 'indicator', indicator, …)"), "{bare}");
    let rows = said("dabiao_rows(area)");
    assert!(rows.contains("named_struct"), "{rows}");
    let distinct =
        said(&format!("dabiao_rows(DISTINCT named_struct('area', area, 'indicator', indicator, {good}))"));
    assert!(distinct.contains("without DISTINCT"), "{distinct}");
    let area = refusal_of(&session, "SELECT dabiao_area(value) FROM figures");
    assert!(area.contains("it is dabiao_area(area)"), "{area}");
}

#[test]
fn no_rows_have_no_verdicts_and_counts_of_nought() {
    let session = one_row();
    let rows = "named_struct('area', area, 'indicator', indicator, 'period', period, 'value', value)";
    let ask = |query: String| wait(ask(&session, &query)).unwrap();
    let whole =
        ask(format!("SELECT unnest(dabiao_verdicts({rows}, 2024)) AS v FROM figures WHERE period = 1999"));
    assert_eq!(whole.num_rows(), 0);
    let counts = |filter: &str| {
        let query = format!(
            "SELECT c.read AS read, c.judged AS judged, c.unused AS unused, c.refused AS refused
             FROM (SELECT dabiao_rows({rows}) {filter} AS c FROM figures) AS counted"
        );
        counted(&ask(query))
    };
    assert_eq!(counts(""), [1, 1, 0, 0]);
    assert_eq!(counts("FILTER (WHERE period = 1999)"), [0, 0, 0, 0]);
}

#[test]
fn an_area_is_one_however_it_is_written() {
    let key = |area: &str| {
        let query = format!("SELECT dabiao_area({area}) AS a FROM (VALUES (1)) AS t(n)");
        texts(&wait(ask(&session(1), &query)).unwrap(), "a").remove(0)
    };
    for area in [
        "150625",
        "'150625'",
        "'１５０６２５'",
        "' 150625 '",
        "arrow_cast('150625', 'Dictionary(Int32, Utf8)')",
    ] {
        assert_eq!(key(area), "150625", "{area}");
    }
    assert_eq!(key("NULL"), "NULL");
    assert_ne!(key("'甲县'"), key("'乙县'"));
    // Words of a dictionary, codes, and cells without a value in a column of nothing.
    let batch = RecordBatch::try_from_iter([(
        "code",
        Arc::new(Int32Array::from(vec![150_625, 150_625])) as ArrayRef,
    )])
    .unwrap();
    let session = session(2);
    session.register_batch("codes", batch).unwrap();
    let query = "SELECT c.read AS read, c.judged AS judged, c.unused AS unused, c.refused AS refused FROM (
        SELECT dabiao_rows(named_struct('area', code, 'indicator', arrow_cast('孕产妇死亡率', 'Dictionary(Int8, Utf8)'),
            'period', 2024, 'value', 12.5, 'source', NULL)) AS c FROM codes GROUP BY dabiao_area(code)) AS counted";
    let counts = wait(ask(&session, query)).unwrap();
    assert_eq!((counts.num_rows(), counted(&counts)), (1, [2, 2, 0, 0]));
}
