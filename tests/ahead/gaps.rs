//! Gaps of few cases, exposures taken from another rate, and one sudden fall.

use dabiao::{
    Catalogue, Evaluator, Observation, Roster,
    ahead::Severity,
    indicators::{INFANT_MORTALITY_RATE, NEONATAL_MORTALITY_RATE},
    report::Judgement,
    statistics::{CountKind, GapChangeLabel, GapLabel, Sample, expected_gap},
    text,
    values::{Disaggregation, ReportingUnit, cases, per_mille},
};

use crate::scene::{Scene, at_least, names, year};

const INFANTS: &str = "children.health.g3.infant-mortality-rate";
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

// What chance does to a gap of counts is not known to tests of single values; a gap of printed rates has nothing else.
#[test]
fn a_gap_of_printed_rates_widens_suddenly() {
    let warned = |row: &dyn Fn(i32, u64) -> [Observation; 2], of_country: [u64; 5]| {
        let rows = (2020..).zip(of_country).flat_map(|(at, country)| row(at, country)).collect();
        judge(GAP, rows, 2024).warnings.iter().any(|warning| warning.signal.zh() == "骤变")
    };
    let printed = |at: i32, country: u64| {
        let row =
            |of, value: u64| INFANT_MORTALITY_RATE.observe(year(at), per_mille(&value.to_string())).among(of);
        [row(Disaggregation::URBAN, 2), row(Disaggregation::RURAL, country)]
    };
    let counted = |at: i32, country: u64| told(at, (2, 1000), (country, 1000));
    // Wider than at the start, and narrower still.
    for of_country in [[3, 3, 4, 3, 9], [13, 3, 3, 3, 9]] {
        assert!(warned(&printed, of_country));
        assert!(!warned(&counted, of_country));
    }
}

// ≥ 90: 70, 80, 88, 77 is one sudden fall.
#[test]
fn one_sudden_fall() {
    let scene = Scene::coverage(at_least("90")).series(2020, "70 80 88 77");
    assert_eq!(scene.warned(2023), "骤变 watch");
    assert_eq!(scene.warned(2022), "");
}

// A rate without counts takes the births of another rate of that year: 10‰ of 700 are seven deaths.
#[test]
fn an_exposure_is_taken_from_another_rate() {
    let rate = |at| INFANT_MORTALITY_RATE.observe(year(at), per_mille("10"));
    let births = |at| NEONATAL_MORTALITY_RATE.observe(year(at), cases(2).of(700));
    let alone: Vec<Observation> = (2020..=2024).map(rate).collect();
    let lent: Vec<Observation> = (2020..=2024).flat_map(|at| [rate(at), births(at)]).collect();
    let counted: Vec<Observation> =
        (2020..=2024).map(|at| INFANT_MORTALITY_RATE.observe(year(at), cases(7).of(700))).collect();
    let said = |rows: &[Observation], at: i32| {
        let judged = judge(INFANTS, rows.to_vec(), at);
        let told = judged.warnings.iter().filter(|warning| warning.severity.is_some());
        told.map(|warning| (warning.signal.kind(), warning.severity, warning.sure)).collect::<Vec<_>>()
    };
    for at in 2021..=2024 {
        assert_eq!(said(&lent, at), said(&counted, at), "{at}");
    }
    // Three years in a row are not enough for rates of events without counts.
    assert_ne!(said(&alone, 2022), said(&lent, 2022));
    // The verdict and what stands beside it rest on what was told.
    let judged = judge(INFANTS, lent, 2024);
    assert!(judged.assessment.counts.is_none() && judged.small_numbers.is_none());
}

// A bare gap that chance could explain asks for the counts of its parts, in the words of the report too.
#[test]
fn a_bare_gap_asks_for_counts() {
    let bare = |at, town: &str, country: &str| {
        [(Disaggregation::URBAN, town), (Disaggregation::RURAL, country)]
            .map(|(of, rate)| INFANT_MORTALITY_RATE.observe(year(at), per_mille(rate)).among(of))
    };
    let asked = |rows: Vec<Observation>, at: i32| {
        let catalogue = Catalogue::hangjin();
        let data = catalogue.data(rows);
        let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(at)).unwrap();
        let row = report.row(GAP).unwrap();
        let head = row.judgement.warnings.iter().find(|warning| warning.headline).unwrap();
        [dabiao::Language::Chinese, dabiao::Language::English].map(|language| {
            let asked = text::request_for_counts(row, head, language);
            assert_eq!(asked.is_some(), head.counts_wanted);
            let said = text::warning(row, head, language);
            assert!(asked.as_ref().is_none_or(|asked| said.contains(asked)), "{said}");
            asked.unwrap_or_default()
        })
    };
    let words = [
        "差距各方的分子、分母未报全，尚不能排除偶然，请补报",
        "the parts of the gap came without all their counts; report them to rule out chance",
    ];
    let start = || bare(2020, "4", "6").to_vec();
    // Two points, then three.
    assert_eq!(asked([start(), bare(2021, "4", "7").to_vec()].concat(), 2021), words);
    // One part with its counts is not enough, both are.
    let one = |of, k, n| INFANT_MORTALITY_RATE.observe(year(2021), cases(k).of(n)).among(of);
    let half = vec![one(Disaggregation::URBAN, 4, 1000), bare(2021, "4", "7")[1].clone()];
    assert_eq!(asked([start(), half].concat(), 2021), words);
    assert_eq!(asked([start(), told(2021, (4, 1000), (7, 1000)).to_vec()].concat(), 2021), ["", ""]);
    // Where it lasts (rates of events: four years, the start counts), chance is ruled out.
    let years: Vec<_> = (2021..=2024).flat_map(|at| bare(at, "4", "7")).collect();
    assert_eq!(asked([start(), years].concat(), 2024), ["", ""]);
}

// What has no counts is not asked for any: a gap of values alone.
#[test]
fn a_gap_of_values_alone_asks_for_nothing() {
    use dabiao::plan::{Better, Between, Gap, GapMeasure, IndicatorKind, Qualifier, Rule};
    let wanted = |kind| {
        let mut scene = Scene::share(Rule::Improves { better: Better::Lower, qualifier: Qualifier::Plain });
        let mut of = crate::scene::card(dabiao::values::Unit::Percent, kind, Some("100"));
        (of.id, of.zh, of.en) = ("of".into(), "自拟率".into(), "made-up rate".into());
        scene.cards[0].kind = IndicatorKind::ValueOnly;
        scene.cards[0].gap = Some(Gap {
            of: of.id.clone(),
            between: Between::UrbanRural,
            unit_kind: None,
            measure: GapMeasure::Difference,
        });
        for (at, town, country) in [(2020, "60", "50"), (2021, "62", "50")] {
            scene.rows.push(crate::scene::row(&of, at, town).among(Disaggregation::URBAN));
            scene.rows.push(crate::scene::row(&of, at, country).among(Disaggregation::RURAL));
        }
        scene.cards.push(of);
        let judged = scene.judge(2021);
        let head = judged.warnings.into_iter().find(|warning| warning.headline).unwrap();
        (head.sure, head.counts_wanted)
    };
    assert_eq!(wanted(IndicatorKind::Share), (Some(false), true));
    assert_eq!(wanted(IndicatorKind::ValueOnly), (Some(false), false));
    assert_eq!(wanted(IndicatorKind::Stock), (Some(true), false));
}

// A gap is compared with that of the baseline; from what value it would come by chance is said of three parts and more.
#[test]
fn what_a_gap_is_compared_with() {
    let rows: Vec<_> =
        told(2020, (10, 2000), (60, 2000)).into_iter().chain(told(2024, (20, 2000), (22, 2000))).collect();
    let of = |rows: &[Observation], at| {
        let numbers = judge(GAP, rows.to_vec(), at).gap_numbers.unwrap();
        (numbers.change, numbers.expected.is_some())
    };
    assert_eq!(of(&rows, 2024), (Some(GapChangeLabel::Narrower), false));
    let turned: Vec<_> =
        told(2020, (20, 2000), (22, 2000)).into_iter().chain(told(2024, (10, 2000), (60, 2000))).collect();
    assert_eq!(of(&turned, 2024), (Some(GapChangeLabel::Wider), false));

    let town = |at, name: &'static str, deaths| {
        let unit = ReportingUnit::new("township", name);
        INFANT_MORTALITY_RATE.observe(year(at), cases(deaths).of(2000)).in_unit(unit)
    };
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("children.health.g3.infant-mortality-rate.regional-gap").unwrap();
    let regional = |names: &[(&'static str, u64)]| {
        let rows =
            [2020, 2024].into_iter().flat_map(|at| names.iter().map(move |(name, k)| town(at, name, *k)));
        let members: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let rosters = [2020, 2024].map(|at| Roster::new("township", year(at), members.clone()));
        let data = catalogue.data(rows).with_rosters(rosters);
        let judged = Evaluator::new(&catalogue).judge(target, data.area_or_empty(""), year(2024)).unwrap();
        let numbers = judged.gap_numbers.unwrap();
        // In the unit of the gap, for 1,000 births.
        let expected = numbers.expected.map(|gap| gap.value() / 1000.0);
        let samples: Vec<Sample> = names.iter().map(|(_, deaths)| Sample::new(*deaths, 2000)).collect();
        let by_chance = expected_gap(CountKind::Rate, &samples).unwrap();
        assert!(expected.is_none_or(|gap| (gap - by_chance).abs() < 1e-9), "{expected:?}, {by_chance}");
        (numbers.parts.len(), numbers.change, expected.is_some())
    };
    assert_eq!(regional(&[("A", 12), ("B", 40)]), (2, Some(GapChangeLabel::WithinChance), false));
    assert_eq!(regional(&[("A", 12), ("B", 40), ("C", 20)]), (3, None, true));
}
