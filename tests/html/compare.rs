//! A made-up prefecture of nine counties, one of which has not reported: the comparison as text and as a page.

use dabiao::{
    Catalogue, Language, Report, Year,
    indicators::MATERNAL_MORTALITY_RATIO,
    report::{AreaComparison, Part},
    values::per_100k,
};
use dabiao_tables::{
    compare::{self, Comparison},
    observations::{self, Names},
    page,
};

use crate::scene::{between, escaped, words};

const PREFECTURE: &str = include_str!("../../examples/data/made-up-prefecture.csv");
const YEAR: Year = Year::literal(2024);

fn reports() -> Vec<Report> {
    let catalogue = Catalogue::hangjin();
    let table = observations::read(&catalogue, "made-up-prefecture.csv", PREFECTURE, &Names::new()).unwrap();
    assert!(table.refused.is_empty());
    let data = catalogue.data(table.observations);
    data.areas().map(|area| area.report(YEAR).unwrap()).collect()
}

fn text(language: Language) -> String {
    let reports = reports();
    let facts = AreaComparison::new(&reports, ["白沙县", "新城区"]).unwrap();
    let title = compare::title(&Catalogue::hangjin(), &facts, language);
    Comparison { facts: &facts, reports: &reports, language }.text(&title, 100)
}

#[test]
fn the_chinese_text() {
    insta::assert_snapshot!("prefecture-zh", text(Language::Chinese));
}

#[test]
fn the_english_text() {
    insta::assert_snapshot!("prefecture-en", text(Language::English));
}

// Chinese characters and full-width signs take two columns.
#[test]
fn it_fits_the_width() {
    for line in text(Language::Chinese).lines() {
        let columns: usize = line.chars().map(|letter| if letter < '\u{2e80}' { 1 } else { 2 }).sum();
        assert!(columns <= 100, "{columns}: {line}");
    }
}

// The page and the text have the same numbers, and each verdict of each county stands in the matrix.
#[test]
fn the_page_says_what_the_text_says() {
    let reports = reports();
    let facts = AreaComparison::new(&reports, ["白沙县"]).unwrap();
    for language in [Language::Chinese, Language::English] {
        let comparison = Comparison { facts: &facts, reports: &reports, language };
        let page = page::compare::write(&Catalogue::hangjin(), &comparison);
        assert!(page.contains(&format!("<p class=\"lead\">{}</p>", escaped(&comparison.summary()))));
        let told = || Part::ALL.into_iter().flat_map(|part| comparison.told(part));
        assert!(told().count() > 10);
        let letters: Vec<&str> = told().flat_map(|target| comparison.letters(target)).collect();
        let cells = between(&page, "<td><span title=", "</td>");
        let shown: Vec<String> = cells.iter().map(|cell| words(&format!("<span title={cell}"))).collect();
        assert_eq!(shown, letters);
        for target in told() {
            assert!(page.contains(&format!("<th scope=\"row\">{}</th>", escaped(&comparison.name(target)))));
        }
    }
}

#[test]
fn a_hostile_name_stays_a_name() {
    let catalogue = Catalogue::hangjin();
    let name = "<script>alert(1)</script>";
    let rows = ["12", "13"].iter().zip([name, "乙县"]);
    let data = catalogue.data(
        rows.map(|(value, area)| MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k(value)).in_area(area)),
    );
    let reports: Vec<Report> = data.areas().map(|area| area.report(YEAR).unwrap()).collect();
    let facts = AreaComparison::new(&reports, ["<b>"]).unwrap();
    let comparison = Comparison { facts: &facts, reports: &reports, language: Language::English };
    let page = page::compare::write(&catalogue, &comparison);
    assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;script&gt;"));
}
