//! The children's plan in printed order: goals, strategy measures, duties; and what became of every clause.
//!
//! Shown at [`hangjin`](crate::plan::hangjin).

pub mod duties;
pub mod goals;
pub(super) mod ledger;
pub mod measures;
