//! Gaps of few cases, and one sudden fall.

use dabiao::{
    Catalogue, Evaluator, Observation,
    ahead::Severity,
    indicators::INFANT_MORTALITY_RATE,
    report::Judgement,
    statistics::GapLabel,
    text,
    values::{Disaggregation, cases, per_mille},
};

use crate::scene::{Scene, at_least, names, year};

const GAP: &str = "children.health.g3.infant-mortality-rate.urban-rural-gap";

fn judge(target: &str, rows: Vec<Observation>, at: i32) -> Judgement {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows);
    let target = catalogue.target(target).unwrap();
    Evaluator::new(&catalogue).judge(target, data.area_or_empty(""), year(at)).unwrap()
}

fn sentence(target: &str, rows: Vec<Observation>, at: i32) -> String {
    let catalogue = Catalogue::hangjin();
    let data = catalogue.data(rows);
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(at)).unwrap();
    let row = report.rows.iter().find(|row| row.target.id == target).unwrap();
    text::sentence(row, dabiao::Language::Chinese)
}

/// Deaths of births in town and country.
fn told(at: i32, town: (u64, u64), country: (u64, u64)) -> [Observation; 2] {
    let row = |of, (k, n): (u64, u64)| INFANT_MORTALITY_RATE.observe(year(at), cases(k).of(n)).among(of);
    [row(Disaggregation::URBAN, town), row(Disaggregation::RURAL, country)]
}

// None of 300 in town, none of 420 and then one of 310 in the country: nothing above 提示.
#[test]
fn one_death_makes_no_gap() {
    let rows: Vec<_> =
        told(2020, (0, 300), (0, 420)).into_iter().chain(told(2024, (0, 300), (1, 310))).collect();
    let judged = judge(GAP, rows.clone(), 2024);
    let loud = |warning: &dabiao::ahead::Warning| warning.severity > Some(Severity::Notice);
    assert!(!judged.warnings.iter().any(loud), "{}", names(&judged.warnings));
    let numbers = judged.gap_numbers.unwrap();
    // Two years are no window.
    assert_eq!((numbers.label, numbers.pooled), (GapLabel::TooSmall, None));
    let said = sentence(GAP, rows, 2024);
    assert!(said.contains("样本太小，单年差距不宜单独作为评价依据"), "{said}");
}

// Where one year is too small, three years speak if they bring enough, else five; never through a year without counts.
#[test]
fn small_gaps_are_pooled() {
    let years = |first: i32, country: u64| -> Vec<Observation> {
        (first..=2024).flat_map(|at| told(at, (1, 400), (country, 400))).collect()
    };
    let pooled = |rows: Vec<Observation>| judge(GAP, rows, 2024).gap_numbers.unwrap().pooled;
    // 3 and 9 of 1,200: six expected in each part.
    let three = pooled(years(2020, 3)).unwrap();
    assert_eq!((three.from, three.to), (year(2022), year(2024)));
    assert_eq!((three.parts[1], three.label), (cases(9).of(1200), GapLabel::WithinChance));
    // 3 and 0: not enough in three years, nor in five.
    let five = pooled(years(2020, 0)).unwrap();
    assert_eq!((five.from, five.parts[0], five.label), (year(2020), cases(5).of(2000), GapLabel::TooSmall));
    assert_eq!(pooled(years(2023, 3)), None, "two years are no window");
    let mut broken = years(2020, 3);
    broken.retain(|row| row.period.year() != year(2023));
    broken.extend(
        [Disaggregation::URBAN, Disaggregation::RURAL]
            .map(|of| INFANT_MORTALITY_RATE.observe(year(2023), per_mille("5")).among(of)),
    );
    assert_eq!(pooled(broken), None, "a year without counts");
    let said = sentence(GAP, years(2020, 3), 2024);
    assert!(said.contains("2022—2024年合并（3/1200、9/1200）仍可由随机误差解释"), "{said}");
}

// ≥ 90: 70, 80, 88, 77 is one sudden fall.
#[test]
fn one_sudden_fall() {
    let scene = Scene::coverage(at_least("90")).series(2020, "70 80 88 77");
    assert_eq!(scene.warned(2023), "骤变 watch");
    assert_eq!(scene.warned(2022), "");
}
