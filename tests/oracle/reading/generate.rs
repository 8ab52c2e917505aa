//! Random cases from a seed: small numbers that hit bounds, ties, gaps, breaks and limits often.

use super::fill::fill;
use super::*;

/// What may occur; switch things off to find out which reading two programs differ in.
#[derive(Clone, Copy, Debug)]
pub struct Menu {
    pub intervals: bool,
    pub breaks: bool,
    pub not_applicable: bool,
    pub unusable: bool,
    pub missing: bool,
    pub counts: bool,
    pub rounding: bool,
    pub surveys: bool,
    pub terms: bool,
    /// The baseline year may lack a value.
    pub baseline_missing: bool,
    /// Values before the baseline year.
    pub history: bool,
    /// An assessed year before the baseline year (an error).
    pub year_before_baseline: bool,
}

impl Menu {
    pub const ALL: Menu = Menu {
        intervals: true,
        breaks: true,
        not_applicable: true,
        unusable: true,
        missing: true,
        counts: true,
        rounding: true,
        surveys: true,
        terms: true,
        baseline_missing: true,
        history: true,
        year_before_baseline: true,
    };
    /// Points and absent years only.
    pub const PLAIN: Menu = Menu {
        intervals: false,
        breaks: false,
        not_applicable: false,
        unusable: false,
        missing: false,
        counts: false,
        rounding: false,
        surveys: false,
        terms: false,
        baseline_missing: false,
        history: true,
        year_before_baseline: false,
    };
}

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
        low + self.below((high - low + 1) as u64) as i64
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64) as usize].clone()
    }
}

pub fn generate(seed: u64) -> Case {
    generate_with(seed, &Menu::ALL)
}

pub fn generate_with(seed: u64, menu: &Menu) -> Case {
    let mut dice = Dice::new(seed);
    let mut case = match dice.below(26) {
        0..=9 => bound(&mut dice, menu),
        20.. => on_the_way(&mut dice, menu),
        10 => changed_by(&mut dice),
        11..=14 => direction(&mut dice, menu),
        15 | 16 => reference(&mut dice, menu),
        17 => host(&mut dice),
        18 => events(&mut dice),
        _ => empty(Rule::Monitored),
    };
    case.year = if menu.year_before_baseline && dice.one_in(60) {
        2019
    } else if dice.one_in(5) {
        case.due + dice.between(0, 1) as i32
    } else {
        dice.between(2020, 2032) as i32
    };
    fill(&mut dice, menu, &mut case);
    case
}

fn empty(rule: Rule) -> Case {
    Case {
        rule,
        timing: Timing::ByYear,
        scope: Scope::Area,
        calendar: Calendar::EveryYear,
        floor: whole(0),
        ceiling: Some(whole(100)),
        unit: UnitOf::PartPer(100),
        printed_places: 0,
        rounds: false,
        plan_first: 2021,
        baseline_year: 2020,
        due: 2030,
        series: BTreeMap::new(),
        reference: BTreeMap::new(),
        units: BTreeMap::new(),
        rosters: BTreeMap::new(),
        host_bounds: BTreeMap::new(),
        year: 2024,
    }
}

/// Unit and limits that go together; bounds stay inside.
fn kind(dice: &mut Dice, case: &mut Case) {
    (case.unit, case.ceiling) = match dice.below(12) {
        0..=4 => (UnitOf::PartPer(100), Some(whole(100))),
        5 => (UnitOf::PartPer(100), None),
        6 => (UnitOf::PartPer(1000), None),
        7 => (UnitOf::PartPer(100_000), None),
        8 => (UnitOf::PerThousand, None),
        9 => (dice.pick(&[UnitOf::Years, UnitOf::Hours, UnitOf::Minutes]), None),
        10 => (UnitOf::Whole, None),
        _ => (UnitOf::Amount, None),
    };
}

fn calendar(dice: &mut Dice, menu: &Menu, case: &mut Case) {
    if menu.surveys && dice.one_in(8) {
        case.calendar = Calendar::Survey {
            years: dice.between(2, 5) as i32,
            anchor: dice.pick(&[2020, 2020, 2020, 2018, 2021]),
        };
    } else if menu.terms && dice.one_in(10) {
        case.calendar = Calendar::Term;
    }
}

fn bound(dice: &mut Dice, menu: &Menu) -> Case {
    let mut case = empty(Rule::Monitored);
    kind(dice, &mut case);
    case.due = dice.pick(&[2030, 2030, 2030, 2030, 2025, 2028, 2031]);
    if case.unit != UnitOf::Whole && dice.one_in(2) {
        case.printed_places = 1;
    }
    let t = level(dice, &case);
    let higher = dice.one_in(2);
    case.rule = match dice.below(12) {
        0..=3 => Rule::AtLeast(t),
        4..=6 => Rule::AtMost(t),
        7 => Rule::MoreThan(t),
        8 => Rule::LessThan(t),
        9 | 10 => Rule::Around {
            tolerance: step(&case) * whole(dice.between(0, 3)),
            value: t,
            higher_is_better: higher,
        },
        _ => {
            case.unit = dice.pick(&[UnitOf::Ratio, UnitOf::PartPer(100)]);
            case.ceiling = (case.unit != UnitOf::Ratio).then(|| whole(100));
            let ratio = if case.unit == UnitOf::Ratio { (3, 1) } else { (1, 3) };
            Rule::AtLeastRatio(ratio.0, ratio.1)
        }
    };
    case.rounds = menu.rounding && dice.one_in(3);
    calendar(dice, menu, &mut case);
    case.timing = match dice.below(6) {
        0..=2 => Timing::ByYear,
        3 => Timing::EveryYear { from: 2021 },
        4 => Timing::OnceReached,
        _ => Timing::EveryYear { from: dice.pick(&[2021, 2022, 2023]) },
    };
    if case.calendar == Calendar::Term && dice.one_in(2) {
        case.timing = Timing::EveryTerm { from: 2021 };
    }
    case.scope = match dice.below(8) {
        0..=4 => Scope::Area,
        5 | 6 => Scope::EveryUnit,
        _ => Scope::Pooled,
    };
    if case.scope == Scope::Pooled {
        case.unit = UnitOf::PartPer(100);
        case.ceiling = Some(whole(100));
        if let Rule::AtLeastRatio(..) = case.rule {
            case.rule = Rule::AtLeastRatio(1, 3);
        }
    }
    case
}

/// The plainest target with a path, so that the table of section 6 is reached often.
fn on_the_way(dice: &mut Dice, menu: &Menu) -> Case {
    let mut case = bound(dice, menu);
    if matches!(case.unit, UnitOf::Whole | UnitOf::Amount | UnitOf::Ratio) {
        case.unit = UnitOf::PartPer(100);
        case.ceiling = None;
    }
    if let Rule::AtLeastRatio(..) = case.rule {
        case.rule = Rule::AtLeastRatio(1, 3);
    }
    case.timing = dice.pick(&[Timing::ByYear, Timing::ByYear, Timing::OnceReached]);
    case.scope = Scope::Area;
    case.calendar = Calendar::EveryYear;
    case
}

fn changed_by(dice: &mut Dice) -> Case {
    let mut case = empty(Rule::ChangedBy {
        percent: dice.pick(&[whole(20), whole(10), whole(50), part(25, 2)]),
        lower_is_better: !dice.one_in(4),
        since: 2020,
    });
    kind(dice, &mut case);
    case.timing = dice.pick(&[Timing::ByYear, Timing::ByYear, Timing::OnceReached]);
    case
}

fn direction(dice: &mut Dice, menu: &Menu) -> Case {
    let higher_is_better = dice.one_in(2);
    let word = dice.pick(&[
        Qualifier::Plain,
        Qualifier::Gradually,
        Qualifier::Steadily,
        Qualifier::Sustained,
        Qualifier::EachTerm,
    ]);
    let word = if word == Qualifier::EachTerm && !menu.terms { Qualifier::Plain } else { word };
    let mut case = empty(match dice.below(8) {
        0 => Rule::NotWorse { higher_is_better },
        1 => Rule::RisesSlower,
        _ => Rule::Improves { higher_is_better, qualifier: word },
    });
    kind(dice, &mut case);
    if dice.one_in(6) {
        // A gap as a ratio of amounts: its best value is 1.
        case.unit = UnitOf::Ratio;
        case.floor = whole(1);
        case.ceiling = None;
        if let Rule::Improves { higher_is_better, .. } | Rule::NotWorse { higher_is_better } = &mut case.rule
        {
            *higher_is_better = false;
        }
    }
    if let Rule::Improves { qualifier: Qualifier::EachTerm, .. } = case.rule {
        case.calendar = Calendar::Term;
        case.timing = Timing::EveryTerm { from: 2021 };
    } else if menu.surveys && dice.one_in(8) {
        case.calendar = Calendar::Survey { years: 3, anchor: dice.pick(&[2020, 2020, 2018]) };
    }
    if let Rule::NotWorse { .. } = case.rule
        && dice.one_in(2)
    {
        case.timing = Timing::EveryYear { from: 2021 };
    }
    case
}

fn reference(dice: &mut Dice, menu: &Menu) -> Case {
    let mut case =
        empty(if dice.one_in(2) { Rule::NotBelow } else { Rule::InProportion(whole(dice.between(0, 5))) });
    case.printed_places = 1;
    if menu.terms && dice.one_in(2) {
        case.calendar = Calendar::Term;
        case.timing = Timing::EveryTerm { from: 2021 };
    } else if dice.one_in(2) {
        case.timing = Timing::EveryYear { from: 2021 };
    }
    case.rounds = menu.rounding && dice.one_in(3);
    case
}

fn host(dice: &mut Dice) -> Case {
    let mut case = empty(Rule::HostBound { higher_is_better: dice.one_in(2) });
    kind(dice, &mut case);
    case.timing = dice.pick(&[Timing::ByYear, Timing::EveryYear { from: 2021 }]);
    let start = level(dice, &case);
    for year in 2020..=2032 {
        if !dice.one_in(3) {
            let bound = &start + step(&case) * whole(dice.between(-3, 3));
            case.host_bounds.insert(year, keep_inside(&case, bound));
        }
    }
    case
}

fn events(dice: &mut Dice) -> Case {
    let mut case = empty(Rule::AtLeast(whole(dice.between(1, 2))));
    case.unit = UnitOf::Whole;
    case.ceiling = None;
    case.timing = match dice.below(3) {
        0 => Timing::EveryYear { from: 2022 },
        1 => Timing::EachWindow { from: 2021, years: 5 },
        _ => Timing::Once { from: 2021, by: dice.pick(&[2022, 2026, 2031]) },
    };
    if let Timing::Once { by, .. } = case.timing {
        case.due = by;
    }
    case
}

/// The smallest step between two values of the case.
pub fn step(case: &Case) -> Q {
    match case.unit {
        UnitOf::Whole => whole(1),
        _ => Q::new(BigInt::from(1), BigInt::from(10).pow(case.printed_places)),
    }
}

/// A bound or a starting value.
pub fn level(dice: &mut Dice, case: &Case) -> Q {
    let number = match (case.unit, &case.ceiling) {
        (UnitOf::Whole, _) => whole(dice.between(0, 4)),
        (UnitOf::Ratio, _) => whole(dice.between(1, 4)),
        (_, Some(_)) => whole(dice.pick(&[0, 2, 5, 12, 30, 45, 50, 90, 95, 99, 100])),
        _ => whole(dice.pick(&[0, 2, 5, 12, 50, 100])),
    };
    let shifted = number + step(case) * whole(dice.pick(&[0, 0, 0, 1, -1]));
    keep_inside(case, shifted)
}

pub fn keep_inside(case: &Case, q: Q) -> Q {
    match &case.ceiling {
        Some(c) if q > *c => c.clone(),
        _ if q < case.floor => case.floor.clone(),
        _ => q,
    }
}
