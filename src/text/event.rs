//! Nothing happened: said as such, and not as a rate of zero.

use alloc::string::{String, ToString};

use super::Words;
use crate::plan::IndicatorKind;

impl Words<'_> {
    /// 未发生孕产妇死亡（0/823）: for events of which the year saw none.
    pub(super) fn no_event(&self) -> Option<String> {
        let (card, assessment) = (&self.row.indicator, self.row.assessment());
        let counted = card.kind == IndicatorKind::Events && card.gap.is_none() && card.unit.per().is_some();
        let none = assessment.value.as_ref().is_some_and(crate::values::Ratio::is_zero);
        if !counted || !none || self.row.target.scope.is_every_unit() {
            return None;
        }
        let counts = assessment
            .counts
            .map(|counts| self.pick(alloc::format!("（{counts}）"), alloc::format!(" ({counts})")));
        let said = self.pick(zh(&card.zh), en(&card.en));
        Some(said + &counts.unwrap_or_default())
    }
}

/// The event that a rate counts: 孕产妇死亡 of 孕产妇死亡率.
fn zh(rate: &str) -> String {
    let endings = ["人数占未成年人人口数量的比重", "发生率", "发病率", "率"];
    match endings.iter().find_map(|ending| rate.strip_suffix(ending)).filter(|event| !event.is_empty()) {
        Some(event) => alloc::format!("未发生{event}"),
        None => alloc::format!("{rate}：未发生"),
    }
}

fn en(rate: &str) -> String {
    let event = [" mortality ratio", " mortality rate"]
        .iter()
        .find_map(|ending| rate.strip_suffix(ending))
        .map(|whose| alloc::format!("{whose} deaths"))
        .or_else(|| rate.strip_prefix("mortality by ").map(|cause| alloc::format!("deaths by {cause}")))
        .or_else(|| rate.strip_prefix("incidence of ").map(ToString::to_string))
        .or_else(|| rate.strip_suffix(" rate").map(ToString::to_string));
    match event {
        Some(event) => alloc::format!("no {event} recorded"),
        None => alloc::format!("{rate}: none recorded"),
    }
}
