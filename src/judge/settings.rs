//! What a host may choose. Every default that the plans do not give is documented as ours.

#[cfg(feature = "json")]
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "json")]
use crate::error::name;
use crate::error::{Error, InvalidError, Message, message};
use crate::plan::{Better, IndicatorCard};
#[cfg(feature = "json")]
use crate::plan::{Catalogue, Rule, catalogue::HELPFUL};
use crate::statistics::Standard;
use crate::values::{Number, Text, Year};

/// The two judging methods of GB/T 8170.
///
/// Compared in [what met means](crate::docs::met).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Method {
    /// 全数值比较法: the value as given.
    #[default]
    FullValue,
    /// 修约值比较法: the value rounded once, half to even, to the printed digits of the bound.
    Rounded,
}

impl Method {
    /// The name in Chinese.
    ///
    /// ```
    /// assert_eq!(dabiao::judge::Method::Rounded.zh(), "修约值比较法");
    /// ```
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::FullValue => "全数值比较法",
            Self::Rounded => "修约值比较法",
        }
    }
}

/// A bound that the host gives, for a target whose clause leaves it open (国家考核指标, 合理比例).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct HostBound {
    /// The target's id.
    pub target: Text,
    /// The year for which it holds; every year where none is named.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub year: Option<Year>,
    /// The number, in the indicator's unit; it is itself included.
    pub value: Number,
    /// Which way is better.
    pub better: Better,
}

/// The bodies that answer for a target or for an indicator (责任单位).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Owner {
    /// The id of a target, or the id or Chinese name of an indicator; the target's own entry goes before its indicator's.
    pub of: Text,
    /// The bodies, the leading one first.
    pub bodies: Vec<Text>,
}

/// A value that a target should have by a year on its way; it bends the path and is no bound.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Milestone {
    /// The target's id.
    pub target: Text,
    /// The year.
    pub year: Year,
    /// The value, in the indicator's unit.
    pub value: Number,
}

/// How the way ahead is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct OutlookSettings {
    /// Each projected year's step as a part of the one before. Ours: 0.9.
    pub damping: Number,
    /// How many times the change seen so far the required change may be before a target is called 困难. Ours: 1.25.
    pub difficult_factor: Number,
    /// Values that replace the straight path.
    pub milestones: Vec<Milestone>,
}

impl Default for OutlookSettings {
    fn default() -> Self {
        Self {
            damping: Number::literal("0.9"),
            difficult_factor: Number::literal("1.25"),
            milestones: Vec::new(),
        }
    }
}

/// How sure a verdict on counts has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct StatisticsSettings {
    /// The one-sided chance at the bound below which a verdict counts as confirmed.
    pub alpha: Number,
    /// The confidence of intervals.
    pub confidence: Number,
    /// By which standard a rate is called reliable.
    pub standard: Standard,
}

impl Default for StatisticsSettings {
    fn default() -> Self {
        Self {
            alpha: Number::literal("0.05"),
            confidence: Number::literal("0.95"),
            standard: Standard::AtLeast10Events,
        }
    }
}

/// When a warning is given. The plans ask for warnings and name no thresholds: all of these are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct WarningSettings {
    /// A miss without counts is sure after so many observed years in a row.
    pub missed_years: u8,
    /// The same for rates of events (‰, /10万).
    pub missed_event_years: u8,
    /// The same for what is measured every three years or more seldom.
    pub missed_survey_years: u8,
    /// A kept bound missed surely in so many observed years in a row is 严重.
    pub kept_years: u8,
    /// 停滞: so many years without a better value.
    pub stagnant_years: u8,
    /// 缺数 becomes severer after so many due years without a value.
    pub not_reported_years: u8,
    /// 力所不及: the required change is more than so many times the best one seen.
    pub out_of_reach_factor: Number,
    /// Time is short with so much or less of it left.
    pub short_time: Number,
    /// 预计达标困难 is at most 警告 in so many years after the baseline,
    pub early_years: u8,
    /// and while the distance to the path is within so many percentage points,
    pub near_points: Number,
    /// or, in other units, within this part of the bound.
    pub near_share: Number,
    /// 逆向: both changes together are at least so many percentage points,
    pub reversal_points: Number,
    /// or, in other units, this part of the larger of value and bound.
    pub reversal_share: Number,
    /// 骤变: the change is at least so many percentage points,
    pub change_points: Number,
    /// or, in other units, this part of the larger of the value before and the bound.
    pub change_share: Number,
    /// A change or a miss without counts stands out if it is more than so many times the median change before it.
    pub unusual_factor: Number,
    /// 波动较大: so many years are needed.
    pub fluctuation_years: u8,
    /// 波动较大: chance must be less likely than this.
    pub fluctuation_alpha: Number,
    /// 波动较大: and the excess coefficient of variation of a rate at least this.
    pub fluctuation_rate: Number,
    /// 波动较大: or the excess standard deviation of a share at least so many percentage points.
    pub fluctuation_share: Number,
    /// A fixed coefficient of variation that hosts like to use; where it is passed and chance explains it, that is said.
    pub fixed_variation: Number,
    /// 当年异动: chance less likely than this is worth knowing,
    pub latest_attention: Number,
    /// and less likely than this, where the miss is sure, calls for attention.
    pub latest_alarm: Number,
}

impl Default for WarningSettings {
    fn default() -> Self {
        Self {
            missed_years: 3,
            missed_event_years: 4,
            missed_survey_years: 2,
            kept_years: 3,
            stagnant_years: 3,
            not_reported_years: 3,
            out_of_reach_factor: Number::literal("3"),
            short_time: Number::literal("0.2"),
            early_years: 3,
            near_points: Number::literal("1"),
            near_share: Number::literal("0.01"),
            reversal_points: Number::literal("1"),
            reversal_share: Number::literal("0.05"),
            change_points: Number::literal("5"),
            change_share: Number::literal("0.30"),
            unusual_factor: Number::literal("3"),
            fluctuation_years: 4,
            fluctuation_alpha: Number::literal("0.05"),
            fluctuation_rate: Number::literal("0.10"),
            fluctuation_share: Number::literal("2"),
            fixed_variation: Number::literal("0.30"),
            latest_attention: Number::literal("0.05"),
            latest_alarm: Number::literal("0.002"),
        }
    }
}

/// How to judge. The report carries a copy.
///
/// ```
/// use dabiao::{judge::Method, Settings};
/// let settings = Settings { method: Method::Rounded, ..Settings::default() };
/// assert_eq!(settings.around_tolerance.to_string(), "1");
/// ```
///
/// ```
/// use dabiao::{judge::{HostBound, Milestone, OutlookSettings, StatisticsSettings, WarningSettings}, plan::Better, Settings, Year};
/// let target = "women.health.g2.maternal-mortality-ratio";
/// let settings = Settings {
///     host_bounds: vec![HostBound { target: "ours.1".into(), year: None, value: "80".parse()?, better: Better::Higher }],
///     outlook: OutlookSettings {
///         milestones: vec![Milestone { target: target.into(), year: Year::literal(2025), value: "14".parse()? }],
///         ..OutlookSettings::default()
///     },
///     statistics: StatisticsSettings { alpha: "0.01".parse()?, ..StatisticsSettings::default() },
///     warnings: WarningSettings { stagnant_years: 2, ..WarningSettings::default() },
///     ..Settings::default()
/// };
/// settings.check()?;
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct Settings {
    /// Which method decides; the report says where the other differs.
    pub method: Method,
    /// Half the width of 左右, in percentage points, for a percentage whose rule gives none. Ours: 1.
    pub around_tolerance: Number,
    /// By how many percentage points 相适应 may fall short, for a percentage whose rule gives none. Ours: 5.
    pub proportion_tolerance: Number,
    /// So many broken years, or more, make the final verdict of a bound that is kept
    /// ([`Kept`](crate::plan::Timing::Kept), [`ReachedAndKept`](crate::plan::Timing::ReachedAndKept)) not met. Ours: however many
    /// there are, the due year decides.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub broken_years: Option<u8>,
    /// The year that directions are measured from; the year before the plan where none is named. Ours.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub baseline: Option<Year>,
    /// The year of the mid-term evaluation.
    pub mid_term: Year,
    /// Whether 争取 targets count in the roll-up. Ours: no.
    pub count_aspirations: bool,
    /// Bounds that the clauses leave open.
    pub host_bounds: Vec<HostBound>,
    /// Who answers for what; the plans name no body for a single target, so none is built in.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub owners: Vec<Owner>,
    /// How the way ahead is looked at.
    pub outlook: OutlookSettings,
    /// How sure a verdict on counts has to be.
    pub statistics: StatisticsSettings,
    /// When a warning is given.
    pub warnings: WarningSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            method: Method::FullValue,
            around_tolerance: Number::literal("1"),
            proportion_tolerance: Number::literal("5"),
            broken_years: None,
            baseline: None,
            mid_term: Year::literal(2025),
            count_aspirations: false,
            host_bounds: Vec::new(),
            owners: Vec::new(),
            outlook: OutlookSettings::default(),
            statistics: StatisticsSettings::default(),
            warnings: WarningSettings::default(),
        }
    }
}

impl Settings {
    /// The bodies that answer for a target: its own entry, else that of its indicator.
    #[must_use]
    pub fn owners_of(&self, target: &str, indicator: &IndicatorCard) -> &[Text] {
        let named = |name: &str| self.owners.iter().find(|owner| owner.of == *name);
        let owner = named(target).or_else(|| named(&indicator.id)).or_else(|| named(&indicator.zh));
        owner.map_or(&[], |owner| &owner.bodies)
    }

    /// Whether every setting can be used.
    ///
    /// # Errors
    /// The first that cannot: a chance outside 0 to 1, a negative tolerance, a factor or a number of years of zero.
    pub fn check(&self) -> Result<(), Error> {
        self.problems().into_iter().next().map_or(Ok(()), |(_, error)| Err(error))
    }

    /// Every setting that cannot be used, with its path.
    pub(crate) fn problems(&self) -> Vec<(String, Error)> {
        let one = Number::literal("1");
        let (outlook, statistics, warnings) = (&self.outlook, &self.statistics, &self.warnings);
        let mut problems = Vec::new();
        let mut refuse = |within: &str, name: &'static str, wrong: bool, given: Number, remedy: Message| {
            if wrong {
                problems
                    .push((alloc::format!("{within}{name}"), InvalidError::new(name, given, remedy).into()));
            }
        };
        let chances = [
            ("statistics.", "alpha", statistics.alpha),
            ("statistics.", "confidence", statistics.confidence),
            ("warnings.", "fluctuation_alpha", warnings.fluctuation_alpha),
            ("warnings.", "latest_attention", warnings.latest_attention),
            ("warnings.", "latest_alarm", warnings.latest_alarm),
        ];
        for (within, name, chance) in chances {
            let wrong = chance <= Number::ZERO || chance >= one;
            refuse(
                within,
                name,
                wrong,
                chance,
                message("write a chance between 0 and 1", "请写0与1之间的概率"),
            );
        }
        let (alarm, attention) = (warnings.latest_alarm, warnings.latest_attention);
        refuse(
            "warnings.",
            "latest_alarm",
            alarm > attention,
            alarm,
            message("an alarm is rarer than attention", "警报应比关注更少见"),
        );
        let amounts = [
            ("", "around_tolerance", self.around_tolerance),
            ("", "proportion_tolerance", self.proportion_tolerance),
            ("outlook.", "damping", outlook.damping),
            ("warnings.", "short_time", warnings.short_time),
            ("warnings.", "near_points", warnings.near_points),
            ("warnings.", "near_share", warnings.near_share),
            ("warnings.", "reversal_points", warnings.reversal_points),
            ("warnings.", "reversal_share", warnings.reversal_share),
            ("warnings.", "change_points", warnings.change_points),
            ("warnings.", "change_share", warnings.change_share),
            ("warnings.", "fluctuation_rate", warnings.fluctuation_rate),
            ("warnings.", "fluctuation_share", warnings.fluctuation_share),
            ("warnings.", "fixed_variation", warnings.fixed_variation),
        ];
        for (within, name, amount) in amounts {
            refuse(within, name, amount < Number::ZERO, amount, message("it is at least 0", "不小于0"));
        }
        refuse(
            "outlook.",
            "damping",
            outlook.damping > one,
            outlook.damping,
            message("it is at most 1", "不大于1"),
        );
        let factors = [
            ("outlook.", "difficult_factor", outlook.difficult_factor),
            ("warnings.", "out_of_reach_factor", warnings.out_of_reach_factor),
            ("warnings.", "unusual_factor", warnings.unusual_factor),
        ];
        for (within, name, factor) in factors {
            refuse(within, name, factor < one, factor, message("it is at least 1", "不小于1"));
        }
        let years = [
            ("", "broken_years", self.broken_years.unwrap_or(1)),
            ("warnings.", "missed_years", warnings.missed_years),
            ("warnings.", "missed_event_years", warnings.missed_event_years),
            ("warnings.", "missed_survey_years", warnings.missed_survey_years),
            ("warnings.", "kept_years", warnings.kept_years),
            ("warnings.", "stagnant_years", warnings.stagnant_years),
            ("warnings.", "not_reported_years", warnings.not_reported_years),
            ("warnings.", "fluctuation_years", warnings.fluctuation_years),
        ];
        for (within, name, years) in years {
            refuse(
                within,
                name,
                years == 0,
                Number::from(u32::from(years)),
                message("it is at least 1", "不小于1"),
            );
        }
        problems
    }

    /// Every bound and milestone that names no target of a catalogue, with its path. For the JSON API: in code a target that is in no
    /// catalogue can be judged too.
    #[cfg(feature = "json")]
    pub(crate) fn problems_in(&self, catalogue: &Catalogue) -> Vec<(String, Error)> {
        let mut problems = Vec::new();
        let bounds = self.host_bounds.iter().map(|bound| ("host_bounds", &bound.target)).enumerate();
        let stones =
            self.outlook.milestones.iter().map(|stone| ("outlook.milestones", &stone.target)).enumerate();
        for (place, (list, target)) in bounds.chain(stones) {
            if catalogue.find_target(target).is_none() {
                let error = catalogue.unknown_target(target, problems.len() < HELPFUL);
                problems.push((alloc::format!("{list}[{place}].target"), error));
            }
        }
        for (place, owner) in self.owners.iter().enumerate() {
            match catalogue.indicator(&owner.of) {
                Err(error) if catalogue.target(&owner.of).is_err() => {
                    problems.push((alloc::format!("owners[{place}].of"), error));
                }
                _ => {}
            }
        }
        problems
    }

    /// Every bound that no rule would look at, that points the other way, that cannot be a value of its indicator or that is
    /// given twice, and every milestone that is none: what a host wrote and would look for in vain, with its path. The library
    /// itself passes over them.
    #[cfg(feature = "json")]
    pub(crate) fn idle_in(&self, catalogue: &Catalogue) -> Vec<(String, Error)> {
        let mut problems = Vec::new();
        let mut given = BTreeSet::new();
        for (place, bound) in self.host_bounds.iter().enumerate() {
            let again = !given.insert((&*bound.target, bound.year));
            let Some(target) = catalogue.find_target(&bound.target) else { continue };
            let mut say = |field, error: InvalidError| {
                problems.push((alloc::format!("host_bounds[{place}].{field}"), error.into()));
            };
            if let Some(error) = outside(catalogue, &target.indicator, bound.value) {
                say("value", error);
            }
            if again {
                let remedy = message("give one bound for a target and year", "每个目标每年只给一个界限");
                say("target", InvalidError::new(name("host bound", "另行给定的界限"), &bound.target, remedy));
            }
            match target.rule {
                Rule::Monitored => {}
                Rule::HostBound { better } if better == bound.better => {}
                Rule::HostBound { .. } => {
                    let given = match bound.better {
                        Better::Higher => "higher",
                        Better::Lower => "lower",
                    };
                    say(
                        "better",
                        InvalidError::new(
                            "better",
                            given,
                            message("its target says that the other way is better", "与目标的方向相反"),
                        ),
                    );
                }
                _ => {
                    let remedy = message(
                        "its rule says what is asked; a bound is given for host_bound and monitored only",
                        "规则已写明要求；只有host_bound和monitored才另给界限",
                    );
                    say(
                        "target",
                        InvalidError::new(name("host bound", "另行给定的界限"), &bound.target, remedy),
                    );
                }
            }
        }
        let mut given = BTreeSet::new();
        for (place, stone) in self.outlook.milestones.iter().enumerate() {
            let mut say = |field, error: InvalidError| {
                problems.push((alloc::format!("outlook.milestones[{place}]{field}"), error.into()));
            };
            let target = catalogue.find_target(&stone.target);
            let indicator = target.map(|target| &target.indicator);
            if let Some(error) = indicator.and_then(|indicator| outside(catalogue, indicator, stone.value)) {
                say(".value", error);
            }
            let plan = target.and_then(|target| catalogue.plan(&target.plan).ok());
            let start = plan.map(|plan| self.baseline.unwrap_or_else(|| plan.first.plus(-1)));
            if start.is_some_and(|start| stone.year <= start) {
                let remedy = message("a milestone lies after the baseline year", "阶段目标应晚于基期");
                say(".year", InvalidError::new(name("year", "年份"), stone.year, remedy));
            }
            if target.is_some_and(|target| stone.year >= target.timing.due()) {
                let remedy = message(
                    "a milestone lies before the year in which its target is due",
                    "阶段目标应早于目标到期的年份",
                );
                say(".year", InvalidError::new(name("year", "年份"), stone.year, remedy));
            }
            if !given.insert((&*stone.target, stone.year)) {
                say(
                    "",
                    InvalidError::new(
                        name("milestone", "阶段目标"),
                        &stone.target,
                        message("give one milestone for a target and year", "每个目标每年只给一个阶段目标"),
                    ),
                );
            }
        }
        problems
    }
}

/// What is wrong with a number that cannot be a value of an indicator.
#[cfg(feature = "json")]
fn outside(catalogue: &Catalogue, indicator: &str, value: Number) -> Option<InvalidError> {
    let card = catalogue.indicator(indicator).ok()?;
    let impossible = value < card.floor || card.ceiling.is_some_and(|ceiling| value > ceiling);
    let remedy =
        || message("it lies outside the limits of the target's indicator", "超出该目标指标的取值范围");
    impossible.then(|| InvalidError::new(name("value", "数值"), value, remedy()))
}
