//! Writes made-up workbooks for the check of the page: `made_up FOLDER [ROWS]`.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Names, units and figures of five years. The name in the third line is not in the catalogue, the last line is of fractions.
const LINES: [(&str, &str, [&str; 5]); 5] = [
    ("孕产妇死亡率", "/10万", ["16.9", "16.1", "15.7", "15.1", "14.3"]),
    ("学前教育毛入园率", "%", ["94.1", "95.0", "94.6", "94.2", "—"]),
    ("普高职高入学比例", "%", ["91.2", "91.4", "91.6", "91.8", "92.0"]),
    ("九年义务教育巩固率", "%", ["95.2", "95.4", "95.4", "95.5", "95.7"]),
    ("婴儿死亡率", "‰", ["5.4", "5.0", "4.9", "4.5", "4.0"]),
];
const SCREENED: [f64; 5] = [0.418, 0.462, 0.485, 0.486, 0.484];

fn head(sheet: &mut rust_xlsxwriter::Worksheet) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, "指标名称")?;
    sheet.write_string(0, 1, "单位")?;
    for (column, year) in (2..).zip(2020..=2024) {
        sheet.write_string(0, column, format!("{year}年"))?;
    }
    Ok(())
}

/// A banner's workbook with three things that nobody should guess.
fn banner(path: &Path) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("监测统计")?;
    head(sheet)?;
    for (row, (name, unit, figures)) in (1..).zip(LINES) {
        sheet.write_string(row, 0, name)?;
        sheet.write_string(row, 1, unit)?;
        for (column, figure) in (2..).zip(figures) {
            match figure.parse::<f64>() {
                Ok(number) => sheet.write_number_with_format(
                    row,
                    column,
                    number,
                    &Format::new().set_num_format("0.0"),
                )?,
                Err(_) => sheet.write_string(row, column, figure)?,
            };
        }
    }
    let sheet = book.add_worksheet().set_name("筛查")?;
    head(sheet)?;
    sheet.write_string(1, 0, "适龄妇女宫颈癌人群筛查率")?;
    sheet.write_string(1, 1, "%")?;
    for (column, share) in (2..).zip(SCREENED) {
        sheet.write_number(1, column, share)?;
    }
    book.save(path)
}

/// Remarks that do not pack well.
fn remark(seed: &mut u64) -> String {
    let mut letter = || {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u32::try_from(*seed >> 33)
            .ok()
            .and_then(|high| char::from_u32(0x4e00 + high % 20_000))
            .unwrap_or('注')
    };
    (0..300).map(|_| letter()).collect()
}

/// Many townships with a figure for each year, in one long table with long remarks.
fn long(path: &Path, rows: u32) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("逐单位")?;
    for (column, title) in (0..).zip(["指标", "年份", "数值", "单位", "单位类别", "单位名称", "数据来源"])
    {
        sheet.write_string(0, column, title)?;
    }
    let mut seed = 1;
    for row in 1..=rows {
        let (unit, year) = (row / 5, 2020 + row % 5);
        sheet.write_string(row, 0, "适龄儿童免疫规划疫苗接种率")?;
        sheet.write_number(row, 1, f64::from(year))?;
        sheet.write_string(row, 2, format!("{}.{}%", 95 + unit % 5, row % 10))?;
        sheet.write_string(row, 3, "%")?;
        sheet.write_string(row, 4, "苏木镇")?;
        sheet.write_string(row, 5, format!("虚构{unit}镇"))?;
        sheet.write_string(row, 6, remark(&mut seed))?;
    }
    book.save(path)
}

fn main() -> Result<(), XlsxError> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let rows = arguments.next().and_then(|rows| rows.parse().ok()).unwrap_or(10_000);
    let folder = Path::new(&folder);
    banner(&folder.join("某旗.xlsx"))?;
    long(&folder.join("大表.xlsx"), rows)?;
    println!("某旗.xlsx, 大表.xlsx with {rows} rows");
    Ok(())
}
