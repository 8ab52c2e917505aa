//! The name of an area as rows are grouped by it.

use std::sync::Arc;

use dabiao::values::names;
use datafusion::arrow::array::StringArray;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::cast::as_string_array;
use datafusion::common::{Result, exec_err, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};

/// `dabiao_area(area)`: the same text for all writings of one area, so that its rows come into one group.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Area {
    signature: Signature,
}

impl Default for Area {
    fn default() -> Self {
        Self { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Area {
    fn name(&self) -> &str {
        "dabiao_area"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let of_text = |given: &DataType| match given {
            DataType::Dictionary(_, words) => words.is_string(),
            other => other.is_string() || other.is_integer() || other.is_null(),
        };
        match given {
            [area] if of_text(area) => Ok(vec![DataType::Utf8]),
            _ => plan_err!("it is {}(area): a code or a name, as text or as a whole number", self.name()),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [area] = args.args.as_slice() else {
            return exec_err!("{} with {} arguments", self.name(), args.args.len());
        };
        let areas = area.to_array(args.number_rows)?;
        let keys = as_string_array(&areas)?.iter().map(|area| area.map(names::key));
        Ok(ColumnarValue::Array(Arc::new(keys.collect::<StringArray>())))
    }
}
