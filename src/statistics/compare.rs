//! Whether two samples differ by more than chance, and whether the latest year stands out.

use super::data::{check_probability, real, total, whole};
use super::hypergeometric::Hypergeometric;
use super::special::first_whole;
use super::tails::{Tails, binomial, binomial_point};
use super::{CountKind, Sample, Side, StatisticsError, YearSample};

/// The exact test of two samples against each other.
///
/// ```
/// use dabiao::statistics::{CountKind, Sample, Side, compare_samples};
///
/// let test = compare_samples(CountKind::Rate, Sample::new(4, 800), Sample::new(9, 800))?;
/// assert!(test.increase < test.decrease);
/// // Deaths shall fall, so the second sample is the worse one; not by more than chance, though.
/// assert_eq!(test.worse(Side::AtMost), test.two_sided);
/// assert!(test.two_sided > 0.05);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The chance of at least as large an increase from the first to the second, if both had one true rate.
    pub increase: f64,
    /// The chance of at least as large a decrease.
    pub decrease: f64,
    /// [`increase`](Self::increase) with half of the observed outcome's own probability (mid-p). No decision uses it.
    pub mid_increase: f64,
    /// [`decrease`](Self::decrease) with half of the observed outcome's own probability (mid-p). No decision uses it.
    pub mid_decrease: f64,
    /// Two-sided: twice the smaller tail, at most 1.
    pub two_sided: f64,
    /// Two-sided by adding up every outcome that is no more likely than the observed one, as R's `poisson.test` and
    /// `fisher.test` do. For comparison with other software only.
    pub two_sided_by_likelihood: f64,
}

impl Comparison {
    fn of(tails: Tails, by_likelihood: f64) -> Self {
        Self {
            increase: tails.at_least,
            decrease: tails.at_most,
            mid_increase: tails.mid_at_least(),
            mid_decrease: tails.mid_at_most(),
            two_sided: doubled(&tails),
            two_sided_by_likelihood: by_likelihood,
        }
    }

    /// The test of a change for the worse: two-sided by doubling, but of the tail on the bad side alone, at most 1.
    /// `good` is the side on which a value is good.
    ///
    /// ```
    /// use dabiao::statistics::{CountKind, Sample, Side, compare_samples};
    ///
    /// // Fewer vaccinated than before: for the worse, and beyond chance.
    /// let test = compare_samples(CountKind::Share, Sample::new(190, 200), Sample::new(172, 200))?;
    /// assert!(test.worse(Side::AtLeast) < 0.01);
    /// assert_eq!(test.worse(Side::AtMost), 1.0);
    /// # Ok::<(), dabiao::statistics::StatisticsError>(())
    /// ```
    #[must_use]
    pub const fn worse(&self, good: Side) -> f64 {
        worse(self.increase, self.decrease, good)
    }
}

/// Two-sided: twice the smaller tail, at most 1.
const fn doubled(tails: &Tails) -> f64 {
    (2.0 * tails.at_least.min(tails.at_most)).min(1.0)
}

const fn worse(increase: f64, decrease: f64, good: Side) -> f64 {
    let tail = match good {
        Side::AtMost => increase,
        Side::AtLeast => decrease,
    };
    (2.0 * tail).min(1.0)
}

/// Compares two samples of one kind exactly, given the cases of both together.
///
/// - **Rates**: under one rate each event falls into the second sample with probability n₂ / (n₁ + n₂), a binomial
///   count. Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
///   1940.
/// - **Shares**: the exact test of two proportions, a hypergeometric count. Source: R. A. Fisher, 1934. Up to a standard
///   deviation of 300 its tail is summed term by term, beyond it integrated with the same accuracy in bounded time.
///
/// Without any case in either sample, or without any missing case of a share, every probability is 1.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountAboveTotal`], [`StatisticsError::CountTooLarge`] (also for
/// the sums).
///
/// ```
/// use dabiao::statistics::{CountKind, Sample, compare_samples};
///
/// // 16 deaths in four years of 800 births, then 9 in one.
/// let test = compare_samples(CountKind::Rate, Sample::new(16, 3200), Sample::new(9, 780))?;
/// assert!((test.increase - 0.0417).abs() < 0.0001);
/// assert!((test.two_sided - 0.0833).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn compare_samples(
    kind: CountKind,
    first: Sample,
    second: Sample,
) -> Result<Comparison, StatisticsError> {
    let tails = tails_between(kind, first, second)?;
    Ok(Comparison::of(tails, likelihood(kind, first, second)))
}

/// [`Comparison::worse`] alone, for whoever asks for nothing else: the sum by likelihood takes the most time.
pub(crate) fn chance_of_worse(
    kind: CountKind,
    first: Sample,
    second: Sample,
    good: Side,
) -> Result<f64, StatisticsError> {
    let tails = tails_between(kind, first, second)?;
    Ok(worse(tails.at_least, tails.at_most, good))
}

/// [`Comparison::two_sided`] alone.
pub(super) fn chance_between(kind: CountKind, first: Sample, second: Sample) -> Result<f64, StatisticsError> {
    Ok(doubled(&tails_between(kind, first, second)?))
}

/// The tails of the second sample's cases, given those of both together.
fn tails_between(kind: CountKind, first: Sample, second: Sample) -> Result<Tails, StatisticsError> {
    let (_, n_first) = first.check(kind)?;
    let (x, n_second) = second.check(kind)?;
    let (events, n_both) = first.plus(second).check(kind)?;
    Ok(match kind {
        CountKind::Rate => binomial(x, events, n_second / n_both, n_first / n_both),
        CountKind::Share => Hypergeometric::of(first, second).tails(second.count),
    })
}

/// [`Comparison::two_sided_by_likelihood`] of samples that passed their checks.
fn likelihood(kind: CountKind, first: Sample, second: Sample) -> f64 {
    match kind {
        CountKind::Rate => {
            let both = first.plus(second);
            let (events, n_both) = (real(both.count), real(both.exposure));
            let (p, q) = (real(second.exposure) / n_both, real(first.exposure) / n_both);
            let point = |i: u64| binomial_point(real(i), events, p, q);
            let tails = |i: u64| binomial(real(i), events, p, q);
            by_likelihood(second.count, (0, both.count), events * p, point, tails)
        }
        CountKind::Share => {
            let table = Hypergeometric::of(first, second);
            let tails = |i: u64| table.tails(i);
            by_likelihood(second.count, table.ends(), table.mean(), |i| table.point(i), tails)
        }
    }
}

/// The probability of all outcomes between the ends no more likely than `x`; a tail and the far part of the other one.
fn by_likelihood(
    x: u64,
    (low, high): (u64, u64),
    mean: f64,
    point: impl Fn(u64) -> f64,
    tails: impl Fn(u64) -> Tails,
) -> f64 {
    // Outcomes that tie in exact arithmetic must not be parted by rounding; R uses the same allowance.
    let level = point(x) * (1.0 + 1e-7);
    let unlikely = |i: u64| point(i) <= level;
    let sum = if real(x) < mean {
        let from = whole(libm::ceil(mean)).clamp(low, high);
        let far = first_whole(from, high.saturating_add(1), |i| i > high || unlikely(i));
        tails(x).at_most + if far > high { 0.0 } else { tails(far).at_least }
    } else if real(x) > mean {
        let middle = whole(mean).clamp(low, high).saturating_add(1);
        let likely_from = first_whole(low, middle, |i| i >= middle || !unlikely(i));
        let below = likely_from.checked_sub(1).filter(|below| *below >= low);
        tails(x).at_least + below.map_or(0.0, |below| tails(below).at_most)
    } else {
        1.0
    };
    sum.min(1.0)
}

/// Which way the latest value lies from the earlier ones together. Says nothing about good or bad.
///
/// ```
/// use dabiao::statistics::{latest_year, CountKind, Direction, LatestRule, YearSample};
///
/// let years: Vec<_> = (2021..).zip([4; 4]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// assert_eq!(latest_year(CountKind::Rate, &years, &LatestRule::default())?.direction, Some(Direction::Level));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Above the earlier years.
    Rising,
    /// Below the earlier years.
    Falling,
    /// Exactly equal, compared in whole numbers.
    Level,
}

impl Direction {
    /// Of a value against the expected one, as real numbers.
    pub(super) fn of(value: f64, expected: f64) -> Self {
        match value.partial_cmp(&expected) {
            Some(core::cmp::Ordering::Greater) => Direction::Rising,
            Some(core::cmp::Ordering::Less) => Direction::Falling,
            _ => Direction::Level,
        }
    }
}

/// When a latest year counts as unusual (当年异动). The defaults are settings of this library, not of any plan.
///
/// ```
/// use dabiao::statistics::LatestRule;
///
/// assert_eq!(LatestRule::default(), LatestRule { attention: 0.05, alarm: 0.002, earlier_years: 3 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatestRule {
    /// Attention from this two-sided probability down.
    pub attention: f64,
    /// Alarm from this two-sided probability down.
    pub alarm: f64,
    /// The least number of earlier years.
    pub earlier_years: usize,
}

impl Default for LatestRule {
    fn default() -> Self {
        Self { attention: 0.05, alarm: 0.002, earlier_years: 3 }
    }
}

/// What the latest year says.
///
/// ```
/// use dabiao::statistics::{LatestReason, LatestSignal};
///
/// assert_ne!(LatestSignal::Quiet, LatestSignal::NotAssessable(LatestReason::NoEvents));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LatestSignal {
    /// Far beyond chance.
    Alarm,
    /// Beyond chance.
    Attention,
    /// Within chance.
    Quiet,
    /// There is nothing to test.
    NotAssessable(LatestReason),
}

/// Why a latest year was not tested.
///
/// ```
/// use dabiao::statistics::{latest_year, CountKind, LatestReason, LatestRule, LatestSignal, YearSample};
///
/// let alone = latest_year(CountKind::Rate, &[YearSample::new(2024, 3, 800)], &LatestRule::default())?;
/// assert_eq!(alone.signal, LatestSignal::NotAssessable(LatestReason::TooFewYears));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LatestReason {
    /// Fewer earlier years than the rule asks for.
    TooFewYears,
    /// No event in any year (or, for a share, none missing).
    NoEvents,
}

/// The latest year against all earlier ones together.
///
/// ```
/// use dabiao::statistics::{latest_year, CountKind, LatestRule, YearSample};
///
/// let years: Vec<_> = (2020..).zip([3, 4, 3, 4, 16]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let latest = latest_year(CountKind::Rate, &years, &LatestRule::default())?;
/// assert!(latest.comparison.is_some_and(|c| c.two_sided < 0.002));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatestYear {
    /// The signal.
    pub signal: LatestSignal,
    /// Where the latest value lies. `None` if there is no earlier year.
    pub direction: Option<Direction>,
    /// The test. `None` if there is no earlier year.
    pub comparison: Option<Comparison>,
}

/// Tests the last year of a series against all years before it.
///
/// Source: [`compare_samples`]; the thresholds are this library's.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::NotAProbability`] for the rule, and
/// [`StatisticsError::TooFew`] for an empty series.
///
/// ```
/// use dabiao::statistics::{latest_year, CountKind, Direction, LatestRule, LatestSignal, YearSample};
///
/// let years: Vec<_> = (2020..).zip([20, 16, 12, 8, 4]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let latest = latest_year(CountKind::Rate, &years, &LatestRule::default())?;
/// assert_eq!(latest.signal, LatestSignal::Attention);
/// assert_eq!(latest.direction, Some(Direction::Falling));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn latest_year(
    kind: CountKind,
    years: &[YearSample],
    rule: &LatestRule,
) -> Result<LatestYear, StatisticsError> {
    let Latest { signal, direction, tested } = latest(kind, years, rule)?;
    let comparison =
        tested.map(|(tails, [earlier, last])| Comparison::of(tails, likelihood(kind, earlier, last)));
    Ok(LatestYear { signal, direction, comparison })
}

/// What the latest year says, with the two-sided chance alone.
pub(crate) fn latest_chance(
    kind: CountKind,
    years: &[YearSample],
    rule: &LatestRule,
) -> Result<(LatestSignal, Option<Direction>, Option<f64>), StatisticsError> {
    let Latest { signal, direction, tested } = latest(kind, years, rule)?;
    Ok((signal, direction, tested.map(|(tails, _)| doubled(&tails))))
}

struct Latest {
    signal: LatestSignal,
    direction: Option<Direction>,
    /// The tails, and the two samples that were compared.
    tested: Option<(Tails, [Sample; 2])>,
}

fn latest(kind: CountKind, years: &[YearSample], rule: &LatestRule) -> Result<Latest, StatisticsError> {
    check_probability("watch", rule.attention)?;
    check_probability("alarm", rule.alarm)?;
    let all = total(kind, years)?;
    let Some((last, before)) = years.split_last() else {
        return Err(StatisticsError::TooFew { needed: 1, given: 0 });
    };
    if before.is_empty() {
        let signal = LatestSignal::NotAssessable(LatestReason::TooFewYears);
        return Ok(Latest { signal, direction: None, tested: None });
    }
    let last = last.sample();
    let earlier =
        Sample::new(all.count.saturating_sub(last.count), all.exposure.saturating_sub(last.exposure));
    let tails = tails_between(kind, earlier, last)?;
    let chance = doubled(&tails);
    let nothing = all.count == 0 || (kind == CountKind::Share && all.missing() == 0);
    let signal = if before.len() < rule.earlier_years {
        LatestSignal::NotAssessable(LatestReason::TooFewYears)
    } else if nothing {
        LatestSignal::NotAssessable(LatestReason::NoEvents)
    } else if chance <= rule.alarm {
        LatestSignal::Alarm
    } else if chance <= rule.attention {
        LatestSignal::Attention
    } else {
        LatestSignal::Quiet
    };
    Ok(Latest { signal, direction: Some(direction(earlier, last)), tested: Some((tails, [earlier, last])) })
}

/// Compares two rates in whole numbers.
fn direction(earlier: Sample, later: Sample) -> Direction {
    let product = |a: u64, b: u64| u128::from(a).saturating_mul(u128::from(b));
    match product(later.count, earlier.exposure).cmp(&product(earlier.count, later.exposure)) {
        core::cmp::Ordering::Greater => Direction::Rising,
        core::cmp::Ordering::Less => Direction::Falling,
        core::cmp::Ordering::Equal => Direction::Level,
    }
}
