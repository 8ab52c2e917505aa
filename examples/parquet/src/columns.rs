//! The columns of a table of observations, and their cells whatever type the file gives them.

use std::fmt::Write as _;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, BooleanArray, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::{DataType, Schema};

use crate::Error;

/// The columns that are read, by the names that `dabiao::Record` gives them.
pub const COLUMNS: [&str; 15] = [
    "area",
    "indicator",
    "period",
    "value",
    "numerator",
    "denominator",
    "unit_kind",
    "unit_id",
    "residence",
    "sex",
    "age",
    "unit",
    "status",
    "break",
    "source",
];

/// One of [`COLUMNS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Column {
    Area,
    Indicator,
    Period,
    Value,
    Numerator,
    Denominator,
    UnitKind,
    UnitId,
    Residence,
    Sex,
    Age,
    Unit,
    Status,
    Break,
    Source,
}

use Column::{
    Age, Area, Break, Denominator, Indicator, Numerator, Period, Residence, Sex, Source, Status, Unit,
    UnitId, UnitKind, Value,
};

impl Column {
    pub(crate) const ALL: [Self; COLUMNS.len()] = [
        Area,
        Indicator,
        Period,
        Value,
        Numerator,
        Denominator,
        UnitKind,
        UnitId,
        Residence,
        Sex,
        Age,
        Unit,
        Status,
        Break,
        Source,
    ];

    pub(crate) fn name(self) -> &'static str {
        COLUMNS.get(self as usize).copied().unwrap_or_default()
    }

    /// Why a type is not read as this column.
    fn refuses(self, given: &DataType) -> Option<String> {
        let counted = matches!(self, Value | Numerator | Denominator);
        if is_text(given) || *given == DataType::Null {
            return None;
        }
        if given.is_floating() && counted {
            let instead = match self {
                Value => {
                    "store the printed digits as Decimal128 or as text, or give `numerator` and `denominator`"
                }
                _ => "store whole numbers as Int64 (in pandas: astype(\"Int64\"), which has gaps too)",
            };
            return Some(format!(
                "it holds binary fractions, and a bound of 12.3 is none, so a value at the bound could fall on either side; {instead}"
            ));
        }
        let right = match self {
            Period => {
                if given.is_integer() {
                    return None;
                }
                "give years as Int32 or Int64, or periods as text (`2024`, `2024-03-01`)"
            }
            Area | UnitId => {
                if given.is_integer() {
                    return None;
                }
                "give codes or names as text, or codes as Int32 or Int64"
            }
            Value | Numerator | Denominator => match given {
                whole if whole.is_integer() => return None,
                DataType::Decimal32(_, scale)
                | DataType::Decimal64(_, scale)
                | DataType::Decimal128(_, scale)
                    if *scale >= 0 =>
                {
                    return None;
                }
                _ if self == Value => "give Decimal128 with the printed places, whole numbers, or text",
                _ => "give whole numbers as Int64, or text",
            },
            Break if *given == DataType::Boolean => return None,
            Break => "give Boolean, or text (`yes`)",
            _ => "give text (Utf8, LargeUtf8, Utf8View, or a dictionary of them)",
        };
        Some(right.to_owned())
    }
}

fn is_text(given: &DataType) -> bool {
    match given {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// The columns of a table, so named in messages, that nothing here reads.
///
/// # Errors
/// If a column is not there or of a type that is not read: nobody could read the rows.
pub fn unread_columns(table: &str, schema: &Schema) -> Result<Vec<String>, Error> {
    Ok(Layout::of(table, schema)?.ignored)
}

/// Where the columns stand in a file.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The place of each column among those of the file.
    places: [Option<usize>; COLUMNS.len()],
    /// What else the file has.
    pub(crate) ignored: Vec<String>,
}

impl Layout {
    /// Finds the columns, and refuses a file whose rows nobody could read.
    pub(crate) fn of(file: &str, schema: &Schema) -> Result<Self, Error> {
        let found = || {
            let names: Vec<String> =
                schema.fields().iter().map(|field| format!("`{}`", field.name())).collect();
            if names.is_empty() { "no column at all".to_owned() } else { names.join(", ") }
        };
        let missing = |column: Column, remedy| Error::NoColumn {
            file: file.to_owned(),
            column: column.name(),
            found: found(),
            remedy,
        };
        let mut layout = Self { places: [None; COLUMNS.len()], ignored: vec![] };
        for (place, field) in schema.fields().iter().enumerate() {
            let known = Column::ALL.into_iter().find(|column| column.name() == field.name());
            let Some(column) = known else {
                layout.ignored.push(field.name().clone());
                continue;
            };
            if let Some(remedy) = column.refuses(field.data_type()) {
                return Err(Error::WrongType {
                    file: file.to_owned(),
                    column: column.name(),
                    found: field.data_type().clone(),
                    remedy,
                });
            }
            let slot = layout.places.get_mut(column as usize);
            if slot.is_some_and(|slot| slot.replace(place).is_some()) {
                let remedy = "it stands there twice; keep one".to_owned();
                let found = field.data_type().clone();
                return Err(Error::WrongType { file: file.to_owned(), column: column.name(), found, remedy });
            }
        }
        for column in [Area, Indicator, Period] {
            if !layout.has(column) {
                let remedy = match column {
                    Area => "each row names its area, by code or name",
                    Indicator => "each row names its indicator, by id or Chinese name",
                    _ => "each row says its year, or another period",
                };
                return Err(missing(column, remedy));
            }
        }
        match (layout.has(Value), layout.has(Numerator), layout.has(Denominator)) {
            (_, true, false) => Err(missing(Denominator, "a numerator says nothing without it")),
            (_, false, true) => Err(missing(Numerator, "a denominator says nothing without it")),
            (false, false, false) => {
                Err(missing(Value, "give `value`, or `numerator` and `denominator`, or all three"))
            }
            _ => Ok(layout),
        }
    }

    fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    pub(crate) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    /// The places in order, for a reader that leaves the other columns out, and the layout of what it then gives.
    pub(crate) fn projected(&self) -> (Vec<usize>, Self) {
        let mut read: Vec<usize> = self.places.iter().flatten().copied().collect();
        read.sort_unstable();
        let places = self.places.map(|place| read.iter().position(|other| Some(*other) == place));
        (read, Self { places, ignored: vec![] })
    }
}

/// One column of some rows.
#[derive(Debug)]
pub(crate) enum Cells<'a> {
    /// The column is not there, or has nothing in it.
    Empty,
    Text(&'a StringArray),
    LargeText(&'a LargeStringArray),
    TextView(&'a StringViewArray),
    /// A dictionary: the place of each row's word.
    Words(Vec<Option<usize>>, Box<Cells<'a>>),
    /// Digits with the point before the last so many.
    Digits(Vec<Option<i128>>, u32),
    Flags(&'a BooleanArray),
}

fn digits<T: ArrowPrimitiveType>(array: &dyn Array) -> Vec<Option<i128>>
where
    T::Native: Into<i128>,
{
    array.as_primitive::<T>().iter().map(|digits| digits.map(Into::into)).collect()
}

impl<'a> Cells<'a> {
    /// The cells of an array; none of a type that [`Layout::of`] refuses.
    pub(crate) fn of(array: &'a dyn Array) -> Self {
        if array.null_count() == array.len() {
            return Self::Empty;
        }
        match array.data_type() {
            DataType::Utf8 => Self::Text(array.as_string()),
            DataType::LargeUtf8 => Self::LargeText(array.as_string()),
            DataType::Utf8View => Self::TextView(array.as_string_view()),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                let keys = dictionary.keys();
                // The key of a row without a value may be any.
                let places = match dictionary.values().is_empty() {
                    true => vec![None; array.len()],
                    false => {
                        let place = |(row, key)| keys.is_valid(row).then_some(key);
                        dictionary.normalized_keys().into_iter().enumerate().map(place).collect()
                    }
                };
                Self::Words(places, Box::new(Self::of(dictionary.values())))
            }
            DataType::Int8 => Self::Digits(digits::<Int8Type>(array), 0),
            DataType::Int16 => Self::Digits(digits::<Int16Type>(array), 0),
            DataType::Int32 => Self::Digits(digits::<Int32Type>(array), 0),
            DataType::Int64 => Self::Digits(digits::<Int64Type>(array), 0),
            DataType::UInt8 => Self::Digits(digits::<UInt8Type>(array), 0),
            DataType::UInt16 => Self::Digits(digits::<UInt16Type>(array), 0),
            DataType::UInt32 => Self::Digits(digits::<UInt32Type>(array), 0),
            DataType::UInt64 => Self::Digits(digits::<UInt64Type>(array), 0),
            DataType::Decimal32(_, scale) => {
                Self::Digits(digits::<Decimal32Type>(array), scale.unsigned_abs().into())
            }
            DataType::Decimal64(_, scale) => {
                Self::Digits(digits::<Decimal64Type>(array), scale.unsigned_abs().into())
            }
            DataType::Decimal128(_, scale) => {
                Self::Digits(digits::<Decimal128Type>(array), scale.unsigned_abs().into())
            }
            DataType::Boolean => Self::Flags(array.as_boolean()),
            _ => Self::Empty,
        }
    }

    /// The text of a row, where the column is one of texts and has one there.
    pub(crate) fn text(&self, row: usize) -> Option<&str> {
        match self {
            Self::Text(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::LargeText(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::TextView(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Self::Words(places, words) => words.text((*places.get(row)?)?),
            Self::Empty | Self::Digits(..) | Self::Flags(_) => None,
        }
    }

    /// The digits of a row and how many stand behind the point. A column of decimals pads them with zeros, which say nothing
    /// of how the number was printed and are left out.
    pub(crate) fn number(&self, row: usize) -> Option<(i128, u32)> {
        let Self::Digits(digits, places) = self else { return None };
        let (mut digits, mut places) = ((*digits.get(row)?)?, *places);
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Some((digits, places))
    }

    /// Whether a row has anything here but blanks.
    pub(crate) fn is_blank(&self, row: usize) -> bool {
        match self {
            Self::Empty => true,
            Self::Digits(digits, _) => digits.get(row).is_none_or(Option::is_none),
            Self::Flags(flags) => flags.is_null(row) || !flags.value(row),
            _ => self.text(row).is_none_or(|text| text.trim().is_empty()),
        }
    }

    /// The cell as it would be written in a table of text, behind what is there.
    pub(crate) fn write(&self, row: usize, text: &mut String) {
        if let Some((digits, places)) = self.number(row) {
            let places = usize::try_from(places).unwrap_or(0);
            let sign = if digits < 0 { "-" } else { "" };
            let mut size = format!("{:0>1$}", digits.unsigned_abs(), places + 1);
            if places > 0 {
                size.insert(size.len() - places, '.');
            }
            // Writing into memory does not fail.
            let _ = write!(text, "{sign}{size}");
            return;
        }
        match self {
            Self::Flags(flags) if flags.is_valid(row) && flags.value(row) => text.push_str("yes"),
            _ => text.push_str(self.text(row).unwrap_or_default()),
        }
    }
}
