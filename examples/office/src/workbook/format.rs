//! Number formats: what a cell shows beside its digits.
//!
//! A cell with the format `0.0%` stores 0.973 and shows 97.3%; one with `0.0"‰"` stores 5 and shows 5.0‰. The digits are
//! those that are stored, never the rounded ones on the screen.

/// What stands around a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Text before, powers of a hundred, text behind.
    Number { before: String, hundreds: usize, behind: String },
    /// Only this text, whatever the number is.
    Text(String),
    /// The format changes the number in a way that is not followed.
    Distorted((&'static str, &'static str)),
}

/// What a format code shows for a number of this sign.
pub(crate) fn shown(code: &str, zero: bool) -> Shown {
    let sections = sections(code);
    let wanted = if zero && sections.len() > 2 { 2 } else { 0 };
    sections.get(wanted).map_or(plain(), |section| read(section))
}

fn plain() -> Shown {
    Shown::Number { before: String::new(), hundreds: 0, behind: String::new() }
}

/// The sections between semicolons that are no literals.
fn sections(code: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for sign in code.chars() {
        match sign {
            ';' if !quoted && !escaped => {
                found.push(String::new());
                continue;
            }
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = !escaped && !quoted && matches!(sign, '\\' | '!' | '_' | '*');
        if let Some(last) = found.last_mut() {
            last.push(sign);
        }
    }
    found
}

fn read(section: &str) -> Shown {
    if matches!(section.trim().to_ascii_lowercase().as_str(), "general" | "@" | "standard" | "g/通用格式")
    {
        return plain();
    }
    let (mut before, mut behind) = (String::new(), String::new());
    let (mut hundreds, mut digits, mut literal_behind) = (0, false, false);
    let mut trailing_comma = false;
    let mut signs = section.chars().peekable();
    while let Some(sign) = signs.next() {
        let mut literal = String::new();
        match sign {
            '"' => literal.extend(signs.by_ref().take_while(|found| *found != '"')),
            '\\' | '!' => literal.extend(signs.next()),
            '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|found| *found != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    return Shown::Distorted((
                        "数字格式对某些数显示别的内容",
                        "the number format shows something else for some numbers",
                    ));
                }
            }
            '0'..='9' | '#' | '?' => {
                if literal_behind {
                    return Shown::Distorted((
                        "数字格式在数字中间加了符号",
                        "the number format puts signs among the digits",
                    ));
                }
                (digits, trailing_comma) = (true, false);
            }
            '.' => {}
            ',' => trailing_comma = digits,
            'E' | 'e' if digits && matches!(signs.peek(), Some('+' | '-')) => {
                signs.next();
            }
            '/' => {
                return Shown::Distorted((
                    "数字格式把数显示为分数或日期",
                    "the number format shows a fraction or a date",
                ));
            }
            '%' => {
                hundreds += 1;
                literal.push('%');
            }
            other => literal.push(other),
        }
        if !literal.is_empty() {
            let side = if digits { &mut behind } else { &mut before };
            side.push_str(&literal);
            literal_behind = digits;
        }
    }
    match (digits, trailing_comma) {
        (false, _) => Shown::Text(before),
        (true, true) => Shown::Distorted(("数字格式省去了千位", "the number format leaves out thousands")),
        (true, false) => {
            Shown::Number { before: before.trim().into(), hundreds, behind: behind.trim().into() }
        }
    }
}

/// A decimal a hundred times as large, or a hundred hundreds, by moving its point: exact.
///
/// `0.973` becomes `97.3`.
pub(crate) fn times_hundred(digits: &str, hundreds: usize) -> String {
    if hundreds == 0 {
        return digits.to_owned();
    }
    let (sign, bare) = digits.strip_prefix('-').map_or(("", digits), |bare| ("-", bare));
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let places = hundreds * 2;
    let padded = format!("{part:0<places$}");
    let (moved, rest) = padded.split_at_checked(places).unwrap_or((&padded, ""));
    let joined = format!("{whole}{moved}");
    let whole = match joined.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match rest {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(code: &str, digits: &str) -> Option<String> {
        match shown(code, digits == "0") {
            Shown::Number { before, hundreds, behind } => {
                Some(format!("{before}{}{behind}", times_hundred(digits, hundreds)))
            }
            Shown::Text(text) => Some(format!("text {text}")),
            Shown::Distorted(_) => None,
        }
    }

    #[test]
    fn a_percent_sign_counts_and_a_quoted_one_does_not() {
        let cases = [
            ("0.0%", "0.973", "97.3%"),
            ("0%", "0.97349", "97.349%"),
            ("0.00%;[Red]-0.00%", "1.025", "102.5%"),
            ("0.0\"%\"", "97.3", "97.3%"),
            ("0.0\\%", "97.3", "97.3%"),
            ("0.0\"‰\"", "5", "5‰"),
            ("0.0‰", "5", "5‰"),
            ("[$-804]#,##0.0\"/10万\"", "14.3", "14.3/10万"),
            ("General", "14.3", "14.3"),
            ("@", "14.3", "14.3"),
            ("\"<\"0.0", "0.5", "<0.5"),
            ("0.0\"①\"", "97.3", "97.3①"),
            ("0.0_ ;-0.0_ ", "3", "3"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "0", "text -"),
            (";;;", "3", "text "),
        ];
        for (code, digits, wanted) in cases {
            assert_eq!(text(code, digits).as_deref(), Some(wanted), "{code}");
        }
        for code in ["0,", "0!.0,\"万\"", "0\\.0", "[<1]\"…\";0.0", "# ?/?", "0.0/10万"] {
            assert_eq!(text(code, "12345"), None, "{code}");
        }
    }

    #[test]
    fn moving_the_point_is_exact() {
        for (digits, hundreds, wanted) in [
            ("0.973", 1, "97.3"),
            ("1", 1, "100"),
            ("0", 1, "0"),
            ("0.001", 1, "0.1"),
            ("-0.05", 1, "-5"),
            ("0.8999999999999999", 1, "89.99999999999999"),
            ("0.00009", 2, "0.9"),
        ] {
            assert_eq!(times_hundred(digits, hundreds), wanted);
        }
    }
}
