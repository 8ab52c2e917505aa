//! The word for every combination of what it depends on, against a table in the order in which it is to be decided; and a
//! made-up series for each word.

use dabiao::{
    Evaluator, Observation, Outcome, Rule, Standing, Target,
    ahead::{Outlook, Position},
    data::Missing,
    judge::{Assessment, Cause, Reason, Role, YearOutcome},
    plan::{Better, Qualifier, Timing},
    values::{Date, Unit},
};

use crate::scene::{Scene, at_least, by, every_year, number, reached_and_kept, row, target, year};
use crate::table::{course, look};

#[derive(Debug, Clone, Copy)]
struct Facts {
    outcome: Outcome,
    at: i32,
    /// Whether it is the year's own value that is missing.
    own_missing: bool,
    /// Met in an earlier year of the plan.
    reached: bool,
    irrecoverable: bool,
    start_met: bool,
    timing: Timing,
    rule: Rule,
    /// Position, reaches, would break, a single value; none without a path.
    path: Option<(Position, bool, bool, bool)>,
}

impl Facts {
    fn every_time(&self) -> bool {
        matches!(self.timing, Timing::EveryYear { .. } | Timing::EveryTerm { .. } | Timing::EachWindow { .. })
    }

    fn once(&self) -> bool {
        matches!(self.timing, Timing::ReachedAndKept { .. })
    }

    fn direction(&self) -> bool {
        matches!(self.rule, Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower)
    }

    fn moving(&self) -> bool {
        matches!(self.rule, Rule::NotBelow | Rule::InProportion { .. } | Rule::HostBound { .. })
    }

    fn would_break(&self) -> bool {
        matches!(self.path, Some((_, _, true, _)))
    }

    fn on_way(&self, behind: bool, reaches: bool) -> bool {
        self.path.is_some_and(|path| (path.0 == Position::Behind, path.1) == (behind, reaches))
    }

    fn has_to_hold(&self) -> bool {
        self.every_time()
            || (self.once() && self.reached)
            || self.start_met
            || self.moving()
            || self.irrecoverable
    }
}

type Step = (&'static str, fn(&Facts) -> bool, Standing);

/// The first line that fits gives the word.
const STEPS: &[Step] = &[
    ("no verdict by nature", |f| f.outcome == Outcome::NotJudged, Standing::NotJudged),
    ("before the plan", |f| f.at < 2021, Standing::Pending),
    ("met in the end", |f| f.at >= 2030 && f.outcome == Outcome::Met, Standing::Attained),
    ("not met in the end", |f| f.at >= 2030 && f.outcome == Outcome::NotMet, Standing::Missed),
    ("not applicable", |f| f.outcome == Outcome::NotApplicable, Standing::NotApplicable),
    ("own value missing", |f| f.outcome == Outcome::Undetermined && f.own_missing, Standing::NoData),
    ("undetermined", |f| f.outcome == Outcome::Undetermined, Standing::Undetermined),
    ("nothing due yet", |f| f.outcome == Outcome::NotDue, Standing::Pending),
    ("met, would break", |f| f.outcome == Outcome::Met && f.would_break(), Standing::AtRisk),
    (
        "met and kept",
        |f| f.outcome == Outcome::Met && (f.every_time() || f.once() || f.start_met || f.direction()),
        Standing::Holding,
    ),
    ("met", |f| f.outcome == Outcome::Met, Standing::MetEarly),
    // From here on it is not met.
    ("had to hold", Facts::has_to_hold, Standing::Missed),
    ("direction", Facts::direction, Standing::Lagging),
    ("no path", |f| f.path.is_none_or(|path| path.3), Standing::Pending),
    ("ahead, reaches", |f| f.on_way(false, true), Standing::Expected),
    ("ahead, short", |f| f.on_way(false, false), Standing::Slowing),
    ("behind, reaches", |f| f.on_way(true, true), Standing::Lagging),
    ("behind, short", |f| f.on_way(true, false), Standing::Difficult),
];

fn duties() -> [Timing; 7] {
    let (from, due) = (year(2021), year(2030));
    [
        by(2030),
        every_year(),
        reached_and_kept(),
        Timing::EveryTerm { from, due },
        Timing::EachWindow { from, years: 5, due },
        Timing::Once { from, due },
        Timing::Within { after: Date::literal(2030, 5, 9), months: 1 },
    ]
}

fn rules() -> [Rule; 9] {
    let better = Better::Higher;
    [
        at_least("60"),
        Rule::Around { value: number("60"), better, tolerance: None },
        Rule::NotBelow,
        Rule::InProportion { tolerance: None },
        Rule::HostBound { better },
        Rule::Improves { better, qualifier: Qualifier::Steadily },
        Rule::NotWorse { better },
        Rule::RisesSlower,
        Rule::Monitored,
    ]
}

fn paths() -> Vec<Option<(Position, bool, bool, bool)>> {
    let mut paths = vec![None];
    for position in [Position::Behind, Position::On, Position::Ahead] {
        for bits in 0..8 {
            paths.push(Some((position, bits & 1 == 1, bits & 2 == 2, bits & 4 == 4)));
        }
    }
    paths
}

fn assessment(facts: &Facts) -> Assessment {
    let at = year(facts.at.min(2030));
    let reason = match facts.own_missing {
        true => {
            Reason { role: Role::Value, year: at, unit: None, cause: Cause::Missing(Missing::NotReported) }
        }
        false => Reason { role: Role::Reference, year: at, unit: None, cause: Cause::Silent },
    };
    let earlier = if facts.reached { Outcome::Met } else { Outcome::NotMet };
    Assessment {
        target: "target".into(),
        year: year(facts.at),
        outcome: facts.outcome,
        reasons: if facts.outcome == Outcome::Undetermined { vec![reason] } else { vec![] },
        value: None,
        counts: None,
        bound: None,
        margin: None,
        margin_unit: Unit::PercentagePoints,
        tolerance: None,
        irrecoverable: facts.irrecoverable,
        notes: vec![],
        units: None,
        history: vec![
            YearOutcome { year: year(2021), outcome: earlier },
            YearOutcome { year: at, outcome: facts.outcome },
        ],
        evidence: vec![],
    }
}

fn outlook(path: (Position, bool, bool, bool)) -> Outlook {
    let (position, reaches, would_break, single) = path;
    let values_since_start = if single { 1 } else { 2 };
    Outlook {
        position,
        reaches,
        would_break,
        values_since_start,
        ..look(&course("≥ 60", 2020, "50 51", None))
    }
}

#[test]
fn every_combination_has_the_word_of_the_list() {
    let plan_first = year(2021);
    let outlooks: Vec<_> = paths().into_iter().map(|path| (path, path.map(outlook))).collect();
    let mut used = vec![0_u32; STEPS.len()];
    for outcome in Outcome::ALL {
        for (at, flags) in
            [2020, 2021, 2024, 2029, 2030, 2033].into_iter().flat_map(|at| (0..8).map(move |f| (at, f)))
        {
            let mut facts = Facts {
                outcome,
                at,
                own_missing: flags & 1 == 1,
                reached: flags & 2 == 2,
                irrecoverable: flags & 4 == 4,
                start_met: false,
                timing: by(2030),
                rule: Rule::NotBelow,
                path: None,
            };
            let assessment = assessment(&facts);
            // Met, the year itself is what was reached.
            facts.reached |= outcome == Outcome::Met;
            for (timing, rule) in duties().into_iter().flat_map(|timing| rules().map(|rule| (timing, rule))) {
                let target = Target { timing, ..target(rule) };
                // What has to happen once has no value at the start.
                let happens = matches!(timing, Timing::Once { .. } | Timing::Within { .. });
                for start_met in [false, true].into_iter().take(if happens { 1 } else { 2 }) {
                    for (path, outlook) in &outlooks {
                        let facts = Facts { start_met, timing, rule, path: *path, ..facts };
                        let fits = |(_, fits, _): &Step| fits(&facts);
                        let step = STEPS.iter().position(fits).expect("the list is total");
                        used[step] += 1;
                        let found =
                            Standing::of(&target, plan_first, &assessment, outlook.as_ref(), start_met);
                        assert_eq!(found, STEPS[step].2, "{} {facts:?}", STEPS[step].0);
                    }
                }
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
        (fixed("90", "99 97 95 93 91"), 2024, Standing::AtRisk),
        (fixed("60", "50 51"), 2021, Standing::Expected),
        (fixed("70", "50 62 61 60 59"), 2024, Standing::Slowing),
        (fixed("60", "50 50.9"), 2021, Standing::Lagging),
        (fixed("60", "50 50 50"), 2022, Standing::Difficult),
        (fixed("60", "60 59"), 2021, Standing::Missed),
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
    assert_eq!(every.judge(2023).assessment.broken_years().count(), 2);
    let once = Scene::coverage(at_least("60")).timing(reached_and_kept()).series(2020, "50 59 61 58 62");
    let found: Vec<_> = (2021..=2024).map(|at| once.standing(at)).collect();
    assert_eq!(found, [Standing::Expected, Standing::Holding, Standing::Missed, Standing::Holding]);
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
    assert_eq!((moving.standing(2021), moving.standing(2022)), (Standing::Missed, Standing::MetEarly));
}

#[test]
fn every_word_is_its_own() {
    let mut words: Vec<_> = Standing::ALL.iter().flat_map(|word| [word.zh(), word.en()]).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 28);
    assert!(Standing::ALL.is_sorted());
    // Nothing is judged without settings that can be used.
    let catalogue = Scene::coverage(at_least("60")).catalogue();
    assert!(Evaluator::with(&catalogue, dabiao::Settings::default()).is_ok());
}
