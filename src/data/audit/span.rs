//! What is known of a number: its exact value, or an interval when it was printed with so many digits.

use crate::data::series::{Known, Point, last_digit};
use crate::plan::{FigureOf, IndicatorCard};
use crate::values::{Ratio, Value};

/// An end and whether it belongs; none where nothing is known on that side.
type End = Option<(Ratio, bool)>;

/// Between which two ends a number lies.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub low: End,
    pub high: End,
}

impl Span {
    pub(super) fn exactly(value: Ratio) -> Self {
        Self { low: Some((value.clone(), true)), high: Some((value, true)) }
    }

    /// What is known of a value: half a last digit on each side where it was printed; a count is what it is.
    pub(super) fn of_value(point: &Point, card: &IndicatorCard) -> Self {
        match &point.known {
            Known::Exactly(value) => match half_digit(point, card) {
                None => Self::exactly(value.clone()),
                Some(half) => Self { low: Some((value - &half, true)), high: Some((value + &half, true)) },
            },
            Known::Between(low, high) => Self { low: low.clone(), high: high.clone() },
        }
    }

    fn joined(&self, other: &Self, join: impl Fn(&Ratio, &Ratio) -> Ratio) -> Self {
        let both = |a: &End, b: &End| {
            let ((a, a_in), (b, b_in)) = (a.as_ref()?, b.as_ref()?);
            Some((join(a, b), *a_in && *b_in))
        };
        Self { low: both(&self.low, &other.low), high: both(&self.high, &other.high) }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        self.joined(other, |a, b| a + b)
    }

    /// Times a factor that is not negative.
    pub(super) fn times(&self, factor: &Ratio) -> Self {
        let scaled = |end: &End| end.as_ref().map(|(value, included)| (value * factor, *included));
        Self { low: scaled(&self.low), high: scaled(&self.high) }
    }

    /// Whether it is above the other whatever the two are.
    pub(super) fn is_above(&self, other: &Self) -> bool {
        match (&self.low, &other.high) {
            (Some((low, low_in)), Some((high, high_in))) => {
                low > high || (low == high && !(*low_in && *high_in))
            }
            _ => false,
        }
    }

    /// Whether the two cannot be equal.
    pub(super) fn is_apart_from(&self, other: &Self) -> bool {
        self.is_above(other) || other.is_above(self)
    }
}

/// Half of a printed value's last digit, in the indicator's unit; none of counts and of things that come whole.
fn half_digit(point: &Point, card: &IndicatorCard) -> Option<Ratio> {
    match point.value {
        Value::Number(number) if !card.unit.is_whole() => {
            let half = Ratio::quotient(1, 2).unwrap_or_else(Ratio::zero);
            Some(half * last_digit(number, point.unit, card.unit))
        }
        _ => None,
    }
}

/// The count that a figure takes, where it takes one and the cell has it.
pub(super) fn count_of(of: FigureOf, point: &Point) -> Option<u64> {
    let counts = point.counts?;
    match of {
        FigureOf::Numerator | FigureOf::Cases => Some(counts.numerator),
        FigureOf::Denominator => Some(counts.denominator),
        _ => None,
    }
}
