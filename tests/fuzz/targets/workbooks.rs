//! Any workbook or CSV file through the reader of offices: refused as a whole with a reason, or every cell is counted once and every
//! figure is used, refused, asked about, or named as left out.

#![no_main]

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _};
use dabiao::{Evaluator, Language, Year};
use dabiao_fuzz::{CATALOGUE, book};
use dabiao_office::File;
use dabiao_office::workbook::{self, Answers, Book, Books, Count};
use dabiao_tables::header::{Column, without_unit};
use libfuzzer_sys::fuzz_target;

/// The sheets that hold cells, as the library of spreadsheets gives them.
fn sheets(bytes: &[u8]) -> Vec<(String, calamine::Range<Data>)> {
    let Ok(mut book) = calamine::open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())) else {
        return Vec::new();
    };
    let names: Vec<String> = book.sheet_names();
    names.into_iter().filter_map(|name| book.worksheet_range(&name).ok().map(|range| (name, range))).collect()
}

/// A number that can be nothing but a figure: no year, no number of a row, and no count that a rate in another cell is divided by.
fn is_figure(data: &Data) -> bool {
    matches!(data, Data::Float(number) if number.is_finite() && number.fract() != 0.0)
}

/// The places that the program names: cells and rows, each with its sheet (`卫生!C2`, `卫生!7`), and the columns of headers that it leaves
/// out or asks about.
struct Named {
    cells: BTreeSet<String>,
    columns: BTreeSet<String>,
    sheets: BTreeSet<String>,
}

impl Named {
    fn new(books: &Books) -> Self {
        let mut named = Self { cells: BTreeSet::new(), columns: BTreeSet::new(), sheets: BTreeSet::new() };
        let table = books.table();
        let sources = table.observations.iter().chain(&table.unread).filter_map(|row| row.source.as_deref());
        let refused = table.refused.iter().chain(&books.input.rosters.refused).map(|refusal| &*refusal.file);
        for place in sources.chain(refused) {
            // The source that a row names stands behind its cell.
            named.cells.extend(place.split(' ').map(str::to_owned));
        }
        for question in books.questions.all() {
            let places = question.cells.iter();
            named.cells.extend(places.clone().map(|cell| match cell.contains('!') {
                true => cell.clone(),
                false => format!("{}!{cell}", question.sheet),
            }));
            if question.settle.starts_with("[columns]") {
                named.columns.extend(places.map(|cell| format!("{}!{}", question.sheet, letters(cell))));
            }
            if question.settle.starts_with("[sheets]") || question.settle.starts_with("[areas]") {
                named.sheets.insert(question.sheet.clone());
            }
        }
        for (title, lines) in &books.told {
            for line in lines {
                let place = line.split(' ').next().unwrap_or_default();
                named.cells.insert(place.to_owned());
                if title == "columns left out:" {
                    let (sheet, cell) = place.rsplit_once('!').unwrap_or_default();
                    named.columns.insert(format!("{sheet}!{}", letters(cell)));
                }
                if line.ends_with("not read") || line.contains("units on rosters") {
                    named.sheets.insert(line.split(':').next().unwrap_or_default().to_owned());
                }
            }
        }
        named
    }
}

fn letters(cell: &str) -> &str {
    cell.trim_end_matches(|sign: char| sign.is_ascii_digit())
}

fn sum(count: &Count) -> usize {
    let Count { used, missing, refused, asked, left_out, .. } = count;
    used + missing + refused + asked + left_out
}

fuzz_target!(|bytes: &[u8]| {
    let made = book::made(bytes);
    let file = File { name: made.name.to_owned(), bytes: made.bytes.clone() };
    let book = match Book::read(file, Language::English) {
        Ok(book) => book,
        Err(why) => {
            assert!(!why.trim().is_empty());
            return;
        }
    };
    let catalogue = &*CATALOGUE;
    let mut books = workbook::read(vec![book], catalogue, &Answers::default(), Language::English);
    let count = books.count;
    assert_eq!(count.read, sum(&count), "{count:?}");

    let mut found = sheets(&made.bytes);
    let names: BTreeSet<String> = found.iter().map(|(name, _)| name.clone()).collect();
    // Sheets of one name are called by their book as well, and signs of our own would be read for the end of a name.
    if names.len() == found.len() {
        let named = Named::new(&books);
        found.retain(|(name, _)| !name.contains(['!', ' ', ':']) && !named.sheets.contains(name));
        for (name, range) in &found {
            conserves(name, range, &named, bytes);
        }
    }

    let table = std::mem::take(&mut books.input.table);
    let areas: Vec<String> =
        table.observations.iter().map(|row| row.area.as_deref().unwrap_or_default().to_owned()).collect();
    let rows = table.observations.len();
    let rosters = std::mem::take(&mut books.input.rosters.rosters);
    let data = catalogue.data(table.observations.into_iter().chain(table.unread)).with_rosters(rosters);
    assert!(data.refused() + data.unused() <= rows);
    let judged = books.counted(data.findings());
    assert_eq!(judged.read, sum(&judged), "{judged:?}");
    for area in areas.iter().take(2) {
        let report = Evaluator::new(catalogue).report(data.area(area).unwrap(), Year::literal(2024));
        assert!(report.is_ok());
    }
});

/// Every figure of a sheet is named by its cell, its row or its column; what stands before the figures of a row is its name, also if it
/// is a number.
fn conserves(sheet: &str, range: &calamine::Range<Data>, named: &Named, bytes: &[u8]) {
    let Some((top, left)) = range.start() else { return };
    let header = |data: &Data| match data {
        Data::String(text) => Column::named(&without_unit(text).0),
        _ => None,
    };
    for (row, cells) in (top..).zip(range.rows()) {
        // A number in a row of headers is one.
        if cells.iter().any(|data| header(data).is_some()) {
            continue;
        }
        let row_named = named.cells.contains(&format!("{sheet}!{}", row + 1));
        let first = (left..)
            .zip(cells)
            .map(|(column, _)| column)
            .find(|column| named.cells.contains(&format!("{sheet}!{}", book::address(row, *column))));
        for (column, data) in (left..).zip(cells).filter(|(_, data)| is_figure(data)) {
            let at = book::address(row, column);
            let known = range
                .rows()
                .take((row - top) as usize)
                .any(|cells| cells.get((column - left) as usize).is_some_and(|data| header(data).is_some()));
            assert!(
                row_named
                    || named.cells.contains(&format!("{sheet}!{at}"))
                    || named.columns.contains(&format!("{sheet}!{}", letters(&at)))
                    || first.is_some_and(|first| known || column < first),
                "{sheet}!{at} {data:?} is lost in {}",
                String::from_utf8_lossy(bytes)
            );
        }
    }
}
