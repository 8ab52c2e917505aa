//! Words that ask something without a number: directions, all of them, none, shares of something else.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::grammar::{Clause, Context, Reader};
use super::lexicon::{Comparator, Lead, Sign};
use super::numbers::{Amount, Figure};
use super::pieces::{Piece, Token};
use super::{Ask, Obstacle, Request, When, names};
use crate::plan::{Better, Commitment, Fraction, Qualifier};
use crate::values::{Number, Unit};

impl Reader<'_, '_> {
    /// A word that asks something without a number.
    pub(super) fn sign(
        &mut self,
        clause: &mut Clause<'_>,
        at: usize,
        sign: Sign,
        context: &mut Context,
    ) -> usize {
        let mut next = at + 1;
        let nearly = clause.before(at).any(|(_, piece)| piece.sign() == Some(Sign::Soft(Commitment::Nearly)));
        let zero = || {
            let amount =
                Amount { figure: Figure::Number(Number::ZERO), unit: None, unit_words: String::new() };
            Request::Bound { comparator: Comparator::AtMost, amount }
        };
        let (names, request, timing) = match sign {
            Sign::Turn(better) => return self.direction(clause, at, better, context),
            Sign::Before(comparator) => return self.comparison(clause, at, comparator, context),
            Sign::Lead(Lead::Build) => return self.building(clause, at, context),
            Sign::All | Sign::AllAlways if self.number_follows(clause, next) => return next,
            Sign::Lead(Lead::Happen) if clause.every && !self.number_follows(clause, 0) => {
                (self.either(clause, at, context), Request::one(), None)
            }
            Sign::All | Sign::AllAlways => {
                let names = self.either(clause, at, context);
                let verb = clause.before(at).find_map(|(_, piece)| match piece.sign() {
                    Some(Sign::Lead(lead)) => Some(lead),
                    _ => None,
                });
                let when = match (verb, sign) {
                    (Some(Lead::Hold | Lead::Keep), _) | (None, Sign::AllAlways) => When::Kept,
                    _ => When::ByYear,
                };
                (names, if nearly { Request::Unnumbered } else { Request::All }, Some(when))
            }
            Sign::Slower => (self.subject(clause, at, context), Request::RisesSlower, Some(When::ByYear)),
            Sign::Never => (self.object(clause, next), zero(), Some(When::EveryYear)),
            Sign::Remove if nearly => {
                (self.either(clause, at, context), Request::Unnumbered, Some(When::ByYear))
            }
            Sign::Remove => {
                let names = self.either(clause, at, context);
                // 消除歧视: nothing that a figure counts.
                if !names.iter().any(|name| names::is_measure(name) || names::is_counted(name)) {
                    return next;
                }
                (names, zero(), Some(When::EveryYear))
            }
            Sign::Zero => (self.either(clause, at, context), zero(), Some(When::EveryYear)),
            Sign::Watch => (self.either(clause, at, context), Request::Unnumbered, None),
            Sign::HoldBack(better) => {
                (self.either(clause, at, context), Request::NotWorse { better }, Some(When::ByYear))
            }
            Sign::GivenBound => {
                // 达到国家考核指标: what is asked of stands before the verb.
                let verb = clause.before(at).find(|(_, piece)| matches!(piece.sign(), Some(Sign::Lead(_))));
                let of = verb.map_or(at, |(place, _)| place);
                (self.subject(clause, of, context), Request::HostBound, Some(When::Kept))
            }
            Sign::AFew => {
                // 班子配备一定数量的女干部: what there shall be a few of.
                let object = self.object(clause, next);
                if object.is_empty() {
                    (self.either(clause, at, context), Request::one(), None)
                } else {
                    next = self.object_end(clause, next);
                    (object, Request::one(), None)
                }
            }
            // 人数过半的企业: which ones, and nothing asked.
            Sign::Majority if clause.get(next).is_some_and(|piece| self.letters.is(piece.from, "的")) => {
                return next;
            }
            Sign::Majority => {
                let half = Amount {
                    figure: Figure::Fraction(Fraction::literal(1, 2)),
                    unit: None,
                    unit_words: String::new(),
                };
                let request = Request::Bound { comparator: Comparator::MoreThan, amount: half };
                (self.subject(clause, at, context), request, None)
            }
            Sign::Doubled(times) => {
                let amount = Amount {
                    figure: Figure::Number(Number::from(u32::from(times) * 100)),
                    unit: Some(Unit::Percent),
                    unit_words: "%".to_string(),
                };
                let request =
                    Request::Change { better: Better::Higher, amount, since: context.since, yearly: false };
                (self.subject(clause, at, context), request, Some(When::ByYear))
            }
            Sign::InProportion => return self.proportion(clause, at, context),
            _ => return next,
        };
        let unprinted = matches!(sign, Sign::Never | Sign::Remove | Sign::Zero) && !nearly;
        let implied = unprinted || matches!(sign, Sign::AFew | Sign::Lead(_));
        let ask = self.ask(clause, at, next, names.clone(), request, context);
        self.asks.push(Ask { implied, timing: ask.timing.or(timing), ..ask });
        context.names = names;
        clause.start = next;
        next
    }

    /// Whether a name ends with 至 or 到 right before a number.
    pub(super) fn leads_to_number(&self, clause: &Clause<'_>, at: usize) -> bool {
        let led =
            clause.get(at).is_some_and(|name| self.letters.print(name.from, name.to).ends_with(['至', '到']));
        let behind = clause.get(at + 1).map(|piece| &piece.token);
        led && matches!(behind, Some(Token::Amount(_) | Token::Range | Token::Vague))
    }

    /// Which way a name is to change by the number right behind it: 提高参保率2个百分点, 增加托位500个. 提升幼儿园10所 is no change of
    /// their number.
    pub(super) fn changed_by(&self, clause: &Clause<'_>, at: usize) -> Option<Better> {
        let verb = clause.get(at.checked_sub(1)?)?;
        let unit = match &clause.get(at + 1)?.token {
            Token::Amount(amount) => amount.unit?,
            _ => return None,
        };
        let points = matches!(unit, Unit::PercentagePoints | Unit::PerMillePoints);
        let things = unit.is_whole() && self.letters.any(verb.from, &["增加", "减少"]).is_some();
        match verb.sign() {
            Some(Sign::Turn(better)) if things || points => Some(better),
            _ => None,
        }
    }

    pub(super) fn number_follows(&self, clause: &Clause<'_>, from: usize) -> bool {
        clause
            .pieces
            .iter()
            .skip(from)
            .any(|piece| matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_)))
    }

    /// 逐步提高X, X逐步提高, 差距缩小.
    pub(super) fn direction(
        &mut self,
        clause: &mut Clause<'_>,
        at: usize,
        better: Better,
        context: &mut Context,
    ) -> usize {
        let next = at + 1;
        match clause.get(next).map(|piece| &piece.token) {
            // 降低死亡率至9‰, 提高参保率2个百分点: the number behind says how far.
            Some(Token::Text)
                if self.leads_to_number(clause, next) || self.changed_by(clause, next).is_some() =>
            {
                return next;
            }
            Some(Token::Amount(_) | Token::SoftAmount(_) | Token::Range | Token::Vague) => return next,
            // 下降不少于20%.
            Some(Token::Sign(Sign::Before(_) | Sign::Roughly))
                if matches!(
                    clause.get(next + 1).map(|piece| &piece.token),
                    Some(Token::Amount(_) | Token::SoftAmount(_) | Token::Range)
                ) =>
            {
                return next;
            }
            // 增长不低于财政收入增长: the bound is the growth of something else.
            Some(Token::Sign(Sign::Before(_))) => {
                if let (Some(first), Some(last)) = (clause.get(at), clause.pieces.last()) {
                    self.stop(first.from, last.to, Obstacle::OtherValue);
                }
                clause.start = clause.pieces.len();
                return clause.start;
            }
            // 下降趋势, 提高工作: the verb is part of another word.
            _ => {}
        }
        // 与经济增长同步, 快于男性: how fast something else grows.
        let behind = clause.get(at).zip(clause.pieces.last()).map(|(turn, last)| (turn, last.to));
        let relative = |(turn, end): &(&Piece, usize)| {
            let words = self.letters.print(turn.to, *end);
            ["同步", "快于", "慢于"].iter().any(|word| words.contains(word))
        };
        if let Some((turn, end)) = behind.filter(relative) {
            self.stop(turn.from, end, Obstacle::OtherValue);
            clause.start = clause.pieces.len();
            return clause.start;
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
            if clause.get(next + 1).is_none() {
                qualifier = qualifier.filter(|known| *known != Qualifier::Plain).or(Some(found));
                end = next + 1;
            }
        }
        let qualifier = qualifier.unwrap_or(Qualifier::Plain);
        let object = self.object(clause, end);
        let subject = self.own_subject(clause, first);
        if let Some(end) = self.held_back(clause, at, end, better, &subject, context) {
            return end;
        }
        let named = |names: &[String]| {
            names
                .iter()
                .any(|name| names::is_measure(name) || names::is_counted(name) || name.contains("差距"))
        };
        let (names, after) = match (subject.is_empty(), object.is_empty()) {
            (_, true) if !subject.is_empty() => (subject, false),
            (true, false) => (object, true),
            (false, false) if named(&object) || !named(&subject) => (object, true),
            (false, false) => (subject, false),
            _ => (context.names.clone(), false),
        };
        // 逐步提高 by itself is asked of whatever it stands beside.
        if names.is_empty() && clause.pieces.iter().any(|piece| piece.token == Token::Text) {
            return next;
        }
        let gap = names.iter().any(|name| name.contains("差距"));
        let last = if after { self.object_end(clause, end) } else { end };
        let mended = clause.get(at).is_some_and(|piece| self.letters.is(piece.from, "改善"));
        let better = match mended {
            // 贫血率改善 is a fall; 性别比改善 could be either.
            true if names.iter().any(|name| names::falls(name)) => Better::Lower,
            true if names.iter().any(|name| names::has_no_good_side(name)) => {
                if let (Some(first), Some(last)) = (clause.get(first), clause.get(last.max(end) - 1)) {
                    self.stop(first.from, last.to, Obstacle::UnclearDirection);
                }
                clause.start = last.max(end);
                return last.max(end);
            }
            _ => better,
        };
        let request = Request::Direction { better, qualifier };
        let ask = self.ask(clause, first, last.max(end), names.clone(), request, context);
        let timing = if qualifier == Qualifier::EachTerm { When::EachTerm } else { When::ByYear };
        self.asks.push(Ask { gap, timing: ask.timing.or(Some(timing)), ..ask });
        context.names = names;
        clause.start = last.max(end);
        last.max(end)
    }

    /// 遏制…上升趋势, 防止…下降: what is held back is not asked.
    fn held_back(
        &mut self,
        clause: &mut Clause<'_>,
        at: usize,
        end: usize,
        better: Better,
        subject: &[String],
        context: &mut Context,
    ) -> Option<usize> {
        let first = names::curbed(subject.first()?)?;
        let names: Vec<String> =
            core::iter::once(first.to_string()).chain(subject.iter().skip(1).cloned()).collect();
        let behind = clause.get(end).filter(|piece| piece.token == Token::Text);
        let trend = ["趋势", "势头", "速度", "幅度", "态势"];
        let slower = behind.is_some_and(|piece| self.letters.any(piece.from, &trend).is_some());
        if behind.is_some() && !slower {
            return None;
        }
        let request = match better {
            Better::Higher if slower => Request::RisesSlower,
            better => Request::NotWorse { better: better.opposite() },
        };
        let end = end + usize::from(slower);
        let ask = self.ask(clause, at, end, names.clone(), request, context);
        self.asks.push(Ask { timing: ask.timing.or(Some(When::ByYear)), ..ask });
        context.names = names;
        clause.start = end;
        Some(end)
    }

    /// 不低于 without a number behind it: the share of something else.
    pub(super) fn comparison(
        &mut self,
        clause: &mut Clause<'_>,
        at: usize,
        comparator: Comparator,
        context: &mut Context,
    ) -> usize {
        let next = at + 1;
        if let (Some(Token::Year { .. }), Comparator::AtLeast | Comparator::AtMost) =
            (clause.get(next).map(|piece| &piece.token), comparator)
        {
            // 不超过2020年的80%: a part of that year's value.
            if self.number_follows(clause, next) {
                if let (Some(first), Some(last)) = (clause.get(at), clause.pieces.last()) {
                    self.stop(first.from, last.to, Obstacle::OtherValue);
                }
                clause.start = clause.pieces.len();
                return clause.start;
            }
            // 不低于2020年水平.
            let better = if comparator == Comparator::AtLeast { Better::Higher } else { Better::Lower };
            let names = self.subject(clause, at, context);
            let ask = self.ask(clause, at, next + 1, names.clone(), Request::NotWorse { better }, context);
            self.asks.push(ask);
            context.names = names;
            clause.start = clause.pieces.len();
            return clause.start;
        }
        // 低于2020年: a fall of no stated size, which nothing here asks.
        let dated = matches!(clause.get(next).map(|piece| &piece.token), Some(Token::Year { .. }));
        if dated && !self.number_follows(clause, next) {
            if let (Some(first), Some(last)) = (clause.get(at), clause.get(next)) {
                self.stop(first.from, last.to, Obstacle::OtherValue);
            }
            return next;
        }
        let number = clause
            .pieces
            .iter()
            .skip(next)
            .any(|piece| matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_)));
        if number {
            return next;
        }
        let reference = self.object(clause, next).join("、");
        let end = self.object_end(clause, next);
        let elsewhere = [
            "平均",
            "全国",
            "全省",
            "全区",
            "全市",
            "全自治区",
            "上年",
            "上届",
            "周边",
            "同类",
            "男性",
            "增速",
            "增幅",
            "经济",
        ];
        // As printed: 全省 is no part of a name, and tells whose value it is.
        let printed = match (clause.get(next), clause.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => self.letters.print(first.from, last.to),
            _ => "",
        };
        let of_elsewhere = elsewhere.iter().any(|word| printed.contains(word));
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
    pub(super) fn proportion(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let with = clause
            .before(at)
            .find(|(_, piece)| self.letters.is(piece.from, "与") || self.letters.is(piece.from, "同"));
        let Some((place, piece)) = with else { return at + 1 };
        let end = clause.get(at).map_or(piece.to, |sign| sign.from);
        let reference = names::cleaned(self.letters.print(piece.to, end));
        // 与实际需求相适应: nothing that a figure could be compared with.
        let request = if names::is_measure(&reference) {
            Request::InProportion { reference }
        } else {
            Request::Unnumbered
        };
        let names = self.subject(clause, place, context);
        let ask = self.ask(clause, place, at + 1, names.clone(), request, context);
        self.asks.push(ask);
        context.names = names;
        clause.start = at + 1;
        at + 1
    }

    /// 建设, 开通 without a number: at least one of what can be built or opened.
    pub(super) fn building(&mut self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let next = at + 1;
        let numbered = clause.pieces.iter().any(|piece| {
            matches!(
                piece.token,
                Token::Amount(_) | Token::SoftAmount(_) | Token::Range | Token::Vague | Token::Circle(_)
            )
        });
        let other = clause
            .pieces
            .iter()
            .skip(next)
            .any(|piece| matches!(piece.sign(), Some(Sign::All | Sign::Watch | Sign::Turn(_))));
        if numbered || other {
            return next;
        }
        let object = self.object(clause, next);
        let places: Vec<String> = object.into_iter().filter(|name| names::is_place(name)).collect();
        if places.is_empty() {
            return next;
        }
        let end = self.object_end(clause, next);
        let ask = self.ask(clause, at, end, places, Request::one(), context);
        self.asks.push(Ask { implied: true, timing: ask.timing.or(Some(When::ByYear)), ..ask });
        clause.start = end;
        end
    }
}
