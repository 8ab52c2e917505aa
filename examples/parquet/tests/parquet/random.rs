//! Random figures: the verdicts of the file are those of the library, whatever the types of the columns.

use std::sync::Arc;

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, Decimal128Array, DictionaryArray, Int32Array, Int64Array, LargeStringArray, StringArray,
    StringViewArray,
};
use dabiao::{Catalogue, Number, Year, testing};
use dabiao_parquet::COLUMNS;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value as Json;

use crate::support::{Texts, assert_same, judge_whole, long_way, texts, write};

const AREAS: [&str; 3] = ["150625", "甲县", "another"];

/// The cells of a row of a request, as texts.
fn cells(area: usize, row: &Json) -> Texts {
    let mut texts = COLUMNS.map(|column| match &row[column] {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    });
    texts[0] = AREAS[area].to_owned();
    texts
}

/// Rows on any indicator, good, missing and awkward, sorted by area.
fn rows() -> impl Strategy<Value = Vec<Texts>> {
    let catalogue = Catalogue::hangjin();
    let cards: Vec<_> = catalogue.indicators().cloned().collect();
    let one = (0..AREAS.len(), select(cards), 2019_i16..=2025, testing::grid(), 0..4).prop_flat_map(
        |(area, card, year, number, kind)| {
            let year = Year::literal(year);
            let rows = match kind {
                0 => testing::missing_rows(&card, year).prop_map(|row| vec![row]).boxed(),
                1 => testing::awkward_rows(&card, year).prop_map(|awkward| awkward.rows).boxed(),
                _ => testing::printed_rows(&card, year, number).prop_map(|row| vec![row]).boxed(),
            };
            rows.prop_map(move |rows| rows.iter().map(|row| cells(area, row)).collect::<Vec<_>>())
        },
    );
    vec(one, 1..60).prop_map(|rows| {
        let mut rows: Vec<Texts> = rows.into_iter().flatten().collect();
        rows.sort_by_key(|row| AREAS.iter().position(|area| *area == row[0]));
        rows
    })
}

/// A column of texts in one of the types that texts come in.
fn typed(kind: usize, rows: &[Texts], column: usize) -> ArrayRef {
    let texts = || rows.iter().map(|row| Some(row[column].as_str()).filter(|text| !text.is_empty()));
    match kind {
        0 => Arc::new(texts().collect::<StringArray>()),
        1 => Arc::new(texts().collect::<LargeStringArray>()),
        2 => Arc::new(texts().collect::<StringViewArray>()),
        3 => Arc::new(texts().collect::<DictionaryArray<Int8Type>>()),
        _ => Arc::new(texts().collect::<DictionaryArray<Int32Type>>()),
    }
}

/// Numbers as columns of numbers hold them.
#[derive(Debug, Clone)]
struct Plain {
    area: usize,
    indicator: String,
    year: i32,
    value: Option<i64>,
    counts: [Option<i64>; 2],
}

fn plain() -> impl Strategy<Value = (i8, Vec<Plain>)> {
    let catalogue = Catalogue::hangjin();
    let mut names: Vec<String> =
        vec!["no-such-indicator".into(), "孕产妇 死亡率".into(), "农村孕产妇死亡率".into()];
    for card in catalogue.indicators() {
        names.extend([card.id.to_string(), card.zh.to_string()]);
    }
    let value = prop::option::weighted(0.6, prop_oneof![0_i64..1_200, -20_i64..20, Just(i64::MAX)]);
    let count = || prop::option::weighted(0.4, prop_oneof![0_i64..900, Just(-1), Just(i64::MAX)]);
    let year = prop_oneof![9 => 2019..=2025, 1 => Just(24), 1 => Just(40_000)];
    let one = (0..AREAS.len(), select(names), year, value, count(), count()).prop_map(
        |(area, indicator, year, value, numerator, denominator)| {
            // Most have both counts or neither.
            let denominator = denominator.or(numerator.filter(|numerator| numerator % 7 != 0));
            Plain { area, indicator, year, value, counts: [numerator, denominator] }
        },
    );
    (0_i8..=3, vec(one, 1..80)).prop_map(|(scale, mut rows)| {
        rows.sort_by_key(|row| row.area);
        (scale, rows)
    })
}

fn printed(digits: i64, scale: i8) -> String {
    // What a column pads with zeros is the number without them.
    let number = Number::new(digits.into(), scale.unsigned_abs().into()).unwrap();
    number.to_ratio().to_number().unwrap().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_of_text_are_judged_as_the_library_does((rows, kinds) in (rows(), vec(0..5_usize, COLUMNS.len()))) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.parquet");
        // The source is that of the long way.
        let columns = COLUMNS.iter().enumerate().take(14);
        write(&path, columns.map(|(place, name)| (*name, typed(kinds[place], &rows, place))).collect(), 7);
        assert_same(&judge_whole(&path), &rows);
    }

    #[test]
    fn rows_of_numbers_are_judged_as_the_same_texts((scale, rows) in plain()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.parquet");
        let value: Decimal128Array = rows.iter().map(|row| row.value.map(i128::from)).collect();
        let count = |place: usize| -> ArrayRef {
            Arc::new(rows.iter().map(|row| row.counts[place]).collect::<Int64Array>())
        };
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("area", texts(rows.iter().map(|row| AREAS[row.area]))),
            ("indicator", texts(rows.iter().map(|row| row.indicator.as_str()))),
            ("period", Arc::new(rows.iter().map(|row| Some(row.year)).collect::<Int32Array>())),
            ("value", Arc::new(value.with_precision_and_scale(38, scale).unwrap())),
            ("numerator", count(0)),
            ("denominator", count(1)),
        ];
        write(&path, columns, 11);
        let as_text = |row: &Plain| {
            let mut texts: Texts = Texts::default();
            texts[0] = AREAS[row.area].to_owned();
            texts[1] = row.indicator.clone();
            texts[2] = row.year.to_string();
            texts[3] = row.value.map(|digits| printed(digits, scale)).unwrap_or_default();
            texts[4] = row.counts[0].map(|count| count.to_string()).unwrap_or_default();
            texts[5] = row.counts[1].map(|count| count.to_string()).unwrap_or_default();
            texts
        };
        assert_same(&judge_whole(&path), &rows.iter().map(as_text).collect::<Vec<_>>());
    }
}

/// The made-up nation of the program: each kind of verdict is there, and each is the library's.
#[test]
fn the_made_up_nation_is_judged_as_the_library_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nation.parquet");
    let rows = dabiao_parquet::nation::write(&path, &Catalogue::hangjin(), 3).unwrap();
    let run = judge_whole(&path);
    assert_eq!((run.tallies.rows.read, run.tallies.rows.refused, run.tallies.areas.len()), (rows, 0, 3));
    // The file read by itself, cell by cell.
    let read = crate::files::rows_of(&path);
    assert_eq!(read.len() as u64, rows);
    let (lines, _) = long_way(&read);
    assert_eq!(run.verdicts, lines);
    for outcome in ["met", "not_met", "undetermined", "not_due", "not_judged"] {
        let seen = run.verdicts.iter().filter(|line| line.words[0].as_deref() == Some(outcome)).count();
        assert!(seen > 50, "{outcome}: {seen}");
    }
    let rounded = run
        .verdicts
        .iter()
        .flat_map(|line| &line.numbers)
        .flatten()
        .filter(|number| number.to_number().is_none());
    assert!(rounded.count() > 100, "fractions that no decimal is are there");
}
