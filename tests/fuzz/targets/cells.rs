//! Any text as a cell, a number, a period, a date, a unit: it is read or refused, and what is read prints as itself.

#![no_main]

use core::fmt::{Debug, Display};
use core::str::FromStr;

use dabiao::values::cell::Cell;
use dabiao::{
    Number, Year,
    values::{Date, Period, Ratio, Unit},
};
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
        // Beyond its digits a fraction is rounded where it is written, once.
        let written = ratio.decimal();
        assert_eq!(written.parse::<Ratio>().map(|again| again.decimal()).ok(), Some(written), "{text}");
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
