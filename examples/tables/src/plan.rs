//! Own plans in files, JSON or TOML by the ending of the name.

use dabiao::Catalogue;
use dabiao::json::PlanDocument;
use serde_json::Value;

/// Adds the plan in a text to a catalogue; everything wrong with it, a line each.
pub(crate) fn add(catalogue: &mut Catalogue, path: &str, text: &str) -> Result<(), String> {
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
pub(crate) fn add_file(catalogue: &mut Catalogue, path: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    add(catalogue, path, text.trim_start_matches('\u{feff}'))
}
