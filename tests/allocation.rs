//! What is allocated: nothing for a verdict or a column, and little for each row of a report. Counted by the allocator, in a
//! program of its own.
#![cfg(feature = "hangjin")]

use std::alloc::System;
use std::hint::black_box;

use dabiao::data::{Finding, FindingKind};
use dabiao::judge::columns::Validity;
use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year,
    indicators::MATERNAL_MORTALITY_RATIO,
    judge::UnitsTally,
    values::{Unit, Value, cases, per_100k},
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

    let number =
        |year: Year, step: i32| Number::from(u32::try_from((year.number() - 1970) * step % 61).unwrap());
    let numbers = |first: i16, step: i32| {
        let years = move || (first..=2024).map(Year::literal);
        let rows = catalogue.indicators().flat_map(|card| {
            years().map(move |year| {
                Observation::new(card.id.clone(), year, Value::Number(number(year, step)), card.unit)
            })
        });
        catalogue.data(rows.collect::<Vec<_>>())
    };
    // The same as counts, where there are some.
    let counted = {
        let rows = catalogue.indicators().flat_map(|card| {
            (2020..=2024).map(Year::literal).map(move |year| {
                let value = match card.unit.per() {
                    Some(_) => Value::Counts(cases(u64::try_from(year.number() % 7).unwrap()).of(823)),
                    None => Value::Number(number(year, 1)),
                };
                Observation::new(card.id.clone(), year, value, card.unit)
            })
        });
        catalogue.data(rows.collect::<Vec<_>>())
    };
    // What passes by, for ten targets: the maps of the roll-up, a node for several targets, and the series of computed gaps;
    // what would steady a target at risk is looked for in lists, and tests of counts make a list of their own.
    for (data, passing) in
        [(numbers(2020, 1), 40), (numbers(2014, 7), 80), (counted, 80), (catalogue.data([]), 60)]
    {
        for plan in ["women", "children"] {
            let judge =
                || evaluator.report_on(data.area_or_empty(""), YEAR, |target| target.plan == plan).unwrap();
            let made = allocations(judge);
            let report = judge();
            let held = allocations(|| report.clone());
            // The audit has lists of its own; what it found is moved into the report.
            let audited = allocations(|| data.area_or_empty("").audit());
            let found = allocations(|| {
                let broken = |finding: &&Finding| matches!(finding.kind, FindingKind::RelationBroken(_));
                report.findings.iter().filter(broken).cloned().collect::<Vec<_>>()
            });
            let targets = report.rows.len();
            let in_short = allocations(|| {
                evaluator.brief_on(data.area_or_empty(""), YEAR, |target| target.plan == plan).unwrap()
            });
            println!(
                "{plan}: {targets} targets, {made} allocations, of which the report holds {held}; in short {in_short}"
            );
            assert!(in_short <= targets * 4, "{in_short} allocations in short");
            assert!(
                made + found <= held + audited + targets * passing / 10 + 10,
                "{made} allocations for {held} of {targets} targets and {audited} of the audit"
            );
        }
    }
}
