//! What can be wrong with a relation that a host brings.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::{Card, CardError, Catalogue};
use crate::error::{Error, Errors, InvalidError, Name, message, name};
use crate::plan::{Figure, FigureOf, GeneralRelation, IndicatorCard, Relation, RelationKind};
use crate::values::{Number, Text, Unit};

const RELATION: Name = name("relation", "审核关系");

/// Says something of a field.
type Say<'s> = &'s mut dyn FnMut(&'static str, Error);

impl Catalogue {
    /// The relations between figures, the built-in ones first.
    ///
    /// ```
    /// use dabiao::{plan::RelationKind, Catalogue};
    /// let catalogue = Catalogue::hangjin();
    /// let ranges = catalogue.relations().filter(|relation| matches!(relation.says, RelationKind::Range { .. }));
    /// assert!(ranges.count() > 100);
    /// ```
    pub fn relations(&self) -> impl ExactSizeIterator<Item = &Relation> {
        self.relations.iter()
    }

    /// The other indicators over the same denominator, by the relations that say so.
    pub(crate) fn sharing_denominator<'c>(
        &'c self,
        card: &'c IndicatorCard,
    ) -> impl Iterator<Item = &'c IndicatorCard> {
        let denominators = |relation: &'c Relation| {
            let RelationKind::Same { figures } = &relation.says else { return None };
            let is_denominator = |figure: &Figure| figure.of == FigureOf::Denominator;
            let own = figures.iter().all(is_denominator)
                && figures.iter().any(|figure| *figure.indicator() == *card.id);
            own.then_some(figures)
        };
        let figures = self.relations.iter().filter_map(denominators).flatten();
        figures
            .filter(|figure| *figure.indicator() != *card.id)
            .filter_map(|figure| self.indicator(figure.indicator()).ok())
    }

    /// Adds relations between figures. Everything wrong with them is said at once, and then none is added. Relations whose
    /// figures come from two plans are added after both.
    ///
    /// # Errors
    /// An id that is taken, no words in one of the languages, an indicator that is not there, counts of what is no quotient,
    /// values in units that do not convert, a sum of rates over units, a range or a percentage that is none.
    ///
    /// ```
    /// use dabiao::{plan::{AuditLevel, Figure, Relation, RelationKind}, Catalogue};
    /// let mut catalogue = Catalogue::hangjin();
    /// let relation = |left: &'static str| Relation {
    ///     id: "ours.1".into(),
    ///     says: RelationKind::Order { left: vec![Figure::value(left)], right: vec![Figure::value("neonatal-mortality-rate")] },
    ///     level: AuditLevel::Should,
    ///     zh: "早期新生儿死亡率不高于新生儿死亡率".into(),
    ///     en: "early neonatal deaths are neonatal deaths".into(),
    ///     source: None,
    /// };
    /// let errors = catalogue.add_relations([relation("infant-mortality-rat")]).unwrap_err();
    /// assert_eq!(errors[0].path(), "relations[0].left");
    /// assert!(errors[0].to_string().contains("the nearest is `infant-mortality-rate`"));
    /// let errors = catalogue.add_relations([relation("female-life-expectancy")]).unwrap_err();
    /// assert!(errors[0].to_string().ends_with("it is measured in `‰`, and the first figure in `岁`"));
    /// catalogue.add_relations([relation("infant-mortality-rate")]).unwrap();
    /// ```
    pub fn add_relations(
        &mut self,
        relations: impl IntoIterator<Item = Relation>,
    ) -> Result<(), Errors<CardError>> {
        let (grown, errors) = self.with_relations(relations.into_iter().collect());
        Errors::check(errors).map(|()| *self = grown)
    }

    /// The catalogue with relations, whatever is wrong with them.
    pub(crate) fn with_relations(&self, relations: Vec<Relation>) -> (Self, Vec<CardError>) {
        let mut grown = self.clone();
        let mut errors = Vec::new();
        let mut ids: BTreeSet<Text> = grown.relations.iter().map(|known| known.id.clone()).collect();
        ids.extend(GeneralRelation::ALL.iter().map(|rule| Text::from_static(rule.code())));
        for (place, mut relation) in relations.into_iter().enumerate() {
            relation.rename(
                |name| grown.id_of(name),
                |kind| {
                    let code = grown.read_unit_kind(kind);
                    grown.unit_kinds().find(|known| ***known == *code).cloned()
                },
            );
            let mut say = |field, error| {
                errors.push(CardError::new(Card::Relation(place), &relation.id, field, error));
            };
            if !ids.insert(relation.id.clone()) {
                let remedy = message("the id is taken", "代码已被占用");
                say("id", InvalidError::new(RELATION, &relation.id, remedy).into());
            }
            grown.check_relation(&relation, &mut say);
            grown.relations.push(relation);
        }
        grown.prepare();
        (grown, errors)
    }

    /// Everything wrong with the relations of the catalogue.
    pub(in crate::plan) fn check_relations(&self, errors: &mut Vec<CardError>) {
        for (place, relation) in self.relations.iter().enumerate() {
            self.check_relation(relation, &mut |field, error| {
                errors.push(CardError::new(Card::Relation(place), &relation.id, field, error));
            });
        }
    }

    fn check_relation(&self, relation: &Relation, say: Say<'_>) {
        for (field, text) in [("id", &relation.id), ("zh", &relation.zh), ("en", &relation.en)] {
            if text.trim().is_empty() {
                let remedy = message("give it an id and its words in both languages", "请写代码和中英文说明");
                say(field, InvalidError::new(RELATION, &relation.id, remedy).into());
            }
        }
        if let RelationKind::Range { indicator, low, above_zero, high } = &relation.says {
            match self.indicator(indicator) {
                Err(error) => say("indicator", error),
                Ok(card) => check_range(card, *low, *above_zero, *high, say),
            }
            return;
        }
        let percent = match &relation.says {
            RelationKind::Within { percent, .. } | RelationKind::Change { percent, .. } => Some(*percent),
            _ => None,
        };
        if let Some(percent) = percent.filter(|percent| *percent < Number::ZERO) {
            let remedy = message("it is at least 0", "不小于0");
            say("percent", InvalidError::new("percent", percent, remedy).into());
        }
        let sides: &[&'static str] = match &relation.says {
            RelationKind::Order { left, right } | RelationKind::PartOf { left, right } => {
                match (left.is_empty(), right.is_empty()) {
                    (true, true) => &["left", "right"],
                    (true, false) => &["left"],
                    (false, true) => &["right"],
                    (false, false) => &[],
                }
            }
            RelationKind::Same { figures } if figures.len() < 2 => &["figures"],
            RelationKind::Change { figures, .. } if figures.is_empty() => &["figures"],
            RelationKind::Sum { parts, .. } | RelationKind::Between { parts, .. } if parts.len() < 2 => {
                &["parts"]
            }
            _ => &[],
        };
        for field in sides {
            let remedy = message("name the figures of both sides", "请写出关系两边的数");
            say(field, InvalidError::new(*field, "", remedy).into());
        }
        if !relation.says.figures().any(|(_, figure)| figure.is_of_a_cell()) {
            let remedy = message("name at least one figure of an indicator", "至少要有一个指标的数");
            let field = relation.says.figures().next().map_or("says", |(field, _)| field);
            say(field, InvalidError::new(RELATION, &relation.id, remedy).into());
        }
        // A share and a mean, or a number that follows from another, are of different units.
        let one_unit =
            !matches!(relation.says, RelationKind::ShareAndMean { .. } | RelationKind::Consequence { .. });
        let mut measured: Option<Unit> = None;
        for (field, figure) in relation.says.figures() {
            let unit = self.check_figure(field, figure, say);
            let counts = match &relation.says {
                RelationKind::Same { .. } => Some(message(
                    "one number is a numerator, a denominator or a value of what comes whole, as it stands; hold others against each \
                     other with `within`",
                    "“相同”只用于原样的分子、分母或整数数值；其他的数请用within比较",
                )),
                RelationKind::Change { .. } => Some(message(
                    "a change is that of a numerator, a denominator or a value of what comes whole, as it stands",
                    "“变动”只用于原样的分子、分母或整数数值",
                )),
                _ => None,
            };
            if let Some(remedy) = counts.filter(|_| !is_one_count(figure, unit)) {
                say(field, InvalidError::new(name("figure", "数"), figure.indicator(), remedy).into());
            }
            let Some(unit) = unit else { continue };
            // What stands in another unit than the first is brought to it by a fraction, which is the host's own to know.
            match measured {
                Some(first) if one_unit && figure.times.is_none() && !one_measure(unit, first) => {
                    let remedy = message(
                        alloc::format!("it is measured in `{unit}`, and the first figure in `{first}`"),
                        alloc::format!("它以“{unit}”计量，而第一个数以“{first}”计量"),
                    );
                    say(field, InvalidError::new(name("figure", "数"), figure.indicator(), remedy).into());
                }
                Some(_) => {}
                None => measured = Some(unit),
            }
        }
    }

    /// The unit of a figure: a count where it is a numerator, a denominator or the size of a roster; none of a bare number.
    fn check_figure(&self, field: &'static str, figure: &Figure, say: Say<'_>) -> Option<Unit> {
        let mut wrong = |given: &str, remedy| {
            say(field, InvalidError::new(name("figure", "数"), given, remedy).into());
        };
        match figure.of {
            FigureOf::Number(_) | FigureOf::DaysOfTheYear => {
                if let Some(indicator) = &figure.indicator {
                    wrong(indicator, message("a fixed number is of no indicator", "固定的数不属于任何指标"));
                }
                return None;
            }
            FigureOf::RosterSize => {
                if figure.unit_kind.is_none() {
                    wrong("", message("name the kind of unit in `unit_kind`", "请在unit_kind中写单位类别"));
                }
                return Some(Unit::Count);
            }
            _ => {}
        }
        let Some(indicator) = &figure.indicator else {
            wrong("", message("name the indicator in `indicator`", "请在indicator中写指标"));
            return None;
        };
        let card = match self.indicator(indicator) {
            Ok(card) => card,
            Err(error) => {
                say(field, error);
                return None;
            }
        };
        if matches!(figure.of, FigureOf::Numerator | FigureOf::Denominator) {
            if card.unit.per().is_none() {
                wrong(
                    &card.id,
                    message("the indicator is no quotient; take its value", "该指标不是比率，请取数值"),
                );
            }
            return Some(Unit::Count);
        }
        if figure.unit_kind.is_some() && !card.unit.is_whole() {
            wrong(
                &card.id,
                message(
                    "rates are not added up; take numerators or denominators",
                    "比率不能相加，请取分子或分母",
                ),
            );
        }
        Some(card.unit)
    }
}

/// Whether a figure counts something where it stands; of an indicator that is not there nothing more is said.
fn is_one_count(figure: &Figure, unit: Option<Unit>) -> bool {
    let counts = |unit: Unit| match figure.of {
        FigureOf::Value => unit.is_whole(),
        FigureOf::Cases => unit.per().is_some(),
        _ => true,
    };
    figure.is_plain() && unit.is_none_or(counts)
}

/// Whether two values can be compared: both count things, or one converts into the other.
fn one_measure(a: Unit, b: Unit) -> bool {
    (a.is_whole() && b.is_whole()) || a.factor(b).is_some()
}

fn check_range(
    card: &IndicatorCard,
    low: Number,
    above_zero: Option<Number>,
    high: Option<Number>,
    say: Say<'_>,
) {
    if high.is_some_and(|high| high <= low) {
        let remedy = message("the greatest value lies above the least", "最大值应大于最小值");
        say("high", InvalidError::new("high", low, remedy).into());
    }
    if low < card.floor {
        let remedy = message(
            alloc::format!("no value of its indicator is less than {}", card.floor),
            alloc::format!("该指标没有小于{}的数值", card.floor),
        );
        say("low", InvalidError::new("low", low, remedy).into());
    }
    if let Some(least) = above_zero.filter(|least| *least <= low || high.is_some_and(|high| *least >= high)) {
        let remedy = message("it lies between the least and the greatest value", "应介于最小值与最大值之间");
        say("above_zero", InvalidError::new("above_zero", least, remedy).into());
    }
    if let Some(high) = high.filter(|high| card.ceiling.is_some_and(|ceiling| *high > ceiling)) {
        let remedy = message("no value of its indicator is as great", "该指标没有这么大的数值");
        say("high", InvalidError::new("high", high, remedy).into());
    }
}
