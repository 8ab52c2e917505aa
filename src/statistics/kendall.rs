//! The Mann–Kendall test: do later values tend to be larger than earlier ones?

use alloc::vec;
use alloc::vec::Vec;

use core::f64::consts::SQRT_2;

use super::StatisticsError;
use super::data::{check_values, real_len};

/// Up to this many values the number of orders, 34!, has room in 128 bits.
pub(super) const MOST_EXACT: usize = 34;

/// The Mann–Kendall test of a series, exact and by the normal approximation.
///
/// ```
/// use dabiao::statistics::mann_kendall;
///
/// let test = mann_kendall(&[3.0, 3.0, 3.0])?;
/// assert_eq!((test.s, test.z), (0, 0.0));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise minus pairs that fall.
    pub s: i64,
    /// Variance of S if only chance is at work, corrected for ties.
    pub variance: f64,
    /// S over its standard deviation, with a continuity correction of 1; 0 if S is 0.
    pub z: f64,
    /// Two-sided probability of so large a |z| by the normal distribution.
    pub p_normal: f64,
    /// The exact chance of S or more, over all distinct orders of the values. `None` above 34 values.
    pub p_upper: Option<f64>,
    /// The exact two-sided probability of |S| or more. `None` above 34 values.
    pub p_two_sided: Option<f64>,
}

/// Tests a series for a trend in one direction, in the order given.
///
/// With fewer than six values this describes rather than tests: four values cannot reach 5 % two-sided, five only
/// if every one is larger than the one before. Values tie if they are equal as `f64`, as equal printed decimals are.
///
/// Source: H. B. Mann, "Nonparametric tests against trend", 1945; M. G. Kendall, "Rank correlation methods", for ties
/// and for the distribution of S, here the Gaussian multinomial coefficient in whole numbers.
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two values, [`StatisticsError::OutOfRange`] for values that are not finite or beyond 10¹⁰⁰.
///
/// ```
/// use dabiao::statistics::mann_kendall;
///
/// let test = mann_kendall(&[85.0, 86.1, 87.3, 88.0, 89.4])?;
/// assert_eq!(test.s, 10);
/// assert!(test.p_two_sided.is_some_and(|p| (p - 2.0 / 120.0).abs() < 1e-12));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn mann_kendall(values: &[f64]) -> Result<MannKendall, StatisticsError> {
    check_values(values.iter().copied())?;
    let n = values.len();
    if n < 2 {
        return Err(StatisticsError::TooFew { needed: 2, given: n });
    }
    let mut s = 0_i64;
    for (i, a) in values.iter().enumerate() {
        for b in values.iter().skip(i.saturating_add(1)) {
            s = s.saturating_add(i64::from(b > a)).saturating_sub(i64::from(b < a));
        }
    }
    let ties = ties(values);
    let pairs = |t: usize| real_len(t) * (real_len(t) - 1.0) * (2.0 * real_len(t) + 5.0);
    let variance = (pairs(n) - ties.iter().map(|t| pairs(*t)).sum::<f64>()) / 18.0;
    let magnitude = real_len(usize::try_from(s.unsigned_abs()).unwrap_or(usize::MAX));
    // The variance is 0 only if all values are equal, and then S is 0 as well.
    let distance = if s == 0 { 0.0 } else { (magnitude - 1.0) / libm::sqrt(variance) };
    let exact = |s: i64| (n <= MOST_EXACT).then(|| exact_upper_tail(&ties, n, s));
    Ok(MannKendall {
        s,
        variance,
        z: if s < 0 { -distance } else { distance },
        p_normal: libm::erfc(distance / SQRT_2),
        p_upper: exact(s),
        // The distribution is symmetric, with or without ties.
        p_two_sided: exact(s.saturating_abs()).map(|p| (2.0 * p).min(1.0)),
    })
}

/// The exact chance that Kendall's S of `n` values without ties is `s` or more. `None` above 34 values.
///
/// Source: the number of orders with a given number of inversions (Mahonian numbers), over n!.
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two values.
///
/// ```
/// use dabiao::statistics::mann_kendall_upper_tail;
///
/// assert_eq!(mann_kendall_upper_tail(3, 3)?, Some(1.0 / 6.0));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn mann_kendall_upper_tail(n: usize, s: i64) -> Result<Option<f64>, StatisticsError> {
    if n < 2 {
        return Err(StatisticsError::TooFew { needed: 2, given: n });
    }
    Ok((n <= MOST_EXACT).then(|| exact_upper_tail(&[], n, s)))
}

/// Sizes of the groups of equal values, single ones left out.
fn ties(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // By ==, so that 0 and −0 tie; the sort keeps them together.
    sorted.chunk_by(|a, b| a == b).map(<[f64]>::len).filter(|size| *size > 1).collect()
}

/// Pr(S ≥ s) over all distinct orders of `n` ≤ [`MOST_EXACT`] values with the given groups of ties.
fn exact_upper_tail(ties: &[usize], n: usize, s: i64) -> f64 {
    let orders = orders_by_falling_pairs(ties, n);
    // S is the number of untied pairs minus twice the falling ones.
    let untied = i64::try_from(orders.len().saturating_sub(1)).unwrap_or(i64::MAX);
    let most_falling = untied.saturating_sub(s).div_euclid(2);
    share_of_first(&orders, usize::try_from(most_falling.saturating_add(1)).unwrap_or(0))
}

/// How many distinct orders of `n` ≤ [`MOST_EXACT`] values have 0, 1, 2, ... falling pairs.
///
/// These are the coefficients of \[n\]! over the \[t\]! of the groups of ties, in Gauss's q-factorials.
pub(super) fn orders_by_falling_pairs(ties: &[usize], n: usize) -> Vec<u128> {
    let mut orders = vec![1_u128];
    for size in 2..=n {
        orders = times(&orders, size);
    }
    for size in ties.iter().flat_map(|group| 2..=*group) {
        orders = divided(&orders, size);
    }
    orders
}

/// The first `count` numbers' share of all.
pub(super) fn share_of_first(orders: &[u128], count: usize) -> f64 {
    let sum = |part: &[u128]| part.iter().fold(0_u128, |sum, x| sum.saturating_add(*x));
    sum(orders.get(..count).unwrap_or(orders)) as f64 / sum(orders) as f64
}

/// Multiplies a polynomial by 1 + q + ... + q^(size − 1), with a running sum.
fn times(factor: &[u128], size: usize) -> Vec<u128> {
    let length = factor.len().saturating_add(size).saturating_sub(1);
    let mut window = 0_u128;
    let mut product = Vec::with_capacity(length);
    for i in 0..length {
        window = window.saturating_add(factor.get(i).copied().unwrap_or(0));
        if let Some(left) = i.checked_sub(size).and_then(|j| factor.get(j)) {
            window = window.saturating_sub(*left);
        }
        product.push(window);
    }
    product
}

/// Divides a polynomial by 1 + q + ... + q^(size − 1), where it is a multiple of it.
fn divided(product: &[u128], size: usize) -> Vec<u128> {
    let length = product.len().saturating_add(1).saturating_sub(size);
    let mut window = 0_u128;
    let mut quotient: Vec<u128> = Vec::with_capacity(length);
    for (i, coefficient) in product.iter().take(length).enumerate() {
        if let Some(left) = i.checked_sub(size).and_then(|j| quotient.get(j)) {
            window = window.saturating_sub(*left);
        }
        let next = coefficient.saturating_sub(window);
        window = window.saturating_add(next);
        quotient.push(next);
    }
    quotient
}
