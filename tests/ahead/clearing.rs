//! What is said to clear a warning clears it: the value itself is told for the next year, and one just short of it.

use dabiao::{
    Evaluator, Language, Outcome, Rule, Settings, Year,
    ahead::Clearing,
    judge::{HostBound, Method},
    plan::{Better, Calendar, IndicatorCard, IndicatorKind, Qualifier, Timing},
    text,
    values::{Ratio, Unit},
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{
    Scene, at_least, at_most, by, card, every_year, exact, names, number, once_reached, row, year,
};

/// The warning's line in a language, as a report prints it.
fn line(scene: &Scene, at: i32, zh: &str, language: Language) -> String {
    let catalogue = scene.catalogue();
    let data = catalogue.data(scene.rows.clone());
    let evaluator = Evaluator::with(&catalogue, scene.settings.clone()).unwrap();
    let report = evaluator.report(data.area_or_empty(""), year(at)).unwrap();
    let warnings = &report.rows[0].judgement.warnings;
    let found = warnings.iter().find(|warning| warning.signal.zh() == zh);
    text::warning(&report.rows[0], found.unwrap_or_else(|| panic!("{zh}: {}", names(warnings))), language)
}

/// A hair, less than any two values of these tests differ by.
fn hair() -> Ratio {
    Ratio::new(1, 1_000_000_000).unwrap()
}

/// The clearing value and its hair: the mildest value that is enough, and one that is not.
fn around(clearing: &Clearing) -> Option<(Ratio, Ratio)> {
    let Clearing::NextValue { value, better, included } = clearing else { return None };
    let hair = better.signed(&hair());
    Some(match included {
        true => (value.clone(), value - &hair),
        false => (value + &hair, value.clone()),
    })
}

fn after(scene: &Scene, at: i32, value: &Ratio) -> Option<dabiao::report::Judgement> {
    let value = value.to_number().expect("a decimal");
    let possible = value >= dabiao::Number::ZERO && value <= number("100");
    possible.then(|| scene.clone().told(at + 1, &value.to_string()).judge(at + 1))
}

fn has(judged: &dabiao::report::Judgement, zh: &str) -> bool {
    judged.warnings.iter().any(|warning| warning.signal.zh() == zh)
}

/// Exactly the value named clears the warning, and one a hair short of it does not.
#[track_caller]
fn exactly(scene: &Scene, at: i32, zh: &str, expected: &str) {
    let clearing = scene.warning(at, zh).clearing;
    let Clearing::NextValue { value, better, included } = &clearing else { panic!("{clearing:?}") };
    let sign = match (better, included) {
        (Better::Higher, true) => "≥",
        (Better::Higher, false) => ">",
        (Better::Lower, true) => "≤",
        (Better::Lower, false) => "<",
    };
    assert_eq!(format!("{sign}{value}"), expected);
    let (enough, short) = around(&clearing).unwrap();
    let enough = after(scene, at, &enough).unwrap();
    assert!(!has(&enough, zh), "still {}", names(&enough.warnings));
    let short = after(scene, at, &short).unwrap();
    assert!(has(&short, zh) || short.assessment.outcome != Outcome::Met, "gone already");
}

#[track_caller]
fn never(scene: &Scene, at: i32, zh: &str, words: &str, en: &str) {
    assert_eq!(scene.warning(at, zh).clearing, Clearing::Never);
    let (chinese, english) = (line(scene, at, zh, Language::Chinese), line(scene, at, zh, Language::English));
    assert!(chinese.ends_with(&format!("；{words}，不能解除。")), "{chinese}");
    assert!(english.ends_with(&format!("; cannot be cleared: {en}.")), "{english}");
}

// Years after the due year are not looked at, so no value of theirs can clear anything.
#[test]
fn nothing_after_the_due_year_clears() {
    let scene = Scene::coverage(at_least("90")).series(2020, "50 52 54 56 58 60 62 91 92 91 89");
    let (zh, en) = ("2030年已到期，以后的数不再计", "it was due in 2030 and later values do not count");
    for at in [2030, 2031] {
        for signal in ["未达标", "回落", "逆向"] {
            never(&scene, at, signal, zh, en);
        }
    }
    // A year earlier 2030 can still bring it.
    let before = Scene::coverage(at_least("90")).series(2020, "50 52 54 56 58 60 62 91 92 89");
    exactly(&before, 2029, "回落", "≥90");
    // What is missing in the due year itself can still be told.
    let silent = Scene::coverage(at_least("90")).series(2020, "50 52");
    assert_eq!(silent.warning(2030, "缺数").clearing, Clearing::Report { year: year(2030) });
    silent.assert_clears(2030, "缺数");
}

// The last year but one decides nothing where an earlier year has settled the verdict.
#[test]
fn a_settled_verdict_is_not_cleared_by_the_last_year() {
    let words = ("已有年度未达到，最终结论不会改变", "a year that broke it has settled the final verdict");
    let kept = |cells| Scene::coverage(at_least("90")).timing(every_year()).series(2020, cells);
    let broken = kept("91 91 91 91 91 91 91 91 91 89");
    for signal in ["未达标", "回落"] {
        never(&broken, 2029, signal, words.0, words.1);
    }
    assert_eq!(broken.clone().told(2030, "95").judge(2030).assessment.outcome, Outcome::NotMet);
    // The year before that, the next one is judged by itself.
    exactly(&kept("91 91 91 91 91 91 91 91 89"), 2028, "未达标", "≥90");
    let reached = |cells| Scene::coverage(at_least("90")).timing(once_reached()).series(2020, cells);
    never(&reached("80 91 91 91 91 91 91 91 91 89"), 2029, "未达标", words.0, words.1);
    // Never reached so far, the due year can bring it.
    let scene = reached("80 81 81 81 81 81 81 81 81 81");
    exactly(&scene, 2029, "预计达标困难", "≥90");
}

// A value that meets in the due year is no relapse, although an earlier year keeps the verdict at not met.
#[test]
fn a_value_that_meets_is_no_relapse() {
    let cells = "91 89 91 91 91 91 91 91 91 91 91";
    let scene = Scene::coverage(at_least("90")).timing(every_year()).series(2020, cells);
    assert_eq!(scene.warned(2030), "未达标 critical");
}

// 逐步 asks for more than a value better than the baseline: the changes so far must not point the wrong way.
#[test]
fn gradually_is_cleared_by_a_value_that_turns_the_slope() {
    let falls = Rule::Improves { better: Better::Lower, qualifier: Qualifier::Gradually };
    let scene = Scene::coverage(falls).series(2020, "60 50 51 51.2 51.4");
    assert_eq!(scene.judge(2024).assessment.outcome, Outcome::NotMet);
    exactly(&scene, 2024, "回落", "≤51");
    exactly(&Scene::coverage(falls).series(2020, "60 50 51 52 53"), 2024, "回落", "≤51");
}

#[test]
fn two_changes_for_the_worse_end_with_an_equal_value() {
    let scene = Scene::coverage(at_least("80")).series(2020, "91 90 89");
    exactly(&scene, 2022, "逆向", "≥89");
    assert!(line(&scene, 2022, "逆向", Language::Chinese).ends_with("2023年≥89%可解除。"));
}

// Back at the bound, the series would break it again.
#[test]
fn a_relapse_is_cleared_by_a_value_that_would_hold() {
    let scene = Scene::coverage(at_least("90")).series(2020, "99 97 95 93 91 89");
    let clearing = scene.warning(2025, "回落").clearing;
    let (enough, short) = around(&clearing).unwrap();
    assert!(enough > exact("90"));
    assert!(!has(&after(&scene, 2025, &enough).unwrap(), "回落"));
    assert!(has(&after(&scene, 2025, &short).unwrap(), "回落"));
    // At the bound itself it is met again and about to break again.
    assert!(has(&after(&scene, 2025, &exact("90")).unwrap(), "回落"));
}

// No possible value would hold: it is said, and none is named.
#[test]
fn where_no_value_would_hold_none_is_named() {
    let scene = Scene::coverage(at_least("99")).series(2020, "100 99.8 99.6 99.4 99.2 99");
    let clearing = scene.warning(2025, "回落").clearing;
    match around(&clearing) {
        Some((enough, _)) => assert!(!has(&after(&scene, 2025, &enough).unwrap(), "回落")),
        None => {
            assert_eq!(clearing, Clearing::Never);
            assert!(has(&after(&scene, 2025, &exact("100")).unwrap(), "回落"));
        }
    }
    let fast = Scene::coverage(at_least("95.5")).series(2020, "100 99 98 97 96");
    let fast = fast.settings(|settings| settings.outlook.damping = number("1"));
    assert_eq!(fast.warning(2024, "回落").clearing, Clearing::Never);
    assert!(has(&after(&fast, 2024, &exact("100")).unwrap(), "回落"));
    let words = line(&fast, 2024, "回落", Language::Chinese);
    assert!(words.ends_with("2025年的数无论多少都不能解除。"), "{words}");
    let words = line(&fast, 2024, "回落", Language::English);
    assert!(words.ends_with("; cannot be cleared by any value for 2025."), "{words}");
}

// What is written out is enough: 93 1/3 is written with its last digit up.
#[test]
fn the_value_on_the_wire_is_rounded_to_the_better_side() {
    // 50 + 20 × 3/7 = 58.571428571428 571…, up either way; 50 + 23 × 3/7 = 59.857142857142 857…, and down from 50 − 20 × 3/7.
    let scene = Scene::coverage(at_least("70")).timing(by(2027)).series(2020, "50 50 50");
    exactly_written(&scene, "58.571428571429");
    let scene = Scene::coverage(at_least("73")).timing(by(2027)).series(2020, "50 50 50");
    exactly_written(&scene, "59.857142857143");
    let scene = Scene::coverage(at_most("30")).timing(by(2027)).series(2020, "50 50 50");
    exactly_written(&scene, "41.428571428571");
}

#[track_caller]
fn exactly_written(scene: &Scene, expected: &str) {
    let clearing = scene.warning(2022, "预计达标困难").clearing;
    assert_eq!(serde_json::to_value(&clearing).unwrap()["value"], expected);
    assert!(!has(&after(scene, 2022, &exact(expected)).unwrap(), "预计达标困难"));
}

// The rise that is allowed grows with the years; the host's bound may change with them.
#[test]
fn the_bound_is_that_of_the_next_year() {
    let slower = Scene::coverage(Rule::RisesSlower).series(2018, "10 10.5 11 11.2 11.4 13");
    assert_eq!(slower.judge(2023).assessment.outcome, Outcome::NotMet);
    exactly(&slower, 2023, "回落", "<13");
    // Where the old rise would lead beyond what there can be, anything will do.
    let steep = Scene::coverage(Rule::RisesSlower).series(2019, "78 85 91 99.5");
    let clearing = steep.warning(2022, "回落").clearing;
    assert_eq!(clearing, Clearing::NextValue { value: exact("100"), better: Better::Lower, included: true });
    assert!(!has(&after(&steep, 2022, &exact("100")).unwrap(), "回落"));
    let mut host = Scene::coverage(Rule::HostBound { better: Better::Higher }).series(2020, "80 80 80 80 80");
    for (at, value) in [(2024, "85"), (2025, "88")] {
        host.settings.host_bounds.push(HostBound {
            target: "target".into(),
            year: Some(year(at)),
            value: number(value),
            better: Better::Higher,
        });
    }
    exactly(&host, 2024, "未达标", "≥88");
}

#[test]
fn a_moving_bound_is_told_with_what_it_rests_on() {
    let scene = Scene::coverage(Rule::NotBelow).against().series(2020, "30 30 30");
    let scene = scene.told_of_other(2020, "35 35 35");
    let chinese = line(&scene, 2022, "未达标", Language::Chinese);
    assert!(chinese.ends_with("参照指标不变时2023年≥35%可解除。"), "{chinese}");
    let english = line(&scene, 2022, "未达标", Language::English);
    assert!(english.ends_with("cleared by ≥35% in 2023, with the reference as it is."), "{english}");
}

fn cells() -> impl Strategy<Value = Vec<Option<i32>>> {
    let near = prop_oneof![3 => 880_i32..=960, 1 => select(vec![0, 900, 950, 1000])];
    vec(option::weighted(0.9, near), 3..11)
}

fn rules() -> impl Strategy<Value = Rule> {
    let better = || select(vec![Better::Higher, Better::Lower]);
    let word = select(vec![
        Qualifier::Plain,
        Qualifier::Gradually,
        Qualifier::Continually,
        Qualifier::Steadily,
        Qualifier::Sustained,
    ]);
    prop_oneof![
        4 => select(vec!["90", "92.5", "95", "100"]).prop_map(|at| Rule::AtLeast { value: number(at) }),
        3 => select(vec!["0", "90", "92.5", "94"]).prop_map(|at| Rule::AtMost { value: number(at) }),
        1 => Just(Rule::MoreThan { value: number("95") }),
        1 => Just(Rule::LessThan { value: number("92") }),
        1 => better().prop_map(|better| Rule::Around { value: number("93"), better, tolerance: None }),
        1 => better().prop_map(|better| Rule::ChangedBy { value: number("3"), better, since: Year::literal(2020) }),
        4 => (better(), word).prop_map(|(better, word)| Rule::Improves { better, qualifier: word }),
        1 => better().prop_map(|better| Rule::NotWorse { better }),
        1 => Just(Rule::RisesSlower),
    ]
}

/// Told for the next year, exactly what each warning names clears it.
fn named_clears(scene: &Scene, at: i32) -> Result<(), TestCaseError> {
    let due = scene.target.timing.due();
    for warning in scene.judge(at).warnings {
        let zh = warning.signal.zh();
        match &warning.clearing {
            Clearing::NextValue { .. } => {
                prop_assert!(at < due.number());
                let (enough, short) = around(&warning.clearing).unwrap();
                let enough_then = after(scene, at, &enough);
                prop_assert!(enough_then.is_some(), "{zh} by the impossible {enough}");
                let enough_then = enough_then.unwrap();
                prop_assert!(
                    !has(&enough_then, zh),
                    "{} by {}: {}",
                    zh,
                    enough,
                    names(&enough_then.warnings)
                );
                let Some(short) = after(scene, at, &short) else { continue };
                // The path is no bound, the rise allowed may have grown past the last value, and in the due year the
                // verdict alone speaks; everything else is gone no sooner.
                let sooner = ["预计达标困难"].contains(&zh)
                    || (zh == "停滞" && short.assessment.outcome == Outcome::Met)
                    || (zh == "力所不及" || zh == "逆向") && at + 1 == due.number();
                let open = has(&short, zh)
                    || (zh == "回落" || at + 1 == due.number()) && short.assessment.outcome != Outcome::Met;
                prop_assert!(
                    sooner || open,
                    "{} of {}: {:?} is more than it takes",
                    zh,
                    at,
                    warning.clearing
                );
            }
            Clearing::Never => {
                for value in ["0", "100"] {
                    let then = after(scene, at, &exact(value)).unwrap();
                    prop_assert!(
                        has(&then, zh) || then.assessment.outcome == Outcome::NotMet || at >= due.number(),
                        "{} is never cleared, but by {}",
                        zh,
                        value
                    );
                }
            }
            Clearing::Report { year } => prop_assert_eq!(year.number(), at.min(due.number())),
            Clearing::Steadier => {}
            other => prop_assert!(false, "{:?}", other),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    /// Told for the next year, exactly what is named clears the warning, whatever the rule, the duty and the method; where
    /// nothing is said to clear one, the best and the worst there can be leave the target not met or the warning standing.
    #[test]
    fn what_is_named_clears(
        rule in rules(),
        timing in select(vec![by(2030), by(2026), by(2028), every_year(), once_reached()]),
        cells in cells(),
        first in 2015..=2021_i32,
        rounded in any::<bool>(),
    ) {
        let told = (first..).zip(&cells).filter_map(|(at, cell)| Some((at, (*cell)?)));
        let scene = told.fold(Scene::coverage(rule).timing(timing), |scene, (at, tenths)| {
            scene.told(at, &format!("{}.{}", tenths / 10, tenths % 10))
        });
        let scene = scene.settings(|settings: &mut Settings| {
            settings.method = if rounded { Method::Rounded } else { Method::FullValue };
        });
        let at = first + i32::try_from(cells.len()).unwrap() - 1;
        if at < 2021 { return Ok(()); }
        named_clears(&scene, at)?;
    }

    /// The same of a median of many changes, between values that are often equal.
    #[test]
    fn what_is_named_turns_a_median(
        better in select(vec![Better::Higher, Better::Lower]),
        cells in vec(option::weighted(0.9, 40_i32..=52), 3..8),
    ) {
        let told = (2018..).zip(&cells).filter_map(|(at, cell)| Some((at, (*cell)?)));
        let rule = Rule::Improves { better, qualifier: Qualifier::Gradually };
        let scene = told.fold(Scene::coverage(rule), |scene, (at, value)| scene.told(at, &value.to_string()));
        let at = 2018 + i32::try_from(cells.len()).unwrap() - 1;
        if at < 2021 { return Ok(()); }
        named_clears(&scene, at)?;
    }
}

// Units each with a bound of their own, and few cases pooled, have no one value to name.
#[test]
fn where_one_value_says_too_little_there_are_words() {
    let scene = Scene::deaths(at_most("12")).timing(every_year());
    let scene = scene.series(2020, "4/900 4/900 4/900 4/900 0/900");
    let warning = scene.warning(2024, "回落");
    assert_eq!(warning.clearing, Clearing::Pooled);
    let words = line(&scene, 2024, "回落", Language::Chinese);
    assert!(words.ends_with("多年合并不再证实未达到可解除。"), "{words}");
    let mut units = Scene::coverage(Rule::ChangedBy {
        value: number("10"),
        better: Better::Higher,
        since: Year::literal(2020),
    });
    units.target.timing = every_year();
    units.target.scope = dabiao::plan::Scope::EveryUnit;
    units.target.unit_kind = "township".into();
    for (id, cells) in [("a", ["50", "51"]), ("b", ["60", "70"])] {
        for (at, cell) in (2020..).zip(cells) {
            units.rows.push(
                row(&units.cards[0], at, cell).in_unit(dabiao::values::ReportingUnit::new("township", id)),
            );
        }
    }
    assert_eq!(units.warning(2021, "未达标").clearing, Clearing::Met { year: year(2022) });
    let words = line(&units, 2021, "未达标", Language::English);
    assert!(words.ends_with("cleared by meeting the target in 2022."), "{words}");
    units.target.rule = at_least("52");
    let words = line(&units, 2021, "未达标", Language::Chinese);
    assert!(words.ends_with("2022年每个单位≥52%可解除。"), "{words}");
}

// What happened too often is so until its window or its time is over; a new window begins anew.
#[test]
fn what_happened_too_often_is_cleared_by_a_new_window_alone() {
    let happening = |rule, timing| {
        let card =
            IndicatorCard { calendar: Calendar::Event, ..card(Unit::Count, IndicatorKind::ValueOnly, None) };
        Scene::of(card, rule).timing(timing)
    };
    let windows = Timing::EachWindow { from: year(2021), years: 5, due: year(2030) };
    let often = happening(at_most("1"), windows).series(2021, "0 1 1 0 0");
    for at in [2023, 2024] {
        assert_eq!(often.warning(at, "未达标").clearing, Clearing::Never, "{at}");
    }
    exactly(&often, 2025, "未达标", "≤1");
    let seldom = happening(at_least("1"), windows).series(2021, "0 0 0 0 0");
    exactly(&seldom, 2025, "未达标", "≥1");
}

// A value that still meets, behind a better one, is cleared in the last year too.
#[test]
fn a_verdict_that_nothing_broke_is_not_settled() {
    let falls = "99 99 98 97 97 97 97 97 96 95";
    // Years before it was first reached broke nothing.
    let late = "80 81 99 97 97 97 97 97 96 95";
    for (timing, cells) in [(every_year(), falls), (once_reached(), falls), (once_reached(), late)] {
        let scene = Scene::coverage(at_least("90")).timing(timing).series(2020, cells);
        let clearing = scene.warning(2029, "逆向").clearing;
        assert_eq!(
            clearing,
            Clearing::NextValue { value: exact("95"), better: Better::Higher, included: true }
        );
    }
}
