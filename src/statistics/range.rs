//! How far many small units lie apart by chance alone.

use alloc::vec::Vec;

use super::data::{real, sum_of, whole};
use super::tails::{binomial, poisson};
use super::{CountKind, Sample, StatisticsError};

/// At so many points the distribution of one unit is followed; a unit with more possible counts is taken in equal strides.
const POINTS: u64 = 400;

/// The largest minus the smallest value that is to be expected if all units have one common rate, per 1.
///
/// A maximum minus a minimum always grows with the number of small units: the observed gap means little without this
/// number beside it. The common rate is that of all units together.
///
/// Source: the mean of the range of independent counts, ∫ (1 − Π Fᵢ(t) − Π (1 − Fᵢ(t))) dt over the values t, with Fᵢ
/// the Poisson or binomial distribution of the unit's value. Summed over every possible count of every unit; a unit with
/// more than 400 within reach is followed at 400 points, which keeps four digits.
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two units; those of a sample for every unit and for their sum.
///
/// ```
/// use dabiao::statistics::{CountKind, Sample, expected_gap};
///
/// // Sixteen townships of 40 births with three infant deaths in all, 4.7‰: without any difference between them the
/// // largest minus the smallest rate is about 31‰.
/// let mut units = [Sample::new(0, 40); 16];
/// units[3].count = 2;
/// units[9].count = 1;
/// let gap = expected_gap(CountKind::Rate, &units)?;
/// assert!((0.028..0.034).contains(&gap));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn expected_gap(kind: CountKind, units: &[Sample]) -> Result<f64, StatisticsError> {
    if units.len() < 2 {
        return Err(StatisticsError::TooFew { needed: 2, given: units.len() });
    }
    let sum = sum_of(kind, units)?;
    let all = real(sum.exposure);
    let (p, q) = (real(sum.count) / all, real(sum.missing()) / all);
    // Where the distribution of which unit rises to what.
    let mut rises: Vec<(f64, usize, Below)> = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let n = real(unit.exposure);
        let mean = n * p;
        let deviation = libm::sqrt(mean * if kind == CountKind::Share { q } else { 1.0 });
        let low = whole((mean - 7.5 * deviation - 10.0).max(0.0));
        let high = whole(mean + 7.5 * deviation + 20.0);
        let high = if kind == CountKind::Share { high.min(unit.exposure) } else { high };
        let span = high.saturating_sub(low).saturating_add(1);
        let stride = span.div_ceil(POINTS).max(1);
        let mut k = low;
        while k <= high {
            // Half a stride on is the mean of what the stride covers.
            let middle = k.saturating_add(stride.saturating_sub(1) / 2);
            let last = high.saturating_sub(k) < stride;
            let below = if last {
                Below::ALL
            } else {
                let tails = match kind {
                    CountKind::Rate => poisson(real(middle), mean),
                    CountKind::Share => binomial(real(middle), n, p, q),
                };
                Below::of(tails.at_most, tails.at_least - tails.exactly)
            };
            rises.push((real(k) / n, index, below));
            k = k.saturating_add(stride);
        }
    }
    rises.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut now: Vec<Below> = units.iter().map(|_| Below::NOTHING).collect();
    let (mut all_below, mut all_above) = (Product::default(), Product::default());
    for unit in &now {
        all_below.put(unit.below);
        all_above.put(unit.above);
    }
    let (mut gap, mut from) = (0.0, 0.0);
    for (value, index, below) in rises {
        let apart = 1.0 - all_below.value() - all_above.value();
        gap += (value - from) * apart.max(0.0);
        from = value;
        if let Some(unit) = now.get_mut(index) {
            all_below.take(unit.below);
            all_above.take(unit.above);
            *unit = below;
            all_below.put(unit.below);
            all_above.put(unit.above);
        }
    }
    Ok(gap)
}

/// The chance that a unit's value lies at or below some point, and above it.
#[derive(Clone, Copy)]
struct Below {
    below: f64,
    above: f64,
}

impl Below {
    const NOTHING: Self = Self { below: 0.0, above: 1.0 };
    const ALL: Self = Self { below: 1.0, above: 0.0 };

    const fn of(below: f64, above: f64) -> Self {
        Self { below: below.clamp(0.0, 1.0), above: above.clamp(0.0, 1.0) }
    }
}

/// A product of many factors of which single ones change, zeros among them.
#[derive(Default)]
struct Product {
    zeros: usize,
    log: f64,
}

impl Product {
    fn put(&mut self, factor: f64) {
        if factor > 0.0 {
            self.log += libm::log(factor);
        } else {
            self.zeros = self.zeros.saturating_add(1);
        }
    }

    fn take(&mut self, factor: f64) {
        if factor > 0.0 {
            self.log -= libm::log(factor);
        } else {
            self.zeros = self.zeros.saturating_sub(1);
        }
    }

    fn value(&self) -> f64 {
        if self.zeros > 0 { 0.0 } else { libm::exp(self.log).min(1.0) }
    }
}
