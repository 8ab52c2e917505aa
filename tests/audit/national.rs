//! The published national series of 2020-2024 hold, but for what the chapter on the audit explains.

use dabiao::data::FindingKind;
use dabiao::{Catalogue, Data, Record};

const ROWS: &str = include_str!("../../examples/data/national-2020-2024.csv");
const NAMES: &str = include_str!("../../examples/data/national-names.csv");

/// The cells of a line; a cell in quotes may have commas.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for found in line.chars() {
        match found {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().expect("a cell").push(found),
        }
    }
    cells
}

fn data(catalogue: &Catalogue) -> Data<'_> {
    let names: Vec<Vec<String>> = NAMES.lines().skip(1).map(cells).collect();
    let mut rows = Vec::new();
    for line in ROWS.lines().skip(1) {
        let cells = cells(line);
        let [indicator, residence, sex, period, value, unit, status, break_before, source] = cells.as_slice()
        else {
            panic!("{line}")
        };
        let own = names.iter().find(|name| name[0] == *indicator).map_or(indicator, |name| &name[1]);
        let record = Record {
            indicator: own,
            residence,
            sex,
            period,
            value,
            unit,
            status,
            break_before,
            source,
            ..Record::default()
        };
        // Some published series are no indicator of the plans.
        rows.extend(record.read(catalogue));
    }
    assert!(rows.len() > 100, "{}", rows.len());
    catalogue.data(rows)
}

#[test]
fn national_series_hold() {
    let catalogue = Catalogue::hangjin();
    let audit = data(&catalogue).area_or_empty("").audit();
    assert!(audit.checked() > 100, "{}", audit.checked());
    let found: Vec<String> = audit
        .findings()
        .iter()
        .map(|finding| match &finding.kind {
            FindingKind::RelationBroken(broken) => {
                format!("{} {}", broken.relation, finding.cell.as_ref().unwrap().en)
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        found,
        Vec::<String>::new(),
        "{:#?}",
        audit.findings().iter().map(|f| f.kind.zh()).collect::<Vec<_>>()
    );
}
