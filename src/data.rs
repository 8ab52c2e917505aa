//! What was observed: observations and rosters, the rows of a table, the findings on them, and the series that they make.
//!
//! ```
//! use dabiao::{Catalogue, Data, Record};
//! let catalogue = Catalogue::hangjin();
//! let row = Record { indicator: "孕产妇死亡率", area: "150625", period: "2024", value: "12／10万", ..Record::default() };
//! let data = Data::new(&catalogue, [row.read(&catalogue).unwrap()], []);
//! assert_eq!(data.areas().collect::<Vec<_>>(), ["150625"]);
//! ```

pub(crate) mod audit;
pub(crate) mod finding;
pub(crate) mod observation;
pub(crate) mod record;
pub(crate) mod series;

pub use audit::{Audit, AuditCell, AuditColumn, AuditGroup, BrokenRelation};
pub use finding::{Effect, Finding, FindingKind};
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use record::{Record, RecordError};
pub(crate) use series::area_without_rows;
pub use series::{Data, YearlyValue};
