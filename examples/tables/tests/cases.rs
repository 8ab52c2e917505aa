//! The cases of `tests/edges` as CSV files: rows, rosters, and the report as it is printed.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "../../../tests/edges/mod.rs"]
#[expect(dead_code, reason = "other doors are asked by a request")]
mod edges;

use dabiao::judge::Method;
use dabiao::{Catalogue, Language, Year};
use dabiao_tables::document::Document;
use dabiao_tables::observations::{self, Names};
use dabiao_tables::run::{Choices, Input};
use dabiao_tables::{print, rosters};

use edges::{COLUMNS, Case, Told, ask, cases};

fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let quoted = |cell: &str| match cell.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    };
    cells.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

fn told(case: &Case) -> Told {
    let catalogue = Catalogue::hangjin();
    let (mut table, mut begins) = (line(COLUMNS), Vec::new());
    for row in case.rows() {
        begins.push(u32::try_from(table.matches('\n').count() + 1).unwrap());
        table += &line(row.iter().map(String::as_str));
    }
    let mut choices = Choices { year: Some(Year::literal(2024)), ..Choices::default() };
    choices.method = if case.is_rounded() { Method::Rounded } else { Method::FullValue };
    let mut input = Input {
        table: observations::read(&catalogue, "t.csv", &table, &Names::new()).unwrap(),
        ..Input::default()
    };
    let names = case.rosters();
    if !names.is_empty() {
        let rows = names.iter().map(|row| line(row.iter().map(String::as_str)));
        let text = line(["area", "unit_kind", "unit_id", "year"]) + &rows.collect::<String>();
        input.rosters = rosters::read(&catalogue, "r.csv", &text).unwrap();
    }
    let run = choices.judge(&catalogue, input).unwrap();
    let report = run.reports.iter().find(|report| report.area.as_deref() == Some(&*case.area())).unwrap();

    let mut told = Told::of(report);
    (told.used, told.unused) = (run.used, run.unused_rows);
    assert_eq!(run.table.read, told.used + told.unused + run.refused, "{}", case.name);
    for refusal in &run.table.refused {
        let row = begins.iter().position(|begin| *begin == refusal.line).unwrap();
        for wrong in &refusal.wrongs {
            assert!(wrong.line >= refusal.line);
            let column = usize::try_from(wrong.column).unwrap();
            told.refused.push((row, COLUMNS[column - 1].to_owned(), wrong.zh.clone()));
        }
    }
    let of_rosters = run.rosters.refused.iter().flat_map(|refusal| refusal.lines(Language::Chinese));
    let unused = run.unused.iter().map(|wrong| wrong.zh.clone());
    told.findings.retain(|finding| !finding.contains("名录"));
    told.findings.extend(of_rosters.map(|line| format!("名录：{line}")).chain(unused));

    let document = Document { catalogue: &catalogue, run: &run, language: Language::Chinese };
    for blocks in [document.before(), document.of(report, None), document.data()] {
        told.printed += &print::document(&blocks, 100);
    }
    // Nothing that was told is only in the data: a reader sees it.
    for (_, _, message) in &told.refused {
        let plain = |text: &str| text.chars().filter(|found| !found.is_whitespace()).collect::<String>();
        let shown = dabiao_tables::visible(message);
        assert!(plain(&told.printed).contains(&plain(&shown)), "{}: {message}\n{}", case.name, told.printed);
    }
    told
}

#[test]
fn by_a_text_table() {
    ask(&cases(), |case| vec![told(case)]);
}
