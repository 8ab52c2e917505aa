//! Of whom each something is asked: 每所, 各乡镇, 所有学校, 以…为单位, and the times and numbers that 每 counts.

use alloc::string::{String, ToString};

use super::lexicon::{self, Sign};
use super::names;
use super::numbers::{self, Found};
use super::pieces::{Cutter, Token};
use crate::values::Unit;

/// Kinds of units in whose names 各 stands for each of them.
const EACH: &[&str] = &[
    "机构",
    "学校",
    "幼儿园",
    "医院",
    "卫生院",
    "苏木镇",
    "苏木乡镇",
    "乡镇",
    "街道",
    "社区",
    "嘎查村",
    "嘎查",
    "行政村",
    "村",
    "县",
    "旗区",
    "旗县区",
    "旗县",
    "企业",
    "镇",
    "中小学校",
    "中小学",
    "小学",
    "初中",
    "高中",
    "中学",
    "园",
    "校",
    "院",
];

/// What a unit behind the place it is in is called: 乡镇卫生院, 社区卫生服务中心.
const IN_EACH: &[&str] = &[
    "卫生服务机构",
    "卫生服务中心",
    "卫生服务站",
    "服务中心",
    "卫生院",
    "卫生室",
    "医院",
    "机构",
    "幼儿园",
    "中小学校",
    "中小学",
    "小学",
    "中学",
    "学校",
    "企业",
];

/// Measure words that make 每 an each: 每所, 每个.
const MEASURES: &[&str] = &["所", "个", "家", "座", "处"];

impl Cutter<'_, '_> {
    /// What 每 or 各 begins, and the place behind it.
    pub(super) fn every(&self, place: usize) -> Option<(Token, usize)> {
        let letters = self.letters;
        let each = letters.at(place) == Some('每');
        if !each {
            let (text, next) = self.unit_name(place + 1)?;
            return Some((Token::Each(text), next));
        }
        let next = place + 1;
        for (word, per) in [
            ("十万", 100_000),
            ("10万", 100_000),
            ("百万", 1_000_000),
            ("万", 10_000),
            ("千", 1_000),
            ("百", 100),
        ] {
            if letters.is(next, word) {
                let end = next + word.chars().count();
                let end = letters.any(end, &["人口", "名", "人", "个", "户"]).map_or(end, |(_, end)| end);
                return Some((Token::Per(per), end));
            }
        }
        for word in ["学年", "学期", "天", "日", "周", "月", "季度", "半年"] {
            if letters.is(next, word) {
                let token = if word == "学年" { Token::EveryTime } else { Token::EveryDay };
                return Some((token, next + word.chars().count()));
            }
        }
        // 每人每月: a part of the unit, and no time in which something has to happen.
        if let Some((_, end)) = letters.any(next, &["人每月", "人每年", "人每天", "人每日"]) {
            return Some((Token::Sign(Sign::Plain), end));
        }
        if letters.any(next, &["名", "位"]).is_some() {
            return Some((Token::PerSoMany, next + 1));
        }
        if letters.is(next, "年") {
            return Some((Token::Every(1), next + 1));
        }
        if let Some((years, end)) = numbers::numeral(letters, next).or_else(|| self.small(next)) {
            if letters.at(end) == Some('年') {
                return u8::try_from(years).ok().map(|years| (Token::Every(years), end + 1));
            }
            if let Some((_, end)) = letters.any(end, &["周", "个月", "月", "天", "日", "个季度"]) {
                return Some((Token::EveryDay, end));
            }
        }
        if let Some((_, end)) = numbers::numeral(letters, next).or_else(|| self.digits(next)) {
            let end = letters.any(end, &["万"]).map_or(end, |(_, end)| end);
            let so_many = letters.any(end, &["名", "人", "户", "个", "所", "平方公里", "公里", "米", "张"]);
            return so_many.map(|(_, end)| (Token::PerSoMany, end));
        }
        let Some((_, start)) = letters.any(next, MEASURES) else {
            return self.unit_name(next).map(|(text, end)| (Token::Each(text), end));
        };
        let mut end = start;
        loop {
            let word = lexicon::word(letters, end);
            let closes = matches!(letters.at(end), None | Some('，' | ',' | '。' | '；' | '的' | '每'));
            end = match word {
                // 签约 holds no 约.
                Some((Sign::Plain, next)) if !closes => next,
                Some((Sign::And, _)) | None if !closes && !self.is_rate(end) => end + 1,
                _ => break,
            };
        }
        // 每个乡镇接种率达到90%: the unit, and what is measured in it.
        if names::is_measure(letters.print(start, end)) {
            if let Some((unit, close)) = self.unit_name(start).filter(|(_, close)| *close < end) {
                return Some((Token::Each(unit), close));
            }
        }
        (end > start).then(|| (Token::Each(letters.print(start, end).to_string()), end))
    }

    /// 每个乡镇40%: a rate is no part of the unit's name.
    fn is_rate(&self, place: usize) -> bool {
        numbers::read(self.letters, place).is_some_and(|read| match read.found {
            Found::Amount(amount) => amount.unit.is_some_and(|unit| !unit.is_whole()),
            _ => false,
        })
    }

    /// 所有乡镇至少建成1所: each of them, where things are counted.
    pub(super) fn all_units(&self, place: usize) -> Option<(Token, usize)> {
        let (unit, end) = self.unit_name(place + 2)?;
        let inside = |at: &usize| !matches!(self.letters.at(*at), None | Some('，' | ',' | '。' | '；'));
        let counted = (end..end + 12).take_while(inside).any(|at| {
            self.small_number(at)
                && numbers::read(self.letters, at).is_some_and(|read| match read.found {
                    Found::Amount(amount) => amount.unit.is_some_and(Unit::is_whole),
                    _ => false,
                })
        });
        counted.then_some((Token::Each(unit), end))
    }

    fn small(&self, place: usize) -> Option<(u64, usize)> {
        let letter = self.letters.at(place)?;
        letter.to_digit(10).map(|digit| (digit.into(), place + 1))
    }

    /// 各助产机构: the name of a kind of unit behind 各.
    fn unit_name(&self, start: usize) -> Option<(String, usize)> {
        let mut ends = start..start + 8;
        // 村 of 村民, 县 of 县级: no unit.
        let whole =
            |end: usize| self.letters.any(end, &["民", "委", "级", "干", "务", "长", "内", "域"]).is_none();
        let (_, end) = ends.find_map(|at| self.letters.any(at, EACH).filter(|(_, end)| whole(*end)))?;
        let end = self.letters.any(end, IN_EACH).map_or(end, |(_, end)| end);
        let closed = (end..end + 8).find(|at| self.letters.at(*at) == Some(')'));
        let close = closed.filter(|_| self.letters.at(end) == Some('(')).map_or(end, |close| close + 1);
        let text = self.letters.print(start, close);
        // 县（市、区）: a list in the bracket names more kinds of units.
        let listed = self.letters.print(start, end).contains('、');
        let plain = !listed && !text.contains(['，', '。', '的', '级', '类', '项', '方']);
        plain.then(|| (text.to_string(), close))
    }

    /// 以苏木镇为单位.
    pub(super) fn by_unit(&self, place: usize) -> Option<(Token, usize)> {
        let end = (place..place + 20).find(|at| self.letters.is(*at, "为单位"))?;
        let text = self.letters.print(place + 1, end);
        let plain = !text.contains(['，', '。', '；']);
        plain.then(|| (Token::Each(text.to_string()), end + 3))
    }
}
