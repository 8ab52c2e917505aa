//! Columns that come as Arrow arrays: values and validity are read where they are, nothing is copied.
//!
//! | array | is |
//! |---|---|
//! | `Decimal128` | values in the array's own scale |
//! | `Int64` | whole values, or mantissas in a scale that is named |
//! | `Int64` or `UInt64`, two of them | numerators and denominators |
//! | `Float64`, `Float32` | refused: they hold binary fractions, and a bound of 12.3 is none; cast to `Decimal128` with the printed places |
//!
//! ```
//! use arrow_array::{Decimal128Array, Float64Array, Int64Array};
//! use dabiao::{Catalogue, Evaluator, Outcome, Year};
//! let catalogue = Catalogue::hangjin();
//! let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
//! let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
//!
//! let values = Decimal128Array::from(vec![Some(120), None, Some(143)]).with_precision_and_scale(9, 1)?;
//! let mut outcomes = [Outcome::NotJudged; 3];
//! twelve.judge_array(&values, &mut outcomes)?;
//! assert_eq!(outcomes, [Outcome::Met, Outcome::Undetermined, Outcome::NotMet]);
//!
//! let (deaths, births) = (Int64Array::from(vec![1, 0, 1]), Int64Array::from(vec![823, 0, 8_334]));
//! twelve.judge_count_arrays(&deaths, &births, &mut outcomes)?;
//! assert_eq!(outcomes, [Outcome::NotMet, Outcome::NotApplicable, Outcome::Met]);
//!
//! let error = twelve.judge_array(&Float64Array::from(vec![12.0]), &mut outcomes[..1]).unwrap_err();
//! assert!(error.to_string().contains("Decimal128"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::string::ToString;

use arrow_array::{Array, Decimal128Array, Int64Array, UInt64Array};

use super::Validity;
use crate::error::{Error, InvalidError, message, name};
use crate::judge::{Outcome, Threshold};

/// The rows of an array that have a value.
///
/// ```
/// use arrow_array::Int64Array;
/// use dabiao::judge::columns::{arrow::validity, Validity};
/// assert_eq!(validity(&Int64Array::from(vec![1, 2])), Validity::All);
/// assert!(matches!(validity(&Int64Array::from(vec![Some(1), None])), Validity::Bits { offset: 0, .. }));
/// ```
pub fn validity(array: &dyn Array) -> Validity<'_> {
    match array.nulls() {
        Some(nulls) => Validity::Bits { bytes: nulls.validity(), offset: nulls.offset() },
        None => Validity::All,
    }
}

impl Threshold {
    /// Judges an array of values: `Decimal128` in its own scale, or whole numbers in `Int64`.
    ///
    /// # Errors
    /// On another type of array, and if the lengths differ.
    pub fn judge_array(&self, array: &dyn Array, outcomes: &mut [Outcome]) -> Result<(), Error> {
        if let Some(decimals) = array.as_any().downcast_ref::<Decimal128Array>() {
            return self.column(decimals.scale())?.judge(decimals.values(), validity(array), outcomes);
        }
        match array.as_any().downcast_ref::<Int64Array>() {
            Some(whole) => self.judge_scaled_array(whole, 0, outcomes),
            None => Err(unfit(
                array,
                "cast it to Decimal128 with the printed number of places, or give Int64",
                "请按所印小数位转为Decimal128，或给Int64",
            )),
        }
    }

    /// Judges an array of decimals and gives the margins in [`margin_places`](super::DecimalColumn::margin_places).
    ///
    /// # Errors
    /// As [`judge_with_margins`](super::DecimalColumn::judge_with_margins).
    ///
    /// ```
    /// use arrow_array::{Decimal128Array, Int64Array};
    /// use dabiao::{Catalogue, Evaluator, Outcome, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    /// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
    /// let values = Decimal128Array::from(vec![Some(120), None, Some(143)]).with_precision_and_scale(9, 1)?;
    /// let (mut outcomes, mut margins) = ([Outcome::NotJudged; 3], [0; 3]);
    /// twelve.judge_array_with_margins(&values, &mut outcomes, &mut margins)?;
    /// assert_eq!((outcomes[2], margins), (Outcome::NotMet, [0, 0, -23]));
    /// // The same values as mantissas, in a scale that is named.
    /// let scaled = Int64Array::from(vec![120, 121, 143]);
    /// twelve.judge_scaled_array(&scaled, 1, &mut outcomes)?;
    /// assert_eq!(outcomes, [Outcome::Met, Outcome::NotMet, Outcome::NotMet]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn judge_array_with_margins(
        &self,
        array: &Decimal128Array,
        outcomes: &mut [Outcome],
        margins: &mut [i128],
    ) -> Result<(), Error> {
        self.column(array.scale())?.judge_with_margins(array.values(), validity(array), outcomes, margins)
    }

    /// Judges an array of mantissas with the point `places` digits from the right.
    ///
    /// # Errors
    /// If the lengths differ, and outside -38 to 38 places.
    pub fn judge_scaled_array(
        &self,
        array: &Int64Array,
        places: i8,
        outcomes: &mut [Outcome],
    ) -> Result<(), Error> {
        self.column(places)?.judge(array.values(), validity(array), outcomes)
    }

    /// Judges two arrays, numerators and denominators, both `Int64` or both `UInt64`.
    ///
    /// # Errors
    /// On another type of array, for an indicator that is no quotient, and if the lengths differ.
    pub fn judge_count_arrays(
        &self,
        numerators: &dyn Array,
        denominators: &dyn Array,
        outcomes: &mut [Outcome],
    ) -> Result<(), Error> {
        let column = self.counts_column()?;
        let valid = validity(numerators);
        let signed = |array: &dyn Array| array.as_any().downcast_ref::<Int64Array>().cloned();
        let unsigned = |array: &dyn Array| array.as_any().downcast_ref::<UInt64Array>().cloned();
        if let (Some(tops), Some(bottoms)) = (signed(numerators), signed(denominators)) {
            column.judge(tops.values(), bottoms.values(), valid, outcomes)?;
        } else if let (Some(tops), Some(bottoms)) = (unsigned(numerators), unsigned(denominators)) {
            column.judge(tops.values(), bottoms.values(), valid, outcomes)?;
        } else {
            let array = if signed(numerators).is_some() { denominators } else { numerators };
            return Err(unfit(
                array,
                "counts are whole: give two arrays of Int64, or two of UInt64",
                "分子分母应为整数：请给两列Int64，或两列UInt64",
            ));
        }
        for (row, outcome) in outcomes.iter_mut().enumerate() {
            if denominators.is_null(row) {
                *outcome = Outcome::Undetermined;
            }
        }
        Ok(())
    }
}

fn unfit(array: &dyn Array, en: &'static str, zh: &'static str) -> Error {
    InvalidError::new(name("array of", "数组类型"), array.data_type().to_string(), message(en, zh)).into()
}
