//! A whole beside its parts: urban and rural areas, women and men, age groups.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::AuditColumn;
use super::desk::{Desk, Named, same_time};
use super::general::{
    Broken, amount_of, between_remedy, differing, ends, is_between, is_outside, sum_remedy,
};
use super::layout::{Entry, series_of};
use super::span::Span;
use crate::data::series::{Cell, Place, Point, Series};
use crate::plan::{AuditLevel, GeneralRelation, IndicatorCard, IndicatorKind};
use crate::values::{AgeGroup, Disaggregation, Residence, Sex};

/// Urban and rural areas, women and men, and age groups that follow on each other, beside their whole, in every place that has
/// them all.
pub(super) fn check_parts<'a>(
    desk: &Desk<'a>,
    entry: &Entry<'a>,
    broken: &mut Vec<Broken>,
    checked: &mut usize,
) {
    let women = desk.women(entry);
    // The age groups of each place, found once: there may be many places.
    let mut aged: Vec<((Disaggregation, u32), usize)> = Vec::new();
    for (at, spot) in
        entry.spots.iter().enumerate().filter(|(_, spot)| !spot.place.disaggregation.age.is_total())
    {
        aged.push(((spot.place.disaggregation.of_age(AgeGroup::TOTAL), spot.unit), at));
    }
    aged.sort_unstable();
    let mut chains = Chains::default();
    let mut ages: Vec<(AgeGroup, &'a Place, &'a Series)> = Vec::new();
    let mut reported: Vec<Part<'a>> = Vec::new();
    for spot in entry.spots {
        let (place, series, of) = (spot.place, spot.series, spot.place.disaggregation);
        let by_residence =
            [Residence::Urban, Residence::Rural].map(|residence| Disaggregation { residence, ..of });
        let by_sex = [Sex::Female, Sex::Male].map(|sex| Disaggregation { sex, ..of });
        let partitions = [
            (of.residence == Residence::Total).then_some((by_residence, By::Residence)),
            (of.sex == Sex::Total).then_some((by_sex, By::Sex)),
        ];
        for (parts, by) in partitions.into_iter().flatten() {
            let found = parts.map(|part| {
                let (card, part, spots) = women.part(entry, part)?;
                Some((card, part, series_of(spots, spot.unit)?))
            });
            let [Some(one), Some(other)] = found else { continue };
            for (year, cell) in &series.cells {
                let Cell::Value(total) = cell else { continue };
                let parts = [one, other].map(|(card, part, series)| Some((card, part, series.point(*year)?)));
                let [Some(one), Some(other)] = parts else { continue };
                check_year(entry.card, place, total, &[one, other], by, broken, checked);
            }
        }
        if aged.is_empty() {
            continue;
        }
        let key = (of.of_age(AgeGroup::TOTAL), spot.unit);
        let from = aged.partition_point(|(other, _)| *other < key);
        let here = aged.iter().skip(from).take_while(|(other, _)| *other == key);
        ages.clear();
        let groups = here.filter_map(|(_, at)| entry.spots.get(*at));
        ages.extend(
            groups
                .filter(|other| other.place.disaggregation != of)
                .map(|other| (other.place.disaggregation.age, other.place, other.series)),
        );
        if ages.len() < 2 {
            continue;
        }
        let whole = if of.age.is_total() { entry.card.disaggregation.age } else { of.age };
        for (year, cell) in &series.cells {
            let Cell::Value(total) = cell else { continue };
            reported.clear();
            let here = ages.iter().filter_map(|(_, place, series)| Some((place, series.point(*year)?)));
            reported.extend(here.map(|(place, point)| (entry.card, place.disaggregation, point)));
            let Some(chain) = chains.of(whole, &reported) else { continue };
            reported.retain(|(_, part, _)| chain.contains(&part.age));
            check_year(entry.card, place, total, &reported, By::Age, broken, checked);
        }
    }
}

/// The last chain of age groups that was looked for: most places and years have the same groups.
#[derive(Default)]
struct Chains {
    whole: AgeGroup,
    groups: Vec<AgeGroup>,
    chain: Option<Vec<AgeGroup>>,
}

impl Chains {
    fn of(&mut self, whole: AgeGroup, reported: &[Part<'_>]) -> Option<&[AgeGroup]> {
        let groups = reported.iter().map(|(_, part, _)| part.age);
        if self.whole != whole || !groups.clone().eq(self.groups.iter().copied()) {
            self.whole = whole;
            self.groups.clear();
            self.groups.extend(groups.clone());
            self.chain = AgeGroup::chain(whole, groups);
        }
        self.chain.as_deref()
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
    // Written where something is wrong.
    let cells = |column: Option<AuditColumn>| {
        let whole = Named::of(card, place, total, column.unwrap_or(AuditColumn::Value));
        let of_part = |(card, disaggregation, point): &Part<'a>| Named {
            card,
            disaggregation: *disaggregation,
            point,
            ..whole
        };
        let named = core::iter::once(whole).chain(parts.iter().map(of_part));
        named.map(|named| named.cell()).collect::<Vec<_>>()
    };
    let amounts = || parts.iter().map(|(.., point)| amount_of(card, point));
    if let (Some(own), true) = (amount_of(card, total), amounts().all(|amount| amount.is_some())) {
        *checked += 1;
        let mut sum = amounts().flatten().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        // Deaths at every age are counted over the live births of the year.
        if by == By::Age && amounts().flatten().all(|part| part.1 == own.1) {
            sum.1 = own.1;
        }
        if sum == own {
            return;
        }
        let (column, reported) = differing(total.counts.is_some(), own, sum);
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
    if is_between(total, parts.iter().map(|(.., point)| *point)) {
        return;
    }
    let spans: Vec<Span> = parts.iter().map(|(.., point)| Span::of_value(point, card)).collect();
    if is_outside(&Span::of_value(total, card), &spans) {
        broken.push(Broken::of(GeneralRelation::BetweenParts, cells(None), between_remedy(&ends(&spans))));
    }
}
