//! One face for each kind of whole number, and the work that a report does with them.

use std::cmp::Ordering;
use std::hint::black_box;

#[path = "../../../src/values/exact/integer.rs"]
#[expect(dead_code, reason = "the core's own file, of which the work here uses a part")]
mod integer;
extern crate alloc;

/// What exact arithmetic asks of a whole number.
pub trait Whole: Clone {
    /// A machine number.
    fn of(value: i128) -> Self;
    /// The sum.
    fn plus(&self, other: &Self) -> Self;
    /// The product.
    fn times(&self, other: &Self) -> Self;
    /// Which is greater.
    fn compare(&self, other: &Self) -> Ordering;
    /// Quotient and remainder of positive numbers.
    fn divided_by(&self, divisor: &Self) -> (Self, Self);
    /// The greatest common divisor of positive numbers.
    fn common_divisor(&self, other: &Self) -> Self;
    /// Whether it is zero.
    fn is_zero(&self) -> bool;
}

/// The core's own.
#[derive(Clone)]
pub struct Own(integer::Integer);

impl Whole for Own {
    fn of(value: i128) -> Self {
        Self(integer::Integer::Small(value))
    }
    fn plus(&self, other: &Self) -> Self {
        Self(self.0.plus(&other.0))
    }
    fn times(&self, other: &Self) -> Self {
        Self(self.0.times(&other.0))
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.0.compare(&other.0)
    }
    fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        let (quotient, rest) = self.0.divided_by(&divisor.0).expect("not by zero");
        (Self(quotient), Self(rest))
    }
    fn common_divisor(&self, other: &Self) -> Self {
        Self(self.0.common_divisor(&other.0))
    }
    fn is_zero(&self) -> bool {
        self.0.signum() == 0
    }
}

/// `dashu-int`.
#[derive(Clone)]
pub struct Dashu(dashu_int::IBig);

impl Whole for Dashu {
    fn of(value: i128) -> Self {
        Self(value.into())
    }
    fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }
    fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
    fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        use dashu_int::ops::DivRem as _;
        let (quotient, rest) = (&self.0).div_rem(&divisor.0);
        (Self(quotient), Self(rest))
    }
    fn common_divisor(&self, other: &Self) -> Self {
        use dashu_int::ops::Gcd as _;
        Self((&self.0).gcd(&other.0).into())
    }
    fn is_zero(&self) -> bool {
        self.0.is_zero()
    }
}

/// `num-bigint`.
#[derive(Clone)]
pub struct Num(num_bigint::BigInt);

impl Whole for Num {
    fn of(value: i128) -> Self {
        Self(value.into())
    }
    fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }
    fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
    fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        let (quotient, rest) = num_integer::Integer::div_rem(&self.0, &divisor.0);
        (Self(quotient), Self(rest))
    }
    fn common_divisor(&self, other: &Self) -> Self {
        Self(num_integer::Integer::gcd(&self.0, &other.0))
    }
    fn is_zero(&self) -> bool {
        self.0.sign() == num_bigint::Sign::NoSign
    }
}

/// 256 bits, which is too narrow for some reports: the work here fits.
#[derive(Clone)]
pub struct Fixed(ethnum::I256);

impl Whole for Fixed {
    fn of(value: i128) -> Self {
        Self(value.into())
    }
    fn plus(&self, other: &Self) -> Self {
        Self(self.0 + other.0)
    }
    fn times(&self, other: &Self) -> Self {
        Self(self.0 * other.0)
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
    fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        (Self(self.0 / divisor.0), Self(self.0 % divisor.0))
    }
    fn common_divisor(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.0, other.0);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self(a)
    }
    fn is_zero(&self) -> bool {
        self.0 == 0
    }
}

/// Counts of twelve years: cases, and those at risk.
const COUNTS: [(i128, i128); 12] = [
    (1, 823),
    (0, 845),
    (2, 870),
    (0, 911),
    (1, 936),
    (1, 958),
    (0, 987),
    (3, 1_013),
    (1, 1_044),
    (2, 1_077),
    (1, 1_102),
    (0, 1_129),
];

/// A number that the compiler cannot work with beforehand.
fn w<W: Whole>(value: i128) -> W {
    W::of(black_box(value))
}

/// Verdicts: each year's rate beside 12 per 100,000, cross-multiplied.
pub fn verdicts<W: Whole>() -> usize {
    let (bound, per) = (w::<W>(12), w::<W>(100_000));
    let met = |(cases, births): &&(i128, i128)| {
        let left = w::<W>(*cases).times(&per);
        left.compare(&bound.times(&w::<W>(*births))) != Ordering::Greater
    };
    COUNTS.iter().filter(met).count()
}

/// Exact differences between years, and which is the larger: fractions over products of denominators.
pub fn slopes<W: Whole>() -> usize {
    let mut larger = 0;
    let part = |place: usize| (w::<W>(COUNTS[place].0 * 100_000), w::<W>(COUNTS[place].1));
    let difference = |place: usize| {
        let ((a, b), (c, d)) = (part(place), part(place + 1));
        (a.times(&d).plus(&w::<W>(-1).times(&c.times(&b))), b.times(&d))
    };
    for place in 0..10 {
        let ((a, b), (c, d)) = (difference(place), difference(place + 1));
        larger += usize::from(a.times(&d).compare(&c.times(&b)) == Ordering::Greater);
    }
    larger
}

/// A pooled rate of large counts, brought to lowest terms and written out: what goes beyond a machine number.
pub fn written<W: Whole>() -> usize {
    let wide = |seed: i128| w::<W>(seed).times(&w::<W>(987_654_321_987_654_321));
    let (top, bottom) = (wide(123_456_789_123_456_789), wide(223_456_789_123_456_787));
    let divisor = top.common_divisor(&bottom);
    let (top, bottom) = (top.divided_by(&divisor).0, bottom.divided_by(&divisor).0);
    let scale = w::<W>(10_i128.pow(30));
    let (mut rest, ten) = (top.times(&scale).divided_by(&bottom).0, w::<W>(10));
    let mut digits = 0;
    while !rest.is_zero() {
        rest = rest.divided_by(&ten).0;
        digits += 1;
    }
    digits
}
