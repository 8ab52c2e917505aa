//! Section 6: path, pace, projection, and the three forecasts.

use super::values::*;
use super::verdict::{rounded, side};
use super::*;

/// Everything signed so that positive is good, except `path_value` and `projection`, which are
/// levels in the unit of the case. `None` where section 6 says there is none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Outlook {
    pub bound: Option<Q>,
    pub baseline: Option<(i32, Q)>,
    pub latest: Option<(i32, Q)>,
    /// All points of one definition, those before the baseline included.
    pub points: usize,
    pub points_since_baseline: usize,
    /// The baseline meets already (equality included): the bound itself is the path.
    pub start_met: bool,
    /// A sloping path exists.
    pub has_path: bool,
    pub path_value: Option<Q>,
    pub distance: Option<Q>,
    pub share_done: Option<Q>,
    pub share_of_time: Option<Q>,
    pub pace: Option<Q>,
    pub required: Option<Q>,
    pub best: Option<Q>,
    pub last_change: Option<Q>,
    pub slope: Option<Q>,
    /// At the due year.
    pub projection: Option<Q>,
    pub expected_year: Option<i32>,
    /// From the year of the latest value.
    pub years_to_breach: Option<i32>,
    /// Both false where there is no path.
    pub reaches: bool,
    pub does_not_reach: bool,
    pub would_break: bool,
}

/// HOOK for few cases: the caller's place to say that fewer than three
/// events are expected at the bound. Here every case counts as one with many.
pub fn few_cases(_case: &Case) -> bool {
    false
}

/// Does section 6 apply at all: fixed bound, right unit, right kind of target.
///
/// AMBIGUOUS C01 (6): pooled shares. Taken: one value for the banner, so a path, its points being
/// the years with a full roster. Left aside: "targets over units", no path.
/// AMBIGUOUS C02 (6): "three midwives a bed" has unit `Ratio`: no path; 三分之一 in ％ has one.
pub fn applies(case: &Case) -> bool {
    let unit = matches!(
        case.unit,
        UnitOf::PartPer(_) | UnitOf::PerThousand | UnitOf::Years | UnitOf::Hours | UnitOf::Minutes
    );
    let timing = matches!(case.timing, Timing::ByYear | Timing::EveryYear { .. } | Timing::OnceReached);
    unit && timing
        && case.scope != Scope::EveryUnit
        && case.calendar != Calendar::Term
        && fixed_side(case).is_some()
}

/// The bound at the due year, where it is fixed. For a host's yearly bounds (2.12) that of the
/// due year.
pub fn fixed_side(case: &Case) -> Option<Side> {
    match case.rule {
        Rule::HostBound { .. } => side(case, case.due),
        // The assessed year decides which values are of one definition.
        _ => side(case, case.effective_year()),
    }
}

pub fn number(side: &Side) -> Q {
    match side {
        Side::AtLeast(t) | Side::MoreThan(t) | Side::AtMost(t) | Side::LessThan(t) => t.clone(),
    }
}

/// Exact comparison: outlook never rounds (section 5).
pub fn meets(value: &Q, side: &Side) -> bool {
    test(&Range::only(value), side) == Outcome::Met
}

/// AMBIGUOUS C03 (6): "already meets (equality included)" for an exclusive bound. Taken: equality
/// counts as met at the start for every comparator. Left aside: by the comparator.
pub fn start_met(case: &Case, base: &Q, bound: &Q) -> bool {
    case.gain(base, bound) >= whole(0)
}

pub fn outlook(case: &Case) -> Outlook {
    let mut o = Outlook::default();
    if !applies(case) {
        return o;
    }
    let Some(good) = fixed_side(case) else {
        return o;
    };
    let bound = number(&good);
    let due = case.due;
    let points = points(case, case.effective_year());
    o.bound = Some(bound.clone());
    o.points = points.len();
    o.baseline = baseline(case, case.effective_year());
    let Some((year, value)) = points.last().cloned() else {
        return o;
    };
    o.latest = Some((year, value.clone()));

    // Path. AMBIGUOUS C04 (6): the year at which the path is read. Taken: the year of the latest
    // value, not the assessed year where that has no value.
    if let Some((start, base)) = o.baseline.clone() {
        o.points_since_baseline = points.iter().filter(|(y, _)| *y >= start).count();
        o.start_met = start_met(case, &base, &bound);
        // AMBIGUOUS C05 (6): a baseline in the due year itself: no time, no path.
        o.has_path = !o.start_met && start < due;
        let span = whole(i64::from(due - start));
        let gone = whole(i64::from(year - start));
        // AMBIGUOUS C06 (6): share of time where the start met. Taken: still given.
        if start < due {
            o.share_of_time = Some(&gone / &span);
        }
        if o.start_met {
            o.path_value = Some(bound.clone());
        }
        if o.has_path {
            let path = &base + (&bound - &base) * (&gone / &span);
            o.share_done = Some((&value - &base) / (&bound - &base));
            if year > start {
                o.pace = Some((&value - &base) / (&path - &base));
            }
            o.path_value = Some(path);
        }
        o.distance = o.path_value.as_ref().map(|path| case.gain(&value, path));
    }

    // Changes between neighbouring points, by the year.
    // AMBIGUOUS C10 (6): the last change may lie before the baseline; the best one starts at the
    // baseline or later. Taken: so, for only the best one is limited by the text.
    let mut changes = Vec::new();
    for pair in points.windows(2) {
        let ((y0, v0), (y1, v1)) = (&pair[0], &pair[1]);
        changes.push((*y0, case.gain(v1, v0) / whole(i64::from(y1 - y0))));
    }
    o.last_change = changes.last().map(|(_, c)| c.clone());
    if let Some((start, _)) = &o.baseline {
        o.best = changes.iter().filter(|(from, _)| from >= start).map(|(_, c)| c.clone()).max();
    }
    if year < due {
        o.required = Some(case.gain(&bound, &value) / whole(i64::from(due - year)));
    }

    // Slope and projection: five points, the last six of them.
    // AMBIGUOUS C11 (6): the latest value older than the assessed year (an interval now). Taken:
    // projection, expected year and breach count from the latest value, also through years gone.
    // AMBIGUOUS C12 (6): the slope with fewer than five points. Taken: none is given.
    // AMBIGUOUS C08 (5, 6): does a value that meets only after rounding "meet"? Taken: yes, the
    // value by the chosen method, its projection exact; so a better value never turns 保持达标
    // into a risk (a better value never worsens the standing). Left aside: both exact.
    let met_now = test(&rounded(case, Range::only(&value)), &good) == Outcome::Met;
    if points.len() >= 5 && !few_cases(case) {
        let last_six = &points[points.len().saturating_sub(6)..];
        let slope = median_slope(last_six).expect("five points");
        let at = |y: i32| projected(case, &value, &slope, y - year);
        o.projection = Some(at(due));
        let ahead = year + 1..=due + 10;
        // AMBIGUOUS C07 (6): expected year of a value that meets, years to breach of one that
        // does not. Taken: none.
        if met_now {
            o.years_to_breach = ahead.clone().find(|y| !meets(&at(*y), &good)).map(|y| y - year);
            o.would_break = (year + 1..=due).any(|y| !meets(&at(y), &good));
        } else {
            o.expected_year = ahead.clone().find(|y| meets(&at(*y), &good));
        }
        o.slope = Some(case.gain(&slope, &whole(0)));
    }

    // Reaches or not.
    if o.has_path {
        let on_or_ahead = o.distance.as_ref().is_some_and(|d| *d >= whole(0));
        let projection_meets = o.projection.as_ref().is_some_and(|p| meets(p, &good));
        o.reaches = match &o.required {
            // The due year's own value is there: it says it all.
            None => met_now,
            Some(required) if on_or_ahead => {
                o.points < 5 || projection_meets || o.slope.as_ref().is_some_and(|slope| slope >= required)
            }
            Some(required) => {
                // AMBIGUOUS C09 (6): "values since the baseline" counts the baseline's own.
                let enough = o.points_since_baseline >= 3 || o.points >= 5;
                let change = if o.points >= 5 { &o.slope } else { &o.best };
                let too_slow = change.as_ref().is_none_or(|c| *c <= whole(0) || *required > part(5, 4) * c);
                !(enough && !projection_meets && too_slow)
            }
        };
        o.does_not_reach = !o.reaches;
    }
    o
}

/// From the latest value, the first step 0.9 × slope, each later one 0.9 of the step before; not
/// past a natural limit.
fn projected(case: &Case, value: &Q, slope: &Q, years: i32) -> Q {
    let mut sum = value.clone();
    let mut step = slope.clone();
    for _ in 0..years {
        step *= part(9, 10);
        sum += &step;
    }
    if sum < case.floor {
        sum = case.floor.clone();
    }
    match &case.ceiling {
        Some(c) if sum > *c => c.clone(),
        _ => sum,
    }
}
