//! Whole numbers without a limit: an `i128` while it fits, limbs on the heap beyond.
//!
//! Products of a few counts stay in `i128`; only slopes and projections over large counts go further.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

#[derive(Debug, Clone)]
pub(super) enum Integer {
    Small(i128),
    /// Magnitude in base 2^32, lowest limb first, no leading zero limb; larger than any `i128`.
    Large {
        negative: bool,
        limbs: Vec<u32>,
    },
}

use Integer::{Large, Small};

impl Integer {
    pub(super) fn signum(&self) -> i8 {
        match self {
            Small(value) => match value.cmp(&0) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            },
            Large { negative: true, .. } => -1,
            Large { negative: false, .. } => 1,
        }
    }

    pub(super) fn negated(&self) -> Self {
        match self {
            Small(value) => match value.checked_neg() {
                Some(value) => Small(value),
                None => from_parts(false, limbs_of(value.unsigned_abs())),
            },
            Large { negative, limbs } => from_parts(!negative, limbs.clone()),
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        if let Some(sum) = self.small(other).and_then(|(a, b)| a.checked_add(b)) {
            return Small(sum);
        }
        let ((a_negative, a), (b_negative, b)) = (self.parts(), other.parts());
        if a_negative == b_negative {
            return from_parts(a_negative, add(&a, &b));
        }
        match compare(&a, &b) {
            Ordering::Less => from_parts(b_negative, subtract(&b, &a)),
            _ => from_parts(a_negative, subtract(&a, &b)),
        }
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        if let Some(product) = self.small(other).and_then(|(a, b)| a.checked_mul(b)) {
            return Small(product);
        }
        let ((a_negative, a), (b_negative, b)) = (self.parts(), other.parts());
        from_parts(a_negative != b_negative, multiply(&a, &b))
    }

    /// Quotient towards zero and the remainder's magnitude; `None` for a zero divisor.
    pub(super) fn divided_by(&self, divisor: &Self) -> Option<(Self, Self)> {
        if divisor.signum() == 0 {
            return None;
        }
        if let Some((a, b)) = self.small(divisor) {
            // Machine words divide in a tenth of the time.
            if let (Ok(a), Ok(b)) = (i64::try_from(a), i64::try_from(b)) {
                if let Some(quotient) = a.checked_div(b) {
                    return Some((Small(quotient.into()), Small((a - quotient * b).unsigned_abs().into())));
                }
            }
            if let Some(quotient) = a.checked_div(b) {
                return Some((Small(quotient), Small((a - quotient * b).checked_abs()?)));
            }
        }
        let ((a_negative, a), (b_negative, b)) = (self.parts(), divisor.parts());
        let (quotient, rest) = divide(&a, &b);
        Some((from_parts(a_negative != b_negative, quotient), from_parts(false, rest)))
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        if let (Small(a), Small(b)) = (self, other) {
            return a.cmp(b);
        }
        let ((a_negative, a), (b_negative, b)) = (self.parts(), other.parts());
        match (a_negative, b_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => compare(&a, &b),
            (true, true) => compare(&b, &a),
        }
    }

    /// The greatest common divisor of the magnitudes.
    pub(super) fn common_divisor(&self, other: &Self) -> Self {
        if let Some((a, b)) = self.small(other) {
            if let Ok(divisor) = i128::try_from(common_divisor(a.unsigned_abs(), b.unsigned_abs())) {
                return Small(divisor);
            }
        }
        let (mut a, mut b) = (self.clone(), other.clone());
        while b.signum() != 0 {
            let Some((_, rest)) = a.divided_by(&b) else { break };
            a = b;
            b = rest;
        }
        if a.signum() < 0 { a.negated() } else { a }
    }

    /// Whether the magnitude leaves no room for another product in `i128`.
    pub(super) fn is_wide(&self) -> bool {
        match self {
            Small(value) => value.unsigned_abs() >> 62 != 0,
            Large { .. } => true,
        }
    }

    pub(super) fn to_i128(&self) -> Option<i128> {
        match self {
            Small(value) => Some(*value),
            Large { .. } => None,
        }
    }

    /// Both as machine numbers, where they are.
    fn small(&self, other: &Self) -> Option<(i128, i128)> {
        match (self, other) {
            (Small(a), Small(b)) => Some((*a, *b)),
            _ => None,
        }
    }

    fn parts(&self) -> (bool, Vec<u32>) {
        match self {
            Small(value) => (*value < 0, limbs_of(value.unsigned_abs())),
            Large { negative, limbs } => (*negative, limbs.clone()),
        }
    }
}

fn from_parts(negative: bool, mut limbs: Vec<u32>) -> Integer {
    while limbs.last() == Some(&0) {
        limbs.pop();
    }
    if limbs.len() <= 4 {
        let magnitude = limbs.iter().rev().fold(0_u128, |value, limb| value << 32 | u128::from(*limb));
        let value = match negative {
            true => 0_i128.checked_sub_unsigned(magnitude),
            false => i128::try_from(magnitude).ok(),
        };
        if let Some(value) = value {
            return Small(value);
        }
    }
    Large { negative, limbs }
}

/// Euclid's, in machine words as soon as they hold both.
fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a), u64::try_from(b)) {
            while b != 0 {
                (a, b) = (b, a % b);
            }
            return a.into();
        }
        (a, b) = (b, a % b);
    }
    a
}

#[expect(clippy::cast_possible_truncation, reason = "a limb is the low half by design")]
fn low(value: u64) -> u32 {
    value as u32
}

fn limbs_of(mut magnitude: u128) -> Vec<u32> {
    let mut limbs = Vec::with_capacity(4);
    while magnitude != 0 {
        limbs.push(low((magnitude & 0xffff_ffff) as u64));
        magnitude >>= 32;
    }
    limbs
}

fn compare(a: &[u32], b: &[u32]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

fn add(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut sum = Vec::with_capacity(a.len().max(b.len()) + 1);
    let mut carry = 0_u64;
    for place in 0..a.len().max(b.len()) {
        let limb = |limbs: &[u32]| u64::from(limbs.get(place).copied().unwrap_or(0));
        carry += limb(a) + limb(b);
        sum.push(low(carry));
        carry >>= 32;
    }
    sum.push(low(carry));
    sum
}

/// `a - b` for `a >= b`.
fn subtract(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut difference = Vec::with_capacity(a.len());
    let mut borrowed = false;
    for (place, limb) in a.iter().enumerate() {
        let (partial, first) = limb.overflowing_sub(b.get(place).copied().unwrap_or(0));
        let (partial, second) = partial.overflowing_sub(u32::from(borrowed));
        borrowed = first || second;
        difference.push(partial);
    }
    while difference.last() == Some(&0) {
        difference.pop();
    }
    difference
}

fn multiply(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut product = vec![0_u32; a.len() + b.len()];
    for (shift, x) in a.iter().enumerate() {
        let mut carry = 0_u64;
        let places = product.iter_mut().skip(shift);
        for (place, y) in places.zip(b.iter().map(|limb| u64::from(*limb)).chain(core::iter::repeat(0))) {
            carry += u64::from(*place) + u64::from(*x) * y;
            *place = low(carry);
            carry >>= 32;
        }
    }
    product
}

/// Long division: limb by limb where the divisor is one limb, as for digits; else bit by bit, for sizes here are a few hundred
/// bits, and it runs for reduction only.
fn divide(a: &[u32], b: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut quotient = vec![0_u32; a.len()];
    if let [divisor] = b {
        let (divisor, mut rest) = (u64::from(*divisor).max(1), 0_u64);
        for (limb, digit) in a.iter().zip(quotient.iter_mut()).rev() {
            let value = rest << 32 | u64::from(*limb);
            *digit = low(value / divisor);
            rest = value % divisor;
        }
        return (quotient, vec![low(rest)]);
    }
    let mut rest: Vec<u32> = Vec::with_capacity(b.len() + 1);
    for (limb, digit) in a.iter().zip(quotient.iter_mut()).rev() {
        for bit in (0..32).rev() {
            double(&mut rest, limb >> bit & 1);
            if compare(&rest, b) != Ordering::Less {
                rest = subtract(&rest, b);
                *digit |= 1 << bit;
            }
        }
    }
    (quotient, rest)
}

/// `limbs * 2 + bit`, in place.
fn double(limbs: &mut Vec<u32>, bit: u32) {
    let mut carry = bit;
    for limb in limbs.iter_mut() {
        let next = *limb >> 31;
        *limb = *limb << 1 | carry;
        carry = next;
    }
    if carry != 0 {
        limbs.push(carry);
    }
}
