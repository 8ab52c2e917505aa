//! The test kit: random plans, series and requests, and laws to run against an adapter of your own.
//!
//! Needs the feature `proptest`; meant for `[dev-dependencies]`:
//!
//! ```toml
//! [dev-dependencies]
//! dabiao = { git = "…", features = ["proptest"] }
//! ```
//!
//! # The laws
//!
//! An adapter is whatever stands between a host's records and a report: a table that rows are stored in and read from, a call
//! through the C API, another process. A test hands it to the laws as a [`Judge`], from the text of a request to the text of its
//! answer, as [`json::evaluate`] has them. The request stands for what the host has: store its rows
//! as the host does, take the way that the host takes, and give back what comes out. [`check`] then asks it some thousand random
//! questions and says by which law an answer is wrong, with the smallest question on which it is.
//!
//! ```
//! use dabiao::{json, testing};
//!
//! // The way to judge: here the library itself, elsewhere a call into the host.
//! let judge = |request: &str| json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json());
//! testing::check(&judge, 16)?;
//! # Ok::<(), testing::Broken>(())
//! ```
//!
//! A host in Rust that has typed records of its own takes [`through`]:
//!
//! ```
//! use dabiao::{testing, Observation};
//!
//! /// The host's record: it has no room for a row that says why there is no value.
//! struct Record { indicator: String, year: i32, value: String, unit: dabiao::values::Unit }
//!
//! let judge = testing::through(|rows: Vec<Observation>| {
//!     let stored = rows.iter().map(|row| Record {
//!         indicator: row.indicator.to_string(),
//!         year: row.period.year().number(),
//!         value: match row.datum {
//!             dabiao::data::Datum::Value(dabiao::values::Value::Number(number)) => number.to_string(),
//!             _ => "0".into(),
//!         },
//!         unit: row.unit,
//!     });
//!     let read = |record: Record| {
//!         let value = dabiao::values::Value::Number(record.value.parse().unwrap());
//!         Observation::new(record.indicator, dabiao::Year::new(record.year).unwrap(), value, record.unit)
//!     };
//!     stored.map(read).collect()
//! });
//! let broken = testing::law("missing_is_never_zero").unwrap().check(&judge, 64).unwrap_err();
//! assert!(broken.to_string().contains("though nothing is told of it but that it is missing"), "{broken}");
//! ```
//!
//! Each law of [`LAWS`] can be run alone. The last three compare the answer with the library's own: `every_field_arrives` where each field of a row decides something, `the_library_says_the_same` compares
//! verdicts, counts and what was found, `byte_for_byte` the whole text. A host that gives rows other sources, or writes answers in
//! its own way, leaves the last one out:
//!
//! ```
//! use dabiao::{json, testing};
//! # let judge = |request: &str| json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json());
//! for law in testing::LAWS.iter().filter(|law| law.name != "byte_for_byte") {
//!     law.check(&judge, 8)?;
//! }
//! # Ok::<(), testing::Broken>(())
//! ```
//!
//! # The strategies
//!
//! For tests of one's own with [`proptest`]: [`indicators`], [`rules`], [`timings`], [`targets`] and [`plans`]; [`values`],
//! [`observations`], [`rosters`] and [`settings`]; [`cases`] of all of these, and [`requests`] as text. All of them are sound.
//! What nobody should send is in [`awkward_plans`], [`hostile_observations`], [`awkward_rows`] and [`damaged_requests`]; what is only printed in
//! another way in [`printed_rows`], what is missing in [`missing_rows`].
//!
//! ```
//! use dabiao::{json, testing, Number, Year};
//! use proptest::strategy::{Strategy, ValueTree as _};
//! use proptest::test_runner::TestRunner;
//!
//! fn one<S: Strategy>(strategy: S) -> S::Value {
//!     strategy.new_tree(&mut TestRunner::deterministic()).unwrap().current()
//! }
//! let year = Year::literal(2024);
//! let card = one(testing::indicators());
//! let rule = one(testing::rules(&card));
//! let (timing, settings) = (one(testing::timings(card.calendar)), one(testing::settings(rule)));
//! let (way, word, number) = (one(testing::ways()), one(testing::words()), one(testing::grid()));
//! let (value, unit) = one(testing::values(card.unit));
//! assert!(unit.factor(card.unit).is_some(), "{value:?} is given in a unit of the kind");
//! let (mark, rosters, odd) = (one(testing::marks()), one(testing::rosters()), one(testing::hostile_observations()));
//!
//! // A case as text is answered; a damaged one is answered or refused, and never breaks anything.
//! let case: testing::Case = one(testing::cases());
//! assert!(json::evaluate(case.request().as_bytes()).is_ok());
//! let _ = json::evaluate(one(testing::damaged_requests()).as_bytes());
//!
//! // A slip comes with its place, an odd row with what has to become of it.
//! let slip: testing::AwkwardPlan = one(testing::awkward_plans());
//! let problems = json::PlanDocument::add(&mut dabiao::Catalogue::new(), &slip.plan).unwrap_err();
//! assert!(problems.iter().any(|problem| problem.path.starts_with(&slip.path)), "{problems:?}");
//! let rows: testing::Awkward = one(testing::awkward_rows(&card, year));
//! let (printed, missing) = (one(testing::printed_rows(&card, year, number)), one(testing::missing_rows(&card, year)));
//! # Ok::<(), dabiao::Error>(())
//! ```

mod documents;
mod laws;
mod plans;
mod requests;
mod rows;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::data::Observation;
use crate::json::{self, Request};

pub use documents::{AwkwardPlan, awkward_plans, plans};
pub use laws::LAWS;
pub use plans::{indicators, rules, targets, timings, ways, words};
pub use requests::{Case, cases, damaged_requests, requests, settings};
pub use rows::{
    Awkward, awkward_rows, grid, hostile_observations, marks, missing_rows, observations, printed_rows,
    rosters, values,
};

/// An adapter under test: from a request to its answer, both JSON text in the form of [`json`].
///
/// Every closure of the right kind is one.
///
/// ```
/// use dabiao::testing::{self, Judge};
/// fn keeps_its_rows(host: &dyn Judge) -> bool {
///     testing::law("every_value_arrives").is_some_and(|law| law.check(host, 8).is_ok())
/// }
/// assert!(keeps_its_rows(&testing::through(|rows| rows)));
/// ```
pub trait Judge {
    /// Answers a request.
    ///
    /// # Errors
    /// The text of the refusal ([`Refusal::to_json`](crate::json::Refusal::to_json)), where the request cannot be used.
    ///
    /// ```
    /// use dabiao::testing::Judge;
    /// let broken_line = |_: &str| Err(String::from("no answer"));
    /// assert!(broken_line.judge("{}").is_err());
    /// ```
    fn judge(&self, request: &str) -> Result<String, String>;
}

impl<F: Fn(&str) -> Result<String, String>> Judge for F {
    fn judge(&self, request: &str) -> Result<String, String> {
        self(request)
    }
}

/// The JSON API with a host's records in the middle: rows are read, handed to the host, and judged as they come back.
///
/// ```
/// use dabiao::testing;
/// let judge = testing::through(|rows| rows);
/// testing::law("every_value_arrives").unwrap().check(&judge, 16)?;
/// # Ok::<(), testing::Broken>(())
/// ```
pub fn through(records: impl Fn(Vec<Observation>) -> Vec<Observation>) -> impl Judge {
    move |request: &str| {
        let stored = |request: Request| Request { observations: records(request.observations), ..request };
        json::answered(request.as_bytes(), stored).map_err(|refusal| refusal.to_json())
    }
}

/// A law that every adapter has to keep.
///
/// ```
/// use dabiao::testing::{self, Law};
/// let law: &Law = testing::law("every_request_is_answered").unwrap();
/// let empty = |_: &str| Ok(String::new());
/// let broken: testing::Broken = law.check(&empty, 8).unwrap_err();
/// assert_eq!(broken.law(), law.name);
/// assert!(broken.what().contains("request: "));
/// ```
#[derive(Clone, Copy)]
pub struct Law {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    test: fn(&dyn Judge, u32) -> Result<(), String>,
}

impl Law {
    /// Tries the law on so many random cases.
    ///
    /// # Errors
    /// On the first case that breaks it, after it was made as small as it goes.
    pub fn check(&self, judge: &dyn Judge, cases: u32) -> Result<(), Broken> {
        (self.test)(judge, cases).map_err(|what| Broken { law: self.name, says: self.says, what })
    }
}

impl fmt::Debug for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Law({})", self.name)
    }
}

/// The law of a name.
#[must_use]
pub fn law(name: &str) -> Option<&'static Law> {
    LAWS.iter().find(|law| law.name == name)
}

/// Tries every law, each on so many random cases: 64 take seconds, and find what goes wrong often.
///
/// # Errors
/// On the first law that is broken.
pub fn check(judge: &dyn Judge, cases: u32) -> Result<(), Broken> {
    LAWS.iter().try_for_each(|law| law.check(judge, cases))
}

/// Which law an adapter broke, and how.
#[derive(Clone, PartialEq, Eq)]
pub struct Broken {
    law: &'static str,
    says: &'static str,
    what: String,
}

impl Broken {
    /// The name of the law.
    #[must_use]
    pub const fn law(&self) -> &'static str {
        self.law
    }

    /// What went wrong, with the requests that show it.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.law, self.says, self.what)
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for Broken {}
