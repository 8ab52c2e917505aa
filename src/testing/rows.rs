//! Series, rosters and rows: ordinary ones, and those that nobody should send.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use crate::data::{Datum, Effect, Member, Missing, Observation, Roster, Status};
use crate::plan::{Calendar, IndicatorCard};
use crate::values::{
    AgeGroup, Counts, Date, Disaggregation, End, Interval, Number, Period, Ratio, ReportingUnit, Text, Unit,
    Value, Year,
};

/// Few numbers, so that values tie with each other, with bounds and with limits.
pub fn grid() -> impl Strategy<Value = Number> {
    select(&["0", "0.5", "1", "1.0", "1.5", "2", "3", "3.00", "5", "10", "100"][..]).prop_map(Number::literal)
}

/// The same amount in another unit of its kind; `None` where the units are of different kinds.
pub(super) fn converted(number: Number, from: Unit, to: Unit) -> Option<Number> {
    let (times, over) = from.factor(to)?;
    (number.to_ratio() * Ratio::quotient(times.into(), over.into())?).to_number()
}

/// One end or two, brought in order so that none is thrown away.
fn intervals<S: Strategy<Value = Number>>(numbers: impl Fn() -> S) -> impl Strategy<Value = Interval> {
    let end = || (numbers(), any::<bool>()).prop_map(|(number, included)| End { number, included });
    (end(), option::of(end()), any::<bool>()).prop_filter_map("no interval", |(one, other, low)| {
        let Some(other) = other else {
            return if low { Interval::new(Some(one), None) } else { Interval::new(None, Some(one)) }.ok();
        };
        let (low, high) = if one.number <= other.number { (one, other) } else { (other, one) };
        // At a single point both are included.
        let point = |end: End| End { included: end.included || low.number == high.number, ..end };
        Interval::new(Some(point(low)), Some(point(high))).ok()
    })
}

/// A value for an indicator in a unit, and the unit in which its numbers are given: numbers from [`grid`], a few outside the limits,
/// in another unit of the kind, with counts, or only between two ends.
pub fn values(unit: Unit) -> BoxedStrategy<(Value, Unit)> {
    let odd = |text| Just(Number::literal(text));
    let plain = prop_oneof![8 => grid().boxed(), 1 => odd("-1").boxed(), 1 => odd("101").boxed()];
    let kin: Vec<Unit> = Unit::ALL.iter().copied().filter(|to| unit.factor(*to).is_some()).collect();
    let kindred = (grid(), select(kin)).prop_filter_map("no decimal", move |(number, to)| {
        Some((Value::Number(converted(number, unit, to)?), to))
    });
    let interval = intervals(grid).prop_map(move |interval| (Value::Interval(interval), unit));
    let numbers =
        prop_oneof![6 => plain.prop_map(move |n| (Value::Number(n), unit)), 1 => kindred, 1 => interval];
    if unit.per().is_none() {
        return numbers.boxed();
    }
    let counts = (0_u64..=4, select(&[0, 1, 2, 3, 4, 100, 200, 1_000, 100_000][..]))
        .prop_map(|(numerator, denominator)| Counts { numerator, denominator });
    prop_oneof![
        4 => numbers,
        2 => counts.clone().prop_map(move |counts| (Value::Counts(counts), unit)),
        1 => (counts, grid()).prop_map(move |(counts, number)| (Value::Both { counts, number }, unit)),
    ]
    .boxed()
}

/// Why there is no value.
pub fn marks() -> impl Strategy<Value = Missing> {
    use Missing::{ErrorCell, NotApplicable, NotCollected, NotReported, Suppressed};
    select(&[NotReported, NotCollected, Suppressed, ErrorCell, NotApplicable][..])
}

/// A row on an indicator: for the area or a town, the whole or a stratum, of any year from 2010 on, final or not, a value or a
/// mark. Two rows of a series may speak of one cell and differ.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, testing, Indicator};
/// use proptest::prelude::*;
/// let series = prop::collection::vec(testing::observations(MATERNAL_MORTALITY_RATIO.card()), 0..20);
/// proptest!(|(rows in series)| prop_assert!(rows.iter().all(|row| row.indicator == "maternal-mortality-ratio")));
/// ```
pub fn observations(card: &IndicatorCard) -> BoxedStrategy<Observation> {
    let (id, unit, calendar) = (card.id.clone(), card.unit, card.calendar);
    let datum = prop_oneof![
        7 => values(unit).prop_map(|(value, unit)| (Datum::Value(value), unit)),
        1 => marks().prop_map(move |why| (Datum::Missing(why), unit)),
    ];
    let place = prop_oneof![
        5 => Just(None), 4 => select(&["a", "b", "c"][..]).prop_map(Some), 1 => Just(Some("x")),
    ];
    let parts = [
        Disaggregation::URBAN,
        Disaggregation::RURAL,
        Disaggregation::FEMALE,
        Disaggregation::MALE,
        Disaggregation::TOTAL.of_age(AgeGroup::years(0, 6)),
    ];
    let disaggregation = prop_oneof![4 => Just(Disaggregation::TOTAL), 1 => select(parts.to_vec())];
    let at = prop_oneof![8 => 2019_i16..=2027, 1 => 2010_i16..=2035];
    let period = (at, 1_u8..=12, 0_u8..12, any::<bool>()).prop_map(move |(at, month, odd, day)| {
        let year = Year::literal(at);
        match (calendar, odd) {
            (Calendar::Event, _) if day => Period::Day(Date::literal(at, month, 9)),
            (_, 0) => Period::PlanToDate(year),
            (Calendar::SchoolYear, _) => Period::SchoolYear(year),
            (Calendar::Term, 1..) => Period::Term(year),
            _ => Period::Year(year),
        }
    });
    let status =
        prop_oneof![6 => Just(Status::Final), 1 => Just(Status::Provisional), 1 => Just(Status::Estimated)];
    (period, datum, place, disaggregation, status, prop::bool::weighted(0.05), select(&[None, Some("s")][..]))
        .prop_map(move |(period, (datum, unit), place, disaggregation, status, break_before, source)| {
            Observation {
                // A mark on a day says that something did not happen on it, which nobody reports.
                period: if matches!(datum, Datum::Missing(_)) { Period::Year(period.year()) } else { period },
                area_unit: place.map(|id| ReportingUnit::new("town", id)),
                disaggregation,
                status,
                break_before,
                source: source.map(Text::from),
                datum,
                ..Observation::new(id.clone(), period, Value::Number(Number::ZERO), unit)
            }
        })
        .boxed()
}

/// Rosters of towns, each for some year: all of `a`, `b` and `c`, some, or none.
pub fn rosters() -> impl Strategy<Value = Vec<Roster>> {
    const TOWNS: &[&str] = &["a", "b", "c"];
    // How many heads a town reports on, where that is known.
    let size = |id: &str| match id {
        "a" => Some(2),
        "b" => Some(4),
        _ => None,
    };
    let one =
        (2020_i16..=2030, select(&[3_usize, 3, 3, 3, 2, 2, 1, 0][..])).prop_map(move |(at, members)| {
            Roster {
                area: None,
                kind: "town".into(),
                year: Year::literal(at),
                members: TOWNS
                    .iter()
                    .take(members)
                    .map(|id| Member { id: (*id).into(), size: size(id) })
                    .collect(),
            }
        });
    vec(one, 0..14)
}

/// Rows that nobody should send: numbers and counts of any size, any unit, ids that nobody has, odd names of towns.
pub fn hostile_observations() -> impl Strategy<Value = Observation> {
    let huge = || {
        let all = &[
            "9999999999999999999999999999",
            "-9999999999999999999999999999",
            "0.000000000000000000000000001",
            "7.40",
            "-0",
        ];
        select(&all[..]).prop_map(Number::literal)
    };
    let count = || select(&[0, 1, 3, u64::MAX, u64::MAX - 1, u64::MAX / 2][..]);
    let counts = || (count(), count()).prop_map(|(numerator, denominator)| Counts { numerator, denominator });
    let datum = prop_oneof![
        2 => huge().prop_map(|n| Datum::Value(Value::Number(n))),
        3 => counts().prop_map(|c| Datum::Value(Value::Counts(c))),
        1 => (counts(), huge()).prop_map(|(counts, number)| Datum::Value(Value::Both { counts, number })),
        1 => intervals(huge).prop_map(|interval| Datum::Value(Value::Interval(interval))),
        1 => marks().prop_map(Datum::Missing),
    ];
    let at = prop_oneof![6 => 2018_i16..=2031, 1 => 1901_i16..=2200];
    let period = (at, 0_u8..5).prop_map(|(at, form)| match form {
        0 => Period::Year(Year::literal(at)),
        1 => Period::SchoolYear(Year::literal(at)),
        2 => Period::Term(Year::literal(at)),
        3 => Period::PlanToDate(Year::literal(at)),
        _ => Period::Day(Date::literal(at, 12, 31)),
    });
    let who = (
        select(&["main", "ref", "gap", "名main", "mian", ""][..]),
        select(&[None, None, Some("elsewhere")][..]),
        option::of(select(&["a", "b", "", "\u{202e}"][..])),
    );
    let how = (select(Unit::ALL), select(&[Status::Final, Status::Provisional][..]), any::<bool>());
    (period, datum, who, how).prop_map(
        |(period, datum, (id, area, unit_id), (unit, status, break_before))| Observation {
            area: area.map(Text::from),
            area_unit: unit_id.map(|id| ReportingUnit::new("town", id)),
            datum,
            status,
            break_before,
            ..Observation::new(id, period, Value::Number(Number::ZERO), unit)
        },
    )
}

/// Changes or adds fields of a row.
pub(super) fn with(row: &Json, fields: &Json) -> Json {
    let mut row = row.clone();
    if let (Some(row), Some(fields)) = (row.as_object_mut(), fields.as_object()) {
        row.extend(fields.iter().map(|(name, cell)| (name.clone(), cell.clone())));
    }
    row
}

/// Digits and signs as wide as a Chinese character.
pub(super) fn widened(text: &str) -> String {
    let wide = |sign: char| match sign.is_ascii_graphic() {
        true => char::from_u32(u32::from(sign) + 0xfee0).unwrap_or(sign),
        false => sign,
    };
    text.chars().map(wide).collect()
}

/// A number with its thousands separated: `12,345.6`; `None` below a thousand.
fn separated(number: Number) -> Option<String> {
    let plain = number.to_string();
    let end = plain.find('.').unwrap_or(plain.len());
    let (whole, rest) = (plain.get(..end)?, plain.get(end..)?);
    let digits = whole.trim_start_matches('-').len();
    if digits < 4 {
        return None;
    }
    let mut cell = String::new();
    for (place, sign) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if left % 3 == 0 && left < digits {
            cell.push(',');
        }
        cell.push(sign);
    }
    Some(cell + rest)
}

/// A row of a request as an office may print it, with nothing wrong: the same as the plain row with a number.
///
/// Full-width digits, the unit in the cell, a note mark, thousands separated, spaces, the Chinese name, `2024年`.
pub fn printed_rows(card: &IndicatorCard, year: Year, number: Number) -> BoxedStrategy<Json> {
    let (unit, name) = (card.unit, card.zh.clone());
    let plain =
        json!({ "indicator": card.id, "period": year, "value": number.to_string(), "unit": unit.code() });
    let no_unit = with(&plain, &json!({ "unit": null }));
    let mut forms = alloc::vec![
        plain.clone(),
        with(&plain, &json!({ "value": widened(&number.to_string()) })),
        with(&plain, &json!({ "value": alloc::format!(" {number} ") })),
        with(&plain, &json!({ "value": alloc::format!("{number}①") })),
        with(&plain, &json!({ "value": alloc::format!("{number}*") })),
        with(&plain, &json!({ "indicator": name, "period": alloc::format!("{year}年") })),
        with(&plain, &json!({ "period": alloc::format!("截至{year}年底") })),
        with(&plain, &json!({ "unit": unit.symbol() })),
        no_unit.clone(),
    ];
    if let Some(cell) = separated(number) {
        forms.push(with(&plain, &json!({ "value": widened(&cell) })));
        forms.push(with(&plain, &json!({ "value": cell })));
    }
    // The sign of a plain quotient stands in brackets, which are a note in a cell.
    if unit != Unit::Quotient {
        let cell = alloc::format!("{number}{unit}");
        forms.push(with(&no_unit, &json!({ "value": widened(&cell) })));
        forms.push(with(&no_unit, &json!({ "value": cell })));
    }
    for to in Unit::ALL.iter().copied().filter(|to| *to != unit) {
        if let Some(other) = converted(number, unit, to) {
            forms.push(with(&plain, &json!({ "value": other.to_string(), "unit": to.code() })));
            forms.push(with(&plain, &json!({ "value": widened(&other.to_string()), "unit": to.symbol() })));
        }
    }
    select(forms).boxed()
}

/// Rows of a request with something wrong in them, and what has to become of each.
///
/// ```
/// use dabiao::{data::Effect, indicators::MATERNAL_MORTALITY_RATIO, testing, Year};
/// use proptest::prelude::*;
/// let card = MATERNAL_MORTALITY_RATIO.card();
/// proptest!(|(awkward in testing::awkward_rows(card, Year::literal(2024)))| {
///     let request = serde_json::json!({ "year": 2024, "observations": awkward.rows });
///     let report = dabiao::json::Request::read(&request.to_string()).unwrap().report().unwrap();
///     prop_assert!(report.findings.iter().any(|finding| finding.kind.effect() == awkward.effect), "{}", request);
/// });
/// ```
#[derive(Debug, Clone)]
pub struct Awkward {
    /// One row, or two that contradict each other.
    pub rows: Vec<Json>,
    /// The effect of the finding that names the last of them: refused, unusable, or judged and said to be suspicious.
    pub effect: Effect,
}

/// Rows on an indicator that cannot be read, cannot be, contradict each other, or are odd: wrong units, letters among digits, JSON
/// numbers, unclear marks, half of the counts, unknown ids, years out of range.
pub fn awkward_rows(card: &IndicatorCard, year: Year) -> BoxedStrategy<Awkward> {
    let plain = json!({ "indicator": card.id, "period": year, "value": "1", "unit": card.unit.code() });
    let bare = json!({ "indicator": card.id, "period": year });
    let wrong_unit = if card.unit.factor(Unit::Yuan).is_none() { Unit::Yuan } else { Unit::Tonnes };
    let refused = [
        with(&plain, &json!({ "value": "1e" })),
        with(&plain, &json!({ "value": "12..5" })),
        with(&plain, &json!({ "value": "l2" })),
        with(&plain, &json!({ "value": "12 or so" })),
        with(&plain, &json!({ "value": "—" })),
        with(&plain, &json!({ "value": "…" })),
        with(&plain, &json!({ "value": "NaN" })),
        with(&plain, &json!({ "value": "" })),
        with(&plain, &json!({ "value": null })),
        with(&plain, &json!({ "value": 12.5 })),
        with(&plain, &json!({ "value": 12 })),
        with(&plain, &json!({ "value": "12345678901234567890123456789" })),
        with(&plain, &json!({ "unit": "斤" })),
        with(&plain, &json!({ "unit": wrong_unit.code() })),
        with(&plain, &json!({ "indicator": "no-such-indicator" })),
        with(&plain, &json!({ "indicator": "" })),
        with(&plain, &json!({ "indicator": null })),
        with(&plain, &json!({ "period": "2O24" })),
        with(&plain, &json!({ "period": 24 })),
        with(&plain, &json!({ "period": 3024 })),
        with(&plain, &json!({ "period": null })),
        with(&plain, &json!({ "residence": "hill" })),
        with(&plain, &json!({ "sex": "x" })),
        with(&plain, &json!({ "age": "old" })),
        with(&plain, &json!({ "status": "forecast" })),
        with(&plain, &json!({ "status": "not_reported" })),
        with(&plain, &json!({ "break": "perhaps" })),
        with(&plain, &json!({ "unit_kind": "town" })),
        with(&plain, &json!({ "unit_id": "a" })),
        with(&bare, &json!({ "numerator": 1 })),
        with(&bare, &json!({ "denominator": 8 })),
        with(&bare, &json!({ "numerator": -1, "denominator": 8 })),
        with(&bare, &json!({ "numerator": "1.5", "denominator": 8 })),
    ];
    let below = (card.floor.to_ratio() - Ratio::whole(1)).rounded(0);
    let mut unusable = alloc::vec![
        alloc::vec![with(&plain, &json!({ "value": below }))],
        alloc::vec![plain.clone(), with(&plain, &json!({ "value": "2" }))],
    ];
    if let Some(ceiling) = card.ceiling {
        let above = (ceiling.to_ratio() + Ratio::whole(1)).rounded(0);
        unusable.push(alloc::vec![with(&plain, &json!({ "value": above }))]);
    }
    if card.unit.per().is_some() {
        unusable.push(alloc::vec![with(&bare, &json!({ "numerator": 3, "denominator": 0 }))]);
        if card.ceiling.is_some() {
            unusable.push(alloc::vec![with(&bare, &json!({ "numerator": 3, "denominator": 2 }))]);
        }
    }
    let far = with(&plain, &json!({ "period": 2199 }));
    let refused =
        select(refused.to_vec()).prop_map(|row| Awkward { rows: alloc::vec![row], effect: Effect::Refused });
    let unusable = select(unusable).prop_map(|rows| Awkward { rows, effect: Effect::Unusable });
    let odd = Just(Awkward { rows: alloc::vec![far], effect: Effect::Judged });
    prop_oneof![6 => refused, 3 => unusable, 1 => odd].boxed()
}

/// Rows of a request that say in one of the usual ways that there is no value.
pub fn missing_rows(card: &IndicatorCard, year: Year) -> BoxedStrategy<Json> {
    let bare = json!({ "indicator": card.id, "period": year });
    let marks = ["未填报", "未统计", "保密", "#DIV/0!", "#N/A"].map(|mark| json!({ "value": mark }));
    let words = ["not_reported", "not_collected", "suppressed", "error_cell", "未填报"];
    let cells = ["", "—", "…", "/"];
    let said = words.iter().flat_map(|word| cells.map(|cell| json!({ "value": cell, "status": word })));
    let forms: Vec<Json> = marks.into_iter().chain(said).map(|cells| with(&bare, &cells)).collect();
    select(forms).boxed()
}
