//! Laws of numbers, against big integers, and of everything that is written and read again.

use std::str::FromStr;

use dabiao::{
    Number,
    plan::Fraction,
    values::{
        Counts, Date, Period, Ratio, Unit, Value,
        cell::{self, Cell},
    },
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::year;

/// A decimal in the one way that it is printed: no sign of a zero, no zeros in front.
fn printed() -> impl Strategy<Value = String> {
    ("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,10})?", any::<bool>()).prop_map(|(text, negative)| {
        let zero = text.chars().all(|found| matches!(found, '0' | '.'));
        if negative && !zero { format!("-{text}") } else { text }
    })
}

/// Small parts, and parts as wide as they come.
fn part() -> impl Strategy<Value = i128> {
    prop_oneof![
        4 => -20_i128..=20,
        2 => any::<i64>().prop_map(i128::from),
        2 => any::<i128>(),
        1 => select(vec![i128::MAX, i128::MIN, i128::MIN + 1, 1 << 62, (1 << 62) - 1, -(1 << 62), 1 << 126]),
        1 => select(vec![10_i128.pow(28), u64::MAX.into()]),
    ]
}

fn pair() -> impl Strategy<Value = (Ratio, BigRational)> {
    (part(), part()).prop_filter_map("over zero", |(n, d)| {
        Some((Ratio::new(n, d).ok()?, BigRational::new(n.into(), d.into())))
    })
}

/// The big fraction that a ratio prints as, read from so many decimals that nothing is lost of a terminating one.
fn rounded(value: &BigRational, places: u32) -> String {
    let scale = BigInt::from(10).pow(places);
    let scaled = value.abs() * BigRational::from_integer(scale.clone());
    let (floor, half) = (scaled.floor().to_integer(), BigRational::new(1.into(), 2.into()));
    let rest = scaled - BigRational::from_integer(floor.clone());
    let odd = !(&floor % BigInt::from(2)).is_zero();
    let digits: BigInt = if rest > half || (rest == half && odd) { floor + 1 } else { floor };
    let sign = if value.is_negative() && !digits.is_zero() { "-" } else { "" };
    let (whole, part) = (&digits / &scale, &digits % &scale);
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{:0>width$}", part.to_string(), width = places as usize),
    }
}

/// Equal: to the same sign and the same hundred decimals, on both sides of a cross product.
fn same(ours: &Ratio, theirs: &BigRational) -> Result<(), TestCaseError> {
    prop_assert_eq!(
        ours.signum(),
        if theirs.is_zero() {
            0
        } else if theirs.is_negative() {
            -1
        } else {
            1
        }
    );
    prop_assert_eq!(ours.rounded(100), rounded(theirs, 100));
    Ok(())
}

/// Display is what was read.
fn reads_back<T: FromStr + ToString + PartialEq + std::fmt::Debug>(thing: &T) -> Result<(), TestCaseError>
where
    T::Err: std::fmt::Debug,
{
    let text = thing.to_string();
    prop_assert_eq!(&text.parse::<T>().unwrap(), thing);
    prop_assert_eq!(text.parse::<T>().unwrap().to_string(), text);
    Ok(())
}

/// The sign of a plain quotient stands in brackets, which are a note in a cell: see the corners.
fn in_cells() -> impl Strategy<Value = Unit> {
    select(Unit::ALL.iter().copied().filter(|unit| *unit != Unit::Quotient).collect::<Vec<_>>())
}

proptest! {
    /// A number is printed as it was read, digit for digit.
    #[test]
    fn numbers_keep_their_text(text in printed()) {
        let number: Number = text.parse().unwrap();
        prop_assert_eq!(&number.to_string(), &text);
        let (_, after) = text.split_once('.').unwrap_or((&text, ""));
        prop_assert_eq!(number.places() as usize, after.len());
        let digits: i128 = text.replace('.', "").parse().unwrap();
        prop_assert_eq!(number.mantissa(), digits);
        prop_assert_eq!(number.to_ratio().rounded(number.places()), text);
        prop_assert_eq!(number.to_ratio().to_number(), Some(number));
    }

    /// What a column holds of a fraction: its digits and whether they are all, its lowest terms, the whole numbers around it.
    #[test]
    fn columns_hold_fractions((ours, theirs) in pair(), places in 0_u32..=30) {
        let digits: BigInt = rounded(&theirs, places).replace('.', "").parse().unwrap();
        let exact = (&theirs * BigRational::from_integer(BigInt::from(10).pow(places))).is_integer();
        prop_assert_eq!(ours.scaled(places), i128::try_from(digits).ok().map(|digits| (digits, exact)));
        let lowest = match theirs.is_integer() {
            true => theirs.numer().to_string(),
            false => format!("{}/{}", theirs.numer(), theirs.denom()),
        };
        prop_assert_eq!(ours.fraction(), lowest);
        prop_assert_eq!(ours.floor(), i128::try_from(theirs.floor().to_integer()).ok());
        prop_assert_eq!(ours.ceiling(), (-&theirs).floor().to_integer().try_into().ok().and_then(i128::checked_neg));
    }

    /// Numbers are ordered by amount: more zeros behind the point change nothing.
    #[test]
    fn numbers_are_ordered(a in printed(), b in printed()) {
        let (one, other): (Number, Number) = (a.parse().unwrap(), b.parse().unwrap());
        prop_assert_eq!(one.cmp(&other), one.to_ratio().cmp(&other.to_ratio()));
        if a.contains('.') && a.len() < 25 {
            prop_assert_eq!(one, format!("{a}0").parse().unwrap());
        }
    }

    /// Reading never panics, and what is read reads back.
    #[test]
    fn any_text(text in "[-−0-9.,:/%‰万亿人年月日届学至截底换term以上下≥<>不低于①*（） \u{ff10}-\u{ff19}１０／：～a-e]{0,14}") {
        let _ = (text.parse::<Cell>(), Unit::read(&text), text.parse::<dabiao::data::Mark>(), cell::folded(&text));
        if let Ok(number) = text.parse::<Number>() { reads_back(&number)?; }
        if let Ok(date) = text.parse::<Date>() { reads_back(&date)?; }
        if let Ok(period) = text.parse::<Period>() { reads_back(&period)?; }
        if let Ok(fraction) = text.parse::<Fraction>() { reads_back(&fraction)?; }
    }

    /// A number or a year by itself, and beside blanks, which have to be read as words are.
    #[test]
    fn blanks_change_nothing(text in r"(-?[0-9]{1,34}(\.[0-9]{0,30})?|[0-9.]{1,12}|[0-9]{3,5}年?)") {
        let beside = format!("\u{3000}{text} ");
        prop_assert_eq!(text.parse::<Cell>().ok(), beside.parse::<Cell>().ok(), "{}", text);
        prop_assert_eq!(text.parse::<Period>().ok(), beside.parse::<Period>().ok(), "{}", text);
    }

    /// Fractions are exact at any width.
    #[test]
    fn arithmetic((a, big_a) in pair(), (b, big_b) in pair(), (c, big_c) in pair()) {
        same(&a, &big_a)?;
        same(&(&a + &b), &(&big_a + &big_b))?;
        same(&(&a - &b), &(&big_a - &big_b))?;
        same(&(&a * &b), &(&big_a * &big_b))?;
        same(&-&a, &-&big_a)?;
        same(&a.abs(), &big_a.abs())?;
        match a.over(&b) {
            Some(quotient) => same(&quotient, &(&big_a / &big_b))?,
            None => prop_assert!(big_b.is_zero()),
        }
        prop_assert_eq!(a.cmp(&b), big_a.cmp(&big_b));
        same(&(&(&(&a * &b) + &c) * &(&b - &a)), &((&big_a * &big_b + &big_c) * (&big_b - &big_a)))?;
        prop_assert_eq!(&(&a + &b) - &b, a.clone());
    }

    /// Rounding is half to even, and the printed text is what is rounded to.
    #[test]
    fn rounding((a, big) in pair(), tie in -4_000_i128..=4_000, places in 0_u32..=6) {
        prop_assert_eq!(a.rounded(places), rounded(&big, places));
        let zeros = if places == 0 { ".000" } else { "000" };
        prop_assert_eq!(a.round(places).rounded(places + 3), format!("{}{zeros}", rounded(&big, places)));
        let tie_places = 10_i128.pow(places) * 2;
        let (half, big) = (Ratio::new(tie, tie_places).unwrap(), BigRational::new(tie.into(), tie_places.into()));
        prop_assert_eq!(half.rounded(places), rounded(&big, places));
        prop_assert_eq!(half.round(places).round(places), half.round(places));
    }

    /// A fraction is a decimal exactly where one of few enough digits equals it.
    #[test]
    fn decimals((a, big) in pair()) {
        let text = a.to_number().map(|number| number.to_ratio());
        match text {
            Some(back) => prop_assert_eq!(back, a),
            None => {
                let short = (0..=27).any(|places| {
                    let scaled = &big * BigRational::from_integer(BigInt::from(10).pow(places));
                    scaled.is_integer() && rounded(&big, places).chars().filter(char::is_ascii_digit).count() <= 28
                });
                prop_assert!(!short);
            }
        }
    }

    /// The median lies in the middle whatever the order.
    #[test]
    fn median(values in vec(pair(), 1..9)) {
        let (mut ours, mut theirs): (Vec<Ratio>, Vec<BigRational>) = values.into_iter().unzip();
        theirs.sort();
        let (low, high) = (&theirs[(theirs.len() - 1) / 2], &theirs[theirs.len() / 2]);
        same(&Ratio::median(&mut ours).unwrap(), &((low + high) / BigRational::from_integer(2.into())))?;
    }

    /// Periods and days read back from what is printed.
    #[test]
    fn periods(at in 1901_i32..=2199, month in 1_u8..=12, day in 1_u8..=31, months in 0_u8..=11) {
        let at = year(at);
        reads_back(&at)?;
        for period in [Period::Year(at), Period::SchoolYear(at), Period::Term(at), Period::PlanToDate(at)] {
            reads_back(&period)?;
            prop_assert_eq!(period.year(), at);
        }
        if let Ok(date) = Date::new(at.number(), month, day) {
            reads_back(&date)?;
            reads_back(&Period::Day(date))?;
            let later = date.months_later(months);
            prop_assert!(later >= date);
            reads_back(&later)?;
            prop_assert_eq!(later.months_later(0), later);
            for form in [format!("{at}年{month}月{day}日"), format!("{at}/{month}/{day}")] {
                prop_assert_eq!(form.parse::<Period>().unwrap(), Period::Day(date));
            }
        }
        for form in [format!("{at}年"), format!("截至{at}年底"), format!("{at}.12")] {
            prop_assert_eq!(form.parse::<Period>().unwrap(), Period::Year(at));
        }
    }

    /// A cell says the number, unit and counts that were printed into it, in full-width print too.
    #[test]
    fn cells(text in printed(), unit in in_cells(), counts in any::<(u64, u64)>(), wide in any::<bool>()) {
        let widened = |found: char| match found.is_ascii_graphic() {
            true => char::from_u32(u32::from(found) + 0xfee0).unwrap(),
            false => found,
        };
        let print = |text: String| if wide { text.chars().map(widened).collect() } else { text };
        let read: Cell = print(format!("{text}{unit}")).parse().unwrap();
        prop_assert_eq!((read.value, read.unit, &*read.notes), (Value::Number(text.parse().unwrap()), Some(unit), ""));
        let read: Cell = print(text.clone()).parse().unwrap();
        prop_assert_eq!((read.value, read.unit), (Value::Number(text.parse().unwrap()), None));
        let counts = Counts { numerator: counts.0, denominator: counts.1 };
        let read: Cell = print(counts.to_string()).parse().unwrap();
        prop_assert_eq!((read.value, read.unit), (Value::Counts(counts), None));
    }

    /// Counts are the fraction that they say.
    #[test]
    fn counts(numerator in any::<u64>(), denominator in any::<u64>(), unit in select(Unit::ALL)) {
        let counts = Counts { numerator, denominator };
        match (counts.in_unit(unit), unit.per()) {
            (Some(value), Some(per)) => same(&value, &BigRational::new(BigInt::from(numerator) * per, denominator.into()))?,
            (found, per) => prop_assert!(found.is_none() && (denominator == 0 || per.is_none())),
        }
    }
}

/// Every code, sign and word of a unit reads back; converting there and back is no change.
#[test]
fn units() {
    for unit in Unit::ALL.iter().copied() {
        // Things counted have no sign of their own in English.
        for text in [unit.code(), unit.symbol(), unit.symbol_en()].into_iter().filter(|text| !text.is_empty())
        {
            assert_eq!(text.parse::<Unit>().unwrap(), unit, "{text}");
        }
        assert_eq!(serde_json::to_string(&unit).unwrap(), format!("\"{}\"", unit.code()));
        for other in Unit::ALL.iter().copied() {
            let there = unit.factor(other);
            assert_eq!(there, other.factor(unit).map(|(times, over)| (over, times)));
        }
    }
}
