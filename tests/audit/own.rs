//! Relations that a host brings, as data, and what is wrong with them.

use dabiao::data::FindingKind;
use dabiao::json::PlanDocument;
use dabiao::values::{ReportingUnit, Unit, Value as Told};
use dabiao::{Catalogue, Observation, Record, Roster, Year};
use serde_json::{Value, json};

pub(crate) fn plan(relations: Value) -> Value {
    let indicator = |id: &str, zh: &str, unit: &str, kind: &str| json!({ "id": id, "zh": zh, "en": id, "unit": unit, "kind": kind });
    json!({
        "plan": { "id": "ours", "letter": "O", "zh": "我县规划", "en": "our plan", "document": "某政发〔2021〕1号", "issued": "2021-01-01",
                  "first": 2021, "last": 2030, "domains": ["健康"] },
        "indicators": [
            indicator("early-deaths", "早期新生儿死亡率", "per_mille", "events"),
            indicator("pupils", "在校生数", "persons", "value_only"),
            indicator("girls", "女生数", "persons", "value_only"),
            indicator("income", "人均收入", "yuan", "value_only"),
        ],
        "relations": relations,
    })
}

pub(crate) fn relation(id: &str, level: &str, says: Value) -> Value {
    json!({ "id": id, "level": level, "zh": "关系", "en": "a relation", "says": says })
}

pub(crate) fn value(indicator: &str) -> Value {
    json!({ "of": "value", "indicator": indicator })
}

#[test]
fn own_relations_find_what_they_say() {
    let document = plan(json!([
        relation(
            "ours.1",
            "must",
            json!({ "order": { "left": [value("早期新生儿死亡率")], "right": [value("neonatal-mortality-rate")] } })
        ),
        relation(
            "ours.2",
            "should",
            json!({ "part_of": { "left": [value("girls")], "right": [value("pupils")] } })
        ),
        relation(
            "ours.3",
            "should",
            json!({ "range": { "indicator": "人均收入", "low": "1000", "high": "200000" } })
        ),
    ]));
    let mut catalogue = Catalogue::hangjin();
    PlanDocument::add(&mut catalogue, &document).expect("a sound plan");
    let year = Year::literal(2024);
    let row = |id: &'static str, value: &str, unit| {
        Observation::new(id, year, Told::Number(value.parse().expect("a number")), unit)
    };
    let rows = [
        row("early-deaths", "2.8", Unit::PerMille),
        row("neonatal-mortality-rate", "2.5", Unit::PerMille),
        row("pupils", "800", Unit::Persons),
        row("girls", "801", Unit::Persons),
        row("income", "300", Unit::Yuan),
    ];
    let audit = catalogue.data(rows).area_or_empty("").audit();
    let found: Vec<&str> = super::broken(&audit).map(|broken| &*broken.relation).collect();
    assert_eq!(found, ["ours.1", "ours.2", "ours.3"]);
}

/// What does not hold of one relation of the host, with these rows of the year 2024.
fn found(says: Value, rows: &[(&'static str, Told, Unit)]) -> Vec<String> {
    let mut catalogue = Catalogue::hangjin();
    PlanDocument::add(&mut catalogue, &plan(json!([relation("ours.1", "must", says)])))
        .expect("a sound plan");
    let row = |(id, value, unit): &(&'static str, Told, Unit)| {
        Observation::new(*id, Year::literal(2024), *value, *unit)
    };
    let audit = catalogue.data(rows.iter().map(row)).area_or_empty("").audit();
    let own = super::broken(&audit).filter(|broken| broken.relation.starts_with("ours"));
    own.map(|broken| broken.relation.to_string()).collect()
}

fn printed(value: &str) -> Told {
    Told::Number(value.parse().expect("a number"))
}

// A fraction and a conversion of units: half of 1.0％ is 5‰, within 5.25 as it is printed.
#[test]
fn a_factor_beside_another_unit() {
    let half = json!({ "of": "value", "indicator": "caesarean-section-rate", "times": "1/2" });
    let says = json!({ "order": { "left": [value("early-deaths")], "right": [half] } });
    let told = |own: &str| {
        let rows = [
            ("early-deaths", printed(own), Unit::PerMille),
            ("caesarean-section-rate", printed("1.0"), Unit::Percent),
        ];
        found(says.clone(), &rows)
    };
    assert_eq!(told("5.3"), Vec::<String>::new());
    assert_eq!(told("5.4"), ["ours.1"]);
}

// 1.0％ is 10‰, and so more than 5‰ and less than 12‰.
#[test]
fn an_order_between_percentages_and_rates_per_thousand() {
    let told = |left: &str, right: &str, other: &str| {
        let rows = [
            ("caesarean-section-rate", printed("1.0"), Unit::Percent),
            ("early-deaths", printed(other), Unit::PerMille),
        ];
        found(json!({ "order": { "left": [value(left)], "right": [value(right)] } }), &rows)
    };
    assert_eq!(told("caesarean-section-rate", "early-deaths", "5.0"), ["ours.1"]);
    assert_eq!(told("caesarean-section-rate", "early-deaths", "12.0"), Vec::<String>::new());
    assert_eq!(told("early-deaths", "caesarean-section-rate", "12.0"), ["ours.1"]);
    assert_eq!(told("early-deaths", "caesarean-section-rate", "5.0"), Vec::<String>::new());
}

// Cases are counts where all of them have counts, else the values.
#[test]
fn cases_of_several_figures() {
    const IDS: [&str; 3] = ["early-deaths", "neonatal-mortality-rate", "infant-mortality-rate"];
    let told = |values: [Told; 3]| {
        let [one, other, all] = IDS.map(|id| json!({ "of": "cases", "indicator": id }));
        let rows: Vec<_> =
            IDS.into_iter().zip(values).map(|(id, value)| (id, value, Unit::PerMille)).collect();
        found(json!({ "order": { "left": [one, other], "right": [all] } }), &rows)
    };
    let counts = |numerator, denominator| Told::Counts(dabiao::values::Counts { numerator, denominator });
    assert_eq!(told(["2.0", "3.0", "5.0"].map(printed)), Vec::<String>::new());
    assert_eq!(told(["2.0", "3.0", "4.0"].map(printed)), ["ours.1"]);
    // 3 and 3 are more than 5, although 3‰ and 3‰ are less than 10‰.
    assert_eq!(told([counts(3, 1000), counts(3, 1000), counts(5, 500)]), ["ours.1"]);
    assert_eq!(told([counts(3, 1000), counts(3, 1000), counts(6, 500)]), Vec::<String>::new());
    // 3 and 3 are 6, although 6‰ and 6‰ are more than 6‰.
    assert_eq!(told([counts(3, 500), counts(3, 500), counts(6, 1000)]), Vec::<String>::new());
    // One of them printed: the values are held against each other, 3‰ and 3‰ against 4‰.
    assert_eq!(told([counts(3, 1000), counts(3, 1000), printed("4.0")]), ["ours.1"]);
    assert_eq!(told([counts(3, 1000), counts(3, 1000), printed("6.0")]), Vec::<String>::new());
}

// Ten cases are more than five pupils, however small the rate is that they make.
#[test]
fn cases_beside_a_number_of_things() {
    let deaths = json!({ "of": "numerator", "indicator": "neonatal-mortality-rate" });
    let told = |cases: u64| {
        let counts = Told::Counts(dabiao::values::Counts { numerator: cases, denominator: 10_000 });
        let rows =
            [("neonatal-mortality-rate", counts, Unit::PerMille), ("pupils", printed("5"), Unit::Persons)];
        found(json!({ "order": { "left": [deaths], "right": [value("pupils")] } }), &rows)
    };
    assert_eq!(told(10), ["ours.1"]);
    assert_eq!(told(6), ["ours.1"]);
    assert_eq!(told(5), Vec::<String>::new());
}

// More than 2 and 3 are more than 5; 2 or more and 3 may be 5.
#[test]
fn an_open_end_in_a_sum_is_open() {
    let [one, other, all] = ["early-deaths", "neonatal-mortality-rate", "infant-mortality-rate"]
        .map(|id| json!({ "of": "cases", "indicator": id }));
    let says = json!({ "order": { "left": [one, other], "right": [all] } });
    let told = |included: bool| {
        let low = dabiao::values::End { number: "2".parse().expect("a number"), included };
        let open = Told::Interval(dabiao::values::Interval::new(Some(low), None).expect("an interval"));
        let counts = |numerator| Told::Counts(dabiao::values::Counts { numerator, denominator: 1000 });
        let rows = [
            ("early-deaths", open, Unit::PerMille),
            ("neonatal-mortality-rate", counts(3), Unit::PerMille),
            ("infant-mortality-rate", counts(5), Unit::PerMille),
        ];
        found(says.clone(), &rows)
    };
    assert_eq!(told(false), ["ours.1"]);
    assert_eq!(told(true), Vec::<String>::new());
}

// Things that are counted are one number or not, and change by so many per cent; 2.9 may be the 3 that another rounded, and a part or a
// multiple is another number.
#[test]
fn only_counts_are_one_number() {
    let told = |values: [&str; 2]| {
        let rows: Vec<_> = ["pupils", "girls"]
            .into_iter()
            .zip(values.map(printed))
            .map(|(id, value)| (id, value, Unit::Persons))
            .collect();
        found(json!({ "same": { "figures": [value("pupils"), value("girls")] } }), &rows)
    };
    assert_eq!(told(["5", "5"]), Vec::<String>::new());
    assert_eq!(told(["5", "6"]), ["ours.1"]);

    let of = |of, indicator| json!({ "of": of, "indicator": indicator });
    let births = || of("denominator", "neonatal-mortality-rate");
    let with = |mut figure: Value, field: &str, value: Value| {
        figure[field] = value;
        figure
    };
    let refused = [
        ("early-deaths", value("early-deaths")),
        ("income", of("cases", "income")),
        ("pupils", of("cases", "pupils")),
        ("neonatal-mortality-rate", with(births(), "disaggregation", json!({ "sex": "female" }))),
        ("neonatal-mortality-rate", with(births(), "unit_kind", json!("township"))),
        ("neonatal-mortality-rate", with(births(), "times", json!("1/2"))),
    ];
    for (indicator, figure) in refused {
        let same = json!({ "same": { "figures": [births(), figure] } });
        let change = json!({ "change": { "figures": [births(), figure], "percent": "30" } });
        let right = "a numerator, a denominator or a value of what comes whole, as it stands";
        for (says, begin, end) in [
            (same, "one number is", "; hold others against each other with `within`"),
            (change, "a change is that of", ""),
        ] {
            let all = problems(json!([relation("ours.1", "must", says)]));
            let line =
                format!("relations[0].figures: figure `{indicator}` cannot be used: {begin} {right}{end}");
            assert!(all.contains(&line), "{all:#?}");
        }
    }
    let sizes = json!({ "of": "roster_size", "unit_kind": "township" });
    let all =
        problems(json!([relation("ours.1", "must", json!({ "same": { "figures": [births(), sizes] } }))]));
    assert_eq!(all.len(), 1, "{all:#?}");
    let cases = json!({ "same": { "figures": [of("cases", "early-deaths"), of("cases", "neonatal-mortality-rate")] } });
    assert_eq!(found(cases, &[]), Vec::<String>::new());
}

// Where the words of a relation name the indicator, its group need not name it again.
#[test]
fn a_group_names_its_indicator_once() {
    let range = json!({ "range": { "indicator": "人均收入", "low": "1000", "high": "200000" } });
    for (zh, called) in [("人均收入在合理范围内", ""), ("数值在合理范围内", "（人均收入）")]
    {
        let mut relation = relation("ours.1", "should", range.clone());
        relation["zh"] = json!(zh);
        let mut catalogue = Catalogue::hangjin();
        PlanDocument::add(&mut catalogue, &plan(json!([relation]))).expect("a sound plan");
        let row = Observation::new("income", Year::literal(2024), printed("300"), Unit::Yuan);
        let groups = catalogue.data([row]).area_or_empty("").audit().groups();
        assert_eq!(groups[0].zh, format!("{zh}{called}"));
    }
}

// A kind of unit may be called by any of its names.
#[test]
fn a_sum_over_units_called_in_chinese() {
    for kind in ["township", "苏木镇", "townships"] {
        let over = json!({ "of": "value", "indicator": "girls", "unit_kind": kind });
        let says = json!({ "order": { "left": [over], "right": [value("pupils")] } });
        let mut catalogue = Catalogue::hangjin();
        PlanDocument::add(&mut catalogue, &plan(json!([relation("ours.1", "must", says)])))
            .expect("a sound plan");
        let year = Year::literal(2024);
        let row = |id: &'static str, value| Observation::new(id, year, printed(value), Unit::Persons);
        let of =
            |unit: &'static str, value| row("girls", value).in_unit(ReportingUnit::new("township", unit));
        for (all, wrong) in [("10", 1), ("11", 0)] {
            let rows = [of("A", "5"), of("B", "6"), row("pupils", all)];
            let data = catalogue.data(rows).with_rosters([Roster::new("township", year, ["A", "B"])]);
            let audit = data.area_or_empty("").audit();
            let found = super::broken(&audit).filter(|broken| &*broken.relation == "ours.1").count();
            assert_eq!(found, wrong, "{kind} {all}");
            // The relation reads them all, and nothing else does.
            assert_eq!((data.unused(), data.findings()), (0, [].as_slice()), "{kind}");
        }
    }
}

// The least value above 0 lies between the two ends of a range, and is neither of them.
#[test]
fn the_least_value_above_zero_lies_inside_the_range() {
    let paths = |above_zero: &str| {
        let range =
            json!({ "range": { "indicator": "income", "low": "5", "above_zero": above_zero, "high": "10" } });
        let mut catalogue = Catalogue::hangjin();
        let problems = PlanDocument::add(&mut catalogue, &plan(json!([relation("ours.1", "must", range)])));
        problems
            .err()
            .iter()
            .flat_map(|all| all.iter())
            .map(|problem| problem.path.clone())
            .collect::<Vec<_>>()
    };
    for fits in ["5.1", "9.9"] {
        assert_eq!(paths(fits), Vec::<String>::new(), "{fits}");
    }
    for outside in ["4", "5", "10", "11"] {
        assert_eq!(paths(outside), ["relations[0].above_zero"], "{outside}");
    }
}

/// The problems of a plan with these relations, each with its place.
fn problems(relations: Value) -> Vec<String> {
    let mut catalogue = Catalogue::hangjin();
    let problems = PlanDocument::add(&mut catalogue, &plan(relations)).expect_err("not sound");
    problems.into_iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect()
}

#[test]
fn everything_wrong_is_said_with_its_place() {
    let said = problems(json!([
        relation(
            "ours.1",
            "must",
            json!({ "order": { "left": [value("早期新生儿死忘率")], "right": [value("pupils")] } })
        ),
        relation(
            "ours.1",
            "must",
            json!({ "order": { "left": [value("income")], "right": [value("pupils")] } })
        ),
        relation("jump", "must", json!({ "same": { "figures": [value("pupils")] } })),
        relation(
            "ours.4",
            "must",
            json!({ "order": { "left": [{ "of": "numerator", "indicator": "income" }], "right": [value("pupils")] } })
        ),
        relation("ours.5", "must", json!({ "range": { "indicator": "income", "low": "10", "high": "1" } })),
        relation("ours.6", "must", json!({ "change": { "figures": [value("pupils")], "percent": "-3" } })),
        relation(
            "ours.7",
            "must",
            json!({ "order": { "left": [value("pupils")], "right": [{ "of": "roster_size" }] } })
        ),
        relation(
            "ours.8",
            "must",
            json!({ "sum": { "parts": [{ "of": "value", "indicator": "early-deaths", "unit_kind": "township" }, value("early-deaths")], "whole": value("early-deaths") } })
        ),
    ]));
    assert_eq!(
        said,
        [
            "plans.relations[0].left: no indicator has the id or name `早期新生儿死忘率` (the nearest is `早期新生儿死亡率`)",
        ]
        .map(|line| line.trim_start_matches("plans.").to_owned())
        .into_iter()
        .chain(
            [
                "relations[1].id: relation `ours.1` cannot be used: the id is taken",
                "relations[1].right: figure `pupils` cannot be used: it is measured in `人`, and the first figure in `元`",
                "relations[2].id: relation `jump` cannot be used: the id is taken",
                "relations[2].figures: figures cannot be used: name the figures of both sides",
                "relations[3].left: figure `income` cannot be used: the indicator is no quotient; take its value",
                "relations[4].high: high `10` cannot be used: the greatest value lies above the least",
                "relations[5].percent: percent `-3` cannot be used: it is at least 0",
                "relations[6].right: figure cannot be used: name the kind of unit in `unit_kind`",
                "relations[7].parts: figure `early-deaths` cannot be used: rates are not added up; take numerators or denominators",
            ]
            .map(str::to_owned)
        )
        .collect::<Vec<_>>()
    );
}

#[test]
fn a_slip_in_the_form_is_named() {
    let said = problems(json!([
        relation("ours.1", "perhaps", json!({ "order": { "left": [value("girls")], "right": [value("pupils")] } })),
        relation("ours.2", "must", json!({ "above": { "left": [value("girls")], "right": [value("pupils")] } })),
        { "id": "ours.3", "zh": "关系", "en": "a relation", "says": { "same": { "figures": [value("girls"), value("pupils")] } } },
    ]));
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].starts_with("relations[0].level: "), "{said:#?}");
    assert!(said[1].starts_with("relations[1].says"), "{said:#?}");
    assert_eq!(said[2], "relations[2].level: the field is missing");
}

/// How many rows of a part of the population nothing reads, beside one own relation; rural figures of two indicators are told.
fn unread_parts(says: Value, indicators: &[&str]) -> usize {
    let mut catalogue = Catalogue::hangjin();
    PlanDocument::add(&mut catalogue, &plan(json!([relation("ours.1", "must", says)])))
        .expect("a sound plan");
    let row = |indicator: &&str| {
        let record =
            Record { indicator, period: "2024", value: "4", residence: "农村", ..Record::default() };
        record.read(&catalogue).expect("a readable row")
    };
    let data = catalogue.data(indicators.iter().map(row));
    let parts = data.findings().iter().filter_map(|finding| match finding.kind {
        FindingKind::PartUnused { rows, .. } => Some(rows),
        _ => None,
    });
    parts.sum()
}

// A relation holds in every part of the population that all its figures are told of, but where one of them is of units or of a part
// of its own.
#[test]
fn parts_that_a_relation_reads() {
    let both = ["girls", "pupils"];
    let order = |right: Value| json!({ "order": { "left": [value("girls")], "right": [right] } });
    assert_eq!(unread_parts(order(value("pupils")), &both), 0);
    assert_eq!(unread_parts(order(value("pupils")), &both[..1]), 1);
    assert_eq!(unread_parts(order(json!({ "of": { "number": "5" } })), &both[..1]), 0);
    let over = json!({ "of": "value", "indicator": "pupils", "unit_kind": "township" });
    assert_eq!(unread_parts(order(over), &both), 2);
    let among = json!({ "of": "value", "indicator": "pupils", "disaggregation": { "sex": "male" } });
    assert_eq!(unread_parts(order(among), &both), 2);
}
