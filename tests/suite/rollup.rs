//! Sums that hold: by plan, domain and kind, with aspirations apart and each goal's own outcome.

use dabiao::{
    Catalogue, Evaluator, Observation, Outcome, Rule, Settings, Target,
    plan::{Better, Calendar, Clause, Commitment, Section},
    report::{ReportKind, Tally, TargetKind},
    values::{Unit, Value},
};

use crate::support::*;

/// Targets that ask 90 of shares which are told a value, a mark, or nothing.
fn county(lines: &[(&'static str, &'static str, Commitment, &str)]) -> County {
    let mut county = County::of(vec![], vec![]);
    for (id, item, commitment, _) in lines {
        let card = share(id);
        county.targets.push(Target { commitment: *commitment, ..goal(id, item, &card, at_least("90")) });
        county.cards.push(card);
    }
    let told = lines.iter().filter(|(.., cell)| !cell.is_empty());
    told.fold(county, |county, (id, _, _, cell)| county.told_of(id, "2024", cell))
}

const FIRM: Commitment = Commitment::Firm;

fn counts(tally: &Tally) -> [usize; 7] {
    [
        tally.total,
        tally.met,
        tally.not_met,
        tally.undetermined,
        tally.not_applicable,
        tally.not_due,
        tally.not_judged,
    ]
}

#[test]
fn sums_and_the_honest_interval() {
    let mut county = county(&[
        ("a", "1", FIRM, "95"),
        ("b", "2", FIRM, "90"),
        ("c", "3", FIRM, "89"),
        ("d", "4", FIRM, ""),
        ("e", "5", FIRM, "不适用"),
        ("f", "6", FIRM, "99"),
    ]);
    county.targets[5].rule = Rule::Monitored;
    let rollup = county.report(2024).rollup;
    assert_eq!(counts(&rollup.total), [6, 2, 1, 1, 1, 0, 1]);
    assert_eq!(rollup.total.rate().unwrap(), dabiao::values::Ratio::new(2, 3).unwrap());
    let (low, high) = rollup.total.rate_interval().unwrap();
    assert_eq!((low.rounded(2), high.rounded(2)), ("0.50".into(), "0.75".into()));
}

// Without a verdict there is no rate.
#[test]
fn no_denominator_no_rate() {
    let total = |lines| county(lines).report(2024).rollup.total;
    assert_eq!(total(&[("a", "1", FIRM, "不适用")]).rate(), None);
    assert_eq!(total(&[("a", "1", FIRM, "不适用")]).rate_interval(), None);
    let open = total(&[("a", "1", FIRM, "")]);
    assert_eq!(open.rate(), None);
    let (low, high) = open.rate_interval().unwrap();
    assert_eq!((low.to_string(), high.to_string()), ("0".into(), "1".into()), "it could be either");
}

// 94 indicators, 4 not met and 2 without data are 88 that are met: an official summary once printed 90.
#[test]
fn ninety_four_less_four_less_two() {
    let mut tally = Tally::default();
    let outcomes = [(88, Outcome::Met), (4, Outcome::NotMet), (2, Outcome::Undetermined)];
    for (times, outcome) in outcomes {
        (0..times).for_each(|_| tally.count(outcome));
    }
    assert_eq!(counts(&tally), [94, 88, 4, 2, 0, 0, 0]);
    assert_eq!(tally.rate().unwrap().rounded(4), "0.9565");
    let (low, high) = tally.rate_interval().unwrap();
    assert_eq!((low.rounded(4), high.rounded(4)), ("0.9362".into(), "0.9574".into()));
}

// Tallies of parts of a nation add up, field by field.
#[test]
fn tallies_add_up() {
    use Outcome::{Met, NotApplicable, NotDue, NotJudged, NotMet, Undetermined};
    let tally = |times: [usize; 6]| {
        let mut tally = Tally::default();
        for (times, outcome) in
            times.into_iter().zip([Met, NotMet, Undetermined, NotApplicable, NotDue, NotJudged])
        {
            (0..times).for_each(|_| tally.count(outcome));
        }
        tally
    };
    let mut all = tally([1, 2, 3, 4, 5, 6]);
    all += tally([7, 8, 9, 10, 11, 12]);
    assert_eq!(counts(&all), [78, 8, 10, 12, 14, 16, 18]);
    all += Tally::default();
    assert_eq!(all, tally([8, 10, 12, 14, 16, 18]));
}

// 争取 targets are judged and listed and stand outside, unless the setting counts them; other softenings do not.
#[test]
fn aspirations_stand_apart() {
    let county = county(&[
        ("a", "1", FIRM, "95"),
        ("b", "2", Commitment::Aspiration, "80"),
        ("c", "3", Commitment::InPrinciple, "95"),
        ("d", "4", Commitment::Nearly, "80"),
        ("e", "5", Commitment::Promote, "95"),
    ]);
    let report = county.report(2024);
    assert_eq!(report.rows.len(), 5);
    assert_eq!(report.rows[1].judgement.assessment.outcome, Outcome::NotMet);
    assert_eq!(counts(&report.rollup.total), [4, 3, 1, 0, 0, 0, 0]);
    assert_eq!(counts(&report.rollup.aspirations), [1, 0, 1, 0, 0, 0, 0]);
    let all =
        county.settings(Settings { count_aspirations: true, ..Settings::default() }).report(2024).rollup;
    assert_eq!(counts(&all.total), [5, 3, 2, 0, 0, 0, 0]);
    assert_eq!(all.aspirations.total, 0);
}

// A goal's own outcome: all of its targets together, three-valued, 争取 left out.
#[test]
fn goals() {
    let soft = Commitment::Aspiration;
    let county = county(&[
        ("a1", "1", FIRM, "95"),
        ("a2", "1", FIRM, "90"),
        ("b1", "2", FIRM, "95"),
        ("b2", "2", FIRM, "80"),
        ("b3", "2", FIRM, ""),
        ("c1", "3", FIRM, "95"),
        ("c2", "3", FIRM, ""),
        ("d1", "4", FIRM, "95"),
        ("d2", "4", FIRM, "不适用"),
        ("e1", "5", FIRM, "不适用"),
        ("f1", "6", FIRM, "95"),
        ("f2", "6", soft, "80"),
    ]);
    let outcomes: Vec<_> =
        county.report(2024).goals.into_iter().map(|goal| (goal.item, goal.outcome)).collect();
    let expected = [
        ("1", Outcome::Met),
        ("2", Outcome::NotMet),
        ("3", Outcome::Undetermined),
        ("4", Outcome::Met),
        ("5", Outcome::NotApplicable),
        ("6", Outcome::Met),
    ];
    assert_eq!(outcomes, expected.map(|(item, outcome)| (item.into(), outcome)));
}

#[test]
fn measures_are_no_goals() {
    let mut county = county(&[("a", "1", FIRM, "95"), ("b", "1", FIRM, "80")]);
    county.targets[1].clause = Clause { section: Section::Strategy, ..county.targets[1].clause.clone() };
    let report = county.report(2024);
    assert_eq!(report.goals.len(), 1);
    assert_eq!(report.goals[0].outcome, Outcome::Met);
    assert_eq!([&*report.rows[0].clause, &*report.rows[1].clause], ["M1-1", "M1-S1"]);
}

// A target that stands in two plans counts once in each and twice in the sum, and the sum says so. Plans, domains and
// kinds each add up to it.
#[test]
fn parts_add_up() {
    let mut first = county(&[
        ("a", "1", FIRM, "95"),
        ("b", "2", FIRM, "80"),
        ("c", "3", FIRM, ""),
        ("d", "4", FIRM, "91"),
    ]);
    first.targets[1].clause.domain = 2;
    first.targets[2].rule = rises(dabiao::plan::Qualifier::Plain);
    first.targets[3].rule = Rule::Monitored;
    let mut catalogue: Catalogue = first.catalogue();
    let other = dabiao::plan::Plan { id: "other".into(), letter: "O".into(), ..plan() };
    let again = Target { id: "again".into(), plan: "other".into(), ..first.targets[0].clone() };
    catalogue.add(other, vec![], vec![again]).unwrap();
    let data = catalogue.data(first.observations());
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(2024)).unwrap();
    let rollup = report.rollup;
    assert_eq!(counts(&rollup.total), [5, 2, 1, 1, 0, 0, 1]);
    assert_eq!(rollup.shared_indicators, 1);
    let plans: Vec<_> = rollup.plans.iter().map(|part| (&*part.plan, counts(&part.tally))).collect();
    assert_eq!(plans, [("made-up", [4, 1, 1, 1, 0, 0, 1]), ("other", [1, 1, 0, 0, 0, 0, 0])]);
    let domains: Vec<_> =
        rollup.domains.iter().map(|part| (&*part.plan, part.domain, part.tally.total)).collect();
    assert_eq!(domains, [("made-up", 1, 3), ("made-up", 2, 1), ("other", 1, 1)]);
    let kinds: Vec<_> = rollup.kinds.iter().map(|part| (part.kind, counts(&part.tally))).collect();
    let expected = [
        (TargetKind::Threshold, [3, 2, 1, 0, 0, 0, 0]),
        (TargetKind::Direction, [1, 0, 0, 1, 0, 0, 0]),
        (TargetKind::Monitored, [1, 0, 0, 0, 0, 0, 1]),
    ];
    assert_eq!(kinds, expected);
}

// The mid-term evaluation looks at 2025, the final one at 2030; both are told by the year alone.
#[test]
fn kinds_of_reports() {
    let county = county(&[("a", "1", FIRM, "95")]);
    for (assessed, kind) in [
        (2021, ReportKind::Annual),
        (2024, ReportKind::Annual),
        (2025, ReportKind::MidTerm),
        (2029, ReportKind::Annual),
        (2030, ReportKind::Final),
    ] {
        assert_eq!(county.report(assessed).kind, kind, "{assessed}");
    }
    let sooner = Settings { mid_term: year(2024), ..Settings::default() };
    assert_eq!(county.settings(sooner).report(2024).kind, ReportKind::MidTerm);
}

// A host's plan with something wrong is refused as a whole, and everything wrong with it is said.
#[test]
fn a_wrong_card_is_refused() {
    let card = share("coverage");
    let beyond = goal("beyond", "1", &card, at_least("101"));
    let lost = Target { indicator: "nowhere".into(), ..goal("lost", "2", &card, at_least("90")) };
    let mut catalogue = Catalogue::new();
    let errors = catalogue.add(plan(), vec![card.clone(), card.clone()], vec![beyond, lost]).unwrap_err();
    for id in ["coverage", "beyond", "lost"] {
        assert!(errors.iter().any(|error| error.id() == id), "{id}: {errors:?}");
    }
    assert_eq!(
        (catalogue.plans().count(), catalogue.indicators().len(), catalogue.targets().len()),
        (0, 0, 0)
    );
    let value = Value::Number(number("95"));
    let data = catalogue.data([Observation::new("coverage", year(2024), value, Unit::Percent)]);
    assert_eq!(data.refused(), 1, "nothing was added");
}

// What a target is counted among in a report follows from its rule, its indicator and its scope, in this order.
#[test]
fn kinds_of_targets() {
    let card = share("a");
    let event = dabiao::plan::IndicatorCard { calendar: Calendar::Event, ..share("a") };
    let of = |rule: Rule| goal("t", "1", &card, rule);
    for (rule, kind) in [
        (at_least("90"), TargetKind::Threshold),
        (Rule::HostBound { better: Better::Higher }, TargetKind::HostBound),
        (Rule::NotBelow, TargetKind::Relation),
        (rises(dabiao::plan::Qualifier::Plain), TargetKind::Direction),
        (Rule::Monitored, TargetKind::Monitored),
    ] {
        assert_eq!(TargetKind::of(&of(rule), &card), kind, "{rule:?}");
    }
    assert_eq!(TargetKind::of(&of(at_least("1")), &event), TargetKind::Procedure);
    assert_eq!(TargetKind::of(&of(Rule::Monitored), &event), TargetKind::Monitored);
}
