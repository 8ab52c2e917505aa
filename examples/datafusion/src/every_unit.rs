//! The function of a group: a target over units.

use dabiao::judge::UnitsTally;
use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::cast::{as_int64_array, as_string_view_array};
use datafusion::common::{DataFusionError, Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::{AggregateOrderSensitivity, format_state_name};
use datafusion::logical_expr::{Accumulator, AggregateUDFImpl, Signature, Volatility};

use crate::{outcome, refused, word};

/// `dabiao_every_unit(unit, outcome, roster)`: the verdict on all units of a group, the roster being how many there should be.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct EveryUnit {
    signature: Signature,
}

impl Default for EveryUnit {
    fn default() -> Self {
        Self { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl AggregateUDFImpl for EveryUnit {
    fn name(&self) -> &str {
        "dabiao_every_unit"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        match given {
            [unit, outcome, roster]
                if unit.is_string() && outcome.is_string() && (roster.is_integer() || roster.is_null()) =>
            {
                Ok(vec![DataType::Utf8View, DataType::Utf8View, DataType::Int64])
            }
            _ => plan_err!(
                "it is {}(unit, outcome, roster): a text, a verdict of dabiao_outcome, and how many units there \
                 should be (NULL if that is not known)",
                self.name()
            ),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn accumulator(&self, _: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Units::default()))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let field = |name, kind| Field::new(format_state_name(args.name, name), kind, true).into();
        Ok(vec![field("tally", DataType::Utf8), field("roster", DataType::Int64)])
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::Insensitive
    }
}

/// Units of one group counted so far.
#[derive(Debug, Default)]
struct Units {
    tally: UnitsTally,
    roster: Roster,
}

/// How many units there should be, as the rows of the group say.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Roster {
    #[default]
    NoRow,
    Unknown,
    Of(i64),
}

impl Units {
    fn expect(&mut self, roster: Roster) -> Result<()> {
        match (self.roster, roster) {
            (_, Roster::NoRow) => {}
            (Roster::NoRow, roster) => self.roster = roster,
            (one, other) if one == other => {}
            (one, other) => {
                return exec_err!(
                    "dabiao_every_unit: one group has one roster, not both {one:?} and {other:?}"
                );
            }
        }
        Ok(())
    }
}

fn text(tally: &UnitsTally) -> Result<String> {
    serde_json::to_string(tally).map_err(|error| DataFusionError::External(Box::new(error)))
}

impl Accumulator for Units {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let [units, outcomes, rosters] = values else {
            return exec_err!("dabiao_every_unit with {} arguments", values.len());
        };
        let (units, outcomes) = (as_string_view_array(units)?, as_string_view_array(outcomes)?);
        for ((unit, verdict), roster) in units.iter().zip(outcomes).zip(as_int64_array(rosters)?) {
            let Some(unit) = unit else {
                return exec_err!(
                    "dabiao_every_unit: a unit without a name cannot be compared with the roster"
                );
            };
            // A verdict that is not there decides nothing.
            let Some(verdict) = outcome(verdict.unwrap_or("undetermined")) else {
                let word = verdict.unwrap_or_default();
                return exec_err!(
                    "dabiao_every_unit: `{word}` of unit `{unit}` is no verdict: give dabiao_outcome"
                );
            };
            self.tally.count(unit, verdict);
            self.expect(roster.map_or(Roster::Unknown, Roster::Of))?;
        }
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let [tallies, rosters] = states else {
            return exec_err!("dabiao_every_unit with {} states", states.len());
        };
        let tallies = cast(tallies, &DataType::Utf8View)?;
        for (tally, roster) in as_string_view_array(&tallies)?.iter().zip(as_int64_array(rosters)?) {
            let tally: UnitsTally = match tally {
                Some(tally) => {
                    serde_json::from_str(tally).map_err(|error| DataFusionError::External(Box::new(error)))?
                }
                None => continue,
            };
            let some_row = tally.total() > 0;
            self.tally.merge(tally);
            if some_row {
                self.expect(roster.map_or(Roster::Unknown, Roster::Of))?;
            }
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let roster = match self.roster {
            Roster::Of(roster) => Some(roster),
            Roster::NoRow | Roster::Unknown => None,
        };
        Ok(vec![ScalarValue::Utf8(Some(text(&self.tally)?)), ScalarValue::Int64(roster)])
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let expected = match self.roster {
            Roster::Of(roster) => match u64::try_from(roster) {
                Ok(roster) => Some(roster),
                Err(_) => return exec_err!("dabiao_every_unit: a roster of {roster} units"),
            },
            Roster::NoRow | Roster::Unknown => None,
        };
        // Nothing at all is known of a group without rows: undetermined.
        let outcome = match self.roster {
            Roster::NoRow => dabiao::Outcome::Undetermined,
            _ => self.tally.outcome(expected).map_err(refused)?,
        };
        Ok(ScalarValue::Utf8(Some(word(outcome).into())))
    }

    fn size(&self) -> usize {
        let names = self.tally.failing().map(|name| name.len() + size_of::<String>());
        size_of_val(self) + names.sum::<usize>()
    }
}
