//! Gaps between parts of a population (城乡, 女男, 各苏木镇) whose values rest on counts.

use core::fmt;

use super::compare::chance_between;
use super::data::{check_probability, expected_at_bound, is_enough, real, real_len, sum_of};
use super::gamma::gamma_tails;
use super::multinomial::exact_p_value;
use super::{CountKind, Sample, StatisticsError};

/// The fewest events in every part for the normal approximation of [`gap_change`].
const LARGE_ENOUGH: u64 = 10;

/// The fewest events expected in every part for the χ² test of many parts.
const LARGE_ENOUGH_FOR_CHI_SQUARE: f64 = 5.0;

/// What a gap that rests on counts is worth.
///
/// ```
/// use dabiao::statistics::GapLabel;
///
/// assert_eq!(GapLabel::WithinChance.as_str(), "within_chance");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum GapLabel {
    /// Parts with one common rate would hardly lie so far apart.
    Real,
    /// Parts with one common rate could well lie so far apart.
    WithinChance,
    /// At the common rate fewer than [`ENOUGH_EXPECTED`](super::ENOUGH_EXPECTED) events are expected in some part.
    TooSmall,
    /// Too many parts and events for the exact test, and too few for the approximate one.
    NotTestable,
}

impl GapLabel {
    /// The label as it is written in data.
    ///
    /// ```
    /// use dabiao::statistics::GapLabel;
    ///
    /// assert_eq!(GapLabel::TooSmall.as_str(), "too_small");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            GapLabel::Real => "real",
            GapLabel::WithinChance => "within_chance",
            GapLabel::TooSmall => "too_small",
            GapLabel::NotTestable => "not_testable",
        }
    }
}

impl fmt::Display for GapLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How the parts of a gap were tested against one common rate.
///
/// ```
/// use dabiao::statistics::{CountKind, GapMethod, Sample, gap_test};
///
/// let large = [Sample::new(20, 4000), Sample::new(30, 4000), Sample::new(25, 4000), Sample::new(60, 4000)];
/// assert_eq!(gap_test(CountKind::Rate, &large, 0.05)?.method, Some(GapMethod::ChiSquare));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapMethod {
    /// Two parts: the exact comparison, two-sided by doubling ([`compare_samples`](super::compare_samples)).
    TwoSamples,
    /// More parts with few events: every way in which the events could have fallen.
    Exact,
    /// More parts with at least 5 events expected in each: Pearson's X² with one degree of freedom fewer than parts.
    ChiSquare,
}

/// A gap with its test.
///
/// ```
/// use dabiao::statistics::{CountKind, GapLabel, Sample, gap_test};
///
/// // Infant deaths in town and country.
/// let gap = gap_test(CountKind::Rate, &[Sample::new(3, 1200), Sample::new(14, 1400)], 0.05)?;
/// assert_eq!(gap.label, GapLabel::Real);
/// assert!((gap.gap - 0.0075).abs() < 1e-12);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapTest {
    /// What the gap is worth.
    pub label: GapLabel,
    /// The chance of parts as different as these at one common rate. `None` if not testable.
    pub p_value: Option<f64>,
    /// How it was found.
    pub method: Option<GapMethod>,
    /// Largest minus smallest value, per 1.
    pub gap: f64,
    /// The fewest events expected in any part at the common rate; for shares n·p·(1 − p).
    pub smallest_expected: f64,
}

/// Tests whether the parts of a population differ by more than chance: two of them (城乡, 女男) or many (各苏木镇).
///
/// Where fewer than [`ENOUGH_EXPECTED`](super::ENOUGH_EXPECTED) events are expected in any part at the common rate, the
/// label is [`GapLabel::TooSmall`] whatever the test says. A maximum minus a minimum grows with the number of small parts;
/// [`expected_gap`](super::expected_gap) tells how large it is to be expected.
///
/// Source: [`compare_samples`](super::compare_samples) for two parts; for more the exact distribution of the events over the parts (multinomial
/// for rates, multivariate hypergeometric for shares) in up to 100,000 ways, ordered by Pearson's X²; the χ²
/// distribution beyond, where at least 5 events (and 5 missing cases) are expected in every part.
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two parts; those of a sample for every part and for their sum;
/// [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{CountKind, GapLabel, Sample, gap_test};
///
/// // One death among 310 births in the country, none among 300 in town: nothing can be said.
/// let small = gap_test(CountKind::Rate, &[Sample::new(0, 300), Sample::new(1, 310)], 0.05)?;
/// assert_eq!(small.label, GapLabel::TooSmall);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn gap_test(kind: CountKind, parts: &[Sample], alpha: f64) -> Result<GapTest, StatisticsError> {
    check_probability("alpha", alpha)?;
    if parts.len() < 2 {
        return Err(StatisticsError::TooFew { needed: 2, given: parts.len() });
    }
    let sum = sum_of(kind, parts)?;
    let common = real(sum.count) / real(sum.exposure);
    let (mut low, mut high, mut smallest) = (f64::INFINITY, 0.0_f64, f64::INFINITY);
    for part in parts {
        let value = real(part.count) / real(part.exposure);
        (low, high) = (low.min(value), high.max(value));
        smallest = smallest.min(expected_at_bound(kind, part.exposure, common)?);
    }
    let tested = match parts {
        [first, second] => Some((chance_between(kind, *first, *second)?, GapMethod::TwoSamples)),
        _ => match exact_p_value(kind, parts)? {
            Some(p) => Some((p, GapMethod::Exact)),
            None => chi_square(kind, parts, sum).map(|p| (p, GapMethod::ChiSquare)),
        },
    };
    let label = match tested {
        _ if !is_enough(smallest) => GapLabel::TooSmall,
        None => GapLabel::NotTestable,
        Some((p, _)) if p <= alpha => GapLabel::Real,
        Some(_) => GapLabel::WithinChance,
    };
    Ok(GapTest {
        label,
        p_value: tested.map(|(p, _)| p),
        method: tested.map(|(_, method)| method),
        gap: high - low,
        smallest_expected: smallest,
    })
}

/// Pearson's X² of all parts against their common rate. `None` where too few are expected in some part.
fn chi_square(kind: CountKind, parts: &[Sample], sum: Sample) -> Option<f64> {
    let all = real(sum.exposure);
    let (p, q) = match kind {
        CountKind::Rate => (real(sum.count) / all, 1.0),
        CountKind::Share => (real(sum.count) / all, real(sum.missing()) / all),
    };
    let product = |a: u64, b: u64| i128::from(a).saturating_mul(i128::from(b));
    let mut square = 0.0;
    for part in parts {
        let n = real(part.exposure);
        if n * p.min(q) < LARGE_ENOUGH_FOR_CHI_SQUARE {
            return None;
        }
        // A difference of whole numbers, which does not cancel.
        let difference = product(part.count, sum.exposure).saturating_sub(product(part.exposure, sum.count));
        let residual = difference as f64 / all;
        square += residual * residual / (n * p * q);
    }
    let df = real_len(parts.len()) - 1.0;
    Some(gamma_tails(0.5 * df, 0.5 * square).1)
}

/// Whether a gap of two parts has become wider or narrower by more than chance.
///
/// ```
/// use dabiao::statistics::GapChangeLabel;
///
/// assert_eq!(GapChangeLabel::NotTestable.as_str(), "not_testable");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum GapChangeLabel {
    /// Wider, and beyond chance.
    Wider,
    /// Narrower, and beyond chance.
    Narrower,
    /// Chance alone explains the change.
    WithinChance,
    /// Fewer than ten events in some part of some year.
    NotTestable,
}

impl GapChangeLabel {
    /// The label as it is written in data.
    ///
    /// ```
    /// use dabiao::statistics::GapChangeLabel;
    ///
    /// assert_eq!(GapChangeLabel::Wider.as_str(), "wider");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            GapChangeLabel::Wider => "wider",
            GapChangeLabel::Narrower => "narrower",
            GapChangeLabel::WithinChance => "within_chance",
            GapChangeLabel::NotTestable => "not_testable",
        }
    }
}

impl fmt::Display for GapChangeLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The change of a gap between two years, with its test.
///
/// ```
/// use dabiao::statistics::{CountKind, GapChangeLabel, Sample, gap_change};
///
/// // Town and country, ten deaths and twelve at first, ten and thirty later.
/// let births = |town, country| [Sample::new(town, 4000), Sample::new(country, 4000)];
/// let change = gap_change(CountKind::Rate, births(10, 12), births(10, 30), 0.05)?;
/// assert_eq!(change.label, GapChangeLabel::WithinChance);
/// assert!(change.z.is_some_and(|z| z > 1.0));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapChange {
    /// What the change is worth.
    pub label: GapChangeLabel,
    /// The change of the log ratio in standard errors, above 0 for a wider gap. `None` if not testable.
    pub z: Option<f64>,
    /// The two-sided chance of such a change, if the ratio stayed as it was. `None` if not testable.
    pub p_value: Option<f64>,
}

/// Tests whether the gap between the same two parts has changed from one year to another by more than chance.
///
/// Compared is the ratio of the larger to the smaller value, whichever part that is in each year: the difference of the
/// two log ratios, with variance Σ 1/k over the four counts, of shares Σ (1/k − 1/n). Every count has to be at least ten.
/// Not the odds: near 100 % they move a great deal where the shares and their gap hardly do. The absolute gap may move the
/// other way (both rates halve, the ratio stays); the caller compares that in exact numbers.
///
/// Source: D. Katz, J. Baptista, S. P. Azen, M. C. Pike, "Obtaining confidence intervals for the risk ratio in cohort
/// studies", 1978.
///
/// # Errors
///
/// Those of a sample for every part, and [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{CountKind, GapChangeLabel, Sample, gap_change};
///
/// let births = |town, country| [Sample::new(town, 9000), Sample::new(country, 9000)];
/// let label = |before, after| gap_change(CountKind::Rate, before, after, 0.05).map(|change| change.label);
/// assert_eq!(label(births(30, 36), births(20, 60))?, GapChangeLabel::Wider);
/// assert_eq!(label(births(20, 60), births(30, 36))?, GapChangeLabel::Narrower);
/// assert_eq!(label(births(9, 60), births(30, 36))?, GapChangeLabel::NotTestable);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn gap_change(
    kind: CountKind,
    before: [Sample; 2],
    after: [Sample; 2],
    alpha: f64,
) -> Result<GapChange, StatisticsError> {
    check_probability("alpha", alpha)?;
    let (mut difference, mut variance, mut enough) = (0.0, 0.0, true);
    for (year, sign) in [(before, -1.0), (after, 1.0)] {
        let mut log_ratio = 0.0;
        for (part, sign) in year.into_iter().zip([-1.0, 1.0]) {
            let (k, n) = part.check(kind)?;
            enough &= part.count >= LARGE_ENOUGH;
            variance += match kind {
                CountKind::Rate => 1.0 / k,
                CountKind::Share => 1.0 / k - 1.0 / n,
            };
            log_ratio += sign * libm::log(k / n);
        }
        difference += sign * log_ratio.abs();
    }
    // Where every share is full there is no gap in either year, and nothing to test.
    if !enough || variance <= 0.0 {
        return Ok(GapChange { label: GapChangeLabel::NotTestable, z: None, p_value: None });
    }
    let z = difference / libm::sqrt(variance);
    let p = libm::erfc(z.abs() * core::f64::consts::FRAC_1_SQRT_2);
    let label = match p <= alpha {
        true if z > 0.0 => GapChangeLabel::Wider,
        true => GapChangeLabel::Narrower,
        false => GapChangeLabel::WithinChance,
    };
    Ok(GapChange { label, z: Some(z), p_value: Some(p) })
}
