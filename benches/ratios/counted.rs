//! Ways whose instructions are counted. Each is a function of its own, which callgrind is told by name: what stands before its call
//! is not counted. None may hold a closure, for the name of the function is part of its name, and it would end the count.

use std::hint::black_box;

use dabiao::judge::columns::{CountsColumn, DecimalColumn, Validity};
use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Outcome, Report,
    data::{Audit, Datum},
    judge::{TypedThreshold, Verdict},
    report::Brief,
    values::{Quantity, unit::Per100k},
};

use crate::ROWS;
use crate::made_up::{SplitMix, YEAR, banner, contradictory, maternal, rows, told};

#[inline(never)]
fn typed_verdict(threshold: &TypedThreshold<Per100k>, value: Number) -> Verdict {
    threshold.judge(Quantity::new(value))
}

#[inline(never)]
fn column_of_values(column: &DecimalColumn, values: &[i64], out: &mut [Outcome], margins: &mut [i64]) {
    column.judge_with_margins(values, Validity::All, out, margins).unwrap();
}

#[inline(never)]
fn column_of_counts(column: &CountsColumn, counts: [&[u64]; 2], out: &mut [Outcome], margins: &mut [i64]) {
    let [tops, bottoms] = counts;
    column.judge_with_margins(tops, bottoms, Validity::All, out, margins).unwrap();
}

#[inline(never)]
fn settled<'c>(catalogue: &'c Catalogue, rows: Vec<Observation>) -> Data<'c> {
    catalogue.data(rows)
}

#[inline(never)]
fn assessed(catalogue: &Catalogue, evaluator: &Evaluator<'_>, data: &Data<'_>) {
    for target in catalogue.targets() {
        drop(black_box(evaluator.assess(target, data.area_or_empty(""), YEAR)));
    }
}

#[inline(never)]
fn in_short<'c>(evaluator: &Evaluator<'c>, data: &Data<'_>) -> Vec<Brief<'c>> {
    evaluator.brief(data.area_or_empty(""), YEAR).unwrap()
}

#[inline(never)]
fn report_of_values(evaluator: &Evaluator<'_>, data: &Data<'_>) -> Report {
    evaluator.report(data.area_or_empty(""), YEAR).unwrap()
}

#[inline(never)]
fn report_of_counts(evaluator: &Evaluator<'_>, data: &Data<'_>) -> Report {
    evaluator.report(data.area_or_empty(""), YEAR).unwrap()
}

#[inline(never)]
fn audit_of_townships(data: &Data<'_>) -> Audit {
    data.area_or_empty("").audit()
}

/// The name of a function above, and what calls it once and says how many items it did.
type Way = (&'static str, fn(&Catalogue) -> usize);

const WAYS: [Way; 9] = [
    ("typed_verdict", |catalogue| {
        black_box(typed_verdict(&maternal(catalogue), black_box(Number::literal("14.3"))));
        1
    }),
    ("column_of_values", |catalogue| {
        let column = maternal(catalogue).threshold().column(1).unwrap();
        let mut random = SplitMix(3);
        let values: Vec<i64> = (0..ROWS).map(|_| i64::try_from(random.below(300)).unwrap()).collect();
        let (mut out, mut margins) = (vec![Outcome::NotJudged; ROWS], vec![0; ROWS]);
        column_of_values(&column, &values, &mut out, &mut margins);
        black_box((&out, &margins));
        ROWS
    }),
    ("column_of_counts", |catalogue| {
        let column = maternal(catalogue).threshold().counts_column().unwrap();
        let mut random = SplitMix(3);
        let tops: Vec<u64> = (0..ROWS).map(|_| random.below(3)).collect();
        let bottoms: Vec<u64> = (0..ROWS).map(|_| 1 + random.below(20_000)).collect();
        let (mut out, mut margins) = (vec![Outcome::NotJudged; ROWS], vec![0; ROWS]);
        column_of_counts(&column, [&tops, &bottoms], &mut out, &mut margins);
        black_box((&out, &margins));
        ROWS
    }),
    ("settled", |catalogue| {
        let rows = rows(catalogue, 9);
        let items = rows.len();
        black_box(settled(catalogue, rows));
        items
    }),
    ("assessed", |catalogue| {
        assessed(catalogue, &Evaluator::new(catalogue), &catalogue.data(rows(catalogue, 1)));
        catalogue.targets().len()
    }),
    ("in_short", |catalogue| {
        let data = catalogue.data(rows(catalogue, 1));
        black_box(in_short(&Evaluator::new(catalogue), &data));
        catalogue.targets().len()
    }),
    ("report_of_values", |catalogue| {
        let data = catalogue.data(rows(catalogue, 1));
        black_box(report_of_values(&Evaluator::new(catalogue), &data));
        catalogue.targets().len()
    }),
    ("report_of_counts", |catalogue| {
        let mut rows = rows(catalogue, 1);
        for row in &mut rows {
            row.datum = Datum::Value(told(catalogue.indicator(&row.indicator).unwrap(), 1));
        }
        black_box(report_of_counts(&Evaluator::new(catalogue), &catalogue.data(rows)));
        catalogue.targets().len()
    }),
    ("audit_of_townships", |catalogue| {
        let (data, _) = banner(catalogue, 99, &contradictory(catalogue));
        audit_of_townships(&data).checked()
    }),
];

/// Runs each way that is named, or all, and prints how many items it did.
pub(crate) fn each(named: &[String]) {
    let unknown = named.iter().find(|name| !WAYS.iter().any(|(way, _)| way == name));
    assert_eq!(unknown, None, "there is no such way");
    let catalogue = Catalogue::hangjin();
    for (way, run) in WAYS {
        if named.is_empty() || named.iter().any(|name| name == way) {
            println!("{way} {}", run(&catalogue));
        }
    }
}
