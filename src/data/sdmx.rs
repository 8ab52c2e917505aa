//! The codes of statistical exchange (SDMX) for the status of an observation, in the words of this crate.

/// The status that a code of the list CL_OBS_STATUS, or its name, stands for, and whether it marks a break in the series.
/// `None` for what is no such code, and for those codes for which there is no word here: they are refused with the rest.
pub(crate) fn status(text: &str) -> Option<(&'static str, bool)> {
    Some(match text.trim() {
        "A" | "a" | "Normal value" | "Normal" => ("final", false),
        "B" | "b" | "Time series break" | "Break" => ("final", true),
        "P" | "p" | "Provisional value" | "V" | "v" | "Unvalidated value" => ("provisional", false),
        "E" | "e" | "I" | "i" | "Estimated value" | "Imputed value" => ("estimated", false),
        "F" | "f" | "Forecast value" => ("forecast", false),
        "L" | "l" => ("not_collected", false),
        "M" | "m" => ("not_applicable", false),
        "O" | "o" | "Missing value" => ("not_reported", false),
        "Q" | "q" | "Missing value; suppressed" => ("suppressed", false),
        _ => return None,
    })
}
