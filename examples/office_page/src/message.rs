//! Messages between the page and the desk: a JSON text, and what files hold behind it.

use serde_json::{Value, json};

use crate::Request;

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is, for the page.
    pub key: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// An answer: its text, and the files that were made.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// An object; `files` is added to it.
    pub text: Value,
    /// The files.
    pub parts: Vec<Part>,
}

impl From<Value> for Message {
    fn from(text: Value) -> Self {
        Self { text, parts: Vec::new() }
    }
}

impl Message {
    /// Takes a request apart.
    ///
    /// # Errors
    /// What is no request.
    pub fn read(message: &[u8]) -> Result<(Request, &[u8]), Vec<String>> {
        let cut = || vec!["the message is cut short".to_owned()];
        let (length, rest) = message.split_first_chunk::<4>().ok_or_else(cut)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| cut())?;
        let (text, bytes) = rest.split_at_checked(length).ok_or_else(cut)?;
        let request = serde_json::from_slice(text).map_err(|error| vec![error.to_string()])?;
        Ok((request, bytes))
    }

    /// What is wrong, a line each.
    #[must_use]
    pub fn error(lines: &[String]) -> Self {
        json!({ "error": lines }).into()
    }

    /// The answer in bytes.
    #[must_use]
    pub fn write(mut self) -> Vec<u8> {
        let told = self
            .parts
            .iter()
            .map(|part| json!({ "key": part.key, "name": part.name, "length": part.bytes.len() }));
        let told: Vec<Value> = told.collect();
        if let Some(fields) = self.text.as_object_mut() {
            fields.insert("files".to_owned(), told.into());
        }
        let text = self.text.to_string().into_bytes();
        let mut bytes = u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
        bytes.extend(text);
        self.parts.into_iter().for_each(|part| bytes.extend(part.bytes));
        bytes
    }
}
