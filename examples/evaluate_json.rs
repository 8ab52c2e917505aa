//! The generic door: a request as JSON on standard input, a report as JSON on standard output.
//!
//! ```text
//! cargo run --example evaluate_json < request.json
//! ```
//! What a request holds is in the documentation of `dabiao::json`; its JSON Schema is `tests/wire/schema/request.json`.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use dabiao::json::{self, Problem, Refusal, SCHEMA_VERSION};
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
        let problem = Problem { path: String::new(), message: error.to_string(), line: None, column: None };
        return refused(vec![problem]);
    }
    let answer = match json::evaluate(&request) {
        Ok(answer) => answer,
        Err(refusal) => return refused(refusal.errors),
    };
    let value: Value = serde_json::from_str(&answer).unwrap_or_default();
    out(&if pretty { format!("{value:#}\n") } else { format!("{answer}\n") });
    let rows = unreadable(&value);
    if !rows.is_empty() {
        refused(rows);
    }
    if strict && !is_clean(&value) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Names what is wrong on standard error.
fn refused(errors: Vec<Problem>) -> ExitCode {
    eprintln!("{}", Refusal { schema_version: SCHEMA_VERSION, errors }.to_json());
    ExitCode::from(2)
}

/// The reports of an answer, each with the path of its request: one, or those of a batch.
fn reports(answer: &Value) -> Vec<(String, &Value)> {
    match answer {
        Value::Array(parts) => {
            parts.iter().enumerate().map(|(place, part)| (format!("[{place}]."), part)).collect()
        }
        report => vec![(String::new(), report)],
    }
}

/// The rows that could not be read.
fn unreadable(answer: &Value) -> Vec<Problem> {
    let mut rows = Vec::new();
    for (base, report) in reports(answer) {
        let report = report.get("report").unwrap_or(report);
        for finding in report["findings"].as_array().into_iter().flatten() {
            if finding["finding"]["kind"] == "unreadable" {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let path = format!("{base}{}", text(&finding["source"]));
                let message = text(&finding["finding"]["message"]);
                rows.push(Problem { path, message, line: None, column: None });
            }
        }
    }
    rows
}

/// Whether nothing was refused, found or not met.
fn is_clean(answer: &Value) -> bool {
    reports(answer).iter().all(|(_, part)| {
        let report = part.get("report").unwrap_or(part);
        let none = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
        none(&report["findings"]) && report["rollup"]["total"]["not_met"] == 0
    })
}

/// Writes to standard output; a reader that has gone away is no error.
fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
