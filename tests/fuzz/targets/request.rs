//! Any bytes as a request: answered or refused, the same twice, and the answer is JSON that its own type reads back.

#![no_main]

use dabiao::{Report, json, plan::Commitment};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let answer = json::evaluate(bytes);
    assert_eq!(answer, json::evaluate(bytes));
    match answer {
        Ok(text) if text.starts_with('[') => {
            assert!(serde_json::from_str::<Vec<json::Answer>>(&text).is_ok(), "{text}");
        }
        Ok(text) => {
            let report: Report =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(serde_json::to_string(&report).ok(), Some(text));
            // 争取 may stand outside.
            let firm =
                report.rows.iter().filter(|row| row.target.commitment != Commitment::Aspiration).count();
            assert!((firm..=report.rows.len()).contains(&report.rollup.total.total));
        }
        Err(refusal) => {
            assert!(!refusal.errors.is_empty());
            assert!(serde_json::from_str::<json::Refusal>(&refusal.to_json()).is_ok());
        }
    }
});
