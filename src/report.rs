//! Everything of one run for one area and year: verdicts, roll-up, findings, and the settings it was made with.
//!
//! ```
//! use dabiao::{Catalogue, Evaluator, Year, indicators::MATERNAL_MORTALITY_RATIO, values::cases};
//! let catalogue = Catalogue::hangjin();
//! let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), cases(1).of(823)).in_area("150625");
//! let data = catalogue.data([row]);
//! let report = Evaluator::new(&catalogue).report(data.area("150625")?, Year::literal(2024))?;
//! assert_eq!(report.row("women.health.g2.maternal-mortality-ratio")?.clause, "W1-2");
//! assert!(report.row("women.health.g2.maternal-mortality-rate").unwrap_err().to_string().contains("the nearest is"));
//! assert!(report.rows_of("W1-2").count() > 1);
//! # Ok::<(), dabiao::Error>(())
//! ```

mod areas;
mod at_risk;
mod bodies;
mod brief;
mod judgement;
mod parity;
mod rollup;
mod row;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::data::{AreaData, AuditCell, Finding};
use crate::error::{Error, UnknownError, name};
use crate::judge::{Evaluator, Outcome, Role, Settings, SideBySide, assess::Case};
use crate::plan::{
    Between, Calendar, Catalogue, Commitment, Gap, IndicatorCard, Rule, Scope, Section, Target,
    alike::suggestions,
};
use crate::values::{Disaggregation, Text, Year};

pub use areas::{AreaComparison, AreaSummary, AreaVerdict, TargetComparison};
pub use at_risk::AtRisk;
pub use bodies::BodyOutcome;
pub use brief::{Brief, Headline};
pub use judgement::Judgement;
pub use parity::Parity;
pub use rollup::{Counts, DomainTally, KindTally, Part, PartTally, PlanTally, Rollup, StandingTally, Tally};
pub use row::{Row, RowText, Texts};

/// What kind of rule a target is counted under.
///
/// ```
/// use dabiao::{report::TargetKind, Catalogue};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// assert_eq!(TargetKind::of(target, catalogue.indicator(&target.indicator)?), TargetKind::Threshold);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TargetKind {
    /// A bound in numbers for the area as a whole.
    Threshold,
    /// The same for every unit.
    EveryUnit,
    /// The same for the units taken together.
    Pooled,
    /// A direction.
    Direction,
    /// A gap that shall narrow.
    Gap,
    /// Another indicator to keep up with.
    Relation,
    /// A bound that the host gives.
    HostBound,
    /// A meeting, a report, an evaluation.
    Procedure,
    /// Watched only.
    Monitored,
}

impl TargetKind {
    /// The kind of a target.
    #[must_use]
    pub const fn of(target: &Target, card: &IndicatorCard) -> Self {
        match (&target.rule, &target.scope) {
            (Rule::Monitored, _) => Self::Monitored,
            (Rule::HostBound { .. }, _) => Self::HostBound,
            _ if matches!(card.calendar, Calendar::Event) => Self::Procedure,
            (Rule::NotBelow | Rule::InProportion { .. }, _) => Self::Relation,
            _ if card.gap.is_some() => Self::Gap,
            (Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower, _) => Self::Direction,
            (_, Scope::EveryUnit(_)) => Self::EveryUnit,
            (_, Scope::Pooled(_)) => Self::Pooled,
            (_, Scope::Area) => Self::Threshold,
        }
    }
}

/// A main goal's own outcome: the conjunction of its targets, 争取 ones left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GoalOutcome {
    /// The plan's key.
    pub plan: Text,
    /// The domain.
    pub domain: u8,
    /// The goal's number.
    pub item: Text,
    /// The outcome.
    pub outcome: Outcome,
}

/// Which report a year calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ReportKind {
    /// Annual monitoring (年度监测).
    Annual,
    /// Mid-term evaluation (中期评估).
    MidTerm,
    /// Final evaluation (终期评估).
    Final,
}

impl ReportKind {
    /// The name in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Annual => "年度监测",
            Self::MidTerm => "中期评估",
            Self::Final => "终期评估",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Annual => "annual monitoring",
            Self::MidTerm => "mid-term evaluation",
            Self::Final => "final evaluation",
        }
    }
}

/// A run for one area and year, with the settings and versions that it was made with.
///
/// ```
/// use dabiao::{Catalogue, Report, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
/// let catalogue = Catalogue::hangjin();
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"))]);
/// let report: Report = data.only_area()?.report(Year::literal(2024))?;
/// assert_eq!((report.year, report.rollup.total.met), (Year::literal(2024), 1));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Report {
    /// The version of this form.
    pub schema_version: u32,
    /// The version of the crate.
    pub crate_version: Text,
    /// The version of the built-in catalogue; none without it.
    pub catalogue_version: Option<Text>,
    /// The settings it was made with.
    pub settings: Settings,
    /// The area, if the rows name one.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub area: Option<Text>,
    /// The assessed year.
    pub year: Year,
    /// Which report it is.
    pub kind: ReportKind,
    /// The counts.
    pub rollup: Rollup,
    /// The goals.
    pub goals: Vec<GoalOutcome>,
    /// What is told first: the targets that are not met, at risk or warned of, the worst first.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub at_risk: Vec<AtRisk>,
    /// The targets, in printed order.
    pub rows: Vec<Row>,
    /// The ids of the targets that are not in force in the assessed year ([`Validity`](crate::plan::Validity)); they are
    /// neither judged nor counted.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub not_in_force: Vec<Text>,
    /// What each responsible body has to look at, where the settings name bodies.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub bodies: Vec<BodyOutcome>,
    /// Indicators of which more than one plan asks something.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub side_by_side: Vec<SideBySide>,
    /// What was odd about the numbers.
    pub findings: Vec<Finding>,
}

/// Whether a target has a row in the report of a year.
enum Force {
    Judged,
    /// Its plan has not begun, and another one has: it is not due.
    NotBegun,
    /// Its card or its target does not hold for the year.
    Ended,
}

impl<'c> Evaluator<'c> {
    /// Which report a year calls for.
    pub(crate) fn report_kind(&self, year: Year) -> ReportKind {
        let last = self.catalogue().plans().map(|plan| plan.last).max();
        match year {
            _ if last.is_some_and(|last| year >= last) => ReportKind::Final,
            _ if year == self.settings().mid_term => ReportKind::MidTerm,
            _ => ReportKind::Annual,
        }
    }

    /// The targets that are wanted, with their indicators, in printed order.
    fn targets_of(
        &self,
        wanted: impl Fn(&Target) -> bool,
    ) -> impl Iterator<Item = (&'c Target, &'c IndicatorCard)> {
        let catalogue = self.catalogue();
        let targets = catalogue.targets().filter(move |target| wanted(target));
        // A catalogue takes no target without its indicator.
        targets.filter_map(|target| Some((target, catalogue.card(&target.indicator)?)))
    }

    /// Whether any of the targets that are wanted has begun. Beside a plan that is on its way one that has not begun is not due;
    /// alone it cannot be judged.
    fn any_begun(&self, year: Year, wanted: impl Fn(&Target) -> bool) -> bool {
        let has_begun = |target: &Target| {
            self.catalogue().plan(&target.plan).is_ok_and(|plan| self.baseline(plan) <= year)
        };
        self.targets_of(wanted).any(|(target, _)| has_begun(target))
    }
}

impl Case<'_> {
    fn force(&self, year: Year, any_begun: bool) -> Force {
        // After its due year a target is judged as of that year.
        let judged = year.min(self.target.timing.due());
        match self.target.valid.holds(judged) && self.card.valid.holds(judged) {
            false => Force::Ended,
            true if any_begun && year < self.baseline => Force::NotBegun,
            true => Force::Judged,
        }
    }
}

impl Evaluator<'_> {
    /// Judges every target of the catalogue for one area and year.
    ///
    /// # Errors
    /// On a year before the baseline of every plan. Whatever is the matter with a cell is in the report instead.
    ///
    /// ```
    /// use dabiao::{Catalogue, Evaluator, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"))]);
    /// let report = Evaluator::new(&catalogue).report(data.only_area()?, Year::literal(2024))?;
    /// assert_eq!(report.rows.len(), report.rollup.total.total + report.rollup.aspirations.total);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn report(&self, area: AreaData<'_>, year: Year) -> Result<Report, Error> {
        self.report_on(area, year, |_| true)
    }

    /// The same for the targets that are wanted.
    ///
    /// # Errors
    /// As [`report`](Self::report).
    pub fn report_on(
        &self,
        area: AreaData<'_>,
        year: Year,
        wanted: impl Fn(&Target) -> bool,
    ) -> Result<Report, Error> {
        self.same_catalogue(area)?;
        let catalogue = self.catalogue();
        let mut rows = Vec::with_capacity(catalogue.targets().filter(|target| wanted(target)).count());
        let mut not_in_force = Vec::new();
        let mut desk = self.desk();
        let any_begun = self.any_begun(year, &wanted);
        for (target, indicator) in self.targets_of(&wanted) {
            let case = self.case_of(target, indicator, area)?;
            let judgement = match case.force(year, any_begun) {
                Force::Ended => {
                    not_in_force.push(target.id.clone());
                    continue;
                }
                Force::NotBegun => case.not_begun_judged(year),
                Force::Judged => desk.judge(case, year)?,
            };
            rows.push(Row {
                clause: catalogue.label(target),
                kind: TargetKind::of(target, indicator),
                unit_kind: target
                    .scope
                    .unit_kind()
                    .and_then(|kind| catalogue.unit_kind(&target.plan, kind))
                    .cloned(),
                owners: self.settings().owners_of(&target.id, indicator).to_vec(),
                judgement,
                doubtful: false,
                parity: parity::parity(catalogue, area, indicator, year.min(target.timing.due())),
                texts: Texts::default(),
                target: target.clone(),
                indicator: indicator.clone(),
            });
        }
        let audit = area.audit().until(year);
        let doubted = audit.doubted();
        for row in &mut rows {
            row.doubtful = is_doubtful(&doubted, row, year);
        }
        drop(doubted);
        let findings: Vec<Finding> = area.findings().cloned().chain(audit.into_findings()).collect();
        let mut report = Report {
            schema_version: 1,
            crate_version: Text::from_static(env!("CARGO_PKG_VERSION")),
            catalogue_version: catalogue_version(catalogue).map(Text::from_static),
            settings: self.settings().clone(),
            area: area.name().map(Text::from),
            year,
            kind: self.report_kind(year),
            rollup: rollup::roll_up(&rows, self.settings()),
            goals: goals(&rows),
            at_risk: AtRisk::of(&rows),
            bodies: Vec::new(),
            rows,
            not_in_force,
            side_by_side: catalogue
                .compare(catalogue.targets().filter(|target| wanted(target)), self.settings()),
            findings,
        };
        report.name_bodies(catalogue);
        Ok(report)
    }
}

impl AreaData<'_> {
    /// Judges every target of the catalogue for this area and year, with the default settings.
    ///
    /// # Errors
    /// As [`Evaluator::report`].
    ///
    /// ```
    /// use dabiao::{Catalogue, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"))]);
    /// assert_eq!(data.only_area()?.report(Year::literal(2024))?.rollup.total.met, 1);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn report(self, year: Year) -> Result<Report, Error> {
        Evaluator::new(self.catalogue()).report(self, year)
    }
}

impl Report {
    /// The row of a target, as in the example of the [module](self).
    ///
    /// # Errors
    /// On an id that the report has no row of; the error names the nearest, and those of a clause or indicator of that name.
    pub fn row(&self, id: &str) -> Result<&Row, Error> {
        self.rows.iter().find(|row| row.target.id == id).ok_or_else(|| {
            // The name of a clause or of an indicator is no id of a target, and mostly leads to one.
            let named = |row: &&Row| {
                let card = &row.indicator;
                row.clause == id || [&card.id, &card.zh, &card.en].iter().any(|name| **name == *id)
            };
            let named: Vec<&str> =
                self.rows.iter().filter(named).map(|row| &*row.target.id).take(3).collect();
            let ids = self.rows.iter().map(|row| (&*row.target.id, &*row.target.id));
            let nearest = if named.is_empty() { suggestions(id, ids) } else { named };
            UnknownError::new(name("target", "目标"), id, nearest).into()
        })
    }

    /// The rows that the roll-up counts, as in the example of [`Counts`]: all, without those that a plan only strives for (争取) unless
    /// the settings count them.
    pub fn counted(&self) -> impl Iterator<Item = &Row> {
        let all = self.settings.count_aspirations;
        self.rows.iter().filter(move |row| all || row.target.commitment != Commitment::Aspiration)
    }

    /// Whether a target is among those that are told first ([`at_risk`](Self::at_risk)).
    #[must_use]
    pub fn is_at_risk(&self, target: &str) -> bool {
        self.at_risk.iter().any(|group| group.targets.iter().any(|id| id == target))
    }

    /// The rows of a clause by its short name, `W1-2`, as in the example of the [module](self).
    pub fn rows_of<'r>(&'r self, clause: &'r str) -> impl Iterator<Item = &'r Row> {
        self.rows.iter().filter(move |row| row.clause == clause)
    }
}

/// Whether the value that a row rests on is part of a relation that must hold and does not.
fn is_doubtful(doubted: &BTreeMap<&str, Vec<&AuditCell>>, row: &Row, year: Year) -> bool {
    let of = |indicator: &Text| doubted.get(&**indicator).into_iter().flatten();
    let total = |cell: &AuditCell| cell.disaggregation == Disaggregation::TOTAL;
    let of_kind =
        |cell: &AuditCell, kind: &str| cell.area_unit.as_ref().is_some_and(|unit| unit.kind() == kind);
    let reported = || row.assessment().evidence.iter().filter(|reported| reported.role == Role::Value);
    let in_time = |cell: &AuditCell| match reported().next() {
        Some(_) => reported().any(|reported| reported.period.year() == cell.period.year()),
        None => cell.period.year() == year,
    };
    let own = |cell: &AuditCell| {
        total(cell) && (cell.area_unit.is_none() || of_kind(cell, row.target.scope.kind())) && in_time(cell)
    };
    let part = |gap: &Gap| {
        let is_part = |cell: &AuditCell| match gap.between {
            Between::UrbanRural => {
                cell.area_unit.is_none()
                    && [Disaggregation::URBAN, Disaggregation::RURAL].contains(&cell.disaggregation)
            }
            Between::Sexes => {
                cell.area_unit.is_none()
                    && [Disaggregation::FEMALE, Disaggregation::MALE].contains(&cell.disaggregation)
            }
            Between::Units => total(cell) && of_kind(cell, gap.kind()),
        };
        of(&gap.of).any(|cell| is_part(cell) && in_time(cell))
    };
    of(&row.indicator.id).any(|cell| own(cell)) || row.indicator.gap.as_ref().is_some_and(part)
}

pub(crate) fn catalogue_version(catalogue: &Catalogue) -> Option<&'static str> {
    #[cfg(feature = "hangjin")]
    if catalogue.plan("women").is_ok_and(|plan| *plan == crate::plan::hangjin::WOMEN) {
        return Some(crate::plan::hangjin::VERSION);
    }
    let _ = catalogue;
    None
}

fn goals(rows: &[Row]) -> Vec<GoalOutcome> {
    let mut goals: Vec<GoalOutcome> = Vec::new();
    // The outcome of each so far: none while nothing but 争取 has been seen.
    let mut joined: Vec<Option<Outcome>> = Vec::new();
    let mut places: BTreeMap<(&str, u8, &str), usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.target.clause.section == Section::Goal) {
        let clause = &row.target.clause;
        let counted = (row.target.commitment != Commitment::Aspiration).then_some(row.assessment().outcome);
        let place = *places.entry((&row.target.plan, clause.domain, &clause.item)).or_insert(goals.len());
        match joined.get_mut(place) {
            Some(outcome) => {
                let both = outcome.iter().copied().chain(counted);
                *outcome = (outcome.is_some() || counted.is_some()).then(|| Outcome::all(both));
            }
            None => {
                goals.push(GoalOutcome {
                    plan: row.target.plan.clone(),
                    domain: clause.domain,
                    item: clause.item.clone(),
                    outcome: Outcome::NotJudged,
                });
                joined.push(counted);
            }
        }
    }
    for (goal, outcome) in goals.iter_mut().zip(joined) {
        goal.outcome = outcome.unwrap_or(Outcome::NotJudged);
    }
    goals
}
