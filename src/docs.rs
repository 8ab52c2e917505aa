//! The chapters: text to read, with no items in it.
//!
//! | chapter | answers |
//! |---|---|
//! | [`met`] | What does "met" mean, exactly at the bound and beside it? |
//! | [`interpretation`] | Where the plans leave a choice, which was made, and how is it changed? |
//! | [`outlook`] | Path, pace, projection, standing and warnings, with the formulas worked through |
//! | [`small_numbers`] | What is a verdict on one death worth? |
//! | [`records`] | What is read from a table, what is refused, and what a finding does |
//! | [`sentences`] | How verdicts, changes, standings and warnings are said, and how digits are chosen |
//! | [`laws`] | What always holds, and which test shows it |
//! | [`speed`] | What does each way to a verdict cost, and how are many values judged? |
//! | [`cost`] | What does the crate bring with it: build time, dependencies, size, start? |

#[doc = include_str!("docs/met.md")]
pub mod met {}

#[doc = include_str!("docs/interpretation.md")]
pub mod interpretation {}

#[doc = include_str!("docs/interpretation_zh.md")]
pub mod interpretation_zh {}

#[doc = include_str!("docs/outlook.md")]
pub mod outlook {}

#[doc = include_str!("docs/small_numbers.md")]
pub mod small_numbers {}

#[doc = include_str!("docs/records.md")]
pub mod records {}

#[doc = include_str!("docs/sentences.md")]
pub mod sentences {}

#[doc = include_str!("docs/wire.md")]
pub mod wire {}

#[doc = include_str!("docs/cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("docs/catalogue.md")]
pub mod catalogue {}

#[doc = include_str!("docs/laws.md")]
pub mod laws {}

#[doc = include_str!("docs/speed.md")]
pub mod speed {}

#[doc = include_str!("docs/cost.md")]
pub mod cost {}

#[doc = include_str!("../README.md")]
#[cfg(all(doctest, feature = "hangjin"))]
mod readme {}
