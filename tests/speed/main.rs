//! The short ways give the verdicts of the long one: prepared thresholds, columns and tallies against `Evaluator::assess`.
#![cfg(feature = "hangjin")]

#[cfg(all(test, feature = "arrow"))]
mod arrow;
#[cfg(test)]
mod brief;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod row;
#[cfg(test)]
mod tally;
#[cfg(test)]
mod threshold;
