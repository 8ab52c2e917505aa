//! Counts that stand in rows of their own: 活产数 beside a rate over live births, 婴儿死亡数 beside both.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::data::Datum;
use dabiao::plan::{IndicatorCard, IndicatorKind};
use dabiao::values::{Counts, Value, cell};
use dabiao::{Catalogue, Language, Number, Observation};

/// Which side of a quotient a row of counts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Numerator,
    Denominator,
}

/// A name without what offices add to it or leave out: 婴儿死亡人数 is 婴儿死亡数.
fn plain(name: &str) -> String {
    let word: String = cell::folded(name).split_whitespace().collect();
    let word = word.split_once('(').map_or(word.as_str(), |(before, _)| before).to_owned();
    let end = ["人数", "例数", "个数"].iter().find_map(|end| word.strip_suffix(end));
    end.map_or(word.clone(), |rest| format!("{rest}数"))
}

/// The rates of events of which a name says the numerator or the denominator, by their definitions.
pub(crate) fn of<'c>(catalogue: &'c Catalogue, name: &str) -> Vec<(&'c IndicatorCard, Side)> {
    let name = plain(name);
    let mut found = Vec::new();
    if !name.ends_with('数') {
        return found;
    }
    for card in catalogue.indicators().filter(|card| card.kind == IndicatorKind::Events) {
        let Some(definition) = &card.definition else { continue };
        let Some(denominator) = &definition.denominator else { continue };
        let of_rate = card.zh.strip_suffix('率').map(|rest| plain(&format!("{rest}数")));
        if of_rate.is_some_and(|of_rate| of_rate == name) || plain(&definition.counted.zh) == name {
            found.push((card, Side::Numerator));
        } else if plain(&denominator.zh) == name {
            found.push((card, Side::Denominator));
        }
    }
    found
}

/// A count that was read, as an observation of the rate that it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// Indicator, area, unit, part and period; its value is nothing.
    pub(crate) cell: Observation,
    pub(crate) side: Side,
    pub(crate) count: u64,
    /// Where it stands.
    pub(crate) source: String,
}

/// What two observations have in common that are about one cell.
fn key(observation: &Observation) -> String {
    let Observation { indicator, area, area_unit, disaggregation, period, .. } = observation;
    format!("{indicator:?} {area:?} {area_unit:?} {disaggregation:?} {period:?}")
}

/// What came of the counts.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    /// Observations with both sides.
    pub(crate) observations: Vec<Observation>,
    /// Counts that follow from a rate and its denominator, a line for each.
    pub(crate) worked_out: Vec<String>,
    /// Rates that no whole number of cases gives, and counts that contradict each other.
    pub(crate) at_odds: Vec<String>,
    /// The sources of the counts that were used.
    pub(crate) used: BTreeSet<String>,
}

/// Joins numerators and denominators. Where only the denominator is told, the number of cases is worked out from the printed rate,
/// if just one whole number gives it.
pub(crate) fn join(
    catalogue: &Catalogue,
    counts: &[Counted],
    read: &[Observation],
    language: Language,
) -> Joined {
    let mut joined = Joined::default();
    let mut sides: BTreeMap<(String, Side), Option<&Counted>> = BTreeMap::new();
    for counted in counts {
        let side = sides.entry((key(&counted.cell), counted.side)).or_insert(Some(counted));
        if let Some(earlier) = side.filter(|earlier| earlier.count != counted.count) {
            joined.at_odds.push(match language {
                Language::Chinese => {
                    format!(
                        "{}为{}，{}为{}：两处不一致，均未采用",
                        earlier.source, earlier.count, counted.source, counted.count
                    )
                }
                Language::English => format!(
                    "{} has {}, {} has {}: neither is used",
                    earlier.source, earlier.count, counted.source, counted.count
                ),
            });
            *side = None;
        }
    }
    let counted: BTreeSet<&str> = counts.iter().map(|counted| &*counted.cell.indicator).collect();
    let mut rates: BTreeMap<String, Vec<&Observation>> = BTreeMap::new();
    for observation in read.iter().filter(|observation| counted.contains(&*observation.indicator)) {
        rates.entry(key(observation)).or_default().push(observation);
    }
    for ((cell, side), denominator) in &sides {
        let Some(denominator) = denominator.filter(|counted| *side == Side::Denominator && counted.count > 0)
        else {
            continue;
        };
        let Ok(card) = catalogue.indicator(&denominator.cell.indicator) else { continue };
        let rates = rates.get(cell).map(Vec::as_slice).unwrap_or_default();
        if rates.iter().any(|rate| matches!(rate.datum, Datum::Value(Value::Counts(_)))) {
            continue;
        }
        let whole = denominator.count;
        let (count, source) = match sides.get(&(cell.clone(), Side::Numerator)) {
            Some(Some(numerator)) => {
                joined.used.insert(numerator.source.clone());
                (numerator.count, numerator.source.clone())
            }
            Some(None) => continue,
            None => {
                let [rate] = rates else { continue };
                let Datum::Value(Value::Number(number)) = rate.datum else { continue };
                let at = rate.source.as_deref().unwrap_or_default();
                // The number stands in the unit of its row, which need not be the indicator's.
                let (year, unit) = (rate.period, rate.unit.symbol());
                let count = match cases(number, whole, unit) {
                    Cases::One(count) => count,
                    Cases::Several => continue,
                    Cases::None => {
                        joined.at_odds.push(match language {
                            Language::Chinese => format!(
                                "{at} {}{year}年{number}{unit}：分母为{whole}（{}）时，没有一个整数例数得出这个率；请核对",
                                card.zh, denominator.source
                            ),
                            Language::English => format!(
                                "{at} {} {year}, {number}{unit}: no whole number of cases among {whole} ({}) gives this rate; check both",
                                card.en, denominator.source
                            ),
                        });
                        continue;
                    }
                };
                joined.worked_out.push(match language {
                    Language::Chinese => {
                        format!("{at} {}{year}年{number}{unit}，分母{whole}：{count}例", card.zh)
                    }
                    Language::English => {
                        format!("{at} {} {year}, {number}{unit} of {whole}: {count}", card.en)
                    }
                });
                (count, at.to_owned())
            }
        };
        let counts = i64::try_from(count).and_then(|count| i64::try_from(whole).map(|whole| (count, whole)));
        let Some(counts) = counts.ok().and_then(|(count, whole)| Counts::new(count, whole).ok()) else {
            continue;
        };
        joined.used.insert(denominator.source.clone());
        let mut observation = denominator.cell.clone();
        // Counts are as settled as the least settled of what they rest on; a rate that begins another definition makes them so.
        let numerator = sides.get(&(cell.clone(), Side::Numerator)).copied().flatten();
        let beside = rates.iter().map(|rate| rate.status).chain(numerator.map(|counted| counted.cell.status));
        observation.status = beside.fold(observation.status, Ord::min);
        observation.break_before = rates.iter().any(|rate| rate.break_before);
        observation.datum = Datum::Value(Value::Counts(counts));
        observation.source = Some(format!("{source}，{}", denominator.source).into());
        joined.observations.push(observation);
    }
    joined
}

enum Cases {
    One(u64),
    None,
    Several,
}

/// The whole numbers of cases whose rate, rounded to the digits of `rate`, is `rate`.
fn cases(rate: Number, of: u64, unit: &str) -> Cases {
    let per: i128 = match unit {
        "%" => 100,
        "‰" => 1_000,
        "/万" => 10_000,
        "/10万" => 100_000,
        _ => return Cases::Several,
    };
    let printed = rate.to_string();
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let (Ok(mantissa), Ok(places)) =
        (format!("{whole}{fraction}").parse::<i128>(), u32::try_from(fraction.len()))
    else {
        return Cases::Several;
    };
    let Some(scale) = 10_i128.checked_pow(places) else { return Cases::Several };
    // rate - half a digit <= cases * per / of <= rate + half a digit, all times twice the scale.
    let bounds = || {
        let of = i128::from(of);
        let below = (2_i128.checked_mul(mantissa)? - 1).checked_mul(of)?;
        let above = (2_i128.checked_mul(mantissa)? + 1).checked_mul(of)?;
        let step = 2_i128.checked_mul(scale)?.checked_mul(per)?;
        Some((below.div_euclid(step) + i128::from(below.rem_euclid(step) != 0), above.div_euclid(step)))
    };
    let Some((least, most)) = bounds() else { return Cases::Several };
    let (least, most) = (least.max(0), most);
    match u64::try_from(least) {
        Ok(count) if least == most => Cases::One(count),
        _ if least > most => Cases::None,
        _ => Cases::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rate: &str, of: u64, unit: &str) -> Option<u64> {
        match cases(rate.parse().expect("a number"), of, unit) {
            Cases::One(count) => Some(count),
            Cases::None | Cases::Several => None,
        }
    }

    #[test]
    fn a_printed_rate_gives_one_whole_number_of_cases_or_none_is_taken() {
        assert_eq!(found("5.7", 702, "‰"), Some(4));
        assert_eq!(found("142.5", 702, "/10万"), Some(1));
        assert_eq!(found("0", 702, "/10万"), Some(0));
        // 3.9‰ of 702 are 2.7 cases: 2 would print 2.8 and 3 would print 4.3.
        assert!(matches!(cases("3.9".parse().expect("a number"), 702, "‰"), Cases::None));
        // Exactly between two printed digits either may stand: 1 of 16 is 62.5‰.
        assert_eq!(
            (found("62", 16, "‰"), found("63", 16, "‰"), found("64", 16, "‰")),
            (Some(1), Some(1), None)
        );
        // Of nine million births many numbers of deaths print as 4.0‰.
        assert!(matches!(cases("4.0".parse().expect("a number"), 9_540_000, "‰"), Cases::Several));
    }

    #[test]
    fn offices_write_numbers_of_persons_in_several_ways() {
        let catalogue = Catalogue::hangjin();
        let sides =
            |name: &str| -> Vec<Side> { of(&catalogue, name).iter().map(|(_, side)| *side).collect() };
        assert!(sides("活产数").iter().all(|side| *side == Side::Denominator) && sides("活产数").len() >= 4);
        assert_eq!(sides("婴儿死亡人数"), sides("婴儿死亡数"));
        assert_eq!(sides("婴儿死亡数"), [Side::Numerator]);
        assert!(sides("婴儿死亡率").is_empty());
    }
}
