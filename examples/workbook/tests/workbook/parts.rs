//! Books with what `rust_xlsxwriter` does not write: raised letters in every spelling, rows out of sight, pivot tables, files that are
//! small and unpack to much.

use std::io::Write as _;

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::support::{Folder, run, said, verdict, verdicts};
use crate::{MATERNAL, PRESCHOOL};

/// Packs parts into a file.
fn pack(path: &str, parts: &[(&str, &[u8])]) {
    let mut writer = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap();
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const WHOLE: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="卫生" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const TIES: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// An xlsx file of one sheet, of its rows and its shared texts as they stand in the file.
fn xlsx(path: &str, rows: &str, texts: &str) {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let parts: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", WHOLE.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", TIES.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    pack(path, &parts);
}

fn ods(path: &str, content: &str) {
    let mut writer = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    let plain = zip::write::SimpleFileOptions::default();
    writer.start_file("mimetype", plain.compression_method(zip::CompressionMethod::Stored)).unwrap();
    writer.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    writer.start_file("META-INF/manifest.xml", plain).unwrap();
    writer
        .write_all(br#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#)
        .unwrap();
    writer.start_file("content.xml", plain).unwrap();
    writer.write_all(content.as_bytes()).unwrap();
    writer.finish().unwrap();
}

fn text(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// 指标, 年份, 数值 and 单位 with the given cell as the value of 2024.
fn row_with(value: &str) -> String {
    let header: String = [("A1", "指标"), ("B1", "年份"), ("C1", "数值"), ("D1", "单位")]
        .map(|(at, word)| text(at, word))
        .concat();
    let row = [
        text("A2", "孕产妇死亡率"),
        "<c r=\"B2\"><v>2024</v></c>".to_owned(),
        value.to_owned(),
        text("D2", "/10万"),
    ];
    format!("<row r=\"1\">{header}</row><row r=\"2\">{}</row>", row.concat())
}

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"#;
const CLOSE: &str = "</office:spreadsheet></office:body></office:document-content>";

fn open_text(words: &[&str]) -> String {
    let cell = |word: &&str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>"#)
    };
    words.iter().map(cell).collect()
}

#[test]
fn raised_letters_are_no_digits_in_any_spelling_of_the_file() {
    let folder = Folder::new("raised-all");
    let rich = r#"<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>"#;
    let prefixed =
        r#"<x:r><x:t>12</x:t></x:r><x:r><x:rPr><x:vertAlign val="superscript"/></x:rPr><x:t>1</x:t></x:r>"#;
    let shared = r#"<c r="C2" t="s"><v>0</v></c>"#;
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let path = folder.file("book.xlsx");
    for (value, texts) in [
        (shared.to_owned(), format!("<sst xmlns=\"{main}\"><si>{rich}</si></sst>")),
        (
            shared.to_owned(),
            format!("<sst xmlns=\"{main}\"><si >{}</si></sst>", rich.replace("12", "1&#50;")),
        ),
        (shared.to_owned(), format!("<x:sst xmlns:x=\"{main}\"><x:si>{prefixed}</x:si></x:sst>")),
        (format!(r#"<c r="C2" t="inlineStr"><is>{rich}</is></c>"#), format!("<sst xmlns=\"{main}\"/>")),
        (format!(r#"<c t="inlineStr"><is>{rich}</is></c>"#), format!("<sst xmlns=\"{main}\"/>")),
    ] {
        xlsx(&path, &row_with(&value), &texts);
        let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh"]));
        assert_eq!(code, Some(2), "{value} {texts}: {stdout}{stderr}");
        assert!(stdout.contains("卫生!C2：“121”：文字中有上标或下标"), "{stdout}");
        // The value without the mark is offered, and settles it.
        assert!(stdout.contains("写法：[cells] \"卫生!C2\" = \"12\""), "{stdout}");
    }
    let answers = folder.write("answers.toml", "[cells]\n\"卫生!C2\" = \"12\"\n");
    assert!(verdict(&verdicts(&[&path, "--answers", &answers]), MATERNAL).contains("\"met\""));
    // On the line again it is a digit: 121.
    let level = rich.replace("superscript", "baseline");
    xlsx(&path, &row_with(&format!(r#"<c r="C2" t="inlineStr"><is>{level}</is></c>"#)), "<sst/>");
    assert!(verdict(&verdicts(&[&path]), MATERNAL).contains("\"121\""));

    let path = folder.file("book.ods");
    let value = r#"<table:table-cell office:value-type="string"><text:p>12<text:span text:style-name="T1">1</text:span></text:p></table:table-cell>"#;
    let rows = format!(
        "<table:table table:name=\"卫生\"><table:table-row>{}</table:table-row><table:table-row>{}{value}{}</table:table-row></table:table>",
        open_text(&["指标", "年份", "数值", "单位"]),
        open_text(&["孕产妇死亡率", "2024"]),
        open_text(&["/10万"])
    );
    ods(&path, &format!("{OPEN}{rows}{CLOSE}"));
    let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}{stderr}");
    assert!(stdout.contains("卫生!C2：“121”：文字中有上标或下标") && stdout.contains("= \"12\""), "{stdout}");
    // A note mark beside a name is none of the name.
    let named = r#"<c r="A2" t="inlineStr"><is><r><t>孕产妇死亡率</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>"#;
    let path = folder.file("named.xlsx");
    let rows = row_with("<c r=\"C2\"><v>11.5</v></c>").replace(&text("A2", "孕产妇死亡率"), named);
    xlsx(&path, &rows, "<sst/>");
    assert!(verdict(&verdicts(&[&path]), MATERNAL).contains("\"11.5\""));
}

#[test]
fn an_open_document_says_what_is_merged_and_what_is_a_percentage() {
    let folder = Folder::new("open");
    let path = folder.file("book.ods");
    let percent = |value: &str| {
        format!(
            r#"<table:table-cell office:value-type="percentage" office:value="{value}"><text:p>x</text:p></table:table-cell>"#
        )
    };
    let over = r#"<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>2024年</text:p></table:table-cell><table:covered-table-cell/>"#;
    let rows = format!(
        "<table:table table:name=\"教育\"><table:table-row>{}{over}</table:table-row><table:table-row>{}{}</table:table-row>\
         <table:table-row>{}{}{}</table:table-row></table:table>",
        open_text(&["指标"]),
        "<table:table-cell/>",
        open_text(&["合计", "农村"]),
        open_text(&["学前教育毛入园率"]),
        percent("0.901"),
        percent("0.85"),
    );
    ods(&path, &format!("{OPEN}{rows}{CLOSE}"));
    // Nothing is asked: the year holds for both columns, and the numbers are percentages.
    assert!(verdict(&verdicts(&[&path]), PRESCHOOL).contains("\"met\""));
    assert!(verdict(&verdicts(&[&path]), PRESCHOOL).contains("\"90.1\""));
}

/// Years across, with a row and a column that may be hidden.
fn with_hidden(path: &str, hide: impl Fn(&mut Worksheet)) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("卫生").unwrap();
    for (row, cells) in (0..).zip([
        ["指标", "单位", "2023", "2024"],
        ["孕产妇死亡率", "/10万", "11", "13"],
        ["婴儿死亡率", "‰", "4.1", "4.0"],
    ]) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    hide(sheet);
    book.save(path).unwrap();
}

// Offices strike out what was withdrawn.
#[test]
fn struck_figures_are_asked_about() {
    let folder = Folder::new("struck");
    let path = folder.file("book.xlsx");
    with_hidden(&path, |sheet| {
        let struck = Format::new().set_font_strikethrough();
        sheet.write_string_with_format(1, 3, "11", &struck).unwrap();
    });
    let (code, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("卫生!D2：“D2”：这些数是划掉的"), "{stdout}");
    let skip = folder.write("skip.toml", "[hidden]\n\"卫生\" = \"skip\"\n");
    let (code, stdout, _) = said(&run(&[&path, "--answers", &skip, "--lang", "zh", "--year", "2024"]));
    assert_eq!(code, Some(0), "{stdout}");
    assert!(stdout.contains("卫生：划掉的D2；其中的数不用"), "{stdout}");
    let read = folder.write("read.toml", "[hidden]\n\"卫生\" = \"read\"\n");
    assert!(verdict(&verdicts(&[&path, "--answers", &read]), MATERNAL).contains("\"met\""));
}

#[test]
fn what_is_hidden_is_asked_about_once_and_named() {
    let folder = Folder::new("hidden");
    let path = folder.file("book.xlsx");
    type Hide<'a> = (&'a dyn Fn(&mut Worksheet), &'a str, &'a str);
    let cases: [Hide<'_>; 2] = [
        (
            &|sheet| {
                sheet.set_row_hidden(1).unwrap();
            },
            "第2行",
            "卫生!C2 D2",
        ),
        (
            &|sheet| {
                sheet.set_column_hidden(3).unwrap();
            },
            "D列",
            "卫生!D2 D3",
        ),
    ];
    for (hide, what, cells) in cases {
        with_hidden(&path, hide);
        let (code, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
        assert_eq!(code, Some(2), "{stdout}");
        assert!(stdout.starts_with("有1个问题待答"), "{stdout}");
        assert!(stdout.contains(&format!("{cells}：“{what}”：这里是隐藏的")), "{stdout}");
        let read = folder.write("read.toml", "[hidden]\n\"卫生\" = \"read\"\n");
        assert!(verdict(&verdicts(&[&path, "--answers", &read]), MATERNAL).contains("\"not_met\""));
        let skip = folder.write("skip.toml", "[hidden]\n\"*\" = \"skip\"\n");
        let (code, stdout, _) = said(&run(&[&path, "--answers", &skip, "--lang", "zh", "--year", "2024"]));
        assert_eq!(code, Some(0), "{stdout}");
        assert!(stdout.contains("＋按答复不用2格"), "{stdout}");
        assert!(stdout.contains(&format!("卫生：隐藏{what}；其中的数不用")), "{stdout}");
    }
    // A hidden row without figures is nobody's question.
    with_hidden(&path, |sheet| {
        sheet.write_string(5, 0, "注").unwrap();
        sheet.set_row_hidden(5).unwrap();
    });
    assert_eq!(said(&run(&[&path])).0, Some(0));
    // Nor is a hidden sheet of lists; one of figures is.
    let figures = |hidden: bool, list: bool| {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("表").unwrap().write_string(0, 0, "指标").unwrap();
        for (row, cells) in (0..).zip([["指标", "单位", "2024"], ["孕产妇死亡率", "/10万", "11"]])
        {
            for (column, text) in (0..).zip(cells) {
                book.worksheet_from_index(0).unwrap().write_string(row, column, text).unwrap();
            }
        }
        let sheet = book.add_worksheet().set_name("隐").unwrap();
        sheet.write_string(0, 0, if list { "选项" } else { "指标" }).unwrap();
        sheet.write_string(0, 1, "单位").unwrap();
        sheet.write_string(0, 2, "2024").unwrap();
        sheet.write_string(1, 0, "婴儿死亡率").unwrap();
        sheet.write_string(1, 1, "‰").unwrap();
        sheet.write_string(1, 2, "9").unwrap();
        if hidden {
            sheet.set_hidden(true);
        }
        book.save(&path).unwrap();
        said(&run(&[&path, "--lang", "zh"]))
    };
    let (code, stdout, _) = figures(true, true);
    assert_eq!(code, Some(0), "{stdout}");
    assert!(stdout.contains("隐：隐藏的表，没有找到表头，未读"), "{stdout}");
    let (code, stdout, _) = figures(true, false);
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("隐!C2：“整张表”：这里是隐藏的"), "{stdout}");
}

#[test]
fn figures_of_a_pivot_table_are_asked_about() {
    let folder = Folder::new("pivot");
    let path = folder.file("book.xlsx");
    let rows = row_with("<c r=\"C2\"><v>11.5</v></c>");
    xlsx(&path, &rows, "<sst/>");
    let ties = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>"#;
    let table = r#"<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="p" cacheId="1"><location ref="A1:D2" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/></pivotTableDefinition>"#;
    let mut writer =
        zip::ZipWriter::new_append(std::fs::OpenOptions::new().read(true).write(true).open(&path).unwrap())
            .unwrap();
    for (name, content) in
        [("xl/worksheets/_rels/sheet1.xml.rels", ties), ("xl/pivotTables/pivotTable1.xml", table)]
    {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    let (code, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("卫生!C2：“A1:D2”：这里是数据透视表"), "{stdout}");
    let read = folder.write("read.toml", "[pivots]\n\"卫生\" = \"read\"\n");
    assert!(verdict(&verdicts(&[&path, "--answers", &read]), MATERNAL).contains("\"11.5\""));
}

#[test]
fn an_open_document_that_breaks_off_is_an_error() {
    let folder = Folder::new("breaks-off");
    let path = folder.file("book.ods");
    let row = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>指标</text:p></table:table-cell></table:table-row>"#;
    let table = format!("{OPEN}<table:table table:name=\"卫生\">{row}");
    // The table is not closed at all, by another name, or behind a remark that is not closed.
    for content in [
        table.clone(),
        format!("{table}</table:tabel>{CLOSE}"),
        format!(
            "{}<office:annotation></text:p></table:table-cell>",
            table.trim_end_matches("</text:p></table:table-cell></table:table-row>")
        ),
    ] {
        ods(&path, &content);
        let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh"]));
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{content}: {stderr}");
        assert!(stderr.contains("文件内部损坏"), "{content}: {stderr}");
    }
}

#[test]
fn an_xls_file_that_breaks_off_is_an_error() {
    let folder = Folder::new("cut");
    let whole = include_bytes!("../data/raised-and-hidden.xls");
    for length in (500..whole.len()).step_by(375) {
        let path = folder.write("cut.xls", whole.get(..length).unwrap());
        let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh"]));
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{length}: {stderr}");
        assert!(stderr.contains("请用表格软件打开后另存为 .xlsx"), "{length}: {stderr}");
    }
}

#[test]
fn small_files_that_claim_much_are_errors() {
    let folder = Folder::new("claims");
    let refused = |path: &str, wanted: &str| {
        let (code, stdout, stderr) = said(&run(&[path, "--lang", "zh"]));
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{stderr}");
        assert!(stderr.contains(wanted), "{stderr}");
    };
    // Unpacks to more than is read; packed it is small.
    let path = folder.file("bomb.xlsx");
    let blanks = vec![b' '; 257 << 20];
    pack(&path, &[("xl/workbook.xml", BOOK.as_bytes()), ("xl/media/image1.png", &blanks)]);
    assert!(std::fs::metadata(&path).unwrap().len() < 1 << 20);
    refused(&path, "展开后超过256 MiB");
    // Two million cells in a row that stands there once.
    let path = folder.file("repeated.ods");
    let cell = |repeated: &str| {
        format!(r#"<table:table-cell {repeated} office:value-type="float" office:value="1"/>"#)
    };
    let table = |rows: &str| format!("{OPEN}<table:table table:name=\"表\">{rows}</table:table>{CLOSE}");
    let row = format!(
        r#"<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>"#,
        cell("table:number-columns-repeated=\"2\"")
    );
    ods(&path, &table(&row));
    refused(&path, "表“表”有1500000个以上有内容的单元格");
    let far = format!(
        r#"<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16383"/>{}</table:table-row>"#,
        cell("")
    );
    let near = format!("<table:table-row>{}</table:table-row>", cell(""));
    ods(&path, &table(&format!("{near}{far}")));
    refused(&path, "用到了XFD1048576，范围过大");
    let wide = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    ods(&path, &table(wide));
    refused(&path, "有一个单元格超过32767个字符");
    // A cell far out in which only a blank stands holds nothing.
    let path = folder.file("blank.xlsx");
    let rows = row_with("<c r=\"C2\"><v>11.5</v></c>")
        + r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>"#;
    xlsx(&path, &rows, "<sst/>");
    assert!(verdict(&verdicts(&[&path]), MATERNAL).contains("\"11.5\""));
}

#[test]
fn several_areas_are_judged_each_and_put_side_by_side() {
    let folder = Folder::new("areas");
    let rows = "2024年各旗县区妇女儿童健康指标\n地区,孕产妇死亡率(1/10万),婴儿死亡率(‰)\n甲旗,11.9,5.1\n乙旗,12.1,4.9\n";
    let (path, out) = (folder.write("regions.csv", rows), folder.file("结果"));
    let (code, stdout, stderr) =
        said(&run(&[&path, "--lang", "zh", "--out", &out, "--expect", "甲旗,乙旗,丙旗"]));
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    assert!(stdout.contains("甲旗") && stdout.contains("丙旗"), "{stdout}");
    for name in ["甲旗/报告.html", "甲旗/报告.docx", "乙旗/附表.xlsx", "乙旗/目标明细.csv", "地区对比.html"]
    {
        assert!(std::path::Path::new(&format!("{out}/{name}")).exists(), "{name}");
    }
    let page = std::fs::read_to_string(format!("{out}/地区对比.html")).unwrap();
    assert!(page.contains("未报送：丙旗"), "{page}");
    let (code, stdout, _) = said(&run(&[&path, "--json"]));
    assert_eq!(code, Some(0));
    let both: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(both["reports"].as_array().unwrap().len(), 2);
    assert!(both["comparison"]["areas"].is_array());
    // One of them alone, as before.
    let one = verdicts(&[&path, "--area", "乙旗"]);
    assert!(verdict(&one, MATERNAL).contains("\"not_met\""));
}

#[test]
fn a_sheet_for_each_county_and_a_sheet_for_a_township() {
    let folder = Folder::new("sheets");
    let path = folder.file("book.xlsx");
    let table = |sheets: &[(&str, &str)]| {
        let mut book = Workbook::new();
        for (name, value) in sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            for (row, cells) in
                (0..).zip([["指标", "单位", "2024"], ["适龄儿童免疫规划疫苗接种率", "%", value]])
            {
                for (column, text) in (0..).zip(cells) {
                    sheet.write_string_with_format(row, column, text, &Format::new()).unwrap();
                }
            }
        }
        book.save(&path).unwrap();
    };
    table(&[("甲旗", "95"), ("乙旗", "88")]);
    let (code, stdout, _) = said(&run(&[&path, "--json"]));
    assert_eq!(code, Some(0), "{stdout}");
    let both: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let names: Vec<&str> =
        both["reports"].as_array().unwrap().iter().map(|report| report["area"].as_str().unwrap()).collect();
    assert_eq!(names, ["乙旗", "甲旗"]);
    // A township's sheet is never that of the banner.
    table(&[("全旗", "95"), ("锡尼镇", "88")]);
    let all = verdicts(&[&path]);
    assert!(verdict(&all, "children.health.g6.immunisation-coverage").contains("\"not_met\""));
    let (_, stdout, _) = said(&run(&[&path, "--lang", "zh"]));
    assert!(stdout.contains("锡尼镇：没有写地区的数作为“锡尼镇”的数"), "{stdout}");
    // A title that begins with a township is asked about.
    let text = "锡尼镇2024年监测表\n指标,单位,2024\n适龄儿童免疫规划疫苗接种率,%,88\n";
    let csv = folder.write("表.csv", text);
    let (code, stdout, _) = said(&run(&[&csv, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(
        stdout.contains("标题以一个苏木镇开头") && stdout.contains("[areas] \"表\" = \"锡尼镇\""),
        "{stdout}"
    );
    // So is a sheet that names no area beside others that do.
    let other = folder.write("甲.csv", "地区,指标,单位,年份,数值\n甲旗,婴儿死亡率,‰,2024,4\n");
    let plain = folder.write("表.csv", text.split_once('\n').unwrap().1);
    let (code, stdout, _) = said(&run(&[&plain, &other, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("这张表没有写；是哪个地区的数？") && stdout.contains("甲旗 | whole"), "{stdout}");
    let answers = folder.write("answers.toml", "[areas]\n\"表\" = \"甲旗\"\n");
    let all = verdicts(&[&plain, &other, "--answers", &answers]);
    assert!(verdict(&all, "children.health.g3.infant-mortality-rate").contains("\"met\""));
}

// Written by LibreOffice: 12 with a raised 1 in E2, row 3 and column C hidden.
#[test]
fn an_xls_file_says_what_is_raised_and_what_is_hidden() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/raised-and-hidden.xls");
    let (code, stdout, stderr) = said(&run(&[path, "--lang", "zh"]));
    assert_eq!(code, Some(2), "{stdout}{stderr}");
    assert!(stdout.starts_with("有2个问题待答"), "{stdout}");
    assert!(stdout.contains("卫生!C2 C3 D3 E3 C4：“第3行、C列”：这里是隐藏的"), "{stdout}");
    assert!(stdout.contains("卫生!E2：“121”：文字中有上标或下标") && stdout.contains("= \"12\""), "{stdout}");
}
