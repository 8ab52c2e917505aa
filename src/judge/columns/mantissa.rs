//! What a column is made of, in the machine's own numbers.

/// Mantissas that a column may hold: `i64` and `i128`.
pub trait Mantissa: sealed::Mantissa {}
impl Mantissa for i64 {}
impl Mantissa for i128 {}

pub(super) use sealed::Near;

/// Values up to here are short: no sum or difference of two leaves `i64`.
pub(super) const SHORT: i64 = 1 << 62;

mod sealed {
    use super::super::BLOCK;

    /// A short limit in the scale of the values.
    #[derive(Debug, Clone, Copy)]
    pub struct Near {
        pub limit: i64,
        pub turned: bool,
    }

    impl Near {
        #[inline]
        const fn margin(self, value: i64) -> i64 {
            let above = value.wrapping_sub(self.limit);
            if self.turned { above.wrapping_neg() } else { above }
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
        /// A block as machine words, in `room` where it is not one of words already; whether a value is none. Where a limit comes
        /// with places for margins, those are filled too, right for words that are [short](super::SHORT).
        fn words<'a>(
            values: &'a [Self],
            room: &'a mut [i64; BLOCK],
            margins: Option<(Near, &mut [Self])>,
        ) -> (&'a [i64], bool);
        fn is_multiple_of(self, step: Self) -> bool;
    }

    macro_rules! mantissas {
        ($($signed:ty, $unsigned:ty, $words:expr;)+) => { $( impl Mantissa for $signed {
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
            fn words<'a>(
                values: &'a [Self],
                room: &'a mut [i64; BLOCK],
                margins: Option<(Near, &mut [Self])>,
            ) -> (&'a [i64], bool) {
                $words(values, room, margins)
            }
            #[inline]
            fn is_multiple_of(self, step: Self) -> bool {
                self.checked_rem(step) == Some(0)
            }
        } )+ };
    }
    mantissas!(i64, u64, as_they_are; i128, u128, low_halves;);

    #[inline]
    fn as_they_are<'a>(
        values: &'a [i64],
        _: &mut [i64; BLOCK],
        margins: Option<(Near, &mut [i64])>,
    ) -> (&'a [i64], bool) {
        if let Some((near, places)) = margins {
            for (value, place) in values.iter().zip(places) {
                *place = near.margin(*value);
            }
        }
        (values, false)
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "what is cut off is looked at")]
    fn low_halves<'a>(
        values: &[i128],
        room: &'a mut [i64; BLOCK],
        margins: Option<(Near, &mut [i128])>,
    ) -> (&'a [i64], bool) {
        let mut long = 0;
        let mut half = |value: i128, word: &mut i64| {
            *word = value as i64;
            long |= (value >> 64) as i64 ^ *word >> 63;
            *word
        };
        let rows = values.iter().zip(room.iter_mut());
        match margins {
            // In the same pass: to read 128 bits once more costs more than the margin.
            Some((near, places)) => {
                for ((value, word), place) in rows.zip(places) {
                    *place = near.margin(half(*value, word)).into();
                }
            }
            None => {
                for (value, word) in rows {
                    half(*value, word);
                }
            }
        }
        (room.split_at(values.len().min(BLOCK)).0, long != 0)
    }
}
