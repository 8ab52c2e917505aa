//! The JSON API: a request as JSON text in, a report as JSON text out. What a host in any language can call.
//!
//! A request:
//!
//! | field | is | where it is left out |
//! |---|---|---|
//! | `schema_version` | the version of this form, 1 | 1 |
//! | `year` | the assessed year | it is needed |
//! | `area` | the area's code or name | the one area that the rows name |
//! | `catalogue` | `hangjin`, or `none` to begin with nothing | `hangjin` |
//! | `plans` | own plans, each with `plan`, `indicators`, `targets` and `relations` ([`PlanDocument`]) | none |
//! | `judge` | the ids of the plans or single targets to be judged | all |
//! | `observations` | rows with the columns of [`Record`](crate::data::Record), cells as text | none |
//! | `rosters` | who should report ([`Roster`](crate::data::Roster)) | none |
//! | `languages` | in which languages each row carries its sentences: `zh`, `en` | none |
//! | `brief` | whether the verdicts alone are wanted, in columns ([`BriefReport`]) | false |
//! | `settings` | what differs from the default [`Settings`](crate::judge::Settings) | the defaults |
//!
//! An array of requests is a batch; the answer is an array with `{"report": …}`, `{"brief": …}` or `{"errors": […]}` for each.
//!
//! Two kinds of trouble are kept apart. A request that is no JSON, has a field that is not there, a plan that cannot be used
//! or a setting out of range is refused: [`Refusal`] names everything that is wrong, each with a path into the request. A row
//! that cannot be read is refused alone: it is a finding of the report, with its path as the source
//! (`observations[17].value`), and the other rows are judged.
//!
//! Numbers are text. A JSON number passes through binary floating point in most readers, where 89.99999999999999 and 90 are
//! one: as a value it is refused. Whole numbers are taken for years and counts, also as `702.0` with up to fifteen digits. A row that
//! holds what nobody can hold (`NaN`, `Infinity`, `1e400`, half a character), that names a column twice, or that is no object, is
//! refused alone, and a roster that does so leaves the rosters of its area, kind and year unused.
//!
//! A request is read twice, first without its rows and then row by row, so that what is held in memory is the rows as
//! observations and nothing else. Texts longer than [`MAX_BYTES`], more rows than [`MAX_ROWS`], more plans than [`MAX_PLANS`] and more requests than [`MAX_REQUESTS`] are refused; of rows that
//! cannot be read the first [`MAX_UNREADABLE`] are named and the others counted.
//!
//! ```
//! use dabiao::json::{self, Builtin, PlanDocument};
//! let own = r#"{ "plan": { "id": "city", "letter": "Y", "zh": "某市规划", "en": "A city's plan", "document": "1号",
//!                          "issued": "2021-06-01", "first": 2021, "last": 2030, "domains": ["健康"] } }"#;
//! let mut catalogue = dabiao::Catalogue::new();
//! PlanDocument::add_text(&mut catalogue, own).unwrap();
//! assert_eq!(catalogue.plans().count(), 1);
//! assert_eq!(serde_json::to_string(&Builtin::None)?, r#""none""#);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod brief;
mod placed;
mod plan;
mod request;
mod roster;
mod row;
mod short;
mod strict;

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::error::{Error, InvalidError, Message};
use crate::report::Report;

pub use brief::BriefReport;
pub use plan::PlanDocument;
pub use request::{Builtin, Request};

/// The version of the request's and the report's form.
pub const SCHEMA_VERSION: u32 = 1;

/// The longest request that is read: 256 MiB.
pub const MAX_BYTES: usize = 256 << 20;

/// The most rows that a request may have.
pub const MAX_ROWS: usize = 1_000_000;

/// The most own plans that a request may bring.
pub const MAX_PLANS: usize = 200;

/// The most requests of a batch: one for each county of a country.
pub const MAX_REQUESTS: usize = 5_000;

/// So many rows that cannot be read are named, each with every wrong column; the others are counted.
pub const MAX_UNREADABLE: usize = 1_000;

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Where: a path into the request, `plans[0].targets[3].rule.value`. Empty for the request as a whole.
    pub path: String,
    /// What is wrong, and what would be right.
    pub message: String,
    /// The same in Chinese, where it is known in Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_zh: Option<String>,
    /// The line in the request's text, where the text itself cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column in that line, in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

impl Problem {
    fn new(path: impl Into<String>, message: impl IntoMessage) -> Self {
        let (message, message_zh) = message.into_message();
        Self { path: path.into(), message, message_zh, line: None, column: None }
    }

    /// What is wrong, in Chinese where it is known in Chinese, at its place.
    ///
    /// ```
    /// use dabiao::json::{self, PlanDocument};
    /// let problems = PlanDocument::add(&mut dabiao::Catalogue::hangjin(), &serde_json::json!({ "plan": {} })).unwrap_err();
    /// assert_eq!(problems[0].zh(), "plan.document：缺少此字段");
    /// ```
    #[must_use]
    pub fn zh(&self) -> String {
        let Self { path, message_zh, .. } = self;
        match (path.as_str(), message_zh) {
            (_, None) => self.to_string(),
            ("", Some(zh)) => zh.clone(),
            (path, Some(zh)) => alloc::format!("{path}：{zh}"),
        }
    }

    /// An error of the text itself. serde_json's own words end in the place, which is said apart.
    fn of_text(path: String, error: &serde_json::Error) -> Self {
        let words = error.to_string();
        let place = alloc::format!(" at line {} column {}", error.line(), error.column());
        let message = words.strip_suffix(&place).unwrap_or(&words);
        Self {
            path,
            message: message.to_string(),
            message_zh: None,
            line: Some(error.line()),
            column: Some(error.column()),
        }
    }
}

/// What makes a message in English, and in Chinese where it is known.
trait IntoMessage {
    fn into_message(self) -> (String, Option<String>);
}

impl IntoMessage for String {
    fn into_message(self) -> (String, Option<String>) {
        (self, None)
    }
}

impl IntoMessage for Message {
    fn into_message(self) -> (String, Option<String>) {
        let (en, zh) = self.both();
        (en, Some(zh))
    }
}

impl IntoMessage for Error {
    fn into_message(self) -> (String, Option<String>) {
        (self.to_string(), Some(self.zh()))
    }
}

impl IntoMessage for &Error {
    fn into_message(self) -> (String, Option<String>) {
        (self.to_string(), Some(self.zh()))
    }
}

impl IntoMessage for InvalidError {
    fn into_message(self) -> (String, Option<String>) {
        Error::from(self).into_message()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, message, line, column, .. } = self;
        match (path.as_str(), line, column) {
            ("", Some(line), Some(column)) => write!(f, "line {line}, column {column}: {message}"),
            ("", ..) => f.write_str(message),
            _ => write!(f, "{path}: {message}"),
        }
    }
}

impl core::error::Error for Problem {}

/// Why a request is not answered: everything that is wrong with it.
///
/// ```
/// use dabiao::json::{self, Problem, Refusal};
/// let refusal: Refusal = json::evaluate(br#"{ "year": 2024, "yaer": 2023 }"#).unwrap_err();
/// let Problem { path, message, .. } = &refusal.errors[0];
/// assert_eq!((path.as_str(), message.contains("there is no such field")), ("yaer", true));
/// assert_eq!((refusal.errors.len(), refusal.schema_version), (1, json::SCHEMA_VERSION));
/// assert!(refusal.to_json().starts_with(r#"{"schema_version":1,"errors":[{"path":"yaer""#));
/// // What a request may hold at most.
/// assert_eq!((json::MAX_BYTES >> 20, json::MAX_ROWS, json::MAX_UNREADABLE), (256, 1_000_000, 1_000));
/// assert_eq!((json::MAX_PLANS, json::MAX_REQUESTS), (200, 5_000));
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The version of this form.
    pub schema_version: u32,
    /// What is wrong; never empty.
    pub errors: Vec<Problem>,
}

impl Refusal {
    fn new(errors: Vec<Problem>) -> Self {
        Self { schema_version: SCHEMA_VERSION, errors }
    }

    fn one(problem: Problem) -> Self {
        Self::new(alloc::vec![problem])
    }

    /// As JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.errors.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(problem, f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for Refusal {}

/// Judges a request, or each of a batch.
///
/// # Errors
/// On a request that cannot be used; in a batch only where the text as a whole is no array of JSON values.
///
/// ```
/// use dabiao::json;
/// let request = r#"{
///     "year": 2024,
///     "observations": [{ "indicator": "孕产妇死亡率", "period": 2024, "value": "14.3", "unit": "/10万" }]
/// }"#;
/// let report: serde_json::Value = serde_json::from_str(&json::evaluate(request.as_bytes())?)?;
/// let row = &report["rows"][3];
/// assert_eq!(row["target"]["id"], "women.health.g2.maternal-mortality-ratio");
/// assert_eq!(row["assessment"]["outcome"], "not_met");
/// assert_eq!(row["assessment"]["margin"], "-2.3");
///
/// let refusal = json::evaluate(br#"{ "year": 2024, "settings": { "around_tolerance": "-1" } }"#).unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "settings.around_tolerance: around_tolerance `-1` cannot be used: it is at least 0"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate(request: &[u8]) -> Result<String, Refusal> {
    answered(request, |request| request)
}

/// The same with something done to each request between reading and judging.
pub(crate) fn answered(request: &[u8], between: impl Fn(Request) -> Request) -> Result<String, Refusal> {
    let text = text(request)?;
    if !text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('[') {
        let request = between(Request::read(text)?);
        return match request.brief {
            true => request.brief_report().map(|brief| written(&brief)),
            false => request.report().map(|report| written(&report)),
        };
    }
    let held = strict::without_nan(text);
    let requests: Vec<&RawValue> = serde_json::from_str(&held).map_err(|error| {
        // The place is that in the text as it was given.
        let given = serde_json::from_str::<Vec<&RawValue>>(text).err();
        Refusal::one(Problem::of_text(String::new(), given.as_ref().unwrap_or(&error)))
    })?;
    if requests.len() > MAX_REQUESTS {
        let message = alloc::format!("a batch of more than {MAX_REQUESTS} requests; send fewer at a time");
        return Err(Refusal::one(Problem::new("", message)));
    }
    let mut answers = String::from("[");
    let built_ins = request::BuiltIns::default();
    for (place, request) in requests.into_iter().enumerate() {
        if place > 0 {
            answers.push(',');
        }
        let answer =
            Request::read_with(request.get(), &built_ins).and_then(|request| between(request).answer());
        answers.push_str(&written(&answer.unwrap_or_else(|refusal| Answer::Errors(refusal.errors))));
    }
    answers.push(']');
    Ok(answers)
}

/// One answer of a batch.
///
/// ```
/// use dabiao::json::{self, Answer};
/// let answers = json::evaluate(br#"[{ "year": 2024 }, { "year": 1800 }]"#)?;
/// let answers: Vec<Answer> = serde_json::from_str(&answers)?;
/// assert!(matches!(answers.as_slice(), [Answer::Report(_), Answer::Errors(_)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "made one at a time, and written at once")]
pub enum Answer {
    /// The report.
    Report(Report),
    /// The verdicts alone.
    Brief(BriefReport),
    /// What is wrong with the request.
    Errors(Vec<Problem>),
}

/// The text of a request, if it is one.
fn text(request: &[u8]) -> Result<&str, Refusal> {
    if request.len() > MAX_BYTES {
        let message = alloc::format!(
            "{} bytes are more than the {MAX_BYTES} that are read; send fewer rows at a time",
            request.len()
        );
        return Err(Refusal::one(Problem::new("", message)));
    }
    let request = request.strip_prefix(b"\xef\xbb\xbf").unwrap_or(request);
    core::str::from_utf8(request).map_err(|error| {
        let before = request.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
        let message = "the text is not UTF-8; write it in UTF-8".to_string();
        let column = before.len() - start + 1;
        Refusal::one(Problem { line: Some(line), column: Some(column), ..Problem::new("", message) })
    })
}

/// What this crate writes has text keys and finite numbers only, which is all that writing can fail on.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
