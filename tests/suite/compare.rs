//! Areas side by side: the verdicts of the reports, and nothing of its own.

use dabiao::{
    Catalogue, Evaluator, Observation, Outcome, Report, Settings, Standing, Year,
    ahead::SignalKind,
    indicators::{INFANT_MORTALITY_RATE, MATERNAL_MORTALITY_RATIO},
    judge::Method,
    plan::Scope,
    report::{AreaComparison, TargetComparison},
    values::{cases, per_100k},
};

const YEAR: Year = Year::literal(2024);
const RATIO: &str = "women.health.g2.maternal-mortality-ratio";

fn reports(rows: impl IntoIterator<Item = Observation>, areas: &[&str]) -> Vec<Report> {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows);
    areas.iter().map(|area| data.area_or_empty(area).report(YEAR).unwrap()).collect()
}

fn ratio(area: &'static str, value: &str) -> Observation {
    MATERNAL_MORTALITY_RATIO.observe(YEAR, per_100k(value)).in_area(area)
}

fn of<'c>(comparison: &'c AreaComparison, id: &str) -> &'c TargetComparison {
    comparison.targets.iter().find(|target| target.target == *id).unwrap()
}

#[test]
fn the_verdicts_are_those_of_the_reports() {
    let reports =
        reports([ratio("甲县", "12"), ratio("乙县", "12.1"), ratio("丙县", "3")], &["甲县", "乙县", "丙县"]);
    let across = AreaComparison::new(&reports, []).unwrap();
    assert_eq!(across.targets.len(), reports[0].rows.len());
    for target in &across.targets {
        for (verdict, report) in target.verdicts.iter().zip(&reports) {
            let (verdict, row) = (verdict.as_ref().unwrap(), report.row(&target.target).unwrap());
            assert_eq!(
                (verdict.outcome, verdict.standing),
                (row.assessment().outcome, row.judgement.standing)
            );
            assert_eq!(verdict.value, row.assessment().value);
        }
        assert_eq!(target.tally.total, 3);
    }
    for (summary, report) in across.areas.iter().zip(&reports) {
        assert_eq!((&summary.area, summary.goals.as_ref()), (&report.area, report.rollup.headline()));
    }
    // Exactly at the bound is met, just above is not; the bound is 12, and 12.1 - 3 = 9.1 of it are 75.83 %.
    let told = of(&across, RATIO);
    assert_eq!((told.tally.met, told.tally.not_met), (2, 1));
    assert_eq!((told.best, told.worst), (Some(2), Some(1)));
    assert_eq!(told.spread.as_ref().unwrap().rounded(4), "0.7583");
}

#[test]
fn of_equal_values_none_is_best() {
    let reports = reports([ratio("甲县", "12"), ratio("乙县", "12.0")], &["甲县", "乙县"]);
    let across = AreaComparison::new(&reports, []).unwrap();
    let told = of(&across, RATIO);
    assert_eq!((told.best, told.worst, &told.spread), (None, None, &None));
}

#[test]
fn who_has_not_reported_is_named_once_and_folded() {
    let reports = reports([ratio("甲县", "12")], &["甲县", "乙县"]);
    // 乙县 has an empty report, 丙县 none at all; 甲　县 is 甲县.
    let across = AreaComparison::new(&reports, ["甲　县", "乙县", "丙县", "丙县"]).unwrap();
    assert_eq!(across.not_reported, ["丙县", "乙县"]);
}

// A county with data of the years before alone has not reported this year.
#[test]
fn a_value_of_another_year_is_no_report() {
    let old = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2023), per_100k("12")).in_area("乙县");
    let reports = reports([ratio("甲县", "12"), old], &["甲县", "乙县"]);
    let across = AreaComparison::new(&reports, []).unwrap();
    assert_eq!(across.not_reported, ["乙县"]);
}

#[test]
fn few_cases_are_marked_and_missing_data_are_no_warnings() {
    let year = |year, deaths| {
        INFANT_MORTALITY_RATE.observe(Year::literal(year), cases(deaths).of(700)).in_area("甲县")
    };
    let many = INFANT_MORTALITY_RATE.observe(YEAR, cases(40).of(9_000)).in_area("乙县");
    let rows = (2020..=2024).map(|number| year(number, 3)).chain([many]);
    let reports = reports(rows, &["甲县", "乙县"]);
    let across = AreaComparison::new(&reports, []).unwrap();
    let told = of(&across, "children.health.g3.infant-mortality-rate");
    let small = |place: usize| told.verdicts[place].as_ref().unwrap().small;
    assert_eq!((small(0), small(1)), (true, false));
    for (summary, report) in across.areas.iter().zip(&reports) {
        let not_reported =
            report.rows.iter().filter(|row| row.judgement.standing == Standing::NoData).count();
        assert_eq!(summary.no_data, not_reported);
        let missing = |row: &&dabiao::report::Row| {
            row.judgement.warnings.iter().any(|warning| warning.signal.kind() == SignalKind::NotReported)
        };
        assert!(report.rows.iter().filter(missing).count() > 100);
        assert_eq!(summary.warned, 0);
    }
}

#[test]
fn what_does_not_compare_is_an_error() {
    let said = |reports: &[Report]| AreaComparison::new(reports, []).unwrap_err();
    assert_eq!(
        said(&[]).to_string(),
        "reports cannot be used: there is none; a comparison needs one for each area"
    );
    let [one, other] = reports([ratio("甲县", "12")], &["甲县", "乙县"]).try_into().unwrap();
    let mut alike = other.clone();
    alike.area = Some("甲 县".into());
    let twice = said(&[one.clone(), alike]);
    assert_eq!(twice.zh(), "地区“甲 县”不能使用：有两份报告；每个地区只给一份");
    let mut of_later = other.clone();
    of_later.year = Year::literal(2025);
    let later = said(&[one.clone(), of_later]);
    assert_eq!(
        later.to_string(),
        "year `2025` cannot be used: the report of `甲县` is of 2024; compare reports of one year"
    );
    let settings = Settings { method: Method::Rounded, ..Settings::default() };
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data([]);
    let rounded =
        Evaluator::with(&catalogue, settings).unwrap().report(data.area_or_empty("乙县"), YEAR).unwrap();
    assert!(said(&[one.clone(), rounded]).to_string().contains("other settings"));
    let mut card = other;
    card.rows[0].target.scope = Scope::EveryUnit("another".into());
    assert!(said(&[one, card]).to_string().contains("different cards"));
}

// Its figures could not be read: it has reported, and the findings say what is wrong.
#[test]
fn a_refused_row_is_a_report() {
    let odd = Observation { indicator: "孕产妇死忘率".into(), ..ratio("乙县", "12") };
    let reports = reports([ratio("甲县", "12"), odd], &["甲县", "乙县"]);
    assert!(AreaComparison::new(&reports, []).unwrap().not_reported.is_empty());
}

// A target that is in force in one county alone has no verdict in the other.
#[test]
fn a_target_without_a_row_is_none() {
    let [one, mut other] =
        reports([ratio("甲县", "12"), ratio("乙县", "3")], &["甲县", "乙县"]).try_into().unwrap();
    other.rows.retain(|row| row.target.id != *RATIO);
    let across = AreaComparison::new(&[other, one], []).unwrap();
    let told = of(&across, RATIO);
    assert!(told.verdicts[0].is_none());
    assert_eq!(told.verdicts[1].as_ref().unwrap().outcome, Outcome::Met);
    assert_eq!(told.tally.total, 1);
}
