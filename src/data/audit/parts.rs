//! A whole beside its parts: urban and rural areas, women and men, age groups.

use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::AuditColumn;
use super::desk::{Desk, Entry, Named, same_time};
use super::general::{Broken, amount_of, between_remedy, differing, ends, is_outside, sum_remedy};
use super::span::Span;
use crate::data::series::{Cell, Place, Point, Series};
use crate::plan::{AuditLevel, GeneralRelation, IndicatorCard, IndicatorKind};
use crate::values::{AgeGroup, Disaggregation, Ratio, ReportingUnit, Residence, Sex};

type PlaceSeries<'a> = (&'a Place, &'a Series);

/// Urban and rural areas, women and men, and age groups that follow on each other, beside their whole, in every place that has
/// them all.
pub(super) fn check_parts<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    broken: &mut Vec<Broken>,
    checked: &mut usize,
) {
    if entry.places.iter().all(|(place, _)| place.disaggregation == Disaggregation::TOTAL) {
        return;
    }
    // The age groups of each place, found once: there may be many places.
    let mut aged: BTreeMap<(Disaggregation, Option<&ReportingUnit>), Vec<&PlaceSeries<'a>>> = BTreeMap::new();
    for own in entry.places.iter().filter(|(place, _)| !place.disaggregation.age.is_total()) {
        let whole = own.0.disaggregation.of_age(AgeGroup::TOTAL);
        aged.entry((whole, own.0.unit.as_ref())).or_default().push(own);
    }
    for (place, series) in &entry.places {
        let of = place.disaggregation;
        let by_residence =
            [Residence::Urban, Residence::Rural].map(|residence| Disaggregation { residence, ..of });
        let by_sex = [Sex::Female, Sex::Male].map(|sex| Disaggregation { sex, ..of });
        let partitions = [
            (of.residence == Residence::Total).then_some((by_residence, By::Residence)),
            (of.sex == Sex::Total).then_some((by_sex, By::Sex)),
        ];
        for (parts, by) in partitions.into_iter().flatten() {
            let [Some(one), Some(other)] = parts.map(|part| desk.part(entry, part, place.unit.as_ref()))
            else {
                continue;
            };
            for (year, cell) in &series.cells {
                let Cell::Value(total) = cell else { continue };
                let parts = [one, other].map(|(card, part, series)| Some((card, part, series.point(*year)?)));
                let [Some(one), Some(other)] = parts else { continue };
                check_year(entry.card, place, total, &[one, other], by, broken, checked);
            }
        }
        let ages: Vec<_> = match aged.get(&(of.of_age(AgeGroup::TOTAL), place.unit.as_ref())) {
            Some(ages) => ages.iter().filter(|(other, _)| other.disaggregation != of).collect(),
            None => continue,
        };
        if ages.len() < 2 {
            continue;
        }
        let whole = if of.age.is_total() { entry.card.disaggregation.age } else { of.age };
        for (year, cell) in &series.cells {
            let Cell::Value(total) = cell else { continue };
            let reported = ages.iter().filter_map(|(place, series)| Some((place, series.point(*year)?)));
            let reported: Vec<_> =
                reported.map(|(place, point)| (entry.card, place.disaggregation, point)).collect();
            let Some(chain) = AgeGroup::chain(whole, reported.iter().map(|(_, part, _)| part.age)) else {
                continue;
            };
            let parts: Vec<_> =
                reported.into_iter().filter(|(_, part, _)| chain.contains(&part.age)).collect();
            check_year(entry.card, place, total, &parts, By::Age, broken, checked);
        }
    }
}

/// By what a whole is taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Residence,
    Sex,
    Age,
}

/// A part of the population: whose figure it is, which part, and the figure.
type Part<'a> = (&'a IndicatorCard, Disaggregation, &'a Point);

/// A whole and its parts in one year.
fn check_year<'a>(
    card: &'a IndicatorCard,
    place: &'a Place,
    total: &'a Point,
    parts: &[Part<'a>],
    by: By,
    broken: &mut Vec<Broken>,
    checked: &mut usize,
) {
    if parts.iter().any(|(.., point)| !same_time(total.period, point.period)) {
        return;
    }
    let whole = Named::of(card, place, total, AuditColumn::Value);
    let of_part = |(card, disaggregation, point): &Part<'a>| Named {
        card,
        disaggregation: *disaggregation,
        point,
        ..whole
    };
    let parts: Vec<Named<'a>> = parts.iter().map(of_part).collect();
    check_partition(card, &whole, &parts, by, broken, checked);
}

/// A whole and all its parts.
fn check_partition(
    card: &IndicatorCard,
    whole: &Named<'_>,
    parts: &[Named<'_>],
    by: By,
    broken: &mut Vec<Broken>,
    checked: &mut usize,
) {
    let cells = |column: Option<AuditColumn>| {
        let named = core::iter::once(whole).chain(parts);
        named.map(|named| Named { column: column.unwrap_or(named.column), ..*named }.cell()).collect()
    };
    let amounts: Option<Vec<_>> = parts.iter().map(|part| amount_of(card, part.point)).collect();
    if let (Some(own), Some(amounts)) = (amount_of(card, whole.point), amounts) {
        *checked += 1;
        let mut sum = amounts.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        // Deaths at every age are counted over the live births of the year.
        if by == By::Age && amounts.iter().all(|part| part.1 == own.1) {
            sum.1 = own.1;
        }
        if sum == own {
            return;
        }
        let (column, reported) = differing(whole.point.counts.is_some(), own, sum);
        // Persons of unknown sex may be missing from the parts, never from the whole.
        let more = sum.0 > own.0 || sum.1 > own.1;
        let level = if by == By::Sex && !more { AuditLevel::Should } else { AuditLevel::Must };
        let remedy = sum_remedy(&reported.to_string());
        broken.push(Broken { level, ..Broken::of(GeneralRelation::SumOfParts, cells(Some(column)), remedy) });
        return;
    }
    if !card.has_total_between_parts() || (by == By::Age && card.kind == IndicatorKind::Events) {
        return;
    }
    *checked += 1;
    // Nearly always the exact values settle it.
    let exact: Option<Vec<&Ratio>> = parts.iter().map(|part| part.point.exact()).collect();
    if let (Some(total), Some(exact)) = (whole.point.exact(), exact) {
        if exact.iter().any(|part| total >= *part) && exact.iter().any(|part| total <= *part) {
            return;
        }
    }
    let spans: Vec<Span> = parts.iter().map(|part| Span::of_value(part.point, card)).collect();
    if is_outside(&Span::of_value(whole.point, card), &spans) {
        broken.push(Broken::of(GeneralRelation::BetweenParts, cells(None), between_remedy(&ends(&spans))));
    }
}
