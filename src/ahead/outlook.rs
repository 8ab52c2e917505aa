//! On the way to a bound: the path, the pace, and where the series is heading. Arithmetic only; what it is called is decided
//! by [`Standing`](crate::ahead::Standing).
//!
//! Everything is exact. Distances and changes are signed so that positive is good.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::judge::OutlookSettings;
use crate::plan::Bound;
use crate::values::{Ratio, Year};

/// A value and its year.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Dated {
    /// The year.
    pub year: Year,
    /// The value, in the indicator's unit.
    pub value: Ratio,
}

impl Dated {
    /// A value of a year.
    #[must_use]
    pub const fn new(year: Year, value: Ratio) -> Self {
        Self { year, value }
    }
}

/// Whether a series is seen to reach its bound by the due year.
///
/// ```
/// use dabiao::ahead::Reaches;
/// assert_eq!((Reaches::NotKnown.zh(), Reaches::NotKnown.en()), ("尚不能判断", "not known"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reaches {
    /// The projection meets the bound, or the change that is needed has been seen.
    Yes,
    /// Neither, and the miss is more than chance could explain.
    No,
    /// Too little is known to say so.
    NotKnown,
}

impl Reaches {
    /// The words in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Yes => "可以达到",
            Self::No => "难以达到",
            Self::NotKnown => "尚不能判断",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotKnown => "not known",
        }
    }
}

/// What chance has to do with a series whose latest value comes as counts.
///
/// ```
/// use dabiao::ahead::Odds;
/// // Few deaths: nothing is confirmed unless it is said.
/// let odds = Odds { few_cases: true, ..Odds::default() };
/// assert!(!odds.year_confirms && !odds.window_confirms);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Odds {
    /// Whether fewer than three cases are expected at the bound, so that yearly values say nothing about a trend.
    pub few_cases: bool,
    /// Whether the latest year's own count confirms that the bound is missed.
    pub year_confirms: bool,
    /// Whether the window of several years confirms it.
    pub window_confirms: bool,
    /// Whether the last three values are worse than all before them by more than chance.
    pub has_fallen: bool,
    /// The years that ended a change for the better which chance could explain.
    pub lucky: Vec<Year>,
}

/// A series on its way to a bound.
///
/// ```
/// use dabiao::{ahead::{Course, Dated, Outlook, Position, Reaches}, judge::OutlookSettings, plan::{Better, Bound}, Number, Year};
/// let at = |year, value: &str| Dated::new(Year::literal(year), value.parse::<Number>().unwrap().to_ratio());
/// let bound = Bound { limit: Number::literal("12").to_ratio(), better: Better::Lower, included: true };
/// let course = Course {
///     judged_by: bound.clone(),
///     bound,
///     has_path: true,
///     start: Year::literal(2020),
///     year: Year::literal(2024),
///     due: Year::literal(2030),
///     points: &[at(2020, "16.9"), at(2021, "16.1"), at(2022, "15.7"), at(2023, "15.1"), at(2024, "14.3")],
///     yearly: true,
///     floor: Number::ZERO.to_ratio(),
///     ceiling: None,
///     milestones: vec![],
///     misses: true,
///     misses_surely: true,
///     odds: None,
/// };
/// let outlook = Outlook::of(&course, &OutlookSettings::default()).unwrap();
/// assert_eq!(outlook.path_value.unwrap().to_string(), "14.94");
/// assert_eq!(outlook.distance.unwrap().to_string(), "0.64");
/// assert_eq!(outlook.position, Some(Position::Ahead));
/// assert_eq!(outlook.reaches, Reaches::Yes);
/// ```
#[derive(Debug, Clone)]
pub struct Course<'p> {
    /// What is to be met.
    pub bound: Bound,
    /// What a value itself has to meet so that the bound is met by the chosen judging method: the bound, or where values are
    /// rounded first, its edge.
    pub judged_by: Bound,
    /// Whether there is a straight way to the bound; not for one that is kept from the start.
    pub has_path: bool,
    /// The year that the path starts from; the first point from here on is the baseline.
    pub start: Year,
    /// The assessed year.
    pub year: Year,
    /// The due year.
    pub due: Year,
    /// The usable yearly values of one definition up to the assessed year, oldest first; years before the start help to see
    /// where it is heading.
    pub points: &'p [Dated],
    /// Whether a value falls due every year; of surveys two are enough if they lie five years apart.
    pub yearly: bool,
    /// The least value there can be.
    pub floor: Ratio,
    /// The greatest value there can be.
    pub ceiling: Option<Ratio>,
    /// Values that replace the straight line; none is a bound.
    pub milestones: Vec<Dated>,
    /// Whether the assessed year misses the bound: its value may be known only between two ends, and is no point then.
    pub misses: bool,
    /// Whether it does so by more than chance could explain.
    pub misses_surely: bool,
    /// What chance has to do with it; set where the latest value comes as counts.
    pub odds: Option<Odds>,
}

/// Where the latest value lies in relation to the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Position {
    /// On the worse side.
    Behind,
    /// Exactly on it.
    On,
    /// On the better side.
    Ahead,
}

/// Path, pace and heading of a series. Changes are for a year, and signed so that positive is good.
///
/// | field | is |
/// |---|---|
/// | `path_value` | e(t) = b + (T − b)·(t − t₀)/(t_T − t₀); the bound itself where the baseline met it |
/// | `share_done` | (y − b)/(T − b) |
/// | `share_of_time` | (t − t₀)/(t_T − t₀), at most 1 |
/// | `pace` | (y − b)/(e(t) − b); none at the start |
/// | `required` | (T − y)/(t_T − t) |
/// | `slope` | the median of all pairwise yearly changes of the last six points; five are needed |
/// | `projection` | y + slope·(0.9 + 0.9² + …) up to the due year, within the natural limits |
///
/// A bound that is kept from the start has no path, share, pace or required change. Where few cases are expected no change is
/// taken from yearly values.
///
/// Worked through at [`Course`] and in [the chapter](crate::docs::outlook).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Outlook {
    /// The first value from the start on.
    pub baseline: Dated,
    /// The latest value.
    pub latest: Dated,
    /// Whether the baseline already met the bound: then the bound itself is the path.
    pub met_at_start: bool,
    /// 应达值: where the series should be in the year of the latest value.
    pub path_value: Option<Ratio>,
    /// Where it should be in the year after the assessed one.
    pub next_path_value: Option<Ratio>,
    /// The due year.
    pub due: Year,
    /// The latest value minus the path value; positive is ahead.
    pub distance: Option<Ratio>,
    /// Ahead, on or behind.
    pub position: Option<Position>,
    /// How much of the way is done.
    pub share_done: Option<Ratio>,
    /// How much of the time is gone.
    pub share_of_time: Option<Ratio>,
    /// The way done over the way that the path has done.
    pub pace: Option<Ratio>,
    /// The yearly change that is still needed from the year of the latest value on; none in the due year.
    pub required: Option<Ratio>,
    /// The best yearly change since the baseline; a change out of a start that met is none.
    pub best_change: Option<Ratio>,
    /// The last yearly change.
    pub last_change: Option<Ratio>,
    /// How many years ago the last change for the better ended.
    pub years_since_better: Option<i32>,
    /// How many values there are since the baseline, itself included.
    pub values_since_start: usize,
    /// Where it has been heading.
    pub slope: Option<Ratio>,
    /// Where it would be in the due year.
    pub projection: Option<Ratio>,
    /// The first year in which the projection meets the bound, at most ten years after the due year.
    pub expected_year: Option<Year>,
    /// In how many years the projection breaks the bound, at most ten years after the due year.
    pub years_to_breach: Option<i32>,
    /// Whether it is seen to reach the bound by the due year.
    pub reaches: Reaches,
    /// Whether the value meets and would break the bound by the due year.
    pub would_break: bool,
    /// Whether too few cases are expected for yearly values to show a trend.
    pub few_cases: bool,
}

/// So many points are needed to see where a series is heading, and at most so many are looked at.
pub(crate) const POINTS_NEEDED: usize = 5;
const POINTS_USED: usize = 6;
/// So many values since the baseline say whether a bound is reached; after a start that met so many more.
const VALUES_KNOWN: usize = 3;
/// Two surveys so many years apart say it too.
const YEARS_APART: i32 = 5;
/// How long after the due year an expected year or a breach is looked for.
const LOOK_AHEAD: i32 = 10;

/// A change between two neighbouring points for each year between them, signed so that positive is good.
struct Step {
    from: Year,
    to: Year,
    change: Ratio,
}

impl Outlook {
    /// The outlook of a course; `None` without a point from the start on.
    #[must_use]
    pub fn of(course: &Course<'_>, settings: &OutlookSettings) -> Option<Self> {
        Self::with(course, settings, &mut Reach::new(settings), true)
    }

    /// The same with strides that were worked out before.
    pub(crate) fn with(
        course: &Course<'_>,
        settings: &OutlookSettings,
        reach: &mut Reach,
        in_full: bool,
    ) -> Option<Self> {
        let Course { bound, judged_by, due, year, .. } = course;
        let since = course.since_start()?;
        let (baseline, latest) = (since.first()?.clone(), since.last()?.clone());
        let good = |change: &Ratio| bound.better.signed(change);
        let meets = |value: &Ratio| judged_by.is_met_by(value);
        let (met_at_start, met) = (meets(&baseline.value), meets(&latest.value));
        let few_cases = course.odds.as_ref().is_some_and(|odds| odds.few_cases);

        let path = |year: Year| if met_at_start { bound.limit.clone() } else { course.path(&baseline, year) };
        let path_value = course.has_path.then(|| path(latest.year));
        let distance = path_value.as_ref().map(|path| good(&(&latest.value - path)));
        let position = distance.as_ref().map(|distance| match distance.signum().cmp(&0) {
            Ordering::Less => Position::Behind,
            Ordering::Equal => Position::On,
            Ordering::Greater => Position::Ahead,
        });
        let done = &latest.value - &baseline.value;
        let way = |end: &Ratio| {
            (course.has_path && !met_at_start).then(|| done.over(&(end - &baseline.value))).flatten()
        };
        let moved = latest.year > baseline.year;
        let share_of_time = || {
            let share = years(baseline.year, latest.year).over(&years(baseline.year, *due))?;
            Some(share.min(Ratio::whole(1)))
        };
        let required = good(&(&bound.limit - &latest.value))
            .over(&years(latest.year, *due))
            .filter(|_| *due > latest.year);

        let out_of_start = |step: &Step| met_at_start && step.from == baseline.year;
        let (mut best, mut last_change, mut better): (Option<Step>, _, _) = (None, None, None);
        for step in course.steps().filter(|_| !few_cases) {
            better = if step.change.signum() > 0 { Some(step.to) } else { better };
            last_change = Some(step.change.clone());
            let counts = step.from >= baseline.year && !out_of_start(&step);
            if counts && best.as_ref().is_none_or(|best| step.change > best.change) {
                best = Some(step);
            }
        }
        let years_since_better = better.map(|at: Year| latest.year.number() - at.number());

        let slope = if few_cases { None } else { course.slope() };
        let remaining = due.number() - latest.year.number();
        let horizon = remaining.max(0) + LOOK_AHEAD;
        let reach = if slope.is_some() { reach.over(horizon) } else { &[] };
        let value = |stride: &Ratio| Some(course.projected(&latest.value, slope.as_ref()?, stride));
        let projection = usize::try_from(remaining).ok().filter(|ahead| *ahead > 0);
        let projection = projection.filter(|_| in_full || !met).and_then(|ahead| value(reach.get(ahead)?));
        let turns = |to_met: bool| {
            let turned = |stride: &Ratio| value(stride).is_some_and(|value| meets(&value) == to_met);
            let ahead = reach.get(1..)?;
            // A projection moves one way only, so it turns at most once.
            let place = match turned(ahead.first()?) {
                true => Some(0),
                false => {
                    Some(ahead.partition_point(|stride| !turned(stride))).filter(|place| *place < ahead.len())
                }
            };
            i32::try_from(place? + 1).ok()
        };
        let expected_year =
            if met || !in_full { None } else { turns(true).map(|ahead| latest.year.plus(ahead)) };
        let years_to_breach = || if met { turns(false) } else { None };

        let would_break = met
            && !course.misses
            && course.points.len() >= POINTS_NEEDED
            && match &course.odds {
                Some(odds) if odds.few_cases => odds.window_confirms,
                odds => {
                    let real = odds.as_ref().is_none_or(|odds| odds.window_confirms || odds.has_fallen);
                    real && years_to_breach().is_some_and(|ahead| ahead <= remaining)
                }
            };
        let arrives = projection.as_ref().is_some_and(meets);
        let seen = match (&slope, &best, &course.odds) {
            (Some(slope), ..) => Some(good(slope)),
            (None, Some(best), Some(odds)) if odds.lucky.contains(&best.to) => None,
            (None, best, _) => best.as_ref().map(|best| best.change.clone()),
        };
        let factor = settings.difficult_factor.to_ratio();
        // A bound that is excluded takes more than the change that leads to it.
        let fast_enough = || {
            required.as_ref().zip(seen).is_some_and(|(needed, seen)| match needed.cmp(&(seen * factor)) {
                Ordering::Less => true,
                Ordering::Equal => bound.included,
                Ordering::Greater => false,
            })
        };
        let known = since.len() >= VALUES_KNOWN + usize::from(met_at_start)
            || (!course.yearly
                && since.len() >= 2
                && latest.year.number() - baseline.year.number() >= YEARS_APART);
        let reaches = match &course.odds {
            _ if met && !course.misses => {
                if would_break {
                    Reaches::No
                } else {
                    Reaches::Yes
                }
            }
            Some(odds) if odds.few_cases => match odds.window_confirms || (known && odds.year_confirms) {
                true => Reaches::No,
                false => Reaches::NotKnown,
            },
            _ if !known => Reaches::NotKnown,
            _ if arrives || fast_enough() => Reaches::Yes,
            _ if course.misses_surely => Reaches::No,
            _ => Reaches::NotKnown,
        };
        let years_to_breach = if in_full { years_to_breach() } else { None };
        Some(Self {
            share_done: if in_full { way(&bound.limit) } else { None },
            pace: path_value.as_ref().filter(|_| moved && in_full).and_then(way),
            share_of_time: if in_full { share_of_time() } else { None },
            next_path_value: (course.has_path && in_full).then(|| path(year.plus(1))),
            values_since_start: since.len(),
            slope: slope.as_ref().map(good),
            best_change: best.map(|best| best.change),
            required: required.filter(|_| course.has_path),
            few_cases,
            baseline,
            latest,
            met_at_start,
            path_value,
            due: *due,
            distance,
            position,
            last_change,
            years_since_better,
            projection,
            expected_year,
            years_to_breach,
            reaches,
            would_break,
        })
    }
}

impl Course<'_> {
    /// The points from the start on.
    fn since_start(&self) -> Option<&[Dated]> {
        self.points.get(self.points.iter().position(|point| point.year >= self.start)?..)
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        self.points.iter().zip(self.points.iter().skip(1)).filter_map(|(a, b)| {
            Some(Step { from: a.year, to: b.year, change: self.bound.better.signed(&yearly(a, b)?) })
        })
    }
}

impl Course<'_> {
    /// The path in a year: straight from the baseline to the bound, or from milestone to milestone.
    ///
    /// ```
    /// use dabiao::{ahead::{Course, Dated}, plan::{Better, Bound}, Number, Year};
    /// let at = |year, value: &str| Dated::new(Year::literal(year), value.parse::<Number>().unwrap().to_ratio());
    /// let bound = Bound { limit: Number::literal("60").to_ratio(), better: Better::Higher, included: true };
    /// let mut course = Course {
    ///     judged_by: bound.clone(),
    ///     bound,
    ///     has_path: true,
    ///     start: Year::literal(2020),
    ///     year: Year::literal(2023),
    ///     due: Year::literal(2030),
    ///     points: &[at(2020, "50")],
    ///     yearly: true,
    ///     floor: Number::ZERO.to_ratio(),
    ///     ceiling: None,
    ///     milestones: vec![],
    ///     misses: true,
    ///     misses_surely: true,
    ///     odds: None,
    /// };
    /// assert_eq!(course.path(&course.points[0], Year::literal(2023)).to_string(), "53");
    /// course.milestones.push(at(2025, "58"));
    /// assert_eq!(course.path(&course.points[0], Year::literal(2023)).to_string(), "54.8");
    /// ```
    #[must_use]
    pub fn path(&self, baseline: &Dated, year: Year) -> Ratio {
        let mut before = baseline.clone();
        let end = Dated::new(self.due, self.bound.limit.clone());
        let between = |stone: &&Dated| stone.year > baseline.year && stone.year < self.due;
        let mut stones: Vec<&Dated> = self.milestones.iter().filter(between).collect();
        stones.sort_by_key(|stone| stone.year);
        for after in stones.into_iter().chain([&end]) {
            if year <= after.year {
                let part = years(before.year, year).over(&years(before.year, after.year));
                return match part {
                    Some(part) => &before.value + (&after.value - &before.value) * part,
                    None => after.value.clone(),
                };
            }
            before = after.clone();
        }
        end.value
    }

    /// The median of all pairwise yearly changes of the last points, not signed.
    fn slope(&self) -> Option<Ratio> {
        if self.points.len() < POINTS_NEEDED {
            return None;
        }
        let used = self.points.get(self.points.len().saturating_sub(POINTS_USED)..)?;
        let pairs = used
            .iter()
            .enumerate()
            .flat_map(|(place, later)| used.iter().take(place).filter_map(|earlier| yearly(earlier, later)));
        let mut slopes = [const { Ratio::zero() }; POINTS_USED * (POINTS_USED - 1) / 2];
        let mut count = 0;
        for (place, slope) in slopes.iter_mut().zip(pairs) {
            *place = slope;
            count += 1;
        }
        Ratio::median(slopes.get_mut(..count)?)
    }

    /// The value so many years ahead: each year's step is a fixed part of the one before, the first included.
    fn projected(&self, latest: &Ratio, slope: &Ratio, stride: &Ratio) -> Ratio {
        let value = latest + slope * stride;
        let value = value.max(self.floor.clone());
        match &self.ceiling {
            Some(ceiling) => value.min(ceiling.clone()),
            None => value,
        }
    }
}

/// How many yearly changes a projection goes after 0, 1, … years: 0, d, d + d², … The same for every target.
pub(crate) struct Reach {
    damping: Ratio,
    step: Ratio,
    sums: Vec<Ratio>,
}

impl Reach {
    pub(crate) fn new(settings: &OutlookSettings) -> Self {
        Self { damping: settings.damping.to_ratio(), step: Ratio::whole(1), sums: Vec::new() }
    }

    /// Those of this year and of so many years after it.
    fn over(&mut self, years: i32) -> &[Ratio] {
        let count = usize::try_from(years.max(0)).unwrap_or(0) + 1;
        while self.sums.len() < count {
            let sum = match self.sums.last() {
                None => Ratio::zero(),
                Some(sum) => {
                    self.step = &self.step * &self.damping;
                    sum + &self.step
                }
            };
            self.sums.push(sum);
        }
        self.sums.get(..count).unwrap_or(&[])
    }
}

/// The years between two years.
fn years(from: Year, to: Year) -> Ratio {
    Ratio::whole((to.number() - from.number()).into())
}

/// The change between two values for each year between them.
fn yearly(earlier: &Dated, later: &Dated) -> Option<Ratio> {
    (&later.value - &earlier.value).over(&years(earlier.year, later.year))
}
