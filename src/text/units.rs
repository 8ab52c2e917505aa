//! Targets over units: how many there are, how many pass, and which do not.

use alloc::string::String;
use alloc::vec::Vec;

use super::Words;
use crate::plan::Scope;
use crate::values::Text;

/// What the unit kinds of the built-in plans are called; others are units.
const KINDS: &[(&str, &str, &str)] = &[
    ("township", "苏木镇", "townships"),
    ("village", "嘎查村", "villages"),
    ("community", "社区", "communities"),
    ("health_centre", "卫生院", "health centres"),
    ("midwifery_institution", "助产机构", "midwifery institutions"),
    ("primary_school", "小学", "primary schools"),
    ("secondary_school", "中学", "secondary schools"),
    ("responsible_body", "责任单位", "responsible bodies"),
];

impl Words<'_> {
    /// 9个苏木镇中8个达标，锡尼镇未达标. None where no unit stands behind the target.
    pub(super) fn units(&self) -> Option<String> {
        let tally = self.row.assessment().units.as_ref()?;
        let all = tally.passed
            + tally.failed.len()
            + tally.silent.len()
            + tally.undetermined.len()
            + tally.not_applicable;
        if all == 0 {
            return None;
        }
        let kind = KINDS.iter().find(|(kind, ..)| *kind == self.row.target.unit_kind);
        let (zh, en) = kind.map_or(("单位", "units"), |(_, zh, en)| (*zh, *en));
        // Taken together, a unit does not pass; it reports.
        let passed = match (self.row.target.scope, self.is_chinese()) {
            (Scope::Pooled, true) => "已报",
            (Scope::Pooled, false) => "reported",
            (_, true) => "达标",
            (_, false) => "met it",
        };
        let mut parts: Vec<String> = Vec::new();
        let mut list = |names: &[Text], zh: &str, en: &str| {
            if !names.is_empty() {
                let names = self.names(names);
                parts.push(self.pick(alloc::format!("{names}{zh}"), alloc::format!("{en}: {names}")));
            }
        };
        list(&tally.failed, "未达标", "failing");
        list(&tally.undetermined, "无法判断", "undetermined");
        list(&tally.silent, "未报", "silent");
        if tally.not_applicable > 0 {
            let count = tally.not_applicable;
            parts.push(self.pick(alloc::format!("{count}个不适用"), alloc::format!("{count} not concerned")));
        }
        let count = tally.passed;
        Some(match self.is_chinese() {
            true => {
                let rest = parts.iter().fold(String::new(), |text, part| text + "，" + part);
                alloc::format!("{all}个{zh}中{count}个{passed}{rest}")
            }
            false if parts.is_empty() => alloc::format!("{count} of {all} {en} {passed}"),
            false => alloc::format!("{count} of {all} {en} {passed} ({})", parts.join("; ")),
        })
    }

    /// The first names; where more stand behind them, with the count of all.
    fn names(&self, names: &[Text]) -> String {
        let shown = self.style.names.max(1);
        let first: Vec<&str> = names.iter().take(shown).map(|name| &**name).collect();
        let all = names.len();
        match (all > shown, self.is_chinese()) {
            (false, true) => first.join("、"),
            (false, false) => first.join(", "),
            (true, true) => alloc::format!("{}等{all}个", first.join("、")),
            (true, false) => alloc::format!("{} and {} more", first.join(", "), all.saturating_sub(shown)),
        }
    }
}
