//! Rosters: read as strictly as rows, for a unit that is lost here makes a verdict over all units come out too well.

use crate::values::Text;
use alloc::string::String;

use super::alike::{code_of, hidden, known_kinds};
use super::*;

/// The sizes that rosters give each unit.
type Sizes = BTreeMap<Text, BTreeSet<u64>>;

impl Data<'_> {
    /// With the units that should report: the rosters of each year and kind of unit. Those of one area, kind and year are one; a
    /// roster with a unit that has no name is not used, nor one with two names that differ in the marks behind them alone, nor one
    /// beside which stands another whose kind is a slip for its own.
    ///
    /// ```
    /// use dabiao::{Catalogue, Roster, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let townships = Roster::new("township", Year::literal(2024), ["锡尼镇", "巴拉贡镇"]);
    /// let data = catalogue.data([]).with_rosters([townships]);
    /// assert!(data.findings().is_empty());
    /// ```
    #[must_use]
    pub fn with_rosters(mut self, rosters: impl IntoIterator<Item = Roster>) -> Self {
        let mut rosters: Vec<Roster> = rosters.into_iter().collect();
        if rosters.is_empty() {
            return self;
        }
        let alike = self.names_alike(&rosters);
        self.unite_rosters(&mut rosters);
        let mut sizes: BTreeMap<RosterKey, Sizes> = BTreeMap::new();
        let earlier = core::mem::take(&mut self.rosters).into_values();
        let pairs = core::iter::repeat_n(None, earlier.len()).chain(alike);
        for (roster, alike) in earlier.chain(rosters).zip(pairs) {
            let key = (roster.area.unwrap_or_default(), roster.year, roster.kind);
            if let Some((one, other)) = alike {
                let roster = roster_called(self.catalogue, &key.2, key.1);
                let (one, other) = (names::visible(&one).into_owned(), names::visible(&other).into_owned());
                self.incomplete.insert(key.clone(), FindingKind::RosterNamesAlike { roster, one, other });
            }
            if roster.members.iter().any(|member| names::key(&member.id).is_empty()) {
                let roster = roster_called(self.catalogue, &key.2, key.1);
                self.incomplete.insert(key.clone(), FindingKind::RosterIncomplete { roster });
            }
            let known = sizes.entry(key).or_default();
            for member in roster.members {
                known.entry(member.id).or_default().extend(member.size);
            }
        }
        let slips = self.slips_of_kinds(&sizes);
        for (key, members) in sizes {
            let (area, year, kind) = &key;
            if let Some(why) = self.incomplete.get(&key) {
                self.of_cells.push(of_area(area, why.clone()));
                continue;
            }
            if slips.contains(&key) {
                continue;
            }
            for (id, _) in members.iter().filter(|(_, sizes)| sizes.len() > 1) {
                let unit = id.to_string();
                self.of_cells.push(of_area(area, FindingKind::RosterTwoSizes { unit }));
            }
            // Two sizes for one unit are none.
            let size = |sizes: BTreeSet<u64>| sizes.first().copied().filter(|_| sizes.len() == 1);
            let members = members.into_iter().map(|(id, sizes)| Member { id, size: size(sizes) }).collect();
            let roster = Roster { area: Text::given(area), kind: kind.clone(), year: *year, members };
            self.rosters.insert(key, roster);
        }
        self.compare_cells();
        self
    }

    /// Rosters of a kind that no target is over, and that is but a slip away from the kind of another one of the same area and year:
    /// that one lacks their units.
    fn slips_of_kinds(&mut self, sizes: &BTreeMap<RosterKey, Sizes>) -> BTreeSet<RosterKey> {
        let catalogue = self.catalogue;
        let known: BTreeSet<&str> = catalogue.unit_kinds().map(|kind| &**kind).collect();
        let mut sound: BTreeMap<(&Text, Year), Vec<&RosterKey>> = BTreeMap::new();
        for key in sizes.keys().filter(|(_, _, kind)| known.contains(&**kind)) {
            sound.entry((&key.0, key.1)).or_default().push(key);
        }
        let mut slips = BTreeSet::new();
        for key in sizes.keys().filter(|(_, _, kind)| !known.contains(&**kind)) {
            let (area, year, given) = key;
            let beside = sound.get(&(area, *year)).into_iter().flatten();
            for &other in beside.filter(|(_, _, kind)| catalogue.is_slip_for(given, kind)) {
                let why = FindingKind::RosterKindUnclear {
                    given: given.to_string(),
                    roster: roster_called(catalogue, &other.2, *year),
                };
                self.incomplete.insert(other.clone(), why);
                slips.insert(key.clone());
            }
        }
        slips
    }

    /// For each roster two of its names that are one without the marks behind them, on it or on an earlier one of its area, year and
    /// kind.
    fn names_alike<'r>(&'r self, rosters: &'r [Roster]) -> Vec<Option<(Text, Text)>> {
        let marked = |member: &Member| match names::key(&member.id) {
            Cow::Borrowed(_) => false,
            Cow::Owned(key) => key != names::key_with_marks(&member.id),
        };
        if !self.rosters.values().chain(rosters).flat_map(|roster| &roster.members).any(marked) {
            return alloc::vec![None; rosters.len()];
        }
        let known = known_kinds(self.catalogue);
        let whose = |roster: &Roster| {
            let area = names::key(roster.area.as_deref().unwrap_or_default()).into_owned();
            (area, roster.year, code_of(self.catalogue, &known, &roster.kind))
        };
        let mut seen: BTreeMap<_, BTreeMap<String, &Text>> = BTreeMap::new();
        let mut pair = |roster: &'r Roster| {
            let seen = seen.entry(whose(roster)).or_default();
            let mut found = None;
            for Member { id, .. } in &roster.members {
                let known = *seen.entry(names::key(id).into_owned()).or_insert(id);
                if names::key_with_marks(known) != names::key_with_marks(id) {
                    found = Some((known.clone(), id.clone()));
                }
            }
            found
        };
        self.rosters.values().for_each(|roster| drop(pair(roster)));
        rosters.iter().map(pair).collect()
    }

    /// Calls kinds by their codes, and areas and units as the rows do.
    fn unite_rosters(&mut self, rosters: &mut [Roster]) {
        let catalogue = self.catalogue;
        let known = known_kinds(catalogue);
        let mut kinds: BTreeMap<Text, Text> = BTreeMap::new();
        let mut reported: Vec<(usize, Text)> = Vec::new();
        let mut odd: BTreeMap<String, Text> = BTreeMap::new();
        let mut plain: BTreeSet<String> = BTreeSet::new();
        for (place, roster) in rosters.iter_mut().enumerate() {
            roster.area = roster.area.take().and_then(Text::given);
            let code = kinds.entry(roster.kind.clone());
            roster.kind = code.or_insert_with_key(|kind| code_of(catalogue, &known, kind)).clone();
            for name in names_of(roster) {
                let key = names::key(name);
                if *key == **name {
                    plain.insert(key.into_owned());
                    continue;
                }
                if name.chars().any(names::is_hidden) {
                    reported.push((place, name.clone()));
                }
                // As in rows: of a name without one character that can be seen no key is left.
                if key.is_empty() {
                    continue;
                }
                match odd.get_mut(&*key) {
                    Some(least) if *name < *least => least.clone_from(name),
                    Some(_) => {}
                    None => {
                        odd.insert(key.into_owned(), name.clone());
                    }
                }
            }
        }
        if odd.is_empty() && reported.is_empty() && self.alike.is_idle() {
            return;
        }
        for place in self.series.keys() {
            let unit = place.unit.as_ref().map(|unit| [&unit.kind, &unit.id]);
            let row_names = core::iter::once(&place.area).chain(unit.into_iter().flatten());
            plain.extend(row_names.filter(|name| odd.contains_key(&***name)).map(|name| name.to_string()));
        }
        for roster in rosters.iter_mut() {
            for name in names_of(roster) {
                // What the rows write comes first.
                if self.alike.unite(name) {
                    continue;
                }
                let key = names::key(name).into_owned();
                if !key.is_empty() {
                    *name = match plain.contains(&key) {
                        true => Text::from(key),
                        false => odd.get(&key).unwrap_or(name).clone(),
                    };
                }
            }
        }
        let area = |place: usize| rosters.get(place).map(|roster| roster.area.clone());
        let reported = reported.into_iter().filter_map(|(place, name)| Some((area(place)?, name)));
        self.of_cells.extend(reported.map(hidden));
    }

    /// Rosters that nothing uses; those in the second list are used by the audit.
    pub(super) fn name_unused_rosters(&mut self, kinds: &BTreeSet<&str>, audited: &BTreeSet<(Text, Text)>) {
        let areas: BTreeSet<&str> = self.series.areas().collect();
        // A kind that no target is over is told once, whatever the years.
        let mut found: BTreeSet<(Text, Option<Year>, Text)> = BTreeSet::new();
        for (area, year, kind) in self.rosters.keys() {
            if !kinds.contains(&**kind) {
                if !audited.contains(&(area.clone(), kind.clone())) {
                    found.insert((area.clone(), None, kind.clone()));
                }
            } else if !areas.is_empty() && !areas.contains(&**area) {
                found.insert((area.clone(), Some(*year), kind.clone()));
            }
        }
        let known = self.catalogue.kinds_called(kinds.iter().copied());
        let shown: Vec<&str> = areas.iter().map(|area| if area.is_empty() { "—" } else { area }).collect();
        let shown = shown.get(..10).unwrap_or(&shown).join(", ");
        for (area, without_rows, kind) in found {
            let kind = match without_rows {
                Some(year) => FindingKind::RosterWithoutRows {
                    roster: roster_called(self.catalogue, &kind, year),
                    areas: shown.clone(),
                },
                None => FindingKind::RosterUnused { given: kind.to_string(), known: known.clone() },
            };
            self.findings.push(of_area(&area, kind));
        }
    }
}

impl Data<'_> {
    /// A roster of a year without values of its units, while there are values of another year without a roster: the one may be meant
    /// for the other.
    pub(super) fn name_rosters_of_other_years(&mut self, kinds: &BTreeSet<&str>) {
        let mut reported: BTreeMap<(&Text, &Text), BTreeSet<Year>> = BTreeMap::new();
        // While the value of a survey stands, the roster of each year is asked for it.
        let mut standing: BTreeMap<(&Text, &Text), BTreeSet<Year>> = BTreeMap::new();
        for (place, series) in self.series.iter() {
            if let Some(unit) = place.unit.as_ref().filter(|unit| kinds.contains(&*unit.kind)) {
                reported.entry((&place.area, &unit.kind)).or_default().extend(series.cells.keys());
                let calendar = self.catalogue.indicator(&place.indicator).map(|card| card.calendar);
                let years = match calendar {
                    Ok(Calendar::Survey) => i32::from(u8::MAX),
                    Ok(calendar) => calendar.interval().unwrap_or(1),
                    Err(_) => 1,
                };
                let stands = standing.entry((&place.area, &unit.kind)).or_default();
                let last = |year: &Year| year.plus(years - 1);
                stands.extend(series.cells.keys().flat_map(|year| year.to(last(year))));
            }
        }
        let mut found: Vec<(Text, FindingKind)> = Vec::new();
        for (area, year, kind) in self.rosters.keys() {
            let Some(years) = reported.get(&(area, kind)).filter(|years| !years.contains(year)) else {
                continue;
            };
            if standing.get(&(area, kind)).is_some_and(|years| years.contains(year)) {
                continue;
            }
            let bare = |at: &&Year| {
                let key = (area.clone(), **at, kind.clone());
                !self.rosters.contains_key(&key) && !self.incomplete.contains_key(&key)
            };
            let bare: Vec<String> = years.iter().filter(bare).map(ToString::to_string).collect();
            if !bare.is_empty() {
                let years = bare.get(..10).unwrap_or(&bare).join(", ");
                let roster = roster_called(self.catalogue, kind, *year);
                found.push((area.clone(), FindingKind::RosterOfAnotherYear { roster, years }));
            }
        }
        self.findings.extend(found.into_iter().map(|(area, kind)| of_area(&area, kind)));
    }
}

/// A roster by its kind and year.
fn roster_called(catalogue: &Catalogue, kind: &str, year: Year) -> Bilingual {
    let Bilingual { zh, en } = catalogue.kind_called(kind);
    Bilingual { zh: alloc::format!("{zh} {year}").into(), en: alloc::format!("{en} {year}").into() }
}

/// The area, the kind and the units of a roster.
fn names_of(roster: &mut Roster) -> impl Iterator<Item = &mut Text> {
    let members = roster.members.iter_mut().map(|member| &mut member.id);
    roster.area.iter_mut().chain([&mut roster.kind]).chain(members)
}

/// A finding on an area, and on no cell.
pub(super) fn of_area(area: &Text, kind: FindingKind) -> Finding {
    Finding {
        kind,
        area: Text::given(area),
        indicator: None,
        period: None,
        cell: None,
        source: None,
        owners: Vec::new(),
    }
}
