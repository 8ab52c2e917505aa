//! The rows of one area, laid out by indicator, and how a finding is written about them.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{AuditCell, AuditColumn, AuditUnit, BrokenRelation};
use crate::data::series::{Place, Point, Series};
use crate::data::{Data, Finding, FindingKind, Roster};
use crate::error::Message;
use crate::plan::{AuditLevel, Catalogue, FigureOf, GeneralRelation, IndicatorCard, Relation};
use crate::values::{Disaggregation, Period, Ratio, ReportingUnit, Sex, Text, Value};

/// The places of one indicator, in order: part of the population, then unit.
pub(super) struct Entry<'a> {
    pub card: &'a IndicatorCard,
    pub places: Vec<(&'a Place, &'a Series)>,
}

impl<'a> Entry<'a> {
    /// The series of one place.
    pub(super) fn at(
        &self,
        disaggregation: Disaggregation,
        unit: Option<&ReportingUnit>,
    ) -> Option<&'a Series> {
        if let [(place, series)] = self.places.as_slice() {
            return (place.disaggregation == disaggregation && place.unit.as_ref() == unit)
                .then_some(*series);
        }
        let key = (disaggregation, unit);
        let found = self
            .places
            .binary_search_by(|(place, _)| (place.disaggregation, place.unit.as_ref()).cmp(&key))
            .ok()?;
        self.places.get(found).map(|(_, series)| *series)
    }
}

pub(super) struct Desk<'a> {
    pub area: &'a str,
    pub entries: Vec<Entry<'a>>,
    pub rosters: Vec<&'a Roster>,
    pub data: &'a Data<'a>,
    pub catalogue: &'a Catalogue,
    pub found: Vec<Finding>,
    pub checked: usize,
}

/// A cell that a finding names, before it is written.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub card: &'a IndicatorCard,
    pub disaggregation: Disaggregation,
    pub unit: Option<&'a ReportingUnit>,
    pub point: &'a Point,
    pub column: AuditColumn,
}

impl<'a> Named<'a> {
    pub(super) fn of(
        card: &'a IndicatorCard,
        place: &'a Place,
        point: &'a Point,
        column: AuditColumn,
    ) -> Self {
        Self { card, disaggregation: place.disaggregation, unit: place.unit.as_ref(), point, column }
    }

    pub(super) fn cell(&self) -> AuditCell {
        let (value, unit) = match (self.column, self.point.counts) {
            (AuditColumn::Numerator, Some(counts)) => (counts.numerator.to_string(), None),
            (AuditColumn::Denominator, Some(counts)) => (counts.denominator.to_string(), None),
            (AuditColumn::Value | AuditColumn::Counts, Some(counts)) => (counts.to_string(), None),
            (_, None) => (written(self.point.value), Some(self.point.unit)),
        };
        let column = match (self.column, self.point.counts) {
            (AuditColumn::Value, Some(_)) => AuditColumn::Counts,
            (column, _) => column,
        };
        AuditCell {
            indicator: self.card.id.clone(),
            zh: self.card.zh.clone(),
            en: self.card.en.clone(),
            period: self.point.period,
            disaggregation: self.disaggregation,
            area_unit: self.unit.cloned().map(AuditUnit::One),
            unit_kind: None,
            column,
            value,
            unit,
            source: self.point.source.clone(),
        }
    }
}

/// A value as it was told.
fn written(value: Value) -> String {
    match value {
        Value::Number(number) | Value::Both { number, .. } => number.to_string(),
        Value::Counts(counts) => counts.to_string(),
        Value::Interval(interval) => {
            let end = |end: Option<crate::values::End>| {
                end.map_or_else(|| "…".to_string(), |end| end.number.to_string())
            };
            alloc::format!("{}–{}", end(interval.low()), end(interval.high()))
        }
    }
}

/// The column in which a figure stands.
pub(super) fn column_of(of: FigureOf, counted: bool) -> AuditColumn {
    match of {
        FigureOf::Numerator => AuditColumn::Numerator,
        FigureOf::Denominator => AuditColumn::Denominator,
        FigureOf::Cases if counted => AuditColumn::Numerator,
        _ => AuditColumn::Value,
    }
}

/// A number as a finding shows it: exact where that is short, else with four decimals.
pub(super) fn shown(value: &Ratio) -> String {
    value
        .to_number()
        .filter(|number| number.places() <= 4)
        .map_or_else(|| value.rounded(4), |number| number.to_string())
}

/// What is said with a finding: the relation by its id and words.
pub(super) struct Rule<'a> {
    pub id: &'a Text,
    pub level: AuditLevel,
    pub zh: &'a Text,
    pub en: &'a Text,
}

impl<'a> Desk<'a> {
    pub(super) fn new(data: &'a Data<'a>, catalogue: &'a Catalogue, area: &'a str) -> Self {
        let mut entries: Vec<Entry<'a>> = Vec::new();
        for (place, series) in data.of_area(area) {
            match entries.last_mut().filter(|entry| entry.card.id == place.indicator) {
                Some(entry) => entry.places.push((place, series)),
                None => {
                    let Some(card) = catalogue.card(&place.indicator) else { continue };
                    entries.push(Entry { card, places: alloc::vec![(place, series)] });
                }
            }
        }
        Self {
            area,
            entries,
            rosters: data.rosters_of(area).collect(),
            data,
            catalogue,
            found: Vec::new(),
            checked: 0,
        }
    }

    /// The rows of an indicator.
    pub(super) fn entry(&self, indicator: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| (*entry.card.id).cmp(indicator)).ok()
    }

    /// The series of a part of the population, and whose it is: women's may stand under an indicator of their own.
    pub(super) fn part(
        &self,
        entry: &Entry<'a>,
        part: Disaggregation,
        unit: Option<&ReportingUnit>,
    ) -> Option<(&'a IndicatorCard, Disaggregation, &'a Series)> {
        let women = (part.sex == Sex::Female).then(|| self.catalogue.women_of(&entry.card.id)).flatten();
        let Some(women) = women else { return Some((entry.card, part, entry.at(part, unit)?)) };
        let entry = self.entry(&women.id).and_then(|place| self.entries.get(place))?;
        let part = Disaggregation { sex: Sex::Total, ..part };
        Some((entry.card, part, entry.at(part, unit)?))
    }

    /// Writes a finding about cells, the first of them first.
    pub(super) fn say(&mut self, rule: &Rule<'_>, mut cells: Vec<AuditCell>, remedy: Message) {
        for cell in &mut cells {
            let kind = cell.area_unit.as_ref().and_then(|unit| self.catalogue.unit_kind("", unit.kind()));
            cell.unit_kind = kind.cloned();
        }
        let Some(first) = cells.first() else { return };
        let finding = Finding {
            area: Text::given(self.area),
            indicator: Some(first.indicator.clone()),
            period: Some(first.period),
            cell: Some(first.named()),
            source: first.source.clone(),
            owners: Vec::new(),
            kind: FindingKind::RelationBroken(Box::new(BrokenRelation {
                relation: rule.id.clone(),
                level: rule.level,
                zh: rule.zh.clone(),
                en: rule.en.clone(),
                cells,
                remedy: remedy.en.into_owned(),
                remedy_zh: remedy.zh.into_owned(),
            })),
        };
        self.found.push(finding);
    }

    pub(super) fn say_of(&mut self, relation: &Relation, cells: Vec<AuditCell>, remedy: Message) {
        self.say_at(relation, relation.level, cells, remedy);
    }

    /// The same at another level than the relation's own.
    pub(super) fn say_at(
        &mut self,
        relation: &Relation,
        level: AuditLevel,
        cells: Vec<AuditCell>,
        remedy: Message,
    ) {
        self.say(&Rule { id: &relation.id, level, zh: &relation.zh, en: &relation.en }, cells, remedy);
    }

    pub(super) fn say_general(
        &mut self,
        rule: GeneralRelation,
        level: AuditLevel,
        cells: Vec<AuditCell>,
        remedy: Message,
    ) {
        let [id, zh, en] = [rule.code(), rule.zh(), rule.en()].map(Text::from_static);
        self.say(&Rule { id: &id, level, zh: &zh, en: &en }, cells, remedy);
    }
}

/// Whether two cells of one indicator describe one stretch of time.
pub(super) fn same_time(a: Period, b: Period) -> bool {
    a == b
}

/// Whether the cells of two indicators do: who was elected in a year stands beside the figures of that year.
pub(super) fn side_by_side(a: Period, b: Period) -> bool {
    let year = |period| match period {
        Period::Term(year) => Period::Year(year),
        other => other,
    };
    year(a) == year(b)
}
