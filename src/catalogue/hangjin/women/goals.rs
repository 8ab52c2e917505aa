//! Main goals of the women's plan that name a measurable quantity, in printed order; and those that do not.

use crate::catalogue::card::*;
use crate::catalogue::hangjin::WOMEN_DOMAINS;
use crate::catalogue::hangjin::indicators::*;
use crate::quantity::*;
use crate::catalogue::ledger::{Unquantified, Why};
use crate::rule::Word;

targets! {
    plan "women", domains WOMEN_DOMAINS;

    /// Maternal deaths: at most 12 for 100,000 live births by 2030 (W1-2).
    MATERNAL_MORTALITY = goal(1, "2", "women.health.g2.maternal-mortality-ratio")
        .asks(MATERNAL_MORTALITY_RATIO, at_most(per_100k("12")))
        .words("下降到12／10万以下");
    /// The urban-rural gap in maternal mortality narrows (W1-2).
    MATERNAL_MORTALITY_GAP = goal(1, "2", "women.health.g2.maternal-mortality-ratio.urban-rural-gap")
        .asks(MATERNAL_MORTALITY_URBAN_RURAL_GAP, falls(Word::Plain))
        .words("城乡、区域差距缩小");
}

/// Goals without a target, and why.
pub(crate) const UNQUANTIFIED: &[Unquantified] = &[
    unquantified(2, "1", Why::Qualitative),
];
