//! Numbers, and the words around them that say how they are compared with a value.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::grammar::{Clause, Context, Reader};
use super::lexicon::{Comparator, Lead, Sign};
use super::numbers::{Amount, Figure};
use super::pieces::{Piece, Token, is_rate};
use super::{Ask, Obstacle, Request, When, names};
use crate::plan::Better;
use crate::values::{Number, Unit, Year};

/// The words around a number that say how it is compared with a value.
#[derive(Default)]
pub(super) struct Around {
    lead: Option<Lead>,
    before: Option<Comparator>,
    roughly: bool,
    turn: Option<Better>,
    /// 逐年 before the change.
    yearly: bool,
    /// 每五年, 再 or 较上届 before the change: from when it counts is not told.
    unclear: bool,
    /// Words such as 全国平均水平 between the comparison and the number.
    elsewhere: bool,
    direct: bool,
}

impl Reader<'_, '_> {
    /// Whether a numeral with a measure word (一名) is a number here: only beside a verb that asks for things.
    pub(super) fn counts(&self, clause: &Clause<'_>, at: usize) -> bool {
        let direct = at.checked_sub(1).and_then(|before| clause.sign(before));
        let asks = matches!(direct, Some(Sign::Lead(_) | Sign::Before(_) | Sign::Roughly | Sign::Turn(_)));
        // 一所公办幼儿园、一所托育机构.
        let listed = direct == Some(Sign::And)
            && clause.before(at).any(|(_, piece)| matches!(piece.token, Token::SoftAmount(_)));
        let last = at + 1 >= clause.pieces.len();
        let built = clause.before(at).any(|(_, piece)| {
            matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen) | Sign::Before(_)))
        });
        // 作业时间一小时以内; 检查每两年一次.
        let bounded = match clause.get(at).map(|piece| &piece.token) {
            Some(Token::SoftAmount(amount)) => {
                let hours = matches!(amount.unit, Some(Unit::HoursPerDay | Unit::Minutes));
                hours && matches!(clause.sign(at + 1), Some(Sign::After(_)))
                    || last && clause.every && amount.unit_words == "次"
            }
            _ => false,
        };
        asks || bounded || (last && built) || (listed && built)
    }

    pub(super) fn around(&self, clause: &Clause<'_>, at: usize) -> Around {
        let mut around = Around { direct: true, ..Around::default() };
        let mut near = true;
        // Whether only comparisons stand between here and the number: 下降不少于20%.
        let mut bare = true;
        let (mut elsewhere, mut dated) = (false, false);
        // 每三年体检的女职工比例: how often something else happens.
        let mut attribute = false;
        for (place, piece) in clause.before(at) {
            match piece.token {
                Token::Amount(_) | Token::SoftAmount(_) | Token::Range => break,
                Token::Sign(Sign::Lead(lead)) => {
                    around.lead.get_or_insert(lead);
                }
                Token::Sign(Sign::Before(comparator)) => {
                    if around.before.is_none() {
                        // 高于2020年5个百分点.
                        let beyond = matches!(comparator, Comparator::MoreThan | Comparator::LessThan);
                        (around.before, around.elsewhere) = (Some(comparator), elsewhere || dated && beyond);
                    }
                    continue;
                }
                Token::Sign(Sign::Roughly) => {
                    around.roughly = true;
                    continue;
                }
                Token::Sign(Sign::Turn(better)) if bare => around.turn = Some(better),
                Token::Sign(Sign::Quality(_))
                    if around.turn.is_some() && self.letters.is(piece.from, "逐年") =>
                {
                    around.yearly = true;
                }
                Token::Year { .. } => dated = true,
                Token::Every(2..) if around.turn.is_some() && !attribute => around.unclear = true,
                Token::Text => {
                    let words = self.letters.print(piece.from, piece.to);
                    attribute |= words.contains('的');
                    // 到2030年再下降2个百分点; 较上届提高2个百分点.
                    let turned = near && around.turn.is_some();
                    around.unclear |= turned && words.ends_with('再') && !has_base(clause);
                    around.unclear |= turned && ["上届", "上一届"].iter().any(|term| words.ends_with(term));
                    elsewhere |= ["平均", "水平", "上年", "上届"].iter().any(|word| words.contains(word));
                    if place + 1 == at {
                        around.direct = false;
                        let verb = place.checked_sub(1).and_then(|before| clause.get(before));
                        // 降低死亡率至9‰ is 死亡率降低至9‰; 改善到 leaves open which way.
                        around.lead = match verb.and_then(Piece::sign).zip(verb) {
                            Some((Sign::Turn(better), verb)) if self.leads_to_number(clause, place) => {
                                Some(match better {
                                    _ if self.letters.is(verb.from, "改善") => Lead::Reach,
                                    Better::Higher => Lead::RiseTo,
                                    Better::Lower => Lead::FallTo,
                                })
                            }
                            _ => around.lead,
                        };
                        around.turn = around.turn.or(self.changed_by(clause, place));
                    }
                    near = false;
                }
                _ => {}
            }
            bare = false;
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
            list.push((self.scaled(clause, amount, context), after));
            let more = clause.sign(next) == Some(Sign::And)
                && matches!(clause.get(next + 1).map(|piece| &piece.token), Some(Token::Amount(_)));
            if !more {
                break;
            }
            next += 1;
        }
        let (Some(first), Some(last)) = (clause.get(at), clause.get(next.saturating_sub(1))) else {
            return next;
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
        // 4‰以下（不含4‰）: whether the number itself is meant, and no number of its own.
        let bracket = self.included(last.to, list.last().map(|(amount, _)| &amount.figure));
        if let Some((_, end)) = bracket {
            next += clause.pieces.iter().skip(next).take_while(|piece| piece.to <= end).count();
        }
        let bracket = bracket.map(|(included, _)| included);
        // 95%（2025年）: the year by which this number is due.
        if let Some(year) = self.bracketed_year(clause, next) {
            context.due = Some(year);
            next += 3;
        }
        let behind = self.letters.at(last.to);
        let before = first.from.checked_sub(1).and_then(|before| self.letters.at(before));
        if matches!(behind, Some('余' | '多')) || before == Some('近') {
            self.stop(first.from, last.to, Obstacle::Inexact);
            clause.start = next;
            return next;
        }
        let integer =
            list.iter().all(|(amount, _)| amount.unit_words.contains('/') && amount.is_whole_number());
        let built = clause
            .before(at)
            .any(|(_, piece)| matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen))));
        if context.per_before && integer && !built {
            self.stop(first.from, last.to, Obstacle::UnclearUnit);
            clause.start = next;
            return next;
        }
        if let [(amount, _)] = list.as_slice() {
            if let Some(end) = self.named_or_relative(clause, at, next, amount, context) {
                return end;
            }
        }
        let shared = list.last().and_then(|(_, after)| *after);
        let around = self.around(clause, at);
        let things = list.first().is_some_and(|(amount, _)| amount.unit.is_some_and(Unit::is_whole));
        let object_first = match around.lead {
            // 新增托位1000个、总数达到3000个.
            Some(Lead::Build | Lead::Happen | Lead::Have) => {
                let listed = clause.sign(next) == Some(Sign::And);
                things && (!listed || self.own_subject(clause, at).is_empty())
            }
            Some(_) => false,
            // 95%的城市社区建立…: what stands behind the number is its subject.
            None => behind == Some('的') && self.own_subject(clause, at).is_empty(),
        };
        let object = if object_first { self.object(clause, next) } else { Vec::new() };
        let end = if object.is_empty() { next } else { self.object_end(clause, next) };
        let subject = if object.is_empty() { self.subject(clause, at, context) } else { object };
        // 2025年和2030年分别达到60%和70%: a number for each year.
        let dated = subject.len() == 1 && context.dues.len() == list.len();
        if list.len() > 1 && !dated && subject.len() != list.len() {
            self.stop(first.from, last.to, Obstacle::Uneven);
            list.clear();
        }
        for (place, (amount, after)) in list.iter().enumerate() {
            let names = match list.len() == 1 || dated {
                true => subject.clone(),
                false => subject.get(place).cloned().into_iter().collect(),
            };
            let requests = self.requests(clause, amount, after.or(shared), &around, &names, behind, context);
            match requests.map(|(request, or, plain)| stated(request, or, plain, bracket)) {
                Ok((request, or, plain)) => {
                    let ask = self.ask(clause, at, end, names, request, context);
                    let of_change = matches!(ask.request, Request::Change { .. }).then_some(When::ByYear);
                    // 每两年一次免费检查覆盖率达到85%: the window is of the examination, not of the rate.
                    let every =
                        ask.timing.filter(|when| things || matches!(when, When::EveryYear | When::Kept));
                    // 年均培训1000人次.
                    let yearly = (things && clause.yearly).then_some(When::EveryYear);
                    let happens = around.lead == Some(Lead::Happen)
                        || matches!(&*amount.unit_words, "次" | "场" | "人次");
                    let before = context.every_before.filter(|_| happens);
                    let timing = of_change.or(every).or(yearly).or(before).or(timing(&around));
                    let due = if dated { context.dues.get(place).copied() } else { ask.due };
                    self.asks.push(Ask { or, plain, timing, due, ..ask });
                }
                Err(obstacle) => self.stop(first.from, last.to, obstacle),
            }
        }
        if let Some((amount, _)) = list.first() {
            context.unit_words.clone_from(&amount.unit_words);
        }
        context.names = subject;
        clause.start = end;
        next
    }

    /// The year in a bracket of its own: （2025年）, （到2025年）.
    fn bracketed_year(&self, clause: &Clause<'_>, at: usize) -> Option<Year> {
        let is = |place: usize, words: &[&str]| {
            let piece = clause.get(place)?;
            words.contains(&self.letters.print(piece.from, piece.to)).then_some(())
        };
        is(at, &["(", "（", "(到", "（到", "(至", "（至"])?;
        let Token::Year { year, base: false } = clause.get(at + 1)?.token else { return None };
        is(at + 2, &[")", "）"]).map(|()| year)
    }

    /// （含4‰）, （不含本数） at a place: whether the number is included, and the place behind the bracket. Another number than the
    /// one before it says something else.
    fn included(&self, place: usize, own: Option<&Figure>) -> Option<(bool, usize)> {
        const WORDS: &[&str] = &["不含", "不包括", "不包含", "含", "包括", "包含"];
        let inside = place + 1;
        let (word, mut end) =
            self.letters.any(inside, WORDS).filter(|_| self.letters.at(place) == Some('('))?;
        // Nothing but a number may stand behind it: 含流动儿童 speaks of other things.
        if let Some((_, next)) = self.letters.any(end, &["本数", "该数", "此数"]) {
            end = next;
        }
        let number = |letter: char| {
            letter.is_ascii_digit() || "./%‰万千十百成分之点一二三四五六七八九零".contains(letter)
        };
        let printed: String =
            (end..).map_while(|at| self.letters.at(at).filter(|sign| number(*sign))).collect();
        end += printed.chars().count();
        let plain = printed.trim_end_matches(['%', '‰']).parse::<Number>();
        let differs = |said: Number| matches!(own, Some(Figure::Number(own)) if *own != said);
        if plain.is_ok_and(differs) {
            return None;
        }
        (self.letters.at(end) == Some(')')).then_some((!word.starts_with('不'), end + 1))
    }

    /// A single number that is no bound by itself: a part of a name, a multiple of another value, the pace of a change.
    fn named_or_relative(
        &mut self,
        clause: &mut Clause<'_>,
        at: usize,
        next: usize,
        amount: &Amount,
        context: &mut Context,
    ) -> Option<usize> {
        let letter_before = |place: usize| place.checked_sub(1).and_then(|place| self.letters.at(place));
        let behind = clause.get(next).filter(|piece| piece.token == Token::Text);
        // 24小时热线: nothing compares these hours with anything.
        let around = self.around(clause, at);
        let led = around.lead.is_some() || around.before.is_some() || around.turn.is_some();
        let hours = matches!(amount.unit, Some(Unit::HoursPerDay | Unit::Minutes));
        let compared = led || context.every.is_some() || clause.sign(next.saturating_sub(1)).is_some();
        if hours && behind.is_some() && !compared {
            return Some(next);
        }
        let before = clause.get(at.checked_sub(1)?)?;
        // 未达到80%的乡镇, 达不到80%的乡镇: which ones. Without 的 it says what is, and not what shall be.
        let short = before.to.checked_sub(3).is_some_and(|from| self.letters.is(from, "达不到"));
        let unreached =
            matches!(before.sign(), Some(Sign::Lead(_))) && letter_before(before.from) == Some('未');
        if unreached || (before.token == Token::Text && short) {
            if behind.is_none_or(|piece| !self.letters.is(piece.from, "的")) {
                let end = clause.get(next.saturating_sub(1)).map_or(before.to, |last| last.to);
                self.stop(before.from, end, Obstacle::UnclearDirection);
            }
            clause.start = next;
            return Some(next);
        }
        // 面积超过1万平方米的商场: which ones.
        let share = matches!(amount.figure, Figure::Fraction(_)) || amount.unit.is_some_and(is_rate);
        let of_things = behind.is_some_and(|piece| self.letters.is(piece.from, "的"));
        let done =
            matches!(around.lead, Some(Lead::Build | Lead::Happen | Lead::Hold)) || context.every.is_some();
        if of_things && !share && !done && amount.unit_words != "倍" {
            let own = self.own_subject(clause, at);
            if own.first().is_some_and(|name| !matches!(&**name, "提供" | "给予")) {
                clause.start = next;
                return Some(next);
            }
        }
        // 2020年的2倍 is a rise by 100%; twice anything else is another value.
        let of = before.token == Token::Text && letter_before(before.to) == Some('的');
        let year = match at.checked_sub(2).and_then(|of| clause.get(of)).map(|piece| &piece.token) {
            Some(Token::Year { year, .. }) if self.is_of(before) && amount.is_relative() => Some(*year),
            _ => None,
        };
        // 由2020年的60%提高到2030年的95%: the value of that year itself.
        let year = year.filter(|_| !clause.before(at).any(|(_, piece)| piece.sign() == Some(Sign::From)));
        if of && around.turn.is_none() && (amount.unit_words == "倍" || year.is_some()) {
            match year.zip(above_once(amount)) {
                Some((year, amount)) => {
                    let request =
                        Request::Change { better: Better::Higher, amount, since: Some(year), yearly: false };
                    let names = self.subject(clause, at.checked_sub(2)?, context);
                    let ask = self.ask(clause, at, next, names.clone(), request, context);
                    self.asks.push(Ask { timing: Some(When::ByYear), ..ask });
                    context.names = names;
                }
                None => self.stop(before.from, clause.get(at)?.to, Obstacle::OtherValue),
            }
            clause.start = next;
            return Some(next);
        }
        // 每年以5%的速度增长, 按5%的幅度提高, 以5%增长.
        let mut by = clause.before(at).take(2).filter(|(_, piece)| piece.sign() == Some(Sign::Than));
        let with = by.clone().any(|(_, piece)| self.letters.is(piece.from, "以"));
        let of =
            behind.map(|piece| self.letters.any(piece.from, &["的速度", "的幅度", "速度", "幅度", "的"]));
        let from = match of {
            Some(Some(("的", _))) => by.next().map(|_| next + 1),
            Some(Some(_)) => Some(next + 1),
            Some(None) => None,
            None => with.then_some(next),
        };
        // 以7%的速度稳步增长.
        let is_quality = |place: &usize| matches!(clause.sign(*place), Some(Sign::Quality(_)));
        let turn = from.and_then(|from| (from..).find(|place| !is_quality(place)));
        // 以7%的速度提高到6万元 says two things: the verb is also that of the second.
        let (better, end) = match (turn?, clause.sign(turn?)?) {
            (turn, Sign::Turn(better)) => (better, turn + 1),
            (turn, Sign::Lead(Lead::RiseTo)) => (Better::Higher, turn),
            (turn, Sign::Lead(Lead::FallTo)) => (Better::Lower, turn),
            _ => return None,
        };
        let change =
            Request::Change { better, amount: amount.clone(), since: context.since, yearly: clause.yearly };
        let names = self.subject(clause, at, context);
        let ask = self.ask(clause, at, end, names.clone(), change, context);
        self.asks.push(Ask { timing: Some(When::ByYear), ..ask });
        context.names = names;
        clause.start = end;
        Some(end)
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
        let is_number = |piece: &&Piece| {
            matches!(piece.token, Token::Amount(_) | Token::SoftAmount(_) | Token::Range | Token::Vague)
        };
        let behind = || clause.pieces.iter().skip(next);
        // 由60%提高到90%, 由60%（2020年）力争提高到90%.
        let led = |to: fn(Lead) -> bool| {
            let mut between = behind().take_while(|piece| !is_number(piece));
            between.any(|piece| matches!(piece.sign(), Some(Sign::Lead(lead)) if to(lead)))
        };
        let leads = led(|lead| matches!(lead, Lead::RiseTo | Lead::FallTo));
        // 由90%提高5个百分点; 由80%稳步提高; 比80%的水平提高; 以80%为基础提高.
        let mut verb = behind().skip_while(|piece| {
            matches!(piece.sign(), Some(Sign::Quality(_)))
                || (piece.token == Token::Text
                    && self.letters.any(piece.from, &["的", "水平", "为基"]).is_some())
        });
        let turns = matches!(verb.next().and_then(Piece::sign), Some(Sign::Turn(_)));
        let sign = clause.before(at).find(|(_, piece)| !matches!(piece.sign(), None | Some(Sign::Plain)));
        match sign.and_then(|(_, piece)| piece.sign().map(|sign| (sign, piece.from))) {
            // 以5%的速度增长: a pace.
            Some((Sign::Than, from)) if self.letters.is(from, "以") => {
                let of = clause.get(next).map(|piece| piece.from);
                let is_pace = of
                    .is_some_and(|of| self.letters.any(of, &["的速度", "的幅度", "速度", "幅度"]).is_some());
                !is_pace && (leads || (turns && verb.next().is_some_and(|piece| is_number(&piece))))
            }
            // 由80%达到90%.
            Some((Sign::From, _)) => leads || turns || led(|lead| lead == Lead::Reach),
            Some((Sign::Than, _)) => leads || turns,
            _ => false,
        }
    }

    /// 每千名儿童…1.12名: the number counts for each thousand.
    fn scaled(&self, clause: &Clause<'_>, amount: &Amount, context: &Context) -> Amount {
        // 每千人口…达到4.5个，新增2000个: what is built or done is not counted for each thousand.
        let built = |(_, piece): (usize, &Piece)| {
            matches!(piece.sign(), Some(Sign::Lead(Lead::Build | Lead::Happen)))
        };
        let counted = context.per_before && clause.before(clause.pieces.len()).any(built);
        let Some(per) = context.per.filter(|_| amount.unit.is_none_or(Unit::is_whole) && !counted) else {
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
        // 扩大到3倍: of what it was, and that is not told.
        let times = amount.unit_words == "倍" && around.lead == Some(Lead::RiseTo);
        if around.elsewhere || times {
            return Err(Obstacle::OtherValue);
        }
        if let Some(better) = around.turn {
            return self.change(clause, amount, better, after, around, names, context);
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
    #[expect(clippy::too_many_arguments, reason = "each is one of the words around the number")]
    fn change(
        &self,
        clause: &Clause<'_>,
        amount: &Amount,
        better: Better,
        after: Option<Sign>,
        around: &Around,
        names: &[String],
        context: &Context,
    ) -> Result<(Request, Vec<Request>, bool), Obstacle> {
        match (around.before, after) {
            (None | Some(Comparator::AtLeast), None | Some(Sign::After(Comparator::AtLeast)))
                if !around.roughly => {}
            // 下降超过20%: no rule says by more than so much.
            (_, Some(Sign::Around)) | (Some(Comparator::MoreThan), _) => return Err(Obstacle::Inexact),
            _ if around.roughly => return Err(Obstacle::Inexact),
            _ => return Err(Obstacle::Contradiction),
        }
        if around.unclear {
            return Err(Obstacle::UnclearStart);
        }
        let yearly = clause.yearly || around.yearly;
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
                amount = hundredfold(number.mantissa(), number.places()).unwrap_or(amount);
            }
        }
        Ok((change(amount), or, false))
    }
}

/// Whether a clause names the year from which its change counts.
fn has_base(clause: &Clause<'_>) -> bool {
    clause.pieces.iter().any(|piece| {
        matches!(piece.token, Token::Year { base: true, .. } | Token::Sign(Sign::Than | Sign::From))
    })
}

/// A request with what a bracket says of its number.
fn stated(
    request: Request,
    or: Vec<Request>,
    plain: bool,
    included: Option<bool>,
) -> (Request, Vec<Request>, bool) {
    use Comparator::{AtLeast, AtMost, LessThan, MoreThan};
    match (request, included) {
        (Request::Bound { comparator, amount }, Some(included)) => {
            let comparator = match (comparator, included) {
                (AtLeast | MoreThan, true) => AtLeast,
                (AtLeast | MoreThan, false) => MoreThan,
                (AtMost | LessThan, true) => AtMost,
                (AtMost | LessThan, false) => LessThan,
                (about, _) => about,
            };
            (Request::Bound { comparator, amount }, Vec::new(), plain)
        }
        (request, _) => (request, or, plain),
    }
}

/// So many times as per cent: 1.5倍 is 150.
fn hundredfold(mantissa: i128, places: u32) -> Option<Amount> {
    let times = Number::of_digits(mantissa.checked_mul(100)?, places)?;
    let short =
        Number::of_digits(times.mantissa() / 10_i128.pow(times.places()), 0).filter(|short| *short == times);
    let figure = Figure::Number(short.unwrap_or(times));
    Some(Amount { figure, unit: Some(Unit::Percent), unit_words: "%".to_string() })
}

/// By how much so many times are more than once: 2倍 is 100 per cent more.
fn above_once(amount: &Amount) -> Option<Amount> {
    let Figure::Number(number) = amount.figure else { return None };
    if amount.unit_words != "倍" {
        return None;
    }
    let more =
        number.mantissa().checked_sub(10_i128.checked_pow(number.places())?).filter(|more| *more > 0)?;
    hundredfold(more, number.places())
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
