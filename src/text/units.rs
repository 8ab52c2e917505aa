//! Targets over units: how many there are, how many pass, and which do not.

use alloc::string::String;
use alloc::vec::Vec;

use super::Words;
use crate::plan::Scope;
use crate::values::Text;

impl Words<'_> {
    /// 9个苏木镇中8个达标，锡尼镇未达标. None where no unit stands behind the target.
    pub(super) fn units(&self) -> Option<String> {
        let tally = self.row.assessment().units.as_ref()?;
        let all = tally.passed
            + tally.failed.len()
            + tally.not_reported.len()
            + tally.undetermined.len()
            + tally.not_due
            + tally.not_applicable;
        if all == 0 {
            return None;
        }
        let (zh, en) = (self.unit_names().0, self.units_en());
        // Taken together, a unit does not pass; it reports.
        let (passed, passed_en) = match self.row.target.scope {
            Scope::Pooled(_) => ("已报送", "reported"),
            _ => ("达标", "met the target"),
        };
        let count = tally.passed;
        let whole = [
            (count, passed, "all", passed_en),
            (tally.not_reported.len(), "未报送", "none of the", "reported"),
            (tally.failed.len(), "未达标", "none of the", "met the target"),
        ];
        if let Some((_, said, how, said_en)) = whole.iter().find(|(count, ..)| *count == all) {
            return Some(
                self.pick(
                    alloc::format!("{all}个{zh}均{said}"),
                    alloc::format!("{how} {all} {en} {said_en}"),
                ),
            );
        }
        let mut parts: Vec<String> = Vec::new();
        let mut list = |names: &[Text], zh: &str, en: &str| {
            if !names.is_empty() {
                let names = self.names(names);
                parts.push(self.pick(alloc::format!("{names}{zh}"), alloc::format!("{en}: {names}")));
            }
        };
        list(&tally.failed, "未达标", "not met");
        list(&tally.undetermined, "无法判断", "cannot be judged");
        list(&tally.not_reported, "未报送", "did not report");
        if tally.not_due > 0 {
            let count = tally.not_due;
            parts.push(self.pick(alloc::format!("{count}个未到期"), alloc::format!("{count} not due yet")));
        }
        if tally.not_applicable > 0 {
            let count = tally.not_applicable;
            parts
                .push(self.pick(alloc::format!("{count}个不适用"), alloc::format!("{count} not applicable")));
        }
        let rest = parts.join(if self.is_chinese() { "，" } else { "; " });
        Some(match (self.is_chinese(), count) {
            (true, 0) => alloc::format!("{all}个{zh}中{rest}"),
            (true, _) => alloc::format!("{all}个{zh}中{count}个{passed}，{rest}"),
            (false, _) => alloc::format!("{count} of {all} {en} {passed_en} ({rest})"),
        })
    }

    /// What one of the units is called.
    pub(super) fn unit_names(&self) -> (&str, &str) {
        self.row.unit_kind.as_ref().map_or(("单位", "unit"), |kind| (&*kind.zh, &*kind.en))
    }

    fn units_en(&self) -> &str {
        self.row.unit_kind.as_ref().map_or("units", |kind| &*kind.en_plural)
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
