//! From observations to series: what each cell says after duplicates, statuses, units and impossible values are settled.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::area::{AreaUnit, Stratum};
use crate::catalogue::Catalogue;
use crate::exact::{Number, Ratio};
use crate::finding::{Finding, FindingKind};
use crate::indicator::{Between, Calendar, Gap, GapMeasure, IndicatorCard};
use crate::observation::{Datum, Member, Missing, Observation, Roster, Status};
use crate::period::{Date, Period, Year};
use crate::quantity::{Counts, End, Value};
use crate::unit::Unit;

/// What is known of a value, in the indicator's unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Known {
    /// The value.
    Exactly(Ratio),
    /// Two ends, each with whether it belongs.
    Between(Option<(Ratio, bool)>, Option<(Ratio, bool)>),
}

/// A usable value of one year.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    pub known: Known,
    pub counts: Option<Counts>,
    /// As given.
    pub value: Value,
    pub unit: Unit,
    pub status: Status,
    pub period: Period,
    pub source: Cow<'static, str>,
}

impl Known {
    /// The least it can be.
    pub(crate) fn least(&self) -> Option<Ratio> {
        match self {
            Self::Exactly(value) => Some(value.clone()),
            Self::Between(low, _) => low.as_ref().map(|(end, _)| end.clone()),
        }
    }
}

impl Point {
    pub(crate) fn exact(&self) -> Option<&Ratio> {
        match &self.known {
            Known::Exactly(value) => Some(value),
            Known::Between(..) => None,
        }
    }
}

/// Why a cell that was filled cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unusable {
    /// Two values of one status.
    Conflict,
    /// A value that cannot be.
    Impossible,
    /// A stratum or unit of a gap is missing.
    PartMissing,
}

/// What one year's cell says.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every cell is a value; a box each would cost more than it saves"
)]
pub(crate) enum Cell {
    Value(Point),
    Missing(Missing),
    Unusable(Unusable),
}

/// One indicator in one place, by year.
#[derive(Debug, Clone, Default)]
pub(crate) struct Series {
    pub cells: BTreeMap<Year, Cell>,
    /// The days on which something happened.
    pub days: BTreeSet<Date>,
    /// The years from which another definition holds.
    pub breaks: BTreeSet<Year>,
}

impl Series {
    pub(crate) fn point(&self, year: Year) -> Option<&Point> {
        match self.cells.get(&year) {
            Some(Cell::Value(point)) => Some(point),
            _ => None,
        }
    }

    /// The points from one year to another, both included.
    pub(crate) fn points(&self, from: Year, to: Year) -> impl DoubleEndedIterator<Item = (Year, &Point)> {
        // An inverted range of a map panics.
        let range = if from <= to { from..=to } else { to..=to };
        let cells = self.cells.range(range).filter(move |_| from <= to);
        cells.filter_map(|(year, cell)| match cell {
            Cell::Value(point) => Some((*year, point)),
            _ => None,
        })
    }

    /// The year from which one definition holds up to the given year.
    pub(crate) fn definition_since(&self, year: Year) -> Option<Year> {
        self.breaks.range(..=year).next_back().copied()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    area: Cow<'static, str>,
    indicator: Cow<'static, str>,
    stratum: Stratum,
    unit: Option<AreaUnit>,
}

/// Area, year and kind of unit.
type RosterKey = (Cow<'static, str>, Year, Cow<'static, str>);

/// Observations and rosters, settled cell by cell and ready to be judged; with what was odd about them.
///
/// Order and repetition of the observations change nothing.
///
/// ```
/// use dabiao::{Catalogue, Data, Status, Year, per_100k, indicators::MATERNAL_MORTALITY_RATIO};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let early = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14")).status(Status::Provisional);
/// let settled = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"));
/// let data = Data::new(&catalogue, [early, settled], []);
/// assert!(data.findings().is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Data {
    series: BTreeMap<Place, Series>,
    rosters: BTreeMap<RosterKey, Roster>,
    findings: Vec<Finding>,
    refused: usize,
    /// Cells of which only values in a wrong unit are known.
    spoilt: BTreeSet<(Place, Year)>,
}

impl Data {
    /// Settles the observations of one or more areas.
    #[must_use]
    pub fn new(
        catalogue: &Catalogue,
        observations: impl IntoIterator<Item = Observation>,
        rosters: impl IntoIterator<Item = Roster>,
    ) -> Self {
        let mut data = Self::default();
        let mut sizes: BTreeMap<RosterKey, BTreeMap<Cow<'static, str>, BTreeSet<u64>>> = BTreeMap::new();
        for roster in rosters {
            let known = sizes.entry((roster.area, roster.year, roster.kind)).or_default();
            for member in roster.members {
                known.entry(member.id).or_default().extend(member.size);
            }
        }
        for ((area, year, kind), members) in sizes {
            // Two sizes for one unit are none.
            let size = |sizes: BTreeSet<u64>| sizes.first().copied().filter(|_| sizes.len() == 1);
            let members = members.into_iter().map(|(id, sizes)| Member { id, size: size(sizes) }).collect();
            let key = (area.clone(), year, kind.clone());
            data.rosters.insert(key, Roster { area, kind, year, members });
        }
        let mut cells: BTreeMap<(Place, Year), Vec<Observation>> = BTreeMap::new();
        for observation in observations {
            data.take(catalogue, observation, &mut cells);
        }
        for (place, year) in core::mem::take(&mut data.spoilt) {
            let series = data.series.entry(place.clone()).or_default();
            if !cells.contains_key(&(place, year)) {
                series.cells.insert(year, Cell::Unusable(Unusable::Impossible));
            }
        }
        for ((place, year), entries) in cells {
            let Ok(card) = catalogue.indicator(&place.indicator) else { continue };
            let breaks = entries.iter().any(|entry| entry.break_before);
            let cell = data.settle(card, &entries);
            let series = data.series.entry(place).or_default();
            series.cells.extend(cell.map(|cell| (year, cell)));
            series.breaks.extend(breaks.then_some(year));
        }
        data.look_over(catalogue);
        data.findings.sort_by_cached_key(|finding| {
            (finding.source.clone(), finding.cell.clone(), finding.kind.to_string())
        });
        data.findings.dedup();
        data
    }

    /// What was odd.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many observations were refused.
    #[must_use]
    pub const fn refused(&self) -> usize {
        self.refused
    }

    /// The areas that anything was observed in.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        let areas: BTreeSet<&str> = self.series.keys().map(|place| &*place.area).collect();
        areas.into_iter()
    }

    fn refuse(&mut self, observation: &Observation, kind: FindingKind) {
        self.refused += 1;
        self.findings.push(Finding::about(observation, kind));
    }

    /// Sorts one observation into its cell, or refuses it.
    fn take(
        &mut self,
        catalogue: &Catalogue,
        mut observation: Observation,
        cells: &mut BTreeMap<(Place, Year), Vec<Observation>>,
    ) {
        let card = match catalogue.indicator(&observation.indicator) {
            Ok(card) => card,
            Err(error) => {
                let message = error.to_string();
                return self.refuse(&observation, FindingKind::UnknownIndicator { message });
            }
        };
        observation.indicator = card.id.clone();
        if observation.stratum == card.stratum {
            observation.stratum = Stratum::TOTAL;
        }
        let place = Place {
            area: observation.area.clone(),
            indicator: observation.indicator.clone(),
            stratum: observation.stratum,
            unit: observation.area_unit.clone(),
        };
        if let (Period::Day(day), Datum::Value(value)) = (observation.period, observation.datum) {
            let early = catalogue.plans().all(|plan| day.year() < plan.first);
            let once = value == Value::Number(Number::from(1_u32)) && observation.unit == card.unit;
            if card.calendar != Calendar::Event || early || !once {
                return self.refuse(&observation, FindingKind::NotAnEvent);
            }
            self.series.entry(place).or_default().days.insert(day);
            return;
        }
        if let Datum::Value(value) = observation.datum {
            let (counts, number) = match value {
                Value::Number(_) | Value::Interval(_) => (false, true),
                Value::Counts(_) => (true, false),
                Value::Both { .. } => (true, true),
            };
            if number && observation.unit.factor(card.unit).is_none() {
                let (given, expected) = (observation.unit, card.unit);
                self.spoilt.insert((place, observation.period.year()));
                return self.refuse(&observation, FindingKind::WrongUnit { given, expected });
            }
            if counts && card.unit.per().is_none() {
                self.spoilt.insert((place, observation.period.year()));
                return self.refuse(&observation, FindingKind::NoQuotient { expected: card.unit });
            }
        }
        let year = observation.period.year();
        cells.entry((place, year)).or_default().push(observation);
    }

    /// One cell out of all that was said about it: final before provisional before estimated, counts before rates.
    fn settle(&mut self, card: &IndicatorCard, entries: &[Observation]) -> Option<Cell> {
        let values = entries.iter().filter(|entry| matches!(entry.datum, Datum::Value(_)));
        let status = values.clone().map(|entry| entry.status).max();
        let mut missing: Vec<Missing> = Vec::new();
        for entry in entries {
            if let Datum::Missing(why) = entry.datum {
                missing.push(why);
            }
        }
        missing.sort_unstable();
        missing.dedup();
        let Some(status) = status else {
            let nowhere = missing.contains(&Missing::NotApplicable);
            return match missing.as_slice() {
                [] => None,
                [why] => Some(Cell::Missing(*why)),
                [first, .., last] if nowhere => Some(self.conflict(entries, first.en(), last.en())),
                [why, ..] => Some(Cell::Missing(*why)),
            };
        };
        let mut best: Vec<&Observation> = values.filter(|entry| entry.status == status).collect();
        best.sort_by_cached_key(|entry| {
            let plain_year = !matches!(entry.period, Period::Term(_));
            (rank(entry), plain_year, entry.source.clone(), shown(entry), entry.unit, entry.period)
        });
        let read: Vec<(Cell, &Observation)> =
            best.into_iter().map(|entry| (self.read(card, entry), entry)).collect();
        let mut settled: Option<(Cell, &Observation)> = None;
        for (cell, entry) in read {
            let Some((kept, first)) = &settled else {
                settled = Some((cell, entry));
                continue;
            };
            let one = match (kept, &cell) {
                (Cell::Value(kept), Cell::Value(next)) => self.agree(card, kept, next, entry),
                (Cell::Missing(a), Cell::Missing(b)) => a == b,
                (kept, next) => matches!((kept, next), (Cell::Unusable(_), Cell::Unusable(_))),
            };
            if !one {
                let (first, second) = (shown(first), shown(entry));
                return Some(self.conflict(entries, &first, &second));
            }
        }
        match settled {
            Some((Cell::Missing(Missing::NotApplicable), _)) => {}
            Some((_, entry)) if missing.contains(&Missing::NotApplicable) => {
                return Some(self.conflict(entries, &shown(entry), Missing::NotApplicable.en()));
            }
            _ => {}
        }
        settled.map(|(cell, _)| cell)
    }

    fn conflict(&mut self, entries: &[Observation], first: &str, second: &str) -> Cell {
        // The last row is the one that the office would look at; by source, so that order changes nothing.
        if let Some(last) = entries.iter().max_by_key(|entry| (entry.source.clone(), shown(entry))) {
            let (first, second) = if first <= second { (first, second) } else { (second, first) };
            let kind = FindingKind::Conflict { first: first.into(), second: second.into() };
            self.findings.push(Finding::about(last, kind));
        }
        Cell::Unusable(Unusable::Conflict)
    }

    /// Whether two values of one cell and status are one: equal, or a printed rate beside its counts.
    fn agree(&mut self, card: &IndicatorCard, kept: &Point, next: &Point, entry: &Observation) -> bool {
        match (kept.counts, next.counts, &next.value) {
            (Some(_), None, Value::Number(number)) => {
                if let (Known::Exactly(computed), Some(printed)) =
                    (&kept.known, in_unit(*number, entry.unit, card.unit))
                {
                    self.hold_against(*number, &printed, computed, entry, card);
                }
                true
            }
            (_, _, Value::Interval(_)) => match (&kept.known, &next.known) {
                // An end that leaves room for the value says nothing against it.
                (Known::Exactly(value), Known::Between(low, high)) => {
                    low.as_ref().is_none_or(|(low, included)| value > low || (*included && value == low))
                        && high
                            .as_ref()
                            .is_none_or(|(high, included)| value < high || (*included && value == high))
                }
                (kept, next) => kept == next,
            },
            _ => kept.known == next.known,
        }
    }

    /// A finding where a printed rate differs from its counts by more than half its last digit.
    fn hold_against(
        &mut self,
        number: Number,
        printed: &Ratio,
        computed: &Ratio,
        entry: &Observation,
        card: &IndicatorCard,
    ) {
        let half = Ratio::new(1, 2).unwrap_or_else(Ratio::zero) * last_digit(number, entry.unit, card.unit);
        if (printed - computed).abs() > half {
            let kind = FindingKind::RateDiffersFromCounts { printed: number, computed: computed.clone() };
            self.findings.push(Finding::about(entry, kind));
        }
    }

    /// One observation's value in the indicator's unit, or what makes it impossible.
    fn read(&mut self, card: &IndicatorCard, entry: &Observation) -> Cell {
        let Datum::Value(value) = entry.datum else { return Cell::Unusable(Unusable::Impossible) };
        let mut impossible = |kind: FindingKind| {
            self.findings.push(Finding::about(entry, kind));
            Cell::Unusable(Unusable::Impossible)
        };
        let counts = match value {
            Value::Counts(counts) | Value::Both { counts, .. } => Some(counts),
            _ => None,
        };
        let known = if let Some(counts) = counts {
            match counts.in_unit(card.unit) {
                None if counts.numerator == 0 => return Cell::Missing(Missing::NotApplicable),
                None => return impossible(FindingKind::OverZero { counts }),
                Some(_) if card.ceiling.is_some() && counts.numerator > counts.denominator => {
                    return impossible(FindingKind::NumeratorAboveDenominator { counts });
                }
                Some(value) => Known::Exactly(value),
            }
        } else {
            let end = |end: Option<End>| {
                end.and_then(|end| Some((in_unit(end.number, entry.unit, card.unit)?, end.included)))
            };
            match value {
                Value::Number(number) => match in_unit(number, entry.unit, card.unit) {
                    Some(value) => Known::Exactly(value),
                    None => return Cell::Unusable(Unusable::Impossible),
                },
                Value::Interval(interval) => within_limits(card, end(interval.low()), end(interval.high())),
                Value::Counts(_) | Value::Both { .. } => return Cell::Unusable(Unusable::Impossible),
            }
        };
        let (floor, ceiling) = (card.floor, card.ceiling);
        let outside = |value: &Ratio| {
            *value < floor.to_ratio() || ceiling.is_some_and(|ceiling| *value > ceiling.to_ratio())
        };
        let outer = match &known {
            Known::Exactly(value) => outside(value).then_some(value),
            // Nothing is left of an interval beyond the limits.
            Known::Between(Some((low, _)), Some((high, _))) if low > high => {
                Some(if outside(low) { low } else { high })
            }
            Known::Between(Some((low, from)), Some((high, to))) if low == high && !(*from && *to) => {
                Some(low)
            }
            Known::Between(..) => None,
        };
        if let Some(value) = outer.cloned() {
            return impossible(FindingKind::OutsideLimits { value, floor, ceiling });
        }
        match &known {
            Known::Exactly(value) if card.unit.is_whole() && *value != value.round(0) => {
                let value = value.clone();
                return impossible(FindingKind::NotWhole { value });
            }
            _ => {}
        }
        if let (Value::Both { number, .. }, Known::Exactly(computed)) = (value, &known) {
            if let Some(printed) = in_unit(number, entry.unit, card.unit) {
                self.hold_against(number, &printed, computed, entry, card);
            }
        }
        if card.calendar == Calendar::Term && !matches!(entry.period, Period::Term(_)) {
            self.findings.push(Finding::about(entry, FindingKind::NotAnElection));
        }
        Cell::Value(Point {
            known,
            counts,
            value,
            unit: if counts.is_some() { card.unit } else { entry.unit },
            status: entry.status,
            period: entry.period,
            source: entry.source.clone(),
        })
    }

    /// Suspicions that need more than one cell.
    fn look_over(&mut self, catalogue: &Catalogue) {
        let mut found = Vec::new();
        for (place, series) in &self.series {
            let Ok(card) = catalogue.indicator(&place.indicator) else { continue };
            let mut before: Option<(Year, &Ratio)> = None;
            for (year, cell) in &series.cells {
                let Cell::Value(point) = cell else { continue };
                let mut say = |kind| found.push(place.finding(point, kind));
                if catalogue.plans().all(|plan| *year < plan.first.plus(-11) || *year > plan.last.plus(1)) {
                    say(FindingKind::OutsidePlan);
                }
                let Some(value) = point.exact() else { continue };
                // Rare events jump by nature: one death after three is no slip of the decimal point.
                let jumped =
                    before.filter(|(_, from)| point.counts.is_none() && ten_times_apart(from, value));
                if let Some((before, from)) = jumped {
                    say(FindingKind::Jump { before, from: from.clone(), to: value.clone() });
                }
                before = Some((*year, value));
            }
            if let Some(unit) = &place.unit {
                for (year, cell) in &series.cells {
                    let roster = self.roster(&place.area, &unit.kind, *year);
                    match (roster, cell) {
                        (Some(roster), Cell::Value(point)) if !roster.has(&unit.id) => {
                            found.push(
                                place.finding(point, FindingKind::Stranger { unit: unit.id.to_string() }),
                            );
                        }
                        _ => {}
                    }
                }
            }
            if place.stratum == Stratum::TOTAL && place.unit.is_none() {
                for (year, cell) in &series.cells {
                    if let Cell::Value(point) = cell {
                        self.hold_against_parts(place, *year, point, &mut found);
                        self.hold_against_gap(catalogue, place, card, *year, point, &mut found);
                    }
                }
            }
        }
        self.findings.extend(found);
    }

    /// Town and country, or women and men, should add up to the whole when all three come as counts.
    fn hold_against_parts(&self, place: &Place, year: Year, point: &Point, found: &mut Vec<Finding>) {
        let Some(whole) = point.counts else { return };
        self.hold_against_units(place, year, point, whole, found);
        for pair in [[Stratum::URBAN, Stratum::RURAL], [Stratum::FEMALE, Stratum::MALE]] {
            let part = |stratum| {
                let part = Place { stratum, ..place.clone() };
                self.series.get(&part)?.point(year)?.counts
            };
            let [Some(first), Some(second)] = pair.map(part) else { continue };
            let sums = (
                first.numerator.checked_add(second.numerator),
                first.denominator.checked_add(second.denominator),
            );
            if sums != (Some(whole.numerator), Some(whole.denominator)) {
                let parts = alloc::format!("{first} + {second}");
                let kind = FindingKind::PartsDoNotAddUp { whole: whole.to_string(), parts };
                found.push(place.finding(point, kind));
            }
        }
    }

    /// So should the units of a kind, when all on the roster report counts.
    fn hold_against_units(
        &self,
        place: &Place,
        year: Year,
        point: &Point,
        whole: Counts,
        found: &mut Vec<Finding>,
    ) {
        let first = (place.area.clone(), year, Cow::Borrowed(""));
        let rosters = self.rosters.range(first..).map(|(_, roster)| roster);
        let rosters = rosters.take_while(|roster| roster.area == place.area && roster.year == year);
        for roster in rosters.filter(|roster| !roster.members.is_empty()) {
            let counts = roster.members.iter().map(|member| {
                let unit = AreaUnit { kind: roster.kind.clone(), id: member.id.clone() };
                self.find(&place.area, &place.indicator, Stratum::TOTAL, Some(&unit))?.point(year)?.counts
            });
            let Some(counts) = counts.collect::<Option<Vec<Counts>>>() else { continue };
            let sum =
                |part: fn(&Counts) -> u64| counts.iter().map(|counts| u128::from(part(counts))).sum::<u128>();
            let (numerator, denominator) = (sum(|counts| counts.numerator), sum(|counts| counts.denominator));
            if (numerator, denominator) != (whole.numerator.into(), whole.denominator.into()) {
                let parts = alloc::format!("{numerator}/{denominator}");
                let kind = FindingKind::PartsDoNotAddUp { whole: whole.to_string(), parts };
                found.push(place.finding(point, kind));
            }
        }
    }

    fn hold_against_gap(
        &self,
        catalogue: &Catalogue,
        place: &Place,
        card: &IndicatorCard,
        year: Year,
        point: &Point,
        found: &mut Vec<Finding>,
    ) {
        let (Some(gap), Some(reported)) = (&card.gap, point.exact()) else { return };
        let Some(Cell::Value(computed)) = self.gap_cell(catalogue, &place.area, card, gap, year) else {
            return;
        };
        let (Value::Number(number), Some(computed)) = (point.value, computed.exact()) else { return };
        // Each of the two values was rounded before the difference was taken.
        if (reported - computed).abs() > last_digit(number, point.unit, card.unit) {
            let (reported, computed) = (reported.clone(), computed.clone());
            found.push(place.finding(point, FindingKind::GapDiffers { reported, computed }));
        }
    }

    /// The series of an indicator for a whole area; for a gap, computed from the strata where they are there.
    pub(crate) fn series(&self, catalogue: &Catalogue, area: &str, card: &IndicatorCard) -> Cow<'_, Series> {
        let reported = self.find(area, &card.id, Stratum::TOTAL, None);
        let Some(gap) = &card.gap else {
            return reported.map_or_else(Cow::default, Cow::Borrowed);
        };
        let mut series = reported.cloned().unwrap_or_default();
        let mut years: BTreeSet<Year> = BTreeSet::new();
        for (_, part) in
            self.series.iter().filter(|(place, _)| place.area == area && place.indicator == gap.of)
        {
            years.extend(part.cells.keys().copied());
            series.breaks.extend(part.breaks.iter().copied());
        }
        for year in years {
            match (self.gap_cell(catalogue, area, card, gap, year), series.cells.get(&year)) {
                (Some(cell @ Cell::Value(_)), _) | (Some(cell), None) => {
                    series.cells.insert(year, cell);
                }
                _ => {}
            }
        }
        Cow::Owned(series)
    }

    /// One year of a gap; `None` where no stratum says anything.
    fn gap_cell(
        &self,
        catalogue: &Catalogue,
        area: &str,
        card: &IndicatorCard,
        gap: &Gap,
        year: Year,
    ) -> Option<Cell> {
        let of = catalogue.indicator(&gap.of).ok()?;
        let strata = match gap.between {
            Between::UrbanRural => [Stratum::URBAN, Stratum::RURAL],
            Between::Sexes => [Stratum::FEMALE, Stratum::MALE],
            Between::Units => return self.gap_between_units(area, card, gap, of, year),
        };
        let cells = strata.map(|stratum| self.find(area, &of.id, stratum, None)?.cells.get(&year));
        if cells.iter().all(Option::is_none) {
            return None;
        }
        if cells.iter().any(|cell| matches!(cell, Some(Cell::Missing(Missing::NotApplicable)))) {
            return Some(Cell::Missing(Missing::NotApplicable));
        }
        let [Some(Cell::Value(first)), Some(Cell::Value(second))] = cells else {
            return Some(Cell::Unusable(Unusable::PartMissing));
        };
        Some(gap_of(card, gap.measure, &[first, second]))
    }

    fn gap_between_units(
        &self,
        area: &str,
        card: &IndicatorCard,
        gap: &Gap,
        of: &IndicatorCard,
        year: Year,
    ) -> Option<Cell> {
        let reported =
            self.units(area, &of.id, &gap.unit_kind).any(|(_, series)| series.cells.contains_key(&year));
        if !reported {
            return None;
        }
        let Some(roster) = self.roster(area, &gap.unit_kind, year) else {
            return Some(Cell::Unusable(Unusable::PartMissing));
        };
        let mut points = Vec::new();
        for member in &roster.members {
            let unit = AreaUnit { kind: gap.unit_kind.clone(), id: member.id.clone() };
            let series = self.find(area, &of.id, Stratum::TOTAL, Some(&unit));
            match series.and_then(|series| series.cells.get(&year)) {
                Some(Cell::Value(point)) => points.push(point),
                Some(Cell::Missing(Missing::NotApplicable)) => {}
                _ => return Some(Cell::Unusable(Unusable::PartMissing)),
            }
        }
        match points.len() {
            0 | 1 => Some(Cell::Missing(Missing::NotApplicable)),
            _ => Some(gap_of(card, gap.measure, &points)),
        }
    }

    pub(crate) fn find(
        &self,
        area: &str,
        indicator: &str,
        stratum: Stratum,
        unit: Option<&AreaUnit>,
    ) -> Option<&Series> {
        let place = Place {
            area: Cow::Owned(area.into()),
            indicator: Cow::Owned(indicator.into()),
            stratum,
            unit: unit.cloned(),
        };
        self.series.get(&place)
    }

    /// The units of one kind that reported anything, with their series.
    pub(crate) fn units<'a>(
        &'a self,
        area: &'a str,
        indicator: &'a str,
        kind: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Series)> {
        self.series.iter().filter_map(move |(place, series)| {
            let unit = place.unit.as_ref().filter(|unit| unit.kind == kind)?;
            let here = place.area == area && place.indicator == indicator && place.stratum == Stratum::TOTAL;
            here.then_some((&*unit.id, series))
        })
    }

    /// The roster of the year.
    pub(crate) fn roster(&self, area: &str, kind: &str, year: Year) -> Option<&Roster> {
        let key = (Cow::Owned(area.into()), year, Cow::Owned(kind.into()));
        self.rosters.get(&key)
    }
}

impl Place {
    fn finding(&self, point: &Point, kind: FindingKind) -> Finding {
        let observation = Observation {
            area: self.area.clone(),
            area_unit: self.unit.clone(),
            stratum: self.stratum,
            source: point.source.clone(),
            ..Observation::new(self.indicator.clone(), point.period, point.value, point.unit)
        };
        Finding::about(&observation, kind)
    }
}

/// Counts are read before rates, so that a rate is held against them and not the other way round.
fn rank(entry: &Observation) -> u8 {
    match entry.datum {
        Datum::Value(Value::Both { .. }) => 0,
        Datum::Value(Value::Counts(_)) => 1,
        Datum::Value(Value::Number(_)) => 2,
        _ => 3,
    }
}

fn shown(entry: &Observation) -> alloc::string::String {
    match entry.datum {
        Datum::Value(Value::Number(number)) => number.to_string(),
        Datum::Value(Value::Counts(counts) | Value::Both { counts, .. }) => counts.to_string(),
        Datum::Value(Value::Interval(interval)) => {
            let end = |end: Option<End>| end.map_or_else(|| "…".to_string(), |end| end.number.to_string());
            alloc::format!("{}–{}", end(interval.low()), end(interval.high()))
        }
        Datum::Missing(why) => why.en().to_string(),
    }
}

/// A number in one unit as a fraction in another.
fn in_unit(number: Number, from: Unit, to: Unit) -> Option<Ratio> {
    let (times, over) = from.factor(to)?;
    Some(number.to_ratio() * Ratio::new(times.into(), over.into())?)
}

/// One unit of a number's last printed digit, in another unit.
fn last_digit(number: Number, from: Unit, to: Unit) -> Ratio {
    let digit = Ratio::new(1, 10_i128.pow(number.places())).unwrap_or_else(Ratio::zero);
    let (times, over) = from.factor(to).unwrap_or((1, 1));
    digit * Ratio::new(times.into(), over.into()).unwrap_or_else(Ratio::zero)
}

/// An interval cut to the limits of its indicator: more than 90％ is at most 100％.
fn within_limits(card: &IndicatorCard, low: Option<(Ratio, bool)>, high: Option<(Ratio, bool)>) -> Known {
    let floor = (card.floor.to_ratio(), true);
    let low = match low {
        Some(low) if low.0 >= floor.0 => low,
        _ => floor,
    };
    let high = match (high, card.ceiling.map(|ceiling| (ceiling.to_ratio(), true))) {
        (Some(high), Some(ceiling)) if high.0 > ceiling.0 => Some(ceiling),
        (high, ceiling) => high.or(ceiling),
    };
    Known::Between(Some(low), high)
}

fn ten_times_apart(a: &Ratio, b: &Ratio) -> bool {
    let ten = Ratio::whole(10);
    let (small, large) = if a <= b { (a, b) } else { (b, a) };
    !small.is_zero() && *large >= small * &ten
}

/// The gap between the largest and the smallest of the points, in the gap's unit.
fn gap_of(card: &IndicatorCard, measure: GapMeasure, points: &[&Point]) -> Cell {
    let values: Option<Vec<&Ratio>> = points.iter().map(|point| point.exact()).collect();
    let Some((largest, smallest)) = values.and_then(|values| {
        Some((values.iter().max().copied()?.clone(), values.iter().min().copied()?.clone()))
    }) else {
        return Cell::Unusable(Unusable::PartMissing);
    };
    let value = match measure {
        GapMeasure::Difference => Some(&largest - &smallest),
        GapMeasure::Ratio => largest.over(&smallest),
    };
    let Some(value) = value else { return Cell::Unusable(Unusable::Impossible) };
    let Some(first) = points.first() else { return Cell::Unusable(Unusable::PartMissing) };
    let shown = value.to_number().or_else(|| value.rounded(6).parse().ok()).unwrap_or(Number::ZERO);
    Cell::Value(Point {
        known: Known::Exactly(value),
        counts: None,
        value: Value::Number(shown),
        unit: card.unit,
        status: points.iter().map(|point| point.status).min().unwrap_or_default(),
        period: first.period,
        source: first.source.clone(),
    })
}
