//! The word for every combination of what decides it, against a table in the order in which it is to be decided; and a made-up
//! series for each word.

use dabiao::{
    Evaluator, Observation, Outcome, Rule, Standing,
    ahead::{Found, Position, Reaches},
    data::Missing,
    plan::{Better, Qualifier},
};

use crate::scene::{Scene, at_least, every_year, kept, reached_and_kept, row, year};

type Step = (&'static str, fn(&Found) -> bool, Standing);

fn met(found: &Found) -> bool {
    found.outcome == Outcome::Met
}

fn ahead(found: &Found) -> bool {
    matches!(found.way, Some((Position::On | Position::Ahead, _)))
}

fn short(found: &Found) -> bool {
    matches!(found.way, Some((_, Reaches::No)))
}

fn open(found: &Found) -> bool {
    found.outcome == Outcome::Undetermined
}

/// The first line that fits gives the word.
const STEPS: &[Step] = &[
    ("no verdict by nature", |f| f.outcome == Outcome::NotJudged, Standing::NotJudged),
    ("before the plan", |f| f.before_plan, Standing::Pending),
    ("met in the end", |f| f.is_due && met(f), Standing::Attained),
    ("not met in the end", |f| f.is_due && f.outcome == Outcome::NotMet, Standing::Missed),
    ("broken for good", |f| f.is_broken_for_good && f.outcome == Outcome::NotMet, Standing::Missed),
    ("not applicable", |f| f.outcome == Outcome::NotApplicable, Standing::NotApplicable),
    ("own value missing", |f| open(f) && f.lacks_value, Standing::NoData),
    ("undetermined", open, Standing::Undetermined),
    ("nothing due yet", |f| f.outcome == Outcome::NotDue, Standing::Pending),
    ("met, would break", |f| met(f) && f.would_break, Standing::AtRisk),
    ("met again", |f| met(f) && f.has_recovered, Standing::Recovered),
    ("met and kept", |f| met(f) && f.is_kept, Standing::Holding),
    ("met", met, Standing::MetEarly),
    // From here on it is not met.
    ("had to hold", |f| f.has_to_hold, Standing::Missed),
    ("direction", |f| f.is_direction, Standing::Lagging),
    ("no path, stuck", |f| f.way.is_none() && f.is_stuck, Standing::Difficult),
    ("no path", |f| f.way.is_none(), Standing::Pending),
    ("ahead", |f| ahead(f) && !short(f), Standing::Expected),
    ("ahead, short", ahead, Standing::Slowing),
    ("behind", |f| !short(f), Standing::Lagging),
    ("behind, short", |_| true, Standing::Difficult),
];

fn ways() -> Vec<Option<(Position, Reaches)>> {
    let positions = [Position::Behind, Position::On, Position::Ahead];
    let reaches = [Reaches::Yes, Reaches::No, Reaches::NotKnown];
    let all = positions.into_iter().flat_map(|at| reaches.map(|reaches| Some((at, reaches))));
    std::iter::once(None).chain(all).collect()
}

#[test]
fn every_combination_has_the_word_of_the_list() {
    let mut used = vec![0_u32; STEPS.len()];
    for outcome in Outcome::ALL {
        for way in ways() {
            for flags in 0..1_u32 << 10 {
                let flag = |place: u32| flags >> place & 1 == 1;
                let found = Found {
                    before_plan: flag(0),
                    is_due: flag(1),
                    is_broken_for_good: flag(2),
                    lacks_value: flag(3),
                    would_break: flag(4),
                    has_recovered: flag(5),
                    is_kept: flag(6),
                    has_to_hold: flag(7),
                    is_direction: flag(8),
                    is_stuck: flag(9),
                    way,
                    ..Found::of(outcome)
                };
                let step = STEPS.iter().position(|(_, fits, _)| fits(&found)).expect("the list is total");
                used[step] += 1;
                assert_eq!(Standing::of(&found), STEPS[step].2, "{} {found:?}", STEPS[step].0);
            }
        }
    }
    let idle: Vec<_> =
        STEPS.iter().zip(&used).filter(|(_, used)| **used == 0).map(|(step, _)| step.0).collect();
    assert!(idle.is_empty(), "never used: {idle:?}");
}

#[test]
fn each_word_has_a_series() {
    let fixed = |rule, cells: &str| Scene::coverage(at_least(rule)).series(2020, cells);
    let mut conflict = fixed("60", "50 51");
    conflict.rows.push(row(&conflict.cards[0], 2021, "52"));
    let mut nowhere = fixed("60", "50");
    nowhere.rows.push(Observation::missing("main", year(2021), Missing::NotApplicable));
    for (scene, at, standing) in [
        (fixed("60", "50 · · · · · · · · · 60"), 2030, Standing::Attained),
        (fixed("60", "50 61"), 2021, Standing::MetEarly),
        (fixed("60", "60 60"), 2021, Standing::Holding),
        (fixed("60", "60 59 60"), 2022, Standing::Recovered),
        (fixed("90", "99 97 95 93 91"), 2024, Standing::AtRisk),
        (fixed("60", "50 51"), 2021, Standing::Expected),
        (fixed("70", "50 62 61 60 59"), 2024, Standing::Slowing),
        (fixed("60", "50 50.9"), 2021, Standing::Lagging),
        (fixed("60", "50 50 50"), 2022, Standing::Difficult),
        // A start that met is luck: it makes nothing due earlier.
        (fixed("60", "60 59"), 2021, Standing::Lagging),
        (fixed("60", "60 59").timing(kept()), 2021, Standing::Missed),
        (fixed("60", "· 59"), 2021, Standing::Pending),
        (fixed("60", "50"), 2021, Standing::NoData),
        (conflict, 2021, Standing::Undetermined),
        (nowhere, 2021, Standing::NotApplicable),
        (Scene::coverage(Rule::Monitored).series(2020, "50 51"), 2021, Standing::NotJudged),
    ] {
        assert_eq!(scene.standing(at), standing, "{:?}", scene.rows);
    }
}

// Broken years before the due year are listed and never change the word.
#[test]
fn earlier_years_do_not_change_the_word() {
    let every = Scene::coverage(at_least("60")).timing(every_year()).series(2020, "50 59 58 61");
    assert_eq!((every.standing(2022), every.standing(2023)), (Standing::Missed, Standing::Holding));
    // Met for the first time there is nothing to recover.
    assert_eq!(every.judge(2023).assessment.broken_years().count(), 2);
    let once = Scene::coverage(at_least("60")).timing(reached_and_kept()).series(2020, "50 59 61 58 62");
    let found: Vec<_> = (2021..=2024).map(|at| once.standing(at)).collect();
    assert_eq!(found, [Standing::Expected, Standing::Holding, Standing::Missed, Standing::Recovered]);
}

// In the due year an earlier year may settle what the year itself leaves open.
#[test]
fn an_earlier_year_settles_a_silent_due_year() {
    let scene = Scene::coverage(at_least("60")).timing(every_year());
    assert_eq!(scene.clone().series(2020, "50 59 61").standing(2030), Standing::Missed);
    assert_eq!(scene.series(2020, "50 61 61").standing(2030), Standing::NoData);
}

#[test]
fn holding_exactly_at_the_bound_is_no_risk() {
    let scene = Scene::coverage(at_least("95")).timing(every_year()).series(2020, "95 95 95 95 95 95");
    for at in 2021..=2025 {
        assert_eq!(scene.standing(at), Standing::Holding);
        assert_eq!(scene.warned(at), "");
    }
}

// Falling towards the bound is said before it breaks; with four values it is not.
#[test]
fn a_fall_is_seen_before_the_breach() {
    let scene = Scene::coverage(at_least("90")).timing(every_year()).series(2020, "99 97 95 93 91 89");
    let found: Vec<_> = (2021..=2025).map(|at| scene.standing(at)).collect();
    let (holding, risk) = (Standing::Holding, Standing::AtRisk);
    assert_eq!(found, [holding, holding, holding, risk, Standing::Missed]);
}

// A word that forgives no setback, a bound that moves: they hold in every year.
#[test]
fn what_cannot_be_mended_is_missed() {
    let word = |word| Rule::Improves { better: Better::Higher, qualifier: word };
    let series = "50 52 51 53";
    for (broken, mended) in [(Qualifier::Steadily, Standing::Missed), (Qualifier::Plain, Standing::Holding)] {
        let scene = Scene::coverage(word(broken)).series(2020, series);
        assert_eq!(scene.standing(2023), mended);
    }
    assert_eq!(
        Scene::coverage(word(Qualifier::Plain)).series(2020, "50 49").standing(2021),
        Standing::Lagging
    );
    let moving =
        Scene::coverage(Rule::NotBelow).against().series(2020, "30 31 33").told_of_other(2020, "32 32 32");
    assert_eq!((moving.standing(2021), moving.standing(2022)), (Standing::Missed, Standing::Holding));
}

#[test]
fn every_word_is_its_own() {
    let mut words: Vec<_> = Standing::ALL.iter().flat_map(|word| [word.zh(), word.en()]).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 30);
    assert!(Standing::ALL.is_sorted());
    // Nothing is judged without settings that can be used.
    let catalogue = Scene::coverage(at_least("60")).catalogue();
    assert!(Evaluator::with(&catalogue, dabiao::Settings::default()).is_ok());
}

// 恢复达标 in the first two met years after a failure, whatever lies between them; the year of the start counts.
#[test]
fn recovery_is_said_for_two_years() {
    let (recovered, holding) = (Standing::Recovered, Standing::Holding);
    let scene = Scene::coverage(at_least("90")).timing(kept()).series(2020, "91 89 91 · 91 91");
    let found: Vec<_> = (2021..=2025).map(|at| scene.standing(at)).collect();
    assert_eq!(found, [Standing::Missed, recovered, Standing::NoData, recovered, holding]);
    // What had never met before has not recovered.
    assert_eq!(Scene::coverage(at_least("90")).series(2020, "88 89 91").standing(2022), Standing::MetEarly);
}

// 43.8, with no value of 2020, then 45.2 and more: first reached, then kept, and met in the end.
#[test]
fn a_kept_bound_is_met_for_the_first_time() {
    let about = Rule::Around { value: crate::scene::number("45"), better: Better::Higher, tolerance: None };
    let scene = Scene::posts(about).timing(kept());
    let scene = scene.series(2021, "43.8 45.2 45.3 45.4 45.5 45.6 45.7 45.8 45.9 46");
    let found: Vec<_> = (2021..=2023).map(|at| (scene.standing(at), scene.judge(at).first_met)).collect();
    let holding = Standing::Holding;
    assert_eq!(found, [(Standing::Missed, false), (holding, true), (holding, false)]);
    assert_eq!(scene.standing(2030), Standing::Attained);
}
