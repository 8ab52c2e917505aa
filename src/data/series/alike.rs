//! Names of areas, units and kinds that are one however they are written, and those in which something is hidden.

use crate::values::Text;
use alloc::string::String;

use super::*;

/// What is gathered while rows are taken in.
pub(super) struct Taking<'c> {
    /// The indicator of the row before, which has its id.
    pub(super) last: Option<&'c IndicatorCard>,
    /// Area, kind and name of the unit of the row before, which are noted.
    noted: [Option<Text>; 3],
    /// The findings on names that no indicator has.
    pub(super) unknown: BTreeMap<Text, FindingKind>,
    /// The codes of the kinds of units by what was given.
    kinds: BTreeMap<Text, Text>,
    /// The kinds that the catalogue has, once a row has a unit.
    known_kinds: Option<Vec<Text>>,
    /// Names that are not their own key, by it: the least of those that are written so.
    odd: BTreeMap<String, Text>,
    /// Areas and names with hidden characters.
    hidden: BTreeSet<(Option<Text>, Text)>,
    /// Parts of the population of which relations read a figure, once a row has another than its indicator's.
    related: Option<BTreeSet<(Text, Disaggregation)>>,
    /// Areas and other names of indicators, each reported once.
    other_names: BTreeMap<(Option<Text>, String), Finding>,
    /// Series that are begun before their cells are settled: events by day.
    pub(super) begun: BTreeMap<Place, Series>,
}

/// The one writing of names that are written in several ways, by key; most names are not here.
#[derive(Debug, Clone, Default)]
pub(super) struct Alike(BTreeMap<String, Text>);

impl<'c> Taking<'c> {
    pub(super) fn new() -> Self {
        Self {
            last: None,
            noted: [None, None, None],
            unknown: BTreeMap::new(),
            kinds: BTreeMap::new(),
            known_kinds: None,
            odd: BTreeMap::new(),
            hidden: BTreeSet::new(),
            related: None,
            other_names: BTreeMap::new(),
            begun: BTreeMap::new(),
        }
    }

    /// Whether a relation reads an indicator's figure of a part that is not its own.
    pub(super) fn is_related(
        &mut self,
        catalogue: &Catalogue,
        card: &IndicatorCard,
        part: Disaggregation,
    ) -> bool {
        let related = self.related.get_or_insert_with(|| {
            let figures = catalogue.relations().flat_map(|relation| relation.says.figures());
            figures
                .filter_map(|(_, figure)| Some((figure.indicator.clone()?, figure.disaggregation?)))
                .collect()
        });
        related.contains(&(card.id.clone(), part))
    }

    /// Whether a row has another part of the population than its indicator.
    pub(super) const fn has_parts(&self) -> bool {
        self.related.is_some()
    }

    /// Notes the names of a row, and calls its kind of unit by its code.
    pub(super) fn look_at(&mut self, catalogue: &Catalogue, observation: &mut Observation) {
        let Observation { indicator, area, area_unit, .. } = observation;
        // A blank name is none, however the row was made.
        area.take_if(|area| area.is_blank());
        let area = area.as_ref();
        // What the row before had is noted: rows of one area and unit mostly stand together.
        let [noted_area, noted_kind, noted_id] = &self.noted;
        let unit = area_unit.as_ref();
        let same_area = noted_area.as_ref() == area;
        let same_unit = same_area
            && noted_kind.as_ref() == unit.map(|unit| &unit.kind)
            && noted_id.as_ref() == unit.map(|unit| &unit.id);
        if let Some(area) = area.filter(|_| !same_area) {
            self.note(Some(area), area);
        }
        if let Some(unit) = area_unit.as_mut().filter(|_| !same_unit) {
            self.name_kind(catalogue, &mut unit.kind);
            self.note(area, &unit.kind);
            self.note(area, &unit.id);
        }
        if !same_unit {
            let unit = area_unit.as_ref();
            self.noted =
                [area.cloned(), unit.map(|unit| unit.kind.clone()), unit.map(|unit| unit.id.clone())];
        }
        let same_indicator = same_area && self.last.is_some_and(|card| card.id == *indicator);
        if !same_indicator && names::has_hidden(indicator) {
            self.hidden.insert((area.cloned(), indicator.clone()));
        }
    }

    fn name_kind(&mut self, catalogue: &Catalogue, kind: &mut Text) {
        let known = self.known_kinds.get_or_insert_with(|| known_kinds(catalogue));
        if known.contains(kind) {
            return;
        }
        let code = self.kinds.entry(kind.clone()).or_insert_with(|| code_of(catalogue, known, kind));
        kind.clone_from(code);
    }

    fn note(&mut self, area: Option<&Text>, name: &Text) {
        let key = names::key(name);
        if *key == **name {
            return;
        }
        if names::has_hidden(name) {
            self.hidden.insert((area.cloned(), name.clone()));
        }
        // Of a name without one character that can be seen no key is left: it would be that of rows that name no area.
        if key.is_empty() {
            return;
        }
        match self.odd.get_mut(&*key) {
            None => {
                self.odd.insert(key.into_owned(), name.clone());
            }
            Some(least) if name < least => least.clone_from(name),
            Some(_) => {}
        }
    }

    pub(super) fn other_name(&mut self, observation: &Observation, kind: FindingKind) {
        let FindingKind::OtherName { given, .. } = &kind else { return };
        let key = (observation.area.clone(), given.clone());
        let finding = Finding {
            kind,
            area: observation.area.clone(),
            indicator: Some(observation.indicator.clone()),
            period: None,
            cell: None,
            source: None,
            owners: Vec::new(),
        };
        self.other_names.entry(key).or_insert(finding);
    }

    /// The writing that each name gets: its key where that is written somewhere, else the least; and the series that are begun. What
    /// was told of names is told.
    pub(super) fn done(
        mut self,
        data: &mut Data<'_>,
        cells: &[Observation],
    ) -> (Alike, BTreeMap<Place, Series>) {
        if !self.odd.is_empty() {
            let of_cells = cells.iter().map(|row| (row.area.as_ref(), row.area_unit.as_ref()));
            let of_series = self.begun.keys().map(|place| (Some(&place.area), place.unit.as_ref()));
            for (area, unit) in of_cells.chain(of_series) {
                let unit = unit.map(|unit| [&unit.kind, &unit.id]);
                for name in area.into_iter().chain(unit.into_iter().flatten()) {
                    if let Some(known) = self.odd.get_mut(&**name) {
                        known.clone_from(name);
                    }
                }
            }
        }
        let alike = Alike(self.odd);
        data.findings.extend(self.hidden.into_iter().map(hidden));
        data.findings.extend(self.other_names.into_values());
        (alike, self.begun)
    }
}

/// The kinds that targets and gaps are over, in order.
pub(super) fn known_kinds(catalogue: &Catalogue) -> Vec<Text> {
    let mut known: Vec<Text> = catalogue.unit_kinds().cloned().collect();
    known.sort_unstable();
    known.dedup();
    known
}

/// The code of the kind that a table writes so, where targets or gaps are over it; else what is written.
pub(super) fn code_of(catalogue: &Catalogue, known: &[Text], kind: &Text) -> Text {
    let code = catalogue.read_unit_kind(kind);
    known.iter().find(|known| ***known == *code).unwrap_or(kind).clone()
}

impl Alike {
    /// Gives a name its one writing; whether there is one.
    pub(super) fn unite(&self, name: &mut Text) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let known = self.0.get(&*names::key(name));
        if let Some(known) = known {
            name.clone_from(known);
        }
        known.is_some()
    }

    fn unite_unit(&self, unit: Option<&mut ReportingUnit>) {
        if let Some(unit) = unit {
            self.unite(&mut unit.kind);
            self.unite(&mut unit.id);
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        self.0.is_empty()
    }
}

/// The finding on a name with hidden characters, in an area.
pub(super) fn hidden((area, name): (Option<Text>, Text)) -> Finding {
    Finding {
        kind: FindingKind::HiddenCharacters { shown: names::visible(&name).into_owned() },
        area,
        indicator: None,
        period: None,
        cell: None,
        source: None,
        owners: Vec::new(),
    }
}

impl Data<'_> {
    /// Gives all names of what was taken in their one writing.
    pub(super) fn unite(
        &mut self,
        alike: Alike,
        cells: &mut [Observation],
        begun: &mut BTreeMap<Place, Series>,
    ) {
        if alike.is_idle() {
            return;
        }
        for row in cells {
            row.area.as_mut().map(|area| alike.unite(area));
            alike.unite_unit(row.area_unit.as_mut());
        }
        for finding in &mut self.findings {
            finding.area.as_mut().map(|area| alike.unite(area));
        }
        let united = |mut place: Place| {
            alike.unite(&mut place.area);
            alike.unite_unit(place.unit.as_mut());
            place
        };
        let irrecoverable = core::mem::take(&mut self.irrecoverable);
        for ((place, year), why) in irrecoverable {
            self.lose_at((united(place), year), why);
        }
        for (place, series) in core::mem::take(begun) {
            begun.entry(united(place)).or_default().join(series);
        }
        self.alike = alike;
    }
}

/// Rows that are not taken in.
impl Data<'_> {
    /// Notes that the cell was filled, and why what stands there cannot be used.
    pub(super) fn lose(&mut self, observation: &Observation, why: Unusable) {
        self.lose_at((Place::of(observation), observation.period.year()), why);
    }

    /// Of two reasons the first in their order stands, whatever the order of the rows.
    pub(super) fn lose_at(&mut self, cell: (Place, Year), why: Unusable) {
        self.irrecoverable.entry(cell).and_modify(|known| *known = why.min(*known)).or_insert(why);
    }

    pub(super) fn refuse(&mut self, observation: &Observation, kind: FindingKind) {
        self.refused += 1;
        self.findings.push(Finding::about(self.catalogue, observation, kind));
    }
}
