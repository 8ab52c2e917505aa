//! The edges of text tables: what a CSV file says is what the same rows say by the JSON API, and no line is lost.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use dabiao::data::FindingKind;
use dabiao::{Catalogue, Evaluator, Language, Report, Year};
use dabiao_tables::observations::{Names, Table, read};
use dabiao_tables::{encoding, rosters};

fn table(text: &str) -> Table {
    read(&Catalogue::hangjin(), "t.csv", text, &Names::new()).unwrap()
}

/// A report without the places of its rows, and without what is told of rows that were refused: a table lists these apart, with
/// file and line.
fn without_places(mut report: Report) -> serde_json::Value {
    report.findings.retain(|finding| {
        !matches!(finding.kind, FindingKind::Unreadable { .. } | FindingKind::UnknownIndicator { .. })
    });
    for finding in &mut report.findings {
        finding.source = None;
        if let FindingKind::PartUnused { first, .. } = &mut finding.kind {
            first.clear();
        }
    }
    report.findings.sort_by_key(ToString::to_string);
    for row in &mut report.rows {
        row.judgement.assessment.evidence.iter_mut().for_each(|evidence| evidence.source = None);
    }
    serde_json::to_value(&report).unwrap()
}

/// The table that goes through every way in (`tests/conformance/one-table`), as files.
#[test]
fn a_table_gives_the_report_of_every_other_way_in() {
    const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance/one-table");
    let file = |name: &str| encoding::read(&format!("{PACK}/{name}")).unwrap();
    let catalogue = Catalogue::hangjin();
    for dress in [|text: String| text, |text: String| "\u{feff}".to_owned() + &text.replace('\n', "\r\n")] {
        let read = table(dress(file("table.csv")).trim_start_matches('\u{feff}'));
        assert_eq!(
            (read.read, read.observations.len(), read.refused.len(), read.unread.len()),
            (17, 14, 3, 2)
        );
        let rosters = rosters::read(&catalogue, "rosters.csv", &file("rosters.csv")).unwrap();
        assert_eq!((rosters.read, rosters.rosters.len(), rosters.refused.len()), (4, 1, 0));
        let data =
            catalogue.data(read.observations.into_iter().chain(read.unread)).with_rosters(rosters.rosters);
        let mut expected: serde_json::Value = serde_json::from_str(&file("report.json")).unwrap();
        let mut asked = Vec::new();
        for row in expected["rows"].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("texts");
            asked.push(row["target"]["id"].as_str().unwrap().to_owned());
        }
        let expected = without_places(serde_json::from_value(expected).unwrap());
        let wanted = |target: &dabiao::Target| asked.iter().any(|id| *id == target.id);
        let evaluator = Evaluator::new(&catalogue);
        let report = evaluator.report_on(data.area("A").unwrap(), Year::literal(2024), wanted).unwrap();
        assert_eq!(without_places(report), expected);
    }
}

#[test]
fn names_as_tables_write_them() {
    let text = "indicator,period,value,unit\n\
        孕产妇死亡率（1/10万）,2024,14.3,\n1.婴儿死亡率,2024,4.0,‰\n5岁以下儿童死亡率(‰),2024,5.6,\n新生儿死亡率 (‰),2024年,2.5,\n\
        孕产妇系统管理率（％）,2024,94.9,\n其中：农村孕产妇死亡率,2024,15.9,\n高中阶段毛入学率,2024,92,\n\
        九年义务教育巩固率,2024,95.9,百分比\n女性人均预期寿命,2024,80.88,岁\n剖宫产率,2024,\"45,3\",％\n";
    let read = table(text);
    assert_eq!((read.read, read.observations.len()), (10, 9));
    let lines: Vec<String> = read.refused[0].lines(Language::Chinese).collect();
    assert_eq!(lines, ["t.csv:11:3: “value”列：无法将“45,3”读作数值：第3个字符“,”是千分位，不是小数点"]);
}

#[test]
fn roster_rows_are_read_as_strictly_as_rows_of_data() {
    let read = |text: &str| rosters::read(&Catalogue::hangjin(), "r.csv", text).unwrap();
    let names = |text: &str| {
        let read = read(text);
        (read.rosters.len(), read.refused.len(), read.incomplete.len() + usize::from(read.none_used))
    };
    let good = "area,unit_kind,year,unit_id\nA,township,2024,甲镇\n";
    assert_eq!(names(good), (1, 0, 0));
    assert_eq!(names(&format!("{good}A,township,2024\n")), (0, 1, 1));
    assert_eq!(names(&format!("{good}A,township,2024,\u{200b}\n")), (0, 1, 1));
    assert_eq!(names(&format!("{good}A,township,2024,乙镇,丙镇\n")).0, 0);
    assert!(
        rosters::read(
            &Catalogue::hangjin(),
            "r.csv",
            &format!("{good}A,township,2024,\"乙镇\nA,township,2024,丙镇\n")
        )
        .is_err()
    );
}

// Areas, kinds and units of rosters are one however they are written, and so is the word for none.
#[test]
fn names_in_rosters_are_folded() {
    let read = |rows: &str| {
        let text = format!("area,unit_kind,year,unit_id,size\n{rows}");
        rosters::read(&Catalogue::hangjin(), "r.csv", &text).unwrap()
    };
    let one = read("Ａ１,苏木镇,2024,Ｂ镇,\na1,Township,２０２４,B 镇,\nA1,乡镇,2024,丙镇①,\n");
    assert_eq!((one.rosters.len(), one.refused.len()), (1, 0));
    let members: Vec<&str> = one.rosters[0].members.iter().map(|member| &*member.id).collect();
    // Each writing is handed on, and they count as one unit.
    assert_eq!(members, ["Ｂ镇", "B 镇", "丙镇①"]);
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([]).with_rosters(one.rosters);
    assert!(
        !data.findings().iter().any(|finding| matches!(finding.kind, FindingKind::RosterNamesAlike { .. }))
    );
    for none in ["None", "ｎｏｎｅ", " 无 ", "无。"] {
        let read = read(&format!("A,苏木镇,2024,{none},\n"));
        assert!(read.rosters[0].members.is_empty(), "{none}");
    }
    // None beside a unit, and two sizes, are contradictions in whatever writing.
    for rows in ["A,苏木镇,2024,无,\nＡ,township,2024,甲镇,\n", "A,村,2024,甲村,3\nA,village,2024,甲 村,4\n"]
    {
        let read = read(rows);
        assert_eq!((read.rosters.len(), read.refused.len(), read.incomplete.len()), (0, 1, 1), "{rows}");
    }
    // A row of the same kind in other words tears the roster.
    let torn = read("A,苏木镇,2024,甲镇,\nA,Township,2024,,\n");
    assert_eq!((torn.rosters.len(), torn.incomplete.len()), (0, 1));
}

#[test]
fn headers_with_what_cannot_be_seen_and_files_of_many_titles() {
    let read = table("\u{feff}indicator,period\u{200b},val ue\n孕产妇死亡率,2024,14.3\n");
    assert_eq!(read.observations.len(), 1);
    let many = "说明\n".repeat(60) + "indicator,period,value\n孕产妇死亡率,2024,14.3\n";
    let wrong =
        dabiao_tables::observations::read(&Catalogue::hangjin(), "t.csv", &many, &Names::new()).unwrap_err();
    assert!(wrong.zh.starts_with("前50行里没有找到表头：缺少“指标”“年份”列"), "{}", wrong.zh);
}

// A remark that says nothing but how settled a value is, or that it is a forecast, is heard where the status is silent.
#[test]
fn a_status_in_the_remarks() {
    let read = |remark: &str, status: &str| {
        let text = format!("indicator,period,value,状态,备注\n孕产妇死亡率,2024,14.3,{status},{remark}\n");
        let read = table(&text);
        let told: Vec<String> =
            read.refused.iter().flat_map(|refusal| refusal.lines(Language::Chinese)).collect();
        (read.observations.first().map(|row| row.status), told.join(""))
    };
    use dabiao::data::Status;
    assert_eq!(read("快报数", "").0, Some(Status::Provisional));
    assert_eq!(read("快报数", "年报").0, Some(Status::Final));
    for remark in ["", "见公报", "上年为预计数，今年已核实"] {
        assert_eq!(read(remark, ""), (Some(Status::Final), String::new()), "{remark}");
    }
    let (none, told) = read("预计数", "");
    assert_eq!(none, None);
    assert_eq!(told, "t.csv:2:5: “备注”列：无法将“预计数”读作状态：预测数不是实际数，不能填报");
    assert_eq!(read("未填报", "").0, None);
}

// A unit in the header of the values that the cell contradicts is named at the cell.
#[test]
fn a_unit_in_the_header_of_the_values() {
    let read =
        table("indicator,period,数值（％）\n九年义务教育巩固率,2024,95.9\n九年义务教育巩固率,2023,959‰\n");
    assert_eq!(read.observations.len(), 1);
    let lines: Vec<String> = read.refused[0].lines(Language::Chinese).collect();
    assert_eq!(lines, ["t.csv:3:3: “数值（％）”列：单位“%”不能使用：数值里写的是“‰”，请只留一个"]);
}
