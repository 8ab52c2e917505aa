//! Laws of the outlook, on random series.

use dabiao::{
    Observation, Outcome, Rule, Standing, Year,
    ahead::{Clearing, Palette, Severity, Signal, SignalKind, Warning},
    data::Datum,
    judge::{Method, Milestone},
    plan::{Better, IndicatorKind, Qualifier, Timing},
    report::Judgement,
    values::{Counts, Period, Unit, Value},
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{Scene, by, card, every_year, kept, names, number, numbers, reached_and_kept, year};

/// One series from some year on, in tenths of a per cent or as cases of so many; `None` is silence.
fn cells() -> impl Strategy<Value = Vec<Option<i32>>> {
    let near = prop_oneof![3 => 880_i32..=960, 1 => select(vec![0, 900, 950, 1000])];
    vec(option::weighted(0.85, near), 3..12)
}

fn rules() -> impl Strategy<Value = Rule> {
    let better = || select(vec![Better::Higher, Better::Lower]);
    let word =
        select(vec![Qualifier::Plain, Qualifier::Gradually, Qualifier::Steadily, Qualifier::Sustained]);
    prop_oneof![
        4 => select(vec!["90", "92.5", "95", "100"]).prop_map(|at| Rule::AtLeast { value: number(at) }),
        3 => select(vec!["0", "90", "92.5", "94"]).prop_map(|at| Rule::AtMost { value: number(at) }),
        1 => Just(Rule::MoreThan { value: number("95") }),
        1 => better().prop_map(|better| Rule::Around { value: number("93"), better, tolerance: None }),
        2 => (better(), word).prop_map(|(better, word)| Rule::Improves { better, qualifier: word }),
        1 => better().prop_map(|better| Rule::NotWorse { better }),
    ]
}

fn duties() -> impl Strategy<Value = Timing> {
    select(vec![by(2030), by(2030), by(2026), every_year(), kept(), reached_and_kept()])
}

fn scene_of(
    kind: IndicatorKind,
    rule: Rule,
    timing: Timing,
    cells: &[Option<i32>],
    first: i32,
    n: Option<u64>,
) -> Scene {
    let scene = Scene::of(card(Unit::Percent, kind, Some("100")), rule).timing(timing);
    let told = (first..).zip(cells).filter_map(|(at, cell)| Some((at, (*cell)?)));
    told.fold(scene, |scene, (at, tenths)| match n {
        Some(n) => scene.told(at, &format!("{}/{n}", u64::try_from(tenths).unwrap() * n / 1000)),
        None => scene.told(at, &tenth(tenths)),
    })
}

fn tenth(tenths: i32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn scenes() -> impl Strategy<Value = Scene> {
    let counts = option::of(select(vec![20_u64, 300, 1000, 20_000]));
    let method = select(vec![Method::FullValue, Method::Rounded]);
    (rules(), duties(), cells(), 2015..=2021_i32, counts, method).prop_map(
        |(rule, timing, cells, first, n, method)| {
            let kind = if n.is_some() { IndicatorKind::Share } else { IndicatorKind::ValueOnly };
            scene_of(kind, rule, timing, &cells, first, n).settings(|settings| settings.method = method)
        },
    )
}

/// Worse is larger; words that do not compare have no rank.
fn rank(standing: Standing) -> Option<u8> {
    Some(match standing {
        Standing::Attained => 0,
        Standing::MetEarly | Standing::Holding | Standing::Recovered => 1,
        Standing::AtRisk => 2,
        Standing::Expected => 3,
        Standing::Slowing => 4,
        Standing::Lagging => 5,
        Standing::Difficult => 6,
        Standing::Missed => 7,
        _ => return None,
    })
}

fn severity(judged: &Judgement, name: &str) -> Option<Severity> {
    judged
        .warnings
        .iter()
        .filter(|warning| warning.signal.zh() == name)
        .filter_map(|warning| warning.severity)
        .max()
}

/// The highest severity, without what judges the whole series.
fn loudest(judged: &Judgement) -> Option<Severity> {
    let of_scatter = |kind| matches!(kind, SignalKind::Fluctuation | SignalKind::LatestYear);
    let others = judged.warnings.iter().filter(|warning| !of_scatter(warning.signal.kind()));
    others.filter_map(|warning| warning.severity).max()
}

/// The highest severity of all that a verdict says; silence itself is not among it.
fn loudest_said(judged: &Judgement) -> Option<Severity> {
    let said = judged.warnings.iter().filter(|warning| warning.signal.kind() != SignalKind::NotReported);
    said.filter_map(|warning| warning.severity).max()
}

/// The latest row with a better value; none where there is no better one.
fn improved(scene: &Scene, by: i32) -> Option<(Scene, i32)> {
    let better = scene.target.rule.better();
    let mut scene = scene.clone();
    let last = scene.rows.last_mut()?;
    let Datum::Value(value) = &mut last.datum else { return None };
    match value {
        Value::Number(old) => {
            let old: i32 = (old.to_ratio() * dabiao::values::Ratio::whole(10)).floor()?.try_into().ok()?;
            let new = if better == Better::Higher { old + by } else { old - by };
            *value = Value::Number(number(&tenth(Some(new).filter(|new| (0..=1000).contains(new))?)));
        }
        Value::Counts(counts) => {
            let step = u64::try_from(by).ok()?;
            let numerator = match better {
                Better::Higher => counts.numerator + step,
                Better::Lower => counts.numerator.checked_sub(step)?,
            };
            *counts = Counts { numerator: Some(numerator).filter(|k| *k <= counts.denominator)?, ..*counts };
        }
        _ => return None,
    }
    let at = last.period.year().number();
    Some((scene, at))
}

/// Every year of the plan and of what is told, later by so many years.
fn shifted(scene: &Scene, by: i32) -> Scene {
    let move_on = |at: Year| year(at.number() + by);
    let mut scene = scene.clone();
    (scene.plan.first, scene.plan.last) = (move_on(scene.plan.first), move_on(scene.plan.last));
    scene.target.timing = match scene.target.timing {
        Timing::ByYear { due } => Timing::ByYear { due: move_on(due) },
        Timing::EveryYear { from, due } => Timing::EveryYear { from: move_on(from), due: move_on(due) },
        Timing::Kept { from, due } => Timing::Kept { from: move_on(from), due: move_on(due) },
        Timing::ReachedAndKept { due } => Timing::ReachedAndKept { due: move_on(due) },
        other => other,
    };
    for row in &mut scene.rows {
        row.period = Period::Year(move_on(row.period.year()));
    }
    for stone in &mut scene.settings.outlook.milestones {
        stone.year = move_on(stone.year);
    }
    scene
}

/// The judgement with all its years earlier by so many. No other number in it is a whole one of this size.
fn moved_back(judged: &Judgement, by: i32) -> serde_json::Value {
    fn walk(value: &mut serde_json::Value, by: i64) {
        let is_year = |number: i64| (1900..2200).contains(&number);
        match value {
            serde_json::Value::Number(found) => {
                if let Some(at) = found.as_i64().filter(|at| is_year(*at)) {
                    *value = (at - by).into();
                }
            }
            serde_json::Value::String(text) => {
                if let Some(at) = text.parse().ok().filter(|at| is_year(*at)) {
                    *text = (at - by).to_string();
                }
            }
            serde_json::Value::Array(parts) => parts.iter_mut().for_each(|part| walk(part, by)),
            serde_json::Value::Object(parts) => {
                for (_, part) in
                    parts.iter_mut().filter(|(key, _)| !["counts", "gap", "cases"].contains(&key.as_str()))
                {
                    walk(part, by);
                }
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(judged).unwrap();
    walk(&mut value, by.into());
    value
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_better_latest_value_is_never_worse(scene in scenes(), by in select(vec![1, 2, 5, 20, 50])) {
        let Some((better, at)) = improved(&scene, by) else { return Ok(()) };
        if at < 2021 { return Ok(()); }
        let (before, after) = (scene.judge(at), better.judge(at));
        // A start exactly at a bound that is excluded has no way left to go, so that it counts as lost and not as behind.
        let excluded = matches!(scene.target.rule, Rule::MoreThan { .. } | Rule::LessThan { .. });
        if excluded && after.outlook.as_ref().is_some_and(|outlook| outlook.distance.as_ref().is_some_and(dabiao::values::Ratio::is_zero)) {
            return Ok(());
        }
        if let (Some(a), Some(b)) = (rank(before.standing), rank(after.standing)) {
            prop_assert!(b <= a, "{:?} becomes {:?}", before.standing, after.standing);
        }
        // Left out: scatter, which grows either way.
        prop_assert!(
            loudest(&after) <= loudest(&before),
            "{} becomes {}", names(&before.warnings), names(&after.warnings)
        );
    }

    /// Before the final verdict nothing is above 提示 while a miss is within chance, but for silence and what is settled.
    #[test]
    fn within_chance_nothing_is_loud(scene in scenes(), at in 2021..=2029_i32) {
        let judged = scene.judge(at);
        let by_chance = |warning: &Warning| warning.sure == Some(false);
        let over = at >= scene.target.timing.due().number();
        if over || !judged.warnings.iter().any(by_chance) { return Ok(()); }
        for warning in &judged.warnings {
            let apart = matches!(
                &warning.signal,
                Signal::NotReported { .. } | Signal::Missed { year: Some(_), .. }
            );
            prop_assert!(apart || warning.severity <= Some(Severity::Notice), "{}", names(&judged.warnings));
        }
    }

    /// A year without a verdict is as loud as the last one that gave one.
    #[test]
    fn silence_never_lowers_the_alarm(scene in scenes(), years in 1..4_i32) {
        let Some(last) = scene.rows.last().map(|row| row.period.year().number()) else { return Ok(()) };
        let not_reported = last + years;
        if last < 2021 || not_reported >= scene.target.timing.due().number() { return Ok(()); }
        // What an earlier year has settled is a verdict, and not silent.
        if scene.judge(not_reported).assessment.outcome != Outcome::Undetermined { return Ok(()); }
        let told = loudest_said(&scene.judge(last));
        prop_assert!(loudest_said(&scene.judge(not_reported)) >= told, "{} becomes {}", scene.warned(last), scene.warned(not_reported));
    }

    #[test]
    fn all_years_together_may_move(scene in scenes(), by in select(vec![-20, -1, 1, 3, 50]), at in 2021..=2032, stone in option::of(2022..=2029_i32)) {
        let scene = scene.settings(|settings| settings.outlook.milestones.extend(stone.map(|at| {
            Milestone { target: "target".into(), year: year(at), value: number("92") }
        })));
        let moved = shifted(&scene, by).judge(at + by);
        let here = scene.judge(at);
        prop_assert_eq!(moved.standing, here.standing);
        prop_assert_eq!(moved_back(&moved, by), moved_back(&here, 0));
    }

    #[test]
    fn what_is_left_gives_the_same_answer(rule in rules(), timing in duties(), cells in cells(), first in 2015..=2021_i32, at in 2021..=2031) {
        let covered = scene_of(IndicatorKind::ValueOnly, rule, timing, &cells, first, None);
        let rest: Vec<Option<i32>> = cells.iter().map(|cell| cell.map(|tenths| 1000 - tenths)).collect();
        let turn = |value: dabiao::Number| number(&(dabiao::values::Ratio::whole(100) - value.to_ratio()).to_number().unwrap().to_string());
        let turned = match rule {
            Rule::AtLeast { value } => Rule::AtMost { value: turn(value) },
            Rule::AtMost { value } => Rule::AtLeast { value: turn(value) },
            Rule::MoreThan { value } => Rule::LessThan { value: turn(value) },
            Rule::Around { value, better, tolerance } => Rule::Around { value: turn(value), better: better.opposite(), tolerance },
            Rule::Improves { better, qualifier: word } => Rule::Improves { better: better.opposite(), qualifier: word },
            Rule::NotWorse { better } => Rule::NotWorse { better: better.opposite() },
            _ => return Ok(()),
        };
        let left = scene_of(IndicatorKind::ValueOnly, turned, timing, &rest, first, None);
        let (a, b) = (covered.judge(at), left.judge(at));
        prop_assert_eq!(a.standing, b.standing);
        prop_assert_eq!(steps(&a, "1"), steps(&b, "1"));
        let named = |judged: &Judgement| -> Vec<_> {
            // The scatter of a percentage is in points either way.
            judged.warnings.iter().map(|warning| (warning.signal.kind(), warning.severity)).collect()
        };
        prop_assert_eq!(named(&a), named(&b));
    }

    #[test]
    fn a_unit_is_only_a_way_of_writing(rule in select(vec!["90", "92.5", "95", "100"]), least in any::<bool>(), timing in duties(), cells in cells(), first in 2015..=2021_i32, at in 2021..=2031) {
        let make = |unit: Unit, times: i128, ceiling: &'static str| {
            let value = (number(rule).to_ratio() * dabiao::values::Ratio::whole(times)).to_number().unwrap();
            let rule = if least { Rule::AtLeast { value } } else { Rule::AtMost { value } };
            let mut scene = Scene::of(card(unit, IndicatorKind::ValueOnly, Some(ceiling)), rule).timing(timing);
            for (at, tenths) in (first..).zip(&cells).filter_map(|(at, cell)| Some((at, (*cell)?))) {
                // All are told in per cent.
                scene.rows.push(Observation::new("main", year(at), Value::Number(number(&tenth(tenths))), Unit::Percent));
            }
            scene.judge(at)
        };
        let percent = make(Unit::Percent, 1, "100");
        for (unit, times, ceiling) in [(Unit::PerMille, 10, "1000"), (Unit::Per100k, 1000, "100000")] {
            let other = make(unit, times, ceiling);
            prop_assert_eq!(percent.standing, other.standing);
            prop_assert_eq!(steps(&percent, &times.to_string()), steps(&other, "1"));
        }
    }

    #[test]
    fn a_warning_can_be_cleared_where_it_says_so(scene in scenes()) {
        let Some(at) = scene.rows.last().map(|row| row.period.year().number()) else { return Ok(()) };
        if !(2021..2029).contains(&at) || at >= scene.target.timing.due().number() { return Ok(()); }
        // A word that looks at the whole row, a fall ahead and the other method have tests of their own.
        if scene.settings.method != Method::FullValue { return Ok(()); }
        if matches!(scene.target.rule, Rule::Improves { qualifier: Qualifier::Gradually | Qualifier::Steadily | Qualifier::Sustained, .. }) { return Ok(()); }
        let judged = scene.judge(at);
        let Some(warning) = judged.warnings.first() else { return Ok(()) };
        // A value on the path keeps a series that slows down on its path, and no more.
        if warning.signal.kind() == SignalKind::Slowing { return Ok(()); }
        let Some(Clearing::NextValue { value, better, included, .. }) = &warning.clearing else { return Ok(()) };
        let hair = dabiao::values::Ratio::new(if *included { 0 } else { 1 }, 1000).unwrap();
        let Some(value) = (value + better.signed(&hair)).to_number() else { return Ok(()) };
        if value < dabiao::Number::ZERO || value > number("100") { return Ok(()); }
        let after = scene.clone().told(at + 1, &value.to_string()).judge(at + 1);
        let name = warning.signal.zh();
        prop_assert_eq!(severity(&after, name), None, "{} by {}: {}", name, value, numbers(&warning.signal));
    }

    /// No colour, letter or word of a palette is in what is judged or in its settings; laid on afterwards, each palette has one
    /// shade for each warning and tells its severity, whatever the warning says.
    #[test]
    fn palettes_change_nothing(scene in scenes(), at in 2021..=2031) {
        let judged = scene.judge(at);
        let text = serde_json::to_string(&(&judged, &scene.settings)).unwrap();
        for palette in [Palette::red_orange_yellow_blue(), Palette::red_yellow_green(), Palette::red_yellow_blue()] {
            for severity in std::iter::once(None).chain(Severity::ALL.map(Some)) {
                let shade = palette.shade(severity);
                for look in [&shade.colour, &shade.zh, &shade.en] {
                    // Where there is no colour the word is `none`.
                    let whole = format!("\"{look}\"");
                    prop_assert!(look == "none" || !text.contains(&whole), "{} in {}", look, text);
                }
            }
            for warning in &judged.warnings {
                let shade = palette.shade(warning.severity);
                prop_assert_eq!(shade.severity, warning.severity);
            }
        }
    }
}

/// Path and pace, with changes and distances so many times as large.
fn steps(judged: &Judgement, times: &str) -> Option<String> {
    let found = judged.outlook.as_ref()?;
    let times = number(times).to_ratio();
    let large = [&found.required, &found.best_change, &found.last_change, &found.slope]
        .map(|change| change.as_ref().map(|change| (change * &times).to_string()));
    let small = [&found.share_done, &found.share_of_time, &found.pace]
        .map(|share| share.as_ref().map(ToString::to_string));
    let words =
        (found.position, found.reaches, found.would_break, found.expected_year, found.years_to_breach);
    let distance = found.distance.as_ref().map(|distance| (distance * &times).to_string());
    Some(format!("{distance:?} {large:?} {small:?} {words:?}"))
}
