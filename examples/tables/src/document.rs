//! A report as a list of headings, sentences and tables: printed in a terminal, and written for Word, from one source.

use dabiao::{
    Catalogue, Language, Report, Standing,
    ahead::{Signal, Warning},
    data::AuditGroup,
    judge::Method,
    report::{Counts, Part, ReportKind, Row},
    text,
    values::{Ratio, Unit},
};

use crate::overview::{self, has_value};
use crate::run::Run;
use crate::{since, titles};

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title.
    Title(String),
    /// The title of a chapter.
    Heading(String),
    /// The title of a part of a chapter.
    Subheading(String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// A long list of names, set small where that can be.
    Names(String),
    /// What is added to the item before.
    Detail(String),
    /// A message or a title as it stood in a file.
    Verbatim(String),
    /// A table.
    Table {
        /// The titles of the columns.
        header: Vec<String>,
        /// The rows, each as long as the header.
        rows: Vec<Vec<String>>,
        /// Whether it needs a wide page.
        wide: bool,
    },
    /// The drawing of the target of this id, where drawings can be shown.
    Chart(String),
}

/// The parts of a report in their order.
#[derive(Debug, Default)]
struct Blocks(Vec<Block>);

impl Blocks {
    fn title(&mut self, text: &str) {
        self.0.push(Block::Title(text.to_owned()));
    }

    fn heading(&mut self, text: &str) {
        self.0.push(Block::Heading(text.to_owned()));
    }

    fn line(&mut self, text: &str) {
        self.0.push(Block::Subheading(text.to_owned()));
    }

    fn say(&mut self, text: &str) {
        self.0.push(Block::Paragraph(text.to_owned()));
    }

    fn item(&mut self, text: &str) {
        self.0.push(Block::Item(text.to_owned()));
    }

    fn names(&mut self, text: &str) {
        self.0.push(Block::Names(text.to_owned()));
    }

    fn detail(&mut self, text: &str) {
        self.0.push(Block::Detail(text.to_owned()));
    }

    fn verbatim(&mut self, text: &str) {
        self.0.push(Block::Verbatim(text.to_owned()));
    }

    fn table<const N: usize>(&mut self, header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) {
        self.push_table(header, rows, false);
    }

    fn wide_table<const N: usize>(&mut self, header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) {
        self.push_table(header, rows, true);
    }

    fn push_table<const N: usize>(
        &mut self,
        header: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
        wide: bool,
    ) {
        let header = header.map(str::to_owned).to_vec();
        self.0.push(Block::Table { header, rows: rows.into_iter().map(|row| row.to_vec()).collect(), wide });
    }
}

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The catalogue that was judged by.
    pub catalogue: &'a Catalogue,
    /// The rows and the verdicts.
    pub run: &'a Run<'a>,
    /// The language of the report.
    pub language: Language,
}

impl Document<'_> {
    /// The report on one area; behind it what changed since an earlier report, where one is given.
    #[must_use]
    pub fn of(&self, report: &Report, earlier: Option<&[Report]>) -> Vec<Block> {
        let mut out = Blocks::default();
        self.report(&mut out, report);
        if let Some(earlier) = earlier {
            self.changes(&mut out, earlier.iter().find(|old| old.area == report.area), report);
        }
        out.0
    }

    /// What has to be known before any of the reports is read; empty where there is nothing.
    #[must_use]
    pub fn before(&self) -> Vec<Block> {
        let mut out = Blocks::default();
        if self.run.embedded {
            self.say_where_from(&mut out);
        }
        self.run.notices.iter().for_each(|notice| out.say(notice));
        out.0
    }

    /// What became of the rows that were read.
    #[must_use]
    pub fn data(&self) -> Vec<Block> {
        let mut out = Blocks::default();
        self.rows(&mut out, self.run);
        out.0
    }

    /// The name of a report: area, plans, year and kind.
    #[must_use]
    pub fn title(&self, report: &Report) -> String {
        let plans = self.plans(report);
        let area = report.area.as_deref().unwrap_or_default();
        match self.language {
            // A plan's own name begins with its county.
            Language::Chinese if plans.starts_with(area) => {
                format!("{plans}{}", self.year_and_kind(report))
            }
            Language::Chinese => format!("{area}{plans}{}", self.year_and_kind(report)),
            Language::English if area.is_empty() => format!("{plans}: {}", self.year_and_kind(report)),
            Language::English => format!("{area}, {plans}: {}", self.year_and_kind(report)),
        }
    }

    /// One of two texts.
    fn in_words<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn either(&self, zh: String, en: String) -> String {
        if self.language == Language::Chinese { zh } else { en }
    }

    fn name<'r>(&self, row: &'r Row) -> &'r str {
        match self.language {
            Language::Chinese => &row.indicator.zh,
            Language::English => &row.indicator.en,
        }
    }

    fn standing(&self, standing: Standing) -> &'static str {
        self.in_words(standing.zh(), standing.en())
    }

    fn say_where_from(&self, out: &mut Blocks) {
        out.say(self.in_words(
            "未给出数据文件：以下用全国公布数（2020—2024年）对照杭锦旗规划的目标值演示，全国数不是杭锦旗的数。",
            "No data file given: published national figures (2020–2024) are compared with the banner's target values. They are \
             not the banner's figures.",
        ));
    }

    fn report(&self, out: &mut Blocks, report: &Report) {
        out.title(&self.title(report));
        self.overall(out, report);
        self.at_risk(out, report);
        if report.kind != ReportKind::Annual {
            self.since_the_start(out, report);
        }
        self.domains(out, report);
        self.missing(out, report);
        self.findings(out, report);
        self.annex(out, report);
        self.definitions(out, report);
        if self.run.embedded {
            self.say_names(out, &self.run.names);
        }
        self.settings(out, report);
    }

    /// What changed since the earlier report of the area.
    fn changes(&self, out: &mut Blocks, earlier: Option<&Report>, report: &Report) {
        out.heading(self.in_words("与上次报告相比", "Changes since the earlier report"));
        let Some(earlier) = earlier else {
            out.item(self.in_words("上次报告没有这个地区。", "The earlier report does not have this area."));
            return;
        };
        let changes = since::changes(earlier, report, self.language);
        if changes.is_empty() {
            out.item(self.in_words("没有变化。", "Nothing has changed."));
        }
        changes.iter().for_each(|change| out.item(change));
    }

    fn year_and_kind(&self, report: &Report) -> String {
        let year = if report.kind == ReportKind::Annual { "年度" } else { "年" };
        // 年度监测 has its 年度 from the kind.
        let year = if report.kind.zh().starts_with("年度") { "" } else { year };
        self.either(
            format!("{}{year}{}报告", report.year, report.kind.zh()),
            format!("{} {}", report.kind.en(), report.year),
        )
    }

    /// The plans that are judged: the built-in ones by their common name, a host's own by theirs.
    fn plans(&self, report: &Report) -> String {
        let judged = |plan: &&dabiao::plan::Plan| report.rows.iter().any(|row| row.target.plan == plan.id);
        let plans: Vec<&dabiao::plan::Plan> = self.catalogue.plans().filter(judged).collect();
        if plans.is_empty() || plans.iter().any(|plan| ["women", "children"].contains(&&*plan.id)) {
            let common = self.in_words(
                "妇女儿童发展规划（2021—2030年）",
                "Women's and Children's Development Plans 2021-2030",
            );
            return common.to_owned();
        }
        let names = plans.iter().map(|plan| self.in_words(&plan.zh, &plan.en));
        names.collect::<Vec<_>>().join(self.in_words("、", ", "))
    }

    /// The year in one sentence, then the counts.
    fn overall(&self, out: &mut Blocks, report: &Report) {
        out.say(&overview::sentence(report, self.language));
        if let Some(closing) = self.closing(report) {
            out.say(&closing);
        }
        out.heading(self.in_words("一、总体", "1. Overall"));
        let line = |name: String, counts: &Counts| {
            let (tally, [met, well]) = (counts.tally, overview::rates(counts));
            [
                name,
                tally.total.to_string(),
                tally.met.to_string(),
                counts.missed().to_string(),
                counts.not_yet.to_string(),
                tally.undetermined.to_string(),
                tally.not_due.to_string(),
                (tally.not_judged + tally.not_applicable).to_string(),
                met,
                well,
            ]
        };
        let of_part = |part: Part| {
            let counts = Counts::of(report.counted().filter(|row| Part::of(&row.target) == part));
            // Short enough for one line.
            let (zh, en) = match part {
                Part::Implementation => ("组织、监测评估", "implementation"),
                part => (part.zh(), part.en()),
            };
            line(self.in_words(zh, en).to_owned(), &counts)
        };
        let mut rows: Vec<_> = Part::ALL.map(of_part).into();
        let all = Counts::of(report.counted());
        rows.push(line(self.in_words("合计", "all").to_owned(), &all));
        let by_domain = report.rollup.domains.iter().filter(|part| part.domain > 0).filter_map(|part| {
            let here = |row: &&Row| {
                row.target.plan == part.plan
                    && row.target.clause.domain == part.domain
                    && Part::of(&row.target) == Part::Goals
            };
            let counts = Counts::of(report.counted().filter(here));
            (counts.judged() > 0).then(|| line(self.domain(&part.plan, part.domain), &counts))
        });
        let header = |first| match self.language {
            Language::Chinese => [
                first,
                "目标",
                "达标",
                "未达标",
                "尚未达到",
                "无法评价",
                "未到期",
                "不评价",
                "达标率",
                "顺利率",
            ],
            Language::English => {
                [first, "all", "met", "missed", "not yet", "open", "later", "other", "met %", "on track"]
            }
        };
        out.table(header(self.in_words("部分", "part")), rows);
        let goals = self.in_words("各领域主要目标", "main goals by domain");
        out.table(header(goals), by_domain);
        let mut told = vec![self.in_words(overview::LEGEND.0, overview::LEGEND.1).to_owned()];
        told.extend(overview::open(&all, self.language));
        let (aspirations, shared) = (report.rollup.aspirations.total, report.rollup.shared_indicators);
        if aspirations > 0 {
            told.push(self.either(
                format!("另有“争取”目标{aspirations}项，不计入。"),
                match aspirations {
                    1 => "One target that the plans only strive for is not counted.".to_owned(),
                    _ => format!("{aspirations} targets that the plans only strive for are not counted."),
                },
            ));
        }
        if shared > 0 {
            told.push(self.either(
                format!("{shared}个指标两个规划都有，各计一次。"),
                match shared {
                    1 => "One indicator stands in both plans and is counted once in each.".to_owned(),
                    _ => format!("{shared} indicators stand in both plans and are counted once in each."),
                },
            ));
        }
        out.say(&told.join(self.in_words("", " ")));
    }

    fn domain(&self, plan: &str, domain: u8) -> String {
        match (titles::of(self.catalogue, plan, domain), self.language) {
            (Some((title, _)), Language::Chinese) => title.to_owned(),
            (Some((_, Some(title))), Language::English) => title.to_owned(),
            (Some((title, None)), Language::English) => format!("{plan}, domain {domain}: {title}"),
            (None, Language::Chinese) if plan == "women" => "妇女规划组织实施、监测评估".to_owned(),
            (None, Language::Chinese) if plan == "children" => "儿童规划组织实施、监测评估".to_owned(),
            (None, Language::Chinese) => format!("{plan}组织实施、监测评估"),
            (None, Language::English) if plan == "women" => "Women’s plan, implementation".to_owned(),
            (None, Language::English) if plan == "children" => "Children’s plan, implementation".to_owned(),
            (None, Language::English) => format!("{plan}, organisation and monitoring"),
        }
    }

    /// What is not met or at risk: the sentence, the outlook, and the headline of its warnings.
    fn at_risk(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("二、未达标和有风险的目标", "2. Not met or at risk"));
        let mut none = true;
        let groups = report.at_risk.iter().map(|group| {
            let rows: Vec<&Row> = group.targets.iter().filter_map(|id| report.row(id).ok()).collect();
            let name = match group.standing {
                Some(standing) => self.in_words(standing.zh(), standing.en()),
                None => self.in_words("其他有预警的目标", "other warnings"),
            };
            (name, rows)
        });
        for (name, rows) in groups {
            if rows.is_empty() {
                continue;
            }
            none = false;
            // The same indicator with the same bound in both plans is told once.
            let mut told: Vec<(String, Vec<&Row>)> = Vec::new();
            for row in &rows {
                let sentence = text::sentence(row, self.language);
                match told.iter_mut().find(|(known, _)| *known == sentence) {
                    Some((_, same)) => same.push(row),
                    None => told.push((sentence, vec![row])),
                }
            }
            out.line(&self.either(format!("〔{name}〕{}项", rows.len()), format!("{name} ({})", rows.len())));
            for (sentence, same) in told {
                let Some(row) = same.first() else { continue };
                let clauses: Vec<&str> = same.iter().map(|row| &*row.clause).collect();
                let clauses = clauses.join(self.in_words("、", ", "));
                let loud = |warning: &&Warning| !matches!(warning.signal, Signal::NotReported { .. });
                let headline = row.judgement.warnings.iter().filter(loud).find(|warning| warning.headline);
                let severity = headline.and_then(|warning| warning.severity);
                let severity = severity.map_or_else(String::new, |severity| {
                    self.either(format!("【{}】", severity.zh()), format!("[{}] ", severity.en()))
                });
                out.item(&format!("{clauses} {severity}{sentence}"));
                // The outlook, and what would clear the warning.
                let mut more: Vec<String> = Vec::new();
                if row.judgement.outlook.is_some() && row.judgement.standing != Standing::Missed {
                    more.push(self.where_it_stands(row));
                }
                more.extend(headline.map(|warning| {
                    let told = text::warning(row, warning, self.language);
                    let clearing = told.rsplit(self.in_words("；", "; ")).next().unwrap_or(&told);
                    let signal = self.in_words(warning.signal.zh(), warning.signal.en());
                    let counts = text::request_for_counts(row, warning, self.language);
                    let counts = counts.map_or_else(String::new, |counts| {
                        self.either(format!("{counts}；"), format!("{counts}; "))
                    });
                    self.either(
                        format!("预警“{signal}”：{counts}{clearing}"),
                        format!("Warning “{signal}”: {counts}{clearing}"),
                    )
                }));
                more.extend(self.owners(row).map(|owners| {
                    self.either(format!("责任单位：{owners}。"), format!("Responsible: {owners}."))
                }));
                if !more.is_empty() {
                    out.detail(&more.join(self.in_words("", " ")));
                }
                out.0.push(Block::Chart(row.target.id.to_string()));
            }
        }
        if none {
            out.item(self.in_words("无。", "None."));
        }
    }

    /// What an evaluation adds to a year's report: how far each target has come since the baseline, and where it is expected
    /// to end.
    fn since_the_start(&self, out: &mut Blocks, report: &Report) {
        out.heading(
            self.in_words("基期以来的变化和预期结果", "Change since the baseline and expected result"),
        );
        let rows = report.rows.iter().filter_map(|row| {
            let (baseline, value) = (row.judgement.baseline.as_ref()?, row.assessment().value.as_ref()?);
            let unit = row.indicator.unit;
            let amount = |value: &Ratio| text::amount(&value.round(2), unit, self.language);
            let change = value - &baseline.value;
            let sign = if change.signum() > 0 { "+" } else { "" };
            let number = text::amount(&change.round(2), Unit::Quotient, self.language);
            let points = unit.of_difference();
            // A value that is that of the baseline year itself has not changed since.
            let later =
                row.judgement.assessment.evidence.iter().any(|told| told.period.year() > baseline.year);
            let change = match change.signum() {
                _ if !later => "—".to_owned(),
                0 => self.in_words("持平", "unchanged").to_owned(),
                _ => format!(
                    "{sign}{number}{}{}",
                    self.in_words("", " "),
                    self.in_words(points.symbol(), points.symbol_en())
                ),
            };
            let outlook = row.judgement.outlook.as_ref();
            let expected = outlook.and_then(|outlook| outlook.projection.as_ref()).map(amount);
            Some([
                format!("{} {}", row.clause, self.name(row)),
                format!("{} ({})", amount(&baseline.value), baseline.year),
                text::value(row, self.language).unwrap_or_else(|| amount(value)),
                change,
                text::asks(row, self.language),
                expected.unwrap_or_else(|| "—".to_owned()),
                self.standing(row.judgement.standing).to_owned(),
            ])
        });
        let header = match self.language {
            Language::Chinese => ["目标", "基期", "本年", "变化", "要求", "推算到期年", "状态"],
            Language::English => {
                ["target", "baseline", "this year", "change", "asked", "projected, due year", "standing"]
            }
        };
        out.table(header, rows);
    }

    /// The sentence on a standing without the name that stands before it.
    fn where_it_stands(&self, row: &Row) -> String {
        let sentence = text::standing(row, self.language);
        let colon = self.in_words("：", " — ");
        sentence.split_once(colon).map_or(sentence.clone(), |(_, rest)| rest.to_owned())
    }

    /// Targets with a value, by domain; what was told above is only named.
    fn domains(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("三、分领域", "3. By domain"));
        for part in &report.rollup.domains {
            let here = |row: &&Row| {
                row.target.plan == part.plan && row.target.clause.domain == part.domain && has_value(row)
            };
            let rows: Vec<&Row> = report.rows.iter().filter(here).collect();
            if rows.is_empty() {
                continue;
            }
            out.line(&self.domain(&part.plan, part.domain));
            for row in rows {
                if report.is_at_risk(&row.target.id) {
                    let told = self.in_words("（见二）", " (see 2)");
                    out.item(&format!(
                        "{} {}{}{}{told}",
                        row.clause,
                        self.name(row),
                        self.in_words("：", ": "),
                        self.standing(row.judgement.standing)
                    ));
                } else {
                    let told = self.in_words("〔", "[");
                    let end = self.in_words("〕", "] ");
                    out.item(&format!(
                        "{} {told}{}{end}{}",
                        row.clause,
                        text::standing_word(row, self.language),
                        text::sentence(row, self.language)
                    ));
                }
            }
        }
    }

    /// What has no value, as one list for each reason and domain.
    fn missing(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("四、没有数据的目标", "4. Targets without data"));
        let mut groups: Vec<Standing> = Vec::new();
        for row in report.rows.iter().filter(|row| !has_value(row)) {
            if !groups.contains(&row.judgement.standing) {
                groups.push(row.judgement.standing);
            }
        }
        groups.sort();
        for standing in groups {
            let rows = || {
                report.rows.iter().filter(move |row| !has_value(row) && row.judgement.standing == standing)
            };
            out.line(&self.either(
                format!("〔{}〕{}项", standing.zh(), rows().count()),
                format!("{} ({})", standing.en(), rows().count()),
            ));
            // What is not due or not judged lacks nothing; its count is enough.
            if !matches!(standing, Standing::NoData | Standing::Undetermined) {
                let counted: Vec<String> = report
                    .rollup
                    .domains
                    .iter()
                    .filter_map(|part| {
                        let here = |row: &&Row| {
                            row.target.plan == part.plan && row.target.clause.domain == part.domain
                        };
                        let (count, name) =
                            (rows().filter(here).count(), self.domain(&part.plan, part.domain));
                        (count > 0)
                            .then(|| self.either(format!("{name}{count}项"), format!("{name} ({count})")))
                    })
                    .collect();
                let counted = counted.join(self.in_words("，", ", "));
                out.item(&self.either(format!("{counted}。"), format!("{counted}.")));
                continue;
            }
            // By responsible body where the settings name them, else by domain.
            let mut groups: Vec<(String, Vec<String>)> = Vec::new();
            for row in rows() {
                let domain = || self.domain(&row.target.plan, row.target.clause.domain);
                let group = self.owners(row).unwrap_or_else(domain);
                // Measures and duties are known by their clauses; the annex has the names of their indicators.
                let name = match Part::of(&row.target) {
                    Part::Goals => format!("{} {}", row.clause, self.name(row)),
                    _ => row.clause.clone(),
                };
                match groups.iter_mut().find(|(known, _)| *known == group) {
                    Some((_, names)) => names.push(name),
                    None => groups.push((group, vec![name])),
                }
            }
            for (group, names) in groups {
                let count = names.len();
                let names: Vec<String> = names
                    .chunk_by(|one, other| one == other)
                    .filter_map(|same| match (same.first()?, same.len()) {
                        (name, 1) => Some(name.clone()),
                        (name, times) => {
                            Some(self.either(format!("{name}（{times}）"), format!("{name} ({times})")))
                        }
                    })
                    .collect();
                out.names(&self.either(
                    format!("{group}（{count}）：{}。", names.join("、")),
                    format!("{group} ({count}): {}.", names.join("; ")),
                ));
            }
        }
        let others = not_in_force(self.catalogue, report, self.language);
        if !others.is_empty() {
            let (count, year) = (others.len(), report.year);
            out.names(&self.either(
                format!("有效期不含{year}年、未作评价的目标（{count}）：{}。", others.join("、")),
                format!("Not in force in {year} and not judged ({count}): {}.", others.join("; ")),
            ));
        }
    }

    fn findings(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("五、数据检查", "5. Data quality"));
        if report.findings.is_empty() {
            out.item(match self.run.refused {
                0 => self.in_words("未发现问题。", "Nothing to report."),
                _ => self.in_words(
                    "采用的数据未发现问题；拒收的行列在文末。",
                    "Nothing to report on the rows that were used; those refused are listed at the end.",
                ),
            });
        }
        // A count of each relation, where one does not hold in several places.
        let groups = AuditGroup::of(&report.findings);
        let several = groups.iter().any(|group| group.count > 1);
        for group in groups.iter().filter(|_| several) {
            out.item(&match self.language {
                Language::Chinese => format!("{}：{}，{}处", group.level.zh(), group.zh, group.count),
                Language::English => format!("{}: {}: {} found", group.level.en(), group.en, group.count),
            });
        }
        for finding in &report.findings {
            let owners = finding.owners.join(self.in_words("、", ", "));
            let whose = match owners.as_str() {
                "" => String::new(),
                owners => self.either(format!("（责任单位：{owners}）"), format!(" (responsible: {owners})")),
            };
            out.item(&match self.language {
                Language::Chinese => finding.zh() + &whose,
                Language::English => finding.to_string() + &whose,
            });
        }
        if !report.bodies.is_empty() {
            out.heading(self.in_words("各责任单位", "By responsible body"));
            for sentence in text::bodies(report, self.language) {
                out.item(&sentence);
            }
        }
    }

    /// The table of every target that has a value, and the statistics of small numbers.
    fn annex(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("附表", "Annex"));
        let shown = report.rows.iter().filter(|row| has_value(row));
        let mut sources: Vec<&str> = Vec::new();
        let rows: Vec<_> = shown
            .clone()
            .enumerate()
            .map(|(place, row)| {
                let mut line = self.line(report, place + 1, row);
                let mut told = row
                    .assessment()
                    .evidence
                    .iter()
                    .map(|told| self.source(told.source.as_deref().unwrap_or_default()));
                if let Some(source) = told.rfind(|source| !source.is_empty()) {
                    let known = sources.iter().position(|known| *known == source);
                    let at = known.unwrap_or_else(|| {
                        sources.push(source);
                        sources.len() - 1
                    });
                    line[11] = format!("[{}]", at + 1);
                }
                line
            })
            .collect();
        let header = match self.language {
            Language::Chinese => [
                "序号", "条款", "指标", "单位", "基期", "上年", "本年", "增减", "目标", "差距", "状态",
                "来源",
            ],
            Language::English => [
                "no.",
                "clause",
                "indicator",
                "unit",
                "baseline",
                "year before",
                "this year",
                "change",
                "target",
                "distance",
                "standing",
                "source",
            ],
        };
        out.wide_table(header, rows);
        for (place, source) in sources.iter().enumerate() {
            out.item(&format!("[{}] {source}", place + 1));
        }
        let few = shown.filter(|row| row.judgement.small_numbers.is_some());
        for (place, row) in few.enumerate() {
            if place == 0 {
                out.line(self.in_words("小样本统计：", "Statistics of small numbers:"));
            }
            let statistics = text::small_numbers(row, self.language);
            out.item(&format!("{} {}{}{statistics}", row.clause, self.name(row), self.in_words("：", ": ")));
        }
        self.without_data(out, report);
    }

    /// The indicators of measures and duties that have no value; the chapter on missing data has their clauses alone.
    fn without_data(&self, out: &mut Blocks, report: &Report) {
        let lacks = |row: &&Row| {
            !has_value(row)
                && matches!(row.judgement.standing, Standing::NoData | Standing::Undetermined)
                && Part::of(&row.target) != Part::Goals
        };
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for row in report.rows.iter().filter(lacks) {
            let domain = self.domain(&row.target.plan, row.target.clause.domain);
            let name = format!("{} {}", row.clause, self.name(row));
            match groups.iter_mut().find(|(known, _)| *known == domain) {
                Some((_, names)) => names.push(name),
                None => groups.push((domain, vec![name])),
            }
        }
        if !groups.is_empty() {
            out.line(self.in_words("没有数据的策略措施和工作要求：", "Measures and duties without data:"));
        }
        for (domain, names) in groups {
            out.names(&self.either(
                format!("{domain}：{}。", names.join("、")),
                format!("{domain}: {}.", names.join("; ")),
            ));
        }
    }

    fn line(&self, report: &Report, place: usize, row: &Row) -> [String; 12] {
        let dash = || "—".to_owned();
        let number = |value: &Ratio| text::number(row, value);
        let year = report.year.min(row.target.timing.due());
        let previous = row.judgement.previous.as_ref();
        let baseline = row.judgement.baseline.as_ref();
        let judged = row.assessment();
        let value = match (&judged.value, judged.counts) {
            (Some(value), Some(counts)) => format!("{} ({counts})", number(value)),
            (Some(value), None) => number(value),
            _ => text::value(row, self.language).unwrap_or_else(dash),
        };
        let before = previous.filter(|previous| previous.year.plus(1) == year);
        let change = before.and_then(|_| text::change(row, self.language)).map(|told| self.moved(&told));
        [
            place.to_string(),
            row.clause.clone(),
            self.name(row).to_owned(),
            self.in_words(row.indicator.unit.symbol(), row.indicator.unit.symbol_en()).to_owned(),
            baseline.map_or_else(dash, |base| number(&base.value)),
            before.map_or_else(dash, |before| number(&before.value)),
            value,
            change.unwrap_or_else(dash),
            text::asks(row, self.language),
            text::distance(row, self.language).unwrap_or_else(dash),
            self.standing(row.judgement.standing).to_owned(),
            dash(),
        ]
    }

    /// A change without the year that the column names, and without the word on good or bad.
    fn moved(&self, told: &str) -> String {
        let told = told.split(self.in_words("（", " (better")).next().unwrap_or(told);
        let told = told.split(self.in_words("（", " (worse")).next().unwrap_or(told);
        match self.language {
            Language::Chinese => told.split_once('年').map_or(told, |(_, rest)| rest).to_owned(),
            Language::English => told.rsplit_once(" from ").map_or(told, |(moved, _)| moved).to_owned(),
        }
    }

    /// A source by its name: the file and the line that stand before it are no part of that.
    fn source<'s>(&self, told: &'s str) -> &'s str {
        let placed = told.split_once(".csv:").map(|(_, rest)| rest);
        placed
            .map_or(told, |rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start())
    }

    /// What the indicators mean, and how clauses were read that can be read in more than one way.
    fn definitions(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("指标解释", "Definitions"));
        let mut told: Vec<&str> = Vec::new();
        for row in report.rows.iter().filter(|row| has_value(row)) {
            let Some(definition) = row.indicator.definition.as_ref() else { continue };
            if told.contains(&&*row.indicator.id) {
                continue;
            }
            told.push(&row.indicator.id);
            let words = |both: &dabiao::plan::Bilingual| self.in_words(&both.zh, &both.en).to_owned();
            let counted = words(&definition.counted);
            let counted = match definition.denominator.as_ref().map(words) {
                Some(over) => format!("{counted}{}{over}", self.in_words("÷", " over ")),
                None => counted,
            };
            let source = self.in_words(definition.source.zh(), definition.source.en());
            out.item(&self.either(
                format!("{}：{counted}；{source}，{}。", row.indicator.zh, definition.year.zh()),
                format!("{}: {counted}; {source}, {}.", row.indicator.en, definition.year.en()),
            ));
        }
        out.heading(self.in_words("条款的取义", "How clauses were read"));
        for row in report.rows.iter().filter(|row| has_value(row)) {
            if let Some(note) = &row.target.note {
                let note = self.in_words(&note.zh, &note.en);
                out.item(&format!("{} {}{}{note}", row.clause, self.name(row), self.in_words("：", ": ")));
            }
        }
    }

    /// The bodies that answer for a target, where the settings name them.
    fn owners(&self, row: &Row) -> Option<String> {
        let owners: Vec<&str> = row.owners.iter().map(|owner| &**owner).collect();
        (!owners.is_empty()).then(|| owners.join(self.in_words("、", ", ")))
    }

    fn rows(&self, out: &mut Blocks, run: &Run<'_>) {
        let (read, used, refused, unusable) = (run.table.read, run.used, run.refused, run.unusable());
        let unused = run.unused_rows;
        out.line(&match self.language {
            Language::Chinese => {
                let rows = if run.figures { "个数" } else { "行" };
                format!(
                    "读入{read}{rows}，采用{used}{rows}，未采用{unused}{rows}，拒收{refused}{rows}；不可用的单元格{unusable}处。"
                )
            }
            Language::English => {
                let what = match (run.figures, read) {
                    (true, 1) => "figure",
                    (true, _) => "figures",
                    (false, 1) => "row",
                    (false, _) => "rows",
                };
                let cells = if unusable == 1 { "cell" } else { "cells" };
                format!(
                    "{read} {what} read, {used} used, {unused} not used, {refused} refused; {unusable} {cells} could not be used."
                )
            }
        });
        let (read, refused) = (run.rosters.read, run.rosters.refused.len());
        if read > 0 {
            out.line(&match self.language {
                Language::Chinese => format!("名录读入{read}行，拒收{refused}行。"),
                Language::English => {
                    let rows = if read == 1 { "row" } else { "rows" };
                    format!("{read} {rows} of rosters read, {refused} refused.")
                }
            });
        }
        for line in run.messages() {
            out.verbatim(&line);
        }
        for (title, lines) in &run.told {
            out.line(title);
            lines.iter().for_each(|line| out.verbatim(line));
        }
        let titles = run.titles();
        if !titles.is_empty() {
            out.line(self.in_words("表头以上，未作为数据：", "Above the header, and no data:"));
            titles.iter().for_each(|title| out.verbatim(title));
        }
    }

    /// Where a published name was taken for an indicator of another name.
    fn say_names(&self, out: &mut Blocks, names: &[(String, String, String)]) {
        let taken = names.iter().filter_map(|(name, indicator, remark)| {
            let card = self.catalogue.indicator(indicator).ok()?;
            let remark = if remark.is_empty() { String::new() } else { format!("（{remark}）") };
            (*name != card.zh).then(|| format!("{name} → {}{remark}", self.in_words(&card.zh, &card.en)))
        });
        let taken = taken.collect::<Vec<_>>().join(self.in_words("；", "; "));
        out.say(&self.either(
            format!("公布名称与规划指标不同者，对应如下：{taken}。"),
            format!("Published names that are not the plan's were taken for: {taken}."),
        ));
    }

    /// The closing words of a mid-term or final evaluation.
    fn closing(&self, report: &Report) -> Option<String> {
        let goals = || report.counted().filter(|row| Part::of(&row.target) == Part::Goals);
        let count = |standings: &[Standing]| {
            goals().filter(|row| standings.contains(&row.judgement.standing)).count()
        };
        let good = count(&[
            Standing::Attained,
            Standing::MetEarly,
            Standing::Holding,
            Standing::Recovered,
            Standing::Expected,
        ]);
        let at_risk = count(&[Standing::AtRisk, Standing::Slowing, Standing::Lagging]);
        let bad = count(&[Standing::Difficult, Standing::Missed]);
        let tally = Counts::of(goals()).tally;
        Some(match report.kind {
            ReportKind::Annual => return None,
            ReportKind::MidTerm => self.either(
                format!("中期结论：时间过半，主要目标达标或预期可达标{good}项，需加力{at_risk}项，困难或未达标{bad}项，其余待定。"),
                format!(
                    "At mid-term, of the main goals: {good} met or expected to be, {at_risk} needing more effort, {bad} hard to reach \
                     or missed, the rest open."
                ),
            ),
            ReportKind::Final => self.either(
                format!(
                    "终期结论：主要目标达标{}项，未达标{}项，暂无法评价{}项。",
                    tally.met, tally.not_met, tally.undetermined
                ),
                format!(
                    "Final result, main goals: {} met, {} missed, {} that cannot be judged.",
                    tally.met, tally.not_met, tally.undetermined
                ),
            ),
        })
    }

    fn settings(&self, out: &mut Blocks, report: &Report) {
        out.heading(self.in_words("设置和版本", "Settings and versions"));
        let settings = &report.settings;
        out.say(&match self.language {
            Language::Chinese => format!(
                "判定方法{}；“左右”容差{}个百分点；“相适应”容差{}个百分点；展望的趋势衰减系数{}；dabiao {}，目标目录{}。",
                settings.method.zh(),
                settings.around_tolerance,
                settings.proportion_tolerance,
                settings.outlook.damping,
                report.crate_version,
                report.catalogue_version.as_deref().unwrap_or("—"),
            ),
            Language::English => format!(
                "{}; “about” is read as within {} percentage point, “in proportion” as within {}; the trend ahead is damped by {} a \
                 year; dabiao {}, catalogue {}.",
                match settings.method {
                    Method::FullValue => "Values are compared as they are",
                    Method::Rounded => "Values are rounded to the digits of the target value",
                },
                settings.around_tolerance,
                settings.proportion_tolerance,
                settings.outlook.damping,
                report.crate_version,
                report.catalogue_version.as_deref().unwrap_or("none"),
            ),
        });
    }
}

/// The targets that do not hold in the year of a report, each with the years in which it does.
pub(crate) fn not_in_force(catalogue: &Catalogue, report: &Report, language: Language) -> Vec<String> {
    let targets = report.not_in_force.iter().filter_map(|id| catalogue.target(id).ok());
    let named = targets.filter_map(|target| {
        let card = catalogue.indicator(&target.indicator).ok()?;
        // Without limits of its own a target goes by those of its indicator.
        let valid = if target.valid.is_always() { card.valid } else { target.valid };
        let (clause, zh) = (catalogue.label(target), language == Language::Chinese);
        let years = match (valid.from, valid.until) {
            (Some(from), Some(until)) if zh => format!("{from}—{until}年"),
            (Some(from), None) if zh => format!("{from}年起"),
            (_, Some(until)) if zh => format!("至{until}年"),
            (Some(from), Some(until)) => format!("{from}-{until}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(until)) => format!("until {until}"),
            (None, None) => return Some(format!("{clause} {}", if zh { &card.zh } else { &card.en })),
        };
        Some(if zh {
            format!("{clause} {}（{years}）", card.zh)
        } else {
            format!("{clause} {} ({years})", card.en)
        })
    });
    named.collect()
}
