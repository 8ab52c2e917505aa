//! Verdicts as SQL functions of [DataFusion](https://datafusion.apache.org), a batch of a table at a time.
//!
//! | function | gives |
//! |---|---|
//! | `dabiao_outcome(target, year, value)` | the verdict on a value in the indicator's unit |
//! | `dabiao_outcome_counts(target, year, numerator, denominator)` | the verdict on counts, cross-multiplied |
//! | `dabiao_margin(target, year, value)` | value minus bound, positive where it is good; NULL without a verdict |
//! | `dabiao_every_unit(unit, outcome, roster)` | the verdict on all units of a group, an aggregate |
//!
//! A verdict is one of the words of [`word`]. NULL is undetermined, never met and never zero. Target and year are constants,
//! so an unknown target, a target without a fixed bound and a column of floats are refused when the query is planned.

mod every_unit;
mod functions;
pub mod nation;

use std::sync::Arc;

use dabiao::{Catalogue, Error, Evaluator, Outcome, Settings};
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::prelude::{SessionConfig, SessionContext};

use every_unit::EveryUnit;
use functions::{Function, Kind};

/// What the functions judge by: a catalogue under stated settings, shared by all of them.
#[derive(Debug)]
pub struct Plan {
    catalogue: Catalogue,
    settings: Settings,
}

impl Plan {
    /// A catalogue judged under settings.
    ///
    /// # Errors
    /// As [`Evaluator::with`].
    pub fn new(catalogue: Catalogue, settings: Settings) -> Result<Arc<Self>, Error> {
        Evaluator::with(&catalogue, settings.clone())?;
        Ok(Arc::new(Self { catalogue, settings }))
    }

    /// The built-in catalogue under the default settings.
    #[must_use]
    pub fn hangjin() -> Arc<Self> {
        Arc::new(Self { catalogue: Catalogue::hangjin(), settings: Settings::default() })
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }
}

/// The functions of a row.
#[must_use]
pub fn scalar_functions(plan: &Arc<Plan>) -> Vec<ScalarUDF> {
    [Kind::Outcome, Kind::OutcomeCounts, Kind::Margin]
        .map(|kind| ScalarUDF::from(Function::new(kind, Arc::clone(plan))))
        .into()
}

/// The functions of a group.
#[must_use]
pub fn aggregate_functions() -> Vec<AggregateUDF> {
    vec![AggregateUDF::from(EveryUnit::default())]
}

/// Adds the functions to a session.
pub fn register(session: &SessionContext, plan: &Arc<Plan>) {
    scalar_functions(plan).into_iter().for_each(|function| session.register_udf(function));
    aggregate_functions().into_iter().for_each(|function| session.register_udaf(function));
}

/// How a session should be set: `12.3` in SQL is a decimal, as it is written, and no binary fraction.
#[must_use]
pub fn config() -> SessionConfig {
    SessionConfig::new().set_bool("datafusion.sql_parser.parse_float_as_decimal", true)
}

/// A session on so many threads, with the functions of the built-in catalogue.
#[must_use]
pub fn session(threads: usize) -> SessionContext {
    let session = SessionContext::new_with_config(config().with_target_partitions(threads.max(1)));
    register(&session, &Plan::hangjin());
    session
}

/// The word of a verdict in a column, the same as on the wire.
#[must_use]
pub const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not_met",
        Outcome::Undetermined => "undetermined",
        Outcome::NotApplicable => "not_applicable",
        Outcome::NotDue => "not_due",
        Outcome::NotJudged => "not_judged",
    }
}

/// The verdict of a word.
fn outcome(word: &str) -> Option<Outcome> {
    Outcome::ALL.into_iter().find(|outcome| self::word(*outcome) == word)
}

fn refused(error: Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
