//! What the page promises of its own warnings, tried on the reading: a contradiction here is one of the page.

use crate::case::{Calendar, Case, Outcome, Scope, Table, Value, whole};
use crate::cells::Reading;
use crate::generate::generate;
use crate::judge::Judge;
use crate::warning::{Kindof, Severity, Signal};

fn cases() -> u64 {
    crate::number("DABIAO_ORACLE_CASES").unwrap_or(4_000)
}

/// The highest severity, without what judges the whole series.
fn loudest(signals: &[Signal]) -> Option<Severity> {
    let counted = |s: &&Signal| !matches!(s.kind, Kindof::Fluctuation | Kindof::LatestYear);
    signals.iter().filter(counted).filter_map(|s| s.severity).max()
}

#[test]
fn nothing_is_loud_within_chance() {
    for seed in 0..cases() {
        let case = generate(seed);
        let judge = Judge::new(&case);
        let year = case.at();
        if year >= case.due || judge.verdict(year) != Outcome::NotMet || judge.sure(year) {
            continue;
        }
        for signal in judge.signals(year) {
            // What an earlier year settled is said all the same.
            let settled = signal.kind == Kindof::Missed && signal.year.is_some();
            let silent = signal.kind == Kindof::NotReported;
            assert!(
                settled || silent || signal.severity <= Some(Severity::Notice),
                "seed {seed}: {signal:?}"
            );
        }
    }
}

#[test]
fn a_better_latest_value_is_never_louder() {
    let mut found = Vec::new();
    for seed in 0..cases() {
        let mut case = generate(seed);
        let year = case.at();
        if case.scope != Scope::Area || case.gap != crate::case::Gap::None || case.calendar != Calendar::Year
        {
            continue;
        }
        let before = loudest(&Judge::new(&case).signals(year));
        let Some(cell) = case.area.get(&year).cloned() else { continue };
        let up = case.higher();
        let better = match cell.value {
            Value::Point(q) => {
                let step =
                    if case.unit == crate::case::Unit::Count { whole(1) } else { crate::case::part(1, 10) };
                Value::Point(if up { q + step } else { q - step })
            }
            Value::Counts(k, n) if up && k < n => Value::Counts(k + 1, n),
            Value::Counts(k, n) if !up && k > 0 => Value::Counts(k - 1, n),
            _ => continue,
        };
        case.area.get_mut(&year).unwrap().value = better;
        let judge = Judge::new(&case);
        if judge.line().readings[&year].exact().is_none() {
            continue;
        }
        let after = loudest(&judge.signals(year));
        if after > before {
            found.push(format!("seed {seed}, {year}: {before:?} to {after:?} by {:?}", judge.signals(year)));
        }
    }
    assert!(found.is_empty(), "{} cases\n{}", found.len(), found[..found.len().min(8)].join("\n"));
}

/// A pool of which every unit reported has the past, the outlook and the standing of the same series of the area.
#[test]
fn a_full_pool_is_the_area() {
    for seed in 0..cases() {
        let pooled = generate(seed);
        if pooled.scope != Scope::Pooled {
            continue;
        }
        let judge = Judge::new(&pooled);
        let mut area = Table::new();
        let whole_pool = judge.line().readings.iter().all(|(year, reading)| match reading {
            Reading::Exact { counts: Some((k, n)), .. } => {
                area.insert(*year, Value::Counts(*k, *n).into());
                true
            }
            Reading::Missing => true,
            _ => false,
        });
        if !whole_pool {
            continue;
        }
        let mut alone = Case { scope: Scope::Area, area, ..pooled.clone() };
        for (year, cell) in &mut alone.area {
            cell.provisional = judge.line().provisional.contains(year);
        }
        let same = Judge::new(&alone);
        let year = pooled.at();
        assert_eq!(judge.verdict(year), same.verdict(year), "seed {seed}");
        assert_eq!(judge.standing(year), same.standing(year), "seed {seed}");
        assert_eq!(judge.signals(year), same.signals(year), "seed {seed}");
    }
}
