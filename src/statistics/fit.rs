//! Expected counts of every year: at one rate for all, or along a line on the log or logit scale.

use alloc::vec::Vec;

use super::data::{real, real_len};
use super::{CountKind, Sample, YearSample};

/// Why no expected counts could be found.
///
/// ```
/// use dabiao::statistics::{dispersion, Baseline, CountKind, DispersionAnswer, NoFit, YearSample};
///
/// let years: Vec<_> = (2020..2025).map(|year| YearSample::new(year, 0, 800)).collect();
/// assert_eq!(dispersion(CountKind::Rate, &years, Baseline::Trend)?, DispersionAnswer::NoFit(NoFit::AllZero));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoFit {
    /// Fewer than two years, or fewer than three for a trend.
    TooFewYears,
    /// No event in any year.
    AllZero,
    /// A full share in every year.
    AllFull,
    /// Every event (or every missing case of a share) lies in the first or in the last year: the slope of a trend
    /// has no end.
    OneEndYear,
    /// Empty shares on one side of some year and full ones on the other: again no end to the slope.
    Separated,
    /// The numbers are too far apart for a fit in `f64`.
    NotConverged,
}

/// One year as the fit sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// Expected count.
    pub(super) expected: f64,
    /// Observed minus expected count.
    pub(super) residual: f64,
    /// Variance of the count by chance alone.
    pub(super) variance: f64,
    /// What an extra variance of 1 adds to the year's part of X²: in the relative rate, or in the share itself.
    pub(super) weight: f64,
}

/// The same rate or share in every year. The residuals are differences of whole numbers, so they do not cancel.
pub(super) fn flat(kind: CountKind, years: &[YearSample], sum: Sample) -> Result<Vec<Cell>, NoFit> {
    if years.len() < 2 {
        return Err(NoFit::TooFewYears);
    }
    refuse_constant(kind, sum)?;
    let n_all = real(sum.exposure);
    let (p, q) = (real(sum.count) / n_all, real(sum.missing()) / n_all);
    let product = |a: u64, b: u64| i128::from(a).saturating_mul(i128::from(b));
    let cell = |year: &YearSample| {
        let n = real(year.exposure);
        let expected = n * p;
        let difference = product(year.count, sum.exposure).saturating_sub(product(year.exposure, sum.count));
        let (variance, weight) = match kind {
            CountKind::Rate => (expected, expected),
            CountKind::Share => (expected * q, n / (p * q)),
        };
        Cell { expected, residual: difference as f64 / n_all, variance, weight }
    };
    Ok(years.iter().map(cell).collect())
}

/// Expected counts along a line on the log (rates) or logit (shares) scale, and its slope per year.
pub(super) fn trend(kind: CountKind, years: &[YearSample], sum: Sample) -> Result<(Vec<Cell>, f64), NoFit> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Err(NoFit::TooFewYears);
    };
    if years.len() < 3 {
        return Err(NoFit::TooFewYears);
    }
    refuse_constant(kind, sum)?;
    let in_one_end =
        |part: fn(Sample) -> u64, all: u64| part(first.sample()) == all || part(last.sample()) == all;
    if in_one_end(|t| t.count, sum.count)
        || (kind == CountKind::Share && in_one_end(Sample::missing, sum.missing()))
    {
        return Err(NoFit::OneEndYear);
    }
    let span = real_year(last.year) - real_year(first.year);
    let (cells, slope) = match kind {
        CountKind::Rate => log_linear(years, sum, span),
        CountKind::Share if separated(years) => return Err(NoFit::Separated),
        CountKind::Share => logit(years, sum, span),
    }
    .ok_or(NoFit::NotConverged)?;
    Ok((cells, slope / span))
}

fn refuse_constant(kind: CountKind, sum: Sample) -> Result<(), NoFit> {
    if sum.count == 0 {
        return Err(NoFit::AllZero);
    }
    if kind == CountKind::Share && sum.missing() == 0 {
        return Err(NoFit::AllFull);
    }
    Ok(())
}

/// Whether some year parts empty shares from full ones, with at most that one year in between.
fn separated(years: &[YearSample]) -> bool {
    let empty = |y: &YearSample| y.count == 0;
    let full = |y: &YearSample| y.count == y.exposure;
    let split = |before: fn(&YearSample) -> bool, after: fn(&YearSample) -> bool| {
        years.iter().skip_while(|y| before(y)).skip(1).all(after)
    };
    split(empty, full) || split(full, empty)
}

fn real_year(year: i32) -> f64 {
    f64::from(year)
}

/// Poisson regression on the year with the exposure as offset: the slope alone is sought, the level follows from the
/// total. Time runs from 0 to 1 (or −1) from the end nearer to the events, so that few events at the far end keep
/// their digits; the fit does not depend on the origin.
fn log_linear(years: &[YearSample], sum: Sample, span: f64) -> Option<(Vec<Cell>, f64)> {
    let events = real(sum.count);
    let (first, last) = (years.first()?.year, years.last()?.year);
    let mean_from = |origin: i32| {
        years.iter().map(|y| real(y.count) * ((real_year(y.year) - real_year(origin)) / span)).sum::<f64>()
            / events
    };
    let origin = if mean_from(first) <= 0.5 { first } else { last };
    let target = mean_from(origin);
    let time = |y: &YearSample| (real_year(y.year) - real_year(origin)) / span;
    // The largest exponent is taken out, so that no weight overflows.
    let end = if origin == first { 1.0 } else { -1.0 };
    let weight =
        |y: &YearSample, slope: f64| real(y.exposure) * libm::exp(slope * time(y) - (slope * end).max(0.0));
    let moments = |slope: f64| {
        let (mut w0, mut w1, mut w2) = (0.0, 0.0, 0.0);
        for year in years {
            let (w, t) = (weight(year, slope), time(year));
            w0 += w;
            w1 += w * t;
            w2 += w * t * t;
        }
        (w0, w1 / w0, w2 / w0)
    };
    let slope = rising_root(0.0, |slope| {
        let (_, mean, square) = moments(slope);
        (mean - target, square - mean * mean)
    })?;
    let (all, _, _) = moments(slope);
    let cell = |year: &YearSample| {
        let expected = events * (weight(year, slope) / all);
        Cell { expected, residual: real(year.count) - expected, variance: expected, weight: expected }
    };
    Some((years.iter().map(cell).collect(), slope))
}

/// Logistic regression on the centred year: for every slope the level that keeps the total, and among these the
/// slope at which the residuals have no trend left.
fn logit(years: &[YearSample], sum: Sample, span: f64) -> Option<(Vec<Cell>, f64)> {
    let centre = years.iter().map(|y| real_year(y.year)).sum::<f64>() / real_len(years.len());
    let time = |y: &YearSample| (real_year(y.year) - centre) / span;
    let cell = |year: &YearSample, level: f64, slope: f64| {
        let n = real(year.exposure);
        let exponent = level + slope * time(year);
        let (p, q) = (1.0 / (1.0 + libm::exp(-exponent)), 1.0 / (1.0 + libm::exp(exponent)));
        // Counted from the rarer outcome, which keeps its digits.
        let residual = if p < 0.5 { real(year.count) - n * p } else { n * q - real(year.sample().missing()) };
        Cell { expected: n * p, residual, variance: n * p * q, weight: n / (p * q) }
    };
    let start = libm::log(real(sum.count) / real(sum.missing()));
    let level_for = |slope: f64| {
        rising_root(start, |level| {
            years
                .iter()
                .map(|y| cell(y, level, slope))
                .fold((0.0, 0.0), |(value, rise), c| (value - c.residual, rise + c.variance))
        })
    };
    let slope = rising_root(0.0, |slope| {
        // Outside the range of f64 there is no level; NaN ends the search.
        let level = level_for(slope).unwrap_or(f64::NAN);
        let (mut value, mut w0, mut w1, mut w2) = (0.0, 0.0, 0.0, 0.0);
        for year in years {
            let (c, t) = (cell(year, level, slope), time(year));
            value -= c.residual * t;
            w0 += c.variance;
            w1 += c.variance * t;
            w2 += c.variance * t * t;
        }
        (value, w2 - w1 * w1 / w0)
    })?;
    let level = level_for(slope)?;
    Some((years.iter().map(|y| cell(y, level, slope)).collect(), slope))
}

/// 2⁶⁰.
const FARTHEST: f64 = 1_152_921_504_606_846_976.0;

/// The root of a rising function, given as value and slope: Newton's method, held inside a bracket that is halved
/// whenever a step does not shrink. `None` if there is no root within ±[`FARTHEST`] of the start.
fn rising_root(start: f64, f: impl Fn(f64) -> (f64, f64)) -> Option<f64> {
    let mut here = f(start);
    if here.0 == 0.0 {
        return Some(start);
    }
    let side = if here.0 < 0.0 { 1.0 } else { -1.0 };
    let (mut near, mut far) = (start, start + side);
    let mut step = 1.0;
    // False as well where the function has no value.
    let crosses = |far: f64| f(far).0 * side >= 0.0;
    while !crosses(far) {
        step *= 2.0;
        if step > FARTHEST {
            return None;
        }
        near = far;
        far = start + side * step;
    }
    let (mut low, mut high) = (near.min(far), near.max(far));
    let mut x = start;
    if near != start {
        x = 0.5 * (low + high);
        here = f(x);
    }
    let mut last_move = high - low;
    for _ in 0..300 {
        let (value, slope) = here;
        if value == 0.0 {
            return Some(x);
        }
        if value < 0.0 {
            low = x;
        } else if value > 0.0 {
            high = x;
        } else {
            return None;
        }
        let newton = x - value / slope;
        let shrinks = (newton - x).abs() <= 0.5 * last_move.abs();
        let next = if shrinks && (low..=high).contains(&newton) { newton } else { 0.5 * (low + high) };
        last_move = next - x;
        x = next;
        if last_move.abs() <= 1e-14 * x.abs().max(1.0) {
            break;
        }
        here = f(x);
    }
    Some(x)
}
