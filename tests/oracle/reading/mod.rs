//! A second, slow reading of how the plans' targets are judged, to compare the library with.
//!
//! Written from the page alone. Plain data, big rationals, one function for each thought, no
//! caches. Places where the page can be read in more than one way carry the mark `AMBIGUOUS Ann`
//! with the reading taken and the readings left aside.
#![expect(dead_code, reason = "the reading answers more than this test asks")]

pub mod directions;
pub mod fill;
pub mod generate;
pub mod outlook;
pub mod standing;
pub mod values;
pub mod verdict;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use std::collections::BTreeMap;

pub type Q = BigRational;

/// What one cell of a table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number in the unit of the case, exact, no counts behind it.
    Point(Q),
    /// Numerator and denominator as counted.
    Counts(u64, u64),
    /// Only known to lie between two ends; `true` = the end itself is possible. `None` = open.
    Interval { low: Option<(Q, bool)>, high: Option<(Q, bool)> },
    /// Any reason except 不适用.
    Missing,
    /// 不适用.
    NotApplicable,
    /// Two different values of one status, or an impossible one: a finding.
    Unusable,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub value: Value,
    /// 口径变化: from this year on another definition.
    pub break_before: bool,
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell { value, break_before: false }
    }
}

/// When a measurement is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Calendar {
    EveryYear,
    /// Due in the years `anchor + i * years` for every whole i, backwards too.
    Survey {
        years: i32,
        anchor: i32,
    },
    /// An election took place exactly in the years which have an entry (also a `Missing` one).
    Term,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnitOf {
    /// ％ (100), ‰ (1000), /10万 (100000): a part of a population.
    PartPer(u32),
    /// 每千名: a ratio of two kinds, per 1000; not ‰.
    PerThousand,
    Years,
    Hours,
    Minutes,
    /// Institutions, posts, meetings; class hours too (section 6 gives them no path).
    Whole,
    /// Money and other amounts.
    Amount,
    /// One number over another, 1：3.
    Ratio,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Qualifier {
    /// Also 明显 and 进一步.
    Plain,
    /// 逐步, 不断.
    Gradually,
    /// 稳步.
    Steadily,
    /// 持续.
    Sustained,
    /// 逐届.
    EachTerm,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    AtLeast(Q),
    AtMost(Q),
    MoreThan(Q),
    LessThan(Q),
    /// 左右. `printed_places` of the case is the finer of the digits of value and tolerance.
    Around {
        value: Q,
        tolerance: Q,
        higher_is_better: bool,
    },
    /// part : whole, e.g. (1, 3) for 三分之一 and (3, 1) for three midwives a bed.
    AtLeastRatio(u64, u64),
    /// 以…数据为基数下降 / 上升 percent.
    ChangedBy {
        percent: Q,
        lower_is_better: bool,
        since: i32,
    },
    /// A direction; a gap is a series of its own that falls.
    Improves {
        higher_is_better: bool,
        qualifier: Qualifier,
    },
    /// 合理控制.
    NotWorse {
        higher_is_better: bool,
    },
    /// 上升趋势减缓; less is better.
    RisesSlower,
    /// 不低于 the reference series.
    NotBelow,
    /// 相适应: at most this much below the reference series.
    InProportion(Q),
    /// Bound of each year in `host_bounds`.
    HostBound {
        higher_is_better: bool,
    },
    Monitored,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Timing {
    ByYear,
    EveryYear {
        from: i32,
    },
    OnceReached,
    EveryTerm {
        from: i32,
    },
    /// Events; `series` holds complete yearly counts, the rule is `AtLeast(n)`.
    EachWindow {
        from: i32,
        years: i32,
    },
    /// Events between both years; `due` of the case equals `by`.
    Once {
        from: i32,
        by: i32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scope {
    Area,
    EveryUnit,
    Pooled,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub rule: Rule,
    pub timing: Timing,
    pub scope: Scope,
    pub calendar: Calendar,
    /// Natural limits of the indicator.
    pub floor: Q,
    pub ceiling: Option<Q>,
    pub unit: UnitOf,
    pub printed_places: u32,
    /// 修约值比较法 instead of 全数值比较法.
    pub rounds: bool,
    pub plan_first: i32,
    pub baseline_year: i32,
    pub due: i32,
    /// The area's own values (scope `Area`) or the yearly counts of events.
    pub series: BTreeMap<i32, Cell>,
    pub reference: BTreeMap<i32, Cell>,
    /// Values by unit (scopes `EveryUnit`, `Pooled`).
    pub units: BTreeMap<String, BTreeMap<i32, Cell>>,
    /// Who should report, with the size (denominator) where it is known. No entry = unknown roster.
    pub rosters: BTreeMap<i32, Vec<(String, Option<u64>)>>,
    pub host_bounds: BTreeMap<i32, Q>,
    /// The assessed year.
    pub year: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Met,
    NotMet,
    Undetermined,
    NotApplicable,
    NotDue,
    NotJudged,
}

impl Case {
    /// The year that is really looked at: after the due year it is the due year (section 4).
    pub fn effective_year(&self) -> i32 {
        self.year.min(self.due)
    }

    /// Section 4, last line: an assessed year before the baseline year is an error. All functions
    /// here then answer as for any year before the plan; a caller asks this one first.
    pub fn year_is_an_error(&self) -> bool {
        self.year < self.baseline_year
    }

    /// Which way is good.
    pub fn higher_is_better(&self) -> bool {
        match &self.rule {
            Rule::AtLeast(_) | Rule::MoreThan(_) | Rule::AtLeastRatio(..) => true,
            Rule::AtMost(_) | Rule::LessThan(_) | Rule::RisesSlower => false,
            Rule::NotBelow | Rule::InProportion(_) | Rule::Monitored => true,
            Rule::ChangedBy { lower_is_better, .. } => !lower_is_better,
            Rule::Around { higher_is_better, .. }
            | Rule::Improves { higher_is_better, .. }
            | Rule::NotWorse { higher_is_better }
            | Rule::HostBound { higher_is_better } => *higher_is_better,
        }
    }

    /// The best value the indicator can take, if there is one (section 3).
    pub fn best_limit(&self) -> Option<Q> {
        if self.higher_is_better() { self.ceiling.clone() } else { Some(self.floor.clone()) }
    }

    /// `new − old`, turned so that positive is good (section 2, margin).
    pub fn gain(&self, new: &Q, old: &Q) -> Q {
        if self.higher_is_better() { new - old } else { old - new }
    }
}

pub fn whole(n: i64) -> Q {
    Q::from_integer(BigInt::from(n))
}

pub fn part(n: i64, d: i64) -> Q {
    Q::new(BigInt::from(n), BigInt::from(d))
}

/// "94.96" as an exact rational.
pub fn dec(text: &str) -> Q {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{before}{after}").parse().expect("a decimal");
    Q::new(digits, BigInt::from(10).pow(after.len() as u32))
}

/// Median of numbers; with an even count the mean of the two in the middle.
pub fn median(mut numbers: Vec<Q>) -> Option<Q> {
    if numbers.is_empty() {
        return None;
    }
    numbers.sort();
    let n = numbers.len();
    if n % 2 == 1 {
        Some(numbers[n / 2].clone())
    } else {
        Some((&numbers[n / 2 - 1] + &numbers[n / 2]) / whole(2))
    }
}

/// Median of the slopes of all pairs, real years between them (Theil-Sen).
pub fn median_slope(points: &[(i32, Q)]) -> Option<Q> {
    let mut slopes = Vec::new();
    for (i, (early, a)) in points.iter().enumerate() {
        for (late, b) in &points[i + 1..] {
            slopes.push((b - a) / whole(i64::from(late - early)));
        }
    }
    median(slopes)
}

/// Kleene AND of section 5. 不适用, not due and not judged drop out.
///
/// AMBIGUOUS A01 (5): what is left when everything drops out for different reasons. Taken: one
/// 不适用 is enough for 不适用, then not due, then not judged. The page only names 不适用 for all.
pub fn and(outcomes: &[Outcome]) -> Outcome {
    for answer in [
        Outcome::NotMet,
        Outcome::Undetermined,
        Outcome::Met,
        Outcome::NotApplicable,
        Outcome::NotDue,
        Outcome::NotJudged,
    ] {
        if outcomes.contains(&answer) {
            return answer;
        }
    }
    Outcome::NotApplicable
}

pub fn is_zero(q: &Q) -> bool {
    q.is_zero()
}
