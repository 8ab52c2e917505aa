//! Each kind of whole number at the same work, all taking turns in one process. Times are ratios to the core's own.
//!
//! ```text
//! cargo run --release
//! ```

use std::hint::black_box;
use std::time::{Duration, Instant};

use dabiao_integers::{Dashu, Fixed, Num, Own, slopes, verdicts, written};

type Work = fn() -> usize;

const KINDS: [&str; 4] = ["own", "dashu-int", "num-bigint", "256 bits"];
const WORK: [(&str, [Work; 4]); 3] = [
    ("verdicts on counts", [verdicts::<Own>, verdicts::<Dashu>, verdicts::<Num>, verdicts::<Fixed>]),
    ("differences of years", [slopes::<Own>, slopes::<Dashu>, slopes::<Num>, slopes::<Fixed>]),
    ("lowest terms and digits", [written::<Own>, written::<Dashu>, written::<Num>, written::<Fixed>]),
];

fn once(work: Work) -> Duration {
    let start = Instant::now();
    for _ in 0..2_000 {
        black_box(black_box(work)());
    }
    start.elapsed()
}

fn main() {
    println!("| work | {} |", KINDS.join(" | "));
    println!("|---|---|---|---|---|");
    for (name, kinds) in WORK {
        let said = kinds.map(|work| work());
        assert!(said.iter().all(|found| *found == said[0]), "{name}: {said:?}");
        let mut best = [Duration::MAX; 4];
        for _ in 0..40 {
            for (best, work) in best.iter_mut().zip(kinds) {
                *best = (*best).min(once(work));
            }
        }
        let ratios = best.map(|time| format!("{:.1}", time.as_secs_f64() / best[0].as_secs_f64()));
        println!("| {name} | {} |", ratios.join(" | "));
    }
}
