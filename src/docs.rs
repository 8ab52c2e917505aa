//! The chapters: text to read, with no items in it.
//!
//! | chapter | answers |
//! |---|---|
//! | [`first_programs`] | Four first programs: one verdict, a legacy table, a plan of one's own, tests of an adapter |
//! | [`catalogue`] | What do the plans ask, clause by clause? 全部目标与台账 |
//! | [`second_reading`] | What did the second reading of the plans change, and what was left, with the reason? |
//! | [`cookbook`] | Recipes: embed it, explain a warning, compare several plans, judge many areas |
//! | [`own_plan`] 自拟规划 | How does a county type its own plan in an afternoon? |
//! | [`met`] | What does "met" mean, exactly at the bound and beside it? |
//! | [`interpretation`], [`interpretation_zh`] 评价口径 | Where the plans leave a choice, which was made, and how is it changed? |
//! | [`outlook`] | Path, pace, projection, standing and warnings, with the formulas worked through |
//! | [`small_numbers`] | What is a verdict on one death worth? |
//! | [`characteristics`] | How often do the warnings speak where the truth is known? |
//! | [`wire`] | What does a host in any language send and get? |
//! | [`laws`] | What always holds, and which test shows it |
//! | [`findings`] 数据检查 | What can be wrong, the message in both languages, and what would be right |
//! | [`audit`] 数据审核 | Which relations hold between figures, and what is reported where one does not |
//! | [`records`] | What is read from a table, and what is refused |
//! | [`sentences`] | How verdicts, changes, standings and warnings are worded, and how digits are chosen |
//! | [`speed`] | What does each way to a verdict cost, and how are many values judged? |
//! | [`cost`] | What does the crate bring with it: build time, dependencies, size, start? |

#[doc = include_str!("docs/first_programs.md")]
#[cfg_attr(feature = "proptest", doc = include_str!("docs/first_laws.md"))]
pub mod first_programs {}

#[doc = include_str!("docs/own_plan.md")]
pub mod own_plan {}

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

#[doc = include_str!("docs/characteristics.md")]
pub mod characteristics {}

#[doc = include_str!("docs/records.md")]
pub mod records {}

#[doc = include_str!("docs/audit.md")]
pub mod audit {}

#[doc = include_str!("docs/findings.md")]
pub mod findings {}

#[doc = include_str!("docs/sentences.md")]
pub mod sentences {}

#[doc = include_str!("docs/wire.md")]
pub mod wire {}

#[doc = include_str!("docs/cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("docs/catalogue.md")]
pub mod catalogue {}

#[doc = include_str!("docs/second_reading.md")]
pub mod second_reading {}

#[doc = include_str!("docs/laws.md")]
pub mod laws {}

#[doc = include_str!("docs/speed.md")]
pub mod speed {}

#[doc = include_str!("docs/cost.md")]
pub mod cost {}

#[doc = include_str!("../README.md")]
#[cfg(all(doctest, feature = "hangjin"))]
mod readme {}
