//! What is wrong with a row is said in Chinese as it is in English: every cause, with the same figures and names.

use std::collections::BTreeSet;
use std::path::Path;

use dabiao::{
    Catalogue, Observation, Record, Report, Year,
    data::FindingKind,
    json,
    values::{Unit, Value},
};

/// The sources whose words an officer can meet by a row.
const OF_ROWS: [&str; 8] = [
    include_str!("../../src/values/cell.rs"),
    include_str!("../../src/error.rs"),
    include_str!("../../src/json/row.rs"),
    include_str!("../../src/data/observation.rs"),
    include_str!("../../src/values/period.rs"),
    include_str!("../../src/values/quantity.rs"),
    include_str!("../../src/data/record.rs"),
    include_str!("../../src/values/unit.rs"),
];

/// Every source.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(std::fs::read_to_string(path).expect("a source"));
        }
    }
}

/// The names of columns and of an interval's fields, and the truth values of JSON, which stand in either language.
const NAMES: [&str; 22] = [
    "indicator",
    "area",
    "unit_kind",
    "unit_id",
    "residence",
    "sex",
    "age",
    "period",
    "value",
    "unit",
    "numerator",
    "denominator",
    "status",
    "break",
    "source",
    "interval",
    "low",
    "high",
    "number",
    "included",
    "true",
    "false",
];

/// What a cell may be instead of text: named in the language of the sentence, not quoted.
const KINDS: [(&str, &str); 4] = [
    ("a JSON number", "JSON数字"),
    ("an array", "数组"),
    ("an object", "对象"),
    ("true or false", "true或false"),
];

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Runs of letters and underscores of the Latin alphabet, two and longer.
fn latin(text: &str) -> BTreeSet<&str> {
    text.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '_')
        .filter(|word| word.len() > 1)
        .collect()
}

fn figures(text: &str) -> BTreeSet<&str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[track_caller]
fn assert_says_the_same(en: &str, zh: &str) {
    assert!(zh.chars().any(is_chinese), "{zh}");
    for name in quoted(en) {
        let kind = KINDS.iter().find(|(kind, _)| *kind == name);
        let name = kind.map_or(name, |(_, zh)| zh);
        assert!(zh.contains(name), "`{name}` of `{en}` is not in {zh}");
    }
    for figure in figures(en) {
        assert!(figures(zh).contains(figure), "{figure} of `{en}` is not in {zh}");
    }
    let known = latin(en);
    for word in latin(zh) {
        assert!(known.contains(word) || NAMES.contains(&word), "`{word}` stands in {zh}, beside {en}");
    }
}

/// The literals of a call's arguments, up to two of them.
fn literals(mut code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth = 1;
    while let Some(place) = code.find(['"', '(', ')']) {
        let mut letters = code.split_at(place).1.chars();
        match letters.next() {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            _ => {
                let mut text = String::new();
                while let Some(letter) = letters.next() {
                    match letter {
                        '"' => break,
                        '\\' => match letters.next() {
                            Some('\n') => letters = letters.as_str().trim_start().chars(),
                            other => text.extend(other),
                        },
                        other => text.push(other),
                    }
                }
                found.push(text);
            }
        }
        code = letters.as_str();
        if depth == 0 || found.len() == 2 {
            break;
        }
    }
    found
}

/// Every pair of words in a source: English, Chinese.
fn pairs(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for call in [" message(", "(message(", "self.wrong(", " no(", "(unfit("] {
        // Words that a macro puts together are met by a row below.
        for rest in source.split(call).skip(1).filter(|rest| !rest.starts_with("concat!")) {
            if let [en, zh] = literals(rest).as_slice() {
                found.push((en.clone(), zh.clone()));
            }
        }
    }
    found
}

/// What stands in braces, with the place that it takes in the sentence left open.
fn holes(text: &str) -> Vec<&str> {
    let mut holes: Vec<&str> =
        text.split('{').skip(1).map(|rest| rest.split_once('}').expect("an end").0).collect();
    holes.sort_unstable();
    holes
}

#[test]
fn the_reader_of_sources_reads() {
    let source = r#"let remedy = message("a \"b\" \
        c", "甲"); f(message(alloc::format!("{x} d"), alloc::format!("{x}丁"))); message(en, zh); no("e", "戊")"#;
    let expected = [(r#"a "b" c"#, "甲"), ("{x} d", "{x}丁"), ("e", "戊")];
    assert_eq!(pairs(source), expected.map(|(en, zh)| (en.to_owned(), zh.to_owned())));
}

#[test]
fn every_cause_in_the_sources_has_both_languages() {
    let (mut told, mut all) = (0, Vec::new());
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut all);
    for source in &all {
        for (en, zh) in pairs(source) {
            assert_eq!(holes(&en), holes(&zh), "{en}");
            assert_says_the_same(&en, &zh);
            told += 1;
        }
    }
    assert!(told > 70, "{told} pairs");
}

const ROW: Record<'static> = Record {
    indicator: "孕产妇死亡率",
    area: "",
    unit_kind: "",
    unit_id: "",
    residence: "",
    sex: "",
    age: "",
    period: "2024",
    value: "12",
    unit: "",
    numerator: "",
    denominator: "",
    status: "",
    break_before: "",
    source: "",
};

/// Rows that are wrong in one way each, at least.
fn wrong_rows() -> Vec<Record<'static>> {
    let value = |value| Record { value, ..ROW };
    let period = |period| Record { period, ..ROW };
    vec![
        Record { indicator: "孕产妇死忘率", ..ROW },
        Record { indicator: "", ..ROW },
        Record { residence: "乡下", ..ROW },
        Record { sex: "男士", ..ROW },
        Record { age: "小孩", ..ROW },
        Record { indicator: "农村牧区自来水普及率", residence: "合计", value: "99%", ..ROW },
        Record { unit_id: "锡尼镇", ..ROW },
        Record { unit_kind: "township", ..ROW },
        Record { break_before: "maybe", ..ROW },
        Record { status: "暂估", ..ROW },
        Record { status: "预测", ..ROW },
        Record { status: "未填报", ..ROW },
        Record { unit: "斤", ..ROW },
        Record { value: "12/10万", unit: "‰", ..ROW },
        Record { indicator: "妇女基本养老保险参保率", value: "1万", unit: "万人", ..ROW },
        Record { value: "9999999999999999999999999999", unit: "亿元", ..ROW },
        Record { value: "1：3", numerator: "1", denominator: "3", ..ROW },
        Record { value: "", numerator: "1", ..ROW },
        Record { value: "", denominator: "3", ..ROW },
        Record { value: "", numerator: "1.5", denominator: "3", ..ROW },
        Record { value: "", numerator: "一", denominator: "3", ..ROW },
        value(""),
        value("—"),
        value("9O.5"),
        value("≥"),
        value("1：3%"),
        value("1.5：3"),
        value("≥99以上"),
        value("99999999999999999999999999999"),
        value("1/3(+)"),
        value("≥9(+)"),
        value("9(预计"),
        value("9(+)(-)"),
        value("9()"),
        value("9（预计）"),
        value("45,3"),
        value("10%～20‰"),
        value("5-12"),
        value("9‰（%）"),
        value("9（‰）（%）"),
        Record { indicator: "婴儿死亡率（‰）", unit: "%", ..ROW },
        Record { indicator: "农村孕产妇死亡率", residence: "城镇", ..ROW },
        Record { area: "镇".repeat(501).leak(), ..ROW },
        Record { area: "农村", ..ROW },
        Record { value: "", numerator: "1", denominator: "3", unit: "万人", ..ROW },
        period("2024学年"),
        period(""),
        period("2O24"),
        period("24"),
        period("1066"),
        period("2024-02-30"),
        period("2024-1-2-3"),
        period("2023-2025学年"),
        period("2024-12"),
        period("2024年上半年"),
        Record { status: "F", ..ROW },
    ]
}

/// Rows that only a request can have wrong.
const WRONG_JSON: &str = r#"[
    { "indicator": "孕产妇死亡率", "period": "2024", "value": 12.5 },
    { "indicator": "孕产妇死亡率", "period": "2024", "value": 12 },
    { "indicator": ["孕产妇死亡率"], "period": { "year": 2024 }, "value": "12", "numerator": 1.5, "break": 5 },
    { "indicator": "孕产妇死亡率", "period": true, "value": "12", "area": 1e300 },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "1", "included": true } }, "value": "5" },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "1", "included": true } }, "status": "未填报" },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9999999999999999999999999999", "included": true } }, "unit": "亿元" },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": 5 },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": {} },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9", "included": true }, "high": { "number": "8", "included": true } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "lower": null } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": 5 } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9" } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "included": true } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": 9, "included": true } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9O.5", "included": true } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9", "included": "yes" } } },
    { "indicator": "孕产妇死亡率", "period": "2024", "interval": { "low": { "number": "9", "included": true, "more": 1 } } }
]"#;

fn messages() -> Vec<(String, String)> {
    let catalogue = Catalogue::hangjin();
    let mut told = Vec::new();
    for row in wrong_rows() {
        let Err(errors) = row.read(&catalogue) else { panic!("{row:?} was read") };
        for error in errors {
            let zh = error.error().zh();
            assert_eq!(error.zh(), format!("“{}”列：{zh}", error.column()));
            told.push((error.error().to_string(), zh));
        }
    }
    let request = format!("{{ \"year\": 2024, \"observations\": {WRONG_JSON} }}");
    let report = json::evaluate(request.as_bytes()).expect("rows are refused alone");
    let report: Report = serde_json::from_str(&report).expect("a report");
    let rows: BTreeSet<&str> = report
        .findings
        .iter()
        .map(|finding| {
            let FindingKind::Unreadable { column, message, message_zh } = &finding.kind else {
                panic!("{finding}")
            };
            told.push((message.clone(), message_zh.clone()));
            assert_eq!(finding.kind.zh(), format!("“{}”列：{message_zh}", column.as_deref().unwrap()));
            finding.source.as_deref().unwrap_or_default().split('.').next().expect("a row")
        })
        .collect();
    let given: Vec<serde_json::Value> = serde_json::from_str(WRONG_JSON).expect("rows");
    assert_eq!(rows.len(), given.len(), "{rows:?}");
    told
}

/// Causes of texts that no row has.
const ELSEWHERE: [&str; 2] = ["a power of ten stands before it", "it is at least 0"];

#[test]
fn every_cause_that_a_row_can_have_is_said_in_both_languages() {
    let told = messages();
    for (en, zh) in &told {
        assert_says_the_same(en, zh);
    }
    let mut unsaid = Vec::new();
    for source in OF_ROWS {
        for (en, zh) in pairs(source) {
            let (first, last) = (en.split('{').next(), zh.rsplit('}').next());
            let (first, last) = (first.expect("words"), last.expect("words"));
            let said = told.iter().any(|(message, words)| message.contains(first) && words.ends_with(last));
            if !said && !ELSEWHERE.contains(&&*en) {
                unsaid.push(en);
            }
        }
    }
    assert_eq!(unsaid, [""; 0], "no row brings it about");
}

#[test]
fn an_unknown_status_is_told_the_words_that_there_are() {
    let errors = Record { status: "暂估", ..ROW }.read(&Catalogue::hangjin()).unwrap_err();
    let (en, zh) = (errors[0].to_string(), errors[0].zh());
    for word in [
        "final",
        "provisional",
        "estimated",
        "not_reported",
        "not_collected",
        "not_applicable",
        "suppressed",
        "error",
    ] {
        assert!(en.contains(word) && zh.contains(word), "{word}");
        assert!(word.parse::<dabiao::data::Mark>().is_ok(), "{word}");
    }
    for word in ["最终", "快报", "估计", "未填报", "未统计", "不适用", "保密", "错误"] {
        assert!(zh.contains(word) && word.parse::<dabiao::data::Mark>().is_ok(), "{word}");
    }
}

#[test]
fn a_typed_row_of_an_unknown_indicator() {
    let odd = Observation::new(
        "孕产妇死忘率",
        Year::literal(2024),
        Value::Number("12".parse().unwrap()),
        Unit::Per100k,
    );
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([odd]);
    let kind = &data.findings()[0].kind;
    assert_says_the_same(&kind.to_string(), &kind.zh());
    assert!(kind.zh().contains("孕产妇死亡率"));
}

#[test]
fn a_message_stands_in_both_languages() {
    let english = r#"{ "kind": "unreadable", "column": "value", "message": "cannot read it" }"#;
    assert!(serde_json::from_str::<FindingKind>(english).unwrap_err().to_string().contains("message_zh"));
    let whole = r#"{ "kind": "unreadable", "message": "cannot read it", "message_zh": "无法读取" }"#;
    let kind: FindingKind = serde_json::from_str(whole).expect("a finding");
    assert_eq!((kind.zh(), kind.to_string()), ("无法读取".into(), "cannot read it".into()));
}

#[test]
fn a_conflict_with_a_reason_why_there_is_no_value() {
    let kind = FindingKind::Conflict { first: "14".into(), second: "not applicable".into() };
    assert!(kind.zh().contains("（14与不适用）"), "{}", kind.zh());
    assert!(kind.to_string().contains("(14 and not applicable)"));
}
