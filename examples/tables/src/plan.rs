//! Own plans in files, JSON or TOML by the ending of the name.

use dabiao::json::PlanDocument;
use dabiao::{Catalogue, Language};
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::encoding;

/// Adds the plan in a text to a catalogue.
///
/// # Errors
/// Everything wrong with it, a line each; nothing is added then.
pub fn add(catalogue: &mut Catalogue, path: &str, text: &str, language: Language) -> Result<(), String> {
    let added = if path.ends_with(".toml") {
        let document = from_toml(text).map_err(|error| format!("{path}: {error}"))?;
        PlanDocument::add(catalogue, &document).map_err(|problems| (problems, document))
    } else {
        PlanDocument::add_text(catalogue, text)
            .map_err(|problems| (problems, serde_json::from_str(text).unwrap_or_default()))
    };
    added.map_err(|(problems, document)| {
        let lines = problems.iter().map(|problem| {
            let said = if language == Language::Chinese { problem.zh() } else { problem.to_string() };
            match id_at(&document, &problem.path) {
                Some(id) => format!("{path}: {id}: {said}"),
                None => format!("{path}: {said}"),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// The id of the target or indicator that a path leads into.
fn id_at<'d>(document: &'d Value, path: &str) -> Option<&'d str> {
    let (list, rest) = path.split_once('[')?;
    let (place, _) = rest.split_once(']')?;
    document.get(list)?.get(place.parse::<usize>().ok()?)?.get("id")?.as_str()
}

/// A TOML document with its numbers and dates as printed: `92.50` keeps its zero, and no number passes through binary.
///
/// # Errors
/// A text that is no TOML.
pub fn from_toml(text: &str) -> Result<Value, toml::de::Error> {
    Ok(table(DeTable::parse(text)?.get_ref()))
}

fn table(fields: &DeTable<'_>) -> Value {
    let field = |(name, field): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        (name.get_ref().to_string(), value(field.get_ref()))
    };
    Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
}

fn value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => {
            let digits = number.as_str();
            // A whole number in digits; 0x10 and the like stay text and are refused where a number is needed.
            match digits.parse::<i64>() {
                Ok(whole) if number.radix() == 10 => whole.into(),
                _ => Value::String(digits.to_owned()),
            }
        }
        DeValue::Float(number) => Value::String(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(parts) => Value::Array(parts.iter().map(|part| self::value(part.get_ref())).collect()),
        DeValue::Table(fields) => table(fields),
    }
}

/// Adds the plan in a file.
///
/// # Errors
/// A file that cannot be read; and as [`add`].
pub fn add_file(catalogue: &mut Catalogue, path: &str, language: Language) -> Result<(), String> {
    let text = encoding::read_text(path).map_err(|wrong| wrong.message(path, language))?;
    add(catalogue, path, &text, language)
}
