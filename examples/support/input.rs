//! Observation and roster tables (CSV, UTF-8, with a header), read by the `csv` crate and judged row by row.

use std::collections::BTreeMap;
use std::io::Read as _;

use dabiao::{Catalogue, Language, Observation, Record, Roster, Year, data::Member};

/// The columns of an observation table; only `indicator` and `period` have to be there.
const COLUMNS: &[&str] = &[
    "indicator",
    "area",
    "unit_kind",
    "unit_id",
    "residence",
    "sex",
    "period",
    "value",
    "unit",
    "numerator",
    "denominator",
    "status",
    "break",
    "source",
];

/// A table as it was read.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) observations: Vec<Observation>,
    pub(crate) read: usize,
    /// One message for each row that was refused.
    pub(crate) refused: Vec<String>,
}

/// What is wrong with a whole file: in the language of the report, and in English for whoever is asked about it.
fn wrong(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Chinese => format!("{zh}（{en}）"),
        Language::English => en.to_owned(),
    }
}

/// The text of a file, or why it cannot be used.
pub(crate) fn text(path: &str, language: Language) -> Result<String, String> {
    let mut bytes = Vec::new();
    let mut file = std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
    file.read_to_end(&mut bytes).map_err(|error| format!("{path}: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to())
            .filter(|byte| **byte == b'\n')
            .count();
        let zh = "文件不是UTF-8编码；请另存为CSV UTF-8";
        format!("{path}:{}: {}", line + 1, wrong(language, zh, "the file is not UTF-8; save it as CSV UTF-8"))
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), String::from))
}

/// Rows by the names in the header, each with its line.
fn rows<'t>(
    path: &str,
    text: &'t str,
    known: &[&str],
    needed: &[&str],
    language: Language,
) -> Result<(Vec<String>, csv::Reader<&'t [u8]>), String> {
    if text.trim().is_empty() {
        let zh = "文件为空；应有表头和数据行";
        let en = "the file is empty; a header and rows are needed";
        return Err(format!("{path}: {}", wrong(language, zh, en)));
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| format!("{path}:1: {error}"))?;
    let header: Vec<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
    if let Some(missing) = needed.iter().find(|name| !header.iter().any(|found| found == *name)) {
        let known = known.join(",");
        let zh = format!("表头缺少“{missing}”列；各列为{known}");
        let en = format!("there is no header with the column `{missing}`; the columns are {known}");
        return Err(format!("{path}:1: {}", wrong(language, &zh, &en)));
    }
    if let Some((place, strange)) =
        header.iter().enumerate().find(|(_, name)| !known.contains(&name.as_str()))
    {
        let (column, known) = (place + 1, known.join(","));
        let zh = format!("没有“{strange}”这一列；各列为{known}");
        let en = format!("there is no column `{strange}`; the columns are {known}");
        return Err(format!("{path}:1:{column}: {}", wrong(language, &zh, &en)));
    }
    if let Some((place, twice)) = header
        .iter()
        .enumerate()
        .find(|(place, name)| header.iter().take(*place).any(|earlier| earlier == *name))
    {
        let zh = format!("“{twice}”列出现两次");
        let en = format!("the column `{twice}` stands there twice");
        return Err(format!("{path}:1:{}: {}", place + 1, wrong(language, &zh, &en)));
    }
    Ok((header, reader))
}

/// Reads a table of observations; what is refused is said in the language of the report. `names` gives the indicator that another name in the table stands for.
pub(crate) fn observations(
    catalogue: &Catalogue,
    path: &str,
    text: &str,
    names: &BTreeMap<String, String>,
    language: Language,
) -> Result<Table, String> {
    let (header, mut reader) = rows(path, text, COLUMNS, &["indicator", "period"], language)?;
    let mut table = Table::default();
    for record in reader.records() {
        table.read += 1;
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                table.refused.push(format!("{path}: {error}"));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let place = |name: &str| header.iter().position(|column| column == name);
        let cell = |name: &str| place(name).and_then(|place| record.get(place)).unwrap_or("");
        if let Some(extra) = record.iter().skip(header.len()).find(|cell| !cell.trim().is_empty()) {
            let column = header.len() + 1;
            let message = match language {
                Language::Chinese => format!("“{extra}”超出表头的最后一列"),
                Language::English => format!("`{extra}` stands beyond the last column of the header"),
            };
            table.refused.push(format!("{path}:{line}:{column}: {message}"));
            continue;
        }
        let source = match cell("source") {
            "" => format!("{path}:{line}"),
            source => format!("{path}:{line} {source}"),
        };
        let given = cell("indicator").trim();
        let row = Record {
            indicator: names.get(given).map_or(given, String::as_str),
            area: cell("area"),
            unit_kind: cell("unit_kind"),
            unit_id: cell("unit_id"),
            residence: cell("residence"),
            sex: cell("sex"),
            period: cell("period"),
            value: cell("value"),
            unit: cell("unit"),
            numerator: cell("numerator"),
            denominator: cell("denominator"),
            status: cell("status"),
            break_before: cell("break"),
            source: &source,
        };
        match row.read(catalogue) {
            Ok(observation) => table.observations.push(observation),
            Err(errors) => {
                let say = |error: &dabiao::data::RecordError| {
                    let column = place(error.column()).map_or(0, |place| place + 1);
                    let message = match language {
                        Language::Chinese => error.zh(),
                        Language::English => error.to_string(),
                    };
                    format!("{path}:{line}:{column}: {message}")
                };
                table.refused.push(errors.iter().map(say).collect::<Vec<_>>().join("\n"));
            }
        }
    }
    Ok(table)
}

/// Reads a table of rosters: `area,unit_kind,unit_id,year,size`.
pub(crate) fn rosters(path: &str, text: &str, language: Language) -> Result<Vec<Roster>, String> {
    let columns = ["area", "unit_kind", "unit_id", "year", "size"];
    let (header, mut reader) = rows(path, text, &columns, &["unit_kind", "unit_id", "year"], language)?;
    let mut rosters: BTreeMap<(String, String, Year), Vec<Member>> = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("{path}: {error}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |name: &str| {
            let place = header.iter().position(|column| column == name);
            place.and_then(|place| record.get(place)).unwrap_or("").trim()
        };
        let year: Year = cell("year").parse().map_err(|error: dabiao::Error| {
            format!("{path}:{line}: {}", wrong(language, &error.zh(), &error.to_string()))
        })?;
        let size = match cell("size") {
            "" => None,
            size => Some(size.parse().map_err(|_| {
                let (zh, en) = (format!("“{size}”不是整数"), format!("`{size}` is no whole number"));
                format!("{path}:{line}: {}", wrong(language, &zh, &en))
            })?),
        };
        let key = (cell("area").to_owned(), cell("unit_kind").to_owned(), year);
        let members = rosters.entry(key).or_default();
        if !cell("unit_id").is_empty() {
            members.push(Member { id: cell("unit_id").to_owned().into(), size });
        }
    }
    let roster = |((area, kind, year), members)| Roster {
        area: String::into(area),
        kind: String::into(kind),
        year,
        members,
    };
    Ok(rosters.into_iter().map(roster).collect())
}

/// Reads a table of names: `name,indicator,remark`.
pub(crate) fn names(text: &str) -> Vec<(String, String, String)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cell = |record: &csv::StringRecord, place: usize| record.get(place).unwrap_or("").to_owned();
    let records = reader.records().filter_map(Result::ok);
    records.map(|record| (cell(&record, 0), cell(&record, 1), cell(&record, 2))).collect()
}
