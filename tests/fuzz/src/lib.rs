//! What the targets share: the catalogue, built once, and independent readings of lines, numbers and cells.

pub mod book;
pub mod wording;

use std::collections::BTreeSet;
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

/// The lines, from 1, that a reader has to account for: on each of the first a row begins, and a row may begin on each of the
/// second.
///
/// A line that holds more than blanks and what may separate cells begins a row, and one that holds nothing begins none. A quote may
/// join lines: sure are then those up to the first quote and those behind the line of the last.
#[must_use]
pub fn rows(text: &str) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let first = lines(text).next().unwrap_or_default();
    // Whether the line names a separator or is a row is the reader's business, and so is what it then takes for one.
    let named = first.to_lowercase().trim_matches('"').starts_with("sep=").then_some(first);
    let separates = |found: char| {
        SEPARATORS.contains(&found) || found == '"' || named.is_some_and(|line| line.contains(found))
    };
    let held = |line: &str| line.chars().any(|found| !separates(found) && !found.is_whitespace());
    let quoted: Vec<u32> =
        (1..).zip(lines(text)).filter(|(_, line)| line.contains('"')).map(|(at, _)| at).collect();
    let sure = |at: u32| match (quoted.first(), quoted.last()) {
        (Some(first), Some(last)) => at <= *first || at > *last,
        _ => true,
    };
    let numbered = || (1_u32..).zip(lines(text)).skip(usize::from(named.is_some()));
    let least = numbered().filter(|(at, line)| sure(*at) && held(line)).map(|(at, _)| at);
    let most = (1_u32..).zip(lines(text)).filter(|(_, line)| !line.trim().is_empty()).map(|(at, _)| at);
    (least.collect(), most.collect())
}

/// Whether rows begin on these lines, each on one of its own, and no line that has to begin one is missing.
pub fn conserves(text: &str, mut begun: Vec<u32>, unplaced: usize) {
    let (least, most) = rows(text);
    begun.sort_unstable();
    let lines: BTreeSet<u32> = begun.iter().copied().collect();
    assert_eq!(lines.len(), begun.len(), "two rows on a line");
    assert!(lines.is_subset(&most), "a row on a line that holds nothing");
    // The header, and rows whose line is not kept, stand on one of the others each.
    let missing = least.difference(&lines).count();
    assert!(missing <= unplaced, "{missing} lines are lost, of {unplaced}");
    assert!(lines.len() + unplaced <= most.len() && lines.len() + unplaced >= least.len());
}
