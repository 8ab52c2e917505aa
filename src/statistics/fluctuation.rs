//! Large fluctuation (波动较大) of yearly counts: more than chance, and large enough to matter.

use super::data::{check_probability, check_threshold, real, total};
use super::describe::mean_and_deviation;
use super::dispersion::{Baseline, Dispersion, DispersionAnswer, dispersion};
use super::{CountKind, Direction, NoFit, StatisticsError, YearSample};

/// The settings of [`fluctuation`]. The plans name the signal but give no thresholds; these are this library's.
///
/// ```
/// use dabiao::statistics::FluctuationRule;
///
/// let strict = FluctuationRule { alpha: 0.01, ..FluctuationRule::default() };
/// assert_eq!(strict.years, 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FluctuationRule {
    /// "More than chance" from this probability down: 0.05.
    pub alpha: f64,
    /// The least number of years: 4.
    pub years: usize,
    /// From this many years on a trend is taken out first: 5.
    pub trend_years: usize,
    /// Fewer events in all years together are not assessed: 3.
    pub events: u64,
    /// Fewer events than this make the answer indicative only: 10.
    pub firm_events: u64,
    /// "Large enough to matter" for rates: a coefficient of variation beyond chance of 0.10.
    pub rate_excess: f64,
    /// "Large enough to matter" for shares: a standard deviation beyond chance of 0.02, two percentage points.
    pub share_excess: f64,
}

impl Default for FluctuationRule {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            years: 4,
            trend_years: 5,
            events: 3,
            firm_events: 10,
            rate_excess: 0.10,
            share_excess: 0.02,
        }
    }
}

/// What a series of counts says about fluctuation.
///
/// ```
/// use dabiao::statistics::{FluctuationReason, FluctuationResult};
///
/// assert_ne!(FluctuationResult::WithinChance, FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FluctuationResult {
    /// More than chance, and large enough to matter.
    Large,
    /// Chance alone explains it.
    WithinChance,
    /// More than chance, but too small to matter.
    TooSmallToMatter,
    /// Not said, and why.
    NotAssessable(FluctuationReason),
}

/// Why nothing is said about fluctuation.
///
/// ```
/// use dabiao::statistics::{FluctuationReason, NoFit};
///
/// assert_ne!(FluctuationReason::TooFewYears, FluctuationReason::NoFit(NoFit::AllZero));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FluctuationReason {
    /// Fewer years than the rule asks for.
    TooFewYears,
    /// Fewer events in all years together than the rule asks for (for a share, of its rarer outcome).
    TooFewEvents,
    /// No expected counts exist.
    NoFit(NoFit),
}

/// The decision with all its numbers.
///
/// ```
/// use dabiao::statistics::{fluctuation, CountKind, FluctuationRule, YearSample};
///
/// let years: Vec<_> = (2020..).zip([3, 4, 2, 6, 3]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
/// let found = fluctuation(CountKind::Rate, &years, &FluctuationRule::default())?;
/// // A fixed rule of 30 % would have fired; chance explains it.
/// assert!(found.chance_explains(0.30));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Fluctuation {
    /// The decision.
    pub result: FluctuationResult,
    /// The decision rests on few events (fewer than [`FluctuationRule::firm_events`]).
    pub indicative: bool,
    /// Number of years.
    pub years: usize,
    /// Events of all years together; for a share, of its rarer outcome.
    pub events: u64,
    /// The test behind the decision. `None` if not assessable.
    pub dispersion: Option<Dispersion>,
    /// On which side of its expected count the latest year lies. `None` if not assessable.
    pub latest: Option<Direction>,
    /// The excess that would matter: of [`FluctuationRule`], for this kind.
    pub threshold: f64,
    /// The plain coefficient of variation of the annual values (standard deviation with n − 1), as fixed rules use
    /// it. `None` below two years or without events. It decides nothing here.
    pub coefficient_of_variation: Option<f64>,
}

impl Fluctuation {
    /// Whether a host's own fixed threshold on the plain coefficient of variation is passed although chance explains
    /// the variation; the remedy is to put 3 to 5 years together.
    ///
    /// Too few events to test counts as chance too, as long as there are enough years.
    ///
    /// ```
    /// use dabiao::statistics::{fluctuation, CountKind, FluctuationRule, YearSample};
    ///
    /// let years: Vec<_> = (2020..).zip([0, 0, 0, 0, 1]).map(|(y, k)| YearSample::new(y, k, 800)).collect();
    /// assert!(fluctuation(CountKind::Rate, &years, &FluctuationRule::default())?.chance_explains(0.30));
    /// # Ok::<(), dabiao::statistics::StatisticsError>(())
    /// ```
    #[must_use]
    pub fn chance_explains(&self, fixed_threshold: f64) -> bool {
        let by_chance = matches!(
            self.result,
            FluctuationResult::WithinChance
                | FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents)
        );
        by_chance && self.coefficient_of_variation.is_some_and(|cv| cv > fixed_threshold)
    }
}

/// Decides whether yearly counts fluctuate strongly (波动较大).
///
/// Two gates, both needed: more than chance (the χ² test of [`dispersion`], around a trend from five years on, so
/// that a trend is no fluctuation) and large enough to matter (its `excess`). The years are those the caller wants
/// judged, at least four; a gap between them is no obstacle.
///
/// Source: [`dispersion`]; the gates are this library's. A fixed rule on the coefficient of variation mostly measures
/// how small the county is.
///
/// # Errors
///
/// Those of a sample for every year, [`StatisticsError::YearsNotIncreasing`], and [`StatisticsError::NotAProbability`] or
/// [`StatisticsError::OutOfRange`] for the rule.
///
/// ```
/// use dabiao::statistics::{CountKind, FluctuationReason, FluctuationResult, FluctuationRule, YearSample};
/// use dabiao::statistics::fluctuation;
///
/// let decide = |deaths: [u64; 5]| {
///     let years: Vec<_> = (2020..).zip(deaths).map(|(y, k)| YearSample::new(y, k, 800)).collect();
///     fluctuation(CountKind::Rate, &years, &FluctuationRule::default()).map(|f| f.result)
/// };
/// assert_eq!(decide([3, 4, 16, 4, 3])?, FluctuationResult::Large);
/// assert_eq!(decide([20, 16, 12, 8, 4])?, FluctuationResult::WithinChance);
/// let few = FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents);
/// assert_eq!(decide([0, 0, 0, 0, 1])?, few);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn fluctuation(
    kind: CountKind,
    years: &[YearSample],
    rule: &FluctuationRule,
) -> Result<Fluctuation, StatisticsError> {
    check_probability("alpha", rule.alpha)?;
    check_threshold("rate_excess", rule.rate_excess)?;
    check_threshold("share_excess", rule.share_excess)?;
    let sum = total(kind, years)?;
    let (events, threshold) = match kind {
        CountKind::Rate => (sum.count, rule.rate_excess),
        CountKind::Share => (sum.count.min(sum.missing()), rule.share_excess),
    };
    let baseline = if years.len() >= rule.trend_years { Baseline::Trend } else { Baseline::Flat };
    let (result, dispersion) = if years.len() < rule.years {
        (FluctuationResult::NotAssessable(FluctuationReason::TooFewYears), None)
    } else if events > 0 && events < rule.events {
        (FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents), None)
    } else {
        match dispersion(kind, years, baseline)? {
            // None at all is the better word where there are none.
            DispersionAnswer::NoFit(reason @ (NoFit::AllZero | NoFit::AllFull)) => {
                (FluctuationResult::NotAssessable(FluctuationReason::NoFit(reason)), None)
            }
            _ if events < rule.events => {
                (FluctuationResult::NotAssessable(FluctuationReason::TooFewEvents), None)
            }
            DispersionAnswer::NoFit(reason) => {
                (FluctuationResult::NotAssessable(FluctuationReason::NoFit(reason)), None)
            }
            DispersionAnswer::Measured(test) if test.p_value > rule.alpha => {
                (FluctuationResult::WithinChance, Some(test))
            }
            DispersionAnswer::Measured(test) if test.excess >= threshold => {
                (FluctuationResult::Large, Some(test))
            }
            DispersionAnswer::Measured(test) => (FluctuationResult::TooSmallToMatter, Some(test)),
        }
    };
    let latest = dispersion.as_ref().and_then(|test| {
        let (year, expected) = (years.last()?, test.expected.last()?);
        Some(Direction::of(real(year.count), *expected))
    });
    let values = years.iter().map(|y| real(y.count) / real(y.exposure));
    let coefficient_of_variation = mean_and_deviation(values)
        .and_then(|(mean, deviation)| if mean > 0.0 { Some(deviation / mean) } else { None });
    Ok(Fluctuation {
        result,
        indicative: dispersion.is_some() && events < rule.firm_events,
        years: years.len(),
        events,
        dispersion,
        latest,
        threshold,
        coefficient_of_variation,
    })
}
