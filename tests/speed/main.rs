//! The short ways give the verdicts of the long one: prepared thresholds, columns and tallies against `Evaluator::assess`.
#![cfg(feature = "hangjin")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop with a panic"
)]

#[cfg(test)]
mod columns;
#[cfg(test)]
mod row;
#[cfg(test)]
mod threshold;
