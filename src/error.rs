//! What a call can refuse to do. Everything that concerns one target or one cell of a run is a
//! [`Finding`](crate::Finding) or a [`Reason`](crate::Reason) instead, and the run goes on.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

/// Why a call cannot be answered.
///
/// ```
/// use dabiao::Number;
/// let error = "9O.5".parse::<Number>().unwrap_err();
/// assert_eq!(error.to_string(), "cannot read `9O.5` as a number: unexpected `O` at character 2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text that is no number, unit, period, date or status.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// A value given in a unit that cannot become the indicator's unit.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// An id that no indicator or target has.
    #[error(transparent)]
    Unknown(#[from] UnknownError),
    /// A setting, card or argument outside what it may be.
    #[error(transparent)]
    Invalid(#[from] InvalidError),
}

/// A text that could not be read.
///
/// ```
/// use dabiao::{Error, Number};
/// let Err(Error::Parse(error)) = "9O.5".parse::<Number>() else { panic!("not read") };
/// assert_eq!((error.text(), error.place()), ("9O.5", Some(2)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read `{text}` as {what}: {reason}")]
pub struct ParseError {
    text: String,
    what: &'static str,
    reason: Cow<'static, str>,
    at: Option<usize>,
}

impl ParseError {
    pub(crate) fn new(text: &str, what: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { text: shortened(text), what, reason: reason.into(), at: None }
    }

    pub(crate) fn at(text: &str, what: &'static str, found: char, at: usize) -> Self {
        let reason = alloc::format!("unexpected `{}` at character {at}", found.escape_debug());
        Self { text: shortened(text), what, reason: reason.into(), at: Some(at) }
    }

    /// The text as given (its first 60 characters).
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the reading stopped: the character's place, counted from 1, where there is one.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        self.at
    }
}

/// A value in a unit that does not convert exactly to the unit of its indicator.
///
/// Of [`Error::Unit`]: a conversion that was asked for in code, as by
/// [`Threshold::judge_quantity`](crate::Threshold::judge_quantity), or a typed key of another unit. In a row it is a finding,
/// [`FindingKind::WrongUnit`](crate::FindingKind::WrongUnit).
///
/// ```
/// use dabiao::{Catalogue, Error, Evaluator, UnitError, Year, years};
/// let catalogue = Catalogue::hangjin();
/// let target = catalogue.target("women.health.g2.maternal-mortality-ratio")?;
/// let twelve = Evaluator::new(&catalogue).threshold(target, Year::literal(2024))?;
/// let Err(Error::Unit(error)) = twelve.judge_quantity(years("12")) else { panic!("not a rate") };
/// let error: UnitError = error;
/// assert_eq!(error.to_string(), "`threshold` is measured in `/10万`, not in `岁`");
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{indicator}` is measured in `{expected}`, not in `{given}`")]
pub struct UnitError {
    pub(crate) indicator: String,
    pub(crate) expected: &'static str,
    pub(crate) given: &'static str,
}

/// An id that nothing in the catalogue has.
///
/// ```
/// use dabiao::{Catalogue, Error};
/// let catalogue = Catalogue::hangjin();
/// let Err(Error::Unknown(error)) = catalogue.indicator("孕产妇死忘率") else { panic!("not there") };
/// assert_eq!(error.id(), "孕产妇死忘率");
/// assert!(error.to_string().ends_with("(the nearest is `孕产妇死亡率`)"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no {what} has the id or name `{id}`{hint}")]
pub struct UnknownError {
    what: &'static str,
    id: String,
    hint: String,
}

impl UnknownError {
    pub(crate) fn new(what: &'static str, id: &str, nearest: Option<&str>) -> Self {
        let hint = nearest.map_or_else(String::new, |near| alloc::format!(" (the nearest is `{near}`)"));
        Self { what, id: shortened(id), hint }
    }

    /// The id as given.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// An argument or setting that cannot be used.
///
/// ```
/// use dabiao::{Error, Settings};
/// let settings = Settings { around_tolerance: "-1".parse()?, ..Settings::default() };
/// let Err(Error::Invalid(error)) = settings.check() else { panic!("not usable") };
/// assert_eq!(error.to_string(), "around_tolerance `-1` cannot be used: it is at least 0");
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} `{given}` cannot be used: {remedy}")]
pub struct InvalidError {
    what: &'static str,
    given: String,
    remedy: Cow<'static, str>,
}

impl InvalidError {
    pub(crate) fn new(
        what: &'static str,
        given: impl ToString,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { what, given: shortened(&given.to_string()), remedy: remedy.into() }
    }
}

/// Error messages quote input; an input of megabytes must not become a message of megabytes.
pub(crate) fn shortened(text: &str) -> String {
    const KEPT: usize = 60;
    let mut kept: String = text.chars().take(KEPT).collect();
    if text.chars().nth(KEPT).is_some() {
        kept.push('…');
    }
    kept
}
