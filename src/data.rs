//! What was observed: observations and rosters, the rows of a table, the findings on them, and the series that they make.

pub(crate) mod finding;
pub(crate) mod observation;
pub(crate) mod record;
pub(crate) mod series;

pub use finding::{Effect, Finding, FindingKind};
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use record::{Record, RecordError};
pub(crate) use series::area_without_rows;
pub use series::{Data, YearlyValue};
