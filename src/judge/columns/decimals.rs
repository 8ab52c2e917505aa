//! Columns of decimals in one scale.

use super::mantissa::{Mantissa, Near, SHORT};
use super::{BLOCK, Validity, clear, is_judged, length, rows_of};
use crate::error::{Error, InvalidError, message, name};
use crate::judge::{Method, Outcome, Threshold};
use crate::plan::Better;
use crate::values::Ratio;

/// A [`Threshold`] for columns of decimals in one scale.
///
/// ```
/// use dabiao::judge::columns::{DecimalColumn, Mantissa, Validity};
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
    /// What a mantissa has to be a multiple of, for things that come whole and are given with decimals.
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
            return Err(InvalidError::new(
                "places",
                places,
                message("write a number from -38 to 38", "请写-38至38之间的数"),
            )
            .into());
        };
        let scale = if places < 0 { Ratio::quotient(1, step) } else { Some(Ratio::whole(step)) };
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
        self.fill(values, validity, outcomes, None);
        Ok(())
    }

    /// Judges block by block.
    fn fill<T: Mantissa>(
        &self,
        values: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        margins: Option<(Distance<T>, &mut [T])>,
    ) {
        let (distance, margins) = margins.unzip();
        let block = Block {
            cuts: Cuts::of(self.possible, self.meets),
            short_cuts: ShortCuts::of(self.possible, self.meets),
            whole: self.whole,
            distance,
        };
        let mut room = [0; BLOCK];
        // Blocks of a known length take fewer instructions; the rest is one of another.
        let mut all = values.chunks_exact(BLOCK);
        let mut outcomes = outcomes.chunks_exact_mut(BLOCK);
        let mut margins = margins.unwrap_or_default().chunks_exact_mut(BLOCK);
        let mut place = 0;
        for (values, outcomes) in all.by_ref().zip(outcomes.by_ref()) {
            let untold = !validity.word(place);
            block.judge(values, &mut room, untold, outcomes, margins.next().unwrap_or_default());
            place += 1;
        }
        let (outcomes, margins) = (outcomes.into_remainder(), margins.into_remainder());
        block.judge(all.remainder(), &mut room, !validity.word(place), outcomes, margins);
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
            let remedy = message(
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
                message("so many digits need a wider column", "位数过多，需要更宽的列"),
            )
            .into());
        };
        let turned = self.better == Better::Lower;
        // Where every possible value has a margin of the type, none has to be looked at.
        let inside = |cuts: Cuts<T>| (cuts.low, cuts.reach);
        let safe = Cuts::of(self.possible.and(fits), self.meets).map(inside)
            == Cuts::of(self.possible, self.meets).map(inside);
        let short = |limit: &i64| (-SHORT..SHORT).contains(limit) && lift == T::ONE;
        let near = i64::try_from(margin.limit).ok().filter(short).map(|limit| Near { limit, turned });
        self.fill(values, validity, outcomes, Some((Distance { lift, limit, turned, near }, margins)));
        if !safe {
            let within = |value: T| fits.low <= value.wide() && value.wide() <= fits.high;
            let mut rows = values.iter().zip(outcomes.iter());
            let beyond = rows.position(|(value, outcome)| is_judged(*outcome) && !within(*value));
            if let Some(row) = beyond {
                let remedy = message(
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
        match (distance > self.reach, fails) {
            (true, _) => Outcome::Undetermined,
            (false, true) => Outcome::NotMet,
            (false, false) => Outcome::Met,
        }
    }
}

/// [`Cuts`] for short values: a difference below zero tells, in arithmetic without a branch, several rows at a time.
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
        let ordered = meets.low <= meets.high && low <= high;
        ordered.then_some(Self { low, high, cut: clamped(cut)?, turned })
    }

    /// Judges the rows of a block that are short and possible; whether there are others.
    #[inline]
    fn judge(self, values: &[i64], outcomes: &mut [Outcome]) -> bool {
        let Self { low, high, cut, turned } = self;
        // All bits turned also turn what is below zero.
        let turn = if turned { 0 } else { -1 };
        let mut others = 0;
        for (value, outcome) in values.iter().zip(outcomes) {
            // A long value lies so far from both ends that one of the differences is below zero, wrapped or not.
            others |= value.wrapping_sub(low) | high.wrapping_sub(*value);
            let fails = value.wrapping_sub(cut) ^ turn < 0;
            *outcome = if fails { Outcome::NotMet } else { Outcome::Met };
        }
        others < 0
    }
}

/// [`Margin`] in the column's own type.
#[derive(Clone, Copy)]
struct Distance<T> {
    lift: T,
    limit: T,
    turned: bool,
    /// The same for short values, where nothing has to be lifted.
    near: Option<Near>,
}

impl<T: Mantissa> Distance<T> {
    fn fill(&self, values: &[T], places: &mut [T]) {
        for (value, place) in values.iter().zip(places) {
            *place = value.margin(self.lift, self.limit, self.turned);
        }
    }
}

/// What a column asks of each of its blocks.
struct Block<T: Mantissa> {
    cuts: Option<Cuts<T>>,
    short_cuts: Option<ShortCuts>,
    whole: Option<i128>,
    distance: Option<Distance<T>>,
}

impl<T: Mantissa> Block<T> {
    #[inline]
    fn judge(
        &self,
        values: &[T],
        room: &mut [i64; BLOCK],
        untold: u64,
        outcomes: &mut [Outcome],
        places: &mut [T],
    ) {
        let near = self.distance.and_then(|distance| distance.near);
        let (words, long) = T::words(values, room, near.map(|near| (near, &mut *places)));
        let others = long || self.short_cuts.is_none_or(|cuts| cuts.judge(words, outcomes));
        if others {
            for (value, outcome) in values.iter().zip(outcomes.iter_mut()) {
                *outcome = self.cuts.map_or(Outcome::Undetermined, |cuts| cuts.judge(*value));
            }
        }
        if let Some(step) = self.whole {
            refuse_parts(values, step, outcomes);
        }
        if let Some(distance) = self.distance {
            if others || near.is_none() {
                distance.fill(values, places);
            }
            if others || self.whole.is_some() {
                for (outcome, place) in outcomes.iter().zip(places.iter_mut()) {
                    *place = place.if_so(is_judged(*outcome));
                }
            }
        }
        for row in rows_of(untold) {
            clear(outcomes, row, Outcome::Undetermined);
            clear(places, row, T::default());
        }
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
