//! Texts out of data, made harmless for whoever reads the output.

use std::borrow::Cow;

/// A text on one line in which nothing is hidden: control characters, line breaks, direction marks and characters without a
/// width are written as signs that can be seen. Everything that is printed and may come from data goes through here; JSON
/// stays exact, for its reader is a program.
///
/// The joiners that Mongolian and Arabic spelling needs stay as they are.
///
/// ```
/// use dabiao_tables::visible;
/// assert_eq!(visible("甲镇\r\n未达标"), "甲镇␍␊未达标");
/// assert_eq!(visible("\u{1b}[31m红\u{202e}"), "␛[31m红⟨U+202E⟩");
/// assert_eq!(visible("锡尼镇 ᠰᠢᠨᠡ"), "锡尼镇 ᠰᠢᠨᠡ");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for found in text.chars() {
        match found {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(u32::from(found) + 0x2400)),
            '\u{7f}' => shown.push('␡'),
            _ if is_hidden(found) => shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(found))),
            _ => shown.push(found),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character moves or hides what stands around it.
#[must_use]
pub const fn is_hidden(found: char) -> bool {
    found.is_ascii_control()
        || matches!(found,
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}
