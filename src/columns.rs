//! Many values of one indicator at once: slices in, slices of verdicts out, and nothing is allocated.
//!
//! A column is prepared from a [`Threshold`], in one scale: values are whole mantissas with the point `places` digits from
//! the right, as tables of decimals keep them. What a bound asks is turned into whole numbers of that scale first, rounded
//! to the side that changes no verdict, so any scale is exact. A row without a value is undetermined, as is an impossible one.
//!
//! ```
//! use dabiao::columns::Validity;
//! use dabiao::{Catalogue, Evaluator, Outcome, Year};
//! let catalogue = Catalogue::hangjin();
//! let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
//! let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
//!
//! let column = twelve.column(1)?;
//! let (values, told) = ([120_i64, 143, 0, 119], [true, true, false, true]);
//! let mut outcomes = [Outcome::NotJudged; 4];
//! let mut margins = [0; 4];
//! column.judge_with_margins(&values, Validity::Bools(&told), &mut outcomes, &mut margins)?;
//! assert_eq!(outcomes, [Outcome::Met, Outcome::NotMet, Outcome::Undetermined, Outcome::Met]);
//! assert_eq!((margins, column.margin_places()), ([0, -23, 0, 1], Some(1)));
//!
//! let cases = twelve.counts_column()?;
//! let mut outcomes = [Outcome::NotJudged; 3];
//! cases.judge(&[1_u64, 1, 0], &[823, 8_334, 0], Validity::All, &mut outcomes)?;
//! assert_eq!(outcomes, [Outcome::NotMet, Outcome::Met, Outcome::NotApplicable]);
//! # Ok::<(), dabiao::Error>(())
//! ```

use crate::error::{Error, InvalidError};
use crate::exact::Ratio;
use crate::outcome::Outcome;
use crate::quantity::Counts;
use crate::rule::Better;
use crate::settings::Method;
use crate::threshold::{Share, Threshold};

/// Which rows have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity<'a> {
    /// All.
    All,
    /// One for each row.
    Bools(&'a [bool]),
    /// One bit for each row, the lowest of a byte first, as Arrow keeps them.
    Bits {
        /// The bytes.
        bytes: &'a [u8],
        /// The bit of the first row.
        offset: usize,
    },
}

impl Validity<'_> {
    fn check(self, rows: usize) -> Result<(), Error> {
        let known = match self {
            Self::All => return Ok(()),
            Self::Bools(told) if told.len() == rows => return Ok(()),
            Self::Bools(told) => told.len(),
            Self::Bits { bytes, offset } => {
                let bits = bytes.len().saturating_mul(8);
                if offset.checked_add(rows).is_some_and(|end| end <= bits) {
                    return Ok(());
                }
                bits.saturating_sub(offset)
            }
        };
        Err(length("validity", known, rows))
    }

    /// The next 64 rows, one bit each.
    fn word(self, block: usize) -> u64 {
        let first = block * BLOCK;
        match self {
            Self::All => u64::MAX,
            Self::Bools(told) => {
                let bits = told.iter().skip(first).take(BLOCK).enumerate();
                bits.fold(0, |word, (place, told)| word | u64::from(*told) << place)
            }
            Self::Bits { bytes, offset } => {
                let (start, shift) = ((offset + first) / 8, (offset + first) % 8);
                let whole = bytes.get(start..start + 8).and_then(|eight| eight.try_into().ok());
                let low = whole.map_or_else(
                    || {
                        bytes
                            .iter()
                            .skip(start)
                            .take(8)
                            .rev()
                            .fold(0, |word, byte| word << 8 | u64::from(*byte))
                    },
                    u64::from_le_bytes,
                );
                match (shift, bytes.get(start + 8)) {
                    (0, _) => low,
                    (_, next) => low >> shift | u64::from(next.copied().unwrap_or(0)) << (64 - shift),
                }
            }
        }
    }
}

/// Rows that are looked at together.
const BLOCK: usize = 64;

fn length(what: &'static str, given: usize, rows: usize) -> Error {
    InvalidError::new(what, given, alloc::format!("give one entry for each of the {rows} rows")).into()
}

/// Values from one whole number to another, both included; none where they are out of order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    low: i128,
    high: i128,
}

impl Span {
    const NONE: Self = Self { low: 1, high: 0 };
    const ALL: Self = Self { low: i128::MIN, high: i128::MAX };

    /// The whole numbers on the good side of a limit.
    fn of(limit: &Ratio, better: Better, included: bool) -> Self {
        // At the limit itself, where that is a whole number, the next one is the first beyond.
        let least = |limit: &Ratio| match limit.ceiling() {
            Some(least) if !included && limit.floor() == Some(least) => least.checked_add(1),
            least => least,
        };
        let (end, none) = match better {
            Better::Higher => (least(limit), limit.signum() > 0),
            Better::Lower => (least(&-limit).and_then(i128::checked_neg), limit.signum() < 0),
        };
        match (end, better) {
            (Some(low), Better::Higher) => Self { low, ..Self::ALL },
            (Some(high), Better::Lower) => Self { high, ..Self::ALL },
            (None, _) if none => Self::NONE,
            (None, _) => Self::ALL,
        }
    }

    fn and(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }
}

/// Mantissas that a column may hold: `i64` and `i128`.
pub trait Mantissa: sealed::Mantissa {}
impl Mantissa for i64 {}
impl Mantissa for i128 {}

mod sealed {
    pub trait Mantissa: Copy + Ord + Default {
        const MIN: Self;
        const MAX: Self;
        const ONE: Self;
        fn narrow(value: i128) -> Option<Self>;
        fn wide(self) -> i128;
        /// `(self · lift - limit)`, turned where less is better; wrong beyond the type, which the caller has ruled out.
        fn margin(self, lift: Self, limit: Self, turned: bool) -> Self;
        fn is_multiple_of(self, step: Self) -> bool;
    }

    macro_rules! mantissas {
        ($($type:ty),+) => { $( impl Mantissa for $type {
            const MIN: Self = <$type>::MIN;
            const MAX: Self = <$type>::MAX;
            const ONE: Self = 1;
            #[inline]
            fn narrow(value: i128) -> Option<Self> {
                Self::try_from(value).ok()
            }
            #[inline]
            fn wide(self) -> i128 {
                self.into()
            }
            #[inline]
            fn margin(self, lift: Self, limit: Self, turned: bool) -> Self {
                let margin = self.wrapping_mul(lift).wrapping_sub(limit);
                if turned { margin.wrapping_neg() } else { margin }
            }
            #[inline]
            fn is_multiple_of(self, step: Self) -> bool {
                self.checked_rem(step) == Some(0)
            }
        } )+ };
    }
    mantissas!(i64, i128);
}

/// A span in the column's own type.
#[derive(Clone, Copy)]
struct Within<T> {
    low: T,
    high: T,
}

impl<T: Mantissa> Within<T> {
    fn of(span: Span) -> Self {
        let (low, high) = (span.low.max(T::MIN.wide()), span.high.min(T::MAX.wide()));
        match (T::narrow(low), T::narrow(high)) {
            (Some(low), Some(high)) => Self { low, high },
            // It begins above the greatest, or ends below the least.
            _ => Self { low: T::ONE, high: T::default() },
        }
    }

    #[inline]
    fn has(self, value: T) -> bool {
        (self.low <= value) & (value <= self.high)
    }
}

/// A [`Threshold`] for columns of decimals in one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalColumn {
    places: i8,
    meets: Span,
    possible: Span,
    /// What a mantissa has to be a multiple of, for things that come whole; 1 otherwise.
    whole: Option<i128>,
    margin: Option<Margin>,
    better: Better,
}

/// Margins in a scale in which the bound is a whole number: value · lift - limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Margin {
    places: i8,
    lift: i128,
    limit: i128,
    /// Values whose margin an `i64` holds, and an `i128`.
    fits: [Span; 2],
}

impl Threshold {
    /// Prepares for a column of mantissas with the point `places` digits from the right (to the right of the last one, for a
    /// negative number), in the indicator's unit and by the threshold's method ([`by`](Self::by) takes the other).
    ///
    /// # Errors
    /// Outside -38 to 38 places.
    pub fn column(&self, places: i8) -> Result<DecimalColumn, Error> {
        let power = |places: i8| 10_i128.checked_pow(places.unsigned_abs().into());
        let Some(step) = power(places) else {
            return Err(InvalidError::new("places", places, "write a number from -38 to 38").into());
        };
        let scale = if places < 0 { Ratio::new(1, step) } else { Some(Ratio::whole(step)) };
        let scale = scale.unwrap_or_else(Ratio::zero);
        let (floor, ceiling) = self.limits();
        let bound = self.bound(self.method);
        let mut possible = Span::of(&(floor * &scale), Better::Higher, true);
        if let Some(ceiling) = ceiling {
            possible = possible.and(Span::of(&(ceiling * &scale), Better::Lower, true));
        }
        let exact = self.bound(Method::FullValue).limit;
        let margin = (places.max(0)..=38).find_map(|finer| {
            let limit = &exact * &Ratio::whole(power(finer)?);
            let limit = limit.floor().filter(|_| limit.floor() == limit.ceiling())?;
            let lift = 10_i128.checked_pow(u32::try_from(i32::from(finer) - i32::from(places)).ok()?)?;
            let fits = [(i64::MIN.into(), i64::MAX.into()), (i128::MIN, i128::MAX)].map(
                |(low, high): (i128, i128)| {
                    // One is left out at each end, so that the sign can be turned.
                    let end = |end: i128, inner: i128| {
                        Some(Ratio::whole(end.checked_add(inner)?) + Ratio::whole(limit))
                    };
                    let at = |end: Option<Ratio>| end.and_then(|end| end.over(&Ratio::whole(lift)));
                    let (Some(low_end), Some(high_end)) = (at(end(low, 1)), at(end(high, -1))) else {
                        return Span::NONE;
                    };
                    // The product itself has to fit too.
                    let most = high / lift;
                    let product = Span { low: -most, high: most };
                    let sides =
                        (Span::of(&low_end, Better::Higher, true), Span::of(&high_end, Better::Lower, true));
                    sides.0.and(sides.1).and(product)
                },
            );
            Some(Margin { places: finer, lift, limit, fits })
        });
        Ok(DecimalColumn {
            places,
            meets: Span::of(&(&bound.limit * &scale), bound.better, bound.included),
            possible,
            whole: Some(step).filter(|_| self.unit.is_whole() && places > 0),
            margin,
            better: self.better,
        })
    }

    /// Prepares for two columns, numerators and denominators.
    ///
    /// # Errors
    /// For an indicator that is no quotient.
    pub fn counts_column(&self) -> Result<CountsColumn, Error> {
        if self.unit.per().is_none() {
            let remedy = "the indicator is no quotient: give a column of values";
            return Err(InvalidError::new("unit", self.unit, remedy).into());
        }
        Ok(CountsColumn { threshold: *self })
    }
}

impl DecimalColumn {
    /// How many digits stand after the point of a value.
    #[must_use]
    pub const fn places(&self) -> i8 {
        self.places
    }

    /// How many digits stand after the point of a margin: as many as in the values, or as the bound needs. `None` where the
    /// bound is no decimal (a third).
    #[must_use]
    pub fn margin_places(&self) -> Option<i8> {
        self.margin.map(|margin| margin.places)
    }

    /// Judges a column.
    ///
    /// # Errors
    /// If the lengths differ.
    pub fn judge<T: Mantissa>(
        &self,
        values: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
    ) -> Result<(), Error> {
        self.check(values.len(), validity, outcomes.len())?;
        let (possible, meets) = (Within::of(self.possible), Within::of(self.meets));
        let judge = |value: T| {
            let word = if meets.has(value) { Outcome::Met } else { Outcome::NotMet };
            if possible.has(value) { word } else { Outcome::Undetermined }
        };
        match self.whole_step() {
            Whole::Any => each(values, validity, outcomes, judge),
            Whole::Of(step) => each(values, validity, outcomes, |value| {
                if value.is_multiple_of(step) { judge(value) } else { Outcome::Undetermined }
            }),
            Whole::OnlyZero => each(values, validity, outcomes, |value| {
                if value == T::default() { judge(value) } else { Outcome::Undetermined }
            }),
        }
        Ok(())
    }

    /// Judges a column and gives the margins, in [`margin_places`](Self::margin_places), signed so that positive is good; zero
    /// for a row that is undetermined.
    ///
    /// # Errors
    /// If the lengths differ, if the bound is no decimal (then [`judge`](Self::judge) alone, or judge counts), and if a margin
    /// is beyond the type: the message names the row, and the contents of the slices are then of no use.
    pub fn judge_with_margins<T: Mantissa>(
        &self,
        values: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        margins: &mut [T],
    ) -> Result<(), Error> {
        self.check(values.len(), validity, outcomes.len())?;
        if margins.len() != values.len() {
            return Err(length("margins", margins.len(), values.len()));
        }
        let Some(margin) = self.margin else {
            let remedy = "the bound is no decimal: judge without margins, or judge counts";
            return Err(InvalidError::new("margins", "", remedy).into());
        };
        let fits = if T::MAX.wide() == i128::MAX { margin.fits[1] } else { margin.fits[0] };
        let (Some(lift), Some(limit)) = (T::narrow(margin.lift), T::narrow(margin.limit)) else {
            return Err(
                InvalidError::new("margins", margin.places, "so many digits need a wider column").into()
            );
        };
        self.judge(values, validity, outcomes)?;
        let turned = self.better == Better::Lower;
        let mut beyond = false;
        let (fits, safe) = (Within::of(fits), self.possible.and(fits) == self.possible);
        let rows = values.iter().zip(outcomes.iter()).zip(margins.iter_mut());
        for ((value, outcome), place) in rows {
            let judged = *outcome as u8 != Outcome::Undetermined as u8;
            let distance = value.margin(lift, limit, turned);
            *place = if judged { distance } else { T::default() };
            beyond |= !safe & judged & !fits.has(*value);
        }
        if beyond {
            let row = values
                .iter()
                .zip(outcomes.iter())
                .position(|(value, outcome)| *outcome != Outcome::Undetermined && !fits.has(*value));
            let remedy = "its margin needs a wider column, or fewer places";
            return Err(InvalidError::new("row", row.unwrap_or(0), remedy).into());
        }
        Ok(())
    }

    fn check(&self, rows: usize, validity: Validity<'_>, outcomes: usize) -> Result<(), Error> {
        if outcomes != rows {
            return Err(length("outcomes", outcomes, rows));
        }
        validity.check(rows)
    }

    fn whole_step<T: Mantissa>(&self) -> Whole<T> {
        match self.whole {
            None => Whole::Any,
            Some(step) => T::narrow(step).map_or(Whole::OnlyZero, Whole::Of),
        }
    }
}

/// Which mantissas stand for whole numbers.
enum Whole<T> {
    Any,
    Of(T),
    /// The scale is finer than the type is wide.
    OnlyZero,
}

/// Judges every row that has a value.
#[inline]
fn each<T: Copy>(
    values: &[T],
    validity: Validity<'_>,
    outcomes: &mut [Outcome],
    judge: impl Fn(T) -> Outcome,
) {
    if validity == Validity::All {
        for (value, outcome) in values.iter().zip(outcomes) {
            *outcome = judge(*value);
        }
        return;
    }
    for (block, (values, outcomes)) in values.chunks(BLOCK).zip(outcomes.chunks_mut(BLOCK)).enumerate() {
        let mut word = validity.word(block);
        if word == u64::MAX {
            for (value, outcome) in values.iter().zip(outcomes) {
                *outcome = judge(*value);
            }
            continue;
        }
        for (value, outcome) in values.iter().zip(outcomes) {
            *outcome = if word & 1 == 1 { judge(*value) } else { Outcome::Undetermined };
            word >>= 1;
        }
    }
}

/// A [`Threshold`] for columns of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountsColumn {
    threshold: Threshold,
}

/// Whole numbers that a column of counts may hold: `u64`, and `i64` where a negative one is impossible.
pub trait Count: Copy {
    /// As a count; `None` for a negative number.
    fn count(self) -> Option<u64>;
}

impl Count for u64 {
    #[inline]
    fn count(self) -> Option<u64> {
        Some(self)
    }
}

impl Count for i64 {
    #[inline]
    fn count(self) -> Option<u64> {
        u64::try_from(self).ok()
    }
}

impl CountsColumn {
    /// By what a margin is divided to be a number of cases.
    #[must_use]
    pub fn divisor(&self) -> u64 {
        self.threshold.full_share.denominator.unsigned_abs()
    }

    /// Judges numerators over denominators by cross-multiplication.
    ///
    /// # Errors
    /// If the lengths differ.
    pub fn judge<T: Count>(
        &self,
        numerators: &[T],
        denominators: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
    ) -> Result<(), Error> {
        self.check(numerators.len(), denominators.len(), validity, outcomes.len())?;
        let judge = self.judging();
        let rows = || numerators.iter().zip(denominators);
        if validity == Validity::All {
            for ((numerator, denominator), outcome) in rows().zip(outcomes) {
                *outcome = judge(*numerator, *denominator);
            }
            return Ok(());
        }
        let blocks = numerators.chunks(BLOCK).zip(denominators.chunks(BLOCK)).zip(outcomes.chunks_mut(BLOCK));
        for (block, ((numerators, denominators), outcomes)) in blocks.enumerate() {
            let mut word = validity.word(block);
            for ((numerator, denominator), outcome) in numerators.iter().zip(denominators).zip(outcomes) {
                let found = judge(*numerator, *denominator);
                *outcome = if word & 1 == 1 { found } else { Outcome::Undetermined };
                word >>= 1;
            }
        }
        Ok(())
    }

    /// Judges counts and gives the margins in cases, multiplied by [`divisor`](Self::divisor): how many cases lie between the
    /// numerator and the bound, signed so that positive is good; zero for a row that is not judged. Divided by the denominator,
    /// and times 100 for ％, it is the margin in the indicator's unit.
    ///
    /// # Errors
    /// If the lengths differ, and if a margin is beyond `i128`: the message names the row.
    pub fn judge_with_margins<T: Count>(
        &self,
        numerators: &[T],
        denominators: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        margins: &mut [i128],
    ) -> Result<(), Error> {
        if margins.len() != numerators.len() {
            return Err(length("margins", margins.len(), numerators.len()));
        }
        self.judge(numerators, denominators, validity, outcomes)?;
        let (share, better) = (self.threshold.full_share, self.threshold.better);
        let mut beyond = None;
        let rows = numerators.iter().zip(denominators).zip(outcomes.iter()).zip(margins.iter_mut());
        for (row, (((numerator, denominator), outcome), place)) in rows.enumerate() {
            let (Some(numerator), Some(denominator)) = (numerator.count(), denominator.count()) else {
                *place = 0;
                continue;
            };
            let (have, need) = share.products(Counts { numerator, denominator });
            let (distance, over) = match better {
                Better::Higher => have.overflowing_sub(need),
                Better::Lower => need.overflowing_sub(have),
            };
            let judged = matches!(outcome, Outcome::Met | Outcome::NotMet);
            *place = if judged { distance } else { 0 };
            if over & judged {
                beyond = beyond.or(Some(row));
            }
        }
        match beyond {
            Some(row) => Err(InvalidError::new("row", row, "its counts are too large for a margin").into()),
            None => Ok(()),
        }
    }

    fn check(
        &self,
        rows: usize,
        denominators: usize,
        validity: Validity<'_>,
        outcomes: usize,
    ) -> Result<(), Error> {
        if denominators != rows {
            return Err(length("denominators", denominators, rows));
        }
        if outcomes != rows {
            return Err(length("outcomes", outcomes, rows));
        }
        validity.check(rows)
    }

    /// The verdict on one row.
    #[inline]
    fn judging<T: Count>(&self) -> impl Fn(T, T) -> Outcome {
        let threshold = self.threshold;
        let share: Share = match threshold.method {
            Method::FullValue => threshold.full_share,
            Method::Rounded => threshold.rounded_share,
        };
        let (bounded, better) = (threshold.is_bounded(), threshold.better);
        move |numerator, denominator| {
            let (Some(numerator), Some(denominator)) = (numerator.count(), denominator.count()) else {
                return Outcome::Undetermined;
            };
            let counts = Counts { numerator, denominator };
            let word = if share.is_met(counts, better) { Outcome::Met } else { Outcome::NotMet };
            if (denominator == 0) | (bounded & (numerator > denominator)) | threshold.odd_limits {
                return threshold.counted(counts).unwrap_or(word);
            }
            word
        }
    }
}
