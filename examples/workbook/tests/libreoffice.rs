//! The same figures saved by LibreOffice as xlsx, ods and xls. Left out, and said so, where there is no `soffice`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::process::Command;

use support::banner::{CLERK, book, through};
use support::{
    Folder, MORTALITY, NAMES, PERCENT, YEARS, assert_same, long_csv, published, run, said, verdict, verdicts,
};

/// 92.9 as LibreOffice holds it under a percent format: 0.929.
fn fraction(value: &str) -> String {
    let number: f64 = format!("{value}e-2").parse().unwrap();
    number.to_string()
}

fn cell(value: Option<&str>, unit: &str) -> String {
    match (value, unit) {
        (None, _) => {
            "<table:table-cell office:value-type=\"string\"><text:p>未统计</text:p></table:table-cell>".into()
        }
        (Some(value), "%") => format!(
            "<table:table-cell table:style-name=\"percent\" office:value-type=\"percentage\" office:value=\"{}\"><text:p>{value}%</text:p></table:table-cell>",
            fraction(value)
        ),
        (Some(value), unit) => format!(
            "<table:table-cell table:style-name=\"{}\" office:value-type=\"float\" office:value=\"{value}\"><text:p>{value}{unit}</text:p></table:table-cell>",
            if unit == "‰" { "mille" } else { "hundredthousand" }
        ),
    }
}

fn text(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

/// A flat ODS file: two sheets, percent and other formats, merged years.
fn fods() -> String {
    let style = |name: &str, suffix: &str| {
        format!(
            "<number:number-style style:name=\"n-{name}\"><number:number number:decimal-places=\"1\" number:min-decimal-places=\"1\" number:min-integer-digits=\"1\"/><number:text>{suffix}</number:text></number:number-style>\
             <style:style style:name=\"{name}\" style:family=\"table-cell\" style:data-style-name=\"n-{name}\"/>"
        )
    };
    let mut sheets = String::from("<table:table table:name=\"教育与保健\"><table:table-row>");
    sheets += &text("指标名称");
    sheets += &text("单位");
    for year in YEARS {
        sheets += &text(&format!("{year}年"));
    }
    sheets += "</table:table-row>";
    for series in published("", PERCENT) {
        sheets += &format!("<table:table-row>{}{}", text(&series.name), text("%"));
        for value in &series.values {
            sheets += &cell(value.as_deref(), series.unit);
        }
        sheets += "</table:table-row>";
    }
    sheets += "</table:table><table:table table:name=\"死亡率\"><table:table-row>";
    let spanned = |text: &str, columns: u32, rows: u32| {
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\"><text:p>{text}</text:p></table:table-cell>{}",
            "<table:covered-table-cell/>".repeat(columns as usize - 1)
        )
    };
    sheets += &spanned("指标", 1, 2);
    sheets += &spanned("单位", 1, 2);
    for year in YEARS {
        sheets += &spanned(&format!("{year}年"), 3, 1);
    }
    sheets += "</table:table-row><table:table-row><table:covered-table-cell/><table:covered-table-cell/>";
    for _ in YEARS {
        sheets += &["合计", "城镇", "农村"].map(text).concat();
    }
    sheets += "</table:table-row>";
    let strata = ["", "urban", "rural"].map(|disaggregation| published(disaggregation, MORTALITY));
    for (place, series) in strata[0].iter().enumerate() {
        sheets += &format!("<table:table-row>{}{}", text(&series.name), text(series.unit));
        for year in 0..YEARS.len() {
            for disaggregation in &strata {
                sheets += &cell(disaggregation[place].values[year].as_deref(), series.unit);
            }
        }
        sheets += "</table:table-row>";
    }
    sheets += "</table:table>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:automatic-styles>\
         <number:percentage-style style:name=\"n-percent\"><number:number number:decimal-places=\"1\" number:min-decimal-places=\"1\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>\
         <style:style style:name=\"percent\" style:family=\"table-cell\" style:data-style-name=\"n-percent\"/>{}{}\
         </office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document>",
        style("mille", "‰"),
        style("hundredthousand", "/10万"),
    )
}

#[test]
fn what_libreoffice_saves_gives_the_verdicts_of_the_csv() {
    let folder = Folder::new("libreoffice");
    let source = folder.write("county.fods", fods());
    for form in ["xlsx", "ods", "xls"] {
        if !saved(&folder, &source, form) {
            return;
        }
        assert!(
            std::path::Path::new(&folder.file(&format!("county.{form}"))).exists(),
            "no {form} was written"
        );
    }
    let names = folder.write("names.toml", NAMES);
    let csv = folder.write("county.csv", long_csv());
    let wanted = verdicts(&[&csv, "--answers", &names]);
    assert!(verdict(&wanted, "women.health.g2.maternal-mortality-ratio").contains("\"14.3\" \"-2.3\""));

    // Formats and merges are read: nothing has to be asked.
    assert_same(&verdicts(&[&folder.file("county.xlsx"), "--answers", &names]), &wanted);

    // xls: merges are read and formats are not, so a 0.929 beside 单位 % is asked for.
    let xls = folder.file("county.xls");
    let (code, stdout, _) = said(&run(&[&xls, "--answers", &names]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("the number format cannot be read from this kind of file"), "{stdout}");
    assert!(!stdout.contains("no year stands above"), "{stdout}");
    let scaled = format!("{NAMES}[scales]\n\"教育与保健\" = \"fraction\"\n");
    let answers = folder.write("xls.toml", &scaled);
    assert_same(&verdicts(&[&xls, "--answers", &answers]), &wanted);
    // The other answer gives other verdicts: the question was worth asking.
    let shown = folder.write("shown.toml", format!("{NAMES}[scales]\n\"教育与保健\" = \"as_shown\"\n"));
    assert_ne!(verdicts(&[&xls, "--answers", &shown]), wanted);

    // ods says what is merged and what is a percentage: nothing has to be asked.
    assert_same(&verdicts(&[&folder.file("county.ods"), "--answers", &names]), &wanted);
    eprintln!("LibreOffice: xlsx, xls and ods give the verdicts of the CSV");
}

/// Has LibreOffice save a file in another form; `false` where there is no `soffice`.
fn saved(folder: &Folder, path: &str, form: &str) -> bool {
    let converted = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.file("profile")))
        .args(["--headless", "--convert-to", form, "--outdir", &folder.file(""), path])
        .output();
    match converted {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("LEFT OUT: soffice is not on the PATH; the workbooks of LibreOffice were not tried");
            false
        }
        converted => {
            let converted = converted.unwrap();
            assert!(converted.status.success(), "{converted:?}");
            true
        }
    }
}

#[test]
fn the_made_up_banner_as_xls_and_ods_has_the_verdicts_of_the_xlsx() {
    let folder = Folder::new("banner-office");
    let path = folder.file("banner.xlsx");
    book(&path);
    for form in ["xls", "ods"] {
        if !saved(&folder, &path, form) {
            return;
        }
    }
    let (asked, wanted) = through(&folder, "xlsx", &[&path], &CLERK);
    assert_eq!(asked, 2);
    // xls loses the number formats: whether fractions stand there is one more question.
    for (form, questions) in [("xls", 3), ("ods", 2)] {
        let (asked, same) = through(&folder, form, &[&folder.file(&format!("banner.{form}"))], &CLERK);
        assert_eq!(asked, questions, "{form}");
        assert_same(&same, &wanted);
    }
    eprintln!("LibreOffice: the made-up banner has the same verdicts as xlsx, xls and ods");
}
