//! The workbook of a made-up banner of some 700 births, as its office keeps it: two sheets, titles, notes, percent cells, blanks and
//! dashes, six townships below an indicator, 续表, names that are not the catalogue's. Read as a workbook and as text tables, answered
//! as a clerk would: by choosing from the lists of the workbook of questions.

use calamine::{Data, Reader as _};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::{Folder, run, said};

/// What stands in a cell.
#[derive(Clone, Copy)]
pub(crate) enum Cell {
    Text(&'static str),
    Number(f64),
    /// A fraction under a percent format.
    Percent(f64),
    Blank,
}
use Cell::{Blank as B, Number as N, Percent as P, Text as T};

const HEADERS: [Cell; 10] = [
    T("序号"),
    T("指标名称"),
    T("单位"),
    T("2020年"),
    T("2021年"),
    T("2022年"),
    T("2023年"),
    T("2024年"),
    T("责任单位"),
    T("备注"),
];

pub(crate) fn row(
    number: f64,
    name: &'static str,
    unit: &'static str,
    values: [Cell; 5],
    owner: &'static str,
) -> Vec<Cell> {
    [[N(number), T(name), T(unit)].as_slice(), &values, &[T(owner), B]].concat()
}

/// The two sheets: women and children.
pub(crate) fn sheets() -> [(&'static str, Vec<Vec<Cell>>); 2] {
    let women = vec![
        vec![T("示例旗妇女发展规划监测统计表")],
        vec![T("填报单位：示例旗妇儿工委办"), B, B, B, B, B, B, T("填报日期：2025年3月10日")],
        HEADERS.to_vec(),
        vec![T("一、"), T("健康")],
        row(1.0, "活产数", "人", [742.0, 731.0, 718.0, 706.0, 702.0].map(N), "卫健委"),
        row(2.0, "孕产妇死亡率", "1/10万", [0.0, 136.8, 0.0, 0.0, 142.5].map(N), "卫健委"),
        row(3.0, "孕产妇系统管理率", "%", [0.931, 0.936, 0.94, 0.942, 0.948].map(P), "卫健委"),
        row(4.0, "婚前医学检查率", "%", [P(0.712), P(0.735), T("—"), P(0.781), P(0.803)], "卫健委"),
        row(5.0, "适龄妇女宫颈癌人群筛查率", "%", [B, P(0.452), P(0.513), P(0.587), P(0.661)], "卫健委"),
        vec![T("二、"), T("教育")],
        row(6.0, "高中阶段教育毛入学率", "%", [0.931, 0.936, 0.941, 0.948, 0.953].map(P), "教体局"),
        vec![T("三、"), T("参与决策")],
        row(7.0, "村委会成员中女性比例", "%", [T("—"), P(0.281), P(0.281), P(0.282), P(0.305)], "民政局"),
        vec![T("四、"), T("经济")],
        row(8.0, "全社会就业人员女性比重", "%", [0.43, 0.431, 0.433, 0.434, 0.436].map(P), "人社局"),
        vec![],
        vec![T("注：1．孕产妇死亡率为当年常住人口数。2．“—”表示当年未统计。")],
    ];
    let mut children = vec![
        vec![T("示例旗儿童发展规划监测统计表")],
        HEADERS.to_vec(),
        row(1.0, "婴儿死亡率", "‰", [4.0, 2.7, 4.2, 2.8, 5.7].map(N), "卫健委"),
        row(2.0, "新生儿死亡率", "‰", [2.7, 1.4, 2.8, 1.4, 2.8].map(N), "卫健委"),
        row(3.0, "5岁以下儿童死亡率", "‰", [5.4, 4.1, 5.6, 4.2, 7.1].map(N), "卫健委"),
        row(4.0, "7岁以下儿童健康管理率", "%", [0.88, 0.889, 0.895, 0.904, 0.911].map(P), "卫健委"),
        row(5.0, "学前教育毛入园率", "%", [0.951, 0.953, 0.956, 0.961, 0.964].map(P), "教体局"),
        row(6.0, "九年义务教育巩固率", "%", [0.982, 0.981, 0.983, 0.985, 0.986].map(P), "教体局"),
        row(7.0, "适龄儿童免疫规划疫苗接种率", "%", [0.951, 0.955, 0.957, 0.961, 0.951].map(P), "疾控中心"),
    ];
    for (name, value) in [
        ("  其中：锡尼镇", P(0.981)),
        ("        巴拉贡镇", P(0.972)),
        ("        吉日嘎朗图镇", P(0.883)),
        ("        独贵塔拉镇", P(0.961)),
        ("        呼和木独镇", B),
        ("        伊和乌素苏木", P(0.953)),
    ] {
        children.push([[B, T(name), T("%")].as_slice(), &[B, B, B, B, value, B, B]].concat());
    }
    children.extend([
        vec![],
        vec![T("续表")],
        HEADERS.to_vec(),
        row(8.0, "儿童中小学体质达标率", "%", [B, P(0.86), P(0.87), P(0.88), P(0.89)], "教体局"),
        row(9.0, "出生缺陷发生率", "1/万", [B, B, T("…"), N(112.3), N(98.4)], "卫健委"),
    ]);
    [("妇女", women), ("儿童", children)]
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<Cell>]) {
    let percent = Format::new().set_num_format("0.0%");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                T("") | B => {}
                T(text) => {
                    sheet.write_string(row, column, *text).unwrap();
                }
                N(number) => {
                    sheet.write_number(row, column, *number).unwrap();
                }
                P(number) => {
                    sheet.write_number_with_format(row, column, *number, &percent).unwrap();
                }
            }
        }
    }
}

pub(crate) fn book(path: &str) {
    let mut book = Workbook::new();
    for (name, rows) in sheets() {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.merge_range(0, 0, 0, 9, "", &Format::new()).unwrap();
        fill(sheet, &rows);
    }
    book.save(path).unwrap();
}

/// What the clerk chooses, by what stands in the table.
pub(crate) const CLERK: [(&str, &str); 9] = [
    ("—", "未统计"),
    ("…", "未统计"),
    ("", "未统计"),
    ("婚前医学检查率", "skip"),
    ("村委会成员中女性比例", "嘎查村委会成员中女性比例"),
    ("全社会就业人员女性比重", "就业人员中的女性比例"),
    ("儿童中小学体质达标率", "skip"),
    ("出生缺陷发生率", "skip"),
    ("最小", "小数"),
];

/// Fills in the column of answers of a workbook of questions from its lists; how many matters there were.
fn answer(form: &str, filled: &str, answers: &[(&str, &str)]) -> usize {
    let mut read: calamine::Xlsx<_> = calamine::open_workbook(form).unwrap();
    let rows: Vec<Vec<Data>> = read.worksheet_range("Sheet1").unwrap().rows().map(<[Data]>::to_vec).collect();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let mut matters = std::collections::BTreeSet::new();
    for (at, row) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(row) {
            let mut text = cell.to_string();
            if at > 0 && column == 0 {
                matters.insert(text.split('-').next().unwrap().to_owned());
            }
            if at > 0 && column == 4 {
                let (found, possible) = (row[2].to_string(), row[5].to_string());
                let own = answers
                    .iter()
                    .find(|(stands, _)| *stands == found || (found.contains("最小") && *stands == "最小"));
                let (_, own) = own.unwrap_or_else(|| panic!("{found}: {possible}"));
                // Only what stands in the list is chosen.
                let choice = possible.lines().find(|line| line.contains(own));
                choice.unwrap_or_else(|| panic!("{own} is not among {possible}")).clone_into(&mut text);
            }
            page.write_string(at, column, text).unwrap();
        }
    }
    book.save(filled).unwrap();
    matters.len()
}

/// From the files to the report with the clerk's answers: how many questions there were, and the verdicts.
pub(crate) fn through(
    folder: &Folder,
    name: &str,
    files: &[&str],
    answers: &[(&str, &str)],
) -> (usize, Vec<String>) {
    let out = folder.file(name);
    let go = |more: &[&str]| said(&run(&[files, &["--lang", "zh", "--out", &out], more].concat()));
    let (code, stdout, stderr) = go(&[]);
    assert_eq!(code, Some(0), "{stdout}{stderr}");
    let filled = folder.file(&format!("{name}-答好.xlsx"));
    let asked = answer(&format!("{out}/待答问题.xlsx"), &filled, answers);
    let (code, stdout, stderr) = go(&["--answers", &filled, "--json"]);
    assert_eq!(code, Some(0), "{stdout}{stderr}");
    assert!(!stderr.contains("待答"), "{stderr}");
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let line = |row: &serde_json::Value| {
        let judged = &row["assessment"];
        format!("{} {} {} {}", row["target"]["id"], judged["outcome"], row["standing"], judged["value"])
    };
    (asked, report["rows"].as_array().unwrap().iter().map(line).collect())
}
