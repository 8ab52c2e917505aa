//! What the examples of `dabiao` share: text tables read by one code, and reports written by one code.
//!
//! Reading goes in steps, each usable by itself: bytes to text ([`encoding`]), text to rows of cells with their true lines
//! ([`rows`]), rows to columns by the header ([`header`]), and from there to [`observations`] and [`rosters`].
//!
//! No line is lost: every line that is not blank is read, refused with its place, listed as standing above the header, or part
//! of an error for the whole file.

pub mod alike;
pub mod audit;
pub mod compare;
pub mod document;
pub mod draft;
pub mod encoding;
pub mod header;
pub mod observations;
pub mod overview;
pub mod page;
pub mod plan;
pub mod print;
pub mod progress;
pub mod rosters;
pub mod rows;
pub mod run;
pub mod since;
pub mod titles;
pub mod tone;
pub mod visible;
mod wrong;

pub use observations::Table;
pub use visible::visible;
pub use wrong::{Refusal, Wrong};
