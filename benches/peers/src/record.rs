//! The sixty thresholds and the record that every way judges.

use dabiao::{
    Catalogue, Evaluator, Number, Observation, Outcome, Year, judge::Threshold, plan::Better, values::Value,
};

pub const YEAR: Year = Year::literal(2024);
pub const THRESHOLDS: usize = 60;

/// What a way says about one threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Met,
    NotMet,
    Undetermined,
    /// An error for this threshold alone.
    Error,
    /// Neither true nor false.
    NoBool,
    /// One error or nothing at all for the whole record.
    Lost,
}

impl Answer {
    pub const fn from_bool(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "true",
            Self::NotMet => "false",
            Self::Undetermined => "undetermined",
            Self::Error => "error",
            Self::NoBool => "no bool",
            Self::Lost => "record lost",
        }
    }
}

/// What stands in one field of the record.
#[derive(Debug, Clone, Copy)]
pub enum Cell {
    Number(Number),
    Absent,
    Null,
    Text(&'static str),
    Float(f64),
}

/// One threshold of the built-in catalogue.
pub struct Threshold60 {
    /// `v07`.
    pub name: String,
    pub target: String,
    pub indicator: String,
    pub bound: Number,
    pub better: Better,
    pub threshold: Threshold,
    pub value: Number,
}

impl Threshold60 {
    pub const fn operator(&self) -> &'static str {
        match self.better {
            Better::Higher => ">=",
            Better::Lower => "<=",
        }
    }

    /// The bound as a floating-point literal, for languages that keep whole numbers apart.
    pub fn float_literal(&self) -> String {
        let text = self.bound.to_string();
        if text.contains('.') { text } else { format!("{text}.0") }
    }
}

/// A small generator, so that every run judges the same.
pub struct SplitMix(pub u64);

impl SplitMix {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ z >> 31) % end
    }

    /// A value near a bound, on either side of it or exactly on it, that the indicator can have.
    pub fn near(&mut self, bound: Number, whole: bool, (floor, ceiling): (Number, Option<Number>)) -> Number {
        // In hundredths: steps of one for what comes whole, of a tenth otherwise.
        let scale = |number: Number| number.mantissa() * 100 / 10_i128.pow(number.places());
        let moved = i128::from(self.below(61)) - 30;
        let value = scale(bound) + moved * if whole { 100 } else { 10 };
        let value = value.clamp(scale(floor), ceiling.map_or(i128::MAX, scale));
        Number::new(value, 2).expect("a short number")
    }
}

/// The first sixty targets with a fixed bound that one value of the area decides, each with a value.
pub fn thresholds(catalogue: &Catalogue) -> Vec<Threshold60> {
    let evaluator = Evaluator::new(catalogue);
    let mut random = SplitMix(60);
    let mut values = std::collections::HashMap::<String, Number>::new();
    let mut chosen = Vec::new();
    for target in catalogue.targets() {
        let card = catalogue.indicator(&target.indicator).expect("a card for each indicator");
        let Ok(threshold) = evaluator.threshold(target, YEAR) else { continue };
        let Some((bound, _)) = target.rule.fixed_bound(card.unit, Number::literal("1")) else { continue };
        let Some(number) = bound.limit.to_number().filter(|number| number.places() <= 2) else { continue };
        if !bound.included {
            continue;
        }
        let value = *values
            .entry(target.indicator.to_string())
            .or_insert_with(|| random.near(number, card.unit.is_whole(), (card.floor, card.ceiling)));
        let short =
            if card.unit.is_whole() { Number::new(value.mantissa() / 100, 0).ok() } else { Some(value) };
        let value = short.expect("a short number");
        // A target over units is judged on one unit's value by `Threshold`, but not by `assess`.
        let row = Observation::new(target.indicator.clone(), YEAR, Value::Number(value), card.unit);
        let assessed = evaluator.assess(target, catalogue.data([row]).area_or_empty(""), YEAR);
        let outcome = threshold.judge(value).outcome;
        let same = assessed.is_ok_and(|assessed| assessed.year_outcome() == outcome);
        if !same || !matches!(outcome, Outcome::Met | Outcome::NotMet) {
            continue;
        }
        chosen.push(Threshold60 {
            name: format!("v{:02}", chosen.len()),
            target: target.id.to_string(),
            indicator: target.indicator.to_string(),
            bound: number,
            better: bound.better,
            threshold,
            value,
        });
    }
    chosen.truncate(THRESHOLDS);
    assert_eq!(chosen.len(), THRESHOLDS, "too few targets with a fixed bound");
    chosen
}
