//! What the two plans measure. An indicator that stands in both plans stands here once, in the file `shared.rs`.
//!
//! Shown at [`hangjin`](crate::plan::hangjin).

pub(super) mod children;
pub(super) mod duties;
pub(super) mod shared;
pub(super) mod women;

pub use children::*;
pub use duties::*;
pub use shared::*;
pub use women::*;
