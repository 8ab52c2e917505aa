//! Made-up rules, indicators, goals and the plan they stand in.

use dabiao::{
    Number, Rule, Target, Year,
    plan::{
        Better, Calendar, Clause, Commitment, IndicatorCard, IndicatorKind, Plan, Qualifier, Scope, Section,
        Timing,
    },
    values::{Date, Disaggregation, Unit},
};

pub(crate) const DUE: i16 = 2030;

pub(crate) fn number(text: &str) -> Number {
    text.parse().unwrap()
}

pub(crate) fn year(number: i16) -> Year {
    Year::literal(number)
}

pub(crate) fn at_least(bound: &str) -> Rule {
    Rule::AtLeast { value: number(bound) }
}

pub(crate) fn at_most(bound: &str) -> Rule {
    Rule::AtMost { value: number(bound) }
}

pub(crate) fn more_than(bound: &str) -> Rule {
    Rule::MoreThan { value: number(bound) }
}

pub(crate) fn less_than(bound: &str) -> Rule {
    Rule::LessThan { value: number(bound) }
}

pub(crate) fn around(bound: &str, better: Better) -> Rule {
    Rule::Around { value: number(bound), better, tolerance: None }
}

pub(crate) fn rises(word: Qualifier) -> Rule {
    Rule::Improves { better: Better::Higher, qualifier: word }
}

pub(crate) fn falls(word: Qualifier) -> Rule {
    Rule::Improves { better: Better::Lower, qualifier: word }
}

/// An indicator without an upper limit.
pub(crate) fn amount(id: &'static str, unit: Unit) -> IndicatorCard {
    IndicatorCard {
        id: id.into(),
        zh: format!("{id}（中文）").into(),
        en: id.into(),
        unit,
        kind: IndicatorKind::ValueOnly,
        floor: Number::ZERO,
        ceiling: None,
        calendar: Calendar::Year,
        disaggregation: Disaggregation::TOTAL,
        aliases: (&[]).into(),
        women_only: false,
        colon_inverted: false,
        gap: None,
        women_of: None,
        definition: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

/// So many of so many: 0 to 100％.
pub(crate) fn share(id: &'static str) -> IndicatorCard {
    IndicatorCard { kind: IndicatorKind::Share, ceiling: Some(number("100")), ..amount(id, Unit::Percent) }
}

/// Something that happens: a meeting, a report.
pub(crate) fn happening(id: &'static str) -> IndicatorCard {
    IndicatorCard { calendar: Calendar::Event, ..amount(id, Unit::Count) }
}

/// Something measured at elections.
pub(crate) fn elected(id: &'static str) -> IndicatorCard {
    IndicatorCard { calendar: Calendar::Term, ..share(id) }
}

/// A firm goal of domain 1, due in the plan's last year.
pub(crate) fn goal(id: &'static str, item: &'static str, card: &IndicatorCard, rule: Rule) -> Target {
    Target {
        id: id.into(),
        plan: "made-up".into(),
        clause: Clause { section: Section::Goal, domain: 1, item: item.into(), words: "（自拟）".into() },
        indicator: card.id.clone(),
        rule,
        reference: None,
        timing: Timing::ByYear { due: year(DUE) },
        scope: Scope::Area,
        commitment: Commitment::Firm,
        note: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

pub(crate) fn plan() -> Plan {
    Plan {
        id: "made-up".into(),
        level: None,
        letter: "M".into(),
        zh: "自拟规划".into(),
        en: "made-up plan".into(),
        document: "（自拟）".into(),
        issued: Date::literal(2022, 8, 9),
        first: year(2021),
        last: year(DUE),
        domains: vec!["甲".into(), "乙".into(), "丙".into()].into(),
        domains_en: vec![].into(),
        unit_kinds: [].as_slice().into(),
    }
}
