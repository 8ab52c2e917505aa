//! Terms of office: judged at elections, standing until the next.

use dabiao::{
    Observation, Outcome, Rule, Standing,
    ahead::{Severity, Signal},
    data::{FindingKind, Missing},
    judge::{Cause, Role},
    plan::{Better, Fraction, IndicatorCard, IndicatorKind, Qualifier, Scope, Timing},
    values::{Period, ReportingUnit, cases},
};

use crate::support::*;

fn at_elections(rule: Rule) -> County {
    let timing = Timing::EveryTerm { from: year(2021), due: year(DUE) };
    County::asking(elected("women in village committees"), rule).timing(timing)
}

// 逐届: every election of the plan strictly better than the term before, the first against the term in office in 2020.
#[test]
fn from_term_to_term() {
    let table = "
        2015届 2018届 2021届 2024届 2027届 2030届 | verdict in 2030
        20    23    25    27    29    31    | met                     | better each time
        ·     23    25    ·     29    ·     | met, stands since 2027  | the verdict of the last election
        ·     23    25    25    29    31    | not met                 | a tie: no longer to be mended
        ·     23    22    27    29    31    | not met                 | the first election was worse
        ·     23    25    27    29    28    | not met                 | the last one was
        30    23    25    ·     ·     ·     | met, stands since 2021  | against the term in office, not one before it
        20    ·     25    ·     ·     ·     | met, stands since 2021  | a body elected in 2015 was still in office
        ·     ·     25    27    ·     ·     | undetermined, baseline 2021, stands since 2024 | the term in office is not known
        ·     ·     25    ·     ·     ·     | undetermined, stands since 2021 | nothing to compare with
        ·     23    ·     ·     ·     ·     | not due                 | no election in the plan yet
        ·     ·     ·     ·     ·     ·     | not due                 | none at all
        ·     23    变28   ·     ·     ·     | undetermined, stands since 2021 | two definitions are never joined
        ·     23    变28   30    ·     ·     | undetermined, baseline 2021, stands since 2024 | and the step over it is open for good
        ·     23    22    未填报 ·     ·     | not met                 | broken already, whatever 2024 was
        ·     23    25    未填报 ·     ·     | undetermined            | not broken so far
        ·     23    25    未填报 29    ·     | undetermined, stands since 2027 | the term before it is not known
        ·     23    25    27    不适用 ·     | met                     | a term that does not exist here drops out
        ·     23    25    不适用 ·     ·     | met                     | two terms are compared
        ·     23    不适用 ·     ·     ·     | not applicable          | one alone is not
        ·     23    25    未填报 不适用 ·     | undetermined            | one of those before it is not known
        ·     100   100   ·     ·     ·     | met, at the limit, stands since 2021 | more than all there is not
    ";
    assert_table(&at_elections(rises(Qualifier::EachTerm)), table);
}

// Before the first election of the plan nothing is due; afterwards its verdict stands, with its year.
#[test]
fn a_bound_at_elections() {
    let county =
        at_elections(at_least("30")).told("2018届", "20").told("2022年换届", "29").told("2027届", "30");
    for (assessed, expected) in [
        (2020, "not due"),
        (2021, "not due"),
        (2022, "not met"),
        (2023, "not met, stands since 2022"),
        (2026, "not met, stands since 2022"),
        (2027, "met"),
        (2030, "met, stands since 2027"),
        (2033, "met, stands since 2027"),
    ] {
        assert_eq!(county.verdict(assessed), expected, "{assessed}");
    }
    let judged = county.judged(2030);
    assert_eq!(judged.broken_years().collect::<Vec<_>>(), [year(2022)], "earlier elections are listed");
}

// An election that was held and not reported is missing, not a reason to let the old term stand.
#[test]
fn an_election_that_was_not_reported() {
    let county = at_elections(at_least("30")).told("2022届", "35").told("2027届", "未填报");
    assert_eq!(county.verdict(2026), "met, stands since 2022");
    assert_eq!(county.verdict(2027), "undetermined");
}

// One third of each assembly, by its own election.
#[test]
fn each_assembly_one_third() {
    let rule = Rule::AtLeastRatio { value: Fraction::literal(1, 3) };
    let county = at_elections(rule).over(Scope::EveryUnit).roster(2021, &["旗", "锡尼镇"]);
    let met = county.clone().told_by("旗", "2021届", "60/180").told_by("锡尼镇", "2022届", "17/50");
    assert_eq!(met.outcome(2024), Outcome::Met);
    let failed = county.clone().told_by("旗", "2021届", "59/180").told_by("锡尼镇", "2022届", "17/50");
    let judged = failed.judged(2024);
    assert_eq!(judged.outcome, Outcome::NotMet, "76 of 230 together would be a third of nobody");
    assert_eq!(judged.units.unwrap().failed, ["旗"]);
    let open = county.told_by("旗", "2021届", "60/180");
    assert_eq!(open.outcome(2024), Outcome::Undetermined, "the other one has not reported an election");
}

// A plain year where an election is meant is said, and does not make a step from term to term.
#[test]
fn a_plain_year_is_no_election() {
    let county =
        at_elections(rises(Qualifier::EachTerm)).told("2018届", "23").told("2021届", "25").told("2023", "24");
    assert_eq!(county.findings(), [FindingKind::NotAnElection]);
    assert_eq!(county.outcome(2022), Outcome::Met);
    assert_eq!(county.outcome(2023), Outcome::Undetermined, "perhaps that was an election");
    let plain = at_elections(rises(Qualifier::EachTerm)).told("2016", "40").told("2021", "10");
    assert_eq!(plain.outcome(2024), Outcome::Undetermined, "a fall, or no step at all");
    assert_eq!(plain.told("2026届", "41").outcome(2026), Outcome::Met);
    assert_eq!(county.told("2026届", "27").outcome(2026), Outcome::Met);
}

// Women delegates against women members, of the same time.
#[test]
fn not_below_another_share() {
    let county = County::asking(share("delegates"), Rule::NotBelow).against(share("members"));
    let told = |delegates: &str, members: &str| {
        county.clone().told("2024", delegates).told_of("members", "2024", members).outcome(2024)
    };
    assert_eq!(told("30", "30.0"), Outcome::Met);
    assert_eq!(told("29.9", "30"), Outcome::NotMet);
    assert_eq!(told("1/3", "33.33"), Outcome::Met, "a third is more than 33.33％");
    assert_eq!(told("1/3", "33.34"), Outcome::NotMet);
    assert_eq!(told("30", "≥29"), Outcome::Undetermined);
    assert_eq!(told("30", "未统计"), Outcome::Undetermined);
    assert_eq!(told("30", "不适用"), Outcome::Undetermined, "there is nothing to be held against");
    let other_year = county.told("2024", "40").told_of("members", "2023", "30");
    assert_eq!(other_year.outcome(2024), Outcome::Undetermined, "the reference of another year is none");
}

// 相适应: not more than five points below, the five included; the tolerance stands beside the verdict.
#[test]
fn in_proportion_to_another_share() {
    let county =
        County::asking(share("delegates"), Rule::InProportion { tolerance: None }).against(share("women"));
    let told = |delegates: &str| {
        county.clone().told("2024", delegates).told_of("women", "2024", "48.5").judged(2024)
    };
    for (delegates, expected) in
        [("43.5", Outcome::Met), ("43.4", Outcome::NotMet), ("48.5", Outcome::Met), ("60", Outcome::Met)]
    {
        assert_eq!(told(delegates).outcome, expected, "{delegates}");
    }
    assert_eq!(told("43.5").tolerance, Some(number("5")));
    assert_eq!(told("43.4").margin.unwrap().to_string(), "-0.1");
}

// A national bound is given for each year, and each year that has one is judged by it.
#[test]
fn a_bound_from_the_host() {
    let rule = Rule::HostBound { better: Better::Higher };
    let county = County::asking(share("coverage"), rule)
        .timing(Timing::EveryYear { from: year(2021), due: year(DUE) });
    let county = county.host_bound(2023, "80", Better::Higher).host_bound(2024, "85", Better::Higher);
    let county = county.told("2023", "80").told("2024", "84.4").told("2025", "90");
    assert_eq!(county.outcome(2023), Outcome::Met);
    assert_eq!(county.outcome(2024), Outcome::NotMet);
    assert!(!matches!(county.outcome(2025), Outcome::Met | Outcome::NotMet), "no bound for 2025");
    assert_eq!(county.outcome(2030), Outcome::NotMet, "2024 had to hold");
    let watched = County::asking(share("men who take part"), Rule::Monitored).told("2024", "50");
    assert_eq!(watched.outcome(2024), Outcome::NotJudged);
    assert_eq!(watched.host_bound(2024, "40", Better::Higher).outcome(2024), Outcome::Met);
}

// A body that was last elected before the plan is silent beside bodies elected in it; its old term proves nothing.
#[test]
fn an_assembly_elected_before_the_plan() {
    let rule = Rule::AtLeastRatio { value: Fraction::literal(1, 3) };
    let county = at_elections(rule).over(Scope::EveryUnit).roster(2021, &["旗", "锡尼镇"]);
    let open = county.told_by("旗", "2021届", "60/180").told_by("锡尼镇", "2016届", "40/50");
    let judged = open.judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.units.unwrap().not_reported, ["锡尼镇"]);
}

// A body that stands on the roster of a later election was elected again: its old term says nothing of that.
#[test]
fn an_assembly_that_was_elected_again() {
    let rule = Rule::AtLeastRatio { value: Fraction::literal(1, 3) };
    for scope in [Scope::EveryUnit, Scope::Pooled] {
        let county = at_elections(rule).over(scope).roster(2021, &["旗", "锡尼镇"]);
        let county = county.told_by("旗", "2021届", "70/180").told_by("锡尼镇", "2021届", "40/50");
        let county = county.told_by("旗", "2026届", "80/180");
        let again = county.clone().roster(2026, &["旗", "锡尼镇"]).judged(2026);
        assert_eq!(again.outcome, Outcome::Undetermined);
        assert_eq!(again.units.unwrap().not_reported, ["锡尼镇"]);
        // Of an election that was not its own it is not asked.
        assert_eq!(county.roster(2026, &["旗"]).outcome(2026), Outcome::Met);
    }
}

// What is not known is the term that was not told, not the one that was.
#[test]
fn an_unknown_term_is_named_by_its_own_year() {
    let county = County::asking(elected("posts"), rises(Qualifier::EachTerm));
    let county = county.told("2016届", "20").told("2021届", "未填报").told("2026届", "30");
    let judged = county.judged(2026);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    let reasons: Vec<String> = judged.reasons.iter().map(|reason| reason.zh()).collect();
    assert_eq!(reasons, ["2021年未填报"]);
}

// What is missing between two elections gives no comparison, and no reason to wait where the word allows gaps.
#[test]
fn steadily_over_terms() {
    let table = "
        2018届 2021届 2024届 2027届 2030届 | verdict in 2030
        23    未填报 27    ·     ·     | met, stands since 2024     | nothing known is worse
        23    22    27    ·     ·     | not met, stands since 2024 | a setback
    ";
    assert_table(&at_elections(rises(Qualifier::Steadily)), table);
}

// A value with open ends is no baseline: the first exact one is.
#[test]
fn a_term_in_office_that_is_not_known_exactly() {
    let table = "
        2018届 2021届 2024届 2030届 | verdict in 2030
        ≤23   25    27    ·     | met, baseline 2021, stands since 2024     | 25 is the start
        ≤23   25    24    ·     | not met, baseline 2021, stands since 2024 | although 24 is above 23
    ";
    assert_table(&at_elections(rises(Qualifier::Plain)), table);
}

// Why a term that comes after an unknown one is open is said.
#[test]
fn an_unknown_term_before_one_that_does_not_exist() {
    let county = at_elections(rises(Qualifier::EachTerm)).told("2018届", "23").told("2021届", "未填报");
    let judged = county.told("2024届", "不适用").judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.reasons.iter().map(|reason| &reason.cause).collect::<Vec<_>>(), [&Cause::EarlierYears]);
}

// A body that took office before the plan is its start, also for units taken together.
#[test]
fn pooled_bodies_in_office_at_the_start() {
    let county = County::asking(elected("posts"), at_least("30")).over(Scope::Pooled);
    let county = county.roster(2018, &["A"]).roster(2022, &["A"]).told_by("A", "2022届", "20/100");
    let standing = |county: County| county.report(2024).rows[0].judgement.standing;
    // By the due year nothing is missed yet; a bound that is kept is broken now.
    let kept = |county: &County| county.clone().timing(Timing::Kept { from: year(2021), due: year(DUE) });
    for start in ["30/100", "29/100"] {
        let county = county.clone().told_by("A", "2018届", start);
        assert_ne!(standing(county.clone()), Standing::Missed, "{start}");
        assert_eq!(standing(kept(&county)), Standing::Missed, "{start}");
    }
}

// An election of any body counts in a row of years, also where the verdict of a later one stands.
#[test]
fn elections_of_every_body_in_every_year() {
    let timing = Timing::EveryYear { from: year(2021), due: year(DUE) };
    let county = County::asking(elected("posts"), at_least("90")).timing(timing).over(Scope::EveryUnit);
    let county = county.roster(2021, &["A"]).roster(2024, &["A"]).told_by("A", "2024届", "95");
    assert_eq!(county.clone().told_by("A", "2021届", "95").verdict(2030), "met, stands since 2024");
    assert_eq!(county.told_by("A", "2021届", "80").verdict(2030), "not met, stands since 2024");
}

// An election told once as a year and once as a term is an election.
#[test]
fn a_term_told_twice() {
    let county = at_elections(rises(Qualifier::EachTerm)).told("2018届", "23").told("2024届", "24");
    let twice = county.told("2021", "25").told("2021届", "25");
    assert_eq!(twice.verdict(2024), "not met");
}

// Elections are no yearly values: two worse ones in a row are no 逆向, and there is no path between them.
#[test]
fn elections_are_no_series() {
    let county = County::asking(elected("posts"), at_least("30"));
    let told = county.told("2018届", "50").told("2021届", "45").told("2024届", "40");
    let judgement = told.report(2024).rows.swap_remove(0).judgement;
    assert_eq!(judgement.outlook, None);
    assert!(
        judgement.warnings.iter().all(|warning| warning.signal.zh() != "逆向"),
        "{:?}",
        judgement.warnings
    );
}

// The verdict of the year itself and the final one are told apart.
#[test]
fn the_verdict_of_the_due_year_itself() {
    let every = Timing::EveryYear { from: year(2021), due: year(2030) };
    let told = |broken: i32| {
        let county = County::asking(share("coverage"), at_least("90")).timing(every);
        (2021..=2030)
            .fold(county, |county, at| county.told(&at.to_string(), if at == broken { "80" } else { "95" }))
    };
    for (broken, of_the_year) in [(2025, Outcome::Met), (2030, Outcome::NotMet)] {
        let assessment = told(broken).judged(2030);
        assert_eq!(
            (assessment.outcome, assessment.year_outcome()),
            (Outcome::NotMet, of_the_year),
            "{broken}"
        );
    }
}

// Why a comparison from term to term is open: the term in office between two ends, or another definition between two terms.
#[test]
fn why_a_step_from_term_to_term_is_open() {
    let reasons = |county: County| {
        let judged = county.judged(2024);
        assert_eq!(judged.outcome, Outcome::Undetermined);
        let reasons = judged.reasons.into_iter();
        reasons.map(|reason| (reason.role, reason.year.number(), reason.cause)).collect::<Vec<_>>()
    };
    let county = at_elections(rises(Qualifier::EachTerm));
    let open = county.clone().told("2018届", "≤23").told("2021届", "≥20");
    assert_eq!(reasons(open), [(Role::Baseline, 2018, Cause::Spans)]);
    let redefined = county.told("2018届", "23").told("2021届", "变25").told("2024届", "27");
    assert_eq!(reasons(redefined), [(Role::Value, 2021, Cause::BeforeBreak)]);
}

// The term in office may be the first of its definition; one that did not exist is left out from term to term alone.
#[test]
fn the_term_in_office_before_the_plan() {
    let table = "
        2014届 2018届 2021届 | verdict in 2021
        20    变23  25    | met     | both of one definition
        20    变23  22    | not met | below the term before
    ";
    assert_table(&at_elections(rises(Qualifier::EachTerm)), table);
    let told =
        |word| at_elections(rises(word)).told("2014届", "20").told("2018届", "不适用").told("2021届", "25");
    let bound = told(Qualifier::EachTerm).judged(2021).bound.map(|bound| bound.limit.to_string());
    assert_eq!(bound.as_deref(), Some("20"), "2018 did not exist");
    let plain = told(Qualifier::Plain).told("2024届", "24");
    assert_eq!(plain.verdict(2024), "not met, baseline 2021", "an earlier one is never taken in its place");
}

// Units taken together have a start before the plan, as an area has.
#[test]
fn pooled_bodies_against_the_term_before() {
    let county = County::asking(elected("posts"), rises(Qualifier::Plain)).over(Scope::Pooled);
    let county = county.roster(2018, &["A"]).roster(2022, &["A"]).told_by("A", "2018届", "20/100");
    assert_eq!(county.clone().told_by("A", "2022届", "25/100").verdict(2022), "met");
    assert_eq!(county.told_by("A", "2022届", "20/100").verdict(2022), "not met");
}

// Elections that were held and not reported are counted.
#[test]
fn silent_elections_are_counted() {
    let county =
        at_elections(at_least("30")).told("2018届", "35").told("2021届", "未填报").told("2024届", "未填报");
    let silent = |at| {
        let warnings = county.report(at).rows.swap_remove(0).judgement.warnings;
        warnings.into_iter().find_map(|warning| match warning.signal {
            Signal::NotReported { times } => Some(times),
            _ => None,
        })
    };
    assert_eq!([2021, 2024].map(silent), [Some(1), Some(2)]);
}

// The term in office in 2020 counts: with the next election that is two in a row.
#[test]
fn a_body_that_misses_at_two_elections_in_a_row() {
    let body = at_elections(at_least("30")).over(Scope::EveryUnit).roster(2025, &["A"]);
    let sure = |county: County| county.report(2025).rows.remove(0).judgement.warnings[0].sure;
    assert_eq!(sure(body.clone().told_by("A", "2025届", "20")), Some(false));
    assert_eq!(sure(body.told_by("A", "2020届", "20").told_by("A", "2025届", "20")), Some(true));
}

// An election of which nothing was told: what the one before it settled is said, and not as of now.
#[test]
fn silence_after_an_election_that_settled_it() {
    let card = IndicatorCard { kind: IndicatorKind::Stock, ..elected("posts") };
    let body = || ReportingUnit::new("township", "A");
    let told = |at, k| Observation {
        period: Period::Term(year(at)),
        ..card.observe(year(at), cases(k).of(200)).in_unit(body())
    };
    let silent = Observation::missing("posts", Period::Term(year(2025)), Missing::NotReported);
    let rows = [told(2020, 58), told(2022, 61), silent.in_unit(body())];
    let bodies = County::asking(card.clone(), falls(Qualifier::Steadily)).over(Scope::Pooled);
    let bodies = [2020, 2022, 2025].into_iter().fold(bodies, |bodies, at| bodies.roster(at, &["A"]));
    let bodies = rows.into_iter().fold(bodies, County::observed);
    let warning = bodies.report(2025).rows.remove(0).judgement.warnings.remove(0);
    assert_eq!(warning.severity, Some(Severity::Watch));
    assert!(
        matches!(warning.signal, Signal::Missed { year: Some(at), .. } if at == year(2022)),
        "{warning:?}"
    );
}
