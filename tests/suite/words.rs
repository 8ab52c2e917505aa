//! What a sentence has to say where little is known, where something was broken, and of units.

use dabiao::{
    Catalogue, Error, Evaluator, Language, Number, Observation, Rule, Settings, Target, Year,
    ahead::SignalKind,
    plan::{Better, IndicatorKind, Plan, Qualifier, Scope, Timing},
    text,
    values::{Date, Unit, cases, percent, years},
};

use crate::support::*;

const EVERY: Timing = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
const WINDOWS: Timing = Timing::EachWindow { from: Year::literal(2021), years: 5, due: Year::literal(2030) };
const TERMS: Timing = Timing::EveryTerm { from: Year::literal(2021), due: Year::literal(2030) };

#[track_caller]
fn sentences(county: &County, at: i16) -> [String; 2] {
    let report = county.report(at);
    [Language::Chinese, Language::English].map(|language| text::standing(&report.rows[0], language))
}

#[track_caller]
fn says(county: &County, at: i16, zh: &str, en: &str) {
    let [chinese, english] = sentences(county, at);
    assert!(chinese.contains(zh) && english.contains(en), "{chinese}\n{english}");
}

fn meeting(timing: Timing) -> County {
    County::asking(happening("meetings"), at_least("1")).timing(timing)
}

#[test]
fn why_nothing_is_due_yet() {
    let later = Timing::EveryYear { from: year(2022), due: year(2030) };
    says(
        &County::asking(share("coverage"), at_least("90")).timing(later),
        2021,
        "从2022年起评价",
        "judged from 2022 on",
    );
    says(&meeting(WINDOWS), 2023, "本期到2025年底", "its period runs to the end of 2025");
    says(&meeting(WINDOWS), 2027, "本期到2030年底", "its period runs to the end of 2030");
    says(
        &meeting(Timing::EachWindow { from: year(2022), years: 3, due: year(2030) }),
        2026,
        "到2027年底",
        "to the end of 2027",
    );
    let second = Timing::EachWindow { from: year(2026), years: 5, due: year(2030) };
    says(&meeting(second), 2024, "2030年到期，尚不到评价的时候", "due in 2030, too early to judge");
    let filing = Timing::Within { after: Date::literal(2022, 8, 9), months: 1 };
    says(&meeting(filing), 2021, "期限到2022年9月9日", "due by 2022-09-09");
    says(&meeting(Timing::Once { from: year(2025), due: year(2026) }), 2024, "2026年到期", "due in 2026");
    let posts = County::asking(elected("posts"), at_least("30")).timing(TERMS);
    says(&posts, 2021, "规划期内尚未换届", "no election since the plan began");
    says(&posts, 2024, "规划期内尚未换届", "no election since the plan began");
}

#[test]
fn why_it_had_to_hold() {
    let told = |county: County, cells: &[(&str, &str)]| {
        cells.iter().fold(county, |county, (period, cell)| county.told(period, cell))
    };
    let coverage = |timing| County::asking(share("coverage"), at_least("90")).timing(timing);
    let yearly = told(coverage(EVERY), &[("2024", "80"), ("2030", "80")]);
    says(&yearly, 2024, "各年均须达到", "it has to be met every year");
    assert!(!sentences(&yearly, 2030)[0].contains("各年均须达到"), "the due year is the end");
    let kept = Timing::Kept { from: year(2021), due: year(2030) };
    says(&told(coverage(kept), &[("2024", "80")]), 2024, "各年均须达到", "it has to be met every year");
    let none = (2021..=2025).fold(meeting(WINDOWS), |county, year| county.told(&format!("{year}"), "0"));
    says(&none, 2025, "本期内应当完成", "it was due within its years");
    let reached = coverage(Timing::ReachedAndKept { due: year(2030) });
    let reached = told(reached, &[("2021", "80"), ("2022", "95"), ("2023", "80")]);
    says(&reached, 2023, "达到之后须保持", "once reached it has to be kept");
    let steadily = County::asking(share("coverage"), rises(Qualifier::Steadily));
    let steadily = told(steadily, &[("2020", "50"), ("2021", "49"), ("2022", "60")]);
    says(&steadily, 2022, "期间有过反复，已不能实现", "that can no longer be made good");
}

// Earlier years in which it was broken are listed; the one whose verdict stands is told already.
#[test]
fn earlier_broken_years() {
    let county = County::asking(share("coverage"), at_least("90")).timing(EVERY);
    says(&county.told("2022", "80").told("2024", "95"), 2024, "此前2022年未达到", "not met in 2022");
    let bodies = County::asking(elected("posts"), at_least("30")).timing(TERMS).over(Scope::EveryUnit);
    let bodies = bodies.roster(2022, &["A"]).told_by("A", "2022届", "20");
    assert!(!sentences(&bodies, 2024)[0].contains("此前"), "{}", sentences(&bodies, 2024)[0]);
}

#[test]
fn units_that_fail_and_units_that_drop_out() {
    let county = County::asking(share("coverage"), at_least("90")).over(Scope::EveryUnit);
    let county = county.roster(2024, &["A", "B", "C"]).told_by("A", "2024", "80").told_by("B", "2024", "80");
    let [two, _] = sentences(&county, 2024);
    assert!(two.contains("A、B") && !two.contains("A、B等") && !two.contains("不适用"), "{two}");
    let [dropped, english] = sentences(&county.told_by("C", "2024", "不适用"), 2024);
    assert!(dropped.contains("1个不适用") && english.contains("1 not applicable"), "{dropped}\n{english}");
}

#[test]
fn a_value_is_said_in_the_unit_of_the_indicator() {
    let value = |cell: &str| {
        let county = County::asking(share("coverage"), at_least("90")).told("2024", cell);
        text::value(&county.report(2024).rows[0], Language::Chinese)
    };
    for (cell, said) in [("95", "95%"), ("950‰", "95%"), ("95.0", "95.0%")] {
        assert_eq!(value(cell).as_deref(), Some(said), "{cell}");
    }
}

#[test]
fn the_distance_names_the_edge_of_a_band() {
    let distance = |rule: Rule, cell: &str, language| {
        let county = County::asking(amount("share", Unit::Percent), rule).told("2024", cell);
        text::distance(&county.report(2024).rows[0], language).unwrap()
    };
    let higher = || around("45", Better::Higher);
    let lower = || around("45", Better::Lower);
    assert!(distance(higher(), "40", Language::Chinese).contains("下限"));
    assert!(distance(higher(), "40", Language::English).contains("the lower edge"));
    assert!(distance(lower(), "50", Language::Chinese).contains("上限"));
    assert!(distance(lower(), "50", Language::English).contains("the upper edge"));
    let plain = distance(at_least("45"), "40", Language::Chinese);
    assert!(plain.contains("5个百分点") && !plain.contains("限"), "{plain}");
}

// What is wrong, in the words of an office.
#[test]
fn errors_in_chinese() {
    let zh = |error: Error| error.zh();
    let number = |text: &str| zh(text.parse::<Number>().unwrap_err());
    assert!(number("12.3.4").starts_with("无法将“12.3.4”读作"), "{}", number("12.3.4"));
    assert!(number(" ").starts_with("无法读作"), "{}", number(" "));
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let twelve = Evaluator::new(&catalogue).threshold(target, year(2024)).unwrap();
    assert_eq!(zh(twelve.judge_quantity(years("12")).unwrap_err()), "“threshold”以“/10万”计量，不是“岁”");
    let plan = Plan { id: "ours".into(), ..catalogue.plan("women").unwrap().clone() };
    let rule = Rule::AtMost { value: "-1".parse().unwrap() };
    let wrong = Target { id: "ours.1".into(), plan: "ours".into(), rule, ..target.clone() };
    let errors = Catalogue::hangjin().add(plan, vec![], vec![wrong]).unwrap_err();
    assert_eq!(errors[0].zh(), "targets[0].rule.value（ours.1）：界限“-1”不能使用：该指标的数值不小于0");
}

// The base of a change is measured and not asked for anything.
#[test]
fn the_base_of_a_change_is_no_year_that_missed() {
    let rule = Rule::ChangedBy { value: "1".parse().unwrap(), better: Better::Higher, since: year(2022) };
    let kept = Timing::Kept { from: year(2021), due: year(2030) };
    let county = County::asking(share("coverage"), rule).timing(kept);
    let county = county.told("2022", "50").told("2023", "50.2").told("2024", "50.4");
    says(&county, 2024, "此前2023年未达到", "not met in 2023");
}

#[test]
fn a_number_in_another_unit_gives_no_digits() {
    let county = County::asking(amount("rate", Unit::PerMille), at_most("5")).told("2024", "5.0%");
    let distance = text::distance(&county.report(2024).rows[0], Language::Chinese).unwrap();
    assert!(distance.contains("45个千分点") && !distance.contains("45.0"), "{distance}");
}

/// Exact where the value was given as a number, rounded as the value is where it comes of counts.
#[test]
fn how_far_it_is_has_the_digits_of_what_was_given() {
    let distance = |observation: Observation| {
        let county = County::asking(share("coverage"), at_least("90")).observed(observation);
        text::distance(&county.report(2024).rows[0], Language::Chinese).unwrap()
    };
    let given = share("coverage").observe(year(2024), percent("85.25"));
    let counted = share("coverage").observe(year(2024), cases(13).of(16));
    for (observation, size) in [(given, "4.75个百分点"), (counted, "8.8个百分点")] {
        let said = distance(observation);
        assert!(said.contains(size), "{said}");
    }
}

#[test]
fn a_trend_that_does_not_weaken_is_told_as_such() {
    let mut settings = Settings::default();
    settings.outlook.damping = number("1");
    let county = County::asking(share("coverage"), at_least("90")).settings(settings);
    let series = [("2020", "50"), ("2021", "52"), ("2022", "54"), ("2023", "56"), ("2024", "58")];
    let county = series.into_iter().fold(county, |county, (at, value)| county.told(at, value));
    says(&county, 2024, "照此推算2030年为70%", "on course for 70% in 2030");
}

#[test]
fn so_few_people_are_counted_in_words() {
    let deaths =
        dabiao::plan::IndicatorCard { kind: IndicatorKind::Events, ..amount("deaths", Unit::Per100k) };
    for (births, said) in [(9_999, "仅9999"), (10_000, "例数很少"), (10_001, "例数很少")] {
        let county = County::asking(deaths.clone(), at_most("12"));
        let county = county.observed(deaths.observe(year(2024), cases(1).of(births)));
        let sentence = county.report(2024).rows[0].sentence(Language::Chinese);
        assert!(sentence.contains(said), "{sentence}");
    }
}

fn warned(county: &County, at: i16, kind: SignalKind) -> String {
    let report = county.report(at);
    let row = &report.rows[0];
    let warning = row.judgement.warnings.iter().find(|warning| warning.signal.kind() == kind);
    warning.map_or_else(String::new, |warning| text::warning(row, warning, Language::Chinese))
}

// 90.02 % met a bound of 90 %: it is not shown as the bound itself.
#[test]
fn a_value_once_met_differs_from_the_bound() {
    let told = |cells: &[u64]| {
        let rows =
            (2020..).zip(cells).map(|(at, k)| share("coverage").observe(year(at), cases(*k).of(100_000)));
        rows.fold(County::asking(share("coverage"), at_least("90")), County::observed)
    };
    let relapsed = warned(&told(&[80_000, 90_020, 89_000]), 2022, SignalKind::Relapse);
    assert!(relapsed.contains("2021年曾达到（90.02%）"), "{relapsed}");
    let fallen = warned(&told(&[70_000, 80_000, 90_020, 77_000]), 2023, SignalKind::SuddenChange);
    assert!(fallen.contains("比2022年的90.02%"), "{fallen}");
}

// What is said to clear a warning is enough, and can be: neither 99.97 nor 99.98.
#[test]
fn what_would_clear_it_lies_below_the_ceiling() {
    let card = dabiao::plan::IndicatorCard { ceiling: Some(number("99.976")), ..share("coverage") };
    let county = County::asking(card, Rule::HostBound { better: Better::Higher }).told("2024", "90");
    let county = (2024..=DUE).fold(county, |county, at| county.host_bound(at, "99.974", Better::Higher));
    let said = warned(&county, 2024, SignalKind::Missed);
    assert!(said.contains("≥99.974%"), "{said}");
}
