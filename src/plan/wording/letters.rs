//! The text of a clause letter by letter, with full-width print taken as the plain signs.

use alloc::vec::Vec;

/// A part of a text, in bytes.
///
/// ```
/// use dabiao::plan::wording;
/// let text = "孕产妇系统管理率达到90％以上";
/// let reading = wording::read(text);
/// assert_eq!(reading.asks[0].place.of(text), text);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The characters at this place of the text that was read; empty for another text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A text without spaces, each letter with its byte. A space between two digits stays: `1 2` is no twelve.
pub(super) struct Letters<'t> {
    pub(super) text: &'t str,
    letters: Vec<(usize, char)>,
}

impl<'t> Letters<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut letters: Vec<(usize, char)> = Vec::with_capacity(text.len() / 2);
        let mut rest = text.char_indices().map(|(byte, letter)| (byte, plain(letter))).peekable();
        while let Some((byte, letter)) = rest.next() {
            let between = || letters.last().is_some_and(|(_, last)| last.is_ascii_digit());
            let stays =
                letter != ' ' || (between() && rest.peek().is_some_and(|(_, next)| next.is_ascii_digit()));
            if stays {
                letters.push((byte, letter));
            }
        }
        Self { text, letters }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(super) fn at(&self, place: usize) -> Option<char> {
        self.letters.get(place).map(|(_, letter)| *letter)
    }

    /// Whether `word` stands at `place`.
    pub(super) fn is(&self, place: usize, word: &str) -> bool {
        word.chars().zip(place..).all(|(wanted, place)| self.at(place) == Some(wanted))
    }

    /// The first of the words that stands at `place`, with the place after it.
    pub(super) fn any<'w>(&self, place: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let word = words.iter().find(|word| self.is(place, word))?;
        Some((word, place + word.chars().count()))
    }

    /// The letters from one place to another as they were printed.
    pub(super) fn print(&self, from: usize, to: usize) -> &'t str {
        self.span(from, to).of(self.text)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.byte(from);
        let last = to.checked_sub(1).filter(|last| *last >= from);
        // The byte after the last letter: spaces behind it stay outside.
        let end = last.map_or(start, |last| {
            let byte = self.byte(last);
            let width = self.text.get(byte..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            byte + width
        });
        Span { start, end }
    }

    fn byte(&self, place: usize) -> usize {
        self.letters.get(place).map_or(self.text.len(), |(byte, _)| *byte)
    }
}

const fn plain(letter: char) -> char {
    match letter {
        '０' => '0',
        '１' => '1',
        '２' => '2',
        '３' => '3',
        '４' => '4',
        '５' => '5',
        '６' => '6',
        '７' => '7',
        '８' => '8',
        '９' => '9',
        '．' => '.',
        '％' | '﹪' => '%',
        '：' | '∶' | '﹕' => ':',
        '／' | '∕' | '⁄' => '/',
        '～' | '〜' | '~' | '–' | '—' | '－' | '−' | '‐' | '‑' | '﹣' => '-',
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '＜' => '<',
        '＞' => '>',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        letter => letter,
    }
}
