//! Numbers that spreadsheets and databases keep in binary.

use alloc::string::String;

use super::Number;
use crate::error::{Error, InvalidError, message, name};

impl Number {
    /// A number that a spreadsheet or a database keeps in binary, to 15 significant digits, as those programs show it.
    ///
    /// # Errors
    /// On what is no number, and on one that has more decimal places than it may have.
    ///
    /// ```
    /// use dabiao::Number;
    /// assert_eq!(Number::from_f64(89.99999999999999, 4)?.to_string(), "90");
    /// assert_eq!(Number::from_f64(0.1 + 0.2, 4)?.to_string(), "0.3");
    /// let error = Number::from_f64(1.0 / 3.0, 4).unwrap_err();
    /// assert_eq!(error.to_string(), "number `0.333333333333333` cannot be used: it has more than 4 decimal places; allow more, or round it");
    /// assert!(Number::from_f64(f64::NAN, 4).is_err());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn from_f64(value: f64, max_places: u32) -> Result<Self, Error> {
        let wrong = |given: String, en: String, zh: String| {
            Error::from(InvalidError::new(name("number", "数"), given, message(en, zh)))
        };
        let given = || alloc::format!("{value}");
        let none = || wrong(given(), "it is no number".into(), "不是数".into());
        let long = || wrong(given(), "it has more than 28 digits".into(), "超过28位数字".into());
        if !value.is_finite() {
            return Err(none());
        }
        // One digit before the point and fourteen behind it.
        let written = alloc::format!("{value:.14e}");
        let (digits, exponent) = written.split_once('e').ok_or_else(none)?;
        let mut mantissa: i128 = digits.replace('.', "").parse().map_err(|_| none())?;
        let mut places = 14 - exponent.parse::<i32>().map_err(|_| none())?;
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        if mantissa == 0 {
            return Ok(Self::ZERO);
        }
        while places < 0 {
            mantissa = mantissa.checked_mul(10).ok_or_else(long)?;
            places += 1;
        }
        let number = u32::try_from(places)
            .ok()
            .and_then(|places| Self::of_digits(mantissa, places))
            .ok_or_else(long)?;
        if number.places() > max_places {
            return Err(wrong(
                alloc::format!("{number}"),
                alloc::format!("it has more than {max_places} decimal places; allow more, or round it"),
                alloc::format!("小数超过{max_places}位"),
            ));
        }
        Ok(number)
    }
}
