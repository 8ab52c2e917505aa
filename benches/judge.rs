//! What a verdict costs, beside the same comparison written by hand. Read the ratios inside one run, not the times.
//!
//! `cargo bench` measures; `cargo bench -- --test` runs each once, which also checks its answer.

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year,
    indicators::MATERNAL_MORTALITY_RATIO,
    plan::Bound,
    values::{Ratio, Unit, Value, per_100k},
};
use divan::{Bencher, black_box};
use rust_decimal::Decimal;

fn main() {
    divan::main();
}

const YEAR: Year = Year::literal(2024);

/// One value against its rule.
mod one_value {
    use super::*;

    #[divan::bench]
    fn f64_by_hand(bencher: Bencher) {
        bencher.bench(|| black_box(14.3_f64) <= black_box(12.0));
    }

    #[divan::bench]
    fn decimal_by_hand(bencher: Bencher) {
        let (value, bound) = (Decimal::new(143, 1), Decimal::new(12, 0));
        bencher.bench(|| black_box(value) <= black_box(bound));
    }

    #[divan::bench]
    fn bound_is_met_by(bencher: Bencher) {
        let value = Number::literal("14.3").to_ratio();
        let bound = Bound {
            limit: Number::literal("12").to_ratio(),
            better: dabiao::plan::Better::Lower,
            included: true,
        };
        assert!(!bound.is_met_by(&value));
        bencher.bench(|| black_box(&bound).is_met_by(black_box(&value)));
    }

    /// The whole verdict: series, margin, both judging methods, evidence.
    #[divan::bench]
    fn assess(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k("14.3"))]);
        let evaluator = Evaluator::new(&catalogue);
        let target = catalogue.targets().find(|target| target.indicator == "maternal-mortality-ratio");
        let target = target.map(|target| (target, evaluator.assess(target, data.area_or_empty(""), YEAR)));
        let Some((target, Ok(assessment))) = target else { return };
        assert_eq!(assessment.outcome, Outcome::NotMet);
        bencher.bench(|| evaluator.assess(black_box(target), black_box(data.area_or_empty("")), YEAR));
    }
}

/// Every target of the catalogue for one area and year, five years of values each.
mod whole_catalogue {
    use super::*;

    /// A value for every indicator and year from 2020 to 2024; whole, so that things counted take it too.
    fn rows(catalogue: &Catalogue) -> Vec<Observation> {
        let years = || (2020..=2024).map(Year::literal);
        let value =
            |year: Year| Value::Number(Number::from(u32::try_from(year.number() - 1970).unwrap_or(50)));
        let rows = catalogue.indicators().flat_map(|card| {
            years().map(move |year| Observation::new(card.id.clone(), year, value(year), card.unit))
        });
        rows.collect()
    }

    #[divan::bench]
    fn f64_by_hand(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let bounds = catalogue.targets().filter_map(|target| target.rule.number());
        let bounds: Vec<f64> = bounds.map(|number| number.to_ratio().to_f64()).collect();
        bencher.bench(|| bounds.iter().filter(|bound| black_box(54.0) >= **bound).count());
    }

    #[divan::bench]
    fn decimal_by_hand(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let bounds = catalogue.targets().filter_map(|target| target.rule.number());
        let bounds: Vec<Decimal> = bounds.map(Number::to_decimal).collect();
        let value = Decimal::new(54, 0);
        bencher.bench(|| bounds.iter().filter(|bound| black_box(value) >= **bound).count());
    }

    /// Settling the rows: units, statuses, duplicates, limits.
    #[divan::bench]
    fn settle_rows(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let rows = rows(&catalogue);
        bencher.with_inputs(|| rows.clone()).bench_values(|rows| catalogue.data(rows));
    }

    #[divan::bench]
    fn assess_all(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data(rows(&catalogue));
        let evaluator = Evaluator::new(&catalogue);
        bencher.bench(|| {
            let outcomes =
                catalogue.targets().map(|target| evaluator.assess(target, data.area_or_empty(""), YEAR));
            outcomes
                .filter(|assessment| matches!(assessment, Ok(found) if found.outcome == Outcome::Met))
                .count()
        });
    }

    /// With outlook, standing, statistics, warnings and the roll-up.
    #[divan::bench]
    fn report(bencher: Bencher) {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data(rows(&catalogue));
        let evaluator = Evaluator::new(&catalogue);
        bencher.bench(|| evaluator.report(data.area_or_empty(""), YEAR));
    }
}

/// Arithmetic that decides: short decimals stay in machine words.
mod ratio {
    use super::*;

    #[divan::bench]
    fn compare(bencher: Bencher) {
        let (Ok(a), Ok(b)) = (Ratio::new(1, 823), Ratio::new(12, 100_000)) else { return };
        bencher.bench(|| black_box(&a) <= black_box(&b));
    }

    #[divan::bench]
    fn convert_unit(bencher: Bencher) {
        bencher.bench(|| black_box(Unit::PerMille).factor(black_box(Unit::Per100k)));
    }
}
