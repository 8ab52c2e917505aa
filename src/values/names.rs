//! Names as tables write them: what makes two of them one, and what in them cannot be seen.
//!
//! Names of areas, units, kinds of unit and indicators are compared folded and shown as written.
//!
//! ```
//! use dabiao::values::names::{is_hidden, key, visible};
//! let name = "锡尼镇\u{200b}";
//! assert!(name.chars().any(is_hidden));
//! assert_eq!((&*key(name), &*visible(name)), ("锡尼镇", "锡尼镇⟨U+200B⟩"));
//! ```

use alloc::borrow::Cow;
use alloc::string::String;

/// A full-width sign or the ideographic space as its half-width twin; all else as it is.
pub(crate) fn fold(found: char) -> char {
    match found {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(found) - 0xfee0).unwrap_or(found),
        '\u{3000}' => ' ',
        _ => found,
    }
}

/// What two names have in common if they are one: their width, case, blanks, dashes and dots made one, composed, and without
/// what is hidden in them and without the note marks and signs behind them. A code that a program kept as a number (`150625.0`)
/// is the code.
///
/// ```
/// use dabiao::values::names::key;
/// assert_eq!(key("ＨＡＮＧＪＩＮ　Banner*"), "hangjinbanner");
/// assert_eq!(key(" 锡尼 镇①："), key("锡尼镇"));
/// assert_eq!(key("0—6岁"), key("0-6岁"));
/// assert_eq!(key("150625.0"), key("150625"));
/// // Radicals that a PDF file puts in place of characters.
/// assert_eq!(key("⼥性"), "女性");
/// assert_ne!(key("甲镇"), key("乙镇"));
/// ```
#[must_use]
pub fn key(name: &str) -> Cow<'_, str> {
    let plain =
        |found: char| matches!(found, 'a'..='z' | '0'..='9' | '-' | '_' | '.' | '\u{4e00}'..='\u{9fff}');
    if name.chars().all(plain) && !name.ends_with(['.', '-']) {
        return Cow::Borrowed(without_zeros(name));
    }
    let mut folded = folded(name);
    let kept = without_zeros(trimmed(&folded)).len();
    folded.truncate(kept);
    Cow::Owned(folded)
}

/// The same with the marks behind the name: what tells apart two names that are one without them.
pub(crate) fn key_with_marks(name: &str) -> String {
    let mut folded = folded(name);
    let kept = without_zeros(&folded).len();
    folded.truncate(kept);
    folded
}

fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for found in name.chars().map(fold) {
        // Nearly all letters are these, and stand for themselves.
        if matches!(found, '!'..='}' | '\u{4e00}'..='\u{9fff}') {
            folded.push(found.to_ascii_lowercase());
            continue;
        }
        if found.is_whitespace() || is_hidden(found) || is_joiner(found) {
            continue;
        }
        let found = match found {
            // The Chinese dash is two of them.
            '—' | '―' if folded.ends_with('-') => continue,
            '‐'..='―' | '−' | '～' | '~' | '﹣' => '-',
            '・' | '•' | '‧' | '∙' | '⋅' => '·',
            '【' | '〔' | '﹝' => '[',
            '】' | '〕' | '﹞' => ']',
            '\u{2f00}'..='\u{2fd5}' => radical(found),
            found => found,
        };
        if let Some(composed) = folded.chars().next_back().and_then(|base| compose(base, found)) {
            folded.pop();
            folded.extend(composed.to_lowercase());
        } else {
            folded.extend(found.to_lowercase());
        }
    }
    folded
}

/// A whole number without its decimals.
fn without_zeros(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros))
            if !whole.is_empty()
                && whole.bytes().all(|found| found.is_ascii_digit())
                && !zeros.is_empty()
                && zeros.bytes().all(|found| found == b'0') =>
        {
            whole
        }
        _ => text,
    }
}

/// What joins or varies letters and cannot be seen: Mongolian and Arabic spelling needs it, and it makes no other name.
const fn is_joiner(found: char) -> bool {
    matches!(found, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180e}')
}

/// A text of half width without the note marks and blanks behind it.
pub(crate) fn without_marks(folded: &str) -> &str {
    trimmed(folded.trim_end()).trim_end()
}

/// A folded name without the marks behind it; a name of nothing but marks stays.
fn trimmed(folded: &str) -> &str {
    let mut rest = folded;
    loop {
        let shorter = rest.trim_end_matches(is_trailing);
        let shorter = ["(注)", "[注]"].iter().find_map(|note| shorter.strip_suffix(note)).unwrap_or(shorter);
        let shorter = numbered_note(shorter).unwrap_or(shorter);
        match shorter {
            "" => return if rest.is_empty() { folded } else { rest },
            _ if shorter.len() == rest.len() => return rest,
            _ => rest = shorter,
        }
    }
}

/// The text before `[1]` or `(注2)`.
fn numbered_note(text: &str) -> Option<&str> {
    let (before, note) = match text.strip_suffix(']') {
        Some(rest) => rest.rsplit_once('[')?,
        None => text.strip_suffix(')')?.rsplit_once("(注")?,
    };
    let note = note.strip_prefix('注').unwrap_or(note);
    (!note.is_empty() && note.chars().all(|found| found.is_ascii_digit())).then_some(before)
}

const fn is_trailing(found: char) -> bool {
    matches!(found, '*' | '†' | '‡' | '※' | '#' | '\u{2460}'..='\u{2473}' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | ':' | '。' | '.' | ',' | ';' | '、' | '-')
}

/// The characters that the radicals from U+2F00 on stand for.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

fn radical(found: char) -> char {
    let place = usize::try_from(u32::from(found) - 0x2f00).ok();
    place.and_then(|place| RADICALS.chars().nth(place)).unwrap_or(found)
}

/// Letters that are one character or a letter with a mark behind it: mark, letters, and the letters composed.
const COMPOSED: &[(char, &str, &str)] = &[
    ('\u{300}', "aeiounw", "àèìòùǹẁ"),
    ('\u{301}', "aeiouyclnrszg", "áéíóúýćĺńŕśźǵ"),
    ('\u{302}', "aeioucghjswyz", "âêîôûĉĝĥĵŝŵŷẑ"),
    ('\u{303}', "anoiu", "ãñõĩũ"),
    ('\u{308}', "aeiouy", "äëïöüÿ"),
    ('\u{30a}', "au", "åů"),
    ('\u{327}', "cgklnrst", "çģķļņŗşţ"),
    ('\u{304}', "aeiou", "āēīōū"),
    ('\u{306}', "aegiou", "ăĕğĭŏŭ"),
    ('\u{328}', "aeiu", "ąęįų"),
    ('\u{307}', "cegz", "ċėġż"),
    ('\u{30c}', "cdelnrstzaiougk", "čďěľňřšťžǎǐǒǔǧǩ"),
    ('\u{30b}', "ou", "őű"),
];

fn compose(base: char, mark: char) -> Option<char> {
    let (_, letters, composed) = COMPOSED.iter().find(|(known, ..)| *known == mark)?;
    letters.chars().zip(composed.chars()).find(|(letter, _)| *letter == base).map(|(_, composed)| composed)
}

/// Whether a character moves or hides what stands around it, or cannot be seen: control characters, line breaks, direction
/// marks, characters without a width. The joiners that Mongolian and Arabic spelling needs are none.
#[must_use]
pub const fn is_hidden(found: char) -> bool {
    found.is_ascii_control()
        || matches!(found,
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}' | '\u{1160}'
            | '\u{200b}'
            | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// A text without the blanks around it; most have none, which two bytes tell.
pub(crate) fn stripped(text: &str) -> &str {
    let shown = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    match shown(text.as_bytes().first()) && shown(text.as_bytes().last()) {
        true => text,
        false => text.trim(),
    }
}

/// Whether anything in a text is hidden; ids are written in signs that can be seen, and need no second look.
pub(crate) fn has_hidden(text: &str) -> bool {
    // Without a way out in between, many bytes are looked at in one step.
    let shown = text.bytes().fold(true, |all, found| all & matches!(found, b' '..=b'~'));
    !shown && text.chars().any(is_hidden)
}

/// A text on one line in which nothing is hidden: what [`is_hidden`] names is written as signs that can be seen. Whatever is
/// printed and may come from data goes through here; JSON stays exact, for its reader is a program.
///
/// ```
/// use dabiao::values::names::visible;
/// assert_eq!(visible("甲镇\r\n未达标"), "甲镇␍␊未达标");
/// assert_eq!(visible("\u{1b}[31m红\u{202e}"), "␛[31m红⟨U+202E⟩");
/// assert_eq!(visible("锡尼镇 ᠰᠢᠨᠡ"), "锡尼镇 ᠰᠢᠨᠡ");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !has_hidden(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for found in text.chars() {
        match found {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(u32::from(found) + 0x2400)),
            '\u{7f}' => shown.push('␡'),
            _ if is_hidden(found) => shown.push_str(&alloc::format!("⟨U+{:04X}⟩", u32::from(found))),
            _ => shown.push(found),
        }
    }
    Cow::Owned(shown)
}
