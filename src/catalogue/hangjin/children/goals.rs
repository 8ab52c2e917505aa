//! x
use crate::target::Target;
pub(crate) static CARDS: &[&Target] = &[];
pub(crate) const UNQUANTIFIED: &[crate::catalogue::Unquantified] = &[];
