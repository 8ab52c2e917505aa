//! What a host draws or tabulates: the settled yearly values of one indicator.

use alloc::vec::Vec;

use crate::data::{AreaData, Status, series::Cell};
use crate::error::Error;
use crate::values::{Counts, Ratio, Year};

/// The value of one year as a verdict would read it: settled, and in the indicator's unit.
///
/// ```
/// use dabiao::{data::{Status, YearlyValue}, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k, Catalogue, Data, Year};
/// let catalogue = Catalogue::hangjin();
/// let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("14.3"));
/// let data = catalogue.data([row.in_area("150625")]);
/// assert_eq!((data.areas().count(), data.refused()), (1, 0));
/// let values: Vec<YearlyValue> = data.area("150625")?.values("孕产妇死亡率")?;
/// assert_eq!((values[0].value.to_string(), values[0].status), ("14.3".into(), Status::Final));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct YearlyValue {
    /// The year; a school year counts in the one in which it ends.
    pub year: Year,
    /// The value, in the indicator's unit.
    pub value: Ratio,
    /// Its counts, where it has them.
    pub counts: Option<Counts>,
    /// How settled it is.
    pub status: Status,
    /// 口径变化: whether another definition holds than for the value before it.
    pub break_before: bool,
}

impl AreaData<'_> {
    /// The yearly values of an indicator for a whole area, oldest first; a gap is computed from its strata.
    ///
    /// Only values that are known exactly: a year without a value, with two values that disagree, or with a value known
    /// only to lie between two ends is not among them, and nothing is put in its place.
    ///
    /// # Errors
    /// On an indicator that the catalogue does not have.
    ///
    /// ```
    /// use dabiao::{indicators::MATERNAL_MORTALITY_RATIO, values::{cases, per_100k}, Catalogue, Data, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let counted = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), cases(1).of(800));
    /// let printed = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2022), per_100k("14.3"));
    /// let data = catalogue.data([counted, printed]);
    /// let values = data.only_area()?.values("孕产妇死亡率")?;
    /// let shown: Vec<String> = values.iter().map(|at| format!("{}: {}", at.year, at.value)).collect();
    /// assert_eq!(shown, ["2022: 14.3", "2024: 125"]);
    /// assert_eq!(values[1].counts, Some(cases(1).of(800)));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn values(self, indicator: &str) -> Result<Vec<YearlyValue>, Error> {
        let card = self.catalogue().indicator(indicator)?;
        let series = self.data().series(self.key(), card);
        let mut values: Vec<YearlyValue> = Vec::new();
        for (year, cell) in &series.cells {
            let Cell::Value(point) = cell else { continue };
            let Some(value) = point.exact() else { continue };
            let last_break = series.definition_since(*year);
            let broken = values.last().is_some_and(|before| last_break.is_some_and(|at| at > before.year));
            values.push(YearlyValue {
                year: *year,
                value: value.clone(),
                counts: point.counts,
                status: point.status,
                break_before: broken,
            });
        }
        Ok(values)
    }
}
