//! Numbers worked out by hand, a series a line: path, distance, share done, pace, changes, heading.

use dabiao::{
    ahead::{Course, Dated, Outlook, Position, Reaches},
    judge::OutlookSettings,
    plan::{Better, Bound},
    values::Ratio,
};

use crate::scene::{exact, year};

/// `≥ 60` or `≤ 12`; `>` and `<` without the number itself.
pub(crate) fn bound(text: &str) -> Bound {
    let (sign, limit) = text.split_once(' ').unwrap();
    let better = if ["≥", ">"].contains(&sign) { Better::Higher } else { Better::Lower };
    Bound { limit: exact(limit), better, included: ["≥", "≤"].contains(&sign) }
}

/// From 2020 to 2030, one cell a year; `·` where there is no value.
pub(crate) fn course(text: &str, first: i32, cells: &str, ceiling: Option<&str>) -> Course<'static> {
    let cells = (first..).zip(cells.split_whitespace()).filter(|(_, cell)| *cell != "·");
    let points: Vec<Dated> = cells.map(|(at, cell)| Dated::new(year(at), exact(cell))).collect();
    let bound = bound(text);
    let misses = points.last().is_some_and(|point| !bound.is_met_by(&point.value));
    Course {
        has_path: true,
        start: year(2020),
        year: points.last().map_or(year(2020), |point| point.year),
        due: year(2030),
        points: points.leak(),
        yearly: true,
        floor: Ratio::zero(),
        ceiling: ceiling.map(exact),
        milestones: vec![],
        misses,
        misses_surely: true,
        odds: None,
        judged_by: bound.clone(),
        bound,
    }
}

pub(crate) fn look(course: &Course) -> Outlook {
    Outlook::of(course, &OutlookSettings::default()).expect("a point since the start")
}

fn line(found: &Outlook) -> String {
    let show = |value: &Option<Ratio>| value.as_ref().map_or("-".into(), ToString::to_string);
    let position = match found.position {
        Some(Position::Behind) => "behind",
        Some(Position::On) => "on",
        Some(Position::Ahead) => "ahead",
        None => "-",
    };
    let mut heading = match found.reaches {
        Reaches::Yes => "reaches",
        Reaches::No => "short",
        Reaches::NotKnown => "unknown",
    };
    if found.would_break {
        heading = "breaks";
    }
    let at = found.expected_year.map_or("-".into(), |at| at.to_string());
    let breach = found.years_to_breach.map_or("-".into(), |years| years.to_string());
    [
        show(&found.path_value),
        format!("{} {position}", show(&found.distance)),
        format!("{} {}", show(&found.share_done), show(&found.pace)),
        show(&found.required),
        format!("{} {}", show(&found.best_change), show(&found.last_change)),
        format!("{} {}", show(&found.slope), show(&found.projection)),
        format!("{at} {breach} {heading}"),
    ]
    .join(" | ")
}

// bound | values from 2020 | path | distance | share done, pace | required | best, last | slope, projection | expected
// year, years to breach, heading
const WORKED: &str = "
≥ 60 | 50             | 50   | 0 on       | 0 -    | 1       | - -      | - - | - - unknown
≥ 60 | 50 51          | 51   | 0 on       | 0.1 1  | 1       | 1 1      | - - | - - unknown
≥ 60 | 50 52.8        | 51   | 1.8 ahead  | 0.28 2.8 | 0.8   | 2.8 2.8  | - - | - - unknown
≥ 60 | 50 49.1        | 51   | -1.9 behind | -0.09 -0.9 | 1.211111 | -0.9 -0.9 | - - | - - unknown
≥ 60 | 50 62          | 51   | 11 ahead   | 1.2 12 | -0.222222    | 12 12    | - - | - - reaches
≤ 10 | 20 20          | 19   | -1 behind  | 0 0    | 1.111111    | 0 0      | - - | - - unknown
≤ 10 | 20 20 20       | 18   | -2 behind  | 0 0    | 1.25    | 0 0      | - - | - - short
≤ 0  | 5 4            | 4.5  | 0.5 ahead  | 0.2 2  | 0.444444     | 1 1      | - - | - - unknown
≤ 0  | 5 0            | 4.5  | 4.5 ahead  | 1 10   | 0       | 5 5      | - - | - - reaches
≥ 90 | 93 91          | 90   | 1 ahead    | - -    | -0.111111    | - -2     | - - | - - reaches
≥ 90 | 90 90          | 90   | 0 on       | - -    | 0       | - 0      | - - | - - reaches
≥ 90 | 90 89 88       | 90   | -2 behind  | - -    | 0.25    | -1 -1    | - - | - - unknown
≥ 90 | 90 89 88 88    | 90   | -2 behind  | - -    | 0.285714 | 0 0     | - - | - - short
≥ 90 | 90 89 88 88.3  | 90   | -1.7 behind | - -   | 0.242857 | 0.3 0.3 | - - | - - reaches
≥ 60 | · 51 53        | 52   | 1 ahead    | 0.222222 2  | 0.875   | 2 2      | - - | - - unknown
≥ 60 | 50 · · 53 52   | 54   | -2 behind  | 0.2 0.5 | 1.333333    | 1 -1     | - - | - - short
≥ 60 | 50 60 58 56 54 | 54   | 0 on       | 0.4 1  | 1       | 10 -2    | -2 45.565938 | - - short
≥ 60 | 50 49 50       | 52   | -2 behind  | 0 0    | 1.25    | 1 1      | - - | - - reaches
≥ 60.01 | 50 49 50    | 52.002 | -2.002 behind | 0 0 | 1.25125 | 1 1     | - - | - - short
≥ 60 | 50 51 52 53 54 | 54   | 0 on       | 0.4 1  | 1       | 1 1      | 1 58.217031 | 2035 - reaches
≥ 70 | 50 62 61 60 59 | 58   | 1 ahead    | 0.45 1.125 | 1.833333 | 12 -1    | -1 54.782969 | - - short
≥ 90 | 99 97 95 93 91 | 90   | 1 ahead    | - -    | -0.166667    | -2 -2    | -2 82.565938 | - 1 breaks
≥ 90 | 99 98 97 96 95 | 90   | 5 ahead    | - -    | -0.833333    | -1 -1    | -1 90.782969 | - 8 reaches
≥ 60 | 50 51 52 53 54 55 56 57 58 59 60 | 60 | 0 on | 1 1 | -  | 1 1      | 1 - | - - reaches
≥ 60 | 50 51 52 53 54 55 56 57 58 59 59 | 60 | -1 behind | 0.9 0.9 | - | 1 0 | 1 - | 2032 - short
";

#[test]
fn the_worked_numbers_hold() {
    let mut wrong = String::new();
    for row in WORKED.lines().filter(|row| !row.is_empty()) {
        let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts: Vec<String> = row.split('|').map(words).collect();
        let found = line(&look(&course(&parts[0], 2020, &parts[1], None)));
        if found != parts[2..].join(" | ") {
            wrong += &format!(
                "{} of {}\n  expected {}\n  found    {found}\n",
                parts[1],
                parts[0],
                parts[2..].join(" | ")
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

// What does not meet is not seen to reach its bound by standing still, also in a year that gives no verdict.
#[test]
fn a_year_without_a_verdict_reaches_nothing() {
    let still = course("≥ 60", 2020, "50 50 50 50 50", None);
    for misses in [true, false] {
        let found = look(&Course { misses, misses_surely: false, ..still.clone() });
        assert_eq!(found.reaches, Reaches::NotKnown, "{misses}");
    }
}
