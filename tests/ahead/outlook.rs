//! Path and heading: the corners, and what other methods get wrong.

use dabiao::{
    Observation, Outcome, Rule, Standing,
    ahead::{Dated, Outlook, Position, Reaches},
    judge::{HostBound, Method, Milestone, OutlookSettings},
    plan::Better,
    values::{End, Interval, Ratio, Unit, Value},
};

use crate::scene::{Scene, at_least, at_most, card, exact, kept, number, target, year};
use crate::table::{course, look};

fn on_a_line(start: i32, end: i32, last: i32) -> String {
    let tenths = |years: i32| start * 10 + (end - start) * years;
    (0..=last - 2020).map(|years| format!("{}.{} ", tenths(years) / 10, tenths(years) % 10)).collect()
}

// A damped projection falls short of a straight line, and a line that is kept is still enough.
#[test]
fn a_series_on_its_line_is_expected_to_reach_in_every_year() {
    for (start, end, rule) in [
        (50, 60, at_least("60")),
        (20, 10, at_most("10")),
        (10, 0, at_most("0")),
        (0, 100, at_least("100")),
        (90, 95, at_least("95")),
        (10, 5, at_most("5")),
    ] {
        let scene = Scene::coverage(rule).series(2020, &on_a_line(start, end, 2030));
        for at in 2021..2030 {
            let judged = scene.judge(at);
            let outlook = judged.outlook.unwrap();
            assert_eq!(outlook.position, Some(Position::On), "{start} to {end} in {at}");
            assert_eq!(judged.standing, Standing::Expected, "{start} to {end} in {at}");
            assert!(judged.warnings.is_empty());
            if at >= 2024 {
                assert!(outlook.projection.is_some());
            }
        }
        assert_eq!(scene.standing(2030), Standing::Attained);
    }
}

#[test]
fn a_tenth_behind_in_the_first_year_is_a_lag() {
    let scene = Scene::coverage(at_least("95")).series(2020, "85 85.9");
    assert_eq!(scene.outlook(2021).path_value, Some(exact("86")));
    assert_eq!(scene.standing(2021), Standing::Lagging);
    assert_eq!(scene.warned(2021), "进度滞后 notice");
    // Neither do years before the plan make a first step hard, if it is fast enough.
    let known = Scene::coverage(at_least("95")).series(2016, "81 82 83 84 85 85.9");
    assert_eq!(known.standing(2021), Standing::Lagging);
}

#[test]
fn falling_inside_the_bound_is_met_and_has_no_path() {
    let scene = Scene::coverage(at_least("90")).series(2020, "93 91");
    let judged = scene.judge(2021);
    let outlook = judged.outlook.unwrap();
    assert_eq!(judged.standing, Standing::Holding);
    assert!(outlook.met_at_start);
    assert_eq!((outlook.share_done, outlook.pace), (None, None));
    assert_eq!(outlook.path_value, Some(exact("90")));
    assert!(judged.warnings.is_empty());
}

/// All that does not depend on which side is better.
fn shape(found: &Outlook) -> impl PartialEq + std::fmt::Debug + use<> {
    let shares = (found.share_done.clone(), found.share_of_time.clone(), found.pace.clone());
    let years = (found.expected_year, found.years_to_breach, found.years_since_better);
    let words = (found.position, found.reaches, found.would_break, found.met_at_start);
    (shares, years, words)
}

fn changes(found: &Outlook, times: &str) -> Vec<Option<Ratio>> {
    let times = exact(times);
    let all = [&found.required, &found.best_change, &found.last_change, &found.slope];
    let signed = all.into_iter().cloned().chain([found.distance.clone()]);
    signed.map(|change| change.map(|change| change * &times)).collect()
}

#[test]
fn a_coverage_and_what_is_left_of_it_get_one_answer() {
    for (covered, left) in [
        ("90 95", "10 5"),
        ("90 91 92 92.5 93", "10 9 8 7.5 7"),
        ("90 89 88 90 91 97", "10 11 12 10 9 3"),
        ("90 100", "10 0"),
    ] {
        let covered = Scene::coverage(at_least("100")).series(2020, covered);
        let left = Scene::coverage(at_most("0")).series(2020, left);
        for at in 2021..=2025 {
            let (a, b) = (covered.judge(at), left.judge(at));
            assert_eq!(a.standing, b.standing);
            if let (Some(a), Some(b)) = (a.outlook, b.outlook) {
                assert_eq!(shape(&a), shape(&b));
                assert_eq!(changes(&a, "1"), changes(&b, "1"));
            }
        }
    }
}

#[test]
fn per_cent_and_per_mille_get_one_answer() {
    use dabiao::plan::IndicatorKind::ValueOnly;
    let percent = Scene::of(card(Unit::Percent, ValueOnly, None), at_most("0.5"))
        .series(2020, "0.9 0.85 0.84 0.8 0.79");
    let per_mille =
        Scene::of(card(Unit::PerMille, ValueOnly, None), at_most("5")).series(2020, "9 8.5 8.4 8 7.9");
    for at in 2021..=2024 {
        let (a, b) = (percent.judge(at), per_mille.judge(at));
        assert_eq!(a.standing, b.standing);
        let (a, b) = (a.outlook.unwrap(), b.outlook.unwrap());
        assert_eq!(shape(&a), shape(&b));
        assert_eq!(changes(&a, "10"), changes(&b, "1"));
    }
    // A cell in the other unit is the same cell.
    let mixed = percent.clone();
    let mut rows = mixed.rows.clone();
    rows[3] = Observation::new("main", year(2023), Value::Number(number("8")), Unit::PerMille);
    let mixed = Scene { rows, ..mixed };
    assert_eq!(mixed.outlook(2024), percent.outlook(2024));
}

#[test]
fn five_points_are_needed_and_six_are_used() {
    for points in 1..=10 {
        // The oldest values are far off: they count only while fewer than six are newer.
        let cells: String = (0..points).map(|i| format!("{} ", 60 - points + i)).collect();
        let found = look(&course("≥ 80", 2030 - points, &cells, None));
        assert_eq!(found.slope, (points >= 5).then(|| exact("1")), "{points}");
    }
    let bent = look(&course("≥ 80", 2020, "0 30 10 90 50 51 52 53 54 55", None));
    assert_eq!(bent.slope, Some(exact("1")));
    let six = look(&course("≥ 80", 2019, "0 50 51 52 53 54", None));
    assert_eq!(six.slope, Some(exact("1")));
    // Five known values in seven years.
    let gaps = look(&course("≥ 80", 2020, "50 · 52 53 · 55 56", None));
    assert_eq!(gaps.slope, Some(exact("1")));
}

#[test]
fn without_a_value_since_the_start_there_is_no_outlook() {
    assert!(Outlook::of(&course("≥ 80", 2015, "1 2 3 4 5", None), &OutlookSettings::default()).is_none());
    assert!(Outlook::of(&course("≥ 80", 2020, "", None), &OutlookSettings::default()).is_none());
    let first = look(&course("≥ 80", 2018, "50 51 52", None));
    assert_eq!((first.baseline.year, first.pace, first.best_change), (year(2020), None, None));
}

#[test]
fn nothing_passes_a_natural_limit() {
    let full = look(&course("≥ 100", 2020, "90 92 94 96 98", Some("100")));
    assert_eq!(full.projection, Some(exact("100")));
    assert_eq!(full.expected_year, Some(year(2026)));
    let none = look(&course("≤ 0", 2020, "5 4 3 2 1", None));
    assert_eq!(none.projection, Some(Ratio::zero()));
    assert_eq!(none.expected_year, Some(year(2026)));
    // More than the limit is never asked for.
    let never = look(&course("> 100", 2020, "90 92 94 96 98", Some("100")));
    assert_eq!((never.expected_year, never.projection), (None, Some(exact("100"))));
    let open = look(&course("≥ 100", 2020, "90 92 94 96 98", None));
    assert!(open.projection.unwrap() > exact("100"));
}

#[test]
fn the_expected_year_is_looked_for_ten_years_beyond_the_due_year() {
    // Sixteen damped steps of 1 from 54 in 2024 end at 61.33228…
    assert_eq!(look(&course("≥ 61.33", 2020, "50 51 52 53 54", None)).expected_year, Some(year(2040)));
    assert_eq!(look(&course("≥ 61.34", 2020, "50 51 52 53 54", None)).expected_year, None);
}

#[test]
fn the_damping_is_a_setting() {
    let course = course("≥ 60", 2020, "50 51 52 53 54", None);
    for (damping, projection) in [("1", "60"), ("0", "54"), ("0.5", "54.984375")] {
        let settings = OutlookSettings { damping: number(damping), ..OutlookSettings::default() };
        assert_eq!(Outlook::of(&course, &settings).unwrap().projection, Some(exact(projection)));
    }
}

#[test]
fn milestones_bend_the_path_and_are_no_bound() {
    let mut bent = course("≥ 60", 2020, "50 53", None);
    let stone = |at, value| Dated::new(year(at), exact(value));
    bent.year = year(2021);
    bent.milestones = vec![stone(2028, "59"), stone(2025, "58"), stone(2020, "0"), stone(2030, "99")];
    for (at, path) in
        [(2020, "50"), (2021, "51.6"), (2025, "58"), (2028, "59"), (2029, "59.5"), (2030, "60"), (2031, "60")]
    {
        assert_eq!(bent.path(&bent.points[0], year(at)), exact(path), "{at}");
    }
    let found = look(&bent);
    assert_eq!((found.distance, found.next_path_value), (Some(exact("1.4")), Some(exact("53.2"))));
    assert_eq!(found.share_done, Some(exact("0.3")));
    assert_eq!(found.required, Ratio::new(7, 9).ok());

    let plain = Scene::coverage(at_least("60")).series(2020, "50 51 52");
    let asked = |target: &'static str| {
        let stone = Milestone { target: target.into(), year: year(2025), value: number("58") };
        plain.clone().settings(|settings| settings.outlook.milestones.push(stone))
    };
    assert_eq!(plain.standing(2022), Standing::Expected);
    assert_eq!(asked("target").standing(2022), Standing::Lagging);
    assert_eq!(asked("another").standing(2022), Standing::Expected);
    // Short of the milestone in its year is behind the path, and the bound is still that of the clause.
    let late = asked("target").series(2023, "54 56 57");
    assert_eq!(late.standing(2025), Standing::Lagging);
    assert_eq!(late.judge(2025).assessment.bound.unwrap().limit, exact("60"));
}

// From the break on another definition holds: the path starts there.
#[test]
fn the_path_starts_at_the_break() {
    let mut scene = Scene::coverage(at_least("60")).series(2020, "50 51 40 41");
    scene.rows[2].break_before = true;
    let found = scene.outlook(2023);
    assert_eq!((found.baseline.year, found.values_since_start), (year(2022), 2));
    assert_eq!(found.path_value, Some(exact("42.5")));
    assert_eq!(scene.standing(2022), Standing::Pending);
    assert_eq!(scene.standing(2023), Standing::Lagging);
}

#[test]
fn an_interval_is_no_point() {
    let mut scene = Scene::coverage(at_least("60")).series(2020, "50 51");
    let below = Interval::new(None, Some(End { number: number("55"), included: false })).unwrap();
    scene.rows.push(Observation::new("main", year(2022), Value::Interval(below), Unit::Percent));
    let judged = scene.judge(2022);
    assert_eq!(judged.outlook.unwrap().latest.year, year(2021));
    assert_eq!(judged.assessment.margin, None);
}

// Later values are not looked at.
#[test]
fn later_years_change_nothing() {
    let known = Scene::coverage(at_least("60")).series(2020, "50 51 50.5 52");
    let later = known.clone().series(2024, "10 99 · 3");
    for at in 2021..=2023 {
        let [a, b] = [&known, &later].map(|scene| serde_json::to_string(&scene.judge(at)).unwrap());
        assert_eq!(a, b);
    }
}

// Where the first value of all is that of the due year, no way was gone: there is no pace.
#[test]
fn no_pace_where_the_latest_value_is_the_baseline() {
    for (bound, value) in [("≥ 60", "50"), ("≤ 10", "20"), ("≥ 60", "60")] {
        let found = look(&course(bound, 2030, value, None));
        assert_eq!((found.baseline.year, found.latest.year), (year(2030), year(2030)));
        assert_eq!((found.pace, found.required), (None, None), "{bound} of {value}");
    }
}

// Whether a trend would break the bound is asked of a series that meets; by 修约值比较法 that is one that rounding lifts to
// it, also where only an end is known of the year's own value.
#[test]
fn rounding_decides_whether_a_series_meets_before_a_year_of_which_an_end_is_known() {
    let mut scene = Scene::coverage(at_least("95")).series(2020, "98 97 96 95.5 94.96");
    let above = Interval::new(Some(End { number: number("95"), included: true }), None).unwrap();
    scene.rows.push(Observation::new("main", year(2025), Value::Interval(above), Unit::Percent));
    for (method, breaks, standing) in
        [(Method::Rounded, true, Standing::AtRisk), (Method::FullValue, false, Standing::Recovered)]
    {
        let judged = scene.clone().settings(|settings| settings.method = method).judge(2025);
        assert_eq!(judged.assessment.outcome, Outcome::Met);
        let outlook = judged.outlook.unwrap();
        assert_eq!((outlook.latest.year, outlook.would_break), (year(2024), breaks), "{method:?}");
        assert_eq!(judged.standing, standing, "{method:?}");
    }
}

// Kept from the start: where it is heading is said, and no path, pace or required change.
#[test]
fn what_is_kept_has_a_heading_and_no_path() {
    let scene = Scene::coverage(at_least("60")).timing(crate::scene::kept()).series(2020, "55 56 57 58 59");
    let found = scene.outlook(2024);
    assert_eq!((found.path_value, found.position, found.distance), (None, None, None));
    assert_eq!(
        (found.share_done, found.pace, found.required, found.next_path_value),
        (None, None, None, None)
    );
    assert_eq!((found.slope, found.expected_year), (Some(exact("1")), Some(year(2026))));
    assert_eq!(scene.standing(2024), Standing::Missed);
    // What asks for all of a stock has none either; a share of persons has one.
    let all = Scene::posts(at_least("100")).series(2020, "50/100 55/100 60/100");
    assert_eq!((all.outlook(2022).path_value, all.standing(2022)), (None, Standing::Pending));
    let persons = Scene::share(at_least("100")).series(2020, "50/100 55/100 60/100");
    assert_eq!(persons.outlook(2022).path_value, Some(exact("60")));
}

// Three values say whether it is reached, after a start that met four; and never while the miss is within chance.
#[test]
fn what_is_not_known_is_said() {
    let reaches = |cells: &str| {
        let last = 2019 + i32::try_from(cells.split_whitespace().count()).unwrap();
        Scene::coverage(at_least("60")).series(2020, cells).outlook(last).reaches
    };
    assert_eq!(reaches("50 50"), Reaches::NotKnown);
    assert_eq!(reaches("50 50 50"), Reaches::No);
    assert_eq!(reaches("61 50 50"), Reaches::NotKnown);
    assert_eq!(reaches("61 50 50 50"), Reaches::No);
    // A change out of a start that met is no change that has been seen.
    assert_eq!(reaches("61 50 50 55"), Reaches::Yes);
    assert_eq!(reaches("61 62 50 50"), Reaches::NotKnown);
    // The same test on both sides of the path: a better value never turns yes into no.
    assert_eq!(reaches("50 52.5 53"), Reaches::Yes);
    assert_eq!(reaches("50 50.5 53"), Reaches::Yes);
    // Few persons: the best change could be luck, and the miss too.
    let shares = |cells: &str| Scene::share(at_least("60")).series(2020, cells).outlook(2022).reaches;
    assert_eq!(shares("27/50 28/50 28/50"), Reaches::NotKnown);
    assert_eq!(shares("500/1000 520/1000 521/1000"), Reaches::No);
    assert_eq!(shares("5000/10000 5200/10000 5210/10000"), Reaches::Yes);
}

// Nobody knows whether a year without a value misses; the years before it have settled the verdict.
#[test]
fn a_year_without_a_value_is_no_sure_miss() {
    let scene =
        Scene::coverage(at_most("50")).timing(kept()).settings(|settings| settings.broken_years = Some(2));
    let scene = scene.series(2020, "50.2 50.4 50.6 50.7 50.8 50.9 51 51.1 51.2 51.3");
    let reaches = |at| scene.outlook(at).reaches;
    assert_eq!((reaches(2029), reaches(2030)), (Reaches::No, Reaches::NotKnown));
}

// The bound of the due year is met already, that of this year is missed, and three years together confirm it.
#[test]
fn what_misses_the_bound_of_its_year_does_not_hold() {
    let bound = |at, value| HostBound {
        target: "target".into(),
        year: Some(year(at)),
        value: number(value),
        better: Better::Lower,
    };
    let scene = Scene { target: target(Rule::HostBound { better: Better::Lower }), ..Scene::infants() };
    let scene = scene.settings(|settings| settings.host_bounds = vec![bound(2021, "3"), bound(2030, "5")]);
    let scene = scene.series(2019, "6/700 4/800 3/800");
    assert_eq!(scene.outlook(2021).reaches, Reaches::No);
}

// Beyond chance is what chance brings with a probability of alpha or less.
#[test]
fn the_best_change_is_beyond_chance_at_exactly_alpha() {
    use dabiao::statistics::{CountKind, Sample, Side, compare_samples};
    let scene = Scene::share(at_least("90")).series(2020, "60/100 58/100 70/100");
    let (low, high) = (Sample::new(58, 100), Sample::new(70, 100));
    let chance = compare_samples(CountKind::Share, high, low).unwrap().worse(Side::AtLeast);
    let reaches = |alpha: f64| {
        let alpha = number(&format!("{alpha:.20}"));
        scene.clone().settings(|settings| settings.statistics.alpha = alpha).outlook(2022).reaches
    };
    assert_eq!(reaches(chance), Reaches::Yes);
    assert_ne!(reaches(chance - 0.000_001), Reaches::Yes);
}
