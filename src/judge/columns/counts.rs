//! Columns of numerators and denominators.

use super::{BLOCK, Mantissa, Validity, clear, is_judged, length, rows_of, signed, unsigned};
use crate::error::{Error, InvalidError, message, name};
use crate::judge::{Method, Outcome, Threshold, threshold::Share};
use crate::plan::Better;
use crate::values::Counts;

impl Threshold {
    /// Prepares for two columns, numerators and denominators.
    ///
    /// # Errors
    /// For an indicator that is no quotient.
    pub fn counts_column(&self) -> Result<CountsColumn, Error> {
        if self.unit.per().is_none() {
            let remedy = message(
                "the indicator is no quotient: give a column of values",
                "该指标不是比率，请给数值列",
            );
            return Err(InvalidError::new("unit", self.unit, remedy).into());
        }
        Ok(CountsColumn { threshold: *self })
    }
}

/// A [`Threshold`] for columns of counts.
///
/// ```
/// use dabiao::judge::columns::{Count, CountsColumn, Validity};
/// use dabiao::{Catalogue, Evaluator, Outcome, Year};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve: CountsColumn = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?.counts_column()?;
/// fn deaths<T: Count>(counts: [T; 2], of: [T; 2], twelve: &CountsColumn) -> Result<[i64; 2], dabiao::Error> {
///     let (mut outcomes, mut margins) = ([Outcome::NotJudged; 2], [0_i64; 2]);
///     twelve.judge_with_margins(&counts, &of, Validity::All, &mut outcomes, &mut margins)?;
///     assert_eq!(outcomes, [Outcome::NotMet, Outcome::Met]);
///     Ok(margins)
/// }
/// // 12 of 100,000 are 0.09876 of 823: one death is 0.90124 too many.
/// let margins = deaths([1_i64, 0], [823, 823], &twelve)?;
/// assert_eq!(margins[0] * 100_000 / twelve.divisor() as i64, -90_124);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountsColumn {
    threshold: Threshold,
}

/// Whole numbers that a column of counts may hold: `u64`, and `i64` where a negative one is impossible.
pub trait Count: sealed::Count {}
impl Count for u64 {}
impl Count for i64 {}

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
            super::super::unsigned(self)
        }
    }
}

/// What a block is like: whether its counts are short, whether a row may not be judged, and which have no value, a bit each.
#[derive(Clone, Copy)]
struct Like {
    short: bool,
    odd: bool,
    untold: u64,
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
        self.fill(numerators, denominators, validity, outcomes, |_, _, _, outcomes, like| {
            for row in rows_of(like.untold) {
                clear(outcomes, row, Outcome::Undetermined);
            }
        });
        Ok(())
    }

    /// Judges counts and gives the margins in cases, multiplied by [`divisor`](Self::divisor): how many cases lie between the
    /// numerator and the bound, signed so that positive is good; zero for a row that is not judged. Divided by the denominator,
    /// and times 100 for ％, it is the margin in the indicator's unit.
    ///
    /// # Errors
    /// If the lengths differ, and if a margin is beyond the type: the message names the row.
    pub fn judge_with_margins<T: Count, M: Mantissa>(
        &self,
        numerators: &[T],
        denominators: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        margins: &mut [M],
    ) -> Result<(), Error> {
        if margins.len() != numerators.len() {
            return Err(length("margins", margins.len(), numerators.len()));
        }
        self.check(numerators.len(), denominators.len(), validity, outcomes.len())?;
        let (share, better) = (self.threshold.full_share, self.threshold.better);
        let mut places = margins.chunks_mut(BLOCK);
        let mut beyond = None;
        let long = |numerator: T, denominator: T| {
            let (have, need) = match numerator.count().zip(denominator.count()) {
                Some((numerator, denominator)) => share.products(Counts { numerator, denominator }),
                None => (0, 0),
            };
            let distance = match better {
                Better::Higher => have.checked_sub(need),
                Better::Lower => need.checked_sub(have),
            };
            distance.and_then(M::narrow)
        };
        self.fill(numerators, denominators, validity, outcomes, |block, tops, bottoms, outcomes, like| {
            let places = places.next().unwrap_or_default();
            let rows = tops.iter().zip(bottoms).zip(places.iter_mut());
            if like.short {
                for ((top, bottom), place) in rows {
                    *place = M::widen(share.distance(top.bits(), bottom.bits(), better));
                }
            } else {
                for (row, (((top, bottom), place), outcome)) in rows.zip(outcomes.iter()).enumerate() {
                    let distance = long(*top, *bottom);
                    let reported = like.untold >> row & 1 == 0;
                    if distance.is_none() && reported && is_judged(*outcome) {
                        beyond = beyond.or(Some(block * BLOCK + row));
                    }
                    *place = distance.unwrap_or_default();
                }
            }
            if like.odd {
                for (outcome, place) in outcomes.iter().zip(places.iter_mut()) {
                    *place = place.if_so(is_judged(*outcome));
                }
            }
            for row in rows_of(like.untold) {
                clear(outcomes, row, Outcome::Undetermined);
                clear(places, row, M::default());
            }
        });
        match beyond {
            Some(row) => Err(InvalidError::new(
                name("row", "行"),
                row,
                message("its counts are too large for a margin", "分子分母过大，求不出差距"),
            )
            .into()),
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

    /// Judges block by block, and hands each on to be cleared of what is not reported: its number, its counts and verdicts, and
    /// what they are like.
    #[inline]
    fn fill<T: Count>(
        &self,
        numerators: &[T],
        denominators: &[T],
        validity: Validity<'_>,
        outcomes: &mut [Outcome],
        mut then: impl FnMut(usize, &[T], &[T], &mut [Outcome], Like),
    ) {
        let rows = numerators.chunks(BLOCK).zip(denominators.chunks(BLOCK)).zip(outcomes.chunks_mut(BLOCK));
        for (block, ((numerators, denominators), outcomes)) in rows.enumerate() {
            let mut like = self.block(numerators, denominators, outcomes);
            like.untold = !validity.word(block);
            then(block, numerators, denominators, outcomes, like);
        }
    }

    #[inline]
    fn block<T: Count>(&self, numerators: &[T], denominators: &[T], outcomes: &mut [Outcome]) -> Like {
        let Threshold { method, better, full_share: full, rounded_share: rounded, .. } = self.threshold;
        let judged_by = if method == Method::Rounded { rounded } else { full };
        let rows = numerators.iter().zip(denominators);
        // Nearly all counts, and bounds, are short enough for products of machine words.
        let mut short = false;
        if full.is_short() && judged_by.is_short() && !self.threshold.odd_limits {
            let needed = if judged_by.included { 0 } else { 1 };
            let bounded = if self.threshold.is_bounded() { i64::MIN } else { 0 };
            // Differences below zero tell, without a branch, several rows at a time.
            let (mut bits, mut odd) = (0, 0);
            for ((numerator, denominator), outcome) in rows.clone().zip(outcomes.iter_mut()) {
                let (numerator, denominator) = (numerator.bits(), denominator.bits());
                bits |= numerator | denominator;
                let fails = judged_by.distance(numerator, denominator, better) - needed < 0;
                *outcome = if fails { Outcome::NotMet } else { Outcome::Met };
                let (numerator, denominator) = (signed(numerator), signed(denominator));
                odd |= denominator.wrapping_sub(1) | (denominator.wrapping_sub(numerator) & bounded);
            }
            // A negative count is not short.
            short = bits >> 31 == 0;
            if short && odd >= 0 {
                return Like { short, odd: false, untold: 0 };
            }
        }
        for ((numerator, denominator), outcome) in rows.zip(outcomes) {
            let counts = numerator.count().zip(denominator.count());
            *outcome = counts.map_or(Outcome::Undetermined, |(numerator, denominator)| {
                let counts = Counts { numerator, denominator };
                let word = if judged_by.is_met(counts, better) { Outcome::Met } else { Outcome::NotMet };
                self.threshold.counted(counts).unwrap_or(word)
            });
        }
        Like { short, odd: true, untold: 0 }
    }
}

impl Share {
    fn is_short(self) -> bool {
        self.denominator >> 31 == 0 && self.numerator >> 31 == 0
    }

    /// By how much short counts lie on the good side, times the denominator of the share.
    #[inline]
    fn distance(self, numerator: u64, denominator: u64, better: Better) -> i64 {
        // Of 32 bits each, as the machine multiplies several at once.
        let part = |number: u64| number & 0xffff_ffff;
        let have = part(numerator) * part(unsigned(self.denominator));
        let need = part(unsigned(self.numerator)) * part(denominator);
        let distance = signed(have) - signed(need);
        match better {
            Better::Higher => distance,
            Better::Lower => -distance,
        }
    }
}
