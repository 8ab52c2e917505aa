//! Fixed words of the page in both languages, and how a standing and a severity look.

use dabiao::{
    Catalogue, Language, Standing, Year,
    ahead::{Palette, Severity},
    report::Row,
    statistics::Certainty,
    text,
    values::{Ratio, Unit},
};
use maud::{Markup, html};

use crate::titles;
use crate::tone::Tone;

/// The language of the page, and what depends on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// One of two texts.
    pub(crate) const fn of<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self.0 {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// Chinese words that stand in either language: marked where the page is not Chinese.
    pub(crate) fn zh(self, words: &str) -> Markup {
        match self.0 {
            Language::Chinese => html! { (words) },
            Language::English => html! { span lang="zh-CN" { (words) } },
        }
    }

    pub(crate) fn indicator(self, row: &Row) -> &str {
        self.of(&row.indicator.zh, &row.indicator.en)
    }

    pub(crate) fn unit(self, unit: Unit) -> &'static str {
        self.of(unit.symbol(), unit.symbol_en())
    }

    pub(crate) const fn standing(self, standing: Standing) -> &'static str {
        self.of(standing.zh(), standing.en())
    }

    /// Joins parts of one remark.
    pub(crate) fn join(self, parts: &[String]) -> String {
        parts.join(self.of("；", "; "))
    }

    /// A domain's title, in Chinese where the plan has no other, or the chapters that belong to none.
    pub(crate) fn domain(self, catalogue: &Catalogue, plan: &str, domain: u8) -> Markup {
        let name = self.plan(catalogue, plan);
        match (titles::of(catalogue, plan, domain), self.0) {
            (Some((title, _)), Language::Chinese) => html! { (title) },
            (Some((_, Some(title))), Language::English) => html! { (title) },
            (Some((title, None)), Language::English) => {
                html! { (name) ", domain " (domain) ": " (self.zh(title)) }
            }
            (None, Language::Chinese) => html! { (name) "组织实施、监测评估" },
            (None, Language::English) => html! { (name) ", organisation and monitoring" },
        }
    }

    /// A plan by its name: the built-in ones in short, a host's own by the name that it bears.
    pub(crate) fn plan<'c>(self, catalogue: &'c Catalogue, plan: &'c str) -> &'c str {
        match plan {
            "women" => self.of("妇女规划", "Women’s plan"),
            "children" => self.of("儿童规划", "Children’s plan"),
            other => catalogue.plan(other).map_or(other, |plan| self.of(&plan.zh, &plan.en)),
        }
    }

    /// A change in the words of official reports: points for ％ and ‰, per cent for /10万, number and per cent for things.
    pub(crate) fn change(self, from: &Ratio, to: &Ratio, unit: Unit) -> String {
        let change = to - from;
        let sign = match change.signum() {
            0 => return self.of("持平", "unchanged").to_owned(),
            1 => "+",
            _ => "−",
        };
        let size = text::amount(&change.abs(), unit.of_difference(), self.0);
        let relative = change.abs().over(&from.abs()).map(|part| (part * Ratio::whole(100)).rounded(1));
        match (unit, relative) {
            (Unit::Per10k | Unit::Per100k, Some(relative)) => format!("{sign}{relative}%"),
            (unit, Some(relative)) if unit.is_whole() => match self.0 {
                Language::Chinese => format!("{sign}{size}（{sign}{relative}%）"),
                Language::English => format!("{sign}{size} ({sign}{relative}%)"),
            },
            _ => format!("{sign}{size}"),
        }
    }

    pub(crate) fn years(self, years: &[Year]) -> String {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        years.join(self.of("、", ", "))
    }
}

/// A tone's letter on its colour.
pub(crate) fn chip_of(tone: Tone, words: Words) -> Markup {
    let (letter, _, colour) = tone.look(words.0);
    chip(letter, colour)
}

fn chip(letter: &str, colour: &str) -> Markup {
    let ink = if is_dark(colour) { "#fff" } else { "#111" };
    html! { span.chip style=(format!("background:{colour};color:{ink}")) { (letter) } }
}

/// A letter on its colour and words beside it.
fn badge(letter: &str, colour: &str, words: &str) -> Markup {
    html! { span.badge { (chip(letter, colour)) span { (words) } } }
}

/// Whether white letters are read better on a colour than black ones.
fn is_dark(colour: &str) -> bool {
    let channel = |from: usize| {
        let digits = colour.get(from..from + 2);
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(255)
    };
    299 * channel(1) + 587 * channel(3) + 114 * channel(5) < 128_000
}

/// A severity in the four colours of alarm; what has none is a remark.
pub(crate) fn severity(severity: Option<Severity>, words: Words) -> Markup {
    let Some(severity) = severity else { return badge("·", "#ffffff", words.of("说明", "note")) };
    let palette = Palette::red_orange_yellow_blue();
    let shade = palette.shade(Some(severity));
    let word = words.of(severity.zh(), severity.en());
    let letter: String = word.chars().take(1).collect::<String>().to_uppercase();
    badge(&letter, &shade.colour, word)
}

/// The standing of a target as its letter on the colour of its tone; where few cases make a met one worth little, without the green.
pub(crate) fn standing_of(row: &Row, words: Words) -> Markup {
    let small = row.judgement.small_numbers.as_ref();
    let doubtful = small.is_some_and(|small| {
        matches!(small.label, Some(Certainty::MetUnconfirmable | Certainty::MissedWithinChance))
    });
    let word = text::standing_word(row, words.0);
    match doubtful {
        true => {
            let said = words.of("（小样本）", " (few cases)");
            badge(words.of("少", "F"), "#e3e6ea", &format!("{word}{said}"))
        }
        false => {
            let (letter, _, colour) = Tone::of(row.judgement.standing).look(words.0);
            badge(letter, colour, &word)
        }
    }
}
