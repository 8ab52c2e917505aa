//! How many targets are met, missed, on their way or open: in all, and by part, plan, domain, kind and standing.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::AddAssign;

use super::{Row, TargetKind};
use crate::ahead::{Reaches, Standing};
use crate::judge::{Outcome, Settings};
use crate::plan::{Commitment, Section, Target};
use crate::values::{Ratio, Text};

/// How many targets have which outcome. The six numbers always add up to `total`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Tally {
    /// All.
    pub total: usize,
    /// Met.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Undetermined.
    pub undetermined: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Not due.
    pub not_due: usize,
    /// Not judged.
    pub not_judged: usize,
}

impl Tally {
    fn of(outcome: Outcome) -> Self {
        let mut tally = Self::default();
        tally.count(outcome);
        tally
    }

    /// Counts one more.
    pub fn count(&mut self, outcome: Outcome) {
        self.total += 1;
        *match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Undetermined => &mut self.undetermined,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::NotDue => &mut self.not_due,
            Outcome::NotJudged => &mut self.not_judged,
        } += 1;
    }

    /// 达标率: met over met and not met; none of none.
    ///
    /// ```
    /// use dabiao::{report::Tally, Outcome};
    /// let mut tally = Tally::default();
    /// for outcome in [Outcome::Met, Outcome::Met, Outcome::NotMet, Outcome::Undetermined] { tally.count(outcome) }
    /// assert_eq!(tally.rate().unwrap().rounded(4), "0.6667");
    /// let (low, high) = tally.rate_interval().unwrap();
    /// assert_eq!((low.rounded(2), high.rounded(2)), ("0.50".into(), "0.75".into()));
    /// ```
    #[must_use]
    pub fn rate(&self) -> Option<Ratio> {
        ratio(self.met, self.met + self.not_met)
    }

    /// Between what the rate lies, whatever the undetermined ones turn out to be.
    #[must_use]
    pub fn rate_interval(&self) -> Option<(Ratio, Ratio)> {
        let all = self.met + self.not_met + self.undetermined;
        Some((ratio(self.met, all)?, ratio(self.met + self.undetermined, all)?))
    }
}

/// The targets of both: tallies of parts of a nation, or of other years, add up in any order.
///
/// ```
/// use dabiao::{report::Tally, Outcome};
/// let (mut north, mut south) = (Tally::default(), Tally::default());
/// north.count(Outcome::Met);
/// south.count(Outcome::NotMet);
/// north += south;
/// assert_eq!((north.total, north.met, north.not_met), (2, 1, 1));
/// ```
impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.met += other.met;
        self.not_met += other.not_met;
        self.undetermined += other.undetermined;
        self.not_applicable += other.not_applicable;
        self.not_due += other.not_due;
        self.not_judged += other.not_judged;
    }
}

fn ratio(part: usize, whole: usize) -> Option<Ratio> {
    Ratio::quotient(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
}

/// What a clause is to its plan. The headline of a report counts the main goals alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Part {
    /// Main goals (主要目标).
    Goals,
    /// Strategy measures (策略措施).
    Measures,
    /// Duties of the chapters on organisation and monitoring (组织实施、监测评估).
    Implementation,
}

impl Part {
    /// The part that a clause belongs to, as in the example of [`Counts`].
    #[must_use]
    pub const fn of(target: &Target) -> Self {
        match target.clause.section {
            Section::Goal => Self::Goals,
            Section::Strategy => Self::Measures,
            Section::Organisation | Section::Monitoring => Self::Implementation,
        }
    }

    /// Every part, in the order of a plan.
    pub const ALL: [Self; 3] = [Self::Goals, Self::Measures, Self::Implementation];

    /// The name in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Goals => "主要目标",
            Self::Measures => "策略措施",
            Self::Implementation => "组织实施、监测评估",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Goals => "main goals",
            Self::Measures => "strategy measures",
            Self::Implementation => "organisation, monitoring",
        }
    }
}

/// How some targets stand, with the rates that published reports give. A rate of nothing is none.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, report::{Counts, Part, PartTally}, values::per_100k, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let values = [(2020, "16.9"), (2021, "16.1"), (2022, "15.7"), (2023, "15.1"), (2024, "14.3")];
/// let rows = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let report = Evaluator::new(&catalogue).report(catalogue.data(rows).area_or_empty(""), Year::literal(2024))?;
/// let PartTally { part, counts } = &report.rollup.parts[0];
/// assert_eq!((*part, counts.tally.met, counts.tally.not_met), (Part::Goals, 0, 1));
/// // Nothing is met yet, and the one that is judged is on its way.
/// assert_eq!((counts.judged(), counts.not_yet, counts.missed()), (1, 1, 0));
/// assert_eq!((counts.expected, counts.rate.as_ref().unwrap().to_string()), (1, "0".into()));
/// assert_eq!(counts.on_track.as_ref().unwrap().to_string(), "1");
/// // Of any other targets: those on health.
/// let health: Counts = Counts::of(report.counted().filter(|row| row.target.clause.domain == 1));
/// assert_eq!((health.judged(), health.no_data > 0), (1, true));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Counts {
    /// By outcome.
    pub tally: Tally,
    /// How many of those not met have years to go (尚未达到2030年目标); all others should have held by now (未达标).
    pub not_yet: usize,
    /// How many are not met yet, and are on the path and seen to reach it (预期可达标).
    pub expected: usize,
    /// How many are on the path, and not enough is known to say whether they reach it.
    pub expected_not_known: usize,
    /// How many have no value for the year.
    pub no_data: usize,
    /// 达标率: met over met and not met.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub rate: Option<Ratio>,
    /// The same if no undetermined target is met.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub worst: Option<Ratio>,
    /// The same if every undetermined target is met.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub best: Option<Ratio>,
    /// 进展顺利率: met or seen to reach over met and not met.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub on_track: Option<Ratio>,
}

impl Counts {
    /// Counts some targets.
    #[must_use]
    pub fn of<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Self {
        let mut tally = Tally::default();
        let (mut not_yet, mut expected, mut expected_not_known, mut no_data) = (0, 0, 0, 0);
        for row in rows {
            let outcome = row.assessment().outcome;
            tally.count(outcome);
            let judgement = &row.judgement;
            no_data += usize::from(judgement.standing == Standing::NoData);
            not_yet += usize::from(outcome == Outcome::NotMet && judgement.standing != Standing::Missed);
            if outcome == Outcome::NotMet && judgement.standing == Standing::Expected {
                match judgement.outlook.as_ref().map(|outlook| outlook.reaches) {
                    Some(Reaches::Yes) => expected += 1,
                    _ => expected_not_known += 1,
                }
            }
        }
        let (worst, best) = tally.rate_interval().unzip();
        Self {
            not_yet,
            expected,
            expected_not_known,
            no_data,
            rate: tally.rate(),
            worst,
            best,
            on_track: ratio(tally.met + expected, tally.met + tally.not_met),
            tally,
        }
    }

    /// How many could be judged.
    #[must_use]
    pub const fn judged(&self) -> usize {
        self.tally.met + self.tally.not_met
    }

    /// How many should hold by now and do not.
    #[must_use]
    pub const fn missed(&self) -> usize {
        self.tally.not_met.saturating_sub(self.not_yet)
    }
}

/// One part's share of the roll-up, as in the example of [`Counts`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PartTally {
    /// Which part.
    pub part: Part,
    /// Its targets.
    pub counts: Counts,
}

/// The roll-up of a run. 争取 targets stand apart unless the setting counts them; all others are in `total`, and `parts`, `plans`,
/// `domains` and `kinds` each add up to it.
///
/// ```
/// use dabiao::{report::{DomainTally, GoalOutcome, KindTally, PlanTally, ReportKind, Rollup, TargetKind}, Catalogue, Evaluator, Outcome, Report, Year};
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, report::StandingTally, values::per_100k, Standing};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2025);
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))]);
/// // The women's plan alone.
/// let report: Report = Evaluator::new(&catalogue).report_on(data.only_area()?, year, |target| target.plan == "women")?;
/// assert_eq!((report.kind, report.kind.zh(), report.kind.en()), (ReportKind::MidTerm, "中期评估", "mid-term evaluation"));
/// let Rollup { total, plans, domains, kinds, standings, .. } = &report.rollup;
/// let [PlanTally { plan, tally, .. }] = plans.as_slice() else { panic!("one plan") };
/// assert_eq!((&**plan, tally, total.not_met), ("women", total, 1));
/// let in_health = |part: &&DomainTally| part.domain == 1;
/// assert_eq!(domains.iter().find(in_health).unwrap().tally.not_met, 1);
/// let by_number = |part: &&KindTally| part.kind == TargetKind::Threshold;
/// assert_eq!(kinds.iter().find(by_number).unwrap().tally.not_met, 1);
/// let no_data = |part: &&StandingTally| part.standing == Standing::NoData;
/// assert!(standings.iter().find(no_data).unwrap().count <= total.undetermined);
/// let failed = |goal: &&GoalOutcome| goal.outcome == Outcome::NotMet;
/// assert_eq!(report.goals.iter().find(failed).unwrap().item, "2");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Rollup {
    /// All counted targets.
    pub total: Tally,
    /// Targets that stand outside (争取).
    pub aspirations: Tally,
    /// Main goals, measures and implementation apart, those that there are, in this order.
    pub parts: Vec<PartTally>,
    /// By plan.
    pub plans: Vec<PlanTally>,
    /// By plan and domain; domain 0 is the chapters on organisation and monitoring.
    pub domains: Vec<DomainTally>,
    /// By kind.
    pub kinds: Vec<KindTally>,
    /// By standing: the counts beside the verdicts before the due year.
    pub standings: Vec<StandingTally>,
    /// How many indicators are asked for by more than one plan: their targets count once in each plan.
    pub shared_indicators: usize,
}

impl Rollup {
    /// What a report counts first: the main goals; none where no goal was asked for.
    #[must_use]
    pub fn headline(&self) -> Option<&Counts> {
        self.parts.iter().find(|part| part.part == Part::Goals).map(|part| &part.counts)
    }
}

/// One plan's share of the roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct PlanTally {
    /// The plan's key.
    pub plan: Text,
    /// Its targets.
    pub tally: Tally,
}

/// One domain's share of the roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DomainTally {
    /// The plan's key.
    pub plan: Text,
    /// The domain.
    pub domain: u8,
    /// Its targets.
    pub tally: Tally,
}

/// One kind's share of the roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct KindTally {
    /// The kind.
    pub kind: TargetKind,
    /// Its targets.
    pub tally: Tally,
}

/// How many targets have a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct StandingTally {
    /// The standing.
    pub standing: Standing,
    /// How many.
    pub count: usize,
}

/// Counts the rows of a report.
pub(super) fn roll_up(rows: &[Row], settings: &Settings) -> Rollup {
    let mut rollup = Rollup::default();
    let mut kinds: BTreeMap<TargetKind, Tally> = BTreeMap::new();
    for row in rows {
        let outcome = row.assessment().outcome;
        let plan = &row.target.plan;
        if row.target.commitment == Commitment::Aspiration && !settings.count_aspirations {
            rollup.aspirations.count(outcome);
            continue;
        }
        rollup.total.count(outcome);
        kinds.entry(row.kind).or_default().count(outcome);
        let domain = row.target.clause.domain;
        match rollup.plans.iter_mut().find(|part| part.plan == *plan) {
            Some(part) => part.tally.count(outcome),
            None => rollup.plans.push(PlanTally { plan: plan.clone(), tally: Tally::of(outcome) }),
        }
        match rollup.domains.iter_mut().find(|part| part.plan == *plan && part.domain == domain) {
            Some(part) => part.tally.count(outcome),
            None => {
                rollup.domains.push(DomainTally { plan: plan.clone(), domain, tally: Tally::of(outcome) })
            }
        }
    }
    let counted = |row: &&Row| row.target.commitment != Commitment::Aspiration || settings.count_aspirations;
    for standing in Standing::ALL {
        let count = rows.iter().filter(counted).filter(|row| row.judgement.standing == standing).count();
        if count > 0 {
            rollup.standings.push(StandingTally { standing, count });
        }
    }
    for part in Part::ALL {
        let mut of_part = rows.iter().filter(counted).filter(|row| Part::of(&row.target) == part).peekable();
        if of_part.peek().is_some() {
            rollup.parts.push(PartTally { part, counts: Counts::of(of_part) });
        }
    }
    let place = |plan: &str| rollup.plans.iter().position(|part| part.plan == plan);
    // The chapters, domain 0, stand behind the domains in print.
    rollup.domains.sort_by_key(|part| (place(&part.plan), part.domain.wrapping_sub(1)));
    rollup.kinds = kinds.into_iter().map(|(kind, tally)| KindTally { kind, tally }).collect();
    rollup.shared_indicators = shared_indicators(rows);
    rollup
}

/// How many indicators more than one plan asks for.
fn shared_indicators(rows: &[Row]) -> usize {
    let mut asking: Vec<(&str, &str)> =
        rows.iter().map(|row| (&*row.target.indicator, &*row.target.plan)).collect();
    asking.sort_unstable();
    asking.dedup();
    asking.chunk_by(|one, other| one.0 == other.0).filter(|plans| plans.len() > 1).count()
}
