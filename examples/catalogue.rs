//! Prints the catalogue: every target, with `--indicators` what every indicator means, or with
//! `--clauses` every main goal and strategy measure and what became of it.
//!
//! ```text
//! cargo run --example catalogue [-- --clauses | --indicators] [--json]
//! ```

use dabiao::{Catalogue, Evaluator, Language, Rule, Target, Year, plan::Bilingual, report::Row, text};
use dabiao_tables::print::{out, table};
use serde_json::{Value, json};

const HELP: &str = "\
usage: catalogue [--clauses | --indicators] [--json] [--lang zh|en]
  --clauses     the 152 main goals and 186 strategy measures, each with its targets or the reason why it has none
  --indicators  what every indicator counts, over what, of whom, and from which source
  --json        as JSON
";

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}\n{HELP}");
            std::process::ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    use lexopt::prelude::{Long, Short, ValueExt as _};
    let (mut wanted, mut as_json, mut language) = (Wanted::Targets, false, Language::Chinese);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next().map_err(|error| error.to_string())? {
        match argument {
            Long("clauses") => wanted = Wanted::Clauses,
            Long("indicators") => wanted = Wanted::Indicators,
            Long("json") => as_json = true,
            Long("lang") => {
                let name =
                    arguments.value().and_then(|value| value.string()).map_err(|error| error.to_string())?;
                language = match name.as_str() {
                    "zh" => Language::Chinese,
                    "en" => Language::English,
                    _ => return Err(format!("--lang takes zh or en, not `{name}`")),
                };
            }
            Long("help") | Short('h') => {
                out(HELP);
                return Ok(());
            }
            other => return Err(other.unexpected().to_string()),
        }
    }
    let catalogue = Catalogue::hangjin();
    let pretty = |value: &Value| serde_json::to_string_pretty(value).map_err(|error| error.to_string());
    out(&match (wanted, as_json) {
        (Wanted::Clauses, true) => pretty(&json!(catalogue.ledger()))? + "\n",
        (Wanted::Clauses, false) => ledger(&catalogue, language),
        (Wanted::Indicators, true) => pretty(&json!(catalogue.indicators().collect::<Vec<_>>()))? + "\n",
        (Wanted::Indicators, false) => indicators(&catalogue, language),
        (Wanted::Targets, true) => {
            let targets: Vec<Value> = catalogue.targets().map(|target| entry(&catalogue, target)).collect();
            pretty(&Value::Array(targets))? + "\n"
        }
        (Wanted::Targets, false) => targets(&catalogue, language)?,
    });
    Ok(())
}

/// Which of the catalogue's tables is printed.
#[derive(Clone, Copy)]
enum Wanted {
    Targets,
    Indicators,
    Clauses,
}

/// One target in the form of the contract.
fn entry(catalogue: &Catalogue, target: &Target) -> Value {
    let Ok(card) = catalogue.indicator(&target.indicator) else { return Value::Null };
    let mut rule = serde_json::Map::new();
    let mut say = |name: &str, value: Value| rule.insert(name.to_owned(), value);
    say("kind", json!(target.rule.code()));
    match target.rule {
        Rule::AtLeastRatio { value } => {
            say("value", json!(value.to_string()));
        }
        Rule::Improves { better, qualifier: word } => {
            say("better", json!(better));
            say("qualifier", json!(word.zh()));
        }
        _ => {
            if let Some(number) = target.rule.number() {
                say("value", json!(number.to_string()));
            }
        }
    }
    if let Some(reference) = &target.reference {
        say("reference", json!(reference));
    }
    json!({
        "id": target.id,
        "plan": target.plan,
        "domain": target.clause.domain,
        "section": target.clause.section.code(),
        "item": target.clause.item,
        "clause": catalogue.label(target),
        "words": target.clause.words,
        "indicator": { "id": card.id, "zh": card.zh, "en": card.en, "definition": card.definition },
        "rule": rule,
        "unit": card.unit.code(),
        "timing": target.timing.code(),
        "due": target.timing.due(),
        "scope": target.scope.code(),
        "unit_kind": target.scope.unit_kind(),
        "commitment": target.commitment.code(),
        "note": target.note,
    })
}

fn targets(catalogue: &Catalogue, language: Language) -> Result<String, String> {
    let evaluator = Evaluator::new(catalogue);
    let report = evaluator
        .report(catalogue.data([]).area_or_empty(""), Year::literal(2030))
        .map_err(|error| error.to_string())?;
    let rows = report.rows.iter().map(|row| {
        let name = match language {
            Language::Chinese => row.indicator.zh.to_string(),
            Language::English => row.indicator.en.to_string(),
        };
        [row.clause.clone(), name, asks(catalogue, row, language), row.target.clause.words.to_string()]
    });
    let count = report.rows.len();
    Ok(match language {
        Language::Chinese => table(["条款", "指标", "要求", "原文"], rows) + &format!("共{count}项目标\n"),
        Language::English => {
            table(["clause", "indicator", "asks", "words"], rows) + &format!("{count} targets\n")
        }
    })
}

/// What is asked, with the reference by its name.
fn asks(catalogue: &Catalogue, row: &Row, language: Language) -> String {
    let asks = text::asks(row, language);
    let reference = row.target.reference.as_deref().and_then(|id| catalogue.indicator(id).ok());
    match (reference, language) {
        (Some(card), Language::Chinese) => asks.replace("参照指标", &format!("“{}”", card.zh)),
        (Some(card), Language::English) => asks.replace("the reference", &format!("that of {}", card.en)),
        (None, _) => asks,
    }
}

fn indicators(catalogue: &Catalogue, language: Language) -> String {
    let pick = |text: &Bilingual| match language {
        Language::Chinese => text.zh.to_string(),
        Language::English => text.en.to_string(),
    };
    let rows = catalogue.indicators().filter_map(|card| {
        let definition = card.definition.as_ref()?;
        let optional = |text: &Option<Bilingual>| text.as_ref().map_or_else(String::new, pick);
        let (name, source, ours) = match language {
            Language::Chinese => (&card.zh, definition.source.zh(), "本目录"),
            Language::English => (&card.en, definition.source.en(), "ours"),
        };
        Some([
            name.to_string(),
            pick(&definition.counted),
            optional(&definition.denominator),
            optional(&definition.population),
            source.to_owned(),
            if definition.ours { ours.to_owned() } else { String::new() },
        ])
    });
    match language {
        Language::Chinese => table(["指标", "计数", "分母", "对象", "来源", "依据"], rows),
        Language::English => table(["indicator", "counted", "over", "of whom", "source", "basis"], rows),
    }
}

fn ledger(catalogue: &Catalogue, language: Language) -> String {
    let rows = catalogue.ledger().into_iter().map(|entry| {
        let letter = catalogue.plan(&entry.plan).map_or("", |plan| &plan.letter);
        let mut what = match (entry.reason, language) {
            (Some(reason), Language::Chinese) => format!("（{}）", reason.zh()),
            (Some(reason), Language::English) => format!("({reason})"),
            (None, _) => entry.targets.join("\n"),
        };
        for id in &entry.repeats {
            what += &format!("\n= {id}");
        }
        let serves: Vec<String> = entry.serves.iter().map(u8::to_string).collect();
        [entry.label(letter), what, serves.join(" ")]
    });
    match language {
        Language::Chinese => table(["条款", "目标", "服务的目标"], rows),
        Language::English => table(["clause", "targets", "serves goals"], rows),
    }
}
