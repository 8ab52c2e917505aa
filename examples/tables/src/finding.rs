//! What was odd about the data, as a Chinese report says it.

use dabiao::{Catalogue, data::Finding};

/// A finding in Chinese: the indicator by its Chinese name, whichever name the row gave.
#[must_use]
pub fn zh(catalogue: &Catalogue, finding: &Finding) -> String {
    let given = &*finding.indicator;
    let named = catalogue.indicator(given).ok().zip(finding.cell.strip_prefix(given));
    let cell = named.map_or_else(|| finding.cell.clone(), |(card, rest)| format!("{}{rest}", card.zh));
    let mut parts = vec![finding.source.to_string(), cell, finding.kind.zh()];
    parts.retain(|part| !part.is_empty());
    parts.join("：")
}
