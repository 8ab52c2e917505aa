//! The library against an independent, slow reading of the same rules, on random cases.
//!
//! `reading` shares no code with `src/`: big rationals, one function for each thought. 100,000 cases run by default; a million
//! with `DABIAO_ORACLE_CASES=1000000 cargo test --release --test oracle`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test may stop with a panic"
)]
#![expect(unreachable_pub, reason = "the reading stands by itself")]

mod hand;
mod reading;

use dabiao::{
    Catalogue, Data, Evaluator, Number, Observation, Outcome, Roster, Rule, Settings, Target, Year,
    data::{Member, Missing},
    judge::{HostBound, Method},
    plan::{
        Calendar, Clause, Commitment, IndicatorCard, IndicatorKind, Plan, Qualifier, Scope, Section, Timing,
    },
    values::{Counts, Date, Disaggregation, End, Interval, Period, Ratio, Unit, Value},
};
use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use reading::generate::{Menu, generate_with};
use reading::{Case, Cell, Q};
use std::collections::BTreeMap;

fn year(year: i32) -> Year {
    Year::new(year).unwrap()
}

/// A rational with a finite decimal.
fn number(q: &Q) -> Number {
    decimal(q).unwrap_or_else(|| panic!("{q} has no short decimal"))
}

fn decimal(q: &Q) -> Option<Number> {
    for places in 0..=20_u32 {
        let scaled = q * Q::from_integer(BigInt::from(10).pow(places));
        if scaled.is_integer() {
            let digits = scaled.to_integer();
            let plain = format!("{:0>width$}", digits.abs().to_string(), width = places as usize + 1);
            let (before, after) = plain.split_at(plain.len() - places as usize);
            let sign = if digits.is_negative() { "-" } else { "" };
            let point = if places == 0 { "" } else { "." };
            return format!("{sign}{before}{point}{after}").parse().ok();
        }
    }
    None
}

/// Whether every value of the case can be given to the library: a third of a year has neither digits nor counts.
fn can_be_given(case: &Case) -> bool {
    let mut cells = case.units.values().chain([&case.series, &case.reference]).flat_map(BTreeMap::values);
    let end = |end: &Option<(Q, bool)>| end.as_ref().is_none_or(|(q, _)| decimal(q).is_some());
    cells.all(|cell| match &cell.value {
        reading::Value::Point(q) => decimal(q).is_some() || (unit(case).per().is_some() && !q.is_negative()),
        reading::Value::Counts(k, n) => {
            unit(case).per().is_some() || *n == 0 || decimal(&quotient(*k, *n)).is_some()
        }
        reading::Value::Interval { low, high } => end(low) && end(high) && (low.is_some() || high.is_some()),
        _ => true,
    }) && case.host_bounds.values().all(|q| decimal(q).is_some())
}

fn quotient(numerator: u64, denominator: u64) -> Q {
    Q::new(numerator.into(), denominator.into())
}

/// A value: as a decimal, or as counts where it has none.
fn value(case: &Case, q: &Q) -> Value {
    if let Some(number) = decimal(q) {
        return Value::Number(number);
    }
    let quotient = q / reading::whole(i64::from(unit(case).per().unwrap()));
    let count = |part: &BigInt| u64::try_from(part).unwrap();
    Value::Counts(Counts { numerator: count(quotient.numer()), denominator: count(quotient.denom()) })
}

/// The same number with at least so many digits after the point.
fn printed(q: &Q, places: u32) -> Number {
    let mut text = number(q).to_string();
    let have = text.split_once('.').map_or(0, |(_, after)| after.len());
    if have == 0 && places > 0 {
        text.push('.');
    }
    for _ in have..places as usize {
        text.push('0');
    }
    text.parse().unwrap()
}

fn unit(case: &Case) -> Unit {
    use reading::UnitOf;
    match case.unit {
        UnitOf::PartPer(100) => Unit::Percent,
        UnitOf::PartPer(1000) => Unit::PerMille,
        UnitOf::PartPer(_) => Unit::Per100k,
        UnitOf::PerThousand => Unit::Per1000,
        UnitOf::Years => Unit::Years,
        UnitOf::Hours => Unit::HoursPerDay,
        UnitOf::Minutes => Unit::Minutes,
        UnitOf::Whole => Unit::ClassHours,
        UnitOf::Amount => Unit::Yuan,
        UnitOf::Ratio => Unit::Quotient,
    }
}

fn rule(case: &Case) -> Rule {
    let better =
        |higher: bool| if higher { dabiao::plan::Better::Higher } else { dabiao::plan::Better::Lower };
    let bound = |q: &Q| printed(q, case.printed_places);
    match &case.rule {
        reading::Rule::AtLeast(q) => Rule::AtLeast { value: bound(q) },
        reading::Rule::AtMost(q) => Rule::AtMost { value: bound(q) },
        reading::Rule::MoreThan(q) => Rule::MoreThan { value: bound(q) },
        reading::Rule::LessThan(q) => Rule::LessThan { value: bound(q) },
        reading::Rule::Around { value, tolerance, higher_is_better } => Rule::Around {
            value: bound(value),
            better: better(*higher_is_better),
            // Points are percentage points; the case counts in its own unit.
            tolerance: Some(number(&(tolerance / points(case)))),
        },
        reading::Rule::AtLeastRatio(part, whole) => {
            Rule::AtLeastRatio { value: format!("{part}/{whole}").parse().unwrap() }
        }
        reading::Rule::ChangedBy { percent, lower_is_better, since } => {
            Rule::ChangedBy { value: number(percent), better: better(!lower_is_better), since: year(*since) }
        }
        reading::Rule::Improves { higher_is_better, qualifier: word } => Rule::Improves {
            better: better(*higher_is_better),
            qualifier: match word {
                reading::Qualifier::Plain => Qualifier::Plain,
                reading::Qualifier::Gradually => Qualifier::Gradually,
                reading::Qualifier::Steadily => Qualifier::Steadily,
                reading::Qualifier::Sustained => Qualifier::Sustained,
                reading::Qualifier::EachTerm => Qualifier::EachTerm,
            },
        },
        reading::Rule::NotWorse { higher_is_better } => Rule::NotWorse { better: better(*higher_is_better) },
        reading::Rule::RisesSlower => Rule::RisesSlower,
        reading::Rule::NotBelow => Rule::NotBelow,
        reading::Rule::InProportion(tolerance) => {
            Rule::InProportion { tolerance: Some(number(&(tolerance / points(case)))) }
        }
        reading::Rule::HostBound { higher_is_better } => {
            Rule::HostBound { better: better(*higher_is_better) }
        }
        reading::Rule::Monitored => Rule::Monitored,
    }
}

/// One percentage point in the unit of the case.
fn points(case: &Case) -> Q {
    match case.unit {
        reading::UnitOf::PartPer(per) => reading::part(i64::from(per), 100),
        _ => reading::whole(1),
    }
}

fn timing(case: &Case) -> Timing {
    let due = year(case.due);
    match case.timing {
        reading::Timing::ByYear => Timing::ByYear { due },
        reading::Timing::EveryYear { from } => Timing::EveryYear { from: year(from), due },
        reading::Timing::OnceReached => Timing::OnceReached { due },
        reading::Timing::EveryTerm { from } => Timing::EveryTerm { from: year(from), due },
        reading::Timing::EachWindow { from, years } => {
            Timing::EachWindow { from: year(from), years: u8::try_from(years).unwrap(), due }
        }
        reading::Timing::Once { from, by } => Timing::Once { from: year(from), due: year(by) },
    }
}

fn card(case: &Case, id: &'static str) -> IndicatorCard {
    IndicatorCard {
        id: id.into(),
        zh: format!("{id}指标").into(),
        en: id.into(),
        unit: unit(case),
        // Bare: the reading counts every case as one with many events.
        kind: IndicatorKind::ValueOnly,
        floor: number(&case.floor),
        ceiling: case.ceiling.as_ref().map(number),
        calendar: match case.calendar {
            _ if matches!(case.timing, reading::Timing::EachWindow { .. } | reading::Timing::Once { .. }) => {
                Calendar::Event
            }
            reading::Calendar::EveryYear => Calendar::Year,
            reading::Calendar::Survey { years, .. } => Calendar::Every(u8::try_from(years).unwrap()),
            reading::Calendar::Term => Calendar::Term,
        },
        disaggregation: Disaggregation::TOTAL,
        colon_inverted: false,
        gap: None,
        definition: None,
        valid: dabiao::plan::Validity::ALWAYS,
    }
}

/// The case as a plan; none where the library refuses it, for a bound beyond the limits of its indicator.
fn catalogue(case: &Case) -> Option<Catalogue> {
    let plan = Plan {
        id: "made-up".into(),
        level: None,
        letter: "M".into(),
        zh: "虚拟规划".into(),
        en: "a made-up plan".into(),
        document: "".into(),
        issued: Date::new(year(case.plan_first), 1, 1).unwrap(),
        first: year(case.plan_first),
        last: year(2030),
        domains: vec!["领域".into()].into(),
        domains_en: vec![].into(),
        unit_kinds: [].as_slice().into(),
    };
    let rule = rule(case);
    let (scope, unit_kind) = match case.scope {
        reading::Scope::Area => (Scope::Area, ""),
        reading::Scope::EveryUnit => (Scope::EveryUnit, "town"),
        reading::Scope::Pooled => (Scope::Pooled, "town"),
    };
    let target = Target {
        id: "t".into(),
        plan: "made-up".into(),
        clause: Clause { section: Section::Goal, domain: 1, item: "1".into(), words: "字".into() },
        indicator: "x".into(),
        reference: if rule.has_reference() { "r".into() } else { "".into() },
        rule,
        timing: timing(case),
        scope,
        unit_kind: unit_kind.into(),
        commitment: Commitment::Firm,
        note: "".into(),
        note_zh: "".into(),
        valid: dabiao::plan::Validity::ALWAYS,
    };
    let mut catalogue = Catalogue::new();
    catalogue.add(plan, vec![card(case, "x"), card(case, "r")], vec![target]).ok()?;
    Some(catalogue)
}

/// The observations that put a cell into the library: two for a conflict.
fn observe(
    case: &Case,
    id: &'static str,
    unit_id: Option<&str>,
    cells: &BTreeMap<i32, Cell>,
) -> Vec<Observation> {
    let mut rows = Vec::new();
    for (at, cell) in cells {
        let period = match case.calendar {
            reading::Calendar::Term => Period::Term(year(*at)),
            _ => Period::Year(year(*at)),
        };
        let end = |end: &Option<(Q, bool)>| {
            end.as_ref().map(|(q, included)| End { number: number(q), included: *included })
        };
        let values = match &cell.value {
            reading::Value::Point(q) => vec![Ok(value(case, q))],
            reading::Value::Counts(numerator, denominator) if unit(case).per().is_none() => match denominator
            {
                0 if *numerator == 0 => vec![Err(Missing::NotApplicable)],
                0 => ["1", "2"].map(|text| Ok(Value::Number(text.parse().unwrap()))).to_vec(),
                _ => vec![Ok(value(case, &quotient(*numerator, *denominator)))],
            },
            reading::Value::Counts(numerator, denominator) => {
                vec![Ok(Value::Counts(Counts { numerator: *numerator, denominator: *denominator }))]
            }
            reading::Value::Interval { low, high } => {
                vec![Ok(Value::Interval(Interval::new(end(low), end(high)).unwrap()))]
            }
            reading::Value::Missing => vec![Err(Missing::NotReported)],
            reading::Value::NotApplicable => vec![Err(Missing::NotApplicable)],
            reading::Value::Unusable => {
                ["1", "2"].map(|text| Ok(Value::Number(text.parse().unwrap()))).to_vec()
            }
        };
        for value in values {
            let row = match value {
                Ok(value) => Observation::new(id, period, value, unit(case)),
                Err(why) => Observation::missing(id, period, why),
            };
            let row = if cell.break_before { row.after_break() } else { row };
            rows.push(match unit_id {
                Some(name) => row.in_unit(dabiao::values::ReportingUnit::new("town", name.to_owned())),
                None => row,
            });
        }
    }
    rows
}

fn data<'c>(case: &Case, catalogue: &'c Catalogue) -> Data<'c> {
    let mut rows = observe(case, "x", None, &case.series);
    rows.extend(observe(case, "r", None, &case.reference));
    for (name, cells) in &case.units {
        rows.extend(observe(case, "x", Some(name), cells));
    }
    let rosters = case.rosters.iter().map(|(at, members)| Roster {
        area: "".into(),
        kind: "town".into(),
        year: year(*at),
        members: members.iter().map(|(name, size)| Member { id: name.clone().into(), size: *size }).collect(),
    });
    catalogue.data(rows).with_rosters(rosters)
}

fn settings(case: &Case) -> Settings {
    let host_bounds = case.host_bounds.iter().map(|(at, q)| HostBound {
        target: "t".into(),
        year: Some(year(*at)),
        value: printed(q, case.printed_places),
        better: if case.higher_is_better() {
            dabiao::plan::Better::Higher
        } else {
            dabiao::plan::Better::Lower
        },
    });
    Settings {
        method: if case.rounds { Method::Rounded } else { Method::FullValue },
        baseline: Some(year(case.baseline_year)),
        host_bounds: host_bounds.collect(),
        ..Settings::default()
    }
}

fn rational(ratio: &Ratio) -> Q {
    let text = ratio.to_number().map_or_else(|| ratio.rounded(30), |number| number.to_string());
    reading::dec(&text.replace('-', ""))
        * if text.starts_with('-') { reading::whole(-1) } else { reading::whole(1) }
}

/// Equal, or as near as thirty printed digits can tell.
fn same(ours: Option<&Ratio>, theirs: Option<&Q>) -> bool {
    match (ours, theirs) {
        (None, None) => true,
        (Some(ours), Some(theirs)) => {
            let difference = rational(ours) - theirs;
            difference.is_zero() || difference.abs() < Q::new(1.into(), BigInt::from(10).pow(25))
        }
        _ => false,
    }
}

/// Everything in which the library and the reading differ on one case.
fn differences(case: &Case) -> Option<Vec<String>> {
    // The reading holds surveys to a fixed calendar, the library to the last one held; over units the two part.
    let survey_of_units =
        matches!(case.calendar, reading::Calendar::Survey { .. }) && case.scope != reading::Scope::Area;
    // Not all bodies need be elected in one year: the library then takes the last roster of an election year.
    let mut elected = case.units.values().flat_map(BTreeMap::keys);
    let roster_of_terms = case.calendar == reading::Calendar::Term
        && case.scope != reading::Scope::Area
        && elected.any(|at| !case.rosters.contains_key(at));
    if survey_of_units || roster_of_terms {
        return None;
    }
    let catalogue = catalogue(case).filter(|_| can_be_given(case))?;
    let data = data(case, &catalogue);
    let evaluator = Evaluator::with(&catalogue, settings(case)).unwrap();
    let target = catalogue.target("t").unwrap();
    let judged = evaluator.judge(target, data.area_or_empty(""), year(case.year.max(1900)));
    if case.year_is_an_error() {
        let judged = judged.is_ok().then(|| "a year before the baseline was judged".to_owned());
        return Some(judged.into_iter().collect());
    }
    let judgement = judged.unwrap();
    let mut found = Vec::new();
    let mut check = |what: &str, same: bool, ours: String, theirs: String| {
        if !same {
            found.push(format!("{what}: library {ours}, reading {theirs}"));
        }
    };
    let theirs = reading::verdict::verdict(case);
    let outcome = match judgement.assessment.outcome {
        Outcome::Met => reading::Outcome::Met,
        Outcome::NotMet => reading::Outcome::NotMet,
        Outcome::Undetermined => reading::Outcome::Undetermined,
        Outcome::NotApplicable => reading::Outcome::NotApplicable,
        Outcome::NotDue => reading::Outcome::NotDue,
        Outcome::NotJudged => reading::Outcome::NotJudged,
    };
    check("outcome", outcome == theirs, format!("{outcome:?}"), format!("{theirs:?}"));
    let standing = reading::standing::standing(case);
    // Which of the two words for an open verdict is said over units is tested by hand.
    let several = case.scope != reading::Scope::Area
        || matches!(case.rule, reading::Rule::HostBound { .. })
        || matches!(case.timing, reading::Timing::EachWindow { .. });
    let open = |standing: &str| several && ["NoData", "Undetermined"].contains(&standing);
    let ours = judgement.standing;
    let equal = format!("{ours:?}") == format!("{standing:?}");
    let both_open = open(&format!("{ours:?}")) && open(&format!("{standing:?}"));
    check("standing", equal || both_open, format!("{ours:?}"), format!("{standing:?}"));
    let judged = matches!(outcome, reading::Outcome::Met | reading::Outcome::NotMet);
    if let Some(margin) = reading::verdict::margin(case).filter(|_| judged) {
        let ours = judgement.assessment.margin.as_ref();
        check("margin", same(ours, Some(&margin)), format!("{ours:?}"), margin.to_string());
    }
    let outlook = reading::outlook::outlook(case);
    let on_the_way = judged && case.year < case.due;
    if let (Some(ours), true, true) =
        (&judgement.outlook, outlook.has_path, on_the_way && standing != reading::standing::Standing::Pending)
    {
        let numbers = [
            ("path value", Some(&ours.path_value), outlook.path_value.as_ref()),
            ("distance", Some(&ours.distance), outlook.distance.as_ref()),
            ("share done", ours.share_done.as_ref(), outlook.share_done.as_ref()),
            ("share of time", ours.share_of_time.as_ref(), outlook.share_of_time.as_ref()),
            ("pace", ours.pace.as_ref(), outlook.pace.as_ref()),
            ("required", ours.required.as_ref(), outlook.required.as_ref()),
            ("best change", ours.best_change.as_ref(), outlook.best.as_ref()),
            ("last change", ours.last_change.as_ref(), outlook.last_change.as_ref()),
            ("slope", ours.slope.as_ref(), outlook.slope.as_ref()),
            ("projection", ours.projection.as_ref(), outlook.projection.as_ref()),
        ];
        for (what, ours, theirs) in numbers {
            check(what, same(ours, theirs), format!("{ours:?}"), format!("{theirs:?}"));
        }
        let expected = ours.expected_year.map(Year::number);
        check(
            "expected year",
            expected == outlook.expected_year,
            format!("{expected:?}"),
            format!("{:?}", outlook.expected_year),
        );
        let breach = ours.years_to_breach;
        check(
            "years to breach",
            breach == outlook.years_to_breach,
            format!("{breach:?}"),
            format!("{:?}", outlook.years_to_breach),
        );
        let breaks = ours.would_break;
        check(
            "would break",
            breaks == outlook.would_break,
            breaks.to_string(),
            outlook.would_break.to_string(),
        );
    }
    Some(found)
}

#[test]
fn the_library_agrees_with_the_slow_reading() {
    let cases: u64 =
        std::env::var("DABIAO_ORACLE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(100_000);
    let (mut differing, mut skipped, mut shown) = (0_u64, 0_u64, String::new());
    for seed in 0..cases {
        let case = generate_with(seed, &Menu::ALL);
        let Some(found) = differences(&case) else {
            skipped += 1;
            continue;
        };
        if !found.is_empty() {
            differing += 1;
            if differing <= 12 {
                let years: Vec<String> = (case.baseline_year..=case.effective_year())
                    .map(|year| format!("{year} {:?}", reading::verdict::year_verdict(&case, year)))
                    .collect();
                shown += &format!("\nseed {seed}: {}\n{}\n{case:?}\n", found.join("; "), years.join(", "));
            }
        }
    }
    assert!(skipped * 20 < cases, "{skipped} of {cases} cases cannot be given to the library");
    assert_eq!(differing, 0, "{differing} of {cases} cases differ:{shown}");
}
