//! Words to rules: phrases of plans with what each asks, and every built-in card held against its own words.

#![expect(clippy::expect_used, reason = "a test may stop with a panic")]

#[cfg(test)]
mod cards;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod phrases;
