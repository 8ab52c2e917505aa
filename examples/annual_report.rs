//! The main job: a year's report on every target of both plans.
//!
//! ```text
//! cargo run --example annual_report [-- FILE.csv] [--year 2024] [--plan women|children|all] [--lang zh|en] [--json]
//! ```
//! Without a file it runs on published national figures of 2020-2024, held against the banner's bounds.

use std::process::ExitCode;

use dabiao::{
    Catalogue, Language, Outcome, Report, Standing,
    ahead::{Palette, Severity, Signal, Warning, label_en, label_zh},
    data::AuditGroup,
    judge::Method,
    report::{ReportKind, Row, Tally},
    text,
};
use dabiao_tables::{audit, finding, print, run, titles};

const HELP: &str = "\
usage: annual_report [FILE.csv|FOLDER] [options]
  FILE.csv             observations with a header (UTF-8 or GB18030); without it, published national figures
  FOLDER               every .csv file in it
  --rosters FILE.csv   who should report: area,unit_kind,unit_id,year,size
  --year YEAR          the assessed year (default: the latest year in the data, at most 2030)
  --area AREA          one area (default: every area in the data)
  --own-plan FILE      a plan of your own beside the built-in ones, TOML or JSON (more than once for several)
  --plan women|children|ID|all
  --method full|rounded  the judging method of GB/T 8170 (default: full)
  --lang zh|en
  --audit FILE.csv     write the audit (数据审核) as a sheet: one line for each finding
  --json
  --strict             exit with 1 if a row was refused, a roster not used, a finding made, or a target not met
exit: 0, with --strict 1 as said there, 2 for wrong usage or a file that cannot be read as a whole
";

struct Arguments {
    choices: run::Choices,
    json: bool,
    strict: bool,
    audit: Option<String>,
}

fn main() -> ExitCode {
    match arguments()
        .and_then(|arguments| arguments.map_or(Ok(ExitCode::SUCCESS), |arguments| report(&arguments)))
    {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn arguments() -> Result<Option<Arguments>, String> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let mut found = Arguments { choices: run::Choices::default(), json: false, strict: false, audit: None };
    let mut parser = lexopt::Parser::from_env();
    let usage = |error: lexopt::Error| format!("{error}\n{HELP}");
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("json") => found.json = true,
            Long("strict") => found.strict = true,
            Long("audit") => {
                let file = parser.value().and_then(|file| file.string());
                found.audit = Some(file.map_err(usage)?);
            }
            Long("help") | Short('h') => {
                print::out(HELP);
                return Ok(None);
            }
            Long(option) => {
                let option = option.to_owned();
                if !found.choices.take(&option, &mut parser, HELP)? {
                    return Err(usage(Long(&option).unexpected()));
                }
            }
            Value(file) if found.choices.file.is_none() => {
                found.choices.file = Some(file.string().map_err(usage)?)
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Some(found))
}

fn report(arguments: &Arguments) -> Result<ExitCode, String> {
    let catalogue = arguments.choices.catalogue()?;
    let run = arguments.choices.run(&catalogue)?;
    for message in run.messages() {
        print::complain(&message);
    }
    if let Some(file) = &arguments.audit {
        let sheet = audit::sheet(&catalogue, &run.reports, arguments.choices.language);
        std::fs::write(file, sheet).map_err(|error| format!("{file}: {error}"))?;
    }
    if arguments.json {
        let document = serde_json::json!({
            "embedded_national_figures": run.embedded,
            "names": if run.embedded { mapping_json(&run.names) } else { serde_json::Value::Null },
            "rows": { "read": run.table.read, "used": run.used, "refused": run.refused },
            "roster_rows": { "read": run.rosters.read, "refused": run.rosters.refused.len() },
            "refused": run.messages(),
            "above_header": run.titles(),
            "reports": run.reports,
        });
        let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
        print::out(&(text + "\n"));
    } else {
        let printer =
            Printer { catalogue: &catalogue, language: arguments.choices.language, refused: run.refused };
        if run.embedded {
            printer.say_where_from(&run.names);
        }
        for report in &run.reports {
            printer.report(report);
        }
        printer.rows(&run);
    }
    Ok(if arguments.strict && run.is_faulty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn mapping_json(names: &[(String, String, String)]) -> serde_json::Value {
    names
        .iter()
        .map(|(name, indicator, remark)| serde_json::json!({ "name": name, "indicator": indicator, "remark": remark }))
        .collect()
}

struct Printer<'a> {
    catalogue: &'a Catalogue,
    language: Language,
    /// How many rows were refused.
    refused: usize,
}

impl Printer<'_> {
    /// One of two texts.
    fn in_words<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    fn say_where_from(&self, names: &[(String, String, String)]) {
        print::out(self.in_words(
            "未给出数据文件：以下用全国公布数（2020—2024年）对照杭锦旗规划的目标值演示，全国数不是杭锦旗的数。\n\
             全国指标与规划指标名称不同者，对应如下：\n",
            "No data file given: what follows holds published national figures (2020-2024) against the banner's bounds. They are \
             not the banner's figures.\nWhere the published name is not the plan's, it was taken for:\n",
        ));
        for (name, indicator, remark) in names {
            let card = self.catalogue.indicator(indicator);
            let (zh, en) = card.map_or(("?", "?"), |card| (&*card.zh, &*card.en));
            if name != zh {
                let remark = if remark.is_empty() { String::new() } else { format!("（{remark}）") };
                print::line(&format!("  {name} → {}{remark}", self.in_words(zh, en)));
            }
        }
        print::out("\n");
    }

    fn report(&self, report: &Report) {
        let area = if report.area.is_empty() { String::new() } else { format!(" {} ", report.area) };
        let plans = self.plans(report);
        let title = match self.language {
            Language::Chinese => {
                format!(
                    "{plans}{area}{}{}{}报告",
                    report.year,
                    if report.kind == ReportKind::Annual { "" } else { "年" },
                    report.kind.zh()
                )
            }
            Language::English => {
                format!("{plans}{area}: {} {}", report.kind.en(), report.year)
            }
        };
        print::line(&title);
        print::out("\n");
        self.overall(report);
        self.domains(report);
        self.not_met(report);
        self.warnings(report);
        self.undetermined(report);
        self.findings(report);
        self.closing(report);
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

    fn overall(&self, report: &Report) {
        let rollup = &report.rollup;
        let share = |tally: &Tally| {
            let percent =
                |ratio: dabiao::values::Ratio| (ratio * dabiao::values::Ratio::whole(100)).rounded(1) + "%";
            match (tally.rate(), tally.rate_interval()) {
                (Some(rate), Some((low, high))) => {
                    let (open, close) = (self.in_words("（", " ("), self.in_words("）", ")"));
                    format!("{}{open}{}–{}{close}", percent(rate), percent(low), percent(high))
                }
                _ => "—".to_owned(),
            }
        };
        let line = |name: String, tally: &Tally| {
            [
                name,
                tally.total.to_string(),
                tally.met.to_string(),
                tally.not_met.to_string(),
                tally.undetermined.to_string(),
                tally.not_applicable.to_string(),
                tally.not_due.to_string(),
                tally.not_judged.to_string(),
                share(tally),
            ]
        };
        let rate = match report.kind {
            ReportKind::Final => self.in_words("达标率（区间）", "met (interval)"),
            _ => self
                .in_words("已达标占可判断指标（区间）", "met so far, of those that can be judged (interval)"),
        };
        let plan = |id: &str| match id {
            "women" => self.in_words("妇女规划", "women").to_owned(),
            "children" => self.in_words("儿童规划", "children").to_owned(),
            other => match self.catalogue.plan(other) {
                Ok(plan) => self.in_words(&plan.zh, &plan.en).to_owned(),
                Err(_) => other.to_owned(),
            },
        };
        let mut rows: Vec<_> = rollup
            .domains
            .iter()
            .map(|part| line(self.domain(&part.plan, part.domain), &part.tally))
            .collect();
        rows.extend(rollup.plans.iter().map(|part| line(plan(&part.plan), &part.tally)));
        rows.push(line(self.in_words("合计", "all").to_owned(), &rollup.total));
        let header = match self.language {
            Language::Chinese => {
                ["领域", "目标", "达标", "未达标", "无法判断", "不适用", "未到期", "不评价", rate]
            }
            Language::English => [
                "domain",
                "targets",
                "met",
                "not met",
                "undetermined",
                "not applicable",
                "not due",
                "not judged",
                rate,
            ],
        };
        print::out(self.in_words("一、总体\n", "1. Overall\n"));
        print::out(&print::table(header, rows));
        print::out(&match self.language {
            Language::Chinese => format!(
                "另有“争取”目标{}项，不计入；{}个指标两个规划都有，各计一次。\n\n",
                rollup.aspirations.total, rollup.shared_indicators
            ),
            Language::English => format!(
                "{} targets to aspire to stand outside; {} indicators stand in both plans and count once in each.\n\n",
                rollup.aspirations.total, rollup.shared_indicators
            ),
        });
    }

    fn domain(&self, plan: &str, domain: u8) -> String {
        match (titles::of(self.catalogue, plan, domain), self.language) {
            (Some((title, _)), Language::Chinese) => title.to_owned(),
            (Some((_, Some(title))), Language::English) => title.to_owned(),
            (Some((title, None)), Language::English) => format!("{plan}, domain {domain}: {title}"),
            (None, Language::Chinese) if plan == "women" => "妇女规划组织实施、监测评估".to_owned(),
            (None, Language::Chinese) if plan == "children" => "儿童规划组织实施、监测评估".to_owned(),
            (None, Language::Chinese) => format!("{plan}组织实施、监测评估"),
            (None, Language::English) => format!("{plan}, organisation and monitoring"),
        }
    }

    /// The notes on a verdict, and what it is worth where cases are few; section 3 has the figures.
    fn remarks(&self, row: &Row) -> String {
        let mut remarks = text::notes(row, self.language);
        let label = row.judgement.small_numbers.as_ref().and_then(|small| small.label);
        remarks.extend(label.map(|label| match self.language {
            Language::Chinese => label_zh(label).to_owned(),
            Language::English => label_en(label),
        }));
        remarks.join(self.in_words("；", "; "))
    }

    fn domains(&self, report: &Report) {
        print::out(self.in_words("二、分领域\n", "2. By domain\n"));
        for part in &report.rollup.domains {
            print::out("\n");
            print::line(&self.domain(&part.plan, part.domain));
            let here = |row: &&Row| row.target.plan == part.plan && row.target.clause.domain == part.domain;
            let rows = report.rows.iter().filter(here).map(|row| {
                let margin = match row.assessment().outcome {
                    Outcome::Met | Outcome::NotMet => text::distance(row, self.language),
                    _ => None,
                };
                [
                    row.clause.clone(),
                    self.in_words(&row.indicator.zh, &row.indicator.en).to_owned(),
                    text::asks(row, self.language),
                    text::value(row, self.language).unwrap_or_else(|| "—".to_owned()),
                    margin.unwrap_or_default(),
                    self.in_words(row.assessment().outcome.zh(), row.assessment().outcome.en()).to_owned(),
                    self.in_words(row.judgement.standing.zh(), row.judgement.standing.en()).to_owned(),
                    self.remarks(row),
                ]
            });
            let header = match self.language {
                Language::Chinese => ["条款", "指标", "目标", "本年", "差距", "结果", "状态", "备注"],
                Language::English => {
                    ["clause", "indicator", "asks", "value", "distance", "outcome", "standing", "notes"]
                }
            };
            print::out(&print::table(header, rows));
        }
        print::out("\n");
    }

    fn sentences(&self, report: &Report, outcome: Outcome) {
        for row in report.rows.iter().filter(|row| row.assessment().outcome == outcome) {
            let broken: Vec<String> = row
                .assessment()
                .broken_years()
                .filter(|year| *year < report.year)
                .map(|year| year.to_string())
                .collect();
            // Where earlier years decided against the year itself, the sentence says so.
            let said = row.assessment().outcome != row.assessment().year_outcome();
            let silent = broken.is_empty() || said || row.target.timing.code() == "by_year";
            let earlier = match (silent, self.language) {
                (true, _) => String::new(),
                (false, Language::Chinese) => format!("此前{}年也未达标。", broken.join("、")),
                (false, Language::English) => format!(" Not met in {} either.", broken.join(", ")),
            };
            print::line(&format!("  {} {}{earlier}", row.clause, text::sentence(row, self.language)));
        }
        print::out("\n");
    }

    fn not_met(&self, report: &Report) {
        print::out(self.in_words("三、未达标\n", "3. Not met\n"));
        self.sentences(report, Outcome::NotMet);
    }

    /// Warnings, most severe first; those of one severity in printed order. Silence is counted, not listed again.
    fn warnings(&self, report: &Report) {
        print::out(self.in_words("四、预警\n", "4. Early warning\n"));
        let all = || {
            report
                .rows
                .iter()
                .flat_map(|row| row.judgement.warnings.iter().map(move |warning| (row, warning)))
        };
        let silent = |warning: &Warning| matches!(warning.signal, Signal::Silent { .. });
        let palette = Palette::red_orange_yellow_blue();
        for severity in Severity::ALL.iter().rev() {
            let of_severity = all().filter(|(_, warning)| warning.severity == *severity && !silent(warning));
            let shade = palette.shade(Some(*severity));
            for (row, warning) in of_severity {
                let line = text::warning(row, warning, self.language);
                let colour = self.in_words(&shade.zh, &shade.en);
                print::line(&format!("  {} {} {} {line}", shade.letter, colour, row.clause));
            }
        }
        let count = all().filter(|(_, warning)| silent(warning)).count();
        print::out(&match self.language {
            Language::Chinese => format!("  另有{count}项缺数，见下。\n\n"),
            Language::English => format!("  {count} targets lack data; they are listed below.\n\n"),
        });
    }

    fn undetermined(&self, report: &Report) {
        print::out(self.in_words("五、无数据或无法判断\n", "5. No data, or undetermined\n"));
        self.sentences(report, Outcome::Undetermined);
    }

    fn findings(&self, report: &Report) {
        print::out(self.in_words("六、数据审核\n", "6. Audit of the data\n"));
        if report.findings.is_empty() {
            print::out(match self.refused {
                0 => self.in_words("  未发现问题。\n", "  Nothing.\n"),
                _ => self.in_words(
                    "  采用的数据未发现问题；拒收的行列在文末。\n",
                    "  Nothing in the rows that were used; those refused are listed at the end.\n",
                ),
            });
        }
        let groups = AuditGroup::of(&report.findings);
        for group in &groups {
            print::line(&match self.language {
                Language::Chinese => format!("  {}：{}，{}处", group.level.zh(), group.zh, group.count),
                Language::English => format!("  {}: {}: {}", group.level.en(), group.en, group.count),
            });
        }
        for finding in &report.findings {
            print::line(&match self.language {
                Language::Chinese => format!("  {}", finding::zh(self.catalogue, finding)),
                Language::English => format!("  {finding}"),
            });
        }
        print::out("\n");
    }

    fn rows(&self, run: &run::Run) {
        let (read, used, refused, unusable) = (run.table.read, run.used, run.refused, run.unusable());
        print::line(&match self.language {
            Language::Chinese => {
                format!("读入{read}行，采用{used}行，拒收{refused}行；不可用的单元格{unusable}处。")
            }
            Language::English => {
                format!(
                    "{read} rows read, {used} used, {refused} refused; {unusable} cells could not be used."
                )
            }
        });
        let (read, refused) = (run.rosters.read, run.rosters.refused.len());
        if read > 0 {
            print::line(&match self.language {
                Language::Chinese => format!("名录读入{read}行，拒收{refused}行。"),
                Language::English => format!("{read} rows of rosters read, {refused} refused."),
            });
        }
        for line in run.messages() {
            print::line(&format!("  {line}"));
        }
        let titles = run.titles();
        if !titles.is_empty() {
            print::out(self.in_words("表头以上，未作为数据：\n", "Above the header, and no data:\n"));
            titles.iter().for_each(|title| print::line(&format!("  {title}")));
        }
    }

    fn closing(&self, report: &Report) {
        let count = |standings: &[Standing]| {
            let listed = report.rollup.standings.iter().filter(|tally| standings.contains(&tally.standing));
            listed.map(|tally| tally.count).sum::<usize>()
        };
        let good = count(&[Standing::Attained, Standing::MetEarly, Standing::Holding, Standing::Expected]);
        let at_risk = count(&[Standing::AtRisk, Standing::Slowing, Standing::Lagging]);
        let bad = count(&[Standing::Difficult, Standing::Missed]);
        let tally = &report.rollup.total;
        print::out(&match (report.kind, self.language) {
            (ReportKind::Annual, _) => String::new(),
            (ReportKind::MidTerm, Language::Chinese) => format!(
                "中期结论：时间过半；达标或预期可达标{good}项，需加力{at_risk}项，困难或未达标{bad}项，其余待定。\n"
            ),
            (ReportKind::MidTerm, Language::English) => format!(
                "At mid-term: {good} met or expected, {at_risk} to be strengthened, {bad} hard to reach or missed, the rest open.\n"
            ),
            (ReportKind::Final, Language::Chinese) => format!(
                "终期结论：达标{}项，未达标{}项，无法判断{}项。\n",
                tally.met, tally.not_met, tally.undetermined
            ),
            (ReportKind::Final, Language::English) => format!(
                "In the end: {} met, {} not met, {} undetermined.\n",
                tally.met, tally.not_met, tally.undetermined
            ),
        });
        let settings = &report.settings;
        print::out(&match self.language {
            Language::Chinese => format!(
                "附：判定方法{}；左右容差{}个百分点；相适应容差{}个百分点；展望的趋势衰减系数{}；dabiao {}，目标目录{}。\n",
                settings.method.zh(),
                settings.around_tolerance,
                settings.proportion_tolerance,
                settings.outlook.damping,
                report.crate_version,
                report.catalogue_version.as_deref().unwrap_or("—"),
            ),
            Language::English => format!(
                "Settings: {}; about means within {} points, in proportion within {}; the trend ahead is damped by {} a year; dabiao {}, catalogue {}.\n",
                match settings.method {
                    Method::FullValue => "full values compared",
                    Method::Rounded => "values rounded to the bound's digits",
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
