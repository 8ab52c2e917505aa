//! What a rule asks in one year, as a bound; and how a value known exactly or in part is compared with it.

use super::Case;
use crate::data::series::{Cell, Known, Point, Series};
use crate::judge::{Cause, HostBound, Reason, Role};
use crate::plan::{Better, Bound, Rule};
use crate::values::{Number, Ratio, Year};

/// A bound, how many digits it was printed with (for 修约值比较法), and the value it was taken from.
pub(crate) struct Required<'a> {
    pub bound: Bound,
    /// The mildest the bound may be, where what it is taken from is known only between two ends.
    pub mildest: Option<Bound>,
    pub places: Option<u32>,
    pub from: Option<(Role, &'a Point)>,
}

/// Why there is no bound.
pub(crate) enum NoBound {
    Because(Reason),
    /// The rule has no verdict by nature.
    NotJudged,
}

impl From<Reason> for NoBound {
    fn from(reason: Reason) -> Self {
        Self::Because(reason)
    }
}

impl Case<'_> {
    /// The half width that a rule was judged with.
    pub(super) fn tolerance(&self) -> Option<Number> {
        match self.target.rule {
            Rule::Around { tolerance, .. } => {
                self.card.unit.tolerance(tolerance, self.evaluator.settings.around_tolerance)
            }
            Rule::InProportion { tolerance } => {
                self.card.unit.tolerance(tolerance, self.evaluator.settings.proportion_tolerance)
            }
            _ => None,
        }
    }

    /// What the rule asks in a year. Directions are not here: they look at more than one value.
    pub(crate) fn required<'s>(
        &self,
        series: &'s Series,
        reference: Option<&'s Series>,
        year: Year,
    ) -> Result<Required<'s>, NoBound> {
        if let Some((bound, places)) =
            self.target.rule.fixed_bound(self.card.unit, self.evaluator.settings.around_tolerance)
        {
            return Ok(Required { bound, mildest: None, places, from: None });
        }
        match self.target.rule {
            Rule::ChangedBy { value, better, since } => {
                let point = self.base(series, since, year)?;
                // There is no part of nothing, nor of a negative base: 20 per cent more than -10 would be less.
                let Some(base) = point.exact().filter(|base| base.signum() > 0) else {
                    return Err(Reason::new(Role::Baseline, since, Cause::Zero).into());
                };
                let changed = Ratio::whole(1) + better.signed(&value.part());
                Ok(self.required_of_base(point, base * changed, better))
            }
            // Nothing is asked of the year that the change is counted from.
            Rule::ChangedEachYear { since, .. } if year <= since => Err(NoBound::NotJudged),
            Rule::ChangedEachYear { value, better, since } => {
                let point = self.base(series, since, year)?;
                let Some(base) = point.exact() else {
                    return Err(Reason::new(Role::Baseline, since, Cause::Spans).into());
                };
                let years = Ratio::whole((year.number() - since.number()).into());
                let limit = base + better.signed(&(value.to_ratio() * years));
                // No value can be asked for that there cannot be.
                let limit = match self.card.ceiling.map(Number::to_ratio) {
                    Some(ceiling) if limit > ceiling => ceiling,
                    _ => limit.max(self.card.floor.to_ratio()),
                };
                Ok(self.required_of_base(point, limit, better))
            }
            Rule::InProportion { .. } if self.tolerance().is_none() => Err(NoBound::NotJudged),
            Rule::NotBelow | Rule::InProportion { .. } => self.against(reference, year),
            Rule::HostBound { .. } | Rule::Monitored => match self.given_bound(year) {
                Some(host) => Ok(Required {
                    bound: Bound { limit: host.value.to_ratio(), better: host.better, included: true },
                    mildest: None,
                    places: self.card.unit.is_rounded_to().then_some(host.value.places()),
                    from: None,
                }),
                None => Err(NoBound::NotJudged),
            },
            _ => Err(NoBound::NotJudged),
        }
    }

    /// The exact value of the year that a change is counted from; no other year is taken in its place.
    fn base<'s>(&self, series: &'s Series, since: Year, year: Year) -> Result<&'s Point, NoBound> {
        let no = |cause| Err(NoBound::Because(Reason::new(Role::Baseline, since, cause)));
        let point = match series.cells.get(&since).filter(|_| since <= year) {
            Some(Cell::Value(point)) => point,
            Some(Cell::Missing(why)) => return no(Cause::Missing(*why)),
            Some(Cell::Unusable(unusable)) => return no(unusable.cause()),
            None => return no(Cause::NoData),
        };
        if series.definition_since(year).is_some_and(|first| first > since) {
            return no(Cause::BeforeBreak);
        }
        if point.exact().is_none() {
            return no(Cause::Spans);
        }
        Ok(point)
    }

    fn required_of_base<'s>(&self, point: &'s Point, limit: Ratio, better: Better) -> Required<'s> {
        let bound = Bound { limit, better, included: true };
        Required { bound, mildest: None, places: None, from: Some((Role::Baseline, point)) }
    }

    /// The bound that the host gives for a year of the plan.
    pub(crate) fn given_bound(&self, year: Year) -> Option<&HostBound> {
        self.evaluator.host_bound(&self.target.id, year).filter(|_| year >= self.first)
    }

    /// A bound that is another indicator's value of the same period; an earlier one does not stand in.
    fn against<'s>(&self, reference: Option<&'s Series>, year: Year) -> Result<Required<'s>, NoBound> {
        let no = |cause| Err(NoBound::Because(Reason::new(Role::Reference, year, cause)));
        let (Some(series), Some(card)) = (reference, self.reference) else { return no(Cause::NoData) };
        let point = match series.cells.get(&year) {
            Some(Cell::Value(point)) => point,
            Some(Cell::Missing(why)) => return no(Cause::Missing(*why)),
            Some(Cell::Unusable(unusable)) => return no(unusable.cause()),
            None => return no(Cause::NoData),
        };
        let Some((times, over)) = card.unit.factor(self.card.unit) else { return no(Cause::Spans) };
        let factor = Ratio::quotient(times.into(), over.into()).unwrap_or_else(Ratio::zero);
        let tolerance = self.tolerance().map_or_else(Ratio::zero, Number::to_ratio);
        let bound = |value: &Ratio, included| Bound {
            limit: value * &factor - &tolerance,
            better: Better::Higher,
            included,
        };
        let (bound, mildest) = match &point.known {
            Known::Exactly(value) => (bound(value, true), None),
            Known::Between(Some((low, belongs)), Some((high, _))) => {
                (bound(high, true), Some(bound(low, *belongs)))
            }
            Known::Between(..) => return no(Cause::Spans),
        };
        Ok(Required { bound, mildest, places: None, from: Some((Role::Reference, point)) })
    }
}

impl Bound {
    /// The bound that the value itself has to meet so that the value rounded half to even meets this one.
    ///
    /// Rounding moves a value by up to half a digit; exactly half way it goes to the even neighbour.
    pub(crate) fn before_rounding(&self, places: u32) -> Self {
        let digit = Ratio::quotient(1, 10_i128.pow(places.min(28))).unwrap_or_else(Ratio::zero);
        let Some(in_digits) = self.limit.over(&digit) else { return self.clone() };
        let half = Ratio::quotient(1, 2).unwrap_or_else(Ratio::zero);
        let is_even = {
            let halved = &in_digits * &half;
            halved == halved.round(0)
        };
        // Towards the worse side for an included bound, towards the better side for an excluded one.
        let towards_worse = self.better.opposite();
        let step = if self.included { towards_worse.signed(&half) } else { self.better.signed(&half) };
        let included = if self.included { is_even } else { !is_even };
        Self { limit: (in_digits + step) * digit, better: self.better, included }
    }

    /// Whether all that the value may be meets the bound, or none of it; `None` where the two ends disagree.
    pub(super) fn decides(&self, known: &Known) -> Option<bool> {
        let (low, high) = match known {
            Known::Exactly(value) => return Some(self.is_met_by(value)),
            Known::Between(low, high) => (low.as_ref(), high.as_ref()),
        };
        let (worst, best) = match self.better {
            Better::Higher => (low, high),
            Better::Lower => (high, low),
        };
        // An end that does not belong only comes near: exactly at the bound it is on the inner side of it.
        let all_meet = worst.is_some_and(|(end, belongs)| {
            if *end == self.limit { self.included || !belongs } else { self.is_met_by(end) }
        });
        let none_meets = best.is_some_and(|(end, belongs)| {
            if *end == self.limit { !(self.included && *belongs) } else { !self.is_met_by(end) }
        });
        match (all_meet, none_meets) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}
