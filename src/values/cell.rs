//! Cells as offices write them: full-width digits, ％ and ‰, 12／10万, 1：3, thousands separators, notes, missing marks.
//!
//! Only full-width forms are folded into their half-width twins. No compatibility normalisation ever touches a number: it
//! would turn `97.3①` into 97.31 and `10²` into 102.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Error, Name, ParseError, message, name, too_long};
use crate::values::names::{fold, is_hidden};
use crate::values::{Counts, End, Interval, Number, Unit, Value};

/// Full-width ASCII (U+FF01 to U+FF5E) and the ideographic space as their half-width twins; all else as it is.
///
/// ```
/// assert_eq!(dabiao::values::cell::folded("１．１２／１０万"), "1.12/10万");
/// assert_eq!(dabiao::values::cell::folded("97.3①"), "97.3①");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// What a cell says: a value, the unit written with it, and the note marks that stood behind it.
///
/// ```
/// use dabiao::values::{cell::Cell, Unit, Value};
/// let cell: Cell = "９７．３％".parse()?;
/// assert_eq!((cell.value, cell.unit), (Value::Number("97.3".parse()?), Some(Unit::Percent)));
/// let cell: Cell = "1,234.5万人①".parse()?;
/// assert_eq!((cell.value, cell.unit), (Value::Number("12345000".parse()?), Some(Unit::Persons)));
/// assert_eq!(cell.notes, "①");
/// let error = "9O.5".parse::<Cell>().unwrap_err();
/// assert_eq!(error.to_string(), "cannot read `9O.5` as a value: unexpected `O` at character 2");
/// let error = "45,3".parse::<Cell>().unwrap_err();
/// assert_eq!(error.zh(), "无法将“45,3”读作数值：第3个字符“,”是千分位，不是小数点");
/// // A rate over a round number of persons is no count of them, and an exponent is exact.
/// assert_eq!("12/100000".parse::<Cell>()?.unit, Some(Unit::Per100k));
/// assert_eq!("1.25E+03".parse::<Cell>()?.value, Value::Number("1250".parse()?));
/// // 10 to 20 per cent, both included.
/// assert!(matches!("10%～20%".parse::<Cell>()?.value, Value::Interval(_)));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The value. `1：3` and `1/823` are counts.
    pub value: Value,
    /// The unit written in the cell, if one is.
    pub unit: Option<Unit>,
    /// Note marks behind the value: `①`, `*`, `[1]`, `(注)`.
    pub notes: String,
    /// Words in brackets behind the value: `快报` in `9（快报）`. They may change what the number is, so whoever takes the value
    /// has to understand them or refuse the cell.
    pub remark: Option<String>,
}

const WHAT: Name = name("a value", "数值");

impl core::str::FromStr for Cell {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some(number) = plain(text) {
            return Ok(Self { value: Value::Number(number), unit: None, notes: String::new(), remark: None });
        }
        Reader { text, chars: text.chars().map(fold).collect(), place: 0 }.cell()
    }
}

/// A number and nothing else, which most cells are, and without a sign: it needs none of the folding that words need.
fn plain(text: &str) -> Option<Number> {
    text.bytes().next().filter(u8::is_ascii_digit).and_then(|_| Number::of_text(text))
}

/// No unit's word is longer.
const LONGEST_UNIT: usize = 40;

/// Marks that lead an interval, with the end they give and whether it is included.
const LEADS: &[(&str, bool, bool)] = &[
    (">=", true, true),
    ("≥", true, true),
    ("不低于", true, true),
    ("不少于", true, true),
    ("<=", false, true),
    ("≤", false, true),
    ("不高于", false, true),
    ("不超过", false, true),
    (">", true, false),
    ("高于", true, false),
    ("超过", true, false),
    ("<", false, false),
    ("低于", false, false),
    ("不足", false, false),
];

/// Dashes between the ends of a range.
fn is_dash(found: char) -> bool {
    matches!(found, '~' | '\u{301c}' | '\u{2012}'..='\u{2015}' | '至' | '到')
}

/// Note marks: ①…⑳, asterisks, daggers.
fn is_mark(found: char) -> bool {
    matches!(found, '\u{2460}'..='\u{2473}' | '*' | '†' | '‡')
}

/// What starts a note: a mark or a bracket, as in `[1]` and `(注)`.
fn is_note(found: char) -> bool {
    is_mark(found) || matches!(found, '[' | '(')
}

/// What stands behind a number and its unit.
#[derive(Default)]
struct Notes {
    marks: String,
    remark: Option<String>,
    /// A unit or a power of ten in brackets, `(1/10万)` or `(万)`.
    unit: Option<(Option<Unit>, u8)>,
    /// `(+)` or `(-)` of GB/T 8170: the number was rounded, and the exact value lies above (`true`) or below it.
    rounded: Option<bool>,
}

/// Unit, power of ten, and whether a word behind the number makes it a lower (`true`) or upper bound; and the notes.
type Tail = ((Option<Unit>, u8, Option<bool>), Notes);

/// The upper end of a range, with the unit and power of ten behind the lower one.
type OtherEnd = (Option<(Option<Unit>, u8)>, Number);

struct Reader<'a> {
    text: &'a str,
    /// The folded characters, one for one with those of the text, so that places agree.
    chars: Vec<char>,
    place: usize,
}

impl Reader<'_> {
    fn cell(mut self) -> Result<Cell, Error> {
        self.skip_spaces();
        let lead = LEADS.iter().find(|(lead, ..)| self.eat(lead)).copied();
        self.skip_spaces();
        let first = self.number()?;
        self.skip_spaces();
        if lead.is_none() && (self.eat(":") || (self.peek() == Some('/') && self.next_is_count())) {
            if self.peek() == Some('/') {
                self.place += 1;
            }
            self.skip_spaces();
            let second = self.number()?;
            let (unit, notes) = self.rest()?;
            let whole = |number: Number| match (u64::try_from(number.mantissa()), number.places()) {
                (Ok(count), 0) => Ok(count),
                _ => Err(self.wrong("both sides of a ratio are whole numbers", "比的两边都应为整数")),
            };
            if unit.is_some() {
                return Err(self.wrong("a ratio has no unit", "比不带单位"));
            }
            if notes.rounded.is_some() {
                return Err(self.wrong("a ratio of counts is not rounded", "个数之比没有修约"));
            }
            let counts = Counts { numerator: whole(first)?, denominator: whole(second)? };
            let Notes { marks: notes, remark, .. } = notes;
            return Ok(Cell { value: Value::Counts(counts), unit: None, notes, remark });
        }
        let end = if lead.is_none() { self.other_end()? } else { None };
        let ((unit, power, above), notes) = self.rest_with_bounds()?;
        let number = match end {
            Some((Some(own), _)) => self.times(first, own.1)?,
            _ => self.times(first, power)?,
        };
        if let Some((own, second)) = end {
            if own.is_some_and(|(own, _)| own != unit) || above.is_some() || notes.rounded.is_some() {
                return Err(self.wrong("the two ends do not go together", "区间两端写法不一致"));
            }
            let end = |number| Some(End { number, included: true });
            let value = Value::Interval(Interval::new(end(number), end(self.times(second, power)?))?);
            let Notes { marks: notes, remark, .. } = notes;
            return Ok(Cell { value, unit, notes, remark });
        }
        let value = match (lead, above) {
            (None, None) => Value::Number(number),
            (Some((_, low, included)), None) => interval(number, low, included)?,
            (None, Some(low)) => interval(number, low, true)?,
            (Some(_), Some(_)) => return Err(self.wrong("two words for its bound", "界限说了两次")),
        };
        let value = match (notes.rounded, value) {
            (None, value) => value,
            (Some(above), Value::Number(number)) if power == 0 => self.rounded(number, above)?,
            (Some(_), _) => {
                return Err(
                    self.wrong("(+) and (-) stand behind a plain number", "（+）（-）只能写在单个数值后面")
                );
            }
        };
        let Notes { marks: notes, remark, .. } = notes;
        Ok(Cell { value, unit, notes, remark })
    }

    /// A rounded number with its mark: less than half of the last digit above or below what is printed.
    fn rounded(&self, number: Number, above: bool) -> Result<Value, Error> {
        let places = number.places();
        let half = if above { 5 } else { -5 };
        let far = number.mantissa().checked_mul(10).and_then(|tens| tens.checked_add(half));
        let far = far
            .and_then(|mantissa| Number::of_digits(mantissa, places + 1))
            .ok_or_else(|| self.too_long())?;
        let end = |number| Some(End { number, included: false });
        let (low, high) = if above { (number, far) } else { (far, number) };
        Ok(Value::Interval(Interval::new(end(low), end(high))?))
    }

    /// Digits with an optional sign, thousands separators in groups of three, a point, and an exponent.
    fn number(&mut self) -> Result<Number, Error> {
        let mut plain = String::new();
        if self.eat("-") || self.eat("−") {
            plain.push('-');
        }
        // Where the last separator stands, and how many digits behind it.
        let mut group: Option<(usize, u32)> = None;
        let mut point = false;
        while let Some(found) = self.peek() {
            let behind_digit = plain.ends_with(|c: char| c.is_ascii_digit());
            match found {
                '0'..='9' => {
                    plain.push(found);
                    group = group.map(|(place, digits)| (place, digits + 1));
                }
                ',' if !point && behind_digit && group.is_none_or(|(_, digits)| digits == 3) => {
                    if group.is_none() && plain.trim_start_matches('-').len() > 3 {
                        return Err(self.no_point(self.place));
                    }
                    group = Some((self.place, 0));
                }
                '.' if !point && behind_digit && group.is_none_or(|(_, digits)| digits == 3) => {
                    plain.push(found);
                    point = true;
                    group = None;
                }
                _ => break,
            }
            self.place += 1;
        }
        if let Some((place, _)) = group.filter(|(_, digits)| *digits != 3) {
            return Err(self.no_point(place));
        }
        if plain.trim_start_matches('-').is_empty() || plain.ends_with('.') {
            return Err(self.unexpected());
        }
        let number: Number = plain.parse().map_err(|_| self.too_long())?;
        match self.exponent() {
            Some(exponent) => shifted(number, exponent).ok_or_else(|| self.too_long()),
            None => Ok(number),
        }
    }

    /// `E+04`, `e4` or `×10^4`; nothing where these are not followed by a whole number.
    fn exponent(&mut self) -> Option<i32> {
        let start = self.place;
        if !["e", "E", "×10^", "x10^"].iter().any(|sign| self.eat(sign)) {
            return None;
        }
        let sign = if self.eat("-") { -1 } else { 1 };
        if sign == 1 {
            self.eat("+");
        }
        let digits: String =
            self.chars.iter().skip(self.place).take_while(|found| found.is_ascii_digit()).collect();
        match digits.parse::<i32>() {
            Ok(exponent) => {
                self.place += digits.len();
                Some(sign * exponent)
            }
            Err(_) => {
                self.place = start;
                None
            }
        }
    }

    /// The upper end of `10～20`, with the unit and power of ten that stand behind the lower one (`10%～20%`). A hyphen makes no
    /// range: `5-12` may be a day in May.
    fn other_end(&mut self) -> Result<Option<OtherEnd>, Error> {
        let rest = || self.chars.iter().skip(self.place);
        let Some(dash) = rest().position(|found| is_dash(*found)) else {
            return Ok(None);
        };
        // The Chinese dash is two of them.
        let length = match rest().skip(dash).take(2).eq(['—', '—'].iter()) {
            true => 2,
            false => 1,
        };
        let behind = || rest().skip(dash + length).skip_while(|found| found.is_whitespace());
        if !behind().next().is_some_and(char::is_ascii_digit) {
            return Ok(None);
        }
        let between: String = rest().take(dash).collect();
        let own = match between.trim() {
            "" => None,
            word => match power_and_unit(word) {
                Some(own) => Some(own),
                None => return Ok(None),
            },
        };
        self.place += dash + length;
        self.skip_spaces();
        Ok(Some((own, self.number()?)))
    }

    /// Whether a `/` starts a count (`1/823`) and not a unit (`12/10万`, `12/100000`).
    fn next_is_count(&self) -> bool {
        let mut rest = self.chars.iter().skip(self.place + 1).skip_while(|found| **found == ' ');
        let digits: String =
            rest.clone().take_while(|found| found.is_ascii_digit() || **found == ',').collect();
        let round = ["1000", "10000", "100000"].contains(&&*digits.replace(',', ""));
        !digits.is_empty()
            && !round
            && rest.nth(digits.len()) != Some(&'万')
            && !rest.any(|found| *found == '万')
    }

    fn rest_with_bounds(&mut self) -> Result<Tail, Error> {
        let start = self.place;
        let tail: String = self.chars.iter().skip(start).collect();
        let cut = tail.char_indices().find(|(_, found)| is_note(*found)).map(|(place, _)| place);
        let (before, behind) = tail.split_at(cut.unwrap_or(tail.len()));
        let notes = self.notes(start + before.chars().count(), behind)?;
        let tail = before.trim_end();
        let (tail, above) = ["以上", "及以上", "以下", "以内", "及以下"]
            .iter()
            .find_map(|word| {
                tail.strip_suffix(word).map(|rest| (rest.trim_end_matches('及'), Some(word.ends_with('上'))))
            })
            .unwrap_or((tail, None));
        let word = tail.trim();
        // A blank inside of a unit is typography: 12/10 万.
        let close = || power_and_unit(&word.split_whitespace().collect::<String>());
        let Some((unit, power)) = power_and_unit(word).or_else(close) else {
            // What is wrong stands behind the longest unit that can be read.
            let readable =
                |length: &usize| power_and_unit(word.chars().take(*length).collect::<String>().as_str());
            let longest = word.chars().take(LONGEST_UNIT + 1).count();
            let right = (1..longest).rev().find(|length| readable(length).is_some()).unwrap_or(0);
            let indent = tail.chars().take_while(|found| found.is_whitespace()).count();
            return Err(self.unexpected_at(start + indent + right));
        };
        let (unit, power) = match (unit, power, notes.unit) {
            (None, 0, Some(bracket)) => bracket,
            // 12万（人） is 120,000 persons.
            (None, _, Some((Some(bracket), 0))) => (Some(bracket), power),
            (_, _, None) => (unit, power),
            (_, _, Some(bracket)) if bracket == (unit, power) => bracket,
            (_, _, Some(_)) => {
                return Err(self.wrong("it names two units", "写了两个单位"));
            }
        };
        Ok(((unit, power, above), notes))
    }

    /// Reads the notes that start at a place. They end the cell: anything else behind them is an error.
    fn notes(&self, place: usize, text: &str) -> Result<Notes, Error> {
        let mut notes = Notes::default();
        let mut remarks: Vec<String> = Vec::new();
        let mut rest = text.chars().enumerate();
        while let Some((offset, found)) = rest.next() {
            let close = match found {
                '(' => ')',
                '[' => ']',
                _ if is_mark(found) => {
                    notes.marks.push(found);
                    continue;
                }
                _ if found.is_whitespace() => continue,
                _ => {
                    return Err(ParseError::at(
                        self.text,
                        WHAT,
                        self.given(place + offset),
                        place + offset + 1,
                    )
                    .into());
                }
            };
            let mut inside = String::new();
            loop {
                match rest.next() {
                    Some((_, end)) if end == close => break,
                    Some((_, found)) => inside.push(found),
                    None => return Err(self.wrong("a bracket is not closed", "括号没有写完")),
                }
            }
            let inside = inside.trim();
            let numbered = inside.strip_prefix('注').unwrap_or(inside);
            match inside {
                "+" | "-" | "−" => {
                    if notes.rounded.replace(inside == "+").is_some() {
                        return Err(self.wrong("(+) or (-) stands there twice", "（+）（-）写了两次"));
                    }
                }
                "" => return Err(self.wrong("the brackets are empty", "括号里没有内容")),
                _ if power_and_unit(inside).is_some() => {
                    let read = power_and_unit(inside);
                    if notes.unit.is_some_and(|earlier| Some(earlier) != read) {
                        return Err(self.wrong("it names two units", "写了两个单位"));
                    }
                    notes.unit = read;
                }
                _ if numbered.chars().all(|found| found.is_ascii_digit() || is_mark(found)) => {
                    notes.marks.extend([found]);
                    notes.marks.push_str(inside);
                    notes.marks.push(close);
                }
                _ => remarks.push(inside.into()),
            }
        }
        notes.remark = (!remarks.is_empty()).then(|| remarks.join("；"));
        Ok(notes)
    }

    /// The character of the text as it was given.
    fn given(&self, place: usize) -> char {
        self.text.chars().nth(place).unwrap_or(' ')
    }

    fn rest(&mut self) -> Result<(Option<Unit>, Notes), Error> {
        match self.rest_with_bounds()? {
            ((unit, 0, None), notes) => Ok((unit, notes)),
            _ => Err(self.wrong("a ratio has no unit", "比不带单位")),
        }
    }

    fn times(&self, number: Number, power: u8) -> Result<Number, Error> {
        if power == 0 {
            return Ok(number);
        }
        let scaled = number.to_ratio() * crate::values::Ratio::whole(10_i128.pow(power.into()));
        scaled.to_number().ok_or_else(|| self.too_long())
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.place).copied()
    }

    fn eat(&mut self, word: &str) -> bool {
        let rest = self.chars.iter().skip(self.place);
        let length = word.chars().count();
        if rest.take(length).copied().eq(word.chars()) {
            self.place += length;
            return true;
        }
        false
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.place += 1;
        }
    }

    fn unexpected(&self) -> Error {
        self.unexpected_at(self.place)
    }

    fn unexpected_at(&self, place: usize) -> Error {
        let digit = |place: usize| self.chars.get(place).is_some_and(char::is_ascii_digit);
        // What is wrong about digits behind a blank is the blank.
        let blanks = self.chars.iter().take(place).rev().take_while(|found| found.is_whitespace()).count();
        let place = if digit(place) { place - blanks.min(place) } else { place };
        match self.text.chars().nth(place) {
            Some(found @ ('-' | '－' | '−' | '‐' | '‑')) if digit(place + 1) => {
                let at = place + 1;
                let reason = message(
                    alloc::format!(
                        "`{found}` at character {at} may part a range or a date; write a range as 5～12"
                    ),
                    alloc::format!("第{at}个字符“{found}”可能是区间，也可能是日期；区间请写作5～12"),
                );
                ParseError::placed(self.text, WHAT, reason, at).into()
            }
            Some(found) => ParseError::at(self.text, WHAT, found, place + 1).into(),
            None => self.wrong("it ends too early", "没有写完"),
        }
    }

    /// A comma in the place of a decimal point.
    fn no_point(&self, place: usize) -> Error {
        let (found, at) = (self.given(place), place + 1);
        let reason = message(
            alloc::format!(
                "`{found}` at character {at} parts groups of three digits and is no decimal point"
            ),
            alloc::format!("第{at}个字符“{found}”是千分位，不是小数点"),
        );
        ParseError::placed(self.text, WHAT, reason, at).into()
    }

    fn too_long(&self) -> Error {
        ParseError::new(self.text, WHAT, too_long()).into()
    }

    fn wrong(&self, en: &'static str, zh: &'static str) -> Error {
        ParseError::new(self.text, WHAT, message(en, zh)).into()
    }
}

fn interval(number: Number, low: bool, included: bool) -> Result<Value, Error> {
    let end = Some(End { number, included });
    let interval = if low { Interval::new(end, None) } else { Interval::new(None, end) };
    Ok(Value::Interval(interval?))
}

/// A unit with the power of ten before it, or the power alone; neither for no word.
fn power_and_unit(word: &str) -> Option<(Option<Unit>, u8)> {
    match word {
        "" => Some((None, 0)),
        "万" => Some((None, 4)),
        "亿" => Some((None, 8)),
        _ if word.chars().any(is_hidden) => None,
        _ => Unit::read(word).ok().map(|(unit, power)| (Some(unit), power)),
    }
}

/// A number with its point moved.
fn shifted(number: Number, exponent: i32) -> Option<Number> {
    let places = number.places();
    match u32::try_from(exponent) {
        Ok(up) if up <= places => Number::of_digits(number.mantissa(), places - up),
        Ok(up) => Number::of_digits(number.mantissa().checked_mul(10_i128.checked_pow(up - places)?)?, 0),
        Err(_) => Number::of_digits(number.mantissa(), places.checked_add(exponent.unsigned_abs())?),
    }
}
