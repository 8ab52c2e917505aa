//! The end of the page: the annex table, what was odd about the data, and the receipt.

use std::collections::BTreeMap;

use dabiao::{Language, Year, data::YearlyValue, judge::Method, report::Row, text, values::Ratio};
use maud::{Markup, html};

use super::card::Entry;
use super::{Page, is_in};
use crate::document::not_in_force;

impl Page<'_> {
    pub(super) fn annex(&self, entries: &[Entry<'_>]) -> Markup {
        let words = self.words;
        let columns = match words.0 {
            Language::Chinese => [
                "序号", "条款", "指标", "单位", "基期", "上年", "本年", "增减", "目标", "差距", "状态",
                "来源",
            ],
            Language::English => [
                "No.",
                "Clause",
                "Indicator",
                "Unit",
                "Baseline",
                "Year before",
                "This year",
                "Change",
                "Target",
                "Distance",
                "Standing",
                "Source",
            ],
        };
        let (bare, shown): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
            entries.iter().partition(|entry| self.is_bare(entry));
        let statistics: Vec<&Row> =
            shown.iter().map(|entry| entry.row).filter(|row| row.judgement.small_numbers.is_some()).collect();
        let head = || html! { thead { tr { @for column in columns { th scope="col" { (column) } } } } };
        html! {
            section.annex aria-labelledby="annex" {
                h2 id="annex" { (words.of("附表", "Annex")) }
                (self.table("with-value", words.of("有数据的目标", "Targets with data"), "annex", html! {
                    (head()) (self.lines(&shown))
                }))
                @if !statistics.is_empty() {
                    h3 { (words.of("小样本统计", "Statistics of small numbers")) }
                    ul.statistics {
                        @for row in statistics {
                            li { (row.clause) " " (words.indicator(row)) (words.of("：", ": ")) (text::small_numbers(row, words.0)) }
                        }
                    }
                }
                @if !bare.is_empty() {
                    details {
                        summary { (words.of("没有数据的目标", "Targets without data")) " " (self.items(bare.len())) }
                        (self.table("without-value", words.of("没有数据的目标", "Targets without data"), "annex", html! {
                            (head()) (self.lines(&bare))
                        }))
                    }
                }
                @let others = not_in_force(self.catalogue, self.report, words.0);
                @if !others.is_empty() {
                    p { (words.of("有效期不含本年、未作评价的目标：", "Not in force in this year and not judged: ")) (others.join(words.of("、", "; "))) (words.of("。", ".")) }
                }
            }
        }
    }

    /// The lines of some targets, with a heading for each domain.
    fn lines(&self, entries: &[&Entry<'_>]) -> Markup {
        let mut domains: Vec<(&str, u8)> = Vec::new();
        for entry in entries {
            let domain = (&*entry.row.target.plan, entry.row.target.clause.domain);
            if !domains.contains(&domain) {
                domains.push(domain);
            }
        }
        html! {
            @for (plan, domain) in domains {
                tbody {
                    tr.part { th colspan="12" scope="rowgroup" { (self.words.domain(self.catalogue, plan, domain)) } }
                    @for entry in entries.iter().filter(|entry| is_in(entry.row, plan, domain)) { (self.line(entry)) }
                }
            }
        }
    }

    fn line(&self, entry: &Entry<'_>) -> Markup {
        let (row, words) = (entry.row, self.words);
        let year = self.judged_year(row);
        let at = |year: Year| entry.values.iter().find(|value| value.year == year);
        // The unit has a column of its own.
        let number = |value: &Ratio| text::number(row, value);
        let shown =
            |value: Option<&YearlyValue>| value.map_or_else(|| "—".to_owned(), |value| number(&value.value));
        let assessment = row.assessment();
        let judged = match (&assessment.value, assessment.counts) {
            (Some(value), Some(counts)) => format!("{} ({counts})", number(value)),
            (Some(value), None) => number(value),
            (None, _) => text::value(row, words.0).unwrap_or_else(|| "—".to_owned()),
        };
        let (base, before, now) = (at(self.baseline(row)), at(year.plus(-1)), at(year));
        let change = match (before, now) {
            (Some(_), Some(now)) if now.break_before => words.of("口径变化", "new definition").to_owned(),
            (Some(before), Some(now)) => words.change(&before.value, &now.value, row.indicator.unit),
            _ => "—".to_owned(),
        };
        let known = self.named_sources();
        let mut told =
            assessment.evidence.iter().map(|told| self.source(told.source.as_deref().unwrap_or_default()));
        let source =
            told.find_map(|source| known.keys().position(|known| *known == source && !known.is_empty()));
        let distance = text::distance(row, words.0).unwrap_or_else(|| "—".to_owned());
        html! {
            tr {
                td.count { a href=(format!("#t{}", entry.number)) { (entry.number) } }
                td.clause { (row.clause) }
                th scope="row" { (words.indicator(row)) }
                td { (words.unit(row.indicator.unit)) }
                td.count { (shown(base)) }
                td.count { (shown(before)) }
                td.count { (judged) }
                td.count { (change) }
                td { (text::asks(row, words.0)) }
                td { (distance) }
                td { (words.standing(row.judgement.standing)) }
                td.count { @match source { Some(place) => { a href="#sources" { "[" (place + 1) "]" } }, None => "—" } }
            }
        }
    }

    pub(super) fn findings(&self) -> Markup {
        let (words, run) = (self.words, self.run);
        let (messages, titles) = (run.messages(), run.titles());
        html! {
            section aria-labelledby="findings" {
                h2 id="findings" { (words.of("数据检查", "Data quality")) }
                p { (match words.0 {
                    Language::Chinese => {
                        let rows = if run.figures { "个数" } else { "行" };
                        format!("读入{}{rows}，采用{}{rows}，拒收{}{rows}。", run.table.read, run.used, run.refused)
                    }
                    Language::English => {
                        let rows = match (run.figures, run.table.read) {
                            (true, 1) => "figure",
                            (true, _) => "figures",
                            (false, 1) => "row",
                            (false, _) => "rows",
                        };
                        format!("{} {rows} read, {} used, {} refused.", run.table.read, run.used, run.refused)
                    }
                }) }
                @if run.rosters.read > 0 {
                    p { (match words.0 {
                        Language::Chinese => format!("名录读入{}行，拒收{}行。", run.rosters.read, run.rosters.refused.len()),
                        Language::English => format!(
                            "{} {} of rosters read, {} refused.",
                            run.rosters.read,
                            if run.rosters.read == 1 { "row" } else { "rows" },
                            run.rosters.refused.len()
                        ),
                    }) }
                }
                @if self.report.findings.is_empty() && messages.is_empty() {
                    p { (words.of("未发现问题。", "Nothing to report.")) }
                }
                ul.findings {
                    @for message in &messages { li { (message) } }
                    @for finding in &self.report.findings {
                        li {
                            (match words.0 {
                                Language::Chinese => finding.zh(),
                                Language::English => finding.to_string(),
                            })
                            @if !finding.owners.is_empty() {
                                " " (words.of("责任单位：", "Responsible: ")) (finding.owners.join(words.of("、", ", ")))
                            }
                        }
                    }
                }
                @for (title, lines) in &run.told {
                    details {
                        summary { (title) " " (self.items(lines.len())) }
                        ul { @for line in lines { li { (line) } } }
                    }
                }
                @if !titles.is_empty() {
                    p { (words.of("表头以上，未作为数据：", "Above the header, and no data:")) }
                    ul { @for title in &titles { li { (title) } } }
                }
            }
        }
    }

    /// What each responsible body has to look at, where the settings name bodies.
    pub(super) fn bodies(&self) -> Markup {
        let sentences = text::bodies(self.report, self.words.0);
        html! {
            @if !sentences.is_empty() {
                section aria-labelledby="bodies" {
                    h2 id="bodies" { (self.words.of("各责任单位", "By responsible body")) }
                    ul { @for sentence in &sentences { li { (sentence) } } }
                }
            }
        }
    }

    pub(super) fn receipt(&self) -> Markup {
        let (words, report) = (self.words, self.report);
        let settings = &report.settings;
        let method = match (words.0, settings.method) {
            (Language::Chinese, method) => method.zh(),
            (Language::English, Method::FullValue) => "full values compared",
            (Language::English, Method::Rounded) => "values rounded to the digits of the target value",
        };
        let points = |number: dabiao::Number| match words.0 {
            Language::Chinese => format!("{number}个百分点"),
            Language::English => format!("{number} percentage points"),
        };
        let facts = [
            (words.of("程序版本", "Crate"), format!("dabiao {}", report.crate_version)),
            (
                words.of("目标目录版本", "Catalogue"),
                report.catalogue_version.as_deref().unwrap_or("—").to_owned(),
            ),
            (words.of("评价年度", "Assessed year"), report.year.to_string()),
            (words.of("判定方法（GB/T 8170）", "Judging method (GB/T 8170)"), method.to_owned()),
            (words.of("“左右”的容差", "“About” is read as within"), points(settings.around_tolerance)),
            (
                words.of("“相适应”的容差", "“In proportion” is read as within"),
                points(settings.proportion_tolerance),
            ),
            (
                words.of("展望的趋势衰减系数", "Damping of the trend ahead"),
                settings.outlook.damping.to_string(),
            ),
        ];
        let all = serde_json::to_string_pretty(settings).unwrap_or_else(|error| error.to_string());
        html! {
            section.receipt aria-labelledby="receipt" {
                h2 id="receipt" { (words.of("版本、设置和来源", "Versions, settings and sources")) }
                dl.facts { @for (name, fact) in facts { div { dt { (name) } dd { (fact) } } } }
                details {
                summary { (words.of("全部设置", "All settings")) }
                pre.scroll role="region" tabindex="0" aria-label=(words.of("全部设置", "All settings")) { @for line in all.lines() { span { (line) } } }
                }
                @if !self.run.names.is_empty() { (self.names()) }
                (self.sources())
            }
        }
    }

    /// Where a published name was taken for an indicator of another name.
    fn names(&self) -> Markup {
        let words = self.words;
        let named = self.run.names.iter().filter_map(|(name, indicator, remark)| {
            let card = self.catalogue.indicator(indicator).ok()?;
            (*name != card.zh).then_some((name, words.of(&card.zh, &card.en), remark))
        });
        html! {
            h3 { (words.of("公布名称与规划指标的对应", "Published names, and what they were taken for")) }
            ul.names {
                @for (name, taken, remark) in named {
                    li { (words.zh(name)) " → " (taken) @if !remark.is_empty() { (words.of("（", " (")) (words.zh(remark)) (words.of("）", ")")) } }
                }
            }
        }
    }

    /// A source by its name: the file and the line that stand before it are no part of that.
    fn source<'s>(&self, told: &'s str) -> &'s str {
        let placed = told.strip_prefix(self.choices.file_name()).and_then(|rest| rest.strip_prefix(':'));
        placed
            .map_or(told, |rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start())
    }

    /// Every source of this area's rows, with how many rows it gave.
    fn named_sources(&self) -> BTreeMap<&str, usize> {
        let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
        let rows = self.run.table.observations.iter();
        for observation in rows.filter(|observation| observation.area == self.report.area) {
            *sources.entry(self.source(observation.source.as_deref().unwrap_or_default())).or_default() += 1;
        }
        sources
    }

    fn sources(&self) -> Markup {
        let words = self.words;
        let sources = self.named_sources();
        html! {
            h3 id="sources" { (words.of("来源", "Sources")) }
            p { (self.choices.file_name()) }
            ul.sources {
                @for (place, (source, rows)) in sources.into_iter().enumerate() {
                    li {
                        "[" (place + 1) "] "
                        @if source.is_empty() { (words.of("行内未注明来源", "no source named in the row")) } @else { (words.zh(source)) }
                        (match words.0 {
                            Language::Chinese => format!("（{rows}行）"),
                            Language::English => format!(" ({rows} {})", if rows == 1 { "row" } else { "rows" }),
                        })
                    }
                }
            }
        }
    }
}
