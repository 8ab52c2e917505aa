//! Reading a type from a JSON value, so that an error says at which place inside the value it arose.
//!
//! Where fields have names an object is needed; the derived readers would also take a list of the fields in their order.

use alloc::string::{String, ToString};
use alloc::vec::{self, Vec};
use core::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use super::Problem;

/// Reads a type from a value.
pub(super) fn read<'v, T: Deserialize<'v>>(value: &'v Value) -> Result<T, Amiss> {
    T::deserialize(Placed { value, place: Place::Top })
}

/// The fields of an object by name. In which order a map keeps them depends on a feature of `serde_json` that any crate beside
/// this one may switch on; the order of errors must not.
pub(super) fn by_name(fields: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut fields: Vec<_> = fields.iter().collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    fields
}

/// What is amiss, and where: empty for the value as a whole.
#[derive(Debug)]
pub(super) struct Amiss {
    pub path: String,
    pub message: String,
    /// The same in Chinese, where there are words for it.
    pub message_zh: Option<String>,
    placed: bool,
}

impl fmt::Display for Amiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Amiss {}

impl Error for Amiss {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let (en, zh) = (message.to_string(), alloc::format!("{message:#}"));
        // The errors of the crate print in Chinese when asked to; the sentences of serde are known.
        let message_zh = if zh == en { in_chinese(&en) } else { Some(zh) };
        Self { path: String::new(), message: en, message_zh, placed: false }
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match unexpected {
            Unexpected::Unit => Self::custom(format_args!("invalid type: null, expected {expected}")),
            _ => Self::custom(format_args!("invalid type: {unexpected}, expected {expected}")),
        }
    }
}

/// A place in a value, as a path from the top.
#[derive(Clone, Copy)]
enum Place<'p> {
    Top,
    Field(&'p Place<'p>, &'p str),
    Item(&'p Place<'p>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Field(Self::Top, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, place) => write!(f, "{parent}[{place}]"),
        }
    }
}

impl Place<'_> {
    /// The result, with this place where its error has none yet: the innermost place is the one to name.
    fn named<T>(&self, result: Result<T, Amiss>) -> Result<T, Amiss> {
        result.map_err(|amiss| match amiss.placed {
            true => amiss,
            false => Amiss { path: self.to_string(), placed: true, ..amiss },
        })
    }
}

/// A value at its place.
#[derive(Clone, Copy)]
struct Placed<'p, 'v> {
    value: &'v Value,
    place: Place<'p>,
}

impl<'v> Placed<'_, 'v> {
    fn named<T>(&self, result: Result<T, Amiss>) -> Result<T, Amiss> {
        self.place.named(result)
    }

    /// What another kind of value was expected for.
    fn unexpected<T>(&self, expected: &dyn Expected) -> Result<T, Amiss> {
        let unexpected = match self.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => Unexpected::Unsigned(number),
                (None, Some(number), _) => Unexpected::Signed(number),
                (None, None, number) => Unexpected::Float(number.unwrap_or(f64::NAN)),
            },
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        self.named(Err(Amiss::invalid_type(unexpected, expected)))
    }

    fn number<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        let Value::Number(number) = self.value else { return self.unexpected(&visitor) };
        self.named(match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => visitor.visit_u64(number),
            (None, Some(number), _) => visitor.visit_i64(number),
            (None, None, Some(number)) => visitor.visit_f64(number),
            (None, None, None) => Err(Amiss::custom("the number is out of range")),
        })
    }

    fn text<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::String(text) => self.named(visitor.visit_borrowed_str(text)),
            _ => self.unexpected(&visitor),
        }
    }

    fn nothing<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::Null => self.named(visitor.visit_unit()),
            _ => self.unexpected(&visitor),
        }
    }

    fn items<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        let Value::Array(parts) = self.value else { return self.unexpected(&visitor) };
        let mut left = parts.iter().enumerate();
        let read = visitor.visit_seq(Items { left: &mut left, place: &self.place });
        self.named(read.and_then(|read| match left.len() {
            0 => Ok(read),
            more => Err(Amiss::custom(format_args!("{more} elements more than there should be"))),
        }))
    }

    fn fields<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::Object(fields) => {
                let left = by_name(fields).into_iter();
                self.named(visitor.visit_map(Fields { left, value: None, place: &self.place }))
            }
            Value::Array(_) => self.named(Err(Amiss::custom("an object with named fields is needed here"))),
            _ => self.unexpected(&visitor),
        }
    }
}

/// Methods of a deserializer that take one kind of value.
macro_rules! take {
    ($($kind:ident: $($method:ident($($ignored:ty),*))*;)*) => {
        $($(fn $method<V: Visitor<'v>>(self, $(_: $ignored,)* visitor: V) -> Result<V::Value, Amiss> {
            self.$kind(visitor)
        })*)*
    };
}

impl<'v> Deserializer<'v> for Placed<'_, 'v> {
    type Error = Amiss;

    take! {
        number: deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128() deserialize_u8()
            deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128() deserialize_f32() deserialize_f64();
        text: deserialize_char() deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
            deserialize_identifier();
        nothing: deserialize_unit() deserialize_unit_struct(&'static str);
        items: deserialize_seq() deserialize_tuple(usize) deserialize_tuple_struct(&'static str, usize);
        fields: deserialize_map() deserialize_struct(&'static str, &'static [&'static str]);
    }

    /// A list is not among what may stand here: what tells its kind in a field is read this way.
    fn deserialize_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::Null => self.nothing(visitor),
            Value::Bool(_) => self.deserialize_bool(visitor),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) | Value::Object(_) => self.fields(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        self.named(visitor.visit_unit())
    }

    fn deserialize_bool<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::Bool(flag) => self.named(visitor.visit_bool(*flag)),
            _ => self.unexpected(&visitor),
        }
    }

    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Amiss> {
        match self.value {
            Value::Null => self.named(visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'v>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Amiss> {
        self.named(visitor.visit_newtype_struct(self))
    }

    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Amiss> {
        let (name, content) = match self.value {
            Value::String(name) => (&**name, None),
            Value::Object(fields) => match fields.iter().next().filter(|_| fields.len() == 1) {
                Some((name, content)) => (&**name, Some(content)),
                None => {
                    return self
                        .named(Err(Amiss::custom("one field is needed here, with the name of the form")));
                }
            },
            _ => return self.unexpected(&visitor),
        };
        self.named(visitor.visit_enum(Choice { name, content, place: &self.place }))
    }
}

/// The parts of an array that are still to be read.
struct Items<'i, 'p, 'v> {
    left: &'i mut core::iter::Enumerate<core::slice::Iter<'v, Value>>,
    place: &'p Place<'p>,
}

impl<'v> SeqAccess<'v> for Items<'_, '_, 'v> {
    type Error = Amiss;

    fn next_element_seed<T: DeserializeSeed<'v>>(&mut self, seed: T) -> Result<Option<T::Value>, Amiss> {
        let Some((place, value)) = self.left.next() else { return Ok(None) };
        let place = Place::Item(self.place, place);
        place.named(seed.deserialize(Placed { value, place })).map(Some)
    }
}

/// The fields of an object that are still to be read.
struct Fields<'p, 'v> {
    left: vec::IntoIter<(&'v String, &'v Value)>,
    value: Option<(&'v str, &'v Value)>,
    place: &'p Place<'p>,
}

impl<'v> MapAccess<'v> for Fields<'_, 'v> {
    type Error = Amiss;

    fn next_key_seed<K: DeserializeSeed<'v>>(&mut self, seed: K) -> Result<Option<K::Value>, Amiss> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        self.value = Some((name, value));
        let key = seed.deserialize(BorrowedStrDeserializer::new(name));
        Place::Field(self.place, name).named(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'v>>(&mut self, seed: T) -> Result<T::Value, Amiss> {
        let Some((name, value)) = self.value.take() else {
            return Err(Amiss::custom("a value without a name"));
        };
        let place = Place::Field(self.place, name);
        place.named(seed.deserialize(Placed { value, place }))
    }
}

/// One of several forms, and what it holds.
struct Choice<'p, 'v> {
    name: &'v str,
    content: Option<&'v Value>,
    place: &'p Place<'p>,
}

impl<'v> Choice<'_, 'v> {
    fn content<T>(self, read: impl FnOnce(Placed<'_, 'v>) -> Result<T, Amiss>) -> Result<T, Amiss> {
        match self.content {
            Some(value) => read(Placed { value, place: Place::Field(self.place, self.name) }),
            None => Err(Amiss::custom(format_args!("`{}` has to say more", self.name))),
        }
    }
}

impl<'v> EnumAccess<'v> for Choice<'_, 'v> {
    type Error = Amiss;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'v>>(self, seed: T) -> Result<(T::Value, Self), Amiss> {
        Ok((seed.deserialize(BorrowedStrDeserializer::new(self.name))?, self))
    }
}

impl<'v> VariantAccess<'v> for Choice<'_, 'v> {
    type Error = Amiss;

    fn unit_variant(self) -> Result<(), Amiss> {
        match self.content {
            None => Ok(()),
            Some(_) => Err(Amiss::custom(format_args!("`{}` has nothing more to say", self.name))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'v>>(self, seed: T) -> Result<T::Value, Amiss> {
        self.content(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'v>>(self, _: usize, visitor: V) -> Result<V::Value, Amiss> {
        self.content(|content| content.items(visitor))
    }

    fn struct_variant<V: Visitor<'v>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Amiss> {
        self.content(|content| content.fields(visitor))
    }
}

/// A field as a type, or what is wrong with it, at its path.
pub(super) fn typed<T: DeserializeOwned>(
    at: &str,
    value: Option<&Value>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match read(value?) {
        Ok(read) => Some(read),
        Err(Amiss { path, message, message_zh, .. }) => {
            let point = if at.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
            let path = alloc::format!("{at}{point}{path}");
            problems.push(Problem { message_zh, ..Problem::new(path, message) });
            None
        }
    }
}

/// What serde says about a field, in Chinese; none where it is not one of its usual sentences.
fn in_chinese(message: &str) -> Option<String> {
    let listed = |text: &str| text.replace("expected one of ", "可用：").replace("expected ", "应为");
    let quoted = |text: &str| text.replace('`', "");
    if let Some((name, rest)) = message.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", "))
    {
        return Some(alloc::format!("没有“{}”这个字段；{}", quoted(name), quoted(&listed(rest))));
    }
    if let Some((name, rest)) =
        message.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", "))
    {
        return Some(alloc::format!("没有“{}”这个取值；{}", quoted(name), quoted(&listed(rest))));
    }
    if let Some(name) = message.strip_prefix("missing field ") {
        return Some(alloc::format!("缺少字段“{}”", quoted(name)));
    }
    if let Some((given, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        return Some(alloc::format!("类型不对：给的是{}，应为{}", kind_of(given), kind_of(expected)));
    }
    let known = [
        ("the number is out of range", "这个数超出范围"),
        ("an object with named fields is needed here", "此处应为带字段名的对象"),
        ("one field is needed here, with the name of the form", "此处应有一个字段，以形式的名称为名"),
        ("a value without a name", "有值而没有名称"),
    ];
    known.iter().find(|(en, _)| *en == message).map(|(_, zh)| (*zh).into())
}

/// What serde calls a kind of value, in Chinese; a name of its own stays as it is.
fn kind_of(words: &str) -> String {
    let given =
        [("string ", "文字"), ("integer ", "整数"), ("floating point ", "小数"), ("boolean ", "真假值")];
    for (en, zh) in given {
        if let Some(value) = words.strip_prefix(en) {
            return alloc::format!("{zh}{}", value.replace('`', ""));
        }
    }
    match words {
        "null" => "空值".into(),
        "a string" | "a borrowed string" | "str" => "文字".into(),
        "a boolean" => "true或false".into(),
        "map" | "a map" => "对象".into(),
        "sequence" | "a sequence" => "数组".into(),
        "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "整数".into(),
        other if other.starts_with("struct ") => "对象".into(),
        other if other.starts_with("enum ") => "规定的代码之一".into(),
        other => other.into(),
    }
}
