//! The reports of several areas side by side: a prefecture over its counties.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Counts, Part, Report, ReportKind, Row, Tally};
use crate::ahead::{Severity, SignalKind, Standing, Warning};
use crate::error::{Error, InvalidError, message, name};
use crate::judge::Outcome;
use crate::plan::{Better, Rule};
use crate::values::{Ratio, Text, Year, names};

/// What several areas have reached in one year: who meets what, who has not reported, and where the areas lie far apart.
///
/// The verdicts are those of the reports. Nothing is added up over the areas but verdicts: a rate of the whole is not the mean of
/// the rates of its parts.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::cases, Catalogue, Outcome, Year};
/// use dabiao::report::{AreaComparison, AreaSummary, AreaVerdict, TargetComparison};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let row = |area: &'static str, deaths| MATERNAL_MORTALITY_RATIO.observe(year, cases(deaths).of(9_000)).in_area(area);
/// let data = catalogue.data([row("东胜区", 0), row("伊金霍洛旗", 2)]);
/// let reports = [data.area("东胜区")?.report(year)?, data.area("伊金霍洛旗")?.report(year)?];
/// // A third county ought to have reported.
/// let across = AreaComparison::new(&reports, ["东胜区", "伊金霍洛旗", "杭锦旗"])?;
/// assert_eq!(across.not_reported, ["杭锦旗"]);
/// let ratio: &TargetComparison = across.targets.iter().find(|target| &*target.target == "women.health.g2.maternal-mortality-ratio").unwrap();
/// assert_eq!((ratio.tally.met, ratio.tally.not_met), (1, 1));
/// let verdict: &AreaVerdict = ratio.verdicts[1].as_ref().unwrap();
/// assert_eq!((verdict.outcome, verdict.small), (Outcome::NotMet, true));
/// let worst: &AreaSummary = &across.areas[ratio.worst.unwrap()];
/// assert_eq!(worst.area.as_deref(), Some("伊金霍洛旗"));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AreaComparison {
    /// The assessed year.
    pub year: Year,
    /// Which report it is.
    pub kind: ReportKind,
    /// The areas, in the order of their reports.
    pub areas: Vec<AreaSummary>,
    /// The targets, in printed order.
    pub targets: Vec<TargetComparison>,
    /// The areas that should have reported and have no report, or one without a single value for the year.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub not_reported: Vec<Text>,
}

/// One area in a few numbers, as in the example of [`AreaComparison`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AreaSummary {
    /// The area, if its rows name one.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")
    )]
    pub area: Option<Text>,
    /// Its main goals; none where no goal was asked for.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub goals: Option<Counts>,
    /// How many of all its targets have no data for the year.
    pub no_data: usize,
    /// How many of all its targets are warned of, from 警告 up; for missing data see `no_data`.
    pub warned: usize,
}

/// One target over the areas, as in the example of [`AreaComparison`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct TargetComparison {
    /// The target's id.
    pub target: Text,
    /// The clause's short name: `W1-2`.
    pub clause: Text,
    /// Whether it is a main goal, a measure or a duty.
    pub part: Part,
    /// How many areas have which outcome.
    pub tally: Tally,
    /// The verdict of each area, in the order of the areas; none where the target is not in force there.
    pub verdicts: Vec<Option<AreaVerdict>>,
    /// The place of the area with the best value, where the rule has a better side and two areas have different values.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub best: Option<usize>,
    /// The place of the area with the worst value, under the same conditions.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub worst: Option<usize>,
    /// How far best and worst lie apart, as a share of the target value; none where the target value is 0 or is not one number.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub spread: Option<Ratio>,
}

/// What one area reached of one target, as in the example of [`AreaComparison`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AreaVerdict {
    /// The verdict.
    pub outcome: Outcome,
    /// The standing.
    pub standing: Standing,
    /// The judged value, in the unit of the indicator.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub value: Option<Ratio>,
    /// Whether it rests on too few cases to be compared with others.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "crate::wire::is_unset"))]
    pub small: bool,
}

impl AreaComparison {
    /// Puts reports side by side. `expected` are the areas that should have reported; empty where that is not known.
    ///
    /// # Errors
    /// Without a report; on an area that has two; on reports of different years, made with different settings or by different
    /// cards of one target: their verdicts do not compare.
    pub fn new<'e>(reports: &[Report], expected: impl IntoIterator<Item = &'e str>) -> Result<Self, Error> {
        let Some(first) = reports.first() else {
            return Err(InvalidError::new(
                name("reports", "报告"),
                "",
                message("there is none; a comparison needs one for each area", "没有报告；每个地区需要一份"),
            )
            .into());
        };
        let mut places: BTreeMap<Text, usize> = BTreeMap::new();
        for (place, report) in reports.iter().enumerate() {
            let area = report.area.as_deref().unwrap_or_default();
            if places.insert(Text::from(names::key(area).into_owned()), place).is_some() {
                return Err(InvalidError::new(
                    name("area", "地区"),
                    area,
                    message("it has two reports; give one for each area", "有两份报告；每个地区只给一份"),
                )
                .into());
            }
            comparable(first, report)?;
        }
        let mut not_reported: Vec<Text> = Vec::new();
        for area in expected {
            if !places.contains_key(&*names::key(area)) && !not_reported.iter().any(|known| *known == *area) {
                not_reported.push(Text::from(String::from(area)));
            }
        }
        let nothing = |report: &&Report| !has_reported(report);
        not_reported.extend(reports.iter().filter(nothing).filter_map(|report| report.area.clone()));
        Ok(Self {
            year: first.year,
            kind: first.kind,
            areas: reports.iter().map(AreaSummary::of).collect(),
            targets: targets(reports)?,
            not_reported,
        })
    }
}

impl AreaSummary {
    fn of(report: &Report) -> Self {
        let no_data = |row: &&Row| row.judgement.standing == Standing::NoData;
        // Data that are missing are counted apart.
        let warned = |row: &&Row| {
            let loud = |warning: &Warning| {
                warning.severity >= Some(Severity::Warning)
                    && warning.signal.kind() != SignalKind::NotReported
            };
            row.judgement.warnings.iter().any(loud)
        };
        Self {
            area: report.area.clone(),
            goals: report.rollup.headline().cloned(),
            no_data: report.rows.iter().filter(no_data).count(),
            warned: report.rows.iter().filter(warned).count(),
        }
    }
}

/// Whether an area has reported for the year, be it what could not be read.
fn has_reported(report: &Report) -> bool {
    let of_year = |row: &Row| row.assessment().evidence.iter().any(|one| one.period.year() == report.year);
    report.rows.iter().any(of_year) || !report.findings.is_empty()
}

fn comparable(one: &Report, other: &Report) -> Result<(), Error> {
    let area = one.area.as_deref().unwrap_or_default();
    if one.year != other.year {
        return Err(InvalidError::new(
            name("year", "年份"),
            other.year,
            message(
                alloc::format!("the report of `{}` is of {}; compare reports of one year", area, one.year),
                alloc::format!("“{}”的报告是{}年的；只能比较同一年的报告", area, one.year),
            ),
        )
        .into());
    }
    if one.settings != other.settings || one.crate_version != other.crate_version {
        return Err(InvalidError::new(
            name("report", "报告"),
            other.area.as_deref().unwrap_or_default(),
            message(
                alloc::format!("it was made with other settings or another version than that of `{}`", area),
                alloc::format!("与“{}”的报告设置或版本不同", area),
            ),
        )
        .into());
    }
    Ok(())
}

fn targets(reports: &[Report]) -> Result<Vec<TargetComparison>, Error> {
    // The rows of each target by area; the order is that of the first report that has it.
    let mut order: Vec<Vec<Option<&Row>>> = Vec::new();
    let mut places: BTreeMap<&Text, usize> = BTreeMap::new();
    for (area, report) in reports.iter().enumerate() {
        for row in &report.rows {
            let place = *places.entry(&row.target.id).or_insert(order.len());
            if place == order.len() {
                order.push(alloc::vec![None; reports.len()]);
            }
            let Some(of_target) = order.get_mut(place) else { continue };
            let same = |other: &&Row| other.target == row.target && other.indicator == row.indicator;
            if !of_target.iter().flatten().all(same) {
                return Err(InvalidError::new(
                    name("target", "目标"),
                    &row.target.id,
                    message("two reports judge it by different cards", "两份报告所依据的目标内容不同"),
                )
                .into());
            }
            if let Some(of_area) = of_target.get_mut(area) {
                *of_area = Some(row);
            }
        }
    }
    Ok(order.iter().filter_map(|rows| TargetComparison::of(rows)).collect())
}

impl TargetComparison {
    fn of(rows: &[Option<&Row>]) -> Option<Self> {
        let row = *rows.iter().flatten().next()?;
        let verdicts: Vec<Option<AreaVerdict>> = rows.iter().map(|row| row.map(AreaVerdict::of)).collect();
        let mut tally = Tally::default();
        for verdict in verdicts.iter().flatten() {
            tally.count(verdict.outcome);
        }
        let (best, worst, distance) = ends(row, &verdicts);
        // A bound that every area has of its own (a share of its own base year) is no common measure.
        let bounds = || rows.iter().flatten().filter_map(|row| row.assessment().bound.as_ref());
        let wanted = bounds().next().filter(|first| bounds().all(|bound| bound == *first));
        let spread = distance.zip(wanted).and_then(|(distance, wanted)| distance.over(&wanted.limit));
        Some(Self {
            target: row.target.id.clone(),
            clause: Text::from(row.clause.clone()),
            part: Part::of(&row.target),
            tally,
            verdicts,
            best,
            worst,
            spread,
        })
    }
}

impl AreaVerdict {
    fn of(row: &Row) -> Self {
        let small = row.judgement.small_numbers.as_ref();
        Self {
            outcome: row.assessment().outcome,
            standing: row.judgement.standing,
            value: row.assessment().value.clone(),
            small: small.is_some_and(|small| !small.reliable),
        }
    }
}

/// The places of the best and the worst value and how far they lie apart. Of equal values the first area stands for all.
fn ends(row: &Row, verdicts: &[Option<AreaVerdict>]) -> (Option<usize>, Option<usize>, Option<Ratio>) {
    let values = || {
        let value =
            |verdict: &'_ Option<AreaVerdict>| verdict.as_ref().and_then(|verdict| verdict.value.clone());
        verdicts.iter().enumerate().filter_map(move |(place, verdict)| Some((place, value(verdict)?)))
    };
    let by_value =
        |one: &(usize, Ratio), other: &(usize, Ratio)| one.1.cmp(&other.1).then(other.0.cmp(&one.0));
    let lowest = values().min_by(|one, other| one.1.cmp(&other.1));
    let highest = values().max_by(by_value);
    let (Some((low_at, low)), Some((high_at, high))) = (lowest, highest) else { return (None, None, None) };
    if low == high || row.target.rule == Rule::Monitored {
        return (None, None, None);
    }
    let distance = &high - &low;
    match row.target.rule.better() {
        Better::Higher => (Some(high_at), Some(low_at), Some(distance)),
        Better::Lower => (Some(low_at), Some(high_at), Some(distance)),
    }
}
