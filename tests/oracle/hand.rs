//! Examples computed by hand, for the oracle itself.

use super::reading as oracle;

use oracle::outlook::outlook;
use oracle::standing::{Standing as S, standing};
use oracle::verdict::{half_even, margin, verdict, year_verdict};
use oracle::*;
use std::collections::BTreeMap;

// ---- small language for series -------------------------------------------------------------

/// "2020:5 2021:? 2022:- 2023:x 2024:3/800 2025:<1 2026:>=99 2027:!7" — missing, 不适用, unusable,
/// counts, intervals, 口径变化 before the value. Years left out have no entry.
fn series(text: &str) -> BTreeMap<i32, Cell> {
    let mut cells = BTreeMap::new();
    for token in text.split_whitespace() {
        let (year, mut v) = token.split_once(':').unwrap();
        let break_before = v.starts_with('!');
        v = v.trim_start_matches('!');
        let value = if v == "?" {
            Value::Missing
        } else if v == "-" {
            Value::NotApplicable
        } else if v == "x" {
            Value::Unusable
        } else if let Some((k, n)) = v.split_once('/') {
            Value::Counts(k.parse().unwrap(), n.parse().unwrap())
        } else if let Some(q) = v.strip_prefix(">=") {
            Value::Interval { low: Some((dec(q), true)), high: None }
        } else if let Some(q) = v.strip_prefix('>') {
            Value::Interval { low: Some((dec(q), false)), high: None }
        } else if let Some(q) = v.strip_prefix("<=") {
            Value::Interval { low: None, high: Some((dec(q), true)) }
        } else if let Some(q) = v.strip_prefix('<') {
            Value::Interval { low: None, high: Some((dec(q), false)) }
        } else {
            Value::Point(dec(v))
        };
        cells.insert(year.parse().unwrap(), Cell { value, break_before });
    }
    cells
}

/// By 2030, in ％ from 0 to 100, one area, every year.
fn case(rule: Rule, text: &str, year: i32) -> Case {
    Case {
        rule,
        timing: Timing::ByYear,
        scope: Scope::Area,
        calendar: Calendar::EveryYear,
        floor: whole(0),
        ceiling: Some(whole(100)),
        unit: UnitOf::PartPer(100),
        printed_places: 0,
        rounds: false,
        plan_first: 2021,
        baseline_year: 2020,
        due: 2030,
        series: series(text),
        reference: BTreeMap::new(),
        units: BTreeMap::new(),
        rosters: BTreeMap::new(),
        host_bounds: BTreeMap::new(),
        year,
    }
}

fn every_year(mut c: Case) -> Case {
    c.timing = Timing::EveryYear { from: 2021 };
    c
}

fn deaths(mut c: Case) -> Case {
    c.unit = UnitOf::PartPer(100_000);
    c.ceiling = None;
    c
}

fn word(word: Qualifier, higher_is_better: bool, text: &str, year: i32) -> Case {
    let mut c = case(Rule::Improves { higher_is_better, qualifier: word }, text, year);
    if word == Qualifier::EachTerm {
        c.timing = Timing::EveryTerm { from: 2021 };
        c.calendar = Calendar::Term;
    }
    c
}

fn at_least(t: &str, text: &str, year: i32) -> Case {
    case(Rule::AtLeast(dec(t)), text, year)
}

fn at_most(t: &str, text: &str, year: i32) -> Case {
    case(Rule::AtMost(dec(t)), text, year)
}

fn units(rule: Rule, scope: Scope, roster: &[(&str, Option<u64>)], values: &[(&str, &str)]) -> Case {
    let mut c = case(rule, "", 2024);
    c.scope = scope;
    for (name, text) in values {
        c.units.insert(name.to_string(), series(text));
    }
    c.rosters.insert(2024, roster.iter().map(|(n, s)| (n.to_string(), *s)).collect());
    c
}

use Outcome::{Met, NotApplicable, NotDue, NotJudged, NotMet, Undetermined};

#[track_caller]
fn says(c: &Case, outcome: Outcome) {
    assert_eq!(verdict(c), outcome, "{c:?}");
}

#[track_caller]
fn stands(c: &Case, expected: S) {
    assert_eq!(standing(c), expected, "{c:?}");
}

macro_rules! examples {
    ($($name:ident $body:block)*) => { $(#[test] fn $name() $body)* };
}

// ---- national series ---------------------------------------------------------------

const MATERNAL: &str = "2020:16.9 2021:16.1 2022:15.7 2023:15.1 2024:14.3";
const RURAL: &str = "2020:18.5 2022:16.6 2023:17.0 2024:15.9";
const EMPLOYED: &str = "2017:43.5 2018:43.7 2019:43.2 2020:43.5 2021:43.1 2022:43.2 2023:43.4 2024:43.4";
const UPPER: &str = "2019:89.5 2020:91.2 2021:91.4 2022:91.6 2023:91.8 2024:92.0";

fn around(text: &str, year: i32) -> Case {
    every_year(case(
        Rule::Around { value: whole(45), tolerance: whole(1), higher_is_better: true },
        text,
        year,
    ))
}

examples! {
    maternal_mortality {
        // 16.9 − 4.9 × 4/10 = 14.94.
        let c = deaths(at_most("12", MATERNAL, 2024));
        let o = outlook(&c);
        assert_eq!(o.path_value, Some(dec("14.94")));
        assert_eq!(o.distance, Some(dec("0.64")));
        assert_eq!(o.share_of_time, Some(dec("0.4")));
        assert_eq!(o.share_done, Some(part(26, 49)));
        assert_eq!(o.pace, Some(part(260, 196)));
        assert_eq!(o.required, Some(part(23, 60)));
        assert_eq!(o.last_change, Some(dec("0.8")));
        assert_eq!(o.best, Some(dec("0.8")));
        // Slopes of the ten pairs, sorted: .4 .5 .6 .6 .6 .6 .65 .7 .8 .8.
        assert_eq!(o.slope, Some(dec("0.6")));
        assert!(o.reaches);
        stands(&c, S::Expected);
        says(&c, NotMet);
        assert_eq!(margin(&c), Some(dec("-2.3")));
    }
    maternal_mortality_projection {
        // 14.3 − 0.6 × (0.9 + … + 0.9^6 = 4.217031).
        let o = outlook(&deaths(at_most("12", MATERNAL, 2024)));
        assert_eq!(o.projection, Some(dec("14.3") - dec("0.6") * dec("4.217031")));
        // Falls below 12 for the first time when the sum passes 2.3/0.6 = 3.83: 3.69 after five years, 4.22
        // after six.
        assert_eq!(o.expected_year, Some(2030));
        assert_eq!(o.years_to_breach, None);
    }
    rural_maternal_mortality_is_on_its_line {
        let c = deaths(at_most("12", RURAL, 2024));
        let o = outlook(&c);
        assert_eq!(o.path_value, Some(dec("15.9")));
        assert_eq!(o.distance, Some(whole(0)));
        assert_eq!(o.pace, Some(whole(1)));
        assert_eq!(o.points, 4);
        assert_eq!(o.slope, None);
        stands(&c, S::Expected);
    }
    rural_in_2023_was_behind {
        // Path 16.55, value 17.0; changes −0.95 a year, then +0.4 worse: best 0.95, required 5/7.
        let c = deaths(at_most("12", RURAL, 2023));
        let o = outlook(&c);
        assert_eq!(o.best, Some(dec("0.95")));
        assert_eq!(o.last_change, Some(dec("-0.4")));
        assert_eq!(o.required, Some(part(5, 7)));
        stands(&c, S::Lagging);
    }
    rural_in_2021_has_no_value {
        stands(&deaths(at_most("12", RURAL, 2021)), S::NoData);
    }
    women_in_employment {
        for year in 2021..=2024 {
            stands(&around(EMPLOYED, year), S::Missed);
        }
        let o = outlook(&around(EMPLOYED, 2024));
        assert_eq!(o.path_value, Some(dec("43.7")));
        assert_eq!(o.bound, Some(whole(44)));
        assert_eq!(margin(&around(EMPLOYED, 2024)), Some(dec("-0.6")));
    }
    upper_secondary {
        let c = at_least("95", UPPER, 2024);
        let o = outlook(&c);
        assert_eq!(o.path_value, Some(dec("92.72")));
        assert_eq!(o.distance, Some(dec("-0.72")));
        assert_eq!(o.required, Some(dec("0.5")));
        assert_eq!(o.slope, Some(dec("0.2")));
        assert_eq!(o.projection, Some(dec("92") + dec("0.2") * dec("4.217031")));
        assert!(o.does_not_reach);
        assert_eq!(o.expected_year, None);
        stands(&c, S::Difficult);
    }
    first_year_just_behind_is_a_lag {
        let c = at_least("95", "2020:85 2021:85.9", 2021);
        assert_eq!(outlook(&c).path_value, Some(whole(86)));
        stands(&c, S::Lagging);
    }
    on_the_line_in_every_year_up {
        // 50 → 60, one point a year.
        let text: Vec<String> = (2020..=2030).map(|y| format!("{y}:{}", 50 + y - 2020)).collect();
        for year in 2021..=2029 {
            let c = at_least("60", &text.join(" "), year);
            assert_eq!(outlook(&c).distance, Some(whole(0)));
            stands(&c, S::Expected);
        }
        stands(&at_least("60", &text.join(" "), 2030), S::Attained);
    }
    on_the_line_to_a_halving {
        let text: Vec<String> = (2020..=2030).map(|y| format!("{y}:{}", 40 - 2 * (y - 2020))).collect();
        for year in 2021..=2029 {
            stands(&at_most("20", &text.join(" "), year), S::Expected);
        }
    }
    a_zero_target_is_nothing_special {
        let text: Vec<String> = (2020..=2030).map(|y| format!("{y}:{}", 10 - (y - 2020))).collect();
        for year in 2021..=2029 {
            stands(&at_most("0", &text.join(" "), year), S::Expected);
        }
    }
    coverage_and_its_gap_agree {
        for (up, down) in [
            ("2020:90 2021:90.4 2022:90.4 2023:90.6", "2020:10 2021:9.6 2022:9.6 2023:9.4"),
            ("2020:90 2021:91 2022:92.4 2023:92.6", "2020:10 2021:9 2022:7.6 2023:7.4"),
        ] {
            assert_eq!(
                standing(&at_least("95", up, 2023)),
                standing(&at_most("5", down, 2023))
            );
        }
    }
    held_inside_without_path {
        // 93 → 91 against 90.
        let c = at_least("90", "2020:93 2021:91", 2021);
        let o = outlook(&c);
        assert!(o.start_met && !o.has_path);
        assert_eq!((o.path_value, o.share_done, o.pace), (Some(whole(90)), None, None));
        assert_eq!(o.distance, Some(whole(1)));
        stands(&c, S::Holding);
    }
    start_met_then_broken { stands(&at_least("90", "2020:93 2021:89", 2021), S::Missed); }
    held_at_exactly_the_bound {
        let c = at_least("90", "2018:90 2019:90 2020:90 2021:90 2022:90", 2022);
        assert!(!outlook(&c).would_break);
        stands(&c, S::Holding);
    }
    falling_towards_the_bound {
        // 97 96 95 94 93: slope −1; 93 − 0.9 − 0.81 − 0.729 − 0.6561 = 89.9049 in 2028.
        let c = at_least("90", "2020:97 2021:96 2022:95 2023:94 2024:93", 2024);
        let o = outlook(&c);
        assert_eq!(o.years_to_breach, Some(4));
        assert!(o.would_break);
        stands(&c, S::AtRisk);
    }
    falling_with_four_points_stays {
        stands(&at_least("90", "2020:96 2021:95 2022:94 2023:93", 2023), S::Holding);
    }
    breach_after_the_due_year_is_no_risk {
        // 93.5 after steps of −1.. use slope −0.5: 97 → 95; sum to 2030 from 2024 is 4.217 × 0.5.
        let c = at_least("92.5", "2020:97 2021:96.5 2022:96 2023:95.5 2024:95", 2024);
        let o = outlook(&c);
        assert_eq!(o.projection, Some(whole(95) - dec("0.5") * dec("4.217031")));
        assert!(!o.would_break);
        // 2.5/0.5 = 5 is passed when 9(1 − 0.9^n) > 5: n = 8 (5.126).
        assert_eq!(o.years_to_breach, Some(8));
        stands(&c, S::Holding);
    }
    ahead_but_slowing {
        // Path in 2025 is 55; value 58, flat for years: projection 58, slope 0 < 0.4.
        let c = at_least("60", "2020:50 2021:58 2022:58 2023:58 2024:58 2025:58", 2025);
        stands(&c, S::Slowing);
        // With four points it still reaches.
        stands(&at_least("60", "2020:50 2021:58 2022:58 2023:58", 2023), S::Expected);
    }
    difficult_by_the_best_change {
        // Three values, path 2022 = 54; required 9/8 = 1.125; best change 0.9 × 1.25 = 1.125: reaches.
        stands(&at_least("60", "2020:50 2021:50.1 2022:51.0", 2022), S::Lagging);
        // Best 0.5: 1.1375 > 0.625.
        stands(&at_least("60", "2020:50 2021:50.4 2022:50.9", 2022), S::Difficult);
    }
    no_good_change_is_difficult { stands(&at_least("60", "2020:50 2021:50 2022:49", 2022), S::Difficult); }
    a_single_value { stands(&at_least("60", "2021:50", 2021), S::Pending); }
    later_baseline {
        // Baseline 2021: path in 2024 = 50 + 9 × 3/9 = 53.
        let o = outlook(&at_least("59", "2021:50 2024:53", 2024));
        assert_eq!(o.baseline, Some((2021, whole(50))));
        assert_eq!(o.path_value, Some(whole(53)));
    }
    met_early { stands(&at_least("60", "2020:50 2021:60", 2021), S::MetEarly); }
    before_the_plan { stands(&at_least("60", "2020:70", 2020), S::Pending); }
    after_the_due_year {
        let c = at_least("60", "2030:60 2031:10", 2031);
        stands(&c, S::Attained);
        assert_eq!(margin(&c), Some(whole(0)));
    }
    due_year_alone { says(&at_least("60", "2024:70 2029:70 2030:59", 2030), NotMet); }
    due_year_missing {
        stands(&at_least("60", "2020:50 2029:70", 2030), S::NoData);
        stands(&at_least("60", "2020:50 2029:70 2030:x", 2030), S::Undetermined);
    }
    no_path_for_whole_numbers {
        let mut c = at_least("1", "2020:0 2021:0", 2021);
        c.unit = UnitOf::Whole;
        c.ceiling = None;
        stands(&c, S::Pending);
        assert_eq!(outlook(&c).path_value, None);
        c.series = series("2020:0 2021:1");
        stands(&c, S::MetEarly);
    }
    projection_stops_at_a_limit {
        let o = outlook(&at_least("100", "2020:80 2021:85 2022:90 2023:95 2024:99", 2024));
        assert_eq!(o.projection, Some(whole(100)));
        assert_eq!(o.expected_year, Some(2025));
    }
}

// ---- comparisons ------------------------------------------------------------------------------

examples! {
    inclusive_and_exclusive {
        says(&at_least("40", "2024:40", 2024), Met);
        says(&at_most("40", "2024:40", 2024), Met);
        says(&case(Rule::MoreThan(whole(40)), "2024:40", 2024), NotMet);
        says(&case(Rule::LessThan(whole(40)), "2024:40", 2024), NotMet);
        says(&case(Rule::LessThan(whole(40)), "2024:39.9", 2024), Met);
    }
    about_forty_five {
        says(&around("2024:44", 2024), Met);
        says(&around("2024:43.9", 2024), NotMet);
        says(&around("2024:60", 2024), Met);
        let mut c = around("2024:46", 2024);
        c.rule = Rule::Around { value: whole(45), tolerance: whole(1), higher_is_better: false };
        says(&c, Met);
        c.series = series("2024:46.1");
        says(&c, NotMet);
        assert_eq!(margin(&c), Some(dec("-0.1")));
    }
    one_third {
        let c = |text| case(Rule::AtLeastRatio(1, 3), text, 2024);
        says(&c("2024:33/100"), NotMet);
        says(&c("2024:34/100"), Met);
        says(&c("2024:7/21"), Met);
        says(&c("2024:33.33"), NotMet);
        says(&c("2024:33.34"), Met);
        assert_eq!(margin(&c("2024:1/2")), Some(whole(50) - part(100, 3)));
    }
    midwives_for_beds {
        let mut c = case(Rule::AtLeastRatio(3, 1), "2024:9/3", 2024);
        c.unit = UnitOf::Ratio;
        c.ceiling = None;
        says(&c, Met);
        c.series = series("2024:8/3");
        says(&c, NotMet);
        assert_eq!(outlook(&c).bound, None);
    }
    a_fifth_down {
        let rule = || Rule::ChangedBy { percent: whole(20), lower_is_better: true, since: 2020 };
        says(&case(rule(), "2020:5 2024:4", 2024), Met);
        says(&case(rule(), "2020:5 2024:4.01", 2024), NotMet);
        says(&case(rule(), "2019:5 2021:5 2024:4", 2024), Undetermined);
        says(&case(rule(), "2020:0 2024:0", 2024), Undetermined);
        says(&case(rule(), "2020:5 2023:!9 2024:1", 2024), Undetermined);
        assert_eq!(margin(&case(rule(), "2020:5 2024:3.5", 2024)), Some(dec("0.5")));
        // Path to 4: 5 − 0.4 = 4.6.
        assert_eq!(outlook(&case(rule(), "2020:5 2024:4.5", 2024)).path_value, Some(dec("4.6")));
    }
    not_below_the_reference {
        let mut c = case(Rule::NotBelow, "2024:30", 2024);
        says(&c, Undetermined);
        stands(&c, S::Undetermined);
        c.reference = series("2024:30");
        says(&c, Met);
        stands(&c, S::MetEarly);
        c.reference = series("2024:30.1");
        says(&c, NotMet);
        stands(&c, S::Missed);
        c.reference = series("2024:-");
        says(&c, Undetermined);
        c.series = series("2024:-");
        says(&c, NotApplicable);
    }
    in_proportion {
        let mut c = case(Rule::InProportion(whole(5)), "2024:35", 2024);
        c.reference = series("2024:40");
        says(&c, Met);
        assert_eq!(margin(&c), Some(whole(0)));
        c.reference = series("2024:40.1");
        says(&c, NotMet);
        c.reference = series("2024:<=40");
        says(&c, Met);
        c.reference = series("2024:>40");
        says(&c, NotMet);
        c.reference = series("2024:>=40");
        says(&c, Undetermined);
    }
    host_bounds {
        let mut c = every_year(case(Rule::HostBound { higher_is_better: true }, "2020:50 2021:60 2022:60", 2022));
        says(&c, NotJudged);
        c.host_bounds = BTreeMap::from([(2021, whole(55)), (2022, whole(65)), (2030, whole(80))]);
        says(&c, NotMet);
        stands(&c, S::Missed);
        assert_eq!(outlook(&c).path_value, Some(whole(56)));
        c.year = 2021;
        stands(&c, S::Holding);
        c.year = 2023;
        stands(&c, S::NotJudged);
    }
    monitored { stands(&case(Rule::Monitored, "2024:1", 2031), S::NotJudged); }
    rounding {
        let mut c = at_least("95", "2024:94.96", 2024);
        says(&c, NotMet);
        c.rounds = true;
        c.printed_places = 1;
        c.rule = Rule::AtLeast(dec("95.0"));
        says(&c, Met);
        assert_eq!(margin(&c), Some(dec("-0.04")));
        c.series = series("2024:94.95");
        // Half way: to the even digit, 95.0? 94.95 lies between 94.9 (odd) and 95.0 (even).
        says(&c, Met);
        c.series = series("2024:94.949");
        says(&c, NotMet);
        c.printed_places = 0;
        // 94.5 goes to 94.
        c.series = series("2024:94.5");
        says(&c, NotMet);
        c.unit = UnitOf::Hours;
        c.series = series("2024:94.9");
        says(&c, NotMet);
    }
    half_to_even {
        assert_eq!(half_even(&dec("0.25"), 1), dec("0.2"));
        assert_eq!(half_even(&dec("0.35"), 1), dec("0.4"));
        assert_eq!(half_even(&dec("2.5"), 0), whole(2));
        assert_eq!(half_even(&dec("3.5"), 0), whole(4));
        assert_eq!(half_even(&part(1, 3), 2), dec("0.33"));
    }
    rounding_an_interval {
        let mut c = at_least("95", "2024:>=94.5", 2024);
        c.rounds = true;
        says(&c, Undetermined);
        c.series = series("2024:>94.5");
        says(&c, Met);
    }
    rounding_never_touches_a_third {
        let mut c = case(Rule::AtLeastRatio(1, 3), "2024:33.3", 2024);
        c.rounds = true;
        c.printed_places = 0;
        says(&c, NotMet);
    }
    intervals {
        says(&at_least("98", "2024:>=99", 2024), Met);
        says(&at_least("99", "2024:>99", 2024), Met);
        says(&case(Rule::MoreThan(whole(99)), "2024:>99", 2024), Met);
        says(&case(Rule::MoreThan(whole(99)), "2024:>=99", 2024), Undetermined);
        says(&at_most("98", "2024:>98", 2024), NotMet);
        says(&at_most("98", "2024:>=98", 2024), Undetermined);
        says(&at_least("100", "2024:>100", 2024), Undetermined);
        assert_eq!(margin(&at_least("98", "2024:>=99", 2024)), None);
        assert_eq!(outlook(&at_least("98", "2020:>=99 2024:99", 2024)).baseline, Some((2024, whole(99))));
        stands(&at_least("98", "2024:>97", 2024), S::Undetermined);
    }
    impossible_and_zero {
        says(&at_least("98", "2024:100.1", 2024), Undetermined);
        says(&at_least("98", "2024:5/4", 2024), Undetermined);
        says(&at_least("98", "2024:5/0", 2024), Undetermined);
        says(&at_least("98", "2024:0/0", 2024), NotApplicable);
        stands(&at_least("98", "2024:0/0", 2024), S::NotApplicable);
        let mut c = at_least("98", "2024:5/4", 2024);
        c.ceiling = None;
        says(&c, Met);
    }
}

// ---- directions ---------------------------------------------------------------------------------

examples! {
    plain {
        says(&word(Qualifier::Plain, true, "2020:50 2021:40 2024:50.1", 2024), Met);
        says(&word(Qualifier::Plain, true, "2020:50 2024:50", 2024), NotMet);
        stands(&word(Qualifier::Plain, true, "2020:50 2024:50", 2024), S::Lagging);
        stands(&word(Qualifier::Plain, true, "2020:50 2024:51", 2024), S::Holding);
        stands(&word(Qualifier::Plain, true, "2020:50", 2024), S::NoData);
    }
    plain_without_2020 {
        says(&word(Qualifier::Plain, true, "2019:10 2022:50", 2022), Undetermined);
        stands(&word(Qualifier::Plain, true, "2019:10 2022:50", 2022), S::Undetermined);
        says(&word(Qualifier::Plain, true, "2019:10 2022:50 2023:49", 2023), NotMet);
    }
    best_limit {
        says(&word(Qualifier::Plain, false, "2020:0 2024:0", 2024), Met);
        says(&word(Qualifier::Plain, true, "2020:100 2024:100", 2024), Met);
        says(&word(Qualifier::Sustained, false, "2020:2 2021:1 2022:0 2023:0", 2023), Met);
        let mut c = word(Qualifier::Plain, false, "2020:1 2024:1", 2024);
        says(&c, NotMet);
        c.floor = whole(1);
        c.ceiling = None;
        says(&c, Met);
    }
    gradually {
        // Better than 2020, but slopes 10 1.5 .67 −7 −4 −1: median −1/6.
        says(&word(Qualifier::Gradually, true, "2020:10 2021:20 2022:13 2023:12", 2023), NotMet);
        // Standing still in between is allowed: slopes 0 0 0 1/3 1/2 1.
        says(&word(Qualifier::Gradually, true, "2020:10 2021:10 2022:10 2023:11", 2023), Met);
        says(&word(Qualifier::Gradually, true, "2020:10 2021:12 2022:11 2023:12", 2023), Met);
        // Slopes 2 −.5 .33 −3 −.5 2: median −1/12.
        says(&word(Qualifier::Gradually, true, "2020:10 2021:12 2022:9 2023:11", 2023), NotMet);
        says(&word(Qualifier::Gradually, true, "2020:10 2021:12 2022:9", 2023), Undetermined);
    }
    steadily {
        says(&word(Qualifier::Steadily, true, "2020:10 2021:11 2022:11 2023:12", 2023), Met);
        says(&word(Qualifier::Steadily, true, "2020:10 2021:12 2022:11 2023:15", 2023), NotMet);
        stands(&word(Qualifier::Steadily, true, "2020:10 2021:12 2022:11 2023:15", 2023), S::Missed);
        stands(&word(Qualifier::Steadily, true, "2020:10 2021:10", 2021), S::Lagging);
        says(&word(Qualifier::Steadily, true, "2020:10 2021:12 2023:12", 2023), Met);
    }
    broken_stays_broken_in_silence {
        says(&word(Qualifier::Steadily, true, "2020:10 2021:12 2022:11", 2023), NotMet);
        says(&word(Qualifier::Sustained, true, "2020:10 2021:10", 2022), NotMet);
        says(&word(Qualifier::Sustained, true, "2020:10 2021:11", 2022), Undetermined);
        stands(&word(Qualifier::Sustained, true, "2020:10 2021:10", 2030), S::Missed);
    }
    sustained {
        says(&word(Qualifier::Sustained, true, "2020:10 2021:11 2023:12", 2023), Met);
        says(&word(Qualifier::Sustained, true, "2020:10 2021:11 2022:11 2023:12", 2023), NotMet);
    }
    intervals_in_directions {
        says(&word(Qualifier::Plain, false, "2020:2 2024:<2", 2024), Met);
        says(&word(Qualifier::Plain, false, "2020:2 2024:<=2", 2024), Undetermined);
        says(&word(Qualifier::Plain, false, "2020:2 2024:>=2", 2024), NotMet);
        says(&word(Qualifier::Sustained, false, "2020:5 2021:<4 2022:3", 2022), Undetermined);
        says(&word(Qualifier::Steadily, true, "2020:5 2021:>=6 2022:5.5", 2022), NotMet);
    }
    each_term {
        let c = |text, year| word(Qualifier::EachTerm, true, text, year);
        says(&c("2018:20 2023:25", 2021), NotDue);
        stands(&c("2018:20 2023:25", 2021), S::Pending);
        says(&c("2018:20 2023:25", 2024), Met);
        stands(&c("2018:20 2023:25", 2024), S::Holding);
        says(&c("2018:20 2023:20", 2026), NotMet);
        stands(&c("2018:20 2023:20", 2026), S::Missed);
        says(&c("2018:20 2022:20 2027:30", 2030), NotMet);
        says(&c("2018:20 2022:? 2027:30", 2030), Undetermined);
        says(&c("2022:20", 2023), Undetermined);
        says(&c("2022:20 2027:21", 2030), Met);
    }
    no_election_at_all { stands(&word(Qualifier::EachTerm, true, "2018:20", 2030), S::Pending); }
    caesareans {
        let c = |text| case(Rule::NotWorse { higher_is_better: false }, text, 2024);
        says(&c("2020:40 2024:40"), Met);
        says(&c("2020:40 2022:50 2024:39"), Met);
        says(&c("2020:40 2024:40.1"), NotMet);
        says(&c("2020:40 2024:<=40"), Met);
    }
    slower_rise {
        let c = |text| case(Rule::RisesSlower, text, 2024);
        // 2 a year before, 1.5 after.
        says(&c("2015:10 2020:20 2024:26"), Met);
        says(&c("2015:10 2020:20 2024:28"), NotMet);
        says(&c("2020:20 2024:20"), Met);
        says(&c("2020:20 2024:21"), Undetermined);
        says(&c("2015:30 2020:20 2024:21"), NotMet);
        stands(&c("2015:30 2020:20 2024:21"), S::Lagging);
        // Eleven years back is too far: from 2015 on the rise is 1 a year, now 1.25.
        says(&c("2009:0 2015:15 2020:20 2024:25"), NotMet);
        // A new definition: baseline 2021, nothing earlier.
        says(&c("2015:10 2020:20 2021:!30 2024:31"), Undetermined);
    }
    a_break_moves_the_baseline {
        says(&word(Qualifier::Plain, true, "2020:50 2022:!40 2024:45", 2024), Met);
        says(&word(Qualifier::Plain, true, "2020:50 2024:!60", 2024), Undetermined);
        says(&word(Qualifier::Steadily, true, "2020:50 2021:40 2022:!30 2023:31", 2023), Met);
    }
    urban_rural_gap_of_issue_3 {
        let text = "2020:4.4 2022:2.3 2023:4.5 2024:3.4";
        says(&word(Qualifier::Plain, false, text, 2022), Met);
        says(&word(Qualifier::Plain, false, text, 2023), NotMet);
        says(&word(Qualifier::Plain, false, text, 2024), Met);
        says(&word(Qualifier::Plain, false, text, 2021), Undetermined);
    }
    science_gap_of_issue_3 {
        says(&word(Qualifier::Gradually, false, "2020:4.3 2022:3.8 2023:3.13 2024:2.76", 2024), Met);
    }
}

// ---- time -----------------------------------------------------------------------------------------

fn full(value: &str) -> String {
    (2020..=2030).map(|y| format!("{y}:{value} ")).collect()
}

fn with(text: &str, changes: &str) -> BTreeMap<i32, Cell> {
    let mut all = series(text);
    all.extend(series(changes));
    all
}

examples! {
    every_year_in_the_end {
        let mut c = every_year(at_least("95", &full("95"), 2030));
        stands(&c, S::Attained);
        c.series = with(&full("95"), "2024:94.9");
        stands(&c, S::Missed);
        c.series = with(&full("95"), "2024:?");
        stands(&c, S::Undetermined);
        c.series = with(&full("95"), "2024:-");
        stands(&c, S::Attained);
        c.series = with(&full("95"), "2024:94.9 2030:?");
        stands(&c, S::Missed);
        c.series = with(&full("95"), "2030:?");
        stands(&c, S::NoData);
    }
    every_year_on_the_way {
        let c = every_year(at_least("95", "2020:99 2021:90 2022:96", 2022));
        stands(&c, S::Holding);
        assert_eq!(year_verdict(&c, 2021), NotMet);
        stands(&every_year(at_least("95", "2020:99 2021:90 2022:96", 2023)), S::NoData);
    }
    once_reached {
        let mut c = at_least("95", "2020:90 2021:94 2022:96 2023:97", 2023);
        c.timing = Timing::OnceReached;
        stands(&c, S::Holding);
        // Path 90.5 in 2021; then 90.4.
        c.year = 2021;
        stands(&c, S::Expected);
        c.series = series("2020:90 2021:90.4");
        stands(&c, S::Lagging);
        c.series = series("2020:90 2021:96 2022:94");
        c.year = 2022;
        stands(&c, S::Missed);
    }
    once_reached_in_the_end {
        let end = |changes: &str| {
            let mut c = at_least("95", "", 2030);
            c.timing = Timing::OnceReached;
            c.series = with(&full("96"), changes);
            c
        };
        says(&end("2020:90 2021:90 2022:90"), Met);
        says(&end("2020:90 2021:90 2025:94"), NotMet);
        says(&end("2020:90 2021:90 2025:?"), Undetermined);
        says(&end("2030:94"), NotMet);
        says(&end("2020:90 2025:94 2030:?"), NotMet);
        says(&end("2020:90 2021:?"), Met);
        says(&end("2020:90 2021:? 2022:94"), Undetermined);
        says(&end("2021:94"), NotMet);
        says(&end("2020:? 2021:94"), Met);
        says(&end("2020:90 2025:-"), Met);
    }
    term_bounds {
        let mut c = at_least("30", "2018:35 2022:29 2027:31", 2021);
        c.calendar = Calendar::Term;
        c.timing = Timing::EveryTerm { from: 2021 };
        stands(&c, S::Pending);
        c.year = 2024;
        stands(&c, S::Missed);
        c.year = 2030;
        stands(&c, S::Attained);
        c.timing = Timing::EveryYear { from: 2021 };
        stands(&c, S::Missed);
    }
    surveys_stand {
        let mut c = at_least("90", "2020:85 2025:91", 2024);
        c.calendar = Calendar::Survey { years: 5, anchor: 2020 };
        says(&c, NotMet);
        c.year = 2027;
        says(&c, Met);
        c.series = series("2020:85 2025:?");
        stands(&c, S::NoData);
        c.timing = Timing::EveryYear { from: 2021 };
        c.series = series("2020:85 2025:91 2030:92");
        c.year = 2030;
        says(&c, Met);
    }
    yearly_meetings {
        let mut c = at_least("1", "2022:1 2023:0", 2021);
        c.unit = UnitOf::Whole;
        c.ceiling = None;
        c.timing = Timing::EveryYear { from: 2022 };
        stands(&c, S::Pending);
        c.year = 2022;
        stands(&c, S::Holding);
        c.year = 2023;
        stands(&c, S::Missed);
        c.year = 2024;
        stands(&c, S::NoData);
    }
    one_in_five_years {
        let mut c = at_least("1", "2021:0 2022:0 2023:0 2024:0", 2024);
        c.unit = UnitOf::Whole;
        c.ceiling = None;
        c.timing = Timing::EachWindow { from: 2021, years: 5 };
        stands(&c, S::Pending);
        c.year = 2025;
        stands(&c, S::NoData);
        c.series.extend(series("2025:0"));
        stands(&c, S::Missed);
        c.series.extend(series("2025:1"));
        stands(&c, S::Holding);
        c.year = 2027;
        stands(&c, S::Pending);
        c.year = 2030;
        stands(&c, S::NoData);
        c.series.extend(series("2026:0 2027:0 2028:0 2029:0 2030:0"));
        stands(&c, S::Missed);
        c.series.extend(series("2026:2"));
        stands(&c, S::Attained);
        assert_eq!(margin(&c), None);
    }
    midterm_evaluation {
        let mut c = at_least("1", "", 2024);
        c.unit = UnitOf::Whole;
        c.ceiling = None;
        c.timing = Timing::Once { from: 2025, by: 2026 };
        c.due = 2026;
        stands(&c, S::Pending);
        c.series = series("2025:1");
        c.year = 2025;
        stands(&c, S::MetEarly);
        c.year = 2028;
        stands(&c, S::Attained);
        c.series = series("2025:0 2026:0");
        stands(&c, S::Missed);
    }
    an_error_before_2020 { assert!(at_least("1", "", 2019).year_is_an_error()); }
}

// ---- units ----------------------------------------------------------------------------------------

examples! {
    one_of_sixteen_fails {
        let names: Vec<String> = (1..=16).map(|i| format!("u{i}")).collect();
        let roster: Vec<(&str, Option<u64>)> = names.iter().map(|n| (n.as_str(), None)).collect();
        let at = |count: usize, last: &'static str| {
            let mut v: Vec<(&str, &str)> = names[..count].iter().map(|n| (n.as_str(), "2024:90")).collect();
            v.push((names[15].as_str(), last));
            units(Rule::AtLeast(whole(90)), Scope::EveryUnit, &roster, &v)
        };
        says(&at(10, "2024:89.9"), NotMet);
        says(&at(15, "2024:90"), Met);
        says(&at(15, "2024:?"), Undetermined);
        says(&at(15, "2024:-"), Met);
        says(&at(15, ""), Undetermined);
        stands(&at(15, ""), S::Undetermined);
        assert_eq!(margin(&at(15, "2024:90")), None);
    }
    rosters {
        let rule = || Rule::AtLeast(whole(90));
        let mut c = units(rule(), Scope::EveryUnit, &[], &[("a", "2024:90")]);
        says(&c, NotApplicable);
        c.rosters.clear();
        says(&c, Undetermined);
        c.units.insert("b".into(), series("2024:80"));
        says(&c, NotMet);
        // A stranger decides nothing.
        c.rosters.insert(2024, vec![("a".into(), None)]);
        says(&c, Met);
        let all_away = units(rule(), Scope::EveryUnit, &[("a", None)], &[("a", "2024:0/0")]);
        says(&all_away, NotApplicable);
        stands(&units(rule(), Scope::EveryUnit, &[("a", None)], &[]), S::NoData);
    }
    units_without_path {
        let c = units(Rule::AtLeast(whole(90)), Scope::EveryUnit, &[("a", None)], &[("a", "2020:50 2024:80")]);
        stands(&c, S::Pending);
    }
    pooled_shares {
        let pool = |a: &str, b: &str, size| {
            units(Rule::AtLeast(whole(30)), Scope::Pooled, &[("a", None), ("b", size)], &[("a", a), ("b", b)])
        };
        // 3 + 0 of 5 + 5.
        says(&pool("2024:3/5", "2024:0/5", None), Met);
        says(&pool("2024:2/5", "2024:0/5", None), NotMet);
        // Silent: of 5 more, between 3/10 and 8/10; with size 6 from 3/11 on.
        says(&pool("2024:3/5", "", Some(5)), Met);
        says(&pool("2024:3/5", "", Some(6)), Undetermined);
        says(&pool("2024:3/5", "", None), Undetermined);
        says(&pool("2024:0/50", "2024:x", Some(10)), NotMet);
        says(&pool("2024:0/0", "2024:0/0", None), NotApplicable);
        assert_eq!(margin(&pool("2024:3/5", "2024:0/5", None)), Some(whole(0)));
        assert_eq!(margin(&pool("2024:3/5", "", Some(5))), None);
    }
    pooled_full_coverage {
        let c = units(Rule::AtLeast(whole(100)), Scope::Pooled, &[("a", None), ("b", None)], &[("a", "2024:249/250")]);
        says(&c, NotMet);
        stands(&c, S::Pending);
    }
    a_silent_roster {
        let mut c = units(Rule::AtLeast(whole(100)), Scope::Pooled, &[("a", None)], &[]);
        stands(&c, S::NoData);
        c.rosters.clear();
        c.units.insert("a".into(), series("2024:5/5"));
        stands(&c, S::Undetermined);
    }
}

// ---- the generator ----------------------------------------------------------------------------------

#[test]
fn everything_comes_out() {
    let mut outcomes: BTreeMap<Outcome, u32> = BTreeMap::new();
    let mut standings: BTreeMap<S, u32> = BTreeMap::new();
    for seed in 0..20_000 {
        let c = generate::generate(seed);
        *outcomes.entry(verdict(&c)).or_default() += 1;
        *standings.entry(standing(&c)).or_default() += 1;
        margin(&c);
        let o = outlook(&c);
        assert!(!(o.reaches && o.does_not_reach));
    }
    println!("{outcomes:?}\n{standings:?}");
    assert_eq!(outcomes.len(), 6);
    assert_eq!(standings.len(), 14);
    assert!(standings.values().all(|n| *n > 30));
    assert_eq!(generate::generate(7), generate::generate(7));
}

#[test]
fn a_value_never_turns_met_into_not_met() {
    // With the baseline known, filling one gap changes undetermined only.
    let menu = generate::Menu { baseline_missing: false, breaks: false, ..generate::Menu::ALL };
    let mut filled = 0;
    for seed in 0..20_000 {
        let c = generate::generate_with(seed, &menu);
        let before = verdict(&c);
        if c.scope != Scope::Area || !matches!(before, Met | NotMet) {
            continue;
        }
        // Directions look at a longer series then; bounds must not.
        if matches!(c.rule, Rule::Improves { .. } | Rule::RisesSlower) || c.calendar == Calendar::Term {
            continue;
        }
        for year in 2021..=c.effective_year() {
            let gap = match c.series.get(&year) {
                None => values::measured_in(&c, year),
                Some(cell) => cell.value == Value::Missing,
            };
            if gap {
                for v in [c.floor.clone(), whole(3), whole(100)] {
                    let mut more = c.clone();
                    more.series.insert(year, Value::Point(v).into());
                    assert_eq!(verdict(&more), before, "seed {seed}, {year}");
                    filled += 1;
                }
            }
        }
    }
    assert!(filled > 500, "{filled}");
}

#[test]
fn every_kind_is_met_and_not_met() {
    let mut seen: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    for seed in 0..20_000 {
        let c = generate::generate(seed);
        let answer = verdict(&c);
        let rule = match &c.rule {
            Rule::Improves { qualifier: word, .. } => format!("{word:?}"),
            other => format!("{other:?}").split(['(', ' ']).next().unwrap().to_string(),
        };
        let timing = format!("{:?}", c.timing).split([' ']).next().unwrap().to_string();
        for kind in [rule, timing, format!("{:?}", c.scope), format!("{:?}", c.calendar)] {
            let count = seen.entry(kind).or_default();
            match answer {
                Met => count[0] += 1,
                NotMet => count[1] += 1,
                _ => {}
            }
        }
    }
    println!("{seen:?}");
    for (kind, [met, not_met]) in &seen {
        assert!(kind == "Monitored" || (*met > 5 && *not_met > 5), "{kind}");
    }
}

fn rank(s: S) -> Option<u32> {
    Some(match s {
        S::Attained => 8,
        S::MetEarly | S::Holding => 7,
        S::AtRisk => 6,
        S::Expected => 5,
        S::Slowing => 4,
        S::Lagging => 3,
        S::Difficult => 2,
        S::Missed => 1,
        _ => return None,
    })
}

#[test]
fn a_better_latest_value_never_worsens_the_standing() {
    let mut compared = 0;
    for seed in 0..40_000 {
        let c = generate::generate(seed);
        let year = c.effective_year();
        let Some(Cell { value: Value::Point(q), .. }) = c.series.get(&year) else {
            continue;
        };
        let Some(before) = rank(standing(&c)) else {
            continue;
        };
        for by in [part(1, 10), whole(1), whole(5)] {
            let new = if c.higher_is_better() { q + by } else { q - by };
            let mut better = c.clone();
            better.series.get_mut(&year).unwrap().value = Value::Point(new.clone());
            if matches!(values::reading_of(&better, year), values::Reading::Unusable) {
                continue;
            }
            if let Some(after) = rank(standing(&better)) {
                assert!(after >= before, "seed {seed} {before} {after} {c:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 10_000);
}

fn shifted(c: &Case, by: i32) -> Case {
    let cells = |m: &BTreeMap<i32, Cell>| m.iter().map(|(y, v)| (y + by, v.clone())).collect();
    let mut s = c.clone();
    s.plan_first += by;
    s.baseline_year += by;
    s.due += by;
    s.year += by;
    s.series = cells(&c.series);
    s.reference = cells(&c.reference);
    s.units = c.units.iter().map(|(n, m)| (n.clone(), cells(m))).collect();
    s.rosters = c.rosters.iter().map(|(y, r)| (y + by, r.clone())).collect();
    s.host_bounds = c.host_bounds.iter().map(|(y, q)| (y + by, q.clone())).collect();
    s.timing = match c.timing {
        Timing::EveryYear { from } => Timing::EveryYear { from: from + by },
        Timing::EveryTerm { from } => Timing::EveryTerm { from: from + by },
        Timing::EachWindow { from, years } => Timing::EachWindow { from: from + by, years },
        Timing::Once { from, by: end } => Timing::Once { from: from + by, by: end + by },
        other => other,
    };
    if let Rule::ChangedBy { since, .. } = &mut s.rule {
        *since += by;
    }
    if let Calendar::Survey { anchor, .. } = &mut s.calendar {
        *anchor += by;
    }
    s
}

#[test]
fn shifting_all_years_changes_nothing() {
    for seed in 0..5_000 {
        let c = generate::generate(seed);
        let s = shifted(&c, -7);
        assert_eq!(verdict(&c), verdict(&s), "{seed}");
        assert_eq!(standing(&c), standing(&s), "{seed}");
        assert_eq!(margin(&c), margin(&s), "{seed}");
        assert_eq!(outlook(&c).projection, outlook(&s).projection, "{seed}");
    }
}

#[test]
fn a_mirrored_target_gets_the_mirrored_answer() {
    // v → 100 − v for shares from 0 to 100, without rounding.
    let mut compared = 0;
    for seed in 0..20_000 {
        let c = generate::generate(seed);
        let hundred = whole(100);
        let turn = |q: &Q| &hundred - q;
        if c.ceiling != Some(whole(100)) || c.rounds || c.scope == Scope::Pooled {
            continue;
        }
        let mut m = c.clone();
        m.rule = match &c.rule {
            Rule::AtLeast(t) => Rule::AtMost(turn(t)),
            Rule::AtMost(t) => Rule::AtLeast(turn(t)),
            Rule::MoreThan(t) => Rule::LessThan(turn(t)),
            Rule::LessThan(t) => Rule::MoreThan(turn(t)),
            Rule::Around { value, tolerance, higher_is_better } => Rule::Around {
                value: turn(value),
                tolerance: tolerance.clone(),
                higher_is_better: !higher_is_better,
            },
            Rule::Improves { higher_is_better, qualifier: word } => {
                Rule::Improves { higher_is_better: !higher_is_better, qualifier: *word }
            }
            Rule::NotWorse { higher_is_better } => Rule::NotWorse { higher_is_better: !higher_is_better },
            Rule::HostBound { higher_is_better } => Rule::HostBound { higher_is_better: !higher_is_better },
            _ => continue,
        };
        for q in m.host_bounds.values_mut() {
            *q = turn(q);
        }
        for cells in std::iter::once(&mut m.series).chain(m.units.values_mut()) {
            for cell in cells.values_mut() {
                cell.value = match &cell.value {
                    Value::Point(q) => Value::Point(turn(q)),
                    Value::Counts(k, n) if k <= n => Value::Counts(n - k, *n),
                    Value::Counts(..) => Value::Unusable,
                    Value::Interval { low, high } => Value::Interval {
                        low: high.as_ref().map(|(q, i)| (turn(q), *i)),
                        high: low.as_ref().map(|(q, i)| (turn(q), *i)),
                    },
                    other => other.clone(),
                };
            }
        }
        assert_eq!(verdict(&c), verdict(&m), "{seed} {c:?}");
        assert_eq!(standing(&c), standing(&m), "{seed}");
        assert_eq!(margin(&c), margin(&m), "{seed}");
        assert_eq!(outlook(&c).slope, outlook(&m).slope, "{seed}");
        compared += 1;
    }
    assert!(compared > 3_000);
}
