//! The word that a report uses for a target on its way.

use core::fmt;

use crate::ahead::{Position, Reaches};
use crate::judge::Outcome;

/// Where a target stands in a year, in the words of published reports. Ordered from best to worst as far as the words
/// compare.
///
/// Exhaustive on purpose: a dashboard that does not know a new word should stop compiling.
///
/// ```
/// use dabiao::Standing;
/// assert_eq!((Standing::AtRisk.zh(), Standing::ALL.len()), ("达标但有回落风险", 15));
/// assert_eq!((Standing::Attained.en(), Standing::Attained.to_string()), ("attained", "attained".into()));
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
    /// 恢复达标: met again after a failure.
    Recovered,
    /// 达标但有回落风险: met, and heading for a breach.
    AtRisk,
    /// 预期可达标: on the path or ahead, and not seen to fail.
    Expected,
    /// 进度放缓: on the path or ahead, and seen not to reach.
    Slowing,
    /// 进度滞后: behind the path, or a direction not yet taken.
    Lagging,
    /// 预计达标困难: behind the path, and seen not to reach.
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

impl fmt::Display for Standing {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.en())
    }
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 15] = [
        Self::Attained,
        Self::MetEarly,
        Self::Holding,
        Self::Recovered,
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
            Self::Recovered => "恢复达标",
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
            Self::Recovered => "recovered",
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

    /// The word for a target that is found like this. The steps are tried in order; the first that fits decides.
    #[must_use]
    pub const fn of(found: &Found) -> Self {
        let open = if found.lacks_value { Self::NoData } else { Self::Undetermined };
        match found.outcome {
            Outcome::NotJudged => Self::NotJudged,
            _ if found.before_plan => Self::Pending,
            Outcome::Met if found.is_due => Self::Attained,
            Outcome::NotMet if found.is_due || found.is_broken_for_good || found.has_to_hold => Self::Missed,
            Outcome::NotApplicable => Self::NotApplicable,
            Outcome::Undetermined => open,
            Outcome::NotDue => Self::Pending,
            Outcome::Met if found.would_break => Self::AtRisk,
            Outcome::Met if found.has_recovered => Self::Recovered,
            Outcome::Met if found.is_kept => Self::Holding,
            Outcome::Met => Self::MetEarly,
            Outcome::NotMet if found.is_direction => Self::Lagging,
            Outcome::NotMet => match found.way {
                None if found.is_stuck => Self::Difficult,
                None => Self::Pending,
                Some((Position::On | Position::Ahead, Reaches::Yes | Reaches::NotKnown)) => Self::Expected,
                Some((Position::On | Position::Ahead, Reaches::No)) => Self::Slowing,
                Some((Position::Behind, Reaches::Yes | Reaches::NotKnown)) => Self::Lagging,
                Some((Position::Behind, Reaches::No)) => Self::Difficult,
            },
        }
    }
}

/// What decides the standing of a target in a year.
///
/// ```
/// use dabiao::{ahead::{Found, Position, Reaches}, Outcome, Standing};
/// let behind = Found { way: Some((Position::Behind, Reaches::NotKnown)), ..Found::of(Outcome::NotMet) };
/// assert_eq!(Standing::of(&behind), Standing::Lagging);
/// assert_eq!(Standing::of(&Found { has_to_hold: true, ..behind }), Standing::Missed);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The verdict: of the year before the due year, the final one from then on.
    pub outcome: Outcome,
    /// The year lies before the plan.
    pub before_plan: bool,
    /// The due year is reached.
    pub is_due: bool,
    /// A word that forgives no setback (稳步, 持续, 逐届) has been broken.
    pub is_broken_for_good: bool,
    /// It is the year's own value that is missing, and not something that it is compared with.
    pub lacks_value: bool,
    /// A value that meets is heading for a breach.
    pub would_break: bool,
    /// It meets again, in the first two years after a failure, and had met before it.
    pub has_recovered: bool,
    /// It is kept rather than met early: a bound of every year or term, one that moves, one that was reached before or was met at
    /// the start, a direction, a gap.
    pub is_kept: bool,
    /// The bound has to hold in this very year.
    pub has_to_hold: bool,
    /// A direction, a gap or a growth rule.
    pub is_direction: bool,
    /// Where it lies on its path and whether it is seen to reach; none without a path and with a single value.
    pub way: Option<(Position, Reaches)>,
    /// A whole number with two years or fewer left and nothing gained in three.
    pub is_stuck: bool,
}

impl Found {
    /// A verdict, and nothing else that would decide.
    #[must_use]
    pub const fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            before_plan: false,
            is_due: false,
            is_broken_for_good: false,
            lacks_value: false,
            would_break: false,
            has_recovered: false,
            is_kept: false,
            has_to_hold: false,
            is_direction: false,
            way: None,
            is_stuck: false,
        }
    }
}
