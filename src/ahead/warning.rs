//! Early warning: which signals a target gives, how severe they are, the numbers behind them, and what would clear them.
//!
//! The plans ask for a warning on indicators that are 预计达标困难 or 波动较大 (chapter 四（三）) and name no thresholds; ours are
//! [`WarningSettings`].

mod bands;
mod palette;

use alloc::string::String;
use alloc::vec::Vec;

use crate::ahead::{Dated, Estimate, Outlook, Standing};
use crate::judge::{Assessment, Cause, Outcome, Role, WarningSettings};
use crate::plan::{Better, Bound};
use crate::statistics::{
    self, BareResult, BareRule, Direction, FluctuationResult, FluctuationRule, LatestRule, LatestSignal,
    ValueKind, YearSample, YearValue,
};
use crate::values::{Number, Ratio, Text, Unit, Year};

pub use bands::{Band, BandMeasure, Bands};
pub use palette::{Palette, Shade};

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

/// What made a warning fire, with its numbers. Changes are for a year and signed so that positive is good.
///
/// Shown at [`Warning`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Signal {
    /// 未达标: the bound had to hold in this year and did not.
    Missed {
        /// How far off; none where it is known only between two ends or by unit.
        margin: Option<Ratio>,
    },
    /// 预计达标困难.
    Difficult {
        /// Where the series should be.
        path_value: Ratio,
        /// The change that is needed.
        required: Option<Ratio>,
        /// The change that was seen: the slope, or the best one where there are fewer than five points.
        seen: Option<Ratio>,
        /// Where it is heading.
        projection: Option<Ratio>,
    },
    /// 力所不及: the required change is beyond anything seen.
    OutOfReach {
        /// The change that is needed.
        required: Ratio,
        /// The best change seen.
        best: Ratio,
    },
    /// 回落: a met target would break, or did.
    Relapse {
        /// The value that still met, where this one does not.
        before: Option<Dated>,
        /// In how many years the projection breaks the bound.
        years_to_breach: Option<i32>,
    },
    /// 逆向: the last two changes both went the wrong way.
    Reversal {
        /// The change before the last.
        before: Ratio,
        /// The last.
        last: Ratio,
    },
    /// 停滞: not met, and no better value for years.
    Stagnation {
        /// Since which year.
        since: Year,
        /// For how many years.
        years: i32,
    },
    /// 缺数: nothing for the year although a measurement was due.
    Silent {
        /// How many due years in a row.
        years: usize,
    },
    /// 波动较大: more than chance, and large enough to matter.
    Fluctuation {
        /// The chance of so much scatter at a constant rate or along a trend; none for bare values.
        chance: Option<Estimate>,
        /// The scatter beyond chance: a coefficient of variation for rates, percentage points for shares; for bare values that
        /// around the line.
        excess: Option<Estimate>,
        /// Whether it rests on few events.
        indicative: bool,
        /// Set for bare values: no sampling-error model stands behind it.
        without_model: bool,
    },
    /// A fixed threshold on the coefficient of variation is passed, and chance explains it.
    WithinChance {
        /// The coefficient of variation.
        variation: Estimate,
    },
    /// 当年异动: the latest year differs from those before it by more than chance.
    LatestYear {
        /// The two-sided chance.
        chance: Estimate,
        /// Whether it went up or down.
        rising: bool,
        /// Whether it passes the stricter threshold.
        alarm: bool,
    },
}

impl Signal {
    /// The name in the words of the plan, or ours.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Missed { .. } => "未达标",
            Self::Difficult { .. } => "预计达标困难",
            Self::OutOfReach { .. } => "力所不及",
            Self::Relapse { .. } => "回落",
            Self::Reversal { .. } => "逆向",
            Self::Stagnation { .. } => "停滞",
            Self::Silent { .. } => "缺数",
            Self::Fluctuation { .. } => "波动较大",
            Self::WithinChance { .. } => "波动可由小样本随机误差解释，建议合并3—5年",
            Self::LatestYear { .. } => "当年异动",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn en(&self) -> &'static str {
        match self {
            Self::Missed { .. } => "missed",
            Self::Difficult { .. } => "hard to reach",
            Self::OutOfReach { .. } => "out of reach at the best pace seen",
            Self::Relapse { .. } => "relapse",
            Self::Reversal { .. } => "two changes for the worse",
            Self::Stagnation { .. } => "stagnation",
            Self::Silent { .. } => "no data",
            Self::Fluctuation { .. } => "large fluctuation",
            Self::WithinChance { .. } => "variation that chance explains; pool three to five years",
            Self::LatestYear { .. } => "the latest year stands out",
        }
    }
}

/// What would clear a warning. What it names is enough: with a value that meets it the warning is gone, whatever else may be
/// warned of then.
///
/// Shown at [`Warning`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
pub enum Clearing {
    /// A value in the next year at least this good; where the rule compares with another indicator, as long as that one stays
    /// as it is.
    NextValue {
        /// The value; one without an exact decimal is rounded to the better side in its twelfth.
        value: Ratio,
        /// Which way is better.
        better: Better,
        /// Whether the value itself is enough.
        included: bool,
    },
    /// The value of the year being reported.
    Report {
        /// The year.
        year: Year,
    },
    /// Meeting the target in the year, where no one value says what that takes: units with a bound each.
    Met {
        /// The year.
        year: Year,
    },
    /// Years that no longer confirm a miss when they are pooled.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Pooled,
    /// Years in which it varies less.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Steadier,
    /// Nothing in the next year: the due year is over, earlier years have settled the verdict, the word forgives no setback,
    /// or no value that the indicator can have is enough.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "crate::wire::nothing"))]
    Never,
}

/// One warning on one target.
///
/// ```
/// use dabiao::{ahead::{Clearing, Severity, Signal, Warning}, values::percent, Catalogue, Evaluator, Year};
/// use dabiao::indicators::SENIOR_SECONDARY_ENROLMENT;
/// let catalogue = Catalogue::hangjin();
/// let series = [(2020, "91.2"), (2021, "91.4"), (2022, "91.6"), (2023, "91.8"), (2024, "92.0")];
/// let rows = series.map(|(year, value)| SENIOR_SECONDARY_ENROLMENT.observe(Year::literal(year), percent(value)));
/// let target = catalogue.target("women.education.g5.senior-secondary-gross-enrolment-rate")?;
/// let judged = Evaluator::new(&catalogue).judge(target, catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// let Warning { signal, severity, clearing, .. } = &judged.warnings[0];
/// assert_eq!((signal.zh(), signal.en(), *severity), ("预计达标困难", "hard to reach", Severity::Warning));
/// assert!(matches!(signal, Signal::Difficult { .. }) && matches!(clearing, Clearing::NextValue { .. }));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Warning {
    /// The target's id.
    pub target: Text,
    /// The clause.
    pub clause: String,
    /// What fired, and its numbers.
    pub signal: Signal,
    /// How severe it is.
    pub severity: Severity,
    /// What would clear it.
    pub clearing: Clearing,
}

/// What it takes to meet the target in the next year.
pub(crate) enum Next {
    /// A value that meets this bound, by the chosen method.
    Meets(Bound),
    /// More than one value can say.
    Unsaid,
    /// Nothing can.
    Never,
}

/// A signal that fires.
type Fired = (Signal, Severity, Clearing);

/// What the signals look at.
pub(crate) struct Watch<'a> {
    pub assessment: &'a Assessment,
    /// The assessed year, or the due year after it.
    pub year: Year,
    /// Whether that is the due year.
    pub over: bool,
    pub standing: Standing,
    pub outlook: Option<&'a Outlook>,
    /// The usable values of one definition up to the assessed year, oldest first.
    pub points: &'a [Dated],
    /// Their counts where the latest years come as counts.
    pub counts: &'a [YearSample],
    pub kind: Option<statistics::CountKind>,
    pub unit: Unit,
    /// The fixed or moving bound of the year, for a target that is no direction.
    pub bound: Option<&'a Bound>,
    pub better: Option<Better>,
    pub plan_first: Year,
    /// From which year on fluctuation is looked at.
    pub start: Year,
    /// How many due years in a row up to the assessed one have no value.
    pub silent_years: usize,
    /// Whether the year has no value although one was due, whatever the verdict.
    pub own_value_silent: bool,
    /// What it takes to meet the target in the next year; worked out for the few that are warned of.
    pub next: &'a dyn Fn() -> Next,
    /// The mildest value of the next year that meets a bound and would not break; `None` where it has no path.
    pub steadying: &'a dyn Fn(&Bound) -> Option<Next>,
    /// The least and the greatest value there can be.
    pub limits: (Ratio, Option<Ratio>),
    pub settings: &'a WarningSettings,
}

impl Watch<'_> {
    /// Every signal that fires, most severe first. None before the plan and none on what is not due.
    pub(crate) fn signals(&self, values: &mut Vec<YearValue>) -> [Option<Fired>; 9] {
        let asleep = matches!(
            self.standing,
            Standing::Pending | Standing::NotApplicable | Standing::NotJudged | Standing::Attained
        );
        if asleep || self.assessment.year < self.plan_first {
            return [const { None }; 9];
        }
        let mut signals = [
            self.missed(),
            self.difficult(),
            self.out_of_reach(),
            self.relapse(),
            self.reversal(),
            self.stagnation(),
            self.silent(),
            self.latest_year(),
            self.fluctuation(values),
        ];
        if self.over {
            // Years after the due year are not looked at.
            for (.., clearing) in signals.iter_mut().flatten() {
                if !matches!(clearing, Clearing::Report { .. }) {
                    *clearing = Clearing::Never;
                }
            }
        }
        // A stable sort of so few needs no memory of its own.
        signals.sort_by_key(|signal| core::cmp::Reverse(signal.as_ref().map(|(_, severity, _)| *severity)));
        signals
    }

    /// Whether the latest point is of the assessed year: older ones say nothing new.
    fn is_current(&self) -> bool {
        self.points.last().is_some_and(|point| point.year == self.year)
    }

    /// Whether a value met what was asked in its year.
    fn held(&self, point: &Dated) -> bool {
        match self.assessment.history.iter().find(|year| year.year == point.year) {
            Some(year) => year.outcome == Outcome::Met,
            None => self.bound.is_some_and(|bound| bound.is_met_by(&point.value)),
        }
    }

    fn few(&self) -> bool {
        self.outlook.is_some_and(|outlook| outlook.few_cases)
    }

    fn better(&self) -> Better {
        self.better.unwrap_or(Better::Higher)
    }

    /// A value of the next year, if the indicator can have one that is enough.
    fn next(&self, value: &Ratio, included: bool) -> Clearing {
        let better = self.better();
        let (value, included) = match value.to_number() {
            Some(_) => (value.clone(), included),
            // What is rounded to the better side is itself enough.
            None => (rounded_for(better, value, 12), true),
        };
        let (least, most) = (Some(&self.limits.0), self.limits.1.as_ref());
        let (worst, best) = match better {
            Better::Higher => (least, most),
            Better::Lower => (most, least),
        };
        // Where more is allowed than there can be, any value will do.
        let (value, included) = match worst {
            Some(worst) if better.signed(&(&value - worst)).signum() < 0 => (worst.clone(), true),
            _ => (value, included),
        };
        let room = best.map_or(1, |best| better.signed(&(best - &value)).signum());
        match room > 0 || (room == 0 && included) {
            true => Clearing::NextValue { value, better, included },
            false => Clearing::Never,
        }
    }

    fn by(&self, next: &Next) -> Clearing {
        match next {
            Next::Meets(bound) => self.next(&bound.limit, bound.included),
            Next::Unsaid => Clearing::Met { year: self.year.plus(1) },
            Next::Never => Clearing::Never,
        }
    }

    fn missed(&self) -> Option<Fired> {
        let margin = self.assessment.margin.clone();
        (self.standing == Standing::Missed)
            .then(|| (Signal::Missed { margin }, Severity::Critical, self.by(&(self.next)())))
    }

    fn difficult(&self) -> Option<Fired> {
        let outlook = self.outlook.filter(|_| self.standing == Standing::Difficult)?;
        let signal = Signal::Difficult {
            path_value: outlook.path_value.clone(),
            required: outlook.required.clone(),
            seen: outlook.slope.clone().or_else(|| outlook.best_change.clone()),
            projection: outlook.projection.clone(),
        };
        let clearing = match self.year.plus(1) == outlook.due {
            true => self.by(&(self.next)()),
            false => self.next(&outlook.next_path_value, true),
        };
        Some((signal, Severity::Warning, clearing))
    }

    fn out_of_reach(&self) -> Option<Fired> {
        let outlook = self.outlook.filter(|outlook| outlook.values_since_start >= 3)?;
        let unmet = self.assessment.outcome == Outcome::NotMet && self.is_current();
        let (required, best) = (outlook.required.clone()?, outlook.best_change.clone()?);
        let factor = self.settings.out_of_reach_factor.to_ratio();
        if !unmet || best.signum() <= 0 || required <= &best * &factor {
            return None;
        }
        // With one year less to go, the rest must be within the factor of the best change, which the next one would then be.
        let left = outlook.due.number() - outlook.latest.year.number() - 1;
        if left == 0 {
            return Some((Signal::OutOfReach { required, best }, Severity::Warning, self.by(&(self.next)())));
        }
        let one = Ratio::whole(1);
        let way = &required * Ratio::whole((left + 1).into());
        let step = way.over(&(Ratio::whole(left.into()) * factor + one))?;
        let next = &outlook.latest.value + self.better().signed(&step);
        Some((Signal::OutOfReach { required, best }, Severity::Warning, self.next(&next, true)))
    }

    fn relapse(&self) -> Option<Fired> {
        if self.standing == Standing::AtRisk {
            let signal = Signal::Relapse {
                before: None,
                years_to_breach: self.outlook.and_then(|outlook| outlook.years_to_breach),
            };
            return Some((signal, Severity::Watch, self.steady()));
        }
        if self.assessment.year_outcome() != Outcome::NotMet || !self.is_current() {
            return None;
        }
        let before = self.points.iter().rev().nth(1)?;
        if before.year < self.start || !self.held(before) {
            return None;
        }
        let signal = Signal::Relapse { before: Some(before.clone()), years_to_breach: None };
        Some((signal, Severity::Warning, self.steady()))
    }

    /// Met, and not about to break again.
    fn steady(&self) -> Clearing {
        let next = (self.next)();
        match (&next, self.outlook) {
            (Next::Meets(_), Some(outlook))
                if outlook.few_cases && (outlook.would_break || !outlook.reaches) =>
            {
                Clearing::Pooled
            }
            (Next::Meets(bound), Some(_)) => self.by((self.steadying)(bound).as_ref().unwrap_or(&next)),
            _ => self.by(&next),
        }
    }

    fn reversal(&self) -> Option<Fired> {
        let better = self.better.filter(|_| self.is_current() && !self.few())?;
        let mut latest = self.points.iter().rev();
        let (c, b, a) = (latest.next()?, latest.next()?, latest.next()?);
        if a.year < self.start {
            return None;
        }
        let change = |from: &Dated, to: &Dated| {
            let years = Ratio::whole((to.year.number() - from.year.number()).into());
            better.signed(&(&to.value - &from.value)).over(&years)
        };
        let (before, last) = (change(a, b)?, change(b, c)?);
        if before.signum() >= 0 || last.signum() >= 0 {
            return None;
        }
        let severity =
            if self.assessment.year_outcome() == Outcome::Met { Severity::Notice } else { Severity::Watch };
        Some((Signal::Reversal { before, last }, severity, self.next(&c.value, true)))
    }

    /// Not met, and no better value for years: the clock starts at the later of the last value that was better than the one
    /// before it, and the first of the present run that does not meet. Missing years do not stop it.
    fn stagnation(&self) -> Option<Fired> {
        let better = self.better.filter(|_| self.is_current() && !self.few())?;
        if self.assessment.year_outcome() != Outcome::NotMet {
            return None;
        }
        let points = self.points_since_start();
        let gains = points.iter().zip(points.iter().skip(1));
        let last_gain = gains
            .filter(|(a, b)| better.signed(&(&b.value - &a.value)).signum() > 0)
            .map(|(_, b)| b.year)
            .next_back();
        let unmet = |point: &&Dated| !self.held(point);
        let run_start = points.iter().rev().take_while(unmet).last().map(|point| point.year);
        let since = last_gain.max(run_start)?;
        let latest = points.last()?;
        let years = latest.year.number() - since.number();
        (years >= i32::from(self.settings.stagnant_years))
            .then(|| (Signal::Stagnation { since, years }, Severity::Watch, self.next(&latest.value, false)))
    }

    fn silent(&self) -> Option<Fired> {
        let missing = self.assessment.reasons.iter().any(|reason| {
            let silent = matches!(reason.cause, Cause::Silent | Cause::Missing(_) | Cause::SilentUnits(_));
            silent && reason.role == Role::Value && reason.year == self.year
        });
        let open = self.assessment.outcome == Outcome::Undetermined && missing;
        let settled = self.assessment.outcome == Outcome::NotMet && self.own_value_silent;
        if !open && !settled {
            return None;
        }
        let years = self.silent_years.max(1);
        let severity = match years >= usize::from(self.settings.silent_years) {
            true => Severity::Warning,
            false => Severity::Watch,
        };
        Some((Signal::Silent { years }, severity, Clearing::Report { year: self.year }))
    }

    fn points_since_start(&self) -> &[Dated] {
        let first = self.points.partition_point(|point| point.year < self.start);
        self.points.get(first..).unwrap_or(&[])
    }

    fn counts_since_start(&self) -> &[YearSample] {
        let first = self.counts.partition_point(|year| year.year < self.start.number());
        self.counts.get(first..).unwrap_or(&[])
    }

    fn fluctuation(&self, values: &mut Vec<YearValue>) -> Option<Fired> {
        if !self.is_current() {
            return None;
        }
        match self.kind.filter(|_| self.all_counted()) {
            Some(kind) => self.counted_fluctuation(kind),
            None => self.bare_fluctuation(values),
        }
    }

    /// Whether every value since the start comes with counts.
    fn all_counted(&self) -> bool {
        self.counts_since_start().len() == self.points_since_start().len()
    }

    fn counted_fluctuation(&self, kind: statistics::CountKind) -> Option<Fired> {
        let settings = self.settings;
        let rule = FluctuationRule {
            alpha: float(settings.fluctuation_alpha),
            years: settings.fluctuation_years.into(),
            rate_excess: float(settings.fluctuation_rate),
            share_excess: settings.fluctuation_share.to_ratio().over(&Ratio::whole(100))?.to_f64(),
            ..FluctuationRule::default()
        };
        let found = statistics::fluctuation(kind, self.counts_since_start(), &rule).ok()?;
        if found.result == FluctuationResult::Large {
            let test = found.dispersion?;
            let signal = Signal::Fluctuation {
                chance: Some(Estimate::new(test.p_value)),
                excess: Some(Estimate::new(match kind {
                    statistics::CountKind::Share => crate::ahead::small_numbers::scale(test.excess, 100),
                    statistics::CountKind::Rate => test.excess,
                })),
                indicative: found.indicative,
                without_model: false,
            };
            return Some((signal, Severity::Watch, Clearing::Steadier));
        }
        let variation = found.coefficient_of_variation?;
        found.chance_explains(float(settings.fixed_variation)).then(|| {
            (
                Signal::WithinChance { variation: Estimate::new(variation) },
                Severity::Notice,
                Clearing::Steadier,
            )
        })
    }

    fn bare_fluctuation(&self, values: &mut Vec<YearValue>) -> Option<Fired> {
        let kind = match self.unit {
            Unit::Percent | Unit::PercentagePoints => ValueKind::Percentage,
            _ => ValueKind::Other,
        };
        let rule = BareRule {
            relative: float(self.settings.fluctuation_rate),
            points: float(self.settings.fluctuation_share),
            ..BareRule::default()
        };
        let since = self.points_since_start();
        if since.len() < usize::from(self.settings.fluctuation_years) {
            return None;
        }
        values.clear();
        values.extend(since.iter().map(|point| YearValue::new(point.year.number(), point.value.to_f64())));
        let found = statistics::bare_fluctuation(kind, values, &rule).ok()?;
        if found.result != BareResult::Large {
            return None;
        }
        let signal = Signal::Fluctuation {
            chance: None,
            excess: found.latest.map(|latest| Estimate::new(latest.deviation)),
            indicative: false,
            without_model: true,
        };
        Some((signal, Severity::Notice, Clearing::Steadier))
    }

    fn latest_year(&self) -> Option<Fired> {
        let kind = self.kind.filter(|_| self.is_current() && self.all_counted())?;
        let rule = LatestRule {
            attention: float(self.settings.latest_attention),
            alarm: float(self.settings.latest_alarm),
            ..LatestRule::default()
        };
        let found = statistics::latest_year(kind, self.counts_since_start(), &rule).ok()?;
        let (alarm, severity) = match found.signal {
            LatestSignal::Alarm => (true, Severity::Watch),
            LatestSignal::Attention => (false, Severity::Notice),
            _ => return None,
        };
        let chance = Estimate::new(found.comparison?.two_sided);
        let rising = found.direction == Some(Direction::Rising);
        Some((Signal::LatestYear { chance, rising, alarm }, severity, Clearing::Steadier))
    }
}

/// A value rounded to so many decimals, to the better side: what is told is enough.
pub(crate) fn rounded_for(better: Better, value: &Ratio, places: u32) -> Ratio {
    let shown = value.round(places);
    match better.signed(&(&shown - value)).signum() < 0 {
        true => {
            let digit = Ratio::new(1, 10_i128.pow(places.min(38))).unwrap_or_else(Ratio::zero);
            shown + better.signed(&digit)
        }
        false => shown,
    }
}

/// A setting for the statistics.
fn float(number: Number) -> f64 {
    number.to_ratio().to_f64()
}
