//! Several areas side by side on one page: who meets what, who lies behind, where the areas lie far apart.

use dabiao::{Catalogue, report::Part, report::TargetComparison};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::words::{Words, chip_of};
use super::{POLICY, STYLE};
use crate::compare::{Comparison, title};
use crate::tone::Tone;
use crate::visible;

/// The page of a comparison.
#[must_use]
pub fn write(catalogue: &Catalogue, comparison: &Comparison<'_>) -> String {
    let words = Words(comparison.language);
    let title = title(catalogue, comparison.facts, comparison.language);
    let page = html! {
        (DOCTYPE)
        html lang=(words.of("zh-CN", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light";
                title { (title) }
                style { (PreEscaped(STYLE.replace('\n', " "))) }
            }
            body {
                a.skip href="#main" { (words.of("跳到正文", "Skip to the report")) }
                header.top { h1 { (title) } }
                main id="main" tabindex="-1" {
                    p.lead { (comparison.summary()) }
                    (areas(comparison, words))
                    (targets(comparison, words))
                    (differences(comparison, words))
                }
            }
        }
    };
    visible(&page.into_string()).into_owned() + "\n"
}

/// A table in a region of its own, which scrolls where the page is narrow.
fn table(id: &str, caption: &str, content: Markup) -> Markup {
    let label = format!("{id}-caption");
    html! {
        div.scroll role="region" aria-labelledby=(label) tabindex="0" {
            table { caption id=(label) { (caption) } (content) }
        }
    }
}

fn areas(comparison: &Comparison<'_>, words: Words) -> Markup {
    let (header, lines) = comparison.areas();
    let content = html! {
        thead { tr { @for name in header { th scope="col" { (name) } } } }
        tbody {
            @for [number, area, counts @ ..] in lines {
                tr { td { (number) } th scope="row" { (area) } @for count in counts { td { (count) } } }
            }
        }
    };
    html! {
        h2 id="areas" { (words.of("各地区", "The areas")) }
        (table("areas", words.of("主要目标；警告以上和缺数按全部目标计", "Main goals; warnings and missing data of all targets"), content))
    }
}

fn targets(comparison: &Comparison<'_>, words: Words) -> Markup {
    html! {
        h2 id="targets" { (words.of("各目标", "The targets")) }
        p {
            @for tone in Tone::ALL {
                span.count-of { (chip_of(tone, words)) " " (tone.look(words.0).1) } " "
            }
        }
        @for part in Part::ALL { (of_part(comparison, part, words)) }
    }
}

fn of_part(comparison: &Comparison<'_>, part: Part, words: Words) -> Markup {
    let told: Vec<&TargetComparison> = comparison.told(part).collect();
    if told.is_empty() {
        return html! {};
    }
    let tone = |verdict: &Option<dabiao::report::AreaVerdict>| {
        verdict.as_ref().map_or(Tone::Aside, |verdict| Tone::of(verdict.standing))
    };
    let content = html! {
        thead {
            tr {
                th scope="col" { (words.of("目标", "Target")) }
                th scope="col" { (words.of("要求", "Asks")) }
                th scope="col" { (words.of("达标/可评价", "Met of judged")) }
                @for name in comparison.names() { th scope="col" { (name) } }
            }
        }
        tbody {
            @for target in told {
                tr {
                    th scope="row" { (comparison.name(target)) }
                    td { (comparison.asks(target)) }
                    td { (target.tally.met) "/" (target.tally.met + target.tally.not_met) }
                    @for verdict in &target.verdicts {
                        @let tone = tone(verdict);
                        td { span title=(tone.look(words.0).1) { (chip_of(tone, words)) } }
                    }
                }
            }
        }
    };
    table(&format!("part-{}", part.en().replace([' ', ','], "-")), words.of(part.zh(), part.en()), content)
}

fn differences(comparison: &Comparison<'_>, words: Words) -> Markup {
    let differences = comparison.differences();
    let header = comparison.differences_header();
    let content = html! {
        thead { tr { @for name in header { th scope="col" { (name) } } } }
        tbody {
            @for one in &differences {
                tr {
                    th scope="row" { (one.name) }
                    td { (one.asks) } td { (one.best) } td { (one.worst) } td { (one.spread) }
                }
            }
        }
    };
    html! {
        @if !differences.is_empty() {
            h2 id="apart" { (words.of("差距最大的目标", "Where the areas lie furthest apart")) }
            (table("apart", comparison.differences_note(), content))
        }
    }
}
