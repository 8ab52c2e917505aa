//! The children's plan in printed order: goals, strategy measures, duties, and the goals that set no measurable target.
//!
//! Shown at [`hangjin`](crate::plan::hangjin).

pub mod duties;
pub mod goals;
pub mod measures;
