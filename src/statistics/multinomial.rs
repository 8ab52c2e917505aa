//! The exact test of one rate for all, by going through every way in which few events could have fallen.

use alloc::vec::Vec;

use super::data::{real, real_len, sum_of, total};
use super::{CountKind, Sample, StatisticsError, YearSample};

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
    total(CountKind::Rate, years)?;
    let samples: Vec<Sample> = years.iter().map(|year| year.sample()).collect();
    exact_p_value(CountKind::Rate, &samples)
}

/// The exact chance of an X² at least as large, if all samples have one rate or share: multinomial for rates, multivariate
/// hypergeometric for shares, by whichever outcome is the rarer. `None` if there are too many ways.
pub(super) fn exact_p_value(kind: CountKind, samples: &[Sample]) -> Result<Option<f64>, StatisticsError> {
    let mut sum = sum_of(kind, samples)?;
    let turn = kind == CountKind::Share && sum.missing() < sum.count;
    let turned =
        |sample: Sample| Sample::new(if turn { sample.missing() } else { sample.count }, sample.exposure);
    sum = turned(sum);
    let Some(events) = few_ways(sum.count, samples.len()) else {
        return Ok(None);
    };
    if events == 0 {
        return Ok(Some(1.0));
    }
    let cells: Vec<Cell> = samples.iter().map(|sample| Cell::of(kind, sample.exposure, sum)).collect();
    // The log of K!, and for shares of Nᴷ over N (N − 1) ... (N − K + 1).
    let start: f64 = (0..sum.count)
        .map(|k| match kind {
            CountKind::Rate => libm::log(real(k) + 1.0),
            CountKind::Share => libm::log(real(k) + 1.0) - libm::log1p(-real(k) / real(sum.exposure)),
        })
        .sum();
    // X² is the sum of k² / E less a constant. Ways that tie in exact arithmetic must not be parted by rounding.
    let observed: f64 = samples
        .iter()
        .zip(&cells)
        .map(|(sample, cell)| {
            let k = real(turned(*sample).count);
            k * k / cell.expected
        })
        .sum();
    let walk = Walk { level: observed * (1.0 - 1e-9) };
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
    /// For every count the log of its weight: of shareᵏ / k! for a rate, and for a share with n − j in place of n.
    log_weights: Vec<f64>,
    expected: f64,
}

impl Cell {
    fn of(kind: CountKind, exposure: u64, sum: Sample) -> Self {
        let share = real(exposure) / real(sum.exposure);
        let most = if kind == CountKind::Share { sum.count.min(exposure) } else { sum.count };
        let mut log = 0.0;
        let mut log_weights: Vec<f64> = [log].into();
        for k in 0..most {
            let left = match kind {
                CountKind::Rate => share,
                CountKind::Share => real(exposure.saturating_sub(k)) / real(sum.exposure),
            };
            log += libm::log(left / (real(k) + 1.0));
            log_weights.push(log);
        }
        Self { log_weights, expected: share * real(sum.count) }
    }
}

struct Walk {
    level: f64,
}

impl Walk {
    /// Adds up the ways of spreading `left` events over the remaining samples that reach the level, given the log of
    /// the probability and the sum of k² / E so far.
    fn sum(&self, cells: &[Cell], left: usize, log: f64, statistic: f64) -> f64 {
        let Some((cell, rest)) = cells.split_first() else {
            return 0.0;
        };
        // The last sample takes all that is left.
        let fewest = if rest.is_empty() { left } else { 0 };
        let mut sum = 0.0;
        for events in fewest..=left {
            // A share holds no more cases than its total.
            let Some(weight) = cell.log_weights.get(events) else { break };
            let k = real_len(events);
            let log = log + weight;
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
