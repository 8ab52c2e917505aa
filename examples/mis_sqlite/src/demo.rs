//! A database as an office might keep it: published national figures, and a made-up banner with every awkward row there is.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, params};

/// Published figures, each with its source.
const NATIONAL: &str = include_str!("../../data/national-2020-2024.csv");
const NAMES: &str = include_str!("../../data/national-names.csv");

/// The tables of the existing system. `value` has no declared type, so that it keeps what was put in: TEXT, INTEGER or REAL.
const SCHEMA: &str = "
CREATE TABLE zb_indicator (code TEXT PRIMARY KEY, name TEXT NOT NULL, unit TEXT);
CREATE TABLE zb_map (code TEXT PRIMARY KEY, dabiao_id TEXT NOT NULL);
CREATE TABLE org (id INTEGER PRIMARY KEY, area TEXT, kind TEXT, name TEXT);
CREATE TABLE org_year (org_id INTEGER, year INTEGER, size INTEGER);
CREATE TABLE zb_value (
    id INTEGER PRIMARY KEY, area TEXT, code TEXT, org_id INTEGER, residence TEXT, sex TEXT, age, period, value, unit TEXT,
    numerator, denominator, status TEXT, reason TEXT, changed_definition INTEGER, remark TEXT);
";

/// The made-up banner's local codes: code, name, unit, indicator.
const LOCAL: &[(&str, &str, &str, &str)] = &[
    ("F101", "孕产妇死亡率", "1/10万", "maternal-mortality-ratio"),
    ("F102", "孕产妇系统管理率", "%", "maternal-systematic-management-rate"),
    ("F103", "学前教育毛入园率", "%", "preschool-gross-enrolment-rate"),
    ("F104", "九年义务教育巩固率", "%", "compulsory-education-retention-rate"),
    ("F105", "高中阶段毛入学率", "%", "senior-secondary-gross-enrolment-rate"),
    ("F106", "新生儿死亡率", "‰", "neonatal-mortality-rate"),
    ("F107", "婴儿死亡率", "‰", "infant-mortality-rate"),
    ("F108", "5岁以下儿童死亡率", "‰", "under-5-mortality-rate"),
    ("F109", "宫颈癌筛查率", "%", "cervical-cancer-screening-rate"),
    ("F110", "7岁以下儿童健康管理率", "%", "under-7-health-management-rate"),
    ("F111", "疫苗接种率", "%", "immunisation-coverage"),
    ("F112", "从业人员女性比例", "%", "women-share-of-employed"),
];

/// Rows of the made-up banner, as SQL so that each keeps its type. Columns: code, org_id, period, value, unit, numerator,
/// denominator, status, reason, remark.
const MADE_UP: &str = "
('F101', NULL, 2023, NULL, NULL, 0, 700, 'final', NULL, '编造'),
('F101', NULL, 2024, NULL, NULL, 1, 690, 'final', NULL, '编造：一例'),
('F102', NULL, '2024年', '９７．３％', NULL, NULL, NULL, 'final', NULL, '全角'),
('F103', NULL, 2024, 89.99999999999999, NULL, NULL, NULL, 'final', NULL, 'REAL，差一点不到90'),
('F103', NULL, 2023, 0.1 + 0.2, NULL, NULL, NULL, 'final', NULL, 'REAL，算出来的'),
('F104', NULL, 2024, '95.9', NULL, NULL, NULL, '快报', NULL, '快报'),
('F104', NULL, 2024, 96, NULL, NULL, NULL, '年报', NULL, '年报，代替快报'),
('F105', NULL, 2024, '92.0', NULL, NULL, NULL, 'final', NULL, '两个不同的最终数'),
('F105', NULL, 2024, 93.5, NULL, NULL, NULL, 'final', NULL, '两个不同的最终数'),
('F106', NULL, 2024, '3.1', '岁', NULL, NULL, 'final', NULL, '单位错'),
('F107', NULL, 2024, '—', NULL, NULL, NULL, 'final', NULL, '横线，没有原因'),
('F107', NULL, 2023, '—', NULL, NULL, NULL, NULL, '未统计', '横线，有原因'),
('F108', NULL, 2024, '', NULL, NULL, NULL, NULL, '未填报', '空串，有原因'),
('F108', NULL, 2023, NULL, NULL, NULL, NULL, NULL, NULL, 'NULL，没有原因'),
('F108', NULL, 2022, NULL, NULL, NULL, NULL, NULL, '未统计', 'NULL，有原因'),
('F109', NULL, 2024, 103.5, NULL, NULL, NULL, 'final', NULL, '不可能的比例'),
('F110', NULL, 2024, '9O.5', NULL, NULL, NULL, 'final', NULL, '字母O'),
('F110', NULL, '2O23', 95.1, NULL, NULL, NULL, 'final', NULL, '年份里的字母O'),
('F999', NULL, 2024, 12, NULL, NULL, NULL, 'final', NULL, '没有对照的本地代码'),
('F111', 1, 2024, '95.2%', NULL, NULL, NULL, 'final', NULL, '苏木镇'),
('F111', 2, 2024, 90, NULL, NULL, NULL, 'final', NULL, '苏木镇，恰为90'),
('F111', 3, 2024, 89.9, NULL, NULL, NULL, 'final', NULL, '苏木镇，不足90'),
('F111', 77, 2024, 99, NULL, NULL, NULL, 'final', NULL, '没有这个单位'),
('F112', NULL, 2024, x'3434', NULL, NULL, NULL, 'final', NULL, 'BLOB')
";

pub(crate) fn create(file: &str) -> Result<(), String> {
    if Path::new(file).exists() {
        return Err(format!("{file}: the file is there already; name another"));
    }
    let said = |error: rusqlite::Error| format!("{file}: {error}");
    let mut connection = Connection::open(file).map_err(said)?;
    let transaction = connection.transaction().map_err(said)?;
    fill(&transaction).map_err(said)?;
    transaction.commit().map_err(said)
}

/// The quoted CSV of `examples/data`, whose fields hold no line breaks.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for found in line.chars() {
        match (found, fields.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => fields.push(String::new()),
            (_, Some(last)) => last.push(found),
            (_, None) => {}
        }
    }
    fields
}

fn fill(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SCHEMA)?;
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for (number, line) in NAMES.lines().skip(1).enumerate() {
        if let [name, id, ..] = fields(line).as_slice() {
            let code = format!("Q{:03}", number + 1);
            connection.execute("INSERT INTO zb_indicator VALUES (?1, ?2, NULL)", params![code, name])?;
            connection.execute("INSERT INTO zb_map VALUES (?1, ?2)", params![code, id])?;
            codes.insert(name.clone(), code);
        }
    }
    for line in NATIONAL.lines().skip(1) {
        if let [name, residence, sex, period, value, unit, status, changed, source] = fields(line).as_slice()
        {
            connection.execute(
                "INSERT INTO zb_value (area, code, residence, sex, period, value, unit, status, changed_definition, remark)
                 VALUES ('全国', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    codes.get(name), residence, sex, period, value, unit, status, i64::from(!changed.is_empty()), source
                ],
            )?;
        }
    }
    for (code, name, unit, id) in LOCAL {
        connection.execute("INSERT INTO zb_indicator VALUES (?1, ?2, ?3)", params![code, name, unit])?;
        connection.execute("INSERT INTO zb_map VALUES (?1, ?2)", params![code, id])?;
    }
    for (id, name) in [(1, "甲镇"), (2, "乙镇"), (3, "丙苏木"), (4, "丁苏木")] {
        connection.execute("INSERT INTO org VALUES (?1, '示例旗', 'township', ?2)", params![id, name])?;
        connection.execute("INSERT INTO org_year VALUES (?1, 2024, NULL)", params![id])?;
    }
    connection.execute_batch(&format!(
        "INSERT INTO zb_value (code, org_id, period, value, unit, numerator, denominator, status, reason, remark)
         VALUES {MADE_UP};
         UPDATE zb_value SET area = '示例旗' WHERE area IS NULL;"
    ))
}
