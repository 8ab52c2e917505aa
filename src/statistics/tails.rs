//! Exact tails of the Poisson and the binomial distribution, and the counts at which they become small.

use super::beta::beta_tails;
use super::data::{check_bound, check_probability, expectation, real, whole};
use super::gamma::gamma_tails;
use super::special::{binomial_density, first_whole, poisson_density};
use super::{CountKind, Sample, Side, StatisticsError};

/// How far out a count lies when the true value is exactly at the bound.
///
/// ```
/// use dabiao::statistics::poisson_tails;
///
/// let tails = poisson_tails(2, 0.096)?;
/// // Both tails contain the count itself.
/// assert!((tails.at_least + tails.at_most - tails.exactly - 1.0).abs() < 1e-12);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    /// The chance of this count or more.
    pub at_least: f64,
    /// The chance of this count or fewer.
    pub at_most: f64,
    /// The chance of this very count.
    pub exactly: f64,
}

impl Tails {
    /// The upper tail with only half of the count's own probability (mid-p): for display, less strict than the
    /// exact tail that labels use.
    ///
    /// ```
    /// use dabiao::statistics::poisson_tails;
    ///
    /// assert!(poisson_tails(2, 0.096)?.mid_at_least() < poisson_tails(2, 0.096)?.at_least);
    /// # Ok::<(), dabiao::statistics::StatisticsError>(())
    /// ```
    #[must_use]
    pub fn mid_at_least(&self) -> f64 {
        (self.at_least - 0.5 * self.exactly).clamp(0.0, 1.0)
    }

    /// The lower tail with only half of the count's own probability (mid-p).
    ///
    /// ```
    /// use dabiao::statistics::poisson_tails;
    ///
    /// assert!(poisson_tails(0, 4.0)?.mid_at_most() < 0.01);
    /// # Ok::<(), dabiao::statistics::StatisticsError>(())
    /// ```
    #[must_use]
    pub fn mid_at_most(&self) -> f64 {
        (self.at_most - 0.5 * self.exactly).clamp(0.0, 1.0)
    }

    /// The tail that speaks against (`AtMost`: many events) or for the bound.
    pub(super) const fn bad(&self, side: Side) -> f64 {
        match side {
            Side::AtMost => self.at_least,
            Side::AtLeast => self.at_most,
        }
    }

    pub(super) const fn good(&self, side: Side) -> f64 {
        match side {
            Side::AtMost => self.at_most,
            Side::AtLeast => self.at_least,
        }
    }
}

/// Tails of the Poisson distribution at `count` where `expected` events are expected.
///
/// Source: Pr(X ≥ k) = P(k, L) and Pr(X ≤ k) = Q(k + 1, L), the incomplete gamma functions.
///
/// # Errors
///
/// [`StatisticsError::OutOfRange`] if `expected` is negative, not finite or above 2⁵³; [`StatisticsError::CountTooLarge`].
///
/// ```
/// use dabiao::statistics::poisson_tails;
///
/// // One death where 0.096 are expected: the chance of one or more is 9 %.
/// assert!((poisson_tails(1, 0.096)?.at_least - 0.0915).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn poisson_tails(count: u64, expected: f64) -> Result<Tails, StatisticsError> {
    let (k, largest) = Sample::new(count, 1 << 53).check(CountKind::Rate)?;
    if (0.0..=largest).contains(&expected) {
        Ok(poisson(k, expected))
    } else {
        Err(StatisticsError::OutOfRange { name: "expected" })
    }
}

/// Tails of the binomial distribution at `sample.count` of `sample.exposure` with probability `p` each.
///
/// Source: Pr(X ≥ x) = I_p(x, n − x + 1), the incomplete beta function.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountAboveTotal`], [`StatisticsError::CountTooLarge`]; [`StatisticsError::BoundOutOfRange`] if `p`
/// is outside 0 to 1.
///
/// ```
/// use dabiao::statistics::{binomial_tails, Sample};
///
/// assert!((binomial_tails(Sample::new(29, 29), 0.9)?.at_least - 0.0471).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn binomial_tails(sample: Sample, p: f64) -> Result<Tails, StatisticsError> {
    let (x, n) = sample.check(CountKind::Share)?;
    check_bound(CountKind::Share, p)?;
    Ok(binomial(x, n, p, 1.0 - p))
}

/// Tails of a sample of either kind at a bound, all input checked.
pub(super) fn tails_at_bound(kind: CountKind, sample: Sample, bound: f64) -> Result<Tails, StatisticsError> {
    let (k, n) = sample.check(kind)?;
    check_bound(kind, bound)?;
    match kind {
        CountKind::Rate => Ok(poisson(k, expectation(n, bound)?)),
        CountKind::Share => Ok(binomial(k, n, bound, 1.0 - bound)),
    }
}

pub(super) fn poisson(k: f64, expected: f64) -> Tails {
    let at_least = if k > 0.0 { gamma_tails(k, expected).0 } else { 1.0 };
    let at_most = gamma_tails(k + 1.0, expected).1;
    let exactly = if k > 0.0 { poisson_density(k, expected) } else { libm::exp(-expected) };
    Tails { at_least, at_most, exactly: exactly.min(at_least).min(at_most) }
}

/// `q` is 1 − p. No argument is zero but possibly `k`, `p` or `q`.
pub(super) fn binomial(x: f64, n: f64, p: f64, q: f64) -> Tails {
    let missing = n - x;
    let at_least = if x > 0.0 { beta_tails(p, q, x, missing + 1.0).0 } else { 1.0 };
    let at_most = if missing > 0.0 { beta_tails(p, q, x + 1.0, missing).1 } else { 1.0 };
    Tails { at_least, at_most, exactly: binomial_point(x, n, p, q).min(at_least).min(at_most) }
}

/// The probability of exactly `x` of `n`.
pub(super) fn binomial_point(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let missing = n - x;
    if x <= 0.0 {
        if missing > 0.0 { beta_tails(p, q, 1.0, missing).1 } else { 1.0 }
    } else if missing <= 0.0 {
        beta_tails(p, q, x, 1.0).0
    } else {
        binomial_density(x, missing, p, q)
    }
}

/// The counts from which chance at the bound is no longer a good explanation.
///
/// ```
/// use dabiao::statistics::{critical_counts, CountKind, CriticalCounts};
///
/// // Infant deaths, 800 births, bound 5 per 1000: from 9 on too many, at 0 clearly few.
/// assert_eq!(critical_counts(CountKind::Rate, 800, 0.005, 0.05)?, CriticalCounts { high: Some(9), low: Some(0) });
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CriticalCounts {
    /// The smallest count whose upper tail is at most α. `None` if even a full share is not rare enough.
    pub high: Option<u64>,
    /// The largest count whose lower tail is at most α. `None` if not even 0 is rare enough.
    pub low: Option<u64>,
}

/// Both critical counts at a bound; the bare tails, without the two-event minimum of [`certainty`](super::certainty).
///
/// Found by halving an interval of whole numbers, in about 60 tails at most.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`], [`StatisticsError::CountTooLarge`] (more than 2⁵³ expected), [`StatisticsError::BoundOutOfRange`],
/// [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{critical_counts, CountKind};
///
/// // With 427 births a single maternal death alone would reach the tail.
/// assert_eq!(critical_counts(CountKind::Rate, 427, 0.00012, 0.05)?.high, Some(1));
/// // Coverage of at least 90 % in a group of 200: a miss is sure at 172 or fewer.
/// assert_eq!(critical_counts(CountKind::Share, 200, 0.9, 0.05)?.low, Some(172));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn critical_counts(
    kind: CountKind,
    exposure: u64,
    bound: f64,
    alpha: f64,
) -> Result<CriticalCounts, StatisticsError> {
    check_probability("alpha", alpha)?;
    let (_, n) = Sample::new(0, exposure).check(kind)?;
    check_bound(kind, bound)?;
    let centre = expectation(n, bound)?;
    let tails = |k: u64| match kind {
        CountKind::Rate => poisson(real(k), centre),
        CountKind::Share => binomial(real(k), n, bound, 1.0 - bound),
    };
    let most = match kind {
        CountKind::Share => exposure,
        CountKind::Rate => {
            // Far enough out the upper tail is always small and the lower one always large; step out until they are.
            let mut step = 1_u64;
            let start = whole(centre);
            let inside = |k: u64| {
                let tails = tails(k);
                tails.at_least > alpha || tails.at_most <= alpha
            };
            while step < 1 << 54 && inside(start.saturating_add(step)) {
                step = step.saturating_mul(2);
            }
            start.saturating_add(step)
        }
    };
    let first = first_whole(0, most.saturating_add(1), |k| k > most || tails(k).at_least <= alpha);
    // The first count whose lower tail is above α; the one before it is the answer.
    let above = first_whole(0, most, |k| tails(k).at_most > alpha);
    Ok(CriticalCounts { high: (first <= most).then_some(first), low: above.checked_sub(1) })
}

/// The smallest exposure or total at which a perfect count could confirm attainment.
///
/// Perfect is no event for "at most", all of them for a share "at least". `None` if no size would do (a bound of 0,
/// or a full share), and for an "at least" rate, where a count has no upper end and any size does in principle.
///
/// Source: n ≥ ln α / −T for rates, ln α / ln p for shares, then settled by the exact tail.
///
/// # Errors
///
/// [`StatisticsError::BoundOutOfRange`], [`StatisticsError::NotAProbability`] for `alpha`.
///
/// ```
/// use dabiao::statistics::{smallest_confirmable, CountKind, Side};
///
/// // No maternal death confirms 12 per 100,000 only from 24,965 births on.
/// assert_eq!(smallest_confirmable(CountKind::Rate, Side::AtMost, 0.00012, 0.05)?, Some(24_965));
/// assert_eq!(smallest_confirmable(CountKind::Share, Side::AtLeast, 0.9, 0.05)?, Some(29));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn smallest_confirmable(
    kind: CountKind,
    side: Side,
    bound: f64,
    alpha: f64,
) -> Result<Option<u64>, StatisticsError> {
    check_bound(kind, bound)?;
    check_probability("alpha", alpha)?;
    if kind == CountKind::Rate && side == Side::AtLeast {
        return Ok(None);
    }
    let confirms = |n: u64| perfect_tail(kind, side, real(n), bound).is_some_and(|tail| tail <= alpha);
    let largest = 1_u64 << 53;
    if !confirms(largest) {
        return Ok(None);
    }
    Ok(Some(first_whole(1, largest, confirms)))
}

/// The good tail of the best count there can be, or `None` where counts have no best.
pub(super) fn perfect_tail(kind: CountKind, side: Side, n: f64, bound: f64) -> Option<f64> {
    match (kind, side) {
        (CountKind::Rate, Side::AtMost) => Some(libm::exp(-n * bound)),
        (CountKind::Rate, Side::AtLeast) => None,
        (CountKind::Share, Side::AtMost) => Some(binomial(0.0, n, bound, 1.0 - bound).good(side)),
        (CountKind::Share, Side::AtLeast) => Some(binomial(n, n, bound, 1.0 - bound).good(side)),
    }
}

/// The largest count with count / `exposure` ≤ `numerator` / `denominator`, in whole numbers: k_max.
///
/// # Errors
///
/// [`StatisticsError::ZeroExposure`] if the exposure or the denominator is 0; [`StatisticsError::CountTooLarge`] if the count is above
/// 2⁶⁴ − 1.
///
/// ```
/// use dabiao::statistics::largest_count_within;
///
/// // Three deaths in 25,000 births are exactly 12 per 100,000.
/// assert_eq!(largest_count_within(25_000, 12, 100_000)?, 3);
/// assert_eq!(largest_count_within(24_999, 12, 100_000)?, 2);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn largest_count_within(exposure: u64, numerator: u64, denominator: u64) -> Result<u64, StatisticsError> {
    scaled(exposure, numerator, denominator, 0)
}

/// The smallest count with count / `exposure` ≥ `numerator` / `denominator`, in whole numbers: x_min.
///
/// # Errors
///
/// As [`largest_count_within`].
///
/// ```
/// use dabiao::statistics::smallest_count_reaching;
///
/// assert_eq!(smallest_count_reaching(28, 90, 100)?, 26);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn smallest_count_reaching(
    exposure: u64,
    numerator: u64,
    denominator: u64,
) -> Result<u64, StatisticsError> {
    scaled(exposure, numerator, denominator, u128::from(denominator.saturating_sub(1)))
}

fn scaled(exposure: u64, numerator: u64, denominator: u64, round: u128) -> Result<u64, StatisticsError> {
    if exposure == 0 {
        return Err(StatisticsError::ZeroExposure);
    }
    // (2⁶⁴ − 1)² + 2⁶⁴ − 2 is below 2¹²⁸: neither step saturates.
    u128::from(exposure)
        .saturating_mul(u128::from(numerator))
        .saturating_add(round)
        .checked_div(u128::from(denominator))
        .ok_or(StatisticsError::ZeroExposure)
        .and_then(|count| u64::try_from(count).map_err(|_| StatisticsError::CountTooLarge))
}
