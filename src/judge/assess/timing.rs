//! From the verdicts of single years to the verdict of the assessed year, by the duty in time.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::{Case, Decision, Judged, YearOutcome};
use crate::data::{
    Missing,
    series::{Cell, Known, Series},
};
use crate::judge::{Cause, Outcome, Reason, Role};
use crate::plan::{Calendar, Rule, Scope, Timing};
use crate::values::{Counts, Date, Period, Ratio, Year, period::YearSet};

impl Case<'_> {
    /// The series of the target's indicator for the area.
    pub(crate) fn series(&self) -> Cow<'_, Series> {
        self.data.series(self.area, self.card)
    }

    /// The value and the counts of a year, over the area or its units taken together.
    pub(crate) fn value_of(&self, series: &Series, year: Year) -> (Option<Known>, Option<Counts>) {
        let judged = self.briefly().year(series, year);
        (judged.known, judged.counts)
    }

    /// The year since which the definition holds; for units taken together, that of the last unit to change.
    pub(crate) fn definition_since(&self, series: &Series, year: Year) -> Option<Year> {
        let own = series.definition_since(year);
        if !self.target.scope.is_pooled() {
            return own;
        }
        let units = self.data.units(self.area, &self.card.id, self.target.scope.kind());
        own.max(units.filter_map(|(_, unit)| unit.definition_since(year)).max())
    }

    /// Whether a year has a measurement of its own, of the area or of one of its units.
    pub(crate) fn is_measured(&self, series: &Series, year: Year) -> bool {
        let mut units = self.data.units(self.area, &self.card.id, self.target.scope.kind());
        series.cells.contains_key(&year) || units.any(|(_, series)| series.cells.contains_key(&year))
    }

    /// The verdict for the assessed year; a year after the due year is the due year.
    pub(crate) fn decide(&self, series: &Series, wanted: Year) -> Decision {
        let due = self.target.timing.due();
        let year = wanted.min(due);
        let (mut judged, history) = match self.target.timing {
            Timing::EachWindow { from, years, .. } => self.windows(series, from, years.into(), year),
            Timing::Once { from, due } => (self.happening(series, from, due, year), Vec::new()),
            Timing::Within { after, months } => {
                let end = after.months_later(months).year();
                (
                    self.of_each(series, end, year, |case, series| case.within(series, after, months, year)),
                    Vec::new(),
                )
            }
            _ => self.years(series, year, due),
        };
        if wanted < self.first {
            judged.outcome = match self.leaves_open() {
                true => Outcome::NotJudged,
                false => Outcome::NotDue,
            };
        }
        Decision::new(judged, history, wanted)
    }

    /// For a year that nothing can be said of.
    pub(crate) fn nothing(&self, outcome: Outcome, year: Year) -> Decision {
        Decision::new(self.plain(outcome), Vec::new(), year)
    }

    /// One series in one year, by threshold or direction.
    pub(super) fn single(&self, series: &Series, unit: Option<&str>, year: Year) -> Judged {
        if self.card.calendar == Calendar::Event {
            return self.happens(series, year, year, year);
        }
        if self.target.rule.is_direction() {
            return self.trend(series, unit, year);
        }
        let reference = self.reference_series(unit);
        self.threshold(series, reference.as_deref(), unit, year)
    }

    /// One year, over the area or its units.
    pub(super) fn year(&self, series: &Series, year: Year) -> Judged {
        match self.target.scope {
            _ if self.is_unjudged(year) => self.single(series, None, year),
            Scope::Area => self.single(series, None, year),
            Scope::EveryUnit(_) => {
                self.every_unit(year, |case, series, name, year| case.single(series, Some(name), year))
            }
            Scope::Pooled(_) => self.pooled(series, year),
        }
    }

    /// Whether the clause leaves the bound to the host and the host has given none for the year.
    fn is_unjudged(&self, year: Year) -> bool {
        self.leaves_open() && self.given_bound(year).is_none()
    }

    /// Whether the clause leaves the bound to the host.
    pub(crate) const fn leaves_open(&self) -> bool {
        matches!(self.target.rule, Rule::Monitored | Rule::HostBound { .. })
    }

    /// Targets judged year by year.
    fn years(&self, series: &Series, year: Year, due: Year) -> (Judged, Vec<YearOutcome>) {
        let first = match self.target.timing {
            Timing::Kept { from, .. } | Timing::EveryYear { from, .. } | Timing::EveryTerm { from, .. }
                if year < from =>
            {
                let outcome = if self.is_unjudged(year) { Outcome::NotJudged } else { Outcome::NotDue };
                return (self.plain(outcome), Vec::new());
            }
            Timing::Kept { from, .. } | Timing::EveryYear { from, .. } | Timing::EveryTerm { from, .. } => {
                from
            }
            _ if self.counted_from().is_some_and(|since| year <= since) => {
                return (self.plain(Outcome::NotDue), Vec::new());
            }
            // What has to be reached first is asked for from the plan's first year on.
            Timing::ReachedAndKept { .. } => self.baseline.min(self.first.plus(-1)),
            // The baseline has nothing before it to be compared with.
            _ if self.target.rule.is_direction() => self.baseline.plus(1),
            _ => self.baseline,
        };
        let first = self.counted_from().map_or(first, |since| first.max(since.plus(1)));
        let mut counted = self.counted_years(series, first, year);
        if matches!(self.target.timing, Timing::ReachedAndKept { .. }) {
            // Where it stood at the start counts, also if it was measured before.
            counted.insert(first);
        }
        let mut history = self.room_for_history(year.number() - first.number() + 1);
        let mut earlier_reasons = Vec::new();
        // What an earlier year rests on is told only where the final verdict hangs on it.
        let keeps = matches!(self.target.timing, Timing::Kept { .. } | Timing::ReachedAndKept { .. });
        let counts = keeps && self.evaluator.settings.broken_years.is_some();
        let joins = year == due && (counts || matches!(self.target.timing, Timing::EveryYear { .. }));
        for at in first.to(year.plus(-1)).filter(|at| counted.contains(*at)) {
            let outcome = if joins && !self.brief {
                let judged = self.year(series, at);
                self.keep_view(&judged, at);
                if at >= self.first {
                    earlier_reasons.extend(judged.told.into_iter().flat_map(|told| told.reasons));
                }
                judged.outcome
            } else {
                self.outcome_in(series, at)
            };
            history.push(YearOutcome { year: at, outcome });
        }
        let mut own = self.year(series, year);
        self.keep_view(&own, year);
        // A year in which nothing was due has no verdict of its own.
        if counted.contains(year) {
            history.push(YearOutcome { year, outcome: own.outcome });
        }
        if year == due {
            let whole = match self.target.timing {
                Timing::EveryYear { .. } if !history.is_empty() => {
                    Outcome::all(history.iter().map(|year| year.outcome))
                }
                // Without a bound of the host for the due year there is no verdict.
                _ if own.outcome == Outcome::NotJudged => Outcome::NotJudged,
                _ if keeps && self.is_lost(&history) => Outcome::NotMet,
                _ if keeps && own.outcome == Outcome::Met && self.may_be_lost(&history) => {
                    Outcome::Undetermined
                }
                _ => own.outcome,
            };
            if whole == Outcome::Undetermined && joins {
                earlier_reasons.into_iter().for_each(|reason| own.because(reason));
            }
            own.outcome = whole;
        }
        (own, history)
    }

    /// The year that a yearly change is counted from: nothing is asked of it.
    pub(super) const fn counted_from(&self) -> Option<Year> {
        match self.target.rule {
            Rule::ChangedEachYear { since, .. } => Some(since),
            _ => None,
        }
    }

    /// The years that count in a conjunction: those with a measurement of their own, and those in which one was due.
    fn counted_years(&self, series: &Series, first: Year, year: Year) -> YearSet {
        let open = self.leaves_open();
        let host_bound = |year: &Year| !open || self.given_bound(*year).is_some();
        if self.card.calendar.interval() == Some(1) {
            return first.to(year).filter(host_bound).collect();
        }
        let measured_by = |series: &Series| -> YearSet {
            let marked = |cell: &Cell| matches!(cell, Cell::Missing(why) if *why != Missing::NotApplicable);
            let named = matches!(self.card.calendar, Calendar::Term | Calendar::Survey);
            // A mark says that an election or a survey was held; between surveys of known years it says nothing.
            series.cells.iter().filter(|(_, cell)| named || !marked(cell)).map(|(year, _)| *year).collect()
        };
        let units = || {
            let units = self.data.units(self.area, &self.card.id, self.target.scope.kind());
            units.map(|(_, series)| measured_by(series))
        };
        // Of units each by itself every one has its own years.
        let measured: Vec<YearSet> = match &self.target.scope {
            Scope::Area => alloc::vec![measured_by(series)],
            Scope::EveryUnit(_) => units().chain([measured_by(series)]).collect(),
            Scope::Pooled(_) => {
                let mut together = measured_by(series);
                units().for_each(|unit| unit.iter().for_each(|year| together.insert(year)));
                alloc::vec![together]
            }
        };
        let due = |measured: &YearSet, at: Year| {
            let Some(interval) = self.card.calendar.interval() else { return false };
            // One in every interval after the last one, and before the first: what was never reported is not met.
            let first = || measured.iter().next().filter(|first| *first <= year);
            let known = measured.last_before(at).or_else(first);
            known.is_some_and(|known| (at.number() - known.number()) % interval == 0)
        };
        let counts = |at: &Year| measured.iter().any(|measured| measured.contains(*at) || due(measured, *at));
        first.to(year).filter(counts).filter(host_bound).collect()
    }

    /// Whether so many years are broken that a bound that is kept is lost, whatever the unknown ones were.
    pub(crate) fn is_lost(&self, history: &[YearOutcome]) -> bool {
        let allowed = self.evaluator.settings.broken_years;
        allowed.is_some_and(|allowed| self.broken(history).0 >= usize::from(allowed))
    }

    /// Whether the unknown years may have been broken so often that it is lost.
    fn may_be_lost(&self, history: &[YearOutcome]) -> bool {
        let allowed = self.evaluator.settings.broken_years;
        allowed.is_some_and(|allowed| self.broken(history).1 >= usize::from(allowed))
    }

    /// The fewest and the most years that can have been broken, whatever the unknown ones were. What has to be reached first
    /// cannot be broken before; a start that met has been.
    fn broken(&self, history: &[YearOutcome]) -> (usize, usize) {
        // The fewest and the most while it is not reached yet, and since it is.
        let (mut before, mut since) = match self.target.timing {
            Timing::ReachedAndKept { .. } => (Some((0, 0)), None),
            _ => (None, Some((0, 0))),
        };
        let either = |one: Option<(usize, usize)>, other: Option<(usize, usize)>| match (one, other) {
            (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
            (one, other) => one.or(other),
        };
        let more = |ways: Option<(usize, usize)>| ways.map(|(fewest, most)| (fewest + 1, most + 1));
        for year in history {
            // The plan does not ask for its start: it counts where it is known to meet.
            let start = year.year < self.first;
            (before, since) = match year.outcome {
                Outcome::Met => (None, either(before, since)),
                Outcome::NotMet if !start => (before, more(since)),
                Outcome::Undetermined if !start => (before, either(before, either(since, more(since)))),
                _ => (before, since),
            };
        }
        either(before, since).unwrap_or((0, 0))
    }

    /// An event of the area, or of each of its units: until the end of its time it may still come from those who wait.
    fn of_each(
        &self,
        area: &Series,
        end: Year,
        year: Year,
        judge: impl Fn(&Self, &Series) -> Judged,
    ) -> Judged {
        if !self.target.scope.is_every_unit() || self.is_unjudged(year) {
            return judge(self, area);
        }
        // Who has not reported is known from the reasons.
        let in_full = Case { brief: false, ..*self };
        let mut whole = in_full.every_unit(year, |case, series, _, _| judge(case, series));
        let units = whole.told.as_ref().and_then(|told| told.units.as_ref());
        let waiting = units.is_none_or(|units| !units.not_reported.is_empty());
        let settled = match whole.outcome {
            Outcome::NotMet => true,
            Outcome::Met => !waiting,
            _ => year >= end,
        };
        if !settled {
            whole.outcome = Outcome::NotDue;
        }
        whole
    }

    /// How often something happens between two years, in the area or in each of its units.
    fn happening(&self, series: &Series, from: Year, due: Year, year: Year) -> Judged {
        if year < from {
            return self.plain(Outcome::NotDue);
        }
        self.of_each(series, due, year, |case, series| case.happens(series, from, due, year))
    }

    /// How often something happens between two years, against the rule: days prove, counts settle, no report is not zero.
    fn happens(&self, series: &Series, from: Year, due: Year, year: Year) -> Judged {
        if year < from {
            return self.plain(Outcome::NotDue);
        }
        let bound = match self.required(series, None, year) {
            Ok(required) => required.bound,
            Err(_) => return self.plain(Outcome::NotJudged),
        };
        let mut judged = self.plain(Outcome::Undetermined);
        let (mut least, mut most) = (Ratio::zero(), Some(Ratio::zero()));
        let (mut not_reported, mut nowhere) = (Vec::new(), true);
        for at in from.to(year.min(due)) {
            let days = series.days.iter().filter(|day| day.year() == at).count();
            let days = Ratio::whole(i128::try_from(days).unwrap_or(i128::MAX));
            let cell = series.cells.get(&at);
            let level =
                matches!(cell, Some(Cell::Value(point)) if matches!(point.period, Period::PlanToDate(_)));
            nowhere &= matches!(cell, Some(Cell::Missing(Missing::NotApplicable))) && days.is_zero();
            if let Some(Cell::Value(point)) = cell {
                judged.rests_on(Role::Value, point, None);
                if level {
                    // A level since the start of the plan replaces the sum.
                    (least, most) = (Ratio::zero(), Some(Ratio::zero()));
                    not_reported.clear();
                }
            }
            let (low, high, cause) = match cell {
                Some(Cell::Value(point)) => match &point.known {
                    Known::Exactly(count) => {
                        (count.clone().max(days.clone()), Some(count.clone().max(days)), None)
                    }
                    Known::Between(low, high) => {
                        let low = low.as_ref().map_or_else(Ratio::zero, |(end, _)| end.clone());
                        let high = high.as_ref().map(|(end, _)| end.clone().max(days.clone()));
                        (low.max(days), high, Some(Cause::Spans))
                    }
                },
                Some(Cell::Missing(Missing::NotApplicable)) => (days.clone(), Some(days), None),
                Some(Cell::Missing(why)) => (days, None, Some(Cause::Missing(*why))),
                Some(Cell::Unusable(unusable)) => (days, None, Some(unusable.cause())),
                // Days without a count: at least so often.
                None if !days.is_zero() => (days, None, Some(Cause::Spans)),
                None => (days, None, Some(Cause::NoData)),
            };
            let (low, high, cause) = match level && from != self.first {
                true => self.since(series, from, at, (low, high, cause)),
                false => (low, high, cause),
            };
            least = least + low;
            most = most.zip(high).map(|(most, high)| most + high);
            if !self.brief {
                not_reported.extend(cause.map(|cause| Reason::new(Role::Value, at, cause)));
            }
        }
        let known = match most {
            Some(most) if most == least => Known::Exactly(least),
            most => Known::Between(Some((least, true)), most.map(|most| (most, true))),
        };
        // What is still to come can only add.
        let more = Known::Between(known.least().map(|least| (least, true)), None);
        let decided = bound.decides(if year < due { &more } else { &known });
        judged.outcome = match decided {
            None if year < due => Outcome::NotDue,
            _ if nowhere && year >= due => Outcome::NotApplicable,
            decided => Outcome::of(decided),
        };
        // What does not exist here has no number.
        if judged.outcome == Outcome::NotApplicable {
            return judged;
        }
        if judged.outcome == Outcome::Undetermined {
            judged.explain(not_reported);
        }
        judged.known = Some(known);
        judged.bound = Some(bound);
        judged
    }

    /// What a level since the start of the plan says of the years from a later one on: it is less by the level before them,
    /// where that is known, and at least what days prove.
    fn since(
        &self,
        series: &Series,
        from: Year,
        at: Year,
        (low, high, cause): (Ratio, Option<Ratio>, Option<Cause>),
    ) -> (Ratio, Option<Ratio>, Option<Cause>) {
        let days = series.days.iter().filter(|day| day.year() >= from && day.year() <= at).count();
        let days = Ratio::whole(i128::try_from(days).unwrap_or(i128::MAX));
        let before = match series.cells.get(&from.plus(-1)) {
            Some(Cell::Value(point)) if matches!(point.period, Period::PlanToDate(_)) => point.exact(),
            _ => None,
        };
        match before {
            Some(before) => (
                (low - before.clone()).max(days.clone()),
                high.map(|high| (high - before.clone()).max(days)),
                cause,
            ),
            None => (days, high, cause.or(Some(Cause::Spans))),
        }
    }

    /// Once in each window of years: the verdict of the window that the year lies in, and of all at the end.
    fn windows(&self, series: &Series, from: Year, length: i32, year: Year) -> (Judged, Vec<YearOutcome>) {
        let mut history = Vec::new();
        let mut start = from;
        let due = self.target.timing.due();
        loop {
            let end = start.plus(length - 1).min(due);
            if end >= year || end <= start.plus(-1) {
                let mut judged = self.happening(series, start, end, year);
                history.push(YearOutcome { year, outcome: judged.outcome });
                if year == due {
                    judged.outcome = Outcome::all(history.iter().map(|window| window.outcome));
                    if judged.outcome == Outcome::Undetermined && judged.is_unexplained() {
                        judged.because(Reason::new(Role::Value, year, Cause::EarlierYears));
                    }
                }
                return (judged, history);
            }
            history.push(YearOutcome { year: end, outcome: self.happening(series, start, end, end).outcome });
            start = end.plus(1);
        }
    }

    /// Within so many months after a date, the last day included.
    fn within(&self, series: &Series, after: Date, months: u8, year: Year) -> Judged {
        let last_day = after.months_later(months);
        let known = |day: &&Date| day.year() <= year && **day >= after;
        let mut days = series.days.iter().filter(known);
        if let Some(first) = days.next() {
            return self.plain(if *first <= last_day { Outcome::Met } else { Outcome::NotMet });
        }
        if year < last_day.year() {
            return self.plain(Outcome::NotDue);
        }
        // That it happened in a year does not say that it happened in time; that it did not in any of them, decides.
        let (mut reasons, mut nowhere) = (Vec::new(), true);
        for at in after.year().to(last_day.year()) {
            let cell = series.cells.get(&at);
            nowhere &= matches!(cell, Some(Cell::Missing(Missing::NotApplicable)));
            let cause = match cell {
                Some(Cell::Missing(Missing::NotApplicable)) => continue,
                Some(Cell::Value(point)) if point.exact().is_some_and(Ratio::is_zero) => continue,
                Some(Cell::Value(_)) => Cause::Undated,
                Some(Cell::Missing(why)) => Cause::Missing(*why),
                Some(Cell::Unusable(unusable)) => unusable.cause(),
                None => Cause::NoData,
            };
            reasons.push(Reason::new(Role::Value, at, cause));
        }
        let outcome = match (reasons.is_empty(), nowhere) {
            (_, true) => Outcome::NotApplicable,
            (true, false) => Outcome::NotMet,
            (false, false) => Outcome::Undetermined,
        };
        let mut judged = self.plain(outcome);
        judged.explain(reasons);
        judged
    }
}
