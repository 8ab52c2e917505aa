//! Prints the catalogue: every target, or with `--clauses` every main goal and what became of it.
//!
//! ```text
//! cargo run --example catalogue [-- --clauses] [--json]
//! ```

use dabiao::{Catalogue, Evaluator, Language, Rule, Target, Year, text};
use dabiao_tables::print::{out, table};
use serde_json::{Value, json};

const HELP: &str = "\
usage: catalogue [--clauses] [--json] [--lang zh|en]
  --clauses  the 152 main goals, each with its targets or the reason why it has none
  --json     as JSON
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
    let (mut clauses, mut as_json, mut language) = (false, false, Language::Chinese);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next().map_err(|error| error.to_string())? {
        match argument {
            Long("clauses") => clauses = true,
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
    out(&match (clauses, as_json) {
        (true, true) => {
            serde_json::to_string_pretty(&catalogue.ledger()).map_err(|error| error.to_string())? + "\n"
        }
        (true, false) => ledger(&catalogue),
        (false, true) => {
            let targets: Vec<Value> = catalogue.targets().map(|target| entry(&catalogue, target)).collect();
            serde_json::to_string_pretty(&targets).map_err(|error| error.to_string())? + "\n"
        }
        (false, false) => targets(&catalogue, language)?,
    });
    Ok(())
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
    if !target.reference.is_empty() {
        say("reference", json!(target.reference));
    }
    json!({
        "id": target.id,
        "plan": target.plan,
        "domain": target.clause.domain,
        "section": target.clause.section.code(),
        "item": target.clause.item,
        "clause": catalogue.label(target),
        "words": target.clause.words,
        "indicator": { "id": card.id, "zh": card.zh, "en": card.en },
        "rule": rule,
        "unit": card.unit.code(),
        "timing": target.timing.code(),
        "due": target.timing.due(),
        "scope": target.scope.code(),
        "unit_kind": target.unit_kind,
        "commitment": target.commitment.code(),
        "note": target.note,
        "note_zh": target.note_zh,
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
        [row.clause.clone(), name, text::asks(row, language), row.target.clause.words.to_string()]
    });
    let count = report.rows.len();
    Ok(match language {
        Language::Chinese => table(["条款", "指标", "要求", "原文"], rows) + &format!("共{count}项目标\n"),
        Language::English => {
            table(["clause", "indicator", "asks", "words"], rows) + &format!("{count} targets\n")
        }
    })
}

fn ledger(catalogue: &Catalogue) -> String {
    let rows = catalogue.ledger().into_iter().map(|entry| {
        let letter = catalogue.plan(&entry.plan).map_or("", |plan| &plan.letter);
        let what = match entry.reason {
            Some(reason) => format!("({reason})"),
            None => entry.targets.join("\n"),
        };
        [format!("{letter}{}-{}", entry.domain, entry.item), what]
    });
    table(["clause", "targets"], rows)
}
