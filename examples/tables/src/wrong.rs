//! What is wrong, where, and in which words.

use dabiao::Language;

/// What is wrong with a file or with one cell of it, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wrong {
    /// The line of the file, from 1; 0 where the file as a whole is meant.
    pub line: u32,
    /// The column, from 1; 0 where the line as a whole is meant.
    pub column: u32,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Wrong {
    /// Something wrong with the whole file.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { line: 0, column: 0, zh: zh.into(), en: en.into() }
    }

    /// The same at a line and a column; 0 leaves either out.
    #[must_use]
    pub fn at(self, line: u32, column: u32) -> Self {
        Self { line, column, ..self }
    }

    /// The message behind the name of the file and the place: `rows.csv:3:2: …`.
    #[must_use]
    pub fn message(&self, file: &str, language: Language) -> String {
        let text = match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        };
        match (self.line, self.column) {
            (0, _) => format!("{file}: {text}"),
            (line, 0) => format!("{file}:{line}: {text}"),
            (line, column) => format!("{file}:{line}:{column}: {text}"),
        }
    }
}

/// A row that was refused, with everything wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The file's name, as given.
    pub file: String,
    /// The line on which the row begins.
    pub line: u32,
    /// What is wrong; never empty.
    pub wrongs: Vec<Wrong>,
}

impl Refusal {
    /// One line for each thing that is wrong.
    pub fn lines(&self, language: Language) -> impl Iterator<Item = String> {
        self.wrongs.iter().map(move |wrong| wrong.message(&self.file, language))
    }

    /// The same lines in one text.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.lines(language).collect::<Vec<_>>().join("\n")
    }
}
