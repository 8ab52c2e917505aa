//! Small-number statistics: how much a verdict on few cases is worth, and whether a series fluctuates.
//!
//! One maternal death in a county with 800 births is 125 per 100,000, ten times a bound of 12, and yet it is what
//! chance brings in one year out of eleven when the true risk is exactly at the bound. The functions here put
//! numbers on that. They never decide whether a target is met: the literal verdict is an argument, worked out
//! elsewhere in exact arithmetic.
//!
//! # Which function answers which question
//!
//! | question | items |
//! |---|---|
//! | Between which limits may the true value lie? | [`rate_interval`], [`wilson_interval`], [`clopper_pearson_interval`] |
//! | How sure is the verdict? | [`certainty`], [`Certainty`], [`critical_counts`], [`chance_of_keeping`] |
//! | Which count would just meet the bound? | [`largest_count_within`], [`smallest_count_reaching`] |
//! | Is the value reliable enough to print? | [`Standard`], [`reliability`] |
//! | Do two samples differ? Is the latest year unusual? | [`compare_samples`], [`latest_year`] |
//! | Is a gap between parts real, and has it changed? | [`gap_test`], [`gap_change`], [`expected_gap`] |
//! | Does the series fluctuate more than chance explains? | [`fluctuation`], [`dispersion`] |
//! | The same for values without counts | [`bare_fluctuation`], [`predict_latest`], [`describe`] |
//! | Is there a trend? | [`theil_sen`], [`mann_kendall`] |
//! | How do several years look together? | [`pool_window`], [`rolling_pools`] |
//!
//! # Rules that hold throughout
//!
//! - **Two kinds of counts.** [`CountKind::Rate`] is events over exposure (deaths over births), taken as Poisson;
//!   [`CountKind::Share`] is so many of a total, taken as binomial. A value without counts has no noise model.
//! - **Rates are per 1.** Multiply by 1000 or 100,000 for display.
//! - **Impossible input is an [`StatisticsError`]; thin input has a named answer.** A total of zero is an error, a series
//!   without any event is [`NoFit::AllZero`]. No function returns NaN or an infinity, and none panics.
//! - **The same bits everywhere.** Elementary functions come from `libm`, never from the platform; sums run in the
//!   order of the input.
//! - **Time does not grow with the counts.** Every function answers in well under a millisecond per year of data,
//!   for four events and for 10⁹.
//!
//! # Example
//!
//! ```
//! use dabiao::statistics::{certainty, Certainty, CountKind, Literal, Sample, Side};
//!
//! // Two deaths in 800 births against 12 per 100,000: not met, and chance is a poor excuse.
//! let sure = certainty(CountKind::Rate, Sample::new(2, 800), 0.00012, Side::AtMost, Literal::NotMet, 0.05)?;
//! assert_eq!(sure.label, Certainty::MissedConfirmed);
//! assert!((sure.bad_tail - 0.0043).abs() < 0.0001);
//! # Ok::<(), dabiao::statistics::StatisticsError>(())
//! ```
#![expect(clippy::float_arithmetic, reason = "probabilities are real numbers; no verdict is decided here")]

mod bare;
mod beta;
mod chance;
mod compare;
mod data;
mod describe;
mod dispersion;
mod error;
mod fit;
mod fluctuation;
mod gamma;
mod gap;
mod hypergeometric;
mod interval;
mod kendall;
mod multinomial;
mod pool;
mod quantile;
mod range;
mod reliability;
mod special;
mod tails;
mod trend;
mod verdict;

pub use self::bare::{
    BareFluctuation, BareReason, BareResult, BareRule, Prediction, PredictionRange, ValueKind,
    bare_fluctuation, predict_latest,
};
pub use self::beta::regularised_beta;
pub use self::chance::{Chance, chance_of_keeping, posterior_of_keeping};
pub use self::compare::{
    Comparison, Direction, LatestReason, LatestRule, LatestSignal, LatestYear, compare_samples, latest_year,
};
pub(crate) use self::compare::{chance_of_worse, latest_chance};
pub use self::data::{
    CountKind, ENOUGH_EXPECTED, Sample, Side, YearSample, YearValue, expected_at_bound, few_cases,
};
pub use self::describe::{Description, describe};
pub use self::dispersion::{Baseline, Dispersion, DispersionAnswer, dispersion};
pub use self::error::StatisticsError;
pub use self::fit::NoFit;
pub use self::fluctuation::{
    Fluctuation, FluctuationReason, FluctuationResult, FluctuationRule, fluctuation,
};
pub use self::gamma::{regularised_gamma_lower, regularised_gamma_upper};
pub use self::gap::{GapChange, GapChangeLabel, GapLabel, GapMethod, GapTest, gap_change, gap_test};
pub use self::interval::{
    ConfidenceInterval, clopper_pearson_interval, count_interval, rate_interval, wilson_interval,
    wilson_interval_weighted,
};
pub use self::kendall::{MannKendall, mann_kendall, mann_kendall_upper_tail};
pub use self::multinomial::exact_dispersion;
pub use self::pool::{Pool, PoolWindow, RollingPool, pool_window, rolling_pools, years_needed};
pub use self::quantile::{normal_quantile_two_sided, student_t_quantile, student_t_two_sided};
pub use self::range::expected_gap;
pub use self::reliability::{Reliability, Standard, reliability};
pub use self::tails::{
    CriticalCounts, Tails, binomial_tails, critical_counts, largest_count_within, poisson_tails,
    smallest_confirmable, smallest_count_reaching,
};
pub use self::trend::{SlopeInterval, TheilSen, theil_sen};
pub use self::verdict::{Certainty, Literal, Sureness, certainty};
