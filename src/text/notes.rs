//! Remarks beside a verdict.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::figure::{telling, trimmed};
use super::{Words, amount, measured, with_unit};
use crate::data::Status;
use crate::judge::{GapEnds, Note, Outcome, Role};
use crate::plan::{Between, Commitment, Rule};
use crate::report::Parity;
use crate::values::{Ratio, Unit};

impl Words<'_> {
    /// The remarks; units are told elsewhere.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let commitment = self.row.target.commitment;
        if commitment != Commitment::Firm {
            let code = commitment.code().replace('_', " ");
            let softened = match commitment {
                Commitment::Aspiration => "strive for",
                Commitment::Nearly => "basically",
                _ => &code,
            };
            notes.push(self.pick(
                alloc::format!("原文表述为“{}”", commitment.zh()),
                alloc::format!("the plan says “{softened}”"),
            ));
        }
        if self.row.doubtful {
            notes.push(self.say("数据存疑，见数据审核", "doubtful data: see the audit"));
        }
        let assessment = self.row.assessment();
        for note in &assessment.notes {
            match note {
                Note::Unsettled(status) => notes.extend(self.unsettled(*status)),
                note => notes.push(self.note(note)),
            }
        }
        let own = assessment.evidence.iter().find(|evidence| evidence.role == Role::Value);
        notes.extend(own.and_then(|evidence| evidence.gap.as_ref()).map(|gap| self.sides(gap)));
        notes.extend(self.row.parity.as_ref().and_then(|parity| self.parity(parity)));
        notes
    }

    /// Men beside women: 男性31.4%，女性低3.0个百分点.
    fn parity(&self, parity: &Parity) -> Option<String> {
        let unit = self.row.indicator.unit;
        let Some((men, gap)) = parity.men.as_ref().zip(parity.gap.as_ref()) else {
            let both = amount(parity.both.as_ref()?, unit, self.style.language);
            return Some(
                self.pick(alloc::format!("男女合计{both}"), alloc::format!("{both} for both sexes")),
            );
        };
        let women = self.row.assessment().value.as_ref().map_or_else(String::new, |value| self.shown(value));
        let sides = [amount(men, Unit::Quotient, self.style.language), women];
        let men = amount(men, unit, self.style.language);
        let apart = self.sized(gap, 2, &sides);
        Some(match gap.signum() {
            0 => self.pick(alloc::format!("男性同为{men}"), alloc::format!("{men} for men too")),
            1 => self.pick(
                alloc::format!("男性{men}，女性低{apart}"),
                alloc::format!("{men} for men, women {apart} lower"),
            ),
            _ => self.pick(
                alloc::format!("男性{men}，女性高{apart}"),
                alloc::format!("{men} for men, women {apart} higher"),
            ),
        })
    }

    /// The two sides of a gap: 农村牧区15.9/10万、城镇12.5/10万，相差3.4/10万，农村牧区为城镇的1.27倍.
    fn sides(&self, gap: &GapEnds) -> String {
        let card = &self.row.indicator;
        let digits = telling([&gap.largest, &gap.smallest, &Ratio::zero()].into(), 2);
        let amount = |value: &Ratio| with_unit(&trimmed(value, digits), gap.unit, self.style.language);
        if gap.largest == gap.smallest {
            let both = if gap.largest.is_zero() { "0".into() } else { amount(&gap.largest) };
            let (zh, en) = match card.gap.as_ref().map(|gap| gap.between) {
                Some(Between::UrbanRural) => ("城乡", "urban and rural areas"),
                Some(Between::Sexes) => ("男女", "women and men"),
                _ => ("各地", "all units"),
            };
            return self.pick(
                alloc::format!("{zh}均为{both}，无差距"),
                alloc::format!("{both} in both: no gap between {en}"),
            );
        }
        let name = |code: &str| {
            let known = SIDES.iter().find(|(known, ..)| *known == code);
            match (known, self.is_chinese()) {
                (Some((_, zh, _)), true) => (*zh).to_string(),
                (Some((.., en)), false) => (*en).to_string(),
                (None, _) => code.to_string(),
            }
        };
        let (high, low) = (name(&gap.largest_of), name(&gap.smallest_of));
        let (largest, smallest) = (amount(&gap.largest), amount(&gap.smallest));
        let sides = [&gap.largest, &gap.smallest].map(|side| trimmed(side, digits));
        let size =
            with_unit(&measured(&gap.difference, 2, &sides), gap.unit.of_difference(), self.style.language);
        let apart = self.pick(alloc::format!("，相差{size}"), alloc::format!(", a difference of {size}"));
        let times = gap.ratio.as_ref().map(|ratio| {
            let ratio = ratio.rounded(telling([ratio, &Ratio::whole(1)].into(), 2));
            self.pick(
                alloc::format!("，{high}为{low}的{ratio}倍"),
                alloc::format!(", {ratio} times as high in {high} as in {low}"),
            )
        });
        let times = times.unwrap_or_default();
        self.pick(
            alloc::format!("{high}{largest}、{low}{smallest}{apart}{times}"),
            alloc::format!("{largest} in {high}, {smallest} in {low}{apart}{times}"),
        )
    }

    /// Whose value is not final: the judged one's goes without saying.
    fn unsettled(&self, status: Status) -> Vec<String> {
        let said = self.status(status);
        if self.row.assessment().units.is_some() {
            // Of units that pass no evidence is kept: it may be a unit's own value, its base, or its reference.
            return [self.pick(alloc::format!("含{said}"), alloc::format!("some figures are {said}"))].into();
        }
        let evidence = &self.row.assessment().evidence;
        let of = |role| evidence.iter().any(|told| told.role == role && told.status == status);
        let others = [
            (Role::Baseline, "基期", "the baseline is "),
            (Role::Reference, "参照指标", "the reference is "),
        ];
        let others: Vec<_> = others.into_iter().filter(|(role, ..)| of(*role)).collect();
        let own = (of(Role::Value) || others.is_empty()).then(|| said.clone());
        let others = others.into_iter().map(|(_, zh, en)| match self.is_chinese() {
            true => alloc::format!("{zh}为{said}"),
            false => alloc::format!("{en}{said}"),
        });
        own.into_iter().chain(others).collect()
    }

    fn status(&self, status: Status) -> String {
        match status {
            Status::Provisional => self.say("快报数", "provisional"),
            _ => self.say("估计数", "estimated"),
        }
    }

    fn note(&self, note: &Note) -> String {
        match (note, self.is_chinese()) {
            (Note::OtherMethod(outcome), true) => {
                let method = if self.is_rounded(*outcome) { "全数值" } else { "修约值" };
                alloc::format!("按{method}比较法为{}", outcome.zh())
            }
            (Note::OtherMethod(outcome), false) => {
                let method = if self.is_rounded(*outcome) { "unrounded" } else { "rounded" };
                alloc::format!("{} if {method} values are compared", outcome.en())
            }
            (Note::BeyondBand, true) => "高于“左右”的区间".into(),
            (Note::BeyondBand, false) => "above the band of “about”".into(),
            (Note::Unsettled(status), _) => self.status(*status),
            (Note::Standing(year), true) => alloc::format!("沿用{year}年数"),
            (Note::Standing(year), false) => alloc::format!("the value of {year} still stands"),
            (Note::BaselineMoved(year), true) => alloc::format!("缺基期数，以{year}年为基期"),
            (Note::BaselineMoved(year), false) => {
                alloc::format!("no value for the baseline year; {year} is the baseline")
            }
            (Note::AtLimit, true) => "已为最好水平".into(),
            (Note::AtLimit, false) => "already at the best possible level".into(),
            (Note::ReferenceOfArea, true) => "无本单位参照数，以全地区同期数为参照".into(),
            (Note::ReferenceOfArea, false) => {
                "held against the reference of the area, for want of its own".into()
            }
            (Note::PrintedAgainstRatio, true) => "按所填百分数与分数比较".to_string(),
            (Note::PrintedAgainstRatio, false) => {
                "the reported percentage is compared with a fraction".into()
            }
        }
    }

    /// Whether the verdict came by 修约值比较法, the other method saying `other`. What meets a bound meets it rounded too, but
    /// for a bound that is excluded.
    fn is_rounded(&self, other: Outcome) -> bool {
        let rank = |outcome| match outcome {
            Outcome::NotMet => 0,
            Outcome::Met => 2,
            _ => 1,
        };
        let excluded = matches!(self.row.target.rule, Rule::MoreThan { .. } | Rule::LessThan { .. });
        (rank(self.row.assessment().year_outcome()) > rank(other)) != excluded
    }
}

/// The sides of a gap by their codes.
const SIDES: &[(&str, &str, &str)] = &[
    ("urban", "城镇", "urban areas"),
    ("rural", "农村牧区", "rural areas"),
    ("female", "女性", "women"),
    ("male", "男性", "men"),
];
