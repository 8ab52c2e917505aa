//! Any text as a cell, a number, a period, a date, a unit: it is read or refused, and what is read prints as itself.

#![no_main]

use core::fmt::{Debug, Display};
use core::str::FromStr;

use dabiao::cell::Cell;
use dabiao::{Date, Number, Period, Ratio, Unit, Year};
use libfuzzer_sys::fuzz_target;

fn reads_back<T: FromStr + Display + PartialEq + Debug>(text: &str) -> Option<T> {
    let read = text.parse::<T>().ok()?;
    let printed = read.to_string();
    let again = printed.parse::<T>().ok();
    assert!(
        again.as_ref() == Some(&read),
        "`{text}` is read as {read:?}, printed as `{printed}` and read as {again:?}"
    );
    Some(read)
}

fuzz_target!(|text: &str| {
    if let Some(number) = reads_back::<Number>(text) {
        assert_eq!(number.to_string().parse::<Ratio>().ok(), Some(number.to_ratio()), "{text}");
    }
    if let Ok(ratio) = text.parse::<Ratio>() {
        // Its print is for the eye and rounds; what it is on the wire is exact.
        let written = serde_json::to_string(&ratio).unwrap_or_default();
        assert_eq!(serde_json::from_str::<Ratio>(&written).ok(), Some(ratio), "{text}: {written}");
    }
    reads_back::<Year>(text);
    reads_back::<Date>(text);
    reads_back::<Period>(text);
    if let Ok(unit) = text.parse::<Unit>() {
        assert_eq!(unit.code().parse::<Unit>().ok(), Some(unit), "{text}");
    }
    if let Ok(cell) = text.parse::<Cell>() {
        // Spaces around a cell are no part of it.
        let spaced = format!(" {text}\u{3000}");
        assert_eq!(spaced.parse::<Cell>().ok(), Some(cell), "{text}");
    }
});
