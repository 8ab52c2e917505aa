//! Verdicts that once differed from the page that states the rules, each kind at, below and above where it turns.

use dabiao::{
    Outcome, Record, Rule, Standing,
    data::FindingKind,
    judge::Note,
    plan::{Better, Between, Calendar, Gap, GapMeasure, IndicatorCard, Qualifier, Scope, Timing},
    values::{Disaggregation, Unit},
};

use crate::support::*;

fn terms(county: County) -> County {
    county.timing(Timing::EveryTerm { from: year(2021), due: year(DUE) })
}

fn standing(county: &County, at: i16) -> Standing {
    county.report(at).rows[0].judgement.standing
}

// A body that reported is not silent because an earlier election was not: the step over it is open.
#[test]
fn from_term_to_term_over_every_unit() {
    let bodies = terms(County::asking(elected("posts"), rises(Qualifier::EachTerm))).over(Scope::EveryUnit);
    let bodies = [2016, 2021, 2026].into_iter().fold(bodies, |county, at| county.roster(at, &["u", "w"]));
    let told = |second: &str, third: &str| {
        ["u", "w"].into_iter().fold(bodies.clone(), |county, unit| {
            let county = county.told_by(unit, "2016届", "2/10").told_by(unit, "2021届", second);
            county.told_by(unit, "2026届", third)
        })
    };
    let open = told("未填报", "4/10");
    let report = open.report(2026);
    let judged = &report.rows[0].judgement;
    let units = judged.assessment.units.as_ref().unwrap();
    assert_eq!((units.not_reported.len(), units.undetermined.len()), (0, 2));
    assert_eq!(judged.standing, Standing::Undetermined, "not: no data");
    assert!(!judged.assessment.reasons.is_empty());
    assert!(judged.warnings.iter().all(|warning| warning.signal.zh() != "缺数"));
    for (second, third, expected) in
        [("3/10", "4/10", Outcome::Met), ("3/10", "3/10", Outcome::NotMet), ("3/10", "2/10", Outcome::NotMet)]
    {
        assert_eq!(told(second, third).outcome(2026), expected, "{second} {third}");
    }
    assert_eq!(told("未填报", "未填报").report(2026).rows[0].judgement.standing, Standing::NoData);
}

// The first election of the plan is compared with the term in office in 2020; an older one does not stand in for it.
#[test]
fn the_first_election_needs_the_term_in_office() {
    let county = terms(County::asking(elected("posts"), rises(Qualifier::EachTerm))).told("2011届", "40");
    let told = |in_office: &str| {
        county.clone().told("2016届", in_office).told("2021届", "25").told("2026届", "26").outcome(2026)
    };
    assert_eq!(told("未填报"), Outcome::Undetermined);
    assert_eq!(told("24"), Outcome::Met);
    assert_eq!(told("25"), Outcome::NotMet);
    assert_eq!(told("26"), Outcome::NotMet);
    let fallen = county.told("2016届", "未填报").told("2021届", "25").told("2026届", "24");
    assert_eq!(fallen.outcome(2026), Outcome::NotMet, "whatever the first step was");
}

// A setback of all units together is not forgotten in a later year that is silent.
#[test]
fn pooled_units_do_not_forget_a_setback() {
    for qualifier in [Qualifier::Steadily, Qualifier::Sustained] {
        let county = County::asking(share("coverage"), rises(qualifier)).over(Scope::Pooled);
        let county = (2020..=2024).fold(county, |county, at| county.roster(at, &["A", "B"]));
        let told = |second: &str| {
            ["A", "B"].into_iter().fold(county.clone(), |county, unit| {
                county.told_by(unit, "2020", "50/100").told_by(unit, "2021", second)
            })
        };
        let broken = told("40/100");
        for at in [2021, 2022, 2024] {
            let judged = broken.judged(at);
            assert_eq!((judged.outcome, judged.irrecoverable), (Outcome::NotMet, true), "{at}");
            assert_eq!(standing(&broken, at), Standing::Missed, "{at}");
        }
        assert_eq!(told("51/100").outcome(2022), Outcome::Undetermined);
        assert_eq!(told("51/100").outcome(2021), Outcome::Met);
    }
}

// 持续 of what comes whole: no period worse than the one before, and better than the baseline.
#[test]
fn what_comes_whole_need_not_grow_every_year() {
    let nurseries = County::asking(amount("nurseries", Unit::Count), rises(Qualifier::Sustained));
    let of_share = County::asking(share("coverage"), rises(Qualifier::Sustained));
    let told = |county: &County, cells: [&str; 3]| {
        (2020..)
            .zip(cells)
            .fold(county.clone(), |county, (at, cell)| county.told(&format!("{at}"), cell))
            .outcome(2022)
    };
    assert_eq!(told(&nurseries, ["5", "6", "6"]), Outcome::Met);
    assert_eq!(told(&nurseries, ["5", "5", "6"]), Outcome::Met);
    assert_eq!(told(&nurseries, ["5", "5", "5"]), Outcome::NotMet, "not better than the baseline");
    assert_eq!(told(&nurseries, ["5", "7", "6"]), Outcome::NotMet, "a period worse than the one before");
    assert_eq!(told(&of_share, ["5", "6", "6"]), Outcome::NotMet, "a share can grow in every year");
    assert_eq!(told(&of_share, ["5", "6", "7"]), Outcome::Met);
}

// What does not exist here has no number: not 0 meetings, one too few.
#[test]
fn an_event_that_does_not_apply_has_no_value() {
    let yearly = Timing::EveryYear { from: year(2022), due: year(DUE) };
    let county = County::asking(happening("meetings"), at_least("1")).timing(yearly);
    let judged = county.clone().told("2024", "不适用").judged(2024);
    assert_eq!((judged.outcome, judged.value, judged.margin), (Outcome::NotApplicable, None, None));
    let none = county.told("2024", "0").judged(2024);
    assert_eq!((none.outcome, none.margin.unwrap().to_string()), (Outcome::NotMet, "-1".into()));
}

// A bound of the host judges its own year alone: not one before the plan, and without one for the due year nothing is judged.
#[test]
fn the_bound_of_a_host_is_that_of_its_year() {
    for rule in [Rule::HostBound { better: Better::Higher }, Rule::Monitored] {
        let from = year(2021);
        for timing in [
            Timing::ByYear { due: year(DUE) },
            Timing::Kept { from, due: year(DUE) },
            Timing::ReachedAndKept { due: year(DUE) },
        ] {
            let county = County::asking(share("coverage"), rule).timing(timing);
            let county = county.host_bound(2020, "50", Better::Higher).host_bound(2024, "80", Better::Higher);
            let county = county.told("2020", "10").told("2030", "95");
            assert_eq!(county.outcome(2020), Outcome::NotJudged, "{timing:?}");
            assert_met(&county, &["80", "80.1"]);
            assert_each(&county, "not met, by the other method met", &["79.9"]);
            let reached = county.told("2024", "90");
            assert_eq!((reached.outcome(2024), reached.outcome(2030)), (Outcome::Met, Outcome::NotJudged));
            assert_eq!(standing(&reached, 2030), Standing::NotJudged, "{timing:?}");
        }
        let lower = County::asking(share("rate"), Rule::Monitored).host_bound(2024, "5", Better::Lower);
        assert_met(&lower, &["4", "5"]);
        assert_each(&lower, "not met, by the other method met", &["5.1"]);
    }
}

// Every undetermined verdict says why, also where the year that is missing lies before the baseline.
#[test]
fn a_missing_year_before_the_baseline_is_named() {
    let yearly = Timing::EveryYear { from: year(2021), due: year(DUE) };
    let mut county = County::asking(share("coverage"), at_least("90")).timing(yearly);
    county.settings.baseline = Some(year(2022));
    let county = (2022..=2030).fold(county, |county, at| county.told(&format!("{at}"), "95"));
    let judged = county.judged(2030);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.reasons.iter().map(|reason| reason.year).collect::<Vec<_>>(), [year(2021)]);
    assert_eq!(county.told("2021", "90").outcome(2030), Outcome::Met);
}

// The reference of an earlier term is none of this one's.
#[test]
fn a_reference_of_another_term_does_not_stand_in() {
    let county = terms(County::asking(elected("delegates"), Rule::NotBelow).against(elected("members")));
    let county = county.told_of("members", "2021届", "30").told("2026届", "31");
    assert_eq!(county.outcome(2026), Outcome::Undetermined);
    for (members, expected) in [("30.9", Outcome::Met), ("31", Outcome::Met), ("31.1", Outcome::NotMet)] {
        assert_eq!(county.clone().told_of("members", "2026届", members).outcome(2026), expected, "{members}");
    }
}

// A body without a reference of its own is compared with the area's of that period, and this is said.
#[test]
fn a_body_without_a_reference_takes_that_of_the_area() {
    let county = County::asking(share("congress"), Rule::NotBelow).against(share("members"));
    let county = county.over(Scope::EveryUnit).roster(2024, &["旗党代会"]).told_of("members", "2024", "31");
    let told = |value: &str| county.clone().told_by("旗党代会", "2024", value).judged(2024);
    for (value, expected) in [("35", Outcome::Met), ("31", Outcome::Met), ("30.9", Outcome::NotMet)] {
        let judged = told(value);
        assert_eq!(judged.outcome, expected, "{value}");
        assert!(judged.notes.contains(&Note::ReferenceOfArea), "{value}");
    }
    let earlier = County::asking(share("congress"), Rule::NotBelow).against(share("members"));
    let earlier = earlier.over(Scope::EveryUnit).roster(2024, &["A"]).told_of("members", "2023", "31");
    assert_eq!(earlier.told_by("A", "2024", "35").outcome(2024), Outcome::Undetermined);
}

// 逐步 with a value known only between two ends: met where every value between them meets.
#[test]
fn gradually_with_two_ends() {
    let county = County::asking(share("coverage"), rises(Qualifier::Gradually)).told("2020", "50");
    for (value, expected) in [
        ("≥60", Outcome::Met),
        (">50", Outcome::Met),
        ("≥50", Outcome::Undetermined),
        ("≤50", Outcome::NotMet),
        ("<49", Outcome::NotMet),
    ] {
        assert_eq!(county.clone().told("2024", value).outcome(2024), expected, "{value}");
    }
    // 50, 70, 68, 66 and what follows: with 60 the median of the ten changes is 0.
    let falling = ["70", "68", "66"]
        .into_iter()
        .zip(2021..)
        .fold(county, |county, (cell, at)| county.told(&format!("{at}"), cell));
    assert_eq!(falling.clone().told("2024", "≤64").outcome(2024), Outcome::NotMet);
    assert_eq!(falling.clone().told("2024", "≥70").outcome(2024), Outcome::Met);
    assert_eq!(falling.told("2024", "≥51").outcome(2024), Outcome::Undetermined);
}

// No difference between two groups without a case, as a ratio too; one of them alone gives none.
#[test]
fn nothing_on_either_side_is_no_gap() {
    let rate = amount("rate", Unit::PerMille);
    let gap =
        Gap { of: "rate".into(), between: Between::UrbanRural, unit_kind: None, measure: GapMeasure::Ratio };
    let card = IndicatorCard { gap: Some(gap), floor: number("1"), ..amount("gap", Unit::Quotient) };
    let mut county = County::asking(card, falls(Qualifier::Plain));
    county.cards.push(rate);
    let told = |county: County, at: &str, town: &str, country: &str| {
        let row =
            |county: County, residence, value: &str| county.told_in(residence, at, value).naming("rate");
        row(row(county, "urban", town), "rural", country)
    };
    let county = told(county, "2020", "4", "8");
    let judged = told(county.clone(), "2024", "0", "0").judged(2024);
    assert_eq!((judged.outcome, judged.value.unwrap().to_string()), (Outcome::Met, "1".into()));
    assert_eq!(told(county.clone(), "2024", "4", "6").outcome(2024), Outcome::Met);
    assert_eq!(told(county.clone(), "2024", "4", "8").outcome(2024), Outcome::NotMet);
    assert_eq!(told(county, "2024", "0", "8").outcome(2024), Outcome::Undetermined);
}

// Counts beat a printed rate in another row as in their own, also one that cannot be, and it is said.
#[test]
fn counts_beat_a_printed_rate_in_another_row() {
    let county = County::asking(share("coverage"), at_least("95")).told("2024", "95/100");
    let odd = county.clone().told("2024", "950");
    assert_eq!(odd.outcome(2024), Outcome::Met);
    assert_eq!(odd.broken(), ["rate-and-counts"]);
    assert_eq!(county.clone().told("2024", "95").findings(), []);
    assert_eq!(
        county.told("2024", "94/100").outcome(2024),
        Outcome::Undetermined,
        "two counts are two values"
    );
}

// Two rows of one cell that differ in what they know are one value, with a finding.
#[test]
fn a_value_and_an_interval_for_one_cell() {
    let county = County::asking(share("coverage"), at_least("75")).told("2024", "77.5");
    let both = county.clone().told("2024", ">73");
    assert_eq!(both.outcome(2024), Outcome::Met);
    assert!(matches!(both.findings().as_slice(), [FindingKind::LessExact { .. }]), "{:?}", both.findings());
    assert!(matches!(
        county.clone().told("2024", ">77.5").findings().as_slice(),
        [FindingKind::Conflict { .. }]
    ));
    assert_eq!(county.told("2024", "77.50").findings(), []);
}

// An indicator that names its own part of the population is that part's figure; a row of the whole or of another part is named
// and not used.
#[test]
fn an_indicator_of_a_part_of_the_population() {
    let card = IndicatorCard { disaggregation: Disaggregation::RURAL, ..share("rural-tap-water") };
    let county = County::asking(card, at_least("80"));
    for residence in ["", "rural", "农村牧区"] {
        let told = |value| county.clone().told_in(residence, "2024", value).outcome(2024);
        assert_eq!((told("79.9"), told("80")), (Outcome::NotMet, Outcome::Met), "{residence}");
    }
    let towns = county.clone().told_in("urban", "2024", "99");
    assert_eq!(towns.outcome(2024), Outcome::Undetermined);
    assert!(matches!(
        towns.findings().as_slice(),
        [FindingKind::OtherPopulation { given: Disaggregation::URBAN, .. }]
    ));
    let catalogue = county.catalogue();
    let row = Record {
        indicator: "rural-tap-water",
        residence: "合计",
        period: "2024",
        value: "99",
        ..Record::default()
    };
    let errors = row.read(&catalogue).unwrap_err();
    assert_eq!((errors.len(), errors[0].column()), (1, "residence"));
}

// A number up to date, of a term or of a school year is none of a calendar year.
#[test]
fn a_period_of_another_calendar_is_refused() {
    let yearly = Timing::EveryYear { from: year(2021), due: year(DUE) };
    let county = County::asking(amount("meetings", Unit::Count), at_least("2")).timing(yearly);
    let county = county.told("2022", "1").told("2023", "1");
    for period in ["累计至2024", "2024届", "2023-2024学年"] {
        let told = county.clone().told(period, "3");
        assert_eq!(told.outcome(2024), Outcome::Undetermined, "{period}");
        assert!(matches!(told.findings().as_slice(), [FindingKind::OtherCalendar { .. }]), "{period}");
    }
    let school = IndicatorCard { calendar: Calendar::SchoolYear, ..amount("hours", Unit::ClassHours) };
    let school = County::asking(school, at_least("12")).told("2023-2024学年", "12");
    assert_eq!((school.outcome(2024), school.findings()), (Outcome::Met, vec![]));
}
