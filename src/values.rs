//! Numbers and what they are of: exact decimals and ratios, units, counts, intervals, periods, places, and the cells of an
//! office's table.
//!
//! ```
//! use dabiao::values::{Ratio, Unit, cases};
//! let deaths = cases(1).of(823);
//! assert_eq!(deaths.in_unit(Unit::Per100k), Ratio::new(100_000, 823).ok());
//! ```

pub(crate) mod age;
pub(crate) mod area;
pub mod cell;
pub(crate) mod exact;
pub mod names;
pub(crate) mod period;
pub(crate) mod quantity;
pub(crate) mod text;
pub mod unit;

pub use age::AgeGroup;
pub use area::{Disaggregation, ReportingUnit, Residence, Sex};
pub use exact::{Number, Ratio};
pub use period::{Date, Period, Year};
pub use quantity::*;
pub use text::Text;
#[cfg(feature = "serde")]
pub(crate) use text::given;
pub use unit::Unit;
