//! One row of a request: the columns of a [`Record`], each a text, or a whole number where that is exact.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use serde_json::value::RawValue;

use super::placed;
use super::strict::{Strict, Unheld, twice};
use crate::data::{Finding, FindingKind, Observation, Record, RecordError};
use crate::error::{InvalidError, Name, message, name, shortened};
use crate::plan::{Bilingual, Catalogue};
use crate::values::{Interval, Number, Text};

/// What a cell holds.
#[derive(Default)]
enum Cell<'a> {
    #[default]
    Absent,
    Text(Cow<'a, str>),
    Whole(String),
    Flag(bool),
    /// A number with a point or an exponent, an array or an object: its kind.
    Other(Name),
    /// What cannot be held.
    Unheld(Unheld),
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

    fn visit_f64<E: Error>(self, number: f64) -> Result<Cell<'de>, E> {
        // 702.0, as programs write that know no whole numbers: of so many digits each is read as it stands.
        match Number::from_f64(number, 0) {
            Ok(whole) if number.abs() < 1e15 => Ok(Cell::Whole(whole.to_string())),
            _ => Ok(Cell::Other(name("a JSON number", "JSON数字"))),
        }
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Cell<'de>, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_unit<E: Error>(self) -> Result<Cell<'de>, E> {
        Ok(Cell::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
        while parts.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Other(name("an array", "数组")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Cell<'de>, A::Error> {
        while parts.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Other(name("an object", "对象")))
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
        let wrong = |en: String| {
            let remedy = message(en, why_zh(&given));
            InvalidError::new(name("interval", "区间"), &given, remedy)
        };
        let read = match given.is_object() {
            true => placed::read(&given).map_err(|amiss| wrong(amiss.message)),
            false => Err(wrong(String::from("write an object with `low`, `high` or both"))),
        };
        Ok(Self(Some(read)))
    }
}

impl<'a> Cell<'a> {
    /// A cell by itself: what it holds, or why it cannot be held.
    fn apart(written: &'a RawValue, again: bool) -> Self {
        match serde_json::from_str(written.get()) {
            _ if again => Self::Unheld(Unheld::Twice),
            Ok(cell) => cell,
            Err(error) => Self::Unheld(Unheld::of(written, &error)),
        }
    }
}

impl IntervalCell {
    /// The same of an interval.
    fn apart(written: &RawValue, again: bool) -> Self {
        let what = match serde_json::from_str(written.get()) {
            _ if again => Unheld::Twice,
            Ok(interval) => return interval,
            Err(error) => Unheld::of(written, &error),
        };
        Self(Some(Err(InvalidError::of_kind(name("interval", "区间"), what.name(), what.remedy()))))
    }
}

/// What is wrong with an interval, in Chinese.
fn why_zh(given: &Value) -> String {
    let Some(ends) = given.as_object() else {
        return String::from("应写成对象，含“low”、“high”或两者");
    };
    for (end, parts) in placed::by_name(ends) {
        if !["low", "high"].contains(&end.as_str()) {
            return alloc::format!("没有“{}”这一项，只有“low”和“high”", shortened(end));
        }
        if parts.is_null() {
            continue;
        }
        let Some(parts) = parts.as_object() else {
            return alloc::format!("“{end}”应写成对象，含“number”和“included”");
        };
        for (part, value) in placed::by_name(parts) {
            match (part.as_str(), value) {
                ("number", Value::String(text)) => {
                    if let Err(error) = text.parse::<Number>() {
                        return error.zh();
                    }
                }
                ("number", _) => return alloc::format!("“{end}”的“number”应写成文本"),
                ("included", Value::Bool(_)) => {}
                ("included", _) => return alloc::format!("“{end}”的“included”应为true或false"),
                _ => {
                    let part = shortened(part);
                    return alloc::format!("“{end}”没有“{part}”这一项，只有“number”和“included”");
                }
            }
        }
        if let Some(part) = ["number", "included"].into_iter().find(|part| !parts.contains_key(*part)) {
            return alloc::format!("“{end}”缺少“{part}”");
        }
    }
    String::from("请给出下限或上限，或由小到大的两端")
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
        let remedy = match takes {
            Takes::Text if column == "value" => message(
                "write the number as text, \"12.5\": a JSON number may not be exact",
                "请把数写成文本，如\"12.5\"：JSON数字可能不精确",
            ),
            Takes::Text => message("write text", "请写文本"),
            Takes::Whole => message("write a whole number, or text", "请写整数或文本"),
            Takes::Flag => message("write true or false", "请写true或false"),
        };
        let error = match self {
            Self::Absent => return "",
            Self::Text(text) => return text,
            Self::Whole(digits) if takes == Takes::Whole => return digits,
            Self::Flag(flag) if takes == Takes::Flag => return if *flag { "yes" } else { "no" },
            Self::Whole(digits) => InvalidError::new(column, digits, remedy),
            Self::Flag(_) => InvalidError::of_kind(column, name("true or false", "true或false"), remedy),
            Self::Other(kind) => InvalidError::of_kind(column, *kind, remedy),
            Self::Unheld(what) => InvalidError::of_kind(column, what.name(), what.remedy()),
        };
        errors.push(RecordError::new(column, error.into()));
        ""
    }
}

/// The columns of one row that hold a cell each.
const COLUMNS: [&str; 16] = [
    "indicator",
    "area",
    "unit_kind",
    "unit_id",
    "residence",
    "sex",
    "age",
    "period",
    "value",
    "unit",
    "numerator",
    "denominator",
    "status",
    "missing",
    "break",
    "source",
];

/// The columns that say which cell a row is about.
const OF_THE_CELL: [&str; 8] =
    ["indicator", "area", "unit_kind", "unit_id", "residence", "sex", "age", "period"];

/// One row: the cells of its columns.
#[derive(Default)]
pub(super) struct Row<'a> {
    cells: [Cell<'a>; COLUMNS.len()],
    interval: IntervalCell,
}

/// Reads a row, and keeps the name of the column in which that fails.
pub(super) struct RowReader<'r> {
    pub broken: &'r mut String,
    /// Whether to read column by column, so that what one of them cannot hold keeps no other from being read. It takes longer.
    pub apart: bool,
}

impl<'de> DeserializeSeed<'de> for RowReader<'_> {
    type Value = Row<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Row<'de>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowReader<'_> {
    type Value = Row<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with named fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut columns: A) -> Result<Row<'de>, A::Error> {
        let mut row = Row::default();
        let mut seen = [false; COLUMNS.len() + 1];
        while let Some(name) = columns.next_key::<Cow<'de, str>>()? {
            let place = COLUMNS.iter().position(|column| *column == name);
            let seen = match place {
                None if name == "interval" => seen.last_mut(),
                None => None,
                Some(place) => seen.get_mut(place),
            };
            let read = match seen {
                None => {
                    let message = alloc::format!(
                        "there is no such column; a row has {} and interval",
                        COLUMNS.join(", ")
                    );
                    Err(A::Error::custom(message))
                }
                Some(true) if !self.apart => Err(twice(&name)),
                Some(seen) => {
                    let again = core::mem::replace(seen, true);
                    match place.and_then(|place| row.cells.get_mut(place)) {
                        Some(cell) if self.apart => {
                            columns.next_value().map(|written| *cell = Cell::apart(written, again))
                        }
                        None if self.apart => columns
                            .next_value()
                            .map(|written| row.interval = IntervalCell::apart(written, again)),
                        Some(cell) => columns.next_value().map(|read| *cell = read),
                        None => columns.next_value().map(|read| row.interval = read),
                    }
                }
            };
            if read.is_err() {
                *self.broken = shortened(&name);
            }
            read?;
        }
        Ok(row)
    }
}

impl Row<'_> {
    /// Whether the row's indicator is one that the catalogue has.
    pub(super) fn names_an_indicator(&self, catalogue: &Catalogue) -> bool {
        matches!(self.cell("indicator"), Cell::Text(name) if catalogue.named(name).is_some())
    }

    fn cell(&self, column: &str) -> &Cell<'_> {
        let place = COLUMNS.iter().position(|known| *known == column);
        place.and_then(|place| self.cells.get(place)).unwrap_or(&Cell::Absent)
    }

    /// The row as the columns of a record, what of them is no text, and the source.
    fn record<'s>(&'s self, source: &'s str, errors: &mut Vec<RecordError>) -> Record<'s> {
        let mut text = |column, takes| self.cell(column).text(column, takes, errors);
        Record {
            indicator: text("indicator", Takes::Text),
            area: text("area", Takes::Whole),
            unit_kind: text("unit_kind", Takes::Text),
            unit_id: text("unit_id", Takes::Whole),
            residence: text("residence", Takes::Text),
            sex: text("sex", Takes::Text),
            age: text("age", Takes::Whole),
            period: text("period", Takes::Whole),
            value: text("value", Takes::Text),
            unit: text("unit", Takes::Text),
            numerator: text("numerator", Takes::Whole),
            denominator: text("denominator", Takes::Whole),
            // A typed observation says beside its reason how settled that is, which decides nothing.
            status: match self.cell("missing") {
                Cell::Absent => text("status", Takes::Text),
                _ => text("missing", Takes::Text),
            },
            break_before: text("break", Takes::Flag),
            source,
        }
    }

    /// The cell that the row is about, if that much can be read.
    pub(super) fn cell_of(&self, catalogue: &Catalogue) -> Option<Observation> {
        let mut errors = Vec::new();
        let cell = self.record("", &mut errors).cell(catalogue);
        cell.filter(|_| errors.iter().all(|error| !OF_THE_CELL.contains(&error.column())))
    }

    /// The observation that the row states, or a finding for each column that cannot be read.
    pub(super) fn read(&self, catalogue: &Catalogue, place: usize) -> Result<Observation, Vec<Finding>> {
        let mut errors = Vec::new();
        let path = alloc::format!("observations[{place}]");
        let own_source = self.cell("source").text("source", Takes::Text, &mut errors);
        let source = match own_source {
            "" => path.clone(),
            own => alloc::format!("{path} {own}"),
        };
        let record = self.record(&source, &mut errors);
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
            Err(more) => more.into_iter().collect(),
        };
        // What was no text is said once: the column then looks empty to the reading.
        let named: Vec<&'static str> = errors.iter().map(RecordError::column).collect();
        let named = |column: &str| named.contains(&column) || (unread && column == "value");
        errors.extend(more.into_iter().filter(|error| !named(error.column())));
        let parts = [record.indicator.trim(), record.period.trim()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(shortened).collect();
        let cell = Some(parts.join(" ")).filter(|cell| !cell.is_empty());
        let finding = |error: RecordError| {
            let column = error.column();
            let place = alloc::format!("{path}.{column}");
            let source = match own_source {
                "" => place,
                own => alloc::format!("{place} {}", shortened(own)),
            };
            Finding {
                kind: FindingKind::Unreadable {
                    column: Some(Text::from_static(column)),
                    message: error.error().to_string(),
                    message_zh: error.error().zh(),
                },
                area: Text::given(shortened(record.area.trim())),
                indicator: Text::given(shortened(record.indicator.trim())),
                period: record.period.parse().ok(),
                cell: cell.clone().map(Bilingual::alike),
                source: Some(Text::from(source)),
                owners: Vec::new(),
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
                "indicator": text, "area": whole, "unit_kind": text, "unit_id": whole, "residence": text, "sex": text, "age": whole,
                "period": whole, "value": text, "interval": interval, "unit": text, "numerator": whole,
                "denominator": whole, "status": text, "missing": text, "break": flag, "source": text
            },
            "additionalProperties": false
        })
    }
}
