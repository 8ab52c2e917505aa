//! Cells as offices write them: what they mean, and what is refused with its place.

use dabiao::values::cell::{Cell, folded};
use dabiao::{
    Error,
    values::{Unit, Value},
};

use crate::support::number;

#[track_caller]
fn read(text: &str) -> Cell {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn assert_number(text: &str, value: &str, unit: Option<Unit>) {
    let cell = read(text);
    assert_eq!((cell.value, cell.unit), (Value::Number(number(value)), unit), "{text}");
}

/// The character that stopped the reading, and its place counted from 1.
#[track_caller]
fn assert_stops(text: &str, found: char, place: usize) {
    let Err(Error::Parse(error)) = text.parse::<Cell>() else {
        panic!("`{text}` was read: {:?}", read(text))
    };
    assert_eq!(error.place(), Some(place), "{error}");
    assert!(error.to_string().contains(&format!("`{found}`")), "{error}");
}

// Full-width signs are typography: they mean what their half-width twins mean.
#[test]
fn full_width_is_typography_only() {
    assert_number("９７．３％", "97.3", Some(Unit::Percent));
    assert_number("　９７．３　", "97.3", None);
    assert_number("１，２３４", "1234", None);
    assert_number("１．１２", "1.12", None);
    assert_number("１２／１０万", "12", Some(Unit::Per100k));
    assert_number("－３．５", "-3.5", None);
    assert_eq!(folded("１０²①½…"), "10²①½…");
}

#[test]
fn signs_and_words_of_units() {
    assert_number("97.3%", "97.3", Some(Unit::Percent));
    assert_number("97.3 ％", "97.3", Some(Unit::Percent));
    assert_number("5.0‰", "5.0", Some(Unit::PerMille));
    assert_number("39.49/10万", "39.49", Some(Unit::Per100k));
    assert_number("2.76个百分点", "2.76", Some(Unit::PercentagePoints));
    assert_number("0.3个千分点", "0.3", Some(Unit::PerMillePoints));
    assert_number("80.88岁", "80.88", Some(Unit::Years));
    assert_number("8小时", "8", Some(Unit::HoursPerDay));
    assert_number("12课时", "12", Some(Unit::ClassHours));
    assert_number("12人", "12", Some(Unit::Persons));
}

// Printed digits are kept: 3.0 has one decimal.
#[test]
fn printed_digits_stay() {
    for text in ["3.0", "7.40", "0", "0.50", "100", "-0.0"] {
        let Value::Number(value) = read(text).value else { panic!("{text} is no number") };
        assert_eq!(value.to_string().trim_start_matches('-'), text.trim_start_matches('-'));
    }
}

#[test]
fn thousands_separators_stand_in_groups_of_three() {
    assert_number("1,234", "1234", None);
    assert_number("12,345,678.9", "12345678.9", None);
    assert_number("-1,234", "-1234", None);
    for text in ["1,23", "1,2345", "1234,567", ",123", "1,234,56", "1,,234", "1.2,345"] {
        assert!(text.parse::<Cell>().is_err(), "{text}");
    }
}

#[test]
fn ten_thousands_are_multiplied_out() {
    assert_number("1.2万人", "12000", Some(Unit::Persons));
    assert_number("１．２万", "12000", None);
    assert_number("3.2亿元", "320000000", Some(Unit::Yuan));
    assert_number("220万", "2200000", None);
}

// Marks of notes are set aside and kept; they never become digits.
#[test]
fn notes_are_no_digits() {
    for (text, value, unit, notes) in [
        ("97.3①", "97.3", None, "①"),
        ("97.3％①", "97.3", Some(Unit::Percent), "①"),
        ("97.3 ② ③", "97.3", None, "②③"),
        ("97.3*", "97.3", None, "*"),
        ("97.3[1]", "97.3", None, "[1]"),
        ("97.3（1）", "97.3", None, "(1)"),
        ("97.3（注2）", "97.3", None, "(注2)"),
    ] {
        assert_number(text, value, unit);
        assert_eq!(read(text).notes, notes, "{text}");
    }
}

// A mark ends the cell: a unit, a power or digits behind it would be lost.
#[test]
fn nothing_stands_behind_a_note_mark() {
    assert_stops("12*‰", '‰', 4);
    assert_stops("973①‰", '‰', 5);
    assert_stops("1.2*10^4", '1', 5);
    assert_stops("9①7.3", '7', 3);
    assert_stops("97.3①％", '％', 6);
    assert_stops("1.2①万", '万', 5);
    assert_stops("97.3[1]7", '7', 8);
    assert!(
        "97.3(".parse::<Cell>().is_err()
            && "97.3[1".parse::<Cell>().is_err()
            && "97.3()".parse::<Cell>().is_err()
    );
}

// Words in brackets are handed on, for whoever takes the value has to understand them.
#[test]
fn words_in_brackets_are_handed_on() {
    let cell = read("9（快报）①");
    assert_eq!((cell.remark.as_deref(), &*cell.notes), (Some("快报"), "①"));
    assert_eq!(read("9（快报）（市区）").remark.as_deref(), Some("快报；市区"));
    assert_eq!(read("9").remark, None);
}

// GB/T 8170 marks what was rounded before: less than half of the last digit above or below.
#[test]
fn a_rounded_number_lies_between_its_print_and_half_its_last_digit() {
    let ends = |text: &str| match read(text).value {
        Value::Interval(interval) => {
            let end = |end: Option<dabiao::values::End>| {
                end.map(|end| (end.number.to_string(), end.included)).unwrap()
            };
            (end(interval.low()), end(interval.high()))
        }
        other => panic!("{text}: {other:?}"),
    };
    let open = |number: &str| (number.to_owned(), false);
    assert_eq!(ends("12.0(+)"), (open("12.0"), open("12.05")));
    assert_eq!(ends("12.0（-）"), (open("11.95"), open("12.0")));
    assert_eq!(ends("94.5％(+)"), (open("94.5"), open("94.55")));
    assert_eq!(ends("13（−）"), (open("12.5"), open("13")));
    for text in ["1.2万(+)", "≥90(+)", "1/3(+)", "90(+)(-)"] {
        assert!(text.parse::<Cell>().is_err(), "{text}");
    }
}

// A unit in brackets is a unit or it is refused; it is no note, or 4.5‰ would be taken for 4.5％.
#[test]
fn units_in_brackets_are_no_notes() {
    for (text, unit) in
        [("4.5（‰）", Unit::PerMille), ("97.3(%)", Unit::Percent), ("14.3（/10万）", Unit::Per100k)]
    {
        match text.parse::<Cell>() {
            Ok(cell) => assert_eq!(cell.unit, Some(unit), "{text}, notes `{}`", cell.notes),
            Err(error) => assert!(error.to_string().contains(text), "{error}"),
        }
    }
}

#[test]
fn powers_and_fractions_in_small_print_are_refused() {
    assert_stops("10²", '²', 3);
    assert_stops("½", '½', 1);
    assert_stops("97.3₁", '₁', 5);
}

#[test]
fn ratios_are_two_whole_numbers() {
    for text in ["1：3", "1:3", "１：３", "1 : 3", "1/3"] {
        let Value::Counts(counts) = read(text).value else { panic!("{text}") };
        assert_eq!((counts.numerator, counts.denominator), (1, 3), "{text}");
    }
    for text in ["1.5:3", "-1:3", "1:", ":3", "1:3:5", "1:3%", "1/3/5"] {
        assert!(text.parse::<Cell>().is_err(), "{text} was read");
    }
}

// A number with a word of bound is known between two ends only. 以上, 以下, 以内, 不低于 include the number; 超过, 低于,
// 高于 and 不足 do not.
#[test]
fn words_of_bounds_make_intervals() {
    for (text, low, high, unit) in [
        ("≥90%", Some(("90", true)), None, Some(Unit::Percent)),
        (">=90", Some(("90", true)), None, None),
        ("90%以上", Some(("90", true)), None, Some(Unit::Percent)),
        ("９０％及以上", Some(("90", true)), None, Some(Unit::Percent)),
        ("不低于90%", Some(("90", true)), None, Some(Unit::Percent)),
        ("不少于3人", Some(("3", true)), None, Some(Unit::Persons)),
        (">100", Some(("100", false)), None, None),
        ("超过100", Some(("100", false)), None, None),
        ("高于95%", Some(("95", false)), None, Some(Unit::Percent)),
        ("≤5.0‰", None, Some(("5.0", true)), Some(Unit::PerMille)),
        ("１２／１０万以下", None, Some(("12", true)), Some(Unit::Per100k)),
        ("5.0‰以下", None, Some(("5.0", true)), Some(Unit::PerMille)),
        (" 5.0‰以下 ", None, Some(("5.0", true)), Some(Unit::PerMille)),
        ("5.0‰以下 ①", None, Some(("5.0", true)), Some(Unit::PerMille)),
        ("10%以内", None, Some(("10", true)), Some(Unit::Percent)),
        ("不超过4%", None, Some(("4", true)), Some(Unit::Percent)),
        ("<0.5", None, Some(("0.5", false)), None),
        ("＜０．５％", None, Some(("0.5", false)), Some(Unit::Percent)),
        ("低于5%", None, Some(("5", false)), Some(Unit::Percent)),
        ("不足1人", None, Some(("1", false)), Some(Unit::Persons)),
    ] {
        let cell = read(text);
        let Value::Interval(interval) = cell.value else { panic!("{text} is no interval") };
        let end = |end: Option<dabiao::values::End>| end.map(|end| (end.number, end.included));
        let wanted = |end: Option<(&str, bool)>| end.map(|(text, included)| (number(text), included));
        assert_eq!((end(interval.low()), end(interval.high())), (wanted(low), wanted(high)), "{text}");
        assert_eq!(cell.unit, unit, "{text}");
    }
    assert!("≥90%以上".parse::<Cell>().is_err(), "two words for one bound");
}

#[test]
fn dates_are_no_numbers() {
    assert_stops("5-12", '-', 2);
    assert_stops("2024-05-12", '-', 5);
    // 5月 is five months.
    assert_stops("5月12日", '1', 3);
    assert_stops("90-95%", '-', 3);
}

#[test]
fn what_is_no_number_is_refused_with_its_place() {
    assert_stops("9O.5", 'O', 2);
    assert_stops("９Ｏ．５", 'Ｏ', 2);
    assert_stops("l2", 'l', 1);
    assert_stops("12.3.4", '.', 5);
    assert_stops("1e", 'e', 2);
    assert_stops("1e3.5", '.', 4);
    assert_stops("约77", '约', 1);
    assert_stops("+5", '+', 1);
    assert_stops("①97.3", '①', 1);
    // Behind the longest unit that can be read, the blanks before and in it counted.
    assert_stops("12 人x", 'x', 5);
    assert_stops("5～12 人x", 'x', 7);
    assert_stops(&format!("5人{}x", " ".repeat(39)), 'x', 42);
    for text in
        ["", " ", "-", "—", "…", "/", "无", "N/A", "NaN", "inf", ".5", "5.", "五", "%", "①", "#DIV/0!"]
    {
        assert!(text.parse::<Cell>().is_err(), "`{text}` was read");
    }
}

#[test]
fn twenty_eight_digits_and_not_one_more() {
    let longest = "9".repeat(28);
    assert_number(&longest, &longest, None);
    for text in
        ["9".repeat(29), format!("0.{}1", "0".repeat(28)), "9".repeat(4_000), format!("{}万", "9".repeat(26))]
    {
        assert!(text.parse::<Cell>().is_err(), "{text}");
    }
    let error = "9x".repeat(100_000).parse::<Cell>().unwrap_err().to_string();
    assert!(error.chars().count() < 200, "a message of {} characters", error.chars().count());
}

#[test]
fn a_hundred_million_without_a_unit() {
    assert_number("1.2亿", "120000000", None);
    assert_number("１．２亿元", "120000000", Some(Unit::Yuan));
}

// Three digits may stand before the first separator, and no more.
#[test]
fn the_first_group_has_up_to_three_digits() {
    for (text, value) in
        [("1,234", "1234"), ("12,345", "12345"), ("123,456", "123456"), ("-123,456.7", "-123456.7")]
    {
        assert_number(text, value, None);
    }
    assert_stops("1234,567", ',', 5);
}

// The space of Chinese type is a space, in the middle of a cell too.
#[test]
fn the_wide_space_is_a_space() {
    assert_eq!(folded("1　／　823"), "1 / 823");
    assert_number("97.3　％", "97.3", Some(Unit::Percent));
    for text in ["1/823", "1/　823", "1　／　823", "1/823 ①", "1/823（初步）"] {
        let Value::Counts(counts) = read(text).value else { panic!("{text} is no count") };
        assert_eq!((counts.numerator, counts.denominator), (1, 823), "{text}");
    }
    assert_number("12/10万 ①", "12", Some(Unit::Per100k));
    assert_number("12/10万（初步）", "12", Some(Unit::Per100k));
}

/// Powers of ten and words of tens of thousands move the point, whichever side of it they end on.
#[test]
fn the_point_moves_both_ways() {
    for (text, value) in
        [("1.25e3", "1250"), ("1.25e1", "12.5"), ("1.25e2", "125"), ("125e-2", "1.25"), ("1.5万", "15000")]
    {
        assert_number(text, value, None);
    }
}

/// Each end of a range has its own word of tens of thousands.
#[test]
fn the_ends_of_a_range_have_their_own_powers() {
    let Value::Interval(range) = read("9000万～1亿").value else { panic!("no range") };
    assert_eq!(
        (range.low().unwrap().number, range.high().unwrap().number),
        (number("90000000"), number("100000000"))
    );
}

/// Only a sign between two numbers may part a range or a date.
#[test]
fn a_dash_before_a_letter_parts_nothing() {
    let refused = |text: &str| text.parse::<Cell>().unwrap_err().to_string();
    assert!(refused("5-6").contains("may part a range or a date"), "{}", refused("5-6"));
    assert!(!refused("5-x").contains("may part a range or a date"), "{}", refused("5-x"));
    assert_stops("5-x", '-', 2);
}
