//! Text that is either part of the program or owned.

use alloc::borrow::{Borrow, Cow, ToOwned as _};
use alloc::string::String;
use core::fmt;
use core::ops::Deref;

/// An id, a name or a note: a `str` that is part of the program or owned.
///
/// [`from_static`](Self::from_static) copies nothing; `From<&str>` copies.
///
/// ```
/// use dabiao::values::Text;
/// const AREA: Text = Text::from_static("150625");
/// let typed = String::from("150625");
/// assert_eq!(AREA, Text::from(&*typed));
/// assert_eq!(AREA, "150625");
/// assert!(AREA.starts_with("15"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Text(Cow<'static, str>);

impl Text {
    /// Text that is part of the program.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but blanks: a blank name says nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.chars().all(char::is_whitespace)
    }

    /// The text, unless it is blank.
    pub(crate) fn given(text: impl Into<Self>) -> Option<Self> {
        Some(text.into()).filter(|text| !text.is_blank())
    }

    /// The text of a card that is part of the program; empty for any other.
    #[cfg(feature = "hangjin")]
    pub(crate) const fn as_static(&self) -> &'static str {
        match &self.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => "",
        }
    }
}

/// Reads a text that may be left out; a blank one is.
#[cfg(feature = "serde")]
pub(crate) fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    let text: Option<Text> = serde::Deserialize::deserialize(deserializer)?;
    Ok(text.and_then(Text::given))
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Cow::Owned(text.to_owned()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&Self> for Text {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into_owned()
    }
}

macro_rules! equal_to {
    ($($other:ty),+) => { $(
        impl PartialEq<$other> for Text {
            fn eq(&self, other: &$other) -> bool {
                *self.as_str() == **other
            }
        }

        impl PartialEq<Text> for $other {
            fn eq(&self, other: &Text) -> bool {
                **self == *other.as_str()
            }
        }
    )+ };
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

equal_to!(&str, String);
