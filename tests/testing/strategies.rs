//! The strategies bring out what they promise.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Rule, Year,
    data::{Datum, Effect, Status},
    json,
    judge::Method,
    plan::{Better, Calendar, IndicatorCard, IndicatorKind, Qualifier, Scope},
    testing,
    values::{AgeGroup, Disaggregation, Period, Unit, Value as Told},
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// So many values, the same ones in every run.
fn some<S: Strategy>(strategy: &S, many: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..many).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn every_rule_timing_scope_and_outcome_comes_out() {
    let (mut rules, mut timings, mut scopes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut outcomes: BTreeMap<Outcome, u32> = BTreeMap::new();
    for case in some(&testing::cases(), 4_000) {
        let target = case.plan.targets[0].clone();
        rules.insert(target.rule.code());
        timings.insert(target.timing.code());
        scopes.insert(target.scope.clone());
        let mut catalogue = Catalogue::new();
        catalogue.add(case.plan.plan, case.plan.indicators, case.plan.targets).unwrap();
        assert_eq!(catalogue.check(), []);
        let data = catalogue.data(case.observations).with_rosters(case.rosters);
        let evaluator = Evaluator::with(&catalogue, case.settings).unwrap();
        *outcomes
            .entry(evaluator.assess(&target, data.area_or_empty(""), case.year).unwrap().outcome)
            .or_default() += 1;
    }
    assert_eq!((rules.len(), timings.len(), scopes.len()), (16, 8, 3), "{rules:?} {timings:?}");
    for outcome in Outcome::ALL {
        assert!(outcomes.get(&outcome).is_some_and(|many| *many >= 20), "{outcome:?} of {outcomes:?}");
    }
}

// A gap has limits of its own, whatever the rule was drawn for. Such plans are rare, so they are picked out of many.
#[test]
fn bounds_beyond_which_nothing_lies_are_not_asked_of_a_gap() {
    let excluded = |rule| matches!(rule, Rule::LessThan { .. } | Rule::MoreThan { .. });
    let plans = some(&testing::plans(), 60_000);
    let of_gaps = plans.iter().filter(|plan| {
        plan.targets.iter().any(|target| target.indicator.starts_with("gap") && excluded(target.rule))
    });
    let mut many = 0;
    for plan in of_gaps {
        let read = json::PlanDocument::add(&mut Catalogue::new(), &serde_json::to_value(plan).unwrap());
        assert!(read.is_ok(), "{read:?}");
        many += 1;
    }
    assert!(many > 100, "{many}");
}

proptest! {
    /// Plans are taken by the catalogue and, as documents, by the JSON API.
    #[test]
    fn plans_are_sound(plan in testing::plans()) {
        let mut catalogue = Catalogue::new();
        json::PlanDocument::add(&mut catalogue, &serde_json::to_value(&plan).unwrap()).unwrap();
        prop_assert_eq!(catalogue.targets().len(), plan.targets.len());
        prop_assert_eq!(catalogue.check(), []);
    }

    #[test]
    fn requests_are_sound(request in testing::requests()) {
        let answer = json::evaluate(request.as_bytes());
        prop_assert!(answer.is_ok(), "{:?}", answer.err());
    }

    /// What is said to be missing is read as missing.
    #[test]
    fn missing_rows_are_read_as_missing(row in testing::indicators().prop_flat_map(|card| testing::missing_rows(&card, Year::literal(2024)))) {
        let plan = r#"{ "plan": { "id": "p", "letter": "P", "zh": "一", "en": "p", "document": "1", "issued": "2021-01-01", "first": 2021, "last": 2030, "domains": ["一"] },
            "indicators": [{ "id": "main", "zh": "名main", "en": "main", "unit": "percent", "kind": "value_only" }] }"#;
        let plan: Value = serde_json::from_str(plan).unwrap();
        let request = serde_json::json!({ "year": 2024, "catalogue": "none", "plans": [plan], "observations": [row] });
        let read = json::Request::read(&request.to_string()).unwrap();
        prop_assert_eq!(&read.findings, &[]);
        prop_assert!(matches!(read.observations[0].datum, dabiao::data::Datum::Missing(_)));
    }
}

#[test]
fn damaged_requests_are_answered_and_refused() {
    let all = some(&testing::damaged_requests(), 200);
    let refused = all.iter().filter(|request| json::evaluate(request.as_bytes()).is_err()).count();
    assert!((50..200).contains(&refused), "{refused} of {}", all.len());
}

/// Each way to be awkward comes out, and becomes what is said of it.
#[test]
fn awkward_rows_have_the_effect_that_is_stated() {
    let mut effects: BTreeMap<Effect, BTreeSet<String>> = BTreeMap::new();
    let awkward = testing::indicators().prop_flat_map(|card| {
        let card = dabiao::plan::IndicatorCard { calendar: dabiao::plan::Calendar::Year, ..card };
        (Just(card.clone()), testing::awkward_rows(&card, Year::literal(2024)))
    });
    for (card, awkward) in some(&awkward, 2_000) {
        let plan = serde_json::json!({
            "plan": { "id": "p", "letter": "P", "zh": "一", "en": "p", "document": "1", "issued": "2021-01-01", "first": 2021, "last": 2030, "domains": ["一"] },
            "indicators": [card],
        });
        let request = serde_json::json!({ "year": 2024, "catalogue": "none", "plans": [plan], "observations": awkward.rows });
        let report = json::Request::read(&request.to_string()).unwrap().report().unwrap();
        let kinds = report.findings.iter().filter(|finding| finding.kind.effect() == awkward.effect);
        let kinds: BTreeSet<String> =
            kinds.map(|finding| serde_json::to_value(&finding.kind).unwrap()["kind"].to_string()).collect();
        assert!(!kinds.is_empty(), "{:?}: {request} {:?}", awkward.effect, report.findings);
        effects.entry(awkward.effect).or_default().extend(kinds);
    }
    let kinds: BTreeSet<&str> = effects.values().flatten().map(|kind| kind.trim_matches('"')).collect();
    for kind in [
        "unreadable",
        "wrong_unit",
        "over_zero",
        "numerator_above_denominator",
        "outside_limits",
        "conflict",
        "outside_plan",
    ] {
        assert!(kinds.contains(kind), "{kind} of {kinds:?}");
    }
}

/// An indicator by a calendar, in per cent from 0 to 100 unless it is an event.
fn by(calendar: Calendar) -> IndicatorCard {
    let found = some(&testing::indicators(), 2_000).into_iter();
    found
        .filter(|card| card.calendar == calendar)
        .find(|card| calendar == Calendar::Event || card.unit == Unit::Percent)
        .unwrap()
}

const CALENDARS: [Calendar; 6] = [
    Calendar::Year,
    Calendar::SchoolYear,
    Calendar::Term,
    Calendar::Every(3),
    Calendar::Census,
    Calendar::Event,
];

#[test]
fn indicators_are_of_eight_units_every_kind_and_calendar() {
    let cards = some(&testing::indicators(), 2_000);
    let units: BTreeSet<&str> = cards.iter().map(|card| card.unit.code()).collect();
    assert_eq!(units.len(), 8, "{units:?}");
    for kind in [IndicatorKind::Share, IndicatorKind::Events, IndicatorKind::ValueOnly] {
        assert!(cards.iter().any(|card| card.kind == kind), "{kind:?}");
    }
    for calendar in CALENDARS {
        assert!(cards.iter().any(|card| card.calendar == calendar), "{calendar:?}");
    }
    // Meetings are counted.
    for card in cards.iter().filter(|card| card.calendar == Calendar::Event) {
        assert_eq!((card.unit, card.kind, card.ceiling), (Unit::Count, IndicatorKind::ValueOnly, None));
    }
}

/// Rules that can be asked, and none that a plan document would refuse.
#[test]
fn rules_are_such_as_can_be_meant() {
    for calendar in CALENDARS {
        let card = by(calendar);
        let rules = some(&testing::rules(&card), 3_000);
        let each_term =
            rules.iter().any(|rule| matches!(rule, Rule::Improves { qualifier: Qualifier::EachTerm, .. }));
        assert_eq!(each_term, calendar == Calendar::Term, "{calendar:?}");
        if calendar == Calendar::Event {
            assert!(rules.iter().all(|rule| matches!(rule, Rule::AtLeast { .. })));
            continue;
        }
        for rule in rules {
            let beyond = match rule {
                Rule::LessThan { value } => value == card.floor,
                Rule::MoreThan { value } => Some(value) == card.ceiling,
                _ => false,
            };
            assert!(!beyond, "{rule:?} of {card:?}");
        }
    }

    // The usual tolerance of a percentage need not be stated.
    let rules = some(&testing::rules(&by(Calendar::Year)), 3_000);
    let untold = |rule: &Rule| match rule {
        Rule::Around { tolerance: None, .. } => 1,
        Rule::InProportion { tolerance: None } => 2,
        _ => 0,
    };
    assert_eq!(rules.iter().map(untold).collect::<BTreeSet<_>>(), BTreeSet::from([0, 1, 2]));
    // A change in per cent is asked of what starts at zero, and of nothing that may be negative.
    for card in some(&testing::indicators(), 200).iter().filter(|card| card.calendar != Calendar::Event) {
        let rules = some(&testing::rules(card), 300);
        let changed = rules.iter().any(|rule| matches!(rule, Rule::ChangedBy { .. }));
        assert_eq!(changed, card.floor == Number::ZERO, "{card:?}");
    }
}

#[test]
fn scopes_and_gaps_go_with_their_indicators() {
    for calendar in CALENDARS {
        let scopes: BTreeSet<Scope> =
            some(&testing::targets(&by(calendar)), 200).into_iter().map(|target| target.scope).collect();
        assert_eq!(scopes.len(), if calendar == Calendar::Event { 1 } else { 3 }, "{calendar:?}");
    }
    let (mut of_gap, mut calendars) = (0, BTreeSet::new());
    let cases = some(&testing::cases(), 2_000);
    for case in &cases {
        let target = &case.plan.targets[0];
        let [main, reference, gap] = &case.plan.indicators[..] else { panic!("three indicators") };
        assert_eq!(gap.gap.as_ref().map(|gap| gap.of.clone()), Some(main.id.clone()));
        assert!(main.gap.is_none() && reference.gap.is_none());
        if target.indicator == "gap" {
            of_gap += 1;
            calendars.insert(format!("{:?}", main.calendar));
            assert!(main.calendar != Calendar::Event && target.scope.is_area() && target.reference.is_none());
            assert!(!matches!(target.rule, Rule::AtLeastRatio { .. } | Rule::All), "{target:?}");
        }
    }
    // Now and then.
    assert!((40..400).contains(&of_gap), "{of_gap} of {}", cases.len());
    assert_eq!(calendars.len(), 5, "{calendars:?}");
}

#[test]
fn rows_of_a_series_are_as_varied_as_said() {
    for calendar in CALENDARS {
        let card = by(calendar);
        let rows = some(&testing::observations(&card), 3_000);
        let all = |what: &dyn Fn(&Observation) -> String| rows.iter().map(what).collect::<BTreeSet<String>>();
        let form = |row: &Observation| match row.period {
            Period::Year(_) => "year",
            Period::SchoolYear(_) => "school year",
            Period::Term(_) => "term",
            Period::PlanToDate(_) => "plan to date",
            Period::Day(_) => "day",
            _ => "another",
        };
        let valued = rows.iter().filter(|row| matches!(row.datum, Datum::Value(_)));
        let forms: BTreeSet<&str> = valued.map(form).collect();
        let expected = match calendar {
            Calendar::SchoolYear => &["plan to date", "school year"][..],
            Calendar::Term => &["plan to date", "term"],
            Calendar::Event => &["day", "plan to date", "year"],
            _ => &["plan to date", "year"],
        };
        assert!(forms.iter().eq(expected), "{forms:?} of {calendar:?}");
        let missing: BTreeSet<&str> =
            rows.iter().filter(|row| matches!(row.datum, Datum::Missing(_))).map(form).collect();
        assert!(missing.iter().eq(&["year"]), "{missing:?} of {calendar:?}");

        let places = all(&|row| row.area_unit.as_ref().map_or(String::new(), |unit| unit.id.to_string()));
        assert!(places.iter().eq(["", "a", "b", "c", "x"]), "{places:?}");
        for disaggregation in [
            Disaggregation::TOTAL,
            Disaggregation::URBAN,
            Disaggregation::RURAL,
            Disaggregation::FEMALE,
            Disaggregation::MALE,
            Disaggregation::TOTAL.of_age(AgeGroup::years(0, 6)),
        ] {
            assert!(rows.iter().any(|row| row.disaggregation == disaggregation), "{disaggregation:?}");
        }
        for status in [Status::Final, Status::Provisional, Status::Estimated] {
            assert!(rows.iter().any(|row| row.status == status), "{status:?}");
        }
        assert!(rows.iter().any(|row| row.break_before) && rows.iter().any(|row| !row.break_before));
        assert!(all(&|row| row.source.as_deref().unwrap_or_default().to_owned()).iter().eq(["", "s"]));
        let years: BTreeSet<i32> = rows.iter().map(|row| row.period.year().number()).collect();
        assert!(years.iter().eq(&(2010..=2035).collect::<Vec<_>>()), "{years:?}");
        let cell = |row: &Observation| (row.period, row.area_unit.clone(), row.disaggregation);
        assert!(rows.iter().any(|row| cell(row) == cell(&rows[0]) && row.datum != rows[0].datum));
        let data = all(&|row| match &row.datum {
            Datum::Missing(why) => format!("{why:?}"),
            Datum::Value(Told::Number(_)) => "number".into(),
            Datum::Value(Told::Counts(_)) => "counts".into(),
            Datum::Value(Told::Both { .. }) => "both".into(),
            Datum::Value(Told::Interval(_)) => "interval".into(),
            Datum::Value(_) => "another".into(),
        });
        assert_eq!(data.len(), if card.unit.per().is_some() { 9 } else { 7 }, "{data:?}");
    }
}

#[test]
fn rosters_name_all_some_or_none_of_the_towns() {
    let rosters: Vec<_> = some(&testing::rosters(), 200).into_iter().flatten().collect();
    let sizes: BTreeSet<usize> = rosters.iter().map(|roster| roster.members.len()).collect();
    assert!(sizes.iter().eq(&[0, 1, 2, 3]), "{sizes:?}");
    let members: BTreeSet<_> = rosters
        .iter()
        .flat_map(|roster| &roster.members)
        .map(|town| (town.id.to_string(), town.size))
        .collect();
    let known = [("a", Some(2)), ("b", Some(4)), ("c", None)].map(|(id, size)| (id.to_owned(), size));
    assert!(members.iter().eq(&known), "{members:?}");
}

/// Every form of a period, every kind of datum, ids that nobody has, odd names of towns, and other areas.
#[test]
fn hostile_rows_are_of_every_kind() {
    let rows = some(&testing::hostile_observations(), 2_000);
    let any = |what: &dyn Fn(&Observation) -> bool| rows.iter().any(what);
    assert!(any(&|row| matches!(row.period, Period::Year(_))));
    assert!(any(&|row| matches!(row.period, Period::SchoolYear(_))));
    assert!(any(&|row| matches!(row.period, Period::Term(_))));
    assert!(any(&|row| matches!(row.period, Period::PlanToDate(_))));
    assert!(any(&|row| matches!(row.period, Period::Day(_))));
    assert!(any(&|row| matches!(row.datum, Datum::Missing(_))));
    assert!(any(&|row| matches!(row.datum, Datum::Value(Told::Interval(_)))));
    assert!(any(&|row| matches!(row.datum, Datum::Value(Told::Both { .. }))));
    assert!(any(
        &|row| matches!(&row.datum, Datum::Value(Told::Counts(counts)) if counts.numerator == u64::MAX)
    ));
    let many = Number::literal("9999999999999999999999999999");
    assert!(any(&|row| row.datum == Datum::Value(Told::Number(many))));
    assert!(any(&|row| row.area.as_deref() == Some("elsewhere")) && any(&|row| row.area.is_none()));
    for town in ["a", "b", "", "\u{202e}"] {
        assert!(any(&|row| row.area_unit.as_ref().is_some_and(|unit| unit.id == town)), "{town:?}");
    }
    assert!(any(&|row| row.area_unit.is_none()));
    assert!(any(&|row| row.status == Status::Provisional) && any(&|row| row.status == Status::Final));
    assert!(any(&|row| row.break_before) && any(&|row| !row.break_before));
    let units: BTreeSet<&str> = rows.iter().map(|row| row.unit.code()).collect();
    assert_eq!(units.len(), Unit::ALL.len());
}

/// What an office prints: each way that is named comes out, and says the same as the plain row.
#[test]
fn printed_rows_are_printed_in_every_way() {
    let number = Number::literal("12345.6");
    let cells = |card: &IndicatorCard, number| -> BTreeSet<String> {
        let rows = some(&testing::printed_rows(card, Year::literal(2024), number), 600);
        rows.iter()
            .map(|row| ["value", "unit", "indicator", "period"].map(|name| row[name].to_string()).join(" "))
            .collect()
    };
    let mut card = by(Calendar::Year);
    card.ceiling = None;
    let percent = cells(&card, number);
    let plain = "\"percent\" \"main\" 2024";
    for cell in
        ["12345.6", "１２３４５．６", " 12345.6 ", "12345.6①", "12345.6*", "12,345.6", "１２，３４５．６"]
    {
        assert!(percent.contains(&format!("\"{cell}\" {plain}")), "{cell}: {percent:?}");
    }
    for row in [
        "\"12345.6\" \"percent\" \"名main\" \"2024年\"",
        "\"12345.6\" \"percent\" \"main\" \"截至2024年底\"",
        "\"12345.6\" \"%\" \"main\" 2024",
        "\"12345.6\" null \"main\" 2024",
        "\"12345.6%\" null \"main\" 2024",
        "\"１２３４５．６％\" null \"main\" 2024",
        "\"123456\" \"per_mille\" \"main\" 2024",
        "\"１２３４５６\" \"‰\" \"main\" 2024",
    ] {
        assert!(percent.contains(row), "{row}: {percent:?}");
    }
    let separated = |number: &str| -> Vec<String> {
        let all = cells(&card, Number::literal(number));
        all.iter()
            .filter(|row| row.contains(','))
            .map(|row| row.split('"').nth(1).unwrap().to_owned())
            .collect()
    };
    assert_eq!(separated("999.9"), [""; 0]);
    assert_eq!(separated("-999"), [""; 0]);
    assert_eq!(separated("1000"), ["1,000"]);
    assert_eq!(separated("-123456"), ["-123,456"]);
    assert_eq!(separated("1234567.25"), ["1,234,567.25"]);
    // The sign of a quotient is a note in brackets: it does not stand in a cell.
    card.unit = Unit::Quotient;
    assert!(cells(&card, number).iter().all(|row| !row.contains(&format!("12345.6{}", Unit::Quotient))));
}

#[test]
fn settings_are_of_either_method_with_bounds_where_a_rule_takes_them() {
    for (rule, takes) in [
        (Rule::HostBound { better: Better::Lower }, Some(Better::Lower)),
        (Rule::HostBound { better: Better::Higher }, Some(Better::Higher)),
        (Rule::Monitored, Some(Rule::Monitored.better())),
        (Rule::NotBelow, None),
    ] {
        let all = some(&testing::settings(rule), 200);
        for method in [Method::FullValue, Method::Rounded] {
            assert!(all.iter().any(|settings| settings.method == method), "{method:?}");
        }
        assert!(all.iter().any(|settings| settings.count_aspirations));
        assert!(all.iter().any(|settings| !settings.count_aspirations));
        let bounds: Vec<_> = all.iter().flat_map(|settings| &settings.host_bounds).collect();
        assert_eq!(bounds.is_empty(), takes.is_none(), "{rule:?}");
        assert!(bounds.iter().all(|bound| Some(bound.better) == takes && bound.target == "t"));
    }
}

/// Rows without a source are numbered, so that each can be named.
#[test]
fn rows_of_a_request_have_names() {
    for case in some(&testing::cases(), 200) {
        let form: Value = serde_json::from_str(&case.request()).unwrap();
        for (place, (row, told)) in
            form["observations"].as_array().unwrap().iter().zip(&case.observations).enumerate()
        {
            let name = told.source.as_deref().map_or_else(|| format!("row-{place:04}"), str::to_owned);
            assert_eq!(row["source"], name);
        }
    }
}

/// Damage is small: nothing is told twice, and a request that was not cut off still has its end.
#[test]
fn damage_is_done_in_one_place() {
    let all = some(&testing::damaged_requests(), 400);
    let twice = |text: &&String| text.matches("\"observations\":").count() > 1;
    assert_eq!(all.iter().filter(twice).count(), 0);
    let whole = all.iter().filter(|text| text.ends_with('}')).count();
    assert!(whole > 300, "{whole}");
}

/// Some lose a piece of one to three characters: seen in the form of the plan, which is the same in all of them.
#[test]
fn characters_are_lost() {
    let sound = some(&testing::requests(), 1).remove(0);
    let (_, plan) = sound.split_once(",\"catalogue\"").unwrap();
    let (plan, _) = plan.split_once("\"indicators\"").unwrap();
    let signs: Vec<char> = plan.chars().collect();
    let without = |from: usize, length: usize| -> String {
        signs.iter().take(from).chain(signs.iter().skip(from + length)).collect()
    };
    let places = 5..signs.len() - 8;
    let lacking: BTreeSet<String> =
        places.flat_map(|from| [1, 2, 3].map(|length| without(from, length))).collect();
    let damaged = some(&testing::damaged_requests(), 2_000);
    let lost = damaged.iter().filter(|text| !text.contains(plan));
    let lost = lost.filter(|text| lacking.iter().any(|lacking| text.contains(lacking)));
    assert!(lost.count() > 0);
}
