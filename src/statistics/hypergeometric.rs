//! The hypergeometric distribution: how the cases of two samples fall, if both have one share.

use super::Sample;
use super::data::real;
use super::special::{log1p_minus, stirling_error, tail_integral};
use super::tails::Tails;

use core::f64::consts::PI;

/// Up to this standard deviation a tail is summed term by term, in at most some 3,000 terms; above it the sum is an
/// integral with the first corrections of Euler and Maclaurin, which agrees with the sum to twelve digits.
const SUMMED: f64 = 300.0;

/// The four cells of a table of two samples, with its margins fixed.
pub(super) struct Hypergeometric {
    /// Cases of both samples.
    cases: u64,
    /// Missing cases of both samples.
    missing: u64,
    /// Totals of the first and of the second sample.
    first: u64,
    second: u64,
}

/// The cells of one outcome as real numbers: cases and missing of the second sample, then of the first.
type Cells = [f64; 4];

/// Which way the difference from the expected count goes in each cell.
const SIGNS: Cells = [1.0, -1.0, -1.0, 1.0];

impl Hypergeometric {
    /// Of two samples that passed [`Sample::check`] as shares, as did their sum.
    pub(super) const fn of(first: Sample, second: Sample) -> Self {
        Self {
            cases: first.count.saturating_add(second.count),
            missing: first.missing().saturating_add(second.missing()),
            first: first.exposure,
            second: second.exposure,
        }
    }

    /// The fewest and the most cases that the second sample can hold.
    pub(super) fn ends(&self) -> (u64, u64) {
        (self.cases.saturating_sub(self.first), self.cases.min(self.second))
    }

    pub(super) fn mean(&self) -> f64 {
        real(self.cases) * (real(self.second) / self.all())
    }

    fn all(&self) -> f64 {
        real(self.first) + real(self.second)
    }

    fn deviation(&self) -> f64 {
        let all = self.all();
        let share = real(self.cases) / all * (real(self.missing) / all);
        libm::sqrt(share * (real(self.first) / all) * real(self.second) * (all / (all - 1.0).max(1.0)))
    }

    fn cells(&self, x: u64) -> Cells {
        [
            real(x),
            real(self.second.saturating_sub(x)),
            real(self.cases.saturating_sub(x)),
            real(self.first.saturating_sub(self.cases.saturating_sub(x))),
        ]
    }

    /// Observed minus expected cases of the second sample, from whole numbers, so that nothing cancels.
    fn residual(&self, x: u64) -> f64 {
        let product = |a: u64, b: u64| i128::from(a).saturating_mul(i128::from(b));
        let all = self.first.saturating_add(self.second);
        product(x, all).saturating_sub(product(self.cases, self.second)) as f64 / self.all()
    }

    /// The log of the probability of cells that add up to the margins, at a distance from the expected ones.
    ///
    /// By Stirling's formula for each of the nine factorials: the large parts go into four deviances, which are small.
    fn log_point(&self, cells: Cells, residual: f64) -> f64 {
        let margins = [self.cases, self.missing, self.first, self.second].map(real);
        let mut log = -stirling_error(self.all()) - 0.5 * libm::log(2.0 * PI * self.all());
        for margin in margins {
            if margin > 0.0 {
                log += stirling_error(margin) + 0.5 * libm::log(2.0 * PI * margin);
            }
        }
        for (cell, sign) in cells.into_iter().zip(SIGNS) {
            log -= if cell > 0.0 {
                stirling_error(cell) + 0.5 * libm::log(2.0 * PI * cell) + deviance(cell, sign * residual)
            } else {
                -sign * residual
            };
        }
        log
    }

    /// The probability of exactly `x` cases in the second sample; `x` between the [`ends`](Self::ends).
    pub(super) fn point(&self, x: u64) -> f64 {
        let (low, high) = self.ends();
        if low == high { 1.0 } else { libm::exp(self.log_point(self.cells(x), self.residual(x))).min(1.0) }
    }

    /// Both tails at `x` cases in the second sample; `x` between the [`ends`](Self::ends).
    pub(super) fn tails(&self, x: u64) -> Tails {
        let (low, high) = self.ends();
        let exactly = self.point(x);
        let residual = self.residual(x);
        let upward = residual > 0.0;
        // The tail that leads away from the mean is the small one.
        let small = if (upward && x == high) || (!upward && x == low) || exactly <= 0.0 {
            exactly
        } else if self.deviation() <= SUMMED {
            exactly * self.terms(x, upward)
        } else {
            exactly * self.integral(x, residual, upward)
        }
        .clamp(exactly, 1.0);
        let large = (1.0 - small + exactly).min(1.0);
        let (at_least, at_most) = if upward { (small, large) } else { (large, small) };
        Tails {
            at_least: if x == low { 1.0 } else { at_least },
            at_most: if x == high { 1.0 } else { at_most },
            exactly,
        }
    }

    /// The tail from `x` outwards, relative to the probability of `x`: each term from the one before it.
    fn terms(&self, x: u64, upward: bool) -> f64 {
        let [mut a, mut b, mut c, mut d] = self.cells(x);
        if !upward {
            // Downward is upward for the missing cases.
            [a, b, c, d] = [b, a, d, c];
        }
        let (mut sum, mut term) = (1.0, 1.0);
        while b > 0.0 && c > 0.0 && term > sum * 1e-17 {
            term *= b / (a + 1.0) * (c / (d + 1.0));
            sum += term;
            a += 1.0;
            b -= 1.0;
            c -= 1.0;
            d += 1.0;
        }
        sum
    }

    /// The same where the terms are many and next to equal: their integral, half the first term, and the corrections by
    /// the first and third derivative. All cells are large here, or the probability of `x` would have been nothing.
    fn integral(&self, x: u64, residual: f64, upward: bool) -> f64 {
        let cells = self.cells(x);
        let way = if upward { 1.0 } else { -1.0 };
        let moved = |v: f64| {
            let mut moved = cells;
            for (cell, sign) in moved.iter_mut().zip(SIGNS) {
                *cell += sign * way * v;
            }
            moved
        };
        let start = self.log_point(cells, residual);
        let log = |v: f64| self.log_point(moved(v), residual + way * v) - start;
        // The derivative of the log by that of ln Γ, and how fast it falls.
        let [a, b, c, d] = cells;
        let halves = 0.5 * (1.0 / b + 1.0 / c - 1.0 / a - 1.0 / d);
        let fall = -way * (libm::log(b / a) + libm::log(c / d) + halves);
        let curvature = 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d;
        let room = cells.into_iter().zip(SIGNS).filter(|(_, sign)| sign * way < 0.0).map(|(cell, _)| cell);
        let area = tail_integral(fall, curvature, room.fold(f64::MAX, f64::min), log);
        area + 0.5 + fall / 12.0 - (fall * fall * fall - 3.0 * fall * curvature) / 720.0
    }
}

/// x ln(x / m) + m − x for m = x − `residual`, without cancellation.
fn deviance(x: f64, residual: f64) -> f64 {
    let u = -residual / x;
    if u < -0.5 { -x * libm::log1p(u) - residual } else { -x * log1p_minus(u) }
}
