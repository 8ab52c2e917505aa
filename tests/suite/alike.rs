//! Which names one may have been meant to be, and what before a name is the number of its item.

use dabiao::{Catalogue, Error, plan::IndicatorCard};

use crate::support::*;

/// The names that are told beside one that is none.
fn nearest(error: Error) -> Vec<String> {
    match error {
        Error::Unknown(error) => error.nearest().map(str::to_owned).collect(),
        other => panic!("{other}"),
    }
}

/// Those beside the id of a target that there is not.
fn near_target(given: &str, known: &[&'static str]) -> Vec<String> {
    let targets: Vec<_> = known.iter().map(|id| goal(id, "1", &share("coverage"), at_least("90"))).collect();
    let mut catalogue = Catalogue::new();
    catalogue.add(plan(), vec![share("coverage")], targets).unwrap();
    nearest(catalogue.target(given).unwrap_err())
}

/// Those beside the name of an indicator that there is not.
fn near_name(given: &str, known: &'static str) -> Vec<String> {
    let card = IndicatorCard { zh: known.into(), ..share("far-away-from-it") };
    let mut catalogue = Catalogue::new();
    catalogue.add(plan(), vec![card], vec![]).unwrap();
    nearest(catalogue.read_name(given).unwrap_err())
}

#[test]
fn at_most_three_names_are_told_and_none_much_farther_than_the_nearest() {
    assert_eq!(near_target("abcdefgh", &["abcdefgx", "abcdefgz"]), ["abcdefgx", "abcdefgz"]);
    let four = near_target("abcdefgh", &["abcdefg1", "abcdefg2", "abcdefg3", "abcdefg4"]);
    assert_eq!(four, ["abcdefg1", "abcdefg2", "abcdefg3"]);
    // One slip away; two are twice as far, three are more.
    assert_eq!(near_target("abcdefghi", &["abcdefghx", "abcdefgxy"]).len(), 2);
    assert_eq!(near_target("abcdefghi", &["abcdefghx", "abcdefxyz"]), ["abcdefghx"]);
    assert_eq!(near_target("abcdefghi", &["abcdefxyz"]), ["abcdefxyz"]);
}

#[test]
fn a_slip_is_at_most_a_third_of_a_name() {
    // A letter before the name and another one in it are two of five.
    assert_eq!(near_target("abce", &["xabcd"]), [""; 0]);
    assert_eq!(near_target("abcd", &["xabcd"]), ["xabcd"]);
    // A letter too few is one of three.
    assert_eq!(near_target("ab", &["abc"]), ["abc"]);
}

#[test]
fn one_character_that_makes_the_difference_is_no_slip() {
    assert_eq!(near_name("儿童键档率", "儿童建档率"), ["儿童建档率"]);
    // Boys are no children in general, whichever of the two is known.
    assert_eq!(near_name("男童建档率", "儿童建档率"), [""; 0]);
    assert_eq!(near_name("儿童建档率", "男童建档率"), [""; 0]);
}

#[test]
fn what_before_a_name_is_the_number_of_its_item() {
    let catalogue = Catalogue::hangjin();
    let read =
        |text: &str| catalogue.read_name(text).is_ok_and(|name| &*name.card.id == "infant-mortality-rate");
    for number in ["1、", "(1)", "一、", "123456789、"] {
        assert!(read(&format!("{number}婴儿死亡率")), "{number}");
    }
    // Without a number there is no item, and none has ten digits.
    for other in ["、", "()", "1234567890、", "(1234567890)"] {
        assert!(!read(&format!("{other}婴儿死亡率")), "{other}");
    }
    // Nothing stands behind the number.
    for alone in ["1、", "(1)", "其中", "其中：", "#"] {
        assert!(catalogue.read_name(alone).is_err(), "{alone}");
    }
}

/// To look for the nearest names takes long: of many slips the first hundred have them.
#[test]
fn a_hundred_targets_of_unknown_indicators_are_helped() {
    let card = share("coverage");
    let slip = |place: usize| {
        let target = goal("target", "1", &card, at_least("90"));
        dabiao::Target { id: format!("target-{place}").into(), indicator: "coverag".into(), ..target }
    };
    let errors = Catalogue::new().add(plan(), vec![card.clone()], (0..102).map(slip).collect::<Vec<_>>());
    let helped: Vec<bool> = errors
        .unwrap_err()
        .iter()
        .map(|error| error.to_string().contains("the nearest is `coverage`"))
        .collect();
    assert_eq!(helped, [vec![true; 100], vec![false; 2]].concat());
}
