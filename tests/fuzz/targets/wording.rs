//! Any text as the words of a plan: read the same twice and in either print, sentence by sentence; every number with a unit of
//! rates is asked for or named as unread; and no number is asked for that the text does not print.

#![no_main]

use dabiao::plan::wording::{self, Amount, Ask, Figure, Reading, Request};
use dabiao_fuzz::{CATALOGUE, wording::*};
use libfuzzer_sys::fuzz_target;

/// What is asked and what is left unread, in narrow print and without places.
fn said(reading: &Reading) -> Vec<String> {
    let asks = reading.asks.iter().map(|ask| {
        let Ask { names, request, or, timing, commitment, each, due, gap, .. } = ask;
        let or: Vec<String> = or.iter().map(ToString::to_string).collect();
        format!("{names:?} {request} {or:?} {timing:?} {commitment:?} {each:?} {due:?} {gap}")
    });
    let unread = reading.unread.iter().map(|unread| format!("{:?}", unread.why));
    asks.chain(unread).map(|line| narrow(&line)).collect()
}

fn amounts(ask: &Ask) -> impl Iterator<Item = &Amount> {
    [&ask.request].into_iter().chain(&ask.or).filter_map(|request| match request {
        Request::Bound { amount, .. } | Request::Change { amount, .. } => Some(amount),
        _ => None,
    })
}

fuzz_target!(|text: &str| {
    let reading = wording::read(text);
    assert_eq!(wording::read(text), reading);
    let asked = reading.asks.iter().map(|ask| ask.place);
    for place in asked.chain(reading.unread.iter().map(|unread| unread.place)) {
        assert!(
            place.start <= place.end && text.get(place.start..place.end).is_some(),
            "{place:?} of {text}"
        );
    }

    let (narrow_text, wide_text) = (narrow(text), wide(text));
    assert_eq!(said(&wording::read(&narrow_text)), said(&wording::read(&wide_text)), "{text}");

    // A quotation may reach over the end of a sentence.
    if !text.contains(QUOTES) {
        let apart: Vec<Reading> = text.split('。').map(wording::read).collect();
        let asks: Vec<&Ask> = apart.iter().flat_map(|reading| &reading.asks).collect();
        let same = |(one, other): (&Ask, &&Ask)| {
            one.request == other.request && one.names == other.names && one.timing == other.timing
        };
        assert!(reading.asks.len() == asks.len() && reading.asks.iter().zip(&asks).all(same), "{text}");

        let names_it = |at: usize| {
            let holds = |place: &wording::Span| (place.start..place.end).contains(&at);
            reading.asks.iter().any(|ask| holds(&ask.place))
                || reading.unread.iter().any(|unread| holds(&unread.place))
        };
        // What a plan prints has no control signs; with one amid a number there is more than one way to read on.
        let printed = text.chars().all(|sign| !sign.is_control() || "\n\r\t".contains(sign));
        for at in rates(text).into_iter().filter(|_| printed) {
            assert!(names_it(at), "the number at {at} of {text} is lost");
        }
        assert!(printed || rates(text).is_empty() || !said(&reading).is_empty(), "all of {text} is lost");
    }

    if !text.contains(NUMERALS) {
        let parts = |sign: &char| *sign != ',' && (!sign.is_whitespace() || "\n\r".contains(*sign));
        let printed: String = narrow_text.chars().filter(parts).collect();
        for ask in reading.asks.iter().filter(|ask| !ask.implied) {
            for amount in amounts(ask) {
                let numbers = match amount.figure {
                    Figure::Number(number) => vec![number.to_string()],
                    Figure::Colon(one, other) => vec![one.to_string(), other.to_string()],
                    // 2/6 is a third.
                    Figure::Fraction(_) => vec![],
                };
                for number in numbers {
                    assert!(printed.contains(&number), "{number} does not stand in {text}");
                }
            }
        }
    }

    // A card beside words that are not its own.
    for mut target in CATALOGUE.targets().step_by(97).cloned() {
        let card = CATALOGUE.indicator(&target.indicator).unwrap();
        target.clause.words = text.into();
        for doubt in wording::doubts(&target, card) {
            assert!(!doubt.to_string().is_empty() && !doubt.zh().is_empty());
        }
    }
});
