//! Targets over units: each township, or all of them together.

use dabiao::{
    Observation, Outcome, Rule, Standing,
    data::FindingKind,
    judge::{Cause, Role},
    plan::{Better, Bilingual, Calendar, IndicatorCard, Qualifier, Scope, Timing},
    values::{ReportingUnit, Unit, Value},
};

use crate::support::*;

const SIXTEEN: [&str; 16] = [
    "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T14", "T15",
    "T16",
];

/// At least 90％ in every township.
fn every_township() -> County {
    County::asking(share("vaccination"), at_least("90")).over(Scope::EveryUnit)
}

/// At least 30％ of all villages.
fn pooled() -> County {
    County::asking(share("villages"), at_least("30")).over(Scope::Pooled)
}

fn told(county: County, units: &[&str], cell: &str) -> County {
    units.iter().fold(county, |county, unit| county.told_by(unit, "2024", cell))
}

// One township below the bound decides, however many are silent.
#[test]
fn one_failure_decides() {
    let county = told(every_township().roster(2024, &SIXTEEN), &SIXTEEN[..10], "95");
    let judged = county.told_by("T11", "2024", "89.4").judged(2024);
    assert_eq!(judged.outcome, Outcome::NotMet);
    assert_eq!(judged.reasons, [], "nothing is open");
    let units = judged.units.unwrap();
    assert_eq!((units.passed, units.not_applicable), (10, 0));
    assert_eq!(units.failed, ["T11"]);
    assert_eq!(units.not_reported, SIXTEEN[11..]);
}

#[test]
fn sixteen_of_sixteen() {
    let county = told(every_township().roster(2024, &SIXTEEN), &SIXTEEN, "90");
    let judged = county.judged(2024);
    assert_eq!(judged.outcome, Outcome::Met);
    assert_eq!(judged.units.unwrap().passed, 16);
    assert_eq!(county.findings(), []);
}

#[test]
fn fifteen_and_one_that_does_not_decide() {
    let county =
        told(every_township().roster(2024, &SIXTEEN), &SIXTEEN[..15], "95").told_by("T16", "2024", "≥89");
    let judged = county.judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    let units = judged.units.unwrap();
    assert!(units.not_reported.is_empty() && units.undetermined == ["T16"], "{units:?}");
    assert!(
        judged.reasons.iter().any(|reason| reason.unit.as_deref() == Some("T16")),
        "{:?}",
        judged.reasons
    );
}

#[test]
fn fifteen_and_one_silent() {
    for not_reported in ["", "未填报", "未统计", "保密"] {
        let county = told(every_township().roster(2024, &SIXTEEN), &SIXTEEN[..15], "95");
        let county =
            if not_reported.is_empty() { county } else { county.told_by("T16", "2024", not_reported) };
        let judged = county.judged(2024);
        assert_eq!(judged.outcome, Outcome::Undetermined, "`{not_reported}`");
        assert_eq!(judged.units.unwrap().not_reported, ["T16"], "`{not_reported}`");
        assert!(
            judged.reasons.iter().any(|reason| reason.cause == Cause::UnitsNotReported(1)),
            "{:?}",
            judged.reasons
        );
    }
}

// What is learnt later turns undetermined into a verdict, and never one verdict into the other.
#[test]
fn more_knowledge_never_turns_a_verdict() {
    for (last, expected) in [("95", Outcome::Met), ("80", Outcome::NotMet)] {
        let known = told(every_township().roster(2024, &SIXTEEN), &SIXTEEN[..15], "95");
        assert_eq!(known.outcome(2024), Outcome::Undetermined);
        assert_eq!(known.told_by("T16", "2024", last).outcome(2024), expected);
        let failing = told(every_township().roster(2024, &SIXTEEN), &SIXTEEN[..1], "80");
        assert_eq!(failing.told_by("T16", "2024", last).outcome(2024), Outcome::NotMet);
    }
}

#[test]
fn a_unit_outside_the_roster_is_a_finding_and_does_not_count() {
    let county = every_township().roster(2024, &["T01", "T02"]).told_by("T01", "2024", "95");
    let county = county.told_by("T02", "2024", "95").told_by("T99", "2024", "10");
    assert_eq!(county.outcome(2024), Outcome::Met);
    assert_eq!(county.findings(), [FindingKind::NotOnRoster { unit: "T99".into() }]);
    // Nor does it take the place of one that is silent.
    let county = every_township()
        .roster(2024, &["T01", "T02"])
        .told_by("T01", "2024", "95")
        .told_by("T99", "2024", "95");
    assert_eq!(county.outcome(2024), Outcome::Undetermined);
}

// 小学① and 小学② may be two schools, or one with two notes: one report never speaks for both.
#[test]
fn names_that_are_one_without_their_marks_leave_it_open() {
    let alike = |one: &str, other: &str| FindingKind::RosterNamesAlike {
        roster: Bilingual { zh: "苏木镇 2024".into(), en: "township 2024".into() },
        one: one.into(),
        other: other.into(),
    };
    for (one, other) in [("小学①", "小学②"), ("小学", "小学①"), ("一村.", "一村-"), ("甲镇*", "甲镇#")]
    {
        let county = every_township().roster(2024, &[one, other]).told_by(one, "2024", "95");
        assert_eq!(county.outcome(2024), Outcome::Undetermined, "{one} {other}");
        assert_eq!(county.findings(), [alike(one, other)]);
        let apart = every_township().roster(2024, &[one]).roster(2024, &[other]).told_by(one, "2024", "95");
        assert_eq!(apart.outcome(2024), Outcome::Undetermined, "on two rosters: {one} {other}");
        let failing = every_township().roster(2024, &[one, other]).told_by(one, "2024", "80");
        assert_eq!(failing.outcome(2024), Outcome::NotMet);
    }
    // What differs in width, blanks or the decimals of a code is one name.
    for (one, other) in [("甲镇*", "甲 镇＊"), ("150625.0", "150625")] {
        let county = every_township().roster(2024, &[one, other]).told_by(one, "2024", "95");
        assert_eq!((county.outcome(2024), county.findings()), (Outcome::Met, vec![]), "{one} {other}");
    }
    // A mark on one of them alone, here or in the rows, is no other name.
    let county = every_township().roster(2024, &["甲镇①", "乙镇"]).told_by("甲镇", "2024", "95");
    assert_eq!(county.told_by("乙镇②", "2024", "95").outcome(2024), Outcome::Met);
}

// 不适用 drops out; where everything drops out, or the roster is known and empty, the whole is 不适用 and never met.
#[test]
fn members_to_which_it_does_not_apply() {
    let county = every_township().roster(2024, &["T01", "T02", "T03"]).told_by("T01", "2024", "不适用");
    let two = told(county.clone(), &["T02", "T03"], "95");
    assert_eq!(two.outcome(2024), Outcome::Met);
    assert_eq!(two.judged(2024).units.unwrap().not_applicable, 1);
    assert_eq!(county.clone().told_by("T02", "2024", "95").outcome(2024), Outcome::Undetermined);
    assert_eq!(told(county, &["T02", "T03"], "不适用").outcome(2024), Outcome::NotApplicable);
    assert_eq!(every_township().roster(2024, &[]).outcome(2024), Outcome::NotApplicable);
}

#[test]
fn without_a_roster_nothing_is_met() {
    let passing = told(every_township(), &SIXTEEN, "95");
    let judged = passing.judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert!(judged.reasons.iter().any(|reason| reason.cause == Cause::NoRoster), "{:?}", judged.reasons);
    assert_eq!(
        passing.roster(2023, &SIXTEEN).outcome(2024),
        Outcome::Undetermined,
        "the roster of another year"
    );
    assert_eq!(
        told(every_township(), &["T01"], "80").outcome(2024),
        Outcome::NotMet,
        "one failure still decides"
    );
    assert_eq!(every_township().outcome(2024), Outcome::Undetermined);
}

// An institution with nothing to count in the year is not applicable: 0 of 0.
#[test]
fn nothing_of_nothing_drops_out() {
    let county = every_township().roster(2024, &["T01", "T02"]).told_by("T01", "2024", "0/0");
    assert_eq!(county.told_by("T02", "2024", "9/10").outcome(2024), Outcome::Met);
}

// Together: the sum of the numerators over the sum of the denominators. No mean of shares.
#[test]
fn pooled_shares() {
    let county = pooled().roster(2024, &["A", "B"]);
    let judged = county.clone().told_by("A", "2024", "1/10").told_by("B", "2024", "59/190").judged(2024);
    assert_eq!((judged.outcome, judged.value.unwrap()), (Outcome::Met, number("30").to_ratio()));
    let judged = county.clone().told_by("A", "2024", "10/10").told_by("B", "2024", "49/190").judged(2024);
    assert_eq!(
        judged.outcome,
        Outcome::NotMet,
        "59 of 200, although the mean of 100％ and 26％ is above 30％"
    );
    let outside =
        county.told_by("A", "2024", "30/100").told_by("B", "2024", "不适用").told_by("X", "2024", "0/900");
    assert_eq!(
        outside.outcome(2024),
        Outcome::Met,
        "a stranger is not added, and what does not exist drops out"
    );
}

// Together they have a past too: against the baseline, from term to term, and since a named year.
#[test]
fn pooled_directions() {
    let over = |card, rule| County::asking(card, rule).over(Scope::Pooled);
    let both = |county: County, period: &str, year: i16, each: &str| {
        county.roster(year, &["A", "B"]).told_by("A", period, each).told_by("B", period, each)
    };
    let rising = both(over(share("villages"), rises(Qualifier::Plain)), "2020", 2020, "20/100");
    assert_eq!(both(rising.clone(), "2024", 2024, "21/100").outcome(2024), Outcome::Met);
    assert_eq!(both(rising.clone(), "2024", 2024, "20/100").outcome(2024), Outcome::NotMet);
    assert_eq!(both(rising.clone(), "2024", 2024, "19/100").outcome(2024), Outcome::NotMet);
    let broken = both(rising.clone(), "2023", 2023, "变50/100");
    assert_eq!(
        both(broken, "2024", 2024, "51/100").outcome(2024),
        Outcome::Met,
        "the new definition has its own start"
    );
    let one =
        rising.roster(2023, &["A", "B"]).told_by("A", "2023", "变90/100").told_by("B", "2023", "90/100");
    assert_eq!(
        both(one, "2024", 2024, "21/100").outcome(2024),
        Outcome::NotMet,
        "changed in one, changed in the whole"
    );
    let terms = both(over(elected("posts"), rises(Qualifier::EachTerm)), "2016届", 2016, "10/50");
    let risen = both(terms, "2021届", 2021, "11/50");
    assert_eq!(risen.outcome(2024), Outcome::Met);
    assert_eq!(
        both(risen, "2026届", 2026, "11/50").outcome(2026),
        Outcome::NotMet,
        "unchanged is not higher"
    );
    let cut = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let cut = both(over(share("villages"), cut), "2020", 2020, "50/100");
    assert_eq!(both(cut.clone(), "2024", 2024, "40/100").outcome(2024), Outcome::Met);
    assert_eq!(both(cut, "2024", 2024, "41/100").outcome(2024), Outcome::NotMet);
}

// What lies behind a new definition of one unit is no start of the whole: neither was it met at the start, nor is it the base.
#[test]
fn pooled_values_behind_a_break() {
    let told = |first: &str| {
        let county = pooled().roster(2020, &["A"]).roster(2023, &["A"]).roster(2024, &["A"]);
        county.told_by("A", "2020", "70/100").told_by("A", "2023", first).told_by("A", "2024", "20/100")
    };
    let standing = |county: &County| county.report(2024).rows[0].judgement.standing;
    let judged = |county: &County| county.report(2024).rows.swap_remove(0).judgement;
    let start_met = |county: &County| judged(county).outlook.is_some_and(|outlook| outlook.met_at_start);
    assert!(start_met(&told("10/100")), "met at the start, and fallen since");
    assert_eq!(standing(&told("10/100")), Standing::Lagging, "by the due year nothing is missed yet");
    let broken = told("变10/100");
    assert!(!start_met(&broken));
    let rows = broken.report(2024).rows;
    assert_eq!(rows[0].judgement.baseline.as_ref().map(|start| start.year), Some(year(2023)));
}

// A setback in one unit cannot be mended where the word forgives none.
#[test]
fn a_setback_of_one_unit_spoils_the_whole() {
    let steadily = County::asking(share("coverage"), rises(Qualifier::Steadily)).over(Scope::EveryUnit);
    let told = [("2020", "50"), ("2021", "40"), ("2022", "60"), ("2023", "70"), ("2024", "80")];
    let county = told.iter().fold(steadily, |county, (year, value)| county.told_by("A", year, value));
    let judged = county.roster(2024, &["A"]).judged(2024);
    assert_eq!((judged.outcome, judged.irrecoverable), (Outcome::NotMet, true));
}

// A unit that has a value and lacks its reference did report: it is named with what is missing. The reference of
// another period is none.
#[test]
fn a_unit_without_its_reference_is_not_silent() {
    for rule in [Rule::NotBelow, Rule::InProportion { tolerance: None }] {
        let county = County::asking(share("congress"), rule).against(share("staff")).over(Scope::EveryUnit);
        let county = told(county.roster(2024, &["A", "B"]).told_of("staff", "2023", "40"), &["A", "B"], "45");
        let report = county.report(2024);
        let judged = &report.rows[0].judgement;
        assert_eq!(judged.standing, Standing::Undetermined, "not: no data");
        assert!(judged.warnings.is_empty(), "{:?}", judged.warnings);
        let units = judged.assessment.units.as_ref().unwrap();
        assert_eq!((units.not_reported.len(), units.undetermined.len()), (0, 2));
        let reasons = &judged.assessment.reasons;
        assert_eq!(reasons[0].to_string(), "reference 2024 of A: no data");
        assert_eq!(reasons[1].zh(), "2024年B参照指标无数据");
        // With references of their own they are judged by them.
        let own = |county: County, unit: &str, value: &str| {
            let row = Observation::new("staff", year(2024), Value::Number(number(value)), Unit::Percent);
            county.observed(row.in_unit(ReportingUnit::new("township", unit.to_string())))
        };
        assert_eq!(own(own(county.clone(), "A", "45"), "B", "45").outcome(2024), Outcome::Met);
        assert_eq!(own(county.clone(), "A", "50.1").outcome(2024), Outcome::NotMet);
        // One that has no value did not report, whatever its reference.
        let not_reported = county.roster(2024, &["C"]).judged(2024);
        assert_eq!(not_reported.units.unwrap().not_reported, ["C"]);
    }
}

// Without the value of the base year a unit has its own value all the same.
#[test]
fn a_unit_without_its_base_is_not_silent() {
    let cut = Rule::ChangedBy { value: "20".parse().unwrap(), better: Better::Lower, since: year(2020) };
    let county = County::asking(share("coverage"), cut)
        .over(Scope::EveryUnit)
        .timing(Timing::EveryYear { from: year(2021), due: year(2030) });
    let county = ["2021", "2022", "2023", "2024"].iter().fold(county, |county, at| {
        let county = county.told_by("A", at, "40").told_by("B", at, "40");
        county.roster(at.parse().unwrap(), &["A", "B"])
    });
    let county = county.told_by("A", "2020", "50");
    let report = county.report(2024);
    let judged = &report.rows[0].judgement;
    assert_eq!((judged.assessment.outcome, judged.standing), (Outcome::Undetermined, Standing::Undetermined));
    assert!(judged.warnings.is_empty(), "{:?}", judged.warnings);
    let units = judged.assessment.units.as_ref().unwrap();
    assert_eq!((units.passed, units.not_reported.len()), (1, 0));
    assert_eq!(units.undetermined, ["B"]);
    let reasons: Vec<String> = judged.assessment.reasons.iter().map(|reason| reason.zh()).collect();
    assert_eq!(reasons, ["2020年B基期无数据"]);
    assert_eq!(county.clone().told_by("B", "2020", "50").outcome(2024), Outcome::Met);
    assert_eq!(county.told_by("B", "2020", "49.9").outcome(2024), Outcome::NotMet);
}

// Units may be asked in different years: a value stands until the next survey is due, and no longer.
#[test]
fn a_value_that_stands_is_not_silence() {
    let card = IndicatorCard { calendar: Calendar::Every(3), ..share("survey") };
    for scope in [Scope::EveryUnit, Scope::Pooled] {
        let county = County::asking(card.clone(), at_least("30")).over(scope);
        let county =
            [2022, 2023, 2024, 2025].iter().fold(county, |county, at| county.roster(*at, &["A", "B"]));
        let county = county.told_by("A", "2022", "40/100").told_by("B", "2023", "30/100");
        let judged = county.judged(2024);
        assert_eq!(judged.outcome, Outcome::Met, "{scope:?}");
        let units = judged.units.unwrap();
        assert_eq!((units.passed, units.not_reported.len()), (2, 0));
        // In 2025 A was due again, and B still stands.
        let judged = county.judged(2025);
        assert_eq!(judged.outcome, Outcome::Undetermined, "{scope:?}");
        assert_eq!(judged.units.unwrap().not_reported, ["A"]);
        assert_eq!(county.told_by("A", "2025", "29/100").outcome(2025), Outcome::NotMet, "29, or 59 of 200");
    }
}

// A silent unit leaves it open unless every value that it could have gives the same verdict.
#[test]
fn pooled_with_silent_units() {
    for (told, size, expected) in [
        ("29/90", Some(10), Outcome::Undetermined),
        ("30/90", Some(10), Outcome::Met),
        ("20/90", Some(10), Outcome::Undetermined),
        ("19/90", Some(10), Outcome::NotMet),
        ("90/90", None, Outcome::Undetermined),
        ("0/90", None, Outcome::Undetermined),
    ] {
        let county = match size {
            Some(size) => pooled().roster_of_size(2024, size, &["A", "B"]),
            None => pooled().roster(2024, &["A", "B"]),
        };
        let judged = county.told_by("A", "2024", told).judged(2024);
        assert_eq!(judged.outcome, expected, "{told}, the other of size {size:?}");
        assert_eq!(judged.units.unwrap().not_reported, ["B"]);
        assert_eq!(judged.reasons.is_empty(), expected != Outcome::Undetermined, "{told}");
    }
    let two = pooled().roster_of_size(2024, 1, &["A", "B", "C", "D"]).told_by("A", "2024", "1/1");
    assert_eq!(two.clone().told_by("B", "2024", "1/1").outcome(2024), Outcome::Met, "2 of 4 at least");
    assert_eq!(two.outcome(2024), Outcome::Undetermined, "1 of 4 at least");
}

#[test]
fn pooled_with_a_percentage_alone_is_silent() {
    let county =
        pooled().roster(2024, &["A", "B"]).told_by("A", "2024", "40/100").told_by("B", "2024", "40%");
    assert_eq!(county.outcome(2024), Outcome::Undetermined, "40％ of how many?");
}

#[test]
fn pooled_without_a_roster() {
    let county = pooled().told_by("A", "2024", "90/100");
    assert_eq!(county.outcome(2024), Outcome::Undetermined);
}

#[test]
fn pooled_over_members_to_which_it_does_not_apply() {
    let nobody = pooled().roster(2024, &["A"]).told_by("A", "2024", "不适用");
    assert_eq!(nobody.outcome(2024), Outcome::NotApplicable);
    assert_eq!(nobody.judged(2024).units.unwrap().not_applicable, 1);
}

#[test]
fn pooled_over_an_empty_roster() {
    assert_eq!(pooled().roster(2024, &[]).outcome(2024), Outcome::NotApplicable);
}

// The sum of the units is what counts, and a whole that differs from it is said.
#[test]
fn pooled_units_beside_a_whole_that_differs() {
    let county =
        pooled().roster(2024, &["A", "B"]).told_by("A", "2024", "10/100").told_by("B", "2024", "40/100");
    assert_eq!(county.outcome(2024), Outcome::NotMet, "50 of 200");
    assert_eq!(county.told("2024", "80/200").outcome(2024), Outcome::NotMet, "still 50 of 200");
}

#[test]
fn units_that_do_not_add_up_to_the_whole() {
    let county =
        pooled().roster(2024, &["A", "B"]).told_by("A", "2024", "10/100").told_by("B", "2024", "40/100");
    assert_eq!(county.clone().told("2024", "50/200").audited(), []);
    assert_eq!(county.told("2024", "80/200").broken(), ["sum-of-units"]);
}

// Each unit is compared with its own reference.
#[test]
fn each_unit_against_its_own_reference() {
    let county =
        County::asking(share("delegates"), Rule::NotBelow).against(share("members")).over(Scope::EveryUnit);
    let county = county.roster(2024, &["A", "B"]).told_by("A", "2024", "30").told_by("B", "2024", "20");
    let of_members = |county: County, unit: &'static str, cell: &str| {
        let value = Value::Number(number(cell));
        let told = Observation::new("members", year(2024), value, Unit::Percent);
        county.observed(told.in_unit(ReportingUnit::new("township", unit)))
    };
    let county = of_members(county, "A", "30");
    assert_eq!(county.outcome(2024), Outcome::Undetermined, "B has no reference");
    assert_eq!(of_members(county.clone(), "B", "20").outcome(2024), Outcome::Met, "although A has 30");
    assert_eq!(of_members(county, "B", "21").outcome(2024), Outcome::NotMet);
}

#[test]
fn pooled_where_all_are_silent_lists_them() {
    let judged = pooled().roster(2024, &["A", "B"]).judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.units.map(|units| units.not_reported), Some(vec!["A".into(), "B".into()]));
}

// Half of two enormous units is one half, whatever fits into 64 bits.
#[test]
fn pooled_counts_do_not_overflow() {
    let most = u64::MAX;
    let county =
        County::asking(share("villages"), at_least("60")).over(Scope::Pooled).roster(2024, &["A", "B"]);
    let county =
        county.told_by("A", "2024", &format!("{most}/{most}")).told_by("B", "2024", &format!("0/{most}"));
    assert_eq!(county.outcome(2024), Outcome::NotMet, "{:?}", county.judged(2024).value);
}

// The values of units never stand for the county, nor the county's for a unit.
#[test]
fn units_and_the_county_are_apart() {
    let county = County::asking(amount("midwives", Unit::Count), at_least("1")).told_by("A", "2024", "5");
    assert_eq!(county.outcome(2024), Outcome::Undetermined);
    let county = every_township().roster(2024, &["A"]).told("2024", "99");
    assert_eq!(county.outcome(2024), Outcome::Undetermined);
}

// What was measured in a survey stands for each unit until the next one is due; who is asked in a year its own roster says.
#[test]
fn surveys_of_every_unit() {
    let card = IndicatorCard { calendar: Calendar::Every(3), ..share("literacy") };
    let county = County::asking(card.clone(), at_least("90")).over(Scope::EveryUnit).roster(2022, &["A"]);
    let county = county.told_by("A", "2022", "95");
    assert_eq!(county.verdict(2022), "met");
    assert_eq!(county.verdict(2023), "undetermined, stands since 2022", "who there is in 2023 is not known");
    let joined = county.clone().roster(2023, &["A", "B"]);
    assert_eq!(joined.outcome(2023), Outcome::Undetermined, "B has no value");
    // 2022 met; 2023 did not because of it.
    for county in [&county, &joined] {
        assert_eq!(county.judged(2023).year_outcome(), Outcome::Undetermined);
        let sentence = dabiao::text::standing(&county.report(2023).rows[0], dabiao::Language::Chinese);
        assert!(!sentence.contains("本年达到"), "{sentence}");
    }
    let county = (2023..=2025).fold(county, |county, at| county.roster(at, &["A"]));
    assert_eq!(county.verdict(2023), "met, stands since 2022");
    assert_eq!(county.verdict(2024), "met, stands since 2022");
    assert_eq!(county.verdict(2025), "undetermined", "the next one is due");
    // Asked in different years, they are taken together while both values stand.
    let pooled = County::asking(card, at_least("30")).over(Scope::Pooled).roster(2024, &["A", "B"]);
    let pooled = pooled.told_by("B", "2022", "40/100").told_by("A", "2024", "40/100");
    assert_eq!(pooled.outcome(2024), Outcome::Met);
    assert_eq!(pooled.outcome(2025), Outcome::Undetermined);
    assert_eq!(pooled.judged(2025).units.unwrap().not_reported, ["B"]);
}

// What holds for several units is remarked once.
// Of a yearly change nothing is asked of a unit as long as its survey of the base year stands: it is left out of the year's
// verdict and counted apart. When its next survey is due and does not come, it is silent like any other.
#[test]
fn a_unit_whose_survey_of_the_base_year_stands() {
    let mut card = share("anaemia");
    card.calendar = Calendar::Every(5);
    let rule = Rule::ChangedEachYear { value: number("0.5"), better: Better::Lower, since: year(2020) };
    let county = |second: &str| {
        let county = County::asking(card.clone(), rule).over(Scope::EveryUnit);
        let county = (2020..=2025).fold(county, |county, at| county.roster(at, &["甲镇", "乙镇"]));
        county.told_by("甲镇", "2020", "12").told_by("乙镇", "2020", "12").told_by("甲镇", "2022", second)
    };
    let counts = |county: &County, at| {
        let judged = county.judged(at);
        let units = judged.units.unwrap();
        (judged.outcome, units.passed, units.failed.len(), units.not_due, units.not_reported.len())
    };
    assert_eq!(counts(&county("11"), 2021), (Outcome::NotDue, 0, 0, 2, 0));
    assert_eq!(counts(&county("11"), 2022), (Outcome::Met, 1, 0, 1, 0), "甲镇 down by 1 point in two years");
    assert_eq!(counts(&county("11.1"), 2022), (Outcome::NotMet, 0, 1, 1, 0));
    assert_eq!(counts(&county("11"), 2024), (Outcome::Met, 1, 0, 1, 0));
    assert_eq!(
        counts(&county("11"), 2025),
        (Outcome::Undetermined, 1, 0, 0, 1),
        "乙镇 owes its survey of 2025"
    );
    let report = county("11").report(2022);
    let told = dabiao::text::notes(&report.rows[0], dabiao::Language::Chinese).concat();
    assert!(told.contains("中1个达标，1个未到期"), "{told}");
}

#[test]
fn remarks_stand_once() {
    let county = every_township().roster(2024, &["A", "B"]);
    let county = county.told_by("A", "2024", "95").marked("provisional").told_by("B", "2024", "96");
    assert_eq!(county.marked("provisional").verdict(2024), "met, provisional");
}

// Where all have told, a missing baseline is the reason, not silence.
#[test]
fn pooled_without_a_baseline() {
    let county = County::asking(share("villages"), rises(Qualifier::Plain)).over(Scope::Pooled);
    let judged = county.roster(2024, &["A"]).told_by("A", "2024", "20/100").judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert!(judged.reasons.iter().all(|reason| reason.role == Role::Baseline), "{:?}", judged.reasons);
    assert_eq!(judged.reasons.len(), 1);
}

// The past of the whole: its units where all of them are known, else its own value.
#[test]
fn pooled_past_beside_a_value_of_the_whole() {
    let county = County::asking(share("villages"), rises(Qualifier::Plain)).over(Scope::Pooled);
    let county = county.roster_of_size(2020, 100, &["A", "B"]).roster(2024, &["A", "B"]);
    let now = |county: County, cell: &str| county.told_by("A", "2024", cell).told_by("B", "2024", cell);
    let half = county.told_by("A", "2020", "20/100").told("2020", "25");
    assert_eq!(now(half.clone(), "26/100").outcome(2024), Outcome::Met, "26 against 25");
    assert_eq!(now(half.clone(), "25/100").outcome(2024), Outcome::NotMet);
    let both = half.told_by("B", "2020", "40/100");
    assert_eq!(now(both.clone(), "26/100").outcome(2024), Outcome::NotMet, "26 against 30");
    assert_eq!(now(both, "31/100").outcome(2024), Outcome::Met);
}

// With a silent unit of unknown size an end is ruled out as soon as another unit has left it.
#[test]
fn pooled_ends_with_a_silent_unit() {
    let over = |rule| County::asking(share("villages"), rule).over(Scope::Pooled).roster(2024, &["A", "B"]);
    for (rule, told, expected) in [
        (more_than("0"), "1/90", Outcome::Met),
        (more_than("0"), "0/90", Outcome::Undetermined),
        (less_than("100"), "89/90", Outcome::Met),
        (less_than("100"), "90/90", Outcome::Undetermined),
    ] {
        assert_eq!(over(rule).told_by("A", "2024", told).outcome(2024), expected, "{rule:?}, {told}");
    }
}

// The units of one year are compared with the whole by the roster of that year alone.
#[test]
fn the_roster_of_another_year_adds_nothing() {
    let county = pooled().roster(2024, &["A", "B"]).roster(2025, &["A"]);
    let county = county.told_by("A", "2024", "10/100").told_by("B", "2024", "40/100");
    assert_eq!(county.told("2024", "50/200").findings(), []);
}

// 无数据 where every unit is silent, 无法判断 where some have told.
#[test]
fn the_standing_of_silent_units() {
    let standing = |county: County| county.report(2024).rows[0].judgement.standing;
    let county = every_township().roster(2024, &["T01", "T02"]);
    assert_eq!(standing(county.clone()), Standing::NoData);
    assert_eq!(standing(county.told_by("T01", "2024", "95")), Standing::Undetermined);
    let county = pooled().roster(2024, &["A", "B"]);
    assert_eq!(standing(county.clone()), Standing::NoData);
    assert_eq!(standing(county.told_by("A", "2024", "40/100")), Standing::Undetermined);
}

// What the units were together is the past of the whole, and leads its path.
#[test]
fn pooled_values_have_an_outlook() {
    let county = pooled().roster(2020, &["A"]).roster(2024, &["A"]);
    let judgement = {
        let county = county.told_by("A", "2020", "10/100").told_by("A", "2024", "20/100");
        county.report(2024).rows.swap_remove(0).judgement
    };
    let outlook = judgement.outlook.unwrap();
    assert_eq!((outlook.latest.year, outlook.latest.value), (year(2024), number("20").to_ratio()));
    assert_eq!(judgement.baseline.unwrap().year, year(2020));
}
