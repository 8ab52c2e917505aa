//! Files that are wrong as a whole, and rows that are wrong by themselves: what is said of them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int32Array, Int64Array,
    NullArray, StringArray, UInt64Array,
};
use dabiao_parquet::{Part, Table};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::support::{Texts, assert_same, judge, judge_whole, texts, write};

/// The rows of a file of the made-up nation, as texts.
pub(crate) fn rows_of(path: &Path) -> Vec<Texts> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let mut rows = vec![];
    for batch in reader.build().unwrap() {
        let batch = batch.unwrap();
        for row in 0..batch.num_rows() {
            let mut texts = Texts::default();
            texts[0] = batch.column(0).as_string::<i32>().value(row).to_owned();
            texts[1] = batch.column(1).as_string::<i32>().value(row).to_owned();
            texts[2] = batch.column(2).as_primitive::<Int32Type>().value(row).to_string();
            let value = batch.column(3).as_primitive::<Decimal128Type>();
            if value.is_valid(row) {
                texts[3] = value.value_as_string(row);
            }
            for place in [4, 5] {
                let count = batch.column(place).as_primitive::<Int64Type>();
                if count.is_valid(row) {
                    texts[place] = count.value(row).to_string();
                }
            }
            rows.push(texts);
        }
    }
    rows
}

/// The columns of a good file of two rows, some of them replaced or left out.
fn two_rows(changed: &[(&'static str, Option<ArrayRef>)]) -> Vec<(&'static str, ArrayRef)> {
    let mut columns: Vec<(&'static str, ArrayRef)> = vec![
        ("area", texts(["150625", "150625"])),
        ("indicator", texts(["maternal-mortality-ratio", "孕产妇死亡率"])),
        ("period", Arc::new(Int32Array::from(vec![2023, 2024]))),
        ("value", Arc::new(Decimal128Array::from(vec![151, 143]).with_precision_and_scale(9, 1).unwrap())),
    ];
    for (name, array) in changed {
        columns.retain(|(other, _)| other != name);
        columns.extend(array.clone().map(|array| (*name, array)));
    }
    columns
}

/// What is said of a file.
fn refusal(columns: Vec<(&str, ArrayRef)>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    write(&path, columns, 100);
    let said = judge(&path, Part::WHOLE, 1).unwrap_err().to_string();
    assert!(said.contains("rows.parquet: "), "{said}");
    said
}

#[test]
fn a_column_that_is_missing_or_of_another_type_is_named() {
    let floats = || Some(Arc::new(Float64Array::from(vec![15.1, 14.3])) as ArrayRef);
    let without = |name| refusal(two_rows(&[(name, None)]));
    let with = |name, array: Option<ArrayRef>| refusal(two_rows(&[(name, array)]));
    let one = || Some(Arc::new(Int64Array::from(vec![1, 1])) as ArrayRef);
    let says = |said: String, words: &[&str]| {
        words.iter().for_each(|word| assert!(said.contains(word), "`{word}` is not in: {said}"));
    };
    says(without("area"), &["no column `area`", "`indicator`, `period`, `value`", "each row names its area"]);
    says(without("indicator"), &["no column `indicator`", "by id or Chinese name"]);
    says(without("period"), &["no column `period`", "its year"]);
    says(without("value"), &["no column `value`", "`numerator` and `denominator`"]);
    says(with("numerator", one()), &["no column `denominator`", "a numerator says nothing without it"]);
    says(with("denominator", one()), &["no column `numerator`"]);
    says(
        with("value", floats()),
        &["column `value` is Float64", "a bound of 12.3 is none", "Decimal128 or as text"],
    );
    let both = vec![("numerator", floats()), ("denominator", one())];
    says(refusal(two_rows(&both)), &["column `numerator` is Float64", "astype(\"Int64\")"]);
    says(with("period", floats()), &["column `period` is Float64", "years as Int32 or Int64"]);
    let days: ArrayRef = Arc::new(Date32Array::from(vec![19_000, 19_400]));
    says(with("period", Some(days)), &["column `period` is Date32", "2024-03-01"]);
    says(with("indicator", one()), &["column `indicator` is Int64", "give text"]);
    says(with("status", one()), &["column `status` is Int64", "give text"]);
    says(with("break", one()), &["column `break` is Int64", "Boolean"]);
    says(with("area", floats()), &["column `area` is Float64", "codes or names as text"]);
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    says(with("value", Some(flags)), &["column `value` is Boolean", "Decimal128 with the printed places"]);
    let mut twice = two_rows(&[]);
    twice.push(("value", texts(["1", "2"])));
    says(refusal(twice), &["column `value` is Utf8", "it stands there twice"]);
}

#[test]
fn other_types_and_columns_are_read_or_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    let codes: ArrayRef = Arc::new(Int64Array::from(vec![150_625, 150_625]));
    let whole: ArrayRef = Arc::new(UInt64Array::from(vec![Some(15), Some(u64::MAX)]));
    let nothing: ArrayRef = Arc::new(NullArray::new(2));
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![Some(true), None]));
    let columns = two_rows(&[
        ("area", Some(codes)),
        ("value", Some(whole)),
        ("status", Some(nothing.clone())),
        ("break", Some(flags)),
        ("province", Some(texts(["a", "b"]))),
    ]);
    write(&path, columns, 100);
    assert_eq!(Table::open(&path).unwrap().ignored(), ["province"]);
    let mut rows = [Texts::default(), Texts::default()];
    for (row, (year, value)) in rows.iter_mut().zip([("2023", "15"), ("2024", "18446744073709551615")]) {
        (row[0], row[1], row[2], row[3]) =
            ("150625".into(), "maternal-mortality-ratio".into(), year.into(), value.into());
    }
    rows[0][13] = "yes".into();
    assert_same(&judge_whole(&path), &rows);
}

#[test]
fn a_row_that_is_wrong_is_named_and_the_others_are_judged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("area", texts(["甲县", "甲县", "甲县", "", "乙县", "乙县"])),
        (
            "indicator",
            texts([
                "孕产妇死亡率",
                "孕产妇死亡绿",
                "孕产妇死亡率",
                "孕产妇死亡率",
                "孕产妇死亡率",
                "孕产妇死亡率",
            ]),
        ),
        ("period", Arc::new(Int32Array::from(vec![2024, 2024, 24, 2024, 2024, 2023]))),
        ("value", texts(["14.3", "14.3", "9O.5", "1", "12", "—"])),
    ];
    write(&path, columns, 2);
    let run = judge_whole(&path);
    let said: Vec<String> = run.refused.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with("row 2: column `indicator`: ") && said[0].contains("孕产妇死亡率"),
        "{said:#?}"
    );
    assert!(said[1].starts_with("row 3: column `period`: "), "{said:#?}");
    assert!(said[2].starts_with("row 3: column `value`: cannot read `9O.5`"), "{said:#?}");
    assert_eq!(said[3], "row 4: column `area`: it is empty: name the area of the row");
    assert!(said[4].starts_with("row 6: column `value`: cannot read `—`"), "{said:#?}");
    assert_eq!(said.len(), 5);
    let rows = run.tallies.rows;
    assert_eq!((rows.read, rows.judged, rows.unused, rows.refused), (6, 2, 0, 4));
    let verdict = |area: &str| {
        let line = run.verdicts.iter().find(|line| {
            line.area == area
                && line.year == 2024
                && line.target == "women.health.g2.maternal-mortality-ratio"
        });
        line.and_then(|line| line.words[0].clone())
    };
    assert_eq!((verdict("甲县").as_deref(), verdict("乙县").as_deref()), (Some("not_met"), Some("met")));
}

#[test]
fn an_area_that_comes_again_is_refused() {
    let areas = |areas: [&'static str; 5]| {
        let indicators: StringArray = areas.iter().map(|_| Some("maternal-mortality-ratio")).collect();
        let periods: Int32Array = (2020..).zip(areas).map(|(year, _)| Some(year)).collect();
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("area", texts(areas)),
            ("indicator", Arc::new(indicators)),
            ("period", Arc::new(periods)),
            ("value", texts(["1", "2", "3", "4", "5"])),
        ];
        columns
    };
    let said = refusal(areas(["甲县", "甲县", "乙县", "丙县", "甲县"]));
    assert!(said.contains("row 5: area `甲县` comes again after others: sort the rows by area"), "{said}");
    // In another width it is the same area.
    let said = refusal(areas(["150625", "甲县", "１５０６２５", "乙县", "丙县"]));
    assert!(said.contains("row 3: area `１５０６２５` comes again"), "{said}");
    // Side by side it is one county, under one of its names.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    write(&path, areas(["150625", "１５０６２５", "150625", "乙县", "丙县"]), 2);
    let run = judge_whole(&path);
    assert_eq!(run.tallies.areas.iter().map(String::as_str).collect::<Vec<_>>(), ["150625", "丙县", "乙县"]);
    assert_eq!((run.tallies.rows.judged, run.tallies.rows.refused), (5, 0));
}

#[test]
fn a_file_without_rows_has_no_verdicts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.parquet");
    write(&path, two_rows(&[]).into_iter().map(|(name, array)| (name, array.slice(0, 0))).collect(), 100);
    let run = judge_whole(&path);
    assert_eq!((run.verdicts.len(), run.tallies.rows.read), (0, 0));
    assert!(
        judge(&folder.path().join("none.parquet"), Part::WHOLE, 1)
            .unwrap_err()
            .to_string()
            .contains("cannot be opened")
    );
}
