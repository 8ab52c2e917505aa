//! Exact numbers: [`Number`], a decimal as it was printed, and [`Ratio`], a fraction of whole numbers that never
//! rounds and never overflows. Every verdict, path and pace is decided in these.

mod binary;
mod integer;
mod number;
mod ratio;

pub use number::Number;
pub use ratio::Ratio;
