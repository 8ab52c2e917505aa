//! The rows of one area laid out once for all relations: by indicator, part of the population and number of the unit, so that a
//! cell is found without comparing names.

use alloc::vec::Vec;
use core::ops::Range;

use crate::data::series::{Place, Series};
use crate::data::{Data, Roster};
use crate::plan::{Catalogue, IndicatorCard};
use crate::values::{Disaggregation, ReportingUnit};

/// One place: what was reported there, and the number of its unit.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub place: &'a Place,
    pub series: &'a Series,
    /// 0 for the area itself; units are numbered from 1 on in the order of kind and id.
    pub unit: u32,
}

/// Where the places of one part of the population stand among those of their indicator.
struct Group {
    part: Disaggregation,
    spots: Range<usize>,
}

/// All rows of an area.
pub(super) struct Layout<'a> {
    spots: Vec<Spot<'a>>,
    groups: Vec<Group>,
    entries: Vec<(&'a IndicatorCard, Range<usize>, Range<usize>)>,
    pub rosters: Vec<OnRoster<'a>>,
}

/// A roster with the numbers of its members.
pub(super) struct OnRoster<'a> {
    pub roster: &'a Roster,
    /// 0 for a member of which there is no row.
    pub units: Vec<u32>,
}

/// The places of one indicator, in order: part of the population, then unit.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub card: &'a IndicatorCard,
    pub spots: &'a [Spot<'a>],
    groups: &'a [Group],
}

impl<'a> Layout<'a> {
    pub(super) fn of(data: &'a Data<'a>, catalogue: &'a Catalogue, area: &'a str) -> Self {
        let mut spots: Vec<Spot<'a>> = Vec::new();
        let mut groups: Vec<Group> = Vec::new();
        let mut entries: Vec<(&'a IndicatorCard, Range<usize>, Range<usize>)> = Vec::new();
        let mut units = Units::default();
        let mut last: Option<&'a Place> = None;
        for (place, series) in data.of_area(area) {
            let same = last.is_some_and(|last| last.indicator == place.indicator);
            let begins = !same || last.is_none_or(|last| last.disaggregation != place.disaggregation);
            last = Some(place);
            if !same {
                let Some(card) = catalogue.card(&place.indicator) else {
                    last = None;
                    continue;
                };
                entries.push((card, spots.len()..spots.len(), groups.len()..groups.len()));
            }
            let Some((_, own, own_groups)) = entries.last_mut() else { continue };
            if begins {
                units.next = 0;
                let from = spots.len() - own.start;
                groups.push(Group { part: place.disaggregation, spots: from..from });
                own_groups.end = groups.len();
            }
            let unit = place.unit.as_ref().map_or(0, |unit| units.number(unit, spots.len()));
            spots.push(Spot { place, series, unit });
            own.end = spots.len();
            if let Some(group) = groups.last_mut() {
                group.spots.end = own.end - own.start;
            }
        }
        units.settle(&mut spots);
        let on_roster = |roster: &'a Roster| OnRoster { roster, units: units.of_roster(roster) };
        let rosters = data.rosters_of(area).map(on_roster).collect();
        Self { spots, groups, entries, rosters }
    }

    /// The indicators that have rows, in the order of their ids.
    pub(super) fn entries(&'a self) -> Vec<Entry<'a>> {
        let entry = |(card, spots, groups): &(&'a IndicatorCard, Range<usize>, Range<usize>)| Entry {
            card,
            spots: self.spots.get(spots.clone()).unwrap_or_default(),
            groups: self.groups.get(groups.clone()).unwrap_or_default(),
        };
        self.entries.iter().map(entry).collect()
    }
}

/// The units of an area in order, as they are numbered.
#[derive(Default)]
struct Units<'a> {
    known: Vec<&'a ReportingUnit>,
    /// Where the unit that comes next is looked for first: most indicators have the same units.
    next: usize,
    /// Places of units that stand between known ones.
    late: Vec<usize>,
}

impl<'a> Units<'a> {
    fn number(&mut self, unit: &'a ReportingUnit, spot: usize) -> u32 {
        let same = |known: &&ReportingUnit| known.id == unit.id && known.kind == unit.kind;
        if self.known.get(self.next).is_none_or(|known| !same(known)) {
            if self.known.last().is_none_or(|last| *last < unit) {
                self.next = self.known.len();
                self.known.push(unit);
            } else if let Ok(place) = self.known.binary_search(&unit) {
                self.next = place;
            } else {
                self.late.push(spot);
                return 0;
            }
        }
        self.next += 1;
        u32::try_from(self.next).unwrap_or(u32::MAX)
    }

    /// Numbers all units anew where some were met too late.
    fn settle(&mut self, spots: &mut [Spot<'a>]) {
        if self.late.is_empty() {
            return;
        }
        let late = self.late.iter().filter_map(|place| spots.get(*place)?.place.unit.as_ref());
        self.known.extend(late);
        self.known.sort_unstable();
        self.known.dedup();
        for spot in spots {
            if let Some(unit) = &spot.place.unit {
                let place = self.known.binary_search(&unit).unwrap_or_else(|place| place);
                spot.unit = u32::try_from(place + 1).unwrap_or(u32::MAX);
            }
        }
    }

    fn of_roster(&self, roster: &Roster) -> Vec<u32> {
        if self.known.is_empty() {
            return Vec::new();
        }
        // Both lists are in the order of the ids.
        let kind = &*roster.kind;
        let mut at = 0;
        let number = |member: &crate::data::Member| {
            let of_member = |unit: &&ReportingUnit| unit.kind == kind && unit.id == member.id;
            if self.known.get(at).is_none_or(|unit| !of_member(unit)) {
                at = self.known.partition_point(|unit| (&*unit.kind, &*unit.id) < (kind, &*member.id));
            }
            let found = self.known.get(at).is_some_and(of_member);
            if found {
                at += 1;
                u32::try_from(at).unwrap_or(u32::MAX)
            } else {
                0
            }
        };
        roster.members.iter().map(number).collect()
    }
}

impl<'a> Entry<'a> {
    /// The places of a part of the population, by unit.
    pub(super) fn of(&self, part: Disaggregation) -> &'a [Spot<'a>] {
        let group = self.groups.iter().find(|group| group.part == part);
        group.and_then(|group| self.spots.get(group.spots.clone())).unwrap_or_default()
    }

    /// The series of one place, by the number of its unit.
    pub(super) fn at(&self, part: Disaggregation, unit: u32) -> Option<&'a Series> {
        series_of(self.of(part), unit)
    }

    /// Whether there is anything but the whole population.
    pub(super) fn has_parts(&self) -> bool {
        self.groups.iter().any(|group| group.part != Disaggregation::TOTAL)
    }
}

/// The series of a unit among the places of one part of the population.
pub(super) fn series_of<'a>(spots: &[Spot<'a>], unit: u32) -> Option<&'a Series> {
    // Most have all units from their first to their last.
    let ahead = unit.checked_sub(spots.first()?.unit)?;
    let guess = usize::try_from(ahead).ok().and_then(|ahead| spots.get(ahead));
    if let Some(spot) = guess.filter(|spot| spot.unit == unit) {
        return Some(spot.series);
    }
    let place = spots.binary_search_by_key(&unit, |spot| spot.unit).ok()?;
    spots.get(place).map(|spot| spot.series)
}
