//! The titles of a plan's domains.

use dabiao::Catalogue;

/// A domain's titles, in Chinese and where there is one in English; `None` for the chapters, which belong to no domain.
#[must_use]
pub fn of<'c>(catalogue: &'c Catalogue, plan: &str, domain: u8) -> Option<(&'c str, Option<&'c str>)> {
    let plan = catalogue.plan(plan).ok()?;
    let place = usize::from(domain).checked_sub(1)?;
    Some((plan.domains.get(place)?, plan.domains_en.get(place).map(|title| &**title)))
}
