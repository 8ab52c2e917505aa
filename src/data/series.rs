//! From observations to series: what each cell says after duplicates, statuses, units and impossible values are settled.

mod alike;
mod cells;
mod gap;
mod holds;
mod order;
mod parts;
mod places;
mod rosters;
mod settle;
mod suspicions;
mod unused;

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec::Vec;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::ops::Bound;

use crate::data::{Datum, Finding, FindingKind, Member, Missing, Observation, Remark, Roster, Status};
use crate::plan::names::both;
use crate::plan::{Between, Bilingual, Calendar, Catalogue, Gap, GapMeasure, IndicatorCard};
use crate::values::{
    Counts, Date, Disaggregation, End, Number, Period, Ratio, ReportingUnit, Sex, Text, Unit, Value, Year,
    names,
};

use alike::{Alike, Taking};
pub(crate) use cells::Cells;
use places::Places;

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
    pub source: Option<Text>,
    /// Where this is a gap: what it was computed from.
    pub sides: Option<Sides>,
}

/// The values between which a gap lies, and whose they are.
#[derive(Debug, Clone)]
pub(crate) struct Sides {
    pub unit: Unit,
    pub largest: (Ratio, Text),
    pub smallest: (Ratio, Text),
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
    /// An error in the cell, or a row that could not be read: something was reported.
    Unreadable,
    /// A figure of another kind of period than the indicator is measured by.
    OtherCalendar(Period),
}

impl From<Missing> for Cell {
    fn from(why: Missing) -> Self {
        match why {
            Missing::ErrorCell => Self::Unusable(Unusable::Unreadable),
            why => Self::Missing(why),
        }
    }
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
    pub cells: Cells,
    /// The days on which something happened.
    pub days: BTreeSet<Date>,
    /// The years from which another definition holds.
    pub breaks: BTreeSet<Year>,
    /// How many rows it was made from.
    rows: usize,
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
        self.cells.range(from..=to).filter_map(|(year, cell)| match cell {
            Cell::Value(point) => Some((*year, point)),
            _ => None,
        })
    }

    /// With another one of the same place, that has no cell of a year of this one.
    fn join(&mut self, other: Self) {
        self.cells.extend(other.cells.iter().map(|(year, cell)| (*year, cell.clone())));
        self.days.extend(other.days);
        self.breaks.extend(other.breaks);
        self.rows += other.rows;
    }

    /// The year from which one definition holds up to the given year.
    pub(crate) fn definition_since(&self, year: Year) -> Option<Year> {
        self.breaks.range(..=year).next_back().copied()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::data) struct Place {
    pub area: Text,
    pub indicator: Text,
    pub disaggregation: Disaggregation,
    pub unit: Option<ReportingUnit>,
}

/// A place by borrowed parts, in its order: looking up copies nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PlaceRef<'a> {
    area: &'a str,
    indicator: &'a str,
    disaggregation: Disaggregation,
    /// IndicatorKind and id.
    unit: Option<(&'a str, &'a str)>,
}

type RosterRef<'a> = (&'a str, Year, &'a str);

/// Lets the map of rosters be asked by borrowed parts.
trait RosterLookup {
    fn parts(&self) -> RosterRef<'_>;
}

impl RosterLookup for RosterKey {
    fn parts(&self) -> RosterRef<'_> {
        (&self.0, self.1, &self.2)
    }
}

impl RosterLookup for RosterRef<'_> {
    fn parts(&self) -> RosterRef<'_> {
        *self
    }
}

impl PartialEq for dyn RosterLookup + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for dyn RosterLookup + '_ {}

impl PartialOrd for dyn RosterLookup + '_ {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for dyn RosterLookup + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl<'a> Borrow<dyn RosterLookup + 'a> for RosterKey {
    fn borrow(&self) -> &(dyn RosterLookup + 'a) {
        self
    }
}

/// Area, year and kind of unit.
type RosterKey = (Text, Year, Text);

/// Observations and rosters, settled cell by cell and ready to be judged; with what was odd about them.
///
/// Order and repetition of the observations change nothing.
///
/// ```
/// use dabiao::{data::Status, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Data, Year};
/// let catalogue = Catalogue::hangjin();
/// let year = Year::literal(2024);
/// let early = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14")).status(Status::Provisional);
/// let settled = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3"));
/// let data = catalogue.data([early, settled]);
/// assert!(data.findings().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Data<'c> {
    catalogue: &'c Catalogue,
    series: Places,
    rosters: BTreeMap<RosterKey, Roster>,
    /// Rosters that cannot be used, and why.
    incomplete: BTreeMap<RosterKey, FindingKind>,
    /// What was odd about single cells.
    of_cells: Vec<Finding>,
    /// The same, and what was odd beside other cells and the rosters.
    findings: Vec<Finding>,
    /// Where among them those of each area are.
    findings_of: BTreeMap<Text, Vec<usize>>,
    refused: usize,
    /// Printed rates that their counts do not give.
    pub(in crate::data) printed: Vec<Printed>,
    unused: usize,
    /// Cells of which only values in a wrong unit or of another calendar are known, and which of the two.
    irrecoverable: BTreeMap<(Place, Year), Unusable>,
    /// The one writing of names that rows write in several ways.
    alike: Alike,
    holds: holds::Holds,
}

/// A printed rate that its counts do not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::data) struct Printed {
    pub place: Place,
    pub period: Period,
    pub number: Number,
    pub unit: Unit,
    pub source: Option<Text>,
    /// What the counts give.
    pub computed: Ratio,
    pub counts: Counts,
    pub counts_source: Option<Text>,
}

impl Catalogue {
    /// Reads observations of one or more areas, cell by cell. The data can be judged by this catalogue alone.
    ///
    /// ```
    /// use dabiao::{Catalogue, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let data = catalogue.data([MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"))]);
    /// assert!(data.findings().is_empty());
    /// ```
    pub fn data(&self, observations: impl IntoIterator<Item = Observation>) -> Data<'_> {
        Data::new(self, observations)
    }
}

impl<'c> Data<'c> {
    fn new(catalogue: &'c Catalogue, observations: impl IntoIterator<Item = Observation>) -> Self {
        let mut data = Self {
            catalogue,
            series: Places::default(),
            rosters: BTreeMap::new(),
            incomplete: BTreeMap::new(),
            of_cells: Vec::new(),
            findings: Vec::new(),
            findings_of: BTreeMap::new(),
            refused: 0,
            printed: Vec::new(),
            unused: 0,
            irrecoverable: BTreeMap::new(),
            alike: Alike::default(),
            holds: holds::Holds::default(),
        };
        let mut cells: Vec<Observation> = observations.into_iter().collect();
        let mut taking = Taking::new();
        cells.retain_mut(|observation| data.take(&mut taking, observation));
        let taking_parts = taking.has_parts();
        let (alike, mut begun) = taking.done(&mut data, &cells);
        data.unite(alike, &mut cells, &mut begun);
        // Whatever was taken in has the id of an indicator.
        let rank = |id: &str| catalogue.rank(id).unwrap_or(u32::MAX);
        if taking_parts || !data.irrecoverable.is_empty() {
            // Some are looked up in all of them.
            order::sort(&mut cells, rank);
        }
        if taking_parts {
            data.refuse_lone_parts(&mut cells);
        }
        for ((place, year), why) in core::mem::take(&mut data.irrecoverable) {
            let reported = cells.binary_search_by(|row| cell_of(row).cmp(&(place.parts(), year))).is_ok();
            let series = begun.entry(place).or_default();
            if !reported {
                series.cells.insert(year, Cell::Unusable(why));
            }
        }
        // So far there are events alone, and cells of which nothing is known.
        let mut settled: Vec<(Place, Series)> = Vec::new();
        let mut known: Option<&IndicatorCard> = None;
        for rows in order::places(&mut cells, rank) {
            let Some(rows) = cells.get_mut(rows) else { continue };
            let Some(first) = rows.first() else { continue };
            let same = known.filter(|card| card.id == first.indicator);
            let Some(card) = same.or_else(|| catalogue.card(&first.indicator)) else { continue };
            known = Some(card);
            let mut series = data.settle_all(card, rows);
            let Some(first) = rows.first_mut() else { continue };
            let place = Place::taken(first);
            if let Some(begun) = begun.remove(&place) {
                series.join(begun);
            }
            settled.push((place, series));
        }
        settled.extend(begun);
        data.series = Places::of(settled, rank);
        data.holds = holds::Holds::of(&data.series);
        data.printed.sort_by(|a, b| a.place.cmp(&b.place));
        data.of_cells = core::mem::take(&mut data.findings);
        data.compare_cells();
        data
    }

    /// Looks for what is odd beside other cells and the rosters, and for what nothing reads.
    fn compare_cells(&mut self) {
        self.findings.clone_from(&self.of_cells);
        self.look_over();
        self.name_unused();
        self.findings.sort_by_cached_key(|finding| {
            let cell = finding.cell.as_ref().map(|cell| cell.en.clone());
            (finding.source.clone(), cell, finding.kind.to_string())
        });
        self.findings.dedup();
        self.findings_of.clear();
        for (place, finding) in self.findings.iter().enumerate() {
            match self.findings_of.get_mut(finding.area.as_deref().unwrap_or_default()) {
                Some(places) => places.push(place),
                None => {
                    self.findings_of.insert(finding.area.clone().unwrap_or_default(), alloc::vec![place]);
                }
            }
        }
    }

    /// The catalogue that the rows were read with.
    #[must_use]
    pub const fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
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

    /// How many rows nothing reads: no target, no gap and no relation of the audit. The findings name them.
    ///
    /// ```
    /// use dabiao::{values::Disaggregation, Catalogue, Data, Year, indicators::FEMALE_LIFE_EXPECTANCY, values::years};
    /// let of_towns = FEMALE_LIFE_EXPECTANCY.observe(Year::literal(2020), years("80")).among(Disaggregation::URBAN);
    /// assert_eq!(Catalogue::hangjin().data([of_towns]).unused(), 1);
    /// ```
    #[must_use]
    pub const fn unused(&self) -> usize {
        self.unused
    }

    /// The area as the rows write it, where they write it otherwise: in another width or case, with blanks.
    pub(crate) fn as_written<'a>(&'a self, area: &'a str) -> &'a str {
        // This is asked for every verdict.
        if !self.series.of_area(area).is_empty() || self.rosters_of(area).next().is_some() {
            return area;
        }
        let key = names::key(area);
        let rosters = self.rosters.keys().map(|(area, ..)| &**area);
        self.area_names().chain(rosters).find(|known| names::key(known) == key).unwrap_or(area)
    }

    /// The areas that have rows, in order; an empty name for rows without one.
    pub(in crate::data) fn area_names(&self) -> impl Iterator<Item = &str> {
        self.series.areas()
    }

    /// Whether anything here is of this area: a row, a roster, or a row that was refused.
    pub(crate) fn has_area(&self, area: &str) -> bool {
        !self.series.of_area(area).is_empty()
            || self.rosters_of(area).next().is_some()
            || self.findings_of.contains_key(area)
    }

    /// What was odd about the rows of an area.
    pub(in crate::data) fn findings_of(&self, area: &str) -> impl Iterator<Item = &Finding> {
        let places = self.findings_of.get(area).into_iter().flatten();
        places.filter_map(|place| self.findings.get(*place))
    }

    /// Whether an observation is one for its cell; an event is taken in at once, and a wrong row is refused.
    fn take(&mut self, taking: &mut Taking<'c>, observation: &mut Observation) -> bool {
        let catalogue = self.catalogue;
        taking.look_at(catalogue, observation);
        let Some(card) = self.card_of(catalogue, taking, observation) else {
            // The nearest name to one is looked for once, however many rows have it.
            let kind = taking.unknown.entry(observation.indicator.clone()).or_insert_with(|| {
                let error = catalogue.unknown_indicator(&observation.indicator);
                FindingKind::UnknownIndicator { message: error.to_string(), message_zh: error.zh() }
            });
            let kind = kind.clone();
            self.refuse(observation, kind);
            return false;
        };
        if observation.indicator != card.id {
            observation.indicator = card.id.clone();
        }
        match observation.disaggregation.within(card.disaggregation) {
            Some(part) => observation.disaggregation = part,
            // The share of men among those of whom women are a share: nothing but a relation reads it.
            None if taking.is_related(catalogue, card, observation.disaggregation) => {}
            None => {
                self.refuse_part(card, observation);
                return false;
            }
        }
        // One figure has one place: that of both sexes for women is kept under the indicator for women.
        let of_women =
            (observation.disaggregation.sex == Sex::Female).then(|| catalogue.women_of(&card.id)).flatten();
        let card = of_women.unwrap_or(card);
        if of_women.is_some() {
            observation.indicator = card.id.clone();
            observation.disaggregation.sex = Sex::Total;
        }
        for remark in core::mem::take(&mut observation.remarks) {
            match remark {
                Remark::OtherName { given, name } => {
                    taking.other_name(observation, FindingKind::OtherName { given, name });
                }
                Remark::Words { words } => {
                    self.findings.push(Finding::about(catalogue, observation, FindingKind::Remark { words }));
                }
            }
        }
        if !card.calendar.takes(observation.period) {
            self.lose(observation, Unusable::OtherCalendar(observation.period));
            let (given, expected) = (observation.period, card.calendar);
            self.refuse(observation, FindingKind::OtherCalendar { given, expected });
            return false;
        }
        if let (Period::Day(day), Datum::Value(value)) = (observation.period, observation.datum) {
            let early = catalogue.plans().all(|plan| day.year() < plan.first);
            let once = value == Value::Number(Number::from(1_u32)) && observation.unit == card.unit;
            if card.calendar != Calendar::Event || early || !once {
                self.refuse(observation, FindingKind::NotAnEvent);
                return false;
            }
            let series = taking.begun.entry(Place::of(observation)).or_default();
            series.days.insert(day);
            series.rows += 1;
            return false;
        }
        if let Datum::Value(value) = observation.datum {
            let (counts, number) = match value {
                Value::Number(_) | Value::Interval(_) => (false, true),
                Value::Counts(_) => (true, false),
                Value::Both { .. } => (true, true),
            };
            if number && observation.unit.factor(card.unit).is_none() {
                let (given, expected) = (observation.unit, card.unit);
                self.lose(observation, Unusable::Impossible);
                self.refuse(observation, FindingKind::WrongUnit { given, expected });
                return false;
            }
            if counts && card.unit.per().is_none() {
                self.lose(observation, Unusable::Impossible);
                self.refuse(observation, FindingKind::NoQuotient { expected: card.unit });
                return false;
            }
        }
        true
    }

    /// The indicator of an observation, whose name may be written in any of its ways.
    fn card_of<'k>(
        &mut self,
        catalogue: &'k Catalogue,
        taking: &mut Taking<'k>,
        observation: &mut Observation,
    ) -> Option<&'k IndicatorCard> {
        // Rows that follow on each other mostly are of one indicator.
        let same = taking.last.take().filter(|card| card.id == observation.indicator);
        if let Some(card) = same.or_else(|| catalogue.card(&observation.indicator)) {
            taking.last = Some(card).filter(|card| card.id == observation.indicator);
            return Some(card);
        }
        let named = catalogue.named(&observation.indicator)?;
        // A name that says another part than the row is no name of it.
        observation.disaggregation = both(named.disaggregation, observation.disaggregation)?;
        if named.is_alias {
            let (given, name) = (observation.indicator.to_string(), named.card.zh.to_string());
            observation.indicator = named.card.id.clone();
            taking.other_name(observation, FindingKind::OtherName { given, name });
        }
        Some(named.card)
    }

    pub(crate) fn find(
        &self,
        area: &str,
        indicator: &str,
        disaggregation: Disaggregation,
        unit: Option<(&str, &str)>,
    ) -> Option<&Series> {
        if disaggregation.sex == Sex::Female {
            if let Some(women) = self.catalogue.women_of(indicator) {
                let whole = Disaggregation { sex: Sex::Total, ..disaggregation };
                return self.find(area, &women.id, whole, unit);
            }
        }
        self.series.get(area, self.catalogue.rank(indicator)?, disaggregation, unit)
    }

    /// The units of one kind that reported anything, with their series.
    pub(crate) fn units<'a>(
        &'a self,
        area: &'a str,
        indicator: &'a str,
        kind: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Series)> {
        let places = self.holds.units.then(|| self.of(area, indicator));
        places.into_iter().flatten().filter_map(move |(place, series)| {
            let unit = place.unit.as_ref().filter(|unit| unit.kind == kind)?;
            (place.disaggregation == Disaggregation::TOTAL).then_some((&*unit.id, series))
        })
    }

    /// Everything about one indicator in one area.
    fn of(&self, area: &str, indicator: &str) -> impl Iterator<Item = (&Place, &Series)> {
        let rank = self.catalogue.rank(indicator);
        let places = rank.map_or(&[][..], |rank| self.series.of_indicator(area, rank));
        places.iter().map(|(place, series)| (place, series))
    }

    /// Everything about one area, in the order of the indicators' ids.
    pub(in crate::data) fn of_area(&self, area: &str) -> impl Iterator<Item = (&Place, &Series)> {
        self.series.of_area(area).iter().map(|(place, series)| (place, series))
    }

    /// The printed rates of an area that their counts do not give.
    pub(in crate::data) fn printed_in<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Printed> {
        let from = self.printed.partition_point(|printed| *printed.place.area < *area);
        self.printed.iter().skip(from).take_while(move |printed| printed.place.area == area)
    }

    pub(in crate::data) fn rosters_of<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Roster> {
        let first = (area, Year::literal(1900), "");
        let from = (Bound::Included(&first as &dyn RosterLookup), Bound::Unbounded);
        let rosters = self.rosters.range::<dyn RosterLookup, _>(from).map(|(_, roster)| roster);
        rosters.take_while(move |roster| roster.area.as_deref().unwrap_or_default() == area)
    }

    /// The roster of the year.
    pub(crate) fn roster(&self, area: &str, kind: &str, year: Year) -> Option<&Roster> {
        self.rosters.get(&(area, year, kind) as &dyn RosterLookup)
    }
}

/// The cell that a row speaks of.
fn cell_of(row: &Observation) -> (PlaceRef<'_>, Year) {
    let unit = row.area_unit.as_ref().map(|unit| (&*unit.kind, &*unit.id));
    (
        PlaceRef {
            area: row.area.as_deref().unwrap_or_default(),
            indicator: &row.indicator,
            disaggregation: row.disaggregation,
            unit,
        },
        row.period.year(),
    )
}

impl Place {
    fn parts(&self) -> PlaceRef<'_> {
        PlaceRef {
            area: &self.area,
            indicator: &self.indicator,
            disaggregation: self.disaggregation,
            unit: self.unit.as_ref().map(|unit| (&*unit.kind, &*unit.id)),
        }
    }

    fn of(row: &Observation) -> Self {
        Self {
            area: row.area.clone().unwrap_or_default(),
            indicator: row.indicator.clone(),
            disaggregation: row.disaggregation,
            unit: row.area_unit.clone(),
        }
    }

    /// Out of a row whose names nobody needs any more.
    fn taken(row: &mut Observation) -> Self {
        Self {
            area: row.area.take().unwrap_or_default(),
            indicator: core::mem::take(&mut row.indicator),
            disaggregation: row.disaggregation,
            unit: row.area_unit.take(),
        }
    }

    fn finding(&self, catalogue: &Catalogue, point: &Point, kind: FindingKind) -> Finding {
        let observation = Observation {
            area: Text::given(&self.area),
            area_unit: self.unit.clone(),
            disaggregation: self.disaggregation,
            source: point.source.clone(),
            ..Observation::new(self.indicator.clone(), point.period, point.value, point.unit)
        };
        Finding::about(catalogue, &observation, kind)
    }
}

/// A number in one unit as a fraction in another.
pub(in crate::data) fn in_unit(number: Number, from: Unit, to: Unit) -> Option<Ratio> {
    let (times, over) = from.factor(to)?;
    if times == over {
        return Some(number.to_ratio());
    }
    Some(number.to_ratio() * Ratio::quotient(times.into(), over.into())?)
}

/// One unit of a number's last printed digit, in another unit.
pub(in crate::data) fn last_digit(number: Number, from: Unit, to: Unit) -> Ratio {
    let digit = Ratio::quotient(1, 10_i128.pow(number.places())).unwrap_or_else(Ratio::zero);
    let (times, over) = from.factor(to).unwrap_or((1, 1));
    if times == over {
        return digit;
    }
    digit * Ratio::quotient(times.into(), over.into()).unwrap_or_else(Ratio::zero)
}
