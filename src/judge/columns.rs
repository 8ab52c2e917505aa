//! Many values of one indicator at once: slices in, slices of verdicts out, and nothing is allocated.
//!
//! A column is prepared from a [`Threshold`](crate::judge::Threshold), in one scale: values are whole mantissas with the point `places`
//! digits from the right, as tables of decimals keep them. What a bound asks is turned into whole numbers of that scale first,
//! rounded to the side that changes no verdict, so any scale is exact. A row without a value is undetermined, as is an impossible
//! one.
//!
//! ```
//! use dabiao::judge::columns::Validity;
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
mod decimals;
mod mantissa;

use crate::error::{Error, InvalidError, message};
use crate::judge::Outcome;

pub use counts::{Count, CountsColumn};
pub use decimals::DecimalColumn;
pub use mantissa::Mantissa;

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
            Self::Bools(met) if met.len() == rows => return Ok(()),
            Self::Bools(met) => met.len(),
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
            Self::Bools(met) => {
                let bits = met.iter().skip(first).take(BLOCK).enumerate();
                bits.fold(0, |word, (place, met)| word | u64::from(*met) << place)
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
    let remedy = message(
        alloc::format!("give one entry for each of the {rows} rows"),
        alloc::format!("共{rows}行，应每行一个"),
    );
    InvalidError::new(what, given, remedy).into()
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
