//! The women's plan in printed order: goals, strategy measures, implementation; and what became of every clause.

pub mod goals;
pub mod implementation;
pub(super) mod ledger;
pub mod measures;
