//! Duties in time: when a target has to hold, and what proves that something happened.

use dabiao::{
    Outcome, Rule, Standing, Year,
    judge::Cause,
    plan::{Better, Between, Gap, GapMeasure, IndicatorCard, Scope, Timing},
    values::{Date, Unit},
};

use crate::support::*;

fn coverage(timing: Timing) -> County {
    County::asking(share("coverage"), at_least("90")).timing(timing)
}

const BY_2030: Timing = Timing::ByYear { due: Year::literal(2030) };
const EVERY: Timing = Timing::EveryYear { from: Year::literal(2021), due: Year::literal(2030) };
const KEPT: Timing = Timing::Kept { from: Year::literal(2021), due: Year::literal(2030) };
const REACHED_AND_KEPT: Timing = Timing::ReachedAndKept { due: Year::literal(2030) };

fn meeting(at_least_so_many: &str, timing: Timing) -> County {
    County::asking(happening("meetings"), at_least(at_least_so_many)).timing(timing)
}

fn broken(county: &County, assessed: i16) -> Vec<i32> {
    county.judged(assessed).broken_years().map(Year::number).collect()
}

fn broken_counts(mut county: County, years: u8) -> County {
    county.settings.broken_years = Some(years);
    county
}

fn reasons(county: &County, assessed: i16) -> Vec<i32> {
    county.judged(assessed).reasons.iter().map(|reason| reason.year.number()).collect()
}

// By the due year: the last year decides alone; earlier years are listed and decide nothing.
#[test]
fn by_the_due_year() {
    let county =
        coverage(BY_2030).told("2020", "92").told("2022", "80").told("2024", "91").told("2029", "70");
    for (assessed, expected) in [(2020, "not due"), (2022, "not met"), (2023, "undetermined"), (2024, "met")]
    {
        assert_eq!(county.verdict(assessed), expected, "{assessed}");
    }
    assert_eq!(county.clone().told("2030", "90").verdict(2030), "met");
    assert_eq!(broken(&county.clone().told("2030", "90"), 2030), [2022, 2029]);
    assert_eq!(county.clone().told("2030", "89").verdict(2030), "not met");
    assert_eq!(county.verdict(2030), "undetermined", "an earlier value does not stand for the due year");
}

// After the due year it is the due year that is looked at; before the baseline nothing is judged; later values are not.
#[test]
fn assessed_years() {
    let county = coverage(BY_2030).told("2030", "90").told("2031", "80");
    assert_eq!(county.verdict(2033), "met");
    assert_eq!(coverage(BY_2030).told("2025", "95").verdict(2024), "undetermined");
    let data = county.data();
    let evaluator = dabiao::Evaluator::new(data.catalogue());
    assert!(evaluator.report(data.area_or_empty(""), year(2019)).is_err());
    assert!(evaluator.report(data.area_or_empty(""), year(2020)).is_ok());
}

/// Ten years of a plan as one word: `m` met, `n` not met, `·` nothing, `x` 不适用.
fn ten_years(timing: Timing, word: &str) -> County {
    word.chars().zip(2021..).fold(coverage(timing), |county, (sign, year)| match sign {
        'm' => county.told(&format!("{year}"), "95"),
        'n' => county.told(&format!("{year}"), "80"),
        'x' => county.told(&format!("{year}"), "不适用"),
        _ => county,
    })
}

// Every year: all years together, three-valued. One failure decides, a missing year leaves it open, 不适用 drops out.
#[test]
fn every_year() {
    for (word, expected) in [
        ("mmmmmmmmmm", "met"),
        ("mmmmnmmmmm", "not met"),
        ("mmmm·mmmmm", "undetermined"),
        ("mmmm·nmmmm", "not met"),
        ("nmmmmmmmm·", "not met"),
        ("mmmmmmmmm·", "undetermined"),
        ("xmmmmxmmmx", "met"),
        ("xxxxxxxxxx", "not applicable"),
        ("··········", "undetermined"),
    ] {
        assert_eq!(ten_years(EVERY, word).verdict(2030), expected, "{word}");
    }
    assert_eq!(reasons(&ten_years(EVERY, "mm·mmm·mmm"), 2030), [2023, 2027], "all that is missing is named");
    // Before the due year each year speaks for itself, and the broken ones are listed.
    let county = ten_years(EVERY, "mnmm·m");
    for (assessed, expected) in
        [(2021, "met"), (2022, "not met"), (2024, "met"), (2025, "undetermined"), (2026, "met")]
    {
        assert_eq!(county.verdict(assessed), expected, "{assessed}");
    }
    assert_eq!(broken(&county, 2026), [2022]);
    assert_eq!(coverage(EVERY).told("2020", "50").verdict(2020), "not due", "it has to hold from 2021 on");
    assert_eq!(ten_years(EVERY, "mmmmmmmmmm").told("2020", "50").verdict(2030), "met");
}

// Worse than last year while still inside the bound is no breach.
#[test]
fn a_worse_year_inside_the_bound() {
    let county = coverage(EVERY).told("2023", "99").told("2024", "91");
    assert_eq!(county.verdict(2024), "met");
}

// A bound of each year, decided in the due year; broken years are listed and change nothing unless the host says so.
#[test]
fn kept() {
    for (word, expected, with_two) in [
        ("mmmmmmmmmm", "met", "met"),
        ("nmmmmmmmmm", "met", "met"),
        ("mmnmmmmnmm", "met", "not met"),
        ("nnnnnnnnnm", "met", "not met"),
        ("mmmmmmmmmn", "not met", "not met"),
        ("mmmmmmmmm·", "undetermined", "undetermined"),
        ("mmnmmmnmm·", "undetermined", "not met"),
        ("nmmm·mmmmm", "met", "undetermined"),
        ("mmmm·mmmmm", "met", "met"),
        ("xxxxxxxxxx", "not applicable", "not applicable"),
        ("mmmmmmmmmx", "not applicable", "not applicable"),
    ] {
        let county = ten_years(KEPT, word);
        assert_eq!(county.verdict(2030), expected, "{word}");
        assert_eq!(broken_counts(county, 2).verdict(2030), with_two, "{word}, two broken years");
    }
    assert_eq!(broken(&ten_years(KEPT, "nmmmmmmnmm"), 2030), [2021, 2028], "they stand beside the verdict");
    let open = broken_counts(ten_years(KEPT, "nm·mmmmmmm"), 2);
    assert_eq!(reasons(&open, 2030), [2023], "the year that may have been the second");
    assert_eq!(coverage(KEPT).told("2020", "50").verdict(2020), "not due");
    let late = Timing::Kept { from: Year::literal(2023), due: Year::literal(2030) };
    assert_eq!(ten_years(late, "nnm").verdict(2022), "not due", "it has to hold from 2023 on");
    assert_eq!(broken_counts(ten_years(late, "nnmmmmmmmm"), 1).verdict(2030), "met");
}

// By the due year until it is first met, kept from then on; the due year decides, unless broken years are counted. One
// unknown year right before the first known one that met breaks nothing; one before a year that did not may have.
#[test]
fn reached_and_kept() {
    for (word, expected, with_one) in [
        ("nnnnnnnnnm", "met", "met"),
        ("nnnnmmmmmm", "met", "met"),
        ("nnmnnnnmmm", "met", "not met"),
        ("nnmmmmmmmn", "not met", "not met"),
        ("nnnnnnnnnn", "not met", "not met"),
        ("nnmm·mmmmm", "met", "undetermined"),
        ("nn··nnnnnm", "met", "undetermined"),
        ("nnn·mmmmmm", "met", "met"),
        ("nn·nmmmmmm", "met", "undetermined"),
        ("nn··mmmmmm", "met", "undetermined"),
        ("·mmmmmmmmm", "met", "met"),
        ("nnmm·nmmmm", "met", "not met"),
        ("nnmmnmmmm·", "undetermined", "not met"),
        ("nnmmmmmmm·", "undetermined", "undetermined"),
        ("nnnnnnnnn·", "undetermined", "undetermined"),
        ("nnmxxmmmmm", "met", "met"),
        ("xxxxxxxxxx", "not applicable", "not applicable"),
    ] {
        let county = ten_years(REACHED_AND_KEPT, word);
        assert_eq!(county.verdict(2030), expected, "{word}");
        assert_eq!(broken_counts(county, 1).verdict(2030), with_one, "{word}, one broken year");
    }
}

#[test]
fn reached_and_kept_on_the_way() {
    let county = ten_years(REACHED_AND_KEPT, "nmnm·m");
    for (assessed, expected) in
        [(2021, "not met"), (2022, "met"), (2023, "not met"), (2025, "undetermined"), (2026, "met")]
    {
        assert_eq!(county.verdict(assessed), expected, "{assessed}");
    }
    assert_eq!(broken(&county, 2026), [2021, 2023]);
}

// What is missing in between is named, and nothing else: the plan asks for nothing in 2020.
#[test]
fn reached_and_kept_names_what_is_missing() {
    let open = broken_counts(ten_years(REACHED_AND_KEPT, "nmm·mmmmmm"), 1);
    assert_eq!(reasons(&open, 2030), [2024]);
}

// The plan asks from 2021 on, so an unknown 2020 opens nothing; a start that is known to meet has to be kept.
#[test]
fn reached_and_kept_and_the_year_before_the_plan() {
    let unknown = broken_counts(ten_years(REACHED_AND_KEPT, "nmmmmmmmmm"), 1);
    assert_eq!(unknown.verdict(2030), "met");
    assert_eq!(unknown.clone().told("2020", "80").verdict(2030), "met");
    assert_eq!(unknown.told("2020", "95").verdict(2030), "not met");
}

// A survey: a year in which none is due is neither missing nor broken.
#[test]
fn years_without_a_survey() {
    let card = IndicatorCard { calendar: dabiao::plan::Calendar::Every(5), ..share("literacy") };
    let county = County::asking(card, at_least("90")).timing(EVERY).told("2021", "95").told("2026", "92");
    assert_eq!(county.verdict(2024), "met, stands since 2021");
    assert_eq!(county.verdict(2030), "met, stands since 2026");
    assert_eq!(county.clone().told("2029", "80").verdict(2030), "not met, stands since 2029");
    let late = County::asking(county.cards[0].clone(), at_least("90")).timing(EVERY).told("2021", "95");
    assert_eq!(late.verdict(2025), "met, stands since 2021");
    assert_eq!(late.verdict(2026), "undetermined", "the survey of 2026 is missing");
    // The plan asked from 2021 on, and more than an interval went by before the first value.
    let first = County::asking(county.cards[0].clone(), at_least("90")).timing(EVERY);
    assert_eq!(
        first.clone().told("2026", "92").outcome(2030),
        Outcome::Undetermined,
        "the survey of 2021 is missing"
    );
    assert_eq!(first.told("2025", "92").outcome(2029), Outcome::Met, "that of 2020 was not asked for");
    // One sooner than its interval begins a new count: the next is due five years after it, and not after the first.
    let sooner = County::asking(county.cards[0].clone(), at_least("90")).timing(EVERY);
    let sooner = sooner.told("2021", "95").told("2023", "94");
    assert_eq!(sooner.verdict(2026), "met, stands since 2023");
    assert_eq!(sooner.verdict(2028), "undetermined", "the survey of 2028 is missing");
    assert_eq!(sooner.outcome(2030), Outcome::Undetermined, "and so is what it would have said");
    assert_eq!(sooner.told("2028", "93").verdict(2030), "met, stands since 2028");
}

// A survey that was never told may have met, and a later one that does not would have broken it.
#[test]
fn reached_and_kept_by_surveys() {
    let card = IndicatorCard { calendar: dabiao::plan::Calendar::Every(4), ..share("literacy") };
    let county =
        County::asking(card, at_least("90")).timing(REACHED_AND_KEPT).told("2026", "80").told("2030", "95");
    assert_eq!(county.outcome(2030), Outcome::Met, "the due year decides");
    let county = broken_counts(county, 1);
    assert_eq!(county.outcome(2030), Outcome::Undetermined, "the survey of 2022 is missing");
    assert_eq!(county.clone().told("2022", "80").outcome(2030), Outcome::Met);
    assert_eq!(county.told("2022", "95").outcome(2030), Outcome::NotMet);
}

// Counted in the year in which a school year ends; a plain year stays what is written.
#[test]
fn school_years() {
    let card = IndicatorCard { calendar: dabiao::plan::Calendar::SchoolYear, ..share("enrolment") };
    let county = County::asking(card, at_least("90")).told("2023-2024学年", "95").told("2025", "80");
    assert_eq!(county.verdict(2023), "undetermined");
    assert_eq!(county.verdict(2024), "met");
    assert_eq!(county.verdict(2025), "not met");
}

// 杜绝, 不得: a reported zero in every year; silence is not zero.
#[test]
fn none_at_all() {
    let county = County::asking(amount("accidents", Unit::Count), at_most("0")).timing(EVERY);
    assert_met(&county, &["0"]);
    assert_not_met(&county, &["1", "2"]);
    assert_eq!(county.verdict(2024), "undetermined");
}

// The same where each case is reported with its day.
#[test]
fn none_at_all_by_the_day() {
    let county = County::asking(happening("accidents"), at_most("0")).timing(EVERY);
    assert_eq!(county.clone().happened("2024-05-01").verdict(2024), "not met");
    assert_eq!(county.clone().told("2024", "2").verdict(2024), "not met");
    assert_eq!(county.clone().told("2024", "0").verdict(2024), "met");
    let proved = county.clone().happened("2024-05-01");
    assert_eq!(proved.told("2024", "≤0").verdict(2024), "not met", "a day proves more than an end allows");
    assert_eq!(county.clone().told("2024", "≤0").verdict(2024), "met");
    assert_eq!(county.verdict(2024), "undetermined", "silence is not zero");
}

// Twice a year from 2022 on: days prove, counts settle, silence is not zero.
#[test]
fn meetings_every_year() {
    let county = meeting("2", Timing::EveryYear { from: year(2022), due: year(DUE) });
    let days = |days: &[&str]| days.iter().fold(county.clone(), |county, day| county.happened(day));
    assert_eq!(days(&["2024-03-01", "2024-11-30"]).verdict(2024), "met");
    assert_eq!(days(&["2024-01-01", "2024-12-31"]).verdict(2024), "met");
    assert_eq!(
        days(&["2024-03-01", "2024-03-01"]).verdict(2024),
        "undetermined",
        "one day told twice is one day"
    );
    assert_eq!(days(&["2024-03-01"]).verdict(2024), "undetermined", "perhaps there was another");
    assert_eq!(days(&["2024-03-01"]).told("2024", "1").verdict(2024), "not met", "there was not");
    assert_eq!(days(&["2023-03-01", "2025-03-01"]).verdict(2024), "undetermined", "other years do not help");
    assert_eq!(county.clone().told("2024", "2").verdict(2024), "met");
    assert_eq!(county.clone().told("2024", "0").verdict(2024), "not met");
    assert_eq!(county.clone().told("2024", "不适用").verdict(2024), "not applicable");
    assert_eq!(county.verdict(2021), "not due", "the plan was issued in 2022");
}

// 超过 excludes the number for meetings too.
#[test]
fn more_than_one_meeting() {
    let county = County::asking(happening("meetings"), more_than("1")).timing(EVERY);
    assert_eq!(county.clone().told("2024", "2").verdict(2024), "met");
    assert_eq!(county.told("2024", "1").verdict(2024), "not met");
}

// Each township one meeting a year, proved by its day.
#[test]
fn meetings_in_every_township() {
    let county = meeting("1", Timing::EveryYear { from: year(2022), due: year(DUE) }).over(Scope::EveryUnit);
    let county = county.roster(2024, &["甲", "乙"]).happened_in("甲", "2024-03-01");
    assert_eq!(county.verdict(2024), "undetermined", "perhaps 乙 met too");
    assert_eq!(county.clone().told_by("乙", "2024", "0").verdict(2024), "not met");
    assert_eq!(county.happened_in("乙", "2024-12-31").verdict(2024), "met");
}

// Once, in each window, or within a month: of every township, one that did not decides at the end of its time.
#[test]
fn events_in_every_township() {
    let over = |timing| meeting("1", timing).over(Scope::EveryUnit).roster(2024, &["甲", "乙"]);
    let once = over(Timing::Once { from: year(2023), due: year(2024) });
    assert_eq!(
        once.clone().told("2024", "1").verdict(2024),
        "undetermined",
        "the county's own row says nothing of each"
    );
    assert_eq!(once.verdict(2022), "not due");
    assert_eq!(once.verdict(2023), "not due");
    let one = once.happened_in("甲", "2023-05-01");
    assert_eq!(one.verdict(2023), "not due", "乙 has another year");
    assert_eq!(one.verdict(2024), "undetermined");
    let none = one.clone().told_by("乙", "2023", "0").told_by("乙", "2024", "0").told("2024", "2");
    assert_eq!(none.verdict(2024), "not met");
    assert_eq!(none.judged(2026).units.unwrap().failed, ["乙"]);
    assert_eq!(one.clone().told_by("乙", "2023", "0").verdict(2024), "undetermined");
    assert_eq!(one.happened_in("乙", "2024-12-31").verdict(2024), "met");

    let windows =
        over(Timing::EachWindow { from: year(2023), years: 2, due: year(2026) }).roster(2026, &["甲", "乙"]);
    let first = windows.happened_in("甲", "2023-05-01").happened_in("乙", "2024-05-01");
    assert_eq!(first.verdict(2024), "met");
    assert_eq!(first.verdict(2025), "not due");
    let second = first.happened_in("甲", "2025-05-01");
    assert_eq!(second.clone().told_by("乙", "2025", "0").told_by("乙", "2026", "0").verdict(2026), "not met");
    assert_eq!(second.happened_in("乙", "2026-05-01").verdict(2026), "met");

    let filing = over(Timing::Within { after: Date::literal(2024, 3, 9), months: 1 });
    let one = filing.happened_in("甲", "2024-04-09");
    assert_eq!(one.clone().told("2024", "0").verdict(2024), "undetermined");
    assert_eq!(one.clone().happened_in("乙", "2024-04-09").verdict(2024), "met");
    assert_eq!(one.happened_in("乙", "2024-04-10").verdict(2024), "not met");
}

// A level since the start of the plan says how often it happened in one year only beside the level of the year before.
#[test]
fn levels_in_a_later_year_or_window() {
    let yearly = meeting("1", Timing::EveryYear { from: year(2022), due: year(DUE) });
    assert_eq!(yearly.clone().told("累计至2024", "3").verdict(2024), "undetermined");
    assert_eq!(yearly.clone().told("累计至2023", "3").told("累计至2024", "3").verdict(2024), "not met");
    assert_eq!(yearly.clone().told("累计至2023", "3").told("累计至2024", "4").verdict(2024), "met");
    assert_eq!(yearly.told("累计至2024", "3").happened("2024-05-01").verdict(2024), "met");
    let window = meeting("1", Timing::EachWindow { from: year(2021), years: 5, due: year(2030) });
    let level = window.told("累计至2025", "3");
    assert_eq!(level.verdict(2025), "met");
    assert_eq!(level.clone().told("累计至2027", "3").verdict(2027), "not due", "nothing since");
    assert_eq!(level.clone().told("累计至2027", "4").verdict(2027), "met");
    assert_eq!(level.told("累计至2030", "3").verdict(2030), "not met");
}

// The calendar year 2022 counts as a whole, although the plan was issued in August.
#[test]
fn a_meeting_before_the_plan_was_issued() {
    let county = meeting("1", Timing::EveryYear { from: year(2022), due: year(DUE) }).happened("2022-03-15");
    assert_eq!(county.verdict(2022), "met");
}

// One from 2021 to 2025 and one from 2026 to 2030; an open window is not due.
#[test]
fn windows_of_five_years() {
    let timing = Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) };
    let county = meeting("1", timing);
    let silent_2021 = (2021..=2025).fold(county.clone(), |county, year| county.told(&format!("{year}"), "0"));
    assert_eq!(county.verdict(2023), "not due");
    assert_eq!(county.verdict(2025), "undetermined", "silence is not zero");
    assert_eq!(silent_2021.verdict(2024), "not due", "the window is open");
    assert_eq!(silent_2021.verdict(2025), "not met");
    assert_eq!(silent_2021.verdict(2027), "not due", "the second window is open");
    let held = county.happened("2023-06-01");
    assert_eq!(held.verdict(2022), "not due", "later days are not looked at");
    assert_eq!(held.verdict(2023), "met");
    assert_eq!(held.verdict(2025), "met");
    assert_eq!(held.verdict(2026), "not due");
    assert_eq!(held.verdict(2030), "undetermined");
    assert_eq!(held.clone().happened("2030-12-31").verdict(2030), "met");
    assert_eq!(silent_2021.happened("2030-12-31").verdict(2030), "not met", "the first window failed");
}

// The first window begins in 2021, before the plan was issued.
#[test]
fn a_meeting_in_the_first_year_of_the_window() {
    let timing = Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) };
    assert_eq!(meeting("1", timing).happened("2021-11-20").verdict(2025), "met");
}

// A count since the start of the plan is a level: one in each of three years is one, not three.
#[test]
fn counts_since_the_start_are_never_summed() {
    let timing = Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) };
    let levels =
        (2021..=2025).fold(meeting("2", timing), |county, year| county.told(&format!("累计至{year}"), "1"));
    assert_eq!(levels.verdict(2025), "not met");
}

// An evaluation, once, by the end of a year, which may lie after the plan.
#[test]
fn once() {
    let mid_term = meeting("1", Timing::Once { from: year(2025), due: year(2026) });
    assert_eq!(mid_term.verdict(2024), "not due");
    assert_eq!(mid_term.verdict(2025), "not due");
    assert_eq!(mid_term.verdict(2026), "undetermined");
    assert_eq!(mid_term.clone().happened("2026-12-31").verdict(2026), "met");
    assert_eq!(
        mid_term.clone().happened("2027-01-01").verdict(2028),
        "undetermined",
        "too late proves nothing before"
    );
    assert_eq!(mid_term.told("2025", "0").told("2026", "0").happened("2027-01-01").verdict(2028), "not met");
    let last = meeting("1", Timing::Once { from: year(2030), due: year(2031) });
    assert_eq!(last.verdict(2030), "not due");
    assert_eq!(last.happened("2031-06-30").verdict(2031), "met");
}

// Within one month of 9 August 2022: the corresponding day of the next month is still in time.
#[test]
fn within_one_month() {
    let within = |after: Date| meeting("1", Timing::Within { after, months: 1 });
    let filing = within(Date::literal(2022, 8, 9));
    for (day, expected) in [
        ("2022-08-09", "met"),
        ("2022-09-08", "met"),
        ("2022-09-09", "met"),
        ("2022-09-10", "not met"),
        ("2022-12-31", "not met"),
    ] {
        assert_eq!(filing.clone().happened(day).verdict(2024), expected, "{day}");
    }
    assert_eq!(
        filing.clone().happened("2022-09-10").happened("2022-09-01").verdict(2024),
        "met",
        "the first day counts"
    );
    assert_eq!(filing.verdict(2021), "not due");
    assert_eq!(filing.verdict(2024), "undetermined");
    assert_eq!(filing.clone().told("2022", "1").verdict(2024), "undetermined", "on which day?");
    assert_eq!(filing.told("2022", "0").verdict(2024), "not met");
    // A month without that day ends on its last one.
    let january = within(Date::literal(2023, 1, 31));
    assert_eq!(january.clone().happened("2023-02-28").verdict(2024), "met");
    assert_eq!(january.happened("2023-03-01").verdict(2024), "not met");
    let december = within(Date::literal(2022, 12, 31));
    assert_eq!(december.clone().happened("2023-01-31").verdict(2024), "met");
    assert_eq!(december.verdict(2022), "not due", "January is still to come");
    // A month over two years: that nothing happened in one of them says nothing of the other.
    assert_eq!(december.clone().told("2023", "0").verdict(2024), "undetermined", "2022 is silent");
    assert_eq!(reasons(&december.clone().told("2023", "0"), 2024), [2022]);
    assert_eq!(december.clone().told("2022", "0").told("2023", "0").verdict(2024), "not met");
    assert_eq!(december.told("2022", "不适用").told("2023", "0").verdict(2024), "not met");
    assert_eq!(Outcome::NotDue.zh(), "未到期");
}

// One day of two is known: it has been reported, and whether there was another is what is open.
#[test]
fn one_day_of_two_is_not_silence() {
    let twice = County::asking(happening("meetings"), at_least("2"));
    let twice = twice.timing(Timing::EveryYear { from: year(2022), due: year(2030) });
    let one = twice.clone().happened("2024-05-01");
    let report = one.report(2024);
    let judged = &report.rows[0].judgement;
    assert_eq!((judged.assessment.outcome, judged.standing), (Outcome::Undetermined, Standing::Undetermined));
    assert!(judged.warnings.is_empty(), "{:?}", judged.warnings);
    let causes: Vec<&Cause> = judged.assessment.reasons.iter().map(|reason| &reason.cause).collect();
    assert_eq!(causes, [&Cause::Spans]);
    assert_eq!(one.clone().happened("2024-12-31").outcome(2024), Outcome::Met);
    assert_eq!(one.told("2024", "1").outcome(2024), Outcome::NotMet);
    // Without any day there is no data.
    assert_eq!(twice.report(2024).rows[0].judgement.standing, Standing::NoData);
}

// A day before the month began proves nothing, and a day after the assessed year is not looked at.
#[test]
fn days_outside_the_month() {
    let within = |after: Date| meeting("1", Timing::Within { after, months: 1 });
    let filing = within(Date::literal(2022, 8, 9));
    assert_eq!(filing.clone().happened("2022-08-08").verdict(2024), "undetermined");
    assert_eq!(filing.happened("2022-08-09").verdict(2024), "met");
    assert_eq!(within(Date::literal(2022, 12, 31)).happened("2023-01-05").verdict(2022), "not due");
}

// Once too often cannot be undone, and what all have done waits for nobody.
#[test]
fn events_in_every_township_before_the_end_of_their_time() {
    let over = |rule| {
        let timing = Timing::Once { from: year(2023), due: year(2025) };
        let county = County::asking(happening("meetings"), rule).timing(timing).over(Scope::EveryUnit);
        county.roster(2023, &["甲", "乙"]).happened_in("甲", "2023-02-01")
    };
    assert_eq!(over(at_most("1")).happened_in("甲", "2023-03-01").verdict(2023), "not met");
    assert_eq!(over(at_most("1")).happened_in("乙", "2023-03-01").verdict(2023), "not due");
    assert_eq!(over(at_least("1")).happened_in("乙", "2023-03-01").verdict(2023), "met");
    assert_eq!(over(at_least("1")).verdict(2023), "not due");
}

// An earlier window that stays open leaves the whole open, and that is said.
#[test]
fn an_earlier_window_is_named() {
    let timing = Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) };
    let judged = meeting("1", timing).happened("2030-12-31").judged(2030);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.reasons.iter().map(|reason| &reason.cause).collect::<Vec<_>>(), [&Cause::EarlierYears]);
}

// A mark says that an election was held. Without any election nothing was due.
#[test]
fn elections_without_a_value() {
    let county = County::asking(elected("posts"), at_least("90")).timing(EVERY);
    assert_eq!(county.verdict(2030), "not due");
    let held = county.told("2021届", "95").told("2028届", "95");
    assert_eq!(held.verdict(2030), "met, stands since 2028");
    assert_eq!(held.told("2024届", "未填报").verdict(2030), "undetermined, stands since 2028");
}

// Days outside the window prove nothing beside a level, and a yearly count is no level.
#[test]
fn levels_beside_days_and_counts_of_other_years() {
    let window = meeting("1", Timing::EachWindow { from: year(2021), years: 5, due: year(DUE) });
    let level = window.told("累计至2027", "3");
    assert_eq!(level.clone().happened("2023-05-01").verdict(2027), "not due");
    assert_eq!(level.clone().happened("2027-05-01").verdict(2027), "met");
    assert_eq!(level.told("2025", "2").verdict(2027), "not due");
}

// What failed in every year has spoken in every year.
#[test]
fn townships_that_fail_are_not_silent() {
    let county = coverage(EVERY).over(Scope::EveryUnit);
    let told = (2021..=2024).fold(county, |county, year| {
        county.roster(year, &["甲", "乙"]).told_by("甲", &format!("{year}"), "80")
    });
    let report = told.report(2024);
    let warned = report.rows[0].judgement.warnings.iter().map(|warning| warning.signal.zh());
    assert_eq!(warned.collect::<Vec<_>>(), ["未达标"]);
    let not_reported = told.roster(2025, &["甲", "乙"]).report(2025);
    let signals = not_reported.rows[0].judgement.warnings.iter().map(|warning| warning.signal.zh());
    assert!(signals.collect::<Vec<_>>().contains(&"缺数"));
}

// Whole things have no path between them: from one to five there is no 2.6; nor has a gap.
#[test]
fn whole_things_and_gaps_have_no_path() {
    let outlook = |county: County| {
        let told = county.told("2020", "1").told("2022", "2").told("2024", "3");
        told.report(2024).rows.swap_remove(0).judgement.outlook
    };
    assert_eq!(outlook(County::asking(amount("centres", Unit::Count), at_least("5"))), None);
    assert!(outlook(County::asking(amount("years", Unit::Years), at_least("5"))).is_some());
    let between = Gap {
        of: "income".into(),
        between: Between::UrbanRural,
        unit_kind: None,
        measure: GapMeasure::Difference,
    };
    let card = IndicatorCard { gap: Some(between), ..amount("gap", Unit::Years) };
    let target = goal("target", "1", &card, at_least("5"));
    assert_eq!(outlook(County::of(vec![card, amount("income", Unit::Years)], vec![target])), None);
}

// What happens has no value before it.
#[test]
fn events_have_no_earlier_value() {
    let county = meeting("1", EVERY).told("2020", "3").told("2023", "3").told("2024", "4");
    let judgement = county.report(2024).rows.swap_remove(0).judgement;
    assert_eq!((judgement.previous, judgement.baseline), (None, None));
}

// A new definition is one only where there was another before it.
#[test]
fn the_first_value_is_no_new_definition() {
    let redefined = |county: County| county.report(2024).rows.swap_remove(0).judgement.redefined;
    assert_eq!(redefined(coverage(BY_2030).told("2024", "变95")), None);
    assert_eq!(redefined(coverage(BY_2030).told("2023", "80").told("2024", "变95")), Some(year(2024)));
}

// A host's bound of the due year leads the path; the one of this year decides this year alone.
#[test]
fn the_path_to_a_bound_from_the_host() {
    let county = County::asking(share("coverage"), Rule::HostBound { better: Better::Higher });
    let county = county.host_bound(2024, "80", Better::Higher).host_bound(2030, "90", Better::Higher);
    let told = (2020..=2024)
        .fold(county, |county, year| county.told(&format!("{year}"), &format!("{}", 65 + 5 * (year - 2020))));
    let judgement = told.report(2024).rows.swap_remove(0).judgement;
    assert_eq!(judgement.assessment.outcome, Outcome::Met);
    assert!(judgement.outlook.unwrap().expected_year.is_some(), "90 is still to be met");
}
