//! Early warning: which signals a target gives, how severe they are, the numbers behind them, and what would clear them.
//!
//! The plans ask for a warning on indicators that are 预计达标困难 or 波动较大 (chapter 四（三）) and name no thresholds; ours are
//! [`WarningSettings`].

mod bands;
mod clearing;
mod palette;
mod scatter;
mod signals;

use alloc::string::String;

use crate::ahead::{Dated, Estimate};
use crate::plan::Better;
use crate::values::{Ratio, Text, Year};

pub use bands::{Band, BandMeasure, Bands};
pub use palette::{Palette, Shade};
pub(crate) use scatter::Rules;
pub(crate) use signals::{Fired, Watch, headline};

/// How severe a warning is, mildest first. What colour that is a [`Palette`] says.
///
/// Exhaustive on purpose: a dashboard that does not know a new level should stop compiling.
///
/// ```
/// use dabiao::ahead::Severity;
/// assert_eq!((Severity::Critical.zh(), Severity::Critical.en(), Severity::ALL.len()), ("严重", "critical", 4));
/// assert!(Severity::Critical > Severity::Notice);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Severity {
    /// 提示: worth knowing.
    Notice,
    /// 关注: to be watched.
    Watch,
    /// 警告: to be acted on.
    Warning,
    /// 严重: overdue.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 4] = [Self::Notice, Self::Watch, Self::Warning, Self::Critical];

    /// The word in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Notice => "提示",
            Self::Watch => "关注",
            Self::Warning => "警告",
            Self::Critical => "严重",
        }
    }

    /// The word in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Watch => "watch",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// What a warning is about. In the order of the table by which ties are settled.
///
/// ```
/// use dabiao::ahead::SignalKind;
/// assert_eq!((SignalKind::Difficult.zh(), SignalKind::Difficult.en()), ("预计达标困难", "hard to reach"));
/// assert!(SignalKind::Missed < SignalKind::Relapse);
/// assert!(SignalKind::ALL.is_sorted() && SignalKind::ALL.len() == 14);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SignalKind {
    /// 未达标.
    Missed,
    /// 预计达标困难.
    Difficult,
    /// 进度放缓.
    Slowing,
    /// 进度滞后.
    Lagging,
    /// 回落; of what should fall, 反弹.
    Relapse,
    /// 回落风险.
    RelapseRisk,
    /// 逆向.
    Reversal,
    /// 骤变.
    SuddenChange,
    /// 停滞.
    Stagnation,
    /// 波动较大.
    Fluctuation,
    /// 当年异动.
    LatestYear,
    /// 缺数.
    NotReported,
    /// The alarm of the last year that gave a verdict.
    Inherited,
    /// A fixed threshold is passed, and chance explains it.
    WithinChance,
}

impl SignalKind {
    /// Every kind, in order.
    pub const ALL: [Self; 14] = [
        Self::Missed,
        Self::Difficult,
        Self::Slowing,
        Self::Lagging,
        Self::Relapse,
        Self::RelapseRisk,
        Self::Reversal,
        Self::SuddenChange,
        Self::Stagnation,
        Self::Fluctuation,
        Self::LatestYear,
        Self::NotReported,
        Self::Inherited,
        Self::WithinChance,
    ];

    /// The name in the words of the plan, or ours.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Missed => "未达标",
            Self::Difficult => "预计达标困难",
            Self::Slowing => "进度放缓",
            Self::Lagging => "进度滞后",
            Self::Relapse => "回落",
            Self::RelapseRisk => "回落风险",
            Self::Reversal => "逆向",
            Self::SuddenChange => "骤变",
            Self::Stagnation => "停滞",
            Self::Fluctuation => "波动较大",
            Self::LatestYear => "当年异动",
            Self::NotReported => "缺数",
            Self::Inherited => "沿用上次预警",
            Self::WithinChance => "年度波动属小样本正常波动，建议按3—5年合并",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Difficult => "hard to reach",
            Self::Slowing => "slowing",
            Self::Lagging => "lagging",
            Self::Relapse => "relapse",
            Self::RelapseRisk => "risk of a relapse",
            Self::Reversal => "two changes for the worse",
            Self::SuddenChange => "sudden change for the worse",
            Self::Stagnation => "stagnation",
            Self::Fluctuation => "large fluctuation",
            Self::LatestYear => "the latest year stands out",
            Self::NotReported => "no data",
            Self::Inherited => "the last warning stands",
            Self::WithinChance => "variation that chance explains; pool three to five years",
        }
    }
}

/// What made a warning fire, with its numbers. Changes are signed so that positive is good.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Signal {
    /// 未达标: the final verdict is not met or settled, or the bound had to hold in this year and did not.
    Missed {
        /// How far off; none where it is known only between two ends or by unit.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        margin: Option<Ratio>,
        /// The earlier year that settled it.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        year: Option<Year>,
    },
    /// 预计达标困难: behind the path and seen not to reach, or a whole number that has gained nothing with little time left.
    Difficult {
        /// The numbers of the way; none for whole numbers.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        way: Option<Way>,
        /// 力所不及: the required change is beyond anything seen.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "crate::wire::is_unset"))]
        out_of_reach: bool,
    },
    /// 进度放缓: on the path or ahead of it, and seen not to reach.
    Slowing {
        /// The numbers of the way.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        way: Option<Way>,
    },
    /// 进度滞后: behind the path, or a direction that is not taken.
    Lagging {
        /// The numbers of the way; none for a direction.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        way: Option<Way>,
    },
    /// 回落: it met when it was last observed, and does not now.
    Relapse {
        /// The year that still met.
        since: Year,
        /// Its value; none over units.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        value: Option<Ratio>,
        /// Whether it rose where it should not: 反弹.
        rising: bool,
    },
    /// 回落风险: a met target would break its bound.
    RelapseRisk {
        /// In how many years the projection does.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        years_to_breach: Option<i32>,
        /// Whether several years together confirm that it is missed.
        pooled: bool,
    },
    /// 逆向: the last two changes both went the wrong way.
    Reversal {
        /// The change before the last.
        before: Ratio,
        /// The last.
        last: Ratio,
        /// The year in which they began.
        since: Year,
    },
    /// 骤变: one large change the wrong way.
    SuddenChange {
        /// The change.
        change: Ratio,
        /// The value before it.
        before: Dated,
    },
    /// 停滞: not met, and no better value for years.
    Stagnation {
        /// Since which year.
        since: Year,
        /// For how many years.
        years: i32,
    },
    /// 波动较大: more than chance, and large enough to matter.
    Fluctuation {
        /// The chance of so much scatter at a constant rate or along a trend; none for bare values.
        chance: Option<Estimate>,
        /// The scatter beyond chance: a coefficient of variation for rates, percentage points for shares; for bare values the
        /// standard deviation of the earlier ones.
        excess: Option<Estimate>,
        /// Whether the latest value lies on the good side of what was to be expected.
        good: bool,
        /// Whether it rests on few events.
        indicative: bool,
        /// Set for bare values: no sampling-error model stands behind it.
        without_model: bool,
    },
    /// 当年异动: the latest year differs from those before it by more than chance.
    LatestYear {
        /// The two-sided chance.
        chance: Estimate,
        /// Whether it went up or down.
        rising: bool,
        /// Whether that is the good side.
        good: bool,
        /// Whether it passes the stricter threshold.
        alarm: bool,
    },
    /// 缺数: nothing for the year although a measurement was due.
    NotReported {
        /// How many due measurements in a row brought nothing; 0 where only some units did not report.
        times: i32,
    },
    /// No verdict in this year: the highest severity of the last one that gave one stands, for a year without data clears nothing.
    Inherited {
        /// That year.
        year: Year,
        /// What it warned of first.
        headline: SignalKind,
    },
    /// A fixed threshold on the coefficient of variation is passed, and chance explains it.
    WithinChance {
        /// The coefficient of variation.
        variation: Estimate,
    },
}

/// Where a series is on its way, as a warning tells it. Changes are for a year.
///
/// ```
/// use dabiao::{ahead::{Signal, Way}, indicators::SENIOR_SECONDARY_ENROLMENT, values::percent, Catalogue, Year};
/// let catalogue = Catalogue::hangjin();
/// let series = [(2020, "91.2"), (2021, "91.4"), (2022, "91.6"), (2023, "91.8"), (2024, "92.0")];
/// let data = catalogue.data(series.map(|(year, value)| SENIOR_SECONDARY_ENROLMENT.observe(Year::literal(year), percent(value))));
/// let report = data.only_area()?.report(Year::literal(2024))?;
/// let row = report.rows_of("W2-5").next().unwrap();
/// let Signal::Difficult { way: Some(Way { path_value, .. }), .. } = &row.judgement.warnings[0].signal else { panic!("a path") };
/// assert_eq!(path_value.to_string(), "92.72");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Way {
    /// Where the series should be.
    pub path_value: Ratio,
    /// The change that is needed.
    pub required: Option<Ratio>,
    /// The change that was seen: the slope, or the best one where there are fewer than five points.
    pub seen: Option<Ratio>,
    /// Where it is heading.
    pub projection: Option<Ratio>,
}

impl Signal {
    /// What it is about.
    #[must_use]
    pub const fn kind(&self) -> SignalKind {
        match self {
            Self::Missed { .. } => SignalKind::Missed,
            Self::Difficult { .. } => SignalKind::Difficult,
            Self::Slowing { .. } => SignalKind::Slowing,
            Self::Lagging { .. } => SignalKind::Lagging,
            Self::Relapse { .. } => SignalKind::Relapse,
            Self::RelapseRisk { .. } => SignalKind::RelapseRisk,
            Self::Reversal { .. } => SignalKind::Reversal,
            Self::SuddenChange { .. } => SignalKind::SuddenChange,
            Self::Stagnation { .. } => SignalKind::Stagnation,
            Self::Fluctuation { .. } => SignalKind::Fluctuation,
            Self::LatestYear { .. } => SignalKind::LatestYear,
            Self::NotReported { .. } => SignalKind::NotReported,
            Self::Inherited { .. } => SignalKind::Inherited,
            Self::WithinChance { .. } => SignalKind::WithinChance,
        }
    }

    /// The name in Chinese.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Relapse { rising: true, .. } => "反弹",
            _ => self.kind().zh(),
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn en(&self) -> &'static str {
        match self {
            Self::Relapse { rising: true, .. } => "rebound",
            _ => self.kind().en(),
        }
    }
}

/// What would clear the headline of a target: with it that warning is gone, whatever else may be warned of then.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
pub enum Clearing {
    /// A value in the next year at least this good.
    NextValue {
        /// The value.
        value: Ratio,
        /// Which way is better.
        better: Better,
        /// Whether the value itself is enough.
        included: bool,
        /// The same in cases, at this year's denominator: so many at most, or at least.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
        cases: Option<u64>,
    },
    /// The value of the year being reported.
    Report {
        /// The year.
        year: Year,
    },
    /// Meeting the target in the year, where no one value says today what that takes: directions, bounds that move, units.
    Met {
        /// The year.
        year: Year,
    },
    /// Years in which it varies less, or no longer falls.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Steadier,
    /// Nothing: the final verdict has been given or is settled.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Never,
}

/// One warning on one target. The headline stands first and alone says what would clear it; a remark has no severity.
///
/// ```
/// use dabiao::{ahead::{Clearing, Severity, Signal, SignalKind, Warning}, values::percent, Catalogue, Evaluator, Year};
/// use dabiao::indicators::SENIOR_SECONDARY_ENROLMENT;
/// let catalogue = Catalogue::hangjin();
/// let series = [(2020, "91.2"), (2021, "91.4"), (2022, "91.6"), (2023, "91.8"), (2024, "92.0")];
/// let rows = series.map(|(year, value)| SENIOR_SECONDARY_ENROLMENT.observe(Year::literal(year), percent(value)));
/// let target = catalogue.target("women.education.g5.senior-secondary-gross-enrolment-rate")?;
/// let judged = Evaluator::new(&catalogue).judge(target, catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// let Warning { signal, severity, sure, headline, clearing, .. } = &judged.warnings[0];
/// assert_eq!((signal.kind(), *severity, *sure, *headline), (SignalKind::Difficult, Some(Severity::Warning), Some(true), true));
/// let Signal::Difficult { way: Some(way), out_of_reach: false } = signal else { panic!("{signal:?}") };
/// assert_eq!(way.path_value.to_string(), "92.72");
/// assert!(matches!(clearing, Some(Clearing::NextValue { .. })));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Warning {
    /// The target's id.
    pub target: Text,
    /// The clause.
    pub clause: String,
    /// What fired, and its numbers.
    pub signal: Signal,
    /// How severe it is; none for a remark.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub severity: Option<Severity>,
    /// Whether the miss is more than chance could explain, where the signal hangs on it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub sure: Option<bool>,
    /// Whether it is the target's headline: the most severe, and of several the first in the order of [`SignalKind`].
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "crate::wire::is_unset"))]
    pub headline: bool,
    /// Whether counts are asked for: the value, or a part of the gap, came without those that it has, and chance could explain
    /// the miss. Said of the headline alone.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "crate::wire::is_unset"))]
    pub counts_wanted: bool,
    /// What would clear it; given for the headline alone.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub clearing: Option<Clearing>,
}

/// A value rounded to so many decimals, to the better side: what is told is enough.
pub(crate) fn rounded_for(better: Better, value: &Ratio, places: u32) -> Ratio {
    let shown = value.round(places);
    match better.signed(&(&shown - value)).signum() < 0 {
        true => {
            let digit = Ratio::quotient(1, 10_i128.pow(places.min(38))).unwrap_or_else(Ratio::zero);
            shown + better.signed(&digit)
        }
        false => shown,
    }
}
