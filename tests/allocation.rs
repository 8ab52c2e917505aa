//! What is allocated: nothing for a verdict or a column, and little for each row of a report. Counted by the allocator, in a
//! program of its own.
#![cfg(feature = "hangjin")]

use std::alloc::System;
use std::hint::black_box;

use dabiao::columns::Validity;
use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Outcome, Unit, UnitsTally, Value, Year, cases,
    indicators::MATERNAL_MORTALITY_RATIO, per_100k,
};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const YEAR: Year = Year::literal(2024);

/// How often something allocates.
fn allocations<T>(run: impl FnOnce() -> T) -> usize {
    let region = Region::new(COUNTING);
    black_box(run());
    let change = region.change();
    change.allocations + change.reallocations
}

/// One test, for the allocator counts whatever runs beside it.
#[test]
fn allocations_are_few() {
    assert!(allocations(|| vec![1_u8]) > 0, "the counter counts");
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);

    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let threshold = evaluator.threshold(target, YEAR).unwrap();
    let twelve = threshold.typed(MATERNAL_MORTALITY_RATIO).unwrap();
    let long = Number::new(10_i128.pow(27) + 1, 27).unwrap();
    let none = allocations(|| {
        let mut margins = [None; 3];
        let verdicts =
            [twelve.judge(per_100k("14.3")), threshold.judge(long), threshold.judge_or_missing(None)];
        for (margin, verdict) in margins.iter_mut().zip(&verdicts) {
            *margin = verdict.margin_number();
        }
        let converted = threshold.judge_in(Number::literal("0.143"), Unit::PerMille).ok();
        (verdicts, margins, converted, twelve.judge_counts(cases(1).of(823)).margin())
    });
    assert_eq!(none, 0, "one verdict");

    let (values, wide) = (vec![143_i64; 1000], vec![120_i128; 1000]);
    let (tops, bottoms, bits) = (vec![1_u64; 1000], vec![823_u64; 1000], vec![0x5a_u8; 126]);
    let mut outcomes = vec![Outcome::NotJudged; 1000];
    let (mut margins, mut wide_margins) = (vec![0_i64; 1000], vec![0_i128; 1000]);
    let mask = Validity::Bits { bytes: &bits, offset: 3 };
    let (column, counted) = (threshold.column(1).unwrap(), threshold.counts_column().unwrap());
    let none = allocations(|| {
        column.judge(&values, mask, &mut outcomes).unwrap();
        column.judge_with_margins(&values, Validity::All, &mut outcomes, &mut margins).unwrap();
        column.judge_with_margins(&wide, mask, &mut outcomes, &mut wide_margins).unwrap();
        counted.judge_with_margins(&tops, &bottoms, mask, &mut outcomes, &mut margins).unwrap();
    });
    assert_eq!(none, 0, "a column");

    let passing = vec![Outcome::Met; 1000];
    let none = allocations(|| {
        let mut tally: UnitsTally = UnitsTally::new();
        tally.count_column(["unit"; 1000], &passing).unwrap();
        tally.outcome(Some(1000))
    });
    assert_eq!(none, 0, "a tally of units that pass");

    let years = || (2020..=2024).map(Year::literal);
    let rows = catalogue.indicators().flat_map(|card| {
        years().map(|year| {
            let value = Number::from(u32::try_from(year.number() - 1970).unwrap());
            Observation::new(card.id.clone(), year, Value::Number(value), card.unit)
        })
    });
    let data = Data::new(&catalogue, rows.collect::<Vec<_>>(), []);
    let targets = catalogue.targets().len();
    let report = allocations(|| evaluator.report(&data, "", YEAR).unwrap());
    println!("a report: {report} allocations for {targets} targets, {} each", report / targets);
    assert!(report <= 32 * targets, "{report} allocations for {targets} targets");
    let made = evaluator.report(&data, "", YEAR).unwrap();
    let held = allocations(|| made.clone());
    println!("what that report holds: {held} allocations, {} each", held / targets);
    let empty = Data::default();
    let report = allocations(|| evaluator.report(&empty, "", YEAR).unwrap());
    println!("a report without data: {report} allocations, {} for each target", report / targets);
    assert!(report <= 16 * targets, "{report} allocations for {targets} targets without data");
}
