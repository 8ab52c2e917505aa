//! Laws of single values: that they arrive, what is missing, the bound, counts, and ways of writing.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use super::{BY, Found, YEAR, asking, hold, report, row, same};
use crate::data::Status;
use crate::judge::Outcome;
use crate::plan::{Better, Calendar, Fraction, IndicatorCard, Rule, Scope};
use crate::report::Report;
use crate::testing::{
    Case, Judge,
    plans::{indicators, target, target_with_indicators},
    requests::{token, tree},
    rows::{converted, grid, missing_rows, printed_rows, with},
};
use crate::values::{Counts, Number, Ratio, Unit, Year};

/// A request with one value for the assessed year, as text in a unit.
fn valued(case: &Case, value: &str, unit: Unit) -> String {
    let row = json!({ "indicator": "main", "period": YEAR, "value": value, "unit": unit.code(), "source": token(0) });
    case.form(alloc::vec![row]).to_string()
}

/// A decimal of so many digits behind the point.
fn decimals(digits: core::ops::RangeInclusive<i128>, places: u32) -> impl Strategy<Value = Number> {
    (digits, 0..=places).prop_filter_map("too long", |(digits, places)| Number::of_digits(digits, places))
}

pub(super) fn every_value_arrives(judge: &dyn Judge, cases: u32) -> Found {
    let status = select(&[Status::Final, Status::Provisional, Status::Estimated][..]);
    let told = vec((decimals(0..=10_i128.pow(20), 10), status), 1..30);
    hold(cases, told, |told| {
        let bound = Rule::AtLeast { value: Number::literal("1") };
        let each: Vec<Case> = told.iter().map(|_| asking(Unit::Yuan, None, bound)).collect();
        let case = Case::joined(each);
        let row_of = |(place, (number, status)): (usize, &(Number, Status))| {
            let row = json!({
                "indicator": format!("main{place}"), "period": YEAR, "value": number.to_string(), "unit": "yuan",
                "source": token(place),
            });
            match status {
                Status::Final => row,
                status => with(&row, &json!({ "status": tree(status) })),
            }
        };
        let request = case.form(told.iter().enumerate().map(row_of).collect()).to_string();
        let report = report(judge, &request)?;
        for (place, (number, status)) in told.iter().enumerate() {
            let id = format!("t{place}");
            let found = row(&report, &id, &request)?.assessment();
            let evidence = found.evidence.first().map(|told| told.status);
            if found.value != Some(number.to_ratio()) {
                let value = found.value.as_ref().map_or_else(|| "no value".into(), Ratio::decimal);
                return Err(format!("`{id}` is judged by {value}; {number} was told\n  request: {request}"));
            }
            if evidence != Some(*status) {
                return Err(format!(
                    "the value of `{id}` is {evidence:?}; told was {status:?}\n  request: {request}"
                ));
            }
        }
        Ok(())
    })
}

/// No target is met or not met.
fn undecided(report: &Report, why: &str, request: &str) -> Found {
    for row in &report.rows {
        let outcome = row.assessment().outcome;
        if matches!(outcome, Outcome::Met | Outcome::NotMet) {
            let words = format!("`{}` is {outcome:?} in {}, {why}", row.target.id, report.year);
            return Err(format!("{words}\n  request: {request}"));
        }
    }
    Ok(())
}

pub(super) fn missing_is_never_zero(judge: &dyn Judge, cases: u32) -> Found {
    let not_reported = target_with_indicators().prop_flat_map(|(indicators, target)| {
        let cells = indicators.iter().flat_map(|card| (2019_i16..=2024).map(move |at| (card, at)));
        let marks: Vec<_> =
            cells.map(|(card, at)| option::of(missing_rows(card, Year::literal(at)))).collect();
        (Just(Case::asking(indicators, target)), marks)
    });
    hold(cases, not_reported, |(case, marks)| {
        let rows: Vec<Json> = marks.into_iter().flatten().collect();
        let request = case.form(rows).to_string();
        let why = "though nothing is told of it but that it is missing";
        undecided(&report(judge, &request)?, why, &request)
    })?;
    // Nor is it what it was the year before.
    let bound = (grid(), any::<bool>()).prop_map(|(value, least)| match least {
        true => Rule::AtLeast { value },
        false => Rule::AtMost { value },
    });
    let stale = (bound, grid()).prop_flat_map(|(rule, before)| {
        let case = asking(Unit::Percent, Some("100"), rule);
        let marks: Vec<_> =
            case.plan.indicators.iter().map(|card| option::of(missing_rows(card, YEAR))).collect();
        (Just((case, before)), marks)
    });
    hold(cases, stale, |((case, before), marks)| {
        let row =
            json!({ "indicator": "main", "period": 2023, "value": before.to_string(), "unit": "percent" });
        let rows = core::iter::once(row).chain(marks.into_iter().flatten()).collect();
        let request = case.form(rows).to_string();
        undecided(&report(judge, &request)?, "though only the year before is told", &request)
    })
}

/// The units of one kind.
fn part() -> impl Strategy<Value = Unit> {
    select(&[Unit::Percent, Unit::PerMille, Unit::Per10k, Unit::Per100k][..])
}

pub(super) fn the_bound_itself_decides(judge: &dyn Judge, cases: u32) -> Found {
    use Outcome::{Met, NotMet};
    let steps = select(&["0.1", "0.01", "0.001", "0.0000001", "0.00000000000000000001"][..]);
    hold(
        cases,
        (decimals(1..=9_999, 2), steps, part(), part(), 0_usize..12),
        |(bound, step, unit, given, which)| {
            let step = Number::literal(step).to_ratio();
            let (at, more, less) = (bound.to_ratio(), bound.to_ratio() + &step, bound.to_ratio() - &step);
            let rules = [
                (Rule::AtLeast { value: bound }, [Met, Met, NotMet]),
                (Rule::AtMost { value: bound }, [Met, NotMet, Met]),
                (Rule::MoreThan { value: bound }, [NotMet, Met, NotMet]),
                (Rule::LessThan { value: bound }, [NotMet, NotMet, Met]),
            ];
            let asked = rules.into_iter().flat_map(|(rule, outcomes)| {
                [&at, &more, &less]
                    .into_iter()
                    .zip(outcomes)
                    .map(move |(value, outcome)| (rule, value, outcome))
            });
            let Some((rule, value, expected)) = asked.into_iter().nth(which) else { return Ok(()) };
            let told = value.to_number().filter(|_| value.signum() >= 0);
            let Some(told) = told.and_then(|told| converted(told, unit, given)) else { return Ok(()) };
            let request = valued(&asking(unit, None, rule), &told.to_string(), given);
            let report = report(judge, &request)?;
            let found = row(&report, "t", &request)?.assessment();
            let margin = rule.better().signed(&(value - &at));
            if found.outcome != expected || found.margin.as_ref() != Some(&margin) {
                let outcome = found.outcome;
                let words =
                    format!("{told} {given} against {rule:?} in {unit} is {outcome:?}, not {expected:?}");
                return Err(format!(
                    "{words}; margin {:?}, not {margin}\n  request: {request}",
                    found.margin
                ));
            }
            Ok(())
        },
    )
}

pub(super) fn counts_stay_counts(judge: &dyn Judge, cases: u32) -> Found {
    let ratios = select(&[(1_u32, 3_u32), (2, 3), (1, 7), (5, 6), (1, 100), (1, 1)][..]);
    let times = prop_oneof![1_u64..=10, 100_u64..=1_000, 1_000_000_u64..=3_000_000_000];
    hold(cases, (ratios, times, 0_u64..=1, part()), |((of, whole), times, fewer, unit)| {
        let counts =
            Counts { numerator: u64::from(of) * times - fewer, denominator: u64::from(whole) * times };
        let case = asking(unit, None, Rule::AtLeastRatio { value: Fraction::literal(of, whole) });
        let row_of = json!({
            "indicator": "main", "period": YEAR, "numerator": counts.numerator, "denominator": counts.denominator,
            "source": token(0),
        });
        let request = case.form(alloc::vec![row_of]).to_string();
        let report = report(judge, &request)?;
        let found = row(&report, "t", &request)?.assessment();
        let expected = if fewer == 0 { Outcome::Met } else { Outcome::NotMet };
        if found.outcome != expected || found.counts != Some(counts) {
            let outcome = found.outcome;
            let words = format!("{counts} against {of}/{whole} is {outcome:?}, not {expected:?}");
            return Err(format!("{words}; counts {:?}\n  request: {request}", found.counts));
        }
        Ok(())
    })
}

pub(super) fn a_better_value_is_never_worse(judge: &dyn Judge, cases: u32) -> Found {
    let rule = |value: Number, which: u8| match which {
        0 => Rule::AtLeast { value },
        1 => Rule::AtMost { value },
        2 => Rule::MoreThan { value },
        3 => Rule::LessThan { value },
        _ => Rule::Around { value, better: Better::Lower, tolerance: Some(Number::literal("1")) },
    };
    // In tenths of the bound: beside it, and with fewer or more digits, so that what is cut off or compared as text shows.
    let tenths = select(&[0_i128, 1, 2, 5, 9, 10, 11, 12, 15, 20, 90, 99, 100, 101, 200, 1_000][..]);
    let asked =
        (decimals(1..=9_999, 2), 0_u8..5, vec(tenths, 2..6)).prop_map(move |(bound, which, tenths)| {
            let value = |times: i128| Number::of_digits(bound.mantissa() * times, bound.places() + 1);
            (rule(bound, which), tenths.into_iter().filter_map(value).collect::<Vec<Number>>())
        });
    hold(cases, asked, |(rule, mut values)| {
        values.sort();
        if rule.better() == Better::Lower {
            values.reverse();
        }
        let case = asking(Unit::Per100k, None, rule);
        let mut met: Option<String> = None;
        for value in values {
            let request = valued(&case, &value.to_string(), Unit::Per100k);
            let outcome = row(&report(judge, &request)?, "t", &request)?.assessment().outcome;
            match (outcome, &met) {
                (Outcome::Met, _) => met = Some(request),
                (better, Some(worse)) => {
                    let words = "a value is met, and one that is no worse";
                    return Err(format!("{words} {better:?}\n  request: {worse}\n  better: {request}"));
                }
                _ => {}
            }
        }
        Ok(())
    })
}

pub(super) fn print_changes_nothing(judge: &dyn Judge, cases: u32) -> Found {
    let numbers = prop_oneof![grid().boxed(), decimals(0..=99_999, 3).boxed()];
    let asked = (indicators(), numbers).prop_flat_map(|(card, number)| {
        let card = IndicatorCard { calendar: Calendar::Year, ..card };
        let bounds = grid().prop_map(|value| Rule::AtLeast { value });
        let printed = printed_rows(&card, YEAR, number);
        (Just((card, number)), bounds, printed)
    });
    hold(cases, asked, |((card, number), rule, printed)| {
        let unit = card.unit;
        let case = Case::asking(alloc::vec![card], target("main", rule, BY, Scope::Area));
        let request = case.form(alloc::vec![with(&printed, &json!({ "source": token(0) }))]).to_string();
        same(judge, &valued(&case, &number.to_string(), unit), &request, false)
    })
}
