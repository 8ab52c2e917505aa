//! Files as they come: by a path, or handed over with a name by whoever has no file system.

use dabiao::Language;

/// What a file is called and what it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    /// Its name or path; the ending says what kind of file it is.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    /// Reads the file at a path.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn open(path: &str, language: Language) -> Result<Self, String> {
        let bytes = std::fs::read(path).map_err(|error| match language {
            Language::Chinese => format!("{path}：无法读取文件：{error}"),
            Language::English => format!("{path}: {error}"),
        })?;
        Ok(Self { name: path.to_owned(), bytes })
    }

    /// The ending of its name, in small letters.
    pub(crate) fn ending(&self) -> Option<String> {
        self.name.rsplit_once('.').map(|(_, end)| end.to_lowercase())
    }
}
