//! Numbers and what they are of: exact decimals and ratios, units, counts, intervals, periods, places, and the cells of an
//! office's table.

pub(crate) mod area;
pub mod cell;
pub(crate) mod exact;
pub(crate) mod period;
pub(crate) mod quantity;
pub mod unit;

pub use area::{Disaggregation, ReportingUnit, Residence, Sex};
pub use exact::{Number, Ratio};
pub use period::{Date, Period, Year};
pub use quantity::*;
pub use unit::Unit;
