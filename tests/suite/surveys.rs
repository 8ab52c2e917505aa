//! Values that stand for several years, for each of several units or for all of them together, and what is said of them.

use dabiao::{
    Observation, Outcome, Rule, Settings, Standing,
    ahead::SignalKind,
    judge::{Cause, Note, Role, UnitTally},
    plan::{Better, Calendar, IndicatorCard, IndicatorKind, Qualifier, Scope, Timing},
    values::{Counts, Ratio, ReportingUnit, Unit, Value, cases},
};

use crate::support::*;

fn every_three_years() -> IndicatorCard {
    IndicatorCard { calendar: Calendar::Every(3), ..share("literacy") }
}

// By the due year every unit needs a survey inside the plan; until then nothing is due. Without an election nothing is due.
#[test]
fn units_that_nobody_surveyed() {
    for (calendar, at_the_end) in
        [(Calendar::Survey, Outcome::Undetermined), (Calendar::Term, Outcome::NotDue)]
    {
        let card = IndicatorCard { calendar, ..share("literacy") };
        let county = County::asking(card, at_least("90")).over(Scope::EveryUnit);
        let county = county.roster(2025, &["A"]).roster(2030, &["A"]);
        let on_the_way = county.judged(2025);
        assert_eq!((on_the_way.outcome, on_the_way.units), (Outcome::NotDue, Some(UnitTally::default())));
        assert_eq!(county.outcome(2030), at_the_end, "{calendar:?}");
    }
}

// The value of the last survey of any unit stands, with its year, also while another unit is due.
#[test]
fn the_year_of_the_last_survey_is_told() {
    let county = County::asking(every_three_years(), at_least("90")).over(Scope::EveryUnit);
    let county = county.roster(2024, &["A", "B"]).told_by("A", "2021", "95").told_by("B", "2022", "95");
    assert!(county.judged(2024).notes.contains(&Note::Standing(year(2022))));
}

// Taken together, they stand until the next survey is due.
#[test]
fn pooled_surveys_stand_until_the_next_is_due() {
    let county = County::asking(every_three_years(), at_least("30")).over(Scope::Pooled);
    let county = (2022..=2025).fold(county, |county, at| county.roster(at, &["A"]));
    let county = county.told_by("A", "2022", "40/100");
    assert_eq!(
        [2022, 2024, 2025].map(|at| county.outcome(at)),
        [Outcome::Met, Outcome::Met, Outcome::Undetermined]
    );
}

// The counts of units taken together are their sums, and the source of one of them is not that of all.
#[test]
fn what_pooled_units_rest_on() {
    let card = IndicatorCard { kind: IndicatorKind::Share, ..share("screened") };
    let county = County::asking(card, at_least("30")).over(Scope::Pooled).roster(2024, &["A", "B"]);
    let county = county.told_by("A", "2024", "40/100");
    let counts = Counts { numerator: 20, denominator: 50 };
    let told = Observation::new(county.cards[0].id.clone(), year(2024), counts, Unit::Percent);
    let county = county.observed(told.in_unit(ReportingUnit::new("township", "B")).from_source("乙镇"));
    let judgement = county.report(2024).rows.swap_remove(0).judgement;
    let sums = Counts { numerator: 60, denominator: 150 };
    assert_eq!(judgement.small_numbers.map(|few| few.counts), Some(sums));
    let told: Vec<_> = judgement.assessment.evidence.iter().map(|told| (told.value, told.unit)).collect();
    assert_eq!(told, [(Value::Counts(sums), Unit::Percent)]);
    assert_eq!(judgement.assessment.evidence[0].source, None);
}

// Why it is open is that a unit is silent.
#[test]
fn a_silent_unit_is_the_reason() {
    let county =
        County::asking(share("screened"), at_least("30")).over(Scope::Pooled).roster(2024, &["A", "B"]);
    let judged = county.told_by("A", "2024", "40/100").judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    let reasons: Vec<_> = judged.reasons.iter().map(|reason| (reason.role, &reason.cause)).collect();
    assert_eq!(reasons, [(Role::Value, &Cause::UnitsNotReported(1))]);
}

// A setback of all together settles it, and who is silent now is still told.
#[test]
fn a_settled_setback_tells_who_is_silent() {
    let county = County::asking(share("screened"), rises(Qualifier::Steadily)).over(Scope::Pooled);
    let county = (2020..=2022).fold(county, |county, at| county.roster(at, &["A", "B"]));
    let told = |county: County, at: &str, k: &str| county.told_by("A", at, k).told_by("B", at, k);
    let county = told(told(county, "2020", "40/100"), "2021", "30/100");
    for (county, silent) in
        [(county.clone().told_by("A", "2022", "50/100"), vec!["B"]), (county, vec!["A", "B"])]
    {
        let judged = county.judged(2022);
        assert_eq!(judged.outcome, Outcome::NotMet);
        assert_eq!(judged.units.unwrap().not_reported, silent);
    }
}

// A unit with a reference of its own is held against that one, which is told as its own; without, against that of the area.
#[test]
fn whose_reference_it_is() {
    let county = County::asking(share("delegates"), Rule::NotBelow).against(share("members"));
    let county = county.over(Scope::EveryUnit).roster(2024, &["A"]).told_by("A", "2024", "20");
    let of = |county: County| {
        let judged = county.judged(2024);
        assert_eq!(judged.outcome, Outcome::NotMet);
        let reference = judged.evidence.iter().find(|told| told.role == Role::Reference).unwrap();
        (reference.area_unit.as_deref().map(str::to_owned), judged.notes.contains(&Note::ReferenceOfArea))
    };
    let of_area = county.clone().told_of("members", "2024", "30");
    assert_eq!(of(of_area.clone()), (None, true));
    let own = of_area.clone().told_by("A", "2024", "25").naming("members");
    assert_eq!(of(own), (Some("A".into()), false));
    // One that is reported as missing is its own all the same.
    let unknown = of_area.told_by("A", "2024", "未统计").naming("members");
    assert_eq!(unknown.outcome(2024), Outcome::Undetermined);
}

// Of the year that a yearly change is counted from nothing is asked as long as its survey stands, and its year is told.
#[test]
fn the_survey_that_a_yearly_change_is_counted_from() {
    let rule = Rule::ChangedEachYear { value: number("2"), better: Better::Higher, since: year(2020) };
    let county = County::asking(every_three_years(), rule).told("2020", "50");
    assert_eq!(county.verdict(2021), "not due, stands since 2020");
    assert_eq!(county.told("2023", "56").verdict(2023), "met", "2 points in each of three years");
}

// What was reached counts from the plan's first year on, also where the host moves the baseline.
#[test]
fn reached_before_a_later_baseline() {
    let settings = Settings { baseline: Some(year(2023)), ..Settings::default() };
    let county =
        County::asking(share("coverage"), at_least("90")).timing(Timing::ReachedAndKept { due: year(DUE) });
    let county = county.settings(settings).told("2021", "92").told("2024", "85");
    assert_eq!(county.report(2024).rows[0].judgement.standing, Standing::Missed);
}

// Without a bound of the host in the due year there is no verdict, whatever was broken before.
#[test]
fn no_bound_in_the_due_year() {
    let rule = Rule::HostBound { better: Better::Higher };
    let timing = Timing::Kept { from: year(2021), due: year(DUE) };
    let county =
        County::asking(share("coverage"), rule).timing(timing).host_bound(2021, "90", Better::Higher);
    let mut county = county.told("2021", "80").told("2030", "95");
    county.settings.broken_years = Some(1);
    assert_eq!(county.outcome(2030), Outcome::NotJudged);
    assert_eq!(
        county.host_bound(2030, "90", Better::Higher).outcome(2030),
        Outcome::NotMet,
        "one year is lost"
    );
}

// A year of which nothing is told is silent; days without a count prove that it was at least so often.
#[test]
fn why_a_meeting_is_open() {
    let timing = Timing::EveryYear { from: year(2021), due: year(DUE) };
    let county = County::asking(happening("meetings"), at_least("2")).timing(timing);
    let causes = |county: County| {
        county.judged(2024).reasons.into_iter().map(|reason| reason.cause).collect::<Vec<_>>()
    };
    assert_eq!(causes(county.clone()), [Cause::NoData]);
    assert_eq!(causes(county.happened("2024-03-01")), [Cause::Spans]);
}

// The counts of all units together are compared with those of the start.
#[test]
fn a_fall_of_all_units_together_is_sure() {
    let card = IndicatorCard { kind: IndicatorKind::Share, ..share("screened") };
    let county = County::asking(card, rises(Qualifier::Plain)).over(Scope::Pooled);
    let county = [2020, 2022].into_iter().fold(county, |county, at| county.roster(at, &["A", "B"]));
    let told = |county: County, at: &str, k: &str| county.told_by("A", at, k).told_by("B", at, k);
    let county = told(told(county, "2020", "40/100"), "2022", "10/100");
    let warnings = county.report(2022).rows.swap_remove(0).judgement.warnings;
    let lagging = warnings.iter().find(|warning| warning.signal.zh() == "进度滞后").unwrap();
    assert_eq!(lagging.sure, Some(true), "20 of 200 after 80 of 200");
}

// Nothing is asked up to the year that a yearly change is counted from, also where nothing was told.
#[test]
fn before_a_yearly_change_is_counted() {
    let rule = Rule::ChangedEachYear { value: number("2"), better: Better::Higher, since: year(2022) };
    let county = County::asking(share("coverage"), rule);
    assert_eq!(
        [2021, 2022, 2023].map(|at| county.outcome(at)),
        [Outcome::NotDue, Outcome::NotDue, Outcome::Undetermined]
    );
}

// Where the due year decides alone, earlier years are neither reasons nor verdicts, whatever the host says of broken years.
#[test]
fn earlier_years_that_decide_nothing() {
    let kept = Timing::Kept { from: year(2021), due: year(DUE) };
    for timing in [Timing::ByYear { due: year(DUE) }, kept] {
        let county = County::asking(share("coverage"), at_least("90")).timing(timing).told("2021", "95");
        let reasons: Vec<_> = county.judged(2030).reasons.iter().map(|reason| reason.year.number()).collect();
        assert_eq!(reasons, [2030], "{timing:?}");
    }
    let counted = |timing, value| {
        let mut county = County::asking(share("coverage"), at_least("90")).timing(timing).told("2030", value);
        county.settings.broken_years = Some(1);
        county.outcome(2030)
    };
    assert_eq!(counted(Timing::ByYear { due: year(DUE) }, "95"), Outcome::Met);
    assert_eq!(counted(kept, "95"), Outcome::Undetermined, "one of the silent years may be broken");
    assert_eq!(counted(kept, "85"), Outcome::NotMet);
}

// The window that is silent is named year by year, and no other.
#[test]
fn a_silent_window_is_named_by_its_years() {
    let timing = Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) };
    let county = County::asking(happening("meetings"), at_least("1")).timing(timing).happened("2022-03-01");
    let reasons = county.judged(2030).reasons.into_iter().map(|reason| (reason.year.number(), reason.cause));
    let silent: Vec<_> = (2026..=2030).map(|at| (at, Cause::NoData)).collect();
    assert_eq!(reasons.collect::<Vec<_>>(), silent);
}

// Of a unit that told nothing its silence is the reason, and not that its reference is missing too.
#[test]
fn a_silent_unit_without_a_reference() {
    let county = County::asking(share("delegates"), Rule::NotBelow).against(share("members"));
    let judged = county.over(Scope::EveryUnit).roster(2024, &["A"]).judged(2024);
    let causes: Vec<_> = judged.reasons.iter().map(|reason| &reason.cause).collect();
    assert_eq!(causes, [&Cause::UnitsNotReported(1)]);
}

// Measured in 2024 and judged in 2026: by the bound of 2026, for chance as well.
#[test]
fn a_value_of_a_unit_that_stands_is_as_sure_as_the_bound_that_judges_it() {
    let card = IndicatorCard { calendar: Calendar::Every(4), ..share("coverage") };
    let none = card.observe(year(2024), cases(0).of(2_350)).in_unit(ReportingUnit::new("township", "A"));
    let every = Timing::EveryYear { from: year(2021), due: year(2030) };
    let county = County::asking(card, Rule::HostBound { better: Better::Higher }).timing(every);
    let county = county.over(Scope::EveryUnit).roster(2024, &["A"]).roster(2026, &["A"]).observed(none);
    let county = county.host_bound(2024, "0", Better::Higher).host_bound(2026, "3", Better::Higher);
    let warnings = county.report(2026).rows.remove(0).judgement.warnings;
    assert_eq!((warnings[0].signal.kind(), warnings[0].sure), (SignalKind::Missed, Some(true)));
}

// Before the plan as in it: what the units had together, and not what was told of the area.
#[test]
fn the_baseline_of_pooled_units_is_theirs() {
    let card = share("literacy");
    let told =
        |at, unit, k, n| card.observe(year(at), cases(k).of(n)).in_unit(ReportingUnit::new("township", unit));
    let county = County::asking(card.clone(), Rule::Monitored).over(Scope::Pooled);
    let county = [2020, 2024]
        .into_iter()
        .fold(county, |county, at| county.roster(at, &["A", "B"]).told(&at.to_string(), "19"));
    let units =
        [told(2020, "A", 38, 200), told(2020, "B", 9, 60), told(2024, "A", 33, 200), told(2024, "B", 10, 60)];
    let county = units.into_iter().fold(county, County::observed);
    let county = (2020..=DUE).fold(county, |county, at| county.host_bound(at, "15", Better::Lower));
    let baseline = county.report(2024).rows.remove(0).judgement.outlook.unwrap().baseline;
    assert_eq!((baseline.year, baseline.value), (year(2020), Ratio::new(4_700, 260).unwrap()));
}
