//! Columns by their headers, in the words that offices and statistical exchange use.

use std::collections::BTreeMap;

use dabiao::values::{Period, Unit, cell, names::is_hidden};

use crate::rows::{Cell, MAX_TITLES, Row, Rows};
use crate::wrong::Wrong;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The indicator's id or name.
    Indicator,
    /// The area's code or name.
    Area,
    /// The kind of a unit.
    UnitKind,
    /// The unit's code or name.
    UnitId,
    /// Urban or rural.
    Residence,
    /// Women or men.
    Sex,
    /// The age group.
    Age,
    /// Any of the three.
    Disaggregation,
    /// The year, school year, term or day.
    Period,
    /// The value.
    Value,
    /// The unit of measurement.
    Unit,
    /// The numerator.
    Numerator,
    /// The denominator.
    Denominator,
    /// How settled a value is, or why there is none.
    Status,
    /// The denominator that a unit on a roster would report.
    Size,
    /// Whether another definition holds from here on.
    Break,
    /// Where the row comes from.
    Source,
    /// Words about the row. A word that says how settled the value is, or why there is none, counts where the status says nothing.
    Remark,
    /// What is known and not read.
    Ignored,
}

/// Every column with its headers; the first is its code, the second its name in Chinese.
const HEADERS: &[(Column, &[&str])] = &[
    (Column::Indicator, &["indicator", "指标", "指标名称", "指标代码", "监测指标", "项目"]),
    (Column::Area, &["area", "地区", "区域", "行政区划", "旗县", "ref_area", "geo"]),
    (Column::UnitKind, &["unit_kind", "单位类别", "机构类别"]),
    (Column::UnitId, &["unit_id", "单位名称", "机构名称"]),
    (Column::Residence, &["residence", "城乡", "urbanisation", "urbanization"]),
    (Column::Sex, &["sex", "性别"]),
    (Column::Age, &["age", "年龄", "年龄组", "年龄段", "age_group"]),
    (Column::Disaggregation, &["disaggregation", "分组", "类别"]),
    (Column::Period, &["period", "年份", "年度", "时间", "时期", "统计时间", "year", "time_period"]),
    (Column::Value, &["value", "数值", "值", "指标值", "数据", "obs_value"]),
    (Column::Unit, &["unit", "单位", "计量单位", "units", "unit_measure"]),
    (Column::Numerator, &["numerator", "分子"]),
    (Column::Denominator, &["denominator", "分母"]),
    (Column::Status, &["status", "状态", "数据状态", "缺数原因", "obs_status", "observation_status"]),
    (Column::Size, &["size", "规模"]),
    (Column::Break, &["break", "口径变化"]),
    (Column::Source, &["source", "来源", "数据来源", "数据出处"]),
    (Column::Remark, &["remark", "备注"]),
    (
        Column::Ignored,
        &[
            "序号",
            "责任单位",
            "牵头单位",
            "填报单位",
            "填报人",
            "目标",
            "目标值",
            "2030年目标",
            "增减",
            "代码",
            "领域",
        ],
    ),
];

impl Column {
    /// The column that a header names, in any of its words, whatever the width, the case and the blanks.
    ///
    /// ```
    /// use dabiao_tables::header::Column;
    /// assert_eq!(Column::named(" 指 标 名 称"), Some(Column::Indicator));
    /// assert_eq!(Column::named("ＯＢＳ_VALUE"), Some(Column::Value));
    /// // In two languages; where they say different things the header is not known.
    /// assert_eq!(Column::named("指标 Indicator"), Some(Column::Indicator));
    /// assert_eq!(Column::named("单位 Year"), None);
    /// assert_eq!(Column::named("指标数"), None);
    /// ```
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let folded = cell::folded(text).to_lowercase();
        let word: String =
            folded.chars().filter(|found| !found.is_whitespace() && !is_hidden(*found)).collect();
        let of =
            |word: &str| HEADERS.iter().find(|(_, words)| words.contains(&word)).map(|(column, _)| *column);
        let two = || {
            let split = word.find(|found: char| found.is_ascii_alphabetic()).filter(|place| *place > 0)?;
            let (chinese, english) = word.split_at_checked(split)?;
            let chinese = of(chinese.trim_end_matches(['/', '(', '|', '-']))?;
            let english = of(english.trim_end_matches(')'));
            (english.is_none_or(|english| english == chinese)).then_some(chinese)
        };
        of(&word).or_else(two)
    }

    fn words(self) -> (&'static str, &'static str) {
        let words = HEADERS.iter().find(|(column, _)| *column == self).map(|(_, words)| *words);
        match words {
            Some([code, zh, ..]) => (code, zh),
            _ => ("", ""),
        }
    }

    /// The code, which is also the header in English and the column's name in the messages of `dabiao`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.words().0
    }

    /// The header in Chinese.
    #[must_use]
    pub fn zh(self) -> &'static str {
        self.words().1
    }
}

/// A name without the unit in brackets behind it, and that unit: `产前检查率（％）`.
#[must_use]
pub fn without_unit(text: &str) -> (String, String) {
    let folded = cell::folded(text.trim());
    if let Some((before, unit)) = folded.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        let unit = unit.trim().trim_start_matches("单位:").trim();
        if !before.trim().is_empty() && Unit::read(unit).is_ok() {
            return (before.trim().to_owned(), unit.to_owned());
        }
    }
    (text.trim().to_owned(), String::new())
}

/// A table whose header was found: its columns, and the rows that follow.
#[derive(Debug, Clone)]
pub struct Body<'t> {
    /// The header.
    pub header: Header,
    /// The rows above the header that are not blank: each with its line and what stands in it.
    pub titles: Vec<(u32, String)>,
    /// The rows below the header.
    pub rows: Rows<'t>,
}

/// The columns of a table.
#[derive(Debug, Clone, Default)]
pub struct Header {
    columns: Vec<(String, Option<Column>)>,
    /// Where each column stands, from 0. A header may be thousands of cells wide, and is asked for every row.
    places: BTreeMap<Column, usize>,
    /// How many columns there are up to the last one with a name.
    width: usize,
    /// Whether every column has a name.
    is_full: bool,
    /// The unit in brackets behind the header of the values.
    unit: String,
}

/// The columns that a kind of table has, and those of them that it needs.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// All, in the order in which messages name them.
    pub known: &'static [Column],
    /// Those without which nothing can be read.
    pub needed: &'static [Column],
    /// The code of the period: `period` or `year`. Either is read.
    pub period: &'static str,
}

impl Form {
    fn list(self) -> (String, String) {
        let zh: Vec<&str> = self.known.iter().map(|column| column.zh()).collect();
        let en: Vec<&str> = self.known.iter().map(|column| self.code(*column)).collect();
        (zh.join("、"), en.join(","))
    }

    fn code(self, column: Column) -> &'static str {
        if column == Column::Period { self.period } else { column.code() }
    }

    fn fits(self, row: &Row<'_>) -> bool {
        let found: Vec<Option<Column>> = row.cells.iter().map(|cell| heading(&cell.text).0).collect();
        self.needed.iter().all(|column| found.contains(&Some(*column)))
    }

    /// Finds the header of a text table.
    ///
    /// # Errors
    /// A table without rows, without a header, or with a header that cannot be used; and what [`Rows`] refuses.
    pub fn find(self, text: &str) -> Result<Body<'_>, Wrong> {
        let mut rows = Rows::detect(text, |row| self.fits(row));
        let mut titles: Vec<Row<'_>> = Vec::new();
        while let Some(row) = rows.next().transpose()? {
            if self.fits(&row) {
                let header = self.header(&row)?;
                let titles = titles.iter().map(|row| (row.line, joined(row))).collect();
                return Ok(Body { header, titles, rows });
            }
            titles.push(row);
            if titles.len() == MAX_TITLES {
                break;
            }
        }
        let (zh, en) = self.list();
        // The row that comes nearest is the one to mend.
        let count = |row: &Row<'_>| row.cells.iter().filter(|cell| heading(&cell.text).0.is_some()).count();
        let Some(row) = titles.iter().rev().max_by_key(|row| count(row)) else {
            return Err(Wrong::new(
                "文件为空；应有表头和数据行",
                "the file is empty; a header and rows are needed",
            ));
        };
        let missing: Vec<Column> = (self.needed.iter().copied())
            .filter(|column| !row.cells.iter().any(|cell| heading(&cell.text).0 == Some(*column)))
            .collect();
        let missing_zh: Vec<&str> = missing.iter().map(|column| column.zh()).collect();
        let missing_en: Vec<&str> = missing.iter().map(|column| self.code(*column)).collect();
        let (by_zh, by) = spoken(rows.separator());
        let (among_zh, among) = match titles.len() == MAX_TITLES {
            true => (format!("前{MAX_TITLES}行里"), format!(" among the first {MAX_TITLES} rows")),
            false => Default::default(),
        };
        Err(Wrong::new(
            format!("{among_zh}没有找到表头：缺少“{}”列（按{by_zh}分列）；各列为{zh}（或{en}）", missing_zh.join("”“")),
            format!(
                "there is no header with the column `{}`{among} (cells taken apart at {by}); the columns are {en}",
                missing_en.join("`, `")
            ),
        )
        .at(row.line, 0))
    }

    fn header(self, row: &Row<'_>) -> Result<Header, Wrong> {
        let mut header = Header::default();
        for (place, cell) in (1..).zip(&row.cells) {
            let written = cell.text.trim();
            let (column, unit) = heading(written);
            let (zh, en) = self.list();
            match column {
                None if written.is_empty() => {}
                Some(Column::Ignored | Column::Remark) => {}
                Some(column) if self.known.contains(&column) => {
                    if header.places.contains_key(&column) {
                        return Err(Wrong::new(
                            format!("“{}”列出现两次", header.written(column)),
                            format!("the column `{}` stands there twice", column.code()),
                        )
                        .at(cell.line, place));
                    }
                    if column == Column::Value {
                        header.unit = unit;
                    }
                }
                _ => {
                    return Err(Wrong::new(
                        format!("没有“{written}”这一列；各列为{zh}（或{en}）"),
                        format!("there is no column `{written}`; the columns are {en}"),
                    )
                    .at(cell.line, place));
                }
            }
            if !written.is_empty() {
                header.width = header.columns.len() + 1;
            }
            if let Some(column) = column {
                header.places.entry(column).or_insert(header.columns.len());
            }
            header.columns.push((written.to_owned(), column));
        }
        header.is_full = header.columns.iter().all(|(written, _)| !written.is_empty());
        Ok(header)
    }
}

impl Header {
    /// Where a column stands, from 0.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// How many columns there are, nameless ones between them included.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// A column's header as it is written, or else its code.
    #[must_use]
    pub fn written(&self, column: Column) -> &str {
        let found = self.place(column).and_then(|place| self.columns.get(place));
        found.map_or(column.code(), |(written, _)| written)
    }

    /// The unit in brackets behind the header of the values: `数值（％）`.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// What stands in a column of a row, trimmed.
    #[must_use]
    pub fn text<'r>(&self, row: &'r Row<'_>, column: Column) -> &'r str {
        self.place(column).map_or("", |place| row.text(place))
    }

    /// Something wrong with a column of a row, at its place where the table has the column.
    #[must_use]
    pub fn wrong(&self, row: &Row<'_>, column: Column, zh: &str, en: &str) -> Wrong {
        let written = self.written(column);
        let wrong = Wrong::new(format!("“{written}”列：{zh}"), format!("column `{written}`: {en}"));
        let place = self.place(column).and_then(|place| u32::try_from(place + 1).ok());
        let line =
            self.place(column).and_then(|place| row.cells.get(place)).map_or(row.line, |cell| cell.line);
        wrong.at(line, place.unwrap_or(0))
    }

    /// What makes a row unfit to be read at all: a cell under no header, or a cell that has swallowed other rows.
    #[must_use]
    pub fn unfit(&self, row: &Row<'_>, separator: char) -> Option<Wrong> {
        if self.is_full && row.cells.len() <= self.columns.len() && !row.broken {
            return None;
        }
        let named = |place: usize| self.columns.get(place).is_some_and(|(written, _)| !written.is_empty());
        for (place, cell) in row.cells.iter().enumerate() {
            let column = u32::try_from(place + 1).unwrap_or(u32::MAX);
            let text = if named(place) { "" } else { cell.text.trim() };
            if !text.is_empty() {
                let wrong = match place < self.columns.len() {
                    true => Wrong::new(
                        format!("“{text}”所在的列没有表头"),
                        format!("`{text}` stands in a column without a header"),
                    ),
                    false => Wrong::new(
                        format!("“{text}”超出表头的最后一列"),
                        format!("`{text}` stands beyond the last column of the header"),
                    ),
                };
                return Some(wrong.at(cell.line, column));
            }
            if row.broken && self.swallows(cell, separator) {
                return Some(
                    Wrong::new(
                        "这个单元格里像是整行的数据；可能多了或少了一个引号",
                        "the cell seems to hold whole rows; a quote is missing or too many",
                    )
                    .at(cell.line, column),
                );
            }
        }
        None
    }

    /// Whether a line inside a cell is a row: it has as many separators, or, where the rows are shorter than the header, a time
    /// in its place. Two quotes left open in two rows make one cell of both.
    fn swallows(&self, cell: &Cell<'_>, separator: char) -> bool {
        let needed = self.width().saturating_sub(1);
        if needed == 0 || !cell.text.contains(['\r', '\n']) {
            return false;
        }
        let time = self.place(Column::Period).filter(|place| *place > 0);
        let is_time = |cell: &str| cell.trim_matches('"').parse::<Period>().is_ok();
        cell.text.split(['\r', '\n']).any(|line| {
            let timed = time.and_then(|place| line.split(separator).nth(place)).is_some_and(is_time);
            timed || line.matches(separator).count() >= needed
        })
    }
}

/// The column that a header names, with or without a unit in brackets.
fn heading(text: &str) -> (Option<Column>, String) {
    match Column::named(text) {
        Some(column) => (Some(column), String::new()),
        None => {
            let (name, unit) = without_unit(text);
            (Column::named(&name).filter(|column| *column == Column::Value), unit)
        }
    }
}

/// What stands in a row, as one text.
fn joined(row: &Row<'_>) -> String {
    let texts = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

/// A separator in words.
fn spoken(separator: char) -> (String, String) {
    match separator {
        ',' => ("逗号".into(), "commas".into()),
        ';' => ("分号".into(), "semicolons".into()),
        '\t' => ("制表符".into(), "tabs".into()),
        other => (format!("“{other}”"), format!("`{other}`")),
    }
}
