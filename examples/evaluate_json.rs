//! The JSON API: a request as JSON on standard input, a report as JSON on standard output.
//!
//! ```text
//! cargo run --example evaluate_json < request.json
//! ```
//! What a request holds is in the documentation of `dabiao::json`; its JSON Schema is `tests/wire/schema/request.json`.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use dabiao::Outcome;
use dabiao::data::{Finding, FindingKind};
use dabiao::json::{self, Answer, Problem, Refusal, SCHEMA_VERSION};
use serde_json::Value;

const HELP: &str = "\
usage: evaluate_json [--pretty] [--strict] < request.json
  --pretty   write the answer over several lines
  --strict   exit with 1 if a row was refused, a finding made, or a target not met
Errors go to standard error as JSON, each with a path into the request (observations[17].value). A row that cannot be
read is named there and among the report's findings, and the other rows are judged.
exit: 0 answered, 1 as asked by --strict, 2 wrong usage or a request that cannot be used
";

fn main() -> ExitCode {
    let (mut pretty, mut strict) = (false, false);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--pretty" => pretty = true,
            "--strict" => strict = true,
            "--help" | "-h" => {
                out(HELP);
                return ExitCode::SUCCESS;
            }
            other => {
                eprintln!("there is no option `{other}`\n{HELP}");
                return ExitCode::from(2);
            }
        }
    }
    let mut request = Vec::new();
    // One byte more than is read, so that a longer request is told from the longest one.
    let most = json::MAX_BYTES as u64 + 1;
    if let Err(error) = std::io::stdin().lock().take(most).read_to_end(&mut request) {
        let problem = Problem {
            path: String::new(),
            message: error.to_string(),
            message_zh: None,
            line: None,
            column: None,
        };
        return refused(vec![problem]);
    }
    let answer = match json::evaluate(&request) {
        Ok(answer) => answer,
        Err(refusal) => return refused(refusal.errors),
    };
    let shown: Option<Value> = pretty.then(|| serde_json::from_str(&answer).ok()).flatten();
    out(&shown.map_or_else(|| format!("{answer}\n"), |value| format!("{value:#}\n")));
    let answers = answers(&answer);
    let rows: Vec<Problem> = answers.iter().flat_map(|(base, answer)| unreadable(base, answer)).collect();
    if !rows.is_empty() {
        refused(rows);
    }
    if strict && !answers.iter().all(|(_, answer)| is_clean(answer)) {
        return ExitCode::from(1);
    }
    ExitCode::SUCCESS
}

/// Names what is wrong on standard error.
fn refused(errors: Vec<Problem>) -> ExitCode {
    eprintln!("{}", Refusal { schema_version: SCHEMA_VERSION, errors }.to_json());
    ExitCode::from(2)
}

/// What was answered, each with the path of its request: to one, or to those of a batch.
fn answers(answer: &str) -> Vec<(String, Answer)> {
    if let Ok(report) = serde_json::from_str(answer) {
        return vec![(String::new(), Answer::Report(report))];
    }
    if let Ok(brief) = serde_json::from_str(answer) {
        return vec![(String::new(), Answer::Brief(brief))];
    }
    let answers: Vec<Answer> = serde_json::from_str(answer).unwrap_or_default();
    answers.into_iter().enumerate().map(|(place, answer)| (format!("[{place}]."), answer)).collect()
}

fn findings(answer: &Answer) -> &[Finding] {
    match answer {
        Answer::Report(report) => &report.findings,
        Answer::Brief(brief) => &brief.findings,
        Answer::Errors(_) => &[],
    }
}

/// Whether nothing was odd and no target is missed.
fn is_clean(answer: &Answer) -> bool {
    findings(answer).is_empty()
        && match answer {
            Answer::Report(report) => report.rollup.total.not_met == 0,
            // Which targets are only striven for (争取) the columns do not say: here they count.
            Answer::Brief(brief) => !brief.outcomes.contains(&Outcome::NotMet),
            Answer::Errors(_) => false,
        }
}

/// The rows that could not be read.
fn unreadable(base: &str, answer: &Answer) -> Vec<Problem> {
    let row = |finding: &Finding| match &finding.kind {
        FindingKind::Unreadable { message, message_zh, .. } => {
            // Behind the path stands what the row says of its own source.
            let place = finding.source.as_deref().unwrap_or_default().split(' ').next().unwrap_or_default();
            Some(Problem {
                path: format!("{base}{place}"),
                message: message.clone(),
                message_zh: Some(message_zh.clone()),
                line: None,
                column: None,
            })
        }
        _ => None,
    };
    findings(answer).iter().filter_map(row).collect()
}

/// Writes to standard output; a reader that has gone away is no error.
fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
