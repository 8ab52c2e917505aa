//! Indicators, rules, timings and whole plans: every kind that a catalogue takes, with bounds that values tie with.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::rows::grid;
use crate::plan::{
    Better, Between, Calendar, Change, Clause, Commitment, Fraction, Gap, GapMeasure, IndicatorCard,
    IndicatorKind, Plan, Qualifier, Rule, Scope, Section, Target, Timing,
};
use crate::values::{Date, Disaggregation, Number, Text, Unit, Year};

/// An indicator `main` in one of eight units, of every kind and calendar.
///
/// ```
/// use dabiao::{testing, Catalogue};
/// use proptest::{prop_assert, proptest};
/// proptest!(|(card in testing::indicators())| prop_assert!(card.ceiling.is_none_or(|ceiling| ceiling > card.floor)));
/// ```
pub fn indicators() -> impl Strategy<Value = IndicatorCard> {
    let shape = prop_oneof![
        5 => (Just((Unit::Percent, "0", Some("100"))), select(&[IndicatorKind::Share, IndicatorKind::Stock, IndicatorKind::ValueOnly][..])),
        1 => (Just((Unit::PerMille, "0", Some("1000"))), select(&[IndicatorKind::Share, IndicatorKind::Events][..])),
        2 => (Just((Unit::Per100k, "0", None)), select(&[IndicatorKind::Events, IndicatorKind::ValueOnly][..])),
        1 => (Just((Unit::Per1000, "0", None)), Just(IndicatorKind::ValueOnly)),
        1 => (Just((Unit::Quotient, "0", None)), Just(IndicatorKind::ValueOnly)),
        1 => (Just((Unit::Years, "0", None)), Just(IndicatorKind::ValueOnly)),
        1 => (Just((Unit::Count, "0", None)), Just(IndicatorKind::ValueOnly)),
        1 => (Just((Unit::PercentagePoints, "-100", Some("100"))), Just(IndicatorKind::ValueOnly)),
    ];
    let calendar = prop_oneof![
        6 => Just(Calendar::Year), 1 => Just(Calendar::SchoolYear), 2 => Just(Calendar::Term),
        1 => Just(Calendar::Every(3)), 1 => Just(Calendar::Census), 1 => Just(Calendar::Event),
    ];
    (shape, calendar).prop_map(|(((unit, floor, ceiling), kind), calendar)| match calendar {
        Calendar::Event => card("main", Unit::Count, IndicatorKind::ValueOnly, "0", None, calendar),
        _ => card("main", unit, kind, floor, ceiling, calendar),
    })
}

pub(super) fn card(
    id: &'static str,
    unit: Unit,
    kind: IndicatorKind,
    floor: &str,
    ceiling: Option<&str>,
    calendar: Calendar,
) -> IndicatorCard {
    IndicatorCard {
        id: id.into(),
        zh: alloc::format!("名{id}").into(),
        en: id.into(),
        unit,
        kind,
        floor: Number::literal(floor),
        ceiling: ceiling.map(Number::literal),
        calendar,
        disaggregation: Disaggregation::TOTAL,
        aliases: (&[]).into(),
        women_only: false,
        colon_inverted: false,
        gap: None,
        women_of: None,
        definition: None,
        valid: crate::plan::Validity::ALWAYS,
    }
}

/// More or less: either way better.
pub fn ways() -> impl Strategy<Value = Better> {
    select(&[Better::Higher, Better::Lower][..])
}

/// The words before a direction.
pub fn words() -> impl Strategy<Value = Qualifier> {
    use Qualifier::{Continually, EachTerm, Further, Gradually, Markedly, Plain, Steadily, Sustained};
    select(&[Plain, Further, Markedly, Gradually, Continually, Steadily, Sustained, EachTerm][..])
}

/// The nearest rule to one that a plan document does not refuse because nobody can mean it of the indicator.
fn meant(rule: Rule, card: &IndicatorCard) -> Rule {
    match rule {
        Rule::LessThan { value } if value == card.floor => Rule::AtMost { value },
        Rule::MoreThan { value } if Some(value) == card.ceiling => Rule::AtLeast { value },
        // Only a percentage has a usual tolerance.
        Rule::Around { value, better, tolerance: None } if card.unit != Unit::Percent => {
            Rule::Around { value, better, tolerance: Some(Number::literal("1")) }
        }
        Rule::InProportion { tolerance: None } if card.unit != Unit::Percent => {
            Rule::InProportion { tolerance: Some(Number::literal("5")) }
        }
        Rule::Improves { better, qualifier: Qualifier::EachTerm } if card.calendar != Calendar::Term => {
            Rule::Improves { better, qualifier: Qualifier::Plain }
        }
        rule => rule,
    }
}

/// Every rule that can be asked of an indicator. Bounds come from [`grid`].
///
/// ```
/// use dabiao::testing;
/// use proptest::prelude::*;
/// let asked = testing::indicators().prop_flat_map(|card| testing::rules(&card));
/// proptest!(|(rule in asked)| prop_assert!(!(rule.is_direction() && rule.number().is_some())));
/// ```
pub fn rules(card: &IndicatorCard) -> BoxedStrategy<Rule> {
    if card.calendar == Calendar::Event {
        return select(&["1", "2"][..]).prop_map(|n| Rule::AtLeast { value: Number::literal(n) }).boxed();
    }
    let changed = (select(&["0", "20", "50", "100"][..]), ways(), select(&[2020, 2020, 2022][..]));
    let (quotient, from_zero) = (card.unit.per().is_some(), card.floor == Number::ZERO);
    let ratios = select(&[(1, 3), (1, 2), (1, 100), (1, 1)][..]);
    let of = card.clone();
    prop_oneof![
        3 => grid().prop_map(|value| Rule::AtLeast { value }),
        3 => grid().prop_map(|value| Rule::AtMost { value }),
        1 => grid().prop_map(|value| Rule::MoreThan { value }),
        1 => grid().prop_map(|value| Rule::LessThan { value }),
        2 => (grid(), ways(), option::of(grid()))
            .prop_map(|(value, better, tolerance)| Rule::Around { value, better, tolerance }),
        1 => ratios.prop_map(move |(part, whole)| match quotient {
            true => Rule::AtLeastRatio { value: Fraction::literal(part, whole) },
            false => Rule::Monitored,
        }),
        1 => Just(if quotient { Rule::All } else { Rule::Monitored }),
        2 => changed.prop_map(move |(n, better, since)| match from_zero {
            true => Rule::ChangedBy { value: Change::Percent(Number::literal(n)), better, since: Year::literal(since) },
            // A share of a value that may be negative says nothing.
            false => Rule::Monitored,
        }),
        1 => (grid(), ways(), select(&[2020, 2022][..])).prop_map(|(value, better, since)| {
            Rule::ChangedEachYear { value, better, since: Year::literal(since) }
        }),
        5 => (ways(), words()).prop_map(|(better, qualifier)| Rule::Improves { better, qualifier }),
        1 => ways().prop_map(|better| Rule::NotWorse { better }),
        1 => Just(Rule::RisesSlower),
        1 => Just(Rule::NotBelow),
        1 => option::of(grid()).prop_map(|tolerance| Rule::InProportion { tolerance }),
        1 => ways().prop_map(|better| Rule::HostBound { better }),
        1 => Just(Rule::Monitored),
    ]
    .prop_map(move |rule| meant(rule, &of))
    .boxed()
}

/// When a target has to hold, in every way that goes with the calendar of its indicator.
pub fn timings(calendar: Calendar) -> BoxedStrategy<Timing> {
    let due = || select(&[2024, 2026, 2030, 2030][..]).prop_map(Year::literal);
    let from = || select(&[2021, 2022][..]).prop_map(Year::literal);
    let every_year = (from(), due()).prop_map(|(from, due)| Timing::EveryYear { from, due });
    match calendar {
        Calendar::Event => prop_oneof![
            every_year,
            (from(), 1_u8..=5, due()).prop_map(|(from, years, due)| Timing::EachWindow { from, years, due }),
            (from(), due()).prop_map(|(from, due)| Timing::Once { from, due }),
            (0_u8..=14).prop_map(|months| Timing::Within { after: Date::literal(2022, 8, 31), months }),
        ]
        .boxed(),
        Calendar::Term => (from(), due()).prop_map(|(from, due)| Timing::EveryTerm { from, due }).boxed(),
        _ => prop_oneof![
            due().prop_map(|due| Timing::ByYear { due }),
            every_year,
            (from(), due()).prop_map(|(from, due)| Timing::Kept { from, due }),
            due().prop_map(|due| Timing::ReachedAndKept { due }),
        ]
        .boxed(),
    }
}

/// A target `t` of the plan `p` on an indicator: any rule, timing and scope that goes with it. A rule that compares two indicators
/// names `ref`; a target over units is over towns.
///
/// ```
/// use dabiao::testing;
/// use proptest::prelude::*;
/// let target = testing::indicators().prop_flat_map(|card| testing::targets(&card));
/// proptest!(|(target in target)| prop_assert_eq!(target.reference.is_some(), target.rule.has_reference()));
/// ```
pub fn targets(card: &IndicatorCard) -> BoxedStrategy<Target> {
    let over = match card.calendar {
        Calendar::Event => Just(Scope::Area).boxed(),
        // Only numerators and denominators can be pooled.
        _ if card.unit.per().is_none() => {
            prop_oneof![2 => Just(Scope::Area), 1 => Just(Scope::EveryUnit("town".into()))].boxed()
        }
        _ => {
            prop_oneof![4 => Just(Scope::Area), 2 => Just(Scope::EveryUnit("town".into())), 1 => Just(Scope::Pooled("town".into()))].boxed()
        }
    };
    let on = card.id.clone();
    (rules(card), timings(card.calendar), over)
        .prop_map(move |(rule, timing, scope)| target(on.clone(), rule, timing, scope))
        .boxed()
}

pub(super) fn target(on: impl Into<Text>, rule: Rule, timing: Timing, scope: Scope) -> Target {
    Target {
        id: "t".into(),
        plan: "p".into(),
        clause: Clause { section: Section::Goal, domain: 1, item: "1".into(), words: "达到".into() },
        indicator: on.into(),
        rule,
        reference: rule.has_reference().then(|| "ref".into()),
        timing,
        scope,
        commitment: Commitment::Firm,
        note: None,
        valid: crate::plan::Validity::ALWAYS,
    }
}

/// The plan `p`, 2021-2030, with two domains.
pub(super) fn frame() -> Plan {
    Plan {
        id: "p".into(),
        level: None,
        letter: "P".into(),
        zh: "计划".into(),
        en: "plan".into(),
        document: "1".into(),
        issued: Date::literal(2022, 8, 9),
        first: Year::literal(2021),
        last: Year::literal(2030),
        domains: Cow::Owned(["一", "二"].map(Text::from_static).into()),
        domains_en: Cow::Borrowed(&[]),
        unit_kinds: Cow::Borrowed(&[]),
    }
}

fn gap_card(of: &IndicatorCard, between: Between, measure: GapMeasure) -> IndicatorCard {
    let unit = if measure == GapMeasure::Ratio { Unit::Quotient } else { of.unit.of_difference() };
    let unit_kind = (between == Between::Units).then(|| "town".into());
    let gap = Gap { of: of.id.clone(), between, unit_kind, measure };
    IndicatorCard { gap: Some(gap), ..card("gap", unit, IndicatorKind::ValueOnly, "0", None, of.calendar) }
}

/// The indicators `main`, `ref` and `gap`, and a target on the first or, now and then, on the gap of its strata.
pub(super) fn target_with_indicators() -> impl Strategy<Value = (Vec<IndicatorCard>, Target)> {
    let gap = (
        select(&[Between::UrbanRural, Between::Sexes, Between::Units][..]),
        select(&[GapMeasure::Difference, GapMeasure::Ratio][..]),
    );
    let asked = indicators().prop_flat_map(|card| (targets(&card), Just(card)));
    (asked, gap, prop::bool::weighted(0.1)).prop_map(|((mut target, main), (between, measure), of_gap)| {
        let of_counts = matches!(target.rule, Rule::AtLeastRatio { .. } | Rule::All);
        let reference = IndicatorCard { id: "ref".into(), zh: "参照".into(), ..main.clone() };
        let gap = gap_card(&main, between, measure);
        if of_gap && main.calendar != Calendar::Event && !of_counts && !target.rule.has_reference() {
            (target.indicator, target.scope) = ("gap".into(), Scope::Area);
            // A gap has limits of its own.
            target.rule = meant(target.rule, &gap);
        }
        (alloc::vec![main, reference, gap], target)
    })
}
