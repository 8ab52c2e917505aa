//! What a report says of a broken relation: the findings, the flag on the row, the remark; never another verdict.

use dabiao::data::FindingKind;
use dabiao::json::PlanDocument;
use dabiao::text::{Language, notes};
use dabiao::{Catalogue, Evaluator, Record, Report, Year};
use serde_json::json;

use super::Sheet;

const NEONATAL: &str = "children.health.g3.neonatal-mortality-rate";
const INFANT: &str = "children.health.g3.infant-mortality-rate";
const MATERNAL: &str = "women.health.g2.maternal-mortality-ratio";

fn report(sheet: &Sheet, year: i16) -> Report {
    let catalogue = Catalogue::hangjin();
    let data = sheet.data(&catalogue);
    Evaluator::new(&catalogue).report(data.area_or_empty(""), Year::literal(year)).expect("a report")
}

fn doubtful(report: &Report) -> Vec<&str> {
    report.rows.iter().filter(|row| row.doubtful).map(|row| &*row.target.id).collect()
}

#[test]
fn a_broken_must_makes_its_values_doubtful_and_changes_no_verdict() {
    let infant = Sheet::default().told("婴儿死亡率", "2024", "2.9‰");
    let broken = infant.clone().told("新生儿死亡率", "2024", "3.1‰").told("孕产妇死亡率", "2024", "11/10万");
    let (clean, odd) = (report(&infant, 2024), report(&broken, 2024));
    assert_eq!(doubtful(&clean), Vec::<&str>::new());
    assert_eq!(doubtful(&odd), [NEONATAL, INFANT]);
    let verdict = |report: &Report, id| report.row(id).expect("a row").assessment().clone();
    assert_eq!(format!("{:?}", verdict(&clean, INFANT)), format!("{:?}", verdict(&odd, INFANT)));
    let row = odd.row(NEONATAL).expect("a row");
    assert!(notes(row, Language::Chinese).contains(&"数据存疑，见数据审核".to_owned()));
    assert!(notes(row, Language::English).contains(&"doubtful data: see the audit".to_owned()));
    let relations =
        odd.findings.iter().filter(|finding| matches!(finding.kind, FindingKind::RelationBroken(_)));
    assert_eq!(relations.count(), 1);
    let wire = serde_json::to_value(&odd).expect("a report is written");
    assert_eq!(wire["findings"][0]["finding"]["kind"], "relation_broken");
    let flags = wire["rows"].as_array().expect("rows").iter().filter(|row| row["doubtful"] == true).count();
    assert_eq!(flags, 2);
    let back: Report = serde_json::from_value(wire).expect("a report is read");
    assert_eq!(back.findings, odd.findings);
}

// What only should hold is looked at again; the verdict is not doubtful for it.
#[test]
fn a_broken_should_makes_nothing_doubtful() {
    let sheet = Sheet::default().told("孕产妇死亡率", "2024", "900/10万");
    let report = report(&sheet, 2024);
    assert_eq!(doubtful(&report), Vec::<&str>::new());
    assert_eq!(report.findings.len(), 1);
}

// A report looks no further than its year, and an earlier year's mistake does not make this year's value doubtful.
#[test]
fn another_year_is_another_year() {
    let sheet = Sheet::default()
        .told("新生儿死亡率", "2024", "3.1‰")
        .told("婴儿死亡率", "2024", "2.9‰")
        .told("新生儿死亡率", "2025", "2.8‰")
        .told("婴儿死亡率", "2025", "2.9‰");
    assert_eq!(doubtful(&report(&sheet, 2025)), Vec::<&str>::new());
    assert_eq!(report(&sheet, 2025).findings.len(), 1);
    let before = Sheet::default()
        .told("婴儿死亡率", "2023", "2.9‰")
        .told("新生儿死亡率", "2024", "3.1‰")
        .told("婴儿死亡率", "2024", "2.9‰");
    assert_eq!(report(&before, 2023).findings, []);
}

fn row(indicator: &'static str, residence: &'static str, value: &'static str) -> dabiao::Record<'static> {
    dabiao::Record { indicator, period: "2024", residence, value, ..Default::default() }
}

// A gap is as doubtful as its strata.
#[test]
fn a_gap_of_doubtful_strata() {
    let sheet = Sheet::default()
        .row(row("孕产妇死亡率", "", "16/10万"))
        .row(row("孕产妇死亡率", "城镇", "12.5/10万"))
        .row(row("孕产妇死亡率", "农村牧区", "14.9/10万"));
    assert_eq!(
        doubtful(&report(&sheet, 2024)),
        [MATERNAL, "women.health.g2.maternal-mortality-ratio.urban-rural-gap"]
    );
}

// A doubtful rate of the whole leaves the gap between its strata as it is.
#[test]
fn a_gap_beside_a_doubtful_whole() {
    let sheet = Sheet::default()
        .row(row("新生儿死亡率", "", "3.1‰"))
        .row(row("婴儿死亡率", "", "2.9‰"))
        .row(row("婴儿死亡率", "城镇", "2.5‰"))
        .row(row("婴儿死亡率", "农村牧区", "3.3‰"));
    assert_eq!(doubtful(&report(&sheet, 2024)), [NEONATAL, INFANT]);
}

/// A plan of one share that has to rise, to be reached by every township and to be alike for both sexes, and that is no more than
/// another.
fn shares() -> Catalogue {
    let share =
        |id: &str, zh: &str| json!({ "id": id, "zh": zh, "en": id, "unit": "percent", "kind": "share" });
    let target = |id: &str, indicator: &str, rule: serde_json::Value| {
        json!({ "id": id, "clause": { "section": "goal", "domain": 1, "item": "1", "words": "（自拟）" },
                "indicator": indicator, "rule": rule, "timing": { "kind": "by_year", "due": 2030 } })
    };
    let mut units = target("units", "part", json!({ "kind": "at_least", "value": "40" }));
    units["scope"] = json!({ "every_unit": "township" });
    let gap = json!({ "id": "gap", "zh": "两性差距", "en": "gap", "unit": "percentage_points", "kind": "value_only",
                      "gap": { "of": "part", "between": "sexes", "unit_kind": "", "measure": "difference" } });
    let value = |indicator: &str| json!([{ "of": "value", "indicator": indicator }]);
    let document = json!({
        "plan": { "id": "ours", "letter": "O", "zh": "我县规划", "en": "our plan", "document": "某政发〔2021〕1号",
                  "issued": "2021-01-01", "first": 2021, "last": 2030, "domains": ["健康"] },
        "indicators": [share("part", "筛查率"), share("most", "覆盖率"), gap],
        "targets": [
            target("rise", "part", json!({ "kind": "improves", "better": "higher", "qualifier": "plain" })),
            units,
            target("gap", "gap", json!({ "kind": "at_most", "value": "30" })),
        ],
        "relations": [{ "id": "ours.1", "level": "must", "zh": "关系", "en": "a relation",
                        "says": { "order": { "left": value("part"), "right": value("most") } } }],
    });
    let mut catalogue = Catalogue::new();
    PlanDocument::add(&mut catalogue, &document).expect("a sound plan");
    catalogue
}

// Of all cells in which the relation may be broken, those count that the target's value is made of, in their year.
#[test]
fn a_row_is_as_doubtful_as_the_cells_of_its_value() {
    let catalogue = shares();
    let cell = |period: &'static str| Record { period, ..Record::default() };
    let unit = |period, unit_kind| Record { unit_kind, unit_id: "A", ..cell(period) };
    let cells = [
        ("the baseline", cell("2020")),
        ("the whole", cell("2024")),
        ("the countryside", Record { residence: "农村", ..cell("2024") }),
        ("women", Record { sex: "女", ..cell("2024") }),
        ("men", Record { sex: "男", ..cell("2024") }),
        ("a township", unit("2024", "township")),
        ("it in 2023", unit("2023", "township")),
        ("a village", unit("2024", "village")),
    ];
    for (id, doubted) in
        [("rise", &["the whole"][..]), ("units", &["the whole", "a township"]), ("gap", &["women", "men"])]
    {
        let doubtful = |broken: &str| {
            let rows = cells.iter().flat_map(|(name, cell)| {
                let most = if *name == broken { "40%" } else { "60%" };
                [("part", "50%"), ("most", most)].map(|(indicator, value)| Record {
                    indicator,
                    value,
                    ..*cell
                })
            });
            let rows = rows.map(|row| row.read(&catalogue).expect("a readable row"));
            let data = catalogue.data(rows);
            let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), Year::literal(2024));
            report.expect("a report").row(id).expect("a row").doubtful
        };
        let found: Vec<&str> = cells.iter().map(|(name, _)| *name).filter(|name| doubtful(name)).collect();
        assert_eq!(found, doubted, "{id}");
    }
}
