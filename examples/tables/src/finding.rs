//! What was odd about the data, as a Chinese report says it.

use dabiao::{
    Catalogue,
    data::{Finding, FindingKind},
};

/// A finding in Chinese: the indicator by its Chinese name, whichever name the row gave.
#[must_use]
pub fn zh(catalogue: &Catalogue, finding: &Finding) -> String {
    // A broken relation names its cells and their sources itself.
    if matches!(finding.kind, FindingKind::RelationBroken(_)) {
        return finding.kind.zh();
    }
    let mut parts = vec![finding.source.to_string(), cell_zh(catalogue, finding), finding.kind.zh()];
    parts.retain(|part| !part.is_empty());
    parts.join("：")
}

/// The cell of a finding with its indicator's Chinese name.
#[must_use]
pub fn cell_zh(catalogue: &Catalogue, finding: &Finding) -> String {
    let given = &*finding.indicator;
    let named = catalogue.indicator(given).ok().zip(finding.cell.strip_prefix(given));
    named.map_or_else(|| finding.cell.clone(), |(card, rest)| format!("{}{rest}", card.zh))
}
