//! Sections 6 and 8, and the table of section 7.1: path, pace, outlook, small numbers, and when a miss is sure.

use crate::case::{
    ALPHA, BASE, Calendar, Gap, Kind, Outcome, Q, Qualifier, Rule, Scope, Timing, Unit, is_zero, median,
    median_slope, part, whole,
};
use crate::cells::{Line, Reading};
use crate::chance::{Label, Sample, float, normal_above};
use crate::judge::{Bound, Judge};
use num_traits::Signed as _;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reaches {
    Yes,
    No,
    NotKnown,
}

#[derive(Clone, Debug)]
pub struct Outlook {
    pub base_year: i32,
    pub latest: (i32, Q),
    pub bound: Bound,
    pub start_met: bool,
    pub has_path: bool,
    pub path: Q,
    /// On next year's path; from the last year before the due year on, the bound.
    pub next_path: Q,
    pub distance: Q,
    pub share_done: Option<Q>,
    pub share_of_time: Option<Q>,
    pub pace: Option<Q>,
    pub required: Option<Q>,
    pub best: Option<Q>,
    pub last_change: Option<Q>,
    pub slope: Option<Q>,
    pub projection: Option<Q>,
    pub expected_year: Option<i32>,
    pub years_to_breach: Option<i32>,
    pub values_since_start: usize,
    pub few: bool,
    pub reaches: Reaches,
    pub would_break: bool,
}

/// How far `case gap` is: so many cases fewer, more, or never.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CaseGap {
    Fewer(u64),
    More(u64),
    Never,
}

impl Judge<'_> {
    pub fn sample(&self, line: &Line, year: i32) -> Option<Sample> {
        line.noisy(self.case, year).map(|(k, n)| Sample { share: self.case.kind == Kind::Share, k, n })
    }

    pub fn per_one(&self, bound: &Bound) -> Q {
        &bound.limit / self.case.unit.factor()
    }

    pub fn label(&self, line: &Line, of: i32, bound: &Bound, alpha: f64) -> Option<Label> {
        let sample = self.sample(line, of)?;
        // Against a bound that every value meets there is no chance to speak of.
        let limit = self.per_one(bound);
        let possible = !limit.is_negative() && (!sample.share || limit <= whole(1));
        possible.then(|| self.label_of(&sample, bound, alpha))
    }

    fn label_of(&self, sample: &Sample, bound: &Bound, alpha: f64) -> Label {
        let met = bound.meets(&(sample.rate() * self.case.unit.factor()));
        sample.label(float(&self.per_one(bound)), bound.higher, met, alpha)
    }

    /// The one window: three calendar years if they hold three values and bring enough, else five.
    pub fn window_sample(&self, line: &Line, of: i32, bound: &Bound) -> Option<Sample> {
        let from = line.definition_from(of);
        let limit = self.per_one(bound);
        let pool = |years: i32| {
            let mut samples = Vec::new();
            for year in of - years + 1..=of {
                if year < from || line.readings.get(&year).is_none_or(|reading| reading.ends().is_none()) {
                    continue;
                }
                // A value without counts gives no pool.
                samples.push(self.sample(line, year)?);
            }
            let expected: Q = samples.iter().map(|s| s.expected(&limit)).sum();
            let count = samples.len();
            samples.into_iter().reduce(|a, b| a.plus(&b)).map(|sample| (sample, count, expected))
        };
        if let Some((sample, 3, expected)) = pool(3)
            && expected >= whole(3)
        {
            return Some(sample);
        }
        pool(5).filter(|(_, count, _)| *count >= 3).map(|(sample, ..)| sample)
    }

    pub fn window_confirms(&self, line: &Line, of: i32, bound: &Bound, alpha: f64) -> bool {
        self.window_sample(line, of, bound)
            .is_some_and(|sample| self.label_of(&sample, bound, alpha) == Label::MissedConfirmed)
    }

    /// Fewer than three events expected at the bound.
    pub fn few(&self, line: &Line, of: i32, bound: &Bound) -> bool {
        self.sample(line, of).is_some_and(|sample| sample.expected(&self.per_one(bound)) < whole(3))
    }

    /// Section 8: the number of cases that changes the verdict, by the method that gave it.
    pub fn case_gap(&self, counts: (u64, u64), bound: &Bound) -> CaseGap {
        let (k, n) = counts;
        let met = |k: u64| bound.meets(&(Q::new(k.into(), n.into()) * self.case.unit.factor()));
        let now = met(k);
        let towards_more = bound.higher != now;
        // The first count on the way with the other answer; answers change once.
        let (mut low, mut high) = (0, 1_u64);
        let at = |step: u64| if towards_more { Some(k + step) } else { k.checked_sub(step) };
        while at(high).is_some_and(|k| met(k) == now) {
            low = high;
            high *= 2;
            if high > 1 << 40 {
                return CaseGap::Never;
            }
        }
        if at(high).is_none() && (k == 0 || at(k).is_some_and(|k| met(k) == now)) {
            return CaseGap::Never;
        }
        high = if at(high).is_none() { k } else { high };
        while high - low > 1 {
            let middle = (low + high) / 2;
            if at(middle).is_some_and(|k| met(k) == now) { low = middle } else { high = middle }
        }
        if towards_more && self.case.ceiling.is_some() && k + high > n {
            return CaseGap::Never;
        }
        if towards_more { CaseGap::More(high) } else { CaseGap::Fewer(high) }
    }

    // ---- sure ----

    /// The later of two counts is worse than the earlier by more than chance.
    pub fn worse_by_more_than_chance(&self, line: &Line, early: i32, late: i32, alpha: f64) -> Option<bool> {
        let (a, b) = (self.sample(line, early)?, self.sample(line, late)?);
        let worse = self.case.gain(&b.rate(), &a.rate()).is_negative();
        Some(worse && b.compare(&a) <= alpha)
    }

    fn always_sure(&self) -> bool {
        self.case.kind == Kind::Stock || self.case.unit == Unit::Count || self.case.counts_events()
    }

    /// Section 7.1: the miss of this year is sure.
    pub fn sure(&self, year: i32) -> bool {
        if self.always_sure() {
            return true;
        }
        if let Some(known) = self.surely.borrow().get(&year) {
            return *known;
        }
        let sure = self.is_sure(year);
        self.surely.borrow_mut().insert(year, sure);
        sure
    }

    fn is_sure(&self, year: i32) -> bool {
        if self.single() {
            return self.line_sure(self.line(), year, ALPHA);
        }
        let names: Vec<String> =
            self.roster(year).unwrap_or_else(|| self.case.known_units(year).cloned().collect());
        let alpha = ALPHA / names.len().max(1) as f64;
        names.iter().any(|name| {
            self.unit_year(name, year) == Outcome::NotMet
                && self.lines.get(name).is_some_and(|line| self.line_sure(line, year, alpha))
        })
    }

    fn line_sure(&self, line: &Line, year: i32, alpha: f64) -> bool {
        let case = self.case;
        let of = line.stands(case, year).of;
        if case.is_direction() {
            if case.gap != Gap::None && case.is_noisy() && line.parts.contains_key(&of) {
                return self.gap_sure(line, of);
            }
            let breaks: Vec<(i32, i32)> = self
                .steps(line, of)
                .into_iter()
                .filter(|(.., outcome)| *outcome == Outcome::NotMet)
                .map(|(early, late, _)| (early, late))
                .collect();
            let pairs = if case.cannot_be_mended() && !breaks.is_empty() {
                breaks
            } else {
                line.baseline(case, of).map(|(base, _)| (base, of)).into_iter().collect()
            };
            let tests: Vec<bool> = pairs
                .iter()
                .filter_map(|(early, late)| self.worse_by_more_than_chance(line, *early, *late, alpha))
                .collect();
            return if tests.is_empty() { self.bare_sure(line, year, of) } else { tests.contains(&true) };
        }
        if case.has_reference() {
            let other = match (self.sample(line, of), line.references.get(&of)) {
                (Some(own), Some(Reading::Exact { counts: Some((k, n)), .. })) => {
                    Some((own, Sample { share: own.share, k: *k, n: *n }))
                }
                _ => None,
            };
            return match other {
                Some((own, other)) => own.rate() < other.rate() && own.compare(&other) <= alpha,
                None => self.bare_sure(line, year, of),
            };
        }
        let Some(bound) = self.bound(line, year) else { return false };
        match self.label(line, of, &bound, alpha) {
            Some(label) => label == Label::MissedConfirmed || self.window_confirms(line, of, &bound, alpha),
            None => self.bare_sure(line, year, of),
        }
    }

    /// Three observed years in a row (four, two), or a miss that is large beside the changes before it.
    fn bare_sure(&self, line: &Line, year: i32, of: i32) -> bool {
        let case = self.case;
        let needed = match (case.calendar, case.kind) {
            (Calendar::Term | Calendar::Named, _) => 2,
            (Calendar::Every(n), _) if n >= 3 => 2,
            (_, Kind::Events) => 4,
            _ => 3,
        };
        // The term in office in 2020 may have begun earlier.
        let base = line.baseline(case, of).map_or(BASE, |(base, _)| base.min(BASE));
        let mut observed = line.measured(case, base, of);
        observed.retain(|y| line.readings.get(y).is_some_and(|reading| reading.ends().is_some()));
        // A host's bound belongs to its year: the standing value is judged in the assessed one.
        let missed = |y: &i32| self.value_year(line, if *y == of { year } else { *y }) == Outcome::NotMet;
        if observed.iter().rev().take_while(|y| missed(y)).count() >= needed {
            return true;
        }
        if case.kind == Kind::Events {
            return false;
        }
        let Some(size) = self.miss_size(line, year, of) else { return false };
        let points = line.points(of);
        let (_, yearly) = Line::changes(&points[..points.len() - 1]);
        yearly.len() >= 3 && size > median(yearly).expect("three changes") * whole(3)
    }

    /// By how much an exact value of this very year misses.
    fn miss_size(&self, line: &Line, year: i32, of: i32) -> Option<Q> {
        let case = self.case;
        let value = line.readings.get(&of)?.exact()?;
        if !case.is_direction() {
            return Some(-self.bound(line, year)?.margin(value));
        }
        let broken_here = self
            .steps(line, of)
            .into_iter()
            .find(|(_, late, outcome)| *late == of && *outcome == Outcome::NotMet);
        let before = match (&case.rule, broken_here) {
            (_, Some((early, ..))) => line.readings.get(&early)?.exact()?.clone(),
            (Rule::RisesSlower, None) => self.slower_edge(line, of)?,
            (Rule::Improves { qualifier: Qualifier::EachTerm, .. }, None) => return None,
            _ => line.baseline(case, of)?.1,
        };
        Some(case.gain(&before, value))
    }

    /// The gap is real, and wider than the baseline's, by more than chance.
    fn gap_sure(&self, line: &Line, of: i32) -> bool {
        let share = self.case.kind == Kind::Share;
        let samples = |year: i32| -> Option<[Sample; 2]> {
            line.parts.get(&year).map(|parts| parts.map(|(k, n)| Sample { share, k, n }))
        };
        let Some([a, b]) = samples(of) else { return false };
        let common = a.plus(&b).rate();
        let small = [a, b].iter().any(|s| s.expected(&common) < whole(3));
        let Some((base, _)) = line.baseline(self.case, of) else { return false };
        let Some([c, d]) = samples(base) else { return false };
        if small || a.compare(&b) > ALPHA {
            return false;
        }
        if [a, b, c, d].iter().any(|s| s.k < 10) {
            return false;
        }
        let ln = |s: &Sample| float(&s.rate()).ln();
        let variance = |s: &Sample| 1.0 / s.k as f64 - if share { 1.0 / s.n as f64 } else { 0.0 };
        let now = ln(&a) - ln(&b);
        let then = ln(&c) - ln(&d);
        let spread = [a, b, c, d].iter().map(variance).sum::<f64>().sqrt();
        // The larger part over the smaller one, whichever that is in each of the years.
        let z = (now.abs() - then.abs()) / spread;
        spread > 0.0 && z > 0.0 && 2.0 * normal_above(z) <= ALPHA
    }

    // ---- outlook ----

    /// A bound that stays the same, in a unit in which the page gives an outlook.
    pub fn has_outlook(&self) -> bool {
        let case = self.case;
        case.scope != Scope::EveryUnit
            && !case.is_direction()
            && !case.bound_moves()
            && !case.counts_events()
            && case.unit.has_outlook()
            && case.calendar != Calendar::Event
            && !matches!(case.timing, Timing::EveryTerm { .. })
    }

    pub fn outlook(&self, year: i32) -> Option<Outlook> {
        if let Some(known) = self.ahead.borrow().get(&year) {
            return known.clone();
        }
        let outlook = self.look_ahead(year);
        self.ahead.borrow_mut().insert(year, outlook.clone());
        outlook
    }

    fn look_ahead(&self, year: i32) -> Option<Outlook> {
        let case = self.case;
        if !self.has_outlook() {
            return None;
        }
        let line = self.line();
        let of = line.stands(case, year).of;
        let points = line.points(of);
        let (base_year, base) = line.baseline(case, of)?;
        let latest = points.iter().rfind(|(y, _)| *y >= base_year)?.clone();
        let (at, value) = (latest.0, latest.1.clone());
        let bound = self.bound(line, year)?;
        let due = case.due;
        let years = |from: i32, to: i32| whole(i64::from(to - from));
        let start_met = bound.meets(&base);
        let line_at = |year: i32| {
            if start_met || base_year >= due {
                return bound.limit.clone();
            }
            // From one known value to the next, in straight lines.
            let mut before = (base_year, &base);
            let on_the_way = case.milestones.iter().filter(|(y, _)| **y > base_year && **y < due);
            for (y, value) in on_the_way.map(|(y, value)| (*y, value)).chain([(due, &bound.limit)]) {
                if year <= y || y == due {
                    return before.1
                        + (value - before.1) * years(before.0, year.min(due)) / years(before.0, y);
                }
                before = (y, value);
            }
            unreachable!("the due year is the last")
        };
        let path = line_at(at);
        let done = case.gain(&value, &base);
        let way = case.gain(&bound.limit, &base);
        let passed = case.gain(&path, &base);
        let share = |of: &Q| (!start_met && !is_zero(of)).then(|| &done / of);
        let few = self.few(line, at, &bound);
        let mut changes: Vec<(i32, i32, Q)> = points
            .windows(2)
            .map(|pair| {
                (pair[0].0, pair[1].0, case.gain(&pair[1].1, &pair[0].1) / years(pair[0].0, pair[1].0))
            })
            .collect();
        let last_change = changes.last().map(|(.., change)| change.clone());
        changes.retain(|(early, ..)| *early >= base_year && !(start_met && *early == base_year));
        let best = changes.iter().map(|(.., change)| change).max().cloned();
        let six = &points[points.len().saturating_sub(6)..];
        let slope = if points.len() >= 5 { median_slope(six) } else { None };
        let project = |to: i32| {
            let mut value = value.clone();
            let mut damp = whole(1);
            for _ in at..to {
                damp *= part(9, 10);
                value += slope.as_ref().expect("a slope") * &damp;
            }
            if value < case.floor {
                value = case.floor.clone();
            }
            match &case.ceiling {
                Some(ceiling) if value > *ceiling => ceiling.clone(),
                _ => value,
            }
        };
        let met = bound.meets(&value);
        let first = |wanted: bool| {
            slope
                .is_some()
                .then(|| (at + 1..=due + 10).find(|y| bound.meets(&project(*y)) == wanted))
                .flatten()
        };
        let projection = (slope.is_some() && at < due).then(|| project(due));
        let required = (at < due).then(|| case.gain(&bound.limit, &value) / years(at, due));
        let since: Vec<i32> = points.iter().map(|(y, _)| *y).filter(|y| *y >= base_year).collect();
        let window = self.window_confirms(line, at, &bound, ALPHA);
        let yearly = case.calendar == Calendar::Year;
        let enough = since.len() >= if start_met { 4 } else { 3 };
        let known = enough || (!yearly && since.len() >= 2 && since[since.len() - 1] - since[0] >= 5);
        let reaches = if few {
            let this = self.label(line, at, &bound, ALPHA) == Some(Label::MissedConfirmed);
            if (known && this) || window { Reaches::No } else { Reaches::NotKnown }
        } else if !known {
            Reaches::NotKnown
        } else {
            // The best change has to be beyond chance where it rests on counts.
            let best_counts = best.as_ref().is_some_and(|best| {
                let (early, late, _) = changes.iter().find(|(.., change)| change == best).expect("the best");
                match (self.sample(line, *early), self.sample(line, *late)) {
                    (Some(a), Some(b)) => b.compare(&a) <= ALPHA,
                    _ => true,
                }
            });
            let pace = if slope.is_some() {
                slope.as_ref().map(|slope| if case.higher() { slope.clone() } else { -slope })
            } else {
                best.clone().filter(|_| best_counts)
            };
            // A bound that is excluded takes more than the change that leads to it.
            let fast = required.as_ref().zip(pace).is_some_and(|(required, pace)| {
                let most = pace * part(5, 4);
                if bound.included { *required <= most } else { *required < most }
            });
            if projection.as_ref().is_some_and(|end| bound.meets(end)) || fast {
                Reaches::Yes
            } else if self.sure(year) {
                Reaches::No
            } else {
                Reaches::NotKnown
            }
        };
        let falls = slope.is_some() && (at + 1..=due).any(|y| !bound.meets(&project(y)));
        // What misses this year, known only between two ends, has nothing left to break.
        let would_break = met
            && self.year(year) != Outcome::NotMet
            && points.len() >= 5
            && if few {
                window
            } else if self.sample(line, at).is_some() {
                falls && (window || self.falls_beyond_chance(line, &points))
            } else {
                falls
            };
        let hide = |q: Option<Q>| if few { None } else { q };
        let asks_for_all = case.rule == Rule::All
            || (case.kind == Kind::Stock && bound.higher && Some(&bound.limit) == case.ceiling.as_ref());
        let has_path = matches!(case.timing, Timing::ByYear | Timing::ReachedAndKept) && !asks_for_all;
        Some(Outlook {
            base_year,
            distance: bound.margin(&value) - bound.margin(&path),
            share_done: share(&way),
            share_of_time: (base_year < due).then(|| years(base_year, at.min(due)) / years(base_year, due)),
            pace: share(&passed),
            required,
            best: hide(best),
            last_change: hide(last_change),
            projection: hide(projection),
            expected_year: if met || few { None } else { first(true) },
            years_to_breach: if met && !few { first(false).map(|y| y - at) } else { None },
            slope: hide(slope),
            next_path: line_at(year + 1),
            path,
            latest,
            start_met,
            has_path,
            bound,
            values_since_start: since.len(),
            few,
            reaches,
            would_break,
        })
    }

    /// The last three values against all earlier ones.
    fn falls_beyond_chance(&self, line: &Line, points: &[(i32, Q)]) -> bool {
        let samples: Option<Vec<Sample>> = points.iter().map(|(year, _)| self.sample(line, *year)).collect();
        let Some(samples) = samples.filter(|samples| samples.len() > 3) else { return false };
        let (early, late) = samples.split_at(samples.len() - 3);
        let sum = |samples: &[Sample]| samples.iter().copied().reduce(|a, b| a.plus(&b)).expect("some");
        let (early, late) = (sum(early), sum(late));
        self.case.gain(&late.rate(), &early.rate()).is_negative() && late.compare(&early) <= ALPHA
    }
}
