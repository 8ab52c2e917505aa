//! The facts: which indicators there are, what each plan asks of them, and which clause asks nothing that can be measured.

#[cfg(feature = "hangjin")]
mod card;
#[cfg(feature = "hangjin")]
pub mod hangjin;
mod ledger;

pub use ledger::{Unquantified, Why};
