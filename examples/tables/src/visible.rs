//! Texts out of data, made harmless for whoever reads the output.

pub use dabiao::values::names::{is_hidden, visible};
