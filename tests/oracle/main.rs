//! The library against an independent, slow reading of the same page, on random cases, through the JSON API alone.
//!
//! A case is one target with its rows, judged in one year. 40,000 run by default, a minute of one core; as many as wished with
//! `DABIAO_ORACLE_CASES=1000000 cargo test --all-features --test oracle`. `DABIAO_ORACLE_SEED=7` runs one and
//! prints its request; `DABIAO_ORACLE_ALONE=1` tries the cases worked by hand on the reading alone.
//!
//! Compared are: outcome, and that an open one has reasons; value, bound, margin; standing; the way ahead (reaches, would
//! break, path, distance, shares, pace, required, best and last change, slope, projection, expected year, years to
//! breach); every signal with its severity and whether it is sure; headline; what clears it; the label and the gap in
//! cases; the other judging method; a later baseline; failing and silent units.
//!
//! Not covered: deadlines of months after a date; exposures taken from another rate; the change of a gap between many
//! units. Where the meaning leaves something open, the reading takes this:
//!
//! - Milestones bend the path in straight lines from one to the next.
//! - The base year of a change by the year has no bound of its own: nothing is asked for in it, nor while its value stands.
//! - Of surveys in years that their rows name, a value from before the plan stands until the first inside it, and by the due
//!   year there has to be one; before it there is no direction to judge.
//! - Surveys of known years are counted back from the first that has been told; before it the first is due in the plan's first year.
//! - Of units surveyed in different years a pool takes what stands for each; a mark between surveys says nothing. A pool stands
//!   with the roster of its year. Units each by itself are asked by the roster of the assessed year, each due in its own years.
//! - A host's bound belongs to the assessed year, also where the value of a survey stands from an earlier one.
//! - An election is known by a row of any body, and its roster is that of its year; a body on it without a row for it is
//!   silent, and so is one without a row inside the plan. Bodies may be elected in different years: a roster stands until a
//!   body on it is elected again. A term that does not exist in a place is left out of the row of terms.
//! - With another definition the steps of 稳步 and 持续 begin anew.
//! - A direction has no bound: a change is large beside the larger of value and baseline.
//! - A window of years with counts begins where the definition does.
//! - Of a gap with one part reported, 无数据 and 无法判断 are both taken, with 缺数 or without; so are they of units and
//!   pools that are silent in part. Whether a gap on counts reverses, jumps or fluctuates is not compared.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "a test may stop with a panic, and statistics are floats"
)]
#![expect(unreachable_pub, reason = "the reading stands by itself")]

mod case;
mod cells;
mod chance;
mod compare;
mod generate;
mod hand;
mod judge;
mod laws;
mod outlook;
mod standing;
mod warning;
mod wire;

use case::Case;
use compare::{Difference, differences};
use rayon::prelude::*;
use std::collections::BTreeMap;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// The same case with fewer rows, as long as a difference in the same field remains.
fn smaller(mut case: Case, field: &str) -> Case {
    let remains =
        |case: &Case| differences(case).is_ok_and(|found| found.iter().any(|(name, ..)| name == field));
    loop {
        let mut tries: Vec<Case> = Vec::new();
        let mut try_with = |change: &dyn Fn(&mut Case)| {
            let mut less = case.clone();
            change(&mut less);
            tries.push(less);
        };
        for year in case.area.keys() {
            try_with(&|case| {
                case.area.remove(year);
                case.other.remove(year);
                case.reference.remove(year);
            });
        }
        for name in case.units.keys() {
            try_with(&|case| {
                case.units.remove(name);
                case.rosters.values_mut().for_each(|members| members.retain(|(member, _)| member != name));
            });
            for year in case.units[name].keys() {
                try_with(&|case| {
                    case.units.get_mut(name).unwrap().remove(year);
                });
            }
        }
        for year in case.host_bounds.keys() {
            try_with(&|case| {
                case.host_bounds.remove(year);
            });
        }
        for year in case.rosters.keys() {
            try_with(&|case| {
                case.rosters.remove(year);
            });
        }
        if !case.milestones.is_empty() {
            try_with(&|case| case.milestones.clear());
        }
        if case.rounds {
            try_with(&|case| case.rounds = false);
        }
        match tries.into_iter().find(|less| remains(less)) {
            Some(less) => case = less,
            None => return case,
        }
    }
}

/// What sort of case it is.
fn signature(case: &Case) -> String {
    let rule = format!("{:?}", case.rule);
    let rule = rule.split(['(', ' ']).next().unwrap_or_default();
    let timing = format!("{:?}", case.timing);
    let timing = timing.split(' ').next().unwrap_or_default();
    format!("{rule} {timing} {:?} {:?} {:?}", case.scope, case.calendar, case.kind)
}

fn told(seed: u64, case: &Case, found: &[Difference]) -> String {
    let lines: Vec<String> = found
        .iter()
        .map(|(what, ours, theirs)| format!("  {what}: library {ours}, reading {theirs}"))
        .collect();
    format!("seed {seed}, {} in {}\n{}\n", case.year, case.due, lines.join("\n"))
}

#[test]
fn the_library_agrees_with_the_slow_reading() {
    if let Some(seed) = number("DABIAO_ORACLE_SEED") {
        let case = generate::generate(seed);
        println!("{}", wire::request(&case));
        println!("{case:?}");
        println!("{}", compare::ask(&case).map_or_else(|why| why, |row| row.0.to_string()));
        println!("{}", told(seed, &case, &differences(&case).unwrap_or_default()));
        return;
    }
    let cases = number("DABIAO_ORACLE_CASES").unwrap_or(40_000);
    let first = number("DABIAO_ORACLE_FIRST").unwrap_or(0);
    let show = number("DABIAO_ORACLE_SHOW").unwrap_or(1);
    let (mut differing, mut refused) = (0_u64, 0_u64);
    // By field, and in it by what sort of case differs how: how many, and the first seed.
    let mut fields: BTreeMap<String, BTreeMap<String, (u64, u64)>> = BTreeMap::new();
    let mut reasons: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let answers: Vec<(u64, Result<Vec<Difference>, String>)> = (first..first + cases)
        .into_par_iter()
        .map(|seed| (seed, differences(&generate::generate(seed))))
        .filter(|(_, answer)| !answer.as_ref().is_ok_and(Vec::is_empty))
        .collect();
    for (seed, answer) in answers {
        match answer {
            Ok(found) => {
                differing += 1;
                let sort = signature(&generate::generate(seed));
                for (field, ours, theirs) in found {
                    let word = |text: &str| {
                        if text.contains(|c: char| c.is_ascii_digit()) { "#" } else { text }.to_owned()
                    };
                    let class = format!("{} / {}: {sort}", word(&ours), word(&theirs));
                    fields.entry(field).or_default().entry(class).or_insert((0, seed)).0 += 1;
                }
            }
            Err(why) => {
                refused += 1;
                reasons.entry(why).or_insert((0, seed)).0 += 1;
            }
        }
    }
    let mut report = format!("{differing} of {cases} cases differ, {refused} refused\n");
    for (why, (many, seed)) in &reasons {
        report += &format!("{many} refused, seed {seed}: {why}\n");
    }
    for (field, classes) in fields {
        let mut classes: Vec<(String, (u64, u64))> = classes.into_iter().collect();
        classes.sort_by_key(|(_, (many, _))| std::cmp::Reverse(*many));
        let all: u64 = classes.iter().map(|(_, (many, _))| many).sum();
        report += &format!("\n== {field}: {all} cases\n");
        for (at, (class, (many, seed))) in classes.iter().enumerate() {
            report += &format!("{many} of {field}: {class}, seed {seed}\n");
            if at < usize::try_from(show).unwrap() {
                let less = smaller(generate::generate(*seed), &field);
                let found = differences(&less).unwrap_or_default();
                report += &told(*seed, &less, &found);
                report += &format!("  {}\n", wire::request(&less));
            }
        }
    }
    assert!(differing + refused == 0, "{report}");
}
