//! Output for a terminal. Whatever comes from data is made [`visible`] here, so that it can neither move the cursor nor pass
//! for a line of the report.

use std::io::Write as _;

use comfy_table::{ContentArrangement, Table, presets};
use textwrap::Options;

use crate::document::Block;
use crate::visible::visible;

/// A table with a header; Chinese characters take two columns.
pub fn table<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut table = Table::new();
    table.load_preset(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header);
    for row in rows {
        table.add_row(row.iter().map(|cell| visible(cell)));
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The same, no wider than so many columns: long cells are broken.
pub fn table_within<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
    width: usize,
) -> String {
    let rows: Vec<[String; N]> = rows.into_iter().collect();
    laid_out(&header, &rows, width, 1)
}

/// How wide a column has to be to be read.
const READABLE: usize = 8;

/// A table; where it has no room, the first cells of a row name it, and the others follow with their titles.
fn laid_out(
    header: &[impl std::fmt::Display],
    rows: &[impl AsRef<[String]>],
    width: usize,
    first: usize,
) -> String {
    let header = header.iter().map(|title| glued(&visible(&title.to_string()))).collect();
    let rows = rows.iter().map(|row| row.as_ref().iter().map(|cell| glued(&visible(cell))).collect());
    let lines: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
    let columns = lines.first().map_or(0, Vec::len);
    let widest = |of: &dyn Fn(&str) -> usize| -> Vec<usize> {
        let column =
            |place: usize| lines.iter().filter_map(|line| line.get(place)).map(|cell| of(cell)).max();
        (0..columns).map(|place| column(place).unwrap_or(0)).collect()
    };
    let whole = widest(&|cell| textwrap::core::display_width(cell));
    // No word and no number is broken while there is room.
    let least = widest(&|cell| {
        let words = textwrap::WordSeparator::UnicodeBreakProperties.find_words(cell);
        words.map(|word| textwrap::core::display_width(&word)).max().unwrap_or(0)
    });
    let room = width.saturating_sub(3 * columns + 1);
    // Where the columns would be too narrow to read, each row is told by itself.
    let readable = whole.iter().zip(&least).map(|(whole, least)| (*whole).min(*least.max(&READABLE)));
    if readable.sum::<usize>() > room {
        let loose: Vec<Vec<String>> =
            lines.iter().map(|line| line.iter().map(|cell| loosened(cell)).collect()).collect();
        let header: &[String] = loose.first().map_or(&[], Vec::as_slice);
        let rows = loose.iter().skip(1);
        let items = rows.map(|row| wrapped(&as_item(header, row, first), width, "    "));
        // What the first column lists stands above.
        let title = header.first().filter(|_| first == 1).map(|title| wrapped(title, width, ""));
        return title.into_iter().chain(items).collect();
    }
    let widths = narrowed(whole, &least, room);
    let mut table = Table::new();
    table.load_preset(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Disabled);
    let broken = |line: &Vec<String>| -> Vec<String> {
        let cells = line.iter().zip(&widths);
        cells.map(|(cell, width)| loosened(&textwrap::fill(cell, (*width).max(1)))).collect()
    };
    let mut lines = lines.iter().map(broken);
    table.set_header(lines.next().unwrap_or_default());
    lines.for_each(|line| {
        table.add_row(line);
    });
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Takes from the widest columns until all fit: first what can be broken between words, then inside them.
fn narrowed(mut widths: Vec<usize>, least: &[usize], room: usize) -> Vec<usize> {
    while widths.iter().sum::<usize>() > room {
        let spare = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
        if let Some((width, _)) = spare.max_by_key(|(width, _)| **width) {
            *width -= 1;
            continue;
        }
        match widths.iter_mut().max() {
            Some(width) if *width > 1 => *width -= 1,
            _ => break,
        }
    }
    widths
}

/// A sign without width that no line ends at.
const JOINER: char = '\u{2060}';

/// A text that is not broken inside a clause (`W1-2`, `C三（二.监测组）`), a span of ages or years, or before the sign of a unit.
fn glued(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let (mut before, mut in_clause) = (' ', false);
    while let Some(sign) = signs.next() {
        told.push(sign);
        let Some(next) = signs.peek().copied() else { break };
        in_clause =
            (in_clause && sign != '）') || (sign.is_ascii_uppercase() && "一二三四五六".contains(next));
        let dash = sign == '-' && before.is_ascii_digit() && (next.is_ascii_digit() || next == 'S');
        let unit = sign.is_ascii_digit() && "万年月日%‰（(".contains(next);
        if in_clause || dash || unit {
            told.push(JOINER);
        }
        before = sign;
    }
    told
}

/// The text without what was put in to hold it together.
fn loosened(text: &str) -> String {
    text.replace(JOINER, "")
}

/// Writes the parts of a report in lines of so many columns. Drawings are left out.
#[must_use]
pub fn document(blocks: &[Block], width: usize) -> String {
    let told = blocks.iter().map(|block| match block {
        Block::Title(text) => wrapped(text, width, "") + "\n",
        Block::Heading(text) => format!("\n{}", wrapped(text, width, "")),
        Block::Subheading(text) | Block::Paragraph(text) => wrapped(text, width, ""),
        Block::Item(text) | Block::Names(text) | Block::Verbatim(text) => {
            wrapped(&format!("  {text}"), width, "    ")
        }
        Block::Detail(text) => wrapped(&format!("    {text}"), width, "    "),
        // Number, clause and indicator name a row of a wide table.
        Block::Table { header, rows, wide } => laid_out(header, rows, width, if *wide { 3 } else { 1 }),
        Block::Chart(_) => String::new(),
    });
    told.collect()
}

/// A row of a table as an item of a list: the cells that name it, then each column by its title.
fn as_item(header: &[String], row: &[String], named_by: usize) -> String {
    let chinese = header.iter().any(|title| !title.is_ascii());
    let (colon, semicolon) = if chinese { ("：", "；") } else { (": ", "; ") };
    let first: Vec<&str> = row.iter().take(named_by).map(String::as_str).collect();
    let rest = header.iter().zip(row).skip(named_by).filter(|(_, cell)| !matches!(cell.as_str(), "" | "—"));
    let rest: Vec<String> = rest.map(|(title, cell)| format!("{title} {cell}")).collect();
    format!("  {}{colon}{}", first.join(" "), rest.join(semicolon))
}

/// A text broken into lines of so many columns at most, where a Chinese character takes two; all lines but the first are
/// indented by `hanging`.
#[must_use]
pub fn wrapped(text: &str, width: usize, hanging: &str) -> String {
    let options = Options::new(width).subsequent_indent(hanging);
    loosened(&textwrap::fill(&glued(&visible(text)), options)) + "\n"
}

/// Writes one line to standard output.
pub fn line(text: &str) {
    out(&format!("{}\n", visible(text)));
}

/// Writes lines to standard error.
pub fn complain(text: &str) {
    for line in text.lines() {
        eprintln!("{}", visible(line));
    }
}

/// Writes to standard output what is the program's own, JSON, or made visible already; a reader that has gone away is no error.
pub fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
