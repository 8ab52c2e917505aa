//! What a verdict on few cases is worth: from the counts of a county to the label.

use dabiao::statistics::{Certainty, Standard};
use dabiao::{
    Standing,
    ahead::{Clearing, GapInCases, SmallNumbers, label_zh},
    judge::Method,
    values::Unit,
};

use crate::scene::{Scene, at_least, at_most, card, exact, number, row, year};

fn maternal() -> Scene {
    Scene::deaths(at_most("12"))
}

fn infants() -> Scene {
    Scene::of(card(Unit::PerMille, dabiao::plan::IndicatorKind::Events, None), at_most("5.0"))
}

fn covered() -> Scene {
    Scene::share(at_least("90"))
}

#[track_caller]
fn few(scene: &Scene, counts: &str) -> SmallNumbers {
    scene.clone().told(2024, counts).judge(2024).small_numbers.expect("counts")
}

#[test]
fn the_labels_of_a_county() {
    use Certainty::*;
    for (scene, counts, label, gap) in [
        (maternal(), "1/800", MissedWithinChance, GapInCases::Fewer(1)),
        (maternal(), "2/800", MissedConfirmed, GapInCases::Fewer(2)),
        (maternal(), "0/800", MetUnconfirmable, GapInCases::More(1)),
        // A single death alone would reach the tail; two are asked for.
        (maternal(), "1/427", MissedWithinChance, GapInCases::Fewer(1)),
        (maternal(), "0/24965", MetConfirmed, GapInCases::More(3)),
        (maternal(), "0/24964", MetUnconfirmable, GapInCases::More(3)),
        (infants(), "4/800", MetUnconfirmed, GapInCases::More(1)),
        (infants(), "5/800", MissedWithinChance, GapInCases::Fewer(1)),
        (infants(), "8/800", MissedWithinChance, GapInCases::Fewer(4)),
        (infants(), "9/800", MissedConfirmed, GapInCases::Fewer(5)),
        (infants(), "0/800", MetConfirmed, GapInCases::More(5)),
        (covered(), "29/29", MetConfirmed, GapInCases::Fewer(3)),
        (covered(), "28/28", MetUnconfirmable, GapInCases::Fewer(3)),
        (covered(), "23/30", MissedConfirmed, GapInCases::More(4)),
        (covered(), "24/30", MissedWithinChance, GapInCases::More(3)),
        (covered(), "172/200", MissedConfirmed, GapInCases::More(8)),
        (covered(), "173/200", MissedWithinChance, GapInCases::More(7)),
        (covered(), "180/200", MetUnconfirmed, GapInCases::Fewer(1)),
        (covered(), "705/800", MissedConfirmed, GapInCases::More(15)),
        (covered(), "706/800", MissedWithinChance, GapInCases::More(14)),
        (
            Scene::share(dabiao::Rule::MoreThan { value: number("100") }),
            "10/10",
            MissedWithinChance,
            GapInCases::CannotBeReached,
        ),
    ] {
        let found = few(&scene, counts);
        assert_eq!((found.label, found.gap), (Some(label), Some(gap)), "{counts}");
        assert_eq!(gap.is_one(), gap.zh() == "一例之差");
    }
}

#[test]
fn the_numbers_beside_one_death() {
    let found = few(&maternal(), "1/800");
    assert!((found.tail.unwrap().value() - 0.0915).abs() < 5e-5);
    assert!((found.expected.unwrap().value() - 0.096).abs() < 1e-12);
    // Garwood: 0.0253 to 5.5716 deaths.
    let (low, high) = found.interval;
    assert!((low.value() - 3.1647).abs() < 1e-3 && (high.value() - 696.455).abs() < 1e-2, "{low} {high}");
    assert_eq!((found.reliable, found.chance_of_keeping, found.pooled), (false, None, None));
    assert!((few(&maternal(), "2/800").tail.unwrap().value() - 0.0043).abs() < 5e-5);
    let share = few(&covered(), "180/200");
    assert!(share.chance_of_keeping.is_some() && share.reliable);
}

#[test]
fn reliability_is_by_the_chosen_standard() {
    for (standard, events, reliable) in [
        (Standard::AtLeast10Events, 9, false),
        (Standard::AtLeast10Events, 10, true),
        (Standard::AtLeast20Events, 19, false),
        (Standard::AtLeast20Events, 20, true),
    ] {
        let scene = infants().settings(|settings| settings.statistics.standard = standard);
        let found = few(&scene, &format!("{events}/800"));
        assert_eq!((found.reliable, found.standard), (reliable, standard), "{events}");
    }
}

#[test]
fn a_value_without_counts_has_no_label() {
    assert!(maternal().told(2024, "143").judge(2024).small_numbers.is_none());
    assert!(Scene::coverage(at_least("90")).told(2024, "85/100").judge(2024).small_numbers.is_none());
    let direction = dabiao::Rule::Improves {
        better: dabiao::plan::Better::Lower,
        qualifier: dabiao::plan::Qualifier::Plain,
    };
    let found = few(&Scene::deaths(direction).told(2020, "2/800"), "1/800");
    assert_eq!((found.label, found.gap, found.tail), (None, None, None));
}

// The label never contradicts the verdict that it stands beside, by whichever method that was reached.
#[test]
fn the_label_goes_with_the_verdict() {
    for (method, met) in [(Method::FullValue, false), (Method::Rounded, true)] {
        let scene = Scene::share(at_least("95")).settings(|settings| settings.method = method);
        let judged = scene.told(2024, "1899/2000").judge(2024);
        assert_eq!(
            judged.assessment.outcome,
            if met { dabiao::Outcome::Met } else { dabiao::Outcome::NotMet }
        );
        let found = judged.small_numbers.unwrap();
        let label = label_zh(found.label.unwrap());
        assert_eq!(label.starts_with("达标"), met, "{method:?}: {label}");
        // The cases are counted by the method that gave the verdict: 1 890 of 2 000 are 94.5, which is rounded to 94.
        assert_eq!(found.gap, Some(if met { GapInCases::Fewer(9) } else { GapInCases::More(1) }));
    }
}

#[test]
fn years_are_pooled_as_sums() {
    let scene = maternal().series(2020, "1/700 0/900 · 0/800 1/600 2/500");
    assert_eq!(scene.judge(2021).small_numbers.unwrap().pooled, None);
    // 2022 is missing, and so few are expected: the last five calendar years, as many of them as have a value.
    let earlier = scene.judge(2024).small_numbers.unwrap().pooled.unwrap();
    assert_eq!((earlier.from, earlier.counts.numerator, earlier.counts.denominator), (year(2020), 2, 3000));
    let pooled = scene.judge(2025).small_numbers.unwrap().pooled.unwrap();
    assert_eq!((pooled.from, pooled.to), (year(2021), year(2025)));
    assert_eq!((pooled.counts.numerator, pooled.counts.denominator), (3, 2800));
    assert_eq!(pooled.value, exact("300000").over(&exact("2800")).unwrap());
    assert!(!pooled.met);
    assert_eq!(pooled.label, Certainty::MissedConfirmed);
    // A value between two ends has no counts: through its year there is no window, but where it was of another definition.
    let end = |text| Some(dabiao::values::End { number: number(text), included: true });
    let between = |at: i32| {
        let value = dabiao::values::Interval::new(end("0"), end("300")).unwrap();
        dabiao::Observation::new("main", year(at), dabiao::values::Value::Interval(value), Unit::Per100k)
    };
    let mut with_a_hole = maternal().series(2020, "1/700 0/900 · 1/600 2/500");
    with_a_hole.rows.push(between(2022));
    assert_eq!(with_a_hole.judge(2024).small_numbers.unwrap().pooled, None);
    let mut redefined = maternal().series(2022, "0/800 1/600 2/500");
    redefined.rows[0] = redefined.rows[0].clone().after_break();
    redefined.rows.push(between(2021));
    assert_eq!(redefined.judge(2024).small_numbers.unwrap().pooled.unwrap().from, year(2022));
    // What comes later is not known yet.
    let mut later = maternal().series(2020, "1/700 0/900 0/800 1/600 2/500");
    later.rows.push(between(2025));
    assert_eq!(later.judge(2024).small_numbers.unwrap().pooled.unwrap().from, year(2020));
    // Where three years expect enough, they are the pool.
    let infants = infants().series(2020, "4/800 4/800 4/800 4/800 4/800");
    let pooled = infants.judge(2024).small_numbers.unwrap().pooled.unwrap();
    assert_eq!((pooled.from, pooled.years_needed), (year(2022), None));
}

/// 700 births a year, deaths from 2020 on.
fn banner(deaths: &str) -> Scene {
    let cells = deaths.split_whitespace().map(|k| format!("{k}/700 ")).collect::<String>();
    maternal().series(2020, &cells)
}

#[test]
fn one_death_in_five_years_is_a_lag_and_three_are_not() {
    let one = banner("1 0 0 0 0 1").judge(2025);
    assert_eq!(one.standing, Standing::Lagging);
    let pooled = one.small_numbers.unwrap().pooled.unwrap();
    assert_eq!((pooled.from, pooled.label), (year(2021), Certainty::MissedWithinChance));
    assert_eq!(pooled.years_needed, Some(36));
    let outlook = one.outlook.unwrap();
    assert!(outlook.few_cases);
    let annual = (outlook.slope, outlook.projection, outlook.best_change, outlook.last_change);
    assert_eq!(annual, (None, None, None, None));
    assert_eq!(outlook.position, Some(dabiao::ahead::Position::Behind));
    assert_eq!(outlook.reaches, dabiao::ahead::Reaches::NotKnown);

    let three = banner("1 1 0 0 1 1").judge(2025);
    assert_eq!(three.standing, Standing::Difficult);
    let pooled = three.small_numbers.unwrap().pooled.unwrap();
    assert_eq!((pooled.counts.numerator, pooled.label), (3, Certainty::MissedConfirmed));
}

#[test]
fn a_year_without_a_death_may_be_at_risk() {
    assert_eq!(banner("1 1 1 1 0 0").judge(2025).standing, Standing::AtRisk);
    assert_eq!(banner("1 1 0 0 0 0").judge(2025).standing, Standing::MetEarly);
}

// Without three years of counts in a row there is no pool, and nothing is called hard.
#[test]
fn without_a_pool_nothing_is_hard() {
    assert_eq!(banner("1 1").standing(2021), Standing::Lagging);
    let printed = maternal().series(2020, "1/700 1/700 1/700 143 1/700 1/700");
    assert_eq!(printed.standing(2025), Standing::Lagging);
}

// Yearly values of few cases show no reversal and no stagnation.
#[test]
fn few_cases_give_no_signal_from_year_to_year() {
    let rising = maternal().series(2020, "1/700 1/690 1/680 2/670 5/660");
    for name in ["逆向", "停滞", "骤变"] {
        assert!(!rising.warns(2024, name), "{name}");
    }
    let many = maternal().series(2020, "100/700000 100/700000 150/700000 220/700000");
    for name in ["逆向", "停滞", "骤变"] {
        assert!(many.warns(2023, name), "{name}");
    }
    // Without a path too: a bound that moves with another indicator.
    let moving = |n: u32| {
        let cells = [18, 17, 16].map(|k| format!("{}/{n} ", k * n / 20)).concat();
        Scene::share(dabiao::Rule::NotBelow).against().series(2020, &cells).told_of_other(2020, "95 95 95")
    };
    assert!(!moving(20).warns(2022, "逆向"));
    assert!(moving(2_000).warns(2022, "逆向"));
}

// Fewer than three expected at the bound, decided exactly: 25 000 births expect three.
#[test]
fn three_expected_events_are_enough() {
    let births = |n: u64| maternal().series(2020, &format!("9/{n} 9/{n} 9/{n} 9/{n} 9/{n}"));
    assert!(births(24_999).outlook(2024).few_cases);
    assert!(!births(25_000).outlook(2024).few_cases);
    let pupils = |n: u64| covered().series(2020, &format!("1/{n} 1/{n} 1/{n}"));
    assert!(pupils(33).outlook(2022).few_cases);
    assert!(!pupils(34).outlook(2022).few_cases);
}

// One case more or fewer at, below and above an end that is excluded, that nothing exceeds, or that everything meets.
#[test]
fn the_gap_at_the_ends() {
    let less = |bound: &str| Scene::share(dabiao::Rule::LessThan { value: number(bound) });
    for (scene, counts, gap) in [
        (less("10"), "9/100", Some(GapInCases::More(1))),
        (less("10"), "10/100", Some(GapInCases::Fewer(1))),
        (Scene::share(at_most("10")), "5/100", Some(GapInCases::More(6))),
        (Scene::share(at_most("100")), "50/100", None),
        (Scene::share(at_least("0")), "5/100", None),
        (Scene::share(at_least("100")), "29/30", Some(GapInCases::More(1))),
        (Scene::share(at_least("100")), "30/30", Some(GapInCases::Fewer(1))),
        // Events may be more than what they are counted against.
        (Scene::deaths(at_least("150000")), "800/800", Some(GapInCases::More(400))),
    ] {
        assert_eq!(few(&scene, counts).gap, gap, "{counts} against {:?}", scene.target.rule);
    }
}

// Two deaths in this one year are confirmed, although the pool is not; three years of them are overdue.
#[test]
fn a_confirmed_year_of_few_cases_is_hard() {
    let two = banner("1 0 0 0 0 2").judge(2025);
    assert_eq!(two.standing, Standing::Difficult);
    assert_eq!(crate::scene::names(&two.warnings), "预计达标困难 warning, 反弹 warning");
    // The window confirms it in the third observed year in a row.
    let three = banner("1 1 1 1 1 1");
    assert_eq!(three.judge(2025).warnings[0].severity, Some(dabiao::ahead::Severity::Critical));
}

// Five per mille, 700 births: what chance gives at a rate of four is never loud, twice the bound always.
#[test]
fn infants_within_chance_and_beyond() {
    let scene = |deaths: &str| {
        let cells = deaths.split_whitespace().map(|k| format!("{k}/700 ")).collect::<String>();
        infants().series(2020, &cells)
    };
    let calm = scene("3 2 3 2 4");
    for at in 2021..=2024 {
        let loud =
            |warning: &dabiao::ahead::Warning| warning.severity > Some(dabiao::ahead::Severity::Notice);
        assert!(!calm.judge(at).warnings.iter().any(loud), "{at}: {}", calm.warned(at));
    }
    let twice = scene("7 7 7 7 7 7");
    let first: Vec<_> = (2021..=2025).map(|at| twice.judge(at).warnings[0].severity).collect();
    use dabiao::ahead::Severity::{Critical, Notice, Warning};
    assert_eq!(first, [Notice, Warning, Warning, Critical, Critical].map(Some));
}

// No number of cases is fewer than none.
#[test]
fn nothing_is_below_no_case() {
    let none = Scene::deaths(dabiao::Rule::LessThan { value: number("0") });
    for counts in ["0/800", "1/800"] {
        assert_eq!(few(&none, counts).gap, Some(GapInCases::CannotBeReached), "{counts}");
    }
}

// What would clear a warning is said in cases: the last count that meets, and where the bound does not belong, the one beyond it.
#[test]
fn what_would_clear_it_in_cases() {
    let cases = |scene: Scene, counts: &str| {
        let kept = scene.timing(crate::scene::kept()).told(2021, counts);
        match kept.clearing(2021) {
            Clearing::NextValue { cases, .. } => cases,
            other => panic!("{other:?}"),
        }
    };
    let below = || Scene::of(infants().cards.remove(0), dabiao::Rule::LessThan { value: number("5.0") });
    let above = || Scene::share(dabiao::Rule::MoreThan { value: number("90") });
    for (scene, counts, enough) in [
        (infants(), "9/1000", 5),
        (below(), "9/1000", 4),
        (infants(), "9/900", 4),
        (below(), "9/900", 4),
        (covered(), "70/100", 90),
        (above(), "70/100", 91),
        (covered(), "40/55", 50),
        (above(), "40/55", 50),
    ] {
        assert_eq!(cases(scene, counts), Some(enough), "{counts}");
    }
    // More than all there is cannot be asked for.
    let all = Scene::share(dabiao::Rule::MoreThan { value: number("100") });
    assert_eq!(cases(all, "70/100"), None);
}

// A rate without counts has those over the denominator that it is said to share, and over no other.
#[test]
fn the_denominator_of_another_indicator() {
    use dabiao::plan::{AuditLevel, Figure, Relation, RelationKind};
    let scene = maternal().timing(crate::scene::kept()).told(2024, "375");
    let other = |id: &'static str| dabiao::plan::IndicatorCard {
        id: id.into(),
        zh: id.into(),
        ..scene.cards[0].clone()
    };
    let has_counts = |figures: [Figure; 2]| {
        let mut scene = scene.clone();
        scene.cards.extend([other("other"), other("third")]);
        scene.rows.extend([1, 2].map(|place: usize| row(&scene.cards[place], 2024, "3/800")));
        let mut catalogue = scene.catalogue();
        let relation = Relation {
            id: "ours".into(),
            says: RelationKind::Same { figures: figures.into() },
            level: AuditLevel::Must,
            zh: "分母相同".into(),
            en: "one denominator".into(),
            source: None,
        };
        catalogue.add_relations([relation]).unwrap();
        let data = catalogue.data(scene.rows.clone());
        let evaluator = dabiao::Evaluator::with(&catalogue, scene.settings.clone()).unwrap();
        let judged = evaluator.judge(&scene.target, data.area_or_empty(""), year(2024)).unwrap();
        // Three deaths are no chance; a bare rate of one year may be.
        crate::scene::names(&judged.warnings) == "未达标 warning"
    };
    let [main, plain, third] = ["main", "other", "third"].map(Figure::denominator);
    assert!(has_counts([main, plain.clone()]));
    for (own, other) in [(Figure::numerator("main"), Figure::numerator("other")), (plain, third)] {
        assert!(!has_counts([own.clone(), other.clone()]), "{own:?} {other:?}");
    }
}
