//! Whether chance gives so many, or so few, at the end of a plausible range.

use crate::plan::IndicatorCard;
use crate::statistics::{Sample, binomial_tails, poisson_tails};
use crate::values::{Counts, Ratio};

/// Rarer than this is no chance.
const RARE: f64 = 0.001;

/// Whether counts above (or below) the end of a range are beyond what chance gives there.
pub(super) fn is_beyond(card: &IndicatorCard, counts: Counts, end: &Ratio, above: bool) -> bool {
    let Some(part) = card.unit.per().and_then(|per| end.over(&Ratio::whole(per.into()))) else {
        return false;
    };
    let tails = match card.ceiling {
        // So many of so many.
        Some(_) => binomial_tails(Sample::new(counts.numerator, counts.denominator), part.to_f64()),
        None => {
            let expected = part * Ratio::whole(counts.denominator.into());
            poisson_tails(counts.numerator, expected.to_f64())
        }
    };
    tails.is_ok_and(|tails| if above { tails.at_least < RARE } else { tails.at_most < RARE })
}
