//! Directions: a series against its own past, by the word that the plan puts before the verb.

use alloc::vec::Vec;

use super::threshold::Standing;
use super::{Case, Judged, Note};
use crate::exact::{Number, Ratio};
use crate::indicator::Calendar;
use crate::outcome::{Cause, Outcome, Reason, Role};
use crate::period::{Period, Year};
use crate::rule::{Better, Bound, Rule, Word};
use crate::series::{Known, Point, Series};

/// How far back the rise before the baseline is looked for.
const LOOK_BACK: i32 = 10;

/// A usable value and its year.
type Dated<'s> = (Year, &'s Ratio);

impl Case<'_> {
    /// One series in one year against its own past.
    pub(super) fn trend(&self, series: &Series, unit: Option<&str>, year: Year) -> Judged {
        let start = self.start(series, year);
        let standing = self.standing(series, self.card, year);
        let (measured, point) = match standing {
            Standing::Value(measured, point) => (measured, point),
            Standing::None(outcome, cause) => {
                let mut judged = Judged::plain(outcome);
                judged.reasons.extend(cause.map(|cause| Reason::new(Role::Value, year, cause)));
                if outcome == Outcome::Undetermined {
                    match start {
                        // A setback that cannot be mended decides, whatever came after it.
                        Some((from, _)) if self.is_spoilt(&self.periods(series, from, year)) => {
                            judged.outcome = Outcome::NotMet;
                            judged.reasons.clear();
                        }
                        Some(_) => {}
                        None => judged.reasons.push(Reason::new(Role::Baseline, self.baseline, Cause::Silent)),
                    }
                }
                return judged;
            }
        };
        let mut judged = match start {
            Some((from, base)) if from < measured => self.compare(series, (from, base), (measured, point), year),
            Some(_) => Judged::undetermined(Reason::new(Role::Baseline, measured, Cause::FirstValue)),
            None => Judged::undetermined(Reason::new(Role::Baseline, self.baseline, Cause::Silent)),
        };
        judged.known = Some(point.known.clone());
        judged.counts = point.counts;
        judged.rests_on(Role::Value, point, unit);
        if let Some((from, base)) = start.filter(|(from, _)| *from < measured) {
            judged.rests_on(Role::Baseline, base, unit);
            if from > self.baseline {
                judged.notes.push(Note::BaselineMoved(from));
            }
        }
        if measured != year {
            judged.notes.push(Note::Standing(measured));
        }
        judged
    }

    /// The baseline: the value of the baseline year, or the first later one; of the definition that holds in `year`.
    ///
    /// A body elected before the baseline year is still in office in it.
    fn start<'s>(&self, series: &'s Series, year: Year) -> Option<(Year, &'s Point)> {
        let same = series.definition_since(year).unwrap_or(Year::literal(1900));
        if self.card.calendar == Calendar::Term {
            let in_office = series.points(same, self.baseline).rfind(|(_, point)| point.exact().is_some());
            if in_office.is_some() {
                return in_office;
            }
        }
        series.points(same.max(self.baseline), year).find(|(_, point)| point.exact().is_some())
    }

    /// The observed periods: the baseline and every later usable value up to the year.
    fn periods<'s>(&self, series: &'s Series, from: Year, year: Year) -> Vec<Dated<'s>> {
        let by_election = self.word() == Some(Word::EachTerm) && self.card.calendar == Calendar::Term;
        let points = series.points(from, year);
        let counted = points
            .filter(|(at, point)| !by_election || *at == from || matches!(point.period, Period::Term(_)))
            .filter_map(|(at, point)| Some((at, point.exact()?)));
        counted.collect()
    }

    const fn word(&self) -> Option<Word> {
        match self.target.rule {
            Rule::Improves { word, .. } => Some(word),
            _ => None,
        }
    }

    /// The best value there can be, where there is one.
    fn best_limit(&self) -> Option<Number> {
        match self.target.rule.better() {
            Better::Lower => Some(self.card.floor),
            Better::Higher => self.card.ceiling,
        }
    }

    /// Strictly better, or unchanged at the best there can be: otherwise 0 → 0 deaths could never be fewer.
    fn is_better(&self, earlier: &Ratio, later: &Ratio) -> bool {
        let gain = self.target.rule.better().signed(&(later - earlier));
        gain.signum() > 0 || (gain.is_zero() && self.best_limit().is_some_and(|limit| limit.to_ratio() == *later))
    }

    /// Whether a word that forgives no setback has been broken in these periods.
    fn is_spoilt(&self, periods: &[Dated<'_>]) -> bool {
        let better = self.target.rule.better();
        let mut steps = periods.iter().zip(periods.iter().skip(1));
        match self.word() {
            Some(Word::Steadily) => steps.any(|((_, a), (_, b))| better.signed(&(*b - *a)).signum() < 0),
            Some(Word::Sustained | Word::EachTerm) => steps.any(|((_, a), (_, b))| !self.is_better(a, b)),
            _ => false,
        }
    }

    fn compare(
        &self,
        series: &Series,
        (from, base): (Year, &Point),
        (measured, point): (Year, &Point),
        year: Year,
    ) -> Judged {
        let Some(base) = base.exact() else {
            return Judged::undetermined(Reason::new(Role::Baseline, from, Cause::Spans));
        };
        let better = self.target.rule.better();
        let at_limit = self.best_limit().is_some_and(|limit| limit.to_ratio() == *base);
        let included = at_limit || matches!(self.target.rule, Rule::NotWorse { .. });
        let bound = Bound { limit: base.clone(), better, included };
        let spans = || Judged::undetermined(Reason::new(Role::Value, measured, Cause::Spans));
        let periods = self.periods(series, from, year);
        let mut judged = match (self.target.rule, &point.known) {
            (Rule::RisesSlower, Known::Exactly(value)) => {
                return self.slower(series, (from, base), (measured, value), year);
            }
            (Rule::RisesSlower, Known::Between(..)) => return spans(),
            _ if self.is_spoilt(&periods) => Judged::plain(Outcome::NotMet),
            (Rule::Improves { word, .. }, Known::Exactly(_)) => {
                let holds = bound.decides(&point.known) == Some(true)
                    && match word {
                        Word::Gradually | Word::Continually => median_gain(&periods, better) >= Ratio::zero(),
                        _ => true,
                    };
                Judged::plain(Outcome::of(Some(holds)))
            }
            // Between two ends only the comparison with the baseline can be made, and for some words that is not all.
            (rule, known) => match (bound.decides(known), rule) {
                (Some(false), _) => Judged::plain(Outcome::NotMet),
                (Some(true), Rule::NotWorse { .. })
                | (Some(true), Rule::Improves { word: Word::Plain | Word::Further | Word::Markedly, .. }) => {
                    Judged::plain(Outcome::Met)
                }
                _ => spans(),
            },
        };
        if judged.outcome == Outcome::Met && at_limit && point.exact() == Some(base) {
            judged = judged.note(Note::AtLimit);
        }
        judged.bound = Some(bound);
        judged
    }

    /// 上升趋势减缓: the mean yearly rise since the baseline against the one before it.
    fn slower(
        &self,
        series: &Series,
        (from, base): Dated<'_>,
        (measured, value): Dated<'_>,
        year: Year,
    ) -> Judged {
        let now = yearly((from, base), (measured, value));
        if now.signum() <= 0 {
            return Judged::plain(Outcome::Met);
        }
        let same = series.definition_since(year).unwrap_or(Year::literal(1900));
        let earliest = series
            .points(same.max(from.plus(-LOOK_BACK)), from.plus(-1))
            .find_map(|(at, point)| Some((at, point.exact()?)));
        match earliest {
            Some(earliest) => Judged::plain(Outcome::of(Some(now < yearly(earliest, (from, base))))),
            None => Judged::undetermined(Reason::new(Role::Baseline, from, Cause::NoEarlierValue)),
        }
    }
}

/// The change between two values, divided by the years between them.
fn yearly((from, earlier): Dated<'_>, (to, later): Dated<'_>) -> Ratio {
    let years = Ratio::whole((to.number() - from.number()).into());
    (later - earlier).over(&years).unwrap_or_else(Ratio::zero)
}

/// The median of all pairwise yearly changes, signed so that positive is good.
fn median_gain(periods: &[Dated<'_>], better: Better) -> Ratio {
    let pairs = periods.iter().enumerate().flat_map(|(place, later)| {
        periods.iter().take(place).map(move |earlier| better.signed(&yearly(*earlier, *later)))
    });
    Ratio::median(pairs.collect()).unwrap_or_else(Ratio::zero)
}
