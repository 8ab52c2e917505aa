//! The signals of a series on its way: when each fires, when just not, how loud it is, its numbers.

use dabiao::{
    Observation, Rule,
    ahead::{Clearing, Severity},
    data::{Missing, Status},
    judge::Method,
    plan::{Better, Calendar, IndicatorKind, Qualifier, Scope, Timing},
    values::{End, Interval, Period, ReportingUnit, Unit, Value},
};

use crate::scene::{
    Scene, at_least, at_most, card, every_year, exact, kept, number, numbers, reached_and_kept, row, year,
};

fn fixed(bound: &str, cells: &str) -> Scene {
    Scene::coverage(at_least(bound)).series(2020, cells)
}

fn rising(word: Qualifier) -> Rule {
    Rule::Improves { better: Better::Higher, qualifier: word }
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

// Without counts one year or two prove nothing; the third observed year in a row does, and so does a miss that is more than
// three times the median change before it.
#[test]
fn a_kept_bound_is_missed() {
    assert_warned(
        &Scene::coverage(at_least("90")).timing(kept()),
        &[
            ("88 89", "未达标 notice"),
            ("88 90", ""),
            ("88 89.99", "未达标 notice"),
            ("95 89", "未达标 notice, 回落 notice"),
            ("88 89 89", "未达标 warning"),
            ("91 89 89 89", "未达标 warning"),
            ("91 89 89 90", ""),
            // Changes of 1, 1, 1 before it; 3 below the bound is not more than three times as much, 3.1 is.
            ("91 92 91 92 87", "未达标 notice, 回落 notice, 波动较大 notice"),
            ("91 92 91 92 86.9", "未达标 warning, 回落 warning, 骤变 watch, 波动较大 notice"),
            // Sure for the third observed year in a row.
            ("91 89 89 89 89", "未达标 warning, 停滞 watch"),
            ("91 89 89 89 89 89", "未达标 critical, 停滞 watch"),
        ],
    );
    let scene = Scene::coverage(at_least("90")).timing(kept()).series(2020, "88 89 89");
    assert_eq!(numbers(&scene.judge(2022).warnings[0].signal), "-1");
    scene.assert_clears(2022, "未达标");
    // Before it has to hold there is nothing to miss.
    assert_warned(&Scene::coverage(at_least("90")), &[("80 81", "")]);
    assert_warned(
        &Scene::coverage(at_least("90")).timing(reached_and_kept()),
        &[("80 90 89", "未达标 notice, 回落 notice"), ("80 85 89", "")],
    );
}

// A failure that cannot be mended: said once as what it is, then with its year, and nothing clears it.
#[test]
fn what_is_settled_stays_said() {
    let scene = Scene::posts(at_least("90")).timing(every_year());
    assert_warned(
        &scene,
        &[
            ("92/100 89/100", "未达标 critical, 回落 warning"),
            ("92/100 89/100 91/100", "未达标 watch"),
            ("92/100 89/100 88/100", "未达标 warning"),
            ("95/100 95/100", ""),
        ],
    );
    let scene = scene.series(2020, "92/100 89/100 91/100");
    assert_eq!(numbers(&scene.judge(2022).warnings[0].signal), "settled in 2021");
    for at in [2021, 2022] {
        assert_eq!(scene.clearing(at), Clearing::Never);
    }
    // Broken years of a kept bound settle nothing, unless the host says how many.
    let kept = Scene::posts(at_least("90")).timing(kept()).series(2020, "92/100 89/100 91/100 88/100");
    assert_eq!(kept.warned(2022), "");
    let counted = kept.settings(|settings| settings.broken_years = Some(2));
    assert_eq!(
        (counted.warned(2022), counted.warned(2023)),
        (String::new(), "未达标 critical, 回落 warning".into())
    );
    assert_eq!(counted.told(2024, "95/100").warned(2024), "未达标 watch");
}

#[test]
fn hard_to_reach() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 50", "进度滞后 notice"),
            // Never loud in the first three years of a plan.
            ("50 50 50", "预计达标困难 warning"),
            ("50 50 50 50", "预计达标困难 warning, 停滞 watch"),
            ("50 50 50 50 50", "预计达标困难 critical, 停滞 watch"),
            // Some change for the better has been seen, and the required one is not three times as large: 1.2 against 0.5.
            ("50 50.5 51 51.2 51.5", "预计达标困难 warning"),
            // 1.4 and more against 0.4.
            ("50 50.4 50.8 50.8 50.8", "预计达标困难 critical"),
            ("50 49 50", "进度滞后 watch"),
            ("50 52 52", ""),
        ],
    );
    let scene = fixed("60", "50 50 50");
    let warning = scene.judge(2022).warnings.swap_remove(0);
    assert_eq!((numbers(&warning.signal), warning.sure), ("52 1.25 0 -".into(), Some(true)));
    assert!(
        matches!(scene.clearing(2022), Clearing::NextValue { value, included: true, .. } if value == exact("53"))
    );
    scene.assert_clears(2022, "预计达标困难");
    Scene::deaths(at_most("10")).series(2020, "20 20 20 20 20").assert_clears(2024, "预计达标困难");
}

// With a fifth of the time left or less it is late, however small the steps that are still needed.
#[test]
fn hard_to_reach_when_time_is_short() {
    let scene = fixed("60", "50 51 52 53 54 54.5 55 55.5 56 56.5");
    assert_eq!(scene.warned(2027), "预计达标困难 warning");
    assert_eq!(scene.warned(2028), "预计达标困难 critical");
    // The path has 90 in every year: within one percentage point of it, never.
    let near = fixed("90", "91 88.9 88.9 88.9 88.9 88.9 88.9 88.9 88.9 89");
    assert_eq!(near.warned(2028), "预计达标困难 critical, 停滞 watch");
    assert_eq!(near.warned(2029), "预计达标困难 warning");
    // After a start that met nothing is loud before that.
    assert_eq!(near.warned(2027), "预计达标困难 warning, 停滞 watch");
}

#[test]
fn out_of_reach_is_told_beside_it() {
    let told = |bound: &str| numbers(&fixed(bound, "50 51 52").judge(2022).warnings[0].signal);
    // Exactly three times the best change is not more than three times.
    assert_eq!(told("76"), "55.2 3 1 -");
    assert_eq!(told("76.08"), "55.216 3.01 1 - out of reach");
    // In the due year the verdict speaks.
    assert_eq!(fixed("90", "50 51 52 53 54 55 56 57 58 59 60").warned(2030), "未达标 critical");
}

#[test]
fn slowing_and_lagging() {
    let scene = fixed("60", "50 60 58 56 54");
    assert_eq!((scene.warned(2022), scene.warned(2023)), ("回落 notice".into(), String::new()));
    assert_eq!(scene.warned(2024), "进度放缓 watch");
    assert!(matches!(scene.clearing(2024), Clearing::NextValue { value, .. } if value == exact("55")));
    // 85.9 against 86.0 in the first year is a lag and no more.
    assert_eq!(Scene::coverage(at_least("95")).series(2020, "85 85.9").warned(2021), "进度滞后 notice");
    let direction = Scene::coverage(rising(Qualifier::Plain)).series(2020, "50 49 48.5 48");
    assert_eq!(direction.warned(2021), "进度滞后 notice");
    assert_eq!(direction.warned(2023), "进度滞后 watch");
    assert_eq!(direction.clearing(2023), Clearing::Met { year: year(2024) });
}

#[test]
fn relapse() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 61 59", "回落 notice"),
            ("50 61 60", ""),
            ("50 61 · 59", "回落 notice"),
            ("50 59 58", ""),
            // Once said, it is not said again.
            ("50 61 59 59.5", ""),
        ],
    );
    let scene = Scene::posts(at_least("60")).series(2020, "50/100 61/100 59/100");
    assert_eq!(scene.warned(2022), "回落 warning");
    assert_eq!(numbers(&scene.judge(2022).warnings[0].signal), "2021: 61");
    scene.assert_clears(2022, "回落");
    // What should fall does not fall back, it rebounds.
    let deaths = Scene::deaths(at_most("10")).series(2020, "20 9 11");
    assert_eq!(deaths.warned(2022), "反弹 notice");
}

// The value before met what was asked of it then, and this one does not meet what is asked now.
#[test]
fn directions_and_moving_bounds_relapse_too() {
    let direction = Scene::posts(rising(Qualifier::Plain)).series(2020, "50/100 52/100 49/100");
    assert_eq!(direction.warned(2022), "进度滞后 watch, 回落 watch");
    let moving = Scene::posts(Rule::NotBelow).against().series(2020, "30/100 31/100 31/100");
    let moving = moving.told_of_other(2020, "28 28 33");
    assert_eq!(moving.warned(2022), "未达标 warning, 回落 warning");
    // And the other way round: the bound has come down below a value that did not meet then.
    let eased = Scene::posts(Rule::NotBelow).against().series(2020, "30/100 31/100 28/100");
    let eased = eased.told_of_other(2020, "33 33 29");
    assert_eq!(eased.warned(2022), "未达标 warning");
}

// What met by the chosen method met.
#[test]
fn relapse_and_stagnation_go_by_the_chosen_method() {
    let rounded = |cells: &str| fixed("95", cells).settings(|settings| settings.method = Method::Rounded);
    assert!(rounded("90 94.6 94.4").warns(2022, "回落"));
    // Met until 2022, not met since 2023.
    assert!(!rounded("94.9 94.8 94.7 94.4 94.3").warns(2024, "停滞"));
    // 94.96 five times against 95 is met in each year, and breaks in none.
    let met = rounded("94.96 94.96 94.96 94.96 94.96");
    assert_eq!((met.standing(2024), met.warned(2024)), (dabiao::Standing::Holding, String::new()));
}

#[test]
fn a_relapse_ahead() {
    let scene = fixed("90", "99 98 97 96 95 93");
    // 95 − 0.9 − 0.81 − … stays above 90 until 2030; from 93 it does not.
    assert_eq!(scene.warned(2024), "");
    assert_eq!(scene.warned(2025), "回落风险 notice");
    let risk = scene.judge(2025).warnings.swap_remove(0);
    assert_eq!(numbers(&risk.signal), "Some(4) false");
    assert_eq!(risk.clearing, Some(Clearing::Steadier));
    // With counts the window has to confirm a miss, or the fall has to be beyond chance.
    let counted = |n: u32| {
        let cell = |share: u32| format!("{}/{n} ", share * n / 100);
        Scene::share(at_least("90")).series(2020, &[99, 98, 97, 96, 95, 93].map(cell).concat())
    };
    assert_eq!(counted(50).standing(2025), dabiao::Standing::Holding);
    assert_eq!(counted(2_000).standing(2025), dabiao::Standing::AtRisk);
}

// Both wrong, together at least one point, and more than three times the median change before them.
#[test]
fn reversal() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("69 69.1 69 69.1 68.6 68.1", "逆向 notice"),
            ("69 69.1 69 69.1 68.6 68.2", ""),
            ("69 69.4 69 69.4 68.9 68.3", ""),
            ("69 69.1 69 69.1 69.1 68", ""),
            ("69 69.1 68.6 68", ""),
            // Nothing new in the latest year.
            ("69 69.1 69 69.1 68.6 68.1 ·", "缺数 watch, 沿用上次预警 notice"),
            ("50 51 51.1 51.2 50.6 50", "预计达标困难 warning, 逆向 watch"),
        ],
    );
    let scene = fixed("60", "69 69.1 69 69.1 68.6 68.1");
    assert_eq!(numbers(&scene.judge(2025).warnings[0].signal), "-0.5 -0.5 since 2023");
    scene.assert_clears(2025, "逆向");
    // With counts the exact comparison of the first and the last of the three years takes the place of all that.
    let counted = |n: u32| {
        Scene::share(at_least("60"))
            .series(2020, &format!("{0}/{n} {1}/{n} {2}/{n}", n * 9 / 10, n * 88 / 100, n * 86 / 100))
    };
    assert_eq!(counted(100).warned(2022), "");
    assert_eq!(counted(1_000).warned(2022), "逆向 notice");
    // A rise that slows is what was asked for.
    let slower = Scene::coverage(Rule::RisesSlower).series(2015, "20 21 22 23 24 25 25.1 25.2 25.4 27 28.5");
    assert!(!slower.warns(2025, "逆向"), "{}", slower.warned(2025));
}

// One wrong change of five points; from five values on it has to stand out too.
#[test]
fn a_sudden_change() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("75 70", "骤变 notice"),
            ("75 70.1", ""),
            ("70 75", ""),
            ("75 73 75 77 71", ""),
            ("75 73 75 77 70.9", "骤变 notice"),
            ("75 · · 70", "骤变 notice"),
        ],
    );
    let scene = fixed("60", "75 70");
    assert_eq!(numbers(&scene.judge(2021).warnings[0].signal), "-5 from 75 in 2020");
    scene.assert_clears(2021, "骤变");
    // In other units 30 per cent of the larger of the value before and the bound.
    let years = |cells| {
        Scene::of(card(Unit::Years, IndicatorKind::ValueOnly, None), at_least("10")).series(2020, cells)
    };
    assert_eq!(
        (years("20 14").warned(2021), years("20 14.1").warned(2021)),
        ("骤变 notice".into(), String::new())
    );
    // With counts beyond chance too.
    let counted = |n: u32| {
        Scene::share(at_least("60")).series(2020, &format!("{}/{n} {}/{n}", n * 90 / 100, n * 80 / 100))
    };
    assert_eq!((counted(50).warned(2021), counted(200).warned(2021)), (String::new(), "骤变 notice".into()));
}

#[test]
fn stagnation() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            ("50 52 52 52", "进度滞后 watch"),
            ("50 53 · · 53", "进度滞后 watch, 停滞 watch"),
            ("50 53 · 53", ""),
            ("50 57 56 56.5 56.5", "进度放缓 watch"),
            ("50 61 61 61 61", ""),
        ],
    );
    // The run that does not meet began in 2022.
    let fallen = Scene::coverage(at_least("60")).timing(kept()).series(2020, "62 61 59 58 57.5 57");
    assert!(!fallen.warns(2024, "停滞"));
    assert_eq!(numbers(&fallen.warning(2025, "停滞").signal), "2022 3");
    let still = fixed("60", "50 54 54 54 54");
    assert_eq!(still.warned(2024), "进度放缓 watch, 停滞 watch");
    assert_eq!(numbers(&still.warning(2024, "停滞").signal), "2021 3");
    let patient = still.settings(|settings| settings.warnings.stagnant_years = 4);
    assert!(!patient.warns(2024, "停滞"));
}

// For a direction too the clock starts with the run that does not meet: the first value that is no better than the baseline.
#[test]
fn a_direction_stagnates_from_when_it_last_met() {
    let scene = Scene::coverage(rising(Qualifier::Plain)).series(2020, "50 52 49 49 48 48");
    assert!(!scene.warns(2024, "停滞"));
    assert_eq!(numbers(&scene.warning(2025, "停滞").signal), "2022 3");
}

// Institutions: nothing is due before the end, and yet they are lost, stand still and run out of time.
#[test]
fn whole_numbers_warn() {
    let one = Scene::whole(at_least("1")).series(2020, "0 0 1 0");
    assert_eq!(one.warned(2023), "回落 warning, 骤变 watch");
    let three = Scene::whole(at_least("3")).series(2020, "2 2 1 0 0");
    assert_eq!((three.standing(2024), three.warned(2024)), (dabiao::Standing::Pending, "停滞 watch".into()));
    assert!(
        matches!(three.clearing(2024), Clearing::NextValue { value, included: false, .. } if value.is_zero())
    );
    // Two years left, and nothing gained in three.
    let late = Scene::whole(at_least("3")).series(2020, "0 1 1 1 1 1 1 1 1 2");
    assert_eq!(
        (late.warned(2027), late.warned(2028)),
        ("停滞 watch".into(), "预计达标困难 warning, 停滞 watch".into())
    );
    assert_eq!(late.warned(2029), "波动较大 note");
    let never = Scene::whole(at_least("3")).series(2020, "1 1 1 1 1 1 1 1 1");
    assert_eq!(never.warned(2028), "预计达标困难 critical, 停滞 watch");
    assert_eq!(
        never.clearing(2028),
        Clearing::NextValue { value: exact("3"), better: Better::Higher, included: true, cases: None }
    );
}

#[test]
fn silence() {
    assert_warned(
        &Scene::coverage(at_least("60")),
        &[
            // The baseline is no verdict of the plan.
            ("50 ·", "缺数 watch"),
            ("50 ?", "缺数 watch"),
            ("50 · ?", "缺数 watch"),
            ("50 · · ·", "缺数 warning"),
            ("50 · 51 ·", "缺数 watch, 沿用上次预警 notice"),
            ("· · · ·", "缺数 warning"),
            ("50", ""),
            ("·", ""),
        ],
    );
    let scene = fixed("60", "50 · · ·");
    assert_eq!(numbers(&scene.judge(2023).warnings[0].signal), "3");
    assert_eq!(scene.clearing(2023), Clearing::Report { year: year(2023) });
    for at in 2021..=2023 {
        scene.assert_clears(at, "缺数");
    }
    let stern = scene.settings(|settings| settings.warnings.not_reported_years = 1);
    assert_eq!(stern.judge(2021).warnings[0].severity, Some(Severity::Warning));
}

// Silence clears nothing: the last verdict's alarm stands, with its year, until a value gives a verdict.
#[test]
fn an_alarm_is_inherited() {
    let scene = Scene::posts(at_least("90")).timing(kept()).series(2020, "92/100 89/100 · · 91/100");
    assert_eq!(scene.warned(2021), "未达标 warning, 回落 warning");
    assert_eq!(scene.warned(2022), "沿用上次预警 warning, 缺数 watch");
    assert_eq!(scene.warned(2023), "沿用上次预警 warning, 缺数 watch");
    assert_eq!(numbers(&scene.judge(2023).warnings[0].signal), "2021: 未达标");
    assert_eq!(scene.clearing(2023), Clearing::Report { year: year(2023) });
    assert_eq!(scene.warned(2024), "");
    // So does a value that decides nothing.
    let mut open = Scene::posts(at_least("90")).timing(kept()).series(2020, "92/100 89/100");
    let below = Interval::new(None, Some(End { number: number("95"), included: false })).unwrap();
    open.rows.push(Observation::new("main", year(2022), Value::Interval(below), Unit::Percent));
    assert_eq!(open.warned(2022), "沿用上次预警 warning");
    // The silence itself is not inherited, and what met leaves nothing behind.
    let met = Scene::posts(at_least("90")).timing(kept()).series(2020, "95/100 95/100 · ·");
    assert_eq!(met.warned(2023), "缺数 watch");
}

#[test]
fn what_was_not_due_is_not_silent() {
    let mut survey = fixed("60", "50 · · · ·");
    survey.cards[0].calendar = Calendar::Every(5);
    for at in 2021..=2024 {
        assert_eq!(survey.warned(at), "", "{at}");
    }
    assert_eq!(survey.warned(2025), "缺数 watch");
    let mut elected =
        Scene::coverage(at_least("60")).timing(Timing::EveryTerm { from: year(2021), due: year(2030) });
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

// A survey that hardly moved in five years is hard to mend in the five that are left.
#[test]
fn surveys_years_apart_are_enough() {
    let survey = |second: &str| {
        let mut scene = fixed("80", &format!("50 · · · · {second}"));
        scene.cards[0].calendar = Calendar::Every(5);
        scene
    };
    let still = survey("50.1");
    assert_eq!(still.standing(2026), dabiao::Standing::Difficult);
    assert_eq!(still.warned(2026), "预计达标困难 critical");
    assert_eq!(survey("65").standing(2026), dabiao::Standing::Expected);
}

#[test]
fn provisional_values_are_at_most_a_warning() {
    let mut scene = Scene::posts(at_least("90")).timing(every_year()).series(2020, "92/100 89/100");
    assert_eq!(scene.warned(2021), "未达标 critical, 回落 warning");
    scene.rows[1].status = Status::Provisional;
    assert_eq!(scene.warned(2021), "未达标 warning, 回落 warning");
}

/// Two townships with the same denominator, and who is asked.
fn units(cells: &[(&str, &str)], rule: Rule, asked: usize) -> (Scene, Vec<dabiao::Roster>) {
    let mut scene = Scene::share(rule).timing(kept());
    scene.target.scope = Scope::EveryUnit("township".into());
    for (unit, cells) in cells {
        for (at, cell) in (2020..).zip(cells.split_whitespace()).filter(|(_, cell)| *cell != "·") {
            let of = ReportingUnit::new("township", (*unit).to_string());
            scene.rows.push(row(&scene.cards[0], at, cell).in_unit(of));
        }
    }
    let names: Vec<String> = ["东", "西", "南", "北"].iter().take(asked).map(ToString::to_string).collect();
    let rosters = (2020..=2030).map(|at| dabiao::Roster::new("township", year(at), names.clone()));
    (scene, rosters.collect())
}

fn warned_over((scene, rosters): &(Scene, Vec<dabiao::Roster>), at: i32) -> String {
    let catalogue = scene.catalogue();
    let data = catalogue.data(scene.rows.clone()).with_rosters(rosters.clone());
    let evaluator = dabiao::Evaluator::with(&catalogue, scene.settings.clone()).unwrap();
    crate::scene::names(&evaluator.judge(&scene.target, data.area("").unwrap(), year(at)).unwrap().warnings)
}

// The more units there are, the more one of them may miss by chance.
#[test]
fn over_units_chance_is_shared() {
    let told = [("东", "96/100 83/100"), ("西", "96/100 96/100")];
    // 83 of 100 against 90 per cent: 2.1 in a hundred. Alone sure, one of two sure, one of four not.
    let (rest, more) = (("南", "96/100 96/100"), ("北", "96/100 96/100"));
    assert_eq!(warned_over(&units(&told, at_least("90"), 2), 2021), "未达标 warning, 回落 warning");
    let four = [told[0], told[1], rest, more];
    assert_eq!(warned_over(&units(&four, at_least("90"), 4), 2021), "未达标 notice, 回落 notice");
}

// Of units that are measured in different years each misses by its own counts.
#[test]
fn each_unit_misses_by_the_counts_of_its_own_year() {
    let told = |west: &'static str| {
        let mut told = units(&[("东", "· 83/100"), ("西", west)], at_least("90"), 2);
        told.0.cards[0].calendar = Calendar::Every(3);
        told
    };
    for west in ["· 96/100", "· · 96/100", "· · · 96/100"] {
        let at = 2020 + i32::try_from(west.split(' ').count()).unwrap() - 1;
        assert_eq!(warned_over(&told(west), at), "未达标 warning", "{west}");
    }
}

// Years in which some units reported are not silent ones; a silent unit keeps the verdict open.
#[test]
fn silent_units_are_not_silent_years() {
    let some = [("东", "95/100 95/100 · · ·"), ("西", "95/100 · 95/100 95/100 95/100")];
    assert_eq!(warned_over(&units(&some, at_least("90"), 2), 2024), "缺数 watch");
    let none = [("东", "95/100 95/100 · · ·"), ("西", "95/100 95/100 · · ·")];
    assert_eq!(warned_over(&units(&none, at_least("90"), 2), 2024), "缺数 warning");
}

// A lost window of a duty is named in every later year.
#[test]
fn a_lost_window_stays_said() {
    let mut scene = Scene::whole(at_least("1")).timing(Timing::EachWindow {
        from: year(2021),
        years: 5,
        due: year(2030),
    });
    scene.cards[0].calendar = Calendar::Event;
    let scene = scene.series(2021, "0 0 0 0 0 0 1");
    assert_eq!(scene.warned(2024), "");
    assert_eq!(scene.warned(2025), "未达标 critical");
    for at in 2026..=2027 {
        assert_eq!(numbers(&scene.judge(at).warnings[0].signal), "settled in 2025");
        assert_eq!(scene.judge(at).warnings[0].severity, Some(Severity::Watch));
        assert_eq!(scene.clearing(at), Clearing::Never);
    }
}

// The bound of a monitored target is the host's, and clears the good way.
#[test]
fn a_monitored_target_clears_the_good_way() {
    let bound = |at| dabiao::judge::HostBound {
        target: "target".into(),
        year: Some(year(at)),
        value: number("5"),
        better: Better::Lower,
    };
    let scene = Scene::coverage(Rule::Monitored).timing(kept()).series(2020, "5 4 6");
    let scene = scene.settings(|settings| settings.host_bounds = (2021..=2030).map(bound).collect());
    assert_eq!(scene.warned(2022), "未达标 notice, 反弹 notice");
    assert_eq!(
        scene.clearing(2022),
        Clearing::NextValue { value: exact("5"), better: Better::Lower, included: true, cases: None }
    );
}

// What next year's bound is, is known today of a yearly change too.
#[test]
fn a_bound_that_moves_by_the_year_clears_with_next_years() {
    let rule = Rule::ChangedEachYear { value: number("0.5"), better: Better::Lower, since: year(2020) };
    let scene = Scene::posts(rule).series(2020, "12/100 12/100");
    assert_eq!(scene.warned(2021), "未达标 warning");
    let Clearing::NextValue { value, cases, .. } = scene.clearing(2021) else { panic!() };
    assert_eq!((value, cases), (exact("11"), Some(11)));
}

// An interval of this year: the value that clears belongs to the next year all the same.
#[test]
fn the_clearing_value_is_next_years() {
    let mut scene = fixed("90", "70 71 71 71 71");
    let below = Interval::new(None, Some(End { number: number("72"), included: false })).unwrap();
    scene.rows.push(Observation::new("main", year(2025), Value::Interval(below), Unit::Percent));
    assert_eq!(scene.standing(2025), dabiao::Standing::Difficult);
    assert!(matches!(scene.clearing(2025), Clearing::NextValue { value, .. } if value == exact("82")));
}

// For counts the value is told in cases too, at this year's denominator.
#[test]
fn a_clearing_value_is_told_in_cases() {
    let scene = Scene::infants().timing(kept()).series(2020, "7/700 7/700 7/700");
    let Clearing::NextValue { value, cases, .. } = scene.clearing(2022) else { panic!() };
    assert_eq!((value, cases), (exact("5"), Some(3)));
}

// A term that has not been elected anew carries its verdict on.
#[test]
fn a_body_elected_for_years_warns_with_its_own_value() {
    let mut scene =
        Scene::posts(at_least("40")).timing(Timing::EveryTerm { from: year(2021), due: year(2030) });
    scene.cards[0].calendar = Calendar::Term;
    let elected = |at, k| Observation {
        period: Period::Term(year(at)),
        ..row(&scene.cards[0], at, &format!("{k}/100"))
    };
    let rows = vec![elected(2016, 45), elected(2021, 35)];
    let scene = Scene { rows, ..scene.clone() };
    for at in [2021, 2024] {
        assert!(scene.warns(at, "未达标"), "{at}: {}", scene.warned(at));
    }
}
