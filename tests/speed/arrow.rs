//! Arrow arrays, sliced and with nulls, against single verdicts.

use std::sync::Arc;

use arrow_array::{Array, Decimal128Array, Float32Array, Float64Array, Int64Array, StringArray, UInt64Array};
use dabiao::{Number, Outcome, judge::Method, values::Counts};
use proptest::prelude::*;

use crate::row::{self, CATALOGUE, threshold};

proptest! {
    #[test]
    fn a_slice_of_decimals_is_judged_row_by_row(
        (target, places, rows) in (row::targets(), 0_i8..=6).prop_flat_map(|(target, places)| {
            let rows = prop::collection::vec(prop::option::weighted(0.8, row::mantissa(target, places)), 1..150);
            (Just(target), Just(places), rows)
        }),
        from in 0_usize..40,
    ) {
        let threshold = threshold(target, Method::FullValue);
        let from = from.min(rows.len());
        let rest = &rows[from..];
        let number = |value: &i128| Number::new(*value, places.unsigned_abs().into()).unwrap();
        let single: Vec<Outcome> =
            rest.iter().map(|value| threshold.judge_or_missing(value.as_ref().map(number)).outcome).collect();
        let mut outcomes = vec![Outcome::NotDue; rest.len()];
        let array = Decimal128Array::from(rows.clone()).with_precision_and_scale(38, places).unwrap();
        let slice = array.slice(from, rest.len());
        threshold.judge_array(&slice, &mut outcomes).unwrap();
        prop_assert_eq!(&outcomes, &single);
        let mut margins = vec![7_i128; rest.len()];
        if threshold.judge_array_with_margins(&slice, &mut outcomes, &mut margins).is_ok() {
            prop_assert_eq!(&outcomes, &single);
        }
        if rows.iter().flatten().all(|value| i64::try_from(*value).is_ok()) {
            let narrow: Vec<Option<i64>> = rows.iter().map(|value| value.and_then(|value| i64::try_from(value).ok())).collect();
            let array: Int64Array = Int64Array::from(narrow).slice(from, rest.len());
            outcomes.fill(Outcome::NotDue);
            threshold.judge_scaled_array(&array, places, &mut outcomes).unwrap();
            prop_assert_eq!(&outcomes, &single);
        }
    }

    #[test]
    fn counts_with_a_null_on_either_side_are_undetermined(
        (target, rows) in row::quotients().prop_flat_map(|target| {
            let rows = prop::collection::vec((row::counts(target), 0..6), 0..100);
            (Just(target), rows)
        }),
    ) {
        let threshold = threshold(target, Method::FullValue);
        let tops: UInt64Array = rows.iter().map(|(counts, kind)| (*kind != 0).then_some(counts.numerator)).collect();
        let bottoms: UInt64Array = rows.iter().map(|(counts, kind)| (*kind != 1).then_some(counts.denominator)).collect();
        let single: Vec<Outcome> = rows.iter().map(|(counts, kind)| match kind {
            0 | 1 => Outcome::Undetermined,
            _ => threshold.judge_counts(*counts).outcome,
        }).collect();
        let mut outcomes = vec![Outcome::NotDue; rows.len()];
        threshold.judge_count_arrays(&tops, &bottoms, &mut outcomes).unwrap();
        prop_assert_eq!(outcomes, single);
    }
}

#[test]
fn other_arrays_are_refused_with_what_would_be_right() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let threshold = threshold(target, Method::FullValue);
    let wrong: [Arc<dyn Array>; 3] = [
        Arc::new(Float64Array::from(vec![12.0])),
        Arc::new(Float32Array::from(vec![12.0])),
        Arc::new(StringArray::from(vec!["12"])),
    ];
    let whole = Int64Array::from(vec![1]);
    for array in wrong {
        let mut outcomes = [Outcome::NotDue];
        let error = threshold.judge_array(&array, &mut outcomes).unwrap_err().to_string();
        assert!(error.contains("Decimal128") && error.contains(&array.data_type().to_string()), "{error}");
        let error = threshold.judge_count_arrays(&whole, &array, &mut outcomes).unwrap_err().to_string();
        assert!(
            error.contains("two arrays of Int64") && error.contains(&array.data_type().to_string()),
            "{error}"
        );
        assert_eq!(outcomes, [Outcome::NotDue]);
    }
    let counts = Counts { numerator: 1, denominator: 823 };
    assert_eq!(threshold.judge_counts(counts).outcome, Outcome::NotMet);
    assert!(threshold.judge_array(&whole, &mut []).is_err());
}

// Null, exactly at the bound, a hundredth above it, and one that cannot be.
#[test]
fn an_array_is_judged_with_its_margins() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let twelve = threshold(target, Method::FullValue);
    let array = Decimal128Array::from(vec![Some(1200), None, Some(1201), Some(-1), Some(1000)])
        .with_precision_and_scale(9, 2)
        .unwrap();
    let (mut outcomes, mut margins) = ([Outcome::NotDue; 5], [7_i128; 5]);
    twelve.judge_array_with_margins(&array, &mut outcomes, &mut margins).unwrap();
    use Outcome::{Met, NotMet, Undetermined};
    assert_eq!(outcomes, [Met, Undetermined, NotMet, Undetermined, Met]);
    assert_eq!(margins, [0, 0, -1, 0, 200]);
    assert!(twelve.judge_array_with_margins(&array, &mut outcomes, &mut [0; 4]).is_err());
}
