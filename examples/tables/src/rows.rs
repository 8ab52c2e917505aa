//! Text to rows of cells, each with the line on which it stands.
//!
//! The `csv` crate reads past a quote that is never closed without a word and counts lines wrongly behind CRLF and behind blank
//! lines, so the splitting is done here. It is strict where leniency would lose rows, and compared with `csv` in the tests.

use std::borrow::Cow;

use crate::wrong::Wrong;

/// The longest cell, in characters: as many as a spreadsheet program keeps.
pub const MAX_CELL: usize = 32_767;

/// The most cells in a row: as many as a spreadsheet program keeps.
pub const MAX_COLUMNS: usize = 16_384;

/// What may stand between cells, in the order in which it is tried.
pub const SEPARATORS: [char; 6] = [',', '\t', ';', '|', '，', '；'];

/// How far down a header is looked for, in rows that are not blank.
pub const MAX_TITLES: usize = 50;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'t> {
    /// What stands in it, without the quotes around it.
    pub text: Cow<'t, str>,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'t> {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its number as a spreadsheet program shows it, from 1: a blank line is a row, and a cell over several lines is one.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell<'t>>,
    /// Whether a line ends inside a cell.
    pub broken: bool,
}

impl Row<'_> {
    /// Whether nothing stands in any cell.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.chars().all(char::is_whitespace))
    }

    /// A cell's text, trimmed; empty where the row is too short.
    #[must_use]
    pub fn text(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", |cell| trimmed(&cell.text))
    }
}

/// A text without the blanks around it, which most cells have none of.
fn trimmed(text: &str) -> &str {
    let shown = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    match shown(text.as_bytes().first()) && shown(text.as_bytes().last()) {
        true => text,
        false => text.trim(),
    }
}

/// How many line ends a text holds: CRLF is one, and CR or LF alone is one too.
#[must_use]
pub fn breaks(text: &str) -> u32 {
    let ends = text.bytes().zip(text.bytes().skip(1).chain([0]));
    let count = ends.filter(|(byte, next)| *byte == b'\n' || (*byte == b'\r' && *next != b'\n')).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The rows of a text that are not blank, one after another. After an error nothing follows.
///
/// ```
/// use dabiao_tables::rows::Rows;
/// let mut rows = Rows::new("a,\"b\r\nc\"\r\n\r\n1,2\r\n", ',');
/// let first = rows.next().unwrap().unwrap();
/// assert_eq!((first.line, &*first.cells[1].text), (1, "b\r\nc"));
/// let second = rows.next().unwrap().unwrap();
/// assert_eq!((second.line, second.number), (4, 3));
/// assert!(rows.next().is_none());
///
/// let error = Rows::new("a,b\n1,\"2\n3,4\n", ',').nth(1).unwrap().unwrap_err();
/// assert_eq!(error.en, "the quote that opens here is never closed");
/// assert_eq!((error.line, error.column), (2, 2));
/// ```
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    rest: &'t str,
    separator: char,
    line: u32,
    number: u32,
    /// How many cells the row before had.
    width: usize,
    /// Room for the cells of the next row.
    spare: Vec<Cell<'t>>,
}

impl<'t> Rows<'t> {
    /// The rows of a text with this between the cells.
    #[must_use]
    pub const fn new(text: &'t str, separator: char) -> Self {
        Self { rest: text, separator, line: 1, number: 0, width: 0, spare: Vec::new() }
    }

    /// The rows of a text, with the separator that its first line names (`sep=;`), or under which one of the first rows is the
    /// header, or else the one that the first row holds most often.
    #[must_use]
    pub fn detect(text: &'t str, is_header: impl Fn(&Row<'_>) -> bool) -> Self {
        if let Some((separator, rest)) = directive(text) {
            // Spreadsheet programs do not show this line, so it has a line but no row number.
            return Self { line: 2, ..Self::new(rest, separator) };
        }
        let rows = |separator| Self::new(text, separator);
        let fits = |separator: &char| {
            rows(*separator).map_while(Result::ok).take(MAX_TITLES).any(|row| is_header(&row))
        };
        if let Some(separator) = SEPARATORS.into_iter().find(fits) {
            return rows(separator);
        }
        let first = text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or_default();
        let count = |separator: &char| first.matches(*separator).count();
        // Of several the first is taken: `max_by_key` takes the last.
        rows(SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(','))
    }

    /// What stands between the cells.
    #[must_use]
    pub const fn separator(&self) -> char {
        self.separator
    }

    /// Takes back a row that has been read, whose room the next one uses.
    pub fn done(&mut self, row: Row<'t>) {
        self.spare = row.cells;
        self.spare.clear();
    }

    fn row(&mut self) -> Result<Row<'t>, Wrong> {
        self.number += 1;
        let cells = core::mem::take(&mut self.spare);
        let mut row = Row { line: self.line, number: self.number, cells, broken: false };
        row.cells.reserve(self.width);
        loop {
            let column = u32::try_from(row.cells.len() + 1).unwrap_or(u32::MAX);
            if row.cells.len() == MAX_COLUMNS {
                return Err(Wrong::new(
                    format!("一行超过{MAX_COLUMNS}个单元格"),
                    format!("the row has more than {MAX_COLUMNS} cells"),
                )
                .at(row.line, 0));
            }
            let line = self.line;
            let text = match self.rest.strip_prefix('"') {
                Some(rest) => {
                    let text = self.quoted(rest, column)?;
                    row.broken |= text.contains(['\r', '\n']);
                    text
                }
                None => {
                    let (text, rest) = self.rest.split_at(self.cell_end());
                    self.rest = rest;
                    Cow::Borrowed(text)
                }
            };
            if text.len() > MAX_CELL && text.chars().nth(MAX_CELL).is_some() {
                return Err(Wrong::new(
                    format!("单元格超过{MAX_CELL}个字符"),
                    format!("the cell is longer than {MAX_CELL} characters"),
                )
                .at(line, column));
            }
            row.cells.push(Cell { text, line });
            // Behind a cell stands a separator, or the row ends.
            match self.rest.bytes().next() {
                None | Some(b'\r' | b'\n') => break,
                Some(_) => self.rest = self.rest.get(self.separator.len_utf8()..).unwrap_or_default(),
            }
        }
        self.width = row.cells.len();
        let ends = ["\r\n", "\r", "\n"];
        if let Some(rest) = ends.iter().find_map(|end| self.rest.strip_prefix(end)) {
            self.rest = rest;
            self.line = self.line.saturating_add(1);
        }
        Ok(row)
    }

    /// Where a cell without quotes ends.
    fn cell_end(&self) -> usize {
        let rest = self.rest;
        // Most separators are one byte, and no other character has it inside.
        let end = match u8::try_from(self.separator) {
            Ok(separator) if separator.is_ascii() => {
                let ends = |byte| byte == separator || byte == b'\r' || byte == b'\n';
                // Letters and digits lie above a comma.
                let highest = separator.max(b'\r');
                rest.bytes().position(|byte| byte <= highest && ends(byte))
            }
            _ => rest.find([self.separator, '\r', '\n']),
        };
        end.unwrap_or(rest.len())
    }

    /// The rest of a cell behind the quote that opens it.
    fn quoted(&mut self, rest: &'t str, column: u32) -> Result<Cow<'t, str>, Wrong> {
        let opened = self.line;
        let mut text = Cow::Borrowed("");
        let mut rest = rest;
        loop {
            let Some((part, behind)) = rest.split_once('"') else {
                return Err(Wrong::new("此处的引号没有闭合", "the quote that opens here is never closed")
                    .at(opened, column));
            };
            text = if text.is_empty() { Cow::Borrowed(part) } else { text + part };
            rest = behind;
            match behind.strip_prefix('"') {
                Some(after) => {
                    text += "\"";
                    rest = after;
                }
                None => break,
            }
        }
        self.line = self.line.saturating_add(breaks(&text));
        if !rest.is_empty() && !rest.starts_with([self.separator, '\r', '\n']) {
            let line = self.line;
            return Err(Wrong::new(
                format!("引号在第{line}行闭合后还有文字；单元格内的引号应写成两个"),
                format!("text stands behind the closing quote (line {line}); a quote inside a cell is written twice"),
            )
            .at(opened, column));
        }
        self.rest = rest;
        Ok(text)
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Result<Row<'t>, Wrong>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            match self.row() {
                Ok(row) if row.is_blank() => self.done(row),
                Ok(row) => return Some(Ok(row)),
                Err(wrong) => {
                    self.rest = "";
                    return Some(Err(wrong));
                }
            }
        }
        None
    }
}

/// The separator that a first line `sep=;` names, and the text behind that line.
fn directive(text: &str) -> Option<(char, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let named = first.trim_matches('"').strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    let mut letters = named.chars();
    let (separator, None) = (letters.next()?, letters.next()) else { return None };
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    (separator != '"').then_some((separator, rest))
}
