//! Rosters: read as strictly as rows, for a unit that is lost here makes a verdict over all units come out too well.

use crate::values::Text;
use alloc::string::String;

use super::alike::Alike;
use super::*;

/// The sizes that rosters give each unit.
type Sizes = BTreeMap<Text, BTreeSet<u64>>;

impl Data {
    /// Takes in rosters; those of one area, kind and year are one. A roster with a unit that has no name is not used.
    pub(super) fn take_rosters(&mut self, alike: &Alike, rosters: Vec<Roster>) {
        let mut sizes: BTreeMap<RosterKey, (Sizes, bool)> = BTreeMap::new();
        for mut roster in rosters {
            alike.unite(&mut roster.area);
            alike.unite(&mut roster.kind);
            let (known, whole) =
                sizes.entry((roster.area, roster.year, roster.kind)).or_insert_with(|| (Sizes::new(), true));
            for mut member in roster.members {
                alike.unite(&mut member.id);
                *whole &= !names::key(&member.id).is_empty();
                known.entry(member.id).or_default().extend(member.size);
            }
        }
        for ((area, year, kind), (members, whole)) in sizes {
            if !whole {
                let roster = alloc::format!("{kind} {year}");
                self.of_roster(&area, FindingKind::RosterIncomplete { roster });
                continue;
            }
            for (id, _) in members.iter().filter(|(_, sizes)| sizes.len() > 1) {
                self.of_roster(&area, FindingKind::RosterTwoSizes { unit: id.to_string() });
            }
            // Two sizes for one unit are none.
            let size = |sizes: BTreeSet<u64>| sizes.first().copied().filter(|_| sizes.len() == 1);
            let members = members.into_iter().map(|(id, sizes)| Member { id, size: size(sizes) }).collect();
            let key = (area.clone(), year, kind.clone());
            self.rosters.insert(key, Roster { area, kind, year, members });
        }
    }

    pub(super) fn of_roster(&mut self, area: &Text, kind: FindingKind) {
        self.findings.push(Finding {
            kind,
            area: area.clone(),
            indicator: Text::from_static(""),
            period: None,
            cell: String::new(),
            source: Text::from_static(""),
        });
    }

    /// Rosters that nothing uses.
    pub(super) fn name_unused_rosters(&mut self, kinds: &BTreeSet<&str>) {
        let areas: BTreeSet<&str> = self.series.keys().map(|place| &*place.area).collect();
        let mut found: BTreeSet<(Text, bool, String)> = BTreeSet::new();
        for (area, year, kind) in self.rosters.keys() {
            if !kinds.contains(&**kind) {
                found.insert((area.clone(), false, kind.to_string()));
            } else if !areas.is_empty() && !areas.contains(&**area) {
                found.insert((area.clone(), true, alloc::format!("{kind} {year}")));
            }
        }
        let known = kinds.iter().copied().collect::<Vec<_>>().join(", ");
        let shown: Vec<&str> = areas.iter().map(|area| if area.is_empty() { "—" } else { area }).collect();
        let shown = shown.get(..NAMED_AREAS).unwrap_or(&shown).join(", ");
        for (area, without_rows, roster) in found {
            let kind = match without_rows {
                true => FindingKind::RosterWithoutRows { roster, areas: shown.clone() },
                false => FindingKind::RosterNotAsked { given: roster, known: known.clone() },
            };
            self.of_roster(&area, kind);
        }
    }
}
