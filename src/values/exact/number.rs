use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use super::Ratio;
use crate::error::{Error, Name, ParseError, message, name, too_long};

/// A decimal number exactly as printed: `7.40` keeps its zero, equals `7.4`, and is never rounded on the way in.
///
/// At most 28 digits. Full-width digits, separators and units belong to a *cell* ([`crate::values::cell`]), not to a number.
///
/// ```
/// use dabiao::Number;
/// let number: Number = "7.40".parse()?;
/// assert_eq!(number.to_string(), "7.40");
/// assert_eq!(number, "7.4".parse()?);
/// assert!("7,40".parse::<Number>().is_err() && "1e3".parse::<Number>().is_err());
/// # Ok::<(), dabiao::Error>(())
/// ```
///
/// ```
/// use dabiao::Number;
/// let number = Number::literal("-7.40");
/// assert_eq!((number.mantissa(), number.places()), (-740, 2));
/// assert_eq!(number.to_ratio().to_string(), number.to_decimal().normalize().to_string());
/// assert!(number < Number::ZERO);
/// ```
/// A binary fraction is no decimal; [`from_f64`](Self::from_f64) takes one that a program keeps, and there is no other way in:
/// ```compile_fail,E0277
/// let number = dabiao::Number::from(12.3);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(Decimal);

const WHAT: Name = name("a number", "数");

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A literal, read when the program is compiled: a text that is no number does not compile in a `const`.
    ///
    /// ```
    /// use dabiao::Number;
    /// const NINETY: Number = Number::literal("90.0");
    /// assert_eq!(NINETY.to_string(), "90.0");
    /// ```
    /// ```compile_fail,E0080
    /// use dabiao::Number;
    /// const SLIP: Number = Number::literal("9O.0");
    /// ```
    ///
    /// # Panics
    /// On a text that is not a decimal number of at most 28 digits. Meant for constants; at run time use `parse`.
    #[must_use]
    #[track_caller]
    pub const fn literal(text: &str) -> Self {
        match read(text.as_bytes()) {
            Ok(number) => number,
            #[expect(clippy::panic, reason = "a wrong literal must fail the build")]
            Err(_) => panic!("{}", Quoted::new(text, " is not a decimal number").as_str()),
        }
    }

    /// Digits with the point before the last `places` of them.
    ///
    /// # Errors
    /// Beyond 28 digits or 28 places.
    ///
    /// ```
    /// use dabiao::Number;
    /// assert_eq!(Number::new(-23, 1)?.to_string(), "-2.3");
    /// assert!(Number::new(10_i128.pow(28), 0).is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn new(mantissa: i128, places: u32) -> Result<Self, Error> {
        Self::of_digits(mantissa, places).ok_or_else(|| {
            let given = alloc::format!("{mantissa}e-{places}");
            ParseError::new(&given, WHAT, too_long()).into()
        })
    }

    /// The same; `None` beyond 28 digits or places.
    pub(crate) fn of_digits(mantissa: i128, places: u32) -> Option<Self> {
        if mantissa.unsigned_abs() >= 10_u128.pow(28) || places > Decimal::MAX_SCALE {
            return None;
        }
        Decimal::try_from_i128_with_scale(mantissa, places).ok().map(Self)
    }

    /// A text that is a number; without the error, which takes long to make.
    pub(crate) fn of_text(text: &str) -> Option<Self> {
        read(text.as_bytes()).ok()
    }

    /// The digits without the point, with the sign.
    #[must_use]
    #[inline]
    pub const fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// How many digits stand after the point.
    #[must_use]
    #[inline]
    pub const fn places(self) -> u32 {
        self.0.scale()
    }

    /// As an exact fraction.
    #[must_use]
    pub fn to_ratio(self) -> Ratio {
        let one = match POWERS_OF_TEN.get(self.places() as usize) {
            Some(power) => i128::from(*power),
            None => 10_i128.pow(self.places()),
        };
        Ratio::quotient(self.mantissa(), one).unwrap_or_else(Ratio::zero)
    }

    /// What a number was probably meant to be that looks like the residue of binary arithmetic: 16 digits or more, which to 15 of
    /// them is a short number, of ten digits at most.
    ///
    /// ```
    /// use dabiao::Number;
    /// assert_eq!(Number::literal("89.99999999999999").residue_of(), Some(Number::literal("90")));
    /// assert_eq!(Number::literal("66.66666666666667").residue_of(), None);
    /// ```
    #[must_use]
    pub fn residue_of(self) -> Option<Self> {
        let size = self.mantissa().abs();
        if size < 10_i128.pow(15) {
            return None;
        }
        let digits = size.checked_ilog10()? + 1;
        let beyond = digits.checked_sub(15).filter(|beyond| *beyond > 0)?;
        let unit = 10_i128.pow(beyond);
        let mut kept = (size + unit / 2) / unit;
        let mut places = self.places().checked_sub(beyond)?;
        while kept % 10 == 0 && kept != 0 && places > 0 {
            kept /= 10;
            places -= 1;
        }
        let short = kept.checked_ilog10()? < 10;
        let exact = kept.checked_mul(10_i128.pow(self.places() - places))? == size;
        let sign = self.mantissa().signum();
        if short && !exact { Self::of_digits(kept * sign, places) } else { None }
    }

    /// As a decimal of `rust_decimal`.
    #[must_use]
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }
}

/// Those that numbers of a table need.
const POWERS_OF_TEN: [u32; 10] =
    [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/// A message that quotes a literal. The compiler puts it together, which can format nothing but text.
struct Quoted {
    bytes: [u8; 96],
    length: usize,
}

#[expect(clippy::indexing_slicing, reason = "const code has no iterators; the loops keep the place inside")]
impl Quoted {
    const fn new(text: &str, end: &str) -> Self {
        let mut quoted = Self { bytes: [0; 96], length: 0 };
        quoted.push("`", 1);
        quoted.push(text, 60);
        quoted.push("`", 1);
        quoted.push(end, 30);
        quoted
    }

    /// As many whole characters as fit into so many bytes.
    const fn push(&mut self, text: &str, limit: usize) {
        let bytes = text.as_bytes();
        let mut kept = if bytes.len() < limit { bytes.len() } else { limit };
        while kept < bytes.len() && bytes[kept] & 0xc0 == 0x80 {
            kept -= 1;
        }
        let mut place = 0;
        while place < kept {
            self.bytes[self.length] = bytes[place];
            self.length += 1;
            place += 1;
        }
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "not a decimal number",
        }
    }
}

/// What stopped the reading: a character's place, or too many digits.
enum Stop {
    At(usize),
    Empty,
    TooLong,
}

/// The whole grammar: an optional minus, digits, and optionally a point with digits after it.
#[expect(clippy::indexing_slicing, reason = "const code has no iterators; the loop keeps the place inside")]
#[expect(clippy::cast_possible_truncation, reason = "the three words of a 96-bit number")]
const fn read(text: &[u8]) -> Result<Number, Stop> {
    let negative = !text.is_empty() && text[0] == b'-';
    let start = if negative { 1 } else { 0 };
    let mut place = start;
    let mut value: u128 = 0;
    let mut digits: u32 = 0;
    let mut point: Option<u32> = None;
    while place < text.len() {
        match text[place] {
            digit @ b'0'..=b'9' => {
                value = value * 10 + (digit - b'0') as u128;
                digits += 1;
                // 28 decimal digits always fit 96 bits.
                if value >= 10_u128.pow(28) || digits > 60 {
                    return Err(Stop::TooLong);
                }
            }
            b'.' if point.is_none() && digits > 0 => point = Some(digits),
            _ => return Err(Stop::At(place)),
        }
        place += 1;
    }
    if digits == 0 {
        return Err(Stop::Empty);
    }
    let places = match point {
        Some(before) if before == digits => return Err(Stop::At(text.len() - 1)),
        Some(before) if digits - before > 28 => return Err(Stop::TooLong),
        Some(before) => digits - before,
        None => 0,
    };
    let (low, middle, high) = (value as u32, (value >> 32) as u32, (value >> 64) as u32);
    Ok(Number(Decimal::from_parts(low, middle, high, negative && value != 0, places)))
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        read(text.as_bytes()).map_err(|stop| {
            let error = match stop {
                Stop::Empty => ParseError::new(text, WHAT, message("there is no digit", "没有数字")),
                Stop::TooLong => ParseError::new(text, WHAT, too_long()),
                Stop::At(byte) => {
                    let before = text.char_indices().take_while(|(start, _)| *start < byte).count();
                    match text.char_indices().find(|(start, _)| *start >= byte) {
                        Some((start, found)) if start == byte => {
                            ParseError::at(text, WHAT, found, before + 1)
                        }
                        _ => {
                            ParseError::new(text, WHAT, message("it does not end in a digit", "末尾不是数字"))
                        }
                    }
                }
            };
            error.into()
        })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl TryFrom<Decimal> for Number {
    type Error = Error;

    /// Refuses the few decimals of 29 digits; minus zero becomes zero.
    fn try_from(value: Decimal) -> Result<Self, Error> {
        alloc::string::ToString::to_string(&value).parse()
    }
}

macro_rules! whole_numbers {
    ($($whole:ty),+) => { $(
        impl From<$whole> for Number {
            fn from(value: $whole) -> Self {
                Self(value.into())
            }
        }
    )+ };
}

whole_numbers!(i32, i64, u32, u64);

#[cfg(feature = "serde")]
impl serde::Serialize for Number {
    /// Always a string: a JSON number would pass through binary floating point in most readers.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
