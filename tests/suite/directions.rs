//! Directions, word by word. One line is a series; `·` is a year without a word, `变` marks another definition.

use dabiao::{
    Outcome, Rule,
    judge::{Cause, Role},
    plan::{Better, Calendar, IndicatorCard, Qualifier, Timing},
    values::Unit,
};

use crate::support::*;

fn rising(word: Qualifier) -> County {
    County::asking(share("share of women"), rises(word))
}

fn falling(word: Qualifier) -> County {
    County::asking(amount("mortality", Unit::PerMille), falls(word))
}

/// 提高, 进一步提高, 明显提高: strictly better than 2020, whatever lies between.
const PLAIN: &str = "
    2019 2020 2021 2022 2023 2024 | verdict in 2024
    ·    60   61   62   63   64   | met                      | rises
    ·    60   ·    ·    ·    60.1 | met                      | one printed digit is enough
    ·    60   70   55   59   61   | met                      | a setback is mended
    ·    60   70   80   90   60   | not met                  | back where it was: a tie is no rise
    ·    60   70   80   90   59   | not met                  | worse
    ·    60   61   ·    63   64   | met                      | a missing year in between changes nothing
    ·    60   61   62   63   ·    | undetermined             | the year itself is missing
    ·    60   61   62   63   未填报 | undetermined             | the same, with a word
    ·    60   61   62   63   不适用 | not applicable           | there is no such thing here
    ·    ·    61   62   63   64   | met, baseline 2021       | the first later year is the baseline, and that is said
    70   ·    61   62   63   64   | met, baseline 2021       | an earlier year is never taken
    70   ·    ·    ·    ·    64   | undetermined             | the first later year is the assessed one
    ·    60   61   62   变50  51   | met, baseline 2023       | compared from the break on
    ·    60   61   62   变50  50   | not met, baseline 2023   | the same
    ·    60   61   62   63   变70  | undetermined             | nothing of the new definition to compare with
    ·    变60  61   62   63   64   | met                      | the break lies before the baseline
    ·    100  99   98   100  100  | met, at the limit        | more than all there is not
    ·    100  100  100  100  99   | not met                  | but less than all there is
    ·    ≥60  61   62   63   64   | met, baseline 2021       | two ends are no baseline
    ·    60   61   62   63   ≥61  | met                      | both ends are better than 60
    ·    60   61   62   63   ≥60  | undetermined             | perhaps a tie
    ·    60   61   62   63   <60  | not met                  | both ends are worse
";

#[test]
fn plain_further_and_marked() {
    for word in [Qualifier::Plain, Qualifier::Further, Qualifier::Markedly] {
        assert_table(&rising(word), PLAIN);
    }
}

#[test]
fn plain_falls() {
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        5.0  4.8  4.6  4.4  4.2  | met                    | falls
        5.0  4.0  3.0  2.0  5.0  | not met                | a tie
        5.0  5.2  5.4  5.6  5.8  | not met                | rises
        0    0    0    0    0    | met, at the limit      | fewer than none there are not
        0    3    2    1    0    | met, at the limit      | back at none
        0    0    0    0    0.1  | not met                | one too many
        3    2    1    0    0    | met                    | down to none
        ·    4.8  4.6  4.4  4.2  | met, baseline 2021     | the first later year
    ";
    assert_table(&falling(Qualifier::Plain), table);
}

// 逐步, 不断: better than 2020, and the middle one of all yearly slopes between two years does not point the wrong way.
#[test]
fn gradual_and_continual() {
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        60   61   62   63   64   | met                      | rises
        60   70   65   66   67   | met                      | a setback is mended
        60   70   68   66   64   | not met                  | above 2020, but falling ever since 2021: slope -2
        20   20   20   20   25   | met                      | shares that move at elections stand still: slope 0
        60   60   60   60   60   | not met                  | no better
        60   ·    62   ·    64   | met                      | missing years give no slope
        60   90   ·    ·    61   | met                      | 30, 0.25 and -9.7 a year: the middle one is 0.25
        60   61   62   63   ·    | undetermined             | the year itself is missing
        ·    61   62   63   64   | met, baseline 2021       | the first later year
        ·    ·    ·    ·    64   | undetermined             | the only year
        90   80   变50  55   60   | met, baseline 2022       | compared from the break on
        100  100  100  100  100  | met, at the limit        | all there is
        100  90   90   90   100  | met, at the limit        | back at the limit
        60   61   ≥50  63   64   | met                      | two ends are no point of a slope
        60   61   62   63   60   | not met                  | back where it was
    ";
    for word in [Qualifier::Gradually, Qualifier::Continually] {
        assert_table(&rising(word), table);
    }
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        5.0  4.8  4.6  4.4  4.2  | met                      | falls
        5.0  1.0  2.0  3.0  4.0  | not met                  | below 2020, but rising ever since: slope 1
        5.0  5.0  5.0  5.0  4.0  | met                      | slope 0
        0    0    0    0    0    | met, at the limit        | none
    ";
    assert_table(&falling(Qualifier::Gradually), table);
}

// 稳步: better than 2020, and no observed year worse than the observed one before it.
#[test]
fn steady() {
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        60   61   62   63   64   | met                      | rises
        60   61   61   61   62   | met                      | standing still is no setback
        60   60   60   60   60   | not met                  | never better
        60   62   61   63   64   | not met                  | a setback cannot be mended
        60   62   ·    61   64   | not met                  | a setback seen across a missing year
        60   62   ·    63   64   | met                      | a missing year gives no comparison
        60   62   61   63   ·    | not met                  | broken already, whatever 2024 was
        60   62   63   64   ·    | undetermined             | not broken so far
        ·    62   61   63   64   | not met, baseline 2021   | a setback after the later baseline
        ·    62   63   63   64   | met, baseline 2021       | the first later year
        62   61   变50  51   52   | met, baseline 2022       | compared from the break on
        100  100  100  100  100  | met, at the limit        | all there is
        100  99   100  100  100  | not met                  | a setback from the limit
        60   62   ≥61  63   64   | undetermined             | what the two ends hide may be a setback
    ";
    assert_table(&rising(Qualifier::Steadily), table);
}

// 持续: every observed year strictly better than the observed one before it.
#[test]
fn sustained() {
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        60   61   62   63   64   | met                      | rises every year
        60   61   61   63   64   | not met                  | a year without a rise
        60   62   61   63   64   | not met                  | a setback
        60   ·    62   ·    64   | met                      | missing years give no comparison
        60   ·    60   61   62   | not met                  | a tie across a missing year
        60   61   61   62   ·    | not met                  | broken already, whatever 2024 was
        60   61   62   63   ·    | undetermined             | not broken so far
        ·    61   62   63   64   | met, baseline 2021       | the first later year
        ·    ·    ·    ·    64   | undetermined             | the only year
        60   62   ≥61  63   64   | undetermined             | what the two ends hide may be a rise
        60   ·    ·    ≥59  60   | not met                  | whatever they hide, 60 is not above 60
        90   80   变50  51   52   | met, baseline 2022       | compared from the break on
        100  100  100  100  100  | met, at the limit        | all there is
        100  99   100  100  100  | not met                  | a setback from the limit
    ";
    assert_table(&rising(Qualifier::Sustained), table);
    let deaths = "
        2020 2021 2022 2023 2024 | verdict in 2024
        3    2    2    1    0    | not met                  | a year without a fall
        0    0    0    0    0    | met, at the limit        | none all along
        0    1    0    0    0    | not met                  | one in between
        3    ·    ·    ≤4   3    | not met                  | whatever the two ends hide, 3 is not below 3
        3    ·    ·    ≤4   2    | undetermined             | they may hide 2
        3    ·    ·    ≤4   4    | not met                  | above the baseline
    ";
    assert_table(&falling(Qualifier::Sustained), deaths);
}

// A year equal to the one before it counts as better at the limit, and that is said.
#[test]
fn sustained_at_the_limit_is_said() {
    let shares = "
        2020 2021 2022 2023 2024 | verdict in 2024
        98   99   100  100  100  | met, at the limit        | all there is, for three years
    ";
    assert_table(&rising(Qualifier::Sustained), shares);
    let deaths = "
        2020 2021 2022 2023 2024 | verdict in 2024
        3    2    1    0    0    | met, at the limit        | none, and none again
    ";
    assert_table(&falling(Qualifier::Sustained), deaths);
}

// A missing year gives no comparison, and is named.
#[test]
fn missing_years_are_named() {
    let judged =
        rising(Qualifier::Sustained).told("2020", "60").told("2021", "61").told("2023", "62").judged(2023);
    let years: Vec<_> = judged.history.iter().map(|at| (at.year.number(), at.outcome)).collect();
    assert_eq!(years, [(2021, Outcome::Met), (2022, Outcome::Undetermined), (2023, Outcome::Met)]);
}

// What cannot be mended stays broken in every later year; what can is judged anew.
#[test]
fn broken_for_good_or_not() {
    let told = |word| {
        let told = rising(word).told("2020", "60").told("2021", "62").told("2022", "61").told("2023", "63");
        told.told("2024", "64").told("2030", "70")
    };
    for (word, in_2022, later) in [
        (Qualifier::Plain, Outcome::Met, Outcome::Met),
        (Qualifier::Gradually, Outcome::Met, Outcome::Met),
        (Qualifier::Steadily, Outcome::NotMet, Outcome::NotMet),
        (Qualifier::Sustained, Outcome::NotMet, Outcome::NotMet),
    ] {
        let county = told(word);
        assert_eq!(county.outcome(2021), Outcome::Met, "{word:?}");
        assert_eq!(county.outcome(2022), in_2022, "{word:?}");
        for year in [2023, 2024, 2030] {
            assert_eq!(county.outcome(year), later, "{word:?} in {year}");
        }
    }
}

// 合理控制: not worse than 2020.
#[test]
fn reasonably_controlled() {
    let table = "
        2020 2021 2022 2023 2024 | verdict in 2024
        40   39   38   37   36   | met                      | falls
        40   45   50   45   40   | met                      | a tie is not worse
        40   39   38   37   40.1 | not met                  | one printed digit worse
        40   39   ·    ·    ·    | undetermined             | the year itself is missing
        ·    45   44   43   44   | met, baseline 2021       | the first later year
        ·    ·    ·    ·    36   | undetermined             | the only year
        30   31   变50  49   48   | met, baseline 2022       | compared from the break on
        40   39   38   37   ≤40  | met                      | both ends are not worse
        40   39   38   37   ≤41  | undetermined             | perhaps worse
    ";
    assert_table(&County::asking(share("caesareans"), Rule::NotWorse { better: Better::Lower }), table);
}

// 上升趋势减缓: the mean yearly rise since 2020 against the one before it, ten years back at most.
#[test]
fn a_rise_that_slows_down() {
    let table = "
        2009 2010 2015 2019 2020 2022 2024 | verdict in 2024
        ·    10   ·    ·    20   ·    23.9 | met                  | 0.975 a year after 1
        ·    10   ·    ·    20   ·    24   | not met              | 1 a year after 1: not slower
        ·    10   ·    ·    20   ·    25   | not met              | faster
        ·    10   ·    ·    20   30   19   | met                  | no rise at all
        ·    ·    ·    ·    20   ·    20   | met                  | no rise, and nothing else is asked
        ·    ·    ·    ·    20   ·    21   | undetermined         | a rise, and nothing before to compare with
        ·    30   ·    ·    20   ·    20.1 | not met              | fell before, rises now
        ·    20   ·    ·    20   ·    20.1 | not met              | stood still before, rises now
        ·    ·    15   ·    20   ·    23.9 | met                  | the earliest there is
        10   19   ·    ·    20   ·    21   | not met              | 2009 lies too far back: 0.1 a year since 2010
        ·    10   变10  ·    20   ·    25   | met                  | 2 a year since the break
        ·    10   ·    ·    变20  ·    21   | undetermined         | another definition before
        ·    10   ·    ·    ·    变20  21   | undetermined, baseline 2022 | another definition before the later baseline
        ·    10   ·    ·    20   21   ·    | undetermined         | the year itself is missing
        ·    ·    ·    19   20   ·    21   | met                  | 0.25 a year after 1
    ";
    assert_table(&County::asking(share("obesity"), Rule::RisesSlower), table);
}

// A survey gives a value every few years; in between it stands, with its year.
#[test]
fn surveys_stand_until_the_next() {
    let surveyed = IndicatorCard { calendar: Calendar::Every(3), ..share("literacy") };
    let table = "
        2020 2021 2022 2023 2024 2025 | verdict in 2025
        60   ·    ·    65   ·    ·    | met, stands since 2023   | not due again before 2026
        60   ·    ·    60   ·    ·    | not met, stands since 2023 | a tie
        60   ·    65   ·    ·    ·    | undetermined             | due in 2025
    ";
    assert_table(&County::asking(surveyed, rises(Qualifier::Plain)), table);
}

// The word and every reason are kept.
#[test]
fn reasons_name_the_cell() {
    let judged = rising(Qualifier::Plain).told("2024", "64").judged(2024);
    assert_eq!(judged.reasons.len(), 1);
    assert_eq!((judged.reasons[0].year, &judged.reasons[0].cause), (year(2024), &Cause::FirstValue));
    let nothing = rising(Qualifier::Plain).judged(2024).reasons;
    assert_eq!(nothing.len(), 2, "neither the value nor the baseline: {nothing:?}");
    let every = Timing::EveryYear { from: year(2021), due: year(DUE) };
    assert_eq!(rising(Qualifier::Plain).timing(every).told("2020", "60").outcome(2020), Outcome::NotDue);
}

// A value with an open end that may be as good as the one before leaves it open; one that cannot be is a setback.
#[test]
fn steadily_with_open_ends() {
    let table = "
        2020 2022 2024 | verdict in 2024
        10   ≤10  12   | undetermined | 2022 may have been 10
        10   <10  12   | not met      | it was less
        10   ≥10  12   | undetermined | it may have been above 12
        10   ≤9   12   | not met      | it was less
    ";
    assert_table(&County::asking(amount("coverage", Unit::Percent), rises(Qualifier::Steadily)), table);
}

// Why a rise that is known only between two ends is open is said.
#[test]
fn a_slower_rise_that_is_not_known_exactly() {
    let county = County::asking(amount("obesity", Unit::Percent), Rule::RisesSlower);
    let county = county.told("2015", "10").told("2020", "20");
    assert_eq!(county.clone().told("2024", "27.9").outcome(2024), Outcome::Met, "below 28");
    assert_eq!(county.clone().told("2024", "28").outcome(2024), Outcome::NotMet);
    let judged = county.told("2024", "≥27").judged(2024);
    assert_eq!(judged.outcome, Outcome::Undetermined);
    assert_eq!(judged.reasons.iter().map(|reason| &reason.cause).collect::<Vec<_>>(), [&Cause::Spans]);
}

// Of changes that are as often losses as gains the two in the middle decide together.
#[test]
fn the_middle_of_as_many_losses_as_gains() {
    let table = "
        2020 2021 2022 2023 | verdict in 2023
        50   60   58   57   | met     | gains of 10, 4 and 7/3, losses of 2, 1.5 and 1: the middle is a gain of 2/3
        50   60   55   51   | not met | gains of 10, 2.5 and 1/3, losses of 5, 4.5 and 4: the middle is a loss
    ";
    assert_table(&rising(Qualifier::Gradually), table);
}

// What may have stayed at the best there can be may have been better, and may not.
#[test]
fn sustained_with_open_ends() {
    let table = "
        2020 2021 | verdict in 2021
        100  100  | met, at the limit | more than all there is not
        100  ≤100 | undetermined      | all, or less
        100  <100 | not met           | less
    ";
    assert_table(&rising(Qualifier::Sustained), table);
    let table = "
        2020 2021 | verdict in 2021
        5    ≥5   | undetermined | no fewer, and perhaps not more
        5    ≥6   | met          | more
        5    <6   | undetermined | perhaps 5, perhaps fewer
    ";
    assert_table(&County::asking(amount("nurseries", Unit::Count), rises(Qualifier::Sustained)), table);
}

// A survey in the first year of the plan is one of the plan.
#[test]
fn a_survey_in_the_first_year() {
    let card = IndicatorCard { calendar: Calendar::Survey, ..share("literacy") };
    let county = County::asking(card, rises(Qualifier::Plain)).told("2020", "50");
    assert_eq!(county.clone().told("2021", "55").verdict(2021), "met");
    assert_eq!(county.told("2021", "50").verdict(2021), "not met");
}

// What is missing is named, and nothing else.
#[test]
fn reasons_name_what_is_missing_alone() {
    let reasons = |county: County| {
        let reasons = county.judged(2024).reasons.into_iter();
        reasons.map(|reason| (reason.role, reason.year.number(), reason.cause)).collect::<Vec<_>>()
    };
    let known = rising(Qualifier::Plain).told("2020", "60");
    assert_eq!(reasons(known), [(Role::Value, 2024, Cause::NoData)], "the baseline is there");
    // A value before the baseline is not the term in office of one that is not elected.
    let open = rising(Qualifier::Plain).told("2018", "60").told("2024", "≥61");
    assert_eq!(reasons(open), [(Role::Baseline, 2020, Cause::NoData)]);
}
