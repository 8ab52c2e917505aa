//! One row of a request: the columns of a [`Record`], each a text, or a whole number where that is exact.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::strict::Strict;
use crate::catalogue::Catalogue;
use crate::error::{InvalidError, shortened};
use crate::finding::{Finding, FindingKind};
use crate::observation::Observation;
use crate::quantity::Interval;
use crate::record::{Record, RecordError};

/// What a cell holds.
#[derive(Default)]
enum Cell<'a> {
    #[default]
    Absent,
    Text(Cow<'a, str>),
    Whole(String),
    Flag(bool),
    /// A number with a point or an exponent, an array or an object: its kind.
    Other(&'static str),
}

impl<'de: 'a, 'a> Deserialize<'de> for Cell<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a cell as text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Cell<'de>, E> {
        Ok(Cell::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell<'de>, E> {
        Ok(Cell::Text(Cow::Owned(text.to_string())))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Cell<'de>, E> {
        Ok(Cell::Whole(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Cell<'de>, E> {
        Ok(Cell::Whole(number.to_string()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Cell<'de>, E> {
        Ok(Cell::Other("a JSON number"))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Cell<'de>, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_unit<E: Error>(self) -> Result<Cell<'de>, E> {
        Ok(Cell::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
        while parts.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Other("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
        while parts.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Other("an object"))
    }
}

/// An interval, or why it is none; a row whose interval cannot be read is refused alone like any other.
#[derive(Default)]
struct IntervalCell(Option<Result<Interval, InvalidError>>);

impl<'de> Deserialize<'de> for IntervalCell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Strict(given) = Strict::deserialize(deserializer)?;
        if given.is_null() {
            return Ok(Self(None));
        }
        let wrong = |remedy: String| InvalidError::new("interval", &given, remedy);
        let read = match given.is_object() {
            true => serde_json::from_value(given.clone()).map_err(|error| wrong(error.to_string())),
            false => Err(wrong(String::from("write an object with `low`, `high` or both"))),
        };
        Ok(Self(Some(read)))
    }
}

/// What a column may hold besides text.
#[derive(Clone, Copy, PartialEq)]
enum Takes {
    Text,
    Whole,
    Flag,
}

impl Cell<'_> {
    fn text<'s>(&'s self, column: &'static str, takes: Takes, errors: &mut Vec<RecordError>) -> &'s str {
        let given = match self {
            Self::Absent => return "",
            Self::Text(text) => return text,
            Self::Whole(digits) if takes == Takes::Whole => return digits,
            Self::Flag(flag) if takes == Takes::Flag => return if *flag { "yes" } else { "no" },
            Self::Whole(digits) => digits,
            Self::Flag(_) => "true or false",
            Self::Other(kind) => *kind,
        };
        let remedy = match takes {
            Takes::Text if column == "value" => {
                "write the number as text, \"12.5\": a JSON number may not be exact"
            }
            Takes::Text => "write text",
            Takes::Whole => "write a whole number, or text",
            Takes::Flag => "write true or false",
        };
        errors.push(RecordError::new(column, InvalidError::new(column, given, remedy).into()));
        ""
    }
}

/// The columns of one row.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    indicator: Cell<'a>,
    #[serde(borrow)]
    area: Cell<'a>,
    #[serde(borrow)]
    unit_kind: Cell<'a>,
    #[serde(borrow)]
    unit_id: Cell<'a>,
    #[serde(borrow)]
    residence: Cell<'a>,
    #[serde(borrow)]
    sex: Cell<'a>,
    #[serde(borrow)]
    period: Cell<'a>,
    #[serde(borrow)]
    value: Cell<'a>,
    interval: IntervalCell,
    #[serde(borrow)]
    unit: Cell<'a>,
    #[serde(borrow)]
    numerator: Cell<'a>,
    #[serde(borrow)]
    denominator: Cell<'a>,
    #[serde(borrow)]
    status: Cell<'a>,
    #[serde(borrow)]
    missing: Cell<'a>,
    #[serde(borrow, rename = "break")]
    break_before: Cell<'a>,
    #[serde(borrow)]
    source: Cell<'a>,
}

impl Row<'_> {
    /// Whether the row's indicator is one that the catalogue has.
    pub(super) fn names_an_indicator(&self, catalogue: &Catalogue) -> bool {
        matches!(&self.indicator, Cell::Text(name) if catalogue.has_indicator(name.trim()))
    }

    /// The observation that the row states, or a finding for each column that cannot be read.
    pub(super) fn read(&self, catalogue: &Catalogue, place: usize) -> Result<Observation, Vec<Finding>> {
        let mut errors = Vec::new();
        let path = alloc::format!("observations[{place}]");
        let own_source = self.source.text("source", Takes::Text, &mut errors);
        let source = match own_source {
            "" => path.clone(),
            own => alloc::format!("{path} {own}"),
        };
        let record = Record {
            indicator: self.indicator.text("indicator", Takes::Text, &mut errors),
            area: self.area.text("area", Takes::Whole, &mut errors),
            unit_kind: self.unit_kind.text("unit_kind", Takes::Text, &mut errors),
            unit_id: self.unit_id.text("unit_id", Takes::Whole, &mut errors),
            residence: self.residence.text("residence", Takes::Text, &mut errors),
            sex: self.sex.text("sex", Takes::Text, &mut errors),
            period: self.period.text("period", Takes::Whole, &mut errors),
            value: self.value.text("value", Takes::Text, &mut errors),
            unit: self.unit.text("unit", Takes::Text, &mut errors),
            numerator: self.numerator.text("numerator", Takes::Whole, &mut errors),
            denominator: self.denominator.text("denominator", Takes::Whole, &mut errors),
            // A typed observation says beside its reason how settled that is, which decides nothing.
            status: match &self.missing {
                Cell::Absent => self.status.text("status", Takes::Text, &mut errors),
                why => why.text("missing", Takes::Text, &mut errors),
            },
            break_before: self.break_before.text("break", Takes::Flag, &mut errors),
            source: &source,
        };
        let unread = matches!(self.interval.0, Some(Err(_)));
        let read = match &self.interval.0 {
            Some(Ok(interval)) => record.read_interval(catalogue, *interval),
            Some(Err(error)) => {
                errors.push(RecordError::new("interval", error.clone().into()));
                record.read(catalogue)
            }
            None => record.read(catalogue),
        };
        let more = match read {
            Ok(observation) if errors.is_empty() => return Ok(observation),
            Ok(_) => Vec::new(),
            Err(more) => more,
        };
        // What was no text is said once: the column then looks empty to the reading.
        let told: Vec<&'static str> = errors.iter().map(RecordError::column).collect();
        let told = |column: &str| told.contains(&column) || (unread && column == "value");
        errors.extend(more.into_iter().filter(|error| !told(error.column())));
        let finding = |error: RecordError| {
            let column = error.column();
            let place = alloc::format!("{path}.{column}");
            let source = match own_source {
                "" => place,
                own => alloc::format!("{place} {}", shortened(own)),
            };
            Finding {
                kind: FindingKind::Unreadable {
                    column: Cow::Borrowed(column),
                    message: error.error().to_string(),
                },
                area: Cow::Owned(shortened(record.area.trim())),
                indicator: Cow::Owned(shortened(record.indicator.trim())),
                period: record.period.parse().ok(),
                cell: alloc::format!(
                    "{} {}",
                    shortened(record.indicator.trim()),
                    shortened(record.period.trim())
                ),
                source: Cow::Owned(source),
            }
        };
        Err(errors.into_iter().map(finding).collect())
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Row<'_> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Row")
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let interval = generator.subschema_for::<Option<Interval>>();
        let text = schemars::json_schema!({ "type": ["string", "null"] });
        let whole = schemars::json_schema!({ "type": ["string", "integer", "null"] });
        let flag = schemars::json_schema!({ "type": ["string", "boolean", "null"] });
        schemars::json_schema!({
            "type": "object",
            "description": "One row with the columns of an observation table, cells as offices write them.",
            "properties": {
                "indicator": text, "area": whole, "unit_kind": text, "unit_id": whole, "residence": text, "sex": text,
                "period": whole, "value": text, "interval": interval, "unit": text, "numerator": whole,
                "denominator": whole, "status": text, "missing": text, "break": flag, "source": text
            },
            "additionalProperties": false
        })
    }
}
