//! The settled yearly values that a host may draw.

use dabiao::{
    data::Status,
    plan::{Better, Between, Gap, GapMeasure, IndicatorCard, Qualifier},
    values::{Counts, Unit},
};

use crate::support::*;

/// Each value as `year value`, with its counts, its status where it is not final, and whether a break lies before it.
#[track_caller]
fn assert_values(county: &County, indicator: &str, expected: &[&str]) {
    let values = county.data().area_or_empty("").values(indicator).unwrap();
    let shown = |at: &dabiao::data::YearlyValue| {
        let counts = at.counts.map_or_else(String::new, |counts: Counts| format!(" {counts}"));
        let status = if at.status == Status::Final { "" } else { " unsettled" };
        let broken = if at.break_before { " break" } else { "" };
        format!("{} {}{counts}{status}{broken}", at.year, at.value)
    };
    assert_eq!(values.iter().map(shown).collect::<Vec<_>>(), expected);
}

#[test]
fn values_are_settled_and_in_the_unit_of_the_indicator() {
    let county = County::asking(amount("deaths", Unit::Per100k), at_most("12"))
        .told("2022", "1.5‰")
        .told("2020", "16.90")
        .told("2021", "17")
        .told("2021", "16.1")
        .told("2023", "")
        .marked("未填报")
        .told("2024", "15")
        .marked("快报")
        .told("2025", "<12");
    // 2021 says two things, 2023 says nothing, and of 2025 only an end is known.
    assert_values(&county, "deaths", &["2020 16.9", "2022 150", "2024 15 unsettled"]);
    assert!(county.data().area_or_empty("").values("births").is_err());
    assert_eq!(county.data().area_or_empty("elsewhere").values("deaths").unwrap(), []);
}

#[test]
fn counts_and_breaks_stand_beside_the_value() {
    let county = County::asking(share("covered"), at_least("90"))
        .told("2020", "变3/4")
        .told("2021", "80%")
        .told("2022", "变")
        .marked("未统计")
        .told("2023", "9/10")
        .told("2024", "91");
    // The break of 2022 lies before the value of 2023; there is none before the first value.
    let expected = ["2020 75 3/4", "2021 80", "2023 90 9/10 break", "2024 91"];
    assert_values(&county, "covered", &expected);
}

#[test]
fn a_gap_is_computed_from_its_strata() {
    let of = amount("mortality", Unit::Per100k);
    let gap = Gap {
        of: of.id.clone(),
        between: Between::UrbanRural,
        unit_kind: None,
        measure: GapMeasure::Difference,
    };
    let card = IndicatorCard { gap: Some(gap), ..amount("gap", Unit::Per100k) };
    let target = goal("target", "1", &card, falls(Qualifier::Plain));
    let county = County::of(vec![of, card], vec![target])
        .told_in("urban", "2020", "14.1")
        .told_in("rural", "2020", "18.5")
        .told_in("urban", "2021", "14");
    assert_values(&county, "gap", &["2020 4.4"]);
    assert_values(&county, "mortality", &[]);
    assert_eq!(county.targets[0].rule.better(), Better::Lower);
}

// A typed key and the text of its id are one name.
#[test]
fn a_key_is_named_by_its_id() {
    let catalogue = dabiao::Catalogue::hangjin();
    let key = dabiao::indicators::MATERNAL_MORTALITY_RATIO;
    assert_eq!(key.id(), catalogue.indicator("孕产妇死亡率").unwrap().id);
    assert_eq!(key.card(), catalogue.indicator(key.id()).unwrap());
    assert_eq!(format!("{key:?}"), format!("Indicator({})", key.id()));
}

#[test]
fn a_literal_that_is_no_number_is_quoted_whole_or_cut_between_characters() {
    let said = |text: &'static str| {
        let panic = std::panic::catch_unwind(|| dabiao::Number::literal(text)).expect_err("no number");
        *panic.downcast::<String>().expect("a message")
    };
    assert_eq!(said("9O.0"), "`9O.0` is not a decimal number");
    assert_eq!(said(""), "`` is not a decimal number");
    // Sixty bytes at most: 20 characters of three bytes, and no half of the next.
    let long = "达".repeat(30).leak();
    assert_eq!(said(long), format!("`{}` is not a decimal number", "达".repeat(20)));
    let odd = format!("1{}", "达".repeat(30)).leak();
    assert_eq!(said(odd), format!("`1{}` is not a decimal number", "达".repeat(19)));
}

#[test]
fn text_is_compared_and_taken_as_text() {
    use dabiao::values::Text;
    let (text, owned) = (Text::from_static("旗"), String::from("旗"));
    let equal = [*"旗" == text, text == *"旗", "旗" == text, text == owned, owned == text];
    let other = [*"县" == text, text == *"县", "县" == text];
    assert_eq!((equal, other), ([true; 5], [false; 3]));
    assert_eq!((text.as_ref(), Text::from(&owned), String::from(text.clone())), ("旗", text.clone(), owned));
}

#[test]
fn names_are_one_with_the_mark_behind_the_letter_and_hidden_signs_are_shown() {
    use dabiao::values::names::{key, visible};
    let composed = [key("Ca\u{30c}de\u{301}"), key("a\u{301}b")];
    assert_eq!(composed, [key("Cǎdé"), key("áb")]);
    assert_ne!(key("a\u{301}b"), key("àb"));
    // Marks behind a name are none of it; a name of nothing but marks stays.
    assert_eq!([key("甲镇*(注)"), key("*"), key("**(注)")].map(String::from), ["甲镇", "*", "**"]);
    assert_eq!((&*visible("甲\u{7f}\u{0}"), &*visible("甲\u{85}")), ("甲␡␀", "甲⟨U+0085⟩"));
}

#[test]
fn twenty_eight_digits_are_a_number_and_not_one_more() {
    use dabiao::Number;
    let least = 10_i128.pow(28);
    assert_eq!(Number::new(least - 1, 0).unwrap().to_string(), "9".repeat(28));
    assert!(Number::new(least, 0).is_err() && Number::new(-least, 0).is_err() && Number::new(1, 29).is_err());
}

/// What a residue is taken for is a number of ten digits at most: of eleven, the rest may have been meant.
#[test]
fn a_residue_is_that_of_a_short_number() {
    use dabiao::Number;
    let residue = |text| Number::literal(text).residue_of().map(|number| number.to_string());
    assert_eq!(residue("1234567890.0000001").as_deref(), Some("1234567890"));
    assert_eq!(residue("-1234567890.0000001").as_deref(), Some("-1234567890"));
    assert_eq!(residue("12345678901.0000001"), None);
}
