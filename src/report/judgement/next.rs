//! What it takes to meet a target in the next year.

use crate::ahead::warning::Next;
use crate::data::series::Series;
use crate::judge::{Assessment, Method, Outcome, assess::Case};
use crate::plan::{Better, Scope, Timing};
use crate::values::Year;

impl Case<'_> {
    /// What the next year's value has to meet; it looks at what the rule will ask then, and whether it can still count.
    pub(super) fn next(&self, series: &Series, assessment: &Assessment, year: Year) -> Next {
        let next = year.plus(1);
        if assessment.irrecoverable || year >= self.target.timing.due() || self.is_settled(assessment, next) {
            return Next::Never;
        }
        let Some(bound) = &assessment.bound else { return Next::Unsaid };
        let rule = self.target.rule;
        if rule.is_direction() {
            return match self.target.scope {
                Scope::Area => self.next_bound(series, bound, year).map_or(Next::Never, Next::Meets),
                _ => Next::Unsaid,
            };
        }
        // Over units each by itself the bound is that of one of them.
        let own = rule.has_reference() || rule.is_change();
        if own && self.target.scope == Scope::EveryUnit {
            return Next::Unsaid;
        }
        // A host's bound may be another one then; without one this year's is all there is.
        match self.asked(series, None, next).or_else(|_| self.asked(series, None, year)) {
            Ok(asked) => Next::Meets(match (self.evaluator.settings().method, asked.places) {
                (Method::Rounded, Some(places)) => asked.bound.before_rounding(places),
                _ => asked.bound,
            }),
            Err(_) => Next::Meets(bound.clone()),
        }
    }

    /// Whether the verdict of the next year is not met whatever it brings.
    fn is_settled(&self, assessment: &Assessment, next: Year) -> bool {
        let last = next == self.target.timing.due();
        let mut years = assessment.history.iter();
        match self.target.timing {
            Timing::EveryYear { .. } => last && years.any(|year| year.outcome == Outcome::NotMet),
            Timing::Kept { .. } | Timing::ReachedAndKept { .. } => last && self.is_lost(&assessment.history),
            // What has happened too often stays so until its time is over.
            Timing::Once { .. } | Timing::Within { .. } => assessment.outcome == Outcome::NotMet,
            Timing::EachWindow { from, years: length, .. } => {
                let same = (next.number() - from.number()) % i32::from(length.max(1)) != 0;
                let too_often = assessment.bound.as_ref().is_some_and(|bound| bound.better == Better::Lower);
                (last && years.any(|year| year.outcome == Outcome::NotMet))
                    || (same && too_often && assessment.outcome == Outcome::NotMet)
            }
            Timing::ByYear { .. } | Timing::EveryTerm { .. } => false,
        }
    }
}
