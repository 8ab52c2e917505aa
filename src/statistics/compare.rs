//! Whether two periods differ by more than chance, and whether the latest year stands out.

use super::data::{check_probability, real, total, whole};
use super::special::first_whole;
use super::tails::{binomial, binomial_point};
use super::{CountKind, Sample, StatisticsError, YearSample};

/// The exact test of two periods against each other.
///
/// ```
/// use dabiao::statistics::{compare_periods, Sample};
///
/// let test = compare_periods(Sample::new(4, 800), Sample::new(9, 800))?;
/// assert!(test.increase < test.decrease);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The chance of at least as large an increase, if the true rate stayed the same.
    pub increase: f64,
    /// The chance of at least as large a decrease.
    pub decrease: f64,
    /// [`increase`](Self::increase) with half of the observed outcome's own probability (mid-p).
    pub mid_increase: f64,
    /// [`decrease`](Self::decrease) with half of the observed outcome's own probability (mid-p).
    pub mid_decrease: f64,
    /// Two-sided: twice the smaller tail, at most 1. This is the one that signals use.
    pub two_sided: f64,
    /// Two-sided by adding up every outcome that is no more likely than the observed one, as R's `poisson.test`
    /// does. For comparison with other software only.
    pub two_sided_by_likelihood: f64,
}

impl Comparison {
    /// The same comparison, told of the missing cases instead of the counted ones.
    const fn turned(self) -> Self {
        Self {
            increase: self.decrease,
            decrease: self.increase,
            mid_increase: self.mid_decrease,
            mid_decrease: self.mid_increase,
            ..self
        }
    }
}

/// Compares the rates of two periods, given the events of both together.
///
/// Under an unchanged rate each event falls into the later period with probability n₂ / (n₁ + n₂). Without any event
/// every probability is 1.
///
/// Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", 1940.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountTooLarge`] (also for the sums).
///
/// ```
/// use dabiao::statistics::{compare_periods, Sample};
///
/// // 16 deaths in four years of 800 births, then 9 in one.
/// let test = compare_periods(Sample::new(16, 3200), Sample::new(9, 780))?;
/// assert!((test.increase - 0.0417).abs() < 0.0001);
/// assert!((test.two_sided - 0.0833).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn compare_periods(earlier: Sample, later: Sample) -> Result<Comparison, StatisticsError> {
    let (_, n_earlier) = earlier.check(CountKind::Rate)?;
    let (x, n_later) = later.check(CountKind::Rate)?;
    let both = Sample::new(
        earlier.count.saturating_add(later.count),
        earlier.exposure.saturating_add(later.exposure),
    );
    let (events, n_both) = both.check(CountKind::Rate)?;
    let (p, q) = (n_later / n_both, n_earlier / n_both);
    let tails = binomial(x, events, p, q);
    Ok(Comparison {
        increase: tails.at_least,
        decrease: tails.at_most,
        mid_increase: tails.mid_at_least(),
        mid_decrease: tails.mid_at_most(),
        two_sided: (2.0 * tails.at_least.min(tails.at_most)).min(1.0),
        two_sided_by_likelihood: by_likelihood(later.count, both.count, p, q),
    })
}

/// The probability of all outcomes no more likely than `x` of `n`; a tail and the far part of the other one.
fn by_likelihood(x: u64, n: u64, p: f64, q: f64) -> f64 {
    let (all, mean) = (real(n), real(n) * p);
    // Outcomes that tie in exact arithmetic must not be parted by rounding; R uses the same allowance.
    let level = binomial_point(real(x), all, p, q) * (1.0 + 1e-7);
    let unlikely = |i: u64| binomial_point(real(i), all, p, q) <= level;
    let at_most = |i: u64| binomial(real(i), all, p, q).at_most;
    let at_least = |i: u64| binomial(real(i), all, p, q).at_least;
    let sum = if real(x) < mean {
        let far = first_whole(whole(libm::ceil(mean)).min(n), n.saturating_add(1), |i| i > n || unlikely(i));
        at_most(x) + if far > n { 0.0 } else { at_least(far) }
    } else if real(x) > mean {
        let middle = whole(mean).saturating_add(1);
        let likely_from = first_whole(0, middle, |i| i >= middle || !unlikely(i));
        at_least(x) + likely_from.checked_sub(1).map_or(0.0, at_most)
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
/// A share is tested by its rarer outcome (of 90 % coverage, the uncovered), for which the Poisson form is nearly
/// exact; increase and decrease still speak of the share itself. With either outcome the test errs on the quiet
/// side.
///
/// Source: [`compare_periods`]; the thresholds are this library's.
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
    check_probability("watch", rule.attention)?;
    check_probability("alarm", rule.alarm)?;
    let all = total(kind, years)?;
    let Some((last, before)) = years.split_last() else {
        return Err(StatisticsError::TooFew { needed: 1, given: 0 });
    };
    if before.is_empty() {
        let signal = LatestSignal::NotAssessable(LatestReason::TooFewYears);
        return Ok(LatestYear { signal, direction: None, comparison: None });
    }
    let earlier =
        Sample::new(all.count.saturating_sub(last.count), all.exposure.saturating_sub(last.exposure));
    let turn = kind == CountKind::Share && all.missing() < all.count;
    let comparison = if turn {
        let missing = |t: Sample| Sample::new(t.missing(), t.exposure);
        compare_periods(missing(earlier), missing(last.sample()))?.turned()
    } else {
        compare_periods(earlier, last.sample())?
    };
    let events = if turn { all.missing() } else { all.count };
    let signal = if before.len() < rule.earlier_years {
        LatestSignal::NotAssessable(LatestReason::TooFewYears)
    } else if events == 0 {
        LatestSignal::NotAssessable(LatestReason::NoEvents)
    } else if comparison.two_sided <= rule.alarm {
        LatestSignal::Alarm
    } else if comparison.two_sided <= rule.attention {
        LatestSignal::Attention
    } else {
        LatestSignal::Quiet
    };
    let direction = Some(direction(earlier, last.sample()));
    Ok(LatestYear { signal, direction, comparison: Some(comparison) })
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
