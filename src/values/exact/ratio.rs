use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt;
use core::ops::{Add, Mul, Neg, Sub};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::Number;
use super::integer::Integer;
use crate::error::{Error, InvalidError, Name, ParseError, message, name};

/// An exact fraction of whole numbers: what a value, margin, gap or path is before anybody rounds it for print.
///
/// Arithmetic is exact at any size. Printing rounds, half to even, and only there.
///
/// ```
/// use dabiao::values::Ratio;
/// let third = Ratio::new(1, 3).unwrap();
/// assert!(Ratio::new(33, 100).unwrap() < third && Ratio::new(33, 99).unwrap() == third);
/// assert_eq!(third.rounded(4), "0.3333");
/// assert!(Ratio::new(1, 0).is_err());
/// ```
///
/// ```
/// use dabiao::values::Ratio;
/// let of = |top, bottom| Ratio::new(top, bottom).unwrap();
/// let (half, two) = (of(-5, 2), Ratio::whole(2));
/// assert_eq!((half.floor(), half.ceiling(), half.round(0)), (Some(-3), Some(-2), Ratio::whole(-2)));
/// assert_eq!((half.signum(), half.abs(), half.is_zero()), (-1, of(5, 2), false));
/// assert_eq!(half.over(&two), Some(of(-5, 4)));
/// assert_eq!(half.over(&Ratio::zero()), None);
/// assert_eq!(Ratio::median(&mut [two.clone(), half.clone(), Ratio::zero(), two]), Some(Ratio::whole(1)));
/// assert_eq!((half.to_number(), half.to_f64()), ("-2.5".parse().ok(), -2.5));
/// ```
#[derive(Debug, Clone)]
pub struct Ratio(Parts);

/// Numerator and denominator, the denominator positive.
#[derive(Debug, Clone)]
enum Parts {
    /// In machine words, as nearly all are: their products fit in 128 bits.
    Words(i64, i64),
    /// INVARIANT: one of the two does not fit in a machine word.
    Wide(Box<(Integer, Integer)>),
}

use Parts::{Wide, Words};

impl Ratio {
    /// `numerator / denominator`.
    ///
    /// # Errors
    /// If the denominator is zero.
    pub fn new(numerator: i128, denominator: i128) -> Result<Self, Error> {
        Self::quotient(numerator, denominator).ok_or_else(|| {
            let remedy = message("a denominator is not zero", "分母不能为零");
            InvalidError::new(name("ratio", "比"), alloc::format!("{numerator}/0"), remedy).into()
        })
    }

    /// `numerator / denominator`; `None` where the denominator is zero.
    #[inline]
    pub(crate) fn quotient(numerator: i128, denominator: i128) -> Option<Self> {
        if let (Ok(numerator), Ok(denominator @ 1..)) = (i64::try_from(numerator), i64::try_from(denominator))
        {
            if !is_wide(numerator) && !is_wide(denominator) {
                return Some(Self(Words(numerator, denominator)));
            }
        }
        Self::of(Integer::Small(numerator), Integer::Small(denominator))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i128) -> Self {
        match i64::try_from(value) {
            Ok(value) => Self(Words(value, 1)),
            Err(_) => Self::kept(Integer::Small(value), Integer::Small(1)),
        }
    }

    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self(Words(0, 1))
    }

    fn of(numerator: Integer, denominator: Integer) -> Option<Self> {
        let (numerator, denominator) = match denominator.signum() {
            0 => return None,
            1 => (numerator, denominator),
            _ => (numerator.negated(), denominator.negated()),
        };
        Some(Self::reduced_if_wide(numerator, denominator))
    }

    /// Two parts as they are, in machine words where these hold both.
    fn kept(numerator: Integer, denominator: Integer) -> Self {
        let word = |part: &Integer| part.to_i128().and_then(|part| i64::try_from(part).ok());
        match (word(&numerator), word(&denominator)) {
            (Some(numerator), Some(denominator)) => Self(Words(numerator, denominator)),
            _ => Self(Wide(Box::new((numerator, denominator)))),
        }
    }

    /// Reducing costs more than it saves while the parts are small.
    fn reduced_if_wide(numerator: Integer, denominator: Integer) -> Self {
        if !numerator.is_wide() && !denominator.is_wide() {
            return Self::kept(numerator, denominator);
        }
        let divisor = numerator.common_divisor(&denominator);
        match (numerator.divided_by(&divisor), denominator.divided_by(&divisor)) {
            (Some((numerator, _)), Some((denominator, _))) => Self::kept(numerator, denominator),
            _ => Self::kept(numerator, denominator),
        }
    }

    /// What machine words gave; the denominator is positive.
    #[inline]
    fn of_words(numerator: i128, denominator: i128) -> Self {
        if let (Ok(numerator), Ok(denominator)) = (i64::try_from(numerator), i64::try_from(denominator)) {
            if !is_wide(numerator) && !is_wide(denominator) {
                return Self(Words(numerator, denominator));
            }
        }
        Self::reduced_if_wide(Integer::Small(numerator), Integer::Small(denominator))
    }

    /// Both in machine words, where they are.
    #[inline]
    const fn words(&self, other: &Self) -> Option<[i128; 4]> {
        match (&self.0, &other.0) {
            (Words(a, b), Words(c, d)) => Some([*a as i128, *b as i128, *c as i128, *d as i128]),
            _ => None,
        }
    }

    /// Numerator and denominator.
    fn parts(&self) -> (Integer, Integer) {
        match &self.0 {
            Words(numerator, denominator) => {
                (Integer::Small((*numerator).into()), Integer::Small((*denominator).into()))
            }
            Wide(parts) => (**parts).clone(),
        }
    }

    /// -1, 0 or 1.
    #[must_use]
    #[inline]
    pub fn signum(&self) -> i8 {
        match &self.0 {
            Words(numerator, _) => match numerator.cmp(&0) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            },
            Wide(parts) => parts.0.signum(),
        }
    }

    /// Whether it is zero.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        self.signum() == 0
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.signum() < 0 { -self } else { self.clone() }
    }

    /// `self / divisor`; `None` for a zero divisor.
    #[must_use]
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        if let Some([a, b, c, d]) = self.words(divisor) {
            return match c.signum() {
                0 => None,
                1 => Some(Self::of_words(a * d, b * c)),
                _ => Some(Self::of_words(-(a * d), -(b * c))),
            };
        }
        let ((a, b), (c, d)) = (self.parts(), divisor.parts());
        Self::of(a.times(&d), b.times(&c))
    }

    /// The middle of the values, or the mean of the two middle ones; `None` of none. The values are left sorted.
    #[must_use]
    pub fn median(values: &mut [Self]) -> Option<Self> {
        values.sort_unstable();
        let upper = values.get(values.len() / 2)?;
        if values.len() % 2 == 1 {
            return Some(upper.clone());
        }
        let lower = values.get(values.len() / 2 - 1)?;
        (lower + upper).over(&Self::whole(2))
    }

    /// The magnitude in units of the last of so many decimals, rounded half to even.
    fn in_digits(&self, places: u32) -> Integer {
        if let Some(digits) = self.digits_in_words(places) {
            return digits;
        }
        let (numerator, denominator) = self.parts();
        let scaled = numerator.times(&power_of_ten(places));
        let Some((quotient, rest)) = scaled.divided_by(&denominator) else { return Integer::Small(0) };
        let quotient = if quotient.signum() < 0 { quotient.negated() } else { quotient };
        let up = match rest.times(&Integer::Small(2)).compare(&denominator) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => {
                quotient.divided_by(&Integer::Small(2)).is_some_and(|(_, odd)| odd.signum() != 0)
            }
        };
        if up { quotient.plus(&Integer::Small(1)) } else { quotient }
    }

    /// The same where machine words suffice.
    fn digits_in_words(&self, places: u32) -> Option<Integer> {
        // Ten to the eighteenth is the last power that leaves room for the numerator.
        let Words(numerator, denominator @ 1..) = &self.0 else { return None };
        let scale = 10_u64.checked_pow(places).filter(|_| places <= 18)?;
        let scaled = u128::from(numerator.unsigned_abs()) * u128::from(scale);
        let denominator = denominator.unsigned_abs();
        let (quotient, rest) = match u64::try_from(scaled) {
            Ok(scaled) => (u128::from(scaled / denominator), u128::from(scaled % denominator)),
            Err(_) => (scaled / u128::from(denominator), scaled % u128::from(denominator)),
        };
        let up = match (2 * rest).cmp(&u128::from(denominator)) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => quotient % 2 == 1,
        };
        i128::try_from(quotient + u128::from(up)).ok().map(Integer::Small)
    }

    /// The value as text with exactly `places` decimals, rounded half to even.
    #[must_use]
    pub fn rounded(&self, places: u32) -> String {
        let mut rest = self.in_digits(places);
        let negative = self.signum() < 0 && rest.signum() != 0;
        let mut digits = alloc::vec::Vec::new();
        while rest.signum() != 0 {
            let Some((next, digit)) = rest.divided_by(&Integer::Small(10)) else { break };
            digits.push(char::from(b'0' + digit.to_i128().and_then(|d| u8::try_from(d).ok()).unwrap_or(0)));
            rest = next;
        }
        while digits.len() <= places as usize {
            digits.push('0');
        }
        let mut text = String::with_capacity(digits.len() + 2);
        if negative {
            text.push('-');
        }
        for (place, digit) in digits.iter().enumerate().rev() {
            text.push(*digit);
            if place == places as usize && place != 0 {
                text.push('.');
            }
        }
        text
    }

    /// The value as decimal text: exact where it has an exact decimal of at most 28 digits, else rounded half to even to 12
    /// decimals, or to as many more as it takes to tell it from zero. Reading the text and writing it again gives the same text.
    ///
    /// ```
    /// use dabiao::values::Ratio;
    /// assert_eq!(Ratio::new(1, 8).unwrap().decimal(), "0.125");
    /// assert_eq!(Ratio::new(100_000, 823).unwrap().decimal(), "121.506682867558");
    /// assert_eq!(Ratio::new(1, 3 * 10_i128.pow(14)).unwrap().decimal(), "0.000000000000003333333333");
    /// assert_eq!("0.125".parse::<Ratio>()?, Ratio::new(1, 8).unwrap());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn decimal(&self) -> String {
        if let Some(number) = self.to_number() {
            return number.to_string();
        }
        let mut places = 12;
        loop {
            let text = self.rounded(places);
            // A fraction of two counts and a bound differs from zero long before this many decimals.
            if places >= 96 || text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
                return String::from(text.trim_end_matches('0').trim_end_matches('.'));
            }
            places += 12;
        }
    }

    /// The greatest whole number not above it; `None` beyond `i128`.
    #[must_use]
    pub fn floor(&self) -> Option<i128> {
        if let Words(numerator, denominator) = &self.0 {
            // The denominator is positive, so that nothing overflows.
            return numerator.checked_div_euclid(*denominator).map(i128::from);
        }
        let (numerator, denominator) = self.parts();
        let (quotient, rest) = numerator.divided_by(&denominator)?;
        let towards_zero = quotient.to_i128()?;
        if self.signum() < 0 && rest.signum() != 0 { towards_zero.checked_sub(1) } else { Some(towards_zero) }
    }

    /// The least whole number not below it; `None` beyond `i128`.
    #[must_use]
    pub fn ceiling(&self) -> Option<i128> {
        (-self).floor()?.checked_neg()
    }

    /// The value rounded, half to even, to so many decimals, as a fraction again.
    #[must_use]
    pub fn round(&self, places: u32) -> Self {
        let magnitude = Self::of(self.in_digits(places), power_of_ten(places)).unwrap_or_else(Self::zero);
        if self.signum() < 0 { -magnitude } else { magnitude }
    }

    /// Whether it is a whole number.
    pub(crate) fn is_whole(&self) -> bool {
        match &self.0 {
            Words(numerator, denominator) => numerator.checked_rem(*denominator) == Some(0),
            Wide(_) => *self == self.round(0),
        }
    }

    /// The digits of the value with the point before the last `places` of them, and whether they are the value itself and not
    /// rounded, half to even: what a column of decimals holds. `None` beyond `i128`.
    ///
    /// ```
    /// use dabiao::values::Ratio;
    /// assert_eq!(Ratio::new(-1, 8)?.scaled(3), Some((-125, true)));
    /// assert_eq!(Ratio::new(100_000, 823)?.scaled(2), Some((12_151, false)));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn scaled(&self, places: u32) -> Option<(i128, bool)> {
        let size = self.in_digits(places);
        let digits = if self.signum() < 0 { size.negated() } else { size }.to_i128()?;
        let exact = match &self.0 {
            // Both products fit: a word has nineteen digits, and so many places twenty at most.
            Words(numerator, denominator) if places <= 18 => {
                let whole = i128::from(*numerator) * 10_i128.pow(places);
                digits.checked_mul(i128::from(*denominator)) == Some(whole)
            }
            _ => Self::of(Integer::Small(digits), power_of_ten(places)).as_ref() == Some(self),
        };
        Some((digits, exact))
    }

    /// The fraction in lowest terms, as text: `100000/823`, and a whole number without a denominator.
    ///
    /// ```
    /// use dabiao::values::Ratio;
    /// assert_eq!(Ratio::new(-200_000, 1_646)?.fraction(), "-100000/823");
    /// assert_eq!(Ratio::new(24, 2)?.fraction(), "12");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn fraction(&self) -> String {
        let (numerator, denominator) = self.parts();
        let divisor = numerator.common_divisor(&denominator);
        let part = |whole: Integer| match whole.divided_by(&divisor).map(|(part, _)| part) {
            Some(Integer::Small(part)) => part.to_string(),
            Some(part) => Self::kept(part, Integer::Small(1)).rounded(0),
            None => String::new(),
        };
        match (part(numerator), part(denominator)) {
            (numerator, one) if one == "1" => numerator,
            (numerator, denominator) => alloc::format!("{numerator}/{denominator}"),
        }
    }

    /// Numerator and denominator without a common divisor, the denominator positive; `None` beyond `i128`.
    pub(crate) fn lowest_terms(&self) -> Option<(i128, i128)> {
        let (numerator, denominator) = self.parts();
        let divisor = numerator.common_divisor(&denominator);
        let (numerator, _) = numerator.divided_by(&divisor)?;
        let (denominator, _) = denominator.divided_by(&divisor)?;
        Some((numerator.to_i128()?, denominator.to_i128()?))
    }

    /// The shortest exact decimal, where the fraction has one of at most 28 digits.
    #[must_use]
    pub fn to_number(&self) -> Option<Number> {
        let (numerator, denominator) = self.parts();
        let divisor = numerator.common_divisor(&denominator);
        let (denominator, _) = denominator.divided_by(&divisor)?;
        let mut rest = denominator.to_i128()?;
        let mut places = 0;
        for factor in [10, 2, 5] {
            while rest % factor == 0 {
                rest /= factor;
                places += 1;
            }
        }
        if rest != 1 || places > Decimal::MAX_SCALE {
            return None;
        }
        let size = self.in_digits(places).to_i128()?;
        Number::of_digits(if self.signum() < 0 { -size } else { size }, places)
    }

    /// The nearest `f64` of its first forty decimals, for statistics and drawing; never for a verdict.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // A whole number of up to 53 bits is an `f64` exactly, and one division rounds once.
        if let Words(numerator, denominator) = &self.0 {
            let exact = |part: i64| (part.unsigned_abs() >> 53 == 0).then_some(part as f64);
            if let (Some(numerator), Some(denominator)) = (exact(*numerator), exact(*denominator)) {
                return quotient(numerator, denominator);
            }
        }
        self.rounded(40).parse().unwrap_or(0.0)
    }
}

/// Whether a part has grown so far that reducing pays.
#[inline]
const fn is_wide(part: i64) -> bool {
    part.unsigned_abs() >> 62 != 0
}

fn power_of_ten(places: u32) -> Integer {
    match 10_i128.checked_pow(places) {
        Some(power) => Integer::Small(power),
        None => (0..places).fold(Integer::Small(1), |power, _| power.times(&Integer::Small(10))),
    }
}

#[expect(clippy::float_arithmetic, reason = "the conversion itself")]
fn quotient(numerator: f64, denominator: f64) -> f64 {
    numerator / denominator
}

impl fmt::Display for Ratio {
    /// The exact decimal where there is one, else six decimals; `{:.2}` rounds to two.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (f.precision(), self.to_number()) {
            (Some(places), _) => self.rounded(u32::try_from(places).unwrap_or(28).min(28)),
            (None, Some(number)) => number.to_string(),
            (None, None) => self.rounded(6),
        };
        f.pad_integral(!text.starts_with('-'), "", text.trim_start_matches('-'))
    }
}

impl FromStr for Ratio {
    type Err = Error;

    /// Decimal text of at most 200 characters, read exactly.
    fn from_str(text: &str) -> Result<Self, Error> {
        const WHAT: Name = name("a number", "数");
        if text.len() > 200 {
            let reason = message("more than 200 characters", "超过200个字符");
            return Err(ParseError::new(text, WHAT, reason).into());
        }
        let bare = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = bare.split_once('.').unwrap_or((bare, "0"));
        let mut magnitude = Integer::Small(0);
        let mut scale = Integer::Small(1);
        for (digits, behind_the_point) in [(whole, false), (decimals, true)] {
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                let remedy = message(
                    "write digits, with a point and a minus where needed",
                    "请写数字，需要时带小数点和负号",
                );
                return Err(ParseError::new(text, WHAT, remedy).into());
            }
            for digit in digits.bytes() {
                let digit = Integer::Small(i128::from(digit - b'0'));
                magnitude = magnitude.times(&Integer::Small(10)).plus(&digit);
                if behind_the_point {
                    scale = scale.times(&Integer::Small(10));
                }
            }
        }
        let value = Self::of(magnitude, scale).unwrap_or_else(Self::zero);
        Ok(if text.starts_with('-') { -value } else { value })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Ratio {
    /// As [`decimal`](Self::decimal).
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.decimal())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Ratio {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl PartialEq for Ratio {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match self.words(other) {
            Some([a, b, c, d]) => (a * d).cmp(&(c * b)),
            None => {
                let ((a, b), (c, d)) = (self.parts(), other.parts());
                a.times(&d).compare(&c.times(&b))
            }
        }
    }
}

impl Neg for &Ratio {
    type Output = Ratio;

    fn neg(self) -> Ratio {
        match &self.0 {
            Words(numerator, denominator) if *numerator != i64::MIN => {
                Ratio(Words(-*numerator, *denominator))
            }
            _ => {
                let (numerator, denominator) = self.parts();
                Ratio::kept(numerator.negated(), denominator)
            }
        }
    }
}

impl Add for &Ratio {
    type Output = Ratio;

    fn add(self, other: &Ratio) -> Ratio {
        if let Some([a, b, c, d]) = self.words(other) {
            // What is in the same parts stays in them.
            return if b == d { Ratio::of_words(a + c, b) } else { Ratio::of_words(a * d + c * b, b * d) };
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Ratio::reduced_if_wide(a.times(&d).plus(&c.times(&b)), b.times(&d))
    }
}

impl Sub for &Ratio {
    type Output = Ratio;

    fn sub(self, other: &Ratio) -> Ratio {
        if let Some([a, b, c, d]) = self.words(other) {
            return if b == d { Ratio::of_words(a - c, b) } else { Ratio::of_words(a * d - c * b, b * d) };
        }
        self + &-other
    }
}

impl Mul for &Ratio {
    type Output = Ratio;

    fn mul(self, other: &Ratio) -> Ratio {
        if let Some([a, b, c, d]) = self.words(other) {
            return Ratio::of_words(a * c, b * d);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Ratio::reduced_if_wide(a.times(&c), b.times(&d))
    }
}

macro_rules! by_value {
    ($($trait:ident $method:ident),+) => { $(
        impl $trait for Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio { (&self).$method(&other) }
        }
        impl $trait<&Ratio> for Ratio {
            type Output = Ratio;
            fn $method(self, other: &Ratio) -> Ratio { (&self).$method(other) }
        }
        impl $trait<Ratio> for &Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio { self.$method(&other) }
        }
    )+ };
}

by_value!(Add add, Sub sub, Mul mul);

impl Neg for Ratio {
    type Output = Ratio;

    fn neg(self) -> Ratio {
        -&self
    }
}
