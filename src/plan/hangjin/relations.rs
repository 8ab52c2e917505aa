//! The built-in relations between figures and the plausible ranges: one plain table, by the ids of the indicators.
//!
//! A source is named where a form or its explanation asks for the relation; all else, and every range, is this crate's own.

mod children;
mod health;
mod ranges;
mod society;

use alloc::vec::Vec;

use crate::plan::AuditLevel::{self, Must, Should};
use crate::plan::{Figure, FigureOf, Fraction, IndicatorCard, Relation, RelationKind};
use crate::values::{Disaggregation, Number, Text};

/// The audit of the annual report on maternal and child health.
const MCH_AUDIT: &str = "妇幼卫生年报审核关系";
/// The explanation of its indicators.
const MCH_DEFINITIONS: &str = "妇幼卫生年报指标解释";
const OURS: &str = "";
/// How many members committees of villages and of residents have.
const VILLAGES: &str = "《村民委员会组织法》第六条";
const RESIDENTS: &str = "《城市居民委员会组织法》";

/// A figure as the table has it.
#[derive(Clone, Copy)]
struct Fig {
    of: FigureOf,
    indicator: &'static str,
    unit_kind: &'static str,
    among: Option<Disaggregation>,
    times: Option<Fraction>,
}

const fn fig(of: FigureOf, indicator: &'static str, unit_kind: &'static str) -> Fig {
    Fig { of, indicator, unit_kind, among: None, times: None }
}

/// The value.
const fn v(indicator: &'static str) -> Fig {
    fig(FigureOf::Value, indicator, "")
}

/// The numerator.
const fn n(indicator: &'static str) -> Fig {
    fig(FigureOf::Numerator, indicator, "")
}

/// The denominator.
const fn d(indicator: &'static str) -> Fig {
    fig(FigureOf::Denominator, indicator, "")
}

/// The numerators where both sides have counts, else the values.
const fn c(indicator: &'static str) -> Fig {
    fig(FigureOf::Cases, indicator, "")
}

/// The sum of the values over all units of a kind.
const fn over(indicator: &'static str, unit_kind: &'static str) -> Fig {
    fig(FigureOf::Value, indicator, unit_kind)
}

/// How many units of a kind there are.
const fn roster(unit_kind: &'static str) -> Fig {
    fig(FigureOf::RosterSize, "", unit_kind)
}

const fn number(text: &'static str) -> Fig {
    fig(FigureOf::Number(Number::literal(text)), "", "")
}

impl Fig {
    /// The figure of men and boys.
    const fn men(self) -> Self {
        Self { among: Some(Disaggregation::MALE), ..self }
    }

    const fn times(self, part: u32, whole: u32) -> Self {
        Self { times: Some(Fraction::literal(part, whole)), ..self }
    }

    fn figure(self) -> Figure {
        Figure {
            of: self.of,
            indicator: Text::given(Text::from_static(self.indicator)),
            unit_kind: Text::given(Text::from_static(self.unit_kind)),
            disaggregation: self.among,
            times: self.times,
        }
    }
}

/// What a line of the table says.
#[derive(Clone, Copy)]
enum Says {
    Order(&'static [Fig], &'static [Fig]),
    PartOf(&'static [Fig], &'static [Fig]),
    /// Part of, for the numerators and for the denominators of two indicators.
    BothPartOf(&'static str, &'static str),
    Same(&'static [Fig]),
    Sum(&'static [Fig], Fig),
    Within(Fig, Fig, &'static str),
    Between(Fig, &'static [Fig]),
    Change(&'static [Fig], &'static str),
    /// Where the first is more than zero, the second is below a number.
    Consequence(Fig, Fig, &'static str),
    /// Share, mean, and the bound of the share in the unit of the mean.
    ShareAndMean(&'static str, &'static str, &'static str),
}

use Says::*;

/// Id, what it says, how binding it is, the words in Chinese and English, the source.
type Line = (&'static str, Says, AuditLevel, &'static str, &'static str, &'static str);

/// All of them.
pub(super) fn relations(cards: impl Iterator<Item = &'static IndicatorCard> + Clone) -> Vec<Relation> {
    let mut relations = Vec::new();
    for line in [health::DEATHS, health::MOTHERS, children::CHILDREN, society::POSTS, society::PLACES]
        .into_iter()
        .flatten()
    {
        read(*line, &mut relations);
    }
    // A share of women and the same share of men make the whole.
    for card in cards
        .clone()
        .filter(|card| card.id.contains("women-share-of-") || card.id.starts_with("girls-share-of-"))
    {
        let figure = |among| Figure {
            of: FigureOf::Value,
            indicator: Some(card.id.clone()),
            unit_kind: None,
            disaggregation: among,
            times: None,
        };
        relations.push(Relation {
            id: alloc::format!("women-and-men.{}", card.id).into(),
            says: RelationKind::Sum {
                parts: alloc::vec![figure(None), figure(Some(Disaggregation::MALE))],
                whole: number("100").figure(),
            },
            level: Must,
            zh: Text::from_static("女性比例与男性比例之和为100％"),
            en: Text::from_static("the shares of women and of men add up to 100 per cent"),
            source: None,
        });
    }
    relations.extend(ranges::ranges(cards));
    relations
}

fn read((id, says, level, zh, en, source): Line, relations: &mut Vec<Relation>) {
    let mut push = |id: Text, says| {
        let (zh, en, source) =
            (Text::from_static(zh), Text::from_static(en), Text::given(Text::from_static(source)));
        relations.push(Relation { id, says, level, zh, en, source });
    };
    let all = |figures: &[Fig]| figures.iter().map(|figure| figure.figure()).collect::<Vec<_>>();
    let percent = Number::literal;
    let kind = match says {
        Order(left, right) => RelationKind::Order { left: all(left), right: all(right) },
        PartOf(left, right) => RelationKind::PartOf { left: all(left), right: all(right) },
        BothPartOf(part, whole) => {
            for (suffix, of) in [("numerator", n as fn(&'static str) -> Fig), ("denominator", d)] {
                let kind = RelationKind::PartOf { left: all(&[of(part)]), right: all(&[of(whole)]) };
                push(alloc::format!("{id}.{suffix}").into(), kind);
            }
            return;
        }
        Same(figures) => RelationKind::Same { figures: all(figures) },
        Sum(parts, whole) => RelationKind::Sum { parts: all(parts), whole: whole.figure() },
        Within(left, right, most) => {
            RelationKind::Within { left: left.figure(), right: right.figure(), percent: percent(most) }
        }
        Between(total, parts) => RelationKind::Between { total: total.figure(), parts: all(parts) },
        Consequence(cause, effect, below) => RelationKind::Consequence {
            cause: cause.figure(),
            effect: effect.figure(),
            below: Number::literal(below),
        },
        Change(figures, most) => RelationKind::Change { figures: all(figures), percent: percent(most) },
        ShareAndMean(share, mean, bound) => RelationKind::ShareAndMean {
            share: v(share).figure(),
            mean: v(mean).figure(),
            bound: Number::literal(bound),
        },
    };
    push(Text::from_static(id), kind);
}
