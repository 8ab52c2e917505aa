//! draft
#![no_std]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod error;
mod exact;
pub mod unit;
mod quantity;
pub mod cell;
mod period;
mod area;
mod citation;
mod indicator;
mod rule;
mod target;
mod observation;
pub mod catalogue;

pub use area::{AreaUnit, Residence, Sex, Stratum};
#[cfg(feature = "hangjin")]
pub use catalogue::hangjin::indicators;
pub use citation::{Clause, Plan, Section};
pub use error::{Error, InvalidError, ParseError, UnitError, UnknownError};
pub use exact::{Number, Ratio};
pub use indicator::{Between, Calendar, Gap, GapMeasure, Indicator, IndicatorCard, Kind};
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use period::{Date, Period, Year};
pub use quantity::*;
pub use rule::{Better, Bound, Fraction, Rule, Word};
pub use target::{Duty, Scope, Strength, Target};
pub use unit::Unit;
