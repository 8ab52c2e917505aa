//! The children's plan in printed order: goals, strategy measures, duties, and the goals that set no measurable target.

pub mod duties;
pub mod goals;
pub mod measures;
