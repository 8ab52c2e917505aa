//! Own plans in files, JSON or TOML by the ending of the name.

use dabiao::json::PlanDocument;
use dabiao::{Catalogue, Language};
use serde_json::Value;

use crate::encoding;

/// Adds the plan in a text to a catalogue.
///
/// # Errors
/// Everything wrong with it, a line each; nothing is added then.
pub fn add(catalogue: &mut Catalogue, path: &str, text: &str) -> Result<(), String> {
    let added = if path.ends_with(".toml") {
        let document: Value = toml::from_str(text).map_err(|error| format!("{path}: {error}"))?;
        PlanDocument::add(catalogue, &document)
    } else {
        PlanDocument::add_text(catalogue, text)
    };
    added.map_err(|problems| {
        let lines = problems.iter().map(|problem| format!("{path}: {problem}"));
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// Adds the plan in a file.
///
/// # Errors
/// A file that cannot be read; and as [`add`].
pub fn add_file(catalogue: &mut Catalogue, path: &str) -> Result<(), String> {
    let text = encoding::read(path).map_err(|wrong| wrong.said(path, Language::English))?;
    add(catalogue, path, &text)
}
