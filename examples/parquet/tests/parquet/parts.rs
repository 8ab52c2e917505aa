//! Parts of a file, judged by themselves and added up.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use dabiao::{Catalogue, Evaluator};
use dabiao_parquet::{Judge, Part, PartTallies, Table, Writer, nation, unread_columns};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::support::{Line, YEARS, judge, read, texts, write};

fn parts(path: &Path, of: usize) -> (Vec<PartTallies>, Vec<Line>) {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let table = Table::open(path).unwrap();
    let (mut tallies, mut lines) = (vec![], vec![]);
    for number in 1..=of {
        let part = Part::new(number, of).unwrap();
        let run = judge(path, part, 1).unwrap();
        lines.extend(run.verdicts);
        let file = path.with_extension(format!("{number}.json"));
        PartTallies::new(part, &table, &evaluator, run.tallies).write(&file).unwrap();
        tallies.push(PartTallies::read(&file).unwrap());
    }
    (tallies, lines)
}

/// Areas of uneven sizes, so that row groups end inside them, at their ends, and one area fills several.
fn uneven(path: &Path, group: usize) -> usize {
    let sizes = [1, 13, 2, 40, 7, 7, 3, 1, 25, 4];
    let mut columns = [vec![], vec![], vec![], vec![]];
    for (area, size) in sizes.iter().enumerate() {
        for row in 0..*size {
            columns[0].push(format!("area {area}"));
            columns[1].push("maternal-mortality-ratio".to_owned());
            // Some are wrong, and refused in whichever part.
            columns[2].push(if row % 9 == 8 { "2O24".to_owned() } else { (2015 + row % 10).to_string() });
            columns[3].push(format!("{}.5", (area + row) % 20));
        }
    }
    let [area, indicator, period, value] = columns.map(|column| texts(column.iter().map(String::as_str)));
    write(path, vec![("area", area), ("indicator", indicator), ("period", period), ("value", value)], group);
    sizes.iter().sum()
}

#[test]
fn the_sum_of_the_parts_is_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uneven.parquet");
    for group in [1, 5, 14, 1_000] {
        let rows = uneven(&path, group);
        let whole = judge(&path, Part::WHOLE, 1).unwrap();
        assert_eq!(whole.tallies.rows.read, rows as u64);
        assert!(whole.tallies.rows.refused > 5);
        for of in [2, 3, 8] {
            let (mut tallies, lines) = parts(&path, of);
            assert_eq!(lines, whole.verdicts, "{of} parts of groups of {group}");
            tallies.rotate_left(of / 2);
            assert_eq!(
                PartTallies::whole(tallies).unwrap(),
                whole.tallies,
                "{of} parts of groups of {group}"
            );
        }
    }
}

#[test]
fn rows_that_were_read_elsewhere_are_judged_as_those_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uneven.parquet");
    let rows = uneven(&path, 14);
    let whole = judge(&path, Part::WHOLE, 1).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    // All areas in one batch.
    let batch = reader.with_batch_size(rows).build().unwrap().next().unwrap().unwrap();
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let judged = Judge::new(&evaluator, YEARS).with_batches().batch("rows", &batch).unwrap();
    assert_eq!(judged.tallies, whole.tallies);
    assert_eq!(judged.refused, whole.refused);
    let out = folder.path().join("verdicts.parquet");
    let mut writer = Writer::create(&out, &evaluator).unwrap();
    writer.write(judged.verdicts.as_ref().unwrap()).unwrap();
    writer.close().unwrap();
    let (mut lines, mut right) = (read(&out), whole.verdicts);
    let by_name = |line: &Line| (line.area.clone(), line.year, line.target.clone());
    lines.sort_by_key(by_name);
    right.sort_by_key(by_name);
    assert_eq!(lines, right);
    // Its columns are looked at as those of a file are.
    let some = batch.project(&[0, 1, 3]).unwrap();
    let said = Judge::new(&evaluator, YEARS).batch("rows", &some).unwrap_err().to_string();
    assert!(
        said.starts_with("rows: there is no column `period`, only `area`, `indicator`, `value`"),
        "{said}"
    );
    assert_eq!(unread_columns("rows", batch.schema_ref()).unwrap(), Vec::<String>::new());
    assert!(unread_columns("rows", some.schema_ref()).is_err());
}

#[test]
fn threads_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nation.parquet");
    nation::write(&path, &Catalogue::hangjin(), 7).unwrap();
    let one = judge(&path, Part::WHOLE, 1).unwrap();
    for threads in [2, 3, 16] {
        let several = judge(&path, Part::WHOLE, threads).unwrap();
        assert_eq!((&several.tallies, &several.verdicts), (&one.tallies, &one.verdicts), "{threads} threads");
    }
    // Counted once more from the verdicts themselves.
    for (year, tally) in &one.tallies.years {
        let met = one
            .verdicts
            .iter()
            .filter(|line| line.year == year.number() && line.words[0].as_deref() == Some("met"));
        assert_eq!(met.count(), tally.outcomes.met);
        let of_targets: u64 = tally.targets.iter().map(|target| target.counties.passed()).sum();
        assert_eq!(of_targets, tally.outcomes.met as u64);
        assert_eq!(tally.standings.values().sum::<u64>(), tally.outcomes.total as u64);
    }
}

#[test]
fn parts_that_make_no_whole_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uneven.parquet");
    uneven(&path, 5);
    let (of_two, _) = parts(&path, 2);
    let (of_three, _) = parts(&path, 3);
    let refused =
        |parts: Vec<&PartTallies>| PartTallies::whole(parts.into_iter().cloned()).unwrap_err().to_string();
    assert!(refused(vec![]).ends_with("there are none"));
    assert!(refused(vec![&of_two[1]]).ends_with("part 1 of 2 is missing"));
    assert!(refused(vec![&of_two[0], &of_two[0]]).ends_with("part 1 is there twice"));
    assert!(refused(vec![&of_two[0], &of_three[1]]).contains("cut in different ways"));
    // The other half of another file.
    let other = folder.path().join("other.parquet");
    uneven(&other, 9);
    let (of_other, _) = parts(&other, 2);
    assert!(refused(vec![&of_two[0], &of_other[1]]).contains("parts of different files"));
    // Two runs of one area would count it twice.
    let mut twice = judge(&path, Part::WHOLE, 1).unwrap().tallies;
    let said =
        twice.merge(judge(&path, Part::new(2, 2).unwrap(), 1).unwrap().tallies).unwrap_err().to_string();
    assert!(said.contains("is in two of them, and would count twice"), "{said}");
    // What is no tally.
    let file = folder.path().join("odd.json");
    std::fs::write(&file, "{\"part\": 1}").unwrap();
    assert!(PartTallies::read(&file).unwrap_err().to_string().contains("odd.json holds none"));
    for (number, of) in [(0, 2), (3, 2), (1, 0)] {
        assert!(Part::new(number, of).unwrap_err().to_string().contains("counted from 1"));
    }
    // More parts than row groups: most have nothing, and the sum is the same.
    let (many, _) = parts(&path, 50);
    let areas: BTreeSet<String> = PartTallies::whole(many).unwrap().areas;
    assert_eq!(areas.len(), 10);
}
