//! The signals of a series on its way: when each fires, when just not, its numbers, and what clears it.

use dabiao::{
    Observation, Outcome, Rule,
    ahead::{Clearing, Severity},
    data::Missing,
    judge::Method,
    plan::{Better, Calendar, Qualifier, Scope, Timing},
    values::{End, Interval, Period, Ratio, ReportingUnit, Unit, Value},
};

use crate::scene::{
    Scene, at_least, at_most, by, every_year, exact, number, numbers, reached_and_kept, row, year,
};

fn fixed(bound: &str, cells: &str) -> Scene {
    Scene::coverage(at_least(bound)).series(2020, cells)
}

fn rising(word: Qualifier, cells: &str) -> Scene {
    Scene::coverage(Rule::Improves { better: Better::Higher, qualifier: word }).series(2020, cells)
}

/// The assessed year is that of the last cell.
#[track_caller]
fn assert_warned(scene: &Scene, cases: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (cells, expected) in cases {
        let last = 2019 + i32::try_from(cells.split_whitespace().count()).unwrap();
        let found = scene.clone().series(2020, cells).warned(last);
        if found != *expected {
            wrong += &format!("{cells}: expected `{expected}`, found `{found}`\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn missed() {
    let scene = Scene::coverage(at_least("90")).timing(every_year());
    assert_warned(
        &scene,
        &[
            ("88 89", "未达标 critical"),
            ("88 90", ""),
            ("88 89.99", "未达标 critical"),
            ("95 89", "未达标 critical, 回落 warning"),
        ],
    );
    let scene = scene.series(2020, "88 89");
    assert_eq!(numbers(&scene.warning(2021, "未达标").signal), "-1");
    scene.assert_clears(2021, "未达标");
    // Before it has to hold there is nothing to miss.
    assert_warned(&Scene::coverage(at_least("90")), &[("80 81", "")]);
    assert_warned(
        &Scene::coverage(at_least("90")).timing(reached_and_kept()),
        &[("80 90 89", "未达标 critical, 回落 warning")],
    );
}

#[test]
fn hard_to_reach() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[("50 50", ""), ("50 50 50", "预计达标困难 warning"), ("50 49 50", ""), ("50 52 52", "")],
    );
    let scene = fixed("60", "50 50 50");
    let warning = scene.warning(2022, "预计达标困难");
    assert_eq!(numbers(&warning.signal), "52 1.25 0 -");
    assert!(
        matches!(&warning.clearing, Clearing::NextValue { value, included: true, .. } if *value == exact("53"))
    );
    scene.assert_clears(2022, "预计达标困难");
    let deaths = Scene::deaths(at_most("10")).series(2020, "20 20 20 20 20");
    deaths.assert_clears(2024, "预计达标困难");
}

#[test]
fn out_of_reach() {
    let difficult = "预计达标困难 warning";
    let both = "预计达标困难 warning, 力所不及 warning";
    // Exactly three times the best change is not more than three times.
    assert_warned(&Scene::coverage(at_least("76")), &[("50 51 52", difficult), ("50 51", "")]);
    assert_warned(
        &Scene::coverage(at_least("76.01")),
        // A best change that is not positive is no measure of what can be done.
        &[("50 51 52", both), ("50 51", ""), ("50 50 50", difficult)],
    );
    let scene = fixed("90", "50 51 52");
    assert_eq!(numbers(&scene.warning(2022, "力所不及").signal), "4.75 1");
    scene.assert_clears(2022, "力所不及");
    fixed("90", "50 51 52 53 54 55 56 57 58 59").assert_clears(2029, "力所不及");
    // In the due year the verdict speaks.
    assert!(!fixed("90", "50 51 52 53 54 55 56 57 58 59 60").warns(2030, "力所不及"));
}

#[test]
fn relapse_into_not_meeting() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 61 59", "回落 warning"),
            ("50 61 60", ""),
            ("50 61 · 59", "回落 warning"),
            ("50 59 58", ""),
            // Once said, it is not said again.
            ("50 61 59 59.5", ""),
        ],
    );
    let scene = fixed("60", "50 61 59");
    assert_eq!(numbers(&scene.warning(2022, "回落").signal), "2021: 61 None");
    scene.assert_clears(2022, "回落");
}

// The value before met what was asked of it then, and this one does not meet what is asked now.
#[test]
fn directions_and_moving_bounds_relapse_too() {
    assert!(
        rising(Qualifier::Plain, "50 52 49").warns(2022, "回落"),
        "{}",
        rising(Qualifier::Plain, "50 52 49").warned(2022)
    );
    let moving =
        Scene::coverage(Rule::NotBelow).against().series(2020, "30 31 31").told_of_other(2020, "28 28 33");
    assert!(moving.warns(2022, "回落"), "{}", moving.warned(2022));
    // And the other way round: the bound has come down below a value that did not meet then.
    let eased =
        Scene::coverage(Rule::NotBelow).against().series(2020, "30 31 28").told_of_other(2020, "33 33 29");
    assert!(!eased.warns(2022, "回落"), "{}", eased.warned(2022));
}

// What met by the chosen method met.
#[test]
fn relapse_and_stagnation_go_by_the_chosen_method() {
    let rounded = |cells: &str| fixed("95", cells).settings(|settings| settings.method = Method::Rounded);
    assert!(rounded("90 94.6 94.4").warns(2022, "回落"), "{}", rounded("90 94.6 94.4").warned(2022));
    // Met until 2022, not met since 2023.
    let slipping = rounded("94.9 94.8 94.7 94.4 94.3");
    assert!(!slipping.warns(2024, "停滞"), "{}", slipping.warned(2024));
}

// A value that is said to be enough is enough by the method that judges it.
#[test]
fn clearing_goes_by_the_chosen_method() {
    let over = Scene::coverage(Rule::MoreThan { value: crate::scene::number("95") }).timing(every_year());
    let over = over.settings(|settings| settings.method = Method::Rounded);
    over.series(2020, "88 88").assert_clears(2021, "未达标");
}

#[test]
fn a_relapse_ahead() {
    let scene = fixed("90", "99 97 95 93 91");
    assert_eq!(scene.warned(2024), "回落 watch, 逆向 notice");
    assert_eq!(numbers(&scene.warning(2024, "回落").signal), "- Some(1)");
    assert_eq!(scene.warned(2023), "逆向 notice");
}

#[test]
fn what_is_said_to_clear_a_relapse_ahead_clears_it() {
    fixed("90", "99 97 95 93 91").assert_clears(2024, "回落");
}

#[test]
fn reversal() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 55 54 53.9", "逆向 watch"),
            ("50 55 54 54", ""),
            ("50 55 55 54", ""),
            ("50 55 54 55", ""),
            ("50 56 · 54 53.9", "逆向 watch, 停滞 watch"),
            // Nothing new in the latest year.
            ("50 55 54 53 ·", "缺数 watch"),
            // Inside the bound it is the mildest.
            ("69 68 67", "逆向 notice"),
        ],
    );
    let scene = fixed("60", "50 56 · 54 53.9");
    assert_eq!(numbers(&scene.warning(2024, "逆向").signal), "-1 -0.1");
    scene.assert_clears(2024, "逆向");
    let deaths = Scene::deaths(at_most("10")).series(2020, "20 15 16 16.5");
    assert_eq!(numbers(&deaths.warning(2023, "逆向").signal), "-1 -0.5");
    deaths.assert_clears(2023, "逆向");
}

#[test]
fn stagnation() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 52 52 52", ""),
            ("50 53 · · 53", "停滞 watch"),
            ("50 53 · 53", ""),
            ("50 57 56 56.5 56.5", ""),
            ("50 61 61 61 61", ""),
        ],
    );
    // The run that does not meet began in 2022.
    let fallen = Scene::coverage(at_least("60")).timing(every_year()).series(2020, "62 61 59 58 57.5 57");
    assert!(!fallen.warns(2024, "停滞"));
    assert_eq!(numbers(&fallen.warning(2025, "停滞").signal), "2022 3");
    fallen.assert_clears(2025, "停滞");
    let still = fixed("60", "50 52 52 52 52");
    assert_eq!(still.warned(2024), "预计达标困难 warning, 停滞 watch");
    assert_eq!(numbers(&still.warning(2024, "停滞").signal), "2021 3");
    let patient = still.settings(|settings| settings.warnings.stagnant_years = 4);
    assert!(!patient.warns(2024, "停滞"));
}

// For a direction too the clock starts with the run that does not meet: the first value that is no better than the baseline.
#[test]
fn a_direction_stagnates_from_when_it_last_met() {
    let scene = rising(Qualifier::Plain, "50 52 49 49 48 48");
    assert!(!scene.warns(2024, "停滞"), "{}", scene.warned(2024));
    assert_eq!(numbers(&scene.warning(2025, "停滞").signal), "2022 3");
}

#[test]
fn silence() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 ·", "缺数 watch"),
            ("50 ?", "缺数 watch"),
            ("50 · ?", "缺数 watch"),
            ("50 · · ·", "缺数 warning"),
            ("50 · 51 ·", "缺数 watch"),
            ("· · · ·", "缺数 warning"),
            ("· ·", "缺数 watch"),
            ("50", ""),
            ("·", ""),
        ],
    );
    let scene = fixed("60", "50 · · ·");
    let warning = scene.warning(2023, "缺数");
    assert_eq!(numbers(&warning.signal), "3");
    assert_eq!(warning.clearing, Clearing::Report { year: year(2023) });
    for at in 2021..=2023 {
        scene.assert_clears(at, "缺数");
    }
    let stern = scene.settings(|settings| settings.warnings.silent_years = 1);
    assert_eq!(stern.warning(2021, "缺数").severity, Severity::Warning);
}

#[test]
fn what_was_not_due_is_not_silent() {
    let mut survey = fixed("60", "50 · · · ·");
    survey.cards[0].calendar = Calendar::Every(5);
    for at in 2021..=2024 {
        assert_eq!(survey.warned(at), "", "{at}");
    }
    assert_eq!(survey.warned(2025), "缺数 watch");
    let mut elected = Scene::coverage(at_least("60"))
        .timing(dabiao::plan::Timing::EveryTerm { from: year(2021), due: year(2030) });
    elected.cards[0].calendar = Calendar::Term;
    assert_eq!(elected.warned(2024), "");
    let mut nowhere = fixed("60", "50");
    nowhere.rows.push(Observation::missing("main", year(2021), Missing::NotApplicable));
    assert_eq!(nowhere.warned(2021), "");
    // Two values are not none.
    let mut conflict = fixed("60", "50 51");
    conflict.rows.push(row(&conflict.cards[0], 2021, "52"));
    assert_eq!(conflict.warned(2021), "");
    // What is missing is the other indicator's value.
    let alone = Scene::coverage(Rule::NotBelow).against().series(2020, "30 31");
    assert_eq!(alone.warned(2021), "");
}

// A verdict that earlier years have settled does not make up for the silence of this one.
#[test]
fn silence_is_said_beside_a_verdict_that_is_settled() {
    let steadily = rising(Qualifier::Steadily, "50 52 51 ·");
    assert!(steadily.warns(2023, "未达标"));
    assert!(steadily.warns(2023, "缺数"), "{}", steadily.warned(2023));
    let every = Scene::coverage(at_least("60")).timing(every_year()).series(2020, "50 59 61");
    assert!(every.warns(2030, "缺数"), "{}", every.warned(2030));
}

// A setback that cannot be mended is not cleared by a good year.
#[test]
fn nothing_is_said_to_clear_what_cannot_be_mended() {
    let broken = rising(Qualifier::Steadily, "50 52 51");
    if matches!(broken.warning(2022, "未达标").clearing, Clearing::NextValue { .. }) {
        broken.assert_clears(2022, "未达标");
    }
}

// A year after a target's due year is its due year.
#[test]
fn after_the_due_year_the_warnings_are_those_of_the_due_year() {
    for (cells, at) in
        [("50 · · ·", 2023), ("50 52 52 52 52", 2024), ("50 61 59", 2022), ("50 55 54 53", 2023)]
    {
        let scene = fixed("60", cells).timing(by(at));
        assert_eq!(scene.warned(at + 2), scene.warned(at), "{cells}");
        assert_eq!(scene.standing(at + 2), scene.standing(at), "{cells}");
    }
}

// Elections are no yearly values, and the area's own figure decides nothing where each unit has its own: neither has a
// trend to be warned of.
#[test]
fn no_trend_of_elections_or_beside_units() {
    let mut elected =
        Scene::coverage(at_least("60")).timing(Timing::EveryTerm { from: year(2021), due: year(2030) });
    elected.cards[0].calendar = Calendar::Term;
    for (at, value) in [(2018, "50"), (2021, "45"), (2024, "40")] {
        let value = Value::Number(value.parse().unwrap());
        elected.rows.push(Observation::new("main", Period::Term(year(at)), value, Unit::Percent));
    }
    assert_eq!(elected.warned(2024), "未达标 critical");

    let mut units = Scene::coverage(at_least("60")).timing(every_year()).series(2021, "55 50 45");
    units.target.scope = Scope::EveryUnit;
    units.target.unit_kind = "township".into();
    for (at, value) in [(2021, "50"), (2022, "50"), (2023, "50")] {
        units.rows.push(row(&units.cards[0], at, value).in_unit(ReportingUnit::new("township", "甲")));
    }
    assert_eq!(units.warned(2023), "未达标 critical");
}

// Values of years ago say nothing new: a year of which only an end is known is not out of reach by them.
#[test]
fn out_of_reach_is_said_of_the_year_s_own_value() {
    let scene = Scene::coverage(at_least("76.01")).series(2020, "50 51 52");
    assert!(scene.warns(2022, "力所不及"));
    let below = Interval::new(None, Some(End { number: number("53"), included: true })).unwrap();
    let mut later = scene.clone();
    later.rows.push(Observation::new("main", year(2023), Value::Interval(below), Unit::Percent));
    let judged = later.judge(2023);
    assert_eq!(judged.assessment.outcome, Outcome::NotMet);
    let outlook = judged.outlook.unwrap();
    assert_eq!((outlook.latest.year, outlook.values_since_start), (year(2022), 3));
    assert!(outlook.required > outlook.best_change.map(|best| best * Ratio::whole(3)));
    assert!(!later.warns(2023, "力所不及"));
}
