//! Section 6: the standing, by the ordered list and the table.

use super::directions::broken_for_good;
use super::outlook::{fixed_side, number, outlook, start_met};
use super::values::*;
use super::verdict::{verdict, year_verdict};
use super::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// 达标
    Attained,
    /// 提前达标
    MetEarly,
    /// 保持达标
    Holding,
    /// 达标但有回落风险
    AtRisk,
    /// 预期可达标
    Expected,
    /// 进度放缓
    Slowing,
    /// 进度滞后
    Lagging,
    /// 预计达标困难
    Difficult,
    /// 未达标
    Missed,
    /// 未到期
    Pending,
    /// 无数据
    NoData,
    /// 无法判断
    Undetermined,
    /// 不适用
    NotApplicable,
    /// 不评价
    NotJudged,
}

pub fn standing(case: &Case) -> Standing {
    let answer = verdict(case);
    let year = case.effective_year();
    // 1.
    if answer == Outcome::NotJudged {
        return Standing::NotJudged;
    }
    // 2.
    if case.year < case.plan_first {
        return Standing::Pending;
    }
    // 3. The final verdict.
    if year >= case.due {
        return match answer {
            Outcome::Met => Standing::Attained,
            Outcome::NotMet => Standing::Missed,
            Outcome::NotApplicable => Standing::NotApplicable,
            Outcome::Undetermined => without_answer(case, year),
            // AMBIGUOUS D01 (6): nothing has fallen due by the due year (no election in the whole
            // plan). Taken: 未到期 (rule 6), for the list has no other word.
            Outcome::NotDue => Standing::Pending,
            Outcome::NotJudged => Standing::NotJudged,
        };
    }
    match answer {
        // 4.
        Outcome::NotApplicable => Standing::NotApplicable,
        // 5.
        Outcome::Undetermined => without_answer(case, year),
        // 6.
        Outcome::NotDue => Standing::Pending,
        Outcome::NotJudged => Standing::NotJudged,
        Outcome::Met => met(case),
        Outcome::NotMet => not_met(case, year),
    }
}

/// 5: 无数据 where the year's own value is missing, else 无法判断.
fn without_answer(case: &Case, year: i32) -> Standing {
    if own_value_is_missing(case, year) { Standing::NoData } else { Standing::Undetermined }
}

/// AMBIGUOUS D02 (6.5): "the year's own value" where an older measurement stands. Taken: the one
/// that stands. For windows of events: the assessed year's own count.
/// AMBIGUOUS D03 (6.5): targets over units. Taken: missing if not one unit of the roster (of all
/// units, without a roster) gives anything but silence; members that are 不适用 do not count.
/// A finding (conflict) is not a missing value.
fn own_value_is_missing(case: &Case, year: i32) -> bool {
    let events = matches!(case.timing, Timing::EachWindow { .. } | Timing::Once { .. });
    let measured = if events { Some(year) } else { standing_year(case, year) };
    let Some(measured) = measured else {
        return true;
    };
    if case.scope == Scope::Area {
        return reading_of(case, measured) == Reading::Missing;
    }
    let names: Vec<String> = match case.rosters.get(&measured) {
        Some(roster) => roster.iter().map(|(name, _)| name.clone()).collect(),
        None => case.units.keys().cloned().collect(),
    };
    names.iter().all(|name| {
        let cell = case.units.get(name).and_then(|series| series.get(&measured));
        match cell.map(|cell| read(case, cell)) {
            None | Some(Reading::Missing) | Some(Reading::NotApplicable) => true,
            Some(Reading::Exact(_) | Reading::Between(_) | Reading::Unusable) => false,
        }
    })
}

fn is_direction(case: &Case) -> bool {
    matches!(case.rule, Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower)
}

/// Did the bound hold at the baseline? Rules 7 and 8 of the list.
///
/// AMBIGUOUS D04 (4, 6): a later baseline (2020 unusable). Taken: it is the start. Exact values.
/// AMBIGUOUS D05 (6): targets over units. Taken: every unit met in 2020. Bounds that move and
/// counts of events have no start.
fn started_met(case: &Case) -> bool {
    let events = matches!(case.timing, Timing::EachWindow { .. } | Timing::Once { .. });
    if is_direction(case) || events || matches!(case.rule, Rule::HostBound { .. }) {
        return false;
    }
    if case.scope == Scope::EveryUnit {
        return year_verdict(case, case.baseline_year) == Outcome::Met;
    }
    match (fixed_side(case), baseline(case, case.effective_year())) {
        (Some(side), Some((_, base))) => start_met(case, &base, &number(&side)),
        _ => false,
    }
}

/// Duties that bind in each period, not only in the end.
///
/// AMBIGUOUS D06 (6.7, 6.8): per-term bounds and windows are not named. Taken: like every-year
/// targets, for each election and each window is judged by itself.
fn binds_each_period(case: &Case) -> bool {
    matches!(case.timing, Timing::EveryYear { .. } | Timing::EveryTerm { .. } | Timing::EachWindow { .. })
}

/// 7.
///
/// AMBIGUOUS D07 (6.7): moving bounds by the due year. Taken: 提前达标, the list of 保持达标 does
/// not name them.
fn met(case: &Case) -> Standing {
    if outlook(case).would_break {
        return Standing::AtRisk;
    }
    // A once-reached target that meets now has been reached now at the latest.
    let holds = binds_each_period(case)
        || case.timing == Timing::OnceReached
        || is_direction(case)
        || started_met(case);
    if holds { Standing::Holding } else { Standing::MetEarly }
}

/// 8 to 10.
fn not_met(case: &Case, year: i32) -> Standing {
    // 8. A word that cannot be mended: only once it is broken.
    // AMBIGUOUS D08 (6.8): 稳步 not met by mere equality with the baseline. Taken: can still be
    // mended, so 进度滞后. Left aside: 未达标 by the word alone.
    let moving = matches!(case.rule, Rule::NotBelow | Rule::InProportion(_) | Rule::HostBound { .. });
    let reached_before = case.timing == Timing::OnceReached
        && (case.baseline_year..year).any(|y| year_verdict(case, y) == Outcome::Met);
    let by_year = matches!(case.timing, Timing::ByYear | Timing::OnceReached);
    if binds_each_period(case)
        || reached_before
        || (by_year && started_met(case))
        || moving
        || (is_direction(case) && standing_year(case, year).is_some_and(|m| broken_for_good(case, m)))
    {
        return Standing::Missed;
    }
    // 9.
    if is_direction(case) {
        return Standing::Lagging;
    }
    let o = outlook(case);
    // AMBIGUOUS D09 (6.9): "a single value". Taken: one usable value since the baseline, the
    // baseline itself included; values before 2020 do not help.
    if !o.has_path || o.points_since_baseline < 2 {
        return Standing::Pending;
    }
    // 10.
    let on_or_ahead = o.distance.is_some_and(|d| d >= whole(0));
    match (on_or_ahead, o.reaches) {
        (true, true) => Standing::Expected,
        (true, false) => Standing::Slowing,
        (false, true) => Standing::Lagging,
        (false, false) => Standing::Difficult,
    }
}
