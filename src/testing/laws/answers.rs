//! Laws of the answer as a whole: that there is one, the same each time, and the library's.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Found, answer_to, difference, hold, report, verdicts};
use crate::data::{Finding, FindingKind};
use crate::json::{self, Refusal};
use crate::report::Report;
use crate::testing::{
    AwkwardPlan, Judge,
    documents::awkward_plans,
    requests::{damaged_requests, requests, tree},
    rows::with,
};
use serde_json::json;

pub(super) fn every_request_is_answered(judge: &dyn Judge, cases: u32) -> Found {
    let sound = requests().prop_map(|request| (request, true));
    let damaged = damaged_requests().prop_map(|request| (request, false));
    hold(cases, prop_oneof![sound, damaged], |(request, sound)| match answer_to(judge, &request)? {
        Ok(answer) => serde_json::from_str::<Report>(&answer).map(|_| ()).map_err(|error| {
            format!("the answer is no report: {error}\n  request: {request}\n  answer: {answer}")
        }),
        Err(refusal) if sound => Err(format!("a sound request was refused: {refusal}\n  request: {request}")),
        Err(refusal) => match serde_json::from_str::<Refusal>(&refusal) {
            Ok(read) if !read.errors.is_empty() => Ok(()),
            Ok(_) => Err(format!("a refusal says nothing\n  request: {request}")),
            Err(error) => {
                Err(format!("the refusal is none: {error}\n  request: {request}\n  answer: {refusal}"))
            }
        },
    })
}

pub(super) fn the_same_question_has_the_same_answer(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, (requests(), requests()), |(request, between)| {
        let first = answer_to(judge, &request)?;
        let _ = answer_to(judge, &between)?;
        let again = answer_to(judge, &request)?;
        match first == again {
            true => Ok(()),
            false => Err(format!("another answer\n  request: {request}\n  asked between: {between}")),
        }
    })
}

pub(super) fn a_wrong_plan_is_refused(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, awkward_plans(), |AwkwardPlan { plan, path }| {
        let request = json!({ "year": 2024, "catalogue": "none", "plans": [plan] }).to_string();
        let Err(refusal) = answer_to(judge, &request)? else {
            return Err(format!("a plan was taken that is wrong at `{path}`\n  request: {request}"));
        };
        let errors = serde_json::from_str::<Refusal>(&refusal).map(|read| read.errors).unwrap_or_default();
        let path = format!("plans[0].{path}");
        match errors.iter().any(|problem| problem.path.starts_with(&path)) {
            true => Ok(()),
            false => Err(format!("the refusal does not name `{path}`: {refusal}\n  request: {request}")),
        }
    })
}

/// What was found, in any order, without the sources.
fn found(report: &Report) -> Vec<String> {
    let bare = |finding: &Finding| {
        let mut finding = Finding { source: None, ..finding.clone() };
        if let FindingKind::RelationBroken(broken) = &mut finding.kind {
            broken.cells.iter_mut().for_each(|cell| cell.source = None);
        }
        tree(&finding).to_string()
    };
    let mut all: Vec<String> = report.findings.iter().map(bare).collect();
    all.sort();
    all
}

/// The verdicts, counts and findings of an answer are the library's.
pub(super) fn as_the_library(judge: &dyn Judge, request: &str, own: &str) -> Found {
    let own: Report = serde_json::from_str(own).map_err(|error| error.to_string())?;
    let theirs = report(judge, request)?;
    let all = |report: &Report| with(&verdicts(report, true), &json!({ "findings": found(report) }));
    match difference("", &all(&theirs), &all(&own)) {
        Some(what) => Err(format!("{what} (by the library)\n  request: {request}")),
        None => Ok(()),
    }
}

pub(super) fn the_library_says_the_same(judge: &dyn Judge, cases: u32) -> Found {
    hold(cases, prop_oneof![4 => requests(), 1 => damaged_requests()], |request| {
        if request.trim_start().starts_with('[') {
            return Ok(());
        }
        let Ok(own) = json::evaluate(request.as_bytes()) else {
            return match answer_to(judge, &request)? {
                Ok(_) => Err(format!("the library refuses what was answered\n  request: {request}")),
                Err(_) => Ok(()),
            };
        };
        as_the_library(judge, &request, &own)
    })
}

pub(super) fn byte_for_byte(judge: &dyn Judge, cases: u32) -> Found {
    let batch = vec(requests(), 0..3).prop_map(|parts| format!("[{}]", parts.join(",")));
    hold(cases, prop_oneof![3 => requests(), 1 => damaged_requests(), 1 => batch], |request| {
        let own = json::evaluate(request.as_bytes()).map_err(|refusal| refusal.to_json());
        let theirs = answer_to(judge, &request)?;
        if own == theirs {
            return Ok(());
        }
        let text = |answer: &Result<String, String>| match answer {
            Ok(text) | Err(text) => text.clone(),
        };
        let (own, theirs) = (text(&own), text(&theirs));
        let place = own.bytes().zip(theirs.bytes()).take_while(|(a, b)| a == b).count();
        let here = |text: &str| {
            String::from_utf8_lossy(text.as_bytes().get(place..).unwrap_or_default())
                .chars()
                .take(60)
                .collect::<String>()
        };
        Err(format!(
            "from byte {place} on the answer is `{}`, the library's `{}`\n  request: {request}",
            here(&theirs),
            here(&own)
        ))
    })
}
