//! Numbers with their units, as plans print them: digits, Chinese numerals, parts of a hundred, fractions, ratios.

use alloc::string::{String, ToString};

use super::letters::Letters;
use super::pieces::is_rate;
use crate::plan::Fraction;
use crate::values::{Number, Unit};

/// A number as printed.
///
/// ```
/// use dabiao::plan::wording::{self, Figure, Request};
/// let reading = wording::read("产床与助产士的比例不低于1：3");
/// assert!(matches!(&reading.asks[0].request, Request::Bound { amount, .. } if matches!(amount.figure, Figure::Colon(_, _))));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A decimal number: 90, 1.12, 百分之九十五.
    Number(Number),
    /// A fraction: 三分之一, 1/6.
    Fraction(Fraction),
    /// A ratio with a colon, 1：3: the plan's words have to say which side is which.
    Colon(Number, Number),
}

/// A number with the unit printed behind or before it.
///
/// ```
/// use dabiao::plan::wording::{self, Amount, Figure, Request};
/// use dabiao::{Number, values::Unit};
/// let reading = wording::read("下降到12／10万以下");
/// let Request::Bound { amount, .. } = &reading.asks[0].request else { panic!() };
/// assert_eq!((amount.figure, amount.unit), (Figure::Number(Number::literal("12")), Some(Unit::Per100k)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub figure: Figure,
    /// Its unit; none where none is printed, or one that the library does not have.
    pub unit: Option<Unit>,
    /// The unit as printed; empty where none is.
    pub unit_words: String,
}

/// What stands at a place that begins with a digit or numeral.
pub(super) enum Found {
    Amount(Amount),
    /// 80％～90％, 1/3‰: two numbers and no single bound.
    Range,
    /// A number of a name: 0—6岁, 2021—2030年.
    Name,
}

/// An amount and the place after it.
pub(super) struct Read {
    pub(super) found: Found,
    pub(super) next: usize,
    /// Whether it is written in Chinese numerals and has a unit of things: 一名.
    pub(super) soft: bool,
}

/// The units of things, persons and times, as printed; `None` where the library has no such unit.
const UNITS: &[(&str, Option<Unit>)] = &[
    ("个百分点", Some(Unit::PercentagePoints)),
    ("百分点", Some(Unit::PercentagePoints)),
    ("个千分点", Some(Unit::PerMillePoints)),
    ("千分点", Some(Unit::PerMillePoints)),
    ("%", Some(Unit::Percent)),
    ("‰", Some(Unit::PerMille)),
    ("平方米", None),
    ("平方公里", None),
    ("公里", None),
    ("千米", None),
    ("米", None),
    ("㎡", None),
    ("m²", None),
    ("微克", None),
    ("毫克", None),
    ("公斤", None),
    ("亩", None),
    ("册", Some(Unit::Count)),
    ("本", Some(Unit::Count)),
    ("平米", None),
    ("小时", Some(Unit::HoursPerDay)),
    ("个小时", Some(Unit::HoursPerDay)),
    ("个课时", Some(Unit::ClassHours)),
    ("个学时", Some(Unit::ClassHours)),
    ("课时", Some(Unit::ClassHours)),
    ("学时", Some(Unit::ClassHours)),
    ("分钟", Some(Unit::Minutes)),
    ("个月", Some(Unit::Months)),
    ("周岁", Some(Unit::Years)),
    ("月龄", None),
    ("岁", Some(Unit::Years)),
    ("年级", None),
    ("学年", None),
    ("年", Some(Unit::SchoolYears)),
    ("周", None),
    ("天", None),
    ("日", None),
    ("万元", Some(Unit::Yuan)),
    ("亿元", Some(Unit::Yuan)),
    ("元", Some(Unit::Yuan)),
    ("万吨", Some(Unit::Tonnes)),
    ("吨", Some(Unit::Tonnes)),
    ("人次", Some(Unit::Persons)),
    ("名", Some(Unit::Persons)),
    ("人", Some(Unit::Persons)),
    ("位", Some(Unit::Persons)),
    ("所", Some(Unit::Count)),
    ("家", Some(Unit::Count)),
    ("个", Some(Unit::Count)),
    ("处", Some(Unit::Count)),
    ("座", Some(Unit::Count)),
    ("张", Some(Unit::Count)),
    ("次", Some(Unit::Count)),
    ("项", Some(Unit::Count)),
    ("件", Some(Unit::Count)),
    ("间", Some(Unit::Count)),
    ("条", Some(Unit::Count)),
    ("批", Some(Unit::Count)),
    ("例", Some(Unit::Count)),
    ("份", Some(Unit::Count)),
    ("支", Some(Unit::Count)),
    ("场", Some(Unit::Count)),
    ("台", Some(Unit::Count)),
    ("套", Some(Unit::Count)),
    ("户", Some(Unit::Count)),
    ("对", Some(Unit::Count)),
    ("种", Some(Unit::Count)),
    ("节", Some(Unit::ClassHours)),
    ("倍", Some(Unit::Quotient)),
];

/// Units of time and age: a number with one of them is a part of a name unless a word of comparison stands right before it.
pub(super) const OF_NAMES: &[&str] = &["周岁", "岁", "月龄", "个月", "年级", "学年", "年", "周", "天", "日"];

/// Reads what begins at `place` with a digit or a Chinese numeral.
pub(super) fn read(letters: &Letters<'_>, place: usize) -> Option<Read> {
    let first = letters.at(place)?;
    if let Some((hours, next)) = half_hours(letters, place) {
        return Some(plain(Figure::Number(hours), Some(Unit::HoursPerDay), "小时", next));
    }
    if let Some((figure, next)) = half(letters, place) {
        return Some(plain(figure, None, "", next));
    }
    if first.is_ascii_digit() {
        return digits(letters, place);
    }
    let (value, next) = numeral(letters, place)?;
    // 百分之九十五, 三分之一, 百分之95.
    if letters.is(next, "分之") {
        return parts(letters, value, next + 2);
    }
    if let Some(read) = tenths(letters, value, next) {
        return Some(read);
    }
    let (unit, words, after) = unit(letters, next)?;
    let number = shifted(Number::of_digits(value.into(), 0)?, power_of(words))?;
    // 一次性, 一人一档, 一个体系 and the like are not counted; 一次性别平等教育 is.
    let idiom = words == "批"
        || letters.any(after, &["性", "一", "化", "体化"]).is_some() && !letters.is(after, "性别");
    (!idiom).then(|| Read { soft: true, ..plain(Figure::Number(number), unit, words, after) })
}

fn plain(figure: Figure, unit: Option<Unit>, words: &str, next: usize) -> Read {
    let amount = Amount { figure, unit, unit_words: words.to_string() };
    Read { found: Found::Amount(amount), next, soft: false }
}

/// 半小时, 一个半小时.
fn half_hours(letters: &Letters<'_>, place: usize) -> Option<(Number, usize)> {
    if let Some((_, next)) = letters.any(place, &["半小时", "半个小时"]) {
        return Some((Number::of_digits(5, 1)?, next));
    }
    let (whole, next) = match letters.at(place)?.is_ascii_digit() {
        true => {
            let (number, next) = decimal(letters, place)?;
            (whole(number)?, next)
        }
        false => {
            let (value, next) = numeral(letters, place)?;
            (u32::try_from(value).ok()?, next)
        }
    };
    let (_, next) = letters.any(next, &["个半小时", "小时半"])?;
    Some((Number::of_digits(i128::from(whole) * 10 + 5, 1)?, next))
}

/// 一半, 半数.
fn half(letters: &Letters<'_>, place: usize) -> Option<(Figure, usize)> {
    let (_, next) = letters.any(place, &["一半", "半数"])?;
    Some((Figure::Fraction(Fraction::literal(1, 2)), next))
}

/// 九成.
fn tenths(letters: &Letters<'_>, value: u64, next: usize) -> Option<Read> {
    // 八成五 is 85.
    let ones = letters.at(next + 1).and_then(digit_of).filter(|_| letters.is(next, "成"));
    let end = next + if ones.is_some() { 2 } else { 1 };
    let value = (1..=9).contains(&value).then(|| value * 10 + ones.unwrap_or(0))?;
    let figure = Number::of_digits(value.into(), 0)?;
    let word = letters.is(next, "成")
        && !matches!(
            letters.at(next + 1),
            Some('立' | '为' | '员' | '人' | '年' | '本' | '长' | '果' | '功' | '不')
        );
    word.then(|| plain(Figure::Number(figure), Some(Unit::Percent), "成", end))
}

fn parts(letters: &Letters<'_>, of: u64, place: usize) -> Option<Read> {
    let unit = match of {
        100 => Some(Unit::Percent),
        1_000 => Some(Unit::PerMille),
        10_000 => Some(Unit::Per10k),
        100_000 => Some(Unit::Per100k),
        _ => None,
    };
    if let Some(unit) = unit {
        let (number, next) = match letters.at(place)?.is_ascii_digit() {
            true => decimal(letters, place)?,
            false => chinese_decimal(letters, place)?,
        };
        return Some(plain(Figure::Number(number), Some(unit), unit.symbol(), next));
    }
    let (part, next) = match letters.at(place)?.is_ascii_digit() {
        true => decimal(letters, place).and_then(|(number, next)| Some((whole(number)?.into(), next)))?,
        false => numeral(letters, place)?,
    };
    let fraction = fraction(part, of)?;
    Some(plain(Figure::Fraction(fraction), None, "", next))
}

fn fraction(part: u64, whole: u64) -> Option<Fraction> {
    match (u32::try_from(part), u32::try_from(whole)) {
        (Ok(part), Ok(whole)) => Fraction::new(part, whole).ok(),
        _ => None,
    }
}

fn digits(letters: &Letters<'_>, place: usize) -> Option<Read> {
    let (number, mut next) = decimal(letters, place)?;
    // 10万分之12, 100分之95.
    for (word, power) in [("分之", 0), ("万分之", 4)] {
        if letters.is(next, word) {
            let of = u64::from(whole(number)?).checked_mul(10_u64.checked_pow(power)?)?;
            return parts(letters, of, next + word.chars().count());
        }
    }
    // 1/3‰ is neither a third nor three per mille, and 2020：95％ no ratio.
    let of_a_rate = |end: usize| {
        let (_, _, after) = unit(letters, end).filter(|(unit, ..)| unit.is_some_and(is_rate))?;
        Some(Read { found: Found::Range, next: after, soft: false })
    };
    // 1：3, 1比3.
    if matches!(letters.at(next), Some(':' | '比')) {
        if let Some((other, end)) = decimal(letters, next + 1) {
            let figure = Figure::Colon(number, other);
            return of_a_rate(end).or_else(|| Some(plain(figure, None, "", end)));
        }
    }
    // 12/10万, 1/6.
    if letters.at(next) == Some('/') {
        if let Some((unit, words, end)) = scale(letters, next) {
            return Some(plain(Figure::Number(number), unit, words, end));
        }
        if let Some((other, end)) = decimal(letters, next + 1) {
            if let Some(read) = of_a_rate(end) {
                return Some(read);
            }
            let (part, of) = (whole(number)?, whole(other)?);
            if of == 0 || part >= 1900 {
                return Some(Read { found: Found::Name, next: end, soft: false });
            }
            return Some(plain(Figure::Fraction(Fraction::new(part, of).ok()?), None, "", end));
        }
    }
    // 80％～90％, 0—6岁.
    let first_unit = unit(letters, next);
    let behind = first_unit.as_ref().map_or(next, |(_, _, end)| *end);
    let counted = first_unit.as_ref().is_some_and(|(_, words, _)| !OF_NAMES.contains(words));
    if let Some(read) = range(letters, behind, counted) {
        return Some(read);
    }
    let mut number = number;
    for (word, power) in [("万", 4), ("亿", 8)] {
        if letters.is(next, word) && !letters.is(next, "万分") {
            number = shifted(number, power)?;
            next += 1;
            break;
        }
    }
    let (unit, words, next) = match unit(letters, next) {
        Some(found) => found,
        None => (None, "", next),
    };
    let figure = Figure::Number(shifted(number, power_of(words))?);
    // 5例/10万, 3名/千人.
    match scale(letters, next).filter(|_| unit.is_some_and(Unit::is_whole)) {
        Some((scaled, scale_words, end)) => Some(plain(figure, scaled, scale_words, end)),
        None => Some(plain(figure, unit, words, next)),
    }
}

/// The power of ten in 亿元; 万 and 亿 before any other unit belong to the number.
fn power_of(unit_words: &str) -> u32 {
    if unit_words == "亿元" { 8 } else { 0 }
}

/// The second half of a range, behind the first number and its unit; whether that is one in which something is counted.
fn range(letters: &Letters<'_>, place: usize, counted: bool) -> Option<Read> {
    let start = match letters.at(place)? {
        '-' | '至' | '到' => place + 1,
        _ => return None,
    };
    let (_, end) = decimal(letters, start)?;
    let found = unit(letters, end);
    let next = found.as_ref().map_or(end, |(_, _, after)| *after);
    // 10—12/10万.
    let next = scale(letters, next).map_or(next, |(_, _, after)| after);
    let of_name = match found {
        // 达到95%到2030年.
        Some((_, words, _)) if counted && OF_NAMES.contains(&words) => return None,
        Some((_, words, _)) => OF_NAMES.contains(&words),
        None if counted => false,
        None => !letters.is(end, "/") && !letters.is(end, "之间"),
    };
    Some(Read { found: if of_name { Found::Name } else { Found::Range }, next, soft: false })
}

fn digit_at(letters: &Letters<'_>, place: usize) -> bool {
    letters.at(place).is_some_and(|letter| letter.is_ascii_digit())
}

fn whole(number: Number) -> Option<u32> {
    (number.places() == 0).then(|| u32::try_from(number.mantissa()).ok()).flatten()
}

/// `/10万`, `/千人` behind a number.
fn scale(letters: &Letters<'_>, place: usize) -> Option<(Option<Unit>, &'static str, usize)> {
    const SCALES: &[(&str, Option<Unit>, &str)] = &[
        ("/10万人", Some(Unit::Per100k), "/10万"),
        ("/10万", Some(Unit::Per100k), "/10万"),
        ("/十万", Some(Unit::Per100k), "/10万"),
        ("/100000", Some(Unit::Per100k), "/10万"),
        ("/万人", None, "/万人"),
        ("/万", Some(Unit::Per10k), "/万"),
        ("/千人", Some(Unit::Per1000), "/千人"),
        ("/千名", Some(Unit::Per1000), "/千人"),
        ("/百人", None, "/百人"),
        ("/天", None, "/天"),
        ("/日", None, "/日"),
    ];
    let (word, unit, words) = SCALES.iter().find(|(word, _, _)| letters.is(place, word))?;
    Some((*unit, words, place + word.chars().count()))
}

fn unit(letters: &Letters<'_>, place: usize) -> Option<(Option<Unit>, &'static str, usize)> {
    let (word, unit) = UNITS.iter().find(|(word, _)| letters.is(place, word))?;
    // 个 of 个人, 人 of 人均: no units.
    let other = match *word {
        // But 10个人才工作室, 10个人大代表联络站.
        "个" => {
            letters.is(place, "个人") && letters.any(place + 2, &["才", "大", "民"]).is_none()
                || letters.is(place, "个性")
        }
        "本" => letters
            .any(place, &["本科", "本地", "本级", "本市", "本县", "本区", "本旗", "本单位", "本人", "本部"])
            .is_some(),
        "人" => letters.any(place, &["人均", "人民", "人口", "人才"]).is_some(),
        "对" | "家" | "位" | "所" | "条" | "处" | "支" => letters
            .any(place, &["对接", "对于", "家庭", "家长", "位于", "所有", "条件", "处理", "处置", "支持"])
            .is_some(),
        _ => false,
    };
    (!other).then(|| (*unit, *word, place + word.chars().count()))
}

/// Digits with at most one point, thousands set apart by commas or not.
fn decimal(letters: &Letters<'_>, place: usize) -> Option<(Number, usize)> {
    let mut text = String::new();
    let mut next = place;
    let group = |at: usize| {
        letters.at(at) == Some(',')
            && (1..=3).all(|step| digit_at(letters, at + step))
            && !digit_at(letters, at + 4)
    };
    loop {
        match letters.at(next) {
            Some(letter) if letter.is_ascii_digit() => text.push(letter),
            Some('.') if !text.contains('.') && digit_at(letters, next + 1) => text.push('.'),
            Some(',') if !text.contains('.') && group(next) => {}
            _ => break,
        }
        next += 1;
    }
    text.parse().ok().map(|number| (number, next))
}

const TENS: &[&str] = &["十", "百", "千", "万"];

/// 百余所, 1000多人, 数十名, 三四所, 三四十所: the place after what is no exact number of things.
pub(super) fn vague(letters: &Letters<'_>, place: usize) -> Option<usize> {
    let one_to_nine = |at: usize| letters.at(at).and_then(digit_of).is_some_and(|digit| digit > 0);
    if one_to_nine(place) && one_to_nine(place + 1) {
        let (unit, _, end) = unit(letters, letters.any(place + 2, TENS).map_or(place + 2, |(_, end)| end))?;
        return unit.is_some_and(Unit::is_whole).then_some(end);
    }
    let (_, next) = numeral(letters, place)?;
    let loose = ['余', '多', '来', '几'].iter().any(|sign| letters.at(next) == Some(*sign));
    let before = place.checked_sub(1).and_then(|before| letters.at(before));
    let next = next + usize::from(loose);
    let (_, _, end) = unit(letters, next)?;
    (loose || matches!(before, Some('数' | '几' | '上' | '近'))).then_some(end)
}

/// A number in Chinese numerals, and the place after it.
pub(super) fn numeral(letters: &Letters<'_>, place: usize) -> Option<(u64, usize)> {
    // 三〇, 一〇五: digit by digit.
    let digits = || (place..).map_while(|at| letters.at(at).and_then(digit_of));
    if digits().skip(1).any(|digit| digit == 0) {
        let end = place + digits().count();
        let value = digits().try_fold(0_u64, |sum, digit| sum.checked_mul(10)?.checked_add(digit))?;
        return letters.any(end, TENS).is_none().then_some((value, end));
    }
    let mut total: u64 = 0;
    let mut section: u64 = 0;
    let mut digit: Option<u64> = None;
    let mut next = place;
    let mut last_was_digit = false;
    while let Some(letter) = letters.at(next) {
        if let Some(value) = digit_of(letter) {
            // 三四 is no thirty-four.
            if last_was_digit {
                return None;
            }
            digit = Some(value);
            last_was_digit = value != 0;
        } else {
            let unit: u64 = match letter {
                '十' => 10,
                '百' => 100,
                '千' => 1_000,
                '万' => 10_000,
                _ => break,
            };
            let times = digit.take();
            last_was_digit = false;
            if unit == 10_000 {
                let below = section + times.unwrap_or(0);
                total = total.checked_add(below.max(u64::from(below == 0)).checked_mul(unit)?)?;
                section = 0;
            } else {
                section = section.checked_add(times.unwrap_or(1).max(1).checked_mul(unit)?)?;
            }
        }
        next += 1;
    }
    (next > place).then(|| (total + section + digit.unwrap_or(0), next))
}

fn chinese_decimal(letters: &Letters<'_>, place: usize) -> Option<(Number, usize)> {
    let (whole, mut next) = numeral(letters, place)?;
    let mut text = whole.to_string();
    if letters.at(next) == Some('点') && letters.at(next + 1).and_then(digit_of).is_some() {
        text.push('.');
        next += 1;
        while let Some(digit) = letters.at(next).and_then(digit_of) {
            text.push_str(&digit.to_string());
            next += 1;
        }
    }
    text.parse().ok().map(|number| (number, next))
}

const fn digit_of(letter: char) -> Option<u64> {
    Some(match letter {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A number times a power of ten, with no more places than needed.
fn shifted(number: Number, power: u32) -> Option<Number> {
    let spared = number.places().min(power);
    let mantissa = number.mantissa().checked_mul(10_i128.checked_pow(power - spared)?)?;
    Number::of_digits(mantissa, number.places() - spared)
}
