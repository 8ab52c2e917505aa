//! Relations between any figures: sums, totals, shares and means, rosters, in each place and year.

use alloc::vec::Vec;

use super::desk::{Desk, Named, column_of, shown, side_by_side};
use super::layout::{Entry, OnRoster, series_of};
use super::named::{between_units, number_of};
use super::span::{Span, count_of};
use super::{AuditCell, AuditUnit};
use crate::data::Missing;
use crate::data::series::{Cell, Point};
use crate::error::{Message, message};
use crate::plan::{AuditLevel, Figure, FigureOf, IndicatorCard, Relation, RelationKind};
use crate::values::{Disaggregation, Period, Ratio, ReportingUnit, Year};

/// A figure with the rows it is taken from.
struct Source<'a> {
    figure: &'a Figure,
    /// The rows of its indicator; none for a roster, the calendar or a number.
    entry: Option<Entry<'a>>,
    /// What its value is multiplied by, for its own fraction and the unit of the relation.
    scale: Option<Ratio>,
}

/// What a figure says in one place and year.
struct Reported<'a> {
    span: Span,
    /// The cell, where it is one.
    named: Option<Named<'a>>,
    /// The cells behind a sum over units, as one.
    sum: Option<AuditCell>,
    period: Option<Period>,
}

impl<'a> Reported<'a> {
    fn cell(&self) -> Option<AuditCell> {
        self.named.as_ref().map(Named::cell).or_else(|| self.sum.clone())
    }
}

/// The place and year in which a relation is checked.
#[derive(Clone, Copy)]
struct Here<'a> {
    disaggregation: Disaggregation,
    /// The number of the unit, and the unit.
    number: u32,
    unit: Option<&'a ReportingUnit>,
    year: Year,
}

/// What a figure is in one place and year, where it is known exactly.
enum Exact {
    /// There is none, so that the relation says nothing here.
    Missing,
    /// It has to be worked out.
    Unclear,
    Number(Ratio, Option<Period>),
}

impl<'a> Desk<'a> {
    /// Every other relation: all figures are looked up in each place and year of the first that is of a cell.
    pub(super) fn check_any(&mut self, relation: &'a Relation) {
        let mut sources: Vec<Source<'a>> = Vec::new();
        let mut unit = None;
        for (_, figure) in relation.says.figures() {
            let entry = match figure.is_of_a_cell() {
                true => match self.entry(figure.indicator()) {
                    Some(entry) => Some(entry),
                    None => return,
                },
                false => None,
            };
            let card = entry.map(|entry| entry.card);
            let mut scale = figure.times.map(|times| times.to_ratio());
            if let (FigureOf::Value | FigureOf::Cases, Some(card)) = (figure.of, card) {
                match unit {
                    None => unit = Some(card),
                    Some(first) => {
                        let convert = between_units(card, first);
                        scale = match (scale, convert) {
                            (Some(scale), Some(convert)) => Some(scale * convert),
                            (scale, convert) => scale.or(convert),
                        };
                    }
                }
            }
            sources.push(Source { figure, entry, scale });
        }
        let anchor =
            sources.iter().find(|source| source.entry.is_some() && source.figure.unit_kind.is_none());
        // A figure of one part of the population stands beside those of the whole.
        let of_the_whole = sources.iter().any(|source| source.figure.disaggregation.is_some());
        match anchor.and_then(|anchor| Some((anchor.figure.disaggregation, anchor.entry?))) {
            Some((fixed, own)) => {
                for spot in own.spots {
                    let part = spot.place.disaggregation;
                    let disaggregation = match fixed {
                        Some(fixed) if fixed != part => continue,
                        Some(_) => Disaggregation::TOTAL,
                        None => part,
                    };
                    if of_the_whole && disaggregation != Disaggregation::TOTAL {
                        continue;
                    }
                    let (number, unit) = (spot.unit, spot.place.unit.as_ref());
                    for (year, cell) in &spot.series.cells {
                        if matches!(cell, Cell::Value(_)) {
                            let here = Here { disaggregation, number, unit, year: *year };
                            self.check_here(relation, &sources, here);
                        }
                    }
                }
            }
            // Sums over units alone are of the area, in every year that has a roster.
            None => {
                let kind = sources.iter().find(|source| source.entry.is_some());
                let kind = kind.and_then(|source| source.figure.unit_kind.as_deref());
                let rosters = self.rosters;
                for on in rosters.iter().filter(|on| Some(&*on.roster.kind) == kind) {
                    let (disaggregation, year) = (Disaggregation::TOTAL, on.roster.year);
                    self.check_here(relation, &sources, Here { disaggregation, number: 0, unit: None, year });
                }
            }
        }
    }

    /// All figures of one place and year.
    fn check_here(&mut self, relation: &'a Relation, sources: &[Source<'a>], here: Here<'a>) {
        let counted = sources
            .iter()
            .filter(|source| source.figure.of == FigureOf::Cases)
            .all(|source| self.point(source, here).is_some_and(|(.., point)| point.counts.is_some()));
        // Nearly always the figures as they stand settle it: what holds for them holds whatever their last digits were.
        let mut exact = core::mem::take(&mut self.exact);
        exact.clear();
        let (mut first, mut side_by_side_all, mut clear) = (None, true, true);
        let mut missing = false;
        for source in sources {
            match self.exact(source, here, counted) {
                Exact::Missing => {
                    missing = true;
                    break;
                }
                Exact::Unclear => {
                    clear = false;
                    break;
                }
                Exact::Number(value, period) => {
                    exact.push(value);
                    if let Some(period) = period {
                        side_by_side_all &= side_by_side(period, *first.get_or_insert(period));
                    }
                }
            }
        }
        let holds = clear && !missing && side_by_side_all && holds_exactly(relation, sources, &exact);
        self.exact = exact;
        if missing || (clear && !side_by_side_all) {
            return;
        }
        if holds {
            self.checked += 1;
            return;
        }
        let reported: Option<Vec<Reported<'a>>> =
            sources.iter().map(|source| self.reported(source, here, counted)).collect();
        let Some(reported) = reported else { return };
        let mut periods = reported.iter().filter_map(|reported| reported.period);
        let first = periods.next();
        if periods.any(|at| first.is_some_and(|first| !side_by_side(at, first))) {
            return;
        }
        self.checked += 1;
        self.judge(relation, reported);
    }

    /// A figure as it stands.
    fn exact(&self, source: &Source<'a>, here: Here<'a>, counted: bool) -> Exact {
        let scaled = |value: Ratio| match &source.scale {
            Some(scale) => value * scale,
            None => value,
        };
        match source.figure.of {
            FigureOf::Number(value) => return Exact::Number(scaled(value.to_ratio()), None),
            FigureOf::DaysOfTheYear | FigureOf::RosterSize => return Exact::Unclear,
            _ if source.figure.unit_kind.is_some() => return Exact::Unclear,
            _ => {}
        }
        let Some((_, _, point)) = self.point(source, here) else { return Exact::Missing };
        let is_value = match source.figure.of {
            FigureOf::Value => true,
            FigureOf::Cases => !counted,
            _ => false,
        };
        let value = match (is_value, count_of(source.figure.of, point)) {
            (true, _) => match point.exact() {
                Some(value) => value.clone(),
                None => return Exact::Unclear,
            },
            (false, Some(count)) => Ratio::whole(count.into()),
            (false, None) => return Exact::Missing,
        };
        Exact::Number(scaled(value), Some(point.period))
    }

    /// The cell of a figure in a place and year.
    fn point(
        &self,
        source: &Source<'a>,
        here: Here<'a>,
    ) -> Option<(&'a IndicatorCard, Disaggregation, &'a Point)> {
        let entry = source.entry?;
        let disaggregation = source.figure.disaggregation.unwrap_or(here.disaggregation);
        let point = entry.at(disaggregation, here.number)?.point(here.year)?;
        Some((entry.card, disaggregation, point))
    }

    fn reported(&self, source: &Source<'a>, here: Here<'a>, counted: bool) -> Option<Reported<'a>> {
        let scaled = |span: Span| match &source.scale {
            Some(scale) => span.times(scale),
            None => span,
        };
        let number = |value: Ratio| Reported {
            span: scaled(Span::exactly(value)),
            named: None,
            sum: None,
            period: None,
        };
        match source.figure.of {
            FigureOf::Number(value) => return Some(number(value.to_ratio())),
            FigureOf::DaysOfTheYear => {
                let year = here.year.number();
                let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
                return Some(number(Ratio::whole(if leap { 366 } else { 365 })));
            }
            FigureOf::RosterSize => {
                if here.unit.is_some() || here.disaggregation != Disaggregation::TOTAL {
                    return None;
                }
                let roster = self.roster(source.figure.unit_kind.as_ref()?, here.year)?.roster;
                return Some(number(Ratio::whole(i128::try_from(roster.members.len()).ok()?)));
            }
            _ => {}
        }
        if source.figure.unit_kind.is_some() {
            return self.sum(source, here, &scaled);
        }
        let (card, disaggregation, point) = self.point(source, here)?;
        let span = number_of(source.figure.of, counted, card, point)?;
        let column = column_of(source.figure.of, counted);
        let named = Named { card, disaggregation, unit: here.unit, point, column };
        Some(Reported { span: scaled(span), named: Some(named), sum: None, period: Some(point.period) })
    }

    /// The sum over all units on the roster.
    fn sum(
        &self,
        source: &Source<'a>,
        here: Here<'a>,
        scaled: &dyn Fn(Span) -> Span,
    ) -> Option<Reported<'a>> {
        if here.unit.is_some() {
            return None;
        }
        let kind = source.figure.unit_kind.as_ref()?;
        let on = self.roster(kind, here.year).filter(|on| !on.roster.members.is_empty())?;
        let roster = on.roster;
        let entry = source.entry?;
        let disaggregation = source.figure.disaggregation.unwrap_or(here.disaggregation);
        let spots = entry.of(disaggregation);
        let mut total = Span::exactly(Ratio::zero());
        let mut first: Option<Named<'a>> = None;
        for unit in on.units.iter().filter(|_| on.units.len() == roster.members.len()) {
            // The area itself is no unit.
            let series = series_of(spots, *unit).filter(|_| *unit != 0)?;
            let point = match series.cells.get(&here.year)? {
                Cell::Value(point) => point,
                // What does not apply to a unit is nothing there.
                Cell::Missing(Missing::NotApplicable) => continue,
                _ => return None,
            };
            let column = column_of(source.figure.of, true);
            total = total.plus(&number_of(source.figure.of, true, entry.card, point)?);
            first = first.or(Some(Named { card: entry.card, disaggregation, unit: None, point, column }));
        }
        let first = first?;
        let shown = total.low.as_ref().map_or_else(Default::default, |(low, _)| shown(low));
        let sum = AuditCell {
            area_unit: Some(AuditUnit::All { kind: kind.clone(), count: roster.members.len() }),
            value: shown,
            unit: None,
            source: None,
            ..first.cell()
        };
        Some(Reported { span: scaled(total), named: None, sum: Some(sum), period: Some(first.point.period) })
    }

    pub(super) fn roster(&self, kind: &str, year: Year) -> Option<&'a OnRoster<'a>> {
        let of = |on: &OnRoster<'a>| (on.roster.year, &*on.roster.kind).cmp(&(year, kind));
        self.rosters.get(self.rosters.binary_search_by(of).ok()?)
    }

    /// Says what does not hold; `reported` has the figures in the order of the relation.
    fn judge(&mut self, relation: &Relation, reported: Vec<Reported<'a>>) {
        let sum = |parts: &[Reported<'a>]| {
            let mut spans = parts.iter().map(|part| part.span.clone());
            let first = spans.next()?;
            Some(spans.fold(first, |all, next| all.plus(&next)))
        };
        let mut level = relation.level;
        let remedy: Option<Message> = match &relation.says {
            RelationKind::Order { left, .. } | RelationKind::PartOf { left, .. } => {
                let (left, right) = reported.split_at(left.len().min(reported.len()));
                let (Some(left), Some(right)) = (sum(left), sum(right)) else { return };
                left.is_above(&right).then(|| {
                    let (left, right) = (middle(&left), middle(&right));
                    message(
                        alloc::format!(
                            "the first side makes {left} and should be at most {right}; check the figures"
                        ),
                        alloc::format!("前者合计{left}，应不大于{right}，请核对各数"),
                    )
                })
            }
            RelationKind::Sum { .. } => {
                let Some((whole, parts)) = reported.split_last() else { return };
                let Some(parts) = sum(parts) else { return };
                parts.is_apart_from(&whole.span).then(|| {
                    let (parts, whole) = (middle(&parts), middle(&whole.span));
                    message(
                        alloc::format!(
                            "the parts add up to {parts} and should make {whole}; check the figures"
                        ),
                        alloc::format!("各部分合计{parts}，应为{whole}，请核对"),
                    )
                })
            }
            RelationKind::Within { percent, .. } => {
                let [left, right] = reported.as_slice() else { return };
                let hundred = Ratio::whole(100);
                let part = |more: bool| {
                    let percent = percent.to_ratio();
                    let factor = if more { &hundred + &percent } else { &hundred - &percent };
                    factor.over(&hundred).unwrap_or_else(Ratio::zero)
                };
                let most = right.span.times(&part(true));
                let least = right.span.times(&part(false));
                (left.span.is_above(&most) || least.is_above(&left.span)).then(|| {
                    message(
                        alloc::format!(
                            "the two usually differ by at most {percent} per cent; check both figures"
                        ),
                        alloc::format!("两数相差一般不超过{percent}％，请核对两处"),
                    )
                })
            }
            RelationKind::Between { .. } => {
                let Some((total, parts)) = reported.split_first() else { return };
                let above = parts.iter().all(|part| total.span.is_above(&part.span));
                let below = parts.iter().all(|part| part.span.is_above(&total.span));
                (above || below).then(|| {
                    message(
                        "the total should lie between its parts; check all figures",
                        "合计应介于各部分之间，请核对各数",
                    )
                })
            }
            RelationKind::ShareAndMean { bound, .. } => {
                let [share, mean] = reported.as_slice() else { return };
                let per = share.named.and_then(|named| named.card.unit.per()).unwrap_or(100);
                let value = share.named.and_then(|named| named.point.exact().cloned());
                let all = value.as_ref() == Some(&Ratio::whole(per.into()));
                let none = value.as_ref().is_some_and(Ratio::is_zero);
                let bound_span = Span::exactly(bound.to_ratio());
                if share.named.is_none_or(|named| named.point.counts.is_none()) {
                    // A printed share of 100 may have been 99.96.
                    level = AuditLevel::Should;
                }
                let surely_less = bound_span.is_above(&mean.span);
                let reaches = mean.span.low.as_ref().is_some_and(|(low, _)| *low >= bound.to_ratio());
                if all && surely_less {
                    Some(message(
                        alloc::format!(
                            "where all reach it, the mean is at least {bound}; check both figures"
                        ),
                        alloc::format!("全部达到的，平均值应不低于{bound}，请核对两处"),
                    ))
                } else if none && reaches {
                    Some(message(
                        alloc::format!(
                            "where nobody reaches it, the mean is below {bound}; check both figures"
                        ),
                        alloc::format!("无一达到的，平均值应低于{bound}，请核对两处"),
                    ))
                } else {
                    None
                }
            }
            RelationKind::Consequence { below, .. } => {
                let [cause, effect] = reported.as_slice() else { return };
                let zero = Span::exactly(Ratio::zero());
                let reaches = effect.span.low.as_ref().is_some_and(|(low, _)| *low >= below.to_ratio());
                (cause.span.is_above(&zero) && reaches).then(|| {
                    message(
                        alloc::format!(
                            "the second is then usually below {below}; check both figures, or give the reason"
                        ),
                        alloc::format!("后者一般低于{below}，请核对两处，确属如此的请说明"),
                    )
                })
            }
            _ => None,
        };
        if let Some(remedy) = remedy {
            let cells = reported.iter().filter_map(Reported::cell).collect();
            self.say_at(relation, level, cells, remedy);
        }
    }
}

/// Whether a relation holds for exact figures, in its order. Half a last digit more on each side takes nothing from that. False
/// where it has to be looked at.
fn holds_exactly(relation: &Relation, sources: &[Source<'_>], exact: &[Ratio]) -> bool {
    let sum = |parts: &[Ratio]| {
        let (first, rest) = parts.split_first()?;
        Some(rest.iter().fold(first.clone(), |sum, part| sum + part))
    };
    let hundred = Ratio::whole(100);
    match &relation.says {
        RelationKind::Order { left, .. } | RelationKind::PartOf { left, .. } => {
            let (left, right) = exact.split_at(left.len().min(exact.len()));
            sum(left).zip(sum(right)).is_some_and(|(left, right)| left <= right)
        }
        RelationKind::Sum { .. } => {
            exact.split_last().is_some_and(|(whole, parts)| sum(parts).is_some_and(|parts| parts == *whole))
        }
        RelationKind::Within { percent, .. } => {
            let (percent, [left, right]) = (percent.to_ratio(), exact) else { return false };
            let left = left * &hundred;
            percent <= hundred
                && left <= right * (&hundred + &percent)
                && left >= right * (&hundred - &percent)
        }
        RelationKind::Between { .. } => exact.split_first().is_some_and(|(total, parts)| {
            parts.iter().any(|part| part <= total) && parts.iter().any(|part| part >= total)
        }),
        RelationKind::ShareAndMean { .. } => {
            let ([share, _], Some(source)) = (exact, sources.first()) else { return false };
            let plain = source.figure.of == FigureOf::Value && source.scale.is_none();
            let per = source.entry.and_then(|entry| entry.card.unit.per()).unwrap_or(100);
            // Where neither all nor nobody reaches the bound, the mean may be anything.
            plain && !share.is_zero() && *share != Ratio::whole(per.into())
        }
        RelationKind::Consequence { below, .. } => {
            let [cause, effect] = exact else { return false };
            cause.signum() <= 0 || *effect < below.to_ratio()
        }
        _ => false,
    }
}

/// A number in the middle of what is known, for print.
fn middle(span: &Span) -> alloc::string::String {
    match (&span.low, &span.high) {
        (Some((low, _)), Some((high, _))) => {
            shown(&(low + high).over(&Ratio::whole(2)).unwrap_or_else(Ratio::zero))
        }
        (Some((end, _)), None) | (None, Some((end, _))) => shown(end),
        (None, None) => "…".into(),
    }
}
