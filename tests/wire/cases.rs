//! The cases of `tests/edges` by `Record`, by typed rows and by the JSON API.

use dabiao::{
    Catalogue, Evaluator, Observation, Record, Roster, Settings,
    data::{Datum, Remark},
    json,
    judge::Method,
    values::{Disaggregation, ReportingUnit, Year},
};

use crate::edges_of_all_doors::{COLUMNS, Case, Told, ask, cases};

fn record<'a>(row: &'a [String; COLUMNS.len()]) -> Record<'a> {
    let [indicator, area, unit_kind, unit_id, residence, sex, period, value, unit, status] =
        row.each_ref().map(String::as_str);
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
        status,
        ..Record::default()
    };
    Record { source: "", ..record }
}

/// A row that was read as a host would write it in code: the names as they are given, and nothing that a cell alone can say.
fn typed(row: &[String; COLUMNS.len()], read: &Observation) -> Observation {
    let [indicator, area, kind, unit, residence, sex, ..] = row.each_ref().map(String::as_str);
    let disaggregation = Disaggregation {
        residence: residence.parse().unwrap(),
        sex: sex.parse().unwrap(),
        ..Disaggregation::TOTAL
    };
    let of_unit = (!kind.is_empty()).then(|| ReportingUnit::new(kind.to_owned(), unit.to_owned()));
    Observation {
        indicator: indicator.to_owned().into(),
        area: Some(area.to_owned().into()),
        area_unit: of_unit,
        disaggregation,
        remarks: read
            .remarks
            .iter()
            .filter(|remark| matches!(remark, Remark::Words { .. }))
            .cloned()
            .collect(),
        ..read.clone()
    }
}

fn rosters(case: &Case) -> Vec<Roster> {
    let mut rosters: Vec<([String; 3], Vec<String>)> = Vec::new();
    for [area, kind, unit, year] in case.rosters() {
        let key = [area, kind, year];
        match rosters.iter_mut().find(|(known, _)| *known == key) {
            Some((_, units)) => units.push(unit),
            None => rosters.push((key, vec![unit])),
        }
    }
    let roster = |([area, kind, year], units): ([String; 3], Vec<String>)| {
        let roster = Roster::new(kind, year.parse::<Year>().unwrap(), units);
        if area.is_empty() { roster } else { roster.in_area(area) }
    };
    rosters.into_iter().map(roster).collect()
}

fn judged(case: &Case, rows: Vec<Observation>, read: usize, unread: usize) -> Told {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows).with_rosters(rosters(case));
    let method = if case.is_rounded() { Method::Rounded } else { Method::FullValue };
    let evaluator = Evaluator::with(&catalogue, Settings { method, ..Settings::default() }).unwrap();
    let area = case.area();
    let report = evaluator.report(data.area(&area).unwrap(), Year::literal(2024)).unwrap();
    let mut told = Told::of(&report);
    // A roster may be of an area that no report is of.
    let stray = data.findings().iter().filter(|finding| !report.findings.contains(finding));
    told.findings.extend(stray.map(|finding| finding.kind.zh()));
    told.unused = data.unused();
    told.used = read - unread - data.refused() - data.unused();
    told
}

/// Both reports: of what `Record` reads, and of the same rows written in code.
fn by_rows(case: &Case) -> Vec<Told> {
    let catalogue = Catalogue::hangjin();
    let (mut by_record, mut by_hand, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let (rows, mut unread) = (case.rows(), 0);
    for (place, row) in rows.iter().enumerate() {
        let record = record(row);
        match record.read(&catalogue) {
            Ok(read) => {
                by_hand.push(typed(row, &read));
                by_record.push(read);
            }
            Err(errors) => {
                let cell = record.cell(&catalogue);
                assert!(cell.iter().all(|cell| matches!(cell.datum, Datum::Missing(_))));
                by_record.extend(cell.clone());
                by_hand.extend(cell);
                unread += 1;
                refused.extend(errors.iter().map(|error| (place, error.column().to_owned(), error.zh())));
            }
        }
    }
    let judge = |read| Told { refused: refused.clone(), ..judged(case, read, rows.len(), unread) };
    vec![judge(by_record), judge(by_hand)]
}

#[test]
fn by_record_and_by_typed_rows() {
    ask(&cases(), by_rows);
}

#[test]
fn by_the_json_api() {
    ask(cases().iter().filter(|case| case.names_areas()), |case| {
        let answer = json::evaluate(case.request().as_bytes());
        let answer = answer.unwrap_or_else(|refusal| panic!("{}: {}", case.name, refusal.to_json()));
        vec![Told::of_answer(case, &answer)]
    });
}
