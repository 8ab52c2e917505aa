//! A database as an office might keep it: published national figures, and a made-up banner with every awkward row there is.

use std::collections::BTreeMap;

use crate::database::{Cell, Database, Result, Transaction};

/// Published figures, each with its source.
const NATIONAL: &str = include_str!("../../data/national-2020-2024.csv");
const NAMES: &str = include_str!("../../data/national-names.csv");

/// The tables of the existing system, which never knew whether a figure was a number or a text: it is in one of two columns.
const SCHEMA: &str = "
CREATE TABLE zb_indicator (code TEXT PRIMARY KEY, name TEXT NOT NULL, unit TEXT);
CREATE TABLE zb_map (code TEXT PRIMARY KEY, dabiao_id TEXT NOT NULL);
CREATE TABLE org (id INTEGER PRIMARY KEY, area TEXT, kind TEXT, name TEXT, renamed_to INTEGER);
CREATE TABLE org_year (id INTEGER PRIMARY KEY, org_id INTEGER, year INTEGER, size INTEGER);
CREATE TABLE zb_value (
    id INTEGER PRIMARY KEY, area TEXT, code TEXT, org_id INTEGER, residence TEXT, sex TEXT, age TEXT, period TEXT,
    value DOUBLE PRECISION, value_text TEXT, unit TEXT, numerator DOUBLE PRECISION, denominator DOUBLE PRECISION, status TEXT,
    reason TEXT, changed_definition INTEGER, remark TEXT);
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

/// Rows of the made-up banner. Columns: id, code, org_id, period, value, value_text, unit, numerator, denominator, status, reason, remark.
const MADE_UP: &str = "
(1001, 'F101', NULL, '2023', NULL, NULL, NULL, 0, 700, 'final', NULL, '编造'),
(1002, 'F101', NULL, '2024', NULL, NULL, NULL, 1, 690, 'final', NULL, '编造：一例'),
(1003, 'F102', NULL, '2024年', NULL, '９７．３％', NULL, NULL, NULL, 'final', NULL, '全角'),
(1004, 'F103', NULL, '2024', 89.99999999999999, NULL, ' ', NULL, NULL, 'final', NULL, 'REAL，差一点不到90'),
(1005, 'F103', NULL, '2023', 0.30000000000000004, NULL, NULL, NULL, NULL, 'final', NULL, 'REAL，算出来的'),
(1006, 'F104', NULL, '2024', NULL, '95.9', NULL, NULL, NULL, '快报', NULL, '快报'),
(1007, 'F104', NULL, '2024', 96, '  ', NULL, NULL, NULL, '年报', ' ', '年报，代替快报'),
(1008, 'F105', NULL, '2024', NULL, '92.0', NULL, NULL, NULL, 'final', NULL, '两个不同的最终数'),
(1009, 'F105', NULL, '2024', 93.5, NULL, NULL, NULL, NULL, 'final', NULL, '两个不同的最终数'),
(1010, 'F106', NULL, '2024', 3.1, NULL, '岁', NULL, NULL, 'final', NULL, '单位错'),
(1011, 'F107', NULL, '2024', NULL, '—', NULL, NULL, NULL, 'final', NULL, '横线，没有原因'),
(1012, 'F107', NULL, '2023', NULL, '—', NULL, NULL, NULL, NULL, '未统计', '横线，有原因'),
(1013, 'F108', NULL, '2024', NULL, '', NULL, NULL, NULL, NULL, '未填报', '空串，有原因'),
(1014, 'F108', NULL, '2023', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'NULL，没有原因'),
(1015, 'F108', NULL, '2022', NULL, NULL, NULL, NULL, NULL, NULL, '未统计', 'NULL，有原因'),
(1016, 'F109', NULL, '2024', 103.5, NULL, NULL, NULL, NULL, 'final', NULL, '不可能的比例'),
(1017, 'F110', NULL, '2024', NULL, '9O.5', NULL, NULL, NULL, 'final', NULL, '字母O'),
(1018, 'F110', NULL, '2O23', 95.1, NULL, NULL, NULL, NULL, 'final', NULL, '年份里的字母O'),
(1019, 'F999', NULL, '2024', 12, NULL, NULL, NULL, NULL, 'final', NULL, '没有对照的本地代码'),
(1020, 'F111', 1, '2024', NULL, '95.2%', NULL, NULL, NULL, 'final', NULL, '苏木镇'),
(1021, 'F111', 2, '2024', 90, NULL, NULL, NULL, NULL, 'final', NULL, '苏木镇，恰为90'),
(1022, 'F111', 5, '2024', 89.9, NULL, NULL, NULL, NULL, 'final', NULL, '苏木镇，不足90，报的是旧名'),
(1023, 'F111', 77, '2024', 99, NULL, NULL, NULL, NULL, 'final', NULL, '没有这个单位'),
(1024, 'F112', NULL, '2024', 44, '44.0', NULL, NULL, NULL, 'final', NULL, '两列都有值')
";

/// Fills a database that has none of the tables yet.
pub(crate) fn create(database: &mut Database) -> Result<()> {
    let mut transaction = database.transaction()?;
    fill(&mut transaction)?;
    transaction.commit()
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

fn fill(transaction: &mut Transaction<'_>) -> Result<()> {
    const INDICATORS: &str = "INSERT INTO zb_indicator (code, name, unit) VALUES (?1, ?2, ?3)";
    const MAP: &str = "INSERT INTO zb_map (code, dabiao_id) VALUES (?1, ?2)";
    transaction.batch(SCHEMA)?;
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    let (mut indicators, mut map): (Vec<Vec<Cell>>, Vec<Vec<Cell>>) = (Vec::new(), Vec::new());
    for (number, line) in NAMES.lines().skip(1).enumerate() {
        if let [name, id, ..] = fields(line).as_slice() {
            let code = format!("Q{:03}", number + 1);
            indicators.push(vec![code.as_str().into(), name.as_str().into(), Cell::Null]);
            map.push(vec![code.as_str().into(), id.as_str().into()]);
            codes.insert(name.clone(), code);
        }
    }
    for (code, name, unit, id) in LOCAL {
        indicators.push(vec![(*code).into(), (*name).into(), (*unit).into()]);
        map.push(vec![(*code).into(), (*id).into()]);
    }
    transaction.execute(INDICATORS, &indicators)?;
    transaction.execute(MAP, &map)?;
    let mut national = Vec::new();
    for line in NATIONAL.lines().skip(1) {
        if let [name, residence, sex, period, value, unit, status, changed, source] = fields(line).as_slice()
        {
            let number: Option<f64> = value.parse().ok();
            let text = number.is_none().then_some(value.as_str());
            national.push(vec![
                i64::try_from(national.len() + 1).ok().into(),
                codes.get(name).map(String::as_str).into(),
                residence.as_str().into(),
                sex.as_str().into(),
                period.as_str().into(),
                number.into(),
                text.into(),
                unit.as_str().into(),
                status.as_str().into(),
                i64::from(!changed.is_empty()).into(),
                source.as_str().into(),
            ]);
        }
    }
    transaction.execute(
        "INSERT INTO zb_value (id, area, code, residence, sex, period, value, value_text, unit, status, changed_definition, remark)
         VALUES (?1, '全国', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        &national,
    )?;
    // The third township reported under the name that it had before.
    transaction.batch(&format!(
        "INSERT INTO org (id, area, kind, name, renamed_to) VALUES (1, '示例旗', 'township', '甲镇', NULL),
             (2, '示例旗', 'township', '乙镇', NULL), (3, '示例旗', 'township', '丙苏木', NULL), (4, '示例旗', 'township', '丁苏木', NULL),
             (5, '示例旗', 'township', '丙乡', 3);
         INSERT INTO org_year (id, org_id, year, size) VALUES (1, 1, 2024, NULL), (2, 2, 2024, NULL), (3, 3, 2024, NULL), (4, 4, 2024, NULL);
         INSERT INTO zb_value (id, code, org_id, period, value, value_text, unit, numerator, denominator, status, reason, remark)
         VALUES {MADE_UP};
         UPDATE zb_value SET area = '示例旗' WHERE area IS NULL;"
    ))
}
