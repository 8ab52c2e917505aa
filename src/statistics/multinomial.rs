//! The exact test of a flat rate, by going through every way in which few events could have fallen.

use alloc::vec::Vec;

use super::data::{real, real_len, total};
use super::{CountKind, StatisticsError, YearSample};

/// More ways than this are left to the χ² test.
const MOST_WAYS: u128 = 100_000;

/// More years than this are left to the χ² test, which keeps the recursion shallow.
const MOST_YEARS: usize = 30;

/// The exact chance of an X² at least as large as the observed one, if the rate is the same in all years.
///
/// A check on [`dispersion`](super::dispersion) around [`Baseline::Flat`](super::Baseline::Flat) where events are few
/// and the χ² distribution is only near. No decision uses it.
///
/// `None` if there are more than 100,000 ways or 30 years; 1 without events.
///
/// Source: Pearson's X² over the exact multinomial distribution, given the total of the events.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::TooFew`] below two years.
///
/// ```
/// use dabiao::statistics::{exact_dispersion, YearSample};
///
/// let years: Vec<_> = (2020..).zip([5, 3, 6, 2, 4]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// assert!(exact_dispersion(&years)?.is_some_and(|p| p > 0.5));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn exact_dispersion(years: &[YearSample]) -> Result<Option<f64>, StatisticsError> {
    if years.len() < 2 {
        return Err(StatisticsError::TooFew { needed: 2, given: years.len() });
    }
    let sum = total(CountKind::Rate, years)?;
    let Some(events) = few_ways(sum.count, years.len()) else {
        return Ok(None);
    };
    if events == 0 {
        return Ok(Some(1.0));
    }
    let shares = years.iter().map(|y| real(y.exposure) / real(sum.exposure));
    let cells: Vec<Cell> =
        shares.map(|share| Cell { log_share: libm::log(share), expected: share * real(sum.count) }).collect();
    let log_factorials: Vec<f64> = (0..=sum.count).map(|k| libm::lgamma(real(k) + 1.0)).collect();
    let start = log_factorials.last().copied().unwrap_or(0.0);
    // X² is the sum of k² / E less a constant. Ways that tie in exact arithmetic must not be parted by rounding.
    let observed: f64 = years
        .iter()
        .zip(&cells)
        .map(|(year, cell)| real(year.count) * real(year.count) / cell.expected)
        .sum();
    let walk = Walk { log_factorials: &log_factorials, level: observed * (1.0 - 1e-9) };
    Ok(Some(walk.sum(&cells, events, start, 0.0).min(1.0)))
}

/// The number of events, if their ways of falling into `years` years are few enough to list.
fn few_ways(events: u64, years: usize) -> Option<usize> {
    if years > MOST_YEARS {
        return None;
    }
    // (events + years − 1) choose (years − 1), built up as a product that stays whole at every step.
    let mut ways = 1_u128;
    for step in 1..years {
        let step = u128::try_from(step).ok()?;
        ways = ways.checked_mul(u128::from(events).checked_add(step)?)?.checked_div(step)?;
        if ways > MOST_WAYS {
            return None;
        }
    }
    usize::try_from(events).ok()
}

struct Cell {
    log_share: f64,
    expected: f64,
}

struct Walk<'a> {
    log_factorials: &'a [f64],
    level: f64,
}

impl Walk<'_> {
    /// Adds up the ways of spreading `left` events over the remaining years that reach the level, given the log of
    /// the probability and the sum of k² / E so far.
    fn sum(&self, cells: &[Cell], left: usize, log: f64, statistic: f64) -> f64 {
        let Some((cell, rest)) = cells.split_first() else {
            return 0.0;
        };
        // The last year takes all that is left.
        let fewest = if rest.is_empty() { left } else { 0 };
        let mut sum = 0.0;
        for events in fewest..=left {
            let k = real_len(events);
            let factorial = self.log_factorials.get(events).copied().unwrap_or(0.0);
            let log = log + k * cell.log_share - factorial;
            let statistic = statistic + k * k / cell.expected;
            if !rest.is_empty() {
                sum += self.sum(rest, left.saturating_sub(events), log, statistic);
            } else if statistic >= self.level {
                sum += libm::exp(log);
            }
        }
        sum
    }
}
