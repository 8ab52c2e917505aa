//! What the two plans measure. An indicator that stands in both plans stands here once, in [`shared`].

mod children;
mod duties;
mod shared;
mod women;

pub use children::*;
pub use duties::*;
pub use shared::*;
pub use women::*;
