//! What a verdict on few cases is worth.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::figure::significant;
use super::{Language, Words, amount, with_unit};
use crate::ahead::{Estimate, GapInCases, GapNumbers, label_en, label_zh};
use crate::judge::Outcome;
use crate::plan::IndicatorKind;
use crate::report::Row;
use crate::statistics::{Certainty, GapLabel, Standard};
use crate::values::{Counts, Ratio};

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
///     "missed within chance (probability 0.092), 95% interval 3.2–696.5, one case fewer flips the verdict, fewer than \
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
            true => alloc::format!("{}（概率{}）", label_zh(label), chance(tail)),
            false => alloc::format!("{} (probability {})", label_en(label), chance(tail)),
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
        let value = amount(&pooled.value.round(1), row.indicator.unit, language);
        let (from, to, counts) = (pooled.from, pooled.to, pooled.counts);
        parts.push(match chinese {
            true => alloc::format!("{from}—{to}年合并{value}（{counts}）：{}", label_zh(pooled.label)),
            false => alloc::format!("{from}-{to} pooled {value} ({counts}): {}", label_en(pooled.label)),
        });
        if let Some(years) = pooled.years_needed {
            parts.push(match chinese {
                true => alloc::format!("要有3例预期数需合并约{years}年"),
                false => alloc::format!("about {years} years would have to be pooled to expect three events"),
            });
        }
    }
    parts.join(if chinese { "，" } else { ", " })
}

/// A probability with two significant digits; neither none nor all where it is not.
pub(super) fn chance(chance: Estimate) -> String {
    match chance.value() {
        low if low < 0.0001 => "<0.0001".into(),
        high if high > 0.99 => ">0.99".into(),
        _ => significant(chance),
    }
}

/// So many people or births are few.
const FEW: u64 = 10_000;

impl Words<'_> {
    /// What the verdict on few cases is worth, in one plain clause: the size, what one case would do, the years together.
    pub(super) fn few(&self) -> Option<String> {
        if let Some(gap) = &self.row.judgement.gap_numbers {
            return self.few_in_parts(gap);
        }
        let small = self.row.judgement.small_numbers.as_ref()?;
        let doubtful =
            matches!(small.label, Some(Certainty::MetUnconfirmable | Certainty::MissedWithinChance));
        let sure = matches!(small.label, Some(Certainty::MetConfirmed | Certainty::MissedConfirmed));
        if sure || (small.reliable && !doubtful) {
            return None;
        }
        let (k, n) = (small.counts.numerator, small.counts.denominator);
        let mut parts: Vec<String> = Vec::new();
        let definition = self.row.indicator.definition.as_ref();
        let over = definition.and_then(|definition| definition.denominator.as_ref());
        let (zh, en) = match over {
            // 活产数 is what 活产 are counted by.
            Some(over) => {
                (over.zh.trim_end_matches('数').trim_end_matches('人'), alloc::format!("{n} {}", over.en))
            }
            None => ("分母", alloc::format!("{n} in the denominator")),
        };
        let of_people = over.is_some_and(|over| over.zh.ends_with("人数"))
            || zh.ends_with(['产', '妇', '童', '女', '婴', '儿', '生', '人', '者', '工']);
        let persons = if of_people { "人" } else { "" };
        parts.push(match n < FEW {
            true => self.pick(
                alloc::format!("{zh}仅{n}{persons}，单年数值不宜单独作为评价依据"),
                alloc::format!("with only {en}, a single year should not be judged alone"),
            ),
            false => self.say(
                "例数很少，单年数值不宜单独作为评价依据",
                "with so few cases, a single year should not be judged alone",
            ),
        });
        parts.extend(small.gap.and_then(|gap| self.flips(gap, k, n)));
        if let Some(pooled) = &small.pooled {
            let (from, to, counts) = (pooled.from, pooled.to, pooled.counts);
            let value = self.amount(&pooled.value);
            let cases = counts.numerator;
            let (case, one) =
                (if cases == 1 { "case" } else { "cases" }, self.row.indicator.kind == IndicatorKind::Events);
            parts.push(match one {
                true => self.pick(
                    alloc::format!("{from}—{to}年合计{cases}例（{value}）"),
                    alloc::format!("{cases} {case} in {from}–{to} together ({value})"),
                ),
                false => self.pick(
                    alloc::format!("{from}—{to}年合并为{value}（{counts}）"),
                    alloc::format!("{value} in {from}–{to} together ({counts})"),
                ),
            });
        }
        Some(parts.join(self.semicolon()))
    }

    /// How many cases change the verdict, and what one more would make of the rate.
    fn flips(&self, gap: GapInCases, k: u64, n: u64) -> Option<String> {
        let met = self.row.assessment().outcome == Outcome::Met;
        let (cases, more) = match gap {
            GapInCases::Fewer(cases) => (cases, false),
            GapInCases::More(cases) => (cases, true),
            GapInCases::CannotBeReached => return None,
        };
        let (word, word_en) = if more { ("多", "more") } else { ("少", "fewer") };
        if met && cases == 1 {
            let k = if more { k.saturating_add(1) } else { k.saturating_sub(1) };
            let per = Ratio::whole(self.row.indicator.unit.per()?.into());
            let value = self.amount(&(Counts { numerator: k, denominator: n }.quotient()? * per));
            return Some(self.pick(
                alloc::format!("{word}1例即为{value}，不再达标"),
                alloc::format!("one case {word_en} would make it {value} and miss the target"),
            ));
        }
        Some(match met {
            true => self.pick(
                alloc::format!("{word}{cases}例即不再达标"),
                alloc::format!("{cases} cases {word_en} would miss the target"),
            ),
            false => self.pick(
                alloc::format!("{word}{cases}例即达标"),
                match cases {
                    1 => alloc::format!("one case {word_en} would meet the target"),
                    _ => alloc::format!("{cases} cases {word_en} would meet the target"),
                },
            ),
        })
    }
    /// What a gap between parts of few cases is worth: nothing where it is more than chance.
    fn few_in_parts(&self, gap: &GapNumbers) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        match gap.label {
            GapLabel::Real => return None,
            GapLabel::WithinChance => parts
                .push(self.say("差距可由小样本随机误差解释", "chance in few cases could explain the gap")),
            GapLabel::TooSmall => parts.push(self.say(
                "样本太小，单年差距不宜单独作为评价依据",
                "with so few cases, the gap of a single year should not be judged alone",
            )),
            GapLabel::NotTestable => {
                parts.push(self.say("样本太小，差距无法检验", "with so few cases, the gap cannot be tested"))
            }
        }
        if let Some(pooled) = &gap.pooled {
            let (from, to) = (pooled.from, pooled.to);
            let told = |join: &str| {
                let cells: Vec<String> = pooled.parts.iter().map(ToString::to_string).collect();
                cells.join(join)
            };
            let (zh, en) = match pooled.label {
                GapLabel::Real => ("差距超出随机误差", "more than chance"),
                GapLabel::WithinChance => ("仍可由随机误差解释", "still within chance"),
                GapLabel::TooSmall | GapLabel::NotTestable => ("仍然太小", "still too few"),
            };
            parts.push(self.pick(
                alloc::format!("{from}—{to}年合并（{}）{zh}", told("、")),
                alloc::format!("{from}–{to} together ({}): {en}", told(", ")),
            ));
        }
        if let Some(expected) = gap.expected {
            let expected = with_unit(&significant(expected), self.row.indicator.unit, self.style.language);
            parts.push(self.pick(
                alloc::format!("即使各单位实际水平相同，预期差距也有{expected}"),
                alloc::format!("a gap of {expected} is to be expected even at one common level"),
            ));
        }
        Some(parts.join(self.semicolon()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, chance};

    #[test]
    fn a_chance_is_never_none_or_all() {
        for (value, told) in [
            (0.000_09, "<0.0001"),
            (0.0001, "0.0001"),
            (0.0123, "0.012"),
            (0.5, "0.5"),
            (0.99, "0.99"),
            (0.991, ">0.99"),
            (0.999_999, ">0.99"),
        ] {
            assert_eq!(chance(Estimate::new(value)), told, "{value}");
        }
    }
}
