//! One target, one area, one year: the verdict, and everything it rests on.
//!
//! [`Evaluator::assess`] finds what the clause asks ([`bound`]), holds the year's value against it ([`threshold`],
//! [`trend`]), joins units ([`units`]) and years ([`timing`]) by three-valued logic, and keeps the evidence.

pub(crate) mod bound;
mod decision;
mod single;
mod timing;
mod trend;
mod units;
mod view;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::data::{AreaData, Data, Status};
use crate::error::{Error, InvalidError, message, name};
use crate::judge::{HostBound, Milestone, Outcome, Reason, Role, Settings};
use crate::plan::{Better, Bound, Catalogue, IndicatorCard, Plan, Target};
use crate::values::{Counts, Number, Period, Ratio, Text, Unit, Value, Year};

pub(crate) use bound::NoBound;
pub(crate) use decision::Decision;
use decision::{Judged, Told};
pub(crate) use view::{Held, Owed, View, Views};

/// A remark that goes beside a verdict and does not change it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Note {
    /// The other judging method gives another verdict.
    OtherMethod(Outcome),
    /// Better than the band of 左右 (高于区间).
    BeyondBand,
    /// The value is only provisional or estimated.
    Unsettled(Status),
    /// The value stands from this year, for nothing was due since.
    Standing(Year),
    /// There is no usable value for the baseline year; this later year takes its place.
    BaselineMoved(Year),
    /// Unchanged at the best value there can be (已达极值).
    AtLimit,
    /// A printed percentage was compared with an exact ratio.
    PrintedAgainstRatio,
    /// A body without a reference of its own was compared with the area's of the same period.
    ReferenceOfArea,
}

/// What a computed gap was taken from; a difference is shown with the ratio beside it, and the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct GapEnds {
    /// The larger value, or the largest.
    pub largest: Ratio,
    /// The smaller value, or the smallest.
    pub smallest: Ratio,
    /// The unit of both.
    pub unit: Unit,
    /// Their difference, in the same unit; in points where they are percentages or per mille.
    pub difference: Ratio,
    /// The larger over the smaller; none over zero.
    pub ratio: Option<Ratio>,
    /// Whose the larger value is: `rural`, `male`, or the unit.
    pub largest_of: Text,
    /// Whose the smaller value is.
    pub smallest_of: Text,
}

/// An observation that a verdict rests on, as it was given.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, judge::{Evidence, GapEnds}, values::{per_100k, Disaggregation}, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let town = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("12")).among(Disaggregation::URBAN);
/// let country = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("16")).among(Disaggregation::RURAL).from_source("年报表三");
/// let data = catalogue.data([town, country]);
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio.urban-rural-gap")?;
/// let verdict = Evaluator::new(&catalogue).assess(target, data.only_area()?, year)?;
/// let Evidence { gap: Some(GapEnds { difference, ratio, .. }), .. } = &verdict.evidence[0] else { panic!("a gap") };
/// assert_eq!((difference.to_string(), ratio.as_ref().unwrap().rounded(2)), ("4".into(), "1.33".into()));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Evidence {
    /// What it is to the verdict.
    pub role: Role,
    /// The time.
    pub period: Period,
    /// The unit inside the area, for values by unit.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub area_unit: Option<Text>,
    /// The value.
    pub value: Value,
    /// The unit of its numbers.
    pub unit: Unit,
    /// The ends of a gap that was computed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub gap: Option<GapEnds>,
    /// How settled it is.
    pub status: Status,
    /// Where it comes from.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub source: Option<Text>,
}

/// How the units of a target over units did.
///
/// ```
/// use dabiao::{indicators::IMMUNISATION_COVERAGE, judge::UnitTally, values::{percent, ReportingUnit}, Catalogue, Evaluator, Outcome, Roster, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let told = |id: &'static str, value| IMMUNISATION_COVERAGE.observe(year, percent(value)).in_unit(ReportingUnit::new("township", id));
/// let roster = Roster::new("township", year, ["锡尼镇", "巴拉贡镇", "伊和乌素苏木"]);
/// let data = catalogue.data([told("锡尼镇", "97.5"), told("巴拉贡镇", "89.9")]).with_rosters([roster]);
/// let target = catalogue.target("children.health.g6.immunisation-coverage")?;
/// let verdict = Evaluator::new(&catalogue).assess(target, data.only_area()?, year)?;
/// let UnitTally { passed, failed, not_reported, .. } = verdict.units.unwrap();
/// assert_eq!((verdict.outcome, passed, failed, not_reported), (Outcome::NotMet, 1, vec!["巴拉贡镇".into()], vec!["伊和乌素苏木".into()]));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UnitTally {
    /// How many pass.
    pub passed: usize,
    /// Those that fail.
    pub failed: Vec<Text>,
    /// Those that did not report.
    pub not_reported: Vec<Text>,
    /// Those whose values do not decide.
    pub undetermined: Vec<Text>,
    /// How many nothing is asked of yet: of a yearly change, those whose survey of the base year still stands. They are left out
    /// of the year's verdict.
    pub not_due: usize,
    /// How many it does not apply to.
    pub not_applicable: usize,
}

/// The verdict of one year on its way to the final one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct YearOutcome {
    /// The year.
    pub year: Year,
    /// Its verdict.
    pub outcome: Outcome,
}

/// The verdict on one target in one year, with what it rests on.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, judge::{Assessment, YearOutcome}, values::per_100k, Catalogue, Evaluator, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let values = [(2023, "15.1"), (2024, "12"), (2025, "12.4")];
/// let rows = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let data = catalogue.data(rows);
/// let verdict: Assessment = Evaluator::new(&catalogue).assess(target, data.only_area()?, Year::literal(2024))?;
/// assert_eq!((verdict.outcome, verdict.year_outcome()), (Outcome::Met, Outcome::Met));
/// assert_eq!(verdict.broken_years().map(Year::number).collect::<Vec<_>>(), [2023]);
/// assert_eq!(verdict.history.last(), Some(&YearOutcome { year: Year::literal(2024), outcome: Outcome::Met }));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Assessment {
    /// The target's id.
    pub target: Text,
    /// The year that was asked for.
    pub year: Year,
    /// The verdict: of the year itself before the due year, the final one from then on.
    pub outcome: Outcome,
    /// Every reason why it is undetermined.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub reasons: Vec<Reason>,
    /// The value that was judged, in the indicator's unit.
    pub value: Option<Ratio>,
    /// Its counts, where it has them.
    pub counts: Option<Counts>,
    /// The bound it was compared with, in the indicator's unit.
    pub bound: Option<Bound>,
    /// Value minus bound, signed so that positive is good; exact by either method.
    pub margin: Option<Ratio>,
    /// The unit of the margin.
    pub margin_unit: Unit,
    /// The half width of 左右 or 相适应 that was used.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub tolerance: Option<Number>,
    /// Whether a word that forgives no setback (稳步, 持续, 逐届) has been broken, so that it can no longer be mended.
    pub irrecoverable: bool,
    /// Remarks.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub notes: Vec<Note>,
    /// How the units did, for a target over units.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub units: Option<UnitTally>,
    /// The verdict of each year so far in which one was due.
    pub history: Vec<YearOutcome>,
    /// The observations it rests on.
    pub evidence: Vec<Evidence>,
}

impl Assessment {
    /// The verdict of the year itself, which the final one may differ from.
    #[must_use]
    pub fn year_outcome(&self) -> Outcome {
        // The year of a value that stands may have asked for nothing.
        let judged = |year: &&YearOutcome| !matches!(year.outcome, Outcome::NotJudged | Outcome::NotDue);
        // That of an earlier year, whose value stands, is not this year's: another roster or bound may hold.
        let stands = self.notes.iter().any(|note| matches!(note, Note::Standing(_)));
        let own = self.history.last().filter(|year| !stands || year.year >= self.year);
        own.filter(judged).map_or(self.outcome, |year| year.outcome)
    }

    /// The year that the judged value is of: `year`, unless an earlier value stands.
    pub(crate) fn value_year(&self, year: Year) -> Year {
        let stands = self.notes.iter().find_map(|note| match note {
            Note::Standing(measured) => Some(*measured),
            _ => None,
        });
        stands.unwrap_or(year)
    }

    /// The years so far in which it did not hold.
    pub fn broken_years(&self) -> impl Iterator<Item = Year> + '_ {
        self.history.iter().filter(|year| year.outcome == Outcome::NotMet).map(|year| year.year)
    }
}

/// Judges targets under stated settings. It reads no clock: the year is an argument, and later values are not looked at.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"))]);
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let assessment = Evaluator::new(&catalogue).assess(target, data.only_area()?, year)?;
/// assert_eq!(assessment.outcome, Outcome::NotMet);
/// assert_eq!(assessment.margin.unwrap().to_string(), "-2.3");
/// # Ok::<(), dabiao::Error>(())
/// ```
/// It borrows its catalogue, which cannot be changed or dropped meanwhile:
/// ```compile_fail,E0505
/// use dabiao::{Catalogue, Evaluator};
/// let catalogue = Catalogue::hangjin();
/// let evaluator = Evaluator::new(&catalogue);
/// drop(catalogue);
/// println!("{evaluator:?}");
/// ```
#[derive(Debug, Clone)]
pub struct Evaluator<'a> {
    catalogue: &'a Catalogue,
    settings: Settings,
    /// Where each target's bounds stand among those that the host gives.
    host_bounds: BTreeMap<Text, BTreeMap<Option<Year>, usize>>,
    /// Where each target's milestones stand among the settings.
    milestones: BTreeMap<Text, Vec<usize>>,
}

impl<'a> Evaluator<'a> {
    /// With the default settings.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            settings: Settings::default(),
            host_bounds: BTreeMap::new(),
            milestones: BTreeMap::new(),
        }
    }

    /// With these settings.
    ///
    /// # Errors
    /// On a setting that cannot be used ([`Settings::check`]).
    ///
    /// ```
    /// use dabiao::{judge::Method, Catalogue, Evaluator, Settings};
    /// let catalogue = Catalogue::hangjin();
    /// let evaluator = Evaluator::with(&catalogue, Settings { method: Method::Rounded, ..Settings::default() })?;
    /// assert_eq!(evaluator.settings().method, Method::Rounded);
    /// assert!(Evaluator::with(&catalogue, Settings { around_tolerance: "-1".parse()?, ..Settings::default() }).is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn with(catalogue: &'a Catalogue, settings: Settings) -> Result<Self, Error> {
        settings.check()?;
        let mut host_bounds: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (place, bound) in settings.host_bounds.iter().enumerate() {
            host_bounds.entry(bound.target.clone()).or_default().entry(bound.year).or_insert(place);
        }
        let mut milestones: BTreeMap<Text, Vec<usize>> = BTreeMap::new();
        for (place, stone) in settings.outlook.milestones.iter().enumerate() {
            milestones.entry(stone.target.clone()).or_default().push(place);
        }
        Ok(Self { catalogue, settings, host_bounds, milestones })
    }

    /// The milestones of a target.
    pub(crate) fn milestones_of(&self, target: &str) -> impl Iterator<Item = &Milestone> {
        let places = self.milestones.get(target).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.settings.outlook.milestones.get(*place))
    }

    /// The host's bound for a target in a year: the one for that year before the one for every year.
    pub(crate) fn host_bound(&self, target: &str, year: Year) -> Option<&HostBound> {
        let here = self.host_bounds.get(target)?;
        let place = here.get(&Some(year)).or_else(|| here.get(&None))?;
        self.settings.host_bounds.get(*place)
    }

    /// Which way the host's bounds for a target point.
    pub(crate) fn host_direction(&self, target: &str) -> Option<Better> {
        let place = self.host_bounds.get(target)?.values().next()?;
        self.settings.host_bounds.get(*place).map(|bound| bound.better)
    }

    /// The year that a plan starts from.
    pub(crate) fn baseline(&self, plan: &Plan) -> Year {
        self.settings.baseline.unwrap_or_else(|| plan.first.plus(-1))
    }

    /// The settings.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The catalogue.
    #[must_use]
    pub const fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// Judges one target for one area in one year.
    ///
    /// # Errors
    /// On a target whose indicator or plan the catalogue does not have, and on a year before the plan's baseline.
    pub fn assess(&self, target: &Target, area: AreaData<'_>, year: Year) -> Result<Assessment, Error> {
        let case = self.case(target, area, year)?;
        Ok(case.assessment(case.decide(&case.series(), year)))
    }

    /// Data say nothing of indicators that another catalogue defines otherwise.
    pub(crate) fn same_catalogue(&self, area: AreaData<'_>) -> Result<(), Error> {
        if !core::ptr::eq(self.catalogue, area.catalogue()) && self.catalogue != area.catalogue() {
            let remedy = message(
                "they were read with another catalogue; make the evaluator with the same one",
                "数据是用另一目录读入的；请用同一目录建立评价器",
            );
            return Err(InvalidError::new(name("data", "数据"), area.key(), remedy).into());
        }
        Ok(())
    }

    pub(crate) fn case<'c>(
        &'c self,
        target: &'c Target,
        area: AreaData<'c>,
        year: Year,
    ) -> Result<Case<'c>, Error> {
        self.same_catalogue(area)?;
        let case = self.case_of(target, self.catalogue.indicator(&target.indicator)?, area)?;
        case.judges(year)?;
        Ok(case)
    }

    /// The same with the target's indicator, for any year, also one before the plan's baseline; the data are of this catalogue.
    pub(crate) fn case_of<'c>(
        &'c self,
        target: &'c Target,
        card: &'c IndicatorCard,
        area: AreaData<'c>,
    ) -> Result<Case<'c>, Error> {
        let plan = self.catalogue.plan(&target.plan)?;
        let reference = match &target.reference {
            None => None,
            Some(id) => Some(self.catalogue.indicator(id)?),
        };
        Ok(Case {
            evaluator: self,
            target,
            card,
            parts: card.gap.as_ref().and_then(|gap| self.catalogue.card(&gap.of)),
            reference,
            data: area.data(),
            area: area.key(),
            baseline: self.baseline(plan),
            first: plan.first,
            own_years: false,
            bound_of: None,
            brief: false,
            views: None,
        })
    }
}

/// One target against one area's data: the arguments that every step shares.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) evaluator: &'a Evaluator<'a>,
    pub(crate) target: &'a Target,
    pub(crate) card: &'a IndicatorCard,
    /// The indicator whose values a gap is between.
    pub(crate) parts: Option<&'a IndicatorCard>,
    reference: Option<&'a IndicatorCard>,
    pub(crate) data: &'a Data<'a>,
    pub(crate) area: &'a str,
    /// The year that directions are measured from.
    pub(crate) baseline: Year,
    /// The first year of the plan.
    pub(crate) first: Year,
    /// Whether a year speaks for itself alone: a unit that missed the last election does not fall back on the one before.
    own_years: bool,
    /// The assessed year whose bound of the host holds for values that stand from earlier years; none: each year's own.
    bound_of: Option<Year>,
    /// Whether what a verdict rests on is not wanted: reasons, notes, units and evidence.
    pub(crate) brief: bool,
    /// Where what single years of the whole say is kept, for those who ask often.
    views: Option<&'a Views>,
}

impl<'a> Case<'a> {
    /// The same, with a place to keep what single years say of its own series.
    pub(crate) fn keeping(self, views: &'a Views) -> Self {
        Self { views: Some(views), ..self }
    }
}

impl Case<'_> {
    /// Whether a year can be assessed.
    pub(crate) fn judges(&self, year: Year) -> Result<(), Error> {
        if year >= self.baseline {
            return Ok(());
        }
        let remedy = message(
            alloc::format!("assess a year from {} on", self.baseline),
            alloc::format!("请评价{}年及以后的年份", self.baseline),
        );
        Err(InvalidError::new(name("assessed year", "评价年度"), year, remedy).into())
    }

    /// The same for verdicts alone.
    pub(crate) fn briefly(&self) -> Self {
        Self { brief: true, ..*self }
    }
}
