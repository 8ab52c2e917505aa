//! The whole page: one report as a self-contained document without scripts, to be read on a screen or printed.

mod annex;
mod card;
mod chart;
mod words;

use std::collections::BTreeMap;

use dabiao::{
    Catalogue, Language, Report,
    ahead::{Severity, Signal, Warning},
    report::{ReportKind, Row, Tally},
    text,
    values::Ratio,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use card::Entry;
use dabiao_tables::run::{Choices, Run};
use dabiao_tables::visible;
use words::Words;

/// Nothing is fetched from anywhere, and nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const STYLE: &str = include_str!("style.css");

/// What the page is made of.
pub(crate) struct Page<'a> {
    catalogue: &'a Catalogue,
    choices: &'a Choices,
    run: &'a Run<'a>,
    report: &'a Report,
    words: Words,
}

impl<'a> Page<'a> {
    pub(crate) const fn new(
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
    pub(crate) fn write(&self) -> Result<String, dabiao::Error> {
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
                    main id="main" tabindex="-1" {
                        (self.overview())
                        (self.warnings(&entries))
                        (self.contents(&domains))
                        (self.key())
                        @for (plan, domain) in &domains { (self.domain(&entries, plan, *domain)) }
                        (self.annex(&entries))
                        (self.findings())
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
        match self.words.0 {
            Language::Chinese => {
                let word = if kind == ReportKind::Annual { "" } else { "年" };
                format!("{}{year}{word}{}报告", names.join("、"), kind.zh())
            }
            Language::English => format!("{}: {} {year}", names.join(", "), kind.en()),
        }
    }

    fn head(&self, title: &str) -> Markup {
        let (words, report) = (self.words, self.report);
        let area = match (self.run.embedded, &*report.area) {
            (true, "") => words.of("全国", "national"),
            (false, "") => words.of("数据未注明", "not named in the data"),
            (_, area) => area,
        };
        html! {
            header.top {
                h1 { (title) }
                dl.facts {
                    div { dt { (words.of("地区", "Area")) } dd { (area) } }
                    div { dt { (words.of("评价年度", "Assessed year")) } dd { (report.year) } }
                    div { dt { (words.of("报告类型", "Kind of report")) } dd { (words.of(report.kind.zh(), report.kind.en())) } }
                    div { dt { (words.of("数据", "Figures")) } dd { (self.choices.file_name()) } }
                }
                @if self.run.embedded {
                    p.notice role="note" {
                        strong { (words.of("这不是杭锦旗的数。", "These are not the banner’s figures.")) } " "
                        (words.of(
                            "以下用已公布的全国数对照杭锦旗规划的目标值，仅作演示。",
                            "The page holds published national figures against the banner’s bounds, as a demonstration.",
                        )) " "
                        a href="#sources" { (words.of("指标对应关系和来源见文末", "What was taken for what, and the sources, stand at the end")) }
                        (words.of("。", "."))
                    }
                }
            }
        }
    }

    fn rate_heading(&self) -> &'static str {
        match self.report.kind {
            ReportKind::Final => self.words.of("达标率（区间）", "Met (interval)"),
            _ => self
                .words
                .of("已达标占可判断指标（区间）", "Met so far, of those that can be judged (interval)"),
        }
    }

    fn rate(&self, tally: &Tally) -> String {
        let percent = |ratio: Ratio| (ratio * Ratio::whole(100)).rounded(1) + "%";
        match (tally.rate(), tally.rate_interval(), self.words.0) {
            (Some(rate), Some((low, high)), Language::Chinese) => {
                format!("{}（{}–{}）", percent(rate), percent(low), percent(high))
            }
            (Some(rate), Some((low, high)), Language::English) => {
                format!("{} ({}–{})", percent(rate), percent(low), percent(high))
            }
            _ => "—".to_owned(),
        }
    }

    /// The six outcomes with their counts, in one order everywhere.
    fn outcomes(&self, tally: &Tally) -> [(&'static str, usize); 6] {
        let words = self.words;
        [
            (words.of("达标", "Met"), tally.met),
            (words.of("未达标", "Not met"), tally.not_met),
            (words.of("无法判断", "Undetermined"), tally.undetermined),
            (words.of("不适用", "Not applicable"), tally.not_applicable),
            (words.of("未到期", "Not due"), tally.not_due),
            (words.of("不评价", "Not judged"), tally.not_judged),
        ]
    }

    fn overview(&self) -> Markup {
        let (words, rollup) = (self.words, &self.report.rollup);
        let total = &rollup.total;
        let line = |name: Markup, tally: &Tally, sum: bool| {
            html! {
                tr.sum[sum] {
                    th scope="row" { (name) }
                    td.count { (tally.total) }
                    @for (_, count) in self.outcomes(tally) { td.count { (count) } }
                    td.count { (self.rate(tally)) }
                }
            }
        };
        html! {
            section aria-labelledby="overview" {
                h2 id="overview" { (words.of("总体", "Overview")) }
                dl.tiles {
                    div.wide { dt { (self.rate_heading()) } dd { (self.rate(total)) } }
                    div { dt { (words.of("目标", "Targets")) } dd { (total.total) } }
                    @for (name, count) in self.outcomes(total) { div { dt { (name) } dd { (count) } } }
                }
                p {
                    (match words.0 {
                        Language::Chinese => format!(
                            "另有“争取”目标{}项，不计入；{}个指标两个规划都有，各计一次。区间的两端是：无法判断的全都未达标，或全都达标。",
                            rollup.aspirations.total, rollup.shared_indicators
                        ),
                        Language::English => format!(
                            "{} targets to aspire to stand outside; {} indicators stand in both plans and count once in each. The \
                             interval is what the share would be if all undetermined ones were not met, or all were.",
                            rollup.aspirations.total, rollup.shared_indicators
                        ),
                    })
                }
                (self.table("by-domain", words.of("各领域目标数", "Targets by domain"), "", html! {
                    thead { tr {
                        th scope="col" { (words.of("领域", "Domain")) }
                        th.count scope="col" { (words.of("目标", "Targets")) }
                        @for (name, _) in self.outcomes(total) { th.count scope="col" { (name) } }
                        th.count scope="col" { (self.rate_heading()) }
                    } }
                    tbody {
                        @for part in &rollup.domains { (line(words.domain(self.catalogue, &part.plan, part.domain), &part.tally, false)) }
                        @for part in &rollup.plans {
                            (line(html! { (words.plan(self.catalogue, &part.plan)) }, &part.tally, true))
                        }
                        (line(html! { (words.of("合计", "All")) }, total, true))
                    }
                }))
                (self.table("by-standing", words.of("各状态目标数", "Targets by standing"), "narrow", html! {
                    thead { tr {
                        th scope="col" { (words.of("状态", "Standing")) }
                        th.count scope="col" { (words.of("目标", "Targets")) }
                    } }
                    tbody {
                        @for tally in &rollup.standings {
                            tr { th scope="row" { (words::standing(tally.standing, words)) } td.count { (tally.count) } }
                        }
                    }
                }))
            }
        }
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

    /// Warnings, most severe first; those of one severity in printed order. Silence is counted, and stands with its target.
    fn warnings(&self, entries: &[Entry<'_>]) -> Markup {
        let words = self.words;
        let all = || {
            entries
                .iter()
                .flat_map(|entry| entry.row.judgement.warnings.iter().map(move |warning| (entry, warning)))
        };
        let silent = |warning: &Warning| matches!(warning.signal, Signal::Silent { .. });
        let of = |severity: Severity| {
            all().filter(|(_, warning)| warning.severity == severity && !silent(warning)).collect::<Vec<_>>()
        };
        let severities = Severity::ALL.iter().rev().map(|severity| (*severity, of(*severity)));
        let count = all().filter(|(_, warning)| silent(warning)).count();
        html! {
            section aria-labelledby="warnings" {
                h2 id="warnings" { (words.of("预警", "Early warning")) }
                @for (severity, found) in severities.filter(|(_, found)| !found.is_empty()) {
                    h3 { (words::severity(severity, words)) " " (self.items(found.len())) }
                    ul.warnings {
                        @for (entry, warning) in found {
                            li {
                                a href=(format!("#t{}", entry.number)) { (entry.row.clause) } " "
                                (text::warning(entry.row, warning, words.0))
                            }
                        }
                    }
                }
                p { (match words.0 {
                    Language::Chinese => format!("另有{count}项缺数预警，与各目标一起列在各领域之下。"),
                    Language::English => format!("{count} more warnings are for missing data; they stand with their targets under each domain."),
                }) }
            }
        }
    }

    fn items(&self, count: usize) -> String {
        match self.words.0 {
            Language::Chinese => format!("{count}项"),
            Language::English => format!("({count})"),
        }
    }

    fn contents(&self, domains: &[(&str, u8)]) -> Markup {
        let words = self.words;
        let rows = |plan: &str, domain: u8| {
            self.report.rows.iter().filter(move |row| is_in(row, plan, domain)).count()
        };
        html! {
            nav.contents aria-labelledby="contents" {
                h2 id="contents" { (words.of("目录", "Contents")) }
                ul {
                    @for (plan, domain) in domains {
                        li { a href=(anchor(plan, *domain)) { (words.domain(self.catalogue, plan, *domain)) } " " (self.items(rows(plan, *domain))) }
                    }
                    li { a href="#annex" { (words.of("附表", "Annex table")) } }
                    li { a href="#findings" { (words.of("数据检查", "What was odd about the data")) } }
                    li { a href="#receipt" { (words.of("版本、设置和来源", "Versions, settings and sources")) } }
                }
            }
        }
    }

    /// How drawings and letters are read.
    fn key(&self) -> Markup {
        let words = self.words;
        let strokes = [
            ("values", "M2 9h36", words.of("历年值（圆点）", "yearly values (dots)")),
            ("bound", "M2 9h36", words.of("目标值或基期（粗实线）", "bound or baseline (thick line)")),
            ("path", "M2 9h36", words.of("应达值（虚线）", "path (dashed)")),
            (
                "projection",
                "M2 9h36",
                words.of("预计（点线，到期年为菱形）", "projection (dotted; a diamond in the due year)"),
            ),
            ("interval", "M20 2v14M16 2h8M16 16h8", words.of("区间（竖线）", "interval (bar)")),
        ];
        html! {
            section.key aria-labelledby="key" {
                h2 id="key" { (words.of("图例", "How to read the cards")) }
                ul {
                    @for (class, drawn, name) in strokes {
                        li { svg aria-hidden="true" viewBox="0 0 40 18" width="40" height="18" { path class=(class) d=(drawn) {} } " " (name) }
                    }
                }
                p { (words.of(
                    "状态的字母：G 已达标或预期可达标，Y 需加力，R 困难或未达标，N 尚无结论。预警的字母：R 红（严重）、O 橙（警告）、Y 黄（关注）、B 蓝（提示）。缺数的年份断开，不连线。",
                    "Letters of a standing: G met or expected, Y to be strengthened, R hard to reach or missed, N no conclusion. Letters of a warning: R red \
                     (severe), O orange (serious), Y yellow (attention), B blue (notice). No line is drawn across a year without a value.",
                )) }
            }
        }
    }

    fn domain(&self, entries: &[Entry<'_>], plan: &str, domain: u8) -> Markup {
        let words = self.words;
        let here = || entries.iter().filter(|entry| is_in(entry.row, plan, domain));
        let id = anchor(plan, domain);
        let id = id.trim_start_matches('#');
        // In the order of the standings, and in printed order inside one.
        let mut bare: BTreeMap<dabiao::Standing, Vec<&Entry<'_>>> = BTreeMap::new();
        for entry in here().filter(|entry| Page::is_bare(entry)) {
            bare.entry(entry.row.judgement.standing).or_default().push(entry);
        }
        let count: usize = bare.values().map(Vec::len).sum();
        html! {
            section.domain aria-labelledby=(id) {
                h2 id=(id) { (words.domain(self.catalogue, plan, domain)) }
                @for entry in here().filter(|entry| !Page::is_bare(entry)) { (self.card(entry)) }
                @if count > 0 {
                    div.bare {
                        h3 { (words.of("没有数值可列的目标", "Targets without a value to show")) " " (self.items(count)) }
                        @for (standing, entries) in bare {
                            p.group { (words::standing(standing, words)) " " (self.items(entries.len())) }
                            ul { @for entry in entries { (self.bare(entry)) } }
                        }
                    }
                }
                p.back { a href="#contents" { (words.of("回到目录", "Back to the contents")) } }
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
