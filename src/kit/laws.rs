//! The laws, each as a function of an adapter.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestError, TestRunner};
use serde_json::{Value as Json, json};

use super::plans::{asked, card, indicators, target};
use super::requests::{damaged_requests, requests, several, token, tree};
use super::rows::{awkward_rows, converted, grid, missing_rows, printed_rows, with};
use super::{Awkward, Case, Judge, Law};
use crate::exact::{Number, Ratio};
use crate::finding::Finding;
use crate::indicator::{Calendar, IndicatorCard, Kind};
use crate::json::{self, Answer, Refusal};
use crate::observation::Status;
use crate::outcome::Outcome;
use crate::period::Year;
use crate::quantity::Counts;
use crate::report::{Report, Row};
use crate::rule::{Better, Fraction, Rule};
use crate::target::{Duty, Scope, Target};
use crate::unit::Unit;

/// Every law, with those that tell most first.
pub const LAWS: &[Law] = &[
    Law {
        name: "every_request_is_answered",
        says: "a request has a report, or a refusal that says what is wrong with it",
        test: every_request_is_answered,
    },
    Law {
        name: "the_same_question_has_the_same_answer",
        says: "nothing is kept from one request to the next",
        test: the_same_question_has_the_same_answer,
    },
    Law {
        name: "every_value_arrives",
        says: "each value is judged with all its digits, and as settled as it was told",
        test: every_value_arrives,
    },
    Law {
        name: "missing_is_never_zero",
        says: "what is missing, in whatever way it is said, is neither met nor not met",
        test: missing_is_never_zero,
    },
    Law {
        name: "the_bound_itself_decides",
        says: "the number meets an inclusive bound and not an exclusive one, and the least step beyond it decides",
        test: the_bound_itself_decides,
    },
    Law {
        name: "counts_stay_counts",
        says: "a third is three times the cases against all, not 33.33 per cent",
        test: counts_stay_counts,
    },
    Law {
        name: "a_better_value_is_never_worse",
        says: "a better value never turns met into anything else",
        test: a_better_value_is_never_worse,
    },
    Law {
        name: "print_changes_nothing",
        says: "full-width digits, units, notes and names are only ways of writing",
        test: print_changes_nothing,
    },
    Law {
        name: "what_is_wrong_is_named",
        says: "a row that is refused, impossible or odd is named by its source, and the others are judged as without it",
        test: what_is_wrong_is_named,
    },
    Law {
        name: "order_and_repetition_change_nothing",
        says: "the order of the rows changes nothing, nor does a row that is told twice",
        test: order_and_repetition_change_nothing,
    },
    Law {
        name: "what_lies_beside_changes_nothing",
        says: "rows of other areas, indicators and strata change no verdict",
        test: what_lies_beside_changes_nothing,
    },
    Law {
        name: "later_years_change_nothing",
        says: "what is told of years after the assessed one is not looked at",
        test: later_years_change_nothing,
    },
    Law {
        name: "the_library_says_the_same",
        says: "verdicts, counts and findings are those of the library; only sources may differ",
        test: the_library_says_the_same,
    },
    Law { name: "byte_for_byte", says: "the text of the answer is the library's", test: byte_for_byte },
];

/// What a single case comes to: the words on what is wrong.
type Found = Result<(), String>;

/// Tries so many values, and makes the first that fails as small as it goes.
fn hold<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value) -> Found) -> Found
where
    S::Value: Debug,
{
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let tried = TestRunner::new(config).run(&values, |value| test(value).map_err(TestCaseError::fail));
    tried.map_err(|error| match error {
        TestError::Fail(reason, _) => reason.message().to_string(),
        TestError::Abort(reason) => format!("no case could be made: {reason}"),
    })
}

/// The answer to a request; a panic is an answer that nobody can use.
fn asked_of(judge: &dyn Judge, request: &str) -> Result<Result<String, String>, String> {
    catch_unwind(AssertUnwindSafe(|| judge.judge(request)))
        .map_err(|_| format!("the adapter panicked\n  request: {request}"))
}

/// The report on a sound request.
fn report(judge: &dyn Judge, request: &str) -> Result<Report, String> {
    match asked_of(judge, request)? {
        Ok(text) => serde_json::from_str(&text).map_err(|error| {
            format!("the answer is no report: {error}\n  request: {request}\n  answer: {text}")
        }),
        Err(text) => Err(format!("a sound request was refused: {text}\n  request: {request}")),
    }
}

/// The row of a report on a target.
fn row<'r>(report: &'r Report, target: &str, request: &str) -> Result<&'r Row, String> {
    let found = report.rows.iter().find(|row| row.target.id == target);
    found.ok_or_else(|| format!("the report has no row on `{target}`\n  request: {request}"))
}

/// What a report says, but for its receipt, its findings and where the values come from.
fn said(report: &Report, with_evidence: bool) -> Json {
    let mut rows = report.rows.clone();
    for assessment in rows.iter_mut().map(|row| &mut row.judgement.assessment) {
        match with_evidence {
            true => assessment.evidence.iter_mut().for_each(|told| told.source = "".into()),
            false => assessment.evidence.clear(),
        }
    }
    json!({ "year": report.year, "rows": tree(&rows), "rollup": tree(&report.rollup), "goals": tree(&report.goals) })
}

/// Where two trees differ first.
fn difference(path: &str, one: &Json, other: &Json) -> Option<String> {
    if one == other {
        return None;
    }
    match (one, other) {
        (Json::Object(a), Json::Object(b)) if a.keys().eq(b.keys()) => {
            a.iter().zip(b).find_map(|((name, a), (_, b))| difference(&format!("{path}.{name}"), a, b))
        }
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(place, (a, b))| difference(&format!("{path}[{place}]"), a, b)),
        _ => Some(format!("{}: {one} here, {other} there", path.trim_start_matches('.'))),
    }
}

/// Two requests have to have the same verdicts.
fn same(judge: &dyn Judge, one: &str, other: &str, with_evidence: bool) -> Found {
    let (a, b) = (said(&report(judge, one)?, with_evidence), said(&report(judge, other)?, with_evidence));
    match difference("", &a, &b) {
        Some(what) => Err(format!("{what}\n  here: {one}\n  there: {other}")),
        None => Ok(()),
    }
}

const YEAR: Year = Year::literal(2024);
const BY: Duty = Duty::ByYear { due: Year::literal(2030) };

/// One indicator `main` and one target `t`.
fn asking(unit: Unit, ceiling: Option<&str>, rule: Rule) -> Case {
    let main = card("main", unit, Kind::Bare, "0", ceiling, Calendar::Year);
    Case::asking(alloc::vec![main], target("main", rule, BY, Scope::Area))
}

/// A request with one value for the assessed year, as text in a unit.
fn valued(case: &Case, value: &str, unit: Unit) -> String {
    let row = json!({ "indicator": "main", "period": YEAR, "value": value, "unit": unit.code(), "source": token(0) });
    case.form(alloc::vec![row]).to_string()
}

/// A decimal of so many digits behind the point.
fn decimals(digits: core::ops::RangeInclusive<i128>, places: u32) -> impl Strategy<Value = Number> {
    (digits, 0..=places).prop_filter_map("too long", |(digits, places)| Number::new(digits, places))
}

fn every_request_is_answered(judge: &dyn Judge, cases: u32) -> Found {
    let sound = requests().prop_map(|request| (request, true));
    let damaged = damaged_requests().prop_map(|request| (request, false));
    hold(cases, prop_oneof![sound, damaged], |(request, sound)| match asked_of(judge, &request)? {
        Ok(answer) if request.trim_start().starts_with('[') => serde_json::from_str::<Vec<Answer>>(&answer)
            .map(|_| ())
            .map_err(|error| format!("the answer to a batch is no list: {error}\n  request: {request}")),
        Ok(answer) => serde_json::from_str::<Report>(&answer).map(|_| ()).map_err(|error| {
            format!("the answer is no report: {error}\n  request: {request}\n  answer: {answer}")
        }),
        Err(refusal) if sound => Err(format!("a sound request was refused: {refusal}\n  request: {request}")),
        Err(refusal) => match serde_json::from_str::<Refusal>(&refusal) {
            Ok(read) if !read.errors.is_empty() => Ok(()),
            Ok(_) => Err(format!("a refusal says nothing\n  request: {request}")),
            Err(error) => {
                Err(format!("the refusal is none: {error}\n  request: {request}\n  answer: {refusal}"))
            }
        },
    })
}

fn the_same_question_has_the_same_answer(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, (requests(), requests()), |(request, between)| {
        let first = asked_of(judge, &request)?;
        let _ = asked_of(judge, &between)?;
        let again = asked_of(judge, &request)?;
        match first == again {
            true => Ok(()),
            false => Err(format!("another answer\n  request: {request}\n  asked between: {between}")),
        }
    })
}

fn every_value_arrives(judge: &dyn Judge, cases: u32) -> Found {
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

fn missing_is_never_zero(judge: &dyn Judge, cases: u32) -> Found {
    let silent = asked().prop_flat_map(|(indicators, target)| {
        let cells = indicators.iter().flat_map(|card| (2019_i16..=2024).map(move |at| (card, at)));
        let marks: Vec<_> =
            cells.map(|(card, at)| option::of(missing_rows(card, Year::literal(at)))).collect();
        (Just(Case::asking(indicators, target)), marks)
    });
    hold(cases, silent, |(case, marks)| {
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

fn the_bound_itself_decides(judge: &dyn Judge, cases: u32) -> Found {
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

fn counts_stay_counts(judge: &dyn Judge, cases: u32) -> Found {
    let ratios = select(&[(1_u32, 3_u32), (2, 3), (1, 7), (5, 6), (1, 100), (1, 1)][..]);
    let times = prop_oneof![1_u64..=10, 100_u64..=1_000, 1_000_000_u64..=3_000_000_000];
    hold(cases, (ratios, times, 0_u64..=1, part()), |((of, whole), times, fewer, unit)| {
        let counts =
            Counts { numerator: u64::from(of) * times - fewer, denominator: u64::from(whole) * times };
        let case = asking(unit, None, Rule::AtLeastRatio { value: Fraction::new(of, whole) });
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

fn a_better_value_is_never_worse(judge: &dyn Judge, cases: u32) -> Found {
    let number = || prop_oneof![grid().boxed(), decimals(0..=2_000_000, 3).boxed()];
    let rules = (number(), 0_u8..5).prop_map(|(value, which)| match which {
        0 => Rule::AtLeast { value },
        1 => Rule::AtMost { value },
        2 => Rule::MoreThan { value },
        3 => Rule::LessThan { value },
        _ => Rule::Around { value, better: Better::Lower, tolerance: None },
    });
    hold(cases, (rules, number(), number()), |(rule, one, other)| {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        let (worse, good) = if rule.better() == Better::Higher { (low, high) } else { (high, low) };
        let case = asking(Unit::Per100k, None, rule);
        let [worse, good] = [worse, good].map(|value| valued(&case, &value.to_string(), Unit::Per100k));
        let outcome = |request: &str| -> Result<Outcome, String> {
            Ok(row(&report(judge, request)?, "t", request)?.assessment().outcome)
        };
        match (outcome(&worse)?, outcome(&good)?) {
            (Outcome::Met, better) if better != Outcome::Met => Err(format!(
                "a value is met, and a better one {better:?}\n  request: {worse}\n  better: {good}"
            )),
            _ => Ok(()),
        }
    })
}

fn print_changes_nothing(judge: &dyn Judge, cases: u32) -> Found {
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

/// An indicator with its target for each awkward row, and `main` beside them.
fn beside_awkward(others: &[(IndicatorCard, Awkward)]) -> Case {
    let main = card("main", Unit::Percent, Kind::Bare, "0", Some("100"), Calendar::Year);
    let rule = Rule::AtLeast { value: Number::literal("50") };
    let asked = |card: &IndicatorCard| -> Target {
        let id = if card.id == "main" { "t".into() } else { format!("t-{}", card.id).into() };
        Target { id, ..target(card.id.clone(), Rule::Monitored, BY, Scope::Area) }
    };
    let mut case = Case::asking(alloc::vec![main.clone()], Target { rule, ..asked(&main) });
    case.plan.indicators.extend(others.iter().map(|(card, _)| card.clone()));
    case.plan.targets.extend(others.iter().map(|(card, _)| asked(card)));
    case
}

fn what_is_wrong_is_named(judge: &dyn Judge, cases: u32) -> Found {
    let one = |place: usize| {
        indicators().prop_flat_map(move |card| {
            let id = format!("odd-{place}");
            let card = IndicatorCard {
                zh: format!("名{id}").into(),
                id: id.into(),
                calendar: Calendar::Year,
                ..card
            };
            let rows = awkward_rows(&card, YEAR);
            (Just(card), rows)
        })
    };
    let others = (1_usize..4).prop_flat_map(move |many| (0..many).map(one).collect::<Vec<_>>());
    hold(cases, (others, grid(), any::<bool>()), |(others, value, first)| {
        let case = beside_awkward(&others);
        let good = json!({
            "indicator": "main", "period": YEAR, "value": value.to_string(), "unit": "percent", "source": token(0),
        });
        let mut rows: Vec<Json> = Vec::new();
        let mut expected = Vec::new();
        for (_, awkward) in &others {
            let mut names = Vec::new();
            for row in &awkward.rows {
                let name = token(rows.len() + 1);
                rows.push(with(row, &json!({ "source": name })));
                names.push(name);
            }
            expected.push((names, awkward.effect));
        }
        let place = if first { 0 } else { rows.len() };
        rows.insert(place, good.clone());
        let request = case.form(rows).to_string();
        let all = report(judge, &request)?;
        for (names, effect) in expected {
            let named = |finding: &Finding| {
                finding.kind.effect() == effect
                    && names.iter().any(|name| finding.source.contains(name.as_str()))
            };
            if !all.findings.iter().any(named) {
                let names = names.join(" or ");
                return Err(format!("no finding says that {names} is {effect:?}\n  request: {request}"));
            }
        }
        let alone = case.form(alloc::vec![good]).to_string();
        let (with_others, alone_said) = (said(&all, true), said(&report(judge, &alone)?, true));
        let main = |said: &Json| said.pointer("/rows/0/assessment").cloned().unwrap_or_default();
        match difference("assessment", &main(&with_others), &main(&alone_said)) {
            Some(what) => Err(format!("{what}\n  here: {request}\n  there: {alone}")),
            None => Ok(()),
        }
    })
}

fn order_and_repetition_change_nothing(judge: &dyn Judge, cases: u32) -> Found {
    let shuffled = several().prop_flat_map(|case| {
        let rows = Just(case.rows()).prop_shuffle();
        (Just(case), rows, vec(any::<Index>(), 0..4))
    });
    hold(cases, shuffled, |(case, mut rows, again)| {
        if !rows.is_empty() {
            let repeated: Vec<Json> = again.iter().map(|place| place.get(&rows).clone()).collect();
            rows.extend(repeated);
        }
        same(judge, &case.request(), &case.form(rows).to_string(), false)
    })
}

fn what_lies_beside_changes_nothing(judge: &dyn Judge, cases: u32) -> Found {
    const HERE: &str = "150625";
    let beside = vec((any::<Index>(), 0_u8..3, any::<bool>(), grid()), 1..12);
    hold(cases, (several(), beside), |(mut case, beside)| {
        let other = card("beside", Unit::Percent, Kind::Bare, "0", Some("100"), Calendar::Year);
        case.plan.indicators.push(other);
        let rows: Vec<Json> = case.rows().iter().map(|row| with(row, &json!({ "area": HERE }))).collect();
        let mut all = rows.clone();
        for (place, (index, way, now, value)) in beside.into_iter().enumerate() {
            // Another value in the cell of a row, but elsewhere, of something else or for a part of the people.
            let card = index.get(&case.plan.indicators);
            let model = rows.iter().filter(|row| row.get("indicator").is_some_and(|id| *id == *card.id));
            let model: Vec<&Json> = model.collect();
            let model = if model.is_empty() { Json::Null } else { (*index.get(&model)).clone() };
            let period = if now { json!(case.year) } else { json!(YEAR) };
            let row = json!({
                "indicator": card.id, "value": value.to_string(), "unit": card.unit.code(), "source": token(1_000 + place),
                "period": model.get("period").filter(|_| !now).unwrap_or(&period), "area": HERE,
                "unit_kind": model.get("unit_kind"), "unit_id": model.get("unit_id"),
            });
            // A gap is made from strata, and a meeting counts whoever it is told for.
            let of_gap =
                case.plan.indicators.iter().any(|gap| gap.gap.as_ref().is_some_and(|gap| gap.of == card.id));
            let asked = case.plan.targets.iter().any(|target| target.indicator.starts_with("gap"));
            let strata_count = card.calendar == Calendar::Event || (of_gap && asked);
            all.push(match way {
                0 => with(&row, &json!({ "indicator": "beside", "unit": "percent" })),
                1 if !strata_count => with(&row, &json!({ "residence": "urban", "sex": "female" })),
                _ => with(&row, &json!({ "area": "150622" })),
            });
        }
        let [one, other] =
            [rows, all].map(|rows| with(&case.form(rows), &json!({ "area": HERE })).to_string());
        same(judge, &one, &other, true)
    })
}

fn later_years_change_nothing(judge: &dyn Judge, cases: u32) -> Found {
    let asked = several().prop_map(|mut case| {
        // A town first heard of later is silent before.
        case.plan.targets.retain(|target| target.scope == Scope::Area);
        case
    });
    hold(cases, asked, |case| {
        let early =
            |target: &Target| matches!(target.rule, Rule::ChangedBy { since, .. } if since > case.year);
        if case.plan.targets.is_empty() || case.plan.targets.iter().any(early) {
            return Ok(());
        }
        let mut case = case;
        let fits = |target: &str| case.plan.targets.iter().any(|known| known.id == target);
        case.settings.host_bounds.retain(|bound| fits(&bound.target));
        let mut before = case.clone();
        before.observations.retain(|row| row.period.year() <= case.year);
        before.rosters.retain(|roster| roster.year <= case.year);
        same(judge, &before.request(), &case.request(), true)
    })
}

/// What was found, in any order, without the sources.
fn found(report: &Report) -> Vec<String> {
    let bare = |finding: &Finding| tree(&Finding { source: "".into(), ..finding.clone() }).to_string();
    let mut all: Vec<String> = report.findings.iter().map(bare).collect();
    all.sort();
    all
}

fn the_library_says_the_same(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, prop_oneof![4 => requests(), 1 => damaged_requests()], |request| {
        if request.trim_start().starts_with('[') {
            return Ok(());
        }
        let Ok(own) = json::evaluate(request.as_bytes()) else {
            return match asked_of(judge, &request)? {
                Ok(_) => Err(format!("the library refuses what was answered\n  request: {request}")),
                Err(_) => Ok(()),
            };
        };
        let own: Report = serde_json::from_str(&own).map_err(|error| error.to_string())?;
        let theirs = report(judge, &request)?;
        let all = |report: &Report| with(&said(report, true), &json!({ "findings": found(report) }));
        match difference("", &all(&theirs), &all(&own)) {
            Some(what) => Err(format!("{what} (by the library)\n  request: {request}")),
            None => Ok(()),
        }
    })
}

fn byte_for_byte(judge: &dyn Judge, cases: u32) -> Found {
    let batch = vec(requests(), 0..3).prop_map(|parts| format!("[{}]", parts.join(",")));
    hold(cases, prop_oneof![3 => requests(), 1 => damaged_requests(), 1 => batch], |request| {
        let own = json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json());
        let theirs = asked_of(judge, &request)?;
        if own == theirs {
            return Ok(());
        }
        let text = |answer: &Result<String, String>| match answer {
            Ok(text) | Err(text) => text.clone(),
        };
        let (own, theirs) = (text(&own), text(&theirs));
        let place = own.bytes().zip(theirs.bytes()).take_while(|(a, b)| a == b).count();
        let here = |text: &str| {
            String::from_utf8_lossy(text.as_bytes().get(place..).unwrap_or_default())
                .chars()
                .take(60)
                .collect::<String>()
        };
        Err(format!(
            "from byte {place} on the answer is `{}`, the library's `{}`\n  request: {request}",
            here(&theirs),
            here(&own)
        ))
    })
}
