//! The wire form of an observation: one flat row with the names of the columns of an observation table.

use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Datum, Missing, Observation, Status};
use crate::data::Remark;
use crate::values::{
    AgeGroup, Counts, Disaggregation, Interval, Number, Period, ReportingUnit, Residence, Sex, Text, Unit,
    Value,
};

/// How settled a value is, or why there is none: one column.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    Final,
    Provisional,
    Estimated,
    NotReported,
    NotCollected,
    NotApplicable,
    Suppressed,
    ErrorCell,
}

/// A row: a value or interval with its unit, or counts, or the reason why there is none.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Observation"))]
#[serde(deny_unknown_fields)]
pub(crate) struct Flat {
    /// The indicator's id.
    indicator: Text,
    /// The area's code or name.
    #[serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")]
    area: Option<Text>,
    /// The kind of a unit inside the area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit_kind: Option<Text>,
    /// The unit's code or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit_id: Option<Text>,
    #[serde(default, skip_serializing_if = "is_default")]
    residence: Residence,
    #[serde(default, skip_serializing_if = "is_default")]
    sex: Sex,
    #[serde(default, skip_serializing_if = "is_default")]
    age: AgeGroup,
    period: Period,
    /// A number in the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    /// Two ends between which the value lies, in the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interval: Option<Interval>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    numerator: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    denominator: Option<u64>,
    /// The unit of the value or of the interval's ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    /// How settled it is, or why there is no value; final where nothing is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<State>,
    /// Why there is no value, where `status` says how settled that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    missing: Option<Missing>,
    /// Whether another definition holds from here on.
    #[serde(default, rename = "break", skip_serializing_if = "is_default")]
    break_before: bool,
    /// Where it comes from.
    #[serde(default, deserialize_with = "crate::values::given", skip_serializing_if = "Option::is_none")]
    source: Option<Text>,
    /// What was odd about the way it was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<Remark>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl From<&Observation> for Flat {
    fn from(observation: &Observation) -> Self {
        let (value, interval, counts) = match observation.datum {
            Datum::Value(Value::Number(number)) => (Some(number), None, None),
            Datum::Value(Value::Counts(counts)) => (None, None, Some(counts)),
            Datum::Value(Value::Both { counts, number }) => (Some(number), None, Some(counts)),
            Datum::Value(Value::Interval(interval)) => (None, Some(interval), None),
            Datum::Missing(_) => (None, None, None),
        };
        let settled = match observation.status {
            Status::Provisional => Some(State::Provisional),
            Status::Estimated => Some(State::Estimated),
            Status::Final => None,
        };
        let (status, missing) = match (observation.datum, settled) {
            (Datum::Value(_), settled) => (settled, None),
            (Datum::Missing(why), Some(settled)) => (Some(settled), Some(why)),
            (Datum::Missing(Missing::NotReported), None) => (Some(State::NotReported), None),
            (Datum::Missing(Missing::NotCollected), None) => (Some(State::NotCollected), None),
            (Datum::Missing(Missing::NotApplicable), None) => (Some(State::NotApplicable), None),
            (Datum::Missing(Missing::Suppressed), None) => (Some(State::Suppressed), None),
            (Datum::Missing(Missing::ErrorCell), None) => (Some(State::ErrorCell), None),
        };
        let (unit_kind, unit_id) = observation.area_unit.clone().map(|unit| (unit.kind, unit.id)).unzip();
        Self {
            indicator: observation.indicator.clone(),
            area: observation.area.clone(),
            unit_kind,
            unit_id,
            residence: observation.disaggregation.residence,
            sex: observation.disaggregation.sex,
            age: observation.disaggregation.age,
            period: observation.period,
            value,
            interval,
            numerator: counts.map(|counts| counts.numerator),
            denominator: counts.map(|counts| counts.denominator),
            // Where there is no value, a unit says something only if it is not the one that stands in for none.
            unit: Some(observation.unit)
                .filter(|unit| matches!(observation.datum, Datum::Value(_)) || *unit != Unit::Count),
            status,
            missing,
            break_before: observation.break_before,
            source: observation.source.clone(),
            remarks: observation.remarks.clone(),
        }
    }
}

impl TryFrom<Flat> for Observation {
    type Error = &'static str;

    fn try_from(flat: Flat) -> Result<Self, Self::Error> {
        let (status, missing) = match flat.status {
            None | Some(State::Final) => (Status::Final, None),
            Some(State::Provisional) => (Status::Provisional, None),
            Some(State::Estimated) => (Status::Estimated, None),
            Some(State::NotReported) => (Status::Final, Some(Missing::NotReported)),
            Some(State::NotCollected) => (Status::Final, Some(Missing::NotCollected)),
            Some(State::NotApplicable) => (Status::Final, Some(Missing::NotApplicable)),
            Some(State::Suppressed) => (Status::Final, Some(Missing::Suppressed)),
            Some(State::ErrorCell) => (Status::Final, Some(Missing::ErrorCell)),
        };
        let missing = match (missing, flat.missing) {
            (Some(_), Some(_)) => {
                return Err("`status` and `missing` both say why there is no value; keep one of the two");
            }
            (reason, why) => reason.or(why),
        };
        let counts = match (flat.numerator, flat.denominator) {
            (Some(numerator), Some(denominator)) => Some(Counts { numerator, denominator }),
            (None, None) => None,
            _ => return Err("`numerator` and `denominator` go together; give both or neither"),
        };
        let area_unit = match (flat.unit_kind, flat.unit_id) {
            (Some(kind), Some(id)) => Some(ReportingUnit { kind, id }),
            (None, None) => None,
            _ => return Err("`unit_kind` and `unit_id` go together; give both or neither"),
        };
        let datum = match (missing, flat.value, flat.interval, counts) {
            (Some(why), None, None, None) => Datum::Missing(why),
            (Some(_), ..) => {
                return Err(
                    "the status says that there is no value, and there is one; leave out one of the two",
                );
            }
            (None, Some(number), None, None) => Datum::Value(Value::Number(number)),
            (None, Some(number), None, Some(counts)) => Datum::Value(Value::Both { counts, number }),
            (None, None, None, Some(counts)) => Datum::Value(Value::Counts(counts)),
            (None, None, Some(interval), None) => Datum::Value(Value::Interval(interval)),
            (None, None, None, None) => {
                return Err(
                    "there is no value; give `value`, `interval`, or `numerator` and `denominator`, or say in `status` why there is none",
                );
            }
            (None, _, Some(_), _) => {
                return Err("an interval stands alone; leave out `value`, `numerator` and `denominator`");
            }
        };
        let unit = match (flat.unit, datum) {
            (Some(unit), _) => unit,
            (None, Datum::Value(Value::Number(_) | Value::Both { .. } | Value::Interval(_))) => {
                return Err("the value has no unit; give `unit`");
            }
            (None, _) => Unit::Count,
        };
        Ok(Self {
            indicator: flat.indicator,
            area: flat.area,
            area_unit,
            disaggregation: Disaggregation { residence: flat.residence, sex: flat.sex, age: flat.age },
            period: flat.period,
            datum,
            unit,
            status,
            break_before: flat.break_before,
            source: flat.source,
            remarks: flat.remarks,
        })
    }
}

impl Serialize for Observation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Observation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Flat::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Observation {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        Flat::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Flat::json_schema(generator)
    }
}
