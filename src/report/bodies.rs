//! What each responsible body (责任单位) has to look at.

use alloc::vec::Vec;

use super::{Report, Row};
use crate::ahead::Standing;
use crate::data::{Finding, FindingKind};
use crate::judge::{Outcome, Settings};
use crate::plan::Catalogue;
use crate::values::Text;

/// One responsible body: how many targets it answers for, and which of them ask for its work.
///
/// ```
/// use dabiao::{judge::{Owner, Settings}, report::BodyOutcome, Catalogue, Evaluator, Year};
/// let catalogue = Catalogue::hangjin();
/// let owner = |of: &str, body: &'static str| Owner { of: of.into(), bodies: vec![body.into()] };
/// let owners = vec![owner("孕产妇死亡率", "旗卫健委"), owner("women.health.g2.maternal-systematic-management-rate", "旗妇幼保健院")];
/// let settings = Settings { owners, ..Settings::default() };
/// let evaluator = Evaluator::with(&catalogue, settings)?;
/// let report = evaluator.report(catalogue.data([]).area_or_empty(""), Year::literal(2024))?;
/// let bodies: &[BodyOutcome] = &report.bodies;
/// assert_eq!((&*bodies[0].body, bodies[0].targets), ("旗妇幼保健院", 1));
/// assert_eq!(bodies[1].no_data, ["women.health.g2.maternal-mortality-ratio"]);
/// assert_eq!(report.row("women.health.g2.maternal-mortality-ratio")?.owners, ["旗卫健委"]);
/// assert_eq!(report.settings.owners_of("", dabiao::indicators::MATERNAL_MORTALITY_RATIO.card()), ["旗卫健委"]);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct BodyOutcome {
    /// The body.
    pub body: Text,
    /// How many targets it answers for.
    pub targets: usize,
    /// The ids of those that are not met.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub not_met: Vec<Text>,
    /// The ids of those without data.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub no_data: Vec<Text>,
    /// The ids of those that could not be judged although there are data.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub undetermined: Vec<Text>,
    /// The ids of those with a warning.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub warned: Vec<Text>,
    /// The places in the report's findings that are about its indicators; each of them names the body too.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub findings: Vec<usize>,
}

/// The bodies of the settings in the order in which the rows name them; a target of several bodies counts for each. Every finding
/// is told whose it is.
fn bodies(
    rows: &[Row],
    findings: &mut [Finding],
    settings: &Settings,
    catalogue: &Catalogue,
) -> Vec<BodyOutcome> {
    let mut bodies: Vec<BodyOutcome> = Vec::new();
    if settings.owners.is_empty() {
        return bodies;
    }
    for row in rows {
        for body in &row.owners {
            let Some(outcome) = place(&mut bodies, body) else { continue };
            outcome.targets = outcome.targets.saturating_add(1);
            let id = || row.target.id.clone();
            match (row.assessment().outcome, row.judgement.standing) {
                (Outcome::NotMet, _) => outcome.not_met.push(id()),
                (_, Standing::NoData) => outcome.no_data.push(id()),
                (Outcome::Undetermined, _) => outcome.undetermined.push(id()),
                _ => {}
            }
            if !row.judgement.warnings.is_empty() {
                outcome.warned.push(id());
            }
        }
    }
    for (number, finding) in findings.iter_mut().enumerate() {
        finding.owners.clear();
        let mut names: Vec<&str> = finding.indicator.as_deref().into_iter().collect();
        if let FindingKind::RelationBroken(broken) = &finding.kind {
            names.extend(broken.cells.iter().map(|cell| &*cell.indicator));
        }
        let mut owners: Vec<Text> = Vec::new();
        // A row that was refused names its indicator as the table did.
        for card in names.into_iter().filter_map(|name| Some(catalogue.named(name)?.card)) {
            let of_rows = rows.iter().filter(|row| row.indicator.id == card.id).flat_map(|row| &row.owners);
            for body in of_rows.chain(settings.owners_of("", card)) {
                if !owners.contains(body) {
                    owners.push(body.clone());
                }
            }
        }
        finding.owners = owners;
        for body in &finding.owners {
            if let Some(outcome) = place(&mut bodies, body) {
                outcome.findings.push(number);
            }
        }
    }
    bodies
}

impl Report {
    /// Says of every body what it has to look at; to be said anew when findings are added.
    pub(crate) fn name_bodies(&mut self, catalogue: &Catalogue) {
        self.bodies = bodies(&self.rows, &mut self.findings, &self.settings, catalogue);
    }
}

/// The entry of a body, made where there is none.
fn place<'b>(bodies: &'b mut Vec<BodyOutcome>, body: &Text) -> Option<&'b mut BodyOutcome> {
    let known = bodies.iter().position(|known| known.body == *body);
    let at = known.unwrap_or(bodies.len());
    if known.is_none() {
        bodies.push(BodyOutcome {
            body: body.clone(),
            targets: 0,
            not_met: Vec::new(),
            no_data: Vec::new(),
            undetermined: Vec::new(),
            warned: Vec::new(),
            findings: Vec::new(),
        });
    }
    bodies.get_mut(at)
}
