//! The relations that hold for every indicator: sums, totals between their parts, jumps, gaps, printed rates.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::desk::{Desk, Named, same_time, shown};
use super::layout::{Entry, OnRoster, Spot, series_of};
use super::parts::check_parts;
use super::span::Span;
use super::{AuditCell, AuditColumn, AuditUnit};
use crate::data::series::{Cell, Place, Point, Series};
use crate::data::{Missing, Roster};
use crate::error::{Message, message};
use crate::plan::{AuditLevel, Between, Gap, GapMeasure, GeneralRelation, IndicatorCard, IndicatorKind};
use crate::values::{Counts, Disaggregation, Ratio, Text, Year};

/// A finding on its way.
pub(super) struct Broken {
    pub rule: GeneralRelation,
    pub level: AuditLevel,
    pub cells: Vec<AuditCell>,
    pub remedy: Message,
}

impl Broken {
    pub(super) fn of(rule: GeneralRelation, cells: Vec<AuditCell>, remedy: Message) -> Self {
        Self { rule, level: rule.level(), cells, remedy }
    }
}

/// Fewer cases than these jump by chance.
const FEW_CASES: u64 = 5;

impl<'a> Desk<'a> {
    pub(super) fn check_general(&mut self) {
        let mut broken = Vec::new();
        let mut checked = 0;
        for entry in &self.entries {
            for spot in entry.spots {
                check_series(entry.card, spot.place, spot.series, &mut broken, &mut checked);
            }
            if entry.spots.len() > 1 {
                if entry.has_parts() {
                    check_parts(self, entry, &mut broken, &mut checked);
                }
                self.check_units(entry, &mut broken, &mut checked);
            }
            if let Some(gap) = &entry.card.gap {
                self.check_gap(entry, gap, &mut broken, &mut checked);
            }
        }
        self.printed(&mut broken);
        self.checked += checked;
        for Broken { rule, level, cells, remedy } in broken {
            self.say_general(rule, level, cells, remedy);
        }
    }

    /// Printed rates that their counts do not give.
    fn printed(&self, broken: &mut Vec<Broken>) {
        for printed in self.data.printed_in(self.area) {
            let Some(card) = self.catalogue.card(&printed.place.indicator) else { continue };
            let computed = printed.computed.rounded(4);
            let remedy = message(
                alloc::format!(
                    "the counts give {computed}, by which it is judged; check the rate and both counts"
                ),
                alloc::format!("分子分母算得{computed}，按此评价；请核对比率和两个数"),
            );
            let cell = AuditCell {
                indicator: card.id.clone(),
                zh: card.zh.clone(),
                en: card.en.clone(),
                period: printed.period,
                disaggregation: printed.place.disaggregation,
                area_unit: printed.place.unit.clone().map(AuditUnit::One),
                unit_kind: None,
                column: AuditColumn::Value,
                value: printed.number.to_string(),
                unit: Some(printed.unit),
                source: printed.source.clone(),
            };
            let counts = AuditCell {
                column: AuditColumn::Counts,
                value: printed.counts.to_string(),
                unit: None,
                source: printed.counts_source.clone(),
                ..cell.clone()
            };
            broken.push(Broken::of(GeneralRelation::RateAndCounts, alloc::vec![cell, counts], remedy));
        }
    }

    /// The whole beside all units of a kind on the roster.
    fn check_units(&self, entry: &Entry<'a>, broken: &mut Vec<Broken>, checked: &mut usize) {
        let Some(Spot { place: whole_place, series: whole, .. }) = whole_area(entry) else { return };
        let (whole_place, whole) = (*whole_place, *whole);
        let units: &[Spot<'a>] = entry.of(Disaggregation::TOTAL).get(1..).unwrap_or_default();
        if units.is_empty() {
            return;
        }
        for (year, cell) in &whole.cells {
            let Cell::Value(total) = cell else { continue };
            let mut kinds: Vec<(&'a Roster, Vec<&'a Point>)> = Vec::new();
            let from = self.rosters.partition_point(|on| on.roster.year < *year);
            let of_year = self.rosters.iter().skip(from).take_while(|on| on.roster.year == *year);
            for on in of_year.filter(|on| !on.roster.members.is_empty()) {
                if let Some(points) = units_of(units, on, *year, total) {
                    kinds.push((on.roster, points));
                }
            }
            if kinds.is_empty() {
                continue;
            }
            *checked += 1;
            let whole = Named::of(entry.card, whole_place, total, AuditColumn::Value);
            match sums(entry.card, total, &kinds) {
                Some(sums) => {
                    let own = amount_of(entry.card, total);
                    // Villages and communities may each be a part, or the two together make the area.
                    let all = sums.iter().fold((0, 0), |all, sum| (all.0 + sum.0, all.1 + sum.1));
                    if own.is_some_and(|own| sums.iter().chain([&all]).any(|sum| *sum == own)) {
                        continue;
                    }
                    let (Some(own), Some(sum), Some((roster, _))) = (own, sums.first(), kinds.first()) else {
                        continue;
                    };
                    let (column, sum) = differing(total.counts.is_some(), own, *sum);
                    let units = of_units(Named { column, ..whole }.cell(), roster, sum.to_string());
                    let cells = alloc::vec![Named { column, ..whole }.cell(), units];
                    let remedy = sum_remedy(&sum.to_string());
                    let level = level_over(kinds.iter().map(|(roster, _)| *roster));
                    broken.push(Broken { level, ..Broken::of(GeneralRelation::SumOfUnits, cells, remedy) });
                }
                None if entry.card.has_total_between_parts() => {
                    for (roster, points) in &kinds {
                        if kinds.len() > 1 || is_between(total, points.iter().copied()) {
                            continue;
                        }
                        let parts: Vec<Span> =
                            points.iter().map(|point| Span::of_value(point, entry.card)).collect();
                        if !is_outside(&Span::of_value(total, entry.card), &parts) {
                            continue;
                        }
                        let ends = ends(&parts);
                        let units = of_units(whole.cell(), roster, ends.clone());
                        let cells = alloc::vec![whole.cell(), units];
                        let broken_here =
                            Broken::of(GeneralRelation::BetweenUnits, cells, between_remedy(&ends));
                        let level = level_over([*roster].into_iter());
                        broken.push(Broken { level, ..broken_here });
                    }
                }
                None => {}
            }
        }
    }

    /// A gap as it was reported beside the one that its strata or units give.
    fn check_gap(&self, entry: &Entry<'a>, gap: &Gap, broken: &mut Vec<Broken>, checked: &mut usize) {
        let Some(Spot { place, series, .. }) = whole_area(entry).copied() else { return };
        let Some(of) = self.entry(&gap.of) else { return };
        for (year, cell) in &series.cells {
            let Cell::Value(reported) = cell else { continue };
            let Some(parts) = self.parts_of_gap(&of, gap, *year) else { continue };
            let spans: Vec<Span> = parts.iter().map(|part| Span::of_value(part.point, of.card)).collect();
            let Some(computed) = gap_span(gap.measure, &spans) else { continue };
            *checked += 1;
            let own = Named::of(entry.card, place, reported, AuditColumn::Value);
            if !Span::of_value(reported, entry.card).is_apart_from(&computed) {
                continue;
            }
            let exact: Option<Vec<&Ratio>> = parts.iter().map(|part| part.point.exact()).collect();
            let exact = exact.and_then(|values| {
                let (most, least) = (*values.iter().max()?, *values.iter().min()?);
                match gap.measure {
                    GapMeasure::Difference => Some(most - least),
                    GapMeasure::Ratio => most.over(least),
                }
            });
            let given = exact.as_ref().map_or_else(|| "…".to_string(), shown);
            let mut cells = alloc::vec![own.cell()];
            match gap.between {
                Between::Units => {
                    let first = parts.first().map(|part| {
                        let part = part.cell();
                        let kind = Text::from(gap.kind());
                        AuditCell {
                            area_unit: Some(AuditUnit::All { kind, count: parts.len() }),
                            value: ends(&spans),
                            unit: Some(of.card.unit),
                            source: None,
                            ..part
                        }
                    });
                    cells.extend(first);
                }
                _ => cells.extend(parts.iter().map(Named::cell)),
            }
            let remedy = message(
                alloc::format!(
                    "they give {given}, by which it is judged; leave the gap out, or correct what is wrong"
                ),
                alloc::format!("分组数算得{given}，按此评价；请删去所报差距，或改正有误的数"),
            );
            broken.push(Broken::of(GeneralRelation::GapAndParts, cells, remedy));
        }
    }

    /// Both strata, or all units on the roster that the indicator applies to.
    fn parts_of_gap(&self, of: &Entry<'a>, gap: &Gap, year: Year) -> Option<Vec<Named<'a>>> {
        let strata = match gap.between {
            Between::UrbanRural => [Disaggregation::URBAN, Disaggregation::RURAL],
            Between::Sexes => [Disaggregation::FEMALE, Disaggregation::MALE],
            Between::Units => {
                let on = self.roster(gap.kind(), year)?;
                let spots = of.of(Disaggregation::TOTAL);
                let mut parts = Vec::with_capacity(on.units.len());
                // Without any unit in the area there are no numbers.
                if on.units.len() < on.roster.members.len() {
                    return None;
                }
                for unit in &on.units {
                    let spot = spot_of(spots, *unit)?;
                    match spot.series.cells.get(&year)? {
                        Cell::Value(point) => {
                            parts.push(Named::of(of.card, spot.place, point, AuditColumn::Value))
                        }
                        Cell::Missing(Missing::NotApplicable) => {}
                        _ => return None,
                    }
                }
                return (parts.len() > 1).then_some(parts);
            }
        };
        let women = self.women(of);
        strata
            .into_iter()
            .map(|part| {
                let (card, disaggregation, spots) = women.part(of, part)?;
                let point = series_of(spots, 0)?.point(year)?;
                Some(Named { card, disaggregation, unit: None, point, column: AuditColumn::Value })
            })
            .collect()
    }
}

/// The place of a unit on a roster.
fn spot_of<'a>(spots: &'a [Spot<'a>], unit: u32) -> Option<&'a Spot<'a>> {
    // The area itself is no unit.
    let found = spots.binary_search_by_key(&unit, |spot| spot.unit).ok().filter(|_| unit != 0)?;
    spots.get(found)
}

/// The area as a whole, which stands first.
fn whole_area<'e, 'a>(entry: &'e Entry<'a>) -> Option<&'e Spot<'a>> {
    entry.spots.first().filter(|spot| spot.unit == 0 && spot.place.disaggregation == Disaggregation::TOTAL)
}

/// Whether a total exactly known lies between parts exactly known: then it does whatever their last digits were.
pub(super) fn is_between<'p>(total: &Point, parts: impl Iterator<Item = &'p Point>) -> bool {
    let Some(total) = total.exact() else { return false };
    let (mut above, mut below) = (false, false);
    for part in parts {
        let Some(part) = part.exact() else { return false };
        above |= total >= part;
        below |= total <= part;
    }
    above && below
}

/// What one series says of itself: jumps, and more events than there are to count them over.
fn check_series<'a>(
    card: &'a IndicatorCard,
    place: &'a Place,
    series: &'a Series,
    broken: &mut Vec<Broken>,
    checked: &mut usize,
) {
    let jumps = card.gap.is_none() && card.floor >= crate::values::Number::ZERO;
    let mut before: Option<(Year, &'a Point, &'a Ratio)> = None;
    for (year, cell) in &series.cells {
        let Cell::Value(point) = cell else { continue };
        if card.kind == IndicatorKind::Events {
            if let Some(Counts { numerator, denominator }) = point.counts {
                *checked += 1;
                if numerator > denominator {
                    let cells = [AuditColumn::Numerator, AuditColumn::Denominator]
                        .map(|column| Named::of(card, place, point, column).cell());
                    let remedy = message("check numerator and denominator", "请核对分子和分母");
                    broken.push(Broken::of(GeneralRelation::EventsWithinExposure, cells.to_vec(), remedy));
                }
            }
        }
        let Some(value) = point.exact().filter(|_| jumps) else { continue };
        if let Some((last_year, last, from)) = before.replace((*year, point, value)) {
            let new_definition = series.definition_since(*year).is_some_and(|since| since > last_year);
            let few = |point: &Point, value: &Ratio| match point.counts {
                Some(counts) => counts.numerator < FEW_CASES,
                None => card.unit.is_whole() && *value < Ratio::whole(FEW_CASES.into()),
            };
            if new_definition
                || few(point, value)
                || few(last, from)
                || value.signum() <= 0
                || from.signum() <= 0
            {
                continue;
            }
            *checked += 1;
            if ten_times_apart(from, value) && !is_small_in_a_unit(card, place, (point, value), (last, from))
            {
                let cells = alloc::vec![
                    Named::of(card, place, point, AuditColumn::Value).cell(),
                    Named::of(card, place, last, AuditColumn::Value).cell(),
                ];
                let remedy = message(
                    "the two differ tenfold or more; check the decimal point and the unit of both",
                    "相差十倍以上，请核对两处的小数点和单位",
                );
                broken.push(Broken::of(GeneralRelation::Jump, cells, remedy));
            }
        }
    }
}

/// Whether two bare rates of a unit are both below a tenth of all: so few cases stand behind them that they jump by chance.
fn is_small_in_a_unit(
    card: &IndicatorCard,
    place: &Place,
    (one, a): (&Point, &Ratio),
    (other, b): (&Point, &Ratio),
) -> bool {
    let Some(tenth) = card.unit.per().and_then(|per| Ratio::quotient(per.into(), 10)) else { return false };
    let bare = one.counts.is_none() || other.counts.is_none();
    place.unit.is_some() && bare && *a < tenth && *b < tenth
}

fn ten_times_apart(a: &Ratio, b: &Ratio) -> bool {
    let (small, large) = if a <= b { (a, b) } else { (b, a) };
    *large >= small * &Ratio::whole(10)
}

/// Whether a total surely lies above all parts, or below all.
pub(super) fn is_outside(total: &Span, parts: &[Span]) -> bool {
    parts.iter().all(|part| total.is_above(part)) || parts.iter().all(|part| part.is_above(total))
}

/// From the lowest to the highest.
pub(super) fn ends(parts: &[Span]) -> alloc::string::String {
    let middle = |part: &Span| {
        let ((low, _), (high, _)) = (part.low.as_ref()?, part.high.as_ref()?);
        (low + high).over(&Ratio::whole(2))
    };
    let values: Option<Vec<Ratio>> = parts.iter().map(middle).collect();
    let ends = values.and_then(|values| {
        let (low, high) = (values.iter().min()?, values.iter().max()?);
        Some(alloc::format!("{}–{}", shown(low), shown(high)))
    });
    ends.unwrap_or_else(|| "…".to_string())
}

/// Numerator and denominator; of a value that counts things the value and nothing.
pub(super) fn amount_of(card: &IndicatorCard, point: &Point) -> Option<(i128, i128)> {
    match point.counts {
        Some(counts) => Some((counts.numerator.into(), counts.denominator.into())),
        None if card.unit.is_whole() => Some((point.exact()?.floor()?, 0)),
        None => None,
    }
}

/// The column in which two amounts differ, and what the second has there.
pub(super) fn differing(counted: bool, own: (i128, i128), sum: (i128, i128)) -> (AuditColumn, i128) {
    match (counted, own.0 == sum.0) {
        (false, _) => (AuditColumn::Value, sum.0),
        (true, false) => (AuditColumn::Numerator, sum.0),
        (true, true) => (AuditColumn::Denominator, sum.1),
    }
}

pub(super) fn sum_remedy(sum: &str) -> Message {
    message(
        alloc::format!("the parts add up to {sum}; correct the part or the total that is wrong"),
        alloc::format!("各部分之和为{sum}，请改正有误的部分或合计"),
    )
}

pub(super) fn between_remedy(ends: &str) -> Message {
    message(
        alloc::format!("the total should lie within {ends}; correct the part or the total that is wrong"),
        alloc::format!("应在{ends}之间，请改正有误的部分或合计"),
    )
}

/// Kinds of bodies that need not make up the area between them: it may be reported by where people live, and not by where they were
/// cared for, or for the banner's own assembly alone.
const NOT_THE_AREA: &[&str] = &[
    "midwifery_institution",
    "health_centre",
    "party_congress",
    "people_congress",
    "people_congress_committee",
    "cppcc",
    "cppcc_committee",
    "public_institution",
    "state_enterprise",
    "workers_congress",
    "responsible_body",
    "case_handling_body",
];

/// How binding it is that the units of these kinds make up the area.
fn level_over<'a>(mut rosters: impl Iterator<Item = &'a Roster>) -> AuditLevel {
    match rosters.any(|roster| !NOT_THE_AREA.contains(&&*roster.kind)) {
        true => AuditLevel::Must,
        false => AuditLevel::Should,
    }
}

/// The units of a kind as one cell.
fn of_units(whole: AuditCell, roster: &Roster, value: alloc::string::String) -> AuditCell {
    AuditCell {
        area_unit: Some(AuditUnit::All { kind: roster.kind.clone(), count: roster.members.len() }),
        value,
        source: None,
        ..whole
    }
}

/// The cells of all units on a roster; none where one is missing.
fn units_of<'a>(spots: &[Spot<'a>], on: &OnRoster<'_>, year: Year, total: &Point) -> Option<Vec<&'a Point>> {
    let mut points = Vec::with_capacity(on.units.len());
    for unit in &on.units {
        match series_of(spots, *unit)?.cells.get(&year)? {
            Cell::Value(point) if same_time(point.period, total.period) => points.push(point),
            // What does not apply to a unit is nothing there.
            Cell::Missing(Missing::NotApplicable) => {}
            _ => return None,
        }
    }
    (!points.is_empty()).then_some(points)
}

/// The sums of each kind; none where a cell has no counts.
fn sums(card: &IndicatorCard, total: &Point, kinds: &[(&Roster, Vec<&Point>)]) -> Option<Vec<(i128, i128)>> {
    amount_of(card, total)?;
    let sum = |points: &[&Point]| {
        points.iter().try_fold((0_i128, 0_i128), |sum, point| {
            let own = amount_of(card, point)?;
            Some((sum.0 + own.0, sum.1 + own.1))
        })
    };
    kinds.iter().map(|(_, points)| sum(points)).collect()
}

/// The gap that parts give, each known within its last digit.
fn gap_span(measure: GapMeasure, parts: &[Span]) -> Option<Span> {
    let of = |end: fn(&Span) -> Option<&Ratio>| -> Option<Vec<&Ratio>> { parts.iter().map(end).collect() };
    let lows = of(|part| part.low.as_ref().map(|(low, _)| low))?;
    let highs = of(|part| part.high.as_ref().map(|(high, _)| high))?;
    let (most_low, most_high) = (*lows.iter().max()?, *highs.iter().max()?);
    let (least_low, least_high) = (*lows.iter().min()?, *highs.iter().min()?);
    let end = |value: Ratio| Some((value, true));
    match measure {
        GapMeasure::Difference => {
            let low = most_low - least_high;
            let low = if low.signum() < 0 { Ratio::zero() } else { low };
            Some(Span { low: end(low), high: end(most_high - least_low) })
        }
        GapMeasure::Ratio => Some(Span {
            low: most_low.over(least_high).and_then(end),
            high: most_high.over(least_low).and_then(end),
        }),
    }
}
