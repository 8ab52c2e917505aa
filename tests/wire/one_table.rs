//! One table by every way in that takes rows.

use dabiao::{
    Catalogue, Evaluator, Observation, Outcome, Record, Report, Roster, Year,
    data::{FindingKind, Missing, Status},
    json,
    values::{Disaggregation, End, Interval, Period, ReportingUnit, Unit, Value, cases},
};

use crate::conformance::pack;

/// The observations of `tests/conformance/one-table`, written in code. Two rows whose value cannot be read leave their cell.
fn typed() -> Vec<Observation> {
    let year = Year::literal(2024);
    let number = |text: &str| Value::Number(text.parse().unwrap());
    let new =
        |name: &str, period: Period, value: &str, unit| Observation::new(name, period, number(value), unit);
    let end = |text: &str| Some(End { number: text.parse().unwrap(), included: true });
    let township = |name: &str| ReportingUnit::new("township", name);
    let vaccinated = "immunisation-coverage";
    let rows = vec![
        new("maternal-mortality-ratio", Year::literal(2023).into(), "15.1", Unit::Per100k),
        new("maternal-mortality-ratio", year.into(), "14.3", Unit::Per100k).status(Status::Provisional),
        new("maternal-mortality-ratio", year.into(), "15.9", Unit::Per100k)
            .among(Disaggregation::RURAL)
            .status(Status::Provisional),
        Observation::new(
            "infant-mortality-rate",
            Year::literal(2023),
            Value::Counts(cases(4).of(712)),
            Unit::PerMille,
        ),
        Observation::missing("infant-mortality-rate", year, Missing::ErrorCell),
        Observation::new(
            "under-5-mortality-rate",
            year,
            Value::Interval(Interval::new(end("5"), end("6")).unwrap()),
            Unit::PerMille,
        ),
        new("under-5-mortality-rate", year.into(), "13.5", Unit::PerMille).among(Disaggregation::FEMALE),
        Observation::missing("neonatal-mortality-rate", year, Missing::NotCollected),
        new("女性人均预期寿命", Year::literal(2020).into(), "80.88", Unit::Years),
        new("preschool-gross-enrolment-rate", Period::SchoolYear(year), "97", Unit::Percent),
        new("compulsory-education-retention-rate", year.into(), "959", Unit::PerMille),
        new("caesarean-section-rate", Year::literal(2020).into(), "45.1", Unit::Percent),
        new("caesarean-section-rate", year.into(), "44.9", Unit::Percent).after_break(),
        new(vaccinated, year.into(), "96.4", Unit::Percent).in_unit(township("甲镇")),
        new(vaccinated, year.into(), "90", Unit::Percent).in_unit(township("乙镇")),
        Observation::missing(vaccinated, year, Missing::ErrorCell).in_unit(township("丙镇")),
    ];
    rows.into_iter().map(|row| row.in_area("A")).collect()
}

/// A report without its sentences and the places of its rows, and without what is told of rows that were refused: each way in has its own words
/// for where a row stands.
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
    let mut report = serde_json::to_value(&report).unwrap();
    for row in report["rows"].as_array_mut().unwrap() {
        row.as_object_mut().unwrap().remove("texts");
    }
    report
}

/// `tests/conformance/one-table` by every way in that takes rows: the reports are equal but for the places of the rows. The
/// same table goes through CSV in `examples/tables`, through SQLite in `examples/mis_database`, and through the C API in
/// `examples/c_abi`.
#[test]
fn one_table_by_every_way_in() {
    const TABLE: &str = include_str!("../conformance/one-table/table.csv");
    const ROSTERS: &str = include_str!("../conformance/one-table/rosters.csv");
    const REQUEST: &str = include_str!("../conformance/one-table/request.json");
    let cells = |text: &'static str| -> Vec<Vec<&'static str>> {
        text.lines().map(|line| line.split(',').collect()).collect()
    };
    let catalogue = Catalogue::hangjin();
    let request = json::Request::read(REQUEST).unwrap();
    let wanted = |target: &dabiao::Target| request.judge.as_ref().unwrap().iter().any(|id| *id == target.id);
    let report = |rows: Vec<Observation>, rosters: Vec<Roster>| {
        let data = catalogue.data(rows).with_rosters(rosters);
        let evaluator = Evaluator::new(&catalogue);
        evaluator.report_on(data.area("A").unwrap(), Year::literal(2024), wanted).unwrap()
    };

    let table = cells(TABLE);
    let (mut by_record, mut refused) = (Vec::new(), 0);
    for row in &table[1..] {
        let [
            indicator,
            area,
            unit_kind,
            unit_id,
            residence,
            sex,
            period,
            value,
            unit,
            numerator,
            denominator,
            status,
            break_before,
        ] = row.as_slice().try_into().unwrap();
        let record = Record {
            indicator,
            area,
            unit_kind,
            unit_id,
            residence,
            sex,
            period,
            value,
            unit,
            numerator,
            denominator,
            status,
            break_before,
            ..Record::default()
        };
        match record.read(&catalogue) {
            Ok(row) => by_record.push(row),
            Err(_) => {
                refused += 1;
                by_record.extend(record.cell(&catalogue));
            }
        }
    }
    assert_eq!((by_record.len(), refused), (16, 3));
    let rosters = cells(ROSTERS)
        .into_iter()
        .skip(1)
        .map(|row| Roster::new(row[1], Year::literal(2024), [row[2]]).in_area(row[0]));
    let of_townships =
        Roster::new("township", Year::literal(2024), ["甲镇", "乙镇", "丙镇", "丁\u{3000}镇"]).in_area("A");

    let in_code = report(typed(), vec![of_townships]);
    let told: Vec<(&str, Outcome)> =
        in_code.rows.iter().map(|row| (&*row.target.id, row.assessment().outcome)).collect();
    assert_eq!(
        told,
        [
            ("women.health.g1.female-life-expectancy", Outcome::Undetermined),
            ("women.health.g2.maternal-mortality-ratio", Outcome::NotMet),
            ("women.health.g2.maternal-mortality-ratio.urban-rural-gap", Outcome::Undetermined),
            ("women.health.g3.caesarean-section-rate", Outcome::Undetermined),
            ("women.education.g4.compulsory-education-retention-rate", Outcome::NotMet),
            ("children.health.g3.neonatal-mortality-rate", Outcome::Undetermined),
            ("children.health.g3.infant-mortality-rate", Outcome::Undetermined),
            ("children.health.g3.under-5-mortality-rate", Outcome::Met),
            ("children.health.g6.immunisation-coverage", Outcome::Undetermined),
            ("children.education.g2.preschool-gross-enrolment-rate", Outcome::Met),
        ]
    );
    let townships =
        in_code.row("children.health.g6.immunisation-coverage").unwrap().assessment().units.clone().unwrap();
    assert_eq!(
        (townships.passed, &*townships.not_reported, &*townships.undetermined),
        (2, ["丁\u{3000}镇".into()].as_slice(), ["丙镇".into()].as_slice())
    );

    let expected = without_places(in_code);
    for told in [report(by_record, rosters.collect()), request.report().unwrap()] {
        let told = without_places(told);
        assert_eq!(told["findings"], expected["findings"]);
        for (told, expected) in
            told["rows"].as_array().unwrap().iter().zip(expected["rows"].as_array().unwrap())
        {
            for (part, told) in told.as_object().unwrap() {
                assert_eq!(*told, expected[part]);
            }
        }
        assert_eq!(told, expected);
    }
    // The answer that the pack holds is the same report, with sentences.
    let (_, _, _, answer) = pack().iter().find(|(name, ..)| name == "one-table").unwrap();
    assert_eq!(without_places(serde_json::from_str(answer).unwrap()), expected);
    // And the request holds the rows of the table, cell for cell.
    let request: serde_json::Value = serde_json::from_str(REQUEST).unwrap();
    for (row, told) in table[1..].iter().zip(request["observations"].as_array().unwrap()) {
        let written = table[0].iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let written: serde_json::Map<_, _> =
            written.map(|(name, cell)| ((*name).to_owned(), serde_json::Value::from(*cell))).collect();
        assert_eq!(*told, serde_json::Value::from(written));
    }
}
