//! The functions of a county: the verdicts on all its rows, and what became of the rows.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dabiao::{Evaluator, Year};
use dabiao_parquet::{COLUMNS, Judge, Judged, RowCounts, unread_columns, verdicts};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Int64Array, ListArray, RecordBatch, StringArray, StructArray, UInt64Array,
    new_empty_array,
};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::compute::{concat, take};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields, Schema};
use datafusion::common::{DataFusionError, Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::expr::AggregateFunction;
use datafusion::logical_expr::function::{AccumulatorArgs, AggregateFunctionSimplification, StateFieldsArgs};
use datafusion::logical_expr::simplify::SimplifyContext;
use datafusion::logical_expr::utils::{AggregateOrderSensitivity, format_state_name};
use datafusion::logical_expr::{Accumulator, AggregateUDFImpl, Expr, Signature, Volatility};
use datafusion::physical_expr::expressions::Literal;

use crate::{Plan, refused, year_of};

/// Pieces of a group that are held side by side before they are made one: what a piece costs beside its rows stays small.
const PIECES: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// `dabiao_verdicts(rows, year, …)`: one element a verdict.
    Verdicts,
    /// `dabiao_rows(rows)`: how many rows were judged, left unused and refused, and which were refused.
    Rows,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Verdicts => "dabiao_verdicts",
            Self::Rows => "dabiao_rows",
        }
    }

    const fn call(self) -> &'static str {
        match self {
            Self::Verdicts => "dabiao_verdicts(rows, year, …)",
            Self::Rows => "dabiao_rows(rows)",
        }
    }

    /// The years that are constants of a call.
    fn years<'s>(self, constants: impl Iterator<Item = Option<&'s ScalarValue>>) -> Result<Vec<Year>> {
        let of_constant = |constant| match constant {
            Some(constant) => year_of(self.name(), constant),
            None => plan_err!("{}: years are constants, as in {}", self.name(), self.call()),
        };
        constants.map(of_constant).collect()
    }
}

#[derive(Debug, Clone)]
pub(crate) struct County {
    kind: Kind,
    plan: Arc<Plan>,
    signature: Signature,
}

impl County {
    pub(crate) fn new(kind: Kind, plan: Arc<Plan>) -> Self {
        Self { kind, plan, signature: Signature::user_defined(Volatility::Immutable) }
    }

    /// Refuses years that the plan cannot be judged in.
    fn judges(&self, years: Vec<Year>) -> Result<()> {
        let Plan { catalogue, settings } = self.plan.as_ref();
        let evaluator = Evaluator::with(catalogue, settings.clone()).map_err(refused)?;
        let nothing = catalogue.data([]);
        evaluator.brief_years(nothing.area_or_empty(""), years, |_| true).map_err(refused)?;
        Ok(())
    }

    /// The columns of the rows, as they are held: text in one form, so that pieces from anywhere make one.
    fn columns(&self, given: &DataType) -> Result<Fields> {
        let DataType::Struct(columns) = given else {
            return plan_err!(
                "{}: rows are given as named_struct('area', area, 'indicator', indicator, …), not as {given}",
                self.name()
            );
        };
        let unread = unread_columns(self.name(), &Schema::new(columns.clone())).map_err(external)?;
        if !unread.is_empty() {
            let known = COLUMNS.join(", ");
            return plan_err!(
                "{}: nothing reads `{}`; it is one of {known}",
                self.name(),
                unread.join("`, `")
            );
        }
        let as_held = |column: &FieldRef| match held(column.data_type()) {
            None => Arc::clone(column),
            Some(kind) => Arc::new(column.as_ref().clone().with_data_type(kind)),
        };
        Ok(columns.iter().map(as_held).collect())
    }
}

/// What a column is cast to, if it is not held as it comes.
fn held(given: &DataType) -> Option<DataType> {
    match given {
        DataType::Utf8View | DataType::Null => Some(DataType::Utf8),
        DataType::Dictionary(_, words) => Some(held(words).unwrap_or_else(|| words.as_ref().clone())),
        _ => None,
    }
}

fn external(error: dabiao_parquet::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

/// The columns of `verdicts::schema`.
fn verdict_columns(plan: &Plan) -> Fields {
    verdicts::schema(&Evaluator::new(plan.catalogue())).fields().clone()
}

/// What `dabiao_rows` says of a row that was refused.
fn refusal_columns(rows: &Fields) -> Fields {
    Fields::from(vec![
        Field::new("cells", DataType::Struct(rows.clone()), true),
        Field::new("column_name", DataType::Utf8, true),
        Field::new("message", DataType::Utf8, false),
    ])
}

fn count_columns(rows: &Fields) -> Fields {
    let counts = ["read", "judged", "unused", "refused"];
    let counts = counts.into_iter().map(|name| Field::new(name, DataType::Int64, false));
    counts.chain([Field::new("refusals", list_of(&refusal_columns(rows)), false)]).collect()
}

fn element_of(columns: &Fields) -> FieldRef {
    Field::new_list_field(DataType::Struct(columns.clone()), true).into()
}

fn list_of(columns: &Fields) -> DataType {
    DataType::List(element_of(columns))
}

/// One list of all elements.
fn list(columns: &Fields, elements: ArrayRef) -> Result<ListArray> {
    let Ok(end) = i32::try_from(elements.len()) else {
        return exec_err!("{} elements are more than a list has", elements.len());
    };
    Ok(ListArray::try_new(element_of(columns), OffsetBuffer::new(vec![0, end].into()), elements, None)?)
}

impl AggregateUDFImpl for County {
    fn name(&self) -> &str {
        self.kind.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let (rows, years): (_, &[DataType]) = match (self.kind, given) {
            (Kind::Verdicts, [rows, years @ ..]) if !years.is_empty() => (rows, years),
            (Kind::Rows, [rows]) => (rows, &[]),
            _ => return plan_err!("it is {}, with {} arguments here", self.kind.call(), given.len()),
        };
        if let Some(odd) = years.iter().find(|year| !year.is_integer()) {
            return plan_err!("{}: a year is a whole number, not {odd}", self.name());
        }
        let rows = DataType::Struct(self.columns(rows)?);
        Ok([rows].into_iter().chain(years.iter().map(|_| DataType::Int64)).collect())
    }

    fn return_type(&self, given: &[DataType]) -> Result<DataType> {
        let Some(rows) = given.first() else { return plan_err!("it is {}", self.kind.call()) };
        let rows = self.columns(rows)?;
        Ok(match self.kind {
            Kind::Verdicts => list_of(&verdict_columns(&self.plan)),
            Kind::Rows => DataType::Struct(count_columns(&rows)),
        })
    }

    /// Changes nothing: it is where a call with its constants is first seen, before a row is read.
    fn simplify(&self) -> Option<AggregateFunctionSimplification> {
        let county = self.clone();
        Some(Box::new(move |call: AggregateFunction, _: &SimplifyContext| {
            let constants = call.params.args.iter().skip(1).map(|argument| match argument {
                Expr::Literal(constant, _) => Some(constant),
                _ => None,
            });
            let years = county.kind.years(constants)?;
            county.judges(years)?;
            if call.params.distinct {
                return plan_err!(
                    "{}: without DISTINCT, which would hide rows that are there twice",
                    county.name()
                );
            }
            Ok(Expr::AggregateFunction(call))
        }))
    }

    fn accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        let Some(rows) = args.expr_fields.first() else { return plan_err!("it is {}", self.kind.call()) };
        let constants = args.exprs.iter().skip(1).map(|argument| argument.downcast_ref::<Literal>());
        let years = self.kind.years(constants.map(|constant| constant.map(Literal::value)))?;
        let columns = self.columns(rows.data_type())?;
        Ok(Box::new(Rows { function: self.clone(), years, columns, pieces: vec![], bytes: 0 }))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let Some(rows) = args.input_fields.first() else { return plan_err!("it is {}", self.kind.call()) };
        let rows = list_of(&self.columns(rows.data_type())?);
        Ok(vec![Field::new(format_state_name(args.name, "rows"), rows, true).into()])
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::Insensitive
    }
}

/// Two of them are the same if they judge by the same plan.
impl PartialEq for County {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && Arc::ptr_eq(&self.plan, &other.plan)
    }
}

impl Eq for County {}

impl Hash for County {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
        Arc::as_ptr(&self.plan).hash(state);
    }
}

/// The rows of a group so far. They are judged once all are there, never a part of them.
#[derive(Debug)]
struct Rows {
    function: County,
    years: Vec<Year>,
    columns: Fields,
    pieces: Vec<ArrayRef>,
    bytes: usize,
}

impl Rows {
    fn hold(&mut self, rows: ArrayRef) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        if rows.null_count() > 0 {
            return exec_err!("{}: a row is NULL as a whole; leave it out by FILTER", self.function.name());
        }
        self.bytes += bytes(&rows);
        self.pieces.push(rows);
        if self.pieces.len() >= PIECES {
            let rows = self.rows()?;
            self.bytes = bytes(&rows);
            self.pieces = vec![rows];
        }
        Ok(())
    }

    fn rows(&self) -> Result<ArrayRef> {
        let pieces: Vec<&dyn Array> = self.pieces.iter().map(AsRef::as_ref).collect();
        match pieces.is_empty() {
            true => Ok(new_empty_array(&DataType::Struct(self.columns.clone()))),
            false => Ok(concat(&pieces)?),
        }
    }

    fn judged(&self, rows: &ArrayRef) -> Result<Judged> {
        let plan = &self.function.plan;
        let evaluator = Evaluator::with(&plan.catalogue, plan.settings.clone()).map_err(refused)?;
        let judge = Judge::new(&evaluator, self.years.iter().copied());
        let judge = match self.function.kind {
            Kind::Verdicts => judge.with_batches(),
            Kind::Rows => judge,
        };
        judge.batch(self.function.name(), &RecordBatch::from(rows.as_struct())).map_err(external)
    }

    fn counted(&self, rows: &ArrayRef, judged: &Judged) -> Result<StructArray> {
        let refused = &judged.refused;
        let places: UInt64Array = refused.iter().map(|refused| refused.row.checked_sub(1)).collect();
        let columns: StringArray = refused.iter().map(|refused| refused.column).collect();
        let messages: StringArray = refused.iter().map(|refused| Some(refused.message.as_str())).collect();
        let refusals = refusal_columns(&self.columns);
        let elements: Vec<ArrayRef> = vec![take(rows, &places, None)?, Arc::new(columns), Arc::new(messages)];
        let elements = Arc::new(StructArray::try_new(refusals.clone(), elements, None)?);
        let RowCounts { read, judged, unused, refused, .. } = judged.tallies.rows;
        let counts = [read, judged, unused, refused].map(|rows| i64::try_from(rows).ok());
        let counts = counts.map(|rows| Arc::new(Int64Array::from(vec![rows])) as ArrayRef);
        let list: ArrayRef = Arc::new(list(&refusals, elements)?);
        let columns = counts.into_iter().chain([list]).collect();
        Ok(StructArray::try_new(count_columns(&self.columns), columns, None)?)
    }
}

/// What rows take, and not what the batch that they were cut from takes.
fn bytes(rows: &ArrayRef) -> usize {
    rows.to_data().get_slice_memory_size().unwrap_or(0)
}

impl Accumulator for Rows {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        match values.first() {
            Some(rows) => self.hold(Arc::clone(rows)),
            None => exec_err!("it is {}", self.function.kind.call()),
        }
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let [states] = states else {
            return exec_err!("{} with {} states", self.function.name(), states.len());
        };
        let Some(states) = states.as_list_opt::<i32>() else {
            return exec_err!("{}: a state is a list, not {}", self.function.name(), states.data_type());
        };
        states.iter().flatten().try_for_each(|rows| self.hold(rows))
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![ScalarValue::List(Arc::new(list(&self.columns, self.rows()?)?))])
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let rows = self.rows()?;
        let judged = self.judged(&rows)?;
        Ok(match self.function.kind {
            Kind::Rows => ScalarValue::Struct(Arc::new(self.counted(&rows, &judged)?)),
            Kind::Verdicts => {
                let columns = verdict_columns(&self.function.plan);
                let verdicts: ArrayRef = match judged.verdicts {
                    Some(verdicts) => Arc::new(StructArray::from(verdicts)),
                    None => new_empty_array(&DataType::Struct(columns.clone())),
                };
                ScalarValue::List(Arc::new(list(&columns, verdicts)?))
            }
        })
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.pieces.capacity() * size_of::<ArrayRef>() + self.bytes
    }
}
