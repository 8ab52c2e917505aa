//! Fluctuation, and what holds for all warnings.

use dabiao::{
    Rule, Standing,
    ahead::{Clearing, Severity, Signal},
    plan::IndicatorKind,
    values::{Ratio, Unit},
};

use crate::scene::{Scene, at_least, at_most, card, every_year, kept, number, row, year};

const CHANCE: &str = "年度波动属小样本正常波动，建议按3—5年合并";

/// Deaths of five years of 800 births, far inside the bound so that nothing else is said of the end.
fn deaths(series: &str) -> Scene {
    let cells = series.split_whitespace().map(|k| format!("{k}/800 ")).collect::<String>();
    Scene::deaths(at_most("90000")).series(2020, &cells)
}

fn fluctuates(scene: &Scene, at: i32) -> Vec<&'static str> {
    let mut found: Vec<_> = scene.judge(at).warnings.iter().map(|warning| warning.signal.zh()).collect();
    found.retain(|name| name.contains("波动") || *name == "当年异动");
    found
}

#[test]
fn five_years_of_deaths() {
    let chance = CHANCE;
    for (series, expected) in [
        ("0 0 0 0 1", vec![chance]),
        ("0 0 0 0 0", vec![]),
        ("3 4 16 4 3", vec!["波动较大"]),
        ("4 4 4 4 4", vec![]),
        ("16 12 9 7 5", vec![chance]),
        // What passed its own test is not explained by chance.
        ("20 16 12 8 4", vec!["当年异动"]),
        // Four years are enough, three are not.
        ("3 4 25 4", vec!["波动较大"]),
        ("3 4 25", vec![]),
    ] {
        let at = 2019 + i32::try_from(series.split(' ').count()).unwrap();
        assert_eq!(fluctuates(&deaths(series), at), expected, "{series}");
    }
    assert!(fluctuates(&deaths("3 4 3 4 16"), 2024).contains(&"当年异动"));
    assert!(!fluctuates(&deaths("3 4 3 4 16"), 2024).contains(&"波动较大"));
}

#[test]
fn the_numbers_of_fluctuation() {
    let warning = deaths("3 16 2 3 14").warning(2024, "波动较大");
    let Signal::Fluctuation { chance, excess, good, indicative, without_model } = warning.signal else {
        panic!()
    };
    assert!(chance.unwrap().value() <= 0.05 && excess.unwrap().value() >= 0.10);
    assert!(!good && !indicative && !without_model);
    // Inside the bound it is worth knowing and no more; on the good side it is a remark.
    assert_eq!((warning.severity, warning.clearing), (Some(Severity::Notice), Some(Clearing::Steadier)));
    let good = deaths("3 4 16 4 3").warning(2024, "波动较大");
    assert_eq!((good.severity, good.headline, good.clearing), (None, false, None));
    let latest = |series: &str| match deaths(series).warning(2024, "当年异动").signal {
        Signal::LatestYear { rising, alarm, .. } => (rising, alarm),
        other => panic!("{other:?}"),
    };
    assert_eq!(latest("3 4 3 4 16"), (true, true));
    assert!(!latest("20 16 12 8 4").0);
}

// A share's scatter beyond chance is given in percentage points, as its threshold is.
#[test]
fn the_scatter_of_a_share_is_in_points() {
    let scene = Scene::share(at_least("10")).series(2020, "850/1000 950/1000 840/1000 960/1000 850/1000");
    let Signal::Fluctuation { excess, .. } = scene.warning(2024, "波动较大").signal else { panic!() };
    assert!(excess.unwrap().value() >= 2.0, "{excess:?}");
}

// More than chance can be too little to matter.
#[test]
fn a_large_county_moves_a_little() {
    let scene =
        Scene::share(at_least("10")).series(2020, "9000/10000 9100/10000 9000/10000 9100/10000 9050/10000");
    assert_eq!(fluctuates(&scene, 2024), Vec::<&str>::new());
}

#[test]
fn bare_values_have_a_weaker_form() {
    let bare = |cells| {
        Scene::of(card(Unit::Years, IndicatorKind::ValueOnly, None), at_least("1")).series(2020, cells)
    };
    for (cells, at, expected) in [
        // A tenth of the mean away, and next to it.
        ("80 80.1 79.9 80 88", 2024, true),
        ("80 80.1 79.9 80 87.9", 2024, false),
        ("80 80.1 79.9 80 80.1", 2024, false),
        // Four values before it are needed.
        ("80 80.1 79.9 95", 2023, false),
        // Along a line, and in the middle of its own scatter, nothing stands out.
        ("70 72 74 76 78 80 82", 2026, false),
        ("50 90 50 90 50 90 50", 2026, false),
    ] {
        let scene = bare(cells);
        assert_eq!(fluctuates(&scene, at).contains(&"波动较大"), expected, "{cells}");
        if expected {
            let warning = scene.warning(at, "波动较大");
            assert!(matches!(warning.signal, Signal::Fluctuation { chance: None, without_model: true, .. }));
        }
    }
}

// Counts of posts are no cases of chance, and a share without any counts has no model; with some it is not known which.
#[test]
fn what_counts_as_bare() {
    for (scene, cells, expected) in [
        (Scene::posts(at_least("60")), "800/1000 801/1000 799/1000 800/1000 900/1000", true),
        (Scene::share(at_least("60")), "80 80.1 79.9 80 90", true),
        (Scene::share(at_least("60")), "80 80.1 79.9 800/1000 90", false),
    ] {
        let scene = scene.series(2020, cells);
        assert_eq!(fluctuates(&scene, 2024).contains(&"波动较大"), expected, "{cells}");
    }
}

// Each of these gives several signals; the worst comes first, and each names its target and clause.
#[test]
fn the_most_severe_comes_first() {
    for (scene, at) in [
        (Scene::coverage(at_least("60")).series(2020, "50 52 52 52 52"), 2024),
        (Scene::posts(at_least("90")).timing(kept()).series(2020, "80/100 92/100 89/100"), 2022),
        (Scene::coverage(at_least("90")).timing(every_year()).series(2020, "95 91 89 88 87 86"), 2025),
        (Scene::coverage(at_least("95")).series(2020, "50 51 52 51 50 50"), 2025),
    ] {
        let warnings = scene.judge(at).warnings;
        assert!(warnings.len() > 1);
        assert!(warnings.is_sorted_by(|a, b| a.severity >= b.severity));
        assert!(warnings.iter().all(|warning| warning.target == "target" && warning.clause == "M1-1"));
        // One headline, and one statement of what would clear it.
        let headlines = warnings.iter().map(|warning| (warning.headline, warning.clearing.is_some()));
        let first = std::iter::once((true, true)).chain(std::iter::repeat((false, false)));
        assert!(headlines.eq(first.take(warnings.len())));
        let mut names: Vec<_> = warnings.iter().map(|warning| warning.signal.zh()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), warnings.len(), "each once");
    }
    assert!(Severity::ALL.is_sorted());
}

#[test]
fn nothing_is_warned_of_before_the_plan() {
    for cells in ["99 97 95 93 91 89", "50 52 40 30 20 10", "· · · · · ·", "60 · 1 99 2 98"] {
        for rule in [at_least("90"), at_most("5"), Rule::RisesSlower] {
            let scene = Scene::coverage(rule).timing(every_year()).series(2015, cells);
            let judged = scene.judge(2020);
            assert_eq!((judged.standing, judged.warnings.len()), (Standing::Pending, 0));
        }
    }
}

#[test]
fn nothing_is_warned_of_that_is_not_judged_or_not_due() {
    let wild = "50 90 20 10 5";
    assert_eq!(Scene::coverage(Rule::Monitored).series(2020, wild).warned(2024), "");
    assert_eq!(
        Scene::coverage(Rule::HostBound { better: dabiao::plan::Better::Higher })
            .series(2020, wild)
            .warned(2024),
        ""
    );
    let late = dabiao::plan::Timing::EveryYear {
        from: dabiao::Year::literal(2026),
        due: dabiao::Year::literal(2030),
    };
    assert_eq!(Scene::coverage(at_least("60")).timing(late).series(2020, wild).warned(2024), "");
    assert_eq!(Scene::coverage(at_least("60")).timing(late).warned(2024), "");
    let single = Scene::coverage(at_least("60")).told(2024, "50");
    assert_eq!((single.standing(2024), single.warned(2024)), (Standing::Pending, String::new()));
}

// What is asked for next year can be reached at all.
#[test]
fn what_would_clear_a_warning_is_a_possible_value() {
    let few = Scene::deaths(at_most("12")).series(2020, "1/700 1/700 1/700 1/700 0/700 0/700");
    let full = Scene::coverage(at_least("100")).series(2020, "90 91 91 91 91");
    for (scene, at) in [(few, 2025), (full, 2024)] {
        for warning in scene.judge(at).warnings {
            if let Some(Clearing::NextValue { value, better, included, .. }) = &warning.clearing {
                let best = match better {
                    dabiao::plan::Better::Higher => Ratio::whole(100),
                    dabiao::plan::Better::Lower => Ratio::zero(),
                };
                let room = better.signed(&(best - value)).signum();
                assert!(room > 0 || (room == 0 && *included), "{warning:?}");
            }
        }
    }
}

// A row told twice, or under another status, warns no more than once.
#[test]
fn one_warning_for_each_silent_target() {
    let mut scene = Scene::coverage(at_least("60")).series(2020, "50 ? ?");
    scene.rows.push(row(&scene.cards[0], 2022, "?"));
    assert_eq!(scene.warned(2022), "缺数 watch");
}

// What a line says would clear the warning clears it: 93.11721 is not printed as 93.1172.
#[test]
fn the_printed_clearing_value_is_enough() {
    use dabiao::{Catalogue, Evaluator, Language, Record, Year, text};
    let catalogue = Catalogue::hangjin();
    let values =
        [("2020", "91.23442"), ("2021", "91.4"), ("2022", "91.6"), ("2023", "91.8"), ("2024", "92.0")];
    let rows = values.map(|(period, value)| {
        Record { indicator: "高中阶段教育毛入学率", period, value, ..Record::default() }
            .read(&catalogue)
            .unwrap()
    });
    let data = catalogue.data(rows);
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), Year::literal(2024)).unwrap();
    let row = report.rows.iter().find(|row| row.clause == "W2-5").unwrap();
    let line = text::warning(row, &row.judgement.warnings[0], Language::Chinese);
    assert!(line.contains("≥93.2%"), "{line}");
}

// Each threshold is a setting: one that nothing reaches silences its signal, and no other does.
#[test]
fn thresholds_of_fluctuation_are_settings() {
    type Change = fn(&mut dabiao::judge::WarningSettings);
    let nothing: Change = |_| ();
    let alpha: Change = |warnings| warnings.fluctuation_alpha = number("0.000000001");
    let years: Change = |warnings| warnings.fluctuation_years = 9;
    let rate: Change = |warnings| warnings.fluctuation_rate = number("1000");
    let points: Change = |warnings| warnings.fluctuation_share = number("99");
    let attention: Change = |warnings| {
        (warnings.latest_attention, warnings.latest_alarm) = (number("0.00000002"), number("0.00000001"));
    };
    let shares = Scene::share(at_least("10")).series(2020, "85/100 95/100 84/100 96/100 85/100");
    let bare = |unit| Scene::of(card(unit, IndicatorKind::ValueOnly, None), at_least("1"));
    let ages = bare(Unit::Years).series(2020, "80 80.1 79.9 80 95");
    let percents = bare(Unit::Percent).series(2020, "80 80.1 79.9 80 95");
    for (name, at, scene, silencing) in [
        ("deaths", 2024, deaths("3 4 16 4 3"), vec![alpha, years, rate]),
        ("shares", 2024, shares, vec![alpha, years, points]),
        ("ages", 2024, ages, vec![years, rate]),
        ("percents", 2024, percents, vec![years, points]),
    ] {
        for (place, change) in [nothing, alpha, years, rate, points].into_iter().enumerate() {
            let expected = !silencing.iter().any(|not_reported| std::ptr::fn_addr_eq(*not_reported, change));
            let scene = scene.clone().settings(|settings| change(&mut settings.warnings));
            assert_eq!(fluctuates(&scene, at).contains(&"波动较大"), expected, "{name}, change {place}");
        }
    }
    let risen = deaths("3 4 3 4 16");
    assert!(fluctuates(&risen, 2024).contains(&"当年异动"));
    let silenced = risen.clone().settings(|settings| attention(&mut settings.warnings));
    assert!(!fluctuates(&silenced, 2024).contains(&"当年异动"));
    let alarm = |scene: &Scene| match scene.warning(2024, "当年异动").signal {
        Signal::LatestYear { alarm, .. } => alarm,
        other => panic!("{other:?}"),
    };
    let calm = risen.clone().settings(|settings| settings.warnings.latest_alarm = number("0.000000001"));
    assert!(alarm(&risen) && !alarm(&calm));
}

// As many values as the setting asks for are enough, one fewer is not.
#[test]
fn bare_values_need_as_many_years_before_them_as_the_setting_says() {
    let five = Scene::of(card(Unit::Years, IndicatorKind::ValueOnly, None), at_least("1"))
        .series(2020, "80 80.1 79.9 80 95");
    for (years, expected) in [(3, true), (4, true), (5, false)] {
        let scene = five.clone().settings(|settings| settings.warnings.fluctuation_years = years);
        assert_eq!(fluctuates(&scene, 2024).contains(&"波动较大"), expected, "{years}");
    }
}

// Where one value of the series has no counts, what is said of counts is not said.
#[test]
fn counts_in_part_are_judged_as_bare_values() {
    let mixed = Scene::deaths(at_most("90000")).series(2020, "3/800 500 3/800 4/800 16/800");
    assert!(!fluctuates(&mixed, 2024).contains(&"当年异动"));
    let whole = Scene::deaths(at_most("90000")).series(2020, "3/800 4/800 3/800 4/800 16/800");
    assert!(fluctuates(&whole, 2024).contains(&"当年异动"));
}

/// The row of a scene's target in a report.
fn row_of(scene: &crate::scene::Scene, rosters: &[dabiao::Roster], at: i32) -> dabiao::report::Row {
    let catalogue = scene.catalogue();
    let data = catalogue.data(scene.rows.clone()).with_rosters(rosters.to_vec());
    let evaluator = dabiao::Evaluator::with(&catalogue, scene.settings.clone()).unwrap();
    evaluator.report(data.only_area().unwrap(), year(at)).unwrap().rows.remove(0)
}

// A miss of a rate that came without counts may be chance: the headline asks for them, in the words of the report too.
#[test]
fn a_bare_miss_asks_for_counts() {
    use dabiao::{Language, text};
    let asked = |scene: &Scene, rosters: &[dabiao::Roster], at: i32| {
        let row = row_of(scene, rosters, at);
        let head = row.judgement.warnings.iter().find(|warning| warning.headline).cloned();
        head.and_then(|head| {
            let said = text::warning(&row, &head, Language::Chinese);
            let asked = text::request_for_counts(&row, &head, Language::Chinese);
            assert_eq!(said.contains("请补报"), asked.is_some(), "{said}");
            let english = text::request_for_counts(&row, &head, Language::English);
            assert_eq!(english.is_some(), asked.is_some());
            asked
        })
    };
    let words = Some("未报分子、分母，尚不能排除偶然，请补报".to_owned());
    let infants = |cells: &str| Scene::infants().series(2020, cells);
    assert_eq!(asked(&infants("4 6"), &[], 2021), words);
    // With counts, where it lasts, where it meets, and of values that have none there is nothing to ask for.
    assert_eq!(asked(&infants("4/1000 6/1000"), &[], 2021), None);
    assert_eq!(asked(&infants("6 6 6 6"), &[], 2023), None);
    assert_eq!(asked(&infants("4 4"), &[], 2021), None);
    assert_eq!(asked(&Scene::coverage(at_least("90")).series(2020, "95 89"), &[], 2021), None);
    // A direction too, and one of several units.
    let rises = dabiao::Rule::Improves {
        better: dabiao::plan::Better::Higher,
        qualifier: dabiao::plan::Qualifier::Plain,
    };
    assert_eq!(asked(&Scene::share(rises).series(2020, "50 49"), &[], 2021), words);
    let mut units = Scene::share(at_least("90")).timing(crate::scene::kept());
    units.target.scope = dabiao::plan::Scope::EveryUnit("township".into());
    for (name, cell) in [("东", "89"), ("西", "95/100")] {
        let of = dabiao::values::ReportingUnit::new("township", name);
        units.rows.push(crate::scene::row(&units.cards[0], 2021, cell).in_unit(of));
    }
    let roster = dabiao::Roster::new("township", year(2021), ["东", "西"]);
    assert_eq!(asked(&units, &[roster], 2021), words);
}

// What leads to a bound that is excluded is not enough, and standing still at it is nothing.
#[test]
fn a_bound_that_is_excluded_takes_more() {
    use dabiao::{Language, Rule, text};
    let said = |rule: Rule, cells: &str| {
        let row = row_of(&Scene::coverage(rule).series(2020, cells), &[], 2024);
        [Language::Chinese, Language::English].map(|language| text::standing(&row, language))
    };
    let at_it = "40 50 50 50 50";
    let [zh, en] = said(Rule::MoreThan { value: number("50") }, at_it);
    assert!(zh.contains("进度放缓") && zh.contains("正好等于目标值还不算达到，此后仍需提高"), "{zh}");
    assert!(en.contains("still needing a rise, for the target value itself is not enough"), "{en}");
    assert!(!zh.contains("需持平") && !en.contains("no change a year, "), "{zh} {en}");
    let below = "40 45 46 47 48";
    let [zh, en] = said(Rule::MoreThan { value: number("60") }, below);
    assert!(zh.contains("此后每年需提高超过2个百分点"), "{zh}");
    assert!(en.contains("needing a rise of more than 2 percentage points a year"), "{en}");
    let [zh, en] = said(Rule::LessThan { value: number("30") }, below);
    assert!(zh.contains("此后每年需下降超过3个百分点"), "{zh}");
    assert!(en.contains("needing a fall of more than 3 percentage points a year"), "{en}");
    let [zh, en] = said(at_least("60"), below);
    assert!(
        zh.contains("此后每年需提高2个百分点") && en.contains("needing a rise of 2 percentage points a year"),
        "{zh} {en}"
    );
    // Better than was asked before a year that is known only between two ends: nothing is needed for a year.
    let mut scene = Scene::infants().series(2020, "1 2 2 4 3");
    let end = dabiao::values::End { number: number("6"), included: true };
    let interval = dabiao::values::Interval::new(Some(end), None).unwrap();
    scene.rows.push(dabiao::Observation::new(
        "main",
        year(2025),
        dabiao::values::Value::Interval(interval),
        dabiao::values::Unit::PerMille,
    ));
    let row = row_of(&scene, &[], 2025);
    let told = text::standing(&row, Language::Chinese);
    assert_eq!(row.judgement.standing, dabiao::Standing::Lagging);
    assert!(!told.contains("此后每年需"), "{told}");
    assert!(told.contains("2025年≥6‰，未达到；2024年3‰，序时进度为5"), "{told}");
}
