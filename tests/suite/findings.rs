//! What is odd about the numbers: impossible cells, suspicious ones, and cells that say two things.

use dabiao::{
    Evaluator, Observation, Outcome, Rule,
    data::{Effect, FindingKind},
    judge::Cause,
    plan::{Bilingual, IndicatorCard, Qualifier, Scope},
    values::{Counts, End, Interval, ReportingUnit, Unit, Value},
};

use crate::support::*;

fn coverage() -> County {
    County::asking(share("coverage"), at_least("90"))
}

fn mortality() -> County {
    County::asking(amount("mortality", Unit::Per100k), at_most("12"))
}

/// The codes of the findings, and the verdict for 2024.
#[track_caller]
fn found(county: &County) -> (Vec<&'static str>, String) {
    let code = |kind: &FindingKind| match kind {
        FindingKind::UnknownIndicator { .. } => "unknown",
        FindingKind::WrongUnit { .. } => "wrong unit",
        FindingKind::NoQuotient { .. } => "no quotient",
        FindingKind::OverZero { .. } => "over zero",
        FindingKind::NumeratorAboveDenominator { .. } => "numerator above",
        FindingKind::OutsideLimits { .. } => "outside limits",
        FindingKind::NotWhole { .. } => "not whole",
        FindingKind::Conflict { .. } => "conflict",
        FindingKind::RelationBroken(broken) => match &*broken.relation {
            "rate-and-counts" => "rate differs",
            "jump" => "jump",
            "sum-of-parts" => "parts",
            "gap-and-parts" => "gap differs",
            _ => "another relation",
        },
        FindingKind::OutsidePlan => "outside the plan",
        FindingKind::NotOnRoster { .. } => "not_on_roster",
        FindingKind::UnknownUnitKind { .. } => "unit kind",
        FindingKind::UnitsAuditedOnly { .. } => "audited only",
        FindingKind::NotAnElection => "no election",
        FindingKind::OtherCalendar { .. } => "period",
        FindingKind::MissingBeside { .. } => "missing beside",
        FindingKind::PartUnused { .. } => "part not asked",
        FindingKind::UnitsUnused { .. } => "units not asked",
        FindingKind::BinaryResidue { .. } => "residue",
        FindingKind::NotAnEvent => "no event",
        _ => "another",
    };
    (county.audited().iter().map(code).collect(), county.verdict(2024))
}

#[track_caller]
fn assert_found(county: &County, codes: &[&'static str], verdict: &str) {
    assert_eq!(found(county), (codes.to_vec(), verdict.to_string()));
}

// 9 of 10 and 90 of 100 are one rate and not the same persons: which of them is summed may not hang on the order of rows.
#[test]
fn two_counts_of_one_rate_are_two_values() {
    let value = |numerator, denominator| {
        let counts = Value::Counts(Counts { numerator, denominator });
        Observation::new("coverage", year(2024), counts, Unit::Percent)
    };
    let told = |others: &[(u64, u64)]| {
        others.iter().fold(coverage(), |county, (numerator, all)| county.observed(value(*numerator, *all)))
    };
    assert_found(&told(&[(9, 10), (9, 10)]), &[], "met");
    assert_found(&told(&[(9, 10)]).told("2024", "90"), &[], "met");
    assert_found(&told(&[(9, 10), (90, 100)]), &["conflict"], "undetermined");
    assert_found(&told(&[(90, 100), (9, 10)]), &["conflict"], "undetermined");
}

// A bounded share lies between 0 and 100; a rate whose two sides count different things has no upper limit.
#[test]
fn outside_the_limits() {
    for cell in ["100.1", "-1", "1001‰", "≥101", "<-1"] {
        assert_found(&coverage().told("2024", cell), &["outside limits"], "undetermined");
    }
    assert_found(&coverage().told("2024", "100"), &[], "met");
    assert_found(&mortality().told("2024", "-0.1"), &["outside limits"], "undetermined");
    let enrolment = County::asking(amount("gross enrolment", Unit::Percent), at_least("95"));
    assert_found(&enrolment.told("2024", "102.5"), &[], "met");
}

// A unit of a kind that no target is over counts nowhere, which is said once for all units of the kind.
#[test]
fn a_kind_of_unit_that_nothing_is_over() {
    let every = coverage().over(Scope::EveryUnit).roster(2024, &["甲", "乙"]);
    let told = every.told_by("甲", "2024", "95");
    let row = |unit| {
        let value = Value::Number(number("80"));
        let row = Observation::new("coverage", year(2024), value, Unit::Percent);
        row.in_unit(ReportingUnit::new("街道", unit))
    };
    let odd = told.clone().observed(row("乙")).observed(row("丙"));
    let named = |name, unit| Bilingual {
        zh: format!("{name}（中文）2024年（{unit}）").into(),
        en: format!("{name} 2024, 街道 {unit}").into(),
    };
    let kind = FindingKind::UnknownUnitKind {
        given: "街道".into(),
        // This plan gives its kinds no names.
        known: Bilingual { zh: "苏木镇".into(), en: "township".into() },
        rows: 2,
        first: ["丙", "乙"].map(|unit| named("coverage", unit)).into(),
    };
    assert_eq!(odd.findings(), [kind]);
    assert_eq!(odd.verdict(2024), told.verdict(2024));
    assert_found(&told.told_by("乙", "2024", "95"), &[], "met");
}

// Units of such a kind that make up the whole area are held against it: that is said, and they are not called unused.
#[test]
fn a_kind_of_unit_that_the_audit_alone_reads() {
    let roster = dabiao::Roster::new("街道", year(2024), ["甲", "乙"]);
    let row = |unit, numerator, denominator| {
        let value = Value::Counts(dabiao::values::Counts { numerator, denominator });
        let row = Observation::new("coverage", year(2024), value, Unit::Percent);
        row.in_unit(ReportingUnit::new("街道", unit))
    };
    let catalogue = coverage().over(Scope::EveryUnit).catalogue();
    let told = |all| {
        let whole = Value::Counts(dabiao::values::Counts { numerator: all, denominator: 200 });
        let whole = Observation::new("coverage", year(2024), whole, Unit::Percent);
        catalogue.data([whole, row("甲", 90, 100), row("乙", 95, 100)]).with_rosters([roster.clone()])
    };
    let data = told(185);
    assert_eq!(data.unused(), 0);
    let [finding] = data.findings() else { panic!("{:?}", data.findings()) };
    assert_eq!(
        finding.kind.zh(),
        "2行属于“街道”这类单位，没有按这类单位评价的目标，只用于数据审核（coverage（中文）2024年（乙）、coverage（中文）2024年（甲））；评价所用的单位类别有：苏木镇"
    );
    assert_eq!(data.area_or_empty("").audit().findings(), []);
    assert_eq!(told(186).area_or_empty("").audit().findings().len(), 1);
    // Without the roster nobody knows whether these are all.
    let alone = catalogue.data([row("甲", 90, 100)]);
    assert!(matches!(alone.findings()[0].kind, FindingKind::UnknownUnitKind { .. }));
    assert_eq!(alone.unused(), 1);
}

// More than 100 of 100 and fewer than none leave no value that could be.
/// Events of one area in two writings are rows of one area, and none of them is lost where nothing reads them.
#[test]
fn events_of_an_area_in_two_writings() {
    let card = happening("meetings");
    let county = County::of(vec![card.clone(), share("coverage")], vec![]);
    let catalogue = county.catalogue();
    let event = |area: &'static str, day: &str| {
        Observation::event(card.id.clone(), day.parse().unwrap()).in_area(area)
    };
    let rows = [
        event("Hangjin Banner", "2024-03-01"),
        event("Hangjin  Banner", "2024-04-01"),
        event("Hangjin Banner", "2024-05-01"),
    ];
    let data = catalogue.data(rows);
    assert_eq!(data.unused(), 3);
    let unused: Vec<usize> = data
        .findings()
        .iter()
        .filter_map(|finding| match finding.kind {
            FindingKind::IndicatorUnused { rows, .. } => Some(rows),
            _ => None,
        })
        .collect();
    assert_eq!(unused, [3]);
}

#[test]
fn intervals_wholly_outside_the_limits() {
    assert_found(&coverage().told("2024", ">100"), &["outside limits"], "undetermined");
    assert_found(&mortality().told("2024", "<0"), &["outside limits"], "undetermined");
}

#[test]
fn more_cases_than_there_are() {
    assert_found(&coverage().told("2024", "101/100"), &["numerator above"], "undetermined");
    assert_found(&coverage().told("2024", "100/100"), &[], "met");
    // Maternal care over live births may pass 100％: it is no bounded share.
    let care = County::asking(amount("care over live births", Unit::Percent), at_least("90"));
    assert_found(&care.told("2024", "101/100"), &[], "met");
}

// 0 of 0 does not exist here; something of nothing is an error.
#[test]
fn zero_denominators() {
    assert_found(&coverage().told("2024", "0/0"), &[], "not applicable");
    assert_found(&coverage().told("2024", "3/0"), &["over zero"], "undetermined");
    assert_found(&mortality().told("2024", "1/0"), &["over zero"], "undetermined");
    assert_found(&mortality().told("2024", "0/700"), &[], "met");
    // A printed share beside 0 of 0 that is not 0: the row says two things.
    for (rate, codes, verdict) in [("0", &[][..], "not applicable"), ("96", &["conflict"], "undetermined")] {
        let both = Value::Both { counts: Counts { numerator: 0, denominator: 0 }, number: number(rate) };
        let row = Observation::new("coverage", year(2024), both, Unit::Percent);
        assert_found(&coverage().observed(row), codes, verdict);
    }
}

#[test]
fn things_come_whole() {
    let beds = County::asking(amount("beds", Unit::Count), at_least("10"));
    assert_found(&beds.clone().told("2024", "10.5"), &["not whole"], "undetermined");
    assert_found(&beds.clone().told("2024", "10.0"), &[], "met");
    assert_found(&beds.told("2024", "1.2万个"), &[], "met");
}

// A cell in a wrong unit is an impossible one: filled, and of no use. It is not the same as no data.
#[test]
fn a_wrong_unit_is_not_silence() {
    for county in [
        mortality().told("2024", "12岁"),
        County::asking(amount("hours", Unit::HoursPerDay), at_least("9")).told("2024", "1/8"),
    ] {
        let judged = county.judged(2024);
        assert_eq!(judged.outcome, Outcome::Undetermined);
        let causes: Vec<_> = judged.reasons.iter().map(|reason| &reason.cause).collect();
        assert_eq!(causes, [&Cause::Impossible], "{:?}", county.findings());
    }
}

// A row with an unknown indicator is refused; everything else is judged.
#[test]
fn an_unknown_indicator_stops_nothing_else() {
    let county = coverage().told("2024", "95");
    let catalogue = county.catalogue();
    let stranger = Observation::new("covrage", year(2024), Value::Number(number("1")), Unit::Percent)
        .from_source("row 7");
    let data = catalogue.data([stranger].into_iter().chain(county.observations()));
    assert_eq!((data.refused(), data.findings().len()), (1, 1));
    let finding = &data.findings()[0];
    assert_eq!(finding.kind.effect(), Effect::Refused);
    let text = finding.to_string();
    assert!(text.contains("row 7") && text.contains("covrage") && text.contains("`coverage`"), "{text}");
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(2024)).unwrap();
    assert_eq!(report.rows[0].judgement.assessment.outcome, Outcome::Met);
    assert_eq!(report.findings.len(), 1);
}

// Final replaces provisional replaces estimated, without a word.
#[test]
fn later_kinds_replace_earlier_ones() {
    let told = |rows: &[(&str, &'static str)]| {
        rows.iter().fold(coverage(), |county, (cell, status)| county.told("2024", cell).marked(status))
    };
    assert_found(&told(&[("80", "快报"), ("95", "")]), &[], "met");
    assert_found(&told(&[("95", ""), ("80", "快报"), ("70", "估计")]), &[], "met");
    assert_found(&told(&[("70", "估计"), ("95", "快报")]), &[], "met, provisional");
    assert_found(&told(&[("95", "估计")]), &[], "met, estimated");
    assert_found(&told(&[("95", "快报"), ("80", "快报")]), &["conflict"], "undetermined");
    assert_found(&told(&[("95", "快报"), ("80", "快报"), ("91", "")]), &[], "met");
    assert_found(&told(&[("95/100", "快报"), ("80", "")]), &[], "not met");
}

// A verdict on provisional data says so, wherever among its numbers they stand.
#[test]
fn provisional_data_are_said() {
    let grown = County::asking(share("coverage"), rises(Qualifier::Plain)).told("2020", "80").marked("快报");
    assert_eq!(grown.told("2024", "90").verdict(2024), "met, provisional");
    let members =
        County::asking(share("coverage"), Rule::NotBelow).against(share("members")).told("2024", "30");
    assert_eq!(members.told_of("members", "2024", "30").marked("快报").verdict(2024), "met, provisional");
    let each =
        coverage().over(Scope::EveryUnit).roster(2024, &["A", "B"]).told_by("A", "2024", "95").marked("快报");
    assert_eq!(each.told_by("B", "2024", "95").verdict(2024), "met, provisional");
}

#[test]
fn provisional_units_of_a_pool_are_said() {
    let pool = || coverage().over(Scope::Pooled).roster(2024, &["A", "B"]);
    let second = pool().told_by("A", "2024", "95/100").told_by("B", "2024", "95/100").marked("快报");
    assert_eq!(second.verdict(2024), "met, provisional");
    let first = pool().told_by("A", "2024", "95/100").marked("快报").told_by("B", "2024", "95/100");
    assert_eq!(first.verdict(2024), "met, provisional");
}

// Equal values are one; different values of one status are a finding, and decide nothing.
#[test]
fn two_values_for_one_cell() {
    assert_found(&coverage().told("2024", "91").told("2024", "91.0"), &[], "met");
    assert_found(&coverage().told("2024", "91").told("2024", "910‰"), &[], "met");
    assert_found(&coverage().told("2024", "91").told("2024", "92"), &["conflict"], "undetermined");
    assert_found(&coverage().told("2024", "91").told("2024", "91.1"), &["conflict"], "undetermined");
    assert_found(&coverage().told("2024", "91/100").told("2024", "92/100"), &["conflict"], "undetermined");
    assert_found(&coverage().told("2024", "≥91").told("2024", "≥92"), &["conflict"], "undetermined");
    let judged = coverage().told("2024", "91").told("2024", "92").judged(2024);
    assert_eq!(judged.reasons[0].cause, Cause::Conflict);
    assert_eq!(judged.reasons.len(), 1);
}

// 口径变化 is a mark on the value: it holds if one of two equal rows carries it.
#[test]
fn one_of_two_equal_rows_carries_the_break() {
    let county =
        County::asking(share("coverage"), rises(Qualifier::Plain)).told("2020", "95").told("2024", "91");
    for rows in [["变90", "90"], ["90", "变90"]] {
        let told = rows.iter().fold(county.clone(), |county, cell| county.told("2023", cell));
        assert_found(&told, &[], "met, baseline 2023");
    }
}

// Counts beat a printed rate. One that lies further off than half its last digit is said.
#[test]
fn counts_and_a_printed_rate() {
    for (rate, codes) in [
        ("12.5", &[][..]),
        ("12", &[]),
        ("13", &[]),
        ("12.50", &[]),
        ("12.4", &["rate differs"]),
        ("12.51", &["rate differs"]),
        ("11", &["rate differs"]),
    ] {
        let county = County::asking(share("share"), at_most("12.5"));
        let two_rows = county.clone().told("2024", "1/8").told("2024", rate);
        assert_found(&two_rows, codes, "met");
        assert_found(&county.clone().told("2024", rate).told("2024", "1/8"), codes, "met");
        let both = Value::Both { counts: Counts { numerator: 1, denominator: 8 }, number: number(rate) };
        let catalogue = county.catalogue();
        let data = catalogue.data([Observation::new("share", year(2024), both, Unit::Percent)]);
        assert_eq!(data.area_or_empty("").audit().findings().len(), codes.len(), "{rate}");
    }
    // Judged by the counts: 14 of 99,999 is not 12, whatever was printed.
    assert_found(&mortality().told("2024", "14/99999").told("2024", "12"), &["rate differs"], "not met");
}

// Ten or a hundred times the value before is suspicious, and judged as it stands.
#[test]
fn jumps() {
    let table = |before: &str, now: &str| coverage().told("2023", before).told("2024", now);
    assert_found(&table("9.5", "95"), &["jump"], "met");
    assert_found(&table("0.95", "95"), &["jump"], "met");
    assert_found(&table("95", "9.5"), &["jump"], "not met");
    assert_found(&table("95", "0.95"), &["jump"], "not met");
    assert_found(&table("9.6", "95"), &[], "met");
    assert_found(&table("0", "95"), &[], "met");
    assert_found(&coverage().told("2020", "9.5").told("2024", "95"), &["jump"], "met");
}

#[test]
fn jumps_of_whole_numbers() {
    let beds = County::asking(amount("beds", Unit::Count), at_least("10"));
    assert_found(&beds.told("2023", "300").told("2024", "3000"), &["jump"], "met");
}

#[test]
fn years_outside_the_plan() {
    assert_found(&coverage().told("2005", "85").told("2024", "95"), &["outside the plan"], "met");
    assert_found(&coverage().told("2024", "95").told("2035", "96"), &["outside the plan"], "met");
    assert_found(&coverage().told("2020", "85").told("2024", "95").told("2030", "96"), &[], "met");
}

// Town and country, or women and men, add up to the whole where all come as counts.
#[test]
fn parts_and_the_whole() {
    let county = coverage().told("2024", "95/100");
    let told = |urban, rural| county.clone().told_in("urban", "2024", urban).told_in("rural", "2024", rural);
    assert_found(&told("55/60", "40/40"), &[], "met");
    assert_found(&told("56/60", "40/40"), &["parts"], "met");
    assert_found(&told("55/61", "40/40"), &["parts"], "met");
    // One part alone is compared with nothing.
    assert_found(&county.clone().told_in("urban", "2024", "56/60"), &["part not asked"], "met");
    assert_found(
        &county.told_among("女", "2024", "50/50").told_among("男", "2024", "40/50"),
        &["parts"],
        "met",
    );
}

// A target without a stratum is judged on the whole, which is never made of the rates of its parts.
#[test]
fn strata_never_decide() {
    let parts = coverage().told_in("urban", "2024", "95%").told_in("rural", "2024", "95%");
    assert_eq!(parts.verdict(2024), "undetermined");
    let worse = coverage().told("2024", "91%").told_in("rural", "2024", "50%");
    assert_eq!(worse.verdict(2024), "met");
    // Where the name itself speaks of the country, a row of the country is the whole.
    let tap_water =
        IndicatorCard { disaggregation: dabiao::values::Disaggregation::RURAL, ..share("rural tap water") };
    let county = County::asking(tap_water, at_least("90")).told_in("rural", "2024", "91%");
    assert_eq!(county.verdict(2024), "met");
}

#[test]
fn a_day_for_what_no_event_measures() {
    let county =
        County::asking(amount("beds", Unit::Count), at_least("10")).told("2024", "95").happened("2024-03-01");
    assert_found(&county, &["no event"], "met");
    assert_eq!(county.data().refused(), 1);
}

#[test]
fn another_county_is_another_county() {
    let county = coverage().told("2024", "95");
    let catalogue = county.catalogue();
    let elsewhere = county.observations().swap_remove(0).in_area("150600");
    let here = county.clone().told("2024", "80").observations().swap_remove(1).in_area("150625");
    let data = catalogue.data([elsewhere, here]);
    assert!(data.findings().is_empty());
    let evaluator = Evaluator::new(&catalogue);
    for (area, expected) in
        [("150600", Outcome::Met), ("150625", Outcome::NotMet), ("150000", Outcome::Undetermined)]
    {
        let report = evaluator.report_on(data.area_or_empty(area), year(2024), |_| true).unwrap();
        assert_eq!(report.rows[0].judgement.assessment.outcome, expected, "{area}");
    }
}

/// Many of these rows are odd.
fn odd_rows() -> County {
    let county = coverage().told("2020", "85").told("2022", "9.5").told("2024", "91").told("2024", "92");
    county.told("2023", "91/100").told("2023", "90").told("2021", "101").told("2021", "80").marked("快报")
}

/// What is found and judged when rows come in this order.
fn read(county: &County, observations: Vec<Observation>) -> (Vec<String>, String) {
    let catalogue = county.catalogue();
    let data = catalogue.data(observations);
    let report = Evaluator::new(&catalogue).report(data.area_or_empty(""), year(2024)).unwrap();
    let found = report.findings.iter().map(ToString::to_string).collect();
    (found, format!("{:?}", report.rows[0].judgement.assessment))
}

// In whatever order rows come, the verdict and the findings are the same.
#[test]
fn order_changes_nothing() {
    let county = odd_rows();
    let mut rows = county.observations();
    let expected = read(&county, rows.clone());
    assert_eq!(expected.0.len(), 3, "{:#?}", expected.0);
    for _ in 0..rows.len() {
        rows.rotate_left(1);
        assert_eq!(read(&county, rows.clone()), expected, "rotated");
        assert_eq!(read(&county, rows.iter().rev().cloned().collect()), expected, "reversed");
    }
}

// Nor does it matter how often a row comes: equal values are one.
#[test]
fn repetition_changes_nothing() {
    let county = odd_rows();
    let rows = county.observations();
    let twice = rows.iter().chain(&rows).cloned().collect();
    let ((found_twice, judged_twice), (found, judged)) = (read(&county, twice), read(&county, rows));
    assert_eq!(judged_twice, judged);
    assert_eq!(found_twice, found);
}

// A printed rate and counts told through a typed key meet in one cell.
#[cfg(feature = "hangjin")]
#[test]
fn the_typed_key_and_the_text_are_one_cell() {
    let key: dabiao::Indicator<dabiao::values::unit::Per100k> = dabiao::indicators::MATERNAL_MORTALITY_RATIO;
    let catalogue = dabiao::Catalogue::hangjin();
    let told = [
        key.observe(year(2024), dabiao::values::per_100k("14.3")),
        key.observe(year(2024), dabiao::values::cases(1).of(7000)),
    ];
    let data = catalogue.data(told);
    assert_eq!(data.findings().len(), 0, "1 of 7000 is 14.2857, printed 14.3");
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio").unwrap();
    let judged = Evaluator::new(&catalogue).assess(target, data.area_or_empty(""), year(2024)).unwrap();
    assert_eq!(judged.outcome, Outcome::NotMet);
    assert_eq!(judged.counts, Some(Counts { numerator: 1, denominator: 7000 }));
    assert_eq!(judged.margin.unwrap().rounded(4), "-2.2857");
}

// Two rows for one cell: what goes together is one value, what does not is a conflict and decides nothing.
#[test]
fn two_rows_for_one_cell() {
    for (first, second, verdict, agree) in [
        ("未填报", "未统计", "undetermined", true),
        ("未填报", "不适用", "undetermined", false),
        ("95", "不适用", "undetermined", false),
        ("95", "≥90", "met", true),
        ("95", "≥95", "met", true),
        ("95", ">95", "undetermined", false),
        ("95", "≥96", "undetermined", false),
        ("95", "≤94", "undetermined", false),
        ("90", "≤90", "met", true),
        ("90", "<90", "undetermined", false),
        ("89", "<90", "not met", true),
        ("0/0", "0/0", "not applicable", true),
    ] {
        let county = County::asking(share("coverage"), at_least("90"));
        let county = county.told("2024", first).told("2024", second);
        let conflict = county.findings().iter().any(|kind| matches!(kind, FindingKind::Conflict { .. }));
        assert_eq!((county.verdict(2024).as_str(), !conflict), (verdict, agree), "{first} and {second}");
    }
}

// A year is odd from two years after the plan on, and from eleven before its baseline back.
#[test]
fn years_around_the_plan() {
    for (at, odd) in [("2009", true), ("2010", false), ("2031", false), ("2032", true)] {
        let findings = County::asking(share("coverage"), at_least("90")).told(at, "95").findings();
        assert_eq!(findings, if odd { vec![FindingKind::OutsidePlan] } else { vec![] }, "{at}");
    }
}

// A finding quotes its cell in full: town and country, and women and men, are cells of their own.
#[test]
fn a_suspicious_stratum_is_named() {
    let told = |residence: &'static str| {
        mortality().told_in(residence, "2023", "1.2").told_in(residence, "2024", "14.3")
    };
    let cell = |county: &County| {
        let data = county.data();
        let audit = data.area_or_empty("").audit();
        match audit.findings() {
            [finding] => {
                assert_eq!(county.broken(), ["jump"], "{finding}");
                finding.cell.clone().unwrap().en.to_string()
            }
            other => panic!("{other:?}"),
        }
    };
    let all = cell(&mortality().told("2023", "1.2").told("2024", "14.3"));
    let cells = ["urban", "rural"].map(|residence| (residence, cell(&told(residence))));
    for (residence, cell) in cells {
        assert!(cell.starts_with(&all) && cell.contains(residence), "`{cell}` beside `{all}`");
    }
}

// Counts decide and a rate is compared with them, whether it stands in the row of the counts, in another, or in both.
#[test]
fn a_rate_with_its_counts_and_the_rate_alone_are_one_value() {
    let both = |rate: &str| {
        let counts = Counts { numerator: 917, denominator: 1000 };
        Observation::new("coverage", year(2024), Value::Both { counts, number: number(rate) }, Unit::Percent)
    };
    let rate =
        |rate: &str| Observation::new("coverage", year(2024), Value::Number(number(rate)), Unit::Percent);
    for (first, second, codes) in
        [("91.7", "91.7", &[] as &[&str]), ("91.7", "92", &[]), ("91.7", "93", &["rate differs"])]
    {
        for county in [
            coverage().observed(both(first)).observed(rate(second)),
            coverage().observed(rate(second)).observed(both(first)),
        ] {
            assert_eq!(found(&county), (codes.to_vec(), "met".to_string()), "{first} and {second}");
            assert_eq!(county.judged(2024).value.unwrap().to_string(), "91.7");
        }
    }
}

// An interval is cut to what there can be: of more than 100 up to 120 per cent nothing is left.
#[test]
fn intervals_beyond_what_there_can_be() {
    let between = |low: &str, included: bool, high: &str| {
        let end = |text: &str, included| Some(End { number: number(text), included });
        let interval = Interval::new(end(low, included), end(high, true)).unwrap();
        let row = Observation::new("coverage", year(2024), Value::Interval(interval), Unit::Percent);
        County::asking(share("coverage"), at_least("100")).observed(row)
    };
    assert_found(&between("100", false, "120"), &["outside limits"], "undetermined");
    assert_found(&between("101", true, "120"), &["outside limits"], "undetermined");
    assert_found(&between("100", true, "120"), &[], "met");
    assert_found(&between("99", true, "120"), &[], "undetermined");
}

// A name is taken for a slip of another if at most a third of what was written differs, left-out characters like wrong ones.
#[test]
fn the_nearest_name_differs_in_a_third_at_most() {
    let catalogue = coverage().catalogue();
    assert_eq!("coverage".len(), 8);
    for (name, near) in [
        ("coverag", true),
        ("covrage", true),
        ("coverages", true),
        ("cxvxrage", true),
        ("cxvxrxge", false),
        ("xcoverage", true),
        ("xcoverxagex", true),
        ("xcovxerxagex", true),
        ("xcovxerxazex", false),
        ("covage", true),
        ("coxage", false),
        ("covxxxge", false),
        ("1coverag", true),
        ("12coverag", true),
        ("12coverg", false),
        ("coverage1234", true),
        ("coverage12345", false),
        ("ovrage", true),
        ("vrage", false),
    ] {
        let message = catalogue.indicator(name).unwrap_err().to_string();
        assert_eq!(message.contains("the nearest is `coverage`"), near, "{message}");
    }
}
