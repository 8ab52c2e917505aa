//! The floors, written by hand, and this crate's ways.

use std::hint::black_box;

use dabiao::judge::columns::{DecimalColumn, Validity};
use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Record, Target, data::Missing, judge::Threshold,
    plan::Better,
};
use rust_decimal::Decimal;

use crate::engines::{Made, Way};
use crate::record::{Answer, Cell, SplitMix, Threshold60, YEAR};

fn meets<T: Copy + PartialOrd>(value: T, bound: T, lower: bool) -> Answer {
    Answer::from_bool(if lower { value <= bound } else { value >= bound })
}

fn nothing<T>(cell: Cell) -> Result<T, String> {
    Err(match cell {
        Cell::Text(_) => "no place for a text".to_owned(),
        _ => "no place for it".to_owned(),
    })
}

fn typed<T: Copy + PartialOrd + 'static>(
    rules: &[Threshold60],
    record: &[Cell],
    bound: impl Fn(Number) -> T,
    value: impl Fn(Cell) -> Result<T, String>,
) -> Made {
    let bounds: Vec<(T, bool)> =
        rules.iter().map(|rule| (bound(rule.bound), rule.better == Better::Lower)).collect();
    let values = record.iter().map(|cell| value(*cell)).collect::<Result<Vec<T>, String>>()?;
    Ok(Box::new(move |answers| {
        let (values, bounds) = black_box((&values, &bounds));
        for ((value, (bound, lower)), answer) in values.iter().zip(bounds).zip(answers) {
            *answer = meets(*value, *bound, *lower);
        }
    }))
}

pub fn float(rules: &[Threshold60], record: &[Cell]) -> Made {
    typed(
        rules,
        record,
        |bound| bound.to_ratio().to_f64(),
        |cell| match cell {
            Cell::Number(number) => Ok(number.to_ratio().to_f64()),
            Cell::Float(value) => Ok(value),
            other => nothing(other),
        },
    )
}

pub fn decimal(rules: &[Threshold60], record: &[Cell]) -> Made {
    typed(rules, record, Number::to_decimal, |cell| match cell {
        Cell::Number(number) => Ok(number.to_decimal()),
        Cell::Float(value) => Decimal::try_from(value).map_err(|_| "refused on the way in".to_owned()),
        other => nothing(other),
    })
}

/// In hundredths.
fn hundredths(number: Number) -> i128 {
    number.mantissa() * 10_i128.pow(2 - number.places())
}

pub fn scaled(rules: &[Threshold60], record: &[Cell]) -> Made {
    typed(rules, record, hundredths, |cell| match cell {
        Cell::Number(number) => Ok(hundredths(number)),
        other => nothing(other),
    })
}

pub fn cross_multiplied(rules: &[Threshold60], record: &[Cell]) -> Made {
    let parts = |number: Number| {
        let part = |part: i128| u64::try_from(part).expect("a short number");
        (part(number.mantissa()), part(10_i128.pow(number.places())))
    };
    let bounds: Vec<_> = rules.iter().map(|rule| (parts(rule.bound), rule.better == Better::Lower)).collect();
    let value =
        |cell: &Cell| if let Cell::Number(number) = cell { Ok(parts(*number)) } else { nothing(*cell) };
    let values = record.iter().map(value).collect::<Result<Vec<_>, String>>()?;
    Ok(Box::new(move |answers| {
        let (values, bounds) = black_box((&values, &bounds));
        for (((top, bottom), ((bound_top, bound_bottom), lower)), answer) in
            values.iter().zip(bounds).zip(answers)
        {
            let (have, need) =
                (u128::from(*top) * u128::from(*bound_bottom), u128::from(*bound_top) * u128::from(*bottom));
            *answer = meets(have, need, *lower);
        }
    }))
}

const fn answer(outcome: Outcome) -> Answer {
    match outcome {
        Outcome::Met => Answer::Met,
        Outcome::NotMet => Answer::NotMet,
        _ => Answer::Undetermined,
    }
}

/// What the reading of a cell gives: a value, none, or a refusal.
fn read(catalogue: &Catalogue, rule: &Threshold60, cell: Cell) -> Result<Option<Observation>, String> {
    let text = match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Float(value) => value.to_string(),
        Cell::Text(text) => text.to_owned(),
        Cell::Null => {
            return Ok(Some(Observation::missing(rule.indicator.clone(), YEAR, Missing::NotReported)));
        }
        Cell::Absent => return Ok(None),
    };
    let row = Record { indicator: &rule.indicator, period: "2024", value: &text, ..Record::default() };
    row.read(catalogue)
        .map(Some)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

/// A refused cell is an error of that cell; the others are judged.
pub fn threshold(rules: &[Threshold60], record: &[Cell]) -> Made {
    let catalogue = Catalogue::hangjin();
    let thresholds: Vec<Threshold> = rules.iter().map(|rule| rule.threshold).collect();
    let mut values = Vec::new();
    let mut refused = Vec::new();
    for (place, (rule, cell)) in rules.iter().zip(record).enumerate() {
        let seen = read(&catalogue, rule, *cell);
        if seen.is_err() {
            refused.push(place);
        }
        let value = seen.ok().flatten().and_then(|seen| match seen.datum {
            dabiao::data::Datum::Value(dabiao::values::Value::Number(number)) => Some(number),
            _ => None,
        });
        values.push(value);
    }
    Ok(Box::new(move |answers| {
        let (values, thresholds) = black_box((&values, &thresholds));
        for ((value, threshold), place) in values.iter().zip(thresholds).zip(&mut *answers) {
            *place = answer(threshold.judge_or_missing(*value).outcome);
        }
        for place in &refused {
            answers[*place] = Answer::Error;
        }
    }))
}

pub fn assess(rules: &[Threshold60], record: &[Cell]) -> Made {
    let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue::hangjin()));
    let evaluator: &'static Evaluator<'_> = Box::leak(Box::new(Evaluator::new(catalogue)));
    let mut refused = Vec::new();
    let mut rows = Vec::new();
    let mut indicators = std::collections::HashSet::new();
    for (place, (rule, cell)) in rules.iter().zip(record).enumerate() {
        match read(catalogue, rule, *cell) {
            // Two plans ask something of one indicator: one row.
            Ok(Some(row)) if indicators.insert(rule.indicator.clone()) => rows.push(row),
            Ok(_) => {}
            Err(_) => refused.push(place),
        }
    }
    let targets: Vec<&'static Target> =
        rules.iter().map(|rule| catalogue.target(&rule.target).expect("a target")).collect();
    let data = catalogue.data(rows);
    Ok(Box::new(move |answers| {
        for (target, place) in targets.iter().zip(&mut *answers) {
            let assessed = evaluator.assess(black_box(target), black_box(data.area_or_empty("")), YEAR);
            *place = assessed.map_or(Answer::Error, |assessed| answer(assessed.year_outcome()));
        }
        for place in &refused {
            answers[*place] = Answer::Error;
        }
    }))
}

/// What the reading says about an odd cell.
pub fn message(rule: &Threshold60, cell: Cell) -> Option<String> {
    read(&Catalogue::hangjin(), rule, cell).err()
}

/// A column of hundredths for each threshold, the record's value in its first row.
fn columns_of(rules: &[Threshold60], rows: usize) -> Vec<Vec<i64>> {
    let mut random = SplitMix(10_000);
    let column = |rule: &Threshold60| {
        let first = hundredths(rule.value);
        let whole = rule.threshold.unit().is_whole();
        (0..rows)
            .map(|row| {
                let moved = i128::from(random.below(61)) - 30;
                let value = if row == 0 { first } else { first + moved * if whole { 100 } else { 10 } };
                i64::try_from(value.max(0)).expect("a short number")
            })
            .collect()
    };
    rules.iter().map(column).collect()
}

pub fn columns_by_hand(rules: &[Threshold60], rows: usize) -> Way {
    let columns = columns_of(rules, rows);
    let bounds: Vec<(i64, bool)> = rules
        .iter()
        .map(|rule| (i64::try_from(hundredths(rule.bound)).expect("short"), rule.better == Better::Lower))
        .collect();
    let mut out = vec![Answer::Lost; rows];
    Box::new(move |answers| {
        for ((column, (bound, lower)), place) in black_box(&columns).iter().zip(&bounds).zip(answers) {
            let bound = black_box(*bound);
            if *lower {
                column
                    .iter()
                    .zip(&mut out)
                    .for_each(|(value, out)| *out = Answer::from_bool(*value <= bound));
            } else {
                column
                    .iter()
                    .zip(&mut out)
                    .for_each(|(value, out)| *out = Answer::from_bool(*value >= bound));
            }
            *place = *black_box(&out).first().expect("a row");
        }
    })
}

pub fn columns(rules: &[Threshold60], rows: usize, margins: bool) -> Way {
    let columns = columns_of(rules, rows);
    let prepared: Vec<DecimalColumn> =
        rules.iter().map(|rule| rule.threshold.column(2).expect("two places")).collect();
    let mut out = vec![Outcome::NotJudged; rows];
    let mut distances = vec![0_i64; rows];
    Box::new(move |answers| {
        for ((column, prepared), place) in black_box(&columns).iter().zip(&prepared).zip(answers) {
            let judged = if margins {
                prepared.judge_with_margins(column, Validity::All, &mut out, &mut distances)
            } else {
                prepared.judge(column, Validity::All, &mut out)
            };
            judged.expect("columns of one length");
            black_box(&distances);
            *place = answer(*black_box(&out).first().expect("a row"));
        }
    })
}
