//! Section 3, one function for each word.

use super::values::*;
use super::*;

/// The verdict for a direction at the year of measurement.
pub fn judge(case: &Case, measured: i32) -> Outcome {
    if let Rule::Improves { qualifier: Qualifier::EachTerm, .. } = case.rule {
        return each_term(case, measured);
    }
    let own = match reading_of(case, measured) {
        Reading::Exact(q) => Some(Range::only(&q)),
        // AMBIGUOUS B01 (3, 5): an interval as this year's value, or between two others. Taken:
        // met or not met if every possible value agrees, like everywhere in section 5; it is no
        // baseline and no point of a slope. Left aside: of no use for directions at all.
        Reading::Between(r) => Some(r),
        Reading::Missing | Reading::Unusable => None,
        Reading::NotApplicable => {
            // AMBIGUOUS B02 (3, 5): 不适用 now, but broken before. Taken: broken for good.
            return if broken_for_good(case, measured) { Outcome::NotMet } else { Outcome::NotApplicable };
        }
    };
    // No baseline, or the baseline is this very value: nothing to compare with.
    // AMBIGUOUS B03 (3, 4): a survey year after the baseline without a new survey, where the
    // baseline itself still stands. Taken: undetermined. Left aside: not met (not better than
    // itself), or not due.
    let Some((base_year, base)) = baseline(case, measured) else {
        return Outcome::Undetermined;
    };
    if base_year >= measured {
        return Outcome::Undetermined;
    }
    let against_base = |judge: &dyn Fn(&Range) -> Outcome| match &own {
        Some(range) => judge(range),
        None => Outcome::Undetermined,
    };
    let base_range = Range::only(&base);
    let better_than_base = against_base(&|range| better(case, range, &base_range));
    match &case.rule {
        Rule::NotWorse { .. } => against_base(&|range| not_worse(case, range, &base_range)),
        Rule::RisesSlower => against_base(&|range| rises_slower(case, measured, range)),
        Rule::Improves { qualifier: word, .. } => match word {
            Qualifier::Plain => better_than_base,
            Qualifier::Gradually => {
                and(&[better_than_base, slope_is_not_wrong(case, measured, own.is_some())])
            }
            // Once a step is broken the answer is not met, also without a value this year.
            Qualifier::Steadily | Qualifier::Sustained => {
                let mut all = steps(case, measured);
                all.push(better_than_base);
                and(&all)
            }
            Qualifier::EachTerm => Outcome::Undetermined,
        },
        _ => Outcome::NotJudged,
    }
}

/// 稳步, 持续 and 逐届: a step that nothing can mend.
///
/// AMBIGUOUS B04 (3, 5): a 口径变化 after the break of the word. Taken: the series starts anew
/// from the mark on, so the old break is forgotten. Left aside: broken for good all the same.
pub fn broken_for_good(case: &Case, measured: i32) -> bool {
    match case.rule {
        Rule::Improves { qualifier: Qualifier::Steadily | Qualifier::Sustained, .. } => {
            steps(case, measured).contains(&Outcome::NotMet)
        }
        Rule::Improves { qualifier: Qualifier::EachTerm, .. } => {
            term_steps(case, measured).contains(&Outcome::NotMet)
        }
        _ => false,
    }
}

/// The observed periods: the baseline and every later one with a value, up to `measured`.
fn observed(case: &Case, measured: i32) -> Vec<Range> {
    let Some((base_year, base)) = baseline(case, measured) else {
        return Vec::new();
    };
    let mut list = vec![Range::only(&base)];
    for y in entry_years(case) {
        if y > base_year && y <= measured {
            match reading_of(case, y) {
                Reading::Exact(q) => list.push(Range::only(&q)),
                Reading::Between(r) => list.push(r),
                _ => {}
            }
        }
    }
    list
}

/// Each observed period against the observed one before.
fn steps(case: &Case, measured: i32) -> Vec<Outcome> {
    let sustained = matches!(case.rule, Rule::Improves { qualifier: Qualifier::Sustained, .. });
    let observed = observed(case, measured);
    let mut all = Vec::new();
    for pair in observed.windows(2) {
        all.push(if sustained {
            better(case, &pair[1], &pair[0])
        } else {
            not_worse(case, &pair[1], &pair[0])
        });
    }
    all
}

/// 逐步: the median of all pairwise slopes since the baseline, zero allowed.
///
/// AMBIGUOUS B05 (3): this year's value missing. Taken: the whole is undetermined.
/// AMBIGUOUS B06 (3, 5): fewer than two exact points (this year's value an interval). Taken: the
/// slope is unknown. Left aside: no slope is no objection.
fn slope_is_not_wrong(case: &Case, measured: i32, has_value: bool) -> Outcome {
    if !has_value {
        return Outcome::Undetermined;
    }
    let Some((base_year, _)) = baseline(case, measured) else {
        return Outcome::Undetermined;
    };
    let mut since = points(case, measured);
    since.retain(|(y, _)| *y >= base_year);
    match median_slope(&since) {
        None => Outcome::Undetermined,
        Some(slope) if case.gain(&slope, &whole(0)) >= whole(0) => Outcome::Met,
        Some(_) => Outcome::NotMet,
    }
}

/// 逐届: every election inside the plan against the term before it.
fn each_term(case: &Case, measured: i32) -> Outcome {
    // The first usable term of all: nothing to compare with yet.
    let all = term_steps(case, measured);
    if all.is_empty() {
        return match reading_of(case, measured) {
            Reading::NotApplicable => Outcome::NotApplicable,
            _ => Outcome::Undetermined,
        };
    }
    and(&all)
}

/// One answer for each election after the baseline.
///
/// AMBIGUOUS B07 (3): an election without a value. Taken: its own step and the next one are
/// undetermined, for the row speaks of "the term before", not of the observed one before, so the
/// whole can no longer be met. Left aside: step over the gap and compare with the last observed.
/// AMBIGUOUS B08 (3, 5): an election that is 不适用. Taken: left out of the row of terms.
fn term_steps(case: &Case, measured: i32) -> Vec<Outcome> {
    let Some((base_year, base)) = baseline(case, measured) else {
        return Vec::new();
    };
    let mut before = Some(Range::only(&base));
    let mut all = Vec::new();
    for y in entry_years(case) {
        if y <= base_year || y > measured {
            continue;
        }
        let here = match reading_of(case, y) {
            Reading::NotApplicable => continue,
            Reading::Exact(q) => Some(Range::only(&q)),
            Reading::Between(r) => Some(r),
            Reading::Missing | Reading::Unusable => None,
        };
        all.push(match (&here, &before) {
            (Some(new), Some(old)) => better(case, new, old),
            _ => Outcome::Undetermined,
        });
        before = here;
    }
    all
}

/// 上升趋势减缓: mean yearly rise since the baseline below the one before the baseline.
///
/// AMBIGUOUS B09 (3): "at most ten years back" counted from the baseline used (also a later one).
fn rises_slower(case: &Case, measured: i32, own: &Range) -> Outcome {
    let Some((base_year, base)) = baseline(case, measured) else {
        return Outcome::Undetermined;
    };
    // No rise: met outright.
    let no_rise = test(own, &Side::AtMost(base.clone()));
    if no_rise == Outcome::Met {
        return Outcome::Met;
    }
    let points = points(case, measured);
    let earlier = points.iter().find(|(y, _)| *y >= base_year - 10 && *y < base_year);
    let Some((early_year, early)) = earlier else {
        return Outcome::Undetermined;
    };
    let rise_before = (&base - early) / whole(i64::from(base_year - early_year));
    if rise_before <= whole(0) {
        // Level or falling before: any rise now is too much.
        return no_rise;
    }
    let edge = base + rise_before * whole(i64::from(measured - base_year));
    test(own, &Side::LessThan(edge))
}

/// Strictly better, or equal at the best natural limit.
pub fn better(case: &Case, new: &Range, old: &Range) -> Outcome {
    let (new, old, limit) = upwards(case, new, old);
    // Every pair better?
    let limit_point = limit.as_ref().map(Range::only);
    if limit_point.as_ref() == Some(&new) {
        return Outcome::Met;
    }
    let above = match (&new.low, &old.high) {
        (Some((n, n_in)), Some((o, o_in))) => n > o || (n == o && !(*n_in && *o_in)),
        _ => false,
    };
    // No pair better? Not if both may stand at the limit.
    let not_above = match (&new.high, &old.low) {
        (Some((n, n_in)), Some((o, o_in))) => {
            let both_at_limit = Some(n) == limit.as_ref() && n == o && *n_in && *o_in;
            n <= o && !both_at_limit
        }
        _ => false,
    };
    three(above, not_above)
}

/// Not worse, for every pair or for none.
pub fn not_worse(case: &Case, new: &Range, old: &Range) -> Outcome {
    let (new, old, _) = upwards(case, new, old);
    let never_below = match (&new.low, &old.high) {
        (Some((n, _)), Some((o, _))) => n >= o,
        _ => false,
    };
    let below = match (&new.high, &old.low) {
        (Some((n, n_in)), Some((o, o_in))) => n < o || (n == o && !(*n_in && *o_in)),
        _ => false,
    };
    three(never_below, below)
}

fn three(yes: bool, no: bool) -> Outcome {
    if yes {
        Outcome::Met
    } else if no {
        Outcome::NotMet
    } else {
        Outcome::Undetermined
    }
}

/// Both ranges and the best limit, turned round where less is better.
fn upwards(case: &Case, new: &Range, old: &Range) -> (Range, Range, Option<Q>) {
    if case.higher_is_better() {
        return (new.clone(), old.clone(), case.best_limit());
    }
    let turn = |r: &Range| Range {
        low: r.high.clone().map(|(q, i)| (-q, i)),
        high: r.low.clone().map(|(q, i)| (-q, i)),
    };
    (turn(new), turn(old), case.best_limit().map(|q| -q))
}
