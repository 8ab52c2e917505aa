//! Which rows are read by a relation between figures, where no target and no gap reads them; the rest is named as unused.

use dabiao::data::{Effect, FindingKind};
use dabiao::json::PlanDocument;
use dabiao::values::{Counts, Disaggregation, Unit, Value as Told};
use dabiao::{Catalogue, Observation, Record, Year};
use serde_json::{Value, json};

use super::Sheet;
use super::own::{plan, relation, value};

/// How many rows of the whole, and of parts, nothing reads.
fn unused(data: &dabiao::Data<'_>) -> (usize, usize) {
    let (mut wholes, mut parts) = (0, 0);
    for finding in data.findings() {
        match finding.kind {
            FindingKind::IndicatorUnused { rows, .. } => wholes += rows,
            FindingKind::PartUnused { rows, .. } => parts += rows,
            _ => continue,
        }
        assert_eq!(finding.kind.effect(), Effect::Unused);
    }
    assert_eq!(data.unused(), wholes + parts);
    (wholes, parts)
}

const TOWN: Disaggregation = Disaggregation::URBAN;
const ALL: Disaggregation = Disaggregation::TOTAL;

/// The same for rows of indicators of a host, with one relation between them.
fn beside(says: Value, rows: &[(&'static str, Disaggregation)]) -> (usize, usize) {
    let mut catalogue = Catalogue::hangjin();
    PlanDocument::add(&mut catalogue, &plan(json!([relation("ours.1", "must", says)])))
        .expect("a sound plan");
    let row = |(id, part): &(&'static str, Disaggregation)| {
        let number = Told::Number("5".parse().expect("a number"));
        let (value, unit) = match *id {
            "income" => (number, Unit::Yuan),
            "early-deaths" => (number, Unit::PerMille),
            "neonatal-mortality-rate" => {
                (Told::Counts(Counts { numerator: 5, denominator: 1000 }), Unit::PerMille)
            }
            _ => (number, Unit::Persons),
        };
        Observation::new(*id, Year::literal(2024), value, unit).among(*part)
    };
    unused(&catalogue.data(rows.iter().map(row)))
}

#[test]
fn a_relation_reads_the_whole_and_each_part_with_all_its_sides() {
    let order = || json!({ "part_of": { "left": [value("girls")], "right": [value("pupils")] } });
    assert_eq!(beside(order(), &[("pupils", ALL), ("girls", ALL)]), (0, 0));
    assert_eq!(beside(order(), &[("pupils", ALL), ("income", ALL)]), (1, 0));
    assert_eq!(beside(order(), &[("pupils", TOWN), ("girls", TOWN)]), (0, 0));
    assert_eq!(beside(order(), &[("pupils", TOWN), ("girls", Disaggregation::RURAL)]), (0, 2));
    assert_eq!(beside(order(), &[("girls", TOWN)]), (0, 1));
    // What is not reported but known asks for no row.
    let days = || json!({ "order": { "left": [value("girls")], "right": [{ "of": "days_of_the_year" }] } });
    assert_eq!(beside(days(), &[("girls", TOWN)]), (0, 0));
    // A part that is named as the whole is the whole.
    let whole = json!({ "of": "value", "indicator": "pupils", "disaggregation": ALL });
    let named = json!({ "part_of": { "left": [value("girls")], "right": [whole] } });
    assert_eq!(beside(named, &[("pupils", ALL), ("girls", ALL)]), (0, 0));
}

#[test]
fn figures_that_are_one_number_are_read_in_pairs() {
    let births = json!({ "of": "denominator", "indicator": "neonatal-mortality-rate" });
    let same = || json!({ "same": { "figures": [value("pupils"), value("girls"), births] } });
    assert_eq!(beside(same(), &[("pupils", TOWN), ("girls", TOWN)]), (0, 0));
    assert_eq!(beside(same(), &[("pupils", TOWN)]), (0, 1));
}

// A change is looked at for the area as a whole alone.
#[test]
fn a_change_reads_no_part() {
    let change = json!({ "change": { "figures": [value("pupils")], "percent": "30" } });
    assert_eq!(beside(change.clone(), &[("pupils", ALL)]), (0, 0));
    assert_eq!(beside(change, &[("pupils", TOWN)]), (0, 1));
}

// Heads add up and a share lies between those of its parts; of mean incomes nothing is known without the heads.
#[test]
fn a_whole_and_its_parts_are_read_where_they_can_be_compared() {
    let order = || json!({ "part_of": { "left": [value("girls")], "right": [value("pupils")] } });
    let parts = |id| [(id, ALL), (id, TOWN), (id, Disaggregation::RURAL)];
    assert_eq!(beside(order(), &parts("pupils")), (0, 0));
    assert_eq!(beside(order(), &parts("income")), (1, 2));
    let share = |numerator, denominator, value| {
        let row = |residence| Record {
            indicator: "新生儿访视率",
            period: "2024",
            residence,
            numerator,
            denominator,
            value,
            ..Record::default()
        };
        let sheet = Sheet::default().row(row("")).row(row("城镇")).row(row("农村牧区"));
        unused(&sheet.data(&Catalogue::hangjin()))
    };
    assert_eq!(share("", "", "90%"), (0, 0));
    assert_eq!(share("90", "100", ""), (0, 0));
}

// The figure of men is read beside that of women, of whom the indicator speaks.
#[test]
fn men_are_read_beside_women() {
    let row = |sex, value| Record {
        indicator: "就业人员中的女性比例",
        period: "2024",
        sex,
        value,
        ..Record::default()
    };
    let women = Sheet::default().row(row("", "43.2%"));
    let both = women.clone().row(row("男", "56.8%"));
    assert_eq!(both.data(&Catalogue::hangjin()).findings(), []);
    // Alone it is the figure of another part of the population than the indicator's.
    let men = Sheet::default().row(row("男", "56.8%"));
    let catalogue = Catalogue::hangjin();
    let data = men.data(&catalogue);
    let [finding] = data.findings() else { panic!("{:?}", data.findings()) };
    assert!(
        matches!(finding.kind, FindingKind::OtherPopulation { given: Disaggregation::MALE, .. }),
        "{finding}"
    );
    assert_eq!(data.refused(), 1);
    assert_eq!(finding.kind.effect(), Effect::Refused);
}

// Groups that follow on each other make up another group as well as the whole; deaths at each age do so with their counts alone.
#[test]
fn age_groups_are_read_where_they_make_up_another() {
    let told = |indicator, rows: &[(&'static str, &'static str, &'static str)]| {
        let sheet = rows.iter().fold(Sheet::default(), |sheet, (age, value, denominator)| {
            let (value, numerator) = if denominator.is_empty() { (*value, "") } else { ("", *value) };
            sheet.row(Record {
                indicator,
                period: "2024",
                age,
                value,
                numerator,
                denominator,
                ..Record::default()
            })
        });
        unused(&sheet.data(&Catalogue::hangjin()))
    };
    const EYES: &str = "0—6岁儿童眼保健和视力检查覆盖率";
    let groups = [("1—6岁", "90%", ""), ("1—2岁", "85%", ""), ("3—6岁", "95%", "")];
    assert_eq!(told(EYES, &groups), (0, 0));
    assert_eq!(told(EYES, &[groups[0], groups[1]]), (0, 2));
    let babies = ("0岁", "80%", "");
    assert_eq!(told(EYES, &[groups[0], groups[1], groups[2], babies]), (0, 1));
    const DEATHS: &str = "5岁以下儿童死亡率";
    let rates = [("", "6‰", ""), ("0岁", "4‰", ""), ("1—4岁", "2‰", "")];
    assert_eq!(told(DEATHS, &rates), (0, 2));
    let counts = [("", "6", "1000"), ("0岁", "4", "1000"), ("1—4岁", "2", "1000")];
    assert_eq!(told(DEATHS, &counts), (0, 0));
}
