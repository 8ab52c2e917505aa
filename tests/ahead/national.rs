//! The national series of 2020 to 2024, compared with the county's bounds.

use dabiao::indicators::{
    MATERNAL_MORTALITY_RATIO, SCIENTIFIC_LITERACY_SEX_GAP, SENIOR_SECONDARY_ENROLMENT, WOMEN_AMONG_EMPLOYED,
};
use dabiao::{
    Catalogue, Evaluator, Observation, Outcome, Standing, Year,
    ahead::{Clearing, Outlook, Position},
    report::{Judgement, ReportKind},
    values::{Disaggregation, Ratio, per_100k, percent, percentage_points},
};

use crate::scene::{exact, names, numbers, year};

const MATERNAL: &str = "women.health.g2.maternal-mortality-ratio";
const GAP: &str = "women.health.g2.maternal-mortality-ratio.urban-rural-gap";
const EMPLOYED: &str = "women.economy.g2.women-share-of-employed";
const ENROLMENT: &str = "women.education.g5.senior-secondary-gross-enrolment-rate";
const SCIENCE: &str = "women.education.g7.scientific-literacy-rate.sex-gap";

struct Told {
    target: &'static str,
    rows: Vec<Observation>,
}

impl Told {
    fn judge(&self, at: i32) -> Judgement {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data(self.rows.clone());
        let target = catalogue.target(self.target).unwrap();
        Evaluator::new(&catalogue).judge(target, data.area_or_empty(""), year(at)).unwrap()
    }

    fn standings(&self, years: std::ops::RangeInclusive<i32>) -> Vec<Standing> {
        years.map(|at| self.judge(at).standing).collect()
    }
}

fn cells(first: i32, cells: &str) -> impl Iterator<Item = (Year, &str)> {
    (first..).map(year).zip(cells.split_whitespace()).filter(|(_, cell)| *cell != "·")
}

fn mortality(series: &str) -> Told {
    let rows = cells(2020, series).map(|(at, cell)| MATERNAL_MORTALITY_RATIO.observe(at, per_100k(cell)));
    Told { target: MATERNAL, rows: rows.collect() }
}

#[track_caller]
fn assert_outlook(outlook: &Outlook, path: &str, distance: &str, position: Position, required: Ratio) {
    assert_eq!(outlook.path_value, Some(exact(path)));
    assert_eq!(outlook.distance, Some(exact(distance)));
    assert_eq!(outlook.position, Some(position));
    assert_eq!(outlook.required, Some(required));
}

#[test]
fn maternal_mortality_is_ahead_of_its_line() {
    let told = mortality("16.9 16.1 15.7 15.1 14.3");
    let judged = told.judge(2024);
    let outlook = judged.outlook.unwrap();
    assert_outlook(&outlook, "14.94", "0.64", Position::Ahead, Ratio::new(23, 60).unwrap());
    assert_eq!(outlook.share_done, Ratio::new(26, 49).ok());
    assert_eq!(outlook.share_of_time, Some(exact("0.4")));
    assert_eq!(outlook.pace, Ratio::new(65, 49).ok());
    assert_eq!(outlook.slope, Some(exact("0.6")));
    assert_eq!(outlook.projection, Some(exact("11.7697814")));
    assert_eq!(outlook.expected_year, Some(year(2030)));
    assert_eq!(outlook.best_change, Some(exact("0.8")));
    assert_eq!(outlook.last_change, Some(exact("0.8")));
    assert_eq!(outlook.years_since_better, Some(0));
    assert_eq!((outlook.years_to_breach, outlook.would_break), (None, false));
    assert_eq!(judged.assessment.outcome, Outcome::NotMet);
    assert_eq!(judged.standing, Standing::Expected);
    assert_eq!(names(&judged.warnings), "");
    assert_eq!(told.standings(2021..=2024), [Standing::Expected; 4]);
}

#[test]
fn rural_mortality_lies_exactly_on_its_line() {
    let told = mortality("18.5 · 16.6 17.0 15.9");
    let judged = told.judge(2024);
    let outlook = judged.outlook.unwrap();
    assert_outlook(&outlook, "15.9", "0", Position::On, exact("0.65"));
    // Four points: nothing is projected.
    assert_eq!((outlook.slope, outlook.projection, outlook.expected_year), (None, None, None));
    assert_eq!(outlook.best_change, Some(exact("1.1")));
    // Over two years without a value between them, a change is that of a year.
    let earlier = told.judge(2022).outlook.unwrap();
    assert_eq!(earlier.best_change, Some(exact("0.95")));
    assert_eq!(outlook.pace, Some(exact("1")));
    assert_eq!(judged.standing, Standing::Expected);
    let before = [Standing::NoData, Standing::Expected, Standing::Lagging];
    assert_eq!(told.standings(2021..=2023), before);
    assert_eq!(names(&told.judge(2021).warnings), "缺数 watch");
}

#[test]
fn women_in_employment_miss_every_year() {
    let series = cells(2020, "43.5 43.1 43.2 43.3 43.4");
    let rows = series.map(|(at, cell)| WOMEN_AMONG_EMPLOYED.observe(at, percent(cell))).collect();
    let told = Told { target: EMPLOYED, rows };
    assert_eq!(told.standings(2020..=2020), [Standing::Pending]);
    assert_eq!(told.standings(2021..=2024), [Standing::Missed; 4]);
    let judged = told.judge(2024);
    let outlook = judged.outlook.unwrap();
    // Kept from the start: there is no way to go.
    assert_eq!((outlook.path_value, outlook.required), (None, None));
    assert_eq!(judged.assessment.bound.as_ref().unwrap().limit, exact("44"));
    let warning = judged.warnings.iter().find(|warning| warning.signal.zh() == "未达标").unwrap();
    assert_eq!(numbers(&warning.signal), "-0.6");
    assert!(
        matches!(&warning.clearing, Some(Clearing::NextValue { value, included: true, .. }) if *value == exact("44"))
    );
    assert_eq!(warning.clause, judged.warnings[0].clause);
    assert!(!warning.clause.is_empty());
}

#[test]
fn senior_secondary_enrolment_is_hard_to_reach() {
    let series = cells(2019, "89.5 91.2 91.4 91.6 91.8 92.0");
    let rows = series.map(|(at, cell)| SENIOR_SECONDARY_ENROLMENT.observe(at, percent(cell))).collect();
    let told = Told { target: ENROLMENT, rows };
    let judged = told.judge(2024);
    let outlook = judged.outlook.unwrap();
    assert_outlook(&outlook, "92.72", "-0.72", Position::Behind, exact("0.5"));
    assert_eq!(outlook.slope, Some(exact("0.2")));
    assert_eq!(outlook.projection, Some(exact("92.8434062")));
    assert_eq!(outlook.baseline.year, year(2020));
    assert_eq!(outlook.values_since_start, 5);
    assert_eq!(outlook.expected_year, None);
    assert_eq!(judged.standing, Standing::Difficult);
    assert_eq!(names(&judged.warnings), "预计达标困难 warning");
    assert_eq!(numbers(&judged.warnings[0].signal), "92.72 0.5 0.2 92.8434062");
    // Two values say nothing yet.
    let difficult = Standing::Difficult;
    assert_eq!(told.standings(2021..=2024), [Standing::Lagging, difficult, difficult, difficult]);
}

#[test]
fn the_gap_between_town_and_country_comes_and_goes() {
    let rows = |series, disaggregation: Disaggregation| {
        cells(2020, series)
            .map(move |(at, cell)| MATERNAL_MORTALITY_RATIO.observe(at, per_100k(cell)).among(disaggregation))
    };
    let urban = rows("14.1 · 14.3 12.5 12.5", Disaggregation::URBAN);
    let rural = rows("18.5 · 16.6 17.0 15.9", Disaggregation::RURAL);
    let told = Told { target: GAP, rows: urban.chain(rural).collect() };
    let values: Vec<_> =
        [2022, 2023, 2024].map(|at| told.judge(at).assessment.value.unwrap().to_string()).into();
    assert_eq!(values, ["2.3", "4.5", "3.4"]);
    let expected = [Standing::NoData, Standing::Holding, Standing::Lagging, Standing::Recovered];
    assert_eq!(told.standings(2021..=2024), expected);
    assert!((2021..=2024).all(|at| told.judge(at).outlook.is_none()), "a gap has no path");
}

#[test]
fn the_gap_in_science_has_narrowed() {
    let rows = [(2020, "4.3"), (2024, "2.76")]
        .map(|(at, gap)| SCIENTIFIC_LITERACY_SEX_GAP.observe(year(at), percentage_points(gap)));
    let told = Told { target: SCIENCE, rows: rows.into() };
    let judged = told.judge(2024);
    assert_eq!(judged.assessment.margin, Some(exact("1.54")));
    assert_eq!(judged.standing, Standing::Holding);
    // Surveyed every five years: nothing is missing in between.
    for at in 2020..=2024 {
        assert_eq!(names(&told.judge(at).warnings), "", "{at}");
    }
}

// Annual, mid-term and final reports come from one engine.
#[test]
fn the_year_says_which_report_it_is() {
    let series = "16.9 16.1 15.7 15.1 14.3 13.9 13.4 13.0 12.6 12.3 11.9";
    let told = mortality(series);
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(told.rows.clone());
    let evaluator = Evaluator::new(&catalogue);
    for (at, kind, standing) in [
        (2024, ReportKind::Annual, Standing::Expected),
        (2025, ReportKind::MidTerm, Standing::Expected),
        (2030, ReportKind::Final, Standing::Attained),
        (2031, ReportKind::Final, Standing::Attained),
    ] {
        let report = evaluator.report(data.area_or_empty(""), year(at)).unwrap();
        let row = report.rows.iter().find(|row| row.target.id == MATERNAL).unwrap();
        assert_eq!((report.kind, row.judgement.standing), (kind, standing), "{at}");
    }
    let missed = mortality("16.9 16.1 15.7 15.1 14.3 13.9 13.4 13.0 12.6 12.3 12.1").judge(2030);
    assert_eq!(missed.standing, Standing::Missed);
    assert_eq!(names(&missed.warnings), "未达标 critical");
}

// One plan, nothing reported: one warning for each target with a measurement due, and none before the plan.
#[test]
fn silence_is_warned_of_once() {
    let catalogue = Catalogue::hangjin();
    let evaluator = Evaluator::new(&catalogue);
    let before = evaluator.report(catalogue.data([]).area_or_empty(""), year(2020)).unwrap();
    assert!(before.rows.iter().all(|row| row.judgement.warnings.is_empty()));
    let report = evaluator.report(catalogue.data([]).area_or_empty(""), year(2024)).unwrap();
    for row in &report.rows {
        let expected = if row.judgement.standing == Standing::NoData { 1 } else { 0 };
        assert_eq!(row.judgement.warnings.len(), expected, "{}", row.target.id);
        assert!(row.judgement.warnings.iter().all(|warning| warning.signal.zh() == "缺数"));
    }
    assert!(report.rows.iter().any(|row| row.judgement.standing == Standing::NoData));
}
