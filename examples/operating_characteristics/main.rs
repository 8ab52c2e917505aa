//! How often the warnings speak where the truth is known: the tables of the chapter `docs::characteristics`, from a fixed seed.
//!
//! `cargo run --release --example operating_characteristics > src/docs/characteristics.md`; a number behind `--` sets how many
//! counties are drawn for each line.

#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a simulation draws floats, and stops if it is itself wrong"
)]

#[expect(dead_code, reason = "the test asks more of it")]
mod simulate;

use simulate::{Bench, Course, Kind, Summary, YEARS};
use std::io::Write as _;

/// The truth as multiples of the bound.
const LEVELS: [f64; 6] = [0.5, 0.7, 1.0, 1.5, 2.0, 3.0];

const KINDS: [Kind; 8] = [
    Kind::Infants(700),
    Kind::Infants(3_000),
    Kind::Infants(30_000),
    Kind::Mothers(700),
    Kind::Mothers(3_000),
    Kind::Mothers(30_000),
    Kind::Share(200),
    Kind::Share(2_000),
];

/// Smaller ones, and the rule for values without counts.
const OTHERS: [Kind; 6] = [
    Kind::Share(20),
    Kind::BareInfants(700),
    Kind::BareInfants(3_000),
    Kind::BareShare(0.3),
    Kind::BareShare(1.0),
    Kind::BareShare(2.0),
];

const SEED: u64 = 20_221_109;

const INTRODUCTION: &str = "How often the warnings speak where the truth is known: drawn by a simulation, from a fixed seed.

A warning is only worth what it costs when it is wrong. So counties are drawn whose true level is known, and it is counted how
often each is told what. `cargo run --release --example operating_characteristics` prints this page again, with 1,000 counties
in each line from the seed 20221109.

Each county has a value for 2020 and for nine years of a plan, against a bound that is due in 2030. The truth is a multiple of
the bound; of a share it is a multiple of the shortfall that is allowed (10 points at ≥ 90 ％, so that 0.7 is a true share of
93 ％ and 2 one of 80 ％).

# What is held to

The test `characteristics` draws 3,000 counties for each line and holds these limits:

| truth | limit |
|---|---|
| 0.7 of the bound | 警告 or more in at most 5 ％ of nine-year runs, 严重 in at most 2 ％ |
| 2 times, where three events a year are expected at the bound | 警告 or more in at least 60 ％ of the years from 2025 on |
| 3 times, likewise | in at least 75 ％ |
| 0.7, 2, 3 | never less often the worse the truth is |
| a stable series | 逆向, 骤变 and 波动较大 each in at most 5 ％ of years; bare shares with noise up to 2 points |

# What cannot be had

A county that expects fewer than three events a year cannot be both quiet at 0.7 of the bound and loud at twice the bound, for
its counts are nearly the same in both. There quiet alone is promised; several years together (the window) then bring what they
can. And values reported without counts cannot be told from chance in one year or two, so that they do worse on both sides. Report
the counts wherever there are any. A rate without them takes the exposure of another rate with the same denominator, where there is
one, and is then judged as counts are: its table is theirs.

";

/// What stands above the tables.
const COLUMNS_TOLD: &str = "Each cell holds two chances in per cent: in a year, and at least once in nine years. The last three columns are rules that
offices use: a change of more than 20 ％ against the year before, a coefficient of variation above 30 ％, and the traffic light
\"behind the straight line\".

";

fn main() {
    let counties = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1_000);
    let mut page = INTRODUCTION.to_owned();
    page += "# Events and shares that come as counts\n\n";
    page += COLUMNS_TOLD;
    for kind in KINDS {
        page += &table(kind, counties);
    }
    page += "# Smaller ones, and values without counts\n\n";
    for kind in OTHERS {
        page += &table(kind, counties);
    }
    page += &settled(counties);
    page += &finals(counties);
    let mut out = std::io::stdout().lock();
    if let Err(error) = out.write_all(page.trim_end().as_bytes()).and_then(|()| out.write_all(b"\n")) {
        eprintln!("{error}");
    }
}

/// The columns: a heading, and under what it was counted.
const COLUMNS: [(&str, &str); 15] = [
    ("警告及以上", "警告及以上"),
    ("严重", "严重"),
    ("关注", "关注"),
    ("提示", "提示"),
    ("困难", "信号预计达标困难"),
    ("滞后", "信号进度滞后"),
    ("回落", "信号回落"),
    ("逆向", "信号逆向"),
    ("骤变", "信号骤变"),
    ("停滞", "信号停滞"),
    ("波动较大", "信号波动较大"),
    ("当年异动", "信号当年异动"),
    ("变动20％", "变动20％"),
    ("变异系数30％", "变异系数30％"),
    ("落后", "落后于序时进度"),
];

fn table(kind: Kind, counties: u32) -> String {
    let bench = Bench::new(kind);
    let mut text = format!("**{}**\n\n| truth |", kind.name());
    for (heading, _) in COLUMNS {
        text += &format!(" {heading} |");
    }
    text += "\n|---|";
    text += &"---|".repeat(COLUMNS.len());
    text += "\n";
    let constant = LEVELS.map(|level| (format!("{level}"), level, Course::Constant));
    let moving = [
        ("2 → 1, improving".to_owned(), 1.0, Course::Improving),
        ("0.5 → 1.5, worsening".to_owned(), 1.0, Course::Worsening),
    ];
    // Of values without counts the levels next to the bound, a share of 90.5 and one of 89.5.
    let beside = matches!(kind, Kind::BareShare(_)).then(|| [0.95, 1.05]).into_iter().flatten();
    let beside = beside.map(|level| (format!("{level}"), level, Course::Constant));
    for (name, level, course) in constant.into_iter().chain(beside).chain(moving) {
        let summary = Summary::of(&bench, level, course, &YEARS, counties, SEED);
        text += &format!("| {name} |");
        for (_, what) in COLUMNS {
            let (year, run) = summary.chances(what);
            text += &format!(" {year:.1} / {run:.0} |");
        }
        text += "\n";
    }
    text + "\n"
}

/// The standings of the same counties.
fn settled(counties: u32) -> String {
    let words = [
        "达标但有回落风险",
        "提前达标",
        "保持达标",
        "恢复达标",
        "预期可达标",
        "进度放缓",
        "进度滞后",
        "预计达标困难",
        "未到期",
    ];
    let mut text =
        String::from("# Standings\n\nThe chance of each standing in a year, in per cent.\n\n| | truth |");
    for word in words {
        text += &format!(" {word} |");
    }
    text += "\n|---|---|";
    text += &"---|".repeat(words.len());
    text += "\n";
    for kind in KINDS {
        let bench = Bench::new(kind);
        for level in [0.7, 1.0, 2.0] {
            let summary = Summary::of(&bench, level, Course::Constant, &YEARS, counties, SEED);
            text += &format!("| {} | {level} |", kind.name());
            for word in words {
                text += &format!(" {:.1} |", summary.chances(word).0);
            }
            text += "\n";
        }
    }
    text + "\n"
}

/// What the end brings, by the letter of the plan.
fn finals(counties: u32) -> String {
    let mut text = String::from(
        "# The final verdict\n\nThe final verdict follows the letter of the plan, whatever chance has to do with it: how often a \
         county is told in 2030\nthat it has missed, and how often that is 严重, in per cent.\n\n| | truth | 未达标 | 严重 |\n\
         |---|---|---|---|\n",
    );
    for kind in KINDS {
        let bench = Bench::new(kind);
        for level in LEVELS {
            let summary = Summary::of(&bench, level, Course::Constant, &[2030], counties, SEED);
            let (missed, critical) = (summary.chances("未达标").0, summary.chances("严重").0);
            text += &format!("| {} | {level} | {missed:.1} | {critical:.1} |\n", kind.name());
        }
    }
    text
}
