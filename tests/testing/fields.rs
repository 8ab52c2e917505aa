//! A host whose records lack one field: whichever it is, a law says so; and a host that loses nothing keeps them all.

use dabiao::data::{Datum, Missing, Status};
use dabiao::report::Report;
use dabiao::values::{AgeGroup, Disaggregation, Residence, Sex, Unit, Value as Told};
use dabiao::{Observation, Year, json, testing};
use serde_json::Value;

fn losing(lose: impl Fn(&mut Observation)) -> impl testing::Judge {
    testing::through(move |mut rows: Vec<Observation>| {
        rows.iter_mut().for_each(&lose);
        rows
    })
}

#[track_caller]
fn assert_noticed(field: &str, lose: impl Fn(&mut Observation)) {
    let broken = testing::law("every_field_arrives").unwrap().check(&losing(lose), 4);
    assert!(broken.is_err(), "nobody noticed that {field} was lost");
}

#[test]
fn each_field_that_is_lost_is_noticed() {
    assert_noticed("the area", |row| row.area = None);
    assert_noticed("the unit that reports", |row| row.area_unit = None);
    assert_noticed("the kind of the unit", |row| {
        row.area_unit.iter_mut().for_each(|unit| unit.kind = "unit".into());
    });
    assert_noticed("the name of the unit", |row| {
        row.area_unit.iter_mut().for_each(|unit| unit.id = "unit".into());
    });
    assert_noticed("the part of the population", |row| row.disaggregation = Disaggregation::TOTAL);
    assert_noticed("town or country", |row| row.disaggregation.residence = Residence::Total);
    assert_noticed("women or men", |row| row.disaggregation.sex = Sex::Total);
    assert_noticed("the age group", |row| row.disaggregation.age = AgeGroup::TOTAL);
    assert_noticed("the period", |row| row.period = Year::literal(2024).into());
    assert_noticed("the status", |row| row.status = Status::Final);
    assert_noticed("the break", |row| row.break_before = false);
    assert_noticed("the unit of the number", |row| row.unit = Unit::Count);
    assert_noticed("the reason", |row| {
        if let Datum::Missing(why) = &mut row.datum {
            *why = Missing::NotReported;
        }
    });
    assert_noticed("the ends of an interval", |row| {
        if let Datum::Value(Told::Interval(_)) = row.datum {
            row.datum = Datum::Missing(Missing::NotReported);
        }
    });
    assert_noticed("the counts beside a printed rate", |row| {
        if let Datum::Value(Told::Both { number, .. }) = row.datum {
            row.datum = Datum::Value(Told::Number(number));
        }
    });
    assert_noticed("the printed rate beside counts", |row| {
        if let Datum::Value(Told::Both { counts, .. }) = row.datum {
            row.datum = Datum::Value(Told::Counts(counts));
        }
    });
}

#[test]
fn the_source_is_noticed_by_the_last_law() {
    let judge = losing(|row| row.source = None);
    assert!(testing::law("byte_for_byte").unwrap().check(&judge, 32).is_err());
}

#[test]
fn a_row_that_is_lost_is_noticed() {
    let judge = testing::through(|mut rows: Vec<Observation>| {
        rows.pop();
        rows
    });
    assert!(testing::law("every_field_arrives").unwrap().check(&judge, 4).is_err());
}

/// With batches too, also empty ones.
#[test]
fn a_host_that_loses_nothing_keeps_every_law() {
    let judge = testing::through(|rows| rows);
    testing::check(&judge, 48).unwrap_or_else(|broken| panic!("{broken}"));
    assert_eq!(testing::Judge::judge(&judge, "[]"), Ok("[]".to_owned()));
}

/// Some decide a verdict by themselves, whatever the findings say besides: without them it is another one.
#[test]
fn fields_that_decide_a_verdict() {
    let lost: [(&str, &[&str]); 4] = [
        ("of-area", &["area"]),
        ("of-unit", &["unit_kind", "unit_id"]),
        ("of-part", &["residence", "sex", "age"]),
        ("of-break", &["break"]),
    ];
    let outcome = |form: &Value, target: &str| {
        let report: Report =
            serde_json::from_str(&json::evaluate(form.to_string().as_bytes()).unwrap()).unwrap();
        report.row(target).unwrap().assessment().outcome
    };
    let judge = |request: &str| {
        let form: Value = serde_json::from_str(request).unwrap();
        for (target, fields) in lost {
            let mut without = form.clone();
            for row in without["observations"].as_array_mut().unwrap() {
                fields.iter().for_each(|field| drop(row.as_object_mut().unwrap().remove(*field)));
            }
            assert_ne!(outcome(&form, target), outcome(&without, target), "{target}");
        }
        json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json())
    };
    testing::law("every_field_arrives").unwrap().check(&judge, 4).unwrap();
}
