//! The signals, each a function of its own, and which of them is the headline.

use alloc::vec::Vec;
use core::cell::OnceCell;
use core::cmp::Reverse;

use super::{Rules, Severity, Signal, SignalKind, Way};
use crate::ahead::line::Line;
use crate::ahead::sure::{Miss, misses_surely};
use crate::ahead::{Dated, Outlook, Standing};
use crate::data::series::Series;
use crate::judge::assess::{Case, Decision, Held, Owed};
use crate::judge::{Outcome, WarningSettings};
use crate::plan::{Better, Rule, Timing};
use crate::statistics::YearValue;
use crate::values::{Number, Ratio, Unit, Year};

/// A signal that fires: without a severity it is a remark.
#[derive(Debug, Clone)]
pub(crate) struct Fired {
    pub signal: Signal,
    pub severity: Option<Severity>,
    /// Whether the miss is sure, where the severity hangs on it.
    pub sure: Option<bool>,
}

impl Fired {
    const fn new(signal: Signal, severity: Severity) -> Self {
        Self { signal, severity: Some(severity), sure: None }
    }

    /// Whether it rests on a test that chance did not explain.
    const fn has_passed_a_test(&self) -> bool {
        matches!(self.sure, Some(true))
            || matches!(
                self.signal.kind(),
                SignalKind::LatestYear
                    | SignalKind::Fluctuation
                    | SignalKind::Reversal
                    | SignalKind::SuddenChange
            )
    }

    /// The severity holds where the miss is sure; where chance could explain it, it is worth knowing and no more.
    fn if_sure(signal: Signal, severity: Severity, sure: bool) -> Self {
        let severity = if sure { severity } else { Severity::Notice };
        Self { signal, severity: Some(severity), sure: Some(sure) }
    }
}

/// What the signals look at.
pub(crate) struct Watch<'a> {
    pub case: &'a Case<'a>,
    pub series: &'a Series,
    /// The area, or its units taken together.
    pub whole: Line<'a>,
    pub decision: &'a Decision,
    /// The assessed year, or the due year after it.
    pub year: Year,
    /// The year of the value that speaks for it.
    pub of: Year,
    /// The verdict of the year by itself, whatever the final one is.
    pub own: Outcome,
    pub standing: Standing,
    pub outlook: Option<&'a Outlook>,
    /// What the year asks.
    pub held: Option<&'a Held>,
    /// What was due and did not come.
    pub owed: Option<&'a Owed>,
    /// Whether the year's miss is more than chance could explain; false where it meets.
    pub is_sure: bool,
    /// The headline of the last year that gave a verdict, where this one gives none.
    pub inherited: Option<(Year, SignalKind, Severity)>,
    pub settings: &'a WarningSettings,
    /// The tests of scatter.
    pub rules: &'a Rules,
    /// Whether any value of a gap rests on counts, once that has been asked.
    pub gap_of_counts: &'a OnceCell<bool>,
}

impl Watch<'_> {
    /// Every signal that fires, the headline first. None before the plan, none once attained, none on what is not judged or does not
    /// apply; and from a value that is older than what was due, only that it is.
    pub(crate) fn signals(&self, values: &mut Vec<YearValue>, fired: &mut Vec<Fired>) {
        fired.clear();
        let asleep = matches!(self.decision.outcome, Outcome::NotApplicable | Outcome::NotJudged)
            || self.standing == Standing::Attained
            || self.decision.year < self.case.first;
        if asleep {
            return;
        }
        fired.extend(self.missed());
        fired.extend(self.not_reported());
        fired.extend(self.inherited());
        let speaks = !self.is_not_reported()
            && self.decision.outcome != Outcome::Undetermined
            && !self.case.counts_events();
        if speaks {
            fired.extend(self.difficult());
            fired.extend(self.slowing());
            fired.extend(self.lagging());
        }
        if speaks && self.decision.outcome != Outcome::NotDue {
            fired.extend(self.relapse());
            fired.extend(self.relapse_risk());
            // Where the headline alone is wanted, tests that cannot change it are left out.
            let open = |fired: &[Fired], from| !self.case.brief || !self.is_louder_than(from, fired);
            if open(fired, SignalKind::Reversal) && self.is_current() {
                fired.extend(self.stagnation());
                // What chance does to a gap of counts no test of single values knows.
                if !self.rests_on_gaps_of_counts() {
                    fired.extend(self.reversal());
                    fired.extend(self.sudden_change());
                    if open(fired, SignalKind::Fluctuation) {
                        self.scatter(values, fired);
                    }
                }
            }
        }
        // What passed a test is not explained by chance.
        if fired.iter().any(Fired::has_passed_a_test) {
            fired.retain(|fired| fired.signal.kind() != SignalKind::WithinChance);
        }
        if self.is_unsettled() {
            for fired in fired.iter_mut() {
                if !matches!(fired.signal.kind(), SignalKind::NotReported | SignalKind::Inherited) {
                    fired.severity = fired.severity.map(|severity| severity.min(Severity::Warning));
                }
            }
        }
        fired.sort_by_key(rank);
    }

    pub(super) fn target_timing(&self) -> Timing {
        self.case.target.timing
    }

    pub(super) fn is_over(&self) -> bool {
        self.year >= self.target_timing().due()
    }

    pub(super) fn misses(&self) -> bool {
        self.own == Outcome::NotMet
    }

    /// Whether a measurement was due, and what there is is older.
    fn is_not_reported(&self) -> bool {
        self.owed.is_some_and(|owed| owed.all)
    }

    /// Whether the value that is judged is a point of a series: of the area or its units taken together, and known exactly.
    fn is_current(&self) -> bool {
        self.whole.points(self.of).last().is_some_and(|point| point.year == self.of)
            && !self.case.target.scope.is_every_unit()
    }

    fn rests_on_gaps_of_counts(&self) -> bool {
        *self.gap_of_counts.get_or_init(|| self.case.is_gap_of_counts(self.series))
    }

    /// Whether so few cases are expected that yearly values say nothing about a trend.
    fn is_few(&self) -> bool {
        let held = self.held.filter(|_| !self.case.target.rule.is_direction());
        held.is_some_and(|held| self.whole.expects_few(self.of, held))
    }

    /// Whether the value may still change. Of a year in which nothing is judged no verdict hangs on it.
    fn is_unsettled(&self) -> bool {
        self.own != Outcome::NotJudged && self.decision.unsettled
    }

    /// Whether the values are percentages, whose changes are counted in points.
    pub(super) fn is_percentage(&self) -> bool {
        matches!(self.case.card.unit, Unit::Percent | Unit::PercentagePoints)
    }

    // ---- the table, from its top ----

    /// 未达标.
    fn missed(&self) -> Option<Fired> {
        let margin = self.decision.margin.clone();
        let not_met = self.decision.outcome == Outcome::NotMet;
        if self.is_over() {
            return not_met.then(|| self.missed_in_the_end(margin));
        }
        let settled = self.case.settled(self.series, self.decision, self.year);
        let by_settling = settled.map(|at| match at == self.of && !self.is_not_reported() {
            // Where the value of a survey stands, so does what it settled, with its year.
            true => {
                let stands = at < self.year;
                let sure = Miss { whole: self.whole, year: at, of: at }.is_sure();
                let margin = margin.clone().filter(|_| !stands);
                let signal = Signal::Missed { margin, year: stands.then_some(at) };
                Fired::if_sure(signal, Severity::Critical, sure)
            }
            false => Fired::new(Signal::Missed { margin: None, year: Some(at) }, Severity::Watch),
        });
        let forgives = !self.case.target.rule.is_unforgiving();
        let first = matches!(self.target_timing(), Timing::EveryYear { .. }) && settled == Some(self.of);
        let now = self.standing == Standing::Missed
            && not_met
            && forgives
            && !first
            && !self.is_not_reported()
            && !self.case.counts_events();
        let by_this_year = now.then(|| {
            let severity = if self.is_missed_for_years() { Severity::Critical } else { Severity::Warning };
            Fired::if_sure(Signal::Missed { margin, year: None }, severity, self.is_sure)
        });
        match (by_settling, by_this_year) {
            (Some(settled), Some(now)) if now.severity <= settled.severity => Some(settled),
            (settled, now) => now.or(settled),
        }
    }

    /// The final verdict is not met.
    fn missed_in_the_end(&self, margin: Option<Ratio>) -> Fired {
        let due = self.target_timing().due();
        if self.case.counts_events() && self.decision.year > due {
            return Fired::new(Signal::Missed { margin: None, year: Some(due) }, Severity::Watch);
        }
        let sure = match self.case.counts_events() {
            true => true,
            false => {
                (self.misses() && self.is_sure) || {
                    let settled = self.case.settled(self.series, self.decision, self.year).is_some();
                    let mut failed = self.decision.broken_years().filter(|at| *at >= self.case.first);
                    settled && failed.any(|at| misses_surely(self.whole, at, at, 1))
                }
            }
        };
        let severity = if sure { Severity::Critical } else { Severity::Warning };
        Fired { sure: Some(sure), ..Fired::new(Signal::Missed { margin, year: None }, severity) }
    }

    /// A kept bound that is missed surely in one observed year after another.
    fn is_missed_for_years(&self) -> bool {
        let from = match self.target_timing() {
            Timing::Kept { from, .. } => from,
            Timing::ReachedAndKept { .. } => {
                let met = self.decision.history.iter().find(|year| year.outcome == Outcome::Met);
                met.map_or(self.year, |year| year.year.plus(1))
            }
            _ => return false,
        };
        misses_surely(self.whole, from, self.year, self.settings.kept_years.into())
    }

    /// 预计达标困难.
    fn difficult(&self) -> Option<Fired> {
        if self.standing != Standing::Difficult {
            return None;
        }
        let Some(outlook) = self.outlook.filter(|_| !self.case.card.unit.is_whole()) else {
            let start = self.whole.baseline(self.of)?;
            let gained = self.case.turn_between(&start.value, self.whole.value(self.of)?).is_gt();
            let severity = if gained { Severity::Warning } else { Severity::Critical };
            let signal = Signal::Difficult { way: None, out_of_reach: false };
            return Some(Fired { sure: Some(true), ..Fired::new(signal, severity) });
        };
        let best = outlook.best_change.as_ref().filter(|best| best.signum() > 0);
        let factor = self.settings.out_of_reach_factor.to_ratio();
        let beyond = |(required, best): (&Ratio, &Ratio)| *required > best * &factor;
        let out_of_reach = outlook.required.as_ref().zip(best).is_some_and(beyond);
        let (left, all) = (
            outlook.due.number() - self.year.number(),
            outlook.due.number() - outlook.baseline.year.number(),
        );
        let short =
            Ratio::whole(left.into()) <= self.settings.short_time.to_ratio() * Ratio::whole(all.into());
        let early =
            self.year.number() - outlook.baseline.year.number() <= i32::from(self.settings.early_years);
        let near = {
            let of_bound = self.held.map(|held| held.bound.limit.abs() * self.settings.near_share.to_ratio());
            let near =
                if self.is_percentage() { Some(self.settings.near_points.to_ratio()) } else { of_bound };
            outlook.distance.as_ref().zip(near).is_some_and(|(distance, near)| distance.abs() <= near)
        };
        let overdue = match outlook.few_cases {
            true => short || self.is_confirmed_for_years(),
            // No change for the better is no pace at all.
            false => short || out_of_reach || best.is_none(),
        };
        let capped = early || near || (outlook.met_at_start && !short);
        let severity = if overdue && !capped { Severity::Critical } else { Severity::Warning };
        let signal = Signal::Difficult { way: self.way(), out_of_reach };
        Some(Fired { sure: Some(true), ..Fired::new(signal, severity) })
    }

    /// Whether the window confirms the miss in one observed year after another.
    fn is_confirmed_for_years(&self) -> bool {
        let times = usize::from(self.settings.kept_years);
        let observed = self.whole.observed(self.of);
        let confirms = |at: &Year| {
            let view = self.whole.view(*at);
            let held = view.held.as_ref();
            held.is_some_and(|held| self.whole.window_confirms(*at, held, self.whole.alpha()))
        };
        observed.len() >= times && observed.iter().rev().take(times).all(confirms)
    }

    fn way(&self) -> Option<Way> {
        let outlook = self.outlook?;
        Some(Way {
            path_value: outlook.path_value.clone()?,
            required: outlook.required.clone(),
            seen: outlook.slope.clone().or_else(|| outlook.best_change.clone()),
            projection: outlook.projection.clone(),
        })
    }

    /// 进度放缓.
    fn slowing(&self) -> Option<Fired> {
        (self.standing == Standing::Slowing)
            .then(|| Fired::if_sure(Signal::Slowing { way: self.way() }, Severity::Watch, self.is_sure))
    }

    /// 进度滞后.
    fn lagging(&self) -> Option<Fired> {
        (self.standing == Standing::Lagging)
            .then(|| Fired::if_sure(Signal::Lagging { way: self.way() }, Severity::Watch, self.is_sure))
    }

    /// The last observed year before the judged one, if it met.
    fn met_before(&self) -> Option<Year> {
        let before = *self.whole.observed(self.of.plus(-1)).last()?;
        (self.whole.view(before).outcome == Outcome::Met).then_some(before)
    }

    /// 回落: the value observed before met, by its own year's bound, and this one does not.
    fn relapse(&self) -> Option<Fired> {
        let since = if self.misses() { self.met_before()? } else { return None };
        let mild = self.case.target.rule.is_direction() || self.case.card.gap.is_some();
        let severity = if mild { Severity::Watch } else { Severity::Warning };
        let value = self.whole.value(since).cloned();
        let rising = self.case.better() == Some(Better::Lower);
        Some(Fired::if_sure(Signal::Relapse { since, value, rising }, severity, self.is_sure))
    }

    /// 回落风险: a met target would break.
    fn relapse_risk(&self) -> Option<Fired> {
        let outlook = self.outlook.filter(|outlook| outlook.would_break && !self.is_over())?;
        let held = self.held.filter(|_| !self.case.target.rule.has_moving_bound())?;
        let pooled = self.whole.window_confirms(self.of, held, self.whole.alpha());
        let severity = match pooled {
            true => Severity::Watch,
            false => self.met_before().map(|_| Severity::Notice)?,
        };
        let years_to_breach = outlook.years_to_breach;
        Some(Fired::new(Signal::RelapseRisk { years_to_breach, pooled }, severity))
    }

    /// What never fires while a miss is within chance, and inside the bound is worth knowing and no more.
    fn unless_by_chance(&self, signal: Signal) -> Option<Fired> {
        match (self.misses(), self.is_sure) {
            (false, _) => (self.own == Outcome::Met).then(|| Fired::new(signal, Severity::Notice)),
            (true, true) => Some(Fired { sure: Some(true), ..Fired::new(signal, Severity::Watch) }),
            (true, false) => None,
        }
    }

    /// From where on a change is large: in points for percentages, else as a part of the larger of a value and the bound.
    fn is_large(&self, change: &Ratio, value: &Ratio, points: Number, share: Number) -> bool {
        if self.is_percentage() {
            return *change >= points.to_ratio();
        }
        let bound = match self.case.target.rule.is_direction() {
            true => self.whole.baseline(self.of).map(|start| start.value.abs()),
            false => self.held.map(|held| held.bound.limit.abs()),
        };
        let larger = value.abs().max(bound.unwrap_or_else(Ratio::zero));
        *change >= larger * share.to_ratio()
    }

    /// Whether a change stands out from those before it: several times the median.
    fn is_unusual(&self, change: &Ratio, before: &[Dated]) -> bool {
        let changes = before.iter().zip(before.iter().skip(1)).map(|(a, b)| (&b.value - &a.value).abs());
        let mut changes: Vec<Ratio> = changes.collect();
        let factor = self.settings.unusual_factor.to_ratio();
        Ratio::median(&mut changes).is_some_and(|median| *change > median * factor)
    }

    /// 逆向: the last two changes both went the wrong way.
    fn reversal(&self) -> Option<Fired> {
        let points = self.whole.points(self.of);
        let [earlier @ .., a, b, c] = points else { return None };
        let worsens = |from: &Dated, to: &Dated| self.case.turn_between(&from.value, &to.value).is_lt();
        let slows = matches!(self.case.target.rule, Rule::RisesSlower) && self.own == Outcome::Met;
        if slows || !worsens(b, c) || !worsens(a, b) || self.is_few() {
            return None;
        }
        let together = (&c.value - &a.value).abs();
        let settings = self.settings;
        if !self.is_large(&together, &c.value, settings.reversal_points, settings.reversal_share) {
            return None;
        }
        let beyond = match self.whole.chance_of_worse(a.year, c.year) {
            Some(chance) => chance <= self.whole.alpha(),
            None => {
                let first = points.get(..=earlier.len()).unwrap_or(&[]);
                points.len() >= BARE_POINTS && self.is_unusual(&together, first)
            }
        };
        let gain = |from: &Dated, to: &Dated| self.case.gain_between(&from.value, &to.value);
        let signal = || Signal::Reversal { before: gain(a, b), last: gain(b, c), since: a.year };
        beyond.then(|| self.unless_by_chance(signal())).flatten()
    }

    /// 骤变: one large change the wrong way.
    fn sudden_change(&self) -> Option<Fired> {
        let points = self.whole.points(self.of);
        let [earlier @ .., a, b] = points else { return None };
        if self.case.turn_between(&a.value, &b.value).is_ge() || self.is_few() {
            return None;
        }
        let change = self.case.gain_between(&a.value, &b.value);
        let settings = self.settings;
        if !self.is_large(&change.abs(), &a.value, settings.change_points, settings.change_share) {
            return None;
        }
        let beyond = match self.whole.chance_of_worse(a.year, b.year) {
            Some(chance) => chance <= self.whole.alpha(),
            None => {
                let before = points.get(..=earlier.len()).unwrap_or(&[]);
                points.len() < BARE_POINTS || self.is_unusual(&change.abs(), before)
            }
        };
        beyond.then(|| self.unless_by_chance(Signal::SuddenChange { change, before: a.clone() })).flatten()
    }

    /// 停滞: not met, and no better value for years. The clock starts at the later of the last value that was better than the one
    /// before it, and the first of the present run that does not meet. Missing years do not stop it.
    fn stagnation(&self) -> Option<Fired> {
        if !self.misses() || !self.is_sure || self.is_few() {
            return None;
        }
        let unmet = |at: &&Year| self.whole.view(**at).outcome == Outcome::NotMet;
        let run = *self.whole.observed(self.of).iter().rev().take_while(unmet).last()?;
        let points = self.whole.points(self.of);
        let gains = points.iter().zip(points.iter().skip(1));
        let better = gains.rev().find(|(a, b)| self.case.turn_between(&a.value, &b.value).is_gt());
        let since = better.map_or(run, |(_, gain)| gain.year.max(run));
        let years = self.of.number() - since.number();
        (years >= i32::from(self.settings.stagnant_years)).then(|| Fired {
            sure: Some(true),
            ..Fired::new(Signal::Stagnation { since, years }, Severity::Watch)
        })
    }

    // ---- not reported ----

    /// 缺数.
    fn not_reported(&self) -> Option<Fired> {
        let undetermined = self.decision.outcome == Outcome::Undetermined;
        let times = match (self.case.counts_events(), self.owed) {
            (true, _) => undetermined.then_some(1)?,
            (false, Some(owed)) if owed.all => self.since_asked(owed.times)?,
            // One unit of several that did not report keeps the verdict open, or does not matter.
            (false, Some(_)) if undetermined && self.own == Outcome::Undetermined => 0,
            _ => return None,
        };
        if self.decision.outcome == Outcome::NotDue {
            return None;
        }
        let long = times >= i32::from(self.settings.not_reported_years);
        let severity = if long { Severity::Warning } else { Severity::Watch };
        Some(Fired::new(Signal::NotReported { times }, severity))
    }

    /// No more years than the target asks for.
    fn since_asked(&self, times: i32) -> Option<i32> {
        let from = match self.target_timing() {
            Timing::Kept { from, .. } | Timing::EveryYear { from, .. } | Timing::EveryTerm { from, .. } => {
                from
            }
            _ => self.case.first,
        };
        if self.year < from {
            return None;
        }
        Some(match self.case.card.calendar.interval() {
            Some(1) => times.min(self.year.number() - from.number() + 1),
            _ => times,
        })
    }

    /// Silence clears nothing: the last alarm stands.
    fn inherited(&self) -> Option<Fired> {
        let (year, headline, severity) = self.inherited?;
        Some(Fired::new(Signal::Inherited { year, headline }, severity))
    }
}

/// So many values without counts are needed before a change is compared with those before it.
const BARE_POINTS: usize = 5;

/// The headline first, then by severity, then in the order of the table; an inherited alarm ranks as what it carries.
fn rank(fired: &Fired) -> impl Ord + use<> {
    let kind = fired.signal.kind();
    let carried = match fired.signal {
        Signal::Inherited { headline, .. } => headline,
        _ => kind,
    };
    (Reverse(fired.severity), carried, kind)
}

/// The first of those that are in order, unless it is a remark.
pub(crate) fn headline(fired: &[Fired]) -> Option<(SignalKind, Severity)> {
    let first = fired.first()?;
    Some((first.signal.kind(), first.severity?))
}
