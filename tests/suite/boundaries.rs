//! Every comparator exactly at its bound and one printed digit to either side; both judging methods; exactness.

use dabiao::{
    Outcome, Rule, Settings,
    judge::{Cause, Method},
    plan::{Better, Fraction, IndicatorCard},
    values::Unit,
};

use crate::support::*;

fn coverage(rule: Rule) -> County {
    County::asking(share("coverage"), rule)
}

fn rounded(county: County) -> County {
    county.settings(Settings { method: Method::Rounded, ..Settings::default() })
}

// 以上, 以下, 以内, 不低于, 不少于, 至少 and bare numbers include the number.
#[test]
fn inclusive_bounds_hold_at_the_number() {
    assert_met(&coverage(at_least("90")), &["90", "90.0", "90.1", "100", "9/10"]);
    assert_not_met(&coverage(at_least("90")), &["89", "89.4", "0", "8/9"]);
    let mortality = County::asking(amount("mortality", Unit::Per100k), at_most("12"));
    assert_met(&mortality, &["12", "12.00", "11", "0", "3/25000"]);
    assert_not_met(&mortality, &["13", "12.6", "14.3", "3/23000"]);
}

// 低于, 超过, 大于, 小于 exclude it.
#[test]
fn exclusive_bounds_fail_at_the_number() {
    assert_not_met(&coverage(more_than("90")), &["90", "90.0", "9/10", "89"]);
    assert_met(&coverage(more_than("90")), &["91", "100"]);
    let mortality = County::asking(amount("mortality", Unit::PerMille), less_than("5.0"));
    assert_not_met(&mortality, &["5.0", "5", "1/200", "5.1"]);
    assert_met(&mortality, &["4.9", "0"]);
}

// Better than asked is never a failure.
#[test]
fn better_than_asked_is_met() {
    let doctors = County::asking(amount("doctors", Unit::Per1000), at_least("1.12"));
    assert_met(&doctors, &["1.12", "1.13", "400"]);
    assert_not_met(&doctors, &["1.11"]);
    let circle = County::asking(amount("circle", Unit::Minutes), at_most("10"));
    assert_met(&circle, &["10分钟", "1分钟"]);
    assert_not_met(&circle, &["11分钟"]);
}

// The margin is the value minus the bound, positive on the good side, in the unit of the bound.
#[test]
fn margins_are_positive_on_the_good_side() {
    for (rule, value, margin) in [
        (at_least("96"), "95.9", "-0.1"),
        (at_least("96"), "96", "0"),
        (at_most("12"), "14.3", "-2.3"),
        (at_most("12"), "0", "12"),
        (more_than("90"), "90", "0"),
        (less_than("5"), "5.5", "-0.5"),
        (around("45", Better::Higher), "43.4", "-0.6"),
        (around("45", Better::Lower), "46.5", "-0.5"),
    ] {
        let judged = coverage(rule).told("2024", value).judged(2024);
        assert_eq!(judged.margin.unwrap().to_string(), margin, "{rule:?} {value}");
    }
}

// 94.96 against 95％以上: as given it fails, rounded to the digits of 95 it passes, and either way the other is said.
#[test]
fn both_methods_and_what_the_other_says() {
    let full = coverage(at_least("95"));
    assert_each(&full, "not met, by the other method met", &["94.96", "94.5001", "2374/2500"]);
    assert_not_met(&full, &["94.49", "94.4"]);
    assert_met(&full, &["95", "95.5"]);
    assert_each(&rounded(full.clone()), "met, by the other method not met", &["94.96"]);
    assert_each(&coverage(at_least("96")), "not met, by the other method met", &["95.9"]);
    assert_eq!(
        rounded(full).told("2024", "94.96").judged(2024).margin.unwrap().to_string(),
        "-0.04",
        "exact"
    );
}

// Exactly half way goes to the even neighbour: 94.5 to 94, 95.5 to 96. Rounded once: 94.49 never becomes 94.5 and 95.
#[test]
fn half_way_goes_to_the_even_neighbour() {
    let of = |rule| rounded(coverage(rule));
    assert_each(&of(at_least("95")), "not met", &["94.5", "94.49", "94.4999"]);
    assert_each(&of(at_least("96")), "met, by the other method not met", &["95.5"]);
    assert_each(&of(at_most("12")), "met, by the other method not met", &["12.5"]);
    assert_each(&of(at_most("13")), "not met", &["13.5", "13.51"]);
    assert_each(&of(more_than("94")), "not met, by the other method met", &["94.5", "94.01"]);
    assert_each(&of(more_than("95")), "met", &["95.5"]);
    assert_each(&of(less_than("96")), "not met, by the other method met", &["95.5", "95.99"]);
    assert_each(&of(less_than("95")), "met", &["94.5"]);
    assert_each(&of(at_least("3.0")), "met, by the other method not met", &["2.96", "2.951"]);
    assert_each(&of(at_least("3.0")), "not met", &["2.94", "2.949"]);
    assert_each(&of(at_least("3.0")), "met, by the other method not met", &["2.95"]);
    assert_each(&of(at_least("3.1")), "not met", &["3.05"]);
}

// The value is rounded in the unit of the bound, so the conversion comes first.
#[test]
fn rounding_follows_conversion() {
    let county = rounded(County::asking(share("rate"), at_most("0.4")));
    assert_each(&county, "met, by the other method not met", &["4.46‰", "449/10万", "4.5‰"]);
    assert_each(&county, "not met", &["4.51‰", "451/10万"]);
}

// Counts, hours, exact ratios and bounds computed from other values are never rounded to.
#[test]
fn what_is_no_rate_is_not_rounded_to() {
    let hours = rounded(County::asking(amount("sleep", Unit::HoursPerDay), at_least("9")));
    assert_not_met(&hours, &["8.9小时", "8.96小时"]);
    let third = rounded(coverage(Rule::AtLeastRatio { value: Fraction::literal(1, 3) }));
    assert_not_met(&third, &["33/100", "333/1001"]);
    let cut = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let cut = rounded(County::asking(amount("rate", Unit::Per100k), cut)).told("2020", "11.06");
    assert_not_met(&cut, &["8.8480000001", "8.849"]);
    let reference =
        rounded(coverage(Rule::NotBelow).against(share("reference"))).told_of("reference", "2024", "30");
    assert_not_met(&reference, &["29.96"]);
}

// 249 of 250 villages are not all villages. Rounded they would be: 99.6 reads 100 on the digits of 100％.
#[test]
fn all_means_all() {
    let all = rounded(coverage(Rule::AtLeastRatio { value: Fraction::literal(1, 1) }));
    assert_not_met(&all, &["249/250"]);
    assert_met(&all, &["250/250"]);
}

// 45％左右: the lower edge, one point below, still meets; above the band it is met and said. Where less is better, the
// upper edge.
#[test]
fn about_so_much() {
    let county = coverage(around("45", Better::Higher));
    assert_met(&county, &["44", "44.0", "45", "46"]);
    assert_each(&county, "met, beyond the band", &["46.1", "60"]);
    assert_not_met(&county, &["43", "43.4", "43.49"]);
    assert_each(&county, "not met, by the other method met", &["43.9", "43.51"]);
    assert_eq!(
        county.told("2024", "44").judged(2024).tolerance,
        Some(number("1")),
        "printed beside the verdict"
    );
    let lower = coverage(around("45", Better::Lower));
    assert_met(&lower, &["46", "45", "44"]);
    assert_each(&lower, "met, beyond the band", &["43.9", "0"]);
    assert_not_met(&lower, &["47", "46.6"]);
    let narrow = Settings { around_tolerance: number("0.5"), ..Settings::default() };
    let narrow = coverage(around("45", Better::Higher)).settings(narrow);
    assert_met(&narrow, &["44.5", "45.5"]);
    // The edge 44.5 has one decimal although 45 has none, so 44.4 does not round up to it.
    assert_not_met(&narrow, &["44.4", "44.44"]);
    assert_each(&narrow, "not met, by the other method met", &["44.46"]);
}

// A tolerance is in the unit of the indicator: ten per mille are one percentage point.
#[test]
fn about_so_much_in_per_mille() {
    let rule = Rule::Around { value: number("450"), better: Better::Higher, tolerance: Some(number("10")) };
    let county = County::asking(amount("rate", Unit::PerMille), rule);
    assert_met(&county, &["440‰", "44%", "455‰", "460‰", "46%"]);
    assert_not_met(&county, &["439‰", "43.9%"]);
    assert_each(&county, "met, beyond the band", &["461‰"]);
    let rule = Rule::Around { value: number("10"), better: Better::Lower, tolerance: Some(number("1")) };
    let deaths = County::asking(amount("deaths", Unit::Per100k), rule);
    assert_met(&deaths, &["11", "10.9"]);
    assert_each(&deaths, "not met, by the other method met", &["11.1"]);
    assert_not_met(&deaths, &["11.6"]);
    assert_each(&deaths, "met, beyond the band", &["8.9"]);
}

// One third is three times the women against all members, never 33％ nor 33.33％.
#[test]
fn one_third_is_exact() {
    let county = coverage(Rule::AtLeastRatio { value: Fraction::literal(1, 3) });
    assert_met(&county, &["33/99", "1/3", "34/100", "100/100"]);
    assert_not_met(&county, &["33/100", "32/99", "3333/10001", "333333333/1000000000", "0/9"]);
    assert_each(&county, "not met, printed", &["33.33%", "33%", "33.3333333333%"]);
    assert_each(&county, "met, printed", &["33.34%", "34%"]);
}

// 不低于1：3 asks for at least three midwives for each bed; more midwives never hurt.
#[test]
fn three_midwives_for_a_bed() {
    let mut card = amount("midwives for a bed", Unit::Quotient);
    card.colon_inverted = true;
    let county = County::asking(card, Rule::AtLeastRatio { value: Fraction::literal(3, 1) });
    assert_met(&county, &["1：3", "1：4", "2:6", "1:100"]);
    assert_not_met(&county, &["1：2", "2:5", "3：1"]);
    let counted = County::asking(amount("midwives for a bed", Unit::Quotient), county.targets[0].rule);
    assert_met(&counted, &["3/1", "7/2"]);
    assert_not_met(&counted, &["2/1", "5/2"]);
}

// 下降20％ of the value of 2020, exactly.
#[test]
fn a_fall_by_a_fifth() {
    let rule = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let county = County::asking(amount("injury mortality", Unit::Per100k), rule);
    let known = county.clone().told("2020", "11.06");
    assert_met(&known, &["8.848", "8.8", "0"]);
    assert_not_met(&known, &["8.849", "8.8480001", "8.87", "11.06"]);
    assert_eq!(known.told("2024", "8.87").judged(2024).margin.unwrap().to_string(), "-0.022");
    // Its own year is needed: no value, zero, or only two ends, and no other year is taken for it.
    for (base, cause) in [("", Cause::NoData), ("0", Cause::Zero), ("<12", Cause::Spans)] {
        let told = county.clone().told("2019", "11").told("2021", "11");
        let told = if base.is_empty() { told } else { told.told("2020", base) };
        let judged = told.told("2024", "1").judged(2024);
        assert_eq!(judged.outcome, Outcome::Undetermined, "2020 is `{base}`");
        assert!(judged.reasons.iter().any(|reason| reason.cause == cause), "{:?}", judged.reasons);
    }
    let since_2020 = county.clone().told("2020", "变11.06");
    assert_met(&since_2020, &["8.848"]);
    let neither = county.judged(2024).reasons;
    assert_eq!(
        neither.iter().map(|reason| reason.year).collect::<Vec<_>>(),
        [year(2024), year(2020)],
        "both are said"
    );
    let broken = county.told("2020", "11.06").told("2022", "变9").told("2024", "8");
    assert_eq!(broken.outcome(2024), Outcome::Undetermined, "2020 was counted by another definition");
}

// No per cent is taken of a negative base: 20 per cent more than -10 would be -12, and less.
#[test]
fn a_negative_base_gives_no_bound() {
    let card = IndicatorCard { floor: "-100".parse().unwrap(), ..amount("balance", Unit::Percent) };
    for better in [Better::Higher, Better::Lower] {
        let rule = Rule::ChangedBy { value: "20".parse().unwrap(), better, since: year(2020) };
        let county = County::asking(card.clone(), rule).told("2020", "-10");
        for value in ["-12", "-10", "-8", "12"] {
            let judged = county.clone().told("2024", value).judged(2024);
            assert_eq!(judged.outcome, Outcome::Undetermined, "{value}");
            assert_eq!(judged.reasons.iter().map(|reason| &reason.cause).collect::<Vec<_>>(), [&Cause::Zero]);
        }
    }
}

// Published national figures of 2024 against the bounds that plans of this kind set.
#[test]
fn published_figures() {
    for (unit, rule, value, verdict, margin) in [
        (Unit::Per100k, at_most("12"), "14.3/10万", "not met", "-2.3"),
        (Unit::PerMille, at_most("6.0"), "5.6‰", "met", "0.4"),
        (Unit::PerMille, at_most("3.0"), "2.5‰", "met", "0.5"),
        (Unit::PerMille, at_most("5.0"), "4.0‰", "met", "1"),
        (Unit::Percent, at_least("96"), "95.9%", "not met, by the other method met", "-0.1"),
        (Unit::Percent, at_least("95"), "92.0%", "not met", "-3"),
        (Unit::Percent, at_least("90"), "92.0%", "met", "2"),
        (Unit::Percent, around("45", Better::Higher), "43.4%", "not met", "-0.6"),
        (Unit::Percent, around("40", Better::Higher), "41.7%", "met, beyond the band", "2.7"),
        (Unit::Percent, at_most("2"), "1.2%", "met", "0.8"),
    ] {
        let county = County::asking(amount("measured", unit), rule).told("2024", value);
        assert_eq!(county.verdict(2024), verdict, "{value}");
        assert_eq!(county.judged(2024).margin.unwrap().to_string(), margin, "{value}");
    }
}

// A value known between two ends is judged where both ends agree, and has no margin.
#[test]
fn values_between_two_ends() {
    for (rule, met, open, not_met) in [
        (
            at_least("99"),
            vec!["≥99", ">99", "≥99.1"],
            vec!["≥98.9", ">98", "≤99", "≤100"],
            vec!["<99", "≤98.9"],
        ),
        (more_than("99"), vec![">99", "≥99.1"], vec!["≥99"], vec!["≤99", "<99"]),
        (at_most("0.5"), vec!["<0.5", "≤0.5", "<0.4"], vec!["<0.6", "≥0.5", "≤0.51"], vec![">0.5", "≥0.51"]),
        (less_than("0.5"), vec!["<0.5", "≤0.4"], vec!["≤0.5", ">0"], vec!["≥0.5", ">0.5"]),
        // A bounded share goes no further than 100.
        (at_least("100"), vec!["≥100"], vec!["≥99", ">99"], vec!["<100"]),
    ] {
        let county = coverage(rule);
        for (values, expected) in
            [(met, Outcome::Met), (open, Outcome::Undetermined), (not_met, Outcome::NotMet)]
        {
            for value in values {
                let judged = county.clone().told("2024", value).judged(2024);
                assert_eq!(judged.outcome, expected, "{rule:?} {value}");
                assert_eq!(judged.margin, None, "{rule:?} {value}");
            }
        }
    }
    let enrolment = County::asking(amount("enrolment", Unit::Percent), more_than("100"));
    // 100.2 rounds to 100, which is not more than 100.
    assert_each(&enrolment, "met, by the other method undetermined", &[">100", "≥100.1"]);
    assert_met(&enrolment, &["≥101"]);
    assert_each(&enrolment, "undetermined", &["≥100", ">99"]);
}

// Nothing is rounded at any size.
#[test]
fn huge_numbers_are_exact() {
    let most = u64::MAX;
    let county = coverage(at_least("100"));
    let (all, one_less) = (format!("{most}/{most}"), format!("{}/{most}", most - 1));
    assert_met(&county, &[&all]);
    assert_each(&county, "not met, by the other method met", &[&one_less]);
    let third = coverage(Rule::AtLeastRatio { value: Fraction::literal(1, 3) });
    assert_met(&third, &[&format!("{}/{most}", most / 3)]);
    assert_not_met(&third, &[&format!("{}/{most}", most / 3 - 1)]);
    let digits = County::asking(amount("much", Unit::Tonnes), at_most("9999999999999999999999999998"));
    assert_met(&digits, &["9999999999999999999999999998"]);
    assert_not_met(&digits, &["9999999999999999999999999999"]);
    let small = County::asking(amount("little", Unit::Per100k), at_most("0.123456789012345678901234567"));
    assert_met(&small, &["0.123456789012345678901234567", "0.000123456789012345678901234%"]);
    assert_not_met(&small, &["0.123456789012345678901234568", "0.000123456789012345678901235%"]);
}

#[test]
fn huge_numbers_round_and_fall_exactly() {
    let rule = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let county =
        County::asking(amount("rate", Unit::Per100k), rule).told("2020", "9999999999999999999999999990");
    assert_met(&county, &["7999999999999999999999999992"]);
    assert_not_met(&county, &["7999999999999999999999999993"]);
    let fine = rounded(coverage(at_least("94.99999999999999999999999999")));
    assert_met(&fine, &["95", "94.99999999999999999999999999"]);
    assert_not_met(&fine, &["94.99999999999999999999999998"]);
}

// For 左右 it is rounded to the finer digits of bound and tolerance as they are printed: 1.0 has one.
#[test]
fn a_tolerance_is_as_fine_as_it_is_printed() {
    let around = |tolerance: &str| Rule::Around {
        value: number("45"),
        better: Better::Higher,
        tolerance: Some(number(tolerance)),
    };
    for (tolerance, places) in [("1", 0), ("1.0", 1), ("0.5", 1), ("1.00", 2)] {
        let (_, found) = around(tolerance).fixed_bound(Unit::Percent, number("1")).unwrap();
        assert_eq!(found, Some(places), "{tolerance}");
    }
    assert_each(&rounded(coverage(around("1"))), "met, by the other method not met", &["43.94", "43.5"]);
    assert_not_met(&rounded(coverage(around("1.0"))), &["43.94", "43.5"]);
    assert_each(&rounded(coverage(around("1.0"))), "met, by the other method not met", &["43.95", "43.96"]);
}

// Nothing but zero is written as zero, however many zeros stand behind the point.
#[test]
fn tiny_fractions_have_their_digits() {
    let tiny = |zeros: u32, times: i128| {
        dabiao::values::Ratio::new(1, times * 10_i128.pow(zeros)).unwrap().decimal()
    };
    assert_eq!(tiny(2, 3), "0.003333333333");
    assert_eq!(tiny(11, 3), "0.000000000003");
    assert_eq!(tiny(12, 3), format!("0.{}{}", "0".repeat(12), "3".repeat(12)));
    assert_eq!(tiny(30, 3), format!("0.{}{}", "0".repeat(30), "3".repeat(6)));
    assert_eq!(tiny(36, 7), format!("0.{}142857142857", "0".repeat(36)));
    assert_eq!(dabiao::values::Ratio::zero().decimal(), "0");
}

// 下降1/6 is exact: five sixths of 12 are 10, of 10 they are 8.333….
#[test]
fn a_change_by_a_fraction() {
    let cut = |better| Rule::ChangedBy { value: "1/6".parse().unwrap(), better, since: year(2020) };
    let falling = coverage(cut(Better::Lower)).told("2020", "12");
    assert_met(&falling, &["10", "9.999"]);
    assert_not_met(&falling, &["10.001"]);
    let falling = coverage(cut(Better::Lower)).told("2020", "10");
    assert_met(&falling, &["8.3333333333", "25/300"]);
    assert_not_met(&falling, &["8.3333333334", "251/3000"]);
    let rising = coverage(cut(Better::Higher)).told("2020", "12");
    assert_met(&rising, &["14"]);
    assert_not_met(&rising, &["13.999"]);
    assert!(coverage(cut(Better::Lower)).told("2020", "0").verdict(2024).starts_with("undetermined"));
}

// 每年降低0.5个百分点 is counted together from 2020 on: by 2024 two points, whatever the single years did.
#[test]
fn a_change_in_each_year() {
    let rule = |better| Rule::ChangedEachYear { value: number("0.5"), better, since: year(2020) };
    let falling = coverage(rule(Better::Lower)).told("2020", "12").told("2023", "14");
    assert_met(&falling, &["10", "9.9"]);
    assert_not_met(&falling, &["10.1"]);
    let falling = falling.told("2024", "9");
    let judged = falling.judged(2024);
    assert_eq!(
        (judged.bound.unwrap().limit.to_string(), judged.margin.unwrap().to_string()),
        ("10".into(), "1".into())
    );
    let rising = coverage(rule(Better::Higher)).told("2020", "97");
    assert_eq!(rising.clone().told("2026", "99.9").verdict(2026), "not met");
    assert_eq!(rising.clone().told("2028", "100").verdict(2028), "met", "no more than all is asked for");
    assert_eq!(rising.clone().told("2028", "99.9").verdict(2028), "not met");
    let low = coverage(rule(Better::Lower)).told("2020", "1").told("2024", "0");
    assert_eq!(low.verdict(2024), "met", "nor less than nothing");
    assert_eq!(rising.verdict(2020), "not due");
    let unknown = coverage(rule(Better::Lower)).told("2021", "12").told("2024", "1");
    assert!(unknown.verdict(2024).starts_with("undetermined"), "no other year is taken for 2020");
}
