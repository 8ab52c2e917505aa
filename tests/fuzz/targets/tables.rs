//! Any text as a table of observations: every line that is not blank is read, refused with its line, stands above the header,
//! or is part of an error for the whole file.

#![no_main]

use dabiao::{Evaluator, Year};
use dabiao_fuzz::CATALOGUE;
use dabiao_tables::observations::{Names, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = &*CATALOGUE;
    let table = match read(catalogue, "table.csv", text, &Names::new()) {
        Ok(table) => table,
        Err(wrong) => {
            assert!(wrong.line as usize <= dabiao_fuzz::lines(text).count());
            return;
        }
    };
    assert_eq!(table.read, table.observations.len() + table.refused.len());
    let of_row = |row: &dabiao::Observation| -> u32 {
        let place = row.source.as_deref().and_then(|source| source.strip_prefix("table.csv:")).unwrap();
        place.split(' ').next().unwrap().parse().unwrap()
    };
    let read = table.observations.iter().map(of_row);
    let refused = table.refused.iter().map(|refusal| refusal.line);
    let titles = table.titles.iter().map(|(_, line, _)| *line);
    // The header stands on a line of its own.
    dabiao_fuzz::conserves(text, read.chain(refused).chain(titles).collect(), 1);
    for refusal in &table.refused {
        assert!(refusal.line >= 1 && refusal.line as usize <= dabiao_fuzz::lines(text).count());
        assert!(!refusal.wrongs.is_empty());
    }
    let areas: Vec<String> =
        table.observations.iter().map(|row| row.area.as_deref().unwrap_or_default().to_owned()).collect();
    let rows = table.observations.len();
    let data = catalogue.data(table.observations.into_iter().chain(table.unread));
    assert!(data.refused() + data.unused() <= rows);
    for area in areas.iter().take(2) {
        let report = Evaluator::new(catalogue).report(data.area(area).unwrap(), Year::literal(2024));
        assert!(report.is_ok());
    }
});
