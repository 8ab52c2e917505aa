//! The values of random cases: series of several shapes, units and rosters.

use super::generate::{Dice, Menu, keep_inside, level, step};
use super::verdict::half_even;
use super::*;

pub fn fill(dice: &mut Dice, menu: &Menu, case: &mut Case) {
    // The number the values dance around, and how far off they start.
    let windows = matches!(case.timing, Timing::EachWindow { .. } | Timing::Once { .. });
    let middle = match &case.rule {
        // Most years without an event.
        _ if windows => whole(0),
        Rule::AtLeast(t) | Rule::AtMost(t) | Rule::MoreThan(t) | Rule::LessThan(t) => t.clone(),
        Rule::Around { value, tolerance, .. } if case.higher_is_better() => value - tolerance,
        Rule::Around { value, tolerance, .. } => value + tolerance,
        Rule::AtLeastRatio(p, w) => {
            let exact = part(*p as i64, *w as i64) * values::factor(case.unit);
            if case.unit == UnitOf::Ratio { exact } else { half_even(&exact, 1) }
        }
        Rule::HostBound { .. } => match case.host_bounds.get(&case.due) {
            Some(t) => t.clone(),
            None => level(dice, case),
        },
        _ => level(dice, case),
    };
    match case.scope {
        Scope::Area => {
            let years = years(dice, menu, case);
            case.series = series(dice, menu, case, &middle, &years);
        }
        _ => fill_units(dice, menu, case, &middle),
    }
    if matches!(case.rule, Rule::NotBelow | Rule::InProportion(_)) {
        let shift = match &case.rule {
            Rule::InProportion(tolerance) => tolerance.clone(),
            _ => whole(0),
        };
        let years: Vec<i32> = case.series.keys().copied().collect();
        let around = keep_inside(case, &middle + shift);
        case.reference = series(dice, menu, case, &around, &years);
        for cell in case.reference.values_mut() {
            cell.break_before = false;
        }
    }
}

/// Years with an entry.
fn years(dice: &mut Dice, menu: &Menu, case: &Case) -> Vec<i32> {
    let mut years = Vec::new();
    match case.calendar {
        Calendar::Term => {
            let mut y = dice.between(2015, 2020) as i32;
            while y <= 2032 {
                years.push(y);
                y += dice.pick(&[3, 5, 5]);
            }
            if dice.one_in(6) {
                years.remove(0);
            }
        }
        Calendar::Survey { years: every, anchor } => {
            for y in 2015..=2032 {
                if (y - anchor).rem_euclid(every) == 0 && !dice.one_in(10) {
                    years.push(y);
                }
            }
        }
        Calendar::EveryYear => {
            let holes = dice.pick(&[1000, 1000, 12, 5]);
            let history = menu.history && dice.one_in(2);
            for y in 2015..=2032 {
                let old = y < case.baseline_year;
                if !(dice.one_in(holes) || (old && (!history || dice.one_in(3)))) {
                    years.push(y);
                }
            }
        }
    }
    let keep_baseline = !(menu.baseline_missing && dice.one_in(8));
    if case.calendar != Calendar::Term {
        let fits = values::measured_in(case, case.baseline_year);
        years.retain(|y| *y != case.baseline_year);
        if keep_baseline && fits {
            years.push(case.baseline_year);
            years.sort();
        }
    }
    years
}

/// One shape a series can have.
fn series(dice: &mut Dice, menu: &Menu, case: &Case, middle: &Q, years: &[i32]) -> BTreeMap<i32, Cell> {
    let step = step(case);
    let good = if case.higher_is_better() { 1 } else { -1 };
    let shape = dice.below(10);
    // Start some steps on the bad side, a multiple of ten often, so that lines hit exact values.
    let away = match shape {
        // Lines and jumps need room before the bound.
        0 | 1 | 7 => dice.pick(&[10, 10, 10, 20, 5]),
        _ => dice.pick(&[0, 1, 2, 5, 10, 10, 20, -1, -5]),
    };
    let start = keep_inside(case, middle - &step * whole(good * away));
    let span = whole(i64::from((case.due - case.baseline_year).max(1)));
    let pace = dice.between(-1, 3);
    let nudge = dice.between(-1, 1);
    let with_counts = menu.counts
        && dice.one_in(3)
        && matches!(case.unit, UnitOf::PartPer(_) | UnitOf::PerThousand | UnitOf::Ratio);
    let exposure = dice.pick(&[3u64, 10, 30, 100, 250, 800, 1000]);
    let mut walk = start.clone();
    let mut cells = BTreeMap::new();
    for &year in years {
        let gone = whole(i64::from(year - case.baseline_year));
        let line = &start + (middle - &start) * &gone / &span;
        let value = match shape {
            // On the line, or one step off it in the later years.
            0 => line,
            1 if year > case.baseline_year => line + &step * whole(nudge),
            1 => line,
            // Even steps with a chance of standing still.
            2 => {
                walk += &step * whole(good * dice.between(0, 2));
                walk.clone()
            }
            // A walk.
            3 => {
                walk += &step * whole(dice.between(-2, 2));
                walk.clone()
            }
            // Close to the bound.
            4 => middle + &step * whole(dice.between(-1, 1)),
            5 => middle + &step * whole(good * dice.between(-1, 4)),
            // Straight, at its own pace.
            6 => &start + &step * whole(good * pace) * &gone,
            // One jump, then hardly anything.
            7 => {
                let jump = if year == case.baseline_year + 1 { 7 } else { 0 };
                let drift = i64::from(dice.one_in(6));
                walk += &step * whole(good * (jump + drift));
                walk.clone()
            }
            // Good at first, then worse from year to year.
            8 => middle + &step * whole(good * (dice.between(3, 6) - i64::from(year - 2020))),
            // At a natural limit.
            _ => match (dice.below(3), case.best_limit()) {
                (0 | 1, Some(limit)) => limit,
                _ => start.clone(),
            },
        };
        let mut value = keep_inside(case, value);
        if case.rounds && dice.one_in(2) {
            // Half a printed step, and a little less, off.
            let tiny = &step / whole(dice.pick(&[2, 2, 10, 25]));
            value = keep_inside(case, value - tiny * whole(good));
        }
        let mut cell = Cell::from(if with_counts {
            as_counts(case, &value, exposure)
        } else {
            Value::Point(value.clone())
        });
        decorate(dice, menu, case, &step, &value, &mut cell);
        cells.insert(year, cell);
    }
    if !menu.baseline_missing
        && let Some(cell) = cells.get_mut(&case.baseline_year)
        && !matches!(cell.value, Value::Point(_) | Value::Counts(_, 1..))
    {
        cell.value = Value::Point(start);
    }
    cells
}

fn as_counts(case: &Case, value: &Q, exposure: u64) -> Value {
    let n = match case.unit {
        UnitOf::PartPer(100_000) => exposure * 100,
        _ => exposure,
    };
    let k = half_even(&(value * whole(n as i64) / values::factor(case.unit)), 0);
    let k = k.to_integer().to_string().parse().unwrap_or(0);
    Value::Counts(k, n)
}

fn decorate(dice: &mut Dice, menu: &Menu, case: &Case, step: &Q, value: &Q, cell: &mut Cell) {
    let old = cell.value.clone();
    match dice.below(60) {
        0 | 1 if menu.missing => cell.value = Value::Missing,
        2 if menu.not_applicable => cell.value = Value::NotApplicable,
        3 if menu.not_applicable && menu.counts && case.unit != UnitOf::Whole => {
            cell.value = Value::Counts(0, 0)
        }
        4 if menu.unusable => cell.value = Value::Unusable,
        5 if menu.unusable => {
            cell.value = match (&case.ceiling, dice.below(3)) {
                (Some(c), 0) => Value::Point(c + step),
                (Some(_), 1) if menu.counts => Value::Counts(11, 10),
                (_, 2) if menu.counts && case.unit != UnitOf::Whole => Value::Counts(1, 0),
                _ => Value::Unusable,
            }
        }
        6 | 7 if menu.intervals => {
            let end = |dice: &mut Dice| {
                let q = value + step * whole(dice.between(-2, 2));
                (!dice.one_in(4)).then(|| (keep_inside(case, q), dice.one_in(2)))
            };
            let (low, high) = (end(dice), end(dice));
            let range = values::Range { low: low.clone(), high: high.clone() };
            // No ends at all, or ends that cross, say nothing.
            let a_point = matches!((&low, &high), (Some(l), Some(h)) if l.0 == h.0);
            if (low.is_some() || high.is_some()) && !range.is_empty() && !a_point {
                let interval = Value::Interval { low, high };
                let possible = values::read(case, &interval.clone().into());
                if matches!(possible, values::Reading::Between(_)) {
                    cell.value = interval;
                }
            }
        }
        8 if menu.breaks && case.scope == Scope::Area => cell.break_before = true,
        _ => {}
    }
    // Events are plain counts.
    if case.unit == UnitOf::Whole && matches!(cell.value, Value::Counts(..)) {
        cell.value = old;
    }
}

fn fill_units(dice: &mut Dice, menu: &Menu, case: &mut Case, middle: &Q) {
    let names: Vec<String> = ["东", "南", "西", "北"]
        .iter()
        .take(dice.between(1, 4) as usize)
        .map(|name| name.to_string())
        .collect();
    let shared = years(dice, menu, case);
    let good = if case.higher_is_better() { 1 } else { -1 };
    let step = step(case);
    // A lucky case has nothing but passing values, else "met" would never come out.
    let lucky = dice.one_in(2);
    let silence = dice.pick(&[1000, 1000, 10]);
    for name in &names {
        let mut cells = BTreeMap::new();
        let exposure = dice.pick(&[0u64, 3, 10, 30, 100, 250]);
        for &year in &shared {
            if dice.one_in(silence) {
                continue;
            }
            let low = if lucky { 0 } else { -1 };
            let value = keep_inside(case, middle + &step * whole(good * dice.between(low, 3)));
            if case.scope == Scope::Pooled {
                let k = match as_counts(case, &value, exposure) {
                    Value::Counts(k, _) => k,
                    _ => 0,
                };
                let k = (k + dice.below(2)).min(exposure);
                let mut cell = Cell::from(Value::Counts(k, exposure));
                match dice.below(60) {
                    0 if menu.missing => cell.value = Value::Missing,
                    1 if menu.not_applicable => cell.value = Value::NotApplicable,
                    2 if menu.unusable => cell.value = Value::Unusable,
                    _ => {}
                }
                cells.insert(year, cell);
            } else {
                let mut cell = Cell::from(if menu.counts && dice.one_in(4) {
                    match case.unit {
                        UnitOf::PartPer(_) | UnitOf::PerThousand | UnitOf::Ratio => {
                            as_counts(case, &value, exposure.max(10))
                        }
                        _ => Value::Point(value.clone()),
                    }
                } else {
                    Value::Point(value.clone())
                });
                if !lucky || dice.one_in(4) {
                    decorate(dice, menu, case, &step, &value, &mut cell);
                }
                cells.insert(year, cell);
            }
        }
        case.units.insert(name.clone(), cells);
    }
    let unknown = dice.pick(&[1000, 20, 4]);
    let sized = dice.one_in(2);
    for year in 2015..=2032 {
        if dice.one_in(unknown) {
            continue;
        }
        let mut roster = Vec::new();
        for name in &names {
            // A name left out makes its values those of a stranger.
            if !dice.one_in(25) {
                let size = (sized && !dice.one_in(8)).then(|| dice.pick(&[1, 3, 10, 100]));
                roster.push((name.clone(), size));
            }
        }
        if dice.one_in(60) {
            roster.clear();
        }
        case.rosters.insert(year, roster);
    }
}
