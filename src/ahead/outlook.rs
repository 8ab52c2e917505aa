//! On the way to a bound: the path, the pace, and where the series is heading. Arithmetic only; what it is called is decided
//! by [`Standing`](crate::ahead::Standing).
//!
//! Everything is exact. Distances and changes are signed so that positive is good.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::judge::OutlookSettings;
use crate::plan::Bound;
use crate::values::{Number, Ratio, Year};

/// A value and its year.
///
/// Shown at [`Course`].
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
    ///
    /// Shown at [`Course`].
    #[must_use]
    pub const fn new(year: Year, value: Ratio) -> Self {
        Self { year, value }
    }
}

/// A series on its way to a bound.
///
/// ```
/// use dabiao::{ahead::{Course, Dated, Outlook, Position}, judge::OutlookSettings, plan::{Better, Bound}, Number, Year};
/// let at = |year, value: &str| Dated::new(Year::literal(year), value.parse::<Number>().unwrap().to_ratio());
/// let course = Course {
///     bound: Bound { limit: Number::literal("12").to_ratio(), better: Better::Lower, included: true },
///     start: Year::literal(2020),
///     due: Year::literal(2030),
///     points: &[at(2020, "16.9"), at(2021, "16.1"), at(2022, "15.7"), at(2023, "15.1"), at(2024, "14.3")],
///     meets: false,
///     floor: Number::ZERO.to_ratio(),
///     ceiling: None,
///     milestones: vec![],
///     few_cases: None,
/// };
/// let outlook = Outlook::of(&course, &OutlookSettings::default()).unwrap();
/// assert_eq!(outlook.path_value.to_string(), "14.94");
/// assert_eq!(outlook.distance.to_string(), "0.64");
/// assert_eq!(outlook.position, Position::Ahead);
/// assert!(outlook.reaches);
/// ```
#[derive(Debug, Clone)]
pub struct Course<'p> {
    /// What is to be met in the due year.
    pub bound: Bound,
    /// The year that the path starts from; the first point from here on is the baseline.
    pub start: Year,
    /// The due year.
    pub due: Year,
    /// The usable yearly values of one definition up to the assessed year, oldest first; years before the start help to see
    /// where it is heading.
    pub points: &'p [Dated],
    /// Whether the latest value meets by the chosen judging method.
    pub meets: bool,
    /// The least value there can be.
    pub floor: Ratio,
    /// The greatest value there can be.
    pub ceiling: Option<Ratio>,
    /// Values that replace the straight line; none is a bound.
    pub milestones: Vec<Dated>,
    /// Set where so few cases are expected at the bound that yearly values say nothing about a trend: whether the pooled
    /// years confirm that the bound is missed.
    pub few_cases: Option<bool>,
}

/// Where the latest value lies in relation to the path.
///
/// Shown at [`Course`].
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

/// Path, pace and heading of a series. Changes are for a year.
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
/// Worked through at [`Course`] and in [the chapter](crate::docs::outlook).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Outlook {
    /// The first value from the start on.
    pub baseline: Dated,
    /// The latest value.
    pub latest: Dated,
    /// Whether the baseline already met the bound: then the bound itself is the path.
    pub met_at_start: bool,
    /// 应达值: where the series should be in the year of the latest value.
    pub path_value: Ratio,
    /// Where it should be a year later.
    pub next_path_value: Ratio,
    /// The due year.
    pub due: Year,
    /// The latest value minus the path value; positive is ahead.
    pub distance: Ratio,
    /// Ahead, on or behind.
    pub position: Position,
    /// How much of the way is done.
    pub share_done: Option<Ratio>,
    /// How much of the time is gone.
    pub share_of_time: Option<Ratio>,
    /// The way done over the way that the path has done.
    pub pace: Option<Ratio>,
    /// The yearly change that is still needed; none in the due year.
    pub required: Option<Ratio>,
    /// The best yearly change since the baseline.
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
    pub reaches: bool,
    /// Whether the value meets and would break the bound by the due year.
    pub would_break: bool,
    /// Whether too few cases are expected for yearly values to show a trend.
    pub few_cases: bool,
}

/// So many points are needed to see where a series is heading, and at most so many are looked at.
const POINTS_NEEDED: usize = 5;
const POINTS_USED: usize = 6;
/// How long after the due year an expected year or a breach is looked for.
const LOOK_AHEAD: i32 = 10;

impl Outlook {
    /// The outlook of a course; `None` without a point from the start on.
    ///
    /// Shown at [`Course`].
    #[must_use]
    pub fn of(course: &Course<'_>, settings: &OutlookSettings) -> Option<Self> {
        Self::with(course, settings, &mut Reaches::new(settings))
    }

    /// The same with steps that were worked out before.
    pub(crate) fn with(
        course: &Course<'_>,
        settings: &OutlookSettings,
        reaches: &mut Reaches,
    ) -> Option<Self> {
        let Course { bound, due, .. } = course;
        let first = course.points.iter().position(|point| point.year >= course.start)?;
        let since = course.points.get(first..)?;
        let (baseline, latest) = (since.first()?.clone(), since.last()?.clone());
        let good = |change: &Ratio| bound.better.signed(change);
        let met_at_start = bound.margin(&baseline.value).signum() >= 0;
        let met = course.meets;

        let path = |year| if met_at_start { bound.limit.clone() } else { course.path(&baseline, year) };
        let (path_value, next_path_value) = (path(latest.year), path(latest.year.plus(1)));
        let distance = good(&(&latest.value - &path_value));
        let position = match distance.signum().cmp(&0) {
            Ordering::Less => Position::Behind,
            Ordering::Equal => Position::On,
            Ordering::Greater => Position::Ahead,
        };
        let done = &latest.value - &baseline.value;
        let way = |end: &Ratio| (!met_at_start).then(|| done.over(&(end - &baseline.value))).flatten();
        let moved = latest.year > baseline.year;
        let time = years(baseline.year, *due);
        let share_of_time =
            years(baseline.year, latest.year).over(&time).map(|share| share.min(Ratio::whole(1)));

        let trend = course.few_cases.is_none();
        let steps = course.points.iter().zip(course.points.iter().skip(1)).filter(|_| trend);
        let changes = steps.filter_map(|(a, b)| Some((a.year, b.year, good(&yearly(a, b)?))));
        let best_change =
            changes.clone().filter(|(from, ..)| *from >= baseline.year).map(|(_, _, change)| change).max();
        let last_change = changes.clone().next_back().map(|(_, _, change)| change);
        let better = changes.rev().find(|(_, _, change)| change.signum() > 0);
        let years_since_better = better.map(|(_, at, _)| latest.year.number() - at.number());
        let required = good(&(&bound.limit - &latest.value))
            .over(&years(latest.year, *due))
            .filter(|_| *due > latest.year);

        let slope = if trend { course.slope() } else { None };
        let remaining = due.number() - latest.year.number();
        let horizon = remaining.max(0) + LOOK_AHEAD;
        let reaches = if slope.is_some() { reaches.over(horizon) } else { &[] };
        let value = |reach: &Ratio| Some(course.projected(&latest.value, slope.as_ref()?, reach));
        let projection = usize::try_from(remaining.max(0)).ok().and_then(|ahead| value(reaches.get(ahead)?));
        let turns = |meets: bool| {
            let turned = |reach: &Ratio| value(reach).is_some_and(|value| bound.is_met_by(&value) == meets);
            let ahead = reaches.get(1..)?;
            // A projection moves one way only, so it turns at most once; not so with steps that change their sign.
            let place = match turned(ahead.first()?) {
                true => Some(0),
                false if settings.damping < Number::ZERO => ahead.iter().position(turned),
                false => {
                    Some(ahead.partition_point(|reach| !turned(reach))).filter(|place| *place < ahead.len())
                }
            };
            i32::try_from(place? + 1).ok()
        };
        let expected_year = if met { None } else { turns(true).map(|ahead| latest.year.plus(ahead)) };
        let years_to_breach = if met { turns(false) } else { None };

        let misses = projection.as_ref().map(|value| !bound.is_met_by(value));
        let slope = slope.map(|slope| good(&slope));
        let reaches = match (course.few_cases, position) {
            _ if met => true,
            (Some(missed), _) => !missed,
            (None, Position::On | Position::Ahead) => {
                misses != Some(true)
                    || slope.as_ref().zip(required.as_ref()).is_some_and(|(slope, needed)| slope >= needed)
            }
            (None, Position::Behind) => {
                let seen = course.points.len() >= POINTS_NEEDED;
                let enough = since.len() >= 3 || seen;
                let change = if seen { slope.as_ref() } else { best_change.as_ref() };
                let factor = settings.difficult_factor.to_ratio();
                let too_fast = change.is_none_or(|change| {
                    change.signum() <= 0 || required.as_ref().is_none_or(|needed| *needed > change * &factor)
                });
                !(enough && misses.unwrap_or(true) && too_fast)
            }
        };
        let would_break = met
            && match course.few_cases {
                Some(missed) => missed,
                None => years_to_breach.is_some_and(|ahead| ahead <= remaining),
            };
        Some(Self {
            share_done: way(&bound.limit),
            pace: way(&path_value).filter(|_| moved),
            share_of_time,
            values_since_start: since.len(),
            few_cases: course.few_cases.is_some(),
            baseline,
            latest,
            met_at_start,
            path_value,
            next_path_value,
            due: *due,
            distance,
            position,
            required,
            best_change,
            last_change,
            years_since_better,
            slope,
            projection,
            expected_year,
            years_to_breach,
            reaches,
            would_break,
        })
    }
}

impl Course<'_> {
    /// The path in a year: straight from the baseline to the bound, or from milestone to milestone.
    ///
    /// ```
    /// use dabiao::{ahead::{Course, Dated}, plan::{Better, Bound}, Number, Year};
    /// let at = |year, value: &str| Dated::new(Year::literal(year), value.parse::<Number>().unwrap().to_ratio());
    /// let mut course = Course {
    ///     bound: Bound { limit: Number::literal("60").to_ratio(), better: Better::Higher, included: true },
    ///     start: Year::literal(2020),
    ///     due: Year::literal(2030),
    ///     points: &[at(2020, "50")],
    ///     meets: false,
    ///     floor: Number::ZERO.to_ratio(),
    ///     ceiling: None,
    ///     milestones: vec![],
    ///     few_cases: None,
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

    /// The mildest value of the next year that is `enough` to meet and with which the series would not break its bound; `None`
    /// where there is none within the limits.
    ///
    /// Each slope is a line in the new value: level between two known points, rising from a known point to the new one. The
    /// median is one of them, or the mean of two; each gives one value that ends exactly at the bound, and any better one
    /// ends better.
    pub(crate) fn steadying(&self, enough: &Bound, settings: &OutlookSettings) -> Option<Bound> {
        let next = self.points.last()?.year.plus(1);
        let mut reaches = Reaches::new(settings);
        let sums = reaches.over(self.due.number() - next.number());
        let ends_of = [sums.get(1).cloned(), sums.last().cloned()];
        let (limit, one) = (&self.bound.limit, Ratio::whole(1));
        let used: Vec<&Dated> = self.points.iter().rev().take(POINTS_USED - 1).collect();
        // Where a line starts, and how fast it rises.
        let mut lines: Vec<(Ratio, Ratio)> = Vec::new();
        for (place, later) in used.iter().enumerate() {
            let rise = one.over(&years(later.year, next))?;
            lines.push((-(&later.value * &rise), rise));
            let slopes = used.iter().skip(place + 1).filter_map(|earlier| yearly(earlier, later));
            lines.extend(slopes.map(|slope| (slope, Ratio::zero())));
        }
        let mut candidates = alloc::vec![limit.clone(), enough.limit.clone()];
        // In the first year ahead too: a value that only rounding lifts to the bound may rise over it or not.
        for reach in ends_of.iter().flatten() {
            let half = reach * &Ratio::new(1, 2)?;
            let ends = |(a, b): (&(Ratio, Ratio), &(Ratio, Ratio))| {
                (limit - &half * (&a.0 + &b.0)).over(&(&one + &half * (&a.1 + &b.1)))
            };
            candidates.extend(lines.iter().filter_map(|line| ends((line, line))));
            if lines.len() % 2 == 0 {
                let pairs = lines.iter().enumerate();
                let pairs = pairs.flat_map(|(place, a)| lines.iter().take(place).map(move |b| (a, b)));
                candidates.extend(pairs.filter_map(ends));
            }
        }
        candidates
            .retain(|value| *value >= self.floor && self.ceiling.as_ref().is_none_or(|most| value <= most));
        candidates.sort_by_key(|value| self.bound.better.signed(value));
        // At its mildest a value may end exactly at a bound that is excluded; a hair better is enough then.
        let bound = Bound { included: true, ..self.bound.clone() };
        let met = Bound { included: true, ..enough.clone() };
        let mut points = self.points.to_vec();
        points.push(Dated::new(next, limit.clone()));
        let mut holds = |value: &Ratio| {
            if let Some(new) = points.last_mut() {
                new.value = value.clone();
            }
            let meets = met.is_met_by(value);
            let course = Course { bound: bound.clone(), meets, points: &points, ..self.clone() };
            meets && Outlook::with(&course, settings, &mut reaches).is_some_and(|found| !found.would_break)
        };
        let place = candidates.partition_point(|value| !holds(value));
        let limit = candidates.into_iter().nth(place)?;
        let included = if limit == enough.limit { enough.included } else { self.bound.included };
        Some(Bound { limit, better: self.bound.better, included })
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
    fn projected(&self, latest: &Ratio, slope: &Ratio, reach: &Ratio) -> Ratio {
        let value = latest + slope * reach;
        let value = value.max(self.floor.clone());
        match &self.ceiling {
            Some(ceiling) => value.min(ceiling.clone()),
            None => value,
        }
    }
}

/// How many yearly changes a projection goes after 0, 1, … years: 0, d, d + d², … The same for every target.
pub(crate) struct Reaches {
    damping: Ratio,
    step: Ratio,
    sums: Vec<Ratio>,
}

impl Reaches {
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
