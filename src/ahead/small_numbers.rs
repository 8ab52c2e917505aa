//! What a verdict on few cases is worth: interval, label, gap in cases, pooled years. Beside the verdict, never instead of it.

use alloc::string::{String, ToString};
use core::fmt;

use crate::judge::{Outcome, StatisticsSettings, assess::Held};
use crate::plan::{Better, IndicatorKind};
use crate::statistics::{
    self, Certainty, Chance, Literal, Pool, PoolWindow, Sample, Side, Standard, YearSample,
};
use crate::values::{Counts, Number, Ratio, Year};

/// A number that statistics give: binary floating point, printed with six significant digits.
///
/// ```
/// use dabiao::ahead::Estimate;
/// assert_eq!(Estimate::new(0.091_535_983_9).to_string(), "0.0915360");
/// assert_eq!(Estimate::new(1.5e-9).to_string(), "1.50000e-9");
/// ```
///
/// ```
/// assert_eq!(dabiao::ahead::Estimate::new(0.5).value(), 0.5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Estimate(f64);

impl Estimate {
    /// An estimate.
    #[must_use]
    pub const fn new(value: f64) -> Self {
        Self(value)
    }

    /// The number.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scientific = alloc::format!("{:.5e}", self.0);
        let power: i32 = scientific.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0);
        match (self.0 == 0.0, usize::try_from(5 - power)) {
            (true, _) => f.write_str("0"),
            (false, Ok(places)) if power >= -6 => write!(f, "{:.places$}", self.0),
            (false, Err(_)) if power <= 15 => write!(f, "{:.0}", self.0),
            _ => f.write_str(&scientific),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Estimate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Estimate {
    /// Only finite numbers.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        match text.parse() {
            Ok(value) if f64::is_finite(value) => Ok(Self(value)),
            _ => Err(serde::de::Error::custom(alloc::format!("`{text}` is no finite number"))),
        }
    }
}

/// How many cases change the verdict.
///
/// ```
/// use dabiao::ahead::GapInCases;
/// let gap = GapInCases::Fewer(1);
/// assert!(gap.is_one() && !GapInCases::More(2).is_one());
/// assert_eq!((gap.zh(), GapInCases::Fewer(2).zh()), ("一例之差".into(), "少2例结论即变".into()));
/// assert_eq!(GapInCases::Fewer(2).en(), "2 cases fewer flip the verdict");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum GapInCases {
    /// So many cases fewer change it.
    Fewer(u64),
    /// So many cases more change it.
    More(u64),
    /// No number of cases of this size can.
    CannotBeReached,
}

impl GapInCases {
    /// Whether one case flips the verdict (一例之差).
    #[must_use]
    pub const fn is_one(self) -> bool {
        matches!(self, Self::Fewer(1) | Self::More(1))
    }

    /// In words.
    #[must_use]
    pub fn zh(self) -> String {
        match self {
            Self::Fewer(1) | Self::More(1) => "一例之差".into(),
            Self::Fewer(cases) => alloc::format!("少{cases}例结论即变"),
            Self::More(cases) => alloc::format!("多{cases}例结论即变"),
            Self::CannotBeReached => "此规模下无法达到".into(),
        }
    }

    /// In words.
    #[must_use]
    pub fn en(self) -> String {
        match self {
            Self::Fewer(1) => "one case fewer flips the verdict".into(),
            Self::More(1) => "one case more flips the verdict".into(),
            Self::Fewer(cases) => alloc::format!("{cases} cases fewer flip the verdict"),
            Self::More(cases) => alloc::format!("{cases} cases more flip the verdict"),
            Self::CannotBeReached => "cannot be reached at this size".into(),
        }
    }
}

/// Several years together: the sum of events over the sum of exposures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Pooled {
    /// The first year.
    pub from: Year,
    /// The last.
    pub to: Year,
    /// The sums.
    pub counts: Counts,
    /// Their value in the indicator's unit.
    pub value: Ratio,
    /// Whether it meets the bound.
    pub met: bool,
    /// How sure that is.
    pub label: Certainty,
    /// How many years as the latest one would be needed for three expected events; none where these are enough.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub years_needed: Option<u64>,
}

/// What stands beside a verdict on counts.
///
/// ```
/// use dabiao::statistics::Certainty;
/// use dabiao::{ahead::{Pooled, SmallNumbers}, indicators::MATERNAL_MORTALITY_RATIO, values::cases, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let seen = (2020..).zip([1, 0, 1, 0, 1]).map(|(year, deaths)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), cases(deaths).of(700)));
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let judged = Evaluator::new(&catalogue).judge(target, catalogue.data(seen).area_or_empty(""), Year::literal(2024))?;
/// let SmallNumbers { label, pooled: Some(Pooled { counts, label: of_five, .. }), .. } = judged.small_numbers.unwrap() else { panic!("counts") };
/// assert_eq!((label, counts), (Some(Certainty::MissedWithinChance), cases(3).of(3_500)));
/// assert_eq!(of_five, Certainty::MissedConfirmed);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SmallNumbers {
    /// The counts of the year.
    pub counts: Counts,
    /// Between what the underlying value lies, in the indicator's unit: exact for events, Wilson's for shares.
    pub interval: (Estimate, Estimate),
    /// The confidence of the interval.
    pub confidence: Number,
    /// How sure the verdict is; none for a direction, which has no fixed bound.
    pub label: Option<Certainty>,
    /// The chance, were the underlying value exactly at the bound, of a count as bad as this one or worse (not met), or as
    /// good or better (met).
    pub tail: Option<Estimate>,
    /// Events expected at the bound; for a share n·p·(1 − p).
    pub expected: Option<Estimate>,
    /// The chance that the underlying value keeps the bound; none where too few cases are expected.
    pub chance_of_keeping: Option<Estimate>,
    /// Whether the rate is reliable by the chosen standard.
    pub reliable: bool,
    /// The standard.
    pub standard: Standard,
    /// How many cases change the verdict, by the method that gave it.
    pub gap: Option<GapInCases>,
    /// Several years together, where there are at least three.
    pub pooled: Option<Pooled>,
}

/// How counts of an indicator come about, its multiplier, and the bound they are compared with.
pub(crate) struct Model<'a> {
    pub kind: statistics::CountKind,
    /// From a quotient to the indicator's unit.
    pub per: u32,
    pub held: Option<&'a Held>,
    pub settings: &'a StatisticsSettings,
}

impl Better {
    /// On which side of its bound a count is good.
    pub(crate) const fn side(self) -> Side {
        match self {
            Self::Higher => Side::AtLeast,
            Self::Lower => Side::AtMost,
        }
    }
}

impl<'a> Model<'a> {
    /// The model of an indicator; none for bare values, which have no counts of their own, and none for a stock, in which
    /// chance has no part.
    pub(crate) fn of(
        kind: IndicatorKind,
        per: Option<u32>,
        held: Option<&'a Held>,
        settings: &'a StatisticsSettings,
    ) -> Option<Self> {
        Some(Self { kind: Self::kind_of(kind)?, per: per?, held, settings })
    }

    /// How chance comes into counts of a kind.
    pub(crate) const fn kind_of(kind: IndicatorKind) -> Option<statistics::CountKind> {
        match kind {
            IndicatorKind::Events => Some(statistics::CountKind::Rate),
            IndicatorKind::Share => Some(statistics::CountKind::Share),
            IndicatorKind::Stock | IndicatorKind::ValueOnly => None,
        }
    }

    fn per(&self) -> Ratio {
        Ratio::whole(self.per.into())
    }

    /// The bound per 1; one that no share can pass is the same as its limit.
    fn limit(&self) -> Option<Ratio> {
        let limit = self.held?.bound.limit.over(&self.per())?.max(Ratio::zero());
        Some(if self.bounded() { limit.min(Ratio::whole(1)) } else { limit })
    }

    fn side(&self) -> Option<Side> {
        Some(self.held?.bound.better.side())
    }

    /// Whether fewer than three events are expected at the bound (for a share n·p·(1 − p)): decided exactly.
    pub(crate) fn expects_few(&self, counts: Counts) -> bool {
        let Some(limit) = self.limit() else { return false };
        let n = Ratio::whole(counts.denominator.into());
        let expected = match self.kind {
            statistics::CountKind::Rate => n * limit,
            statistics::CountKind::Share => n * &limit * (Ratio::whole(1) - &limit),
        };
        expected < Ratio::whole(3)
    }

    /// How sure it is whether counts meet the bound, by the chosen judging method.
    fn sure(&self, counts: Counts, alpha: f64) -> Option<(bool, statistics::Sureness)> {
        let met = self.held?.judged_by.is_met_by(&counts.in_per(self.per)?);
        let literal = if met { Literal::Met } else { Literal::NotMet };
        let limit = self.limit()?.to_f64();
        let sure =
            statistics::certainty(self.kind, sample(counts), limit, self.side()?, literal, alpha).ok()?;
        Some((met, sure))
    }

    /// The word for it.
    pub(crate) fn label(&self, counts: Counts, alpha: f64) -> Option<Certainty> {
        self.sure(counts, alpha).map(|(_, sure)| sure.label)
    }

    fn alpha(&self) -> f64 {
        self.settings.alpha.to_ratio().to_f64()
    }

    /// The one window of several years up to a year; years whose value came without counts give none.
    pub(crate) fn window(&self, years: &[YearSample], bare: &[i32], year: i32) -> Option<PoolWindow> {
        statistics::pool_window(self.kind, years, bare, year, self.limit()?.to_f64()).ok()?
    }

    fn pooled_from(&self, pool: Pool, years_needed: Option<u64>) -> Option<Pooled> {
        let counts = Counts { numerator: pool.count, denominator: pool.exposure };
        let (met, sure) = self.sure(counts, self.alpha())?;
        Some(Pooled {
            from: Year::new(pool.first_year).ok()?,
            to: Year::new(pool.last_year).ok()?,
            value: counts.in_per(self.per)?,
            counts,
            met,
            label: sure.label,
            years_needed,
        })
    }

    /// The window with what it can say about the bound, for print.
    fn shown_pool(&self, years: &[YearSample], bare: &[i32]) -> Option<Pooled> {
        let window = self.window(years, bare, years.last()?.year)?;
        self.pooled_from(window.pool, window.years_needed.filter(|_| !window.enough))
    }

    /// How many cases change the verdict, in whole numbers and by the method that gave it.
    fn gap(&self, counts: Counts) -> Option<GapInCases> {
        let bound = &self.held?.judged_by;
        let x = i128::from(counts.numerator);
        let at_limit = bound.limit.over(&self.per())? * Ratio::whole(counts.denominator.into());
        let met = bound.is_met_by(&counts.in_per(self.per)?);
        let whole = at_limit.floor()? == at_limit.ceiling()?;
        let cases = |cases: i128| u64::try_from(cases).ok();
        match bound.better {
            Better::Lower => {
                let most = if whole && !bound.included { at_limit.floor()? - 1 } else { at_limit.floor()? };
                match met {
                    _ if most < 0 => Some(GapInCases::CannotBeReached),
                    true if self.bounded() && most >= i128::from(counts.denominator) => None,
                    true => cases(most - x + 1).map(GapInCases::More),
                    false => cases(x - most).map(GapInCases::Fewer),
                }
            }
            Better::Higher => {
                let least =
                    if whole && !bound.included { at_limit.ceiling()? + 1 } else { at_limit.ceiling()? };
                match met {
                    true if least <= 0 => None,
                    true => cases(x - least + 1).map(GapInCases::Fewer),
                    false if self.bounded() && least > i128::from(counts.denominator) => {
                        Some(GapInCases::CannotBeReached)
                    }
                    false => cases(least - x).map(GapInCases::More),
                }
            }
        }
    }

    fn bounded(&self) -> bool {
        self.kind == statistics::CountKind::Share
    }

    /// Everything that stands beside the verdict; the last year is the judged one.
    pub(crate) fn small_numbers(
        &self,
        outcome: Outcome,
        years: &[YearSample],
        bare: &[i32],
    ) -> Option<SmallNumbers> {
        let counts = counts_of(years.last()?);
        let confidence = self.settings.confidence.to_ratio().to_f64();
        let interval = match self.kind {
            statistics::CountKind::Rate => statistics::rate_interval(sample(counts), confidence).ok()?,
            statistics::CountKind::Share => statistics::wilson_interval(sample(counts), confidence).ok()?,
        };
        let scaled = |end: f64| Estimate(scale(end, self.per));
        let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
        let sure = self.sure(counts, self.alpha()).filter(|_| judged);
        let chance = self.limit().zip(self.side()).filter(|_| judged).and_then(|(limit, side)| {
            match statistics::chance_of_keeping(self.kind, sample(counts), limit.to_f64(), side).ok()? {
                Chance::Probability(chance) => Some(Estimate(chance)),
                Chance::NotAssessable => None,
            }
        });
        let standard = self.settings.standard;
        Some(SmallNumbers {
            counts,
            interval: (scaled(interval.lower), scaled(interval.upper)),
            confidence: self.settings.confidence,
            label: sure.as_ref().map(|(_, sure)| sure.label),
            tail: sure
                .as_ref()
                .map(|(met, sure)| Estimate(if *met { sure.good_tail } else { sure.bad_tail })),
            expected: sure.as_ref().map(|(_, sure)| Estimate(sure.expected)),
            chance_of_keeping: chance,
            reliable: standard.accepts(counts.numerator),
            standard,
            gap: self.gap(counts).filter(|_| judged),
            pooled: self.shown_pool(years, bare).filter(|_| judged),
        })
    }
}

#[expect(clippy::float_arithmetic, reason = "an estimate is brought into the indicator's unit for print")]
pub(crate) fn scale(value: f64, per: u32) -> f64 {
    value * f64::from(per)
}

fn sample(counts: Counts) -> Sample {
    Sample::new(counts.numerator, counts.denominator)
}

pub(crate) fn counts_of(year: &YearSample) -> Counts {
    Counts { numerator: year.count, denominator: year.exposure }
}

impl Counts {
    fn in_per(self, per: u32) -> Option<Ratio> {
        Some(self.quotient()? * Ratio::whole(per.into()))
    }
}

/// The label in Chinese.
#[must_use]
pub const fn label_zh(label: Certainty) -> &'static str {
    match label {
        Certainty::MetConfirmed => "达标，把握充分",
        Certainty::MetUnconfirmed => "达标，尚不能排除偶然",
        Certainty::MetUnconfirmable => "达标，样本太小无从证实",
        Certainty::MissedConfirmed => "未达标，把握充分",
        Certainty::MissedWithinChance => "未达标，可由偶然解释",
    }
}

/// The label in English.
///
/// ```
/// use dabiao::{ahead::{label_en, label_zh}, statistics::Certainty};
/// assert_eq!(label_en(Certainty::MissedWithinChance), "missed within chance");
/// assert_eq!(label_zh(Certainty::MissedWithinChance), "未达标，可由偶然解释");
/// ```
#[must_use]
pub fn label_en(label: Certainty) -> String {
    label.as_str().to_string().replace('_', " ")
}
