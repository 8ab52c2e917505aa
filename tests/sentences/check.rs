//! What was read, compared with the row.

use std::cmp::Ordering;

use dabiao::text::{self, RateChange, TextStyle};
use dabiao::{
    Language, Number, Outcome, Rule,
    ahead::Dated,
    plan::Better,
    report::Row,
    values::{Ratio, Unit},
};

use crate::read::{Asked, Figure, Moved, Read, Side};
use crate::{chinese, english};

pub(crate) const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// Both sentences on a row, in both ways of saying changes, say what the row holds.
pub(crate) fn check(row: &Row) -> Result<(), String> {
    for language in LANGUAGES {
        for rate_change in [RateChange::Relative, RateChange::Points] {
            let style = TextStyle::new(language).rate_change(rate_change);
            let sentence = text::sentence_with(row, style);
            let read = match language {
                Language::Chinese => chinese::read(&sentence, &row.indicator.zh, &row.target.clause.words),
                Language::English => english::read(&sentence, &row.indicator.en),
            };
            let mut wrong =
                Wrong { row, language, relative: rate_change == RateChange::Relative, found: vec![] };
            wrong.all(&read);
            if !wrong.found.is_empty() {
                let facts = &row.judgement;
                return Err(format!(
                    "{sentence}\n  read as {read:?}\n  wrong: {:?}\n  facts: {:?} {:?}\n  previous {:?}",
                    wrong.found, facts.assessment.outcome, facts.assessment, facts.previous
                ));
            }
        }
    }
    Ok(())
}

struct Wrong<'a> {
    row: &'a Row,
    language: Language,
    relative: bool,
    found: Vec<&'static str>,
}

fn digit(places: u32) -> Ratio {
    Ratio::new(1, 10_i128.pow(places)).unwrap()
}

/// Whether a printed number is the exact one within so many decimals.
pub(crate) fn near(printed: &Ratio, exact: &Ratio, places: u32) -> bool {
    (printed - exact).abs() * Ratio::whole(2) <= digit(places)
}

/// The decimals that a number has at least: those of the printed bound and one more, else those of its unit.
pub(crate) fn usual(row: &Row) -> u32 {
    let bound = match row.target.rule {
        Rule::AtLeast { value }
        | Rule::AtMost { value }
        | Rule::MoreThan { value }
        | Rule::LessThan { value } => Some(value),
        Rule::Around { value, .. } => Some(value),
        _ => None,
    };
    let two = [Unit::PerMille, Unit::Per1000, Unit::Quotient, Unit::Years, Unit::SchoolYears];
    bound.map_or(1 + u32::from(two.contains(&row.indicator.unit)), |bound| bound.places() + 1)
}

/// The unit of a number; English has one point and two points.
fn has_unit(figure: &Figure, unit: &str) -> bool {
    let singular = ["point", "person", "year", "minute", "hour"]
        .iter()
        .fold(unit.to_owned(), |unit, noun| unit.replace(&format!("{noun}s"), noun));
    let one = figure.number == Ratio::whole(1) && !unit.starts_with("per 1,000 persons");
    figure.unit == unit || (one && figure.unit == singular)
}

impl Wrong<'_> {
    fn expect(&mut self, holds: bool, what: &'static str) {
        if !holds {
            self.found.push(what);
        }
    }

    fn unit(&self, unit: Unit) -> String {
        let card = &self.row.indicator;
        let counted = [Unit::Count, Unit::Persons, Unit::Per1000].contains(&unit) && unit == card.unit;
        let defined = card.definition.as_ref().filter(|_| counted && card.gap.is_none());
        let word = defined.and_then(|defined| defined.measure_word.as_ref());
        let over = defined.and_then(|defined| defined.denominator.as_ref());
        match (unit, self.language, word) {
            (_, Language::Chinese, Some(word)) => word.zh.to_string(),
            (Unit::Per1000, Language::English, Some(word)) if over.is_some() => {
                format!("{} per 1,000 {}", word.en, over.unwrap().en)
            }
            (Unit::Quotient, ..) => String::new(),
            (Unit::SchoolYears, Language::English, _) => "years".into(),
            (unit, Language::Chinese, _) => unit.symbol().into(),
            (unit, Language::English, _) => unit.symbol_en().into(),
        }
    }

    fn all(&mut self, read: &Read) {
        let assessment = self.row.assessment();
        let (own, of_change) = (self.unit(self.row.indicator.unit), self.unit(assessment.margin_unit));
        let (own, of_change) = (own.as_str(), of_change.as_str());
        let judged = matches!(assessment.outcome, Outcome::Met | Outcome::NotMet);
        self.expect(read.outcome == assessment.outcome, "outcome");

        if judged && assessment.year_outcome() != assessment.outcome {
            self.expect(read.explained, "the year itself");
        }

        // The value, or that nothing happened.
        let usual = usual(self.row);
        let by_unit = self.row.target.scope.is_every_unit() && assessment.units.is_some();
        let value = assessment.value.as_ref().filter(|_| !by_unit);
        match (value, &read.value) {
            (Some(value), None) => self.expect(value.is_zero() && read.no_event, "value left out"),
            (Some(value), Some(found @ Figure { number, .. })) => {
                self.expect(near(number, value, usual), "value");
                self.expect(number.is_zero() == value.is_zero(), "a false zero");
                self.expect(has_unit(found, own), "unit of the value");
                self.expect(!read.no_event, "a rate and no event");
            }
            (None, found) => self.expect(found.is_none() && !read.no_event, "a value from nowhere"),
        }
        if let (Some((k, n)), Some(counts)) = (read.counts, assessment.counts) {
            self.expect((k, n) == (counts.numerator, counts.denominator), "counts");
        }

        let zero = Ratio::zero();
        let shown = read.value.as_ref().map(|figure| &figure.number).or(read.no_event.then_some(&zero));
        if judged {
            self.bound(read, shown, own, of_change);
            self.baseline(read, of_change);
        }
        self.change(read, of_change);
        let gain =
            read.change.as_ref().map_or_else(|| self.gain_since_baseline(read), |change| change.called);
        let disagree = matches!((read.outcome, gain), (Outcome::Met, -1) | (Outcome::NotMet, 1));
        self.expect(read.but == disagree, "but");
    }

    /// The bound that the sentence names, in the indicator's unit.
    fn limit(&self, read: &Read) -> Option<(Better, bool, Ratio)> {
        let per = || Ratio::whole(self.row.indicator.unit.per().unwrap_or(1).into());
        match &read.asked {
            Asked::Bound { better, included, limit } => Some((*better, *included, limit.number.clone())),
            Asked::Fraction { better, part, whole } => Some((*better, true, part.over(whole)? * per())),
            Asked::Nothing => Some((Better::Lower, true, Ratio::zero())),
            Asked::All => Some((Better::Higher, true, per())),
            Asked::Around { value, points } => {
                let better = self.row.target.rule.better();
                Some((better, true, &value.number - better.signed(points)))
            }
            Asked::Words => {
                let (base, _) = read.baseline.as_ref()?;
                Some((self.row.target.rule.better(), false, base.number.clone()))
            }
        }
    }

    fn bound(&mut self, read: &Read, shown: Option<&Ratio>, own: &str, of_change: &str) {
        let assessment = self.row.assessment();
        let (Some(bound), Some(value)) = (&assessment.bound, &assessment.value) else { return };
        let direction = matches!(read.asked, Asked::Words);
        let Some((better, included, limit)) = self.limit(read) else {
            // From period to period better: the term before is what counts.
            return self.expect(self.row.target.rule.is_direction(), "no bound");
        };
        self.expect(better == bound.better, "which way is better");
        self.expect(direction || included == bound.included, "whether the bound belongs");
        let usual = usual(self.row);
        self.expect(near(&limit, &bound.limit, usual), "bound");
        if let Asked::Bound { limit, .. } = &read.asked {
            self.expect(has_unit(limit, own), "unit of the bound");
        }
        if let Some(edge) = &read.edge {
            self.expect(near(&edge.number, &bound.limit, usual), "edge");
        }
        // Beside a fraction it is the counts that are compared with it.
        let counted = match (&read.asked, read.counts) {
            (Asked::Fraction { .. }, Some((k, n))) => {
                let per = self.row.indicator.unit.per().unwrap_or(1);
                Ratio::new(i128::from(k) * i128::from(per), n.into()).ok()
            }
            _ => None,
        };
        let Some(shown) = counted.as_ref().or(shown) else { return };
        self.expect(shown.cmp(&limit) == value.cmp(&bound.limit), "comparison");
        // What the sentence says of value and bound is the verdict, or it says why not.
        let says = match value.cmp(&bound.limit) {
            Ordering::Equal => bound.included,
            Ordering::Greater => bound.better == Better::Higher,
            Ordering::Less => bound.better == Better::Lower,
        };
        if says != (read.outcome == Outcome::Met) {
            self.expect(read.explained, "contradicts itself");
        }
        let Some((side, size)) = &read.distance else {
            return self.expect(direction, "no distance");
        };
        let difference = value - &bound.limit;
        let expected = match difference.signum() {
            0 => Side::At,
            1 => Side::Above,
            _ => Side::Below,
        };
        self.expect(*side == expected, "side");
        match size {
            None => self.expect(difference.is_zero(), "no size"),
            Some(size) => {
                self.expect(near(&size.number, &difference.abs(), usual), "distance");
                self.expect(!size.number.is_zero(), "a distance of nothing");
                self.expect(has_unit(size, of_change), "unit of the distance");
            }
        }
    }

    fn baseline(&mut self, read: &Read, of_change: &str) {
        let assessment = self.row.assessment();
        let base = match self.row.target.rule {
            Rule::Improves { .. } | Rule::NotWorse { .. } => {
                assessment.bound.as_ref().map(|bound| bound.limit.clone())
            }
            _ => None,
        };
        let (Some(value), Some(base)) = (&assessment.value, base) else { return };
        let usual = usual(self.row);
        let Some((figure, moved)) = &read.baseline else { return self.expect(false, "no baseline") };
        self.expect(near(&figure.number, &base, usual), "baseline");
        let base = Dated::new(dabiao::Year::new(moved.since).unwrap(), base);
        self.moved(moved, value, &base, of_change);
    }

    /// Whether the change since the baseline is for the better (1) or the worse (−1), where the baseline is the value before: the
    /// sentence then tells one change for both, and need not call it either.
    fn gain_since_baseline(&self, read: &Read) -> i8 {
        let judgement = &self.row.judgement;
        let Some((_, moved)) = &read.baseline else { return 0 };
        if judgement.previous.as_ref().is_none_or(|previous| previous.year.number() != moved.since) {
            return 0;
        }
        match judgement.assessment.bound.as_ref().map(|bound| bound.better) {
            _ if self.row.target.rule == Rule::RisesSlower => 0,
            Some(Better::Higher) => moved.sign,
            Some(Better::Lower) => -moved.sign,
            None => 0,
        }
    }

    fn change(&mut self, read: &Read, of_change: &str) {
        let judgement = &self.row.judgement;
        let Some(value) = &judgement.assessment.value else {
            return self.expect(read.change.is_none(), "a change of nothing");
        };
        let hidden = read.baseline.is_some()
            || (self.row.target.rule.is_direction()
                && !matches!(judgement.assessment.outcome, Outcome::Met | Outcome::NotMet));
        let redefined = judgement.redefined.filter(|_| !hidden).map(|year| year.number());
        self.expect(read.redefined == redefined, "redefined");
        // One base in a sentence: a direction that tells its baseline tells the value before only where that says the opposite.
        let rule = self.row.target.rule;
        let better = judgement.assessment.bound.as_ref().map(|bound| bound.better);
        let better = better.or((rule != Rule::Monitored).then(|| rule.better()));
        let better = better.filter(|_| rule != Rule::RisesSlower);
        let gain =
            |previous: &Dated| better.map_or(0, |better| better.signed(&(value - &previous.value)).signum());
        let outcome = judgement.assessment.outcome;
        let opposite =
            |previous: &Dated| matches!((outcome, gain(previous)), (Outcome::Met, -1) | (Outcome::NotMet, 1));
        let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
        let told = |previous: &&Dated| match &read.baseline {
            Some((_, moved)) => opposite(previous) && moved.since != previous.year.number(),
            None => judged || !rule.is_direction(),
        };
        match (judgement.previous.as_ref().filter(told), &read.change) {
            (None, found) => self.expect(found.is_none(), "a change from nowhere"),
            (Some(_), None) => self.expect(false, "no change"),
            (Some(previous), Some(moved)) => {
                self.moved(moved, value, previous, of_change);
                self.expect(moved.called == gain(previous), "better or worse");
            }
        }
    }

    /// The movement from an earlier value, in the unit that its kind of number is compared in.
    fn moved(&mut self, moved: &Moved, value: &Ratio, from: &Dated, of_change: &str) {
        let difference = value - &from.value;
        self.expect(moved.sign == difference.signum(), "direction of the change");
        self.expect(moved.since == from.year.number(), "since when");
        if difference.is_zero() {
            return;
        }
        let card_row = self.row;
        let card = &card_row.indicator;
        let above_zero = from.value.signum() > 0;
        let relative = card.unit == Unit::Per100k
            && self.relative
            && card.gap.is_none()
            && above_zero
            && value.signum() > 0;
        let counted = matches!(card.unit, Unit::Count | Unit::Persons | Unit::Yuan | Unit::Tonnes);
        self.expect(moved.size.is_none() == relative, "number or per cent");
        let share = relative || (counted && card.gap.is_none() && above_zero);
        self.expect(moved.percent.is_some() == share, "per cent or none");
        if let Some(size) = &moved.size {
            self.expect(near(&size.number, &difference.abs(), usual(card_row)), "size of the change");
            self.expect(!size.number.is_zero(), "a change of nothing");
            self.expect(has_unit(size, of_change), "unit of the change");
        }
        if let Some(percent) = &moved.percent {
            let exact = difference.abs().over(&from.value).unwrap() * Ratio::whole(100);
            self.expect(near(percent, &exact, 1), "per cent of the change");
            self.expect(!percent.is_zero(), "a per cent of nothing");
            let all = Number::from(100_u32).to_ratio();
            self.expect((*percent == all) == (exact == all), "all or not quite all");
        }
    }
}
