//! The codes of statistical exchange (SDMX) in the words of `dabiao`.

use dabiao::data::Mark;
use dabiao::values::{Residence, Sex};

/// The status that a code of the list CL_OBS_STATUS stands for, and whether it marks a break in the series. What is not such
/// a code, or is a word already, stays as it is.
///
/// ```
/// use dabiao_tables::sdmx::status;
/// assert_eq!(status("p"), ("provisional", false));
/// assert_eq!(status("B"), ("final", true));
/// assert_eq!(status("快报"), ("快报", false));
/// // No word for these: they are refused where the row is read.
/// assert_eq!(status("U"), ("U", false));
/// ```
#[must_use]
pub fn status(text: &str) -> (&str, bool) {
    if text.parse::<Mark>().is_ok() {
        return (text, false);
    }
    match text.trim() {
        "A" | "a" | "V" | "v" | "Normal value" | "Normal" => ("final", false),
        "B" | "b" => ("final", true),
        "P" | "p" | "Provisional value" => ("provisional", false),
        "E" | "e" | "I" | "i" | "Estimated value" => ("estimated", false),
        "F" | "f" | "Forecast value" => ("forecast", false),
        "L" | "l" => ("not_collected", false),
        "M" | "m" => ("not_applicable", false),
        "O" | "o" | "Missing value" => ("not_reported", false),
        "Q" | "q" => ("suppressed", false),
        _ => (text, false),
    }
}

/// The sex that a code of the list CL_SEX stands for; a word stays as it is.
#[must_use]
pub fn sex(text: &str) -> &str {
    if text.parse::<Sex>().is_ok() {
        return text;
    }
    match text.trim().to_lowercase().as_str() {
        "f" | "female" => "female",
        "m" | "male" => "male",
        "_t" | "t" | "both sexes" | "total" => "total",
        _ => text,
    }
}

/// The residence that a code of the list CL_URBANISATION stands for; a word stays as it is.
#[must_use]
pub fn residence(text: &str) -> &str {
    if text.parse::<Residence>().is_ok() {
        return text;
    }
    match text.trim().to_lowercase().as_str() {
        "u" | "urban" => "urban",
        "r" | "rural" => "rural",
        "_t" | "t" | "total" => "total",
        _ => text,
    }
}
