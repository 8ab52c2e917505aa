//! Sections 2, 3 and 4: the verdict.

use crate::case::{
    BASE, Calendar, Case, FIRST, Outcome, Q, Qualifier, Rule, Scope, Timing, Unit, and, median_slope, part,
    whole,
};
use crate::cells::{Line, Reading, Standing, lines};
use crate::outlook::Outlook;
use crate::standing::Standing as StandingWord;
use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Who should report, each with its size where it is known.
type Members = Vec<(String, Option<u64>)>;

/// Once, to a number of digits, half to even.
pub fn half_even(q: &Q, places: u32) -> Q {
    let scale = Q::from_integer(BigInt::from(10).pow(places));
    let scaled = q * &scale;
    let (floor, half) = (scaled.floor(), part(1, 2));
    let rest = &scaled - &floor;
    let even = (floor.to_integer() % BigInt::from(2)).is_zero();
    let up = rest > half || (rest == half && !even);
    (if up { floor + whole(1) } else { floor }) / scale
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    pub limit: Q,
    pub higher: bool,
    pub included: bool,
    /// The value is first rounded to so many digits.
    pub digits: Option<u32>,
}

impl Bound {
    pub fn meets(&self, value: &Q) -> bool {
        let value = self.digits.map_or_else(|| value.clone(), |digits| half_even(value, digits));
        if value == self.limit { self.included } else { (value > self.limit) == self.higher }
    }

    /// Value minus bound in the good direction, exact.
    pub fn margin(&self, value: &Q) -> Q {
        if self.higher { value - &self.limit } else { &self.limit - value }
    }
}

enum Side {
    /// One bound, or the two extremes that an interval of the reference leaves.
    Bounds(Vec<Bound>),
    Unknown,
    /// The host gave none for this year.
    None,
}

fn all_or_none(answers: &[bool]) -> Outcome {
    match (answers.contains(&true), answers.contains(&false)) {
        (true, false) => Outcome::Met,
        (false, true) => Outcome::NotMet,
        _ => Outcome::Undetermined,
    }
}

pub struct Judge<'a> {
    pub case: &'a Case,
    pub lines: BTreeMap<String, Line>,
    years: RefCell<BTreeMap<i32, Outcome>>,
    pub(crate) surely: RefCell<BTreeMap<i32, bool>>,
    pub(crate) ahead: RefCell<BTreeMap<i32, Option<Outlook>>>,
    pub(crate) words: RefCell<BTreeMap<i32, Vec<StandingWord>>>,
}

impl<'a> Judge<'a> {
    pub fn new(case: &'a Case) -> Judge<'a> {
        Judge {
            case,
            lines: lines(case),
            years: RefCell::default(),
            surely: RefCell::default(),
            ahead: RefCell::default(),
            words: RefCell::default(),
        }
    }

    /// The one line of an area or a pool.
    pub fn line(&self) -> &Line {
        self.lines.values().next().expect("a line")
    }

    pub fn single(&self) -> bool {
        self.case.scope != Scope::EveryUnit
    }

    // ---- bounds ----

    fn digits(&self, places: u32) -> Option<u32> {
        let printed =
            matches!(self.case.unit, Unit::Percent | Unit::PerMille | Unit::Per100k | Unit::Per1000);
        (self.case.rounds && printed).then_some(places)
    }

    /// Not beyond the natural limits.
    pub fn within(&self, q: Q) -> Q {
        match &self.case.ceiling {
            Some(ceiling) if q > *ceiling => ceiling.clone(),
            _ if q < self.case.floor => self.case.floor.clone(),
            _ => q,
        }
    }

    /// The host's bound of a year; before the plan it judges nothing.
    pub fn host_bound(&self, year: i32) -> Option<Bound> {
        let limit = self.case.host_bounds.get(&year).filter(|_| year >= FIRST)?.clone();
        Some(Bound {
            limit,
            higher: self.case.higher(),
            included: true,
            digits: self.digits(self.case.places),
        })
    }

    fn side(&self, line: &Line, year: i32, of: i32) -> Side {
        let case = self.case;
        let one = |limit: Q, higher, included, digits| {
            Side::Bounds(vec![Bound { limit, higher, included, digits }])
        };
        let printed = self.digits(case.places);
        let base = |since: i32| line.points(of).into_iter().find(|(year, _)| *year == since).map(|(_, q)| q);
        match &case.rule {
            Rule::AtLeast(q) => one(q.clone(), true, true, printed),
            Rule::AtMost(q) => one(q.clone(), false, true, printed),
            Rule::MoreThan(q) => one(q.clone(), true, false, printed),
            Rule::LessThan(q) => one(q.clone(), false, false, printed),
            Rule::Around { value, tolerance, higher } => {
                let tolerance = tolerance.clone().unwrap_or_else(|| whole(1));
                let edge = if *higher { value - &tolerance } else { value + &tolerance };
                // The finer of the digits of both.
                let mut places = case.places;
                while !(&tolerance * Q::from_integer(BigInt::from(10).pow(places))).is_integer() {
                    places += 1;
                }
                one(edge, *higher, true, self.digits(places))
            }
            Rule::AtLeastRatio(p, w) => one(part(*p, *w) * case.unit.factor(), true, true, None),
            Rule::All => one(case.unit.factor(), true, true, None),
            Rule::ChangedBy { part, higher, since, .. } => match base(*since) {
                Some(base) if base.is_positive() => {
                    let turned = if *higher { whole(1) + part } else { whole(1) - part };
                    one(base * turned, *higher, true, None)
                }
                _ => Side::Unknown,
            },
            Rule::ChangedEachYear { step, higher, since } => match base(*since) {
                Some(base) => {
                    let moved = step * whole(i64::from(of - since));
                    let limit = self.within(if *higher { base + moved } else { base - moved });
                    one(limit, *higher, true, None)
                }
                None => Side::Unknown,
            },
            Rule::NotBelow | Rule::InProportion(_) => {
                let tolerance = match &case.rule {
                    Rule::InProportion(tolerance) => tolerance.clone().unwrap_or_else(|| whole(5)),
                    _ => whole(0),
                };
                let reference = line.references.get(&of);
                match reference.and_then(Reading::ends) {
                    Some((low, high)) => {
                        let bound = |q: Q| Bound {
                            limit: q - &tolerance,
                            higher: true,
                            included: true,
                            digits: None,
                        };
                        Side::Bounds(if reference.is_some_and(|reading| reading.exact().is_some()) {
                            vec![bound(low)]
                        } else {
                            vec![bound(low), bound(high)]
                        })
                    }
                    None => Side::Unknown,
                }
            }
            Rule::HostBound { .. } | Rule::Monitored => {
                self.host_bound(year).map_or(Side::None, |bound| Side::Bounds(vec![bound]))
            }
            Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower => Side::Unknown,
        }
    }

    /// The bound as one number, where it is known.
    pub fn bound(&self, line: &Line, year: i32) -> Option<Bound> {
        match self.side(line, year, line.stands(self.case, year).of) {
            Side::Bounds(bounds) if bounds.len() == 1 => bounds.into_iter().next(),
            _ => None,
        }
    }

    // ---- directions ----

    /// Strictly better, or both at the best limit.
    fn better(&self, new: &Q, old: &Q) -> bool {
        self.case.best().as_ref() == Some(new) || self.case.gain(new, old).is_positive()
    }

    fn compare(new: &(Q, Q), old: &(Q, Q), test: impl Fn(&Q, &Q) -> bool) -> Outcome {
        all_or_none(&[test(&new.0, &old.0), test(&new.0, &old.1), test(&new.1, &old.0), test(&new.1, &old.1)])
    }

    /// Each observed period against the one before, with both years.
    pub fn steps(&self, line: &Line, of: i32) -> Vec<(i32, i32, Outcome)> {
        let case = self.case;
        let Rule::Improves { qualifier, .. } = case.rule else { return Vec::new() };
        let not_worse = |new: &Q, old: &Q| !case.gain(new, old).is_negative();
        let strictly = match qualifier {
            Qualifier::Steadily => false,
            // Things that come whole cannot grow every year.
            Qualifier::Sustained => case.unit != Unit::Count,
            Qualifier::EachTerm => return self.terms(line, of),
            Qualifier::Plain | Qualifier::Gradually => return Vec::new(),
        };
        let observed = line.observed(case, of);
        let mut steps = Vec::new();
        for pair in observed.windows(2) {
            let outcome = if strictly {
                Self::compare(&pair[1].1, &pair[0].1, |new, old| self.better(new, old))
            } else {
                Self::compare(&pair[1].1, &pair[0].1, not_worse)
            };
            steps.push((pair[0].0, pair[1].0, outcome));
        }
        steps
    }

    /// 逐届: every election inside the plan against the term before it.
    fn terms(&self, line: &Line, of: i32) -> Vec<(i32, i32, Outcome)> {
        // A term that does not exist here is none.
        let held = line.readings.range(..=of).filter(|(_, reading)| **reading != Reading::NotApplicable);
        let elections: Vec<(&i32, &Reading)> = held.collect();
        let mut steps = Vec::new();
        for (i, (year, reading)) in elections.iter().enumerate() {
            if **year < FIRST {
                continue;
            }
            let before = i.checked_sub(1).map(|i| elections[i]);
            let broken_between = before.is_some_and(|(old, _)| line.definition_from(**year) > *old);
            let ends = (reading.ends(), before.and_then(|(_, reading)| reading.ends()));
            let outcome = match ends {
                (Some(new), Some(old)) if !broken_between => {
                    Self::compare(&new, &old, |new, old| self.better(new, old))
                }
                _ => Outcome::Undetermined,
            };
            steps.push((before.map_or(BASE, |(old, _)| *old), **year, outcome));
        }
        steps
    }

    fn direction(&self, line: &Line, standing: &Standing) -> Outcome {
        let case = self.case;
        let of = standing.of;
        if case.calendar == Calendar::Named
            && (of < FIRST || !standing.due && standing.reading == Reading::Missing)
        {
            return Outcome::NotDue;
        }
        let mut steps: Vec<Outcome> = self.steps(line, of).into_iter().map(|(.., outcome)| outcome).collect();
        if case.cannot_be_mended() && steps.contains(&Outcome::NotMet) {
            return Outcome::NotMet;
        }
        let each_term = matches!(case.rule, Rule::Improves { qualifier: Qualifier::EachTerm, .. });
        if standing.reading == Reading::NotApplicable {
            return if each_term { and(&steps) } else { Outcome::NotApplicable };
        }
        let Some(own) = standing.reading.ends() else { return Outcome::Undetermined };
        if each_term {
            return if steps.is_empty() { Outcome::Undetermined } else { and(&steps) };
        }
        let Some((base_year, base)) = line.baseline(case, of).filter(|(year, _)| *year < of) else {
            return Outcome::Undetermined;
        };
        let at_base = (base.clone(), base.clone());
        let better = Self::compare(&own, &at_base, |new, old| self.better(new, old));
        match &case.rule {
            Rule::NotWorse { .. } => {
                Self::compare(&own, &at_base, |new, old| !case.gain(new, old).is_negative())
            }
            Rule::RisesSlower => match self.slower_edge(line, of) {
                _ if own.1 <= base => Outcome::Met,
                None if own.0 > base => Outcome::Undetermined,
                // Part of the interval has no rise: it is met there; the rest depends on the edge.
                None => Outcome::Undetermined,
                Some(edge) => Self::compare(&own, &at_base, |new, _| *new <= base || *new < edge),
            },
            Rule::Improves { qualifier: Qualifier::Gradually, .. } => {
                // Every value that is possible now, with the slopes it would give.
                let mut points = line.points(of);
                points.retain(|(year, _)| *year >= base_year && *year < of);
                let slope_right = |value: &Q| {
                    let mut points = points.clone();
                    points.push((of, value.clone()));
                    let slope = median_slope(&points).expect("two points");
                    if case.higher() { !slope.is_negative() } else { !slope.is_positive() }
                };
                Self::compare(&own, &at_base, |new, old| self.better(new, old) && slope_right(new))
            }
            Rule::Improves { qualifier: Qualifier::Plain, .. } => better,
            Rule::Improves { .. } => {
                steps.push(better);
                and(&steps)
            }
            _ => unreachable!("a direction"),
        }
    }

    /// 上升趋势减缓: what the value has to stay below, by the mean yearly rise before the baseline.
    pub fn slower_edge(&self, line: &Line, of: i32) -> Option<Q> {
        let (base_year, base) = line.baseline(self.case, of)?;
        let (early, from) =
            line.points(of).into_iter().find(|(year, _)| *year >= base_year - 10 && *year < base_year)?;
        let rise = (&base - from) / whole(i64::from(base_year - early));
        // Falling or level before: no rise at all.
        let rise = if rise.is_positive() { rise } else { whole(0) };
        Some(&base + rise * whole(i64::from(of - base_year)))
    }

    // ---- one year ----

    /// One place in one year, by what stands there.
    pub fn line_year(&self, line: &Line, year: i32) -> Outcome {
        let case = self.case;
        if let Timing::EveryTerm { from } = case.timing {
            let elected = line.readings.range(from..=year.max(from)).any(|(held, _)| *held <= year);
            if !elected {
                let known = self.single() || line.readings.range(..=year).next().is_some();
                return if known { Outcome::NotDue } else { Outcome::Undetermined };
            }
        }
        self.value_year(line, year)
    }

    /// What stands in a year, whenever it was asked for.
    pub fn value_year(&self, line: &Line, year: i32) -> Outcome {
        let case = self.case;
        let standing = line.stands(case, year);
        if case.is_direction() {
            return self.direction(line, &standing);
        }
        let side = self.side(line, year, standing.of);
        if let Side::None = side {
            return Outcome::NotJudged;
        }
        if standing.reading == Reading::NotApplicable {
            return Outcome::NotApplicable;
        }
        if case.calendar == Calendar::Named && !standing.due && standing.reading == Reading::Missing {
            return Outcome::NotDue;
        }
        let Some(ends) = standing.reading.ends() else { return Outcome::Undetermined };
        // Of the value that a yearly change is counted from nothing is asked, as long as it stands.
        if matches!(case.rule, Rule::ChangedEachYear { since, .. } if standing.of <= since) {
            return Outcome::NotDue;
        }
        match side {
            Side::Bounds(bounds) => {
                let mut answers = Vec::new();
                for bound in bounds {
                    answers.extend([bound.meets(&ends.0), bound.meets(&ends.1)]);
                }
                all_or_none(&answers)
            }
            _ => Outcome::Undetermined,
        }
    }

    /// The roster that a year's verdict over units goes by.
    pub fn roster(&self, year: i32) -> Option<Vec<String>> {
        let roster = match self.case.calendar {
            Calendar::Term => self.term_roster(year)?.1,
            _ => self.case.rosters.get(&year)?,
        };
        Some(roster.iter().map(|(name, _)| name.clone()).collect())
    }

    /// Of assemblies the roster is that of the last election, which is known by a row of any body; not all are elected in
    /// one year, so that it stands until a body on it is elected again.
    fn term_roster(&self, year: i32) -> Option<(i32, &Members)> {
        let election = self.measured(i32::MIN, year).last().copied()?;
        if let Some(members) = self.case.rosters.get(&election) {
            return Some((election, members));
        }
        let earlier = self.measured(FIRST, election).into_iter().rev();
        let (from, members) =
            earlier.filter_map(|year| Some((year, self.case.rosters.get(&year)?))).next()?;
        let again = |(name, _): &(String, Option<u64>)| {
            self.lines.get(name).is_some_and(|line| line.readings.range(from..=election).count() > 1)
        };
        (!members.iter().any(again)).then_some((from, members))
    }

    /// The verdict of one year, whatever the timing.
    pub fn year(&self, year: i32) -> Outcome {
        if let Some(known) = self.years.borrow().get(&year) {
            return *known;
        }
        let outcome = self.judge_year(year);
        self.years.borrow_mut().insert(year, outcome);
        outcome
    }

    fn judge_year(&self, year: i32) -> Outcome {
        if let Rule::ChangedEachYear { since, .. } = self.case.rule
            && year <= since
        {
            return Outcome::NotDue;
        }
        if self.single() {
            return self.line_year(self.line(), year);
        }
        if self.not_judged(year) {
            return Outcome::NotJudged;
        }
        if let Timing::EveryTerm { from } = self.case.timing
            && self.measured(from, year).is_empty()
        {
            return Outcome::NotDue;
        }
        match self.roster(year) {
            Some(names) => and(&names.iter().map(|name| self.unit_year(name, year)).collect::<Vec<_>>()),
            None => {
                let fails = |name: &String| self.unit_year(name, year) == Outcome::NotMet;
                if self.case.known_units(year).any(fails) { Outcome::NotMet } else { Outcome::Undetermined }
            }
        }
    }

    pub fn unit_year(&self, name: &str, year: i32) -> Outcome {
        let none = Line::default();
        let line = self.lines.get(name).unwrap_or(&none);
        if self.missed_its_election(name, year) {
            // A broken step stays broken.
            let broken = self.steps(line, year).iter().any(|(.., outcome)| *outcome == Outcome::NotMet);
            return if broken { Outcome::NotMet } else { Outcome::Undetermined };
        }
        self.line_year(line, year)
    }

    /// An assembly that is on the roster of an election and has no row since then, or none inside the plan.
    pub fn missed_its_election(&self, name: &str, year: i32) -> bool {
        let Timing::EveryTerm { from } = self.case.timing else { return false };
        let since = self
            .term_roster(year)
            .filter(|(_, members)| members.iter().any(|(one, _)| one == name))
            .map_or(from, |(election, _)| from.max(election));
        self.lines
            .get(name)
            .is_none_or(|line| line.readings.range(since..=year.max(since)).all(|(y, _)| *y > year))
    }

    /// The years from `from` to `to` in which something was measured or due.
    pub fn measured(&self, from: i32, to: i32) -> Vec<i32> {
        let from = from.max(1990);
        // Every calendar year is one in which something is due, whoever told anything.
        if matches!(self.case.calendar, Calendar::Year | Calendar::Event) {
            return (from..=to).collect();
        }
        // A unit that never told anything says nothing of when it was due.
        // Between surveys of known years a mark tells nothing.
        let tells = |reading: &Reading| match self.case.calendar {
            Calendar::Every(_) => *reading != Reading::Missing,
            _ => true,
        };
        let told = |line: &&Line| {
            let mut rows = line.readings.range(..=self.case.at());
            self.single() || rows.any(|(_, reading)| tells(reading))
        };
        let lines = self.lines.values().filter(told);
        let years: BTreeSet<i32> = lines.flat_map(|line| line.measured(self.case, from, to)).collect();
        years.into_iter().collect()
    }

    /// Years since 2020 with a value (or an interval) of their own, up to `to`.
    pub fn observed(&self, to: i32) -> Vec<i32> {
        let mut years = self.measured(BASE, to);
        years.retain(|year| {
            let seen = |line: &Line| line.readings.get(year).is_some_and(|reading| reading.ends().is_some());
            self.lines.values().any(seen)
        });
        years
    }

    // ---- windows ----

    fn window(&self, first: i32, last: i32, year: i32) -> Outcome {
        let Rule::AtLeast(needed) = &self.case.rule else { unreachable!("events are counted") };
        let (mut sum, mut unknown, mut told) = (whole(0), false, false);
        for y in first..=last.min(year) {
            match self.line().readings.get(&y) {
                Some(Reading::Exact { value, .. }) => {
                    sum += value;
                    told = true;
                }
                Some(Reading::NotApplicable) => {}
                _ => unknown = true,
            }
        }
        if sum >= *needed {
            Outcome::Met
        } else if year < last {
            Outcome::NotDue
        } else if unknown {
            Outcome::Undetermined
        } else if told {
            Outcome::NotMet
        } else {
            Outcome::NotApplicable
        }
    }

    /// The windows up to the end, each with its own years.
    pub fn windows(&self) -> Vec<(i32, i32)> {
        match self.case.timing {
            Timing::EachWindow { from, years } => (0..)
                .map(|i| from + i * years)
                .take_while(|f| *f <= self.case.due)
                .map(|f| (f, f + years - 1))
                .collect(),
            Timing::Once { from } => vec![(from, self.case.due)],
            _ => Vec::new(),
        }
    }

    pub fn window_at(&self, window: (i32, i32), year: i32) -> Outcome {
        self.window(window.0, window.1.min(self.case.due), year)
    }

    // ---- over time ----

    /// The fewest and the most broken years that the unknown ones leave possible.
    pub fn broken(&self, to: i32) -> (usize, usize) {
        let (from, starts_reached) = match self.case.timing {
            Timing::Kept { from } => (from, true),
            Timing::ReachedAndKept => (FIRST, self.year(BASE) == Outcome::Met),
            _ => return (0, 0),
        };
        let outcomes: Vec<Outcome> =
            self.measured(from, to).into_iter().map(|year| self.year(year)).collect();
        let unknown = outcomes.iter().filter(|outcome| **outcome == Outcome::Undetermined).count();
        let (mut fewest, mut most) = (usize::MAX, 0);
        for filling in 0..1_u32 << unknown {
            let (mut reached, mut broken, mut next) = (starts_reached, 0, 0);
            for outcome in &outcomes {
                let met = match outcome {
                    Outcome::Met => true,
                    Outcome::NotMet => false,
                    Outcome::Undetermined => {
                        next += 1;
                        filling >> (next - 1) & 1 == 1
                    }
                    _ => continue,
                };
                if met {
                    reached = true;
                } else if reached {
                    broken += 1;
                }
            }
            fewest = fewest.min(broken);
            most = most.max(broken);
        }
        (fewest, most)
    }

    /// 达到并保持在 before this year.
    pub fn reached_before(&self, year: i32) -> bool {
        // Where it stood in 2020 counts, also by a survey of years before.
        let stood = year > BASE && self.year(BASE) == Outcome::Met;
        stood || self.measured(BASE, year - 1).into_iter().any(|y| self.year(y) == Outcome::Met)
    }

    fn final_verdict(&self) -> Outcome {
        let due = self.case.due;
        match self.case.timing {
            Timing::ByYear | Timing::EveryTerm { .. } => self.year(due),
            Timing::Kept { .. } | Timing::ReachedAndKept => {
                let last = self.year(due);
                let Some(allowed) = self.case.broken_years.filter(|_| last != Outcome::NotJudged) else {
                    return last;
                };
                let (fewest, most) = self.broken(due);
                if fewest >= allowed {
                    Outcome::NotMet
                } else if most >= allowed && last == Outcome::Met {
                    Outcome::Undetermined
                } else {
                    last
                }
            }
            Timing::EveryYear { from } => {
                let years = self.measured(from, due).into_iter().map(|year| self.year(year));
                let judged: Vec<Outcome> = years.filter(|year| *year != Outcome::NotJudged).collect();
                // Where none of them is judged, the due year speaks by what stands in it.
                if judged.is_empty() { self.year(due) } else { and(&judged) }
            }
            Timing::EachWindow { .. } | Timing::Once { .. } => {
                and(&self.windows().into_iter().map(|w| self.window_at(w, due)).collect::<Vec<_>>())
            }
        }
    }

    /// No verdict by nature.
    pub fn not_judged(&self, year: i32) -> bool {
        self.case.is_host() && (year < FIRST || !self.case.host_bounds.contains_key(&year))
    }

    /// The verdict in an assessed year (at most the due year).
    pub fn verdict(&self, year: i32) -> Outcome {
        let case = self.case;
        if year < FIRST {
            return if case.is_host() { Outcome::NotJudged } else { Outcome::NotDue };
        }
        if year >= case.due {
            return self.final_verdict();
        }
        match case.timing {
            Timing::EveryYear { from } | Timing::Kept { from } if year < from => {
                if self.not_judged(year) {
                    Outcome::NotJudged
                } else {
                    Outcome::NotDue
                }
            }
            Timing::EachWindow { .. } | Timing::Once { .. } => self
                .windows()
                .into_iter()
                .find(|(first, last)| (*first..=*last).contains(&year))
                .map_or(Outcome::NotDue, |window| self.window_at(window, year)),
            _ => self.year(year),
        }
    }
}
