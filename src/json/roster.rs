//! A roster in a request: what a row may say in its own way, a roster may say too.

use alloc::string::{String, ToString};

use serde_json::Value;
use serde_json::value::RawValue;

use super::strict::Fields;
use crate::data::{Member, Record, Roster};
use crate::values::{Period, Text};

/// The digits that a JSON number with a point can hold for sure.
const SURE: usize = 15;

/// Takes a code that is a number, and a year and a size that are texts or end in `.0`.
pub(super) fn as_in_rows(roster: &mut Value) {
    let Some(fields) = roster.as_object_mut() else { return };
    for (field, value) in fields.iter_mut() {
        match field.as_str() {
            "area" | "kind" => code(value),
            "year" => year(value),
            "members" => {
                for member in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                    member.get_mut("id").map(code);
                    member.get_mut("size").map(size);
                }
            }
            _ => {}
        }
    }
}

/// The roster that cannot be read, as one that lacks a unit: those of its area, kind and year are not used. None where it does not say
/// whose it is.
pub(super) fn lacking(written: &RawValue) -> Option<Roster> {
    let Fields(fields) = serde_json::from_str(written.get()).ok()?;
    let field = |name: &str| {
        let mut found = fields.iter().filter(|(field, _)| field == name);
        match (found.next(), found.next()) {
            (None, _) => Some(Value::Null),
            (Some((_, value)), None) => serde_json::from_str(value.get()).ok(),
            _ => None,
        }
    };
    let mut whose = [field("area")?, field("kind")?, field("year")?];
    let [area, kind, of_year] = &mut whose;
    code(area);
    code(kind);
    year(of_year);
    let [area, kind, year] = whose;
    let area: Option<Text> = serde_json::from_value(area).ok()?;
    Some(Roster {
        area: area.and_then(Text::given),
        kind: serde_json::from_value(kind).ok()?,
        year: serde_json::from_value(year).ok()?,
        members: alloc::vec![Member { id: Text::from_static(""), size: None }],
    })
}

fn code(value: &mut Value) {
    if let Some(number) = whole(value) {
        *value = number.into();
    }
}

fn year(value: &mut Value) {
    match value.as_str().map(str::parse) {
        Some(Ok(Period::Year(year))) => *value = year.number().into(),
        Some(_) => {}
        None => without_point(value),
    }
}

fn size(value: &mut Value) {
    match value.as_str() {
        Some(text) if text.trim().is_empty() => *value = Value::Null,
        Some(text) => {
            if let Ok(size) = Record::count(text) {
                *value = size.into();
            }
        }
        None => without_point(value),
    }
}

fn without_point(value: &mut Value) {
    if let Some(number) = whole(value).and_then(|digits| digits.parse::<u64>().ok()) {
        *value = number.into();
    }
}

/// The digits of a JSON number that is whole, as `2024` and `2024.0` are.
fn whole(value: &Value) -> Option<String> {
    let Value::Number(number) = value else { return None };
    let written = number.to_string();
    match written.strip_suffix(".0") {
        Some(digits) => (digits.len() <= SURE).then(|| digits.into()),
        None => (number.is_u64() || number.is_i64()).then_some(written),
    }
}

/// The form of a roster in a request, for its schema.
#[cfg(feature = "schemars")]
pub(super) struct Written;

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Written {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "RosterOfRequest".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let code = schemars::json_schema!({ "type": ["string", "integer"] });
        schemars::json_schema!({
            "type": "object",
            "description": "The units of one kind that an area has in a year; codes, year and sizes as in rows.",
            "properties": {
                "area": { "type": ["string", "integer", "null"], "description": "Without one it is of the area whose rows name none." },
                "kind": code,
                "year": code,
                "members": {
                    "type": "array",
                    "description": "The units. An empty list says that there is none, which is not the same as no roster.",
                    "items": {
                        "type": "object",
                        "properties": {
                            "id": code,
                            "size": {
                                "type": ["string", "integer", "null"],
                                "description": "The denominator that the unit would report, where it is known."
                            }
                        },
                        "required": ["id"],
                        "additionalProperties": false
                    }
                }
            },
            "required": ["kind", "year", "members"],
            "additionalProperties": false
        })
    }
}
