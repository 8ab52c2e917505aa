//! From what the words ask to the rule of a target, in the unit of its indicator.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::numbers::{Amount, Figure};
use super::{Ask, Comparator, Request, When, names};
use crate::plan::{Better, Change, Fraction, Plan, Rule, Timing};
use crate::values::{Number, Ratio, Unit, Year};

impl Ask {
    /// The rules that the words can stand for, for an indicator in this unit: the first reading first, none where no rule says
    /// what the words ask. `base` is the year from which a change is counted where the words name none.
    ///
    /// ```
    /// use dabiao::{plan::wording, values::Unit, Rule, Year};
    /// let reading = wording::read("婴儿死亡率降到500/10万以下");
    /// let rules = reading.asks[0].rules(Unit::PerMille, Year::literal(2020));
    /// assert_eq!(rules, [Rule::AtMost { value: "5".parse()? }]);
    /// assert_eq!(reading.asks[0].rules(Unit::Minutes, Year::literal(2020)), []);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn rules(&self, unit: Unit, base: Year) -> Vec<Rule> {
        let better =
            if self.names.iter().any(|name| names::falls(name)) { Better::Lower } else { Better::Higher };
        let readings = core::iter::once(&self.request).chain(&self.or);
        readings.flat_map(|request| request.rules(unit, base, better)).collect()
    }

    /// When it has to hold in a plan: by the words, else by the due year of the plan.
    ///
    /// ```
    /// use dabiao::{plan::{wording, Timing}, Catalogue, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let plan = catalogue.plan("women")?;
    /// let ask = &wording::read("到2025年，婚前医学检查率达到65％").asks[0];
    /// assert_eq!(ask.timing_in(plan), Timing::ByYear { due: Year::literal(2025) });
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn timing_in(&self, plan: &Plan) -> Timing {
        let due = self.due.unwrap_or(plan.last);
        let issued = plan.issued.year();
        match self.timing {
            None | Some(When::ByYear) => Timing::ByYear { due },
            Some(When::Kept) => Timing::Kept { from: plan.first, due },
            Some(When::EveryYear) => Timing::EveryYear { from: issued, due },
            Some(When::ReachedAndKept) => Timing::ReachedAndKept { due },
            Some(When::EachTerm) => Timing::EveryTerm { from: plan.first, due },
            Some(When::EachWindow(years)) => Timing::EachWindow { from: plan.first, years, due },
            Some(When::WithinMonths(months)) => Timing::Within { after: plan.issued, months },
        }
    }
}

impl Request {
    /// At least one.
    pub(super) fn one() -> Self {
        let amount =
            Amount { figure: Figure::Number(Number::from(1_u32)), unit: None, unit_words: String::new() };
        Self::Bound { comparator: Comparator::AtLeast, amount }
    }

    fn rules(&self, unit: Unit, base: Year, better: Better) -> Vec<Rule> {
        match self {
            Self::Bound { comparator, amount } => bound(*comparator, amount, unit),
            Self::Change { better, amount, since, yearly: false } => {
                let change = |value| Rule::ChangedBy { value, better: *better, since: since.unwrap_or(base) };
                amount.change().map(change).into_iter().collect()
            }
            Self::Change { better, amount, since, .. } => {
                let since = since.unwrap_or(base);
                let value = amount.in_unit(unit.of_difference());
                value
                    .map(|value| Rule::ChangedEachYear { value, better: *better, since })
                    .into_iter()
                    .collect()
            }
            Self::All => vec![Rule::All],
            Self::Direction { better, qualifier } => {
                vec![Rule::Improves { better: *better, qualifier: *qualifier }]
            }
            Self::NotWorse { better } => vec![Rule::NotWorse { better: *better }],
            Self::RisesSlower => vec![Rule::RisesSlower],
            Self::NotBelow { .. } => vec![Rule::NotBelow],
            Self::InProportion { .. } => vec![Rule::InProportion { tolerance: None }],
            Self::HostBound => vec![Rule::HostBound { better }],
            Self::Unnumbered => vec![Rule::Monitored],
        }
    }
}

fn bound(comparator: Comparator, amount: &Amount, unit: Unit) -> Vec<Rule> {
    let ratio = |part: Number, whole: Number| {
        Some(Rule::AtLeastRatio { value: Fraction::new(part.whole()?, whole.whole()?).ok()? })
    };
    match (comparator, amount.figure) {
        (Comparator::AtLeast, Figure::Fraction(value)) => return vec![Rule::AtLeastRatio { value }],
        // Which side of 1：3 is which only the words say: both readings.
        (Comparator::AtLeast, Figure::Colon(left, right)) => {
            return [ratio(left, right), ratio(right, left)].into_iter().flatten().collect();
        }
        _ => {}
    }
    let Some(value) = amount.in_unit(unit) else { return Vec::new() };
    vec![match comparator {
        Comparator::AtLeast => Rule::AtLeast { value },
        Comparator::AtMost => Rule::AtMost { value },
        Comparator::MoreThan => Rule::MoreThan { value },
        Comparator::LessThan => Rule::LessThan { value },
        Comparator::About(better) => Rule::Around { value, better, tolerance: None },
    }]
}

impl Amount {
    /// Whether it may be a part or a multiple of another value: 2020年的一半, 2020年的2倍.
    pub(super) fn is_relative(&self) -> bool {
        matches!(self.figure, Figure::Fraction(_))
            || self.unit == Some(Unit::Percent)
            || self.unit_words == "倍"
    }

    pub(super) fn is_whole_number(&self) -> bool {
        matches!(self.figure, Figure::Number(number) if number.places() == 0)
    }

    /// The number in another unit; `None` where it does not become one exactly.
    pub(super) fn in_unit(&self, unit: Unit) -> Option<Number> {
        match (self.figure, self.unit) {
            // 1.12名 of an indicator for each thousand: the thousand stands in its name.
            (Figure::Number(number), Some(from))
                if from.is_whole() && (unit.is_whole() || unit == Unit::Per1000) =>
            {
                Some(number)
            }
            (Figure::Number(number), Some(from)) => {
                let (times, over) = from.factor(unit)?;
                let factor = Ratio::quotient(times.into(), over.into())?;
                if times == over { Some(number) } else { (number.to_ratio() * factor).to_number() }
            }
            (Figure::Number(number), None) => self.unit_words.is_empty().then_some(number),
            (Figure::Fraction(fraction), _) => {
                (fraction.to_ratio() * Ratio::whole(unit.per()?.into())).to_number()
            }
            (Figure::Colon(left, right), _) if unit == Unit::Quotient => {
                Ratio::quotient(left.mantissa(), 10_i128.pow(left.places()))
                    .zip(Ratio::quotient(10_i128.pow(right.places()), right.mantissa()))
                    .and_then(|(left, right)| (left * right).to_number())
            }
            (Figure::Colon(..), _) => None,
        }
    }

    /// A change by a part of the value; `None` for one in points or things.
    fn change(&self) -> Option<Change> {
        match (self.figure, self.unit) {
            (Figure::Number(number), Some(Unit::Percent)) => Some(Change::Percent(number)),
            (Figure::Fraction(fraction), None) => Some(Change::Fraction(fraction)),
            _ => None,
        }
    }
}

impl Number {
    fn whole(self) -> Option<u32> {
        (self.places() == 0).then(|| u32::try_from(self.mantissa()).ok()).flatten()
    }
}
