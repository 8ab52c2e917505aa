//! Whether yearly counts vary by more than chance.

use alloc::vec::Vec;

use super::data::{real, real_len, total};
use super::fit::{Cell, NoFit, flat, trend};
use super::gamma::gamma_tails;
use super::{CountKind, StatisticsError, YearSample};

/// What the counts of the years are compared with.
///
/// ```
/// use dabiao::statistics::Baseline;
///
/// assert_ne!(Baseline::Flat, Baseline::Trend);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Baseline {
    /// One rate or share for all years; df = years − 1.
    Flat,
    /// A line on the year, on the log scale for rates and the logit scale for shares; df = years − 2.
    Trend,
}

/// The χ² test of yearly counts against a [`Baseline`], and how much variation is left beyond chance.
///
/// ```
/// use dabiao::statistics::{dispersion, Baseline, CountKind, YearSample};
///
/// let years: Vec<_> = (2020..).zip([3, 4, 16, 4, 3]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let answer = dispersion(CountKind::Rate, &years, Baseline::Trend)?;
/// assert!(answer.measured().is_some_and(|d| d.degrees_of_freedom == 3 && d.p_value < 0.01));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Dispersion {
    /// What the counts were compared with.
    pub baseline: Baseline,
    /// X² = Σ (k − E)² / variance.
    pub chi_square: f64,
    /// Years minus fitted parameters.
    pub degrees_of_freedom: usize,
    /// X² / df; about 1 if only chance is at work.
    pub ratio: f64,
    /// The chance of so large an X² if only chance is at work.
    pub p_value: f64,
    /// Variation beyond chance: for rates the coefficient of variation τ of the true rates, for shares the standard
    /// deviation of the true shares (0.02 is two percentage points).
    pub excess: f64,
    /// All years together: rate per 1, or share.
    pub pooled: f64,
    /// Slope per year on the log or logit scale; `None` for [`Baseline::Flat`].
    pub slope: Option<f64>,
    /// Expected count of every year, in order.
    pub expected: Vec<f64>,
}

/// A test, or the reason why there is none.
///
/// ```
/// use dabiao::statistics::{dispersion, Baseline, CountKind, DispersionAnswer, NoFit, YearSample};
///
/// let answer = dispersion(CountKind::Rate, &[YearSample::new(2024, 3, 800)], Baseline::Flat)?;
/// assert_eq!(answer, DispersionAnswer::NoFit(NoFit::TooFewYears));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum DispersionAnswer {
    /// The test.
    Measured(Dispersion),
    /// No expected counts exist.
    NoFit(NoFit),
}

impl DispersionAnswer {
    /// The test, if there is one.
    ///
    /// ```
    /// use dabiao::statistics::{DispersionAnswer, NoFit};
    ///
    /// assert_eq!(DispersionAnswer::NoFit(NoFit::AllZero).measured(), None);
    /// ```
    #[must_use]
    pub fn measured(self) -> Option<Dispersion> {
        match self {
            DispersionAnswer::Measured(test) => Some(test),
            DispersionAnswer::NoFit(_) => None,
        }
    }
}

/// Tests whether counts vary around the baseline by more than chance.
///
/// Source: Pearson's X², 1900; R. A. Fisher's index of dispersion; the excess by the method of moments, as
/// R. DerSimonian and N. Laird, 1986: √max(0, (X² − df) / (Σw − Σw²/Σw)) with w = E for rates (giving a coefficient
/// of variation) and w = n / (p (1 − p)) for shares (giving a standard deviation).
///
/// # Errors
///
/// Those of a sample for every year, and [`StatisticsError::YearsNotIncreasing`].
///
/// ```
/// use dabiao::statistics::{dispersion, Baseline, CountKind, YearSample};
///
/// let years: Vec<_> = (2020..).zip([178, 181, 170, 190, 176]).map(|(y, x)| YearSample::new(y, x, 200)).collect();
/// let test = dispersion(CountKind::Share, &years, Baseline::Flat)?.measured().expect("shares that are neither 0 nor 1");
/// assert!((test.p_value - 0.0216).abs() < 0.0001);
/// assert!((test.excess - 0.0297).abs() < 0.0001);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn dispersion(
    kind: CountKind,
    years: &[YearSample],
    baseline: Baseline,
) -> Result<DispersionAnswer, StatisticsError> {
    let sum = total(kind, years)?;
    let fitted = match baseline {
        Baseline::Flat => flat(kind, years, sum).map(|cells| (cells, None, 1)),
        Baseline::Trend => trend(kind, years, sum).map(|(cells, slope)| (cells, Some(slope), 2)),
    };
    let (cells, slope, parameters) = match fitted {
        Ok(fitted) => fitted,
        Err(reason) => return Ok(DispersionAnswer::NoFit(reason)),
    };
    let degrees_of_freedom = years.len().saturating_sub(parameters);
    let df = real_len(degrees_of_freedom);
    let chi_square: f64 = cells.iter().map(part).sum();
    let excess = if chi_square > df { libm::sqrt((chi_square - df) / spread(&cells)) } else { 0.0 };
    if !(chi_square.is_finite() && excess.is_finite() && slope.is_none_or(f64::is_finite)) {
        return Ok(DispersionAnswer::NoFit(NoFit::NotConverged));
    }
    Ok(DispersionAnswer::Measured(Dispersion {
        baseline,
        chi_square,
        degrees_of_freedom,
        ratio: chi_square / df,
        p_value: gamma_tails(0.5 * df, 0.5 * chi_square).1,
        excess,
        pooled: real(sum.count) / real(sum.exposure),
        slope,
        expected: cells.iter().map(|cell| cell.expected).collect(),
    }))
}

/// The year's part of X². A year in which nothing was expected and nothing happened adds nothing.
fn part(cell: &Cell) -> f64 {
    if cell.residual == 0.0 { 0.0 } else { cell.residual * cell.residual / cell.variance }
}

/// Σw − Σw²/Σw, written as twice the sum of the products of pairs over Σw, which does not cancel.
fn spread(cells: &[Cell]) -> f64 {
    let (mut sum, mut pairs) = (0.0, 0.0);
    for cell in cells {
        pairs += cell.weight * sum;
        sum += cell.weight;
    }
    2.0 * (pairs / sum)
}
