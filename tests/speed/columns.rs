//! Columns against the single verdict and against the row.

use dabiao::columns::Validity;
use dabiao::{Counts, Method, Number, Outcome, Ratio, Target, Value};
use proptest::prelude::*;

use crate::row::{self, CATALOGUE, outcome, threshold};

fn number(mantissa: i128, places: i8) -> Option<Number> {
    match u32::try_from(places) {
        Ok(places) => Number::new(mantissa, places),
        Err(_) => Number::new(mantissa.checked_mul(10_i128.pow(places.unsigned_abs().into()))?, 0),
    }
}

/// A mask in each of the three forms, from a bit offset.
fn bits(told: &[bool], offset: usize) -> Vec<u8> {
    let mut bytes = vec![0xa5_u8; (told.len() + offset).div_ceil(8)];
    for (row, told) in told.iter().enumerate() {
        let (byte, bit) = ((row + offset) / 8, (row + offset) % 8);
        bytes[byte] = bytes[byte] & !(1 << bit) | u8::from(*told) << bit;
    }
    bytes
}

/// Values around the points where the verdict of a target turns, in one scale, with a mask.
fn column() -> impl Strategy<Value = (&'static Target, Method, i8, Vec<(i128, bool)>, usize)> {
    (row::targets(), row::methods(), -3_i8..=10, 0_usize..20).prop_flat_map(
        |(target, method, places, offset)| {
            let value = row::mantissa(target, places);
            let rows = prop::collection::vec((value, prop::bool::weighted(0.9)), 0..200);
            (Just(target), Just(method), Just(places), rows, Just(offset))
        },
    )
}

proptest! {
    #[test]
    fn a_column_is_judged_row_by_row((target, method, places, rows, offset) in column()) {
        let threshold = threshold(target, method);
        let column = threshold.column(places).unwrap();
        let told: Vec<bool> = rows.iter().map(|(_, told)| *told).collect();
        let wide: Vec<i128> = rows.iter().map(|(value, _)| *value).collect();
        let single: Vec<Outcome> = rows.iter().map(|(value, told)| match number(*value, places) {
            Some(value) => threshold.judge_or_missing(told.then_some(value)).outcome,
            None => Outcome::NotJudged,
        }).collect();
        prop_assert!(!single.contains(&Outcome::NotJudged));
        for ((value, told), single) in rows.iter().zip(&single).filter(|((_, told), _)| *told).take(4) {
            let value = Value::Number(number(*value, places).unwrap());
            prop_assert_eq!(*single, outcome(target, method, value, threshold.unit()), "{}", told);
        }
        let bytes = bits(&told, offset);
        let mut outcomes = vec![Outcome::NotDue; rows.len()];
        column.judge(&wide, Validity::Bools(&told), &mut outcomes).unwrap();
        prop_assert_eq!(&outcomes, &single, "{} i128", &target.id);
        outcomes.fill(Outcome::NotDue);
        column.judge(&wide, Validity::Bits { bytes: &bytes, offset }, &mut outcomes).unwrap();
        prop_assert_eq!(&outcomes, &single, "{} bits", &target.id);
        if let Ok(narrow) = wide.iter().map(|value| i64::try_from(*value)).collect::<Result<Vec<i64>, _>>() {
            outcomes.fill(Outcome::NotDue);
            column.judge(&narrow, Validity::Bits { bytes: &bytes, offset }, &mut outcomes).unwrap();
            prop_assert_eq!(&outcomes, &single, "{} i64", &target.id);
            if told.iter().all(|told| *told) {
                column.judge(&narrow, Validity::All, &mut outcomes).unwrap();
                prop_assert_eq!(&outcomes, &single, "{} all", &target.id);
            }
        }
    }

    #[test]
    fn margins_are_exact_or_refused((target, method, places, rows, _) in column()) {
        let threshold = threshold(target, method);
        let column = threshold.column(places).unwrap();
        let Some(finer) = column.margin_places() else {
            prop_assert_eq!(target.rule.code(), "at_least_ratio");
            return Ok(());
        };
        let told: Vec<bool> = rows.iter().map(|(_, told)| *told).collect();
        let wide: Vec<i128> = rows.iter().map(|(value, _)| *value).collect();
        let exact: Vec<Option<Ratio>> = rows.iter().map(|(value, told)| {
            threshold.judge_or_missing(told.then_some(number(*value, places).unwrap())).margin()
        }).collect();
        let scale = Ratio::whole(10_i128.pow(finer.unsigned_abs().into()));
        let mantissas: Vec<i128> = exact.iter().map(|margin| match margin {
            Some(margin) => (margin * &scale).floor().unwrap(),
            None => 0,
        }).collect();
        for (margin, mantissa) in exact.iter().zip(&mantissas) {
            prop_assert!(margin.as_ref().is_none_or(|margin| margin * &scale == Ratio::whole(*mantissa)));
        }
        let (mut outcomes, mut margins) = (vec![Outcome::NotDue; rows.len()], vec![7_i128; rows.len()]);
        column.judge_with_margins(&wide, Validity::Bools(&told), &mut outcomes, &mut margins).unwrap();
        prop_assert_eq!(&margins, &mantissas);
        if let Ok(narrow) = wide.iter().map(|value| i64::try_from(*value)).collect::<Result<Vec<i64>, _>>() {
            let fits = mantissas.iter().all(|margin| i64::try_from(*margin).is_ok());
            let mut margins = vec![7_i64; rows.len()];
            match column.judge_with_margins(&narrow, Validity::Bools(&told), &mut outcomes, &mut margins) {
                Ok(()) => prop_assert!(margins.iter().zip(&mantissas).all(|(a, b)| i128::from(*a) == *b)),
                // A row may be refused while the sign is turned or the point moved, only at the ends of the type.
                Err(_) => prop_assert!(!fits || mantissas.iter().chain(&wide).any(|m| m.unsigned_abs() > 1 << 50)),
            }
        }
    }

    #[test]
    fn counts_are_judged_row_by_row(
        (target, method, rows, offset) in (row::targets(), row::methods(), 0_usize..20).prop_flat_map(|(target, method, offset)| {
            let rows = prop::collection::vec((row::counts(target), prop::bool::weighted(0.9)), 0..150);
            (Just(target), Just(method), rows, Just(offset))
        }),
    ) {
        let threshold = threshold(target, method);
        let Ok(column) = threshold.counts_column() else {
            prop_assert!(threshold.unit().per().is_none());
            return Ok(());
        };
        let told: Vec<bool> = rows.iter().map(|(_, told)| *told).collect();
        let numerators: Vec<u64> = rows.iter().map(|(counts, _)| counts.numerator).collect();
        let denominators: Vec<u64> = rows.iter().map(|(counts, _)| counts.denominator).collect();
        let single: Vec<Outcome> = rows.iter().map(|(counts, told)| match told {
            true => threshold.judge_counts(*counts).outcome,
            false => Outcome::Undetermined,
        }).collect();
        let bytes = bits(&told, offset);
        let mut outcomes = vec![Outcome::NotDue; rows.len()];
        column.judge(&numerators, &denominators, Validity::Bits { bytes: &bytes, offset }, &mut outcomes).unwrap();
        prop_assert_eq!(&outcomes, &single, "{}", &target.id);
        if told.iter().all(|told| *told) {
            column.judge(&numerators, &denominators, Validity::All, &mut outcomes).unwrap();
            prop_assert_eq!(&outcomes, &single);
        }
        let mut margins = vec![7_i128; rows.len()];
        let margins_told = column.judge_with_margins(&numerators, &denominators, Validity::Bools(&told), &mut outcomes, &mut margins);
        let per = Ratio::whole(threshold.unit().per().unwrap().into());
        let mut beyond = false;
        for (((counts, told), outcome), margin) in rows.iter().zip(&single).zip(&margins) {
            if *told && matches!(outcome, Outcome::Met | Outcome::NotMet) {
                let Some(exact) = threshold.judge_counts(*counts).margin() else { beyond = true; continue };
                let cases = Ratio::new(*margin, column.divisor().into()).unwrap();
                prop_assert_eq!(cases.over(&Ratio::whole(counts.denominator.into())).unwrap() * &per, exact);
            } else {
                prop_assert_eq!(*margin, 0);
            }
        }
        prop_assert_eq!(margins_told.is_err(), beyond);
    }
}

#[test]
fn negative_counts_are_impossible() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let column = threshold(target, Method::FullValue).counts_column().unwrap();
    let mut outcomes = [Outcome::NotDue; 3];
    column.judge(&[-1_i64, 0, 1], &[800, -800, 10_000], Validity::All, &mut outcomes).unwrap();
    assert_eq!(outcomes, [Outcome::Undetermined, Outcome::Undetermined, Outcome::Met]);
    let single =
        threshold(target, Method::FullValue).judge_counts(Counts { numerator: 1, denominator: 10_000 });
    assert_eq!(single.outcome, Outcome::Met);
}

#[test]
fn lengths_that_differ_are_an_error() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let threshold = threshold(target, Method::FullValue);
    let column = threshold.column(1).unwrap();
    let mut outcomes = [Outcome::NotDue; 2];
    let wrong = [
        column.judge(&[1_i64; 3], Validity::All, &mut outcomes),
        column.judge(&[1_i64; 2], Validity::Bools(&[true]), &mut outcomes),
        column.judge(&[1_i64; 2], Validity::Bits { bytes: &[255], offset: 7 }, &mut outcomes),
        column.judge(&[1_i64; 2], Validity::Bits { bytes: &[255], offset: usize::MAX }, &mut outcomes),
        column.judge_with_margins(&[1_i64; 2], Validity::All, &mut outcomes, &mut [0; 3]),
        threshold.counts_column().unwrap().judge(&[1_u64; 2], &[1; 1], Validity::All, &mut outcomes),
    ];
    for wrong in wrong {
        let message = wrong.unwrap_err().to_string();
        assert!(message.contains("one entry for each of the"), "{message}");
    }
    assert!(threshold.column(39).is_err() && threshold.column(-39).is_err());
    assert!(column.judge(&[1_i64; 2], Validity::Bits { bytes: &[255], offset: 6 }, &mut outcomes).is_ok());
}

#[test]
fn a_margin_beyond_the_column_names_its_row() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let column = threshold(target, Method::FullValue).column(-1).unwrap();
    let mut outcomes = [Outcome::NotDue; 3];
    let values = [1_i64, 2, i64::MAX];
    let error = column.judge_with_margins(&values, Validity::All, &mut outcomes, &mut [0; 3]).unwrap_err();
    assert!(error.to_string().contains("row `2`"), "{error}");
    column.judge_with_margins(&values.map(i128::from), Validity::All, &mut outcomes, &mut [0; 3]).unwrap();
}
