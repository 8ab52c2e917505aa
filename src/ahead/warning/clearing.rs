//! What would clear the headline of a target.

use super::signals::Watch;
use super::{Clearing, SignalKind};
use crate::plan::{Better, Rule};
use crate::values::{Counts, Number, Ratio};

impl Watch<'_> {
    /// What would clear a warning.
    pub(crate) fn clearing(&self, kind: SignalKind) -> Clearing {
        match kind {
            SignalKind::Missed if self.is_over() => Clearing::Never,
            SignalKind::Missed if self.case.settled(self.series, self.decision, self.year).is_some() => {
                Clearing::Never
            }
            SignalKind::Missed | SignalKind::Relapse => self.meeting(),
            SignalKind::Difficult | SignalKind::Slowing | SignalKind::Lagging => {
                let due = self.target_timing().due();
                let on_the_way = self.outlook.filter(|outlook| {
                    self.year.plus(1) < due
                        && !outlook.met_at_start
                        && !self.case.target.rule.has_moving_bound()
                });
                match on_the_way.and_then(|outlook| outlook.next_path_value.as_ref()) {
                    Some(path) => self.at_least_as_good(path.clone(), true),
                    None => self.meeting(),
                }
            }
            SignalKind::Stagnation => self.than_the_latest(false),
            SignalKind::Reversal | SignalKind::SuddenChange => self.than_the_latest(true),
            SignalKind::NotReported | SignalKind::Inherited => Clearing::Report { year: self.year },
            SignalKind::RelapseRisk
            | SignalKind::Fluctuation
            | SignalKind::LatestYear
            | SignalKind::WithinChance => Clearing::Steadier,
        }
    }

    /// A value that meets the bound of the next year, where that is known today.
    fn meeting(&self) -> Clearing {
        let next = self.year.plus(1);
        let rule = self.case.target.rule;
        let known = !self.case.target.scope.is_every_unit() && !rule.is_direction() && !rule.has_reference();
        let bound = match rule {
            _ if !known => None,
            Rule::HostBound { .. } | Rule::Monitored => self.case.held_in(self.series, next),
            Rule::ChangedEachYear { value, better, .. } => self.held.map(|held| {
                let mut held = held.clone();
                held.bound.limit = self.within(held.bound.limit + better.signed(&value.to_ratio()));
                held
            }),
            _ => self.held.cloned().or_else(|| self.case.held_in(self.series, self.year)),
        };
        match bound {
            Some(held) => self.at_least_as_good(held.bound.limit, held.bound.included),
            None => Clearing::Met { year: next },
        }
    }

    /// No value can be asked for that there cannot be.
    fn within(&self, limit: Ratio) -> Ratio {
        let card = self.case.card;
        let limit = limit.max(card.floor.to_ratio());
        match card.ceiling.map(Number::to_ratio) {
            Some(ceiling) => limit.min(ceiling),
            None => limit,
        }
    }

    fn than_the_latest(&self, included: bool) -> Clearing {
        match self.whole.points(self.of).last() {
            Some(latest) => self.at_least_as_good(latest.value.clone(), included),
            None => Clearing::Met { year: self.year.plus(1) },
        }
    }

    fn at_least_as_good(&self, value: Ratio, included: bool) -> Clearing {
        let better = self.case.better().unwrap_or(Better::Higher);
        let cases = self.decision.counts.and_then(|counts| self.in_cases(counts, better, &value, included));
        Clearing::NextValue { value, better, included, cases }
    }

    /// The count that is just enough at this year's denominator.
    fn in_cases(&self, counts: Counts, better: Better, value: &Ratio, included: bool) -> Option<u64> {
        let per = Ratio::whole(self.case.card.unit.per()?.into());
        let exact = value.over(&per)? * Ratio::whole(counts.denominator.into());
        let (floor, ceiling) = (exact.floor()?, exact.ceiling()?);
        let whole = floor == ceiling && !included;
        let cases = match better {
            Better::Lower if whole => floor - 1,
            Better::Lower => floor,
            Better::Higher if whole => ceiling + 1,
            Better::Higher => ceiling,
        };
        let possible = self.case.card.ceiling.is_none() || cases <= i128::from(counts.denominator);
        u64::try_from(cases).ok().filter(|_| possible)
    }
}
