//! The word that a report uses for a target on its way.

use crate::ahead::{Outlook, Position};
use crate::judge::{Assessment, Cause, Outcome, Role};
use crate::plan::{Rule, Target, Timing};
use crate::values::Year;

/// Where a target stands in a year, in the words of published reports. Ordered from best to worst as far as the words
/// compare.
///
/// Exhaustive on purpose: a dashboard that does not know a new word should stop compiling.
///
/// ```
/// use dabiao::Standing;
/// assert_eq!((Standing::AtRisk.zh(), Standing::ALL.len()), ("达标但有回落风险", 14));
/// assert_eq!(Standing::Attained.en(), "attained");
/// assert!(Standing::Attained < Standing::Missed);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Standing {
    /// 达标: met in the end.
    Attained,
    /// 提前达标: met before the due year.
    MetEarly,
    /// 保持达标: met, as it has to be in every year.
    Holding,
    /// 达标但有回落风险: met, and heading for a breach.
    AtRisk,
    /// 预期可达标: on the path or ahead, and seen to reach.
    Expected,
    /// 进度放缓: on the path or ahead, and not seen to reach.
    Slowing,
    /// 进度滞后: behind the path, or a direction not yet taken.
    Lagging,
    /// 预计达标困难: behind the path, and not seen to reach.
    Difficult,
    /// 未达标: not met where it has to be.
    Missed,
    /// 未到期: nothing to say yet.
    Pending,
    /// 无数据: the year's own value is missing.
    NoData,
    /// 无法判断: undetermined for another reason.
    Undetermined,
    /// 不适用.
    NotApplicable,
    /// 不评价.
    NotJudged,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 14] = [
        Self::Attained,
        Self::MetEarly,
        Self::Holding,
        Self::AtRisk,
        Self::Expected,
        Self::Slowing,
        Self::Lagging,
        Self::Difficult,
        Self::Missed,
        Self::Pending,
        Self::NoData,
        Self::Undetermined,
        Self::NotApplicable,
        Self::NotJudged,
    ];

    /// The words in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Attained => "达标",
            Self::MetEarly => "提前达标",
            Self::Holding => "保持达标",
            Self::AtRisk => "达标但有回落风险",
            Self::Expected => "预期可达标",
            Self::Slowing => "进度放缓",
            Self::Lagging => "进度滞后",
            Self::Difficult => "预计达标困难",
            Self::Missed => "未达标",
            Self::Pending => "未到期",
            Self::NoData => "无数据",
            Self::Undetermined => "无法判断",
            Self::NotApplicable => "不适用",
            Self::NotJudged => "不评价",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Attained => "attained",
            Self::MetEarly => "met early",
            Self::Holding => "holding",
            Self::AtRisk => "met, at risk",
            Self::Expected => "expected to reach",
            Self::Slowing => "slowing",
            Self::Lagging => "lagging",
            Self::Difficult => "hard to reach",
            Self::Missed => "missed",
            Self::Pending => "pending",
            Self::NoData => "no data",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not applicable",
            Self::NotJudged => "not judged",
        }
    }

    /// The standing of a target in a plan that begins in `first`. The steps are tried in order; the first that fits decides.
    ///
    /// ```
    /// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Standing, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    /// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"))]);
    /// let verdict = Evaluator::new(&catalogue).assess(target, data.only_area()?, Year::literal(2024))?;
    /// assert_eq!(Standing::of(target, Year::literal(2021), &verdict, None, false), Standing::MetEarly);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn of(
        target: &Target,
        first: Year,
        assessment: &Assessment,
        outlook: Option<&Outlook>,
        met_at_start: bool,
    ) -> Self {
        let due_reached = assessment.year >= target.timing.due();
        let met_at_start =
            met_at_start && matches!(target.timing, Timing::ByYear { .. } | Timing::OnceReached { .. });
        match assessment.outcome {
            Outcome::NotJudged => Self::NotJudged,
            _ if assessment.year < first => Self::Pending,
            Outcome::Met if due_reached => Self::Attained,
            Outcome::NotMet if due_reached => Self::Missed,
            Outcome::NotApplicable => Self::NotApplicable,
            Outcome::Undetermined if lacks_own_value(target, assessment) => Self::NoData,
            Outcome::Undetermined => Self::Undetermined,
            Outcome::NotDue => Self::Pending,
            Outcome::Met if outlook.is_some_and(|outlook| outlook.would_break) => Self::AtRisk,
            Outcome::Met if is_kept(target) || met_at_start => Self::Holding,
            Outcome::Met => Self::MetEarly,
            Outcome::NotMet if has_to_hold(target, assessment) || met_at_start => Self::Missed,
            Outcome::NotMet if target.rule.is_direction() => Self::Lagging,
            Outcome::NotMet => match outlook.filter(|outlook| outlook.values_since_start > 1) {
                None => Self::Pending,
                Some(outlook) => match (outlook.position, outlook.reaches) {
                    (Position::On | Position::Ahead, true) => Self::Expected,
                    (Position::On | Position::Ahead, false) => Self::Slowing,
                    (Position::Behind, true) => Self::Lagging,
                    (Position::Behind, false) => Self::Difficult,
                },
            },
        }
    }
}

/// Whether it is the year's own value that is missing, and not something it is compared with.
fn lacks_own_value(target: &Target, assessment: &Assessment) -> bool {
    let year = assessment.year.min(target.timing.due());
    assessment.reasons.iter().any(|reason| {
        let missing = match reason.cause {
            Cause::Silent | Cause::Missing(_) => reason.unit.is_none(),
            Cause::SilentUnits(silent) => assessment.units.as_ref().is_none_or(|units| {
                silent >= units.passed + units.failed.len() + units.silent.len() + units.undetermined.len()
            }),
            _ => false,
        };
        reason.role == Role::Value && reason.year == year && missing
    })
}

/// Targets that are kept once they are met, rather than met early.
const fn is_kept(target: &Target) -> bool {
    let each_time = matches!(
        target.timing,
        Timing::EveryYear { .. } | Timing::EveryTerm { .. } | Timing::EachWindow { .. }
    );
    each_time || matches!(target.timing, Timing::OnceReached { .. }) || target.rule.is_direction()
}

/// Whether the bound had to hold in this very year.
fn has_to_hold(target: &Target, assessment: &Assessment) -> bool {
    let reached = || assessment.history.iter().any(|year| year.outcome == Outcome::Met);
    match (target.timing, target.rule) {
        (Timing::EveryYear { .. } | Timing::EveryTerm { .. } | Timing::EachWindow { .. }, _) => true,
        (Timing::OnceReached { .. }, _) if reached() => true,
        (_, Rule::NotBelow | Rule::InProportion { .. } | Rule::HostBound { .. }) => true,
        _ => assessment.irrecoverable,
    }
}
