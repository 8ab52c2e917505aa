//! Workbooks made of a text, and what stands in their cells.
//!
//! A changed file dies at the checksums of its package. So the text holds the parts, and the package is made around them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A file: its name and what it holds.
#[derive(Debug, Clone)]
pub struct Made {
    /// The ending says what kind of file it is.
    pub name: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The file of a text. Its first line says of which kind it is, and the rest what stands in it:
///
/// - `csv`: the text of the file;
/// - `grid`: rows of cells between tabs, put into an xlsx file, see [`cell`];
/// - `xlsx`: the rows of a sheet, what stands behind them, the shared texts, the styles and the sheets of the book, each between lines
///   of two dashes and each as XML; what is left out is as usual;
/// - `ods`: what stands in `content.xml`.
///
/// Anything else is a CSV file as a whole. No xls files: `calamine` panics on damaged ones, which the reader catches and a fuzzer does not.
#[must_use]
pub fn made(bytes: &[u8]) -> Made {
    let line = bytes.iter().position(|byte| *byte == b'\n');
    let (kind, rest) = line.map_or((bytes, &[][..]), |at| (&bytes[..at], &bytes[at + 1..]));
    let text = || String::from_utf8_lossy(rest);
    match kind {
        b"csv" => Made { name: "made.csv", bytes: rest.to_vec() },
        b"grid" => Made { name: "made.xlsx", bytes: grid(&text()) },
        b"xlsx" => Made { name: "made.xlsx", bytes: xlsx(&text()) },
        b"ods" => Made { name: "made.ods", bytes: ods(&text()) },
        _ => Made { name: "made.csv", bytes: bytes.to_vec() },
    }
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(*name, stored).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn xlsx(text: &str) -> Vec<u8> {
    let mut parts = text.split("\n--\n");
    let mut part = |usual: &str| parts.next().filter(|part| !part.is_empty()).unwrap_or(usual).to_owned();
    let rows = part("");
    let behind = part("");
    let texts = part("");
    let formats = part(r#"<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/>"#);
    let sheets = part(r#"<sheet name="卫生" sheetId="1" r:id="rId1"/>"#);
    let types = format!(
        r#"<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#
    );
    let ties = |all: &[(&str, &str)]| {
        let mut ties = format!(r#"<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">"#);
        for (place, (kind, target)) in all.iter().enumerate() {
            let id = place + 1;
            write!(ties, r#"<Relationship Id="rId{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#).unwrap();
        }
        ties + "</Relationships>"
    };
    packed(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &ties(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            &format!(
                r#"<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &ties(&[
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]),
        ),
        ("xl/sharedStrings.xml", &format!(r#"<?xml version="1.0"?><sst xmlns="{MAIN}">{texts}</sst>"#)),
        (
            "xl/styles.xml",
            &format!(
                r#"<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0&quot;‰&quot;"/></numFmts><cellXfs>{formats}<xf numFmtId="170"/></cellXfs></styleSheet>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                r#"<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>"#
            ),
        ),
    ])
}

fn ods(content: &str) -> Vec<u8> {
    let names = ["office", "style", "text", "table"];
    let spaces: String = names
        .map(|name| format!(r#" xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0""#))
        .concat();
    let styles = r#"<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>"#;
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.2">{styles}<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        ),
        ("content.xml", &content),
    ])
}

/// The address of a cell, from 0.
#[must_use]
pub fn address(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap()));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

fn grid(text: &str) -> Vec<u8> {
    let (mut rows, mut merges) = (String::new(), String::new());
    for (row, line) in (0..).zip(text.lines()) {
        write!(rows, r#"<row r="{}">"#, row + 1).unwrap();
        let mut first = 0;
        let mut merged = false;
        let cells: Vec<&str> = line.split('\t').collect();
        for (column, written) in (0..).zip(&cells) {
            let goes_on = cells.get(column as usize + 1) == Some(&"^");
            if *written != "^" {
                first = column;
                rows += &cell(&address(row, column), written);
            }
            merged |= *written == "^" && column > first;
            if merged && !goes_on {
                write!(merges, r#"<mergeCell ref="{}:{}"/>"#, address(row, first), address(row, column))
                    .unwrap();
                merged = false;
            }
        }
        rows += "</row>";
    }
    let merges = if merges.is_empty() { merges } else { format!("<mergeCells>{merges}</mergeCells>") };
    xlsx(&format!("{rows}\n--\n{merges}"))
}

/// A cell as XML: a number, `%0.897` one under a percent format, `‰4.1` one under a format of ‰, `=1.5` the value of a formula, `'2024` a
/// text of digits, `^` what is merged with the cell before it, anything else a text.
fn cell(at: &str, written: &str) -> String {
    let number = |text: &str| {
        text.parse::<f64>().is_ok() && text.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-')
    };
    if written.is_empty() {
        return String::new();
    }
    for (sign, style, formula) in [("", 0, ""), ("%", 1, ""), ("‰", 3, ""), ("=", 0, "<f>A1</f>")] {
        if let Some(value) = written.strip_prefix(sign)
            && number(value)
        {
            return format!(r#"<c r="{at}" s="{style}">{formula}<v>{value}</v></c>"#);
        }
    }
    let text = written.strip_prefix('\'').unwrap_or(written);
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(r#"<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
}
