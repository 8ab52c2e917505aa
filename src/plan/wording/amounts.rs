//! Numbers, and the words around them that say how they are compared with a value.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::grammar::{Clause, Context, Reader};
use super::lexicon::{Comparator, Lead, Sign};
use super::numbers::{Amount, Figure};
use super::pieces::Token;
use super::{Ask, Obstacle, Request, When, names};
use crate::plan::Better;
use crate::values::{Number, Unit};

/// The words around a number that say how it is compared with a value.
#[derive(Default)]
pub(super) struct Around {
    lead: Option<Lead>,
    before: Option<Comparator>,
    roughly: bool,
    turn: Option<Better>,
    direct: bool,
}

impl Reader<'_, '_> {
    /// Whether a numeral with a measure word (一名) is a number here: only beside a verb that asks for things.
    pub(super) fn counts(&self, clause: &Clause<'_>, at: usize) -> bool {
        let direct = at.checked_sub(1).and_then(|before| clause.sign(before));
        let asks = matches!(direct, Some(Sign::Lead(_) | Sign::Before(_) | Sign::Roughly | Sign::Turn(_)));
        let last = at + 1 >= clause.pieces.len();
        let built = clause.before(at).any(|(_, piece)| {
            matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen) | Sign::Before(_)))
        });
        asks || (last && built)
    }

    pub(super) fn around(&self, clause: &Clause<'_>, at: usize) -> Around {
        let mut around = Around { direct: true, ..Around::default() };
        let mut near = true;
        for (place, piece) in clause.before(at) {
            match piece.token {
                Token::Amount(_) | Token::SoftAmount(_) | Token::Range => break,
                Token::Sign(Sign::Lead(lead)) => {
                    around.lead.get_or_insert(lead);
                }
                Token::Sign(Sign::Before(comparator)) => {
                    around.before.get_or_insert(comparator);
                }
                Token::Sign(Sign::Roughly) => around.roughly = true,
                Token::Sign(Sign::Turn(better)) if place + 1 == at => around.turn = Some(better),
                Token::Sign(_) => {}
                Token::Text => {
                    if place + 1 == at {
                        around.direct = false;
                    }
                    near = false;
                }
                _ => {}
            }
            // A verb behind other words does not lead to this number: 提高…的…90%.
            if !near && around.lead.is_some() {
                break;
            }
        }
        around
    }

    /// A number, or a list of numbers, with the words around it.
    pub(super) fn amounts(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let mut list: Vec<(Amount, Option<Sign>)> = Vec::new();
        let mut next = at;
        while let Some(Token::Amount(amount) | Token::SoftAmount(amount)) =
            clause.get(next).map(|piece| &piece.token)
        {
            next += 1;
            let after = clause.sign(next).filter(|sign| matches!(sign, Sign::After(_) | Sign::Around));
            next += usize::from(after.is_some());
            list.push((self.scaled(amount, context), after));
            let more = clause.sign(next) == Some(Sign::And)
                && matches!(clause.get(next + 1).map(|piece| &piece.token), Some(Token::Amount(_)));
            if !more {
                break;
            }
            next += 1;
        }
        let (Some(first), Some(last)) = (clause.get(at), clause.get(next.saturating_sub(1))) else {
            return at + 1;
        };
        if self.is_base(clause, at, next) {
            context.names = self.subject(clause, at, context);
            clause.start = next;
            return next;
        }
        if let (Some(ask), true) = (self.deadline(clause, at, next, &list, context), list.len() == 1) {
            self.asks.push(ask);
            clause.start = next;
            return next;
        }
        let behind = self.letters.at(last.to);
        if matches!(behind, Some('余' | '多')) {
            self.stop(first.from, last.to, Obstacle::Inexact);
            clause.start = next;
            return next;
        }
        let shared = list.last().and_then(|(_, after)| *after);
        let around = self.around(clause, at);
        let things = list.first().is_some_and(|(amount, _)| amount.unit.is_some_and(Unit::is_whole));
        let object_first = match around.lead {
            Some(Lead::Build | Lead::Happen | Lead::Have) => things,
            Some(_) => false,
            // 95%的城市社区建立…: what stands behind the number is its subject.
            None => behind == Some('的') && self.own_subject(clause, at).is_empty(),
        };
        let object = if object_first { self.object(clause, next) } else { Vec::new() };
        let end = if object.is_empty() { next } else { self.object_end(clause, next) };
        let subject = if object.is_empty() { self.subject(clause, at, context) } else { object };
        let uneven = list.len() > 1 && !subject.is_empty() && subject.len() != list.len();
        if uneven {
            self.stop(first.from, last.to, Obstacle::Uneven);
        }
        for (place, (amount, after)) in list.iter().enumerate() {
            let names = match (list.len(), uneven) {
                (1, _) => subject.clone(),
                (_, true) => Vec::new(),
                (_, false) => subject.get(place).cloned().into_iter().collect(),
            };
            match self.requests(clause, amount, after.or(shared), &around, &names, behind, context) {
                Ok((request, or, plain)) => {
                    let ask = self.ask(clause, at, next, names, request, context);
                    let of_change = matches!(ask.request, Request::Change { .. }).then_some(When::ByYear);
                    // 每两年一次免费检查覆盖率达到85%: the window is of the examination, not of the rate.
                    let every =
                        ask.timing.filter(|when| things || matches!(when, When::EveryYear | When::Kept));
                    let timing = of_change.or(every).or(timing(&around));
                    self.asks.push(Ask { or, plain, timing, ..ask });
                }
                Err(obstacle) => self.stop(first.from, last.to, obstacle),
            }
        }
        context.names = subject;
        clause.start = end;
        next
    }

    /// 颁布后1个月内报送: once, within so many months.
    fn deadline(
        &self,
        clause: &Clause<'_>,
        at: usize,
        next: usize,
        list: &[(Amount, Option<Sign>)],
        context: &Context,
    ) -> Option<Ask> {
        let (amount, after) = list.first()?;
        let behind_event = at.checked_sub(1).and_then(|before| clause.sign(before)) == Some(Sign::AfterEvent);
        let inside = *after == Some(Sign::After(Comparator::AtMost)) && amount.unit == Some(Unit::Months);
        let Figure::Number(months) = amount.figure else { return None };
        let months = u8::try_from(months.mantissa())
            .ok()
            .filter(|_| behind_event && inside && months.places() == 0)?;
        let ask = self.ask(clause, at, next, self.object(clause, next), Request::one(), context);
        Some(Ask { implied: true, timing: Some(When::WithinMonths(months)), ..ask })
    }

    /// Whether a number is where the value was: 由80%提高到90%.
    pub(super) fn is_base(&self, clause: &Clause<'_>, at: usize, next: usize) -> bool {
        let leads = matches!(clause.sign(next), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo)))
            || (matches!(clause.get(next).map(|piece| &piece.token), Some(Token::Text))
                && matches!(clause.sign(next + 1), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo))))
            || (matches!(clause.sign(next), Some(Sign::Quality(_)))
                && matches!(clause.sign(next + 1), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo))));
        let mut signs = clause.before(at).filter_map(|(_, piece)| piece.sign());
        leads
            && signs
                .find(|sign| *sign != Sign::Plain)
                .is_some_and(|sign| matches!(sign, Sign::From | Sign::Than))
    }

    /// 每千名儿童…1.12名: the number counts for each thousand.
    pub(super) fn scaled(&self, amount: &Amount, context: &Context) -> Amount {
        let Some(per) = context.per.filter(|_| amount.unit.is_none_or(Unit::is_whole)) else {
            return amount.clone();
        };
        let unit = match per {
            1_000 => Some(Unit::Per1000),
            100_000 => Some(Unit::Per100k),
            _ => None,
        };
        let words = alloc::format!(
            "{}/{}",
            amount.unit_words,
            match per {
                1_000 => "千人",
                100 => "百人",
                10_000 => "万人",
                100_000 => "10万",
                _ => "百万人",
            }
        );
        Amount { unit, unit_words: words, ..amount.clone() }
    }

    /// The request that a number makes, other readings of the same words, and whether no word of comparison stands there.
    #[expect(clippy::too_many_arguments, reason = "each is one of the words around the number")]
    pub(super) fn requests(
        &self,
        clause: &Clause<'_>,
        amount: &Amount,
        after: Option<Sign>,
        around: &Around,
        names: &[String],
        behind: Option<char>,
        context: &Context,
    ) -> Result<(Request, Vec<Request>, bool), Obstacle> {
        let bound = |comparator| Request::Bound { comparator, amount: amount.clone() };
        if let Some(better) = around.turn {
            return self.change(clause, amount, better, after, names, context);
        }
        let lower = names.iter().any(|name| names::falls(name));
        let better = match around.lead {
            Some(Lead::FallTo | Lead::Cap) => Better::Lower,
            Some(Lead::RiseTo) => Better::Higher,
            _ if lower => Better::Lower,
            _ => Better::Higher,
        };
        if after == Some(Sign::Around) || around.roughly {
            return match around.before {
                None => Ok((bound(Comparator::About(better)), Vec::new(), false)),
                Some(_) => Err(Obstacle::Contradiction),
            };
        }
        let after = match after {
            Some(Sign::After(comparator)) => Some(comparator),
            _ => None,
        };
        use Comparator::{AtLeast, AtMost, LessThan, MoreThan};
        let said = match (around.before, after) {
            (Some(AtLeast), Some(AtLeast)) => Some((AtLeast, None)),
            (Some(AtMost), Some(AtMost)) => Some((AtMost, None)),
            (Some(MoreThan), Some(AtLeast)) => Some((MoreThan, Some(AtLeast))),
            (Some(LessThan), Some(AtMost)) => Some((LessThan, Some(AtMost))),
            (Some(_), Some(_)) => return Err(Obstacle::Contradiction),
            (Some(one), None) | (None, Some(one)) => Some((one, None)),
            (None, None) => None,
        };
        if let Some((comparator, other)) = said {
            return Ok((bound(comparator), other.into_iter().map(bound).collect(), false));
        }
        // Bare numbers: the verb decides; 达到 and 保持在 of what should fall leave both open.
        match around.lead {
            Some(Lead::FallTo | Lead::Cap) => Ok((bound(AtMost), Vec::new(), false)),
            Some(Lead::RiseTo) => Ok((bound(AtLeast), Vec::new(), false)),
            Some(Lead::Reach | Lead::Keep | Lead::ReachAndKeep | Lead::Have) if lower => {
                Ok((bound(AtMost), alloc::vec![bound(AtLeast)], false))
            }
            Some(lead) => {
                let far = !around.direct && matches!(lead, Lead::Have | Lead::Hold);
                Ok((bound(AtLeast), Vec::new(), far))
            }
            None if behind == Some('的') && amount.unit == Some(Unit::Percent) => {
                Ok((bound(AtLeast), Vec::new(), false))
            }
            None if lower => Ok((bound(AtMost), alloc::vec![bound(AtLeast)], true)),
            None if amount.unit_words.is_empty() && matches!(amount.figure, Figure::Number(_)) => {
                Err(Obstacle::NoComparison)
            }
            None => Ok((bound(AtLeast), Vec::new(), true)),
        }
    }

    /// 下降20%, 提高5个百分点, 年均增长7%.
    pub(super) fn change(
        &self,
        clause: &Clause<'_>,
        amount: &Amount,
        better: Better,
        after: Option<Sign>,
        names: &[String],
        context: &Context,
    ) -> Result<(Request, Vec<Request>, bool), Obstacle> {
        match after {
            None | Some(Sign::After(Comparator::AtLeast)) => {}
            Some(Sign::Around) => return Err(Obstacle::Inexact),
            Some(_) => return Err(Obstacle::Contradiction),
        }
        let yearly = clause.yearly;
        let change = |amount: Amount| Request::Change { better, amount, since: context.since, yearly };
        let mut or = Vec::new();
        // 提高5% of a share: five per cent of the value, or five points.
        let of_share = names.iter().any(|name| names::is_measure(name) && is_share(name));
        if amount.unit == Some(Unit::Percent) && of_share {
            or.push(change(Amount {
                unit: Some(Unit::PercentagePoints),
                unit_words: "个百分点".to_string(),
                ..amount.clone()
            }));
        }
        let mut amount = amount.clone();
        if &*amount.unit_words == "倍" {
            // 提高1倍 is 100 per cent more.
            if let Figure::Number(number) = amount.figure {
                let hundred = number
                    .mantissa()
                    .checked_mul(100)
                    .and_then(|times| Number::of_digits(times, number.places()));
                if let Some(times) = hundred {
                    let plain = Number::of_digits(times.mantissa() / 10_i128.pow(times.places()), 0)
                        .filter(|short| *short == times);
                    amount = Amount {
                        figure: Figure::Number(plain.unwrap_or(times)),
                        unit: Some(Unit::Percent),
                        unit_words: "%".to_string(),
                    };
                }
            }
        }
        Ok((change(amount), or, false))
    }
}

/// Whether a name is of a share, to which points may be added: not of deaths or events.
fn is_share(name: &str) -> bool {
    !["死亡率", "发病率", "发生率", "增长率", "犯罪率"].iter().any(|end| name.ends_with(end))
        && ["率", "比例", "比重", "占比"].iter().any(|end| name.ends_with(end))
}

fn timing(around: &Around) -> Option<When> {
    if around.turn.is_some() {
        return Some(When::ByYear);
    }
    match around.lead? {
        Lead::Reach | Lead::RiseTo | Lead::FallTo => Some(When::ByYear),
        Lead::Cap | Lead::Keep | Lead::Hold => Some(When::Kept),
        Lead::ReachAndKeep => Some(When::ReachedAndKept),
        Lead::Build | Lead::Have | Lead::Happen => None,
    }
}
