//! The verdicts of the library itself, one row at a time and without a column: what the cluster is compared with.

use std::collections::BTreeMap;

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year,
    values::{Counts, Ratio, Value},
};
use dabiao_datafusion::word;
use datafusion::arrow::array::{Array, AsArray, Decimal128Array, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Int64Type};

use crate::Result;

/// Every row of the nation with what it is judged by and what the functions say of it.
pub(crate) const EVERY_ROW: &str = "
SELECT county, year, mortality, managed, tested, mothers,
       dabiao_outcome('women.health.g2.maternal-mortality-ratio', 2024, mortality) AS mortality_outcome,
       dabiao_outcome('women.health.g2.maternal-systematic-management-rate', 2024, managed) AS managed_outcome,
       dabiao_outcome_counts('women.health.g6.maternal-hiv-testing-rate', 2024, tested, mothers) AS tested_outcome,
       dabiao_margin('women.health.g2.maternal-systematic-management-rate', 2024, managed) AS managed_margin
FROM nation ORDER BY county, year";

const TARGETS: [(&str, &str); 3] = [
    ("women.health.g2.maternal-mortality-ratio", "mortality"),
    ("women.health.g2.maternal-systematic-management-rate", "managed"),
    ("women.health.g6.maternal-hiv-testing-rate", "tested"),
];
const YEAR: Year = Year::literal(2024);

/// How many rows have each verdict, by column.
pub(crate) type Seen = BTreeMap<(&'static str, &'static str), u64>;

/// Judges the rows of [`EVERY_ROW`] again by `Evaluator::assess`.
///
/// # Errors
/// Names the first row whose verdict or margin is another one.
pub(crate) fn agrees(answer: &RecordBatch) -> Result<Seen> {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let columns = Columns::of(answer)?;
    let mut seen = Seen::new();
    for (id, name) in TARGETS {
        let target = catalogue.target(id)?;
        let card = catalogue.indicator(&target.indicator)?;
        let outcomes = texts(answer, &format!("{name}_outcome"))?;
        let margins = answer.column_by_name(&format!("{name}_margin"));
        let margins = margins.map(|column| column.as_primitive::<Decimal128Type>());
        for row in 0..answer.num_rows() {
            let value = columns.value(name, row)?;
            let rows = value.map(|value| Observation::new(target.indicator.clone(), YEAR, value, card.unit));
            let assessment = evaluator.assess(target, catalogue.data(rows).area_or_empty(""), YEAR)?;
            let outcome = assessment.year_outcome();
            let (said, right) = (outcomes.value(row), word(outcome));
            if outcomes.is_null(row) || said != right {
                return Err(format!("row {row}, {id}: the cluster says {said}, the library {right}").into());
            }
            *seen.entry((name, right)).or_default() += 1;
            let Some(margins) = margins else { continue };
            let said = number(margins, row)?.map(Number::to_ratio);
            let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
            let right: Option<Ratio> = assessment.margin.filter(|_| judged);
            if said != right {
                return Err(format!("row {row}, {id}: the margin is {right:?}, not {said:?}").into());
            }
        }
    }
    Ok(seen)
}

/// What the rows are judged by.
struct Columns<'a> {
    mortality: &'a Decimal128Array,
    managed: &'a Decimal128Array,
    tested: &'a Int64Array,
    mothers: &'a Int64Array,
}

impl<'a> Columns<'a> {
    fn of(answer: &'a RecordBatch) -> Result<Self> {
        let column = |name| answer.column_by_name(name).ok_or(format!("there is no column `{name}`"));
        let decimals = |name| {
            column(name)?.as_primitive_opt::<Decimal128Type>().ok_or(format!("`{name}` is no decimal"))
        };
        let counts =
            |name| column(name)?.as_primitive_opt::<Int64Type>().ok_or(format!("`{name}` is no count"));
        Ok(Self {
            mortality: decimals("mortality")?,
            managed: decimals("managed")?,
            tested: counts("tested")?,
            mothers: counts("mothers")?,
        })
    }

    fn value(&self, name: &str, row: usize) -> Result<Option<Value>> {
        Ok(match name {
            "mortality" => number(self.mortality, row)?.map(Value::Number),
            "managed" => number(self.managed, row)?.map(Value::Number),
            _ if self.tested.is_null(row) || self.mothers.is_null(row) => None,
            _ => Some(Value::Counts(Counts {
                numerator: self.tested.value(row).try_into()?,
                denominator: self.mothers.value(row).try_into()?,
            })),
        })
    }
}

fn number(column: &Decimal128Array, row: usize) -> Result<Option<Number>> {
    if column.is_null(row) {
        return Ok(None);
    }
    Ok(Some(Number::new(column.value(row), u32::try_from(column.scale())?)?))
}

fn texts(answer: &RecordBatch, name: &str) -> Result<StringArray> {
    let column = answer.column_by_name(name).ok_or(format!("there is no column `{name}`"))?;
    Ok(cast(column, &DataType::Utf8)?.as_string::<i32>().clone())
}
