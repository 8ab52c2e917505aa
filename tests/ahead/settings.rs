//! Settings that cannot be used are refused; they travel as data.

use dabiao::{Evaluator, Settings, judge::WarningSettings};

use crate::scene::{Scene, at_least, number};

type Change = fn(&mut Settings, &str);

const CHANCES: &[(&str, Change)] = &[
    ("alpha", |s, v| s.statistics.alpha = number(v)),
    ("confidence", |s, v| s.statistics.confidence = number(v)),
    ("fluctuation_alpha", |s, v| s.warnings.fluctuation_alpha = number(v)),
    ("latest_attention", |s, v| s.warnings.latest_attention = number(v)),
    ("latest_alarm", |s, v| s.warnings.latest_alarm = number(v)),
];
const AMOUNTS: &[(&str, Change)] = &[
    ("around_tolerance", |s, v| s.around_tolerance = number(v)),
    ("proportion_tolerance", |s, v| s.proportion_tolerance = number(v)),
    ("damping", |s, v| s.outlook.damping = number(v)),
    ("short_time", |s, v| s.warnings.short_time = number(v)),
    ("near_points", |s, v| s.warnings.near_points = number(v)),
    ("near_share", |s, v| s.warnings.near_share = number(v)),
    ("reversal_points", |s, v| s.warnings.reversal_points = number(v)),
    ("reversal_share", |s, v| s.warnings.reversal_share = number(v)),
    ("change_points", |s, v| s.warnings.change_points = number(v)),
    ("change_share", |s, v| s.warnings.change_share = number(v)),
    ("fluctuation_rate", |s, v| s.warnings.fluctuation_rate = number(v)),
    ("fluctuation_share", |s, v| s.warnings.fluctuation_share = number(v)),
    ("fixed_variation", |s, v| s.warnings.fixed_variation = number(v)),
];
const FACTORS: &[(&str, Change)] = &[
    ("difficult_factor", |s, v| s.outlook.difficult_factor = number(v)),
    ("out_of_reach_factor", |s, v| s.warnings.out_of_reach_factor = number(v)),
    ("unusual_factor", |s, v| s.warnings.unusual_factor = number(v)),
];
const YEARS: &[(&str, Change)] = &[
    ("broken_years", |s, v| s.broken_years = Some(v.parse().unwrap())),
    ("missed_years", |s, v| s.warnings.missed_years = v.parse().unwrap()),
    ("missed_event_years", |s, v| s.warnings.missed_event_years = v.parse().unwrap()),
    ("missed_survey_years", |s, v| s.warnings.missed_survey_years = v.parse().unwrap()),
    ("kept_years", |s, v| s.warnings.kept_years = v.parse().unwrap()),
    ("stagnant_years", |s, v| s.warnings.stagnant_years = v.parse().unwrap()),
    ("not_reported_years", |s, v| s.warnings.not_reported_years = v.parse().unwrap()),
    ("fluctuation_years", |s, v| s.warnings.fluctuation_years = v.parse().unwrap()),
];

#[track_caller]
fn refused(changes: &[(&str, Change)], values: &[&str]) {
    let catalogue = Scene::coverage(at_least("60")).catalogue();
    for (name, change) in changes {
        for value in values {
            let mut settings = Settings::default();
            change(&mut settings, value);
            let error =
                Evaluator::with(&catalogue, settings).expect_err(&format!("{name} of {value}")).to_string();
            assert!(error.contains(name) && error.contains(value), "{error}");
        }
    }
}

#[test]
fn impossible_settings_are_refused() {
    refused(CHANCES, &["0", "1", "-0.05", "1.5"]);
    refused(AMOUNTS, &["-0.01", "-1"]);
    refused(&AMOUNTS[2..3], &["1.01"]);
    refused(FACTORS, &["0", "0.99", "-3"]);
    refused(YEARS, &["0"]);
}

#[test]
fn an_alarm_is_not_more_frequent_than_attention() {
    let catalogue = Scene::coverage(at_least("60")).catalogue();
    let with = |attention: &str, alarm: &str| {
        let warnings = WarningSettings {
            latest_attention: number(attention),
            latest_alarm: number(alarm),
            ..WarningSettings::default()
        };
        Evaluator::with(&catalogue, Settings { warnings, ..Settings::default() }).is_ok()
    };
    assert!(with("0.05", "0.05"));
    assert!(!with("0.05", "0.06"));
}

#[test]
fn settings_travel_as_data() {
    let settings = Settings::default();
    let text = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
    let partly: Settings = serde_json::from_str(r#"{"warnings":{"stagnant_years":5}}"#).unwrap();
    assert_eq!(partly.warnings, WarningSettings { stagnant_years: 5, ..WarningSettings::default() });
    assert!(serde_json::from_str::<Settings>(r#"{"warnings":{"stagnat_years":5}}"#).is_err());
}

// The defaults that the documentation names.
#[test]
fn the_defaults_are_the_documented_ones() {
    let settings = Settings::default();
    let WarningSettings {
        missed_years,
        missed_event_years,
        missed_survey_years,
        kept_years,
        early_years,
        short_time,
        near_points,
        near_share,
        reversal_points,
        reversal_share,
        change_points,
        change_share,
        unusual_factor,
        stagnant_years,
        not_reported_years,
        fluctuation_years,
        out_of_reach_factor,
        fluctuation_alpha,
        fluctuation_rate,
        fluctuation_share,
        latest_attention,
        latest_alarm,
        ..
    } = settings.warnings;
    assert_eq!((stagnant_years, not_reported_years, fluctuation_years), (3, 3, 4));
    assert_eq!((missed_years, missed_event_years, missed_survey_years), (3, 4, 2));
    assert_eq!((kept_years, early_years), (3, 3));
    assert_eq!([short_time, near_points, near_share, unusual_factor], ["0.2", "1", "0.01", "3"].map(number));
    let large = [reversal_points, reversal_share, change_points, change_share];
    assert_eq!(large, ["1", "0.05", "5", "0.3"].map(number));
    let numbers = [out_of_reach_factor, fluctuation_alpha, fluctuation_rate, fluctuation_share];
    assert_eq!(numbers, ["3", "0.05", "0.1", "2"].map(number));
    assert_eq!([latest_attention, latest_alarm], ["0.05", "0.002"].map(number));
    assert_eq!([settings.outlook.damping, settings.outlook.difficult_factor], ["0.9", "1.25"].map(number));
}
