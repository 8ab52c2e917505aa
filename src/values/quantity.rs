//! Numbers with their unit, and counts: the forms in which a value is given.

use core::fmt;
use core::marker::PhantomData;

use crate::error::{Error, InvalidError, message, name};
use crate::values::{
    Number, Ratio,
    unit::{self, FromCounts, Unit, UnitType},
};

/// A number in a unit that the compiler knows.
///
/// ```
/// use dabiao::values::{per_100k, percent};
/// assert_eq!(percent("97.30").to_string(), "97.30%");
/// assert_eq!(per_100k("12").to_string(), "12/10万");
/// ```
/// Numbers in different units are different types:
/// ```compile_fail,E0308
/// use dabiao::values::{per_mille, percent};
/// let _ = percent("5.0") == per_mille("5.0");
/// ```
///
/// ```
/// use dabiao::{values::{percent, unit::Percent, Quantity, Unit}, Number};
/// let read = Quantity::<Percent>::new("97.30".parse()?);
/// assert_eq!((read, read.unit(), read.number()), (percent("97.3"), Unit::Percent, Number::literal("97.3")));
/// # Ok::<(), dabiao::Error>(())
/// ```
pub struct Quantity<U> {
    number: Number,
    unit: PhantomData<fn() -> U>,
}

impl<U: UnitType> Quantity<U> {
    /// The number in the unit.
    #[must_use]
    pub const fn new(number: Number) -> Self {
        Self { number, unit: PhantomData }
    }

    /// The number alone.
    #[must_use]
    #[inline]
    pub const fn number(self) -> Number {
        self.number
    }

    /// The unit as a value.
    #[must_use]
    pub const fn unit(self) -> Unit {
        U::UNIT
    }
}

// Derives would ask the same of the tag, which has no values.
impl<U> Clone for Quantity<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Quantity<U> {}

impl<U> PartialEq for Quantity<U> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<U> Eq for Quantity<U> {}

impl<U: UnitType> fmt::Debug for Quantity<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<U: UnitType> fmt::Display for Quantity<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, U::UNIT.symbol())
    }
}

macro_rules! literals {
    ($($name:ident $unit:ident $example:literal;)+) => { $(
        #[doc = concat!("A literal in [`unit::", stringify!($unit), "`]: `", $example, "`.")]
        ///
        /// # Panics
        /// On a text that is no number; in a `const` that fails the build. At run time parse a [`Number`].
        #[must_use]
        #[track_caller]
        pub const fn $name(text: &str) -> Quantity<unit::$unit> {
            Quantity::new(Number::literal(text))
        }
    )+ };
}

literals! {
    percent Percent "percent(\"97.3\")";
    per_mille PerMille "per_mille(\"5.0\")";
    per_10k Per10k "per_10k(\"10.40\")";
    per_100k Per100k "per_100k(\"12\")";
    per_1000 Per1000 "per_1000(\"1.12\")";
    quotient Quotient "quotient(\"3\")";
    count Count "count(\"1\")";
    persons Persons "persons(\"2\")";
    hours_per_day HoursPerDay "hours_per_day(\"10\")";
    class_hours ClassHours "class_hours(\"12\")";
    minutes Minutes "minutes(\"10\")";
    years Years "years(\"80.88\")";
    school_years SchoolYears "school_years(\"9.5\")";
    yuan Yuan "yuan(\"21500\")";
    tonnes Tonnes "tonnes(\"1200\")";
    percentage_points PercentagePoints "percentage_points(\"2.76\")";
}

/// A numerator and a denominator, kept apart: the verdict then compares whole numbers and nothing is rounded.
///
/// ```
/// use dabiao::values::cases;
/// let deaths = cases(1).of(823);
/// assert_eq!(deaths.to_string(), "1/823");
/// ```
///
/// ```
/// use dabiao::values::{cases, Unit};
/// let deaths = cases(1).of(800);
/// assert_eq!(deaths.in_unit(Unit::Per100k).unwrap().to_string(), "125");
/// assert_eq!(deaths.quotient().unwrap().rounded(5), "0.00125");
/// assert_eq!(cases(1).of(0).quotient(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Counts {
    /// How many: deaths, women, villages that pass.
    pub numerator: u64,
    /// Out of how many, or over what exposure: live births, members, all villages.
    pub denominator: u64,
}

impl Counts {
    /// Counts as a database has them, which are signed.
    ///
    /// # Errors
    /// On a number below zero.
    ///
    /// ```
    /// use dabiao::values::{Counts, cases};
    /// assert_eq!(Counts::new(1, 823)?, cases(1).of(823));
    /// assert_eq!(Counts::new(-1, 823).unwrap_err().to_string(), "count `-1` cannot be used: it is at least 0");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn new(numerator: i64, denominator: i64) -> Result<Self, Error> {
        let count = |number: i64| {
            u64::try_from(number).map_err(|_| {
                let remedy = message("it is at least 0", "不小于0");
                InvalidError::new(name("count", "计数"), number, remedy)
            })
        };
        Ok(Self { numerator: count(numerator)?, denominator: count(denominator)? })
    }

    /// The quotient; `None` over zero.
    #[must_use]
    pub fn quotient(self) -> Option<Ratio> {
        Ratio::quotient(self.numerator.into(), self.denominator.into())
    }

    /// The value in a unit that a quotient can have; `None` over zero or in another unit.
    #[must_use]
    pub fn in_unit(self, unit: Unit) -> Option<Ratio> {
        let scaled = i128::from(self.numerator).checked_mul(i128::from(unit.per()?))?;
        Ratio::quotient(scaled, self.denominator.into())
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

/// So many cases, still without what they are counted out of.
#[derive(Debug, Clone, Copy)]
pub struct Cases(u64);

/// So many cases; say out of how many with [`of`](Cases::of).
///
/// ```
/// use dabiao::values::{cases, Cases, Counts};
/// let deaths: Cases = cases(1);
/// assert_eq!(deaths.of(800), Counts { numerator: 1, denominator: 800 });
/// ```
/// Cases alone are no value of a ratio:
/// ```compile_fail,E0277
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::cases, Year};
/// MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), cases(1));
/// ```
#[must_use]
pub const fn cases(count: u64) -> Cases {
    Cases(count)
}

impl Cases {
    /// Out of so many.
    #[must_use]
    pub const fn of(self, denominator: u64) -> Counts {
        Counts { numerator: self.0, denominator }
    }
}

/// A value known only to lie between two ends: below one unit, 99％以上, more than 100.
///
/// ```
/// use dabiao::{values::{End, Interval}, Number};
/// let end = |number| Some(End { number: Number::literal(number), included: true });
/// let from_99 = Interval::new(end("99"), None)?;
/// assert_eq!((from_99.low(), from_99.high()), (end("99"), None));
/// assert!(Interval::new(end("99"), end("98")).is_err());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, try_from = "IntervalParts"))]
pub struct Interval {
    low: Option<End>,
    high: Option<End>,
}

/// One end of an [`Interval`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct End {
    /// The number at the end.
    pub number: Number,
    /// Whether the number itself belongs to the interval.
    pub included: bool,
}

#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct IntervalParts {
    #[serde(default)]
    low: Option<End>,
    #[serde(default)]
    high: Option<End>,
}

#[cfg(feature = "serde")]
impl TryFrom<IntervalParts> for Interval {
    type Error = Error;

    fn try_from(parts: IntervalParts) -> Result<Self, Error> {
        Self::new(parts.low, parts.high)
    }
}

impl Interval {
    /// From one end, or two.
    ///
    /// # Errors
    /// Without an end, or where nothing lies between the ends.
    pub fn new(low: Option<End>, high: Option<End>) -> Result<Self, Error> {
        let empty = match (low, high) {
            (None, None) => true,
            (Some(low), Some(high)) => {
                low.number > high.number || (low.number == high.number && !(low.included && high.included))
            }
            _ => false,
        };
        if empty {
            let remedy = message(
                "give a lower or an upper end, or both in order",
                "请给出下限或上限，或由小到大的两端",
            );
            return Err(InvalidError::new(name("interval", "区间"), "", remedy).into());
        }
        Ok(Self { low, high })
    }

    /// The lower end, if it has one.
    #[must_use]
    pub const fn low(self) -> Option<End> {
        self.low
    }

    /// The upper end, if it has one.
    #[must_use]
    pub const fn high(self) -> Option<End> {
        self.high
    }
}

/// A value as it was given: a number, a numerator over a denominator, or an interval.
///
/// ```
/// use dabiao::{values::{cases, percent, unit::Percent, IntoValue, Value}, Number};
/// assert_eq!(percent("97.3").into_value(), Value::Number(Number::literal("97.3")));
/// assert_eq!(IntoValue::<Percent>::into_value(cases(1).of(8)), Value::Counts(cases(1).of(8)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Value {
    /// A number in the observation's unit.
    Number(Number),
    /// A numerator and a denominator; preferred, for then nothing has been rounded.
    Counts(Counts),
    /// A numerator and a denominator, and the rate as it was printed beside them.
    Both {
        /// The numerator and the denominator, by which is judged.
        counts: Counts,
        /// The printed rate, which is only compared with the counts.
        number: Number,
    },
    /// Two ends between which the value lies, in the observation's unit.
    Interval(Interval),
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of an indicator measured in `{U}`",
    note = "give a quantity in its unit, such as `percent(\"97.3\")`, or counts, such as `cases(1).of(823)`",
    note = "a number known only at run time goes through the card: `INDICATOR.card().observe(period, number)`"
)]
/// What can be observed for an indicator measured in `U`.
pub trait IntoValue<U> {
    /// The value.
    fn into_value(self) -> Value;
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of an indicator",
    note = "a float goes through `Number::from_f64(value, most_decimal_places)?`, a text through `text.parse::<Number>()?`",
    note = "counts are `cases(1).of(823)` or `Counts::new(1, 823)?`"
)]
/// What can be observed for an indicator that is known only at run time: a [`Number`], a [`Quantity`], [`Counts`], an
/// [`Interval`] or a [`Value`].
///
/// ```
/// use dabiao::values::{Measured, Unit, Value, percent};
/// assert_eq!(percent("97.3").measured().1, Some(Unit::Percent));
/// assert_eq!(Value::Number("97.3".parse()?).measured().1, None);
/// # Ok::<(), dabiao::Error>(())
/// ```
/// A float is none, for it is no decimal:
/// ```compile_fail,E0277
/// let catalogue = dabiao::Catalogue::hangjin();
/// catalogue.indicator("婴儿死亡率").unwrap().observe(dabiao::Year::literal(2024), 4.2);
/// ```
pub trait Measured {
    /// The value, and the unit that it brings along; without one it is in the indicator's.
    fn measured(self) -> (Value, Option<Unit>);
}

macro_rules! without_unit {
    ($($type:ty),+) => { $(
        impl Measured for $type {
            fn measured(self) -> (Value, Option<Unit>) {
                (self.into(), None)
            }
        }
    )+ };
}

without_unit!(Number, Counts, Interval, Value);

impl<U: UnitType> Measured for Quantity<U> {
    fn measured(self) -> (Value, Option<Unit>) {
        (Value::Number(self.number), Some(U::UNIT))
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<Counts> for Value {
    fn from(counts: Counts) -> Self {
        Self::Counts(counts)
    }
}

impl From<Interval> for Value {
    fn from(interval: Interval) -> Self {
        Self::Interval(interval)
    }
}

impl<U: UnitType> IntoValue<U> for Quantity<U> {
    fn into_value(self) -> Value {
        Value::Number(self.number)
    }
}

impl<U: FromCounts> IntoValue<U> for Counts {
    fn into_value(self) -> Value {
        Value::Counts(self)
    }
}
