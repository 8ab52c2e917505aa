//! Vectors, anchors, laws, agreement with `statrs`, and a simulation of false alarms.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test may stop with a panic, and it checks real numbers"
)]

mod anchors;
mod edges;
mod gaps;
mod laws;
mod limits;
mod reference;
mod simulation;
mod vectors;

use dabiao::statistics::YearSample;

/// Counts of successive years from 2020 on, all with the same exposure.
fn series(counts: &[u64], exposure: u64) -> Vec<YearSample> {
    (2020..).zip(counts).map(|(year, &count)| YearSample::new(year, count, exposure)).collect()
}
