//! Gaps: a derived series that shall fall, or one that is reported directly.

use dabiao::{
    Language, Observation, Outcome,
    data::FindingKind,
    judge::Cause,
    plan::{Between, Gap, GapMeasure, IndicatorCard, Qualifier},
    text,
    values::{Disaggregation, ReportingUnit, Unit, Value},
};

use crate::support::*;

const RESIDENCE: [&str; 2] = ["urban", "rural"];

/// A gap of an indicator that shall narrow by the test of a word.
fn narrowing(
    of: IndicatorCard,
    unit: Unit,
    between: Between,
    measure: GapMeasure,
    word: Qualifier,
) -> County {
    let unit_kind = (between == Between::Units).then(|| "township".into());
    let floor = number(if measure == GapMeasure::Ratio { "1" } else { "0" });
    let gap = Gap { of: of.id.clone(), between, unit_kind, measure };
    let card = IndicatorCard { floor, gap: Some(gap), ..amount("gap", unit) };
    let target = goal("target", "1", &card, falls(word));
    County::of(vec![of, card], vec![target])
}

fn mortality(word: Qualifier) -> County {
    let of = amount("mortality", Unit::Per100k);
    narrowing(of, Unit::Per100k, Between::UrbanRural, GapMeasure::Difference, word)
}

fn incomes() -> County {
    narrowing(
        amount("income", Unit::Yuan),
        Unit::Quotient,
        Between::UrbanRural,
        GapMeasure::Ratio,
        Qualifier::Plain,
    )
}

/// One line for each year: town and country, then the verdict.
#[track_caller]
fn assert_years(county: County, lines: &[(&str, &str, &str, &str)]) {
    let told = lines.iter().fold(county, |county, (period, urban, rural, _)| {
        let pair = [urban, rural].into_iter().zip(RESIDENCE).filter(|(cell, _)| **cell != "·");
        pair.fold(county, |county, (cell, residence)| county.told_in(residence, period, cell))
    });
    for (period, .., expected) in lines.iter().filter(|(.., expected)| !expected.is_empty()) {
        assert_eq!(told.verdict(period.parse().unwrap()), *expected, "{period}");
    }
}

// For a rate the gap is the absolute difference, whichever side is larger.
#[test]
fn a_difference_narrows() {
    assert_years(
        mortality(Qualifier::Plain),
        &[
            ("2020", "14.1", "18.5", ""),
            ("2022", "14.3", "16.6", "met"),
            ("2023", "12.5", "17.0", "not met"),
            ("2024", "12.6", "16.0", "met"),
            ("2025", "16.0", "12.6", "met"),
            ("2026", "18.5", "14.1", "not met"),
            ("2027", "16.0", "·", "undetermined"),
            ("2028", "·", "16.0", "undetermined"),
            ("2029", "·", "·", "undetermined"),
        ],
    );
}

#[test]
fn the_word_before_narrowing_is_applied() {
    let years = |in_2024: &'static str| {
        [
            ("2020", "10", "20", ""),
            ("2021", "10", "15", "met"),
            ("2022", "10", "16", "*"),
            ("2023", "10", "15", "*"),
            ("2024", "10", "14", in_2024),
        ]
        .map(|(period, urban, rural, expected)| (period, urban, rural, expected.trim_matches('*')))
    };
    assert_years(mortality(Qualifier::Gradually), &years("met"));
    assert_years(mortality(Qualifier::Steadily), &years("not met"));
}

#[test]
fn no_gap_at_all_cannot_narrow_further() {
    assert_years(
        mortality(Qualifier::Plain),
        &[("2020", "12", "12", ""), ("2024", "9", "9", "met, at the limit")],
    );
    assert_years(
        incomes(),
        &[("2020", "20000", "20000", ""), ("2024", "30000", "30000", "met, at the limit")],
    );
}

// A ratio of two has its limit at 1, so a card that says otherwise is refused or does no harm.
#[test]
fn the_limit_of_a_ratio_is_one() {
    let mut county = incomes();
    county.cards[1].floor = number("0");
    let refused = dabiao::Catalogue::new().add(plan(), county.cards.clone(), county.targets.clone()).is_err();
    if !refused {
        assert_years(
            county,
            &[("2020", "20000", "20000", ""), ("2024", "30000", "30000", "met, at the limit")],
        );
    }
}

// For money the gap is the larger over the smaller: while incomes grow, the difference widens and equality improves.
#[test]
fn a_ratio_narrows() {
    assert_years(
        incomes(),
        &[
            ("2020", "40000元", "16000元", ""),
            ("2022", "50000元", "20000元", "not met"),
            ("2024", "50000元", "21000元", "met"),
            ("2025", "50000元", "19999元", "not met"),
        ],
    );
    let judged = incomes().told_in("urban", "2024", "50000").told_in("rural", "2024", "20000").judged(2024);
    assert_eq!(judged.value.unwrap().to_string(), "2.5");
}

#[test]
fn nothing_over_zero() {
    assert_years(incomes(), &[("2020", "40000", "16000", ""), ("2024", "50000", "0", "undetermined")]);
}

// Another definition in one of the two strata is another definition of the gap.
#[test]
fn a_break_in_one_stratum_breaks_the_gap() {
    assert_years(
        mortality(Qualifier::Plain),
        &[
            ("2020", "10", "20", ""),
            ("2023", "10", "变12", "undetermined"),
            ("2024", "10", "11", "met, baseline 2023"),
        ],
    );
}

#[test]
fn a_stratum_that_does_not_exist_here() {
    assert_years(
        mortality(Qualifier::Plain),
        &[("2020", "10", "20", ""), ("2024", "不适用", "11", "not applicable")],
    );
}

// A value between two ends is no point, so it gives no gap.
#[test]
fn strata_between_two_ends_give_no_gap() {
    assert_years(
        mortality(Qualifier::Plain),
        &[("2020", "10", "20", ""), ("2024", "10", "<12", "undetermined")],
    );
}

#[test]
fn women_and_men() {
    let county = narrowing(
        share("science literacy"),
        Unit::PercentagePoints,
        Between::Sexes,
        GapMeasure::Difference,
        Qualifier::Markedly,
    );
    let told = county.told_among("female", "2020", "8.8%").told_among("male", "2020", "13.1%");
    let told = told.told_among("女", "2024", "12.80%").told_among("男", "2024", "15.56%");
    let judged = told.judged(2024);
    assert_eq!((judged.outcome, judged.margin_unit), (Outcome::Met, Unit::PercentagePoints));
    assert_eq!(judged.value.unwrap().to_string(), "2.76");
    assert_eq!(judged.margin.unwrap().to_string(), "1.54");
}

// A gap may be reported directly, in 个百分点; where its strata are there too they decide, and a difference is said.
#[test]
fn reported_directly() {
    let of = share("science literacy");
    let gap = || {
        narrowing(
            of.clone(),
            Unit::PercentagePoints,
            Between::Sexes,
            GapMeasure::Difference,
            Qualifier::Plain,
        )
    };
    let told = gap().told_of("gap", "2020", "4.3个百分点").told_of("gap", "2024", "2.76个百分点");
    assert_eq!(told.verdict(2024), "met");
    assert_eq!(told.clone().told_of("gap", "2025", "4.3").verdict(2025), "not met");
    // Half of the strata says nothing, and then the report stands.
    let half = told.clone().told_among("female", "2024", "12.80%");
    assert_eq!(half.verdict(2024), "met");
    let whole = half.told_among("male", "2024", "18.00%");
    assert_eq!(whole.verdict(2024), "not met", "18.00 - 12.80 = 5.20");
    assert_eq!(whole.broken(), ["gap-and-parts"]);
    let agreeing = told.told_among("female", "2024", "12.80%").told_among("male", "2024", "15.56%");
    assert_eq!(agreeing.audited(), []);
}

fn between_townships() -> County {
    let of = share("coverage");
    narrowing(of, Unit::PercentagePoints, Between::Units, GapMeasure::Difference, Qualifier::Plain)
}

fn townships(county: County, period: &str, cells: [&str; 3]) -> County {
    let told = ["甲", "乙", "丙"].into_iter().zip(cells).filter(|(_, cell)| *cell != "·");
    told.fold(county, |county, (unit, cell)| county.told_by(unit, period, cell))
}

// Between more than two places: the largest minus the smallest over the roster of the year.
#[test]
fn between_the_townships() {
    for (cells, expected) in [
        (["90", "85", "82"], "met"),
        (["90", "85", "80"], "not met"),
        (["80", "85", "90"], "not met"),
        (["90", "·", "82"], "undetermined"),
        (["90", "未填报", "82"], "undetermined"),
        (["90", "不适用", "82"], "met"),
        (["90", "·", "·"], "undetermined"),
        (["90", "不适用", "不适用"], "not applicable"),
    ] {
        let county = between_townships().roster(2020, &["甲", "乙", "丙"]).roster(2024, &["甲", "乙", "丙"]);
        let told = townships(townships(county, "2020", ["90", "85", "80"]), "2024", cells);
        assert_eq!(told.verdict(2024), expected, "{cells:?}");
    }
}

#[test]
fn the_roster_of_the_year_says_who_counts() {
    // 丙 left between the two years, so in 2024 the gap is 5 points; a stranger's value is not looked at.
    let county = between_townships().roster(2020, &["甲", "乙", "丙"]).roster(2024, &["甲", "乙"]);
    let told = townships(townships(county, "2020", ["90", "85", "80"]), "2024", ["90", "85", "10"]);
    assert_eq!(told.verdict(2024), "met");
    assert_eq!(told.findings(), [FindingKind::NotOnRoster { unit: "丙".into() }]);
    // Without a roster nobody knows who is silent.
    let told =
        townships(townships(between_townships(), "2020", ["90", "85", "80"]), "2024", ["90", "85", "84"]);
    let judged = told.judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert!(judged.reasons.iter().any(|reason| reason.cause == Cause::PartMissing), "{:?}", judged.reasons);
}

// What is said of the whole area, or of a township, says nothing of the gap between town and country, or women and men.
#[test]
fn a_break_elsewhere_breaks_no_gap() {
    let sexes = || {
        narrowing(
            share("mortality"),
            Unit::PercentagePoints,
            Between::Sexes,
            GapMeasure::Difference,
            Qualifier::Plain,
        )
    };
    let residence = || mortality(Qualifier::Plain);
    for (county, strata) in [
        (residence(), [Disaggregation::URBAN, Disaggregation::RURAL]),
        (sexes(), [Disaggregation::FEMALE, Disaggregation::MALE]),
    ] {
        let unit = county.cards[0].unit;
        let row = |period, value: &str| {
            Observation::new("mortality", year(period), Value::Number(number(value)), unit)
        };
        let county = county
            .observed(row(2020, "10").among(strata[0]))
            .observed(row(2020, "20").among(strata[1]))
            .observed(row(2024, "10").among(strata[0]))
            .observed(row(2024, "18").among(strata[1]));
        assert_eq!(county.verdict(2024), "met");
        let town = || ReportingUnit::new("township", "甲");
        for elsewhere in
            [row(2023, "15").after_break(), row(2023, "11").among(strata[0]).in_unit(town()).after_break()]
        {
            assert_eq!(county.clone().observed(elsewhere).verdict(2024), "met");
        }
        let inside = county.observed(row(2023, "11").among(strata[0]).after_break());
        assert_eq!(inside.verdict(2024), "undetermined");
    }
}

// Both strata were rounded before their difference was taken: one unit of the last printed digit is no contradiction.
#[test]
fn a_reported_gap_may_be_off_by_its_last_digit() {
    let gap = || {
        narrowing(
            share("science literacy"),
            Unit::PercentagePoints,
            Between::Sexes,
            GapMeasure::Difference,
            Qualifier::Plain,
        )
        .told_among("female", "2024", "12.8%")
        .told_among("male", "2024", "15.6%")
    };
    for (reported, differs) in [
        ("2.8", false),
        ("2.7", false),
        ("2.9", false),
        ("2.6", true),
        ("3.0", true),
        ("2.70", false),
        ("2.69", true),
    ] {
        let found = gap().told_of("gap", "2024", reported).broken();
        let wanted: &[&str] = if differs { &["gap-and-parts"] } else { &[] };
        assert_eq!(found, wanted, "{reported}");
    }
}

// Where there is no unit there is no gap, whether anybody says so or not.
#[test]
fn between_nobody() {
    let county = narrowing(
        share("care"),
        Unit::PercentagePoints,
        Between::Units,
        GapMeasure::Difference,
        Qualifier::Plain,
    );
    let county = county.roster(2024, &[]);
    assert_eq!(county.outcome(2024), Outcome::NotApplicable);
    assert_eq!(county.clone().told_by("A", "2024", "未填报").outcome(2024), Outcome::NotApplicable);
    assert_eq!(county.outcome(2023), Outcome::Undetermined, "no roster, no row");
}

// What is wrong with one side is what is wrong with the gap; where nothing is, a side is missing.
#[test]
fn a_gap_of_a_side_that_cannot_be_used() {
    let causes = |county: &County| {
        county.judged(2024).reasons.iter().map(|reason| reason.cause.clone()).collect::<Vec<_>>()
    };
    let before = mortality(Qualifier::Plain).told_in("urban", "2020", "10").told_in("rural", "2020", "20");
    let two = before.clone().told_in("urban", "2024", "11").told_in("urban", "2024", "12");
    assert_eq!(causes(&two), [Cause::Conflict]);
    assert_eq!(causes(&two.told_in("rural", "2024", "15")), [Cause::Conflict]);
    let one = causes(&before.told_in("urban", "2024", "11"));
    assert!(!one.is_empty() && !one.contains(&Cause::Conflict), "{one:?}");
}

// Between two numbers it is a number, and no rounded quotient.
#[test]
fn the_digits_of_a_gap() {
    for (urban, rural) in [("16.68", "0"), ("3.4", "20.08")] {
        let county =
            mortality(Qualifier::Plain).told_in("urban", "2020", "10").told_in("rural", "2020", "30");
        let county = county.told_in("urban", "2024", urban).told_in("rural", "2024", rural);
        let value = text::value(&county.report(2024).rows[0], Language::Chinese).unwrap();
        assert!(value.starts_with("16.68/"), "{value}");
    }
}
