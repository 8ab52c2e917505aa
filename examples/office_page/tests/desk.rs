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
