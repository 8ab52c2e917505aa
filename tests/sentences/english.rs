//! The English sentence, read again.

use dabiao::Outcome;

use crate::read::{
    Asked, Distance, Figure, Moved, Read, Side, bound, bracketed, clauses, counts, figure, leading, ratio,
};

/// What a sentence on the indicator `name` says.
pub(crate) fn read(sentence: &str, name: &str) -> Read {
    let text = sentence.strip_suffix('.').expect("a full stop");
    let (text, none) = match text.strip_prefix(name) {
        Some(text) => (text, text.starts_with(": none recorded")),
        None => (text.strip_prefix("no ").expect("the name, or that nothing happened"), true),
    };
    let (at, joined, outcome) = Outcome::ALL
        .iter()
        .flat_map(|outcome| [": ", ", but "].map(|joined| (joined, *outcome)))
        .filter_map(|(joined, outcome)| {
            Some((text.find(&format!("{joined}{} (", outcome.en()))?, joined, outcome))
        })
        .min_by_key(|(at, ..)| *at)
        .expect("a verdict");
    let head = &text[..at];
    let tail = text[at + joined.len()..].strip_prefix(outcome.en()).unwrap().trim_start();
    let (asked, rest) = bracketed(tail, '(', ')').expect("what is asked");
    let parts = clauses(head, ", ");
    let (value, counted) = match none {
        true => (None, inside(parts[0])),
        false => (figure(parts[0].split(" (").next().unwrap()), inside(parts[0])),
    };
    let rest = clauses(rest, ", ");
    let (distance, edge) = rest.iter().find_map(|part| distance(part)).unzip();
    let spite = ["judged after rounding", "with a setback", "but the years together"];
    let explains =
        |part: &str| spite.iter().any(|word| part.starts_with(word)) || part.contains(" in the year itself");
    Read {
        outcome,
        value,
        counts: counted,
        no_event: none,
        asked: asks(asked),
        distance,
        edge: edge.flatten(),
        change: parts[1..].iter().find_map(|part| moved(part)),
        redefined: parts
            .iter()
            .find_map(|part| Some(part.strip_prefix("another definition since ")?.parse().unwrap())),
        baseline: rest.iter().find_map(|part| since_baseline(part)),
        but: joined == ", but ",
        explained: rest.iter().any(|part| explains(part)),
    }
}

fn inside(text: &str) -> Option<(u64, u64)> {
    let open = text.rfind('(')?;
    counts(bracketed(&text[open..], '(', ')')?.0)
}

fn asks(text: &str) -> Asked {
    let text = text.trim_start_matches("every unit ");
    if let Some((value, rest)) = text.strip_prefix("about ").and_then(|text| text.split_once(" (within ")) {
        return Asked::Around { value: figure(value).unwrap(), points: leading(rest).unwrap().0 };
    }
    if text.starts_with("all (100%)") { Asked::All } else { bound(text).unwrap_or(Asked::Words) }
}

fn distance(text: &str) -> Option<Distance> {
    let edge = |rest: &str| bracketed(rest.trim_start(), '(', ')').and_then(|(edge, _)| figure(edge));
    for bound in ["the bound", "the lower edge", "the upper edge"] {
        if let Some(rest) = text.strip_prefix(&format!("exactly at {bound}")) {
            return Some(((Side::At, None), edge(rest)));
        }
        for (word, side) in [("above", Side::Above), ("below", Side::Below)] {
            if let Some((size, rest)) = text.split_once(&format!(" {word} {bound}")) {
                return Some(((side, figure(size)), edge(rest)));
            }
        }
    }
    None
}

/// `down 5.3% on 2023 (better)`, `up 3 (12.5%) on the term before (2021)`, `unchanged on 2023`.
fn moved(text: &str) -> Option<Moved> {
    let (what, since) = text.rsplit_once(" on ")?;
    let called = i8::from(since.ends_with(" (better)")) - i8::from(since.ends_with(" (worse)"));
    let since = since.trim_end_matches(" (better)").trim_end_matches(" (worse)");
    let since = since.strip_prefix("the term before (").map_or(since, |year| year.trim_end_matches(')'));
    movement(what, since.parse().ok()?, called)
}

/// `up 0.8 percentage points on 2020 (91.2%)`, `unchanged since 2020 (91%)`.
fn since_baseline(text: &str) -> Option<(Figure, Moved)> {
    let open = text.rfind(" (")?;
    let base = bracketed(&text[open + 1..], '(', ')')?.0;
    let (what, since) = text[..open].rsplit_once(" on ").or_else(|| text[..open].rsplit_once(" since "))?;
    Some((figure(base)?, movement(what, since.parse().ok()?, 0)?))
}

fn movement(what: &str, since: i32, called: i8) -> Option<Moved> {
    if what == "unchanged" {
        return Some(Moved { sign: 0, size: None, percent: None, since, called });
    }
    let (sign, size) = what
        .strip_prefix("up ")
        .map(|size| (1, size))
        .or_else(|| what.strip_prefix("down ").map(|size| (-1, size)))?;
    let (size, share) = match size.split_once(" (") {
        Some((size, share)) => (size, Some(ratio(share.trim_end_matches(')').trim_end_matches('%')))),
        None => (size, None),
    };
    let size = figure(size)?;
    Some(match size.unit.as_str() {
        "%" => Moved { sign, size: None, percent: Some(size.number), since, called },
        _ => Moved { sign, size: Some(size), percent: share, since, called },
    })
}
