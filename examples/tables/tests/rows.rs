//! Text to rows: line ends, quotes, separators and encodings change nothing, and what cannot be read is an error with its line.
#![expect(clippy::indexing_slicing, reason = "a test may stop")]

use dabiao_tables::encoding::{Kind, MAX_BYTES, decode, decode_as};
use dabiao_tables::rows::{MAX_CELL, MAX_COLUMNS, Rows, breaks};
use proptest::prelude::*;

/// Line, row number and cells.
type Plain = (u32, u32, Vec<String>);

fn rows(text: &str) -> Result<Vec<Plain>, String> {
    rows_by(text, ',')
}

fn rows_by(text: &str, separator: char) -> Result<Vec<Plain>, String> {
    let plain = |row: dabiao_tables::rows::Row<'_>| {
        (row.line, row.number, row.cells.iter().map(|cell| cell.text.to_string()).collect())
    };
    let read = |row: Result<_, dabiao_tables::Wrong>| {
        row.map(plain).map_err(|wrong| format!("{}:{}: {}", wrong.line, wrong.column, wrong.en))
    };
    Rows::new(text, separator).map(read).collect()
}

fn cells(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn every_kind_of_line_end_is_one() {
    let wanted = vec![(1, 1, cells(&["a", "b"])), (2, 2, cells(&["1", "2"])), (4, 4, cells(&["3", "4"]))];
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,2", "", "3,4", ""].join(end);
        assert_eq!(rows(&text).unwrap(), wanted, "{end:?}");
    }
    assert_eq!(rows("a,b\r\n1,2\r\r\n3,4").unwrap(), wanted);
}

#[test]
fn a_cell_over_several_lines_is_one_row_and_keeps_the_lines_of_what_follows() {
    let read = rows("a,\"b\r\nb\",c\r\n,,\r\n\"x\ny\rz\",2\r\n3,4").unwrap();
    assert_eq!(
        read,
        [(1, 1, cells(&["a", "b\r\nb", "c"])), (4, 3, cells(&["x\ny\rz", "2"])), (7, 4, cells(&["3", "4"]))]
    );
    // A cell behind it stands on a later line than its row.
    let row = Rows::new("\"x\ny\",9O", ',').next().unwrap().unwrap();
    assert_eq!((row.line, row.cells[0].line, row.cells[1].line), (1, 1, 2));
}

#[test]
fn quotes() {
    assert_eq!(rows("\"a \"\"b\"\"\",\"\",c").unwrap(), [(1, 1, cells(&["a \"b\"", "", "c"]))]);
    // In the middle of a cell a quote is text.
    assert_eq!(rows("5'3\",b").unwrap(), [(1, 1, cells(&["5'3\"", "b"]))]);
    assert_eq!(rows("a,b\n\nc,\"d\ne,f\n").unwrap_err(), "3:2: the quote that opens here is never closed");
    // The next open quote seems to close it.
    let said = rows("a,b\nc,\"d\ne,\"f\ng,h\n").unwrap_err();
    assert_eq!(
        said,
        "2:2: text stands behind the closing quote (line 3); a quote inside a cell is written twice"
    );
    // Nothing follows an error, and nothing of its row was given.
    let mut broken = Rows::new("a,b\n\"c", ',');
    assert!(broken.next().unwrap().is_ok() && broken.next().unwrap().is_err() && broken.next().is_none());
}

#[test]
fn limits_are_errors_with_their_place() {
    let long = "x".repeat(MAX_CELL);
    assert_eq!(rows(&format!("a\n{long}")).unwrap().len(), 2);
    assert_eq!(
        rows(&format!("a\n1,{long}x")).unwrap_err(),
        format!("2:2: the cell is longer than {MAX_CELL} characters")
    );
    // Characters are counted, not bytes.
    assert_eq!(rows(&"字".repeat(MAX_CELL)).unwrap().len(), 1);
    let wide = ",".repeat(MAX_COLUMNS - 1);
    assert_eq!(rows(&format!("a{wide}")).unwrap()[0].2.len(), MAX_COLUMNS);
    assert_eq!(
        rows(&format!("b\na{wide},")).unwrap_err(),
        format!("2:0: the row has more than {MAX_COLUMNS} cells")
    );
    let bytes = vec![b'a'; usize::try_from(MAX_BYTES).unwrap() + 1];
    assert!(decode(&bytes[..bytes.len() - 1]).is_ok());
    assert_eq!(decode(&bytes).unwrap_err().en, "the file is longer than 64 MiB; split it");
}

#[test]
fn a_separator_is_named_by_the_file_found_by_the_header_or_by_number() {
    let detect = |text| {
        let header = |row: &dabiao_tables::rows::Row<'_>| row.cells.iter().any(|cell| cell.text == "指标");
        let rows = Rows::detect(text, header);
        (rows.separator(), rows.map(|row| row.unwrap().line).collect::<Vec<_>>())
    };
    assert_eq!(detect("指标;年份\n甲,乙;2024"), (';', vec![1, 2]));
    assert_eq!(detect("表一，2024年\n\n指标\t年份"), ('\t', vec![1, 3]));
    assert_eq!(detect("sep=|\r\n指标|年份\r\n"), ('|', vec![2]));
    assert_eq!(detect("\"sep=;\"\n指标;年份"), (';', vec![2]));
    assert_eq!(detect("名称;数,值;年份"), (';', vec![1]));
    assert_eq!(detect("名称，数值"), ('，', vec![1]));
    assert_eq!(detect("名称"), (',', vec![1]));
    // The line that names the separator is no row of a spreadsheet.
    assert_eq!(Rows::detect("sep=;\na;b", |_| false).next().unwrap().unwrap().number, 1);
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let mark = [if big { [0xfe, 0xff] } else { [0xff, 0xfe] }];
    let units = text.encode_utf16().map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
    mark.into_iter().chain(units).flatten().collect()
}

#[test]
fn encodings_and_what_is_none() {
    let text = "指标,年份\r\n孕产妇死亡率,2024\r\n";
    let gb = encoding_rs::GB18030.encode(text).0;
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [text.as_bytes(), &gb, &marked, &utf16(text, true), &utf16(text, false)] {
        assert_eq!(decode(bytes).unwrap(), text);
    }
    let said = |bytes: &[u8]| {
        let wrong = decode(bytes).unwrap_err();
        format!("{}: {}", wrong.line, wrong.en)
    };
    assert_eq!(
        said(b"PK\x03\x04rest"),
        "0: this is a workbook, a Word file or an archive, not a text table; save it as CSV UTF-8"
    );
    // UTF-8 with a torn character is not taken for GB18030, which would read it as other words.
    let torn = ["孕产妇死亡率与婴儿死亡率\r\n指标\r\n".as_bytes(), b"\xe6\x8c,", "指标".as_bytes()].concat();
    assert_eq!(said(&torn), "3: a character on this line is not UTF-8; save the file as CSV UTF-8");
    assert_eq!(
        said(b"a\nb\xff\n"),
        "2: neither UTF-8 (wrong from line 2 on) nor GB18030; save the file as CSV UTF-8"
    );
    assert_eq!(
        said(b"\xef\xbb\xbfa\n\xff"),
        "2: the file says that it is UTF-8 and is not, here; save it again"
    );
    assert!(said(b"a\n\0b").starts_with("2: the file holds NUL characters"));
    // A plan is no table, and nobody saves it as CSV.
    for bytes in [&b"PK\x03\x04rest"[..], &torn, b"a\nb\xff\n", b"a\n\0b"] {
        let wrong = decode_as(Kind::Text, bytes).unwrap_err();
        assert!(
            wrong.en.ends_with("as a text file in UTF-8")
                && wrong.zh.ends_with("请另存为UTF-8编码的文本文件"),
            "{wrong:?}"
        );
    }
    // UTF-16 without its mark.
    assert!(said(&utf16("a,b\n", false)[2..]).starts_with("1: the file holds NUL characters"));
}

/// Texts of cells, with everything that needs a quote.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z0-9指标年份]{0,6}",
        2 => "[a-c,;\t\"\r\n 甲（％]{0,8}",
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(cell(), 1..5), 0..8)
}

/// A table as text, each cell quoted where it has to be.
fn written(table: &[Vec<String>], separator: char, ends: &[&str]) -> String {
    let quoted = |cell: &String| match cell.contains([separator, '"', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |(place, row): (usize, &Vec<String>)| {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        cells.join(&separator.to_string()) + ends[place % ends.len()]
    };
    table.iter().enumerate().map(line).collect()
}

fn not_blank(table: &[Vec<String>]) -> Vec<&Vec<String>> {
    table.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_whatever_separates_it(
        table in table(),
        separator in proptest::sample::select(dabiao_tables::rows::SEPARATORS.to_vec()),
        ends in proptest::collection::vec(proptest::sample::select(vec!["\n", "\r\n", "\r"]), 1..4),
    ) {
        let ends: Vec<&str> = ends;
        let text = written(&table, separator, &ends);
        let read = rows_by(&text, separator).unwrap();
        let texts: Vec<&Vec<String>> = read.iter().map(|(_, _, cells)| cells).collect();
        prop_assert_eq!(texts, not_blank(&table));
        // Each row has the line on which it begins.
        let starts = (0..table.len()).map(|row| breaks(&written(&table[..row], separator, &ends)) + 1);
        let starts = starts.zip(&table).filter(|(_, row)| !not_blank(std::slice::from_ref(*row)).is_empty());
        let starts: Vec<u32> = starts.map(|(line, _)| line).collect();
        prop_assert_eq!(read.iter().map(|(line, ..)| *line).collect::<Vec<_>>(), starts);
    }

    #[test]
    fn well_formed_text_is_read_as_the_csv_crate_reads_it(table in table()) {
        let text = written(&table, ',', &["\n"]);
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let theirs: Vec<Vec<String>> = not_blank(&theirs).into_iter().cloned().collect();
        let ours: Vec<Vec<String>> = rows(&text).unwrap().into_iter().map(|(_, _, cells)| cells).collect();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn no_line_of_any_text_is_lost(text in "[ab,;\"\r\n 甲]{0,60}") {
        // Everything but quotes, separators and blanks lies in a cell that was read, or the whole is an error.
        if let Ok(read) = rows(&text) {
            let cells: String = read.into_iter().flat_map(|(_, _, cells)| cells).collect();
            prop_assert_eq!(bare(&cells), bare(&text));
        }
    }

    #[test]
    fn every_encoding_gives_the_same_text(text in "[指标年份甲乙丙丁]{4,20}[,\r\n\"0-9a-z％‰—]{0,20}") {
        let text = text.as_str();
        for bytes in [text.as_bytes().to_vec(), utf16(text, true), utf16(text, false), [b"\xef\xbb\xbf", text.as_bytes()].concat()] {
            prop_assert_eq!(decode(&bytes).unwrap(), text);
        }
        let (gb, _, lossy) = encoding_rs::GB18030.encode(text);
        prop_assert!(!lossy);
        // Bytes of GB18030 that are UTF-8 too (联通 in GBK) cannot be told apart.
        if std::str::from_utf8(&gb).is_err() {
            prop_assert_eq!(decode(&gb).unwrap(), text);
        }
    }
}

/// A text without quotes, separators and blanks.
fn bare(text: &str) -> String {
    text.chars().filter(|found| !found.is_whitespace() && !matches!(found, '"' | ',')).collect()
}
