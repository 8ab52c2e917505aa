//! The whole page: one report as a self-contained document without scripts, to be read on a screen or printed.

mod annex;
mod card;
mod chart;
pub mod compare;
mod words;

use dabiao::{
    Catalogue, Language, Report,
    report::{Counts, Part, ReportKind, Row},
    text,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::overview;
use crate::run::{Choices, Run};
use crate::tone::Tone;
use crate::visible;
pub use card::Entry;
pub use chart::{Chart, Line, Point};
use words::{Words, chip_of};

/// Nothing is fetched from anywhere, and nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const STYLE: &str = include_str!("page/style.css");

/// What the page is made of.
#[derive(Debug)]
pub struct Page<'a> {
    catalogue: &'a Catalogue,
    choices: &'a Choices,
    run: &'a Run<'a>,
    report: &'a Report,
    words: Words,
}

impl<'a> Page<'a> {
    /// A page on one of the reports of a run.
    #[must_use]
    pub const fn new(
        catalogue: &'a Catalogue,
        choices: &'a Choices,
        run: &'a Run<'a>,
        report: &'a Report,
    ) -> Self {
        Self { catalogue, choices, run, report, words: Words(choices.language) }
    }

    /// The document.
    ///
    /// # Errors
    /// On an indicator that the catalogue does not have; a report of the same catalogue has none.
    pub fn write(&self) -> Result<String, dabiao::Error> {
        let words = self.words;
        let entries = self.entries()?;
        let domains = domains(&self.report.rows);
        let title = self.title();
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
                    (self.head(&title))
                    (self.contents(&domains))
                    main id="main" tabindex="-1" {
                        (self.overview(&entries, &domains))
                        (self.at_risk(&entries))
                        (self.counts())
                        @for (plan, domain) in &domains { (self.domain(&entries, plan, *domain)) }
                        (self.annex(&entries))
                        (self.findings())
                        (self.bodies())
                        (self.receipt())
                    }
                }
            }
        };
        // The page itself has no line breaks: whatever is hidden in it stands in a text that came from data.
        Ok(visible(&page.into_string()).into_owned() + "\n")
    }

    fn title(&self) -> String {
        let (year, kind) = (self.report.year, self.report.kind);
        let mut plans: Vec<&str> = Vec::new();
        for row in &self.report.rows {
            if !plans.contains(&&*row.target.plan) {
                plans.push(&row.target.plan);
            }
        }
        // The two built-in plans share a name; a host's own stands under the name that it bears.
        let built_in = [("women", "妇女", "Women’s"), ("children", "儿童", "Children’s")];
        let judged = built_in.iter().filter(|(id, ..)| plans.contains(id));
        let common: Vec<&str> = judged.map(|(_, zh, en)| self.words.of(zh, en)).collect();
        let mut names: Vec<String> = Vec::new();
        if !common.is_empty() {
            names.push(match self.words.0 {
                Language::Chinese => format!("{}发展规划（2021—2030年）", common.concat()),
                Language::English => format!("{} Development Plan 2021-2030", common.join(" and ")),
            });
        }
        let own = plans.iter().filter(|plan| !built_in.iter().any(|(id, ..)| id == *plan));
        names.extend(own.map(|plan| self.words.plan(self.catalogue, plan).to_owned()));
        let area = self.area();
        match self.words.0 {
            Language::Chinese => {
                let word = if kind == ReportKind::Annual { "" } else { "年" };
                format!("{area}{}{year}{word}{}报告", names.join("、"), kind.zh())
            }
            Language::English if area.is_empty() => format!("{}: {} {year}", names.join(", "), kind.en()),
            Language::English => format!("{area}: {}, {} {year}", names.join(", "), kind.en()),
        }
    }

    /// Whose figures they are; empty where the data do not say.
    fn area(&self) -> &str {
        match (self.run.embedded, self.report.area.as_deref()) {
            (true, None) => self.words.of("全国", "China"),
            (_, area) => area.unwrap_or_default(),
        }
    }

    fn head(&self, title: &str) -> Markup {
        let words = self.words;
        html! {
            header.top {
                h1 { (title) }
                @if self.run.embedded {
                    p.notice role="note" {
                        strong { (words.of("这不是杭锦旗的数。", "These are not the banner’s figures.")) } " "
                        (words.of(
                            "以下用已公布的全国数对照杭锦旗规划的目标值，仅作演示。",
                            "Published national figures are compared with the banner’s target values, as a demonstration.",
                        )) " "
                        a href="#sources" { (words.of("指标对应关系和来源见文末", "What was taken for what, and the sources, are at the end")) }
                        (words.of("。", "."))
                    }
                }
                @for notice in &self.run.notices { p.notice role="note" { (notice) } }
            }
        }
    }

    /// The year in one sentence, and a tile for each domain.
    fn overview(&self, entries: &[Entry<'_>], domains: &[(&str, u8)]) -> Markup {
        let words = self.words;
        html! {
            section aria-labelledby="overview" {
                h2 id="overview" { (words.of("总览", "Overview")) }
                p.lead { (overview::sentence(self.report, words.0)) }
                // Where there is little room the tiles have letters alone.
                p.letters aria-hidden="true" {
                    @for tone in Tone::ALL { span.count-of { (chip_of(tone, words)) " " (tone.look(words.0).1) } " " }
                }
                ul.tiles {
                    @for (plan, domain) in domains { (self.tile(entries, plan, *domain)) }
                }
            }
        }
    }

    /// How the targets of a domain stand: a bar for the eye, and the same in letters and words.
    fn tile(&self, entries: &[Entry<'_>], plan: &str, domain: u8) -> Markup {
        let words = self.words;
        let here: Vec<Tone> = entries
            .iter()
            .filter(|entry| is_in(entry.row, plan, domain))
            .map(|entry| Tone::of(entry.row.judgement.standing))
            .collect();
        let counts = Tone::ALL.map(|tone| (tone, here.iter().filter(|found| **found == tone).count()));
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        html! {
            li {
                a href=(anchor(plan, domain)) { (words.domain(self.catalogue, plan, domain)) }
                div.bar aria-hidden="true" {
                    @for (tone, count) in counts.clone() {
                        span style=(format!("flex:{count};background:{}", tone.look(words.0).2)) {}
                    }
                }
                p {
                    @for (tone, count) in counts {
                        span.count-of { (chip_of(tone, words)) " " span.tone { (tone.look(words.0).1) } " " b { (count) } } " "
                    }
                }
            }
        }
    }

    /// What is not met or at risk, worst first: value, target, gap, trend.
    fn at_risk(&self, entries: &[Entry<'_>]) -> Markup {
        let words = self.words;
        let entry = |id: &str| entries.iter().find(|entry| entry.row.target.id == *id);
        let ids = self.report.at_risk.iter().flat_map(|group| &group.targets);
        let found: Vec<&Entry<'_>> = ids.filter_map(|id| entry(id)).collect();
        html! {
            section aria-labelledby="at-risk" {
                h2 id="at-risk" { (words.of("未达标和有风险的目标", "Not met or at risk")) " " (self.items(found.len())) }
                @if found.is_empty() { p { (words.of("没有。", "None.")) } }
                ul.rows {
                    @for entry in found {
                        @let row = entry.row;
                        li {
                            span.state { (words::standing_of(row, words)) }
                            a.name href=(format!("#t{}", entry.number)) { (row.clause) " " (words.indicator(row)) }
                            span.now { b { (text::value(row, words.0).unwrap_or_else(|| "—".to_owned())) } " " span.asks { (words.of("目标", "target ")) (text::asks(row, words.0)) } }
                            span.gap { (text::distance(row, words.0).or_else(|| text::change(row, words.0)).unwrap_or_default()) }
                            span.trend { @if let Some(chart) = self.chart(entry) { (chart.spark()) } }
                        }
                    }
                }
            }
        }
    }

    /// The parts of the plans counted apart.
    fn counts(&self) -> Markup {
        let (words, report) = (self.words, self.report);
        let line = |name: &str, counts: &Counts, sum: bool| {
            let [met, well] = overview::rates(counts);
            html! {
                tr.sum[sum] {
                    th scope="row" { (name) }
                    td.count { (counts.tally.total) }
                    @for (_, count) in self.outcomes(counts) { td.count { (count) } }
                    td.rate { (met) }
                    td.rate { (well) }
                }
            }
        };
        let of = |part: Part| Counts::of(report.counted().filter(|row| Part::of(&row.target) == part));
        let all = Counts::of(report.counted());
        html! {
            section aria-labelledby="counts" {
                h2 id="counts" { (words.of("各部分的目标数", "Targets by part of the plans")) }
                (self.table("by-part", words.of("主要目标、策略措施和组织实施分别计数", "Main goals, strategy measures and organisation counted apart"), "", html! {
                    thead { tr {
                        th scope="col" { (words.of("部分", "Part")) }
                        th.count scope="col" { (words.of("目标", "Targets")) }
                        @for (name, _) in self.outcomes(&all) { th.count scope="col" { (name) } }
                        th.count scope="col" { (words.of("达标率", "Met, %")) }
                        th.count scope="col" { (words.of("进展顺利率", "On track, %")) }
                    } }
                    tbody {
                        @for part in Part::ALL { (line(words.of(part.zh(), part.en()), &of(part), false)) }
                        (line(words.of("合计", "All"), &all, true))
                    }
                }))
                p {
                    (words.of(overview::LEGEND.0, overview::LEGEND.1)) " "
                    (overview::open(&all, words.0).unwrap_or_default())
                }
            }
        }
    }

    /// The outcomes with their counts, in one order everywhere; what has years to go stands apart.
    fn outcomes(&self, counts: &Counts) -> [(&'static str, usize); 7] {
        let (words, tally) = (self.words, &counts.tally);
        [
            (words.of("达标", "Met"), tally.met),
            (words.of("未达标", "Missed"), counts.missed()),
            (words.of("尚未达到", "Not yet"), counts.not_yet),
            (words.of("暂无法评价", "Cannot be judged"), tally.undetermined),
            (words.of("不适用", "Not applicable"), tally.not_applicable),
            (words.of("未到期", "Later"), tally.not_due),
            (words.of("不评价", "Not judged"), tally.not_judged),
        ]
    }

    /// A table in a region of its own, which scrolls where the page is narrow.
    fn table(&self, id: &str, caption: &str, class: &str, content: Markup) -> Markup {
        let label = format!("{id}-caption");
        html! {
            div.scroll role="region" aria-labelledby=(label) tabindex="0" {
                table class=(class) { caption id=(label) { (caption) } (content) }
            }
        }
    }

    fn items(&self, count: usize) -> String {
        match self.words.0 {
            Language::Chinese => format!("{count}项"),
            Language::English => format!("({count})"),
        }
    }

    /// Where things stand; it stays in sight where there is room.
    fn contents(&self, domains: &[(&str, u8)]) -> Markup {
        let words = self.words;
        let mut plans: Vec<(&str, u8)> = Vec::new();
        for (plan, domain) in domains {
            if !plans.iter().any(|(known, _)| known == plan) {
                plans.push((plan, *domain));
            }
        }
        html! {
            nav.contents aria-label=(words.of("目录", "Contents")) {
                a href="#overview" { (words.of("总览", "Overview")) } " "
                a href="#at-risk" { (words.of("未达标和有风险", "Not met or at risk")) } " "
                @for (plan, domain) in plans { a href=(anchor(plan, domain)) { (words.plan(self.catalogue, plan)) } " " }
                a href="#annex" { (words.of("附表", "Annex")) } " "
                a href="#findings" { (words.of("数据检查", "Data quality")) } " "
                a href="#receipt" { (words.of("设置和来源", "Settings and sources")) }
            }
        }
    }

    fn domain(&self, entries: &[Entry<'_>], plan: &str, domain: u8) -> Markup {
        let words = self.words;
        let here = || entries.iter().filter(|entry| is_in(entry.row, plan, domain));
        let id = anchor(plan, domain);
        let id = id.trim_start_matches('#');
        let full: Vec<&Entry<'_>> =
            here().filter(|entry| !self.is_bare(entry) && self.is_full(entry)).collect();
        let brief: Vec<&Entry<'_>> =
            here().filter(|entry| !self.is_bare(entry) && !self.is_full(entry)).collect();
        let bare: Vec<&Entry<'_>> = here().filter(|entry| self.is_bare(entry)).collect();
        html! {
            section.domain aria-labelledby=(id) {
                h2 id=(id) { (words.domain(self.catalogue, plan, domain)) }
                @for entry in full { (self.card(entry)) }
                @if !brief.is_empty() { ul.brief { @for entry in brief { (self.brief(entry)) } } }
                @if !bare.is_empty() {
                    details.bare {
                        summary { (words.of("没有数据的目标", "Targets without data")) " " (self.items(bare.len())) }
                        ul { @for entry in bare { (self.bare(entry)) } }
                    }
                }
            }
        }
    }
}

/// Plan and domain of every target, in printed order with the chapters last.
fn domains(rows: &[Row]) -> Vec<(&str, u8)> {
    let mut plans: Vec<&str> = Vec::new();
    let mut domains: Vec<(usize, u8)> = Vec::new();
    for row in rows {
        let place = plans.iter().position(|plan| *plan == row.target.plan).unwrap_or_else(|| {
            plans.push(&row.target.plan);
            plans.len() - 1
        });
        domains.push((place, row.target.clause.domain));
    }
    domains.sort_by_key(|(place, domain)| (*place, domain.wrapping_sub(1)));
    domains.dedup();
    domains.into_iter().filter_map(|(place, domain)| Some((*plans.get(place)?, domain))).collect()
}

fn is_in(row: &Row, plan: &str, domain: u8) -> bool {
    row.target.plan == plan && row.target.clause.domain == domain
}

/// A domain's address on the page. A plan's key may be any text; an id may not hold white space.
fn anchor(plan: &str, domain: u8) -> String {
    let plan: String =
        plan.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("#{plan}-{domain}")
}
