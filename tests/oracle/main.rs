//! The library against an independent, slow reading of the same page, on random cases, through the JSON API alone.
//!
//! 4,000 cases run by default; as many as wished with `DABIAO_ORACLE_CASES=1000000 cargo test --release --test oracle`.
//! `DABIAO_ORACLE_SEED=7` runs one and prints its request.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
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
        match tries.into_iter().find(|less| remains(less)) {
            Some(less) => case = less,
            None => return case,
        }
    }
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
    let cases = number("DABIAO_ORACLE_CASES").unwrap_or(4_000);
    let first = number("DABIAO_ORACLE_FIRST").unwrap_or(0);
    let show = number("DABIAO_ORACLE_SHOW").unwrap_or(1);
    let (mut differing, mut refused) = (0_u64, 0_u64);
    let mut fields: BTreeMap<String, (u64, Vec<u64>)> = BTreeMap::new();
    let mut reasons: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for seed in first..first + cases {
        let case = generate::generate(seed);
        match differences(&case) {
            Ok(found) if found.is_empty() => {}
            Ok(found) => {
                differing += 1;
                for (field, ..) in found {
                    let entry = fields.entry(field).or_default();
                    entry.0 += 1;
                    if entry.1.len() < 12 {
                        entry.1.push(seed);
                    }
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
    for (field, (many, seeds)) in &fields {
        report += &format!("\n{field}: {many} cases, seeds {seeds:?}\n");
        for seed in seeds.iter().take(usize::try_from(show).unwrap()) {
            let less = smaller(generate::generate(*seed), field);
            let found = differences(&less).unwrap_or_default();
            report += &told(*seed, &less, &found);
            report += &format!("  {}\n", wire::request(&less));
        }
    }
    assert!(differing + refused == 0, "{report}");
}
