//! Of what something is asked: the names before or behind the operative words.

use alloc::string::String;
use alloc::vec::Vec;

use super::grammar::{Clause, Context, Reader};
use super::lexicon::{Lead, Sign};
use super::names;
use super::pieces::{Piece, Token};

impl Reader<'_, '_> {
    /// The names before a word, else those behind it, else those of the clause before.
    pub(super) fn either(&self, clause: &Clause<'_>, at: usize, context: &Context) -> Vec<String> {
        let own = self.own_subject(clause, at);
        if !own.is_empty() {
            return own;
        }
        let object = self.object(clause, at + 1);
        if object.is_empty() { context.names.clone() } else { object }
    }

    /// The names before a word, else those of the clause before.
    pub(super) fn subject(&self, clause: &Clause<'_>, at: usize, context: &Context) -> Vec<String> {
        let own = self.own_subject(clause, at);
        if own.is_empty() { context.names.clone() } else { own }
    }

    pub(super) fn own_subject(&self, clause: &Clause<'_>, at: usize) -> Vec<String> {
        let mut parts: Vec<&str> = Vec::new();
        for (place, piece) in clause.before(at) {
            if place < clause.start {
                break;
            }
            // 2022年起近视率: the first letter belongs to the year.
            let dated = matches!(
                place.checked_sub(1).and_then(|before| clause.get(before)),
                Some(Piece { token: Token::Year { .. }, .. })
            );
            let since = usize::from(dated && self.letters.is(piece.from, "起"));
            let print = self.letters.print(piece.from + since, piece.to);
            let named = !parts.is_empty();
            // A verb between other words of a name belongs to it: 配备女干部的班子比例.
            let inside = named
                && place > clause.start
                && matches!(clause.get(place - 1), Some(Piece { token: Token::Text, .. }));
            let taken = match &piece.token {
                Token::Text => {
                    // 改善到90%; 以80%为基础提高.
                    named
                        || !matches!(
                            print,
                            "的" | "数据" | "水平" | "的水平" | "到" | "至" | "为基数" | "为基期" | "为基础"
                        )
                }
                Token::SoftAmount(_) | Token::Sign(Sign::Gap | Sign::Watch) => true,
                Token::Sign(Sign::And) | Token::EveryTime | Token::EveryDay => named,
                // 年均浓度 is a part of the name; 年均培训 is not.
                Token::Yearly => inside && self.letters.is(piece.from, "年均"),
                // 性别比控制在: a part of the name, but for 比2020年下降, 由60%提高到.
                Token::Sign(Sign::Than | Sign::From) => {
                    named || matches!(clause.sign(place + 1), Some(sign) if sign != Sign::And)
                }
                Token::Sign(Sign::Lead(_)) => inside,
                _ => false,
            };
            match taken {
                true => parts.push(print),
                // Words of manner and verbs right before the number are no part of the name.
                false if named => break,
                false => {}
            }
        }
        parts.reverse();
        let name = names::cleaned(&parts.concat());
        if name.is_empty() { Vec::new() } else { names::listed(&name) }
    }

    pub(super) fn object_end(&self, clause: &Clause<'_>, from: usize) -> usize {
        let mut end = from;
        while let Some(piece) = clause.get(end) {
            let part = match &piece.token {
                // 一所公办幼儿园、一所托育机构: the second is asked by itself.
                Token::SoftAmount(_) => {
                    end.checked_sub(1).and_then(|before| clause.sign(before)) != Some(Sign::And)
                }
                Token::Text
                | Token::Each(_)
                | Token::EveryTime
                | Token::EveryDay
                | Token::Every(_)
                | Token::Per(_) => true,
                Token::Sign(sign) => matches!(
                    sign,
                    Sign::And
                        | Sign::Gap
                        | Sign::Than
                        | Sign::From
                        | Sign::Soft(_)
                        | Sign::Quality(_)
                        | Sign::AfterEvent
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

    pub(super) fn object(&self, clause: &Clause<'_>, from: usize) -> Vec<String> {
        let end = self.object_end(clause, from);
        let (Some(first), Some(last)) = (clause.get(from), clause.get(end.saturating_sub(1))) else {
            return Vec::new();
        };
        if end <= from {
            return Vec::new();
        }
        let name = names::cleaned(self.letters.print(first.from, last.to));
        if name.is_empty() { Vec::new() } else { names::listed(&name) }
    }
}
