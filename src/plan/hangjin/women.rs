//! The women's plan in printed order: goals, strategy measures, duties; and what became of every clause.

pub mod duties;
pub mod goals;
pub(super) mod ledger;
pub mod measures;
