//! What each way to a verdict costs, as a multiple of the same comparison written by hand, measured in one run.
//!
//! ```text
//! cargo bench --bench ratios               # the table
//! cargo bench --bench ratios -- growth     # one part of it: single, columns, catalogue, settling, audit, counts, growth
//! cargo bench --bench ratios -- --test     # each once: do the ways agree?
//! ```
//!
//! Instructions instead of time, which do not depend on what else the machine does: `.ci/instructions` runs each way of `counted.rs`
//! (`--once WAY`) under callgrind and holds the counts against `benches/instructions.csv`.

#![expect(
    clippy::float_arithmetic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "times are divided; a bench may stop"
)]

mod counted;
mod growth;
mod made_up;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use dabiao::judge::columns::Validity;
use dabiao::statistics::{
    CountKind, FluctuationRule, Sample, YearSample, clopper_pearson_interval, compare_samples,
    count_interval, critical_counts, fluctuation, wilson_interval,
};
use dabiao::{
    Catalogue, Data, Evaluator, Number, Outcome,
    judge::Threshold,
    values::{Counts, Text},
};
use made_up::{SplitMix, YEAR, banner, contradictory, maternal, odd_rows, rows, townships_in_parts};
use rust_decimal::Decimal;

/// Values for single verdicts, and rows of a column.
const VALUES: usize = 1 << 10;
const ROWS: usize = 10_000;

/// A name, the items of one run, and the run.
type Way = (&'static str, usize, Box<dyn FnMut()>);

/// How long a way takes at least in a round.
const LONG: Duration = Duration::from_millis(1);

/// The least time of one run among rounds in which all ways take turns, in nanoseconds for each item.
struct Bench {
    ways: Vec<Way>,
    once: bool,
}

impl Bench {
    fn new(once: bool) -> Self {
        Self { ways: Vec::new(), once }
    }

    fn way(&mut self, name: &'static str, items: usize, run: impl FnMut() + 'static) {
        self.ways.push((name, items, Box::new(run)));
    }

    fn run(self, title: &str, floor: &str) {
        let Self { mut ways, once } = self;
        if once {
            ways.iter_mut().for_each(|(_, _, run)| run());
            println!("{title}: {} ways, each once", ways.len());
            return;
        }
        let mut least = vec![Duration::MAX; ways.len()];
        let begin = Instant::now();
        let mut rounds = 0;
        // What takes seconds is done less often.
        let enough = |rounds| match begin.elapsed().as_millis() {
            0..1_500 => false,
            1_500..20_000 => rounds >= 20,
            _ => true,
        };
        while !enough(rounds) {
            for ((_, _, run), least) in ways.iter_mut().zip(&mut least) {
                // What is short is done several times, so that what the other ways threw out of the caches is there again.
                let times = (LONG.as_nanos() / least.as_nanos().max(1)).clamp(1, 1_000);
                let times = u32::try_from(times).unwrap();
                let start = Instant::now();
                (0..times).for_each(|_| run());
                *least = (start.elapsed() / times).min(*least);
            }
            rounds += 1;
        }
        let nanos = |place: usize| least[place].as_secs_f64() * 1e9 / ways[place].1 as f64;
        let floor = ways.iter().position(|(name, ..)| *name == floor).unwrap();
        println!("\n{title}");
        println!("{:>12} {:>8}", "ns an item", "ratio");
        for (place, (name, ..)) in ways.iter().enumerate() {
            println!("{:>12.3} {:>8.2}  {name}", nanos(place), nanos(place) / nanos(floor));
        }
    }
}

/// Prints with none, one or two decimals, as tables mix them.
fn numbers() -> Vec<Number> {
    let mut random = SplitMix(1);
    (0..VALUES)
        .map(|_| Number::new(random.below(3_000).into(), u32::try_from(random.below(3)).unwrap()).unwrap())
        .collect()
}

fn single(once: bool) {
    let twelve = maternal(&Catalogue::hangjin());
    let threshold: Threshold = *twelve.threshold();
    let numbers = numbers();
    let decimals: Vec<Decimal> = numbers.iter().map(|number| number.to_decimal()).collect();
    let floats: Vec<f64> = numbers.iter().map(|number| number.to_ratio().to_f64()).collect();
    let scaled: Vec<i128> =
        numbers.iter().map(|number| number.mantissa() * 10_i128.pow(2 - number.places())).collect();
    for (number, decimal) in numbers.iter().zip(&decimals) {
        let verdict = twelve.judge(dabiao::values::Quantity::new(*number));
        assert_eq!(verdict.outcome == Outcome::Met, *decimal <= Decimal::new(12, 0));
    }
    let mut random = SplitMix(2);
    let counts: Vec<Counts> = (0..VALUES)
        .map(|_| Counts { numerator: random.below(3), denominator: 1 + random.below(20_000) })
        .collect();

    let mut bench = Bench::new(once);
    bench.way("f64 by hand", VALUES, move || {
        floats.iter().for_each(|value| {
            black_box(black_box(*value) <= black_box(12.0));
        });
    });
    bench.way("scaled i128 by hand", VALUES, move || {
        scaled.iter().for_each(|value| {
            black_box(black_box(*value) <= black_box(1_200));
        });
    });
    bench.way("Decimal by hand", VALUES, {
        let decimals = decimals.clone();
        move || {
            let bound = Decimal::new(12, 0);
            decimals.iter().for_each(|value| {
                black_box(black_box(*value) <= black_box(bound));
            });
        }
    });
    bench.way("Decimal by hand, with the margin", VALUES, move || {
        let bound = Decimal::new(12, 0);
        decimals.iter().for_each(|value| {
            let (value, bound) = (black_box(*value), black_box(bound));
            black_box((value <= bound, bound - value));
        });
    });
    bench.way("counts cross-multiplied by hand", VALUES, {
        let counts = counts.clone();
        move || {
            counts.iter().for_each(|counts| {
                let counts = black_box(*counts);
                black_box(u128::from(counts.numerator) * 25_000 <= 3 * u128::from(counts.denominator));
            });
        }
    });
    bench.way("Threshold: outcome", VALUES, {
        let numbers = numbers.clone();
        move || {
            numbers.iter().for_each(|value| {
                black_box(threshold.judge(black_box(*value)).outcome);
            });
        }
    });
    bench.way("Threshold, typed: outcome, other method, margin", VALUES, move || {
        numbers.iter().for_each(|value| {
            black_box(twelve.judge(dabiao::values::Quantity::new(black_box(*value))));
        });
    });
    bench.way("Threshold, counts: outcome, other method, margin", VALUES, move || {
        counts.iter().for_each(|counts| {
            black_box(twelve.judge_counts(black_box(*counts)));
        });
    });
    bench.run("One verdict", "Decimal by hand");
}

fn columns(once: bool) {
    let threshold = *maternal(&Catalogue::hangjin()).threshold();
    let column = threshold.column(1).unwrap();
    let counted = threshold.counts_column().unwrap();
    let mut random = SplitMix(3);
    let values: Vec<i64> = (0..ROWS).map(|_| i64::try_from(random.below(300)).unwrap()).collect();
    let wide: Vec<i128> = values.iter().map(|value| i128::from(*value)).collect();
    let bits: Vec<u8> = (0..ROWS.div_ceil(8) + 1)
        .map(|_| u8::try_from(random.below(256) | random.below(256)).unwrap())
        .collect();
    let numerators: Vec<u64> = (0..ROWS).map(|_| random.below(3)).collect();
    let denominators: Vec<u64> = (0..ROWS).map(|_| 1 + random.below(20_000)).collect();
    let outcomes = || vec![Outcome::NotJudged; ROWS];

    let mut bench = Bench::new(once);
    let (data, mut out) = (values.clone(), outcomes());
    bench.way("i64 by hand", ROWS, move || {
        let bound = black_box(120);
        for (value, out) in black_box(&data).iter().zip(&mut out) {
            *out = if *value <= bound { Outcome::Met } else { Outcome::NotMet };
        }
        black_box(&out);
    });
    let (data, mut out, mut distances) = (values.clone(), outcomes(), vec![0; ROWS]);
    bench.way("i64 by hand, with the margin", ROWS, move || {
        let bound = black_box(120);
        for ((value, out), distance) in black_box(&data).iter().zip(&mut out).zip(&mut distances) {
            *out = if *value <= bound { Outcome::Met } else { Outcome::NotMet };
            *distance = bound - *value;
        }
        black_box((&out, &distances));
    });
    let (data, mut out, mut distances) = (wide.clone(), outcomes(), vec![0; ROWS]);
    bench.way("i128 by hand, with the margin", ROWS, move || {
        let bound = black_box(120);
        for ((value, out), distance) in black_box(&data).iter().zip(&mut out).zip(&mut distances) {
            *out = if *value <= bound { Outcome::Met } else { Outcome::NotMet };
            *distance = bound - *value;
        }
        black_box((&out, &distances));
    });
    let (tops, bottoms, mut out) = (numerators.clone(), denominators.clone(), outcomes());
    bench.way("counts cross-multiplied by hand", ROWS, move || {
        let (times, over) = black_box((25_000, 3));
        for ((top, bottom), out) in black_box(&tops).iter().zip(black_box(&bottoms)).zip(&mut out) {
            let met = u128::from(*top) * times <= over * u128::from(*bottom);
            *out = if met { Outcome::Met } else { Outcome::NotMet };
        }
        black_box(&out);
    });
    let (data, mut out) = (values.clone(), outcomes());
    bench.way("column of i64", ROWS, move || {
        black_box(&column).judge(black_box(&data), Validity::All, &mut out).unwrap();
        black_box(&out);
    });
    let (data, mut out, mut distances) = (values.clone(), outcomes(), vec![0; ROWS]);
    bench.way("column of i64, with margins", ROWS, move || {
        black_box(&column)
            .judge_with_margins(black_box(&data), Validity::All, &mut out, &mut distances)
            .unwrap();
        black_box((&out, &distances));
    });
    let (data, mask, mut out) = (values.clone(), bits.clone(), outcomes());
    bench.way("column of i64, a quarter missing", ROWS, move || {
        let validity = Validity::Bits { bytes: &mask, offset: 3 };
        black_box(&column).judge(black_box(&data), validity, &mut out).unwrap();
        black_box(&out);
    });
    let (data, mask, mut out, mut distances) = (values, bits, outcomes(), vec![0; ROWS]);
    bench.way("column of i64, a quarter missing, with margins", ROWS, move || {
        let validity = Validity::Bits { bytes: &mask, offset: 3 };
        black_box(&column).judge_with_margins(black_box(&data), validity, &mut out, &mut distances).unwrap();
        black_box((&out, &distances));
    });
    let (data, mut out) = (wide.clone(), outcomes());
    bench.way("column of i128", ROWS, move || {
        black_box(&column).judge(black_box(&data), Validity::All, &mut out).unwrap();
        black_box(&out);
    });
    let (data, mut out, mut distances) = (wide, outcomes(), vec![0; ROWS]);
    bench.way("column of i128, with margins", ROWS, move || {
        black_box(&column)
            .judge_with_margins(black_box(&data), Validity::All, &mut out, &mut distances)
            .unwrap();
        black_box((&out, &distances));
    });
    let (tops, bottoms, mut out) = (numerators.clone(), denominators.clone(), outcomes());
    bench.way("columns of counts", ROWS, move || {
        black_box(&counted).judge(black_box(&tops), black_box(&bottoms), Validity::All, &mut out).unwrap();
        black_box(&out);
    });
    let (tops, bottoms, mut out, mut distances) = (numerators, denominators, outcomes(), vec![0_i64; ROWS]);
    bench.way("columns of counts, with margins", ROWS, move || {
        let (tops, bottoms) = (black_box(&tops), black_box(&bottoms));
        black_box(&counted)
            .judge_with_margins(tops, bottoms, Validity::All, &mut out, &mut distances)
            .unwrap();
        black_box((&out, &distances));
    });
    bench.run("Columns", "i64 by hand");
}

fn catalogue(once: bool) {
    let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue::hangjin()));
    let data: &'static Data<'static> = Box::leak(Box::new(catalogue.data(rows(catalogue, 1))));
    let evaluator: &'static Evaluator<'_> = Box::leak(Box::new(Evaluator::new(catalogue)));
    let thresholds: Vec<Threshold> =
        catalogue.targets().filter_map(|target| evaluator.threshold(target, YEAR).ok()).collect();
    let targets = catalogue.targets().len();
    let value = Number::from(54_u32);
    let mut bench = Bench::new(once);
    // So many verdicts as there are targets, though not every target has a fixed bound.
    bench.way("as many bare verdicts", targets, move || {
        for threshold in thresholds.iter().cycle().take(targets) {
            black_box(threshold.judge(black_box(value)));
        }
    });
    bench.way("Evaluator::assess, every target", targets, move || {
        catalogue
            .targets()
            .for_each(|target| drop(black_box(evaluator.assess(target, data.area_or_empty(""), YEAR))));
    });
    bench.way("Evaluator::brief", targets, move || {
        drop(black_box(evaluator.brief(data.area_or_empty(""), YEAR).unwrap()));
    });
    bench.way("Evaluator::report", targets, move || {
        drop(black_box(evaluator.report(data.area_or_empty(""), YEAR).unwrap()));
    });
    bench.run("The whole catalogue for one area and year, for each target", "as many bare verdicts");
}

fn settling(once: bool) {
    let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue::hangjin()));
    let mut bench = Bench::new(once);
    let county = catalogue.indicators().len() * 5;
    for (name, wanted) in [("1,000 rows", 1_000), ("10,000 rows", 10_000), ("100,000 rows", 100_000)] {
        let mut rows = rows(catalogue, u32::try_from(wanted / county + 2).unwrap());
        rows.truncate(wanted);
        bench.way(name, wanted, move || drop(black_box(catalogue.data(rows.iter().cloned()))));
    }
    for (name, wanted) in
        [("1,000 odd rows", 1_000), ("10,000 odd rows", 10_000), ("100,000 odd rows", 100_000)]
    {
        let rows = odd_rows(wanted);
        bench.way(name, wanted, move || drop(black_box(catalogue.data(rows.iter().cloned()))));
    }
    bench.run("Catalogue::data, the copy of the rows included, for each row", "1,000 rows");
}

/// The audit of one banner, of its townships in parts, and of areas side by side; ten times the cells take ten times as long.
fn audit(once: bool) {
    let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue::hangjin()));
    let mut bench = Bench::new(once);
    let odd = contradictory(catalogue);
    for (name, townships) in [("9 townships", 9), ("99 townships", 99), ("999 townships", 999)] {
        let (data, cells) = banner(catalogue, townships, &odd);
        let audit = data.area_or_empty("").audit();
        assert!(audit.checked() > cells / 10);
        assert_eq!(audit.findings(), []);
        bench.way(name, cells, move || drop(black_box(data.area_or_empty("").audit())));
    }
    for (name, townships) in
        [("10 townships in parts", 10), ("100 townships in parts", 100), ("1,000 townships in parts", 1_000)]
    {
        let (data, cells) = townships_in_parts(catalogue, townships);
        let audit = data.area_or_empty("").audit();
        assert!(audit.checked() > cells / 3);
        assert_eq!(audit.findings(), []);
        bench.way(name, cells, move || drop(black_box(data.area_or_empty("").audit())));
    }
    let contradicts: BTreeSet<Text> = {
        let data = catalogue.data(rows(catalogue, 3));
        let findings = data.areas().flat_map(|area| area.audit().findings().to_vec());
        findings.filter_map(|finding| finding.indicator).collect()
    };
    for (name, areas, odd) in [
        ("10 areas", 10, false),
        ("100 areas", 100, false),
        ("10 areas, figures that contradict each other", 10, true),
        ("100 areas, figures that contradict each other", 100, true),
    ] {
        let mut all = rows(catalogue, areas);
        all.retain(|row| odd || !contradicts.contains(&row.indicator));
        let cells = all.len();
        let data = catalogue.data(all);
        assert_eq!(data.areas().count(), usize::try_from(areas).unwrap());
        assert_eq!(data.areas().any(|area| !area.audit().findings().is_empty()), odd);
        bench.way(name, cells, move || data.areas().for_each(|area| drop(black_box(area.audit()))));
    }
    bench.run("AreaData::audit, for each cell", "9 townships");
}

/// A few events, and a thousand million of them.
fn counts(once: bool) {
    let mut bench = Bench::new(once);
    for (name, times) in [("a few", 1), ("a thousand million", 500_000_000)] {
        let (count, of) = (2 * times, 20 * times);
        let tally = Sample::new(count, of);
        let years: Vec<YearSample> = (0..10_u16)
            .map(|year| YearSample::new((2016 + year).into(), count + u64::from(year % 3), of))
            .collect();
        // Each answer is looked at, so that none is left out.
        let mut way = |what: &str, run: Box<dyn Fn() -> bool>| {
            let name = Box::leak(format!("{what}, {name}").into_boxed_str());
            bench.way(name, 1, move || assert!(black_box(run())));
        };
        way("count_interval", Box::new(move || count_interval(black_box(count), 0.95).is_ok()));
        way("clopper_pearson_interval", Box::new(move || clopper_pearson_interval(tally, 0.95).is_ok()));
        way("wilson_interval", Box::new(move || wilson_interval(tally, 0.95).is_ok()));
        way("critical_counts", Box::new(move || critical_counts(CountKind::Rate, of, 0.1, 0.05).is_ok()));
        way("compare_samples", Box::new(move || compare_samples(CountKind::Rate, tally, tally).is_ok()));
        let rule = FluctuationRule::default();
        way("fluctuation, ten years", Box::new(move || fluctuation(CountKind::Share, &years, &rule).is_ok()));
    }
    bench.run("Statistics", "count_interval, a few");
}

/// A part of the bench by its name.
type Part = (&'static str, fn(bool));

fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    if has("--once") {
        return counted::each(&named);
    }
    // `cargo bench` says so; whoever else starts it wants to see that it runs.
    let once = has("--test") || !has("--bench");
    let parts: [Part; 7] = [
        ("single", single),
        ("columns", columns),
        ("catalogue", catalogue),
        ("settling", settling),
        ("audit", audit),
        ("counts", counts),
        ("growth", growth::growth),
    ];
    for (name, part) in parts {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            part(once);
        }
    }
}
