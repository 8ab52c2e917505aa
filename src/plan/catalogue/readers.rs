//! What reads the figures of each indicator: targets, gaps and relations.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{ByName, Catalogue};
use crate::plan::{Between, RelationKind};
use crate::values::{Disaggregation, Text};

/// What reads the figures of an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Readers {
    /// Whether its figure of the whole area is read.
    pub whole: bool,
    /// Whether targets of more than one plan ask something of it.
    several_plans: bool,
    /// The parts between which a gap is taken.
    pub parts: Vec<Disaggregation>,
    /// The kinds of the units over which it is read.
    kinds: Vec<Text>,
    /// The places of the relations that have a figure of it in the place in which they are checked.
    relations: Vec<usize>,
    /// The places of those that have a figure of it of one part of the population, beside figures of the whole.
    fixed: Vec<(Disaggregation, usize)>,
}

impl Readers {
    /// Whether it is read over units of a kind.
    pub(crate) fn is_over(&self, kind: &str) -> bool {
        self.kinds.iter().any(|known| known == kind)
    }
}

/// The readers of all indicators, while they are found.
struct Found<'c> {
    by_name: &'c ByName,
    all: Vec<Readers>,
}

impl Found<'_> {
    fn of(&mut self, indicator: &str) -> Option<&mut Readers> {
        self.all.get_mut(self.by_name.get(indicator)?)
    }

    fn whole(&mut self, indicator: &str) {
        if let Some(readers) = self.of(indicator) {
            readers.whole = true;
        }
    }

    fn parts<const N: usize>(&mut self, indicator: &str, parts: [Disaggregation; N]) {
        if let Some(readers) = self.of(indicator) {
            readers.parts.extend(parts);
        }
    }

    fn units(&mut self, indicator: &str, kind: &str) {
        if let Some(readers) = self.of(indicator).filter(|readers| !readers.is_over(kind)) {
            readers.kinds.push(kind.into());
        }
    }

    fn by_relation(&mut self, place: usize, says: &RelationKind) {
        if let RelationKind::Range { indicator, .. } = says {
            self.whole(indicator);
        }
        for (_, figure) in says.figures().filter(|(_, figure)| figure.is_of_a_cell()) {
            let Some(indicator) = &figure.indicator else { continue };
            match (&figure.unit_kind, figure.disaggregation) {
                (Some(kind), _) => self.units(indicator, kind),
                (None, Some(part)) if part != Disaggregation::TOTAL => {
                    if let Some(readers) = self.of(indicator) {
                        readers.fixed.push((part, place));
                    }
                }
                _ => {
                    if let Some(readers) = self.of(indicator) {
                        readers.whole = true;
                        readers.relations.push(place);
                    }
                }
            }
        }
    }
}

impl Catalogue {
    /// Finds what is asked for every row: the last step of whatever adds cards or relations.
    pub(in crate::plan) fn prepare(&mut self) {
        self.find_readers();
        let mut sorted: Vec<(&str, usize)> = self.indicators().map(|card| &*card.id).zip(0..).collect();
        sorted.sort_unstable();
        let mut ranks = alloc::vec![0; sorted.len()];
        for ((_, place), at) in sorted.into_iter().zip(0..) {
            if let Some(rank) = ranks.get_mut(place) {
                *rank = at;
            }
        }
        self.ranks = ranks;
    }

    fn find_readers(&mut self) {
        let all = alloc::vec![Readers::default(); self.indicators.len()];
        let mut found = Found { by_name: &self.by_name, all };
        let mut first_plan: BTreeMap<&str, &str> = BTreeMap::new();
        for target in self.targets() {
            let first = *first_plan.entry(&target.indicator).or_insert(&target.plan);
            if let Some(readers) = found.of(&target.indicator).filter(|_| first != &*target.plan) {
                readers.several_plans = true;
            }
            for indicator in core::iter::once(&target.indicator).chain(&target.reference) {
                found.whole(indicator);
                if let Some(kind) = target.scope.unit_kind() {
                    found.units(indicator, kind);
                }
            }
        }
        // The figures of men and of both sexes stand beside those of women.
        for (card, both) in self.indicators().filter_map(|card| Some((card, card.women_of.as_ref()?))) {
            if found.of(&card.id).is_some_and(|readers| readers.whole) {
                found.whole(both);
                found.parts(both, [Disaggregation::MALE]);
            }
        }
        for (card, gap) in self.indicators().filter_map(|card| Some((card, card.gap.as_ref()?))) {
            found.whole(&card.id);
            found.whole(&gap.of);
            match gap.between {
                Between::UrbanRural => {
                    found.parts(&gap.of, [Disaggregation::URBAN, Disaggregation::RURAL]);
                }
                Between::Sexes => {
                    found.parts(&gap.of, [Disaggregation::FEMALE, Disaggregation::MALE]);
                    if let Some(women) = self.women_of(&gap.of) {
                        found.whole(&women.id);
                    }
                }
                Between::Units => found.units(&gap.of, gap.kind()),
            }
        }
        for (place, relation) in self.relations.iter().enumerate() {
            found.by_relation(place, &relation.says);
        }
        self.readers = found.all;
    }

    /// Where the id of an indicator stands among all of them in order.
    pub(crate) fn rank(&self, indicator: &str) -> Option<u32> {
        self.ranks.get(self.by_name.get(indicator)?).copied()
    }

    /// What reads the figures of the indicator with this id.
    pub(crate) fn readers(&self, indicator: &str) -> Option<&Readers> {
        self.readers.get(self.by_name.get(indicator)?)
    }

    /// Whether targets of more than one plan ask something of an indicator.
    pub(crate) fn is_asked_by_several(&self, indicator: &str) -> bool {
        self.readers(indicator).is_some_and(|readers| readers.several_plans)
    }

    /// The relations that have a figure of an indicator in the place in which they are checked.
    pub(crate) fn relations_of<'c>(
        &'c self,
        readers: &'c Readers,
    ) -> impl Iterator<Item = &'c RelationKind> + 'c {
        readers.relations.iter().filter_map(|place| Some(&self.relations.get(*place)?.says))
    }

    /// The relations that have a figure of an indicator of one part of the population, beside figures of the whole.
    pub(crate) fn relations_of_part<'c>(
        &'c self,
        readers: &'c Readers,
        part: Disaggregation,
    ) -> impl Iterator<Item = &'c RelationKind> + 'c {
        let fixed = readers.fixed.iter().filter(move |(fixed, _)| *fixed == part);
        fixed.filter_map(|(_, place)| Some(&self.relations.get(*place)?.says))
    }
}
