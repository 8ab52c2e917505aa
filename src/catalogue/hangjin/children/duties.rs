//! x
use crate::target::Target;
pub(crate) static CARDS: &[&Target] = &[];
