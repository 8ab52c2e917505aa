//! Plans as offices keep them: the text of a Word file, to draft a plan from; and a table with a row for each target.

use std::io::{Cursor, Read as _};

use dabiao::json::PlanDocument;
use dabiao::plan::wording::{self, When};
use dabiao::values::Unit;
use dabiao::{Catalogue, Language};
use dabiao_tables::draft::MAX_BYTES;
use dabiao_tables::encoding;
use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};

use crate::File;
use crate::workbook::book::{Book, Sheet};
use crate::workbook::layout::label;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How much larger than its text the markup of a Word file may be.
const MARKUP: u64 = 16;

/// The text of a Word file: a line for each paragraph, and for each row of a table.
///
/// Numbers that Word gives to the paragraphs of a list stand in no text; they are counted as Word counts them, `1.`, `2.`.
///
/// # Errors
/// A file that cannot be read, is no Word file, or is too long.
pub fn text_of(path: &str, language: Language) -> Result<String, String> {
    let said = |zh: &str, en: &str| match language {
        Language::Chinese => format!("{path}：{zh}"),
        Language::English => format!("{path}: {en}"),
    };
    let broken = || {
        said(
            "不是完好的 .docx 文件；请用 Word 或 WPS 打开后另存为 .docx",
            "this is no sound .docx file; open it in Word or WPS and save it as .docx",
        )
    };
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(said(
            "这是旧格式（.doc）或加密的文件；请另存为不加密的 .docx",
            "this is a file of the old format (.doc) or an encrypted one; save it as .docx without a password",
        ));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let most = MAX_BYTES as u64 * MARKUP;
    let mut part = |name: &str| -> Result<String, String> {
        let mut xml = String::new();
        let part = archive.by_name(name).map_err(|_| broken())?;
        part.take(most + 1).read_to_string(&mut xml).map_err(|_| broken())?;
        if xml.len() as u64 > most {
            return Err(said("文件过大", "the file is too long"));
        }
        Ok(xml)
    };
    let xml = part("word/document.xml")?;
    let document = Document::parse(&xml).map_err(|_| broken())?;
    // A file without styles has no numbers in them.
    let styles = part("word/styles.xml").unwrap_or_default();
    let mut lists = Lists { styles: numbered_styles(&styles), counts: Vec::new() };
    let body = document.descendants().find(|node| node.has_tag_name((WORD, "body"))).ok_or_else(broken)?;
    let mut lines: Vec<String> = Vec::new();
    blocks(body, &mut lines, &mut lists);
    let text = lines.join("\n") + "\n";
    match text.trim().is_empty() {
        true => Err(said(
            "文件里没有文字（可能是扫描的图片）",
            "the file has no text (it may hold scanned pictures)",
        )),
        false => Ok(text),
    }
}

/// The numbered lists of a file.
struct Lists {
    /// Styles whose paragraphs are items of a list, with the list and the level.
    styles: Vec<(String, (String, String))>,
    /// How far each level of each list has come.
    counts: Vec<((String, String), u32)>,
}

/// The styles that number their paragraphs (列表编号).
fn numbered_styles(xml: &str) -> Vec<(String, (String, String))> {
    let Ok(styles) = Document::parse(xml) else { return Vec::new() };
    let styles = styles.descendants().filter(|node| node.has_tag_name((WORD, "style")));
    styles
        .filter_map(|style| Some((style.attribute((WORD, "styleId"))?.to_owned(), list_of(style)?)))
        .collect()
}

/// The list and the level that the properties of a paragraph or style name. List 0 is none.
fn list_of(node: Node<'_, '_>) -> Option<(String, String)> {
    let list = value_of(node, "numId").filter(|list| list != "0")?;
    Some((list, value_of(node, "ilvl").unwrap_or_else(|| "0".to_owned())))
}

fn value_of(node: Node<'_, '_>, name: &str) -> Option<String> {
    let found = node.descendants().find(|node| node.has_tag_name((WORD, name)))?;
    Some(found.attribute((WORD, "val"))?.to_owned())
}

/// The lines of paragraphs and tables, in their order.
fn blocks(parent: Node<'_, '_>, lines: &mut Vec<String>, lists: &mut Lists) {
    for node in parent.children().filter(Node::is_element) {
        if node.has_tag_name((WORD, "p")) {
            let number = number(node, lists);
            lines.extend(
                format!("{number}{}", words(node)).split('\n').map(|line| line.trim_end().to_owned()),
            );
        } else if node.has_tag_name((WORD, "tbl")) {
            for row in node.children().filter(|node| node.has_tag_name((WORD, "tr"))) {
                let cells = row.children().filter(|node| node.has_tag_name((WORD, "tc")));
                let cells: Vec<String> = cells
                    .map(|cell| {
                        let mut inside = Vec::new();
                        blocks(cell, &mut inside, lists);
                        inside.join(" ").trim().to_owned()
                    })
                    .collect();
                lines.push(cells.join("\t"));
            }
        } else if ["sdt", "sdtContent"].iter().any(|name| node.has_tag_name((WORD, *name))) {
            blocks(node, lines, lists);
        }
    }
}

/// What stands in a paragraph; what was struck out in tracked changes does not.
fn words(paragraph: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in paragraph.descendants().filter(|node| node.tag_name().namespace() == Some(WORD)) {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "tab" if node.parent().is_some_and(|parent| parent.has_tag_name((WORD, "r"))) => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            _ => {}
        }
    }
    text
}

/// The number of a paragraph of a list. Bullets have none, but a file says so elsewhere; a number too many is marked by the draft.
fn number(paragraph: Node<'_, '_>, lists: &mut Lists) -> String {
    // A paragraph that says 0 has no number, whatever its style has.
    let own = value_of(paragraph, "numId").is_some();
    let style = value_of(paragraph, "pStyle").filter(|_| !own);
    let styled =
        || lists.styles.iter().find(|(id, _)| Some(id) == style.as_ref()).map(|(_, list)| list.clone());
    let Some((list, level)) = list_of(paragraph).or_else(styled) else { return String::new() };
    let counts = &mut lists.counts;
    // A further item of an outer level begins the inner ones anew.
    counts.retain(|((known, inner), _)| *known != list || inner.as_str() <= level.as_str());
    let key = (list, level);
    let place = counts.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        counts.push((key, 0));
        counts.len() - 1
    });
    counts.get_mut(place).map_or_else(String::new, |(_, count)| {
        *count += 1;
        format!("{count}. ")
    })
}

/// The words for the facts of a plan, with the fields that they are.
const FACTS: [(&str, &[&str]); 8] = [
    ("id", &["代码", "规划代码", "id"]),
    ("letter", &["字母", "简称字母", "letter"]),
    ("zh", &["名称", "规划名称", "zh"]),
    ("en", &["英文名称", "en"]),
    ("document", &["文号", "document"]),
    ("issued", &["印发日期", "issued"]),
    ("first", &["起始年", "起始年份", "first"]),
    ("last", &["终止年", "终止年份", "last"]),
];
const DOMAINS: [&str; 2] = ["领域", "domains"];

/// The words for the columns of a table of targets.
const COLUMNS: [(Column, &[&str]); 10] = [
    (Column::Id, &["目标代码", "代码", "id"]),
    (Column::Domain, &["领域", "domain"]),
    (Column::Section, &["部分", "section"]),
    (Column::Item, &["条目", "条款", "item"]),
    (Column::Words, &["原文", "words"]),
    (Column::Indicator, &["指标", "指标名称", "indicator"]),
    (Column::Unit, &["计量单位", "单位", "unit"]),
    (Column::Rule, &["要求", "rule"]),
    (Column::Due, &["到期年", "到期", "due"]),
    (Column::UnitKind, &["单位类别", "评价单位", "unit_kind"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Domain,
    Section,
    Item,
    Words,
    Indicator,
    Unit,
    Rule,
    Due,
    UnitKind,
}

/// A plan document from a table with a row for each target: above them, or on a sheet of their own, the facts of the plan
/// (代码, 名称, 文号, 印发日期, 起始年, 终止年, 领域), each with its value to the right.
///
/// # Errors
/// Everything wrong with it, a line each, with the row.
pub fn document_of(book: &Book, catalogue: &Catalogue, language: Language) -> Result<Value, String> {
    let pick = |zh: &str, en: &str| if language == Language::Chinese { zh.to_owned() } else { en.to_owned() };
    let (path, sheets) = (&book.name, &book.sheets);
    let mut plan = Map::new();
    let mut domains: Vec<String> = Vec::new();
    let mut rows: Vec<(String, Vec<(Column, String)>)> = Vec::new();
    for sheet in sheets {
        let header = (0..sheet.rows).find(|row| is_header(sheet, *row));
        facts(sheet, header.unwrap_or(sheet.rows), &mut plan, &mut domains);
        let Some(start) = header else { continue };
        let columns = header_of(sheet, start);
        for row in start + 1..sheet.rows {
            let cells = columns
                .iter()
                .map(|(place, column)| (*column, label(sheet.filled((row, *place))).trim().to_owned()));
            let cells: Vec<(Column, String)> = cells.filter(|(_, text)| !text.is_empty()).collect();
            if cells.iter().any(|(column, _)| matches!(column, Column::Words | Column::Indicator)) {
                rows.push((format!("{}!{}", sheet.name, row + 1), cells));
            }
        }
    }
    if rows.is_empty() {
        return Err(pick(
            &format!("{path}：没有找到目标：需要一行表头，其中有“原文”和“指标”两列"),
            &format!("{path}: no targets were found: a row of headers with 原文 and 指标 is needed"),
        ));
    }
    let id = plan.get("id").and_then(Value::as_str).unwrap_or("own").to_owned();
    plan.entry("id").or_insert_with(|| json!(id));
    plan.insert("domains".to_owned(), json!(domains));
    let (mut targets, mut indicators): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    let mut wrong: Vec<String> = Vec::new();
    for (number, (place, cells)) in (1..).zip(&rows) {
        let get = |wanted: Column| {
            let found = cells.iter().find(|(column, _)| *column == wanted);
            found.map_or("", |(_, text)| text.as_str())
        };
        let domain = get(Column::Domain);
        let named = domains.iter().position(|known| known == domain).map(|place| place + 1);
        let Some(domain) = named.or_else(|| domain.parse().ok()) else {
            wrong.push(pick(
                &format!("{place}：领域“{domain}”不在规划的领域之中；请写领域的名称或序号"),
                &format!("{place}: `{domain}` is no domain of the plan; write its title or number"),
            ));
            continue;
        };
        let section = match get(Column::Section) {
            "" | "目标" | "主要目标" | "goal" => "goal",
            "措施" | "策略措施" | "strategy" => "strategy",
            other => {
                wrong.push(pick(
                    &format!("{place}：部分“{other}”应为主要目标或策略措施"),
                    &format!("{place}: `{other}`: write goal or strategy"),
                ));
                continue;
            }
        };
        let (name, unit) = (get(Column::Indicator), get(Column::Unit));
        let indicator = match catalogue.indicator(name) {
            Ok(card) => card.id.to_string(),
            Err(_) => match Unit::read(unit) {
                Ok((unit, 0)) => {
                    let own = format!("{id}-{number}");
                    let known = indicators.iter().find(|card| card.get("zh") == Some(&json!(name)));
                    let known = known.and_then(|card| card.get("id")?.as_str().map(str::to_owned));
                    known.unwrap_or_else(|| {
                        indicators.push(
                            json!({ "id": own, "zh": name, "en": own, "unit": unit, "kind": "value_only" }),
                        );
                        own
                    })
                }
                _ => {
                    wrong.push(pick(
                        &format!("{place}：目录里没有指标“{name}”；新指标请在“计量单位”一列写明单位"),
                        &format!("{place}: the catalogue has no indicator `{name}`; a new one needs its unit in the column 计量单位"),
                    ));
                    continue;
                }
            },
        };
        let words = get(Column::Words);
        let rule = if get(Column::Rule).is_empty() { words } else { get(Column::Rule) };
        let item =
            if get(Column::Item).is_empty() { number.to_string() } else { get(Column::Item).to_owned() };
        let own = match get(Column::Id) {
            "" => format!("{id}.d{domain}.{}{number}", section.get(..1).unwrap_or_default()),
            own => own.to_owned(),
        };
        let mut target = json!({
            "id": own,
            "clause": { "section": section, "domain": domain, "item": item, "words": words },
            "indicator": indicator,
            "rule": rule,
        });
        let due = get(Column::Due);
        match due.trim().trim_end_matches('年').trim().parse::<i16>() {
            Ok(due) => {
                let first = plan.get("first").and_then(Value::as_i64).unwrap_or(2021);
                if let (Some(timing), Some(target)) = (timing(rule, first, due), target.as_object_mut()) {
                    target.insert("timing".to_owned(), timing);
                }
            }
            Err(_) if due.is_empty() => {}
            Err(_) => wrong.push(pick(
                &format!("{place}：“到期年”一列写的是“{due}”；请写年份，如2030"),
                &format!("{place}: `{due}` is no year to be due in; write a year such as 2030"),
            )),
        }
        let kind = catalogue.read_unit_kind(get(Column::UnitKind)).into_owned();
        if let (false, Some(target)) = (kind.is_empty(), target.as_object_mut()) {
            target.insert("scope".to_owned(), json!({ "every_unit": kind }));
        }
        targets.push(target);
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let document = json!({ "plan": plan, "indicators": indicators, "targets": targets });
    let added = PlanDocument::add(&mut catalogue.clone(), &document);
    added.map(|()| document).map_err(|problems| {
        let lines = problems.iter().map(|problem| {
            let said = if language == Language::Chinese { problem.zh() } else { problem.to_string() };
            let row = problem.path.strip_prefix("targets[").and_then(|rest| rest.split_once(']'));
            let row = row.and_then(|(place, _)| rows.get(place.parse::<usize>().ok()?));
            match row {
                Some((place, _)) => format!("{place}: {said}"),
                None => format!("{path}: {said}"),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// Whether a book is a table of targets: a row of headers with their words and their indicators.
#[must_use]
pub fn is_table(book: &Book) -> bool {
    book.sheets.iter().any(|sheet| (0..sheet.rows).any(|row| is_header(sheet, row)))
}

fn is_header(sheet: &Sheet, row: u32) -> bool {
    let found = header_of(sheet, row);
    [Column::Indicator, Column::Words].iter().all(|column| found.iter().any(|(_, known)| known == column))
}

/// Adds a plan to a catalogue: TOML or JSON, or a table of targets.
///
/// # Errors
/// Everything wrong with it, a line each; nothing is added then.
pub fn add(catalogue: &mut Catalogue, file: &File, language: Language) -> Result<(), String> {
    match file.ending().as_deref() {
        Some("toml" | "json") => {
            let text = encoding::decode_as(encoding::Kind::Text, &file.bytes)
                .map_err(|wrong| wrong.message(&file.name, language))?;
            dabiao_tables::plan::add(catalogue, &file.name, &text, language)
        }
        _ => {
            let document = document_of(&Book::read(file.clone(), language)?, catalogue, language)?;
            // Whatever is wrong with it was told with its row.
            PlanDocument::add(catalogue, &document).map_err(|problems| {
                let said = problems.iter().map(|problem| match language {
                    Language::Chinese => problem.zh(),
                    Language::English => problem.to_string(),
                });
                said.collect::<Vec<_>>().join("\n")
            })
        }
    }
}

/// When a target is due in a year that stands in a column of its own: the words beside it say whether it is kept till then. None
/// where they name another time (each term, within months), which then holds.
fn timing(words: &str, first: i64, due: i16) -> Option<Value> {
    let asked = wording::read(words).asks.into_iter().find_map(|ask| ask.timing);
    match asked {
        None | Some(When::ByYear) => Some(json!({ "kind": "by_year", "due": due })),
        Some(When::Kept) => Some(json!({ "kind": "kept", "from": first, "due": due })),
        Some(When::EveryYear) => Some(json!({ "kind": "every_year", "from": first, "due": due })),
        Some(When::ReachedAndKept) => Some(json!({ "kind": "reached_and_kept", "due": due })),
        Some(_) => None,
    }
}

fn header_of(sheet: &Sheet, row: u32) -> Vec<(u32, Column)> {
    let columns = (0..sheet.columns).filter_map(|place| {
        let word = label(sheet.filled((row, place)));
        let found = COLUMNS.iter().find(|(_, words)| words.contains(&word.trim()))?;
        Some((place, found.0))
    });
    columns.collect()
}

/// The facts of a plan above a row: a word in one cell, its value in the next.
fn facts(sheet: &Sheet, end: u32, plan: &mut Map<String, Value>, domains: &mut Vec<String>) {
    for row in 0..end {
        let text = |place: u32| label(sheet.cell((row, place))).trim().to_owned();
        let word = text(0);
        if DOMAINS.contains(&word.as_str()) {
            domains.extend((1..sheet.columns).map(text).filter(|name| !name.is_empty()));
        }
        let fact = FACTS.iter().find(|(_, words)| words.contains(&word.as_str()));
        let Some((field, _)) = fact.filter(|_| sheet.columns > 1 && !text(1).is_empty()) else { continue };
        let value = match text(1).parse::<i64>() {
            Ok(year) if matches!(*field, "first" | "last") => json!(year),
            _ => json!(text(1)),
        };
        plan.insert((*field).to_owned(), value);
    }
}
