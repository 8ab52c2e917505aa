//! What the targets share: the catalogue, built once, and an independent count of the lines of a text table.

use std::sync::LazyLock;

use dabiao::Catalogue;
use dabiao_tables::rows::SEPARATORS;

/// The built-in catalogue. Built for each input, it would take most of the time.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::hangjin);

/// The lines of a text, CRLF, CR and LF alike.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\r', '\n']) else {
            rest = None;
            return Some(text);
        };
        let (line, behind) = text.split_at(end);
        rest = Some(behind.strip_prefix("\r\n").unwrap_or(&behind[1..]));
        Some(line)
    })
}

/// How many rows a text must have at least and may have at most: a line that holds more than blanks and what may separate cells is a
/// row, and a line that holds nothing is none. Where a quote may join lines, or the first line names a separator, only the second is
/// sure.
#[must_use]
pub fn rows(text: &str) -> (usize, usize) {
    let held = |line: &&str| line.chars().any(|found| !SEPARATORS.contains(&found) && !found.is_whitespace());
    let least = match text.contains('"') || text.to_lowercase().starts_with("sep=") {
        true => 0,
        false => lines(text).filter(held).count(),
    };
    (least, lines(text).filter(|line| !line.trim().is_empty()).count())
}
