//! Columns against the single verdict and against the row.

use dabiao::judge::columns::{Mantissa, Validity};
use dabiao::{
    Number, Outcome, Rule, Target,
    judge::{Method, Threshold},
    values::{Counts, Ratio, Unit, Value},
};
use proptest::prelude::*;

use crate::row::{self, CATALOGUE, outcome, threshold};
use crate::threshold::judge;

fn number(mantissa: i128, places: i8) -> Option<Number> {
    match u32::try_from(places) {
        Ok(places) => Number::new(mantissa, places).ok(),
        Err(_) => Number::new(mantissa.checked_mul(10_i128.pow(places.unsigned_abs().into()))?, 0).ok(),
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
        // One impossible row sends its whole block another way, so each is judged alone too.
        for ((value, _), single) in rows.iter().zip(&single).filter(|((_, told), _)| *told) {
            let mut alone = [Outcome::NotDue];
            column.judge(&[*value], Validity::All, &mut alone).unwrap();
            prop_assert_eq!(alone[0], *single, "{} {} alone", &target.id, value);
            if let Ok(narrow) = i64::try_from(*value) {
                column.judge(&[narrow], Validity::All, &mut alone).unwrap();
                prop_assert_eq!(alone[0], *single, "{} {} alone, i64", &target.id, value);
            }
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

    // Blocks in which every value is short and possible are judged several rows at a time.
    #[test]
    fn whole_blocks_of_possible_values_are_judged_row_by_row(
        (target, method, places, rows, offset) in column(),
        count in 1_usize..200,
    ) {
        let threshold = threshold(target, method);
        let column = threshold.column(places).unwrap();
        let judged = |value: i64| {
            let verdict = threshold.judge(number(value.into(), places).unwrap());
            matches!(verdict.outcome, Outcome::Met | Outcome::NotMet).then_some((value, verdict.outcome, verdict.margin()))
        };
        let possible: Vec<_> =
            rows.iter().filter_map(|(value, _)| judged(i64::try_from(*value).ok()?)).collect();
        if possible.is_empty() { return Ok(()); }
        let rows: Vec<_> = possible.into_iter().cycle().take(count).collect();
        let narrow: Vec<i64> = rows.iter().map(|(value, ..)| *value).collect();
        let wide: Vec<i128> = narrow.iter().map(|value| i128::from(*value)).collect();
        let single: Vec<Outcome> = rows.iter().map(|(_, outcome, _)| *outcome).collect();
        let (mut outcomes, mut others) = (vec![Outcome::NotDue; count], vec![Outcome::NotDue; count]);
        column.judge(&narrow, Validity::All, &mut outcomes).unwrap();
        column.judge(&wide, Validity::All, &mut others).unwrap();
        prop_assert_eq!((&outcomes, &others), (&single, &single), "{}", &target.id);
        let Some(finer) = column.margin_places() else { return Ok(()) };
        let scale = Ratio::whole(10_i128.pow(finer.unsigned_abs().into()));
        let told: Vec<bool> = (0..count).map(|row| (row + offset) % 5 != 0).collect();
        let exact: Vec<i128> = rows.iter().zip(&told).map(|((.., margin), told)| match (told, margin) {
            (true, Some(margin)) => (margin * &scale).floor().unwrap(),
            _ => 0,
        }).collect();
        let mut margins = vec![7_i128; count];
        column.judge_with_margins(&wide, Validity::Bools(&told), &mut outcomes, &mut margins).unwrap();
        prop_assert_eq!(&margins, &exact, "{}", &target.id);
        let mut margins = vec![7_i64; count];
        if column.judge_with_margins(&narrow, Validity::Bools(&told), &mut others, &mut margins).is_ok() {
            prop_assert_eq!(margins.into_iter().map(i128::from).collect::<Vec<_>>(), exact, "{}", &target.id);
            prop_assert_eq!(&outcomes, &others);
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
        for ((value, told), mantissa) in rows.iter().zip(&mantissas) {
            let (mut outcome, mut wide, mut narrow) = ([Outcome::NotDue], [7_i128], [7_i64]);
            column.judge_with_margins(&[*value], Validity::Bools(&[*told]), &mut outcome, &mut wide).unwrap();
            prop_assert_eq!(wide[0], *mantissa, "{} {} alone", &target.id, value);
            let Ok(value) = i64::try_from(*value) else { continue };
            if column.judge_with_margins(&[value], Validity::Bools(&[*told]), &mut outcome, &mut narrow).is_ok() {
                prop_assert_eq!(i128::from(narrow[0]), *mantissa, "{} {} alone, i64", &target.id, value);
            }
        }
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
        // One long or impossible row sends its whole block another way, so each is judged alone too.
        for ((counts, _), single) in rows.iter().zip(&single).filter(|((_, told), _)| *told) {
            let exact = threshold.judge_counts(*counts).margin();
            let (mut alone, mut margin) = ([Outcome::NotDue], [7_i128]);
            let (top, bottom) = ([counts.numerator], [counts.denominator]);
            column.judge(&top, &bottom, Validity::All, &mut alone).unwrap();
            prop_assert_eq!(alone[0], *single, "{} {} alone", &target.id, counts);
            if column.judge_with_margins(&top, &bottom, Validity::All, &mut alone, &mut margin).is_ok() {
                prop_assert_eq!(alone[0], *single);
                let cases = Ratio::new(margin[0], column.divisor().into()).unwrap();
                let per = Ratio::whole(threshold.unit().per().unwrap().into());
                let of = cases.over(&Ratio::whole(counts.denominator.into())).map(|share| share * per);
                prop_assert_eq!(exact.as_ref().map_or(margin[0] == 0, |exact| of.as_ref() == Some(exact)), true, "{} {}", &target.id, counts);
            }
            if let (Ok(top), Ok(bottom)) = (i64::try_from(counts.numerator), i64::try_from(counts.denominator)) {
                column.judge(&[top], &[bottom], Validity::All, &mut alone).unwrap();
                prop_assert_eq!(alone[0], *single, "{} {} alone, i64", &target.id, counts);
            }
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

// A place without a value may hold anything.
#[test]
fn what_is_not_told_is_not_beyond() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let column = threshold(target, Method::FullValue).counts_column().unwrap();
    let (mut outcomes, mut margins) = ([Outcome::NotDue; 2], [7_i64; 2]);
    let rows = (&[u64::MAX, 1], &[u64::MAX, 823]);
    let mut judge =
        |told| column.judge_with_margins(rows.0, rows.1, Validity::Bools(told), &mut outcomes, &mut margins);
    assert!(judge(&[true, true]).unwrap_err().to_string().contains("row `0`"));
    judge(&[false, true]).unwrap();
    assert_eq!((outcomes, margins[0]), ([Outcome::Undetermined, Outcome::NotMet], 0));
}

// A negative count is no count, and the margins of the others are those of unsigned ones; told or not, in any row of a block.
#[test]
fn signed_counts_have_the_margins_of_unsigned_ones() {
    let target = CATALOGUE.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let column = threshold(target, Method::FullValue).counts_column().unwrap();
    let (signed, unsigned) =
        (([2_i64, 1, -1], [8_334_i64, 823, 823]), ([2_u64, 1, 0], [8_334_u64, 823, 823]));
    let (mut outcomes, mut margins) = ([Outcome::NotDue; 3], [7_i64; 3]);
    column.judge_with_margins(&signed.0, &signed.1, Validity::All, &mut outcomes, &mut margins).unwrap();
    assert_eq!(outcomes, [Outcome::NotMet, Outcome::NotMet, Outcome::Undetermined]);
    assert_eq!(margins, [3 * 8_334 - 2 * 25_000, 3 * 823 - 25_000, 0]);
    column.judge_with_margins(&unsigned.0, &unsigned.1, Validity::All, &mut outcomes, &mut margins).unwrap();
    assert_eq!((outcomes[2], margins), (Outcome::Met, [3 * 8_334 - 2 * 25_000, 3 * 823 - 25_000, 3 * 823]));
    let told = [true, false, true];
    let long = ([1_u64, u64::MAX, 1], [823, u64::MAX, 823]);
    column.judge_with_margins(&long.0, &long.1, Validity::Bools(&told), &mut outcomes, &mut margins).unwrap();
    assert_eq!((outcomes[1], margins[1]), (Outcome::Undetermined, 0));
}

// The bound takes many digits, and what rounds up to it few, or the other way round.
#[test]
fn long_shares_beside_short_ones() {
    let fine = Rule::AtMost { value: Number::literal("0.0015258789062") };
    let plain = judge(fine, Unit::Percent, "0", Some("100"));
    for threshold in [plain, plain.by(Method::Rounded)] {
        let column = threshold.counts_column().unwrap();
        let (tops, bottoms) = ([1_u64, 1, 1, 2], [65_535_u64, 65_536, 65_537, 200_000]);
        let (mut outcomes, mut margins) = ([Outcome::NotDue; 4], [7_i128; 4]);
        column.judge_with_margins(&tops, &bottoms, Validity::All, &mut outcomes, &mut margins).unwrap();
        for row in 0..4 {
            let single = threshold.judge_counts(Counts { numerator: tops[row], denominator: bottoms[row] });
            assert_eq!(outcomes[row], single.outcome, "row {row}");
            let cases = Ratio::new(margins[row], column.divisor().into()).unwrap();
            let share = cases.over(&Ratio::whole(bottoms[row].into())).unwrap();
            assert_eq!(Some(share * Ratio::whole(100)), single.margin(), "row {row}");
        }
    }
}

// Where the limits lie far from zero, so that differences of 64 bits wrap.
#[test]
fn limits_far_from_zero() {
    // In a column with fifteen places a thousand is a million million million.
    let far = [(-4000, -3000), (3000, 4000), (-9000, -5000), (5000, 9000), (-4000, 4000), (-9200, 9200)];
    let thousandth = 1_000_000_000_000_000_i64;
    let edges = far.into_iter().flat_map(|(low, high)| [low * thousandth, high * thousandth]);
    let more = [0, 1 << 62, i64::MAX - 1, i64::MIN + 1, 5500 * thousandth, -5500 * thousandth];
    let values: Vec<i64> =
        edges.chain(more).flat_map(|edge| [-1, 0, 1].map(|beside| edge.saturating_add(beside))).collect();
    for (low, high) in far {
        for higher in [true, false] {
            let value = Number::new((low / 2 + high / 2).into(), 0).unwrap();
            let middle = (low / 2 + high / 2) * thousandth;
            let rule = if higher { Rule::AtLeast { value } } else { Rule::AtMost { value } };
            let column =
                judge(rule, Unit::Yuan, &low.to_string(), Some(&high.to_string())).column(15).unwrap();
            for value in &values {
                let expected = match (low * thousandth..=high * thousandth).contains(value) {
                    false => Outcome::Undetermined,
                    true if (*value >= middle) == higher || *value == middle => Outcome::Met,
                    true => Outcome::NotMet,
                };
                let (mut narrow, mut wide) = ([Outcome::NotDue], [Outcome::NotDue]);
                column.judge(&[*value], Validity::All, &mut narrow).unwrap();
                column.judge(&[i128::from(*value)], Validity::All, &mut wide).unwrap();
                assert_eq!((narrow[0], wide[0]), (expected, expected), "{value} in {low} to {high}");
            }
        }
    }
}

// Whatever its low half says.
#[test]
fn a_long_value_is_judged_whole() {
    let half = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, "0", Some("100"));
    let yuan = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Yuan, "-9000000000", None);
    let (half, yuan) = (half.column(0).unwrap(), yuan.column(0).unwrap());
    let ends = [62, 63, 64, 65, 126].map(|bit| 1_i128 << bit);
    for end in ends.into_iter().chain(ends.map(|end| -end)).chain([i128::MAX - 200, i128::MIN + 200]) {
        for value in [0, 49, 50, 100, -1].map(|beside| end + beside) {
            // Alone, and as one of a block whose other rows are short.
            for rows in [1, 64, 65] {
                let mut values = vec![60; rows];
                values[rows / 2] = value;
                let mut outcomes = vec![Outcome::NotDue; rows];
                half.judge(&values, Validity::All, &mut outcomes).unwrap();
                assert_eq!(outcomes[rows / 2], Outcome::Undetermined, "{value}％");
                let mut margins = vec![7; rows];
                let told = yuan.judge_with_margins(&values, Validity::All, &mut outcomes, &mut margins);
                let possible = value >= -9_000_000_000;
                let expected = if possible { Outcome::Met } else { Outcome::Undetermined };
                assert_eq!(outcomes[rows / 2], expected, "{value} yuan");
                told.unwrap();
                assert_eq!(margins[rows / 2], if possible { value - 50 } else { 0 }, "{value} yuan");
                assert!(rows == 1 || (outcomes[0], margins[0]) == (Outcome::Met, 10));
            }
        }
    }
}

fn one<T: Mantissa>(threshold: &Threshold, places: i8, value: T) -> Outcome {
    let mut outcome = [Outcome::NotDue];
    threshold.column(places).unwrap().judge(&[value], Validity::All, &mut outcome).unwrap();
    outcome[0]
}

fn one_of(threshold: &Threshold, numerator: u64, denominator: u64) -> Outcome {
    let mut outcome = [Outcome::NotDue];
    let column = threshold.counts_column().unwrap();
    column.judge(&[numerator], &[denominator], Validity::All, &mut outcome).unwrap();
    outcome[0]
}

// In a column with very many places the bound itself is beyond the type, and its values are far from it.
#[test]
fn a_bound_beyond_the_column() {
    let half = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, "0", Some("100"));
    assert_eq!(one(&half, 18, 9_000_000_000_000_000_000_i64), Outcome::NotMet, "9％");
    assert_eq!(one(&half, 38, i128::MAX), Outcome::NotMet, "1.7％");
    assert_eq!(one(&half, 38, 1_i128), Outcome::NotMet);
    let few = judge(Rule::AtMost { value: Number::literal("50") }, Unit::Percent, "0", Some("100"));
    assert_eq!(one(&few, 18, 9_000_000_000_000_000_000_i64), Outcome::Met);
    assert_eq!(one(&few, 38, i128::MAX), Outcome::Met);
    assert_eq!(one(&few, 38, -1_i128), Outcome::Undetermined);
    let any = judge(Rule::AtLeast { value: Number::ZERO }, Unit::Yuan, "0", None);
    assert_eq!((one(&any, 0, 5_i128), one(&any, 0, -5_i128)), (Outcome::Met, Outcome::Undetermined));
}

// What comes whole has no parts, also where one whole is beyond the type.
#[test]
fn parts_of_what_comes_whole() {
    let any = judge(Rule::AtLeast { value: Number::ZERO }, Unit::Count, "0", None);
    assert_eq!((one(&any, 1, 10_i64), one(&any, 1, 11_i64)), (Outcome::Met, Outcome::Undetermined));
    assert_eq!((one(&any, 19, 0_i64), one(&any, 19, 1_i64)), (Outcome::Met, Outcome::Undetermined));
}

#[test]
fn a_column_says_its_places() {
    let half = judge(Rule::AtLeast { value: Number::literal("50.5") }, Unit::Percent, "0", Some("100"));
    let places = [-1, 0, 3].map(|places| half.column(places).unwrap());
    assert_eq!(
        places.map(|column| (column.places(), column.margin_places())),
        [(-1, Some(1)), (0, Some(1)), (3, Some(3))]
    );
}

#[test]
fn a_margin_at_the_end_of_the_type() {
    let most = judge(Rule::AtMost { value: Number::literal("12") }, Unit::Yuan, "0", None);
    let (mut outcome, mut margin) = ([Outcome::NotDue], [0]);
    let column = most.column(0).unwrap();
    column.judge_with_margins(&[i64::MAX], Validity::All, &mut outcome, &mut margin).unwrap();
    assert_eq!((outcome, margin), ([Outcome::NotMet], [12 - i64::MAX]));
}

// Counts of more than 31 bits, and bounds whose fractions have as many, are multiplied in full.
#[test]
fn long_counts_and_long_bounds() {
    let long = 1_u64 << 33;
    let tenth = judge(Rule::AtMost { value: Number::literal("10") }, Unit::Percent, "0", Some("100"));
    for (numerator, denominator, expected) in [
        (long, long, Outcome::NotMet),
        (long, long * 10, Outcome::Met),
        (long + 1, long * 10, Outcome::NotMet),
        (1, long, Outcome::Met),
        (long, 1, Outcome::Undetermined),
    ] {
        assert_eq!(one_of(&tenth, numerator, denominator), expected, "{numerator}/{denominator}");
    }
    let fine =
        judge(Rule::AtLeast { value: Number::literal("12.345678901") }, Unit::Percent, "0", Some("100"));
    for (numerator, denominator, expected) in [
        (1, 8, Outcome::Met),
        (1, 9, Outcome::NotMet),
        (12_345_678_901, 100_000_000_000, Outcome::Met),
        (12_345_678_900, 100_000_000_000, Outcome::NotMet),
    ] {
        assert_eq!(one_of(&fine, numerator, denominator), expected, "{numerator}/{denominator}");
    }
}

// A bound whose fraction is long below the line alone, and limits other than those of a share.
#[test]
fn tiny_bounds_and_odd_limits_of_counts() {
    let tiny = judge(Rule::AtMost { value: Number::literal("0.00000001") }, Unit::Percent, "0", Some("100"));
    assert_eq!(one_of(&tiny, 1, 2_000_000_000), Outcome::NotMet, "one in two thousand million");
    assert_eq!(one_of(&tiny, 0, 2_000_000_000), Outcome::Met);
    let floor = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, "10", Some("100"));
    let told =
        [(9, Outcome::Undetermined), (10, Outcome::NotMet), (50, Outcome::Met), (101, Outcome::Undetermined)];
    assert_eq!(told.map(|(count, _)| one_of(&floor, count, 100)), told.map(|(_, outcome)| outcome));
}

#[test]
fn counts_too_large_for_a_margin_name_their_row() {
    let half = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, "0", Some("100"));
    let column = half.counts_column().unwrap();
    for row in [3, 70, 150] {
        let (mut numerators, denominators) = ([1_u64; 160], [u64::MAX; 160]);
        numerators.fill(u64::MAX / 2);
        numerators[row] = u64::MAX;
        let (mut outcomes, mut margins) = ([Outcome::NotDue; 160], [0_i64; 160]);
        let told =
            column.judge_with_margins(&numerators, &denominators, Validity::All, &mut outcomes, &mut margins);
        let message = told.unwrap_err().to_string();
        assert!(message.contains(&format!("`{row}`")), "{message}");
    }
}

// At most -2 in a column whose values reach no farther than -1.7: none of them is low enough; with fewer places some are.
#[test]
fn a_bound_below_the_column() {
    let low = judge(Rule::AtMost { value: Number::literal("-2") }, Unit::Percent, "-10", Some("100"));
    assert_eq!(one(&low, 38, i128::MIN), Outcome::NotMet, "-1.7％");
    assert_eq!(one(&low, 38, 0_i128), Outcome::NotMet);
    assert_eq!(one(&low, 37, i128::MIN), Outcome::Undetermined, "-17％ is below the floor");
    assert_eq!(one(&low, 37, -20_000_000_000_000_000_000_000_000_000_000_000_000_i128), Outcome::Met);
    assert_eq!(one(&low, 37, -19_999_999_999_999_999_999_999_999_999_999_999_999_i128), Outcome::NotMet);
}

// What lies outside limits other than 0 and 100 cannot be, in a block among others and alone.
#[test]
fn limits_of_a_column_other_than_those_of_a_share() {
    for (floor, ceiling) in [("10", Some("90")), ("-10", Some("90")), ("10", None)] {
        let half = judge(Rule::AtLeast { value: Number::literal("50") }, Unit::Percent, floor, ceiling);
        let least: i64 = floor.parse().unwrap();
        for odd in [least - 1, 91] {
            let expected = |value: i64| match value {
                _ if value < least || ceiling.is_some() && value > 90 => Outcome::Undetermined,
                50.. => Outcome::Met,
                _ => Outcome::NotMet,
            };
            let values: Vec<i64> = (0..60).map(|row| [least, 49, 50, 90][row % 4]).chain([odd]).collect();
            let mut outcomes = vec![Outcome::NotDue; values.len()];
            half.column(0).unwrap().judge(&values, Validity::All, &mut outcomes).unwrap();
            for (value, outcome) in values.iter().zip(outcomes) {
                assert_eq!((value, outcome), (value, expected(*value)), "{floor} to {ceiling:?} with {odd}");
                assert_eq!(one(&half, 0, *value), outcome);
            }
        }
    }
}

// Counts of more than 31 bits, several of them alike in one block, go the long way.
#[test]
fn long_numerators_over_short_denominators() {
    let many = judge(Rule::AtLeast { value: Number::literal("100") }, Unit::Percent, "0", None);
    let column = many.counts_column().unwrap();
    for (numerators, outcome) in
        [([1_u64 << 32; 2], Outcome::Met), ([(1 << 32) + 1; 2], Outcome::Met), ([1_u64; 2], Outcome::NotMet)]
    {
        let mut outcomes = [Outcome::NotDue; 2];
        column.judge(&numerators, &[2, 2], Validity::All, &mut outcomes).unwrap();
        assert_eq!(outcomes, [outcome; 2], "{numerators:?}");
    }
}
