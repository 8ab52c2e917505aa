//! The first `Catalogue::hangjin()` of a process, then the median of a thousand more, in nanoseconds.

use std::hint::black_box;
use std::time::Instant;

use dabiao::Catalogue;

fn once() -> u128 {
    let start = Instant::now();
    let catalogue = black_box(Catalogue::hangjin());
    let time = start.elapsed().as_nanos();
    drop(catalogue);
    time
}

fn main() {
    let first = once();
    let mut times: Vec<u128> = (0..1_000).map(|_| once()).collect();
    times.sort_unstable();
    println!("first {first} ns, then {} ns", times[times.len() / 2]);
}
