//! The rows of one area, laid out by indicator, and how a finding is written about them.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::layout::{Entry, Layout, OnRoster, Spot};
use super::{AuditCell, AuditColumn, AuditUnit, BrokenRelation};
use crate::data::series::{Place, Point};
use crate::data::{Data, Finding, FindingKind};
use crate::error::Message;
use crate::plan::{AuditLevel, Catalogue, FigureOf, GeneralRelation, IndicatorCard, Relation};
use crate::values::{Disaggregation, Period, Ratio, ReportingUnit, Sex, Text, Value};

pub(super) struct Desk<'a> {
    pub area: &'a str,
    pub entries: Vec<Entry<'a>>,
    pub rosters: &'a [OnRoster<'a>],
    pub data: &'a Data<'a>,
    pub catalogue: &'a Catalogue,
    /// The exact figures of a relation in one place and year: filled anew for each.
    pub exact: Vec<Ratio>,
    pub found: Vec<Finding>,
    pub checked: usize,
}

/// The figures of women beside those of both sexes: they may stand under an indicator of their own.
#[derive(Clone, Copy)]
pub(super) struct Women<'a> {
    entry: Option<Entry<'a>>,
    of_their_own: bool,
}

impl<'a> Women<'a> {
    /// The places of a part of the population, and whose they are.
    pub(super) fn part(
        &self,
        of: &Entry<'a>,
        part: Disaggregation,
    ) -> Option<(&'a IndicatorCard, Disaggregation, &'a [Spot<'a>])> {
        let (entry, part) = match part.sex {
            Sex::Female if self.of_their_own => (self.entry?, Disaggregation { sex: Sex::Total, ..part }),
            _ => (*of, part),
        };
        let spots = entry.of(part);
        (!spots.is_empty()).then_some((entry.card, part, spots))
    }
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
    pub(super) fn new(
        layout: &'a Layout<'a>,
        data: &'a Data<'a>,
        catalogue: &'a Catalogue,
        area: &'a str,
    ) -> Self {
        Self {
            area,
            entries: layout.entries(),
            rosters: &layout.rosters,
            data,
            catalogue,
            exact: Vec::new(),
            found: Vec::new(),
            checked: 0,
        }
    }

    /// The rows of an indicator.
    pub(super) fn entry(&self, indicator: &str) -> Option<Entry<'a>> {
        let place = self.entries.binary_search_by(|entry| (*entry.card.id).cmp(indicator)).ok()?;
        self.entries.get(place).copied()
    }

    /// Where the figures of women stand, and whether that is an indicator of their own.
    pub(super) fn women(&self, entry: &Entry<'a>) -> Women<'a> {
        match self.catalogue.women_of(&entry.card.id) {
            Some(women) => Women { entry: self.entry(&women.id), of_their_own: true },
            None => Women { entry: Some(*entry), of_their_own: false },
        }
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
