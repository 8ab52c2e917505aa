//! One command: books in, page, Word report, annex and tables out, in both languages.

use std::io::Read as _;

use crate::support::{Folder, run, said};
use calamine::{Data, Reader as _};

/// A banner's figures as an office keeps them: counts of nothing guessed, a township that fails, bodies that answer.
const FIGURES: &str = "某旗监测统计表,,,,,\n指标,单位,2023,2024年实际值,责任单位,备注\n\
    孕产妇死亡率,/10万,15.1,14.3,旗卫健委,\n\
    学前教育毛入园率,%,91.1,92.0,旗教体局,\n\
    适龄儿童免疫规划疫苗接种率,%,,95.0,旗卫健委、旗疾控中心,全旗\n\
    其中：锡尼镇,%,,96.4,,\n巴拉贡镇,%,,88.3,,\n\
    续表,,,,,\n指标,单位,2023,2024,责任单位,备注\n\
    九年义务教育巩固率,%,98.5,98.6,旗教体局,\n";
const WOMEN: &str = "年份,就业人员中的女性比例(%),出生人数\n2023,43.4,708\n2024,43.6,701\n";
const ROSTER: &str = "单位类别,单位名称,年份\n苏木镇,锡尼镇,2024\n苏木镇,巴拉贡镇,2024\n";
const ANSWERS: &str = "[marks]\n\"\" = \"not_reported\"\n[indicators]\n\"出生人数\" = \"skip\"\n";

pub(crate) fn word(path: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let words = text.split("<w:t ").skip(1).map(|rest| rest.split_once('>').unwrap().1);
    let words: Vec<&str> = words.map(|rest| rest.split_once("</w:t>").unwrap().0).collect();
    words.join("\n")
}

fn sheet(path: &str, name: &str) -> Vec<Vec<Data>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn books_in_and_reports_out() {
    let folder = Folder::new("out");
    let files =
        [folder.write("表1.csv", FIGURES), folder.write("表2.csv", WOMEN), folder.write("名录.csv", ROSTER)];
    let out = folder.file("结果");
    let zh = |more: &[&str]| {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        said(&run(&[&files, ["--lang", "zh", "--out", &out].as_slice(), more].concat()))
    };
    // Questions are open: the reports are written, say so first, and the questions stand beside them.
    let (code, _, stderr) = zh(&[]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stderr.contains("有2个问题待答，见“待答问题.xlsx”；涉及的数未采用"), "{stderr}");
    let form = std::fs::read_to_string(folder.file("结果/待答问题.toml")).unwrap();
    for wanted in [
        "[marks]\n",
        "\n#\"\" = \"not_reported\"",
        "[indicators]\n",
        "\n#\"出生人数\" = \"skip\"",
        "目录里没有这个名称",
    ] {
        assert!(form.contains(wanted), "{wanted}\n{form}");
    }
    let notice = "尚有2个问题未答，涉及的5个数未采用";
    assert!(word(&folder.file("结果/报告.docx")).contains(notice));
    assert!(std::fs::read_to_string(folder.file("结果/报告.html")).unwrap().contains(notice));
    // The workbook of questions is an answers file once its column is filled in.
    let form_of_cells = folder.file("结果/待答问题.xlsx");
    let rows = sheet(&form_of_cells, "Sheet1");
    assert_eq!(rows[0][4], "答案");
    let mut filled = rust_xlsxwriter::Workbook::new();
    let page = filled.add_worksheet();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let text = match (at, column, &row[7]) {
                (1.., 4, Data::String(key)) if key == "出生人数" => "skip（这个指标不用）".to_owned(),
                (1.., 4, _) => "not_reported（未填报）".to_owned(),
                _ => cell.to_string(),
            };
            page.write_string(u32::try_from(at).unwrap(), u16::try_from(column).unwrap(), text).unwrap();
        }
    }
    let path = folder.file("答好.xlsx");
    filled.save(&path).unwrap();
    let (code, stdout, stderr) = zh(&["--answers", &path]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    assert!(!std::path::Path::new(&form_of_cells).exists());
    // With the # taken off, the text is one too.
    let answered = folder.write("answered.toml", form.replace("\n#\"", "\n\""));
    let (code, stdout, stderr) = zh(&["--answers", &answered]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    assert!(!std::path::Path::new(&folder.file("结果/待答问题.toml")).exists());

    let answers = folder.write("答案.toml", ANSWERS);
    let (code, stdout, stderr) = zh(&["--answers", &answers]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    let counted = "读入16格＝采用11格＋注明原因的缺数3格＋拒收0格＋按答复不用2格";
    assert!(stdout.contains(counted), "{stdout}");
    let report = word(&folder.file("结果/报告.docx"));
    for wanted in [
        "妇女儿童发展规划（2021—2030年）",
        "2024年度监测报告",
        "一、总体",
        "二、未达标和有风险的目标",
        "2个苏木镇中1个达标，巴拉贡镇未达标",
        "责任单位：旗卫健委、旗疾控中心。",
        "图1  ",
        "三、分领域",
        "附表",
        "指标解释",
    ] {
        assert!(report.contains(wanted), "{wanted}\n{report}");
    }
    assert!(!report.contains(notice));
    let targets = sheet(&folder.file("结果/附表.xlsx"), "目标");
    let column = |title: &str| targets[0].iter().position(|cell| *cell == title).unwrap();
    let line = |indicator: &str| targets.iter().find(|row| row[column("指标")] == indicator).unwrap();
    let maternal = line("孕产妇死亡率");
    assert_eq!(maternal[column("数值")], 14.3);
    assert_eq!(maternal[column("目标值")], 12.0);
    assert_eq!(maternal[column("评价结果")], "未达标");
    assert_eq!(maternal[column("差距")], "比目标值高2.3/10万");
    assert_eq!(maternal[column("责任单位")], "旗卫健委");
    assert_eq!(maternal[column("数据来源")], "表1!D3");
    assert_eq!(line("九年义务教育巩固率")[column("评价结果")], "达标");
    let table = std::fs::read_to_string(folder.file("结果/目标明细.csv")).unwrap();
    assert!(table.starts_with("\u{feff}序号,规划,"));
    assert_eq!(table.lines().count(), targets.len());
    let audit = sheet(&folder.file("结果/附表.xlsx"), "数据审核");
    assert_eq!(audit[0].len(), 8);
    let csv = std::fs::read_to_string(folder.file("结果/数据审核.csv")).unwrap();
    assert_eq!(csv.lines().next().unwrap(), "\u{feff}级别,地区,单元格,相关单元格,说明,应如何,来源,关系代码");
    let missing = sheet(&folder.file("结果/附表.xlsx"), "缺数");
    assert!(missing.len() > 200 && missing.iter().all(|row| row.len() == 7));

    let english = folder.file("english");
    let arguments = [&files[0], &files[1], &files[2], "--answers", &answers, "--out", &english];
    let (code, stdout, stderr) = said(&run(&arguments));
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    let report = word(&folder.file("english/report.docx"));
    for wanted in [
        "annual monitoring 2024",
        "1. Overall",
        "2. Not met or at risk",
        "Responsible: 旗卫健委",
        "Figure 1  ",
    ] {
        assert!(report.to_lowercase().contains(&wanted.to_lowercase()), "{wanted}\n{report}");
    }
    assert_eq!(sheet(&folder.file("english/annex.xlsx"), "Targets")[0][0], "No.");
}

#[test]
fn a_folder_that_cannot_be_written_to_is_an_error_before_any_work() {
    let folder = Folder::new("blocked");
    let blocked = folder.write("file", "");
    // The book is not even looked at.
    let (code, stdout, stderr) = said(&run(&["no-such-book.xlsx", "--lang", "zh", "--out", &blocked]));
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("不能写入这个文件夹") && !stderr.contains("no-such-book"), "{stderr}");
}

#[test]
fn no_small_file_ends_the_program() {
    let folder = Folder::new("far");
    let path = folder.file("far.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "指标").unwrap();
    page.write_number(1_048_575, 16_383, 1).unwrap();
    book.save(&path).unwrap();
    let (code, stdout, stderr) = said(&run(&[&path, "--lang", "zh"]));
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("用到了XFD1048576，范围过大（1048576行×16384列）"), "{stderr}");
}

#[test]
fn figures_that_cannot_stand_together_are_in_the_audit() {
    let folder = Folder::new("audit");
    let book = "指标,单位,2024\n新生儿死亡率,‰,5.0\n婴儿死亡率,‰,4.0\n";
    let (book, out) = (folder.write("book.csv", book), folder.file("out"));
    let (code, stdout, stderr) = said(&run(&[&book, "--lang", "zh", "--out", &out]));
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    let rows = sheet(&folder.file("out/附表.xlsx"), "数据审核");
    let names = |row: &&Vec<Data>| {
        let all: String = row.iter().map(ToString::to_string).collect();
        all.contains("新生儿死亡率") && all.contains("婴儿死亡率")
    };
    let told = rows.iter().skip(1).find(names).expect("the relation is broken");
    assert!([0, 2, 3, 6, 7].iter().all(|place: &usize| !told[*place].to_string().is_empty()), "{told:?}");
}
