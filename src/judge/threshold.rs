//! One bound worked out once, for many values: each verdict is then a few comparisons of whole numbers.

use core::cmp::Ordering;
use core::fmt;
use core::marker::PhantomData;

use crate::data::{Missing, series::Series};
use crate::error::{Error, InvalidError, UnitError, message, name};
use crate::judge::{Evaluator, Method, Outcome, assess::NoBound};
use crate::plan::{Better, Bound, Calendar, Indicator, Rule, Target, Timing};
use crate::values::{
    Counts, Number, Quantity, Ratio, Year,
    unit::{FromCounts, Unit, UnitType},
};

/// So many digits after the point take the shortest way; longer ones are compared just as exactly.
const LIFTS: usize = 7;

/// A fixed bound, prepared: it judges one value after another without allocating, with the verdict that
/// [`Evaluator::assess`] gives to the same value ([`Assessment::year_outcome`](crate::judge::Assessment::year_outcome)).
///
/// It knows the limits of the indicator: what cannot be (a share above 100％, a numerator above its denominator, something
/// over zero, half a meeting) is undetermined, and 0 of 0 is not applicable. Settling several rows of one cell, statuses,
/// intervals, and joining years or units stay with [`Data`](crate::Data) and [`Evaluator`].
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::cases, Catalogue, Evaluator, Number, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
///
/// let verdict = twelve.judge(Number::literal("14.3"));
/// assert_eq!(verdict.outcome, Outcome::NotMet);
/// assert_eq!(verdict.margin_number().unwrap().to_string(), "-2.3");
/// assert_eq!(twelve.judge(Number::literal("12")).outcome, Outcome::Met);
/// // By the other method of GB/T 8170, 12.5 is rounded to 12 first.
/// let close = twelve.judge(Number::literal("12.5"));
/// assert_eq!((close.outcome, close.other), (Outcome::NotMet, Outcome::Met));
///
/// assert_eq!(twelve.judge_counts(cases(1).of(8_334)).outcome, Outcome::Met);
/// assert_eq!(twelve.judge_counts(cases(0).of(0)).outcome, Outcome::NotApplicable);
/// assert_eq!(twelve.judge_or_missing(None).outcome, Outcome::Undetermined);
/// # Ok::<(), dabiao::Error>(())
/// ```
///
/// ```
/// use dabiao::{data::Missing, indicators::MATERNAL_MORTALITY_RATIO, judge::{Method, Verdict}, values::Unit, Catalogue, Evaluator, Number, Outcome, Year};
/// use dabiao::{judge::TypedThreshold, values::{per_100k, per_mille, unit::Per100k}};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
/// let verdict: Verdict = twelve.by(Method::Rounded).judge(Number::literal("12.5"));
/// assert_eq!((verdict.outcome, verdict.margin().unwrap().to_string()), (Outcome::Met, "-0.5".into()));
/// assert_eq!(twelve.missing(Missing::NotApplicable).outcome, Outcome::NotApplicable);
/// assert_eq!((twelve.unit(), twelve.judge_quantity(per_mille("0.12"))?.outcome), (Unit::Per100k, Outcome::Met));
/// let typed: TypedThreshold<Per100k> = twelve.typed(MATERNAL_MORTALITY_RATIO)?;
/// assert_eq!(typed.judge(per_100k("12.1")).outcome, Outcome::NotMet);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    pub(crate) unit: Unit,
    pub(crate) better: Better,
    pub(crate) method: Method,
    pub(crate) full: Edge,
    pub(crate) rounded: Edge,
    floor: i64,
    ceiling: Option<i64>,
    /// The same as whole-number intervals: a value inside meets, or can be.
    meets: Interval,
    meets_rounded: Interval,
    possible: Interval,
    /// By what a mantissa of so many places is multiplied; zero where it is not prepared.
    lifts: [i64; LIFTS],
    /// All numbers above are multiplied by 10^places · part.
    places: u32,
    part: u32,
    step: u64,
    /// From a quotient to the unit; zero where no quotient is meant.
    per: u32,
    pub(crate) full_share: Share,
    pub(crate) rounded_share: Share,
    floor_share: Share,
    ceiling_share: Option<Share>,
    /// Whether the limits ask more of counts than that the numerator is not above the denominator.
    pub(crate) odd_limits: bool,
}

/// A limit in whole numbers, and whether it belongs to the good side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edge {
    scaled: i64,
    included: bool,
}

/// From one whole number to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Interval {
    low: i64,
    high: i64,
}

impl Interval {
    const fn has(self, value: i64) -> bool {
        // Both comparisons are cheaper than a branch between them.
        (self.low <= value) & (value <= self.high)
    }
}

/// A limit per 1, in lowest terms, the denominator positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    pub numerator: i64,
    pub denominator: i64,
    pub included: bool,
}

impl Share {
    fn of(limit: &Ratio, per: u32, included: bool) -> Option<Self> {
        let (numerator, denominator) = limit.over(&Ratio::whole(per.into()))?.lowest_terms()?;
        Some(Self {
            numerator: i64::try_from(numerator).ok()?,
            denominator: i64::try_from(denominator).ok()?,
            included,
        })
    }

    /// Numerator and limit brought to one denominator: their difference decides.
    #[inline]
    pub(crate) fn products(self, counts: Counts) -> (i128, i128) {
        // Each fits: 64 bits by 63.
        let have = i128::from(counts.numerator) * i128::from(self.denominator);
        (have, i128::from(self.numerator) * i128::from(counts.denominator))
    }

    #[inline]
    pub(crate) fn is_met(self, counts: Counts, better: Better) -> bool {
        let (have, need) = self.products(counts);
        match better {
            Better::Higher => (have > need) | (self.included & (have == need)),
            Better::Lower => (have < need) | (self.included & (have == need)),
        }
    }
}

/// The verdict on one value, and how far it lies from the bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// By the method of the settings.
    pub outcome: Outcome,
    /// By the other method of GB/T 8170; the same where the bound is none that values are rounded to.
    pub other: Outcome,
    /// The margin is `numerator · per / (denominator · step)`; a `per` of zero stands for none.
    per: u32,
    numerator: i128,
    denominator: u64,
    step: u64,
}

impl Verdict {
    /// A verdict without a value.
    #[inline]
    const fn plain(outcome: Outcome) -> Self {
        Self { outcome, other: outcome, per: 0, numerator: 0, denominator: 1, step: 1 }
    }

    /// Value minus bound in the indicator's unit, signed so that positive is good; exact by either method. `None` without a
    /// usable value.
    #[must_use]
    pub fn margin(&self) -> Option<Ratio> {
        if self.per == 0 {
            return None;
        }
        let steps = Ratio::quotient(self.numerator, self.denominator.into())?;
        Some(steps * Ratio::quotient(self.per.into(), self.step.into())?)
    }

    /// The same as a decimal, without allocating, where value and bound are decimals; `None` for counts and for a bound of a
    /// third.
    #[must_use]
    pub fn margin_number(&self) -> Option<Number> {
        let scale = u128::from(self.denominator) * u128::from(self.step);
        let mut places = scale.ilog10();
        if self.per != 1 || 10_u128.checked_pow(places) != Some(scale) {
            return None;
        }
        let mut mantissa = self.numerator;
        while places > 0 && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        Number::of_digits(mantissa, places)
    }
}

impl Evaluator<'_> {
    /// Prepares the bound of a target for many values of one year, of an area or of its units. The year matters only to
    /// bounds that the host gives for each year.
    ///
    /// # Errors
    /// For a rule without a fixed bound of its own: a change since a year, a direction, a comparison with another indicator, a
    /// bound that the host has not given, things that happen within several years; the message names the call to use instead.
    /// And as [`assess`](Self::assess).
    pub fn threshold(&self, target: &Target, year: Year) -> Result<Threshold, Error> {
        let no = |en: &'static str, zh: &'static str| {
            Err(InvalidError::new(name("threshold of", "目标的界限"), &target.id, message(en, zh)).into())
        };
        match target.rule {
            _ if target.rule.is_change() => {
                return no(
                    "its bound is taken from the value of a year: use `Evaluator::assess`",
                    "界限取自某年的数值，请用`Evaluator::assess`",
                );
            }
            Rule::NotBelow | Rule::InProportion { .. } => {
                return no(
                    "its bound is another indicator's value: use `Evaluator::assess`",
                    "界限是另一指标的数值，请用`Evaluator::assess`",
                );
            }
            _ if target.rule.is_direction() => {
                return no(
                    "it compares with the values of other years: use `Evaluator::assess`",
                    "要与其他年份比较，请用`Evaluator::assess`",
                );
            }
            _ => {}
        }
        let data = self.catalogue().data([]);
        let case = self.case(target, data.area_or_empty(""), year)?;
        let in_time =
            matches!(target.timing, Timing::EachWindow { .. } | Timing::Once { .. } | Timing::Within { .. });
        if in_time {
            return no(
                "what happens is counted over years and days: use `Evaluator::assess`",
                "所计事项跨年跨日，请用`Evaluator::assess`",
            );
        }
        let (series, due) = (Series::default(), target.timing.due());
        let required = match case.required(&series, None, year.min(due)) {
            Ok(required) => required,
            Err(NoBound::NotJudged) => {
                return no(
                    "no bound is given for the year: add one to `Settings::host_bounds`",
                    "当年没有给定界限，请加入`Settings::host_bounds`",
                );
            }
            Err(NoBound::Because(_)) => {
                return no(
                    "it has no fixed bound: use `Evaluator::assess`",
                    "没有固定的界限，请用`Evaluator::assess`",
                );
            }
        };
        let places = required.places.filter(|_| case.card.calendar != Calendar::Event);
        let rounded =
            places.map_or_else(|| required.bound.clone(), |places| required.bound.before_rounding(places));
        let limits = (case.card.floor, case.card.ceiling);
        let threshold =
            Threshold::prepared(&required.bound, &rounded, limits, case.card.unit, self.settings().method);
        let too_long = || {
            no(
                "its bound has too many digits to be prepared: use `Evaluator::assess`",
                "界限位数过多，请用`Evaluator::assess`",
            )
        };
        threshold.map_or_else(too_long, Ok)
    }
}

impl Threshold {
    fn prepared(
        full: &Bound,
        rounded: &Bound,
        (floor, ceiling): (Number, Option<Number>),
        unit: Unit,
        method: Method,
    ) -> Option<Self> {
        let better = full.better;
        let (floor, ceiling) = (floor.to_ratio(), ceiling.map(Number::to_ratio));
        // A third is no decimal: everything is multiplied by what is left of its denominator.
        let part = decimal_rest(&full.limit)?;
        let usual = u32::try_from(LIFTS - 1).ok()?;
        for places in (0..=usual).rev().chain(usual + 1..=18) {
            let step = i64::from(part).checked_mul(10_i64.checked_pow(places)?);
            let Some(step) = step else { continue };
            let scaled = |limit: &Ratio| {
                let scaled = limit * Ratio::whole(step.into());
                let whole = scaled.floor().filter(|_| scaled.floor() == scaled.ceiling())?;
                i64::try_from(whole).ok().filter(|whole| whole.unsigned_abs() < 1 << 62)
            };
            let edges =
                (scaled(&full.limit), scaled(&rounded.limit), scaled(&floor), ceiling.as_ref().map(scaled));
            let (Some(limit), Some(rounded_limit), Some(floor_limit), None | Some(Some(_))) = edges else {
                continue;
            };
            let ceiling_limit = edges.3.flatten();
            let edge = |scaled, bound: &Bound| Edge { scaled, included: bound.included };
            let (full_edge, rounded_edge) = (edge(limit, full), edge(rounded_limit, rounded));
            let mut lifts = [0; LIFTS];
            for (place, lift) in (0_u32..).zip(&mut lifts) {
                *lift = places.checked_sub(place).map_or(0, |power| i64::from(part) * 10_i64.pow(power));
            }
            let per = unit.per().unwrap_or(0);
            let share = |limit: &Ratio, included| Share::of(limit, per.max(1), included);
            return Some(Self {
                unit,
                better,
                method,
                full: full_edge,
                rounded: rounded_edge,
                floor: floor_limit,
                ceiling: ceiling_limit,
                meets: full_edge.interval(better),
                meets_rounded: rounded_edge.interval(better),
                possible: Interval { low: floor_limit, high: ceiling_limit.unwrap_or(i64::MAX) },
                lifts,
                places,
                part,
                step: step.unsigned_abs(),
                per,
                full_share: share(&full.limit, full.included)?,
                rounded_share: share(&rounded.limit, rounded.included)?,
                floor_share: share(&floor, true)?,
                ceiling_share: match &ceiling {
                    Some(ceiling) => Some(share(ceiling, true)?),
                    None => None,
                },
                odd_limits: floor.signum() > 0 || ceiling.is_some_and(|most| most < Ratio::whole(per.into())),
            });
        }
        None
    }

    /// The unit that numbers are taken to be in.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The same bound judged by another method.
    #[must_use]
    pub const fn by(self, method: Method) -> Self {
        Self { method, ..self }
    }

    /// Judges a number in the indicator's unit.
    #[must_use]
    #[inline]
    pub fn judge(&self, value: Number) -> Verdict {
        self.decide(value.mantissa(), value.places())
    }

    #[inline]
    fn decide(&self, mantissa: i128, places: u32) -> Verdict {
        let lift = self.lifts.get(places as usize).copied().unwrap_or(0);
        let value = i64::try_from(mantissa).ok().and_then(|value| value.checked_mul(lift));
        match value {
            Some(value) if lift != 0 && (places == 0 || !self.unit.is_whole()) => {
                if !self.possible.has(value) {
                    return Verdict::plain(Outcome::Undetermined);
                }
                let distance = i128::from(value) - i128::from(self.full.scaled);
                let (full, rounded) = (self.meets.has(value), self.meets_rounded.has(value));
                self.verdict(full, rounded, self.good(distance), 1)
            }
            _ => self.decide_long(mantissa, places),
        }
    }

    /// More digits than are prepared for.
    #[cold]
    #[inline(never)]
    fn decide_long(&self, mantissa: i128, places: u32) -> Verdict {
        let above = |limit: i64| self.order(mantissa, places, limit);
        let impossible = above(self.floor) == Ordering::Less
            || self.ceiling.is_some_and(|ceiling| above(ceiling) == Ordering::Greater)
            || (self.unit.is_whole() && 10_i128.checked_pow(places).is_none_or(|step| mantissa % step != 0));
        if impossible {
            return Verdict::plain(Outcome::Undetermined);
        }
        let meets = |edge: Edge| match (above(edge.scaled), self.better) {
            (Ordering::Equal, _) => edge.included,
            (order, Better::Higher) => order == Ordering::Greater,
            (order, Better::Lower) => order == Ordering::Less,
        };
        let (value, lift) = self.lifted(mantissa, places);
        let distance = lift.and_then(|lift| {
            let limit = i128::from(self.full.scaled).checked_mul(lift)?;
            Some((value?.checked_sub(limit)?, u64::try_from(lift).ok()?))
        });
        let (full, rounded) = (meets(self.full), meets(self.rounded));
        match distance {
            Some((distance, lift)) => self.verdict(full, rounded, self.good(distance), lift),
            None => Verdict { per: 0, ..self.verdict(full, rounded, 0, 1) },
        }
    }

    /// A value in the prepared steps, or in finer ones, and by how much finer they are; `None` beyond the machine's numbers.
    fn lifted(&self, mantissa: i128, places: u32) -> (Option<i128>, Option<i128>) {
        let value = mantissa.checked_mul(self.part.into());
        match self.places.checked_sub(places) {
            Some(power) => {
                let power = 10_i128.checked_pow(power);
                (value.zip(power).and_then(|(value, power)| value.checked_mul(power)), Some(1))
            }
            None => (value, 10_i128.checked_pow(places - self.places)),
        }
    }

    /// How a value lies to a prepared limit. What is beyond the machine's numbers is beyond the limit too.
    fn order(&self, mantissa: i128, places: u32, limit: i64) -> Ordering {
        let (value, lift) = self.lifted(mantissa, places);
        let limit_sign = i128::from(limit.signum());
        match (value, lift.and_then(|lift| i128::from(limit).checked_mul(lift))) {
            (Some(value), Some(limit)) => value.cmp(&limit),
            (Some(value), None) if limit_sign == 0 => value.cmp(&0),
            (Some(_), None) => 0.cmp(&limit_sign),
            (None, _) => mantissa.cmp(&0),
        }
    }

    #[inline]
    const fn good(&self, distance: i128) -> i128 {
        match self.better {
            Better::Higher => distance,
            Better::Lower => -distance,
        }
    }

    #[inline]
    fn verdict(&self, full: bool, rounded: bool, numerator: i128, denominator: u64) -> Verdict {
        let (first, second) = match self.method {
            Method::FullValue => (full, rounded),
            Method::Rounded => (rounded, full),
        };
        let word = |met| if met { Outcome::Met } else { Outcome::NotMet };
        Verdict { outcome: word(first), other: word(second), per: 1, numerator, denominator, step: self.step }
    }

    /// Judges a number in any unit that converts exactly.
    ///
    /// # Errors
    /// In a unit that does not.
    ///
    /// ```
    /// use dabiao::{values::Unit, Catalogue, Evaluator, Number, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    /// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
    /// let per_mille = twelve.judge_in(Number::literal("0.143"), Unit::PerMille)?;
    /// assert_eq!(per_mille, twelve.judge(Number::literal("14.3")));
    /// assert!(twelve.judge_in(Number::literal("0.143"), Unit::Years).is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[inline]
    pub fn judge_in(&self, value: Number, unit: Unit) -> Result<Verdict, Error> {
        if unit as u8 == self.unit as u8 {
            return Ok(self.judge(value));
        }
        self.convert(value, unit)
    }

    #[inline(never)]
    fn convert(&self, value: Number, unit: Unit) -> Result<Verdict, Error> {
        let Some((times, over)) = unit.factor(self.unit) else {
            let (expected, given) = (self.unit.symbol(), unit.symbol());
            return Err(UnitError { indicator: "threshold".into(), expected, given }.into());
        };
        // Both are powers of ten: the point moves. 28 digits times a hundred thousand fit.
        let mantissa = value.mantissa() * i128::from(times);
        Ok(self.decide(mantissa, value.places() + over.ilog10()))
    }

    /// Judges a typed quantity; a [`TypedThreshold`] refuses a wrong unit when the program is compiled.
    ///
    /// # Errors
    /// In a unit that does not convert.
    #[inline]
    pub fn judge_quantity<U: UnitType>(&self, value: Quantity<U>) -> Result<Verdict, Error> {
        self.judge_in(value.number(), U::UNIT)
    }

    /// Judges a numerator over a denominator, by cross-multiplication: nothing is divided.
    #[must_use]
    #[inline]
    pub fn judge_counts(&self, counts: Counts) -> Verdict {
        match self.counted(counts) {
            Some(outcome) => Verdict::plain(outcome),
            None => {
                let (full, rounded) = (self.full_share, self.rounded_share);
                let (have, need) = full.products(counts);
                let met = (full.is_met(counts, self.better), rounded.is_met(counts, self.better));
                let verdict = self.verdict(met.0, met.1, 0, counts.denominator);
                let step = full.denominator.unsigned_abs();
                match have.checked_sub(need) {
                    Some(distance) => {
                        Verdict { numerator: self.good(distance), per: self.per, step, ..verdict }
                    }
                    None => Verdict { per: 0, ..verdict },
                }
            }
        }
    }

    /// What counts are worth before they meet the bound: `None` if they can be judged.
    #[inline]
    pub(crate) fn counted(&self, counts: Counts) -> Option<Outcome> {
        let Counts { numerator, denominator } = counts;
        // Where no quotient is meant, counts say nothing.
        if denominator == 0 && numerator == 0 && self.per != 0 {
            return Some(Outcome::NotApplicable);
        }
        let above = self.ceiling.is_some() && numerator > denominator;
        let odd = self.odd_limits && self.is_outside(counts);
        (self.per == 0 || denominator == 0 || above || odd).then_some(Outcome::Undetermined)
    }

    #[cold]
    #[inline(never)]
    fn is_outside(&self, counts: Counts) -> bool {
        !self.floor_share.is_met(counts, Better::Higher)
            || self.ceiling_share.is_some_and(|most| !most.is_met(counts, Better::Lower))
    }

    /// Whether a numerator above its denominator is impossible.
    pub(crate) const fn is_bounded(&self) -> bool {
        self.ceiling.is_some()
    }

    /// Judges a number where there is one; a missing one is undetermined, and never zero.
    #[must_use]
    #[inline]
    pub fn judge_or_missing(&self, value: Option<Number>) -> Verdict {
        value.map_or(Verdict::plain(Outcome::Undetermined), |value| self.judge(value))
    }

    /// What a mark instead of a value gives: not applicable for 不适用, else undetermined.
    #[must_use]
    pub const fn missing(&self, why: Missing) -> Verdict {
        Verdict::plain(match why {
            Missing::NotApplicable => Outcome::NotApplicable,
            _ => Outcome::Undetermined,
        })
    }

    /// The bound that values are compared with by the method, in the indicator's unit, and whether it belongs to the good side.
    pub(crate) fn bound(&self, method: Method) -> Bound {
        let edge = if method == Method::Rounded { self.rounded } else { self.full };
        Bound { limit: self.unscaled(edge.scaled), better: self.better, included: edge.included }
    }

    /// The least and the greatest value there can be.
    pub(crate) fn limits(&self) -> (Ratio, Option<Ratio>) {
        (self.unscaled(self.floor), self.ceiling.map(|ceiling| self.unscaled(ceiling)))
    }

    fn unscaled(&self, scaled: i64) -> Ratio {
        Ratio::quotient(scaled.into(), self.step.into()).unwrap_or_else(Ratio::zero)
    }

    /// The same for values of a typed indicator.
    ///
    /// # Errors
    /// If the target measures in another unit.
    ///
    /// ```
    /// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::{cases, per_100k}, Catalogue, Evaluator, Outcome, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    /// let threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
    /// let twelve = threshold.typed(MATERNAL_MORTALITY_RATIO)?;
    /// assert_eq!(twelve.judge(per_100k("12.0")).outcome, Outcome::Met);
    /// assert_eq!(twelve.judge_counts(cases(1).of(823)).outcome, Outcome::NotMet);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    /// ```compile_fail,E0308
    /// # use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::percent, Catalogue, Evaluator, Year};
    /// # let catalogue = Catalogue::hangjin();
    /// # let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    /// # let threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024)).unwrap();
    /// let twelve = threshold.typed(MATERNAL_MORTALITY_RATIO).unwrap();
    /// twelve.judge(percent("0.012"));
    /// ```
    pub fn typed<U: UnitType>(self, indicator: Indicator<U>) -> Result<TypedThreshold<U>, Error> {
        if self.unit != U::UNIT {
            let (indicator, expected, given) = (indicator.id().into(), U::UNIT.symbol(), self.unit.symbol());
            return Err(UnitError { indicator, expected, given }.into());
        }
        Ok(TypedThreshold { threshold: self, unit: PhantomData })
    }
}

impl Edge {
    /// All values of the prepared steps that meet.
    const fn interval(self, better: Better) -> Interval {
        // The next step up or down is the first that meets an excluded bound.
        let inner = if self.included { 0 } else { 1 };
        match better {
            Better::Higher => Interval { low: self.scaled + inner, high: i64::MAX },
            Better::Lower => Interval { low: i64::MIN, high: self.scaled - inner },
        }
    }
}

/// A [`Threshold`] whose unit the compiler knows.
pub struct TypedThreshold<U> {
    threshold: Threshold,
    unit: PhantomData<fn() -> U>,
}

impl<U: UnitType> TypedThreshold<U> {
    /// Judges a quantity.
    #[must_use]
    #[inline]
    pub fn judge(&self, value: Quantity<U>) -> Verdict {
        self.threshold.judge(value.number())
    }

    /// Judges a numerator over a denominator.
    #[must_use]
    #[inline]
    pub fn judge_counts(&self, counts: Counts) -> Verdict
    where
        U: FromCounts,
    {
        self.threshold.judge_counts(counts)
    }

    /// Judges a quantity where there is one; a missing one is undetermined, and never zero.
    #[must_use]
    #[inline]
    pub fn judge_or_missing(&self, value: Option<Quantity<U>>) -> Verdict {
        self.threshold.judge_or_missing(value.map(Quantity::number))
    }

    /// Without the type.
    #[must_use]
    pub const fn threshold(&self) -> &Threshold {
        &self.threshold
    }
}

// Derives would ask the same of the tag, which has no values.
impl<U> Clone for TypedThreshold<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for TypedThreshold<U> {}

impl<U: UnitType> fmt::Debug for TypedThreshold<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TypedThreshold").field(&self.threshold).finish()
    }
}

/// What is left of the denominator in lowest terms without its twos and fives.
fn decimal_rest(value: &Ratio) -> Option<u32> {
    let (_, mut rest) = value.lowest_terms()?;
    for factor in [2, 5] {
        while rest % factor == 0 {
            rest /= factor;
        }
    }
    u32::try_from(rest).ok()
}
