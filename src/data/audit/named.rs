//! The relations that the catalogue names, checked one by one.

use alloc::vec::Vec;

use super::AuditColumn;
use super::chance;
use super::desk::{Desk, Named, column_of, shown, side_by_side};
use super::layout::{Entry, Spot, series_of};
use super::span::{Span, count_of};
use crate::data::broken::after_number;
use crate::data::series::{Cell, Place, Point, Series};
use crate::error::message;
use crate::plan::{Figure, FigureOf, IndicatorCard, Relation, RelationKind};
use crate::values::{Disaggregation, Ratio, Year, period::YearSet};

impl<'a> Desk<'a> {
    pub(super) fn check_named(&mut self) {
        let catalogue = self.catalogue;
        for relation in catalogue.relations() {
            match &relation.says {
                RelationKind::Range { indicator, low, above_zero, high } => {
                    if let Some(entry) = self.entry(indicator) {
                        let ends =
                            (low.to_ratio(), above_zero.map(|n| n.to_ratio()), high.map(|n| n.to_ratio()));
                        self.check_range(relation, entry, &ends);
                    }
                }
                RelationKind::Change { figures, percent } => {
                    let most = percent.to_ratio();
                    self.check_change(relation, figures, &most);
                }
                RelationKind::Same { figures } => self.check_same(relation, figures),
                RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                    match (left.as_slice(), right.as_slice()) {
                        ([left], [right]) if left.is_plain() && right.is_plain() => {
                            self.check_pair(relation, left, right);
                        }
                        _ => self.check_any(relation),
                    }
                }
                _ => self.check_any(relation),
            }
        }
    }

    /// The common case of an order: two figures of one place, compared as they stand.
    fn check_pair(&mut self, relation: &'a Relation, left: &'a Figure, right: &'a Figure) {
        let (Some(one), Some(other)) = (self.entry(left.indicator()), self.entry(right.indicator())) else {
            return;
        };
        let mut broken: Vec<(Named<'a>, Named<'a>)> = Vec::new();
        let mut checked = 0;
        let scale = between_units(other.card, one.card);
        // The other's places of the same part of the population, found once for all its units.
        let mut part = None;
        let mut beside: &[Spot<'a>] = &[];
        for Spot { place, series, unit } in one.spots {
            if part != Some(place.disaggregation) {
                part = Some(place.disaggregation);
                beside = other.of(place.disaggregation);
            }
            let Some(others) = series_of(beside, *unit) else { continue };
            for (year, cell) in &series.cells {
                let (Cell::Value(a), Some(b)) = (cell, others.point(*year)) else { continue };
                if !side_by_side(a.period, b.period) {
                    continue;
                }
                let above = match (count_of(left.of, a), count_of(right.of, b)) {
                    (Some(a), Some(b)) => Some(a > b),
                    // A value that is itself a count beside a numerator.
                    (one_count, other_count) => value_above(
                        (left, one.card, a, one_count),
                        (right, other.card, b, other_count),
                        scale.as_ref(),
                    ),
                };
                let Some(above) = above else { continue };
                checked += 1;
                if above {
                    let counted = a.counts.is_some() && b.counts.is_some();
                    let first = Named::of(one.card, place, a, column_of(left.of, counted));
                    let second =
                        Named { card: other.card, point: b, column: column_of(right.of, counted), ..first };
                    broken.push((first, second));
                }
            }
        }
        self.checked += checked;
        for (first, second) in broken {
            let (first, second) = (first.cell(), second.cell());
            let remedy = message(
                alloc::format!("check both figures; the first should be at most {}", second.value),
                alloc::format!("请核对两处，前者应不大于{}", second.value),
            );
            self.say_of(relation, alloc::vec![first, second], remedy);
        }
    }

    /// Figures that are one number: compared with the one that most of them have.
    fn check_same(&mut self, relation: &'a Relation, figures: &'a [Figure]) {
        let reported_by: Vec<(&'a Figure, Entry<'a>)> =
            figures.iter().filter_map(|figure| Some((figure, self.entry(figure.indicator())?))).collect();
        if reported_by.len() < 2 {
            return;
        }
        let mut broken: Vec<(Named<'a>, Option<u64>, Named<'a>)> = Vec::new();
        let mut checked = 0;
        let mut reported: Vec<(u64, Named<'a>)> = Vec::with_capacity(reported_by.len());
        let mut counts: Vec<u64> = Vec::with_capacity(reported_by.len());
        // Every list is in the order of the places: they are walked together.
        let mut walks: Vec<&'a [Spot<'a>]> = reported_by.iter().map(|(_, entry)| entry.spots).collect();
        let mut here: Vec<(&'a Place, &'a IndicatorCard, &'a Figure, &'a Series)> =
            Vec::with_capacity(reported_by.len());
        let key = |spot: &Spot<'a>| (spot.place.disaggregation, spot.unit);
        while let Some(least) = walks.iter().filter_map(|walk| walk.first()).map(key).min() {
            here.clear();
            // What is of one place stays in the order of the relation.
            for ((figure, entry), walk) in reported_by.iter().zip(&mut walks) {
                if let Some((spot, rest)) = walk.split_first().filter(|(spot, _)| key(spot) == least) {
                    here.push((spot.place, entry.card, figure, spot.series));
                    *walk = rest;
                }
            }
            if here.len() < 2 {
                continue;
            }
            let years: YearSet = here.iter().flat_map(|(.., series)| series.cells.keys().copied()).collect();
            for year in years.iter() {
                match is_one_number(&here, year) {
                    Some(Alike::Nothing) => continue,
                    Some(Alike::Checked) => {
                        checked += 1;
                        continue;
                    }
                    None => {}
                }
                reported.clear();
                for (place, card, figure, series) in &here {
                    let Some(point) = series.point(year) else { continue };
                    let count = count_of(figure.of, point).or_else(|| whole_value(figure, point));
                    let Some(count) = count else { continue };
                    reported.push((count, Named::of(card, place, point, column_of(figure.of, true))));
                }
                let Some(time) = reported.first().map(|(_, named)| named.point.period) else { continue };
                reported.retain(|(_, named)| side_by_side(named.point.period, time));
                if reported.len() < 2 {
                    continue;
                }
                checked += 1;
                counts.clear();
                counts.extend(reported.iter().map(|(count, _)| *count));
                counts.sort_unstable();
                let votes = |count: u64| {
                    let from = counts.partition_point(|other| *other < count);
                    counts.partition_point(|other| *other <= count) - from
                };
                let Some((most, kept)) =
                    reported.iter().rev().max_by_key(|(count, _)| votes(*count)).copied()
                else {
                    continue;
                };
                for (count, named) in reported.iter().filter(|(count, _)| *count != most) {
                    let tie = votes(*count) == votes(most);
                    // Of two that disagree neither is known to be right: in the order of the relation.
                    let (one, other) = if tie { (kept, *named) } else { (*named, kept) };
                    broken.push((one, (!tie).then_some(most), other));
                }
            }
        }
        self.checked += checked;
        for (first, right, second) in broken {
            let remedy = match right {
                Some(right) => message(
                    alloc::format!("correct the first figure; most of the others have {right}"),
                    alloc::format!("请改正前者：其他各项多为{right}"),
                ),
                None => message(
                    "the two should be one number; correct the one that is wrong",
                    "两数应相同，请改正有误的一处",
                ),
            };
            self.say_of(relation, alloc::vec![first.cell(), second.cell()], remedy);
        }
    }

    /// The change of a denominator from one year to the next, for the area as a whole.
    fn check_change(&mut self, relation: &'a Relation, figures: &'a [Figure], most: &Ratio) {
        /// Smaller counts change as chance has it.
        const LEAST: u64 = 100;
        let mut settled = YearSet::default();
        for figure in figures {
            let Some(entry) = self.entry(figure.indicator()) else { continue };
            let Some(series) = entry.at(Disaggregation::TOTAL, 0) else { continue };
            let card = entry.card;
            let mut before: Option<(Year, &'a Point, u64)> = None;
            let mut broken = Vec::new();
            for (year, cell) in &series.cells {
                let Cell::Value(point) = cell else { continue };
                let Some(count) = count_of(figure.of, point).or_else(|| whole_value(figure, point)) else {
                    continue;
                };
                let last = before.replace((*year, point, count));
                let Some((last_year, last_point, last)) = last else { continue };
                let new_definition = series.definition_since(*year).is_some_and(|since| since > last_year);
                if last_year.plus(1) != *year || new_definition || settled.contains(*year) {
                    continue;
                }
                settled.insert(*year);
                if last.max(count) < LEAST {
                    continue;
                }
                let change = Ratio::whole(count.abs_diff(last).into()) * Ratio::whole(100);
                self.checked += 1;
                if change > Ratio::whole(last.into()) * most {
                    broken.push((whole_area(card, point, figure), whole_area(card, last_point, figure)));
                }
            }
            for (now, last) in broken {
                let percent = shown(most);
                let remedy = message(
                    alloc::format!(
                        "a change of more than {percent} per cent in a year is unusual; check both figures, or give the reason"
                    ),
                    alloc::format!("与上年相差一般不超过{percent}％；请核对两个数，确有变化的请说明"),
                );
                self.say_of(relation, alloc::vec![now.cell(), last.cell()], remedy);
            }
        }
    }

    /// The plausible range of the area's value.
    fn check_range(
        &mut self,
        relation: &'a Relation,
        entry: Entry<'a>,
        (low, above_zero, high): &(Ratio, Option<Ratio>, Option<Ratio>),
    ) {
        let Some(series) = entry.at(Disaggregation::TOTAL, 0) else { return };
        let card = entry.card;
        let mut broken = Vec::new();
        let mut checked = 0;
        for cell in series.cells.values() {
            let Cell::Value(point) = cell else { continue };
            checked += 1;
            if let Some(value) = point.exact() {
                let inside = value >= low
                    && high.as_ref().is_none_or(|high| value <= high)
                    && above_zero.as_ref().is_none_or(|least| value.is_zero() || value >= least);
                if inside {
                    continue;
                }
            }
            let span = Span::of_value(point, card);
            let end = |end: &Ratio| Span::exactly(end.clone());
            let beyond = |bound: &Ratio, above: bool| match point.counts {
                Some(counts) => chance::is_beyond(card, counts, bound, above),
                None => true,
            };
            let too_high = high.as_ref().is_some_and(|high| span.is_above(&end(high)) && beyond(high, true));
            let least = match above_zero {
                // What may be 0 is compared with nothing above it.
                Some(least) if span.low.as_ref().is_some_and(|(end, _)| end.signum() > 0) => least,
                _ => low,
            };
            let too_low = end(least).is_above(&span) && beyond(least, false);
            if too_high || too_low {
                broken.push(Named {
                    card,
                    disaggregation: Disaggregation::TOTAL,
                    unit: None,
                    point,
                    column: AuditColumn::Value,
                });
            }
        }
        self.checked += checked;
        if broken.is_empty() {
            return;
        }
        let (unit, unit_en) = (card.unit.symbol(), after_number(Some(card.unit)));
        let low = shown(above_zero.as_ref().unwrap_or(low));
        let high = high.as_ref().map(shown);
        let (or_none, or_none_en) = match above_zero {
            Some(_) => ("（或为0）", " (or 0)"),
            None => ("", ""),
        };
        for named in broken {
            let remedy = match &high {
                Some(high) => message(
                    alloc::format!(
                        "the plausible range is {low} to {high}{unit}{or_none}; check the value, its decimal point and its unit",
                        unit = unit_en,
                        or_none = or_none_en
                    ),
                    alloc::format!("一般在{low}至{high}{unit}之间{or_none}；请核对数值、小数点和单位"),
                ),
                None => message(
                    alloc::format!(
                        "plausible values start at {low}{unit}{or_none}; check the value, its decimal point and its unit",
                        unit = unit_en,
                        or_none = or_none_en
                    ),
                    alloc::format!("一般不低于{low}{unit}{or_none}；请核对数值、小数点和单位"),
                ),
            };
            self.say_of(relation, alloc::vec![named.cell()], remedy);
        }
    }
}

/// What figures of one place and year are that do not contradict each other.
enum Alike {
    /// At most one of them is there.
    Nothing,
    /// Two or more, all the same.
    Checked,
}

/// The common case: all figures that are there are one number of one time; `None` where it has to be looked at.
fn is_one_number(here: &[(&Place, &IndicatorCard, &Figure, &Series)], year: Year) -> Option<Alike> {
    let mut first: Option<(u64, crate::values::Period)> = None;
    let mut reported = 0;
    for (_, _, figure, series) in here {
        let Some(point) = series.point(year) else { continue };
        let count = count_of(figure.of, point).or_else(|| whole_value(figure, point));
        let Some(count) = count else { continue };
        reported += 1;
        let (one, time) = *first.get_or_insert((count, point.period));
        if one != count || time != point.period {
            return None;
        }
    }
    Some(if reported < 2 { Alike::Nothing } else { Alike::Checked })
}

/// A figure of the area as a whole.
fn whole_area<'a>(card: &'a IndicatorCard, point: &'a Point, figure: &Figure) -> Named<'a> {
    let column = column_of(figure.of, true);
    Named { card, disaggregation: Disaggregation::TOTAL, unit: None, point, column }
}

/// What brings a value of one indicator to the unit of another; none where it is the same.
pub(super) fn between_units(of: &IndicatorCard, to: &IndicatorCard) -> Option<Ratio> {
    match of.unit.factor(to.unit) {
        Some((times, over)) if times != over => Ratio::quotient(times.into(), over.into()),
        _ => None,
    }
}

/// A value as a count: of what does not come whole the catalogue takes none where things are counted.
fn whole_value(figure: &Figure, point: &Point) -> Option<u64> {
    let value = point.exact().filter(|_| figure.of == FigureOf::Value)?;
    u64::try_from(value.floor()?).ok()
}

/// What is known of a figure in its own unit; none where it is a count and the cell has none.
pub(super) fn number_of(of: FigureOf, counted: bool, card: &IndicatorCard, point: &Point) -> Option<Span> {
    match of {
        FigureOf::Value => Some(Span::of_value(point, card)),
        FigureOf::Cases if !counted => Some(Span::of_value(point, card)),
        _ => Some(Span::exactly(Ratio::whole(count_of(of, point)?.into()))),
    }
}

/// One side of a comparison: its figure, its indicator, its cell, and its count where it has one.
type Side<'a> = (&'a Figure, &'a IndicatorCard, &'a Point, Option<u64>);

/// Whether the left is surely above the right; none where one of them is not there.
fn value_above(left: Side<'_>, right: Side<'_>, scale: Option<&Ratio>) -> Option<bool> {
    let plain = |(figure, _, point, count): Side<'_>| match figure.of {
        FigureOf::Numerator | FigureOf::Denominator => count.map(|count| Ratio::whole(count.into())),
        _ => point.exact().cloned(),
    };
    let known = |(figure, card, point, _): Side<'_>| number_of(figure.of, false, card, point);
    if let (Some(a), Some(b)) = (plain(left), plain(right)) {
        let b = match scale {
            Some(scale) => b * scale,
            None => b,
        };
        if a <= b {
            return Some(false);
        }
    }
    let (a, b) = (known(left)?, known(right)?);
    let b = match scale {
        Some(scale) => b.times(scale),
        None => b,
    };
    Some(a.is_above(&b))
}
