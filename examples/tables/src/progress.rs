//! Progress of long work.

#[cfg(not(target_family = "wasm"))]
use std::io::IsTerminal as _;

#[cfg(not(target_family = "wasm"))]
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on a terminal, and nothing elsewhere. WebAssembly has neither terminal nor clock.
#[derive(Debug, Default)]
pub struct Bar {
    #[cfg(not(target_family = "wasm"))]
    shown: Option<ProgressBar>,
}

impl Bar {
    /// So much more is done.
    pub fn inc(&self, more: u64) {
        #[cfg(not(target_family = "wasm"))]
        self.shown.iter().for_each(|bar| bar.inc(more));
        #[cfg(target_family = "wasm")]
        let _ = more;
    }

    /// The work is done; the line is free again.
    pub fn finish_and_clear(&self) {
        #[cfg(not(target_family = "wasm"))]
        self.shown.iter().for_each(ProgressBar::finish_and_clear);
    }
}

/// A bar on a terminal, and nothing elsewhere.
#[cfg(not(target_family = "wasm"))]
#[must_use]
pub fn bar(length: usize, things: &str) -> Bar {
    if length < 2 || !std::io::stderr().is_terminal() {
        return Bar::default();
    }
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template(&format!("{{wide_bar}} {{pos}}/{{len}} {things}, {{eta}} left"));
    Bar { shown: Some(style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))) }
}

/// Nothing is shown.
#[cfg(target_family = "wasm")]
#[must_use]
pub fn bar(_: usize, _: &str) -> Bar {
    Bar::default()
}
