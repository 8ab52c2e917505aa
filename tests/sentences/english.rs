//! The English sentence, read again.

use dabiao::Outcome;

use crate::read::{
    Asked, Distance, Figure, Moved, Read, Side, bound, bracketed, capital, clauses, counts, figure, leading,
    ratio,
};

const VERDICTS: [(&str, Outcome); 9] = [
    ("target met (", Outcome::Met),
    ("on track (", Outcome::Met),
    ("target not met (", Outcome::NotMet),
    ("target not yet met (", Outcome::NotMet),
    ("not on track (", Outcome::NotMet),
    ("cannot be judged (", Outcome::Undetermined),
    ("not applicable (", Outcome::NotApplicable),
    ("not yet due (", Outcome::NotDue),
    ("monitored, not judged", Outcome::NotJudged),
];

/// What a sentence on the indicator `name` says.
pub(crate) fn read(sentence: &str, name: &str) -> Read {
    let text = sentence.strip_suffix('.').expect("a full stop");
    let name = capital(name);
    let (text, none) = match text.strip_prefix(&name) {
        Some(text) => (text, text.starts_with(": none recorded")),
        None => (text.strip_prefix("No ").expect("the name, or that nothing happened"), true),
    };
    let (at, joined, phrase, outcome) = VERDICTS
        .iter()
        .flat_map(|(phrase, outcome)| ["; ", ": ", ", but "].map(|joined| (joined, *phrase, *outcome)))
        .filter_map(|(joined, phrase, outcome)| {
            Some((text.find(&format!("{joined}{phrase}"))?, joined, phrase, outcome))
        })
        .min_by_key(|(at, ..)| *at)
        .expect("a verdict");
    let head = text[..at].trim_start_matches(": ");
    let tail = &text[at + joined.len() + phrase.trim_end_matches(" (").len()..];
    let (asked, rest) = bracketed(tail.trim_start(), '(', ')').unwrap_or(("", tail));
    let parts = clauses(head, ", ");
    let (value, counted) = match none {
        true => (None, inside(parts[0])),
        // 8 of 9 townships is no value.
        false => {
            let value = figure(parts[0].split(" (").next().unwrap());
            (value.filter(|value| !value.unit.starts_with("of ")), inside(parts[0]))
        }
    };
    // Behind the semicolon stands what few cases are worth.
    let rest = clauses(clauses(rest, "; ")[0], ", ");
    let (distance, edge) = rest.iter().find_map(|part| distance(part)).unzip();
    // A window that was lost settles the end, whatever the year is.
    let spite = [
        "judged after rounding",
        "with a setback",
        "but the trend since",
        "not done in ",
        "not done once in ",
    ];
    let explains =
        |part: &str| spite.iter().any(|word| part.starts_with(word)) || part.contains(" in the year itself");
    let other = rest.iter().find_map(|part| moved(part.strip_prefix("but ")?));
    Read {
        outcome,
        value,
        counts: counted,
        no_event: none,
        asked: asks(asked),
        distance,
        edge: edge.flatten(),
        but: joined == ", but " || other.is_some(),
        change: parts[1..].iter().find_map(|part| moved(part)).or(other),
        redefined: parts
            .iter()
            .find_map(|part| Some(part.strip_prefix("definition changed in ")?.parse().unwrap())),
        baseline: parts.iter().find_map(|part| since_baseline(part)),
        explained: rest.iter().any(|part| explains(part)),
    }
}

fn inside(text: &str) -> Option<(u64, u64)> {
    let open = text.rfind('(')?;
    counts(bracketed(&text[open..], '(', ')')?.0)
}

fn asks(text: &str) -> Asked {
    if let Some((value, rest)) = text.split_once(", within ") {
        if let Some((_, value)) = value.split_once("about ") {
            return Asked::Around { value: figure(value).unwrap(), points: leading(rest).unwrap().0 };
        }
    }
    if text.split(": ").last().is_some_and(|text| text == "none" || text.starts_with("none,")) {
        return Asked::Nothing;
    }
    bound(text).unwrap_or(if text.contains("100%") { Asked::All } else { Asked::Words })
}

fn distance(text: &str) -> Option<Distance> {
    let edge = |rest: &str| bracketed(rest.trim_start(), '(', ')').and_then(|(edge, _)| figure(edge));
    for bound in ["the target value", "the lower edge", "the upper edge"] {
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

/// `down 5.3% from 2023 (better)`, `up 3 (12.5%) from the previous term (2021)`, `unchanged from 2023`.
fn moved(text: &str) -> Option<Moved> {
    let (what, since) = text.rsplit_once(" from ")?;
    let called = i8::from(since.ends_with(" (better)")) - i8::from(since.ends_with(" (worse)"));
    let since = since.trim_end_matches(" (better)").trim_end_matches(" (worse)");
    let since = since.strip_prefix("the previous term (").map_or(since, |year| year.trim_end_matches(')'));
    movement(what, since.parse().ok()?, called)
}

/// `up 0.8 percentage points from 2020 (91.2%)`, `unchanged from 2020 (91%)`.
fn since_baseline(text: &str) -> Option<(Figure, Moved)> {
    let open = text.rfind(" (")?;
    let base = bracketed(&text[open + 1..], '(', ')')?.0;
    let (what, since) = text[..open].rsplit_once(" from ")?;
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
