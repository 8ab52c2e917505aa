//! Section 6, standing: decided in the order of the page.

use crate::case::{BASE, Calendar, Case, FIRST, Gap, Outcome, Q, Scope, Timing, Unit, whole};
use crate::cells::{Reading, read, speaks};
use crate::judge::Judge;
use crate::outlook::Reaches;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Attained,
    MetEarly,
    Holding,
    Recovered,
    AtRisk,
    Expected,
    Slowing,
    Lagging,
    Difficult,
    Missed,
    Pending,
    NoData,
    Undetermined,
    NotApplicable,
    NotJudged,
}

impl Judge<'_> {
    /// A step that nothing can mend, in some place that is still looked at.
    pub fn broken_for_good(&self, year: i32) -> bool {
        self.case.cannot_be_mended()
            && self.verdict(year.min(self.case.due)) == Outcome::NotMet
            && self.lines.iter().any(|(name, line)| {
                let of = line.stands(self.case, year).of;
                let here = self.single() || self.roster(year).is_none_or(|names| names.contains(name));
                here && self.steps(line, of).iter().any(|(.., outcome)| *outcome == Outcome::NotMet)
            })
    }

    /// Which of the two words an open verdict takes; over units partly silent the page leaves it open.
    pub fn open(&self, year: i32) -> Vec<Standing> {
        if self.single() {
            let standing = self.line().stands(self.case, year);
            return match standing.reading {
                // The value of a window is that of all its years.
                _ if self.case.counts_events() => vec![Standing::NoData, Standing::Undetermined],
                Reading::Missing if self.does_not_apply_to_some(year) => {
                    vec![Standing::NoData, Standing::Undetermined]
                }
                Reading::Missing => vec![Standing::NoData],
                Reading::Between { not_reported: true, .. } | Reading::PartMissing => {
                    vec![Standing::NoData, Standing::Undetermined]
                }
                _ => vec![Standing::Undetermined],
            };
        }
        let roster = self.roster(year);
        // Where nobody is on the roster, no value of the year is missing.
        if roster.as_ref().is_some_and(Vec::is_empty) {
            return vec![Standing::Undetermined];
        }
        let names = roster.unwrap_or_else(|| self.case.known_units(year).cloned().collect());
        let not_reported = names.iter().filter(|name| self.unit_silent(name, year)).count();
        match not_reported {
            0 if !names.is_empty() => vec![Standing::Undetermined],
            n if n == names.len() => vec![Standing::NoData],
            _ => vec![Standing::NoData, Standing::Undetermined],
        }
    }

    /// Of a pool some units have told that they have no cases, and others are silent.
    pub fn does_not_apply_to_some(&self, year: i32) -> bool {
        let case = self.case;
        let members = case.rosters.get(&year).into_iter().flatten();
        let says = |name: &String| {
            speaks(case, name, year, year).is_some_and(|value| read(case, value) == Reading::NotApplicable)
        };
        case.scope == Scope::Pooled && members.into_iter().any(|(name, _)| says(name))
    }

    pub fn unit_silent(&self, name: &str, year: i32) -> bool {
        self.missed_its_election(name, year)
            || self
                .lines
                .get(name)
                .is_none_or(|line| line.stands(self.case, year).reading == Reading::Missing)
    }

    /// Met before, failed later, meets now: in the first two met years after the failure.
    fn recovered(&self, year: i32) -> bool {
        let mut answers = Vec::new();
        for y in self.observed(year) {
            match self.year(y) {
                Outcome::Met => answers.push(true),
                Outcome::NotMet => answers.push(false),
                _ => {}
            }
        }
        let Some(failed) = answers.iter().rposition(|met| !met) else { return false };
        answers[..failed].contains(&true) && answers.len() - failed - 1 <= 2
    }

    fn start_met(&self, year: i32) -> bool {
        match self.outlook(year) {
            Some(outlook) => outlook.start_met,
            None if self.single() && !self.case.is_direction() => {
                let line = self.line();
                let base = line.baseline(self.case, year);
                base.is_some_and(|(_, value)| self.bound(line, year).is_some_and(|bound| bound.meets(&value)))
            }
            None => self.year(BASE) == Outcome::Met,
        }
    }

    /// The first observed year (2020 counts) in which a kept bound is met.
    pub fn first_met(&self, year: i32) -> bool {
        let kept = matches!(self.case.timing, Timing::Kept { .. });
        let mut before = self.observed(year);
        let standing = self.measured_for(year);
        before.retain(|y| *y < standing);
        kept && !before.into_iter().any(|y| self.year(y) == Outcome::Met)
    }

    /// A whole number three years ago, if there is one.
    pub fn nothing_gained_since(&self, year: i32, from: i32) -> Option<bool> {
        let line = self.line();
        let value = |year: i32| line.readings.get(&year).and_then(Reading::exact);
        let (now, then): (&Q, &Q) = (value(year)?, value(from)?);
        (from >= line.definition_from(year)).then(|| self.case.gain(now, then) <= whole(0))
    }

    /// The words that fit in a year up to the due year; more than one where the page leaves it open.
    pub fn standing(&self, year: i32) -> Vec<Standing> {
        if let Some(known) = self.words.borrow().get(&year) {
            return known.clone();
        }
        let words = self.decide(year);
        self.words.borrow_mut().insert(year, words.clone());
        words
    }

    fn decide(&self, year: i32) -> Vec<Standing> {
        let case: &Case = self.case;
        let one = |standing| vec![standing];
        let outcome = self.verdict(year);
        if outcome == Outcome::NotJudged {
            return one(Standing::NotJudged);
        }
        if year < FIRST {
            return one(Standing::Pending);
        }
        if year >= case.due {
            return match outcome {
                Outcome::Met => one(Standing::Attained),
                Outcome::NotMet => one(Standing::Missed),
                Outcome::NotApplicable => one(Standing::NotApplicable),
                Outcome::NotDue | Outcome::NotJudged => one(Standing::Pending),
                Outcome::Undetermined => self.open(case.due),
            };
        }
        if self.broken_for_good(year) {
            return one(Standing::Missed);
        }
        match outcome {
            Outcome::NotApplicable => return one(Standing::NotApplicable),
            Outcome::Undetermined => return self.open(year),
            Outcome::NotDue => return one(Standing::Pending),
            _ => {}
        }
        let outlook = self.outlook(year);
        if outcome == Outcome::Met {
            if outlook.as_ref().is_some_and(|outlook| outlook.would_break) {
                return one(Standing::AtRisk);
            }
            if !case.counts_events() && self.recovered(year) {
                return one(Standing::Recovered);
            }
            let holds = matches!(
                case.timing,
                Timing::Kept { .. }
                    | Timing::EveryYear { .. }
                    | Timing::EveryTerm { .. }
                    | Timing::EachWindow { .. }
                    | Timing::ReachedAndKept
            ) || case.bound_moves()
                || case.is_direction()
                || case.gap != Gap::None
                || (!case.counts_events() && self.start_met(year));
            return one(if holds { Standing::Holding } else { Standing::MetEarly });
        }
        let holds_now = match case.timing {
            Timing::Kept { .. }
            | Timing::EveryYear { .. }
            | Timing::EachWindow { .. }
            | Timing::Once { .. } => true,
            Timing::EveryTerm { .. } => !case.is_direction(),
            Timing::ReachedAndKept => self.reached_before(year),
            Timing::ByYear => false,
        };
        if !case.is_direction() && (holds_now || case.bound_moves()) {
            return one(Standing::Missed);
        }
        if case.is_direction() {
            return one(match case.timing {
                // A direction asked for in each year has to hold in this one.
                Timing::Kept { .. } | Timing::EveryYear { .. } => Standing::Missed,
                _ => Standing::Lagging,
            });
        }
        let path = outlook.filter(|outlook| outlook.has_path && outlook.values_since_start > 1);
        let Some(outlook) = path else {
            let whole_number = case.unit == Unit::Count && case.scope != Scope::EveryUnit;
            let late = case.due - year <= 2;
            let yearly = case.calendar == Calendar::Year;
            let stuck =
                whole_number && late && yearly && self.nothing_gained_since(year, year - 3) == Some(true);
            return one(if stuck { Standing::Difficult } else { Standing::Pending });
        };
        // Where the start met, the bound is the path: what misses it is behind, also where the value is no point.
        one(match (outlook.distance >= whole(0) && !outlook.start_met, outlook.reaches) {
            (true, Reaches::Yes | Reaches::NotKnown) => Standing::Expected,
            (true, Reaches::No) => Standing::Slowing,
            (false, Reaches::Yes | Reaches::NotKnown) => Standing::Lagging,
            (false, Reaches::No) => Standing::Difficult,
        })
    }
}
