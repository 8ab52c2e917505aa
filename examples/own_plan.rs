//! Own plans as data: everything wrong with them at once, and what they ask beside the built-in plans.
//!
//! ```text
//! cargo run --example own_plan [-- PLAN.toml PLAN.json …] [--lang zh|en]
//! cargo run --example own_plan -- --draft PLAN.txt --out PLAN.toml
//! ```
//! Without a file it reads the made-up plan of a city in `examples/data/own-plan.toml`.

use std::process::ExitCode;

use dabiao::{
    Catalogue, Evaluator, Language, Settings, Target,
    json::PlanDocument,
    judge::SideBySide,
    plan::{Better, Bound},
    text,
    values::Unit,
};
use dabiao_tables::{draft, encoding, plan, print};

const HELP: &str = "\
usage: own_plan [PLAN.toml PLAN.json ...] [--lang zh|en]
       own_plan --draft PLAN.txt --out PLAN.toml [--lang zh|en]
  Checks the plans, and shows them beside the built-in ones wherever two ask something of one indicator.
  Without a file: a made-up plan. To judge by a plan: annual_report DATA.csv --own-plan PLAN.toml
  --draft PLAN.txt     reads the text of a plan and drafts its targets; what has to be decided by hand is marked 请定.
                       Several plans in one text go to PLAN.toml, PLAN-2.toml ... A second run keeps what was edited
                       or taken out in the file.
  --out PLAN.toml      where the draft goes
exit: 0 sound, 2 wrong usage or a plan that cannot be used (everything wrong with it is listed)
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Several lines, each made visible by itself.
            message.lines().for_each(print::complain);
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let mut language = Language::Chinese;
    let mut files = Vec::new();
    let (mut text, mut out) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--lang" => {
                language = match arguments.next().as_deref() {
                    Some("zh") => Language::Chinese,
                    Some("en") => Language::English,
                    _ => return Err(format!("--lang takes zh or en\n{HELP}")),
                }
            }
            "--draft" => {
                text = Some(arguments.next().ok_or_else(|| format!("--draft takes a file\n{HELP}"))?)
            }
            "--out" => out = Some(arguments.next().ok_or_else(|| format!("--out takes a file\n{HELP}"))?),
            "--help" | "-h" => {
                print::out(HELP);
                return Ok(());
            }
            option if option.starts_with('-') => {
                return Err(format!("there is no option `{option}`\n{HELP}"));
            }
            file => files.push(file.to_owned()),
        }
    }
    match (text, out) {
        (Some(text), Some(out)) if files.is_empty() => return draft(&text, &out, language),
        (None, None) => {}
        _ => return Err(format!("--draft and --out go together, and without other files\n{HELP}")),
    }
    let mut catalogue = Catalogue::hangjin();
    let built_in = catalogue.targets().len();
    let built_in_plans = catalogue.plans().count();
    // Every plan is read, so that what is wrong with the second is not hidden by the first.
    let mut wrong = Vec::new();
    if files.is_empty() {
        wrong.extend(
            plan::add(&mut catalogue, "own-plan.toml", include_str!("data/own-plan.toml"), language).err(),
        );
    }
    for file in &files {
        wrong.extend(plan::add_file(&mut catalogue, file, language).err());
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    // What each target asks, in the words of a report; it takes no data.
    let last = catalogue.plans().skip(built_in_plans).map(|plan| plan.last).max();
    let rows = match last {
        None => Vec::new(),
        Some(last) => {
            let is_own = |target: &Target| catalogue.targets().skip(built_in).any(|own| own.id == target.id);
            let report =
                Evaluator::new(&catalogue).report_on(catalogue.data([]).area_or_empty(""), last, is_own);
            report.map_err(|error| error.to_string())?.rows
        }
    };
    let own = rows.iter().map(|row| {
        let name = if language == Language::Chinese { &row.indicator.zh } else { &row.indicator.en };
        [
            row.clause.clone(),
            name.to_string(),
            text::asks(row, language),
            row.target.timing.due().to_string(),
            row.target.clause.words.to_string(),
            row.target.id.to_string(),
        ]
    });
    print::out(&match language {
        Language::Chinese => print::table(["条款", "指标", "要求", "到期", "原文", "代码"], own),
        Language::English => print::table(["clause", "indicator", "asks", "due", "words", "id"], own),
    });
    let settings = Settings::default();
    for beside in
        catalogue.side_by_side(&settings).iter().filter(|beside| is_own(beside, &catalogue, built_in))
    {
        show(beside, &catalogue, language);
    }
    remarks(&catalogue, built_in_plans, language);
    let plans = catalogue.plans().count() - built_in_plans;
    let targets = catalogue.targets().len() - built_in;
    print::out(&match language {
        Language::Chinese => {
            format!("\n读入{plans}个规划、{targets}个目标，未发现错误，可以使用。\n")
        }
        Language::English => {
            format!(
                "\nPlans read: {plans}, with {targets} targets; nothing is wrong with them, and they can be used.\n"
            )
        }
    });
    Ok(())
}

/// Drafts the plans of a text, each into its own file, and says how much is left to be decided.
fn draft(path: &str, out: &str, language: Language) -> Result<(), String> {
    if [".docx", ".doc", ".pdf"].iter().any(|end| path.to_lowercase().ends_with(end)) {
        return Err(match language {
            Language::Chinese => {
                format!(
                    "{path}: 请先另存为纯文本（.txt，UTF-8）再读入；.docx 可用 examples/workbook 的 dabiao-plan 直接读"
                )
            }
            Language::English => format!(
                "{path}: save it as plain text first (.txt, UTF-8); dabiao-plan of examples/workbook reads .docx itself"
            ),
        });
    }
    let text = encoding::read_text(path).map_err(|wrong| wrong.message(path, language))?;
    let written = draft::write(path, &text, out, language)?;
    written.iter().for_each(|line| print::line(line));
    Ok(())
}

/// What the targets ask and the words beside them do not say.
fn remarks(catalogue: &Catalogue, built_in_plans: usize, language: Language) {
    for plan in catalogue.plans().skip(built_in_plans) {
        for remark in PlanDocument::remarks(catalogue, &plan.id) {
            let target = remark.cell.as_ref().map_or("", |cell| &cell.en);
            let source = remark.source.as_deref().unwrap_or_default();
            let said = match language {
                Language::Chinese => format!("注意 {target}（{source}）：{}", remark.kind.zh()),
                Language::English => format!("note {target} ({source}): {}", remark.kind),
            };
            print::complain(&said);
        }
    }
}

fn is_own(beside: &SideBySide, catalogue: &Catalogue, built_in: usize) -> bool {
    let mut own = catalogue.targets().skip(built_in);
    own.any(|target| beside.targets.iter().any(|asked| asked.target == target.id))
}

fn show(beside: &SideBySide, catalogue: &Catalogue, language: Language) {
    let chinese = language == Language::Chinese;
    let card = catalogue.indicator(&beside.indicator);
    let unit = card.as_ref().map_or(Unit::Count, |card| card.unit);
    let name = card.map_or("", |card| if chinese { &card.zh } else { &card.en });
    print::out("\n");
    print::line(name);
    for asked in &beside.targets {
        let bound = asked.bound.as_ref().map_or_else(|| "—".to_owned(), |bound| shown(bound, unit, language));
        let mark = match (asked.strictest, chinese) {
            (true, true) => "  ← 最严",
            (true, false) => "  <- strictest",
            (false, _) => "",
        };
        print::line(&format!("  {} {bound} {}{mark}", asked.clause, asked.due));
    }
    for odd in &beside.contradictions {
        print::line(&format!("  ! {}", if chinese { odd.zh() } else { odd.en() }));
    }
}

fn shown(bound: &Bound, unit: Unit, language: Language) -> String {
    let sign = match (bound.better, bound.included) {
        (Better::Higher, true) => "≥",
        (Better::Higher, false) => ">",
        (Better::Lower, true) => "≤",
        (Better::Lower, false) => "<",
    };
    format!("{sign}{}", text::amount(&bound.limit, unit, language))
}
