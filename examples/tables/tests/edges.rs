//! The edges of text tables: what a CSV file says is what the same rows say by the JSON API, and no line is lost.

use dabiao::data::FindingKind;
use dabiao::{Catalogue, Evaluator, Language, Report, Year, json};
use dabiao_tables::observations::{Names, Table, read};
use dabiao_tables::rosters;

fn table(text: &str) -> Table {
    read(&Catalogue::hangjin(), "t.csv", text, &Names::new()).unwrap()
}

fn report(table: &Table) -> Report {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(table.observations.iter().chain(&table.unread).cloned());
    Evaluator::new(&catalogue).report_on(data.area_or_empty("A"), Year::literal(2024), |_| true).unwrap()
}

#[test]
fn a_table_and_the_json_api_give_one_report() {
    let header = [
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
        "status",
    ];
    let rows = [
        ["孕产妇死亡率（1/10万）", "A", "", "", "", "", "2023 年", "15.1", "", ""],
        ["孕产妇死亡率（1/10万）", "Ａ", "", "", "", "", "2024", "14.3（快报）", "", ""],
        ["其中：农村孕产妇死亡率", "A", "", "", "", "", "2024", "15.9", "1/10万", "p"],
        [
            "5岁以下儿童死亡率",
            "A",
            "",
            "",
            "",
            "Female",
            "2024",
            "13.5",
            "\"Deaths per 1,000 live births\"",
            "Normal value",
        ],
        ["婴儿死亡率", "A", "", "", "", "", "2024", "9O", "‰", ""],
        ["适龄儿童免疫规划疫苗接种率", "A", "苏木镇", "甲 镇", "", "", "2024", "96.4％", "", ""],
        ["适龄儿童免疫规划疫苗接种率", "A", "township", "乙镇", "", "", "2024", "8B", "", ""],
        ["没有的指标", "A", "", "", "", "", "2024", "1", "", ""],
    ];
    let mut text = header.join(",") + "\r\n";
    for row in rows {
        text += &(row.join(",") + "\r\n");
    }
    let read = table(&text);
    assert_eq!((read.read, read.observations.len(), read.refused.len(), read.unread.len()), (8, 5, 3, 2));
    let wire: Vec<serde_json::Value> = rows
        .iter()
        .map(|row| {
            header
                .iter()
                .zip(row)
                .map(|(name, cell)| ((*name).to_owned(), serde_json::Value::from(cell.trim_matches('"'))))
                .collect::<serde_json::Map<_, _>>()
                .into()
        })
        .collect();
    let request = serde_json::json!({ "year": 2024, "area": "A", "observations": wire }).to_string();
    let by_json = json::Request::read(&request).unwrap().report().unwrap();
    let plain = |mut report: Report| {
        // A table lists its refused rows apart, with file and line; the API among the findings.
        report.findings.retain(|finding| {
            !matches!(finding.kind, FindingKind::Unreadable { .. } | FindingKind::UnknownIndicator { .. })
        });
        report.findings.iter_mut().for_each(|finding| finding.source = "".into());
        for finding in &mut report.findings {
            if let FindingKind::PartNotAsked { first, .. } = &mut finding.kind {
                first.clear();
            }
        }
        for row in &mut report.rows {
            row.judgement.assessment.evidence.iter_mut().for_each(|evidence| evidence.source = "".into());
        }
        serde_json::to_value(&report).unwrap()
    };
    assert_eq!(plain(report(&read)), plain(by_json));
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
    let read = |text: &str| rosters::read("r.csv", text).unwrap();
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
        rosters::read("r.csv", &format!("{good}A,township,2024,\"乙镇\nA,township,2024,丙镇\n")).is_err()
    );
}
