//! Verdicts as SQL functions of [DataFusion](https://datafusion.apache.org), a batch of a table at a time.
//!
//! | function | gives |
//! |---|---|
//! | `dabiao_outcome(target, year, value)` | the verdict on a value in the indicator's unit |
//! | `dabiao_outcome_counts(target, year, numerator, denominator)` | the verdict on counts, cross-multiplied |
//! | `dabiao_margin(target, year, value)` | value minus bound, positive where it is good; NULL without a verdict |
//! | `dabiao_every_unit(unit, outcome, roster)` | the verdict on all units of a group, an aggregate |
//! | `dabiao_verdicts(rows, year, …)` | every verdict on the rows of a group, an aggregate: a list of the columns of [`dabiao_parquet::verdicts::schema`] |
//! | `dabiao_rows(rows)` | how many rows of a group were read, judged, left unused and refused, and each refusal |
//! | `dabiao_area(area)` | what to group rows by: one text for all writings of an area |
//!
//! A verdict is one of the words of [`word`]. NULL is undetermined, never met and never zero. Target and year are constants,
//! so an unknown target, a target without a fixed bound and a column of floats are refused when the query is planned.

mod area;
mod county;
mod every_unit;
mod functions;
pub mod nation;

use std::sync::Arc;

use dabiao::{Catalogue, Error, Evaluator, Outcome, Settings, Year};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue, plan_err};
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::prelude::{SessionConfig, SessionContext};

use area::Area;
use county::County;
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
    pub fn new(catalogue: Catalogue, settings: Settings) -> std::result::Result<Arc<Self>, Error> {
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
    let judging = [Kind::Outcome, Kind::OutcomeCounts, Kind::Margin];
    let judging = judging.map(|kind| ScalarUDF::from(Function::new(kind, Arc::clone(plan))));
    judging.into_iter().chain([ScalarUDF::from(Area::default())]).collect()
}

/// The functions of a group.
#[must_use]
pub fn aggregate_functions(plan: &Arc<Plan>) -> Vec<AggregateUDF> {
    let of_counties = [county::Kind::Verdicts, county::Kind::Rows];
    let of_counties = of_counties.map(|kind| AggregateUDF::from(County::new(kind, Arc::clone(plan))));
    of_counties.into_iter().chain([AggregateUDF::from(EveryUnit::default())]).collect()
}

/// Adds the functions to a session.
pub fn register(session: &SessionContext, plan: &Arc<Plan>) {
    scalar_functions(plan).into_iter().for_each(|function| session.register_udf(function));
    aggregate_functions(plan).into_iter().for_each(|function| session.register_udaf(function));
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

/// The year of a constant.
fn year_of(function: &str, constant: &ScalarValue) -> Result<Year> {
    let ScalarValue::Int64(Some(number)) = constant.cast_to(&DataType::Int64)? else {
        return plan_err!("{function}: the year is a whole number such as 2024");
    };
    Year::new(i32::try_from(number).unwrap_or(i32::MAX)).map_err(refused)
}

fn refused(error: Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
