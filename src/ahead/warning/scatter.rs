//! Scatter beyond chance: 波动较大, 当年异动, and the remark that a fixed threshold is passed by chance.

use alloc::vec::Vec;

use super::signals::{Fired, Watch};
use super::{Severity, Signal, SignalKind};
use crate::ahead::{Dated, Estimate};
use crate::judge::WarningSettings;
use crate::plan::Better;
use crate::statistics::{
    self, BareResult, BareRule, CountKind, Direction, FluctuationResult, FluctuationRule, LatestRule,
    LatestSignal, ValueKind, YearSample, YearValue,
};
use crate::values::{Number, Ratio};

/// The tests as the settings want them, prepared once for all targets.
pub(crate) struct Rules {
    fluctuation: FluctuationRule,
    /// The share of chance that a fixed threshold leaves out of sight.
    fixed_variation: f64,
    bare: BareRule,
    latest: LatestRule,
}

impl Rules {
    pub(crate) fn of(settings: &WarningSettings) -> Self {
        let points = settings.fluctuation_share.to_ratio().over(&Ratio::whole(100));
        Self {
            fluctuation: FluctuationRule {
                alpha: float(settings.fluctuation_alpha),
                years: settings.fluctuation_years.into(),
                rate_excess: float(settings.fluctuation_rate),
                share_excess: points.unwrap_or_else(Ratio::zero).to_f64(),
                ..FluctuationRule::default()
            },
            fixed_variation: float(settings.fixed_variation),
            bare: BareRule {
                relative: float(settings.fluctuation_rate),
                points: float(settings.fluctuation_share),
                earlier_years: settings.fluctuation_years.into(),
                ..BareRule::default()
            },
            latest: LatestRule {
                attention: float(settings.latest_attention),
                alarm: float(settings.latest_alarm),
                ..LatestRule::default()
            },
        }
    }
}

impl Watch<'_> {
    /// 波动较大, 当年异动, and the remark that a fixed threshold is passed by chance.
    pub(super) fn scatter(&self, values: &mut Vec<YearValue>, fired: &mut Vec<Fired>) {
        let since = self.case.baseline;
        let counted = self.whole.counted(self.of).filter(|(point, _)| point.year >= since);
        let samples: Option<Vec<YearSample>> = counted
            .clone()
            .map(|(point, counts)| {
                let counts = counts?;
                Some(YearSample::new(point.year.number(), counts.numerator, counts.denominator))
            })
            .collect();
        match (self.whole.kind(), samples) {
            (Some(kind), Some(samples)) => {
                fired.extend(self.counted_fluctuation(kind, &samples));
                fired.extend(self.latest_year(kind, &samples));
            }
            (kind, _) => {
                let by_chance = kind.is_some() && counted.clone().any(|(_, counts)| counts.is_some());
                if !by_chance {
                    fired.extend(self.bare_fluctuation(counted.map(|(point, _)| point), values));
                }
            }
        }
    }

    /// Whether a signal that fires stands before whatever is said of changes from this kind on, of which none is louder than a watch.
    pub(super) fn is_louder_than(&self, kind: SignalKind, fired: &[Fired]) -> bool {
        let loudest = if self.misses() && self.is_sure { Severity::Watch } else { Severity::Notice };
        fired.iter().any(|fired| fired.severity >= Some(loudest) && fired.signal.kind() < kind)
    }

    /// On the good side it is a remark; inside the bound, or within chance, worth knowing.
    fn scattered(&self, signal: Signal, good: bool, loud: bool) -> Fired {
        let severity = match (good, loud && self.misses() && self.is_sure) {
            (true, _) => None,
            (false, true) => Some(Severity::Watch),
            (false, false) => Some(Severity::Notice),
        };
        Fired { signal, severity, sure: None }
    }

    fn is_good(&self, direction: Option<Direction>) -> bool {
        matches!(
            (direction, self.case.better()),
            (Some(Direction::Rising), Some(Better::Higher)) | (Some(Direction::Falling), Some(Better::Lower))
        )
    }

    fn counted_fluctuation(&self, kind: CountKind, samples: &[YearSample]) -> Option<Fired> {
        let found = statistics::fluctuation(kind, samples, &self.rules.fluctuation).ok()?;
        if found.result == FluctuationResult::Large {
            let good = self.is_good(found.latest);
            let excess = found.dispersion.as_ref().map(|test| match kind {
                CountKind::Share => crate::ahead::small_numbers::scale(test.excess, 100),
                CountKind::Rate => test.excess,
            });
            let signal = Signal::Fluctuation {
                chance: found.dispersion.map(|test| Estimate::new(test.p_value)),
                excess: excess.map(Estimate::new),
                good,
                indicative: found.indicative,
                without_model: false,
            };
            return Some(self.scattered(signal, good, true));
        }
        let passed = found.chance_explains(self.rules.fixed_variation);
        let variation = found.coefficient_of_variation.filter(|_| passed);
        variation.map(|variation| Fired {
            signal: Signal::WithinChance { variation: Estimate::new(variation) },
            severity: None,
            sure: None,
        })
    }

    fn bare_fluctuation<'p>(
        &self,
        points: impl Iterator<Item = &'p Dated>,
        values: &mut Vec<YearValue>,
    ) -> Option<Fired> {
        let kind = if self.is_percentage() { ValueKind::Percentage } else { ValueKind::Other };
        values.clear();
        values.extend(points.map(|point| YearValue::new(point.year.number(), point.value.to_f64())));
        let found = statistics::bare_fluctuation(kind, values, &self.rules.bare).ok()?;
        if found.result != BareResult::Large {
            return None;
        }
        let good = self.is_good(found.direction);
        let signal = Signal::Fluctuation {
            chance: None,
            excess: found.latest.map(|latest| Estimate::new(latest.deviation)),
            good,
            indicative: false,
            without_model: true,
        };
        Some(self.scattered(signal, good, false))
    }

    /// 当年异动.
    fn latest_year(&self, kind: CountKind, samples: &[YearSample]) -> Option<Fired> {
        let (signal, direction, chance) =
            statistics::latest_chance(kind, samples, &self.rules.latest).ok()?;
        let alarm = match signal {
            LatestSignal::Alarm => true,
            LatestSignal::Attention => false,
            _ => return None,
        };
        let good = self.is_good(direction);
        let chance = Estimate::new(chance?);
        let rising = direction == Some(Direction::Rising);
        Some(self.scattered(Signal::LatestYear { chance, rising, good, alarm }, good, alarm))
    }
}

/// A setting for the statistics.
fn float(number: Number) -> f64 {
    number.to_ratio().to_f64()
}
