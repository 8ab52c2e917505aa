//! From the pieces of a clause to what it asks.

use alloc::string::String;
use alloc::vec::Vec;

use super::letters::Letters;
use super::lexicon::{Comparator, Sign};
use super::pieces::{Piece, Sentence, Token, sentences};
use super::{Ask, Obstacle, Reading, Request, Unread, When, names};
use crate::values::Year;

pub(super) fn read(text: &str) -> Reading {
    let letters = Letters::new(text);
    let mut reader = Reader { letters: &letters, asks: Vec::new(), unread: Vec::new() };
    for sentence in sentences(&letters) {
        reader.sentence(&sentence);
    }
    Reading { asks: reader.asks, unread: reader.unread }
}

pub(super) struct Reader<'a, 't> {
    pub(super) letters: &'a Letters<'t>,
    pub(super) asks: Vec<Ask>,
    unread: Vec<Unread>,
}

/// What earlier clauses of the sentence say for later ones.
#[derive(Default)]
pub(super) struct Context {
    pub(super) per: Option<u32>,
    /// Whether an earlier clause has asked something for each so many.
    pub(super) per_before: bool,
    /// The kind of unit, and the first letter of the words that name it.
    each: Option<(String, usize)>,
    /// Whether an earlier clause has asked something of each.
    each_before: bool,
    pub(super) names: Vec<String>,
    pub(super) every: Option<When>,
    /// 每年 of an earlier clause.
    pub(super) every_before: Option<When>,
    pub(super) since: Option<Year>,
    pub(super) due: Option<Year>,
    /// 2025年和2030年: years to which a list of numbers is given in order.
    pub(super) dues: Vec<Year>,
    /// The unit of the number read last.
    pub(super) unit_words: String,
}

/// A clause in reading.
pub(super) struct Clause<'c> {
    pub(super) pieces: &'c [Piece],
    /// The first piece that no ask has used as its subject.
    pub(super) start: usize,
    pub(super) yearly: bool,
    /// Whether it says 每年, 每5年.
    pub(super) every: bool,
    /// Whether what it asks is asked of each unit that the sentence names.
    each: bool,
}

impl<'c> Clause<'c> {
    pub(super) fn get(&self, at: usize) -> Option<&'c Piece> {
        self.pieces.get(at)
    }

    pub(super) fn sign(&self, at: usize) -> Option<Sign> {
        self.get(at).and_then(Piece::sign)
    }

    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = (usize, &'c Piece)> + Clone + use<'c> {
        self.pieces.iter().take(at).enumerate().rev()
    }
}

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let mut context = Context::default();
        let (mut earlier, mut before) = (self.asks.len(), self.asks.len());
        for (place, clause) in sentence.iter().enumerate() {
            before = core::mem::replace(&mut earlier, self.asks.len()).max(before);
            match clause.as_slice() {
                // …达到95%以上，以乡镇为单位 at the end says it of what stands before.
                [Piece { token: Token::Each(unit), to, .. }] if place + 1 == sentence.len() => {
                    self.of_each(before, unit, *to);
                }
                pieces => self.clause(pieces, &mut context),
            }
        }
    }

    /// Says of the asks from one on that they are asked of each unit.
    fn of_each(&mut self, from: usize, unit: &str, to: usize) {
        let end = self.letters.span(to, to).start;
        for ask in self.asks.iter_mut().skip(from) {
            ask.each.get_or_insert_with(|| unit.into());
            ask.place.end = ask.place.end.max(end);
        }
    }

    fn clause(&mut self, pieces: &[Piece], context: &mut Context) {
        let mut clause = Clause { pieces, start: 0, yearly: false, every: false, each: true };
        self.years(&clause, context);
        clause.each = !context.each_before || carries_on(pieces, &context.unit_words);
        let asks = self.asks.len();
        let per_so_many = pieces.iter().position(|piece| piece.token == Token::PerSoMany);
        if let (Some(piece), Some(last)) = (per_so_many.and_then(|at| pieces.get(at)), pieces.last()) {
            self.stop(piece.from, last.to, Obstacle::PerSoMany);
            return;
        }
        let mut at = 0;
        while let Some(piece) = clause.get(at) {
            at = match &piece.token {
                Token::Per(per) => {
                    (context.per, context.per_before) = (Some(*per), false);
                    self.leave(&mut clause, at, context)
                }
                // …≥95%（以乡镇为单位）.
                Token::Each(unit) if self.asks.len() > asks && self.is_bracketed(piece) => {
                    self.of_each(asks, unit, piece.to);
                    at + 1
                }
                Token::Each(unit) => {
                    context.each = Some((unit.clone(), piece.from));
                    (context.each_before, clause.each) = (false, true);
                    self.leave(&mut clause, at, context)
                }
                Token::Every(years) => {
                    context.every =
                        Some(if *years == 1 { When::EveryYear } else { When::EachWindow(*years) });
                    clause.yearly = *years == 1;
                    clause.every = true;
                    at + 1
                }
                Token::EveryTime => {
                    context.every = Some(When::EveryYear);
                    at + 1
                }
                Token::EveryDay => {
                    context.every = Some(When::Kept);
                    at + 1
                }
                // 年均浓度 is a name; 年均增长 is a pace.
                Token::Yearly => {
                    let name = matches!(clause.get(at + 1), Some(Piece { token: Token::Text, .. }));
                    clause.yearly |= !name || at == 0;
                    at + 1
                }
                // 达到全国平均水平, 与城镇持平.
                Token::Text if self.is_of_others(&clause, at) => {
                    self.stop(piece.from, piece.to, Obstacle::OtherValue);
                    at + 1
                }
                // 控制在2020年水平以下.
                Token::Year { .. }
                    if matches!(
                        at.checked_sub(1).and_then(|before| clause.sign(before)),
                        Some(Sign::Lead(_))
                    ) && self.letters.any(piece.to, &["水平", "的水平"]).is_some()
                        && !clause.get(at + 1).is_some_and(|behind| self.is_of(behind)) =>
                {
                    self.stop(piece.from, piece.to, Obstacle::OtherValue);
                    at + 1
                }
                Token::Year { year, base } if self.is_due(&clause, at, *base) => {
                    context.due = Some(*year);
                    at + 1
                }
                Token::Range => {
                    self.stop(piece.from, piece.to, Obstacle::Range);
                    at + 1
                }
                Token::Vague => {
                    self.stop(piece.from, piece.to, Obstacle::Inexact);
                    at + 1
                }
                Token::Within => {
                    self.stop(piece.from, piece.to, Obstacle::UnclearStart);
                    at + 1
                }
                Token::Circle(amount) => {
                    let request = Request::Bound { comparator: Comparator::AtMost, amount: amount.clone() };
                    let end = self.object_end(&clause, at + 1);
                    let ask = self.ask(&clause, at, end, self.object(&clause, at + 1), request, context);
                    self.asks.push(ask);
                    end
                }
                Token::Amount(_) => self.amounts(&mut clause, at, context),
                Token::SoftAmount(_) if self.counts(&clause, at) => self.amounts(&mut clause, at, context),
                Token::Sign(sign) => self.sign(&mut clause, at, *sign, context),
                _ => at + 1,
            };
        }
        if self.asks.len() > asks {
            self.carry(asks, pieces, &clause, context);
        } else {
            // 早诊率等指标，逐步提高: a clause that only names something names it for the next.
            let text: String = pieces.iter().map(|piece| self.letters.print(piece.from, piece.to)).collect();
            let listed = names::listed(&names::cleaned(&text));
            if listed.iter().any(|name| names::is_measure(name)) {
                context.names = listed;
            }
        }
    }

    /// What a clause that asked something leaves to the later ones: 每年 holds for what happens, 每所 for what goes on without a
    /// subject of its own, 每千名 as long as nothing else is counted.
    fn carry(&mut self, asks: usize, pieces: &[Piece], clause: &Clause<'_>, context: &mut Context) {
        let share = |name: &String| ["率", "比例", "比重", "占比"].iter().any(|end| name.ends_with(end));
        let shares = self.asks.iter().skip(asks).all(|ask| ask.names.iter().any(share));
        let by_unit = context.each.as_ref().is_some_and(|(_, from)| self.letters.at(*from) == Some('以'));
        if let (false, Some(first), Some(last)) = (clause.each, pieces.first(), pieces.last()) {
            // 每个乡镇建成1所…，覆盖率达到90%: of the whole area, and plainly so.
            if !shares || by_unit {
                self.stop(first.from, last.to, Obstacle::UnclearUnit);
            }
        }
        (context.per_before, context.each_before) = (context.per.is_some(), context.each.is_some());
        context.every_before = context.every.take().or(context.every_before);
    }

    /// Whether words behind a verb name the value of others as the bound.
    fn is_of_others(&self, clause: &Clause<'_>, at: usize) -> bool {
        const LEVELS: &[&str] =
            &["平均水平", "平均值", "全国水平", "全省水平", "全区水平", "全市水平", "上年水平"];
        let Some(piece) = clause.get(at) else { return false };
        let words = self.letters.print(piece.from, piece.to);
        let led = matches!(at.checked_sub(1).and_then(|before| clause.sign(before)), Some(Sign::Lead(_)));
        led && LEVELS.iter().any(|level| words.contains(level)) || words.ends_with("持平")
    }

    fn is_bracketed(&self, piece: &Piece) -> bool {
        piece.from.checked_sub(1).and_then(|before| self.letters.at(before)) == Some('(')
    }

    /// Goes on behind the kind of unit or the number of persons; what stands before it names what is asked of.
    fn leave(&self, clause: &mut Clause<'_>, at: usize, context: &mut Context) -> usize {
        let names = self.own_subject(clause, at);
        if names.iter().any(|name| names::is_measure(name)) {
            context.names = names;
        }
        clause.start = at + 1;
        at + 1
    }

    /// The years of a clause: the base of a change, or the year by which it is due. Where a clause names several due years,
    /// each holds from its place on.
    fn years(&self, clause: &Clause<'_>, context: &mut Context) {
        let mut due: Vec<Year> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for (at, piece) in clause.pieces.iter().enumerate() {
            let Token::Year { year, base } = piece.token else { continue };
            if self.is_due(clause, at, base) {
                due.push(year);
                places.push(at);
            } else if self.is_since(clause, at, base) && !self.letters.is(piece.to, "起") {
                context.since = Some(year);
            }
        }
        // 2025年、2030年; 到2025年、力争到2030年.
        let listed = |place: &usize| clause.sign(place + 1) == Some(Sign::And);
        match due.as_slice() {
            [] => {}
            [due] => {
                context.due = Some(*due);
                context.dues.clear();
            }
            _ if places.iter().rev().skip(1).all(listed) => context.dues = due,
            _ => {}
        }
    }

    /// Whether a year is the one by which something is due: not 比2020年, 2022年起, 不高于2020年水平.
    fn is_due(&self, clause: &Clause<'_>, at: usize, base: bool) -> bool {
        let led = at.checked_sub(1).and_then(|before| clause.sign(before));
        let start = clause.get(at).is_some_and(|piece| self.letters.is(piece.to, "起"));
        !start && !self.is_since(clause, at, base) && !matches!(led, Some(Sign::Before(_)))
    }

    /// Whether a year is where a change begins: 比2020年, 由2020年的60%.
    fn is_since(&self, clause: &Clause<'_>, at: usize, base: bool) -> bool {
        let lead = at.checked_sub(1).and_then(|before| clause.sign(before));
        // 2020年的2倍.
        let times = clause.get(at + 1).is_some_and(|piece| self.is_of(piece))
            && matches!(clause.get(at + 2), Some(Piece { token: Token::Amount(amount), .. }) if amount.is_relative())
            && !clause.before(at).any(|(_, piece)| piece.sign() == Some(Sign::From));
        base || times || matches!(lead, Some(Sign::Than | Sign::From))
    }

    /// Whether a piece makes the number behind it a part of a year's value: 2020年的80%, 2020年水平的80%.
    pub(super) fn is_of(&self, piece: &Piece) -> bool {
        matches!(self.letters.print(piece.from, piece.to), "的" | "水平的")
    }

    pub(super) fn stop(&mut self, from: usize, to: usize, why: Obstacle) {
        self.unread.push(Unread { place: self.letters.span(from, to), why });
    }

    /// Notes a request with its words: from the subject to what is asked.
    pub(super) fn ask(
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
        // The quoted words begin with the unit of which they ask.
        let each = context.each.as_ref().filter(|_| clause.each);
        let first = each.map_or(first, |(_, from)| first.min(*from));
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
            each: each.map(|(unit, _)| unit.clone()),
            due: context.due,
            gap: false,
            plain: false,
            implied: false,
        }
    }
}

/// Whether a clause goes on with what the one before it asked of each unit: without a subject of its own, in the same unit.
fn carries_on(pieces: &[Piece], unit_words: &str) -> bool {
    let unit = pieces.iter().find_map(|piece| match &piece.token {
        Token::Amount(amount) | Token::SoftAmount(amount) => Some(&*amount.unit_words),
        _ => None,
    });
    pieces.first().is_some_and(|piece| piece.token != Token::Text) && unit == Some(unit_words)
}
