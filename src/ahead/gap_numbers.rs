//! What a gap is worth that rests on counts: whether it is more than chance, and whether it has changed.

use alloc::vec::Vec;

use crate::ahead::Estimate;
use crate::ahead::line::Line;
use crate::ahead::small_numbers::scale;
use crate::statistics::{self, CountKind, GapChangeLabel, GapLabel, Sample};
use crate::values::{Counts, Year};

/// What stands beside a gap between parts that come as counts.
///
/// ```
/// use dabiao::{ahead::GapNumbers, indicators::INFANT_MORTALITY_RATE, statistics::GapLabel, values::{cases, Disaggregation}, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let told = |year, of, deaths, births| INFANT_MORTALITY_RATE.observe(Year::literal(year), cases(deaths).of(births)).among(of);
/// let (town, country) = (Disaggregation::URBAN, Disaggregation::RURAL);
/// let rows = [told(2020, town, 0, 300), told(2020, country, 0, 420), told(2024, town, 0, 300), told(2024, country, 1, 310)];
/// let target = catalogue.target("children.health.g3.infant-mortality-rate.urban-rural-gap")?;
/// let judged = Evaluator::new(&catalogue).judge(target, catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// let GapNumbers { label, chance, .. } = judged.gap_numbers.unwrap();
/// // One death among 310 births and none among 300: nothing can be said.
/// assert_eq!((label, chance.unwrap().value()), (GapLabel::TooSmall, 1.0));
/// assert!(judged.warnings.iter().all(|warning| warning.sure != Some(true)));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GapNumbers {
    /// The counts of the parts.
    pub parts: Vec<Counts>,
    /// Whether the gap is more than chance.
    pub label: GapLabel,
    /// The chance of parts as different as these at one common rate.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub chance: Option<Estimate>,
    /// Of three parts and more: the gap that is to be expected if all had one common rate, in the indicator's unit. A largest minus
    /// a smallest value always grows with the number of small parts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub expected: Option<Estimate>,
    /// Of two parts that are too small in one year: several years of them together.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub pooled: Option<PooledGap>,
    /// Of two parts: whether the gap has changed against the baseline by more than chance.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<GapChangeLabel>,
}

/// Several years of both parts of a gap together: the last three if they hold three years and bring enough events, else the
/// last five; three years at least, all of them with counts and of one definition.
///
/// ```
/// use dabiao::{ahead::GapNumbers, indicators::INFANT_MORTALITY_RATE, statistics::GapLabel, values::{cases, Disaggregation}, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let told = |year, of, deaths, births| INFANT_MORTALITY_RATE.observe(Year::literal(year), cases(deaths).of(births)).among(of);
/// let rows = (2020..=2024).flat_map(|year| [told(year, Disaggregation::URBAN, 0, 300), told(year, Disaggregation::RURAL, 2, 310)]);
/// let target = catalogue.target("children.health.g3.infant-mortality-rate.urban-rural-gap")?;
/// let judged = Evaluator::new(&catalogue).judge(target, catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// let GapNumbers { label, pooled: Some(pooled), .. } = judged.gap_numbers.unwrap() else { panic!("too small") };
/// assert_eq!(label, GapLabel::TooSmall);
/// // None of 1,500 in town and ten of 1,550 in the country: five years say it.
/// assert_eq!((pooled.from.number(), pooled.parts[1], pooled.label), (2020, cases(10).of(1550), GapLabel::Real));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PooledGap {
    /// The first year.
    pub from: Year,
    /// The last year.
    pub to: Year,
    /// The counts of both parts, added up.
    pub parts: Vec<Counts>,
    /// Whether the gap of all these years is more than chance.
    pub label: GapLabel,
    /// The chance of parts as different as these at one common rate.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub chance: Option<Estimate>,
}

impl Line<'_> {
    /// What the gap of a year is worth; `None` where it does not rest on counts in which chance has a part.
    pub(crate) fn gap_numbers(&self, of: Year) -> Option<GapNumbers> {
        let kind = self.case.gap_kind()?;
        let parts = self.case.gap_samples(of)?;
        let test = statistics::gap_test(kind, &parts, self.alpha()).ok()?;
        let per = self.case.parts_per()?;
        let many = parts.len() > 2;
        let expected = many.then(|| statistics::expected_gap(kind, &parts).ok()).flatten();
        let before = self.baseline(of).filter(|start| start.year < of);
        let before = before.and_then(|start| self.case.gap_samples(start.year));
        let change = match (before.as_deref(), parts.as_slice()) {
            (Some([a, b]), [c, d]) => {
                statistics::gap_change(kind, [*a, *b], [*c, *d], self.alpha()).ok().map(|change| change.label)
            }
            _ => None,
        };
        let small = test.label == GapLabel::TooSmall;
        Some(GapNumbers {
            pooled: if small { self.pooled_gap(kind, of) } else { None },
            parts: parts.iter().map(counts).collect(),
            label: test.label,
            chance: test.p_value.map(Estimate::new),
            expected: expected.map(|gap| Estimate::new(scale(gap, per))),
            change,
        })
    }
    /// The one window of years in which two small parts say more: three, or five.
    fn pooled_gap(&self, kind: CountKind, of: Year) -> Option<PooledGap> {
        let points = self.points(of);
        let pool = |span: i32| {
            let first = of.plus(1 - span);
            let mut years = 0;
            let (mut from, mut sums) = (of, [Sample::new(0, 0); 2]);
            for point in points.iter().filter(|point| point.year >= first) {
                // A year without counts gives no pool.
                let parts: [Sample; 2] = self.case.gap_samples(point.year)?.try_into().ok()?;
                for (sum, part) in sums.iter_mut().zip(parts) {
                    sum.count = sum.count.saturating_add(part.count);
                    sum.exposure = sum.exposure.saturating_add(part.exposure);
                }
                from = from.min(point.year);
                years += 1;
            }
            if years < 3 {
                return None;
            }
            let test = statistics::gap_test(kind, &sums, self.alpha()).ok()?;
            Some(PooledGap {
                from,
                to: of,
                parts: sums.iter().map(counts).collect(),
                label: test.label,
                chance: test.p_value.map(Estimate::new),
            })
        };
        pool(3).filter(|pool| pool.label != GapLabel::TooSmall).or_else(|| pool(5))
    }
}

fn counts(sample: &Sample) -> Counts {
    Counts { numerator: sample.count, denominator: sample.exposure }
}
