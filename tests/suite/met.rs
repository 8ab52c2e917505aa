//! The tables of the chapter on what met means, read from its text and judged cell by cell.

use dabiao::{
    Catalogue, Evaluator, Number,
    Outcome::{self, Met, NotJudged, NotMet, Undetermined},
    Record, Rule, Settings, Target, Year,
    judge::{Assessment, HostBound, Note},
    plan::{Better, Fraction, Qualifier, Timing},
};

const CHAPTER: &str = include_str!("../../src/docs/met.md");
/// A share between 0 and 100 %, to be reached by 2030; its rule and timing are exchanged in each line.
const PLAIN: &str = "children.health.g8.exclusive-breastfeeding-rate";
const SHARE: &str = "exclusive-breastfeeding-rate";
const OTHER: &str = "under-5-anaemia-rate";

/// Indicator, period and value, as an office writes them.
type Line<'t> = (&'t str, &'t str, &'t str);

/// The rows of the table whose head begins with `head`, cell by cell; a blank first cell repeats the one above.
fn table(head: &str) -> Vec<Vec<&'static str>> {
    let from =
        CHAPTER.lines().skip_while(|line| !line.starts_with(head)).take_while(|line| line.starts_with('|'));
    let cells = |line: &'static str| {
        line.trim_start_matches('|').trim_end_matches('|').split('|').map(str::trim).collect()
    };
    let mut rows: Vec<Vec<&str>> = from.map(cells).collect();
    assert!(rows.len() > 2, "no table begins with {head}");
    for at in 2..rows.len() {
        if rows[at][0].is_empty() {
            rows[at][0] = rows[at - 1][0];
        }
    }
    rows
}

/// The outcome that a cell begins with.
fn outcome(cell: &str) -> Outcome {
    let said = [("not met", NotMet), ("undetermined", Undetermined), ("not judged", NotJudged), ("met", Met)];
    said.into_iter()
        .find(|(word, _)| cell.starts_with(word))
        .unwrap_or_else(|| panic!("no outcome in {cell:?}"))
        .1
}

fn judge(
    rule: Rule,
    timing: Option<Timing>,
    settings: Settings,
    rows: &[(&str, &str, &str)],
    year: i16,
) -> Assessment {
    let catalogue = Catalogue::hangjin();
    let plain = catalogue.target(PLAIN).expect("a target");
    let reference = rule.has_reference().then(|| OTHER.into());
    let target = Target { rule, reference, timing: timing.unwrap_or(plain.timing), ..plain.clone() };
    let read = |(indicator, period, value): &Line<'_>| {
        Record { indicator, period, value, ..Record::default() }.read(&catalogue).expect("a row")
    };
    let data = catalogue.data(rows.iter().map(read));
    let evaluator = Evaluator::with(&catalogue, settings).expect("settings");
    evaluator.assess(&target, data.only_area().expect("one area"), Year::literal(year)).expect("a verdict")
}

#[test]
fn every_rule_at_its_bound() {
    let number = Number::literal;
    let since = Year::literal(2020);
    let (higher, lower) = (Better::Higher, Better::Lower);
    let changed =
        |value: &str| Rule::ChangedBy { value: value.parse().expect("a part"), better: lower, since };
    let rules: Vec<(&str, Rule, Vec<Line<'_>>)> = vec![
        ("AtLeast", Rule::AtLeast { value: number("90") }, vec![]),
        ("AtMost", Rule::AtMost { value: number("12") }, vec![]),
        ("MoreThan", Rule::MoreThan { value: number("90") }, vec![]),
        ("LessThan", Rule::LessThan { value: number("5.0") }, vec![]),
        ("Around", Rule::Around { value: number("45"), better: higher, tolerance: None }, vec![]),
        ("AtLeastRatio", Rule::AtLeastRatio { value: Fraction::literal(1, 3) }, vec![]),
        ("All", Rule::All, vec![]),
        ("ChangedBy", changed("20"), vec![(SHARE, "2020", "11.06")]),
        ("ChangedBy", changed("1/6"), vec![(SHARE, "2020", "12")]),
        (
            "ChangedEachYear",
            Rule::ChangedEachYear { value: number("0.5"), better: lower, since },
            vec![(SHARE, "2020", "12")],
        ),
        (
            "Improves",
            Rule::Improves { better: higher, qualifier: Qualifier::Plain },
            vec![(SHARE, "2020", "60")],
        ),
        ("NotWorse", Rule::NotWorse { better: lower }, vec![(SHARE, "2020", "40")]),
        ("RisesSlower", Rule::RisesSlower, vec![(SHARE, "2010", "10"), (SHARE, "2020", "20")]),
        ("NotBelow", Rule::NotBelow, vec![(OTHER, "2024", "30")]),
        ("InProportion", Rule::InProportion { tolerance: None }, vec![(OTHER, "2024", "48.5")]),
        ("HostBound", Rule::HostBound { better: higher }, vec![]),
        ("Monitored", Rule::Monitored, vec![]),
    ];
    let rows = table("| rule | example");
    assert_eq!(rows.len() - 2, rules.len(), "a rule without a line, or a line without a rule");
    for (row, (name, rule, before)) in rows[2..].iter().zip(rules) {
        assert!(row[0].starts_with(&format!("[`{name}`]")), "{name} stands where the chapter has {}", row[0]);
        let bound = HostBound { target: PLAIN.into(), year: None, value: number("80"), better: higher };
        for cell in &row[2..] {
            // A rule without a number, or a share that cannot be above the whole.
            let (value, said) = cell.split_once(": ").unwrap_or(("50", cell));
            if said == "none" {
                continue;
            }
            let host_bounds = if name == "HostBound" { vec![bound.clone()] } else { vec![] };
            let mut reported = before.clone();
            reported.push((SHARE, "2024", value));
            let found = judge(rule, None, Settings { host_bounds, ..Settings::default() }, &reported, 2024);
            assert_eq!(found.outcome, outcome(said), "{name} {cell}");
            let turned = found.notes.iter().any(|note| matches!(note, Note::OtherMethod(_)));
            assert_eq!(turned, said.contains('※'), "{name} {cell}: {:?}", found.notes);
            assert_eq!(found.notes.contains(&Note::BeyondBand), said.contains("高于区间"), "{name} {cell}");
        }
    }
    // Without its bound a target of the host is not judged.
    let open =
        judge(Rule::HostBound { better: higher }, None, Settings::default(), &[(SHARE, "2024", "80")], 2024);
    assert_eq!(open.outcome, NotJudged);
}

#[test]
fn a_third_is_no_percentage_and_the_best_value_is_kept() {
    let third = Rule::AtLeastRatio { value: Fraction::literal(1, 3) };
    let rise = Rule::Improves { better: Better::Higher, qualifier: Qualifier::Plain };
    let of = |rule, before: &[Line<'static>], value| {
        let mut rows = before.to_vec();
        rows.push((SHARE, "2024", value));
        judge(rule, None, Settings::default(), &rows, 2024).outcome
    };
    assert_eq!(["33%", "33.33%", "33.34%"].map(|value| of(third, &[], value)), [NotMet, NotMet, Met]);
    let best = [(SHARE, "2020", "100")];
    assert_eq!(["99", "99.9", "100"].map(|value| of(rise, &best, value)), [NotMet, NotMet, Met]);
    assert_eq!(of(Rule::All, &[], "99.6%"), NotMet);
}

#[test]
fn words_of_direction() {
    let words = [
        ("提高, 进一步, 明显", vec![Qualifier::Plain, Qualifier::Further, Qualifier::Markedly]),
        ("逐步, 不断", vec![Qualifier::Gradually, Qualifier::Continually]),
        ("稳步", vec![Qualifier::Steadily]),
        ("持续", vec![Qualifier::Sustained]),
        ("逐届", vec![Qualifier::EachTerm]),
    ];
    let rows = table("| word | is met when");
    assert_eq!(rows.len() - 2, words.len());
    for (row, (word, qualifiers)) in rows[2..].iter().zip(words) {
        assert_eq!(row[0], word);
        for (series, said) in rows[0][2..].iter().zip(&row[2..]) {
            let years = ["2020", "2021", "2022", "2023", "2024"];
            let reported: Vec<_> =
                years.into_iter().zip(series.split(", ")).map(|(year, value)| (SHARE, year, value)).collect();
            let last = 2019 + i16::try_from(reported.len()).expect("few years");
            for qualifier in &qualifiers {
                let rule = Rule::Improves { better: Better::Higher, qualifier: *qualifier };
                let found = judge(rule, None, Settings::default(), &reported, last).outcome;
                assert_eq!(found, outcome(said), "{qualifier:?} {series}");
            }
        }
    }
}

#[test]
fn final_verdicts_of_the_timings() {
    let (from, due) = (Year::literal(2021), Year::literal(2030));
    let timing = |name: &str| match name.trim_start_matches('[').split('`').nth(1) {
        Some("ByYear") => Timing::ByYear { due },
        Some("Kept") => Timing::Kept { from, due },
        Some("EveryYear") => Timing::EveryYear { from, due },
        Some("ReachedAndKept") => Timing::ReachedAndKept { due },
        _ => panic!("no timing {name}"),
    };
    let years = ["2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030"];
    for (head, broken_years, lines) in
        [("| timing | asks", None, 10), ("| timing, `broken_years` 1", Some(1), 4)]
    {
        let rows = table(head);
        assert_eq!(rows.len() - 2, lines);
        for row in &rows[2..] {
            let [signs, said] = [row[row.len() - 2], row[row.len() - 1]];
            let reported: Vec<_> = years
                .into_iter()
                .zip(signs.trim_matches('`').chars())
                .filter_map(|(year, sign)| match sign {
                    'm' => Some((SHARE, year, "80")),
                    'n' => Some((SHARE, year, "20")),
                    'x' => Some((SHARE, year, "不适用")),
                    _ => None,
                })
                .collect();
            let catalogue = Catalogue::hangjin();
            let rule = catalogue.target(PLAIN).expect("a target").rule;
            let settings = Settings { broken_years, ..Settings::default() };
            let found = judge(rule, Some(timing(row[0])), settings, &reported, 2030).outcome;
            assert_eq!(found, outcome(said), "{} {signs}", row[0]);
        }
    }
}
