//! What stands beside the values in the binary forms: raised letters in xls and xlsb; in xls also what is hidden and how far the cells
//! of a sheet reach. Both forms are rows of records, each with its kind and its length.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use dabiao_tables::Wrong;

use super::beside::Beside;
use super::book::At;

/// Two bytes as a number; what is not there is 0.
fn two(bytes: &[u8], from: usize) -> u16 {
    let at = |place: usize| bytes.get(place).copied().unwrap_or(0);
    u16::from_le_bytes([at(from), at(from + 1)])
}

fn four(bytes: &[u8], from: usize) -> u32 {
    u32::from(two(bytes, from)) | (u32::from(two(bytes, from + 2)) << 16)
}

/// What an xls file begins with.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Looks into an xls file: what was seen, by the names of its sheets. What is no such file is told by its reader; one into which
/// nobody can look is an error, for its reader may take its figures, and raised letters for digits.
pub(super) fn look(bytes: &[u8]) -> Result<BTreeMap<String, Beside>, Wrong> {
    if !bytes.starts_with(&COMPOUND) {
        return Ok(BTreeMap::new());
    }
    let damaged = |error: std::io::Error| {
        Wrong::new(
            format!("文件内部损坏（{error}）；请用表格软件打开后另存为 .xlsx"),
            format!(
                "the file is damaged inside ({error}); open it in a spreadsheet program and save it as .xlsx"
            ),
        )
    };
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.is_stream("/Book") && !file.is_stream("/Workbook") {
        return Err(Wrong::new(
            "是 Excel 95 或更早的格式，看不出上标的注码和隐藏的行列；请用表格软件另存为 .xlsx",
            "it is a book of Excel 95 or earlier, in which raised note numbers and hidden rows cannot be seen; save it as .xlsx",
        ));
    }
    if !file.is_stream("/Workbook") {
        return Ok(BTreeMap::new());
    }
    let mut stream = Vec::new();
    let read = file.open_stream("/Workbook").and_then(|mut book| book.read_to_end(&mut stream));
    read.map_err(damaged)?;
    Stream { bytes: &stream }.look()
}

struct Stream<'b> {
    bytes: &'b [u8],
}

/// A record: where it begins, its kind and its content.
type Record<'b> = (usize, u16, &'b [u8]);

const FONT: u16 = 0x0031;
const CONTINUE: u16 = 0x003C;
const COLUMNS: u16 = 0x007D;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00FC;
const SHARED: u16 = 0x00FD;
const ROW: u16 = 0x0208;
const BEGIN: u16 = 0x0809;
const FORMULA: u16 = 0x0006;
const PIVOT: u16 = 0x00B0;
/// Numbers, texts, truth values and errors of one cell.
const CELLS: [u16; 6] = [FORMULA, 0x0203, 0x0204, 0x0205, 0x027E, SHARED];
/// Numbers of several cells of a row.
const NUMBERS: u16 = 0x00BD;

impl<'b> Stream<'b> {
    fn records(&self) -> impl Iterator<Item = Record<'b>> {
        let bytes = self.bytes;
        let mut next = 0;
        std::iter::from_fn(move || {
            let place = next;
            let (kind, length) = (two(bytes, place), usize::from(two(bytes, place + 2)));
            let content = bytes.get(place + 4..place + 4 + length)?;
            next = place + 4 + length;
            Some((place, kind, content))
        })
    }

    fn look(&self) -> Result<BTreeMap<String, Beside>, Wrong> {
        let mut fonts: Vec<bool> = Vec::new();
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        let mut texts: Vec<&[u8]> = Vec::new();
        let mut in_texts = false;
        for (_, kind, content) in self.records() {
            match kind {
                FONT => fonts.push(two(content, 8) != 0),
                SHEET => {
                    let place = usize::try_from(four(content, 0)).unwrap_or(usize::MAX);
                    let count = usize::from(content.get(6).copied().unwrap_or(0));
                    let wide = content.get(7).is_some_and(|flags| flags & 1 != 0);
                    names.insert(place, letters(content.get(8..).unwrap_or_default(), count, wide).0);
                }
                STRINGS => texts.push(content.get(8..).unwrap_or_default()),
                CONTINUE if in_texts => texts.push(content),
                _ => {}
            }
            in_texts = kind == STRINGS || (kind == CONTINUE && in_texts);
        }
        let raised = Texts { parts: &texts, part: 0, place: 0 }.raised(&fonts);
        let mut found: BTreeMap<String, Beside> = BTreeMap::new();
        let mut name = String::new();
        for (place, kind, content) in self.records() {
            if kind == BEGIN {
                name = names.get(&place).cloned().unwrap_or_default();
                continue;
            }
            if name.is_empty() {
                continue;
            }
            let seen = found.entry(name.clone()).or_default();
            let at: At = (u32::from(two(content, 0)), u32::from(two(content, 2)));
            match kind {
                SHARED => {
                    if let Some(base) = raised.get(&four(content, 6)) {
                        seen.raised.insert(at, base.clone());
                    }
                    seen.reach.take(at, 1, 1);
                }
                kind if CELLS.contains(&kind) => seen.reach.take(at, 1, 1),
                NUMBERS => {
                    let last = u32::from(two(content, content.len().saturating_sub(2)));
                    seen.reach.take(at, 1, last.saturating_sub(at.1) + 1);
                }
                ROW if four(content, 12) & 0x20 != 0 => {
                    super::beside::span(&mut seen.hidden_rows, at.0, at.0)
                }
                COLUMNS if two(content, 8) & 1 != 0 => {
                    super::beside::span(&mut seen.hidden_columns, at.0, at.1);
                }
                PIVOT => {
                    let [first, last, left, right] = [0, 2, 4, 6].map(|place| u32::from(two(content, place)));
                    seen.pivots.push(((first, left), (last, right)));
                }
                _ => {}
            }
        }
        for (name, seen) in &found {
            seen.reach.check(name)?;
        }
        Ok(found)
    }
}

/// Letters of one byte or of two, and how many bytes they took; fewer where the bytes end.
fn letters(bytes: &[u8], count: usize, wide: bool) -> (String, usize) {
    let size = count * if wide { 2 } else { 1 };
    let bytes = bytes.get(..size).unwrap_or(bytes);
    let units: Vec<u16> = match wide {
        true => bytes.chunks_exact(2).map(|pair| two(pair, 0)).collect(),
        false => bytes.iter().map(|byte| u16::from(*byte)).collect(),
    };
    (String::from_utf16_lossy(&units), bytes.len())
}

/// The shared texts of an xls file: one row of bytes over several records, in which letters may go on in another width.
struct Texts<'t> {
    parts: &'t [&'t [u8]],
    part: usize,
    place: usize,
}

/// From which letter on which font holds.
type Runs = Vec<(u16, u16)>;

impl Texts<'_> {
    fn rest(&self) -> &[u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.place..)).unwrap_or_default()
    }

    /// The next bytes, be they in the next record.
    fn take(&mut self, count: usize) -> Option<Vec<u8>> {
        let mut taken = Vec::new();
        while taken.len() < count {
            let wanted = count - taken.len();
            let rest = self.rest();
            let some = rest.get(..wanted).unwrap_or(rest).to_vec();
            self.place += some.len();
            taken.extend(some);
            if taken.len() < count {
                self.part += 1;
                self.place = 0;
                self.parts.get(self.part)?;
            }
        }
        Some(taken)
    }

    /// The texts with letters under a raised font, by their number, without those letters.
    fn raised(mut self, fonts: &[bool]) -> BTreeMap<u32, String> {
        let mut found = BTreeMap::new();
        if !fonts.contains(&true) {
            return found;
        }
        // The number 4 is given to no font.
        let moved = |font: u16| {
            let place = usize::from(font) - usize::from(font > 4);
            fonts.get(place).copied().unwrap_or(false)
        };
        for index in 0.. {
            let Some((text, runs)) = self.next() else { break };
            let mut is_moved = false;
            let (mut base, mut any) = (Vec::new(), false);
            for (place, unit) in (0_u32..).zip(text) {
                if let Some((_, font)) = runs.iter().find(|(from, _)| u32::from(*from) == place) {
                    is_moved = moved(*font);
                }
                if is_moved {
                    any = true;
                } else {
                    base.push(unit);
                }
            }
            if any {
                found.insert(index, String::from_utf16_lossy(&base));
            }
        }
        found
    }

    /// The next text, and from which letters on which font holds.
    fn next(&mut self) -> Option<(Vec<u16>, Runs)> {
        let head = self.take(3)?;
        let (mut left, flags) = (usize::from(two(&head, 0)), head.get(2).copied()?);
        let mut wide = flags & 1 != 0;
        let runs = if flags & 8 != 0 { usize::from(two(&self.take(2)?, 0)) } else { 0 };
        let more = if flags & 4 != 0 { usize::try_from(four(&self.take(4)?, 0)).ok()? } else { 0 };
        let mut text = Vec::new();
        while left > 0 {
            let width = if wide { 2 } else { 1 };
            let count = left.min(self.rest().len() / width);
            let bytes = self.take(count * width)?;
            text.extend(bytes.chunks_exact(width).map(|unit| match wide {
                true => two(unit, 0),
                false => unit.first().map_or(0, |byte| u16::from(*byte)),
            }));
            left -= count;
            if left > 0 {
                // The letters go on in the next record, behind a byte that says how wide they are.
                (self.part, self.place) = (self.part + 1, 0);
                wide = self.take(1)?.first()? & 1 != 0;
            }
        }
        let runs = self.take(runs * 4)?;
        self.take(more)?;
        Some((text, runs.chunks_exact(4).map(|run| (two(run, 0), two(run, 2))).collect()))
    }
}

/// The texts of an xlsb file in several runs that hold digits: whether one of the runs is raised is not followed, so all of them are
/// asked about.
pub(super) fn rich_texts(bytes: &[u8]) -> BTreeSet<String> {
    let mut strings = Vec::new();
    let read = zip::ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| archive.by_name("xl/sharedStrings.bin").ok()?.read_to_end(&mut strings).ok());
    let mut found = BTreeSet::new();
    if read.is_none() {
        return found;
    }
    const ITEM: u32 = 19;
    let mut rest: &[u8] = &strings;
    while let Some((kind, behind)) = varying(rest, 2)
        && let Some((length, behind)) = varying(behind, 4)
        && let Some((content, behind)) =
            usize::try_from(length).ok().and_then(|length| behind.split_at_checked(length))
    {
        rest = behind;
        if kind == ITEM && content.first().is_some_and(|flags| flags & 1 != 0) {
            let count = usize::try_from(four(content, 1)).unwrap_or(0);
            let (text, _) = letters(content.get(5..).unwrap_or_default(), count, true);
            if text.chars().any(char::is_numeric) {
                found.insert(text);
            }
        }
    }
    found
}

/// A number of seven bits a byte, and what follows it.
fn varying(bytes: &[u8], most: usize) -> Option<(u32, &[u8])> {
    let mut number = 0_u32;
    let mut rest = bytes;
    // A kind keeps the bit that says that a byte follows.
    for place in 0..most {
        let (byte, behind) = rest.split_first()?;
        rest = behind;
        number |= u32::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// A compound file with one stream.
    fn file(stream: &str) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap().write_all(&[0; 64]).unwrap();
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn a_book_of_an_old_program_is_refused_with_what_to_do() {
        let wrong = look(&file("/Book")).unwrap_err();
        assert_eq!(
            wrong.message("旧表.xls", dabiao::Language::Chinese),
            "旧表.xls: 是 Excel 95 或更早的格式，看不出上标的注码和隐藏的行列；请用表格软件另存为 .xlsx"
        );
        assert!(look(&file("/Workbook")).unwrap().is_empty());
        assert!(look(&file("/WordDocument")).unwrap().is_empty(), "its reader tells what it is");
        assert!(look(b"no compound file").unwrap().is_empty());
    }
}
