//! What the page promises of its own warnings, tried on the reading and on the library: a contradiction in the reading
//! is one of the page.

use crate::case::{Calendar, Case, Gap, Outcome, Q, Scope, Table, Unit, Value, part, whole};
use crate::cells::{Reading, read};
use crate::compare::ask;
use crate::generate::{Dice, generate};
use crate::judge::Judge;
use crate::warning::{Kindof, Severity, Signal};
use crate::wire::{self, Row};
use rayon::prelude::*;

/// Cases of each law. Of those of the pool most seeds bring none.
fn cases() -> u64 {
    crate::number("DABIAO_ORACLE_LAWS").unwrap_or(4_000)
}

/// The seeds for which a law does not hold, with what was found.
#[track_caller]
fn holds(law: impl Fn(u64) -> Option<String> + Sync) {
    holds_for(cases(), law);
}

#[track_caller]
fn holds_for(cases: u64, law: impl Fn(u64) -> Option<String> + Sync) {
    let found: Vec<String> = (0..cases)
        .into_par_iter()
        .filter_map(|seed| law(seed).map(|what| format!("seed {seed}: {what}")))
        .collect();
    assert!(found.is_empty(), "{} cases\n{}", found.len(), found[..found.len().min(8)].join("\n"));
}

/// The highest severity; 波动较大 judges the whole series and is left out.
fn loudest(signals: &[Signal]) -> Option<Severity> {
    signals.iter().filter(|s| s.kind != Kindof::Fluctuation).filter_map(|s| s.severity).max()
}

/// The same of a row of the library.
fn said(row: &Row) -> Option<Severity> {
    let all = [Severity::Notice, Severity::Watch, Severity::Warning, Severity::Critical];
    let counted = row.list("/warnings");
    let severities = counted
        .iter()
        .filter(|warning| warning.text("/signal/kind") != Some(wire::signal(Kindof::Fluctuation)))
        .filter_map(|warning| warning.text("/severity"));
    severities.filter_map(|word| all.into_iter().find(|one| wire::severity(*one) == word)).max()
}

#[test]
fn nothing_is_loud_within_chance() {
    holds(|seed| {
        let case = generate(seed);
        let judge = Judge::new(&case);
        let year = case.at();
        if year >= case.due || judge.verdict(year) != Outcome::NotMet || judge.sure(year) {
            return None;
        }
        let loud = judge.signals(year).into_iter().find(|signal| {
            // What an earlier year settled is said all the same, and so is silence.
            let settled = signal.kind == Kindof::Missed && signal.year.is_some();
            let not_reported = matches!(signal.kind, Kindof::NotReported | Kindof::Inherited);
            !settled && !not_reported && signal.severity > Some(Severity::Notice)
        });
        loud.map(|signal| format!("{signal:?}"))
    });
}

/// The same case with a better value in the assessed year, all else equal.
fn bettered(seed: u64) -> Option<(Case, Case)> {
    let case = generate(seed);
    let year = case.at();
    let dice = &mut Dice::new(seed ^ 0x5eed);
    let is_yearly = case.calendar == Calendar::Year;
    if case.scope != Scope::Area || case.gap != Gap::None || !is_yearly || case.counts_events() {
        return None;
    }
    let up = case.higher();
    let much = dice.pick(&[1_u64, 1, 2, 5, 20]);
    let value = case.area.get(&year)?.value.clone();
    read(&case, &value).exact()?;
    let value = match value {
        Value::Point(q) => {
            let step = if case.unit == Unit::Count { whole(1) } else { part(1, 10) };
            let step = step * Q::from_integer(much.into());
            Value::Point(if up { q + step } else { q - step })
        }
        Value::Counts(k, n) if up && k + much <= n => Value::Counts(k + much, n),
        Value::Counts(k, n) if !up && k >= much => Value::Counts(k - much, n),
        _ => return None,
    };
    read(&case, &value).exact()?;
    let mut better = case.clone();
    better.area.get_mut(&year)?.value = value;
    Some((case, better))
}

#[test]
fn a_better_latest_value_is_never_louder() {
    holds(|seed| {
        let (case, better) = bettered(seed)?;
        let year = case.at();
        let before = loudest(&Judge::new(&case).signals(year));
        let signals = Judge::new(&better).signals(year);
        (loudest(&signals) > before).then(|| format!("{year}: from {before:?} to {signals:?}"))
    });
}

#[test]
fn a_better_latest_value_is_never_louder_in_the_library() {
    holds(|seed| {
        let (case, better) = bettered(seed)?;
        let (before, after) = (said(&ask(&case).ok()?), said(&ask(&better).ok()?));
        (after > before).then(|| format!("from {before:?} to {after:?}: {}", wire::request(&better)))
    });
}

/// The case as it is a year later, when nothing has been reported.
fn then_silent(seed: u64) -> Option<(Case, Case)> {
    let mut case = generate(seed);
    let next = case.at() + 1;
    if next > case.due || next <= crate::case::FIRST || case.counts_events() {
        return None;
    }
    case.year = next - 1;
    let mut not_reported = case.clone();
    not_reported.year = next;
    not_reported.area.remove(&next);
    not_reported.other.remove(&next);
    not_reported.units.values_mut().for_each(|rows| {
        rows.remove(&next);
    });
    Some((case, not_reported))
}

#[test]
fn silence_never_clears() {
    holds(|seed| {
        let (case, not_reported) = then_silent(seed)?;
        let judge = Judge::new(&case);
        let gave = matches!(judge.verdict(case.year), Outcome::Met | Outcome::NotMet);
        let after = Judge::new(&not_reported);
        if !gave || after.verdict(not_reported.year) != Outcome::Undetermined {
            return None;
        }
        let (before, now) = (judge.signals(case.year), after.signals(not_reported.year));
        // 波动较大 is carried where it is the headline.
        let high = |signals: &[Signal]| signals.iter().filter_map(|s| s.severity).max();
        (high(&now) < high(&before)).then(|| format!("{before:?} became {now:?}"))
    });
}

#[test]
fn silence_never_clears_in_the_library() {
    holds(|seed| {
        let (case, not_reported) = then_silent(seed)?;
        let (before, after) = (ask(&case).ok()?, ask(&not_reported).ok()?);
        let gave = matches!(before.text("/assessment/outcome"), Some("met" | "not_met"));
        if !gave || after.text("/assessment/outcome") != Some("undetermined") {
            return None;
        }
        let (before, after) = (said(&before), said(&after));
        (after < before).then(|| format!("from {before:?} to {after:?}: {}", wire::request(&not_reported)))
    });
}

#[test]
fn every_undetermined_verdict_has_a_reason() {
    holds(|seed| {
        let case = generate(seed);
        let row = ask(&case).ok()?;
        let open = row.text("/assessment/outcome") == Some("undetermined");
        (open && row.list("/assessment/reasons").is_empty()).then(|| wire::request(&case).to_string())
    });
}

/// A pool of which every unit reported, and the same series told of the area.
fn pool_and_area(seed: u64) -> Option<(Case, Case)> {
    let pooled = generate(seed);
    if pooled.scope != Scope::Pooled {
        return None;
    }
    let judge = Judge::new(&pooled);
    let line = judge.line();
    let mut area = Table::new();
    for (year, reading) in &line.readings {
        match reading {
            Reading::Exact { counts: Some((k, n)), .. } => {
                area.insert(*year, Value::Counts(*k, *n).into());
            }
            Reading::Missing => {}
            _ => return None,
        }
    }
    if !line.breaks.iter().all(|year| area.contains_key(year)) {
        return None;
    }
    for (year, cell) in &mut area {
        cell.provisional = line.provisional.contains(year);
        cell.new_definition = line.breaks.contains(year);
    }
    let alone = Case { scope: Scope::Area, area, units: [].into(), rosters: [].into(), ..pooled.clone() };
    Some((pooled, alone))
}

/// The past, the outlook and the standing of a pool are those of the same series of the area.
#[test]
fn a_full_pool_is_the_area() {
    holds_for(4 * cases(), |seed| {
        let (pooled, area) = pool_and_area(seed)?;
        let (one, other) = (Judge::new(&pooled), Judge::new(&area));
        let year = pooled.at();
        let same = one.verdict(year) == other.verdict(year)
            && one.standing(year) == other.standing(year)
            && one.signals(year) == other.signals(year);
        (!same).then(|| format!("{:?} and {:?}", one.signals(year), other.signals(year)))
    });
}

#[test]
fn a_full_pool_is_the_area_in_the_library() {
    holds_for(4 * cases(), |seed| {
        let (pooled, area) = pool_and_area(seed)?;
        let (one, other) = (ask(&pooled).ok()?, ask(&area).ok()?);
        let signals = |row: &Row| -> Vec<String> {
            row.list("/warnings")
                .iter()
                .map(|warning| format!("{:?} {:?}", warning.text("/signal/kind"), warning.text("/severity")))
                .collect()
        };
        let differs = ["/assessment/outcome", "/standing", "/outlook/reaches"]
            .into_iter()
            .find(|path| one.0.pointer(path) != other.0.pointer(path));
        if let Some(path) = differs {
            return Some(format!("{path}: {}", wire::request(&pooled)));
        }
        let (one, other) = (signals(&one), signals(&other));
        (one != other).then(|| format!("{one:?} and {other:?}: {}", wire::request(&pooled)))
    });
}
