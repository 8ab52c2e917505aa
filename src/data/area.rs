//! One area's part of the data: what a report is about.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::data::{Data, Finding};
use crate::error::{Error, InvalidError, message, name};
use crate::plan::Catalogue;

/// How many areas an error names.
const NAMED_AREAS: usize = 10;

/// One area of some [`Data`]: what a target is judged for.
///
/// ```
/// use dabiao::{Catalogue, Year, data::AreaData, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
/// let catalogue = Catalogue::hangjin();
/// let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12")).in_area("150625");
/// let data = catalogue.data([row]);
/// let area: AreaData<'_> = data.area("150625")?;
/// assert_eq!(area.name(), data.only_area()?.name());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct AreaData<'d> {
    data: &'d Data<'d>,
    name: &'d str,
}

impl<'d> AreaData<'d> {
    /// The area's code or name, as its rows have it; none if they name none.
    #[must_use]
    pub fn name(self) -> Option<&'d str> {
        Some(self.name).filter(|name| !name.is_empty())
    }

    /// The name by which its rows are kept: empty where they name none.
    pub(crate) const fn key(self) -> &'d str {
        self.name
    }

    /// The catalogue that the data were read with.
    #[must_use]
    pub const fn catalogue(self) -> &'d Catalogue {
        self.data.catalogue()
    }

    /// What was odd about the rows of this area.
    pub fn findings(self) -> impl Iterator<Item = &'d Finding> {
        self.data.findings_of(self.name)
    }

    pub(crate) const fn data(self) -> &'d Data<'d> {
        self.data
    }
}

impl fmt::Debug for AreaData<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AreaData").field(&self.name).finish()
    }
}

impl<'c> Data<'c> {
    /// The areas that have rows, in order: those that a report can be asked for. Rows that name no area are one of their own.
    ///
    /// ```
    /// use dabiao::{Catalogue, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let year = Year::literal(2024);
    /// let row = MATERNAL_MORTALITY_RATIO.observe(year, per_100k("12"));
    /// let data = catalogue.data([row.clone().in_area("150626"), row.in_area("150625")]);
    /// let reports: Result<Vec<_>, _> = data.areas().map(|area| area.report(year)).collect();
    /// assert_eq!(reports?[0].area.as_deref(), Some("150625"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn areas<'d>(&'d self) -> impl Iterator<Item = AreaData<'d>>
    where
        'c: 'd,
    {
        self.area_names().map(|name| AreaData { data: self, name })
    }

    /// The part of one area.
    ///
    /// # Errors
    /// On an area that no row or roster is of; the error names those that have rows.
    ///
    /// ```
    /// use dabiao::{Catalogue, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12")).in_area("150625");
    /// let data = catalogue.data([row]);
    /// assert!(data.area("150625").is_ok());
    /// let error = data.area("150652").unwrap_err();
    /// assert_eq!(error.to_string(), "area `150652` cannot be used: it has no rows; the areas with rows are 150625");
    /// ```
    pub fn area<'d>(&'d self, name: &'d str) -> Result<AreaData<'d>, Error>
    where
        'c: 'd,
    {
        match self.has_area(self.as_written(name)) {
            true => Ok(self.area_or_empty(name)),
            false => Err(without_rows(name, &self.area_names().collect::<Vec<_>>())),
        }
    }

    /// The part of the only area that has rows: whoever has one area never names it.
    ///
    /// # Errors
    /// Without a row, and where rows of several areas stand side by side.
    ///
    /// ```
    /// use dabiao::{Catalogue, Year, indicators::MATERNAL_MORTALITY_RATIO, values::per_100k};
    /// let catalogue = Catalogue::hangjin();
    /// let row = MATERNAL_MORTALITY_RATIO.observe(Year::literal(2024), per_100k("12"));
    /// let data = catalogue.data([row.clone()]);
    /// assert_eq!(data.only_area()?.name(), None);
    /// let data = catalogue.data([row.clone().in_area("150625"), row.in_area("150626")]);
    /// let error = data.only_area().unwrap_err();
    /// assert!(error.to_string().contains("choose one of 150625, 150626"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn only_area(&self) -> Result<AreaData<'_>, Error> {
        let mut areas = self.area_names();
        match (areas.next(), areas.next()) {
            (Some(name), None) => Ok(self.area_or_empty(name)),
            (None, _) => {
                let remedy = message(
                    "there is no row; an empty report is asked for with `area_or_empty`",
                    "没有任何数据；如需空白报告，请用`area_or_empty`",
                );
                Err(InvalidError::new(name("area", "地区"), "", remedy).into())
            }
            (Some(_), Some(_)) => {
                let (en, zh) = listed(&self.area_names().collect::<Vec<_>>());
                let remedy = message(
                    alloc::format!("rows of several areas are there; choose one of {listed}", listed = en),
                    alloc::format!("数据涉及多个地区，请指明一个：{listed}", listed = zh),
                );
                Err(InvalidError::new(name("area", "地区"), "", remedy).into())
            }
        }
    }

    /// The part of an area that may be without a single row: every target then has no data.
    ///
    /// ```
    /// use dabiao::{Catalogue, Standing, Year};
    /// let catalogue = Catalogue::hangjin();
    /// let data = catalogue.data([]);
    /// let report = data.area_or_empty("150625").report(Year::literal(2024))?;
    /// assert_eq!(report.row("women.health.g2.maternal-mortality-ratio")?.judgement.standing, Standing::NoData);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn area_or_empty<'d>(&'d self, name: &'d str) -> AreaData<'d>
    where
        'c: 'd,
    {
        AreaData { data: self, name: self.as_written(name) }
    }
}

/// An area that no row is of, beside those that have rows.
pub(crate) fn without_rows(area: &str, known: &[&str]) -> Error {
    if known.is_empty() {
        let remedy = message("there is no row of any area", "没有任何地区的数据");
        return InvalidError::new(name("area", "地区"), area, remedy).into();
    }
    if known.iter().all(|name| name.is_empty()) {
        let remedy = message(
            "the rows name no area; take `only_area`, or name the area in the rows",
            "数据未注明地区；请用`only_area`，或在各行注明地区",
        );
        return InvalidError::new(name("area", "地区"), area, remedy).into();
    }
    let (en, zh) = listed(known);
    let remedy = message(
        alloc::format!("it has no rows; the areas with rows are {listed}", listed = en),
        alloc::format!("没有该地区的数据；有数据的地区是{listed}", listed = zh),
    );
    InvalidError::new(name("area", "地区"), area, remedy).into()
}

/// The first areas, how many others there are, and whether rows name none: in English and in Chinese.
fn listed(areas: &[&str]) -> (String, String) {
    let named: Vec<&str> = areas.iter().copied().filter(|name| !name.is_empty()).collect();
    let shown = named.get(..NAMED_AREAS).unwrap_or(&named);
    let (mut en, mut zh) = (shown.join(", "), shown.join("、"));
    if let others @ 1.. = named.len() - shown.len() {
        en.push_str(&alloc::format!(" and {others} more"));
        zh.push_str(&alloc::format!("，另有{others}个"));
    }
    if named.len() < areas.len() {
        en.push_str("; some rows name no area");
        zh.push_str("；有的数据未注明地区");
    }
    (en, zh)
}
