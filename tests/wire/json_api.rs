//! What a request may leave out, what is told about its rows, and that it gives what the library gives.

use dabiao::indicators::{INFANT_MORTALITY_RATE, MATERNAL_MORTALITY_RATIO};
use dabiao::json::{self, Request};
use dabiao::{
    Catalogue, Evaluator, Outcome, Year,
    values::{cases, per_100k},
};
use serde_json::{Value, json};

fn answer(request: &Value) -> Value {
    let text = json::evaluate(request.to_string().as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    serde_json::from_str(&text).unwrap()
}

fn refused(request: &Value) -> Vec<(String, String)> {
    let refusal = json::evaluate(request.to_string().as_bytes()).unwrap_err();
    refusal.errors.into_iter().map(|problem| (problem.path, problem.message)).collect()
}

#[test]
fn the_json_api_gives_what_the_library_gives() {
    let catalogue = Catalogue::hangjin();
    let year = Year::literal(2024);
    let rows = [
        MATERNAL_MORTALITY_RATIO.observe(Year::literal(2023), per_100k("15.1")),
        MATERNAL_MORTALITY_RATIO.observe(year, per_100k("14.3")),
        INFANT_MORTALITY_RATE.observe(year, cases(4).of(800)),
    ];
    let placed = rows
        .iter()
        .enumerate()
        .map(|(place, row)| row.clone().in_area("150625").from_source(format!("observations[{place}]")));
    let data = catalogue.data(placed);
    let report = Evaluator::new(&catalogue).report(data.area("150625").unwrap(), year).unwrap();
    let request = json!({ "year": 2024, "area": "150625", "observations": rows });
    assert_eq!(answer(&request), serde_json::to_value(&report).unwrap());
}

#[test]
fn rows_and_rosters_without_an_area_belong_to_the_one_that_is_judged() {
    let row = json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12" });
    let other = json!({ "indicator": "孕产妇死亡率", "period": 2023, "value": "12", "area": "150625" });
    for request in [
        json!({ "year": 2024, "observations": [row, other] }),
        json!({ "year": 2024, "area": "150625", "observations": [row] }),
        json!({ "year": 2024, "observations": [row], "rosters": [{ "area": "150625", "kind": "township", "year": 2024, "members": [] }] }),
    ] {
        let report = answer(&request);
        assert_eq!(report["area"], "150625");
        assert_eq!(report["rows"][3]["assessment"]["outcome"], "met");
        assert_eq!(report["findings"], json!([]));
    }
}

#[test]
fn rows_of_other_areas_are_counted_and_not_judged() {
    let row = |area: &str, value: &str| json!({ "indicator": "孕产妇死亡率", "area": area, "period": 2024, "value": value });
    let report = answer(&json!({
        "year": 2024, "area": "150625", "observations": [row("150625", "12"), row("150622", "99"), row("150622", "98")]
    }));
    assert_eq!(report["rows"][3]["assessment"]["outcome"], "met");
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["findings"][0]["finding"], json!({ "kind": "other_area", "rows": 2 }));
    let errors =
        refused(&json!({ "year": 2024, "observations": [row("150625", "12"), row("150622", "99")] }));
    assert_eq!(errors[0].0, "area");
}

#[test]
fn rosters_of_other_areas_are_counted() {
    let roster = |area: &str| json!({ "area": area, "kind": "township", "year": 2024, "members": [] });
    let report =
        answer(&json!({ "year": 2024, "area": "150625", "rosters": [roster("150625"), roster("150622")] }));
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["findings"][0]["finding"], json!({ "kind": "other_area", "rows": 1 }));
    assert_eq!(report["findings"][0]["source"], "rosters");
}

/// Programs write codes as numbers and years as texts, in rosters as in rows.
#[test]
fn a_roster_may_be_written_as_rows_are() {
    let row = json!({ "indicator": "适龄儿童免疫规划疫苗接种率", "area": 150625, "unit_kind": "township", "unit_id": 150625100,
        "period": "2024", "value": "96%" });
    let judged = |roster: Value| {
        let request = json!({ "year": 2024, "judge": ["children.health.g6.immunisation-coverage"], "area": "150625",
            "observations": [row], "rosters": [roster] });
        let report = answer(&request);
        (report["rows"][0]["assessment"]["outcome"].clone(), report["findings"].clone())
    };
    let met = (json!("met"), json!([]));
    let plain = json!({ "area": "150625", "kind": "township", "year": 2024, "members": [{ "id": "150625100", "size": 12 }] });
    assert_eq!(judged(plain), met);
    for year in [json!("2024"), json!("2024年"), json!(2024.0)] {
        for size in [json!("12"), json!(12.0), json!(""), json!(" 1,200人"), json!(null)] {
            let roster = json!({ "area": 150625, "kind": "township", "year": year, "members": [{ "id": 150625100, "size": size }] });
            assert_eq!(judged(roster), met);
        }
    }
    // A second unit, given as a number with decimals of zero, is silent.
    let two = json!({ "area": 150625, "kind": "township", "year": "2024",
        "members": [{ "id": 150625100 }, { "id": 150625101.0 }] });
    assert_eq!(judged(two).0, "undetermined");
    // A unit that cannot be held leaves the roster incomplete, whatever the codes are.
    let torn = r#"{"area":150625,"kind":"township","year":"2024年","members":[{"id":"\ud800"}]}"#;
    let text = json!({ "year": 2024, "judge": ["children.health.g6.immunisation-coverage"], "area": "150625",
        "observations": [row], "rosters": ["*"] });
    let report = json::evaluate(text.to_string().replace("\"*\"", torn).as_bytes()).unwrap();
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["rows"][0]["assessment"]["outcome"], "undetermined");
    assert_eq!(report["findings"][0]["source"], "rosters[0].members[0].id");
    for size in [json!("12,34"), json!("-1"), json!(1.5), json!("0.5"), json!(9_007_199_254_740_993.0)] {
        let roster = json!({ "area": "A", "kind": "township", "year": 2024, "members": [{ "id": "B", "size": size }] });
        let errors = refused(&json!({ "year": 2024, "observations": [row], "rosters": [roster] }));
        assert_eq!(errors[0].0, "rosters[0].members[0].size", "{size}");
    }
    for year in [json!("2O24"), json!("2023-2024学年"), json!(2024.5), json!(true)] {
        let roster = json!({ "area": 150625, "kind": "township", "year": year, "members": [] });
        let errors = refused(&json!({ "year": 2024, "observations": [row], "rosters": [roster] }));
        assert_eq!(errors[0].0, "rosters[0].year", "{year}");
    }
}

/// One row of each kind that cannot be read, each with its path and what would be right; the good row among them is judged.
#[test]
fn a_row_that_cannot_be_read_is_named_with_its_path() {
    let cases = [
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": 14.3 }), "value", "as text"),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": 14 }), "value", "as text"),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": true }), "value", "as text"),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": ["1"] }), "value", "an array"),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": { "number": "1" } }),
            "value",
            "an object",
        ),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": null }), "value", "empty"),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "1e" }), "value", "unexpected `e`"),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "Infinity" }),
            "value",
            "unexpected `I`",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "NaN" }),
            "value",
            "means different things",
        ),
        (json!({ "indicator": "孕产妇死亡率", "period": 2024.5, "value": "12" }), "period", "whole number"),
        (json!({ "indicator": "孕产妇死亡率", "period": 24, "value": "12" }), "period", "four digits"),
        (json!({ "indicator": "孕产妇死亡率", "value": "12" }), "period", "write a year"),
        (json!({ "period": 2024, "value": "12" }), "indicator", "no indicator"),
        (json!({ "indicator": 7, "period": 2024, "value": "12" }), "indicator", "write text"),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "unit": "/10wan" }),
            "unit",
            "as a unit",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "numerator": 1.5, "denominator": 8 }),
            "numerator",
            "whole number",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "numerator": -1, "denominator": 8 }),
            "numerator",
            "whole number",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "numerator": 1 }),
            "denominator",
            "its denominator",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "break": "perhaps" }),
            "break",
            "口径变化",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "residence": "hill" }),
            "residence",
            "urban",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "unit_kind": "township" }),
            "unit_id",
            "which unit",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "status": "forecast" }),
            "status",
            "forecast",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "status": "suppressed" }),
            "status",
            "leave one",
        ),
        (
            json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12", "interval": { "low": { "number": "1", "included": true } } }),
            "value",
            "an interval",
        ),
    ];
    for (row, column, words) in cases {
        let good = json!({ "indicator": "婴儿死亡率", "period": 2024, "value": "4.0" });
        let read = Request::read(&json!({ "year": 2024, "observations": [good, row] }).to_string()).unwrap();
        assert_eq!(read.observations.len(), 1, "{row}");
        assert_eq!(
            read.findings[0].source.as_deref(),
            Some(&*format!("observations[1].{column}")),
            "{row}: {:?}",
            read.findings
        );
        assert!(read.findings[0].to_string().contains(words), "{row}: {}", read.findings[0]);
        let report = read.report().unwrap();
        let judged = |row: &&dabiao::report::Row| row.target.indicator == "infant-mortality-rate";
        assert_eq!(report.rows.iter().find(judged).unwrap().assessment().outcome, Outcome::Met);
    }
}

#[test]
fn what_is_wrong_with_the_whole_is_refused_with_its_path() {
    let paths = |request: Value| refused(&request).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(paths(json!({})), ["year"]);
    assert_eq!(
        paths(json!({ "year": "2024", "odd": 1, "languages": ["fr"], "settings": [], "rosters": [7] })),
        ["odd", "year", "languages[0]", "settings", "rosters[0]"]
    );
    assert_eq!(paths(json!({ "year": "2024" })), ["year"]);
    assert_eq!(paths(json!({ "year": 2019 })), ["year"]);
    assert_eq!(paths(json!({ "year": 2024, "observation": [] })), ["observation"]);
    assert_eq!(
        paths(json!({ "year": 2024, "observations": [{}, { "valeu": "1" }] })),
        ["observations[1].valeu"]
    );
    assert_eq!(
        paths(json!({ "year": 2024, "observations": [{}, { "value": 1, "value ": 2 }] })),
        ["observations[1].value "]
    );
    assert_eq!(paths(json!({ "year": 2024, "languages": ["zh", "fr"] })), ["languages[1]"]);
    assert_eq!(
        paths(json!({ "year": 2024, "rosters": [{ "kind": "township", "year": 2024 }] })),
        ["rosters[0]"]
    );
    assert_eq!(
        paths(
            json!({ "year": 2024, "settings": { "around_tolerance": "-1", "statistics": { "alpha": "1" } },
                      "judge": ["women", "men"] })
        ),
        ["settings.statistics.alpha", "settings.around_tolerance", "judge[1]"]
    );
    let bound =
        json!({ "target": "women.environment.s7.good-air-quality-rate", "value": "120", "better": "higher" });
    assert_eq!(
        paths(
            json!({ "year": 2024, "settings": { "host_bounds": [bound], "outlook": { "milestones": [{ "target": "x", "year": 2025, "value": "1" }] } } })
        ),
        ["settings.outlook.milestones[0].target", "settings.host_bounds[0].value"]
    );
}

/// Serde would take the fields of an object as a list in their order, where a slip in the order is a slip in the value.
#[test]
fn a_list_stands_for_no_object() {
    let paths = |request: Value| refused(&request).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    let roster = json!({ "area": "150625", "kind": "township", "year": 2024, "members": [["锡尼镇", 900]] });
    let listed = json!(["150625", "township", 2024, []]);
    assert_eq!(
        paths(json!({ "year": 2024, "rosters": [roster, listed] })),
        ["rosters[0].members[0]", "rosters[1]"]
    );
    for (settings, at) in [
        (json!([]), "settings"),
        (json!({ "host_bounds": [["x", "1", "lower"]] }), "settings.host_bounds[0]"),
        (json!({ "outlook": [] }), "settings.outlook"),
        (json!({ "outlook": { "milestones": [["x", 2025, "1"]] } }), "settings.outlook.milestones[0]"),
        (json!({ "statistics": ["0.05"] }), "settings.statistics"),
    ] {
        assert_eq!(paths(json!({ "year": 2024, "settings": settings })), [at]);
    }
}

#[test]
fn single_targets_can_be_judged_alone() {
    let report = answer(&json!({ "year": 2024, "judge": ["women.health.g2.maternal-mortality-ratio"] }));
    assert_eq!(report["rows"].as_array().unwrap().len(), 1);
    assert_eq!(report["rollup"]["total"]["total"], 1);
}

#[test]
fn sentences_come_when_they_are_asked_for() {
    let mut request = json!({ "year": 2024, "judge": ["women.health.g2.maternal-mortality-ratio"],
        "observations": [{ "indicator": "孕产妇死亡率", "period": 2024, "value": "14.3" }] });
    assert_eq!(answer(&request)["rows"][0].get("texts"), None);
    request["languages"] = json!(["en", "zh"]);
    let texts = answer(&request)["rows"][0]["texts"].clone();
    assert!(texts["zh"]["verdict"].as_str().unwrap().contains("比目标值高2.3/10万"), "{texts}");
    assert!(
        texts["en"]["verdict"].as_str().unwrap().contains("2.3 per 100,000 above the target value"),
        "{texts}"
    );
    assert!(texts["zh"]["standing"].as_str().unwrap().contains("未到期"), "{texts}");
}

#[test]
fn a_batch_answers_each_request_by_itself() {
    let one = json!({ "year": 2024, "judge": ["women.health.g2.maternal-mortality-ratio"] });
    let answers = answer(&json!([one, { "year": 2024, "odd": 1 }, one]));
    assert_eq!(answers[0]["report"], answer(&one));
    assert_eq!(answers[2]["report"], answer(&one));
    assert_eq!(answers[1]["errors"][0]["path"], "odd");
    assert_eq!(answer(&json!([])), json!([]));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_request() {
    let text = "\u{feff}{ \"year\": 2024, \"judge\": [\"women.health.g2.maternal-mortality-ratio\"] }";
    assert!(json::evaluate(text.as_bytes()).is_ok());
}

/// A host's bound that no rule looks at, or that says the contrary of its rule, and milestones that are none.
#[test]
fn settings_without_effect_are_named() {
    const MMR: &str = "women.health.g2.maternal-mortality-ratio";
    let catalogue = dabiao::Catalogue::hangjin();
    let open =
        catalogue.targets().find(|target| matches!(target.rule, dabiao::Rule::HostBound { .. })).unwrap();
    let better = match open.rule.better() {
        dabiao::plan::Better::Higher => ["higher", "lower"],
        dabiao::plan::Better::Lower => ["lower", "higher"],
    };
    let bound = |target: &str, better: &str| json!({ "target": target, "value": "8", "better": better });
    let stone = |year: i32| json!({ "target": MMR, "year": year, "value": "13" });
    let request = |bounds: Value, stones: Value| {
        json!({ "year": 2024, "judge": [MMR],
        "settings": { "host_bounds": bounds, "outlook": { "milestones": stones } } })
    };
    let found = refused(&request(
        json!([bound(MMR, "lower"), bound(&open.id, better[1])]),
        json!([stone(2025), stone(2030), stone(2025), stone(2020)]),
    ));
    let paths: Vec<&str> = found.iter().map(|(path, _)| &**path).collect();
    assert_eq!(
        paths,
        [
            "settings.host_bounds[0].target",
            "settings.host_bounds[1].better",
            "settings.outlook.milestones[1].year",
            "settings.outlook.milestones[2]",
            "settings.outlook.milestones[3].year"
        ],
        "{found:?}"
    );
    answer(&request(json!([bound(&open.id, better[0])]), json!([stone(2021), stone(2025), stone(2029)])));
    // What is only watched takes a bound of either way.
    let watched = catalogue.targets().find(|target| target.rule == dabiao::Rule::Monitored).unwrap();
    for way in better {
        answer(&request(json!([bound(&watched.id, way)]), json!([])));
    }
}

/// Who is responsible is told of a target or of an indicator; a name of neither is refused.
#[test]
fn an_owner_of_nothing_is_refused() {
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let request = |of: &[&str]| {
        let owners: Vec<Value> = of.iter().map(|of| json!({ "of": of, "bodies": ["旗卫健委"] })).collect();
        json!({ "year": 2024, "settings": { "owners": owners } })
    };
    answer(&request(&[&target.id, &target.indicator]));
    let found = refused(&request(&[&target.id, "women.health.g2.nothing", "nothing"]));
    let paths: Vec<&str> = found.iter().map(|(path, _)| &**path).collect();
    assert_eq!(paths, ["settings.owners[1].of", "settings.owners[2].of"]);
}

/// What comes near an unknown name is looked up for the first hundred of a list.
#[test]
fn a_hundred_unknown_targets_are_helped() {
    let bounds: Vec<Value> = (0..102)
        .map(|_| json!({ "target": "women.health.g2.maternal-mortality-rati", "year": 2024, "value": "8", "better": "lower" }))
        .collect();
    let found = refused(&json!({ "year": 2024, "settings": { "host_bounds": bounds } }));
    let helped = found.iter().filter(|(_, message)| message.contains("maternal-mortality-ratio")).count();
    assert_eq!((found.len(), helped), (102, 100));
}

/// An interval that is none is the row's own trouble.
#[test]
fn a_row_with_an_interval_that_is_none_is_refused_alone() {
    let row = |interval: Value| json!({ "indicator": "孕产妇死亡率", "period": 2023, "interval": interval });
    let report = answer(
        &json!({ "year": 2024, "judge": ["women.health.g2.maternal-mortality-ratio"], "observations": [
        row(json!({})),
        row(json!([["5", true], null])),
        row(json!({ "low": { "number": "9", "included": true }, "high": { "number": "1", "included": true } })),
        { "indicator": "孕产妇死亡率", "period": 2024, "value": "12" },
    ] }),
    );
    assert_eq!(report["rows"][0]["assessment"]["outcome"], "met");
    let sources: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["source"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["observations[0].interval", "observations[1].interval", "observations[2].interval"]);
}

// A plan that has not begun is not due beside one that has; alone it cannot be judged, nor can a year before both.
#[test]
fn a_later_plan_beside_the_present_one_is_not_due() {
    let later = |first: i32| {
        json!({
            "plan": { "id": "next", "letter": "N", "zh": "下一周期规划", "en": "the next plan", "document": "（自拟）",
                "issued": format!("{first}-08-09"), "first": first, "last": first + 9, "domains": ["健康"], "domains_en": [] },
            "indicators": [],
            "targets": [{ "id": "next.1", "clause": { "section": "goal", "domain": 1, "item": "1", "words": "（自拟）" },
                "indicator": "孕产妇死亡率", "rule": { "kind": "at_most", "value": "10" }, "timing": { "kind": "by_year", "due": first + 9 } },
                { "id": "next.2", "clause": { "section": "goal", "domain": 1, "item": "2", "words": "（自拟）" },
                "indicator": "婴儿死亡率", "rule": { "kind": "monitored" }, "timing": { "kind": "by_year", "due": first + 9 } }]
        })
    };
    let row = json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12" });
    let request = |year: i32, first: i32| json!({ "year": year, "plans": [later(first)], "observations": [row], "languages": ["zh", "en"] });
    let report = answer(&request(2024, 2031));
    let rows = report["rows"].as_array().unwrap();
    let of = |id: &str| rows.iter().find(|row| row["target"]["id"] == id).unwrap();
    assert_eq!(of("women.health.g2.maternal-mortality-ratio")["assessment"]["outcome"], "met");
    let next = of("next.1");
    assert_eq!(next["assessment"]["outcome"], "not_due");
    assert_eq!((next["judgement"].is_null(), &next["standing"]), (true, &json!("pending")));
    assert!(
        next["texts"]["zh"]["verdict"].as_str().unwrap().contains("尚未到期（目标：≤10/10万）"),
        "{}",
        next["texts"]
    );
    let watched = of("next.2");
    assert_eq!(
        (&watched["assessment"]["outcome"], &watched["standing"]),
        (&json!("not_judged"), &json!("not_judged"))
    );
    // From its baseline year on it is looked at, and still not due.
    let report = answer(&request(2024, 2025));
    let rows = report["rows"].as_array().unwrap();
    let next = rows.iter().find(|row| row["target"]["id"] == "next.1").unwrap();
    assert_eq!(
        (&next["assessment"]["outcome"], &next["assessment"]["value"]),
        (&json!("not_due"), &json!("12"))
    );
    let mut alone = request(2024, 2031);
    alone["judge"] = json!(["next"]);
    assert_eq!(refused(&alone)[0].0, "year");
    assert_eq!(refused(&request(2019, 2031))[0].0, "year");
}

// Letters may be written as escapes, as some writers do; a row may have all its columns.
#[test]
fn escapes_are_letters_and_every_column_may_stand() {
    let escaped = r#"{ "year": 2024, "observations": [
        { "indicator": "\u5b55\u4ea7\u5987\u6b7b\u4ea1\u7387", "period": "202\u0034", "value": "1\u0032.5", "unit": "\/10万" } ] }"#;
    let read = Request::read(escaped).unwrap();
    let plain = json!({ "year": 2024, "observations": [
        { "indicator": "孕产妇死亡率", "period": 2024, "value": "12.5", "unit": "/10万" } ] });
    assert_eq!(read.findings, []);
    assert_eq!(read.observations, Request::read(&plain.to_string()).unwrap().observations);

    let all = json!({ "year": 2024, "area": "150625", "observations": [{
        "indicator": "孕产妇死亡率", "area": "150625", "unit_kind": "", "unit_id": "", "residence": "", "sex": "", "age": "",
        "period": 2024, "value": "", "unit": "/10万", "numerator": null, "denominator": null, "status": "快报", "missing": null,
        "break": true, "source": "the yearbook", "interval": { "high": { "number": "12", "included": false } },
    }] });
    let read = Request::read(&all.to_string()).unwrap();
    assert_eq!(read.findings, []);
    let [row] = &read.observations[..] else { panic!("{:?}", read.observations) };
    assert!(row.source.as_deref().unwrap().ends_with("the yearbook") && row.break_before);
    assert!(matches!(row.datum, dabiao::data::Datum::Value(dabiao::values::Value::Interval(_))), "{row:?}");
}

// A column that is no text refuses its row, also one on which no verdict rests.
#[test]
fn a_column_of_another_kind_refuses_its_row() {
    for (column, odd) in
        [("source", json!(7)), ("source", json!(["a"])), ("residence", json!(1.5)), ("unit_id", json!({}))]
    {
        let mut row = json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12" });
        row[column] = odd;
        let read = Request::read(&json!({ "year": 2024, "observations": [row] }).to_string()).unwrap();
        assert_eq!((read.observations.len(), read.findings.len()), (0, 1), "{column}");
        assert_eq!(read.findings[0].source.as_deref(), Some(&*format!("observations[0].{column}")));
    }
}

#[test]
fn a_host_bound_lies_within_the_limits_of_its_indicator() {
    let catalogue = Catalogue::hangjin();
    let target =
        catalogue.targets().find(|target| matches!(target.rule, dabiao::Rule::HostBound { .. })).unwrap();
    let card = catalogue.indicator(&target.indicator).unwrap();
    assert_eq!(card.floor.to_string(), "0");
    let better = serde_json::to_value(target.rule.better()).unwrap();
    let with = |value: &str| {
        let bound = json!({ "target": target.id, "value": value, "better": better });
        json!({ "year": 2024, "settings": { "host_bounds": [bound] } })
    };
    for (value, possible) in [("-0.1", false), ("-5", false), ("0", true), ("0.1", true)] {
        let outcome = json::evaluate(with(value).to_string().as_bytes());
        assert_eq!(outcome.is_ok(), possible, "{value}: {outcome:.200?}");
        if let Err(refusal) = outcome {
            assert_eq!(refusal.errors[0].path, "settings.host_bounds[0].value");
        }
    }
    // The upper limit itself can be a value.
    let bounded = catalogue.targets().find(|target| {
        let ceiling = catalogue.indicator(&target.indicator).unwrap().ceiling;
        target.rule == dabiao::Rule::Monitored && ceiling.is_some_and(|most| most.to_string() == "100")
    });
    let bounded = &bounded.unwrap().id;
    for (value, possible) in [("100", true), ("100.1", false)] {
        let bound = json!({ "target": bounded, "value": value, "better": "higher" });
        let request = json!({ "year": 2024, "settings": { "host_bounds": [bound] } });
        assert_eq!(json::evaluate(request.to_string().as_bytes()).is_ok(), possible, "{value}");
    }
}

// Sentences are given in the languages that are asked for, one or both.
#[test]
fn sentences_in_one_language_or_both() {
    let row = json!({ "indicator": "孕产妇死亡率", "period": 2024, "value": "12" });
    for languages in [&[][..], &["zh"], &["en"], &["zh", "en"]] {
        let request = json!({ "year": 2024, "languages": languages, "observations": [row] });
        let text = json::evaluate(request.to_string().as_bytes()).unwrap();
        let report: Value = serde_json::from_str(&text).unwrap();
        let said: Vec<&str> = ["zh", "en"]
            .into_iter()
            .filter(|language| report["rows"][3]["texts"][language]["verdict"].is_string())
            .collect();
        assert_eq!(said, languages);
        let read: dabiao::Report = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), report, "read back and written again");
    }
}

// What is usual is not written: a plain value is its cell, the number and the unit.
#[test]
fn an_observation_writes_what_it_says() {
    let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("14.3"));
    let plain = json!({ "indicator": MATERNAL_MORTALITY_RATIO.id(), "period": "2024", "value": "14.3", "unit": "per_100k" });
    assert_eq!(serde_json::to_value(&row).unwrap(), plain);
    let broken = serde_json::to_value(row.after_break()).unwrap();
    assert_eq!(broken["break"], true);
}
