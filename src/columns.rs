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

#[cfg(feature = "arrow")]
pub mod arrow;
mod counts;

use crate::error::{Error, InvalidError, name, said};
use crate::exact::Ratio;
use crate::outcome::Outcome;
use crate::rule::Better;
use crate::settings::Method;
use crate::threshold::Threshold;

pub use counts::{Count, CountsColumn};

/// Which rows have a value.
///
/// Shown in the [module](self).
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
    let remedy = said(
        alloc::format!("give one entry for each of the {rows} rows"),
        alloc::format!("共{rows}行，应每行一个"),
    );
    InvalidError::new(what, given, remedy).into()
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
///
/// Shown at [`DecimalColumn`].
pub trait Mantissa: sealed::Mantissa {}
impl Mantissa for i64 {}
impl Mantissa for i128 {}

mod sealed {
    pub trait Count: Copy {
        /// As a count; `None` for a negative number.
        fn count(self) -> Option<u64>;
        /// As it stands, a negative one with the highest bit set.
        fn bits(self) -> u64;
    }

    impl Count for u64 {
        #[inline]
        fn count(self) -> Option<u64> {
            Some(self)
        }
        #[inline]
        fn bits(self) -> u64 {
            self
        }
    }

    impl Count for i64 {
        #[inline]
        fn count(self) -> Option<u64> {
            u64::try_from(self).ok()
        }
        #[inline]
        fn bits(self) -> u64 {
            super::unsigned(self)
        }
    }

    pub trait Mantissa: Copy + Ord + Default {
        type Unsigned: Copy + Ord + Default;
        const MIN: Self;
        const MAX: Self;
        const ONE: Self;
        fn narrow(value: i128) -> Option<Self>;
        fn wide(self) -> i128;
        fn widen(value: i64) -> Self;
        /// How far it lies above another: one comparison then tells both ends of a span.
        fn above(self, low: Self) -> Self::Unsigned;
        /// `self · lift - limit`, turned where less is better; wrong beyond the type, which the caller has ruled out.
        fn margin(self, lift: Self, limit: Self, turned: bool) -> Self;
        /// Zero if not.
        fn if_so(self, so: bool) -> Self;
        /// The same where it is short; of a long one the low half.
        fn short(self) -> i64;
        /// Zero from -2^62 up to 2^62, where sums and differences stay inside `i64`.
        fn long_bits(self) -> i64;
        fn is_multiple_of(self, step: Self) -> bool;
    }

    macro_rules! mantissas {
        ($($signed:ty, $unsigned:ty, $short:expr;)+) => { $( impl Mantissa for $signed {
            type Unsigned = $unsigned;
            const MIN: Self = <$signed>::MIN;
            const MAX: Self = <$signed>::MAX;
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
            fn widen(value: i64) -> Self {
                value.into()
            }
            #[inline]
            fn above(self, low: Self) -> $unsigned {
                <$unsigned>::from_ne_bytes(self.wrapping_sub(low).to_ne_bytes())
            }
            #[inline]
            fn margin(self, lift: Self, limit: Self, turned: bool) -> Self {
                let margin = self.wrapping_mul(lift).wrapping_sub(limit);
                // All bits turned and one added is the negative number.
                let turned = Self::from(turned);
                (margin ^ turned.wrapping_neg()).wrapping_add(turned)
            }
            #[inline]
            fn if_so(self, so: bool) -> Self {
                self & Self::from(so).wrapping_neg()
            }
            #[inline]
            fn short(self) -> i64 {
                $short(self)
            }
            #[inline]
            fn long_bits(self) -> i64 {
                let above = self.wrapping_add(super::SHORT.into());
                let shifted = <$unsigned>::from_ne_bytes(above.to_ne_bytes()) >> 63;
                i64::from(shifted != 0)
            }
            #[inline]
            fn is_multiple_of(self, step: Self) -> bool {
                self.checked_rem(step) == Some(0)
            }
        } )+ };
    }
    mantissas!(i64, u64, core::convert::identity; i128, u128, low_half;);

    #[expect(clippy::cast_possible_truncation, reason = "the low half by design")]
    fn low_half(value: i128) -> i64 {
        value as i64
    }
}

/// What is possible and what meets, in the column's own type: distances from the least possible value.
#[derive(Clone, Copy)]
struct Cuts<T: Mantissa> {
    low: T,
    /// The greatest possible distance.
    reach: T::Unsigned,
    /// From this distance on it meets, or, turned, below it.
    cut: T::Unsigned,
    turned: bool,
}

impl<T: Mantissa> Cuts<T> {
    /// `None` where no value of the type is possible.
    fn of(possible: Span, meets: Span) -> Option<Self> {
        let Span { low, high } = possible.and(Span { low: T::MIN.wide(), high: T::MAX.wide() });
        let (low, high) = (T::narrow(low)?, T::narrow(high)?);
        if low > high {
            return None;
        }
        // One end of what meets is open, so within the possible there is at most one cut.
        let all = Self { low, reach: high.above(low), cut: T::Unsigned::default(), turned: false };
        let none = Self { turned: true, ..all };
        if meets.low > high.wide() || meets.high < low.wide() || meets.low > meets.high {
            return Some(none);
        }
        let at = |value: i128| T::narrow(value).map(|value| value.above(low));
        match (meets.low > low.wide(), meets.high < high.wide()) {
            (false, false) => Some(all),
            (true, _) => Some(Self { cut: at(meets.low)?, ..all }),
            (false, true) => Some(Self { cut: at(meets.high.checked_add(1)?)?, turned: true, ..all }),
        }
    }

    #[inline]
    fn judge(&self, value: T) -> Outcome {
        let distance = value.above(self.low);
        let fails = (distance >= self.cut) == self.turned;
        word(u8::from(fails) | u8::from(distance > self.reach) << 1)
    }
}

/// What a block is like: whether its values are short, whether a row may not be judged, and which have no value, a bit each.
#[derive(Clone, Copy)]
struct Like {
    short: bool,
    odd: bool,
    untold: u64,
}

/// Values up to here are short.
const SHORT: i64 = 1 << 62;

/// The same for short values: a difference below zero tells, in arithmetic without a branch, several rows at a time.
#[derive(Clone, Copy)]
struct ShortCuts {
    low: i64,
    high: i64,
    /// From here on it fails, or, turned, below it.
    cut: i64,
    turned: bool,
}

impl ShortCuts {
    fn of(possible: Span, meets: Span) -> Option<Self> {
        // No short value tells a farther end from this one, and no difference leaves `i64`.
        let clamped = |end: i128| i64::try_from(end.clamp(-i128::from(SHORT), SHORT.into())).ok();
        let (low, high) = (clamped(possible.low)?, clamped(possible.high.saturating_add(1))? - 1);
        // One end of what meets is open.
        let (cut, turned) = match meets.low == i128::MIN {
            true => (meets.high.saturating_add(1), false),
            false => (meets.low, true),
        };
        (meets.low <= meets.high).then_some(Self { low, high, cut: clamped(cut)?, turned })
    }

    /// Judges the possible rows of a block; whether there are others.
    #[inline]
    fn judge<T: Mantissa>(self, values: &[T], outcomes: &mut [Outcome]) -> bool {
        let turned = u64::from(!self.turned);
        let mut outside = 0;
        for (value, outcome) in values.iter().zip(outcomes) {
            let value = value.short();
            outside |= (value - self.low) | (self.high - value);
            let fails = unsigned(value - self.cut) >> 63 ^ turned;
            *outcome = if fails == 0 { Outcome::Met } else { Outcome::NotMet };
        }
        outside < 0
    }
}

/// Bit 0: it fails; bit 1: it cannot be; bit 2: there is nothing.
#[inline]
const fn word(code: u8) -> Outcome {
    match code {
        0 => Outcome::Met,
        1 => Outcome::NotMet,
        2 | 3 => Outcome::Undetermined,
        _ => Outcome::NotApplicable,
    }
}

/// A [`Threshold`] for columns of decimals in one scale.
///
/// ```
/// use dabiao::columns::{DecimalColumn, Mantissa, Validity};
/// use dabiao::{Catalogue, Evaluator, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve: DecimalColumn = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?.column(2)?;
/// assert_eq!((twelve.places(), twelve.margin_places()), (2, Some(2)));
/// fn judged<T: Mantissa>(twelve: &DecimalColumn, value: T) -> Result<Outcome, dabiao::Error> {
///     let mut outcomes = [Outcome::NotJudged];
///     twelve.judge(&[value], Validity::All, &mut outcomes)?;
///     Ok(outcomes[0])
/// }
/// assert_eq!((judged(&twelve, 1200_i64)?, judged(&twelve, 1201_i128)?), (Outcome::Met, Outcome::NotMet));
/// # Ok::<(), dabiao::Error>(())
/// ```
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
    ///
    /// Shown in the [module](crate::columns).
    pub fn column(&self, places: i8) -> Result<DecimalColumn, Error> {
        let power = |places: i8| 10_i128.checked_pow(places.unsigned_abs().into());
        let Some(step) = power(places) else {
            return Err(InvalidError::new(
                "places",
                places,
                said("write a number from -38 to 38", "请写-38至38之间的数"),
            )
            .into());
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
                    // One is left out at the lower end, so that the sign can be turned.
                    let end = |end: i128, inner: i128| {
                        Some(Ratio::whole(end.checked_add(inner)?) + Ratio::whole(limit))
                    };
                    let at = |end: Option<Ratio>| end.and_then(|end| end.over(&Ratio::whole(lift)));
                    let (Some(low_end), Some(high_end)) = (at(end(low, 1)), at(end(high, 0))) else {
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
        self.fill(values, validity, outcomes, |_, outcomes, like| {
            for row in rows_of(like.untold) {
                clear(outcomes, row, Outcome::Undetermined);
            }
        });
        Ok(())
    }

    /// Judges block by block, and hands each on to be cleared of what is not told: its values and verdicts, and what they are
    /// like.
    #[inline]
    fn fill<T: Mantissa>(
        &self,
        values: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        mut then: impl FnMut(&[T], &mut [Outcome], Like),
    ) {
        let (cuts, short_cuts) =
            (Cuts::<T>::of(self.possible, self.meets), ShortCuts::of(self.possible, self.meets));
        for (block, (values, outcomes)) in values.chunks(BLOCK).zip(outcomes.chunks_mut(BLOCK)).enumerate() {
            let short = values.iter().fold(0, |long, value| long | value.long_bits()) == 0;
            let odd = match short_cuts {
                Some(cuts) if short => cuts.judge(values, outcomes),
                _ => true,
            };
            if odd {
                for (value, outcome) in values.iter().zip(outcomes.iter_mut()) {
                    *outcome = cuts.map_or(Outcome::Undetermined, |cuts| cuts.judge(*value));
                }
            }
            if let Some(step) = self.whole {
                refuse_parts(values, step, outcomes);
            }
            let untold = !validity.word(block);
            then(values, outcomes, Like { short, odd: odd || self.whole.is_some(), untold });
        }
    }

    /// Judges a column and gives the margins, in [`margin_places`](Self::margin_places), signed so that positive is good; zero
    /// for a row that is undetermined.
    ///
    /// # Errors
    /// If the lengths differ, if the bound is no decimal (then [`judge`](Self::judge) alone, or judge counts), and if a margin
    /// is beyond the type: the message names the row, and the contents of the slices are then of no use.
    ///
    /// Shown in the [module](self).
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
            let remedy = said(
                "the bound is no decimal: judge without margins, or judge counts",
                "界限不是有限小数：请不求差距，或按分子分母判断",
            );
            return Err(InvalidError::new("margins", "", remedy).into());
        };
        let fits = if T::MAX.wide() == i128::MAX { margin.fits[1] } else { margin.fits[0] };
        let (Some(lift), Some(limit)) = (T::narrow(margin.lift), T::narrow(margin.limit)) else {
            return Err(InvalidError::new(
                "margins",
                margin.places,
                said("so many digits need a wider column", "位数过多，需要更宽的列"),
            )
            .into());
        };
        let turned = self.better == Better::Lower;
        // Where every possible value has a margin of the type, none has to be looked at.
        let inside = |cuts: Cuts<T>| (cuts.low, cuts.reach);
        let safe = Cuts::of(self.possible.and(fits), self.meets).map(inside)
            == Cuts::of(self.possible, self.meets).map(inside);
        let mut places = margins.chunks_mut(BLOCK);
        let near = limit.long_bits() == 0 && lift == T::ONE;
        self.fill(values, validity, outcomes, |values, outcomes, like| {
            let places = places.next().unwrap_or_default();
            if like.short && near {
                // Neither the difference nor its negative leaves `i64`.
                for (value, place) in values.iter().zip(places.iter_mut()) {
                    let above = value.short() - limit.short();
                    *place = T::widen(if turned { -above } else { above });
                }
            } else if lift == T::ONE {
                for (value, place) in values.iter().zip(places.iter_mut()) {
                    *place = value.margin(T::ONE, limit, turned);
                }
            } else {
                for (value, place) in values.iter().zip(places.iter_mut()) {
                    *place = value.margin(lift, limit, turned);
                }
            }
            if like.odd {
                for (outcome, place) in outcomes.iter().zip(places.iter_mut()) {
                    *place = place.if_so(is_judged(*outcome));
                }
            }
            for row in rows_of(like.untold) {
                clear(outcomes, row, Outcome::Undetermined);
                clear(places, row, T::default());
            }
        });
        if !safe {
            let within = |value: T| fits.low <= value.wide() && value.wide() <= fits.high;
            let mut rows = values.iter().zip(outcomes.iter());
            let beyond = rows.position(|(value, outcome)| is_judged(*outcome) && !within(*value));
            if let Some(row) = beyond {
                let remedy = said(
                    "its margin needs a wider column, or fewer places",
                    "差距需要更宽的列或更少的小数位",
                );
                return Err(InvalidError::new(name("row", "行"), row, remedy).into());
            }
        }
        Ok(())
    }

    fn check(&self, rows: usize, validity: Validity<'_>, outcomes: usize) -> Result<(), Error> {
        if outcomes != rows {
            return Err(length("outcomes", outcomes, rows));
        }
        validity.check(rows)
    }
}

/// What is no whole number is impossible, for things that come whole.
fn refuse_parts<T: Mantissa>(values: &[T], step: i128, outcomes: &mut [Outcome]) {
    let step = T::narrow(step);
    // A step beyond the type leaves only zero.
    let is_whole = |value: T| step.map_or(value == T::default(), |step| value.is_multiple_of(step));
    for (value, outcome) in values.iter().zip(outcomes) {
        if !is_whole(*value) {
            *outcome = Outcome::Undetermined;
        }
    }
}

/// The rows of a block whose bits are set.
#[inline]
fn rows_of(mut bits: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let row = (bits != 0).then_some(bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(row)
    })
}

/// Bits beyond the last row say nothing.
#[inline]
fn clear<R>(rows: &mut [R], row: usize, to: R) {
    if let Some(place) = rows.get_mut(row) {
        *place = to;
    }
}

/// The same bits.
#[inline]
const fn unsigned(value: i64) -> u64 {
    u64::from_ne_bytes(value.to_ne_bytes())
}

/// The same bits.
#[inline]
const fn signed(value: u64) -> i64 {
    i64::from_ne_bytes(value.to_ne_bytes())
}

#[inline]
const fn is_judged(outcome: Outcome) -> bool {
    (outcome as u8) < Outcome::Undetermined as u8
}
