//! The verdict: sections 2, 4 and 5. Direction words are in `directions.rs`.

use super::values::*;
use super::*;
use num_traits::One;

/// The verdict for one year by itself.
pub fn year_verdict(case: &Case, year: i32) -> Outcome {
    // 2 rule 11: monitored only.
    if case.rule == Rule::Monitored {
        return Outcome::NotJudged;
    }
    // 4, duties.
    match case.timing {
        Timing::EachWindow { from, years } => {
            if year < from {
                return Outcome::NotDue;
            }
            let first = year - (year - from).rem_euclid(years);
            return window(case, first, first + years - 1, year);
        }
        Timing::Once { from, by } => return window(case, from, by, year),
        _ => {}
    }
    // 2 rule 12: judged in every year that has a bound.
    // AMBIGUOUS A12 (2.12): a year without one. Taken: 不评价, by analogy with rule 11. Left
    // aside: undetermined, or not due.
    if matches!(case.rule, Rule::HostBound { .. }) && !case.host_bounds.contains_key(&year) {
        return Outcome::NotJudged;
    }
    let Some(measured) = standing_year(case, year) else {
        return Outcome::NotDue;
    };
    // 4, terms: not due only before the first election inside the plan.
    // AMBIGUOUS A13 (4): holds here for every target measured at elections, whatever its duty.
    if case.calendar == Calendar::Term {
        let first = match case.timing {
            Timing::EveryTerm { from } => from.max(case.plan_first),
            _ => case.plan_first,
        };
        if measured < first {
            return Outcome::NotDue;
        }
    }
    match case.scope {
        Scope::EveryUnit => every_unit(case, year, measured),
        _ => judge(case, year, measured),
    }
}

/// 5, units: one failing unit fails the target; all must be known and pass to meet it.
///
/// AMBIGUOUS A14 (5): the roster of which year, where an older measurement stands. Taken: the
/// roster of the year of measurement, and all units share the years of measurement.
/// AMBIGUOUS A15 (5): a failing unit outside a known roster. Taken: a finding, not counted.
fn every_unit(case: &Case, year: i32, measured: i32) -> Outcome {
    let nothing = BTreeMap::new();
    let one = |name: &str| {
        let mut alone = case.clone();
        alone.scope = Scope::Area;
        alone.series = case.units.get(name).unwrap_or(&nothing).clone();
        for y in entry_years(case) {
            alone.series.entry(y).or_insert(Value::Missing.into());
        }
        judge(&alone, year, measured)
    };
    match case.rosters.get(&measured) {
        Some(roster) => and(&roster.iter().map(|(name, _)| one(name)).collect::<Vec<_>>()),
        None => {
            let fails = case.units.keys().any(|name| one(name) == Outcome::NotMet);
            if fails { Outcome::NotMet } else { Outcome::Undetermined }
        }
    }
}

/// One series, one year.
fn judge(case: &Case, year: i32, measured: i32) -> Outcome {
    match &case.rule {
        Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower => {
            return directions::judge(case, measured);
        }
        _ => {}
    }
    let range = match reading_of(case, measured) {
        Reading::Missing | Reading::Unusable => return Outcome::Undetermined,
        Reading::NotApplicable => return Outcome::NotApplicable,
        Reading::Exact(q) => Range::only(&q),
        Reading::Between(range) => range,
    };
    match &case.rule {
        Rule::NotBelow => against_reference(case, measured, &range, &whole(0)),
        Rule::InProportion(tolerance) => against_reference(case, measured, &range, tolerance),
        _ => match side(case, year) {
            None => Outcome::Undetermined,
            Some(side) => test(&rounded(case, range), &side),
        },
    }
}

/// The good side of the bound in `year`; none where the bound is not known.
pub fn side(case: &Case, year: i32) -> Option<Side> {
    match &case.rule {
        // 2 rules 1 and 2.
        Rule::AtLeast(t) => Some(Side::AtLeast(t.clone())),
        Rule::AtMost(t) => Some(Side::AtMost(t.clone())),
        Rule::MoreThan(t) => Some(Side::MoreThan(t.clone())),
        Rule::LessThan(t) => Some(Side::LessThan(t.clone())),
        // 2 rule 4: lower edge, or upper edge where less is better.
        Rule::Around { value, tolerance, .. } => {
            Some(inclusive(case, if case.higher_is_better() { value - tolerance } else { value + tolerance }))
        }
        // 2 rules 5 and 6.
        Rule::AtLeastRatio(p, w) => {
            Some(Side::AtLeast(Q::new(BigInt::from(*p), BigInt::from(*w)) * factor(case.unit)))
        }
        // 2 rule 7: that very year, not zero, same definition.
        Rule::ChangedBy { percent, lower_is_better, since } => {
            let (_, base) = points(case, year).into_iter().find(|(y, _)| y == since)?;
            if base <= Q::from_integer(0.into()) {
                return None;
            }
            let share = percent / whole(100);
            let scale = if *lower_is_better { Q::one() - share } else { Q::one() + share };
            Some(inclusive(case, base * scale))
        }
        // 2 rule 12.
        Rule::HostBound { .. } => Some(inclusive(case, case.host_bounds.get(&year)?.clone())),
        _ => None,
    }
}

fn inclusive(case: &Case, bound: Q) -> Side {
    if case.higher_is_better() { Side::AtLeast(bound) } else { Side::AtMost(bound) }
}

/// 2 rule 9: reference of the same period.
///
/// AMBIGUOUS A16 (2.9): a reference that is 不适用. Taken: missing like any other, undetermined.
/// AMBIGUOUS A17 (2.9): a reference that is an interval. Taken: met or not met if every pair
/// agrees.
fn against_reference(case: &Case, measured: i32, range: &Range, tolerance: &Q) -> Outcome {
    let reference = match case.reference.get(&measured).map(|cell| read(case, cell)) {
        Some(Reading::Exact(q)) => Range::only(&q),
        Some(Reading::Between(r)) => r,
        _ => return Outcome::Undetermined,
    };
    let passes =
        reference.high.is_some_and(|(h, _)| test(range, &Side::AtLeast(h - tolerance)) == Outcome::Met);
    let fails = reference.low.is_some_and(|(l, possible)| {
        let edge = l - tolerance;
        let easiest = if possible { Side::AtLeast(edge) } else { Side::MoreThan(edge) };
        test(range, &easiest) == Outcome::NotMet
    });
    if passes {
        Outcome::Met
    } else if fails {
        Outcome::NotMet
    } else {
        Outcome::Undetermined
    }
}

/// 5: 修约值比较法 for bounds printed in ％, ‰, /10万 or per 1000, and only these.
///
/// AMBIGUOUS A18 (5): bounds given by the host. Taken: printed, not computed, so rounded to.
pub fn rounded(case: &Case, range: Range) -> Range {
    let printed = matches!(
        case.rule,
        Rule::AtLeast(_)
            | Rule::AtMost(_)
            | Rule::MoreThan(_)
            | Rule::LessThan(_)
            | Rule::Around { .. }
            | Rule::HostBound { .. }
    );
    let unit = matches!(case.unit, UnitOf::PartPer(_) | UnitOf::PerThousand);
    if !(case.rounds && printed && unit) {
        return range;
    }
    // Rounding never turns an order round, so the ends are enough. An end that is itself not
    // possible, lying half way, is rounded to its inner side.
    let end = |(q, possible): (Q, bool), inner_is_up: bool| {
        let step = Q::new(BigInt::one(), BigInt::from(10).pow(case.printed_places));
        let half_way = (&q / &step).fract() == part(1, 2);
        if half_way && !possible {
            let down = (&q / &step).floor() * &step;
            let up = &down + &step;
            (if inner_is_up { up } else { down }, true)
        } else {
            (half_even(&q, case.printed_places), true)
        }
    };
    Range { low: range.low.map(|l| end(l, true)), high: range.high.map(|h| end(h, false)) }
}

/// Once, half to even. Values are not negative.
pub fn half_even(q: &Q, places: u32) -> Q {
    let ten = Q::from_integer(BigInt::from(10).pow(places));
    let scaled = q * &ten;
    let below = scaled.floor().to_integer();
    let rest = &scaled - Q::from_integer(below.clone());
    let up = rest > part(1, 2)
        || (rest == part(1, 2) && !is_zero(&(Q::from_integer(below.clone()) / whole(2)).fract()));
    let result = if up { below + BigInt::one() } else { below };
    Q::from_integer(result) / ten
}

/// 4, duties: enough events between two years, both included. Silence is not zero.
///
/// AMBIGUOUS A19 (4): an open window in which enough has happened already. Taken: met (nothing
/// can undo it). Left aside: 未到期 as long as the window is open.
fn window(case: &Case, first: i32, last: i32, year: i32) -> Outcome {
    let Rule::AtLeast(needed) = &case.rule else {
        return Outcome::NotJudged;
    };
    let mut surely = whole(0);
    let mut at_most = Some(whole(0));
    let mut applies = false;
    for y in first..=last.min(year) {
        let reading = reading_of(case, y);
        applies |= reading != Reading::NotApplicable;
        let (low, high) = match reading {
            Reading::Exact(q) => (q.clone(), Some(q)),
            Reading::Between(r) => (r.low.map_or(whole(0), |(l, _)| l), r.high.map(|(h, _)| h)),
            Reading::NotApplicable => (whole(0), Some(whole(0))),
            Reading::Missing | Reading::Unusable => (whole(0), None),
        };
        surely += low;
        at_most = match (at_most, high) {
            (Some(a), Some(b)) => Some(a + b),
            _ => None,
        };
    }
    if surely >= *needed {
        Outcome::Met
    } else if year < last {
        Outcome::NotDue
    } else if !applies {
        Outcome::NotApplicable
    } else if at_most.is_some_and(|most| most < *needed) {
        Outcome::NotMet
    } else {
        Outcome::Undetermined
    }
}

/// The verdict of the assessed year.
pub fn verdict(case: &Case) -> Outcome {
    if case.rule == Rule::Monitored {
        return Outcome::NotJudged;
    }
    // 6, standing 2. AMBIGUOUS A20 (4, 6): the verdict (not the standing) of the baseline year.
    // Taken: not due. Left aside: the year's own comparison.
    if case.year < case.plan_first {
        return Outcome::NotDue;
    }
    let year = case.effective_year();
    if year >= case.due {
        return final_verdict(case);
    }
    match case.timing {
        Timing::EveryYear { from } if year < from => Outcome::NotDue,
        // AMBIGUOUS A21 (4): duties by windows before the end. Taken: the window that holds the
        // year speaks alone, earlier broken ones are listed. Left aside: AND over closed windows.
        _ => year_verdict(case, year),
    }
}

/// Section 4 at the due year.
fn final_verdict(case: &Case) -> Outcome {
    match case.timing {
        // By the due year: its value alone. Terms: the last election stands (逐届 itself looks at
        // every election, see `directions.rs`). Once: the closed window.
        Timing::ByYear | Timing::EveryTerm { .. } | Timing::Once { .. } => year_verdict(case, case.due),
        // Every year: AND of the years in which a measurement was due.
        Timing::EveryYear { from } => {
            let mut all = Vec::new();
            for y in from..=case.due {
                if measured_in(case, y) {
                    all.push(year_verdict(case, y));
                }
            }
            // AMBIGUOUS A22 (4): not one measurement due in the whole time. Taken: what stands.
            if all.is_empty() { year_verdict(case, case.due) } else { and(&all) }
        }
        Timing::OnceReached => once_reached(case),
        Timing::EachWindow { from, years } => {
            let mut all = Vec::new();
            let mut first = from;
            while first <= case.due {
                all.push(window(case, first, first + years - 1, case.due));
                first += years;
            }
            and(&all)
        }
    }
}

/// 4, once reached: the due year met and no breach after the first year that met it.
///
/// AMBIGUOUS A23 (4): silent years before the first known met one. Taken: a silent year may have
/// been the first that met or one that broke, so it leaves the end open whenever some way of
/// filling the gaps ends differently (the law that adding a value never turns met into not
/// met). Left aside: only gaps after the first known met year count.
/// AMBIGUOUS A24 (4): does the baseline year count as reached? Taken: yes if it is known to meet;
/// an unknown one does not open anything.
fn once_reached(case: &Case) -> Outcome {
    let last = year_verdict(case, case.due);
    let mut known = false;
    let mut possibly = false;
    if year_verdict(case, case.baseline_year) == Outcome::Met {
        known = true;
        possibly = true;
    }
    let mut broken = false;
    let mut possibly_broken = false;
    for y in case.plan_first..=case.due {
        if !measured_in(case, y) {
            continue;
        }
        let here = year_verdict(case, y);
        if here == Outcome::NotMet {
            broken |= known;
            possibly_broken |= possibly;
        }
        if here == Outcome::Undetermined {
            possibly_broken |= possibly;
            possibly = true;
        }
        if here == Outcome::Met {
            known = true;
            possibly = true;
        }
    }
    if last == Outcome::NotMet || broken {
        Outcome::NotMet
    } else if last == Outcome::Met && possibly_broken {
        Outcome::Undetermined
    } else {
        last
    }
}

/// The bound in `year` as a number, where the rule has one.
pub fn bound(case: &Case, year: i32, measured: i32) -> Option<Q> {
    let reference = || match read(case, case.reference.get(&measured)?) {
        Reading::Exact(q) => Some(q),
        _ => None,
    };
    match &case.rule {
        Rule::NotBelow => reference(),
        Rule::InProportion(tolerance) => Some(reference()? - tolerance),
        _ => match side(case, year)? {
            Side::AtLeast(t) | Side::MoreThan(t) | Side::AtMost(t) | Side::LessThan(t) => Some(t),
        },
    }
}

/// 2, margin: value minus bound, positive is good. No margin for intervals (5).
///
/// AMBIGUOUS A25 (2, 5): under 修约值比较法. Taken: the exact value. Left aside: the rounded one.
/// AMBIGUOUS A26 (2): targets over units, windows of events, directions (the baseline is no
/// bound). Taken: none. Left aside: the worst unit's, the count's, the distance to the baseline.
pub fn margin(case: &Case) -> Option<Q> {
    if case.scope == Scope::EveryUnit
        || matches!(case.timing, Timing::EachWindow { .. } | Timing::Once { .. })
    {
        return None;
    }
    let year = case.effective_year();
    if matches!(year_verdict(case, year), Outcome::NotDue | Outcome::NotJudged) {
        return None;
    }
    let measured = standing_year(case, year)?;
    match reading_of(case, measured) {
        Reading::Exact(value) => Some(case.gain(&value, &bound(case, year, measured)?)),
        _ => None,
    }
}
