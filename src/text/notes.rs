//! Remarks beside a verdict.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Words;
use crate::assess::Note;
use crate::exact::Ratio;
use crate::observation::Status;
use crate::outcome::Role;
use crate::target::Strength;

impl Words<'_> {
    /// The remarks; units are told elsewhere.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let strength = self.row.target.strength;
        if strength != Strength::Firm {
            let softened = strength.code().replace('_', " ");
            notes.push(self.pick(alloc::format!("“{}”", strength.zh()), softened));
        }
        let assessment = self.row.assessment();
        notes.extend(assessment.notes.iter().map(|note| self.note(note)));
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
            (Note::Unsettled(Status::Provisional), true) => "快报数".into(),
            (Note::Unsettled(Status::Provisional), false) => "provisional".into(),
            (Note::Unsettled(_), true) => "估计数".into(),
            (Note::Unsettled(_), false) => "estimated".into(),
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
