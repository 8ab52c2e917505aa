//! Damaged files: an error that names the file, or other figures where no checksum stands; never a panic, and never a loss of rows
//! that is not told.

use std::path::Path;

use dabiao::Catalogue;
use dabiao_parquet::{Error, Part, Table, nation};

use crate::support::{judge, texts, write};

/// Reads every row of a file, and judges none.
fn rows(path: &Path) -> Result<u64, Error> {
    let table = Table::open(path)?;
    let mut rows = 0;
    for county in table.counties(Part::WHOLE)? {
        rows += county?.rows();
    }
    Ok(rows)
}

fn is_told(error: &Error) -> bool {
    let said = error.to_string();
    said.contains("damaged.parquet: ")
        && matches!(
            error,
            Error::NotParquet { .. }
                | Error::Damaged { .. }
                | Error::NoColumn { .. }
                | Error::WrongType { .. }
                | Error::Unsorted { .. }
        )
}

fn small(path: &Path) -> Vec<u8> {
    let areas: Vec<String> = (0..60).map(|row| format!("area {}", row / 6)).collect();
    let values: Vec<String> = (0..60).map(|row| format!("{}.5", row % 17)).collect();
    let columns = vec![
        ("area", texts(areas.iter().map(String::as_str))),
        ("indicator", texts(areas.iter().map(|_| "maternal-mortality-ratio"))),
        ("period", texts((0..60).map(|row| ["2020", "2021", "2022", "2023", "2024", "2025"][row % 6]))),
        ("value", texts(values.iter().map(String::as_str))),
    ];
    write(path, columns, 25);
    std::fs::read(path).unwrap()
}

#[test]
fn every_byte_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.parquet");
    let whole = small(&path);
    assert_eq!(rows(&path).unwrap(), 60);
    let (mut told, mut as_before) = (0, 0);
    for place in 0..whole.len() {
        for change in [0xff, 0x01, 0x80] {
            let mut bytes = whole.clone();
            bytes[place] ^= change;
            std::fs::write(&path, &bytes).unwrap();
            match rows(&path) {
                // Another figure or name; without checksums in the file nobody can tell.
                Ok(read) => {
                    assert_eq!(read, 60, "byte {place}: rows are lost");
                    as_before += 1;
                }
                Err(error) => {
                    assert!(is_told(&error), "byte {place}: {error}");
                    told += 1;
                }
            }
        }
    }
    assert!(told > 1_000 && as_before > 0, "{told} told, {as_before} not");
}

#[test]
fn cut_short_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.parquet");
    let whole = small(&path);
    for length in 0..whole.len() {
        std::fs::write(&path, &whole[..length]).unwrap();
        let error = rows(&path).unwrap_err();
        assert!(matches!(error, Error::NotParquet { .. }), "{length} bytes: {error}");
        assert!(is_told(&error), "{length} bytes: {error}");
    }
}

#[test]
fn stretches_of_a_compressed_file_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.parquet");
    let expected = nation::write(&path, &Catalogue::hangjin(), 4).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let stretch = whole.len() / 60;
    for (place, start) in (0..whole.len() - stretch).step_by(stretch).enumerate() {
        let mut bytes = whole.clone();
        bytes[start..start + stretch].fill(if place % 2 == 0 { 0 } else { 0xa5 });
        std::fs::write(&path, &bytes).unwrap();
        match rows(&path) {
            Ok(read) => assert_eq!(read, expected),
            Err(error) => assert!(is_told(&error), "{error}"),
        }
    }
}

#[test]
fn other_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.parquet");
    let others: [&[u8]; 5] = [b"", b"PAR1", b"PAR1PAR1", b"area,indicator,period,value\r\n", &[0; 4_096]];
    for bytes in others {
        std::fs::write(&path, bytes).unwrap();
        let error = judge(&path, Part::WHOLE, 1).unwrap_err();
        assert!(matches!(error, Error::NotParquet { .. }), "{error}");
        assert!(error.to_string().contains("a whole one begins and ends with PAR1"), "{error}");
    }
    let folder_as_file = Table::open(folder.path()).unwrap_err().to_string();
    assert!(folder_as_file.contains("cannot be"), "{folder_as_file}");
}
