//! Print and numbers of Chinese texts, by rules of their own.

/// Signs behind which a name may stand that holds anything.
pub const QUOTES: [char; 5] = ['“', '"', '「', '《', '＂'];

/// Letters that make a number which is not printed in digits, or make another of it.
pub const NUMERALS: [char; 20] = [
    '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿',
    '半', '成', '倍',
];

/// Where a clause ends.
const ENDS: &str = "，,。；;:!！?？\n\r";

const PRINTS: [(char, char); 7] =
    [('%', '％'), ('/', '／'), ('.', '．'), (':', '：'), ('(', '（'), (')', '）'), ('+', '＋')];

fn digit(from: char, to: char, sign: char) -> Option<char> {
    let place = u32::from(sign).checked_sub(from.into()).filter(|place| *place < 10)?;
    char::from_u32(u32::from(to) + place)
}

/// A text in half-width print.
#[must_use]
pub fn narrow(text: &str) -> String {
    let one = |sign: char| {
        let found = PRINTS.iter().find(|(_, wide)| *wide == sign).map(|(narrow, _)| *narrow);
        found.or_else(|| digit('０', '0', sign)).unwrap_or(sign)
    };
    text.chars().map(one).collect()
}

/// A text in full-width print.
#[must_use]
pub fn wide(text: &str) -> String {
    let one = |sign: char| {
        let found = PRINTS.iter().find(|(narrow, _)| *narrow == sign).map(|(_, wide)| *wide);
        found.or_else(|| digit('0', '０', sign)).unwrap_or(sign)
    };
    text.chars().map(one).collect()
}

/// Where the numbers begin that are printed as rates: digits, then ％, ‰, /10万 or 个百分点. Not those from which something rises or falls
/// (由60%提高到95%, 较2020年的85%提高, 以85%为基础提高到95%), and not those that say which things are meant (未达到80%的乡镇, 超过60%的学校).
#[must_use]
pub fn rates(text: &str) -> Vec<usize> {
    let narrow = narrow(text);
    // Blanks part nothing here.
    let printed = text.char_indices().map(|(byte, _)| byte).zip(narrow.chars());
    let printed = printed.filter(|(_, sign)| !sign.is_whitespace() || "\n\r".contains(*sign));
    let (of_text, signs): (Vec<usize>, Vec<char>) = printed.unzip();
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let first = at;
        while is_digit(at) || (signs[at..].starts_with(&['.']) && is_digit(at + 1)) {
            at += 1;
        }
        let behind: String = signs[at..].iter().take(5).collect();
        let units = ["%", "‰", "/10万", "个百分点"];
        let Some(unit) = units.iter().find(|unit| behind.starts_with(**unit)) else { continue };
        // 1:3 is one number.
        let ends = |at: &usize| {
            ENDS.contains(signs[*at])
                && !(signs[*at] == ':' && *at > 0 && is_digit(at - 1) && is_digit(at + 1))
        };
        let clause = &signs[(0..first).rev().find(ends).map_or(0, |end| end + 1)..first];
        // 比2020年的85%提高5个百分点: what a number further on is counted from.
        let ahead = signs[at + unit.chars().count()..].iter().take_while(|sign| !ENDS.contains(**sign));
        let ahead: String = ahead.collect();
        let turns = ["提高", "增加", "增长", "上升", "降低", "下降", "减少"];
        let leads_on = ahead.contains(|sign: char| sign.is_ascii_digit())
            || turns.iter().any(|turn| ahead.contains(turn));
        let based = leads_on && clause.iter().any(|sign| "比较".contains(*sign));
        let led = based || ahead.starts_with("为基") || clause.iter().any(|sign| "由从".contains(*sign));
        let attribute = clause.contains(&'未')
            || clause.iter().any(|sign| "不低超已".contains(*sign))
                && signs.get(at + unit.chars().count()) == Some(&'的');
        // +5% is read for a part of a code, as 1+X is.
        let coded = first > 0 && signs[first - 1] == '+';
        if !led && !attribute && !coded {
            found.push(of_text[first]);
        }
    }
    found
}
