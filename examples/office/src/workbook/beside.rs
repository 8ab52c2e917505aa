//! What stands in a packed book beside the values of its cells, and `calamine` does not give: raised letters, formulas, what is
//! hidden, pivot tables, and how far the cells reach; of open documents also the merged cells and which numbers are percentages.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read as _};

use dabiao_tables::Wrong;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::book::{At, address};

/// The most that is read: bytes unpacked, cells in the used range of a sheet, cells of a sheet that hold something, and the most
/// columns, rows and characters of a cell that spreadsheet programs have.
const MAX_UNPACKED: u64 = 256 << 20;
const MAX_RANGE: u64 = 5_000_000;
const MAX_FILLED: u64 = 1_500_000;
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: u32 = 16_384;
const MAX_TEXT: u32 = 32_767;

/// What was seen on a sheet.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Texts of which a part is raised or lowered, without that part.
    pub(super) raised: BTreeMap<At, String>,
    /// The cells with a formula, in their order.
    pub(super) formulas: Vec<At>,
    /// First and last cell of each merged region.
    pub(super) merges: Vec<(At, At)>,
    /// The cells that are percentages, in their order, where only that is known of the formats.
    pub(super) percents: Vec<At>,
    /// First and last of the rows that are hidden, and of the columns.
    pub(super) hidden_rows: Vec<(u32, u32)>,
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// First and last cell of each pivot table.
    pub(super) pivots: Vec<(At, At)>,
    pub(super) reach: Reach,
}

/// How far the cells of a sheet that hold something reach, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Reach {
    ends: Option<(At, At)>,
    filled: u64,
}

impl Reach {
    /// Takes cells that hold something: a block of rows and columns that are alike.
    pub(super) fn take(&mut self, (row, column): At, rows: u32, columns: u32) {
        let last = (row.saturating_add(rows.max(1) - 1), column.saturating_add(columns.max(1) - 1));
        let (first, end) = self.ends.unwrap_or(((row, column), last));
        let first = (first.0.min(row), first.1.min(column));
        self.ends = Some((first, (end.0.max(last.0), end.1.max(last.1))));
        self.filled = self.filled.saturating_add(u64::from(rows.max(1)) * u64::from(columns.max(1)));
    }

    /// A sheet that is used too far out, or holds too much, is an error before it is read.
    pub(super) fn check(&self, sheet: &str) -> Result<(), Wrong> {
        if self.filled > MAX_FILLED {
            return Err(Wrong::new(
                format!("表“{sheet}”有{MAX_FILLED}个以上有内容的单元格；请分成几个文件"),
                format!("the sheet {sheet} has more than {MAX_FILLED} cells with content; split it"),
            ));
        }
        let Some((first, last)) = self.ends else { return Ok(()) };
        let (rows, columns) = (u64::from(last.0 - first.0) + 1, u64::from(last.1 - first.1) + 1);
        if rows * columns <= MAX_RANGE {
            return Ok(());
        }
        let end = address(last);
        Err(Wrong::new(
            format!("表“{sheet}”用到了{end}，范围过大（{rows}行×{columns}列）；请删去远处多余的单元格后保存"),
            format!(
                "the sheet {sheet} is used as far as {end}, {rows} rows by {columns} columns; delete the cells far away and save it"
            ),
        ))
    }
}

type Archive<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

/// A packed book that unpacks to more than is read is an error before it is held. What the file says of its own size is not
/// believed: it is unpacked once and counted.
pub(super) fn fits(archive: &mut Archive<'_>) -> Result<(), Wrong> {
    let mut left = MAX_UNPACKED;
    for place in 0..archive.len() {
        let Ok(file) = archive.by_index(place) else { continue };
        let size = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).unwrap_or(0);
        if size > left {
            let most = MAX_UNPACKED >> 20;
            return Err(Wrong::new(
                format!("展开后超过{most} MiB；请分成几个文件"),
                format!("it unpacks to more than {most} MiB; split it"),
            ));
        }
        left -= size;
    }
    Ok(())
}

/// Looks into a packed book: what was seen, by the names of its sheets.
pub(super) fn look(bytes: &[u8]) -> Result<BTreeMap<String, Beside>, Wrong> {
    // Whatever is no packed book is told by its reader.
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Ok(BTreeMap::new()) };
    fits(&mut archive)?;
    let mut package = Package { archive };
    match package.place("content.xml") {
        Some(_) => package.open_document(),
        None => package.sheets(),
    }
}

struct Package<'b> {
    archive: Archive<'b>,
}

/// The value of an attribute by its name without a prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let found = all.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.clone().into_owned(), |text| text.into_owned()))
}

fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.parse().ok()
}

fn is_true(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// `B7` as a cell; `$` is left away.
fn cell_of(text: &str) -> Option<At> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for sign in text.chars().filter(|sign| *sign != '$') {
        match sign {
            'A'..='Z' | 'a'..='z' if row == 0 => {
                let letter = u32::from(sign.to_ascii_uppercase()) - u32::from('A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            '0'..='9' => row = row.checked_mul(10)?.checked_add(sign.to_digit(10)?)?,
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `A1:D9` as first and last cell.
fn region(text: &str) -> Option<(At, At)> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    // An open document names the sheet before the cell.
    let bare = |text: &str| text.rsplit('.').next().and_then(cell_of);
    Some((bare(first)?, bare(last)?))
}

/// Adds a row or column to spans that are in their order.
pub(super) fn span(spans: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match spans.last_mut() {
        Some((_, end)) if *end + 1 == first => *end = last,
        _ => spans.push((first, last)),
    }
}

/// A part that cannot be read, and why.
fn damaged(zh: &str, en: &str) -> Wrong {
    Wrong::new(
        format!("文件内部损坏（{zh}）；请用表格软件打开后另存"),
        format!("the file is damaged inside ({en}); open it in a spreadsheet program and save it again"),
    )
}

/// Goes through a part of a book. One that ends before its elements do, or closes another than was opened, is an error: `calamine` looks
/// for the end of a table for ever.
fn walk(reader: impl BufRead, on: &mut dyn FnMut(&Event<'_>) -> Result<(), Wrong>) -> Result<(), Wrong> {
    let mut xml = quick_xml::Reader::from_reader(reader);
    let config = xml.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = true;
    let mut buffer = Vec::new();
    let mut open = 0_u32;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Eof) if open > 0 => {
                return Err(damaged("没有写完就结束了", "it ends before it is complete"));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => {
                match event {
                    Event::Start(_) => open += 1,
                    Event::End(_) => open = open.saturating_sub(1),
                    _ => {}
                }
                on(&event)?;
            }
            Err(error) => {
                let why = error.to_string();
                return Err(damaged(&why, &why));
            }
        }
    }
}

/// The text of an event, if it is one.
fn text_of(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.to_string()),
        Event::CData(text) => Some(text.to_string()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(sign)) => Some(sign.to_string()),
            _ => resolve_xml_entity(name).map(str::to_owned),
        },
        _ => None,
    }
}

/// A text in several runs, some of them raised or lowered.
#[derive(Debug, Default)]
struct Rich {
    /// What is neither raised nor lowered.
    base: String,
    moved: bool,
    any: bool,
    run_moved: bool,
    spoken: bool,
    in_text: bool,
}

impl Rich {
    /// Takes an event inside `si` or `is`.
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "r" => self.run_moved = false,
                "vertAlign" => {
                    self.run_moved = attribute(start, "val").is_some_and(|value| value != "baseline");
                }
                // How a text is spoken is none of it.
                "rPh" => self.spoken = true,
                "t" => self.in_text = !self.spoken,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "r" => self.run_moved = false,
                "rPh" => self.spoken = false,
                "t" => self.in_text = false,
                _ => {}
            },
            event if self.in_text => {
                let Some(text) = text_of(event) else { return };
                let holds = !text.trim().is_empty();
                self.any |= holds;
                self.moved |= holds && self.run_moved;
                if !self.run_moved {
                    self.base.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

/// Shared texts that matter: those with raised letters, and those in which nothing stands.
#[derive(Debug, Default)]
struct Shared {
    raised: BTreeMap<usize, String>,
    blank: BTreeSet<usize>,
}

impl Package<'_> {
    /// A part by its path; where none is called just so, whatever the case of its letters.
    fn place(&self, path: &str) -> Option<usize> {
        let plain = |name: &str| name.trim_start_matches('/').replace('\\', "/").to_lowercase();
        let wanted = plain(path);
        let by = |is: &dyn Fn(&str) -> bool| {
            self.archive.file_names().position(|name| name.is_ok_and(|name| is(&name)))
        };
        by(&|name| name == path).or_else(|| by(&|name| plain(name) == wanted))
    }

    fn walk(&mut self, path: &str, on: &mut dyn FnMut(&Event<'_>) -> Result<(), Wrong>) -> Result<(), Wrong> {
        let Some(place) = self.place(path) else { return Ok(()) };
        match self.archive.by_index(place) {
            Ok(file) => walk(BufReader::new(file), on),
            Err(error) => {
                let why = error.to_string();
                Err(damaged(&why, &why))
            }
        }
    }

    /// The parts that a part is tied to: id, kind, path.
    fn ties(&mut self, of: &str) -> Result<Vec<(String, String, String)>, Wrong> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let mut ties = Vec::new();
        self.walk(&format!("{folder}/_rels/{file}.rels"), &mut |event| {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == "Relationship"
                && let [Some(id), Some(kind), Some(target)] =
                    ["Id", "Type", "Target"].map(|name| attribute(start, name))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                ties.push((id, kind, resolved(folder, &target)));
            }
            Ok(())
        })?;
        Ok(ties)
    }

    fn sheets(&mut self) -> Result<BTreeMap<String, Beside>, Wrong> {
        let whole = self.ties("")?;
        let book = whole.into_iter().find(|(_, kind, _)| kind == "officeDocument");
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |(.., path)| path);
        let ties = self.ties(&book)?;
        let mut names: Vec<(String, String)> = Vec::new();
        self.walk(&book, &mut |event| {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == "sheet"
                && let [Some(name), Some(id)] = ["name", "id"].map(|name| attribute(start, name))
            {
                names.push((name, id));
            }
            Ok(())
        })?;
        let mut shared = Shared::default();
        if let Some((.., path)) = ties.iter().find(|(_, kind, _)| kind == "sharedStrings") {
            shared = self.shared(path)?;
        }
        let mut found = BTreeMap::new();
        for (name, id) in names {
            let Some((.., path)) = ties.iter().find(|(tie, kind, _)| *tie == id && kind == "worksheet")
            else {
                continue;
            };
            let mut beside = self.sheet(path, &name, &shared)?;
            for (_, kind, path) in self.ties(path)? {
                if kind == "pivotTable" {
                    self.walk(&path, &mut |event| {
                        if let Event::Start(start) = event
                            && start.local_name().as_ref() == "location"
                        {
                            let at = attribute(start, "ref").and_then(|text| region(&text));
                            beside.pivots.extend(at);
                        }
                        Ok(())
                    })?;
                }
            }
            found.insert(name, beside);
        }
        Ok(found)
    }

    fn shared(&mut self, path: &str) -> Result<Shared, Wrong> {
        let mut shared = Shared::default();
        let (mut index, mut rich) = (0_usize, Rich::default());
        self.walk(path, &mut |event| {
            match event {
                Event::Start(start) if start.local_name().as_ref() == "si" => rich = Rich::default(),
                Event::End(end) if end.local_name().as_ref() == "si" => {
                    let rich = std::mem::take(&mut rich);
                    if rich.moved {
                        shared.raised.insert(index, rich.base);
                    } else if !rich.any {
                        shared.blank.insert(index);
                    }
                    index += 1;
                }
                event => rich.take(event),
            }
            Ok(())
        })?;
        Ok(shared)
    }

    fn sheet(&mut self, path: &str, name: &str, shared: &Shared) -> Result<Beside, Wrong> {
        let mut seen = Beside::default();
        let (mut row, mut column, mut at) = (0_u32, 0_u32, (0_u32, 0_u32));
        let (mut is_shared, mut is_value, mut is_text, mut filled) = (false, false, false, false);
        let (mut value, mut rich) = (String::new(), Rich::default());
        self.walk(path, &mut |event| {
            match event {
                Event::Start(start) => match start.local_name().as_ref() {
                    "row" => {
                        row = number(start, "r").and_then(|row| row.checked_sub(1)).unwrap_or(row);
                        column = 0;
                        if is_true(start, "hidden") {
                            span(&mut seen.hidden_rows, row, row);
                        }
                    }
                    "c" => {
                        at = attribute(start, "r").and_then(|text| cell_of(&text)).unwrap_or((row, column));
                        is_shared = attribute(start, "t").is_some_and(|kind| kind == "s");
                        filled = false;
                    }
                    "v" => {
                        is_value = true;
                        value.clear();
                    }
                    "f" => {
                        seen.formulas.push(at);
                        filled = true;
                    }
                    "is" => (is_text, rich) = (true, Rich::default()),
                    "col" if is_true(start, "hidden") => {
                        let ends = [number(start, "min"), number(start, "max")];
                        if let [Some(first @ 1..), Some(last @ 1..)] = ends {
                            span(&mut seen.hidden_columns, first - 1, last.min(MAX_COLUMNS) - 1);
                        }
                    }
                    "mergeCell" => {
                        seen.merges.extend(attribute(start, "ref").and_then(|text| region(&text)));
                    }
                    _ if is_text => rich.take(event),
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "row" => row += 1,
                    "v" => {
                        is_value = false;
                        let index = is_shared.then(|| value.trim().parse::<usize>().ok()).flatten();
                        if let Some(base) = index.and_then(|index| shared.raised.get(&index)) {
                            seen.raised.insert(at, base.clone());
                        }
                        let blank = index.is_some_and(|index| shared.blank.contains(&index));
                        filled |= !value.trim().is_empty() && !blank;
                    }
                    "is" => {
                        is_text = false;
                        let rich = std::mem::take(&mut rich);
                        filled |= rich.any;
                        if rich.moved {
                            seen.raised.insert(at, rich.base);
                        }
                    }
                    "c" => {
                        column = at.1 + 1;
                        if filled {
                            seen.reach.take(at, 1, 1);
                        }
                    }
                    _ if is_text => rich.take(event),
                    _ => {}
                },
                event if is_text => rich.take(event),
                event if is_value => value.extend(text_of(event)),
                _ => {}
            }
            Ok(())
        })?;
        seen.reach.check(name)?;
        seen.formulas.sort_unstable();
        Ok(seen)
    }

    fn open_document(&mut self) -> Result<BTreeMap<String, Beside>, Wrong> {
        let mut open = Open::default();
        for part in ["styles.xml", "content.xml"] {
            self.walk(part, &mut |event| open.take(event))?;
        }
        for (name, beside) in &open.sheets {
            beside.reach.check(name)?;
        }
        for (region, sheet) in std::mem::take(&mut open.pivots) {
            if let Some(beside) = open.sheets.get_mut(&sheet) {
                beside.pivots.push(region);
            }
        }
        Ok(open.sheets)
    }
}

/// A path that may begin at the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The way through an open document.
#[derive(Debug, Default)]
struct Open {
    sheets: BTreeMap<String, Beside>,
    pivots: Vec<((At, At), String)>,
    /// The names of the styles under which letters are raised or lowered.
    moved: BTreeSet<String>,
    style: String,
    sheet: String,
    seen: Beside,
    /// Cells that the reader holds while it reads: each row as far as its last cell, which is at `width`.
    held: u64,
    width: u32,
    row: u32,
    rows: u32,
    column: u32,
    hidden_from: u32,
    cell: OpenCell,
    remark: u32,
}

#[derive(Debug, Default)]
struct OpenCell {
    inside: bool,
    columns: u32,
    span: (u32, u32),
    is_percent: bool,
    is_formula: bool,
    filled: bool,
    rich: Rich,
    /// For each span that is open whether its letters are raised or lowered.
    spans: Vec<bool>,
}

impl Open {
    fn take(&mut self, event: &Event<'_>) -> Result<(), Wrong> {
        match event {
            Event::Start(start) => self.start(start)?,
            Event::End(end) => self.end(end.local_name().as_ref())?,
            event if self.cell.inside && self.remark == 0 => {
                let Some(text) = text_of(event) else { return Ok(()) };
                let moved = self.cell.spans.contains(&true);
                let holds = !text.trim().is_empty();
                self.cell.filled |= holds;
                self.cell.rich.moved |= holds && moved;
                if !moved {
                    self.cell.rich.base.push_str(&text);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Wrong> {
        let repeats = |name: &str, most: u32| number(start, name).unwrap_or(1).clamp(1, most);
        let hidden = || {
            attribute(start, "visibility")
                .is_some_and(|found| matches!(found.as_str(), "collapse" | "filter"))
        };
        match start.local_name().as_ref() {
            "style" => {
                self.style = attribute(start, "name").unwrap_or_default();
                if attribute(start, "parent-style-name").is_some_and(|name| self.moved.contains(&name)) {
                    self.moved.insert(self.style.clone());
                }
            }
            "text-properties" => {
                let position = attribute(start, "text-position").unwrap_or_default();
                if !position.is_empty() && !position.starts_with("0%") {
                    self.moved.insert(self.style.clone());
                }
            }
            "table" => {
                self.sheet = attribute(start, "name").unwrap_or_default();
                (self.seen, self.row, self.hidden_from) = (Beside::default(), 0, 0);
            }
            "table-column" => {
                let columns = repeats("number-columns-repeated", MAX_COLUMNS);
                if hidden() {
                    span(&mut self.seen.hidden_columns, self.hidden_from, self.hidden_from + columns - 1);
                }
                self.hidden_from = (self.hidden_from + columns).min(MAX_COLUMNS);
            }
            "table-row" => {
                self.rows = repeats("number-rows-repeated", MAX_ROWS);
                self.column = 0;
                if hidden() {
                    span(&mut self.seen.hidden_rows, self.row, self.row + self.rows - 1);
                }
            }
            "table-cell" | "covered-table-cell" => {
                let value = attribute(start, "value-type").unwrap_or_default();
                let given = ["value", "string-value", "date-value", "time-value", "boolean-value"];
                let filled =
                    given.iter().any(|name| attribute(start, name).is_some_and(|text| !text.is_empty()));
                let is_formula = attribute(start, "formula").is_some();
                self.cell = OpenCell {
                    inside: true,
                    columns: repeats("number-columns-repeated", MAX_COLUMNS),
                    span: (
                        repeats("number-rows-spanned", MAX_ROWS),
                        repeats("number-columns-spanned", MAX_COLUMNS),
                    ),
                    is_percent: value == "percentage",
                    filled: filled || is_formula,
                    is_formula,
                    ..OpenCell::default()
                };
            }
            "annotation" => self.remark += 1,
            "span" if self.cell.inside => {
                let style = attribute(start, "style-name");
                self.cell.spans.push(style.is_some_and(|style| self.moved.contains(&style)));
            }
            "s" if number(start, "c").is_some_and(|count| count > MAX_TEXT)
                || attribute(start, "c").is_some_and(|text| text.len() > 5) =>
            {
                return Err(Wrong::new(
                    format!("表“{}”有一个单元格超过{MAX_TEXT}个字符", self.sheet),
                    format!("a cell of the sheet {} has more than {MAX_TEXT} characters", self.sheet),
                ));
            }
            "data-pilot-table" => {
                let target = attribute(start, "target-range-address").unwrap_or_default();
                let sheet = target.rsplit_once(':').map_or(target.as_str(), |(first, _)| first);
                let sheet = sheet.rsplit_once('.').map_or("", |(sheet, _)| sheet).trim_matches(['\'', '$']);
                self.pivots.extend(region(&target).map(|region| (region, sheet.to_owned())));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Wrong> {
        match name {
            "annotation" => self.remark = self.remark.saturating_sub(1),
            "span" => drop(self.cell.spans.pop()),
            "table-cell" | "covered-table-cell" => {
                let cell = std::mem::take(&mut self.cell);
                let at = (self.row, self.column);
                if cell.span.0 > 1 || cell.span.1 > 1 {
                    let last = (at.0 + cell.span.0 - 1, at.1 + cell.span.1 - 1);
                    self.seen.merges.push((at, last));
                }
                if cell.filled {
                    self.seen.reach.take(at, self.rows, cell.columns);
                    self.seen.reach.check(&self.sheet)?;
                    // The range is small enough to name each of its cells.
                    for row in at.0..at.0.saturating_add(self.rows) {
                        for column in at.1..at.1.saturating_add(cell.columns) {
                            if cell.is_percent {
                                self.seen.percents.push((row, column));
                            }
                            if cell.is_formula {
                                self.seen.formulas.push((row, column));
                            }
                            if cell.rich.moved {
                                self.seen.raised.insert((row, column), cell.rich.base.clone());
                            }
                        }
                    }
                }
                self.column = (self.column + cell.columns).min(MAX_COLUMNS);
                if cell.filled {
                    self.width = self.column;
                }
            }
            "table-row" => {
                self.row = (self.row + self.rows).min(MAX_ROWS);
                self.held += u64::from(std::mem::take(&mut self.width));
                if self.held > MAX_RANGE {
                    return Err(Wrong::new(
                        format!("表“{}”范围过大；请删去远处多余的单元格后保存", self.sheet),
                        format!(
                            "the sheet {} is used too far out; delete the cells far away and save it",
                            self.sheet
                        ),
                    ));
                }
            }
            "table" if !self.sheet.is_empty() => {
                let mut seen = std::mem::take(&mut self.seen);
                seen.percents.sort_unstable();
                seen.formulas.sort_unstable();
                self.sheets.insert(std::mem::take(&mut self.sheet), seen);
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_regions_by_their_names() {
        assert_eq!(cell_of("A1"), Some((0, 0)));
        assert_eq!(cell_of("$XFD$1048576"), Some((1_048_575, 16_383)));
        assert_eq!((cell_of("A0"), cell_of("7"), cell_of("A-1")), (None, None, None));
        assert_eq!(region("B2:C9"), Some(((1, 1), (8, 2))));
        assert_eq!(region("$表1.A3:$表1.D20"), Some(((2, 0), (19, 3))));
    }

    #[test]
    fn paths_begin_where_they_are_named() {
        assert_eq!(resolved("xl/worksheets", "../pivotTables/p1.xml"), "xl/pivotTables/p1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
    }

    #[test]
    fn a_sheet_is_used_too_far_out_or_holds_too_much() {
        let mut reach = Reach::default();
        reach.take((0, 0), 1, 1);
        reach.take((999_999, 4), 1, 1);
        assert!(reach.check("表").is_ok(), "5,000,000 cells");
        reach.take((1_000_000, 0), 1, 1);
        assert!(reach.check("表").is_err());
        let mut reach = Reach::default();
        reach.take((0, 0), 1_500_000, 1);
        assert!(reach.check("表").is_ok());
        reach.take((0, 0), 1, 1);
        assert!(reach.check("表").is_err());
    }
}
