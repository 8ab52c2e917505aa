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
    let parts =
        [finding.source.as_deref().map(str::to_owned), cell_zh(catalogue, finding), Some(finding.kind.zh())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("：")
}

/// The cell of a finding with its indicator's Chinese name.
#[must_use]
pub fn cell_zh(catalogue: &Catalogue, finding: &Finding) -> Option<String> {
    let cell = finding.cell.as_deref()?;
    let given = finding.indicator.as_deref();
    let named = given.and_then(|given| catalogue.indicator(given).ok().zip(cell.strip_prefix(given)));
    Some(named.map_or_else(|| cell.to_owned(), |(card, rest)| format!("{}{rest}", card.zh)))
}
