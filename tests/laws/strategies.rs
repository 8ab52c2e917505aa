//! Awkward but valid plans, series that hit their bounds often, and hostile rows.

use dabiao::{
    AreaUnit, Better, Between, Calendar, Counts, Date, Datum, Duty, End, Fraction, Gap, GapMeasure,
    HostBound, IndicatorCard, Interval, Member, Method, Missing, Number, Observation, Period, Roster, Rule,
    Scope, Settings, Status, Stratum, Unit, Value, Word,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::scene::{Scene, card, converted, number, size, target, year};

/// Few numbers, so that values tie with each other, with bounds and with limits.
pub(crate) const GRID: &[&str] = &["0", "0.5", "1", "1.0", "1.5", "2", "3", "3.00", "5", "10", "100"];

pub(crate) fn grid() -> impl Strategy<Value = Number> {
    select(GRID).prop_map(number)
}

fn main_card() -> impl Strategy<Value = IndicatorCard> {
    let shape = prop_oneof![
        5 => Just((Unit::Percent, "0", Some("100"))),
        1 => Just((Unit::PerMille, "0", Some("1000"))),
        2 => Just((Unit::Per100k, "0", None)),
        1 => Just((Unit::Per1000, "0", None)),
        1 => Just((Unit::Quotient, "0", None)),
        1 => Just((Unit::Years, "0", None)),
        1 => Just((Unit::Count, "0", None)),
        1 => Just((Unit::PercentagePoints, "-100", Some("100"))),
    ];
    let calendar = prop_oneof![
        6 => Just(Calendar::Year), 1 => Just(Calendar::SchoolYear), 2 => Just(Calendar::Term),
        1 => Just(Calendar::Every(3)), 1 => Just(Calendar::Census), 1 => Just(Calendar::Event),
    ];
    (shape, calendar).prop_map(|((unit, floor, ceiling), calendar)| match calendar {
        Calendar::Event => card("main", Unit::Count, "0", None, calendar),
        _ => card("main", unit, floor, ceiling, calendar),
    })
}

pub(crate) fn better() -> impl Strategy<Value = Better> {
    select(vec![Better::Higher, Better::Lower])
}

pub(crate) fn word() -> impl Strategy<Value = Word> {
    use Word::*;
    select(vec![Plain, Further, Markedly, Gradually, Continually, Steadily, Sustained, EachTerm])
}

fn rule(card: &IndicatorCard) -> BoxedStrategy<Rule> {
    if card.calendar == Calendar::Event {
        return select(vec!["1", "2"]).prop_map(|n| Rule::AtLeast { value: number(n) }).boxed();
    }
    let value = grid;
    let changed = (select(vec!["0", "20", "50", "100"]), better(), select(vec![2020, 2020, 2022]));
    let (quotient, from_zero) = (card.unit.per().is_some(), card.floor == Number::ZERO);
    prop_oneof![
        3 => value().prop_map(|value| Rule::AtLeast { value }),
        3 => value().prop_map(|value| Rule::AtMost { value }),
        1 => value().prop_map(|value| Rule::MoreThan { value }),
        1 => value().prop_map(|value| Rule::LessThan { value }),
        2 => (value(), better(), option::of(grid()))
            .prop_map(|(value, better, tolerance)| Rule::Around { value, better, tolerance }),
        1 => select(vec![(1, 3), (1, 2), (1, 100), (1, 1)]).prop_map(move |(part, whole)| match quotient {
            true => Rule::AtLeastRatio { value: Fraction::new(part, whole) },
            false => Rule::Monitored,
        }),
        2 => changed.prop_map(move |(n, better, since)| {
            // A share of a value that may be negative says nothing.
            if from_zero { Rule::ChangedBy { value: number(n), better, since: year(since) } } else { Rule::Monitored }
        }),
        5 => (better(), word()).prop_map(|(better, word)| Rule::Improves { better, word }),
        1 => better().prop_map(|better| Rule::NotWorse { better }),
        1 => Just(Rule::RisesSlower),
        1 => Just(Rule::NotBelow),
        1 => option::of(grid()).prop_map(|tolerance| Rule::InProportion { tolerance }),
        1 => better().prop_map(|better| Rule::HostBound { better }),
        1 => Just(Rule::Monitored),
    ]
    .boxed()
}

fn duty(calendar: Calendar) -> BoxedStrategy<Duty> {
    let due = || select(vec![2024, 2026, 2030, 2030]).prop_map(year);
    let from = || select(vec![2021, 2022]).prop_map(year);
    let every_year = (from(), due()).prop_map(|(from, due)| Duty::EveryYear { from, due });
    match calendar {
        Calendar::Event => prop_oneof![
            every_year,
            (from(), 1_u8..=5, due()).prop_map(|(from, years, due)| Duty::EachWindow { from, years, due }),
            (from(), due()).prop_map(|(from, due)| Duty::Once { from, due }),
            (0_u8..=14).prop_map(|months| Duty::Within { after: Date::literal(2022, 8, 31), months }),
        ]
        .boxed(),
        Calendar::Term => (from(), due()).prop_map(|(from, due)| Duty::EveryTerm { from, due }).boxed(),
        _ => prop_oneof![
            due().prop_map(|due| Duty::ByYear { due }),
            every_year,
            due().prop_map(|due| Duty::OnceReached { due }),
        ]
        .boxed(),
    }
}

/// A value of the card and the unit of its numbers.
pub(crate) fn value(unit: Unit) -> BoxedStrategy<(Value, Unit)> {
    let plain =
        prop_oneof![8 => grid().boxed(), 1 => Just(number("-1")).boxed(), 1 => Just(number("101")).boxed()];
    let kin: Vec<Unit> = Unit::ALL.iter().copied().filter(|to| unit.factor(*to).is_some()).collect();
    let kindred = (grid(), select(kin)).prop_map(move |(n, to)| (Value::Number(converted(n, unit, to)), to));
    let end = || (grid(), any::<bool>()).prop_map(|(number, included)| End { number, included });
    let interval = (option::of(end()), option::of(end()))
        .prop_filter_map("no interval", |(low, high)| Interval::new(low, high).ok())
        .prop_map(move |interval| (Value::Interval(interval), unit));
    let numbers =
        prop_oneof![6 => plain.prop_map(move |n| (Value::Number(n), unit)), 1 => kindred, 1 => interval];
    if unit.per().is_none() {
        return numbers.boxed();
    }
    let counts = (0_u64..=4, select(vec![0, 1, 2, 3, 4, 100, 200, 1_000, 100_000]))
        .prop_map(|(numerator, denominator)| Counts { numerator, denominator });
    prop_oneof![
        4 => numbers,
        2 => counts.clone().prop_map(move |counts| (Value::Counts(counts), unit)),
        1 => (counts, grid()).prop_map(move |(counts, number)| (Value::Both { counts, number }, unit)),
    ]
    .boxed()
}

pub(crate) fn mark() -> impl Strategy<Value = Missing> {
    use Missing::*;
    select(vec![NotReported, NotCollected, Suppressed, ErrorCell, NotApplicable])
}

fn observation(card: &IndicatorCard) -> BoxedStrategy<Observation> {
    let (id, unit, calendar) = (card.id.clone(), card.unit, card.calendar);
    let datum = prop_oneof![
        7 => value(unit).prop_map(|(value, unit)| (Datum::Value(value), unit)),
        1 => mark().prop_map(move |why| (Datum::Missing(why), unit)),
    ];
    let place =
        prop_oneof![5 => Just(None), 4 => select(vec!["a", "b", "c"]).prop_map(Some), 1 => Just(Some("x"))];
    let whole = Stratum::TOTAL;
    let stratum = prop_oneof![
        4 => Just(whole), 1 => select(vec![Stratum::URBAN, Stratum::RURAL, Stratum::FEMALE, Stratum::MALE])];
    let when = (prop_oneof![8 => 2019_i32..=2027, 1 => 2010_i32..=2035], 1_u8..=12, 0_u8..12, any::<bool>());
    let period = when.prop_map(move |(at, month, odd, day)| match (calendar, odd) {
        (Calendar::Event, _) if day => Period::Day(Date::new(year(at), month, 9).expect("a day")),
        (_, 0) => Period::PlanToDate(year(at)),
        (Calendar::SchoolYear, _) => Period::SchoolYear(year(at)),
        (Calendar::Term, 1..) => Period::Term(year(at)),
        _ => Period::Year(year(at)),
    });
    let status =
        prop_oneof![6 => Just(Status::Final), 1 => Just(Status::Provisional), 1 => Just(Status::Estimated)];
    (period, datum, place, stratum, status, prop::bool::weighted(0.05), select(vec!["", "s"]))
        .prop_map(move |(period, (datum, unit), place, stratum, status, break_before, source)| Observation {
            // A mark on a day is in the corners.
            period: if matches!(datum, Datum::Missing(_)) { Period::Year(period.year()) } else { period },
            area_unit: place.map(|id| AreaUnit::new("town", id)),
            stratum,
            status,
            break_before,
            source: source.into(),
            datum,
            ..Observation::new(id.clone(), period, Value::Number(Number::ZERO), unit)
        })
        .boxed()
}

fn rosters() -> impl Strategy<Value = Vec<Roster>> {
    let all = ["a", "b", "c"].as_slice();
    let members = select(vec![all, all, all, all, &all[..2], &all[..2], &all[..1], &[]]);
    let one = (2020_i32..=2030, members).prop_map(|(at, members)| Roster {
        area: "".into(),
        kind: "town".into(),
        year: year(at),
        members: members.iter().map(|id| Member { id: (*id).into(), size: size(id) }).collect(),
    });
    vec(one, 0..14)
}

pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    let bound = (option::of(2020_i32..=2030), grid(), better()).prop_map(|(at, value, better)| HostBound {
        target: "t".into(),
        year: at.map(year),
        value,
        better,
    });
    let method = select(vec![Method::FullValue, Method::Rounded]);
    (method, vec(bound, 0..5), any::<bool>()).prop_map(|(method, host_bounds, count_aspirations)| Settings {
        method,
        host_bounds,
        count_aspirations,
        ..Settings::default()
    })
}

fn gap_card(of: &IndicatorCard, between: Between, measure: GapMeasure) -> IndicatorCard {
    let unit = if measure == GapMeasure::Ratio { Unit::Quotient } else { of.unit.of_difference() };
    let unit_kind = if between == Between::Units { "town".into() } else { "".into() };
    let gap = Gap { of: of.id.clone(), between, unit_kind, measure };
    IndicatorCard { gap: Some(gap), ..card("gap", unit, "0", None, of.calendar) }
}

/// Every rule with every duty, scope and calendar that it makes sense with.
pub(crate) fn scene() -> impl Strategy<Value = Scene> {
    let gap = (
        select(vec![Between::UrbanRural, Between::Sexes, Between::Units]),
        select(vec![GapMeasure::Difference, GapMeasure::Ratio]),
    );
    let scope = prop_oneof![4 => Just(Scope::Area), 2 => Just(Scope::EveryUnit), 1 => Just(Scope::Pooled)];
    let asked = main_card().prop_flat_map(|card| (rule(&card), duty(card.calendar), Just(card)));
    (asked, scope, gap, prop::bool::weighted(0.1)).prop_flat_map(
        |((rule, duty, main), scope, (between, measure), of_gap)| {
            let of_gap = of_gap
                && main.calendar != Calendar::Event
                && !matches!(rule, Rule::AtLeastRatio { .. } | Rule::NotBelow | Rule::InProportion { .. });
            let scope = if of_gap || main.calendar == Calendar::Event { Scope::Area } else { scope };
            let mut target = target(rule, duty, scope);
            let reference = IndicatorCard { id: "ref".into(), zh: "参照".into(), ..main.clone() };
            let mut cards = vec![main, reference];
            cards.push(gap_card(&cards[0], between, measure));
            if of_gap {
                target.indicator = "gap".into();
            }
            let referred = if rule.has_reference() { 0..12 } else { 0..1 };
            let told = (vec(observation(&cards[0]), 0..30), vec(observation(&cards[1]), referred));
            (Just((cards, target)), told, rosters(), settings()).prop_map(
                |((cards, target), (mut observations, reference), rosters, settings)| {
                    observations.extend(reference);
                    Scene { cards, target, observations, rosters, settings }
                },
            )
        },
    )
}

/// Rows that nobody should send.
pub(crate) fn hostile() -> impl Strategy<Value = Observation> {
    let huge = || {
        select(vec![
            "9999999999999999999999999999",
            "-9999999999999999999999999999",
            "0.000000000000000000000000001",
            "7.40",
            "-0",
        ])
        .prop_map(number)
    };
    let count = || select(vec![0, 1, 3, u64::MAX, u64::MAX - 1, u64::MAX / 2]);
    let counts = || (count(), count()).prop_map(|(numerator, denominator)| Counts { numerator, denominator });
    let end = || option::of((huge(), any::<bool>()).prop_map(|(number, included)| End { number, included }));
    let datum = prop_oneof![
        2 => huge().prop_map(|n| Datum::Value(Value::Number(n))),
        3 => counts().prop_map(|c| Datum::Value(Value::Counts(c))),
        1 => (counts(), huge()).prop_map(|(counts, number)| Datum::Value(Value::Both { counts, number })),
        1 => (end(), end())
            .prop_filter_map("empty", |(low, high)| Interval::new(low, high).ok())
            .prop_map(|interval| Datum::Value(Value::Interval(interval))),
        1 => mark().prop_map(Datum::Missing),
    ];
    let at = prop_oneof![6 => 2018_i32..=2031, 1 => 1901_i32..=2200].prop_map(year);
    let period = (at, 0_u8..5).prop_map(|(at, form)| match form {
        0 => Period::Year(at),
        1 => Period::SchoolYear(at),
        2 => Period::Term(at),
        3 => Period::PlanToDate(at),
        _ => Period::Day(Date::new(at, 12, 31).expect("a day")),
    });
    let who = (
        select(vec!["main", "ref", "gap", "名main", "mian", ""]),
        select(vec!["", "", "elsewhere"]),
        option::of(select(vec!["a", "b", "", "\u{202e}"])),
    );
    let how = (select(Unit::ALL), select(vec![Status::Final, Status::Provisional]), any::<bool>());
    (period, datum, who, how).prop_map(
        |(period, datum, (id, area, unit_id), (unit, status, break_before))| Observation {
            area: area.into(),
            area_unit: unit_id.map(|id| AreaUnit::new("town", id)),
            datum,
            status,
            break_before,
            ..Observation::new(id, period, Value::Number(Number::ZERO), unit)
        },
    )
}
