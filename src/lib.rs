//! Typed rules for the targets that a development plan sets: hold observations against them exactly, say what is missing,
//! and warn early.
//!
//! ```
//! use dabiao::{values::per_100k, Catalogue, Data, Evaluator, Outcome, Year};
//! use dabiao::indicators::MATERNAL_MORTALITY_RATIO;
//!
//! let catalogue = Catalogue::hangjin();
//! let year = Year::literal(2024);
//! let seen = [MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))];
//! let report = Evaluator::new(&catalogue).report(&Data::new(&catalogue, seen, []), "", year)?;
//! let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
//! assert_eq!(row.assessment().outcome, Outcome::NotMet);
//! assert_eq!(row.assessment().margin.as_ref().unwrap().to_string(), "-2.3");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The nouns
//!
//! | noun | is |
//! |---|---|
//! | [`Indicator`], [`IndicatorCard`] | what is measured: its unit, its limits, when a value falls due |
//! | [`Target`] | what one clause of a plan asks of an indicator: a [`Rule`], a [`Timing`] in time, a [`Scope`], a [`Commitment`] |
//! | [`Catalogue`] | plans with their indicators and targets; [`Catalogue::hangjin`] is built in, [`Catalogue::add`] takes yours |
//! | [`Observation`] | one value for one area, period and part of the population, or the reason why there is none |
//! | [`Data`] | the observations and [`Roster`]s of a run, settled cell by cell, with the [`Finding`]s on them |
//! | [`Assessment`] | the verdict on one target in one year: an [`Outcome`], every [`Reason`], the margin, the evidence |
//! | [`Outlook`] | the path to the bound, the pace, and where the series is heading; arithmetic only |
//! | [`Standing`] | the word that a report uses: 提前达标, 进度滞后, 预计达标困难 … |
//! | [`SmallNumbers`] | what the verdict is worth where cases are few |
//! | [`Warning`] | a [`Signal`], its [`Severity`], the numbers behind it, and what would clear it |
//! | [`Report`] | all of this for one area and year, with the counts, the settings and the versions |
//!
//! An [`Evaluator`] holds the [`Settings`] and goes from data to assessment ([`Evaluator::assess`]), to everything about
//! one target ([`Evaluator::judge`]), and to the report ([`Evaluator::report`]). [`text`] turns a row of a report into a
//! sentence in Chinese or English; [`Record`] and [`cell`] read the tables of an office.
//!
//! # Scope
//!
//! Built in are the women's and the children's development plan 2021-2030 of Hangjin Banner, Ordos (杭政发〔2022〕139号).
//! The reading of the plans is this crate's own: no office has approved it. Where a plan's wording leaves a choice, the
//! choice is named as ours, with the reason and the way to change it, in [`docs::interpretation`].
//!
//! What is not done:
//!
//! - No missing value is estimated, carried over in silence, or taken for zero.
//! - No clock is read: the assessed year is an argument, and later values are not looked at.
//! - No file, network or database is touched: values come in and results go out as arguments and return values.
//! - No value is moved from one population to another: per 1,000 residents is not per 1,000 births.
//!
//! Results depend on the arguments alone; elementary functions come from `libm`, never from the platform.
//!
//! # The catalogue
//!
//! [The whole catalogue](docs::catalogue) 全部目标与台账: every target and goal as tables, to be held against the printed plans. Keys for
//! code are in [`indicators`].
//!
//! # Recipes
//!
//! [Recipes](docs::cookbook): embedding, own plans, warnings explained, few births, several plans at once, other languages.
//!
//! # What "met" means
//!
//! By the letter of the plan, in exact arithmetic: a bound with 以上, 以下 or 以内 includes its number, a third is three
//! times the women against all members, and 95.9 does not meet 96 ([`Method`] changes that, and either way the report says
//! what the other method gives). A verdict is met, not met or undetermined; one unit that fails decides, whatever is
//! missing, and what is missing decides nothing. All rules with their boundary cases are in [`docs::met`]; the words
//! are in [`Qualifier`], the tests in [`Rule`]. What a verdict on few cases is worth stands beside it and never changes it:
//! [`docs::small_numbers`].
//!
//! # Choices
//!
//! [Choices](docs::interpretation), in Chinese [评价口径](docs::interpretation_zh): where the plans leave one, what the readings are,
//! which was taken and why, and how to change it.
//!
//! # Methods
//!
//! - [On the way](docs::outlook): path, pace, projection, standing and warnings, each formula with numbers
//! - [Small numbers](docs::small_numbers): for a county with some 700 births; the functions behind it are in [`statistics`]
//!
//! # The wire form
//!
//! [The wire form](docs::wire): requests, reports, plans and errors as JSON.
//!
//! # Laws
//!
//! [Laws](docs::laws): what always holds, and the test that shows it.
//!
//! # Errors and findings
//!
//! Two families, and they do not mix:
//!
//! - An [`Error`] means that a call cannot be answered: a text that is no number, an unknown id, a setting that cannot be
//!   used, a year before the plan's baseline. The message quotes the text, names the place and says what would be right.
//! - A [`Finding`] means that something is odd about a cell. It never stops a run. Its [`Effect`] is that the row was
//!   refused, that the cell cannot be used, or nothing at all beyond being said.
//!
//! Why one target could not be judged stands in its [`Reason`]s. [Every finding, error and reason](docs::findings) 数据检查, in both
//! languages and with what would be right; [`docs::records`] lists what is read and what is refused.
//!
//! # Crate features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `std` | yes | the standard library where dependencies use it; without it the crate needs only `alloc` |
//! | `serde` | yes | reading and writing of plans, observations, rosters, settings and reports |
//! | `hangjin` | yes | the built-in catalogue; without it only the engine |
//! | `json` | no | `json`: a request as JSON in, a report as JSON out; own plans as documents |
//! | `schemars` | no | JSON Schema of the wire forms |
//! | `arrow` | no | judging columns that come as Arrow arrays ([`columns`]) |
//! | `proptest` | no | `kit`: random plans, series and requests, and the laws to run against one's own adapter |
//!
//! A feature only adds. None changes a verdict.
//!
//! # Other chapters
//!
//! - [Tables](docs::records): columns and cells, what is read and what is refused
//! - [Sentences](docs::sentences): how verdicts, changes and warnings are said
//! - [Speed](docs::speed): prepared thresholds, columns, tallies, and what each costs
//! - [Cost](docs::cost): what the crate brings with it: build time, dependencies, size, start
#![no_std]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod ahead;
pub mod data;
pub mod docs;
pub mod error;
#[cfg(feature = "json")]
pub mod json;
pub mod judge;
pub mod plan;
pub mod report;
#[cfg(feature = "schemars")]
mod schema;
pub mod statistics;
#[cfg(feature = "proptest")]
pub mod testing;
pub mod text;
pub mod values;
#[cfg(feature = "serde")]
mod wire;

pub use ahead::Standing;
pub use data::{Data, Observation, Record, Roster};
pub use error::Error;
pub use judge::{Evaluator, Outcome, Settings, Threshold};
#[cfg(feature = "hangjin")]
pub use plan::hangjin::indicators;
pub use plan::{Catalogue, Indicator, Rule, Target};
pub use report::Report;
pub use text::Language;
pub use values::{Number, Year};
