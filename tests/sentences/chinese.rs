//! The Chinese sentence, read again.

use dabiao::{Outcome, values::Ratio};

use crate::read::{
    Asked, Distance, Figure, Moved, Read, Side, bound, bracketed, clauses, counts, figure, leading, ratio,
};

const UP: [&str; 4] = ["提高", "上升", "增加", "扩大"];
const DOWN: [&str; 3] = ["下降", "减少", "缩小"];

/// The words of the clause as running text has them.
fn printed(words: &str) -> String {
    [("％", "%"), ("／", "/"), ("．", "."), ("“", "‘"), ("”", "’")]
        .iter()
        .fold(words.to_owned(), |text, (print, running)| text.replace(print, running))
}

/// What a sentence on the indicator `name` says about the clause `words`.
pub(crate) fn read(sentence: &str, name: &str, words: &str) -> Read {
    let text = sentence.strip_suffix('。').expect("a full stop");
    // Behind the semicolon stands what few cases are worth.
    let text = clauses(text, "；")[0];
    let (outcome, head, tail) = verdict(text, &printed(words));
    let (head, but) = match head.strip_suffix("，但") {
        Some(head) => (head, true),
        None => (head.trim_end_matches('，'), false),
    };
    let parts = clauses(head, "，");
    let none = parts[0].strip_prefix("未发生").or_else(|| parts[0].strip_prefix(&format!("{name}：未发生")));
    let (value, counted, no_event) = match none {
        Some(rest) => (None, inside(rest), true),
        None => {
            let given = parts[0].strip_prefix(name).expect("the indicator's name");
            let value = given.split('（').next().unwrap();
            (figure(value), inside(given), false)
        }
    };
    let (asked, rest) = bracketed(tail, '（', '）').unwrap_or(("", tail));
    let rest = clauses(rest, "，");
    let change =
        parts[1..].iter().enumerate().find_map(|(place, part)| moved(part, parts.get(place + 2).copied()));
    // A direction that is kept to and yet fell since the last value.
    let other = rest
        .iter()
        .enumerate()
        .find_map(|(place, part)| moved(part.strip_prefix('但')?, rest.get(place + 1).copied()));
    let redefined = parts.iter().find_map(|part| {
        let year = part.split_once("年起口径变化")?.0;
        Some(year.parse().unwrap())
    });
    let (distance, edge) = rest.iter().find_map(|part| distance(part)).unzip();
    let baseline = parts
        .iter()
        .enumerate()
        .find_map(|(place, part)| since_baseline(part, parts.get(place + 1).copied()));
    let spite = ["修约到", "期间有过反复", "但多年走势", "本年"];
    // A window that was lost settles the end, whatever the year is.
    let explains = |part: &str| {
        let lost = ["年一次未完成", "年未完成"].iter().any(|word| part.contains(word));
        lost || spite.iter().any(|word| part.starts_with(word))
    };
    Read {
        outcome,
        value,
        counts: counted,
        no_event,
        asked: asks(asked.trim_start_matches("目标：")),
        distance,
        edge: edge.flatten(),
        but: but || other.is_some(),
        change: change.or(other),
        redefined,
        baseline,
        explained: rest.iter().any(|part| explains(part)),
    }
}

/// The verdict and what stands around it; a quoted clause is the one that was judged.
fn verdict<'t>(text: &'t str, words: &str) -> (Outcome, &'t str, &'t str) {
    let forms = [
        (format!("尚未实现“{words}”的目标（"), Outcome::NotMet),
        (format!("未实现“{words}”的目标（"), Outcome::NotMet),
        (format!("实现了“{words}”的目标（"), Outcome::Met),
        (format!("符合“{words}”的要求（"), Outcome::Met),
        ("暂无法评价（目标：".into(), Outcome::Undetermined),
        ("不适用（目标：".into(), Outcome::NotApplicable),
        ("尚未到期（目标：".into(), Outcome::NotDue),
        ("只作监测，不评价".into(), Outcome::NotJudged),
    ];
    let found = forms.iter().find_map(|(form, outcome)| {
        let at = text.find(form.as_str())?;
        let open = form.rfind('（').unwrap_or(form.len());
        Some((*outcome, &text[..at], &text[at + open..]))
    });
    found.unwrap_or_else(|| panic!("no verdict in {text:?}"))
}

/// The counts in the last bracket.
fn inside(text: &str) -> Option<(u64, u64)> {
    let open = text.rfind('（')?;
    counts(bracketed(&text[open..], '（', '）')?.0)
}

fn asks(text: &str) -> Asked {
    if let Some((value, rest)) = text.split_once("左右，容差") {
        let at = value.find(|letter: char| letter.is_ascii_digit()).expect("a number about which");
        return Asked::Around { value: figure(&value[at..]).unwrap(), points: leading(rest).unwrap().0 };
    }
    if text.contains("应为0") {
        return Asked::Nothing;
    }
    bound(text).unwrap_or(if text.contains("100%") { Asked::All } else { Asked::Words })
}

fn distance(text: &str) -> Option<Distance> {
    let marks = ["目标值", "下限", "上限"];
    let named = |rest: &str| marks.iter().find_map(|mark| rest.strip_prefix(mark).map(str::to_owned));
    let edge = |rest: &str| match bracketed(rest, '（', '）') {
        Some((edge, rest)) => (figure(edge), rest.to_owned()),
        None => (None, rest.to_owned()),
    };
    if let Some(rest) = text.strip_prefix("正好达到").or_else(|| text.strip_prefix("正好等于")) {
        return Some(((Side::At, None), edge(&named(rest)?).0));
    }
    let (edge, rest) = edge(&named(text.strip_prefix('比')?)?);
    let sides = [("高", Side::Above), ("低", Side::Below)];
    let (size, side) = sides.iter().find_map(|(word, side)| Some((rest.strip_prefix(word)?, *side)))?;
    Some(((side, figure(size)), edge))
}

/// `比2023年下降5.3%（好转）`, `比上届（2021年）提高…`, `与2023年持平`; a count's per cent stands in the next clause.
fn moved(text: &str, next: Option<&str>) -> Option<Moved> {
    let (rest, since) = year(text)?;
    movement(rest, next, since)
}

/// `比2020年（91.2%）提高0.8个百分点`.
fn since_baseline(text: &str, next: Option<&str>) -> Option<(Figure, Moved)> {
    let (rest, since) = year(text)?;
    let (base, rest) = bracketed(rest, '（', '）')?;
    Some((figure(base)?, movement(rest, next, since)?))
}

fn year(text: &str) -> Option<(&str, i32)> {
    let rest = text.strip_prefix('比').or_else(|| text.strip_prefix('与'))?;
    if let Some(term) = rest.strip_prefix("上届") {
        let (year, rest) = bracketed(term, '（', '）')?;
        return Some((rest, year.strip_suffix('年')?.parse().ok()?));
    }
    let (year, rest) = rest.split_once('年')?;
    Some((rest, year.parse().ok()?))
}

fn movement(rest: &str, next: Option<&str>, since: i32) -> Option<Moved> {
    if rest == "持平" {
        return Some(Moved { sign: 0, size: None, percent: None, since, called: 0 });
    }
    let (sign, size) = UP
        .iter()
        .find_map(|verb| Some((1, rest.strip_prefix(verb)?)))
        .or_else(|| DOWN.iter().find_map(|verb| Some((-1, rest.strip_prefix(verb)?))))?;
    let share = next.filter(|next| {
        ["增长", "下降"]
            .iter()
            .any(|verb| next.strip_prefix(verb).is_some_and(|rest| leading(rest).is_some()))
    });
    let judged = |text: &str| i8::from(text.ends_with("（好转）")) - i8::from(text.ends_with("（变差）"));
    let bare = |text: &str| text.split('（').next().unwrap().to_owned();
    let size = figure(&bare(size))?;
    let percent: Option<Ratio> = share
        .map(|share| ratio(bare(share).trim_start_matches(['增', '长', '下', '降']).trim_end_matches('%')));
    let called = judged(share.unwrap_or(rest));
    Some(match size.unit.as_str() {
        "%" => Moved { sign, size: None, percent: Some(size.number), since, called },
        _ => Moved { sign, size: Some(size), percent, since, called },
    })
}
