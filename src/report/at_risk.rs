//! What a report tells first: the targets that are not met, at risk or warned of.

use alloc::vec::Vec;

use super::Row;
use crate::ahead::{Severity, SignalKind, Standing, Warning};
use crate::values::Text;

/// Targets that are told together among those not met or at risk. One rule for the text, the page and the wire form: whoever has a
/// standing that is not good, then whoever is warned of all the same, from 关注 up. A target without data is none of them: it
/// stands in the chapter on missing data.
///
/// ```
/// use dabiao::{indicators::SENIOR_SECONDARY_ENROLMENT as ENROLMENT, report::AtRisk, values::percent, Catalogue, Standing, Year};
/// let catalogue = Catalogue::hangjin();
/// let values = [(2020, "93"), (2021, "93.1"), (2022, "93.1"), (2023, "93.1"), (2024, "93.2")];
/// let rows = values.map(|(year, value)| ENROLMENT.observe(Year::literal(year), percent(value)));
/// let report = catalogue.data(rows).only_area()?.report(Year::literal(2024))?;
/// let [AtRisk { standing, targets, .. }] = report.at_risk.as_slice() else { panic!("one group") };
/// assert_eq!((*standing, targets.len()), (Some(Standing::Difficult), 2));
/// assert!(report.is_at_risk(&targets[0]));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct AtRisk {
    /// Their standing, the worst one first; none for those that are warned of although their standing is no bad one.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub standing: Option<Standing>,
    /// Their ids, in printed order.
    pub targets: Vec<Text>,
}

/// The standings of what is not met or at risk, the worst one first.
const STANDINGS: [Standing; 5] =
    [Standing::Missed, Standing::Difficult, Standing::Lagging, Standing::Slowing, Standing::AtRisk];

impl AtRisk {
    /// All groups of a report that hold something.
    pub(super) fn of(rows: &[Row]) -> Vec<Self> {
        let group = |standing: Option<Standing>| {
            let here = rows.iter().filter(|row| match standing {
                Some(standing) => row.judgement.standing == standing,
                None => is_warned_besides(row),
            });
            Self { standing, targets: here.map(|row| row.target.id.clone()).collect() }
        };
        let groups = STANDINGS.map(Some).into_iter().chain([None]).map(group);
        groups.filter(|group| !group.targets.is_empty()).collect()
    }
}

/// A warning although the standing says nothing bad: a sudden fall of what is still on its way, an earlier alarm that a year
/// without a verdict carries on.
fn is_warned_besides(row: &Row) -> bool {
    let alarm = |warning: &Warning| {
        warning.signal.kind() != SignalKind::NotReported && warning.severity >= Some(Severity::Watch)
    };
    row.judgement.standing != Standing::NoData
        && !STANDINGS.contains(&row.judgement.standing)
        && row.judgement.warnings.iter().any(alarm)
}
