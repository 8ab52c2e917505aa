//! Reading that takes less than serde does by itself, and says where: no field twice, no number beyond all bounds.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::error::{Message, Name, message, name, shortened};

/// A value as it was written; plain reading would keep the last of two fields with one name.
#[derive(Debug)]
pub(super) struct Strict(pub Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any).map(Self)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
        let mut all = alloc::vec::Vec::new();
        while let Some(Strict(part)) = parts.next_element()? {
            all.push(part);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if all.contains_key(&name) {
                return Err(twice(&name));
            }
            let Strict(value) = fields.next_value()?;
            all.insert(name, value);
        }
        Ok(Value::Object(all))
    }
}

/// What a reader says of a field that it has already seen.
pub(super) fn twice<E: Error>(name: &str) -> E {
    E::custom(alloc::format!("the field `{}` stands there twice", shortened(name)))
}

/// What JSON can write, or programs write for JSON, and nobody can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unheld {
    /// A number without a value.
    Number,
    /// Half a character.
    Text,
    /// A field for the second time.
    Twice,
}

impl Unheld {
    /// What keeps a value from being held, where anything does.
    pub(super) fn of(written: &RawValue, error: &serde_json::Error) -> Self {
        match written.get().starts_with('"') {
            _ if error.is_data() => Self::Twice,
            true => Self::Text,
            false => Self::Number,
        }
    }

    pub(super) const fn name(self) -> Name {
        match self {
            Self::Number => name(
                "a number without a value (NaN, Infinity, 1e400)",
                "没有数值的数（NaN、Infinity、1e400之类）",
            ),
            Self::Text => name("half a character", "半个字符"),
            Self::Twice => name("a second entry", "重复的一项"),
        }
    }

    pub(super) fn remedy(self) -> Message {
        match self {
            Self::Number => message(
                "write the number as text; where there is none, leave it out and say why in `status`",
                "请把数写成文本；没有数的不填，并在status写明原因",
            ),
            Self::Text => message("write whole characters", "请把字符写完整"),
            Self::Twice => message("keep one of the two", "请只留一个"),
        }
    }

    /// The same where no row is read.
    fn message(self, field: &str) -> Message {
        match self {
            Self::Number => message(
                "no number can be read here (NaN, Infinity, 1e400 have no value); write the number, or leave the field out",
                "此处读不出数（NaN、Infinity、1e400之类没有数值）；请写数，或不写此字段",
            ),
            Self::Text => message(
                "the text holds half a character; write whole characters",
                "文本里有半个字符；请把字符写完整",
            ),
            Self::Twice => message(
                alloc::format!("the field `{}` stands there twice; keep one of the two", shortened(field)),
                alloc::format!("字段“{}”写了两次；请只留一个", shortened(field)),
            ),
        }
    }
}

/// The text with a number beyond all bounds for each NaN and Infinity outside of texts, as many programs write them: what holds
/// them is then refused alone.
pub(super) fn without_nan(text: &str) -> Cow<'_, str> {
    if !text.contains("NaN") && !text.contains("Infinity") {
        return Cow::Borrowed(text);
    }
    let mut held = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (outside, quoted) = rest.split_at(rest.find('"').unwrap_or(rest.len()));
        held.push_str(&outside.replace("NaN", "1e400").replace("Infinity", "1e400"));
        let mut escaped = false;
        let end = quoted.char_indices().skip(1).find(|(_, sign)| {
            let ends = *sign == '"' && !escaped;
            escaped = *sign == '\\' && !escaped;
            ends
        });
        let (inside, behind) = quoted.split_at(end.map_or(quoted.len(), |(place, _)| place + 1));
        held.push_str(inside);
        rest = behind;
    }
    Cow::Owned(held)
}

/// The fields of an object as they are written, those that stand there twice included.
pub(super) struct Fields<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;
        impl<'de> Visitor<'de> for AsWritten {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with named fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Fields<'de>, A::Error> {
                let mut all = Vec::new();
                while let Some(field) = fields.next_entry::<String, &'de RawValue>()? {
                    all.push(field);
                }
                Ok(Fields(all))
            }
        }
        deserializer.deserialize_map(AsWritten)
    }
}

/// How deep a value is looked into for what keeps it from being held.
const DEEPEST: usize = 32;

/// The first place in a value that keeps it from being held, as a path that begins with this one, and what is wrong there. Of a
/// request the rows are left out, which are read one by one.
pub(super) fn unheld(path: &str, written: &RawValue, deep: usize) -> Option<(String, Message)> {
    let text = written.get();
    if deep > DEEPEST {
        return None;
    }
    match text.as_bytes().first()? {
        b'{' => {
            let Ok(Fields(fields)) = serde_json::from_str(text) else {
                return Some((path.into(), Unheld::Text.message("")));
            };
            let mut seen = BTreeSet::new();
            fields.iter().find_map(|(field, value)| {
                let point = if path.is_empty() { "" } else { "." };
                let here = alloc::format!("{path}{point}{}", shortened(field));
                if !seen.insert(field) {
                    return Some((here, Unheld::Twice.message(field)));
                }
                match path.is_empty() && field == "observations" {
                    true => None,
                    false => unheld(&here, value, deep + 1),
                }
            })
        }
        b'[' => {
            let parts: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            let mut parts = parts.into_iter().enumerate();
            parts.find_map(|(place, part)| unheld(&alloc::format!("{path}[{place}]"), part, deep + 1))
        }
        _ => {
            let error = serde_json::from_str::<Strict>(text).err()?;
            Some((path.into(), Unheld::of(written, &error).message("")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_nan;

    #[test]
    fn numbers_without_a_value_are_found_outside_of_texts_alone() {
        for (text, held) in [
            ("[NaN,-Infinity , Infinity]", "[1e400,-1e400 , 1e400]"),
            (r#"{"NaN":"NaN","a":NaN}"#, r#"{"NaN":"NaN","a":1e400}"#),
            (r#"["\"NaN","\\",NaN]"#, r#"["\"NaN","\\",1e400]"#),
            (r#"["NaN"#, r#"["NaN"#),
            ("[1.5,\"无\"]", "[1.5,\"无\"]"),
        ] {
            assert_eq!(without_nan(text), held, "{text}");
        }
    }
}
