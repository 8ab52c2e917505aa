//! A county's workbooks, read cell by cell, judged, and handed out as page, Word report and annex.
//!
//! Nothing is guessed: what the books do not say is asked for, with the cell and the line that settles it.

use std::process::ExitCode;

use dabiao::{Language, Outcome, Report, text};
use dabiao_office::File;
use dabiao_office::workbook::{self, Answers, Book, Books};
use dabiao_office::write::{Folder, Names, Works};
use dabiao_tables::compare::{self, Comparison};
use dabiao_tables::print::{self, out};
use dabiao_tables::run::{Choices, Run, value};
use dabiao_tables::visible;

const HELP_ZH: &str = "\
用法：dabiao-workbook 表1.xlsx 表2.csv … [选项]
  可读 .xlsx .xls .xlsb .ods .csv，多个文件、多张表一起读；名录（单位类别、单位名称、年份）可以是其中一张表
  --out 文件夹      写出 报告.html、报告.docx、附表.xlsx、目标明细.csv、数据审核.csv、待答问题（.xlsx 和 .toml）
  --answers 文件    问题的答案（xlsx、TOML 或 JSON，可以给多个）；在 --out 写出的“待答问题.xlsx”里填好“答案”一列就用它
  --profile 名称    来源中符号的含义：chengdu-1991、china-1992、county，或自己的文件
  --year 年份       评价年度（不写则取表中最近一年，最晚2030年）
  --area 地区       表中有几个地区时只评一个（不写则每个地区一份报告，另有地区对比）
  --expect 甲旗,乙旗  应报送的地区；没有数的写进地区对比
  --own-plan 文件   自己的规划（TOML 或 JSON），与内置的两个规划一起评价
  --plan women|children|代码|all
  --method full|rounded   GB/T 8170 的判定方法（默认全数值比较法）
  --lang zh|en
  --json            以 JSON 输出报告；有问题时输出问题
  --strict          有拒收、数据问题或未达标时以 1 退出
没有 --out 时，有问题就只列出问题，以 2 退出；有 --out 时照样写出报告，涉及的数不采用，并在报告开头说明。
退出码：0；加 --strict 时 1；2 为有问题、用法不对或文件不能读
";
const HELP: &str = "\
usage: dabiao-workbook FILE.xlsx|xls|xlsb|ods|csv … [options]
  --out FOLDER      writes report.html, report.docx, annex.xlsx, targets.csv, audit.csv and questions (.xlsx and .toml)
  --answers FILE    answers to the questions, xlsx, TOML or JSON (more than once for several)
  --profile NAME    what the marks of the source mean: chengdu-1991, china-1992, county, or a file of your own
  --year YEAR       the assessed year (default: the latest year in the books, at most 2030)
  --area AREA       one area, where the books hold several (default: a report for each, and the areas side by side)
  --expect AREA,AREA  the areas that should have reported; those that have not are named
  --own-plan FILE   a plan of your own beside the built-in ones, TOML or JSON
  --plan women|children|ID|all
  --method full|rounded  the judging method of GB/T 8170 (default: full)
  --lang zh|en
  --json            the report as JSON; questions, where there are any, too
  --strict          exit with 1 if a cell was refused, a finding made, or a target not met
  --help
What the books do not say is asked for. Without --out the questions are printed and the exit code is 2; with it the
reports are written all the same, without the figures in question, and say so first.
exit codes: 0; with --strict 1; 2 for questions, wrong usage or a file that cannot be read
";

#[derive(Default)]
struct Arguments {
    choices: Choices,
    files: Vec<String>,
    out: Option<String>,
    answers: Vec<String>,
    profile: Option<String>,
    json: bool,
    strict: bool,
}

fn main() -> ExitCode {
    match arguments().and_then(|arguments| match arguments {
        Some(arguments) => run(&arguments),
        None => Ok(ExitCode::SUCCESS),
    }) {
        Ok(code) => code,
        Err(message) => {
            message.lines().for_each(print::complain);
            ExitCode::from(2)
        }
    }
}

const fn help(language: Language) -> &'static str {
    match language {
        Language::Chinese => HELP_ZH,
        Language::English => HELP,
    }
}

fn arguments() -> Result<Option<Arguments>, String> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let mut found = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    let mut helped = false;
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n{HELP_ZH}"))? {
        let help = help(found.choices.language);
        match argument {
            Long("answers") => found.answers.push(value(&mut parser, help)?),
            Long("profile") => found.profile = Some(value(&mut parser, help)?),
            Long("out") => found.out = Some(value(&mut parser, help)?),
            Long("json") => found.json = true,
            Long("strict") => found.strict = true,
            Long("help") | Short('h') => helped = true,
            // Rosters stand in the books, and several areas are put side by side anyhow.
            Long(option) if !matches!(option, "rosters" | "compare") => {
                let option = option.to_owned();
                if !found.choices.take(&option, &mut parser, help)? {
                    return Err(format!("{}\n{help}", Long(&option).unexpected()));
                }
            }
            Value(file) => found.files.push(file.string().map_err(|error| format!("{error}\n{help}"))?),
            other => return Err(format!("{}\n{help}", other.unexpected())),
        }
    }
    let language = found.choices.language;
    if helped {
        out(help(language));
        return Ok(None);
    }
    if found.files.is_empty() {
        let said = match language {
            Language::Chinese => "请给出至少一个表格文件",
            Language::English => "name a workbook",
        };
        return Err(format!("{said}\n{}", help(language)));
    }
    found.choices.file = Some(found.files.join("、"));
    Ok(Some(found))
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let choices = &arguments.choices;
    let language = choices.language;
    let pick = |zh, en| if language == Language::Chinese { zh } else { en };
    // Before any work: a folder that cannot be written to.
    let folder = arguments.out.as_deref().map(|path| Folder::new(path, language)).transpose()?;
    let catalogue = choices.catalogue()?;
    let given =
        arguments.answers.iter().map(|path| File::open(path, language)).collect::<Result<Vec<_>, _>>()?;
    let answers = Answers::read(&given, arguments.profile.as_deref(), language)?;
    let read = |path: &String| Book::open(path, language);
    let files = arguments.files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let mut books = workbook::read(files, &catalogue, &answers, language);
    let open = !books.questions.all().is_empty();
    if open && folder.is_none() {
        if arguments.json {
            let json = serde_json::json!({ "questions": books.questions.all() });
            out(&format!("{json:#}\n"));
        } else {
            out(&books.questions.print(language));
        }
        return Ok(ExitCode::from(2));
    }
    if let Some(mut said) = books.nothing_read(choices.file_name(), language) {
        if let Some(folder) = folder.filter(|_| open) {
            for path in folder.questions(&books.questions, language)? {
                said.push(format!("{}{}", pick("请先回答：", "answer first: "), path.display()));
            }
        }
        return Err(said.join("\n"));
    }
    let run = choices.judge(&catalogue, std::mem::take(&mut books.input))?;
    // A prefecture's book: a report for each area, and the areas side by side.
    let several = run.reports.len() > 1 || choices.compare;
    let facts = run.comparison(&Choices { compare: several, ..choices.clone() })?;
    let comparison = facts.as_ref().map(|facts| Comparison { facts, reports: &run.reports, language });
    let count = books.counted(run.data.findings());
    let counted = count.message(language);
    if arguments.json {
        let json = match (run.reports.as_slice(), &facts) {
            ([report], None) => serde_json::to_string_pretty(report),
            (reports, facts) => {
                serde_json::to_string_pretty(&serde_json::json!({ "reports": reports, "comparison": facts }))
            }
        };
        out(&format!("{}\n", json.map_err(|error| error.to_string())?));
        eprintln!("{counted}");
        run.messages().iter().for_each(|message| print::complain(&format!("  {message}")));
    } else {
        show(&books, &run, &counted, language);
        match &comparison {
            Some(comparison) => {
                let title = compare::title(&catalogue, comparison.facts, language);
                out(&comparison.text(&title, 120));
            }
            None => run.reports.iter().for_each(|report| show_targets(report, language)),
        }
    }
    if let Some(folder) = folder {
        let works = Works { catalogue: &catalogue, choices, run: &run };
        let (mut written, failed) = works.write_all(comparison.as_ref(), &folder)?;
        let name = Names::of(language).form;
        written.extend(folder.questions(&books.questions, language)?);
        if !arguments.json {
            out(pick("写出：\n", "written:\n"));
            written.iter().for_each(|path| print::line(&format!("  {}", path.display())));
        }
        failed.iter().for_each(|line| print::complain(line));
        if open {
            let many = books.questions.many();
            print::complain(&match language {
                Language::Chinese => format!("有{many}个问题待答，见“{name}”；涉及的数未采用"),
                Language::English => {
                    format!("{many} questions are open, see {name}; the figures in question were not used")
                }
            });
        }
    }
    let sound = |report: &Report| {
        let tally = &report.rollup;
        report.findings.is_empty() && tally.total.not_met + tally.aspirations.not_met == 0
    };
    let clean = count.refused == 0 && !open && run.reports.iter().all(sound);
    Ok(if arguments.strict && !clean { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn show(books: &Books, run: &Run<'_>, counted: &str, language: Language) {
    let pick = |zh: &'static str, en: &'static str| if language == Language::Chinese { zh } else { en };
    out(&format!("{counted}\n"));
    let list = |title: &str, lines: &[String]| {
        if !lines.is_empty() {
            out(&format!("{title}\n"));
            lines.iter().for_each(|line| print::line(&format!("  {line}")));
        }
    };
    books.told.iter().for_each(|(title, lines)| list(title, lines));
    list(pick("拒收：", "refused:"), &run.messages());
    let findings = run.reports.iter().flat_map(|report| &report.findings);
    let findings: Vec<String> = findings
        .map(|found| match language {
            Language::Chinese => found.zh(),
            Language::English => found.to_string(),
        })
        .collect();
    list(pick("数据检查：", "findings:"), &findings);
}

fn show_targets(report: &Report, language: Language) {
    let pick = |zh: &'static str, en: &'static str| if language == Language::Chinese { zh } else { en };
    // Only targets on which the book says something.
    let spoken = report.rows.iter().filter(|row| {
        let assessment = row.assessment();
        !assessment.evidence.is_empty()
            || matches!(assessment.outcome, Outcome::Met | Outcome::NotMet | Outcome::NotApplicable)
            || assessment.reasons.iter().any(|reason| {
                reason.cause != dabiao::judge::Cause::NoData
                    && reason.cause != dabiao::judge::Cause::NoRoster
                    && reason.cause != dabiao::judge::Cause::PartMissing
            })
    });
    let rows = spoken.map(|row| {
        let assessment = row.assessment();
        let reasons = assessment.reasons.iter();
        let reasons: Vec<String> = match language {
            Language::Chinese => reasons.map(dabiao::judge::Reason::zh).collect(),
            Language::English => reasons.map(ToString::to_string).collect(),
        };
        let outcome = pick(assessment.outcome.zh(), assessment.outcome.en());
        [
            row.clause.clone(),
            pick_in(language, &row.indicator.zh, &row.indicator.en),
            text::value(row, language).unwrap_or_else(|| "—".to_owned()),
            text::asks(row, language),
            match reasons.is_empty() {
                true => outcome.to_owned(),
                false => match language {
                    Language::Chinese => format!("{outcome}（{}）", reasons.join("；")),
                    Language::English => format!("{outcome} ({})", reasons.join("; ")),
                },
            },
            pick(row.judgement.standing.zh(), row.judgement.standing.en()).to_owned(),
        ]
    });
    let table = match language {
        Language::Chinese => print::table(["条款", "指标", "本年", "目标", "结果", "状态"], rows),
        Language::English => {
            print::table(["clause", "indicator", "this year", "target", "outcome", "standing"], rows)
        }
    };
    let tally = &report.rollup.total;
    let area = report.area.as_deref().map(|area| format!("{} ", visible(area))).unwrap_or_default();
    let year = report.year;
    let (total, met, not_met, open) = (tally.total, tally.met, tally.not_met, tally.undetermined);
    let others = tally.not_applicable + tally.not_due + tally.not_judged;
    out(&match language {
        Language::Chinese => format!(
            "{area}{year}年：目标{total}项，达标{met}，未达标{not_met}，无法判断{open}，其他{others}\n{table}"
        ),
        Language::English => format!(
            "{area}{year}: {total} targets, {met} met, {not_met} not met, {open} undetermined, {others} others\n{table}"
        ),
    });
}

fn pick_in(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Chinese => zh.to_owned(),
        Language::English => en.to_owned(),
    }
}
