//! Values that came without counts: no noise model, so nothing stronger than a prediction interval.

use super::data::{check_probability, check_threshold, check_values, check_years, real_len};
use super::describe::mean_and_deviation;
use super::quantile::{student_t_two_sided, student_t_within};
use super::{Direction, StatisticsError, YearValue};

/// Where a further value would be expected, from earlier ones around one mean.
///
/// ```
/// use dabiao::statistics::{predict_latest, PredictionRange};
///
/// let found = predict_latest(&[100.0; 4], 99.0, 0.95)?;
/// assert_eq!(found.range, PredictionRange::NoSpread);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prediction {
    /// Mean of the earlier values.
    pub mean: f64,
    /// Their standard deviation (n − 1).
    pub deviation: f64,
    /// The interval and what it says.
    pub range: PredictionRange,
}

/// A prediction interval, or the statement that equal values give none.
///
/// ```
/// use dabiao::statistics::{predict_latest, PredictionRange};
///
/// let found = predict_latest(&[6.2, 5.8, 6.5, 5.1, 4.9], 9.0, 0.95)?;
/// assert!(matches!(found.range, PredictionRange::Interval { outside: true, .. }));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PredictionRange {
    /// The interval.
    Interval {
        /// Lower limit.
        lower: f64,
        /// Upper limit.
        upper: f64,
        /// The latest value's distance from the mean in standard errors of prediction.
        t: f64,
        /// The two-sided probability of such a distance.
        p_two_sided: f64,
        /// Whether the latest value lies outside.
        outside: bool,
    },
    /// All earlier values are equal: any change would be "outside", so nothing is said.
    NoSpread,
}

/// Compares the latest value with the t prediction interval around the mean of the earlier ones.
///
/// Source: mean ± t(n − 1) · s · √(1 + 1/n), the prediction interval of one further normal value.
///
/// # Errors
///
/// [`StatisticsError::TooFew`] below two earlier values, [`StatisticsError::OutOfRange`] for values that are not finite or beyond
/// 10¹⁰⁰, [`StatisticsError::NotAProbability`] for `confidence`.
///
/// ```
/// use dabiao::statistics::{predict_latest, PredictionRange};
///
/// let found = predict_latest(&[85.0, 86.1, 84.7, 85.9], 86.4, 0.95)?;
/// assert!(matches!(found.range, PredictionRange::Interval { outside: false, .. }));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn predict_latest(earlier: &[f64], latest: f64, confidence: f64) -> Result<Prediction, StatisticsError> {
    predict(earlier.iter().copied(), latest, confidence)
}

fn predict(
    earlier: impl ExactSizeIterator<Item = f64> + Clone,
    latest: f64,
    confidence: f64,
) -> Result<Prediction, StatisticsError> {
    check_probability("confidence", confidence)?;
    check_values(earlier.clone().chain([latest]))?;
    let count = earlier.len();
    let too_few = StatisticsError::TooFew { needed: 2, given: count };
    let (mean, deviation) = mean_and_deviation(earlier).ok_or(too_few)?;
    let df = u64::try_from(count.saturating_sub(1)).map_err(|_| StatisticsError::CountTooLarge)?;
    let error = deviation * libm::sqrt(1.0 + 1.0 / real_len(count));
    if error <= 0.0 {
        return Ok(Prediction { mean, deviation, range: PredictionRange::NoSpread });
    }
    let quantile = student_t_within(confidence, df)?;
    let reach = (quantile * error).min(f64::MAX);
    let t = ((latest - mean) / error).clamp(-f64::MAX, f64::MAX);
    let (lower, upper) = ((mean - reach).max(-f64::MAX), (mean + reach).min(f64::MAX));
    let outside = latest < lower || latest > upper;
    let p_two_sided = student_t_two_sided(t, df)?;
    Ok(Prediction {
        mean,
        deviation,
        range: PredictionRange::Interval { lower, upper, t, p_two_sided, outside },
    })
}

/// In which measure a bare value's distance from its mean is judged.
///
/// ```
/// use dabiao::statistics::ValueKind;
///
/// assert_ne!(ValueKind::Percentage, ValueKind::Other);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Given in per cent, judged in percentage points.
    Percentage,
    /// Anything else, judged relative to its mean.
    Other,
}

/// The settings of [`bare_fluctuation`]; this library's own.
///
/// ```
/// use dabiao::statistics::BareRule;
///
/// assert_eq!(BareRule::default().earlier_years, 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BareRule {
    /// Confidence of the prediction interval: 0.95.
    pub confidence: f64,
    /// The least number of earlier years for it: 4.
    pub earlier_years: usize,
    /// The least distance from the mean that matters, as a part of the mean: 0.10.
    pub relative: f64,
    /// The least distance of a percentage from its mean that matters, in percentage points: 2.
    pub points: f64,
}

impl Default for BareRule {
    fn default() -> Self {
        Self { confidence: 0.95, earlier_years: 4, relative: 0.10, points: 2.0 }
    }
}

/// What bare values say about fluctuation. There is no "within chance": without counts chance is unknown.
///
/// ```
/// use dabiao::statistics::{BareReason, BareResult};
///
/// assert_ne!(BareResult::NotLarge, BareResult::NotAssessable(BareReason::NoSpread));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BareResult {
    /// The latest value is outside its interval, and far enough from the mean to matter.
    Large,
    /// Inside the interval.
    NotLarge,
    /// Outside, but too near to the mean to matter.
    TooSmallToMatter,
    /// Not said, and why.
    NotAssessable(BareReason),
}

/// Why nothing is said about the fluctuation of bare values.
///
/// ```
/// use dabiao::statistics::{bare_fluctuation, BareReason, BareResult, BareRule, ValueKind, YearValue};
///
/// let years = [YearValue::new(2023, 94.0), YearValue::new(2024, 94.6)];
/// let found = bare_fluctuation(ValueKind::Percentage, &years, &BareRule::default())?;
/// assert_eq!(found.result, BareResult::NotAssessable(BareReason::TooFewYears));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BareReason {
    /// Fewer earlier years than the rule asks for.
    TooFewYears,
    /// The earlier values are all equal: any change at all would lie outside.
    NoSpread,
}

/// The decision on bare values with its numbers, to be labelled "no sampling-error model".
///
/// ```
/// use dabiao::statistics::{BareResult, BareRule, Direction, ValueKind, YearValue, bare_fluctuation};
///
/// let years: Vec<_> = (2020..).zip([6.2, 5.8, 6.5, 5.1, 9.0]).map(|(y, v)| YearValue::new(y, v)).collect();
/// let found = bare_fluctuation(ValueKind::Other, &years, &BareRule::default())?;
/// assert_eq!(found.result, BareResult::Large);
/// assert_eq!(found.direction, Some(Direction::Rising));
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BareFluctuation {
    /// The decision.
    pub result: BareResult,
    /// The latest value against the earlier ones, if there are enough.
    pub latest: Option<Prediction>,
    /// On which side of the mean of the earlier values the latest lies, if there are enough.
    pub direction: Option<Direction>,
}

/// Decides whether values without counts fluctuate strongly (波动较大).
///
/// Two gates, both needed: the latest value outside the prediction interval of the earlier ones ([`predict_latest`]),
/// and at least 2 percentage points (percentages) or 10 % of the mean (anything else) away from that mean. A steady
/// trend can put the latest value outside.
///
/// The second gate keeps quiet the series that hardly move: four earlier values that happen to lie close together make
/// an interval of next to nothing.
///
/// # Errors
///
/// [`StatisticsError::YearsNotIncreasing`], [`StatisticsError::OutOfRange`] for values that are not finite or beyond 10¹⁰⁰,
/// [`StatisticsError::NotAProbability`] or [`StatisticsError::OutOfRange`] for the rule.
///
/// ```
/// use dabiao::statistics::{bare_fluctuation, BareResult, BareRule, ValueKind, YearValue};
///
/// let decide = |latest: f64| {
///     let years: Vec<_> =
///         (2020..).zip([93.0, 93.2, 92.9, 93.1, latest]).map(|(y, v)| YearValue::new(y, v)).collect();
///     bare_fluctuation(ValueKind::Percentage, &years, &BareRule::default()).map(|found| found.result)
/// };
/// assert_eq!(decide(93.3)?, BareResult::NotLarge);
/// assert_eq!(decide(94.6)?, BareResult::TooSmallToMatter);
/// assert_eq!(decide(90.9)?, BareResult::Large);
/// # Ok::<(), dabiao::statistics::StatisticsError>(())
/// ```
pub fn bare_fluctuation(
    kind: ValueKind,
    points: &[YearValue],
    rule: &BareRule,
) -> Result<BareFluctuation, StatisticsError> {
    check_probability("confidence", rule.confidence)?;
    check_threshold("relative", rule.relative)?;
    check_threshold("points", rule.points)?;
    check_years(points.iter().map(|p| p.year))?;
    check_values(points.iter().map(|p| p.value))?;
    let few = BareResult::NotAssessable(BareReason::TooFewYears);
    let Some((last, earlier)) =
        points.split_last().filter(|(_, earlier)| earlier.len() >= rule.earlier_years.max(2))
    else {
        return Ok(BareFluctuation { result: few, latest: None, direction: None });
    };
    let latest = predict(earlier.iter().map(|point| point.value), last.value, rule.confidence)?;
    let enough = match kind {
        ValueKind::Percentage => rule.points,
        ValueKind::Other => rule.relative * latest.mean.abs(),
    };
    // What is exactly enough in decimals must not be lost to the rounding of the mean.
    let matters = (last.value - latest.mean).abs() >= enough - 1e-12 * latest.mean.abs().max(enough);
    let result = match latest.range {
        // The interval of equal values is their mean: any other value lies outside, and the distance alone decides. A tenth
        // of a mean of 0 is 0.
        PredictionRange::NoSpread if matters && last.value != latest.mean => BareResult::Large,
        PredictionRange::NoSpread => BareResult::NotAssessable(BareReason::NoSpread),
        PredictionRange::Interval { outside: false, .. } => BareResult::NotLarge,
        PredictionRange::Interval { .. } if matters => BareResult::Large,
        PredictionRange::Interval { .. } => BareResult::TooSmallToMatter,
    };
    let direction = Direction::of(last.value, latest.mean);
    Ok(BareFluctuation { result, latest: Some(latest), direction: Some(direction) })
}
