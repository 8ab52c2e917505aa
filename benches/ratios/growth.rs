//! Lists of one request, and batches: what takes ten times the input.

use dabiao::{
    Catalogue,
    plan::{Calendar, IndicatorCard},
};

use crate::{Bench, made_up::YEAR};

/// A plan of its own with so many targets, each on an indicator of its own, or on one that there is not.
fn own_plan(targets: usize, wrong: bool) -> (dabiao::plan::Plan, Vec<IndicatorCard>, Vec<dabiao::Target>) {
    let hangjin = Catalogue::hangjin();
    let plan = hangjin.plan("women").unwrap().clone();
    let card = hangjin.indicator("maternal-mortality-ratio").unwrap().clone();
    let target = hangjin.target("women.health.g2.maternal-mortality-ratio").unwrap().clone();
    let name = |what: &str, place: usize| format!("our-{what}-of-many-{place}");
    let cards = (0..targets).map(|place| IndicatorCard {
        id: name("indicator", place).into(),
        zh: format!("自有指标第{place}号").into(),
        en: name("name", place).into(),
        ..card.clone()
    });
    let all = (0..targets).map(|place| dabiao::Target {
        id: name("target", place).into(),
        plan: "ours".into(),
        indicator: name(if wrong { "indikator" } else { "indicator" }, place).into(),
        ..target.clone()
    });
    (dabiao::plan::Plan { id: "ours".into(), ..plan }, cards.collect(), all.collect())
}

/// Requests with so many entries of one kind, each with whether it is answered.
fn requests(size: usize) -> [(&'static str, String, bool); 7] {
    const TARGET: &str = "women.health.g2.maternal-mortality-ratio";
    const UNITS: &str = "children.health.g6.immunisation-coverage";
    let list = |entry: &dyn Fn(usize) -> String| (0..size).map(entry).collect::<Vec<_>>().join(",");
    let year = |place: usize| 2021 + place % 9;
    let unit = r#""indicator":"适龄儿童免疫规划疫苗接种率","unit_kind":"苏木镇""#;
    [
        (
            "ids to judge",
            {
                let ids = list(&|place| format!("\"women.health.g2.no-such-target-{place}\""));
                format!(r#"{{"year":2024,"judge":[{ids}]}}"#)
            },
            false,
        ),
        (
            "rows of unknown names",
            {
                let rows = list(&|place| {
                    format!(r#"{{"indicator":"第{place}种死忙率","period":2024,"value":"1"}}"#)
                });
                format!(r#"{{"year":2024,"observations":[{rows}]}}"#)
            },
            true,
        ),
        (
            "values of one cell",
            {
                let rows = list(&|place| {
                    format!(r#"{{"indicator":"孕产妇死亡率","period":2024,"value":"{place}.5"}}"#)
                });
                format!(r#"{{"year":2024,"judge":["{TARGET}"],"observations":[{rows}]}}"#)
            },
            true,
        ),
        (
            "milestones",
            {
                let all = list(&|place| {
                    format!(r#"{{"target":"{TARGET}","year":{},"value":"{}"}}"#, year(place), 20 - place % 9)
                });
                format!(
                    r#"{{"year":2024,"judge":["{TARGET}"],"settings":{{"outlook":{{"milestones":[{all}]}}}}}}"#
                )
            },
            false,
        ),
        (
            "units and their roster",
            {
                let rows =
                    list(&|place| format!(r#"{{{unit},"unit_id":"镇{place}","period":2024,"value":"95"}}"#));
                let members = list(&|place| format!(r#"{{"id":"镇 {place}"}}"#));
                format!(
                    r#"{{"year":2024,"judge":["{UNITS}"],"observations":[{rows}],"rosters":[{{"kind":"乡镇","year":2024,"members":[{members}]}}]}}"#
                )
            },
            true,
        ),
        (
            "rosters",
            {
                let rosters = list(&|place| {
                    format!(r#"{{"kind":"乡镇","year":2024,"members":[{{"id":"镇{place}"}}]}}"#)
                });
                let row = format!(r#"{{{unit},"unit_id":"镇1","period":2024,"value":"95"}}"#);
                format!(r#"{{"year":2024,"judge":["{UNITS}"],"observations":[{row}],"rosters":[{rosters}]}}"#)
            },
            true,
        ),
        (
            "areas of which one is judged",
            {
                let rows = list(&|place| {
                    format!(r#"{{"indicator":"孕产妇死亡率","area":"{place:06}","period":2024,"value":"9"}}"#)
                });
                format!(r#"{{"year":2024,"area":"000001","judge":["{TARGET}"],"observations":[{rows}]}}"#)
            },
            true,
        ),
    ]
}

/// A batch of so many areas with two hundred rows each.
fn batch(areas: usize) -> String {
    let catalogue = Catalogue::hangjin();
    let cards: Vec<_> =
        catalogue.indicators().filter(|card| card.calendar == Calendar::Year).take(40).collect();
    let of = |area: usize| {
        let row = |card: &IndicatorCard, year: i32| {
            let zh = &card.zh;
            format!(r#"{{"indicator":"{zh}","area":"{area:06}","period":{year},"value":"50"}}"#)
        };
        let rows = cards.iter().flat_map(|card| (2020..2025).map(move |year| row(card, year)));
        let rows = rows.collect::<Vec<_>>().join(",");
        format!(r#"{{"year":2024,"area":"{area:06}","observations":[{rows}]}}"#)
    };
    format!("[{}]", (0..areas).map(of).collect::<Vec<_>>().join(","))
}

/// Slips and lists of one request, by hundreds and ten times as many: ten times the input takes about ten times as long.
pub(crate) fn growth(once: bool) {
    const FEW: usize = 300;
    let named = |size: usize, what: &str| -> &'static str { format!("{size} {what}").leak() };
    let mut bench = Bench::new(once);
    for (what, wrong) in [("targets on own indicators", false), ("bad targets", true)] {
        for size in [FEW, 10 * FEW] {
            let (own, cards, targets) = own_plan(size, wrong);
            bench.way(named(size, what), size, move || {
                let mut catalogue = Catalogue::new();
                let added = catalogue.add(own.clone(), cards.clone(), targets.clone());
                assert_eq!(added.is_err(), wrong);
                if !wrong {
                    let report = catalogue.data([]).area_or_empty("").report(YEAR).unwrap();
                    assert_eq!(report.rows.len(), size);
                }
            });
        }
    }
    for (few, many) in requests(FEW).into_iter().zip(requests(10 * FEW)) {
        for (size, (what, request, answered)) in [(FEW, few), (10 * FEW, many)] {
            bench.way(named(size, what), size, move || {
                assert_eq!(dabiao::json::evaluate(request.as_bytes()).is_ok(), answered, "{what}");
            });
        }
    }
    bench.run("Growth, for each entry", named(FEW, "targets on own indicators"));

    // The largest is looked at where times are taken; the tests have one of each size below.
    let mut bench = Bench::new(once);
    let sizes: &[usize] = if once { &[1, 10] } else { &[10, 100, 1_000] };
    for areas in sizes {
        let request = batch(*areas);
        assert!(request.len() < dabiao::json::MAX_BYTES);
        let name = named(*areas, "areas of 200 rows");
        bench.way(name, *areas, move || {
            let answers = dabiao::json::evaluate(request.as_bytes()).unwrap();
            assert_eq!(answers.matches("\"rollup\"").count(), *areas);
        });
    }
    bench.run("A batch, for each area", named(sizes[0], "areas of 200 rows"));
}
