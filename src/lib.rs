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
mod finding;
mod settings;
mod outcome;
mod series;
mod assess;
mod record;
mod report;
pub mod text;

pub use area::{AreaUnit, Residence, Sex, Stratum};
#[cfg(feature = "hangjin")]
pub use catalogue::hangjin::indicators;
pub use assess::{Assessment, Evaluator, Evidence, Note, UnitTally, YearOutcome};
pub use catalogue::{CardError, Catalogue, ClauseEntry, Why};
pub use citation::{Clause, Plan, Section};
pub use error::{Error, InvalidError, ParseError, UnitError, UnknownError};
pub use exact::{Number, Ratio};
pub use finding::{Effect, Finding, FindingKind};
pub use indicator::{Between, Calendar, Gap, GapMeasure, Indicator, IndicatorCard, Kind};
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use outcome::{Cause, Outcome, Reason, Role};
pub use period::{Date, Period, Year};
pub use quantity::*;
pub use record::{Record, RecordError};
pub use report::{DomainTally, GoalOutcome, KindTally, PlanTally, Report, ReportKind, Rollup, Row, Tally, TargetKind};
pub use rule::{Better, Bound, Fraction, Rule, Word};
pub use series::Data;
pub use settings::{HostBound, Method, Settings};
pub use target::{Duty, Scope, Strength, Target};
pub use text::Language;
pub use unit::Unit;
