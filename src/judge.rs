//! The verdict: outcomes with their reasons, the settings, one target at a time, prepared thresholds, whole columns, tallies,
//! and several plans side by side.
//!
//! ```
//! use dabiao::{Catalogue, Evaluator, Outcome, Year, judge::Threshold};
//! let catalogue = Catalogue::hangjin();
//! let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
//! let threshold: Threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
//! assert_eq!(threshold.judge("12".parse()?).outcome, Outcome::Met);
//! assert_eq!(threshold.judge("12.1".parse()?).outcome, Outcome::NotMet);
//! # Ok::<(), dabiao::Error>(())
//! ```

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
    HostBound, Method, Milestone, OutlookSettings, Owner, Settings, StatisticsSettings, WarningSettings,
};
pub use tally::UnitsTally;
pub use threshold::{Threshold, TypedThreshold, Verdict};
