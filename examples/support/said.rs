//! What a report says of a plan's domains and of the data, in the reader's language.

use dabiao::{Catalogue, Finding};

/// A domain's titles, in Chinese and where there is one in English; `None` for the chapters, which belong to no domain.
pub(crate) fn titles<'c>(
    catalogue: &'c Catalogue,
    plan: &str,
    domain: u8,
) -> Option<(&'c str, Option<&'c str>)> {
    let plan = catalogue.plan(plan).ok()?;
    let place = usize::from(domain).checked_sub(1)?;
    Some((plan.domains.get(place)?, plan.domains_en.get(place).map(|title| &**title)))
}

/// A finding in Chinese: the indicator by its Chinese name, whichever name the row gave.
pub(crate) fn finding_zh(catalogue: &Catalogue, finding: &Finding) -> String {
    let given = &*finding.indicator;
    let named = catalogue.indicator(given).ok().zip(finding.cell.strip_prefix(given));
    let cell = named.map_or_else(|| finding.cell.clone(), |(card, rest)| format!("{}{rest}", card.zh));
    let mut parts = vec![finding.source.to_string(), cell, finding.kind.zh()];
    parts.retain(|part| !part.is_empty());
    parts.join("：")
}
