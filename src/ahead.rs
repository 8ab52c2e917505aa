//! What lies ahead: outlook, standing, what a verdict on few cases is worth, and early warning.
//!
//! ```
//! use dabiao::ahead::{Severity, Standing};
//! assert_eq!((Standing::Difficult.zh(), Severity::Warning.zh()), ("预计达标困难", "警告"));
//! ```

mod gap_numbers;
pub(crate) mod line;
pub(crate) mod outlook;
pub(crate) mod situation;
pub(crate) mod small_numbers;
pub(crate) mod standing;
pub(crate) mod sure;
pub(crate) mod warning;

pub use gap_numbers::{GapNumbers, PooledGap};
pub use outlook::{Course, Dated, Odds, Outlook, Position, Reaches};
pub use small_numbers::{Estimate, GapInCases, Pooled, SmallNumbers, label_en, label_zh};
pub use standing::{Found, Standing};
pub use warning::{
    Band, BandMeasure, Bands, Clearing, Palette, Severity, Shade, Signal, SignalKind, Warning, Way,
};
