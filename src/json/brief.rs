//! The short answer to a request: verdicts in columns.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::SCHEMA_VERSION;
use crate::ahead::{Severity, SignalKind, Standing};
use crate::data::Finding;
use crate::judge::{Evaluator, Outcome};
use crate::report::{Brief, ReportKind, catalogue_version};
use crate::values::{Ratio, Text, Year};

/// The verdicts of one area and year in columns: what a request that asks to be answered in short is answered with.
///
/// All columns are of one length; the same place in each is the same target. The verdicts are those of the report. What is left out is
/// what they rest on, and the relations between figures: findings are of the rows and rosters alone.
///
/// ```
/// use dabiao::{json::{self, BriefReport}, Outcome};
/// let request = r#"{
///     "year": 2024,
///     "brief": true,
///     "judge": ["women.health.g2.maternal-mortality-ratio"],
///     "observations": [{ "indicator": "孕产妇死亡率", "period": 2024, "value": "14.3", "unit": "/10万" }]
/// }"#;
/// let brief: BriefReport = serde_json::from_str(&json::evaluate(request.as_bytes())?)?;
/// assert_eq!((&*brief.targets[0], brief.outcomes[0]), ("women.health.g2.maternal-mortality-ratio", Outcome::NotMet));
/// let [value, bound, margin] = [&brief.values[0], &brief.bounds[0], &brief.margins[0]].map(|number| number.as_ref().unwrap().to_string());
/// assert_eq!([value, bound, margin], ["14.3", "12", "-2.3"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BriefReport {
    /// The version of this form.
    pub schema_version: u32,
    /// The version of the crate.
    pub crate_version: Text,
    /// The version of the built-in catalogue; none without it.
    pub catalogue_version: Option<Text>,
    /// The area, if the rows name one.
    #[serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// The assessed year.
    pub year: Year,
    /// Which report the year calls for.
    pub kind: ReportKind,
    /// The targets' ids, in printed order.
    pub targets: Vec<Text>,
    /// The verdicts.
    pub outcomes: Vec<Outcome>,
    /// The words of the report.
    pub standings: Vec<Standing>,
    /// The values that were judged, in the unit of the indicator.
    pub values: Vec<Option<Ratio>>,
    /// The bounds that they were compared with, in the same unit.
    pub bounds: Vec<Option<Ratio>>,
    /// Value minus bound, signed so that positive is good.
    pub margins: Vec<Option<Ratio>>,
    /// What the warning is about that is told first.
    pub signals: Vec<Option<SignalKind>>,
    /// How severe that warning is.
    pub severities: Vec<Option<Severity>>,
    /// What was odd about rows and rosters.
    pub findings: Vec<Finding>,
}

impl BriefReport {
    pub(super) fn new(
        evaluator: &Evaluator<'_>,
        area: Option<&str>,
        year: Year,
        verdicts: Vec<Brief<'_>>,
        findings: Vec<Finding>,
    ) -> Self {
        let rows = verdicts.len();
        let mut report = Self {
            schema_version: SCHEMA_VERSION,
            crate_version: Text::from_static(env!("CARGO_PKG_VERSION")),
            catalogue_version: catalogue_version(evaluator.catalogue()).map(Text::from_static),
            area: area.map(Text::from),
            year,
            kind: evaluator.report_kind(year),
            targets: Vec::with_capacity(rows),
            outcomes: Vec::with_capacity(rows),
            standings: Vec::with_capacity(rows),
            values: Vec::with_capacity(rows),
            bounds: Vec::with_capacity(rows),
            margins: Vec::with_capacity(rows),
            signals: Vec::with_capacity(rows),
            severities: Vec::with_capacity(rows),
            findings,
        };
        for brief in verdicts {
            report.targets.push(brief.target.id.clone());
            report.outcomes.push(brief.outcome);
            report.standings.push(brief.standing);
            report.values.push(brief.value);
            report.bounds.push(brief.bound.map(|bound| bound.limit));
            report.margins.push(brief.margin);
            report.signals.push(brief.headline.map(|headline| headline.signal));
            report.severities.push(brief.headline.map(|headline| headline.severity));
        }
        report
    }
}
