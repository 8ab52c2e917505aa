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
    /// The kind of unit, and the first letter of the words that name it.
    each: Option<(String, usize)>,
    pub(super) names: Vec<String>,
    every: Option<When>,
    pub(super) since: Option<Year>,
    due: Option<Year>,
}

/// A clause in reading.
pub(super) struct Clause<'c> {
    pub(super) pieces: &'c [Piece],
    /// The first piece that no ask has used as its subject.
    pub(super) start: usize,
    pub(super) yearly: bool,
    /// Whether it says 每年, 每5年.
    pub(super) every: bool,
}

impl<'c> Clause<'c> {
    pub(super) fn get(&self, at: usize) -> Option<&'c Piece> {
        self.pieces.get(at)
    }

    pub(super) fn sign(&self, at: usize) -> Option<Sign> {
        self.get(at).and_then(Piece::sign)
    }

    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = (usize, &'c Piece)> + use<'c> {
        self.pieces.iter().take(at).enumerate().rev()
    }
}

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let mut context = Context::default();
        for clause in sentence {
            self.clause(clause, &mut context);
        }
    }

    fn clause(&mut self, pieces: &[Piece], context: &mut Context) {
        let mut clause = Clause { pieces, start: 0, yearly: false, every: false };
        self.years(&clause, context);
        let asks = self.asks.len();
        let mut at = 0;
        while let Some(piece) = clause.get(at) {
            at = match &piece.token {
                Token::Per(per) => {
                    context.per = Some(*per);
                    self.leave(&mut clause, at, context)
                }
                Token::Each(unit) => {
                    context.each = Some((unit.clone(), piece.from));
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
                Token::Yearly => {
                    clause.yearly = true;
                    at + 1
                }
                Token::Year { year, base }
                    if !is_base(&clause, at, *base) && !self.letters.is(piece.to, "起") =>
                {
                    context.due = Some(*year);
                    at + 1
                }
                Token::Range => {
                    self.stop(piece.from, piece.to, Obstacle::Range);
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
        if self.asks.len() == asks {
            // 早诊率等指标，逐步提高: a clause that only names something names it for the next.
            let text: String = pieces.iter().map(|piece| self.letters.print(piece.from, piece.to)).collect();
            let listed = names::listed(&names::cleaned(&text));
            if listed.iter().any(|name| names::is_measure(name)) {
                context.names = listed;
            }
        }
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
        for (at, piece) in clause.pieces.iter().enumerate() {
            let Token::Year { year, base } = piece.token else { continue };
            match is_base(clause, at, base) {
                _ if self.letters.is(piece.to, "起") => {}
                true => context.since = Some(year),
                false => due.push(year),
            }
        }
        if let [due] = due.as_slice() {
            context.due = Some(*due);
        }
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
        let first = context.each.as_ref().map_or(first, |(_, from)| first.min(*from));
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
            each: context.each.as_ref().map(|(unit, _)| unit.clone()),
            due: context.due,
            gap: false,
            plain: false,
            implied: false,
        }
    }
}

/// Whether a year is where a change begins: 比2020年, 由2020年的60%.
fn is_base(clause: &Clause<'_>, at: usize, base: bool) -> bool {
    let lead = at.checked_sub(1).and_then(|before| clause.sign(before));
    base || matches!(lead, Some(Sign::Than | Sign::From))
}
