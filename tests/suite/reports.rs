//! What a report says of clauses, responsible bodies, years before the plan, and women beside men.

use dabiao::{
    Catalogue, Evaluator, Language, Outcome, Record, Report, Rule, Settings, Standing, ahead::Severity,
    judge::Owner, plan::Better, text, values::Ratio,
};

use crate::support::*;

/// Three targets of two clauses, each with its own share.
fn three() -> County {
    let cards = [share("a"), share("b"), share("c")];
    let targets = vec![
        goal("target-a", "1", &cards[0], at_least("90")),
        goal("target-b", "1", &cards[1], at_least("90")),
        goal("target-c", "2", &cards[2], at_least("90")),
    ];
    County::of(cards.to_vec(), targets)
}

#[test]
fn the_rows_of_a_clause() {
    let report = three().report(2024);
    let of = |clause| report.rows_of(clause).map(|row| &*row.target.id).collect::<Vec<_>>();
    assert_eq!(of("M1-1"), ["target-a", "target-b"]);
    assert_eq!(of("M1-2"), ["target-c"]);
    assert_eq!(of("M1-3"), Vec::<&str>::new());
}

/// Bodies by the id of a target.
fn owned(owners: &[(&'static str, &[&'static str])]) -> Settings {
    let owner = |(of, bodies): &(&'static str, &[&'static str])| Owner {
        of: (*of).into(),
        bodies: bodies.iter().map(|body| (*body).into()).collect(),
    };
    Settings { owners: owners.iter().map(owner).collect(), ..Settings::default() }
}

// A body without data is not one whose targets cannot be judged.
#[test]
fn each_body_hears_of_its_own_targets() {
    let county = three()
        .settings(owned(&[("target-a", &["甲局"]), ("target-b", &["甲局", "乙局"]), ("target-c", &["丙局"])]))
        .told_of("a", "2024", "80")
        .told_of("c", "2024", "91")
        .told_of("c", "2024", "92");
    let report = county.report(2024);
    let bodies: Vec<_> = report
        .bodies
        .iter()
        .map(|body| (&*body.body, body.targets, &body.not_met[..], &body.no_data[..], &body.undetermined[..]))
        .collect();
    let (a, b, c) = (["target-a".into()], ["target-b".into()], ["target-c".into()]);
    assert_eq!(
        bodies,
        [
            ("甲局", 2, &a[..], &b[..], &[][..]),
            ("乙局", 1, &[][..], &b[..], &[][..]),
            ("丙局", 1, &[][..], &[][..], &c[..]),
        ]
    );
    // The two values of the third are its body's to look at, and nobody else's.
    let owners: Vec<_> = report.findings.iter().map(|finding| &finding.owners[..]).collect();
    assert_eq!(owners, [["丙局"]]);
    assert_eq!(report.bodies.iter().map(|body| body.findings.len()).collect::<Vec<_>>(), [0, 0, 1]);
}

// A body that has two targets of one indicator is told of a finding once.
#[test]
fn a_body_is_named_once_for_a_finding() {
    let card = share("a");
    let targets = vec![goal("one", "1", &card, at_least("90")), goal("other", "2", &card, at_least("80"))];
    let county = County::of(vec![card], targets)
        .settings(owned(&[("one", &["甲局"]), ("other", &["甲局", "乙局"])]))
        .told("2024", "91")
        .told("2024", "92");
    let report = county.report(2024);
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].owners, ["甲局", "乙局"]);
    assert_eq!(report.bodies.iter().map(|body| body.findings.len()).collect::<Vec<_>>(), [1, 1]);
}

// Without a verdict by nature there is none before the plan either; what will be judged is not due yet.
#[test]
fn the_year_before_the_plan() {
    for (rule, outcome, standing) in [
        (Rule::Monitored, Outcome::NotJudged, Standing::NotJudged),
        (Rule::HostBound { better: Better::Higher }, Outcome::NotJudged, Standing::NotJudged),
        (at_least("90"), Outcome::NotDue, Standing::Pending),
    ] {
        let county = County::asking(share("a"), rule).told("2020", "95");
        let row = county.report(2020).rows.swap_remove(0);
        assert_eq!((row.assessment().outcome, row.judgement.standing), (outcome, standing), "{rule:?}");
    }
}

// The alarm of the last year that gave a verdict stands, whichever years are asked in one go.
#[test]
fn silence_keeps_the_alarm_whichever_years_are_asked() {
    let kept = dabiao::plan::Timing::Kept { from: year(2021), due: year(DUE) };
    let county = [("2021", "95"), ("2022", "70"), ("2023", "70"), ("2024", "70")]
        .into_iter()
        .fold(County::asking(share("a"), at_least("90")).timing(kept), |county, (at, value)| {
            county.told(at, value)
        });
    let data = county.data();
    let evaluator = Evaluator::new(data.catalogue());
    let area = data.area_or_empty("");
    let headlines = |years: &[i16]| {
        let briefs = evaluator.brief_years(area, years.iter().copied().map(year), |_| true).unwrap();
        let last = briefs.last().unwrap();
        assert_eq!(last.outcome, Outcome::Undetermined);
        last.headline.as_ref().map(|headline| headline.severity)
    };
    let alone = headlines(&[2025]);
    let in_full = county.report(2025).rows.swap_remove(0).judgement.warnings[0].severity;
    assert_eq!(alone, in_full);
    // Three years in a row are no chance, and louder than silence.
    assert!(alone >= Some(Severity::Warning), "{alone:?}");
    for years in [&[2021, 2025][..], &[2022, 2023, 2025], &[2021, 2022, 2023, 2024, 2025]] {
        assert_eq!(headlines(years), alone, "{years:?}");
    }
}

/// The report of 2024 on how many know what keeps them healthy.
fn literacy(told: &[(&str, &str)]) -> Report {
    let catalogue = Catalogue::hangjin();
    let rows = told.iter().map(|(sex, value)| {
        let row =
            Record { indicator: "居民健康素养水平", period: "2024", sex, value, ..Record::default() };
        row.read(&catalogue).unwrap()
    });
    let data = catalogue.data(rows);
    Evaluator::new(&catalogue).report(data.only_area().unwrap(), year(2024)).unwrap()
}

#[test]
fn women_beside_men() {
    let cases = [
        (
            [("女", "28.4"), ("男", "31.7")],
            "男性31.7%，女性低3.3个百分点",
            "31.7% for men, women 3.3 percentage points lower",
        ),
        (
            [("女", "31.7"), ("男", "28.4")],
            "男性28.4%，女性高3.3个百分点",
            "28.4% for men, women 3.3 percentage points higher",
        ),
        ([("女", "28.4"), ("男", "28.4")], "男性同为28.4%", "28.4% for men too"),
        ([("女", "28.4"), ("", "29.9")], "男女合计29.9%", "29.9% for both sexes"),
    ];
    let none = |notes: &[String]| !notes.iter().any(|note| note.contains("男") || note.contains(" men"));
    for (told, zh, en) in cases {
        let report = literacy(&told);
        let row = report.row("women.health.g8.female-health-literacy-rate").unwrap();
        for (language, words) in [(Language::Chinese, zh), (Language::English, en)] {
            let notes = text::notes(row, language);
            assert!(notes.iter().any(|note| note == words), "{words}: {notes:?}");
        }
    }
    let alone = literacy(&[("女", "28.4")]);
    let row = alone.row("women.health.g8.female-health-literacy-rate").unwrap();
    assert_eq!(row.parity, None);
    assert!(none(&text::notes(row, Language::Chinese)));
}

// Men's figure less women's, and women's over men's.
#[test]
fn parity_is_a_difference_and_a_ratio() {
    let report = literacy(&[("女", "28.4"), ("男", "31.4"), ("", "29.9")]);
    let parity = report.row("women.health.g8.female-health-literacy-rate").unwrap().parity.as_ref().unwrap();
    let tenths = |part, whole| Ratio::new(part, whole).ok();
    assert_eq!((&parity.gap, &parity.ratio), (&tenths(3, 1), &tenths(284, 314)));
    assert_eq!((&parity.men, &parity.both), (&tenths(314, 10), &tenths(299, 10)));
    assert_eq!(parity.year, year(2024));
}

#[test]
fn a_row_in_one_sentence() {
    let report = three().told_of("a", "2024", "80").report(2024);
    for language in [Language::Chinese, Language::English] {
        assert_eq!(report.rows[0].sentence(language), text::sentence(&report.rows[0], language));
        assert!(report.rows[0].sentence(language).contains("80%"));
    }
}

/// Beside a plan that is on its way one that has not begun is not due, and what is only watched is not judged then either.
#[test]
fn a_plan_that_has_not_begun_beside_one_that_has() {
    let card = share("coverage");
    let later = dabiao::plan::Plan {
        id: "later".into(),
        letter: "L".into(),
        first: year(2026),
        last: year(2035),
        ..plan()
    };
    let of_later = |id, rule| dabiao::Target {
        plan: "later".into(),
        timing: dabiao::plan::Timing::ByYear { due: year(2035) },
        ..goal(id, "1", &card, rule)
    };
    let mut catalogue = Catalogue::new();
    catalogue.add(plan(), vec![card.clone()], vec![goal("now", "1", &card, at_least("90"))]).unwrap();
    let targets = vec![of_later("asked", at_least("90")), of_later("watched", Rule::Monitored)];
    catalogue.add(later, vec![], targets).unwrap();
    let record = Record { indicator: "coverage", period: "2024", value: "95", ..Record::default() };
    let data = catalogue.data([record.read(&catalogue).unwrap()]);
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(2024)).unwrap();
    let found = |id| {
        let row = report.row(id).unwrap();
        (row.assessment().outcome, row.judgement.standing)
    };
    assert_eq!(found("now").0, Outcome::Met);
    assert_eq!(found("asked"), (Outcome::NotDue, Standing::Pending));
    assert_eq!(found("watched"), (Outcome::NotJudged, Standing::NotJudged));
}
