//! What a plan asks: plans and their clauses, indicators, rules, targets, and the catalogue that holds them.
//!
//! ```
//! use dabiao::{Catalogue, Rule};
//! let catalogue = Catalogue::hangjin();
//! let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
//! assert_eq!((catalogue.label(target), target.rule), ("W1-2".into(), Rule::AtMost { value: "12".parse()? }));
//! # Ok::<(), dabiao::Error>(())
//! ```

pub(crate) mod alike;
pub(crate) mod catalogue;
pub(crate) mod citation;
mod definition;
#[cfg(feature = "hangjin")]
pub mod hangjin;
pub(crate) mod indicator;
pub(crate) mod kinds;
mod ledger;
pub(crate) mod names;
pub(crate) mod relation;
pub(crate) mod rule;
pub(crate) mod target;
pub mod wording;

pub use catalogue::{CardError, Catalogue};
pub use citation::{Clause, Level, Plan, Section, UnitKind};
pub use definition::{Bilingual, Definition, SourceKind, StatisticalYear, Validity};
pub use indicator::{Between, Calendar, Gap, GapMeasure, Indicator, IndicatorCard, IndicatorKind};
pub use ledger::{ClauseEntry, Why};
pub use names::IndicatorName;
pub use relation::{AuditLevel, Figure, FigureOf, GeneralRelation, Relation, RelationKind};
pub use rule::{Better, Bound, Change, Fraction, Qualifier, Rule};
pub use target::{Commitment, Scope, Target, Timing};
