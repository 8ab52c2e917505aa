//! The short form of a verdict.

use dabiao::ahead::{Severity, SignalKind};
use dabiao::data::AreaData;
use dabiao::plan::{Bound, Target};
use dabiao::values::Ratio;
use dabiao::{Error, Evaluator, Outcome, Standing, Year};

pub(crate) struct Headline {
    pub(crate) signal: SignalKind,
    pub(crate) severity: Severity,
}
pub(crate) struct Brief<'c> {
    pub(crate) target: &'c Target,
    pub(crate) outcome: Outcome,
    pub(crate) standing: Standing,
    pub(crate) value: Option<Ratio>,
    pub(crate) bound: Option<Bound>,
    pub(crate) margin: Option<Ratio>,
    pub(crate) headline: Option<Headline>,
}

pub(crate) fn briefs<'c>(
    evaluator: &'c Evaluator<'c>,
    area: AreaData<'_>,
    year: Year,
) -> Result<Vec<Brief<'c>>, Error> {
    let report = evaluator.report(area, year)?;
    report
        .rows
        .into_iter()
        .map(|row| {
            Ok(Brief {
                target: evaluator.catalogue().target(&row.target.id)?,
                outcome: row.judgement.assessment.outcome,
                standing: row.judgement.standing,
                headline: row
                    .judgement
                    .warnings
                    .iter()
                    .find(|w| w.headline)
                    .and_then(|w| Some(Headline { signal: w.signal.kind(), severity: w.severity? })),
                value: row.judgement.assessment.value,
                bound: row.judgement.assessment.bound,
                margin: row.judgement.assessment.margin,
            })
        })
        .collect()
}
