//! What the warnings promise where the truth is known, with a fixed seed: quiet within chance, loud beyond it.

#[path = "../../examples/operating_characteristics/simulate.rs"]
#[expect(
    dead_code,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "shared with the example that prints the tables"
)]
mod simulate;

use simulate::{Bench, Course, Kind, Summary, YEARS};

const SEED: u64 = 7;
const COUNTIES: u32 = 3_000;
/// The first and the last year in which the chance of a warning must not fall as the truth grows worse.
const LATE: [i32; 2] = [2025, 2029];

const COUNTED: [Kind; 8] = [
    Kind::Infants(700),
    Kind::Infants(3_000),
    Kind::Infants(30_000),
    Kind::Mothers(700),
    Kind::Mothers(3_000),
    Kind::Mothers(30_000),
    Kind::Share(200),
    Kind::Share(2_000),
];

fn of(kind: Kind, level: f64, years: &[i32], counties: u32) -> Summary {
    Summary::of(&Bench::new(kind), level, Course::Constant, years, counties, SEED)
}

// At 0.7 of the bound a county sees 警告 or more in at most 5 per cent of nine-year runs, and 严重 in at most 2.
#[test]
fn below_the_bound_it_is_quiet() {
    for kind in COUNTED {
        let summary = of(kind, 0.7, &YEARS, COUNTIES);
        let (loud, critical) = (summary.chances("警告及以上").1, summary.chances("严重").1);
        assert!(loud <= 5.0 && critical <= 2.0, "{}: 警告 {loud} ％, 严重 {critical} ％", kind.name());
    }
}

// Where three events a year are expected at the bound: at twice the bound 60 per cent of years or more, at three times 75; and
// never fewer the worse the truth is.
#[test]
fn far_beyond_the_bound_it_is_loud() {
    for kind in COUNTED {
        let [below, twice, thrice] = [0.7, 2.0, 3.0].map(|level| of(kind, level, &LATE, COUNTIES));
        for year in LATE {
            let chances = [below.loud_in(year), twice.loud_in(year), thrice.loud_in(year)];
            assert!(chances.is_sorted(), "{} in {year}: {chances:?}", kind.name());
            if kind.expected() >= 3.0 {
                assert!(chances[1] >= 60.0 && chances[2] >= 75.0, "{} in {year}: {chances:?}", kind.name());
            }
        }
    }
}

// A stable series seldom turns, jumps or fluctuates: each in at most 5 per cent of years.
#[test]
fn a_stable_series_is_left_alone() {
    let stable = [
        (Kind::Infants(3_000), 0.7),
        (Kind::Infants(30_000), 1.0),
        (Kind::Share(200), 0.5),
        (Kind::Share(2_000), 1.0),
        (Kind::BareShare(0.3), 0.3),
        (Kind::BareShare(1.0), 0.5),
        (Kind::BareShare(2.0), 1.0),
    ];
    for (kind, level) in stable {
        let summary = of(kind, level, &YEARS, COUNTIES / 3);
        for signal in ["信号逆向", "信号骤变", "信号波动较大"] {
            let chance = summary.chances(signal).0;
            assert!(chance <= 5.0, "{}: {signal} in {chance} ％ of years", kind.name());
        }
    }
}
