//! From the pieces of a clause to what it asks.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::letters::Letters;
use super::lexicon::{Comparator, Lead, Sign};
use super::numbers::{Amount, Figure};
use super::pieces::{Piece, Sentence, Token, sentences};
use super::{Ask, Obstacle, Reading, Request, Unread, When, names};
use crate::plan::{Better, Commitment, Fraction, Qualifier};
use crate::values::{Number, Unit, Year};

pub(super) fn read(text: &str) -> Reading {
    let letters = Letters::new(text);
    let mut reader = Reader { letters: &letters, asks: Vec::new(), unread: Vec::new() };
    for sentence in sentences(&letters) {
        reader.sentence(&sentence);
    }
    Reading { asks: reader.asks, unread: reader.unread }
}

struct Reader<'a, 't> {
    letters: &'a Letters<'t>,
    asks: Vec<Ask>,
    unread: Vec<Unread>,
}

/// What earlier clauses of the sentence say for later ones.
#[derive(Default)]
struct Context {
    per: Option<u32>,
    each: Option<String>,
    names: Vec<String>,
    every: Option<When>,
    since: Option<Year>,
    due: Option<Year>,
}

/// A clause in reading.
struct Clause<'c> {
    pieces: &'c [Piece],
    /// The first piece that no ask has used as its subject.
    start: usize,
    yearly: bool,
}

impl<'c> Clause<'c> {
    fn get(&self, at: usize) -> Option<&'c Piece> {
        self.pieces.get(at)
    }

    fn sign(&self, at: usize) -> Option<Sign> {
        self.get(at).and_then(Piece::sign)
    }

    fn before(&self, at: usize) -> impl Iterator<Item = (usize, &'c Piece)> + use<'c> {
        self.pieces.iter().take(at).enumerate().rev()
    }
}

/// The words around a number that say how it is held against a value.
#[derive(Default)]
struct Around {
    lead: Option<Lead>,
    before: Option<Comparator>,
    roughly: bool,
    turn: Option<Better>,
    direct: bool,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let mut context = Context::default();
        for clause in sentence {
            self.clause(clause, &mut context);
        }
    }

    fn clause(&mut self, pieces: &[Piece], context: &mut Context) {
        let mut clause = Clause { pieces, start: 0, yearly: false };
        self.years(&clause, context);
        let asks = self.asks.len();
        let mut at = 0;
        while let Some(piece) = clause.get(at) {
            at = match &piece.token {
                Token::Per(per) => {
                    context.per = Some(*per);
                    clause.start = at + 1;
                    at + 1
                }
                Token::Each(unit) => {
                    context.each = Some(unit.clone());
                    clause.start = at + 1;
                    at + 1
                }
                Token::Every(years) => {
                    context.every = Some(if *years == 1 { When::EveryYear } else { When::EachWindow(*years) });
                    clause.yearly = *years == 1;
                    at + 1
                }
                Token::EveryTime => {
                    context.every = Some(When::EveryYear);
                    at + 1
                }
                Token::Yearly => {
                    clause.yearly = true;
                    at + 1
                }
                Token::Range => {
                    self.stop(piece.from, piece.to, Obstacle::Range);
                    at + 1
                }
                Token::Circle(amount) => {
                    let request = Request::Bound { comparator: Comparator::AtMost, amount: amount.clone() };
                    let names = self.subject(&clause, at, context);
                    let ask = self.ask(&clause, at, at + 1, names, request, context);
                    self.asks.push(ask);
                    at + 1
                }
                Token::Amount(_) => self.amounts(&mut clause, at, context),
                Token::SoftAmount(_) if self.counts(&clause, at) => self.amounts(&mut clause, at, context),
                Token::Sign(sign) => self.sign(&mut clause, at, *sign, context),
                _ => at + 1,
            };
        }
        if self.asks.len() == asks {
            // 早诊率等指标，逐步提高: a clause that only names something names it for the next.
            let text: String = pieces.iter().map(|piece| self.letters.print(piece.from, piece.to)).collect();
            let listed = names::listed(&names::cleaned(&text));
            if listed.iter().any(|name| names::is_measure(name)) {
                context.names = listed;
            }
        }
    }

    /// The years of a clause: the base of a change, or the year by which it is due.
    fn years(&self, clause: &Clause<'_>, context: &mut Context) {
        for (at, piece) in clause.pieces.iter().enumerate() {
            let Token::Year(year) = piece.token else { continue };
            let lead = at.checked_sub(1).and_then(|before| clause.get(before));
            let since = match lead.map(|lead| &lead.token) {
                Some(Token::Sign(Sign::Than | Sign::From | Sign::And)) => true,
                Some(Token::Text) => lead.is_some_and(|lead| {
                    self.letters.any(lead.to.saturating_sub(1), &["在", "自"]).is_some()
                        && (self.letters.is(piece.to, "基础") || self.letters.is(piece.to, "的基础"))
                }),
                _ => ["为基", "基数", "数据为基", "基础上", "的基础上"].iter().any(|word| self.letters.is(piece.to, word)),
            };
            match since {
                true => context.since = Some(year),
                false if !self.letters.is(piece.to, "起") => context.due = Some(year),
                false => {}
            }
        }
    }

    /// Whether a numeral with a measure word (一名) is a number here: only beside a verb that asks for things.
    fn counts(&self, clause: &Clause<'_>, at: usize) -> bool {
        let direct = at.checked_sub(1).and_then(|before| clause.sign(before));
        let asks = matches!(direct, Some(Sign::Lead(_) | Sign::Before(_) | Sign::Roughly | Sign::Turn(_)));
        let last = at + 1 >= clause.pieces.len();
        let built = clause
            .before(at)
            .any(|(_, piece)| matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen) | Sign::Before(_))));
        asks || (last && built)
    }

    fn around(&self, clause: &Clause<'_>, at: usize) -> Around {
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
    fn amounts(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let mut list: Vec<(Amount, Option<Sign>)> = Vec::new();
        let mut next = at;
        while let Some(Token::Amount(amount) | Token::SoftAmount(amount)) = clause.get(next).map(|piece| &piece.token) {
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
        let (Some(first), Some(last)) = (clause.get(at), clause.get(next.saturating_sub(1))) else { return at + 1 };
        if self.is_base(clause, at, next) {
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
        let subject = match around.lead {
            Some(Lead::Build | Lead::Happen | Lead::Have) if things => {
                let object = self.object(clause, next);
                if object.is_empty() { self.subject(clause, at, context) } else { object }
            }
            _ => self.subject(clause, at, context),
        };
        let uneven = list.len() > 1 && subject.len() != list.len();
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
                    let timing = ask.timing.or(timing(&around));
                    self.asks.push(Ask { or, plain, timing, ..ask });
                }
                Err(obstacle) => self.stop(first.from, last.to, obstacle),
            }
        }
        context.names = subject;
        clause.start = next;
        next
    }

    /// Whether a number is where the value was: 由80%提高到90%.
    fn is_base(&self, clause: &Clause<'_>, at: usize, next: usize) -> bool {
        let leads = matches!(clause.sign(next), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo)))
            || (matches!(clause.get(next).map(|piece| &piece.token), Some(Token::Text))
                && matches!(clause.sign(next + 1), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo))))
            || (matches!(clause.sign(next), Some(Sign::Quality(_)))
                && matches!(clause.sign(next + 1), Some(Sign::Lead(Lead::RiseTo | Lead::FallTo))));
        let mut signs = clause.before(at).filter_map(|(_, piece)| piece.sign());
        leads && signs.find(|sign| *sign != Sign::Plain).is_some_and(|sign| matches!(sign, Sign::From | Sign::Than))
    }

    /// 每千名儿童…1.12名: the number counts for each thousand.
    fn scaled(&self, amount: &Amount, context: &Context) -> Amount {
        let Some(per) = context.per.filter(|_| amount.unit.is_none_or(Unit::is_whole)) else { return amount.clone() };
        let unit = match per {
            1_000 => Some(Unit::Per1000),
            100_000 => Some(Unit::Per100k),
            _ => None,
        };
        let words = alloc::format!("{}/{}", amount.unit_words, match per {
            1_000 => "千人",
            10_000 => "万人",
            100_000 => "10万",
            _ => "百万人",
        });
        Amount { unit, unit_words: words, ..amount.clone() }
    }

    /// The request that a number makes, other readings of the same words, and whether no word of comparison stands there.
    #[expect(clippy::too_many_arguments, reason = "each is one of the words around the number")]
    fn requests(
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
            None if behind == Some('的') && amount.unit == Some(Unit::Percent) => Ok((bound(AtLeast), Vec::new(), false)),
            None if lower => Ok((bound(AtMost), alloc::vec![bound(AtLeast)], true)),
            None if amount.unit_words.is_empty() && matches!(amount.figure, Figure::Number(_)) => {
                Err(Obstacle::NoComparison)
            }
            None => Ok((bound(AtLeast), Vec::new(), true)),
        }
    }

    /// 下降20%, 提高5个百分点, 年均增长7%.
    fn change(
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
                let hundred = number.mantissa().checked_mul(100).and_then(|times| Number::new(times, number.places()));
                if let Some(times) = hundred {
                    let plain = Number::new(times.mantissa() / 10_i128.pow(times.places()), 0).filter(|short| *short == times);
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

    /// A word that asks something without a number.
    fn sign(&mut self, clause: &mut Clause<'_>, at: usize, sign: Sign, context: &mut Context) -> usize {
        let next = at + 1;
        let nearly = clause.before(at).any(|(_, piece)| piece.sign() == Some(Sign::Soft(Commitment::Nearly)));
        let zero = || {
            let amount = Amount { figure: Figure::Number(Number::ZERO), unit: None, unit_words: String::new() };
            Request::Bound { comparator: Comparator::AtMost, amount }
        };
        let (names, request, timing) = match sign {
            Sign::Turn(better) => return self.direction(clause, at, better, context),
            Sign::Before(comparator) => return self.comparison(clause, at, comparator, context),
            Sign::Lead(Lead::Build) => return self.building(clause, at, context),
            Sign::All if self.number_follows(clause, next) => return next,
            Sign::All => {
                let names = self.either(clause, at, context);
                let kept = clause.before(at).any(|(_, piece)| piece.sign() == Some(Sign::Lead(Lead::Hold)));
                let when = if kept { When::Kept } else { When::ByYear };
                (names, if nearly { Request::Unnumbered } else { Request::All }, Some(when))
            }
            Sign::Slower => (self.subject(clause, at, context), Request::RisesSlower, Some(When::ByYear)),
            Sign::Never => (self.object(clause, next), zero(), Some(When::EveryYear)),
            Sign::Remove if nearly => (self.either(clause, at, context), Request::Unnumbered, Some(When::ByYear)),
            Sign::Remove => (self.either(clause, at, context), zero(), Some(When::EveryYear)),
            Sign::Zero => (self.either(clause, at, context), zero(), Some(When::EveryYear)),
            Sign::Watch => (self.either(clause, at, context), Request::Unnumbered, None),
            Sign::HoldBack(better) => (self.either(clause, at, context), Request::NotWorse { better }, Some(When::ByYear)),
            Sign::GivenBound => (self.subject(clause, at, context), Request::HostBound, Some(When::EveryYear)),
            Sign::AFew => {
                let one = Amount { figure: Figure::Number(Number::from(1_u32)), unit: None, unit_words: String::new() };
                let request = Request::Bound { comparator: Comparator::AtLeast, amount: one };
                (self.either(clause, at, context), request, None)
            }
            Sign::Majority => {
                let half = Amount { figure: Figure::Fraction(Fraction::new(1, 2)), unit: None, unit_words: String::new() };
                let request = Request::Bound { comparator: Comparator::MoreThan, amount: half };
                (self.subject(clause, at, context), request, None)
            }
            Sign::Doubled(times) => {
                let amount = Amount {
                    figure: Figure::Number(Number::from(u32::from(times) * 100)),
                    unit: Some(Unit::Percent),
                    unit_words: "%".to_string(),
                };
                let request = Request::Change { better: Better::Higher, amount, since: context.since, yearly: false };
                (self.subject(clause, at, context), request, Some(When::ByYear))
            }
            Sign::InProportion => return self.proportion(clause, at, context),
            _ => return next,
        };
        let implied = matches!(sign, Sign::AFew);
        let ask = self.ask(clause, at, next, names.clone(), request, context);
        self.asks.push(Ask { implied, timing: ask.timing.or(timing), ..ask });
        context.names = names;
        clause.start = next;
        next
    }

    fn number_follows(&self, clause: &Clause<'_>, from: usize) -> bool {
        clause.pieces.iter().skip(from).any(|piece| matches!(piece.token, Token::Amount(_)))
    }

    /// 逐步提高X, X逐步提高, 差距缩小.
    fn direction(&mut self, clause: &mut Clause<'_>, at: usize, better: Better, context: &mut Context) -> usize {
        let next = at + 1;
        match clause.get(next).map(|piece| &piece.token) {
            Some(Token::Amount(_)) => return next,
            Some(Token::SoftAmount(_)) if self.counts(clause, next) => return next,
            // 下降趋势, 提高工作: the verb is part of another word.
            _ => {}
        }
        let mut qualifier = None;
        let mut first = at;
        for (place, piece) in clause.before(at) {
            match piece.sign() {
                Some(Sign::Quality(found)) => {
                    first = place;
                    if qualifier.is_none_or(|known| known == Qualifier::Plain) {
                        qualifier = Some(found);
                    }
                }
                Some(Sign::Both | Sign::InOrder) => first = place,
                _ => break,
            }
        }
        let mut end = next;
        if let Some(Sign::Quality(found)) = clause.sign(next) {
            // 下降明显 at the end of a clause; before another verb the word is that verb's.
            let behind = clause.sign(next + 1);
            if !matches!(behind, Some(Sign::Turn(_))) && clause.get(next + 1).is_none() {
                qualifier = qualifier.filter(|known| *known != Qualifier::Plain).or(Some(found));
                end = next + 1;
            }
        }
        let qualifier = qualifier.unwrap_or(Qualifier::Plain);
        let object = self.object(clause, end);
        let subject = self.own_subject(clause, first);
        let told = |names: &[String]| {
            names.iter().any(|name| names::is_measure(name) || names::is_counted(name) || name.contains("差距"))
        };
        let (names, after) = match (subject.is_empty(), object.is_empty()) {
            (_, true) if !subject.is_empty() => (subject, false),
            (true, false) => (object, true),
            (false, false) if told(&object) || !told(&subject) => (object, true),
            (false, false) => (subject, false),
            _ => (context.names.clone(), false),
        };
        if names.is_empty() {
            return next;
        }
        let gap = names.iter().any(|name| name.contains("差距"));
        let request = Request::Direction { better, qualifier };
        let last = if after { self.object_end(clause, end) } else { end };
        let ask = self.ask(clause, first, last.max(end), names.clone(), request, context);
        let timing = if qualifier == Qualifier::EachTerm { When::EachTerm } else { When::ByYear };
        self.asks.push(Ask { gap, timing: ask.timing.or(Some(timing)), ..ask });
        context.names = names;
        clause.start = last.max(end);
        last.max(end)
    }

    /// 不低于 without a number behind it: the share of something else.
    fn comparison(&mut self, clause: &mut Clause<'_>, at: usize, comparator: Comparator, context: &mut Context) -> usize {
        let next = at + 1;
        let number = clause.pieces.iter().skip(next).any(|piece| matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_)));
        if number {
            return next;
        }
        let reference = self.object(clause, next).join("、");
        let end = self.object_end(clause, next);
        let elsewhere = ["平均", "全国", "全省", "全区", "全市", "全自治区", "上年", "上届", "周边", "同类"];
        let of_elsewhere = elsewhere.iter().any(|word| reference.contains(word));
        if comparator == Comparator::AtLeast && names::is_measure(&reference) && !of_elsewhere {
            let names = self.subject(clause, at, context);
            let ask = self.ask(clause, at, end, names.clone(), Request::NotBelow { reference }, context);
            self.asks.push(ask);
            context.names = names;
            clause.start = end;
            return end;
        }
        if of_elsewhere || names::is_measure(&reference) || reference.ends_with("水平") {
            if let (Some(first), Some(last)) = (clause.get(at), clause.get(end.saturating_sub(1))) {
                self.stop(first.from, last.to, Obstacle::OtherValue);
            }
        }
        next
    }

    /// 与女职工比例相适应.
    fn proportion(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let with = clause.before(at).find(|(_, piece)| self.letters.is(piece.from, "与") || self.letters.is(piece.from, "同"));
        let Some((place, piece)) = with else { return at + 1 };
        let end = clause.get(at).map_or(piece.to, |sign| sign.from);
        let reference = names::cleaned(self.letters.print(piece.to, end));
        if !names::is_measure(&reference) {
            return at + 1;
        }
        let names = self.subject(clause, place, context);
        let ask = self.ask(clause, place, at + 1, names.clone(), Request::InProportion { reference }, context);
        self.asks.push(ask);
        context.names = names;
        clause.start = at + 1;
        at + 1
    }

    /// 建设, 开通 without a number: at least one of what can be built or opened.
    fn building(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let next = at + 1;
        let numbered = clause.pieces.iter().any(|piece| matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_) | Token::Range));
        let other = clause.pieces.iter().skip(next).any(|piece| {
            matches!(piece.sign(), Some(Sign::All | Sign::Watch | Sign::Turn(_)))
        });
        if numbered || other {
            return next;
        }
        let object = self.object(clause, next);
        let places: Vec<String> = object.into_iter().filter(|name| names::is_place(name)).collect();
        if places.is_empty() {
            return next;
        }
        let one = Amount { figure: Figure::Number(Number::from(1_u32)), unit: None, unit_words: String::new() };
        let request = Request::Bound { comparator: Comparator::AtLeast, amount: one };
        let end = self.object_end(clause, next);
        let ask = self.ask(clause, at, end, places, request, context);
        self.asks.push(Ask { implied: true, timing: ask.timing.or(Some(When::ByYear)), ..ask });
        clause.start = end;
        end
    }

    /// The names before a word, else those behind it, else those of the clause before.
    fn either(&self, clause: &Clause<'_>, at: usize, context: &Context) -> Vec<String> {
        let own = self.own_subject(clause, at);
        if !own.is_empty() {
            return own;
        }
        let object = self.object(clause, at + 1);
        if object.is_empty() { context.names.clone() } else { object }
    }

    /// The names before a word, else those of the clause before.
    fn subject(&self, clause: &Clause<'_>, at: usize, context: &Context) -> Vec<String> {
        let own = self.own_subject(clause, at);
        if own.is_empty() { context.names.clone() } else { own }
    }

    fn own_subject(&self, clause: &Clause<'_>, at: usize) -> Vec<String> {
        let mut parts: Vec<&str> = Vec::new();
        let mut text = false;
        for (place, piece) in clause.before(at) {
            if place < clause.start {
                break;
            }
            let taken = match &piece.token {
                Token::Text => {
                    text = true;
                    true
                }
                Token::Sign(Sign::And | Sign::Gap | Sign::Than | Sign::From | Sign::Watch) => true,
                Token::SoftAmount(_) => true,
                // Verbs and words of manner right before the number are no part of the name; inside it they are.
                Token::Sign(Sign::Lead(Lead::Build | Lead::Happen | Lead::Have | Lead::Hold)) => text && place > clause.start,
                Token::Sign(Sign::Lead(_) | Sign::Both | Sign::InOrder | Sign::Quality(_) | Sign::Soft(_) | Sign::Before(_) | Sign::Roughly) if !text => {
                    continue;
                }
                Token::EveryTime | Token::Every(_) | Token::Yearly if !text => continue,
                _ => false,
            };
            match taken {
                true => parts.push(self.letters.print(piece.from, piece.to)),
                false if text => break,
                false => {}
            }
        }
        parts.reverse();
        let name = names::cleaned(&parts.concat());
        if name.is_empty() { Vec::new() } else { names::listed(&name) }
    }

    fn object_end(&self, clause: &Clause<'_>, from: usize) -> usize {
        let mut end = from;
        while let Some(piece) = clause.get(end) {
            let part = match &piece.token {
                Token::Text | Token::SoftAmount(_) | Token::Each(_) | Token::EveryTime | Token::Every(_) | Token::Per(_) => true,
                Token::Sign(sign) => matches!(
                    sign,
                    Sign::And | Sign::Gap | Sign::Than | Sign::From | Sign::Soft(_) | Sign::Quality(_) | Sign::AfterEvent
                        | Sign::Lead(Lead::Have | Lead::Build | Lead::Happen | Lead::Hold)
                ),
                _ => false,
            };
            if !part {
                break;
            }
            end += 1;
        }
        end
    }

    fn object(&self, clause: &Clause<'_>, from: usize) -> Vec<String> {
        let end = self.object_end(clause, from);
        let (Some(first), Some(last)) = (clause.get(from), clause.get(end.saturating_sub(1))) else { return Vec::new() };
        if end <= from {
            return Vec::new();
        }
        let name = names::cleaned(self.letters.print(first.from, last.to));
        if name.is_empty() { Vec::new() } else { names::listed(&name) }
    }

    fn stop(&mut self, from: usize, to: usize, why: Obstacle) {
        self.unread.push(Unread { place: self.letters.span(from, to), why });
    }

    /// Notes a request with its words: from the subject to what is asked.
    fn ask(
        &self,
        clause: &Clause<'_>,
        at: usize,
        next: usize,
        names: Vec<String>,
        request: Request,
        context: &Context,
    ) -> Ask {
        let first = clause.pieces.get(clause.start.min(at)).map_or(0, |piece| piece.from);
        let last = clause.pieces.get(next.saturating_sub(1)).map_or(first, |piece| piece.to);
        let soft = clause.before(next).find_map(|(_, piece)| match piece.sign() {
            Some(Sign::Soft(commitment)) => Some(commitment),
            _ => None,
        });
        let place = self.letters.span(first, last);
        Ask {
            place,
            measured: names.iter().any(|name| names::is_measure(name)),
            countable: names.iter().any(|name| names::is_counted(name)),
            names,
            request,
            or: Vec::new(),
            timing: context.every,
            commitment: soft.unwrap_or_default(),
            each: context.each.clone(),
            due: context.due,
            gap: false,
            plain: false,
            implied: false,
        }
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
