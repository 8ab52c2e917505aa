//! The verdict: outcomes with their reasons, the settings, one target at a time, prepared thresholds, whole columns, tallies,
//! and several plans side by side.

pub(crate) mod assess;
pub mod columns;
pub(crate) mod levels;
pub(crate) mod outcome;
pub(crate) mod settings;
pub(crate) mod tally;
pub(crate) mod threshold;

pub use assess::{Assessment, Evaluator, Evidence, GapEnds, Note, UnitTally, YearOutcome};
pub use levels::{Compared, Contradiction, ContradictionKind, SideBySide};
pub use outcome::{Cause, Outcome, Reason, Role};
pub use settings::{
    HostBound, Method, Milestone, OutlookSettings, Settings, StatisticsSettings, WarningSettings,
};
pub use tally::UnitsTally;
pub use threshold::{Threshold, TypedThreshold, Verdict};
