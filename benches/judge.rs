//! What a verdict costs, beside the same comparison written by hand. Read the ratios inside one run, not the times.
//!
//! `cargo bench --bench judge` measures; `cargo test --benches` runs each once, which also checks its answer.

use std::time::Duration;

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year,
    indicators::MATERNAL_MORTALITY_RATIO,
    plan::{Better, Bound},
    values::{Ratio, Unit, Value, per_100k},
};
use rust_decimal::Decimal;
use tiny_bench::{
    BenchmarkConfig, bench_with_configuration_labeled, bench_with_setup_configuration_labeled, black_box,
};

fn main() {
    // `cargo bench` says so; whoever else starts it wants to see that it runs.
    let bench = Bench { measured: std::env::args().any(|argument| argument == "--bench") };
    one_value(&bench);
    whole_catalogue(&bench);
    ratio(&bench);
}

const YEAR: Year = Year::literal(2024);

/// Measures each way, or runs it once.
struct Bench {
    measured: bool,
}

impl Bench {
    fn config() -> BenchmarkConfig {
        BenchmarkConfig {
            measurement_time: Duration::from_secs(2),
            num_resamples: 10_000,
            warm_up_time: Duration::from_secs(1),
            dump_results_to_disk: false,
            ..BenchmarkConfig::default()
        }
    }

    fn way<T>(&self, name: &'static str, mut run: impl FnMut() -> T) {
        if self.measured {
            bench_with_configuration_labeled(name, &Self::config(), run);
        } else {
            drop(black_box(run()));
        }
    }

    /// What `input` takes is not counted.
    fn way_with<I, T>(&self, name: &'static str, mut input: impl FnMut() -> I, mut run: impl FnMut(I) -> T) {
        if self.measured {
            bench_with_setup_configuration_labeled(name, &Self::config(), input, run);
        } else {
            drop(black_box(run(input())));
        }
    }
}

/// One value against its rule.
fn one_value(bench: &Bench) {
    bench.way("one value, f64 by hand", || black_box(14.3_f64) <= black_box(12.0));

    let (value, bound) = (Decimal::new(143, 1), Decimal::new(12, 0));
    bench.way("one value, Decimal by hand", || black_box(value) <= black_box(bound));

    let value = Number::literal("14.3").to_ratio();
    let bound = Bound { limit: Number::literal("12").to_ratio(), better: Better::Lower, included: true };
    assert!(!bound.is_met_by(&value));
    bench.way("one value, Bound::is_met_by", || black_box(&bound).is_met_by(black_box(&value)));

    // The whole verdict: series, margin, both judging methods, evidence.
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k("14.3"))]);
    let evaluator = Evaluator::new(&catalogue);
    let target = catalogue.targets().find(|target| target.indicator == "maternal-mortality-ratio");
    let target = target.map(|target| (target, evaluator.assess(target, data.area_or_empty(""), YEAR)));
    let Some((target, Ok(assessment))) = target else { return };
    assert_eq!(assessment.outcome, Outcome::NotMet);
    bench.way("one value, Evaluator::assess", || {
        evaluator.assess(black_box(target), black_box(data.area_or_empty("")), YEAR)
    });
}

/// A value for every indicator and year from 2020 to 2024; whole, so that things counted take it too.
fn rows(catalogue: &Catalogue) -> Vec<Observation> {
    let years = || (2020..=2024).map(Year::literal);
    let value = |year: Year| Value::Number(Number::from(u32::try_from(year.number() - 1970).unwrap_or(50)));
    let rows = catalogue.indicators().flat_map(|card| {
        years().map(move |year| Observation::new(card.id.clone(), year, value(year), card.unit))
    });
    rows.collect()
}

/// Every target of the catalogue for one area and year, five years of values each.
fn whole_catalogue(bench: &Bench) {
    let catalogue = Catalogue::hangjin();
    let numbers = || catalogue.targets().filter_map(|target| target.rule.number());

    let bounds: Vec<f64> = numbers().map(|number| number.to_ratio().to_f64()).collect();
    bench.way("catalogue, f64 by hand", || bounds.iter().filter(|bound| black_box(54.0) >= **bound).count());

    let bounds: Vec<Decimal> = numbers().map(Number::to_decimal).collect();
    let value = Decimal::new(54, 0);
    bench.way("catalogue, Decimal by hand", || {
        bounds.iter().filter(|bound| black_box(value) >= **bound).count()
    });

    // Settling the rows: units, statuses, duplicates, limits.
    let rows = rows(&catalogue);
    bench.way_with("catalogue, Catalogue::data", || rows.clone(), |rows| catalogue.data(rows));

    let data = catalogue.data(rows.clone());
    let evaluator = Evaluator::new(&catalogue);
    bench.way("catalogue, Evaluator::assess", || {
        let outcomes =
            catalogue.targets().map(|target| evaluator.assess(target, data.area_or_empty(""), YEAR));
        outcomes.filter(|assessment| matches!(assessment, Ok(found) if found.outcome == Outcome::Met)).count()
    });

    // With outlook, standing, statistics, warnings and the roll-up.
    bench.way("catalogue, Evaluator::report", || evaluator.report(data.area_or_empty(""), YEAR));
}

/// Arithmetic that decides: short decimals stay in machine words.
fn ratio(bench: &Bench) {
    let (Ok(a), Ok(b)) = (Ratio::new(1, 823), Ratio::new(12, 100_000)) else { return };
    bench.way("Ratio, compared", || black_box(&a) <= black_box(&b));
    bench.way("Unit::factor", || black_box(Unit::PerMille).factor(black_box(Unit::Per100k)));
}
