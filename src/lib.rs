//! Typed threshold rules for the targets of a development plan: compare observations with them exactly, say what is missing
//! and why, look ahead, and warn early. 达标 (*dabiao*) means "meets the target".
//!
//! ```
//! use dabiao::{Catalogue, Data, Evaluator, Language, Year, indicators::MATERNAL_MORTALITY_RATIO, values::cases};
//!
//! let catalogue = Catalogue::hangjin();
//! let year = Year::literal(2024);
//! // One maternal death among 823 live births in Hangjin Banner, area code 150625.
//! let row = MATERNAL_MORTALITY_RATIO.observe(year, cases(1).of(823)).in_area("150625");
//! let data = catalogue.data([row]);
//! let report = Evaluator::new(&catalogue).report(data.area("150625")?, year)?;
//! let row = report.row("women.health.g2.maternal-mortality-ratio")?;
//! assert_eq!(row.assessment().outcome, dabiao::Outcome::NotMet);
//! println!("{}", row.sentence(Language::English));
//! # Ok::<(), dabiao::Error>(())
//! ```
//!
//! # Modules
//!
//! Each module uses only those above it; [`statistics`] uses none.
//!
//! | module | holds |
//! |---|---|
//! | [`values`] | numbers and ratios, units, quantities and counts, periods, places, cells |
//! | [`plan`] | what a plan asks: [`Clause`](plan::Clause), [`Indicator`], [`Rule`], [`Timing`](plan::Timing), [`Scope`](plan::Scope), [`Target`], [`Catalogue`] |
//! | [`data`] | what was observed: [`Observation`], [`Roster`], [`Record`] (a row of text), [`Data`] with its [`Finding`](data::Finding)s |
//! | [`judge`] | the verdict: [`Evaluator`], [`Settings`], [`Assessment`](judge::Assessment), [`Outcome`], [`Threshold`](judge::Threshold), columns |
//! | [`ahead`] | [`Outlook`](ahead::Outlook), [`Standing`], [`SmallNumbers`](ahead::SmallNumbers), [`Warning`](ahead::Warning) |
//! | [`report`] | [`Report`] and its rows: everything about one area and year |
//! | [`text`] | sentences in Chinese and English |
#![cfg_attr(feature = "json", doc = "| [`json`] | the JSON API: a request in, a report out |")]
#![cfg_attr(
    feature = "proptest",
    doc = "| [`testing`] | the test kit: random plans, rows and requests, and laws for an adapter of your own |"
)]
//!
//! # What "met" means
//!
//! By the letter of the plan, in exact arithmetic: a bound with 以上, 以下 or 以内 includes its number, a third is three times
//! the women against all members, and 95.9 does not meet 96 ([`Method`](judge::Method) changes that, and either way the report
//! gives both). A verdict is met, not met or undetermined. One reporting unit that fails decides, whatever is missing; what is
//! missing never decides and is never zero. [What met means](docs::met) has every rule with its boundary cases, and
//! [small numbers](docs::small_numbers) what a verdict on few cases is worth.
//!
//! Built in are the women's and the children's plan 2021-2030 of Hangjin Banner, Ordos (杭政发〔2022〕139号). The reading is
//! this crate's own; no office has approved it. Where the wording leaves a choice, [interpretation](docs::interpretation)
//! ([评价口径](docs::interpretation_zh)) gives the choice, its reason and how to change it.
//!
//! The crate estimates no missing value, takes no other year's value without saying so, and converts no value from one
//! population to another. It reads no clock, file, network or database.
//!
//! # How values are made
//!
//! - `new` checks, and returns a [`Result`] where an argument can be wrong: `Year::new(2024)?`, `Number::new(-23, 1)?`.
//! - `literal`, and the short forms `percent("97.3")` and `Rule::at_most("12")`, are for numbers written in the program: a wrong one
//!   stops the build in a constant, and panics elsewhere.
//! - Text is parsed (`"97.3".parse::<Number>()?`), and the integers of a database are converted (`Year::try_from(2024_i64)?`,
//!   [`Counts::new`](values::Counts::new), [`Number::from_f64`]).
//!
//! # Errors and findings
//!
//! - An [`Error`] means that a call cannot be answered: a text that is no number, an unknown id, an area that no row is of.
//!   It quotes the text and says what would be right.
//! - A [`Finding`](data::Finding) means that something is odd about a cell. It never stops a run, and its
//!   [`Effect`](data::Effect) says what became of the cell.
//!
//! Why a target could not be judged is in its [`Reason`](judge::Reason)s. [Findings](docs::findings) lists all of them, in both
//! languages.
//!
//! # Chapters
//!
//! [First programs](docs::first_programs) · [recipes](docs::cookbook) · [a plan of your own](docs::own_plan) ·
//! [audit](docs::audit) · [the whole catalogue](docs::catalogue) · [outlook and warnings](docs::outlook) ·
//! [reading tables](docs::records) · [sentences](docs::sentences) · [wire form](docs::wire) · [laws](docs::laws) ·
//! [speed](docs::speed) · [cost](docs::cost)
//!
//! # Crate features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `std` | yes | the standard library where dependencies use it; without it the crate needs only `alloc` |
//! | `serde` | yes | reading and writing of plans, observations, rosters, settings and reports |
//! | `hangjin` | yes | the built-in catalogue; without it only the engine |
//! | `json` | no | the JSON API; own plans as documents |
//! | `schemars` | no | JSON Schema of the wire forms |
//! | `arrow` | no | judging columns that come as Arrow arrays ([`judge::columns`]) |
//! | `proptest` | no | the test kit |
//!
//! A feature only adds. None changes a verdict.
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

// The names of a first program; everything else is in the module of its room.
#[doc(inline)]
pub use ahead::Standing;
#[doc(inline)]
pub use data::{Data, Observation, Record, Roster};
#[doc(inline)]
pub use error::Error;
#[doc(inline)]
pub use judge::{Evaluator, Outcome, Settings};
#[cfg(feature = "hangjin")]
#[doc(inline)]
pub use plan::hangjin::indicators;
#[doc(inline)]
pub use plan::{Catalogue, Indicator, Rule, Target};
#[doc(inline)]
pub use report::Report;
#[doc(inline)]
pub use text::Language;
#[doc(inline)]
pub use values::{Number, Year};
