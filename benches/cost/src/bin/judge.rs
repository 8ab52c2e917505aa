//! One target judged: the value is the first argument.
//! `cargo run --release --bin judge -- 14.3` prints `NotMet`.

use dabiao::{Catalogue, Evaluator, Number, Year};

fn main() -> Result<(), dabiao::Error> {
    let catalogue = Catalogue::hangjin();
    let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
    let threshold = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
    let value: Option<Number> = std::env::args().nth(1).map(|text| text.parse()).transpose()?;
    println!("{:?}", threshold.judge_or_missing(value).outcome);
    Ok(())
}
