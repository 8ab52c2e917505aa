//! Section 7: signals, severity, sure, inheritance, headline, clearing.

use crate::case::{
    ALPHA, BASE, Calendar, FIRST, Gap, Kind, Outcome, Q, Qualifier, Rule, Scope, Timing, Unit, median, part,
    whole,
};
use crate::cells::{Line, Reading, read, speaks};
use crate::chance::{Sample, float, fluctuation, prediction};
use crate::judge::Judge;
use crate::standing::Standing;
use num_traits::Signed;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Notice,
    Watch,
    Warning,
    Critical,
}

/// In the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kindof {
    Missed,
    Difficult,
    Slowing,
    Lagging,
    Relapse,
    RelapseRisk,
    Reversal,
    SuddenChange,
    Stagnation,
    Fluctuation,
    LatestYear,
    NotReported,
    Inherited,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signal {
    pub kind: Kindof,
    /// None: a remark.
    pub severity: Option<Severity>,
    /// None: not compared.
    pub sure: Option<bool>,
    /// The year of what was settled or is inherited, and the headline that is.
    pub year: Option<i32>,
    pub carried: Option<Kindof>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Clearing {
    Never,
    NextValue {
        value: Q,
        higher: bool,
        included: bool,
    },
    Report,
    /// A value that meets, whatever the bound will be.
    Met,
    /// The page does not say.
    Open,
}

fn signal(kind: Kindof, severity: Severity) -> Signal {
    Signal { kind, severity: Some(severity), sure: None, year: None, carried: None }
}

fn cap(severity: Severity, sure: bool) -> Severity {
    if sure { severity } else { Severity::Notice }
}

impl Judge<'_> {
    /// The first year up to `year` in which the final verdict was settled by a failure that cannot be mended.
    pub fn settled(&self, year: i32) -> Option<i32> {
        let case = self.case;
        let years = || self.measured(FIRST, year).into_iter();
        match case.timing {
            Timing::EveryYear { from } => years().find(|y| *y >= from && self.year(*y) == Outcome::NotMet),
            Timing::EachWindow { .. } => self
                .windows()
                .into_iter()
                .map(|window| (window.1, self.window_at(window, window.1)))
                .find(|(last, outcome)| *last <= year && *outcome == Outcome::NotMet)
                .map(|(last, _)| last),
            Timing::Kept { .. } | Timing::ReachedAndKept if case.broken_years.is_some() => {
                years().find(|y| Some(self.broken(*y).0) >= case.broken_years)
            }
            _ if self.broken_for_good(year) => years().find(|y| self.broken_for_good(*y)),
            _ => None,
        }
    }

    /// Nothing was reported although something was due: the due measurements in a row without anything, 0 for units
    /// of which only some are silent.
    fn owed(&self, year: i32) -> Option<i32> {
        let case = self.case;
        let outcome = self.verdict(year);
        if case.counts_events() {
            return (outcome == Outcome::Undetermined).then_some(1);
        }
        let from = match case.timing {
            Timing::EveryYear { from } | Timing::Kept { from } | Timing::EveryTerm { from } => from,
            _ => FIRST,
        };
        if year < from || matches!(outcome, Outcome::NotDue | Outcome::NotJudged | Outcome::NotApplicable) {
            return None;
        }
        // The year's own verdict, whatever the years before have settled.
        let open = self.year(year) == Outcome::Undetermined;
        let run = |owed: i32| match case.calendar {
            Calendar::Year | Calendar::Event => owed.min(year - from + 1),
            _ => owed,
        };
        if self.single() {
            let standing = self.line().stands(case, year);
            if case.scope == Scope::Pooled {
                let of = if standing.due { year } else { standing.of };
                let names: Vec<&String> = case.rosters.get(&of).map_or_else(
                    || case.known_units(year).collect(),
                    |members| members.iter().map(|(name, _)| name).collect(),
                );
                let said = |name: &&String| {
                    speaks(case, name, year, year).is_some_and(|v| read(case, v) != Reading::Missing)
                };
                let told = names.iter().copied().filter(|name| said(name)).count();
                if open && told > 0 && told < names.len() {
                    return Some(0);
                }
            }
            return match standing.reading {
                Reading::Missing if standing.due => Some(run(standing.owed)),
                Reading::Between { not_reported: true, .. } if open => Some(0),
                _ => None,
            };
        }
        let names = self.roster(year).unwrap_or_else(|| case.known_units(year).cloned().collect());
        let not_reported: Vec<&String> = names.iter().filter(|name| self.unit_silent(name, year)).collect();
        if not_reported.len() == names.len() && (!names.is_empty() || self.roster(year).is_none()) {
            let none = Line::default();
            let owed = names.iter().map(|name| self.lines.get(name).unwrap_or(&none).stands(case, year).owed);
            return Some(run(owed.min().unwrap_or_else(|| none.stands(case, year).owed)));
        }
        (!not_reported.is_empty() && open).then_some(0)
    }

    fn provisional(&self, year: i32) -> bool {
        // In a year without a bound of the host nothing is judged.
        if self.year(year) == Outcome::NotJudged {
            return false;
        }
        // What has no value rests on none that may change.
        let marked = |line: &Line| {
            let stands = line.stands(self.case, year);
            stands.reading.ends().is_some() && line.provisional.contains(&stands.of)
        };
        let roster = self.roster(year);
        let listed = |name: &String| roster.as_ref().is_none_or(|names| names.contains(name));
        let failing: Vec<&Line> = self
            .lines
            .iter()
            .filter(|(name, _)| {
                !self.single() && listed(name) && self.unit_year(name, year) == Outcome::NotMet
            })
            .map(|(_, line)| line)
            .collect();
        // Of units, those count that fail.
        if self.single() { marked(self.line()) } else { failing.into_iter().any(marked) }
    }

    /// The year of the measurement by which a year is judged.
    pub fn measured_for(&self, year: i32) -> i32 {
        if self.single() {
            self.line().stands(self.case, year).of
        } else {
            self.measured(BASE, year).last().copied().unwrap_or(year)
        }
    }

    fn standing_for(&self, year: i32, word: Standing) -> bool {
        self.standing(year).contains(&word)
    }

    /// Every signal of a year up to the due year.
    pub fn signals(&self, year: i32) -> Vec<Signal> {
        let case = self.case;
        let outcome = self.verdict(year);
        if year < FIRST || matches!(outcome, Outcome::NotApplicable | Outcome::NotJudged) {
            return Vec::new();
        }
        if year >= case.due && outcome == Outcome::Met {
            return Vec::new();
        }
        let mut signals = Vec::new();
        let not_reported = self.value_is_older(year);
        signals.extend(self.missed(year, not_reported));
        if let Some(owed) = self.owed(year) {
            signals.push(signal(
                Kindof::NotReported,
                if owed >= 3 { Severity::Warning } else { Severity::Watch },
            ));
        }
        if outcome == Outcome::Undetermined && !self.open_term_step(year) {
            signals.extend(self.inherited(year));
        }
        if !not_reported && outcome != Outcome::Undetermined && !case.counts_events() {
            self.of_the_value(year, &mut signals);
        }
        if self.provisional(year) {
            for signal in &mut signals {
                if !matches!(signal.kind, Kindof::NotReported | Kindof::Inherited) {
                    signal.severity = signal.severity.map(|severity| severity.min(Severity::Warning));
                }
            }
        }
        signals
    }

    /// A measurement was due and what there is is older.
    fn value_is_older(&self, year: i32) -> bool {
        if self.single() {
            self.line().stands(self.case, year).reading == Reading::Missing
        } else {
            self.lines.keys().all(|name| self.unit_silent(name, year))
        }
    }

    /// 逐届: an open step is no undetermined year that carries an alarm.
    fn open_term_step(&self, year: i32) -> bool {
        matches!(self.case.rule, Rule::Improves { qualifier: Qualifier::EachTerm, .. })
            && !self.value_is_older(year)
    }

    fn inherited(&self, year: i32) -> Option<Signal> {
        let from =
            (FIRST..year).rev().find(|y| matches!(self.verdict(*y), Outcome::Met | Outcome::NotMet))?;
        let mut before = self.signals(from);
        before.retain(|signal| signal.kind != Kindof::NotReported);
        let head = headline(&before)?;
        Some(Signal {
            year: Some(from),
            carried: Some(head.kind),
            ..signal(Kindof::Inherited, head.severity.expect("a headline"))
        })
    }

    /// 未达标.
    fn missed(&self, year: i32, not_reported: bool) -> Option<Signal> {
        let case = self.case;
        let outcome = self.verdict(year);
        let mut rows: Vec<Signal> = Vec::new();
        let mut add = |severity, sure, of: Option<i32>| {
            rows.push(Signal { sure, year: of, ..signal(Kindof::Missed, severity) });
        };
        let settled = self.settled(year);
        if year >= case.due {
            if outcome != Outcome::NotMet {
                return None;
            }
            let last_year = if case.counts_events() { Outcome::NotMet } else { self.year(case.due) };
            let sure = if last_year == Outcome::NotMet && self.sure(case.due) {
                true
            } else {
                let from = match case.timing {
                    Timing::EveryYear { from } | Timing::Kept { from } => from,
                    _ => FIRST,
                };
                self.observed(case.due).into_iter().filter(|y| *y >= from).any(|y| {
                    settled.is_some()
                        && !case.counts_events()
                        && self.year(y) == Outcome::NotMet
                        && self.sure(y)
                })
            };
            if case.counts_events() && case.year > case.due {
                add(Severity::Watch, None, Some(case.due));
            } else {
                add(if sure { Severity::Critical } else { Severity::Warning }, Some(sure), None);
            }
        } else {
            let of = if case.counts_events() { year } else { self.measured_for(year) };
            match settled {
                Some(settled) if settled == of && !not_reported => {
                    // Where the value of a survey stands, so does what it settled, with its year.
                    let sure = self.sure(settled);
                    let stands = (settled < year).then_some(settled);
                    add(if sure { Severity::Critical } else { Severity::Notice }, Some(sure), stands);
                }
                Some(settled) => add(Severity::Watch, None, Some(settled)),
                None => {}
            }
            let bound_now = !case.counts_events()
                && !not_reported
                && outcome == Outcome::NotMet
                && self.standing_for(year, Standing::Missed)
                && !case.cannot_be_mended();
            let first_of_every_year = matches!(case.timing, Timing::EveryYear { .. }) && settled == Some(of);
            if bound_now && !first_of_every_year {
                let sure = self.sure(year);
                let kept = matches!(case.timing, Timing::Kept { .. } | Timing::ReachedAndKept);
                let severity = if kept && self.surely_missed_three(year) {
                    Severity::Critical
                } else {
                    Severity::Warning
                };
                add(cap(severity, sure), Some(sure), None);
            }
        }
        rows.into_iter().reduce(|a, b| if b.severity > a.severity { b } else { a })
    }

    /// A kept bound missed surely in the third observed year in a row.
    fn surely_missed_three(&self, year: i32) -> bool {
        let from = match self.case.timing {
            Timing::Kept { from } => from,
            _ => self.observed(year).into_iter().find(|y| self.reached_before(*y)).unwrap_or(year),
        };
        let observed: Vec<i32> = self.observed(year).into_iter().filter(|y| *y >= from).collect();
        let missed = |y: &&i32| self.year(**y) == Outcome::NotMet && self.sure(**y);
        observed.iter().rev().take_while(missed).count() >= 3
    }

    /// The signals that rest on the value that stands.
    fn of_the_value(&self, year: i32, signals: &mut Vec<Signal>) {
        let case = self.case;
        let outcome = self.verdict(year);
        let value_outcome = self.year(year);
        let missed = value_outcome == Outcome::NotMet;
        let sure = missed && self.sure(year);
        let sure_word = Some(sure);
        let standing = self.standing(year);
        let says = |word| standing.contains(&word);

        if says(Standing::Difficult) {
            signals.push(Signal { sure: Some(true), ..signal(Kindof::Difficult, self.difficult(year)) });
        }
        if says(Standing::Slowing) {
            signals.push(Signal { sure: sure_word, ..signal(Kindof::Slowing, cap(Severity::Watch, sure)) });
        }
        if says(Standing::Lagging) {
            signals.push(Signal { sure: sure_word, ..signal(Kindof::Lagging, cap(Severity::Watch, sure)) });
        }
        if outcome == Outcome::NotDue {
            return;
        }

        let of = self.measured_for(year);
        let before_met = self.observed(of - 1).last().is_some_and(|y| self.year(*y) == Outcome::Met);
        if missed && before_met && !case.counts_events() {
            let severity = if case.is_direction() { Severity::Watch } else { Severity::Warning };
            signals.push(Signal { sure: sure_word, ..signal(Kindof::Relapse, cap(severity, sure)) });
        }
        if !self.single() {
            return;
        }
        let line = self.line();
        let outlook = self.outlook(year);
        if year < case.due
            && let Some(outlook) = outlook.as_ref().filter(|outlook| outlook.would_break)
        {
            let counts = self.sample(line, of).is_some();
            if counts && self.window_confirms(line, of, &outlook.bound, ALPHA) {
                signals.push(signal(Kindof::RelapseRisk, Severity::Watch));
            } else if before_met {
                signals.push(signal(Kindof::RelapseRisk, Severity::Notice));
            }
        }

        let points = line.points(of);
        let latest_is_point = points.last().is_some_and(|(y, _)| *y == of);
        let few = self.bound(line, year).is_some_and(|bound| self.few(line, of, &bound));
        // A signal that never fires while a miss is within chance; inside the bound it is a hint.
        let inside = |severity: Severity| match value_outcome {
            Outcome::Met => Some(Severity::Notice),
            Outcome::NotMet if sure => Some(severity),
            _ => None,
        };
        if latest_is_point && !few && !line.gap_on_counts {
            if self.reversal(line, year, &points)
                && let Some(severity) = inside(Severity::Watch)
            {
                signals.push(Signal {
                    sure: sure_word.filter(|_| missed),
                    ..signal(Kindof::Reversal, severity)
                });
            }
            if self.sudden(line, year, &points)
                && let Some(severity) = inside(Severity::Watch)
            {
                signals.push(Signal {
                    sure: sure_word.filter(|_| missed),
                    ..signal(Kindof::SuddenChange, severity)
                });
            }
        }
        if missed && sure && !few && latest_is_point && self.stagnates(of, &points) {
            signals.push(Signal { sure: sure_word, ..signal(Kindof::Stagnation, Severity::Watch) });
        }
        if latest_is_point && !line.gap_on_counts {
            self.fluctuates(line, missed, sure, &points, signals);
        }
    }

    fn difficult(&self, year: i32) -> Severity {
        let case = self.case;
        if case.unit == Unit::Count {
            let base = self.line().baseline(case, year);
            let gained = base.is_some_and(|(base, _)| self.nothing_gained_since(year, base) == Some(false));
            return if gained { Severity::Warning } else { Severity::Critical };
        }
        let outlook = self.outlook(year).expect("an outlook");
        let short = (case.due - year) * 5 <= case.due - outlook.base_year;
        if year - outlook.base_year <= 3 || (outlook.start_met && !short) {
            return Severity::Warning;
        }
        let near = if case.unit == Unit::Percent { whole(1) } else { outlook.bound.limit.abs() / whole(100) };
        if outlook.distance.abs() <= near {
            return Severity::Warning;
        }
        let line = self.line();
        if outlook.few {
            let confirms = |y: i32| {
                self.bound(line, y).is_some_and(|bound| self.window_confirms(line, y, &bound, ALPHA))
            };
            let third =
                self.observed(outlook.latest.0).iter().rev().take_while(|y| confirms(**y)).count() >= 3;
            return if short || third { Severity::Critical } else { Severity::Warning };
        }
        let best = outlook.best.filter(Signed::is_positive);
        let out_of_reach = match (&outlook.required, &best) {
            (Some(required), Some(best)) => *required > best * whole(3),
            _ => true,
        };
        if out_of_reach || short { Severity::Critical } else { Severity::Warning }
    }

    /// One percentage point, or so many per cent of the larger of a value and the bound.
    fn large(&self, line: &Line, year: i32, value: &Q, points: i64, per_cent: i64) -> Q {
        if self.case.unit == Unit::Percent && self.case.gap != Gap::Ratio {
            return whole(points);
        }
        let bound = match self.bound(line, year) {
            Some(bound) => bound.limit.abs(),
            None if self.case.is_direction() => {
                line.baseline(self.case, year).map_or_else(|| whole(0), |(_, q)| q.abs())
            }
            None => whole(0),
        };
        value.abs().max(bound) * part(per_cent, 100)
    }

    /// 逆向: the last two changes both wrong, together large, and out of the ordinary.
    fn reversal(&self, line: &Line, year: i32, points: &[(i32, Q)]) -> bool {
        let case = self.case;
        let [.., (first, a), (_, b), (last, c)] = points else { return false };
        let wrong = |new: &Q, old: &Q| case.gain(new, old).is_negative();
        if !wrong(b, a) || !wrong(c, b) || (case.rule == Rule::RisesSlower && self.year(year) == Outcome::Met)
        {
            return false;
        }
        let together = (c - a).abs();
        if together < self.large(line, year, c, 1, 5) {
            return false;
        }
        if let (Some(early), Some(late)) = (self.sample(line, *first), self.sample(line, *last)) {
            return late.compare(&early) <= ALPHA;
        }
        let (changes, _) = Line::changes(&points[..points.len() - 2]);
        points.len() >= 5 && together > median(changes).expect("changes") * whole(3)
    }

    /// 骤变: one large wrong change.
    fn sudden(&self, line: &Line, year: i32, points: &[(i32, Q)]) -> bool {
        let [.., (before, a), (last, b)] = points else { return false };
        let change = (b - a).abs();
        if !self.case.gain(b, a).is_negative() || change < self.large(line, year, a, 5, 30) {
            return false;
        }
        if let (Some(early), Some(late)) = (self.sample(line, *before), self.sample(line, *last)) {
            return late.compare(&early) <= ALPHA;
        }
        let (changes, _) = Line::changes(&points[..points.len() - 1]);
        points.len() < 5 || change > median(changes).expect("changes") * whole(3)
    }

    /// 停滞.
    fn stagnates(&self, of: i32, points: &[(i32, Q)]) -> bool {
        let observed = self.observed(of);
        let run = observed.iter().rev().take_while(|y| self.year(**y) == Outcome::NotMet);
        let Some(start) = run.last() else { return false };
        let better = points.windows(2).rfind(|pair| self.case.gain(&pair[1].1, &pair[0].1).is_positive());
        let since = better.map_or(*start, |pair| pair[1].0.max(*start));
        of - since >= 3
    }

    fn fluctuates(
        &self,
        line: &Line,
        missed: bool,
        sure: bool,
        points: &[(i32, Q)],
        signals: &mut Vec<Signal>,
    ) {
        let case = self.case;
        let since: Vec<&(i32, Q)> = points.iter().filter(|(y, _)| *y >= BASE).collect();
        let samples: Option<Vec<(i32, Sample)>> =
            since.iter().map(|(y, _)| self.sample(line, *y).map(|s| (*y, s))).collect();
        let remark = |kind, severity, good: bool| Signal {
            severity: if good { None } else { Some(severity) },
            ..signal(kind, Severity::Notice)
        };
        let Some(samples) = samples else {
            if since.len() >= 5 && !since.iter().any(|(y, _)| self.sample(line, *y).is_some()) {
                let values: Vec<f64> = since.iter().map(|(_, q)| float(q)).collect();
                let (latest, earlier) = values.split_last().expect("five");
                let (off, half) = prediction(earlier, *latest);
                let earlier: Vec<&Q> = since[..since.len() - 1].iter().map(|(_, q)| q).collect();
                let mean = earlier.iter().copied().sum::<Q>() / whole(i64::try_from(earlier.len()).unwrap());
                let distance = &since[since.len() - 1].1 - &mean;
                let enough = if case.unit == Unit::Percent && case.gap != Gap::Ratio {
                    whole(2)
                } else {
                    mean.abs() / whole(10)
                };
                if off.abs() > half && distance.abs() >= enough {
                    let good = case.gain(&since[since.len() - 1].1, &mean).is_positive();
                    signals.push(remark(Kindof::Fluctuation, Severity::Notice, good));
                }
            }
            return;
        };
        let Some((_, latest)) = samples.last().copied() else { return };
        if let Some(found) = fluctuation(&samples) {
            let enough = if case.kind == Kind::Share { 0.02 } else { 0.10 };
            if found.p <= ALPHA && found.excess >= enough {
                let above = latest.k as f64 > found.expected;
                let severity = if missed && sure { Severity::Watch } else { Severity::Notice };
                signals.push(remark(Kindof::Fluctuation, severity, above == case.higher()));
            }
        }
        if samples.len() >= 4 {
            let earlier = samples[..samples.len() - 1].iter().map(|(_, s)| *s).reduce(|a, b| a.plus(&b));
            let earlier = earlier.expect("earlier years");
            let p = latest.compare(&earlier);
            if p <= 0.05 {
                let good = case.gain(&latest.rate(), &earlier.rate()).is_positive();
                let severity = if p <= 0.002 && missed && sure { Severity::Watch } else { Severity::Notice };
                signals.push(remark(Kindof::LatestYear, severity, good));
            }
        }
    }

    /// What clears the headline.
    pub fn clearing(&self, year: i32, head: &Signal) -> Clearing {
        let case = self.case;
        // The bound that the next value will meet, where it is known today.
        let bound = || match &case.rule {
            _ if !self.single() || case.is_direction() || case.has_reference() => None,
            Rule::ChangedEachYear { .. } if case.calendar != Calendar::Year => None,
            Rule::ChangedEachYear { step, higher, .. } => self.bound(self.line(), year).map(|mut bound| {
                let moved = if *higher { &bound.limit + step } else { &bound.limit - step };
                bound.limit = self.within(moved);
                bound
            }),
            Rule::HostBound { .. } | Rule::Monitored => self.host_bound(year + 1),
            _ => self.bound(self.line(), year),
        };
        let to_bound = || match bound() {
            Some(bound) => {
                Clearing::NextValue { value: bound.limit, higher: bound.higher, included: bound.included }
            }
            None => Clearing::Met,
        };
        let latest = |included| {
            let value = self.line().points(year).last().map(|(_, q)| q.clone()).expect("a point");
            Clearing::NextValue { value, higher: case.higher(), included }
        };
        match head.kind {
            Kindof::Missed if year >= case.due || self.settled(year).is_some() => Clearing::Never,
            Kindof::Missed | Kindof::Relapse => to_bound(),
            Kindof::Difficult | Kindof::Lagging | Kindof::Slowing => match self.outlook(year) {
                Some(outlook) if outlook.has_path && year + 1 < case.due && !outlook.start_met => {
                    Clearing::NextValue {
                        value: outlook.next_path,
                        higher: outlook.bound.higher,
                        included: true,
                    }
                }
                _ => to_bound(),
            },
            Kindof::Stagnation => latest(false),
            Kindof::Reversal | Kindof::SuddenChange => latest(true),
            Kindof::NotReported | Kindof::Inherited => Clearing::Report,
            Kindof::RelapseRisk | Kindof::Fluctuation | Kindof::LatestYear => Clearing::Open,
        }
    }
}

/// The most severe; ties in the order of the table, where an inherited alarm stands as what it carries.
pub fn headline(signals: &[Signal]) -> Option<Signal> {
    let order = |signal: &Signal| signal.carried.unwrap_or(signal.kind);
    let with = signals.iter().filter(|signal| signal.severity.is_some());
    with.min_by(|a, b| b.severity.cmp(&a.severity).then(order(a).cmp(&order(b)))).copied()
}
