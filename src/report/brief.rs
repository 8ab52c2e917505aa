//! Verdicts in short: what a nation of counties, a dashboard or a column of a data frame needs of each target.

use alloc::vec::Vec;

use super::{Force, Judgement};
use crate::ahead::{Severity, SignalKind, Standing, warning::headline};
use crate::data::AreaData;
use crate::error::Error;
use crate::judge::{Evaluator, Outcome, assess::Decision};
use crate::plan::{Bound, Target};
use crate::values::{Ratio, Year};

/// One target's verdict without what it rests on: the same outcome, standing, numbers and headline as in the
/// [row](super::Row) of a report, for a fraction of its time.
///
/// ```
/// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Outcome, Standing, Year};
/// use dabiao::{ahead::{Severity, SignalKind}, report::{Brief, Headline}};
/// let catalogue = Catalogue::hangjin();
/// let values = [(2020, "16.9"), (2021, "16.1"), (2022, "15.7"), (2023, "15.4"), (2024, "15.4")];
/// let rows = values.map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
/// let data = catalogue.data(rows);
/// let verdicts: Vec<Brief<'_>> = Evaluator::new(&catalogue).brief(data.only_area()?, Year::literal(2024))?;
/// let ratio = verdicts.iter().find(|brief| brief.target.indicator == "maternal-mortality-ratio").unwrap();
/// assert_eq!((ratio.outcome, ratio.standing), (Outcome::NotMet, Standing::Difficult));
/// let numbers = [&ratio.value, &ratio.margin].map(|number| number.as_ref().unwrap().to_string());
/// assert_eq!((numbers, ratio.bound.as_ref().unwrap().limit.to_string()), (["15.4".into(), "-3.4".into()], "12".into()));
/// let Some(Headline { signal, severity, .. }) = ratio.headline else { panic!("no warning") };
/// assert_eq!((signal, severity), (SignalKind::Difficult, Severity::Warning));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Brief<'c> {
    /// The target, as the catalogue has it.
    pub target: &'c Target,
    /// The assessed year.
    pub year: Year,
    /// The verdict.
    pub outcome: Outcome,
    /// The word of the report.
    pub standing: Standing,
    /// The value that was judged, in the indicator's unit.
    pub value: Option<Ratio>,
    /// The bound it was compared with, in the indicator's unit.
    pub bound: Option<Bound>,
    /// Value minus bound, signed so that positive is good.
    pub margin: Option<Ratio>,
    /// The warning that is told first.
    pub headline: Option<Headline>,
}

/// The warning of a target that is told first, as in the example of [`Brief`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Headline {
    /// What it is about.
    pub signal: SignalKind,
    /// How severe it is.
    pub severity: Severity,
}

impl<'c> Brief<'c> {
    fn new(target: &'c Target, decision: Decision, standing: Standing, headline: Option<Headline>) -> Self {
        let Decision { year, outcome, value, bound, margin, .. } = decision;
        Self { target, year, outcome, standing, value, bound, margin, headline }
    }

    /// What a judgement says in short.
    #[must_use]
    pub fn of(target: &'c Target, judgement: &Judgement) -> Self {
        let told = judgement.warnings.iter().find(|warning| warning.headline);
        let assessment = &judgement.assessment;
        Self {
            target,
            year: assessment.year,
            outcome: assessment.outcome,
            standing: judgement.standing,
            value: assessment.value.clone(),
            bound: assessment.bound.clone(),
            margin: assessment.margin.clone(),
            headline: told.and_then(|warning| {
                Some(Headline { signal: warning.signal.kind(), severity: warning.severity? })
            }),
        }
    }
}

impl<'c> Evaluator<'c> {
    /// The verdicts of one area and year in short: one for each target that a [report](Self::report) has a row of, in its order.
    ///
    /// # Errors
    /// As [`report`](Self::report).
    ///
    /// ```
    /// use dabiao::{report::Tally, Catalogue, Evaluator, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let evaluator = Evaluator::new(&catalogue);
    /// let data = catalogue.data([]);
    /// let mut tally = Tally::default();
    /// for brief in evaluator.brief(data.area_or_empty(""), Year::literal(2024))? { tally.count(brief.outcome) }
    /// assert_eq!(tally.total, evaluator.report(data.area_or_empty(""), Year::literal(2024))?.rows.len());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn brief(&self, area: AreaData<'_>, year: Year) -> Result<Vec<Brief<'c>>, Error> {
        self.brief_on(area, year, |_| true)
    }

    /// The same for the targets that are wanted.
    ///
    /// # Errors
    /// As [`report`](Self::report).
    ///
    /// ```
    /// use dabiao::{Catalogue, Evaluator, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let data = catalogue.data([]);
    /// let of_women = Evaluator::new(&catalogue).brief_on(data.area_or_empty(""), Year::literal(2024), |target| target.plan == "women")?;
    /// assert!(of_women.iter().all(|brief| brief.target.plan == "women"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn brief_on(
        &self,
        area: AreaData<'_>,
        year: Year,
        wanted: impl Fn(&Target) -> bool,
    ) -> Result<Vec<Brief<'c>>, Error> {
        self.brief_years(area, [year], wanted)
    }

    /// The same for several years: what a year says by itself is worked out once for all of them. Year stands beside year for each target.
    ///
    /// # Errors
    /// As [`report`](Self::report), on any of the years.
    ///
    /// ```
    /// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Evaluator, Outcome, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let rows = [(2023, "15.1"), (2024, "12")].map(|(year, value)| MATERNAL_MORTALITY_RATIO.observe(Year::literal(year), per_100k(value)));
    /// let data = catalogue.data(rows);
    /// let years = [2023, 2024].map(Year::literal);
    /// let evaluator = Evaluator::new(&catalogue);
    /// let verdicts = evaluator.brief_years(data.only_area()?, years, |target| target.indicator == "maternal-mortality-ratio")?;
    /// let outcomes: Vec<_> = verdicts.iter().map(|brief| (brief.year.number(), brief.outcome)).collect();
    /// assert_eq!(outcomes, [(2023, Outcome::NotMet), (2024, Outcome::Met)]);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn brief_years(
        &self,
        area: AreaData<'_>,
        years: impl IntoIterator<Item = Year>,
        wanted: impl Fn(&Target) -> bool,
    ) -> Result<Vec<Brief<'c>>, Error> {
        self.same_catalogue(area)?;
        let years: Vec<_> = years.into_iter().map(|year| (year, self.any_begun(year, &wanted))).collect();
        let Some(last) = years.iter().map(|(year, _)| *year).max() else { return Ok(Vec::new()) };
        let mut verdicts = Vec::with_capacity(self.catalogue().targets().len() * years.len());
        let mut desk = self.desk();
        for (target, card) in self.targets_of(&wanted) {
            let case = self.case_of(target, card, area)?.briefly();
            desk.with(case, last, |desk, case, series| {
                for &(year, any_begun) in &years {
                    verdicts.push(match case.force(year, any_begun) {
                        Force::Ended => continue,
                        Force::NotBegun => {
                            let (decision, standing) = case.not_begun(year);
                            Brief::new(target, decision, standing, None)
                        }
                        Force::Judged => {
                            case.judges(year)?;
                            let mut decision = case.decide(series, year);
                            let (_, (standing, head)) =
                                case.look_ahead(desk, series, &decision, |watch, fired| {
                                    (watch.standing, headline(fired))
                                });
                            case.give_back(core::mem::take(&mut decision.history));
                            let headline = head.map(|(signal, severity)| Headline { signal, severity });
                            Brief::new(target, decision, standing, headline)
                        }
                    });
                }
                Ok::<(), Error>(())
            })?;
        }
        Ok(verdicts)
    }
}
