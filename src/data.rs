//! What was observed: observations and rosters, the rows of a table, the findings on them, and the series that they make.
//!
//! ```
//! use dabiao::{Catalogue, Record};
//! let catalogue = Catalogue::hangjin();
//! let row = Record { indicator: "孕产妇死亡率", area: "150625", period: "2024", value: "12／10万", ..Record::default() };
//! let data = catalogue.data([row.read(&catalogue).unwrap()]);
//! assert_eq!(data.only_area()?.name(), Some("150625"));
//! # Ok::<(), dabiao::Error>(())
//! ```

pub(crate) mod area;
pub(crate) mod audit;
pub(crate) mod broken;
pub(crate) mod finding;
pub(crate) mod observation;
pub(crate) mod record;
pub(crate) mod remark;
pub(crate) mod sdmx;
pub(crate) mod series;
pub(crate) mod yearly;

pub use area::AreaData;
#[cfg(feature = "json")]
pub(crate) use area::without_rows;
pub use audit::{Audit, AuditGroup};
pub use broken::{AuditCell, AuditColumn, AuditUnit, BrokenRelation};
pub use finding::{Effect, Finding, FindingKind};
pub use observation::{Datum, Mark, Member, Missing, Observation, Roster, Status};
pub use record::{Record, RecordError};
pub use remark::Remark;
pub use series::Data;
pub use yearly::YearlyValue;
