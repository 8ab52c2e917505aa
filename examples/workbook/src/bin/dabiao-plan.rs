//! A plan of one's own from a Word file or a table: drafted target by target, or taken over row by row.

use std::process::ExitCode;

use dabiao::{Catalogue, Language};
use dabiao_office::plan;
use dabiao_office::workbook::Book;
use dabiao_tables::{draft, encoding, print, run};

const HELP_ZH: &str = "\
用法：dabiao-plan --draft 规划.docx|规划.txt --out 规划.toml [--lang zh|en]
      dabiao-plan --table 目标表.xlsx|xls|ods|csv --out 规划.json [--lang zh|en]
  --draft   读规划的正文，逐条拟出目标，拿不准的标“请定”；再次运行保留改过的内容
  --table   一行一个目标的表格：原文、指标、要求、领域、部分、条目、到期年、计量单位；表头以上或另一张表写规划的
            代码、名称、文号、印发日期、起始年、终止年、领域
  写出的规划用 --own-plan 交给 dabiao-workbook 或 annual_report 评价
退出码：0；2 为用法不对、文件不能读或规划不能用（逐条列出原因）
";
const HELP: &str = "\
usage: dabiao-plan --draft PLAN.docx|PLAN.txt --out PLAN.toml [--lang zh|en]
       dabiao-plan --table TARGETS.xlsx|xls|ods|csv --out PLAN.json [--lang zh|en]
  --draft   reads the text of a plan and drafts its targets; what has to be decided is marked 请定; a second run keeps edits
  --table   a table with a row for each target: 原文 指标 要求 领域 部分 条目 到期年 计量单位; above it, or on another sheet, the
            plan's 代码 名称 文号 印发日期 起始年 终止年 领域
  The plan goes to dabiao-workbook or annual_report with --own-plan
exit: 0; 2 for wrong usage, a file that cannot be read, or a plan that cannot be used (everything wrong is listed)
";

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            message.lines().for_each(print::complain);
            ExitCode::from(2)
        }
    }
}

fn write() -> Result<(), String> {
    use lexopt::prelude::{Long, Short};
    let mut language = Language::Chinese;
    let (mut text, mut table, mut out, mut helped) = (None, None, None, false);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n{HELP_ZH}"))? {
        match argument {
            Long("draft") => text = Some(run::value(&mut parser, HELP_ZH)?),
            Long("table") => table = Some(run::value(&mut parser, HELP_ZH)?),
            Long("out") => out = Some(run::value(&mut parser, HELP_ZH)?),
            Long("lang") => {
                language = match run::value(&mut parser, HELP_ZH)?.as_str() {
                    "zh" => Language::Chinese,
                    "en" => Language::English,
                    other => return Err(format!("--lang zh|en: {other}\n{HELP_ZH}")),
                }
            }
            Long("help") | Short('h') => helped = true,
            other => return Err(format!("{}\n{HELP_ZH}", other.unexpected())),
        }
    }
    let help = if language == Language::Chinese { HELP_ZH } else { HELP };
    if helped {
        print::out(help);
        return Ok(());
    }
    match (text, table, out) {
        (Some(path), None, Some(out)) => {
            let text = match path.to_lowercase().ends_with(".txt") {
                true => encoding::read_text(&path).map_err(|wrong| wrong.message(&path, language))?,
                false => plan::text_of(&path, language)?,
            };
            let written = draft::write(&path, &text, &out, language)?;
            written.iter().for_each(|line| print::line(line));
            Ok(())
        }
        (None, Some(path), Some(out)) => {
            let document = plan::document_of(&Book::open(&path, language)?, &Catalogue::hangjin(), language)?;
            let targets = document.get("targets").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
            std::fs::write(&out, format!("{document:#}\n")).map_err(|error| format!("{out}: {error}"))?;
            print::line(&match language {
                Language::Chinese => format!("{out}：{targets}个目标，未发现错误，可以使用"),
                Language::English => format!("{out}: {targets} targets; nothing is wrong with them"),
            });
            Ok(())
        }
        _ => Err(help.to_owned()),
    }
}
