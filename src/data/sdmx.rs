//! The codes of statistical exchange (SDMX) for the status of an observation, in the words of this crate.

use crate::data::{Mark, Status};
use crate::values::cell::folded;

/// How settled a value is by a code in brackets behind it, as in `14.3 (p)`. A forecast, or a break, is told otherwise.
pub(crate) fn settled(text: &str) -> Option<Status> {
    match status(text)? {
        (word @ ("final" | "provisional" | "estimated"), false) => match word.parse::<Mark>() {
            Ok(Mark::Status(status)) => Some(status),
            _ => None,
        },
        _ => None,
    }
}

/// The status that a code of the list CL_OBS_STATUS, or its name, stands for, and whether it marks a break in the series.
/// `None` for what is no such code, and for those codes for which there is no word here: they are refused with the rest.
pub(crate) fn status(text: &str) -> Option<(&'static str, bool)> {
    let word = folded(text.trim()).to_lowercase();
    Some(match word.as_str() {
        "a" | "normal value" | "normal" => ("final", false),
        "b" | "time series break" | "break" => ("final", true),
        "p" | "provisional value" | "v" | "unvalidated value" => ("provisional", false),
        "e" | "i" | "estimated value" | "imputed value" => ("estimated", false),
        "f" | "forecast value" => ("forecast", false),
        "l" => ("not_collected", false),
        "m" => ("not_applicable", false),
        "o" | "missing value" => ("not_reported", false),
        "q" | "missing value; suppressed" => ("suppressed", false),
        _ => return None,
    })
}
