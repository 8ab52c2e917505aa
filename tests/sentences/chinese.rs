//! The Chinese sentence, read again.

use dabiao::{Outcome, values::Ratio};

use crate::read::{
    Asked, Distance, Figure, Moved, Read, Side, bound, bracketed, clauses, counts, figure, leading, ratio,
};

const UP: [&str; 4] = ["提高", "上升", "增加", "扩大"];
const DOWN: [&str; 3] = ["下降", "减少", "缩小"];

/// What a sentence on the indicator `name` says about the clause `words`.
pub(crate) fn read(sentence: &str, name: &str, words: &str) -> Read {
    let text = sentence.strip_suffix('。').expect("a full stop");
    let quoted = format!("“{words}”");
    let at = text.find(&quoted).expect("the words of the clause");
    let (head, tail) = (&text[..at], &text[at + quoted.len()..]);
    let (outcome, head, tail) = verdict(head, tail);
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
    let change =
        parts[1..].iter().enumerate().find_map(|(place, part)| moved(part, parts.get(place + 2).copied()));
    let redefined = parts.iter().find_map(|part| {
        let year = part.split_once("年起口径变化")?.0;
        Some(year.parse().unwrap())
    });
    let (asked, rest) = bracketed(tail, '（', '）').unwrap_or(("", tail));
    let rest = clauses(rest, "，");
    let (distance, edge) = rest.iter().find_map(|part| distance(part)).unzip();
    let baseline =
        rest.iter().enumerate().find_map(|(place, part)| since_baseline(part, rest.get(place + 1).copied()));
    let spite = ["修约到", "期间有过反复", "但多年走势", "本年"];
    Read {
        outcome,
        value,
        counts: counted,
        no_event,
        asked: asks(asked),
        distance,
        edge: edge.flatten(),
        change,
        redefined,
        baseline,
        but,
        explained: rest.iter().any(|part| spite.iter().any(|word| part.starts_with(word))),
    }
}

/// The verdict is the word before the quotation, or the one after it.
fn verdict<'t>(head: &'t str, tail: &'t str) -> (Outcome, &'t str, &'t str) {
    for (word, follows, outcome) in [
        ("是否达到", "无法判断", Outcome::Undetermined),
        ("未达到", "的目标", Outcome::NotMet),
        ("达到", "的目标", Outcome::Met),
        ("", "不适用", Outcome::NotApplicable),
        ("", "未到期", Outcome::NotDue),
        ("", "只监测，不评价", Outcome::NotJudged),
    ] {
        if let (Some(head), Some(tail)) = (head.strip_suffix(word), tail.strip_prefix(follows)) {
            return (outcome, head, tail);
        }
    }
    panic!("no verdict between {head:?} and {tail:?}");
}

/// The counts in the last bracket.
fn inside(text: &str) -> Option<(u64, u64)> {
    let open = text.rfind('（')?;
    counts(bracketed(&text[open..], '（', '）')?.0)
}

fn asks(text: &str) -> Asked {
    if let Some((value, rest)) = text.split_once("左右（容差") {
        let value = figure(value.trim_start_matches("每个单位")).expect("a number about which");
        return Asked::Around { value, points: leading(rest).unwrap().0 };
    }
    if text.contains("全部（100%）") { Asked::All } else { bound(text).unwrap_or(Asked::Words) }
}

fn distance(text: &str) -> Option<Distance> {
    let sides = [("高于", Side::Above), ("低于", Side::Below), ("恰在", Side::At)];
    let (rest, side) = sides.iter().find_map(|(word, side)| Some((text.strip_prefix(word)?, *side)))?;
    let rest = ["目标值", "下限", "上限"].iter().find_map(|bound| rest.strip_prefix(bound))?;
    let (edge, size) = match bracketed(rest, '（', '）') {
        Some((edge, size)) => (figure(edge), size),
        None => (None, rest),
    };
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
