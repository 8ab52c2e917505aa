//! Corners that the random laws leave out, each with the least that shows it.

use dabiao::{
    Catalogue, Number, Observation, Outcome, Record, Roster, Rule, Settings,
    data::{Datum, Member, Missing},
    judge::{Assessment, Note},
    plan::{Better, Calendar, IndicatorCard, Qualifier, Scope, Timing},
    values::{Counts, Date, End, Interval, Period, Ratio, ReportingUnit, Unit, Value, cell::Cell},
};
use rust_decimal::Decimal;

use crate::scene::{Scene, card, number, plan, target, year};

fn percent(calendar: Calendar) -> IndicatorCard {
    card("main", Unit::Percent, "0", Some("100"), calendar)
}

fn events() -> IndicatorCard {
    card("main", Unit::Count, "0", None, Calendar::Event)
}

fn told(at: i32, text: &str) -> Observation {
    Observation::new("main", year(at), Value::Number(number(text)), Unit::Percent)
}

fn counted(at: i32, numerator: u64, denominator: u64, town: &'static str) -> Observation {
    let counts = Value::Counts(Counts { numerator, denominator });
    Observation::new("main", year(at), counts, Unit::Percent).in_unit(ReportingUnit::new("town", town))
}

fn roster(at: i32, members: &[(&'static str, Option<u64>)]) -> Roster {
    let members = members.iter().map(|(id, size)| Member { id: (*id).into(), size: *size }).collect();
    Roster { area: None, kind: "town".into(), year: year(at), members }
}

fn scene(card: IndicatorCard, rule: Rule, timing: Timing, scope: Scope, rows: Vec<Observation>) -> Scene {
    let target = target(rule, timing, scope);
    Scene { cards: vec![card], target, observations: rows, rosters: vec![], settings: Settings::default() }
}

fn by_2030() -> Timing {
    Timing::ByYear { due: year(2030) }
}

fn at_least(text: &str) -> Rule {
    Rule::AtLeast { value: number(text) }
}

fn json(one: &Assessment) -> String {
    serde_json::to_string(one).unwrap()
}

#[test]
fn the_band_of_about_is_the_same_in_every_unit() {
    // 4.95% and 49.5‰ about 4% and 40‰: one point is 10‰.
    let rule = |text, tolerance| Rule::Around {
        value: number(text),
        better: Better::Higher,
        tolerance: Some(number(tolerance)),
    };
    let rows = vec![told(2024, "4.95")];
    let in_percent =
        scene(percent(Calendar::Year), rule("4", "1"), by_2030(), Scope::Area, rows.clone()).assess(2024);
    let per_mille = card("main", Unit::PerMille, "0", Some("1000"), Calendar::Year);
    let in_mille = scene(per_mille, rule("40", "10"), by_2030(), Scope::Area, rows).assess(2024);
    assert_eq!(in_percent.notes.contains(&Note::BeyondBand), in_mille.notes.contains(&Note::BeyondBand));
}

#[test]
fn what_is_only_watched_has_no_verdict_over_units_either() {
    let rows = vec![counted(2024, 1, 2, "a")];
    let scene =
        scene(percent(Calendar::Year), Rule::Monitored, by_2030(), Scope::Pooled("town".into()), rows);
    assert_eq!(scene.assess(2024).outcome, Outcome::NotJudged);
}

#[test]
fn a_mark_on_a_day_is_no_meeting() {
    let yearly = Timing::EveryYear { from: year(2022), due: year(2030) };
    let day = Date::literal(2024, 5, 1);
    let row = Observation { datum: Datum::Missing(Missing::NotReported), ..Observation::event("main", day) };
    let scene = scene(events(), at_least("1"), yearly, Scope::Area, vec![row]);
    assert_eq!(scene.assess(2024).outcome, Outcome::Undetermined);
}

#[test]
fn zero_meetings_on_a_day_are_no_meeting() {
    let yearly = Timing::EveryYear { from: year(2022), due: year(2030) };
    let none = Datum::Value(Value::Number(number("0")));
    let row = Observation { datum: none, ..Observation::event("main", Date::literal(2024, 5, 1)) };
    let scene = scene(events(), at_least("1"), yearly, Scope::Area, vec![row]);
    assert_ne!(scene.assess(2024).outcome, Outcome::Met);
}

#[test]
fn a_count_of_events_is_held_against_the_rule_as_it_stands() {
    let yearly = Timing::EveryYear { from: year(2022), due: year(2030) };
    let row = Observation::new("main", year(2024), Value::Number(number("5")), Unit::Count);
    for rule in [
        Rule::AtMost { value: number("0") },
        Rule::LessThan { value: number("5") },
        Rule::MoreThan { value: number("5") },
    ] {
        let scene = scene(events(), rule, yearly, Scope::Area, vec![row.clone()]);
        // Either the plan is refused or the rule is applied.
        let mut catalogue = Catalogue::new();
        if catalogue.add(plan("p"), scene.cards.clone(), vec![scene.target.clone()]).is_ok() {
            assert_ne!(scene.assess(2024).outcome, Outcome::Met, "{rule:?}");
        }
    }
}

#[test]
fn units_first_heard_of_later_are_not_silent_now() {
    let mut scene =
        scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::EveryUnit("town".into()), vec![]);
    let before = scene.assess(2024);
    scene.observations.push(counted(2025, 1, 2, "a"));
    assert_eq!(json(&before), json(&scene.assess(2024)));
}

#[test]
fn units_pooled_later_change_nothing_now() {
    let mut scene =
        scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::Pooled("town".into()), vec![]);
    let before = scene.assess(2024);
    scene.observations.push(counted(2025, 1, 2, "a"));
    assert_eq!(json(&before), json(&scene.assess(2024)));
}

#[test]
fn a_standing_value_of_the_area_stands_beside_a_unit() {
    // A survey of 2023 that still holds in 2024; one township said something in 2020.
    let mut scene = scene(
        percent(Calendar::Every(3)),
        at_least("1"),
        by_2030(),
        Scope::Pooled("town".into()),
        vec![told(2023, "50")],
    );
    assert_eq!(scene.assess(2024).outcome, Outcome::Met);
    scene.observations.push(counted(2020, 1, 2, "a"));
    assert_eq!(scene.assess(2024).outcome, Outcome::Met);
}

#[test]
fn a_rate_without_counts_tells_no_less_than_silence() {
    // 9 of 10 at least, whatever the last single head says.
    let mut scene = scene(
        percent(Calendar::Year),
        at_least("50"),
        by_2030(),
        Scope::Pooled("town".into()),
        vec![counted(2024, 9, 9, "a")],
    );
    scene.rosters = vec![roster(2024, &[("a", Some(9)), ("b", Some(1))])];
    assert_eq!(scene.assess(2024).outcome, Outcome::Met);
    scene.observations.push(told(2024, "100").in_unit(ReportingUnit::new("town", "b")));
    assert_eq!(scene.assess(2024).outcome, Outcome::Met);
}

#[test]
fn pooled_sums_are_exact() {
    // One half of the heads, each town as large as a count can be.
    let rows = vec![counted(2024, u64::MAX, u64::MAX, "a"), counted(2024, 0, u64::MAX, "b")];
    let mut scene =
        scene(percent(Calendar::Year), at_least("90"), by_2030(), Scope::Pooled("town".into()), rows);
    scene.rosters = vec![roster(2024, &[("a", None), ("b", None)])];
    assert_eq!(scene.assess(2024).outcome, Outcome::NotMet);
}

#[test]
fn an_interval_beyond_the_limits_is_impossible() {
    for (low, high) in [(Some("100"), None), (None, Some("0"))] {
        let end = |text: Option<&str>| text.map(|text| End { number: number(text), included: false });
        let beyond = Value::Interval(Interval::new(end(low), end(high)).unwrap());
        let row = Observation::new("main", year(2024), beyond, Unit::Percent);
        for rule in [at_least("50"), Rule::AtMost { value: number("50") }] {
            let scene = scene(percent(Calendar::Year), rule, by_2030(), Scope::Area, vec![row.clone()]);
            assert_eq!(scene.assess(2024).outcome, Outcome::Undetermined, "{rule:?} {low:?} {high:?}");
        }
    }
}

#[test]
fn an_interval_is_cut_to_the_limits_at_both_ends() {
    // From -5 to 100 is from 0 to 100, and all of that is at least 0.
    let end = |text: &str| Some(End { number: number(text), included: true });
    let wide = Value::Interval(Interval::new(end("-5"), end("100")).unwrap());
    let row = Observation::new("main", year(2024), wide, Unit::Percent);
    let scene = scene(percent(Calendar::Year), at_least("0"), by_2030(), Scope::Area, vec![row]);
    assert_eq!(scene.assess(2024).outcome, Outcome::Met);
}

#[test]
fn equal_values_in_another_form_are_one_in_either_order() {
    let forms = [
        [told(2024, "1"), told(2024, "1.0")],
        [told(2024, "1"), Observation { unit: Unit::PerMille, ..told(2024, "10") }],
        [told(2024, "1"), Observation { period: Period::PlanToDate(year(2024)), ..told(2024, "1") }],
    ];
    for [one, other] in forms {
        let judge = |rows| {
            json(&scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::Area, rows).assess(2024))
        };
        assert_eq!(judge(vec![one.clone(), other.clone()]), judge(vec![other, one]));
    }
}

// Counts that are given twice, each beside another printed rate: the same one is shown, whatever lies beside.
#[test]
fn the_same_counts_twice_in_any_order() {
    let both = |printed: &str| {
        let counts = Counts { numerator: 1, denominator: 100 };
        let value = Value::Both { counts, number: number(printed) };
        Observation::new("main", year(2024), value, Unit::Percent)
    };
    let forms = ["0.5", "0", "1.0", "1", "0.50"].map(both);
    let judge = |rows: Vec<Observation>| {
        json(&scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::Area, rows).assess(2024))
    };
    let first = judge(forms.to_vec());
    for last in [1970, 1980, 1990, 2000] {
        let mut turned = forms.to_vec();
        turned.rotate_left(usize::try_from(last).unwrap() / 10 % forms.len());
        turned.extend((1960..last).map(|at| told(at, "1")));
        assert_eq!(judge(turned), first);
    }
}

#[test]
fn an_election_told_twice_is_an_election_in_either_order() {
    // 2021 fell back; said once as a plain year and once as an election.
    let term = |at, text| Observation { period: Period::Term(year(at)), ..told(at, text) };
    let timing = Timing::EveryTerm { from: year(2021), due: year(2030) };
    let rule = Rule::Improves { better: Better::Higher, qualifier: Qualifier::EachTerm };
    let judge = |mut rows: Vec<Observation>| {
        rows.extend([term(2019, "30"), term(2026, "40")]);
        scene(percent(Calendar::Term), rule, timing, Scope::Area, rows).assess(2026).outcome
    };
    assert_eq!(
        judge(vec![told(2021, "20"), term(2021, "20")]),
        judge(vec![term(2021, "20"), told(2021, "20")])
    );
}

#[test]
fn findings_are_the_same_in_any_order() {
    let catalogue = scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::Area, vec![]).catalogue();
    let found = |rows: &[&Observation]| {
        let data = catalogue.data(rows.iter().map(|row| (*row).clone()));
        let mut all: Vec<String> = data.findings().iter().map(ToString::to_string).collect();
        all.sort();
        all
    };
    let (one, other, beyond) = (told(2024, "1"), told(2024, "2"), told(2024, "101"));
    assert_eq!(found(&[&one, &beyond]), found(&[&beyond, &one]));
    assert_eq!(found(&[&one, &other, &beyond]), found(&[&beyond, &one, &other]));
}

#[test]
fn rosters_are_the_same_in_any_order() {
    let judge = |sizes: [Option<u64>; 2]| {
        let rows = vec![counted(2024, 9, 9, "a")];
        let mut scene =
            scene(percent(Calendar::Year), at_least("50"), by_2030(), Scope::Pooled("town".into()), rows);
        scene.rosters = sizes.map(|size| roster(2024, &[("a", Some(9)), ("b", size)])).to_vec();
        scene.assess(2024).outcome
    };
    assert_eq!(judge([Some(1), None]), judge([None, Some(1)]));
}

#[test]
fn a_mark_between_surveys_is_no_measurement() {
    // Surveyed in 2021 and 2024; the target holds from 2022 on, and in 2022 nothing was due.
    let timing = Timing::EveryYear { from: year(2022), due: year(2026) };
    let rows = vec![told(2021, "40"), told(2024, "60")];
    let mut scene = scene(percent(Calendar::Every(3)), at_least("50"), timing, Scope::Area, rows);
    assert_eq!(scene.assess(2026).outcome, Outcome::Met);
    scene.observations.push(Observation::missing("main", year(2022), Missing::NotCollected));
    assert_eq!(scene.assess(2026).outcome, Outcome::Met);
}

#[test]
fn a_later_base_is_not_looked_at() {
    let rule = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2025) };
    let mut scene = scene(percent(Calendar::Year), rule, by_2030(), Scope::Area, vec![told(2024, "5")]);
    let before = scene.assess(2024);
    scene.observations.push(told(2025, "50"));
    assert_eq!(json(&before), json(&scene.assess(2024)));
}

#[test]
fn every_number_reads_back() {
    for decimal in [Decimal::MAX, Decimal::new(1, 28), -Decimal::ZERO] {
        let Ok(number) = Number::try_from(decimal) else { continue };
        let text = serde_json::to_string(&number).unwrap();
        let read: Number = serde_json::from_str(&text).unwrap();
        assert_eq!((read, read.to_string()), (number, number.to_string()));
    }
}

#[test]
fn periods_at_the_edge_read_back() {
    let period = Period::SchoolYear(year(1900));
    assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
    let last = Date::literal(2200, 12, 31);
    assert!(last.months_later(1) >= last);
}

#[test]
fn the_sign_of_a_plain_quotient_reads_back() {
    let read: Cell = format!("3{}", Unit::Quotient).parse().unwrap();
    assert_eq!((read.value, read.unit, &*read.notes), (Value::Number(number("3")), Some(Unit::Quotient), ""));
    let quotient = card("main", Unit::Quotient, "0", None, Calendar::Year);
    let catalogue = scene(quotient, at_least("1"), by_2030(), Scope::Area, vec![]).catalogue();
    let row = Record {
        indicator: "main",
        period: "2024",
        value: "3",
        unit: Unit::Quotient.symbol(),
        ..Record::default()
    };
    assert_eq!(row.read(&catalogue).unwrap().unit, Unit::Quotient);
}

#[test]
fn an_empty_text_is_no_unit() {
    assert!(Unit::read("  ").is_err());
}

#[test]
fn the_nearest_float_is_near() {
    let tiny = Ratio::new(1, 10_i128.pow(20)).unwrap();
    assert!(tiny.to_f64() > 0.0);
}

#[test]
fn none_of_none_and_not_applicable_are_one() {
    let mark = Observation::missing("main", year(2024), Missing::NotApplicable);
    let none = Observation { area_unit: None, ..counted(2024, 0, 0, "a") };
    let scene = scene(percent(Calendar::Year), at_least("1"), by_2030(), Scope::Area, vec![mark, none]);
    assert_eq!(scene.assess(2024).outcome, Outcome::NotApplicable);
}

// A unit named by nothing that can be seen is a name of its own: the rows that name no area stay where they are.
#[test]
fn a_name_of_hidden_characters_takes_no_other_names() {
    let catalogue = Catalogue::hangjin();
    let rate = catalogue.indicator("婴儿死亡率").unwrap();
    let row = |value| rate.observe(year(2024), dabiao::values::per_mille(value));
    let told = catalogue.data([row("4.2"), row("9").in_unit(ReportingUnit::new("township", "\u{202e}"))]);
    let report = told.only_area().unwrap().report(year(2024)).unwrap();
    let met = |row: &dabiao::report::Row| row.assessment().outcome == Outcome::Met;
    assert!(report.rows.iter().any(|row| row.target.indicator == "infant-mortality-rate" && met(row)));
    // Nor is a roster of such an area that of the rows that name none.
    let vaccinated = catalogue.indicator("适龄儿童免疫规划疫苗接种率").unwrap();
    let unit = ReportingUnit::new("township", "甲镇");
    let coverage = vaccinated.observe(year(2024), dabiao::values::percent("99")).in_unit(unit);
    let roster = Roster::new("township", year(2024), ["甲镇"]);
    let outcomes = |roster: Roster| -> Vec<Outcome> {
        let data = catalogue.data([coverage.clone()]).with_rosters([roster]);
        let report = data.area_or_empty("").report(year(2024)).unwrap();
        let asked = report.rows.iter().filter(|row| row.indicator.id == vaccinated.id);
        asked.map(|row| row.assessment().outcome).collect()
    };
    assert!(outcomes(roster.clone()).contains(&Outcome::Met));
    assert!(!outcomes(roster.in_area("\u{202e}")).contains(&Outcome::Met));
    let hidden = |finding: &&dabiao::data::Finding| {
        matches!(finding.kind, dabiao::data::FindingKind::HiddenCharacters { .. })
    };
    assert_eq!(told.findings().iter().filter(hidden).count(), 1);
}

/// The least whole number of 128 bits has no opposite of 128 bits: reached by rounding, it is held all the same.
#[test]
fn the_least_whole_number_is_held() {
    let ratio = Ratio::new(-(1 << 99), 5_i128.pow(28)).unwrap();
    assert_eq!(ratio.scaled(28), Some((i128::MIN, true)));
    assert_eq!((-ratio).scaled(28), None);
    let least = Ratio::whole(-(1 << 126)) + Ratio::whole(-(1 << 126));
    assert_eq!((least.scaled(0), least.floor()), (Some((i128::MIN, true)), Some(i128::MIN)));
    assert_eq!((-least).floor(), None);
}
