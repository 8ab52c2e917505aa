//! What is odd about the way a row was written.

use alloc::string::String;

/// Something odd about the way a row was written: it becomes a finding, and changes no verdict.
///
/// ```
/// use dabiao::{data::Remark, Catalogue, Record};
/// let row = Record { indicator: "孕产妇死亡率", period: "2024", value: "9（见公报）", ..Record::default() };
/// let observation = row.read(&Catalogue::hangjin()).unwrap();
/// assert_eq!(observation.remarks, [Remark::Words { words: "见公报".into() }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Remark {
    /// The indicator by a name that is not the catalogue's but an alias.
    OtherName {
        /// As given.
        given: String,
        /// The catalogue's.
        name: String,
    },
    /// Words in brackets behind the value that nobody here understands.
    Words {
        /// The words.
        words: String,
    },
}
