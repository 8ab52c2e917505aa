//! When a miss is sure, how often it has to be repeated, and what is known of the way ahead.

use dabiao::{
    Rule,
    ahead::{Reaches, Severity, Signal},
    plan::{Better, Calendar, IndicatorKind, Qualifier, Timing},
    values::Unit,
};

use crate::scene::{Scene, at_least, at_most, card, kept, reached_and_kept, year};

/// How loud 未达标 is.
#[track_caller]
fn missed(scene: &Scene, at: i32) -> Option<Severity> {
    scene.warning(at, "未达标").severity
}

// Without counts three observed years have to miss, of events in ‰ four; the baseline counts.
#[test]
fn bare_values_have_to_last() {
    let share = Scene::coverage(at_least("90")).timing(kept()).series(2020, "85 85 85");
    assert_eq!([2021, 2022].map(|at| missed(&share, at)), [Some(Severity::Notice), Some(Severity::Warning)]);
    let deaths = Scene::of(card(Unit::PerMille, IndicatorKind::Events, None), at_most("5.0"));
    let deaths = deaths.timing(kept()).series(2020, "6 6 6 6");
    assert_eq!([2022, 2023].map(|at| missed(&deaths, at)), [Some(Severity::Notice), Some(Severity::Warning)]);
}

// Or miss by more than three times the usual yearly change, which is counted for each year between two values.
#[test]
fn bare_values_that_miss_by_much() {
    let told = |latest: &str| {
        let scene = Scene::coverage(at_least("90")).timing(kept());
        scene.told(2012, "86").told(2016, "90").told(2020, "94").told(2021, "95").told(2022, latest)
    };
    assert_eq!(missed(&told("86.5"), 2022), Some(Severity::Warning), "3.5 points, and 1 a year before");
    assert_eq!(missed(&told("87.0"), 2022), Some(Severity::Notice), "exactly three times");
}

// Against another indicator both counts are compared.
#[test]
fn counts_against_counts() {
    let told = |own: &str| {
        Scene::share(Rule::NotBelow).against().timing(kept()).told(2021, own).told_of_other(2021, "60/100")
    };
    assert_eq!(missed(&told("10/100"), 2021), Some(Severity::Warning));
    assert_eq!(missed(&told("58/100"), 2021), Some(Severity::Notice));
}

// What was reached and is then missed surely in the third observed year in a row is 严重.
#[test]
fn three_sure_misses_in_a_row() {
    for (timing, cells) in [(kept(), "80 80 80"), (reached_and_kept(), "95 80 80 80")] {
        let scene = Scene::posts(at_least("90")).timing(timing).series(2020, "95").series(2021, cells);
        let last = 2020 + i32::try_from(cells.split(' ').count()).unwrap();
        assert_eq!(
            [last - 1, last].map(|at| missed(&scene, at)),
            [Some(Severity::Warning), Some(Severity::Critical)],
            "{timing:?}"
        );
    }
}

// Silence is counted in the years that the target asks for.
#[test]
fn silence_since_it_was_asked() {
    let timing = Timing::EveryYear { from: year(2024), due: year(2030) };
    let scene = Scene::coverage(at_least("90")).timing(timing);
    for (at, times, severity) in
        [(2024, 1, Severity::Watch), (2025, 2, Severity::Watch), (2026, 3, Severity::Warning)]
    {
        let warning = scene.warning(at, "缺数");
        assert_eq!(
            (warning.signal, warning.severity),
            (Signal::NotReported { times }, Some(severity)),
            "{at}"
        );
    }
}

// A year without a change is none for the better.
#[test]
fn years_since_it_got_better() {
    let scene = Scene::coverage(at_least("90")).series(2020, "70 75 75 75");
    assert_eq!(scene.outlook(2023).years_since_better, Some(2));
}

// Few cases: the window is enough, also where a start that met would ask for one value more.
#[test]
fn a_window_that_confirms_after_a_start_that_met() {
    let scene = Scene::deaths(at_most("12")).series(2020, "0/800 4/800 4/800");
    assert_eq!(scene.outlook(2022).reaches, Reaches::No, "8 of 2,400 where 0.3 are expected");
}

// Counts of elections are compared with the term in office before the plan.
#[test]
fn an_election_against_the_term_before() {
    let mut members = card(Unit::Percent, IndicatorKind::Share, Some("100"));
    members.calendar = Calendar::Term;
    let rises = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let scene = Scene::of(members, rises).told(2018, "80/200").told(2021, "20/200");
    assert_eq!(scene.warning(2021, "进度滞后").sure, Some(true));
}

// What settles it in this very year is told with its margin, what settled it before with its year.
#[test]
fn what_settled_it_is_told_with_margin_or_year() {
    let scene = Scene::coverage(at_least("90")).timing(crate::scene::every_year()).series(2021, "80 95");
    let told = |at| crate::scene::numbers(&scene.warning(at, "未达标").signal);
    assert_eq!([told(2021), told(2022)], ["-10", "settled in 2021"]);
}

// Surveys that brought nothing are counted since the last that did: those that a mark tells of, or that were due by then.
#[test]
fn surveys_that_brought_nothing() {
    let told = |calendar, rows: &[(i32, &str)]| {
        let mut share = card(Unit::Percent, IndicatorKind::Share, Some("100"));
        share.calendar = calendar;
        let scene = Scene::of(share, at_least("90")).timing(kept());
        rows.iter().fold(scene, |scene, (at, cell)| scene.told(*at, cell))
    };
    let silent = |scene: &Scene, at| scene.warning(at, "缺数").signal;
    let marked = told(Calendar::Survey, &[(2021, "85"), (2023, "?"), (2025, "?")]);
    assert_eq!([2023, 2025].map(|at| silent(&marked, at)), [1, 2].map(|times| Signal::NotReported { times }));
    let due = told(Calendar::Every(3), &[(2021, "85")]);
    assert_eq!([2024, 2027].map(|at| silent(&due, at)), [1, 2].map(|times| Signal::NotReported { times }));
    assert!(!due.warns(2023, "缺数"), "the value of 2021 stands");
}

// Two values say where it is heading only where nothing was due between them.
#[test]
fn two_values_five_years_apart() {
    let told = |calendar| {
        let mut posts = card(Unit::Percent, IndicatorKind::Stock, Some("100"));
        posts.calendar = calendar;
        Scene::of(posts, at_least("90")).told(2020, "50").told(2025, "52").outlook(2025).reaches
    };
    assert_eq!(told(Calendar::Every(5)), Reaches::No, "0.4 a year, and 7.6 are needed");
    assert_eq!(told(Calendar::Year), Reaches::NotKnown);
}
