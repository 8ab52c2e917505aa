//! Messages as the page sends them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use dabiao_office_page::Desk;
use serde_json::{Value, json};

fn ask(desk: &mut Desk, request: &Value, content: &[u8]) -> (Value, Vec<u8>) {
    let text = request.to_string().into_bytes();
    let mut message = u32::try_from(text.len()).unwrap().to_le_bytes().to_vec();
    message.extend(text);
    message.extend(content);
    let answer = desk.answer(&message);
    let (length, rest) = answer.split_first_chunk::<4>().unwrap();
    let (text, files) = rest.split_at(usize::try_from(u32::from_le_bytes(*length)).unwrap());
    (serde_json::from_slice(text).unwrap(), files.to_vec())
}

fn add(desk: &mut Desk, id: u32, name: &str, content: &[u8]) -> Value {
    ask(desk, &json!({ "do": "add", "id": id, "name": name, "language": "zh" }), content).0
}

fn report(desk: &mut Desk, given: &Value) -> (Value, Vec<u8>) {
    let settings = json!({ "language": "zh", "year": "", "area": "", "plan": "", "rounded": false });
    ask(desk, &json!({ "do": "report", "settings": settings, "given": given }), &[])
}

const FIGURES: &str = "指标,单位,2023,2024\n孕产妇死亡率,/10万,15.1,14.3\n高中阶段毛入学率,%,91.2%,92.0%\n学前教育毛入园率,%,—,92.0%\n";

#[test]
fn questions_are_forms_and_answers_settle_them() {
    let mut desk = Desk::default();
    assert_eq!(add(&mut desk, 1, "表.csv", FIGURES.as_bytes())["kind"], "book");
    let (answer, _) = report(&mut desk, &json!({}));
    let questions = answer["questions"].as_array().unwrap();
    let tables: Vec<&Value> = questions.iter().map(|question| &question["form"]["table"]).collect();
    assert_eq!(tables, ["indicators", "marks"]);
    let [names, marks] = questions.as_slice() else { unreachable!() };
    assert_eq!(names["form"]["key"], "高中阶段毛入学率");
    assert_eq!(names["form"]["other"], "indicator");
    assert_eq!(names["form"]["choices"][0]["value"], "高中阶段教育毛入学率");
    assert_eq!(marks["form"]["key"], "—");
    assert_eq!(marks["form"]["other"], "below");
    assert_eq!(marks["form"]["choices"][0], json!({ "label": "没有数：不适用", "value": "not_applicable" }));

    let given = json!({ "indicators": { "高中阶段毛入学率": "高中阶段教育毛入学率" }, "marks": { "—": { "below": "0.1" } } });
    let (answer, files) = report(&mut desk, &given);
    assert_eq!(answer["questions"], json!([]));
    let made: Vec<&Value> = answer["files"].as_array().unwrap().iter().map(|file| &file["name"]).collect();
    assert_eq!(made, ["报告.html", "附表.xlsx", "目标明细.csv", "数据审核.csv"]);
    assert!(String::from_utf8_lossy(&files).starts_with("<!DOCTYPE html>"));
    // The answers that were saved settle the same questions next time.
    let saved = answer["answers"].as_str().unwrap();
    assert_eq!(add(&mut desk, 2, "答案.toml", saved.as_bytes())["kind"], "answers");
    assert_eq!(report(&mut desk, &json!({})).0["questions"], json!([]));
}

#[test]
fn what_cannot_be_read_changes_nothing() {
    let mut desk = Desk::default();
    add(&mut desk, 1, "表.csv", FIGURES.as_bytes());
    let before = report(&mut desk, &json!({}));
    for (name, content, wanted) in [
        ("坏.xlsx", "PK\x03\x04 cut", "坏.xlsx"),
        ("空.csv", "", "空.csv：文件是空的"),
        ("说明.doc", "x", "只读 .xlsx、.xls、.xlsb、.ods 和 .csv 文件"),
        ("答案.toml", "[marks]\n\"—\" = \"nothing\"\n", "write one of"),
        ("规划.toml", "[[targets]]\nid = 1\n", "规划.toml"),
    ] {
        let error = add(&mut desk, 2, name, content.as_bytes())["error"].to_string();
        assert!(error.contains(wanted), "{name}: {error}");
    }
    let after = report(&mut desk, &json!({}));
    for key in ["questions", "counted", "sentence", "told", "answers"] {
        assert_eq!(after.0[key], before.0[key]);
        assert!(!before.0[key].is_null(), "{key}");
    }
}

#[test]
fn a_plan_of_ones_own_is_judged_too() {
    let mut desk = Desk::default();
    add(&mut desk, 1, "表.csv", FIGURES.as_bytes());
    let plan = include_bytes!("../../data/own-plan.toml");
    assert_eq!(add(&mut desk, 2, "规划.toml", plan)["kind"], "plan");
    let (answer, files) = report(&mut desk, &json!({}));
    assert!(answer["error"].is_null(), "{answer}");
    assert!(String::from_utf8_lossy(&files).contains("某市妇女儿童发展规划（虚构）"));
}

#[test]
fn the_word_report_has_the_pictures_that_were_painted() {
    let mut desk = Desk::default();
    add(&mut desk, 1, "表.csv", FIGURES.as_bytes());
    report(&mut desk, &json!({}));
    let (answer, _) = ask(&mut desk, &json!({ "do": "charts" }), &[]);
    let charts = answer["charts"].as_array().unwrap();
    assert!(
        charts.iter().all(|chart| chart["svg"].as_str().unwrap().starts_with("<svg")) && !charts.is_empty()
    );
    let pictures: Vec<Value> = charts
        .iter()
        .map(|chart| json!({ "target": chart["target"], "width": 1280, "height": 760, "length": 3 }))
        .collect();
    let (answer, file) =
        ask(&mut desk, &json!({ "do": "word", "pictures": pictures }), &b"png".repeat(charts.len()));
    assert!(answer["failed"].is_null(), "{answer}");
    assert_eq!(answer["files"][0]["name"], "报告.docx");
    assert!(file.starts_with(b"PK"));
}
