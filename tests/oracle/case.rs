//! What a case is made of: plain data and big rationals.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed as _, Zero as _};
use std::collections::BTreeMap;

pub type Q = BigRational;
/// What was reported about one place, by year (for terms: the year of the election).
pub type Table = BTreeMap<i32, Cell>;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number in the unit of the indicator.
    Point(Q),
    /// Numerator and denominator.
    Counts(u64, u64),
    /// Between two ends, each with whether it is possible itself.
    Interval {
        low: Option<(Q, bool)>,
        high: Option<(Q, bool)>,
    },
    /// A row that says that nothing was reported.
    Missing,
    NotApplicable,
    /// Two different final values.
    Conflict,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub value: Value,
    /// 口径变化.
    pub new_definition: bool,
    pub provisional: bool,
    /// An earlier provisional value of the same cell, which the final one replaces.
    pub replaced: Option<Q>,
    /// The row names the indicator's own part of the population.
    pub names_part: bool,
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell { value, new_definition: false, provisional: false, replaced: None, names_part: false }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Calendar {
    Year,
    Every(i32),
    Term,
    /// In the years of a survey, which its rows name.
    Named,
    /// Events, counted in each year.
    Event,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Events,
    Share,
    Stock,
    ValueOnly,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    Percent,
    PerMille,
    Per100k,
    Per1000,
    Years,
    Hours,
    Minutes,
    /// 个: what comes whole.
    Count,
    Yuan,
    Ratio,
}

impl Unit {
    /// A rate is numerator over denominator, times this.
    pub fn factor(self) -> Q {
        whole(match self {
            Unit::Percent => 100,
            Unit::PerMille | Unit::Per1000 => 1000,
            Unit::Per100k => 100_000,
            _ => 1,
        })
    }

    pub fn takes_counts(self) -> bool {
        matches!(self, Unit::Percent | Unit::PerMille | Unit::Per100k | Unit::Per1000)
    }

    /// Section 6: the units in which a bound has an outlook.
    pub fn has_outlook(self) -> bool {
        !matches!(self, Unit::Count | Unit::Yuan | Unit::Ratio)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Qualifier {
    Plain,
    Gradually,
    Steadily,
    Sustained,
    EachTerm,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    AtLeast(Q),
    AtMost(Q),
    MoreThan(Q),
    LessThan(Q),
    /// 左右; the tolerance in the indicator's own unit, none: one percentage point.
    Around {
        value: Q,
        tolerance: Option<Q>,
        higher: bool,
    },
    AtLeastRatio(i64, i64),
    All,
    /// By a part of the value of `since`: 1/5 as a percentage or as a fraction.
    ChangedBy {
        part: Q,
        as_fraction: bool,
        higher: bool,
        since: i32,
    },
    ChangedEachYear {
        step: Q,
        higher: bool,
        since: i32,
    },
    Improves {
        higher: bool,
        qualifier: Qualifier,
    },
    NotWorse {
        higher: bool,
    },
    RisesSlower,
    NotBelow,
    /// 相适应; none: five percentage points.
    InProportion(Option<Q>),
    HostBound {
        higher: bool,
    },
    Monitored,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Timing {
    ByYear,
    Kept { from: i32 },
    EveryYear { from: i32 },
    ReachedAndKept,
    EveryTerm { from: i32 },
    EachWindow { from: i32, years: i32 },
    Once { from: i32 },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scope {
    Area,
    EveryUnit,
    Pooled,
}

/// The indicator is the gap between urban and rural of another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gap {
    None,
    Difference,
    Ratio,
}

#[derive(Clone, Debug)]
pub struct Case {
    pub rule: Rule,
    pub timing: Timing,
    pub due: i32,
    pub scope: Scope,
    pub calendar: Calendar,
    pub kind: Kind,
    pub unit: Unit,
    pub floor: Q,
    pub ceiling: Option<Q>,
    /// The indicator is that of the countryside alone.
    pub rural: bool,
    pub gap: Gap,
    /// The gap lies between the units: the largest less the smallest over the roster.
    pub gap_over_units: bool,
    /// Printed digits of the bound behind the point.
    pub places: u32,
    /// 修约值比较法.
    pub rounds: bool,
    pub broken_years: Option<usize>,
    pub area: Table,
    /// The second part of a gap.
    pub other: Table,
    /// Rows for the whole population, which a rural indicator does not read.
    pub whole_rows: BTreeMap<i32, Q>,
    pub reference: Table,
    pub units: BTreeMap<String, Table>,
    pub unit_references: BTreeMap<String, Table>,
    /// Who should report; the denominator where it is known.
    pub rosters: BTreeMap<i32, Vec<(String, Option<u64>)>>,
    pub host_bounds: BTreeMap<i32, Q>,
    /// Values by years that bend the path.
    pub milestones: BTreeMap<i32, Q>,
    /// Which way a host's bound of a monitored target points.
    pub host_higher: bool,
    /// The assessed year.
    pub year: i32,
}

pub const FIRST: i32 = 2021;
pub const BASE: i32 = 2020;
pub const ALPHA: f64 = 0.05;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Met,
    NotMet,
    Undetermined,
    NotApplicable,
    NotDue,
    NotJudged,
}

impl Case {
    /// A yearly percentage of one area, by 2030; the rest is set by whoever needs it otherwise.
    pub fn new(rule: Rule) -> Case {
        Case {
            rule,
            timing: Timing::ByYear,
            due: 2030,
            scope: Scope::Area,
            calendar: Calendar::Year,
            kind: Kind::ValueOnly,
            unit: Unit::Percent,
            floor: whole(0),
            ceiling: Some(whole(100)),
            rural: false,
            gap: Gap::None,
            gap_over_units: false,
            places: 0,
            rounds: false,
            broken_years: None,
            area: Table::new(),
            other: Table::new(),
            whole_rows: BTreeMap::new(),
            reference: Table::new(),
            units: BTreeMap::new(),
            unit_references: BTreeMap::new(),
            rosters: BTreeMap::new(),
            host_bounds: BTreeMap::new(),
            milestones: BTreeMap::new(),
            host_higher: true,
            year: 2024,
        }
    }

    /// Section 4: a year after the due year is treated as the due year.
    pub fn at(&self) -> i32 {
        self.year.min(self.due)
    }

    pub fn higher(&self) -> bool {
        match &self.rule {
            Rule::AtLeast(_) | Rule::MoreThan(_) | Rule::AtLeastRatio(..) | Rule::All => true,
            Rule::AtMost(_) | Rule::LessThan(_) | Rule::RisesSlower => false,
            Rule::NotBelow | Rule::InProportion(_) => true,
            Rule::Monitored => self.host_higher,
            Rule::Around { higher, .. }
            | Rule::ChangedBy { higher, .. }
            | Rule::ChangedEachYear { higher, .. }
            | Rule::Improves { higher, .. }
            | Rule::NotWorse { higher }
            | Rule::HostBound { higher } => *higher,
        }
    }

    /// `new` less `old`, positive where better.
    pub fn gain(&self, new: &Q, old: &Q) -> Q {
        if self.higher() { new - old } else { old - new }
    }

    /// Section 3: the best value the indicator can have.
    pub fn best(&self) -> Option<Q> {
        match self.gap {
            Gap::Difference => Some(whole(0)),
            Gap::Ratio => Some(whole(1)),
            Gap::None if self.higher() => self.ceiling.clone(),
            Gap::None => Some(self.floor.clone()),
        }
    }

    pub fn is_direction(&self) -> bool {
        matches!(self.rule, Rule::Improves { .. } | Rule::NotWorse { .. } | Rule::RisesSlower)
    }

    pub fn is_host(&self) -> bool {
        matches!(self.rule, Rule::HostBound { .. } | Rule::Monitored)
    }

    pub fn has_reference(&self) -> bool {
        matches!(self.rule, Rule::NotBelow | Rule::InProportion(_))
    }

    /// Section 6.8: bounds of a reference, of the host or by a yearly change hold in their year.
    pub fn bound_moves(&self) -> bool {
        self.is_host() || self.has_reference() || matches!(self.rule, Rule::ChangedEachYear { .. })
    }

    /// Windows and single deadlines: events are counted, no series is judged.
    pub fn counts_events(&self) -> bool {
        matches!(self.timing, Timing::EachWindow { .. } | Timing::Once { .. })
    }

    /// The units of which there is a row by then; later ones are not looked at.
    pub fn known_units(&self, by: i32) -> impl Iterator<Item = &String> {
        self.units.iter().filter(move |(_, rows)| rows.range(..=by).next().is_some()).map(|(name, _)| name)
    }

    /// Counts that chance has a part in.
    pub fn is_noisy(&self) -> bool {
        matches!(self.kind, Kind::Events | Kind::Share)
    }

    /// A word that cannot be mended once broken.
    pub fn cannot_be_mended(&self) -> bool {
        matches!(
            self.rule,
            Rule::Improves {
                qualifier: Qualifier::Steadily | Qualifier::Sustained | Qualifier::EachTerm,
                ..
            }
        )
    }
}

pub fn whole(n: i64) -> Q {
    Q::from_integer(BigInt::from(n))
}

pub fn part(n: i64, d: i64) -> Q {
    Q::new(BigInt::from(n), BigInt::from(d))
}

/// "-94.96" as an exact rational.
pub fn dec(text: &str) -> Q {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{before}{after}").parse().expect("a decimal");
    Q::new(digits * sign, BigInt::from(10).pow(u32::try_from(after.len()).unwrap()))
}

/// The number with at least so many digits behind the point.
pub fn printed(q: &Q, places: u32) -> String {
    for places in places..=20 {
        let scaled = q * Q::from_integer(BigInt::from(10).pow(places));
        if scaled.is_integer() {
            let width = places as usize + 1;
            let digits = format!("{:0>width$}", scaled.to_integer().abs().to_string());
            let (before, after) = digits.split_at(digits.len() - places as usize);
            let sign = if q.is_negative() { "-" } else { "" };
            let point = if places == 0 { "" } else { "." };
            return format!("{sign}{before}{point}{after}");
        }
    }
    panic!("{q} has no short decimal")
}

pub fn median(mut numbers: Vec<Q>) -> Option<Q> {
    numbers.sort();
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => None,
        n if n % 2 == 1 => Some(numbers[middle].clone()),
        _ => Some((&numbers[middle - 1] + &numbers[middle]) / whole(2)),
    }
}

/// Median of the slopes of all pairs, with the real years between them (Theil-Sen).
pub fn median_slope(points: &[(i32, Q)]) -> Option<Q> {
    let mut slopes = Vec::new();
    for (i, (early, a)) in points.iter().enumerate() {
        for (late, b) in &points[i + 1..] {
            slopes.push((b - a) / whole(i64::from(late - early)));
        }
    }
    median(slopes)
}

/// Kleene AND; what does not apply, is not due or not judged drops out.
pub fn and(outcomes: &[Outcome]) -> Outcome {
    use Outcome::{Met, NotApplicable, NotDue, NotJudged, NotMet, Undetermined};
    [NotMet, Undetermined, Met, NotApplicable, NotDue, NotJudged]
        .into_iter()
        .find(|answer| outcomes.contains(answer))
        .unwrap_or(NotApplicable)
}

pub fn is_zero(q: &Q) -> bool {
    q.is_zero()
}
