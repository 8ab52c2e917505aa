//! The functions of a row.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dabiao::{Evaluator, Outcome, judge::Threshold};
use datafusion::arrow::array::{ArrayRef, Decimal128Array, StringViewArray, make_view};
use datafusion::arrow::buffer::{Buffer, ScalarBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::cast::as_decimal128_array;
use datafusion::common::{Result, ScalarValue, exec_err, internal_err, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};

use crate::{Plan, refused, word, year_of};

/// All digits that `Decimal128` has.
const DIGITS: u8 = 38;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Outcome,
    OutcomeCounts,
    Margin,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Outcome => "dabiao_outcome",
            Self::OutcomeCounts => "dabiao_outcome_counts",
            Self::Margin => "dabiao_margin",
        }
    }

    const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Outcome | Self::Margin => &["target", "year", "value"],
            Self::OutcomeCounts => &["target", "year", "numerator", "denominator"],
        }
    }
}

#[derive(Debug)]
pub(crate) struct Function {
    kind: Kind,
    plan: Arc<Plan>,
    signature: Signature,
}

impl Function {
    pub(crate) fn new(kind: Kind, plan: Arc<Plan>) -> Self {
        Self { kind, plan, signature: Signature::user_defined(Volatility::Immutable) }
    }

    /// The bound that two constants name: once for a plan and once for a batch, never for a row.
    fn threshold(&self, target: &ScalarValue, year: &ScalarValue) -> Result<Threshold> {
        let Some(Some(id)) = target.try_as_str() else {
            return plan_err!(
                "{}: the target is a text such as 'women.health.g2.maternal-mortality-ratio'",
                self.name()
            );
        };
        let year = year_of(self.name(), year)?;
        let target = self.plan.catalogue.target(id).map_err(refused)?;
        let evaluator = Evaluator::with(&self.plan.catalogue, self.plan.settings.clone()).map_err(refused)?;
        evaluator.threshold(target, year).map_err(refused)
    }

    fn value_type(&self, given: &DataType) -> Result<DataType> {
        Ok(match given {
            DataType::Decimal128(..) => given.clone(),
            DataType::Decimal32(digits, places) | DataType::Decimal64(digits, places) => {
                DataType::Decimal128(*digits, *places)
            }
            whole if whole.is_integer() || whole.is_null() => match self.kind {
                Kind::Outcome if *whole != DataType::UInt64 => DataType::Int64,
                _ => DataType::Decimal128(20, 0),
            },
            float if float.is_floating() => {
                return plan_err!(
                    "{} takes no {float}: it holds binary fractions, and a bound such as 12.3 is none, so a value at the \
                     bound could fall on either side. Store the printed digits as DECIMAL, or judge numerator and \
                     denominator with dabiao_outcome_counts",
                    self.name()
                );
            }
            other => {
                return plan_err!(
                    "{} takes no {other}: give DECIMAL of at most {DIGITS} digits, or whole numbers",
                    self.name()
                );
            }
        })
    }

    fn count_types(&self, given: [&DataType; 2]) -> Result<DataType> {
        for kind in given {
            if !kind.is_integer() && !kind.is_null() {
                let name = self.name();
                return plan_err!("{name} takes no {kind}: counts are whole, give two columns of BIGINT");
            }
        }
        // What does not fit is an error of the cast, not another number.
        let signless = given.iter().all(|kind| kind.is_unsigned_integer());
        Ok(if signless { DataType::UInt64 } else { DataType::Int64 })
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.kind.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let wrong = || {
            let arguments = self.kind.arguments().join(", ");
            plan_err!("it is {}({arguments}), with {} arguments here", self.name(), given.len())
        };
        let [target, year, values @ ..] = given else { return wrong() };
        if !target.is_string() {
            return plan_err!("{}: the target is a text, not {target}", self.name());
        }
        if !year.is_integer() {
            return plan_err!("{}: the year is a whole number, not {year}", self.name());
        }
        let values = match (self.kind, values) {
            (Kind::Outcome | Kind::Margin, [value]) => vec![self.value_type(value)?],
            (Kind::OutcomeCounts, [numerator, denominator]) => {
                let counts = self.count_types([numerator, denominator])?;
                vec![counts.clone(), counts]
            }
            _ => return wrong(),
        };
        Ok([target.clone(), year.clone()].into_iter().chain(values).collect())
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        internal_err!("the type depends on the target")
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        let [Some(target), Some(year), ..] = args.scalar_arguments else {
            return plan_err!(
                "{}: target and year are constants; judge several targets with one call for each",
                self.name()
            );
        };
        let threshold = self.threshold(target, year)?;
        let field = match self.kind {
            Kind::Outcome => Field::new(self.name(), DataType::Utf8View, false),
            Kind::OutcomeCounts => {
                threshold.counts_column().map_err(refused)?;
                Field::new(self.name(), DataType::Utf8View, false)
            }
            Kind::Margin => {
                let places = match args.arg_fields.get(2).map(|field| field.data_type()) {
                    Some(DataType::Decimal128(_, places)) => *places,
                    // Before the types are brought together.
                    _ => 0,
                };
                let Some(places) = threshold.column(places).map_err(refused)?.margin_places() else {
                    return plan_err!(
                        "{}: the bound is no decimal, so no margin is: use dabiao_outcome",
                        self.name()
                    );
                };
                Field::new(self.name(), DataType::Decimal128(DIGITS, places), true)
            }
        };
        Ok(Arc::new(field))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [ColumnarValue::Scalar(target), ColumnarValue::Scalar(year), values @ ..] = args.args.as_slice()
        else {
            return exec_err!("{}: target and year are constants", self.name());
        };
        let threshold = self.threshold(target, year)?;
        let arrays =
            values.iter().map(|value| value.to_array(args.number_rows)).collect::<Result<Vec<ArrayRef>>>()?;
        let mut outcomes = vec![Outcome::Undetermined; args.number_rows];
        let array: ArrayRef = match (self.kind, arrays.as_slice()) {
            (Kind::Outcome, [value]) => {
                threshold.judge_array(value, &mut outcomes).map_err(refused)?;
                Arc::new(words(&outcomes)?)
            }
            (Kind::OutcomeCounts, [numerator, denominator]) => {
                threshold.judge_count_arrays(numerator, denominator, &mut outcomes).map_err(refused)?;
                Arc::new(words(&outcomes)?)
            }
            (Kind::Margin, [value]) => Arc::new(margins(&threshold, as_decimal128_array(value)?, outcomes)?),
            _ => return exec_err!("{} with {} arguments", self.name(), args.args.len()),
        };
        Ok(ColumnarValue::Array(array))
    }
}

/// Two of them are the same if they judge by the same plan.
impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && Arc::ptr_eq(&self.plan, &other.plan)
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
        Arc::as_ptr(&self.plan).hash(state);
    }
}

/// A view of 16 bytes for a row; the words themselves are written once.
fn words(outcomes: &[Outcome]) -> Result<StringViewArray> {
    let text: String = Outcome::ALL.map(word).concat();
    let mut offset = 0;
    let views = Outcome::ALL.map(|outcome| {
        let bytes = word(outcome).as_bytes();
        let view = make_view(bytes, 0, offset);
        offset += u32::try_from(bytes.len()).unwrap_or(0);
        (outcome, view)
    });
    let view =
        |outcome: &Outcome| views.iter().find(|(other, _)| other == outcome).map_or(0, |(_, view)| *view);
    let rows: ScalarBuffer<u128> = outcomes.iter().map(view).collect::<Vec<u128>>().into();
    Ok(StringViewArray::try_new(rows, vec![Buffer::from(text.into_bytes())], None)?)
}

fn margins(
    threshold: &Threshold,
    values: &Decimal128Array,
    mut outcomes: Vec<Outcome>,
) -> Result<Decimal128Array> {
    let Some(places) = threshold.column(values.scale()).map_err(refused)?.margin_places() else {
        return exec_err!("the bound is no decimal, so no margin is");
    };
    let mut margins = vec![0_i128; values.len()];
    threshold.judge_array_with_margins(values, &mut outcomes, &mut margins).map_err(refused)?;
    let told = outcomes.iter().map(|outcome| matches!(outcome, Outcome::Met | Outcome::NotMet));
    let margins = Decimal128Array::new(margins.into(), Some(told.collect::<Vec<bool>>().into()))
        .with_precision_and_scale(DIGITS, places)?;
    margins.validate_decimal_precision(DIGITS)?;
    Ok(margins)
}
