//! Laws of a single verdict.

use dabiao::testing::{grid, hostile_observations as hostile};
use dabiao::{
    Evaluator, Language, Number, Observation, Outcome, Rule, Settings,
    data::Datum,
    judge::{Assessment, Method, Note},
    plan::{Better, Calendar, Change, Scope, Timing},
    report::Row,
    text,
    values::{End, Interval, Ratio, ReportingUnit, Unit, Value},
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{Scene, card, converted, mirrored, number, target, year};
use crate::strategies::scene;

proptest! {
    /// Every target gets an assessment for every year, whatever the rows say, and every sentence about it can be written.
    #[test]
    fn totality(scene in scene(), rows in vec(hostile(), 0..40), keep in any::<bool>()) {
        let mut scene = scene;
        if !keep {
            scene.observations.clear();
        }
        scene.observations.extend(rows);
        let catalogue = scene.catalogue();
        let evaluator = Evaluator::with(&catalogue, scene.settings.clone()).expect("usable settings");
        let data = scene.data();
        for at in 2020..=2035 {
            let report = evaluator.report(data.area_or_empty(""), year(at)).unwrap();
            prop_assert_eq!(report.rows.len(), 1);
            let row: &Row = &report.rows[0];
            prop_assert_eq!(row.judgement.assessment.year, year(at));
            let undetermined = row.judgement.assessment.outcome == Outcome::Undetermined;
            prop_assert_eq!(undetermined, !row.judgement.assessment.reasons.is_empty(), "{:?}", row.judgement.assessment);
            for language in [Language::Chinese, Language::English] {
                prop_assert!(!text::sentence(row, language).is_empty());
                let _ = (text::asks(row, language), text::value(row, language));
                let _ = (text::distance(row, language), text::notes(row, language), text::change(row, language));
                prop_assert!(!text::standing(row, language).is_empty());
                for warning in &row.judgement.warnings {
                    prop_assert!(!text::warning(row, warning, language).is_empty());
                }
            }
        }
    }

    /// The same question has the same answer.
    #[test]
    fn purity(scene in scene(), at in 2020_i32..=2035) {
        let (catalogue, data) = (scene.catalogue(), scene.data());
        let evaluator = Evaluator::with(&catalogue, scene.settings.clone()).expect("usable settings");
        let ask = |at| serde_json::to_string(&evaluator.assess(&scene.target, data.area_or_empty(""), year(at)).unwrap()).unwrap();
        let first = ask(at);
        for other in 2020..=2035 {
            ask(other);
        }
        prop_assert_eq!(first, ask(at));
    }

    /// A better value never turns met into not met.
    #[test]
    fn monotone_in_the_value(scene in scene(), at in 2021_i32..=2030, a in grid(), b in grid()) {
        let is_base = matches!(
            scene.target.rule,
            Rule::ChangedBy { since, .. } | Rule::ChangedEachYear { since, .. } if since == year(at)
        );
        if scene.is_gap() || is_base {
            return Ok(());
        }
        let mut scene = scene;
        let better = scene.target.rule.better();
        for bound in &mut scene.settings.host_bounds {
            bound.better = better;
        }
        let (worse, good) = if (a <= b) == (better == Better::Higher) { (a, b) } else { (b, a) };
        let unit = (scene.target.scope.is_every_unit()).then(|| ReportingUnit::new("town", "a"));
        let with = |value: Number| {
            let mut scene = scene.clone();
            let cell = |row: &Observation| row.indicator == "main" && row.area_unit == unit && row.period.year() == year(at);
            scene.observations.retain(|row| !cell(row));
            let mut row = Observation::new("main", year(at), Value::Number(value), scene.card().unit);
            row.area_unit.clone_from(&unit);
            scene.observations.push(row);
            scene
        };
        let (worse, good) = (with(worse), with(good));
        // Later periods are compared with this one by directions.
        let only_now = scene.target.rule.is_direction();
        for later in at..=(if only_now { at } else { 2035 }) {
            let (worse, good) = (worse.assess(later).outcome, good.assess(later).outcome);
            prop_assert!(!(worse == Outcome::Met && good == Outcome::NotMet), "in {}", later);
        }
    }

    /// A milder bound never turns met into not met, and a stricter one never not met into anything else.
    #[test]
    fn monotone_in_the_bound(scene in scene(), milder in grid()) {
        let rule = scene.target.rule;
        let printed = match rule {
            Rule::ChangedBy { value: Change::Percent(value), .. } | Rule::ChangedEachYear { value, .. } => Some(value),
            _ => rule.number(),
        };
        let Some(strict) = printed else { return Ok(()) };
        let down = matches!(rule, Rule::ChangedBy { .. } | Rule::ChangedEachYear { .. }) || rule.better() == Better::Higher;
        let (strict, mild) = if (milder <= strict) == down { (strict, milder) } else { (milder, strict) };
        let with = |value| {
            let mut scene = scene.clone();
            scene.target.rule = numbered(rule, value);
            scene.outcomes()
        };
        for (strict, mild) in with(strict).into_iter().zip(with(mild)) {
            prop_assert!(strict != Outcome::Met || mild == Outcome::Met, "{:?} became {:?}", strict, mild);
            prop_assert!(mild != Outcome::NotMet || strict == Outcome::NotMet, "{:?} became {:?}", strict, mild);
        }
    }

    /// The bound itself meets an inclusive rule and not an exclusive one; the least step beyond decides; by either method,
    /// in any unit of the kind.
    #[test]
    fn exact_at_the_bound(bound in 1_i128..=9_999, places in 0_u32..=2, unit in part(), given in part()) {
        let value = decimal(bound, places);
        let tiny = Ratio::new(1, 10_i128.pow(20)).unwrap();
        let near = |step: &Ratio| (value.to_ratio() + step).to_number().unwrap();
        let judge = |rule, value: Number, method| {
            let observation = Observation::new("main", year(2030), Value::Number(converted(value, unit, given)), given);
            let scene = Scene {
                cards: vec![card("main", unit, "0", None, Calendar::Year)],
                target: target(rule, Timing::ByYear { due: year(2030) }, Scope::Area),
                observations: vec![observation],
                rosters: vec![],
                settings: Settings { method, ..Settings::default() },
            };
            scene.assess(2030).outcome
        };
        use Method::{FullValue, Rounded};
        use Outcome::{Met, NotMet};
        for (rule, at, above, below) in [
            (Rule::AtLeast { value }, Met, Met, NotMet),
            (Rule::AtMost { value }, Met, NotMet, Met),
            (Rule::MoreThan { value }, NotMet, Met, NotMet),
            (Rule::LessThan { value }, NotMet, NotMet, Met),
        ] {
            prop_assert_eq!(judge(rule, value, FullValue), at);
            prop_assert_eq!(judge(rule, value, Rounded), at);
            prop_assert_eq!(judge(rule, near(&tiny), FullValue), above);
            prop_assert_eq!(judge(rule, near(&-&tiny), FullValue), below);
            prop_assert_eq!(judge(rule, near(&tiny), Rounded), at);
            prop_assert_eq!(judge(rule, near(&-&tiny), Rounded), at);
        }
    }

    /// 修约值比较法 is: round the value half to even to the bound's digits, then compare.
    #[test]
    fn rounded_method_rounds_once(
        bound in 2_i128..=40,
        off in select(vec![-200, -150, -101, -100, -99, -51, -50, -49, -1, 0, 1, 49, 50, 51, 99, 100, 101, 150, 200]),
        places in 0_u32..=1,
        method in select(vec![Method::FullValue, Method::Rounded]),
    ) {
        let digits = bound * 100 + off;
        // The value has two more digits than the bound.
        let (value, limit) = (decimal(digits, places + 2), decimal(bound, places));
        let (whole, rest) = (digits / 100, digits % 100);
        let up = rest > 50 || (rest == 50 && whole % 2 == 1);
        let rounded = (whole + i128::from(up)) * 100;
        let judged = if method == Method::Rounded { rounded } else { digits };
        let bound = bound * 100;
        for (rule, met) in [
            (Rule::AtLeast { value: limit }, judged >= bound),
            (Rule::AtMost { value: limit }, judged <= bound),
            (Rule::MoreThan { value: limit }, judged > bound),
            (Rule::LessThan { value: limit }, judged < bound),
        ] {
            let scene = Scene {
                cards: vec![card("main", Unit::Percent, "0", Some("100"), Calendar::Year)],
                target: target(rule, Timing::ByYear { due: year(2030) }, Scope::Area),
                observations: vec![Observation::new("main", year(2024), Value::Number(value), Unit::Percent)],
                rosters: vec![],
                settings: Settings { method, ..Settings::default() },
            };
            prop_assert_eq!(scene.assess(2024).outcome == Outcome::Met, met, "{:?}", rule);
        }
    }

    /// What is asked of a share holds exactly where the mirrored rule holds of the rest.
    #[test]
    fn mirror_symmetry(
        scene in scene(),
        filled in option::of(vec(select(vec!["0", "0", "1", "2", "50", "99", "100", "100"]), 10)),
    ) {
        let mut scene = scene;
        // Every year, so that steps and ties at the limits are many.
        for (at, value) in (2020..).zip(filled.into_iter().flatten()) {
            let row = Observation::new("main", year(at), Value::Number(number(value)), Unit::Percent);
            let apart = |told: &Observation| told.period.year() != year(at) || told.area_unit.is_some();
            scene.observations.retain(apart);
            scene.observations.push(row);
        }
        let full = scene.card().unit.per().filter(|_| scene.card().ceiling.is_some());
        if full.is_none() || scene.is_gap() {
            return Ok(());
        }
        let Some(mirrored) = mirrored(&scene) else { return Ok(()) };
        for (one, other) in scene.assess_all().into_iter().zip(mirrored.assess_all()) {
            prop_assert_eq!(verdict(&one), verdict(&other));
            prop_assert_eq!(&one.margin, &other.margin);
            prop_assert_eq!(one.notes, other.notes);
        }
    }

    /// The same amounts in another unit of their kind are judged alike.
    #[test]
    fn unit_of_the_values(scene in scene(), to in prop_oneof![4 => part(), 1 => Just(Unit::PerMillePoints)]) {
        let mut other = scene.clone();
        for row in &mut other.observations {
            let from = row.unit;
            if let (Datum::Value(value), Some(_)) = (row.datum, from.factor(to)) {
                row.datum = Datum::Value(each_number(value, |n| converted(n, from, to)));
                row.unit = to;
            }
        }
        for (one, other) in scene.assess_all().into_iter().zip(other.assess_all()) {
            prop_assert_eq!(verdict(&one), verdict(&other));
            prop_assert_eq!((one.value, one.counts, one.bound), (other.value, other.counts, other.bound));
            prop_assert_eq!((one.margin, one.notes), (other.margin, other.notes));
        }
    }

    /// By the full value the unit of the indicator, with its limits and bounds, changes no verdict.
    #[test]
    fn unit_of_the_indicator(scene in scene(), to in part()) {
        let from = scene.card().unit;
        if from.factor(to).is_none() || scene.is_gap() {
            return Ok(());
        }
        let mut scene = scene;
        scene.settings.method = Method::FullValue;
        scene.cards.truncate(2);
        let mut other = scene.clone();
        let turn = |n: Number| converted(n, from, to);
        let main = &mut other.cards[0];
        (main.unit, main.floor, main.ceiling) = (to, turn(main.floor), main.ceiling.map(turn));
        let half = |own: Option<Number>, usual: &str| Some(turn(own.unwrap_or_else(|| usual.parse().unwrap())));
        other.target.rule = match scene.target.rule {
            Rule::Around { value, better, tolerance } => {
                Rule::Around { value: turn(value), better, tolerance: half(tolerance, "1") }
            }
            Rule::InProportion { tolerance } => Rule::InProportion { tolerance: half(tolerance, "5") },
            Rule::ChangedEachYear { value, better, since } => {
                Rule::ChangedEachYear { value: turn(value), better, since }
            }
            rule => rule.number().map_or(rule, |value| numbered(rule, turn(value))),
        };
        for bound in &mut other.settings.host_bounds {
            bound.value = turn(bound.value);
        }
        // A row without numbers of its own speaks in the indicator's unit.
        for row in &mut other.observations {
            if let (Datum::Value(value), true) = (row.datum, row.unit == from) {
                row.datum = Datum::Value(each_number(value, turn));
                row.unit = to;
            }
        }
        // Digits belong to their unit: only the remark about the other method may change. That on the band is in the
        // corners.
        let same = |note: &&Note| !matches!(note, Note::OtherMethod(_) | Note::BeyondBand);
        let remarks = |one: &Assessment| one.notes.iter().filter(same).cloned().collect::<Vec<_>>();
        let (times, over) = from.factor(to).unwrap();
        let factor = Ratio::new(times.into(), over.into()).unwrap();
        for (one, other) in scene.assess_all().into_iter().zip(other.assess_all()) {
            prop_assert_eq!(verdict(&one), verdict(&other));
            prop_assert_eq!(remarks(&one), remarks(&other));
            prop_assert_eq!((one.value.map(|v| v * &factor), one.margin.map(|v| v * &factor)), (other.value, other.margin));
        }
    }
}

/// The units of one kind.
fn part() -> impl Strategy<Value = Unit> {
    select(vec![Unit::Percent, Unit::PerMille, Unit::Per10k, Unit::Per100k])
}

/// So many tenths, hundredths and so on, with all their digits.
fn decimal(digits: i128, places: u32) -> Number {
    Ratio::new(digits, 10_i128.pow(places)).unwrap().rounded(places).parse().unwrap()
}

/// All that a verdict says, but for its amounts.
fn verdict(one: &Assessment) -> String {
    serde_json::to_string(&(&one.outcome, &one.reasons, &one.history, &one.units)).unwrap()
}

fn numbered(rule: Rule, value: Number) -> Rule {
    match rule {
        Rule::AtLeast { .. } => Rule::AtLeast { value },
        Rule::AtMost { .. } => Rule::AtMost { value },
        Rule::MoreThan { .. } => Rule::MoreThan { value },
        Rule::LessThan { .. } => Rule::LessThan { value },
        Rule::Around { better, tolerance, .. } => Rule::Around { value, better, tolerance },
        Rule::ChangedBy { better, since, .. } => {
            Rule::ChangedBy { value: Change::Percent(value), better, since }
        }
        Rule::ChangedEachYear { better, since, .. } => Rule::ChangedEachYear { value, better, since },
        other => other,
    }
}

fn each_number(value: Value, turn: impl Fn(Number) -> Number) -> Value {
    let end = |end: Option<End>| end.map(|end| End { number: turn(end.number), ..end });
    match value {
        Value::Number(number) => Value::Number(turn(number)),
        Value::Both { counts, number } => Value::Both { counts, number: turn(number) },
        Value::Interval(interval) => {
            Value::Interval(Interval::new(end(interval.low()), end(interval.high())).unwrap())
        }
        other => other,
    }
}
