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
    laid_out(&header, &rows, width)
}

fn laid_out(header: &[impl std::fmt::Display], rows: &[impl AsRef<[String]>], width: usize) -> String {
    let mut table = Table::new();
    table.load_preset(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX)).set_header(header);
    for row in rows {
        table.add_row(row.as_ref().iter().map(|cell| visible(cell)));
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Writes the parts of a report in lines of so many columns; a wide table takes 140 at least. Drawings are left out.
#[must_use]
pub fn document(blocks: &[Block], width: usize) -> String {
    let told = blocks.iter().map(|block| match block {
        Block::Title(text) => wrapped(text, width, "") + "\n",
        Block::Heading(text) => format!("\n{}\n", visible(text)),
        Block::Subheading(text) => format!("{}\n", visible(text)),
        Block::Paragraph(text) => wrapped(text, width, ""),
        Block::Item(text) | Block::Names(text) => wrapped(&format!("  {text}"), width, "    "),
        Block::Detail(text) => wrapped(&format!("    {text}"), width, "    "),
        Block::Verbatim(text) => format!("  {}\n", visible(text)),
        Block::Table { header, rows, wide } => {
            let width = if *wide { width.max(140) } else { width };
            laid_out(header, rows, width)
        }
        Block::Chart(_) => String::new(),
    });
    told.collect()
}

/// A text broken into lines of so many columns at most, where a Chinese character takes two; all lines but the first are
/// indented by `hanging`.
#[must_use]
pub fn wrapped(text: &str, width: usize, hanging: &str) -> String {
    let options = Options::new(width).subsequent_indent(hanging);
    textwrap::fill(&visible(text), options) + "\n"
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
