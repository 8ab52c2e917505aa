//! draft
#![no_std]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod area;
mod assess;
pub mod catalogue;
pub mod cell;
mod citation;
mod error;
mod exact;
mod finding;
mod indicator;
mod judgement;
mod observation;
mod outcome;
mod outlook;
mod period;
mod quantity;
mod record;
mod report;
mod rule;
mod series;
mod settings;
mod small_numbers;
mod standing;
pub mod statistics;
mod target;
pub mod text;
pub mod unit;
mod warning;

pub use area::{AreaUnit, Residence, Sex, Stratum};
pub use assess::{Assessment, Evaluator, Evidence, GapEnds, Note, UnitTally, YearOutcome};
#[cfg(feature = "hangjin")]
pub use catalogue::hangjin::indicators;
pub use catalogue::{CardError, Catalogue, ClauseEntry, Why};
pub use citation::{Clause, Plan, Section};
pub use error::{Error, InvalidError, ParseError, UnitError, UnknownError};
pub use exact::{Number, Ratio};
pub use finding::{Effect, Finding, FindingKind};
pub use indicator::{Between, Calendar, Gap, GapMeasure, Indicator, IndicatorCard, Kind};
pub use judgement::Judgement;
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use outcome::{Cause, Outcome, Reason, Role};
pub use outlook::{Course, Dated, Outlook, Position};
pub use period::{Date, Period, Year};
pub use quantity::*;
pub use record::{Record, RecordError};
pub use report::{
    DomainTally, GoalOutcome, KindTally, PlanTally, Report, ReportKind, Rollup, Row, Tally, TargetKind,
};
pub use rule::{Better, Bound, Fraction, Rule, Word};
pub use series::Data;
pub use settings::{
    HostBound, Method, Milestone, OutlookSettings, Settings, StatisticsSettings, WarningSettings,
};
pub use small_numbers::{Estimate, GapInCases, Pooled, SmallNumbers, label_en, label_zh};
pub use standing::Standing;
pub use target::{Duty, Scope, Strength, Target};
pub use text::Language;
pub use unit::Unit;
pub use warning::{Band, BandMeasure, Bands, Clearing, Palette, Severity, Shade, Signal, Warning};
