//! Out and in again: the same value, and the same text.

use dabiao::{
    Number, Observation, Settings, Year,
    ahead::{Bands, Estimate, Palette},
    data::{Datum, Missing, Status},
    judge::UnitsTally,
    plan::Better,
    values::{
        AgeGroup, Counts, Disaggregation, End, Interval, Period, Ratio, ReportingUnit, Residence, Sex, Unit,
        Value,
    },
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

fn again<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn number() -> impl Strategy<Value = Number> {
    (any::<i64>(), 0u32..=12).prop_map(|(mantissa, places)| {
        let ratio = Ratio::new(mantissa.into(), 10_i128.pow(places)).unwrap();
        ratio.decimal().parse().unwrap()
    })
}

fn value() -> impl Strategy<Value = Value> {
    let counts =
        (any::<u64>(), any::<u64>()).prop_map(|(numerator, denominator)| Counts { numerator, denominator });
    let end = || {
        prop::option::of((number(), any::<bool>()).prop_map(|(number, included)| End { number, included }))
    };
    prop_oneof![
        number().prop_map(Value::Number),
        counts.clone().prop_map(Value::Counts),
        (counts, number()).prop_map(|(counts, number)| Value::Both { counts, number }),
        (end(), end())
            .prop_filter_map("an interval", |(low, high)| Interval::new(low, high).ok())
            .prop_map(Value::Interval),
    ]
}

fn period() -> impl Strategy<Value = Period> {
    (1900i32..=2200, 0u8..5).prop_map(|(year, kind)| {
        let year = Year::new(year).unwrap();
        match kind {
            0 => Period::Year(year),
            1 => Period::SchoolYear(year.plus(1)),
            2 => Period::Term(year),
            3 => Period::PlanToDate(year),
            _ => Period::Day(format!("{year}-02-28").parse().unwrap()),
        }
    })
}

fn observation() -> impl Strategy<Value = Observation> {
    let missing = prop::sample::select(vec![
        Missing::NotReported,
        Missing::NotCollected,
        Missing::NotApplicable,
        Missing::Suppressed,
        Missing::ErrorCell,
    ]);
    let status = prop::sample::select(vec![Status::Final, Status::Provisional, Status::Estimated]);
    let disaggregation = (
        prop::sample::select(vec![Residence::Total, Residence::Urban, Residence::Rural]),
        prop::sample::select(vec![Sex::Total, Sex::Female, Sex::Male]),
        prop::sample::select(vec![
            AgeGroup::TOTAL,
            AgeGroup::years(0, 6),
            AgeGroup::years_from(60),
            AgeGroup::months(6, 23),
        ]),
    );
    let place = (
        prop::option::of(("\\PC{1,6}", "\\PC{1,6}")),
        "\\PC{0,6}",
        disaggregation,
        any::<bool>(),
        "\\PC{0,6}",
    );
    let datum = prop_oneof![
        4 => (value(), prop::sample::select(Unit::ALL.to_vec()), status).prop_map(Ok),
        1 => missing.prop_map(Err),
    ];
    ("\\PC{1,8}", period(), place, datum).prop_map(
        |(indicator, period, (unit, area, disaggregation, broken, source), datum)| {
            let row = match datum {
                Ok((value, unit, status)) => Observation::new(indicator, period, value, unit).status(status),
                Err(why) => Observation::missing(indicator, period, why),
            };
            let row = row
                .in_area(area)
                .among(Disaggregation {
                    residence: disaggregation.0,
                    sex: disaggregation.1,
                    age: disaggregation.2,
                })
                .from_source(source);
            let row = if broken { row.after_break() } else { row };
            match unit {
                Some((kind, id)) => row.in_unit(ReportingUnit::new(kind, id)),
                None => row,
            }
        },
    )
}

proptest! {
    #[test]
    fn an_observation_comes_back_as_it_was(row in observation()) {
        prop_assert_eq!(again(&row), row);
    }

    #[test]
    fn a_number_keeps_its_printed_digits(number in number()) {
        prop_assert_eq!(again(&number).to_string(), number.to_string());
    }

    /// Reading what was written and writing it again gives the same text; and an exact decimal is the same fraction.
    #[test]
    fn a_fraction_has_one_text(numerator in any::<i128>(), denominator in 1..=i128::MAX, small in 1i128..1_000_000) {
        for denominator in [denominator, small] {
            let value = Ratio::new(numerator, denominator).unwrap();
            let text = value.decimal();
            let read: Ratio = text.parse().unwrap();
            prop_assert_eq!(read.decimal(), text.clone());
            prop_assert_eq!(read.signum(), value.signum(), "zero is not zero: {}", text);
            if value.to_number().is_some() {
                prop_assert_eq!(read, value);
            }
        }
    }

    /// However small, a margin is not written as zero.
    #[test]
    fn a_margin_is_never_written_as_zero(numerator in 1u64.., denominator in 1u64.., bound in number()) {
        let value = Ratio::new(i128::from(numerator) * 100_000, denominator.into()).unwrap();
        let margin = value - bound.to_ratio();
        prop_assert_eq!(margin.decimal() == "0", margin.is_zero());
    }

    #[test]
    fn an_estimate_has_one_text(value in prop::num::f64::NORMAL | prop::num::f64::ZERO) {
        let text = serde_json::to_string(&Estimate::new(value)).unwrap();
        let read: Estimate = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
}

#[test]
fn what_cannot_be_made_cannot_be_read() {
    fn refuses<T: DeserializeOwned>(texts: &[&str]) {
        for text in texts {
            assert!(serde_json::from_str::<T>(text).is_err(), "{}: {text}", std::any::type_name::<T>());
        }
    }
    refuses::<Number>(&["12", "\"1e3\"", "\"\"", "\"NaN\"", "\"１２\"", "\"12345678901234567890123456789\""]);
    refuses::<Ratio>(&["12", "\"1/3\"", "\"\"", "\".5\"", "\"5.\"", "\"1e3\""]);
    refuses::<Estimate>(&["0.5", "\"NaN\"", "\"inf\"", "\"x\""]);
    refuses::<Year>(&["1899", "2201", "\"2024\"", "2024.0"]);
    refuses::<Period>(&["1899", "\"2023-2025\"", "true", "\"\""]);
    refuses::<dabiao::values::Date>(&["\"2021-02-29\"", "20210228"]);
    refuses::<dabiao::plan::Fraction>(&["\"1/0\"", "\"0.33\"", "\"-1/3\""]);
    refuses::<Interval>(&[
        "{}",
        r#"{"low":{"number":"2","included":true},"high":{"number":"1","included":true}}"#,
    ]);
    refuses::<Palette>(&["[]"]);
    refuses::<Bands>(&[r#"{"measure":"points","bands":[]}"#]);
    refuses::<UnitsTally>(&["{}"]);
    refuses::<Unit>(&["\"％\"", "\"percnt\""]);
}

#[test]
fn settings_come_back_and_leave_out_what_is_usual() {
    assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::default());
    let settings = Settings { baseline: Some(Year::literal(2021)), ..Settings::default() };
    assert_eq!(again(&settings), settings);
    for palette in
        [Palette::red_orange_yellow_blue(), Palette::red_yellow_green(), Palette::red_yellow_blue()]
    {
        assert_eq!(again(&palette), palette);
    }
    assert_eq!(again(&Datum::Missing(Missing::Suppressed)), Datum::Missing(Missing::Suppressed));
    assert_eq!(again(&Better::Lower), Better::Lower);
}
