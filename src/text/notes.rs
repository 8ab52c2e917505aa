//! Remarks beside a verdict.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Words;
use crate::data::Status;
use crate::judge::{Note, Role};
use crate::plan::Commitment;
use crate::values::Ratio;

impl Words<'_> {
    /// The remarks; units are told elsewhere.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let commitment = self.row.target.commitment;
        if commitment != Commitment::Firm {
            let softened = commitment.code().replace('_', " ");
            notes.push(self.pick(alloc::format!("“{}”", commitment.zh()), softened));
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
        if let Some(gap) = own.and_then(|evidence| evidence.gap.as_ref()) {
            let value = |value: &Ratio| {
                value.to_number().map_or_else(|| value.rounded(4), |number| number.to_string())
            };
            let ratio = gap.ratio.as_ref().map_or_else(|| "—".into(), |ratio| ratio.rounded(2));
            let (largest, smallest) = (value(&gap.largest), value(&gap.smallest));
            let difference = value(&gap.difference);
            notes.push(self.pick(
                alloc::format!("{largest}与{smallest}，差{difference}，比{ratio}"),
                alloc::format!("{largest} and {smallest}: difference {difference}, ratio {ratio}"),
            ));
        }
        notes
    }

    /// Whose value is not final: the judged one's goes without saying.
    fn unsettled(&self, status: Status) -> Vec<String> {
        let said = self.status(status);
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
                alloc::format!("按另一判定法（GB/T 8170）为{}", outcome.zh())
            }
            (Note::OtherMethod(outcome), false) => {
                alloc::format!("{} by the other method of GB/T 8170", outcome.en())
            }
            (Note::BeyondBand, true) => "高于区间".into(),
            (Note::BeyondBand, false) => "above the band".into(),
            (Note::Unsettled(status), _) => self.status(*status),
            (Note::Standing(year), true) => alloc::format!("沿用{year}年数"),
            (Note::Standing(year), false) => alloc::format!("value of {year} stands"),
            (Note::BaselineMoved(year), true) => alloc::format!("无基期数，以{year}年为基期"),
            (Note::BaselineMoved(year), false) => {
                alloc::format!("no value for the baseline year; {year} instead")
            }
            (Note::AtLimit, true) => "已达极值".into(),
            (Note::AtLimit, false) => "at the best there can be".into(),
            (Note::PrintedAgainstRatio, true) => "按所填百分数与分数比较".to_string(),
            (Note::PrintedAgainstRatio, false) => "a printed percentage held against an exact ratio".into(),
        }
    }
}
