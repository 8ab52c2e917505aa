//! Which area, and by whose catalogue: slips of the caller are errors that say what would be right.

use dabiao::{
    Catalogue, Evaluator, Observation, Standing, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k,
};

const YEAR: Year = Year::literal(2024);

fn row(area: &'static str) -> Observation {
    MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k("14.3")).in_area(area)
}

#[test]
fn an_area_without_rows_is_an_error_that_names_those_with_rows() {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(["150621", "150625"].map(row));
    let error = data.area("150652").unwrap_err();
    assert_eq!(
        error.to_string(),
        "area `150652` cannot be used: it has no rows; the areas with rows are 150621, 150625"
    );
    assert_eq!(error.zh(), "地区“150652”不能使用：没有该地区的数据；有数据的地区是150621、150625");
}

#[test]
fn rows_that_name_no_area_are_one_of_their_own() {
    let catalogue = Catalogue::hangjin();
    let unnamed = MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k("15"));
    // A blank name is none, however it comes.
    let blank = Observation { area: Some(" ".into()), ..unnamed.clone() };
    assert_eq!(unnamed.clone().in_area(""), unnamed);
    let data = catalogue.data([blank]);
    assert_eq!(data.only_area().unwrap().name(), None);
    assert_eq!(data.only_area().unwrap().report(YEAR).unwrap().area, None);
    assert_eq!(
        data.area("150625").unwrap_err().to_string(),
        "area `150625` cannot be used: the rows name no area; take `only_area`, or name the area in the rows"
    );
    let data = catalogue.data([unnamed, row("150625")]);
    assert_eq!(data.areas().map(|area| area.name()).collect::<Vec<_>>(), [None, Some("150625")]);
    let error = data.only_area().unwrap_err();
    assert_eq!(
        error.to_string(),
        "area cannot be used: rows of several areas are there; choose one of 150625; some rows name no area"
    );
    assert_eq!(error.zh(), "地区不能使用：数据涉及多个地区，请指明一个：150625；有的数据未注明地区");
}

#[test]
fn of_many_areas_ten_are_named() {
    let catalogue = Catalogue::hangjin();
    let codes =
        (10..22).map(|code| MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k("1")).in_area(code.to_string()));
    let data = catalogue.data(codes);
    let error = data.area("9").unwrap_err().to_string();
    assert!(error.ends_with("are 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 2 more"), "{error}");
}

#[test]
fn without_any_row_there_is_no_area() {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([]);
    assert_eq!(
        data.area("150625").unwrap_err().to_string(),
        "area `150625` cannot be used: there is no row of any area"
    );
    assert!(
        data.only_area()
            .unwrap_err()
            .to_string()
            .contains("an empty report is asked for with `area_or_empty`")
    );
    let empty = data.area_or_empty("150625").report(YEAR).unwrap();
    assert!(empty.rows.iter().all(|row| row.judgement.standing != Standing::Attained));
}

#[test]
fn a_row_that_was_refused_makes_its_area_known() {
    let catalogue = Catalogue::hangjin();
    let odd = Observation { indicator: "孕产妇死忘率".into(), ..row("150625") };
    let data = catalogue.data([odd]);
    let report = data.area("150625").unwrap().report(YEAR).unwrap();
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn the_only_area_needs_no_name() {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([row("150625")]);
    assert_eq!(data.only_area().unwrap().name(), Some("150625"));
    let two = catalogue.data(["150621", "150625"].map(row));
    let error = two.only_area().unwrap_err();
    assert!(error.to_string().ends_with("choose one of 150621, 150625"), "{error}");
}

#[test]
fn data_are_judged_by_the_catalogue_they_were_read_with() {
    let own = Catalogue::hangjin();
    let same = Catalogue::hangjin();
    let other = Catalogue::new();
    let data = own.data([row("150625")]);
    let area = data.area("150625").unwrap();
    assert!(Evaluator::new(&same).report(area, YEAR).is_ok(), "another copy of the same catalogue");
    let target = own.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let error = Evaluator::new(&other).assess(target, area, YEAR).unwrap_err();
    assert!(error.to_string().contains("make the evaluator with the same one"), "{error}");
    let error = Evaluator::new(&other).report(area, YEAR).unwrap_err();
    assert!(error.to_string().contains("make the evaluator with the same one"), "{error}");
}

#[test]
fn the_name_of_an_indicator_or_clause_leads_to_its_targets() {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([row("150625")]);
    let report = data.only_area().unwrap().report(YEAR).unwrap();
    for name in ["孕产妇死亡率", "maternal-mortality-ratio", "W1-2"] {
        let error = report.row(name).unwrap_err().to_string();
        let first = format!("no target has the id or name `{name}` (the nearest");
        assert!(error.starts_with(&first), "{error}");
        assert!(error.contains("`women.health.g2.maternal-mortality-ratio`"), "{error}");
    }
}
