//! An independent count of the lines of a text table.

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

/// How many lines hold anything but blanks and separators; not counted where a quote may join lines or the first line names
/// the separator, or where separators of several kinds leave open what is blank.
#[must_use]
pub fn written(text: &str) -> Option<usize> {
    let plain = !text.contains('"') && !text.to_lowercase().starts_with("sep=");
    let one_separator = !text.contains(['\t', ';', '|', '，', '；']);
    let held = |line: &&str| line.chars().any(|found| found != ',' && !found.is_whitespace());
    (plain && one_separator).then(|| lines(text).filter(held).count())
}
