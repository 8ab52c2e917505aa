//! Random cases from a seed: small numbers that often hit bounds, ties, gaps, breaks and limits.

use crate::case::{
    BASE, Calendar, Case, Cell, Gap, Kind, Q, Qualifier, Rule, Scope, Table, Timing, Unit, Value, part, whole,
};
use crate::cells::{Reading, read};
use num_bigint::BigInt;
use num_traits::ToPrimitive as _;
use std::collections::BTreeMap;

/// xorshift64*, seeded through one step of splitmix.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Dice((z ^ (z >> 31)) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(u64::try_from(high - low + 1).unwrap())).unwrap()
    }

    fn year(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.between(i64::from(low), i64::from(high))).unwrap()
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()].clone()
    }
}

const LAST: i32 = 2031;

pub fn generate(seed: u64) -> Case {
    let dice = &mut Dice::new(seed);
    let mut case = match dice.below(22) {
        0..=5 => bound(dice),
        6 => changed(dice),
        7..=9 => direction(dice),
        10 => gap(dice),
        11 => reference(dice),
        12 => host(dice),
        13 => events(dice),
        14 | 15 => units(dice),
        16 | 17 => pooled(dice),
        18 | 19 => survey(dice),
        20 => terms(dice),
        _ => whole_number(dice),
    };
    below_the_ceiling(&mut case);
    case.year = match dice.below(10) {
        0 | 1 => case.due + dice.year(0, 1),
        2 => BASE,
        _ => dice.year(2021, case.due.min(2030) - 1).max(2021),
    };
    if case.gap_over_units {
        fill_units(dice, &mut case);
    } else {
        match case.scope {
            Scope::Area => fill_area(dice, &mut case),
            Scope::EveryUnit => fill_units(dice, &mut case),
            Scope::Pooled => fill_pool(dice, &mut case),
        }
    }
    case
}

/// A bound that no value, or every value, passes is refused; the ceiling may have come after the bound.
fn below_the_ceiling(case: &mut Case) {
    let limits = Case { rule: Rule::Monitored, ..case.clone() };
    let lower = |t: &mut Q| *t = keep(&limits, t.clone());
    match &mut case.rule {
        Rule::AtLeast(t) | Rule::AtMost(t) | Rule::LessThan(t) | Rule::MoreThan(t) => lower(t),
        Rule::Around { value, .. } => lower(value),
        _ => {}
    }
    case.host_bounds.values_mut().for_each(lower);
    case.rule = match std::mem::replace(&mut case.rule, Rule::Monitored) {
        Rule::MoreThan(t) if Some(&t) == case.ceiling.as_ref() => Rule::AtLeast(t),
        rule => rule,
    };
}

fn fill_area(dice: &mut Dice, case: &mut Case) {
    if !case.area.is_empty() {
        return;
    }
    let middle = middle(dice, case);
    let years = years(dice, case);
    case.area = series(dice, case, &middle, &years);
    if case.gap != Gap::None {
        let shift = step(case) * whole(dice.between(-4, 8));
        case.other = series(dice, case, &keep(case, &middle + shift), &years);
    }
    if case.has_reference() {
        let shift = match &case.rule {
            Rule::InProportion(tolerance) => tolerance.clone().unwrap_or_else(|| whole(5)),
            _ => whole(0),
        };
        case.reference = series(dice, case, &keep(case, &middle + shift), &years);
        for cell in case.reference.values_mut() {
            plain(cell);
        }
    }
    if case.rural {
        for year in [2021, 2024] {
            let off = step(case) * whole(dice.between(-9, 9));
            case.whole_rows.insert(year, keep(case, &middle + off));
        }
        for cell in case.area.values_mut() {
            cell.names_part = dice.one_in(2);
        }
    }
    let bends = matches!(case.rule, Rule::AtLeast(_) | Rule::AtMost(_)) && case.timing == Timing::ByYear;
    if bends && case.calendar == Calendar::Year && case.unit.has_outlook() && dice.one_in(10) {
        for year in [2023, 2026] {
            if dice.one_in(2) && year < case.due {
                let value = &middle + step(case) * whole(dice.between(-6, 2));
                case.milestones.insert(year, keep(case, value));
            }
        }
    }
}

/// A unit with the limits and the kind that go with it.
fn indicator(dice: &mut Dice, case: &mut Case) {
    (case.unit, case.ceiling, case.kind) = match dice.below(14) {
        0 | 1 => (Unit::Percent, Some(whole(100)), Kind::ValueOnly),
        2..=4 => (Unit::Percent, Some(whole(100)), Kind::Share),
        5 => (Unit::Percent, Some(whole(100)), Kind::Stock),
        6 => (Unit::Percent, None, Kind::ValueOnly),
        7..=9 => (Unit::PerMille, None, Kind::Events),
        10 => (Unit::Per100k, None, Kind::Events),
        11 => (Unit::Per1000, None, dice.pick(&[Kind::ValueOnly, Kind::Stock])),
        12 => (dice.pick(&[Unit::Years, Unit::Hours, Unit::Minutes]), None, Kind::ValueOnly),
        _ => (Unit::Yuan, None, Kind::ValueOnly),
    };
    if case.kind == Kind::Stock && case.unit == Unit::Per1000 {
        // A stock without limit: per 1000 of something else.
        case.ceiling = None;
    }
}

fn timing(dice: &mut Dice) -> Timing {
    match dice.below(10) {
        0..=4 => Timing::ByYear,
        5 | 6 => Timing::Kept { from: 2021 },
        7 => Timing::EveryYear { from: dice.pick(&[2021, 2022]) },
        _ => Timing::ReachedAndKept,
    }
}

fn due(dice: &mut Dice) -> i32 {
    dice.pick(&[2030, 2030, 2030, 2030, 2025, 2028])
}

/// The smallest step between two values.
fn step(case: &Case) -> Q {
    match case.unit {
        Unit::Count => whole(1),
        _ => Q::new(BigInt::from(1), BigInt::from(10).pow(case.places)),
    }
}

fn keep(case: &Case, q: Q) -> Q {
    match &case.ceiling {
        Some(ceiling) if q > *ceiling => ceiling.clone(),
        _ if q < case.floor => case.floor.clone(),
        _ => q,
    }
}

fn level(dice: &mut Dice, case: &Case) -> Q {
    let levels: &[i64] = match (case.unit, &case.ceiling) {
        (Unit::Count, _) => &[0, 1, 2, 3, 4],
        (Unit::Ratio, _) => &[1, 2, 3, 4],
        (Unit::PerMille, _) => &[2, 3, 5, 5, 12],
        (Unit::Per100k, _) => &[12, 12, 50, 300],
        (_, Some(_)) => &[0, 2, 5, 12, 30, 45, 50, 90, 95, 99, 100],
        _ => &[2, 5, 12, 50, 100],
    };
    let number = whole(dice.pick(levels));
    keep(case, number + step(case) * whole(dice.pick(&[0, 0, 0, 1, -1])))
}

fn bound(dice: &mut Dice) -> Case {
    let mut case = Case::new(Rule::Monitored);
    indicator(dice, &mut case);
    case.due = due(dice);
    case.timing = timing(dice);
    case.rounds = dice.one_in(3);
    case.places = u32::from(dice.one_in(2));
    let t = level(dice, &case);
    let events = case.kind == Kind::Events;
    case.rule = match if events { dice.between(4, 8) } else { dice.between(0, 12) } {
        0..=3 => Rule::AtLeast(t),
        4..=6 => Rule::AtMost(t),
        7 => Rule::AtMost(t),
        8 => Rule::LessThan(t),
        9 => Rule::MoreThan(t),
        10 | 11 => {
            let own = step(&case) * whole(dice.between(0, 3));
            let tolerance = if case.unit == Unit::Percent && dice.one_in(3) { None } else { Some(own) };
            Rule::Around { value: t, tolerance, higher: dice.one_in(2) }
        }
        _ if case.unit == Unit::Percent => dice.pick(&[Rule::AtLeastRatio(1, 3), Rule::All]),
        _ => Rule::AtLeast(t),
    };
    // A bound that no value passes is refused.
    case.rule = match case.rule {
        Rule::LessThan(t) if t == case.floor => Rule::AtMost(t),
        rule => rule,
    };
    if case.unit == Unit::Percent && dice.one_in(8) {
        case.rural = true;
    }
    if matches!(case.timing, Timing::Kept { .. } | Timing::ReachedAndKept) && dice.one_in(3) {
        case.broken_years = Some(usize::try_from(dice.between(1, 3)).unwrap());
    }
    case
}

fn changed(dice: &mut Dice) -> Case {
    let mut case = Case::new(Rule::Monitored);
    indicator(dice, &mut case);
    let higher = case.kind != Kind::Events && dice.one_in(4);
    if case.ceiling.is_some() && higher {
        case.ceiling = None;
        case.kind = Kind::ValueOnly;
    }
    case.rule = if dice.one_in(3) {
        Rule::ChangedEachYear { step: dice.pick(&[part(1, 2), whole(1), part(1, 5)]), higher, since: 2020 }
    } else {
        let as_fraction = dice.one_in(2);
        let parts = if as_fraction {
            vec![part(1, 6), part(1, 3)]
        } else {
            vec![part(1, 5), part(1, 10), part(1, 8)]
        };
        Rule::ChangedBy { part: dice.pick(&parts), as_fraction, higher, since: 2020 }
    };
    case.timing = match case.rule {
        Rule::ChangedEachYear { .. } => {
            dice.pick(&[Timing::ByYear, Timing::Kept { from: 2021 }, Timing::ReachedAndKept])
        }
        _ => dice.pick(&[Timing::ByYear, Timing::ByYear, Timing::ReachedAndKept]),
    };
    case
}

fn direction_rule(dice: &mut Dice) -> Rule {
    let higher = dice.one_in(2);
    let words = [Qualifier::Plain, Qualifier::Gradually, Qualifier::Steadily, Qualifier::Sustained];
    match dice.below(8) {
        0 => Rule::NotWorse { higher },
        1 => Rule::RisesSlower,
        _ => Rule::Improves { higher, qualifier: dice.pick(&words) },
    }
}

fn direction(dice: &mut Dice) -> Case {
    let mut case = Case::new(direction_rule(dice));
    indicator(dice, &mut case);
    if dice.one_in(5) {
        case.unit = Unit::Count;
        case.ceiling = None;
        case.kind = Kind::Stock;
    }
    if case.rule == Rule::RisesSlower && case.kind == Kind::Events {
        case.kind = Kind::ValueOnly;
    }
    case
}

fn gap(dice: &mut Dice) -> Case {
    let words = [Qualifier::Plain, Qualifier::Gradually, Qualifier::Plain, Qualifier::Steadily];
    let mut case = Case::new(Rule::Improves { higher: false, qualifier: dice.pick(&words) });
    if dice.one_in(4) {
        case.unit = Unit::Yuan;
        case.ceiling = None;
        case.gap = Gap::Ratio;
    } else {
        case.gap = Gap::Difference;
        (case.unit, case.ceiling, case.kind) = dice.pick(&[
            (Unit::Percent, Some(whole(100)), Kind::Share),
            (Unit::Percent, Some(whole(100)), Kind::ValueOnly),
            (Unit::PerMille, None, Kind::Events),
        ]);
    }
    // Between many units the page has no test of a change: bare values alone.
    if dice.one_in(4) {
        case.kind = Kind::ValueOnly;
        case.gap_over_units = true;
    }
    case
}

fn reference(dice: &mut Dice) -> Case {
    let mut case = Case::new(if dice.one_in(2) {
        Rule::NotBelow
    } else {
        Rule::InProportion(dice.pick(&[None, Some(whole(0)), Some(whole(3)), Some(part(1, 2))]))
    });
    case.kind = dice.pick(&[Kind::ValueOnly, Kind::Share, Kind::Stock]);
    case.timing = dice.pick(&[Timing::ByYear, Timing::Kept { from: 2021 }, Timing::ReachedAndKept]);
    case.places = 1;
    case.rounds = dice.one_in(4);
    case
}

fn host(dice: &mut Dice) -> Case {
    let higher = dice.one_in(2);
    let mut case = Case::new(if dice.one_in(2) { Rule::HostBound { higher } } else { Rule::Monitored });
    case.host_higher = higher;
    indicator(dice, &mut case);
    if case.kind == Kind::Events && case.higher() {
        case.kind = Kind::ValueOnly;
    }
    case.timing = dice.pick(&[
        Timing::ByYear,
        Timing::Kept { from: 2021 },
        Timing::EveryYear { from: 2021 },
        Timing::ReachedAndKept,
    ]);
    let start = level(dice, &case);
    if matches!(case.timing, Timing::Kept { .. } | Timing::ReachedAndKept) && dice.one_in(4) {
        case.broken_years = Some(usize::try_from(dice.between(1, 3)).unwrap());
    }
    if !dice.one_in(8) {
        for year in 2020..=LAST {
            if !dice.one_in(4) {
                let bound = &start + step(&case) * whole(dice.between(-2, 2));
                case.host_bounds.insert(year, keep(&case, bound));
            }
        }
    }
    case
}

/// Windows, single deadlines, something every year.
fn events(dice: &mut Dice) -> Case {
    let mut case = Case::new(Rule::AtLeast(whole(dice.between(1, 2))));
    case.unit = Unit::Count;
    case.ceiling = None;
    case.calendar = Calendar::Event;
    match dice.below(3) {
        0 => case.timing = Timing::EveryYear { from: 2022 },
        1 => case.timing = Timing::EachWindow { from: 2021, years: 5 },
        _ => {
            case.timing = Timing::Once { from: 2021 };
            case.due = dice.pick(&[2023, 2026, 2031]);
        }
    }
    let silence = dice.pick(&[1000, 8]);
    for year in 2021..=LAST {
        if !dice.one_in(silence) {
            let often = if matches!(case.timing, Timing::EveryYear { .. }) { 2 } else { 5 };
            let many = if dice.one_in(often) { dice.between(1, 2) } else { 0 };
            let many = if often == 2 { many + dice.between(0, 1) } else { many };
            case.area.insert(year, Value::Point(whole(many)).into());
        }
    }
    if case.area.is_empty() {
        case.area.insert(2021, Value::Point(whole(0)).into());
    }
    case
}

fn whole_number(dice: &mut Dice) -> Case {
    let mut case = Case::new(Rule::Monitored);
    case.unit = Unit::Count;
    case.ceiling = None;
    case.kind = dice.pick(&[Kind::Stock, Kind::ValueOnly]);
    case.due = due(dice);
    let t = whole(dice.between(1, 3));
    (case.rule, case.timing) = match dice.below(4) {
        // A prohibition.
        0 => (Rule::AtMost(whole(0)), Timing::EveryYear { from: 2022 }),
        1 => (Rule::AtLeast(t), Timing::Kept { from: 2021 }),
        _ => (Rule::AtLeast(t), Timing::ByYear),
    };
    case
}

fn survey(dice: &mut Dice) -> Case {
    let mut case = match dice.below(9) {
        0..=2 => bound(dice),
        3 => direction(dice),
        4 => changed(dice),
        5 => reference(dice),
        6 => host(dice),
        7 => pooled(dice),
        _ => units(dice),
    };
    if case.unit == Unit::Count || case.rural {
        case.unit = Unit::Percent;
        case.ceiling = Some(whole(100));
        case.kind = Kind::ValueOnly;
        case.rural = false;
    }
    case.calendar = Calendar::Every(dice.year(2, 5));
    if case.scope == Scope::Area && dice.one_in(4) {
        case.calendar = Calendar::Named;
    }
    case
}

fn terms(dice: &mut Dice) -> Case {
    let bounds = [20, 30, 33];
    let mut case = Case::new(match dice.below(8) {
        0..=2 => Rule::Improves { higher: !dice.one_in(4), qualifier: Qualifier::EachTerm },
        3 => Rule::NotBelow,
        4 => Rule::InProportion(dice.pick(&[None, Some(whole(2))])),
        5 => Rule::AtLeastRatio(1, 3),
        _ => Rule::AtLeast(whole(dice.pick(&bounds))),
    });
    case.kind = Kind::Stock;
    case.calendar = Calendar::Term;
    case.timing = Timing::EveryTerm { from: 2021 };
    if dice.one_in(3) {
        case.scope = Scope::EveryUnit;
    }
    case
}

/// The number the values dance around.
fn middle(dice: &mut Dice, case: &Case) -> Q {
    match &case.rule {
        Rule::AtLeast(t) | Rule::AtMost(t) | Rule::MoreThan(t) | Rule::LessThan(t) => t.clone(),
        Rule::Around { value, tolerance, higher } => {
            let tolerance = tolerance.clone().unwrap_or_else(|| whole(1));
            keep(case, if *higher { value - tolerance } else { value + tolerance })
        }
        Rule::AtLeastRatio(..) => part(333, 10),
        Rule::All => whole(100),
        Rule::HostBound { .. } | Rule::Monitored => {
            case.host_bounds.values().next().cloned().unwrap_or_else(|| level(dice, case))
        }
        _ if case.calendar == Calendar::Term => whole(30),
        _ => level(dice, case),
    }
}

/// Years with a row.
fn years(dice: &mut Dice, case: &Case) -> Vec<i32> {
    let mut years = Vec::new();
    match case.calendar {
        Calendar::Term => {
            let mut year = dice.year(2015, 2020);
            while year <= LAST {
                years.push(year);
                year += dice.pick(&[3, 5, 5]);
            }
        }
        Calendar::Every(_) | Calendar::Named => {
            let every = if let Calendar::Every(every) = case.calendar { every } else { dice.year(2, 5) };
            let mut year = dice.pick(&[2020, 2020, 2020, 2020 - every, 2019]);
            while year <= LAST {
                // What stood in 2020 from the year before is left out.
                if year != BASE - 1 {
                    years.push(year);
                }
                year += every * if dice.one_in(8) { 2 } else { 1 } - i32::from(dice.one_in(12));
            }
        }
        _ => {
            let holes = dice.pick(&[1000, 1000, 12, 5]);
            let history = dice.one_in(2);
            for year in 2015..=LAST {
                let old = year < BASE;
                if !(dice.one_in(holes) || (old && (!history || dice.one_in(3)))) {
                    years.push(year);
                }
            }
            // Usually there is a baseline.
            if !dice.one_in(8) && !years.contains(&BASE) {
                years.push(BASE);
                years.sort_unstable();
            }
        }
    }
    years
}

fn series(dice: &mut Dice, case: &Case, middle: &Q, years: &[i32]) -> Table {
    let counts = case.unit.takes_counts()
        && match case.kind {
            Kind::Events | Kind::Share => !dice.one_in(4),
            Kind::Stock => dice.one_in(2),
            Kind::ValueOnly => dice.one_in(8),
        };
    if counts { counted(dice, case, middle, years) } else { valued(dice, case, middle, years) }
}

fn valued(dice: &mut Dice, case: &Case, middle: &Q, years: &[i32]) -> Table {
    let step = step(case);
    let good = if case.higher() { 1 } else { -1 };
    let shape = dice.below(11);
    let away = match shape {
        // Lines and jumps need room before the bound.
        0 | 1 | 7 => dice.pick(&[10, 10, 10, 20, 5]),
        10 => 0,
        _ => dice.pick(&[0, 1, 2, 5, 10, 10, 20, -1, -5]),
    };
    let start = keep(case, middle - &step * whole(good * away));
    let span = whole(i64::from((case.due - BASE).max(1)));
    let (pace, nudge, wave) = (dice.between(-1, 3), dice.between(-1, 1), dice.pick(&[1, 3, 10, 30]));
    let mut walk = start.clone();
    let mut table = Table::new();
    for &year in years {
        let gone = whole(i64::from(year - BASE));
        let value = match shape {
            0 | 1 => {
                let line = &start + (middle - &start) * &gone / &span;
                let line = (line * whole(10)).round() / whole(10);
                if shape == 1 && year > BASE { line + &step * whole(nudge) } else { line }
            }
            2 => {
                walk += &step * whole(good * dice.between(0, 2));
                walk.clone()
            }
            3 | 4 => {
                walk += &step * whole(dice.between(-2, 2));
                walk.clone()
            }
            5 => {
                walk += &step * whole(good * pace);
                walk.clone()
            }
            // Sliding away.
            6 => {
                walk -= &step * whole(good * dice.between(0, 2));
                walk.clone()
            }
            7 => {
                if year < 2024 {
                    start.clone()
                } else {
                    middle.clone()
                }
            }
            8 => middle + &step * whole(dice.between(-1, 1)),
            9 => middle + &step * whole(dice.between(-wave, wave)),
            _ => middle.clone(),
        };
        let value = if case.unit == Unit::Count { value.round() } else { value };
        let mut cell = Cell::from(Value::Point(keep(case, value)));
        decorate(dice, case, &mut cell);
        table.insert(year, cell);
    }
    table
}

/// Counts as chance gives them around a level that moves, in places of several sizes.
fn counted(dice: &mut Dice, case: &Case, middle: &Q, years: &[i32]) -> Table {
    let n = match case.kind {
        Kind::Events => dice.pick(&[300_u64, 700, 700, 3000, 20000]),
        _ => dice.pick(&[20_u64, 60, 200, 200, 2000]),
    };
    let level = (middle / case.unit.factor()).to_f64().unwrap();
    let factor = [0.5, 0.7, 1.0, 1.0, 1.3, 2.0, 3.0];
    let (start, end) = (dice.pick(&factor), dice.pick(&factor));
    let steady = dice.one_in(3);
    let mut table = Table::new();
    for &year in years {
        let along = if steady { 0.0 } else { (f64::from(year - BASE) / 10.0).clamp(0.0, 1.0) };
        let many = start + (end - start) * along;
        // Of shares that shall rise, the shortfall is moved.
        let rate = if case.higher() && level > 0.5 { 1.0 - (1.0 - level) * many } else { level * many };
        let n = n + if dice.one_in(2) { dice.below(n / 5 + 1) } else { 0 };
        let mean = (n as f64 * rate.clamp(0.0, 1.0)).max(0.0);
        let spread = (mean * (1.0 - rate.clamp(0.0, 1.0))).sqrt();
        // Three throws of a die: near enough to chance.
        let throw: i64 = (0..3).map(|_| dice.between(-10, 10)).sum();
        let k = (mean + spread * throw as f64 / 10.0).round().max(0.0) as u64;
        let k = if case.ceiling.is_some() { k.min(n) } else { k };
        let mut cell = Cell::from(Value::Counts(k, n));
        if dice.one_in(60) {
            cell.value = Value::Missing;
        } else if dice.one_in(80) {
            let none = if case.gap == Gap::None { Value::Counts(0, 0) } else { Value::Missing };
            cell.value = dice.pick(&[none, Value::Counts(1, 0), Value::Conflict]);
        } else if dice.one_in(60) {
            cell.new_definition = true;
        } else if dice.one_in(50) {
            cell.provisional = true;
        }
        table.insert(year, cell);
    }
    table
}

/// What else a cell may be.
fn decorate(dice: &mut Dice, case: &Case, cell: &mut Cell) {
    let Value::Point(value) = cell.value.clone() else { return };
    let step = step(case);
    let terms = case.calendar == Calendar::Term;
    match dice.below(90) {
        0 | 1 => cell.value = Value::Missing,
        2 if !terms && case.gap == Gap::None && !matches!(case.calendar, Calendar::Every(_)) => {
            cell.value = Value::NotApplicable
        }
        3 => cell.value = Value::Conflict,
        4 => {
            if let Some(ceiling) = &case.ceiling {
                cell.value = Value::Point(ceiling + step);
            }
        }
        5..=7 if case.gap == Gap::None && case.unit != Unit::Count => {
            let end = |dice: &mut Dice| {
                let q = keep(case, &value + &step * whole(dice.between(-2, 2)));
                (!dice.one_in(4)).then(|| (q, dice.one_in(2)))
            };
            let (low, high) = (end(dice), end(dice));
            let ends = low.is_some() || high.is_some();
            let crossed = matches!((&low, &high), (Some(l), Some(h)) if l.0 >= h.0);
            let interval = Value::Interval { low, high };
            if ends && !crossed && matches!(read(case, &interval), Reading::Between { .. }) {
                cell.value = interval;
            }
        }
        8 | 9 => cell.new_definition = true,
        10 | 11 => cell.provisional = true,
        12 => cell.replaced = Some(keep(case, &value + step * whole(3))),
        _ => {}
    }
}

fn names(dice: &mut Dice, fewest: i64) -> Vec<String> {
    ["东", "南", "西", "北"]
        .iter()
        .take(usize::try_from(dice.between(fewest, 4)).unwrap())
        .map(|name| (*name).to_owned())
        .collect()
}

fn units(dice: &mut Dice) -> Case {
    let mut case = match dice.below(8) {
        0 | 1 => direction(dice),
        2 => host(dice),
        3 => reference(dice),
        _ => bound(dice),
    };
    case.rural = false;
    if case.unit == Unit::Count {
        case.kind = Kind::Stock;
    }
    case.scope = Scope::EveryUnit;
    case
}

fn fill_units(dice: &mut Dice, case: &mut Case) {
    let names = names(dice, if case.gap_over_units { 2 } else { 1 });
    let shared = years(dice, case);
    let middle = middle(dice, case);
    let good = if case.higher() { 1 } else { -1 };
    // A lucky case has nothing but passing values, else "met" would never come out.
    let lucky = dice.one_in(2);
    let silence = dice.pick(&[1000, 1000, 10]);
    for name in &names {
        let centre = if lucky { keep(case, &middle + step(case) * whole(good * 2)) } else { middle.clone() };
        let mut table = series(dice, case, &centre, &shared);
        table.retain(|_, _| !dice.one_in(silence));
        if case.calendar == Calendar::Term {
            for cell in table.values_mut() {
                cell.new_definition = false;
            }
        }
        case.units.insert(name.clone(), table);
        if case.has_reference() && dice.one_in(2) {
            let mut own = valued(dice, case, &middle, &shared);
            own.retain(|_, _| !dice.one_in(4));
            own.values_mut().for_each(plain);
            case.unit_references.insert(name.clone(), own);
        }
    }
    reference_of_the_area(dice, case, &middle, &shared);
    rosters(dice, case, &names, false, &shared);
}

fn reference_of_the_area(dice: &mut Dice, case: &mut Case, middle: &Q, years: &[i32]) {
    if case.has_reference() {
        case.reference = valued(dice, case, middle, years);
        case.reference.values_mut().for_each(plain);
    }
}

/// A reference without marks of its own.
fn plain(cell: &mut Cell) {
    cell.new_definition = false;
    cell.provisional = false;
    if cell.value == Value::NotApplicable || cell.value == Value::Counts(0, 0) {
        cell.value = Value::Missing;
    }
}

fn rosters(dice: &mut Dice, case: &mut Case, names: &[String], sizes: bool, years: &[i32]) {
    case.rosters = BTreeMap::new();
    let terms = case.calendar == Calendar::Term;
    let yearly = case.calendar == Calendar::Year;
    // Of surveys too the roster is that of the assessed year; a pool stands with its own.
    let each = yearly || terms || case.scope == Scope::EveryUnit;
    let unknown = if each { dice.pick(&[1000, 1000, 20, 4]) } else { 1000 };
    let moving = each && !case.is_direction() && !case.gap_over_units && dice.one_in(4);
    for year in 2010..=LAST {
        // Of assemblies, a roster belongs to an election.
        if dice.one_in(unknown) || (terms && !years.contains(&year)) {
            continue;
        }
        let mut roster: Vec<(String, Option<u64>)> = Vec::new();
        for name in names {
            // A name left out makes its values those of a unit that is not on the roster.
            if !(moving && dice.one_in(10)) {
                let size = (sizes && !dice.one_in(8)).then(|| dice.pick(&[1_u64, 3, 10, 100]));
                roster.push((name.clone(), size));
            }
        }
        if dice.one_in(80) && yearly && !case.gap_over_units {
            roster.clear();
        }
        case.rosters.insert(year, roster);
    }
}

fn pooled(dice: &mut Dice) -> Case {
    let mut case = match dice.below(9) {
        0..=2 => direction(dice),
        3 => changed(dice),
        4 => host(dice),
        5 => reference(dice),
        _ => bound(dice),
    };
    case.unit = Unit::Percent;
    case.ceiling = Some(whole(100));
    case.kind = dice.pick(&[Kind::Stock, Kind::Share]);
    case.rural = false;
    case.scope = Scope::Pooled;
    // More by a third of 90 % is more than there can be.
    if let Rule::ChangedBy { higher, .. } = &mut case.rule {
        *higher = false;
    }
    let low = |t: &mut Q| {
        if *t > whole(100) {
            *t = whole(90);
        }
    };
    match &mut case.rule {
        Rule::AtLeast(t) | Rule::AtMost(t) | Rule::LessThan(t) | Rule::MoreThan(t) => low(t),
        Rule::Around { value, .. } => low(value),
        _ => {}
    }
    case.host_bounds.values_mut().for_each(low);
    case
}

fn fill_pool(dice: &mut Dice, case: &mut Case) {
    let names = names(dice, 1);
    let shared = years(dice, case);
    let middle = middle(dice, case);
    let silence = dice.pick(&[1000, 1000, 12]);
    let breaks = dice.one_in(6);
    for name in &names {
        let mut table = counted(dice, case, &middle, &shared);
        for cell in table.values_mut() {
            cell.new_definition &= breaks;
        }
        table.retain(|_, _| !dice.one_in(silence));
        case.units.insert(name.clone(), table);
    }
    reference_of_the_area(dice, case, &middle, &shared);
    let sizes = dice.one_in(2);
    rosters(dice, case, &names, sizes, &shared);
}
