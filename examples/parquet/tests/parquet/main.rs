//! The package against the library: figures in, verdicts out, wrong files, and parts of a whole.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod damage;
mod files;
mod parts;
mod random;
mod support;
