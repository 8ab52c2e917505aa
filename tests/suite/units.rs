//! Units: what converts exactly, and what only looks alike.

use dabiao::{
    Outcome,
    data::FindingKind,
    plan::{IndicatorCard, IndicatorKind},
    values::{Ratio, Unit},
};

use crate::support::*;

/// By how much a number in one unit is multiplied to stand in another.
#[track_caller]
fn assert_factor(from: Unit, to: Unit, times: u32, over: u32) {
    let (found_times, found_over) = from.factor(to).unwrap_or_else(|| panic!("{from:?} into {to:?}"));
    let found = Ratio::new(found_times.into(), found_over.into());
    assert_eq!(found, Ratio::new(times.into(), over.into()), "{from:?} into {to:?}");
}

// 4.5‰, 0.45％ and 450/10万 are one value.
#[test]
fn parts_of_one_population_convert_exactly() {
    assert_factor(Unit::Percent, Unit::PerMille, 10, 1);
    assert_factor(Unit::PerMille, Unit::Percent, 1, 10);
    assert_factor(Unit::PerMille, Unit::Per100k, 100, 1);
    assert_factor(Unit::Per100k, Unit::Percent, 1, 1000);
    assert_factor(Unit::Per10k, Unit::PerMille, 1, 10);
    assert_factor(Unit::PercentagePoints, Unit::PerMillePoints, 10, 1);
    let county = County::asking(amount("mortality", Unit::PerMille), at_most("4.5"));
    assert_met(&county, &["4.5‰", "0.45％", "450/10万", "45/万", "4.5", "9/2000"]);
    assert_not_met(&county, &["0.46％", "460/10万"]);
    assert_each(&county, "not met, by the other method met", &["0.4501％", "450.1/10万", "4.50000000001‰"]);
}

// A ratio is no percentage, a difference is no share, and for each thousand of another population is no ‰.
#[test]
fn look_alikes_do_not_convert() {
    for (one, other) in [
        (Unit::PerMille, Unit::Per1000),
        (Unit::Percent, Unit::Quotient),
        (Unit::Percent, Unit::PercentagePoints),
        (Unit::PerMille, Unit::PerMillePoints),
        (Unit::Percent, Unit::Count),
        (Unit::Count, Unit::Persons),
        (Unit::HoursPerDay, Unit::Minutes),
        (Unit::HoursPerDay, Unit::ClassHours),
        (Unit::Years, Unit::Months),
    ] {
        assert_eq!(one.factor(other), None, "{one:?} into {other:?}");
        assert_eq!(other.factor(one), None, "{other:?} into {one:?}");
    }
}

#[test]
fn every_unit_is_itself_and_is_read_back() {
    for unit in Unit::ALL {
        assert_factor(*unit, *unit, 1, 1);
        assert_eq!(unit.code().parse::<Unit>().unwrap(), *unit);
        assert_eq!(unit.symbol().parse::<Unit>().unwrap(), *unit);
    }
}

/// Commas between digits, case, and blanks beside a stroke make no other unit of a word.
#[test]
fn the_print_of_a_word_makes_no_other_unit() {
    for (text, unit) in [
        ("per 10000", Unit::Per10k),
        ("PER 10,000", Unit::Per10k),
        ("/ 10万", Unit::Per100k),
        ("1 / 10万", Unit::Per100k),
        ("小时 /天", Unit::HoursPerDay),
        ("小时/ 天", Unit::HoursPerDay),
    ] {
        assert_eq!(Unit::read(text), Ok((unit, 0)), "{text}");
    }
}

// The difference of two percentages is in percentage points, of two ‰ rates in 个千分点.
#[test]
fn a_margin_is_in_the_unit_of_differences() {
    for (unit, cell, of_margin) in [
        (Unit::Percent, "95.9%", Unit::PercentagePoints),
        (Unit::PerMille, "5.6‰", Unit::PerMillePoints),
        (Unit::Per100k, "14.3/10万", Unit::Per100k),
        (Unit::Per1000, "0.78", Unit::Per1000),
        (Unit::HoursPerDay, "7.5小时", Unit::HoursPerDay),
        (Unit::Count, "3个", Unit::Count),
    ] {
        let county = County::asking(amount("measured", unit), at_least("1")).told("2024", cell);
        assert_eq!(county.judged(2024).margin_unit, of_margin, "{unit:?}");
    }
}

/// What becomes of a value in a unit that does not fit.
#[track_caller]
fn assert_wrong_unit(unit: Unit, cell: &str) {
    let county = County::asking(amount("measured", unit), at_least("0")).told("2024", cell);
    assert!(matches!(county.findings()[..], [FindingKind::WrongUnit { .. }]), "{:?}", county.findings());
    assert_eq!(county.outcome(2024), Outcome::Undetermined, "{cell} for {unit:?}");
}

#[test]
fn a_wrong_unit_is_a_finding_and_no_verdict() {
    assert_wrong_unit(Unit::Per100k, "12岁");
    assert_wrong_unit(Unit::Per1000, "4.5‰");
    assert_wrong_unit(Unit::PerMille, "4.5/千人");
    assert_wrong_unit(Unit::PercentagePoints, "2.76%");
    assert_wrong_unit(Unit::Percent, "2.76个百分点");
    assert_wrong_unit(Unit::Quotient, "3%");
}

// Numbers over the same persons in ％ and ‰ meet; counts take any of these units.
#[test]
fn counts_take_the_unit_of_their_indicator() {
    for (unit, value) in [
        (Unit::Percent, "12.5"),
        (Unit::PerMille, "125"),
        (Unit::Per100k, "12500"),
        (Unit::Per1000, "125"),
        (Unit::Quotient, "0.125"),
    ] {
        let judged = County::asking(amount("measured", unit), at_least("0")).told("2024", "1/8").judged(2024);
        assert_eq!(judged.value.unwrap(), number(value).to_ratio(), "{unit:?}");
    }
}

#[test]
fn counts_for_what_is_no_quotient_are_a_finding() {
    let county = County::asking(amount("hours", Unit::HoursPerDay), at_least("0")).told("2024", "1/8");
    assert!(matches!(county.findings()[..], [FindingKind::NoQuotient { .. }]));
    assert_eq!(county.outcome(2024), Outcome::Undetermined);
}

/// Beyond a machine word too: 10 to the 20 is whole, and so much and a half is not.
#[test]
fn great_counts_are_whole_or_not() {
    let told = |value| County::asking(amount("trees", Unit::Count), at_least("1")).told("2024", value);
    assert_eq!(told("100000000000000000000").findings(), []);
    let half = told("100000000000000000000.5").findings();
    assert!(matches!(half.as_slice(), [FindingKind::NotWhole { .. }]), "{half:?}");
}

/// 10 and 20 tonnes make 30, of whatever kind the indicator is: only a rate lies between those of its units.
#[test]
fn an_amount_of_any_kind_lies_above_those_of_its_units() {
    let broken = |unit, kind| {
        let card = IndicatorCard { kind, ..amount("rubbish", unit) };
        let county = County::asking(card, at_least("1")).roster(2024, &["A", "B"]).told("2024", "30");
        county.told_by("A", "2024", "10").told_by("B", "2024", "20").broken()
    };
    for kind in [IndicatorKind::Share, IndicatorKind::Stock, IndicatorKind::ValueOnly] {
        assert_eq!(broken(Unit::Tonnes, kind), Vec::<String>::new(), "{kind:?}");
    }
    assert_eq!(broken(Unit::Percent, IndicatorKind::Share), ["between-units"]);
}
