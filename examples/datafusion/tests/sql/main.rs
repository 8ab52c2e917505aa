//! SQL over Parquet, row by row against the library's own way.
#![expect(clippy::unwrap_used, clippy::needless_range_loop, reason = "a test may fail; rows have numbers")]

mod verdicts;

use std::collections::HashMap;
use std::future::Future;

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year,
    values::{Counts, Value},
};
use dabiao_datafusion::{nation, session, word};
use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::compute::{cast, concat_batches};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Int64Type};
use datafusion::common::Result;
use datafusion::prelude::{ParquetReadOptions, SessionContext};

const MORTALITY: &str = "women.health.g2.maternal-mortality-ratio";
const MANAGED: &str = "women.health.g2.maternal-systematic-management-rate";
const TESTED: &str = "women.health.g6.maternal-hiv-testing-rate";
const YEAR: Year = Year::literal(2024);

pub(crate) fn wait<T>(what: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap().block_on(what)
}

pub(crate) async fn ask(session: &SessionContext, query: &str) -> Result<RecordBatch> {
    let frame = session.sql(query).await?;
    let schema = std::sync::Arc::new(frame.schema().as_arrow().clone());
    Ok(concat_batches(&schema, &frame.collect().await?)?)
}

/// A column of texts, `NULL` for none.
pub(crate) fn texts(batch: &RecordBatch, column: &str) -> Vec<String> {
    let column = cast(batch.column_by_name(column).unwrap(), &DataType::Utf8).unwrap();
    column.as_string::<i32>().iter().map(|text| text.unwrap_or("NULL").to_owned()).collect()
}

/// The answers to an expression over a table of values `v` of one type.
fn answers(expression: &str, values: &str) -> Vec<String> {
    let query = format!("SELECT n, {expression} AS a FROM (VALUES {values}) AS t(n, v) ORDER BY n");
    texts(&wait(ask(&session(2), &query)).unwrap(), "a")
}

fn refusal(query: &str) -> String {
    refusal_of(&session(1), query)
}

/// Refused when it is planned: it is not run.
pub(crate) fn refusal_of(session: &SessionContext, query: &str) -> String {
    wait(async { session.sql(query).await?.create_physical_plan().await.map(|_| ()) })
        .unwrap_err()
        .to_string()
}

#[test]
fn every_row_has_the_verdict_of_the_long_way() {
    const ROWS: u64 = 3_000;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nation.parquet");
    nation::write(&path, ROWS).unwrap();
    let query = format!(
        "SELECT county, year, mortality, managed, tested, mothers,
                dabiao_outcome('{MORTALITY}', 2024, mortality) AS o0,
                dabiao_outcome('{MANAGED}', 2024, managed) AS o1,
                dabiao_outcome_counts('{TESTED}', 2024, tested, mothers) AS o2,
                dabiao_margin('{MANAGED}', 2024, managed) AS margin
         FROM nation"
    );
    let batch = wait(async {
        let session = session(2);
        session.register_parquet("nation", path.to_str().unwrap(), ParquetReadOptions::default()).await?;
        ask(&session, &query).await
    })
    .unwrap();
    assert_eq!(batch.num_rows(), usize::try_from(ROWS).unwrap());

    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let decimal = |column: usize, row: usize| {
        let column = batch.column(column).as_primitive::<Decimal128Type>();
        (!column.is_null(row)).then(|| {
            Value::Number(Number::new(column.value(row), column.scale().unsigned_abs().into()).unwrap())
        })
    };
    let count = |column: usize, row: usize| {
        let column = batch.column(column).as_primitive::<Int64Type>();
        (!column.is_null(row)).then(|| u64::try_from(column.value(row)).unwrap())
    };
    let counts = |row: usize| {
        let (numerator, denominator) = count(4, row).zip(count(5, row))?;
        Some(Value::Counts(Counts { numerator, denominator }))
    };
    let mut seen = HashMap::<(&str, String), usize>::new();
    let outcomes: Vec<Vec<String>> = (0..3).map(|place| texts(&batch, &format!("o{place}"))).collect();
    for row in 0..batch.num_rows() {
        let values = [(MORTALITY, decimal(2, row)), (MANAGED, decimal(3, row)), (TESTED, counts(row))];
        for (place, (id, value)) in values.into_iter().enumerate() {
            let target = catalogue.target(id).unwrap();
            let card = catalogue.indicator(&target.indicator).unwrap();
            let rows = value.map(|value| Observation::new(target.indicator.clone(), YEAR, value, card.unit));
            let data = catalogue.data(rows);
            let long = evaluator.assess(target, data.area_or_empty(""), YEAR).unwrap();
            assert_eq!(outcomes[place][row], word(long.year_outcome()), "{id}, row {row}");
            *seen.entry((id, outcomes[place][row].clone())).or_default() += 1;
            if id == MANAGED {
                let margin = batch.column(9).as_primitive::<Decimal128Type>();
                let told = (!margin.is_null(row)).then(|| margin.value_as_string(row));
                let told = told.map(|text| text.parse::<Number>().unwrap().to_ratio());
                let judged = matches!(long.year_outcome(), Outcome::Met | Outcome::NotMet);
                assert_eq!(told, long.margin.filter(|_| judged), "row {row}");
            }
        }
    }
    // The file has what it is to show: each kind of verdict that there can be.
    for id in [MORTALITY, MANAGED, TESTED] {
        for word in ["met", "not_met", "undetermined"] {
            assert!(
                seen.get(&(id, word.to_owned())).is_some_and(|rows| *rows >= 30),
                "{id} {word}: {seen:?}"
            );
        }
    }
    assert!(seen.contains_key(&(TESTED, "not_applicable".to_owned())), "{seen:?}");
}

#[test]
fn at_the_bound_and_beside_it() {
    let outcome = format!("dabiao_outcome('{MORTALITY}', 2024, v)");
    let values = "(1, 12.00), (2, 12.01), (3, 11.99), (4, NULL), (5, 0.00), (6, -0.01)";
    let words = ["met", "not_met", "met", "undetermined", "met", "undetermined"];
    assert_eq!(answers(&outcome, values), words);
    // Whole numbers, and a column of nothing.
    assert_eq!(answers(&outcome, "(1, 12), (2, 13), (3, NULL)"), ["met", "not_met", "undetermined"]);
    assert_eq!(answers(&outcome, "(1, NULL), (2, NULL)"), ["undetermined", "undetermined"]);
    let tested = format!("dabiao_outcome('{TESTED}', 2024, v)");
    let values = "(1, 98.0), (2, 97.9), (3, 100.0), (4, 100.1)";
    assert_eq!(answers(&tested, values), ["met", "not_met", "met", "undetermined"]);
    // A constant instead of a column, and a filter with offset, whose arrays begin in the middle.
    assert_eq!(answers(&format!("dabiao_outcome('{MORTALITY}', 2024, 12.1)"), "(1, 0)"), ["not_met"]);
    let query = format!(
        "SELECT n, dabiao_outcome('{MORTALITY}', 2024, v) AS a FROM
         (SELECT n, v FROM (VALUES (1, NULL), (2, 11.0), (3, NULL), (4, 13.0), (5, 12.0)) AS t(n, v) ORDER BY n LIMIT 3 OFFSET 2)
         ORDER BY n"
    );
    assert_eq!(texts(&wait(ask(&session(1), &query)).unwrap(), "a"), ["undetermined", "not_met", "met"]);
}

#[test]
fn counts_are_cross_multiplied_and_a_null_is_never_met() {
    let outcome = |numerator: &str, denominator: &str| {
        let call = format!("dabiao_outcome_counts('{TESTED}', 2024, {numerator}, {denominator})");
        answers(&call, "(1, 0)").remove(0)
    };
    assert_eq!(outcome("98", "100"), "met");
    assert_eq!(outcome("97999", "100000"), "not_met");
    assert_eq!(outcome("98001", "100000"), "met");
    assert_eq!(outcome("0", "0"), "not_applicable");
    assert_eq!(outcome("101", "100"), "undetermined");
    assert_eq!(outcome("-1", "100"), "undetermined");
    assert_eq!(outcome("NULL", "100"), "undetermined");
    assert_eq!(outcome("100", "NULL"), "undetermined");
}

#[test]
fn margins_are_decimals_and_null_without_a_verdict() {
    let margin = format!("dabiao_margin('{MORTALITY}', 2024, v)");
    assert_eq!(answers(&margin, "(1, 14.3), (2, 12.0), (3, NULL), (4, 9.8)"), ["-2.3", "0.0", "NULL", "2.2"]);
    assert_eq!(answers(&margin, "(1, 14)"), ["-2"]);
    let tested = format!("dabiao_margin('{TESTED}', 2024, v)");
    assert_eq!(answers(&tested, "(1, 97.95), (2, 100.01)"), ["-0.05", "NULL"]);
}

#[test]
fn what_cannot_be_judged_is_refused_when_it_is_planned() {
    let float = refusal(&format!("SELECT dabiao_outcome('{MORTALITY}', 2024, arrow_cast(12, 'Float64'))"));
    assert!(float.contains("Float64") && float.contains("DECIMAL"), "{float}");
    for function in ["dabiao_outcome", "dabiao_margin"] {
        let column = refusal(&format!(
            "SELECT {function}('{MORTALITY}', 2024, v) FROM (SELECT CAST(v AS DOUBLE) AS v FROM (VALUES (1)) AS t(v))"
        ));
        assert!(column.contains("binary fractions") && column.contains("dabiao_outcome_counts"), "{column}");
    }
    let counts = refusal(&format!("SELECT dabiao_outcome_counts('{TESTED}', 2024, 1.5, 3)"));
    assert!(counts.contains("counts are whole"), "{counts}");
    let unknown = refusal("SELECT dabiao_outcome('women.health.g2.maternal-mortality-rato', 2024, 12)");
    assert!(unknown.contains(&format!("the nearest is `{MORTALITY}`")), "{unknown}");
    let direction = refusal("SELECT dabiao_outcome('women.health.g5.induced-abortion-rate', 2024, 12)");
    assert!(direction.contains("Evaluator::assess"), "{direction}");
    let year = refusal(&format!("SELECT dabiao_outcome('{MORTALITY}', 24, 12)"));
    assert!(year.contains("from 1900 to 2200"), "{year}");
    let column =
        refusal(&format!("SELECT dabiao_outcome('{MORTALITY}', v, 12) FROM (VALUES (2024), (2025)) AS t(v)"));
    assert!(column.contains("constants"), "{column}");
    let few = refusal(&format!("SELECT dabiao_outcome('{MORTALITY}', 12)"));
    assert!(few.contains("dabiao_outcome(target, year, value)"), "{few}");
    let text = refusal(&format!("SELECT dabiao_outcome('{MORTALITY}', 2024, '12')"));
    assert!(text.contains("DECIMAL"), "{text}");
}

#[test]
fn every_unit_is_held_against_the_roster() {
    let every = |rows: &str| {
        let query = format!("SELECT dabiao_every_unit(u, o, r) AS a FROM (VALUES {rows}) AS t(u, o, r)");
        wait(ask(&session(2), &query)).map(|batch| texts(&batch, "a").remove(0))
    };
    assert_eq!(every("('a', 'met', 2), ('b', 'met', 2)").unwrap(), "met");
    assert_eq!(every("('a', 'met', 2), ('b', 'not_met', 2)").unwrap(), "not_met");
    assert_eq!(every("('a', 'met', 2), ('b', 'undetermined', 2)").unwrap(), "undetermined");
    assert_eq!(every("('a', 'met', 2), ('b', NULL, 2)").unwrap(), "undetermined");
    // A third unit has said nothing; a failure decides all the same.
    assert_eq!(every("('a', 'met', 3), ('b', 'met', 3)").unwrap(), "undetermined");
    assert_eq!(every("('a', 'met', 3), ('b', 'not_met', 3)").unwrap(), "not_met");
    assert_eq!(every("('a', 'met', NULL), ('b', 'met', NULL)").unwrap(), "undetermined");
    assert_eq!(every("('a', 'met', 2), ('b', 'not_applicable', 2)").unwrap(), "met");
    assert!(
        every("('a', 'met', 1), ('b', 'met', 1)").unwrap_err().to_string().contains("2 units are counted")
    );
    assert!(every("('a', 'met', 2), ('b', 'met', 3)").unwrap_err().to_string().contains("one roster"));
    assert!(every("('a', 'good', 1)").unwrap_err().to_string().contains("`good` of unit `a`"));
    assert!(every("(NULL, 'met', 2), ('b', 'met', 2)").unwrap_err().to_string().contains("without a name"));
}

#[test]
fn the_queries_say_the_same_on_one_thread_and_on_two() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nation.parquet");
    // More than one row group, so that two threads have something to share.
    nation::write(&path, 70_000).unwrap();
    let run = |threads: usize| {
        wait(async {
            let session = session(threads);
            session.register_parquet("nation", path.to_str().unwrap(), ParquetReadOptions::default()).await?;
            let mut answers = vec![];
            for (_, query) in nation::QUERIES {
                answers.push(ask(&session, query).await?);
            }
            Ok::<_, datafusion::error::DataFusionError>(answers)
        })
        .unwrap()
    };
    let (one, two) = (run(1), run(2));
    assert_eq!(one, two);
    let judged = one[0].column(2).as_primitive::<Int64Type>().iter().flatten().sum::<i64>();
    assert_eq!(judged, 70_000, "no row is dropped");
    assert_eq!(one[3].num_rows(), 31);
}
