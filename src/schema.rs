//! JSON Schema for the types that are written as text, or that are checked on the way in.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::ahead::Estimate;
use crate::plan::{Change, Fraction};
use crate::values::{AgeGroup, Date, Number, Period, Ratio, Year};

macro_rules! schemas {
    ($($type:ident: $schema:tt)+) => { $(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+ };
}

schemas! {
    Number: {
        "type": "string",
        "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
        "description": "A decimal number as text, at most 28 digits, with its printed digits."
    }
    Ratio: {
        "type": "string",
        "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
        "description": "A decimal number as text: exact where it has at most 28 digits, else rounded half to even to 12 decimals or more."
    }
    Estimate: {
        "type": "string",
        "pattern": r"^-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?$",
        "description": "A number that statistics give, with six significant digits."
    }
    Fraction: { "type": "string", "pattern": "^[0-9]+/0*[1-9][0-9]*$", "description": "An exact fraction: 1/3." }
    Change: { "type": "string", "pattern": "^([0-9]+(\\.[0-9]+)?|[0-9]+/0*[1-9][0-9]*)$", "description": "Per cent (20) or an exact fraction (1/6)." }
    Year: { "type": "integer", "minimum": 1900, "maximum": 2200 }
    Date: { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "A day: 2022-08-09." }
    AgeGroup: {
        "type": "string",
        "description": "Completed years or months, both ends included: 0-4y, 60y+, 0-5m; total for everybody."
    }
    Period: {
        "anyOf": [{ "type": "string" }, { "type": "integer", "minimum": 1900, "maximum": 2200 }],
        "description": "2024; 2023/2024 for a school year; term:2026 for a term of office; to:2024 from the start of the plan; 2024-05-12 for a day."
    }
}
