//! As many digits as it takes: what differs must not look the same, and nothing but zero is printed as zero.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::ahead::Estimate;
use crate::values::Ratio;

/// More digits than any two numbers of a table need to be told apart.
const MOST: u32 = 90;

/// The fewest decimals, from `least` on, with which numbers that differ look different, and so in the same order.
pub(super) fn telling(mut numbers: Vec<&Ratio>, least: u32) -> u32 {
    numbers.sort();
    let apart = |digits: u32| {
        let pairs = numbers.iter().zip(numbers.iter().skip(1));
        pairs.into_iter().all(|(one, next)| one == next || one.rounded(digits) != next.rounded(digits))
    };
    (least..MOST).find(|digits| apart(*digits)).unwrap_or(MOST)
}

/// The decimals of a change: at least two digits that say something, so that 0.38 is not made 0.4.
pub(super) fn two_figures(size: &Ratio, least: u32) -> u32 {
    let ten = Ratio::whole(10);
    let mut scaled = size.abs();
    let mut digits = 0;
    while !scaled.is_zero() && scaled < ten && digits < MOST {
        scaled = scaled * &ten;
        digits += 1;
    }
    digits.max(least)
}

/// Rounded to so many decimals, without zeros at the end.
pub(super) fn trimmed(value: &Ratio, digits: u32) -> String {
    let text = value.rounded(digits);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

/// The decimals of a number as it is printed, without its unit.
pub(super) fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// A number with zeros at the end up to so many decimals.
pub(super) fn padded(number: String, places: usize) -> String {
    let has = decimals(&number);
    if has >= places {
        return number;
    }
    let point = if has == 0 { "." } else { "" };
    let zeros = "0".repeat(places.saturating_sub(has));
    alloc::format!("{number}{point}{zeros}")
}

/// A part in per cent with one decimal, or as many as it takes not to look like nothing or all.
pub(super) fn percent(part: &Ratio, beside: &[&Ratio]) -> String {
    let hundred = Ratio::whole(100);
    let scaled: Vec<Ratio> = beside.iter().map(|part| *part * &hundred).collect();
    let value = part * &hundred;
    let zero = Ratio::zero();
    let mut numbers = alloc::vec![&value, &zero, &hundred];
    numbers.extend(&scaled);
    let digits = telling(numbers, 1);
    alloc::format!("{}%", trimmed(&value, digits))
}

/// An estimate with two significant digits, without an exponent: `0.0079`, `0.92`.
pub(super) fn significant(estimate: Estimate) -> String {
    let value = estimate.value();
    let scientific = alloc::format!("{value:.1e}");
    let power: i32 = scientific.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0);
    let places = usize::try_from(1_i32.saturating_sub(power)).unwrap_or(0);
    let text = alloc::format!("{value:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{MOST, two_figures};
    use crate::values::Number;

    #[test]
    fn a_change_has_two_digits_that_say_something() {
        for (size, digits) in
            [("0", 0), ("0.038", 3), ("0.38", 2), ("0.99", 2), ("1", 1), ("9.99", 1), ("10", 0), ("-0.38", 2)]
        {
            assert_eq!(two_figures(&Number::literal(size).to_ratio(), 0), digits, "{size}");
        }
        assert_eq!(two_figures(&Number::literal("38").to_ratio(), 1), 1);
    }

    #[test]
    fn what_is_next_to_nothing_has_no_more_digits_than_there_are() {
        let billionth = Number::literal("0.000000001").to_ratio();
        let size = (0..12).fold(billionth.clone(), |size, _| size * &billionth);
        assert_eq!(two_figures(&size, 0), MOST);
    }
}
