//! Rows and rosters as code makes them: one name in several writings, one indicator by each of its names, one cell of several rows.

use dabiao::{
    Catalogue, Data, Evaluator, Observation, Outcome, Roster,
    data::FindingKind,
    indicators::MATERNAL_MORTALITY_RATIO,
    plan::{Bilingual, Calendar, IndicatorCard, Scope},
    values::{Disaggregation, ReportingUnit, Unit, Value, per_100k},
};

use crate::support::*;

fn coverage() -> County {
    County::asking(share("coverage"), at_least("90")).over(Scope::EveryUnit)
}

/// A row of 95％ of a unit, whose names are kept as they are.
fn of_unit(kind: &'static str, id: &'static str, at: i16) -> Observation {
    let row = Observation::new("coverage", year(at), Value::Number(number("95")), Unit::Percent);
    row.in_unit(ReportingUnit::new(kind, id))
}

/// Of the area alone.
fn of_area(area: &'static str, value: &str) -> Observation {
    MATERNAL_MORTALITY_RATIO.observe(year(2024), per_100k(value)).in_area(area)
}

// Blanks and widths make no other unit, whether the roster, the rows or some of the rows have them.
#[test]
fn a_unit_in_several_writings_is_one() {
    for (roster, row) in [("甲镇", "甲 镇"), ("甲 镇", "甲镇"), ("甲 镇", "甲　镇"), ("甲　镇", "甲 镇")]
    {
        let county = coverage().roster(2024, &[roster, "乙镇"]).observed(of_unit("township", "乙镇", 2024));
        let county = county.observed(of_unit("township", row, 2024));
        assert_eq!((county.outcome(2024), county.findings()), (Outcome::Met, vec![]), "{roster:?} {row:?}");
        // And the roster of a year before, which the rows write otherwise than those of this year.
        let county = county.roster(2023, &[row]).observed(of_unit("township", roster, 2023));
        assert_eq!((county.outcome(2024), county.findings()), (Outcome::Met, vec![]), "{roster:?} {row:?}");
        assert_eq!(county.outcome(2023), Outcome::Met, "{roster:?} {row:?}");
    }
}

// Of several writings, none of them plain, the least is used, in whatever order they come.
#[test]
fn the_writing_of_a_name_hangs_on_no_order() {
    let catalogue = Catalogue::hangjin();
    let (one, other) = ("甲 旗", "甲　旗");
    for areas in [[one, other, other], [other, one, other], [other, other, one]] {
        let data = catalogue.data(areas.map(|area| of_area(area, "14.3")));
        assert_eq!(data.areas().map(|area| area.name()).collect::<Vec<_>>(), [Some(one)]);
        let rosters = areas.map(|member| Roster::new("township", year(2024), [member]));
        let county = coverage();
        let own = county.catalogue();
        let data: Data<'_> = own.data([]).with_rosters(rosters);
        let report = Evaluator::new(&own).report(data.area_or_empty(""), year(2024)).unwrap();
        assert_eq!(report.rows[0].assessment().units.as_ref().unwrap().not_reported, [one], "{areas:?}");
    }
}

// What cannot be seen in a name is told once for each area, and of a roster that consists of it too.
#[test]
fn hidden_characters_are_told_for_each_area() {
    let catalogue = Catalogue::hangjin();
    let told = |data: &Data<'_>| {
        let hidden = data.findings().iter().filter_map(|finding| match &finding.kind {
            FindingKind::HiddenCharacters { .. } => {
                finding.area.as_deref().map(str::to_owned).or(Some("".into()))
            }
            _ => None,
        });
        hidden.collect::<Vec<_>>()
    };
    let unit = || ReportingUnit::new("township", "甲\u{200b}镇");
    let rows = ["150621", "150625"].map(|area| of_area(area, "14.3").in_unit(unit()));
    assert_eq!(told(&catalogue.data(rows)), ["150621", "150625"]);
    let unseen = |area: &'static str| Roster::new("township", year(2024), ["\u{200b}"]).in_area(area);
    assert_eq!(told(&catalogue.data([]).with_rosters([unseen("150621")])), ["150621"]);
}

// A name with a hidden character is told wherever its row stands: alone, or behind one of the same indicator in plain letters.
#[test]
fn a_hidden_character_in_the_name_of_an_indicator_is_told() {
    let catalogue = Catalogue::hangjin();
    let hidden = |rows: &[Observation]| {
        let data = catalogue.data(rows.iter().cloned());
        let names = data.findings().iter().filter_map(|finding| match &finding.kind {
            FindingKind::HiddenCharacters { .. } => Some(finding.kind.to_string()),
            _ => None,
        });
        names.count()
    };
    let plain = of_area("150625", "14.3");
    let other = Observation { indicator: "maternal\u{200b}-mortality-ratio".into(), ..plain.clone() };
    assert_eq!(hidden(std::slice::from_ref(&plain)), 0);
    assert_eq!(hidden(std::slice::from_ref(&other)), 1);
    assert_eq!(hidden(&[plain, other]), 1);
}

// A kind of unit is called by its code in each row, also where the unit has the name of one of another kind.
#[test]
fn a_name_that_two_kinds_of_units_have() {
    let catalogue = Catalogue::hangjin();
    let row = |kind: &'static str| {
        let row = Observation::new(
            "城乡社区妇女议事会覆盖率",
            year(2024),
            Value::Number(number("95")),
            Unit::Percent,
        );
        row.in_unit(ReportingUnit::new(kind, "7"))
    };
    let data = catalogue.data([row("社区"), row("嘎查")]);
    let unknown =
        |finding: &&dabiao::data::Finding| matches!(finding.kind, FindingKind::UnknownUnitKind { .. });
    assert_eq!(data.findings().iter().find(unknown), None);
    let kinds = catalogue.data([row("街道"), row("旅")]).findings().iter().filter(unknown).count();
    assert_eq!(kinds, 2);
}

// A name of which nothing can be seen is another one than none.
#[test]
fn an_area_of_which_nothing_can_be_seen() {
    let catalogue = Catalogue::hangjin();
    let unnamed = MATERNAL_MORTALITY_RATIO.observe(year(2024), per_100k("11"));
    let data = catalogue.data([unnamed, of_area("\u{200b}", "14.3")]);
    let outcome = |area: &str| {
        let report = data.area(area).unwrap().report(year(2024)).unwrap();
        report.row("women.health.g2.maternal-mortality-ratio").unwrap().assessment().outcome
    };
    assert_eq!(outcome("\u{200b}"), Outcome::NotMet);
    assert_eq!(outcome(""), Outcome::Met);
}

#[test]
fn an_indicator_by_each_of_its_names() {
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    for name in ["maternal-mortality-ratio", "孕产妇死亡率", "孕产妇 死亡率"] {
        let row = Observation::new(name, year(2024), Value::Number(number("14.3")), Unit::Per100k);
        let data = catalogue.data([row]);
        assert_eq!((data.unused(), data.refused()), (0, 0), "{name}");
        let judged = Evaluator::new(&catalogue).assess(target, data.area_or_empty(""), year(2024)).unwrap();
        assert_eq!(judged.outcome, Outcome::NotMet, "{name}");
    }
}

// Rows are found whatever their kind and order: events come by day, and one cell may have a value in a wrong unit alone.
#[test]
fn events_and_values_beside_each_other() {
    let cards = ["aid", "coverage", "meetings", "vaccination"];
    let [aid, coverage, meetings, vaccination] =
        [happening(cards[0]), share(cards[1]), happening(cards[2]), share(cards[3])];
    let all = vec![aid.clone(), coverage.clone(), meetings.clone(), vaccination.clone()];
    let asked = [at_least("1"), at_least("90")];
    let targets = all.iter().enumerate().map(|(at, card)| goal(cards[at], cards[at], card, asked[at % 2]));
    let county = County::of(all.clone(), targets.collect());
    let event = |card: &IndicatorCard| Observation::event(card.id.clone(), "2024-03-01".parse().unwrap());
    let value = |card: &IndicatorCard| {
        Observation::new(card.id.clone(), year(2024), Value::Number(number("95")), Unit::Percent)
    };
    let rows = [event(&aid), value(&coverage), event(&meetings), value(&vaccination)];
    for told in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let county = told.iter().fold(county.clone(), |county, at| county.observed(rows[*at].clone()));
        let report = county.report(2024);
        let outcomes = report.rows.iter().map(|row| row.assessment().outcome).collect::<Vec<_>>();
        assert_eq!(outcomes, [Outcome::Met; 4], "{told:?}");
    }
    // Two places, the one behind the other.
    let two = county.observed(value(&vaccination)).observed(event(&aid)).report(2024);
    let met = two.rows.iter().map(|row| row.assessment().outcome == Outcome::Met).collect::<Vec<_>>();
    assert_eq!(met, [true, false, false, true]);
}

// Of two values of one cell none is taken, also where one of them cannot be.
#[test]
fn a_value_beside_one_that_cannot_be() {
    for other in ["120", "999"] {
        let county = County::asking(share("coverage"), at_least("90")).told("2024", "95").told("2024", other);
        assert_eq!(county.outcome(2024), Outcome::Undetermined, "{other}");
        assert!(county.findings().iter().any(|kind| matches!(kind, FindingKind::Conflict { .. })), "{other}");
    }
    // Counts are what is judged, whatever is printed beside them.
    let county = County::asking(share("coverage"), at_least("90")).told("2024", "95/100").told("2024", "120");
    assert_eq!(county.outcome(2024), Outcome::Met);
}

// What is odd about a part of the population is told of that part.
#[test]
fn a_part_outside_the_plan_is_named() {
    let county = County::asking(share("coverage"), at_least("90")).told_in("urban", "2009", "95");
    let data = county.data();
    let odd = data.findings().iter().find(|finding| finding.kind == FindingKind::OutsidePlan).unwrap();
    assert_eq!(
        odd.cell,
        Some(Bilingual { zh: "coverage（中文）2009年城镇".into(), en: "coverage 2009, urban".into() })
    );
}

// A roster may be meant for another year that has values and none; while a survey stands its units are asked for.
#[test]
fn a_roster_of_another_year() {
    let told = |calendar, at| {
        let card = IndicatorCard { calendar, ..share("coverage") };
        let county = County::asking(card, at_least("90")).over(Scope::EveryUnit).roster(at, &["A"]);
        let other = |kind: &FindingKind| matches!(kind, FindingKind::RosterOfAnotherYear { .. });
        county.observed(of_unit("township", "A", 2020)).findings().iter().filter(|kind| other(kind)).count()
    };
    for (calendar, at, odd) in [
        (Calendar::Year, 2020, 0),
        (Calendar::Year, 2021, 1),
        (Calendar::Every(3), 2021, 0),
        (Calendar::Every(3), 2022, 0),
        (Calendar::Every(3), 2023, 1),
        (Calendar::Every(3), 2024, 1),
        (Calendar::Survey, 2030, 0),
    ] {
        assert_eq!(told(calendar, at), odd, "{calendar:?} {at}");
    }
}

// The whole population is a part that has words too.
#[test]
fn the_whole_population_in_words() {
    let words = |given, expected| {
        let kind = FindingKind::OtherPopulation { given, expected };
        (kind.zh(), kind.to_string())
    };
    let (zh, en) = words(Disaggregation::TOTAL, Disaggregation::RURAL);
    assert!(zh.contains("全部人口") && zh.contains("农村牧区"), "{zh}");
    assert!(en.contains("everybody") && en.contains("everybody in rural areas"), "{en}");
    let (_, en) = words(Disaggregation::MALE, Disaggregation::FEMALE);
    assert!(en.contains("men") && en.contains("women") && !en.contains("persons"), "{en}");
}
