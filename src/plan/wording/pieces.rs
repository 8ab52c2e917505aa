//! The text cut into sentences and clauses, each a row of pieces: words that decide, numbers, years, and what lies between.

use alloc::string::String;
use alloc::vec::Vec;

use super::letters::Letters;
use super::lexicon::{self, Comparator, Lead, Sign};
use super::numbers::{self, Amount, Found, OF_NAMES};
use crate::plan::Commitment;
use crate::values::{Unit, Year};

/// What stands at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Text,
    Sign(Sign),
    Amount(Amount),
    /// One thing in Chinese numerals: 一名. A number only beside a verb that asks for things.
    SoftAmount(Amount),
    /// Two numbers; neither is the bound.
    Range,
    /// 百余所: no exact number.
    Vague,
    /// 每600名, 每名学生: the numbers of the clause count for each so many.
    PerSoMany,
    /// 五年内: the year from which it counts is not told.
    Within,
    /// A calendar year; whether the words behind it make it the base of a change.
    Year {
        year: Year,
        base: bool,
    },
    /// 每千名: the number counts for each thousand.
    Per(u32),
    /// 每所卫生院, 以苏木镇为单位.
    Each(String),
    /// 每年, 每5年.
    Every(u8),
    /// 每学年, 每天: in every year, and the number is of a school year or a day.
    EveryTime,
    /// 每天, 每周: a level to be kept.
    EveryDay,
    /// 年均, 每年 before a change.
    Yearly,
    /// “10分钟健身圈”.
    Circle(Amount),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) token: Token,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Piece {
    pub(super) fn sign(&self) -> Option<Sign> {
        match self.token {
            Token::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}

/// A sentence: its clauses, each a row of pieces.
pub(super) type Sentence = Vec<Vec<Piece>>;

/// The year before, behind 比 or 较.
const LAST_YEAR: &[&str] = &["上年度", "上一年度", "上年", "上一年", "去年"];

/// What makes 一年 a span in which something happens.
const IN_A_YEAR: &[&str] = &["至少", "不少于", "不低于", "最少", "开展", "组织", "召开"];

/// What makes the year before it the base of a change.
const BASES: &[&str] = &[
    "年数据为基数",
    "年数据为基期",
    "年数据为基础",
    "年为基数",
    "年为基期",
    "年为基础",
    "年基础上",
    "年的基础上",
    "年相比",
];

pub(super) fn sentences(letters: &Letters<'_>) -> Vec<Sentence> {
    let mut cutter =
        Cutter { letters, sentences: Vec::new(), sentence: Vec::new(), clause: Vec::new(), text: None };
    let mut place = 0;
    while let Some(letter) = letters.at(place) {
        // Whatever a piece is taken for, the reading goes on.
        place = cutter.step(place, letter).max(place + 1);
    }
    cutter.end_sentence(letters.len());
    cutter.sentences
}

pub(super) struct Cutter<'a, 't> {
    pub(super) letters: &'a Letters<'t>,
    sentences: Vec<Sentence>,
    sentence: Sentence,
    clause: Vec<Piece>,
    /// Where the text that no other piece has taken begins.
    text: Option<usize>,
}

impl Cutter<'_, '_> {
    /// Takes what begins at a place; the place behind it.
    fn step(&mut self, place: usize, letter: char) -> usize {
        let letters = self.letters;
        match letter {
            '。' | '；' | ';' | '!' | '！' | '?' | '？' | '\n' | '\r' => {
                self.end_sentence(place);
                place + 1
            }
            '，' | ',' | ':' => {
                self.end_clause(place);
                place + 1
            }
            '“' | '"' | '「' => match self.period_end(place) {
                Some((year, next)) => self.push(Token::Year { year, base: false }, place, next),
                None => self.quoted(place),
            },
            '《' => {
                self.text.get_or_insert(place);
                self.behind(place, '》')
            }
            // 95%（含）以上.
            '(' if self.behind_amount() && letters.any(place, &["(含)以", "(含)及以"]).is_some() => {
                place + 3
            }
            '第' => match numbers::numeral(letters, place + 1).or_else(|| self.digits(place + 1)) {
                Some((_, next)) => {
                    self.text.get_or_insert(place);
                    next
                }
                None => self.word(place),
            },
            '每' | '各' => match self.every(place) {
                Some((token, next)) => self.push(token, place, next),
                None => self.word(place),
            },
            '以' => match self.by_unit(place) {
                Some((token, next)) => self.push(token, place, next),
                None => self.word(place),
            },
            '年' if letters.is(place, "年均") => self.push(Token::Yearly, place, place + 2),
            '年' if letters.any(place + 1, &["递增", "递减"]).is_some() => {
                self.push(Token::Yearly, place, place + 1)
            }
            '同' if letters.is(place, "同比") && !letters.is(place, "同比例") => {
                self.push(Token::Yearly, place, place + 2)
            }
            '比' | '较' => match letters.any(place + 1, LAST_YEAR) {
                Some((_, next)) => self.push(Token::Yearly, place, next),
                None => self.word(place),
            },
            '一' if letters.is(place, "一年") && letters.any(place + 2, IN_A_YEAR).is_some() => {
                self.push(Token::Every(1), place, place + 2)
            }
            '设' | '配' | '建' if self.small_number(place + 1) => {
                self.push(Token::Sign(Sign::Lead(Lead::Build)), place, place + 1)
            }
            '所' if letters.is(place, "所有") => match self.all_units(place) {
                Some((token, next)) => self.push(token, place, next),
                None => self.word(place),
            },
            _ if letter.is_ascii_digit() => self.number(place),
            _ => self.word(place),
        }
    }

    pub(super) fn digits(&self, place: usize) -> Option<(u64, usize)> {
        let end =
            (place..).take_while(|at| self.letters.at(*at).is_some_and(|c| c.is_ascii_digit())).last()?;
        Some((0, end + 1))
    }

    /// A word that decides, a numeral, or a letter of text.
    fn word(&mut self, place: usize) -> usize {
        if let Some((sign, next)) = lexicon::word(self.letters, place) {
            // 以上 in 县级以上, 内 in 6个月内婴儿: only behind a number is it a comparison.
            return match sign {
                Sign::After(_) | Sign::Around if !self.behind_amount() => {
                    self.text.get_or_insert(place);
                    // 基础上下降: the first letter alone, lest the verb be lost.
                    if sign == Sign::Around { place + 1 } else { next }
                }
                Sign::Plain => {
                    self.text.get_or_insert(place);
                    next
                }
                // 基本医保: a word of its own; 基本实现 softens.
                Sign::Soft(Commitment::Nearly) if !self.softens(place, next) => {
                    self.text.get_or_insert(place);
                    next
                }
                sign => self.push(Token::Sign(sign), place, next),
            };
        }
        if numbers::numeral(self.letters, place).is_some()
            || numbers::vague(self.letters, place).is_some()
            || self.letters.any(place, &["一半", "半数", "半小时", "半个小时"]).is_some()
        {
            return self.number(place);
        }
        self.text.get_or_insert(place);
        place + 1
    }

    fn behind_amount(&self) -> bool {
        let last = self.clause.last().filter(|_| self.text.is_none());
        last.is_some_and(|piece| matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_)))
    }

    fn number(&mut self, place: usize) -> usize {
        let letters = self.letters;
        // 2030年, 2030年底, 1A, H5, 1+X.
        let before = place.checked_sub(1).and_then(|before| letters.at(before));
        let joined = |letter: Option<char>| letter.is_some_and(|c| c.is_ascii_alphabetic() || c == '+');
        if let Some((year, base, next)) = self.year(place) {
            return self.push(Token::Year { year, base }, place, next);
        }
        if let Some(next) = numbers::vague(letters, place) {
            return self.push(Token::Vague, place, next);
        }
        if let Some(next) = self.within(place) {
            return self.push(Token::Within, place, next);
        }
        let Some(read) = numbers::read(letters, place) else {
            // A number of too many digits is none to compare with.
            if let (true, Some((_, next))) = (digit(letters.at(place)), self.digits(place)) {
                return self.push(Token::Vague, place, next);
            }
            self.text.get_or_insert(place);
            // A numeral that counts nothing is read past as a whole.
            return numbers::numeral(letters, place).map_or(place + 1, |(_, next)| next);
        };
        let next = read.next;
        // A letter behind the unit joins nothing: 3个A级景区, 85%HPV疫苗; and a rate is no part of a code.
        let is_code = |amount: &Amount| match &*amount.unit_words {
            "" => joined(before) || joined(letters.at(next)),
            _ => before == Some('+') || (joined(before) && !amount.unit.is_some_and(is_rate)),
        };
        let amount = match read.found {
            Found::Amount(amount) if !is_code(&amount) => amount,
            Found::Range => return self.push(Token::Range, place, next),
            // 控制在103—107: no name behind a verb.
            Found::Name if self.behind_verb() && digit(letters.at(next.saturating_sub(1))) => {
                return self.push(Token::Range, place, next);
            }
            _ => {
                self.text.get_or_insert(place);
                return next;
            }
        };
        if self.is_of_a_name(&amount, place, next) {
            self.text.get_or_insert(place);
            return next;
        }
        // 15分钟服务圈: a circle, whether quoted or not.
        if matches!(&*amount.unit_words, "分钟" | "小时" | "公里") && self.circle(next) {
            return self.push(Token::Circle(amount), place, next);
        }
        let token = if read.soft { Token::SoftAmount(amount) } else { Token::Amount(amount) };
        self.push(token, place, next)
    }

    fn circle(&self, place: usize) -> bool {
        let inside =
            |at: &usize| !matches!(self.letters.at(*at), None | Some('，' | ',' | '。' | '；' | '、'));
        (place..place + 14).take_while(inside).any(|at| self.letters.at(at) == Some('圈'))
    }

    /// Whether a verb or comparison stands right before this place.
    fn behind_verb(&self) -> bool {
        let last = self.clause.last().and_then(Piece::sign).filter(|_| self.text.is_none());
        matches!(last, Some(Sign::Lead(_) | Sign::Before(_)))
    }

    /// 三年内, 5年内: the place behind.
    fn within(&self, place: usize) -> Option<usize> {
        let next = match numbers::numeral(self.letters, place) {
            Some((_, next)) => next,
            None => self.digits(place).map(|(_, next)| next)?,
        };
        let (_, end) = self.letters.any(next, &["年内", "年之内", "年以内"])?;
        (next <= place + 2).then_some(end)
    }

    pub(super) fn small_number(&self, place: usize) -> bool {
        let letter = self.letters.at(place);
        digit(letter) || matches!(letter, Some('一' | '两' | '二' | '三'))
    }

    /// “十四五”末: the last year of a five-year plan, and the place behind.
    fn period_end(&self, place: usize) -> Option<(Year, usize)> {
        let (period, next) = self.letters.any(place + 1, &["十三五", "十四五", "十五五"])?;
        let (_, end) = self.letters.any(next + 1, &["期末", "规划末", "时期末", "末"])?;
        let last = match period {
            "十三五" => 2020,
            "十四五" => 2025,
            _ => 2030,
        };
        Year::new(last).ok().map(|year| (year, end))
    }

    /// Whether 基本 stands before a verb.
    fn softens(&self, place: usize, next: usize) -> bool {
        const VERBS: &[&str] =
            &["普及", "形成", "满足", "解决", "健全", "覆盖", "具备", "做到", "得到", "完善", "扫除", "能够"];
        let verb = lexicon::word(self.letters, next)
            .is_some_and(|(sign, _)| !matches!(sign, Sign::Plain | Sign::And));
        verb || self.letters.is(place, "基本建成") || self.letters.any(next, VERBS).is_some()
    }

    /// A calendar year; `None` for a range of years, which is a name.
    fn year(&self, place: usize) -> Option<(Year, bool, usize)> {
        let (mut number, mut next) = (0_i32, place);
        while let Some(digit) = self.letters.at(next).and_then(|letter| letter.to_digit(10)) {
            number = number.checked_mul(10)?.checked_add(i32::try_from(digit).ok()?)?;
            next += 1;
        }
        if next != place + 4 {
            return None;
        }
        let base = self.letters.any(next, BASES);
        let (_, end) = base.or_else(|| self.letters.any(next, &["年底", "年末", "年前", "年"]))?;
        Year::new(number).ok().map(|year| (year, base.is_some(), end))
    }

    /// Whether a number belongs to a name: an age, a span of months, a grade, a class.
    fn is_of_a_name(&self, amount: &Amount, place: usize, next: usize) -> bool {
        let letters = self.letters;
        let words = &*amount.unit_words;
        if words.is_empty() {
            let class = [
                "级", "类", "型", "孩", "胎", "后", "届", "大", "强", "线", "环", "期", "代", "号", "星",
                "票", "+",
            ];
            if letters.any(next, &class).is_some() {
                return true;
            }
            // 12345热线, 12338”妇女维权热线.
            return next >= place + 5 && amount_is_whole(amount);
        }
        if !OF_NAMES.contains(&words) {
            return false;
        }
        // 九年义务教育 is a name whatever stands before it; 12年 behind 达到 is not.
        let mut before = self.clause.iter().rev();
        let listed = self.text.is_none()
            && before.next().and_then(Piece::sign) == Some(Sign::And)
            && before.next().is_some_and(
                |piece| matches!(&piece.token, Token::Amount(first) if *first.unit_words == *words),
            );
        // 由10.2年提高到12年, 由2020年的10.2年提高到12年: where the value was.
        let from = self.clause.iter().rev().find_map(Piece::sign) == Some(Sign::From)
            && matches!(lexicon::word(letters, next), Some((Sign::Lead(Lead::RiseTo | Lead::FallTo), _)));
        // 平均预期寿命80岁以上.
        let measured = place.checked_sub(2).is_some_and(|at| letters.any(at, &["寿命", "年限"]).is_some());
        let asked = from
            || listed
            || measured
            || self.text.is_none()
                && self.clause.last().and_then(Piece::sign).is_some_and(|sign| match sign {
                    Sign::Before(Comparator::LessThan) => words != "岁" && words != "周岁",
                    Sign::Lead(Lead::Have | Lead::Build | Lead::Happen | Lead::Hold) => false,
                    Sign::Before(_) | Sign::Lead(_) | Sign::Turn(_) | Sign::Roughly | Sign::AfterEvent => {
                        true
                    }
                    _ => false,
                });
        !asked
    }

    /// What is quoted is a name, but for a circle of so many minutes.
    fn quoted(&mut self, place: usize) -> usize {
        let letters = self.letters;
        let close = match letters.at(place) {
            Some('“') => '”',
            Some('「') => '」',
            _ => '"',
        };
        let end = self.behind(place, close);
        let circle = (place..end).any(|at| letters.any(at, &["圈", "半径"]).is_some());
        let read = numbers::read(letters, place + 1).filter(|_| circle);
        let text = match read {
            Some(numbers::Read { found: Found::Amount(amount), next, .. })
                if matches!(&*amount.unit_words, "分钟" | "小时" | "公里") =>
            {
                self.push(Token::Circle(amount), place, next)
            }
            _ => place,
        };
        self.text.get_or_insert(text);
        end
    }

    /// The place behind the closing sign; behind the opening one where it is not closed within a name's length.
    fn behind(&self, place: usize, close: char) -> usize {
        let most = 60;
        let found = (place + 1..place + most).find(|at| self.letters.at(*at) == Some(close));
        found.map_or(place + 1, |at| at + 1)
    }

    fn push(&mut self, token: Token, from: usize, to: usize) -> usize {
        self.end_text(from);
        self.clause.push(Piece { token, from, to });
        to
    }

    fn end_text(&mut self, to: usize) {
        if let Some(from) = self.text.take() {
            self.clause.push(Piece { token: Token::Text, from, to });
        }
    }

    fn end_clause(&mut self, to: usize) {
        self.end_text(to);
        if !self.clause.is_empty() {
            self.sentence.push(with_attributes(core::mem::take(&mut self.clause), self.letters));
        }
    }

    fn end_sentence(&mut self, to: usize) {
        self.end_clause(to);
        if !self.sentence.is_empty() {
            self.sentences.push(core::mem::take(&mut self.sentence));
        }
    }
}

/// 100人以上企业, 56人及以上大班额: a number of things that only says which things the words behind it name, taken into the text.
fn with_attributes(pieces: Vec<Piece>, letters: &Letters<'_>) -> Vec<Piece> {
    let is_attribute = |at: usize| {
        let things = match &pieces.get(at)?.token {
            Token::Amount(amount) | Token::SoftAmount(amount) => amount.unit.is_some_and(Unit::is_whole),
            _ => false,
        };
        let bounded = matches!(pieces.get(at + 1)?.token, Token::Sign(Sign::After(_)));
        let behind = pieces.get(at + 2)?;
        let named = behind.token == Token::Text && letters.any(behind.from, &["并", "且", "等"]).is_none();
        let before = at.checked_sub(1).and_then(|before| pieces.get(before)).and_then(Piece::sign);
        let led = matches!(before, Some(Sign::Lead(_) | Sign::Before(_) | Sign::Turn(_) | Sign::Roughly));
        let built = pieces
            .iter()
            .take(at)
            .any(|piece| matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen | Lead::Have))));
        Some(things && bounded && named && !led && !built)
    };
    let taken: Vec<bool> = (0..pieces.len())
        .map(|at| {
            let here = |at: usize| is_attribute(at).unwrap_or(false);
            here(at) || at.checked_sub(1).is_some_and(here)
        })
        .collect();
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (piece, taken) in pieces.into_iter().zip(taken) {
        let piece = if taken { Piece { token: Token::Text, ..piece } } else { piece };
        match merged.last_mut() {
            Some(last) if last.token == Token::Text && piece.token == Token::Text => last.to = piece.to,
            _ => merged.push(piece),
        }
    }
    merged
}

pub(super) const fn is_rate(unit: Unit) -> bool {
    unit.is_rounded_to() || matches!(unit, Unit::PercentagePoints | Unit::PerMillePoints)
}

fn digit(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_digit())
}

fn amount_is_whole(amount: &Amount) -> bool {
    matches!(amount.figure, numbers::Figure::Number(number) if number.places() == 0)
}
