//! What a verdict on few cases is worth.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Language, amount};
use crate::ahead::{label_en, label_zh};
use crate::report::Row;
use crate::statistics::Standard;
use crate::values::Ratio;

/// What a verdict on counts is worth: interval, label, gap in cases, pooled years. Empty for values without counts.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, text, values::cases, Catalogue, Evaluator, Language, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, cases(1).of(800))]);
/// let report = Evaluator::new(&catalogue).report(data.only_area()?, year)?;
/// let row = report.rows.iter().find(|row| row.target.id == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!(
///     text::small_numbers(row, Language::English),
///     "missed within chance (0.0915360), 95% interval 3.2–696.5, one case fewer flips the verdict, fewer than \
///      10 events: not reliable"
/// );
/// # Ok::<(), dabiao::Error>(())
/// ```
#[must_use]
pub fn small_numbers(row: &Row, language: Language) -> String {
    let Some(small) = &row.judgement.small_numbers else { return String::new() };
    let chinese = language == Language::Chinese;
    let mut parts: Vec<String> = Vec::new();
    if let (Some(label), Some(tail)) = (small.label, small.tail) {
        parts.push(match chinese {
            true => alloc::format!("{}（概率{tail}）", label_zh(label)),
            false => alloc::format!("{} ({tail})", label_en(label)),
        });
    }
    let (low, high) = small.interval;
    let interval = alloc::format!("{:.1}–{:.1}", low.value(), high.value());
    let confidence = small.confidence.to_ratio() * Ratio::whole(100);
    parts.push(match chinese {
        true => alloc::format!("{confidence}%区间{interval}"),
        false => alloc::format!("{confidence}% interval {interval}"),
    });
    if let Some(gap) = small.gap {
        parts.push(if chinese { gap.zh() } else { gap.en() });
    }
    if !small.reliable {
        parts.push(match (small.standard, chinese) {
            (Standard::AtLeast20Events, true) => "不足20例，不可靠".into(),
            (Standard::AtLeast20Events, false) => "fewer than 20 events: not reliable".into(),
            (Standard::RelativeErrorAtMost30, true) => "相对标准误超过30%，不可靠".into(),
            (Standard::RelativeErrorAtMost30, false) => {
                "relative standard error above 30%: not reliable".into()
            }
            (_, true) => "不足10例，不可靠".into(),
            (_, false) => "fewer than 10 events: not reliable".into(),
        });
    }
    if let Some(pooled) = &small.pooled {
        let value = amount(&pooled.value.round(2), row.indicator.unit, language);
        let (from, to, counts) = (pooled.from, pooled.to, pooled.counts);
        parts.push(match chinese {
            true => alloc::format!("{from}—{to}年合并{value}（{counts}）：{}", label_zh(pooled.label)),
            false => alloc::format!("{from}-{to} pooled {value} ({counts}): {}", label_en(pooled.label)),
        });
        if let Some(years) = pooled.years_needed {
            parts.push(match chinese {
                true => alloc::format!("要有3例预期数需合并约{years}年"),
                false => alloc::format!("some {years} years would be needed to expect three events"),
            });
        }
    }
    parts.join(if chinese { "，" } else { ", " })
}
