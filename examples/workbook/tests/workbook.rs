//! Workbooks and CSV files as offices write them, made here and read by the program.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "workbook/banner.rs"]
mod banner;
#[path = "workbook/clerk.rs"]
mod clerk;
#[path = "workbook/layouts.rs"]
mod layouts;
#[path = "workbook/out.rs"]
mod out;
#[path = "workbook/parts.rs"]
mod parts;
mod support;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use support::{
    Folder, MORTALITY, NAMES, PERCENT, YEARS, assert_same, long_csv, published, run, said, verdict, verdicts,
};

const MATERNAL: &str = "women.health.g2.maternal-mortality-ratio";
const PRESCHOOL: &str = "children.education.g2.preschool-gross-enrolment-rate";

fn format(code: &str) -> Format {
    Format::new().set_num_format(code)
}

/// A figure as a spreadsheet holds it: percentages as fractions under a percent format, ‰ and /10万 as they are.
fn put(sheet: &mut Worksheet, row: u32, column: u16, value: Option<&str>, unit: &str) {
    let number: f64 = match value {
        None => {
            sheet.write_string(row, column, "未统计").unwrap();
            return;
        }
        Some(value) => value.parse().unwrap(),
    };
    let (number, code) = match unit {
        "%" => (format!("{number}e-2").parse().unwrap(), "0.0%"),
        "‰" => (number, "0.0\"‰\""),
        "/10万" => (number, "0.0\"/10万\""),
        other => panic!("{other}"),
    };
    sheet.write_number_with_format(row, column, number, &format(code)).unwrap();
}

/// Two sheets: percentages with one row of years, mortality with merged years over 合计/城镇/农村.
fn national(path: &str) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("教育与保健").unwrap();
    sheet.write_string(0, 0, "主要指标").unwrap();
    sheet.write_string(1, 0, "指标名称").unwrap();
    for (column, year) in (1..).zip(YEARS) {
        sheet.write_number(1, column, year.parse::<f64>().unwrap()).unwrap();
    }
    for (row, series) in (2..).zip(published("", PERCENT)) {
        sheet.write_string(row, 0, &series.name).unwrap();
        for (column, value) in (1..).zip(&series.values) {
            put(sheet, row, column, value.as_deref(), series.unit);
        }
    }
    sheet.write_string(9, 0, "注：全国公布数").unwrap();

    let sheet = book.add_worksheet().set_name("死亡率").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 0, "指标", &plain).unwrap();
    for (place, year) in (0..).zip(YEARS) {
        let column = 1 + place * 3;
        sheet.merge_range(0, column, 0, column + 2, &format!("{year}年"), &plain).unwrap();
        for (column, word) in (column..).zip(["合计", "城镇", "农村"]) {
            sheet.write_string(1, column, word).unwrap();
        }
    }
    for (disaggregation, key) in (0..).zip(["", "urban", "rural"]) {
        for (row, series) in (2..).zip(published(key, MORTALITY)) {
            let name = if row == 2 { format!("　1. {}", series.name) } else { series.name };
            sheet.write_string(row, 0, name).unwrap();
            for (place, value) in (0..).zip(&series.values) {
                put(sheet, row, 1 + place * 3 + disaggregation, value.as_deref(), series.unit);
            }
        }
    }
    book.save(path).unwrap();
}

#[test]
fn a_workbook_and_a_csv_of_the_same_figures_give_the_same_verdicts() {
    let folder = Folder::new("same");
    let answers = folder.write("answers.toml", NAMES);
    let xlsx = folder.file("national.xlsx");
    national(&xlsx);
    let csv = folder.write("national.csv", long_csv());
    let from_csv = verdicts(&[&csv, "--answers", &answers]);
    assert_same(&verdicts(&[&xlsx, "--answers", &answers]), &from_csv);
    // The published figures, by hand: 14.3 against 12 or less, 92.0 against 90 or more.
    assert!(verdict(&from_csv, MATERNAL).contains("\"not_met\""));
    assert!(verdict(&from_csv, MATERNAL).contains("\"14.3\" \"-2.3\""));
    assert!(verdict(&from_csv, PRESCHOOL).contains("\"met\""));
    // The strata were read: 15.9 - 12.5 is less than 18.5 - 14.1 was.
    let gap = verdict(&from_csv, "women.health.g2.maternal-mortality-ratio.urban-rural-gap");
    assert!(gap.contains("\"met\"") && gap.contains("\"3.4\" \"1\""), "{gap}");
}

/// One sheet with the given header and cells, each written by hand.
fn single(path: &str, write: impl Fn(&mut Worksheet)) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("卫生").unwrap();
    for (column, word) in (0..).zip(["指标", "单位", "2023年", "2024年"]) {
        sheet.write_string(0, column, word).unwrap();
    }
    write(sheet);
    book.save(path).unwrap();
}

#[test]
fn the_number_format_decides_and_the_stored_digits_count() {
    let folder = Folder::new("formats");
    let path = folder.file("book.xlsx");
    let outcome = |code: &'static str, number: f64, unit: &'static str, name: &'static str, target: &str| {
        single(&path, |sheet| {
            sheet.write_string(1, 0, name).unwrap();
            sheet.write_string(1, 1, unit).unwrap();
            sheet.write_string(1, 2, "未统计").unwrap();
            sheet.write_number_with_format(1, 3, number, &format(code)).unwrap();
        });
        verdict(&verdicts(&[&path, "--year", "2024"]), target).split(' ').nth(1).unwrap().to_owned()
    };
    let preschool = |code, number, unit| outcome(code, number, unit, "学前教育毛入园率", PRESCHOOL);
    // 90 or more; what the screen rounds to 90.0% is not 90.
    assert_eq!(preschool("0.0%", 0.9, ""), "\"met\"");
    assert_eq!(preschool("0.0%", 0.8999999, ""), "\"not_met\"");
    assert_eq!(preschool("0.0", 90.0, "%"), "\"met\"");
    // Fifteen digits are what such a program shows: 90, and not 89.9999999999999.
    assert_eq!(preschool("0.0", 89.99999999999999, "%"), "\"met\"");
    assert_eq!(preschool("0.0", 89.9999999999999, "%"), "\"not_met\"");
    assert_eq!(preschool("0.0\"%\"", 90.0, ""), "\"met\"");
    let under_5 = "children.health.g3.under-5-mortality-rate";
    // 6.0‰ or less: a per-mille sign is never a factor.
    assert_eq!(outcome("0.0\"‰\"", 6.0, "", "5岁以下儿童死亡率", under_5), "\"met\"");
    assert_eq!(outcome("0.0\"‰\"", 6.1, "", "5岁以下儿童死亡率", under_5), "\"not_met\"");
    assert_eq!(outcome("0.00%", 0.006, "", "5岁以下儿童死亡率", under_5), "\"met\"");
    assert_eq!(outcome("0.00%", 0.0061, "", "5岁以下儿童死亡率", under_5), "\"not_met\"");
}

#[test]
fn what_the_book_does_not_say_is_asked_for_and_then_answered() {
    let folder = Folder::new("asked");
    let path = folder.file("book.xlsx");
    single(&path, |sheet| {
        let rows: [(&str, &str); 6] = [
            ("孕产妇死亡率", "1/10万"),
            ("学前教育毛入园率", ""),
            ("九年义务教育巩固率", "％"),
            ("婴儿死亡率", "‰"),
            ("新生儿死亡率", "‰"),
            ("高中阶段教育毛入学率", "%"),
        ];
        for (row, (name, unit)) in (1..).zip(rows) {
            sheet.write_string(row, 0, name).unwrap();
            sheet.write_string(row, 1, unit).unwrap();
        }
        sheet.write_string(1, 2, "—").unwrap();
        sheet.write_string(1, 3, "—").unwrap();
        sheet.write_number(2, 2, 91.5).unwrap();
        sheet.write_number(2, 3, 92.5).unwrap();
        sheet.write_number(3, 2, 0.957).unwrap();
        sheet.write_number(3, 3, 0.961).unwrap();
        sheet.write_string(4, 2, "…").unwrap();
        sheet.write_number(4, 3, 4.0).unwrap();
        sheet.write_number(5, 2, 2.8).unwrap();
        let formula = Formula::new("=C6+1").set_result("0");
        sheet.write_formula(5, 3, formula).unwrap();
        sheet.write_string(6, 2, "91.8①").unwrap();
        // D7 stays blank.
    });
    let (code, stdout, _) = said(&run(&[&path]));
    assert_eq!(code, Some(2), "{stdout}");
    // Three marks are one matter.
    assert!(stdout.starts_with("4 questions;"), "{stdout}");
    for wanted in [
        "卫生!C2 D2: `—`: the mark means different things",
        "[marks] \"—\" = \"not_applicable\"",
        "卫生!C3 D3: `学前教育毛入园率 (%) 91.5 to 92.5`: in which unit",
        "[units] \"学前教育毛入园率\" = \"%\"",
        "卫生!C4 D4: `九年义务教育巩固率: 0.957 to 0.961`",
        "fraction (0.961 is 96.1%) | as_shown (0.961 is 0.961%)",
        "[scales] \"九年义务教育巩固率\" = \"fraction\"",
        "卫生!C5: `…`",
        "卫生!D6: `0`: a formula gives 0",
        "卫生!D7: ``: the cell is blank",
    ] {
        assert!(stdout.contains(wanted), "{wanted}\n{stdout}");
    }
    // In a column of fractions, 92.5 and 91.8① are none: 9250% would meet any bound.
    let scaled = "formulas = \"calculated\"\n[marks]\n\"—\" = \"not_applicable\"\n\"…\" = { below = \"0.1\" }\n\
                  \"\" = \"not_reported\"\n[units]\n\"学前教育毛入园率\" = \"%\"\n\
                  [scales]\n\"卫生!C\" = \"fraction\"\n\"卫生!D\" = \"fraction\"\n";
    let answers = folder.write("answers.toml", scaled);
    let (code, stdout, _) = said(&run(&[&path, "--answers", &answers]));
    assert_eq!(code, Some(2));
    assert!(stdout.starts_with("1 question;"), "{stdout}");
    for wanted in
        ["卫生!C3: `91.5`", "卫生!D3: `92.5`", "卫生!C7: `91.8①`", "[cells] \"卫生!D3\" = \"92.5%\""]
    {
        assert!(stdout.contains(wanted), "{wanted}\n{stdout}");
    }
    let cells = "[cells]\n\"卫生!C3\" = \"91.5%\"\n\"卫生!D3\" = \"92.5%\"\n\"卫生!C7\" = \"91.8%\"\n";
    let answers = folder.write("answers.toml", format!("{scaled}{cells}"));
    let (code, stdout, stderr) = said(&run(&[&path, "--answers", &answers]));
    assert_eq!(code, Some(0), "{stderr}{stdout}");
    assert!(stdout.contains("12 cells read = 9 used + 3 missing with a reason + 0 refused"), "{stdout}");
    let answers = folder.write(
        "answers.json",
        r#"{"formulas": "calculated", "marks": {"—": "not_applicable", "…": {"below": "0.1"}, "": "not_reported"},
            "units": {"学前教育毛入园率": "%"}, "cells": {"卫生!C4": "95.7%", "卫生!D4": "96.1%"}}"#,
    );
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2024"]);
    assert!(verdict(&all, MATERNAL).contains("\"not_applicable\""), "{}", verdict(&all, MATERNAL));
    assert!(verdict(&all, PRESCHOOL).contains("\"met\""));
    assert!(verdict(&all, "women.education.g4.compulsory-education-retention-rate").contains("\"met\""));
    assert!(
        verdict(&all, "children.education.g5.senior-secondary-gross-enrolment-rate").contains("not_reported")
    );
    let before = verdicts(&[&path, "--answers", &answers, "--year", "2023"]);
    // 0 < x < 0.1‰ is inside 5.0‰ whatever it is.
    let infant = verdict(&before, "children.health.g3.infant-mortality-rate");
    assert!(infant.contains("\"met\""), "{infant}");
}

#[test]
fn every_cell_is_counted() {
    let folder = Folder::new("counts");
    let path = folder.file("book.xlsx");
    single(&path, |sheet| {
        let rows = [
            ("一、健康", ""),
            ("孕产妇死亡率", "1/10万"),
            ("婴儿死亡率", "‰"),
            ("新生儿死亡率", "‰"),
            ("没有这个指标", "%"),
            ("学前教育毛入园率", "%"),
            ("其中：女", "%"),
            ("其中：流动儿童", "%"),
            ("  女", "%"),
        ];
        for (row, (name, unit)) in (1..).zip(rows) {
            sheet.write_string(row, 0, name).unwrap();
            sheet.write_string(row, 1, unit).unwrap();
        }
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2024, 5, 12).unwrap();
        sheet.write_number(2, 2, 14.3).unwrap();
        sheet.write_datetime_with_format(2, 3, &date, &format("m-d")).unwrap();
        sheet.write_formula(3, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_string(3, 3, "9O.5").unwrap();
        sheet.write_boolean(4, 2, true).unwrap();
        sheet.write_string(4, 3, "未填报").unwrap();
        sheet.write_number(5, 2, 3).unwrap();
        sheet.write_number(5, 3, 3).unwrap();
        for row in 6..10 {
            sheet.write_number(row, 2, 91).unwrap();
            sheet.write_string(row, 3, "９１．５％*").unwrap();
        }
    });
    // A name is asked about once, however many cells it has, with the nearest names of the catalogue.
    let (code, stdout, _) = said(&run(&[&path]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.starts_with("1 question;") && stdout.contains("卫生!C6 D6: `没有这个指标`"), "{stdout}");
    let skip = folder.write("skip.toml", "[indicators]\n\"没有这个指标\" = \"skip\"\n");
    let (code, stdout, stderr) = said(&run(&[&path, "--strict", "--answers", &skip]));
    assert_eq!(code, Some(1), "{stdout}{stderr}");
    let counted = "16 cells read = 5 used + 2 missing with a reason + 7 refused + 2 left out as answered";
    assert!(stdout.contains(counted), "{stdout}");
    for wanted in [
        "卫生!D3 孕产妇死亡率: a date (2024-05-12) stands where a number is meant",
        "卫生!D4 婴儿死亡率: column `value`: cannot read `9O.5`",
        "卫生!C5 新生儿死亡率: `true` stands where a number is meant",
        "卫生!C9: `流动儿童` names no part of the population",
        "卫生!D10: `女` names no part of the population",
        "卫生!2 `一、健康`",
    ] {
        assert!(stdout.contains(wanted), "{wanted}\n{stdout}");
    }
}

#[test]
fn a_formula_without_a_value_is_missing_and_not_zero() {
    let folder = Folder::new("formula");
    let path = folder.file("book.xlsx");
    single(&path, |sheet| {
        sheet.write_string(1, 0, "孕产妇死亡率").unwrap();
        sheet.write_string(1, 1, "/10万").unwrap();
        sheet.write_number(1, 2, 14.3).unwrap();
        sheet.write_formula(1, 3, Formula::new("=C2*0").set_result("LEFTOUT")).unwrap();
    });
    // The library always writes a value; take it out, as a program does that never calculates.
    let bytes = std::fs::read(&path).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains("<v>LEFTOUT</v>"));
            content = text.replace("<v>LEFTOUT</v>", "").replace(" t=\"str\"", "").into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, &content).unwrap();
    }
    writer.finish().unwrap();
    let all = verdicts(&[&path, "--year", "2024"]);
    assert!(verdict(&all, MATERNAL).contains("\"undetermined\""), "{}", verdict(&all, MATERNAL));
    assert!(verdict(&all, MATERNAL).contains("error_cell"), "{}", verdict(&all, MATERNAL));
}

#[test]
fn a_raised_note_mark_never_becomes_a_digit() {
    let folder = Folder::new("raised");
    let path = folder.file("book.xlsx");
    single(&path, |sheet| {
        sheet.write_string(1, 0, "学前教育毛入园率").unwrap();
        sheet.write_string(1, 1, "%").unwrap();
        sheet.write_string(1, 2, "90.5").unwrap();
        let raised = Format::new().set_font_script(rust_xlsxwriter::FormatScript::Superscript);
        sheet.write_rich_string(1, 3, &[(&Format::new(), "89.9"), (&raised, "1")]).unwrap();
    });
    let (code, stdout, _) = said(&run(&[&path]));
    assert_eq!(code, Some(2), "{stdout}");
    assert!(stdout.contains("卫生!D2: `89.91`: a part of this text is raised"), "{stdout}");
}

#[test]
fn a_year_is_filled_forward_inside_its_merge_only() {
    let folder = Folder::new("merge");
    let path = folder.file("book.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("教育").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 0, "指标", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 2, "2023年", &plain).unwrap();
    sheet.write_string(0, 3, "2024年").unwrap();
    // E1 is blank and not merged with D1.
    for (column, word) in (1..).zip(["分子", "分母", "分子", "分母"]) {
        sheet.write_string(1, column, word).unwrap();
    }
    sheet.write_string(2, 0, "九年义务教育巩固率").unwrap();
    for (column, number) in (1..).zip([960, 1000, 959, 1000]) {
        sheet.write_number(2, column, number).unwrap();
    }
    book.save(&path).unwrap();
    let (code, stdout, _) = said(&run(&[&path]));
    assert_eq!(code, Some(2));
    assert!(stdout.contains("教育!E1: `分母`: no year stands above"), "{stdout}");
    let answers = folder.write("answers.toml", "[columns]\n\"教育!E\" = \"2024 分母\"\n");
    let target = "women.education.g4.compulsory-education-retention-rate";
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2024"]);
    assert!(verdict(&all, target).contains("\"not_met\""), "{}", verdict(&all, target));
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2023"]);
    assert!(verdict(&all, target).contains("\"met\""), "{}", verdict(&all, target));
}

#[test]
fn an_ordinal_is_no_part_of_an_age() {
    let folder = Folder::new("ordinal");
    let (code, stdout, _) = said(&run(&[&folder.write(
        "names.csv",
        "指标,单位,2024\n3．5岁以下儿童死亡率,‰,5.6\n15岁以下儿童死亡率,‰,9.9\n（二）婴儿死亡率（‰）,,4.0\n",
    )]));
    // 15岁以下 is no indicator of the catalogue, and is not taken for number 1 of 5岁以下.
    assert_eq!(code, Some(2));
    assert!(
        stdout.starts_with("1 question;") && stdout.contains("names!C3: `15岁以下儿童死亡率`"),
        "{stdout}"
    );
    let skip = folder.write("skip.toml", "[indicators]\n\"15岁以下儿童死亡率\" = \"skip\"\n");
    let (code, stdout, _) = said(&run(&[&folder.file("names.csv"), "--answers", &skip]));
    assert_eq!(code, Some(0));
    let counted = "3 cells read = 2 used + 0 missing with a reason + 0 refused + 1 left out as answered";
    assert!(stdout.contains(counted), "{stdout}");
}

#[test]
fn csv_is_read_in_three_encodings_and_never_lossily() {
    let folder = Folder::new("encodings");
    let text = "指标,年份,数值,单位,分子,分母,状态,来源,地区\n孕产妇死亡率,２０２４,１２／10万,,,,,年报—甲,示例旗\n\
                婴儿死亡率,2024,,,4,800,快报,,示例旗\n九年义务教育巩固率,2024,96.0①,％,,,,,示例旗\n";
    let utf8 = folder.write("a.csv", text);
    let with_bom = folder.write("b.csv", format!("\u{feff}{text}"));
    let (gb, _, lossy) = encoding_rs::GB18030.encode(text);
    assert!(!lossy && std::str::from_utf8(&gb).is_err());
    let gb18030 = folder.write("c.csv", &gb);
    let wanted = verdicts(&[&utf8]);
    assert!(verdict(&wanted, MATERNAL).contains("\"met\""));
    assert_eq!(verdicts(&[&with_bom]), wanted);
    assert_eq!(verdicts(&[&gb18030]), wanted);
    // A byte that is in neither, on line 3.
    let mut broken = gb.to_vec();
    let third = broken.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0 + 1;
    broken.insert(third, 0xff);
    let (code, _, stderr) = said(&run(&[&folder.write("d.csv", &broken)]));
    assert_eq!(code, Some(2));
    assert!(stderr.contains("d.csv:3: neither UTF-8"), "{stderr}");
    // Says it is UTF-8 and is not.
    let lie = [b"\xef\xbb\xbf".as_slice(), &gb].concat();
    assert_eq!(run(&[&folder.write("e.csv", lie)]).status.code(), Some(2));
}

#[test]
fn a_plain_number_in_a_csv_needs_a_unit_or_a_scale() {
    let folder = Folder::new("plain");
    let path = folder.write("plain.csv", "指标,年份,数值\n学前教育毛入园率,2024,0.92\n");
    let (code, stdout, _) = said(&run(&[&path]));
    assert_eq!(code, Some(2));
    // Whether it is a fraction settles the unit too.
    assert!(stdout.starts_with("1 question;"), "{stdout}");
    assert!(stdout.contains("plain!C2: `学前教育毛入园率: 0.92`: the unit is %"), "{stdout}");
    let outcome = |answer: &str| {
        let answers = folder.write("answers.toml", answer);
        verdict(&verdicts(&[&path, "--answers", &answers]), PRESCHOOL).split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(outcome("[scales]\n\"plain!C\" = \"fraction\"\n"), "\"met\"");
    assert_eq!(outcome("[scales]\n\"plain\" = \"as_shown\"\n"), "\"not_met\"");
    assert_eq!(outcome("[scales]\n\"学前教育毛入园率\" = \"fraction\"\n"), "\"met\"");
    assert_eq!(outcome("[scales]\n\"*\" = \"as_shown\"\n"), "\"not_met\"");
    // A unit alone does not say it.
    let answers = folder.write("answers.toml", "[units]\n\"学前教育毛入园率\" = \"%\"\n");
    let (code, stdout, _) = said(&run(&[&path, "--answers", &answers]));
    assert!(code == Some(2) && stdout.contains("fractions, or the percentages themselves?"), "{stdout}");
    let path = folder.write("plain.csv", "指标,年份,数值\n学前教育毛入园率,2024,92\n");
    let (_, stdout, _) = said(&run(&[&path]));
    assert!(
        stdout.contains("plain!C2: `学前教育毛入园率 (%) 92`: in which unit are these numbers?"),
        "{stdout}"
    );
}

#[test]
fn a_profile_says_what_the_marks_of_a_source_mean() {
    let folder = Folder::new("profile");
    let path = folder.write("book.csv", "指标,单位,2023,2024\n孕产妇死亡率,/10万,—,\n婴儿死亡率,‰,…,4.0\n");
    let (code, stdout, _) = said(&run(&[&path, "--profile", "chengdu-1991"]));
    // — and a blank are settled; how small the smallest unit is no legend says.
    assert_eq!(code, Some(2));
    assert!(stdout.starts_with("1 question;") && stdout.contains("how much is that?"), "{stdout}");
    let answers =
        folder.write("answers.toml", "profile = \"chengdu-1991\"\n[marks]\n\"…\" = { below = \"0.1\" }\n");
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2023"]);
    assert!(verdict(&all, MATERNAL).contains("\"not_applicable\""));
    let all = verdicts(&[&path, "--answers", &answers, "--year", "2024"]);
    assert!(verdict(&all, MATERNAL).contains("not_collected"), "{}", verdict(&all, MATERNAL));
    // Another book, another meaning.
    let own = folder.write(
        "own.toml",
        "[marks]\n\"—\" = \"not_reported\"\n\"\" = \"suppressed\"\n\"…\" = { below = \"1\" }\n",
    );
    let all = verdicts(&[&path, "--profile", &own, "--year", "2024"]);
    assert!(verdict(&all, MATERNAL).contains("suppressed"));
}

#[test]
fn usage_and_exit_codes() {
    let folder = Folder::new("usage");
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&["--help"]), Some(0));
    assert_eq!(code(&[]), Some(2));
    assert_eq!(code(&[&folder.file("nothing.xlsx")]), Some(2));
    assert_eq!(code(&[&folder.write("empty.csv", "")]), Some(2));
    assert_eq!(code(&[&folder.write("broken.xlsx", "no workbook")]), Some(2));
    assert_eq!(code(&[&folder.write("book.doc", "x")]), Some(2));
    let path = folder.write("book.csv", "指标,单位,2024\n孕产妇死亡率,/10万,12\n");
    assert_eq!(code(&[&path, "--strict"]), Some(0));
    assert_eq!(code(&[&path, "--year", "2O24"]), Some(2));
    assert_eq!(code(&[&path, "--profile", "nobody"]), Some(2));
    let wrong = folder.write("wrong.toml", "[marks]\n\"—\" = \"zero\"\n");
    assert_eq!(code(&[&path, "--answers", &wrong]), Some(2));
    let (code, stdout, _) = said(&run(&[&folder.write("notes.csv", "随便写的\n一段话\n")]));
    assert_eq!(code, Some(2));
    assert!(stdout.contains("[sheets] \"notes\" = \"skip\""), "{stdout}");
}

#[test]
fn a_sheet_of_units_says_who_should_report() {
    let folder = Folder::new("roster");
    let path = folder.file("book.xlsx");
    let target = "children.health.g6.immunisation-coverage";
    let judged = |third: Option<&str>, rows: &[(&str, f64)]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("接种").unwrap();
        for (column, word) in (0..).zip(["指标", "单位类别", "单位名称", "年份", "数值(%)"]) {
            sheet.write_string(0, column, word).unwrap();
        }
        for (row, (unit, value)) in (1..).zip(rows) {
            sheet.write_string(row, 0, "适龄儿童免疫规划疫苗接种率").unwrap();
            sheet.write_string(row, 1, "township").unwrap();
            sheet.write_string(row, 2, *unit).unwrap();
            sheet.write_number(row, 3, 2024).unwrap();
            sheet.write_number(row, 4, *value).unwrap();
        }
        let roster = book.add_worksheet().set_name("名录").unwrap();
        for (column, word) in (0..).zip(["单位类别", "单位名称", "年份"]) {
            roster.write_string(0, column, word).unwrap();
        }
        for (row, unit) in (1..).zip(["甲镇", "乙镇"].into_iter().chain(third)) {
            roster.write_string(row, 0, "township").unwrap();
            roster.write_string(row, 1, unit).unwrap();
            roster.write_number(row, 2, 2024).unwrap();
        }
        book.save(&path).unwrap();
        verdict(&verdicts(&[&path]), target).split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(judged(None, &[("甲镇", 95.0), ("乙镇", 90.0)]), "\"met\"");
    assert_eq!(judged(None, &[("甲镇", 95.0), ("乙镇", 89.9)]), "\"not_met\"");
    assert_eq!(judged(Some("丙苏木"), &[("甲镇", 95.0), ("乙镇", 90.0)]), "\"undetermined\"");
    let (_, stdout, _) = said(&run(&[&path]));
    assert!(stdout.contains("名录: 3 units on rosters"), "{stdout}");
    // A row without a name is refused, and leaves the roster incomplete.
    assert_eq!(judged(Some(" "), &[("甲镇", 95.0), ("乙镇", 90.0)]), "\"undetermined\"");
    let (code, stdout, _) = said(&run(&[&path, "--strict"]));
    assert_eq!(code, Some(1));
    assert!(stdout.contains("名录!B4: say which unit it is, or write `none`"), "{stdout}");
    assert!(stdout.contains("名录: the roster — township 2024 lacks a row that was refused"), "{stdout}");
}

#[test]
fn a_roster_is_read_as_strictly_as_data() {
    let folder = Folder::new("strict-roster");
    let path = folder.file("book.xlsx");
    let said_of = |fill: &dyn Fn(&mut rust_xlsxwriter::Worksheet)| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("接种").unwrap();
        let rows = [
            ["指标", "单位类别", "单位名称", "年份", "数值"],
            ["适龄儿童免疫规划疫苗接种率", "township", "甲镇", "2024", "95%"],
        ];
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        let roster = book.add_worksheet().set_name("名录").unwrap();
        for (row, cells) in (0..).zip([["单位类别", "单位名称", "年份"], ["township", "甲镇", "2024"]])
        {
            for (column, text) in (0..).zip(cells) {
                roster.write_string(row, column, text).unwrap();
            }
        }
        fill(roster);
        book.save(&path).unwrap();
        let target = "children.health.g6.immunisation-coverage";
        let outcome = verdict(&verdicts(&[&path]), target).split(' ').nth(1).unwrap().to_owned();
        (outcome, said(&run(&[&path])).1)
    };
    assert_eq!(said_of(&|_| {}).0, "\"met\"");
    type Slip<'a> = (&'a dyn Fn(&mut rust_xlsxwriter::Worksheet), &'a str);
    let slips: [Slip<'_>; 5] = [
        (
            &|sheet| {
                sheet.write_string(1, 3, "乙镇").unwrap();
            },
            "名录!D2: the cell stands under no header",
        ),
        (
            &|sheet| {
                sheet.write_string(0, 3, "联系人").unwrap();
            },
            "名录!D1: a roster has no column `联系人`",
        ),
        (
            &|sheet| {
                sheet.write_string(2, 0, "township").unwrap();
                sheet.write_boolean(2, 1, true).unwrap();
                sheet.write_string(2, 2, "2024").unwrap();
            },
            "名录!B3: a truth value stands for a text",
        ),
        (
            &|sheet| {
                sheet.write_string(2, 1, "乙镇").unwrap();
                sheet.write_string(2, 2, "2024").unwrap();
            },
            "名录!A3: say of which kind the unit is",
        ),
        (
            &|sheet| {
                sheet.write_string(2, 0, "township").unwrap();
                sheet.write_string(2, 1, "乙镇").unwrap();
                sheet.write_string(2, 2, "2O24").unwrap();
            },
            "名录!C3: cannot read `2O24` as a year",
        ),
    ];
    for (fill, message) in slips {
        let (outcome, stdout) = said_of(fill);
        assert_eq!(outcome, "\"undetermined\"", "{message}: {stdout}");
        assert!(stdout.contains(message), "{message}: {stdout}");
    }
}

#[test]
fn a_csv_as_spreadsheet_programs_save_it() {
    let folder = Folder::new("csv");
    let text = "指标,单位,2023,2024\n孕产妇死亡率,/10万,15.1,14.3\n婴儿死亡率,‰,4.5,4.0\n";
    let wanted = verdicts(&[&folder.write("book.csv", text)]);
    assert!(verdict(&wanted, MATERNAL).contains("\"not_met\""));
    for (end, separator, above) in [
        ("\r\n", ",", ""),
        ("\r", ",", ""),
        ("\r\n", ";", "sep=;\n"),
        ("\n", "\t", "2024年监测表\n\n"),
        ("\r\n", ",", "2024年监测表,,,\n"),
    ] {
        let dressed = (above.to_owned() + &text.replace(',', separator)).replace('\n', end);
        assert_eq!(verdicts(&[&folder.write("book.csv", &dressed)]), wanted, "{dressed:?}");
    }
    // The unit of the sheet stands above the header.
    let above = "{},,,单位：‰\r\n指标,2023,2024,\r\n婴儿死亡率,4.5,4.0,\r\n".replace("{}", "");
    let lines = verdicts(&[&folder.write("unit.csv", &above)]);
    assert!(verdict(&lines, "children.health.g3.infant-mortality-rate").contains("\"met\""));
    // Cells have the addresses that a spreadsheet program shows: blank lines count, lines inside a cell do not.
    let refused = "监测表,,,\r\n\r\n指标,单位,2023,2024\r\n\"孕产妇\r\n死亡率\",/10万,15.1,14.3\r\n婴儿死亡率,‰,4.5,9O\r\n";
    let (_, stdout, _) = said(&run(&[&folder.write("book.csv", refused)]));
    assert!(stdout.contains("book!D5 婴儿死亡率: ") && stdout.contains("book!1 `监测表`"), "{stdout}");
    // Nothing is read behind a quote that is never closed.
    let open = "指标,年份,数值,单位,来源\n孕产妇死亡率,2024,14.3,/10万,\"某公报\n婴儿死亡率,2024,9.0,‰,\n";
    let (code, stdout, stderr) = said(&run(&[&folder.write("open.csv", open)]));
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("open.csv:2:5: the quote that opens here is never closed"), "{stderr}");
}

// What stands in a refused cell was reported: it is no missing report.
#[test]
fn a_refused_cell_is_not_silent() {
    let folder = Folder::new("refused");
    let text = "指标,单位类别,单位名称,年份,数值,单位\n苏木镇领导班子女干部人数,苏木镇,甲镇,2024,1,人\n苏木镇领导班子女干部人数,苏木镇,乙镇,2024,2O,人\n";
    let (_, stdout, _) = said(&run(&[&folder.write("units.csv", text), "--json"]));
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let rows = report["rows"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|row| row["target"]["id"] == "women.decision.g6.women-in-township-leadership")
        .unwrap();
    assert_eq!(row["assessment"]["units"]["undetermined"], serde_json::json!(["乙镇"]), "{row}");
    assert_eq!(row["assessment"]["units"]["not_reported"], serde_json::json!([]), "{row}");
}
