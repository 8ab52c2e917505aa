//! What the two plans measure.

// An indicator that stands in both plans stands here once, in `shared`.
use crate::plan::IndicatorCard;

mod both_sexes;
mod children_health;
mod children_society;
mod implementation;
mod shared;
mod women_decision;
mod women_health;
mod women_society;
mod women_work;

pub use both_sexes::*;
pub use children_health::*;
pub use children_society::*;
pub use implementation::*;
pub use shared::*;
pub use women_decision::*;
pub use women_health::*;
pub use women_society::*;
pub use women_work::*;

/// The cards of all files, those of both plans first, then those of both sexes, then each plan in printed order.
pub(super) static FILES: [&[&IndicatorCard]; 9] = [
    shared::CARDS,
    both_sexes::CARDS,
    women_health::CARDS,
    women_work::CARDS,
    women_decision::CARDS,
    women_society::CARDS,
    children_health::CARDS,
    children_society::CARDS,
    implementation::CARDS,
];
