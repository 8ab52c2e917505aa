//! Men and women beside each other (分性别统计).

use crate::data::AreaData;
use crate::plan::{Catalogue, IndicatorCard};
use crate::values::{Disaggregation, Ratio, Text, Year};

/// The figures of men and of both sexes beside that of women, in the indicator's unit; it changes no verdict.
///
/// ```
/// use dabiao::{report::Parity, values::Ratio, Catalogue, Record, Year};
/// let catalogue = Catalogue::hangjin();
/// let told = |sex, value| {
///     let row = Record { indicator: "居民健康素养水平", period: "2024", sex, value, ..Record::default() };
///     row.read(&catalogue).unwrap()
/// };
/// let data = catalogue.data([told("女", "28.4"), told("男", "31.4"), told("", "29.9")]);
/// let report = data.only_area()?.report(Year::literal(2024))?;
/// let parity: &Parity = report.row("women.health.g8.female-health-literacy-rate")?.parity.as_ref().unwrap();
/// assert_eq!((parity.year, &*parity.indicator), (Year::literal(2024), "health-literacy-rate"));
/// assert_eq!((&parity.men, &parity.both), (&Ratio::new(314, 10).ok(), &Ratio::new(299, 10).ok()));
/// assert_eq!((&parity.gap, &parity.ratio), (&Ratio::new(3, 1).ok(), &Ratio::new(284, 314).ok()));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Parity {
    /// The year of the figures: the last one up to the assessed year for which women have one.
    pub year: Year,
    /// The indicator of both sexes.
    pub indicator: Text,
    /// The figure of men.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub men: Option<Ratio>,
    /// The figure of both.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub both: Option<Ratio>,
    /// Men's figure less women's.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub gap: Option<Ratio>,
    /// Women's figure over men's (gender parity index); none over nothing.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub ratio: Option<Ratio>,
}

/// What stands beside the figure of an indicator for women; none without a figure of men or of both in that year.
pub(super) fn parity(
    catalogue: &Catalogue,
    area: AreaData<'_>,
    card: &IndicatorCard,
    year: Year,
) -> Option<Parity> {
    let both = catalogue.card(card.women_of.as_ref()?)?;
    let first = catalogue.plans().map(|plan| plan.first.plus(-1)).min()?;
    let series = area.data().series(area.key(), card);
    let reported = series.points(first, year).filter_map(|(at, point)| Some((at, point.exact()?)));
    let (at, women) = { reported }.next_back()?;
    let of = |part| area.data().find(area.key(), &both.id, part, None)?.point(at)?.exact().cloned();
    let (men, of_both) = (of(Disaggregation::MALE), of(Disaggregation::TOTAL));
    if men.is_none() && of_both.is_none() {
        return None;
    }
    Some(Parity {
        year: at,
        indicator: both.id.clone(),
        gap: men.as_ref().map(|men| men - women),
        ratio: men.as_ref().and_then(|men| women.over(men)),
        men,
        both: of_both,
    })
}
