//! The same sixty thresholds of one record, judged by what a host would take instead of `dabiao`, all ways taking turns
//! in one process; then what each says to one missing and to one odd value.
//!
//! ```text
//! cargo run --release               # both tables
//! cargo run --release -- --quick    # a few rounds: do all ways agree?
//! ```

mod engines;
mod hand;
mod record;

use std::time::{Duration, Instant};

use dabiao::{Catalogue, Number, plan::Better};
use engines::{Made, Way};
use record::{Answer, Cell, THRESHOLDS, Threshold60};

type Maker = fn(&[Threshold60], &[Cell]) -> Made;

/// Every way that takes one record.
const WAYS: &[(&str, Maker)] = &[
    ("`f64` by hand", hand::float),
    ("scaled `i128` by hand", hand::scaled),
    ("numerator and denominator cross-multiplied by hand", hand::cross_multiplied),
    ("`Decimal` by hand", hand::decimal),
    ("dabiao, `Threshold`", hand::threshold),
    ("dabiao, `Evaluator::assess`", hand::assess),
    ("datalogic-rs, a program for each", engines::datalogic),
    ("datalogic-rs, one list", engines::datalogic_list),
    ("zen-expression, a program for each", engines::zen),
    ("zen-expression, one list", engines::zen_list),
    ("cel, a program for each", engines::cel),
    ("cel, one list", engines::cel_list),
    ("rhai, a program for each", engines::rhai),
    ("rhai, one list", engines::rhai_list),
    ("regorus, interpreter", engines::regorus_interpreter),
    ("regorus, compiled", engines::regorus_compiled),
];
const FLOOR: &str = "`Decimal` by hand";
const ROWS: usize = 10_000;

struct Timed {
    name: String,
    checks: usize,
    run: Way,
    times: Vec<f64>,
    repeats: u32,
}

fn speed(rules: &[Threshold60], cells: &[Cell], quick: bool) {
    let timed =
        |name: &str, checks, run| Timed { name: name.to_owned(), checks, run, times: Vec::new(), repeats: 1 };
    let mut ways: Vec<Timed> = WAYS
        .iter()
        .map(|(name, make)| timed(name, THRESHOLDS, make(rules, cells).expect("a plain record")))
        .collect();
    let rows = THRESHOLDS * ROWS;
    ways.push(timed("`i64` columns of 10,000 rows by hand", rows, hand::columns_by_hand(rules, ROWS)));
    ways.push(timed("dabiao, columns of 10,000 rows", rows, hand::columns(rules, ROWS, false)));
    ways.push(timed("dabiao, columns of 10,000 rows, with margins", rows, hand::columns(rules, ROWS, true)));

    let expected: Vec<Answer> = rules
        .iter()
        .map(|rule| {
            let (value, bound) = (rule.value.to_decimal(), rule.bound.to_decimal());
            Answer::from_bool(if rule.better == Better::Lower { value <= bound } else { value >= bound })
        })
        .collect();
    let met = expected.iter().filter(|answer| **answer == Answer::Met).count();
    println!("{THRESHOLDS} thresholds, {met} of them met; all ways agree on every one.\n");
    let turn = if quick { Duration::ZERO } else { Duration::from_millis(4) };
    let mut answers = vec![Answer::Lost; THRESHOLDS];
    for way in &mut ways {
        answers.fill(Answer::Lost);
        (way.run)(&mut answers);
        assert_eq!(answers, expected, "{} disagrees", way.name);
        let start = Instant::now();
        (way.run)(&mut answers);
        let once = start.elapsed().max(Duration::from_nanos(20));
        way.repeats = u32::try_from(turn.as_nanos() / once.as_nanos()).expect("few").max(1);
    }
    for _ in 0..if quick { 3 } else { 61 } {
        for way in &mut ways {
            let start = Instant::now();
            for _ in 0..way.repeats {
                (way.run)(std::hint::black_box(&mut answers));
            }
            way.times.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(way.repeats) / way.checks as f64);
        }
    }
    let median = |way: &Timed| {
        let mut times = way.times.clone();
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let floor = median(ways.iter().find(|way| way.name == FLOOR).expect("the floor"));
    println!("| way | ns a check | ratio |\n|---|---|---|");
    for way in &ways {
        println!("| {} | {:.2} | {:.2} |", way.name, median(way), median(way) / floor);
    }
}

/// What a way says at the odd place; and whether the others suffered.
fn said(make: Maker, rules: &[Threshold60], cells: &[Cell], place: usize, usual: &[Answer]) -> String {
    let mut run = match make(rules, cells) {
        Ok(run) => run,
        Err(why) => return why,
    };
    let mut answers = vec![Answer::Lost; rules.len()];
    run(&mut answers);
    let mut others = answers.iter().zip(usual).enumerate().filter(|(row, _)| *row != place);
    let irrecoverable = others.any(|(_, (answer, usual))| answer != usual);
    let word = answers[place].word();
    if irrecoverable && answers[place] != Answer::Lost {
        format!("{word}, others changed")
    } else {
        word.to_owned()
    }
}

fn odd_values(rules: &[Threshold60], cells: &[Cell]) {
    let usual: Vec<Answer> = {
        let mut answers = vec![Answer::Lost; rules.len()];
        hand::decimal(rules, cells).expect("a plain record")(&mut answers);
        answers
    };
    let cases = [
        (Better::Higher, Number::literal("90"), 89.999_999_999_999_99),
        (Better::Lower, Number::literal("12"), 12.000_000_000_000_002),
    ];
    for (better, bound, beside) in cases {
        let place = rules.iter().position(|rule| rule.better == better && rule.bound == bound);
        let place = place.expect("a target with this bound");
        let rule = &rules[place];
        println!("\n`{} {}` (`{}`)\n", rule.operator(), rule.bound, rule.target);
        let odd = [Cell::Absent, Cell::Null, Cell::Text("—"), Cell::Float(beside), Cell::Float(f64::NAN)];
        println!("| way | no field | null | \"—\" | {beside} | NaN |\n|---|---|---|---|---|---|");
        for (name, make) in WAYS {
            print!("| {name} ");
            for cell in odd {
                let mut cells = cells.to_vec();
                cells[place] = cell;
                print!("| {} ", said(*make, rules, &cells, place, &usual));
            }
            println!("|");
        }
        for cell in odd {
            if let Some(message) = hand::message(rule, cell) {
                println!("\ndabiao says: {message}");
            }
        }
    }
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let rules = record::thresholds(&Catalogue::hangjin());
    let cells: Vec<Cell> = rules.iter().map(|rule| Cell::Number(rule.value)).collect();
    speed(&rules, &cells, quick);
    odd_values(&rules, &cells);
}
