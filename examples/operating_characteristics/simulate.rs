//! Made-up counties with a known truth, drawn from a fixed seed, and what each of their years is told.

use std::collections::BTreeMap;

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Rule, Standing, Target, Year,
    ahead::{Severity, SignalKind},
    plan::{Calendar, Clause, Commitment, IndicatorCard, IndicatorKind, Plan, Scope, Section, Timing},
    values::{Counts, Date, Disaggregation, Unit, Value},
};

/// The years in which a county is told something.
pub(crate) const YEARS: [i32; 9] = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029];

/// What is counted, and how it comes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// Deaths of so many births, per mille, at most 5.
    Infants(u64),
    /// Deaths of so many births, per 100,000, at most 12.
    Mothers(u64),
    /// So many persons, at least 90 per cent of them.
    Share(u64),
    /// The deaths of [`Kind::Infants`], told as a rate with one decimal and without counts.
    BareInfants(u64),
    /// A share told without counts, with a standard deviation in percentage points, at least 90.
    BareShare(f64),
}

/// How the truth moves from its level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Course {
    Constant,
    /// From twice the level at the start to the level in the ninth year.
    Improving,
    /// From half the level at the start to one and a half times it in the ninth year.
    Worsening,
}

/// A generator of 64 random bits (SplitMix64): the same everywhere, from one seed.
pub(crate) struct Dice(u64);

impl Dice {
    #[must_use]
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Between 0 and 1, never either.
    fn uniform(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    /// A count of events with this mean, by summing chances from none on.
    fn poisson(&mut self, mean: f64) -> u64 {
        let (mut left, mut count) = (self.uniform(), 0_u64);
        let mut chance = (-mean).exp();
        while left > chance && count < 100_000 {
            left -= chance;
            count += 1;
            chance *= mean / count as f64;
        }
        count
    }

    /// How many of so many, in parts of at most 500 so that the first chance is never too small for a float.
    fn binomial(&mut self, n: u64, p: f64) -> u64 {
        let (mut rest, mut count) = (n, 0);
        while rest > 0 {
            let part = rest.min(500);
            rest -= part;
            let (mut left, mut found) = (self.uniform(), 0_u64);
            let mut chance = (1.0 - p).powi(i32::try_from(part).unwrap_or(i32::MAX));
            while left > chance && found < part {
                left -= chance;
                chance *= (part - found) as f64 / (found + 1) as f64 * p / (1.0 - p);
                found += 1;
            }
            count += found;
        }
        count
    }

    /// From the normal distribution, with mean 0 and deviation 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        let (a, b) = (self.uniform(), self.uniform());
        (-2.0 * a.ln()).sqrt() * (core::f64::consts::TAU * b).cos()
    }
}

impl Kind {
    #[must_use]
    pub(crate) fn name(self) -> String {
        match self {
            Self::Infants(n) => format!("deaths of {n} births, at most 5‰"),
            Self::Mothers(n) => format!("deaths of {n} births, at most 12/10万"),
            Self::Share(n) => format!("a share of {n} persons, at least 90 ％"),
            Self::BareInfants(n) => format!("deaths of {n} births told as rates alone, at most 5‰"),
            Self::BareShare(noise) => {
                format!("a share without counts, noise of {noise} points, at least 90 ％")
            }
        }
    }

    /// Events expected at the bound in a year; of shares, those who may be missing.
    #[must_use]
    pub(crate) fn expected(self) -> f64 {
        match self {
            Self::Infants(n) | Self::BareInfants(n) => n as f64 * 0.005,
            Self::Mothers(n) => n as f64 * 0.000_12,
            Self::Share(n) => n as f64 * 0.1,
            Self::BareShare(_) => f64::INFINITY,
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::Infants(_) | Self::BareInfants(_) => Unit::PerMille,
            Self::Mothers(_) => Unit::Per100k,
            Self::Share(_) | Self::BareShare(_) => Unit::Percent,
        }
    }

    fn rule(self) -> Rule {
        match self {
            Self::Infants(_) | Self::BareInfants(_) => Rule::AtMost { value: Number::literal("5.0") },
            Self::Mothers(_) => Rule::AtMost { value: Number::literal("12") },
            Self::Share(_) | Self::BareShare(_) => Rule::AtLeast { value: Number::literal("90") },
        }
    }

    /// One year's cell where the truth is so many times the bound (of a share: of the shortfall that is allowed).
    fn draw(self, level: f64, dice: &mut Dice) -> Value {
        let counts = |numerator, denominator| Value::Counts(Counts { numerator, denominator });
        let number = |value: f64, places: usize| {
            Value::Number(format!("{value:.places$}").parse().unwrap_or(Number::ZERO))
        };
        match self {
            Self::Infants(n) | Self::Mothers(n) => counts(dice.poisson(self.expected() * level), n),
            Self::Share(n) => counts(n - dice.binomial(n, (0.1 * level).min(0.99)), n),
            Self::BareInfants(n) => {
                number(dice.poisson(self.expected() * level) as f64 / n as f64 * 1000.0, 1)
            }
            Self::BareShare(noise) => {
                number((100.0 - 10.0 * level + noise * dice.normal()).clamp(0.0, 100.0), 1)
            }
        }
    }
}

/// A plan with one target, ready to judge any number of counties.
pub(crate) struct Bench {
    catalogue: Catalogue,
    target: Target,
    kind: Kind,
}

/// What a county is told in a year.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) severity: Option<Severity>,
    pub(crate) standing: Standing,
    pub(crate) signals: Vec<(SignalKind, Option<Severity>)>,
    /// 变动20％: more than a fifth off the year before.
    pub(crate) fixed_change: bool,
    /// 变异系数30％ of the years so far.
    pub(crate) fixed_variation: bool,
    /// Behind the straight line from the start to the bound.
    pub(crate) behind: bool,
}

impl Bench {
    /// # Panics
    /// Never: the plan is a sound one.
    #[must_use]
    pub(crate) fn new(kind: Kind) -> Self {
        let literal = Year::literal;
        let plan = Plan {
            id: "made-up".into(),
            level: None,
            letter: "M".into(),
            zh: "自拟规划".into(),
            en: "made-up plan".into(),
            document: "（自拟）".into(),
            issued: Date::literal(2021, 1, 1),
            first: literal(2021),
            last: literal(2030),
            domains: vec!["甲".into()].into(),
            domains_en: vec![].into(),
            unit_kinds: vec![].into(),
        };
        let card = IndicatorCard {
            id: "main".into(),
            zh: "自拟指标".into(),
            en: "made-up indicator".into(),
            unit: kind.unit(),
            kind: match kind {
                Kind::Infants(_) | Kind::Mothers(_) | Kind::BareInfants(_) => IndicatorKind::Events,
                Kind::Share(_) | Kind::BareShare(_) => IndicatorKind::Share,
            },
            floor: Number::ZERO,
            ceiling: (kind.unit() == Unit::Percent).then(|| Number::from(100_u32)),
            calendar: Calendar::Year,
            disaggregation: Disaggregation::TOTAL,
            ..dabiao::indicators::INFANT_MORTALITY_RATE.card().clone()
        };
        let target = Target {
            id: "target".into(),
            plan: "made-up".into(),
            clause: Clause {
                section: Section::Goal, domain: 1, item: "1".into(), words: "（自拟）".into()
            },
            indicator: "main".into(),
            rule: kind.rule(),
            reference: None,
            timing: Timing::ByYear { due: literal(2030) },
            scope: Scope::Area,
            commitment: Commitment::Firm,
            note: None,
            valid: dabiao::plan::Validity::default(),
        };
        let mut catalogue = Catalogue::new();
        if let Err(error) = catalogue.add(plan, vec![card], vec![target.clone()]) {
            panic!("the made-up plan: {error:?}");
        }
        Self { catalogue, target, kind }
    }

    /// One county from 2020 on to 2029, or to 2030 where that is asked about, and what it is told in each of the years.
    ///
    /// # Panics
    /// Never: every cell is a sound one.
    #[must_use]
    pub(crate) fn run(&self, level: f64, course: Course, years: &[i32], dice: &mut Dice) -> Vec<Told> {
        let mut values = Vec::new();
        // The due year is drawn where it is asked about.
        let drawn = 10 + u32::from(years.contains(&2030));
        let rows = (0..drawn).map(|at| {
            let part = f64::from(at) / 9.0;
            let now = match course {
                Course::Constant => level,
                Course::Improving => level * (2.0 - part),
                Course::Worsening => level * (0.5 + part),
            };
            let value = self.kind.draw(now, dice);
            values.push(match value {
                Value::Counts(Counts { numerator, denominator }) => numerator as f64 / denominator as f64,
                Value::Number(number) => number.to_ratio().to_f64(),
                _ => 0.0,
            });
            let year = Year::new(2020 + i32::try_from(at).unwrap_or(0)).unwrap_or(Year::literal(2020));
            Observation::new("main", year, value, self.kind.unit())
        });
        let data = self.catalogue.data(rows.collect::<Vec<_>>());
        let evaluator = Evaluator::new(&self.catalogue);
        let told = years.iter().map(|at| {
            let year = Year::new(*at).unwrap_or(Year::literal(2020));
            let judged = match evaluator.judge(&self.target, data.area_or_empty(""), year) {
                Ok(judged) => judged,
                Err(error) => panic!("a made-up county: {error}"),
            };
            let so_far = &values[..=usize::try_from(at - 2020).unwrap_or(0)];
            let last = so_far[so_far.len() - 1];
            let before = so_far[so_far.len() - 2];
            let mean = so_far.iter().sum::<f64>() / so_far.len() as f64;
            let squares: f64 = so_far.iter().map(|value| (value - mean).powi(2)).sum();
            let deviation = (squares / (so_far.len() - 1) as f64).sqrt();
            let line = judged.outlook.as_ref().and_then(|outlook| outlook.distance.as_ref());
            Told {
                severity: judged.warnings.iter().filter_map(|warning| warning.severity).max(),
                standing: judged.standing,
                signals: judged.warnings.iter().map(|w| (w.signal.kind(), w.severity)).collect(),
                fixed_change: (last - before).abs() > 0.2 * before,
                fixed_variation: deviation > 0.3 * mean,
                behind: line.is_some_and(|distance| distance.signum() < 0),
            }
        });
        told.collect()
    }
}

/// How often something was said: in a year, and at least once in all the years of a county.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Often {
    pub(crate) years: u32,
    pub(crate) runs: u32,
}

/// How often each thing was said of so many counties.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) counties: u32,
    pub(crate) years: u32,
    pub(crate) said: BTreeMap<String, Often>,
    /// 警告 or more, by year.
    pub(crate) loud: BTreeMap<i32, u32>,
}

impl Summary {
    /// So many counties of one kind and truth.
    #[must_use]
    pub(crate) fn of(
        bench: &Bench,
        level: f64,
        course: Course,
        years: &[i32],
        counties: u32,
        seed: u64,
    ) -> Self {
        let mut dice = Dice::new(seed);
        let mut summary =
            Self { counties, years: u32::try_from(years.len()).unwrap_or(0), ..Self::default() };
        for _ in 0..counties {
            let told = bench.run(level, course, years, &mut dice);
            let mut once: BTreeMap<String, bool> = BTreeMap::new();
            for (year, told) in years.iter().zip(&told) {
                let mut said: Vec<String> = Vec::new();
                let mut say = |holds: bool, what: &str| {
                    if holds {
                        said.push(what.to_owned());
                    }
                };
                say(told.severity >= Some(Severity::Warning), "警告及以上");
                say(told.severity.is_some(), told.severity.map_or("", Severity::zh));
                say(true, told.standing.zh());
                say(told.fixed_change, "变动20％");
                say(told.fixed_variation, "变异系数30％");
                say(told.behind, "落后于序时进度");
                for (kind, severity) in &told.signals {
                    say(severity.is_some(), &format!("信号{}", kind.zh()));
                }
                said.sort();
                said.dedup();
                if told.severity >= Some(Severity::Warning) {
                    *summary.loud.entry(*year).or_default() += 1;
                }
                for what in said {
                    summary.said.entry(what.clone()).or_default().years += 1;
                    once.insert(what, true);
                }
            }
            for what in once.into_keys() {
                summary.said.entry(what).or_default().runs += 1;
            }
        }
        summary
    }

    /// The chance of something in a year and in all the years, in per cent.
    #[must_use]
    pub(crate) fn chances(&self, what: &str) -> (f64, f64) {
        let often = self.said.get(what).copied().unwrap_or_default();
        let all = f64::from(self.counties);
        (100.0 * f64::from(often.years) / (all * f64::from(self.years)), 100.0 * f64::from(often.runs) / all)
    }

    /// The chance of 警告 or more in one year, in per cent.
    #[must_use]
    pub(crate) fn loud_in(&self, year: i32) -> f64 {
        100.0 * f64::from(self.loud.get(&year).copied().unwrap_or(0)) / f64::from(self.counties)
    }
}
